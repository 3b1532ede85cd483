/*
 * agree — the facts of two reports' main events held side by side: how far their days and places lie apart, whether their victims may be the
 * same, and whether all that both say agrees. What each weighs is compare's.
 */
#ifndef DAYBOOK_ASSEMBLE_AGREE_H
#define DAYBOOK_ASSEMBLE_AGREE_H

#include "assemble/compare_event.h"

/* Days between the end of one window and the start of the other; 0 where they meet. */
int64_t agree_gap(Window a, Window b);

/* Of one day or night, which the text says. */
bool agree_is_day(const EventTraits *event);

/* Over 100 km apart. */
bool agree_are_far(const double a[POINT_AXES], const double b[POINT_AXES]);

/* Is nobody in one within five years of anybody in the other? */
bool agree_are_ages_far(const EventTraits *a, const EventTraits *b);

/* Do both tell as news of an attack of one day, kind and place, or town and region, with the same three dead or more? Two outlets may have no
 * word in common for it. */
bool agree_facts(const EventTraits *a, const EventTraits *b);

#endif
