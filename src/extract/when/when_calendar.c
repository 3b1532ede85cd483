#include "extract/when/when_calendar.h"

/* For the note, which is the program's own text. */
static const char *const WEEKDAYS[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};

static void add_flag(Analysis *a, const TimeParts *p, Buf *note)
{
    Flag flag = {FLAG_CALENDAR, mention_tokens_span(&a->tokens, p->first, p->last),
                 arena_copy(a->arena, buf_str(note))};
    a->flags = arena_grow(a->arena, a->flags, a->flag_count, &a->flag_cap, sizeof *a->flags);
    a->flags[a->flag_count++] = flag;
}

void when_calendar_check(Analysis *a, const TimeParts *p, TimeValue point)
{
    bool dated = parts_have(p, FIELD_MONTH) && parts_have(p, FIELD_DAY);
    if (p->op != OP_DATE || !dated || point.grain < GRAIN_DAY || point.before_christ || point.year == YEAR_UNKNOWN)
        return;
    Day day = time_value_exact_day(point);
    int said = p->number[FIELD_WDAY] - 1;
    Buf note = {0};
    if (day == DAY_NONE) {
        time_value_write(&note, point);
        buf_put(&note, STR(" is not a day of the calendar."));
        add_flag(a, p, &note);
    } else if (parts_have(p, FIELD_WDAY) && said >= 0 && said <= 6 && day_weekday(day) != said) {
        day_write(&note, day);
        buf_format(&note, " was a %s; the text says %s.", WEEKDAYS[day_weekday(day)], WEEKDAYS[said]);
        add_flag(a, p, &note);
    }
    buf_free(&note);
}
