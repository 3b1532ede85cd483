#include "assemble/incident/several.h"

#include "assemble/basis/traits.h"
#include "extract/event/disaster.h"

enum {
    LEAD = 3,       /* sentences with which a report says what it is about */
    LEAST_TOTAL = 2 /* one person is killed by one attack */
};

static bool is_land(const PlaceMention *place)
{
    Precision precision = place ? place->place.precision : PRECISION_NONE;
    return precision == PRECISION_DISTRICT || precision == PRECISION_REGION || precision == PRECISION_COUNTRY;
}

/* Of a district the map tells no bounds. */
static bool holds(const Place *land, const Place *place)
{
    enum { DISTRICT_KM = 60 };
    bool off_map = place->country.len == 0;
    return off_map || place_holds(land, place) ||
           (land->precision == PRECISION_DISTRICT && land->has_point && place->has_point &&
            !place_is_far(land, place, DISTRICT_KM));
}

/* A number of people killed or hurt, told as news. */
static bool is_figure(const Claim *claim)
{
    bool harm = claim->outcome == OUTCOME_KILLED || claim->outcome == OUTCOME_INJURED;
    return claim->kind == KIND_CASUALTY && harm && claim->has_count && claim->count_form != COUNT_WORD &&
           claim->stance == STANCE_ASSERTS && !claim->former && !claim->total && claim->count.low > 0;
}

/* May the figure tell of one of the attacks? What words set apart ("Separately, …") may too. */
static bool is_news(const Claim *claim)
{
    return !claim->background || claim->elsewhere;
}

/* The first number of those killed, in the sentences that the text opens with. */
static const Claim *find_total(const Extraction *x)
{
    const Claim *total = NULL;
    for (size_t i = 0; i < x->claim_count; i++) {
        const Claim *claim = &x->claims[i];
        bool lead = x->sentence_count <= LEAD || claim->sentence.start < x->sentences[LEAD].start;
        if (lead && is_figure(claim) && claim->outcome == OUTCOME_KILLED && claim->part_of < 0 && !claim->background &&
            !claim->again && claim->count.low >= LEAST_TOTAL && !document_in_headline(x->document, claim->evidence) &&
            (!total || claim->evidence.start < total->evidence.start))
            total = claim;
    }
    return total;
}

/* The people of one class may be among those of the other. */
static bool may_be_among(const Claim *claim, const Claim *total)
{
    bool fighters = claim->victim_class == CLASS_MILITANT;
    if (total->victim_class == CLASS_UNKNOWN)
        return !fighters;
    return claim->victim_class == total->victim_class || claim->victim_class == CLASS_UNKNOWN;
}

/* "40 people died, 23 of them in Alba": a part told in the total's own sentence, of a place that it names. */
static bool is_placed_part(const Extraction *x, const Claim *claim, const Claim *total)
{
    return claim->part_of >= 0 && &x->claims[claim->part_of] == total && claim_names_place(claim) &&
           !is_land(claim->place) && claim->place->span.start > claim->evidence.start &&
           !(total->place && place_same(&claim->place->place, &total->place->place));
}

static bool is_addend(const Extraction *x, const Claim *claim, const Several *several)
{
    const Claim *total = several->total;
    if (!is_figure(claim) || !is_news(claim) || claim->again || claim->outcome != total->outcome ||
        document_in_headline(x->document, claim->evidence) || claim->count.low >= several->sum.low ||
        !may_be_among(claim, total) || claim->named ||
        (claim->count_form == COUNT_DESCRIBED && !claim_names_place(claim)))
        return false;
    return claim->part_of >= 0 ? is_placed_part(x, claim, total) : claim->sentence.start > total->sentence.start;
}

/* Does the sentence of the total name the place? */
static bool names_place(const Extraction *x, const Claim *total, const PlaceMention *place)
{
    for (size_t i = place_first_from(x->places, x->place_count, total->sentence.start);
         i < x->place_count && x->places[i].span.start < total->sentence.end; i++)
        if (!x->places[i].people && place_same(&x->places[i].place, &place->place))
            return true;
    return false;
}

/* Does the sentence of the number say where all of them were? A dateline does not. */
static bool says_where(const Extraction *x, const Claim *total)
{
    return total->place && claim_names_place(total) &&
           !str_equal(span_text(x->document->text, total->place->span), x->dateline_place);
}

/* May the number of all be told of the place too: its sentence names the place, or a land that holds it, or says of no place? */
static bool may_hold(const Extraction *x, const Claim *total, const PlaceMention *place)
{
    if (!says_where(x, total))
        return true;
    return names_place(x, total, place) || (is_land(total->place) && holds(&total->place->place, &place->place));
}

/* The same people told of twice: as many, in a place that has them already. */
static bool is_told(const Extraction *x, const Claim *claim, const Several *several)
{
    for (const Claim *before = x->claims; before < claim; before++)
        if (is_addend(x, before, several) && before->place && place_same(&before->place->place, &claim->place->place) &&
            before->sentence.start != claim->sentence.start && before->count.low == claim->count.low)
            return true;
    return false;
}

/* Is a number told of the place that is no part of all? */
static bool has_as_many(const Extraction *x, const Several *several, const PlaceMention *place)
{
    for (size_t i = 0; i < x->claim_count; i++) {
        const Claim *claim = &x->claims[i];
        if (is_figure(claim) && is_news(claim) && claim->outcome == several->total->outcome && claim->place &&
            claim->sentence.start > several->total->sentence.start && claim->count.low >= several->sum.low &&
            !document_in_headline(x->document, claim->evidence) && place_same(&claim->place->place, &place->place))
            return true;
    }
    return false;
}

