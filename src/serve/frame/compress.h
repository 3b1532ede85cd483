/*
 * compress — answers as gzip (RFC 1952) for clients that take it. Pages carry form tokens beside words of the address, which compression could
 * betray to somebody who makes a browser ask again and again (BREACH); cookies are SameSite=Strict, so nobody else's page can make it ask in the
 * person's name.
 */
#ifndef DAYBOOK_SERVE_COMPRESS_H
#define DAYBOOK_SERVE_COMPRESS_H

#include "base/buf.h"

/* Does the value of Accept-Encoding allow gzip? STR_NONE: no. */
bool compress_accepted(Str accept_encoding);

/* Is it worth it: text of some length? type is a media type. */
bool compress_pays(const char *type, size_t bytes);

/* Puts the bytes in *body as gzip in place of themselves. False: they stay as they are. */
bool compress_body(Buf *body);

#endif
