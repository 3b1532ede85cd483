#include "extract/claim/event_place.h"

#include "extract/claim/past.h"
#include "extract/place/place_reach.h"
#include "extract/place/place_role.h"
#include "extract/syntax/syntax.h"

static const Sentence *sentence_of(const Analysis *a, Span span)
{
    return &a->tokens.sentences[analysis_sentence(a, analysis_token(a, span.start))];
}

/* "in | Nigeria's Katsina", "in | southwest Colombia": where the words begin that only say which place it is. */
static uint32_t over_owner(const Analysis *a, uint32_t first, uint32_t here)
{
    bool owned = here >= first + 2 && mention_begins(&a->mentions, here - 1, analysis_class(a, "POSSESSIVE"));
    return owned && mention_covers(&a->mentions, here - 2, analysis_class(a, "PLACE")) ? here - 2 : here;
}

/* "An attack [on] Goma", "the shelling [of] Goma": what is attacked; "in front of Goma" is not. */
static bool is_attacked(const Analysis *a, uint32_t before)
{
    uint32_t on = mention_at(&a->mentions, before, analysis_class(a, "ARG_ON"));
    if (on == MENTION_NONE)
        return false;
    return str_equal(analysis_value(a, &a->mentions.items[on]), STR("whom")) ||
           (before > 0 && mention_covers(&a->mentions, before - 1, analysis_class(a, "EVENT_NOUN")));
}

/* Where the words begin that say what kind of place is named, or whose: "in | the restive north-western province of Vale", "stormed | the
 * village of Sake". */
static uint32_t over_words(const Analysis *a, uint32_t first, uint32_t here)
{
    enum { LONGEST = 8 };
    const uint64_t words = BIT(TAG_NOUN) | BIT(TAG_DET) | BIT(TAG_POSS) | BIT(TAG_HYPHEN);
    uint32_t t = here;
    while (t > first && here - t < LONGEST) {
        bool of = t > first + 1 && mention_begins(&a->mentions, t - 1, analysis_class(a, "NP_LINK")) &&
                  mention_begins(&a->mentions, t - 2, analysis_class(a, "PLACE_OF"));
        if (!of && !(BIT(a->syntax->tags[t - 1]) & words))
            break;
        t--;
    }
    return t;
}

/* "in the restive province of Vale", "stormed the village of Sake", not "to the city of Vale". */
static bool is_led_in(const Analysis *a, uint32_t first, uint32_t here)
{
    uint32_t begin = over_words(a, first, here);
    if (begin == first)
        return false;
    uint32_t struck = mention_over(&a->mentions, begin - 1, analysis_class(a, "PLACE_IN"), begin - first);
    if (struck != MENTION_NONE && a->mentions.items[struck].last == begin &&
        str_equal(analysis_value(a, &a->mentions.items[struck]), STR("struck")))
        return true;
    return str_equal(place_lead_at(a, begin - 1), STR("at"));
}

/* "Malawi's [massive landslide]": what nobody did, where it is said to be the land's. */
static bool owns_disaster(const Analysis *a, const Sentence *sentence, uint32_t behind)
{
    enum { LONGEST = 4 };
    uint16_t disaster = analysis_class(a, "EVENT_OTHER");
    const uint64_t words = BIT(TAG_NOUN);
    for (uint32_t t = behind; t < sentence->last && t - behind < LONGEST; t++) {
        if (mention_begins(&a->mentions, t, disaster))
            return true;
        if (!(BIT(a->syntax->tags[t]) & words))
            return false;
    }
    return false;
}

