#include "extract/claim/claim_time.h"

#include "extract/claim/claim_clause.h"
#include "extract/speaker/source.h"
#include "extract/syntax/syntax.h"

enum { COUNT_TOKENS = 6, RECORD_TOKENS = 48 };

/* "The worst since 2014, when nine were killed": the passage stands in the clause that tells of the time. */
static bool opens_clause_of(const Analysis *a, Span passage, const TimeMention *time)
{
    const uint8_t *tags = a->syntax->tags;
    uint32_t t = time->since > 0 ? analysis_token(a, time->span.end - 1) + 1 : a->syntax->count;
    t += t < a->syntax->count && tags[t] == TAG_COMMA;
    if (t + 1 >= a->syntax->count || a->tokens.tokens[t].span.start > passage.start)
        return false;
    return tags[t] == TAG_WHADV || (tags[t] == TAG_PREP && tags[t + 1] == TAG_WH);
}

Window claim_time_days(const Analysis *a, Span passage, const TimeMention *time)
{
    Window own = opens_clause_of(a, passage, time) ? moment_window(moment_parse(time->value)) : WINDOW_NONE;
    return window_is_known(own) ? own : time->window;
}

bool claim_time_is_of_events(const Analysis *a, const TimeMention *time, Window days)
{
    enum { LONGEST_WINDOW_DAYS = 400 };
    if (time->use == TIME_OF_REPORT || time->use == TIME_OF_POST || time->dayless)
        return false;
    if (!window_is_known(days) || window_days(days) > LONGEST_WINDOW_DAYS)
        return false;
    return a->anchor == DAY_NONE || days.first <= a->anchor;
}

/* A bare count: what is said has no verb of its own, "14 raids[, in which nine people died]". */
static bool is_verbless(const Analysis *a, Span content)
{
    const uint64_t relative = BIT(TAG_WH) | BIT(TAG_THAT);
    uint32_t first = analysis_token(a, content.start);
    uint32_t last = analysis_token(a, content.end - 1) + 1;
    for (uint32_t t = first; t < last && t < a->syntax->count; t++) {
        if (t > first && (BIT(a->syntax->tags[t]) & relative) != 0)
            return true;
        if (syntax_is_finite((Tag)a->syntax->tags[t]))
            return false;
    }
    return true;
}

/* "On Sunday two bodies were found": a find that nobody is said to have told of is no saying, but what happened. */
static bool is_a_find(const Analysis *a, const Attribution *attribution)
{
    uint32_t first = analysis_token(a, attribution->cue.start);
    uint32_t last = analysis_token(a, attribution->cue.end);
    return attribution->speaker.len == 0 &&
           mention_within(&a->mentions, first, last, analysis_class(a, "FOUND")) != MENTION_NONE;
}

/* "Last week the army said it had killed nine": what was said in a week that is over happened in it or before. */
static bool is_week_over(const Analysis *a, const TimeMention *time)
{
    enum { LEAST_DAYS = 5, MOST_DAYS = 14 };
    int64_t days = window_days(time->window);
    return days >= LEAST_DAYS && days <= MOST_DAYS && a->anchor != DAY_NONE && time->window.last < a->anchor;
}

/* "From 1 to 28 February the office recorded 138 deaths": nobody says anything from one day to another; it is what was counted. */
static bool is_from_to(const TimeMention *time)
{
    enum { LEAST_DAYS = 3 };
    return time->since == 0 && window_days(time->window) >= LEAST_DAYS &&
           window_days(moment_window(moment_parse(time->value))) == 1;
}

/* "Monitors recorded 40 killed and 70 injured [in February]": right behind what was counted a month is of that. */
static bool is_month_behind(const Analysis *a, const Attribution *attribution, const TimeMention *time)
{
    enum { LEAST_DAYS = 28, MOST_DAYS = 31, GAP = 12 };
    int64_t days = window_days(time->window);
    const Span *content = &attribution->content[attribution->content_count - 1];
    return days >= LEAST_DAYS && days <= MOST_DAYS && a->anchor != DAY_NONE && time->window.last < a->anchor &&
           attribution->cue.end <= content->start && content->end <= time->span.start &&
           time->span.start <= content->end + GAP;
}

