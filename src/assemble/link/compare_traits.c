#include "assemble/link/compare.h"

#include <math.h>

#include "assemble/link/cause.h"
#include "assemble/link/storm.h"
#include "base/hash.h"

enum {
    EARLIER_MOST = 4,   /* events of days before that are compared */
    EARLIER_WIDEST = 3, /* days of one */
};

static const double RADIANS = 3.14159265358979323846 / 180;

const Incident *compare_main(const Extraction *extraction)
{
    for (size_t i = 0; i < extraction->incident_count; i++)
        if (extraction->incidents[i].main)
            return &extraction->incidents[i];
    return NULL;
}

/* "Four people were killed. Another 40 were hurt": more than the dead, but none were told as hurt before. */
static bool is_beside_another_outcome(const Extraction *x, const Claim *claim)
{
    bool beside = false;
    for (const Claim *before = x->claims; before < x->claims + x->claim_count; before++) {
        bool earlier =
            before->kind == KIND_CASUALTY && before->has_count && before->evidence.start < claim->evidence.start;
        if (earlier && before->outcome == claim->outcome)
            return false;
        beside = beside || earlier;
    }
    return beside;
}

/* A toll that has grown: on the day that it says somebody died or was counted, of an attack before. */
static bool is_update(const Extraction *x, const Claim *claim)
{
    return claim->kind == KIND_CASUALTY &&
           (claim->total || claim->ordinal > 0 || (claim->additional && !is_beside_another_outcome(x, claim)));
}

static bool states_days_of(const Claim *claim, const Incident *main)
{
    return claim_tells_event(claim) && !span_is_empty(claim->window_span) && window_equal(claim->window, main->window);
}

/* "The toll of the bombing rose to 19 on Thursday": the day is that of the count, not of what happened. */
static bool is_day_of_update(const Extraction *x, const Incident *main, const Claim *claim)
{
    for (size_t i = 0; i < main->claim_count; i++) {
        const Claim *update = &x->claims[main->claims[i]];
        if (is_update(x, update) && update->sentence.start == claim->sentence.start &&
            update->window_span.start == claim->window_span.start)
            return true;
    }
    return false;
}

/* *counted: but of the toll by then only. *said: the words, as a hash. */
static bool is_stated(const Extraction *x, const Incident *main, bool *counted, uint64_t *said)
{
    *counted = false;
    for (size_t i = 0; i < main->claim_count; i++) {
        const Claim *claim = &x->claims[main->claims[i]];
        if (!states_days_of(claim, main))
            continue;
        *said = hash_of(span_text(x->document->text, claim->window_span));
        *counted = is_day_of_update(x, main, claim);
        if (!*counted)
            return true;
    }
    return *counted;
}

/* "On Sunday night", which another report calls the small hours of Monday. */
static bool is_of_night(const Extraction *x, const Incident *main)
{
    for (size_t i = 0; i < main->claim_count; i++) {
        const Claim *claim = &x->claims[main->claims[i]];
        if (!states_days_of(claim, main))
            continue;
        size_t t = time_first_from(x->times, x->time_count, claim->window_span.start);
        if (t < x->time_count && x->times[t].span.start == claim->window_span.start &&
            str_ends(x->times[t].value, STR("TNI")))
            return true;
    }
    return false;
}

/* Is what happened told of the one day? */
static bool is_dated(const Extraction *x, const Incident *main)
{
    for (size_t i = 0; i < main->claim_count && window_days(main->window) <= COMPARE_NIGHT; i++) {
        const Claim *claim = &x->claims[main->claims[i]];
        if (cause_of(claim) != 0 && states_days_of(claim, main) && !is_day_of_update(x, main, claim))
            return true;
    }
    return false;
}

/* Does a sentence that tells what happened, or whom it hit, name the town? */
static bool is_placed(const Extraction *x, const Incident *main)
{
    for (size_t i = 0; main->place && place_is_spot(main->place) && i < main->claim_count; i++) {
        const Claim *claim = &x->claims[main->claims[i]];
        if (claim_tells_event(claim) && claim_names_place(claim) &&
            place_same(&claim->place->place, &main->place->place))
            return true;
    }
    return false;
}

