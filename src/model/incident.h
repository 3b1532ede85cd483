/*
 * incident — one reported event with its participants; and the figures reconciled for it.
 * Used both for the incidents of one document and for those linked across a pile.
 */
#ifndef DAYBOOK_MODEL_INCIDENT_H
#define DAYBOOK_MODEL_INCIDENT_H

#include "model/claim.h"

/* What one party says in a cell whose best is blank. */
typedef struct {
    Party party;
    Str state; /* of authorities: their country's code, "" where not told; not kept in a book, whose claims tell it */
    Interval count;
    bool words; /* no number: text is printed instead */
    Str text;   /* the count as printed: "37–70", "scores" */
    Window window;
    const uint32_t *claims; /* indices into the owner's claims (Extraction or Situation) */
    size_t claim_count;
} ClaimedFigure;

/*
 * One cell: low, best, high after the rules of counting. present is false where nothing at all is
 * claimed ("no figure reported"). Each end is separately known.
 */
typedef struct {
    bool present;
    bool has_low;
    bool has_best;
    bool high_open; /* the text gives a floor only; high is not a number */
    bool has_high;  /* high is a number */
    bool derived;   /* a sum of other cells or claims; claims are its terms */
    bool words_only;
    int64_t low;
    int64_t best;
    int64_t high;
    Window window;
    Str rule;               /* the rule that made best, or left it blank: "daybook.5.median", "daybook.5.enemy" */
    Str working;            /* the terms in a sentence: "median of 10 (police), 11 (hospital)" */
    unsigned origins;       /* independent origins that carry it */
    unsigned without;       /* bits 1 << VictimClass: classes a total leaves out because their cell is blank */
    const uint32_t *claims; /* those that count, best support first */
    size_t claim_count;
    const uint32_t *superseded; /* the same speaker's earlier figures, still in the book */
    size_t superseded_count;
    const uint32_t *aside; /* claims of the cell that people set aside: rejected, or not to be verified */
    size_t aside_count;
    Str people; /* who had a part in it: "12 edited by A. Coder, 2026-02-01"; empty where nobody had */
    const ClaimedFigure *claimed;
    size_t claimed_count;
} Estimate;

/* The whole table: outcomes × cells; outcomes other than killed and injured fill CELL_ALL and classes alike. */
typedef struct {
    Estimate cells[OUTCOME_COUNT_][CELL_COUNT_];
    Str profile;    /* name of the codebook whose rules made it */
    Str grade;      /* how well the incident is known, in a codebook that grades; else STR_NONE */
    Str grade_rule; /* the rule that gave the grade */
} Estimates;

/* One party's account of an incident; of authorities of several countries, or of several armed groups, one of each. */
typedef struct {
    Party party;
    Str account; /* whose: a country's code (ISO 3166-1 alpha-2), an armed group's name; "" where not told */
    Str name; /* the country or group in print; STR_NONE for a party's only account, unless another country's authorities give it */
    bool unnamed; /* holds what the party's voices say of whom neither country nor name is told */
    Estimates estimates;
    const uint32_t *claims; /* statements, responsibility, figures of that party */
    size_t claim_count;
} Version;

/* The table as it stood after a document became known. */
typedef struct {
    Moment time;
    uint32_t document; /* index into Situation.documents */
    const Estimates *estimates;
} HistoryStep;

typedef struct {
    Str id;
    bool main;       /* of a document: the one it reports */
    bool background; /* told as context */
    bool entry;      /* of a document: an entry of a list, part of what that is of as a whole */
    Str kind;        /* of a part that is told apart by what was done, not where: its first type; else STR_NONE */
    Str type;        /* bombing, shooting, attack wave … "other" where it is none of ours */
    const Str *tactics;
    size_t tactic_count;
    const Str *targets;
    size_t target_count;
    size_t sure_target_count; /* of them, what attacks were aimed at; behind it stand the people who were harmed */
    const Str *perpetrators;
    size_t perpetrator_count;
    Responsibility responsibility;
    const PlaceMention *place; /* NULL where none */
    Window window;
    int32_t part_of;        /* index of the whole in the same array, -1 */
    unsigned status;        /* Status bits of the event itself: attempted, foiled, completed */
    const uint32_t *claims; /* indices into the owner's claims */
    size_t claim_count;
    Estimates estimates;
    const Estimates *beside; /* the same by other codebooks (Profile.beside) */
    size_t beside_count;

    /* only in a Situation */
    const uint32_t *documents; /* those that report it; background mentions left out */
    size_t document_count;
    const Version *versions;
    size_t version_count;
    const HistoryStep *history;
    size_t history_count;
    const Str *reasons; /* why its documents were linked, one sentence each, for `explain` */
    size_t reason_count;
    Str called;      /* "Typhoon Odell", STR_NONE where it has no name of its own */
    Str name;        /* a neutral heading made from type or name, place and day */
    int64_t made_by; /* the decision that parted it from another incident, 0: the program found it */
} Incident;

#endif
