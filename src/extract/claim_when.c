#include "extract/claim_when.h"

#include "extract/past.h"
#include "extract/syntax.h"

enum { COUNT_TOKENS = 6 };

/* A day expression that can say when something happened: placed, not in the future of the report nor when that was written. */
static bool tells_when(const Analysis *a, const TimeMention *time)
{
    enum { LONGEST_WINDOW_DAYS = 400 };
    if (time->use == TIME_OF_REPORT || time->use == TIME_OF_POST)
        return false;
    if (!window_is_known(time->window) || window_days(time->window) > LONGEST_WINDOW_DAYS)
        return false;
    return a->anchor == DAY_NONE || time->window.first <= a->anchor;
}

/* A bare count: what is said has no verb of its own. */
static bool is_verbless(const Analysis *a, Span content)
{
    return !syntax_has_finite(a->syntax, analysis_token(a, content.start), analysis_token(a, content.end - 1) + 1);
}

/* "On Sunday two bodies were found": a find that nobody is said to have told of is no saying, but what happened. */
static bool is_a_find(const Analysis *a, const Attribution *attribution)
{
    uint32_t first = analysis_token(a, attribution->cue.start);
    uint32_t last = analysis_token(a, attribution->cue.end);
    return attribution->speaker.len == 0 &&
           mention_within(&a->mentions, first, last, analysis_class(a, "FOUND")) != MENTION_NONE;
}

/* Whether the expression tells when something was said ("said on Sunday that ..."), not when it happened. With a bare count more
 * days than one are those that were counted: "monitors documented 45 deaths last month". */
static bool tells_when_said(const Analysis *a, const Claim *claim, const TimeMention *time)
{
    const Attribution *attribution = claim->attribution;
    if (!attribution || claim->blanket || attribution->content_count == 0 || is_a_find(a, attribution))
        return false;
    bool counted = window_days(time->window) > 1;
    for (size_t i = 0; i < attribution->content_count; i++) {
        Span content = attribution->content[i];
        if (span_overlaps(content, time->span))
            return false;
        counted = counted && is_verbless(a, content);
    }
    return !counted;
}

static bool is_duration(const TimeMention *time)
{
    return str_equal(time->type, STR("DURATION"));
}

static bool sign_between(const Analysis *a, char sign, uint32_t first_byte, uint32_t last_byte)
{
    return str_find_char(str_slice(a->tokens.text, first_byte, last_byte), sign, 0) != SIZE_MAX;
}

/* "144 are dead; a man died this month": what stands behind a semicolon tells nothing of what stands before it. */
static bool is_of_next_clause(const Analysis *a, Span passage, Span time)
{
    return passage.end <= time.start && sign_between(a, ';', passage.end, time.start);
}

/* "133 people were killed, up from 115 earlier in the day". */
static bool is_of_older_figure(const Analysis *a, Span time)
{
    return analysis_stands_in(a, "OLDER_FIGURE", time);
}

/* "Nine died, | bringing to 40 the number killed since May": whether where the toll begins that is raised stands between the two. */
static bool is_across_toll(const Analysis *a, uint32_t first_byte, uint32_t last_byte)
{
    uint16_t cls = analysis_class(a, "BRING");
    if (!mention_may_be(&a->mentions, cls) || first_byte >= last_byte)
        return false;
    uint32_t first = analysis_token(a, first_byte);
    uint32_t last = analysis_token(a, last_byte);
    uint32_t m = mention_within(&a->mentions, first, last, cls);
    return m != MENTION_NONE &&
           mention_within(&a->mentions, a->mentions.items[m].last, last, analysis_class(a, "TOLL")) != MENTION_NONE;
}

/* The days of a toll, "since May", are not those of who raised it. */
static bool is_of_toll(const Analysis *a, Span passage, const TimeMention *time)
{
    return (time->since > 0 || window_days(time->window) > 1) && is_across_toll(a, passage.end, time->span.start);
}

/* "Arrested on Monday in connection with a raid that killed two": the day of the arrest. Of an attack the passage may hold the whole
 * sentence ("the group claimed responsibility on Monday for a raid"). */
static bool is_of_aftermath(const Analysis *a, const Claim *claim, Span time)
{
    uint16_t cls = analysis_class(a, "AFTERMATH");
    Span passage = claim->evidence;
    if (claim->kind == KIND_ATTACK && time.end < passage.end)
        passage.start = passage.end;
    if (time.end > passage.start || !mention_may_be(&a->mentions, cls))
        return false;
    uint32_t first = a->tokens.sentences[analysis_sentence(a, analysis_token(a, time.start))].first;
    uint32_t last = analysis_token(a, passage.start);
    for (uint32_t i = mention_within(&a->mentions, first, last, cls); i != MENTION_NONE;
         i = mention_within_after(&a->mentions, i, last)) {
        Span mark = mention_span(&a->tokens, &a->mentions.items[i]);
        if (mark.end <= passage.start && time.end <= mark.end)
            return true;
    }
    return false;
}

