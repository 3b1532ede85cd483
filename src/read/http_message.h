/*
 * http_message — an HTTP response as a crawl stored it (RFC 9112): status, headers, and the body without its transfer and
 * content codings. Also the header lines that WARC and mail share with HTTP.
 */
#ifndef DAYBOOK_READ_HTTP_MESSAGE_H
#define DAYBOOK_READ_HTTP_MESSAGE_H

#include "base/arena.h"
#include "base/buf.h"

/* The value of the first header line of that name (its case does not matter), trimmed; STR_NONE if there is none. Folded lines
 * are not joined. */
Str header_value(Str lines, Str name);

/* Where the header lines end and the body begins: behind the first empty line. SIZE_MAX if there is none. */
size_t header_end(Str message);

/* How a body is packed, by the value of its Content-Encoding (STR_NONE: no such header). */
typedef enum { CODING_NONE, CODING_ZLIB /* inflate_content */, CODING_OTHER } ContentCoding;

ContentCoding content_coding(Str value);

typedef struct {
    int status;
    Str type;            /* of the content, lower-case, without parameters: "text/html"; "" where none is given */
    Str charset;         /* that the same header says the content is in; STR_NONE: nothing */
    Str body;            /* in the arena or in the message */
    const char *problem; /* what kept the body from being decoded, NULL if nothing did */
} HttpMessage;

/* false: it is no HTTP response. */
bool http_message_read(Arena *arena, Str message, size_t limit_bytes, HttpMessage *out);

#endif
