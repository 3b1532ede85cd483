#include <assert.h>

#include "assemble/basis/bucket.h"
#include "assemble/basis/traits.h"
#include "assemble/conflict/conflict.h"
#include "assemble/conflict/disruption.h"

enum {
    LEAST_PLACES = 5,   /* smaller counts of attacks or places agree by chance */
    OPERATION_DAYS = 4, /* a shorter window has no start of its own to be at odds about */
    REPLY_BYTES = 400,  /* a denial so far from a charge answers something else */
};

static const Claim *claim_at(const Builder *b, uint32_t i)
{
    return b->s->claims[i].claim;
}

/* Claims of the pile that may be at odds: nothing told as background, nothing later than as_of. */
static bool is_live(const Builder *b, uint32_t i)
{
    const SituationClaim *c = &b->s->claims[i];
    return !c->claim->background && !claim_is_aside(c->claim) && c->incident >= 0 &&
           !b->s->documents[c->document].after_as_of;
}

/* Claims by the whole incident that they tell of: all that may be at odds, and those of them that say when something began. */
typedef struct {
    const Finder *f;
    const Builder *b;
    Buckets units;   /* counts of attacks, cities, places */
    Buckets deeds;   /* what was done */
    Buckets charges; /* who did it, or did not */
    Buckets counted; /* "for a fourth day" */
    Buckets periods; /* days that an operation lasted, or its first */
} Events;

typedef bool Takes(const Builder *b, uint32_t claim);

static Buckets gather(const Builder *b, Takes *takes)
{
    int32_t *wholes = ARENA_ARRAY(b->arena, int32_t, b->s->claim_count + 1);
    for (uint32_t i = 0; i < b->s->claim_count; i++)
        wholes[i] = is_live(b, i) && takes(b, i) ? conflict_whole(b, i) : -1;
    return bucket_by(wholes, b->s->claim_count, b->s->incident_count, b->arena);
}

/* ---- unit: 12 attacks, 12 cities, 12 places ---- */

static int unit_of(const Claim *claim)
{
    static const char *const UNITS[] = {"attacks", "cities", "places"};
    for (int i = 0; i < 3; i++)
        if (claim->has_count && claim->count_form != COUNT_WORD && claim->count.low >= LEAST_PLACES &&
            str_equal(claim->unit, str_from(UNITS[i])))
            return i;
    return -1;
}

static void put_unit(Buf *note, const Claim *claim)
{
    if (note->len > 0)
        buf_put(note, STR(", "));
    conflict_put_count(note, claim);
    buf_char(note, ' ');
    buf_put(note, claim->unit);
}

static bool has_unit(const Builder *b, uint32_t i)
{
    return unit_of(claim_at(b, i)) >= 0;
}

static void find_units(const Events *e, uint32_t whole)
{
    const Builder *b = e->b;
    uint32_t found[3];
    size_t count = 0;
    bool seen[3] = {false, false, false};
    Buf note = {0};
    for (size_t n = e->units.starts[whole]; n < e->units.starts[whole + 1]; n++) {
        uint32_t i = e->units.items[n];
        int unit = unit_of(claim_at(b, i));
        assert(unit >= 0); /* has_unit */
        if (seen[unit])
            continue;
        seen[unit] = true;
        found[count++] = i;
        put_unit(&note, claim_at(b, i));
    }
    if (count < 2) {
        buf_free(&note);
        return;
    }
    buf_put(&note, STR(": different units, not compared"));
    conflict_add(e->f, CONFLICT_UNIT, found, count, &note);
}

/* ---- status: attempted in one report, done in another ---- */

enum { NOT_DONE = STATUS_ATTEMPTED | STATUS_FOILED };

static bool is_deed(const Claim *claim)
{
    return claim->kind == KIND_ATTACK || claim->kind == KIND_DISRUPTION;
}

static bool is_done(const Claim *claim)
{
    return is_deed(claim) && !(claim->status & NOT_DONE) &&
           ((claim->status & STATUS_COMPLETED) || claim->kind == KIND_DISRUPTION);
}

static bool tells_deed(const Builder *b, uint32_t i)
{
    return is_done(claim_at(b, i));
}

