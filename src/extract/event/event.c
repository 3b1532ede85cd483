#include "extract/event/event.h"

#include "base/buf.h"
#include "extract/claim/claim.h"
#include "extract/event/disaster.h"
#include "extract/event/event_args.h"
#include "extract/event/event_attack.h"
#include "extract/event/event_party.h"
#include "extract/event/event_type.h"
#include "extract/event/event_words.h"

/* What the rules emit and the claims it becomes. */
typedef struct {
    const char *cls;
    const char *type; /* where the rule gives none */
    ClaimKind kind;
    Stance stance;
    bool ended;
} ClaimRule;

/* clang-format off */
static const ClaimRule CLAIMS[] = {
    {"CLAIM_RESPONSIBILITY_NONE", "none", KIND_RESPONSIBILITY, STANCE_ASSERTS, false},
    {"CLAIM_RESPONSIBILITY", "claimed", KIND_RESPONSIBILITY, STANCE_ASSERTS, false},
    {"CLAIM_ACCUSATION", "", KIND_ACCUSATION, STANCE_ASSERTS, false},
    {"CLAIM_DENIAL", "", KIND_DENIAL, STANCE_DENIES, false},
    {"CLAIM_DISRUPTION", "", KIND_DISRUPTION, STANCE_ASSERTS, false},
    {"CLAIM_DISRUPTION_END", "", KIND_DISRUPTION, STANCE_ASSERTS, true},
    {"CLAIM_RESPONSE", "", KIND_RESPONSE, STANCE_ASSERTS, false},
    {"CLAIM_CONTEXT", "history", KIND_CONTEXT, STANCE_ASSERTS, false},
    {"CLAIM_DETAIL", "combatants", KIND_CONTEXT, STANCE_ASSERTS, false},
    {"CLAIM_PENDING", "", KIND_PENDING, STANCE_ASSERTS, false},
    {"CLAIM_UNVERIFIED", "", KIND_UNVERIFIED, STANCE_DOUBTS, false},
};
/* clang-format on */

static bool tells_violence(const Claim *claim)
{
    return claim->kind == KIND_CASUALTY || (claim->kind == KIND_ATTACK && !str_equal(claim->type, STR("other")));
}

/* Does a figure of the claim's own sentence belong to the report's own event? */
static bool has_own_harm(const Analysis *a, const Claim *claim)
{
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *harm = &a->claims[i];
        if (harm->kind == KIND_CASUALTY && !harm->background && harm->sentence.start == claim->sentence.start)
            return true;
    }
    return false;
}

static bool is_in_lead(const Analysis *a, const Claim *claim)
{
    enum { LEAD = 4 };
    size_t last = a->tokens.sentence_count;
    if (last > LEAD)
        last = LEAD;
    return last > 0 && claim->evidence.start < a->tokens.sentences[last - 1].span.end;
}

static bool is_own_attack(const Claim *claim)
{
    return claim->kind == KIND_ATTACK && tells_violence(claim) && !claim->background;
}

/* Is the sentence one behind the first that tells an attack, and does it tell none? */
static bool is_behind_attack(const Analysis *a, Span sentence)
{
    bool before = false;
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *claim = &a->claims[i];
        if (is_own_attack(claim) && claim->sentence.start == sentence.start)
            return false;
        before |= is_own_attack(claim) && claim->sentence.start < sentence.start;
    }
    return before;
}

/* "Shells killed seven. In the besieged town 15 people have died of hunger": no victims of the attack. */
static void set_slow_deaths_aside(Analysis *a, const EventWords *w)
{
    uint16_t cls = w->names->classes[WORDS_OTHER];
    uint32_t at = cls != 0 ? mention_first(&a->mentions, cls) : MENTION_NONE;
    for (; at != MENTION_NONE; at = mention_after(&a->mentions, at)) {
        const Mention *word = &a->mentions.items[at];
        uint32_t s = a->tokens.tokens[word->first].sentence;
        const Disaster *disaster = disaster_find(analysis_value(a, word));
        if (!w->harm[s] || !disaster || !disaster->slow || !is_behind_attack(a, a->tokens.sentences[s].span))
            continue;
        for (const EventHarm *harm = w->harm[s]; harm; harm = harm->next)
            a->claims[harm->claim].background |= a->claims[harm->claim].outcome == OUTCOME_KILLED;
    }
}

/* An attack goes with the figures of its sentence; and a report of a trial or an anniversary, which opens with the old
 * event and has no other, is about that. One that comes to speak of it further down is not. */
