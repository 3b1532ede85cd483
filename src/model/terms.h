/*
 * terms — the field's closed vocabularies, with the names that the contract gives them in JSON and
 * that lexicon and rules use as values.
 *
 * Each enum's 0 is "unknown" (null in JSON). *_name returns "" for it, and STR_NONE never;
 * *_parse returns the member with that name, or the unknown member.
 */
#ifndef DAYBOOK_MODEL_TERMS_H
#define DAYBOOK_MODEL_TERMS_H

#include "base/str.h"

typedef enum {
    KIND_NONE,
    KIND_CASUALTY,
    KIND_ATTACK,
    KIND_RESPONSIBILITY,
    KIND_ACCUSATION,
    KIND_DENIAL,
    KIND_STATEMENT,
    KIND_DISRUPTION,
    KIND_RESPONSE,
    KIND_CONTEXT,
    KIND_PENDING,
    KIND_UNVERIFIED,
    KIND_COUNT_
} ClaimKind;

typedef enum {
    OUTCOME_NONE,
    OUTCOME_KILLED,
    OUTCOME_INJURED,
    OUTCOME_ABDUCTED, /* captured, kidnapped, taken hostage */
    OUTCOME_DETAINED,
    OUTCOME_MISSING,
    OUTCOME_ESCAPED,
    OUTCOME_DISPLACED,
    OUTCOME_COUNT_
} Outcome;

typedef enum {
    CLASS_UNKNOWN, /* "unknown" in JSON */
    CLASS_CIVILIAN,
    CLASS_SECURITY,
    CLASS_MILITANT,
    CLASS_MIXED,
    CLASS_COUNT_
} VictimClass;

/* The cells of an incident's table of estimates, in JSON order; 0 is everybody: "all". */
typedef enum { CELL_ALL, CELL_CIVILIAN, CELL_SECURITY, CELL_MILITANT, CELL_WOMEN, CELL_CHILDREN, CELL_COUNT_ } CellKind;

/* Bits of Claim.subgroups; an estimate has a cell for women and for children. */
typedef enum {
    SUBGROUP_WOMEN = 1 << 0,
    SUBGROUP_CHILDREN = 1 << 1,
    SUBGROUP_MEN = 1 << 2,
    SUBGROUP_ELDERLY = 1 << 3,
    SUBGROUP_MEDICS = 1 << 4,
    SUBGROUP_JOURNALISTS = 1 << 5,
    SUBGROUP_AID_WORKERS = 1 << 6,
    SUBGROUP_POLICE = 1 << 7,
    SUBGROUP_SOLDIERS = 1 << 8,
    SUBGROUP_ATTACKERS = 1 << 9, /* the attacker among the dead: suicide bomber, gunman, suspect */
    SUBGROUP_AGES_AND_SEXES = SUBGROUP_WOMEN | SUBGROUP_CHILDREN | SUBGROUP_MEN | SUBGROUP_ELDERLY,
} Subgroup;

typedef enum {
    PARTY_NONE,
    PARTY_GOVERNMENT,
    PARTY_ARMED_GROUP, /* "armed group" */
    PARTY_MEDICAL,
    PARTY_WITNESS,
    PARTY_AID,
    PARTY_MEDIA,
    PARTY_INTERNATIONAL,
    PARTY_ANALYST,
    PARTY_OTHER,
    PARTY_COUNT_
} Party;

typedef enum { STANCE_ASSERTS, STANCE_DENIES, STANCE_DOUBTS, STANCE_COUNT_ } Stance;

typedef enum { MANNER_NONE, MANNER_DIRECT, MANNER_INDIRECT, MANNER_MIXED, MANNER_COUNT_ } Manner;

/* Bits of Claim.status. Alleged ("allegedly", "reportedly"): told by nobody whom the report names or vouches for; it counts as any other. Unverified
 * ("unconfirmed", "feared"): the report says itself that it is not known; it has no voice in a count. */
typedef enum {
    STATUS_PRELIMINARY = 1 << 0,
    STATUS_CONFIRMED = 1 << 1,
    STATUS_ALLEGED = 1 << 2,
    STATUS_CLAIMED = 1 << 3,
    STATUS_ATTEMPTED = 1 << 4,
    STATUS_FOILED = 1 << 5,
    STATUS_COMPLETED = 1 << 6,
    STATUS_UNVERIFIED = 1 << 7,
} Status;

/* Who did it (the second grade). */
typedef enum {
    RESPONSIBILITY_UNKNOWN,
    RESPONSIBILITY_ACCEPTED,
    RESPONSIBILITY_CLAIMED,
    RESPONSIBILITY_ALLEGED,
    RESPONSIBILITY_CONTESTED,
    RESPONSIBILITY_COUNT_
} Responsibility;

/* How exactly a place is known. */
typedef enum {
    PRECISION_NONE,
    PRECISION_EXACT,    /* a named town, village or site */
    PRECISION_NEAR,     /* near, outskirts of: a circle of 25 km */
    PRECISION_DISTRICT, /* second-order division */
    PRECISION_REGION,   /* first-order division or a named region */
    PRECISION_COUNTRY,
    PRECISION_COUNT_
} Precision;

typedef enum {
    FLAG_NONE,
    FLAG_MACHINE_WRITTEN,
    FLAG_EMPTY_SECTION,
    FLAG_MISSING_CONTENT,
    FLAG_STRAY_TEXT,
    FLAG_LOADED_TERM,
    FLAG_OPERATIONAL,
    FLAG_SUPERLATIVE,
    FLAG_CALENDAR,
    FLAG_ENCODING,
    FLAG_TRUNCATED,
    FLAG_COUNT_
} FlagKind;

typedef enum {
    CONFLICT_NONE,
    CONFLICT_SUM,
    CONFLICT_SUBSET,
    CONFLICT_WINDOW,
    CONFLICT_CALENDAR,
    CONFLICT_STATUS,
    CONFLICT_NUMBERS, /* "count" */
    CONFLICT_UNIT,
    CONFLICT_WITHIN_PAGE,
    CONFLICT_RESPONSIBILITY,
    CONFLICT_COUNT_
} ConflictKind;

Str kind_name(ClaimKind kind);
ClaimKind kind_parse(Str name);
Str outcome_name(Outcome outcome);
Str cell_name(CellKind cell);
Outcome outcome_parse(Str name);
bool outcome_may_fall(Outcome outcome); /* counts how things stand, not what happened so far: who is missing */
Str class_name(VictimClass victim_class);
VictimClass class_parse(Str name);
Str party_name(Party party);
Party party_parse(Str name);
Str stance_name(Stance stance);
Stance stance_parse(Str name); /* asserts unless it is another's name */
Str manner_name(Manner manner);
Manner manner_parse(Str name);
Str responsibility_name(Responsibility responsibility);
Str precision_name(Precision precision);
Precision precision_parse(Str name);
Str flag_name(FlagKind kind);
FlagKind flag_parse(Str name);
Str conflict_name(ConflictKind kind);

/* The name of the i-th bit (0-based), "" when there is none; and a name's bit, 0 when none. */
Str subgroup_name(unsigned bit_index);
unsigned subgroup_parse(Str name);
/* Nobody is of both: a woman and a man, a medic and a soldier, an attacker and his victim. */
bool subgroups_conflict(unsigned a, unsigned b);
Str status_name(unsigned bit_index);
unsigned status_parse(Str name);

#endif
