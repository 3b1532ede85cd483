#include "assemble/link.h"

#include <math.h>
#include <stdlib.h>

#include "assemble/contrast.h"

static const double THRESHOLD = .08;
static const double LEAST = 0.01; /* pairs less alike are not kept */
static const double COPY = 0.95;
static const double COPY_WORDS = 0.3; /* cosine below which copies share page furniture, not a report */
static const double LARGE_PILE = 200; /* documents from which the threshold holds in full */
static const double SMALL_PILE = 0.4; /* share of it in a pile of two */
static const double SHORT_WORDS = 60; /* distinct words of a text below which likeness counts clearly more */

enum { SECONDS_A_DAY = 86400, SHARED_WORDS = 5 };

int64_t link_time(const Extraction *x)
{
    if (x->document->published.precision != MOMENT_NONE)
        return x->document->published.seconds;
    return x->dateline_day != DAY_NONE ? (int64_t)x->dateline_day * SECONDS_A_DAY : INT64_MAX;
}

static bool is_small(size_t documents)
{
    return (double)documents < LARGE_PILE;
}

/* Documents that have a word, with their weights. */
typedef struct {
    uint32_t *documents;
    float *weights;
    size_t count;
} Posting;

static Posting *postings_of(const WordbagList *bags, Arena *arena)
{
    Posting *postings = ARENA_ARRAY(arena, Posting, bags->word_count + 1);
    for (size_t d = 0; d < bags->count; d++)
        for (size_t i = 0; i < bags->bags[d].count; i++)
            postings[bags->bags[d].weights[i].word].count++;
    for (size_t w = 0; w < bags->word_count; w++) {
        postings[w].documents = ARENA_ARRAY(arena, uint32_t, postings[w].count + 1);
        postings[w].weights = ARENA_ARRAY(arena, float, postings[w].count + 1);
        postings[w].count = 0;
    }
    for (size_t d = 0; d < bags->count; d++)
        for (size_t i = 0; i < bags->bags[d].count; i++) {
            Posting *p = &postings[bags->bags[d].weights[i].word];
            p->documents[p->count] = (uint32_t)d;
            p->weights[p->count++] = bags->bags[d].weights[i].weight;
        }
    return postings;
}

typedef struct {
    LikePair *items;
    size_t count;
    size_t cap;
} Pairs;

static void add_pair(Arena *arena, Pairs *pairs, uint32_t a, uint32_t b, double likeness)
{
    pairs->items = arena_grow(arena, pairs->items, pairs->count, &pairs->cap, sizeof *pairs->items);
    pairs->items[pairs->count++] = (LikePair){a, b, (float)(likeness < 1 ? likeness : 1)};
}

/* Cosines of document d with those before it. Words of a third of a large pile tell nothing and are passed over. */
static void accumulate(const WordbagList *bags, const Posting *postings, uint32_t d, double *sums)
{
    const Wordbag *bag = &bags->bags[d];
    for (size_t i = 0; i < bag->count; i++) {
        const Posting *p = &postings[bag->weights[i].word];
        if (bags->count > 60 && p->count > bags->count / 3)
            continue;
        for (size_t k = 0; k < p->count && p->documents[k] < d; k++)
            sums[p->documents[k]] += (double)p->weights[k] * bag->weights[i].weight;
    }
}

/* Two short texts on one event share fewer words than two long ones. */
static double length_factor(const Wordbag *a, const Wordbag *b)
{
    double words = (double)(a->count < b->count ? a->count : b->count);
    return sqrt(1 + SHORT_WORDS / (words + 1));
}

static Pairs pairs_of(const WordbagList *bags, const EventTraits *events, const int32_t *same, Arena *arena)
{
    Pairs pairs = {NULL, 0, 0};
    const Posting *postings = postings_of(bags, arena);
    double *sums = ARENA_ARRAY(arena, double, bags->count + 1);
    for (uint32_t d = 0; d < bags->count; d++) {
        accumulate(bags, postings, d, sums);
        for (uint32_t e = 0; e < d; e++) {
            double likeness = 0;
            if (sums[e] > LEAST)
                likeness = sums[e] * length_factor(&bags->bags[d], &bags->bags[e]) *
                           compare_weight(&events[d], &events[e], is_small(bags->count));
            if ((same[d] == (int32_t)e || same[e] == (int32_t)d) && sums[e] >= COPY_WORDS)
                likeness = COPY;
            if (likeness > LEAST)
                add_pair(arena, &pairs, e, d, likeness);
            sums[e] = 0;
        }
    }
    return pairs;
}

