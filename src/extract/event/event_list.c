#include "extract/event/event_list.h"

#include "base/buf.h"
#include "extract/claim/past.h"
#include "extract/event/event_type.h"

const CountRecord *event_count(const Analysis *a, const Mention *m, const char *attr)
{
    const Attr *found = analysis_attr(a, m, attr);
    if (!found || found->kind != ATTR_MENTION || found->mention >= a->mentions.count)
        return NULL;
    /* "the 30 January blast", "the January 30 blast": a day owns its number */
    bool of_day = mention_covers(&a->mentions, a->mentions.items[found->mention].first, analysis_class(a, "TIME"));
    uint32_t data = a->mentions.items[found->mention].data;
    return !of_day && data < a->count_count ? &a->counts[data] : NULL;
}

/* ---- gathering ------------------------------------------------------------------------------- */

static void merge_names(Names *into, const Names *from)
{
    for (size_t i = 0; i < from->count; i++)
        if (names_add(into, from->items[i])) {
            into->armed[into->count - 1] = from->armed[i];
            into->bare[into->count - 1] = from->bare[i];
        }
}

static void merge_args(EventArgs *into, const EventArgs *from)
{
    merge_names(&into->targets, &from->targets);
    merge_names(&into->perpetrators, &from->perpetrators);
    merge_names(&into->tactics, &from->tactics);
    into->status |= from->status;
    into->actor |= from->actor;
    into->state |= from->state;
    into->enemy |= from->enemy;
    into->somebody |= from->somebody;
    if (from->first < into->first)
        into->first = from->first;
    if (from->last > into->last)
        into->last = from->last;
}

/* The sentence's attack that the words may belong to: same family, neither counted on its own. */
static Event *fitting(EventList *list, const Event *event)
{
    for (size_t i = list->count; i-- > 0;) {
        Event *old = &list->items[i];
        if (old->count == NULL && event->count == NULL && old->cause == event->cause &&
            event_types_agree(old->type, event->type))
            return old;
    }
    return NULL;
}

/* Do the words only tell what became of people in the attack told last? */
static bool is_outcome_of_last(const EventList *list, const Event *event)
{
    const Event *last = list->count > 0 ? &list->items[list->count - 1] : NULL;
    return event->outcome && last && last->told && last->cause == event->cause;
}

void event_gather(EventList *list, const Event *event)
{
    if (is_outcome_of_last(list, event))
        return;
    Event *old = fitting(list, event);
    if (!old) {
        if (list->count < EVENTS_MAX)
            list->items[list->count++] = *event;
        return;
    }
    old->type = event_finer_type(old->type, event->type);
    if (event->told && (!old->told || event->said))
        old->rule = event->rule;
    old->told |= event->told;
    old->habit &= event->habit;
    old->relative &= event->relative;
    old->known |= event->known;
    old->args.denied &= event->args.denied;
    merge_args(&old->args, &event->args);
}

/* ---- what rules say of attacks ---------------------------------------------------------------- */

static const struct {
    const char *cls;
    const char *unit; /* "" : the value of the captured unit */
} SAID[SAID_COUNT_] = {
    [SAID_COUNT] = {"CLAIM_ATTACK", "attacks"},       [SAID_PLACES] = {"CLAIM_ATTACK_PLACES", ""},
    [SAID_PROPERTY] = {"CLAIM_ATTACK_PROPERTY", ""},  [SAID_FOILED] = {"CLAIM_ATTACK_FOILED", "attacks"},
    [SAID_TRIED] = {"CLAIM_ATTACK_TRIED", "attacks"}, [SAID_OPERATION] = {"CLAIM_OPERATION", ""},
};

static Str attr_text(const Analysis *a, const Mention *m, const char *name)
{
    const Attr *attr = analysis_attr(a, m, name);
    if (!attr || attr->last <= attr->first)
        return STR("");
    return span_text(a->tokens.text, mention_tokens_span(&a->tokens, attr->first, attr->last));
}

/* The type of the sentence's own attack, for a claim that names none. */
static Str type_told(const EventList *list)
{
    return list->count > 0 ? list->items[0].type : STR("attack");
}

/* Not "the second attack", nor "the 2025 attack". */
static bool counts_attacks(const CountRecord *count)
{
    enum { FIRST_YEAR = 1900, LAST_YEAR = 2100 };
    bool year = count->form == COUNT_EXACT && count->range.low >= FIRST_YEAR && count->range.low <= LAST_YEAR;
    return !count->ordinal && !year;
}

/* The sentence's attack, not yet counted, that is told in the same words. */
static Event *overlapping(EventList *list, const Event *event)
{
    for (size_t i = 0; i < list->count; i++) {
        const EventArgs *args = &list->items[i].args;
        if (!list->items[i].count && args->first < event->args.last && event->args.first < args->last)
            return &list->items[i];
    }
    return NULL;
}

