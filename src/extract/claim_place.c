#include "extract/claim_place.h"

#include "base/buf.h"
#include "extract/past.h"
#include "extract/place_reach.h"
#include "extract/place_share.h"
#include "extract/syntax.h"

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

/* What is the same of a place whatever is asked of it. */
enum {
    ROLE_SPEAKERS = 1 << 0,   /* named to say who speaks: "the semi-official Fars agency reported" */
    ROLE_GOVERNMENT = 1 << 1, /* a capital that stands for its government: "Kampala rejected the claim" */
    ROLE_PLACE = 1 << 2,      /* none of these, and whose or of what kind nothing is */
};

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

void claim_place_prepare(Analysis *a)
{
    syntax_read(a);
    uint8_t *roles = ARENA_ARRAY(a->arena, uint8_t, a->place_count + 1);
    for (size_t i = 0; i < a->attribution_count; i++) {
        Span source = a->attributions[i].source;
        for (size_t k = analysis_first_place(a, source.start); analysis_place_before(a, k, source.end); k++) {
            Span place = a->places[k].span;
            roles[k] |= span_holds(source, place) ? ROLE_SPEAKERS : 0;
            roles[k] |= source.start == place.start && source.end == place.end ? ROLE_GOVERNMENT : 0;
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

static bool has_role(const Analysis *a, const PlaceMention *place, unsigned role)
{
    return (a->place_roles[place - a->places] & role) != 0;
}

/* "Kenya bombed the camp": the country that did it. */
static bool is_agent(const Analysis *a, const PlaceMention *place)
{
    return is_country_in(a, place, "AGENT");
}

/* A speaker's town is where it happened, if nothing else is named; a speaker's country, or the one that did it, is not. */
static bool tells_where(const Analysis *a, const PlaceMention *place)
{
    return has_role(a, place, ROLE_PLACE) && (place_is_spot(place) || !has_role(a, place, ROLE_SPEAKERS)) &&
           !is_agent(a, place);
}

/* "140 people were killed, including 71 in Bokkos": where some of them were; "including women in Bokkos" and "including two women, in
 * Bokkos" tell no part. */
static bool is_of_a_part(const Analysis *a, Span passage, Span place)
{
    if (place.start <= passage.end)
        return false;
    uint16_t including = analysis_class(a, "INCLUDING");
    uint16_t count = analysis_class(a, "COUNT");
    if (!including || !mention_may_be(&a->mentions, including))
        return false;
    uint32_t last = analysis_token(a, place.start);
    for (uint32_t i = mention_within(&a->mentions, analysis_token(a, passage.end), last, including); i != MENTION_NONE;
         i = mention_within_after(&a->mentions, i, last)) {
        Span word = mention_span(&a->tokens, &a->mentions.items[i]);
        bool figure = mention_at(&a->mentions, a->mentions.items[i].last, count) != MENTION_NONE;
        if (figure && word.start >= passage.end && word.end <= place.start &&
            str_find_char(str_slice(a->tokens.text, word.end, place.start), ',', 0) == SIZE_MAX)
            return true;
    }
    return false;
}

/* "70 people died in the region, mostly in Goma", "most of them in the city of Goma": where many of those told before were. */
static bool is_of_many(const Analysis *a, const Sentence *sentence, Span passage, Span place)
{
    enum { REACH = 7 };
    if (place.start < passage.end)
        return false;
    uint16_t including = analysis_class(a, "INCLUDING");
    uint16_t share = analysis_class(a, "SHARE");
    uint32_t here = analysis_token(a, place.start);
    for (uint32_t t = here; t > sentence->first && here - t < REACH; t--) {
        Tag tag = a->syntax->tags[t - 1];
        if (tag == TAG_COMMA || tag == TAG_CONJ || syntax_is_verb(tag))
            return false;
        uint32_t m = mention_over(&a->mentions, t - 1, including, REACH);
        if (m != MENTION_NONE) /* "20 of them in Goma" is a share with a figure */
            return a->syntax->tags[t] == TAG_PREP && !str_equal(analysis_value(a, &a->mentions.items[m]), STR("of"));
        if (mention_covers(&a->mentions, t - 1, share))
            return true;
    }
    return false;
}

/* A share of another count than the passage's: nobody else died there. */
static bool is_of_another_share(const Analysis *a, const Sentence *sentence, Span passage, const PlaceMention *place)
{
    uint32_t share = place_share(a, sentence, place);
    return share != MENTION_NONE && !span_overlaps(mention_span(&a->tokens, &a->mentions.items[share]), passage);
}

/* Places behind the passage count before those in front of it: "killed in Quetta". */
static uint32_t farness(const Analysis *a, const PlaceMention *place, Span passage)
{
    enum { SPEAKERS = 150, DATELINE = 300 };
    uint32_t far = span_gap(place->span, passage);
    if (place->span.end <= passage.start)
        far += BEFORE_FAR;
    if (place->place.precision == PRECISION_COUNTRY)
        far += COUNTRY_FAR;
    if (has_role(a, place, ROLE_SPEAKERS))
        far += SPEAKERS;
    return far + (analysis_in_dateline(a, place->span) ? DATELINE : 0);
}

/* "Shells fell on Goma, killing four, a day after rebels raided Bukavu": where something else happened. */
static bool is_of_another_event(const Analysis *a, Span passage, Span place)
{
    return past_is_cause(a, analysis_token(a, place.start)) && !past_is_cause(a, analysis_token(a, passage.start));
}

/* The nearest so far, by its distance in letters or in clauses; reach as place_reach has it. */
typedef struct {
    const PlaceMention *place;
    int64_t far;
    int64_t reach;
} Choice;

static void choose(Choice *best, Choice next)
{
    if (!best->place || next.far < best->far)
        *best = next;
}

/* The place of the nearest clause, if that one and the nearest by letters can be told apart so and neither lies in the other. */
static const PlaceMention *nearest(const Analysis *a, const Sentence *sentence, Span passage)
{
    enum { ROW = 64 }; /* of a longer row of places, so many to either side of the passage */
    Choice by_letters = {NULL, 0, 0};
    Choice by_clauses = {NULL, 0, 0};
    size_t here = analysis_first_place(a, passage.start);
    size_t first = analysis_first_place(a, sentence->span.start);
    first = here > first + ROW ? here - ROW : first;
    for (size_t i = first; i < here + ROW && analysis_place_before(a, i, sentence->span.end); i++) {
        const PlaceMention *place = &a->places[i];
        if (!span_holds(sentence->span, place->span) || !tells_where(a, place) ||
            is_of_a_part(a, passage, place->span) || is_of_many(a, sentence, passage, place->span) ||
            is_of_another_share(a, sentence, passage, place) || is_of_another_event(a, passage, place->span))
            continue;
        uint32_t far = farness(a, place, passage);
        int64_t reach = place_reach(a, place, passage, far);
        choose(&by_letters, (Choice){place, far, reach});
        if (reach >= 0)
            choose(&by_clauses, (Choice){place, reach, reach});
    }
    bool told =
        by_clauses.place && by_letters.reach >= 0 && !place_meets(&by_letters.place->place, &by_clauses.place->place);
    return told ? by_clauses.place : by_letters.place;
}

/* "Maradun LGA of Zamfara State": the region only says where the town lies. */
static const PlaceMention *innermost(const Analysis *a, const PlaceMention *found)
{
    enum { NEAR = 24 };
    while (found && found > a->places && !place_is_spot(found)) {
        const PlaceMention *before = found - 1;
        if (before->span.end + NEAR < found->span.start || !tells_where(a, before) ||
            analysis_in_dateline(a, before->span) || place_same(&found->place, &before->place) ||
            !place_holds(&found->place, &before->place))
            break;
        found = before;
    }
    return found;
}

/* "Cali and several towns in Colombia": the country, not the first of the towns. */
static const PlaceMention *wider(const Analysis *a, const Sentence *sentence, const PlaceMention *found)
{
    uint16_t cls = analysis_class(a, "PLACE_WIDER");
    if (!found || !cls || !mention_may_be(&a->mentions, cls))
        return found;
    for (size_t i = analysis_first_place(a, found->span.end + 1); analysis_place_before(a, i, sentence->span.end);
         i++) {
        const PlaceMention *place = &a->places[i];
        if (span_holds(sentence->span, place->span) && analysis_stands_in(a, "PLACE_WIDER", place->span))
            return place;
    }
    return found;
}

/* "Across Lebanon", "in southwest Colombia": it happened there, wherever the report was written. */
static bool is_told_in(const Analysis *a, const Sentence *sentence, Span place)
{
    enum { REACH = 3 };
    uint16_t in = analysis_class(a, "PLACE_BEFORE");
    uint32_t here = sentence->last;
    while (here > sentence->first && a->tokens.tokens[here - 1].span.start >= place.start)
        here--;
    uint32_t behind = here;
    while (behind < sentence->last && a->tokens.tokens[behind].span.start < place.end)
        behind++;
    if (mention_begins(&a->mentions, behind, analysis_class(a, "POSSESSIVE"))) /* "near Kenya's parliament" */
        return false;
    for (uint32_t t = here; t > sentence->first && here - t < REACH; t--)
        if (mention_begins(&a->mentions, t - 1, in))
            return true;
    return false;
}

/* The dateline's town where the sentence names no more than its country: "NAIROBI - ... at Kenya's parliament". */
static const PlaceMention *finer(const Analysis *a, const Sentence *sentence, const PlaceMention *found)
{
    if (!found || found->place.precision != PRECISION_COUNTRY || is_told_in(a, sentence, found->span))
        return found;
    size_t first = analysis_first_place(a, sentence->span.start);
    for (size_t i = first; analysis_place_before(a, i, sentence->span.end); i++) {
        const PlaceMention *place = &a->places[i];
        if (analysis_in_dateline(a, place->span) && span_holds(sentence->span, place->span) &&
            place_holds(&found->place, &place->place))
            return place;
    }
    return found;
}

/* "The worst attack in India since the 2008 Mumbai attacks": the place stands right behind a day of long ago. */
static bool is_of_the_past(const Analysis *a, Span place)
{
    enum { NEAR = 12 };
    for (size_t i = analysis_first_time(a, place.start); i > 0 && a->times[i - 1].span.end + NEAR >= place.start; i--)
        if (a->times[i - 1].span.end <= place.start && past_is_long_ago(a, a->times[i - 1].window))
            return true;
    return false;
}

/* "[three in] Sake": a figure stands not far before the place. */
static bool has_figure(const Analysis *a, const Sentence *sentence, const PlaceMention *place)
{
    enum { REACH = 7 };
    uint16_t count = analysis_class(a, "COUNT");
    uint32_t here = analysis_token(a, place->span.start);
    for (uint32_t t = here; t > sentence->first && here - t < REACH; t--) {
        if (mention_covers(&a->mentions, t - 1, count))
            return true;
    }
    return false;
}

/* "17 in Goma, three in Sake and one in Kibumba": a sentence that shares out among towns leaves none of them for the next. */
static bool is_shared_out(const Analysis *a, const PlaceMention *last)
{
    const Sentence *sentence = &a->tokens.sentences[analysis_sentence(a, analysis_token(a, last->span.start))];
    const PlaceMention *other = NULL;
    for (size_t i = (size_t)(last - a->places) + 1; i > 0 && span_holds(sentence->span, a->places[i - 1].span); i--) {
        const PlaceMention *p = &a->places[i - 1];
        if (!place_is_spot(p) || !tells_where(a, p) || !has_figure(a, sentence, p) ||
            place_same(&p->place, &last->place))
            continue;
        if (other && !place_same(&p->place, &other->place))
            return true;
        other = p;
    }
    return other && has_figure(a, sentence, last);
}

/* The last place that the paragraph names before the sentence, unless its sentence has figures of several. */
static const PlaceMention *above(const Analysis *a, const Sentence *sentence)
{
    uint32_t start = sentence->block < a->block_count ? a->blocks[sentence->block].span.start : 0;
    for (size_t i = analysis_first_place(a, sentence->span.start); i > 0 && a->places[i - 1].span.start >= start; i--) {
        const PlaceMention *place = &a->places[i - 1];
        if (place->span.end <= sentence->span.start && tells_where(a, place) && !is_of_the_past(a, place->span))
            return is_shared_out(a, place) ? NULL : place;
    }
    return NULL;
}

/* Behind a dateline's town, the place that the same sentence tells of: "Moscow (Agency) - Missiles hit a depot in Kharkiv",
 * "BANGKOK - Fourteen people were killed in Thailand". */
static const PlaceMention *behind_dateline(const Analysis *a, const PlaceMention *dateline)
{
    const Sentence *sentence = &a->tokens.sentences[analysis_sentence(a, analysis_token(a, dateline->span.start))];
    const PlaceMention *land = NULL;
    const PlaceMention *end = a->places + a->place_count;
    for (const PlaceMention *place = dateline + 1; place < end && span_holds(sentence->span, place->span); place++) {
        if (!tells_where(a, place) || has_role(a, place, ROLE_SPEAKERS) || !is_told_in(a, sentence, place->span))
            continue;
        if (place_is_spot(place))
            return place;
        land = land ? land : place;
    }
    return land ? land : dateline;
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

/* "A bomb went off on Friday, killing two. On 2 May a judge had been shot in Goma.": a place told of behind the sentence, on days
 * before those of the sentence. */
static bool is_of_earlier_days(const Analysis *a, Span sentence, Span place)
{
    Window own = days_named(a, sentence);
    if (place.start < sentence.end || !window_is_known(own))
        return false;
    Window other = days_named(a, a->tokens.sentences[analysis_sentence(a, analysis_token(a, place.start))].span);
    return window_is_known(other) && other.last < own.first;
}

/* The first place of the text before the sentence, else of the headline, else of all that comes in the same scene. */
static const PlaceMention *subject(const Analysis *a, Span sentence)
{
    const PlaceMention *headline = NULL;
    const PlaceMention *any = NULL;
    for (size_t i = 0; i < a->place_count; i++) {
        const PlaceMention *place = &a->places[i];
        if (!any && has_role(a, place, ROLE_PLACE) && !is_of_earlier_days(a, sentence, place->span) &&
            !(place->span.start > sentence.end && place_opens_scene(a, place->span)))
            any = analysis_in_dateline(a, place->span) ? behind_dateline(a, place) : place;
        if (!tells_where(a, place))
            continue;
        if (place->span.end <= sentence.start && !is_of_the_past(a, place->span))
            return analysis_in_dateline(a, place->span) ? behind_dateline(a, place) : place;
        if (!headline && document_in_headline(a->document, place->span))
            headline = place;
    }
    return headline ? headline : any;
}

const PlaceMention *claim_share_place(const Analysis *a, const Sentence *sentence, Span count)
{
    uint32_t last = analysis_token(a, count.end) + PLACE_SHARE_REACH;
    for (size_t i = analysis_first_place(a, count.end); analysis_place_before(a, i, sentence->span.end); i++) {
        if (analysis_token(a, a->places[i].span.start) > last)
            return NULL;
        uint32_t share = tells_where(a, &a->places[i]) ? place_share(a, sentence, &a->places[i]) : MENTION_NONE;
        if (share != MENTION_NONE && span_overlaps(mention_span(&a->tokens, &a->mentions.items[share]), count))
            return &a->places[i];
    }
    return NULL;
}

/* Whether nothing but "and" or a comma stands between two places, of which neither lies in the other. */
static bool is_beside(const Analysis *a, const PlaceMention *x, const PlaceMention *y)
{
    enum { LONGEST = 3 };
    uint32_t first = analysis_token(a, x->span.end);
    uint32_t last = analysis_token(a, y->span.start);
    bool joined = false;
    for (uint32_t t = first; t < last && last - first <= LONGEST; t++) {
        Tag tag = a->syntax->tags[t];
        if (tag != TAG_CONJ && tag != TAG_COMMA && tag != TAG_PREP && tag != TAG_DET)
            return false;
        joined = joined || tag == TAG_CONJ;
    }
    return joined && !place_meets(&x->place, &y->place);
}

/* Of towns: of two countries in a row the first stands for both, and assemble/area reads the row. */
static bool is_town_beside(const Analysis *a, const PlaceMention *place, const PlaceMention *other)
{
    bool beside = place < other ? is_beside(a, place, other) : is_beside(a, other, place);
    return beside && tells_where(a, other) && str_equal(place->place.country, other->place.country);
}

bool claim_place_is_of_several(const Analysis *a, const PlaceMention *place)
{
    const PlaceMention *end = a->places + a->place_count;
    return (place > a->places && is_town_beside(a, place, place - 1)) ||
           (place + 1 < end && is_town_beside(a, place, place + 1));
}

const PlaceMention *claim_place(const Analysis *a, const Sentence *sentence, Span passage)
{
    const PlaceMention *found = wider(a, sentence, innermost(a, nearest(a, sentence, passage)));
    if (found && place_says_where(a, found) && tells_where(a, found - 1))
        found--;
    found = finer(a, sentence, found);
    found = found ? found : above(a, sentence);
    found = found ? found : subject(a, sentence->span);
    if (found && analysis_in_dateline(a, found->span)) {
        const PlaceMention *scene = place_of_event(a, (uint32_t)(sentence - a->tokens.sentences));
        bool older = scene && (past_is_told(a, analysis_sentence(a, analysis_token(a, scene->span.start))) ||
                               is_of_earlier_days(a, sentence->span, scene->span));
        found = scene && !older && tells_where(a, scene) ? scene : found;
    }
    bool share = found && span_holds(sentence->span, found->span) && is_of_another_share(a, sentence, passage, found);
    return share ? NULL : found;
}
