#include "extract/event_attack.h"

#include "base/buf.h"
#include "extract/claim.h"
#include "extract/event_args.h"
#include "extract/event_type.h"

enum { EVENTS_MAX = 16 /* attacks told in one sentence; more are not told apart */ };

/* One attack as a sentence tells it, while its words are gathered. */
typedef struct {
    Str type;
    Str rule;
    Str unit;
    Str operation;
    EventArgs args;
    const CountRecord *count;
    bool said; /* a rule says it, more than the trigger word does */
    bool told; /* more than a mere mention: a verb, a count, or somebody it happened to */
} Event;

typedef struct {
    Event items[EVENTS_MAX];
    size_t count;
} EventList;

const CountRecord *event_count(const Analysis *a, const Mention *m, const char *attr)
{
    const Attr *found = analysis_attr(a, m, attr);
    if (!found || found->kind != ATTR_MENTION || found->mention >= a->mentions.count)
        return NULL;
    uint32_t data = a->mentions.items[found->mention].data;
    return data < a->count_count ? &a->counts[data] : NULL;
}

void event_set_count(const Analysis *a, Claim *claim, const CountRecord *count, Str unit)
{
    if (!count)
        return;
    claim->has_count = true;
    claim->count = count->range;
    claim->count_form = count->form;
    claim->count_span = mention_tokens_span(&a->tokens, count->first, count->last);
    claim->unit = unit;
}

/* ---- gathering ------------------------------------------------------------------------------- */

static void merge_names(Names *into, const Names *from)
{
    for (size_t i = 0; i < from->count; i++)
        names_add(into, from->items[i]);
}

static void merge_args(EventArgs *into, const EventArgs *from)
{
    merge_names(&into->targets, &from->targets);
    merge_names(&into->perpetrators, &from->perpetrators);
    merge_names(&into->tactics, &from->tactics);
    into->status |= from->status;
    into->actor |= from->actor;
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
        if (old->count == NULL && event->count == NULL && event_types_agree(old->type, event->type))
            return old;
    }
    return NULL;
}

static void gather(EventList *list, const Event *event)
{
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
    old->args.denied &= event->args.denied;
    merge_args(&old->args, &event->args);
}

static bool is_definite(const EventWords *w, const Mention *trigger)
{
    const Sentence *sentence = event_sentence(w, trigger->first);
    for (uint32_t t = trigger->first; t > sentence->first && trigger->first - t < 3; t--) {
        if (event_at(w, t - 1, WORDS_THE) != MENTION_NONE)
            return true;
        if (!(w->a->tokens.tokens[t - 1].flags & TOKEN_WORD))
            break;
    }
    return false;
}

/* "the murdered mayor": a participle right behind an article only reminds of the deed. */
static bool is_attributive(const EventWords *w, const Mention *trigger)
{
    return trigger->first > event_sentence(w, trigger->first)->first &&
           event_at(w, trigger->first - 1, WORDS_THE) != MENTION_NONE;
}

/* A bare form counts as a verb behind an attempt ("tried to storm") or a party ("BLA attacks 12 cities"). */
static bool base_is_verb(const EventWords *w, const Mention *trigger, const EventArgs *args)
{
    if (args->status != 0)
        return true;
    const Sentence *sentence = event_sentence(w, trigger->first);
    uint32_t before = trigger->first;
    for (uint32_t t = sentence->first; t < before; t++) {
        uint32_t at = event_at(w, t, WORDS_PARTY);
        if (at != MENTION_NONE && w->a->mentions.items[at].last == before)
            return true;
    }
    return false;
}

/* Does the sentence tell of anybody harmed? */
static bool is_harmful(const EventWords *w, const Sentence *sentence)
{
    for (size_t i = 0; i < w->a->claim_count; i++) {
        if (w->a->claims[i].kind == KIND_CASUALTY && span_overlaps(sentence->span, w->a->claims[i].evidence))
            return true;
    }
    return false;
}

/* Does the sentence name a place, or somebody who was harmed? A headline tells of its own event anyway. */
static bool is_placed(const EventWords *w, const Sentence *sentence)
{
    const Analysis *a = w->a;
    if (sentence->block < a->block_count && a->blocks[sentence->block].kind == BLOCK_HEADING)
        return true;
    for (size_t i = 0; i < a->place_count; i++) {
        if (span_holds(sentence->span, a->places[i].span))
            return true;
    }
    return is_harmful(w, sentence);
}

