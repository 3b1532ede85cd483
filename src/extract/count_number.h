/*
 * count_number — the numbers that counts are made of: digits of any script, words, scales ("2 lakh", "two and a half
 * million"), groups of three ("1,200", "1 200", "1’200"), and a number said twice ("five (5)").
 */
#ifndef DAYBOOK_EXTRACT_COUNT_NUMBER_H
#define DAYBOOK_EXTRACT_COUNT_NUMBER_H

#include "extract/analysis.h"

/* Which words are numbers is lexicon data (numbers.tsv), looked up once a document. */
typedef struct {
    const Analysis *a;
    uint16_t number;
    uint16_t scale;
    uint16_t half;
    uint16_t joint;
    uint16_t month;
} NumberClasses;

NumberClasses number_classes(const Analysis *a);

/* Reads the number at *token and moves *token behind it; false, *token unchanged, where none or one over a thousand
 * million stands. */
bool number_take(const NumberClasses *c, uint32_t *token, int64_t *out);

#endif