/* Whoever puts a few reports together has one event in mind; a large pile holds many. */
static double threshold_of(size_t documents)
{
    double share = (double)documents / LARGE_PILE;
    return THRESHOLD * (share < 1 ? SMALL_PILE + (1 - SMALL_PILE) * share : 1);
}

/* Look-alikes that people put into one group stay there. */
static void join_again(LinkRules rules, size_t count, uint32_t *group)
{
    for (size_t i = 0; i < rules.count; i++) {
        uint32_t a = group[rules.items[i].a];
        uint32_t b = group[rules.items[i].b];
        for (size_t d = 0; d < count && a != b && !rules.items[i].apart; d++)
            if (group[d] == a || group[d] == b)
                group[d] = a < b ? a : b;
    }
}

Links link_documents(Extraction *const *extractions, size_t count, const int32_t *same, LinkRules rules, Arena *arena)
{
    Links links = {.group = ARENA_ARRAY(arena, uint32_t, count + 1)};
    links.bags = wordbag_list(extractions, count, arena);
    EventTraits *events = ARENA_ARRAY(arena, EventTraits, count + 1);
    for (size_t i = 0; i < count; i++)
        events[i] = compare_traits(extractions[i]);
    links.events = events;
    Pairs pairs = pairs_of(&links.bags, events, same, arena);
    links.pairs = pairs.items;
    links.pair_count = pairs.count;
    Likeness likeness = {pairs.items, pairs.count, rules.items, rules.count};
    cluster_groups(&likeness, count, threshold_of(count), arena, links.group);
    contrast_split(&links.bags, pairs.items, pairs.count, arena, links.group);
    join_again(rules, count, links.group);
    return links;
}

/* The first pair whose later document is d or after it: pairs stand in that order. */
static size_t first_pair(const Links *links, uint32_t d)
{
    size_t low = 0;
    size_t high = links->pair_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (links->pairs[middle].b < d)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The pair of d with the likest document of its group before it. */
static const LikePair *nearest(const Links *links, uint32_t d)
{
    const LikePair *best = NULL;
    for (size_t i = first_pair(links, d); i < links->pair_count && links->pairs[i].b == d; i++) {
        const LikePair *p = &links->pairs[i];
        if (links->group[p->a] == links->group[d] && (!best || p->likeness > best->likeness))
            best = p;
    }
    return best;
}

static void put_words(Buf *out, const Links *links, const LikePair *pair)
{
    Str words[SHARED_WORDS];
    size_t n = wordbag_shared(&links->bags, pair->a, pair->b, words, SHARED_WORDS);
    for (size_t i = 0; i < n; i++) {
        buf_put(out, i == 0 ? STR(": shares ") : STR(", "));
        buf_put(out, words[i]);
    }
}

static Str reason_of(const Links *links, Extraction *const *x, const LikePair *pair, Arena *arena)
{
    Buf text = {0};
    buf_put(&text, x[pair->b]->document->id);
    buf_put(&text, STR(" with "));
    buf_put(&text, x[pair->a]->document->id);
    buf_put(&text, STR(", likeness "));
    buf_fixed(&text, pair->likeness, 2);
    put_words(&text, links, pair);
    compare_put(&text, &links->events[pair->a], &links->events[pair->b], is_small(links->bags.count));
    Str s = arena_copy(arena, buf_str(&text));
    buf_free(&text);
    return s;
}

size_t link_reasons(const Links *links, Extraction *const *extractions, const uint32_t *documents, size_t count,
                    Str *out, Arena *arena)
{
    size_t n = 0;
    for (size_t i = 1; i < count; i++) {
        const LikePair *pair = nearest(links, documents[i]);
        if (pair)
            out[n++] = reason_of(links, extractions, pair, arena);
    }
    return n;
}
