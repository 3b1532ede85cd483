#include "assemble/incident/incident_place.h"

#include "assemble/basis/traits.h"

/* "Kenya. A bomb was found in Mombasa": the spot of the country, told soon behind it. */
static const PlaceMention *spot_behind(const Extraction *x, const PlaceMention *country)
{
    enum { SOON = 200 };
    for (const PlaceMention *p = country + 1; p < x->places + x->place_count; p++) {
        if (p->span.start > country->span.end + SOON)
            return country;
        if (!p->people && place_is_spot(p) && place_holds(&country->place, &p->place))
            return p;
    }
    return country;
}

const PlaceMention *incident_first_place(const Extraction *x, const Beside *besides, size_t count)
{
    const PlaceMention *dateline = NULL;
    for (size_t i = 0; i < x->place_count; i++) {
        if (str_equal(span_text(x->document->text, x->places[i].span), x->dateline_place))
            dateline = &x->places[i];
        else if (!x->places[i].people && beside_at(&x->places[i], besides, count) < 0)
            return x->places[i].place.precision == PRECISION_COUNTRY ? spot_behind(x, &x->places[i]) : &x->places[i];
    }
    return dateline ? dateline : x->place_count > 0 && count == 0 ? &x->places[0] : NULL;
}

/* That of which the whole's own figures are told, else the last that the text names before its first entry; NULL. */
static const PlaceMention *place_of_whole(const Extraction *x, const Incident *whole, uint32_t first_entry)
{
    for (size_t i = 0; i < whole->claim_count; i++) {
        const Claim *claim = &x->claims[whole->claims[i]];
        if (!claim->entry && claim->place)
            return claim->place;
    }
    const PlaceMention *place = NULL;
    for (size_t i = 0; i < x->place_count && x->places[i].span.start < first_entry; i++)
        place = x->places[i].people ? place : &x->places[i];
    return place;
}

void incident_settle_whole(const Extraction *x, Incident *whole)
{
    Window days = WINDOW_NONE;
    uint32_t first_entry = UINT32_MAX;
    for (size_t i = 0; i < whole->claim_count; i++) {
        const Claim *claim = &x->claims[whole->claims[i]];
        if (claim->background)
            continue;
        if (claim->entry && claim->sentence.start < first_entry)
            first_entry = claim->sentence.start;
        if (!window_is_known(claim->window))
            continue;
        days.first = days.first == DAY_NONE || claim->window.first < days.first ? claim->window.first : days.first;
        days.last = days.last == DAY_NONE || claim->window.last > days.last ? claim->window.last : days.last;
    }
    if (first_entry == UINT32_MAX)
        return; /* no list */
    whole->place = place_of_whole(x, whole, first_entry);
    whole->window = window_is_known(days) ? days : whole->window;
}
