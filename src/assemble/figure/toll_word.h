/*
 * toll_word — counts as a report words them, and those without a number ("dozens were hurt") beside the numbers that it tells.
 */
#ifndef DAYBOOK_ASSEMBLE_TOLL_WORD_H
#define DAYBOOK_ASSEMBLE_TOLL_WORD_H

#include "assemble/figure/victims.h"

/* The first count of all victims. A word is none beside numbers, which other voices may give; NULL where there is none. */
const Figure *toll_first_count(Pool pool, VictimClass of_class);

/* "Dozens were hurt ... a clerk was hit in the leg": where no number counts all of them, and those told of one by one, or by the report
 * itself, are fewer than a word says, they are some of those: the pool keeps the words alone; but not of words in a row with those
 * told of ("a clerk and several others"), which are more than either. */
void toll_keep_words(Arena *arena, Pool *pool, VictimClass of_class);

/* "A clerk and several others": the row, as printed, of a sum that words leave without a number, where one sentence tells it;
 * else STR_NONE. A slice of the report's text. */
Str toll_row_text(const Sum *sum);

/* A single claim's count as printed, STR_NONE of a number that was reckoned or set by somebody. A slice of the report's text. */
Str toll_printed_count(const Figure *main);

/* A sum by its terms: "3 + 1 + 2", "nine (police) + 2". said: how its first part is worded, "": as its number, point. */
Str toll_sum_text(Arena *arena, Str said, int64_t point, int64_t term);

#endif
