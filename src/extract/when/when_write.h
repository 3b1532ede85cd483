/* when_write — values of times that stand for no day, or for several: XXXX-WXX-5 for every Friday, XXXX-XX for some month. */
#ifndef DAYBOOK_EXTRACT_WHEN_WRITE_H
#define DAYBOOK_EXTRACT_WHEN_WRITE_H

#include "extract/when/when_parts.h"
#include "extract/when/when_value.h"

/* A set: "every Friday", "twice a month". */
void when_write_every(Buf *out, const TimeParts *p);

/* What is known of a time that cannot be placed. */
void when_write_unplaced(Buf *out, const TimeParts *p);

/* Behind the value of its first day the last one of so many days: "2026-02-18/2026-03-19"; nothing of one. */
void when_write_length(Buf *out, TimeValue first, int days);

#endif
