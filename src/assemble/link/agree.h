/*
 * agree — the facts of two reports' main events held side by side: how far their days and places lie apart, whether their victims may be the
 * same, and whether all that both say agrees. What each weighs is compare's.
 */
#ifndef DAYBOOK_ASSEMBLE_AGREE_H
#define DAYBOOK_ASSEMBLE_AGREE_H

#include "assemble/link/compare_event.h"

/* Days between the end of one window and the start of the other; 0 where they meet. */
int64_t agree_gap(Window a, Window b);

/* Of one day or night, which the text says. */
bool agree_is_day(const EventTraits *event);

/* Over 100 km apart. */
bool agree_are_far(const double a[POINT_AXES], const double b[POINT_AXES]);

/* Does the first report name, somewhere, the place of the other's event? */
bool agree_names_place_of(const EventTraits *teller, const EventTraits *other);

/* In towns of which neither report names the other's, and which are not one spot by two names. */
bool agree_are_two_towns(const EventTraits *a, const EventTraits *b);

/* May two places that lie far apart stand for one: a village on no map, which has the point of whatever town is named with it, or each
 * report names the place of the other, and they differ in which of the two it was? */
bool agree_may_be_one_spot(const EventTraits *a, const EventTraits *b);

/* The same place, or one of that name on no map. */
bool agree_are_in_one_place(const EventTraits *a, const EventTraits *b);

/* Of two countries, of which neither report names the other's. */
bool agree_are_strangers(const EventTraits *a, const EventTraits *b);

/* Each tells of a town, which the sentence that tells the event names. */
bool agree_are_in_towns(const EventTraits *a, const EventTraits *b);

/* Each names the country of its town, and not the other's. */
bool agree_are_of_two_countries(const EventTraits *a, const EventTraits *b);

/* Several dead in each: what is told of one victim is told of again months later, on days of a trial or of other crimes. */
bool agree_kill_several(const EventTraits *a, const EventTraits *b);

/* Two states that struck each other: each told of as attacking in the other's land. */
bool agree_are_two_sides(const EventTraits *a, const EventTraits *b);

/* Two towns of one name, in two countries. */
bool agree_are_namesakes(const EventTraits *a, const EventTraits *b);

/* Is somebody in each of one age? */
bool agree_share_ages(const EventTraits *a, const EventTraits *b);

/* Is nobody in one within five years of anybody in the other? */
bool agree_are_ages_far(const EventTraits *a, const EventTraits *b);

/* Do both tell as news of an attack of one day, kind and place, or town and region, with the same three dead or more? Two outlets may have no
 * word in common for it. */
bool agree_facts(const EventTraits *a, const EventTraits *b);

/* Are two reports with the same words one form filled in twice: both news of another day, or of towns of which neither names the other's,
 * and of other people? A day said in the same words is another by its date alone, as that of a copy is a week later: then two things
 * told of the people differ, as the dead, the hurt and the ages. */
bool agree_is_form(const EventTraits *a, const EventTraits *b);

/* Both told as news, of causes of which one event seldom has both, and each with its toll. */
bool agree_are_causes_apart(const EventTraits *a, const EventTraits *b);

/* A bomb in one and gunmen in the other, both told as news of one day, neither of both means: of another class of people, or at other targets
 * and with another toll. */
bool agree_are_deeds_apart(const EventTraits *a, const EventTraits *b);

/* Written on the day that it says, or the next. */
bool agree_is_written_at_once(const EventTraits *event);

/* An attack of a day or a night in the week before it was written, and no toll that has grown since. */
bool agree_is_news_then(const EventTraits *event);

/* Of attacks told at once as news of two days, so many apart: is that alone enough to be two? Not of one death each, which is told of again,
 * and of days that lie side by side only with another toll. */
bool agree_are_days_of_two(const EventTraits *a, const EventTraits *b, int64_t gap);

/* Of attacks told as news of one day in two towns far apart: each has dead, and as many only where not as many were hurt. */
bool agree_are_tolls_of_two(const EventTraits *a, const EventTraits *b);

/* Attacks told as news of one day in two towns far apart, each with its toll, or anything in two countries, and by no report together. Of
 * towns an hour's drive apart a village and the town that it is near may be told of one event: those have tolls that are no two guesses
 * at one. */
bool agree_are_towns_apart(const EventTraits *a, const EventTraits *b);

/* "Three were shot dead on Elm Street" and "two on Oak Avenue", both as news: no street in common, and not as many dead. */
bool agree_are_streets_apart(const EventTraits *a, const EventTraits *b);

#endif