static bool is_told(const EventWords *w, EventWord kind, const Mention *trigger, const EventArgs *args)
{
    bool around = args->targets.count > 0 || args->actor;
    switch (kind) {
    case WORDS_PAST: return !is_attributive(w, trigger); /* "the murdered mayor" */
    case WORDS_SUFFER: return true;
    case WORDS_HIT: return args->tactics.count > 0;
    case WORDS_WEAK: return args->targets.count > 0;
    case WORDS_KILL: return args->actor;
    case WORDS_DAMAGE: return args->targets.count > 0 && (args->actor || args->tactics.count > 0);
    case WORDS_ING: return args->targets.count > 0;
    case WORDS_BASE: return base_is_verb(w, trigger, args) && around;
    case WORDS_PLURAL: return is_placed(w, event_sentence(w, trigger->first)) && (around || !is_definite(w, trigger));
    case WORDS_THING: return is_harmful(w, event_sentence(w, trigger->first));
    case WORDS_NOUN: return around || (!is_definite(w, trigger) && is_placed(w, event_sentence(w, trigger->first)));
    default: return false;
    }
}

static void gather_triggers(const EventWords *w, const Sentence *sentence, EventList *list)
{
    static const char *const RULES[] = {
        [WORDS_NOUN] = "attack.noun",     [WORDS_PLURAL] = "attack.nouns", [WORDS_THING] = "attack.thing",
        [WORDS_PAST] = "attack.verb",     [WORDS_WEAK] = "attack.verb",    [WORDS_BASE] = "attack.base",
        [WORDS_ING] = "attack.ing",       [WORDS_HIT] = "attack.blast",    [WORDS_SUFFER] = "attack.suffered",
        [WORDS_DAMAGE] = "attack.damage", [WORDS_KILL] = "attack.kill"};
    for (uint32_t t = sentence->first; t < sentence->last;) {
        uint32_t at = MENTION_NONE;
        EventWord kind = event_trigger_at(w, t, &at);
        if (kind == WORDS_COUNT_) {
            t++;
            continue;
        }
        const Mention *trigger = &w->a->mentions.items[at];
        Event event = {.type = analysis_value(w->a, trigger), .rule = str_from(RULES[kind])};
        event_args_find(w, kind, trigger, &event.args);
        event.told = is_told(w, kind, trigger, &event.args);
        bool worth = event.told || kind == WORDS_NOUN || kind == WORDS_PLURAL || kind == WORDS_THING;
        if (worth && !event.args.denied)
            gather(list, &event);
        t = trigger->last;
    }
}

/* ---- what rules say of attacks ---------------------------------------------------------------- */

typedef enum { SAID_COUNT, SAID_PLACES, SAID_PROPERTY, SAID_FOILED, SAID_TRIED, SAID_OPERATION, SAID_COUNT_ } Said;

static const struct {
    const char *cls;
    const char *unit; /* "" : the value of the captured unit */
} SAID[SAID_COUNT_] = {
    [SAID_COUNT] = {"CLAIM_ATTACK", "attacks"},       [SAID_PLACES] = {"CLAIM_ATTACK_PLACES", ""},
    [SAID_PROPERTY] = {"CLAIM_ATTACK_PROPERTY", ""},  [SAID_FOILED] = {"CLAIM_ATTACK_FOILED", "attacks"},
    [SAID_TRIED] = {"CLAIM_ATTACK_TRIED", "attacks"}, [SAID_OPERATION] = {"CLAIM_OPERATION", ""},
};

static Str attr_value(const Analysis *a, const Mention *m, const char *name)
{
    const Attr *attr = analysis_attr(a, m, name);
    if (!attr)
        return STR("");
    if (attr->kind == ATTR_VALUE)
        return lexicon_value_name(a->language->lexicon, attr->value);
    if (attr->kind == ATTR_MENTION && attr->mention < a->mentions.count)
        return analysis_value(a, &a->mentions.items[attr->mention]);
    return span_text(a->tokens.text, mention_tokens_span(&a->tokens, attr->first, attr->last));
}

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

