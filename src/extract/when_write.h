/* when_write — values of times that stand for no day: XXXX-WXX-5 for every Friday, XXXX-XX for some month. */
#ifndef DAYBOOK_EXTRACT_WHEN_WRITE_H
#define DAYBOOK_EXTRACT_WHEN_WRITE_H

#include "extract/when_parts.h"
#include "extract/when_value.h"

/* A set: "every Friday", "twice a month". */
void when_write_every(Buf *out, const TimeParts *p);

/* What is known of a time that cannot be placed. */
void when_write_unplaced(Buf *out, const TimeParts *p);

#endif
