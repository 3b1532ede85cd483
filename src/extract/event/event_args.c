#include "extract/event/event_args.h"

#include "extract/claim/past.h"
#include "extract/event/event_more.h"
#include "extract/event/event_type.h"
#include "extract/event/event_voice.h"

enum {
    REACH = 28,     /* tokens searched on either side of a trigger */
    ON_REACH = 10,  /* from a noun to the preposition of its target */
    NOT_REACH = 4,  /* "could … attack" */
    LIST_GAP = 5,   /* tokens between two members of a list of targets */
    TARGET_GAP = 9, /* between the trigger and its first target */
};

static const Token *token_at(const EventWords *w, uint32_t t)
{
    return &w->a->tokens.tokens[t];
}

/* ---- the clause ------------------------------------------------------------------------------ */

/* "police reported | a blast", but not "a blast was reported near a bank". */
static bool breaks_clause(const EventWords *w, uint32_t t)
{
    char sign = event_sign(w, t);
    bool passive = t > 0 && w->syntax->tags[t] == TAG_PART && event_covers(w, t - 1, WORDS_BE);
    return (event_begins(w, t, WORDS_BREAK) && !passive) || sign == ';' || sign == ':';
}

static bool only_small_words(const EventWords *w, uint32_t first, uint32_t last)
{
    for (uint32_t t = first; t < last; t++) {
        if (!event_stops(w, t))
            return false;
    }
    return true;
}

/* Does a verb of its own follow: "attacked a bank, and police fled"? */
static bool acts(const EventWords *w, uint32_t behind)
{
    return behind < w->a->tokens.count && w->syntax->tags[behind] == TAG_PRET;
}

/* "the guards | fled to the port"; not "the guards (supported by clerks)", "the guards included". */
static bool has_subject(const EventWords *w, uint32_t verb)
{
    return acts(w, verb) && event_in_phrase(w, verb - 1) && verb + 1 < w->a->tokens.count &&
           !(token_at(w, verb + 1)->flags & TOKEN_PUNCT);
}

static uint32_t clause_start(const EventWords *w, uint32_t trigger)
{
    uint32_t start = event_sentence(w, trigger)->first;
    uint32_t t = trigger;
    for (uint32_t n = 0; t > start && n < REACH; n++, t--) {
        /* "gunmen who attacked": the relative pronoun right before the verb keeps its noun in reach */
        if (breaks_clause(w, t - 1) && !only_small_words(w, t, trigger))
            break;
    }
    return t;
}

static uint32_t clause_end(const EventWords *w, uint32_t behind)
{
    uint32_t end = event_sentence(w, behind - 1)->last;
    uint32_t comma = end;
    uint32_t t = behind;
    for (uint32_t n = 0; t < end && n < REACH; n++, t++) {
        comma = event_sign(w, t) == ',' ? t : comma;
        if (t > comma + 1 && has_subject(w, t))
            return comma; /* "after the attacks | , the state declared a siege in the port" */
        if (breaks_clause(w, t) || event_harms(w, t) || (t > behind && event_is_verb(w, t)))
            break;
    }
    return t;
}

/* "police sources", "Workers' Union", "National Guard": the noun is part of a body's name and not its head, or names a force
 * of the state. */
static bool is_in_party(const EventWords *w, const Mention *m)
{
    enum { NAME_WORDS = 6 };
    uint32_t at = mention_over(&w->a->mentions, m->first, w->names->classes[WORDS_PARTY], NAME_WORDS);
    if (at == MENTION_NONE)
        return false;
    const Mention *party = &w->a->mentions.items[at];
    return party->last > m->last || (party->first < m->first && event_actor(w->a, party) == ACTOR_STATE);
}

/* The target that begins at a token, and whether it is a person. */
static uint32_t target_at(const EventWords *w, uint32_t t, bool *human)
{
    uint32_t m = event_at(w, t, WORDS_TARGET);
    uint32_t h = event_at(w, t, WORDS_TARGET_HUMAN);
    const Mention *items = w->a->mentions.items;
    if (h != MENTION_NONE && is_in_party(w, &items[h]))
        h = MENTION_NONE;
    *human = h != MENTION_NONE && (m == MENTION_NONE || items[h].last > items[m].last);
    return *human ? h : m;
}

