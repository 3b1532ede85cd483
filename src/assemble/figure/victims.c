#include "assemble/figure/victims.h"

#include "assemble/basis/people.h"

int64_t victims_point(const Claim *claim)
{
    return interval_point(claim->count_form, claim->count);
}

bool victims_are_described(const Figure *figure)
{
    return figure->claim->count_form == COUNT_DESCRIBED;
}

bool victims_are_words(const Figure *figure)
{
    return figure->claim->count_form == COUNT_WORD;
}

static void add_term(Sum *sum, const Figure *figure)
{
    const Claim *claim = figure->claim;
    sum->terms[sum->term_count++] = figure;
    if (!sum->any) {
        *sum = (Sum){true, claim->count, claim->count_form, victims_point(claim), figure, sum->terms, sum->term_count};
        return;
    }
    int64_t point = victims_point(claim);
    sum->range = interval_add(sum->range, claim->count);
    sum->point = sum->point < 0 ? point : sum->point + (point > 0 ? point : 0);
    bool open = sum->range.high == INTERVAL_OPEN;
    sum->form = open ? COUNT_AT_LEAST : sum->range.low == sum->range.high ? COUNT_EXACT : COUNT_RANGE;
}

/* Distinct groups of the pool, added up; with room for so many terms. */
static Sum sum_groups(Arena *arena, Pool pool, bool same_sentence_is_new, size_t room)
{
    if (pool.count == 0)
        return (Sum){.any = false};
    Pool groups = victims_apart(arena, pool, same_sentence_is_new);
    Sum sum = {.terms = ARENA_ARRAY(arena, const Figure *, room)};
    for (size_t g = 0; g < groups.count; g++)
        add_term(&sum, groups.items[g]);
    return sum;
}

static bool is_attacker_claim(const Claim *claim)
{
    return claim->victim_class == CLASS_MILITANT || (claim->subgroups & SUBGROUP_ATTACKERS);
}

/* "One died and at least 17 more were hurt": more than the dead, not more hurt than those told of before; "a bomber killed nine others": than he. */
static bool is_beside_others(const Figure *figure)
{
    if (figure->claim->of_the_hurt)
        return false; /* "nine were hurt, two of whom died": more dead */
    bool beside = false;
    for (size_t i = 0; i < figure->extraction->claim_count; i++) {
        const Claim *claim = &figure->extraction->claims[i];
        if (claim->kind != KIND_CASUALTY || claim->sentence.start != figure->claim->sentence.start ||
            claim->victims.start >= figure->claim->victims.start)
            continue;
        if (is_attacker_claim(claim) && claim->outcome == OUTCOME_KILLED && !is_attacker_claim(figure->claim))
            return true;
        if (claim->outcome == figure->claim->outcome && !interval_equal(claim->count, figure->claim->count))
            return false; /* the same again is a caption of many, without a full stop between */
        bool harm = claim->part_of < 0 && (claim->outcome == OUTCOME_KILLED || claim->outcome == OUTCOME_INJURED);
        beside = beside || (harm && !claim->additional); /* "killing four more and wounding 18 others": 18 more */
    }
    return beside;
}

Sort victims_sort(const Figure *figure, VictimClass of_class)
{
    if (figure->claim->additional && !figure->claim->total && !victims_are_described(figure) &&
        !victims_are_words(figure) && !is_beside_others(figure))
        return SORT_ADDED;
    if (people_are_generic(figure->claim, of_class))
        return SORT_GENERIC;
    return victims_are_described(figure) ? SORT_DESCRIBED : SORT_STATED;
}

const Figure *victims_largest_count(Pool pool, VictimClass of_class)
{
    const Figure *largest = NULL;
    for (size_t i = 0; i < pool.count; i++) {
        const Figure *x = pool.items[i];
        if (victims_sort(x, of_class) == SORT_GENERIC && x->voice.party != PARTY_ARMED_GROUP &&
            victims_point(x->claim) > (largest ? victims_point(largest->claim) : 1))
            largest = x;
    }
    return largest;
}

