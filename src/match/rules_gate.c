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

/* A tree in the order in which it is walked: a group of needs and, behind it, what the patterns that share it need more. Most
 * groups are shared, so that one look passes over many patterns. Of most the first need says it all, and stands here. */
typedef struct {
    uint64_t bits; /* the first need's, none: the group has none and is met */
    const Need *others;
    uint16_t word;
    uint16_t other_count;
    uint32_t next; /* where to go on if none of them is met */
    bool opens;    /* if one is, nothing more is needed */
} GateNode;

struct RulesGate {
    GateNode *items;
    size_t count;
    size_t cap;
};

/* A group of needs. */
typedef struct Group {
    const Need *needs;
    uint64_t hash;
    uint32_t count;
    uint32_t patterns;  /* that ask for it, of those that are looked at */
    struct Group *next; /* in its chain */
} Group;

enum { GROUP_CHAINS = 1024 };

/* The groups that a pattern asks for and that are not yet asked above it. */
typedef struct {
    Group **groups;
    uint32_t count;
} Asked;

/* All that is known while the gate is made. */
typedef struct {
    const Rules *rules;
    const ClassOrigin *origins;
    size_t origin_count;
    Group *chains[GROUP_CHAINS]; /* all groups, each once, by their hashes */
    Arena *arena;                /* the gate's */
    Arena *scratch;
    Asked *patterns;
    size_t pattern_count;
    size_t pattern_cap;
} Making;

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
static Group *known_group(Making *making, const Need *needs, uint32_t count)
{
    uint64_t hash = group_hash(needs, count);
    Group **chain = &making->chains[hash / GROUP_CHAINS % GROUP_CHAINS];
    for (Group *known = *chain; known; known = known->next) {
        if (known->hash == hash && groups_equal(known->needs, known->count, needs, count))
            return known;
    }
    Need *kept = ARENA_ARRAY(making->arena, Need, count);
    memcpy(kept, needs, count * sizeof *kept);
    Group *added = ARENA_NEW(making->scratch, Group);
    *added = (Group){.needs = kept, .hash = hash, .count = count, .next = *chain};
    *chain = added;
    return added;
}

static void ask(Asked *asked, Group *group)
{
    for (uint32_t i = 0; i < asked->count; i++) {
        if (asked->groups[i] == group)
            return;
    }
    asked->groups[asked->count++] = group;
}

static void add_pattern(Making *making, const Pattern *pattern)
{
    NeedList list = {.count = 0};
    const uint32_t *wants = pattern->wants;
    for (const uint32_t *end = wants + pattern->want_count; wants < end; wants += 1 + wants[0]) {
        add_group(making->rules, wants, making->origins, making->origin_count, true, &list);
        add_group(making->rules, wants, making->origins, making->origin_count, false, &list);
    }
    Asked asked = {.groups = ARENA_ARRAY(making->scratch, Group *, list.count + 1)};
    for (uint32_t at = 0, end; at < list.count; at = end) {
        end = group_end(list.needs, at);
        ask(&asked, known_group(making, list.needs + at, end - at));
    }
    making->patterns = arena_grow(making->scratch, making->patterns, making->pattern_count, &making->pattern_cap,
                                  sizeof *making->patterns);
    making->patterns[making->pattern_count++] = asked;
}

/* The group that most of the patterns ask for; NULL where one asks for nothing more. */
static Group *most_asked(const Asked *patterns, size_t count)
{
    Group *most = NULL;
    for (size_t p = 0; p < count; p++) {
        for (uint32_t i = 0; i < patterns[p].count; i++)
            patterns[p].groups[i]->patterns = 0;
    }
    for (size_t p = 0; p < count; p++) {
        if (patterns[p].count == 0)
            return NULL;
        for (uint32_t i = 0; i < patterns[p].count; i++) {
            Group *group = patterns[p].groups[i];
            group->patterns++;
            most = !most || group->patterns > most->patterns ? group : most;
        }
    }
    return most;
}

/* Brings the patterns that ask for the group to the front, without it, and returns how many they are. */
static size_t take_those_that_ask(Asked *patterns, size_t count, const Group *group)
{
    size_t front = 0;
    for (size_t p = 0; p < count; p++) {
        Asked asked = patterns[p];
        uint32_t i = 0;
        while (i < asked.count && asked.groups[i] != group)
            i++;
        if (i == asked.count)
            continue;
        asked.groups[i] = asked.groups[--asked.count];
        patterns[p] = patterns[front];
        patterns[front++] = asked;
    }
    return front;
}

/* Adds what the patterns ask for. */
static void grow(Making *making, RulesGate *gate, Asked *patterns, size_t count)
{
    while (count > 0) {
        const Group *group = most_asked(patterns, count);
        size_t number = gate->count;
        gate->items = arena_grow(making->arena, gate->items, gate->count, &gate->cap, sizeof *gate->items);
        gate->items[gate->count++] = (GateNode){.opens = true, .next = (uint32_t)number + 1};
        if (!group)
            return; /* what else they ask for does not matter */
        size_t front = take_those_that_ask(patterns, count, group);
        bool enough = !most_asked(patterns, front);
        gate->items[number] = (GateNode){.bits = group->needs->bits,
                                         .word = (uint16_t)group->needs->word,
                                         .others = group->needs + 1,
                                         .other_count = (uint16_t)(group->count - 1),
                                         .opens = enough};
        if (!enough)
            grow(making, gate, patterns, front);
        gate->items[number].next = (uint32_t)gate->count;
        patterns += front;
        count -= front;
    }
}

const RulesGate *rules_gate(Arena *arena, const Rules *rules, const char *const *phases, const ClassOrigin *origins,
                            size_t origin_count)
{
    Making making = {
        .rules = rules, .origins = origins, .origin_count = origin_count, .arena = arena, .scratch = arena_create()};
    for (; *phases; phases++) {
        for (size_t i = 0; i < rules->pattern_count; i++) {
            const Pattern *pattern = &rules->patterns[i];
            if (str_equal(rules->items[pattern->rule].phase_name, str_from(*phases)))
                add_pattern(&making, pattern);
        }
    }
    RulesGate *gate = ARENA_NEW(arena, RulesGate);
    grow(&making, gate, making.patterns, making.pattern_count);
    arena_destroy(making.scratch);
    return gate;
}

static inline bool is_met(const Features *features, const GateNode *node)
{
    uint64_t met = features->bits[node->word] & node->bits;
    for (uint32_t i = 0; i < node->other_count; i++)
        met |= features->bits[node->others[i].word] & node->others[i].bits;
    return met != 0 || node->bits == 0;
}

bool rules_gate_opens(const RulesGate *gate, const MentionList *mentions, uint32_t sentence)
{
    const Features *features = &mentions->sentences[sentence];
    for (uint32_t i = 0; i < gate->count;) {
        const GateNode *node = &gate->items[i];
        if (!is_met(features, node))
            i = node->next;
        else if (node->opens)
            return true;
        else
            i++;
    }
    return false;
}
