#include "extract/event/event_more.h"

#include "extract/event/event_type.h"

enum {
    WORDS_MOST = 7,    /* of one member */
    MEMBERS_MOST = 30, /* of one list */
    ASIDE_MOST = 8,    /* tokens in brackets behind a member */
    SUBJECT_MOST = 90, /* tokens of a list before its verb */
};

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

static bool is_joint(const EventWords *w, uint32_t t)
{
    char sign = event_sign(w, t);
    return sign == ',' || sign == ';' || event_covers(w, t, WORDS_AND);
}

/* The phrase at t, without its article or number; that of "16-year-old" is part of the word. */
static Member phrase_at(const EventWords *w, uint32_t t, uint32_t end)
{
    Member m = {.first = t, .last = t};
    while (m.first < end && event_is_specifier(w, m.first) && !event_joins_next(w, m.first) &&
           !event_begins(w, m.first, WORDS_RELATIVE)) { /* "Ana Diaz, whose | body" */
        m.counted = true;
        m.first++;
    }
    m.last = m.first < end && event_joins_next(w, m.first) ? m.first + 1 : m.first;
    while (m.last < end && m.last < m.first + WORDS_MOST && event_in_phrase(w, m.last))
        m.last++;
    return m;
}

/* The member that begins behind a comma, semicolon or "and" at t, or behind ", including"; empty where there is none. */
static Member member_at(const EventWords *w, uint32_t t, uint32_t end)
{
    uint32_t first = t;
    bool and_before = false;
    while (first < end && (is_joint(w, first) || (first > t && event_covers(w, first, WORDS_OPEN)))) {
        and_before |= event_covers(w, first, WORDS_AND);
        first++;
    }
    if (first == t)
        return (Member){.first = t, .last = t};
    Member m = phrase_at(w, first, end);
    m.and_before = and_before;
    return m;
}

static bool is_place(const EventWords *w, const Member *m)
{
    Span span = mention_tokens_span(&w->a->tokens, m->first, m->last);
    size_t i = analysis_first_place(w->a, span.start);
    return i < w->a->place_count && w->a->places[i].span.start == span.start && w->a->places[i].span.end == span.end;
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
        if (event_begins(w, t, WORDS_TARGET) || event_begins(w, t, WORDS_TARGET_HUMAN) ||
            event_begins(w, t, WORDS_GENERIC))
            return true;
    }
    return false;
}

/* In shouted text a capital makes no name: "POLICE SOURCES". */
static bool is_common(const EventWords *w, uint32_t t)
{
    return (w->a->tokens.tokens[t].flags & TOKEN_SHOUTED) && event_begins(w, t, WORDS_COMMON);
}

/* Two words with capitals or more: "Ana Diaz". */
static bool is_name(const EventWords *w, const Member *m)
{
    for (uint32_t t = m->first; t < m->last; t++) {
        if (!(w->a->tokens.tokens[t].flags & TOKEN_CAPITAL) || is_common(w, t))
            return false;
    }
    return m->last > m->first + 1;
}

/* May the phrase be a target at all? */
static bool is_fit(const EventWords *w, const Member *m)
{
    for (uint32_t t = m->first; t < m->last; t++) {
        if (event_is_armed(w, t) || event_trigger_at(w, t, &(uint32_t){0}) != WORDS_COUNT_)
            return false;
    }
    return m->last > m->first && !is_place(w, m);
}

/* Does a word for people stand in the phrase: "a welder", "his friend Ana Diaz", not "the results"? */
static bool is_human(const EventWords *w, const Member *m)
{
    uint16_t victim = analysis_class(w->a, "VICTIM");
    for (uint32_t t = m->first; t < m->last; t++) {
        if (mention_covers(&w->a->mentions, t, victim))
            return true;
    }
    return false;
}

static bool is_member(const EventWords *w, const Member *m, bool people)
{
    if (!is_fit(w, m) || has_verb(w, m->last) || has_verb(w, event_phrase_right(w, m->last)))
        return false;
    if (people)
        return is_known(w, m) || is_name(w, m) || is_human(w, m);
    return m->counted || is_known(w, m) || (m->and_before && m->last > m->first + 1);
}