static Pool pool_of_sort(Arena *arena, Pool pool, VictimClass of_class, Sort sort)
{
    Pool out = {ARENA_ARRAY(arena, const Figure *, pool.count + 1), 0};
    for (size_t i = 0; i < pool.count; i++)
        if (victims_sort(pool.items[i], of_class) == sort)
            out.items[out.count++] = pool.items[i];
    return out;
}

/* "His wife and four daughters ... all four girls": the four, told of again, do not hold her. */
static bool is_told_beside(const Figure *described, const Figure *group, Pool stated)
{
    for (size_t i = 0; described->claim->listed && i < stated.count; i++) {
        const Figure *beside = stated.items[i];
        if (beside != group && beside->claim->listed && people_same_sentence(beside, described) &&
            victims_point(beside->claim) == victims_point(group->claim) && !people_differ_in_kind(beside, group))
            return true;
    }
    return false;
}

static bool are_of_other_blows(const Claim *a, const Claim *b)
{
    return a->blow > 0 && b->blow > 0 && a->blow != b->blow;
}

/* A described victim is no new one if a stated group elsewhere in the text may hold it. */
static Pool described_apart(Arena *arena, Pool described, Pool stated)
{
    Pool out = {ARENA_ARRAY(arena, const Figure *, described.count + 1), 0};
    int64_t known = 0;
    for (size_t k = 0; k < stated.count; k++)
        known += victims_point(stated.items[k]->claim) > 0 ? victims_point(stated.items[k]->claim) : 0;
    for (size_t i = 0; i < described.count; i++) {
        bool held = false;
        unsigned told = described.items[i]->claim->ordinal;
        unsigned ordinal = told > known + 1 ? 0 : told; /* "a sixth victim" of those hit, of whom fewer died */
        for (size_t k = 0; k < stated.count && !held; k++)
            held = !victims_are_words(stated.items[k]) && !people_differ_in_kind(stated.items[k], described.items[i]) &&
                   !people_same_sentence(stated.items[k], described.items[i]) &&
                   !is_told_beside(described.items[i], stated.items[k], stated) &&
                   !are_of_other_blows(described.items[i]->claim, stated.items[k]->claim) &&
                   victims_point(stated.items[k]->claim) >= ordinal;
        for (size_t k = 0; k < stated.count && !held; k++)
            held = victims_are_apposed(described.items[i], stated.items[k], described);
        if (!held)
            out.items[out.count++] = described.items[i];
        known += !held;
    }
    return out;
}

/* How many the list is of that the mention stands in: "a boy and a dozen others". */
static int64_t listed_with(const Figure *x, Pool pool)
{
    int64_t sum = 0;
    for (size_t i = 0; i < pool.count; i++)
        if (pool.items[i]->claim->listed && people_same_sentence(pool.items[i], x) &&
            span_overlaps(pool.items[i]->claim->evidence, x->claim->evidence))
            sum += victims_point(pool.items[i]->claim);
    return sum;
}

/* The figure told right before this one. */
static const Figure *told_before(const Figure *x, Pool pool)
{
    const Figure *nearest = NULL;
    for (size_t i = 0; i < pool.count; i++) {
        const Figure *y = pool.items[i];
        bool before = y->document == x->document && victims_in_order(y->claim, x->claim);
        if (before && (!nearest || !victims_in_order(y->claim, nearest->claim)))
            nearest = y;
    }
    return nearest;
}

/* "Nine were hurt ... One woman was taken to a hospital; five other people ...": beside a few of them, some more of them. */
static bool is_rest_of(const Figure *x, const Sum *base, Pool pool)
{
    const Figure *before = told_before(x, pool);
    if (!before || victims_are_words(before) || victims_are_words(x))
        return false;
    int64_t few = victims_point(before->claim);
    return few > 0 && few < base->point && few + victims_point(x->claim) <= base->point;
}

/* Whether a sentence tells of somebody whom something else befell: "others" may then be others than those. */
static bool tells_otherwise(const Figure *x, Span sentence)
{
    for (size_t i = 0; i < x->extraction->claim_count; i++) {
        const Claim *claim = &x->extraction->claims[i];
        if (claim->kind == KIND_CASUALTY && claim->outcome != x->claim->outcome &&
            claim->sentence.start == sentence.start)
            return true;
    }
    return false;
}