static void settle_background(Analysis *a)
{
    bool own = false;
    bool opens = false;
    for (size_t i = 0; i < a->claim_count; i++) {
        Claim *claim = &a->claims[i];
        if (claim->kind == KIND_ATTACK && claim->background && !claim->aside && has_own_harm(a, claim))
            claim->background = false;
        own |= tells_violence(claim) && !claim->background;
        opens |= tells_violence(claim) && !claim->aside && is_in_lead(a, claim);
    }
    for (size_t i = 0; i < a->claim_count && !own && opens; i++) {
        if (tells_violence(&a->claims[i]))
            a->claims[i].background = a->claims[i].aside;
    }
}

/* ---- claims of the rules --------------------------------------------------------------------- */

/* The named group whose name begins in [first, last) nearest to the end (to the beginning, if forward). */
static Str group_between(const EventWords *w, uint32_t first, uint32_t last, bool forward)
{
    for (uint32_t n = 0; n < last - first; n++) {
        uint32_t at = event_at(w, forward ? first + n : last - 1 - n, WORDS_PARTY);
        if (at != MENTION_NONE && event_actor(w->a, &w->a->mentions.items[at]) == ACTOR_GROUP)
            return event_party_name(w->a, &w->a->mentions.items[at]);
    }
    return STR_NONE;
}

/* The party that the rule found; members of an organised group without a name are those of the report's group. */
static Str party_told(const EventWords *w, const Mention *m)
{
    const Attr *who = analysis_attr(w->a, m, "who");
    if (!who || who->kind != ATTR_MENTION)
        return STR_NONE;
    const Mention *party = &w->a->mentions.items[who->mention];
    Actor actor = event_actor(w->a, party);
    if (actor == ACTOR_GROUP || actor == ACTOR_STATE)
        return event_party_name(w->a, party);
    bool member = actor == ACTOR_ROLE && event_begins(w, party->first, WORDS_MEMBERS);
    return member ? w->only_group : STR_NONE;
}

/* "Accused [Kenya] of": the country that a rule made the agent, behind the verb; "" where none is. */
static Str accused_nation(const EventWords *w, const Mention *m)
{
    enum { BEHIND_VERB = 3 };
    for (uint32_t t = m->first; t < m->first + BEHIND_VERB && t < m->last; t++) {
        uint32_t at = event_begins(w, t, WORDS_AGENT) ? event_at(w, t, WORDS_NATION) : MENTION_NONE;
        if (at != MENTION_NONE)
            return w->a->places[w->a->mentions.items[at].data].place.name;
    }
    return STR_NONE;
}

/* Who claims stands before the passage's end; so does who is accused, if not behind it: "accused the guerrillas of". */
static Str party_of(const EventWords *w, const Mention *m, const Claim *claim)
{
    enum { BEHIND = 8 };
    Str told = party_told(w, m);
    if (!str_present(told) && claim->kind == KIND_ACCUSATION)
        told = accused_nation(w, m);
    if (str_present(told))
        return told;
    const Sentence *sentence = event_sentence(w, m->first);
    if (claim->kind == KIND_ACCUSATION) {
        uint32_t last = m->last + BEHIND < sentence->last ? m->last + BEHIND : sentence->last;
        Str accused = group_between(w, m->first, last, true);
        if (str_present(accused))
            return accused;
    }
    uint32_t first = sentence->first;
    if (claim->attribution && claim->kind == KIND_ACCUSATION)
        for (uint32_t t = first; t < m->first; t++) /* not the one who accuses */
            if (w->a->tokens.tokens[t].span.start < claim->attribution->source.end)
                first = t + 1;
    return group_between(w, first, m->last, false);
}

/* "for a fourth day": so many days of it. */
static void set_days(const Analysis *a, Claim *claim, const Mention *m)
{
    int64_t days = 0;
    const Attr *day = analysis_attr(a, m, "day");
    if (!day || !str_number(analysis_attr_value(a, m, "day"), &days) || days < 0)
        return;
    claim->has_count = true;
    claim->count = (Interval){days, days};
    claim->count_form = COUNT_EXACT;
    claim->count_span = mention_tokens_span(&a->tokens, day->first, day->last);
    claim->unit = STR("days");
}

/* Does the sentence speak of violence? Who is accused of ties or of lies has attacked nobody. */
static bool is_of_violence(const EventWords *w, const Mention *m)
{
    const Sentence *sentence = event_sentence(w, m->first);
    for (uint32_t t = sentence->first; t < sentence->last; t++) {
        EventWord word = event_trigger_at(w, t, &(uint32_t){0});
        if ((word != WORDS_COUNT_ && word != WORDS_OTHER) || event_harms(w, t))
            return true;
    }
    return false;
}

