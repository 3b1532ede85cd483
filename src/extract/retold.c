#include "extract/retold.h"

#include "base/buf.h"
#include "extract/noun.h"
#include "extract/past.h"
#include "extract/victim_name.h"

enum { REACH = 24 /* claims looked back over for the people meant */ };

/* The claims as the text tells them: at[i] is the index of the i-th. */
typedef struct {
    const Analysis *a;
    uint32_t *at;
    bool *retold; /* by index of the claim */
    Str *names;   /* by index of the claim, as far as they have been asked for: name_of */
} Telling;

static const Claim *told(const Telling *t, size_t i)
{
    return &t->a->claims[t->at[i]];
}

/* A number of its own: "two of the guards", not "the guards". */
static bool has_figure(const Claim *claim)
{
    return claim->count_form != COUNT_WORD && claim->count_form != COUNT_DESCRIBED;
}

static bool is_many(const Claim *claim)
{
    return claim->count.high != 1;
}

/* A pronoun stands for anybody; a noun for those called by it; "the two murders" for murders told one by one. */
static bool may_mean(const Analysis *a, const Claim *again, const Claim *before)
{
    bool figure = again->somebody && is_many(again) && again->count_form != COUNT_WORD;
    if (before->kind != KIND_CASUALTY || before->outcome != again->outcome || !before->has_count ||
        before->background != again->background ||
        (is_many(before) != is_many(again) ? !figure : figure && !interval_equal(before->count, again->count)))
        return false;
    Str text = span_text(a->tokens.text, again->victims);
    Str word = noun_last(text);
    return again->somebody || word.len == text.len || noun_is_in(span_text(a->tokens.text, before->victims), word);
}

/* A named speaker's word is a claim of its own. */
static bool has_own_speaker(const Claim *claim, const Claim *other)
{
    return claim->attribution && claim->attribution->identified &&
           !(other->attribution && str_equal(claim->attribution->speaker, other->attribution->speaker));
}

/* "The killing of the guards", where it is told elsewhere that three guards died: a plural without any number. */
static bool is_numbered_elsewhere(const Analysis *a, size_t at)
{
    const Claim *claim = &a->claims[at];
    bool plural = claim->count_form == COUNT_WORD && claim->count.low == 2 &&
                  claim->count_span.start == claim->victims.start && claim->count_span.end == claim->victims.end;
    for (size_t i = 0; plural && i < a->claim_count; i++) {
        const Claim *other = &a->claims[i];
        bool same_class = other->victim_class == claim->victim_class || other->victim_class == CLASS_UNKNOWN ||
                          claim->victim_class == CLASS_UNKNOWN;
        if (i != at && other->kind == KIND_CASUALTY && other->outcome == claim->outcome && other->has_count &&
            other->count_form != COUNT_WORD && other->count.low > 1 && !other->background && same_class &&
            other->sentence.start != claim->sentence.start && !has_own_speaker(claim, other))
            return true;
    }
    return false;
}

/* The name in what a claim calls its victim: looked for once, as each claim is held against all before it. */
static Str name_of(const Telling *t, const Claim *claim)
{
    Str *name = &t->names[claim - t->a->claims];
    if (!str_present(*name))
        *name = victim_name(t->a, claim->victims);
    return *name;
}

/* "His son Juan". */
static bool is_kin(const Analysis *a, const Claim *claim)
{
    return mention_begins(&a->mentions, analysis_token(a, claim->victims.start), analysis_class(a, "POSSESSIVE"));
}

/* "Juan Perez", "Senator Perez". Kin have one another's names: "his son Juan". */
static bool is_same_name(const Telling *t, const Claim *claim, const Claim *other)
{
    const Analysis *a = t->a;
    if (!claim->named || !other->named)
        return false;
    if (noun_all_in(span_text(a->tokens.text, claim->victims), span_text(a->tokens.text, other->victims)))
        return true;
    bool more = (claim->subgroups & ~other->subgroups) != 0;
    return !more && noun_all_in(name_of(t, claim), name_of(t, other)) && !is_kin(a, claim);
}

