#include "extract/speaker/quote.h"

#include "extract/analysis/tags.h"

enum { SPEECH_WORDS = 5 };

typedef enum {
    MARK_NONE,
    MARK_STRAIGHT,
    MARK_OPENS,
    MARK_CLOSES,
    MARK_SINGLE_OPENS,
    MARK_SINGLE_CLOSES,
    MARK_SINGLE
} Mark;

typedef struct {
    const char *text;
    Mark mark;
} MarkName;

static const MarkName MARKS[] = {
    {"\xe2\x80\x9c", MARK_OPENS},
    {"\xe2\x80\x9d", MARK_CLOSES},
    {"\xe2\x80\x9e", MARK_OPENS},
    {"\xc2\xab", MARK_OPENS},
    {"\xc2\xbb", MARK_CLOSES},
    {"\xe2\x80\x98", MARK_SINGLE_OPENS},
    {"\xe2\x80\x99", MARK_SINGLE_CLOSES},
};

/* Two single signs close together, such as '' and ‘’, set for a double one. */
static bool doubled(const TokenList *list, uint32_t at)
{
    if (at + 1 >= list->count || list->tokens[at].span.end != list->tokens[at + 1].span.start)
        return false;
    Str one = span_text(list->text, list->tokens[at].span);
    Str two = span_text(list->text, list->tokens[at + 1].span);
    if (one.len == 1)
        return (one.ptr[0] == '\'' || one.ptr[0] == '`') && str_equal(one, two);
    return (str_is(one, "\xe2\x80\x98") || str_is(one, "\xe2\x80\x99")) && str_is(two, "\xe2\x80\x99");
}

/* The mark that a sign is; *width is how many tokens it takes. */
static Mark mark_of_sign(const TokenList *list, uint32_t at, uint32_t *width)
{
    Str text = span_text(list->text, list->tokens[at].span);
    bool pair = doubled(list, at);
    *width = pair ? 2 : 1;
    if (pair || text.len == 1) /* most signs, and most are none */
        return pair || text.ptr[0] == '"' ? MARK_STRAIGHT : text.ptr[0] == '\'' ? MARK_SINGLE : MARK_NONE;
    if (str_equal(text, STR("''")) || str_equal(text, STR("``")))
        return MARK_STRAIGHT;
    for (size_t i = 0; i < sizeof MARKS / sizeof MARKS[0]; i++) {
        if (str_is(text, MARKS[i].text))
            return MARKS[i].mark;
    }
    return MARK_NONE;
}

static inline Mark mark_at(const TokenList *list, uint32_t at, uint32_t *width)
{
    *width = 1;
    return list->tokens[at].flags & TOKEN_PUNCT ? mark_of_sign(list, at, width) : MARK_NONE;
}

/* A paragraph ends where the block changes or, inside one block, at a line break before the token. */
static bool new_paragraph(const TokenList *list, uint32_t at)
{
    if (at == 0)
        return true;
    const Token *token = &list->tokens[at];
    if (list->sentences[token->sentence].block != list->sentences[list->tokens[at - 1].sentence].block)
        return true;
    return (token->flags & TOKEN_LINE_START) && (token->flags & TOKEN_SENTENCE_START);
}

/* The last sign inside the marks, 0 where it is a word. */
static char inner_sign(const TokenList *list, const Quote *quote)
{
    uint32_t i = quote->last;
    while (i > quote->first + 1) {
        uint32_t width = 1;
        i--;
        if (mark_at(list, i, &width) != MARK_NONE ||
            (i > quote->first && mark_at(list, i - 1, &width) != MARK_NONE && width == 2))
            continue;
        Str text = span_text(list->text, list->tokens[i].span);
        if (text.len == 1 && (list->tokens[i].flags & TOKEN_PUNCT))
            return text.ptr[0];
        return 0;
    }
    return 0;
}