/* What both are about: a target, or the kind of disruption. */
static Str shared_object(const Claim *a, const Claim *b)
{
    for (size_t i = 0; i < a->target_count; i++)
        for (size_t k = 0; k < b->target_count; k++)
            if (str_equal(a->targets[i], b->targets[k]))
                return a->targets[i];
    if (a->kind == KIND_DISRUPTION && b->kind == KIND_DISRUPTION && a->type.len > 0 && str_equal(a->type, b->type))
        return a->type;
    return STR_NONE;
}

static bool places_agree(const Claim *a, const Claim *b)
{
    if (!a->place || !b->place)
        return true;
    return place_meets(&a->place->place, &b->place->place);
}

static void find_status(const Events *e, uint32_t tried)
{
    const Builder *b = e->b;
    const Claim *a = claim_at(b, tried);
    if (!is_deed(a) || !(a->status & NOT_DONE) || !is_live(b, tried))
        return;
    int32_t whole = conflict_whole(b, tried);
    for (size_t n = e->deeds.starts[whole]; n < e->deeds.starts[whole + 1]; n++) {
        uint32_t i = e->deeds.items[n];
        const Claim *c = claim_at(b, i);
        Str object = shared_object(a, c);
        if (object.len == 0 || !places_agree(a, c))
            continue;
        Buf note = {0};
        buf_put(&note, object);
        buf_put(&note, a->status & STATUS_FOILED ? STR(": foiled in one report, done in another")
                                                 : STR(": attempted in one report, done in another"));
        conflict_add(e->f, CONFLICT_STATUS, (uint32_t[]){tried, i}, 2, &note);
        return;
    }
}

/* ---- responsibility ---- */

static Str claimant_of(const Claim *claim)
{
    if (claim->perpetrator_count > 0)
        return claim->perpetrators[0];
    if (!claim->attribution)
        return STR_NONE;
    return claim->attribution->group.len > 0 ? claim->attribution->group : claim->attribution->speaker;
}

static bool accuses(const Claim *claim)
{
    return claim->kind == KIND_ACCUSATION && claim->stance == STANCE_ASSERTS;
}

static bool denies(const Claim *claim)
{
    return claim->kind == KIND_DENIAL || (claim->kind == KIND_RESPONSIBILITY && claim->stance == STANCE_DENIES);
}

static bool tells_charge(const Builder *b, uint32_t i)
{
    const Claim *claim = claim_at(b, i);
    return accuses(claim) || claim_takes_responsibility(claim) || denies(claim);
}

static bool is_close(const Claim *a, const Claim *b)
{
    uint32_t x = a->evidence.start;
    uint32_t y = b->evidence.start;
    return (x > y ? x - y : y - x) <= REPLY_BYTES;
}

/* "The front denied it and accused the army": who replies to a charge is not at odds with itself. */
static bool are_of_one_speaker(const Claim *a, const Claim *b)
{
    return a->attribution && b->attribution && a->attribution->speaker.len > 0 &&
           str_equal(a->attribution->speaker, b->attribution->speaker);
}

/* The state that takes responsibility; "" where none is known to. */
static Str claiming_state(const Claim *claim)
{
    if (claim->perpetrator_count > 0)
        return claim->perpetrator_state;
    return claim->attribution && claim->party == PARTY_GOVERNMENT ? claim->attribution->state : STR("");
}

/* "Claimed by Kenya" and "claimed by the Kenyan army". */
static bool are_of_one_state(const Claim *a, const Claim *b)
{
    Str state = claiming_state(a);
    return state.len > 0 && str_equal(state, claiming_state(b));
}

/* Two parties claim one deed, or one's charge is another's denial. */
static bool are_at_odds(const SituationClaim *one, const SituationClaim *other)
{
    const Claim *a = one->claim;
    const Claim *b = other->claim;
    Str x = claimant_of(a);
    Str y = claimant_of(b);
    if (accuses(a) && denies(b))
        return one->document == other->document && is_close(a, b) && !are_of_one_speaker(a, b);
    if (claim_takes_responsibility(a) && denies(b))
        return x.len > 0 && str_equal(x, y);
    return claim_takes_responsibility(a) && claim_takes_responsibility(b) && x.len > 0 && y.len > 0 &&
           !str_equal(x, y) && !are_of_one_state(a, b);
}

