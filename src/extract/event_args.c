#include "extract/event_args.h"

#include "extract/event_type.h"

enum {
    REACH = 28,       /* tokens searched on either side of a trigger */
    PHRASE_LEFT = 5,  /* words of a noun phrase before its head */
    PHRASE_RIGHT = 4, /* and after it: a name, "of the …" */
    NOT_REACH = 4,    /* "could … attack" */
    LIST_GAP = 5,     /* tokens between two members of a list of targets */
    TARGET_GAP = 9,   /* between the trigger and its first target */
};

void names_add(Names *names, Str name)
{
    if (name.len == 0 || names->count == ARGS_MAX)
        return;
    for (size_t i = 0; i < names->count; i++) {
        if (str_equal_caseless(names->items[i], name))
            return;
    }
    names->items[names->count++] = name;
}

static const Token *token_at(const EventWords *w, uint32_t t)
{
    return &w->a->tokens.tokens[t];
}

static char sign_at(const EventWords *w, uint32_t t)
{
    return w->a->tokens.text.ptr[token_at(w, t)->span.start];
}

/* ---- noun phrases ---------------------------------------------------------------------------- */

static bool is_verb(const EventWords *w, uint32_t t)
{
    return event_at(w, t, WORDS_PAST) != MENTION_NONE || event_at(w, t, WORDS_HIT) != MENTION_NONE ||
           event_at(w, t, WORDS_WEAK) != MENTION_NONE;
}

/* A word that may stand inside a noun phrase; so may the hyphen and the clitic between two of them. */
static bool in_phrase(const EventWords *w, uint32_t t)
{
    const Token *token = token_at(w, t);
    if (token->flags & TOKEN_PUNCT)
        return sign_at(w, t) == '-' && !(token->flags & TOKEN_SPACE_BEFORE);
    if (!(token->flags & TOKEN_WORD))
        return (token->flags & TOKEN_NUMBER) == 0;
    Tag tag = (Tag)w->syntax->tags[t];
    return (tag == TAG_NOUN || tag == TAG_POSS) && !w->stops[t] && !w->harms[t];
}

static uint32_t phrase_left(const EventWords *w, uint32_t first)
{
    uint32_t start = event_sentence(w, first)->first;
    uint32_t left = first;
    while (left > start && first - left < PHRASE_LEFT && in_phrase(w, left - 1))
        left--;
    while (left < first && (token_at(w, left)->flags & TOKEN_PUNCT))
        left++;
    return left;
}

/* Names behind the head ("Bishop Juan Perez"), and what it belongs to ("offices of the Andes Bank"). */
static uint32_t phrase_right(const EventWords *w, uint32_t last)
{
    uint32_t end = event_sentence(w, last - 1)->last;
    uint32_t right = last;
    uint32_t limit = last + PHRASE_RIGHT < end ? last + PHRASE_RIGHT : end;
    while (right < limit && (token_at(w, right)->flags & TOKEN_CAPITAL) && in_phrase(w, right))
        right++;
    if (right == last && right + 1 < end && event_at(w, right, WORDS_OF) != MENTION_NONE) {
        uint32_t next = right + 1;
        while (next < end && next < right + 3 && event_at(w, next, WORDS_THE) != MENTION_NONE)
            next++;
        uint32_t stop = next;
        while (stop < end && stop < next + PHRASE_RIGHT && in_phrase(w, stop))
            stop++;
        if (stop > next)
            right = stop;
    }
    while (right > last && (token_at(w, right - 1)->flags & TOKEN_PUNCT))
        right--;
    return right;
}

Span event_phrase(const EventWords *w, uint32_t first, uint32_t last)
{
    return mention_tokens_span(&w->a->tokens, phrase_left(w, first), phrase_right(w, last));
}

/* Does a name stand in the phrase: a capital that isn't a sentence's first? In shouted text every word may be one. */
static bool has_name(const EventWords *w, Span span, uint32_t t)
{
    while (t > 0 && token_at(w, t - 1)->span.start >= span.start)
        t--;
    for (; t < w->a->tokens.count && token_at(w, t)->span.end <= span.end; t++) {
        if ((token_at(w, t)->flags & TOKEN_CAPITAL) && !(token_at(w, t)->flags & TOKEN_SENTENCE_START))
            return true;
    }
    return false;
}

