#include "extract/speaker/state.h"

enum { BODIES_MAX = 64 /* names of one report's bodies and people whose country is remembered */ };

typedef struct {
    const Analysis *a;
    uint16_t party;
} Names;

static Names names_of(const Analysis *a)
{
    return (Names){a, analysis_class(a, "PARTY")};
}

static Str country_of_party(const Names *n, const Mention *m)
{
    const Attr *attr = analysis_attr(n->a, m, "country");
    Str code = attr ? lexicon_value_name(n->a->language->lexicon, attr->value) : STR("");
    return str_equal(code, STR("-")) ? STR("") : code;
}

/* The place whose name begins at the byte; NULL where none does. */
static const PlaceMention *place_at(const Analysis *a, uint32_t start)
{
    size_t at = analysis_first_place(a, start);
    return at < a->place_count && a->places[at].span.start == start ? &a->places[at] : NULL;
}

/* What the words at a token are of a country. */
typedef struct {
    Str code;    /* "" where they are of none */
    Str printed; /* the words */
    Str name;    /* the country's or place's own */
    Str body;    /* the body's, as the lexicon has it; "" where it is none */
} Country;

/* "the [Kenyan] Hospital": a people in the name of a house says nothing of whose it is. */
static bool is_in_name(const Names *n, const PlaceMention *place)
{
    uint32_t next = analysis_token(n->a, place->span.end);
    if (!place->people || next >= n->a->tokens.count || !(n->a->tokens.tokens[next].flags & TOKEN_CAPITAL))
        return false;
    uint32_t at = mention_at(&n->a->mentions, next, n->party);
    return at != MENTION_NONE &&
           str_equal(analysis_attr_value(n->a, &n->a->mentions.items[at], "party"), party_name(PARTY_MEDICAL));
}

static Country country_at(const Names *n, uint32_t t)
{
    uint32_t at = mention_at(&n->a->mentions, t, n->party);
    Str body = at == MENTION_NONE ? STR("") : country_of_party(n, &n->a->mentions.items[at]);
    if (body.len > 0) {
        Str printed = analysis_text(n->a, &n->a->mentions.items[at]);
        return (Country){body, printed, printed, analysis_value(n->a, &n->a->mentions.items[at])};
    }
    const PlaceMention *place = place_at(n->a, n->a->tokens.tokens[t].span.start);
    if (!place || is_in_name(n, place))
        return (Country){.code = STR(""), .body = STR("")};
    return (Country){place->place.country, span_text(n->a->tokens.text, place->span), place->place.name, STR("")};
}

static Str country_in(const Names *n, Span span)
{
    for (uint32_t t = analysis_token(n->a, span.start); t < n->a->tokens.count; t++) {
        if (n->a->tokens.tokens[t].span.start >= span.end)
            break;
        Str code = country_at(n, t).code;
        if (code.len > 0)
            return code;
    }
    return STR("");
}

Str state_in(const Analysis *a, Span span)
{
    Names n = names_of(a);
    return span_is_empty(span) ? STR("") : country_in(&n, span);
}

/* ---- speakers ---- */

/* Speakers whose country was told. */
typedef struct {
    struct {
        Str speaker;
        Str name;
        Str group;
        Str state;
        Party party;
    } items[BODIES_MAX];
    size_t count;
} Bodies;

/* "The Kenyan [army]": words for bodies, behind their country's name or as the end of a name that the lexicon gives a country. */
typedef struct {
    struct {
        uint32_t token;
        Str state;
    } items[BODIES_MAX];
    size_t count;
    bool told; /* the text was searched */
} Forces;

static bool is_own_name(Str word)
{
    return word.len > 0 && char_is_upper(word.ptr[0]);
}

static bool holds_word(Str phrase, Str word)
{
    Str own = {0};
    while (str_cut(&phrase, ' ', &own))
        if (str_equal_caseless(own, word))
            return true;
    return false;
}