static void put_who(Buf *note, const Claim *claim, Str verb)
{
    Str who = denies(claim) && claim->attribution ? claim->attribution->speaker : claimant_of(claim);
    buf_put(note, verb);
    if (who.len == 0)
        return;
    buf_char(note, ' ');
    buf_put(note, who);
}

/* "Blamed: the front", or whose charge it is where the words name nobody whom it is against. */
static void put_charge(Buf *note, const Claim *claim)
{
    if (claim->perpetrator_count > 0) {
        put_who(note, claim, STR("blamed:"));
        return;
    }
    buf_put(note, STR("accusation"));
    if (claim->attribution && claim->attribution->speaker.len > 0) {
        buf_put(note, STR(" by "));
        buf_put(note, claim->attribution->speaker);
    }
}

static void find_responsibility(const Events *e, uint32_t whole)
{
    const Builder *b = e->b;
    const uint32_t *end = e->charges.items + e->charges.starts[whole + 1];
    for (const uint32_t *i = e->charges.items + e->charges.starts[whole]; i < end; i++) {
        const Claim *x = claim_at(b, *i);
        if (!accuses(x) && !claim_takes_responsibility(x))
            continue;
        for (const uint32_t *k = e->charges.items + e->charges.starts[whole]; k < end; k++) {
            const Claim *y = claim_at(b, *k);
            if (i == k || !are_at_odds(&b->s->claims[*i], &b->s->claims[*k]))
                continue;
            Buf note = {0};
            if (x->kind == KIND_ACCUSATION)
                put_charge(&note, x);
            else
                put_who(&note, x, STR("claimed by"));
            put_who(&note, y, denies(y) ? STR("; denied by") : STR("; claimed by"));
            conflict_add(e->f, CONFLICT_RESPONSIBILITY, (uint32_t[]){*i, *k}, 2, &note);
            return;
        }
    }
}

/* ---- calendar ---- */

/* Whether the document's earlier flags say the same. */
static bool is_told(const Extraction *x, size_t flag)
{
    for (size_t i = 0; i < flag; i++)
        if (x->flags[i].kind == FLAG_CALENDAR && str_equal(x->flags[i].note, x->flags[flag].note))
            return true;
    return false;
}

static void find_flags(const Finder *f)
{
    const Builder *b = f->b;
    for (uint32_t d = 0; d < b->s->document_count; d++) {
        const Extraction *x = b->documents[d];
        for (size_t i = 0; i < x->flag_count && !b->s->documents[d].after_as_of; i++) {
            if (x->flags[i].kind != FLAG_CALENDAR || is_told(x, i))
                continue;
            uint32_t claims[8];
            size_t count = 0;
            for (size_t k = 0; k < x->claim_count && count < 1; k++)
                if (span_overlaps(x->claims[k].window_span, x->flags[i].span) ||
                    span_holds(x->claims[k].sentence, x->flags[i].span))
                    claims[count++] = b->offsets[d] + (uint32_t)k;
            Buf note = {0};
            buf_put(&note, x->flags[i].note);
            conflict_add(f, CONFLICT_CALENDAR, claims, count, &note);
            Conflict *conflict = &f->list->items[f->list->count - 1];
            conflict->document = (int32_t)d;
            conflict->span = x->flags[i].span;
        }
    }
}

static Day start_of(const Builder *b, uint32_t i)
{
    return is_live(b, i) ? disruption_counted_from(b->s, i) : DAY_NONE;
}

static bool counts_days(const Builder *b, uint32_t i)
{
    return start_of(b, i) != DAY_NONE;
}

/* How many reports count from that day; the incident's own first day counts too. */
static size_t votes_for(const Events *e, Day start, int32_t whole)
{
    size_t votes = e->b->s->incidents[whole].window.first == start;
    for (size_t n = e->counted.starts[whole]; n < e->counted.starts[whole + 1]; n++)
        votes += start_of(e->b, e->counted.items[n]) == start;
    return votes;
}

