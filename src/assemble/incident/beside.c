#include "assemble/incident/beside.h"

#include "assemble/basis/traits.h"
#include "assemble/incident/beside_claim.h"
#include "extract/event/disaster.h"

enum {
    LEAD = 3, /* sentences with which a report opens */
    WIDEST_DAYS = 3,
    LEAST_PEOPLE = 2,
    FAR_KM = 40 /* nearer, they are two names for where one event was: the suburb, the city */
};

static bool is_before(const Claim *claim, Window own)
{
    return claim_states_days(claim) && window_is_known(own) && claim->window.last < own.first;
}

/* A toll of several: who was hurt in one town may die in another later, alone. */
static bool is_a_toll(const Claim *claim)
{
    return beside_is_toll(claim, LEAST_PEOPLE);
}

static bool is_an_event(const Claim *claim)
{
    return is_a_toll(claim) || (beside_may_tell(claim) && claim->kind == KIND_ATTACK);
}

/* May the claim tell of an event beside the report's own? Of a region, only if of days before: nobody whom the report's own event
 * hurt can have died there, so that one death is enough. */
static bool may_be_beside(const Claim *claim, Window own)
{
    Precision precision = claim->place ? claim->place->place.precision : PRECISION_NONE;
    bool region = precision == PRECISION_REGION;
    if (beside_is_town(claim->place) || ((region || precision == PRECISION_DISTRICT) && claim->elsewhere))
        return is_an_event(claim);
    return region && is_before(claim, own) && (beside_is_toll(claim, 1) || is_an_event(claim));
}

static bool names_place(const Claim *claim, const PlaceMention *place)
{
    return !span_is_empty(place->span) && span_holds(claim->sentence, place->span);
}

/* "On Saturday a bomb hit a wedding in Brena. Thirty were killed.": of the place and days that the sentence before tells of an attack. */
static bool goes_on(const Extraction *x, const Claim *claim)
{
    for (size_t i = 0; i < x->claim_count && !claim_states_days(claim) && window_is_known(claim->window); i++) {
        const Claim *attack = &x->claims[i];
        if (attack->kind == KIND_ATTACK && claim_states_days(attack) && window_equal(attack->window, claim->window) &&
            attack->place && claim->place && place_same(&attack->place->place, &claim->place->place) &&
            names_place(attack, attack->place) && attack->sentence.end <= claim->sentence.start)
            return true;
    }
    return false;
}

/* Is anything of the report's own days, or of no days that it states, told of the town? */
static bool is_home(const Extraction *x, Window own, const PlaceMention *place)
{
    for (size_t i = 0; i < x->claim_count; i++) {
        const Claim *claim = &x->claims[i];
        bool land = claim->place && claim->place->place.precision != PRECISION_COUNTRY && !beside_is_town(place);
        bool placed = beside_is_town(claim->place) || land;
        if (!claim->background && claim->scene == 0 && claim_tells_event(claim) && placed &&
            place_meets(&claim->place->place, &place->place) &&
            ((!claim_states_days(claim) && !goes_on(x, claim)) || window_overlaps(claim->window, own)))
            return true;
    }
    return false;
}

/* Does the report tell an event of its own days, in some town or nowhere said? One of a region may be that of the other place. */
static bool has_home(const Extraction *x, Window own, const PlaceMention *other)
{
    if (!window_is_known(own))
        return false;
    for (size_t i = 0; i < x->claim_count; i++) {
        const Claim *claim = &x->claims[i];
        bool elsewhere = !claim->place || beside_is_town(claim->place) ||
                         (!beside_is_town(other) && !place_meets(&claim->place->place, &other->place));
        if (is_an_event(claim) && !claim->elsewhere && elsewhere && claim_states_days(claim) &&
            window_overlaps(claim->window, own))
            return true;
    }
    return false;
}

static bool is_known(const Beside *events, size_t count, const Claim *claim)
{
    for (size_t i = 0; i < count; i++) {
        if (place_meets(&events[i].place->place, &claim->place->place))
            return true;
    }
    return false;
}

/* The first toll that the report tells: of its own event, where that sentence names a place. */
static const Claim *first_toll(const Extraction *x)
{
    for (size_t i = 0; i < x->claim_count; i++) {
        const Claim *claim = &x->claims[i];
        if (is_a_toll(claim) && !claim->elsewhere)
            return claim->place && names_place(claim, claim->place) ? claim : NULL;
    }
    return NULL;
}

