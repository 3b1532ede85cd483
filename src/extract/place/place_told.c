/* place_told — what the text as a whole says of where a place lies that no map has. */
#include "extract/place/place_work.h"

const Candidate *place_country_told(const PlaceWork *w, uint32_t sentence)
{
    const Candidate *found = NULL;
    for (size_t i = 0; i < w->spot_count; i++) {
        const PlaceSpot *spot = &w->spots[i];
        if (spot->name < 0 || spot->evidence < PLACE_SURE || spot->people ||
            w->a->tokens.tokens[spot->first].sentence > sentence)
            continue;
        const Candidate *all = w->names[spot->name].candidates;
        const Candidate *c = all ? &all[place_sense(w, spot)] : NULL;
        if (!c || c->kind != PLACE_COUNTRY || c == found)
            continue;
        if (found && !str_equal(found->place.country, c->place.country))
            return NULL;
        found = c;
    }
    return found;
}

/* The only division of that country, of any where it is NULL, that the text names. */
static const Candidate *division_told(const PlaceWork *w, const Candidate *country)
{
    const Candidate *found = NULL;
    for (size_t i = 0; i < w->spot_count; i++) {
        const PlaceSpot *spot = &w->spots[i];
        if (spot->name < 0 || spot->evidence < PLACE_SURE || spot->people)
            continue;
        const Candidate *c = &w->names[spot->name].candidates[place_sense(w, spot)];
        if (c->kind != PLACE_ADMIN1 || c == found || (country && !str_equal(c->place.country, country->place.country)))
            continue;
        if (found)
            return NULL;
        found = c;
    }
    return found;
}

static bool is_unknown(const PlaceMention *mention)
{
    return mention->place.id.len == 0 && mention->place.name.len > 0 && !mention->people;
}

/* Another mention of the name that says where it lies. */
static const PlaceMention *told_elsewhere(const Analysis *a, const PlaceMention *mention)
{
    const PlaceMention *found = NULL;
    for (size_t i = 0; i < a->place_count; i++) {
        const PlaceMention *other = &a->places[i];
        if (is_unknown(other) && other->place.country.len > 0 && str_equal(other->place.name, mention->place.name) &&
            (!found || (other->place.has_point && !found->place.has_point)))
            found = other;
    }
    return found;
}

static bool is_village(const PlaceWork *w, size_t mention)
{
    for (size_t i = 0; i < w->village_count; i++)
        if (w->villages[i] == mention)
            return true;
    return false;
}

void place_settle_unknown(PlaceWork *w)
{
    Analysis *a = w->a;
    for (size_t i = 0; i < a->place_count; i++) {
        PlaceMention *mention = &a->places[i];
        if (!is_unknown(mention) || mention->place.country.len > 0)
            continue;
        const PlaceMention *told = told_elsewhere(a, mention);
        if (told) {
            mention->place = told->place;
            mention->reason = told->reason;
            continue;
        }
        const Candidate *land = place_country_told(w, analysis_sentence(a, analysis_token(a, mention->span.start)));
        const Candidate *division = is_village(w, i) ? division_told(w, land) : NULL;
        Str name = mention->place.name;
        if (division) {
            mention->place = division->place;
            mention->reason =
                STR("Not in the gazetteer: shown in the middle of the only division that the text names.");
        } else if (land)
            mention->place.country = land->place.country;
        mention->place.id = STR("");
        mention->place.name = name;
    }
}
