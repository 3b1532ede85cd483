#include "extract/entry.h"

enum {
    LEAST = 3,       /* entries of a list */
    MOST = 200,      /* entries that become incidents; what more a list has is context */
    HEAD_BYTES = 48, /* a longer opening is a sentence */
    LONGEST_DAYS = 7 /* "December 7-9: ..." */
};

typedef enum {
    LABEL_NONE,
    LABEL_DAY,   /* "March 6 - ...", "Friday 6 March" */
    LABEL_DATED, /* "On 6 March, ..." */
    LABEL_NAME,  /* "Sibi: ...": may be a place's */
    LABEL_PLACE  /* is one */
} Label;

/* A block, as far as it matters here. */
typedef struct {
    Label label;
    const PlaceMention *place; /* NULL: one that is on no map */
    const TimeMention *time;   /* of a date, its own or the one it stands under */
    uint32_t entry;            /* number of the entry that it belongs to, from 1 on; 0: to none */
} Item;

typedef struct {
    Analysis *a;
    Item *items; /* by block */
} List;

/* Behind its bullet or bracket. */
static Span block_text(const Analysis *a, size_t block)
{
    Span span = a->blocks[block].span;
    uint32_t token = analysis_token(a, span.start);
    while (token < a->tokens.count && (a->tokens.tokens[token].flags & TOKEN_PUNCT) &&
           a->tokens.tokens[token].span.end < span.end)
        token++;
    if (token < a->tokens.count && a->tokens.tokens[token].span.start > span.start &&
        a->tokens.tokens[token].span.start < span.end)
        span.start = a->tokens.tokens[token].span.start;
    return span;
}

static bool is_no_item(const Analysis *a, size_t block)
{
    return a->blocks[block].kind == BLOCK_BOILERPLATE || document_in_headline(a->document, a->blocks[block].span);
}

/* ---- labels ---- */

static void label_day(const Analysis *a, Span text, Item *item)
{
    size_t i = analysis_first_time(a, text.start);
    if (!analysis_time_before(a, i, text.start + 1) || a->times[i].hour || !window_is_known(a->times[i].window))
        return;
    if (a->times[i].use == TIME_OF_POST && window_days(a->times[i].window) <= LONGEST_DAYS &&
        !str_has_char(a->times[i].value, 'T'))
        *item = (Item){.label = LABEL_DAY, .time = &a->times[i]};
}

/* "On 6 March, two shops burned". */
static void label_dated(const Analysis *a, Span text, Item *item)
{
    uint32_t first = analysis_token(a, text.start);
    uint32_t lead = mention_at(&a->mentions, first, analysis_class(a, "TPREP"));
    size_t i = analysis_first_time(a, text.start);
    if (lead == MENTION_NONE || !analysis_time_before(a, i, text.end) || a->times[i].use != TIME_OF_EVENTS ||
        !window_is_known(a->times[i].window) || window_days(a->times[i].window) > 1 ||
        analysis_token(a, a->times[i].span.start) != a->mentions.items[lead].last)
        return;
    *item = (Item){.label = LABEL_DATED, .time = &a->times[i]};
}

/* What stands before the first colon, or dash between spaces; STR_NONE where that is a sentence's. */
static Str head_of(Str text)
{
    for (size_t at = 1; at < text.len && at < HEAD_BYTES; at++) {
        bool colon = text.ptr[at] == ':' && (at + 1 == text.len || char_is_space(text.ptr[at + 1]));
        Str behind = str_drop(text, at);
        bool dash =
            text.ptr[at - 1] == ' ' && (str_begins(behind, STR("- ")) || str_begins(behind, STR("\xe2\x80\x93 ")) ||
                                        str_begins(behind, STR("\xe2\x80\x94 ")));
        if (colon || dash)
            return str_trim(str_slice(text, 0, at));
    }
    return STR_NONE;
}

/* Names alone: each word but the smallest begins with a capital. */
static bool is_named(Str head)
{
    enum { WORDS = 5, SMALL = 3 };
    size_t words = 0;
    for (size_t at = 0; at < head.len; at++) {
        size_t end = at;
        while (end < head.len && head.ptr[end] != ' ')
            end++;
        bool lower = head.ptr[at] >= 'a' && head.ptr[at] <= 'z';
        if (char_is_digit(head.ptr[at]) || (lower && (words == 0 || end - at > SMALL)))
            return false;
        words++;
        at = end;
    }
    return words > 0 && words <= WORDS;
}

