#include "match/token.h"

#include <assert.h>
#include <utf8proc.h>

#include "match/cutter.h"

/* ---- words ---- */

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
        if (part == 1 || at >= c->limit || !cutter_is_apostrophe(cutter_decode(c, at, &len)))
            break;
        scan_byte(&scan, '\'');
        at += len;
    }
    *end = at;
    uint32_t word = scan_number(c, &scan);
    return cutter_word_flags(c, word) & WORD_CLITIC ? word : 0;
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
    cutter_add_word(c, apostrophe - 1, scan_number(c, scan), TOKEN_WORD, scan);
    (void)cutter_add(c, apostrophe - 1, end, word, TOKEN_WORD);
    return true;
}

/* "U.S.", "a.m.", "J.P.": the end, or 0. A single initial is upper case, before a capital or before what begins no sentence ("Ann P. said"). */
static uint32_t dotted_letters(const Cutter *c, uint32_t start, uint32_t dot)
{
    uint32_t end = dot + 1;
    int letters = 1;
    while (end < c->limit && (cutter_kind(c, end) == 'u' || cutter_kind(c, end) == 'l')) {
        bool dot_follows = end + 1 < c->limit && c->out.text.ptr[end + 1] == '.';
        char next = cutter_kind(c, end + 1);
        if (!dot_follows && (next == 'u' || next == 'l' || next == 'd' || next == 'h'))
            break;
        letters++;
        end += 1 + (uint32_t)dot_follows;
        if (!dot_follows)
            break;
    }
    if (letters > 1 || cutter_kind(c, start) != 'u')
        return letters > 1 ? end : 0;
    uint32_t next = end;
    while (cutter_kind(c, next) == 's')
        next++;
    uint32_t digits = next;
    while (cutter_kind(c, digits) == 'd')
        digits++;
    return cutter_kind(c, next) == 'u' || (next > end && cutter_kind(c, digits) == 'l') ? end : 0;
}

static bool number_follows(const Cutter *c, uint32_t at)
{
    while (at < c->limit && (cutter_kind(c, at) == 's' || cutter_kind(c, at) == 'n'))
        at++;
    return at < c->limit && cutter_kind(c, at) == 'd';
}

/* A word with a dot behind it: is the dot part of it? Returns the end and changes *word, or 0. */
static uint32_t take_dot(const Cutter *c, uint32_t start, uint32_t dot, Scan *scan, uint32_t *word)
{
    if (dot == start + 1) {
        uint32_t end = dotted_letters(c, start, dot);
        for (uint32_t i = dot; i < end; i++) {
            char ch = c->out.text.ptr[i];
            scan_byte(scan, char_lower(ch));
            scan->letters += char_is_letter(ch);
            scan->uppers += char_is_upper(ch);
        }
        if (end != 0) {
            *word = scan_number(c, scan);
            return end;
        }
    }
    uint32_t dotted = c->vocabulary && *word != 0 ? c->vocabulary->words[*word].dotted : 0;
    uint8_t flags = cutter_word_flags(c, dotted);
    if (dotted == 0 || ((flags & WORD_CAPITAL_ONLY) && !scan->first_upper) ||
        ((flags & WORD_BEFORE_NUMBER) && !number_follows(c, dot + 1)))
        return 0;
    *word = dotted;
    return dot + 1;
}