static bool is_of_no_kind(Str type)
{
    return type.len == 0 || str_equal(type, STR("other"));
}

/* Does it tell as news, of that day: of an attack, or of people killed or hurt without a word for it? */
static bool is_news(const Claim *claim)
{
    bool attack = cause_of(claim) != 0;
    bool harm = claim->kind == KIND_CASUALTY && (claim->outcome == OUTCOME_KILLED || claim->outcome == OUTCOME_INJURED);
    return (attack || harm) && !claim->again && claim_states_days(claim);
}

/* The same of the report, and of no figure that adds to what was known; where it tells of an attack or another event, of that. */
static bool is_fresh(const Extraction *x, const Incident *main)
{
    bool news[KIND_COUNT_] = {false};
    bool event = false;
    for (size_t i = 0; i < main->claim_count; i++) {
        const Claim *claim = &x->claims[main->claims[i]];
        news[claim->kind] |= is_news(claim) && window_equal(claim->window, main->window);
        event |= claim->kind == KIND_ATTACK;
        if (is_update(x, claim))
            return false;
    }
    return news[event ? KIND_ATTACK : KIND_CASUALTY] && window_days(main->window) <= COMPARE_NIGHT;
}

static int64_t best_of(const Incident *main, Outcome outcome)
{
    const Estimate *cell = &main->estimates.cells[outcome][CELL_ALL];
    return cell->has_best ? cell->best : -1;
}

/* The number that says how many they are. Of who is told by name or noun the count is the whole passage, and so it is of a number
 * without a noun: "over 40 were hurt". */
static bool is_count(const Claim *claim, uint32_t start, uint32_t end, unsigned number)
{
    Span own = claim->count_span;
    bool whole = own.start == claim->victims.start && own.end == claim->victims.end;
    bool alone = start == own.start && end == own.end;
    if (!whole)
        return start >= own.start && start < own.end;
    if (claim->count_form == COUNT_EXACT)
        return alone || (number > 1 && claim->count.low == (int64_t)number);
    return alone || (claim->count_form != COUNT_DESCRIBED && claim->count_form != COUNT_WORD);
}

/* A number that goes with victims and does not count them is an age: "a 7-year-old girl", "Ana Diaz, 42". */
static void note_ages(Str text, const Claim *claim, uint64_t ages[AGE_WORDS])
{
    uint32_t last = claim->victims.end < text.len ? claim->victims.end : (uint32_t)text.len;
    for (uint32_t i = claim->victims.start; i < last;) {
        uint32_t start = i;
        unsigned years = 0;
        while (i < last && char_is_digit(text.ptr[i]) && i < start + 3)
            years = years * 10 + (unsigned)(text.ptr[i++] - '0');
        if (i > start && !is_count(claim, start, i, years) && years > 0 && years < AGE_WORDS * AGE_BITS)
            ages[years / AGE_BITS] |= 1ULL << (years % AGE_BITS);
        i += i == start;
    }
}

static void find_ages(const Extraction *x, uint64_t ages[AGE_WORDS])
{
    for (size_t i = 0; i < x->claim_count; i++) {
        const Claim *claim = &x->claims[i];
        if (claim->kind == KIND_CASUALTY && !claim->background)
            note_ages(x->document->text, claim, ages);
    }
}

/* "The toll rose to 19 as two of the wounded died": 17 were known before; "a third victim died": two. */
static int64_t known_before(const Extraction *x, const Incident *main)
{
    for (size_t i = 0; i < main->claim_count; i++) {
        const Claim *claim = &x->claims[main->claims[i]];
        if (claim->kind != KIND_CASUALTY || claim->outcome != OUTCOME_KILLED || !claim->has_count || claim->total)
            continue;
        if (claim->ordinal > COMPARE_SEVERAL)
            return (int64_t)claim->ordinal - 1;
        const Claim *whole = claim->part_of >= 0 ? &x->claims[claim->part_of] : NULL;
        for (size_t k = 0; !whole && claim->additional && k < main->claim_count; k++)
            whole = x->claims[main->claims[k]].total ? &x->claims[main->claims[k]] : NULL;
        if (whole && whole->total && whole->outcome == OUTCOME_KILLED && whole->count.low > claim->count.low)
            return whole->count.low - claim->count.low;
    }
    return -1;
}