/* The place whose name fills the head, or ends it ("NEAR SIBI", "Mach, Sibi"); NULL. */
static const PlaceMention *place_ending(const Analysis *a, uint32_t start, Str head)
{
    uint32_t end = start + (uint32_t)head.len;
    for (size_t i = analysis_first_place(a, start); analysis_place_before(a, i, end); i++)
        if (!a->places[i].people && a->places[i].span.end == end)
            return &a->places[i];
    return NULL;
}

/* A word that the language does not know stands in the head: "UPDATE", "PREVIOUS STORY" are no villages. */
static bool may_be_village(const Analysis *a, uint32_t start, Str head)
{
    uint32_t end = start + (uint32_t)head.len;
    for (uint32_t t = analysis_token(a, start); t < a->tokens.count && a->tokens.tokens[t].span.end <= end; t++)
        if (analysis_is_name(a, t) && !str_present(analysis_word(a, t)))
            return true;
    return false;
}

static void label_place(const Analysis *a, size_t block, Span span, Item *item)
{
    Str text = span_text(a->tokens.text, span);
    Str head = head_of(text);
    bool heading = a->blocks[block].kind != BLOCK_PARAGRAPH && !str_present(head);
    if (heading)
        head = str_trim(text);
    if (!str_present(head) || head.len > HEAD_BYTES || !is_named(head))
        return;
    const PlaceMention *place = place_ending(a, span.start, head);
    if (place || (!heading && may_be_village(a, span.start, head)))
        *item = (Item){.label = place ? LABEL_PLACE : LABEL_NAME, .place = place};
}

static Item item_of(const Analysis *a, size_t block)
{
    Item item = {.label = LABEL_NONE};
    Span text = block_text(a, block);
    if (is_no_item(a, block) || span_is_empty(text))
        return item;
    label_day(a, text, &item);
    if (item.label == LABEL_NONE)
        label_place(a, block, text, &item);
    if (item.label == LABEL_NONE)
        label_dated(a, text, &item);
    return item;
}

/* ---- which labels are a list's ---- */

static size_t count_of(const List *list, Label label)
{
    size_t count = 0;
    for (size_t i = 0; i < list->a->block_count; i++)
        count += list->items[i].label == label;
    return count;
}

static void drop(const List *list, Label label)
{
    for (size_t i = 0; i < list->a->block_count; i++)
        if (list->items[i].label == label)
            list->items[i].label = LABEL_NONE;
}

/* Is anything told of two days, or of two places of which neither lies in the other? */
static bool has_two(const List *list, Label label)
{
    const Item *first = NULL;
    for (size_t i = 0; i < list->a->block_count; i++) {
        const Item *item = &list->items[i];
        if (item->label != label)
            continue;
        if (first && (item->time ? !window_equal(item->time->window, first->time->window)
                                 : !place_meets(&item->place->place, &first->place->place)))
            return true;
        first = first ? first : item;
    }
    return false;
}

static bool is_event(const Claim *claim)
{
    return claim->kind == KIND_ATTACK || (claim->kind == KIND_CASUALTY && claim->has_count);
}

/* The block that holds the byte. */
static size_t block_at(const Analysis *a, uint32_t byte)
{
    return a->tokens.sentences[analysis_sentence(a, analysis_token(a, byte))].block;
}

static size_t block_of(const Analysis *a, const Claim *claim)
{
    return block_at(a, claim->evidence.start);
}

/* Of paragraphs that open with a day most that tell of events do, and of places of which neither holds the other: else they are one
 * event's story. */
static bool is_of_events(const List *list)
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
        if (!is_event(claim) || block == last || block >= a->block_count || is_no_item(a, block))
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

