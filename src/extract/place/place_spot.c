/*
 * place_spot — which words of a text are names of places. Every capitalised word that the gazetteer
 * knows is a spot; cues before, after and elsewhere in the text are weighed for and against it.
 * Weights were set by hand on news and are in rough units of log-odds.
 */
#include "base/hash.h"
#include "extract/place/place_work.h"

enum { NAME_WORDS_MAX = 7, SITE_WORDS_MAX = 4 };

uint64_t place_fold_hash(const PlaceWork *w, uint32_t first, uint32_t last)
{
    ArenaMark mark = arena_mark(w->a->scratch);
    uint64_t hash = 0;
    for (uint32_t i = first; i < last; i++)
        if (!place_has(w, i, TOKEN_PUNCT))
            hash = hash * 31 + hash_of(token_fold(w->a->scratch, place_text(w, i)));
    arena_rewind(w->a->scratch, mark);
    return hash;
}

/* ---- persons ---- */

static void note_surname(PlaceWork *w, uint32_t i)
{
    uint64_t hash = place_fold_hash(w, i, i + 1);
    for (size_t k = 0; k < w->surname_count; k++)
        if (w->surnames[k] == hash)
            return;
    w->surnames = arena_grow(w->a->scratch, w->surnames, w->surname_count, &w->surname_cap, sizeof *w->surnames);
    w->surnames[w->surname_count++] = hash;
}

bool place_surname(const PlaceWork *w, uint64_t hash)
{
    for (size_t k = 0; k < w->surname_count; k++)
        if (w->surnames[k] == hash)
            return true;
    return false;
}

/* First name or title, then capitalised words: a person, whose words are no places elsewhere either. */
static void find_persons(PlaceWork *w)
{
    uint32_t count = (uint32_t)w->a->tokens.count;
    for (uint32_t i = 0; i + 1 < count; i++) {
        if (!place_person_word(w, i))
            continue;
        uint32_t end = i + 1;
        while (end < count && place_person_word(w, end) && place_together(w, i, end))
            end++;
        bool titled = i > 0 && place_together(w, i - 1, i) && place_titled(w, i - 1);
        bool first = place_begins(w, i, w->cls.first_name) || place_begins(w, i, w->cls.title);
        bool part = place_begins(w, end - 1, w->cls.part) || place_begins(w, end - 1, w->cls.org);
        if (!part && ((first && end - i >= 2 && end - i <= 4) || (place_age(w, end) && end - i >= 2)))
            for (uint32_t k = i + 1; k < end; k++)
                note_surname(w, k);
        else if (titled && end - i <= 3 && !part)
            note_surname(w, end - 1);
        i = end - 1;
    }
}

/* ---- candidates ---- */

static int name_of(PlaceWork *w, uint32_t first, uint32_t last, const Candidate *candidates, size_t count)
{
    uint64_t hash = place_fold_hash(w, first, last);
    for (size_t i = 0; i < w->name_count; i++) {
        if (w->names[i].hash == hash && w->names[i].count == (count < PLACE_SENSES_MAX ? count : PLACE_SENSES_MAX)) {
            w->names[i].mentions++;
            return (int)i;
        }
    }
    w->names = arena_grow(w->a->scratch, w->names, w->name_count, &w->name_cap, sizeof *w->names);
    size_t kept = count < PLACE_SENSES_MAX ? count : PLACE_SENSES_MAX;
    double *figures = ARENA_ARRAY(w->a->scratch, double, 3 * kept);
    w->names[w->name_count] = (PlaceName){.hash = hash,
                                          .candidates = candidates,
                                          .count = kept,
                                          .mentions = 1,
                                          .scores = figures,
                                          .priors = figures + kept,
                                          .weights = figures + 2 * kept,
                                          .person = last - first == 1 && place_surname(w, hash)};
    return (int)w->name_count++;
}

PlaceSpot *place_add_spot(PlaceWork *w, PlaceSpot spot)
{
    w->spots = arena_grow(w->a->scratch, w->spots, w->spot_count, &w->spot_cap, sizeof spot);
    for (uint32_t i = spot.first; i < spot.last; i++)
        w->spot_of[i] = (int)w->spot_count;
    w->spots[w->spot_count] = spot;
    return &w->spots[w->spot_count++];
}

