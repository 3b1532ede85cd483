#include "extract/event/event_attack.h"

#include "base/buf.h"
#include "extract/claim/claim.h"
#include "extract/claim/past.h"
#include "extract/event/disaster.h"
#include "extract/event/event_list.h"
#include "extract/event/event_outcome.h"
#include "extract/event/event_targets.h"
#include "extract/event/event_told.h"
#include "extract/event/event_type.h"
#include "extract/place/place_role.h"

/* "to attack", "they murder": a word that is noun and verb is a verb where the grammar says so; right behind a noun
 * ("Harwick ambush") the grammar can't tell. */
static EventWord as_verb(const EventWords *w, uint32_t token, EventWord kind, uint32_t *mention)
{
    uint32_t base = event_at(w, token, WORDS_BASE);
    bool verb = w->syntax->tags[token] == TAG_BASE && token > 0 && w->syntax->tags[token - 1] != TAG_NOUN;
    if (kind != WORDS_NOUN || base == MENTION_NONE || !verb ||
        w->a->mentions.items[base].last != w->a->mentions.items[*mention].last)
        return kind;
    *mention = base;
    return WORDS_BASE;
}

/* "the gun went off": what goes off is not always a bomb. */
static Str type_set_off(Str type, const Names *tactics)
{
    for (size_t i = 0; i < tactics->count; i++) {
        if (!str_equal(tactics->items[i], STR("firearms")) && !str_equal(tactics->items[i], STR("gunfire")))
            return type;
    }
    return tactics->count > 0 ? STR("shooting") : type;
}

/* "those who were kidnapped": between the pronoun and the word stand small words only. */
static bool is_relative(const EventWords *w, const Mention *trigger)
{
    uint32_t start = event_sentence(w, trigger->first)->first;
    for (uint32_t t = trigger->first; t > start && event_stops(w, t - 1); t--) {
        if (event_begins(w, t - 1, WORDS_RELATIVE))
            return true;
    }
    return false;
}

/* "[the] bombing" */
static bool is_known(const EventWords *w, EventWord kind, const Mention *trigger)
{
    return (kind == WORDS_NOUN || kind == WORDS_PLURAL || kind == WORDS_THING) && event_is_definite(w, trigger);
}

