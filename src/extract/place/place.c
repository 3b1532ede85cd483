/*
 * place — names of places in a text and the spots on the map they mean. place_spot.c finds the
 * names, place_sense.c the meanings; here they become mentions with alternatives and reasons.
 */
#include "extract/place/place_work.h"

enum { ALTERNATIVES_MAX = 8 };

static PlaceClasses classes_of(const Analysis *a)
{
    return (PlaceClasses){
        .before = analysis_class(a, "PLACE_BEFORE"),
        .near = analysis_class(a, "PLACE_NEAR"),
        .of = analysis_class(a, "PLACE_OF"),
        .after = analysis_class(a, "PLACE_AFTER"),
        .list = analysis_class(a, "PLACE_LIST"),
        .in = analysis_class(a, "PLACE_IN"),
        .head = analysis_class(a, "PLACE_HEAD"),
        .civic = analysis_class(a, "PLACE_CIVIC"),
        .link = analysis_class(a, "PLACE_LINK"),
        .part = analysis_class(a, "PLACE_PART"),
        .area = analysis_class(a, "PLACE_AREA"),
        .org = analysis_class(a, "PLACE_ORG"),
        .title = analysis_class(a, "PLACE_TITLE"),
        .acts = analysis_class(a, "PLACE_ACTS"),
        .kin = analysis_class(a, "PLACE_KIN"),
        .determiner = analysis_class(a, "DETERMINER"),
        .side = analysis_class(a, "PLACE_SIDE"),
        .first_name = analysis_class(a, "FIRST_NAME"),
        .demonym = analysis_class(a, "DEMONYM"),
        .word = analysis_class(a, "PLACE_WORD"),
        .rank = analysis_class(a, "TITLE"),
        .party = analysis_class(a, "PARTY"),
        .outlet = analysis_class(a, "OUTLET"),
        .craft = analysis_class(a, "PLACE_CRAFT"),
        .vocabulary = analysis_class(a, "WORD"),
        .time = analysis_class(a, "TIME"),
    };
}

static Str joined(Arena *arena, const Str *parts, size_t count)
{
    size_t len = 0;
    for (size_t i = 0; i < count; i++)
        len += parts[i].len;
    char *text = arena_alloc(arena, len + 1, 1);
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        memcpy(text + at, parts[i].ptr, parts[i].len);
        at += parts[i].len;
    }
    return (Str){text, len};
}

static Str reason_of(const PlaceWork *w, const PlaceSpot *spot, size_t sense)
{
    Arena *arena = w->a->arena;
    const PlaceName *name = &w->names[spot->name];
    const Candidate *chosen = &name->candidates[sense];
    if (spot->container != PLACE_NO_SPOT) {
        const PlaceName *outer = &w->names[w->spots[spot->container].name];
        const Candidate *around = &outer->candidates[outer->best];
        if (place_contains(around, chosen))
            return joined(arena, (Str[]){STR("The text says that it lies in "), around->place.name, STR(".")}, 3);
    }
    if (name->count == 1)
        return STR("The only place of that name in the gazetteer.");
    if (chosen->kind == PLACE_COUNTRY)
        return STR("A country before lesser places of that name.");
    if (sense == 0)
        return STR("The largest place of that name, and nothing in the text speaks against it.");
    if (chosen->place.admin1.len > 0)
        return joined(arena,
                      (Str[]){STR("Smaller than others of that name, but it fits the places that the text names in "),
                              chosen->place.admin1, STR(".")},
                      3);
    return STR("Smaller than others of that name, but it fits the other places that the text names.");
}

/* The other senses, best first. */
static void alternatives(const PlaceWork *w, const PlaceSpot *spot, size_t sense, PlaceMention *out)
{
    const PlaceName *name = &w->names[spot->name];
    bool *taken = ARENA_ARRAY(w->a->scratch, bool, name->count + 1);
    size_t most = name->count - 1 < ALTERNATIVES_MAX ? name->count - 1 : ALTERNATIVES_MAX;
    Place *places = arena_room(w->a->arena, most, sizeof *places, alignof(Place));
    taken[sense] = true;
    size_t count = 0;
    for (; count < ALTERNATIVES_MAX; count++) {
        size_t next = name->count;
        for (size_t i = 0; i < name->count; i++)
            if (!taken[i] && (next == name->count || name->scores[i] > name->scores[next]))
                next = i;
        if (next == name->count)
            break;
        taken[next] = true;
        places[count] = name->candidates[next].place;
    }
    out->alternatives = places;
    out->alternative_count = count;
}

