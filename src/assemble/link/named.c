#include "assemble/link/named.h"

#include <stdlib.h>

#include "assemble/link/pairs.h"
#include "base/hash.h"

enum {
    OLDEST = 119,   /* years */
    LEAST_NAME = 3, /* letters of a name: fewer are an initial or "Jr" */
    LONGEST_NAME = 64,
    RUN_MOST = 6, /* names in a row: more are a heading */
};

static const size_t COMMON = 10; /* reports of a large pile, one of so many of which may name somebody */

/* A name where it stands. */
typedef struct {
    Str names[RUN_MOST];
    size_t count;
    size_t end; /* of the last, in the text */
} Run;

/* Hashes of first and last names, as they are met. */
typedef struct {
    uint64_t *items;
    size_t count;
    size_t cap;
    Arena *arena;
} Hashes;

static bool is_upper(char c)
{
    return char_is_upper(c) || (unsigned char)c >= 0x80;
}

/* A letter of a name, or a sign inside one: "O'Hara", "Bek-Fox". */
static bool is_in_name(Str text, size_t at)
{
    char c = text.ptr[at];
    bool sign = (c == '\'' || c == '-') && at + 1 < text.len && at > 0 && char_is_letter(text.ptr[at - 1]) &&
                char_is_letter(text.ptr[at + 1]);
    return sign || (char_is_word(c) && !char_is_digit(c));
}

static size_t name_end(Str text, size_t at)
{
    while (at < text.len && is_in_name(text, at))
        at++;
    return at;
}

/* Written with a capital and small letters behind it. */
static bool is_name(Str word)
{
    return word.len >= LEAST_NAME && is_upper(word.ptr[0]) && !char_is_upper(word.ptr[1]);
}

/* Behind an initial ("R. ") that stands there, if any. */
static size_t skip_initial(Str text, size_t at)
{
    size_t sign = at + 1;
    bool initial =
        sign + 1 < text.len && char_is_upper(text.ptr[at]) && text.ptr[sign] == '.' && text.ptr[sign + 1] == ' ';
    if (sign + 1 < text.len && char_is_upper(text.ptr[at]) && text.ptr[sign] == ' ')
        return sign + 1;
    return initial ? sign + 2 : at;
}

/* The names that stand in a row from there on, parted by one space, without initials. */
static Run run_at(Str text, size_t at)
{
    Run run = {.count = 0, .end = at};
    while (run.count < RUN_MOST) {
        size_t start = run.count > 0 ? skip_initial(text, at) : at;
        size_t end = name_end(text, start);
        Str word = str_slice(text, start, end);
        if (!is_name(word))
            break;
        run.names[run.count++] = word;
        run.end = end;
        if (end >= text.len || text.ptr[end] != ' ')
            break;
        at = end + 1;
    }
    return run;
}

static uint64_t hash_pair(Str first, Str last)
{
    char folded[2 * LONGEST_NAME + 1];
    size_t len = 0;
    for (size_t i = 0; i < first.len && i < LONGEST_NAME; i++)
        folded[len++] = char_lower(first.ptr[i]);
    folded[len++] = ' ';
    for (size_t i = 0; i < last.len && i < LONGEST_NAME; i++)
        folded[len++] = char_lower(last.ptr[i]);
    return hash_of((Str){folded, len});
}

static void put(Hashes *hashes, uint64_t hash)
{
    hashes->items = arena_grow(hashes->arena, hashes->items, hashes->count, &hashes->cap, sizeof *hashes->items);
    hashes->items[hashes->count++] = hash;
}

static bool is_in_place(const Extraction *x, Str part)
{
    uint32_t start = (uint32_t)(part.ptr - x->document->text.ptr);
    Span span = {start, start + (uint32_t)part.len};
    for (size_t i = 0; i < x->place_count; i++)
        if (span_overlaps(x->places[i].span, span))
            return true;
    return false;
}

