#include "extract/event/event_targets.h"

#include "extract/claim/past.h"
#include "extract/event/event_more.h"
#include "extract/event/event_type.h"
#include "extract/event/event_unify.h"

typedef struct {
    uint32_t first;
    uint32_t last;
    bool apposed; /* what stands before the name only says who that is: "the mayor, Ana Diaz" */
} TokenRange;

/* A small word, unless it is part of one: "well-known", "brother-in-law", "passers-by". */
static bool ends_people(const EventWords *w, uint32_t t)
{
    bool joined = t > 1 && event_joins_next(w, t - 2) && !(w->a->tokens.tokens[t].flags & TOKEN_SPACE_BEFORE);
    return event_stops(w, t) && !event_joins_next(w, t) && !joined;
}

/* The people of the victims from the token t on: a noun phrase up to a comma or what ends it. */
static TokenRange people_from(const EventWords *w, uint32_t t, Span victims)
{
    const TokenList *tokens = &w->a->tokens;
    while (t < tokens->count && tokens->tokens[t].span.end <= victims.end && ends_people(w, t))
        t++;
    if (t < tokens->count && t > 0 && w->syntax->tags[t] == TAG_POSS && !(tokens->tokens[t].flags & TOKEN_SPACE_BEFORE))
        t = event_phrase_left(w, t); /* "the judge | 's driver" */
    uint32_t last = t;
    uint16_t called = analysis_class(w->a, "CALLED"); /* "a woman | identified as Ana Diaz" */
    while (last < tokens->count && tokens->tokens[last].span.end <= victims.end && !ends_people(w, last) &&
           mention_at(&w->a->mentions, last, called) == MENTION_NONE && !event_harms(w, last) &&
           tokens->text.ptr[tokens->tokens[last].span.start] != ',')
        last++;
    return (TokenRange){t, last, false};
}

static bool ends_in_name(const EventWords *w, TokenRange people)
{
    return people.last > people.first && analysis_is_name(w->a, people.last - 1) &&
           !event_begins(w, people.last - 1, WORDS_TARGET_HUMAN);
}

/* The people of a casualty claim without their number: "10 officers", "an additional 10 officers" is officers. "Her father,
 * former governor Ana Paz" is the governor, "a vendor identified as Ana Diaz" is Ana Diaz. */
static TokenRange people_of(const EventWords *w, const Claim *claim)
{
    Span victims = claim->victims;
    if (!span_is_empty(claim->count_span) && span_holds(victims, claim->count_span) &&
        claim->count_span.end < victims.end)
        victims.start = claim->count_span.end;
    TokenRange people = people_from(w, analysis_token(w->a, victims.start), victims);
    if (claim->count_form != COUNT_DESCRIBED || ends_in_name(w, people) || people.last >= w->a->tokens.count ||
        w->a->tokens.tokens[people.last].span.end >= victims.end)
        return people;
    uint32_t behind = people.last;
    while (event_begins(w, people.last, WORDS_OF) &&
           behind < w->a->tokens.count && /* "head | of the Alba Bank, Ana Diaz" */
           w->a->tokens.tokens[behind].span.end < victims.end && event_sign(w, behind) != ',')
        behind++;
    TokenRange apposed = people_from(w, behind + 1, victims);
    apposed.apposed = true;
    return ends_in_name(w, apposed) ? apposed : people;
}

/* "people", "a man": nobody in particular. */
static bool is_anybody(const EventWords *w, TokenRange people)
{
    return people.last > people.first && event_begins(w, people.last - 1, WORDS_GENERIC);
}

/* "The leader" behind "Ana Diaz": somebody told of before, who has a name already. */
static bool is_retold(const Claim *claim)
{
    return claim->again;
}

/* Those who were harmed are human targets; an armed group's losses are not. */
static bool is_victim(const Claim *claim)
{
    bool hit =
        claim->outcome == OUTCOME_KILLED || claim->outcome == OUTCOME_INJURED || claim->outcome == OUTCOME_ABDUCTED;
    return claim->kind == KIND_CASUALTY && hit && claim->victim_class != CLASS_MILITANT && !claim->background &&
           claim->stance == STANCE_ASSERTS && !is_retold(claim);
}

/* With what they belong to: "members of the Free Union". */
static Str full_name(const EventWords *w, TokenRange people)
{
    uint32_t last = event_phrase_right(w, people.last);
    return event_printed(w, mention_tokens_span(&w->a->tokens, event_behind_role(w, people.first, last), last));
}

