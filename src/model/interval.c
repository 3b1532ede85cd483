#include "model/interval.h"

static int64_t at_least_zero(int64_t n)
{
    return n > 0 ? n : 0;
}

/* "nearly n": [floor(0.9 n), n-1], at least [n-1, n-1]. */
static Interval nearly(int64_t n)
{
    int64_t high = at_least_zero(n - 1);
    int64_t low = n - (n + 9) / 10;
    return (Interval){low < high ? at_least_zero(low) : high, high};
}

Interval interval_of(CountForm form, Interval q)
{
    switch (form) {
    case COUNT_AT_LEAST: return (Interval){q.low, INTERVAL_OPEN};
    case COUNT_MORE_THAN: return (Interval){q.low + 1, INTERVAL_OPEN};
    case COUNT_UP_TO: return (Interval){0, q.high};
    case COUNT_NEARLY: return nearly(q.low);
    case COUNT_AROUND:
        return (Interval){q.low - q.low / 10, q.high == INTERVAL_OPEN ? INTERVAL_OPEN : q.high + q.high / 10};
    case COUNT_EXACT:
    case COUNT_RANGE:
    case COUNT_WORD:
    case COUNT_DESCRIBED:
    case COUNT_FORMS: break;
    }
    return q;
}

int64_t interval_point(CountForm form, Interval range)
{
    switch (form) {
    case COUNT_WORD: return -1;
    case COUNT_UP_TO:
    case COUNT_NEARLY: return range.high == INTERVAL_OPEN ? range.low : range.high;
    case COUNT_AROUND: /* the stated n lies in the middle of [n - n/10, n + n/10] */
        return range.high == INTERVAL_OPEN ? range.low : range.low + (range.high - range.low) / 2;
    case COUNT_MORE_THAN:
    case COUNT_EXACT:
    case COUNT_AT_LEAST:
    case COUNT_RANGE:
    case COUNT_DESCRIBED:
    case COUNT_FORMS: break;
    }
    return range.low;
}

int64_t interval_printed(CountForm form, Interval range)
{
    return interval_point(form, range) - (form == COUNT_MORE_THAN);
}

void interval_write(Buf *out, Interval interval)
{
    if (interval.high == INTERVAL_OPEN)
        buf_put(out, STR("at least "));
    buf_int(out, interval.low);
    if (interval.high != INTERVAL_OPEN && interval.high != interval.low) {
        buf_put(out, STR("–"));
        buf_int(out, interval.high);
    }
}

bool interval_overlaps(Interval a, Interval b)
{
    return a.low <= b.high && b.low <= a.high;
}

bool interval_equal(Interval a, Interval b)
{
    return a.low == b.low && a.high == b.high;
}

static int64_t add_end(int64_t a, int64_t b)
{
    return a == INTERVAL_OPEN || b == INTERVAL_OPEN || a > INTERVAL_OPEN - b ? INTERVAL_OPEN : a + b;
}

Interval interval_add(Interval a, Interval b)
{
    return (Interval){add_end(a.low, b.low), add_end(a.high, b.high)};
}
