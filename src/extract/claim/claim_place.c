#include "extract/claim/claim_place.h"

#include "base/buf.h"
#include "extract/claim/event_place.h"
#include "extract/claim/past.h"
#include "extract/place/place_reach.h"
#include "extract/place/place_role.h"
#include "extract/place/place_share.h"
#include "extract/syntax/syntax.h"

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
    if (place_has_role(a, place, ROLE_SPEAKERS))
        far += SPEAKERS;
    return far + (event_place_is_dateline(a, place) ? DATELINE : 0);
}

/* "Shells fell on Goma, killing four, a day after rebels raided Bukavu": where something else happened. */
static bool is_of_another_event(const Analysis *a, Span passage, Span place)
{
    return past_is_cause(a, analysis_token(a, place.start)) && !past_is_cause(a, analysis_token(a, passage.start));
}

/* "Jordan reported 60 deaths, [Iran] five and Senegal three": the place has a count of its own right behind it. */
static bool is_of_next_count(const Analysis *a, Span passage, const PlaceMention *place)
{
    uint32_t first = analysis_token(a, place->span.start);
    Tag before = first > 0 ? (Tag)a->syntax->tags[first - 1] : TAG_STOP;
    return place->span.start >= passage.end && (before == TAG_COMMA || before == TAG_CONJ) &&
           mention_begins(&a->mentions, analysis_token(a, place->span.end), analysis_class(a, "COUNT"));
}

/* Does the sentence tell by the place where others, or something else, were than the passage? */
static bool is_of_others(const Analysis *a, const Sentence *sentence, Span passage, const PlaceMention *place)
{
    return is_of_a_part(a, passage, place->span) || is_of_many(a, sentence, passage, place->span) ||
           is_of_another_share(a, sentence, passage, place) || is_of_another_event(a, passage, place->span) ||
           is_of_next_count(a, passage, place) || place_is_of_next_clause(a, place, passage);
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
        if (!span_holds(sentence->span, place->span) || !place_tells_where(a, place) ||
            is_of_others(a, sentence, passage, place))
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
        if (before->span.end + NEAR < found->span.start || !place_tells_where(a, before) ||
            analysis_in_dateline(a, before->span) || place_same(&found->place, &before->place) ||
            !place_holds(&found->place, &before->place))
            break;
        found = before;
    }
    return found;
}

/* "Borno's Maiduguri": the owner only says where the town lies. */
static const PlaceMention *owned(const Analysis *a, const PlaceMention *found)
{
    const PlaceMention *end = a->places + a->place_count;
    if (!found || place_is_spot(found) || found + 1 >= end)
        return found;
    uint32_t mark = analysis_token(a, found->span.end);
    bool owner = mention_begins(&a->mentions, mark, analysis_class(a, "POSSESSIVE")) &&
                 analysis_token(a, found[1].span.start) == mark + 1;
    bool inner = owner && place_tells_where(a, found + 1) && place_holds(&found->place, &found[1].place);
    return inner && !place_same(&found->place, &found[1].place) ? found + 1 : found;
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

/* The dateline's town where the sentence names no more than its country: "NAIROBI - ... at Kenya's parliament". */
static const PlaceMention *finer(const Analysis *a, const Sentence *sentence, const PlaceMention *found)
{
    if (found && event_place_is_dateline(a, found) && !analysis_in_dateline(a, found->span))
        return found - 1; /* "NASHVILLE, Tennessee - ..." */
    if (!found || found->place.precision != PRECISION_COUNTRY || event_place_is_told_in(a, sentence, found))
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
        if (!place_is_spot(p) || !place_tells_where(a, p) || !has_figure(a, sentence, p) ||
            place_same(&p->place, &last->place))
            continue;
        if (other && !place_same(&p->place, &other->place))
            return true;
        other = p;
    }
    return other && has_figure(a, sentence, last);
}

/* May what a later sentence tells have happened there? Not where something did that came before ("a week after the raid in Bukavu"). */
static bool may_go_on(const Analysis *a, const PlaceMention *place)
{
    return !is_of_the_past(a, place->span) && !past_is_followed(a, analysis_token(a, place->span.start));
}

/* The last place that the paragraph names before the sentence, unless its sentence has figures of several: the town of "in Sibi, Pakistan". */
static const PlaceMention *above(const Analysis *a, const Sentence *sentence)
{
    uint32_t start = sentence->block < a->block_count ? a->blocks[sentence->block].span.start : 0;
    for (size_t i = analysis_first_place(a, sentence->span.start); i > 0 && a->places[i - 1].span.start >= start; i--) {
        const PlaceMention *place = &a->places[i - 1];
        if (place->span.end <= sentence->span.start && place_tells_where(a, place) && may_go_on(a, place))
            return is_shared_out(a, place) ? NULL : innermost(a, place);
    }
    return NULL;
}

