/*
 * place_evidence — for and against a spot being a place: its size, the words before and after it, and
 * what else the text says of the name. Weights were set by hand on news, in rough units of log-odds.
 */
#include <math.h>

#include "extract/place/place_work.h"

/* How well known a place is. */
static double fame(const Candidate *c)
{
    static const struct {
        int64_t people;
        double evidence;
    } TOWNS[] = {{1000000, 2}, {100000, 1.2}, {20000, 0.6}, {5000, 0.1}, {0, -0.6}};
    if (c->kind == PLACE_COUNTRY || c->kind == PLACE_ADMIN1)
        return 3;
    if (c->kind == PLACE_REGION || c->kind == PLACE_SITE || c->kind == PLACE_ADMIN2)
        return 1.5;
    size_t i = 0;
    while (c->place.population < TOWNS[i].people)
        i++;
    return TOWNS[i].evidence;
}

static double size_evidence(const PlaceWork *w, const PlaceSpot *spot)
{
    const PlaceName *name = &w->names[spot->name];
    double best = -0.6;
    bool known = false;
    for (size_t i = 0; i < name->count; i++) {
        bool byname = place_byname(w, spot, &name->candidates[i]);
        best = fmax(best, byname ? fmin(fame(&name->candidates[i]), 0.1) : fame(&name->candidates[i]));
        known |= !byname;
    }
    return best + (spot->last - spot->first > 1 && known ? 1.2 : 0);
}

/* "near Quetta", "on the outskirts of Quetta", "20 km from Quetta" */
static bool is_near(const PlaceWork *w, uint32_t i, bool linked)
{
    const Mention *m = place_cue_before(w, linked ? i - 1 : i, w->cls.near);
    return m != NULL && str_equal(analysis_value(w->a, m), STR("of")) == linked;
}

/* The word before is a place that this one says more of: "Austin Texas". */
static bool is_held(const PlaceWork *w, uint32_t before, const PlaceSpot *spot)
{
    int inner = w->spot_of[before];
    return inner != PLACE_NO_SPOT && w->spots[inner].container != PLACE_NO_SPOT &&
           &w->spots[w->spots[inner].container] == spot;
}

/* The word before is a name, or the beginning of one, that this word goes on: "Costa Verona". */
static bool goes_on(const PlaceWork *w, const PlaceSpot *spot)
{
    uint32_t before = spot->first - 1;
    if (!place_has(w, spot->first, TOKEN_SPACE_BEFORE) || !place_person_word(w, before) || place_plain(w, before) ||
        place_begins(w, before, w->cls.demonym))
        return false;
    int other = w->spot_of[before];
    return other == PLACE_NO_SPOT || (w->spots[other].evidence < PLACE_SURE && !is_held(w, before, spot));
}

/* "The ferry Princess Lagos": what a craft is called. A country behind one is mostly who took or struck it. */
static bool names_craft(const PlaceWork *w, const PlaceSpot *spot)
{
    enum { WORDS = 3 };
    const PlaceName *name = &w->names[spot->name];
    uint32_t first = spot->first;
    for (size_t i = 0; i < name->count; i++)
        if (name->candidates[i].kind == PLACE_COUNTRY)
            return false;
    while (first > 0 && spot->first - first < WORDS && !place_ends(w, first, w->cls.craft) &&
           place_together(w, first - 1, first) && place_name_word(w, first - 1))
        first--;
    return place_ends(w, first, w->cls.craft) && place_has(w, first, TOKEN_SPACE_BEFORE);
}

/* "Omar al-Basra": behind a name and an article, the rest of who somebody is. */
static bool ends_name(const PlaceWork *w, uint32_t i)
{
    return i >= 3 && place_article(w, i - 2) && place_together(w, i - 3, i) && place_person_word(w, i - 3) &&
           !place_plain(w, i - 3) && w->spot_of[i - 3] == PLACE_NO_SPOT;
}

