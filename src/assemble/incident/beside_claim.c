#include "assemble/incident/beside_claim.h"

#include "assemble/basis/traits.h"

bool beside_is_town(const PlaceMention *place)
{
    return place_is_spot(place) || (place && place->place.precision == PRECISION_NONE);
}

bool beside_is_of_one_town(const Claim *claim)
{
    for (size_t i = 0; i < claim->place_count; i++) {
        const PlaceMention *named = claim->places[i];
        bool within = claim->place && (place_meets(&named->place, &claim->place->place) ||
                                       (named->place.id.len == 0 && !beside_is_town(claim->place)));
        if (named != claim->place && beside_is_town(named) && !within)
            return false;
    }
    return true;
}

bool beside_may_tell(const Claim *claim)
{
    bool background = claim->background && !claim->elsewhere;
    bool street = claim->scene > 0 && !claim->elsewhere;
    return !background && !claim->aside && !street && claim->stance == STANCE_ASSERTS && beside_is_of_one_town(claim);
}

bool beside_is_new_count(const Claim *claim, int64_t people)
{
    bool retold = (claim->again && people > 1) || claim->part_of >= 0 || claim->ordinal > 0 || claim->total;
    bool harm = claim->outcome == OUTCOME_KILLED || claim->outcome == OUTCOME_INJURED;
    return beside_may_tell(claim) && claim->kind == KIND_CASUALTY && harm && claim->has_count && !retold &&
           claim->count.low >= people && (people == 1 || claim->count_form != COUNT_DESCRIBED);
}

bool beside_is_count(const Claim *claim, int64_t people)
{
    return beside_is_new_count(claim, people) && !claim->additional;
}

bool beside_is_toll(const Claim *claim, int64_t people)
{
    return claim->outcome == OUTCOME_KILLED && beside_is_count(claim, people);
}
