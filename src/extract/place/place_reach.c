#include "extract/place/place_reach.h"

#include "extract/syntax/syntax.h"

/* A finite verb or an infinitive: "it reached", "expected to reach", not "and wounded nine". */
static bool is_clause_verb(const Analysis *a, uint32_t token)
{
    Tag tag = a->syntax->tags[token];
    Tag before = token > 0 ? a->syntax->tags[token - 1] : TAG_STOP;
    if (tag == TAG_BASE)
        return before == TAG_TO || before == TAG_MODAL;
    return (tag == TAG_THIRD || tag == TAG_PRET) && before != TAG_CONJ;
}

/* A word behind a comma that opens a clause: ", while in Mosul", ", and in Mosul". */
static bool opens_clause(const Analysis *a, uint32_t token)
{
    if (token == 0 || a->syntax->tags[token - 1] != TAG_COMMA)
        return false;
    bool and_in =
        a->syntax->tags[token] == TAG_CONJ && token + 1 < a->tokens.count && a->syntax->tags[token + 1] == TAG_PREP;
    return and_in || mention_begins(&a->mentions, token, analysis_class(a, "CLAUSE_OPENER"));
}

bool place_is_of_next_clause(const Analysis *a, const PlaceMention *place, Span passage)
{
    uint32_t here = analysis_token(a, place->span.start);
    for (uint32_t t = analysis_token(a, passage.end); t < here; t++)
        if (a->syntax->tags[t] == TAG_SEMI || opens_clause(a, t))
            return true;
    return false;
}

static bool holds_verb(const Analysis *a, Span passage)
{
    for (uint32_t t = analysis_token(a, passage.start); t < analysis_token(a, passage.end); t++)
        if (syntax_is_verb(a->syntax->tags[t]) || a->syntax->tags[t] == TAG_BE)
            return true;
    return false;
}

/* How many clauses further than the passage's own the place is: "four were killed, with the storm expected to reach Florida". One
 * verb beside a passage without a verb is its own: "shelling hit Goma", "in Goma shells killed [12]". */
static uint32_t clauses_between(const Analysis *a, Span passage, Span place)
{
    bool behind = place.start >= passage.end;
    uint32_t first = analysis_token(a, behind ? passage.end : place.end);
    uint32_t last = analysis_token(a, behind ? place.start : passage.start);
    uint32_t verbs = 0;
    uint32_t openers = 0;
    for (uint32_t t = first; t < last; t++) {
        verbs += is_clause_verb(a, t);
        openers += opens_clause(a, t);
    }
    bool coordinated =
        !behind && last > first && a->syntax->tags[last - 1] == TAG_CONJ; /* "in Goma shells killed 12 [and] hurt 30" */
    return openers + verbs - (verbs > 0 && (coordinated || !holds_verb(a, passage)));
}

/* "In the Brazil neighbourhood": a common noun follows, of which the country is the name. */
static bool names_another(const Analysis *a, const PlaceMention *place)
{
    uint32_t next = analysis_token(a, place->span.end);
    return next < a->tokens.count && a->syntax->tags[next] == TAG_NOUN &&
           (a->tokens.tokens[next].flags & (TOKEN_WORD | TOKEN_CAPITAL)) == TOKEN_WORD;
}

Str place_lead_at(const Analysis *a, uint32_t token)
{
    uint16_t before = analysis_class(a, "PLACE_BEFORE");
    if (!mention_begins(&a->mentions, token, before))
        return STR_NONE;
    const Lexicon *lexicon = a->language->lexicon;
    return lexicon_value_name(lexicon, lexicon_word_value(lexicon, a->tokens.tokens[token].word, before));
}

/* "Taken to Goma", "from Bukavu to Goma" and "loyal to Kenya", not "on the road to Goma". */
static bool is_bare_way(const Analysis *a, uint32_t to, const PlaceMention *place)
{
    if (place->place.precision == PRECISION_COUNTRY || to == 0 || syntax_is_verb(a->syntax->tags[to - 1]))
        return true;
    const PlaceMention *other = place > a->places ? place - 1 : NULL;
    uint32_t first = other ? analysis_token(a, other->span.start) : 0;
    return first > 0 && analysis_token(a, other->span.end) == to && str_equal(place_lead_at(a, first - 1), STR("way"));
}

