/*
 * public_parts — what the files of the public edition share: the policy, the names that are withheld throughout, and a text whose
 * withheld bytes have been rewritten, with the way from old offsets to new ones. Private to public*.c.
 */
#ifndef DAYBOOK_REPORT_PUBLIC_PARTS_H
#define DAYBOOK_REPORT_PUBLIC_PARTS_H

#include "base/map.h"
#include "report/public.h"

struct PublicPolicy {
    bool names;
    bool ages;
    bool peoples;
    bool handles;
    bool sites;
    double grid_deg; /* 0: points are left alone */
    bool is_coarse;  /* a point may lie farther than 25 km from what it stands for */
    int64_t delay_hours;
    unsigned unnamed;  /* bits 1 << Party: named by the program's policy, not by the book's */
    const Str *listed; /* names that people want withheld */
    size_t listed_count;
    bool movements;
    bool kept[PARTY_COUNT_]; /* whose speakers are named */
    const Str *statements;
    size_t statement_count;
    Lexicon *words;
    uint16_t age_behind; /* classes of words */
    uint16_t age_before;
    uint16_t age_join;
    uint16_t age_is;   /* between a person and an age: "she was 34" */
    uint16_t age_whom; /* a pronoun for one person */
    uint16_t age_then; /* what goes on behind such an age */
    uint16_t age_number;
    uint16_t decade;
    uint16_t cue;
    uint16_t site;
    uint16_t people;
    uint16_t actor;
};

typedef struct {
    Span *items;
    size_t count;
    size_t cap;
} Spans;

void spans_add(Arena *arena, Spans *spans, Span span); /* an empty one is not added */
void spans_settle(Str text,
                  Spans *spans); /* sorted, none empty; those that touch or have but a blank between are joined */

/* Names, folded, as words with a blank between; whatever stands between the words in a text (up to 3 bytes) will do. */
typedef struct {
    Map *full;    /* whole names */
    Map *single;  /* a name's words that stand for it alone: written with a capital, unless caseless */
    Map *inner;   /* those that are words of the language too: not where a sentence begins */
    Map *begin;   /* first words of both */
    Map *spared;  /* words of those who stay: officials, bodies, places */
    size_t words; /* of the longest */
    Arena *arena;
} PublicNames;

PublicNames public_names(Arena *arena);
void public_names_spare(PublicNames *names, Str name);
void public_names_add(PublicNames *names, Str name);  /* nothing where all its words are spared */
void public_names_list(PublicNames *names, Str name); /* even then */
void public_names_add_word(PublicNames *names, Str word, bool common);
void public_names_find(const PublicNames *names, Str text, bool caseless, Spans *out);

typedef struct {
    const PublicPolicy *policy;
    const Language *language;
    const Gazetteer *gazetteer;
    const Situation *from;
    PublicNames names;
    Map *handles; /* those that stay */
    Map *places;  /* names of places that were read from withheld words: those of sites */
    Arena *arena;
} PublicWork;

/* A document's text, rewritten. */
typedef struct {
    Str old;
    Str text;
    const Spans *cuts; /* in the old text, settled */
    uint32_t *at;      /* where each cut's mark begins in the new one */
} PublicText;

PublicText public_text(Arena *arena, Str old, const Spans *cuts);
Span public_span(const PublicText *text, Span old);
Str public_slice(const PublicText *text, Span old);

/* First over all documents: who stays, then whose names go. Then of each: its withheld spans, settled. */
void public_find_spared(PublicWork *work, const Extraction *x);
void public_find_names(PublicWork *work, const Extraction *x);
Spans public_find_sites(const PublicWork *work, const Extraction *x); /* names of sites alone, settled */
Spans public_find(const PublicWork *work, const Extraction *x);

/* A text that stands alone, rewritten; the same where nothing in it is withheld. */
Str public_words(const PublicWork *work, Str s);   /* of victims: a target, a role */
Str public_voice(const PublicWork *work, Str s);   /* of others: a speaker, a note; peoples stay */
Str public_address(const PublicWork *work, Str s); /* names in any case: addresses, keys */
bool public_is_site(const PublicWork *work, Str s);
bool public_is_handle_kept(const PublicWork *work, Str handle);

/* The copies (public_copy.c). */
typedef struct {
    const Extraction *old;
    Extraction *made;
    PublicText text;
} PublicReport;

PublicReport public_report(const PublicWork *work, const Extraction *old);
const PlaceMention *public_place(const PublicWork *work, const PlaceMention *old, bool at_site);
Incident public_incident(const PublicWork *work, const Incident *old);
bool public_incident_at_site(const PublicWork *work, const Incident *incident);
const Str *public_list(const PublicWork *work, const Str *items, size_t count);

#endif
