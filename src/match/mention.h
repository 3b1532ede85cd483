/*
 * mention — the growing list of what has been recognised over a text's tokens. One begins at a
 * token; several may begin there, of several classes and lengths.
 */
#ifndef DAYBOOK_MATCH_MENTION_H
#define DAYBOOK_MATCH_MENTION_H

#include "base/arena.h"
#include "model/token.h"

/* Bits of the classes, and of class and value together, of the mentions that begin at a token: quick to test, and
 * wrong only in that it may hold where nothing is. */
struct MentionMarks {
    uint64_t classes[2];
    uint64_t values[2];
};

enum { MENTION_MARK_BITS = 128 };

static inline uint32_t mention_class_mark(uint16_t cls)
{
    return cls % MENTION_MARK_BITS;
}

static inline uint32_t mention_value_mark(uint16_t cls, uint32_t value)
{
    return ((cls * 0x9E3779B1U ^ value * 0x85EBCA77U) >> 16) % MENTION_MARK_BITS;
}

/* Classes as bits of MentionMarks. */
typedef struct {
    uint64_t bits[2];
} ClassSet;

static inline void class_set_add(ClassSet *set, uint16_t cls)
{
    uint32_t mark = mention_class_mark(cls);
    set->bits[mark >> 6] |= (uint64_t)1 << (mark & 63);
}

/* False when no mention of the class begins at the token. */
static inline bool mention_may_begin(const MentionList *list, uint32_t token, uint16_t cls)
{
    uint32_t mark = mention_class_mark(cls);
    return list->marks[token].classes[mark >> 6] >> (mark & 63) & 1U;
}

/* False when no mention of the classes in the set begins at the token. */
static inline bool mention_may_begin_any(const MentionList *list, uint32_t token, const ClassSet *set)
{
    const struct MentionMarks *here = &list->marks[token];
    return ((here->classes[0] & set->bits[0]) | (here->classes[1] & set->bits[1])) != 0;
}

/* False when no mention of the class begins anywhere. */
static inline bool mention_may_be(const MentionList *list, uint16_t cls)
{
    uint32_t mark = mention_class_mark(cls);
    return list->classes[mark >> 6] >> (mark & 63) & 1U;
}

MentionList mention_list(Arena *arena, size_t token_count);

/* Appends m (its next is set here) and returns its index. An equal mention (class, span, value, attributes) is not
 * added twice: its index is returned. */
uint32_t mention_add(Arena *arena, MentionList *list, Mention m);

/* Appends attributes for the mention that is added next; returns the first's index. */
uint32_t mention_attrs(Arena *arena, MentionList *list, const Attr *attrs, size_t count);

/* The longest mention of the class that covers a token, looking back at most `back` tokens. */
uint32_t mention_over(const MentionList *list, uint32_t token, uint16_t cls, uint32_t back);

/* The longest mention of the class that begins at a token, MENTION_NONE when there is none. */
static inline uint32_t mention_at(const MentionList *list, uint32_t token, uint16_t cls)
{
    if (token >= list->token_count || !mention_may_begin(list, token, cls))
        return MENTION_NONE;
    return mention_over(list, token, cls, 0);
}

/* The attribute of that name, or NULL. */
const Attr *mention_attr(const MentionList *list, const Mention *m, uint16_t name);

/* The bytes it covers. */
Span mention_span(const TokenList *tokens, const Mention *m);
Span mention_tokens_span(const TokenList *tokens, uint32_t first, uint32_t last);

#endif