/* Small words inside a name may be lower case: "Stratford-upon-Avon", "Rio de Janeiro". */
static bool capitals_fit(const PlaceWork *w, uint32_t first, uint32_t last)
{
    enum { SMALL_WORD = 4 };
    for (uint32_t i = first; i < last; i++) {
        bool ends = i + 1 == last;
        if (place_has(w, i, TOKEN_WORD) && !place_has(w, i, TOKEN_CAPITAL) &&
            (ends || place_text(w, i).len > SMALL_WORD))
            return false;
    }
    return true;
}

/* Short names written otherwise than the place's own name need their capitals or full stops: "US" but not "Us"; and
 * capitals alone mean a country ("US", "PERU"), a division or a great city: no other town is known by its letters. */
static bool letters_fit(const PlaceWork *w, uint32_t first, uint32_t last, const Candidate *candidates, size_t count)
{
    enum { SHORT_NAME = 3, ACRONYM = 4 };
    if (last - first != 1)
        return true;
    Str text = place_text(w, first);
    bool dotted = str_find_char(text, '.', 0) != SIZE_MAX;
    bool upper = place_has(w, first, TOKEN_UPPER) && !place_has(w, first, TOKEN_SHOUTED);
    bool official = false;
    bool other = false;
    int64_t largest = 0;
    for (size_t i = 0; i < count; i++) {
        bool town = candidates[i].kind == PLACE_TOWN || candidates[i].kind == PLACE_SUBURB;
        bool country = candidates[i].kind == PLACE_COUNTRY || candidates[i].capital;
        official |= candidates[i].official;
        other |= country || (!candidates[i].official && !town);
        if (town && candidates[i].place.population > largest)
            largest = candidates[i].place.population;
    }
    const int64_t well_known = 300000;
    if (upper && !dotted && text.len <= ACRONYM)
        return other || largest >= well_known;
    if (text.len <= SHORT_NAME && !dotted && !upper)
        return official && text.len > 2;
    return true;
}

/* Is it only another way to write a place that the shorter name means by its own right, among others? */
static bool says_no_more(const Candidate *found, size_t count, const Candidate *shorter, size_t shorter_count)
{
    for (size_t i = 0; i < count; i++) {
        bool held = false;
        for (size_t k = 0; k < shorter_count && !found[i].official; k++)
            held |= shorter[k].official && str_equal(shorter[k].place.id, found[i].place.id);
        if (!held)
            return false;
    }
    return count < shorter_count;
}

/* "Dublin City", which a gazetteer lists for one of the Dublins, may be any of them. */
static const Candidate *own_name(const PlaceWork *w, uint32_t i, const Candidate *found, size_t *count,
                                 uint32_t *length)
{
    if (*length < 2 || found[0].official)
        return found;
    size_t shorter_count = 0;
    const Candidate *shorter = gazetteer_span(w->search, i, i + *length - 1, &shorter_count);
    if (!says_no_more(found, *count, shorter, shorter_count))
        return found;
    *count = shorter_count;
    (*length)--;
    return shorter;
}

static bool any_of_kind(const Candidate *found, size_t count, PlaceKind kind)
{
    for (size_t i = 0; i < count; i++)
        if (found[i].kind == kind)
            return true;
    return false;
}

/* "Niger state", which the gazetteer has as "Niger State": the small word makes a country's name that of a division. */
static const Candidate *division_name(const PlaceWork *w, uint32_t i, const Candidate *found, size_t *count,
                                      uint32_t *length)
{
    uint32_t last = i + *length;
    if (!any_of_kind(found, *count, PLACE_COUNTRY) || place_has(w, last, TOKEN_CAPITAL))
        return found;
    const Mention *part = place_cue(w, last, w->cls.part);
    if (part == NULL || place_hint(analysis_value(w->a, part)) != HINT_ADMIN1 ||
        place_begins(w, part->last, w->cls.link)) /* "the Mexico state of Chiapas" */
        return found;
    size_t longer_count = 0;
    const Candidate *longer = gazetteer_span(w->search, i, last + 1, &longer_count);
    if (!any_of_kind(longer, longer_count, PLACE_ADMIN1))
        return found;
    *count = longer_count;
    (*length)++;
    return longer;
}