/* "de", "la", "von": a short word that no list has. */
static bool is_particle(const PlaceWork *w, uint32_t i)
{
    enum { LONGEST = 3 };
    return place_has(w, i, TOKEN_WORD) && place_text(w, i).len <= LONGEST && !str_present(analysis_word(w->a, i)) &&
           (!place_has(w, i, TOKEN_CAPITAL) || place_has(w, i, TOKEN_SHOUTED)) && w->spot_of[i] == PLACE_NO_SPOT;
}

/* "Captain [San Martin]": behind a title that no office of a place has, unlike "Governor Sindh". */
static bool is_ranked(const PlaceWork *w, uint32_t i)
{
    const Mention *title = place_cue_before(w, i, w->cls.title);
    return title && str_is(analysis_value(w->a, title), "person");
}

/* "Ana de [Leon]", "Ana Sol de la [Cruz]", "Colonel Sol del [Rio]": behind particles, the rest of what a person is called. */
static bool ends_person(const PlaceWork *w, uint32_t i)
{
    enum { MOST = 2 };
    uint32_t t = i;
    while (i - t < MOST && t > 1 && place_together(w, t - 1, i) && is_particle(w, t - 1))
        t--;
    if (t == i || !place_together(w, t - 1, i) || !place_person_word(w, t - 1))
        return false;
    bool longer = t > 1 && place_together(w, t - 2, i);
    return place_begins(w, t - 1, w->cls.first_name) ||
           (longer && (place_begins(w, t - 2, w->cls.first_name) || is_ranked(w, t - 1)));
}

/* "Southern Gaza", "northern Idlib", "central Washington": a part of the division that is called like a lesser town; "eastern Aleppo" may be
 * of the city. */
static bool is_part_of_division(const PlaceWork *w, const PlaceSpot *spot)
{
    const double most = 0.5;
    const PlaceName *name = &w->names[spot->name];
    if (!place_ends(w, spot->first, w->cls.side) || place_has(w, spot->first - 1, TOKEN_CAPITAL))
        return false;
    int64_t largest = 0;
    for (size_t i = 0; i < name->count; i++) {
        if (name->candidates[i].kind == PLACE_COUNTRY)
            return false;
        if (name->candidates[i].kind == PLACE_TOWN && name->candidates[i].place.population > largest)
            largest = name->candidates[i].place.population;
    }
    const Candidate *division = place_largest_division(name);
    const Candidate *town = division ? place_namesake_town(name, division) : NULL;
    return town ? place_city_share(town, division) <= most : division && division->place.population / 2 > largest;
}

/* "Tse-[Haaga]": the rest of a name that no map has, not "Kabul-[Kandahar]" or "al-[Qaim]". */
static bool is_rest_of_name(const PlaceWork *w, uint32_t i)
{
    return i >= 2 && place_sign(w, i - 1, '-') && !place_has(w, i, TOKEN_SPACE_BEFORE) &&
           !place_has(w, i - 1, TOKEN_SPACE_BEFORE) && place_name_word(w, i - 2) && !place_article(w, i - 2) &&
           w->spot_of[i - 2] == PLACE_NO_SPOT && w->a->tokens.tokens[i - 2].word == 0 &&
           !place_has(w, i - 2, TOKEN_UPPER);
}

/* What stands before says that the name is somebody's. */
static double person_evidence(const PlaceWork *w, const PlaceSpot *spot)
{
    uint32_t i = spot->first;
    bool given = place_person_word(w, i - 1) && place_has(w, i, TOKEN_SPACE_BEFORE) &&
                 place_begins(w, i - 1, w->cls.first_name) && !is_held(w, i - 1, spot);
    if (given || place_initial(w, i - 1) || ends_name(w, i) || is_rest_of_name(w, i) || ends_person(w, i))
        return -4;
    if (is_ranked(w, i))
        return -6;
    return place_titled(w, i - 1) ? -3 : 0;
}