/* "A woman was taken to a clinic. Five other victims came by car": beside those described right before. */
static bool goes_on(const Figure *x, const Sum *base, Pool pool)
{
    const Figure *before = told_before(x, pool);
    if (!before || !victims_are_described(before) || before->claim->sentence.end > x->claim->sentence.start ||
        !str_is_wordless(
            str_slice(x->extraction->document->text, before->claim->sentence.end, x->claim->sentence.start)))
        return false;
    for (size_t i = 0; i < base->term_count; i++)
        if (!victims_are_described(base->terms[i]))
            return false;
    return !tells_otherwise(x, x->claim->sentence) && !tells_otherwise(x, before->claim->sentence);
}

/* Whether the figure told right before stands in the same sentence or at most one sentence lies between. */
static bool follows(const Figure *x, Pool pool)
{
    const Figure *before = told_before(x, pool);
    return before && people_sentence(x) <= people_sentence(before) + 2;
}

/* "Three clerks and three others", "the bomber and two others", "two were hurt and four others slightly": others than the sentence has
 * told of. */
static bool is_beside_term(const Figure *x, const Figure *term)
{
    const Claim *told = term->claim;
    if (!people_same_sentence(term, x))
        return false;
    bool single = victims_are_described(term) && told->evidence.start <= x->claim->evidence.start &&
                  !span_overlaps(told->victims, x->claim->victims);
    bool fewer = told->victims.end < x->claim->victims.start && victims_point(told) < victims_point(x->claim);
    return (told->listed && x->claim->listed) || single || fewer;
}

/* "Four people were killed. A further four died": as many again, in the very next sentence. Of the hurt it is mostly the same. */
static bool is_as_many_again(const Figure *x, const Figure *term)
{
    return x->claim->outcome == OUTCOME_KILLED && victims_point(x->claim) > 1 &&
           victims_point(x->claim) == victims_point(term->claim) && !term->claim->additional && !term->claim->listed &&
           people_sentence(x) == people_sentence(term) + 1;
}

/* "Another two" adds to a larger figure told before it. "Three others wounded" beside "one dead" is just three wounded, and
 * the same number told elsewhere is the same people; so are "four people, one of them a clerk ... three others". */
static bool adds_to(const Figure *x, const Sum *base, Pool pool)
{
    bool larger_before = false;
    if (x->claim->listed && base->point == listed_with(x, pool))
        return false; /* "13 were hurt ... a boy and a dozen others": the same 13 */
    if (is_rest_of(x, base, pool))
        return false;
    if (goes_on(x, base, pool))
        return true;
    int64_t told = 0;
    for (size_t i = 0; i < pool.count; i++)
        told += victims_are_described(pool.items[i]) && pool.items[i]->claim->evidence.start < x->claim->evidence.start;
    if (told > 0 && base->point > victims_point(x->claim) && base->point <= victims_point(x->claim) + told)
        return false;
    for (size_t i = 0; i < base->term_count; i++) {
        const Claim *term = base->terms[i]->claim;
        if (is_beside_term(x, base->terms[i]))
            return true;
        bool again = is_as_many_again(x, base->terms[i]);
        if (victims_point(term) == victims_point(x->claim) && !again && !people_differ_in_kind(base->terms[i], x))
            return false;
        larger_before = larger_before ||
                        ((again || victims_point(term) > victims_point(x->claim)) &&
                         term->evidence.start < x->claim->evidence.start && !victims_are_described(base->terms[i]));
    }
    return larger_before && !x->claim->alive &&
           follows(x, pool); /* "another five are expected to live": five of them */
}

static void add_all(Sum *sum, const Sum *more)
{
    for (size_t i = 0; i < more->term_count; i++)
        if (!victims_are_words(more->terms[i]) || !sum->any)
            add_term(sum, more->terms[i]);
}

bool victims_are_beside(const Figure *word, Pool numbers)
{
    for (size_t i = 0; word->claim->listed && word->claim->part_of < 0 && i < numbers.count; i++) {
        const Figure *x = numbers.items[i];
        if (x->claim->listed && !victims_are_words(x) && x->claim->part_of < 0 && people_same_sentence(x, word))
            return true;
    }
    return false;
}