/* "In Brena 14 people were hurt": where it was opens what is told, as no name of a person far behind does. */
static bool opens_with_place(const Claim *claim)
{
    return names_place(claim, claim->place) && claim->place->span.end <= claim->evidence.start;
}

/* Is an attack told of the count's town? Of who was hurt its own sentence must tell it: they may be the first count's, by where they live. */
static bool is_attacked(const Extraction *x, const Claim *count)
{
    for (size_t i = 0; i < x->claim_count; i++) {
        const Claim *claim = &x->claims[i];
        bool near = count->outcome == OUTCOME_KILLED || claim->sentence.start == count->sentence.start;
        if (claim->kind == KIND_ATTACK && beside_may_tell(claim) && beside_is_town(claim->place) && near &&
            place_same(&claim->place->place, &count->place->place) && names_place(claim, claim->place))
            return true;
    }
    return false;
}

/* A village that is on no map is no suburb: what is told of one names the city with it. */
static bool lies_apart(const PlaceMention *place, const PlaceMention *other)
{
    bool off_map = place->place.id.len == 0 || other->place.id.len == 0;
    return off_map || place_is_far(&place->place, &other->place, FAR_KM);
}

/* A second count, told in a sentence of its own that names another place, and neither sentence names the other's. */
static bool is_second_count(const Claim *claim, const Claim *first)
{
    return first && claim != first && beside_is_count(claim, LEAST_PEOPLE) && claim->place &&
           names_place(claim, claim->place) && claim->sentence.start != first->sentence.start &&
           !place_meets(&claim->place->place, &first->place->place) && !names_place(claim, first->place);
}

/* Does the sentence of the count tell an attack of its place? */
static bool tells_attack_there(const Extraction *x, const Claim *count)
{
    for (size_t i = 0; i < x->claim_count; i++) {
        const Claim *claim = &x->claims[i];
        if (claim->kind == KIND_ATTACK && beside_may_tell(claim) && claim->place &&
            claim->sentence.start == count->sentence.start && place_same(&claim->place->place, &count->place->place))
            return true;
    }
    return false;
}

/* A region or a district. */
static bool is_land(const PlaceMention *place)
{
    return place && (place->place.precision == PRECISION_REGION || place->place.precision == PRECISION_DISTRICT);
}

/* In a town, region or district that its own words name? */
static bool is_placed(const Claim *claim)
{
    return claim->place && (beside_is_town(claim->place) || is_land(claim->place)) && names_place(claim, claim->place);
}

/* Does one of the sentences with which the report opens tell it? */
static bool opens(const Extraction *x, const Claim *claim)
{
    return x->sentence_count < LEAD || claim->sentence.start <= x->sentences[LEAD - 1].start;
}

/* The first that one of the sentences with which the report opens tells of a place that it names. */
static const Claim *first_placed(const Extraction *x)
{
    const Claim *first = NULL;
    for (size_t i = 0; i < x->claim_count; i++) {
        const Claim *claim = &x->claims[i];
        if (opens(x, claim) && beside_may_tell(claim) && claim_tells_event(claim) && is_placed(claim) &&
            (!first || claim->sentence.start < first->sentence.start))
            first = claim;
    }
    return first;
}

/* Is the count one of several that the number comes to with which the report opens? "Nine died. [...] In Kivu five were killed, in Ituri four." */
static bool is_summed_up(const Extraction *x, const Claim *count)
{
    for (size_t i = 0; i < x->claim_count; i++) {
        const Claim *sum = &x->claims[i];
        bool holds = sum->victim_class == count->victim_class || sum->victim_class == CLASS_UNKNOWN;
        if (!is_a_toll(sum) || !holds || !opens(x, sum) || sum->sentence.start >= count->sentence.start ||
            sum->count.low <= count->count.low)
            continue;
        for (size_t k = 0; k < x->claim_count; k++) {
            const Claim *other = &x->claims[k];
            if (other != count && beside_is_toll(other, 1) && other->sentence.start != sum->sentence.start &&
                other->count.low + count->count.low <= sum->count.low)
                return true;
        }
    }
    return false;
}

