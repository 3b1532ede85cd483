/*
 * place_site — places that the gazetteer lacks, told by the words around them: streets, rivers and
 * hospitals by their last word ("Main Street"), roads by number ("Highway 10"), villages by a cue
 * ("Xinmo village", "in Cajeme").
 */
#include "extract/analysis/tags.h"
#include "extract/place/place_work.h"

enum { SITE_WORDS_MAX = 4, TITLE_CASE_WORDS = 5, SMALL_WORD = 4 };

static const double BURIED = -100; /* part of a longer name */

/* A word of a longer name that the gazetteer has; a town called "Street" alone is no hindrance. */
static bool inside_name(const PlaceWork *w, uint32_t i)
{
    return w->spot_of[i] != PLACE_NO_SPOT && w->spots[w->spot_of[i]].last - w->spots[w->spot_of[i]].first > 1;
}

/* A headline that writes all longer words with a capital: capitals tell little there. */
static bool is_title_case(const PlaceWork *w, uint32_t i)
{
    const Sentence *sentence = &w->a->tokens.sentences[w->a->tokens.tokens[i].sentence];
    uint32_t capitals = 0;
    for (uint32_t k = sentence->first; k < sentence->last; k++) {
        if (!place_has(w, k, TOKEN_WORD) || place_text(w, k).len < SMALL_WORD)
            continue;
        if (!place_has(w, k, TOKEN_CAPITAL))
            return false;
        capitals++;
    }
    return capitals >= TITLE_CASE_WORDS;
}

static void bury(PlaceWork *w, uint32_t first, uint32_t last)
{
    for (uint32_t k = first; k < last; k++)
        if (w->spot_of[k] != PLACE_NO_SPOT)
            w->spots[w->spot_of[k]].evidence = BURIED;
}

static void add(PlaceWork *w, PlaceSpot spot)
{
    int named_after = w->spot_of[spot.first];
    bury(w, spot.first, spot.last);
    spot.name = PLACE_NO_SPOT;
    spot.container = named_after;
    place_add_spot(w, spot);
}

/* The first word of the capitalised ones before the token. */
static uint32_t name_begin(const PlaceWork *w, uint32_t i)
{
    uint32_t first = i;
    while (first > 0 && i - first < SITE_WORDS_MAX && place_together(w, first - 1, i) &&
           place_name_word(w, first - 1) && !place_plain(w, first - 1) && !place_titled(w, first - 1) &&
           !place_begins(w, first - 1, w->cls.demonym))
        first--;
    return first;
}

/* "Main Street", "Shifa Hospital", "Neches River": capitalised words that end in a word for a site. */
static bool add_by_last_word(PlaceWork *w, uint32_t i)
{
    const Mention *part = place_cue(w, i, w->cls.part);
    if (part == NULL || !place_has(w, i, TOKEN_CAPITAL) || inside_name(w, i))
        return false;
    PlaceHint hint = place_hint(analysis_value(w->a, part));
    uint32_t first = name_begin(w, i);
    bool unit = hint == HINT_ADMIN1 || hint == HINT_ADMIN2 || hint == HINT_TOWN;
    if (first == i || hint == HINT_NONE || hint == HINT_ADMIN1 || hint == HINT_TOWN ||
        (unit && w->spot_of[first] != PLACE_NO_SPOT) || place_begins(w, i + 1, w->cls.org))
        return false;
    add(w, (PlaceSpot){.first = first, .last = i + 1, .hint = hint, .evidence = 2});
    return true;
}

/* "Lake Chapala", "Highway 10", "Camp Murray". */
static bool add_by_first_word(PlaceWork *w, uint32_t i)
{
    const Mention *head = place_cue(w, i, w->cls.head);
    if (head == NULL || !place_has(w, i, TOKEN_CAPITAL) || inside_name(w, i) || !place_together(w, i, i + 1))
        return false;
    bool road = str_equal(analysis_value(w->a, head), STR("road"));
    if (road ? !place_has(w, i + 1, TOKEN_NUMBER) : !place_name_word(w, i + 1) || inside_name(w, i + 1))
        return false;
    add(w, (PlaceSpot){.first = i, .last = i + 2, .hint = HINT_SITE, .evidence = 2});
    return true;
}

/* The token behind "al-Noura" at the token, or the token itself. */
static uint32_t behind_article(const PlaceWork *w, uint32_t i)
{
    return place_article(w, i) && place_name_word(w, i + 2) ? i + 3 : i;
}

