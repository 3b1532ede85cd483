/*
 * place_spot — which words of a text are names of places. Every capitalised word that the gazetteer
 * knows is a spot; cues before, after and elsewhere in the text are weighed for and against it.
 * Weights were set by hand on news and are in rough units of log-odds.
 */
#include "base/buf.h"
#include "base/hash.h"
#include "extract/place_work.h"

enum { AGE_MAX = 115, NAME_WORDS_MAX = 7, SITE_WORDS_MAX = 4 };

static const Token *token_at(const PlaceWork *w, uint32_t i)
{
    static const Token NONE = {.flags = TOKEN_PUNCT, .sentence = UINT32_MAX};
    return i < w->a->tokens.count ? &w->a->tokens.tokens[i] : &NONE;
}

static Str text_at(const PlaceWork *w, uint32_t i)
{
    return i < w->a->tokens.count ? span_text(w->a->tokens.text, w->a->tokens.tokens[i].span) : STR("");
}

static bool has(const PlaceWork *w, uint32_t i, uint16_t flags)
{
    return (token_at(w, i)->flags & flags) != 0;
}

static bool is_sign(const PlaceWork *w, uint32_t i, char sign)
{
    Str text = text_at(w, i);
    return text.len == 1 && text.ptr[0] == sign;
}

/* Both stand in one sentence. */
static bool together(const PlaceWork *w, uint32_t i, uint32_t j)
{
    return i < w->a->tokens.count && j < w->a->tokens.count && token_at(w, i)->sentence == token_at(w, j)->sentence;
}

const Mention *place_cue(const PlaceWork *w, uint32_t token, uint16_t cls)
{
    if (cls == 0 || token >= w->a->tokens.count)
        return NULL;
    uint32_t m = mention_at(&w->a->mentions, token, cls);
    return m == MENTION_NONE ? NULL : &w->a->mentions.items[m];
}

/* A cue of the class ends right before the token. */
static const Mention *cue_before(const PlaceWork *w, uint32_t token, uint16_t cls)
{
    for (uint32_t back = 1; cls != 0 && back <= 4 && back <= token; back++) {
        const Mention *m = place_cue(w, token - back, cls);
        if (m != NULL && m->last == token && together(w, m->first, token))
            return m;
    }
    return NULL;
}

static uint64_t fold_hash(const PlaceWork *w, uint32_t first, uint32_t last)
{
    ArenaMark mark = arena_mark(w->a->arena);
    uint64_t hash = 0;
    for (uint32_t i = first; i < last; i++)
        if (!has(w, i, TOKEN_PUNCT))
            hash = hash * 31 + hash_of(token_fold(w->a->arena, text_at(w, i)));
    arena_rewind(w->a->arena, mark);
    return hash;
}

/* ---- persons ---- */

static bool is_name_word(const PlaceWork *w, uint32_t i)
{
    return has(w, i, TOKEN_CAPITAL) && has(w, i, TOKEN_WORD) && !has(w, i, TOKEN_SHOUTED);
}

static bool is_initial(const PlaceWork *w, uint32_t i)
{
    Str text = text_at(w, i);
    return is_name_word(w, i) && (text.len == 1 || (text.len == 2 && text.ptr[1] == '.'));
}

static bool is_title(const PlaceWork *w, uint32_t i)
{
    return cue_before(w, i + 1, w->cls.title) != NULL || cue_before(w, i + 1, w->cls.rank) != NULL;
}

static bool is_age(const PlaceWork *w, uint32_t i)
{
    int64_t n = 0;
    return is_sign(w, i, ',') && str_number(text_at(w, i + 1), &n) && n <= AGE_MAX &&
           (is_sign(w, i + 2, ',') || is_sign(w, i + 2, '.'));
}

static void note_surname(PlaceWork *w, uint32_t i)
{
    uint64_t hash = fold_hash(w, i, i + 1);
    for (size_t k = 0; k < w->surname_count; k++)
        if (w->surnames[k] == hash)
            return;
    w->surnames = arena_grow(w->a->arena, w->surnames, w->surname_count, &w->surname_cap, sizeof *w->surnames);
    w->surnames[w->surname_count++] = hash;
}

