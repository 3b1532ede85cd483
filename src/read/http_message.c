#include "read/http_message.h"

#include "read/encoding.h"
#include "read/inflate.h"

Str header_value(Str lines, Str name)
{
    for (Str line; str_cut(&lines, '\n', &line);) {
        if (line.len > name.len && line.ptr[name.len] == ':' && str_begins_caseless(line, name))
            return str_trim(str_drop(line, name.len + 1));
    }
    return STR_NONE;
}

size_t header_end(Str message)
{
    size_t wide = str_find(message, STR("\r\n\r\n"), 0);
    size_t narrow = str_find(message, STR("\n\n"), 0);
    if (wide == SIZE_MAX && narrow == SIZE_MAX)
        return SIZE_MAX;
    return wide < narrow ? wide + 4 : narrow + 2;
}

static int hex_digit(char c)
{
    if (char_is_digit(c))
        return c - '0';
    c = char_lower(c);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The size at the front of a chunk; false if there is none or it is absurd. */
static bool chunk_size(Str line, size_t *out)
{
    size_t size = 0;
    size_t digits = 0;
    for (; digits < line.len && hex_digit(line.ptr[digits]) >= 0 && digits < 8; digits++)
        size = size * 16 + (size_t)hex_digit(line.ptr[digits]);
    *out = size;
    return digits > 0;
}

/* Crawlers differ in whether they keep the chunks' sizes: a body that does not begin with one has none. */
static bool join_chunks(Str body, Buf *out)
{
    for (;;) {
        size_t size = 0;
        size_t end = str_find_char(body, '\n', 0);
        if (end == SIZE_MAX || !chunk_size(str_slice(body, 0, end), &size))
            return false;
        body = str_drop(body, end + 1);
        if (size == 0)
            return true;
        if (size > body.len)
            return false;
        buf_put(out, str_slice(body, 0, size));
        body = str_drop(body, size);
        while (body.len > 0 && (body.ptr[0] == '\r' || body.ptr[0] == '\n'))
            body = str_drop(body, 1);
    }
}

static void undo_transfer(Arena *arena, Str headers, HttpMessage *out)
{
    if (!str_equal_caseless(header_value(headers, STR("Transfer-Encoding")), STR("chunked")))
        return;
    Buf joined = {0};
    if (join_chunks(out->body, &joined))
        out->body = arena_copy(arena, buf_str(&joined));
    buf_free(&joined);
}

ContentCoding content_coding(Str value)
{
    if (!str_present(value) || value.len == 0 || str_equal_caseless(value, STR("identity")))
        return CODING_NONE;
    bool zlib = str_equal_caseless(value, STR("gzip")) || str_equal_caseless(value, STR("x-gzip")) ||
                str_equal_caseless(value, STR("deflate"));
    return zlib ? CODING_ZLIB : CODING_OTHER;
}

static void undo_coding(Arena *arena, Str headers, size_t limit_bytes, HttpMessage *out)
{
    ContentCoding coding = content_coding(header_value(headers, STR("Content-Encoding")));
    if (coding == CODING_NONE)
        return;
    if (coding == CODING_OTHER) {
        /* Some crawlers unpack the body and keep the header. */
        out->problem = str_begins(str_trim(out->body), STR("<")) ? NULL : "its content coding is not known";
        return;
    }
    Buf plain = {0};
    bool whole = inflate_content(out->body, limit_bytes, &plain);
    if (plain.len > 0)
        out->body = arena_copy(arena, buf_str(&plain));
    if (!whole && plain.len > 0)
        out->problem = "its packed content is broken, cut off or too large";
    buf_free(&plain);
}

static Str content_type(Arena *arena, Str headers)
{
    Str type = header_value(headers, STR("Content-Type"));
    if (!str_present(type))
        return STR("");
    size_t end = str_find_char(type, ';', 0);
    type = str_trim(str_slice(type, 0, end == SIZE_MAX ? type.len : end));
    Buf lower = {0};
    for (size_t i = 0; i < type.len; i++)
        buf_char(&lower, char_lower(type.ptr[i]));
    Str copy = arena_copy(arena, buf_str(&lower));
    buf_free(&lower);
    return copy;
}

bool http_message_read(Arena *arena, Str message, size_t limit_bytes, HttpMessage *out)
{
    size_t start = header_end(message);
    size_t space = str_find_char(message, ' ', 0);
    if (!str_begins(message, STR("HTTP/")) || start == SIZE_MAX || space == SIZE_MAX || space + 4 > start)
        return false;
    int64_t status = 0;
    if (!str_number(str_slice(message, space + 1, space + 4), &status))
        return false;
    Str headers = str_slice(message, 0, start);
    *out = (HttpMessage){.status = (int)status,
                         .type = content_type(arena, headers),
                         .charset = arena_copy(arena, encoding_of_type(header_value(headers, STR("Content-Type")))),
                         .body = str_drop(message, start)};
    undo_transfer(arena, headers, out);
    undo_coding(arena, headers, limit_bytes, out);
    return true;
}