/* The token behind "-Sonde" at the token, or the token itself. */
static uint32_t behind_hyphen(const PlaceWork *w, uint32_t i)
{
    return place_sign(w, i, '-') && !place_has(w, i, TOKEN_SPACE_BEFORE) && place_name_word(w, i + 1) &&
                   !place_has(w, i + 1, TOKEN_SPACE_BEFORE)
               ? i + 2
               : i;
}

/* "Um | Ruwaba", "Beit | Hanina", "Al | Buqayra": a word that some name of the lexicon has too, no common one and nobody's first name
 * unless it is as short as an article, before one in no list. */
static bool opens_strange_name(const PlaceWork *w, uint32_t i, uint32_t end)
{
    enum { ARTICLE = 2, LONG_ARTICLE = 3 };
    bool free =
        w->spot_of[i + 1] == PLACE_NO_SPOT || place_text(w, i).len <= LONG_ARTICLE; /* "El Orito", not "Central Rome" */
    return end == i + 2 && w->a->tokens.tokens[i + 1].word == 0 && free && !place_has(w, i, TOKEN_SENTENCE_START) &&
           !place_begins(w, i, w->cls.vocabulary) &&
           (place_text(w, i).len == ARTICLE || !place_begins(w, i, w->cls.first_name)) &&
           !place_begins(w, i, w->cls.org) && !place_titled(w, i);
}

/* "In Xobaro | Sunday": a day. */
static bool is_time(const PlaceWork *w, uint32_t i)
{
    return mention_covers(&w->a->mentions, i, w->cls.time);
}

static bool is_of_one_word(const PlaceWork *w, int spot)
{
    return w->spots[spot].name >= 0 && !w->spots[spot].people && w->spots[spot].last - w->spots[spot].first == 1 &&
           place_is_settlement(&w->names[w->spots[spot].name]);
}

/* "Tal | Zunayd": the name of some village far off, which nobody would mean by it, before a word in no list. */
static bool opens_with_village(const PlaceWork *w, uint32_t i)
{
    const int64_t small = 50000;
    const PlaceName *name = &w->names[w->spots[w->spot_of[i]].name];
    for (size_t k = 0; k < name->count; k++)
        if (name->candidates[k].place.population >= small)
            return false;
    return place_together(w, i, i + 1) && w->spot_of[i + 1] == PLACE_NO_SPOT && place_name_word(w, i + 1) &&
           w->a->tokens.tokens[i + 1].word == 0 && place_has(w, i + 1, TOKEN_SPACE_BEFORE) &&
           !place_begins(w, i, w->cls.first_name) && !place_has(w, i, TOKEN_SENTENCE_START);
}

/* A word that may go on a strange name: no place of its own, or a town whose name is this one's last word: "Qaryat Zawiya". */
static bool goes_on_name(const PlaceWork *w, uint32_t i, uint32_t end)
{
    int spot = w->spot_of[end];
    bool free = spot == PLACE_NO_SPOT || (is_of_one_word(w, spot) && (end > i || opens_with_village(w, i)));
    return free && place_together(w, i, end) && place_name_word(w, end) && !place_has(w, end, TOKEN_UPPER) &&
           !is_time(w, end);
}

/* Capitalised words, the first of which is in no list of words, and no person's: "Umemger", "Wad al-Noura", "Al-Noura", "Pont-Sonde". */
static uint32_t strange_name(const PlaceWork *w, uint32_t i)
{
    uint32_t head = place_article(w, i) && place_together(w, i, i + 2) && place_name_word(w, i + 2) ? i + 2 : i;
    uint32_t end = head;
    while (end < w->a->tokens.count && end - head < SITE_WORDS_MAX && goes_on_name(w, head, end))
        end++;
    if (end > head && place_together(w, i, end))
        end = behind_hyphen(w, behind_article(w, end));
    bool strange = end > head && (w->a->tokens.tokens[head].word == 0 || w->spot_of[head] != PLACE_NO_SPOT ||
                                  opens_strange_name(w, head, end));
    if (!strange || place_surname(w, place_fold_hash(w, i, i + 1)) ||
        place_surname(w, place_fold_hash(w, end - 1, end)))
        return i;
    bool goes_on = end < w->a->tokens.count && place_together(w, i, end) && place_name_word(w, end) && !is_time(w, end);
    return goes_on ? i : end;
}

/* ", a clerk," and not ", a clerk said": behind the comma stands who somebody is. */
static bool says_who(const PlaceWork *w, uint32_t comma)
{
    enum { REACH = 12 };
    bool person = false;
    if (!place_sign(w, comma, ',') || !place_begins(w, comma + 1, w->cls.determiner))
        return false;
    for (uint32_t t = comma + 1; t < comma + REACH && place_together(w, comma, t) && !place_sign(w, t, ','); t++) {
        if (place_begins(w, t, w->cls.acts))
            return false;
        person = person || place_begins(w, t, w->cls.rank) || place_begins(w, t, analysis_class(w->a, "VICTIM"));
    }
    return person;
}