/* Another head follows inside the same noun phrase: "the president's | residence". */
static bool is_inner(const EventWords *w, const Mention *m)
{
    enum { HEAD_REACH = 6 };
    bool human = false;
    uint32_t end = event_sentence(w, m->first)->last;
    for (uint32_t t = m->last; t < end && t < m->last + HEAD_REACH; t++) {
        if (w->syntax->tags[t] == TAG_ING) /* "the bus | carrying clerks" */
            return false;
        bool head = target_at(w, t, &human) != MENTION_NONE;
        if (head && (event_in_phrase(w, t) || (!human && t == m->last))) /* "the mayor's | home": an adverb elsewhere */
            return true;
        if (!event_in_phrase(w, t))
            return false;
    }
    return false;
}

static void add_target(const EventWords *w, const Mention *m, bool human, EventArgs *out)
{
    uint32_t named = human ? event_apposed_to(w, m->first, m->last) : 0;
    if (named > 0) {
        (void)names_add(&out->targets,
                        event_printed(w, mention_tokens_span(&w->a->tokens, event_phrase_left(w, named - 1), named)));
        return;
    }
    bool generic = human && event_begins(w, m->last - 1, WORDS_GENERIC);
    if (generic && out->targets.count == 0 && event_phrase_right(w, m->last) == m->last)
        out->somebody = true;
    else
        event_target_add(w, event_target_name(w, m, human), m->first, m->last, &out->targets);
}

/* Does the list of targets go on between two of its members? "a patrol on a bridge" is none. */
static bool is_joined(const EventWords *w, uint32_t first, uint32_t last)
{
    bool joined = false;
    for (uint32_t t = first; t < last; t++) {
        if (event_covers(w, t, WORDS_BE)) /* "who was held for the murder of a judge, was a clerk" */
            return false;
        joined = joined || event_sign(w, t) == ',' || event_covers(w, t, WORDS_AND) || event_sign(w, t) == '/';
    }
    return joined;
}

/* Is the target a further member of the list whose last one ended before `since`? */
static bool is_listed(const EventWords *w, uint32_t since, const Mention *m, bool human)
{
    return is_joined(w, since, m->first) && (human || !event_apposes_thing(w, since, m->last)) &&
           !acts(w, event_phrase_right(w, m->last));
}

/* What a search is for: anything, people ("murdered"), or what was robbed. */
typedef enum { HIT_ANY, HIT_PEOPLE, HIT_ROBBED } Hit;

/* "by | gunmen", not "by burning a bank". */
static bool leads_to_agent(const EventWords *w, uint32_t t)
{
    return event_begins(w, t, WORDS_BY) && !event_begins(w, t + 1, WORDS_ING);
}

/* A search for targets to the right, of a list that begins with the first. */
typedef struct {
    uint32_t first;
    uint32_t since; /* where the last member ended; first: there is none yet */
    bool owners;    /* the list goes on with whose the first is: "the home of the governor, a mayor, and a judge" */
} Listing;

/* Is the target the first, or a further member of the list? */
static bool is_next(const EventWords *w, const Listing *list, const Mention *m, bool human, Hit hit)
{
    bool first = list->since == list->first;
    if (first && hit != HIT_ROBBED && event_is_origin(w, m->first))
        return false; /* where a bomb was thrown from was not hit */
    bool listed = is_listed(w, list->since, m, human) || (first && !is_joined(w, list->since, m->first));
    return listed && !is_inner(w, m) && !event_is_armed(w, m->first);
}

/* The first target from t on and the list that it begins; of what is done to people a person. */
static void targets_right(const EventWords *w, uint32_t t, uint32_t end, Hit hit, EventArgs *out)
{
    uint32_t gap = TARGET_GAP;
    Listing list = {.first = t, .since = t};
    while (t < end && t - list.since <= gap && !leads_to_agent(w, t)) {
        bool human = false;
        uint32_t at = target_at(w, t, &human);
        if (at == MENTION_NONE || (hit == HIT_PEOPLE && !human)) {
            t++;
            continue;
        }
        const Mention *m = &w->a->mentions.items[at];
        list.owners |= hit != HIT_PEOPLE && list.since != list.first && event_lists_owners(w, list.since);
        if (is_next(w, &list, m, human, hit)) {
            if (!list.owners || !human)
                add_target(w, m, human, out);
            event_cover(out, m->first, human ? event_phrase_right(w, m->last) : m->last);
            gap = LIST_GAP;
            list.since = event_phrase_right(w, m->last);
        }
        t = is_inner(w, m) ? m->last : event_phrase_right(w, m->last);
    }
}

