#include "extract/event/entry_list.h"

enum {
    LEAST = 2,     /* entries that count people, as the terms of a whole */
    MOST_DAYS = 31 /* that entries may be apart, where nothing says of which days the whole is */
};

static bool is_in_total(const EntryList *list, const Claim *claim)
{
    size_t block = entry_block_at(list->a, claim->evidence.start);
    return block < list->a->block_count && list->items[block].label == LABEL_TOTAL;
}

static void settle_total(Claim *claim, Window days)
{
    claim->background = claim->aside = claim->campaign = false;
    if (window_is_known(days) && !claim_states_days(claim))
        claim->window = days;
}

/* The days of all entries that have any. */
static Window days_of_entries(const EntryList *list)
{
    Window all = WINDOW_NONE;
    for (size_t i = 0; i < list->a->block_count; i++) {
        const EntryItem *item = &list->items[i];
        if (item->entry == 0 || !item->time)
            continue;
        Window days = item->time->window;
        all.first = all.first == DAY_NONE || days.first < all.first ? days.first : all.first;
        all.last = all.last == DAY_NONE || days.last > all.last ? days.last : all.last;
    }
    return all;
}

/* How many the entries tell of, and in how many entries. */
static int64_t sum_of(const EntryList *list, Outcome outcome, size_t *entries)
{
    int64_t sum = 0;
    uint32_t last = 0;
    *entries = 0;
    for (size_t i = 0; i < list->a->claim_count; i++) {
        const Claim *claim = &list->a->claims[i];
        uint32_t entry = entry_of(list, claim);
        if (entry == 0 || !entry_is_count(claim) || claim->outcome != outcome)
            continue;
        sum += claim->count.low;
        *entries += entry != last;
        last = entry;
    }
    return sum;
}

/* ---- a row of the total ---- */

/* How many totals stand in the text, rows of one behind another as one. */
static size_t count_totals(const EntryList *list)
{
    size_t count = 0;
    for (size_t i = 0; i < list->a->block_count; i++) {
        bool first = i == 0 || list->items[i - 1].label != LABEL_TOTAL;
        count += first && list->items[i].label == LABEL_TOTAL;
    }
    return count;
}

static bool has_total(const EntryList *list, Window days)
{
    size_t count = count_totals(list);
    bool told = false;
    for (size_t i = 0; count > 0 && i < list->a->claim_count; i++) {
        Claim *claim = &list->a->claims[i];
        if (claim->kind != KIND_CASUALTY || !is_in_total(list, claim))
            continue;
        if (count == 1)
            settle_total(claim, days);
        else
            claim->background = claim->aside = claim->campaign = true; /* each is of a list of its own */
        told = told || claim->has_count;
    }
    return told && count == 1;
}

/* ---- a count over the list ---- */

/* Is it told of the days of all entries? */
static bool is_of_days(const Claim *claim, Window days)
{
    if (!window_is_known(days))
        return true;
    return claim_states_days(claim) ? window_holds(claim->window, days) : window_days(days) <= MOST_DAYS;
}

/* "At least 42 people were killed in the past week", "Nine were killed in the province", where the entries come to nine. */
static bool is_sum(const EntryList *list, const Claim *claim, Window days)
{
    size_t entries = 0;
    if (!entry_is_count(claim) || entry_of(list, claim) > 0 || claim->count_form == COUNT_WORD ||
        claim->count_form == COUNT_DESCRIBED || claim->stance != STANCE_ASSERTS || !is_of_days(claim, days))
        return false;
    int64_t sum = sum_of(list, claim->outcome, &entries);
    bool several = claim_states_days(claim) && window_days(claim->window) > 1 && window_is_known(days);
    return entries >= LEAST && (sum == claim->count.low || (several && sum < claim->count.low));
}

static bool has_sum(const EntryList *list, Window days)
{
    const Analysis *a = list->a;
    bool found = false;
    for (size_t i = 0; i < a->claim_count; i++) {
        Claim *claim = &a->claims[i];
        if (document_in_headline(a->document, claim->evidence) || !is_sum(list, claim, days))
            continue;
        settle_total(claim, days);
        found = true;
    }
    return found;
}

/* ---- the days of the report ---- */

static bool is_of_period(const EntryList *list, Window days)
{
    size_t killed = 0;
    size_t injured = 0;
    (void)sum_of(list, OUTCOME_KILLED, &killed);
    (void)sum_of(list, OUTCOME_INJURED, &injured);
    return window_is_known(list->a->period) && window_is_known(days) && window_holds(list->a->period, days) &&
           killed + injured >= LEAST;
}

bool entry_has_whole(const EntryList *list, bool own)
{
    Window entries = days_of_entries(list);
    Window days = window_is_known(list->a->period) ? list->a->period : entries;
    return has_total(list, days) || has_sum(list, entries) || (!own && is_of_period(list, entries));
}
