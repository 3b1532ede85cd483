#include "match/token.h"

#include <assert.h>
#include <utf8proc.h>

#include "match/vocabulary.h"

/* What an ASCII byte begins or goes on: u upper, l lower, d digit, s space, n newline, . other; underscores count as lower-case letters. */
static const char KINDS[129] = "sssssssssnnnnnss"
                               "ssssssssssssssss"
                               "s..............."
                               "dddddddddd......"
                               ".uuuuuuuuuuuuuuu"
                               "uuuuuuuuuuu....l"
                               ".lllllllllllllll"
                               "lllllllllll.....";

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

/* ---- characters ---- */

static char kind_at(const Cutter *c, uint32_t at)
{
    if (at >= c->limit)
        return 'n';
    unsigned char byte = (unsigned char)c->out.text.ptr[at];
    if (byte >= 0x80)
        return 'h';
    return KINDS[byte];
}

/* The character at a place and its length; a byte that is no UTF-8 counts as U+FFFD. */
static int32_t decode(const Cutter *c, uint32_t at, uint32_t *len)
{
    int32_t codepoint = 0;
    utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)c->out.text.ptr + at, c->limit - at, &codepoint);
    *len = n > 0 ? (uint32_t)n : 1;
    return n > 0 ? codepoint : 0xFFFD;
}

static bool is_apostrophe(int32_t ch)
{
    return ch == '\'' || ch == 0x2019 || ch == 0x2018 || ch == 0x02BC;
}

static bool is_letter(int32_t ch)
{
    if (ch < 0x80)
        return char_is_letter((char)ch);
    utf8proc_category_t category = utf8proc_category(ch);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_ME;
}

static bool letter_at(const Cutter *c, uint32_t at)
{
    if (at >= c->limit)
        return false;
    uint32_t len = 0;
    return is_letter(decode(c, at, &len));
}

static void fold_byte(Scan *scan, char byte)
{
    if (scan->len < WORD_BYTES)
        scan->folded[scan->len] = byte;
    scan->len++;
}

static void fold_char(Scan *scan, int32_t ch)
{
    utf8proc_uint8_t bytes[4];
    if (is_apostrophe(ch))
        ch = '\'';
    else if (ch == 0x2010 || ch == 0x2011)
        ch = '-';
    utf8proc_ssize_t n = utf8proc_encode_char(utf8proc_tolower(ch), bytes);
    for (utf8proc_ssize_t i = 0; i < n; i++)
        fold_byte(scan, (char)bytes[i]);
}

/* The number of what was scanned. */
static uint32_t scan_word_number(const Cutter *c, Scan *scan)
{
    if (!c->vocabulary || scan->len > WORD_BYTES)
        return 0;
    memset(scan->folded + scan->len, 0, 8);
    return vocabulary_find(c->vocabulary, scan->folded, scan->len);
}

static uint8_t word_flags(const Cutter *c, uint32_t word)
{
    return word != 0 ? c->vocabulary->words[word].flags : 0;
}

Str token_fold(Arena *scratch, Str text)
{
    char *folded = arena_alloc(scratch, text.len * 2 + 1, 1);
    size_t len = 0;
    Cutter c = {.out.text = text, .limit = (uint32_t)text.len};
    for (uint32_t at = 0, n = 0; at < text.len; at += n) {
        Scan one = {.len = 0};
        fold_char(&one, decode(&c, at, &n));
        memcpy(folded + len, one.folded, one.len);
        len += one.len;
    }
    return (Str){folded, len};
}

/* ---- sentences ---- */

static void close_sentence(Cutter *c)
{
    TokenList *out = &c->out;
    if (out->sentence_count == 0)
        return;
    Sentence *sentence = &out->sentences[out->sentence_count - 1];
    sentence->last = (uint32_t)out->count;
    sentence->span.end = out->tokens[out->count - 1].span.end;
    if (c->upper_words >= 3 && c->lower_words * 10 <= c->upper_words) {
        for (uint32_t i = sentence->first; i < sentence->last; i++)
            out->tokens[i].flags |= TOKEN_SHOUTED;
    }
    c->all_upper_words += c->upper_words;
    c->all_lower_words += c->lower_words;
    c->upper_words = 0;
    c->lower_words = 0;
}

