#include "assemble/compare.h"

#include <math.h>

#include "base/hash.h"

typedef enum {
    FOUND_NOTHING,
    FOUND_DAYS_SAME,
    FOUND_DAYS_3,
    FOUND_DAYS_7,
    FOUND_DAYS_30,
    FOUND_DAYS_FAR,
    FOUND_DAYS_APART,
    FOUND_TALLY,
    FOUND_REPORTED_SAME,
    FOUND_REPORTED_7,
    FOUND_REPORTED_14,
    FOUND_REPORTED_21,
    FOUND_REPORTED_FAR,
    FOUND_UNDATED,
    FOUND_PLACE_SAME,
    FOUND_PLACE_FAR,
    FOUND_PLACE_FAR_SMALL,
    FOUND_KILLED_SAME,
    FOUND_KILLED_OFF,
    FOUND_KILLED_FAR,
    FOUND_DEATHS_ONE,
    FOUND_INJURED_SAME,
    FOUND_INJURED_OFF,
    FOUND_INJURED_FAR,
    FOUND_TYPE_OTHER,
    FOUND_ACTORS_SHARED,
    FOUND_ACTORS_OTHER,
    FOUND_TARGETS_SHARED,
    FOUND_TARGETS_OTHER,
    FOUND_AGES_SHARED,
    FOUND_AGES_OTHER,
    FOUND_EARLIER,
    FOUND_COUNT_
} Finding;

typedef struct {
    Str text;
    double weight;
} FindingRow;

#define ROW(text, weight)                                                                                              \
    {                                                                                                                  \
        {text, sizeof(text) - 1}, weight                                                                               \
    }

/* The cube roots, rounded, of how much oftener a finding holds of two reports of one event than of two of one town:
 * three such findings weigh as much as twice the likeness of words. */
static const FindingRow ROWS[FOUND_COUNT_] = {
    [FOUND_NOTHING] = ROW("", 1),
    [FOUND_DAYS_SAME] = ROW("same days", 2),
    [FOUND_DAYS_3] = ROW("days within 3 of each other", 1),
    [FOUND_DAYS_7] = ROW("days within a week of each other", .6),
    [FOUND_DAYS_30] = ROW("days within a month of each other", .35),
    [FOUND_DAYS_FAR] = ROW("days over a month apart", .15),
    [FOUND_DAYS_APART] = ROW("two days over a week apart in a small pile", .02),
    [FOUND_TALLY] = ROW("a tally of weeks and an event of a day in a small pile", .02),
    [FOUND_REPORTED_SAME] = ROW("reported within 2 days", 1.5),
    [FOUND_REPORTED_7] = ROW("reported within a week", .9),
    [FOUND_REPORTED_14] = ROW("reported within two weeks", .65),
    [FOUND_REPORTED_21] = ROW("reported within three weeks", .45),
    [FOUND_REPORTED_FAR] = ROW("reported over three weeks apart", .3),
    [FOUND_UNDATED] = ROW("a day unknown", .3),
    [FOUND_PLACE_SAME] = ROW("same place", 1.15),
    [FOUND_PLACE_FAR] = ROW("places far apart", .7),
    [FOUND_PLACE_FAR_SMALL] = ROW("places far apart in a small pile", .05),
    [FOUND_KILLED_SAME] = ROW("as many killed", 1.15),
    [FOUND_KILLED_OFF] = ROW("not as many killed", .85),
    [FOUND_KILLED_FAR] = ROW("over twice as many killed", .75),
    [FOUND_DEATHS_ONE] = ROW("a death in one, only injured in the other", .55),
    [FOUND_INJURED_SAME] = ROW("as many injured", 1.15),
    [FOUND_INJURED_OFF] = ROW("not as many injured", .85),
    [FOUND_INJURED_FAR] = ROW("over twice as many injured", .75),
    [FOUND_TYPE_OTHER] = ROW("another kind of event", .85),
    [FOUND_ACTORS_SHARED] = ROW("an actor in common", 1.3),
    [FOUND_ACTORS_OTHER] = ROW("other actors", .8),
    [FOUND_TARGETS_SHARED] = ROW("a target in common", 1.15),
    [FOUND_TARGETS_OTHER] = ROW("other targets", .8),
    [FOUND_AGES_SHARED] = ROW("a victim of the same age", 2),
    [FOUND_AGES_OTHER] = ROW("victims of other ages", .55),
    [FOUND_EARLIER] = ROW("one report tells of the other's as an earlier event", .05),
};

#define BIT_OF(finding) (1ULL << (finding))

enum {
    EARLIER_MOST = 4,   /* events of days before that are compared */
    EARLIER_WIDEST = 3, /* days of one */
    WEEK = 7,           /* days */
    NEWS_DAYS = 7,      /* a report is about those before it */
    MANY = 5,           /* people killed */
    SEVERAL = 2,        /* people hit: one may be who died since */
};