/* "A bomb killed nine, and 400 [since January]", "nine died, two [on Monday]": told of a count that goes on from the passage's and names
 * nobody again. */
static bool is_of_next_count(const Analysis *a, Span passage, Span time)
{
    uint32_t word = analysis_token(a, time.start);
    if (time.start <= passage.end || word < 2)
        return false;
    const uint64_t leads = BIT(TAG_PREP) | BIT(TAG_SUB);
    word -= (BIT(a->syntax->tags[word - 1]) & leads) != 0; /* "since" */
    uint32_t count = mention_over(&a->mentions, word - 1, analysis_class(a, "COUNT"), COUNT_TOKENS);
    if (count == MENTION_NONE || a->mentions.items[count].last != word)
        return false;
    uint32_t first = a->mentions.items[count].first;
    if (first < 2 || a->tokens.tokens[first].span.start <= passage.start)
        return false;
    bool joined = a->syntax->tags[first - 1] == TAG_CONJ;
    bool outside = a->tokens.tokens[first].span.start >= passage.end;
    return (joined && outside) || a->syntax->tags[first - 1 - joined] == TAG_COMMA;
}

/* "The worst attack since May killed nine"; not "the worst was in May, when nine were killed". */
static bool is_of_a_record(const Analysis *a, const TimeMention *time)
{
    return time->since > 0 && analysis_stands_in(a, "RECORD_SINCE", time->span);
}

bool claim_time_is_of_other_figure(const Analysis *a, Span passage, const TimeMention *time)
{
    return is_of_toll(a, passage, time) || is_of_next_count(a, passage, time->span) || is_of_a_record(a, time);
}

/* Whether a figure of people hurt is told between two tokens. */
static bool tells_of_harm(const Analysis *a, uint32_t first, uint32_t last)
{
    static const char *const HARM[] = {"HARM_PP", "HARM_INTRANS", "HARM_ACT", "HARM_NOUN"};
    bool harmed = false;
    for (size_t i = 0; i < sizeof HARM / sizeof *HARM && !harmed; i++)
        harmed = mention_within(&a->mentions, first, last, analysis_class(a, HARM[i])) != MENTION_NONE;
    return harmed && mention_within(&a->mentions, first, last, analysis_class(a, "COUNT")) != MENTION_NONE;
}

/* The last word "after" of a sentence in tokens [first, last); MENTION_NONE where none stands there. */
static uint32_t last_after(const Analysis *a, uint32_t first, uint32_t last)
{
    uint16_t side = analysis_class(a, "TSIDE");
    for (uint32_t t = last; t > first; t--) {
        uint32_t word = mention_at(&a->mentions, t - 1, side);
        if (word != MENTION_NONE && str_equal(analysis_value(a, &a->mentions.items[word]), STR("1")))
            return t - 1;
    }
    return MENTION_NONE;
}

/* How the time and the passage stand to an "after" between clauses. */
typedef enum {
    SAME_CLAUSE,
    OTHER_CLAUSE, /* "[on Thursday] after nine were killed", "after he was shot [on Monday], two died" */
    EARLIER_COUNT /* "after 57 people died [on Monday], a blast killed eight": the clause has a figure of its own */
} Beside;

/* Where only one of the two stands behind the "after" without a comma. */
static Beside beside_after(const Analysis *a, Span passage, Span time)
{
    if (!mention_may_be(&a->mentions, analysis_class(a, "TSIDE")))
        return SAME_CLAUSE;
    uint32_t token = analysis_token(a, time.start);
    uint32_t start = a->tokens.sentences[analysis_sentence(a, token)].first;
    if (time.end <= passage.start) {
        bool comma = sign_between(a, ',', time.end, passage.start);
        bool opens = comma && last_after(a, start, start + 1) == start &&
                     !sign_between(a, ',', a->tokens.tokens[start].span.end, time.start);
        if (opens && tells_of_harm(a, start, token))
            return EARLIER_COUNT;
        bool other = opens ? syntax_has_finite(a->syntax, start, token)
                           : !comma && last_after(a, token, analysis_token(a, passage.start)) != MENTION_NONE;
        return other ? OTHER_CLAUSE : SAME_CLAUSE;
    }
    uint32_t after = last_after(a, analysis_token(a, passage.end), token);
    if (after == MENTION_NONE || sign_between(a, ',', a->tokens.tokens[after].span.end, time.start))
        return SAME_CLAUSE;
    return tells_of_harm(a, after, token) ? EARLIER_COUNT : SAME_CLAUSE;
}

