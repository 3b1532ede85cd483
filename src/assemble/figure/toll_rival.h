/* toll_rival — several voices of one page about one cell. */
#ifndef DAYBOOK_ASSEMBLE_TOLL_RIVAL_H
#define DAYBOOK_ASSEMBLE_TOLL_RIVAL_H

#include "assemble/figure/victims.h"

/* The report's own voice, else the first; NULL where nobody speaks. */
const Figure *toll_common_voice(Pool pool);

/* Two voices at odds over one class: its cell weighs them, and the total is made of the cells. */
bool toll_has_rivals(Pool pool);

/* "A man killed four people ... The gunman was found dead": the attacker, told of after those whom a verb makes its object, as the
 * next of them (ordinal), in the arena; NULL where there is none, or where the report counts attackers among its dead ("five,
 * including the gunman") or tells of a bomb. */
const Figure *toll_killer(Arena *arena, const Figure *counted, Pool pool);

/* Whether the figure is of somebody beyond those whom another voice counted: the next in number, who died of the hurt since, or
 * their killer, as toll_killer found him. */
bool toll_is_beyond(const Figure *x, const Figure *counted, bool killer);

#endif