static void open_sentence(Cutter *c, uint32_t start)
{
    TokenList *out = &c->out;
    close_sentence(c);
    out->sentences =
        arena_grow(c->arena, out->sentences, out->sentence_count, &out->sentence_cap, sizeof *out->sentences);
    out->sentences[out->sentence_count++] =
        (Sentence){.first = (uint32_t)out->count, .span = {start, start}, .block = c->block};
    c->end = END_NONE;
}

/* A sign that may open a sentence: a bracket, a quotation mark, a bullet. */
static bool opens(int32_t ch)
{
    return ch == '(' || ch == '[' || ch == '"' || ch == '\'' || ch == 0x201C || ch == 0x201E || ch == 0xAB ||
           ch == 0x2018;
}

static bool is_bullet(int32_t ch)
{
    return ch == '*' || ch == 0x2022 || ch == 0x25CF || ch == 0x25AA || ch == 0x2023 || ch == 0x25E6 || ch == 0xB7;
}

static bool is_end_sign(int32_t ch)
{
    return ch == '.' || ch == '!' || ch == '?' || ch == 0x2026 || ch == 0x3002 || ch == 0x061F || ch == 0x06D4 ||
           ch == 0x0964;
}

/* Does a word or number that comes next begin a sentence, after what stands before it? */
static bool word_begins_sentence(const Cutter *c, uint16_t flags, uint32_t word, bool lower)
{
    const Token *previous = &c->out.tokens[c->out.count - 1];
    if (c->end == END_ABBREVIATION) {
        bool title = (word_flags(c, previous->word) & WORD_TITLE) != 0;
        return !title && (flags & TOKEN_CAPITAL) && !(flags & TOKEN_UPPER) && (word_flags(c, word) & WORD_STARTER);
    }
    if (c->space)
        return !lower;
    /* "killed.The": the space was lost */
    if (previous->span.end - previous->span.start != 1 || c->out.count < 2 || !(flags & TOKEN_CAPITAL))
        return false;
    char before = c->out.text.ptr[previous->span.start - 1];
    return before >= 'a' && before <= 'z' && !(flags & TOKEN_UPPER);
}

/* Decides, before a token of any kind is added, whether a sentence begins with it. */
static bool begins_sentence(const Cutter *c, uint16_t flags, uint32_t word, bool lower, int32_t sign)
{
    if (c->out.sentence_count == 0 || c->blank)
        return true;
    if (c->newline && is_bullet(sign))
        return true;
    if (c->end == END_NONE)
        return false;
    if (!(flags & TOKEN_PUNCT))
        return word_begins_sentence(c, flags, word, lower);
    if (c->newline && (sign == '-' || sign == 0x2013))
        return true;
    return c->end == END_SIGN && c->space && opens(sign);
}

/* ---- adding tokens ---- */

