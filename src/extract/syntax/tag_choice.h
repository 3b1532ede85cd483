/*
 * tag_choice — what part a word plays where the lexicon allows several: told by its neighbours. One step of syntax_read.
 */
#ifndef DAYBOOK_EXTRACT_TAG_CHOICE_H
#define DAYBOOK_EXTRACT_TAG_CHOICE_H

#include "extract/syntax/syntax.h"

/* A word and what stands around it. */
typedef struct {
    uint64_t bits;
    uint64_t next;      /* what the next token may be */
    Tag before;         /* the tag before, adverbs and negation stepped over */
    Tag last;           /* the tag just before */
    bool one_before;    /* "a heap of [letters]": the phrase before is of one thing, though its last noun is a plural */
    bool plural_before; /* "the letters", "members of [the council]" */
    bool single;        /* the determiner before is of one thing */
    bool alone;         /* the determiner before may stand for a noun: "some say", "this shows" */
    bool opens;         /* and it opens its clause */
    bool opens_sentence;   /* the same, and no comma or dash stands before */
    bool closes;           /* the last word, nothing but its noun phrase since a comma: "..., records show." */
    bool joined;           /* of several noun phrases: "..., letters and interviews show." */
    bool plural_in_clause; /* a plural stands in the clause, and no verb yet */
    bool plural_told;      /* the same, and behind it a participle with its agent: "images posted by the clinic" */
    bool quote_before;     /* a quotation ends just before the noun: "...," Khan reports */
    bool party_before;     /* the noun before ends the name of a body or role: "officials report" */
    bool name_before;      /* a name, or in a title a word, that is no plural */
    bool phrase;           /* a phrase of saying of several words begins here: "calling for" */
    bool capital;          /* a capital where capitals mean names */
    bool relative_before;  /* "a firm that": the pronoun before follows a noun that names no saying */
    bool relative;         /* behind it "that" and a verb: "charges that might" */
    bool voice;            /* nothing but a noun and a verb of saying follow: "..., mining records show." */
    bool parallel_ing;     /* a participle stood in the sentence before */
    bool parallel_base;    /* an infinitive did */
    bool next_capital;
    bool tells_count; /* a past form between two numbers: "a man in his 40s said ten" */
    bool counted;     /* a word that tells what kind of deed or doer, behind a number: "nine suspected gunmen" */
    bool object;      /* "there were early [reports]": bare words before it hang on a verb that is none of saying */
    bool next_figure; /* a count that is no time follows: "Blast kills twelve" */
    bool second;      /* of its sentence */
} Choice;

/* Most words are what they are whatever stands around them: what tag_settle would say of these, without a look. */
static inline bool tag_is_plain(uint64_t bits, Tag last)
{
    const uint64_t open =
        BIT(TAG_BASE) | BIT(TAG_THIRD) | BIT(TAG_PRET) | BIT(TAG_PART) | BIT(TAG_ING) | BIT(TAG_ADV) | BIT(TAG_NOUN);
    const uint64_t own = BIT(TAG_POSS) | BIT(TAG_OBJ);
    if (bits == 0 || bits == BIT(TAG_NOUN))
        return last != TAG_TO && last != TAG_MODAL;
    return (bits & open) == 0 && (bits & own) != own;
}

static inline Tag tag_plain(uint64_t bits)
{
    return bits == 0 ? TAG_NOUN : (Tag)__builtin_ctzll(bits);
}

Tag tag_settle(const Choice *c);

/* The verb form among the tags, the past before the rest; TAG_NOUN where there is none. */
Tag tag_verb_of(uint64_t bits);

#endif