/* Does the region lie apart from where the first claim was: of a village on no map, from the regions that its sentence names? */
static bool lies_apart_from(const Extraction *x, const Place *region, const Claim *home)
{
    if (home->place->place.id.len > 0)
        return place_is_far(region, &home->place->place, FAR_KM);
    bool apart = false;
    for (size_t i = place_first_from(x->places, x->place_count, home->sentence.start);
         i < x->place_count && x->places[i].span.start < home->sentence.end; i++) {
        if (!is_land(&x->places[i]) || x->places[i].people)
            continue;
        if (!place_is_far(region, &x->places[i].place, FAR_KM))
            return false;
        apart = true;
    }
    return apart;
}

/* In another region of the land than what the report opens with, where its own sentence tells the attack. */
static bool is_second_region(const Extraction *x, const Claim *claim, const Claim *home)
{
    return is_land(claim->place) && is_second_count(claim, home) && claim->outcome == OUTCOME_KILLED &&
           str_equal(claim->place->place.country, home->place->place.country) &&
           lies_apart_from(x, &claim->place->place, home) && tells_attack_there(x, claim) && !is_summed_up(x, claim);
}

/* In another town, of which an attack is told. */
static bool is_second_town(const Extraction *x, const Claim *claim, const Claim *first)
{
    return is_second_count(claim, first) && (claim->outcome == OUTCOME_KILLED || opens_with_place(claim)) &&
           beside_is_town(claim->place) && beside_is_town(first->place) && lies_apart(claim->place, first->place) &&
           is_attacked(x, claim);
}

static bool names_country(const Extraction *x, Span sentence, Str country)
{
    for (size_t i = place_first_from(x->places, x->place_count, sentence.start); i < x->place_count; i++) {
        const PlaceMention *place = &x->places[i];
        if (place->span.start >= sentence.end)
            return false;
        if (!place->people && str_equal(place->place.country, country))
            return true;
    }
    return false;
}

/* In another country, which its sentence names and the first toll's does not, nor the other way: an attack is in one of them. */
static bool is_second_country(const Extraction *x, const Claim *claim, const Claim *first)
{
    if (!is_second_count(claim, first) || claim->place->place.precision != PRECISION_COUNTRY ||
        !opens_with_place(claim))
        return false;
    Str here = first->place->place.country;
    Str there = claim->place->place.country;
    return here.len > 0 && there.len > 0 && !str_equal(here, there) && !names_country(x, claim->sentence, here) &&
           !names_country(x, first->sentence, there) && disaster_is_none(x);
}

/* Does the sentence name the place? */
static bool sentence_names(const Extraction *x, Span sentence, const Place *named)
{
    for (size_t i = place_first_from(x->places, x->place_count, sentence.start);
         i < x->place_count && x->places[i].span.start < sentence.end; i++)
        if (place_same(&x->places[i].place, named))
            return true;
    return false;
}

/* Does its sentence count others of the place, too? "One was killed and three were hurt in Goma." */
static bool has_more_there(const Extraction *x, const Claim *count)
{
    for (size_t i = 0; i < x->claim_count; i++) {
        const Claim *claim = &x->claims[i];
        if (claim != count && claim->sentence.start == count->sentence.start && claim->place == count->place &&
            beside_is_new_count(claim, LEAST_PEOPLE))
            return true;
    }
    return false;
}

/* As many as were told of before in another place may be the same people. */
static bool may_be_told(const Extraction *x, const Claim *count)
{
    for (size_t i = 0; i < x->claim_count; i++) {
        const Claim *before = &x->claims[i];
        bool first =
            before->sentence.start < count->sentence.start || document_in_headline(x->document, before->evidence);
        if (first && before->kind == KIND_CASUALTY && before->outcome == count->outcome && before->has_count &&
            before->count.low == count->count.low && !before->elsewhere)
            return true;
    }
    return false;
}

