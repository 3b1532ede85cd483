#include "extract/event/event_party.h"

enum {
    BESIDE = 6,        /* tokens between a role and the name before it: brackets, quotation marks, adjectives */
    ASIDE = 16,        /* tokens of an aside between subject and verb */
    LIST_WITHIN = 9,   /* tokens between two parties of a list: articles, short forms in brackets */
    BEHIND = 4,        /* and the name behind it: "of the" */
    BY_WITHIN = 7,     /* tokens between "by" and its party */
    GROUPS_MAX = 16,   /* armed groups of one report that are told apart */
    MUCH_MORE = 2,     /* times as often as all others: the group that a report is about */
    PHRASE = 8,        /* tokens of a noun phrase before its head */
    NATION_WITHIN = 8, /* tokens from a country to the attack that it is the agent of */
};

void event_cover(EventArgs *out, uint32_t first, uint32_t last)
{
    if (first < out->first)
        out->first = first;
    if (last > out->last)
        out->last = last;
}

static const Mention *party_at(const EventWords *w, uint32_t t)
{
    uint32_t at = event_at(w, t, WORDS_PARTY);
    return at == MENTION_NONE ? NULL : &w->a->mentions.items[at];
}

/* How often a report names a group. */
typedef struct {
    Str key;
    Str name; /* the fullest it has */
    size_t times;
} Named;

static void count_name(const EventWords *w, const Mention *m, Named *groups, size_t *count)
{
    Str key = analysis_value(w->a, m);
    Str name = event_party_name(w->a, m);
    size_t i = 0;
    while (i < *count && !str_equal(groups[i].key, key))
        i++;
    if (i == GROUPS_MAX)
        return;
    if (i == *count)
        groups[(*count)++] = (Named){key, name, 0};
    groups[i].times++;
    if (name.len > groups[i].name.len)
        groups[i].name = name;
}

/* "The Northern Front praised the attack": who applauds is not told to have done it. */
static bool only_praises(const EventWords *w, const Mention *m)
{
    enum { NEAR = 3 };
    uint32_t last = event_sentence(w, m->first)->last;
    uint32_t end = m->last + NEAR < last ? m->last + NEAR : last;
    uint32_t say = mention_within(&w->a->mentions, m->last, end, analysis_class(w->a, "SAY"));
    const Attr *act = say == MENTION_NONE ? NULL : analysis_attr(w->a, &w->a->mentions.items[say], "act");
    return act && str_is(lexicon_value_name(w->a->language->lexicon, act->value), "praise");
}

/* "In areas dominated by the Northern Front": whose land it is, is not told to have attacked there. */
static bool only_holds_land(const EventWords *w, const Mention *m)
{
    uint32_t before = m->first - (m->first > 0 && event_begins(w, m->first - 1, WORDS_THE));
    return before > 1 && event_covers(w, before - 1, WORDS_BREAK) && !event_begins(w, before - 1, WORDS_BREAK) &&
           !mention_covers(&w->a->mentions, before - 1, analysis_class(w->a, "SAY"));
}

Str event_party_only(const EventWords *w)
{
    Named groups[GROUPS_MAX];
    size_t count = 0;
    const MentionList *list = &w->a->mentions;
    for (uint32_t i = mention_first(list, w->names->classes[WORDS_PARTY]); i != MENTION_NONE;
         i = mention_after(list, i)) {
        if (event_actor(w->a, &list->items[i]) == ACTOR_GROUP && !only_praises(w, &list->items[i]) &&
            !only_holds_land(w, &list->items[i]))
            count_name(w, &list->items[i], groups, &count);
    }
    size_t most = 0;
    size_t others = 0;
    for (size_t i = 1; i < count; i++) {
        others += groups[i].times < groups[most].times ? groups[i].times : groups[most].times;
        most = groups[i].times > groups[most].times ? i : most;
    }
    return count > 0 && groups[most].times > others * MUCH_MORE ? groups[most].name : STR_NONE;
}

/* ---- the name of a role ---------------------------------------------------------------------- */

/* "The Northern Front-linked fighters": near it, and not its own. */
static bool is_compound(const EventWords *w, const Mention *m)
{
    const Token *tokens = w->a->tokens.tokens;
    return m->last + 1 < event_sentence(w, m->first)->last && event_sign(w, m->last) == '-' &&
           tokens[m->last - 1].span.end == tokens[m->last].span.start &&
           tokens[m->last].span.end == tokens[m->last + 1].span.start;
}

/* "Northern Front guerrillas", "\"Northern Front\" [NF] guerrillas". */
static const Mention *name_before(const EventWords *w, uint32_t role)
{
    uint32_t start = event_sentence(w, role)->first;
    for (uint32_t t = role; t > start && role - t < BESIDE; t--) {
        const Mention *m = party_at(w, t - 1);
        if (m && m->last <= role && event_actor(w->a, m) == ACTOR_GROUP)
            return is_compound(w, m) ? NULL : m;
        bool sign = (w->a->tokens.tokens[t - 1].flags & TOKEN_PUNCT) != 0;
        if (sign ? event_sign(w, t - 1) == ',' || event_sign(w, t - 1) == ';' : event_stops(w, t - 1))
            return NULL;
    }
    return NULL;
}

