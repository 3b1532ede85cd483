/*
 * token — cuts text into tokens and sentences, the same way for lexicon phrases, rules and reports.
 *
 * Language-independent: letters by Unicode category (utf8proc beyond ASCII); a number keeps its
 * separators ("1,200", "3.5"; but "10-15" and "12:30" are three tokens); "12th" and "1990s" are one token,
 * NUMBER and WORD; "7pm" is two without a space between. "U.S.", "Lt." and the initial "J." are one token;
 * a clitic ("'s", "n't") is its own; a hyphen inside a word splits it in three ("15-year-old" = 15 - year - old).
 * Web and mail addresses, @handles and #tags are one WORD token. "..." and "--" are one sign; "--" has the number of a dash.
 * Sentences end at . ! ? (closing quotes and brackets after it included) and at blank lines and the ends of blocks, but
 * not at a mere line break and not after abbreviations, which are language data (see lexicon.h). One of a thousand tokens, which is
 * none but a list, ends behind its next sign, and at 1,500 anywhere, so that no stage's time grows with the square of a text's.
 * Quotation marks “ ” " " « » ‘ ’ set TOKEN_QUOTED on what stands between; a paragraph's end closes them.
 */
#ifndef DAYBOOK_MATCH_TOKEN_H
#define DAYBOOK_MATCH_TOKEN_H

#include "match/lexicon.h"
#include "model/document.h"
#include "model/token.h"

/* Tokens and sentences of text. blocks (may be none) bound sentences. lexicon may be NULL: no words
 * are numbered and no abbreviation is known. */
TokenList token_split(Arena *arena, const Lexicon *lexicon, Str text, const Block *blocks, size_t block_count);

/* The lower-cased text of a token, as the vocabulary has it (scratch memory): curly apostrophes are
 * straight, hyphens are '-', dashes and quotation marks stay as they are. */
Str token_fold(Arena *scratch, Str text);

#endif