static const double RADIANS = 3.14159265358979323846 / 180;
static const double FAR = 0.015695961931983256; /* 100 km, of an Earth of radius 1 */

/* A last day up to which a finding holds. */
typedef struct {
    int64_t days;
    Finding finding;
} DayStep;

static const DayStep STATED[] = {
    {1, FOUND_DAYS_SAME}, {3, FOUND_DAYS_3}, {7, FOUND_DAYS_7}, {30, FOUND_DAYS_30}, {INT64_MAX, FOUND_DAYS_FAR}};
static const DayStep REPORTED[] = {{2, FOUND_REPORTED_SAME},
                                   {7, FOUND_REPORTED_7},
                                   {14, FOUND_REPORTED_14},
                                   {21, FOUND_REPORTED_21},
                                   {INT64_MAX, FOUND_REPORTED_FAR}};

const Incident *compare_main(const Extraction *extraction)
{
    for (size_t i = 0; i < extraction->incident_count; i++)
        if (extraction->incidents[i].main)
            return &extraction->incidents[i];
    return NULL;
}

static bool is_stated(const Extraction *x, const Incident *main)
{
    for (size_t i = 0; i < main->claim_count; i++) {
        const Claim *claim = &x->claims[main->claims[i]];
        if (claim_tells_event(claim) && !span_is_empty(claim->window_span) && window_equal(claim->window, main->window))
            return true;
    }
    return false;
}

static int64_t best_of(const Incident *main, Outcome outcome)
{
    const Estimate *cell = &main->estimates.cells[outcome][CELL_ALL];
    return cell->has_best ? cell->best : -1;
}

/* The number that says how many they are; of one victim told by name or noun the count is the whole passage. */
static bool is_count(const Claim *claim, uint32_t start, uint32_t end)
{
    Span own = claim->count_span;
    bool whole = own.start == claim->victims.start && own.end == claim->victims.end;
    return whole ? start == own.start && end == own.end : start >= own.start && start < own.end;
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
        if (i > start && !is_count(claim, start, i) && years > 0 && years < AGE_WORDS * AGE_BITS)
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

static HashList hashes_of(const Str *names, size_t count, Arena *arena)
{
    uint64_t *items = ARENA_ARRAY(arena, uint64_t, count);
    for (size_t i = 0; i < count; i++)
        items[i] = hash_of(names[i]);
    return (HashList){items, count};
}

static bool has_hash(HashList list, uint64_t hash)
{
    for (size_t i = 0; i < list.count; i++)
        if (list.items[i] == hash)
            return true;
    return false;
}

/* Of the countries of the report's places, each once. */
static HashList countries_of(const Extraction *x, Arena *arena)
{
    uint64_t *items = ARENA_ARRAY(arena, uint64_t, x->place_count + 1);
    HashList list = {items, 0};
    for (size_t i = 0; i < x->place_count; i++) {
        uint64_t hash = hash_of(x->places[i].place.country);
        if (x->places[i].place.country.len > 0 && !has_hash(list, hash))
            items[list.count++] = hash;
    }
    return list;
}

static bool is_of_no_kind(Str type)
{
    return type.len == 0 || str_equal(type, STR("other"));
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
    traits->is_spot = place_is_spot(mention) && place->has_point;
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
        toll |= claim->kind == KIND_CASUALTY && claim->has_count && claim->count.low >= SEVERAL &&
                claim->outcome != OUTCOME_DETAINED && claim->outcome != OUTCOME_ESCAPED;
    }
    return attack && toll;
}

static bool is_earlier(const Claim *claim, const Incident *main)
{
    bool tells = claim->kind == KIND_ATTACK ||
                 (claim->kind == KIND_CASUALTY && claim->outcome == OUTCOME_KILLED && claim->has_count);
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
        return (EventTraits){.window = WINDOW_NONE, .killed = -1, .injured = -1, .written = DAY_NONE};
    EventTraits traits = {.window = main->window,
                          .stated = window_is_known(main->window) && is_stated(extraction, main),
                          .killed = best_of(main, OUTCOME_KILLED),
                          .injured = best_of(main, OUTCOME_INJURED),
                          .all_live = all_live(extraction, main),
                          .written = moment_day(extraction->document->published)};
    find_ages(extraction, traits.ages);
    for (size_t i = 0; i < AGE_WORDS; i++)
        traits.has_ages |= traits.ages[i] != 0;
    set_place(&traits, main->place);
    traits.countries = countries_of(extraction, arena);
    traits.type = is_of_no_kind(main->type) ? 0 : hash_of(main->type);
    traits.actors = hashes_of(main->perpetrators, main->perpetrator_count, arena);
    traits.targets = hashes_of(main->targets, main->sure_target_count, arena);
    find_earlier(&traits, extraction, main, arena);
    return traits;
}