/* "Al-Aqsa hospital": behind a mosque's name without its last word stands what kind of site it is, and it is no mosque. */
static bool is_other_site(const PlaceWork *w, uint32_t last, const Candidate *found, size_t count)
{
    const Mention *kind = place_cue(w, last, w->cls.part);
    if (count == 0 || kind == NULL || !place_together(w, last - 1, last) ||
        place_hint(analysis_value(w->a, kind)) != HINT_SITE)
        return false;
    Str word = token_fold(w->a->scratch, place_text(w, last));
    for (size_t i = 0; i < count; i++) {
        Str name = token_fold(w->a->scratch, found[i].place.name);
        if (found[i].kind != PLACE_SITE || found[i].official || str_find_char(name, ' ', 0) == SIZE_MAX ||
            str_find(name, word, 0) != SIZE_MAX)
            return false;
    }
    return true;
}

/* The longest name at a token whose letters fit it. */
static const Candidate *look_up(PlaceWork *w, uint32_t i, size_t *count, uint32_t *length)
{
    const Candidate *found = gazetteer_at(w->search, i, count, length);
    if (*count == 0)
        return NULL;
    uint32_t last = i + *length;
    while (!capitals_fit(w, i, last) || !letters_fit(w, i, last, found, *count)) {
        do {
            last--;
            *count = 0;
            if (last > i)
                found = gazetteer_span(w->search, i, last, count);
        } while (last > i && *count == 0);
        if (last == i)
            return NULL;
    }
    if (is_other_site(w, last, found, *count))
        return NULL;
    *length = last - i;
    return division_name(w, i, own_name(w, i, found, count, length), count, length);
}

/* A capital, or a lower-case article before a hyphen, may begin a name: "al-Qaim". */
static bool may_begin(const PlaceWork *w, uint32_t i)
{
    uint16_t flags = w->a->tokens.tokens[i].flags;
    if ((flags & TOKEN_CAPITAL) || !(flags & TOKEN_WORD))
        return (flags & TOKEN_WORD) != 0;
    bool sign_behind = (place_flags(w, i + 1) & (TOKEN_PUNCT | TOKEN_SPACE_BEFORE)) == TOKEN_PUNCT;
    return sign_behind && place_article(w, i) && place_has(w, i + 2, TOKEN_CAPITAL);
}

/* Adjectives and peoples: "Pakistani", "Russians". */
static uint32_t add_people(PlaceWork *w, uint32_t i, uint32_t longer_than)
{
    const Mention *m = place_cue(w, i, w->cls.demonym);
    if (m == NULL || m->last - m->first < longer_than)
        return 0;
    size_t count = 0;
    Str value = analysis_value(w->a, m);
    const Candidate *found = gazetteer_named(w->a->gazetteer, value, w->a->arena, &count);
    if (count == 0)
        return 0;
    int name = name_of(w, m->first, m->last, found, count);
    place_add_spot(w, (PlaceSpot){.first = m->first,
                                  .last = m->last,
                                  .name = name,
                                  .container = PLACE_NO_SPOT,
                                  .evidence = 3,
                                  .people = true});
    return m->last - m->first;
}

static void find_names(PlaceWork *w)
{
    uint32_t count = (uint32_t)w->a->tokens.count;
    for (uint32_t i = 0; i < count;) {
        uint32_t length = 0;
        size_t found = 0;
        const Candidate *candidates = NULL;
        bool name = may_begin(w, i);
        bool people_here = mention_may_begin(&w->a->mentions, i, w->cls.demonym);
        if (!(name || people_here) || !place_body(w, i)) {
            i++;
            continue;
        }
        if (name)
            candidates = look_up(w, i, &found, &length);
        if (candidates == NULL || (length == 1 && place_begins(w, i, w->cls.side)))
            length = 0; /* "North" alone is a direction */
        uint32_t people = people_here ? add_people(w, i, length) : 0;
        if (people == 0 && length > 0)
            place_add_spot(w, (PlaceSpot){.first = i,
                                          .last = i + length,
                                          .name = name_of(w, i, i + length, candidates, found),
                                          .container = PLACE_NO_SPOT});
        i += people > 0 ? people : length > 0 ? length : 1;
    }
}

/* What binds two spots: where does the first lie, by the text's word? */
typedef enum { TIE_NONE, TIE_BESIDE, TIE_IN } Tie;

/* The spot that follows: "Quetta, Balochistan", "Quetta (Balochistan)", "Los Olivos, in Tecate", "the Progreso
 * neighborhood of Culiacán", "the Mercy Clinic in Quetta". */
