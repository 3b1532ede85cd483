#include "extract/claim/past_lift.h"

#include "extract/claim/claim_lapse.h"
#include "extract/claim/others.h"
#include "extract/claim/past.h"

static bool is_in_lead(const Analysis *a, const Claim *claim)
{
    size_t last = a->tokens.sentence_count;
    if (last > PAST_LEAD)
        last = PAST_LEAD;
    return last > 0 && claim->evidence.start < a->tokens.sentences[last - 1].span.end;
}

/* "98 deaths last month, 31 of them children": parts are of their whole's event. */
static void parts_follow(Analysis *a)
{
    for (size_t i = 0; i < a->claim_count; i++) {
        Claim *part = &a->claims[i];
        part->background = part->background || (part->part_of >= 0 && a->claims[part->part_of].background);
    }
}

/* The figure that is told last before the sentence, where all that are told before are of days long ago; else NULL. */
static const Claim *told_long_ago(const Analysis *a, Span sentence)
{
    const Claim *last = NULL;
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *claim = &a->claims[i];
        if (!past_is_figure(claim) || claim->sentence.end > sentence.start)
            continue;
        if (!claim_states_days(claim) || !past_is_long_ago(a, claim->window))
            return NULL;
        last = !last || claim->sentence.start > last->sentence.start ? claim : last;
    }
    return last;
}

/* "Three died in March 2021. Eleven were hurt.": the next sentence goes on with it. */
static void days_go_on(Analysis *a)
{
    for (size_t i = 0; i < a->claim_count; i++) {
        Claim *claim = &a->claims[i];
        uint32_t number = analysis_sentence(a, analysis_token(a, claim->sentence.start));
        if (!past_is_figure(claim) || claim_states_days(claim) || number == 0 || number >= PAST_LEAD)
            continue;
        const Claim *before = told_long_ago(a, claim->sentence);
        const TimeMention *time = before || a->anchor == DAY_NONE ? NULL : past_report_opening(a, number);
        if (time) {
            claim->window = time->window;
            claim->window_span = time->span;
        }
        if (!before || before->sentence.start != a->tokens.sentences[number - 1].span.start)
            continue;
        claim->window = before->window;
        claim->window_span = before->window_span;
        claim->background = claim->background || before->background;
    }
}

/* Of a figure that the sentence before tells of weeks or more, and that is background, it may be a part. */
static bool follows_a_campaign(const Analysis *a, const Claim *claim, uint32_t number)
{
    enum { CAMPAIGN_DAYS = 25 };
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *before = &a->claims[i];
        if (past_is_figure(before) && before->background && before->outcome == claim->outcome &&
            before->count.low >= claim->count.low && window_days(before->window) >= CAMPAIGN_DAYS &&
            before->sentence.start == a->tokens.sentences[number - 1].span.start)
            return true;
    }
    return false;
}

/* Does the report tell as many of its own event, before or behind? */
static bool tells_as_many(const Analysis *a, const Claim *claim)
{
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *own = &a->claims[i];
        if (own != claim && past_is_figure(own) && !own->background && own->outcome == claim->outcome &&
            own->count.low >= claim->count.low)
            return true;
    }
    return false;
}

/* "Some 1,900 were killed last year. The rebels killed 900.": of that year too, where the report tells fewer of its own event. */
static void campaigns_go_on(Analysis *a)
{
    for (size_t i = 0; i < a->claim_count; i++) {
        Claim *claim = &a->claims[i];
        if (!past_is_figure(claim) || claim->background || claim_states_days(claim))
            continue;
        uint32_t number = analysis_sentence(a, analysis_token(a, claim->sentence.start));
        if (number >= PAST_LEAD && !document_in_headline(a->document, claim->sentence) &&
            a->tokens.sentences[number].block == a->tokens.sentences[number - 1].block &&
            follows_a_campaign(a, claim, number) && !tells_as_many(a, claim))
            claim->background = claim->campaign = true;
    }
}