static double before_evidence(const PlaceWork *w, PlaceSpot *spot)
{
    uint32_t i = spot->first;
    if (i == 0 || !place_together(w, i - 1, i))
        return 0;
    bool linked = place_ends(w, i, w->cls.link) && i >= 2; /* "city of", "north of" */
    const Mention *of = linked ? place_cue_before(w, i - 1, w->cls.of) : NULL;
    spot->near |= is_near(w, i, linked);
    if (of != NULL) {
        spot->hint = place_hint(analysis_value(w->a, of));
        return 2.5;
    }
    if (place_ends(w, i, w->cls.before) || spot->near)
        return 1.6;
    if (place_is_struck(w, i, spot->last))
        return 1.6;
    if (linked)
        return place_name_word(w, i - 2) ? 0.9 : 0.3;
    if (is_part_of_division(w, spot))
        spot->hint = HINT_DIVISION;
    if (place_ends(w, i, w->cls.side))
        return 1.2;
    double person = person_evidence(w, spot);
    if (person != 0)
        return person;
    return goes_on(w, spot) ? -2 : 0;
}

/* The word behind has a capital: "Quetta Police", "Washington Post", "Paris Hilton". */
static double capital_after(const PlaceWork *w, const PlaceSpot *spot)
{
    uint32_t i = spot->last;
    if (place_begins(w, i, w->cls.civic))
        return 0.8;
    if (place_begins(w, i, w->cls.org))
        return -1.2;
    if (place_begins(w, i, w->cls.part))
        return 0.8;
    if (!place_has(w, i, TOKEN_SPACE_BEFORE) || !place_person_word(w, i) || place_begins(w, i, w->cls.demonym))
        return 0;
    bool first_name = spot->last - spot->first == 1 && place_begins(w, spot->first, w->cls.first_name);
    if (first_name && spot->container == PLACE_NO_SPOT)
        return -4;
    return w->spot_of[i] == PLACE_NO_SPOT || w->spot_of[i] != spot->container ? -1.5 : 0;
}

static double after_evidence(const PlaceWork *w, PlaceSpot *spot)
{
    uint32_t i = spot->last;
    if (!place_together(w, i - 1, i))
        return 0;
    if (place_age(w, i))
        return -4;
    const Mention *part = place_cue(w, i, w->cls.part);
    bool capital = place_has(w, i, TOKEN_CAPITAL);
    bool names_body = capital && (place_begins(w, i, w->cls.civic) || place_begins(w, i, w->cls.org));
    if (part != NULL && !names_body && spot->hint == HINT_NONE)
        spot->hint = place_hint(analysis_value(w->a, part));
    if (part != NULL && !capital)
        return 1.7;
    if (place_begins(w, i, w->cls.area) || (!capital && place_begins(w, i, w->cls.after)))
        return 1.2;
    if (!capital && place_begins(w, i, w->cls.acts))
        return -1.5;
    return capital ? capital_after(w, spot) : 0;
}

/* A word that stands in lower case elsewhere is mostly no name. */
static double word_evidence(const PlaceWork *w, const PlaceSpot *spot)
{
    if (spot->last - spot->first != 1)
        return 0;
    bool starts = place_has(w, spot->first, TOKEN_SENTENCE_START | TOKEN_SHOUTED);
    double e = 0;
    if (place_has(w, spot->first, TOKEN_UPPER) && !starts)
        return 0; /* "US" is not "us" */
    if (place_begins(w, spot->first, w->cls.word))
        e -= starts ? 4 : 2.5;
    else if (starts && place_begins(w, spot->first, w->cls.vocabulary))
        e -= 2.5;
    if (place_begins(w, spot->first, w->cls.first_name))
        e -= 1;
    const Mention *kind = place_cue(w, spot->first, w->cls.of); /* "University square" */
    if (kind && spot->container == PLACE_NO_SPOT && place_hint(analysis_value(w->a, kind)) == HINT_SITE)
        e -= 4;
    return e;
}

/* "The Salem family home": theirs, who bear the name; "a Goma family" is one of the town. */
static bool is_of_kin(const PlaceWork *w, const PlaceSpot *spot)
{
    if (spot->first == 0 || !place_begins(w, spot->last, w->cls.kin) || !place_together(w, spot->first - 1, spot->last))
        return false;
    const Mention *article = place_cue(w, spot->first - 1, w->cls.determiner);
    return article != NULL && str_equal(analysis_value(w->a, article), STR("definite"));
}

