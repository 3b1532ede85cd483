#include "extract/claim/claim_when.h"

#include "extract/claim/claim_clause.h"
#include "extract/claim/claim_lapse.h"
#include "extract/claim/claim_said.h"
#include "extract/claim/claim_time.h"
#include "extract/claim/past.h"

static bool names_earlier_day(const Analysis *a, Span sentence, Span block, const TimeMention *time)
{
    return time->span.end <= sentence.start && span_holds(block, time->span) &&
           claim_time_is_of_events(a, time, time->window) && window_days(time->window) <= 7 &&
           !claim_time_opens_aftermath(a, time->span) && !clause_is_described(a, (Span){0, 0}, time->span);
}

/* The last expression before the sentence in the same paragraph that names a day; one of when somebody spoke gives way to that of its own sentence
 * or the one before: "a bomb [on Monday] killed nine, police said on Tuesday. Three were hurt". */
static const TimeMention *earlier_time(const Analysis *a, Span sentence, Span block)
{
    enum { NEWS_DAYS = 7 };
    const TimeMention *said = NULL;
    for (size_t i = analysis_first_time(a, sentence.start); i > 0 && a->times[i - 1].span.start >= block.start; i--) {
        const TimeMention *time = &a->times[i - 1];
        if (!names_earlier_day(a, sentence, block, time))
            continue;
        uint32_t number = analysis_sentence(a, analysis_token(a, time->span.start));
        if (said && (number + 1 < analysis_sentence(a, analysis_token(a, said->span.start)) ||
                     time->window.first + NEWS_DAYS < said->window.first))
            break;
        if (!said_stands_beside(a, time))
            return time;
        said = said ? said : time;
    }
    return said;
}

/* Far behind its dateline a report names days of other things. */
static bool is_behind_lead(const Analysis *a, const TimeMention *dateline, const TimeMention *time)
{
    enum { LEAD_SENTENCES = 3 };
    uint32_t lead = analysis_sentence(a, analysis_token(a, dateline->span.start));
    return analysis_sentence(a, analysis_token(a, time->span.start)) >= lead + LEAD_SENTENCES;
}

/* "Two of the wounded died [on Monday]": of those hurt before. */
static bool is_day_of_the_hurt(const Analysis *a, const TimeMention *time)
{
    uint16_t cls = analysis_class(a, "INCLUDING");
    if (!mention_may_be(&a->mentions, cls))
        return false;
    const Sentence *own = &a->tokens.sentences[analysis_sentence(a, analysis_token(a, time->span.start))];
    uint32_t m = mention_within(&a->mentions, own->first, own->last, cls);
    return m != MENTION_NONE && str_equal(analysis_value(a, &a->mentions.items[m]), STR("hurt"));
}

/* Whether the expression names one day, of nothing else than what the report tells. */
static bool names_day(const Analysis *a, Span passage, const TimeMention *time)
{
    return window_is_known(time->window) && time->window.first == time->window.last && time->use != TIME_OF_REPORT &&
           !time->dayless && !claim_time_is_of_older_figure(a, time->span) &&
           !claim_time_is_of_next_count(a, passage, time->span) && !claim_time_opens_aftermath(a, time->span) &&
           !is_day_of_the_hurt(a, time) && !clause_is_described(a, (Span){0, 0}, time->span) &&
           !clause_is_next(a, passage, time->span);
}

enum { LEAST_MONTH = 28, LONGEST_MONTH = 31 }; /* days */

/* A month that is over, but not long. */
static bool is_last_month(const Analysis *a, const TimeMention *time)
{
    enum { NEWS_DAYS = 62 };
    int64_t days = window_days(time->window);
    return days >= LEAST_MONTH && days <= LONGEST_MONTH && a->anchor != DAY_NONE && time->window.last < a->anchor &&
           time->window.last + NEWS_DAYS > a->anchor;
}