/* In another town or region than the report's own attack, told with the attack by one sentence, or two that follow each other. */
static bool is_second_attack(const Extraction *x, const Claim *claim, const Claim *home)
{
    bool counted = is_placed(claim) && (beside_is_new_count(claim, LEAST_PEOPLE) ||
                                        (beside_is_new_count(claim, 1) && claim->outcome == OUTCOME_KILLED &&
                                         (opens_with_place(claim) || has_more_there(x, claim))));
    if (!home || !counted || claim->sentence.start <= home->sentence.start ||
        place_meets(&claim->place->place, &home->place->place) || names_place(claim, home->place) ||
        sentence_names(x, home->sentence, &claim->place->place) || document_in_headline(x->document, claim->evidence) ||
        !tells_attack_there(x, claim) || is_summed_up(x, claim) || may_be_told(x, claim))
        return false;
    enum { HEAD = 60 }; /* bytes: "In the southern town of Goma" */
    bool told = claim->outcome == OUTCOME_KILLED || claim->place->span.start < claim->sentence.start + HEAD;
    const Place *there = &claim->place->place;
    bool abroad = home->place->place.country.len > 0 && !str_equal(home->place->place.country, there->country);
    return told && !abroad && there->id.len > 0 && lies_apart_from(x, there, home) && disaster_is_none(x);
}

/* Is an attack of the place told by the sentence? */
static bool has_attack(const Extraction *x, Span sentence, const PlaceMention *place)
{
    for (size_t i = 0; i < x->claim_count; i++) {
        const Claim *claim = &x->claims[i];
        if (claim->kind != KIND_ATTACK || claim->background || !claim->place || claim->sentence.start != sentence.start)
            continue;
        bool there = place_same(&claim->place->place, &place->place);
        for (size_t k = 0; k < claim->place_count && !there; k++)
            there = place_same(&claim->places[k]->place, &place->place);
        if (there)
            return true;
    }
    return false;
}

/* "While raiders killed five in Alba, a bomb in Brena killed three": one sentence tells two attacks, each with its place and its people. */
static bool is_other_clause(const Extraction *x, const Claim *claim, const Claim *home)
{
    if (!home || claim == home || claim->shared_out || claim->outcome != OUTCOME_KILLED ||
        home->outcome != OUTCOME_KILLED || claim->sentence.start != home->sentence.start ||
        !beside_is_new_count(claim, 1) || claim->evidence.start <= home->evidence.start ||
        claim->place == home->place || !claim->place || !beside_is_town(claim->place) || !beside_is_town(home->place) ||
        !names_place(claim, claim->place) || document_in_headline(x->document, claim->evidence))
        return false;
    return claim->place->place.id.len > 0 && lies_apart_from(x, &claim->place->place, home) &&
           str_equal(claim->place->place.country, home->place->place.country) &&
           has_attack(x, claim->sentence, claim->place) && has_attack(x, claim->sentence, home->place) &&
           disaster_is_none(x);
}

/* In a place that is none of those of the number of all, which either have come to it already or lie in a land that does not hold the place. */
static bool is_beyond(const Extraction *x, const Claim *claim, const Several *several)
{
    if (several->count == 0 || !is_placed(claim) || !beside_is_new_count(claim, 1) ||
        claim->sentence.start <= several->total->sentence.start || several_is_all(several, claim))
        return false;
    const PlaceMention *all = several->total->place;
    bool outside = all && claim->place->place.country.len > 0 && !place_meets(&claim->place->place, &all->place);
    return (several->whole || outside) && !document_in_headline(x->document, claim->evidence) &&
           tells_attack_there(x, claim);
}

/* The number of several attacks that is none of any, with which the report opens: "nine died in two separate raids". */
static const Claim *round_up_of(const Extraction *x)
{
    for (size_t i = 0; i < x->claim_count; i++) {
        const Claim *claim = &x->claims[i];
        if (opens(x, claim) && claim->campaign && claim->aside && claim->kind == KIND_CASUALTY && claim->has_count &&
            claim->count.low >= LEAST_PEOPLE && !document_in_headline(x->document, claim->evidence))
            return claim;
    }
    return NULL;
}

/* The first that it tells of one of them. */
static const Claim *first_counted(const Extraction *x, const Claim *all)
{
    for (size_t i = 0; i < x->claim_count; i++) {
        const Claim *claim = &x->claims[i];
        if (claim->evidence.start > all->evidence.start && claim->place && beside_is_new_count(claim, 1) &&
            !document_in_headline(x->document, claim->evidence))
            return claim;
    }
    return NULL;
}