/* "The [defence ministry]" says no more than "Kenya's defence ministry"; "local officials" does than "Kenyan officials". */
static bool says_no_more(Str phrase, Str known)
{
    Str rest = phrase;
    Str word = {0};
    while (str_cut(&rest, ' ', &word))
        if (!holds_word(known, word))
            return false;
    return phrase.len > 0;
}

/* "The Kenyan army … the army", "Governor Musa Khan … Khan". */
static Str recall(const Bodies *bodies, const Attribution *said)
{
    for (size_t i = bodies->count; i > 0; i--) {
        if (bodies->items[i - 1].party != said->party)
            continue;
        Str known = bodies->items[i - 1].speaker;
        bool body = is_own_name(said->group) && str_equal(bodies->items[i - 1].group, said->group);
        bool person = said->name.len > 0 && str_equal(bodies->items[i - 1].name, said->name);
        if (body || person || says_no_more(said->speaker, known))
            return bodies->items[i - 1].state;
    }
    return STR("");
}

static void remember(Bodies *bodies, const Attribution *said)
{
    if (bodies->count == BODIES_MAX)
        return;
    bodies->items[bodies->count].speaker = said->speaker;
    bodies->items[bodies->count].name = said->name;
    bodies->items[bodies->count].group = said->group;
    bodies->items[bodies->count].party = said->party;
    bodies->items[bodies->count++].state = said->state;
}

static void add_force(Forces *forces, uint32_t token, Str state)
{
    if (forces->count == BODIES_MAX)
        return;
    forces->items[forces->count].token = token;
    forces->items[forces->count++].state = state;
}

/* Whether a word for a body of a government begins at the token. */
static bool is_body_word(const Names *n, uint32_t t)
{
    uint32_t at = mention_at(&n->a->mentions, t, n->party);
    return at != MENTION_NONE &&
           str_equal(analysis_attr_value(n->a, &n->a->mentions.items[at], "party"), party_name(PARTY_GOVERNMENT));
}

static void find_forces(const Names *n, Forces *forces)
{
    const MentionList *list = &n->a->mentions;
    forces->told = true;
    for (uint32_t i = mention_first(list, n->party); i != MENTION_NONE; i = mention_after(list, i)) {
        Str state = country_of_party(n, &list->items[i]);
        if (state.len > 0)
            add_force(forces, list->items[i].last - 1, state);
    }
    for (size_t i = 0; i < n->a->place_count; i++) {
        uint32_t behind = analysis_token(n->a, n->a->places[i].span.end);
        if (n->a->places[i].people && behind < n->a->tokens.count && is_body_word(n, behind))
            add_force(forces, behind, n->a->places[i].place.country);
    }
}

/* "The Kenyan [army] hit a base. [Army] spokesman Ali Musa said": the country of the last such body told of before, whose word stands in front of
 * the speaker's last. */
static Str state_of_force(const Names *n, Forces *forces, Span source)
{
    if (!forces->told)
        find_forces(n, forces);
    const Token *tokens = n->a->tokens.tokens;
    uint32_t first = analysis_token(n->a, source.start);
    uint32_t nearest = 0;
    Str state = STR("");
    for (uint32_t t = first; t < n->a->tokens.count && tokens[t].span.end < source.end; t++)
        for (size_t i = 0; i < forces->count && is_body_word(n, t); i++) {
            uint32_t told = forces->items[i].token;
            if (told < first && told >= nearest && tokens[told].word == tokens[t].word) {
                nearest = told;
                state = forces->items[i].state;
            }
        }
    return state;
}

/* The dateline's country, if the report names a place in it besides: a bureau abroad tells nothing of whose ministry speaks. */
static Str dateline_state(const Analysis *a)
{
    Str state = STR("");
    for (size_t i = 0; i < a->place_count && state.len == 0; i++) {
        if (analysis_in_dateline(a, a->places[i].span))
            state = a->places[i].place.country;
    }
    for (size_t i = 0; i < a->place_count && state.len > 0; i++) {
        const PlaceMention *place = &a->places[i];
        if (!analysis_in_dateline(a, place->span) && !place->people && str_equal(place->place.country, state))
            return state;
    }
    return STR("");
}

