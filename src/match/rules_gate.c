/*
 * rules_gate — whether the rules of some phases may match in a sentence at all, asked before the stages that make part of
 * what they look for: a stage need not work on a sentence of which nothing would come.
 *
 * Every pattern has needs (pattern.h). Those that only classes made meanwhile could meet are left out, or stand for the
 * classes that these are made of; of the rest a sentence must meet all, for one pattern at least.
 */
#include "match/mention.h"
#include "match/ruleset.h"

enum { NEEDS_MAX = 256 }; /* of one pattern: more are not asked for */

/* Needs in groups, each ended by one that is its last. The first group is the pattern's key, one that it shares with as many
 * others as can be: they stand side by side, so that one look passes over all of them. */
typedef struct {
    const Need *needs;
    uint32_t count;
    uint32_t key_count; /* of the needs: the key */
    uint32_t next;      /* the first pattern with another key */
} GatePattern;

struct RulesGate {
    GatePattern *items;
    size_t count;
    size_t cap;
};

/* A group of needs and how many patterns have it. */
typedef struct Group {
    const Need *needs;
    uint64_t hash;
    uint32_t count;
    uint32_t patterns;
    struct Group *next; /* in its chain */
} Group;

enum { GROUP_CHAINS = 1024 };

/* All groups while the gate is made, each once. */
typedef struct {
    Group *chains[GROUP_CHAINS]; /* by their hashes */
    Arena *arena;                /* scratch */
} Groups;

/* A pattern's needs while they are gathered. */
typedef struct {
    Need needs[NEEDS_MAX];
    uint32_t count;
} NeedList;

static const ClassOrigin *origin_of(const ClassOrigin *origins, size_t count, uint16_t cls)
{
    for (size_t i = 0; i < count; i++) {
        if (cls != 0 && origins[i].made == cls)
            return &origins[i];
    }
    return NULL;
}

/* Adds a group of wants as needs, unless one of its classes may be made of anything. classes: of each only its class, which
 * values that share a bit can't feign. */
static void add_group(const Rules *rules, const uint32_t *group, const ClassOrigin *origins, size_t origin_count,
                      bool classes, NeedList *out)
{
    uint32_t first = out->count;
    for (uint32_t i = 1; i <= group[0]; i++) {
        uint16_t cls = want_class(group[i]);
        const ClassOrigin *origin = origin_of(origins, origin_count, cls);
        if ((origin && origin->from[0] == 0) || (classes && cls == 0) || out->count + CLASS_ORIGINS_MAX > NEEDS_MAX) {
            out->count = first;
            return;
        }
        if (!origin)
            ruleset_add_need(out->needs, first, &out->count,
                             classes ? feature_of_class(cls) : ruleset_feature(rules, group[i]));
        for (size_t k = 0; origin && k < CLASS_ORIGINS_MAX && origin->from[k] != 0; k++)
            ruleset_add_need(out->needs, first, &out->count, feature_of_class(origin->from[k]));
    }
    out->needs[out->count - 1].last = true;
}

static uint32_t group_end(const Need *needs, uint32_t first)
{
    while (!needs[first].last)
        first++;
    return first + 1;
}

static bool groups_equal(const Need *a, uint32_t a_count, const Need *b, uint32_t b_count)
{
    bool equal = a_count == b_count;
    for (uint32_t i = 0; equal && i < a_count; i++)
        equal = a[i].word == b[i].word && a[i].bits == b[i].bits;
    return equal;
}

static uint64_t group_hash(const Need *needs, uint32_t count)
{
    uint64_t hash = count;
    for (uint32_t i = 0; i < count; i++)
        hash = (hash ^ needs[i].bits ^ needs[i].word) * 0x9E3779B97F4A7C15U;
    return hash;
}

/* The group, as one of all, added where it is new. */
static Group *known_group(Groups *groups, const Need *needs, uint32_t count)
{
    uint64_t hash = group_hash(needs, count);
    Group **chain = &groups->chains[hash / GROUP_CHAINS % GROUP_CHAINS];
    for (Group *known = *chain; known; known = known->next) {
        if (known->hash == hash && groups_equal(known->needs, known->count, needs, count))
            return known;
    }
    Group *added = ARENA_NEW(groups->arena, Group);
    *added = (Group){.needs = needs, .hash = hash, .count = count, .next = *chain};
    *chain = added;
    return added;
}