static void add_mention(Analysis *a, const PlaceSpot *spot, PlaceMention mention)
{
    a->places = arena_grow(a->arena, a->places, a->place_count, &a->place_cap, sizeof mention);
    a->places[a->place_count] = mention;
    Mention named = {.first = spot->first, .last = spot->last, .data = (uint32_t)a->place_count};
    if (!spot->people) {
        named.cls = analysis_class(a, "PLACE");
        mention_add(a->scratch, &a->mentions, named);
    }
    if (mention.place.precision == PRECISION_COUNTRY) {
        named.cls = analysis_class(a, "NATION");
        mention_add(a->scratch, &a->mentions, named);
    }
    a->place_count++;
}

static bool is_town(const Candidate *c)
{
    return c->kind == PLACE_TOWN || c->kind == PLACE_SUBURB;
}

/* The town whose name a site bears, or that the text says it lies in. */
static const Candidate *town_around(const PlaceWork *w, const PlaceSpot *site)
{
    if (site->container == PLACE_NO_SPOT || w->spots[site->container].name < 0 || w->spots[site->container].people)
        return NULL;
    const PlaceName *name = &w->names[w->spots[site->container].name];
    return (name->stands || site->local) && is_town(&name->candidates[name->best]) ? &name->candidates[name->best]
                                                                                   : NULL;
}

static bool is_of_dateline(const PlaceWork *w, const PlaceSpot *spot)
{
    return analysis_in_dateline(w->a, mention_tokens_span(&w->a->tokens, spot->first, spot->last));
}

/* The town named last before a site or first after it, in its sentence or the one before: of the dateline or not. */
static const Candidate *town_named(const PlaceWork *w, const PlaceSpot *site, bool dateline)
{
    const Candidate *found = NULL;
    for (size_t i = 0; i < w->spot_count; i++) {
        const PlaceSpot *spot = &w->spots[i];
        if (spot->name < 0 || spot->evidence < PLACE_SURE || spot->people || spot->far ||
            is_of_dateline(w, spot) != dateline)
            continue;
        const Candidate *c = &w->names[spot->name].candidates[place_sense(w, spot)];
        if (!is_town(c))
            continue;
        if (spot->first > site->first && found != NULL)
            break;
        uint32_t here = w->a->tokens.tokens[site->first].sentence;
        uint32_t there = w->a->tokens.tokens[spot->first].sentence;
        if (there + 1 == here || there == here)
            found = c;
    }
    return found;
}

/* The town that a site lies in: the dateline's where the text names none, nor the region that a village lies in. */
static const Candidate *town_of(const PlaceWork *w, const PlaceSpot *site, const Candidate *region)
{
    const Candidate *town = town_around(w, site);
    if (town == NULL)
        town = town_named(w, site, false);
    return town || region ? town : town_named(w, site, true);
}

/* In a headline every word has a capital: a name that no gazetteer knows is no place there ("... in Turmoil"). */
static bool is_in_heading(const Analysis *a, const PlaceSpot *spot)
{
    uint32_t block = a->tokens.sentences[a->tokens.tokens[spot->first].sentence].block;
    return block < a->block_count && a->blocks[block].kind == BLOCK_HEADING;
}

/* "in the [occupied] Golan": the last word before a name, where a determiner stands no more than two tokens before it. */
static bool is_epithet(const PlaceWork *w, uint32_t first, uint32_t token)
{
    enum { REACH = 3 };
    for (uint32_t t = token; t > first && token - t < REACH; t--)
        if (place_begins(w, t - 1, w->cls.determiner))
            return place_has(w, token, TOKEN_WORD);
    return false;
}

