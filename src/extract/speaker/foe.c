#include "extract/speaker/foe.h"

#include "extract/speaker/state.h"
#include "extract/syntax/syntax.h"

typedef struct {
    Analysis *a;
    uint16_t foe;    /* enemy */
    uint16_t deed;   /* what is only done to an enemy: neutralised, eliminated */
    uint16_t own;    /* it, its, our: words for the speaker's own side */
    uint16_t active; /* verbs of harm whose subject does it; "killed" may be either (bare) */
    uint16_t bare;
    uint16_t be;
} Foes;

enum { OPENING = 2 /* tokens of a clause among which its subject begins: "that its drones" */ };

static bool holds(const Foes *f, Span span, uint16_t cls)
{
    for (uint32_t t = analysis_token(f->a, span.start); t < f->a->tokens.count; t++) {
        if (f->a->tokens.tokens[t].span.end > span.end)
            return false;
        if (mention_begins(&f->a->mentions, t, cls))
            return true;
    }
    return false;
}

/* Does something happen to the subject before the verb: "its men were ambushed, killing five"? */
static bool is_suffered(const Foes *f, uint32_t first, uint32_t verb)
{
    for (uint32_t t = first; t + 1 < verb; t++) {
        if (mention_begins(&f->a->mentions, t, f->be) && f->a->syntax->tags[t + 1] == TAG_PART)
            return true;
    }
    return false;
}

/* The verb of harm in the claim's passage, before its victims; MENTION_NONE. */
static uint32_t verb_of(const Foes *f, const Claim *claim)
{
    uint32_t victims = analysis_token(f->a, claim->victims.start);
    for (uint32_t t = analysis_token(f->a, claim->evidence.start); t < victims; t++) {
        if (mention_begins(&f->a->mentions, t, f->active) || mention_begins(&f->a->mentions, t, f->bare))
            return t;
    }
    return MENTION_NONE;
}

/* "The enemy lost": right before the passage. */
static bool is_foe_subject(const Foes *f, const Claim *claim)
{
    uint32_t first = analysis_token(f->a, claim->evidence.start);
    return first > 0 && f->a->tokens.tokens[first - 1].span.start >= claim->sentence.start &&
           mention_begins(&f->a->mentions, first - 1, f->foe);
}

/* "60 of the enemy", "the enemy lost 60", "60 were eliminated"; not "the enemy killed 60". */
static bool is_told_of_foe(const Foes *f, const Claim *claim, uint32_t verb)
{
    return holds(f, claim->victims, f->foe) || holds(f, claim->evidence, f->deed) ||
           (verb == MENTION_NONE && is_foe_subject(f, claim));
}

/* Where the clause that holds the verb begins: what the speaker says, or its sentence where he speaks all the time. */
static uint32_t clause_start(const Analysis *a, const Claim *claim, uint32_t verb)
{
    const Attribution *said = claim->attribution;
    Span at = a->tokens.tokens[verb].span;
    for (size_t i = 0; !claim->blanket && i < said->content_count; i++) {
        if (span_holds(said->content[i], at) && said->content[i].start >= claim->sentence.start)
            return analysis_token(a, said->content[i].start);
    }
    return a->tokens.sentences[analysis_sentence(a, verb)].first;
}

/* Is the speaker's own side the subject of the verb? */
static bool is_own_act(const Foes *f, const Claim *claim, uint32_t verb)
{
    if (verb == MENTION_NONE)
        return false;
    uint32_t start = clause_start(f->a, claim, verb);
    if (f->a->syntax->tags[start] == TAG_TO)
        return true; /* "claimed to have killed 60" */
    bool ahead = claim->attribution->source.start > f->a->tokens.tokens[verb].span.start;
    for (uint32_t t = start; t < verb && t < start + OPENING; t++) {
        uint32_t m = mention_at(&f->a->mentions, t, f->own);
        if (m != MENTION_NONE) /* "it killed 60, police said": the raid did */
            return !(ahead && analysis_value(f->a, &f->a->mentions.items[m]).len > 0) && !is_suffered(f, t, verb);
    }
    return false;
}