/* "Told SANA in a statement": the letters of an outlet amid a sentence in small ones, and no town. */
static bool is_outlet_s_letters(const PlaceWork *w, const PlaceSpot *spot)
{
    if (spot->first == 0 || !place_has(w, spot->first, TOKEN_UPPER) ||
        place_has(w, spot->first, TOKEN_SENTENCE_START | TOKEN_LINE_START) ||
        place_has(w, spot->first - 1, TOKEN_UPPER))
        return false;
    const Mention *m = place_cue(w, spot->first, w->cls.outlet);
    return m != NULL && m->last == spot->last;
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
    return is_outlet_s_letters(w, spot);
}

static bool is_dash(Str text)
{
    return str_equal(text, STR("-")) || analysis_is_dash(text);
}

/* "TORRINGTON -", "HUDSON (", "LIMA:" at the beginning of a sentence, or a dateline by its shape: "Torrington (Alba) -". */
static bool is_dateline(const PlaceWork *w, const PlaceSpot *spot)
{
    Span span = mention_tokens_span(&w->a->tokens, spot->first, spot->last);
    if (analysis_in_dateline(w->a, span) && span.end - span.start == w->a->dateline_place.len)
        return true;
    if (!place_has(w, spot->first, TOKEN_SENTENCE_START | TOKEN_LINE_START) || !place_has(w, spot->first, TOKEN_UPPER))
        return false;
    if (place_name_word(w, spot->last) && !place_has(w, spot->last, TOKEN_UPPER))
        return true;
    return is_dash(place_text(w, spot->last)) || place_sign(w, spot->last, '(') || place_sign(w, spot->last, ':') ||
           place_sign(w, spot->last, ',');
}

/* The token opens a line, or stands behind the mark of a list that does: "Sibi", "* Sibi", "1. Sibi". */
static bool opens_line(const PlaceWork *w, uint32_t i)
{
    enum { MARK = 2 };
    for (uint32_t back = 0; back <= MARK && back <= i; back++) {
        uint32_t t = i - back;
        if (back > 0 && !place_has(w, t, TOKEN_PUNCT) && !place_has(w, t, TOKEN_NUMBER))
            return false;
        if (place_has(w, t, TOKEN_SENTENCE_START | TOKEN_LINE_START))
            return true;
    }
    return false;
}

/* "* Sibi - 4 dead", "1. Turbat: six wounded". */
static bool heads_item(const PlaceWork *w, const PlaceSpot *spot)
{
    if (!opens_line(w, spot->first) || !(is_dash(place_text(w, spot->last)) || place_sign(w, spot->last, ':')))
        return false;
    return mention_at(&w->a->mentions, spot->last + 1, analysis_class(w->a, "COUNT")) != MENTION_NONE;
}

/* "Mass": the beginning of the division's own name, without a point. */
static bool is_cut_short(const PlaceName *name, Str text)
{
    for (size_t i = 0; i < name->count; i++) {
        Str whole = name->candidates[i].place.name;
        if (name->candidates[i].kind == PLACE_ADMIN1 && whole.len > text.len && str_begins(whole, text) &&
            char_is_letter(whole.ptr[text.len]))
            return true;
    }
    return false;
}

/* "Pa.", "Ill.", "PA": a division's short name, which means it only behind another name. */
static bool is_abbreviation(const PlaceWork *w, const PlaceSpot *spot)
{
    enum { LONGEST = 6, CODE = 2 };
    const PlaceName *name = &w->names[spot->name];
    if (spot->last - spot->first != 1)
        return false;
    Str text = place_text(w, spot->first);
    bool dotted = text.len > 0 && text.len <= LONGEST && text.ptr[text.len - 1] == '.';
    bool cut = !dotted && text.len <= LONGEST && is_cut_short(name, text);
    if (!dotted && !cut && (text.len != CODE || !place_has(w, spot->first, TOKEN_UPPER)))
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
    if (place_sign(w, i, ',') && !place_together(w, spot->first, i))
        return 0;
    uint32_t next = place_sign(w, i, ',') || place_begins(w, i, w->cls.list) ? i + 1 : UINT32_MAX;
    if (next != UINT32_MAX && place_sign(w, i, ',') && place_begins(w, next, w->cls.list))
        next++;
    double e = 0;
    if (next != UINT32_MAX && place_together(w, spot->first, next) && w->spot_of[next] != PLACE_NO_SPOT)
        e += 0.7;
    if (spot->first == 0 || !place_together(w, spot->first - 1, spot->first))
        return e;
    uint32_t before = spot->first - 1;
    if (place_begins(w, before, w->cls.list) && before > 0 && place_sign(w, before - 1, ','))
        before--;
    if ((place_sign(w, before, ',') || place_begins(w, before, w->cls.list)) && before > 0 &&
        place_together(w, before - 1, spot->first) && w->spot_of[before - 1] != PLACE_NO_SPOT)
        e += 0.7;
    return e;
}