/* The end of a web address from at: up to white space or a zero byte, less what belongs to the sentence. */
static uint32_t address_end(const Cutter *c, uint32_t at)
{
    const char *text = c->out.text.ptr;
    uint32_t start = at;
    while (at < c->limit && cutter_kind(c, at) != 's' && cutter_kind(c, at) != 'n' &&
           !str_has_char(STR("<>\"|\0"), text[at])) {
        uint32_t len = 1;
        if (cutter_kind(c, at) == 'h') {
            int32_t ch = cutter_decode(c, at, &len);
            if (!cutter_is_letter(ch))
                break;
        }
        at += len;
    }
    while (at > start && str_has_char(STR(".,;:!?)]'"), text[at - 1]))
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

/* "civil-" at the end of a line and "ians" on the next: one word, where the language knows it. Returns its end and changes *word, or the same
 * place: "well-" and "known" are two. */
static uint32_t join_lines(const Cutter *c, uint32_t hyphen, Scan *scan, uint32_t *word)
{
    uint32_t at = hyphen + 1;
    if (!c->vocabulary || c->out.text.ptr[hyphen] != '-' || !cutter_line_ends(c->out.text, at, c->limit))
        return hyphen;
    int breaks = 0;
    for (; at < c->limit && (cutter_kind(c, at) == 's' || cutter_kind(c, at) == 'n'); at++)
        breaks += c->out.text.ptr[at] == '\n';
    if (breaks != 1 || cutter_kind(c, at) != 'l')
        return hyphen;
    Scan both = *scan;
    uint32_t end = scan_letters(c, at, &both);
    uint32_t joined = scan_number(c, &both);
    if (joined == 0)
        return hyphen;
    *scan = both;
    *word = joined;
    return end;
}

static void cut_word(Cutter *c)
{
    uint32_t start = c->at;
    if (cutter_plain_words(c))
        return;
    Scan scan;
    scan.len = scan.letters = scan.uppers = 0;
    scan.first_upper = scan.first_lower = false;
    uint32_t end = scan_letters(c, start, &scan);
    while (end < c->limit) {
        uint32_t len = 0;
        char byte = c->out.text.ptr[end];
        if ((byte != '\'' && (unsigned char)byte < 0x80) || !cutter_is_apostrophe(cutter_decode(c, end, &len)) ||
            !cutter_letter_at(c, end + len))
            break;
        if (cut_clitic(c, start, end, &scan)) {
            if (c->at != start)
                return; /* both were added */
            break;
        }
        scan_byte(&scan, '\'');
        end = scan_letters(c, end + len, &scan);
    }
    uint32_t word = scan_number(c, &scan);
    if (end < c->limit)
        end = join_lines(c, end, &scan, &word);
    uint32_t dotted_end = 0;
    if (end < c->limit && (c->out.text.ptr[end] == '.' || c->out.text.ptr[end] == ':')) {
        if (is_address(c, end, &scan)) {
            end = address_end(c, end);
            word = 0;
        } else if (c->out.text.ptr[end] == '.') {
            dotted_end = take_dot(c, start, end, &scan, &word);
        }
    }
    cutter_add_word(c, dotted_end ? dotted_end : end, word, TOKEN_WORD, &scan);
    if (dotted_end)
        c->end = END_ABBREVIATION;
}

/* ---- numbers ---- */

static uint32_t digits_end(const Cutter *c, uint32_t at)
{
    while (cutter_kind(c, at) == 'd')
        at++;
    return at;
}

/* Past a comma group ("1,200", "1,00,000") or a point ("3.5") at the end of digits, else the same place. */
static uint32_t separator_end(const Cutter *c, uint32_t start, uint32_t at)
{
    if (at >= c->limit || cutter_kind(c, at + 1) != 'd')
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
        scan_byte(&scan, c->out.text.ptr[i]);
    uint32_t word = scan_number(c, &scan);
    if (c->vocabulary && cutter_letter_at(c, end)) {
        Scan suffix = {.len = 0};
        uint32_t suffix_end = scan_letters(c, end, &suffix);
        if (cutter_word_flags(c, scan_number(c, &suffix)) & WORD_SUFFIX) {
            (void)scan_letters(c, end, &scan);
            scan.letters = scan.uppers = 0;
            word = scan_number(c, &scan);
            end = suffix_end;
            flags |= TOKEN_WORD;
        }
    }
    cutter_add_word(c, end, word, flags, &scan);
}

/* ---- signs ---- */

/* "@name", "#tag" from the sign at c->at: the end, or 0. */
static uint32_t handle_end(const Cutter *c, Scan *scan)
{
    char kind = cutter_kind(c, c->at + 1);
    if (kind != 'u' && kind != 'l' && kind != 'd' && !cutter_letter_at(c, c->at + 1))
        return 0;
    scan_byte(scan, c->out.text.ptr[c->at]);
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
    (void)cutter_add(c, start, address_end(c, c->at), 0, TOKEN_WORD);
    c->end = END_NONE;
}

/* What a quotation mark does: opens the quotation from the next token on, or closes it before this one. */
static bool quote_opens(Cutter *c, int32_t ch, uint32_t end)
{
    bool space_after = cutter_kind(c, end) == 's' || cutter_kind(c, end) == 'n';
    bool fresh = c->space || c->newline || c->out.count == 0 ||
                 str_has_char(STR("([-"), c->out.text.ptr[c->out.tokens[c->out.count - 1].span.start]);
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
        cutter_end_quotes(c);
    bool opening = quote && quote_opens(c, ch, end);
    bool closer = (quote && !opening) || ch == ')' || ch == ']' || ch == '\'';
    bool keeps_end = c->end != END_NONE && closer && !c->blank && (!c->space || ch == 0x201D);
    if (!keeps_end && cutter_begins_sentence(c, TOKEN_PUNCT, 0, false, ch))
        cutter_open_sentence(c, start);
    (void)cutter_add(c, start, end, scan_number(c, scan), TOKEN_PUNCT);
    if (opening && ch == 0x2018)
        c->quoted_single = true;
    else if (opening)
        c->quoted = true;
    if (cutter_is_end_sign(ch))
        c->end = END_SIGN;
    else if (!keeps_end)
        c->end = END_NONE;
}

/* "killed 143[3] people", "in Goma.[12]": the end of a footnote's mark that hangs on what stands before c->at, or 0. */
static uint32_t note_mark_end(const Cutter *c)
{
    enum { DIGITS = 3 };
    uint32_t at = c->at + 1;
    if (c->out.count == 0 || c->space || c->newline)
        return 0;
    while (at <= c->at + DIGITS && cutter_kind(c, at) == 'd')
        at++;
    if (at == c->at + 1 && cutter_kind(c, at) == 'l')
        at++;
    return at > c->at + 1 && at < c->limit && c->out.text.ptr[at] == ']' ? at + 1 : 0;
}

/* What says nothing in the text: a footnote's mark, the sign of a "#Tag". */
static bool skip_mark(Cutter *c, int32_t ch)
{
    uint32_t end = ch == '[' ? note_mark_end(c) : 0;
    if (ch == '#' && cutter_kind(c, c->at + 1) == 'u')
        end = c->at + 1;
    c->at = end > 0 ? end : c->at;
    return end > 0;
}

static void cut_sign(Cutter *c, int32_t ch, uint32_t len)
{
    if (skip_mark(c, ch))
        return;
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
            cutter_add_word(c, handle, scan_number(c, &scan), TOKEN_WORD, &scan);
            return;
        }
    }
    uint32_t clitic_end = 0;
    uint32_t clitic = 0;
    bool after_word = c->out.count == 0 || (!c->space && !c->newline); /* or a phrase of the lexicon: "'s" */
    if (cutter_is_apostrophe(ch) && after_word && cutter_letter_at(c, end))
        clitic = clitic_at(c, start, &clitic_end);
    if (clitic != 0) {
        if (c->out.sentence_count == 0)
            cutter_open_sentence(c, start);
        (void)cutter_add(c, start, clitic_end, clitic, TOKEN_WORD);
        return;
    }
    scan.len = 0;
    scan_char(&scan, ch);
    while ((ch == '.' || ch == '-') && end < c->limit && text[end] == ch) {
        scan_byte(&scan, (char)ch);
        end++;
    }
    if (ch == '-' && scan.len > 1) { /* typed in place of a dash */
        scan.len = 0;
        scan_char(&scan, 0x2014);
    }
    add_sign(c, ch, end, &scan);
}

