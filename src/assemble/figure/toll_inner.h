/*
 * toll_inner — figures of one document whose days lie inside another's: "67 on Saturday" beside "108 over 48 hours". A step
 * takes as long as there are different days, not as there are figures.
 */
#ifndef DAYBOOK_ASSEMBLE_TOLL_INNER_H
#define DAYBOOK_ASSEMBLE_TOLL_INNER_H

#include "assemble/figure/victims.h"

/* Longer days are background ("500 were killed in 2013"), never an incident's own. */
enum { TOLL_WIDEST_DAYS = 31 };

/* Whether the text tells the figure, which is no described victim, of days of its own. */
bool toll_states_days(const Claim *claim);

/* Takes out of the pool, and returns, the figures whose days lie inside those of a figure of the same class that is no
 * smaller; both keep their order. */
Pool toll_take_inner(Arena *arena, Pool *pool);

#endif
