#include "assemble/copies/slip.h"

/* The number's digits, each counted, noughts left out: 300 and 3,000, or 16 and 61, have the same. Four bits a digit. */
static uint64_t digits_of(int64_t n)
{
    enum { BITS = 4, BASE = 10 };
    uint64_t seen = 0;
    for (; n > 0; n /= BASE)
        seen += n % BASE ? (uint64_t)1 << (BITS * (n % BASE)) : 0;
    return seen;
}

static bool in_words(Str text, Span span)
{
    for (uint32_t i = span.start; i < span.end; i++) {
        if (text.ptr[i] >= '0' && text.ptr[i] <= '9')
            return false;
    }
    return true;
}

/* Seven and seventeen, seventeen and seventy, thirteen and thirty: number words of one stem. */
static bool one_stem(int64_t a, int64_t b)
{
    enum { TEN = 10, FROM = 3, TEENS_END = 20 };
    int64_t low = a < b ? a : b;
    int64_t high = a < b ? b : a;
    if (low >= FROM && low < TEN)
        return high == low + TEN || high == low * TEN;
    return low >= TEN + FROM && low < TEENS_END && high == (low - TEN) * TEN;
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
    bool words = in_words(origin_text, origin->count_span) && in_words(copy_text, copy->count_span);
    bool alike = digits_of(x) == digits_of(y) || (words && one_stem(x, y));
    return x != y && alike && same_but_for_count(origin_text, origin, copy_text, copy);
}