/* "guerrillas of the Northern Front", "rebels from the Front". */
static const Mention *name_behind(const EventWords *w, uint32_t last)
{
    if (!event_begins(w, last, WORDS_FROM))
        return NULL;
    uint32_t end = event_sentence(w, last)->last;
    for (uint32_t t = last + 1; t < end && t < last + BEHIND; t++) {
        const Mention *m = party_at(w, t);
        if (m && event_actor(w->a, m) == ACTOR_GROUP)
            return m;
    }
    return NULL;
}

static bool is_member(const EventWords *w, const Mention *m)
{
    return event_begins(w, m->first, WORDS_MEMBERS) || event_begins(w, m->last - 1, WORDS_MEMBERS);
}

/* Members of an organised group ("rebels", not "gunmen") are those of the one group that the report names. */
static void add_role(const EventWords *w, const Mention *m, EventArgs *out)
{
    const Mention *name = name_before(w, m->first);
    if (!name)
        name = name_behind(w, m->last);
    if (name)
        (void)names_add(&out->perpetrators, event_party_name(w->a, name));
    else if (is_member(w, m) && str_present(w->only_group))
        (void)names_add(&out->perpetrators, w->only_group);
}

/* A body's name that only says whose a thing or person is: "the army base", "the armed forces chief"; not what it acts
 * with: "army helicopters bombed". */
static bool is_modifier(const EventWords *w, const Mention *m)
{
    uint32_t next = m->last;
    if (event_begins(w, next, WORDS_FORCE_PART))
        return false;
    bool inside = next < event_sentence(w, m->first)->last && event_in_phrase(w, next);
    return inside && event_trigger_at(w, next, &(uint32_t){0}) == WORDS_COUNT_ && party_at(w, next) == NULL;
}

/* "killed by soldiers": the state's forces, which are not named. */
static bool add_soldiers(const EventWords *w, uint32_t t, EventArgs *out)
{
    if (!event_begins(w, t, WORDS_COMBATANT) || !event_begins(w, t, WORDS_FORCE_PART) ||
        !event_begins(w, t, WORDS_TARGET_HUMAN))
        return false;
    out->actor = out->state = true;
    event_cover(out, t, t + 1);
    return true;
}

/* Adds the party at a token; an unnamed one is understood but adds no name. Is there an actor at all? */
static bool add_party(const EventWords *w, uint32_t t, EventArgs *out)
{
    Actor actor = event_actor_at(w, t);
    if (actor == ACTOR_NONE)
        return add_soldiers(w, t, out);
    const Mention *m = party_at(w, t);
    if (actor == ACTOR_STATE && is_modifier(w, m))
        return false;
    if (actor == ACTOR_GROUP && is_compound(w, m))
        return false;
    if (actor == ACTOR_ROLE)
        add_role(w, m, out);
    else
        (void)names_add(&out->perpetrators, event_party_name(w->a, m));
    out->actor = true;
    out->state |= actor == ACTOR_STATE;
    event_cover(out, m->first, m->last);
    return true;
}

/* ---- several parties ------------------------------------------------------------------------- */

/* Does the token stand in a list between two parties: its commas, "and", articles, a short form in brackets? */
static bool is_between(const EventWords *w, uint32_t t)
{
    return (w->a->tokens.tokens[t].flags & TOKEN_PUNCT) != 0 || event_covers(w, t, WORDS_AND) ||
           event_begins(w, t, WORDS_THE);
}

/* The first of a list of parties is named as well: "guerrillas of the Northern Front and the Southern Front". */
static void add_list_left(const EventWords *w, uint32_t start, uint32_t party, EventArgs *out)
{
    for (uint32_t t = party; t > start && party - t <= LIST_WITHIN; t--) {
        const Mention *m = party_at(w, t - 1);
        if (m && m->last <= party && event_actor(w->a, m) == ACTOR_GROUP) {
            (void)add_party(w, t - 1, out);
            party = t - 1;
        } else if (!is_between(w, t - 1) && !event_covers(w, t - 1, WORDS_PARTY)) {
            return;
        }
    }
}

static void add_list_right(const EventWords *w, uint32_t end, uint32_t party, EventArgs *out)
{
    uint32_t since = party;
    for (uint32_t t = party + 1; t < end && t - since <= LIST_WITHIN; t++) {
        if (event_actor_at(w, t) == ACTOR_GROUP) {
            (void)add_party(w, t, out);
            since = party_at(w, t)->last;
        } else if (!is_between(w, t) && !event_covers(w, t, WORDS_PARTY)) {
            return;
        }
    }
}

/* ---- where the party stands ------------------------------------------------------------------ */

