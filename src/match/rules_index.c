/* rules_index — what patterns begin with and what calls them, by phase: made once, when all rules are read. */
#include "match/ruleset.h"

#include <assert.h>
#include <stdlib.h>

typedef struct {
    uint32_t key;
    uint32_t pattern;
    const Second *second;
} Beginning;

static int compare_beginnings(const void *a, const void *b)
{
    const Beginning *x = a;
    const Beginning *y = b;
    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    return (x->pattern > y->pattern) - (x->pattern < y->pattern);
}

/* A group of a pattern's needs and how many features meet it. */
typedef struct {
    const Need *needs;
    uint32_t count;
    uint32_t features;
} NeedGroup;

enum { GROUPS_MAX = 32 }; /* of one pattern that are put in order */

/* The group that begins with the need; features is 0 where the beginning's own feature meets it. */
static NeedGroup group_of(const Need *needs, uint32_t feature)
{
    NeedGroup group = {.needs = needs};
    bool own = false;
    bool last = false;
    for (const Need *need = needs; !last; need++) {
        last = need->last;
        group.count++;
        group.features += (uint32_t)__builtin_popcountll(need->bits);
        own |= need->word == feature / 64 && (need->bits >> (feature & 63) & 1U);
    }
    group.features = own ? 0 : group.features;
    return group;
}

/* The groups that the beginning does not meet, those of the fewest features first; false where there are too many. */
static bool order_groups(const Pattern *pattern, uint32_t feature, NeedGroup groups[GROUPS_MAX], size_t *count)
{
    *count = 0;
    for (uint32_t i = 0; i < pattern->need_count;) {
        NeedGroup group = group_of(&pattern->needs[i], feature);
        i += group.count;
        if (group.features == 0)
            continue;
        if (*count == GROUPS_MAX)
            return false;
        size_t at = (*count)++;
        for (; at > 0 && groups[at - 1].features > group.features; at--)
            groups[at] = groups[at - 1];
        groups[at] = group;
    }
    return true;
}

static void add_needs(Start *start, const NeedGroup *group)
{
    for (uint32_t i = 0; i < group->count; i++) {
        start->needs[start->need_count] = group->needs[i].bits;
        start->need_words[start->need_count] = (uint16_t)group->needs[i].word;
        start->last_needs |= (uint8_t)((unsigned)group->needs[i].last << start->need_count++);
    }
}

/* The start of a pattern that begins with the feature, 0 = with none: the rarer needs first, as many as there is room for. */
static Start start_of(const Pattern *patterns, const Beginning *beginning, uint32_t feature)
{
    const Pattern *pattern = &patterns[beginning->pattern];
    Start start = {.pattern = beginning->pattern, .any = !beginning->second || beginning->second->any};
    NeedGroup groups[GROUPS_MAX];
    size_t count = 0;
    start.part = !order_groups(pattern, feature, groups, &count);
    for (size_t i = 0; i < count; i++) {
        if (start.need_count + groups[i].count <= START_NEEDS)
            add_needs(&start, &groups[i]);
        else
            start.part = true;
    }
    return start;
}

/* The masks of so many starts, a block for each 64 of them; NULL where they would not pay. */
static const StartMasks *masks_of(Arena *arena, const Fold *folds, uint32_t count)
{
    enum { FEWEST = 6 };
    if (count < FEWEST)
        return NULL;
    StartMasks *masks = ARENA_ARRAY(arena, StartMasks, (count + 63) / 64);
    for (uint32_t i = 0; i < count; i++) {
        StartMasks *block = &masks[i / 64];
        for (unsigned bit = 0; bit < 64; bit++) {
            block->classes[bit] |= (folds[i].classes >> bit & 1U) << (i & 63);
            block->words[bit] |= (folds[i].words >> bit & 1U) << (i & 63);
        }
    }
    return masks;
}

