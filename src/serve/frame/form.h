/* form — application/x-www-form-urlencoded: queries and the bodies of forms. Source: WHATWG URL, section 5. */
#ifndef DAYBOOK_SERVE_FORM_H
#define DAYBOOK_SERVE_FORM_H

#include "base/arena.h"

/* Percent-decoded; plus: "+" is a blank. What is no valid %XX stays as it is. */
Str form_decode(Str text, bool plus, Arena *arena);

/* The first value of that name among "a=1&b=2"; STR_NONE where it is not there. */
Str form_value(Str form, Str name, Arena *arena);

#endif