static void fill(Analysis *a, const EventWords *w, Claim *claim, const Mention *m, const ClaimRule *rule)
{
    Str type = analysis_attr_value(a, m, "what");
    if (type.len == 0)
        type = analysis_attr_value(a, m, "type");
    claim->type = type.len > 0 ? type : str_from(rule->type);
    claim->status |= status_parse(analysis_attr_value(a, m, "status"));
    if (rule->stance != STANCE_ASSERTS)
        claim->stance = rule->stance;
    claim->ended = rule->ended;
    set_days(a, claim, m);
    const CountRecord *count = event_count(a, m, "count");
    event_set_count(a, claim, count, analysis_attr_value(a, m, "unit"));
    if (rule->kind == KIND_CONTEXT && str_equal(claim->type, STR("history")))
        claim->background = true;
    if ((rule->kind == KIND_RESPONSIBILITY || rule->kind == KIND_ACCUSATION) && !str_equal(claim->type, STR("none"))) {
        Str party = rule->kind == KIND_RESPONSIBILITY || is_of_violence(w, m) ? party_of(w, m, claim) : STR_NONE;
        Str *items = ARENA_ARRAY(a->arena, Str, 1);
        items[0] = party;
        claim->perpetrators = items;
        claim->perpetrator_count = party.len > 0;
    }
}

static bool claim_takes(const Claim *claim)
{
    return claim->kind == KIND_RESPONSIBILITY && !str_equal(claim->type, STR("none"));
}

/* A kind's claim for the passage stands already: a wider rule said the same. Who says "we did it" accuses nobody. */
static bool is_told(const Analysis *a, size_t from, ClaimKind kind, Span span)
{
    for (size_t i = from; i < a->claim_count; i++) {
        bool own = kind == KIND_ACCUSATION && claim_takes(&a->claims[i]);
        if ((own || a->claims[i].kind == kind) && span_overlaps(a->claims[i].evidence, span))
            return true;
    }
    return false;
}

/* The mentions of the classes that CLAIMS names. */
static MentionPick find_told(const Analysis *a)
{
    uint16_t classes[sizeof CLAIMS / sizeof *CLAIMS];
    for (size_t i = 0; i < sizeof CLAIMS / sizeof *CLAIMS; i++)
        classes[i] = analysis_class(a, CLAIMS[i].cls);
    return analysis_pick(a, classes, sizeof classes / sizeof *classes);
}

/* "The storm was blamed for nine deaths" accuses nobody. */
static bool blames_nature(const EventWords *w, ClaimKind kind, const Mention *m)
{
    for (uint32_t t = m->first; kind == KIND_ACCUSATION && t < m->last; t++)
        if (event_begins(w, t, WORDS_BY_NATURE))
            return true;
    return false;
}

/* "An adviser said its forces were not behind the raid" claims nothing, and blames nobody. */
static bool is_negated(const EventWords *w, const ClaimRule *rule, const Mention *m)
{
    bool claims = rule->kind == KIND_RESPONSIBILITY && !str_is(STR("none"), rule->type);
    for (uint32_t t = m->first; (claims || rule->kind == KIND_ACCUSATION) && t < m->last; t++)
        if (w->syntax->tags[t] == TAG_NEG && (claims || (t > 0 && w->syntax->tags[t - 1] == TAG_BE)))
            return true;
    return false;
}

static void find_kind(Analysis *a, const EventWords *w, const ClaimRule *rule, const MentionPick *told, size_t from)
{
    uint16_t cls = analysis_class(a, rule->cls);
    for (size_t i = 0; cls != 0 && i < told->count; i++) {
        const Mention m = a->mentions.items[told->items[i]];
        if (m.cls != cls || !event_in_body(a, a->tokens.tokens[m.first].sentence))
            continue;
        if (claim_is_beyond(a, from, m.first) || is_told(a, from, rule->kind, mention_span(&a->tokens, &m)) ||
            blames_nature(w, rule->kind, &m) || is_negated(w, rule, &m))
            continue;
        Claim *claim = claim_new(a, rule->kind, m.first, m.last, rules_name(a->language->rules, m.rule));
        fill(a, w, claim, &m, rule);
    }
}

void event_find(Analysis *a)
{
    rules_run(a->language->rules, "event", &a->tokens, a->scratch, &a->mentions);
    EventWords w = event_words(a);
    w.only_group = event_party_only(&w);
    event_attack_find(a, &w);
    size_t from = a->claim_count;
    MentionPick told = find_told(a);
    for (size_t i = 0; i < sizeof CLAIMS / sizeof *CLAIMS; i++)
        find_kind(a, &w, &CLAIMS[i], &told, from);
    set_slow_deaths_aside(a, &w);
    settle_background(a);
}