Str event_printed(const EventWords *w, Span span)
{
    Str text = span_text(w->a->tokens.text, span);
    if (str_find_char(text, '\n', 0) == SIZE_MAX)
        return text;
    char *line = arena_alloc(w->a->arena, text.len + 1, 1);
    size_t len = 0;
    for (size_t i = 0; i < text.len; i++) {
        char c = char_is_space(text.ptr[i]) ? ' ' : text.ptr[i];
        if (c != ' ' || len == 0 || line[len - 1] != ' ')
            line[len++] = c;
    }
    return (Str){line, len};
}

/* A thing is called by the lexicon's name, unless the report names it; people are as printed. */
static Str target_name(const EventWords *w, const Mention *m, bool human)
{
    Span span = event_phrase(w, m->first, m->last);
    if (!human && !has_name(w, span, m->first))
        return analysis_value(w->a, m);
    return event_printed(w, span);
}

static Str attr_of(const Analysis *a, const Mention *m, const char *name)
{
    const Attr *attr = analysis_attr(a, m, name);
    return attr ? lexicon_value_name(a->language->lexicon, attr->value) : STR("");
}

Str event_party_name(const Analysis *a, const Mention *m)
{
    Str name = analysis_value(a, m);
    bool role = str_equal(attr_of(a, m, "kind"), STR("role"));
    return name.len > 0 && !role ? name : analysis_text(a, m);
}

Actor event_actor(const Analysis *a, const Mention *m)
{
    Party party = party_parse(attr_of(a, m, "party"));
    if (party == PARTY_ARMED_GROUP)
        return str_equal(attr_of(a, m, "kind"), STR("role")) ? ACTOR_ROLE : ACTOR_GROUP;
    /* of a government's bodies only those that bear arms */
    uint32_t force = mention_at(&a->mentions, m->first, analysis_class(a, "FORCE"));
    bool armed = party == PARTY_GOVERNMENT && force != MENTION_NONE && a->mentions.items[force].last == m->last;
    return armed ? ACTOR_STATE : ACTOR_NONE;
}

static Actor actor_at(const EventWords *w, uint32_t t)
{
    uint32_t at = event_at(w, t, WORDS_PARTY);
    return at == MENTION_NONE ? ACTOR_NONE : event_actor(w->a, &w->a->mentions.items[at]);
}

/* An armed group is never the target that a report means by "fighters". */
static bool is_armed(const EventWords *w, uint32_t t)
{
    Actor actor = actor_at(w, t);
    return actor == ACTOR_ROLE || actor == ACTOR_GROUP;
}

/* ---- the clause ------------------------------------------------------------------------------ */

static bool breaks_clause(const EventWords *w, uint32_t t)
{
    return event_at(w, t, WORDS_BREAK) != MENTION_NONE || sign_at(w, t) == ';';
}

static uint32_t clause_start(const EventWords *w, uint32_t trigger)
{
    uint32_t start = event_sentence(w, trigger)->first;
    uint32_t t = trigger;
    for (uint32_t n = 0; t > start && n < REACH; n++, t--) {
        /* "gunmen who attacked": the relative pronoun right before the verb keeps its noun in reach */
        if (breaks_clause(w, t - 1) && trigger - t > 1)
            break;
    }
    return t;
}

static uint32_t clause_end(const EventWords *w, uint32_t behind)
{
    uint32_t end = event_sentence(w, behind - 1)->last;
    uint32_t t = behind;
    for (uint32_t n = 0; t < end && n < REACH; n++, t++) {
        if (breaks_clause(w, t) || w->harms[t] || (t > behind && is_verb(w, t)))
            break;
    }
    return t;
}

static void cover(EventArgs *out, uint32_t first, uint32_t last)
{
    if (first < out->first)
        out->first = first;
    if (last > out->last)
        out->last = last;
}

/* The target that begins at a token, and whether it is a person. */
static uint32_t target_at(const EventWords *w, uint32_t t, bool *human)
{
    uint32_t m = event_at(w, t, WORDS_TARGET);
    uint32_t h = event_at(w, t, WORDS_TARGET_HUMAN);
    const Mention *items = w->a->mentions.items;
    *human = h != MENTION_NONE && (m == MENTION_NONE || items[h].last > items[m].last);
    return *human ? h : m;
}