static bool has_term(const Sum *sum, const Figure *x)
{
    for (size_t i = 0; i < sum->term_count; i++)
        if (sum->terms[i] == x)
            return true;
    return false;
}

/* Words in a row with those counted: no number is added, but they are not all ("nine clerks and their wives"), and where the
 * words are of as many at least nobody can say how many they are ("a clerk and several others"). */
static void add_row_words(Sum *sum, const Sum *stated)
{
    for (size_t i = 0; i < stated->term_count; i++) {
        const Figure *word = stated->terms[i];
        if (!victims_are_words(word) || !victims_are_beside(word, (Pool){sum->terms, sum->term_count}))
            continue;
        bool added = has_term(sum, word);
        if (!added && sum->point > word->claim->count.low) {
            sum->range.high = INTERVAL_OPEN;
            sum->form = COUNT_AT_LEAST;
            continue;
        }
        if (!added) {
            sum->range = interval_add(sum->range, word->claim->count);
            sum->terms[sum->term_count++] = word;
        }
        sum->form = COUNT_WORD;
        sum->point = -1;
    }
}

static void add_added(Sum *out, const Sum *added, Pool pool)
{
    const Figure *largest = NULL;
    Sum base = *out;
    for (size_t i = 0; i < added->term_count; i++) {
        const Figure *x = added->terms[i];
        if (adds_to(x, &base, pool))
            add_term(out, x);
        else if (!largest || victims_point(x->claim) > victims_point(largest->claim))
            largest = x;
    }
    if (!largest || victims_point(largest->claim) <= out->point)
        return;
    out->any = false;
    out->term_count = 0;
    add_term(out, largest);
}

/* "Six people were killed, including the gunman": he is one of the six. */
static bool has_attackers_among(const Figure *whole)
{
    const Extraction *x = whole->extraction;
    for (size_t i = 0; i < x->claim_count; i++) {
        const Claim *part = &x->claims[i];
        if (part->part_of >= 0 && &x->claims[part->part_of] == whole->claim && is_attacker_claim(part))
            return true;
    }
    return false;
}

/* "Nine people died [when two bombers blew themselves up]": what the bombers did is told, not counted with the nine. */
static bool is_told_apart(const Figure *main, const Figure *attacker)
{
    return !attacker->claim->by_own_hand && !span_overlaps(main->claim->evidence, attacker->claim->evidence) &&
           people_tell_of_blast(main->extraction);
}

/* "Five people and three attackers were killed": the text itself adds them. */
static void add_attackers_beside(Sum *total, const Sum *groups)
{
    const Figure *main = total->main;
    if (has_attackers_among(main))
        return;
    for (size_t i = 0; i < groups->term_count; i++) {
        const Figure *x = groups->terms[i];
        if ((is_attacker_claim(x->claim) || x->claim->by_own_hand) && !is_attacker_claim(main->claim) &&
            !victims_are_words(x) && people_same_sentence(main, x) && !main->claim->total && !is_told_apart(main, x))
            add_term(total, x);
    }
}

/* "Three were taken to a clinic; a fourth victim went there by car": beyond those whom the count holds. */
static void add_beyond(Sum *total, const Sum *described)
{
    for (size_t i = 0; i < described->term_count; i++)
        if (total->point > 0 && described->terms[i]->claim->ordinal == (uint64_t)total->point + 1 &&
            !total->main->claim->total)
            add_term(total, described->terms[i]);
}

/* "In Odesa three died; in Kharkiv a woman died": of another town than the count. */
static void add_shares(Sum *total, const Sum *described)
{
    const Figure *main = total->main;
    for (size_t i = 0; i < described->term_count; i++)
        if (main->claim->shared_out && described->terms[i]->claim->shared_out && !described->terms[i]->claim->named &&
            people_same_sentence(main, described->terms[i]))
            add_term(total, described->terms[i]);
}

/* "One victim is in surgery, another is stable": one, and one more of the same sentence. */
static void add_next_to_one(Sum *total, const Sum *described)
{
    const Figure *main = total->main;
    for (size_t i = 0; i < described->term_count; i++) {
        const Figure *x = described->terms[i];
        if (total->point == 1 && total->term_count == 1 && x->claim->additional && people_same_sentence(main, x) &&
            main->claim->victims.end <= x->claim->victims.start)
            add_term(total, x);
    }
}

