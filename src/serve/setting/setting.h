/* setting — what the pages of settings share. */
#ifndef DAYBOOK_SERVE_SETTING_H
#define DAYBOOK_SERVE_SETTING_H

#include "serve/frame/desk.h"

/* layout_open with the heading and the list of settings that the person may see. */
Buf *setting_open(Request *request, Reply *reply, Str title);
void setting_close(Request *request, Reply *reply);

/* "https://desk.example": the desk's address as this browser sees it, without a slash at its end. */
Str setting_origin(const Request *request);

/* Something that is shown once; STR_NONE: nothing. */
void setting_secret(Buf *out, Str secret, const char *about);

#endif