/* "Monthly summary, Helmand, April 2026". */
static bool is_of_monthly(const Analysis *a, const TimeMention *time, size_t block)
{
    if (!is_last_month(a, time))
        return false;
    Span heading = a->blocks[block].span;
    for (size_t i = analysis_first_time(a, heading.start); analysis_time_before(a, i, heading.end); i++)
        if (str_is(a->times[i].type, "SET"))
            return true;
    return false;
}

/* "In October we recorded 26 raids. [...]": with what the text opens. */
static bool opens_text(const Analysis *a, const TimeMention *time)
{
    uint32_t token = analysis_token(a, time->span.start);
    return token == 1 && is_last_month(a, time) &&
           mention_at(&a->mentions, 0, analysis_class(a, "TPREP")) != MENTION_NONE;
}

/* "Weekly report, 19-25 April", "(19 - 25 April 2026)": whether the expression tells from which day to which the report tells, as its title or a
 * heading at its beginning. */
static bool is_period(const Analysis *a, const TimeMention *time)
{
    enum { FIRST_BLOCKS = 6 };
    int64_t days = window_days(time->window);
    if (time->use != TIME_OF_EVENTS || days < 2 || days > LONGEST_MONTH || time->since > 0)
        return false;
    if (opens_text(a, time))
        return true;
    size_t block = a->tokens.sentences[analysis_sentence(a, analysis_token(a, time->span.start))].block;
    bool title = document_in_headline(a->document, time->span);
    bool heading =
        block < a->block_count && (title || (block < FIRST_BLOCKS && a->blocks[block].kind == BLOCK_HEADING));
    return heading && (window_days(moment_window(moment_parse(time->value))) == 1 || is_of_monthly(a, time, block));
}

/* The days that the report as a whole says it is about; unknown where it does not. */
static Window period(const Analysis *a)
{
    for (size_t i = 0; i < a->time_count; i++)
        if (is_period(a, &a->times[i]))
            return a->times[i].window;
    return WINDOW_NONE;
}

/* "Victim of May 3 shooting named", "Daily report, 3 May 2026": the day that the title names; unknown where it names none, or one that may be long
 * past. */
static Day title_day(const Analysis *a)
{
    enum { NEWS_DAYS = 60, YEAR_BYTES = 4 };
    Day found = DAY_NONE;
    for (size_t i = 0; i < a->time_count && a->anchor != DAY_NONE; i++) {
        const TimeMention *time = &a->times[i];
        Str text = span_text(a->document->text, time->span);
        Day day = time->window.first;
        if (!document_in_headline(a->document, time->span) || time->use != TIME_OF_EVENTS || time->hour ||
            day == DAY_NONE || day != time->window.last || day > a->anchor)
            continue;
        int64_t year = 0;
        bool dated = text.len > YEAR_BYTES && str_number(str_slice(text, text.len - YEAR_BYTES, text.len), &year);
        if (found != DAY_NONE || (!dated && day + NEWS_DAYS < a->anchor))
            return DAY_NONE;
        found = day;
    }
    return found;
}

/* "The shooting happened [on 13 November]": the one day before the last week of which the report says so; unknown where it says none, or several. */
static Day event_day(const Analysis *a)
{
    enum { NEWS_DAYS = 7, YEAR = 366 };
    Day found = DAY_NONE;
    for (size_t i = 0; i < a->time_count && a->anchor != DAY_NONE; i++) {
        const TimeMention *time = &a->times[i];
        Day day = time->window.first;
        if (time->use != TIME_OF_EVENTS || day == DAY_NONE || day != time->window.last ||
            day + NEWS_DAYS >= a->anchor || day + YEAR < a->anchor || day == found || !said_is_day_of_event(a, time))
            continue;
        if (found != DAY_NONE)
            return DAY_NONE;
        found = day;
    }
    return found;
}

void report_days_find(Analysis *a)
{
    a->period = period(a);
    a->own_day = title_day(a);
    if (a->own_day == DAY_NONE)
        a->own_day = event_day(a);
}

/* The number of the time behind the stamp of the post that holds the passage, and when that was written; 0 where the report is no log, and of its
 * title, which stands behind the text and in no post. */