/* Of the one person whom the report tells of as killed. */
static unsigned sexes_of(const Extraction *x, const Incident *main)
{
    const unsigned sexes = SUBGROUP_WOMEN | SUBGROUP_MEN;
    unsigned found = 0;
    for (size_t i = 0; i < main->claim_count && best_of(main, OUTCOME_KILLED) == 1; i++) {
        const Claim *claim = &x->claims[main->claims[i]];
        if (claim->kind == KIND_CASUALTY && claim->outcome == OUTCOME_KILLED)
            found |= claim->subgroups & sexes;
    }
    return found;
}

/* Of which class all those killed are, as the report's figures say; CELL_ALL: not told. */
static CellKind all_killed_are(const Incident *main)
{
    int64_t killed = best_of(main, OUTCOME_KILLED);
    for (CellKind cell = CELL_CIVILIAN; cell <= CELL_MILITANT && killed > 0; cell++) {
        const Estimate *of_class = &main->estimates.cells[OUTCOME_KILLED][cell];
        if (of_class->has_best && of_class->best == killed)
            return cell;
    }
    return CELL_ALL;
}

/* Does the report tell of people injured, not just hit, and of nobody dead? */
static bool all_live(const Extraction *x, const Incident *main)
{
    bool hurt = false;
    for (size_t i = 0; i < main->claim_count; i++) {
        const Claim *claim = &x->claims[main->claims[i]];
        hurt |= claim->kind == KIND_CASUALTY && claim->outcome == OUTCOME_INJURED && !claim->struck;
    }
    return hurt && best_of(main, OUTCOME_KILLED) <= 0 && best_of(main, OUTCOME_INJURED) > 0;
}

/* What does the harm, as attacks and other events are told; none where nobody is harmed. "The accident" says what did only where nothing
 * else does. */
static unsigned causes_of(const Extraction *x, const Incident *main)
{
    unsigned accident = disaster_find(STR("accident"))->causes;
    unsigned causes = 0;
    bool any = false;
    for (size_t i = 0; i < main->claim_count; i++) {
        unsigned cause = cause_of(&x->claims[main->claims[i]]);
        any = any || cause == accident;
        causes |= cause == accident ? 0 : cause;
    }
    causes = any && causes == 0 ? accident : causes;
    return best_of(main, OUTCOME_KILLED) > 0 || best_of(main, OUTCOME_INJURED) > 0 ? causes : 0;
}

/* Of the state that all the attacks told of are by, as far as one is named. */
static uint64_t state_of(const Extraction *x, const Incident *main)
{
    uint64_t state = 0;
    for (size_t i = 0; i < main->claim_count; i++) {
        const Claim *claim = &x->claims[main->claims[i]];
        if (claim->kind != KIND_ATTACK || claim->perpetrator_state.len == 0)
            continue;
        uint64_t own = hash_of(claim->perpetrator_state);
        if (state != 0 && state != own)
            return 0;
        state = own;
    }
    return state;
}

static HashList hashes_of(const Str *names, size_t count, Arena *arena)
{
    uint64_t *items = ARENA_ARRAY(arena, uint64_t, count);
    for (size_t i = 0; i < count; i++)
        items[i] = hash_of(names[i]);
    return (HashList){items, count};
}

static HashList hashes_of_streets(const Extraction *x, Arena *arena)
{
    enum { LONGEST = 64 };
    uint64_t *items = ARENA_ARRAY(arena, uint64_t, x->street_count + 1);
    for (size_t i = 0; i < x->street_count; i++) {
        char folded[LONGEST];
        Str name = span_text(x->document->text, x->streets[i]);
        size_t len = 0;
        for (; len < name.len && len < LONGEST; len++)
            folded[len] = char_lower(name.ptr[len]);
        items[i] = hash_of((Str){folded, len});
    }
    return (HashList){items, x->street_count};
}

