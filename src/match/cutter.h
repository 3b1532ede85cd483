/*
 * cutter — the tokeniser at work: what its files share. Internal to match/.
 *
 *     token_scan.c      characters and words while they are scanned
 *     token_plain.c     plain words, sixteen bytes at a time
 *     token_sentence.c  adds tokens, decides where sentences begin
 *     token.c           what is one token, in one pass
 */
#ifndef DAYBOOK_MATCH_CUTTER_H
#define DAYBOOK_MATCH_CUTTER_H

#include "match/token.h"
#include "match/vocabulary.h"

/* What an ASCII byte begins or goes on: u upper, l lower, d digit, s space, n newline, . other; underscores count as lower-case letters. */
static const char CUTTER_KINDS[129] = "sssssssssnnnnnss"
                                      "ssssssssssssssss"
                                      "s..............."
                                      "dddddddddd......"
                                      ".uuuuuuuuuuuuuuu"
                                      "uuuuuuuuuuu....l"
                                      ".lllllllllllllll"
                                      "lllllllllll.....";

/* A plain word that has its token and is looked up a few words later, when what the look-up reads has come out of memory. */
typedef struct {
    uint64_t low; /* as in vocabulary_find_short */
    uint64_t high;
    size_t slot;
    uint32_t len;
    uint32_t token;
} LateWord;

enum { LATE_WORDS = 8 };

typedef struct {
    Arena *arena;
    const Vocabulary *vocabulary; /* NULL: no words are known */
    TokenList out;
    uint32_t at;
    uint32_t limit; /* end of the block */
    uint32_t block;
    bool space;   /* since the last token */
    bool newline; /* likewise */
    bool blank;   /* likewise: a blank line */
    bool quoted;
    bool quoted_single;
    enum { END_NONE, END_SIGN, END_ABBREVIATION } end; /* what the sentence might end with so far */
    uint32_t upper_words;                              /* of the sentence: all upper case */
    uint32_t lower_words;                              /* of the sentence: with a lower-case letter */
    uint32_t all_upper_words;
    uint32_t all_lower_words;
    LateWord late[LATE_WORDS]; /* the last of them, in turn */
    size_t late_count;         /* of all so far */
} Cutter;

/* A word while it is scanned. */
typedef struct {
    char folded[WORD_BYTES + 16]; /* zero behind len up to the next multiple of 8 when closed */
    uint32_t len;                 /* may pass WORD_BYTES: then it is in no vocabulary */
    uint32_t letters;
    uint32_t uppers;
    bool first_upper;
    bool first_lower;
} Scan;

static inline char cutter_kind(const Cutter *c, uint32_t at)
{
    if (at >= c->limit)
        return 'n';
    unsigned char byte = (unsigned char)c->out.text.ptr[at];
    if (byte >= 0x80)
        return 'h';
    return CUTTER_KINDS[byte];
}

/* Does the line end at a place? */
static inline bool cutter_line_ends(Str text, uint32_t at, uint32_t limit)
{
    return at < limit && (text.ptr[at] == '\n' || text.ptr[at] == '\r');
}

static inline bool cutter_is_apostrophe(int32_t ch)
{
    return ch == '\'' || ch == 0x2019 || ch == 0x2018 || ch == 0x02BC;
}

static inline void scan_byte(Scan *scan, char byte)
{
    if (scan->len < WORD_BYTES)
        scan->folded[scan->len] = byte;
    scan->len++;
}

static inline uint8_t cutter_word_flags(const Cutter *c, uint32_t word)
{
    return word != 0 ? c->vocabulary->words[word].flags : 0;
}

/* The character at a place and its length; a byte that is no UTF-8 counts as U+FFFD. */
int32_t cutter_decode(const Cutter *c, uint32_t at, uint32_t *len);
bool cutter_is_letter(int32_t ch);
bool cutter_letter_at(const Cutter *c, uint32_t at);

/* Adds a character, lower-cased. */
void scan_char(Scan *scan, int32_t ch);

/* The number of what was scanned, 0 when the language does not know it. */
uint32_t scan_number(const Cutter *c, Scan *scan);

/* Letters, marks, digits and underscores from at; returns the end. */
uint32_t scan_letters(const Cutter *c, uint32_t at, Scan *scan);

/* Adds the plain words that stand at c->at, one space between them: the quick way for what most words are; false where
 * the first is none (token_plain.c). */
bool cutter_plain_words(Cutter *c);

/* Looks up what plain words are left to be, once all of the text is cut. */
void cutter_settle_words(Cutter *c);

/* Does a sentence begin with a token of these flags that comes next? sign: its character, when it is a sign. */
bool cutter_begins_sentence(const Cutter *c, uint16_t flags, uint32_t word, bool lower, int32_t sign);
void cutter_open_sentence(Cutter *c, uint32_t start);
void cutter_close_sentence(Cutter *c);
void cutter_end_quotes(Cutter *c);

/* Ends a sentence that a sign like this may end. */
bool cutter_is_end_sign(int32_t ch);

/* A sentence of so many tokens is none but a list, or text without signs: it ends behind its next sign, at last anywhere, so that
 * stages that look through a sentence for each thing in it take a time that grows with the text, not with its square. */
static inline bool cutter_is_overlong(const TokenList *out)
{
    enum { LONG = 1000, LONGEST = 1500 }; /* tokens */
    size_t count = out->count - out->sentences[out->sentence_count - 1].first;
    return count >= LONG && (count >= LONGEST || (out->tokens[out->count - 1].flags & TOKEN_PUNCT));
}

/* Appends a token. */
static inline Token *cutter_add(Cutter *c, uint32_t start, uint32_t end, uint32_t word, uint16_t flags)
{
    TokenList *out = &c->out;
    if (c->space)
        flags |= TOKEN_SPACE_BEFORE;
    if (c->newline)
        flags |= TOKEN_LINE_START;
    if (c->quoted || c->quoted_single)
        flags |= TOKEN_QUOTED;
    if (cutter_is_overlong(out))
        cutter_open_sentence(c, start);
    if (out->sentences[out->sentence_count - 1].first == out->count)
        flags |= TOKEN_SENTENCE_START;
    if (out->count == out->cap)
        out->tokens = arena_grow(c->arena, out->tokens, out->count, &out->cap, sizeof *out->tokens);
    Token *token = &out->tokens[out->count++];
    *token = (Token){{start, end}, word, (uint32_t)out->sentence_count - 1, flags};
    c->space = false;
    c->newline = false;
    c->blank = false;
    c->at = end;
    return token;
}

/* Appends a word or number, which begins a sentence where one begins. */
void cutter_add_word(Cutter *c, uint32_t end, uint32_t word, uint16_t flags, const Scan *scan);

#endif