/* Another head word follows inside the same noun phrase: "police | station commander". */
static bool is_inner(const EventWords *w, const Mention *m)
{
    bool human = false;
    uint32_t end = event_sentence(w, m->first)->last;
    return m->last < end && in_phrase(w, m->last) && target_at(w, m->last, &human) != MENTION_NONE;
}

/* The first target from t on and the list that it begins; by_list: nothing but list signs may stand between. */
static void targets_right(const EventWords *w, uint32_t t, uint32_t end, EventArgs *out)
{
    uint32_t gap = TARGET_GAP;
    uint32_t since = t;
    while (t < end && t - since <= gap) {
        bool human = false;
        uint32_t at = target_at(w, t, &human);
        if (event_at(w, t, WORDS_BY) != MENTION_NONE && event_at(w, t + 1, WORDS_ING) == MENTION_NONE)
            return;
        if (at == MENTION_NONE) {
            t++;
            continue;
        }
        const Mention *m = &w->a->mentions.items[at];
        if (!is_inner(w, m) && !is_armed(w, m->first)) {
            names_add(&out->targets, target_name(w, m, human));
            cover(out, m->first, human ? phrase_right(w, m->last) : m->last);
            gap = LIST_GAP;
            since = m->last;
        }
        t = m->last;
    }
}

/* The nearest target before the verb of a passive, with the list that it ends. */
static void targets_left(const EventWords *w, uint32_t start, uint32_t before, EventArgs *out)
{
    uint32_t since = before;
    uint32_t gap = TARGET_GAP + 4;
    for (uint32_t t = before; t > start && since - t <= gap; t--) {
        bool human = false;
        uint32_t at = target_at(w, t - 1, &human);
        if (at == MENTION_NONE)
            continue;
        const Mention *m = &w->a->mentions.items[at];
        if (m->last > before || is_inner(w, m) || is_armed(w, m->first))
            continue;
        names_add(&out->targets, target_name(w, m, human));
        cover(out, m->first, m->last);
        since = m->first;
        gap = LIST_GAP;
    }
}

/* ---- people by name --------------------------------------------------------------------------- */

enum { NAME_WORDS = 6, ASIDE_WORDS = 16 };

/* A noun phrase of any words, as the one to whom it happened: "the murder of Jaime Pardo". It must hold a name. */
static bool add_anybody(const EventWords *w, uint32_t first, uint32_t last, EventArgs *out)
{
    while (first < last && (token_at(w, first)->flags & TOKEN_PUNCT))
        first++;
    bool named = false;
    for (uint32_t t = first; t < last; t++) {
        named |= (token_at(w, t)->flags & TOKEN_CAPITAL) != 0;
        if (is_armed(w, t) || event_at(w, t, WORDS_NOUN) != MENTION_NONE)
            return false;
    }
    if (!named || first >= last)
        return false;
    names_add(&out->targets, event_printed(w, mention_tokens_span(&w->a->tokens, first, last)));
    cover(out, first, last);
    return true;
}

static void anybody_right(const EventWords *w, uint32_t t, uint32_t end, EventArgs *out)
{
    while (t < end && event_at(w, t, WORDS_THE) != MENTION_NONE)
        t++;
    uint32_t stop = t;
    while (stop < end && stop < t + NAME_WORDS && in_phrase(w, stop))
        stop++;
    (void)add_anybody(w, t, stop, out);
}

/* More names in a list: "…, Ana Diaz, Juan Paz and Rosa Gil". Each has two words with capitals or more. */
static void names_right(const EventWords *w, uint32_t t, uint32_t end, EventArgs *out)
{
    while (t < end) {
        uint32_t first = t;
        while (first < end && (sign_at(w, first) == ',' || event_covers(w, first, WORDS_AND)))
            first++;
        uint32_t stop = first;
        while (stop < end && (token_at(w, stop)->flags & TOKEN_CAPITAL) && in_phrase(w, stop))
            stop++;
        if (first == t || stop < first + 2 || stop > first + NAME_WORDS || !add_anybody(w, first, stop, out))
            return;
        t = stop;
    }
}