/* All that the unnamed body says is of the country. */
static void set_state(Analysis *a, const Attribution *of, Str state)
{
    for (size_t i = 0; i < a->attribution_count; i++) {
        Attribution *said = &a->attributions[i];
        if (said != of && said->party == of->party && said->state.len == 0 &&
            str_equal_caseless(said->speaker, of->speaker))
            said->state = state;
    }
    a->attributions[of - a->attributions].state = state;
}

/* "Kenyan jets bombed Mogadishu. The army said it had killed nine": who says to have done it without a country told is the only one that
 * attacks. */
static void find_attackers(const Foes *f, const StateWar *war)
{
    for (size_t i = 0; war->count == 1 && i < f->a->claim_count; i++) {
        const Claim *claim = &f->a->claims[i];
        const Attribution *said = claim->attribution;
        if (claim->kind == KIND_CASUALTY && claim->party == PARTY_GOVERNMENT && said && said->state.len == 0 &&
            is_own_act(f, claim, verb_of(f, claim)))
            set_state(f->a, said, war->states[0]);
    }
}

/* "The group said it killed 30 soldiers": who says so is armed, whatever it is called, and so is all that it says. */
static void find_armed(const Foes *f)
{
    Analysis *a = f->a;
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *claim = &a->claims[i];
        const Attribution *said = claim->attribution;
        if (claim->kind != KIND_CASUALTY || claim->party != PARTY_NONE || claim->victim_class != CLASS_SECURITY ||
            !said || said->person || said->speaker.len == 0 || !is_own_act(f, claim, verb_of(f, claim)))
            continue;
        for (size_t k = 0; k < a->attribution_count; k++)
            if (a->attributions[k].party == PARTY_NONE && str_equal_caseless(a->attributions[k].speaker, said->speaker))
                a->attributions[k].party = PARTY_ARMED_GROUP;
        for (size_t k = 0; k < a->claim_count; k++)
            if (a->claims[k].attribution && a->claims[k].party == PARTY_NONE)
                a->claims[k].party = a->claims[k].attribution->party;
    }
}

/* "60 Kenyan soldiers", "60 members of the Kenyan army": the country whose forces the victims are. */
static Str victims_state(const Analysis *a, const Claim *claim)
{
    enum { BODY_WITHIN = 4 }; /* tokens behind "of" */
    if (claim->victim_class != CLASS_SECURITY)
        return STR("");
    Span phrase = claim->victims;
    uint32_t of = analysis_token(a, phrase.end);
    if (mention_begins(&a->mentions, of, analysis_class(a, "NP_LINK")) && of + BODY_WITHIN < a->tokens.count)
        phrase.end = a->tokens.tokens[of + BODY_WITHIN].span.start;
    return state_in(a, phrase);
}

/* Does the country of the authorities that speak differ from the other, both being known? */
static bool is_stranger(const Claim *claim, Str country)
{
    Str state = claim->attribution ? claim->attribution->state : STR("");
    return state.len > 0 && country.len > 0 && !str_equal(state, country);
}

/* "Kenya said its strikes killed 60 Somali soldiers": the two fight. */
static void add_fighting(const Foes *f, StateWar *war)
{
    for (size_t i = 0; i < f->a->claim_count && war->count < ATTACKERS_MAX; i++) {
        const Claim *claim = &f->a->claims[i];
        if (claim->kind == KIND_CASUALTY && claim->party == PARTY_GOVERNMENT &&
            is_stranger(claim, victims_state(f->a, claim)) && is_own_act(f, claim, verb_of(f, claim)))
            war->states[war->count++] = claim->attribution->state;
    }
}

static VictimClass opposite(Party party)
{
    return party == PARTY_GOVERNMENT ? CLASS_MILITANT : CLASS_SECURITY;
}