/* "in | the eastern city of Goma": where the words that say what a place is begin; the token itself where none stand there. */
static uint32_t over_kind(const Analysis *a, uint32_t token)
{
    if (token < 2 || !mention_begins(&a->mentions, token - 1, analysis_class(a, "NP_LINK")) ||
        !mention_begins(&a->mentions, token - 2, analysis_class(a, "PLACE_OF")))
        return token;
    uint32_t kind = token - 2;
    kind -= kind > 0 && mention_begins(&a->mentions, kind - 1, analysis_class(a, "PLACE_SIDE"));
    return kind - (kind > 0 && a->syntax->tags[kind - 1] == TAG_DET);
}

static Str lead_of(const Analysis *a, const PlaceMention *place)
{
    uint32_t token = over_kind(a, analysis_token(a, place->span.start));
    bool land = place->place.precision == PRECISION_COUNTRY || place->place.precision == PRECISION_REGION;
    token -=
        land && token > 0 && a->syntax->tags[token - 1] == TAG_DET; /* "across the United States", "in the Caribbean" */
    if (token == 0)
        return STR_NONE;
    if (a->syntax->tags[token - 1] == TAG_TO && !is_bare_way(a, token - 1, place))
        return STR("at");
    return place_lead_at(a, token - 1);
}

bool place_opens_scene(const Analysis *a, Span place)
{
    uint32_t token = analysis_token(a, place.start);
    uint32_t first = a->tokens.sentences[analysis_sentence(a, token)].first;
    return token == first + 1 && mention_begins(&a->mentions, first, analysis_class(a, "PLACE_BEFORE"));
}

/* "Goma, where 12 died": the passage stands in the clause that tells of the place. */
static bool is_told_of(const Analysis *a, const PlaceMention *place, Span passage)
{
    uint32_t next = analysis_token(a, place->span.end);
    Tag tag = next < a->tokens.count ? a->syntax->tags[next] : TAG_STOP;
    next += tag == TAG_COMMA || tag == TAG_DASH || tag == TAG_HYPHEN;
    return next < a->tokens.count && a->syntax->tags[next] == TAG_WHADV &&
           a->tokens.tokens[next].span.end <= passage.start;
}

bool place_is_told_at(const Analysis *a, const PlaceMention *place)
{
    return str_equal(lead_of(a, place), STR("at"));
}

int64_t place_reach(const Analysis *a, const PlaceMention *place, Span passage, uint32_t far)
{
    enum { CLAUSE = 40, WAY = 40, FARTHEST = 1000 };
    if (far > FARTHEST) /* of a table without full stops; no clause tells these apart */
        return far;
    Str lead = lead_of(a, place);
    bool country = place->place.precision == PRECISION_COUNTRY;
    bool way = str_equal(lead, STR("way"));
    bool at = str_equal(lead, STR("at"));
    if (country && (!(at || way) || names_another(a, place)))
        return -1;
    int64_t clauses = (int64_t)CLAUSE * clauses_between(a, passage, place->span);
    if (!way && is_told_of(a, place, passage))
        return clauses;
    far -= place_opens_scene(a, place->span) && place->span.end <= passage.start ? BEFORE_FAR : 0;
    return far + clauses - (country && at ? COUNTRY_FAR : 0) + (way ? WAY : 0);
}

bool place_says_where(const Analysis *a, const PlaceMention *place)
{
    enum { LONGEST = 8 };
    if (place == a->places || place[-1].people || !place_is_spot(&place[-1]) || place[-1].span.end >= place->span.start)
        return false;
    uint16_t near = analysis_class(a, "PLACE_NEAR");
    uint16_t cues[] = {near, analysis_class(a, "PLACE_LINK"), analysis_class(a, "PLACE_SIDE"),
                       analysis_class(a, "DETERMINER")};
    ClassSet any = class_set_of(cues, sizeof cues / sizeof *cues);
    uint32_t first = analysis_token(a, place[-1].span.end);
    uint32_t last = analysis_token(a, place->span.start);
    bool told = false;
    if (last - first > LONGEST || a->syntax->tags[first] != TAG_COMMA)
        return false;
    for (uint32_t t = first; t < last; t++) {
        told = told || mention_begins(&a->mentions, t, near);
        if (!(a->tokens.tokens[t].flags & (TOKEN_PUNCT | TOKEN_NUMBER)) &&
            !mention_may_begin_any(&a->mentions, t, &any))
            return false;
    }
    return told;
}
