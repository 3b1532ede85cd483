/*
 * disaster — what the lexicon names as happening by nature or by accident (class EVENT_OTHER): what does the harm, and how far
 * it reaches. Sources: EM-DAT's groups and types of disasters, in our own grouping.
 *
 * Example: disaster_find(STR("landslide")) is {CAUSE_WATER | CAUSE_QUAKE, REACH_NEAR}; of "trial" it is NULL.
 */
#ifndef DAYBOOK_EXTRACT_DISASTER_H
#define DAYBOOK_EXTRACT_DISASTER_H

#include "model/extraction.h"

/* What does the harm, as bits. */
enum {
    CAUSE_ARMS = 1 << 0, /* people, by hand or weapon, and attacks of no kind told */
    CAUSE_BLAST = 1 << 1,
    CAUSE_FIRE = 1 << 2,
    CAUSE_CRASH = 1 << 3, /* of aircraft, buildings, crowds: an attack's outcome, too */
    CAUSE_WATER = 1 << 4, /* storms, floods, slides */
    CAUSE_QUAKE = 1 << 5, /* and volcanoes and tsunamis */
    CAUSE_HEAT = 1 << 6,
    CAUSE_COLD = 1 << 7,
    CAUSE_DISEASE = 1 << 8, /* and what poisons */
    CAUSE_HUNGER = 1 << 9,
    CAUSE_ROAD = 1 << 10, /* accidents of traffic */
    CAUSE_BEAST = 1 << 11,
    CAUSE_SEA = 1 << 12, /* vessels that go under */
};

typedef enum {
    REACH_SPOT, /* a crash, a fire: in one place */
    REACH_NEAR, /* an earthquake: the lands around */
    REACH_LAND, /* a storm, an outbreak, a tsunami: comes over whole lands */
} Reach;

typedef struct {
    const char *name;
    unsigned causes;
    Reach reach;
    bool slow; /* it kills over weeks: no blast or raid does it */
} Disaster;

/* The one of that name, static; NULL of anything else. */
const Disaster *disaster_find(Str name);

/* The one that an event of that type is, whose first tactic names it; NULL where it is an attack or nothing is named. */
const Disaster *disaster_of(Str type, const Str *tactics, size_t count);

/* Something that blew up: not what a blast brings about as well, as that a building falls. */
bool disaster_is_blast(const Disaster *disaster);

/* Does the report tell of attacks alone? A storm or a quake may hurt people in two countries at once. */
bool disaster_is_none(const Extraction *x);

#endif