static size_t behind_stamp(const Analysis *a, Span passage, Day *written)
{
    size_t first = 0;
    if (document_in_headline(a->document, passage))
        return first;
    for (size_t i = 0; i < a->time_count && a->times[i].span.end <= passage.start; i++) {
        if (a->times[i].use == TIME_OF_POST) {
            *written = a->times[i].window.last;
            first = i + 1;
        }
    }
    return first;
}

/* The first day that the report names, or of a log the post that holds the passage, if that lies in the week before it was
 * written: the day it is about. */
static Window main_days(const Analysis *a, Span passage)
{
    enum { NEWS_DAYS = 7 };
    Day written = a->anchor;
    const TimeMention *dateline = NULL;
    size_t first = behind_stamp(a, passage, &written);
    if (first == 0 && window_is_known(a->period))
        return a->period;
    for (size_t i = first; i < a->time_count && a->times[i].use != TIME_OF_POST; i++) {
        const TimeMention *time = &a->times[i];
        const Day day = time->window.first;
        if (time->use == TIME_OF_REPORT)
            dateline = time;
        if (dateline && is_behind_lead(a, dateline, time))
            break;
        if (names_day(a, passage, time) && (written == DAY_NONE || (day <= written && day + NEWS_DAYS >= written)))
            return said_tells_when(a, time) || claim_time_is_of_toll_then(a, time->span) ? said_day_behind(a, time)
                                                                                         : time->window;
    }
    Day named = first == 0 ? a->own_day : DAY_NONE;
    return named == DAY_NONE ? (Window){written, written} : (Window){named, named};
}

/* Where the sentence tells when, but not which day: "some days ago"; NULL. */
static const TimeMention *no_day(const Analysis *a, Span sentence, const Claim *claim)
{
    for (size_t i = 0; i < a->time_count; i++) {
        if (a->times[i].use == TIME_UNPLACED && span_holds(sentence, a->times[i].span) &&
            !claim_time_is_of_saying(a, claim, &a->times[i]) &&
            !clause_is_relative(a, claim->evidence, a->times[i].span))
            return &a->times[i];
    }
    return NULL;
}

/* "His son was killed a few months ago": what the claim tells, not somebody's arrest in a clause beside it, is long past. */
static bool is_long_past(const Analysis *a, const Claim *claim, const TimeMention *time)
{
    return past_is_vague(a, time->span) &&
           !span_holds(claim->evidence, time->span) && /* "who was held months ago was killed" */
           claim_time_beside_after(a, claim->evidence, time->span) == BESIDE_SAME_CLAUSE;
}

/* "killed over 40 hours": the days up to the day of the report. */
static Window duration_window(const Analysis *a, Span sentence)
{
    enum { LONGEST_DAYS = 14 };
    for (size_t i = analysis_first_time(a, sentence.start); analysis_time_before(a, i, sentence.end); i++) {
        bool beside = str_equal(a->times[i].type, STR("DATE")); /* "the day after the raid" */
        int days = span_holds(sentence, a->times[i].span) && !beside ? lapse_days(a->times[i].value) : 0;
        if (days > 0 && days <= LONGEST_DAYS && a->anchor != DAY_NONE)
            return (Window){a->anchor - days + 1, a->anchor};
    }
    return WINDOW_NONE;
}

static Span block_span(const Analysis *a, const Sentence *sentence)
{
    if (sentence->block < a->block_count)
        return a->blocks[sentence->block].span;
    return (Span){0, (uint32_t)a->tokens.text.len};
}

/* When a promise falls due: the day of its own sentence that lies ahead, nearest to the passage; else the report's own day, where that is named. It is
 * not the day of what the report tells: a promise without a day has none. */
void claim_set_due(const Analysis *a, const Sentence *sentence, Claim *claim)
{
    const TimeMention *best = NULL;
    for (size_t i = analysis_first_time(a, sentence->span.start); analysis_time_before(a, i, sentence->span.end); i++) {
        const TimeMention *time = &a->times[i];
        bool ahead = time->window.first > a->anchor;
        if (!span_holds(sentence->span, time->span) || !window_is_known(time->window) ||
            time->window.last < a->anchor || (!ahead && claim_time_is_of_saying(a, claim, time)))
            continue;
        bool best_ahead = best && best->window.first > a->anchor;
        bool nearer = best && span_gap(time->span, claim->evidence) < span_gap(best->span, claim->evidence);
        if (!best || (ahead && !best_ahead) || (ahead == best_ahead && nearer))
            best = time;
    }
    claim->window = best ? best->window : WINDOW_NONE;
    if (best)
        claim->window_span = best->span;
}

