/* compare_event — a report's main event, as it is held against those of others. */
#ifndef DAYBOOK_ASSEMBLE_COMPARE_EVENT_H
#define DAYBOOK_ASSEMBLE_COMPARE_EVENT_H

#include "assemble/basis/traits.h"
#include "extract/event/event_type.h"

enum {
    AGE_WORDS = 2,
    AGE_BITS = 64,
    POINT_AXES = 3,
    COMPARE_SEVERAL = 2, /* people hit: one may be who died since */
    COMPARE_NIGHT = 2,   /* days: "overnight" lies in two */
};

typedef struct {
    const uint64_t *items;
    size_t count;
} HashList;

static inline bool hash_list_has(HashList list, uint64_t hash)
{
    for (size_t i = 0; i < list.count; i++)
        if (list.items[i] == hash)
            return true;
    return false;
}

static inline bool hash_list_meets(HashList a, HashList b)
{
    for (size_t i = 0; i < a.count; i++)
        if (hash_list_has(b, a.items[i]))
            return true;
    return false;
}

/* An attack of days before that a report tells beside an attack of its own. */
typedef struct {
    Window window;
    PlaceHash place;
    bool has_point;
    double point[POINT_AXES];
    int64_t killed; /* -1: not told */
} EarlierEvent;

/* A report's main event as it is compared: with thousands of others, so names are hashes, side by side. */
typedef struct {
    Window window;   /* WINDOW_NONE where neither text nor report is dated */
    Day written;     /* the day of publication, DAY_NONE */
    bool stated;     /* the text says those days; else they are the report's own */
    uint64_t said;   /* hash of the words that say them, 0: none */
    bool night;      /* the words put it into the night, which ends on the next day: "on Sunday night" */
    bool counted;    /* but for the toll by then only */
    bool row_day;    /* a row of a table that gives the day in a column, */
    bool row_spot;   /* and a town or site as its place */
    bool fresh;      /* it tells as news of an attack of the one day that it says, and no toll that has grown since */
    bool dated;      /* what happened, not only whom it hit, is told of that one day */
    bool placed;     /* the sentence that tells it names its town */
    bool of_country; /* and the report names the country of that by its name */
    uint32_t
        round; /* number and 1 of the first report that tells of the town and others, or of a region that holds it; 0: none */
    int64_t killed; /* best figure, -1 where there is none */
    int64_t before; /* killed as far as was known before those who died since, -1: not told */
    int64_t injured;
    uint64_t ages[AGE_WORDS]; /* a bit for each age told of those who were hit, in years */
    bool has_ages;
    bool all_live;       /* people are told of as injured, not only as hit, and nobody as dead */
    CellKind all_killed; /* the one class that all those killed are of; CELL_ALL: not told */
    unsigned sexes;      /* bits of Claim.subgroups, of the one person killed; 0 where there are more */
    bool is_spot;        /* main's place is a town or site with a point */
    bool is_land;        /* a district or region with one */
    bool about;          /* "near the town", "outside it" */
    bool borrowed;       /* main's place is on no map: it has the point of another that the report names */
    uint64_t country;    /* hash of its code, 0: not known */
    uint64_t state;      /* and of the state that attacked, 0: none, or several */
    PlaceHash place;
    uint64_t name;            /* hash of its place's, 0: none */
    double point[POINT_AXES]; /* of a spot or land, from the middle of an Earth of radius 1 */
    uint64_t type;            /* its hash; 0: of no kind */
    EventFamily family;       /* of the type: a car bombing is a bombing */
    bool bare_blast;          /* an explosion of which nothing says by what */
    unsigned causes;          /* of the harm (cause.h), where people are told of as killed or hurt */
    HashList countries;       /* of all places that the report names */
    HashList places;          /* the names of those */
    HashList actors;          /* of the names */
    HashList targets;
    HashList streets;            /* names of streets where it may have been */
    HashList people;             /* whom it calls by name, and some report of the pile with their age; by value */
    HashList storms;             /* names that the storms of which it tells are given */
    const EarlierEvent *earlier; /* than the main event's days, as the report tells them */
    size_t earlier_count;
} EventTraits;

#endif
