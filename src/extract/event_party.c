#include "extract/event_party.h"

enum {
    BESIDE = 6,    /* tokens between a role and the name before it: brackets, quotation marks, adjectives */
    BEHIND = 4,    /* and the name behind it: "of the" */
    BY_WITHIN = 7, /* tokens between "by" and its party */
    PHRASE = 8,    /* tokens of a noun phrase before its head */
};

void event_cover(EventArgs *out, uint32_t first, uint32_t last)
{
    if (first < out->first)
        out->first = first;
    if (last > out->last)
        out->last = last;
}

static char sign_at(const EventWords *w, uint32_t t)
{
    return w->a->tokens.text.ptr[w->a->tokens.tokens[t].span.start];
}

static const Mention *party_at(const EventWords *w, uint32_t t)
{
    uint32_t at = event_at(w, t, WORDS_PARTY);
    return at == MENTION_NONE ? NULL : &w->a->mentions.items[at];
}

Str event_party_only(const EventWords *w)
{
    Str only = STR_NONE;
    Str key = STR_NONE;
    const MentionList *list = &w->a->mentions;
    for (uint32_t i = mention_first(list, w->classes[WORDS_PARTY]); i != MENTION_NONE; i = mention_after(list, i)) {
        const Mention *m = &list->items[i];
        if (event_actor(w->a, m) != ACTOR_GROUP)
            continue;
        Str name = analysis_value(w->a, m);
        if (str_present(key) && !str_equal(key, name))
            return STR_NONE;
        if (!str_present(key) || event_party_name(w->a, m).len > only.len)
            only = event_party_name(w->a, m);
        key = name;
    }
    return only;
}

/* ---- the name of a role ---------------------------------------------------------------------- */

/* "Northern Front guerrillas", "\"Northern Front\" [NF] guerrillas". */
static const Mention *name_before(const EventWords *w, uint32_t role)
{
    uint32_t start = event_sentence(w, role)->first;
    for (uint32_t t = role; t > start && role - t < BESIDE; t--) {
        const Mention *m = party_at(w, t - 1);
        if (m && m->last <= role && event_actor(w->a, m) == ACTOR_GROUP)
            return m;
        bool sign = (w->a->tokens.tokens[t - 1].flags & TOKEN_PUNCT) != 0;
        if (sign ? sign_at(w, t - 1) == ',' || sign_at(w, t - 1) == ';' : w->stops[t - 1])
            return NULL;
    }
    return NULL;
}

/* "guerrillas of the Northern Front". */
static const Mention *name_behind(const EventWords *w, uint32_t last)
{
    if (event_at(w, last, WORDS_OF) == MENTION_NONE)
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
    return event_at(w, m->first, WORDS_MEMBERS) != MENTION_NONE ||
           event_at(w, m->last - 1, WORDS_MEMBERS) != MENTION_NONE;
}

/* Members of an organised group ("rebels", not "gunmen") are those of the one group that the report names. */
static void add_role(const EventWords *w, const Mention *m, EventArgs *out)
{
    const Mention *name = name_before(w, m->first);
    if (!name)
        name = name_behind(w, m->last);
    if (name)
        names_add(&out->perpetrators, event_party_name(w->a, name));
    else if (is_member(w, m) && str_present(w->only_group))
        names_add(&out->perpetrators, w->only_group);
}

/* A body's name that only says whose a thing or person is: "the army convoy", "the armed forces chief". */
static bool is_modifier(const EventWords *w, const Mention *m)
{
    uint32_t next = m->last;
    bool inside = next < event_sentence(w, m->first)->last && event_in_phrase(w, next);
    return inside && event_trigger_at(w, next, &(uint32_t){0}) == WORDS_COUNT_ && party_at(w, next) == NULL;
}

/* Adds the party at a token; an unnamed one is understood but adds no name. Is there an actor at all? */
static bool add_party(const EventWords *w, uint32_t t, EventArgs *out)
{
    Actor actor = event_actor_at(w, t);
    if (actor == ACTOR_NONE)
        return false;
    const Mention *m = party_at(w, t);
    if (actor == ACTOR_STATE && is_modifier(w, m))
        return false;
    if (actor == ACTOR_ROLE)
        add_role(w, m, out);
    else
        names_add(&out->perpetrators, event_party_name(w->a, m));
    out->actor = true;
    event_cover(out, m->first, m->last);
    return true;
}

/* ---- where the party stands ------------------------------------------------------------------ */

void event_party_left(const EventWords *w, uint32_t start, uint32_t verb, EventArgs *out)
{
    for (uint32_t t = verb; t > start; t--) {
        if (add_party(w, t - 1, out))
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

void event_party_by(const EventWords *w, uint32_t behind, uint32_t end, EventArgs *out)
{
    for (uint32_t t = behind; t < end; t++) {
        /* "thwarted by the guards" names those who thwarted it */
        if (event_at(w, t, WORDS_BY) == MENTION_NONE || event_covers(w, t - 1, WORDS_FOIL))
            continue;
        for (uint32_t p = t + 1; p < end && p <= t + BY_WITHIN && sign_at(w, p) != ','; p++) {
            if (add_party(w, p, out))
                return;
        }
    }
}

void event_party_agents(const EventWords *w, const Sentence *sentence, EventArgs *out)
{
    for (uint32_t t = sentence->first; t < sentence->last; t++) {
        if (event_at(w, t, WORDS_AGENT) != MENTION_NONE && event_actor_at(w, t) == ACTOR_GROUP)
            (void)add_party(w, t, out);
    }
}