/* "-year-old ": the end of two words tied to a number by hyphens, and of the space behind them; 0 where there are none. */
static size_t age_end(Str text, size_t at)
{
    for (int part = 0; part < 2; part++) {
        if (at >= text.len || text.ptr[at] != '-')
            return 0;
        size_t start = ++at;
        while (at < text.len && char_is_letter(text.ptr[at]))
            at++;
        if (at == start)
            return 0;
    }
    return at < text.len && text.ptr[at] == ' ' ? at + 1 : 0;
}

/* An age stands alone behind a name's comma or bracket: "Ana Bek, 34, of Alba". */
static bool ends_age(Str text, size_t at)
{
    if (at >= text.len)
        return true;
    char c = text.ptr[at];
    bool number = (c == ',' || c == '.') && at + 1 < text.len && char_is_digit(text.ptr[at + 1]);
    return (c == ',' || c == '.' || c == ';' || c == ')' || c == '\n') && !number;
}

/* The run of names of the line or sentence part that ends there. */
static Run run_before(Str text, size_t end)
{
    enum { REACH = 80 };
    Run best = {.count = 0, .end = 0};
    for (size_t at = end > REACH ? end - REACH : 0; at < end; at++) {
        bool begins = is_upper(text.ptr[at]) && (at == 0 || !is_in_name(text, at - 1));
        if (!begins)
            continue;
        Run run = run_at(text, at);
        if (run.end == end)
            return run;
        at = run.end > at ? run.end : at;
    }
    return best;
}

/* Without ", Jr." or " Jr." or " III" before the age. */
static size_t before_suffix(Str text, size_t end)
{
    size_t at = end > 0 && text.ptr[end - 1] == '.' ? end - 1 : end;
    size_t start = at;
    while (start > 0 && char_is_letter(text.ptr[start - 1]))
        start--;
    Str word = str_slice(text, start, at);
    bool suffix = word.len > 0 && word.len <= LEAST_NAME && char_is_upper(word.ptr[0]) && !is_name(word) && start > 0 &&
                  text.ptr[start - 1] == ' ';
    if (!suffix)
        return end;
    start--;
    return start > 0 && text.ptr[start - 1] == ',' ? start - 1 : start;
}

/* The names on whose end or beginning the age stands whose digits are [start, end); none where it is no age. */
static Run run_beside(Str text, size_t start, size_t end)
{
    size_t behind = age_end(text, end);
    if (behind > 0)
        return run_at(text, behind);
    bool beside = start > 2 && text.ptr[start - 1] == ' ' && text.ptr[start - 2] == ',';
    bool within = start > 2 && text.ptr[start - 1] == '(' && text.ptr[start - 2] == ' ';
    if (!(beside || within) || !ends_age(text, end))
        return (Run){.count = 0, .end = 0};
    return run_before(text, before_suffix(text, start - 2));
}

/* Puts who is called by name beside the age: "Guard Ana Bek, 34", "34-year-old Ana Bek". */
static void put_aged(const Extraction *x, size_t start, size_t end, Hashes *out)
{
    Run run = run_beside(x->document->text, start, end);
    if (run.count < 2)
        return;
    size_t at = run.end > start ? 0 : run.count - 2;
    if (!is_in_place(x, run.names[at]) && !is_in_place(x, run.names[at + 1]))
        put(out, hash_pair(run.names[at], run.names[at + 1]));
}

static void find_aged(const Extraction *x, Hashes *out)
{
    Str text = x->document->text;
    for (size_t i = 0; i < text.len;) {
        size_t start = i;
        unsigned years = 0;
        while (i < text.len && char_is_digit(text.ptr[i]) && i < start + 3)
            years = years * 10 + (unsigned)(text.ptr[i++] - '0');
        bool whole = i > start && (i == text.len || !char_is_digit(text.ptr[i])) &&
                     (start == 0 || !char_is_word(text.ptr[start - 1]));
        if (whole && years > 0 && years <= OLDEST)
            put_aged(x, start, i, out);
        i += i == start;
    }
}

