/*
 * token — cuts text into tokens and sentences, the same way for lexicon phrases, rules and reports.
 *
 * Language-independent: letters by Unicode category (utf8proc beyond ASCII); a number keeps its
 * separators ("1,200", "3.5"); "U.S." and "Lt." are one token; a clitic ("'s", "n't") is its own;
 * a hyphen inside a word splits it in three ("15-year-old" = 15 - year - old). Sentences end at . ! ?
 * and at blank lines, list items and headings, but not after abbreviations, which are language data (class ABBREV).
 */
#ifndef DAYBOOK_MATCH_TOKEN_H
#define DAYBOOK_MATCH_TOKEN_H

#include "match/lexicon.h"
#include "model/document.h"
#include "model/token.h"

/* Tokens and sentences of text. blocks (may be none) bound sentences. lexicon may be NULL: no words
 * are numbered and no abbreviation is known. */
TokenList token_split(Arena *arena, const Lexicon *lexicon, Str text, const Block *blocks, size_t block_count);

/* The lower-cased text of a token, as the vocabulary has it (scratch memory). */
Str token_fold(Arena *scratch, Str text);

#endif