/* Nothing but cues of places, names, numbers and signs from one token to the other: ", 20 km from", "quarter of". */
static bool only_cues_between(const PlaceWork *w, uint32_t first, uint32_t last)
{
    const uint16_t classes[] = {
        w->cls.before, w->cls.near, w->cls.link, w->cls.part,       w->cls.area,
        w->cls.of,     w->cls.side, w->cls.in,   w->cls.determiner, analysis_class(w->a, "POSSESSIVE")};
    ClassSet cues = class_set_of(classes, sizeof classes / sizeof *classes);
    for (uint32_t t = first; t < last; t++)
        if (!place_has(w, t, TOKEN_PUNCT | TOKEN_NUMBER | TOKEN_CAPITAL) &&
            !mention_may_begin_any(&w->a->mentions, t, &cues) && !(t + 1 == last && is_epithet(w, first, t)))
            return false;
    return true;
}

/* What the words behind a village say that it lies in: "in the Beni territory of North Kivu", "in Gezira state", "in eastern Syria". */
typedef struct {
    const Candidate *place; /* NULL: nothing */
    bool district;          /* a town's name that the text calls a district */
} Around;

static Around around_village(const PlaceWork *w, const PlaceSpot *site)
{
    enum { REACH = 16 };
    const Candidate *country = NULL;
    for (uint32_t t = site->last; t < w->a->tokens.count && t < site->last + REACH; t++) {
        const PlaceSpot *spot = w->spot_of[t] == PLACE_NO_SPOT ? NULL : &w->spots[w->spot_of[t]];
        if (!spot || spot->first != t || spot->name < 0 || spot->evidence < PLACE_SURE || spot->people)
            continue;
        if (!place_together(w, site->last - 1, t) || !only_cues_between(w, site->last, t))
            break;
        const Candidate *c = &w->names[spot->name].candidates[place_sense(w, spot)];
        bool district = is_town(c) && (spot->hint == HINT_ADMIN2 || spot->hint == HINT_ADMIN1);
        if (c->kind == PLACE_COUNTRY) {
            country = c;
            continue;
        }
        if (is_town(c) && !district)
            break;
        if (c->place.precision != PRECISION_REGION && c->place.precision != PRECISION_DISTRICT && !district)
            continue;
        return (Around){c, district};
    }
    return (Around){country, false};
}

/* "Umemger, near Goma", "the Umemger quarter of Goma": the town stands a few words from the site. */
static bool town_beside(const PlaceWork *w, const PlaceSpot *site, const Candidate *town)
{
    enum { REACH = 6 };
    for (size_t i = 0; i < w->spot_count; i++) {
        const PlaceSpot *spot = &w->spots[i];
        if (spot->name < 0 || spot->people || &w->names[spot->name].candidates[place_sense(w, spot)] != town)
            continue;
        uint32_t gap = spot->first >= site->last   ? spot->first - site->last
                       : site->first >= spot->last ? site->first - spot->last
                                                   : 0;
        bool behind = spot->first >= site->last;
        if (gap <= REACH &&
            only_cues_between(w, behind ? site->last : spot->last, behind ? spot->first : site->first) &&
            w->a->tokens.tokens[site->first].sentence == w->a->tokens.tokens[spot->first].sentence)
            return true;
    }
    return false;
}

/* A site of the place's name and its own, with the middle of where it is told to lie. */
static Place named_in(const PlaceWork *w, const PlaceSpot *spot, Place around)
{
    around.id = STR("");
    around.name = span_text(w->a->tokens.text, mention_tokens_span(&w->a->tokens, spot->first, spot->last));
    return around;
}

/* Nothing is known of a village but its country: no point. */
static Place in_country(const PlaceWork *w, const PlaceSpot *spot, const Place *country)
{
    Place place = {.country = country->country, .admin1 = STR(""), .precision = PRECISION_NONE};
    return named_in(w, spot, place);
}

/* The country of a village for which only the dateline's town is left, if that is a capital or lies in another country; else NULL. */
static const Place *country_only(const PlaceWork *w, const PlaceSpot *spot, const Candidate *town,
                                 const Candidate *around)
{
    if (town != town_named(w, spot, true) || town_named(w, spot, false) || town == town_around(w, spot))
        return NULL;
    const Candidate *country = around ? around : place_country_told(w, w->a->tokens.tokens[spot->first].sentence);
    if (country && !str_equal(country->place.country, town->place.country))
        return &country->place;
    return town->capital ? &town->place : NULL;
}