static void add_place(Several *several, const PlaceMention *place)
{
    for (size_t i = 0; i < several->count; i++)
        if (place_same(&several->places[i]->place, &place->place))
            return;
    if (several->count < SEVERAL_ROOM)
        several->places[several->count++] = place;
}

/* All of those of its kind whom the sentence of the number tells to have been hurt there: "fifteen guards and six clerks". */
static Interval sum_of(const Extraction *x, const Claim *total)
{
    Interval sum = total->count;
    for (size_t i = 0; i < x->claim_count; i++) {
        const Claim *claim = &x->claims[i];
        if (claim != total && is_figure(claim) && claim->part_of < 0 && claim->outcome == total->outcome &&
            claim->sentence.start == total->sentence.start && claim->place == total->place &&
            (claim->victim_class != total->victim_class || span_overlaps(claim->evidence, total->evidence)))
            sum = interval_add(sum, claim->count);
    }
    return sum;
}

/* A land whose attacks the number is of with those of another: "in Mali and Burkina Faso". */
static bool is_one_of_lands(const Extraction *x, const Claim *total, const PlaceMention *place)
{
    bool other = false;
    for (size_t i = place_first_from(x->places, x->place_count, total->sentence.start);
         i < x->place_count && x->places[i].span.start < total->sentence.end; i++)
        other = other || (!x->places[i].people && !place_meets(&x->places[i].place, &place->place));
    return other && names_place(x, total, place);
}

/* Of a land the number may be of villages that are on no map; of a town it is of other towns, and none of its streets and quarters. */
static bool lies_apart(const Extraction *x, const Claim *total, const PlaceMention *place)
{
    enum { APART_KM = 15 };
    if (says_where(x, total) && is_land(total->place))
        return !place_same(&place->place, &total->place->place);
    return place->place.has_point && (!total->place || place_is_far(&total->place->place, &place->place, APART_KM));
}

/* May the place be that of a part: another than the number's own? */
static bool is_own(const Extraction *x, const Claim *total, const PlaceMention *place)
{
    bool country = place->place.precision == PRECISION_COUNTRY;
    bool outer = total->place && place_holds(&place->place, &total->place->place);
    return (!country && !outer && lies_apart(x, total, place)) || is_one_of_lands(x, total, place);
}

bool several_is_all(const Several *several, const Claim *claim)
{
    const Claim *total = several->total;
    return several->count > 0 && claim->kind == KIND_CASUALTY && claim->has_count &&
           ((claim->outcome == total->outcome && claim->count.low >= several->sum.low) ||
            (claim->part_of < 0 && claim->sentence.start <= total->sentence.start));
}

bool several_holds(const Several *several, const Claim *claim)
{
    if (!claim->place || several->count == 0 || several_is_all(several, claim))
        return false;
    for (size_t i = 0; i < several->count; i++)
        if (place_same(&several->places[i]->place, &claim->place->place))
            return true;
    return false;
}

static size_t count_hurt(const Extraction *x, const Several *several)
{
    size_t hurt = 0;
    for (size_t i = 0; i < several->count; i++) {
        bool told = false;
        for (size_t k = 0; k < x->claim_count && !told; k++) {
            const Claim *claim = &x->claims[k];
            told = is_figure(claim) && claim->outcome == OUTCOME_INJURED && several_holds(several, claim) &&
                   place_same(&claim->place->place, &several->places[i]->place);
        }
        hurt += told;
    }
    return hurt;
}

enum { MOST_ADDENDS = 64 };

/* What may be parts, in the order of the text; at most so many. */
static size_t find_addends(const Extraction *x, const Several *several, const Claim *out[MOST_ADDENDS])
{
    size_t count = 0;
    for (size_t i = 0; i < x->claim_count && count < MOST_ADDENDS; i++) {
        const Claim *claim = &x->claims[i];
        if (!is_addend(x, claim, several) || !claim->place || !may_hold(x, several->total, claim->place) ||
            is_told(x, claim, several) || has_as_many(x, several, claim->place))
            continue;
        size_t at = count++;
        for (; at > 0 && out[at - 1]->evidence.start > claim->evidence.start; at--)
            out[at] = out[at - 1];
        out[at] = claim;
    }
    return count;
}

Several several_find(const Extraction *x)
{
    enum { LEAST_PARTS = 3 };
    Several several = {.total = find_total(x)};
    const Claim *total = several.total;
    if (!total)
        return several;
    several.sum = sum_of(x, total);
    int64_t sum = 0;
    const PlaceMention *first = NULL;
    bool apart = false; /* the figures are of two places or more */
    const Claim *addends[MOST_ADDENDS];
    size_t count = find_addends(x, &several, addends);
    for (size_t i = 0; i < count && !several.whole; i++) {
        const Claim *claim = addends[i];
        int64_t part =
            interval_printed(claim->count_form, claim->count); /* "96 in all, more than 79 of them in Goma" */
        if (sum + part > several.sum.high)
            break;
        sum += part;
        first = first ? first : claim->place;
        apart = apart || !place_meets(&first->place, &claim->place->place);
        if (is_own(x, total, claim->place))
            add_place(&several, claim->place);
        several.whole = apart && sum == several.sum.low;
    }
    bool land = !says_where(x, total) || is_land(total->place);
    bool most = several.count > 1 && 3 * sum > 2 * several.sum.low;
    bool known = several.whole ? several.count > 0 : land && (most || several.count >= LEAST_PARTS);
    if (!known || !disaster_is_none(x))
        return (Several){0};
    several.hurt = count_hurt(x, &several);
    return several;
}