/* Behind ", from Alba". */
static uint32_t behind_origin(const EventWords *w, uint32_t t, uint32_t end)
{
    if (t + 2 >= end || event_sign(w, t) != ',' || !event_begins(w, t + 1, WORDS_ASIDE))
        return t;
    uint32_t start = w->a->tokens.tokens[t + 2].span.start;
    size_t i = analysis_first_place(w->a, start);
    bool place = i < w->a->place_count && w->a->places[i].span.start == start;
    return place ? analysis_token(w->a, w->a->places[i].span.end) : t;
}

/* Behind an age, a place or something in brackets: "Ana Diaz, 42; Juan Paz (a nurse), and …". */
static uint32_t behind_aside(const EventWords *w, uint32_t t, uint32_t end)
{
    if (t < end && (event_sign(w, t) == '(' || event_sign(w, t) == '[')) {
        for (uint32_t n = t + 1; n < end && n < t + ASIDE_MOST; n++) {
            if (event_sign(w, n) == ')' || event_sign(w, n) == ']')
                return n + 1;
        }
    }
    if (t + 1 >= end || event_sign(w, t) != ',' || !(w->a->tokens.tokens[t + 1].flags & TOKEN_NUMBER))
        return behind_origin(w, t, end);
    uint32_t unit = mention_at(&w->a->mentions, t + 2, analysis_class(w->a, "AGE_UNIT")); /* ", 42 years old," */
    uint32_t behind = unit == MENTION_NONE ? t + 2 : w->a->mentions.items[unit].last;
    bool age = behind >= end || is_joint(w, behind) || (w->a->tokens.tokens[behind].flags & TOKEN_PUNCT);
    return age ? behind_origin(w, behind, end) : t;
}

/* A thing that the lexicon knows has its name there, as one outside a list has. */
static Str member_name(const EventWords *w, const Member *m)
{
    for (uint32_t t = m->first; t < m->last; t++) {
        uint32_t at = event_at(w, t, WORDS_TARGET);
        if (at != MENTION_NONE && w->a->mentions.items[at].last == m->last)
            return event_target_name(w, &w->a->mentions.items[at], false);
    }
    return event_printed(w, mention_tokens_span(&w->a->tokens, event_behind_role(w, m->first, m->last), m->last));
}

static void add(const EventWords *w, const Member *m, EventArgs *out)
{
    event_target_add(w, member_name(w, m), m->first, m->last, &out->targets);
    event_cover(out, m->first, m->last);
}

/* "the Alba warehouse, a bank's store, was hit": an article behind a comma, and no "and" to end a list, only says what the target
 * before it is. */
bool event_apposes_thing(const EventWords *w, uint32_t comma, uint32_t last)
{
    enum { LIST_REACH = 24 };
    if (comma + 1 >= last || event_sign(w, comma) != ',' || tag_at(w, comma + 1) != TAG_DET)
        return false;
    uint32_t end = event_sentence(w, comma)->last;
    for (uint32_t t = last; t < end && t < last + LIST_REACH; t++) {
        if (event_covers(w, t, WORDS_AND))
            return false;
        if (tag_at(w, t) == TAG_PRET || event_begins(w, t, WORDS_BREAK))
            break;
    }
    return true;
}

/* Where a member's place or owner ends before the list goes on: "six offices | in two buildings, and a bank". Not before a comma
 * behind a place: "a bank in Alba, a town on the coast". */
static uint32_t behind_place(const EventWords *w, uint32_t t, uint32_t end)
{
    if (t >= end || (tag_at(w, t) != TAG_PREP && !event_begins(w, t, WORDS_ON)))
        return t;
    Member m = phrase_at(w, t + 1, end);
    bool stops = m.last > m.first && m.last < end && is_joint(w, m.last);
    bool placed = is_place(w, &m) && !event_covers(w, m.last, WORDS_AND);
    return stops && !placed && !event_is_armed(w, m.first) ? m.last : t;
}