/* Before "was kidnapped", stepping over an aside between commas: "Ali Khan, a lawyer, was kidnapped". */
static bool anybody_left(const EventWords *w, uint32_t start, uint32_t before, EventArgs *out)
{
    uint32_t stop = before;
    while (stop > start && event_covers(w, stop - 1, WORDS_BE))
        stop--;
    while (stop > start && (token_at(w, stop - 1)->flags & TOKEN_WORD) && w->stops[stop - 1])
        stop--;
    if (stop > start && sign_at(w, stop - 1) == ',') {
        uint32_t comma = stop - 1;
        while (comma > start && stop - comma < ASIDE_WORDS && (comma == stop - 1 || sign_at(w, comma) != ','))
            comma--;
        if (sign_at(w, comma) == ',')
            stop = comma;
    }
    uint32_t first = stop;
    while (first > start && stop - first < NAME_WORDS && in_phrase(w, first - 1))
        first--;
    return add_anybody(w, first, stop, out);
}

/* Does an aside between commas stand right before the verb? */
static bool follows_aside(const EventWords *w, uint32_t start, uint32_t before)
{
    while (before > start && event_covers(w, before - 1, WORDS_BE))
        before--;
    return before > start && sign_at(w, before - 1) == ',';
}

/* ---- parties --------------------------------------------------------------------------------- */

/* Adds the party at a token; an unnamed one is understood but adds no name. Is there an actor at all? */
static bool add_party(const EventWords *w, uint32_t t, EventArgs *out)
{
    Actor actor = actor_at(w, t);
    if (actor == ACTOR_NONE)
        return false;
    const Mention *m = &w->a->mentions.items[event_at(w, t, WORDS_PARTY)];
    if (actor != ACTOR_ROLE)
        names_add(&out->perpetrators, event_party_name(w->a, m));
    out->actor = true;
    cover(out, m->first, m->last);
    return true;
}

/* The subject: the nearest party before the verb. */
static void party_left(const EventWords *w, uint32_t start, uint32_t before, EventArgs *out)
{
    for (uint32_t t = before; t > start; t--) {
        if (add_party(w, t - 1, out))
            return;
    }
}

/* "a Northern Front attack", "the Northern Front's raid": the party's name ends in the noun's own phrase. */
static void party_before_noun(const EventWords *w, uint32_t start, uint32_t noun, EventArgs *out)
{
    for (uint32_t t = noun; t > start && noun - t < 8; t--) {
        uint32_t at = event_at(w, t - 1, WORDS_PARTY);
        if (at == MENTION_NONE)
            continue;
        for (uint32_t k = w->a->mentions.items[at].last; k < noun; k++) {
            if (!in_phrase(w, k))
                return;
        }
        (void)add_party(w, t - 1, out);
        return;
    }
}

/* "by the Northern Front": the party close behind "by". */
static void party_by(const EventWords *w, uint32_t behind, uint32_t end, EventArgs *out)
{
    for (uint32_t t = behind; t < end; t++) {
        if (event_at(w, t, WORDS_BY) == MENTION_NONE)
            continue;
        for (uint32_t p = t + 1; p < end && p < t + 8; p++) {
            if (add_party(w, p, out))
                return;
        }
    }
}

/* Parties that a rule made the agent somewhere in the sentence. */
static void agents(const EventWords *w, const Sentence *sentence, EventArgs *out)
{
    for (uint32_t t = sentence->first; t < sentence->last; t++) {
        if (event_at(w, t, WORDS_AGENT) != MENTION_NONE && actor_at(w, t) == ACTOR_GROUP)
            (void)add_party(w, t, out);
    }
}

/* ---- status, tactics ------------------------------------------------------------------------- */

static bool is_passive(const EventWords *w, uint32_t start, const Mention *trigger)
{
    for (uint32_t t = trigger->first, n = 0; t > start && n < 3; t--, n++) {
        if (event_at(w, t - 1, WORDS_BE) != MENTION_NONE)
            return true;
        if (!(token_at(w, t - 1)->flags & TOKEN_WORD))
            break;
    }
    return event_at(w, trigger->last, WORDS_BY) != MENTION_NONE;
}

