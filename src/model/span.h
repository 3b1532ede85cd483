/* span — bytes [start, end) of a document's text, on character boundaries. {0,0} means none. */
#ifndef DAYBOOK_MODEL_SPAN_H
#define DAYBOOK_MODEL_SPAN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

typedef struct {
    uint32_t start;
    uint32_t end;
} Span;

static inline bool span_is_empty(Span s)
{
    return s.end <= s.start;
}

static inline bool span_overlaps(Span a, Span b)
{
    return a.start < b.end && b.start < a.end;
}

static inline bool span_holds(Span outer, Span inner)
{
    return outer.start <= inner.start && inner.end <= outer.end;
}

/* Bytes between the two, 0 where they meet. */
static inline uint32_t span_gap(Span a, Span b)
{
    if (a.start < b.end && b.start < a.end)
        return 0;
    return a.end <= b.start ? b.start - a.end : a.start - b.end;
}

/* The smallest span that holds both; an empty one counts for nothing. */
static inline Span span_join(Span a, Span b)
{
    if (span_is_empty(a))
        return b;
    if (span_is_empty(b))
        return a;
    return (Span){a.start < b.start ? a.start : b.start, a.end > b.end ? a.end : b.end};
}

static inline Str span_text(Str text, Span s)
{
    return str_slice(text, s.start, s.end);
}

#endif
