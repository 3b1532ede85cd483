/*
 * toll_word — counts without a number ("dozens were hurt") beside the numbers that the same report tells.
 */
#ifndef DAYBOOK_ASSEMBLE_TOLL_WORD_H
#define DAYBOOK_ASSEMBLE_TOLL_WORD_H

#include "assemble/victims.h"

/* The first count of all victims. A word is none beside numbers, which other voices may give; NULL where there is none. */
const Figure *toll_first_count(Pool pool, VictimClass of_class);

/* "Dozens were hurt ... a clerk was hit in the leg": where no number counts all of them, and those told of one by one, or by the report
 * itself, are fewer than a word says, they are some of those: the pool keeps the words alone. */
void toll_keep_words(Arena *arena, Pool *pool, VictimClass of_class);

#endif
