#include "assemble/link/wordbag.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "base/hash.h"

static const double RARITY_POWER = 1.5;
static const double NAME_FACTOR = 1.4;
static const double NUMBER_FACTOR = 1.3;
static const double PAIR_FACTOR = 1.0;    /* of two names side by side: each already counts alone */
static const double PRIOR_DOCUMENTS = 60; /* how many documents the guess from the word's shape is worth */

enum { LONGEST_WORD = 64, STEM_BYTES = 7 };

/* A word where it stands in a report. */
typedef struct {
    uint64_t hash;
    bool capital; /* begins with one */
    Str text;
} Occurrence;

typedef struct {
    Occurrence *items;
    size_t count;
    size_t cap;
} Occurrences;

/* A word of a report, and how often it stands there. */
typedef struct {
    uint32_t word; /* in order of first sight */
    uint32_t count;
} Entry;

/* A word of the pile. */
typedef struct {
    uint64_t hash;
    uint32_t documents;
    uint32_t count;
    uint32_t capital; /* how many of them begin with a capital */
    uint32_t number;  /* by hash */
    double weight;    /* 0: it tells nothing */
    Str text;         /* of the first report that has it, the first by letters */
} Word;

typedef struct {
    Arena *arena;
    Entry *entries; /* report by report, by hash */
    size_t entry_count;
    size_t entry_cap;
    Word *words;
    size_t word_count;
    size_t word_cap;
    uint32_t *slots; /* by hash: a word's place behind 0, which is free; a power of two, at most half full */
    size_t slot_count;
} Words;

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
    Occurrences *out;
    const Extraction *extraction;
    size_t time; /* of extraction->times: the first that may reach the next word */
    Str last;    /* the word before, if it began with a capital */
} Cutter;

