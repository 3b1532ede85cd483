#include "extract/event/entry.h"

#include "extract/event/entry_list.h"

enum {
    LEAST = 3, /* entries of a list */
    MOST = 200 /* entries that become incidents; what more a list has is context */
};

/* ---- which labels are a list's ---- */

static size_t count_of(const EntryList *list, EntryLabel label)
{
    size_t count = 0;
    for (size_t i = 0; i < list->a->block_count; i++)
        count += list->items[i].label == label;
    return count;
}

static void drop(const EntryList *list, EntryLabel label)
{
    for (size_t i = 0; i < list->a->block_count; i++)
        if (list->items[i].label == label)
            list->items[i].label = LABEL_NONE;
}

/* Is anything told of two days, or of two places of which neither lies in the other? */
static bool has_two(const EntryList *list, EntryLabel label)
{
    const EntryItem *first = NULL;
    for (size_t i = 0; i < list->a->block_count; i++) {
        const EntryItem *item = &list->items[i];
        if (item->label != label)
            continue;
        if (first && (item->time ? !window_equal(item->time->window, first->time->window)
                                 : !place_meets(&item->place->place, &first->place->place)))
            return true;
        first = first ? first : item;
    }
    return false;
}

bool entry_is_event(const Claim *claim)
{
    return claim->kind == KIND_ATTACK || (claim->kind == KIND_CASUALTY && claim->has_count);
}

/* The block that holds the byte. */
size_t entry_block_at(const Analysis *a, uint32_t byte)
{
    return a->tokens.sentences[analysis_sentence(a, analysis_token(a, byte))].block;
}

static size_t block_of(const Analysis *a, const Claim *claim)
{
    return entry_block_at(a, claim->evidence.start);
}

/* Of paragraphs that open with a day most that tell of events do, and of places of which neither holds the other: else they are one
 * event's story. */
static bool is_of_events(const EntryList *list)
{
    const Analysis *a = list->a;
    const Place *first = NULL;
    bool places = false;
    size_t last = SIZE_MAX;
    size_t dated = 0;
    size_t all = 0;
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *claim = &a->claims[i];
        size_t block = block_of(a, claim);
        if (!entry_is_event(claim) || block == last || block >= a->block_count || entry_is_no_item(a, block))
            continue;
        last = block;
        all++;
        if (list->items[block].label != LABEL_DATED)
            continue;
        dated++;
        places = places || (first && claim->place && !place_meets(&claim->place->place, first));
        first = first || !claim->place ? first : &claim->place->place;
    }
    return places && dated >= LEAST && dated * 2 > all;
}

static void keep_lists(const EntryList *list)
{
    if (count_of(list, LABEL_DAY) < LEAST || !has_two(list, LABEL_DAY))
        drop(list, LABEL_DAY);
    size_t places = count_of(list, LABEL_PLACE);
    if (places < LEAST || !has_two(list, LABEL_PLACE) || places < count_of(list, LABEL_NAME))
        drop(list, LABEL_PLACE);
    for (size_t i = 0; i < list->a->block_count; i++) /* a village that is on no map */
        if (list->items[i].label == LABEL_NAME)
            list->items[i].label = count_of(list, LABEL_PLACE) > 0 ? LABEL_PLACE : LABEL_NONE;
    if (count_of(list, LABEL_DATED) < LEAST || count_of(list, LABEL_DAY) > 0 || !has_two(list, LABEL_DATED) ||
        !is_of_events(list))
        drop(list, LABEL_DATED);
}

/* ---- how far each goes ---- */

/* An entry goes on to the next, or to a heading; the last no longer than the longest before it. */
static uint32_t number_entries(const EntryList *list)
{
    const Analysis *a = list->a;
    uint32_t count = 0;
    size_t longest = 1;
    size_t length = 0; /* 0: in no entry */
    size_t last = 0;
    for (size_t i = 0; i < a->block_count; i++) {
        EntryLabel label = list->items[i].label;
        if (label != LABEL_NONE && label != LABEL_TOTAL) {
            longest = length > longest ? length : longest;
            length = 1;
            last = i;
            list->items[i].entry = ++count;
        } else if (label == LABEL_NONE && length > 0 && !entry_is_no_item(a, i) && a->blocks[i].kind != BLOCK_HEADING) {
            length++;
            list->items[i].entry = count;
        } else {
            length = 0;
        }
    }
    for (size_t i = last + longest; i < a->block_count; i++)
        list->items[i].entry = 0;
    return count;
}

/* The towns under a day's line are of its day. */
static void pass_days(const EntryList *list)
{
    const TimeMention *time = NULL;
    for (size_t i = 0; i < list->a->block_count; i++) {
        EntryItem *item = &list->items[i];
        if (item->entry == 0)
            time = NULL;
        else if (item->label == LABEL_DAY)
            time = item->time;
        else if (!item->time)
            item->time = time;
    }
}

/* The entry that the byte stands in; 0. */
static uint32_t entry_at(const EntryList *list, uint32_t byte)
{
    size_t block = entry_block_at(list->a, byte);
    return block < list->a->block_count ? list->items[block].entry : 0;
}

uint32_t entry_of(const EntryList *list, const Claim *claim)
{
    return entry_at(list, claim->evidence.start);
}

/* "Friday 6 March: six killed", with the towns under it: nobody was killed but those whom they tell. */
static bool is_sum(const EntryList *list, const Claim *claim)
{
    size_t block = block_of(list->a, claim);
    return list->items[block].label == LABEL_DAY && block + 1 < list->a->block_count &&
           list->items[block + 1].label == LABEL_PLACE;
}

