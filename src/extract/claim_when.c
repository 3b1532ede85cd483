#include "extract/claim_when.h"

#include "extract/claim_lapse.h"
#include "extract/claim_time.h"
#include "extract/past.h"

/* The last expression before the sentence in the same paragraph that names a day. */
static const TimeMention *earlier_time(const Analysis *a, Span sentence, Span block)
{
    const TimeMention *best = NULL;
    for (size_t i = analysis_first_time(a, block.start); analysis_time_before(a, i, sentence.start); i++) {
        if (a->times[i].span.end > sentence.start)
            break;
        if (span_holds(block, a->times[i].span) && claim_time_is_of_events(a, &a->times[i], a->times[i].window) &&
            window_days(a->times[i].window) <= 7 && !claim_time_opens_aftermath(a, a->times[i].span))
            best = &a->times[i];
    }
    return best;
}

/* Far behind its dateline a report names days of other things. */
static bool is_behind_lead(const Analysis *a, const TimeMention *dateline, const TimeMention *time)
{
    enum { LEAD_SENTENCES = 3 };
    uint32_t lead = analysis_sentence(a, analysis_token(a, dateline->span.start));
    return analysis_sentence(a, analysis_token(a, time->span.start)) >= lead + LEAD_SENTENCES;
}

/* "Police said [on Monday]": whether somebody's words are told in the sentence, and the time is no part of them. */
static bool tells_when_said(const Analysis *a, const TimeMention *time)
{
    const Span sentence = a->tokens.sentences[analysis_sentence(a, analysis_token(a, time->span.start))].span;
    bool said = false;
    for (size_t i = 0; i < a->attribution_count; i++) {
        const Attribution *told = &a->attributions[i];
        for (size_t k = 0; k < told->content_count; k++)
            if (span_overlaps(told->content[k], time->span))
                return false;
        said = said || (!span_is_empty(told->cue) && span_holds(sentence, told->cue));
    }
    return said;
}

