#include "extract/harm/scope.h"

#include "base/buf.h"
#include "extract/claim/apart.h"
#include "extract/claim/claim.h"
#include "extract/claim/past.h"
#include "extract/syntax/syntax.h"
#include "extract/table/inset.h"

enum { LARGE = 50 }; /* victims, more than most single events have */

/* More than all but the largest single events have; arrests, flight and siege are of thousands in a day. */
static bool is_war_sized(const Claim *claim)
{
    enum { DEAD = 1000, HURT = 5000 };
    return (claim->outcome == OUTCOME_KILLED && claim->count.low >= DEAD) ||
           (claim->outcome == OUTCOME_INJURED && claim->count.low >= HURT);
}

/* "The civil war that has left | 70,000 dead": what the war has cost, whatever day the sentence names besides. */
static bool is_cost_of_war(const Analysis *a, const Claim *claim, const Mention *match, uint32_t sentence)
{
    enum { REACH = 3 }; /* "left behind some | 100,000 dead" */
    uint16_t cls = analysis_class(a, "WAR_MARK");
    if (claim->count.low < LARGE || !mention_may_be_in(&a->mentions, sentence, cls))
        return false;
    for (uint32_t m = mention_within(&a->mentions, a->tokens.sentences[sentence].first, match->last, cls);
         m != MENTION_NONE; m = mention_within_after(&a->mentions, m, match->last)) {
        const Mention *mark = &a->mentions.items[m];
        Str value = analysis_value(a, mark);
        if ((str_is(value, "toll") || str_is(value, "clause")) && mark->last <= match->last &&
            match->first <= mark->last + REACH)
            return true;
    }
    return false;
}

/* "[Nine were shot], and the death toll in five months of war passed 30,000": before the clause that tells of the war. */
static bool is_before_war(const Analysis *a, const Mention *match, uint32_t sentence)
{
    const Sentence *s = &a->tokens.sentences[sentence];
    return analysis_tells_value(a, match->last, s->last, "WAR_MARK", "clause");
}

/* "A war that has left 70,000 dead", "2,000 people in 7 months": large, of no day, of a whole war or of months. */
static bool is_war_toll(const Analysis *a, const Claim *claim, uint32_t sentence)
{
    bool word = claim->count_form == COUNT_WORD;
    if (claim_is_dated(claim) || (claim->count.low < LARGE && !word))
        return false;
    return (is_war_sized(claim) && !past_in_lead(a, sentence)) || past_is_of_a_war(a, sentence);
}

/* "Have been killed": up to now, on no day in particular. */
static bool is_perfect(const Analysis *a, const Mention *match)
{
    uint16_t have = analysis_class(a, "HAVE");
    for (uint32_t t = match->first; have && t < match->last; t++) {
        uint32_t m = mention_at(&a->mentions, t, have);
        if (m != MENTION_NONE)
            return !str_equal(analysis_value(a, &a->mentions.items[m]), STR("past"));
    }
    return false;
}

/* "A plane strafed the town this morning. Many clerks have been hurt": right behind a sentence of a day of the report's own. */
static bool follows_news(const Analysis *a, uint32_t sentence)
{
    enum { NEWS_DAYS = 1 };
    const Sentence *s = &a->tokens.sentences[sentence];
    if (sentence == 0 || a->anchor == DAY_NONE || s[-1].block != s->block)
        return false;
    for (size_t i = analysis_first_time(a, s[-1].span.start); analysis_time_before(a, i, s[-1].span.end); i++) {
        const TimeMention *time = &a->times[i];
        if (span_holds(s[-1].span, time->span) && window_is_known(time->window) &&
            time->window.first >= a->anchor - NEWS_DAYS)
            return true;
    }
    return false;
}

/* "The murder of journalists", "many people have been killed": of no day, behind what the report opens with, no figure:
 * what happens there, not what happened. */
static bool is_general(const Analysis *a, const Claim *claim, const GroupRecord *group, const Mention *match, bool fact)
{
    bool known = group->definite || group->anaphoric || group->possessed || group->bodies || group->additional;
    if (claim->count_form != COUNT_WORD || known || !span_is_empty(claim->window_span) ||
        past_in_lead(a, analysis_sentence(a, match->first)))
        return false;
    return fact || (is_perfect(a, match) && !follows_news(a, analysis_sentence(a, match->first)));
}

/* "Five judges have been killed in two months": behind what the report opens with, what so long a time has cost. */
static bool is_of_months(const Analysis *a, const Claim *claim, const Mention *match)
{
    uint32_t sentence = analysis_sentence(a, match->first);
    return claim->count_form != COUNT_DESCRIBED && claim->count.high != 1 && is_perfect(a, match) &&
           !claim_states_days(claim) && !past_in_lead(a, sentence) && past_spans_months(a, sentence);
}

/* "Judges are murdered": in the present, no number of them, behind what the report opens with: what happens there. */
static bool is_habit(const Analysis *a, const Claim *claim, const GroupRecord *group, const Mention *match)
{
    bool plural = claim->count_form == COUNT_WORD && claim->count_span.start == claim->victims.start &&
                  claim->count_span.end == claim->victims.end;
    return plural && claim->outcome == OUTCOME_KILLED && !group->bodies && !group->additional &&
           analysis_attr(a, match, "now") && span_is_empty(claim->window_span) &&
           !past_in_lead(a, analysis_sentence(a, match->first));
}