/* "Attacked Kwiga and beat him": a pronoun of one person follows. */
static bool is_told_on(const PlaceWork *w, uint32_t end)
{
    enum { REACH = 10 };
    uint16_t personal = analysis_class(w->a, "PERSONAL");
    for (uint32_t t = end; t < end + REACH && place_together(w, end - 1, t); t++) {
        const Mention *pronoun = place_cue(w, t, personal);
        if (pronoun != NULL && str_begins(analysis_value(w->a, pronoun), STR("one")))
            return true;
    }
    return false;
}

/* "Kwiga, who", "Kwiga, a clerk,", "Kwiga's", "Kwiga said", "Kwiga ... him": somebody. */
static bool is_somebody(const PlaceWork *w, uint32_t end)
{
    bool comma = place_sign(w, end, ',');
    return place_begins(w, end + comma, w->cls.acts) || place_age(w, end) || says_who(w, end) || is_told_on(w, end) ||
           mention_begins(&w->a->mentions, end, analysis_class(w->a, "POSSESSIVE"));
}

bool place_is_struck(const PlaceWork *w, uint32_t first, uint32_t last)
{
    const Mention *before = place_cue_before(w, first, w->cls.in);
    bool letters = place_has(w, first, TOKEN_UPPER) && !place_has(w, first, TOKEN_SHOUTED); /* "an attack on SERTI" */
    return before != NULL && str_equal(analysis_value(w->a, before), STR("struck")) && !letters &&
           !is_somebody(w, last);
}

/* "Drones struck Sumy and | Umm Dahla". */
static bool is_struck_too(const PlaceWork *w, uint32_t i)
{
    if (i < 3 || !place_ends(w, i, w->cls.list) || w->spot_of[i - 2] == PLACE_NO_SPOT)
        return false;
    const PlaceSpot *first = &w->spots[w->spot_of[i - 2]];
    return !first->people && place_is_struck(w, first->first, first->last);
}

/* "Shells fell on Umm Dahla", "gunmen stormed Xobaro": what is struck is a place, if it is no body and nobody. */
static bool is_struck(const PlaceWork *w, uint32_t i, uint32_t end)
{
    if (!place_is_struck(w, i, end) && !(is_struck_too(w, i) && !is_somebody(w, end)))
        return false;
    for (uint32_t t = i; t < end; t++)
        if ((place_begins(w, t, w->cls.first_name) && t > i) || place_begins(w, t, w->cls.org) ||
            place_begins(w, t, w->cls.party) || place_begins(w, t, w->cls.craft))
            return false;
    return true;
}

/* "In Umemger | on Friday", "| killed", not "near Elm and Oak", of streets: what stands behind the name can be no noun that it tells the kind of, as in
 * "Umemger cloth". */
static bool is_whole(const PlaceWork *w, uint32_t end)
{
    if (!place_has(w, end, TOKEN_WORD) || is_time(w, end))
        return true;
    uint64_t tags = w->a->language->word_tags[w->a->tokens.tokens[end].word];
    bool and_name = (tags & BIT(TAG_CONJ)) && place_has(w, end + 1, TOKEN_CAPITAL);
    return !place_has(w, end, TOKEN_CAPITAL) && tags != 0 && !and_name &&
           ((tags & BIT(TAG_PRET)) || !(tags & BIT(TAG_NOUN)));
}

/* "At Xinmo | in Umemger province". */
static bool is_in_division(const PlaceWork *w, uint32_t i, uint32_t end)
{
    const Mention *in = place_ends(w, i, w->cls.before) && end == i + 1 ? place_cue(w, end, w->cls.in) : NULL;
    if (in == NULL || !str_equal(analysis_value(w->a, in), STR("in")))
        return false;
    int spot = w->spot_of[end + 1];
    const Mention *unit =
        place_cue(w, spot == PLACE_NO_SPOT ? strange_name(w, end + 1) : w->spots[spot].last, w->cls.part);
    PlaceHint hint = unit == NULL ? HINT_NONE : place_hint(analysis_value(w->a, unit));
    return place_together(w, i, end + 1) && (hint == HINT_ADMIN1 || hint == HINT_ADMIN2) && !is_somebody(w, end);
}