/* Of the report's places the names or the countries, each once. */
static HashList told_of_places(const Extraction *x, bool countries, Arena *arena)
{
    uint64_t *items = ARENA_ARRAY(arena, uint64_t, x->place_count + 1);
    HashList list = {items, 0};
    for (size_t i = 0; i < x->place_count; i++) {
        const Place *place = &x->places[i].place;
        Str name = countries ? place->country : place->name;
        uint64_t hash = hash_of(name);
        if (name.len > 0 && !hash_list_has(list, hash))
            items[list.count++] = hash;
    }
    return list;
}

/* Does the report name the country as a whole: "in Quito, Ecuador"? */
static bool names_country(const Extraction *x, Str country)
{
    for (size_t i = 0; i < x->place_count; i++)
        if (x->places[i].place.precision == PRECISION_COUNTRY && str_equal(x->places[i].place.country, country))
            return true;
    return false;
}

static void set_point(double point[POINT_AXES], const Place *place)
{
    double lat = place->lat_deg * RADIANS;
    double lon = place->lon_deg * RADIANS;
    point[0] = cos(lat) * cos(lon);
    point[1] = cos(lat) * sin(lon);
    point[2] = sin(lat);
}

static void set_place(EventTraits *traits, const PlaceMention *mention)
{
    if (!mention)
        return;
    const Place *place = &mention->place;
    traits->place = place_hash(place);
    traits->name = place->name.len > 0 ? hash_of(place->name) : 0;
    traits->borrowed = place->has_point && place->id.len == 0 && place->precision != PRECISION_EXACT;
    traits->is_spot = place_is_spot(mention) && place->has_point;
    traits->about = place->precision == PRECISION_NEAR;
    traits->is_land = !place_is_spot(mention) && place->has_point && place->precision != PRECISION_COUNTRY;
    traits->country = place->country.len > 0 ? hash_of(place->country) : 0;
    set_point(traits->point, place);
}

/* Does the report tell an attack of the main event's own day, and several whom it hit, and say that day of both? An update tells who
 * died since of an attack before. */
static bool tells_own_attack(const Extraction *x, const Incident *main)
{
    bool attack = false;
    bool toll = false;
    for (size_t i = 0; i < x->claim_count; i++) {
        const Claim *claim = &x->claims[i];
        if (claim->background || !claim_states_days(claim) || window_days(claim->window) != 1 ||
            !window_overlaps(claim->window, main->window))
            continue;
        attack |= claim->kind == KIND_ATTACK;
        toll |= claim->kind == KIND_CASUALTY && claim->has_count && claim->count.low >= COMPARE_SEVERAL &&
                claim->outcome != OUTCOME_DETAINED && claim->outcome != OUTCOME_ESCAPED;
    }
    return attack && toll;
}

/* "On Tuesday the toll was 13" is no event of Tuesday. */
static bool is_earlier(const Claim *claim, const Incident *main)
{
    bool tells = claim->kind == KIND_ATTACK || (claim->kind == KIND_CASUALTY && claim->outcome == OUTCOME_KILLED &&
                                                claim->has_count && !claim->total);
    return tells && claim->place && claim->stance == STANCE_ASSERTS && claim_states_days(claim) &&
           window_days(claim->window) <= EARLIER_WIDEST && claim->window.last < main->window.first;
}

static void find_earlier(EventTraits *traits, const Extraction *x, const Incident *main, Arena *arena)
{
    if (!window_is_known(main->window) || !tells_own_attack(x, main))
        return;
    EarlierEvent *events = ARENA_ARRAY(arena, EarlierEvent, EARLIER_MOST);
    for (size_t i = 0; i < x->claim_count && traits->earlier_count < EARLIER_MOST; i++) {
        const Claim *claim = &x->claims[i];
        if (!is_earlier(claim, main))
            continue;
        const Place *place = &claim->place->place;
        EarlierEvent *event = &events[traits->earlier_count++];
        *event = (EarlierEvent){.window = claim->window, .place = place_hash(place), .killed = -1};
        event->has_point = place->has_point && place->precision != PRECISION_COUNTRY;
        set_point(event->point, place);
        if (claim->kind == KIND_CASUALTY)
            event->killed = claim->count.low;
    }
    traits->earlier = events;
}