static void gather_triggers(const EventWords *w, const Sentence *sentence, EventList *list)
{
    static const char *const RULES[] = {
        [WORDS_NOUN] = "attack.noun",     [WORDS_PLURAL] = "attack.nouns",   [WORDS_THING] = "attack.thing",
        [WORDS_PAST] = "attack.verb",     [WORDS_WEAK] = "attack.verb",      [WORDS_BASE] = "attack.base",
        [WORDS_ING] = "attack.ing",       [WORDS_HIT] = "attack.blast",      [WORDS_SUFFER] = "attack.suffered",
        [WORDS_DAMAGE] = "attack.damage", [WORDS_DAMAGED] = "attack.damage", [WORDS_KILL] = "attack.kill"};
    for (uint32_t t = sentence->first; (t = event_next(w, t, sentence->last, &w->names->triggers)) < sentence->last;) {
        uint32_t at = MENTION_NONE;
        EventWord kind = event_trigger_at(w, t, &at);
        if (kind == WORDS_COUNT_) {
            t++;
            continue;
        }
        kind = as_verb(w, t, kind, &at);
        const Mention *trigger = &w->a->mentions.items[at];
        Event event = {.type = analysis_value(w->a, trigger),
                       .rule = str_from(RULES[kind]),
                       .cause = past_is_cause(w->a, trigger->first)};
        event_args_find(w, kind, trigger, &event.args);
        event.told = event_is_told(w, kind, trigger, &event.args);
        event.outcome = event_is_outcome(w, kind, trigger);
        if (event.outcome)
            event.type = STR("attack"); /* how they were killed is not told */
        event.relative = is_relative(w, trigger);
        event.known = is_known(w, kind, trigger);
        event.habit = kind == WORDS_PLURAL && !event_is_definite(w, trigger);
        if (kind == WORDS_HIT)
            event.type = type_set_off(event.type, &event.args.tactics);
        for (size_t i = 0; i < event.args.tactics.count; i++)
            event.type = event_type_with(event.type, event.args.tactics.items[i]);
        bool damage = kind == WORDS_DAMAGE || kind == WORDS_DAMAGED;
        if (damage && !event.args.actor && event_family(event.type) == FAMILY_ANY &&
            str_present(event_type_before(w, trigger)))
            event.type = event_type_before(w, trigger);
        bool worth = event.told || kind == WORDS_NOUN || kind == WORDS_PLURAL || kind == WORDS_THING;
        worth = worth && !event_is_by_nature(w, trigger, &event.args) &&
                !(list->count == 0 && event_is_of_other(w, &event, sentence, t));
        bool unreal = event.args.status == 0 && past_is_unreal(w->a, trigger->first); /* a foiled attempt is news */
        if (worth && !event.args.denied && !unreal)
            event_gather(list, &event);
        t = trigger->last;
    }
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

/* ---- claims ---------------------------------------------------------------------------------- */

/* Places of events that stand in the sentence: a list that a claim over several places names. */
static void set_places(Analysis *a, const EventWords *w, Claim *claim, const Sentence *sentence)
{
    size_t first = analysis_first_place(a, sentence->span.start);
    size_t end = first;
    while (analysis_place_before(a, end, sentence->span.end))
        end++;
    const PlaceMention **places = ARENA_ARRAY(a->arena, const PlaceMention *, end - first);
    for (size_t i = first; i < end; i++) {
        Span place = a->places[i].span;
        if (!a->places[i].people && span_holds(sentence->span, place) && !analysis_in_dateline(a, place) &&
            place_has_role(a, &a->places[i], ROLE_PLACE)) /* not "Moscow's forces", nor a capital that speaks */
            places[claim->place_count++] = &a->places[i];
    }
    claim->places = places;
    for (uint32_t t = sentence->first; t < sentence->last; t++)
        claim->places_partial |= event_begins(w, t, WORDS_OPEN);
}

/* Does a finite verb tell of the attack? */
static bool is_verbal(Str rule)
{
    static const char *const VERBAL[] = {"attack.verb", "attack.blast", "attack.suffered", "attack.damage",
                                         "attack.kill"};
    for (size_t i = 0; i < sizeof VERBAL / sizeof *VERBAL; i++) {
        if (str_is(rule, VERBAL[i]))
            return true;
    }
    return false;
}

/* A target in particular; the finite verb tells of what was done even to "judges", a noun need not. */
static bool has_sure_target(const Event *event)
{
    bool verb = event->said || (is_verbal(event->rule) && !event->relative);
    for (size_t i = 0; i < event->args.targets.count; i++) {
        if (verb || !event->args.targets.bare[i])
            return true;
    }
    return false;
}

/* "After the recent murders, …", "an end to the murder of judges": no target in particular, number, day or harm is told
 * of it. */
static bool is_spoken_of(const EventWords *w, const Sentence *sentence, const Event *event, const Claim *claim)
{
    bool blast = str_equal(event->rule, STR("attack.blast")); /* that something exploded is news anywhere */
    bool shots = str_equal(event->type, STR("shooting")) && !event->habit; /* so is it that a man opened fire */
    bool deed = (event->args.actor || shots) && is_verbal(event->rule);
    bool dated = !span_is_empty(claim->window_span);
    bool sure = has_sure_target(event);
    bool news = event->habit && !event->said ? dated && sure : dated || sure;
    if (blast || event->count || (deed && !event->relative) || news)
        return false;
    if (event->relative)
        return true;
    return !event_is_harmful(w, sentence, false) && !(claim->target_count > 0 && event_is_heading(w, sentence));
}

/* Does the paragraph tell of civilians harmed in the report's own event? */
static bool harms_civilians(const Analysis *a, const Sentence *sentence)
{
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *harm = &a->claims[i];
        if (harm->kind == KIND_CASUALTY && harm->victim_class == CLASS_CIVILIAN && !harm->background &&
            (sentence->block >= a->block_count || span_overlaps(a->blocks[sentence->block].span, harm->evidence)))
            return true;
    }
    return false;
}

/* Were those whom the sentence tells of as harmed fighters?  */
static bool harms_fighters(const EventWords *w, const Sentence *sentence)
{
    bool fighters = false;
    for (const EventHarm *harm = event_harm(w, sentence); harm; harm = harm->next) {
        if (w->a->claims[harm->claim].victim_class != CLASS_MILITANT)
            return false;
        fighters = true;
    }
    return fighters;
}

/* Where only soldiers, patrols or barracks were attacked and no civilian was harmed, two armed sides fought (ACLED
 * codebook: battles). Explosives and what is done to a person stay what they are. */