/* "[Russia] had lost 60 soldiers": the country right before a passage without a verb of harm by somebody; "". */
static Str loser_state(const Foes *f, const Claim *claim, uint32_t verb)
{
    enum { WITHIN = 3 }; /* tokens of the country and what stands between: "Kenyan forces had" */
    uint32_t first = analysis_token(f->a, claim->evidence.start);
    if (verb != MENTION_NONE || claim->victim_class != CLASS_SECURITY || claim->victims.start == claim->evidence.start)
        return STR("");
    uint32_t floor = f->a->tokens.sentences[analysis_sentence(f->a, first)].first;
    floor = first > floor + WITHIN ? first - WITHIN : floor;
    if (floor == first)
        return STR("");
    Span before = {f->a->tokens.tokens[floor].span.start, f->a->tokens.tokens[first - 1].span.end};
    return state_in(f->a, before);
}

/* Do the authorities of another country speak than that where it happened? */
static bool is_abroad(const Claim *claim)
{
    return claim->place && is_stranger(claim, claim->place->place.country);
}

/* A government's word on the soldiers of another that it fights, or that its own forces killed. */
static bool is_of_other_state(const StateWar *war, const Claim *claim, Str victims, bool own_act)
{
    return claim->party == PARTY_GOVERNMENT && is_stranger(claim, victims) &&
           (own_act || state_at_war(war, claim->attribution->state, victims));
}

/* Whom a side may lose itself, or whom nobody calls an enemy, is none of its own words alone. */
static bool may_be_foe(const Claim *claim)
{
    bool bare = claim->victim_class == CLASS_UNKNOWN && claim->victims.end == claim->count_span.end;
    bool fighters = claim->victim_class == CLASS_MILITANT || claim->victim_class == CLASS_MIXED ||
                    claim->victim_class == opposite(claim->party);
    return claim->count_form != COUNT_DESCRIBED && (bare || fighters);
}

/* "Its missiles killed 60 servicemen": soldiers abroad, and nobody says whose they were. */
static bool are_soldiers_abroad(const Claim *claim, Str victims)
{
    return claim->victim_class == CLASS_SECURITY && victims.len == 0 && is_abroad(claim);
}

/* Does the speaker's country fight the one where it happened? */
static bool is_rival(const StateWar *war, const Claim *claim)
{
    return is_abroad(claim) && state_at_war(war, claim->attribution->state, claim->place->place.country);
}

/* Whether "of its own" stands right behind the count. */
static bool is_of_own(const Foes *f, const Claim *claim)
{
    uint32_t of = analysis_token(f->a, claim->victims.end - 1) + 1;
    return of + 1 < f->a->tokens.count && f->a->tokens.tokens[of + 1].span.end <= claim->sentence.end &&
           mention_begins(&f->a->mentions, of, analysis_class(f->a, "NP_LINK")) &&
           mention_begins(&f->a->mentions, of + 1, f->own);
}

/* "20 of its soldiers", "it lost 20 soldiers", "20 Kenyan soldiers" by Kenya: a country's word on what it has lost itself. */
static bool is_own_loss(const Foes *f, const Claim *claim, Str victims, uint32_t verb)
{
    enum { SUBJECT_WITHIN = 3 }; /* "it has since lost" */
    if (claim->party != PARTY_GOVERNMENT || claim->victim_class != CLASS_SECURITY || claim->of_enemy ||
        claim->count_form == COUNT_DESCRIBED || claim->attribution->state.len == 0)
        return false;
    uint32_t first = analysis_token(f->a, claim->evidence.start);
    uint32_t floor = f->a->tokens.sentences[analysis_sentence(f->a, first)].first;
    bool lost = false;
    for (uint32_t t = first; verb == MENTION_NONE && claim->victims.start > claim->evidence.start && t > floor &&
                             first - t < SUBJECT_WITHIN;
         t--)
        lost = lost || mention_begins(&f->a->mentions, t - 1, f->own);
    return lost || holds(f, claim->victims, f->own) || is_of_own(f, claim) ||
           str_equal(victims, claim->attribution->state);
}

