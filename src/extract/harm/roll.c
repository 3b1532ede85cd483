#include "extract/harm/roll.h"

enum { MOST = 8 /* claims a row: of more, each name finds a place by trying them all */ };

/* A row of claims that count people of their own, and how many of each are still to be named. */
typedef struct {
    Claim *items[MOST];
    int64_t left[MOST];
    size_t count;
    int64_t people;
    bool numbered; /* each has an exact number */
} Row;

static void add_claim(Row *row, Claim *claim)
{
    bool exact = claim->has_count && claim->count.low == claim->count.high && claim->count_form != COUNT_WORD;
    row->numbered = row->numbered && exact && row->count < MOST;
    if (!row->numbered)
        return;
    row->left[row->count] = claim->count.low;
    row->items[row->count++] = claim;
    row->people += claim->count.low;
}

/* The claims in [first, end) of one sentence and outcome, that are no part of others. */
static Row row_of(const Analysis *a, size_t first, size_t end, Outcome outcome)
{
    Row row = {.numbered = true};
    for (size_t i = first; i < end; i++) {
        Claim *claim = &a->claims[i];
        if (claim->kind == KIND_CASUALTY && claim->outcome == outcome && claim->part_of < 0 && !claim->background)
            add_claim(&row, claim);
    }
    return row;
}

static bool may_be_of(const Claim *group, const Claim *claim)
{
    bool classes = group->victim_class == CLASS_UNKNOWN || claim->victim_class == CLASS_UNKNOWN ||
                   group->victim_class == claim->victim_class;
    bool sexes = !group->sex || !claim->sex || group->sex == claim->sex;
    return classes && sexes && !subgroups_conflict(group->subgroups, claim->subgroups);
}

/* A place for each of the named from at on, whom[at] its group's number: the first way in which all find one. */
static bool fit(Row *groups, const Row *named, size_t at, size_t *whom)
{
    if (at == named->count)
        return true;
    const Claim *claim = named->items[at];
    for (size_t g = 0; g < groups->count; g++) {
        if (groups->left[g] < claim->count.low || !may_be_of(groups->items[g], claim))
            continue;
        groups->left[g] -= claim->count.low;
        whom[at] = g;
        if (fit(groups, named, at + 1, whom))
            return true;
        groups->left[g] += claim->count.low;
    }
    return false;
}

void roll_settle(const Analysis *a, size_t first)
{
    if (first >= a->claim_count)
        return;
    Outcome outcome = a->claims[first].outcome;
    Row named = row_of(a, first, a->claim_count, outcome);
    size_t end = first;
    while (named.numbered && named.people > 1 && end > 0) {
        size_t begins = end - 1;
        while (begins > 0 && a->claims[begins - 1].sentence.start == a->claims[end - 1].sentence.start)
            begins--;
        Row groups = row_of(a, begins, end, outcome);
        size_t whom[MOST] = {0};
        end = begins;
        if (!groups.numbered || groups.count < 2 || groups.people != named.people || !fit(&groups, &named, 0, whom))
            continue;
        for (size_t i = 0; i < named.count; i++)
            if (groups.items[whom[i]]->count.low > 1) /* of one, the names and words tell whether they are the same */
                named.items[i]->part_of = (int32_t)(groups.items[whom[i]] - a->claims);
        return;
    }
}