bool event_place_is_told_in(const Analysis *a, const Sentence *sentence, const PlaceMention *place)
{
    enum { REACH = 3 };
    uint16_t in = analysis_class(a, "PLACE_BEFORE");
    uint32_t behind = analysis_token(a, place->span.end);
    if (mention_begins(&a->mentions, behind, analysis_class(a, "POSSESSIVE"))) /* "near Kenya's parliament" */
        return owns_disaster(a, sentence, behind + 1);
    uint32_t here = over_owner(a, sentence->first, analysis_token(a, place->span.start));
    if (here > sentence->first && place->place.precision != PRECISION_COUNTRY && is_attacked(a, here - 1))
        return true;
    for (uint32_t t = here; t > sentence->first && here - t < REACH; t--)
        if (mention_begins(&a->mentions, t - 1, in))
            return true;
    return is_led_in(a, sentence->first, here);
}

bool event_place_is_dateline(const Analysis *a, const PlaceMention *place)
{
    enum { COMMA = 2 };
    if (analysis_in_dateline(a, place->span))
        return true;
    return place > a->places && analysis_in_dateline(a, place[-1].span) &&
           place->span.start <= place[-1].span.end + COMMA;
}

/* The first day, or days that hang together, that the sentence names. */
static Window days_named(const Analysis *a, Span sentence)
{
    enum { MOST_DAYS = 3 };
    for (size_t i = analysis_first_time(a, sentence.start); analysis_time_before(a, i, sentence.end); i++)
        if (a->times[i].use == TIME_OF_EVENTS && window_is_known(a->times[i].window) &&
            window_days(a->times[i].window) <= MOST_DAYS)
            return a->times[i].window;
    return WINDOW_NONE;
}

bool event_place_is_earlier(const Analysis *a, Span sentence, Span place)
{
    Window own = days_named(a, sentence);
    if (place.start < sentence.end || !window_is_known(own))
        return false;
    Window other = days_named(a, sentence_of(a, place)->span);
    return window_is_known(other) && other.last < own.first;
}

/* "Moscow (Agency) - Missiles hit a depot in Kharkiv", "BANGKOK - Fourteen people were killed in Thailand": the place that the dateline's
 * sentence tells of, a town or region before a country. */
static const PlaceMention *told_behind(const Analysis *a, const PlaceMention *dateline)
{
    const Sentence *sentence = sentence_of(a, dateline->span);
    const PlaceMention *best = NULL;
    const PlaceMention *end = a->places + a->place_count;
    for (const PlaceMention *place = dateline + 1; place < end && span_holds(sentence->span, place->span); place++) {
        if (!place_tells_where(a, place) || place_has_role(a, place, ROLE_SPEAKERS) ||
            analysis_in_dateline(a, place->span) || !event_place_is_told_in(a, sentence, place))
            continue;
        if (place_is_spot(place))
            return place;
        if (!best || (best->place.precision == PRECISION_COUNTRY && place->place.precision != PRECISION_COUNTRY))
            best = place;
    }
    return best;
}

/* Whether a phrase of one of the classes begins in [first, last); with ends, one that ends there. */
static bool has_any(const Analysis *a, uint32_t first, uint32_t last, const char *const *names, size_t count, bool ends)
{
    for (size_t i = 0; i < count; i++) {
        uint32_t m = mention_within(&a->mentions, first, last, analysis_class(a, names[i]));
        for (; m != MENTION_NONE; m = mention_within_after(&a->mentions, m, last))
            if (!ends || a->mentions.items[m].last == last)
                return true;
    }
    return false;
}

/* "[The bomb] went off in Goma", "[The soldiers] were ambushed in Goma", "43 were hurt in [the morning bombing] in Goma": the event that was
 * told of before is what the sentence opens with, or stands right before the place. */
