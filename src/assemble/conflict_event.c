#include "assemble/conflict.h"
#include "assemble/disruption.h"
#include "assemble/traits.h"

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

static void find_units(const Finder *f, int32_t whole)
{
    const Builder *b = f->b;
    uint32_t found[3];
    size_t count = 0;
    bool seen[3] = {false, false, false};
    Buf note = {0};
    for (uint32_t i = 0; i < b->s->claim_count; i++) {
        int unit = unit_of(claim_at(b, i));
        if (unit < 0 || seen[unit] || !is_live(b, i) || conflict_whole(b, i) != whole)
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
    conflict_add(f, CONFLICT_UNIT, found, count, &note);
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
    return place_holds(&a->place->place, &b->place->place) || place_holds(&b->place->place, &a->place->place);
}

static void find_status(const Finder *f, uint32_t tried)
{
    const Builder *b = f->b;
    const Claim *a = claim_at(b, tried);
    if (!is_deed(a) || !(a->status & NOT_DONE) || !is_live(b, tried))
        return;
    for (uint32_t i = 0; i < b->s->claim_count; i++) {
        const Claim *c = claim_at(b, i);
        Str object = is_done(c) && is_live(b, i) ? shared_object(a, c) : STR_NONE;
        if (object.len == 0 || conflict_whole(b, i) != conflict_whole(b, tried) || !places_agree(a, c))
            continue;
        Buf note = {0};
        buf_put(&note, object);
        buf_put(&note, a->status & STATUS_FOILED ? STR(": foiled in one report, done in another")
                                                 : STR(": attempted in one report, done in another"));
        conflict_add(f, CONFLICT_STATUS, (uint32_t[]){tried, i}, 2, &note);
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

static bool asserts(const Claim *claim, ClaimKind kind)
{
    return claim->kind == kind && claim->stance == STANCE_ASSERTS;
}

static bool denies(const Claim *claim)
{
    return claim->kind == KIND_DENIAL || (claim->kind == KIND_RESPONSIBILITY && claim->stance == STANCE_DENIES);
}

static bool is_close(const Claim *a, const Claim *b)
{
    uint32_t x = a->evidence.start;
    uint32_t y = b->evidence.start;
    return (x > y ? x - y : y - x) <= REPLY_BYTES;
}

/* Two parties claim one deed, or one's charge is another's denial. */
static bool are_at_odds(const SituationClaim *one, const SituationClaim *other)
{
    const Claim *a = one->claim;
    const Claim *b = other->claim;
    Str x = claimant_of(a);
    Str y = claimant_of(b);
    if (asserts(a, KIND_ACCUSATION) && denies(b))
        return one->document == other->document && is_close(a, b);
    if (asserts(a, KIND_RESPONSIBILITY) && denies(b))
        return x.len > 0 && str_equal(x, y);
    return asserts(a, KIND_RESPONSIBILITY) && asserts(b, KIND_RESPONSIBILITY) && x.len > 0 && y.len > 0 &&
           !str_equal(x, y);
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

static void find_responsibility(const Finder *f, int32_t whole)
{
    const Builder *b = f->b;
    for (uint32_t i = 0; i < b->s->claim_count; i++) {
        if (!is_live(b, i) || conflict_whole(b, i) != whole)
            continue;
        for (uint32_t k = 0; k < b->s->claim_count; k++) {
            const Claim *x = claim_at(b, i);
            const Claim *y = claim_at(b, k);
            if (i == k || !is_live(b, k) || conflict_whole(b, k) != whole ||
                !are_at_odds(&b->s->claims[i], &b->s->claims[k]))
                continue;
            Buf note = {0};
            put_who(&note, x, x->kind == KIND_ACCUSATION ? STR("blamed:") : STR("claimed by"));
            put_who(&note, y, denies(y) ? STR("; denied by") : STR("; claimed by"));
            conflict_add(f, CONFLICT_RESPONSIBILITY, (uint32_t[]){i, k}, 2, &note);
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

/* How many reports count from that day; the incident's own first day counts too. */
static size_t votes_for(const Builder *b, Day start, int32_t whole)
{
    size_t votes = whole >= 0 && b->s->incidents[whole].window.first == start;
    for (uint32_t i = 0; i < b->s->claim_count; i++)
        votes += start_of(b, i) == start && conflict_whole(b, i) == whole;
    return votes;
}

static void find_day_count(const Finder *f, uint32_t i)
{
    const Builder *b = f->b;
    Day start = start_of(b, i);
    int32_t whole = conflict_whole(b, i);
    if (start == DAY_NONE || whole < 0)
        return;
    size_t votes = votes_for(b, start, whole);
    uint32_t claims[2] = {i, 0};
    size_t count = 1;
    Day other = DAY_NONE;
    for (uint32_t k = 0; k < b->s->claim_count && count < 2; k++)
        if (start_of(b, k) != DAY_NONE && start_of(b, k) != start && conflict_whole(b, k) == whole &&
            votes_for(b, start_of(b, k), whole) > votes) {
            other = start_of(b, k);
            claims[count++] = k;
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
    conflict_add(f, CONFLICT_CALENDAR, claims, count, &note);
}

/* "The operation began on 26 January": a response of type "start". */
static bool is_start(const Claim *claim)
{
    return claim->kind == KIND_RESPONSE && str_equal(claim->type, STR("start")) && conflict_states_window(claim);
}

/* One speaker, one operation, two first days. */
static bool starts_differ(const Builder *b, uint32_t i, uint32_t k)
{
    const Claim *x = claim_at(b, i);
    const Claim *y = claim_at(b, k);
    if (is_start(x) && is_start(y) && conflict_whole(b, i) == conflict_whole(b, k))
        return x->window.first != DAY_NONE && y->window.first != DAY_NONE && x->window.first != y->window.first;
    if (!conflict_states_window(x) || !conflict_states_window(y) || x->window.first == y->window.first)
        return false;
    bool same_operation = x->operation.len > 0 && str_equal(x->operation, y->operation);
    bool long_enough = window_days(x->window) >= OPERATION_DAYS && window_days(y->window) >= OPERATION_DAYS;
    bool same_end = x->window.last - y->window.last <= 1 && y->window.last - x->window.last <= 1;
    return conflict_whole(b, i) == conflict_whole(b, k) && long_enough &&
           (same_operation || (same_end && str_equal(b->s->claims[i].origin, b->s->claims[k].origin)));
}

static bool find_start(const Finder *f, uint32_t k)
{
    const Builder *b = f->b;
    for (uint32_t i = 0; i < k && is_live(b, k); i++) {
        if (!is_live(b, i) || !starts_differ(b, i, k))
            continue;
        Buf note = {0};
        buf_put(&note, STR("one period said to start on "));
        day_write(&note, claim_at(b, i)->window.first);
        buf_put(&note, STR(" and on "));
        day_write(&note, claim_at(b, k)->window.first);
        conflict_add(f, CONFLICT_CALENDAR, (uint32_t[]){i, k}, 2, &note);
        return true;
    }
    return false;
}

void conflict_find_events(const Finder *f)
{
    const Builder *b = f->b;
    for (size_t i = 0; i < b->s->incident_count; i++) {
        if (b->s->incidents[i].part_of >= 0 || b->s->incidents[i].background)
            continue;
        find_units(f, (int32_t)i);
        find_responsibility(f, (int32_t)i);
    }
    for (uint32_t i = 0; i < b->s->claim_count; i++)
        find_status(f, i);
    find_flags(f);
    bool start_found = false;
    for (uint32_t i = 0; i < b->s->claim_count; i++) {
        find_day_count(f, i);
        start_found = start_found || find_start(f, i);
    }
}