/* "The guard was also killed". */
static bool tells_further(const Analysis *a, Span passage)
{
    uint16_t cls = analysis_class(a, "ADVERB");
    uint32_t sentence = analysis_sentence(a, analysis_token(a, passage.start));
    if (!mention_may_be_in(&a->mentions, sentence, cls))
        return false;
    uint32_t first = a->tokens.sentences[sentence].first;
    uint32_t last = analysis_token(a, passage.end);
    for (uint32_t i = mention_within(&a->mentions, first, last, cls); i != MENTION_NONE;
         i = mention_within_after(&a->mentions, i, last)) {
        const Mention *m = &a->mentions.items[i];
        if (span_overlaps(mention_span(&a->tokens, m), passage) && str_equal(analysis_value(a, m), STR("further")))
            return true;
    }
    return false;
}

/* "A boy was killed. The woman was also hit": called by another noun and hit as well. */
static bool is_another(const Analysis *a, const Claim *again, const Claim *before)
{
    Str noun = noun_last(span_text(a->tokens.text, again->victims));
    return !again->somebody && tells_further(a, again->evidence) &&
           !noun_is_in(span_text(a->tokens.text, before->victims), noun);
}

/* Whether who is told of at `dead` is the next told of behind the hit one, told of as taken to a hospital in between: "his son
 * was shot. The boy was taken to a clinic, where he died". */
static bool leads_to(const Telling *t, size_t hit, size_t dead)
{
    enum { MOST_BETWEEN = 2 };
    for (size_t i = hit + 1; i < dead; i++) {
        const Claim *between = told(t, i);
        if (dead - hit > MOST_BETWEEN + 1 || between->kind != KIND_CASUALTY || between->outcome != OUTCOME_INJURED ||
            between->count_form != COUNT_DESCRIBED || !between->again || between->alive || between->additional ||
            between->listed || subgroups_conflict(between->subgroups, told(t, hit)->subgroups))
            return false;
    }
    return true;
}

/* "He died after he was shot", "A man was shot. He died": the one who was hit is told of as dead, by name or in the claim
 * told right before or behind. */
static bool is_of_the_dead(const Telling *t, size_t at)
{
    const Claim *hit = told(t, at);
    if (hit->outcome != OUTCOME_INJURED || !hit->struck || hit->listed || hit->count_form != COUNT_DESCRIBED)
        return false;
    for (size_t i = 0; i < t->a->claim_count; i++) {
        const Claim *dead = told(t, i);
        if (dead->kind != KIND_CASUALTY || dead->outcome != OUTCOME_KILLED || dead->count_form != COUNT_DESCRIBED ||
            dead->background != hit->background || dead->additional || dead->possessed)
            continue;
        bool next = i < at ? i + 1 == at : leads_to(t, at, i);
        const Claim *again = i < at ? hit : dead;
        bool meant = next && again->again && !subgroups_conflict(hit->subgroups, dead->subgroups) &&
                     !is_another(t->a, again, i < at ? dead : hit);
        if (meant || is_same_name(t, hit, dead))
            return true;
    }
    return false;
}

static bool are_of_one_row(const Claim *a, const Claim *b)
{
    return b->kind == KIND_CASUALTY && b->listed && b->has_count && b->outcome == a->outcome &&
           b->background == a->background && b->sentence.start == a->sentence.start;
}

/* "A man and a girl were taken to a hospital, where they died": each of a row of the injured, who are told of as dead right behind,
 * all of them. */
static bool is_of_a_dead_row(const Telling *t, size_t at)
{
    const Claim *hit = told(t, at);
    if (hit->outcome != OUTCOME_INJURED || !are_of_one_row(hit, hit))
        return false;
    size_t first = at;
    while (first > 0 && are_of_one_row(hit, told(t, first - 1)))
        first--;
    int64_t people = 0;
    size_t i = first;
    for (; i < t->a->claim_count && are_of_one_row(hit, told(t, i)); i++)
        people += told(t, i)->count.low;
    if (i == t->a->claim_count)
        return false;
    const Claim *dead = told(t, i);
    return dead->kind == KIND_CASUALTY && dead->outcome == OUTCOME_KILLED && dead->background == hit->background &&
           dead->again && dead->somebody && dead->count_form == COUNT_EXACT && dead->count.low == people;
}

/* One person, named before: "Juan Perez was killed ... the murder of Perez". */
static bool is_named_before(const Telling *t, size_t at)
{
    const Claim *claim = told(t, at);
    if (!claim->named || is_many(claim))
        return false;
    for (size_t i = 0; i < at; i++) {
        const Claim *before = told(t, i);
        if (before->kind == KIND_CASUALTY && before->named && before->outcome == claim->outcome &&
            before->background == claim->background && before->stance == claim->stance &&
            !has_own_speaker(claim, before) && is_same_name(t, claim, before))
            return true;
    }
    return false;
}

