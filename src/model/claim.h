/*
 * claim — one thing that one report says somebody says: the unit of the day book.
 *
 * Ownership: strings and arrays lie in the document's arena (or in the language data, which lives
 * as long as the program). Ids are made from content: document, evidence span, kind and figure.
 */
#ifndef DAYBOOK_MODEL_CLAIM_H
#define DAYBOOK_MODEL_CLAIM_H

#include "model/day.h"
#include "model/document.h"
#include "model/interval.h"
#include "model/place.h"
#include "model/span.h"
#include "model/terms.h"

/* What a time expression is used for. */
typedef enum {
    TIME_OF_EVENTS,
    TIME_OF_REPORT, /* the date in its dateline: when it was written */
    TIME_OF_POST,   /* the stamp of a post of a log, of a day of a chronicle: when what follows was written */
    TIME_OF_COUNT,  /* "by Sunday", "as of 3 May": up to when was counted */
    TIME_UNPLACED,  /* "some days ago": another day than the report's, not known which */
} TimeUse;

/* A time expression (contract: times). TIMEX3 types and values. */
typedef struct {
    Span span;
    Str type;      /* DATE, TIME, DURATION, SET */
    Str value;     /* "2026-01-31", "P2D", "2026-01-31TMO" */
    Window window; /* the days it covers, where it can be placed */
    bool hour;     /* an hour and no day: "at 3:10 a.m." */
    bool dayless;  /* an hour or part of a day, of no day that the text named just before: its window is a guess */
    TimeUse use;
    uint32_t since; /* "since the raid on Friday": byte behind the first word; 0 */
} TimeMention;

/* The number of the first of the times, which stand in text order, that begins at the byte or behind it; count where none does. */
size_t time_first_from(const TimeMention *times, size_t count, uint32_t byte);

/* Who says what (contract: attributions). Spans are empty where absent. */
typedef struct {
    Span source;
    Span cue;
    const Span *content;
    size_t content_count;
    const Str *chain; /* speakers as printed, from the one the outlet quotes to the first speaker */
    size_t chain_count;
    Str speaker; /* the first speaker's name as printed, with office: "Provincial police official Ibad Khan" */
    Str name; /* the speaker's own, without office: "Ibad Khan" (a person), "River Medical Association"; "" where the words tell none ("police"),
                 STR_NONE where nobody has looked for it (a table's cell, a person's decision) */
    Str office;  /* "Interior Minister", STR_NONE where none is given */
    Str handle;  /* "@sakhtarmengal" */
    Str channel; /* "X", "statement", "press conference" */
    Party party;
    Str group; /* which body speaks, as the data files name it: "Baloch Liberation Army" */
    Str state; /* of authorities and their hospitals: their country, ISO 3166-1 alpha-2, "" where not told (extract/speaker/state.h) */
    Str act; /* what the cue does: say, report, confirm, claim, deny, accuse, condemn, want … (lexicon, class SAY) */
    Stance stance;
    Manner manner;
    bool blanket;    /* governs the list or section under it */
    bool relative;   /* its content opens with a relative pronoun: "[which] the clinic put [at nine]" */
    bool nested;     /* stands inside what another says: of use to claims, no attribution of its own to a reader */
    bool person;     /* the name is a person's */
    bool identified; /* a named person, body or outlet, or a named party's unnamed officials */
    bool first_hand; /* the text says that the speaker or outlet saw or counted it */
} Attribution;

