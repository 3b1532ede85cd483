#include "extract/when/when_write.h"

void when_write_every(Buf *out, const TimeParts *p)
{
    if (parts_have(p, FIELD_WDAY)) {
        buf_put(out, STR("XXXX-WXX-"));
        buf_int(out, p->number[FIELD_WDAY]);
    } else if (parts_have(p, FIELD_MONTH)) {
        bool two_figures = p->number[FIELD_MONTH] > 9;
        buf_put(out, two_figures ? STR("XXXX-") : STR("XXXX-0"));
        buf_int(out, p->number[FIELD_MONTH]);
    } else if (p->unit != GRAIN_NONE) {
        time_duration_write(out, p->unit, parts_have(p, FIELD_N) ? p->number[FIELD_N] : 1, false);
        return;
    } else {
        buf_put(out, STR("XXXX-XX-XX"));
    }
    if (str_present(p->part)) {
        buf_char(out, 'T');
        buf_put(out, p->part);
    }
}

void when_write_unplaced(Buf *out, const TimeParts *p)
{
    static const char *const SHAPES[GRAIN_COUNT_] = {
        [GRAIN_NONE] = "XXXX-XX-XX",     [GRAIN_CENTURY] = "XX",        [GRAIN_DECADE] = "XXX",
        [GRAIN_YEAR] = "XXXX",           [GRAIN_HALF] = "XXXX-HX",      [GRAIN_QUARTER] = "XXXX-QX",
        [GRAIN_SEASON] = "XXXX",         [GRAIN_MONTH] = "XXXX-XX",     [GRAIN_WEEK] = "XXXX-WXX",
        [GRAIN_WEEKEND] = "XXXX-WXX-WE", [GRAIN_DAY] = "XXXX-XX-XX",    [GRAIN_HOUR] = "XXXX-XX-XX",
        [GRAIN_MINUTE] = "XXXX-XX-XX",   [GRAIN_SECOND] = "XXXX-XX-XX",
    };
    if (p->op == OP_DATE && parts_have(p, FIELD_WDAY)) {
        buf_put(out, STR("XXXX-WXX-"));
        buf_int(out, p->number[FIELD_WDAY]);
    } else {
        buf_put(out, str_from(SHAPES[p->unit]));
    }
    if (str_present(p->part)) {
        buf_char(out, 'T');
        buf_put(out, p->part);
    }
}

void when_write_length(Buf *out, TimeValue first, int days)
{
    Day day = time_value_exact_day(first);
    if (day == DAY_NONE || days < 2)
        return;
    buf_char(out, '/');
    day_write(out, day + days - 1);
}
