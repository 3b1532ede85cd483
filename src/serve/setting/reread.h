/* reread — reports that name a place are read anew, once the book has it otherwise. */
#ifndef DAYBOOK_SERVE_REREAD_H
#define DAYBOOK_SERVE_REREAD_H

#include "serve/frame/desk.h"

enum { REREAD_MOST = 200 }; /* reports at a time: what is more is for daybook rebuild */

typedef struct {
    size_t reports; /* read anew */
    bool all;       /* every report with one of the names */
} Reread;

/* With the desk's gazetteer as it is now. False: *err says what failed; those before it are kept. */
bool reread_reports_with(Request *request, const Str *names, size_t count, Reread *out, Error *err);

#endif
