/* setting_table — a table of data, as it is embedded, for people. */
#ifndef DAYBOOK_SERVE_SETTING_TABLE_H
#define DAYBOOK_SERVE_SETTING_TABLE_H

#include "base/buf.h"

/* '#' lines become paragraphs, the first other line the heading. */
void setting_table(Buf *out, Str text, const char *caption);

#endif