/* "the village of Umemger", "Xinmo village", "in Cajeme", "stormed Umemger". */
static bool add_by_cue(PlaceWork *w, uint32_t i)
{
    bool named = w->spot_of[i] != PLACE_NO_SPOT && !(is_of_one_word(w, w->spot_of[i]) && opens_with_village(w, i));
    if (named || !place_name_word(w, i) || i == 0 || !place_together(w, i - 1, i))
        return false;
    uint32_t end = strange_name(w, i);
    if (end == i)
        return false;
    const Mention *side = place_cue_before(w, i - 1, w->cls.near); /* "10 km north of Umemger" */
    bool of = i >= 2 && place_begins(w, i - 1, w->cls.link) &&
              (place_cue_before(w, i - 1, w->cls.of) != NULL ||
               (side != NULL && str_equal(analysis_value(w->a, side), STR("of")) && is_whole(w, end)));
    const Mention *before = place_cue_before(w, i, w->cls.in);
    const Mention *unit = place_together(w, i, end) ? place_cue(w, end, w->cls.part) : NULL;
    PlaceHint hint = unit == NULL ? HINT_NONE : place_hint(analysis_value(w->a, unit));
    bool division = hint == HINT_ADMIN1 && before != NULL && str_equal(analysis_value(w->a, before), STR("in"));
    bool village =
        unit != NULL && !place_has(w, end, TOKEN_CAPITAL) && (hint == HINT_TOWN || hint == HINT_ADMIN2 || division);
    bool scene = before != NULL && place_has(w, before->first, TOKEN_SENTENCE_START) && end > i + 1 &&
                 !place_has(w, end, TOKEN_CAPITAL); /* "In Verhnya Lozka two people" */
    bool in = before != NULL && str_equal(analysis_value(w->a, before), STR("in")) && (scene || is_whole(w, end)) &&
              !place_sign(w, end, '-');
    bool site = unit != NULL && !place_has(w, end, TOKEN_CAPITAL) && hint == HINT_SITE && !is_somebody(w, end + 1) &&
                (before != NULL || place_begins(w, i - 1, w->cls.determiner));
    if (!of && !village && !in && !site && !is_in_division(w, i, end) && !is_struck(w, i, end))
        return false;
    add(w, (PlaceSpot){.first = i, .last = end, .hint = hint, .evidence = PLACE_SURE});
    return true;
}

/* "[Tal al-Hawa Sharqi]", "[Pont-Sonde]": where the capitalised words from the token on end. */
static uint32_t name_end(const PlaceWork *w, uint32_t i)
{
    uint32_t end = i;
    while (end - i < 2 * SITE_WORDS_MAX && place_together(w, i, end)) {
        bool word = place_name_word(w, end) && !is_time(w, end) && !place_begins(w, end, w->cls.determiner);
        uint32_t next = word ? end + 1 : end;
        next = behind_hyphen(w, behind_article(w, next));
        if (next == end)
            break;
        end = next;
    }
    return end;
}

/* A word that makes the name of some place another one's: "Tal al-Hawa [Sharqi]", "Santa Elena [Dos]", "[Ban Tok] Sila", not "[North] Kivu". */
static bool is_own_word(const PlaceWork *w, uint32_t i)
{
    return place_has(w, i, TOKEN_WORD) && w->spot_of[i] == PLACE_NO_SPOT && !place_article(w, i) &&
           !place_begins(w, i, w->cls.side) && !place_begins(w, i, w->cls.part) && !place_begins(w, i, w->cls.head);
}

/* Somebody, some body or a part of a place is named in the words, or letters stand for words: "Berks County Murder", "FEMA Region". */
static bool names_other(const PlaceWork *w, uint32_t first, uint32_t last)
{
    for (uint32_t t = first; t < last; t++) {
        if (place_begins(w, t, w->cls.demonym) || place_begins(w, t, w->cls.party) || place_begins(w, t, w->cls.org) ||
            place_begins(w, t, w->cls.craft) || place_begins(w, t, w->cls.outlet) || place_titled(w, t) ||
            place_begins(w, t, w->cls.part) ||
            (t + 1 < last && place_text(w, t).len > 1 && place_has(w, t, TOKEN_UPPER)) ||
            place_surname(w, place_fold_hash(w, t, t + 1)))
            return true;
    }
    return false;
}

