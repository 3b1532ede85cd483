/* json — the contract's JSON for an extraction (`daybook extract`) and a situation (`report --json`). */
#ifndef DAYBOOK_REPORT_JSON_H
#define DAYBOOK_REPORT_JSON_H

#include "base/buf.h"
#include "model/situation.h"

/* One line, without the newline. */
void json_extraction(Buf *out, const Extraction *extraction, bool with_text);

/* One object. */
void json_situation(Buf *out, const Situation *situation);

#endif