/* No street or site. */
static bool is_village(const PlaceSpot *spot)
{
    return spot->hint == HINT_NONE || spot->hint == HINT_TOWN || spot->hint == HINT_ADMIN2 || spot->hint == HINT_ADMIN1;
}

/* A place that no map has: where the text says it lies. A village is not told to be near the capital that its report was written in. */
static Place place_of_site(const PlaceWork *w, const PlaceSpot *spot, Str *reason)
{
    Arena *arena = w->a->arena;
    bool village = is_village(spot);
    Around around = village ? around_village(w, spot) : (Around){NULL, false};
    bool region = around.place && around.place->kind != PLACE_COUNTRY;
    const Candidate *town = around.district ? NULL : town_of(w, spot, region ? around.place : NULL);
    if (region && town && !place_contains(around.place, town) && !town_beside(w, spot, town))
        town = NULL; /* "They met in Lima. ... in the village of Xobaru in Helmand" */
    const Place *country = village && town ? country_only(w, spot, town, around.place) : NULL;
    if (country) {
        *reason = STR("Not in the gazetteer: told without the town that it lies near.");
        return in_country(w, spot, country);
    }
    if (town) {
        Place place = village && !town_beside(w, spot, town) ? named_in(w, spot, town->place) : town->place;
        if (place.precision == PRECISION_EXACT)
            place.precision = PRECISION_NEAR;
        *reason = joined(arena,
                         (Str[]){STR("Not in the gazetteer: told as in or near "), town->place.name,
                                 STR(", which the text names with it.")},
                         3);
        return place;
    }
    if (region) {
        Place place = named_in(w, spot, around.place->place);
        if (around.district)
            place.precision = PRECISION_DISTRICT;
        *reason = joined(arena,
                         (Str[]){STR("Not in the gazetteer: told with "), around.place->place.name,
                                 STR(", and shown in the middle of it.")},
                         3);
        return place;
    }
    *reason = STR("Not in the gazetteer.");
    if (around.place)
        return in_country(w, spot, &around.place->place);
    return named_in(w, spot, (Place){.country = STR(""), .admin1 = STR(""), .precision = PRECISION_NONE});
}

static void add_site(PlaceWork *w, const PlaceSpot *spot)
{
    Analysis *a = w->a;
    PlaceMention mention = {.span = mention_tokens_span(&a->tokens, spot->first, spot->last)};
    mention.place = place_of_site(w, spot, &mention.reason);
    if (is_in_heading(a, spot) && !mention.place.has_point)
        return;
    if (is_village(spot)) {
        w->villages = arena_grow(a->scratch, w->villages, w->village_count, &w->village_cap, sizeof *w->villages);
        w->villages[w->village_count++] = (uint32_t)a->place_count;
    }
    add_mention(a, spot, mention);
}

/* The text says that it lies in a town, and no place of that name does: another place, which the gazetteer lacks. */
static bool is_elsewhere(const PlaceWork *w, const PlaceSpot *spot)
{
    const double reach_km = 60;
    if (!spot->local)
        return false;
    const Place *place = &w->names[spot->name].candidates[place_sense(w, spot)].place;
    const PlaceSpot *outer = &w->spots[spot->container];
    const Place *around = &w->names[outer->name].candidates[place_sense(w, outer)].place;
    return place_distance_km(place->lat_deg, place->lon_deg, around->lat_deg, around->lon_deg) > reach_km;
}

/* A lesser town of a country that nothing else in the text speaks of, by a name unlike its own: a word that some
 * gazetteer lists for it. */
static bool is_stray(const PlaceWork *w, const PlaceSpot *spot)
{
    enum { ENOUGH = 2 };
    const Candidate *chosen = &w->names[spot->name].candidates[place_sense(w, spot)];
    if (spot->people || spot->container != PLACE_NO_SPOT || !place_byname(w, spot, chosen))
        return false;
    int others = 0;
    for (size_t i = 0; i < w->name_count; i++) {
        const PlaceName *name = &w->names[i];
        if (!name->stands || (int)i == spot->name || name->candidates[name->best].place.country.len == 0)
            continue;
        if (str_equal(name->candidates[name->best].place.country, chosen->place.country))
            return false;
        others++;
    }
    return others >= ENOUGH;
}

