/*
 * count_number — the numbers that counts are made of: digits of any script, words, scales ("2 lakh", "two and a half
 * million", "one and a half dozen"), groups of digits ("1,200", "1,00,000", "1 200", "1’200"; "1.200" before people or where the
 * text has such), and a number said twice ("five (5)").
 */
#ifndef DAYBOOK_EXTRACT_COUNT_NUMBER_H
#define DAYBOOK_EXTRACT_COUNT_NUMBER_H

#include "extract/analysis/analysis.h"

/* Which words are numbers is lexicon data (numbers.tsv), looked up once a document. */
typedef struct {
    const Analysis *a;
    uint16_t number;
    uint16_t scale;
    uint16_t half;
    uint16_t joint;
    uint16_t month;
    uint16_t people;
    uint16_t body;
    uint16_t harmed[2];
    uint16_t qualifier;
    uint16_t quantity;
    uint16_t unit;
    uint16_t preposition;
    uint16_t conjunction;
    uint16_t range_join;
    bool by_points; /* the text has a number like "1.200.000" or "1.200 people" */
} NumberClasses;

NumberClasses number_classes(const Analysis *a);

/* Reads the number at *token and moves *token behind it; false, *token unchanged, where none, one over a thousand
 * million, or digits stand that may be read in two ways ("560 315" in a table's row). */
bool number_take(const NumberClasses *c, uint32_t *token, int64_t *out);

#endif