/* Days between the end of one window and the start of the other; 0 where they meet. */
static int64_t gap_of(Window a, Window b)
{
    int64_t first = a.first > b.first ? a.first : b.first;
    int64_t last = a.last < b.last ? a.last : b.last;
    return first > last ? first - last : 0;
}

static bool is_day(const EventTraits *event)
{
    return event->stated && window_days(event->window) == 1;
}

/* "In October, 120 people were killed": of weeks, many, and by no event in particular. */
static bool is_tally(const EventTraits *event)
{
    return event->stated && window_days(event->window) > WEEK && event->type == 0 && event->killed >= MANY;
}

static Finding find_days(const EventTraits *a, const EventTraits *b, bool small_pile)
{
    if (!window_is_known(a->window) || !window_is_known(b->window))
        return FOUND_UNDATED;
    if (small_pile && ((is_day(a) && is_tally(b)) || (is_day(b) && is_tally(a))))
        return FOUND_TALLY;
    const DayStep *step = a->stated && b->stated ? STATED : REPORTED;
    int64_t gap = gap_of(a->window, b->window);
    while (gap > step->days)
        step++;
    return step->finding;
}

/* By the chord between two points: its square grows with the arc. */
static bool are_far(const double a[POINT_AXES], const double b[POINT_AXES])
{
    double square = 0;
    for (size_t i = 0; i < POINT_AXES; i++)
        square += (a[i] - b[i]) * (a[i] - b[i]);
    return square > FAR * FAR;
}

/* Events of two countries, of which neither report names the other's. */
static bool are_strangers(const EventTraits *a, const EventTraits *b)
{
    return a->country != 0 && b->country != 0 && a->country != b->country && !has_hash(a->countries, b->country) &&
           !has_hash(b->countries, a->country);
}

static Finding find_place(const EventTraits *a, const EventTraits *b, bool small_pile)
{
    if (place_hash_same(a->place, b->place))
        return FOUND_PLACE_SAME;
    bool spots = a->is_spot && b->is_spot;
    bool placed = (a->is_spot || a->is_land) && (b->is_spot || b->is_land);
    bool abroad = small_pile && placed && a->country != 0 && b->country != 0 && a->country != b->country;
    if (small_pile && are_strangers(a, b))
        return FOUND_PLACE_FAR_SMALL;
    if (!(spots || abroad) || !are_far(a->point, b->point))
        return FOUND_NOTHING;
    return small_pile ? FOUND_PLACE_FAR_SMALL : FOUND_PLACE_FAR;
}

/* same, and the two findings behind it. One more or less is what early reports err by. */
static Finding find_toll(int64_t x, int64_t y, Finding same)
{
    if (x < 0 || y < 0)
        return FOUND_NOTHING;
    int64_t less = x < y ? x : y;
    int64_t more = x < y ? y : x;
    if (more == less)
        return less > 1 ? same : FOUND_NOTHING;
    if (more - less == 1)
        return FOUND_NOTHING;
    return more > 2 * less ? same + 2 : same + 1;
}

/* Does one tell of a death and the other of nobody but people who live? Some die since, but seldom. */
static bool died_in_one(const EventTraits *a, const EventTraits *b)
{
    return (a->killed > 0 && b->all_live) || (b->killed > 0 && a->all_live);
}

static Finding find_killed(const EventTraits *a, const EventTraits *b, bool small_pile)
{
    return !small_pile && died_in_one(a, b) ? FOUND_DEATHS_ONE : find_toll(a->killed, b->killed, FOUND_KILLED_SAME);
}

static Finding find_ages_told(const EventTraits *a, const EventTraits *b)
{
    if (!a->has_ages || !b->has_ages)
        return FOUND_NOTHING;
    bool shared = false;
    for (size_t i = 0; i < AGE_WORDS; i++)
        shared |= (a->ages[i] & b->ages[i]) != 0;
    return shared ? FOUND_AGES_SHARED : FOUND_AGES_OTHER;
}

static bool share_name(HashList a, HashList b)
{
    for (size_t i = 0; i < a.count; i++)
        if (has_hash(b, a.items[i]))
            return true;
    return false;
}

static Finding find_names(HashList a, HashList b, Finding shared, Finding other)
{
    if (a.count == 0 || b.count == 0)
        return FOUND_NOTHING;
    return share_name(a, b) ? shared : other;
}

