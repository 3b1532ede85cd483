#include "extract/when/when_line.h"

enum {
    LINE_BYTES = 120,
    HEAD_LINES = 3,
    LABEL_TOKENS = 2, /* "Published", "Last updated" */
    CLOCK_BYTES = 16, /* ", 6:40 p.m. GMT" */
};

/* The line that holds a byte, without its line break. */
static Span line_at(Str text, uint32_t byte)
{
    uint32_t start = byte;
    while (start > 0 && text.ptr[start - 1] != '\n')
        start--;
    size_t end = str_find_char(text, '\n', byte);
    return (Span){start, end == SIZE_MAX ? (uint32_t)text.len : (uint32_t)end};
}

/* Lines with something on them before a byte, as far as they matter. */
static unsigned lines_before(Str text, uint32_t byte)
{
    unsigned lines = 0;
    Str rest = str_slice(text, 0, byte);
    for (Str line; lines < HEAD_LINES && str_cut(&rest, '\n', &line);)
        lines += str_trim(line).len > 0;
    return lines;
}

static bool is_sign(const Analysis *a, uint32_t token)
{
    return (a->tokens.tokens[token].flags & TOKEN_PUNCT) != 0;
}

/* What stands before the date names the report, not what happened: nothing, a short label, or a part of its own. */
static bool is_led_in(const Analysis *a, const TimeParts *p)
{
    uint32_t start = p->first;
    while ((a->tokens.tokens[start].flags & TOKEN_LINE_START) == 0 && start > 0)
        start--;
    return p->first - start <= LABEL_TOKENS || is_sign(a, p->first - 1);
}

/* Behind the date: a sign, or a clock, no words of a sentence. */
static bool is_led_out(Str rest)
{
    Str tail = str_trim(rest);
    if (tail.len <= 1)
        return true;
    bool clock = false;
    for (size_t i = 0; i < tail.len; i++)
        clock = clock || (tail.ptr[i] >= '0' && tail.ptr[i] <= '9');
    return clock && tail.len <= CLOCK_BYTES;
}

bool when_is_own_line(const Analysis *a, const TimeParts *p)
{
    Str text = a->document->text;
    Span date = mention_tokens_span(&a->tokens, p->first, p->last);
    Span line = line_at(text, date.start);
    if (line.end - line.start > LINE_BYTES || date.end > line.end || !is_led_in(a, p) ||
        !is_led_out(str_slice(text, date.end, line.end)))
        return false;
    return lines_before(text, line.start) < HEAD_LINES || str_trim(str_slice(text, line.end, text.len)).len == 0;
}

/* First on its line, or in the bracket behind a sender's name: "Town News, [14.11.2026 07:12]". */
static bool opens_line(const Analysis *a, uint32_t token)
{
    enum { NAME_TOKENS = 8 };
    if (a->tokens.tokens[token].flags & TOKEN_LINE_START)
        return true;
    if (!str_equal(span_text(a->tokens.text, a->tokens.tokens[token - 1].span), STR("[")))
        return false;
    uint32_t back = 1;
    while (back < NAME_TOKENS && back < token && !(a->tokens.tokens[token - back].flags & TOKEN_LINE_START))
        back++;
    return (a->tokens.tokens[token - back].flags & TOKEN_LINE_START) != 0;
}

bool when_opens_line(const Analysis *a, const TimeParts *p)
{
    return opens_line(a, p->first);
}

bool when_is_stamp(const Analysis *a, const TimeParts *p, bool clock)
{
    if (!opens_line(a, p->first))
        return false;
    Span date = mention_tokens_span(&a->tokens, p->first, p->last);
    Str rest = str_slice(a->tokens.text, date.end, line_at(a->tokens.text, date.start).end);
    return clock || str_trim(rest).len <= 1;
}

/* Only signs stand before it in its line. */
static bool opens_item(const Analysis *a, uint32_t token)
{
    while (token > 0 && !(a->tokens.tokens[token].flags & TOKEN_LINE_START) && is_sign(a, token - 1))
        token--;
    return (a->tokens.tokens[token].flags & TOKEN_LINE_START) != 0;
}

/* "-9" behind "December 7": as much as the day to which it goes on. */
static Str behind_range(Str rest)
{
    Str dash = rest.len > 0 && rest.ptr[0] == '-' ? STR("-") : STR("\xe2\x80\x93");
    if (!str_begins(rest, dash) || rest.len <= dash.len || !char_is_digit(rest.ptr[dash.len]))
        return rest;
    size_t end = dash.len;
    while (end < rest.len && char_is_digit(rest.ptr[end]))
        end++;
    return str_drop(rest, end);
}

/* " Helmand Province: ...", ", Bama: ...": a name that a colon closes stands behind the day. */
static bool is_name_and_colon(Str rest)
{
    enum { NAME_BYTES = 48 };
    size_t at = rest.len > 0 && rest.ptr[0] == ',' ? 1 : 0;
    bool word = false;
    for (; at < rest.len && at < NAME_BYTES && rest.ptr[at] != ':'; at++) {
        bool begins = at > 0 && rest.ptr[at - 1] == ' ' && rest.ptr[at] != ' ';
        if (begins && (char_is_digit(rest.ptr[at]) || (rest.ptr[at] >= 'a' && rest.ptr[at] <= 'z')))
            return false;
        word = word || begins;
    }
    return word && at < rest.len && rest.ptr[at] == ':';
}

bool when_opens_entry(const Analysis *a, const TimeParts *p)
{
    if (!opens_item(a, p->first))
        return false;
    Span date = mention_tokens_span(&a->tokens, p->first, p->last);
    Str rest = behind_range(str_slice(a->tokens.text, date.end, line_at(a->tokens.text, date.start).end));
    Str sign = str_trim(rest);
    if (sign.len <= 1)
        return true;
    bool spaced = char_is_space(rest.ptr[0]);
    return sign.ptr[0] == ':' || str_begins(sign, STR("\xe2\x80\x93")) || str_begins(sign, STR("\xe2\x80\x94")) ||
           str_begins(sign, STR("--")) || (spaced && str_begins(sign, STR("- "))) || is_name_and_colon(rest);
}
