#include "extract/place/place_role.h"

#include "extract/syntax/syntax.h"

/* "US-based", "Houthi-held", "London-bound": whose or of what kind somebody is. A capital behind the hyphen makes a name. */
static bool is_modifier(const Analysis *a, Span place)
{
    Str text = a->tokens.text;
    if (place.end + 1 >= text.len || text.ptr[place.end] != '-')
        return false;
    char next = text.ptr[place.end + 1];
    return char_is_letter(next) && !char_is_upper(next);
}

/* A country whose name stands in a phrase of the class. */
static bool is_country_in(const Analysis *a, const PlaceMention *place, const char *name)
{
    return place->place.precision == PRECISION_COUNTRY &&
           mention_covers(&a->mentions, analysis_token(a, place->span.start), analysis_class(a, name));
}

/* "The US embassy", "Kyiv has not commented", "a ferry bound for Jolo": whose it is or to where, wherever that was (place.rules). */
static bool is_owner(const Analysis *a, const PlaceMention *place)
{
    return mention_covers(&a->mentions, analysis_token(a, place->span.start), analysis_class(a, "PLACE_OWNER"));
}

/* "The wounded died at a hospital in Goma": where somebody was cared for. */
static bool is_of_care(const Analysis *a, const PlaceMention *place)
{
    uint32_t m = mention_at(&a->mentions, analysis_token(a, place->span.start), analysis_class(a, "PLACE_OWNER"));
    return m != MENTION_NONE && str_equal(analysis_value(a, &a->mentions.items[m]), STR("care"));
}

/* "Denied Kampala's statement". */
static bool is_governments_word(const Analysis *a, Span place)
{
    uint32_t behind = analysis_token(a, place.end);
    return mention_begins(&a->mentions, behind, analysis_class(a, "POSSESSIVE")) &&
           mention_begins(&a->mentions, behind + 1, analysis_class(a, "SAY"));
}

/* Where the hurt were cared for is no place of the event if the report names another. */
static void drop_care(const Analysis *a, uint8_t *roles)
{
    if (!mention_may_be(&a->mentions, analysis_class(a, "PLACE_OWNER")))
        return;
    const PlaceMention *other = NULL; /* the first spot, or else district, where nobody is cared for */
    for (size_t k = 0; k < a->place_count && !(other && place_is_spot(other)); k++) {
        const PlaceMention *place = &a->places[k];
        bool near = !other && place->place.precision != PRECISION_COUNTRY;
        if ((roles[k] & ROLE_PLACE) && (near || place_is_spot(place)) && !is_of_care(a, place))
            other = place;
    }
    for (size_t k = 0; other && k < a->place_count; k++)
        if (is_of_care(a, &a->places[k]) && !place_meets(&a->places[k].place, &other->place))
            roles[k] &= (uint8_t)~ROLE_PLACE;
}

/* "Survivors of a massacre in [central Mexico] said": of what happened there, whoever speaks. */
static bool is_of_event(const Analysis *a, Span place)
{
    enum { REACH = 4 };
    uint16_t noun = analysis_class(a, "EVENT_NOUN");
    uint32_t here = analysis_token(a, place.start);
    for (uint32_t t = here; t > 1 && here - t < REACH; t--)
        if (mention_covers(&a->mentions, t - 2, noun))
            return mention_begins(&a->mentions, t - 1, analysis_class(a, "PLACE_BEFORE"));
    return false;
}

/* "According to | Hassan, a guard at the gate |": a name that is told to be somebody. */
static bool is_person(const Analysis *a, Span place, Span source)
{
    uint32_t behind = analysis_token(a, place.end);
    if (source.start != place.start || source.end <= place.end + 2 ||
        !str_is(span_text(a->tokens.text, a->tokens.tokens[behind].span), ","))
        return false;
    uint32_t m = mention_at(&a->mentions, behind + 1, analysis_class(a, "DETERMINER"));
    return m != MENTION_NONE && str_equal(analysis_value(a, &a->mentions.items[m]), STR("one")) &&
           mention_within(&a->mentions, behind + 2, analysis_token(a, source.end - 1) + 1,
                          analysis_class(a, "VICTIM")) != MENTION_NONE;
}

void place_roles_find(Analysis *a)
{
    syntax_read(a);
    uint8_t *roles = ARENA_ARRAY(a->scratch, uint8_t, a->place_count + 1);
    for (size_t i = 0; i < a->attribution_count; i++) {
        Span source = a->attributions[i].source;
        for (size_t k = analysis_first_place(a, source.start); analysis_place_before(a, k, source.end); k++) {
            Span place = a->places[k].span;
            roles[k] |= span_holds(source, place) && !is_of_event(a, place) ? ROLE_SPEAKERS : 0;
            bool whole = source.start == place.start && source.end == place.end;
            roles[k] |= whole || is_person(a, place, source) ? ROLE_GOVERNMENT : 0;
        }
    }
    for (size_t k = 0; k < a->place_count; k++) {
        PlaceMention *place = &a->places[k];
        place->people = place->people || (is_owner(a, place) && !is_of_care(a, place));
        if (!place->people && !is_modifier(a, place->span) && !(roles[k] & ROLE_GOVERNMENT) &&
            !is_governments_word(a, place->span))
            roles[k] |= ROLE_PLACE;
    }
    a->place_roles = roles;
    drop_care(a, roles);
}

bool place_has_role(const Analysis *a, const PlaceMention *place, unsigned role)
{
    return (a->place_roles[place - a->places] & role) != 0;
}

/* "Kenya bombed the camp": the country that did it. */
static bool is_agent(const Analysis *a, const PlaceMention *place)
{
    return is_country_in(a, place, "AGENT");
}

bool place_tells_where(const Analysis *a, const PlaceMention *place)
{
    return place_has_role(a, place, ROLE_PLACE) && (place_is_spot(place) || !place_has_role(a, place, ROLE_SPEAKERS)) &&
           !is_agent(a, place);
}
