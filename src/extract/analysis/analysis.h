/*
 * analysis — the cascade's workbench: one document's tokens, mentions and what the stages so far
 * have made of them. Each stage reads what stands above it and appends.
 */
#ifndef DAYBOOK_EXTRACT_ANALYSIS_H
#define DAYBOOK_EXTRACT_ANALYSIS_H

#include "extract/analysis/language.h"
#include "match/gazetteer.h"
#include "match/mention.h"
#include "match/token.h"
#include "model/extraction.h"

/* A number phrase: data of mentions of class COUNT. */
typedef struct {
    Interval range;
    CountForm form;
    Interval quantity; /* before the qualifier */
    uint32_t first;    /* tokens, qualifier included */
    uint32_t last;
    bool ordinal; /* "third" */
} CountRecord;

/* A noun phrase of people: "at least 10 officers and policemen", "his wife", "20" (were hurt). */
typedef struct {
    uint32_t first; /* tokens, count and determiner included */
    uint32_t last;
    uint32_t owner_first; /* "the mayor's brother": where the mayor begins, where owned */
    VictimClass victim_class;
    unsigned subgroups;
    uint32_t count;   /* index into counts, MENTION_NONE when there is none */
    uint32_t whole;   /* index into counts of the five, where partitive */
    bool partitive;   /* "one of the five men": some of a number told */
    bool many;        /* plural head */
    bool described;   /* one described or named person */
    bool named;       /* a person's name stands in it */
    bool named_other; /* and is another's alone: "the grandson of Juan Sol" */
    bool definite;    /* "the two men": told of before */
    bool additional;  /* "another 22", "20 others" */
    bool part;        /* "two of the men": of people told of before */
    bool picked;      /* "three of them clerks": of people told of right before */
    bool bare;        /* a count without a noun */
    bool struck;      /* "gunshot victims" */
    bool bodies;      /* "three bodies" */
    bool anybody;     /* "nine people", "nine victims": by a word for anybody */
    bool class_word;  /* "nine civilians": by the word for their class */
    bool remains;     /* "human remains": of one person at least */
    Outcome harm;     /* from an adjective: "two murdered men" */
    unsigned years;   /* their age, 0 where none is told */
    unsigned sex;     /* as Claim.sex, of what stands in the group */
    unsigned ordinal; /* "a fourth victim": 4; 0 where none is told */
    bool possessed;   /* "his wife" */
    bool owned;       /* whose they are stands before the group */
    bool prefaced;    /* what stands from owner_first on only says whose or what they are */
    bool apposed;     /* "his son, Juan Sol": the noun and the name of one person */
    bool anaphoric;   /* a pronoun or a definite phrase without a count: somebody told of before */
} GroupRecord;

/* Groups in a row: "11 civilians and 10 security personnel". Data of mentions of class GROUPS. */
typedef struct {
    uint32_t first_group;
    uint32_t group_count;
} GroupList;

typedef struct {
    const Language *language;
    const Gazetteer *gazetteer; /* may be NULL */
    const Document *document;
    Arena *arena;   /* for what outlives the analysis: what claims, places, times and attributions are made of */
    Arena *scratch; /* for all else, which goes with it; may be the same */

    TokenList tokens;            /* analysis_set_tokens */
    const uint32_t *token_steps; /* by steps of bytes: the first token that ends after the step begins */
    bool may_repeat;             /* ">" stands in it, as before the lines of a mail that an answer repeats */
    bool unreal;                 /* it tells of nothing that happened (genre.h); after past_mark */
    bool obituary;               /* the text is about who died of age or illness; set by past_mark */
    MentionList mentions;

    Block *blocks;
    size_t block_count;
    size_t block_cap;
    const bool *edges;   /* by block: the head or foot of a printed page (page_edge.h); NULL where there is none */
    bool *insets;        /* by block: a row of a table whose headings are known (inset.h); NULL where there is none */
    CountRecord *counts; /* Mention.data of class COUNT */
    size_t count_count;
    size_t count_cap;
    TimeMention *times; /* Mention.data of class TIME */
    size_t time_count;
    size_t time_cap;
    PlaceMention *places; /* Mention.data of class PLACE */
    size_t place_count;
    size_t place_cap;
    Attribution *attributions; /* Mention.data of class ATTRIBUTION */
    size_t attribution_count;
    size_t attribution_cap;
    GroupRecord *groups;
    size_t group_count;
    size_t group_cap;
    GroupList *lists;
    size_t list_count;
    size_t list_cap;
    Claim *claims;
    size_t claim_count;
    size_t claim_cap;
    uint32_t untold; /* from which byte on a stage made no more claims (claim_is_beyond), 0: all were made */
    Flag *flags;
    size_t flag_count;
    size_t flag_cap;

    const struct Syntax *syntax; /* what syntax_read made, NULL before */
    const struct Cover *said;    /* by attribution: what it says and its cue, made by source_find */
    const uint8_t *place_roles;  /* by place, made by place_roles_find */

    Str dateline_place;
    Str outlet;          /* as in Extraction, with credit */
    Str issuer;          /* who published it is no outlet but a party, a clinic, a relief body: its group; STR_NONE */
    Party issuing_party; /* PARTY_NONE without an issuer */
    Str credit;
    Day dateline_day;
    Day anchor;
    Window
        period; /* made by report_days_find, with own_day: from which day to which the report tells; unknown where it does not say */
    Day own_day; /* the day that its title names, or else of which it says that the event was then */
} Analysis;