/* A day comes before the hour ("at 9 p.m. ... on Friday"), before that up to which was counted ("since Monday ..., as of Friday"),
 * before a span ("over 10 hours on January 31"). */
static int rank(const Analysis *a, Span passage, const TimeMention *time)
{
    bool since = time->since > 0 && passage.end <= time->span.start;
    if (since && !sign_between(a, ',', passage.end, time->span.start)) /* not ", bringing to 40 the dead since May" */
        return -1;
    return 4 * is_duration(time) + 2 * (time->use == TIME_OF_COUNT) + time->hour;
}

typedef struct {
    const TimeMention *time;
    int rank;
} TimeChoice;

/* Keeps what comes first, of equals the nearest to the passage. */
static void choose(TimeChoice *best, const TimeMention *time, int rank, Span passage)
{
    bool nearer = best->time && span_gap(time->span, passage) < span_gap(best->time->span, passage);
    if (!best->time || rank < best->rank || (rank == best->rank && nearer))
        *best = (TimeChoice){time, rank};
}

/* The expression of the sentence that comes first, or NULL; one of another clause where its own names none, or months farther off. */
static const TimeMention *nearest_time(const Analysis *a, Span sentence, const Claim *claim)
{
    enum { MONTH_DAYS = 28 };
    TimeChoice own = {NULL, 0};
    TimeChoice other = {NULL, 0};
    for (size_t i = analysis_first_time(a, sentence.start); analysis_time_before(a, i, sentence.end); i++) {
        const TimeMention *time = &a->times[i];
        if (!span_holds(sentence, time->span) || !tells_when(a, time) || tells_when_said(a, claim, time) ||
            is_of_next_clause(a, claim->evidence, time->span) || is_of_older_figure(a, time->span) ||
            claim_time_is_of_other_figure(a, claim->evidence, time) || is_of_aftermath(a, claim, time->span))
            continue;
        bool beside = beside_after(a, claim->evidence, time->span) != SAME_CLAUSE;
        choose(beside ? &other : &own, time, rank(a, claim->evidence, time), claim->evidence);
    }
    if (!own.time || !other.time)
        return own.time ? own.time : other.time;
    bool coarse = is_duration(own.time) || window_days(own.time->window) >= MONTH_DAYS;
    bool nearer = span_gap(other.time->span, claim->evidence) < span_gap(own.time->span, claim->evidence);
    return coarse && nearer ? other.time : own.time;
}