static void gather_said(const EventWords *w, Said said, const Mention *m, EventList *list)
{
    const Analysis *a = w->a;
    Str what = attr_value(a, m, "what");
    Event event = {.type = what.len > 0 ? what : type_told(list), .rule = rules_name(a->language->rules, m->rule)};
    event.told = true;
    event.said = true;
    event.count = event_count(a, m, "count");
    event.unit = SAID[said].unit[0] ? str_from(SAID[said].unit) : attr_value(a, m, "unit");
    event.operation = said == SAID_OPERATION ? attr_text(a, m, "name") : STR_NONE;
    event.args = (EventArgs){.first = m->first, .last = m->last};
    if (said == SAID_FOILED)
        event.args.status |= STATUS_FOILED;
    if (said == SAID_TRIED)
        event.args.status |= STATUS_ATTEMPTED;
    const Attr *trigger = analysis_attr(a, m, "what");
    if (trigger && trigger->kind == ATTR_MENTION) {
        EventArgs around;
        event_args_find(w, WORDS_NOUN, &a->mentions.items[trigger->mention], &around);
        merge_args(&event.args, &around);
    }
    const Attr *party = analysis_attr(a, m, "party");
    if (party && party->kind == ATTR_MENTION)
        names_add(&event.args.perpetrators, event_party_name(a, &a->mentions.items[party->mention]));
    /* in shouted text every word has a capital: no name can be told */
    if (said == SAID_OPERATION && (a->tokens.tokens[m->first].flags & TOKEN_SHOUTED))
        return;
    if (said == SAID_COUNT && event.count && !counts_attacks(event.count))
        return;
    if (event.count == NULL && said != SAID_OPERATION) {
        gather(list, &event);
        return;
    }
    if (list->count > 0 && event.args.perpetrators.count == 0)
        merge_names(&event.args.perpetrators, &list->items[0].args.perpetrators);
    if (list->count < EVENTS_MAX)
        list->items[list->count++] = event;
}

static void gather_rules(const EventWords *w, const Sentence *sentence, EventList *list)
{
    for (int said = 0; said < SAID_COUNT_; said++) {
        uint16_t cls = analysis_class(w->a, SAID[said].cls);
        for (uint32_t t = sentence->first; cls != 0 && t < sentence->last; t++) {
            uint32_t at = mention_at(&w->a->mentions, t, cls);
            if (at != MENTION_NONE)
                gather_said(w, (Said)said, &w->a->mentions.items[at], list);
        }
    }
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
            if (k == i || bare->count || str_present(bare->operation) || !event_types_agree(counted->type, bare->type))
                continue;
            counted->type = event_finer_type(counted->type, bare->type);
            merge_args(&counted->args, &bare->args);
            bare->told = false;
        }
    }
}

/* A copy that lives as long as the document. */
static const Str *keep(Arena *arena, const Names *names)
{
    Str *items = ARENA_ARRAY(arena, Str, names->count);
    memcpy(items, names->items, names->count * sizeof *items);
    return items;
}

/* ---- one name for one target ------------------------------------------------------------------- */

/* Does the name hold every word of the other? */
static bool holds_words(Str name, Str other)
{
    Str word = STR_NONE;
    while (str_cut(&other, ' ', &word)) {
        bool found = false;
        Str rest = name;
        Str candidate = STR_NONE;
        while (!found && str_cut(&rest, ' ', &candidate))
            found = str_equal_caseless(candidate, word);
        if (!found)
            return false;
    }
    return true;
}

/* "the bank", "Andes Bank": the fullest name that the report gives replaces the shorter. */
static Str fullest(const Analysis *a, size_t from, Str name)
{
    Str best = name;
    for (size_t i = from; i < a->claim_count; i++) {
        for (size_t k = 0; k < a->claims[i].target_count; k++) {
            Str other = a->claims[i].targets[k];
            if (other.len > best.len && holds_words(other, best))
                best = other;
        }
    }
    return best;
}

static void unify_targets(Analysis *a, size_t from)
{
    for (size_t i = from; i < a->claim_count; i++) {
        Names names = {.count = 0};
        for (size_t k = 0; k < a->claims[i].target_count; k++)
            names_add(&names, fullest(a, from, a->claims[i].targets[k]));
        a->claims[i].targets = keep(a->arena, &names);
        a->claims[i].target_count = names.count;
    }
}

/* ---- claims ---------------------------------------------------------------------------------- */

/* Places that stand in the sentence: a list that a claim over several places names. */
static void set_places(Analysis *a, const EventWords *w, Claim *claim, const Sentence *sentence)
{
    const PlaceMention **places = ARENA_ARRAY(a->arena, const PlaceMention *, a->place_count);
    for (size_t i = 0; i < a->place_count; i++) {
        if (!a->places[i].people && span_holds(sentence->span, a->places[i].span))
            places[claim->place_count++] = &a->places[i];
    }
    claim->places = places;
    for (uint32_t t = sentence->first; t < sentence->last; t++)
        claim->places_partial |= event_at(w, t, WORDS_OPEN) != MENTION_NONE;
}

