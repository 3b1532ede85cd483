/*
 * place_distance — towns that only say how far off something lies: "Zorgblat, 58 miles south of the capital, Mogadishu".
 */
#include "extract/place/place_work.h"

enum {
    REACH = 14, /* tokens from the measure to the town */
    FAR = 20,   /* of whatever measure: nearer, it happened at the town */
};

/* "[58] miles": the number of a measure begins at the token; -1 where none does. What has a comma is in thousands. */
static int64_t measure_at(const PlaceWork *w, uint32_t token)
{
    if (!place_has(w, token, TOKEN_NUMBER) || place_cue(w, token + 1, w->cls.near) == NULL)
        return -1;
    Str text = place_text(w, token);
    int64_t number = 0;
    for (size_t i = 0; i < text.len && text.ptr[i] != '.'; i++)
        number = char_is_digit(text.ptr[i]) ? number * 10 + (text.ptr[i] - '0') : number;
    return number;
}

/* Says on which side of a place or what kind of place the next words name: "northeast of", "Somalia's capital,". */
static bool is_of_way(const PlaceWork *w, uint32_t token, const ClassSet *cues)
{
    return place_has(w, token, TOKEN_PUNCT | TOKEN_NUMBER) || w->spot_of[token] != PLACE_NO_SPOT ||
           mention_may_begin_any(&w->a->mentions, token, cues);
}

/* "Vale province [south of] Alba": the division that a side is told of ends right before the token. */
static bool follows_division(const PlaceWork *w, uint32_t token)
{
    token -= token > 0 && place_sign(w, token - 1, ',');
    token -= token > 0 && place_cue(w, token - 1, w->cls.part) != NULL && !place_has(w, token - 1, TOKEN_CAPITAL);
    int outer = token > 0 ? w->spot_of[token - 1] : PLACE_NO_SPOT;
    if (outer == PLACE_NO_SPOT || w->spots[outer].name < 0 || w->spots[outer].people ||
        w->spots[outer].evidence < PLACE_SURE)
        return false;
    PlaceKind kind = w->names[w->spots[outer].name].candidates[place_sense(w, &w->spots[outer])].kind;
    return kind == PLACE_ADMIN1 || kind == PLACE_ADMIN2;
}

/* "Alba, to the north of Goma", "Alba, north of the capital, Goma": the town whose side is told ends right before the words for it. Of a village that is on no map
 * the other town is all that is known of where it lies. */
static bool follows_town(const PlaceWork *w, uint32_t token)
{
    token -= token > 0 && place_ends(w, token, w->cls.determiner);
    token -= token > 0 && place_ends(w, token, w->cls.before);
    token -= token > 0 && place_sign(w, token - 1, ',');
    token -= token > 0 && place_cue(w, token - 1, w->cls.part) != NULL && !place_has(w, token - 1, TOKEN_CAPITAL);
    int town = token > 0 ? w->spot_of[token - 1] : PLACE_NO_SPOT;
    if (town == PLACE_NO_SPOT || w->spots[town].name < 0 || w->spots[town].people ||
        w->spots[town].evidence < PLACE_SURE)
        return false;
    return w->names[w->spots[town].name].candidates[place_sense(w, &w->spots[town])].kind != PLACE_COUNTRY;
}

/* "North [of] Goma", "north [of] the capital, Goma", "north [of] the city of Goma": the word by which the town's side is told; 0: none. */
static uint32_t side_of(const PlaceWork *w, uint32_t first)
{
    uint32_t token = first;
    token -= token > 0 && place_sign(w, token - 1, ',');
    bool kind = token > 1 && place_begins(w, token - 1, w->cls.link) && place_cue(w, token - 2, w->cls.of) != NULL;
    token -= kind ? 2U : token > 0 && place_cue(w, token - 1, w->cls.part) != NULL;
    token -= token > 0 && place_ends(w, token, w->cls.determiner);
    bool side = token > 1 && place_begins(w, token - 1, w->cls.link) && place_begins(w, token - 2, w->cls.side);
    return side ? token - 1 : 0;
}

bool place_is_far_off(const PlaceWork *w, const PlaceSpot *spot)
{
    uint32_t first = spot->first;
    if (first < 2 || !place_together(w, first - 2, first))
        return false;
    if (place_begins(w, first - 1, w->cls.link) && place_begins(w, first - 2, w->cls.side) &&
        follows_division(w, first - 2))
        return true;
    uint32_t of = side_of(w, first);
    if (of > 0 && follows_town(w, of - 1))
        return true;
    if (!mention_may_be_in(&w->a->mentions, w->a->tokens.tokens[first].sentence, w->cls.near))
        return false; /* as in nearly every sentence */
    const uint16_t classes[] = {w->cls.before, w->cls.near, w->cls.link,       w->cls.of,
                                w->cls.part,   w->cls.side, w->cls.determiner, analysis_class(w->a, "POSSESSIVE")};
    ClassSet cues = class_set_of(classes, sizeof classes / sizeof *classes);
    bool from = false;
    for (uint32_t t = first; t > 0 && first - t < REACH && place_together(w, t - 1, first); t--) {
        int64_t far = from ? measure_at(w, t - 1) : -1;
        if (far >= 0)
            return far >= FAR;
        if (!is_of_way(w, t - 1, &cues))
            return false;
        from = from || place_begins(w, t - 1, w->cls.link) || place_begins(w, t - 1, w->cls.before);
    }
    return false;
}