typedef struct {
    Str id;
    ClaimKind kind;

    /* figure */
    Outcome outcome; /* casualty */
    VictimClass victim_class;
    unsigned subgroups; /* Subgroup bits */
    unsigned among;     /* those of them that are told without a figure: "11 people, including women and children" */
    unsigned sex; /* of all of them, where the words say it: SUBGROUP_WOMEN or SUBGROUP_MEN, of girls and boys too; 0 */
    Str role;     /* a named role of the victims as printed ("police officers"), STR_NONE */
    Str unit;     /* people, attacks, cities, places, buildings, vehicles, days … */
    bool has_count;
    bool of_the_hurt; /* who died since of those told of as hurt: more than the dead told beside those */
    bool by_own_hand; /* who killed others and, as the same sentence tells, themselves */
    bool class_word;  /* told by the word for all of their class: "three civilians", not "three clerks" */
    bool
        womans_name; /* nothing tells their sex or age but a given name, which is a woman's (extract/harm/given_name.h) */
    Interval count;
    int64_t replaces; /* the number that, as the report says, was told before it: "up from an initial 12"; 0: none */
    CountForm count_form;
    Span count_span;
    Span victims;

    /* what happened */
    Str type; /* attack: bombing, shooting …; disruption: internet, rail, roads, curfew, hospitals, schools, movement … */
    const Str *targets; /* canonical names from the lexicon: "police station" */
    size_t target_count;
    const Str *tactics;
    size_t tactic_count;
    const Str *perpetrators; /* names of parties, as the data files have them, else as printed */
    size_t perpetrator_count;
    Str perpetrator_state; /* ISO 3166-1 alpha-2 code where the only one is a state or its forces; "" */
    Str operation;         /* a party's own name for its operation, always in quotation */

    /* where and when */
    const PlaceMention *place;         /* NULL where none */
    const PlaceMention *const *places; /* every place the claim names (a list), place included */
    size_t place_count;
    bool places_partial; /* "including Quetta, Gwadar …": the list is known to be partial */
    Window window;
    Span window_span; /* empty: inherited from the sentence, dateline or publication day */
    bool loose;       /* the event was on some of these days: "last week's raid" */

    /* who */
    const Attribution *attribution; /* NULL: the narrator */
    bool blanket;                   /* the attribution governs a whole list or section from before it */
    Party party;
    Stance stance;
    Manner manner;
    unsigned status; /* Status bits */

    bool background; /* an older incident told as context */
    bool campaign;   /* of several events together: of months or years ("since 2004"), of a round-up */
    bool aside;      /* background for good: told as the cause or setting of the event, or of a campaign */
    bool
        elsewhere; /* background because its sentence sets it apart ("Separately, …"): of another town, an event of its own */
    bool total;  /* a figure over all of the incident so far ("bringing the toll to 12") */
    bool named;  /* the victim's name stands in the passage */
    bool listed; /* one of several groups told together; of a part (part_of): the parts told make up the whole */
    bool
        again; /* a pronoun or definite phrase without a figure: somebody told of before; of an attack: "the bombing" */
    bool somebody;   /* of `again`: the words may stand for anybody ("him", "his body", "the murdered candidate") */
    bool spoken_of;  /* an attack told without target, day, spot or harm: talk of attacks, not news */
    bool by_state;   /* an attack that the state's own forces are told to have made */
    bool deed;       /* an attack that a finite verb tells: more than another word for one told before */
    bool struck;     /* hit by a shot: injured, unless the text says elsewhere that they died */
    bool ended;      /* of a disruption: the service is restored, the restriction lifted */
    unsigned blow;   /* which of several blows that its report tells one by one hit them, from 1; 0: none is told */
    bool additional; /* on top of what was known ("another 22") */
    bool alive;      /* they live: "expected to survive", "treated and released"; of those taken: they are free */
    bool minimum; /* some of those whom it befell: bodies found, wounded whom a hospital received; as many at least */
    bool
        possessed; /* told of as somebody else's: "his wife"; as the speaker's own: "20 of its soldiers" (extract/speaker/foe.h) */
    bool rival; /* the speaker's country fights the one where it happened (extract/speaker/state.h) */
    bool
        of_enemy; /* the speaker's word on its own enemy: "60 of the enemy", "our forces killed 60" (extract/speaker/foe.h) */
    bool
        shared_out; /* one of several counts of its sentence, each told of a place of its own: "12 in Goma and nine in Sake" */
    bool
        former; /* what the speaker had said before what the report tells now: "had earlier put the toll at nine"; counts for nothing */
    bool risen;       /* a toll that moved to the number: "has risen to 13", "bringing the toll to 13" */
    bool lowered;     /* a toll that somebody put right: "revised to 13", "dropped to 13" */
    unsigned ordinal; /* "a fourth victim": 4, none of the three before; 0: none */
    bool
        entry; /* its scene is an entry of a list, a part of what the report tells as a whole (extract/event/entry.h) */
    unsigned
        scene; /* of another spot and hour that the report tells of (extract/event/scene.h), from 1 on; 0: of its own */
    int32_t part_of;  /* index of the claim that this one is a part of ("including 3 children"), -1 */
    int32_t incident; /* index into Extraction.incidents, -1 */

    Span evidence; /* the passage */
    Span sentence;
    Str rule; /* name of the rule that made it: "killed.passive" */

    const struct ClaimDecided
        *decided; /* what people decided on it (model/decision.h); set by assemble; NULL: nobody did */
} Claim;

/* Does the text state days for the claim, rather than leave it those of its sentence or report? */
static inline bool claim_states_days(const Claim *claim)
{
    return window_is_known(claim->window) && !span_is_empty(claim->window_span);
}

/* The groups that all of the people are of: "11 women", not "11 people, including women". */
static inline unsigned claim_groups(const Claim *claim)
{
    return claim->subgroups & ~claim->among;
}

/* Does the claim's own sentence name its place? Else the place is told before, or is where the report is from. */
static inline bool claim_names_place(const Claim *claim)
{
    return claim->place && span_holds(claim->sentence, claim->place->span);
}

#endif
