/*
 * mention — the growing list of what has been recognised over a text's tokens. One begins at a
 * token; several may begin there, of several classes and lengths.
 */
#ifndef DAYBOOK_MATCH_MENTION_H
#define DAYBOOK_MATCH_MENTION_H

#include "base/arena.h"
#include "model/token.h"

static inline void class_set_add(ClassSet *set, uint16_t cls)
{
    set->bits[cls / 64] |= (uint64_t)1 << (cls & 63);
}

static inline void class_set_join(ClassSet *set, const ClassSet *more)
{
#pragma GCC unroll 8
    for (int i = 0; i < CLASS_SET_WORDS; i++)
        set->bits[i] |= more->bits[i];
}

static inline bool class_set_has(const ClassSet *set, uint16_t cls)
{
    return set->bits[cls / 64] >> (cls & 63) & 1U;
}

static inline bool class_sets_meet(const ClassSet *a, const ClassSet *b)
{
    uint64_t both = 0;
#pragma GCC unroll 8
    for (int i = 0; i < CLASS_SET_WORDS; i++)
        both |= a->bits[i] & b->bits[i];
    return both != 0;
}

/* The set in 64 bits, each class one of them: sets whose folds share none do not meet. */
static inline uint64_t class_set_fold(const ClassSet *set)
{
    uint64_t fold = 0;
#pragma GCC unroll 8
    for (int i = 0; i < CLASS_SET_WORDS; i++)
        fold |= set->bits[i];
    return fold;
}

/* What a sentence has, as bits: classes, classes with their values, and the words that rules ask for by their numbers there
 * (ruleset.h). Values may share a bit, classes and words have each their own. */
enum {
    FEATURE_VALUES = MENTION_CLASS_BITS, /* the first of a class and value */
    FEATURE_WORDS = FEATURE_VALUES + 512,
    FEATURE_WORDS_MAX = 4160,
    FEATURE_BITS = FEATURE_WORDS + FEATURE_WORDS_MAX
};

typedef struct Features {
    union {
        uint64_t bits[FEATURE_BITS / 64];
        ClassSet classes; /* the first of them */
    };
} Features;

static inline uint32_t feature_of_class(uint16_t cls)
{
    return cls;
}

static inline uint16_t feature_of_value(uint16_t cls, uint32_t value)
{
    uint32_t hash = (cls * 0x9E3779B1U ^ value * 0x85EBCA77U) >> 16;
    return (uint16_t)(FEATURE_VALUES + hash % (FEATURE_WORDS - FEATURE_VALUES));
}

static inline void features_add(Features *features, uint32_t feature)
{
    features->bits[feature >> 6] |= (uint64_t)1 << (feature & 63);
}

/* False when no mention of the class begins at the token. Mostly the fold says so, which lies close to its neighbours'. */
static inline bool mention_may_begin(const MentionList *list, uint32_t token, uint16_t cls)
{
    return (list->folds[token] >> (cls & 63) & 1U) && class_set_has(&list->marks[token], cls);
}

/* False when no mention of the classes in the set begins at the token. */
static inline bool mention_may_begin_any(const MentionList *list, uint32_t token, const ClassSet *set)
{
    return class_sets_meet(&list->marks[token], set);
}

/* False when no mention of the class covers the token. */
static inline bool mention_may_cover(const MentionList *list, uint32_t token, uint16_t cls)
{
    return class_set_has(&list->marks[token], cls) || class_set_has(&list->inside[token], cls);
}

static inline bool mention_covers_any(const MentionList *list, uint32_t token, const ClassSet *set)
{
    return class_sets_meet(&list->marks[token], set) || class_sets_meet(&list->inside[token], set);
}

/* Whether a phrase of the class, which may be bare, begins at the token, or covers it; behind the last token none does. */
static inline bool mention_begins(const MentionList *list, uint32_t token, uint16_t cls)
{
    return token < list->token_count && mention_may_begin(list, token, cls);
}

static inline bool mention_covers(const MentionList *list, uint32_t token, uint16_t cls)
{
    return token < list->token_count && mention_may_cover(list, token, cls);
}

/* False when no mention of the class begins anywhere. */
static inline bool mention_may_be(const MentionList *list, uint16_t cls)
{
    return class_set_has(&list->classes, cls);
}

/* False when no mention of the classes in the set begins anywhere. */
static inline bool mention_may_be_any(const MentionList *list, const ClassSet *set)
{
    return class_sets_meet(&list->classes, set);
}

/* False when no mention of the class, or of the classes in the set, begins in the sentence. */
static inline bool mention_may_be_in(const MentionList *list, uint32_t sentence, uint16_t cls)
{
    return class_set_has(&list->sentences[sentence].classes, cls);
}

static inline bool mention_may_be_any_in(const MentionList *list, uint32_t sentence, const ClassSet *set)
{
    return class_sets_meet(&list->sentences[sentence].classes, set);
}

/* From a token on, the first whose sentence may have a mention of the classes, or one where such a mention may begin;
 * token_count when there is none. To walk over tokens and pass over what can't be of interest:
 *     for (uint32_t t = mention_next(list, 0, &set); t < list->token_count; t = mention_next(list, t + 1, &set)) */
uint32_t mention_next_sentence(const MentionList *list, uint32_t token, const ClassSet *set);
/* The first of the tokens [token, last) where such a mention may begin; last when there is none. */
uint32_t mention_next_before(const MentionList *list, uint32_t token, uint32_t last, const ClassSet *set);
uint32_t mention_next(const MentionList *list, uint32_t token, const ClassSet *set);