/* "the clerk Ana Diaz", not "in hospital". */
static bool ends_in_name(const EventWords *w, const Member *m)
{
    uint32_t t = m->last - 1;
    return m->last > m->first + 1 && (w->a->tokens.tokens[t].flags & TOKEN_CAPITAL) && !is_common(w, t) &&
           !event_begins(w, t, WORDS_TARGET_HUMAN);
}

/* Does the member only say who the one before it is: "Ana Diaz, a nurse"? before: so did the last, "a nurse and sister of". */
static bool describes(const EventWords *w, const Member *m, bool before)
{
    bool bare = before && m->and_before && !m->counted && m->first > 1 && event_sign(w, m->first - 2) != ',';
    return event_apposed_to(w, m->last - 1, m->last) > 0 || (bare && is_human(w, m) && !ends_in_name(w, m));
}

/* The member at t; also behind the preposition told again: "attacks on a bank | and against two shops". */
static Member member_on(const EventWords *w, uint32_t t, uint32_t end)
{
    Member m = member_at(w, t, end);
    uint32_t on = t;
    while (on < end && is_joint(w, on) && !event_covers(w, on, WORDS_AND))
        on++;
    uint32_t at = on + 1 < end && event_covers(w, on, WORDS_AND) ? event_at(w, on + 1, WORDS_ON) : MENTION_NONE;
    if (m.last > m.first || at == MENTION_NONE)
        return m;
    m = phrase_at(w, w->a->mentions.items[at].last, end);
    m.and_before = true;
    return is_known(w, &m) ? m : (Member){.first = t, .last = t};
}

bool event_lists_owners(const EventWords *w, uint32_t t)
{
    uint32_t start = event_sentence(w, t - 1)->first;
    bool human = false;
    uint32_t first = t;
    if (event_sign(w, t) != ',')
        return false;
    while (first > start && (event_in_phrase(w, first - 1) || event_begins(w, first - 1, WORDS_THE)))
        human |= event_begins(w, --first, WORDS_TARGET_HUMAN);
    return human && first > start + 1 && event_begins(w, first - 1, WORDS_OF) &&
           event_covers(w, first - 2, WORDS_TARGET);
}

/* "Ana Diaz", "the ANVU"; a single word is a name only where it is a short form: in capitals. */
static bool is_only_name(const EventWords *w, const Member *m)
{
    uint16_t demonym = analysis_class(w->a, "DEMONYM");
    if (m->last <= m->first || is_known(w, m) || !is_fit(w, m) ||
        !(w->a->tokens.tokens[m->last - 1].flags & (m->last > m->first + 1 ? TOKEN_CAPITAL : TOKEN_UPPER)))
        return false;
    for (uint32_t t = m->first; t < m->last; t++) {
        if (!analysis_is_name(w->a, t) || is_common(w, t) || event_actor_at(w, t) == ACTOR_STATE ||
            mention_at(&w->a->mentions, t, demonym) != MENTION_NONE || event_begins(w, t, WORDS_PLACE))
            return false;
    }
    return true;
}

uint32_t event_behind_on(const EventWords *w, uint32_t t)
{
    uint32_t on = event_at(w, t, WORDS_ON);
    bool whom = on != MENTION_NONE && str_equal(analysis_value(w->a, &w->a->mentions.items[on]), STR("whom"));
    return whom ? w->a->mentions.items[on].last : 0;
}

bool event_named_target(const EventWords *w, EventWord kind, const Mention *attack, uint32_t t, uint32_t end,
                        EventArgs *out)
{
    Str type = analysis_value(w->a, attack);
    EventFamily family = event_type_befalls_people(type) ? FAMILY_CAPTURE : event_family(type);
    bool vague = family == FAMILY_ANY && kind != WORDS_WEAK;
    bool verb = kind == WORDS_PAST || kind == WORDS_WEAK;
    if (t == 0 || (!verb && kind != WORDS_NOUN && kind != WORDS_PLURAL) || (!vague && family != FAMILY_ARMS))
        return false;
    Member m = phrase_at(w, t, end);
    bool whole = m.last >= end || (event_sign(w, m.last) != '-' && event_sign(w, m.last) != '/');
    if (!whole || !is_only_name(w, &m))
        return false;
    add(w, &m, out);
    return true;
}

