#include "read/source.h"

#include "base/hash.h"
#include "read/unpack.h"

/* Noise has 26 control characters in 256 bytes; text has next to none, a wire's few around its head. */
enum { SNIFF_BYTES = 4096, MIN_CONTROLS = 8, CONTROLS_IN = 20 };

static const size_t LIMIT_BYTES = (size_t)1 << 30; /* of a source that is read whole */

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

/* Formats that are known and not read, by their first bytes. */
static const struct {
    const char *magic;
    const char *name;
} REFUSED[] = {
    {"%PDF-", "a PDF; save it as text or HTML"},
    {"{\\rtf", "a rich text document; save it as text or HTML"},
    {"\xD0\xCF\x11\xE0", "an office document of the old kind, or one that is locked; save it as .docx, .odt or text"},
    {"bplist", "a web archive of Safari, or other property list; save the page as HTML"},
    {"\x89PNG", "a picture"},
    {"GIF8", "a picture"},
    {"\xFF\xD8\xFF", "a picture"},
    {"\x7F"
     "ELF",
     "a program"},
    {"SQLite format 3", "a database"},
};

static Str head_of(Str bytes)
{
    return str_slice(bytes, 0, bytes.len < SNIFF_BYTES ? bytes.len : SNIFF_BYTES);
}

/* JSON that is no object a line: an array of objects, or an object over several lines. */
static bool is_json_over_lines(Str head)
{
    Str trimmed = str_trim(str_begins(head, STR("\xEF\xBB\xBF")) ? str_drop(head, 3) : head);
    if (str_begins(trimmed, STR("[")))
        return str_begins(str_trim(str_drop(trimmed, 1)), STR("{")) &&
               str_begins(str_trim(str_drop(str_trim(str_drop(trimmed, 1)), 1)), STR("\""));
    Str first = STR_NONE;
    return str_cut(&trimmed, '\n', &first) && str_equal(str_trim(first), STR("{")) &&
           str_begins(str_trim(trimmed), STR("\""));
}

static const char *refused(Str head)
{
    for (size_t i = 0; i < COUNT_OF(REFUSED); i++) {
        if (str_begins(head, str_from(REFUSED[i].magic)))
            return REFUSED[i].name;
    }
    if (is_json_over_lines(head) && !telegram_is(head))
        return "JSON that is no object a line; jq -c makes it so (jq -c '.[]' of an array)";
    if (str_begins(head, STR("\xFF\xFE\0\0")))
        return "text in UTF-32; save it as UTF-8";
    if (text_is_utf16(head))
        return NULL;
    size_t controls = 0;
    for (size_t i = 0; i < head.len; i++)
        controls += (unsigned char)head.ptr[i] < 0x20 && !char_is_space(head.ptr[i]) && head.ptr[i] != 0x1B;
    bool noise = controls > MIN_CONTROLS || controls > head.len / 2 || text_valid_length(head) < head.len;
    return noise && controls > head.len / CONTROLS_IN
               ? "binary data, or text in an encoding that says nothing of itself; save it as UTF-8"
               : NULL;
}

static bool contains_caseless(Str s, Str needle)
{
    for (size_t i = 0; i + needle.len <= s.len; i++) {
        if (s.ptr[i] == needle.ptr[0] && str_begins_caseless(str_drop(s, i), needle))
            return true;
    }
    return false;
}

/* A line that opens an object with a key or closes it at once. */
static bool looks_like_record(Str line)
{
    line = str_trim(line);
    if (!str_begins(line, STR("{")))
        return false;
    line = str_trim(str_drop(line, 1));
    return line.len == 0 || line.ptr[0] == '"' || line.ptr[0] == '}';
}

/* One of the first lines is a record: a broken first line does not make the rest plain text. */
static bool is_ndjson(const Source *source, Str head)
{
    enum { LINES = 3 };
    if (str_ends(source->name, STR(".ndjson")) || str_ends(source->name, STR(".jsonl")))
        return true;
    Str line = STR_NONE;
    for (int i = 0; i < LINES && str_cut(&head, '\n', &line); i++) {
        if (looks_like_record(line))
            return true;
    }
    return false;
}

