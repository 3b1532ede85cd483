/*
 * victims_apart — which mentions of a pool are of the same people. Each is held against all before it, so that what is asked of
 * a pair is asked a million times in a report that lists a thousand victims.
 */
#include "assemble/basis/people.h"
#include "assemble/figure/share.h"
#include "assemble/figure/victims.h"

/* "The toll rose to 57 ... as it had risen to 56", "Vale fire: toll rises to 15" under a report of 17: where it had come to before. */
static bool is_stage_before(const Claim *now, const Claim *then)
{
    return now->risen && then->risen && !now->lowered && victims_point(now) < victims_point(then);
}

/* "67 died. ... In Vale province the death toll was 31": the toll of a region, beside more people whom nothing places in it. */
static bool is_of_a_region(const Figure *toll, const Figure *all)
{
    const Place *region = toll->claim->total && !toll->claim->lowered ? share_region(toll) : NULL;
    return region && victims_point(all->claim) > victims_point(toll->claim) &&
           !(all->claim->place && place_holds(region, &all->claim->place->place));
}

/* Of two mentions of the same people: which one gives the figure? */
static bool is_better(const Figure *now, const Figure *then)
{
    if (victims_are_words(now) != victims_are_words(then))
        return victims_are_words(then);
    if (victims_are_words(now))
        return now->claim->count.low > then->claim->count.low;
    if (is_of_a_region(now, then) || is_of_a_region(then, now))
        return is_of_a_region(then, now);
    if (now->claim->total || then->claim->total)
        return now->claim->total && !is_stage_before(now->claim, then->claim);
    if (victims_point(now->claim) != victims_point(then->claim))
        return victims_point(now->claim) > victims_point(then->claim);
    if (now->heading != then->heading)
        return then->heading;
    return now->claim->count.high == INTERVAL_OPEN && then->claim->count.high != INTERVAL_OPEN;
}

/* "A second victim" behind the first, "a man was hit. Another man was": not the same told again. */
static bool is_new(const Figure *before, const Figure *x)
{
    if (before->claim->ordinal != x->claim->ordinal)
        return true;
    return x->claim->additional && !before->claim->additional && before->extraction == x->extraction &&
           people_sentence(x) == people_sentence(before) + 1;
}

/* "A crash involving two men and two boys less a crash involving two men and two boys": a row told again in the same words, as
 * captions are, without a full stop between. */
static bool is_row_again(const Figure *before, const Figure *x)
{
    Str text = x->extraction->document->text;
    return before->claim->listed && x->claim->listed && before->document == x->document &&
           !span_overlaps(before->claim->evidence, x->claim->evidence) &&
           str_equal(span_text(text, before->claim->evidence), span_text(text, x->claim->evidence));
}

/* Whom the count is of, without it: "workers". */
static Str counted_word(const Figure *x)
{
    const Claim *claim = x->claim;
    bool inside = span_holds(claim->victims, claim->count_span) && !span_is_empty(claim->count_span);
    return inside ? str_slice(x->extraction->document->text, claim->count_span.end, claim->victims.end) : STR("");
}

/* "Fire kills 31 workers Fire kills 26 workers Fire kills 31 workers": headlines of one event, without a full stop between. Two counts
 * of the same people in a sentence are two groups where it lists them or tells them of two places. */
static bool is_headline_again(const Figure *before, const Figure *x)
{
    Str word = counted_word(x);
    return word.len > 0 && str_equal(word, counted_word(before)) && !x->claim->listed && !before->claim->listed &&
           !x->claim->shared_out && !before->claim->shared_out && !x->claim->additional;
}

/* In one sentence two groups are two, but a victim described twice there ("a man is dead after a man was shot") is one
 * unless the text lists them ("a man and a youth"). */
static bool is_beside(const Figure *before, const Figure *x)
{
    if (!people_same_sentence(before, x) || span_overlaps(before->claim->victims, x->claim->victims))
        return false;
    bool twice =
        victims_are_described(before) && victims_are_described(x) && !before->claim->listed && !x->claim->listed;
    return !twice && !is_row_again(before, x) && !is_headline_again(before, x);
}

/* What is quickly asked comes first: each mention of a page is held against all before it. */
static bool is_told_again(const Figure *before, const Figure *x, bool same_sentence_is_new, size_t known)
{
    if (same_sentence_is_new && is_beside(before, x))
        return false;
    /* "a sixth victim", of whom one is known to have died: the sixth of those hit */
    bool counts_others = !x->claim->additional && x->claim->ordinal > known + 1;
    bool further = people_are_further(x->claim) && !counts_others && victims_are_described(x);
    return !people_differ(before, x) && !(further && is_new(before, x) && !people_surely_same(before, x));
}

/* The people that the mentions of a pool are of. */
typedef struct {
    Pool pool;
    size_t *newest; /* by group: the last of its mentions */
    size_t *older;  /* by mention: the one before it in its group, SIZE_MAX */
    size_t count;   /* of the groups */
    bool same_sentence_is_new;
} Crowd;

/* Whether the mention can be of the group: it tells each of the group's mentions again. "31 were killed ... 22 in Goma, nine in Uvira": one that is
 * of another town than some of them can be of a whole that the group has, as far as that holds them and it. */
