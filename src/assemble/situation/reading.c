#include "assemble/situation/reading.h"

const PlaceMention *reading_place(const Decision *d, Span passage, Arena *arena)
{
    PlaceMention *mention = ARENA_NEW(arena, PlaceMention);
    Buf reason = {0};
    buf_put(&reason, STR("named by "));
    buf_put(&reason, d->person);
    /* No word of the text names it: the span is empty. */
    *mention = (PlaceMention){
        .span = {passage.start, passage.start}, .place = d->edit.place, .reason = arena_copy(arena, buf_str(&reason))};
    buf_free(&reason);
    return mention;
}

static void set_place(Claim *claim, const Decision *d, Arena *arena)
{
    const PlaceMention **places = ARENA_ARRAY(arena, const PlaceMention *, 1);
    places[0] = reading_place(d, claim->evidence, arena);
    claim->place = places[0];
    claim->places = places;
    claim->place_count = 1;
    claim->places_partial = false;
}

static void set_speaker(Claim *claim, const ClaimEdit *edit, Arena *arena)
{
    Attribution *a = ARENA_NEW(arena, Attribution);
    if (claim->attribution)
        *a = *claim->attribution;
    if (edit->fields & FIELD_SPEAKER) {
        a->speaker = edit->speaker;
        a->identified = edit->speaker.len > 0;
        a->name = a->office = a->group = a->handle = STR_NONE;
        a->chain_count = 0;
    }
    if (edit->fields & FIELD_PARTY)
        a->party = edit->party;
    claim->party = a->party;
    claim->attribution = a;
}

static void set_count(Claim *claim, const ClaimEdit *edit)
{
    claim->has_count = edit->has_count;
    claim->count = edit->count;
    claim->count_form = edit->count_form;
    if (edit->has_count && claim->unit.len == 0)
        claim->unit = STR("people");
}

void reading_set(Claim *claim, const Decision *d, Arena *arena)
{
    const ClaimEdit *e = &d->edit;
    if (e->fields & FIELD_KIND)
        claim->kind = e->kind;
    if (e->fields & FIELD_OUTCOME)
        claim->outcome = e->outcome;
    if (e->fields & FIELD_CLASS)
        claim->victim_class = e->victim_class;
    if (e->fields & FIELD_COUNT)
        set_count(claim, e);
    if (e->fields & FIELD_PLACE)
        set_place(claim, d, arena);
    if (e->fields & FIELD_DAYS) {
        claim->window = e->days;
        claim->window_span = claim->evidence; /* stated, by a person */
    }
    if (e->fields & (FIELD_PARTY | FIELD_SPEAKER))
        set_speaker(claim, e, arena);
    if (e->fields & FIELD_STANCE)
        claim->stance = e->stance;
    if (e->fields & FIELD_BACKGROUND)
        claim->background = e->background;
    if (e->fields & FIELD_TYPE)
        claim->type = e->type;
}

static void apply(Reading *r, const Decision *d, Arena *arena)
{
    bool added = r->verdict == VERDICT_ADDED;
    switch (d->action) {
    case ACTION_ACCEPT: r->verdict = VERDICT_ACCEPTED; return;
    case ACTION_REJECT: r->verdict = VERDICT_REJECTED; return;
    case ACTION_UNVERIFIABLE: r->verdict = VERDICT_UNVERIFIABLE; return;
    default: break;
    }
    reading_set(&r->claim, d, arena);
    r->fields |= d->edit.fields;
    r->verdict = added ? VERDICT_ADDED : VERDICT_EDITED;
}

static bool same_place(const PlaceMention *a, const PlaceMention *b)
{
    if (!a || !b)
        return a == b;
    bool named = a->place.id.len > 0 && b->place.id.len > 0;
    return named ? str_equal(a->place.id, b->place.id) : str_equal(a->place.name, b->place.name);
}

