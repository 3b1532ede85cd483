/*
 * cell_sum — estimates added up: a total of the classes that are known, a whole of the countries that it befell. The terms' claims are
 * the sum's, so that each opens its bytes.
 */
#ifndef DAYBOOK_ASSEMBLE_CELL_SUM_H
#define DAYBOOK_ASSEMBLE_CELL_SUM_H

#include "assemble/figure/current.h"
#include "base/arena.h"
#include "model/incident.h"

/* Adds a cell that has a best to the total, whose low, best and high are then sums; rule made it so. label says in the working what the
 * term is, "": nothing. */
void cell_add(Estimate *total, const Estimate *cell, Str label, Str rule, Arena *arena);

/* Claims of both, those of the first first. */
void cell_join_claims(Estimate *total, const Estimate *cell, Arena *arena);

/* Where the total's best is less than that of its classes together, its working says so: "at least 60; its classes alone come to 21 + 67". */
void cell_note_classes(Estimate *total, const Estimate *classes, Arena *arena);

/* Where the best of a class is more than that of all, its working says so: "Seven; above the total of 6". Row holds CELL_COUNT_ cells. */
void cell_note_above(Estimate *row, Arena *arena);

/* Says in the working where low is only what one sentence tells of people told one by one. */
void cell_note_in_one(Estimate *cell, const Current *current, Arena *arena);

#endif