/* A title ("The Morning Show"): nearly every longer word has a capital. */
static bool is_title(const Analysis *a, const Quote *quote)
{
    const uint64_t clause = BIT(TAG_BE) | BIT(TAG_HAVE) | BIT(TAG_DO) | BIT(TAG_MODAL) | BIT(TAG_PRON);
    const TokenList *list = &a->tokens;
    uint32_t words = 0;
    uint32_t longer = 0;
    uint32_t capitals = 0;
    for (uint32_t i = quote->first; i < quote->last; i++) {
        const Token *token = &list->tokens[i];
        if (!(token->flags & TOKEN_WORD))
            continue;
        bool small = !(token->flags & TOKEN_CAPITAL) && char_is_letter(list->text.ptr[token->span.start]);
        if (small && (a->language->word_tags[token->word] & clause))
            return false; /* "This is where Holm was," not "The Way It Is" */
        words++;
        if (token->span.end - token->span.start >= 4) {
            longer++;
            capitals += (token->flags & TOKEN_CAPITAL) ? 1 : 0;
        }
    }
    return longer >= 2 && capitals == longer && !quote->open && words <= 2 * SPEECH_WORDS;
}

/* A sentence: begins with a capital, and ends like one or is long. */
static bool is_speech(const TokenList *list, const Quote *quote, char sign)
{
    uint32_t words = 0;
    bool capital = false;
    for (uint32_t i = quote->first; i < quote->last; i++) {
        const Token *token = &list->tokens[i];
        if (!(token->flags & TOKEN_WORD))
            continue;
        if (words++ == 0)
            capital = (token->flags & TOKEN_CAPITAL) != 0;
    }
    if (words < 2 || !capital)
        return false;
    bool ended = sign == ',' || sign == '.' || sign == '?' || sign == '!';
    return ended || quote->open || words >= SPEECH_WORDS;
}

static void quote_add(Analysis *a, QuoteList *out, Quote quote)
{
    char sign = inner_sign(&a->tokens, &quote);
    bool title = is_title(a, &quote);
    quote.comma = !title && (sign == ',' || sign == '?' || sign == '!');
    quote.speech = !title && is_speech(&a->tokens, &quote, sign);
    out->items = arena_grow(a->scratch, out->items, out->count, &out->cap, sizeof *out->items);
    out->items[out->count++] = quote;
    for (uint32_t i = quote.first; i < quote.last; i++)
        out->of[i] = (uint32_t)out->count;
}

/* A closing mark set by mistake where one opens: first in its line, a word right behind it. */
static bool turned(const TokenList *list, uint32_t at)
{
    return (list->tokens[at].flags & TOKEN_LINE_START) && at + 1 < list->count &&
           (list->tokens[at + 1].flags & TOKEN_WORD) && !(list->tokens[at + 1].flags & TOKEN_SPACE_BEFORE);
}

/* A straight single mark opens behind a space or sign and close before a word: "said 'It rained", not "the clerks' plan". */
static bool single_opens(const TokenList *list, uint32_t at)
{
    bool apart = at == 0 || (list->tokens[at].flags & (TOKEN_SPACE_BEFORE | TOKEN_LINE_START)) != 0 ||
                 (list->tokens[at - 1].flags & TOKEN_WORD) == 0;
    return apart && at + 1 < list->count && (list->tokens[at + 1].flags & TOKEN_WORD) &&
           !(list->tokens[at + 1].flags & TOKEN_SPACE_BEFORE);
}

/* It closes behind a word or sign, unless it is the possessive of a plural: "'It rained in the clerks' town,'". */
static bool single_closes(const TokenList *list, uint32_t at)
{
    if (list->tokens[at].flags & TOKEN_SPACE_BEFORE)
        return false;
    Str before = span_text(list->text, list->tokens[at - 1].span);
    uint16_t next = at + 1 < list->count ? list->tokens[at + 1].flags : TOKEN_PUNCT;
    bool word = (list->tokens[at - 1].flags & TOKEN_WORD) != 0;
    bool plural = word && before.len > 0 && char_lower(before.ptr[before.len - 1]) == 's';
    return ((next & (TOKEN_SPACE_BEFORE | TOKEN_PUNCT)) != 0) && !(plural && (next & TOKEN_WORD));
}

