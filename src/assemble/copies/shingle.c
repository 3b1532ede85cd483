#include "assemble/copies/shingle.h"

#include <stdlib.h>

#include "assemble/basis/bucket.h"
#include "base/hash.h"

enum {
    RUN_WORDS = 3,
    BANDS = 32,
    BAND_ROWS = 3,
    ORDERINGS = BANDS * BAND_ROWS,
    COMMON_RUN =
        12, /* a run in more texts than this is a formula, or of a text with many copies, which the bands find */
    COMMON_FIRST = 3, /* then each text is compared with so many that have it first */
    LEAST_SAMPLED = 2,
};

/* ---- runs ---- */

static uint64_t hash_word(Str word)
{
    uint64_t hash = 1469598103934665603ULL;
    for (size_t i = 0; i < word.len; i++)
        hash = (hash ^ (unsigned char)char_lower(word.ptr[i])) * 1099511628211ULL;
    return hash;
}

Shingles shingles_of(Str text, Arena *arena)
{
    Shingles out = {NULL, 0};
    size_t cap = 0;
    size_t words = 0;
    uint64_t window[RUN_WORDS] = {0};
    for (size_t i = 0; i < text.len;) {
        size_t start = i;
        while (i < text.len && char_is_word(text.ptr[i]))
            i++;
        if (i == start) {
            i++;
            continue;
        }
        memmove(window, window + 1, sizeof window - sizeof *window);
        window[RUN_WORDS - 1] = hash_word(str_slice(text, start, i));
        if (++words < RUN_WORDS)
            continue;
        out.runs = arena_grow(arena, out.runs, out.count, &cap, sizeof *out.runs);
        out.runs[out.count++] = (uint32_t)hash_of((Str){(const char *)window, sizeof window});
    }
    out.count = bucket_sort_once(out.runs, out.count);
    return out;
}

static uint32_t count_shared(const Shingles *a, const Shingles *b)
{
    uint32_t shared = 0;
    for (size_t i = 0, k = 0; i < a->count && k < b->count;) {
        uint32_t x = a->runs[i];
        uint32_t y = b->runs[k];
        shared += x == y;
        i += x <= y;
        k += y <= x;
    }
    return shared;
}

/* ---- which pairs to compare ---- */

/* A text under a key that those which may be alike have in common. */
typedef struct {
    uint64_t key;
    uint32_t text;
} Keyed;

typedef struct {
    Keyed *items;
    size_t count;
    size_t cap;
} KeyedList;

typedef struct {
    SharedRuns *items;
    size_t count;
    size_t cap;
} PairList;

static void add_key(Arena *arena, KeyedList *list, uint64_t key, uint32_t text)
{
    list->items = arena_grow(arena, list->items, list->count, &list->cap, sizeof *list->items);
    list->items[list->count++] = (Keyed){key, text};
}

static void add_pair(Arena *arena, PairList *list, uint32_t later, uint32_t earlier)
{
    list->items = arena_grow(arena, list->items, list->count, &list->cap, sizeof *list->items);
    list->items[list->count++] = (SharedRuns){later, earlier, 0};
}

static int by_key(const void *a, const void *b)
{
    const Keyed *x = a;
    const Keyed *y = b;
    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    return x->text < y->text ? -1 : x->text > y->text;
}

static int by_pair(const void *a, const void *b)
{
    const SharedRuns *x = a;
    const SharedRuns *y = b;
    if (x->later != y->later)
        return x->later < y->later ? -1 : 1;
    return x->earlier < y->earlier ? -1 : x->earlier > y->earlier;
}

/* Pairs of texts under one key; [from, to) is the key's. At most so many texts are paired with all before them, else with
 * the first few and the one before. */
static void pair_up(Arena *arena, const Keyed *items, size_t count, size_t all, PairList *out)
{
    for (size_t i = 1; i < count; i++) {
        size_t first = count <= all ? i : i < COMMON_FIRST ? i : COMMON_FIRST;
        for (size_t k = 0; k < first; k++)
            add_pair(arena, out, items[i].text, items[k].text);
        if (first < i)
            add_pair(arena, out, items[i].text, items[i - 1].text);
    }
}