/* Named places or days of their own tell two events apart. */
static bool is_elsewhere(const Claim *claim, const Claim *before)
{
    bool places = claim->place && before->place && !place_same(&claim->place->place, &before->place->place);
    bool days = claim_states_days(claim) && claim_states_days(before) &&
                (claim->window.first > before->window.last || claim->window.last < before->window.first);
    return places || days;
}

/* Whether the one told before without a name, by outcome and role, may be the one named in the claim. */
static bool has_role_of(const Analysis *a, const Claim *claim, const Claim *before)
{
    bool same = before->outcome == claim->outcome || (claim->struck && before->outcome == OUTCOME_KILLED);
    return before->kind == KIND_CASUALTY && same && !is_many(before) && before->has_count &&
           before->background == claim->background && before->stance == claim->stance &&
           before->sentence.start != claim->sentence.start && !before->somebody && !before->possessed &&
           noun_is_in(span_text(a->tokens.text, claim->victims), noun_last(span_text(a->tokens.text, before->victims)));
}

static bool has_article(const Analysis *a, const Claim *claim, const char *kind)
{
    uint32_t m = mention_at(&a->mentions, analysis_token(a, claim->victims.start), analysis_class(a, "DETERMINER"));
    return m != MENTION_NONE && str_is(analysis_value(a, &a->mentions.items[m]), kind);
}

/* "A second corporal, Ana Diaz": somebody new. */
static bool is_new(const Analysis *a, const Claim *claim)
{
    return has_article(a, claim, "one");
}

/* "A corporal and a clerk were killed ... Corporal Perez was killed as he fled": one told of before by what he is, now by
 * name. Of two such the text does not say which. */
static bool is_named_at_last(const Telling *t, size_t at)
{
    const Claim *claim = told(t, at);
    if (!claim->named || is_many(claim) || claim->count_form != COUNT_DESCRIBED || claim->additional ||
        claim->possessed || is_kin(t->a, claim) || is_new(t->a, claim) || claim->part_of >= 0 ||
        tells_further(t->a, claim->evidence))
        return false;
    const unsigned counted = SUBGROUP_WOMEN | SUBGROUP_CHILDREN;
    const Claim *role = NULL;
    for (size_t i = 0; i < at; i++) {
        const Claim *before = told(t, i);
        if (t->retold[t->at[i]] || !has_role_of(t->a, claim, before))
            continue;
        if (role || before->named)
            return false;
        role = before;
    }
    return role && !is_elsewhere(claim, role) && !has_own_speaker(claim, role) &&
           !(claim->subgroups & ~role->subgroups & counted) && !subgroups_conflict(claim->subgroups, role->subgroups);
}

/* "Ana Diaz, | the leader": behind a comma it is the one named there. */
static bool follows_comma(const Analysis *a, uint32_t at)
{
    while (at > 0 && char_is_space(a->tokens.text.ptr[at - 1]))
        at--;
    return at > 0 && a->tokens.text.ptr[at - 1] == ',';
}

/* Of somebody named, "the leader" tells more; whoever is not named is told of again in words of sex and age that say nothing
 * new: "the child", not "the driver". */
static bool may_be_lone(const Claim *claim, const Claim *lone)
{
    return lone->named || (claim->subgroups && !(claim->subgroups & ~lone->subgroups));
}

/* "A man was shot ... | the man is in serious condition": whom a shot hit is told of as living. */
static void learn_alive(Claim *hit, const Claim *again)
{
    bool one = hit->count_form == COUNT_DESCRIBED && again->count_form == COUNT_DESCRIBED;
    if (one && again->alive && again->outcome == OUTCOME_INJURED && hit->outcome == OUTCOME_INJURED)
        hit->struck = false;
}