static bool is_surname(const PlaceWork *w, uint64_t hash)
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
        if (!is_name_word(w, i))
            continue;
        uint32_t end = i + 1;
        while (end < count && is_name_word(w, end) && together(w, i, end))
            end++;
        bool titled = i > 0 && together(w, i - 1, i) && is_title(w, i - 1);
        bool first = place_cue(w, i, w->cls.first_name) != NULL || place_cue(w, i, w->cls.title) != NULL;
        bool part = place_cue(w, end - 1, w->cls.part) != NULL || place_cue(w, end - 1, w->cls.org) != NULL;
        if (!part && ((first && end - i >= 2 && end - i <= 4) || (is_age(w, end) && end - i >= 2)))
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
    uint64_t hash = fold_hash(w, first, last);
    for (size_t i = 0; i < w->name_count; i++) {
        if (w->names[i].hash == hash && w->names[i].count == (count < PLACE_SENSES_MAX ? count : PLACE_SENSES_MAX)) {
            w->names[i].mentions++;
            return (int)i;
        }
    }
    w->names = arena_grow(w->a->arena, w->names, w->name_count, &w->name_cap, sizeof *w->names);
    size_t kept = count < PLACE_SENSES_MAX ? count : PLACE_SENSES_MAX;
    w->names[w->name_count] = (PlaceName){.hash = hash,
                                          .candidates = candidates,
                                          .count = kept,
                                          .mentions = 1,
                                          .scores = ARENA_ARRAY(w->a->arena, double, kept + 1),
                                          .weights = ARENA_ARRAY(w->a->arena, double, kept + 1),
                                          .person = last - first == 1 && is_surname(w, hash)};
    return (int)w->name_count++;
}

static PlaceSpot *add_spot(PlaceWork *w, PlaceSpot spot)
{
    w->spots = arena_grow(w->a->arena, w->spots, w->spot_count, &w->spot_cap, sizeof spot);
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
        if (has(w, i, TOKEN_WORD) && !has(w, i, TOKEN_CAPITAL) && (ends || text_at(w, i).len > SMALL_WORD))
            return false;
    }
    return true;
}

/* Short names written otherwise than the place's own name need their capitals or full stops: "US" but not "Us". */
static bool letters_fit(const PlaceWork *w, uint32_t first, uint32_t last, const Candidate *candidates, size_t count)
{
    enum { SHORT_NAME = 3, ACRONYM = 4 };
    if (last - first != 1)
        return true;
    Str text = text_at(w, first);
    bool dotted = str_find_char(text, '.', 0) != SIZE_MAX;
    bool upper = has(w, first, TOKEN_UPPER) && !has(w, first, TOKEN_SHOUTED);
    bool official = false;
    bool other = false;
    int64_t largest = 0;
    for (size_t i = 0; i < count; i++) {
        official |= candidates[i].official;
        other |= !candidates[i].official;
        if (candidates[i].kind == PLACE_TOWN && candidates[i].place.population > largest)
            largest = candidates[i].place.population;
    }
    const int64_t well_known = 300000;
    if (upper && !dotted && text.len <= ACRONYM)
        return other || largest >= well_known;
    if (text.len <= SHORT_NAME && !dotted && !upper)
        return official && text.len > 2;
    return true;
}

/* The longest name at a token whose letters fit it. */
static const Candidate *look_up(PlaceWork *w, uint32_t i, size_t *count, uint32_t *length)
{
    const Analysis *a = w->a;
    const Candidate *found = gazetteer_at(a->gazetteer, &a->tokens, i, a->arena, count, length);
    if (*count == 0)
        return NULL;
    uint32_t last = i + *length;
    while (!capitals_fit(w, i, last) || !letters_fit(w, i, last, found, *count)) {
        do {
            last--;
            *count = 0;
            if (last > i)
                found = gazetteer_span(a->gazetteer, &a->tokens, i, last, a->arena, count);
        } while (last > i && *count == 0);
        if (last == i)
            return NULL;
    }
    *length = last - i;
    return found;
}

static bool is_body(const PlaceWork *w, uint32_t i)
{
    const Analysis *a = w->a;
    uint32_t block = a->tokens.sentences[a->tokens.tokens[i].sentence].block;
    return block >= a->block_count || a->blocks[block].kind != BLOCK_BOILERPLATE;
}

