#include "assemble/basis/traits.h"

#include "assemble/basis/traits_days.h"
#include "assemble/basis/traits_type.h"
#include "extract/event/disaster.h"
#include "extract/event/event_type.h"
#include "match/gazetteer.h"

enum {
    OWN_TOWN_KM = 20, /* beyond it a place is no quarter of the town */
};

bool claim_tells_event(const Claim *claim)
{
    return claim->kind == KIND_ATTACK || claim->kind == KIND_CASUALTY;
}

bool place_is_far(const Place *a, const Place *b, double km)
{
    return a->has_point && b->has_point && place_distance_km(a->lat_deg, a->lon_deg, b->lat_deg, b->lon_deg) > km;
}

bool place_may_hold(const Place *named, const Place *other)
{
    return named->name.len > 0 && str_begins(named->admin1, named->name) && str_equal(named->admin1, other->admin1) &&
           str_equal(named->country, other->country);
}

/* A region or district of the country, or what is not on the map: a village, a street, a mine. */
static bool is_part_of_country(const Place *place, const Place *country)
{
    bool off_map = place->precision == PRECISION_NONE && place->country.len == 0 && place->name.len > 0;
    bool division = place->precision == PRECISION_REGION || place->precision == PRECISION_DISTRICT;
    return off_map || (division && place_holds(country, place));
}

/* Told of days that are none of the town's event, in a region that does not hold it: on its days the name may be one of the town's. */
static bool is_of_another_region(const Claim *claim, const Place *region, const Place *town, Window own)
{
    return region->precision == PRECISION_REGION && town->admin1.len > 0 && !place_holds(region, town) &&
           !place_may_hold(town, region) && claim_states_days(claim) && window_is_known(claim->window) &&
           window_is_known(own) && !window_overlaps(claim->window, own);
}

bool claim_is_local(const Claim *claim, const Incident *incident)
{
    if (!claim_names_place(claim) || !incident->place)
        return false;
    const Place *town = &claim->place->place;
    const Place *own = &incident->place->place;
    bool countries = town->precision == PRECISION_COUNTRY || own->precision == PRECISION_COUNTRY;
    if (!countries && town->country.len > 0 && own->country.len > 0 && !str_equal(town->country, own->country))
        return true; /* across the border */
    if (own->precision == PRECISION_COUNTRY && is_part_of_country(town, own))
        return true;
    if (!place_is_spot(claim->place))
        return place_is_spot(incident->place) && is_of_another_region(claim, town, own, incident->window);
    if (place_is_spot(incident->place))
        return !place_same(own, town) && place_is_far(own, town, OWN_TOWN_KM) && !place_may_hold(own, town) &&
               !place_may_hold(town, own);
    return place_holds(own, town) &&
           !place_may_hold(town, own); /* "in Quetta": the town, or the division of its name */
}

/* A growing set of names in order of first sight. */
typedef struct {
    Str *items;
    size_t count;
    size_t cap;
} Names;

static void put_name(Arena *arena, Names *names, Str name)
{
    for (size_t i = 0; i < names->count; i++)
        if (str_equal(names->items[i], name))
            return;
    if (name.len == 0)
        return;
    names->items = arena_grow(arena, names->items, names->count, &names->cap, sizeof *names->items);
    names->items[names->count++] = name;
}

static void put_names(Arena *arena, Names *names, const Str *more, size_t count)
{
    for (size_t i = 0; i < count; i++)
        put_name(arena, names, more[i]);
}

/* "Kenya" and "Kenyan army" are one side, under the name told first. */
static void put_side(Arena *arena, Names *names, Str *states, const Claim *claim)
{
    for (size_t i = 0; i < names->count && claim->perpetrator_state.len > 0; i++)
        if (str_equal(states[i], claim->perpetrator_state))
            return;
    size_t before = names->count;
    put_names(arena, names, claim->perpetrators, claim->perpetrator_count);
    if (names->count == before + 1)
        states[before] = claim->perpetrator_state;
}

/* A fight has two sides, neither of them perpetrator or target. */
static bool is_fight(const Claim *claim)
{
    return claim->kind == KIND_ATTACK && event_family(claim->type) == FAMILY_FIGHT;
}