/* The attack that a rule's mention tells, with what stands around its trigger word. */
static Event event_said(const EventWords *w, EventSaid said, const Mention *m, Str type)
{
    const Analysis *a = w->a;
    Str what = analysis_attr_value(a, m, "what");
    Event event = {.type = what.len > 0 ? what : type,
                   .rule = rules_name(a->language->rules, m->rule),
                   .told = true,
                   .said = true,
                   .count = event_count(a, m, "count"),
                   .unit = SAID[said].unit[0] ? str_from(SAID[said].unit) : analysis_attr_value(a, m, "unit"),
                   .operation = said == SAID_OPERATION ? attr_text(a, m, "name") : STR_NONE,
                   .cause = past_is_cause(a, m->first),
                   .args = {.first = m->first, .last = m->last}};
    if (said == SAID_FOILED)
        event.args.status |= STATUS_FOILED;
    if (said == SAID_TRIED)
        event.args.status |= STATUS_ATTEMPTED;
    const Attr *trigger = analysis_attr(a, m, "what");
    if (trigger && trigger->kind == ATTR_MENTION) {
        const Mention *word = &a->mentions.items[trigger->mention];
        EventArgs around;
        event_args_find(w, word->cls == w->names->classes[WORDS_BASE] ? WORDS_BASE : WORDS_NOUN, word, &around);
        merge_args(&event.args, &around);
    }
    const Attr *party = analysis_attr(a, m, "party");
    if (party && party->kind == ATTR_MENTION)
        (void)names_add(&event.args.perpetrators, event_party_name(a, &a->mentions.items[party->mention]));
    return event;
}

/* Does the report speak of an attack, or has it told of one? */
static bool speaks_of_attacks(const Analysis *a)
{
    static const char *const WORDS[] = {"EVENT_NOUN", "EVENT_PLURAL", "EVENT_PAST", "WEAPON"};
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (mention_may_be(&a->mentions, analysis_class(a, WORDS[i])))
            return true;
    for (size_t i = 0; i < a->claim_count; i++) /* "rebels killed a clerk" */
        if (a->claims[i].kind == KIND_ATTACK && !str_equal(a->claims[i].type, STR("other")))
            return true;
    return false;
}

/* "Rains ... Some 300 houses were destroyed": by nobody who is told of. */
static bool is_of_nobody(const Analysis *a, const Mention *m, const Event *event)
{
    return analysis_attr(a, m, "ruined") && event->args.perpetrators.count == 0 && !event->args.actor &&
           !speaks_of_attacks(a);
}

static bool is_sayable(const EventWords *w, EventSaid said, const Mention *m, const Event *event)
{
    if (said == SAID_PLACES && event_covers(w, m->first, WORDS_BY_NATURE)) /* "a landslide that hit several villages" */
        return false;
    if (said == SAID_PROPERTY && is_of_nobody(w->a, m, event))
        return false;
    /* in shouted text every word has a capital: no name can be told */
    if (said == SAID_OPERATION)
        return !(w->a->tokens.tokens[m->first].flags & TOKEN_SHOUTED);
    return said != SAID_COUNT || !event->count || counts_attacks(event->count);
}

static void gather_said(const EventWords *w, EventSaid said, const Mention *m, EventList *list)
{
    Event event = event_said(w, said, m, type_told(list));
    if (!is_sayable(w, said, m, &event))
        return;
    if (event.count == NULL && said != SAID_OPERATION) {
        event_gather(list, &event);
        return;
    }
    Event *same = said == SAID_COUNT || said == SAID_OPERATION ? NULL : overlapping(list, &event);
    if (same) {
        same->count = event.count;
        same->unit = event.unit;
        same->rule = event.rule;
        same->told = true;
        merge_args(&same->args, &event.args);
        return;
    }
    if (list->count > 0 && event.args.perpetrators.count == 0)
        merge_names(&event.args.perpetrators, &list->items[0].args.perpetrators);
    if (list->count < EVENTS_MAX)
        list->items[list->count++] = event;
}

/* An attack that is told again with its number is one claim: the number's. */
static void fold_counted(EventList *list)
{
    for (size_t i = 0; i < list->count; i++) {
        Event *counted = &list->items[i];
        if (!counted->count || !str_equal(counted->unit, STR("attacks")))
            continue;
        for (size_t k = 0; k < list->count; k++) {
            Event *bare = &list->items[k];
            bool same = str_equal(counted->type, bare->type) || event_family(bare->type) == FAMILY_ANY;
            if (k == i || bare->count || str_present(bare->operation) || !same)
                continue;
            merge_args(&counted->args, &bare->args);
            bare->told = false;
        }
    }
}

EventSaidWords event_said_words(const Analysis *a)
{
    EventSaidWords words;
    for (int said = 0; said < SAID_COUNT_; said++)
        words.classes[said] = analysis_class(a, SAID[said].cls);
    words.set = class_set_of(words.classes, SAID_COUNT_);
    return words;
}

void event_gather_rules(const EventWords *w, const EventSaidWords *said, const Sentence *sentence, EventList *list)
{
    const MentionList *mentions = &w->a->mentions;
    uint32_t number = sentence->first < sentence->last ? mentions->tokens[sentence->first].sentence : 0;
    bool any = sentence->first < sentence->last && mention_may_be_any_in(mentions, number, &said->set);
    for (int kind = 0; any && kind < SAID_COUNT_; kind++) {
        uint16_t cls = said->classes[kind];
        for (uint32_t t = sentence->first; cls != 0 && t < sentence->last; t++) {
            uint32_t at = mention_at(mentions, t, cls);
            if (at != MENTION_NONE)
                gather_said(w, (EventSaid)kind, &mentions->items[at], list);
        }
    }
    fold_counted(list);
}
