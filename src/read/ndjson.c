/*
 * ndjson — one JSON object a line is one document (contract: input documents). What is not UTF-8 is transcoded, a file by its
 * byte-order mark, else each line on its own: records of many origins stand in one file. Such a document's original is its text as
 * transcoded, and it carries the flag.
 */
#include "read/json_value.h"
#include "read/page.h"
#include "read/source.h"
#include "read/text.h"

static const size_t LINE_LIMIT_BYTES = (size_t)64 << 20;

static void lost_line(const Source *source, const char *why, size_t byte)
{
    problem_lost(source->problems, "%.*s:%zu: skipped: %s (byte %zu of the line)", (int)source->name.len,
                 source->name.ptr, source->number, why, byte);
}

/* A text, or a number as written; "" and everything else are unknown. */
static Str field(const JsonValue *record, Str key)
{
    const JsonValue *value = json_get(record, key);
    if (value && (value->type == JSON_STRING || value->type == JSON_NUMBER) && value->text.len > 0)
        return value->text;
    return STR_NONE;
}

static void read_fields(const Source *source, const JsonValue *record, Document *out)
{
    out->id = field(record, STR("id"));
    out->url = field(record, STR("url"));
    out->publisher = field(record, STR("publisher"));
    out->lang = field(record, STR("lang"));
    Str title = field(record, STR("title"));
    out->title = str_present(title) ? title : out->title;
    Str published = field(record, STR("published"));
    if (!str_present(published))
        return;
    out->published = moment_parse(published);
    if (out->published.precision == MOMENT_NONE)
        problem_warn(source->problems, "%.*s:%zu: \"published\" is no day or time: %.*s", (int)source->name.len,
                     source->name.ptr, source->number, (int)published.len, published.ptr);
}

static Document *read_record(const Source *source, const JsonValue *record, Arena *arena)
{
    const JsonValue *text = json_get(record, STR("text"));
    const JsonValue *html = json_get(record, STR("html"));
    if (html && html->type == JSON_STRING && (!text || text->type != JSON_STRING)) {
        Document *document = source_document(source, html->text, arena);
        document->path = source_numbered_path(source, arena);
        read_fields(source, record, document);
        page_read(arena, source->markup, document->original, STR("utf-8"), PAGE_WHOLE, document);
        return document;
    }
    if (!text || text->type != JSON_STRING) {
        lost_line(source, record->type == JSON_OBJECT ? "no \"text\" or \"html\"" : "not an object", 1);
        return NULL;
    }
    Document *document = source_document(source, text->text, arena);
    document->text = document->original;
    document->title = text_heading(document->text);
    document->path = source_numbered_path(source, arena);
    read_fields(source, record, document);
    return document;
}

static Document *read_line(const Source *source, Str line, Arena *arena)
{
    if (line.len > LINE_LIMIT_BYTES) {
        lost_line(source, "the line is longer than 64 MiB", LINE_LIMIT_BYTES);
        return NULL;
    }
    JsonValue record;
    JsonProblem problem;
    Decoded decoded = text_decode(arena, line);
    if (!json_parse(arena, decoded.text, &record, &problem)) {
        lost_line(source, problem.text, problem.at + 1);
        return NULL;
    }
    Document *document = read_record(source, &record, arena);
    if (document)
        source_flag_encoding(document, source->state ? source->state : &decoded, arena);
    return document;
}

/* Lines can only be told apart once the whole is UTF-8. */
static void decode_whole(Source *source)
{
    if (!text_is_utf16(source->bytes))
        return;
    Decoded *whole = ARENA_NEW(source->arena, Decoded);
    *whole = text_decode(source->arena, source->bytes);
    source->bytes = whole->text;
    source->state = whole;
}

Document *ndjson_next(Source *source, Arena *arena)
{
    if (source->number == 0)
        decode_whole(source);
    while (source->at < source->bytes.len) {
        size_t end = str_find_char(source->bytes, '\n', source->at);
        end = end == SIZE_MAX ? source->bytes.len : end;
        Str line = str_slice(source->bytes, source->at, end);
        if (source->number == 0 && str_begins(line, STR("\xEF\xBB\xBF")))
            line = str_drop(line, 3);
        source->at = end + 1;
        source->number++;
        if (str_trim(line).len == 0)
            continue;
        Document *document = read_line(source, line, arena);
        if (document)
            return document;
    }
    return NULL;
}
