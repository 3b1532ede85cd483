#include "assemble/link/link.h"

#include "assemble/link/contrast.h"
#include "assemble/link/named.h"
#include "assemble/link/storm.h"

static const double THRESHOLD = .08;
static const double SMALL_PILE = 0.4; /* share of it in a pile of two */
static const double ONE_EVENT = 0.6;  /* and in a large one where a tenth of all pairs are alike */

/* Of events told equally often, a tenth of all pairs are alike where there are ten at most; in piles of one event, in which
 * half is furniture or tells of something else, it was a tenth to a quarter. */
static const double ALIKE_IN_ONE = 0.1;
static const double ALIKE_IN_MANY = 0.05;

enum { SECONDS_A_DAY = 86400, SHARED_WORDS = 5 };

int64_t link_time(const Extraction *x)
{
    if (x->document->published.precision != MOMENT_NONE)
        return x->document->published.seconds;
    return x->dateline_day != DAY_NONE ? (int64_t)x->dateline_day * SECONDS_A_DAY : INT64_MAX;
}

int64_t link_time_last(const Extraction *x)
{
    if (x->document->published.precision != MOMENT_NONE || x->dateline_day == DAY_NONE)
        return moment_last_second(x->document->published);
    return link_time(x) + SECONDS_A_DAY - 1;
}

static double share_alike(const Pairs *pairs, size_t documents)
{
    double all = (double)documents * ((double)documents - 1) / 2;
    size_t alike = 0;
    for (size_t i = 0; i < pairs->count; i++)
        alike += pairs->items[i].likeness >= THRESHOLD;
    return (double)alike / (all > 1 ? all : 1);
}

/* Whoever puts a few reports together has one event in mind, and so has who fills a large pile with reports that are mostly
 * alike; other large piles hold many. */
double link_threshold(const Pairs *pairs, size_t documents)
{
    double size = (double)documents / PAIRS_LARGE_PILE;
    double by_size = size < 1 ? SMALL_PILE + (1 - SMALL_PILE) * size : 1;
    double many = (ALIKE_IN_ONE - share_alike(pairs, documents)) / (ALIKE_IN_ONE - ALIKE_IN_MANY);
    many = many < 0 ? 0 : many > 1 ? 1 : many;
    double by_likeness = ONE_EVENT + (1 - ONE_EVENT) * many;
    return THRESHOLD * (by_size < by_likeness ? by_size : by_likeness);
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
    bool *by_title = ARENA_ARRAY(arena, bool, count + 1);
    for (size_t i = 0; i < count; i++)
        by_title[i] = same[i] == LINK_BY_TITLE;
    links.bags = wordbag_list(extractions, count, by_title, arena);
    EventTraits *events = ARENA_ARRAY(arena, EventTraits, count + 1);
    for (size_t i = 0; i < count; i++)
        events[i] = compare_traits(extractions[i], arena);
    named_find(extractions, count, events, arena);
    if (count < PAIRS_LARGE_PILE)
        compare_rounds(extractions, count, events);
    links.events = events;
    links.pairs = pairs_of(&links.bags, events, same, arena);
    Likeness likeness = {links.pairs.items, links.pairs.count, links.pairs.most, rules.items, rules.count};
    cluster_groups(&likeness, count, link_threshold(&links.pairs, count), arena, links.group);
    contrast_split(&links.bags, &links.pairs, arena, links.group);
    storm_join(events, count, rules.items, rules.count, arena, links.group);
    join_again(rules, count, links.group);
    return links;
}

/* The pair of d with the likest document of its group before it. */
static const LikePair *nearest(const Links *links, uint32_t d)
{
    const LikePair *best = NULL;
    for (size_t i = pairs_from(&links->pairs, d); i < links->pairs.count && links->pairs.items[i].b == d; i++) {
        const LikePair *p = &links->pairs.items[i];
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
    compare_put(&text, &links->events[pair->a], &links->events[pair->b], links->bags.count < PAIRS_LARGE_PILE);
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
