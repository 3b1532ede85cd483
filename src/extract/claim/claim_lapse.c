#include "extract/claim/claim_lapse.h"

#include "extract/claim/claim_clause.h"
#include "extract/claim/claim_time.h"
#include "extract/syntax/syntax.h"

enum { HOURS_A_DAY = 24 };

/* "PT5H", "P3D": how many hours or days. false: it tells neither, or so many that no report counts them. */
static bool read_lapse(Str value, bool *hours, int64_t *n)
{
    enum { MOST = 1000 };
    *hours = value.len > 3 && value.ptr[1] == 'T' && value.ptr[value.len - 1] == 'H';
    bool days = !*hours && value.len > 2 && value.ptr[value.len - 1] == 'D';
    return (*hours || days) && str_number(str_slice(value, *hours ? 2 : 1, value.len - 1), n) && *n <= MOST;
}

int lapse_days(Str value)
{
    bool hours = false;
    int64_t n = 0;
    if (!read_lapse(value, &hours, &n))
        return 0;
    return (int)(hours ? (n + HOURS_A_DAY - 1) / HOURS_A_DAY : n);
}

/* How many days later "two days after" is, 0 for hours that end within a day ("five hours after"); -1 where that is not told: "hours after". */
static int days_apart(Str value)
{
    bool hours = false;
    int64_t n = 0;
    if (!read_lapse(value, &hours, &n) || (!hours && n == 0))
        return -1;
    return (int)(hours ? n / HOURS_A_DAY : n);
}

uint32_t lapse_clause_end(const Analysis *a, const Sentence *sentence, uint32_t byte)
{
    size_t comma = str_find_char(a->tokens.text, ',', byte);
    return comma < sentence->span.end ? (uint32_t)comma : sentence->span.end;
}

Str lapse_at(const Analysis *a, Span time)
{
    uint32_t m = mention_at(&a->mentions, analysis_token(a, time.start), analysis_class(a, "LAPSE"));
    Str value = m == MENTION_NONE ? STR_NONE : analysis_value(a, &a->mentions.items[m]);
    bool told = str_equal(value, STR("after")) || str_equal(value, STR("before")) || str_equal(value, STR("since"));
    return told ? value : STR_NONE;
}

/* "He came a day after a bridge fell, | killing nine": what came of it goes on behind the comma; not "a bomb went off a day after he came, | killing
 * nine". */
static uint32_t end_with_outcome(const Analysis *a, const Sentence *sentence, const TimeMention *lapse)
{
    uint32_t end = lapse_clause_end(a, sentence, lapse->span.end);
    if (clause_tells_event(a, sentence->first, analysis_token(a, lapse->span.start)))
        return end;
    uint32_t behind = end + 1 < sentence->span.end ? analysis_token(a, end + 1) : a->syntax->count;
    bool goes_on = behind < a->syntax->count && a->syntax->tags[behind] == TAG_ING;
    return goes_on ? lapse_clause_end(a, sentence, end + 1) : end;
}

static bool leads_to_earlier(Str lapse)
{
    return str_equal(lapse, STR("after")) || str_equal(lapse, STR("since"));
}

const TimeMention *lapse_before(const Analysis *a, const Sentence *sentence, const Claim *claim)
{
    const TimeMention *lapse = NULL;
    if (!mention_may_be(&a->mentions, analysis_class(a, "LAPSE")))
        return NULL;
    for (size_t i = analysis_first_time(a, sentence->span.start); analysis_time_before(a, i, sentence->span.end); i++) {
        const TimeMention *time = &a->times[i];
        if (span_holds(sentence->span, time->span) && time->span.end < claim->evidence.start &&
            claim_time_is_duration(time) && leads_to_earlier(lapse_at(a, time->span)) &&
            end_with_outcome(a, sentence, time) >= claim->evidence.start)
            lapse = time;
    }
    return lapse;
}

