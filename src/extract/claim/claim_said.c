#include "extract/claim/claim_said.h"

#include "extract/claim/apart.h"
#include "extract/claim/claim_time.h"
#include "extract/claim/past.h"

/* "Police said [on Monday]": whether somebody's words are told in the sentence, and the time is no part of them. */
bool said_tells_when(const Analysis *a, const TimeMention *time)
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

/* "Police said [on Monday]": somebody's word of saying stands beside the time. */
bool said_stands_beside(const Analysis *a, const TimeMention *time)
{
    enum { GAP_BYTES = 32 };
    const Span sentence = a->tokens.sentences[analysis_sentence(a, analysis_token(a, time->span.start))].span;
    for (size_t i = 0; i < a->attribution_count; i++) {
        Span cue = a->attributions[i].cue;
        if (a->attributions[i].speaker.len > 0 && !span_is_empty(cue) && span_holds(sentence, cue) &&
            span_gap(cue, time->span) <= GAP_BYTES)
            return said_tells_when(a, time);
    }
    return false;
}

bool said_is_day_of_event(const Analysis *a, const TimeMention *time)
{
    enum { HEAD = 4 };
    uint32_t token = analysis_token(a, time->span.start);
    uint32_t first = a->tokens.sentences[analysis_sentence(a, token)].first;
    if (claim_time_is_of_call(a, time->span))
        return true;
    if (!analysis_is_definite(a, first))
        return false;
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

/* "Nine died in Goma, police said on Monday. Gunmen stormed the inn [on Sunday]": the next sentence tells what was done, of nobody else and in no
 * other place. */
static bool is_day_of_deed(const Analysis *a, const TimeMention *time, uint32_t told)
{
    static const char *const DEEDS[] = {"EVENT_PAST", "EVENT_HIT"};
    uint32_t own = analysis_sentence(a, analysis_token(a, time->span.start));
    const Sentence *sentence = &a->tokens.sentences[own];
    if (own != told + 1 || past_is_told(a, own) || apart_told(a, sentence->first) != APART_NONE ||
        names_other_place(a, sentence->span, a->tokens.sentences[told].span) ||
        mention_within(&a->mentions, sentence->first, sentence->last, analysis_class(a, "COUNT")) != MENTION_NONE)
        return false;
    for (size_t i = 0; i < sizeof DEEDS / sizeof *DEEDS; i++) {
        uint32_t deed = mention_within(&a->mentions, sentence->first, sentence->last, analysis_class(a, DEEDS[i]));
        if (deed != MENTION_NONE && claim_time_beside_after(a, mention_span(&a->tokens, &a->mentions.items[deed]),
                                                            time->span) == BESIDE_SAME_CLAUSE)
            return true;
    }
    return false;
}

/* "Nine died, police said on Monday. The raid was on Sunday": when it was said, or when a toll was so, is the day of what it tells only
 * where the next sentences name none that is earlier. */
Window said_day_behind(const Analysis *a, const TimeMention *said)
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
            (said_is_day_of_event(a, time) || is_day_of_deed(a, time, own)) &&
            !claim_time_opens_aftermath(a, time->span))
            return told;
    }
    return days;
}

/* "Nine died [at the weekend]. The blast was on Saturday": of a week or weekend, in which the passage's sentence tells one event, the one day that the
 * next sentences give it without another figure. */
Window said_day_of_week(const Analysis *a, Span passage, const TimeMention *week)
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
            !claim_time_is_of_events(a, time, time->window) || !said_is_day_of_event(a, time))
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