static Token *add(Cutter *c, uint32_t start, uint32_t end, uint32_t word, uint16_t flags)
{
    TokenList *out = &c->out;
    if (c->space)
        flags |= TOKEN_SPACE_BEFORE;
    if (c->newline)
        flags |= TOKEN_LINE_START;
    if (c->quoted || c->quoted_single)
        flags |= TOKEN_QUOTED;
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

static void end_quotes(Cutter *c)
{
    c->quoted = false;
    c->quoted_single = false;
}

static void add_word(Cutter *c, uint32_t end, uint32_t word, uint16_t flags, const Scan *scan)
{
    uint32_t start = c->at;
    if (scan->first_upper)
        flags |= TOKEN_CAPITAL;
    if (scan->letters >= 2 && scan->uppers == scan->letters)
        flags |= TOKEN_UPPER;
    if (c->blank)
        end_quotes(c);
    if (begins_sentence(c, flags, word, scan->first_lower, 0))
        open_sentence(c, start);
    c->end = END_NONE;
    if (flags & TOKEN_UPPER)
        c->upper_words++;
    else if (scan->uppers < scan->letters && (flags & TOKEN_WORD))
        c->lower_words++;
    (void)add(c, start, end, word, flags);
}

/* ---- words ---- */

/* One ASCII byte of a word; false when it is none. */
static bool scan_ascii(Scan *scan, unsigned char byte, bool first)
{
    char kind = KINDS[byte];
    if (kind == 'l') {
        scan->letters++;
        scan->first_lower |= first;
    } else if (kind == 'u') {
        scan->letters++;
        scan->uppers++;
        scan->first_upper |= first;
        byte |= 0x20;
    } else if (kind != 'd') {
        return false;
    }
    fold_byte(scan, (char)byte);
    return true;
}

/* One other letter, mark or digit. Letters without case count as neither upper nor lower. */
static bool scan_other(Scan *scan, int32_t ch, bool first)
{
    utf8proc_category_t category = utf8proc_category(ch);
    if (ch == 0xAD || ch == 0x200C || ch == 0x200D) /* soft hyphen, joiners */
        return true;
    if (category < UTF8PROC_CATEGORY_LU || category > UTF8PROC_CATEGORY_ND)
        return false;
    bool upper = category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
    scan->letters += category <= UTF8PROC_CATEGORY_LO;
    scan->uppers += upper;
    scan->first_upper |= first && upper;
    scan->first_lower |= first && category == UTF8PROC_CATEGORY_LL;
    fold_char(scan, ch);
    return true;
}

/* Letters, marks, digits and underscores from at; returns the end. */
static uint32_t scan_letters(const Cutter *c, uint32_t at, Scan *scan)
{
    const char *text = c->out.text.ptr;
    bool first = scan->len == 0;
    while (at < c->limit) {
        unsigned char byte = (unsigned char)text[at];
        uint32_t len = 1;
        if (byte < 0x80 ? !scan_ascii(scan, byte, first) : !scan_other(scan, decode(c, at, &len), first))
            break;
        at += len;
        first = false;
    }
    return at;
}

/* The number of the clitic that stands at a place up to the end of its letters, 0 if it is none. */
static uint32_t clitic_at(const Cutter *c, uint32_t at, uint32_t *end)
{
    if (!c->vocabulary)
        return 0;
    Scan scan = {.len = 0};
    for (int part = 0; part < 2; part++) { /* letters before the apostrophe ("n't"), and after */
        uint32_t len = 0;
        uint32_t stop = scan_letters(c, at, &scan);
        at = stop;
        if (part == 1 || at >= c->limit || !is_apostrophe(decode(c, at, &len)))
            break;
        fold_byte(&scan, '\'');
        at += len;
    }
    *end = at;
    uint32_t word = scan_word_number(c, &scan);
    return word_flags(c, word) & WORD_CLITIC ? word : 0;
}

/* At an apostrophe inside a word: does the word end before it, or before the letter before it? */
static bool cut_clitic(Cutter *c, uint32_t start, uint32_t apostrophe, Scan *scan)
{
    uint32_t end = 0;
    if (clitic_at(c, apostrophe, &end) != 0)
        return true;
    if (apostrophe < start + 2 || !char_is_letter(c->out.text.ptr[apostrophe - 1]))
        return false;
    uint32_t word = clitic_at(c, apostrophe - 1, &end);
    if (word == 0)
        return false;
    scan->len--;
    scan->letters--;
    scan->uppers -= char_is_upper(c->out.text.ptr[apostrophe - 1]);
    if (scan->len < WORD_BYTES)
        scan->folded[scan->len] = 0;
    add_word(c, apostrophe - 1, scan_word_number(c, scan), TOKEN_WORD, scan);
    (void)add(c, apostrophe - 1, end, word, TOKEN_WORD);
    return true;
}

/* "U.S.", "a.m.", "J.P." from a first letter: the end, or 0. A single initial must be upper case and stand before a capital. */
static uint32_t dotted_letters(const Cutter *c, uint32_t start, uint32_t dot)
{
    uint32_t end = dot + 1;
    int letters = 1;
    while (end < c->limit && (kind_at(c, end) == 'u' || kind_at(c, end) == 'l')) {
        bool dot_follows = end + 1 < c->limit && c->out.text.ptr[end + 1] == '.';
        char next = kind_at(c, end + 1);
        if (!dot_follows && (next == 'u' || next == 'l' || next == 'd' || next == 'h'))
            break;
        letters++;
        end += 1 + (uint32_t)dot_follows;
        if (!dot_follows)
            break;
    }
    if (letters > 1)
        return end;
    uint32_t next = end;
    while (kind_at(c, next) == 's')
        next++;
    return kind_at(c, start) == 'u' && kind_at(c, next) == 'u' ? end : 0;
}

static bool number_follows(const Cutter *c, uint32_t at)
{
    while (at < c->limit && (kind_at(c, at) == 's' || kind_at(c, at) == 'n'))
        at++;
    return at < c->limit && kind_at(c, at) == 'd';
}

/* A word with a dot behind it: is the dot part of it? Returns the end and changes *word, or 0. */
static uint32_t take_dot(const Cutter *c, uint32_t start, uint32_t dot, Scan *scan, uint32_t *word)
{
    if (dot == start + 1) {
        uint32_t end = dotted_letters(c, start, dot);
        for (uint32_t i = dot; i < end; i++) {
            char ch = c->out.text.ptr[i];
            fold_byte(scan, char_lower(ch));
            scan->letters += char_is_letter(ch);
            scan->uppers += char_is_upper(ch);
        }
        if (end != 0) {
            *word = scan_word_number(c, scan);
            return end;
        }
    }
    uint32_t dotted = *word != 0 ? c->vocabulary->words[*word].dotted : 0;
    uint8_t flags = word_flags(c, dotted);
    if (dotted == 0 || ((flags & WORD_CAPITAL_ONLY) && !scan->first_upper) ||
        ((flags & WORD_BEFORE_NUMBER) && !number_follows(c, dot + 1)))
        return 0;
    *word = dotted;
    return dot + 1;
}

/* The end of a web address from at: up to white space, less what belongs to the sentence. */
static uint32_t address_end(const Cutter *c, uint32_t at)
{
    const char *text = c->out.text.ptr;
    uint32_t start = at;
    while (at < c->limit && kind_at(c, at) != 's' && kind_at(c, at) != 'n' && !strchr("<>\"|", text[at])) {
        uint32_t len = 1;
        if (kind_at(c, at) == 'h') {
            int32_t ch = decode(c, at, &len);
            if (!is_letter(ch))
                break;
        }
        at += len;
    }
    while (at > start && strchr(".,;:!?)]'", text[at - 1]))
        at--;
    return at;
}

static bool is_address(const Cutter *c, uint32_t end, const Scan *scan)
{
    Str rest = str_slice(c->out.text, end, c->limit);
    if (str_begins(rest, STR("://")))
        return true;
    return scan->len == 3 && memcmp(scan->folded, "www", 3) == 0 && rest.len > 1 && rest.ptr[0] == '.' &&
           char_is_letter(rest.ptr[1]);
}

static void cut_word(Cutter *c)
{
    uint32_t start = c->at;
    Scan scan;
    scan.len = scan.letters = scan.uppers = 0;
    scan.first_upper = scan.first_lower = false;
    uint32_t end = scan_letters(c, start, &scan);
    while (end < c->limit) {
        uint32_t len = 0;
        char byte = c->out.text.ptr[end];
        if ((byte != '\'' && (unsigned char)byte < 0x80) || !is_apostrophe(decode(c, end, &len)) ||
            !letter_at(c, end + len))
            break;
        if (cut_clitic(c, start, end, &scan)) {
            if (c->at != start)
                return; /* both were added */
            break;
        }
        fold_byte(&scan, '\'');
        end = scan_letters(c, end + len, &scan);
    }
    uint32_t word = scan_word_number(c, &scan);
    uint32_t dotted_end = 0;
    if (end < c->limit && (c->out.text.ptr[end] == '.' || c->out.text.ptr[end] == ':')) {
        if (is_address(c, end, &scan)) {
            end = address_end(c, end);
            word = 0;
        } else if (c->out.text.ptr[end] == '.') {
            dotted_end = take_dot(c, start, end, &scan, &word);
        }
    }
    add_word(c, dotted_end ? dotted_end : end, word, TOKEN_WORD, &scan);
    if (dotted_end)
        c->end = END_ABBREVIATION;
}

/* ---- numbers ---- */

static uint32_t digits_end(const Cutter *c, uint32_t at)
{
    while (kind_at(c, at) == 'd')
        at++;
    return at;
}

/* Past a comma group ("1,200", "1,00,000") or a point ("3.5") at the end of digits, else the same place. */
static uint32_t separator_end(const Cutter *c, uint32_t start, uint32_t at)
{
    if (at >= c->limit || kind_at(c, at + 1) != 'd')
        return at;
    uint32_t end = digits_end(c, at + 1);
    if (c->out.text.ptr[at] == '.')
        return end;
    uint32_t group = end - at - 1;
    bool last = end >= c->limit || c->out.text.ptr[end] != ',';
    if (c->out.text.ptr[at] != ',' || at - start > 3 + 4 * 4 || !(group == 3 || (group == 2 && !last)))
        return at;
    return end;
}

static void cut_number(Cutter *c)
{
    uint32_t start = c->at;
    uint32_t end = digits_end(c, start);
    if (end - start <= 3 || (end < c->limit && c->out.text.ptr[end] == '.')) {
        uint32_t further = separator_end(c, start, end);
        while (further != end) {
            end = further;
            further = separator_end(c, start, end);
        }
    }
    Scan scan = {.len = 0};
    uint16_t flags = TOKEN_NUMBER;
    for (uint32_t i = start; i < end; i++)
        fold_byte(&scan, c->out.text.ptr[i]);
    uint32_t word = scan_word_number(c, &scan);
    if (c->vocabulary && letter_at(c, end)) {
        Scan suffix = {.len = 0};
        uint32_t suffix_end = scan_letters(c, end, &suffix);
        if (word_flags(c, scan_word_number(c, &suffix)) & WORD_SUFFIX) {
            (void)scan_letters(c, end, &scan);
            scan.letters = scan.uppers = 0;
            word = scan_word_number(c, &scan);
            end = suffix_end;
            flags |= TOKEN_WORD;
        }
    }
    add_word(c, end, word, flags, &scan);
}

/* ---- signs ---- */

/* "@name", "#tag" from the sign at c->at: the end, or 0. */
static uint32_t handle_end(const Cutter *c, Scan *scan)
{
    char kind = kind_at(c, c->at + 1);
    if (kind != 'u' && kind != 'l' && kind != 'd' && !letter_at(c, c->at + 1))
        return 0;
    fold_byte(scan, c->out.text.ptr[c->at]);
    return scan_letters(c, c->at + 1, scan);
}

/* Makes "first.last" and "@host.org", cut already, one token: takes back the tokens of the local part. */
static void join_address(Cutter *c)
{
    TokenList *out = &c->out;
    uint32_t start = c->at;
    uint32_t sentence_first = out->sentences[out->sentence_count - 1].first;
    while (out->count > sentence_first && out->tokens[out->count - 1].span.end == start) {
        const Token *token = &out->tokens[out->count - 1];
        char first = out->text.ptr[token->span.start];
        if ((token->flags & TOKEN_PUNCT) && first != '.' && first != '-' && first != '+')
            break;
        start = token->span.start;
        c->space = (token->flags & TOKEN_SPACE_BEFORE) != 0;
        c->newline = (token->flags & TOKEN_LINE_START) != 0;
        out->count--;
    }
    (void)add(c, start, address_end(c, c->at), 0, TOKEN_WORD);
    c->end = END_NONE;
}

/* What a quotation mark does: opens the quotation from the next token on, or closes it before this one. */
static bool quote_opens(Cutter *c, int32_t ch, uint32_t end)
{
    bool space_after = kind_at(c, end) == 's' || kind_at(c, end) == 'n';
    bool fresh = c->space || c->newline || c->out.count == 0 ||
                 strchr("([-", c->out.text.ptr[c->out.tokens[c->out.count - 1].span.start]) != NULL;
    switch (ch) {
    case 0x201C:
    case 0x201E:
    case 0xAB: c->quoted = false; return true;
    case 0x201D:
    case 0xBB: c->quoted = false; return false;
    case '"':
        if (c->quoted && !(fresh && !space_after)) {
            c->quoted = false;
            return false;
        }
        c->quoted = false;
        return fresh && !space_after;
    case 0x2018: c->quoted_single = false; return !space_after;
    case 0x2019: c->quoted_single = false; return false;
    default: return false;
    }
}

static bool is_quote(int32_t ch)
{
    return ch == '"' || ch == 0x201C || ch == 0x201D || ch == 0x201E || ch == 0xAB || ch == 0xBB || ch == 0x2018 ||
           ch == 0x2019;
}

static void add_sign(Cutter *c, int32_t ch, uint32_t end, Scan *scan)
{
    uint32_t start = c->at;
    bool quote = is_quote(ch);
    if (c->blank)
        end_quotes(c);
    bool opening = quote && quote_opens(c, ch, end);
    bool closer = (quote && !opening) || ch == ')' || ch == ']' || ch == '\'';
    bool keeps_end = c->end != END_NONE && closer && !c->blank && (!c->space || ch == 0x201D);
    if (!keeps_end && begins_sentence(c, TOKEN_PUNCT, 0, false, ch))
        open_sentence(c, start);
    (void)add(c, start, end, scan_word_number(c, scan), TOKEN_PUNCT);
    if (opening && ch == 0x2018)
        c->quoted_single = true;
    else if (opening)
        c->quoted = true;
    if (is_end_sign(ch))
        c->end = END_SIGN;
    else if (!keeps_end)
        c->end = END_NONE;
}

static void cut_sign(Cutter *c, int32_t ch, uint32_t len)
{
    const char *text = c->out.text.ptr;
    uint32_t start = c->at;
    uint32_t end = start + len;
    Scan scan = {.len = 0};
    if (ch == '@' || ch == '#') {
        uint32_t handle = handle_end(c, &scan);
        if (handle && ch == '@' && c->out.count > 0 && !c->space && !c->newline) {
            join_address(c);
            return;
        }
        if (handle) {
            scan.first_lower = scan.first_upper = false;
            add_word(c, handle, scan_word_number(c, &scan), TOKEN_WORD, &scan);
            return;
        }
    }
    uint32_t clitic_end = 0;
    uint32_t clitic = 0;
    bool after_word = c->out.count == 0 || (!c->space && !c->newline); /* or a phrase of the lexicon: "'s" */
    if (is_apostrophe(ch) && after_word && letter_at(c, end))
        clitic = clitic_at(c, start, &clitic_end);
    if (clitic != 0) {
        if (c->out.sentence_count == 0)
            open_sentence(c, start);
        (void)add(c, start, clitic_end, clitic, TOKEN_WORD);
        return;
    }
    scan.len = 0;
    fold_char(&scan, ch);
    while ((ch == '.' || ch == '-') && end < c->limit && text[end] == ch) {
        fold_byte(&scan, (char)ch);
        end++;
    }
    add_sign(c, ch, end, &scan);
}

/* A character beyond ASCII, or one that is neither letter, digit nor space. */
static void cut_other(Cutter *c)
{
    uint32_t len = 0;
    int32_t ch = decode(c, c->at, &len);
    utf8proc_category_t category = ch < 0x80 ? UTF8PROC_CATEGORY_PO : utf8proc_category(ch);
    if (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_ME) {
        cut_word(c);
    } else if (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO) {
        Scan scan = {.len = 0};
        uint32_t end = c->at;
        do {
            fold_char(&scan, ch);
            end += len;
            ch = end < c->limit ? decode(c, end, &len) : 0;
            category = utf8proc_category(ch);
        } while (end < c->limit && category == UTF8PROC_CATEGORY_ND);
        add_word(c, end, scan_word_number(c, &scan), TOKEN_NUMBER, &scan);
    } else if (category >= UTF8PROC_CATEGORY_ZS && category <= UTF8PROC_CATEGORY_ZP) {
        c->space = true;
        c->at += len;
    } else if (category == UTF8PROC_CATEGORY_CF || category == UTF8PROC_CATEGORY_CC) {
        c->at += len;
    } else {
        cut_sign(c, ch, len);
    }
}

/* ---- the pass ---- */

static void cut_spaces(Cutter *c)
{
    const char *text = c->out.text.ptr;
    c->space = true;
    for (; c->at < c->limit; c->at++) {
        char kind = kind_at(c, c->at);
        if (kind != 's' && kind != 'n')
            break;
        if (text[c->at] != '\n')
            continue;
        c->blank |= c->newline;
        c->newline = true;
    }
}

static void cut_block(Cutter *c, Span span, uint32_t block)
{
    c->at = span.start;
    c->limit = span.end;
    c->block = block;
    c->space = c->newline = c->blank = true; /* a block begins a line, a paragraph and a sentence */
    while (c->at < c->limit) {
        switch (kind_at(c, c->at)) {
        case 'l':
        case 'u': cut_word(c); break;
        case 'd': cut_number(c); break;
        case 's':
        case 'n': cut_spaces(c); break;
        default: cut_other(c); break;
        }
    }
    end_quotes(c);
    c->end = END_NONE;
}

/* In a text that is all upper case, short sentences are shouted too. */
static void shout_short_sentences(Cutter *c)
{
    TokenList *out = &c->out;
    if (c->all_upper_words <= c->all_lower_words * 4)
        return;
    for (size_t i = 0; i < out->count; i++) {
        if ((out->tokens[i].flags & TOKEN_UPPER) || !(out->tokens[i].flags & TOKEN_WORD) ||
            out->tokens[i].span.end - out->tokens[i].span.start == 1)
            out->tokens[i].flags |= TOKEN_SHOUTED;
    }
}

TokenList token_split(Arena *arena, const Lexicon *lexicon, Str text, const Block *blocks, size_t block_count)
{
    enum { BYTES_A_TOKEN = 5, SPARE_TOKENS = 16 };
    assert(text.len < UINT32_MAX / 2);
    Cutter c = {.arena = arena, .vocabulary = lexicon ? lexicon_vocabulary(lexicon) : NULL, .out.text = text};
    c.out.cap = text.len / BYTES_A_TOKEN + SPARE_TOKENS;
    c.out.tokens = ARENA_ARRAY(arena, Token, c.out.cap);
    if (block_count == 0)
        cut_block(&c, (Span){0, (uint32_t)text.len}, 0);
    for (size_t i = 0; i < block_count; i++)
        cut_block(&c, blocks[i].span, (uint32_t)i);
    close_sentence(&c);
    shout_short_sentences(&c);
    return c.out;
}