static void add_victims_of(const EventWords *w, const Claim *claim, Names *targets)
{
    TokenRange people = is_victim(claim) ? people_of(w, claim) : (TokenRange){0, 0, false};
    if (people.last > people.first && !is_anybody(w, people))
        event_target_add(w, full_name(w, people), people.first, people.last, targets);
}

void event_add_victims(const EventWords *w, const Sentence *sentence, EventArgs *args)
{
    for (const EventHarm *harm = event_harm(w, sentence); harm; harm = harm->next) {
        Names names;
        names.count = 0; /* large: its items are not cleared for every claim */
        add_victims_of(w, &w->a->claims[harm->claim], &names);
        bool soldiers = names.count > 0 && names.armed[0];
        args->enemy |= soldiers;
        if (names.count > 0 && !soldiers && names_add(&args->targets, names.items[0]))
            args->targets.bare[args->targets.count - 1] = names.bare[0];
    }
}

static void add_targets(Analysis *a, Claim *attack, const Names *more)
{
    Names all = {.count = 0};
    for (size_t k = 0; k < attack->target_count; k++)
        (void)names_add(&all, attack->targets[k]);
    for (size_t k = 0; k < more->count; k++)
        (void)names_add(&all, more->items[k]);
    attack->targets = names_keep(a->arena, &all);
    attack->target_count = all.count;
}

/* Harm told in a sentence of its own ("Three people were killed.") befell the attack told before it. */
static void add_other_victims(Analysis *a, const EventWords *w, size_t from)
{
    Claim *attack = NULL;
    for (size_t i = 0; i < from; i++) {
        const Claim *harm = &a->claims[i];
        Names names;
        names.count = 0;
        add_victims_of(w, harm, &names);
        if (names.count == 0 || names.armed[0])
            continue;
        bool own = false;
        for (size_t k = from; k < a->claim_count && a->claims[k].sentence.start <= harm->sentence.start; k++) {
            own = a->claims[k].sentence.start == harm->sentence.start;
            if (!a->claims[k].background)
                attack = &a->claims[k];
        }
        if (attack && !own)
            add_targets(a, attack, &names);
    }
}

/* The report's attack told last before the sentence ends, or the first behind it. */
static Claim *attack_before(Analysis *a, size_t from, const Sentence *sentence)
{
    Claim *attack = NULL;
    for (size_t k = from; k < a->claim_count; k++) {
        Claim *claim = &a->claims[k];
        bool talk = claim->background || claim->spoken_of; /* "those who were kidnapped are" */
        if (talk || (attack && claim->sentence.start >= sentence->span.end))
            continue;
        attack = claim;
    }
    return attack;
}

/* "Six clerks were killed. They are Ana Diaz, …": does the sentence before tell of those harmed, and of nobody else? */
static bool follows_harm(const EventWords *w, const Sentence *sentence)
{
    if (sentence == w->a->tokens.sentences)
        return false;
    const EventHarm *first = event_harm(w, sentence - 1);
    for (const EventHarm *harm = first; harm; harm = harm->next) {
        Outcome outcome = w->a->claims[harm->claim].outcome;
        if (outcome != OUTCOME_KILLED && outcome != OUTCOME_INJURED && outcome != OUTCOME_ABDUCTED)
            return false;
    }
    return first != NULL;
}

/* "The dead were identified as …": names given in a sentence of their own. */
static void add_roll(Analysis *a, const EventWords *w, size_t from)
{
    uint16_t cls = w->names->classes[WORDS_ROLL];
    for (uint32_t i = mention_first(&a->mentions, cls); cls != 0 && i != MENTION_NONE;
         i = mention_after(&a->mentions, i)) {
        const Mention *m = &a->mentions.items[i];
        const Sentence *sentence = event_sentence(w, m->first);
        Claim *attack = attack_before(a, from, sentence);
        bool they = str_equal(analysis_value(a, m), STR("they"));
        if (!attack || (they && !follows_harm(w, sentence)))
            continue;
        EventArgs found = {.first = m->first, .last = m->last};
        event_people_named(w, m->last, &found);
        add_targets(a, attack, &found.targets);
    }
}

/* Those whom a list names beside the people of a claim: before their verb ("Ana Diaz, Juan Paz, and his son | were
 * killed") or behind it ("killing Ana Diaz, 42; Juan Paz, and a clerk"). */
