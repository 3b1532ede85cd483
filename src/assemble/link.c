#include "assemble/link.h"

#include "assemble/contrast.h"

static const double THRESHOLD = .08;
static const double SMALL_PILE = 0.4; /* share of it in a pile of two */

enum { SECONDS_A_DAY = 86400, SHARED_WORDS = 5 };

int64_t link_time(const Extraction *x)
{
    if (x->document->published.precision != MOMENT_NONE)
        return x->document->published.seconds;
    return x->dateline_day != DAY_NONE ? (int64_t)x->dateline_day * SECONDS_A_DAY : INT64_MAX;
}

/* Whoever puts a few reports together has one event in mind; a large pile holds many. */
static double threshold_of(size_t documents)
{
    double share = (double)documents / PAIRS_LARGE_PILE;
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
        events[i] = compare_traits(extractions[i], arena);
    links.events = events;
    links.pairs = pairs_of(&links.bags, events, same, arena);
    Likeness likeness = {links.pairs.items, links.pairs.count, links.pairs.most, rules.items, rules.count};
    cluster_groups(&likeness, count, threshold_of(count), arena, links.group);
    contrast_split(&links.bags, &links.pairs, arena, links.group);
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
