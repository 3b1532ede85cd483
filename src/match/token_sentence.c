#include "match/cutter.h"

void cutter_close_sentence(Cutter *c)
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

void cutter_open_sentence(Cutter *c, uint32_t start)
{
    TokenList *out = &c->out;
    cutter_close_sentence(c);
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

bool cutter_is_end_sign(int32_t ch)
{
    return ch == '.' || ch == '!' || ch == '?' || ch == 0x2026 || ch == 0x3002 || ch == 0x061F || ch == 0x06D4 ||
           ch == 0x0964;
}

/* Does a word or number that comes next begin a sentence, after what stands before it? */
static bool word_begins_sentence(const Cutter *c, uint16_t flags, uint32_t word, bool lower)
{
    const Token *previous = &c->out.tokens[c->out.count - 1];
    if (c->end == END_ABBREVIATION) {
        bool title = (cutter_word_flags(c, previous->word) & WORD_TITLE) != 0;
        return !title && (flags & TOKEN_CAPITAL) && !(flags & TOKEN_UPPER) &&
               (cutter_word_flags(c, word) & WORD_STARTER);
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
bool cutter_begins_sentence(const Cutter *c, uint16_t flags, uint32_t word, bool lower, int32_t sign)
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

void cutter_end_quotes(Cutter *c)
{
    c->quoted = false;
    c->quoted_single = false;
}

void cutter_add_word(Cutter *c, uint32_t end, uint32_t word, uint16_t flags, const Scan *scan)
{
    uint32_t start = c->at;
    if (scan->first_upper)
        flags |= TOKEN_CAPITAL;
    if (scan->letters >= 2 && scan->uppers == scan->letters)
        flags |= TOKEN_UPPER;
    if (c->blank)
        cutter_end_quotes(c);
    bool inside = c->end == END_NONE && !c->blank && c->out.sentence_count > 0;
    if (!inside && cutter_begins_sentence(c, flags, word, scan->first_lower, 0))
        cutter_open_sentence(c, start);
    c->end = END_NONE;
    if (flags & TOKEN_UPPER)
        c->upper_words++;
    else if (scan->uppers < scan->letters && (flags & TOKEN_WORD))
        c->lower_words++;
    (void)cutter_add(c, start, end, word, flags);
}
