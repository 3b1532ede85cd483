#include "serve/frame/multipart.h"

#include "base/buf.h"

enum { BOUNDARY_MOST = 70 };

/* The value of name="…" or name=… in a header; STR_NONE where it is not there. */
static Str header_value(Str header, Str name)
{
    for (size_t at = str_find(header, name, 0); at != SIZE_MAX; at = str_find(header, name, at + 1)) {
        bool begins = at == 0 || header.ptr[at - 1] == ' ' || header.ptr[at - 1] == ';';
        Str rest = str_drop(header, at + name.len);
        if (!begins || rest.len == 0 || rest.ptr[0] != '=')
            continue;
        rest = str_drop(rest, 1);
        bool quoted = rest.len > 0 && rest.ptr[0] == '"';
        rest = str_drop(rest, quoted);
        size_t end = str_find_char(rest, quoted ? '"' : ';', 0);
        return end == SIZE_MAX ? rest : str_slice(rest, 0, end);
    }
    return STR_NONE;
}

bool multipart_begin(Str type, Str body, Arena *arena, Multipart *out)
{
    Str boundary = header_value(type, STR("boundary"));
    if (!str_begins_caseless(type, STR("multipart/form-data")) || boundary.len == 0 || boundary.len > BOUNDARY_MOST)
        return false;
    Buf text = {0};
    buf_put(&text, STR("--"));
    buf_put(&text, boundary);
    out->boundary = arena_copy(arena, buf_str(&text));
    out->rest = body;
    buf_free(&text);
    return true;
}

/* Browsers send a name; anything before its last slash is not ours to know. */
static Str without_folders(Str name)
{
    for (size_t i = name.len; i-- > 0;)
        if (name.ptr[i] == '/' || name.ptr[i] == '\\')
            return str_drop(name, i + 1);
    return name;
}

static void read_headers(Str headers, Part *out)
{
    Str line;
    *out = (Part){STR_NONE, STR_NONE, STR_NONE};
    while (str_cut(&headers, '\n', &line)) {
        if (!str_begins_caseless(line, STR("content-disposition:")))
            continue;
        Str trimmed = str_trim(line);
        out->name = header_value(trimmed, STR("name"));
        out->file = header_value(trimmed, STR("filename"));
        if (str_present(out->file))
            out->file = without_folders(out->file);
    }
}

bool multipart_next(Multipart *multipart, Part *out)
{
    size_t at = str_find(multipart->rest, multipart->boundary, 0);
    if (at == SIZE_MAX)
        return false;
    Str part = str_drop(multipart->rest, at + multipart->boundary.len);
    size_t head = str_find(part, STR("\r\n\r\n"), 0);
    if (!str_begins(part, STR("\r\n")) || head == SIZE_MAX)
        return false;
    Str bytes = str_drop(part, head + 4);
    size_t end = str_find(bytes, multipart->boundary, 0);
    while (end != SIZE_MAX && (end < 2 || memcmp(bytes.ptr + end - 2, "\r\n", 2) != 0))
        end = str_find(bytes, multipart->boundary, end + 1);
    if (end == SIZE_MAX)
        return false;
    read_headers(str_slice(part, 0, head), out);
    out->bytes = str_slice(bytes, 0, end - 2);
    multipart->rest = str_drop(bytes, end);
    return true;
}