static bool has_tag(const Analysis *a, uint32_t token, uint64_t tags)
{
    return token < a->tokens.count && (BIT(a->syntax->tags[token]) & tags) != 0;
}

/* No verb and no sign stands between the tokens, and nothing that opens a clause. */
static bool is_one_phrase(const Analysis *a, uint32_t first, uint32_t last)
{
    const uint64_t within = BIT(TAG_NOUN) | BIT(TAG_DET) | BIT(TAG_POSS) | BIT(TAG_PRON) | BIT(TAG_OBJ) | BIT(TAG_TO) |
                            BIT(TAG_PREP) | BIT(TAG_ADV) | BIT(TAG_NUMBER) | BIT(TAG_HYPHEN);
    for (uint32_t t = first; t < last; t++) {
        if (!has_tag(a, t, within))
            return false;
    }
    return first <= last;
}

/* "[Every day], ten people die": at the head of its clause. */
static bool is_fronted(const Analysis *a, uint32_t token)
{
    const uint64_t opens =
        BIT(TAG_COMMA) | BIT(TAG_SEMI) | BIT(TAG_COLON) | BIT(TAG_DASH) | BIT(TAG_MARK) | BIT(TAG_THAT) | BIT(TAG_CONJ);
    return token == a->tokens.sentences[analysis_sentence(a, token)].first || has_tag(a, token - 1, opens);
}

/* "the [weekly] market", "an Arabic [weekly]", "within an [hour]": one word that does not say how often. */
static bool is_other_word(const Analysis *a, const Mention *match, Range time)
{
    const uint64_t counted = BIT(TAG_NOUN) | BIT(TAG_NUMBER);
    if (time.last - time.first > 1)
        return false;
    if (time.first > 1 && has_tag(a, time.first - 1, BIT(TAG_DET)))
        return !has_tag(a, time.first - 2, counted); /* "12 people a [day]" */
    return has_tag(a, time.last, BIT(TAG_NOUN)) || (match->first <= time.first && time.first < match->last);
}

static bool is_of_time(const Analysis *a, const Mention *match, Range time)
{
    if (time.first >= match->last)
        return is_one_phrase(a, match->last, time.first);
    if (time.first > match->first)
        return is_one_phrase(a, match->first, time.first);
    uint32_t behind = time.last + has_tag(a, time.last, BIT(TAG_COMMA));
    return is_fronted(a, time.first) && is_one_phrase(a, behind, match->first);
}

/* "Three people are killed there every day", "ten a year": how often it happens, on no day in particular. */
static bool is_rate(const Analysis *a, const Mention *match)
{
    const Sentence *sentence = &a->tokens.sentences[analysis_sentence(a, match->first)];
    uint32_t end = a->tokens.tokens[sentence->last - 1].span.end;
    uint32_t start = a->tokens.tokens[sentence->first].span.start;
    for (size_t i = analysis_first_time(a, start); analysis_time_before(a, i, end); i++) {
        if (!str_equal(a->times[i].type, STR("SET")))
            continue;
        Span span = a->times[i].span;
        Range time = {analysis_token(a, span.start), analysis_token(a, span.end - 1) + 1};
        if (!is_other_word(a, match, time) && is_of_time(a, match, time))
            return true;
    }
    return false;
}

void scope_set(const Analysis *a, Claim *claim, const GroupRecord *group, const Mention *match, bool fact)
{
    uint32_t sentence = analysis_sentence(a, match->first);
    bool campaign = claim->campaign && claim->count_form != COUNT_DESCRIBED;
    bool war = is_war_toll(a, claim, sentence) && !is_before_war(a, match, sentence);
    bool round = claim->count_form != COUNT_DESCRIBED && claim->count.low > 1 && apart_rounds_up(a, match->first);
    bool cost = is_cost_of_war(a, claim, match, sentence);
    bool several = campaign || round || cost || (war && !past_in_lead(a, sentence)) ||
                   is_general(a, claim, group, match, fact) || is_habit(a, claim, group, match) || is_rate(a, match) ||
                   is_of_months(a, claim, match);
    claim->campaign = claim->campaign || several;
    claim->aside = claim->aside || several;
    claim->background = claim->background || claim->aside || war;
}

bool scope_is_day(const Analysis *a, const Mention *count)
{
    Span span = mention_span(&a->tokens, count);
    for (size_t i = 0; i < a->time_count; i++)
        if (span_overlaps(a->times[i].span, span) && window_is_known(a->times[i].window))
            return true;
    return false;
}

bool scope_is_question(const Analysis *a, uint32_t token)
{
    const Sentence *sentence = &a->tokens.sentences[analysis_sentence(a, token)];
    Str last = span_text(a->tokens.text, a->tokens.tokens[sentence->last - 1].span);
    return last.len == 1 && last.ptr[0] == '?';
}

bool scope_is_boilerplate(const Analysis *a, uint32_t token)
{
    uint32_t sentence = analysis_sentence(a, token);
    uint32_t block = a->tokens.sentences[sentence].block;
    return (block < a->block_count && a->blocks[block].kind == BLOCK_BOILERPLATE) || inset_holds(a, sentence);
}