/* The first mention of the class, no bare one, that begins in tokens [token, last), and the next behind one: without a walk
 * over all of the class. MENTION_NONE when there is none:
 *     for (uint32_t i = mention_within(list, t, last, cls); i != MENTION_NONE; i = mention_within_after(list, i, last)) */
uint32_t mention_within(const MentionList *list, uint32_t token, uint32_t last, uint16_t cls);
uint32_t mention_within_after(const MentionList *list, uint32_t mention, uint32_t last);

/* The set of some classes; 0s are passed over. */
ClassSet class_set_of(const uint16_t *classes, size_t count);

/* An empty list over tokens, which must outlive it. */
MentionList mention_list(Arena *arena, const TokenList *tokens);

/* The mentions of a class, in the order in which they were added; those added meanwhile come too:
 *     for (uint32_t i = mention_first(list, cls); i != MENTION_NONE; i = mention_after(list, i)) */
static inline uint32_t mention_first(const MentionList *list, uint16_t cls)
{
    return cls == 0 ? MENTION_NONE : list->of_class[cls];
}

static inline uint32_t mention_after(const MentionList *list, uint32_t mention)
{
    return list->items[mention].same;
}

/* Appends in two steps, for those who make many: the place of the mention to come, to be filled, its next and same with
 * MENTION_NONE, and its taking in, which returns its index. No mention of the list may be equal to it. feature: of its
 * class and value. */
Mention *mention_widen(Arena *arena, MentionList *list);

static inline Mention *mention_room(Arena *arena, MentionList *list)
{
    return list->count < list->cap ? &list->items[list->count] : mention_widen(arena, list);
}

/* Hangs it behind the mentions that begin at its token and behind those of its class. */
static inline void mention_chain(MentionList *list, const Mention *m, uint32_t number)
{
    uint32_t *link = list->at[m->first] == MENTION_NONE ? &list->at[m->first] : &list->items[list->last[m->first]].next;
    *link = number;
    list->last[m->first] = number;
    uint32_t *same = list->of_class[m->cls] == MENTION_NONE ? &list->of_class[m->cls]
                                                            : &list->items[list->of_class_last[m->cls]].same;
    *same = number;
    list->of_class_last[m->cls] = number;
}

/* Notes that a phrase of the class stands at tokens [first, last). */
static inline void mention_note(MentionList *list, uint16_t cls, uint32_t first, uint32_t last)
{
    class_set_add(&list->sentences[list->tokens[first].sentence].classes, cls);
    class_set_add(&list->classes, cls);
    class_set_add(&list->marks[first], cls);
    list->folds[first] |= (uint64_t)1 << (cls & 63);
    for (uint32_t t = first + 1; t < last; t++)
        class_set_add(&list->inside[t], cls);
}

static inline uint32_t mention_take_in(MentionList *list, uint16_t feature)
{
    uint32_t number = (uint32_t)list->count++;
    const Mention *m = &list->items[number];
    mention_chain(list, m, number);
    features_add(&list->sentences[list->tokens[m->first].sentence], feature);
    mention_note(list, m->cls, m->first, m->last);
    return number;
}

/* Appends m (its next is set here), which no mention of the list may be equal to, and returns its index. */
uint32_t mention_append(Arena *arena, MentionList *list, const Mention *m);

/* Appends m (its next is set here) and returns its index. An equal mention (class, span, value, attributes) is not
 * added twice: its index is returned. */
uint32_t mention_add(Arena *arena, MentionList *list, Mention m);

/* Appends attributes for the mention that is added next; returns the first's index. */
uint32_t mention_attrs(Arena *arena, MentionList *list, const Attr *attrs, size_t count);

/* The longest mention of the class that covers a token of the list, looking back at most `back` tokens, and the longest
 * that begins there: what mention_over and mention_at ask where there may be one. Not of bare classes, which would seem
 * to stand nowhere. */
uint32_t mention_longest(const MentionList *list, uint32_t token, uint16_t cls, uint32_t back);
uint32_t mention_longest_at(const MentionList *list, uint32_t token, uint16_t cls);

/* The longest mention of the class that covers a token, looking back at most `back` tokens. */
static inline uint32_t mention_over(const MentionList *list, uint32_t token, uint16_t cls, uint32_t back)
{
    return mention_covers(list, token, cls) ? mention_longest(list, token, cls, back) : MENTION_NONE;
}

/* The longest mention of the class that begins at a token, MENTION_NONE when there is none. */
static inline uint32_t mention_at(const MentionList *list, uint32_t token, uint16_t cls)
{
    return mention_begins(list, token, cls) ? mention_longest_at(list, token, cls) : MENTION_NONE;
}

/* Its attributes, attr_count of them. */
static inline const Attr *mention_attrs_of(const MentionList *list, const Mention *m)
{
    return (m->entry != 0 ? list->lexicon_attrs : list->attrs) + m->attrs;
}

/* The attribute of that name, or NULL. */
static inline const Attr *mention_attr(const MentionList *list, const Mention *m, uint16_t name)
{
    if (m->attr_count == 0)
        return NULL;
    const Attr *attrs = mention_attrs_of(list, m);
    for (uint32_t i = 0; i < m->attr_count; i++) {
        if (attrs[i].name == name)
            return &attrs[i];
    }
    return NULL;
}

/* The bytes it covers. */
Span mention_span(const TokenList *tokens, const Mention *m);
Span mention_tokens_span(const TokenList *tokens, uint32_t first, uint32_t last);

#endif
