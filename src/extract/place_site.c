/*
 * place_site — places that the gazetteer lacks, told by the words around them: streets, rivers and
 * hospitals by their last word ("Main Street"), roads by number ("Highway 10"), villages by a cue
 * ("Xinmo village", "in Cajeme").
 */
#include "extract/place_work.h"

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

static void add(PlaceWork *w, PlaceSpot spot)
{
    int named_after = w->spot_of[spot.first];
    for (uint32_t k = spot.first; k < spot.last; k++)
        if (w->spot_of[k] != PLACE_NO_SPOT)
            w->spots[w->spot_of[k]].evidence = BURIED;
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

/* "Um | Ruwaba", "Beit | Hanina": a word that some name of the lexicon has too, no common one and nobody's first name, before one in no list. */
static bool opens_strange_name(const PlaceWork *w, uint32_t i, uint32_t end)
{
    return end == i + 2 && w->a->tokens.tokens[i + 1].word == 0 && !place_has(w, i, TOKEN_SENTENCE_START) &&
           !place_begins(w, i, w->cls.vocabulary) && !place_begins(w, i, w->cls.first_name) &&
           !place_begins(w, i, w->cls.org) && !place_titled(w, i);
}

/* Capitalised words, the first of which is in no list of words, and no person's: "Umemger", "Wad al-Noura", "Pont-Sonde". */
static uint32_t strange_name(const PlaceWork *w, uint32_t i)
{
    uint32_t end = i;
    while (end < w->a->tokens.count && end - i < SITE_WORDS_MAX && place_together(w, i, end) &&
           place_name_word(w, end) && w->spot_of[end] == PLACE_NO_SPOT && !place_has(w, end, TOKEN_UPPER))
        end++;
    if (end > i && place_together(w, i, end))
        end = behind_hyphen(w, behind_article(w, end));
    bool strange = end > i && (w->a->tokens.tokens[i].word == 0 || opens_strange_name(w, i, end));
    if (!strange || place_surname(w, place_fold_hash(w, i, i + 1)) ||
        place_surname(w, place_fold_hash(w, end - 1, end)))
        return i;
    bool goes_on = end < w->a->tokens.count && place_together(w, i, end) && place_name_word(w, end);
    return goes_on ? i : end;
}

/* "the village of Umemger", "Xinmo village", "in Cajeme". */
static bool add_by_cue(PlaceWork *w, uint32_t i)
{
    if (w->spot_of[i] != PLACE_NO_SPOT || !place_name_word(w, i) || i == 0 || !place_together(w, i - 1, i))
        return false;
    uint32_t end = strange_name(w, i);
    if (end == i)
        return false;
    bool of = i >= 2 && place_begins(w, i - 1, w->cls.link) && place_cue_before(w, i - 1, w->cls.of) != NULL;
    const Mention *before = place_cue_before(w, i, w->cls.in);
    const Mention *unit = place_together(w, i, end) ? place_cue(w, end, w->cls.part) : NULL;
    PlaceHint hint = unit == NULL ? HINT_NONE : place_hint(analysis_value(w->a, unit));
    bool village = unit != NULL && !place_has(w, end, TOKEN_CAPITAL) && (hint == HINT_TOWN || hint == HINT_ADMIN2);
    bool scene = before != NULL && place_has(w, before->first, TOKEN_SENTENCE_START) && end > i + 1 &&
                 !place_has(w, end, TOKEN_CAPITAL); /* "In Verhnya Lozka two people" */
    bool in = before != NULL && str_equal(analysis_value(w->a, before), STR("in")) &&
              (scene || !place_has(w, end, TOKEN_WORD)) && !place_sign(w, end, '-');
    if (!of && !village && !in)
        return false;
    add(w, (PlaceSpot){.first = i, .last = end, .hint = hint, .evidence = PLACE_SURE});
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
        if (!add_by_last_word(w, i) && !add_by_first_word(w, i))
            (void)add_by_cue(w, i);
    }
}
