/*
 * syntax — the little grammar that finding speakers needs: what part a token plays in its clause,
 * where a noun phrase begins and ends, which words belong to a verb. No tree: tags from the lexicon
 * (class WORD, counted in UD English-EWT, and class SAY) settled by the neighbours.
 *
 * Ownership: everything lies in the document's arena. Positions are token indices, ranges half-open.
 */
#ifndef DAYBOOK_EXTRACT_SYNTAX_H
#define DAYBOOK_EXTRACT_SYNTAX_H

#include "extract/analysis/analysis.h"
#include "extract/analysis/tags.h"

/* Tokens [first, last); empty when last <= first. */
typedef struct {
    uint32_t first;
    uint32_t last;
} Range;

static inline bool range_is_empty(Range r)
{
    return r.last <= r.first;
}

typedef struct Syntax {
    const Analysis *a;
    const uint8_t *tags;     /* Tag of every token */
    const uint64_t *allowed; /* the tags that the lexicon allows it, as bits; 0 = it knows none */
    uint32_t count;
    uint16_t time_class;
    uint16_t party_class;
    uint16_t say_class;
    uint16_t outlet_class;
    uint16_t count_class;
    uint16_t mod_class;
    uint16_t victim_class;
    uint16_t identity_class; /* "from": behind a comma it leads to who somebody is; "like" (likeness_class) does not */
    uint16_t likeness_class;
    uint16_t called_class;
    uint16_t scale_class;
    uint16_t currency_class;
} Syntax;

/* Tags every token: once a document, when it is first asked for. */
const Syntax *syntax_read(Analysis *a);

/* A content word's verb form. */
static inline bool syntax_is_verb(Tag tag)
{
    return tag >= TAG_BASE && tag <= TAG_ING;
}

/* Third, preterite, or an auxiliary that opens a finite group. */
static inline bool syntax_is_finite(Tag tag)
{
    const uint64_t finite = BIT(TAG_THIRD) | BIT(TAG_PRET) | BIT(TAG_BE) | BIT(TAG_HAVE) | BIT(TAG_DO) | BIT(TAG_MODAL);
    return (BIT(tag) & finite) != 0;
}

/* Whether a token in [from, to) is such a verb. */
static inline bool syntax_has_finite(const Syntax *s, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to && i < s->count; i++)
        if (syntax_is_finite((Tag)s->tags[i]))
            return true;
    return false;
}

/* What a noun phrase without its prepositions is made of. */
static inline bool syntax_in_phrase(Tag tag)
{
    const uint64_t phrase =
        BIT(TAG_NOUN) | BIT(TAG_DET) | BIT(TAG_POSS) | BIT(TAG_NUMBER) | BIT(TAG_HYPHEN) | BIT(TAG_MARK);
    return (BIT(tag) & phrase) != 0;
}

/* Not a clitic such as "'s", which before a participle stands for "has". */
bool syntax_is_word(const Syntax *s, uint32_t token);

/* The first token of the verb group whose head is at verb: auxiliaries, adverbs and negation are stepped over,
 * not past floor. *passive: a form of "to be" stands before a participle. */
uint32_t syntax_group_start(const Syntax *s, uint32_t floor, uint32_t verb, bool *passive);

/* syntax_subject.c: the noun phrase that ends before `end` (with its prepositional phrases, appositions between commas, relative
 * clauses), or an empty range. A relative pronoun stands for itself. Nothing before floor is read. */
Range syntax_subject(const Syntax *s, uint32_t floor, uint32_t end);

/* The noun phrase that begins at `first`, not past limit; prepositional phrases as far as `deep` asks. */
Range syntax_phrase(const Syntax *s, uint32_t first, uint32_t limit, bool deep);

/* Whether the token, of that tag, ends a phrase that is of several: "clerks", "many", "police". */
bool syntax_ends_plural(const Syntax *s, uint32_t token, Tag tag);

/* First token after a time expression that begins at the token; the token itself where none does. */
uint32_t syntax_past_time(const Syntax *s, uint32_t token);

#endif