/* A character beyond ASCII, or one that is neither letter, digit nor space. */
static void cut_other(Cutter *c)
{
    uint32_t len = 0;
    int32_t ch = cutter_decode(c, c->at, &len);
    utf8proc_category_t category = ch < 0x80 ? UTF8PROC_CATEGORY_PO : utf8proc_category(ch);
    if (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_ME) {
        cut_word(c);
    } else if (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO) {
        Scan scan = {.len = 0};
        uint32_t end = c->at;
        do {
            scan_char(&scan, ch);
            end += len;
            ch = end < c->limit ? cutter_decode(c, end, &len) : 0;
            category = utf8proc_category(ch);
        } while (end < c->limit && category == UTF8PROC_CATEGORY_ND);
        cutter_add_word(c, end, scan_number(c, &scan), TOKEN_NUMBER, &scan);
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
        char kind = cutter_kind(c, c->at);
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
        switch (cutter_kind(c, c->at)) {
        case 'l':
        case 'u': cut_word(c); break;
        case 'd': cut_number(c); break;
        case 's':
        case 'n': cut_spaces(c); break;
        default: cut_other(c); break;
        }
    }
    cutter_end_quotes(c);
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
    c.out.tokens = arena_room(arena, c.out.cap, sizeof(Token), alignof(Token));
    if (block_count == 0)
        cut_block(&c, (Span){0, (uint32_t)text.len}, 0);
    for (size_t i = 0; i < block_count; i++)
        cut_block(&c, blocks[i].span, (uint32_t)i);
    cutter_close_sentence(&c);
    cutter_settle_words(&c);
    shout_short_sentences(&c);
    return c.out;
}