/* "The leader was killed", where one victim is told of so far: who else should it be? */
static bool is_lone_victim(const Telling *t, size_t at)
{
    const Claim *claim = told(t, at);
    if (!claim->again || claim->somebody || is_many(claim) || claim->count_form != COUNT_DESCRIBED ||
        claim->ordinal > 0 || claim->additional || claim->possessed || claim->listed ||
        follows_comma(t->a, claim->victims.start) || tells_further(t->a, claim->evidence))
        return false;
    Claim *lone = NULL;
    for (size_t i = 0; i < at; i++) {
        Claim *before = &t->a->claims[t->at[i]];
        if (before->kind != KIND_CASUALTY || before->outcome != claim->outcome || t->retold[t->at[i]] ||
            before->background != claim->background)
            continue;
        if (lone || is_many(before))
            return false;
        lone = before;
    }
    bool meant = lone && may_be_lone(claim, lone) && lone->sentence.start != claim->sentence.start &&
                 (lone->victim_class == claim->victim_class || lone->victim_class == CLASS_UNKNOWN ||
                  claim->victim_class == CLASS_UNKNOWN) &&
                 !subgroups_conflict(lone->subgroups, claim->subgroups) && !has_own_speaker(claim, lone);
    if (meant)
        learn_alive(lone, claim);
    return meant;
}

/* "Juan Perez (her driver)": what stands in brackets says who he is. */
static bool is_in_brackets(const Telling *t, size_t at)
{
    const Claim *claim = told(t, at);
    const Claim *before = at > 0 ? told(t, at - 1) : NULL;
    if (!before || before->kind != KIND_CASUALTY || before->outcome != claim->outcome || is_many(claim) ||
        before->victims.end >= claim->victims.start)
        return false;
    Str between = str_slice(t->a->tokens.text, before->victims.end, claim->victims.start);
    return str_equal(str_trim(between), STR("("));
}

/* "A clerk and a guard were killed ... their bodies were found": several, told one by one before. */
static bool are_told_one_by_one(const Telling *t, size_t at)
{
    const Claim *claim = told(t, at);
    if (!claim->somebody || claim->count_form != COUNT_WORD || claim->additional)
        return false;
    size_t singles = 0;
    for (size_t i = at; i-- > 0 && at - i <= REACH && singles < 2;) {
        const Claim *before = told(t, i);
        if (before->kind != KIND_CASUALTY || before->outcome != claim->outcome || !before->has_count ||
            before->background != claim->background || before->victims.start >= claim->victims.start)
            continue;
        singles += !is_many(before) && !t->retold[t->at[i]];
    }
    return singles > 1;
}

/* "Six farmers died in 1998 ... the six villagers were shot": whoever they are called, the article says that so many were told of. */
static bool are_those_told(const Telling *t, const Claim *hit, const Claim *killed)
{
    return has_figure(hit) && has_figure(killed) && killed->count.low > 2 &&
           killed->victims.start < hit->victims.start && interval_equal(hit->count, killed->count) &&
           has_article(t->a, hit, "definite") && !hit->additional &&
           (hit->victim_class == killed->victim_class || hit->victim_class == CLASS_UNKNOWN ||
            killed->victim_class == CLASS_UNKNOWN);
}

/* "Twelve guards died ... the shooting of the 12 guards": as many of those who were hit are told of as dead. */
static bool are_the_dead(const Telling *t, size_t at)
{
    const Claim *hit = told(t, at);
    for (size_t i = 0; hit->struck && hit->outcome == OUTCOME_INJURED && i < t->a->claim_count; i++) {
        const Claim *killed = told(t, i);
        if (killed->kind != KIND_CASUALTY || killed->outcome != OUTCOME_KILLED)
            continue;
        if (are_those_told(t, hit, killed))
            return true;
        if (killed->background != hit->background)
            continue;
        Claim dead = *killed;
        dead.outcome = hit->outcome;
        if (dead.count.low > 2 && retold_same_people(t->a->document, hit, &dead))
            return true;
    }
    return false;
}

static bool is_retold(const Telling *t, size_t at)
{
    const Claim *claim = told(t, at);
    if (claim->kind != KIND_CASUALTY || claim->total)
        return false;
    if (is_numbered_elsewhere(t->a, t->at[at]) || is_named_before(t, at) || is_named_at_last(t, at) ||
        is_of_the_dead(t, at) || is_of_a_dead_row(t, at) || are_the_dead(t, at) || is_lone_victim(t, at) ||
        is_in_brackets(t, at) || are_told_one_by_one(t, at))
        return true;
    bool another = claim->additional && !has_figure(claim); /* "the other man" */
    bool further = tells_further(t->a, claim->evidence);
    for (size_t i = at; claim->again && !another && i-- > 0 && at - i <= REACH;) {
        const Claim *before = told(t, i);
        bool known = !before->again || (!t->retold[t->at[i]] && (before->somebody || !(further || has_figure(claim))));
        if (known && before->victims.start < claim->victims.start && may_mean(t->a, claim, before)) {
            learn_alive(&t->a->claims[t->at[i]], claim);
            return true;
        }
    }
    return false;
}

