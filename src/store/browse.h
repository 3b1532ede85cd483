/*
 * browse — what the desk's lists ask of a book: some claims or reports of a situation, newest first, a page at a time. Each page
 * begins where the one before ended (a seq, never a number of rows), so the last page costs what the first does.
 *
 *     ClaimFilter filter = {.kind = KIND_CASUALTY, .victim_class = -1, .incident = -1, .report = -1, .limit = 50};
 *     store_claims(store, situation, &filter, arena, &page, &err);
 *     ... page.seqs, page.count ...; filter.before = page.next;  while page.next > 0
 *
 * Rows are taken as they are: call store_assemble before.
 */
#ifndef DAYBOOK_STORE_BROWSE_H
#define DAYBOOK_STORE_BROWSE_H

#include "store/store.h"

typedef enum { DECIDED_OR_NOT, DECIDED_NOT, DECIDED_YES } DecidedFilter;

/* What a claim must be to be listed. */
typedef struct {
    ClaimKind kind;   /* KIND_NONE: any */
    Outcome outcome;  /* OUTCOME_NONE: any */
    int victim_class; /* VictimClass, -1: any */
    Party party;      /* PARTY_NONE: any */
    unsigned status;  /* any of these bits, 0: any; with a kind: that kind or these bits */
    Str place;        /* part of it, ASCII letters of either case; STR_NONE: any */
    Str speaker;      /* the same */
    Str words;        /* stand in the passage, in any case; STR_NONE: any */
    Window days;      /* its days touch these; DAY_NONE: open */
    int64_t incident; /* seq, -1: any */
    int64_t report;   /* key, -1: any */
    Str decided_by;   /* this person decided on it, and it was not undone; STR_NONE: any */
    DecidedFilter decided;
    bool no_copies; /* leave out what repeats another claim in the same voice */
    int64_t before; /* seqs below this; 0: from the newest */
    size_t limit;   /* rows a page, at most CLAIMS_A_PAGE */
} ClaimFilter;

enum { CLAIMS_A_PAGE = 200 };

typedef struct {
    const uint32_t *seqs; /* newest first */
    size_t count;
    int64_t next;      /* ClaimFilter.before of the page after; 0: this was the last */
    bool is_searching; /* words were not found so far, but there is more to look through from next on */
} ClaimSeqs;

bool store_claims(Store *store, int64_t situation, const ClaimFilter *filter, Arena *arena, ClaimSeqs *out, Error *err);

/* What a claim stands beside. */
typedef enum {
    RELATION_SELF,
    RELATION_LATER,     /* supersedes it */
    RELATION_ORIGIN,    /* what it repeats */
    RELATION_EARLIER,   /* it supersedes them */
    RELATION_COPY,      /* repeat it */
    RELATION_COMPETING, /* other figures for the same */
} Relation;

typedef struct {
    uint32_t seq;
    Relation relation;
} Related;

enum { RELATED_LIMIT = 12 }; /* of one relation */

/* The claim of that id, then what it stands beside; *count is 0 where the situation has no such claim. */
bool store_related(Store *store, int64_t situation, Str id, Arena *arena, Related **out, size_t *count, Error *err);

/* A figure that a claim has a part in. */
typedef enum { PART_COUNTS, PART_SUPERSEDED, PART_CLAIMED } FigurePart;

typedef struct {
    Str incident; /* id */
    Str name;
    Outcome outcome;
    CellKind cell;
    FigurePart part;
    bool has_best;
    int64_t best;
    Str claimed; /* what parties claim where best is blank */
    Str rule;
    Str working;
} FigureUse;

/* In the order of incidents and cells. */
bool store_figure_uses(Store *store, int64_t situation, uint32_t claim, Arena *arena, FigureUse **out, size_t *count,
                       Error *err);

/* How the claim moved figures when its report became known. */
typedef struct {
    Str incident;
    Str name;
    Outcome outcome;
    CellKind cell;
    Str was; /* "10/17/open": low, best, high; STR_NONE: nothing was claimed */
    Str now;
    Moment time;
} FigureMove;

bool store_claim_moves(Store *store, int64_t situation, uint32_t claim, Arena *arena, FigureMove **out, size_t *count,
                       Error *err);

/* A report in a list. */
typedef struct {
    int64_t key; /* as in its address */
    int64_t seq; /* in order of publication */
    Str name;
    Str publisher;
    Str title;
    Str url;
    Moment published;
    Moment read;
    size_t claims;
    Str copy_of; /* name of the report that it repeats; STR_NONE */
    int64_t copy_of_key;
} ReportRow;

typedef struct {
    ReportRow *rows;
    size_t count;
    int64_t next; /* as in ClaimSeqs */
} ReportRows;

/* Reports whose title, outlet, address or name has the words in it (STR_NONE: all), newest first, below seq before (0: all). */
bool store_reports(Store *store, int64_t situation, Str words, int64_t before, size_t limit, Arena *arena,
                   ReportRows *out, Error *err);

typedef struct {
    StoreSituation *rows; /* in order of name */
    size_t count;
    bool is_more; /* behind the last */
} SituationRows;

/* Situations whose name has the words in it (STR_NONE: all), behind the name after (STR_NONE: from the first). */
bool store_some_situations(Store *store, Str words, Str after, size_t limit, Arena *arena, SituationRows *out,
                           Error *err);

/* Counts of a situation. */
typedef struct {
    Moment as_of;
    size_t reports;
    size_t claims;
    size_t incidents;
    size_t conflicts;
    bool is_assembled; /* false: the others are 0 until store_assemble */
} SituationCounts;

bool store_counts(Store *store, int64_t situation, SituationCounts *out, Error *err);

/* The number of a claim's incident's row by its id; -1 where there is none. */
int64_t store_incident_seq(Store *store, int64_t situation, Str id);

/* Ids and names of the incidents told of most whose name has the words in it (STR_NONE: all), to choose from: columns id, name. */
bool store_incident_names(Store *store, int64_t situation, Str words, size_t limit, Arena *arena, View *out,
                          Error *err);

#endif