/* Enters the beginnings of a key, which are sorted, each pattern once. */
static void fill_key(StartIndex *index, const Pattern *patterns, const Beginning *list, size_t count, uint32_t feature,
                     StartKey *key)
{
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && list[i - 1].pattern == list[i].pattern)
            continue;
        index->behind[key->last] = list[i].second->begins;
        index->folds[key->last] = list[i].second->fold;
        index->items[key->last++] = start_of(patterns, &list[i], feature);
    }
    for (uint32_t i = key->first; i < key->last; i++) {
        key->fold.classes |= index->folds[i].classes;
        key->fold.words |= index->folds[i].words;
    }
}

/* feature: of the key 0. */
static StartIndex index_starts(Arena *arena, const Pattern *patterns, Beginning *list, size_t count, uint32_t keys,
                               uint32_t feature)
{
    StartIndex index = {ARENA_ARRAY(arena, StartKey, keys + 1U), ARENA_ARRAY(arena, Start, count + 1),
                        ARENA_ARRAY(arena, Fold, count + 1), ARENA_ARRAY(arena, Begins, count + 1), keys};
    if (count > 0)
        qsort(list, count, sizeof *list, compare_beginnings);
    size_t at = 0;
    uint32_t kept = 0;
    for (uint32_t number = 0; number <= keys; number++) {
        size_t first = at;
        while (at < count && list[at].key == number)
            at++;
        StartKey *key = &index.keys[number];
        key->first = key->last = kept;
        fill_key(&index, patterns, list + first, at - first, feature + number, key);
        kept = key->last;
        key->masks = masks_of(arena, index.folds + key->first, key->last - key->first);
    }
    return index;
}

static void number_literal(Rules *rules, uint32_t word)
{
    assert(rules->literal_count < UINT16_MAX);
    if (rules->literals[word] == 0)
        rules->literals[word] = (uint16_t)++rules->literal_count;
}

static void number_words(Rules *rules, const Node *node)
{
    for (uint32_t i = 0; node->kind == NODE_WORDS && i < node->count; i++)
        number_literal(rules, node->words[i]);
    for (const Node *n = node->child; n; n = n->next)
        number_words(rules, n);
}

/* Numbers the words of all find and need lines. */
static void number_literals(Rules *rules)
{
    uint32_t limit = (uint32_t)lexicon_vocabulary(rules->lexicon)->count + 1;
    rules->literals = ARENA_ARRAY(rules->arena, uint16_t, limit);
    rules->word_limit = limit;
    for (size_t i = 0; i < rules->pattern_count; i++) {
        const Pattern *pattern = &rules->patterns[i];
        for (uint32_t pc = 0; pc < pattern->code_count; pc++) {
            if (pattern->code[pc].op == OP_WORD)
                number_literal(rules, pattern->code[pc].a);
        }
        for (const Node *n = pattern->wanted; n; n = n->next)
            number_words(rules, n);
    }
}

void ruleset_add_need(Need *needs, uint32_t first, uint32_t *count, uint32_t feature)
{
    uint32_t i = first;
    while (i < *count && needs[i].word != feature / 64)
        i++;
    if (i == *count)
        needs[(*count)++] = (Need){.word = feature / 64};
    needs[i].bits |= (uint64_t)1 << (feature & 63);
}

uint32_t ruleset_feature(const Rules *rules, uint32_t want)
{
    uint32_t feature = want_feature(want);
    if (feature < FEATURE_WORDS)
        return feature;
    return FEATURE_WORDS + (uint32_t)rules->literals[feature - FEATURE_WORDS];
}

/* Makes the needs of a pattern of its wants. Words that stand together in a rule have numbers side by side, and so share
 * their needs mostly. */
