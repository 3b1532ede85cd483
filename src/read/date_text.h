/* date_text — days as pages print them for people: "January 31, 2026", "31. Jan 2026", "2026/01/31", "31.01.2026". */
#ifndef DAYBOOK_READ_DATE_TEXT_H
#define DAYBOOK_READ_DATE_TEXT_H

#include "model/document.h"
#include "read/markup.h"

/* A moment in any of the spellings that pages use: moment_parse's, and "January 31, 2026", "31 Jan 2026 5:10 pm". */
Moment date_text_moment(const Markup *markup, Str s);

#endif