/* Is the figure told as what something came weeks after, so that its day is not known? */
static bool is_lapsed(const Analysis *a, const Claim *claim)
{
    const Sentence *s = &a->tokens.sentences[analysis_sentence(a, analysis_token(a, claim->sentence.start))];
    return !window_is_known(claim->window) &&
           analysis_tells_value(a, s->first, analysis_token(a, claim->evidence.start), "LAPSE", "after");
}

/* Does the report open with as many others, several at least? Of whom it tells one by one the others may be some. */
static bool opens_with_as_many(const Analysis *a, const Claim *claim)
{
    enum { SEVERAL = 3 };
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *own = &a->claims[i];
        if (past_is_figure(own) && own->sentence.start < claim->sentence.start && !own->background &&
            !is_lapsed(a, own) && own->outcome == claim->outcome && own->part_of < 0 && own->count.low >= SEVERAL &&
            2 * own->count.low >= claim->count.low && own->count.low != claim->count.low)
            return true;
    }
    return false;
}

/* "Gunmen killed 51 people in Bama ... The town mourned two weeks after 52 people of Konduga were killed.": others. */
static void lapses_are_old(Analysis *a)
{
    if (!mention_may_be(&a->mentions, analysis_class(a, "LAPSE")))
        return;
    for (size_t i = 0; i < a->claim_count; i++) {
        Claim *claim = &a->claims[i];
        if (past_is_figure(claim) && !claim->background && is_lapsed(a, claim) && opens_with_as_many(a, claim))
            claim->background = true;
    }
}

static bool is_under_heading(const Analysis *a, uint32_t number, const Claim *claim)
{
    uint32_t heading = a->tokens.sentences[number].block;
    for (uint32_t n = number;
         n < a->tokens.sentence_count && a->tokens.sentences[n].span.start <= claim->sentence.start; n++) {
        uint32_t block = a->tokens.sentences[n].block;
        if (block != heading && block < a->block_count && a->blocks[block].kind == BLOCK_HEADING)
            return false;
    }
    return claim->sentence.start > a->tokens.sentences[number].span.start;
}

/* Of the old figures below the heading the same one as the heading's; NULL where the text tells it anew. */
static const Claim *old_under_heading(const Analysis *a, uint32_t number, const Claim *heading)
{
    const Claim *old = NULL;
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *claim = &a->claims[i];
        if (!past_is_figure(claim) || claim == heading || claim->outcome != heading->outcome ||
            !interval_equal(claim->count, heading->count))
            continue;
        if (!claim->background)
            return NULL;
        old = !old && is_under_heading(a, number, claim) ? claim : old;
    }
    return old;
}

/* "More than 30,000 killed in war" over a report of one raid that tells so of the war, many times what the raid cost: the figure there; NULL where
 * the text tells the number of its event too, or no other number of it. */
static const Claim *old_under_title(const Analysis *a, const Claim *title)
{
    enum { TIMES = 3 };
    const Claim *old = NULL;
    int64_t own = 0;
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *claim = &a->claims[i];
        if (!past_is_figure(claim) || claim->outcome != title->outcome ||
            document_in_headline(a->document, claim->sentence))
            continue;
        bool equal = interval_equal(claim->count, title->count);
        if (equal && !claim->background)
            return NULL;
        own = !equal && !claim->aside && claim->count.low > own ? claim->count.low : own;
        old = !old && equal ? claim : old;
    }
    return own > 0 && title->count.low >= TIMES * own ? old : NULL;
}

/* "Over 100 killed" above "More than 100 people have been killed since the war began": the heading tells what its text does. */
static void headings_follow(Analysis *a)
{
    for (size_t i = 0; i < a->claim_count; i++) {
        Claim *claim = &a->claims[i];
        if (!past_is_figure(claim) || claim->background)
            continue;
        bool title = document_in_headline(a->document, claim->sentence);
        uint32_t number = analysis_sentence(a, analysis_token(a, claim->sentence.start));
        uint32_t block = a->tokens.sentences[number].block;
        bool heading = number > 0 && block < a->block_count && a->blocks[block].kind == BLOCK_HEADING;
        const Claim *old = heading && !title ? old_under_heading(a, number, claim) : NULL;
        old = title ? old_under_title(a, claim) : old;
        if (!old)
            continue;
        claim->background = true;
        claim->campaign = old->campaign;
        claim->aside = old->aside;
        claim->window = old->window;
        claim->window_span = old->window_span;
    }
}