/* By where their victims stand: rules of several runs made the claims. */
static Telling in_order(const Analysis *a)
{
    Telling t = {a, ARENA_ARRAY(a->arena, uint32_t, a->claim_count), ARENA_ARRAY(a->arena, bool, a->claim_count),
                 ARENA_ARRAY(a->arena, Str, a->claim_count)};
    for (uint32_t i = 0; i < a->claim_count; i++) {
        uint32_t k = i;
        for (; k > 0 && told(&t, k - 1)->victims.start > a->claims[i].victims.start; k--)
            t.at[k] = t.at[k - 1];
        t.at[k] = i;
    }
    return t;
}

/* Who was shot on a day of its own died of it, as was told before. */
static void turn_to_dead(const Telling *t, size_t at)
{
    Claim *hit = &t->a->claims[t->at[at]];
    for (size_t i = 0; i < at && hit->struck && hit->outcome == OUTCOME_INJURED && claim_states_days(hit); i++) {
        const Claim *killed = told(t, i);
        if (killed->kind == KIND_CASUALTY && killed->outcome == OUTCOME_KILLED && are_those_told(t, hit, killed)) {
            hit->outcome = OUTCOME_KILLED;
            hit->struck = false;
        }
    }
}

/* "The clerk was stabbed" behind "the killing of clerk Ana Diaz in 2011": told again of somebody of whom only the past is told. */
static void keep_in_past(const Telling *t, size_t at)
{
    Claim *claim = &t->a->claims[t->at[at]];
    if (claim->kind != KIND_CASUALTY || !claim->again || claim->somebody || claim->background || is_many(claim) ||
        claim_states_days(claim))
        return;
    Str noun = noun_last(span_text(t->a->tokens.text, claim->victims));
    const Claim *past = NULL;
    for (size_t i = 0; i < at; i++) {
        const Claim *before = told(t, i);
        if (before->kind != KIND_CASUALTY || !noun_is_in(span_text(t->a->tokens.text, before->victims), noun))
            continue;
        if (!before->background || is_many(before) || before->sentence.start == claim->sentence.start)
            return;
        past = before;
    }
    if (past && past_is_long_ago(t->a, past->window)) {
        claim->background = true;
        claim->window = past->window;
        claim->window_span = past->window_span;
    }
}

void retold_drop(Analysis *a)
{
    int32_t *moved = ARENA_ARRAY(a->arena, int32_t, a->claim_count);
    Telling t = in_order(a);
    for (size_t i = 0; i < a->claim_count; i++) {
        turn_to_dead(&t, i);
        keep_in_past(&t, i);
    }
    for (size_t i = 0; i < a->claim_count; i++)
        t.retold[t.at[i]] = is_retold(&t, i);
    size_t kept = 0;
    for (size_t i = 0; i < a->claim_count; i++) {
        moved[i] = t.retold[i] ? -1 : (int32_t)kept;
        if (!t.retold[i])
            a->claims[kept++] = a->claims[i];
    }
    a->claim_count = kept;
    for (size_t i = 0; i < kept; i++) {
        if (a->claims[i].part_of >= 0)
            a->claims[i].part_of = moved[a->claims[i].part_of];
    }
}

/* "The four" (were two clerks and two guards): so many told of before, by an article and a number without a noun. */
static bool is_number_told(const Claim *claim)
{
    return claim->count_span.start > claim->victims.start && claim->count_span.end == claim->victims.end;
}

bool retold_same_people(const Document *document, const Claim *claim, const Claim *before)
{
    if (claim->kind != KIND_CASUALTY || before->kind != KIND_CASUALTY || claim->outcome != before->outcome ||
        !claim->has_count || !before->has_count || !has_figure(claim) || !has_figure(before) || !is_many(claim) ||
        !interval_equal(claim->count, before->count) || claim->additional || before->additional ||
        span_is_empty(claim->victims) || span_is_empty(before->victims))
        return false;
    Str text = span_text(document->text, claim->victims);
    Str known = span_text(document->text, before->victims);
    if (is_number_told(claim))
        return true;
    Str noun = noun_last(text);
    Str known_noun = noun_last(known);
    return (noun.len < text.len && noun_is_in(known, noun)) ||
           (known_noun.len < known.len && noun_is_in(text, known_noun));
}
