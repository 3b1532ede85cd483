/*
 * told — what one voice of one report tells of a cell (assemble/figure/toll.h makes it).
 */
#ifndef DAYBOOK_ASSEMBLE_FIGURE_TOLD_H
#define DAYBOOK_ASSEMBLE_FIGURE_TOLD_H

#include "assemble/basis/voice.h"

/* One voice's figure for one cell in one document. */
typedef struct {
    Voice voice;
    int64_t time;
    int64_t time_last; /* as Figure has it */
    int64_t posted;    /* of the post of a log that tells it; INT64_MIN where none does or it is a sum */
    Interval range;
    CountForm form;
    uint32_t document;
    int64_t point;   /* its number in a median; -1: words only */
    int64_t former;  /* the number that its report says had been told before: "up from 12"; 0: none */
    int64_t in_one;  /* of a sum of victims described one by one: the most that one sentence tells of; else 0 */
    Str text;        /* the count as printed, of a figure that is one claim's */
    Str word_rule;   /* the profile's rule that made a number of a word, "" */
    bool derived;    /* a sum: claims are its terms */
    bool whole;      /* a stated count or a sum, not one described victim */
    bool risen;      /* told as a toll that moved to the number: "has risen to nine" */
    bool lowered;    /* told as a toll put right: "revised to nine" */
    bool total;      /* told as the toll so far: "bringing the number of dead to nine" */
    bool generic;    /* stated of all victims of the cell, not of a sub-group or role */
    bool class_word; /* a part of a number, by the word for all of the class: "nine, three of them civilians" */
    bool by_age;     /* made of counts by age or sex alone: "seven children and five women" */
    bool attackers;  /* of those who attacked alone */
    bool local;      /* of one town of the incident's region */
    bool dead;       /* of people killed */
    bool alive; /* some of the hurt or taken: "seven are stable", "22 are still in hospital", "34 of them were freed" */
    bool minimum;  /* some of the victims, as many at least: bodies found, wounded whom a hospital received */
    bool singly;   /* victims described one by one: a sum of them, or one of them */
    bool row;      /* of those described, told in one row: "a man and a woman were killed" */
    bool struck;   /* of people hit by shots, of whom the report does not say that they live */
    bool own;      /* a country's word on its own soldiers: "20 of its soldiers" (assemble/figure/toll_own.h) */
    bool may_fall; /* counts how things stand: who is missing (outcome_may_fall) */
    bool listed;   /* told beside other groups, that are not of its class: "two people and a guard" */
    bool about_enemy;
    bool other_days; /* set when figures are weighed: of days inside another's, or too wide */
    bool of_part;    /* set then: far fewer than several reports told before (assemble/figure/toll_part.h) */
    bool far_off;    /* set then: far more than they did, and hardly anybody else tells as many */
    bool too_wide;   /* of a period that no one incident has ("this year"), beside figures of the incident's own */
    bool accused;    /* of what the state's forces are told to have done: its authorities are a side */
    bool unsided;    /* of an event that nobody's attack is: whoever speaks is no side in it */
    Party claimant;
    unsigned by_name; /* how many of its terms are women by their given names alone (assemble/figure/toll_column.h) */
    unsigned nth;     /* one described victim who died, told as the third or a later one; else 0 */
    unsigned classes; /* bits 1 << VictimClass that went into it */
    uint16_t area;  /* its number among those of the incident and 1 (assemble/figure/spread.h), 0: none was asked for */
    bool of_attack; /* then: its sentence tells of an attack */
    const Place *place; /* then: that it is told of, NULL */
    const Place *
        district; /* that its own sentence tells it of, NULL where none or it is a sum (assemble/figure/toll_district.h) */
    Window window;
    bool window_stated; /* told by the text for this figure, not inherited from the report's day */
    bool loose;         /* of days that only hold the event's (Claim.loose) */
    int64_t
        said; /* until when it was said, where its sentence tells that it was on a day before: "had put it at nine on Monday"; else its time */
    const uint32_t *claims;
    size_t claim_count;
    bool lapsed;  /* later reports' figures stand for it */
    bool further; /* told on top of others: "two more died" (assemble/figure/toll_further.h) */
    bool
        held; /* the same, where the report gives the toll that holds them: "two more were found, and the toll rose to 15" */
    bool grown; /* set when figures are weighed: a later report tells of more dead on top of it */
    bool died;  /* of people hurt: as many as later reports, which tell of nobody hurt, tell of as dead */
    bool
        taken_back; /* set when figures are weighed: a report's own word, and the number that a body has put lower since */
    bool superseded;
} Told;

typedef struct {
    Told *items;
    size_t count;
    size_t cap;
} ToldList;

#endif