/* A closing single mark counts only before a space or sign: in "workers’ homes" there is none open. */
static bool opens(Mark mark, const TokenList *list, uint32_t at)
{
    if (mark == MARK_OPENS || mark == MARK_SINGLE_OPENS || (mark == MARK_CLOSES && turned(list, at)))
        return true;
    if (mark == MARK_SINGLE)
        return single_opens(list, at);
    return mark == MARK_STRAIGHT &&
           !(at > 0 && !(list->tokens[at].flags & TOKEN_SPACE_BEFORE) && (list->tokens[at - 1].flags & TOKEN_WORD));
}

static bool closes(Mark mark, Mark opener, const TokenList *list, uint32_t at)
{
    switch (opener) {
    case MARK_OPENS: return mark == MARK_CLOSES || mark == MARK_STRAIGHT || mark == MARK_OPENS;
    case MARK_SINGLE_OPENS: return mark == MARK_SINGLE_CLOSES;
    case MARK_STRAIGHT: return mark == MARK_STRAIGHT || mark == MARK_CLOSES;
    case MARK_SINGLE: return mark == MARK_SINGLE && single_closes(list, at);
    case MARK_NONE:
    case MARK_CLOSES:
    case MARK_SINGLE_CLOSES: break;
    }
    return false;
}

/* An opening mark set where one closes: behind a sign, and before a space. */
static bool mistaken(const TokenList *list, uint32_t at)
{
    return (list->tokens[at - 1].flags & TOKEN_PUNCT) &&
           (at + 1 == list->count || (list->tokens[at + 1].flags & TOKEN_SPACE_BEFORE));
}

/* Such a mark may be an apostrophe: left open it is none. */
static bool is_single(Mark opener)
{
    return opener == MARK_SINGLE_OPENS || opener == MARK_SINGLE;
}

/* One walk over the marks. NOLINTNEXTLINE(readability-function-cognitive-complexity) */
QuoteList quote_find(Analysis *a)
{
    const TokenList *list = &a->tokens;
    QuoteList out = {.of = ARENA_ARRAY(a->scratch, uint32_t, list->count + 1)};
    Mark opener = MARK_NONE;
    uint32_t first = 0;
    uint32_t inner = 0; /* curly quotations open inside the one being read */
    uint32_t count = (uint32_t)list->count;
    for (uint32_t i = 0; i < count; i++) {
        if (opener == MARK_NONE && !(list->tokens[i].flags & TOKEN_PUNCT))
            continue;
        uint32_t width = 1;
        Mark mark = mark_at(list, i, &width);
        if (opener != MARK_NONE && new_paragraph(list, i)) {
            if (!is_single(opener))
                quote_add(a, &out, (Quote){.first = first, .last = i, .open = true});
            opener = MARK_NONE;
        }
        if (opener == MARK_OPENS && mark == MARK_OPENS && !mistaken(list, i)) {
            inner++;
        } else if (inner > 0 && mark == MARK_CLOSES) {
            inner--;
        } else if (opener != MARK_NONE && closes(mark, opener, list, i)) {
            quote_add(a, &out, (Quote){.first = first, .last = i + width});
            opener = MARK_NONE;
        } else if ((opener == MARK_NONE || (is_single(opener) && mark != MARK_NONE)) && opens(mark, list, i)) {
            opener = mark == MARK_CLOSES ? MARK_OPENS : mark;
            inner = 0;
            first = i;
        }
        i += width - 1;
    }
    if (opener != MARK_NONE && !is_single(opener))
        quote_add(a, &out, (Quote){.first = first, .last = count, .open = true});
    return out;
}