static int compare_spots(const PlaceSpot *a, const PlaceSpot *b)
{
    return a->first < b->first ? -1 : a->first > b->first;
}

/* Sites were found after names: back into text order. Few are out of place. */
static void sort_spots(PlaceSpot **order, PlaceWork *w)
{
    for (size_t i = 0; i < w->spot_count; i++) {
        size_t at = i;
        while (at > 0 && compare_spots(&w->spots[i], order[at - 1]) < 0) {
            order[at] = order[at - 1];
            at--;
        }
        order[at] = &w->spots[i];
    }
}

static void add_named(PlaceWork *w, const PlaceSpot *spot)
{
    size_t sense = place_sense(w, spot);
    const Candidate *chosen = &w->names[spot->name].candidates[sense];
    PlaceMention mention = {
        .span = mention_tokens_span(&w->a->tokens, spot->first, spot->last),
        .place = chosen->place,
        .reason = reason_of(w, spot, sense),
        .people = spot->people || spot->far,
    };
    if (spot->near && mention.place.precision == PRECISION_EXACT)
        mention.place.precision = PRECISION_NEAR;
    alternatives(w, spot, sense, &mention);
    add_mention(w->a, spot, mention);
}

/* The outlet's home counts as a place that the text names: "The Shreveport Times". */
static void add_home(PlaceWork *w)
{
    Arena *arena = w->a->arena;
    const int64_t known = 20000;
    Str rest = w->a->document->publisher;
    while (str_present(rest)) {
        Str word;
        if (!str_cut(&rest, ' ', &word) || word.len < 4)
            continue;
        size_t count = 0;
        const Candidate *found = gazetteer_named(w->a->gazetteer, word, arena, &count);
        if (count == 0 || count > PLACE_SENSES_MAX || found[0].place.population < known)
            continue;
        w->names = arena_grow(w->a->scratch, w->names, w->name_count, &w->name_cap, sizeof *w->names);
        w->names[w->name_count++] = (PlaceName){.candidates = found,
                                                .count = count,
                                                .mentions = 1,
                                                .stands = true,
                                                .scores = ARENA_ARRAY(w->a->scratch, double, count),
                                                .priors = ARENA_ARRAY(w->a->scratch, double, count),
                                                .weights = ARENA_ARRAY(w->a->scratch, double, count)};
    }
}

void place_find(Analysis *a)
{
    if (a->gazetteer == NULL || a->tokens.count == 0)
        return;
    PlaceWork w = {.a = a, .search = gazetteer_search(a->gazetteer, &a->tokens, a->arena), .cls = classes_of(a)};
    w.spot_of = ARENA_ARRAY(a->scratch, int, a->tokens.count + 1);
    for (size_t i = 0; i <= a->tokens.count; i++)
        w.spot_of[i] = PLACE_NO_SPOT;
    place_spots(&w);
    add_home(&w);
    place_senses(&w);
    place_refuse_abroad(&w);
    for (size_t i = 0; i < w.spot_count; i++)
        w.spots[i].far = w.spots[i].name >= 0 && !w.spots[i].people && place_is_far_off(&w, &w.spots[i]);
    PlaceSpot **order = ARENA_ARRAY(a->scratch, PlaceSpot *, w.spot_count + 1);
    sort_spots(order, &w);
    if (!str_present(a->dateline_place))
        place_note_dateline(&w, order);
    for (size_t i = 0; i < w.spot_count; i++) {
        if (order[i]->evidence < PLACE_SURE)
            continue;
        if (order[i]->name < 0 || is_elsewhere(&w, order[i]))
            add_site(&w, order[i]);
        else if (!is_stray(&w, order[i]))
            add_named(&w, order[i]);
    }
    place_settle_unknown(&w);
    rules_run(a->language->rules, "place", &a->tokens, a->scratch, &a->mentions);
}