static bool is_the_event(const Analysis *a, const Sentence *sentence, uint32_t place)
{
    enum { HEAD = 4 };
    static const char *const NOUNS[] = {"EVENT_NOUN", "EVENT_PLURAL", "EVENT_THING"};
    static const char *const VERBS[] = {"EVENT_PAST", "EVENT_HIT"};
    const size_t nouns = sizeof NOUNS / sizeof *NOUNS;
    uint32_t first = sentence->first;
    if (analysis_tells_value(a, sentence->first, sentence->last, "PLACE_WIDER", "event"))
        return true;
    if (analysis_is_definite(a, first) &&
        (has_any(a, first, first + HEAD < place ? first + HEAD : place, NOUNS, nouns, false) ||
         has_any(a, first, place, VERBS, sizeof VERBS / sizeof *VERBS, false)))
        return true;
    for (uint32_t t = place > first + HEAD + 1 ? place - HEAD - 1 : first; t + 1 < place; t++)
        if (analysis_is_definite(a, t) && has_any(a, t, place - 1, NOUNS, nouns, true))
            return true;
    return false;
}

static bool is_told_at(const Analysis *a, const Sentence *sentence, const PlaceMention *place)
{
    return place_is_told_at(a, place) || is_led_in(a, sentence->first, analysis_token(a, place->span.start));
}

/* The town, else the region, that a sentence gives the event of the sentences before it. */
static const PlaceMention *event_in(const Analysis *a, const Sentence *told, const PlaceMention *dateline)
{
    const PlaceMention *region = NULL;
    for (size_t i = analysis_first_place(a, told->span.start); analysis_place_before(a, i, told->span.end); i++) {
        const PlaceMention *place = &a->places[i];
        if (place_tells_where(a, place) && !place_has_role(a, place, ROLE_SPEAKERS) &&
            place->place.precision != PRECISION_COUNTRY && place != dateline && is_told_at(a, told, place) &&
            is_the_event(a, told, analysis_token(a, place->span.start))) {
            if (place_is_spot(place))
                return place;
            region = region ? region : place;
        }
    }
    return region;
}

/* "The bomb went off in Sake", soon behind the sentence. */
static const PlaceMention *event_behind(const Analysis *a, const Sentence *sentence, const PlaceMention *dateline)
{
    enum { REACH = 4 };
    uint32_t s = (uint32_t)(sentence - a->tokens.sentences);
    for (uint32_t next = s + 1; next < a->tokens.sentence_count && next <= s + REACH; next++) {
        const PlaceMention *place = event_in(a, &a->tokens.sentences[next], dateline);
        if (place && !past_is_told(a, next) && !event_place_is_earlier(a, sentence->span, place->span))
            return place;
    }
    return NULL;
}

/* "In the country's north", "in the central part of the country" (place.rules). */
static bool tells_part(const Analysis *a, const Sentence *sentence)
{
    return analysis_tells_value(a, sentence->first, sentence->last, "PLACE_WIDER", "part");
}

const PlaceMention *event_place_land(const Analysis *a, const PlaceMention *place)
{
    for (size_t i = 0; i < a->place_count; i++)
        if (a->places[i].place.precision == PRECISION_COUNTRY &&
            str_equal(a->places[i].place.country, place->place.country))
            return &a->places[i];
    return NULL;
}

/* "Shells kill four in Kharkiv": what the title tells, unless the dateline's town lies in it, or it may be a namesake in another land. */
static const PlaceMention *told_in_title(const Analysis *a, const PlaceMention *dateline)
{
    for (size_t i = analysis_first_place(a, a->document->headline.start);
         !span_is_empty(a->document->headline) && i < a->place_count; i++) {
        const PlaceMention *place = &a->places[i];
        if (document_in_headline(a->document, place->span) && place_tells_where(a, place) &&
            place->place.precision != PRECISION_COUNTRY &&
            event_place_is_told_in(a, sentence_of(a, place->span), place) &&
            str_equal(place->place.country, dateline->place.country) && !place_meets(&place->place, &dateline->place))
            return place;
    }
    return NULL;
}

static const PlaceMention *dateline_of(const Analysis *a)
{
    if (!str_present(a->dateline_place))
        return NULL;
    uint32_t end = (uint32_t)(a->dateline_place.ptr + a->dateline_place.len - a->document->text.ptr);
    for (size_t i = 0; analysis_place_before(a, i, end); i++)
        if (analysis_in_dateline(a, a->places[i].span))
            return &a->places[i];
    return NULL;
}

