#include "assemble/situation/draft_find.h"

#include <assert.h>

#include "assemble/basis/bucket.h"
#include "assemble/basis/traits.h"
#include "extract/event/event_type.h"

static bool same_spot(const PlaceMention *a, const PlaceMention *b)
{
    return a && b && place_same(&a->place, &b->place);
}

static bool in_other_towns(const PlaceMention *a, const PlaceMention *b)
{
    return place_is_spot(a) && place_is_spot(b) && !place_same(&a->place, &b->place);
}

/* Parts are told apart by their town or by the kind of attack, of which each town may have its own. */
static bool same_part(const Incident *a, const Incident *b)
{
    if (a->kind.len > 0 || b->kind.len > 0)
        return a->kind.len > 0 && b->kind.len > 0 && event_same_kind(a->kind, b->kind) &&
               !in_other_towns(a->place, b->place);
    return same_spot(a->place, b->place);
}

Finder draft_find_begin(Drafts *d)
{
    size_t groups = d->b->s->document_count;
    Arena *arena = d->b->arena;
    return (Finder){.d = d,
                    .whole_of = bucket_nowhere(groups, arena),
                    .first_part = bucket_nowhere(groups, arena),
                    .last_part = bucket_nowhere(groups, arena)};
}

static PlaceHash key_of(const Incident *incident)
{
    return incident->place ? place_hash(&incident->place->place) : (PlaceHash){0, 0};
}

static void note_event(Finder *f, Events *events, const Incident *incident, int32_t draft)
{
    events->items = arena_grow(f->d->b->arena, events->items, events->count, &events->cap, sizeof *events->items);
    events->items[events->count++] = (Event){key_of(incident), incident->window, draft};
}

int32_t draft_find_add(Finder *f, const Incident *incident, uint32_t group, int32_t whole)
{
    Arena *arena = f->d->b->arena;
    int32_t number = (int32_t)f->d->count;
    draft_add(f->d, (Draft){.incident = *incident, .group = group, .whole = whole, .into = -1, .days = WINDOW_NONE});
    f->next = arena_grow(arena, f->next, (size_t)number, &f->next_cap, sizeof *f->next);
    f->next[number] = -1;
    if (incident->background) {
        note_event(f, &f->backgrounds, incident, number);
    } else if (whole < 0) {
        if (incident->main)
            note_event(f, &f->wholes, incident, number);
        f->whole_of[group] = f->whole_of[group] < 0 ? number : f->whole_of[group];
    } else {
        *(f->first_part[group] < 0 ? &f->first_part[group] : &f->next[f->last_part[group]]) = number;
        f->last_part[group] = number;
    }
    return number;
}

static int32_t find_part(const Finder *f, uint32_t group, const Incident *part)
{
    int32_t draft = f->first_part[group];
    assert(draft < (int32_t)f->d->count);
    while (draft >= 0 && !same_part(&f->d->items[draft].incident, part))
        draft = f->next[draft];
    return draft;
}

/* By bombs or guns, by water or hunger: may the harm that both tell of have been done in one way? "Attack" fits any of its kinds. */
static bool are_of_one_kind(const Incident *a, const Incident *b)
{
    if (traits_is_disaster(a) || traits_is_disaster(b))
        return str_equal(traits_event(a), traits_event(b));
    EventFamily x = event_family(a->type);
    EventFamily y = event_family(b->type);
    return x == y || x == FAMILY_ANY || y == FAMILY_ANY;
}

/* The same town, or one beside it: "in Alba" of the suburb where it was. */
static bool in_town(const Incident *a, const Incident *b)
{
    const double near = 20; /* km */
    if (same_spot(a->place, b->place))
        return true;
    return place_is_spot(a->place) && place_is_spot(b->place) && a->place->place.has_point &&
           b->place->place.has_point && !place_is_far(&a->place->place, &b->place->place, near);
}

/* "A day after a bombing in the same market". */
int32_t draft_find_told_of(const Finder *f, uint32_t group, const Incident *incident)
{
    enum { FEW = 3 }; /* days: of more, several events of the town may be meant */
    int32_t found = -1;
    if (!place_is_spot(incident->place) || !window_is_known(incident->window) || window_days(incident->window) > FEW)
        return -1;
    for (size_t i = 0; i < f->wholes.count; i++) {
        const Event *other = &f->wholes.items[i];
        if (!window_is_known(other->window) || window_days(other->window) > FEW ||
            !window_overlaps(other->window, incident->window))
            continue;
        const Draft *draft = &f->d->items[other->draft];
        if (draft->group == group || !in_town(&draft->incident, incident) ||
            !are_of_one_kind(&draft->incident, incident))
            continue;
        if (found >= 0)
            return -1;
        found = other->draft;
    }
    return found;
}

/* Days that meet, where both are known: a month holds more than the event of one of its days. */
static bool may_be_same_days(Window a, Window b)
{
    enum { FEW = 7, MONTH = 15 };
    if (!window_is_known(a) || !window_is_known(b))
        return true;
    int64_t shorter = window_days(a) < window_days(b) ? window_days(a) : window_days(b);
    int64_t longer = window_days(a) < window_days(b) ? window_days(b) : window_days(a);
    return window_overlaps(a, b) && !(shorter <= FEW && longer >= MONTH);
}

/* Background told alike in two reports: of the same place and days. */
static int32_t find_alike(const Finder *f, const Incident *incident)
{
    PlaceHash place = key_of(incident);
    for (size_t i = 0; i < f->backgrounds.count; i++) {
        const Event *other = &f->backgrounds.items[i];
        if (place_hash_same(other->place, place) && may_be_same_days(other->window, incident->window))
            return other->draft;
    }
    return -1;
}

/* Are all its figures of several events together, or of a campaign: of none of them alone? */
static bool is_of_several(const Extraction *x, const Incident *incident)
{
    bool several = false;
    for (size_t i = 0; i < incident->claim_count; i++) {
        const Claim *claim = &x->claims[incident->claims[i]];
        if (claim->kind == KIND_CASUALTY && !(claim->aside && claim->campaign))
            return false;
        several = several || claim->kind == KIND_CASUALTY;
    }
    return several;
}

static int32_t find_background(const Finder *f, uint32_t group, const Extraction *x, const Incident *incident)
{
    int32_t told = is_of_several(x, incident) ? -1 : draft_find_told_of(f, group, incident);
    return told >= 0 ? told : find_alike(f, incident);
}

bool draft_is_beside(const Incident *incident)
{
    return !incident->main && !incident->background && incident->part_of < 0;
}

/* The event of that town and those days that other reports are about, or tell beside theirs as well. */
static int32_t find_beside(const Finder *f, uint32_t group, const Incident *incident)
{
    for (size_t i = 0; i < f->d->count; i++) {
        const Incident *other = &f->d->items[i].incident;
        bool own = incident->entry && f->d->items[i].group == group; /* the whole, or another entry */
        if (f->d->items[i].whole < 0 && !other->background && !own && same_spot(other->place, incident->place) &&
            window_overlaps(other->window, incident->window))
            return (int32_t)i;
    }
    return -1;
}

int32_t draft_find_lesser(const Finder *f, uint32_t group, const Extraction *x, const Incident *incident)
{
    if (incident->background)
        return find_background(f, group, x, incident);
    bool beside = draft_is_beside(incident) || incident->entry;
    return beside ? find_beside(f, group, incident) : find_part(f, group, incident);
}