/* Is the party the source of what is told: "according to the police, gunmen planted a bomb"? */
static bool is_source(const EventWords *w, const Mention *m)
{
    Span span = mention_span(&w->a->tokens, m);
    for (size_t i = 0; i < w->a->attribution_count; i++) {
        if (span_overlaps(w->a->attributions[i].source, span))
            return true;
    }
    return false;
}

/* Before the aside that ends right before the verb: "the Northern Front, which the army fears, attacked". */
static uint32_t before_aside(const EventWords *w, uint32_t start, uint32_t verb)
{
    if (verb <= start || event_sign(w, verb - 1) != ',')
        return verb;
    for (uint32_t t = verb - 1; t > start && verb - t < ASIDE; t--) {
        if (event_sign(w, t - 1) == ',')
            return t - 1;
    }
    return verb;
}

/* May what stands between a party and the verb belong to it: the rest of its phrase, auxiliaries, adverbs? */
static bool reaches(const EventWords *w, uint32_t behind, uint32_t verb)
{
    uint32_t t = behind;
    while (t < verb && event_in_phrase(w, t))
        t++;
    for (; t < verb; t++) {
        Tag tag = (Tag)w->syntax->tags[t];
        bool begins = t + 1 == verb && tag == TAG_PRET; /* "began bombing" */
        if (event_sign(w, t) == ',' || tag == TAG_NOUN || (tag == TAG_PRET && !begins) || tag == TAG_PART)
            return false;
    }
    return true;
}

void event_party_left(const EventWords *w, uint32_t start, uint32_t verb, EventArgs *out)
{
    uint32_t before = before_aside(w, start, verb);
    for (uint32_t t = before; t > start; t--) {
        const Mention *m = party_at(w, t - 1);
        bool state = m && event_actor(w->a, m) == ACTOR_STATE;
        if (state && (is_source(w, m) || !reaches(w, m->last, before)))
            continue;
        if (!add_party(w, t - 1, out))
            continue;
        if (event_actor_at(w, t - 1) == ACTOR_GROUP)
            add_list_left(w, start, t - 1, out);
        return;
    }
}

void event_party_before(const EventWords *w, uint32_t start, uint32_t noun, EventArgs *out)
{
    for (uint32_t t = noun; t > start && noun - t < PHRASE; t--) {
        const Mention *m = party_at(w, t - 1);
        if (!m)
            continue;
        for (uint32_t k = m->last; k < noun; k++) {
            if (!event_in_phrase(w, k))
                return;
        }
        (void)add_party(w, t - 1, out);
        return;
    }
}

/* "A raid by farmers [on] the Northern Front": who stands behind it was attacked. */
static bool leads_to_whom(const EventWords *w, uint32_t t)
{
    uint32_t on = event_at(w, t, WORDS_ON);
    return on != MENTION_NONE && str_is(analysis_value(w->a, &w->a->mentions.items[on]), "whom");
}

void event_party_by(const EventWords *w, uint32_t behind, uint32_t end, EventArgs *out)
{
    for (uint32_t t = behind; t < end; t++) {
        /* "thwarted by the guards" names those who thwarted it */
        if (!event_begins(w, t, WORDS_BY) || event_covers(w, t - 1, WORDS_FOIL))
            continue;
        for (uint32_t p = t + 1; p < end && p <= t + BY_WITHIN && event_sign(w, p) != ','; p++) {
            if (p > t + 1 && leads_to_whom(w, p))
                return;
            if (!add_party(w, p, out))
                continue;
            add_list_right(w, end, p, out);
            return;
        }
    }
}

/* "Kenyan jets bombed": the country, where no party is named. */
static void add_nation(const EventWords *w, uint32_t t, const Mention *trigger, EventArgs *out)
{
    uint32_t at = event_at(w, t, WORDS_NATION);
    if (at == MENTION_NONE || out->actor || t > trigger->first || trigger->first - t > NATION_WITHIN)
        return;
    const Mention *nation = &w->a->mentions.items[at];
    (void)names_add(&out->perpetrators, w->a->places[nation->data].place.name);
    out->actor = out->state = true;
    event_cover(out, nation->first, nation->last);
}

void event_party_agents(const EventWords *w, const Sentence *sentence, const Mention *trigger, EventArgs *out)
{
    for (uint32_t t = event_next(w, sentence->first, sentence->last, &w->names->agent); t < sentence->last;
         t = event_next(w, t + 1, sentence->last, &w->names->agent)) {
        if (!add_party(w, t, out))
            add_nation(w, t, trigger, out);
    }
}

bool event_party_attacked(const EventWords *w, uint32_t behind, uint32_t end)
{
    enum { WORDS_BEFORE = 4 };
    for (uint32_t t = behind; t < end && t < behind + WORDS_BEFORE; t++) {
        const Mention *m = party_at(w, t);
        if (m && event_actor(w->a, m) == ACTOR_STATE)
            return !is_modifier(w, m);
        if (event_begins(w, t, WORDS_COMBATANT))
            return true;
        if (event_sign(w, t) == ',' || event_begins(w, t, WORDS_BY) || event_begins(w, t, WORDS_OF))
            return false;
    }
    return false;
}
