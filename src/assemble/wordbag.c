#include "assemble/wordbag.h"

#include <math.h>
#include <stdlib.h>

#include "base/hash.h"

static const double RARITY_POWER = 1.5;
static const double NAME_FACTOR = 1.4;
static const double NUMBER_FACTOR = 1.3;
static const double PAIR_FACTOR = 1.0;    /* of two names side by side: each already counts alone */
static const double PRIOR_DOCUMENTS = 60; /* how many documents the guess from the word's shape is worth */

enum { LONGEST_WORD = 64, STEM_BYTES = 7 };

/* One word of one document. */
typedef struct {
    uint64_t hash;
    uint32_t document;
    uint32_t count;
    uint32_t capital; /* how many of them begin with a capital */
    Str text;
} Entry;

typedef struct {
    Entry *items;
    size_t count;
    size_t cap;
} Entries;

static bool is_word_byte(char c)
{
    return char_is_letter(c) || char_is_digit(c) || (unsigned char)c >= 0x80;
}

static bool is_pair(Str word)
{
    return str_find_char(word, ' ', 0) != SIZE_MAX;
}

/* Long words are cut to their first letters, so that most inflections of one word agree. */
static uint64_t hash_folded(Str word)
{
    char folded[LONGEST_WORD];
    size_t len = word.len;
    if (len > LONGEST_WORD)
        len = LONGEST_WORD;
    for (size_t i = 0; i < len; i++)
        folded[i] = char_lower(word.ptr[i]);
    while (len > STEM_BYTES && !is_pair(word) && !char_is_digit(folded[0]) && (unsigned char)folded[len - 1] < 0x80)
        len--;
    return hash_of((Str){folded, len});
}

typedef struct {
    Arena *arena;
    Entries *entries;
    const Extraction *extraction;
    uint32_t document;
    size_t time; /* of extraction->times: the first that may reach the next word */
    Str last;    /* the word before, if it began with a capital */
} Cutter;

static void put_word(Cutter *c, Str word, bool capital)
{
    Entries *entries = c->entries;
    entries->items = arena_grow(c->arena, entries->items, entries->count, &entries->cap, sizeof *entries->items);
    entries->items[entries->count++] = (Entry){hash_folded(word), c->document, 1, capital, word};
}

/* Days are compared by what they mean, not by their words. */
static bool is_time(Cutter *c, uint32_t start)
{
    const Extraction *x = c->extraction;
    while (c->time < x->time_count && x->times[c->time].span.end <= start)
        c->time++;
    return c->time < x->time_count && x->times[c->time].span.start <= start;
}

/* text: of the document or its title; base: where it begins in the document, UINT32_MAX: it is the title. */
static void put_words(Cutter *c, Str text, uint32_t base)
{
    c->last = STR_NONE;
    size_t i = 0;
    while (i < text.len) {
        size_t start = i;
        while (i < text.len && is_word_byte(text.ptr[i]))
            i++;
        if (i == start) {
            i++;
            continue;
        }
        Str word = str_slice(text, start, i);
        if (base != UINT32_MAX && is_time(c, base + (uint32_t)start)) {
            c->last = STR_NONE;
            continue;
        }
        bool capital = char_is_upper(word.ptr[0]) || (unsigned char)word.ptr[0] >= 0x80;
        put_word(c, word, capital);
        bool next = capital && c->last.len > 0 && c->last.ptr + c->last.len + 1 == word.ptr && word.ptr[-1] == ' ';
        if (next)
            put_word(c, (Str){c->last.ptr, c->last.len + 1 + word.len}, true);
        c->last = capital ? word : STR_NONE;
    }
}

/* Title and body: the page's furniture is not the report's own. */
static void put_document(Arena *arena, Entries *entries, const Extraction *x, uint32_t document)
{
    Cutter c = {.arena = arena, .entries = entries, .extraction = x, .document = document};
    put_words(&c, x->document->title, UINT32_MAX);
    if (x->block_count == 0)
        put_words(&c, document_body(x->document), 0);
    for (size_t i = 0; i < x->block_count; i++)
        if (x->blocks[i].kind != BLOCK_BOILERPLATE && !document_in_headline(x->document, x->blocks[i].span))
            put_words(&c, span_text(x->document->text, x->blocks[i].span), x->blocks[i].span.start);
}

static int by_hash(const void *a, const void *b)
{
    const Entry *x = a;
    const Entry *y = b;
    if (x->hash != y->hash)
        return x->hash < y->hash ? -1 : 1;
    if (x->document != y->document)
        return x->document < y->document ? -1 : 1;
    return str_compare(x->text, y->text);
}

/* Equal words of one document become one entry with their count. */
static void fold_entries(Entries *entries)
{
    if (entries->count == 0)
        return;
    qsort(entries->items, entries->count, sizeof *entries->items, by_hash);
    size_t kept = 0;
    for (size_t i = 0; i < entries->count; i++) {
        Entry *last = kept > 0 ? &entries->items[kept - 1] : NULL;
        const Entry *entry = &entries->items[i];
        if (last && last->hash == entry->hash && last->document == entry->document) {
            last->count += entry->count;
            last->capital += entry->capital;
        } else {
            entries->items[kept++] = *entry;
        }
    }
    entries->count = kept;
}

