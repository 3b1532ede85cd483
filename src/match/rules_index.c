/* rules_index — the words that rules name, by number, and by phase with what its patterns begin: made once, when all rules
 * are read. */
#include "match/ruleset.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

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

/* Adds a group of needs that the wants make; of_classes: only of their classes, nothing where one has none. */
static void add_group(const Rules *rules, const uint32_t *wants, bool of_classes, Pattern *pattern, Need *needs)
{
    uint32_t first = pattern->need_count;
    for (uint32_t i = 1; i <= wants[0]; i++) {
        uint16_t cls = want_class(wants[i]);
        if (of_classes && cls == 0) {
            memset(needs + first, 0, (pattern->need_count - first) * sizeof *needs);
            pattern->need_count = first;
            return;
        }
        uint32_t feature = of_classes ? feature_of_class(cls) : ruleset_feature(rules, wants[i]);
        ruleset_add_need(needs, first, &pattern->need_count, feature);
    }
    needs[pattern->need_count - 1].last = true;
}

/* Makes the needs of a pattern of its wants. Words that stand together in a rule have numbers side by side, and so share
 * their needs mostly; values of classes do not, and so the classes are asked for too. */
static void make_needs(const Rules *rules, Pattern *pattern)
{
    Need *needs = ARENA_ARRAY(rules->arena, Need, 2 * ((size_t)pattern->want_count + 1));
    const uint32_t *wants = pattern->wants;
    for (const uint32_t *end = wants + pattern->want_count; wants < end; wants += 1 + wants[0]) {
        uint32_t first = pattern->need_count;
        add_group(rules, wants, false, pattern, needs);
        if (pattern->need_count - first > 1)
            add_group(rules, wants, true, pattern, needs);
    }
    pattern->needs = needs;
}

/* The feature of a sentence that has what the pattern begins with. */
static uint16_t feature_of_first(const Rules *rules, const First *first)
{
    if (first->kind == FIRST_WORD)
        return (uint16_t)(FEATURE_WORDS + rules->literals[first->number]);
    return (uint16_t)(first->kind == FIRST_CLASS ? first->number : 0);
}

/* Enters all with which a pattern begins. */
static void add_starts(const Rules *rules, Phase *phase, uint32_t number)
{
    const Pattern *pattern = &rules->patterns[number];
    uint32_t own = phase->start_count;
    for (uint32_t f = 0; f < pattern->first_count; f++) {
        const First *first = &pattern->firsts[f];
        bool any = !first->second || first->second->any;
        Start start = {number, feature_of_first(rules, first), first->flags, any};
        uint32_t i = own;
        while (i < phase->start_count && (phase->starts[i].feature != start.feature || start.feature == 0))
            i++;
        if (i < phase->start_count)
            continue;
        if (first->second)
            phase->behind[i] = first->second->begins;
        phase->starts[i] = start;
        phase->start_count++;
    }
}

/* A group of a pattern's needs, and how common what meets it may be. */
typedef struct {
    const Need *needs;
    uint32_t count;
    uint32_t weight;
} NeedGroup;

enum { GROUPS_MAX = 32 }; /* of one pattern that are asked for */

static uint32_t weight_of(const uint32_t *uses, const Need *need)
{
    uint32_t weight = 0;
    for (uint64_t bits = need->bits; bits != 0; bits &= bits - 1)
        weight += uses[need->word * 64 + (uint32_t)__builtin_ctzll(bits)];
    return weight;
}

static NeedGroup group_at(const uint32_t *uses, const Need *needs)
{
    NeedGroup group = {.needs = needs};
    do
        group.weight += weight_of(uses, &needs[group.count]);
    while (!needs[group.count++].last);
    return group;
}

static bool groups_equal(const NeedGroup *a, const NeedGroup *b)
{
    bool equal = a->count == b->count;
    for (uint32_t i = 0; equal && i < a->count; i++)
        equal = a->needs[i].word == b->needs[i].word && a->needs[i].bits == b->needs[i].bits;
    return equal;
}

/* Is a asked before b? What costs less to ask, then what is rarer. */
static bool goes_before(const NeedGroup *a, const NeedGroup *b)
{
    return a->count != b->count ? a->count < b->count : a->weight < b->weight;
}