static bool is_fight(const EventWords *w, const Sentence *sentence, const Event *event)
{
    EventFamily family = event_family(event->type);
    bool open = family == FAMILY_ANY || family == FAMILY_SIEGE || family == FAMILY_ARMS;
    const Names *targets = &event->args.targets;
    for (size_t i = 0; i < targets->count; i++)
        open &= targets->armed[i];
    bool enemy = targets->count > 0 || event->args.enemy || (event->args.state && harms_fighters(w, sentence));
    bool things = event->count && !str_equal(event->unit, STR("attacks")); /* "four towns", "five bridges" */
    return open && enemy && !things && !event_type_befalls_people(event->type) && !harms_civilians(w->a, sentence);
}

/* "rejected a claim that it had abducted two teachers": the harm is denied, and the attack with it. */
static bool is_denied(const EventWords *w, const Sentence *sentence, const Claim *attack)
{
    for (const EventHarm *harm = event_harm(w, sentence); harm; harm = harm->next) {
        const Claim *claim = &w->a->claims[harm->claim];
        if (claim->stance == STANCE_DENIES && span_overlaps(claim->evidence, attack->evidence))
            return true;
    }
    return false;
}

/* "Guards killed three of the attackers": what the attackers did is the event, and none of the guards'. */
static bool meets_attackers(const EventWords *w, const Sentence *sentence, const Claim *attack)
{
    for (const EventHarm *harm = event_harm(w, sentence); harm; harm = harm->next) {
        const Claim *claim = &w->a->claims[harm->claim];
        if ((claim->subgroups & SUBGROUP_ATTACKERS) && claim->outcome == OUTCOME_KILLED &&
            span_overlaps(claim->evidence, attack->evidence))
            return true;
    }
    return false;
}

static void make_claim(Analysis *a, const EventWords *w, const Sentence *sentence, const Event *event)
{
    Claim *claim = claim_new(a, KIND_ATTACK, event->args.first, event->args.last, event->rule);
    claim->type = is_fight(w, sentence, event) ? STR("fighting") : event->type;
    claim->targets = names_keep(a->arena, &event->args.targets);
    claim->target_count = event->args.targets.count;
    claim->tactics = names_keep(a->arena, &event->args.tactics);
    claim->tactic_count = event->args.tactics.count;
    claim->perpetrators = names_keep(a->arena, &event->args.perpetrators);
    claim->perpetrator_count = event->args.perpetrators.count;
    if (event->args.state && meets_attackers(w, sentence, claim))
        claim->perpetrator_count = 0;
    claim->operation = event->operation;
    claim->status |= event->args.status;
    event_set_count(a, claim, event->count, event->unit);
    set_places(a, w, claim, sentence);
    /* not what became of things, nor "the guards who were attacked" */
    claim->deed = is_verbal(event->rule) && !str_equal(event->rule, STR("attack.damage")) && !event->relative;
    claim->by_state = event->args.state && claim->perpetrator_count > 0;
    claim->again = event->known;
    claim->spoken_of = is_spoken_of(w, sentence, event, claim);
    if (is_denied(w, sentence, claim))
        claim->stance = STANCE_DENIES;
}

/* What happened, in the sentence's own word: the first; but what people died of, an accident, before that they died. */
static uint32_t other_told(const EventWords *w, const Sentence *sentence)
{
    uint32_t death = MENTION_NONE;
    for (uint32_t t = sentence->first; t < sentence->last; t++) {
        uint32_t at = event_at(w, t, WORDS_OTHER);
        if (at == MENTION_NONE)
            continue;
        if (!str_equal(analysis_value(w->a, &w->a->mentions.items[at]), STR("death")))
            return at;
        death = death == MENTION_NONE ? at : death;
    }
    return death;
}

/* It was no attack, but what the word says. */
static void make_other(Analysis *a, Claim *claim, Str what)
{
    Names subtype = {.items = {what}, .count = 1};
    claim->type = STR("other");
    claim->tactics = names_keep(a->arena, &subtype);
    claim->tactic_count = 1;
}

static const Claim *claim_other(Analysis *a, uint32_t at, Str what)
{
    const Mention trigger = a->mentions.items[at];
    Claim *claim = claim_new(a, KIND_ATTACK, trigger.first, trigger.last, STR("event.other"));
    make_other(a, claim, what);
    return claim;
}

