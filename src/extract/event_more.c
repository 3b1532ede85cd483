#include "extract/event_more.h"

enum {
    WORDS_MOST = 7,   /* of one member */
    MEMBERS_MOST = 12 /* of one list */
};

static char sign_at(const EventWords *w, uint32_t t)
{
    return w->a->tokens.text.ptr[w->a->tokens.tokens[t].span.start];
}

static Tag tag_at(const EventWords *w, uint32_t t)
{
    return (Tag)w->syntax->tags[t];
}

/* One member and what joins it to the list. */
typedef struct {
    uint32_t first; /* tokens of the phrase without its article or number */
    uint32_t last;
    bool and_before;
    bool counted; /* an article, number or possessive stands before it */
} Member;

static bool is_specifier(const EventWords *w, uint32_t t)
{
    Tag tag = tag_at(w, t);
    return tag == TAG_DET || tag == TAG_NUMBER || tag == TAG_POSS || (tag == TAG_NOUN && w->stops[t]) ||
           (w->a->tokens.tokens[t].flags & TOKEN_NUMBER) != 0;
}

/* The member that begins behind a comma or "and" at t; empty where there is none. */
static Member member_at(const EventWords *w, uint32_t t, uint32_t end)
{
    Member m = {.first = t, .last = t};
    while (m.first < end && (sign_at(w, m.first) == ',' || event_covers(w, m.first, WORDS_AND))) {
        m.and_before |= sign_at(w, m.first) != ',';
        m.first++;
    }
    if (m.first == t)
        return m;
    while (m.first < end && is_specifier(w, m.first)) {
        m.counted = true;
        m.first++;
    }
    m.last = m.first;
    while (m.last < end && m.last < m.first + WORDS_MOST && event_in_phrase(w, m.last))
        m.last++;
    return m;
}

static bool is_place(const EventWords *w, const Member *m)
{
    Span span = mention_tokens_span(&w->a->tokens, m->first, m->last);
    for (size_t i = 0; i < w->a->place_count; i++) {
        if (w->a->places[i].span.start == span.start && w->a->places[i].span.end == span.end)
            return true;
    }
    return false;
}

/* Is the phrase the subject of what follows: "…, and guerrillas fled"? */
static bool has_verb(const EventWords *w, uint32_t t)
{
    if (t >= w->a->tokens.count)
        return false;
    Tag tag = tag_at(w, t);
    return tag == TAG_PRET || tag == TAG_THIRD || tag == TAG_MODAL || tag == TAG_HAVE || tag == TAG_BASE ||
           tag == TAG_ADV;
}

static bool is_known(const EventWords *w, const Member *m)
{
    for (uint32_t t = m->first; t < m->last; t++) {
        if (event_at(w, t, WORDS_TARGET) != MENTION_NONE || event_at(w, t, WORDS_TARGET_HUMAN) != MENTION_NONE ||
            event_at(w, t, WORDS_GENERIC) != MENTION_NONE)
            return true;
    }
    return false;
}

static bool is_member(const EventWords *w, const Member *m)
{
    for (uint32_t t = m->first; t < m->last; t++) {
        if (event_is_armed(w, t) || event_trigger_at(w, t, &(uint32_t){0}) != WORDS_COUNT_)
            return false;
    }
    if (m->last <= m->first || is_place(w, m) || has_verb(w, m->last))
        return false;
    return m->counted || is_known(w, m) || (m->and_before && m->last > m->first + 1);
}

void event_more_targets(const EventWords *w, uint32_t t, uint32_t end, EventArgs *out)
{
    for (int n = 0; n < MEMBERS_MOST && t < end; n++) {
        Member m = member_at(w, t, end);
        if (!is_member(w, &m))
            return;
        event_target_add(w, event_printed(w, mention_tokens_span(&w->a->tokens, m.first, m.last)), m.first, m.last,
                         &out->targets);
        event_cover(out, m.first, m.last);
        t = m.last;
    }
}
