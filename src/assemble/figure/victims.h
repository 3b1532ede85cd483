/*
 * victims — the mentions of victims in one cell of a page, added up: a figure told again counts once, parts stand in their
 * whole, a stated total beats described victims, groups that differ add up, "another two" adds.
 */
#ifndef DAYBOOK_ASSEMBLE_VICTIMS_H
#define DAYBOOK_ASSEMBLE_VICTIMS_H

#include "assemble/basis/voice.h"

/* Mentions in one cell: pointers, so that pools are cheap to split. */
typedef struct {
    const Figure **items;
    size_t count;
} Pool;

/* What a pool comes to. */
typedef struct {
    bool any;
    Interval range;
    CountForm form;
    int64_t point;
    const Figure *main;
    const Figure **terms;
    size_t term_count;
} Sum;

/* What a mention contributes: a count of all of the cell, of a group, one described victim, or what is added. */
typedef enum { SORT_GENERIC, SORT_STATED, SORT_DESCRIBED, SORT_ADDED } Sort;

Sort victims_sort(const Figure *figure, VictimClass of_class);

/* of_class: the cell's class, CLASS_UNKNOWN for totals and sub-groups. Nothing is any for an empty pool. */
Sum victims_sum(Arena *arena, Pool pool, VictimClass of_class);

/* Of the mentions of each distinct group of people the best; in one sentence two may be of two groups where the caller says so
 * (victims_apart.c). */
Pool victims_apart(Arena *arena, Pool pool, bool same_sentence_is_new);

/* In which order a sentence tells of people: by where they stand, as one verb may tell of several ("one is dead and the others hurt"). */
bool victims_in_order(const Claim *x, const Claim *y);

/* "Two children, a girl of five and a boy of six, were hurt", "two guards, Juan Sol and Pedro Luz, and a clerk": whether x is one of those counted,
 * as many as are told one by one right behind the count. */
bool victims_are_apposed(const Figure *x, const Figure *group, Pool described);

/* The largest count of all that any voice but an armed group's gives in numbers, two at least; NULL where none does. */
const Figure *victims_largest_count(Pool pool, VictimClass of_class);

/* "A clerk and several others": the words are told in one row with one of the numbers, of others than those. */
bool victims_are_beside(const Figure *word, Pool numbers);

int64_t victims_point(const Claim *claim); /* its number in a median, -1 for words */
bool victims_are_described(const Figure *figure);
bool victims_are_words(const Figure *figure);

#endif