void state_find(Analysis *a)
{
    Names n = names_of(a);
    Bodies bodies = {.count = 0};
    Forces forces = {.count = 0};
    Str home = dateline_state(a);
    for (size_t i = 0; i < a->attribution_count; i++) {
        Attribution *said = &a->attributions[i];
        if (said->party != PARTY_GOVERNMENT && said->party != PARTY_MEDICAL)
            continue;
        said->state = span_is_empty(said->source) ? STR("") : country_in(&n, said->source);
        if (said->state.len > 0)
            remember(&bodies, said);
        else
            said->state = recall(&bodies, said);
        if (said->state.len == 0 && said->party == PARTY_GOVERNMENT && !span_is_empty(said->source))
            said->state = state_of_force(&n, &forces, said->source);
        if (said->state.len == 0)
            said->state = home;
    }
}

/* ---- a fight between states ---- */

/* "Kenya" did it, or "Kenyan forces". */
static bool is_perpetrator(const Claim *attack, const Country *country)
{
    for (size_t i = 0; i < attack->perpetrator_count; i++) {
        Str who = attack->perpetrators[i];
        if (str_equal(who, country->name) || str_equal(who, country->body) ||
            str_find(who, country->printed, 0) < SIZE_MAX)
            return true;
    }
    return false;
}

/* Whether the token stands in the name of an armed group: "Kenyan Front". */
static bool is_of_group(const Names *n, uint32_t t)
{
    enum { NAME_TOKENS = 8 };
    uint32_t at = mention_over(&n->a->mentions, t, n->party, NAME_TOKENS);
    return at != MENTION_NONE &&
           str_equal(analysis_attr_value(n->a, &n->a->mentions.items[at], "party"), party_name(PARTY_ARMED_GROUP));
}

/* The state that the claim's sentence names as the only one that did it, or whose forces did. */
static Str attacking_state(const Names *n, const Claim *claim)
{
    for (uint32_t t = analysis_token(n->a, claim->sentence.start); t < n->a->tokens.count; t++) {
        if (n->a->tokens.tokens[t].span.start >= claim->sentence.end)
            break;
        Country country = country_at(n, t);
        if (country.code.len > 0 && is_perpetrator(claim, &country) && !is_of_group(n, t))
            return country.code;
    }
    return STR("");
}

void state_mark_attackers(Analysis *a)
{
    Names n = names_of(a);
    for (size_t i = 0; i < a->claim_count; i++)
        if (a->claims[i].perpetrator_count == 1)
            a->claims[i].perpetrator_state = attacking_state(&n, &a->claims[i]);
}

static bool attacks(const StateWar *war, Str state)
{
    for (size_t i = 0; i < war->count; i++) {
        if (str_equal(war->states[i], state))
            return true;
    }
    return false;
}

/* The countries that the attack's passage names as those who did it. */
static void add_attackers(const Names *n, const Claim *attack, StateWar *war)
{
    for (uint32_t t = analysis_token(n->a, attack->evidence.start); t < n->a->tokens.count; t++) {
        if (n->a->tokens.tokens[t].span.start >= attack->evidence.end)
            break;
        Country country = country_at(n, t);
        if (country.code.len > 0 && war->count < ATTACKERS_MAX && is_perpetrator(attack, &country) &&
            !attacks(war, country.code))
            war->states[war->count++] = country.code;
    }
}

StateWar state_war(const Analysis *a)
{
    Names n = names_of(a);
    uint16_t front = analysis_class(a, "WAR_FRONT");
    StateWar war = {.front = front && mention_first(&a->mentions, front) != MENTION_NONE};
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *attack = &a->claims[i];
        if (attack->kind == KIND_ATTACK && !attack->background && attack->perpetrator_count > 0)
            add_attackers(&n, attack, &war);
    }
    return war;
}

bool state_at_war(const StateWar *war, Str one, Str other)
{
    return war->front || attacks(war, one) || attacks(war, other);
}
