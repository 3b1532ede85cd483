#include "assemble/link/pairs.h"

#include <math.h>

#include "assemble/link/agree.h"

static const double LEAST = 0.01; /* pairs less alike are not kept */
static const double COPY = 0.95;
static const double COPY_WORDS = 0.3; /* cosine below which copies share page furniture, not a report */
static const double BY_FACTS =
    0.06; /* of words, where the facts agree in a small pile: with their weights it joins what nothing else does */
static const double SHORT_WORDS = 60;    /* distinct words of a text below which likeness counts clearly more */
static const double COMMON = 1.0 / 3;    /* share of a pile whose words tell nothing */
static const size_t COMMON_PILE = 60;    /* documents up to which every word may tell something */
static const size_t ALL_PAIRS = 4 << 20; /* about as many are kept of any pile */
static const size_t LEAST_MOST = 128;    /* earlier reports that each is paired with in any pile */
static const size_t BY_WORDS = 2;        /* times as many are compared */

enum { STEPS = 4096 }; /* of likeness, by which pairs are chosen */

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

/* Cosines of document d with those before it. */
static void accumulate(const WordbagList *bags, const Posting *postings, uint32_t d, double *sums)
{
    const Wordbag *bag = &bags->bags[d];
    for (size_t i = 0; i < bag->count; i++) {
        const Posting *p = &postings[bag->weights[i].word];
        if (bags->count > COMMON_PILE && (double)p->count > COMMON * (double)bags->count)
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

static size_t step_of(const LikePair *pair)
{
    return pair->likeness < 1 ? (size_t)(pair->likeness * STEPS) : STEPS - 1;
}

/* The likest of a report's pairs, in order; of those about equally alike the earliest. Returns how many. */
static size_t keep_likest(LikePair *pairs, size_t count, size_t most)
{
    uint32_t counts[STEPS] = {0};
    if (count <= most)
        return count;
    for (size_t i = 0; i < count; i++)
        counts[step_of(&pairs[i])]++;
    size_t step = STEPS;
    size_t room = most;
    while (counts[step - 1] <= room)
        room -= counts[--step];
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        size_t own = step_of(&pairs[i]);
        bool last = own + 1 == step && room > 0;
        room -= last;
        if (own >= step || last)
            pairs[kept++] = pairs[i];
    }
    return kept;
}

typedef struct {
    const WordbagList *bags;
    const EventTraits *events;
    const int32_t *same;
    double *sums;   /* by earlier report: its cosine with the one in hand */
    LikePair *near; /* the pairs of the one in hand */
} Pile;

/* What is written weeks later has all there is to tell: the same few words in two headlines are no sign then. */
static bool are_weeks_apart(const EventTraits *a, const EventTraits *b)
{
    enum { WEEKS = 21 };
    int64_t gap = (int64_t)a->written - b->written;
    return a->written != DAY_NONE && b->written != DAY_NONE && (gap > WEEKS || gap < -WEEKS);
}

static double words_alike(const Pile *pile, uint32_t earlier, uint32_t later)
{
    const EventTraits *a = &pile->events[earlier];
    const EventTraits *b = &pile->events[later];
    if (are_weeks_apart(a, b))
        return pile->sums[earlier];
    double alike = pile->sums[earlier] * length_factor(&pile->bags->bags[later], &pile->bags->bags[earlier]);
    bool facts = alike < BY_FACTS && pile->bags->count < PAIRS_LARGE_PILE && agree_facts(a, b);
    return facts ? BY_FACTS : alike;
}

static bool are_copies(const Pile *pile, uint32_t earlier, uint32_t later)
{
    bool same = pile->same[later] == (int32_t)earlier || pile->same[earlier] == (int32_t)later;
    return same && pile->sums[earlier] >= COPY_WORDS;
}

/* Those before d that share words with it, and how much. */
static size_t find_near(const Pile *pile, uint32_t d)
{
    bool small = pile->bags->count < PAIRS_LARGE_PILE;
    size_t count = 0;
    for (uint32_t e = 0; e < d; e++) {
        bool copies = are_copies(pile, e, d);
        bool facts = small && agree_facts(&pile->events[e], &pile->events[d]);
        if (copies || facts || pile->sums[e] > LEAST)
            pile->near[count++] = (LikePair){e, d, copies ? 1 : (float)words_alike(pile, e, d), false};
    }
    return count;
}

/* No more than 1. In a small pile, where many pairs are much alike, it grows ever slower above a half: of two such pairs the one that is
 * more alike stays the likelier. */
static double bounded(double likeness, bool small_pile)
{
    const double half = .5;
    if (!small_pile || likeness < half)
        return likeness < 1 ? likeness : 1;
    return 1 - half * half / likeness;
}

/* Words and events together, of those that are near by words. */
static size_t compare_near(const Pile *pile, size_t count)
{
    bool small = pile->bags->count < PAIRS_LARGE_PILE;
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        LikePair pair = pile->near[i];
        double likeness = COPY;
        if (!are_copies(pile, pair.a, pair.b))
            likeness = bounded(words_alike(pile, pair.a, pair.b) *
                                   compare_weight(&pile->events[pair.b], &pile->events[pair.a], small, &pair.apart),
                               small);
        pair.likeness = (float)likeness;
        if (likeness > LEAST || pair.apart)
            pile->near[kept++] = pair;
    }
    return kept;
}

/* Of each of so many reports. */
static size_t most_of(size_t reports)
{
    size_t most = ALL_PAIRS;
    if (reports > 0)
        most /= reports;
    return most < LEAST_MOST ? LEAST_MOST : most;
}

/* More pairs than so many reports can have: room that is not used costs nothing. */
static size_t bound_of(size_t reports, size_t most)
{
    return reports <= most ? reports * reports / 2 + 1 : reports * most;
}

Pairs pairs_of(const WordbagList *bags, const EventTraits *events, const int32_t *same, Arena *arena)
{
    Pairs pairs = {.most = most_of(bags->count)};
    pairs.items = arena_room(arena, bound_of(bags->count, pairs.most), sizeof *pairs.items, alignof(LikePair));
    ArenaMark before = arena_mark(arena);
    const Posting *postings = postings_of(bags, arena);
    Pile pile = {bags, events, same, ARENA_ARRAY(arena, double, bags->count + 1),
                 ARENA_ARRAY(arena, LikePair, bags->count + 1)};
    for (uint32_t d = 0; d < bags->count; d++) {
        accumulate(bags, postings, d, pile.sums);
        size_t count = keep_likest(pile.near, find_near(&pile, d), BY_WORDS * pairs.most);
        count = keep_likest(pile.near, compare_near(&pile, count), pairs.most);
        if (count > 0)
            memcpy(pairs.items + pairs.count, pile.near, count * sizeof *pile.near);
        pairs.count += count;
        memset(pile.sums, 0, d * sizeof *pile.sums);
    }
    arena_rewind(arena, before);
    return pairs;
}

size_t pairs_from(const Pairs *pairs, uint32_t d)
{
    size_t low = 0;
    size_t high = pairs->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (pairs->items[middle].b < d)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