/* "20 of its soldiers died and | 43 Kenyans | were killed", by Sudan: beside its own soldiers a government tells of another country's. */
static bool are_soldiers_beside(const Analysis *a, size_t at)
{
    const Claim *claim = &a->claims[at];
    if (claim->kind != KIND_CASUALTY || claim->party != PARTY_GOVERNMENT || claim->victim_class != CLASS_UNKNOWN ||
        claim->count_form == COUNT_DESCRIBED || !is_stranger(claim, state_in(a, claim->victims)))
        return false;
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *own = &a->claims[i];
        if (own->kind == KIND_CASUALTY && own->possessed && own->victim_class == CLASS_SECURITY &&
            own->outcome == claim->outcome && own->attribution == claim->attribution &&
            own->sentence.start == claim->sentence.start)
            return true;
    }
    return false;
}

static void mark_soldiers_beside(Analysis *a)
{
    for (size_t i = 0; i < a->claim_count; i++) {
        if (!are_soldiers_beside(a, i))
            continue;
        a->claims[i].victim_class = CLASS_SECURITY;
        a->claims[i].of_enemy = true;
    }
}

/* "20 of its soldiers died ... | four of its own |": those whom another country has lost itself, of whom the words leave out the noun; NULL. */
static const Claim *own_soldiers_before(const Foes *f, const Claim *claim)
{
    if (claim->party != PARTY_GOVERNMENT || claim->victim_class != CLASS_UNKNOWN ||
        claim->victims.end != claim->count_span.end || !is_of_own(f, claim))
        return NULL;
    for (const Claim *before = claim; before > f->a->claims; before--)
        if (before[-1].kind == KIND_CASUALTY && before[-1].victim_class == CLASS_SECURITY && before[-1].possessed &&
            before[-1].outcome == claim->outcome)
            return &before[-1];
    return NULL;
}

static void take_own_soldiers(const Foes *f, Claim *claim)
{
    const Claim *soldiers = own_soldiers_before(f, claim);
    claim->victim_class = soldiers ? soldiers->victim_class : claim->victim_class;
    claim->subgroups = soldiers ? soldiers->subgroups : claim->subgroups;
}

/* "Eight others", "eight": a number without a noun of its own. */
static bool is_without_noun(const Claim *claim)
{
    enum { OTHERS_BYTES = 8 };
    uint32_t rest = claim->victims.end - claim->count_span.end;
    bool harm = claim->outcome == OUTCOME_KILLED || claim->outcome == OUTCOME_INJURED;
    return claim->kind == KIND_CASUALTY && harm && claim->has_count && claim->count_form != COUNT_DESCRIBED &&
           claim->victim_class == CLASS_UNKNOWN && claim->victims.end >= claim->count_span.end &&
           (rest == 0 || (claim->additional && rest < OTHERS_BYTES));
}

/* The dead told right before in the sentence, by whoever tells of these too; NULL. */
static const Claim *dead_beside(const Analysis *a, const Claim *hurt)
{
    for (const Claim *before = hurt; before > a->claims; before--) {
        const Claim *dead = before - 1;
        if (dead->kind != KIND_CASUALTY)
            continue;
        bool same = dead->sentence.start == hurt->sentence.start && dead->outcome == OUTCOME_KILLED;
        bool teller = !hurt->attribution || hurt->attribution == dead->attribution;
        return same && teller && dead->attribution ? dead : NULL;
    }
    return NULL;
}

/* Whom a side hurt beside the enemies that it killed are of the enemy too: it counts nobody else. What the authorities tell of fighters
 * who "were killed" may be told with bystanders hurt. */
static void mark_hurt_beside(Analysis *a)
{
    for (size_t i = 0; i < a->claim_count; i++) {
        Claim *hurt = &a->claims[i];
        const Claim *dead = hurt->outcome == OUTCOME_INJURED && is_without_noun(hurt) ? dead_beside(a, hurt) : NULL;
        bool soldiers =
            dead && dead->party == PARTY_ARMED_GROUP && dead->victim_class == CLASS_SECURITY && !dead->possessed;
        if (!dead || !(dead->of_enemy || soldiers))
            continue;
        hurt->attribution = dead->attribution;
        hurt->party = dead->party;
        hurt->victim_class = dead->victim_class;
        hurt->subgroups = dead->subgroups;
        hurt->of_enemy = true;
    }
}