static void pair_keys(Arena *arena, KeyedList *list, PairList *out)
{
    if (list->count > 0)
        qsort(list->items, list->count, sizeof *list->items, by_key);
    for (size_t start = 0; start < list->count;) {
        size_t end = start + 1;
        while (end < list->count && list->items[end].key == list->items[start].key)
            end++;
        pair_up(arena, list->items + start, end - start, COMMON_RUN, out);
        start = end;
    }
}

/* The ordering-th ordering of all runs: a multiplication by an odd number and a shift, both made from its number. */
static uint32_t place_in(uint32_t ordering, uint32_t run)
{
    uint64_t factor = (ordering + 1) * 0x9E3779B97F4A7C15ULL | 1;
    return (uint32_t)((run * factor + factor / 3) >> 32);
}

static void add_bands(Arena *arena, const Shingles *text, uint32_t number, KeyedList *list)
{
    uint32_t firsts[ORDERINGS];
    for (uint32_t o = 0; o < ORDERINGS; o++) {
        uint32_t first = UINT32_MAX;
        for (size_t i = 0; i < text->count; i++) {
            uint32_t place = place_in(o, text->runs[i]);
            first = place < first ? place : first;
        }
        firsts[o] = first;
    }
    for (size_t band = 0; band < BANDS && text->count > 0; band++) {
        uint64_t key = hash_of((Str){(const char *)(firsts + band * BAND_ROWS), BAND_ROWS * sizeof *firsts});
        add_key(arena, list, key + band, number);
    }
}

/* Equal pairs become one, with how often they were found. */
static void fold_pairs(PairList *list)
{
    size_t kept = 0;
    if (list->count > 0)
        qsort(list->items, list->count, sizeof *list->items, by_pair);
    for (size_t i = 0; i < list->count; i++) {
        if (kept == 0 || by_pair(&list->items[kept - 1], &list->items[i]) != 0)
            list->items[kept++] = (SharedRuns){list->items[i].later, list->items[i].earlier, 0};
        list->items[kept - 1].shared++;
    }
    list->count = kept;
}

/* Texts that share some of the sampled runs. */
static PairList find_holders(const Shingles *texts, size_t count, size_t sample, Arena *arena)
{
    KeyedList sampled = {NULL, 0, 0};
    PairList pairs = {NULL, 0, 0};
    for (uint32_t t = 0; t < count; t++)
        for (size_t i = 0; i < texts[t].count; i++)
            if (texts[t].runs[i] % sample == 0)
                add_key(arena, &sampled, texts[t].runs[i], t);
    pair_keys(arena, &sampled, &pairs);
    fold_pairs(&pairs);
    size_t kept = 0;
    for (size_t i = 0; i < pairs.count; i++)
        if (pairs.items[i].shared >= LEAST_SAMPLED)
            pairs.items[kept++] = pairs.items[i];
    pairs.count = kept;
    return pairs;
}

SharedRuns *shingles_shared(const Shingles *texts, size_t count, SharedRule rule, Arena *arena, size_t *out_count)
{
    PairList pairs = find_holders(texts, count, rule.sample, arena);
    KeyedList bands = {NULL, 0, 0};
    for (uint32_t t = 0; t < count; t++)
        add_bands(arena, &texts[t], t, &bands);
    pair_keys(arena, &bands, &pairs);
    fold_pairs(&pairs);
    size_t kept = 0;
    for (size_t i = 0; i < pairs.count; i++) {
        const Shingles *a = &texts[pairs.items[i].later];
        const Shingles *b = &texts[pairs.items[i].earlier];
        size_t shorter = a->count < b->count ? a->count : b->count;
        pairs.items[i].shared = count_shared(a, b);
        if (pairs.items[i].shared >= rule.least && pairs.items[i].shared >= rule.share * (double)shorter)
            pairs.items[kept++] = pairs.items[i];
    }
    *out_count = kept;
    return pairs.items;
}