static void make_needs(const Rules *rules, Pattern *pattern)
{
    Need *needs = ARENA_ARRAY(rules->arena, Need, pattern->want_count + 1);
    uint32_t count = 0;
    const uint32_t *wants = pattern->wants;
    for (const uint32_t *end = wants + pattern->want_count; wants < end; wants += 1 + wants[0]) {
        uint32_t first = count;
        for (uint32_t i = 1; i <= wants[0]; i++) {
            ruleset_add_need(needs, first, &count, ruleset_feature(rules, wants[i]));
        }
        needs[count - 1].last = true;
    }
    pattern->needs = needs;
    pattern->need_count = count;
}

/* Lists the classes that some pattern begins with. */
static void list_classes(Arena *arena, Phase *phase)
{
    phase->classes = ARENA_ARRAY(arena, uint16_t, phase->by_class.key_limit + 1U);
    for (uint32_t cls = 1; cls <= phase->by_class.key_limit; cls++) {
        if (phase->by_class.keys[cls].first < phase->by_class.keys[cls].last)
            phase->classes[phase->class_count++] = (uint16_t)cls;
    }
}

/* How many beginnings of a phase's patterns are shapes. */
static size_t count_shapes(const Rules *rules, uint32_t phase)
{
    size_t count = 0;
    for (uint32_t i = 0; i < rules->pattern_count; i++) {
        const Pattern *pattern = &rules->patterns[i];
        for (uint32_t f = 0; f < pattern->first_count && rules->items[pattern->rule].phase == phase; f++)
            count += pattern->firsts[f].kind == FIRST_SHAPE;
    }
    return count;
}

static void index_phase(Rules *rules, uint32_t number, Arena *scratch)
{
    Phase *phase = &rules->phases[number];
    Beginning *words = NULL;
    Beginning *classes = NULL;
    size_t word_count = 0;
    size_t word_cap = 0;
    size_t class_count = 0;
    size_t class_cap = 0;
    phase->shapes = ARENA_ARRAY(rules->arena, ShapeStart, count_shapes(rules, number));
    for (uint32_t i = 0; i < rules->pattern_count; i++) {
        const Pattern *pattern = &rules->patterns[i];
        if (rules->items[pattern->rule].phase != number)
            continue;
        phase->pattern_count++;
        for (uint32_t f = 0; f < pattern->first_count; f++) {
            First first = pattern->firsts[f];
            if (first.kind == FIRST_WORD) {
                words = arena_grow(scratch, words, word_count, &word_cap, sizeof *words);
                words[word_count++] = (Beginning){rules->literals[first.number], i, first.second};
            } else if (first.kind == FIRST_CLASS) {
                classes = arena_grow(scratch, classes, class_count, &class_cap, sizeof *classes);
                classes[class_count++] = (Beginning){first.number, i, first.second};
            } else {
                phase->shapes[phase->shape_count++] =
                    (ShapeStart){start_of(rules->patterns, &(Beginning){.pattern = i}, 0), first.flags};
            }
        }
    }
    phase->by_literal =
        index_starts(rules->arena, rules->patterns, words, word_count, rules->literal_count, FEATURE_WORDS);
    phase->by_class = index_starts(rules->arena, rules->patterns, classes, class_count, rules->class_limit, 0);
    list_classes(rules->arena, phase);
    for (uint32_t n = 1; n <= rules->literal_count; n++) {
        if (phase->by_literal.keys[n].first < phase->by_literal.keys[n].last)
            rules->begun_by[n] |= (uint32_t)1 << number;
    }
}

void ruleset_index(Rules *rules)
{
    assert(rules->pattern_count <= UINT16_MAX); /* as key_of_text has them */
    number_literals(rules);
    for (size_t i = 0; i < rules->pattern_count; i++)
        make_needs(rules, &rules->patterns[i]);
    rules->class_limit = lexicon_class_count(rules->lexicon);
    rules->begun_by = ARENA_ARRAY(rules->arena, uint32_t, rules->literal_count + 1);
    Arena *scratch = arena_create();
    for (uint32_t i = 0; i < rules->phase_count; i++)
        index_phase(rules, i, scratch);
    arena_destroy(scratch);
}