/* In how many documents of a hundred would such a word stand? */
static double prior_share(Str word, bool name)
{
    if (char_is_digit(word.ptr[0]))
        return 0.03;
    if (is_pair(word))
        return 0.005;
    if (name)
        return 0.02;
    return word.len <= 3 ? 0.6 : word.len <= 5 ? 0.2 : 0.06;
}

static void add_weight(Arena *arena, Wordbag *bag, size_t *cap, Weight weight)
{
    bag->weights = arena_grow(arena, bag->weights, bag->count, cap, sizeof *bag->weights);
    bag->weights[bag->count++] = weight;
}

/* The entries of one word, [start, end): is it a name, mostly written with a capital? */
static bool is_name(const Entry *start, const Entry *end)
{
    uint32_t total = 0;
    uint32_t capital = 0;
    for (const Entry *e = start; e < end; e++) {
        total += e->count;
        capital += e->capital;
    }
    return capital * 10 > total * 6;
}

static double factor_of(Str word, bool name)
{
    if (is_pair(word))
        return PAIR_FACTOR;
    if (name)
        return NAME_FACTOR;
    return char_is_digit(word.ptr[0]) ? NUMBER_FACTOR : 1;
}

/* Rarity, then the weight of each document on the word. */
static void weigh_word(Arena *arena, WordbagList *list, size_t *caps, const Entry *start, const Entry *end)
{
    double documents = (double)(end - start);
    bool name = is_name(start, end);
    double n = (double)list->count + PRIOR_DOCUMENTS;
    double idf = log(n / (documents + PRIOR_DOCUMENTS * prior_share(start->text, name)));
    double weight = idf > 0 ? pow(idf, RARITY_POWER) * factor_of(start->text, name) : 0;
    uint32_t word = (uint32_t)list->word_count++;
    for (const Entry *e = start; e < end && idf > 0; e++)
        add_weight(arena, &list->bags[e->document], &caps[e->document],
                   (Weight){word, (float)((1 + log(e->count)) * weight)});
}

static void normalise(Wordbag *bag)
{
    double sum = 0;
    for (size_t i = 0; i < bag->count; i++)
        sum += (double)bag->weights[i].weight * bag->weights[i].weight;
    double length = sum > 0 ? sqrt(sum) : 1;
    for (size_t i = 0; i < bag->count; i++)
        bag->weights[i].weight = (float)(bag->weights[i].weight / length);
}

WordbagList wordbag_list(Extraction *const *extractions, size_t count, Arena *arena)
{
    WordbagList list = {ARENA_ARRAY(arena, Wordbag, count + 1), count, 0, NULL, NULL};
    Entries entries = {NULL, 0, 0};
    for (size_t i = 0; i < count; i++)
        put_document(arena, &entries, extractions[i], (uint32_t)i);
    fold_entries(&entries);
    size_t *caps = ARENA_ARRAY(arena, size_t, count + 1);
    Str *words = ARENA_ARRAY(arena, Str, entries.count + 1);
    bool *sharp = ARENA_ARRAY(arena, bool, entries.count + 1);
    size_t start = 0;
    while (start < entries.count) {
        size_t end = start + 1;
        while (end < entries.count && entries.items[end].hash == entries.items[start].hash)
            end++;
        Str word = entries.items[start].text;
        words[list.word_count] = word;
        sharp[list.word_count] =
            !is_pair(word) && (char_is_digit(word.ptr[0]) || is_name(entries.items + start, entries.items + end));
        weigh_word(arena, &list, caps, entries.items + start, entries.items + end);
        start = end;
    }
    for (size_t i = 0; i < count; i++)
        normalise(&list.bags[i]);
    list.words = words;
    list.sharp = sharp;
    return list;
}

size_t wordbag_shared(const WordbagList *list, size_t a, size_t b, Str *out, size_t limit)
{
    float best[16] = {0};
    size_t n = 0;
    limit = limit < 16 ? limit : 16;
    const Wordbag *x = &list->bags[a];
    const Wordbag *y = &list->bags[b];
    for (size_t i = 0, k = 0; i < x->count && k < y->count;) {
        if (x->weights[i].word != y->weights[k].word) {
            if (x->weights[i].word < y->weights[k].word)
                i++;
            else
                k++;
            continue;
        }
        float product = x->weights[i].weight * y->weights[k].weight;
        size_t at = n;
        while (at > 0 && best[at - 1] < product)
            at--;
        if (at < limit) {
            n = n < limit ? n + 1 : n;
            for (size_t m = n - 1; m > at; m--) {
                best[m] = best[m - 1];
                out[m] = out[m - 1];
            }
            best[at] = product;
            out[at] = list->words[x->weights[i].word];
        }
        i++;
        k++;
    }
    return n;
}