/* The whole cascade, with everything in between kept in the one arena: for `daybook check` and tests. extract.c. */
Analysis *extract_analyse(const Language *language, const Gazetteer *gazetteer, const Document *document, Arena *arena);

/* The stages (each in its own file of this room). */
void structure_find(Analysis *a);   /* structure.c: blocks of plain text, tokens */
void furniture_find(Analysis *a);   /* structure.c: boilerplate, dateline; after the lexicon's phrases */
void count_find(Analysis *a);       /* count.c */
void when_find(Analysis *a);        /* when.c: times; sets anchor and dateline_day */
void report_days_find(Analysis *a); /* claim_when.c: the days that the report as a whole is about */
void place_find(Analysis *a);       /* place.c */
void source_find(Analysis *a);      /* source.c: attributions */
void group_find(Analysis *a);       /* group.c: people; group lists */
void verb_find(Analysis *a);        /* verb.c: verb groups of harm */
void subject_find(Analysis *a);     /* subject.c: subjects of verbs of harm that no rule has tied */
void flag_find(Analysis *a);        /* flag.c */

/* Shorthands over the language. */
static inline uint16_t analysis_class(const Analysis *a, const char *name)
{
    return lexicon_class(a->language->lexicon, str_from(name));
}
Str analysis_value(const Analysis *a, const Mention *m);      /* the name of its value */
bool analysis_is_definite(const Analysis *a, uint32_t token); /* "the", "this", "its" begin there */
Str analysis_text(const Analysis *a, const Mention *m);       /* its bytes */
static inline const Attr *analysis_attr(const Analysis *a, const Mention *m, const char *name)
{
    return m->attr_count == 0 ? NULL
                              : mention_attr(&a->mentions, m, lexicon_attr(a->language->lexicon, str_from(name)));
}

/* What a rule set or captured under the name: a value, a captured mention's value, else the tokens; "" where nothing is. */
Str analysis_attr_value(const Analysis *a, const Mention *m, const char *name);
/* Is the word written as a name? Where all is in capitals: a first name, or a word that the language does not know. */
bool analysis_is_shouted_name(const Analysis *a, uint32_t token);
static inline bool analysis_is_name(const Analysis *a, uint32_t token)
{
    uint16_t flags = a->tokens.tokens[token].flags;
    bool name = (flags & (TOKEN_CAPITAL | TOKEN_WORD)) == (TOKEN_CAPITAL | TOKEN_WORD);
    return name && (!(flags & TOKEN_SHOUTED) || analysis_is_shouted_name(a, token));
}
uint32_t analysis_sentence(const Analysis *a, uint32_t token);

/* Makes them the analysis' tokens. */
void analysis_set_tokens(Analysis *a, TokenList tokens);

/* The first token that ends after a byte: the one that holds it, else the next; the number of tokens behind the last. */
uint32_t analysis_token(const Analysis *a, uint32_t byte);

/* The first of the day expressions, or of the places, that begins at a byte or behind it, and whether there is such a one and
 * it begins before a byte: both stand in text order. Those that begin in a span, without a walk over all:
 *     for (size_t i = analysis_first_time(a, span.start); analysis_time_before(a, i, span.end); i++) */
size_t analysis_first_time(const Analysis *a, uint32_t byte);
size_t analysis_first_place(const Analysis *a, uint32_t byte);

static inline bool analysis_time_before(const Analysis *a, size_t time, uint32_t byte)
{
    return time < a->time_count && a->times[time].span.start < byte;
}

static inline bool analysis_place_before(const Analysis *a, size_t place, uint32_t byte)
{
    return place < a->place_count && a->places[place].span.start < byte;
}

/* What parts of speech the lexicon allows the phrase that begins at a token ("pret+part": class PHRASE, or WORD), STR_NONE
 * where it knows none, and behind the last token. */
Str analysis_word(const Analysis *a, uint32_t token);

/* Whether a word of saying (class SAY) is a verb that a clause may follow: "said", not "opposition". */
bool analysis_takes_clause(const Analysis *a, const Mention *say);

/* An en or em dash. */
static inline bool analysis_is_dash(Str text)
{
    return str_equal(text, STR("\xe2\x80\x93")) || str_equal(text, STR("\xe2\x80\x94"));
}

/* A quotation mark of any shape but the apostrophe of a typewriter. */
bool analysis_is_quote(Str text);

/* Whether a mention of the class, no bare one, holds the span. */
bool analysis_stands_in(const Analysis *a, const char *cls, Span span);

/* Whether a mention of the class with that value stands in tokens [first, last). */
bool analysis_tells_value(const Analysis *a, uint32_t first, uint32_t last, const char *cls, const char *value);

/* Whether the span is of the dateline's place, which tells where the report was written. */
bool analysis_in_dateline(const Analysis *a, Span span);

/* The numbers of the mentions of some classes (0s are passed over), in their order; in the scratch. */
typedef struct {
    uint32_t *items;
    size_t count;
    size_t cap;
} MentionPick;

MentionPick analysis_pick(const Analysis *a, const uint16_t *classes, size_t class_count);

#endif