bool entry_is_count(const Claim *claim)
{
    return claim->kind == KIND_CASUALTY && claim->has_count && !claim->total && !claim->again && !claim->additional &&
           claim->part_of < 0 && claim->ordinal == 0;
}

static void set_aside(Claim *claim)
{
    claim->background = claim->aside = claim->campaign = true;
}

/* A place of the entry; NULL where it names none. */
static const PlaceMention *place_of(const EntryList *list, uint32_t entry)
{
    const Analysis *a = list->a;
    for (size_t i = 0; i < a->block_count; i++) {
        size_t place =
            list->items[i].entry == entry ? analysis_first_place(a, a->blocks[i].span.start) : a->place_count;
        for (; analysis_place_before(a, place, a->blocks[i].span.end); place++)
            if (!a->places[place].people)
                return &a->places[place];
    }
    return NULL;
}

/* What a claim is told without, it has of its entry, not of another. */
static void settle_claim(const EntryList *list, Claim *claim)
{
    Analysis *a = list->a;
    const EntryItem *item = &list->items[block_of(a, claim)];
    if (item->time && item->label != LABEL_DATED && !claim_states_days(claim)) {
        claim->window = item->time->window;
        claim->window_span = item->time->span;
    }
    if (!claim->place || claim_names_place(claim) || entry_at(list, claim->place->span.start) == item->entry)
        return;
    claim->place = place_of(list, item->entry);
    claim->place_count = claim->place != NULL;
    const PlaceMention **places = ARENA_ARRAY(a->arena, const PlaceMention *, 1);
    places[0] = claim->place;
    claim->places = places;
}

/* What stands over the list is not where its entries were. */
static void leave_place(const EntryList *list, Claim *claim)
{
    if (claim->place && claim->place->span.start > claim->sentence.end &&
        entry_at(list, claim->place->span.start) > 0) {
        claim->place = NULL;
        claim->place_count = 0;
    }
}

/* Which entries tell of an event that none before them did, by number. */
static bool *entries_of_events(const EntryList *list, uint32_t count)
{
    bool *tell = ARENA_ARRAY(list->a->scratch, bool, count + 1);
    for (size_t i = 0; i < list->a->claim_count; i++) {
        const Claim *claim = &list->a->claims[i];
        if (entry_is_event(claim) && !claim->aside && (claim->kind == KIND_ATTACK || entry_is_count(claim)))
            tell[entry_of(list, claim)] = true;
    }
    return tell;
}

/* The claims of each entry by its scene; those of entries that have none are left. whole: the entries are parts of one. */
static void set_scenes(const EntryList *list, const unsigned *scenes, bool whole)
{
    for (size_t i = 0; i < list->a->claim_count; i++) {
        Claim *claim = &list->a->claims[i];
        unsigned scene = claim->scene > 0 ? 0 : scenes[entry_of(list, claim)];
        if (scene > MOST)
            set_aside(claim);
        else if (scene > 0)
            claim->scene = scene;
        claim->entry = whole && scene > 0 && scene <= MOST;
    }
}

/* Does the text open with an entry, under no more than headings? It may be the report itself, with its dateline, and the list what stands
 * further down. */
static bool opens_with_entry(const EntryList *list)
{
    for (size_t i = 0; i < list->a->block_count; i++)
        if (!entry_is_no_item(list->a, i) && (list->items[i].entry > 0 || list->a->blocks[i].kind != BLOCK_HEADING))
            return list->items[i].entry > 0;
    return false;
}

/* Does anything outside the list tell an event? */
static bool has_own_event(const EntryList *list)
{
    for (size_t i = 0; i < list->a->claim_count; i++) {
        const Claim *claim = &list->a->claims[i];
        if (entry_is_event(claim) && !claim->background && entry_of(list, claim) == 0)
            return true;
    }
    return false;
}

static unsigned last_scene(const Analysis *a)
{
    unsigned last = 0;
    for (size_t i = 0; i < a->claim_count; i++)
        last = a->claims[i].scene > last ? a->claims[i].scene : last;
    return last;
}

void entry_settle(Analysis *a)
{
    if (a->block_count < LEAST || a->claim_count < LEAST)
        return;
    EntryList list = {a, ARENA_ARRAY(a->scratch, EntryItem, a->block_count)};
    for (size_t i = 0; i < a->block_count; i++)
        list.items[i] = entry_item(a, i);
    keep_lists(&list);
    uint32_t count = number_entries(&list);
    if (count < LEAST)
        return;
    pass_days(&list);
    for (size_t i = 0; i < a->claim_count; i++) {
        Claim *claim = &a->claims[i];
        if (!entry_is_event(claim))
            continue;
        if (entry_of(&list, claim) == 0) {
            leave_place(&list, claim);
            continue;
        }
        settle_claim(&list, claim);
        if (is_sum(&list, claim))
            set_aside(claim);
    }
    bool own = has_own_event(&list) && !opens_with_entry(&list);
    bool whole = entry_has_whole(&list, own);
    own = own || whole;
    unsigned scene = last_scene(a);
    const bool *tell = entries_of_events(&list, count);
    unsigned *scenes = ARENA_ARRAY(a->scratch, unsigned, count + 1);
    for (uint32_t entry = 1; entry <= count; entry++) {
        if (!tell[entry])
            continue;
        scenes[entry] = own ? ++scene : 0;
        own = true;
    }
    set_scenes(&list, scenes, whole);
}