/* "A number of clerks were hurt, among them Ana Bek": one of them is less than what the word says at least. */
static bool is_below_word(const Sum *word, const Sum *described)
{
    bool part = described->any && described->main->claim->part_of >= 0;
    return part && word->any && word->point < 0 && described->point < word->range.low;
}

/* "Several were hurt ... three men were taken to a clinic": the number that the word leaves open. */
static bool fills_word(const Sum *stated, const Sum *word)
{
    return stated->any && stated->point >= word->range.low &&
           (word->range.high == INTERVAL_OPEN || stated->point <= word->range.high);
}

/* "People", "a number of people": any numbered victim tells it better; "several", as many told one by one, not among them. */
static bool is_told_better(const Sum *word, const Sum *stated, const Sum *described)
{
    if (!word->any || word->point >= 0)
        return false;
    bool better = stated->point > 0 || (described->point > 0 && !is_below_word(word, described));
    return (word->range.low <= 2 && better) ||
           (fills_word(described, word) && !people_same_sentence(word->main, described->main));
}

/* The longest row of named victims: "killed Ana Bek, 21, and Juan Sol, 22". */
static Sum longest_row(Arena *arena, const Sum *described)
{
    Sum longest = {.any = false};
    for (size_t i = 0; i < described->term_count; i++) {
        const Figure *first = described->terms[i];
        if (i > 0 && people_same_sentence(described->terms[i - 1], first))
            continue; /* no longer than the row from there */
        Sum row = {.terms = ARENA_ARRAY(arena, const Figure *, described->term_count)};
        for (size_t k = i; k < described->term_count; k++) {
            const Figure *x = described->terms[k];
            if (x->claim->listed && x->claim->named && people_same_sentence(first, x))
                add_term(&row, x);
        }
        if (row.any && row.point > longest.point)
            longest = row;
    }
    return longest;
}

/* A stated total beats described victims; stated groups that together exceed it beat it (the larger figure of a page). */
Sum victims_sum(Arena *arena, Pool pool, VictimClass of_class)
{
    Pool stated_pool = pool_of_sort(arena, pool, of_class, SORT_STATED);
    Pool described_pool = pool_of_sort(arena, pool, of_class, SORT_DESCRIBED);
    size_t all = pool.count + 1; /* others may be added to the total */
    Sum total = sum_groups(arena, pool_of_sort(arena, pool, of_class, SORT_GENERIC), false, all);
    Sum stated = sum_groups(arena, stated_pool, true, all);
    Sum described = sum_groups(arena, described_apart(arena, described_pool, stated_pool), true, all);
    Sum added = sum_groups(arena, pool_of_sort(arena, pool, of_class, SORT_ADDED), true, all);
    Sum parts = {.terms = ARENA_ARRAY(arena, const Figure *, pool.count + 1)};
    if (is_told_better(&total, &stated, &described))
        total.any = false;
    add_all(&parts, &stated);
    if (!total.any && !is_below_word(&stated, &described))
        add_all(&parts, &described);
    add_row_words(&parts, &stated);
    if (total.any && total.point > 0 && !total.main->claim->total) {
        Sum row = longest_row(arena, &described);
        if (row.point > total.point && row.point > parts.point)
            return row;
    }
    bool total_is_less = parts.any && total.any && !total.main->claim->total && parts.point > total.point &&
                         (total.point >= 0 || parts.point > total.range.low || fills_word(&stated, &total));
    bool may_be_total = total.form == COUNT_EXACT && parts.form == COUNT_RANGE && parts.range.low <= total.point &&
                        parts.range.high >= total.point; /* "63 died: close to 60 clerks and five guards" */
    Sum *out = total.any && (!total_is_less || may_be_total) ? &total : &parts;
    if (out == &total) {
        add_attackers_beside(&total, &stated);
        add_attackers_beside(&total, &described);
        add_beyond(&total, &described);
        add_shares(&total, &described);
        add_next_to_one(&total, &described);
    }
    if (!out->any)
        return added;
    if (!out->main->claim->total)
        add_added(out, &added, pool);
    return *out;
}