void event_more_targets(const EventWords *w, uint32_t t, uint32_t end, bool people, EventArgs *out)
{
    bool apposed = false;
    bool owners = !people && t < end && event_lists_owners(w, t);
    for (int n = 0; n < MEMBERS_MOST && t < end; n++) {
        t = behind_aside(w, t, end);
        uint32_t behind = behind_place(w, t, end);
        Member m = member_on(w, behind, end);
        if (!is_member(w, &m, people) || (behind > t && !is_known(w, &m)) ||
            (!people && event_apposes_thing(w, behind, m.last)))
            return;
        apposed = describes(w, &m, apposed);
        if (apposed)
            out->somebody = true;
        else if (!owners || !is_human(w, &m))
            add(w, &m, out);
        t = apposed ? event_phrase_right(w, m.last) : m.last;
    }
}

/* "police sources": a body's name that is more than a word about the member. */
static bool is_source(const EventWords *w, const Member *m, uint32_t t)
{
    uint32_t at = event_at(w, t, WORDS_PARTY);
    return at != MENTION_NONE && w->a->mentions.items[at].last > t + 1 && w->a->mentions.items[at].last == m->last &&
           !event_begins(w, m->last - 1, WORDS_TARGET_HUMAN);
}

/* Somebody by name ("Captain Ana Diaz"), or by what they are; soldiers are a side in a fight. */
static bool is_person(const EventWords *w, const Member *m)
{
    bool known = false;
    uint16_t title = analysis_class(w->a, "PLACE_TITLE");
    for (uint32_t t = m->first; t < m->last; t++) {
        bool fighter = event_begins(w, t, WORDS_COMBATANT) && !ends_in_name(w, m);
        if (fighter || event_harms(w, t) || is_source(w, m, t))
            return false;
        bool human = event_begins(w, t, WORDS_TARGET_HUMAN) || event_begins(w, t, WORDS_GENERIC);
        bool name =
            (w->a->tokens.tokens[t].flags & TOKEN_CAPITAL) && !is_common(w, t) && !event_covers(w, t, WORDS_PARTY);
        human |= t + 1 < m->last && mention_begins(&w->a->mentions, t, title); /* "Major Ana Diaz" */
        known = human || (known && name); /* "the mayor Ana Diaz", not "police sources" */
    }
    return is_fit(w, m) && (known || is_name(w, m));
}

/* Of "priest and Dr Ana Diaz", one person, the phrase that holds the name; else the phrase itself. */
static Member with_name(const EventWords *w, Member m, uint32_t end)
{
    if (m.counted || m.last <= m.first || m.last + 1 >= end || !event_covers(w, m.last, WORDS_AND) ||
        !event_begins(w, m.last - 1, WORDS_TARGET_HUMAN))
        return m;
    Member next = phrase_at(w, m.last + 1, end);
    return !next.counted && is_fit(w, &next) && ends_in_name(w, &next) ? next : m;
}

void event_people_behind(const EventWords *w, uint32_t t, EventArgs *out)
{
    uint32_t end = event_sentence(w, t - 1)->last;
    for (int n = 0; n < MEMBERS_MOST && t < end; n++) {
        t = behind_aside(w, t, end);
        Member m = with_name(w, member_at(w, t, end), end);
        if (!is_person(w, &m))
            return;
        bool apposed = event_apposed_to(w, m.last - 1, m.last) > 0;
        t = apposed ? event_phrase_right(w, m.last) : m.last; /* "Ana Diaz, leader | of the Free Union, and …" */
        bool closed = t >= end || (w->a->tokens.tokens[t].flags & TOKEN_PUNCT) || event_covers(w, t, WORDS_AND);
        if (!closed)
            return;
        if (!apposed)
            add(w, &m, out);
    }
}