static int by_value(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a;
    uint64_t y = *(const uint64_t *)b;
    return x < y ? -1 : x > y;
}

static void sort_once(Hashes *hashes)
{
    size_t kept = 0;
    if (hashes->count > 0)
        qsort(hashes->items, hashes->count, sizeof *hashes->items, by_value);
    for (size_t i = 0; i < hashes->count; i++)
        if (kept == 0 || hashes->items[kept - 1] != hashes->items[i])
            hashes->items[kept++] = hashes->items[i];
    hashes->count = kept;
}

/* Its place among the sorted, SIZE_MAX where it is none of them. */
static size_t find(const Hashes *sorted, uint64_t hash)
{
    size_t low = 0;
    size_t high = sorted->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (sorted->items[middle] < hash)
            low = middle + 1;
        else
            high = middle;
    }
    return low < sorted->count && sorted->items[low] == hash ? low : SIZE_MAX;
}

/* Which of the known the part of the report calls by their names. */
static void find_named(Str text, const Hashes *known, Hashes *out)
{
    for (size_t i = 0; i < text.len;) {
        if (!is_in_name(text, i)) {
            i++;
            continue;
        }
        if (!is_upper(text.ptr[i])) {
            i = name_end(text, i);
            continue;
        }
        Run run = run_at(text, i);
        for (size_t k = 1; k < run.count; k++) {
            uint64_t hash = hash_pair(run.names[k - 1], run.names[k]);
            uint64_t wide = k > 1 ? hash_pair(run.names[k - 2], run.names[k]) : hash; /* without a middle name */
            if (find(known, hash) != SIZE_MAX)
                put(out, hash);
            if (wide != hash && find(known, wide) != SIZE_MAX)
                put(out, wide);
        }
        i = run.count > 0 ? run.end : name_end(text, i);
    }
}

/* What a page says around its report names others. */
static void find_named_in(const Extraction *x, const Hashes *known, Hashes *out)
{
    if (x->block_count == 0)
        find_named(x->document->text, known, out);
    for (size_t i = 0; i < x->block_count; i++)
        if (x->blocks[i].kind != BLOCK_BOILERPLATE)
            find_named(span_text(x->document->text, x->blocks[i].span), known, out);
    find_named(x->document->title, known, out);
    sort_once(out);
}

/* Those of the named whom so many reports at most name. */
static HashList seldom(const Hashes *known, const uint32_t *reports, size_t most, Hashes named)
{
    size_t kept = 0;
    for (size_t i = 0; i < named.count; i++)
        if (reports[find(known, named.items[i])] <= most)
            named.items[kept++] = named.items[i];
    return (HashList){named.items, kept};
}

/* What was done to people or befell them: a singer or a minister is named in reports of many other things. */
static bool is_of_harm(const EventTraits *event)
{
    return event->type != 0 || event->killed > 0 || event->injured > 0;
}

void named_find(Extraction *const *extractions, size_t count, EventTraits *events, Arena *arena)
{
    Hashes known = {.arena = arena};
    for (size_t i = 0; i < count; i++)
        if (is_of_harm(&events[i]))
            find_aged(extractions[i], &known);
    sort_once(&known);
    if (known.count == 0)
        return;
    uint32_t *reports = ARENA_ARRAY(arena, uint32_t, known.count);
    Hashes *named = ARENA_ARRAY(arena, Hashes, count);
    for (size_t i = 0; i < count; i++) {
        if (!is_of_harm(&events[i]))
            continue;
        named[i].arena = arena;
        find_named_in(extractions[i], &known, &named[i]);
        for (size_t k = 0; k < named[i].count; k++)
            reports[find(&known, named[i].items[k])]++;
    }
    size_t most = count < PAIRS_LARGE_PILE ? count : count / COMMON;
    for (size_t i = 0; i < count; i++)
        events[i].people = seldom(&known, reports, most, named[i]);
}