static void move_to_front(NeedGroup *groups, size_t from)
{
    NeedGroup group = groups[from];
    memmove(groups + 1, groups, from * sizeof *groups);
    groups[0] = group;
}

/* The groups of a pattern's needs, each once: the rarest first, the others in the order in which they are asked. */
static size_t order_groups(const uint32_t *uses, const Pattern *pattern, NeedGroup groups[GROUPS_MAX])
{
    size_t count = 0;
    size_t rarest = 0;
    for (uint32_t i = 0; i < pattern->need_count && count < GROUPS_MAX;) {
        NeedGroup group = group_at(uses, &pattern->needs[i]);
        bool known = false;
        i += group.count;
        for (size_t k = 0; k < count; k++)
            known |= groups_equal(&groups[k], &group);
        if (known)
            continue;
        size_t at = count++;
        for (; at > 0 && goes_before(&group, &groups[at - 1]); at--)
            groups[at] = groups[at - 1];
        groups[at] = group;
    }
    for (size_t i = 1; i < count; i++)
        rarest = groups[i].weight < groups[rarest].weight ? i : rarest;
    if (rarest > 0)
        move_to_front(groups, rarest);
    return count;
}

/* A pattern in the making of its phase, by one of the features that call it. */
typedef struct {
    uint32_t feature;
    Wanting wanting;
} Caller;

typedef struct {
    const uint32_t *uses; /* by feature: how common it is */
    Caller *items;
    size_t count;
    size_t cap;
    Arena *scratch;
} Callers;

/* What a pattern needs but for the first of the groups, which calls it: of those left the first beside the
 * others where one need makes it out, all bits where none does. */
static Wanting wanting_of(Arena *arena, const NeedGroup *groups, size_t count)
{
    Wanting wanting = {.bits = UINT64_MAX};
    size_t next = 1;
    uint32_t needs = 0;
    for (size_t i = 1; i < count; i++)
        needs += groups[i].count;
    if (count > 1 && groups[1].count == 1) {
        wanting.bits = groups[1].needs->bits;
        wanting.word = (uint16_t)groups[1].needs->word;
        next = 2;
    }
    Need *more = ARENA_ARRAY(arena, Need, needs + 1);
    for (size_t i = next; i < count; i++) {
        memcpy(more + wanting.more_count, groups[i].needs, groups[i].count * sizeof *more);
        wanting.more_count = (uint16_t)(wanting.more_count + groups[i].count);
    }
    wanting.more = more;
    return wanting;
}

static void add_caller(Callers *callers, uint32_t feature, Wanting wanting)
{
    if (wanting.bits == UINT64_MAX && feature != 0) {
        wanting.bits = (uint64_t)1 << (feature & 63); /* which is there */
        wanting.word = (uint16_t)(feature / 64);
    }
    callers->items =
        arena_grow(callers->scratch, callers->items, callers->count, &callers->cap, sizeof *callers->items);
    callers->items[callers->count++] = (Caller){feature, wanting};
}

/* Enters a pattern with its starts. */
static void add_pattern(const Rules *rules, Phase *phase, uint32_t number, Callers *callers)
{
    NeedGroup groups[GROUPS_MAX];
    size_t count = order_groups(callers->uses, &rules->patterns[number], groups);
    Wanting wanting = wanting_of(rules->arena, groups, count);
    wanting.first = (uint16_t)phase->start_count;
    add_starts(rules, phase, number);
    wanting.last = (uint16_t)phase->start_count;
    for (uint32_t i = 0; count > 0 && i < groups[0].count; i++) {
        const Need *need = &groups[0].needs[i];
        for (uint64_t bits = need->bits; bits != 0; bits &= bits - 1)
            add_caller(callers, need->word * 64 + (uint32_t)__builtin_ctzll(bits), wanting);
    }
    if (count == 0)
        add_caller(callers, 0, wanting);
}