/* "A day after nine were killed, the mayor held a meeting": the lapse opens the sentence, and what follows it there is no attack. */
static bool is_answered_by_talk(const Analysis *a, const Sentence *sentence, const TimeMention *lapse)
{
    static const char *const HARM[] = {"HARM_PP", "HARM_ACT", "HARM_INTRANS", "EVENT_NOUN", "EVENT_PAST"};
    uint32_t first = analysis_token(a, lapse_clause_end(a, sentence, lapse->span.end));
    uint32_t here = analysis_token(a, lapse->span.start);
    Str before = here > sentence->first ? span_text(a->tokens.text, a->tokens.tokens[here - 1].span) : STR(":");
    if (!str_equal(before, STR(":")) && !str_equal(before, STR("-"))) /* "Goma/Beni: A day after" */
        return false;
    for (size_t i = 0; i < sizeof HARM / sizeof *HARM; i++)
        if (mention_within(&a->mentions, first, sentence->last, analysis_class(a, HARM[i])) != MENTION_NONE)
            return false;
    return true;
}

void lapse_set_earlier(const Analysis *a, const Sentence *sentence, const TimeMention *lapse, Window report,
                       Claim *claim)
{
    const Claim outside = {.evidence = lapse->span, .attribution = claim->attribution, .blanket = claim->blanket};
    const TimeMention *own = claim_time_nearest(a, (Span){sentence->span.start, lapse->span.start}, &outside);
    if (!own)
        own = claim_time_nearest(a, (Span){lapse_clause_end(a, sentence, claim->evidence.end), sentence->span.end},
                                 &outside);
    bool since = str_equal(lapse_at(a, lapse->span), STR("since"));
    Window window = own ? own->window : since ? (Window){a->anchor, a->anchor} : report;
    int days = days_apart(lapse->value);
    claim->window = WINDOW_NONE;
    if (days <= 0 || !window_is_known(window)) /* "hours after": something else, on a day that is not told */
        return;
    bool same = !own && a->anchor != DAY_NONE && window_equal(window, (Window){a->anchor - days, a->anchor - days});
    if (same && is_answered_by_talk(a, sentence, lapse))
        days = 0; /* so long ago is the day that the report is about */
    claim->window = (Window){window.first - days, window.last - days};
    claim->window_span = lapse->span;
}

uint32_t lapse_end(const Analysis *a, const Sentence *sentence, const TimeMention *lapse)
{
    uint32_t end = lapse_clause_end(a, sentence, lapse->span.end);
    uint32_t reach = end + 1 < sentence->span.end ? analysis_token(a, end + 1) : (uint32_t)a->tokens.count;
    for (uint32_t t = reach; t < a->tokens.count && t < reach + 2; t++) {
        if (mention_at(&a->mentions, t, analysis_class(a, "RELATIVE")) != MENTION_NONE)
            return lapse_clause_end(a, sentence, end + 1);
    }
    return end;
}

const TimeMention *lapse_of_time(const Analysis *a, const Sentence *sentence, const TimeMention *time,
                                 const Claim *claim)
{
    uint16_t cls = analysis_class(a, "LAPSE");
    if (!time || !mention_may_be(&a->mentions, cls))
        return NULL;
    for (size_t i = analysis_first_time(a, sentence->span.start); analysis_time_before(a, i, time->span.start); i++) {
        const TimeMention *lapse = &a->times[i];
        if (!claim_time_is_duration(lapse) || !str_present(lapse_at(a, lapse->span)))
            continue;
        uint32_t end = lapse_end(a, sentence, lapse);
        bool inside = claim->evidence.start >= lapse->span.start && claim->evidence.start < end;
        if (time->span.start < end && !inside)
            return lapse;
    }
    return NULL;
}

void lapse_set_later(const Analysis *a, const TimeMention *lapse, const TimeMention *time, Claim *claim)
{
    int days = days_apart(lapse->value);
    claim->window = WINDOW_NONE;
    if (days < 0 || !window_is_known(time->window))
        return;
    days = str_equal(lapse_at(a, lapse->span), STR("before")) ? -days : days;
    claim->window = (Window){time->window.first + days, time->window.last + days};
    claim->window_span = lapse->span;
}