static bool holds_time(const Analysis *a, const Attribution *attribution)
{
    for (size_t i = 0; i < attribution->content_count; i++) {
        Span content = attribution->content[i];
        size_t first = analysis_first_time(a, content.start);
        if (analysis_time_before(a, first, content.end))
            return true;
    }
    return false;
}

/* "Said that nine were hurt, at a press conference [on Tuesday]". */
static bool is_where_spoken(const Analysis *a, Span time)
{
    return analysis_stands_in(a, "PLACE_OWNER", time);
}

/* Who tells the claim; of an attack whose passage goes on behind what is said ("[a raid killed two], the mayor said, [as others were told of]")
 * who tells its first word. */
static const Attribution *teller_of(const Analysis *a, const Claim *claim)
{
    bool blanket = false;
    if (claim->attribution || claim->kind != KIND_ATTACK)
        return claim->attribution;
    const Attribution *teller = source_for(a, (Span){claim->evidence.start, claim->evidence.start + 1}, &blanket);
    return blanket ? NULL : teller;
}

/* Whether the expression tells when something was said ("said on Sunday that ..."), not when it happened. With a bare count more
 * days than one are those that were counted: "monitors documented 45 deaths last month". */
bool claim_time_is_of_saying(const Analysis *a, const Claim *claim, const TimeMention *time)
{
    const Attribution *attribution = teller_of(a, claim);
    if (!attribution || claim->blanket || attribution->content_count == 0 || is_a_find(a, attribution))
        return false;
    bool counted = window_days(time->window) > 1;
    if ((is_from_to(time) && !is_where_spoken(a, time->span)) || clause_has_event(a, time->span))
        return false;
    if ((is_week_over(a, time) && !holds_time(a, attribution)) || is_month_behind(a, attribution, time))
        return false;
    for (size_t i = 0; i < attribution->content_count; i++) {
        Span content = attribution->content[i];
        if (span_overlaps(content, time->span))
            return is_where_spoken(a, time->span);
        counted = counted && is_verbless(a, content);
    }
    return !counted;
}

