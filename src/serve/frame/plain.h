/*
 * plain — what the book's lists say in the words of the contract, in words for people.
 *
 *     plain_moves(out, STR("killed civilian best 11 → none"));      civilians killed: best 11 → none
 *     plain_claimed(out, STR("government At least 84"));             authorities: at least 84
 *     plain_incident(out, STR("attack, Goma, 2026-01-31"));          Attack in Goma, Sat 31 Jan 2026
 *
 * Appends plain text: whoever prints it escapes it. What has another shape is given as it is.
 */
#ifndef DAYBOOK_SERVE_PLAIN_H
#define DAYBOOK_SERVE_PLAIN_H

#include "base/buf.h"

typedef void Plain(Buf *out, Str text);

/* What would move, as the queue and effects have it, several with "; " between. */
void plain_moves(Buf *out, Str moves);

/* The next of a list with "; " between, cut off *rest. False: there is none. */
bool plain_next_move(Str *rest, Str *item);

/* One thing that a party claims in a cell. */
void plain_claimed(Buf *out, Str claimed);

/* The name of an incident. */
void plain_incident(Buf *out, Str name);

/* Of whom a figure is: outcome and class as the lists name them; class "all" or "": everybody. "security forces injured" */
void plain_cell(Buf *out, Str outcome, Str victims);

#endif