/* The people of a casualty claim without their number: "10 officers" is officers. */
static Span people_of(const EventWords *w, Span victims)
{
    const TokenList *tokens = &w->a->tokens;
    uint32_t t = 0;
    uint32_t high = (uint32_t)tokens->count;
    while (t < high) {
        uint32_t middle = t + (high - t) / 2;
        if (tokens->tokens[middle].span.end <= victims.start)
            t = middle + 1;
        else
            high = middle;
    }
    while (t < tokens->count && tokens->tokens[t].span.end <= victims.end && w->stops[t])
        t++;
    uint32_t last = t;
    while (last < tokens->count && tokens->tokens[last].span.end <= victims.end && !w->stops[last])
        last++;
    return last > t ? mention_tokens_span(tokens, t, last) : (Span){0, 0};
}

/* Those who were harmed are human targets; an armed group's losses are not. */
static void add_victims_of(const EventWords *w, const Claim *claim, Names *targets)
{
    if (claim->kind != KIND_CASUALTY || claim->victim_class == CLASS_MILITANT || claim->background ||
        claim->stance != STANCE_ASSERTS)
        return;
    Span people = people_of(w, claim->victims);
    if (!span_is_empty(people))
        names_add(targets, event_printed(w, people));
}

static void add_victims(const EventWords *w, const Sentence *sentence, Names *targets)
{
    for (size_t i = 0; i < w->a->claim_count; i++) {
        if (span_overlaps(sentence->span, w->a->claims[i].evidence))
            add_victims_of(w, &w->a->claims[i], targets);
    }
}

static void make_claim(Analysis *a, const EventWords *w, const Sentence *sentence, const Event *event)
{
    Claim *claim = claim_new(a, KIND_ATTACK, event->args.first, event->args.last, event->rule);
    claim->type = event->type;
    claim->targets = keep(a->arena, &event->args.targets);
    claim->target_count = event->args.targets.count;
    claim->tactics = keep(a->arena, &event->args.tactics);
    claim->tactic_count = event->args.tactics.count;
    claim->perpetrators = keep(a->arena, &event->args.perpetrators);
    claim->perpetrator_count = event->args.perpetrators.count;
    claim->operation = event->operation;
    claim->status |= event->args.status;
    event_set_count(a, claim, event->count, event->unit);
    set_places(a, w, claim, sentence);
}

/* Events that are not violent, for linking: only where the report tells of no attack. */
static void find_other(Analysis *a, const EventWords *w)
{
    enum { OPENING = 10 };
    for (uint32_t s = 0; s < a->tokens.sentence_count && s < OPENING; s++) {
        const Sentence sentence = a->tokens.sentences[s];
        for (uint32_t t = sentence.first; event_in_body(a, s) && t < sentence.last; t++) {
            uint32_t at = event_at(w, t, WORDS_OTHER);
            if (at == MENTION_NONE)
                continue;
            const Mention trigger = a->mentions.items[at];
            Claim *claim = claim_new(a, KIND_ATTACK, trigger.first, trigger.last, STR("event.other"));
            Names subtype = {{analysis_value(a, &trigger)}, 1};
            claim->type = STR("other");
            claim->tactics = keep(a->arena, &subtype);
            claim->tactic_count = 1;
            break;
        }
    }
}

/* Harm told in a sentence of its own ("Three people were killed.") befell the attack told before it. */
static void add_other_victims(Analysis *a, const EventWords *w, size_t from)
{
    Claim *attack = NULL;
    for (size_t i = 0; i < from; i++) {
        const Claim *harm = &a->claims[i];
        Names names = {.count = 0};
        add_victims_of(w, harm, &names);
        if (names.count == 0)
            continue;
        for (size_t k = from; k < a->claim_count && a->claims[k].sentence.start <= harm->sentence.start; k++) {
            if (!a->claims[k].background)
                attack = &a->claims[k];
        }
        if (!attack || attack->sentence.start == harm->sentence.start)
            continue;
        Names all = {.count = 0};
        for (size_t k = 0; k < attack->target_count; k++)
            names_add(&all, attack->targets[k]);
        names_add(&all, names.items[0]);
        attack->targets = keep(a->arena, &all);
        attack->target_count = all.count;
    }
}

void event_attack_find(Analysis *a, const EventWords *w)
{
    size_t before = a->claim_count;
    for (uint32_t s = 0; s < a->tokens.sentence_count; s++) {
        if (!event_in_body(a, s))
            continue;
        const Sentence sentence = a->tokens.sentences[s];
        EventList list = {.count = 0};
        gather_triggers(w, &sentence, &list);
        gather_rules(w, &sentence, &list);
        fold_counted(&list);
        if (list.count > 0)
            add_victims(w, &sentence, &list.items[0].args.targets);
        for (size_t i = 0; i < list.count; i++) {
            if (list.items[i].told)
                make_claim(a, w, &sentence, &list.items[i]);
        }
    }
    add_other_victims(a, w, before);
    unify_targets(a, before);
    if (a->claim_count == before)
        find_other(a, w);
}