/* In a round-up each place that a figure names is that of another attack: towns, and no quarters of one. */
static bool is_of_round_up(const Extraction *x, const Claim *claim, const Claim *first, const Claim *all)
{
    enum { TOWNS_KM = 15 };
    return first && claim != first && beside_is_new_count(claim, 1) && is_placed(claim) &&
           claim->evidence.start > first->evidence.start && !document_in_headline(x->document, claim->evidence) &&
           (claim->outcome != all->outcome || claim->count.low < all->count.low) &&
           !place_meets(&claim->place->place, &first->place->place) &&
           place_is_far(&claim->place->place, &first->place->place, TOWNS_KM) &&
           str_equal(claim->place->place.country, first->place->place.country);
}

/* As many as were told before may be the same people, whatever day and town their sentence names. */
static bool is_told_before(const Extraction *x, const Claim *claim)
{
    for (size_t i = 0; i < x->claim_count; i++) {
        const Claim *before = &x->claims[i];
        if (before->victims.start < claim->victims.start && is_a_toll(before) && before->outcome == claim->outcome &&
            before->count.low == claim->count.low && !document_in_headline(x->document, before->victims))
            return claim->kind == KIND_CASUALTY;
    }
    return false;
}

/* Of other days than the report's own event, or set apart by its words ("Separately, …"). */
static bool is_beside(const Extraction *x, const Claim *claim, Window own)
{
    bool dated = claim_states_days(claim) && window_days(claim->window) <= WIDEST_DAYS;
    bool other = dated && !window_overlaps(claim->window, own) && !is_told_before(x, claim);
    bool beside = claim->elsewhere || (other && has_home(x, own, claim->place));
    return beside && !is_home(x, own, claim->place);
}

size_t beside_find(const Extraction *x, Window own, const Several *several, Beside *out, size_t room)
{
    size_t count = 0;
    const Claim *first = first_toll(x);
    const Claim *round_up = round_up_of(x);
    const Claim *opening = round_up ? first_counted(x, round_up) : NULL;
    bool country = first && first->place->place.precision == PRECISION_COUNTRY;
    const Claim *placed = first && !country && opens(x, first) ? NULL : first_placed(x);
    const Claim *home = placed || country ? placed : first;
    for (size_t i = 0; i < x->claim_count && count < room; i++) {
        const Claim *claim = &x->claims[i];
        bool second = is_second_town(x, claim, first) || is_second_region(x, claim, home) ||
                      is_second_country(x, claim, first) || is_second_attack(x, claim, home) ||
                      is_of_round_up(x, claim, opening, round_up) || is_beyond(x, claim, several) ||
                      is_other_clause(x, claim, home);
        bool beside = second || (may_be_beside(claim, own) && is_beside(x, claim, own));
        if (beside && !several_holds(several, claim) && !is_known(out, count, claim))
            out[count++] = (Beside){claim->place, claim->window, false, 0, claim->elsewhere ? claim->scene : 0};
    }
    return count;
}

size_t beside_find_apart(const Extraction *x, Beside *out, size_t room)
{
    size_t count = 0;
    for (size_t i = 0; i < x->claim_count && count < room; i++) {
        const Claim *claim = &x->claims[i];
        if (claim->elsewhere && may_be_beside(claim, WINDOW_NONE) && is_beside(x, claim, WINDOW_NONE) &&
            !is_known(out, count, claim))
            out[count++] = (Beside){claim->place, claim->window, false, 0, claim->scene};
    }
    return count;
}

size_t beside_scenes(const Extraction *x, Beside *out, size_t room)
{
    size_t count = 0;
    for (size_t i = 0; i < x->claim_count; i++) {
        const Claim *claim = &x->claims[i];
        bool known = claim->scene == 0 || claim->background;
        for (size_t k = 0; k < count && !known; k++)
            known = out[k].scene == claim->scene;
        if (!known && count < room)
            out[count++] = (Beside){claim->place, claim->window, claim->entry, claim->scene, 0};
    }
    return count;
}

int32_t beside_at(const PlaceMention *place, const Beside *events, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (events[i].scene == 0 && place_same(&place->place, &events[i].place->place))
            return (int32_t)i;
    }
    return -1;
}

int32_t beside_of(const Extraction *x, const Claim *claim, const Beside *events, size_t count)
{
    if (claim->part_of >= 0)
        claim = &x->claims[claim->part_of];
    for (size_t i = 0; claim->scene > 0 && i < count; i++)
        if (events[i].scene == claim->scene || events[i].stretch == claim->scene)
            return (int32_t)i;
    return claim->place && beside_is_of_one_town(claim) ? beside_at(claim->place, events, count) : -1;
}