static bool may_join(const Crowd *crowd, size_t at, size_t group, bool *surely)
{
    const Figure *x = crowd->pool.items[at];
    int64_t whole = 0;
    int64_t apart = 0;
    *surely = false;
    for (size_t i = crowd->newest[group]; i != SIZE_MAX; i = crowd->older[i]) {
        const Figure *before = crowd->pool.items[i];
        int64_t point = victims_point(before->claim);
        if (is_told_again(before, x, crowd->same_sentence_is_new, crowd->count))
            whole = point > whole ? point : whole;
        else if (point <= 0 || people_differ_in_kind(before, x) || people_same_sentence(before, x) ||
                 victims_are_described(x))
            return false;
        else
            apart = point > apart ? point : apart;
        *surely = *surely || people_surely_same(before, x);
    }
    return apart == 0 || apart + victims_point(x->claim) <= whole;
}

/* The group of somebody of the same name or age, which only the described have; else the first that the mention can be of, else
 * a new one. */
static size_t group_of(const Crowd *crowd, size_t at)
{
    bool described = victims_are_described(crowd->pool.items[at]);
    size_t found = crowd->count;
    for (size_t g = 0; g < crowd->count; g++) {
        bool surely = false;
        if (!may_join(crowd, at, g, &surely))
            continue;
        if (surely || !described)
            return g;
        found = found == crowd->count ? g : found;
    }
    return found;
}

/* Each mention joins the group that it tells again or opens one. */
Pool victims_apart(Arena *arena, Pool pool, bool same_sentence_is_new)
{
    Crowd crowd = {pool, ARENA_ARRAY(arena, size_t, pool.count + 1), ARENA_ARRAY(arena, size_t, pool.count + 1), 0,
                   same_sentence_is_new};
    const Figure **best = ARENA_ARRAY(arena, const Figure *, pool.count + 1);
    for (size_t i = 0; i < pool.count; i++) {
        const Figure *x = pool.items[i];
        size_t g = group_of(&crowd, i);
        bool opens = g == crowd.count;
        crowd.older[i] = opens ? SIZE_MAX : crowd.newest[g];
        crowd.newest[g] = i;
        if (opens)
            best[crowd.count++] = x;
        else if (is_better(x, best[g]))
            best[g] = x;
    }
    return (Pool){best, crowd.count};
}

/* ---- those counted, one by one behind the count ---- */

bool victims_in_order(const Claim *x, const Claim *y)
{
    bool spans = !span_is_empty(x->victims) && !span_is_empty(y->victims);
    return spans ? x->victims.start < y->victims.start : x->evidence.start < y->evidence.start;
}

static bool is_behind(const Figure *y, const Figure *group)
{
    return people_same_sentence(y, group) && y->claim->victims.start >= group->claim->victims.end;
}

/* May be one of those counted: not a man behind "two children". */
static bool may_be_of(const Figure *y, const Figure *group)
{
    bool other_age = !y->claim->named && ((y->claim->subgroups ^ group->claim->subgroups) & SUBGROUP_CHILDREN);
    return !other_age && !people_differ_in_kind(group, y);
}

/* The described victim told n-th behind the count, from 0 on; NULL where there are fewer. */
static const Figure *nth_behind(const Figure *group, Pool described, int64_t n)
{
    const Figure *nth = NULL;
    for (int64_t i = 0; i <= n; i++) {
        const Figure *next = NULL;
        for (size_t k = 0; k < described.count; k++) {
            const Figure *y = described.items[k];
            if (is_behind(y, group) && (!nth || victims_in_order(nth->claim, y->claim)) &&
                (!next || victims_in_order(y->claim, next->claim)))
                next = y;
        }
        nth = next;
        if (!nth)
            return NULL;
    }
    return nth;
}

/* The text from one on to the other. */
static Str text_between(const Figure *first, const Figure *second)
{
    return str_slice(first->extraction->document->text, first->claim->victims.end, second->claim->victims.start);
}

/* "Two guards, Juan Sol and Pedro Luz, | and a clerk", "two boys, Juan and Pedro Sol, | and their mother, Ana Sol": behind a sign somebody is
 * told who is none of them. */
static bool row_goes_on(const Figure *last, const Figure *next)
{
    Str told = span_text(next->extraction->document->text, next->claim->victims);
    bool noun = told.len > 0 && told.ptr[0] >= 'a' && told.ptr[0] <= 'z'; /* "their driver, Juan Sol" */
    bool other = !next->claim->named || noun;
    Str between = text_between(last, next);
    bool sign = between.len > 0 && str_is_wordless(str_slice(between, 0, 1)) && between.ptr[0] != ' ';
    return sign && last->claim->named && other;
}

bool victims_are_apposed(const Figure *x, const Figure *group, Pool described)
{
    enum { MOST = 9 };
    int64_t counted = victims_point(group->claim);
    if (counted < 1 || !is_behind(x, group))
        return false;
    int64_t told = 0;
    for (size_t i = 0; i < described.count; i++)
        told += is_behind(described.items[i], group);
    if (told < counted || (told > counted && counted > MOST))
        return false;
    const Figure *first = nth_behind(group, described, 0);
    if (!str_is_wordless(text_between(group, first)))
        return false;
    const Figure *last = nth_behind(group, described, counted - 1);
    if (told > counted && !row_goes_on(last, nth_behind(group, described, counted)))
        return false;
    for (size_t i = 0; i < described.count; i++) {
        const Figure *y = described.items[i];
        bool one = is_behind(y, group) && !victims_in_order(last->claim, y->claim);
        if (one && (!may_be_of(y, group) || (told > counted && !y->claim->named)))
            return false;
    }
    return !victims_in_order(last->claim, x->claim);
}