static void put_word(Cutter *c, Str word, bool capital)
{
    Occurrences *out = c->out;
    out->items = arena_grow(c->arena, out->items, out->count, &out->cap, sizeof *out->items);
    out->items[out->count++] = (Occurrence){hash_folded(word), capital, word};
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
        while (i < text.len && char_is_word(text.ptr[i]))
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
static void cut_document(Arena *arena, const Extraction *x, bool by_title, Occurrences *out)
{
    Cutter c = {.arena = arena, .out = out, .extraction = x};
    out->count = 0;
    put_words(&c, x->document->title, UINT32_MAX);
    if (by_title)
        return;
    if (x->block_count == 0)
        put_words(&c, document_body(x->document), 0);
    for (size_t i = 0; i < x->block_count; i++)
        if (x->blocks[i].kind != BLOCK_BOILERPLATE && !document_in_headline(x->document, x->blocks[i].span))
            put_words(&c, span_text(x->document->text, x->blocks[i].span), x->blocks[i].span.start);
}

static int by_hash(const void *a, const void *b)
{
    const Occurrence *x = a;
    const Occurrence *y = b;
    if (x->hash != y->hash)
        return x->hash < y->hash ? -1 : 1;
    return str_compare(x->text, y->text);
}

/* ---- the words of the pile ---- */

static void widen(Words *w)
{
    enum { FIRST_SLOTS = 4096 };
    w->slot_count = w->slot_count > 0 ? 2 * w->slot_count : FIRST_SLOTS;
    w->slots = ARENA_ARRAY(w->arena, uint32_t, w->slot_count);
    for (uint32_t i = 0; i < w->word_count; i++) {
        size_t slot = w->words[i].hash & (w->slot_count - 1);
        while (w->slots[slot] != 0)
            slot = (slot + 1) & (w->slot_count - 1);
        w->slots[slot] = i + 1;
    }
}

static uint32_t intern(Words *w, const Occurrence *first)
{
    if (2 * (w->word_count + 1) > w->slot_count)
        widen(w);
    size_t slot = first->hash & (w->slot_count - 1);
    while (w->slots[slot] != 0 && w->words[w->slots[slot] - 1].hash != first->hash)
        slot = (slot + 1) & (w->slot_count - 1);
    if (w->slots[slot] == 0) {
        w->words = arena_grow(w->arena, w->words, w->word_count, &w->word_cap, sizeof *w->words);
        w->words[w->word_count++] = (Word){.hash = first->hash, .text = first->text};
        w->slots[slot] = (uint32_t)w->word_count;
    }
    return w->slots[slot] - 1;
}

/* Equal words of one report become one entry with their count. */
static void add_document(Words *w, Occurrences *cut)
{
    if (cut->count == 0)
        return;
    qsort(cut->items, cut->count, sizeof *cut->items, by_hash);
    for (size_t start = 0; start < cut->count;) {
        uint32_t number = intern(w, &cut->items[start]);
        assert(w->words);
        Word *word = &w->words[number];
        size_t end = start;
        for (; end < cut->count && cut->items[end].hash == word->hash; end++)
            word->capital += cut->items[end].capital;
        word->documents++;
        word->count += (uint32_t)(end - start);
        w->entries = arena_grow(w->arena, w->entries, w->entry_count, &w->entry_cap, sizeof *w->entries);
        w->entries[w->entry_count++] = (Entry){number, (uint32_t)(end - start)};
        start = end;
    }
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

/* Is it a name, mostly written with a capital? */
static bool is_name(const Word *word)
{
    return word->capital * 10 > word->count * 6;
}

static double factor_of(Str word, bool name)
{
    if (is_pair(word))
        return PAIR_FACTOR;
    if (name)
        return NAME_FACTOR;
    return char_is_digit(word.ptr[0]) ? NUMBER_FACTOR : 1;
}

/* Its rarity says how much a word tells in a pile of so many. */
static double weight_of(const Word *word, size_t documents)
{
    bool name = is_name(word);
    double n = (double)documents + PRIOR_DOCUMENTS;
    double idf = log(n / (word->documents + PRIOR_DOCUMENTS * prior_share(word->text, name)));
    return idf > 0 ? pow(idf, RARITY_POWER) * factor_of(word->text, name) : 0;
}

/* A word's hash, and where it stands in order of first sight. */
typedef struct {
    uint64_t hash;
    uint32_t word;
} Ranked;

static int by_rank(const void *a, const void *b)
{
    const Ranked *x = a;
    const Ranked *y = b;
    return x->hash < y->hash ? -1 : x->hash > y->hash;
}

/* Numbers and weighs the words. */
static void list_words(Words *w, WordbagList *list)
{
    Ranked *order = arena_room(w->arena, w->word_count + 1, sizeof *order, alignof(Ranked));
    Str *words = ARENA_ARRAY(w->arena, Str, w->word_count + 1);
    bool *sharp = ARENA_ARRAY(w->arena, bool, w->word_count + 1);
    for (uint32_t i = 0; i < w->word_count; i++)
        order[i] = (Ranked){w->words[i].hash, i};
    if (w->word_count > 0)
        qsort(order, w->word_count, sizeof *order, by_rank);
    for (uint32_t i = 0; i < w->word_count; i++) {
        Word *word = &w->words[order[i].word];
        word->number = i;
        word->weight = weight_of(word, list->count);
        words[i] = word->text;
        sharp[i] = !is_pair(word->text) && (char_is_digit(word->text.ptr[0]) || is_name(word));
    }
    list->words = words;
    list->sharp = sharp;
    list->word_count = w->word_count;
}

/* From the entries of one report. */
static void fill_bag(const Words *w, const Entry *entries, size_t count, Wordbag *bag)
{
    bag->weights = arena_room(w->arena, count + 1, sizeof *bag->weights, alignof(Weight));
    for (size_t i = 0; i < count; i++) {
        assert(entries && w->words);
        const Word *word = &w->words[entries[i].word];
        if (word->weight > 0)
            bag->weights[bag->count++] = (Weight){word->number, (float)((1 + log(entries[i].count)) * word->weight)};
    }
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

WordbagList wordbag_list(Extraction *const *extractions, size_t count, const bool *by_title, Arena *arena)
{
    WordbagList list = {ARENA_ARRAY(arena, Wordbag, count + 1), count, 0, NULL, NULL};
    size_t *first = ARENA_ARRAY(arena, size_t, count + 1); /* of each report's entries */
    Words words = {.arena = arena};
    Occurrences cut = {NULL, 0, 0};
    for (size_t i = 0; i < count; i++) {
        cut_document(arena, extractions[i], by_title[i], &cut);
        add_document(&words, &cut);
        first[i + 1] = words.entry_count;
    }
    list_words(&words, &list);
    for (size_t i = 0; i < count; i++) {
        fill_bag(&words, words.entries + first[i], first[i + 1] - first[i], &list.bags[i]);
        normalise(&list.bags[i]);
    }
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
