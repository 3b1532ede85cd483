/*
 * claim_when — the days that a claim is of: which of its sentence's time expressions tells when it happened rather than when it was said,
 * else those of its paragraph, else the report's own. Internal to claim*.c.
 */
#ifndef DAYBOOK_EXTRACT_CLAIM_WHEN_H
#define DAYBOOK_EXTRACT_CLAIM_WHEN_H

#include "extract/analysis/analysis.h"

/* Sets window and window_span; WINDOW_NONE where the days are not known. After the claim has its passage and speaker. */
void claim_set_window(const Analysis *a, const Sentence *sentence, Claim *claim);

/* "Nine died on Monday and four [on Tuesday]": of counts that share a verb each is of the first day behind it. After the claim has its victims. */
void claim_set_share_day(const Analysis *a, Claim *claim);

/* The window of what is still to come: the days ahead on which it is due. */
void claim_set_due(const Analysis *a, const Sentence *sentence, Claim *claim);

#endif
