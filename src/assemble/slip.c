#include "assemble/slip.h"

/* The number's digits, each counted, noughts left out: 300 and 3,000, or 16 and 61, have the same. Four bits a digit. */
static uint64_t digits_of(int64_t n)
{
    enum { BITS = 4, BASE = 10 };
    uint64_t seen = 0;
    for (; n > 0; n /= BASE)
        seen += n % BASE ? (uint64_t)1 << (BITS * (n % BASE)) : 0;
    return seen;
}

static bool same_but_for_count(Str one, const Claim *a, Str two, const Claim *b)
{
    return a->outcome == b->outcome && !span_is_empty(a->count_span) && !span_is_empty(b->count_span) &&
           span_holds(a->sentence, a->count_span) && span_holds(b->sentence, b->count_span) &&
           str_equal(str_slice(one, a->sentence.start, a->count_span.start),
                     str_slice(two, b->sentence.start, b->count_span.start)) &&
           str_equal(str_slice(one, a->count_span.end, a->sentence.end),
                     str_slice(two, b->count_span.end, b->sentence.end));
}

bool slip_changed(Str origin_text, const Claim *origin, Str copy_text, const Claim *copy)
{
    int64_t x = interval_printed(origin->count_form, origin->count);
    int64_t y = interval_printed(copy->count_form, copy->count);
    return x != y && digits_of(x) == digits_of(y) && same_but_for_count(origin_text, origin, copy_text, copy);
}