static void find_status(const EventWords *w, uint32_t start, const Mention *trigger, uint32_t end, EventArgs *out)
{
    for (uint32_t t = trigger->first, n = 0; t > start && n < NOT_REACH; t--, n++) {
        out->denied |= event_covers(w, t - 1, WORDS_NOT);
        if (event_covers(w, t - 1, WORDS_ATTEMPT))
            out->status |= STATUS_ATTEMPTED;
        if (event_covers(w, t - 1, WORDS_FOIL))
            out->status |= STATUS_FOILED;
    }
    for (uint32_t t = trigger->last; t < end; t++) {
        if (event_at(w, t, WORDS_FOIL) != MENTION_NONE)
            out->status |= STATUS_FOILED;
    }
    if (out->status != 0)
        out->denied = false;
}

static void find_tactics(const EventWords *w, const Sentence *sentence, EventArgs *out)
{
    for (uint32_t t = sentence->first; t < sentence->last; t++) {
        uint32_t at = event_at(w, t, WORDS_TACTIC);
        if (at != MENTION_NONE)
            names_add(&out->tactics, analysis_value(w->a, &w->a->mentions.items[at]));
        at = event_at(w, t, WORDS_WEAPON);
        if (at != MENTION_NONE)
            names_add(&out->tactics, analysis_value(w->a, &w->a->mentions.items[at]));
    }
}

/* "attack on", "explosion outside": the preposition that leads from a noun or "exploded" to its target. */
static void targets_after_preposition(const EventWords *w, uint32_t behind, uint32_t end, EventArgs *out)
{
    for (uint32_t t = behind; t < end && t < behind + 6; t++) {
        uint32_t on = event_at(w, t, WORDS_ON);
        if (on == MENTION_NONE)
            continue;
        targets_right(w, w->a->mentions.items[on].last, end, out);
        if (out->targets.count > 0)
            return;
    }
}

/* Deeds done to a person: without a target from the lexicon, whoever is named is the target. */
static bool befalls_people(const EventWords *w, const Mention *trigger)
{
    return event_type_befalls_people(analysis_value(w->a, trigger));
}

void event_args_find(const EventWords *w, EventWord kind, const Mention *trigger, EventArgs *out)
{
    *out = (EventArgs){.first = trigger->first, .last = trigger->last};
    uint32_t start = clause_start(w, trigger->first);
    uint32_t end = clause_end(w, trigger->last);
    const Sentence *sentence = event_sentence(w, trigger->first);
    find_status(w, start, trigger, end, out);
    find_tactics(w, sentence, out);
    bool verb = kind == WORDS_PAST || kind == WORDS_WEAK || kind == WORDS_DAMAGE || kind == WORDS_KILL;
    bool people = befalls_people(w, trigger);
    if (kind == WORDS_SUFFER || (verb && is_passive(w, start, trigger))) {
        bool named = people && follows_aside(w, start, trigger->first) && anybody_left(w, start, trigger->first, out);
        if (!named)
            targets_left(w, start, trigger->first, out);
        if (people && out->targets.count == 0)
            (void)anybody_left(w, start, trigger->first, out);
        party_by(w, trigger->last, end, out);
    } else if (verb || kind == WORDS_BASE || kind == WORDS_ING) {
        targets_right(w, trigger->last, end, out);
        if (people && out->targets.count == 0)
            anybody_right(w, trigger->last, end, out);
        if (people && out->targets.count > 0)
            names_right(w, out->last, end, out);
        party_left(w, start, trigger->first, out);
    } else {
        targets_after_preposition(w, trigger->last, end, out);
        if (people && out->targets.count == 0 && event_at(w, trigger->last, WORDS_OF) != MENTION_NONE)
            anybody_right(w, trigger->last + 1, end, out);
        if (people && out->targets.count > 0)
            names_right(w, out->last, end, out);
        party_by(w, trigger->last, end, out);
        if (kind == WORDS_NOUN || kind == WORDS_PLURAL)
            party_before_noun(w, start, trigger->first, out);
    }
    agents(w, sentence, out);
}