/* A lower-case article before a hyphen may begin a name: "al-Qaim". */
static bool may_begin(const PlaceWork *w, uint32_t i)
{
    if (!has(w, i, TOKEN_WORD))
        return false;
    return has(w, i, TOKEN_CAPITAL) || (is_sign(w, i + 1, '-') && !has(w, i + 1, TOKEN_SPACE_BEFORE) &&
                                        text_at(w, i).len <= 3 && has(w, i + 2, TOKEN_CAPITAL));
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
    add_spot(w, (PlaceSpot){.first = m->first,
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
        if (may_begin(w, i) && is_body(w, i))
            candidates = look_up(w, i, &found, &length);
        if (candidates == NULL || (length == 1 && place_cue(w, i, w->cls.side) != NULL))
            length = 0; /* "North" alone is a direction */
        uint32_t people = is_body(w, i) ? add_people(w, i, length) : 0;
        if (people == 0 && length > 0)
            add_spot(w, (PlaceSpot){.first = i,
                                    .last = i + length,
                                    .name = name_of(w, i, i + length, candidates, found),
                                    .container = PLACE_NO_SPOT});
        i += people > 0 ? people : length > 0 ? length : 1;
    }
}

/* ---- sites ---- */

static PlaceHint hint_of(Str value)
{
    static const struct {
        const char *name;
        PlaceHint hint;
    } HINTS[] = {
        {"any", HINT_ANY},     {"country", HINT_COUNTRY}, {"admin1", HINT_ADMIN1}, {"admin2", HINT_ADMIN2},
        {"town", HINT_TOWN},   {"suburb", HINT_SUBURB},   {"region", HINT_REGION}, {"site", HINT_SITE},
        {"street", HINT_SITE}, {"water", HINT_REGION},    {"land", HINT_REGION},
    };
    for (size_t i = 0; i < sizeof HINTS / sizeof HINTS[0]; i++)
        if (str_equal(value, str_from(HINTS[i].name)))
            return HINTS[i].hint;
    return HINT_NONE;
}

static bool is_plain_word(const PlaceWork *w, uint32_t i)
{
    return has(w, i, TOKEN_SENTENCE_START) && place_cue(w, i, w->cls.vocabulary) != NULL;
}

/* A word of a longer name that the gazetteer has; a town called "Street" alone is no hindrance. */
static bool inside_name(const PlaceWork *w, uint32_t i)
{
    return w->spot_of[i] != PLACE_NO_SPOT && w->spots[w->spot_of[i]].last - w->spots[w->spot_of[i]].first > 1;
}

/* "Main Street", "Shifa Hospital", "Neches River": capitalised words that end in a word for a site. What stands
 * before is taken along unless it is itself a place that the gazetteer has with that word. */
static void find_sites(PlaceWork *w)
{
    uint32_t count = (uint32_t)w->a->tokens.count;
    for (uint32_t i = 1; i < count; i++) {
        const Mention *part = place_cue(w, i, w->cls.part);
        if (part == NULL || !has(w, i, TOKEN_CAPITAL) || inside_name(w, i) || !is_body(w, i))
            continue;
        PlaceHint hint = hint_of(analysis_value(w->a, part));
        uint32_t first = i;
        while (first > 0 && i - first < SITE_WORDS_MAX && together(w, first - 1, i) && is_name_word(w, first - 1) &&
               !is_plain_word(w, first - 1) && !is_title(w, first - 1))
            first--;
        if (first == i || hint == HINT_NONE)
            continue;
        bool named_after_place =
            w->spot_of[first] != PLACE_NO_SPOT && (hint == HINT_ADMIN1 || hint == HINT_ADMIN2 || hint == HINT_TOWN);
        if (named_after_place || place_cue(w, part->last, w->cls.org) != NULL)
            continue;
        int named_after = w->spot_of[first];
        for (uint32_t k = first; k <= i; k++)
            if (w->spot_of[k] != PLACE_NO_SPOT)
                w->spots[w->spot_of[k]].evidence = -100; /* part of the site's name */
        add_spot(w, (PlaceSpot){.first = first,
                                .last = part->last,
                                .name = PLACE_NO_SPOT,
                                .container = named_after,
                                .hint = hint,
                                .evidence = 2});
    }
}

/* ---- evidence ---- */

static double size_evidence(const PlaceName *name, uint32_t words)
{
    double best = -0.6;
    for (size_t i = 0; i < name->count; i++) {
        const Candidate *c = &name->candidates[i];
        int64_t people = c->place.population;
        double e = people >= 1000000 ? 2 : people >= 100000 ? 1.2 : people >= 20000 ? 0.6 : people >= 5000 ? 0.1 : -0.6;
        if (c->kind == PLACE_COUNTRY || c->kind == PLACE_ADMIN1)
            e = 3;
        else if (c->kind == PLACE_REGION || c->kind == PLACE_SITE || c->kind == PLACE_ADMIN2)
            e = 1.5;
        best = e > best ? e : best;
    }
    return best + (words > 1 ? 1.2 : 0);
}

/* The spot that stands right after a comma or an opening bracket, PLACE_NO_SPOT if none. */
static int spot_after_comma(const PlaceWork *w, uint32_t i)
{
    if (!is_sign(w, i, ',') && !is_sign(w, i, '('))
        return PLACE_NO_SPOT;
    uint32_t next = i + 1;
    if (next < w->a->tokens.count && str_equal_caseless(text_at(w, next), STR("in")))
        next++;
    return together(w, i, next) ? w->spot_of[next] : PLACE_NO_SPOT;
}

static bool can_hold(const PlaceName *outer, const PlaceName *inner)
{
    for (size_t i = 0; i < outer->count; i++)
        for (size_t k = 0; k < inner->count; k++)
            if (place_contains(&outer->candidates[i], &inner->candidates[k]))
                return true;
    return false;
}

/* "near Quetta", "on the outskirts of Quetta", "20 km from Quetta" */
static bool is_near(const PlaceWork *w, uint32_t i, bool linked)
{
    const Mention *m = cue_before(w, linked ? i - 1 : i, w->cls.near);
    return m != NULL && str_equal(analysis_value(w->a, m), STR("of")) == linked;
}

static double before_evidence(const PlaceWork *w, PlaceSpot *spot)
{
    uint32_t i = spot->first;
    if (i == 0 || !together(w, i - 1, i))
        return 0;
    bool linked = cue_before(w, i, w->cls.link) != NULL && i >= 2; /* "city of", "north of" */
    const Mention *of = linked ? cue_before(w, i - 1, w->cls.of) : NULL;
    if (of != NULL) {
        spot->hint = hint_of(analysis_value(w->a, of));
        return 2.5;
    }
    spot->near |= is_near(w, i, linked);
    if (cue_before(w, i, w->cls.before) != NULL || spot->near)
        return 1.6;
    if (linked)
        return is_name_word(w, i - 2) ? 0.9 : 0.3;
    if (cue_before(w, i, w->cls.side) != NULL)
        return 1.2;
    if (is_initial(w, i - 1) || (is_name_word(w, i - 1) && place_cue(w, i - 1, w->cls.first_name) != NULL &&
                                 w->spot_of[i - 1] == PLACE_NO_SPOT))
        return -4;
    if (is_title(w, i - 1))
        return -3;
    bool joined = has(w, i, TOKEN_SPACE_BEFORE);
    if (joined && is_name_word(w, i - 1) && w->spot_of[i - 1] == PLACE_NO_SPOT && !is_plain_word(w, i - 1) &&
        place_cue(w, i - 1, w->cls.demonym) == NULL)
        return -2;
    return 0;
}

static double after_evidence(const PlaceWork *w, PlaceSpot *spot)
{
    uint32_t i = spot->last;
    if (!together(w, i - 1, i))
        return 0;
    const Mention *part = place_cue(w, i, w->cls.part);
    if (part != NULL && !has(w, i, TOKEN_CAPITAL)) {
        spot->hint = spot->hint == HINT_NONE ? hint_of(analysis_value(w->a, part)) : spot->hint;
        return 1.5;
    }
    if (place_cue(w, i, w->cls.area) != NULL)
        return 1.2;
    if (is_age(w, i))
        return -4;
    if (place_cue(w, i, w->cls.after) != NULL && !has(w, i, TOKEN_CAPITAL))
        return 1.2;
    bool capital = has(w, i, TOKEN_CAPITAL);
    if (capital && place_cue(w, i, w->cls.civic) != NULL)
        return 0.8;
    if (capital && place_cue(w, i, w->cls.org) != NULL)
        return -1.2;
    if (part != NULL) {
        spot->hint = spot->hint == HINT_NONE ? hint_of(analysis_value(w->a, part)) : spot->hint;
        return 0.8;
    }
    if (place_cue(w, i, w->cls.acts) != NULL)
        return -1.5;
    if (has(w, i, TOKEN_SPACE_BEFORE) && is_name_word(w, i) && w->spot_of[i] == PLACE_NO_SPOT &&
        place_cue(w, i, w->cls.demonym) == NULL)
        return place_cue(w, spot->first, w->cls.first_name) != NULL && spot->last - spot->first == 1 ? -4 : -1.5;
    return 0;
}

/* "Springfield, Ohio": both are surer; the second says where the first lies. */
static void contain(PlaceWork *w, int inner, int outer)
{
    PlaceSpot *spot = &w->spots[inner];
    PlaceSpot *around = &w->spots[outer];
    if (spot->name < 0 || around->name < 0 || around->people || spot->people ||
        !can_hold(&w->names[around->name], &w->names[spot->name]))
        return;
    spot->container = outer;
    spot->evidence += 3;
    around->evidence += 2;
    around->holds = true;
}

/* A word that stands in lower case elsewhere is mostly no name. */
static double word_evidence(const PlaceWork *w, const PlaceSpot *spot)
{
    if (spot->last - spot->first != 1)
        return 0;
    bool starts = has(w, spot->first, TOKEN_SENTENCE_START | TOKEN_SHOUTED);
    double e = 0;
    if (has(w, spot->first, TOKEN_UPPER) && !starts)
        return 0; /* "US" is not "us" */
    if (place_cue(w, spot->first, w->cls.word) != NULL)
        e -= starts ? 4 : 2.5;
    else if (starts && place_cue(w, spot->first, w->cls.vocabulary) != NULL)
        e -= 2.5;
    if (place_cue(w, spot->first, w->cls.first_name) != NULL)
        e -= 1;
    return e;
}

/* Inside a longer phrase that is known to be no place: "Washington Post", "Baloch Liberation Army". */
static bool inside_other(const PlaceWork *w, const PlaceSpot *spot)
{
    const uint16_t classes[] = {w->cls.party, w->cls.outlet};
    for (size_t c = 0; c < sizeof classes / sizeof classes[0]; c++) {
        for (uint32_t back = 0; classes[c] != 0 && back <= 5 && back <= spot->first; back++) {
            const Mention *m = place_cue(w, spot->first - back, classes[c]);
            if (m != NULL && m->last >= spot->last && m->last - m->first > spot->last - spot->first)
                return true;
        }
    }
    return false;
}

static bool is_dash(Str text)
{
    return str_equal(text, STR("-")) || str_equal(text, STR("\xe2\x80\x93")) || str_equal(text, STR("\xe2\x80\x94"));
}

/* "TORRINGTON -", "HUDSON (", "LIMA:" at the beginning of a sentence. */
static bool is_dateline(const PlaceWork *w, const PlaceSpot *spot)
{
    if (!has(w, spot->first, TOKEN_SENTENCE_START | TOKEN_LINE_START) || !has(w, spot->first, TOKEN_UPPER))
        return false;
    return is_dash(text_at(w, spot->last)) || is_sign(w, spot->last, '(') || is_sign(w, spot->last, ':') ||
           is_sign(w, spot->last, ',');
}

/* "Pa.", "Ill.", "PA": a division's short name, which means it only behind another name. */
static bool is_abbreviation(const PlaceWork *w, const PlaceSpot *spot)
{
    enum { LONGEST = 6, CODE = 2 };
    const PlaceName *name = &w->names[spot->name];
    if (spot->last - spot->first != 1)
        return false;
    Str text = text_at(w, spot->first);
    bool dotted = text.len > 0 && text.len <= LONGEST && text.ptr[text.len - 1] == '.';
    if (!dotted && (text.len != CODE || !has(w, spot->first, TOKEN_UPPER)))
        return false;
    for (size_t i = 0; i < name->count; i++)
        if (name->candidates[i].kind == PLACE_COUNTRY || name->candidates[i].kind == PLACE_REGION)
            return false;
    for (size_t i = 0; i < name->count; i++) /* "D.C.", "N.Y.", "B.C." stand alone */
        if (text.len == 4 && str_find_char(name->candidates[i].place.name, ' ', 0) != SIZE_MAX)
            return false;
    return true;
}

/* Named beside another place: "Jackson and Barrow", "Canaan, Sharon". */
static double list_evidence(const PlaceWork *w, const PlaceSpot *spot)
{
    uint32_t i = spot->last;
    if (is_sign(w, i, ',') && !together(w, spot->first, i))
        return 0;
    uint32_t next = is_sign(w, i, ',') || place_cue(w, i, w->cls.list) != NULL ? i + 1 : UINT32_MAX;
    if (next != UINT32_MAX && is_sign(w, i, ',') && place_cue(w, next, w->cls.list) != NULL)
        next++;
    double e = 0;
    if (next != UINT32_MAX && together(w, spot->first, next) && w->spot_of[next] != PLACE_NO_SPOT)
        e += 0.7;
    if (spot->first == 0 || !together(w, spot->first - 1, spot->first))
        return e;
    uint32_t before = spot->first - 1;
    if (place_cue(w, before, w->cls.list) != NULL && before > 0 && is_sign(w, before - 1, ','))
        before--;
    if ((is_sign(w, before, ',') || place_cue(w, before, w->cls.list) != NULL) && before > 0 &&
        together(w, before - 1, spot->first) && w->spot_of[before - 1] != PLACE_NO_SPOT)
        e += 0.7;
    return e;
}

static void weigh(PlaceWork *w, PlaceSpot *spot)
{
    if (spot->name < 0 || spot->people || spot->evidence <= -100)
        return;
    const PlaceName *name = &w->names[spot->name];
    spot->evidence += size_evidence(name, spot->last - spot->first);
    spot->evidence += before_evidence(w, spot) + after_evidence(w, spot) + word_evidence(w, spot);
    if (name->person)
        spot->evidence -= 3;
    if (inside_other(w, spot))
        spot->evidence -= 4;
    if (is_dateline(w, spot))
        spot->evidence += 3;
    if (is_abbreviation(w, spot) && spot->container == PLACE_NO_SPOT && !spot->holds)
        spot->evidence -= 2.5;
    spot->evidence += list_evidence(w, spot);
}

/* A name that is surely a place somewhere is likelier one elsewhere. */
static void pool(PlaceWork *w)
{
    for (size_t i = 0; i < w->spot_count; i++) {
        const PlaceSpot *spot = &w->spots[i];
        if (spot->name >= 0 && spot->evidence > w->names[spot->name].evidence)
            w->names[spot->name].evidence = spot->evidence;
    }
    for (size_t i = 0; i < w->spot_count; i++) {
        PlaceSpot *spot = &w->spots[i];
        if (spot->name < 0 || spot->people)
            continue;
        PlaceName *name = &w->names[spot->name];
        if (name->evidence >= 2 && !name->person)
            spot->evidence += 0.8;
        name->stands |= spot->evidence >= PLACE_SURE;
    }
}

/* "North Texas", "East Oxford": the direction is part of the name where it has a capital too. */
static void extend(PlaceWork *w, PlaceSpot *spot)
{
    if (spot->first == 0 || spot->people || w->spot_of[spot->first - 1] != PLACE_NO_SPOT)
        return;
    uint32_t i = spot->first - 1;
    if (!together(w, i, spot->first) || !is_name_word(w, i) || place_cue(w, i, w->cls.side) == NULL)
        return;
    w->spot_of[i] = w->spot_of[spot->first];
    spot->first = i;
}

void place_spots(PlaceWork *w)
{
    find_persons(w);
    find_names(w);
    find_sites(w);
    for (size_t i = 0; i < w->spot_count; i++) {
        int next = spot_after_comma(w, w->spots[i].last);
        if (next == PLACE_NO_SPOT && w->spots[i].last < w->a->tokens.count &&
            together(w, w->spots[i].first, w->spots[i].last))
            next = w->spot_of[w->spots[i].last]; /* "Quetta Balochistan" */
        if (next != PLACE_NO_SPOT && next != (int)i)
            contain(w, (int)i, next);
    }
    for (size_t i = 0; i < w->spot_count; i++)
        weigh(w, &w->spots[i]);
    pool(w);
    for (size_t i = 0; i < w->spot_count; i++)
        if (w->spots[i].evidence >= PLACE_SURE)
            extend(w, &w->spots[i]);
}