static int compare_callers(const void *a, const void *b)
{
    const Caller *x = a;
    const Caller *y = b;
    if (x->feature != y->feature)
        return x->feature < y->feature ? -1 : 1;
    return (x->wanting.first > y->wanting.first) - (x->wanting.first < y->wanting.first);
}

/* Lays out what calls what. */
static void list_callers(Arena *arena, Phase *phase, Callers *callers)
{
    if (callers->count > 0)
        qsort(callers->items, callers->count, sizeof *callers->items, compare_callers);
    assert(callers->count <= UINT16_MAX);
    phase->callers = ARENA_ARRAY(arena, uint16_t, FEATURE_BITS + 1);
    phase->called = ARENA_ARRAY(arena, Wanting, callers->count + 1);
    for (size_t i = 0; i < callers->count; i++) {
        phase->called[i] = callers->items[i].wanting;
        phase->callers[callers->items[i].feature + 1]++;
        features_add(&phase->calling, callers->items[i].feature);
        phase->calling_words |= calling_bit(callers->items[i].feature);
    }
    for (uint32_t feature = 0; feature < FEATURE_BITS; feature++)
        phase->callers[feature + 1] += phase->callers[feature];
}

static void index_phase(Rules *rules, const uint32_t *uses, uint32_t number, Arena *scratch)
{
    Phase *phase = &rules->phases[number];
    Callers callers = {.uses = uses, .scratch = scratch};
    size_t count = 0;
    for (uint32_t i = 0; i < rules->pattern_count; i++) {
        const Pattern *pattern = &rules->patterns[i];
        count += rules->items[pattern->rule].phase == number ? pattern->first_count : 0;
    }
    phase->starts = ARENA_ARRAY(rules->arena, Start, count + 1);
    phase->behind = ARENA_ARRAY(rules->arena, Begins, count + 1);
    for (uint32_t i = 0; i < rules->pattern_count; i++) {
        if (rules->items[rules->patterns[i].rule].phase != number)
            continue;
        phase->pattern_count++;
        add_pattern(rules, phase, i, &callers);
    }
    list_callers(rules->arena, phase, &callers);
    if (phase->start_count > rules->start_limit)
        rules->start_limit = phase->start_count;
}

void rules_expect_features(Rules *rules, const uint32_t *counts)
{
    rules->expected = counts;
}

void rules_count_features(const MentionList *mentions, size_t sentence_count, uint32_t *counts)
{
    for (size_t s = 0; s < sentence_count; s++)
        for (uint32_t word = 0; word < FEATURE_BITS / 64; word++)
            for (uint64_t bits = mentions->sentences[s].bits[word]; bits != 0; bits &= bits - 1)
                counts[word * 64 + (uint32_t)__builtin_ctzll(bits)]++;
}

/* By feature: how common it is, as far as is known; what many patterns ask for is, too. */
static const uint32_t *count_uses(const Rules *rules, Arena *scratch)
{
    if (rules->expected)
        return rules->expected;
    uint32_t *uses = ARENA_ARRAY(scratch, uint32_t, FEATURE_BITS);
    for (size_t i = 0; i < rules->pattern_count; i++) {
        const Pattern *pattern = &rules->patterns[i];
        for (uint32_t n = 0; n < pattern->need_count; n++) {
            const Need *need = &pattern->needs[n];
            for (uint64_t bits = need->bits; bits != 0; bits &= bits - 1)
                uses[need->word * 64 + (uint32_t)__builtin_ctzll(bits)]++;
        }
    }
    return uses;
}

void ruleset_index(Rules *rules)
{
    assert(rules->pattern_count <= UINT16_MAX); /* as key_of_text has them */
    number_literals(rules);
    if (rules->literal_count >= FEATURE_WORDS_MAX)
        return; /* more than features have room for: rules_finish refuses them */
    for (size_t i = 0; i < rules->pattern_count; i++)
        make_needs(rules, &rules->patterns[i]);
    Arena *scratch = arena_create();
    const uint32_t *uses = count_uses(rules, scratch);
    for (uint32_t i = 0; i < rules->phase_count; i++)
        index_phase(rules, uses, i, scratch);
    arena_destroy(scratch);
    assert(rules->start_limit < UINT16_MAX); /* as Wanting has them */
}
