#include "extract/event/entry_list.h"

enum {
    HEAD_BYTES = 48, /* a longer opening is a sentence */
    LONGEST_DAYS = 7 /* "December 7-9: ..." */
};

/* Behind its bullet or bracket. */
static Span block_text(const Analysis *a, size_t block)
{
    Span span = a->blocks[block].span;
    uint32_t token = analysis_token(a, span.start);
    while (token < a->tokens.count && (a->tokens.tokens[token].flags & TOKEN_PUNCT) &&
           a->tokens.tokens[token].span.end < span.end)
        token++;
    if (token < a->tokens.count && a->tokens.tokens[token].span.start > span.start &&
        a->tokens.tokens[token].span.start < span.end)
        span.start = a->tokens.tokens[token].span.start;
    return span;
}

bool entry_is_no_item(const Analysis *a, size_t block)
{
    return a->blocks[block].kind == BLOCK_BOILERPLATE || document_in_headline(a->document, a->blocks[block].span);
}

static void label_day(const Analysis *a, Span text, EntryItem *item)
{
    size_t i = analysis_first_time(a, text.start);
    if (!analysis_time_before(a, i, text.start + 1) || a->times[i].hour || !window_is_known(a->times[i].window))
        return;
    if (a->times[i].use == TIME_OF_POST && window_days(a->times[i].window) <= LONGEST_DAYS &&
        !str_has_char(a->times[i].value, 'T'))
        *item = (EntryItem){.label = LABEL_DAY, .time = &a->times[i]};
}

/* "On 6 March, two shops burned". */
static void label_dated(const Analysis *a, Span text, EntryItem *item)
{
    uint32_t first = analysis_token(a, text.start);
    uint32_t lead = mention_at(&a->mentions, first, analysis_class(a, "TPREP"));
    size_t i = analysis_first_time(a, text.start);
    if (lead == MENTION_NONE || !analysis_time_before(a, i, text.end) || a->times[i].use != TIME_OF_EVENTS ||
        !window_is_known(a->times[i].window) || window_days(a->times[i].window) > 1 ||
        analysis_token(a, a->times[i].span.start) != a->mentions.items[lead].last)
        return;
    *item = (EntryItem){.label = LABEL_DATED, .time = &a->times[i]};
}

/* What stands before the first colon, or dash between spaces; STR_NONE where that is a sentence's. */
static Str head_of(Str text)
{
    for (size_t at = 1; at < text.len && at < HEAD_BYTES; at++) {
        bool colon = text.ptr[at] == ':' && (at + 1 == text.len || char_is_space(text.ptr[at + 1]));
        Str behind = str_drop(text, at);
        bool dash =
            text.ptr[at - 1] == ' ' && (str_begins(behind, STR("- ")) || str_begins(behind, STR("\xe2\x80\x93 ")) ||
                                        str_begins(behind, STR("\xe2\x80\x94 ")));
        if (colon || dash)
            return str_trim(str_slice(text, 0, at));
    }
    return STR_NONE;
}

/* Names alone: each word but the smallest begins with a capital. */
static bool is_named(Str head)
{
    enum { WORDS = 5, SMALL = 3 };
    size_t words = 0;
    for (size_t at = 0; at < head.len; at++) {
        size_t end = at;
        while (end < head.len && head.ptr[end] != ' ')
            end++;
        bool lower = head.ptr[at] >= 'a' && head.ptr[at] <= 'z';
        if (char_is_digit(head.ptr[at]) || (lower && (words == 0 || end - at > SMALL)))
            return false;
        words++;
        at = end;
    }
    return words > 0 && words <= WORDS;
}

/* The place whose name fills the head, or ends it ("NEAR SIBI", "Mach, Sibi"); NULL. */
static const PlaceMention *place_ending(const Analysis *a, uint32_t start, Str head)
{
    uint32_t end = start + (uint32_t)head.len;
    for (size_t i = analysis_first_place(a, start); analysis_place_before(a, i, end); i++)
        if (!a->places[i].people && a->places[i].span.end == end)
            return &a->places[i];
    return NULL;
}

/* A word that the language does not know stands in the head: "UPDATE", "PREVIOUS STORY" are no villages. */
static bool may_be_village(const Analysis *a, uint32_t start, Str head)
{
    uint32_t end = start + (uint32_t)head.len;
    for (uint32_t t = analysis_token(a, start); t < a->tokens.count && a->tokens.tokens[t].span.end <= end; t++)
        if (analysis_is_name(a, t) && !str_present(analysis_word(a, t)))
            return true;
    return false;
}

static void label_place(const Analysis *a, size_t block, Span span, EntryItem *item)
{
    Str text = span_text(a->tokens.text, span);
    Str head = head_of(text);
    bool heading = a->blocks[block].kind != BLOCK_PARAGRAPH && !str_present(head);
    if (heading)
        head = str_trim(text);
    if (!str_present(head) || head.len > HEAD_BYTES || !is_named(head))
        return;
    const PlaceMention *place = place_ending(a, span.start, head);
    if (place || (!heading && may_be_village(a, span.start, head)))
        *item = (EntryItem){.label = place ? LABEL_PLACE : LABEL_NAME, .place = place};
}

/* "Total: six killed", "Grand total". */
static bool is_total(const Analysis *a, Span text)
{
    uint32_t first = mention_at(&a->mentions, analysis_token(a, text.start), analysis_class(a, "NO_PERSON"));
    return first != MENTION_NONE && str_is(analysis_value(a, &a->mentions.items[first]), "sum");
}

EntryItem entry_item(const Analysis *a, size_t block)
{
    EntryItem item = {.label = LABEL_NONE};
    Span text = block_text(a, block);
    if (entry_is_no_item(a, block) || span_is_empty(text))
        return item;
    if (is_total(a, text))
        return (EntryItem){.label = LABEL_TOTAL};
    label_day(a, text, &item);
    if (item.label == LABEL_NONE)
        label_place(a, block, text, &item);
    if (item.label == LABEL_NONE)
        label_dated(a, text, &item);
    return item;
}