static void keep_lists(const List *list)
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
static uint32_t number_entries(const List *list)
{
    const Analysis *a = list->a;
    uint32_t count = 0;
    size_t longest = 1;
    size_t length = 0; /* 0: in no entry */
    size_t last = 0;
    for (size_t i = 0; i < a->block_count; i++) {
        if (list->items[i].label != LABEL_NONE) {
            longest = length > longest ? length : longest;
            length = 1;
            last = i;
            list->items[i].entry = ++count;
        } else if (length > 0 && !is_no_item(a, i) && a->blocks[i].kind != BLOCK_HEADING) {
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
static void pass_days(const List *list)
{
    const TimeMention *time = NULL;
    for (size_t i = 0; i < list->a->block_count; i++) {
        Item *item = &list->items[i];
        if (item->entry == 0)
            time = NULL;
        else if (item->label == LABEL_DAY)
            time = item->time;
        else if (!item->time)
            item->time = time;
    }
}

/* The entry that the byte stands in; 0. */
static uint32_t entry_at(const List *list, uint32_t byte)
{
    size_t block = block_at(list->a, byte);
    return block < list->a->block_count ? list->items[block].entry : 0;
}

static uint32_t entry_of(const List *list, const Claim *claim)
{
    return entry_at(list, claim->evidence.start);
}

/* "Friday 6 March: six killed", with the towns under it: nobody was killed but those whom they tell. */
static bool is_sum(const List *list, const Claim *claim)
{
    size_t block = block_of(list->a, claim);
    return list->items[block].label == LABEL_DAY && block + 1 < list->a->block_count &&
           list->items[block + 1].label == LABEL_PLACE;
}

static bool tells_of_others(const Claim *claim)
{
    return claim->kind == KIND_ATTACK ||
           (!claim->total && !claim->again && !claim->additional && claim->part_of < 0 && claim->ordinal == 0);
}

static void set_aside(Claim *claim)
{
    claim->background = claim->aside = claim->campaign = true;
}

/* A place of the entry; NULL where it names none. */
static const PlaceMention *place_of(const List *list, uint32_t entry)
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
static void settle_claim(const List *list, Claim *claim)
{
    Analysis *a = list->a;
    const Item *item = &list->items[block_of(a, claim)];
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
static void leave_place(const List *list, Claim *claim)
{
    if (claim->place && claim->place->span.start > claim->sentence.end &&
        entry_at(list, claim->place->span.start) > 0) {
        claim->place = NULL;
        claim->place_count = 0;
    }
}

/* Which entries tell of an event that none before them did, by number. */
static bool *entries_of_events(const List *list, uint32_t count)
{
    bool *tell = ARENA_ARRAY(list->a->scratch, bool, count + 1);
    for (size_t i = 0; i < list->a->claim_count; i++) {
        const Claim *claim = &list->a->claims[i];
        if (is_event(claim) && !claim->aside && tells_of_others(claim))
            tell[entry_of(list, claim)] = true;
    }
    return tell;
}

/* The claims of each entry by its scene; those of entries that have none are left. */
static void set_scenes(const List *list, const unsigned *scenes)
{
    for (size_t i = 0; i < list->a->claim_count; i++) {
        Claim *claim = &list->a->claims[i];
        unsigned scene = claim->scene > 0 ? 0 : scenes[entry_of(list, claim)];
        if (scene > MOST)
            set_aside(claim);
        else if (scene > 0)
            claim->scene = scene;
    }
}

/* Does the text open with an entry, under no more than headings? It may be the report itself, with its dateline, and the list what stands
 * further down. */
static bool opens_with_entry(const List *list)
{
    for (size_t i = 0; i < list->a->block_count; i++)
        if (!is_no_item(list->a, i) && (list->items[i].entry > 0 || list->a->blocks[i].kind != BLOCK_HEADING))
            return list->items[i].entry > 0;
    return false;
}

/* Does anything outside the list tell an event? */
static bool has_own_event(const List *list)
{
    for (size_t i = 0; i < list->a->claim_count; i++) {
        const Claim *claim = &list->a->claims[i];
        if (is_event(claim) && !claim->background && entry_of(list, claim) == 0)
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
    List list = {a, ARENA_ARRAY(a->scratch, Item, a->block_count)};
    for (size_t i = 0; i < a->block_count; i++)
        list.items[i] = item_of(a, i);
    keep_lists(&list);
    uint32_t count = number_entries(&list);
    if (count < LEAST)
        return;
    pass_days(&list);
    for (size_t i = 0; i < a->claim_count; i++) {
        Claim *claim = &a->claims[i];
        if (!is_event(claim))
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
    unsigned scene = last_scene(a);
    const bool *tell = entries_of_events(&list, count);
    unsigned *scenes = ARENA_ARRAY(a->scratch, unsigned, count + 1);
    for (uint32_t entry = 1; entry <= count; entry++) {
        if (!tell[entry])
            continue;
        scenes[entry] = own ? ++scene : 0;
        own = true;
    }
    set_scenes(&list, scenes);
}