/* "he", "they"; not "who" and "which". */
static bool is_pronoun(const EventWords *w, uint32_t t)
{
    return event_begins(w, t, WORDS_PRONOUN) && !event_begins(w, t, WORDS_RELATIVE);
}

/* "two men in the bus were shot", "a bus with clerks was bombed", "the home of the mayor was burned": where somebody was, who
 * was there and whose it is are no subject. "One of the cars" is. */
static bool is_aside(const EventWords *w, uint32_t start, const Mention *m, uint32_t verb)
{
    for (uint32_t t = m->last; t < verb; t++) {
        if (event_begins(w, t, WORDS_RELATIVE)) /* "a call by the mayor, | who was shot" */
            return false;
    }
    uint32_t t = event_phrase_left(w, m->first);
    while (t > start && event_is_specifier(w, t - 1) && !event_begins(w, t - 1, WORDS_ON))
        t--;
    if (t > start && event_begins(w, t - 1, WORDS_ASIDE))
        return true;
    if (t < start + 2 || !event_begins(w, t - 1, WORDS_ON))
        return false;
    bool of = event_begins(w, t - 1, WORDS_OF);
    return !of || event_covers(w, t - 2, WORDS_TARGET) || event_covers(w, t - 2, WORDS_TARGET_HUMAN);
}