/* The last expression before the sentence in the same paragraph that names a day. */
static const TimeMention *earlier_time(const Analysis *a, Span sentence, Span block)
{
    const TimeMention *best = NULL;
    for (size_t i = analysis_first_time(a, block.start); analysis_time_before(a, i, sentence.start); i++) {
        if (a->times[i].span.end > sentence.start)
            break;
        if (span_holds(block, a->times[i].span) && tells_when(a, &a->times[i]) && window_days(a->times[i].window) <= 7)
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

/* The first day that the report names, or of a log the post that holds the passage, if that lies in the week before it was
 * written: the day it is about. */
static Window main_days(const Analysis *a, Span passage)
{
    enum { NEWS_DAYS = 7 };
    Day written = a->anchor;
    const TimeMention *dateline = NULL;
    size_t first = 0;
    for (size_t i = 0; i < a->time_count && a->times[i].span.end <= passage.start; i++) {
        if (a->times[i].use == TIME_OF_POST) {
            written = a->times[i].window.last;
            first = i + 1;
        }
    }
    for (size_t i = first; i < a->time_count && a->times[i].use != TIME_OF_POST; i++) {
        const TimeMention *time = &a->times[i];
        Window w = time->window;
        if (time->use == TIME_OF_REPORT)
            dateline = time;
        if (dateline && is_behind_lead(a, dateline, time))
            break;
        if (!window_is_known(w) || w.first != w.last || time == dateline || is_of_older_figure(a, time->span) ||
            is_of_next_count(a, passage, time->span))
            continue;
        if (written == DAY_NONE || (w.first <= written && w.first + NEWS_DAYS >= written))
            return w;
    }
    return (Window){written, written};
}

/* The sentence tells when, but not which day: "some days ago". */
static bool tells_of_no_day(const Analysis *a, Span sentence, const Claim *claim)
{
    for (size_t i = 0; i < a->time_count; i++) {
        if (a->times[i].use == TIME_UNPLACED && span_holds(sentence, a->times[i].span) &&
            !tells_when_said(a, claim, &a->times[i]))
            return true;
    }
    return false;
}

/* "PT40H" and "P2D" as days, rounded up; 0 for other values. */
static int days_of_duration(Str value)
{
    enum { HOURS_A_DAY = 24 };
    bool hours = value.len > 3 && value.ptr[1] == 'T' && value.ptr[value.len - 1] == 'H';
    bool days = !hours && value.len > 2 && value.ptr[value.len - 1] == 'D';
    int64_t n = 0;
    if ((!hours && !days) || !str_number(str_slice(value, hours ? 2 : 1, value.len - 1), &n) || n > 1000)
        return 0;
    return (int)(hours ? (n + HOURS_A_DAY - 1) / HOURS_A_DAY : n);
}

/* "killed over 40 hours": the days up to the day of the report. */
static Window duration_window(const Analysis *a, Span sentence)
{
    enum { LONGEST_DAYS = 14 };
    for (size_t i = analysis_first_time(a, sentence.start); analysis_time_before(a, i, sentence.end); i++) {
        int days = span_holds(sentence, a->times[i].span) ? days_of_duration(a->times[i].value) : 0;
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
            time->window.last < a->anchor || (!ahead && tells_when_said(a, claim, time)))
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

/* Where the clause ends in which the byte stands: its next comma or the sentence's end. */
static uint32_t clause_end(const Analysis *a, const Sentence *sentence, uint32_t byte)
{
    size_t comma = str_find_char(a->tokens.text, ',', byte);
    return comma < sentence->span.end ? (uint32_t)comma : sentence->span.end;
}

/* A phrase at the expression that says how much earlier or later than something else; its value "after" or "before", "" where none
 * stands there. */
static Str lapse_at(const Analysis *a, const TimeMention *time)
{
    uint32_t m = mention_at(&a->mentions, analysis_token(a, time->span.start), analysis_class(a, "LAPSE"));
    return m == MENTION_NONE ? STR_NONE : analysis_value(a, &a->mentions.items[m]);
}

/* "On Friday, [a day after] four clerks were killed": the expression that says how much earlier the passage is, where one
 * opens its clause. */
static const TimeMention *lapse_before(const Analysis *a, const Sentence *sentence, const Claim *claim)
{
    const TimeMention *lapse = NULL;
    if (!mention_may_be(&a->mentions, analysis_class(a, "LAPSE")))
        return NULL;
    for (size_t i = analysis_first_time(a, sentence->span.start); analysis_time_before(a, i, sentence->span.end); i++) {
        const TimeMention *time = &a->times[i];
        if (span_holds(sentence->span, time->span) && time->span.end < claim->evidence.start && is_duration(time) &&
            str_equal(lapse_at(a, time), STR("after")) &&
            clause_end(a, sentence, time->span.end) >= claim->evidence.start)
            lapse = time;
    }
    return lapse;
}

/* The sentence's own days, told outside the clause, or the report's, less the lapse; unknown where that is not told in days. */
static void set_earlier_window(const Analysis *a, const Sentence *sentence, const TimeMention *lapse, Claim *claim)
{
    const Claim outside = {.evidence = lapse->span, .attribution = claim->attribution, .blanket = claim->blanket};
    const TimeMention *own = nearest_time(a, (Span){sentence->span.start, lapse->span.start}, &outside);
    if (!own)
        own = nearest_time(a, (Span){clause_end(a, sentence, claim->evidence.end), sentence->span.end}, &outside);
    Window window = own ? own->window : main_days(a, claim->evidence);
    int days = days_of_duration(lapse->value);
    claim->window = WINDOW_NONE;
    if (days == 0 || !window_is_known(window))
        return;
    claim->window = (Window){window.first - days, window.last - days};
    claim->window_span = lapse->span;
}

/* A lead that names no other day than its dateline's is dated by that. */
static void date_by_dateline(const Analysis *a, Span sentence, Claim *claim)
{
    for (size_t i = 0; i < a->time_count && a->times[i].span.start < sentence.end; i++) {
        const TimeMention *time = &a->times[i];
        if (time->use == TIME_OF_REPORT && window_is_known(time->window) && span_holds(sentence, time->span) &&
            !tells_when_said(a, claim, time) && time->window.first == claim->window.first &&
            time->window.last == claim->window.last)
            claim->window_span = time->span;
    }
}

/* "45 people have died since the raid on Friday", "eight died after 57 people were killed on Friday": the days since then, of figures;
 * the raid itself was on Friday. */
static Window window_told(const Analysis *a, const Claim *claim, const TimeMention *time)
{
    Window window = time->window;
    Span lead = {time->since, time->span.end};
    if (claim->kind == KIND_CASUALTY && a->anchor != DAY_NONE && window.last < a->anchor &&
        ((time->since > 0 && !span_overlaps(lead, claim->evidence)) ||
         beside_after(a, claim->evidence, time->span) == EARLIER_COUNT))
        window.last = a->anchor;
    return window;
}

/* "Two days after the raid of 10 November[, in which two died], gunmen ...": where what the lapse counts from ends. */
static uint32_t lapse_end(const Analysis *a, const Sentence *sentence, const TimeMention *lapse)
{
    uint32_t end = clause_end(a, sentence, lapse->span.end);
    uint32_t reach = end + 1 < sentence->span.end ? analysis_token(a, end + 1) : (uint32_t)a->tokens.count;
    for (uint32_t t = reach; t < a->tokens.count && t < reach + 2; t++) {
        if (mention_at(&a->mentions, t, analysis_class(a, "RELATIVE")) != MENTION_NONE)
            return clause_end(a, sentence, end + 1);
    }
    return end;
}

/* "[Two days after] the raid of 10 November, gunmen ...", "[two days before] Friday's vote": the expression that says how much later
 * or earlier than the time the passage is. */
static const TimeMention *lapse_of_time(const Analysis *a, const Sentence *sentence, const TimeMention *time,
                                        const Claim *claim)
{
    uint16_t cls = analysis_class(a, "LAPSE");
    if (!time || !mention_may_be(&a->mentions, cls))
        return NULL;
    for (size_t i = analysis_first_time(a, sentence->span.start); analysis_time_before(a, i, time->span.start); i++) {
        const TimeMention *lapse = &a->times[i];
        if (!is_duration(lapse) || !str_present(lapse_at(a, lapse)))
            continue;
        uint32_t end = lapse_end(a, sentence, lapse);
        bool inside = claim->evidence.start >= lapse->span.start && claim->evidence.start < end;
        if (time->span.start < end && !inside)
            return lapse;
    }
    return NULL;
}

/* The days of what the lapse counts from, and the lapse; unknown where that is not told in days. */
static void set_later_window(const Analysis *a, const TimeMention *lapse, const TimeMention *time, Claim *claim)
{
    int days = days_of_duration(lapse->value);
    days = str_equal(lapse_at(a, lapse), STR("before")) ? -days : days;
    claim->window = WINDOW_NONE;
    if (days == 0 || !window_is_known(time->window))
        return;
    claim->window = (Window){time->window.first + days, time->window.last + days};
    claim->window_span = lapse->span;
}

/* "Hundreds met on Thursday to mark ten years since the raid": that is no raid of Thursday's. */
static bool is_of_years_ago(const Analysis *a, const Claim *claim, const TimeMention *time)
{
    return past_is_years_ago(a, analysis_token(a, claim->evidence.start)) &&
           !(time && past_is_long_ago(a, time->window));
}

void claim_set_window(const Analysis *a, const Sentence *sentence, Claim *claim)
{
    const TimeMention *lapse = lapse_before(a, sentence, claim);
    const TimeMention *time = nearest_time(a, sentence->span, claim);
    const TimeMention *later = lapse_of_time(a, sentence, time, claim);
    if (later) {
        set_later_window(a, later, time, claim);
        return;
    }
    bool own = lapse && time && time->span.start > lapse->span.end &&
               time->span.start < clause_end(a, sentence, lapse->span.end); /* "a day after two died on Monday" */
    if (lapse && !own) {
        set_earlier_window(a, sentence, lapse, claim);
        return;
    }
    if (is_of_years_ago(a, claim, time)) {
        claim->window = WINDOW_NONE;
        return;
    }
    if (time) {
        claim->window = window_told(a, claim, time);
        claim->window_span = time->span;
        return;
    }
    claim->window = duration_window(a, sentence->span);
    if (window_is_known(claim->window) || tells_of_no_day(a, sentence->span, claim))
        return;
    time = earlier_time(a, sentence->span, block_span(a, sentence));
    claim->window = time ? time->window : main_days(a, claim->evidence);
    if (claim->window.first == DAY_NONE)
        claim->window = moment_window(a->document->published);
    date_by_dateline(a, sentence->span, claim);
}