static bool names_perpetrator(const Claim *claim)
{
    bool attack = claim->kind == KIND_ATTACK || claim->kind == KIND_CASUALTY;
    bool blame = claim->kind == KIND_RESPONSIBILITY || claim->kind == KIND_ACCUSATION;
    return (attack || blame) && !is_fight(claim) && claim->stance == STANCE_ASSERTS;
}

/* The people harmed in an attack stand behind its targets; who fell in a fight was none. */
static void put_victims(Arena *arena, Names *targets, const Claim *const *claims, size_t count)
{
    bool attacked = false;
    for (size_t i = 0; i < count; i++)
        attacked = attacked || (claims[i]->kind == KIND_ATTACK && !str_equal(claims[i]->type, STR("other")) &&
                                !is_fight(claims[i]));
    for (size_t i = 0; i < count && attacked; i++)
        if (claims[i]->kind == KIND_CASUALTY)
            put_names(arena, targets, claims[i]->targets, claims[i]->target_count);
}

/* The name that most claims of what is no attack give it, first. */
static void put_leading_first(const Claim *const *claims, size_t count, Names *tactics)
{
    size_t best = 0;
    size_t most = 0;
    for (size_t i = 0; i < tactics->count; i++) {
        size_t votes = 0;
        for (size_t k = 0; k < count; k++)
            votes += claims[k]->kind == KIND_ATTACK && str_equal(claims[k]->type, STR("other")) &&
                     claims[k]->tactic_count > 0 && str_equal(claims[k]->tactics[0], tactics->items[i]);
        best = votes > most ? i : best;
        most = votes > most ? votes : most;
    }
    for (; best > 0; best--) {
        Str before = tactics->items[best - 1];
        tactics->items[best - 1] = tactics->items[best];
        tactics->items[best] = before;
    }
}

static size_t perpetrators_in(const Claim *const *claims, size_t count)
{
    size_t all = 0;
    for (size_t i = 0; i < count; i++)
        all += claims[i]->perpetrator_count;
    return all;
}

static void fill_names(const Claim *const *claims, size_t count, Incident *out, Arena *arena)
{
    Names tactics = {NULL, 0, 0};
    Names targets = {NULL, 0, 0};
    Names perpetrators = {NULL, 0, 0};
    Str *states = ARENA_ARRAY(arena, Str, perpetrators_in(claims, count) + 1);
    for (size_t i = 0; i < count; i++) {
        put_names(arena, &tactics, claims[i]->tactics, claims[i]->tactic_count);
        if (claims[i]->kind != KIND_CASUALTY && !is_fight(claims[i]) && !claims[i]->spoken_of)
            put_names(arena, &targets, claims[i]->targets, claims[i]->target_count);
        if (names_perpetrator(claims[i]))
            put_side(arena, &perpetrators, states, claims[i]);
    }
    out->sure_target_count = targets.count;
    put_victims(arena, &targets, claims, count);
    put_leading_first(claims, count, &tactics);
    out->tactics = tactics.items;
    out->tactic_count = tactics.count;
    out->targets = targets.items;
    out->target_count = targets.count;
    out->perpetrators = perpetrators.items;
    out->perpetrator_count = perpetrators.count;
}

bool traits_is_disaster(const Incident *incident)
{
    return disaster_of(incident->type, incident->tactics, incident->tactic_count) != NULL;
}

Str traits_event(const Incident *incident)
{
    return traits_is_disaster(incident) ? incident->tactics[0] : incident->type;
}

bool traits_tells_kind(const Claim *claim)
{
    bool things = claim->has_count && !str_equal(claim->unit, STR("attacks")); /* "four towns", "five bridges" */
    return claim->kind == KIND_ATTACK && claim->stance == STANCE_ASSERTS && !claim->background && !claim->spoken_of &&
           (claim->target_count > 0 || things);
}

bool claim_takes_responsibility(const Claim *claim)
{
    return claim->kind == KIND_RESPONSIBILITY && claim->stance != STANCE_DENIES && !str_equal(claim->type, STR("none"));
}