void event_people_named(const EventWords *w, uint32_t t, EventArgs *out)
{
    uint32_t end = event_sentence(w, t - 1)->last;
    if (t < end && event_sign(w, t) == ':')
        t++;
    Member first = with_name(w, phrase_at(w, t, end), end);
    if (t >= end || !is_person(w, &first) || !ends_in_name(w, &first) || has_verb(w, first.last))
        return;
    add(w, &first, out);
    event_people_behind(w, first.last, out);
}

/* ---- a list before its verb ------------------------------------------------------------------ */

/* May the token stand in a list of people, names in brackets and what they are among them? */
static bool in_list(const EventWords *w, uint32_t t)
{
    char sign = event_sign(w, t);
    return sign == '(' || sign == ')' || is_joint(w, t) || event_is_specifier(w, t) || event_in_phrase(w, t) ||
           event_begins(w, t, WORDS_OF) || (w->a->tokens.tokens[t].flags & TOKEN_NUMBER);
}

/* "the airport", "a bank", not "the bank manager". */
static bool is_thing(const EventWords *w, const Member *m)
{
    uint32_t head = m->last - 1;
    return event_covers(w, head, WORDS_TARGET) && !event_covers(w, head, WORDS_TARGET_HUMAN) &&
           !event_covers(w, head, WORDS_GENERIC);
}

static bool is_of(const EventWords *w, const Member *m, ListOf of)
{
    switch (of) {
    case LIST_OF_ALL: return is_known(w, m);
    case LIST_OF_HIT: return !is_thing(w, m) && (is_known(w, m) || m->counted || is_name(w, m));
    case LIST_OF_PEOPLE: return is_person(w, m);
    }
    return false;
}

/* "the bodies of | Ana Diaz and Juan Paz": where those whose bodies they are begin. */
static uint32_t behind_bodies(const EventWords *w, uint32_t t)
{
    uint16_t body = analysis_class(w->a, "BODY");
    uint32_t at = t;
    while (event_is_specifier(w, at))
        at++;
    return mention_covers(&w->a->mentions, at, body) && event_begins(w, at + 1, WORDS_OF) ? at + 2 : t;
}

/* Reads a list of which every member is one: does it end right before the verb? It is added to out. */
static bool read_list(const EventWords *w, uint32_t t, uint32_t verb, ListOf of, EventArgs *out)
{
    uint32_t members = 0;
    bool before = false; /* the last one only said who the one before it is */
    for (; t < verb; members++) {
        Member m = members == 0 ? phrase_at(w, behind_bodies(w, t), verb) : member_at(w, t, verb);
        if (!is_fit(w, &m) || members == MEMBERS_MOST || !is_of(w, &m, of))
            return false;
        bool apposed = describes(w, &m, before);
        before = apposed;
        m.last = event_phrase_right(w, m.last);
        if (apposed)
            out->somebody = true;
        else
            add(w, &m, out);
        t = behind_aside(w, m.last, verb);
        if (t + 1 == verb && event_sign(w, t) == ',')
            t++;
    }
    return members > 1;
}

bool event_list_before(const EventWords *w, uint32_t verb, ListOf of, EventArgs *out)
{
    uint32_t start = event_sentence(w, verb)->first;
    while (verb > start && !event_in_phrase(w, verb - 1) && event_sign(w, verb - 1) != ')' &&
           event_sign(w, verb - 1) != ',')
        verb--;
    uint32_t first = verb;
    while (first > start && verb - first < SUBJECT_MOST && in_list(w, first - 1))
        first--;
    for (; first < verb; first++) {
        EventArgs found = *out;
        if (!is_joint(w, first) && read_list(w, first, verb, of, &found)) {
            *out = found;
            return true;
        }
        while (first < verb && !is_joint(w, first))
            first++;
    }
    return false;
}