/* The nearest target before the verb of a passive, with the list that it ends. */
static void targets_left(const EventWords *w, uint32_t start, uint32_t before, bool people, EventArgs *out)
{
    uint32_t since = before;
    uint32_t gap = TARGET_GAP + 4;
    for (uint32_t t = before; t > start && since - t <= gap; t--) {
        bool human = false;
        uint32_t at = target_at(w, t - 1, &human);
        if (is_pronoun(w, t - 1)) {
            out->somebody = true; /* "in front of a shop when she was shot" */
            return;
        }
        if (at == MENTION_NONE || (people && !human))
            continue;
        const Mention *m = &w->a->mentions.items[at];
        if (m->last > before || is_inner(w, m) || event_is_armed(w, m->first) || is_aside(w, start, m, before))
            continue;
        if (since != before && !is_joined(w, m->last, since))
            return;
        add_target(w, m, human, out);
        event_cover(out, m->first, m->last);
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
    uint16_t demonym = analysis_class(w->a, "DEMONYM"); /* a capital where not all is in capitals */
    for (uint32_t t = first; t < last; t++) {
        named |= analysis_is_name(w->a, t) || mention_at(&w->a->mentions, t, demonym) != MENTION_NONE;
        if (event_is_armed(w, t) || event_begins(w, t, WORDS_NOUN))
            return false;
    }
    if (!named || first >= last)
        return false;
    first = event_behind_role(w, first, last);
    (void)names_add(&out->targets, event_printed(w, mention_tokens_span(&w->a->tokens, first, last)));
    event_cover(out, first, last);
    return true;
}

static void anybody_right(const EventWords *w, uint32_t t, uint32_t end, EventArgs *out)
{
    while (t < end && event_begins(w, t, WORDS_THE))
        t++;
    uint32_t stop = t;
    while (stop < end && stop < t + NAME_WORDS && event_in_phrase(w, stop))
        stop++;
    (void)add_anybody(w, t, stop, out);
}

/* The "'s" of "the mayor's murder". */
static bool is_clitic(const EventWords *w, uint32_t t)
{
    return event_sign(w, t) == '\'' && w->syntax->tags[t] == TAG_POSS;
}

/* "the mayor's murder": the noun phrase that ends before the token. */
static bool anybody_before(const EventWords *w, uint32_t start, uint32_t before, EventArgs *out)
{
    uint32_t first = before;
    while (first > start && before - first < NAME_WORDS && event_in_phrase(w, first - 1))
        first--;
    return add_anybody(w, first, before, out);
}

/* Before "was kidnapped", stepping over an aside between commas: "Ali Khan, a lawyer, was kidnapped". */
static bool anybody_left(const EventWords *w, uint32_t start, uint32_t before, EventArgs *out)
{
    uint32_t stop = before;
    while (stop > start && event_covers(w, stop - 1, WORDS_BE))
        stop--;
    bool relative = false;
    while (stop > start && (token_at(w, stop - 1)->flags & TOKEN_WORD) && event_stops(w, stop - 1))
        relative |= event_begins(w, --stop, WORDS_BREAK);
    if (stop > start && relative && event_sign(w, stop - 1) == ',') {
        stop--; /* "Ali Khan, who was kidnapped" */
    } else if (stop > start && event_sign(w, stop - 1) == ',') {
        uint32_t comma = stop - 1;
        while (comma > start && stop - comma < ASIDE_WORDS && (comma == stop - 1 || event_sign(w, comma) != ','))
            comma--;
        stop = event_sign(w, comma) == ',' ? comma : stop - 1; /* "Ali Khan, kidnapped on Monday" */
    }
    return anybody_before(w, start, stop, out);
}

/* Does an aside between commas stand right before the verb? */
static bool follows_aside(const EventWords *w, uint32_t start, uint32_t before)
{
    while (before > start && event_covers(w, before - 1, WORDS_BE))
        before--;
    return before > start && event_sign(w, before - 1) == ',';
}

/* ---- status, tactics ------------------------------------------------------------------------- */

static void find_status(const EventWords *w, uint32_t start, const Mention *trigger, uint32_t end, EventArgs *out)
{
    bool definite = trigger->first > start && event_begins(w, trigger->first - 1, WORDS_THE);
    for (uint32_t t = trigger->first, n = 0; t > start && n < NOT_REACH; t--, n++) {
        /* "no part in the murder" denies the part, not the murder */
        out->denied |= !definite && event_covers(w, t - 1, WORDS_NOT);
        if (event_covers(w, t - 1, WORDS_ATTEMPT))
            out->status |= STATUS_ATTEMPTED;
        if (event_covers(w, t - 1, WORDS_FOIL))
            out->status |= STATUS_FOILED;
    }
    for (uint32_t t = trigger->last; t < end; t++) {
        if (event_begins(w, t, WORDS_FOIL))
            out->status |= STATUS_FOILED;
    }
    if (out->status != 0)
        out->denied = false;
}

static void find_tactics(const EventWords *w, const Sentence *sentence, bool cause, EventArgs *out)
{
    for (uint32_t t = event_next(w, sentence->first, sentence->last, &w->names->means); t < sentence->last;
         t = event_next(w, t + 1, sentence->last, &w->names->means)) {
        if (past_is_cause(w->a, t) != cause)
            continue; /* what the event answered was done with its own means */
        uint32_t at = event_at(w, t, WORDS_TACTIC);
        if (at != MENTION_NONE)
            (void)names_add(&out->tactics, analysis_value(w->a, &w->a->mentions.items[at]));
        at = event_at(w, t, WORDS_WEAPON);
        if (at != MENTION_NONE)
            (void)names_add(&out->tactics, analysis_value(w->a, &w->a->mentions.items[at]));
    }
}

/* "in the attack | and is being treated at a clinic": a verb of its own follows the conjunction. */
static bool goes_on(const EventWords *w, uint32_t t)
{
    return t + 1 < w->a->tokens.count && event_covers(w, t, WORDS_AND) &&
           (event_covers(w, t + 1, WORDS_BE) || acts(w, t + 1) || w->syntax->tags[t + 1] == TAG_HAVE ||
            w->syntax->tags[t + 1] == TAG_MODAL);
}

/* "attack on", "explosion outside": the preposition that leads from a noun or "exploded" to its target. */
static void targets_after_preposition(const EventWords *w, uint32_t behind, uint32_t end, bool people, EventArgs *out)
{
    bool by = false;   /* "violence by groups of clerks": who they are, not whom it hit */
    bool told = false; /* "the blast led to the search of a bank" */
    for (uint32_t t = behind; t < end && t < behind + ON_REACH; t++) {
        if (goes_on(w, t))
            return;
        told = told || acts(w, t);
        by = by || event_begins(w, t, WORDS_BY);
        if ((by || told) && event_begins(w, t, WORDS_OF))
            continue;
        uint32_t on = event_at(w, t, WORDS_ON);
        if (on == MENTION_NONE)
            continue;
        targets_right(w, w->a->mentions.items[on].last, end, people ? HIT_PEOPLE : HIT_ANY, out);
        out->enemy |= event_party_attacked(w, w->a->mentions.items[on].last, end);
        if (out->targets.count > 0)
            return;
    }
}

static bool has_target(const EventArgs *args)
{
    return args->targets.count > 0 || args->somebody;
}

/* What a search around one trigger works on. */
typedef struct {
    const EventWords *w;
    const Mention *trigger;
    uint32_t start; /* of the clause */
    uint32_t end;
    bool people; /* done to a person: without a target from the lexicon, whoever is named is the target */
} Search;

static void around_passive(const Search *s, EventArgs *out)
{
    uint32_t verb = event_before_relative(s->w, s->trigger->first);
    uint32_t start = verb < s->start ? event_sentence(s->w, verb)->first : s->start;
    bool named = event_list_before(s->w, verb, s->people ? LIST_OF_HIT : LIST_OF_ALL, out);
    named = named || (s->people && follows_aside(s->w, start, verb) && anybody_left(s->w, start, verb, out));
    if (!named)
        targets_left(s->w, start, verb, s->people, out);
    if (!has_target(out) && event_ends_relative(s->w, s->start))
        targets_left(s->w, event_sentence(s->w, verb)->first, s->start - 1, s->people, out);
    if (s->people && !has_target(out))
        (void)anybody_left(s->w, start, verb, out);
    event_party_by(s->w, s->trigger->last, s->end, out);
}

/* A list of people goes on behind what else ends a clause: "killing Ana Diaz, 42; Juan Paz, 30". */
static void more_targets(const Search *s, EventArgs *out)
{
    uint32_t behind = event_phrase_right(s->w, out->last);
    uint32_t end = s->people ? event_sentence(s->w, out->last - 1)->last : s->end;
    event_more_targets(s->w, behind, end, s->people, out);
}

/* The object of "killed" ends before the next comma. */
static uint32_t before_comma(const Search *s)
{
    uint32_t t = s->trigger->last;
    while (t < s->end && event_sign(s->w, t) != ',')
        t++;
    return t;
}

static void around_active(const Search *s, EventWord kind, EventArgs *out)
{
    bool robbed = event_family(analysis_value(s->w->a, s->trigger)) == FAMILY_ROBBERY;
    Hit hit = s->people ? HIT_PEOPLE : robbed ? HIT_ROBBED : HIT_ANY;
    if (!event_named_target(s->w, kind, s->trigger, s->trigger->last, s->end, out))
        targets_right(s->w, s->trigger->last, kind == WORDS_KILL ? before_comma(s) : s->end, hit, out);
    if (s->people && !has_target(out))
        anybody_right(s->w, s->trigger->last, s->end, out);
    if (has_target(out))
        more_targets(s, out);
    out->enemy = event_party_attacked(s->w, s->trigger->last, s->end);
    event_party_left(s->w, s->start, s->trigger->first, out);
}

static void around_noun(const Search *s, EventWord kind, EventArgs *out)
{
    uint32_t behind = s->trigger->last;
    if (s->people && event_begins(s->w, behind, WORDS_OF))
        anybody_right(s->w, behind + 1, s->end, out);
    if (s->people && s->trigger->first > s->start + 1 && is_clitic(s->w, s->trigger->first - 1))
        (void)anybody_before(s->w, s->start, s->trigger->first - 1, out);
    if (!s->people && s->w->syntax->tags[behind - 1] == TAG_ING && s->w->syntax->tags[behind] == TAG_DET)
        targets_right(s->w, behind, s->end, HIT_ANY, out); /* "of bombing | the church" */
    if (!has_target(out) && !event_named_target(s->w, kind, s->trigger, event_behind_on(s->w, behind), s->end, out))
        targets_after_preposition(s->w, behind, s->end, s->people, out);
    if (has_target(out))
        more_targets(s, out);
    event_party_by(s->w, behind, s->end, out);
    if (kind == WORDS_NOUN || kind == WORDS_PLURAL)
        event_party_before(s->w, s->start, s->trigger->first, out);
}

void event_args_find(const EventWords *w, EventWord kind, const Mention *trigger, EventArgs *out)
{
    *out = (EventArgs){.first = trigger->first, .last = trigger->last};
    Search s = {.w = w,
                .trigger = trigger,
                .start = clause_start(w, trigger->first),
                .end = clause_end(w, trigger->last),
                .people = event_type_befalls_people(analysis_value(w->a, trigger))};
    const Sentence *sentence = event_sentence(w, trigger->first);
    find_status(w, s.start, trigger, s.end, out);
    find_tactics(w, sentence, past_is_cause(w->a, trigger->first), out);
    bool verb = kind == WORDS_PAST || kind == WORDS_WEAK || kind == WORDS_DAMAGE || kind == WORDS_KILL;
    if (kind == WORDS_SUFFER || kind == WORDS_DAMAGED || (verb && event_is_passive(w, s.start, trigger)))
        around_passive(&s, out);
    else if (verb || kind == WORDS_BASE || kind == WORDS_ING)
        around_active(&s, kind, out);
    else
        around_noun(&s, kind, out);
    event_party_agents(w, sentence, trigger, out);
}
