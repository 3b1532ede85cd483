/* layout — what stands around every page of the desk: head, menu, style, script. */
#ifndef DAYBOOK_SERVE_LAYOUT_H
#define DAYBOOK_SERVE_LAYOUT_H

#include "serve/frame/desk.h"

/* Begins the page and returns where its content goes, until layout_close. title is ours or a situation's name: it is escaped. */
Buf *layout_open(Request *request, Reply *reply, Str title);
Buf *layout_open_written(Request *request, Reply *reply, Str title); /* title is HTML that was escaped already */
void layout_close(Request *request, Reply *reply);

/* <form method="post" action="…"> with its token; the caller writes the fields and </form>. action is ours, parts encoded. */
void layout_form(Buf *out, const Request *request, Str action);

#endif