/* A lead that names no other day than its dateline's is dated by that. */
static void date_by_dateline(const Analysis *a, Span sentence, Claim *claim)
{
    for (size_t i = 0; i < a->time_count && a->times[i].span.start < sentence.end; i++) {
        const TimeMention *time = &a->times[i];
        if (time->use == TIME_OF_REPORT && window_is_known(time->window) && span_holds(sentence, time->span) &&
            !claim_time_is_of_saying(a, claim, time) && time->window.first == claim->window.first &&
            time->window.last == claim->window.last)
            claim->window_span = time->span;
    }
}

/* "45 people have died since the raid on Friday", "fighting that began on Friday has killed 45", "eight died after 57 people were killed on Friday": the days since then, of figures;
 * the raid itself was on Friday. */
static Window window_told(const Analysis *a, const Claim *claim, const TimeMention *time)
{
    Window window = claim_time_days(a, claim->evidence, time);
    Span lead = {time->since, time->span.end};
    if (window_equal(window, time->window) && claim->kind == KIND_CASUALTY && a->anchor != DAY_NONE &&
        window.last < a->anchor &&
        (claim_time_is_start(a, claim, time->span) || (time->since > 0 && !span_overlaps(lead, claim->evidence)) ||
         claim_time_beside_after(a, claim->evidence, time->span) == BESIDE_EARLIER_COUNT))
        window.last = a->anchor;
    return window;
}

/* "Hundreds met on Thursday to mark ten years since the raid": that is no raid of Thursday's. */
static bool is_of_years_ago(const Analysis *a, const Claim *claim, const TimeMention *time)
{
    return past_is_years_ago(a, analysis_token(a, claim->evidence.start)) &&
           !(time && past_is_long_ago(a, time->window));
}

/* "[Last week]'s raid": the days have the event, not the event the days. */
static bool is_loose(const Analysis *a, const TimeMention *time, Window window)
{
    uint32_t behind = analysis_token(a, time->span.end);
    return window_days(window) > 2 && behind < a->tokens.count &&
           a->tokens.tokens[behind].span.start == time->span.end &&
           mention_begins(&a->mentions, behind, analysis_class(a, "POSSESSIVE"));
}

/* The last days that the sentence names, however many: "[in the first half of the year] 1,690 people died". */
static const TimeMention *last_days(const Analysis *a, const Sentence *sentence)
{
    for (size_t i = analysis_first_time(a, sentence->span.end);
         i > 0 && a->times[i - 1].span.start >= sentence->span.start; i--)
        if (a->times[i - 1].use == TIME_OF_EVENTS && window_is_known(a->times[i - 1].window))
            return &a->times[i - 1];
    return NULL;
}

/* "The clinic said [at the time] that nine had died", "[of these], nine died": of the days that the sentence before tells, in another
 * paragraph too; NULL where it tells none, or the words do not stand there. */
static const TimeMention *time_then(const Analysis *a, const Sentence *sentence)
{
    if (sentence->first == 0 || !analysis_tells_value(a, sentence->first, sentence->last, "DAY_TOLD", "then"))
        return NULL;
    const TimeMention *day = earlier_time(a, sentence->span, (Span){sentence[-1].span.start, sentence->span.end});
    return day ? day : last_days(a, &sentence[-1]);
}