bool claim_time_is_duration(const TimeMention *time)
{
    return str_equal(time->type, STR("DURATION")) || str_equal(time->value, STR("P1D")); /* "the day after the raid" */
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
bool claim_time_is_of_older_figure(const Analysis *a, Span time)
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

/* Whether somebody is hurt between two tokens. */
static bool names_harm(const Analysis *a, uint32_t first, uint32_t last)
{
    static const char *const HARM[] = {"HARM_PP", "HARM_INTRANS", "HARM_ACT", "HARM_NOUN"};
    bool harmed = false;
    for (size_t i = 0; i < sizeof HARM / sizeof *HARM && !harmed; i++)
        harmed = mention_within(&a->mentions, first, last, analysis_class(a, HARM[i])) != MENTION_NONE;
    return harmed;
}

/* The words of an aftermath in the time's sentence, from the one token up to the other, that end behind the time; MENTION_NONE. */
static uint32_t aftermath_behind(const Analysis *a, Span time, uint32_t first, uint32_t last)
{
    uint16_t cls = analysis_class(a, "AFTERMATH");
    for (uint32_t i = mention_within(&a->mentions, first, last, cls); i != MENTION_NONE;
         i = mention_within_after(&a->mentions, i, last)) {
        if (time.end <= mention_span(&a->tokens, &a->mentions.items[i]).end)
            return i;
    }
    return MENTION_NONE;
}

/* "The search for those whom a slide had buried was ended on Monday, with nine dead": the words hold both the passage and the time. */
static bool is_held_by_aftermath(const Analysis *a, Span passage, Span time)
{
    uint32_t token = analysis_token(a, passage.start);
    uint32_t first = a->tokens.sentences[analysis_sentence(a, token)].first;
    uint32_t mark = mention_over(&a->mentions, token, analysis_class(a, "AFTERMATH"), token - first);
    return mark != MENTION_NONE && time.end <= mention_span(&a->tokens, &a->mentions.items[mark]).end;
}

/* "A man charged with the murder of two was in court [on Monday]". */
static bool is_day_of_court(const Analysis *a, Span time)
{
    uint32_t mark = mention_at(&a->mentions, analysis_token(a, time.start), analysis_class(a, "AFTERMATH"));
    return mark != MENTION_NONE && str_equal(analysis_value(a, &a->mentions.items[mark]), STR("day"));
}

/* "Arrested on Monday in connection with a raid that killed two": the day of the arrest. Of an attack the passage may hold the whole
 * sentence ("the group claimed responsibility on Monday for a raid"). */
static bool is_of_aftermath(const Analysis *a, const Claim *claim, Span time)
{
    Span passage = claim->evidence;
    if (!mention_may_be(&a->mentions, analysis_class(a, "AFTERMATH")))
        return false;
    if (is_day_of_court(a, time))
        return true;
    if (claim->kind == KIND_ATTACK && time.end < passage.end)
        passage.start = passage.end;
    if (time.end > passage.start)
        return is_held_by_aftermath(a, passage, time);
    uint32_t first = a->tokens.sentences[analysis_sentence(a, analysis_token(a, time.start))].first;
    return aftermath_behind(a, time, first, analysis_token(a, passage.start)) != MENTION_NONE;
}

/* "Convicted [in 2009] of killing two": long over, and what it is about is as old or older. */
static bool is_late_aftermath(const Analysis *a, const TimeMention *time)
{
    enum { NEWS_DAYS = 31 };
    uint32_t token = analysis_token(a, time->span.start);
    uint32_t first = a->tokens.sentences[analysis_sentence(a, token)].first;
    return a->anchor != DAY_NONE && time->window.last + NEWS_DAYS < a->anchor &&
           mention_over(&a->mentions, token, analysis_class(a, "AFTERMATH"), token - first) != MENTION_NONE;
}

/* Not "nine were shot [on Monday], and a man was charged with murder": nobody is hurt before the words. */
bool claim_time_opens_aftermath(const Analysis *a, Span time)
{
    const Sentence *sentence = &a->tokens.sentences[analysis_sentence(a, analysis_token(a, time.start))];
    if (!mention_may_be(&a->mentions, analysis_class(a, "AFTERMATH")))
        return false;
    uint32_t mark = aftermath_behind(a, time, sentence->first, sentence->last);
    return is_day_of_court(a, time) ||
           (mark != MENTION_NONE && !names_harm(a, sentence->first, a->mentions.items[mark].first));
}

/* "A bomb killed nine, and 400 [since January]", "nine died, two [on Monday]": told of a count that goes on from the passage's and names
 * nobody again. */
bool claim_time_is_of_next_count(const Analysis *a, Span passage, Span time)
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

/* "The worst attack since May killed nine", "the worst since the fall of the port in 2021"; not "the worst was in May, when nine were killed". */
static bool is_of_a_record(const Analysis *a, Span passage, const TimeMention *time)
{
    if (!analysis_stands_in(a, "RECORD_SINCE", time->span) || opens_clause_of(a, passage, time))
        return false;
    uint32_t token = analysis_token(a, time->span.start);
    uint32_t m = mention_over(&a->mentions, token, analysis_class(a, "RECORD_SINCE"), RECORD_TOKENS);
    return time->since > 0 || (m != MENTION_NONE && str_equal(analysis_value(a, &a->mentions.items[m]), STR("event")));
}

bool claim_time_is_of_other_figure(const Analysis *a, Span passage, const TimeMention *time)
{
    return is_of_toll(a, passage, time) || claim_time_is_of_next_count(a, passage, time->span) ||
           is_of_a_record(a, passage, time);
}

bool claim_time_is_of_call(const Analysis *a, Span time)
{
    uint32_t token = analysis_token(a, time.start);
    uint32_t first = a->tokens.sentences[analysis_sentence(a, token)].first;
    return analysis_tells_value(a, first, token, "DAY_TOLD", "call");
}

/* "Have been [killed]", "has [killed nine]". */
static bool is_in_perfect(const Analysis *a, Span passage)
{
    enum { VERB_TOKENS = 3 };
    uint32_t token = analysis_token(a, passage.start);
    uint32_t start = a->tokens.sentences[analysis_sentence(a, token)].first;
    uint32_t first = token > start + VERB_TOKENS ? token - VERB_TOKENS : start;
    uint32_t last = analysis_token(a, passage.end);
    return analysis_tells_value(a, first, last, "HAVE", "one") || analysis_tells_value(a, first, last, "HAVE", "many");
}

bool claim_time_is_start(const Analysis *a, const Claim *claim, Span time)
{
    uint16_t cls = analysis_class(a, "DAY_TOLD");
    if (claim->kind != KIND_CASUALTY || !mention_may_be(&a->mentions, cls))
        return false;
    uint32_t token = analysis_token(a, time.start);
    uint32_t first = a->tokens.sentences[analysis_sentence(a, token)].first;
    for (uint32_t m = mention_within(&a->mentions, first, token + 1, cls); m != MENTION_NONE;
         m = mention_within_after(&a->mentions, m, token + 1))
        if (str_equal(analysis_value(a, &a->mentions.items[m]), STR("start")) &&
            time.end <= mention_span(&a->tokens, &a->mentions.items[m]).end)
            return is_in_perfect(a, claim->evidence);
    return false;
}

/* The first verb of a toll, "rose", "climbed", "stood at", in tokens [first, last); MENTION_NONE. */
static uint32_t toll_verb(const Analysis *a, uint32_t first, uint32_t last)
{
    uint32_t m = mention_within(&a->mentions, first, last, analysis_class(a, "TOLL_VERB"));
    while (m != MENTION_NONE && !str_equal(analysis_value(a, &a->mentions.items[m]), STR("move")))
        m = mention_within_after(&a->mentions, m, last);
    uint32_t move = mention_within(&a->mentions, first, last, analysis_class(a, "TOLL_MOVE"));
    bool earlier =
        move != MENTION_NONE && (m == MENTION_NONE || a->mentions.items[move].first < a->mentions.items[m].first);
    return earlier ? move : m;
}

/* Whether somebody does something else in tokens [first, verb): not "that struck the coast", "had" of the verb itself. */
static bool tells_else(const Analysis *a, uint32_t first, uint32_t verb)
{
    const uint64_t relative = BIT(TAG_WH) | BIT(TAG_THAT);
    const uint8_t *tags = a->syntax->tags;
    while (verb > first && (syntax_is_finite((Tag)tags[verb - 1]) || tags[verb - 1] == TAG_ADV))
        verb--;
    for (uint32_t t = first; t < verb; t++) {
        if (syntax_is_finite((Tag)tags[t]) && (t == first || (BIT(tags[t - 1]) & relative) == 0))
            return true;
    }
    return false;
}

/* "The death toll of the quake rose to nine [on Monday]": where the toll begins and where its verb stands, in the time's sentence, if the
 * time is outside; not "the toll of [Monday's] quake". */
static bool find_toll_then(const Analysis *a, Span time, uint32_t *toll, uint32_t *verb)
{
    static const char *const TOLLS[] = {"TOLL", "NUMBER_OF"};
    const Sentence *sentence = &a->tokens.sentences[analysis_sentence(a, analysis_token(a, time.start))];
    for (size_t i = 0; i < sizeof TOLLS / sizeof *TOLLS; i++) {
        uint16_t cls = analysis_class(a, TOLLS[i]);
        uint32_t noun = mention_may_be(&a->mentions, cls)
                            ? mention_within(&a->mentions, sentence->first, sentence->last, cls)
                            : MENTION_NONE;
        uint32_t move =
            noun == MENTION_NONE ? MENTION_NONE : toll_verb(a, a->mentions.items[noun].last, sentence->last);
        if (move == MENTION_NONE)
            continue;
        *toll = a->mentions.items[noun].first;
        *verb = a->mentions.items[move].first;
        uint32_t token = analysis_token(a, time.start);
        return (token < *toll || token > *verb) && !tells_else(a, a->mentions.items[noun].last, *verb);
    }
    return false;
}

bool claim_time_is_of_toll_then(const Analysis *a, Span time)
{
    uint32_t toll = 0;
    uint32_t verb = 0;
    return find_toll_then(a, time, &toll, &verb);
}

/* An event that only tells of what the toll is has not the day on which the toll was so. */
static bool is_event_of_toll(const Analysis *a, const Claim *claim, const TimeMention *time)
{
    uint32_t toll = 0;
    uint32_t verb = 0;
    uint32_t event = analysis_token(a, claim->evidence.start);
    return claim->kind == KIND_ATTACK && find_toll_then(a, time->span, &toll, &verb) && event >= toll && event < verb;
}

/* Whether a figure of people hurt is told between two tokens. */
static bool tells_of_harm(const Analysis *a, uint32_t first, uint32_t last)
{
    return names_harm(a, first, last) &&
           mention_within(&a->mentions, first, last, analysis_class(a, "COUNT")) != MENTION_NONE;
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

/* Where only one of the two stands behind the "after" without a comma. */
BesideAfter claim_time_beside_after(const Analysis *a, Span passage, Span time)
{
    if (!mention_may_be(&a->mentions, analysis_class(a, "TSIDE")))
        return BESIDE_SAME_CLAUSE;
    uint32_t token = analysis_token(a, time.start);
    uint32_t start = a->tokens.sentences[analysis_sentence(a, token)].first;
    if (time.end <= passage.start) {
        bool comma = sign_between(a, ',', time.end, passage.start);
        bool opens = comma && last_after(a, start, start + 1) == start &&
                     !sign_between(a, ',', a->tokens.tokens[start].span.end, time.start);
        if (opens && tells_of_harm(a, start, token))
            return BESIDE_EARLIER_COUNT;
        bool other = opens ? syntax_has_finite(a->syntax, start, token)
                           : !comma && last_after(a, token, analysis_token(a, passage.start)) != MENTION_NONE;
        return other ? BESIDE_OTHER_CLAUSE : BESIDE_SAME_CLAUSE;
    }
    uint32_t after = last_after(a, analysis_token(a, passage.end), token);
    if (after == MENTION_NONE || sign_between(a, ',', a->tokens.tokens[after].span.end, time.start))
        return BESIDE_SAME_CLAUSE;
    return tells_of_harm(a, after, token) ? BESIDE_EARLIER_COUNT : BESIDE_SAME_CLAUSE;
}

/* The day of the noun that the passage's clause is about comes first; a day comes before the hour ("at 9 p.m. ... on Friday"), before that up to which was counted ("since Monday ..., as of Friday"),
 * before a span ("over 10 hours on January 31"). */
static int rank(const Analysis *a, Span passage, const TimeMention *time)
{
    bool since = time->since > 0 && passage.end <= time->span.start;
    if (since && !sign_between(a, ',', passage.end, time->span.start)) /* not ", bringing to 40 the dead since May" */
        return -1;
    if (clause_is_of_noun(a, passage, time->span))
        return -1;
    return 4 * claim_time_is_duration(time) + 2 * (time->use == TIME_OF_COUNT) + time->hour;
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

/* Told in the claim's sentence of something else: when it was said, another figure, what a name's bearer went through. */
static bool is_of_something_else(const Analysis *a, const Claim *claim, const TimeMention *time)
{
    const Span passage = claim->evidence;
    return !claim_time_is_of_events(a, time, claim_time_days(a, passage, time)) ||
           claim_time_is_of_saying(a, claim, time) || is_of_next_clause(a, passage, time->span) ||
           claim_time_is_of_older_figure(a, time->span) || claim_time_is_of_other_figure(a, passage, time) ||
           is_event_of_toll(a, claim, time) || clause_is_described(a, passage, time->span) ||
           clause_is_next(a, passage, time->span);
}

/* Of the passage's own clause and of another, the latter where the former names none, or months farther off. */
static const TimeMention *first_of(const TimeMention *own, const TimeMention *other, Span passage)
{
    enum { MONTH_DAYS = 28 };
    if (!own || !other)
        return own ? own : other;
    bool coarse = claim_time_is_duration(own) || window_days(own->window) >= MONTH_DAYS;
    return coarse && span_gap(other->span, passage) < span_gap(own->span, passage) ? other : own;
}

const TimeMention *claim_time_nearest(const Analysis *a, Span sentence, const Claim *claim)
{
    TimeChoice own = {NULL, 0};
    TimeChoice other = {NULL, 0};
    const TimeMention *late = NULL;
    for (size_t i = analysis_first_time(a, sentence.start); analysis_time_before(a, i, sentence.end); i++) {
        const TimeMention *time = &a->times[i];
        if (!span_holds(sentence, time->span) || is_of_something_else(a, claim, time))
            continue;
        if (is_of_aftermath(a, claim, time->span)) {
            late = is_late_aftermath(a, time) ? time : late;
            continue;
        }
        bool beside = claim_time_beside_after(a, claim->evidence, time->span) != BESIDE_SAME_CLAUSE ||
                      clause_parts(a, claim->evidence, time->span);
        choose(beside ? &other : &own, time, rank(a, claim->evidence, time), claim->evidence);
    }
    const TimeMention *first = first_of(own.time, other.time, claim->evidence);
    return first ? first : late;
}