static bool names_attacker(const Claim *claim)
{
    return claim->kind == KIND_ATTACK && claim->stance == STANCE_ASSERTS && claim->perpetrator_count > 0;
}

static bool is_by(const Claim *attack, const Attribution *said)
{
    for (size_t p = 0; p < attack->perpetrator_count; p++) {
        Str who = attack->perpetrators[p];
        if (str_find(said->speaker, who, 0) != SIZE_MAX || str_equal(said->group, who))
            return true;
    }
    return false;
}

/* Does whoever an attack is told to be by deny something of the incident? */
static bool do_attackers_deny(const Claim *const *claims, size_t count)
{
    for (size_t d = 0; d < count; d++) {
        const Attribution *said = claims[d]->kind == KIND_DENIAL ? claims[d]->attribution : NULL;
        for (size_t i = 0; said && i < count; i++)
            if (names_attacker(claims[i]) && is_by(claims[i], said))
                return true;
    }
    return false;
}

static bool denies(const Claim *claim)
{
    return claim->kind == KIND_DENIAL || (claim->kind == KIND_RESPONSIBILITY && claim->stance == STANCE_DENIES);
}

/* Do both claims come from one side? Not where a speaker is unknown. */
static bool is_one_side(const Claim *a, const Claim *b)
{
    const Attribution *x = a->attribution;
    const Attribution *y = b->attribution;
    if (!x || !y || a->party != b->party)
        return false;
    if (a->party == PARTY_GOVERNMENT)
        return str_equal(x->state, y->state);
    return x->group.len > 0 ? str_equal(x->group, y->group) : str_equal(x->speaker, y->speaker);
}

/* Does anybody but whoever tells it deny something of the incident? Who accuses another may deny another thing. */
static bool is_denied(const Claim *told, const Claim *const *claims, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (denies(claims[i]) && !is_one_side(told, claims[i]))
            return true;
    return false;
}

/* Who did it: a party's own claim, another's allegation (be it only that the attack is told with its name), or both at odds. */
static Responsibility responsibility_of(const Claim *const *claims, size_t count)
{
    bool claimed = false;
    bool accepted = false;
    bool alleged = false;
    bool denied = false;
    bool named = false;
    for (size_t i = 0; i < count; i++) {
        const Claim *claim = claims[i];
        bool takes = claim_takes_responsibility(claim);
        bool accuses = claim->kind == KIND_ACCUSATION && claim->stance != STANCE_DENIES;
        claimed = claimed || takes;
        accepted = accepted || (takes && claim->party == PARTY_GOVERNMENT);
        alleged = alleged || accuses;
        denied = denied || ((takes || accuses) && is_denied(claim, claims, count));
        named = named || names_attacker(claim);
    }
    if (denied || (named && do_attackers_deny(claims, count)))
        return RESPONSIBILITY_CONTESTED;
    if (claimed)
        return accepted ? RESPONSIBILITY_ACCEPTED : RESPONSIBILITY_CLAIMED;
    return alleged || named ? RESPONSIBILITY_ALLEGED : RESPONSIBILITY_UNKNOWN;
}

/* What a place of an event may be: the narrower, the better. */
typedef enum { RANK_SPOT, RANK_VILLAGE, RANK_REGION, RANK_DATELINE, RANK_COUNTRY, RANK_COUNT } PlaceRank;

/* What no map has, with no more than the middle of the region that it lies in: a village, a district. */
static bool is_village(const Place *place)
{
    return place->id.len == 0 && place->name.len > 0 && place->country.len > 0;
}

/* The dateline's town is a guess at where it was, and so says less than a region that the text gives. */
static PlaceRank rank_of(const PlaceMention *place, Span dateline)
{
    if (!span_is_empty(dateline) && place->span.start == dateline.start)
        return RANK_DATELINE;
    if (place_is_spot(place))
        return RANK_SPOT;
    if (is_village(&place->place))
        return RANK_VILLAGE;
    return place->place.precision == PRECISION_COUNTRY ? RANK_COUNTRY : RANK_REGION;
}