/* Can the other report not be of the teller's event? It was written before that, or tells, and says so, days apart from it. */
static bool is_of_days_before(const EventTraits *teller, const EventTraits *other)
{
    int64_t gap = gap_of(teller->window, other->window);
    bool written_before = other->written != DAY_NONE && other->written < teller->window.first;
    return window_is_known(other->window) && gap > 0 && (written_before || (other->stated && gap > 1));
}

/* Days of the event that the other report tells; where it says none, of the week before it was written. */
static bool may_be_of_days(const EventTraits *other, Window event)
{
    int64_t since = (int64_t)other->window.first - event.last;
    return window_overlaps(event, other->window) || (!other->stated && since >= 0 && since <= NEWS_DAYS);
}

/* Is one of what the report tells as earlier the other's main event: on its days, and in its place or near, or with its toll? */
static bool tells_as_earlier(const EventTraits *teller, const EventTraits *other)
{
    if (teller->earlier_count == 0 || !is_of_days_before(teller, other))
        return false;
    for (size_t i = 0; i < teller->earlier_count; i++) {
        const EarlierEvent *event = &teller->earlier[i];
        bool near = event->has_point && (other->is_spot || other->is_land) && !are_far(event->point, other->point);
        bool as_many = event->killed >= SEVERAL && event->killed == other->killed;
        if (may_be_of_days(other, event->window) && (near || as_many || place_hash_same(event->place, other->place)))
            return true;
    }
    return false;
}

enum { ASPECTS = 9 };

static bool any_of(const Finding found[ASPECTS], uint64_t set)
{
    for (size_t i = 0; i < ASPECTS; i++)
        if (set >> found[i] & 1)
            return true;
    return false;
}

/* Something besides the days differs, and nothing is in common. */
static bool tell_apart(const Finding found[ASPECTS])
{
    const uint64_t other = BIT_OF(FOUND_KILLED_OFF) | BIT_OF(FOUND_KILLED_FAR) | BIT_OF(FOUND_INJURED_OFF) |
                           BIT_OF(FOUND_INJURED_FAR) | BIT_OF(FOUND_TYPE_OTHER) | BIT_OF(FOUND_ACTORS_OTHER) |
                           BIT_OF(FOUND_TARGETS_OTHER) | BIT_OF(FOUND_AGES_OTHER);
    const uint64_t same = BIT_OF(FOUND_KILLED_SAME) | BIT_OF(FOUND_INJURED_SAME) | BIT_OF(FOUND_ACTORS_SHARED) |
                          BIT_OF(FOUND_TARGETS_SHARED) | BIT_OF(FOUND_AGES_SHARED);
    return any_of(found, other) && !any_of(found, same);
}

static void find_all(const EventTraits *a, const EventTraits *b, bool small_pile, Finding out[ASPECTS])
{
    size_t n = 0;
    out[n++] = find_days(a, b, small_pile);
    out[n++] = find_place(a, b, small_pile);
    out[n++] = find_killed(a, b, small_pile);
    out[n++] = find_toll(a->injured, b->injured, FOUND_INJURED_SAME);
    out[n++] = find_ages_told(a, b);
    out[n++] = tells_as_earlier(a, b) || tells_as_earlier(b, a) ? FOUND_EARLIER : FOUND_NOTHING;
    if (a->type != 0 && b->type != 0) {
        out[n++] = a->type == b->type ? FOUND_NOTHING : FOUND_TYPE_OTHER;
        out[n++] = find_names(a->actors, b->actors, FOUND_ACTORS_SHARED, FOUND_ACTORS_OTHER);
        out[n++] = find_names(a->targets, b->targets, FOUND_TARGETS_SHARED, FOUND_TARGETS_OTHER);
    }
    while (n < ASPECTS)
        out[n++] = FOUND_NOTHING;
    if (small_pile && is_day(a) && is_day(b) && gap_of(a->window, b->window) > WEEK && tell_apart(out))
        out[0] = FOUND_DAYS_APART;
}

double compare_weight(const EventTraits *a, const EventTraits *b, bool small_pile)
{
    Finding findings[ASPECTS];
    find_all(a, b, small_pile, findings);
    double weight = 1;
    for (size_t i = 0; i < ASPECTS; i++)
        weight *= ROWS[findings[i]].weight;
    return weight;
}

void compare_put(Buf *out, const EventTraits *a, const EventTraits *b, bool small_pile)
{
    Finding findings[ASPECTS];
    find_all(a, b, small_pile, findings);
    for (size_t i = 0; i < ASPECTS; i++) {
        if (findings[i] == FOUND_NOTHING)
            continue;
        buf_put(out, STR("; "));
        buf_put(out, ROWS[findings[i]].text);
        buf_put(out, STR(", weight "));
        buf_fixed(out, ROWS[findings[i]].weight, 2);
    }
}