static int spot_behind(const PlaceWork *w, const PlaceSpot *spot, Tie *tie)
{
    uint32_t i = spot->last;
    uint32_t next = i;
    *tie = TIE_BESIDE;
    bool unit = false;
    if (place_has(w, next, TOKEN_WORD) && !place_has(w, next, TOKEN_CAPITAL) &&
        (place_begins(w, next, w->cls.part) || place_begins(w, next, w->cls.area))) {
        next++;
        unit = true;
    }
    bool comma = place_sign(w, next, ',') || place_sign(w, next, '(');
    next += comma;
    bool site = spot->name < 0 && spot->hint == HINT_SITE;
    if ((comma || unit || site) && place_begins(w, next, w->cls.in)) {
        next++;
        *tie = TIE_IN;
    } else if (unit && !comma)
        return PLACE_NO_SPOT;
    return i > 0 && next < w->a->tokens.count && place_together(w, i - 1, next) ? w->spot_of[next] : PLACE_NO_SPOT;
}

bool place_can_hold(const PlaceName *outer, const PlaceName *inner)
{
    for (size_t i = 0; i < outer->count; i++)
        for (size_t k = 0; k < inner->count; k++)
            if (place_contains(&outer->candidates[i], &inner->candidates[k]))
                return true;
    return false;
}

bool place_is_settlement(const PlaceName *name)
{
    bool town = false;
    for (size_t i = 0; i < name->count; i++) {
        if (name->candidates[i].kind == PLACE_COUNTRY || name->candidates[i].kind == PLACE_ADMIN1)
            return false;
        town |= name->candidates[i].kind == PLACE_TOWN;
    }
    return town;
}

static bool may_be_town(const PlaceName *name)
{
    bool town = false;
    for (size_t i = 0; i < name->count; i++) {
        if (name->candidates[i].kind == PLACE_COUNTRY)
            return false;
        town |= name->candidates[i].kind == PLACE_TOWN || name->candidates[i].kind == PLACE_SUBURB;
    }
    return town;
}

/* A first- or second-order division by all its senses. */
static bool is_division(const PlaceName *name)
{
    for (size_t i = 0; i < name->count; i++)
        if (name->candidates[i].kind != PLACE_ADMIN1 && name->candidates[i].kind != PLACE_ADMIN2)
            return false;
    return name->count > 0;
}

/* "Springfield, Ohio": both are surer; the second says where the first lies. */
static void contain(PlaceWork *w, int inner, int outer, Tie tie)
{
    PlaceSpot *spot = &w->spots[inner];
    PlaceSpot *around = &w->spots[outer];
    if (around->name < 0 || around->people || spot->people)
        return;
    const PlaceName *name = &w->names[around->name];
    bool local = tie == TIE_IN && place_is_settlement(name);
    if (spot->name < 0) {
        spot->container = local ? outer : spot->container;
        spot->local = local;
        return;
    }
    bool holds = place_can_hold(name, &w->names[spot->name]);
    if (!holds && is_division(name))
        spot->told_in = outer + 1;
    if (!holds && !(local && may_be_town(&w->names[spot->name])))
        return;
    spot->container = outer;
    spot->local = !holds;
    spot->evidence += 3;
    around->evidence += 2;
    around->holds = true;
}

/* "North Texas", "East Oxford": the direction is part of the name where it has a capital too. */
static void extend(PlaceWork *w, PlaceSpot *spot)
{
    if (spot->first == 0 || spot->people || w->spot_of[spot->first - 1] != PLACE_NO_SPOT)
        return;
    uint32_t i = spot->first - 1;
    if (!place_together(w, i, spot->first) || !place_name_word(w, i) || !place_begins(w, i, w->cls.side))
        return;
    w->spot_of[i] = w->spot_of[spot->first];
    spot->first = i;
}

void place_spots(PlaceWork *w)
{
    find_persons(w);
    find_names(w);
    place_sites(w);
    for (size_t i = 0; i < w->spot_count; i++) {
        Tie tie = TIE_NONE;
        int next = spot_behind(w, &w->spots[i], &tie);
        if (next != PLACE_NO_SPOT && next != (int)i)
            contain(w, (int)i, next, tie);
    }
    place_weigh(w);
    for (size_t i = 0; i < w->spot_count; i++)
        if (w->spots[i].evidence >= PLACE_SURE)
            extend(w, &w->spots[i]);
}