/* Events that are not violent: only where the report tells of no attack. */
static void find_other(Analysis *a, const EventWords *w)
{
    enum { OPENING = 10 };
    for (uint32_t s = 0; s < a->tokens.sentence_count && s < OPENING; s++) {
        uint32_t at = event_in_body(a, s) ? other_told(w, &a->tokens.sentences[s]) : MENTION_NONE;
        if (at != MENTION_NONE)
            (void)claim_other(a, at, analysis_value(a, &a->mentions.items[at]));
    }
}

/* Is a blast told, and of each no more than that? */
static bool tells_bare_blasts(const Analysis *a, size_t from)
{
    bool told = false;
    for (size_t i = from; i < a->claim_count; i++) {
        bool bare = str_is(a->claims[i].type, "explosion") && a->claims[i].perpetrator_count == 0;
        if (event_family(a->claims[i].type) == FAMILY_BLAST && !bare)
            return false;
        told = told || (bare && !a->claims[i].background);
    }
    return told;
}

/* "An explosion killed nine. A boiler had blown up, officials said": what blew up by accident, where no bomb is told of. */
static void find_accident(Analysis *a, const EventWords *w, size_t from)
{
    uint16_t cls = w->names->classes[WORDS_OTHER];
    if (cls == 0 || !mention_may_be(&a->mentions, cls) || !tells_bare_blasts(a, from))
        return;
    for (uint32_t at = mention_first(&a->mentions, cls); at != MENTION_NONE; at = mention_after(&a->mentions, at)) {
        const Disaster *disaster = disaster_find(analysis_value(a, &a->mentions.items[at]));
        uint32_t token = a->mentions.items[at].first;
        if (!disaster || !disaster_is_blast(disaster) || past_is_unreal(a, token) ||
            !event_in_body(a, analysis_sentence(a, token)))
            continue;
        const Claim *claim = claim_other(a, at, STR("explosion")); /* and no "gas leak" */
        if (!claim->background && !claim->elsewhere && claim->stance == STANCE_ASSERTS)
            return;
        a->claim_count--;
    }
}

/* The first word for a storm, a flood or an earthquake in the report, MENTION_NONE. */
static uint32_t disaster_word(const Analysis *a, const EventWords *w)
{
    uint16_t cls = w->names->classes[WORDS_OTHER];
    uint32_t at = cls != 0 && mention_may_be(&a->mentions, cls) ? mention_first(&a->mentions, cls) : MENTION_NONE;
    for (; at != MENTION_NONE; at = mention_after(&a->mentions, at)) {
        const Disaster *disaster = disaster_find(analysis_value(a, &a->mentions.items[at]));
        if (disaster && disaster->reach != REACH_SPOT && !disaster->slow)
            return at;
    }
    return MENTION_NONE;
}

/* "The flood killed nine. Forty houses were destroyed": by nobody, where all that is told as an attack is what was destroyed. */
static void settle_destroyed(Analysis *a, const EventWords *w, size_t from)
{
    for (size_t i = from; i < a->claim_count; i++)
        if (a->claims[i].perpetrator_count > 0 || !str_equal(a->claims[i].rule, STR("attack.property")))
            return;
    uint32_t at = a->claim_count > from ? disaster_word(a, w) : MENTION_NONE;
    for (size_t i = from; at != MENTION_NONE && i < a->claim_count; i++)
        make_other(a, &a->claims[i], analysis_value(a, &a->mentions.items[at]));
}

void event_attack_find(Analysis *a, const EventWords *w)
{
    size_t before = a->claim_count;
    EventSaidWords said = event_said_words(a);
    for (uint32_t s = 0; s < a->tokens.sentence_count; s++) {
        if (!event_in_body(a, s) || !(mention_may_be_any_in(&a->mentions, s, &w->names->triggers) ||
                                      mention_may_be_any_in(&a->mentions, s, &said.set)))
            continue;
        const Sentence *sentence = &a->tokens.sentences[s];
        EventList list; /* large: its items are not cleared for every sentence */
        list.count = 0;
        gather_triggers(w, sentence, &list);
        event_gather_rules(w, &said, sentence, &list);
        if (list.count > 0)
            event_add_victims(w, sentence, &list.items[0].args);
        for (size_t i = 0; i < list.count; i++) {
            if (list.items[i].told && !claim_is_beyond(a, before, sentence->first))
                make_claim(a, w, sentence, &list.items[i]);
        }
    }
    event_targets_settle(a, w, before);
    settle_destroyed(a, w, before);
    if (a->claim_count == before)
        find_other(a, w);
    else
        find_accident(a, w, before);
}