/* Mark-up from the start, or a page's opening tag further down. */
static bool is_markup(Str head)
{
    static const char *const OPENINGS[] = {
        "<!doctype", "<html", "<head",  "<body",  "<article", "<div", "<p>",   "<p ",      "<?xml", "<rss",   "<feed",
        "<!--",      "<meta", "<title", "<style", "<table",   "<h1",  "<main", "<section", "<span", "<base ", "<link "};
    Str trimmed = str_begins(head, STR("\xEF\xBB\xBF")) ? str_drop(head, 3) : head;
    trimmed = str_trim(trimmed);
    for (size_t i = 0; i < COUNT_OF(OPENINGS); i++) {
        if (str_begins_caseless(trimmed, str_from(OPENINGS[i])))
            return true;
    }
    return contains_caseless(head, STR("<!doctype html")) || contains_caseless(head, STR("<html"));
}

static SourceNext *format_of(const Source *source, Str head)
{
    if (telegram_is(head))
        return telegram_next;
    if (is_ndjson(source, head))
        return ndjson_next;
    if (csv_is(head))
        return csv_next;
    if (mail_is(head))
        return mail_next;
    if (office_is(head))
        return office_next;
    if (feed_is(head))
        return feed_next;
    if (is_markup(head))
        return telegram_page_is(head) ? telegram_page_next : html_next;
    return chat_is(head) ? chat_next : plain_next;
}

/* Formats that are read piece by piece, so that they may be larger than memory; found before anything is unpacked. */
static SourceNext *streamed_format(Str head)
{
    if (warc_is(head))
        return warc_next;
    return archive_is(head) ? archive_next : NULL;
}

void source_begin(Source *source)
{
    int name_bytes = (int)source->name.len;
    Error err = {ERROR_NONE, ""};
    source->next = streamed_format(unpack_head(source->arena, source->bytes, SNIFF_BYTES));
    if (source->next)
        return;
    if (!unpack(source->arena, source->name, &source->bytes, &err)) {
        problem_lost(source->problems, "%s", err.text);
        return;
    }
    Str head = head_of(source->bytes);
    const char *why = refused(head);
    if (why) {
        problem_lost(source->problems, "%.*s: can't be read: %s", name_bytes, source->name.ptr, why);
        return;
    }
    if (str_trim(source->bytes).len == 0) {
        problem_warn(source->problems, "%.*s: is empty", name_bytes, source->name.ptr);
        return;
    }
    Arena *scratch = arena_create();
    source->next = format_of(source, text_decode(scratch, head).text);
    arena_destroy(scratch);
    if (source->next != ndjson_next && source->next != csv_next && source->bytes.len > LIMIT_BYTES) {
        problem_lost(source->problems, "%.*s: can't be read: more than %zu bytes", name_bytes, source->name.ptr,
                     LIMIT_BYTES);
        source->next = NULL;
    }
}

Document *source_document(const Source *source, Str original, Arena *arena)
{
    Document *document = ARENA_NEW(arena, Document);
    document->path = arena_copy(arena, source->name);
    document->original = arena_copy(arena, original);
    document->sha256 = hash_sha256(arena, original);
    return document;
}

Str source_numbered_path(const Source *source, Arena *arena)
{
    Buf path = {0};
    buf_put(&path, source->name);
    buf_char(&path, '#');
    buf_int(&path, (int64_t)source->number);
    Str copy = arena_copy(arena, buf_str(&path));
    buf_free(&path);
    return copy;
}

void source_add_flag(Document *document, Flag flag, Arena *arena)
{
    Flag *flags = ARENA_ARRAY(arena, Flag, document->flag_count + 1);
    if (document->flag_count > 0)
        memcpy(flags, document->flags, document->flag_count * sizeof *flags);
    flags[document->flag_count++] = flag;
    document->flags = flags;
}

void source_flag_encoding(Document *document, const Decoded *decoded, Arena *arena)
{
    if (!decoded->encoding && !str_present(decoded->note))
        return;
    Buf note = {0};
    if (str_present(decoded->note))
        buf_put(&note, decoded->note);
    else
        buf_format(&note, "The input is not UTF-8; it was read as %s.", decoded->encoding);
    Span whole = {0, (uint32_t)document->text.len};
    source_add_flag(document, (Flag){FLAG_ENCODING, whole, arena_copy(arena, buf_str(&note))}, arena);
    buf_free(&note);
}
