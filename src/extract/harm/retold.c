#include "extract/harm/retold.h"

#include "base/buf.h"
#include "extract/claim/past.h"
#include "extract/harm/retold_parts.h"
#include "extract/harm/victim_name.h"
#include "extract/syntax/noun.h"

enum { REACH = 24 /* claims looked back over for the people meant */ };

/* "The clergymen" behind "six monks": as many as those whose number it is. */
static bool has_figure_of(const Claim *again, const Claim *before)
{
    return retold_is_many(again) && retold_has_figure(again) && !span_is_empty(again->count_span) &&
           again->count_span.start == before->count_span.start && again->count_span.end == before->count_span.end;
}

/* A pronoun stands for anybody; a noun for those called by it; "the two murders" for murders told one by one. */
static bool may_mean(const Analysis *a, const Claim *again, const Claim *before)
{
    bool figure = again->somebody && retold_is_many(again) && again->count_form != COUNT_WORD;
    if (before->kind != KIND_CASUALTY || before->outcome != again->outcome || !before->has_count ||
        before->background != again->background ||
        (retold_is_many(before) != retold_is_many(again) ? !figure
                                                         : figure && !interval_equal(before->count, again->count)))
        return false;
    Str text = span_text(a->tokens.text, again->victims);
    Str word = noun_last(text);
    return again->somebody || word.len == text.len || has_figure_of(again, before) ||
           noun_is_in(span_text(a->tokens.text, before->victims), word);
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
        if (i != at && other->kind == KIND_CASUALTY && other->outcome == claim->outcome && other->has_count &&
            other->count_form != COUNT_WORD && other->count.low > 1 && !other->background &&
            retold_may_be_of_class(claim, other) && other->sentence.start != claim->sentence.start &&
            (claim->again || !has_own_speaker(claim, other)))
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

bool retold_is_same_name(const Telling *t, const Claim *claim, const Claim *other)
{
    const Analysis *a = t->a;
    if (!claim->named || !other->named)
        return false;
    if (noun_all_in(span_text(a->tokens.text, claim->victims), span_text(a->tokens.text, other->victims)))
        return true;
    const unsigned others =
        SUBGROUP_AGES_AND_SEXES | SUBGROUP_ATTACKERS; /* what a trade adds is said of the same one */
    bool more = (claim->subgroups & ~other->subgroups & others) != 0;
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

bool retold_is_another(const Analysis *a, const Claim *again, const Claim *before)
{
    Str noun = noun_last(span_text(a->tokens.text, again->victims));
    return !again->somebody && tells_further(a, again->evidence) &&
           !noun_is_in(span_text(a->tokens.text, before->victims), noun);
}

/* One person, named before: "Juan Perez was killed ... the murder of Perez". */
static bool is_named_before(const Telling *t, size_t at)
{
    const Claim *claim = retold_told(t, at);
    if (!claim->named || retold_is_many(claim))
        return false;
    for (size_t i = 0; i < at; i++) {
        const Claim *before = retold_told(t, i);
        if (before->kind == KIND_CASUALTY && before->named && before->outcome == claim->outcome &&
            before->background == claim->background && before->stance == claim->stance &&
            !has_own_speaker(claim, before) && retold_is_same_name(t, claim, before))
            return true;
    }
    return false;
}

/* The place that the claim's sentence names, where it is not that which the report was sent from. */
static bool has_own_place(const Analysis *a, const Claim *claim)
{
    return claim_names_place(claim) && !analysis_in_dateline(a, claim->place->span);
}

/* Named places or days of their own tell two events apart. */
static bool is_elsewhere(const Analysis *a, const Claim *claim, const Claim *before)
{
    bool places =
        has_own_place(a, claim) && has_own_place(a, before) && !place_same(&claim->place->place, &before->place->place);
    bool days = claim_states_days(claim) && claim_states_days(before) &&
                (claim->window.first > before->window.last || claim->window.last < before->window.first);
    return places || days;
}

/* Whether the one told before without a name, by outcome and role, may be the one named in the claim. */
static bool has_role_of(const Analysis *a, const Claim *claim, const Claim *before)
{
    bool same = before->outcome == claim->outcome || (claim->struck && before->outcome == OUTCOME_KILLED);
    return before->kind == KIND_CASUALTY && same && !retold_is_many(before) && before->has_count &&
           before->background == claim->background && before->stance == claim->stance &&
           before->sentence.start != claim->sentence.start && !before->somebody && !before->possessed &&
           noun_is_in(span_text(a->tokens.text, claim->victims), noun_last(span_text(a->tokens.text, before->victims)));
}

bool retold_has_article(const Analysis *a, const Claim *claim, const char *kind)
{
    uint32_t m = mention_at(&a->mentions, analysis_token(a, claim->victims.start), analysis_class(a, "DETERMINER"));
    return m != MENTION_NONE && str_is(analysis_value(a, &a->mentions.items[m]), kind);
}

/* "A second corporal, Ana Diaz": somebody new. */
static bool is_new(const Analysis *a, const Claim *claim)
{
    return retold_has_article(a, claim, "one");
}

/* "A corporal and a clerk were killed ... Corporal Perez was killed as he fled": one told of before by what he is, now by
 * name. Of two such the text does not say which. */
static bool is_named_at_last(const Telling *t, size_t at)
{
    const Claim *claim = retold_told(t, at);
    if (!claim->named || retold_is_many(claim) || claim->count_form != COUNT_DESCRIBED || claim->additional ||
        claim->possessed || is_kin(t->a, claim) || is_new(t->a, claim) || claim->part_of >= 0 ||
        tells_further(t->a, claim->evidence))
        return false;
    const unsigned counted = SUBGROUP_WOMEN | SUBGROUP_CHILDREN;
    const Claim *role = NULL;
    for (size_t i = 0; i < at; i++) {
        const Claim *before = retold_told(t, i);
        if (t->retold[t->at[i]] || !has_role_of(t->a, claim, before))
            continue;
        if (role || before->named)
            return false;
        role = before;
    }
    return role && !is_elsewhere(t->a, claim, role) && !has_own_speaker(claim, role) &&
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

/* "Guards killed one rebel. The fighter was shot ...": of a known class, right behind the only one told of. */
static bool is_next_of_class(const Analysis *a, const Claim *claim, const Claim *lone)
{
    uint32_t here = analysis_sentence(a, analysis_token(a, claim->evidence.start));
    uint32_t there = analysis_sentence(a, analysis_token(a, lone->evidence.start));
    return claim->victim_class != CLASS_UNKNOWN && claim->victim_class == lone->victim_class && here == there + 1;
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
    const Claim *claim = retold_told(t, at);
    if (!claim->again || claim->somebody || retold_is_many(claim) || claim->count_form != COUNT_DESCRIBED ||
        claim->ordinal > 0 || claim->additional || claim->possessed || claim->listed ||
        follows_comma(t->a, claim->victims.start) || tells_further(t->a, claim->evidence))
        return false;
    Claim *lone = NULL;
    for (size_t i = 0; i < at; i++) {
        Claim *before = &t->a->claims[t->at[i]];
        if (before->kind != KIND_CASUALTY || before->outcome != claim->outcome || t->retold[t->at[i]] ||
            before->background != claim->background)
            continue;
        if (lone || retold_is_many(before))
            return false;
        lone = before;
    }
    bool meant = lone && (may_be_lone(claim, lone) || is_next_of_class(t->a, claim, lone)) &&
                 lone->sentence.start != claim->sentence.start && retold_may_be_of_class(claim, lone) &&
                 !subgroups_conflict(lone->subgroups, claim->subgroups);
    if (meant)
        learn_alive(lone, claim);
    return meant;
}

/* "Juan Perez (her driver)": what stands in brackets says who he is. */
static bool is_in_brackets(const Telling *t, size_t at)
{
    const Claim *claim = retold_told(t, at);
    const Claim *before = at > 0 ? retold_told(t, at - 1) : NULL;
    if (!before || before->kind != KIND_CASUALTY || before->outcome != claim->outcome || retold_is_many(claim) ||
        before->victims.end >= claim->victims.start)
        return false;
    Str between = str_slice(t->a->tokens.text, before->victims.end, claim->victims.start);
    return str_equal(str_trim(between), STR("("));
}

/* "The four" (were two clerks and two guards): so many told of before, by an article and a number without a noun. */
static bool is_number_told(const Claim *claim)
{
    return claim->count_span.start > claim->victims.start && claim->count_span.end == claim->victims.end;
}

/* "Both bodies". */
static bool are_bodies(const Analysis *a, const Claim *claim)
{
    return mention_begins(&a->mentions, analysis_token(a, claim->victims.end - 1), analysis_class(a, "BODY"));
}

/* "The two guards", "both guards", "the two", "both bodies": by an article and a number, people who were told of. */
static bool is_number_known(const Analysis *a, const Claim *claim)
{
    return retold_has_figure(claim) && retold_is_many(claim) && claim->count.low == claim->count.high &&
           (claim->victim_class != CLASS_UNKNOWN || is_number_told(claim) || are_bodies(a, claim)) &&
           retold_has_article(a, claim, "definite") && !claim->additional && !claim->listed && claim->part_of < 0;
}

/* "Sergeant Ana Diaz and Corporal Juan Sol were shot ... the two guards died at once": as many of the class as the last sentence that
 * tells of any told of one by one; "both guards" are two told of in a number as well. A driver among them is another's word. */
static bool are_all_told(const Telling *t, size_t at)
{
    const Claim *claim = retold_told(t, at);
    /* "The two": of the hurt, whom words tell apart less well, a number of its own. */
    bool bare = claim->victim_class == CLASS_UNKNOWN;
    if (!is_number_known(t->a, claim) || (bare && claim->outcome != OUTCOME_KILLED))
        return false;
    size_t least = claim->count_span.start == claim->victims.start ? 1 : 2; /* "both" */
    size_t told = 0;
    int64_t people = 0;
    const Claim *nearer = NULL;
    for (size_t i = at; i-- > 0 && at - i <= REACH;) {
        const Claim *before = retold_told(t, i);
        bool same = before->outcome == claim->outcome || (claim->struck && before->outcome == OUTCOME_KILLED);
        if (before->kind != KIND_CASUALTY || !same || before->background != claim->background || before->part_of >= 0 ||
            t->retold[t->at[i]])
            continue;
        if (nearer && nearer->sentence.start != before->sentence.start)
            break;
        if (before->sentence.start == claim->sentence.start || before->count.low != before->count.high ||
            (bare ? !before->listed : before->victim_class != claim->victim_class) || has_own_speaker(claim, before))
            return false;
        people += before->count.low;
        nearer = before;
        told++;
    }
    return told >= least && people == claim->count.low;
}

/* "The clergymen", "they": a plural of those told before, without a number. */
static bool is_known_plural(const Claim *claim)
{
    return claim->again && retold_is_many(claim) && claim->count_form == COUNT_WORD && !claim->additional;
}

/* "A clerk and a guard were killed ... their bodies were found", "... the murder of the men": several, told one by one before. */
static bool are_told_one_by_one(const Telling *t, size_t at)
{
    const Claim *claim = retold_told(t, at);
    bool part = claim->part_of >= 0 && retold_is_many(&t->a->claims[claim->part_of]);
    bool known = is_known_plural(claim) && !part;
    if (!known && (!claim->somebody || claim->count_form != COUNT_WORD || claim->additional))
        return false;
    size_t singles = 0;
    for (size_t i = at; i-- > 0 && at - i <= REACH && singles < 2;) {
        const Claim *before = retold_told(t, i);
        if (before->kind != KIND_CASUALTY || before->outcome != claim->outcome || !before->has_count ||
            before->background != claim->background || before->victims.start >= claim->victims.start)
            continue;
        bool may_be = claim->somebody || (retold_may_be_of_class(claim, before) &&
                                          !subgroups_conflict(claim->subgroups, before->subgroups));
        singles += may_be && !retold_is_many(before) && !t->retold[t->at[i]];
    }
    return singles > 1;
}

/* "The priests" behind "the monks": a plural that the article makes those told of before, by whatever noun; if by more, by theirs too: "the
 * Trappist monks" behind "the Trappists". */
static bool is_plural_before(const Telling *t, size_t at)
{
    const Claim *claim = retold_told(t, at);
    if (!is_known_plural(claim))
        return false;
    bool longer = analysis_token(t->a, claim->victims.end) - analysis_token(t->a, claim->victims.start) > 2;
    Str text = span_text(t->a->tokens.text, claim->victims);
    for (size_t i = 0; i < at; i++) {
        const Claim *before = retold_told(t, i);
        if (before->kind == KIND_CASUALTY && before->outcome == claim->outcome && before->has_count &&
            retold_is_many(before) && before->background == claim->background &&
            retold_may_be_of_class(claim, before) && before->sentence.start != claim->sentence.start &&
            !(claim->subgroups & ~before->subgroups) &&
            (!longer || noun_is_in(text, noun_last(span_text(t->a->tokens.text, before->victims)))))
            return true;
    }
    return false;
}

/* "Troops killed 19 fighters ... it named the 19 killed": by an article and their number alone, those told of in a sentence before. */
static bool is_number_before(const Telling *t, size_t at)
{
    const Claim *claim = retold_told(t, at);
    if (!retold_has_figure(claim) || !retold_is_many(claim) || claim->count.low != claim->count.high ||
        claim->victim_class != CLASS_UNKNOWN || !is_number_told(claim) || claim->additional || claim->listed ||
        claim->part_of >= 0 || !retold_has_article(t->a, claim, "definite"))
        return false;
    for (size_t i = at; i-- > 0 && at - i <= REACH;) {
        const Claim *before = retold_told(t, i);
        if (before->kind == KIND_CASUALTY && before->outcome == claim->outcome && before->has_count &&
            interval_equal(before->count, claim->count) && before->background == claim->background &&
            before->sentence.start < claim->sentence.start && before->victim_class != CLASS_UNKNOWN &&
            !has_own_speaker(claim, before))
            return true;
    }
    return false;
}

static bool is_retold(const Telling *t, size_t at)
{
    const Claim *claim = retold_told(t, at);
    if (claim->kind != KIND_CASUALTY || claim->total)
        return false;
    if (is_numbered_elsewhere(t->a, t->at[at]) || is_named_before(t, at) || is_named_at_last(t, at) ||
        retold_is_of_the_dead(t, at) || is_lone_victim(t, at) || is_in_brackets(t, at) || are_told_one_by_one(t, at) ||
        is_plural_before(t, at) || are_all_told(t, at) || is_number_before(t, at))
        return true;
    bool another = claim->additional && !retold_has_figure(claim); /* "the other man" */
    bool further = tells_further(t->a, claim->evidence);
    for (size_t i = at; claim->again && !another && i-- > 0 && at - i <= REACH;) {
        const Claim *before = retold_told(t, i);
        bool known =
            !before->again || (!t->retold[t->at[i]] && (before->somebody || !(further || retold_has_figure(claim))));
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
    Telling t = {a, ARENA_ARRAY(a->scratch, uint32_t, a->claim_count), ARENA_ARRAY(a->scratch, bool, a->claim_count),
                 ARENA_ARRAY(a->scratch, Str, a->claim_count)};
    for (uint32_t i = 0; i < a->claim_count; i++) {
        uint32_t k = i;
        for (; k > 0 && retold_told(&t, k - 1)->victims.start > a->claims[i].victims.start; k--)
            t.at[k] = t.at[k - 1];
        t.at[k] = i;
    }
    return t;
}

static void take_past_of(Claim *claim, const Claim *past)
{
    claim->background = true;
    claim->window = past->window;
    claim->window_span = past->window_span;
}

/* "They were shot by troops", further down behind "the killing of nine monks in 1986": as many, and of the day of those they stand for. */
static void keep_them_in_past(const Telling *t, size_t at)
{
    Claim *claim = &t->a->claims[t->at[at]];
    if (claim->kind != KIND_CASUALTY || !claim->again || !claim->somebody || claim->background ||
        !retold_is_many(claim) || claim->count_form == COUNT_WORD || claim_states_days(claim))
        return;
    for (size_t i = at; i-- > 0 && at - i <= REACH;) {
        const Claim *before = retold_told(t, i);
        if (before->kind != KIND_CASUALTY || before->outcome != claim->outcome)
            continue;
        bool past = before->background && past_is_long_ago(t->a, before->window);
        if (past && interval_equal(before->count, claim->count))
            take_past_of(claim, before);
        return;
    }
}

/* "The clerk was stabbed" behind "the killing of clerk Ana Diaz in 2011": told again of somebody of whom only the past is told. */
static void keep_in_past(const Telling *t, size_t at)
{
    Claim *claim = &t->a->claims[t->at[at]];
    if (claim->kind != KIND_CASUALTY || !claim->again || claim->somebody || claim->background ||
        retold_is_many(claim) || claim_states_days(claim))
        return;
    Str noun = noun_last(span_text(t->a->tokens.text, claim->victims));
    const Claim *past = NULL;
    for (size_t i = 0; i < at; i++) {
        const Claim *before = retold_told(t, i);
        if (before->kind != KIND_CASUALTY || !noun_is_in(span_text(t->a->tokens.text, before->victims), noun))
            continue;
        if (!before->background || retold_is_many(before) || before->sentence.start == claim->sentence.start)
            return;
        past = before;
    }
    if (past && past_is_long_ago(t->a, past->window))
        take_past_of(claim, past);
}

void retold_drop(Analysis *a)
{
    int32_t *moved = ARENA_ARRAY(a->scratch, int32_t, a->claim_count);
    Telling t = in_order(a);
    for (size_t i = 0; i < a->claim_count; i++) {
        retold_turn_to_dead(&t, i);
        keep_in_past(&t, i);
        keep_them_in_past(&t, i);
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

bool retold_same_people(const Document *document, const Claim *claim, const Claim *before)
{
    if (claim->kind != KIND_CASUALTY || before->kind != KIND_CASUALTY || claim->outcome != before->outcome ||
        !claim->has_count || !before->has_count || !retold_has_figure(claim) || !retold_has_figure(before) ||
        !retold_is_many(claim) || !interval_equal(claim->count, before->count) || claim->additional ||
        before->additional || span_is_empty(claim->victims) || span_is_empty(before->victims))
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