static bool same_figure(const Claim *a, const Claim *b)
{
    return a->outcome == b->outcome && a->victim_class == b->victim_class && a->has_count == b->has_count &&
           (!a->has_count || interval_equal(a->count, b->count));
}

static Str speaker_of(const Claim *claim)
{
    return claim->attribution ? claim->attribution->speaker : STR_NONE;
}

/* Two who accept and edit to the same are of one mind. */
static bool agree(const Reading *a, const Reading *b)
{
    bool aside_a = a->verdict == VERDICT_REJECTED || a->verdict == VERDICT_UNVERIFIABLE;
    bool aside_b = b->verdict == VERDICT_REJECTED || b->verdict == VERDICT_UNVERIFIABLE;
    if (aside_a || aside_b)
        return a->verdict == b->verdict;
    return same_figure(&a->claim, &b->claim) && same_place(a->claim.place, b->claim.place) &&
           window_equal(a->claim.window, b->claim.window) && a->claim.party == b->claim.party &&
           a->claim.stance == b->claim.stance && a->claim.background == b->claim.background &&
           str_equal(a->claim.type, b->claim.type) && str_equal(speaker_of(&a->claim), speaker_of(&b->claim));
}

/* What the coders say becomes what is so, if they are of one mind. */
static bool settle(Readings *r)
{
    for (size_t i = 1; i < r->count; i++)
        if (!agree(&r->coders[0], &r->coders[i]))
            return false;
    if (r->count > 0)
        r->now = r->coders[0];
    return true;
}

static Reading *reading_of(Readings *r, Str person)
{
    for (size_t i = 0; i < r->count; i++)
        if (str_equal(r->coders[i].person, person))
            return &r->coders[i];
    r->coders = arena_grow(r->arena, r->coders, r->count, &r->cap, sizeof *r->coders);
    r->coders[r->count] = r->now;
    r->coders[r->count].person = person;
    return &r->coders[r->count++];
}

void readings_take(Readings *r, const Decision *d)
{
    r->by = arena_grow(r->arena, r->by, r->by_count, &r->by_cap, sizeof(const Decision *));
    r->by[r->by_count++] = d;
    if (d->independent) {
        apply(reading_of(r, d->person), d, r->arena);
        return;
    }
    (void)settle(r);
    r->count = 0;
    apply(&r->now, d, r->arena);
}

void readings_finish(Readings *r, const Claim *found, Claim *out)
{
    bool settled = settle(r);
    ClaimDecided *decided = ARENA_NEW(r->arena, ClaimDecided);
    *decided = (ClaimDecided){.verdict = settled ? r->now.verdict : VERDICT_CONTESTED,
                              .fields = r->now.fields,
                              .by = r->by,
                              .by_count = r->by_count,
                              .found = found};
    *out = r->now.claim;
    if (decided->verdict == VERDICT_UNVERIFIABLE)
        out->status |= STATUS_UNVERIFIED;
    out->decided = decided;
}

Readings readings_begin(const Claim *claim, Arena *arena)
{
    Readings r = {.now = {.claim = *claim}, .arena = arena};
    if (claim->decided) { /* added */
        r.now.verdict = claim->decided->verdict;
        r.now.fields = claim->decided->fields;
        for (size_t i = 0; i < claim->decided->by_count; i++) {
            r.by = arena_grow(arena, r.by, r.by_count, &r.by_cap, sizeof(const Decision *));
            r.by[r.by_count++] = claim->decided->by[i];
        }
    }
    return r;
}

Reading *readings_of_coders(const Claim *claim, Arena *arena, size_t *count)
{
    const ClaimDecided *decided = claim->decided;
    *count = 0;
    if (!decided)
        return NULL;
    Claim found = decided->found ? *decided->found : *claim;
    found.decided = NULL;
    Readings r = {.now = {.claim = found}, .arena = arena};
    for (size_t i = 0; i < decided->by_count; i++)
        if (decided->by[i]->independent)
            apply(reading_of(&r, decided->by[i]->person), decided->by[i], arena);
    *count = r.count;
    return r.coders;
}