static void count_groups(Groups *groups, const GatePattern *item)
{
    for (uint32_t at = 0, end; at < item->count; at = end) {
        end = group_end(item->needs, at);
        known_group(groups, item->needs + at, end - at)->patterns++;
    }
}

/* A copy of the needs with the key first. */
static const Need *with_key(Arena *arena, Groups *groups, const GatePattern *item)
{
    uint32_t key = 0;
    uint32_t most = 0;
    for (uint32_t at = 0, end; at < item->count; at = end) {
        end = group_end(item->needs, at);
        uint32_t patterns = known_group(groups, item->needs + at, end - at)->patterns;
        key = patterns > most ? at : key;
        most = patterns > most ? patterns : most;
    }
    uint32_t length = item->count > 0 ? group_end(item->needs, key) - key : 0;
    Need *out = ARENA_ARRAY(arena, Need, item->count + 1);
    memcpy(out, item->needs + key, length * sizeof *out);
    memcpy(out + length, item->needs, key * sizeof *out);
    memcpy(out + length + key, item->needs + key + length, (item->count - key - length) * sizeof *out);
    return out;
}

static bool same_key(const GatePattern *a, const GatePattern *b)
{
    return groups_equal(a->needs, a->key_count, b->needs, b->key_count);
}

/* Brings the patterns of each key together. */
static void sort_by_key(RulesGate *gate)
{
    for (uint32_t first = 0; first < gate->count; first = gate->items[first].next) {
        uint32_t end = first + 1;
        for (uint32_t i = end; i < gate->count; i++) {
            if (!same_key(&gate->items[first], &gate->items[i]))
                continue;
            GatePattern moved = gate->items[i];
            gate->items[i] = gate->items[end];
            gate->items[end++] = moved;
        }
        for (uint32_t i = first; i < end; i++)
            gate->items[i].next = end;
    }
}

static void add_pattern(Arena *arena, const Rules *rules, const Pattern *pattern, const ClassOrigin *origins,
                        size_t origin_count, RulesGate *gate)
{
    NeedList list = {.count = 0};
    const uint32_t *wants = pattern->wants;
    for (const uint32_t *end = wants + pattern->want_count; wants < end; wants += 1 + wants[0]) {
        add_group(rules, wants, origins, origin_count, true, &list);
        add_group(rules, wants, origins, origin_count, false, &list);
    }
    Need *needs = ARENA_ARRAY(arena, Need, list.count + 1);
    memcpy(needs, list.needs, list.count * sizeof *needs);
    gate->items = arena_grow(arena, gate->items, gate->count, &gate->cap, sizeof *gate->items);
    gate->items[gate->count++] = (GatePattern){.needs = needs, .count = list.count};
}

const RulesGate *rules_gate(Arena *arena, const Rules *rules, const char *const *phases, const ClassOrigin *origins,
                            size_t origin_count)
{
    RulesGate *gate = ARENA_NEW(arena, RulesGate);
    for (; *phases; phases++) {
        for (size_t i = 0; i < rules->pattern_count; i++) {
            const Pattern *pattern = &rules->patterns[i];
            if (str_equal(rules->items[pattern->rule].phase_name, str_from(*phases)))
                add_pattern(arena, rules, pattern, origins, origin_count, gate);
        }
    }
    Groups groups = {.arena = arena_create()};
    for (size_t i = 0; i < gate->count; i++)
        count_groups(&groups, &gate->items[i]);
    for (size_t i = 0; i < gate->count; i++) {
        GatePattern *item = &gate->items[i];
        item->needs = with_key(arena, &groups, item);
        item->key_count = item->count > 0 ? group_end(item->needs, 0) : 0;
    }
    arena_destroy(groups.arena);
    sort_by_key(gate);
    return gate;
}

bool rules_gate_opens(const RulesGate *gate, const MentionList *mentions, uint32_t sentence)
{
    const Features *features = &mentions->sentences[sentence];
    for (uint32_t i = 0; i < gate->count;) {
        const GatePattern *item = &gate->items[i];
        if (!needs_are_met(features, item->needs, item->key_count)) {
            i = item->next;
            continue;
        }
        uint32_t end = item->next;
        for (; i < end; i++) {
            item = &gate->items[i]; /* its key is met */
            if (needs_are_met(features, item->needs + item->key_count, item->count - item->key_count))
                return true;
        }
    }
    return false;
}