/* "The [Wadi al-Zorg] neighbourhood", "at [Al-Aqsa Martyrs] hospital": the word behind says what the whole name is. */
static PlaceHint unit_behind(const PlaceWork *w, uint32_t i, uint32_t end)
{
    bool introduced = place_begins(w, i - 1, w->cls.determiner) || place_begins(w, i - 1, w->cls.before) ||
                      (place_ends(w, i, w->cls.link) && i >= 2 && !place_has(w, i - 2, TOKEN_CAPITAL));
    if (!introduced || place_has(w, end, TOKEN_CAPITAL))
        return HINT_NONE;
    const Mention *unit = place_cue(w, end, w->cls.part);
    if (unit == NULL)
        return place_begins(w, end, w->cls.area) ? HINT_SUBURB : HINT_NONE;
    PlaceHint hint = place_hint(analysis_value(w->a, unit));
    return hint == HINT_TOWN || hint == HINT_SITE ? hint : HINT_NONE;
}

/* "The village of [Let Yet Gone]", "the community of [El Refugio Viejo]". */
static PlaceHint unit_before(const PlaceWork *w, uint32_t i)
{
    const Mention *of = place_begins(w, i - 1, w->cls.link) ? place_cue_before(w, i - 1, w->cls.of) : NULL;
    PlaceHint hint =
        of == NULL || place_has(w, of->first, TOKEN_CAPITAL) ? HINT_NONE : place_hint(analysis_value(w->a, of));
    return hint == HINT_TOWN || hint == HINT_SUBURB ? hint : HINT_NONE;
}

/* "[Wadi] [al-Dahab]", "[Goma]-[Sake] village": two places' names in a row, of which the second says not where the first lies, as in "Austin Texas". */
static bool is_of_two(const PlaceWork *w, uint32_t first, uint32_t last, bool village)
{
    int inner = w->spot_of[first];
    int outer = w->spot_of[last - 1];
    if (inner == outer || inner == PLACE_NO_SPOT || outer == PLACE_NO_SPOT || w->spots[inner].name < 0 ||
        w->spots[outer].name < 0)
        return false;
    uint32_t behind = w->spots[outer].first;
    bool hyphen = !village && place_sign(w, behind - 1, '-') &&
                  !(behind >= 2 && place_article(w, behind - 2)); /* "Goma-Bukavu" */
    return !hyphen && !place_can_hold(&w->names[w->spots[outer].name], &w->names[w->spots[inner].name]);
}

/* A name of several words of which a map has some only, as another place's. The words around say that all of them are one name, or they stand
 * behind "in" and are in no list of words. */
static bool add_long_name(PlaceWork *w, uint32_t i)
{
    if (i == 0 || !place_together(w, i - 1, i) || place_name_word(w, i - 1) || place_sign(w, i - 1, '-'))
        return false;
    uint32_t end = name_end(w, i);
    if (end < i + 2 || names_other(w, i, end))
        return false;
    uint32_t own = 0;
    uint32_t strange = 0;
    for (uint32_t t = i; t < end; t++) {
        bool is_own = is_own_word(w, t);
        own += is_own;
        strange += is_own && w->a->tokens.tokens[t].word == 0;
    }
    PlaceHint before = unit_before(w, i);
    PlaceHint hint = before == HINT_NONE ? unit_behind(w, i, end) : before;
    if (own == 0 && !is_of_two(w, i, end, hint == HINT_TOWN))
        return false;
    const Mention *in = place_cue_before(w, i, w->cls.in);
    bool stands_in = in != NULL && str_equal(analysis_value(w->a, in), STR("in")) &&
                     !place_has(w, in->first, TOKEN_SENTENCE_START) && strange > 0 && is_whole(w, end);
    if (hint == HINT_NONE && !stands_in)
        return false;
    if (hint == HINT_SITE) { /* what a hospital is called is nobody's place, and the public edition withholds it */
        if (is_own_word(w, end - 1)) /* else place.in.name has it */
            bury(w, i, end);
        return true;
    }
    add(w, (PlaceSpot){.first = i, .last = end, .hint = hint, .evidence = PLACE_SURE});
    w->spots[w->spot_count - 1].container = PLACE_NO_SPOT;
    return true;
}

void place_sites(PlaceWork *w)
{
    uint32_t count = (uint32_t)w->a->tokens.count;
    uint32_t sentence = UINT32_MAX; /* that passed_over is of */
    bool passed_over = false;
    for (uint32_t i = 0; i < count; i++) {
        if (!place_has(w, i, TOKEN_CAPITAL))
            continue;
        if (w->a->tokens.tokens[i].sentence != sentence) {
            sentence = w->a->tokens.tokens[i].sentence;
            passed_over = !place_body(w, i) || is_title_case(w, i);
        }
        if (passed_over)
            continue;
        if (!add_by_last_word(w, i) && !add_by_first_word(w, i) && !add_by_cue(w, i))
            (void)add_long_name(w, i);
    }
}