static void add_listed(const EventWords *w, TokenRange people, Names *names)
{
    uint32_t end = event_sentence(w, people.last - 1)->last;
    EventArgs found = {.first = people.first, .last = people.last};
    if (people.last < end && !people.apposed && event_list_before(w, people.last, LIST_OF_PEOPLE, &found)) {
        names->count = 0;
        for (size_t i = 0; i < found.targets.count; i++)
            if (!found.targets.armed[i])
                (void)names_add(names, found.targets.items[i]);
        return;
    }
    event_people_behind(w, event_phrase_right(w, people.last), &found);
    for (size_t i = 0; i < found.targets.count; i++)
        (void)names_add(names, found.targets.items[i]);
}

/* Does the sentence tell of fighting and of no other attack? */
static bool is_of_a_fight(const Analysis *a, const Claim *harm, size_t from)
{
    bool fight = false;
    for (size_t i = from; i < a->claim_count; i++) {
        const Claim *attack = &a->claims[i];
        if (attack->kind != KIND_ATTACK || attack->sentence.start != harm->sentence.start)
            continue;
        if (event_family(attack->type) != FAMILY_FIGHT)
            return false;
        fight = true;
    }
    return fight;
}

/* "Two bodies": by then nobody attacks them. */
static bool are_bodies(const EventWords *w, TokenRange people)
{
    return mention_covers(&w->a->mentions, people.last - 1, analysis_class(w->a, "BODY"));
}

/* "Two members", "the victims": the words only refer to people told of elsewhere. "Members of the Free Union" are told so. */
static bool are_retold(const EventWords *w, TokenRange people)
{
    uint32_t at = event_at(w, people.last - 1, WORDS_GENERIC);
    return at != MENTION_NONE && str_equal(analysis_value(w->a, &w->a->mentions.items[at]), STR("retold")) &&
           event_phrase_left(w, people.last - 1) == people.last - 1 &&
           event_phrase_right(w, people.last) == people.last;
}

/* Whoever was harmed was hit, even if nobody in particular: "two women", "people". The figure itself says so; it is no
 * target that an attack is known by. Who fell in a fight was no target, unless a civilian. */
static void set_victims(Analysis *a, const EventWords *w, size_t from)
{
    for (size_t i = 0; i < from; i++) {
        Claim *harm = &a->claims[i];
        TokenRange people = is_victim(harm) ? people_of(w, harm) : (TokenRange){0, 0, false};
        if (people.last <= people.first || are_bodies(w, people) || are_retold(w, people))
            continue;
        Names names;
        names.count = 0;
        event_target_add(w, full_name(w, people), people.first, people.last, &names);
        bool fell = harm->victim_class != CLASS_CIVILIAN && is_of_a_fight(a, harm, from);
        if (names.count == 0 || names.armed[0] || fell)
            continue;
        add_listed(w, people, &names);
        harm->targets = names_keep(a->arena, &names);
        harm->target_count = names.count;
    }
}

/* The attack told before of which the target is told, in background or not; NULL: none. */
static const Claim *told_of(const Analysis *a, const Claim *attack, size_t from, Str target)
{
    for (const Claim *before = attack; before > &a->claims[from];) {
        before--;
        for (size_t k = 0; k < before->target_count; k++)
            if (str_equal_caseless(before->targets[k], target))
                return before;
    }
    return NULL;
}

/* "He ordered the killing of Ana Diaz in 2011. Diaz was stabbed at home.": what was told of before as long past, told again without
 * days of its own. */
static void keep_in_past(Analysis *a, size_t from)
{
    for (size_t i = from; i < a->claim_count; i++) {
        Claim *attack = &a->claims[i];
        const Claim *past = NULL;
        bool same = attack->kind == KIND_ATTACK && !attack->background && !claim_states_days(attack);
        for (size_t k = 0; same && k < attack->target_count; k++) {
            past = told_of(a, attack, from, attack->targets[k]);
            same = past && past->background && past_is_long_ago(a, past->window) &&
                   event_same_kind(past->type, attack->type) && past->sentence.start != attack->sentence.start;
        }
        if (same && past) {
            attack->background = true;
            attack->window = past->window;
            attack->window_span = past->window_span;
        }
    }
}

void event_targets_settle(Analysis *a, const EventWords *w, size_t from)
{
    set_victims(a, w, from);
    add_other_victims(a, w, from);
    add_roll(a, w, from);
    event_unify_targets(a, w);
    keep_in_past(a, from);
}
