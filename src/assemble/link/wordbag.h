/*
 * wordbag — the content words of each report of a pile, weighted by how much a shared one says about a shared event
 * (term frequency × inverse document frequency, names and numbers more), as vectors of length 1. Two names side by side are
 * a word of their own: many are called Khan, few Ibad Khan. Time expressions and page furniture are left out.
 *
 * In a small pile, where frequencies say little, a word's rarity is guessed from its shape: short lower-case words are
 * common, names and numbers are not.
 */
#ifndef DAYBOOK_ASSEMBLE_WORDBAG_H
#define DAYBOOK_ASSEMBLE_WORDBAG_H

#include "base/arena.h"
#include "model/extraction.h"

/* A report's weight on one word; words are numbered from 0 over the pile. */
typedef struct {
    uint32_t word;
    float weight;
} Weight;

typedef struct {
    Weight *weights; /* by word */
    size_t count;
} Wordbag;

typedef struct {
    Wordbag *bags; /* one a document */
    size_t count;
    size_t word_count;
    const bool *sharp; /* of each word: a name or a number, no pair of names */
    const Str *words;  /* one spelling of each, for `explain`; borrowed from the texts */
} WordbagList;

/* by_title: of which reports the title alone counts. */
WordbagList wordbag_list(Extraction *const *extractions, size_t count, const bool *by_title, Arena *arena);

/* The words that two reports share, weightiest first, at most limit; returns how many. */
size_t wordbag_shared(const WordbagList *list, size_t a, size_t b, Str *out, size_t limit);

#endif
