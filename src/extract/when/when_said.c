#include "extract/when/when_said.h"

enum { SAY_TOKENS = 6 }; /* "told reporters at a news conference on" */

static bool is_sign(const Analysis *a, uint32_t token)
{
    return (a->tokens.tokens[token].flags & TOKEN_PUNCT) != 0;
}

/* The word of saying nearest to the token, as far as no sign stands between; MENTION_NONE. */
static uint32_t say_beside(const Analysis *a, uint32_t token, bool before)
{
    const uint16_t say = analysis_class(a, "SAY");
    const Sentence *sentence = &a->tokens.sentences[a->tokens.tokens[token].sentence];
    for (uint32_t i = 0; i < SAY_TOKENS; i++) {
        if (before ? token <= sentence->first + i : token + i >= sentence->last)
            return MENTION_NONE;
        uint32_t at = before ? token - i - 1 : token + i;
        if (is_sign(a, at))
            return MENTION_NONE;
        if (mention_at(&a->mentions, at, say) != MENTION_NONE)
            return at;
    }
    return MENTION_NONE;
}

static bool quote_between(const Analysis *a, uint32_t first, uint32_t last)
{
    static const char *const SIGNS[] = {"\"", "“", "”", "''", "``"};
    for (uint32_t t = first; t < last; t++)
        for (size_t i = 0; is_sign(a, t) && i < sizeof SIGNS / sizeof *SIGNS; i++)
            if (str_equal(span_text(a->tokens.text, a->tokens.tokens[t].span), str_from(SIGNS[i])))
                return true;
    return false;
}

/* "[Yesterday] nine died," the mayor said [on Monday]; [on Monday] the mayor said: "[Yesterday] nine died"; the mayor said [on Monday]: "Nine died
 * [yesterday]". */
static bool is_quoted_of(const Analysis *a, const TimeParts *p, const TimeParts *day)
{
    bool behind = day->first > p->first;
    uint32_t say = say_beside(a, behind ? day->first : day->last, behind);
    if (behind)
        return say != MENTION_NONE && say > p->last && quote_between(a, p->last, say);
    if (say == MENTION_NONE && day->last < p->first && is_sign(a, day->last))
        say = say_beside(a, day->first, true);
    return say != MENTION_NONE && say < p->first && quote_between(a, day->last, p->first);
}

static bool names_day(const TimeParts *p)
{
    bool date = parts_have(p, FIELD_MONTH) && parts_have(p, FIELD_DAY);
    return p->op == OP_DATE && (date || (parts_have(p, FIELD_WDAY) && !parts_have(p, FIELD_MONTH)));
}

static TimeValue day_of(const TimeParts *p, const TimeContext *context)
{
    enum { NEWS_DAYS = 7 };
    TimeContext told = *context;
    told.verb = (TenseSign){.tense = TENSE_PAST};
    TimeValue value = time_value_within(when_point(p, &told), GRAIN_DAY);
    Day day = time_value_exact_day(value);
    Day written = time_value_exact_day(context->anchor);
    bool near = day != DAY_NONE && written != DAY_NONE && day < written && day + NEWS_DAYS >= written;
    return near ? time_value_day(day) : time_value_none();
}

TimeValue when_said_day(const Analysis *a, const PartsList *list, size_t i, const TimeContext *context)
{
    const TimeParts *p = &list->items[i];
    const uint32_t sentence = a->tokens.tokens[p->first].sentence;
    bool back = parts_have(p, FIELD_DIR) ? p->number[FIELD_DIR] < 0 : p->number[FIELD_N] < 0;
    bool chain = p->op == OP_CHAIN && back && !context->last_is_near;
    if (context->narrative || p->unit != GRAIN_DAY || (!chain && p->op != OP_MOVE))
        return time_value_none();
    for (size_t k = i + 1; k < list->count && a->tokens.tokens[list->items[k].first].sentence == sentence; k++)
        if (names_day(&list->items[k]))
            return chain || is_quoted_of(a, p, &list->items[k]) ? day_of(&list->items[k], context) : time_value_none();
    bool before = i > 0 && a->tokens.tokens[list->items[i - 1].first].sentence == sentence;
    if (!chain && before && names_day(&list->items[i - 1]) && is_quoted_of(a, p, &list->items[i - 1]))
        return day_of(&list->items[i - 1], context);
    return time_value_none();
}
