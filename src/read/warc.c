/*
 * warc — crawls (ISO 28500, WARC 1.0 and 1.1), packed with gzip record by record or not at all: each page that was fetched is a
 * document with the address it was fetched from. Reads through a window, so that a crawl may be larger than memory.
 */
#include "read/container.h"
#include "read/encoding.h"
#include "read/http_message.h"
#include "read/inflate.h"

enum { HEADER_LIMIT_BYTES = 65536, CHUNK_BYTES = 1 << 18, STATUS_OK = 200 };

static const size_t RECORD_LIMIT_BYTES = (size_t)64 << 20;

typedef struct {
    bool packed;
    Inflate in;
    Buf window; /* unpacked bytes; unused where nothing is packed */
    size_t at;  /* in the window, or in the source's bytes */
    bool bad;   /* the last bytes were no record: reported once, until one is found again */
} Warc;

bool warc_is(Str head)
{
    return str_begins(head, STR("WARC/1."));
}

static void close_warc(Source *source)
{
    Warc *warc = source->state;
    inflate_end(&warc->in);
    buf_free(&warc->window);
}

static Warc *open_warc(Source *source)
{
    Warc *warc = ARENA_NEW(source->arena, Warc);
    warc->packed = inflate_is_gzip(source->bytes);
    inflate_begin(&warc->in, source->bytes);
    source->state = warc;
    source->close = close_warc;
    return warc;
}

/* What lies before the reader, at least `bytes` of it where there is as much. Valid until the next call. */
static Str look(Source *source, Warc *warc, size_t bytes)
{
    if (!warc->packed)
        return str_drop(source->bytes, warc->at);
    if (warc->window.len - warc->at < bytes && warc->at > CHUNK_BYTES) {
        memmove(warc->window.ptr, warc->window.ptr + warc->at, warc->window.len - warc->at);
        warc->window.len -= warc->at;
        warc->at = 0;
    }
    size_t made = 1;
    while (made > 0 && warc->window.len - warc->at < bytes)
        made = inflate_more(&warc->in, CHUNK_BYTES, &warc->window);
    source->at = source->bytes.len - warc->in.rest.len;
    return str_drop(buf_str(&warc->window), warc->at);
}

static void skip(Source *source, Warc *warc, size_t bytes)
{
    while (bytes > 0) {
        Str view = look(source, warc, 1);
        size_t step = view.len < bytes ? view.len : bytes;
        if (step == 0)
            return;
        warc->at += step;
        bytes -= step;
    }
    if (!warc->packed)
        source->at = warc->at;
}

static void lost(const Source *source, const char *why)
{
    problem_lost(source->problems, "%.*s#%zu: %s", (int)source->name.len, source->name.ptr, source->number, why);
}

/* Goes to where the next record begins; false at the end. */
static bool find_record(Source *source, Warc *warc)
{
    for (;;) {
        Str view = look(source, warc, HEADER_LIMIT_BYTES);
        if (view.len == 0)
            return false;
        if (view.ptr[0] == '\r' || view.ptr[0] == '\n') {
            skip(source, warc, 1);
            continue;
        }
        if (warc_is(view))
            return true;
        if (!warc->bad)
            lost(source, "what follows is no WARC record; read on from the next");
        warc->bad = true;
        size_t next = str_find(view, STR("\nWARC/1."), 0);
        skip(source, warc, next == SIZE_MAX ? view.len - (view.len > 7 ? 7 : 0) : next + 1);
        if (next == SIZE_MAX && view.len <= 7)
            return false;
    }
}

/* Addresses in records of old crawlers stand in angle brackets. */
static Str bare_address(Str url)
{
    if (url.len > 1 && url.ptr[0] == '<' && url.ptr[url.len - 1] == '>')
        return str_slice(url, 1, url.len - 1);
    return url;
}

static bool is_text(Str type)
{
    static const char *const TYPES[] = {"",         "text/html",       "application/xhtml+xml", "text/plain",
                                        "text/xml", "application/xml", "application/rss+xml",   "application/atom+xml"};
    for (size_t i = 0; i < sizeof TYPES / sizeof TYPES[0]; i++) {
        if (str_equal_caseless(type, str_from(TYPES[i])))
            return true;
    }
    return false;
}

/* A fetched page; false for what is none: pictures, redirects, errors. */
static bool read_response(const Source *source, Str block, Arena *arena, Item *out)
{
    HttpMessage message;
    if (!http_message_read(arena, block, RECORD_LIMIT_BYTES, &message)) {
        lost(source, "skipped: not an HTTP response");
        return false;
    }
    if (message.status != STATUS_OK || !is_text(message.type) || str_trim(message.body).len == 0)
        return false;
    if (message.problem)
        lost(source, message.problem);
    out->bytes = message.body;
    out->charset = message.charset;
    return true;
}

/* What the record holds, if it is for reading. */
static bool read_block(const Source *source, Str headers, Str block, Arena *arena, Item *out)
{
    *out = (Item){.name = source_numbered_path(source, arena),
                  .url = arena_copy(arena, bare_address(header_value(headers, STR("WARC-Target-URI"))))};
    Str kind = header_value(headers, STR("WARC-Type"));
    if (str_equal(kind, STR("response")))
        return read_response(source, arena_copy(arena, block), arena, out);
    bool as_it_is = str_equal(kind, STR("resource")) || str_equal(kind, STR("conversion"));
    Str type = header_value(headers, STR("Content-Type"));
    size_t end = str_present(type) ? str_find_char(type, ';', 0) : SIZE_MAX;
    if (!as_it_is || !str_present(type) || !is_text(end == SIZE_MAX ? type : str_trim(str_slice(type, 0, end))))
        return false;
    out->bytes = arena_copy(arena, block);
    out->charset = arena_copy(arena, encoding_of_type(type));
    return str_trim(block).len > 0;
}

static bool warc_item(Source *source, Arena *arena, Item *out)
{
    Warc *warc = source->state ? source->state : open_warc(source);
    while (find_record(source, warc)) {
        source->number++;
        warc->bad = false;
        Str view = look(source, warc, HEADER_LIMIT_BYTES);
        size_t start = header_end(str_slice(view, 0, view.len < HEADER_LIMIT_BYTES ? view.len : HEADER_LIMIT_BYTES));
        Str headers = start == SIZE_MAX ? STR("") : arena_copy(arena, str_slice(view, 0, start));
        int64_t bytes = 0;
        if (!str_number(header_value(headers, STR("Content-Length")), &bytes)) {
            lost(source, "skipped: its header has no end or no Content-Length");
            skip(source, warc, 1);
            warc->bad = true;
            continue;
        }
        skip(source, warc, start);
        bool fits = (uint64_t)bytes <= RECORD_LIMIT_BYTES;
        Str block = look(source, warc, fits ? (size_t)bytes : 1);
        if (!fits)
            lost(source, "skipped: the record is larger than 64 MiB");
        else if (block.len < (size_t)bytes)
            lost(source, "the crawl is cut off in this record");
        block = str_slice(block, 0, block.len < (size_t)bytes ? block.len : (size_t)bytes);
        bool good = fits && read_block(source, headers, block, arena, out);
        skip(source, warc, (size_t)bytes);
        if (good)
            return true;
    }
    if (warc->in.broken)
        problem_lost(source->problems, "%.*s: the gzip data are broken or cut off; read as far as they go",
                     (int)source->name.len, source->name.ptr);
    source->at = source->bytes.len;
    return false;
}

Document *warc_next(Source *source, Arena *arena)
{
    return container_next(source, warc_item, arena);
}
