/*
 * voice — who first said a figure. Claims with equal keys are one voice: copies of it count once, and its later
 * figure supersedes the earlier (rules 3 and 4).
 *
 * Key: party and body ("government|police", without the country in its name: "Iraqi police"), else party and a person's surname, found by
 * extract/speaker/speaker.c without office and town ("government|khan"), or a body's whole name; of authorities of another country than the one where it
 * happened, or of one at war with it, with its code ("government RU|defence ministry"). Who is named in full without an office has the key that
 * others give the name with one (namesake.h). What
 * an outlet says, as narrator or where others name it, belongs to it ("outlet|example times"), and what a report says that names an
 * agency as its source to the agency; without a name it belongs to the one report ("outlet|#id").
 */
#ifndef DAYBOOK_ASSEMBLE_VOICE_H
#define DAYBOOK_ASSEMBLE_VOICE_H

#include "assemble/basis/area.h"
#include "assemble/basis/marks.h"
#include "model/situation.h"

typedef struct {
    Str key;
    Str label;       /* as printed, for the working: the speaker, else the outlet, "" for an unnamed one */
    Str independent; /* voices with different keys here support each other; "" = supports nobody */
    Party party;
    Str state;       /* of authorities: their country's code, "" where not told */
    bool rival;      /* those authorities are at war with the country where it happened */
    bool identified; /* a named person, body or outlet, or a named party's officials */
    bool first_hand;
    bool narrator;
} Voice;

/* A casualty claim with what the rules of counting need to know about it. */
typedef struct {
    const Claim *claim;
    const Extraction *extraction; /* the document it stands in */
    uint32_t index;               /* among the owner's claims: what estimates point to */
    uint32_t document;            /* in order of publication */
    int64_t time;                 /* of publication, seconds; equal for all claims of a document */
    int64_t time_last;            /* the last second that may be: a report dated by its day came at some hour of it */
    Voice voice;
    ToldArea area;
    const Marks *marks; /* of a victim who is described, not counted; else NULL */
    bool local;         /* told of one town where the incident is a region's; set by who knows the incident */
    bool recast;        /* the claim is a copy in which the victims' class alone is another */
    bool heading;       /* stands in a heading: told again, and shorter, in the body */
    int64_t posted;     /* of a log: when its post was written, as the log counts its days; INT64_MIN where not told */
} Figure;

Voice voice_of(const Claim *claim, const Extraction *extraction, Arena *arena);

Figure figure_of(const Extraction *extraction, const Claim *claim, Arena *arena);

/* A copy of the figure whose claim is a copy too, which the caller may change. */
const Figure *figure_copy(Arena *arena, const Figure *figure, Claim **claim);

/* A party's word on its enemy's losses. An armed group's losses told without a speaker are the opposing party's word unless
 * seen first-hand (rule 5). */
bool voice_is_about_enemy(const Voice *voice, const Claim *claim);

/* The party that such a word counts for: the speaker's, or the victims' opponents where nobody speaks. */
Party voice_claimant(const Voice *voice, VictimClass victims);

/* An outlet, by its own report or quoted in another's, or somebody whom nobody names. */
bool voice_is_repeating(const Voice *voice);

/* "15, up from 12", "nine, down from 12": does what the one says take back the other's number? A toll that rises is anybody's; one that
 * falls who repeats what others said, and the same party's. */
bool voice_takes_back(const Voice *by, const Voice *of, bool rises);

/* A casualty claim with a figure of people that is not denied and no more than feared. Which incident it belongs to is not asked. */
bool claim_counts(const Claim *claim);

#endif
