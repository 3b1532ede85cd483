#include "extract/when_calendar.h"

/* For the note, which is the program's own text. */
static const char *const WEEKDAYS[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};

void when_calendar_check(Analysis *a, const TimeParts *p, TimeValue point)
{
    bool dated = parts_have(p, FIELD_MONTH) && parts_have(p, FIELD_DAY);
    Day day = time_value_exact_day(point);
    if (p->op != OP_DATE || !parts_have(p, FIELD_WDAY) || !dated || day == DAY_NONE)
        return;
    int said = p->number[FIELD_WDAY] - 1;
    if (said < 0 || said > 6 || day_weekday(day) == said)
        return;
    Buf note = {0};
    day_write(&note, day);
    buf_format(&note, " was a %s; the text says %s.", WEEKDAYS[day_weekday(day)], WEEKDAYS[said]);
    Flag flag = {FLAG_CALENDAR, mention_tokens_span(&a->tokens, p->first, p->last),
                 arena_copy(a->arena, buf_str(&note))};
    buf_free(&note);
    a->flags = arena_grow(a->arena, a->flags, a->flag_count, &a->flag_cap, sizeof *a->flags);
    a->flags[a->flag_count++] = flag;
}