/* "They struck again, wounding two": not on the day, some days before the report, of what has just been told, but as news. */
static bool set_again(const Analysis *a, const Sentence *sentence, const TimeMention *before, Claim *claim)
{
    enum { NEWS = 2 };
    uint16_t cls = analysis_class(a, "DAY_TOLD");
    if (!before || !window_is_known(before->window) || a->anchor == DAY_NONE ||
        before->window.last >= a->anchor - NEWS || !mention_may_be(&a->mentions, cls))
        return false;
    uint32_t m = mention_within(&a->mentions, sentence->first, sentence->last, cls);
    if (m == MENTION_NONE || !str_equal(analysis_value(a, &a->mentions.items[m]), STR("again")))
        return false;
    claim->window = (Window){a->anchor, a->anchor};
    claim->window_span = mention_span(&a->tokens, &a->mentions.items[m]);
    return true;
}

/* The days of a claim whose own sentence names none: those that the text goes on from, else the report's. */
static void take_days_around(const Analysis *a, const Sentence *sentence, Claim *claim)
{
    const TimeMention *time = past_goes_on_with(a, (uint32_t)(sentence - a->tokens.sentences));
    time = time ? time : time_then(a, sentence);
    if (time) {
        claim->window = time->window;
        claim->window_span = time->span;
        return;
    }
    time = earlier_time(a, sentence->span, block_span(a, sentence));
    if (set_again(a, sentence, time, claim))
        return;
    if (!time)
        claim->window = main_days(a, claim->evidence);
    else
        claim->window = said_tells_when(a, time) ? said_day_behind(a, time) : time->window;
    if (time && a->anchor > claim->window.last && claim_time_is_start(a, claim, time->span))
        claim->window.last = a->anchor;
    if (claim->window.first == DAY_NONE)
        claim->window = moment_window(a->document->published);
    date_by_dateline(a, sentence->span, claim);
}

/* "Two weeks after a raid on 3 May, nine were killed [on Monday]": the day that stands behind the words for how much later; NULL. */
static const TimeMention *time_behind(const Analysis *a, const Sentence *sentence, const TimeMention *later,
                                      const Claim *claim)
{
    uint32_t end = lapse_end(a, sentence, later);
    return claim->evidence.start >= end ? claim_time_nearest(a, (Span){end, sentence->span.end}, claim) : NULL;
}

void claim_set_window(const Analysis *a, const Sentence *sentence, Claim *claim)
{
    const TimeMention *lapse = lapse_before(a, sentence, claim);
    const TimeMention *time = claim_time_nearest(a, sentence->span, claim);
    const TimeMention *later = lapse_of_time(a, sentence, time, claim);
    const TimeMention *behind = later ? time_behind(a, sentence, later, claim) : NULL;
    if (later && !behind) {
        lapse_set_later(a, later, time, claim);
        return;
    }
    time = behind ? behind : time;
    bool own = lapse && time && time->span.start > lapse->span.end &&
               time->span.start < lapse_end(a, sentence, lapse); /* "a day after two died on Monday" */
    if (lapse && !own) {
        lapse_set_earlier(a, sentence, lapse, main_days(a, claim->evidence), claim);
        return;
    }
    if (is_of_years_ago(a, claim, time)) {
        claim->window = WINDOW_NONE;
        return;
    }
    if (time) {
        claim->window = window_told(a, claim, time);
        if (window_equal(claim->window, time->window))
            claim->window = said_day_of_week(a, claim->evidence, time);
        claim->window_span = time->span;
        claim->loose = is_loose(a, time, claim->window);
        return;
    }
    claim->window = duration_window(a, sentence->span);
    if (window_is_known(claim->window))
        return;
    time = no_day(a, sentence->span, claim);
    if (time)
        claim->window_span = is_long_past(a, claim, time) ? time->span : claim->window_span;
    else
        take_days_around(a, sentence, claim);
}

void claim_set_share_day(const Analysis *a, Claim *claim)
{
    if (claim->window_span.end > claim->victims.start || !span_holds(claim->evidence, claim->window_span))
        return;
    for (size_t i = analysis_first_time(a, claim->victims.end); analysis_time_before(a, i, claim->evidence.end); i++) {
        const TimeMention *time = &a->times[i];
        if (!claim_time_is_of_events(a, time, time->window))
            continue;
        claim->window = time->window;
        claim->window_span = time->span;
        return;
    }
}