static void find_day_count(const Events *e, uint32_t i)
{
    const Builder *b = e->b;
    Day start = start_of(b, i);
    if (start == DAY_NONE)
        return;
    int32_t whole = conflict_whole(b, i);
    size_t votes = votes_for(e, start, whole);
    uint32_t claims[2] = {i, 0};
    size_t count = 1;
    Day other = DAY_NONE;
    for (size_t n = e->counted.starts[whole]; n < e->counted.starts[whole + 1] && count < 2; n++) {
        Day rival = start_of(b, e->counted.items[n]);
        if (rival != start && votes_for(e, rival, whole) > votes) {
            other = rival;
            claims[count++] = e->counted.items[n];
        }
    }
    Day first = b->s->incidents[whole].window.first;
    if (count == 1 && first != DAY_NONE && first != start)
        other = first;
    if (other == DAY_NONE)
        return;
    Buf note = {0};
    buf_put(&note, STR("day "));
    buf_int(&note, claim_at(b, i)->count.low);
    buf_put(&note, STR(" counts from "));
    day_write(&note, start);
    buf_put(&note, STR(", not from "));
    day_write(&note, other);
    conflict_add(e->f, CONFLICT_CALENDAR, claims, count, &note);
}

/* "The operation began on 26 January": a response of type "start". */
static bool is_start(const Claim *claim)
{
    return claim->kind == KIND_RESPONSE && str_equal(claim->type, STR("start")) && claim_states_days(claim);
}

static bool is_long(const Claim *claim)
{
    return claim_states_days(claim) && window_days(claim->window) >= OPERATION_DAYS;
}

static bool tells_period(const Builder *b, uint32_t i)
{
    return is_start(claim_at(b, i)) || is_long(claim_at(b, i));
}

/* One speaker, one operation, two first days; of two claims of one whole incident. */
static bool starts_differ(const Builder *b, uint32_t i, uint32_t k)
{
    const Claim *x = claim_at(b, i);
    const Claim *y = claim_at(b, k);
    if (is_start(x) && is_start(y))
        return x->window.first != DAY_NONE && y->window.first != DAY_NONE && x->window.first != y->window.first;
    if (!is_long(x) || !is_long(y) || x->window.first == y->window.first)
        return false;
    bool same_operation = x->operation.len > 0 && str_equal(x->operation, y->operation);
    bool same_end = x->window.last - y->window.last <= 1 && y->window.last - x->window.last <= 1;
    return same_operation || (same_end && str_equal(b->s->claims[i].origin, b->s->claims[k].origin));
}

static bool find_start(const Events *e, uint32_t k)
{
    const Builder *b = e->b;
    if (!is_live(b, k) || !tells_period(b, k))
        return false;
    int32_t whole = conflict_whole(b, k);
    for (size_t n = e->periods.starts[whole]; e->periods.items[n] < k; n++) {
        uint32_t i = e->periods.items[n];
        if (!starts_differ(b, i, k))
            continue;
        Buf note = {0};
        buf_put(&note, STR("one period said to start on "));
        day_write(&note, claim_at(b, i)->window.first);
        buf_put(&note, STR(" and on "));
        day_write(&note, claim_at(b, k)->window.first);
        conflict_add(e->f, CONFLICT_CALENDAR, (uint32_t[]){i, k}, 2, &note);
        return true;
    }
    return false;
}

void conflict_find_events(const Finder *f)
{
    const Builder *b = f->b;
    Events e = {f,
                b,
                gather(b, has_unit),
                gather(b, tells_deed),
                gather(b, tells_charge),
                gather(b, counts_days),
                gather(b, tells_period)};
    for (uint32_t i = 0; i < b->s->incident_count; i++) {
        if (b->s->incidents[i].part_of >= 0 || b->s->incidents[i].background)
            continue;
        find_units(&e, i);
        find_responsibility(&e, i);
    }
    for (uint32_t i = 0; i < b->s->claim_count; i++)
        find_status(&e, i);
    find_flags(f);
    bool start_found = false;
    for (uint32_t i = 0; i < b->s->claim_count; i++) {
        find_day_count(&e, i);
        start_found = start_found || find_start(&e, i);
    }
}