/* "[The raid] on Alba was on Sunday": whether what happened opens the time's sentence, as something known. */
static bool is_day_of_event(const Analysis *a, const TimeMention *time)
{
    enum { HEAD = 4 };
    uint32_t token = analysis_token(a, time->span.start);
    uint32_t first = a->tokens.sentences[analysis_sentence(a, token)].first;
    if (claim_time_is_of_call(a, time->span) || !analysis_is_definite(a, first))
        return claim_time_is_of_call(a, time->span);
    uint32_t head = first + HEAD < token ? first + HEAD : token;
    uint32_t noun = mention_within(&a->mentions, first, head, analysis_class(a, "EVENT_NOUN"));
    if (noun == MENTION_NONE)
        noun = mention_within(&a->mentions, first, head, analysis_class(a, "EVENT_PLURAL"));
    if (noun == MENTION_NONE)
        noun = mention_within(&a->mentions, first, head, analysis_class(a, "EVENT_OTHER"));
    return noun != MENTION_NONE && !past_is_told(a, analysis_sentence(a, token)) &&
           claim_time_beside_after(a, mention_span(&a->tokens, &a->mentions.items[noun]), time->span) ==
               BESIDE_SAME_CLAUSE;
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

/* "Nine died, police said on Monday. The raid was on Sunday": when it was said, or when a toll was so, is the day of what it tells only
 * where the next sentences name none that is earlier. */
static Window days_told_behind(const Analysis *a, const TimeMention *said)
{
    enum { REACH = 5, WEEK_DAYS = 7 };
    uint32_t own = analysis_sentence(a, analysis_token(a, said->span.start));
    const Window days = said->window;
    for (const TimeMention *time = said + 1; time < a->times + a->time_count; time++) {
        uint32_t sentence = analysis_sentence(a, analysis_token(a, time->span.start));
        if (sentence > own + REACH || time->use == TIME_OF_POST)
            break;
        const Window told = time->window;
        if (sentence > own && window_is_known(told) && told.first == told.last && told.first < days.first &&
            told.first + WEEK_DAYS >= days.first && claim_time_is_of_events(a, time, told) &&
            is_day_of_event(a, time) && !claim_time_opens_aftermath(a, time->span))
            return told;
    }
    return days;
}

/* "In Goma", in a sentence that names another place than the passage's own: what happened there is something else. */
static bool names_other_place(const Analysis *a, Span sentence, Span own)
{
    for (size_t i = analysis_first_place(a, sentence.start); analysis_place_before(a, i, sentence.end); i++) {
        Str name = span_text(a->tokens.text, a->places[i].span);
        if (str_find(span_text(a->tokens.text, own), name, 0) == SIZE_MAX)
            return true;
    }
    return false;
}

/* "Nine died [at the weekend]. The blast was on Saturday": of a week or weekend, in which the passage's sentence tells one event, the one day that the
 * next sentences give it without another figure. */
static Window day_of_week_behind(const Analysis *a, Span passage, const TimeMention *week)
{
    enum { REACH = 5, WEEK_DAYS = 7 };
    uint32_t own = analysis_sentence(a, analysis_token(a, passage.start));
    const Sentence *sentence = &a->tokens.sentences[own];
    Window days = week->window;
    if (window_days(days) < 2 || window_days(days) > WEEK_DAYS || str_find_char(week->value, 'W', 0) == SIZE_MAX ||
        mention_within(&a->mentions, sentence->first, sentence->last, analysis_class(a, "EVENT_PLURAL")) !=
            MENTION_NONE)
        return days;
    Day found = DAY_NONE;
    for (const TimeMention *time = week + 1; time < a->times + a->time_count && time->use != TIME_OF_POST; time++) {
        uint32_t at = analysis_sentence(a, analysis_token(a, time->span.start));
        const Sentence *behind = &a->tokens.sentences[at];
        Day day = time->window.first;
        if (at > own + REACH)
            break;
        if (at == own || day == DAY_NONE || day != time->window.last || day < days.first || day > days.last ||
            !claim_time_is_of_events(a, time, time->window) || !is_day_of_event(a, time))
            continue;
        bool other =
            mention_within(&a->mentions, behind->first, behind->last, analysis_class(a, "COUNT")) != MENTION_NONE ||
            names_other_place(a, behind->span, sentence->span) || (found != DAY_NONE && found != day);
        if (other)
            return days;
        found = day;
    }
    return found == DAY_NONE ? days : (Window){found, found};
}

/* Whether the expression names one day, of nothing else than what the report tells. */
static bool names_day(const Analysis *a, Span passage, const TimeMention *time)
{
    return window_is_known(time->window) && time->window.first == time->window.last && time->use != TIME_OF_REPORT &&
           !time->dayless && !claim_time_is_of_older_figure(a, time->span) &&
           !claim_time_is_of_next_count(a, passage, time->span) && !claim_time_opens_aftermath(a, time->span) &&
           !is_day_of_the_hurt(a, time);
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

void report_days_find(Analysis *a)
{
    a->period = period(a);
    a->title_day = title_day(a);
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
            return tells_when_said(a, time) || claim_time_is_of_toll_then(a, time->span) ? days_told_behind(a, time)
                                                                                         : time->window;
    }
    Day named = first == 0 ? a->title_day : DAY_NONE;
    return named == DAY_NONE ? (Window){written, written} : (Window){named, named};
}

/* Where the sentence tells when, but not which day: "some days ago"; NULL. */
static const TimeMention *no_day(const Analysis *a, Span sentence, const Claim *claim)
{
    for (size_t i = 0; i < a->time_count; i++) {
        if (a->times[i].use == TIME_UNPLACED && span_holds(sentence, a->times[i].span) &&
            !claim_time_is_of_saying(a, claim, &a->times[i]))
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

/* "The clinic said [at the time] that nine had died": of the days that the sentence before tells, in another paragraph too; NULL where it
 * tells none, or the words do not stand there. */
static const TimeMention *time_then(const Analysis *a, const Sentence *sentence)
{
    if (sentence->first == 0 || !analysis_tells_value(a, sentence->first, sentence->last, "DAY_TOLD", "then"))
        return NULL;
    return earlier_time(a, sentence->span, (Span){sentence[-1].span.start, sentence->span.end});
}

void claim_set_window(const Analysis *a, const Sentence *sentence, Claim *claim)
{
    const TimeMention *lapse = lapse_before(a, sentence, claim);
    const TimeMention *time = claim_time_nearest(a, sentence->span, claim);
    const TimeMention *later = lapse_of_time(a, sentence, time, claim);
    if (later) {
        lapse_set_later(a, later, time, claim);
        return;
    }
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
            claim->window = day_of_week_behind(a, claim->evidence, time);
        claim->window_span = time->span;
        claim->loose = is_loose(a, time, claim->window);
        return;
    }
    claim->window = duration_window(a, sentence->span);
    if (window_is_known(claim->window))
        return;
    time = no_day(a, sentence->span, claim);
    if (time) {
        claim->window_span = is_long_past(a, claim, time) ? time->span : claim->window_span;
        return;
    }
    time = past_goes_on_with(a, (uint32_t)(sentence - a->tokens.sentences));
    time = time ? time : time_then(a, sentence);
    if (time) {
        claim->window = time->window;
        claim->window_span = time->span;
        return;
    }
    time = earlier_time(a, sentence->span, block_span(a, sentence));
    claim->window = time ? time->window : main_days(a, claim->evidence);
    if (time && a->anchor > claim->window.last && claim_time_is_start(a, claim, time->span))
        claim->window.last = a->anchor;
    if (claim->window.first == DAY_NONE)
        claim->window = moment_window(a->document->published);
    date_by_dateline(a, sentence->span, claim);
}