/* Where a part died ("including 20 in Goma", "12 in Goma and nine in Sake") says not where the whole did. */
static bool tells_place(const Claim *claim, bool shares)
{
    return claim_tells_event(claim) && claim->place && claim->part_of < 0 && (shares || !claim->shared_out);
}

/* Places told by attacks before those told by casualties; of one of two ranks. */
static const PlaceMention *place_of_rank(const Claim *const *claims, size_t count, Span dateline, PlaceRank rank,
                                         PlaceRank or_rank, bool shares)
{
    static const ClaimKind KINDS[] = {KIND_ATTACK, KIND_CASUALTY};
    for (size_t k = 0; k < sizeof KINDS / sizeof KINDS[0]; k++)
        for (size_t i = 0; i < count; i++) {
            if (claims[i]->kind != KINDS[k] || !tells_place(claims[i], shares))
                continue;
            PlaceRank own = rank_of(claims[i]->place, dateline);
            if (own == rank || own == or_rank)
                return claims[i]->place;
        }
    return NULL;
}

/* The one village that the claims tell of, of which it is told where it lies; where they tell of several, what holds them says more. */
static const PlaceMention *only_village(const Claim *const *claims, size_t count, Span dateline, bool shares)
{
    const PlaceMention *first = place_of_rank(claims, count, dateline, RANK_VILLAGE, RANK_VILLAGE, shares);
    for (size_t i = 0; first && i < count; i++)
        if (tells_place(claims[i], shares) && rank_of(claims[i]->place, dateline) == RANK_VILLAGE &&
            !str_equal(claims[i]->place->place.name, first->place.name))
            return NULL;
    return first && first->place.has_point ? first : NULL;
}

/* The place of the first sentence that gives one. */
static const PlaceMention *place_told_first(const Claim *const *claims, size_t count, Span dateline)
{
    const Claim *first = NULL;
    for (size_t i = 0; i < count; i++) {
        if (!tells_place(claims[i], false) || rank_of(claims[i]->place, dateline) > RANK_REGION)
            continue;
        if (!first || claims[i]->sentence.start < first->sentence.start)
            first = claims[i];
    }
    return first ? first->place : NULL;
}

/* How many claims tell of the place. */
static size_t count_of(const Claim *const *claims, size_t count, const PlaceMention *place)
{
    size_t told = 0;
    for (size_t i = 0; i < count; i++)
        told += tells_place(claims[i], false) && place_same(&claims[i]->place->place, &place->place);
    return told;
}

/* May the spot lie in the region, or in the district, of which no more is known than its middle? */
static bool may_lie_in(const PlaceMention *spot, const PlaceMention *region)
{
    enum { DISTRICT_KM = 100 };
    const Place *inner = &spot->place;
    const Place *outer = &region->place;
    if (outer->country.len == 0 || inner->country.len == 0 || place_meets(outer, inner) || place_may_hold(inner, outer))
        return true;
    return outer->precision == PRECISION_REGION ? inner->admin1.len == 0 : !place_is_far(outer, inner, DISTRICT_KM);
}

/* A place that the report opens with is better than the town that it was written in, unless that lies in it or is not far away. */
static bool is_elsewhere(const PlaceMention *place, const PlaceMention *written)
{
    enum { AWAY_KM = 60, LEAD_BYTES = 1000 };
    if (place->span.start > written->span.end + LEAD_BYTES)
        return false;
    bool abroad =
        !str_equal(place->place.country, written->place.country); /* a namesake, or it is told more than once */
    return place_is_spot(place) ? !abroad && place_is_far(&place->place, &written->place, AWAY_KM)
                                : !place_meets(&place->place, &written->place);
}