/* "A bomber killed himself and [six others]", "the gunman and [six others] were killed": whom an attacker killed. */
static bool are_of_attacker(const Analysis *a, const Claim *attacker, const Claim *claim)
{
    if (!(attacker->subgroups & SUBGROUP_ATTACKERS))
        return false;
    uint32_t here = analysis_token(a, claim->victims.start);
    uint32_t there = analysis_token(a, attacker->victims.end);
    bool joined = attacker->outcome == claim->outcome && here == there + 1; /* by "and" */
    return joined || mention_within(&a->mentions, there, here, analysis_class(a, "REFLEXIVE")) != MENTION_NONE;
}

/* "Killed ten fighters and injured [eight others]": whom the sentence told right before, joined by "and", where it tells of nobody else. Beside
 * fighters who "were killed" the others may be bystanders. */
static bool are_fighters_too(const Analysis *a, const Claim *claim)
{
    enum { FAR_TOKENS = 6 };
    uint32_t here = analysis_token(a, claim->victims.start);
    bool fighters = false;
    if (claim->additional && claim->evidence.start == claim->victims.start)
        return false;
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *before = &a->claims[i];
        if (before->kind != KIND_CASUALTY || before->sentence.start != claim->sentence.start ||
            before->victims.start >= claim->victims.start)
            continue;
        if (before->victim_class != CLASS_MILITANT || are_of_attacker(a, before, claim))
            return false;
        uint32_t there = analysis_token(a, before->victims.end);
        fighters =
            fighters || (here <= there + FAR_TOKENS &&
                         mention_within(&a->mentions, there, here, analysis_class(a, "CONJUNCTION")) != MENTION_NONE);
    }
    return fighters;
}

static void mark_other_fighters(Analysis *a)
{
    for (size_t i = 0; i < a->claim_count; i++)
        if (is_without_noun(&a->claims[i]) && are_fighters_too(a, &a->claims[i]))
            a->claims[i].victim_class = CLASS_MILITANT;
}

/* Does the report tell of soldiers that the country lost? */
static bool tells_soldiers_of(const Analysis *a, const Claim *like, Str state)
{
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *claim = &a->claims[i];
        if (claim->kind != KIND_CASUALTY || claim->outcome != like->outcome || claim->victim_class != CLASS_SECURITY)
            continue;
        bool own = claim->possessed && claim->attribution && str_equal(claim->attribution->state, state);
        if (own || str_equal(victims_state(a, claim), state))
            return true;
    }
    return false;
}

/* "Kenya said 60 Somalis were killed", by its own strike, where the report tells of Somalia's soldiers: those. */
static void take_nationals(const Analysis *a, const StateWar *war, Claim *claim)
{
    if (claim->kind != KIND_CASUALTY || claim->party != PARTY_GOVERNMENT || claim->victim_class != CLASS_UNKNOWN ||
        claim->count_form == COUNT_DESCRIBED)
        return;
    Str state = state_in(a, claim->victims);
    if (!is_stranger(claim, state) || !state_at_war(war, claim->attribution->state, state) ||
        !tells_soldiers_of(a, claim, state))
        return;
    claim->victim_class = CLASS_SECURITY;
    claim->of_enemy = true;
}

/* Does anybody but the claim's speaker count the same losses, as its own or of its own country, and otherwise? */
static bool is_gainsaid(const Analysis *a, const Claim *claim)
{
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *own = &a->claims[i];
        if (own->kind == KIND_CASUALTY && own->outcome == claim->outcome && !own->of_enemy && own->attribution &&
            own->attribution->state.len > 0 && own->victim_class == claim->victim_class &&
            !str_equal(own->attribution->state, claim->attribution->state) &&
            interval_point(own->count_form, own->count) != interval_point(claim->count_form, claim->count))
            return true;
    }
    return false;
}

