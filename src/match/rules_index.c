/* rules_index — what patterns begin with and what calls them, by phase: made once, when all rules are read. */
#include "match/ruleset.h"

#include <assert.h>
#include <stdlib.h>

typedef struct {
    uint32_t key;
    uint32_t pattern;
} Start;

static int compare_starts(const void *a, const void *b)
{
    const Start *x = a;
    const Start *y = b;
    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    return (x->pattern > y->pattern) - (x->pattern < y->pattern);
}

static StartIndex index_starts(Arena *arena, Start *starts, size_t count, uint32_t keys)
{
    StartIndex index = {ARENA_ARRAY(arena, uint32_t, keys + 2U), ARENA_ARRAY(arena, uint32_t, count + 1), keys};
    if (count > 0)
        qsort(starts, count, sizeof *starts, compare_starts);
    size_t at = 0;
    uint32_t kept = 0;
    for (uint32_t key = 0; key <= keys; key++) {
        index.starts[key] = kept;
        for (; at < count && starts[at].key == key; at++) {
            if (kept == index.starts[key] || index.items[kept - 1] != starts[at].pattern)
                index.items[kept++] = starts[at].pattern;
        }
    }
    index.starts[keys + 1] = kept;
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

static void begins_add(Begins *begins, First first)
{
    if (first.kind == FIRST_CLASS)
        class_set_add(&begins->classes, (uint16_t)first.number);
    if (first.kind == FIRST_WORD) {
        uint32_t bit = feature_of_word(first.number) - FEATURE_WORDS;
        begins->words[bit >> 6] |= (uint64_t)1 << (bit & 63);
    }
}

/* The patterns of a phase, numbered, and what they begin with. */
static void list_patterns(Rules *rules, uint32_t number)
{
    Phase *phase = &rules->phases[number];
    phase->patterns = ARENA_ARRAY(rules->arena, uint32_t, rules->pattern_count);
    for (uint32_t i = 0; i < rules->pattern_count; i++) {
        if (rules->items[rules->patterns[i].rule].phase != number)
            continue;
        phase->patterns[phase->pattern_count++] = i;
    }
    for (uint32_t p = 0; p < phase->pattern_count; p++) {
        const Pattern *pattern = &rules->patterns[phase->patterns[p]];
        for (uint32_t f = 0; f < pattern->first_count; f++)
            begins_add(&phase->begins, pattern->firsts[f]);
    }
}

/* The needs of a phase while they are numbered. */
typedef struct {
    const uint16_t *items[NEEDS_MAX]; /* each with its number of features before them */
    uint32_t count;
} Needs;

/* The number of a need, given now if it had none; NEEDS_MAX when there is no room. */
static uint32_t number_need(Needs *needs, const uint16_t *need)
{
    for (uint32_t i = 0; i < needs->count; i++) {
        if (needs->items[i][0] == need[0] && memcmp(needs->items[i], need, (1U + need[0]) * sizeof *need) == 0)
            return i;
    }
    if (needs->count < NEEDS_MAX)
        needs->items[needs->count++] = need;
    return needs->items[needs->count - 1] == need ? needs->count - 1 : NEEDS_MAX;
}

/* Fills met_by from the numbered needs. */
static void index_features(Arena *arena, Phase *phase, const Needs *needs)
{
    uint32_t count = 0;
    phase->by_feature = ARENA_ARRAY(arena, uint16_t, FEATURE_BITS);
    for (uint32_t n = 0; n < needs->count; n++) {
        for (uint16_t i = 1; i <= needs->items[n][0]; i++) {
            uint16_t feature = needs->items[n][i];
            if (!features_have(&phase->features, feature))
                phase->by_feature[feature] = (uint16_t)count++;
            features_add(&phase->features, feature);
        }
    }
    NeedSet *met_by = ARENA_ARRAY(arena, NeedSet, count + 1);
    for (uint32_t n = 0; n < needs->count; n++) {
        for (uint16_t i = 1; i <= needs->items[n][0]; i++)
            met_by[phase->by_feature[needs->items[n][i]]].bits[n >> 6] |= (uint64_t)1 << (n & 63);
    }
    phase->met_by = met_by;
}

static void index_needs(Rules *rules, Phase *phase)
{
    Needs numbered = {.count = 0};
    for (uint32_t p = 0; p < phase->pattern_count; p++) {
        Pattern *pattern = &rules->patterns[phase->patterns[p]];
        for (uint32_t i = 0; i < pattern->need_count; i += 1U + pattern->needs[i]) {
            uint32_t number = number_need(&numbered, &pattern->needs[i]);
            if (number != NEEDS_MAX)
                pattern->needed.bits[number >> 6] |= (uint64_t)1 << (number & 63);
        }
    }
    index_features(rules->arena, phase, &numbered);
}

/* Lists the classes that some pattern begins with. */
static void list_classes(Arena *arena, Phase *phase)
{
    phase->classes = ARENA_ARRAY(arena, uint16_t, phase->by_class.keys + 1U);
    for (uint32_t cls = 1; cls <= phase->by_class.keys; cls++) {
        if (phase->by_class.starts[cls] < phase->by_class.starts[cls + 1])
            phase->classes[phase->class_count++] = (uint16_t)cls;
    }
}

static void index_phase(Rules *rules, uint32_t number, Arena *scratch)
{
    Phase *phase = &rules->phases[number];
    Start *words = NULL;
    Start *classes = NULL;
    size_t word_count = 0;
    size_t word_cap = 0;
    size_t class_count = 0;
    size_t class_cap = 0;
    list_patterns(rules, number);
    index_needs(rules, phase);
    for (uint32_t p = 0; p < phase->pattern_count; p++) {
        uint32_t i = phase->patterns[p];
        const Pattern *pattern = &rules->patterns[i];
        for (uint32_t f = 0; f < pattern->first_count; f++) {
            First first = pattern->firsts[f];
            if (first.kind == FIRST_WORD) {
                words = arena_grow(scratch, words, word_count, &word_cap, sizeof *words);
                words[word_count++] = (Start){rules->literals[first.number], i};
            } else if (first.kind == FIRST_CLASS) {
                classes = arena_grow(scratch, classes, class_count, &class_cap, sizeof *classes);
                classes[class_count++] = (Start){first.number, i};
            } else {
                phase->shapes = arena_grow(rules->arena, phase->shapes, phase->shape_count, &phase->shape_cap,
                                           sizeof *phase->shapes);
                phase->shapes[phase->shape_count++] = (ShapeStart){first.flags, i};
            }
        }
    }
    phase->by_literal = index_starts(rules->arena, words, word_count, rules->literal_count);
    phase->by_class = index_starts(rules->arena, classes, class_count, rules->class_limit);
    list_classes(rules->arena, phase);
}

void ruleset_index(Rules *rules)
{
    number_literals(rules);
    rules->class_limit = lexicon_class_count(rules->lexicon);
    Arena *scratch = arena_create();
    for (uint32_t i = 0; i < rules->phase_count; i++)
        index_phase(rules, i, scratch);
    arena_destroy(scratch);
}
