#include "assemble/figure/spread.h"

#include "extract/event/disaster.h"

Spread spread_begin(const Figure *figures, size_t count, const Profile *profile)
{
    Spread spread = {.profile = profile};
    for (size_t i = 0; profile->adds_countries && i < count && spread.count < SPREAD_MOST_AREAS; i++) {
        Str area = figures[i].area.countries;
        bool known = area.len == 0;
        for (size_t k = 0; k < spread.count && !known; k++) {
            known = area_same(spread.areas[k], area);
            spread.wide = spread.wide || area_is_apart(spread.areas[k], area);
        }
        if (known)
            continue;
        spread.rows[spread.count] = figures[i].area.row;
        spread.areas[spread.count++] = area;
    }
    return spread;
}

static void note_kind(Spread *spread, const Extraction *report)
{
    size_t natural = 0;
    size_t near = 0;
    size_t others = 0;
    for (size_t i = 0; i < report->claim_count; i++) {
        const Claim *claim = &report->claims[i];
        if (claim->kind != KIND_ATTACK || claim->background)
            continue;
        const Disaster *disaster = disaster_of(claim->type, claim->tactics, claim->tactic_count);
        natural += disaster && disaster->reach != REACH_SPOT;
        near += disaster && disaster->reach == REACH_NEAR;
        others += disaster ? disaster->reach == REACH_SPOT : !str_is(claim->type, "other");
    }
    spread->natural += natural > others;
    spread->near += natural > others && 2 * near > natural;
    spread->others += others > natural;
}

/* Behind the areas that are listed: of no country. */
static size_t number_of(const Spread *spread, Str area)
{
    size_t at = area.len > 0 ? 0 : spread->count;
    while (at < spread->count && !area_same(spread->areas[at], area))
        at++;
    return at;
}

static bool are_beside(const Figure *a, const Figure *b)
{
    return a->claim->outcome == b->claim->outcome && a->claim->sentence.start == b->claim->sentence.start &&
           area_is_apart(a->area.countries, b->area.countries);
}

void spread_note_report(Spread *spread, const Figure *figures, size_t count)
{
    enum { NEAR = 4 }; /* figures of one sentence stand together */
    note_kind(spread, figures[0].extraction);
    for (size_t i = 0; i < count; i++)
        for (size_t k = i + 1; k < count && k <= i + NEAR; k++) {
            if (!are_beside(&figures[i], &figures[k]))
                continue;
            size_t a = number_of(spread, figures[i].area.countries);
            size_t b = number_of(spread, figures[k].area.countries);
            if (a == spread->count || b == spread->count)
                continue;
            spread->beside[a] |= (uint64_t)1 << b;
            spread->beside[b] |= (uint64_t)1 << a;
        }
}

/* "52 people: [40] in Cuba and 12 in Florida": a part that has countries of its own is told of them. */
static Figure as_own(const Figure *figure, Arena *arena)
{
    Figure own = *figure;
    int32_t whole = figure->claim->part_of;
    Str area = figure->area.countries;
    if (whole < 0 || (size_t)whole >= figure->extraction->claim_count || area.len == 0)
        return own;
    Str outer = area_told(&figure->extraction->claims[whole], figure->extraction, arena).countries;
    if (outer.len > 0 && (!area_holds(outer, area) || area_same(outer, area)))
        return own;
    Claim *claim = ARENA_NEW(arena, Claim);
    *claim = *figure->claim;
    claim->part_of = -1;
    own.claim = claim;
    return own;
}

/* A town or region of the country that the area is: its figure is one of some of the country's. */
static bool is_narrow(const Figure *figure)
{
    return area_is_country(figure->area.countries) && figure->claim->place->place.precision != PRECISION_COUNTRY;
}

/* Does its sentence tell of an attack? */
static bool is_of_attack(const Figure *figure)
{
    const Extraction *x = figure->extraction;
    for (size_t i = 0; i < x->claim_count; i++) {
        const Claim *claim = &x->claims[i];
        if (claim->kind == KIND_ATTACK && !str_is(claim->type, "other") &&
            claim->sentence.start == figure->claim->sentence.start)
            return true;
    }
    return false;
}

/* What the figures told of the area have in common, and a place of it. */
static void set_area(const Spread *spread, const Figure *own, size_t count, size_t area, Told *told)
{
    told->area = (uint16_t)(area + 1);
    if (area == spread->count)
        return;
    told->local = told->of_attack = true;
    for (size_t i = 0; i < count; i++) {
        const Place *place = own[i].area.place;
        told->local = told->local && is_narrow(&own[i]);
        told->of_attack = told->of_attack && is_of_attack(&own[i]);
        told->place = !told->place || place->precision == PRECISION_COUNTRY ? place : told->place;
    }
}

void spread_tell(const Spread *spread, const Figure *figures, size_t count, CellKind cell, Arena *arena, ToldList *out)
{
    Figure *own = ARENA_ARRAY(arena, Figure, count + 1);
    size_t *areas = ARENA_ARRAY(arena, size_t, count + 1);
    for (size_t i = 0; i < count; i++)
        areas[i] = number_of(spread, figures[i].area.countries);
    for (size_t area = 0; area <= spread->count; area++) {
        size_t n = 0;
        for (size_t i = 0; i < count; i++)
            if (areas[i] == area)
                own[n++] = as_own(&figures[i], arena);
        size_t told = out->count;
        if (n > 0)
            toll_find(arena, own, n, cell, spread->profile->enemy != ENEMY_COUNTS, out);
        for (; told < out->count; told++)
            set_area(spread, own, n, area, &out->items[told]);
    }
}
