/* policy — the Content-Security-Policy of a page that carries its own script and styles (report/page.h). */
#ifndef DAYBOOK_SERVE_POLICY_H
#define DAYBOOK_SERVE_POLICY_H

#include "base/arena.h"

/* What the page itself states, and that nobody may frame it; NULL where it states nothing. Lives in the arena. */
const char *policy_of_page(Str page, Arena *arena);

#endif