/* The first place of the text before the sentence, else of the headline, else of all that comes in the same scene. */
static const PlaceMention *subject(const Analysis *a, const Sentence *own, Span passage)
{
    Span sentence = own->span;
    const PlaceMention *headline = NULL;
    const PlaceMention *any = NULL;
    for (size_t i = 0; i < a->place_count; i++) {
        const PlaceMention *place = &a->places[i];
        if (!any && place_has_role(a, place, ROLE_PLACE) && !event_place_is_earlier(a, sentence, place->span) &&
            !(span_holds(sentence, place->span) && is_of_others(a, own, passage, place)) &&
            !(place->span.start > sentence.end && place_opens_scene(a, place->span)))
            any = place;
        if (!place_tells_where(a, place))
            continue;
        if (place->span.end <= sentence.start && may_go_on(a, place))
            return place;
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
        uint32_t share = place_tells_where(a, &a->places[i]) ? place_share(a, sentence, &a->places[i]) : MENTION_NONE;
        if (share != MENTION_NONE && span_overlaps(mention_span(&a->tokens, &a->mentions.items[share]), count))
            return &a->places[i];
    }
    return NULL;
}

/* Is the noun at the token what the places before it are ("Lund and Ystad [regions] and"), or in what the place behind it is
 * ("the [old port city] of Ystad")? */
static bool stands_in_kind(const Analysis *a, uint32_t token, uint32_t first, uint32_t place, bool joined)
{
    enum { OF = 2 }; /* "city of" */
    if (a->syntax->tags[token] != TAG_NOUN)
        return false;
    if (!joined)
        return token == first && a->syntax->tags[token + 1] == TAG_CONJ;
    return place >= token + OF && a->syntax->tags[place - 1] == TAG_PREP &&
           mention_covers(&a->mentions, place - OF, analysis_class(a, "PLACE_OF"));
}

/* Does a finite verb stand behind the place, in its clause? */
static bool verb_behind(const Analysis *a, const PlaceMention *place)
{
    uint32_t last = a->tokens.sentences[analysis_sentence(a, analysis_token(a, place->span.start))].last;
    uint32_t token = analysis_token(a, place->span.end);
    for (; token < last && a->syntax->tags[token] != TAG_COMMA && a->syntax->tags[token] != TAG_SEMI; token++)
        if (syntax_is_finite(a->syntax->tags[token]))
            return true;
    return false;
}

/* Whether nothing but "and" or a comma stands between two places, of which neither lies in the other, and what kind of place they are:
 * "Lund [regions and the old port city of] Ystad". */
static bool is_beside(const Analysis *a, const PlaceMention *x, const PlaceMention *y)
{
    enum { LONGEST = 3, WITH_KIND = 9 };
    uint32_t first = analysis_token(a, x->span.end);
    uint32_t last = analysis_token(a, y->span.start);
    bool joined = false;
    bool kind = false;
    if (place_is_of_next_clause(a, y, x->span) && verb_behind(a, y))
        return false; /* "killed 12 in Lund, and in Ystad they killed four" */
    for (uint32_t t = first; t < last && last - first <= WITH_KIND; t++) {
        Tag tag = a->syntax->tags[t];
        bool other = tag != TAG_CONJ && tag != TAG_COMMA && tag != TAG_PREP && tag != TAG_DET;
        if (other && !stands_in_kind(a, t, first, last, joined))
            return false;
        kind = kind || other;
        joined = joined || tag == TAG_CONJ;
    }
    return joined && (kind || last - first <= LONGEST) && !place_meets(&x->place, &y->place);
}

/* Of towns: of two countries in a row the first stands for both, and assemble/basis/area reads the row. */
static bool is_town_beside(const Analysis *a, const PlaceMention *place, const PlaceMention *other)
{
    bool beside = place < other ? is_beside(a, place, other) : is_beside(a, other, place);
    return beside && place_tells_where(a, other) && str_equal(place->place.country, other->place.country);
}

/* The next place to that side; what has no country ("the Black Sea port of") only says where the next lies. */
static const PlaceMention *neighbour(const Analysis *a, const PlaceMention *place, int step)
{
    const PlaceMention *end = a->places + a->place_count;
    for (const PlaceMention *p = place; step < 0 ? p > a->places : p + 1 < end;) {
        p += step;
        if (p->place.country.len > 0)
            return p;
    }
    return NULL;
}

bool claim_place_is_of_several(const Analysis *a, const PlaceMention *place)
{
    const PlaceMention *before = neighbour(a, place, -1);
    const PlaceMention *behind = neighbour(a, place, 1);
    return (before && is_town_beside(a, place, before)) || (behind && is_town_beside(a, place, behind));
}