/* "Street" or "streets" stands at the token. */
static bool is_street_word(const PlaceWork *w, uint32_t i, Str word)
{
    const Mention *part = place_cue(w, i, w->cls.part);
    return part != NULL && str_equal(analysis_value(w->a, part), word);
}

/* The words before the token end in "the corner of". */
static bool is_behind_crossing(const PlaceWork *w, uint32_t i)
{
    const Mention *of = place_ends(w, i, w->cls.link) ? place_cue_before(w, i - 1, w->cls.of) : NULL;
    return of != NULL && str_equal(analysis_value(w->a, of), STR("crossing"));
}

/* "The corner of [Ellis] and [Lahore]", not "a corner of Lahore". */
static bool is_crossing(const PlaceWork *w, const PlaceSpot *spot)
{
    enum { WORDS = 4 };
    if (is_behind_crossing(w, spot->first))
        return place_begins(w, spot->last, w->cls.list) && place_name_word(w, spot->last + 1);
    uint32_t t = spot->first;
    if (t == 0 || !place_begins(w, t - 1, w->cls.list))
        return false;
    for (t--; t > 0 && spot->first - t < WORDS && place_name_word(w, t - 1);)
        t--;
    return t + 1 < spot->first && is_behind_crossing(w, t);
}

/* "On [Lahore] street", "the corner of [Ellis] and [Lahore] Streets", not "in a Lahore street" or "on Lahore road", which leads there. */
static bool names_street(const PlaceWork *w, const PlaceSpot *spot)
{
    enum { WORDS = 4 };
    uint32_t i = spot->last;
    if (spot->first == 0 || !place_together(w, spot->first - 1, i) ||
        w->names[spot->name].candidates[0].kind == PLACE_SITE)
        return false;
    if (is_crossing(w, spot))
        return true;
    if (is_street_word(w, i, STR("street")) || is_street_word(w, i, STR("streets")))
        return !place_has(w, i, TOKEN_CAPITAL) && !place_begins(w, spot->first - 1, w->cls.determiner);
    uint32_t next = i + 1;
    while (next < i + WORDS && place_name_word(w, next) && !is_street_word(w, next, STR("streets")))
        next++;
    return place_begins(w, i, w->cls.list) && next > i + 1 && place_together(w, i, next) &&
           is_street_word(w, next, STR("streets"));
}

static void weigh(PlaceWork *w, PlaceSpot *spot)
{
    if (spot->name < 0 || spot->people || spot->evidence <= -100)
        return;
    spot->evidence += size_evidence(w, spot);
    spot->evidence += before_evidence(w, spot) + after_evidence(w, spot) + word_evidence(w, spot);
    if (w->names[spot->name].person)
        spot->evidence -= 3;
    if (inside_other(w, spot))
        spot->evidence -= 4;
    if (is_of_kin(w, spot))
        spot->evidence -= 8;
    if (names_craft(w, spot))
        spot->evidence -= 4;
    if (names_street(w, spot))
        spot->evidence -= 6;
    if (is_dateline(w, spot))
        spot->evidence += 3;
    if (heads_item(w, spot))
        spot->evidence += 2;
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

void place_weigh(PlaceWork *w)
{
    for (size_t i = 0; i < w->spot_count; i++)
        weigh(w, &w->spots[i]);
    pool(w);
}
