/* atom — parts of a feed (RFC 4287). */
#ifndef DAYBOOK_SERVE_ATOM_H
#define DAYBOOK_SERVE_ATOM_H

#include "base/buf.h"
#include "model/day.h"
#include "serve/frame/desk.h"

/* Begins the feed in the reply; id is what follows "urn:daybook:", its parts encoded. The caller writes entries and closes with atom_close. */
Buf *atom_open(Reply *reply, Str title, Str id, Moment updated);
void atom_close(Buf *out);

/* An element of text, without the bytes that XML has no form for. */
void atom_element(Buf *out, const char *name, Str text);

/* A year or a day is no time of RFC 3339: the first second of it is. */
void atom_time(Buf *out, const char *name, Moment moment);

/* The desk's address, path (ours, encoded), as an entry's or the feed's link. */
void atom_link(Buf *out, const Request *request, Str path, bool itself);

#endif