/* May the figure be of the same event as one of the report's own, as many of whom are told: of no other days, nor of another place? */
static bool may_be_of(const Claim *claim, const Claim *own)
{
    bool days = !claim_states_days(claim) || window_overlaps(claim->window, own->window);
    enum { TENTH = 10 };
    bool floor = claim->count.high == INTERVAL_OPEN && own->count.high != INTERVAL_OPEN &&
                 claim->count.low <= own->count.high &&
                 claim->count.low >= own->count.low - own->count.low / TENTH; /* "more than 200" of 205 */
    return own->outcome == claim->outcome && (floor || own->count.low == claim->count.low) && days &&
           (!claim->place || !own->place || place_meets(&claim->place->place, &own->place->place));
}

/* "The toll rose to 282. ... a strike in protest against the disaster that killed at least 282": those told before. */
static void own_again(Analysis *a)
{
    enum { FEW = 5 }; /* fewer may be others */
    for (size_t i = 0; i < a->claim_count; i++) {
        Claim *claim = &a->claims[i];
        if (!past_is_figure(claim) || !claim->background || !claim->aside || claim->campaign || claim->count.low < FEW)
            continue;
        for (size_t k = 0; k < a->claim_count; k++) {
            const Claim *own = &a->claims[k];
            if (past_is_figure(own) && !own->background && own->evidence.end <= claim->evidence.start &&
                may_be_of(claim, own))
                claim->background = claim->aside = false;
        }
    }
}

/* "Last month a similar convoy was attacked and nine were killed": told as of another than the report's own. */
static bool tells_of_another(const Analysis *a, const Claim *claim)
{
    const Sentence *s = &a->tokens.sentences[analysis_sentence(a, analysis_token(a, claim->sentence.start))];
    return analysis_tells_value(a, s->first, s->last, "TELLS_OF", "other");
}

/* all: its figures lie in the past; recent: one that does not has a day of its own. first is the first told of them. */
static bool is_about_past(const Analysis *a, const Claim *first, bool all, bool recent)
{
    if (!recent && first->background && !first->aside && is_in_lead(a, first))
        return true;
    return all && (is_in_lead(a, first) || first->elsewhere ||
                   (past_opening_speaks_of_harm(a) && !tells_of_another(a, first)));
}

/* A report whose figures all lie in the past, or that opens with one that does while no other has a day of its own, is
 * about that past: a trial, an arrest, an anniversary, a late discovery. */
void past_lift(Analysis *a)
{
    lapses_are_old(a);
    others_mark(a);
    headings_follow(a);
    parts_follow(a);
    days_go_on(a);
    campaigns_go_on(a);
    own_again(a);
    const Claim *first = NULL;
    bool recent = false;
    bool all = true;
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *claim = &a->claims[i];
        if (!past_is_figure(claim))
            continue;
        all = all && claim->background;
        recent = recent || (!claim->background && !span_is_empty(claim->window_span));
        if (!first || claim->evidence.start < first->evidence.start)
            first = claim;
    }
    bool lift = first && is_about_past(a, first, all, recent);
    for (size_t i = 0; i < a->claim_count; i++) {
        Claim *claim = &a->claims[i];
        claim->background = lift ? claim->aside || claim->elsewhere : claim->background;
        if (claim->background && span_is_empty(claim->window_span)) /* the report's own day is not that of the past */
            claim->window = WINDOW_NONE;
    }
}