/* The same word again: by the same government, or by nobody, as hearsay that the other side gainsays. */
static bool is_word_again(const Analysis *a, const Claim *again, const Claim *word)
{
    const Attribution *said = again->attribution;
    bool nobody = !said || (said->speaker.len == 0 && said->group.len == 0);
    bool same = said && again->party == PARTY_GOVERNMENT && str_equal(said->state, word->attribution->state);
    bool may_be = again->victim_class == CLASS_UNKNOWN || again->victim_class == word->victim_class;
    return may_be && again->outcome == word->outcome &&
           interval_point(again->count_form, again->count) == interval_point(word->count_form, word->count) &&
           (same || nobody) && is_gainsaid(a, word);
}

/* "Kenya spoke of 60 people killed": as many as the soldiers of whom it speaks elsewhere, where Somalia counts fewer. */
static void mark_words_again(Analysis *a, const StateWar *war)
{
    enum { SEVERAL = 3 };
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *word = &a->claims[i];
        if (word->kind != KIND_CASUALTY || !word->of_enemy || word->party != PARTY_GOVERNMENT ||
            word->victim_class != CLASS_SECURITY || word->attribution->state.len == 0 || word->count.low < SEVERAL)
            continue;
        for (size_t k = 0; k < a->claim_count; k++) {
            Claim *again = &a->claims[k];
            if (again->kind != KIND_CASUALTY || again->of_enemy || !again->has_count || again->possessed ||
                !is_word_again(a, again, word))
                continue;
            again->attribution = word->attribution;
            again->party = word->party;
            again->victim_class = word->victim_class;
            again->rival = is_rival(war, again);
            again->of_enemy = true;
        }
    }
}

void foe_settle(Analysis *a)
{
    mark_other_fighters(a);
    Foes f = {a,
              analysis_class(a, "FOE"),
              analysis_class(a, "FOE_DEED"),
              analysis_class(a, "OWN_SIDE"),
              analysis_class(a, "V_ACTIVE"),
              analysis_class(a, "V_BARE"),
              analysis_class(a, "BE")};
    state_mark_attackers(a);
    StateWar war = state_war(a);
    find_attackers(&f, &war);
    add_fighting(&f, &war);
    find_armed(&f);
    for (size_t i = 0; i < a->claim_count; i++) {
        Claim *claim = &a->claims[i];
        bool side = claim->party == PARTY_GOVERNMENT || claim->party == PARTY_ARMED_GROUP;
        claim->rival = claim->kind == KIND_CASUALTY && is_rival(&war, claim);
        if (claim->kind != KIND_CASUALTY || claim->victim_class == CLASS_CIVILIAN ||
            !(side || claim->party == PARTY_NONE))
            continue;
        uint32_t verb = verb_of(&f, claim);
        take_own_soldiers(&f, claim);
        Str victims = victims_state(a, claim);
        bool foe = may_be_foe(claim) || are_soldiers_abroad(claim, victims);
        bool own_act = side && is_own_act(&f, claim, verb);
        bool of_loser =
            victims.len == 0 && claim->party == PARTY_GOVERNMENT && is_stranger(claim, loser_state(&f, claim, verb));
        claim->of_enemy = claim->of_enemy || is_told_of_foe(&f, claim, verb) || of_loser ||
                          is_of_other_state(&war, claim, victims, own_act) || (foe && own_act);
        claim->possessed = claim->possessed || (side && is_own_loss(&f, claim, victims, verb));
        if (claim->of_enemy && side && claim->victim_class == CLASS_UNKNOWN)
            claim->victim_class = opposite(claim->party);
    }
    mark_soldiers_beside(a);
    mark_hurt_beside(a);
    for (size_t i = 0; i < a->claim_count; i++)
        take_nationals(a, &war, &a->claims[i]);
    mark_words_again(a, &war);
}