/* Do both tell where somebody came to harm, and the first how many fewer than the second? */
static bool is_term(const Claim *x, const Claim *sum)
{
    return x->kind == KIND_CASUALTY && x->outcome == sum->outcome && x->sentence.start == sum->sentence.start &&
           x->place && x->place->place.country.len > 0 && x->has_count && x->count.low < sum->count.low;
}

bool claim_place_is_of_term(const Analysis *a, const Claim *sum)
{
    bool here = false;
    bool abroad = false;
    for (size_t i = a->claim_count; sum->total && i > 0; i--) {
        const Claim *x = &a->claims[i - 1];
        if (x == sum || !is_term(x, sum))
            continue;
        bool same = str_equal(x->place->place.country, sum->place->place.country);
        here = here || same;
        abroad = abroad || !same;
    }
    return here && abroad;
}

/* "Two died in Sake, [taking the nationwide toll to 19]": of the land, not of the town. */
static bool is_of_land(const Analysis *a, Span passage)
{
    return analysis_tells_value(a, analysis_token(a, passage.start), analysis_token(a, passage.end), "PLACE_WIDER",
                                "land");
}

/* "[The Cuban death toll rose to 11], while 52 died in Haiti": the place, or its people, right before the toll, by its number
 * and 1; 0 where none owns it. */
static size_t owner_of_toll(const Analysis *a, Span passage)
{
    uint16_t cls = analysis_class(a, "PLACE_WIDER");
    uint32_t last = analysis_token(a, passage.end);
    uint32_t m = mention_may_be(&a->mentions, cls)
                     ? mention_within(&a->mentions, analysis_token(a, passage.start), last, cls)
                     : MENTION_NONE;
    while (m != MENTION_NONE && !str_equal(analysis_value(a, &a->mentions.items[m]), STR("toll")))
        m = mention_within_after(&a->mentions, m, last);
    return m == MENTION_NONE ? 0 : analysis_first_place(a, mention_span(&a->tokens, &a->mentions.items[m]).start);
}

/* "[The Kenyan toll rose to nine] on Friday in Quetta": where they died, of whatever people they were. */
static bool is_told_with(const Analysis *a, Span passage, const PlaceMention *place)
{
    uint32_t last = analysis_token(a, place->span.start);
    if (place->span.start < passage.end || !place_is_told_at(a, place))
        return false;
    for (uint32_t t = analysis_token(a, passage.end); t < last; t++)
        if (syntax_is_finite(a->syntax->tags[t]) || a->syntax->tags[t] == TAG_COMMA)
            return false;
    return true;
}

/* A division that is named to say who speaks: "the governor of [Borno] said". */
static bool is_speakers_division(const Analysis *a, const PlaceMention *place)
{
    return place_has_role(a, place, ROLE_SPEAKERS) && place_has_role(a, place, ROLE_PLACE) && !place_is_spot(place) &&
           place->place.precision != PRECISION_COUNTRY;
}

/* "The governor of Borno said nine had died. The governor of Yobe said four had": each tells of their own, where the report names no town
 * for it. NULL where one alone speaks, who may tell of anything. */
static const PlaceMention *of_own_division(const Analysis *a, const Sentence *sentence, const PlaceMention *found)
{
    const PlaceMention *own = NULL;
    bool another = false;
    for (size_t i = analysis_first_place(a, sentence->span.start); analysis_place_before(a, i, sentence->span.end); i++)
        own = is_speakers_division(a, &a->places[i]) ? &a->places[i] : own;
    if (!own || (found && place_is_spot(found)))
        return NULL;
    for (size_t i = 0; i < a->place_count && !another; i++)
        another = is_speakers_division(a, &a->places[i]) && !place_meets(&a->places[i].place, &own->place) &&
                  str_equal(a->places[i].place.country, own->place.country);
    return another ? own : NULL;
}

const PlaceMention *claim_place(const Analysis *a, const Sentence *sentence, Span passage)
{
    const PlaceMention *found = wider(a, sentence, innermost(a, nearest(a, sentence, passage)));
    size_t owner = owner_of_toll(a, passage);
    if (owner > 0 && !(found && a->places[owner - 1].people && is_told_with(a, passage, found)))
        return &a->places[owner - 1];
    if (found && place_says_where(a, found) && place_tells_where(a, found - 1))
        found--;
    found = finer(a, sentence, owned(a, found));
    bool named = found != NULL;
    found = found ? found : above(a, sentence);
    found = found ? found : subject(a, sentence, passage);
    const PlaceMention *own = named ? NULL : of_own_division(a, sentence, found);
    found = own ? own : found;
    found = found ? event_place_for(a, sentence, found) : NULL;
    bool share = found && span_holds(sentence->span, found->span) && is_of_another_share(a, sentence, passage, found);
    if (found && is_of_land(a, passage))
        return event_place_land(a, found);
    return share ? NULL : found;
}