/* Does the report tell the figure anew, after what the speaker had said earlier? */
static bool is_renewed(const Claim *former, const Claim *now)
{
    if (now->former || now->background || now->part_of >= 0 || now->outcome != former->outcome ||
        !past_is_figure(now) || now->stance != former->stance)
        return false;
    bool own = former->attribution && now->attribution && str_present(former->attribution->speaker) &&
               str_equal(former->attribution->speaker, now->attribution->speaker);
    bool nobody = !former->attribution || !str_present(former->attribution->speaker); /* "a first estimate" */
    return own || nobody || !now->attribution || now->count.low >= former->count.low;
}

static bool is_of_missing(const Claim *claim)
{
    return claim->kind == KIND_CASUALTY && claim->outcome == OUTCOME_MISSING && claim->has_count && !claim->background;
}

/* "15 were missing ... All 15 missing were found": what the report tells of them else is how it was before. */
static void settle_found(Analysis *a)
{
    const Claim *none = NULL;
    for (size_t i = 0; i < a->claim_count && !none; i++) {
        const Claim *claim = &a->claims[i];
        none = is_of_missing(claim) && claim->count.high == 0 && claim->stance == STANCE_ASSERTS ? claim : NULL;
    }
    for (size_t i = 0; none && i < a->claim_count; i++) {
        Claim *claim = &a->claims[i];
        claim->former = claim->former || (is_of_missing(claim) && claim->count.high > 0 && !claim->additional &&
                                          (!claim_states_days(claim) || claim->window.first <= none->window.last));
    }
}

void past_settle_former(Analysis *a)
{
    for (size_t i = 0; i < a->claim_count; i++) {
        Claim *claim = &a->claims[i];
        bool renewed = false;
        for (size_t k = 0; k < a->claim_count && claim->former && !renewed; k++)
            renewed = is_renewed(claim, &a->claims[k]);
        claim->former = claim->former && renewed;
    }
    settle_found(a);
}

/* "On Friday, a day after 13 people were killed": told as what something followed, but of days that are news. */
static bool is_recent_aside(const Analysis *a, const Claim *claim)
{
    enum { NEWS_DAYS = 7 };
    return claim->aside && !claim->campaign && !span_is_empty(claim->window_span) && a->anchor != DAY_NONE &&
           claim->window.first + NEWS_DAYS >= a->anchor;
}

/* Does the claim lie some days before something: "two days after [a bomb in Dol]"? */
static bool is_dated_by_lapse(const Analysis *a, const Claim *claim)
{
    return claim_states_days(claim) && str_equal(lapse_at(a, claim->window_span), STR("after"));
}

/* Does the sentence tell figures of another town and other days? */
static bool tells_of_another_town(const Analysis *a, const Claim *attack)
{
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *claim = &a->claims[i];
        if (past_is_figure(claim) && claim->sentence.start == attack->sentence.start && !claim->background &&
            claim_states_days(claim) && !window_overlaps(claim->window, attack->window) &&
            place_is_spot(claim->place) && !place_same(&claim->place->place, &attack->place->place))
            return true;
    }
    return false;
}

/* "Two days after a bomb in Dol, gunmen killed nine people in Goma on Tuesday": the bomb came before. */
static void attacks_before_are_old(Analysis *a)
{
    if (!mention_may_be(&a->mentions, analysis_class(a, "LAPSE")))
        return;
    for (size_t i = 0; i < a->claim_count; i++) {
        Claim *claim = &a->claims[i];
        if (claim->kind == KIND_ATTACK && !claim->background && place_is_spot(claim->place) &&
            is_dated_by_lapse(a, claim) && tells_of_another_town(a, claim))
            claim->background = claim->aside = true;
    }
}

void past_settle(Analysis *a)
{
    attacks_before_are_old(a);
    uint32_t opening = a->tokens.sentence_count > 0 ? a->tokens.sentences[0].span.end : 0;
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *claim = &a->claims[i];
        bool opens = claim->evidence.start < opening;
        if (!claim->background && ((claim->kind == KIND_ATTACK && opens) || past_is_figure(claim)))
            return;
    }
    for (size_t i = 0; i < a->claim_count; i++) {
        Claim *claim = &a->claims[i];
        if (claim->evidence.start < opening && is_recent_aside(a, claim))
            claim->background = false;
    }
}