/* "Chad: Guards Fired at a Crowd" over "(Nairobi) – Guards ...": the land that a title opens with, where the dateline's town lies in another. */
static const PlaceMention *land_of_title(const Analysis *a, const PlaceMention *dateline)
{
    Span title = a->document->headline;
    if (span_is_empty(title))
        return NULL;
    size_t i = analysis_first_place(a, title.start);
    if (!analysis_place_before(a, i, title.end) || a->places[i].span.start != title.start)
        return NULL;
    const PlaceMention *place = &a->places[i];
    bool colon = str_begins(str_drop(a->document->text, place->span.end), STR(":"));
    bool abroad = !str_equal(place->place.country, dateline->place.country);
    return colon && abroad && place->place.precision == PRECISION_COUNTRY ? place : NULL;
}

/* What is left where neither the dateline's sentence nor those behind it tell a place: the title's, or its country of which they name a part. */
static const PlaceMention *place_left(const Analysis *a, const Sentence *sentence, const PlaceMention *dateline)
{
    const PlaceMention *title = told_in_title(a, dateline);
    title = title ? title : land_of_title(a, dateline);
    if (title)
        return title;
    bool part = tells_part(a, sentence_of(a, dateline->span)) || tells_part(a, sentence);
    const PlaceMention *country = part ? event_place_land(a, dateline) : NULL;
    return country ? country : dateline;
}

/* "Six people were killed in northern Kenya. ... The bombing in the town of Wajir": the spot of the land or region that the report goes on
 * to tell; of several events there none. */
static const PlaceMention *spot_within(const Analysis *a, const Sentence *sentence, const PlaceMention *found)
{
    static const char *const PLURAL[] = {"EVENT_PLURAL"};
    bool land = found->place.precision == PRECISION_COUNTRY || found->place.precision == PRECISION_REGION ||
                found->place.precision == PRECISION_DISTRICT;
    if (!land || found->place.id.len == 0 || has_any(a, sentence->first, sentence->last, PLURAL, 1, false))
        return NULL;
    const PlaceMention *event = event_behind(a, sentence, NULL);
    return event && place_is_spot(event) && place_holds(&found->place, &event->place) ? event : NULL;
}

/* Of a figure for which the dateline, or the land of the dateline's sentence, stands. */
static const PlaceMention *place_for_guess(const Analysis *a, const Sentence *sentence, const PlaceMention *dateline,
                                           const PlaceMention *found, bool land)
{
    const Sentence *lead = sentence_of(a, dateline->span);
    const PlaceMention *own = land && tells_part(a, sentence) ? event_place_land(a, dateline) : NULL;
    found = own ? own : found; /* "strikes in the country's south, after a war between Chad and rebels" */
    const PlaceMention *told = land ? found : sentence == lead ? NULL : told_behind(a, dateline);
    if (told && told->place.precision != PRECISION_COUNTRY)
        return told;
    const PlaceMention *event = event_behind(a, lead, dateline);
    if (!event && sentence != lead)
        event = event_behind(a, sentence, dateline);
    if (event && !event_place_is_earlier(a, sentence->span, event->span))
        return event;
    return told ? told : place_left(a, sentence, dateline);
}

const PlaceMention *event_place_for(const Analysis *a, const Sentence *sentence, const PlaceMention *found)
{
    const PlaceMention *dateline = dateline_of(a);
    bool land = dateline && found->place.precision == PRECISION_COUNTRY &&
                span_holds(sentence_of(a, dateline->span)->span, found->span);
    if (dateline && analysis_in_dateline(a, found->span))
        return place_for_guess(a, sentence, dateline, found, land);
    const PlaceMention *spot = spot_within(a, sentence, found);
    if (spot)
        return spot;
    return land ? place_for_guess(a, sentence, dateline, found, land) : found;
}