static const PlaceMention *place_among(const Claim *const *claims, size_t count, Span dateline, bool shares)
{
    const PlaceMention *best = place_of_rank(claims, count, dateline, RANK_SPOT, RANK_DATELINE, shares);
    const PlaceMention *spot = place_of_rank(claims, count, dateline, RANK_SPOT, RANK_SPOT, shares);
    const PlaceMention *region = place_of_rank(claims, count, dateline, RANK_REGION, RANK_VILLAGE, shares);
    const PlaceMention *village = only_village(claims, count, dateline, shares);
    if (village && (!region || may_lie_in(village, region)))
        region = village;
    if (best && rank_of(best, dateline) == RANK_DATELINE) {
        const PlaceMention *told = spot ? spot : region;
        if (!told || !is_elsewhere(told, best))
            return best;
    }
    const PlaceMention *first = place_told_first(claims, count, dateline);
    if (spot && first && !place_is_spot(first) && !may_lie_in(spot, first) && count_of(claims, count, first) > 1)
        return first; /* "Gunmen raided Vale district ... In Brena, a town far away, ..." is of Vale */
    if (spot && village && count_of(claims, count, village) > count_of(claims, count, spot))
        return village; /* where more is told to have been than in the town of the hospital */
    if (spot)
        return spot;
    const PlaceMention *country = place_of_rank(claims, count, dateline, RANK_COUNTRY, RANK_COUNTRY, shares);
    bool abroad = region && country && region->place.country.len > 0 && !place_holds(&country->place, &region->place);
    return region && !(abroad && country->span.start < region->span.start) ? region : country;
}

const PlaceMention *traits_place(const Claim *const *claims, size_t count, Span dateline)
{
    const PlaceMention *place = place_among(claims, count, dateline, false);
    return place ? place : place_among(claims, count, dateline, true);
}

/* An attempt, or foiled, where half of the attacks told were: a wave in which one attack failed did not fail. */
static unsigned status_of(const Claim *const *claims, size_t count)
{
    const unsigned failed = STATUS_ATTEMPTED | STATUS_FOILED;
    unsigned status = 0;
    size_t told = 0;
    size_t fell = 0;
    for (size_t i = 0; i < count; i++) {
        if (claims[i]->kind != KIND_ATTACK)
            continue;
        status |= claims[i]->status & (failed | STATUS_COMPLETED);
        told += !claims[i]->spoken_of;
        fell += (claims[i]->status & failed) != 0;
    }
    return fell * 2 >= told ? status : status & ~failed;
}

/* Is somebody else said to have done it than who takes responsibility in the claim? */
static bool is_done_by_others(const Claim *const *claims, size_t count, const Claim *taken)
{
    bool told = false;
    for (size_t i = 0; i < count; i++) {
        for (size_t p = 0; names_attacker(claims[i]) && p < claims[i]->perpetrator_count; p++)
            for (size_t k = 0; k < taken->perpetrator_count; k++)
                if (str_equal(claims[i]->perpetrators[p], taken->perpetrators[k]))
                    return false;
        told = told || names_attacker(claims[i]);
    }
    return told;
}

/* "US strikes killed nine at Ras Isa. The Houthis claimed responsibility for missiles fired at Israel": for something else, in another country. */
static bool is_taken_for_elsewhere(const Claim *const *claims, size_t count, const Claim *claim,
                                   const PlaceMention *there)
{
    if (claim->kind != KIND_RESPONSIBILITY || !there || !claim->place ||
        !span_holds(claim->sentence, claim->place->span))
        return false;
    Str own = claim->place->place.country;
    Str country = there->place.country;
    return own.len > 0 && country.len > 0 && !str_equal(own, country) && is_done_by_others(claims, count, claim);
}

void traits_fill(const Claim *const *all, size_t all_count, Incident *out, Arena *arena)
{
    if (!out->place)
        out->place = traits_place(all, all_count, (Span){0, 0});
    const Claim **claims = ARENA_ARRAY(arena, const Claim *, all_count + 1);
    size_t count = 0;
    for (size_t i = 0; i < all_count; i++)
        if (!is_taken_for_elsewhere(all, all_count, all[i], out->place))
            claims[count++] = all[i];
    fill_names(claims, count, out, arena);
    out->type = traits_type(claims, count);
    if (out->type.len == 0) /* whom the report accuses of something, where no attack is told */
        out->perpetrator_count = 0;
    out->responsibility = responsibility_of(claims, count);
    out->status = status_of(claims, count);
    Window window = traits_days(claims, count, out->background);
    if (window_is_known(window))
        out->window = window;
}