EventTraits compare_traits(const Extraction *extraction, Arena *arena)
{
    const Incident *main = compare_main(extraction);
    if (!main)
        return (EventTraits){.window = WINDOW_NONE, .killed = -1, .before = -1, .injured = -1, .written = DAY_NONE};
    bool counted = false;
    uint64_t said = 0;
    bool stated = window_is_known(main->window) && is_stated(extraction, main, &counted, &said);
    EventTraits traits = {.window = main->window,
                          .stated = stated,
                          .said = said,
                          .counted = counted,
                          .fresh = window_is_known(main->window) && is_fresh(extraction, main),
                          .killed = best_of(main, OUTCOME_KILLED),
                          .before = known_before(extraction, main),
                          .injured = best_of(main, OUTCOME_INJURED),
                          .all_live = all_live(extraction, main),
                          .written = moment_day(extraction->document->published)};
    traits.dated = traits.stated && is_dated(extraction, main);
    traits.night = traits.dated && is_of_night(extraction, main);
    traits.placed = is_placed(extraction, main);
    traits.of_country = traits.placed && names_country(extraction, main->place->place.country);
    traits.sexes = sexes_of(extraction, main);
    traits.all_killed = all_killed_are(main);
    find_ages(extraction, traits.ages);
    for (size_t i = 0; i < AGE_WORDS; i++)
        traits.has_ages |= traits.ages[i] != 0;
    set_place(&traits, main->place);
    traits.state = state_of(extraction, main);
    traits.countries = told_of_places(extraction, true, arena);
    traits.places = told_of_places(extraction, false, arena);
    traits.streets = hashes_of_streets(extraction, arena);
    traits.type = is_of_no_kind(main->type) ? 0 : hash_of(main->type);
    traits.row_day = document_cell(extraction->document, COLUMN_DAY).len > 0;
    traits.row_spot =
        document_cell(extraction->document, COLUMN_PLACE).len > 0 && main->place && place_is_spot(main->place);
    traits.family = event_family(main->type);
    traits.bare_blast = str_is(main->type, "explosion");
    traits.causes = causes_of(extraction, main);
    traits.actors = hashes_of(main->perpetrators, main->perpetrator_count, arena);
    traits.targets = hashes_of(main->targets, main->sure_target_count, arena);
    traits.storms = storm_names(extraction, main, arena);
    find_earlier(&traits, extraction, main, arena);
    return traits;
}

/* Does the report tell of the town: figures, in sentences that name it, or a region or country that holds it? */
static bool tells_of_town(const Extraction *x, const Place *town)
{
    const Incident *main = compare_main(x);
    if (main && main->place && !place_is_spot(main->place) && place_holds(&main->place->place, town))
        return true;
    for (size_t i = 0; i < x->claim_count; i++) {
        const Claim *claim = &x->claims[i];
        if (claim->kind == KIND_CASUALTY && !claim->background && place_is_spot(claim->place) &&
            claim_names_place(claim) && place_same(&claim->place->place, town))
            return true;
    }
    return false;
}

/* Figures of several towns, or an event of a whole region? */
static bool is_round(const Extraction *x)
{
    const Incident *main = compare_main(x);
    if (main && main->place && !place_is_spot(main->place))
        return true;
    const Place *town = NULL;
    for (size_t i = 0; i < x->claim_count; i++) {
        const Claim *claim = &x->claims[i];
        if (claim->kind != KIND_CASUALTY || claim->background || !place_is_spot(claim->place))
            continue;
        if (town && !place_same(town, &claim->place->place))
            return true;
        town = &claim->place->place;
    }
    return false;
}

void compare_rounds(Extraction *const *extractions, size_t count, EventTraits *events)
{
    for (size_t r = 0; r < count; r++) {
        if (!is_round(extractions[r]))
            continue;
        for (size_t i = 0; i < count; i++) {
            const Incident *main = compare_main(extractions[i]);
            if (events[i].round == 0 && events[i].placed && tells_of_town(extractions[r], &main->place->place))
                events[i].round = (uint32_t)r + 1;
        }
    }
}
