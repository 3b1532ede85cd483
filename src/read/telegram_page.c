/*
 * telegram_page — a chat that Telegram Desktop exported as HTML (messages.html): each message with text is a document, of the day it
 * was sent by the clock of whoever exported it. Its original is the message's own mark-up.
 */
#include "read/body.h"
#include "read/date_text.h"
#include "read/encoding.h"
#include "read/source.h"

typedef struct {
    Decoded decoded;
    const Node *root;
    const Node *message; /* the one read last; the root: none yet */
    Str publisher;
    Str author; /* of the message before: the next may have none of its own */
} Pages;

bool telegram_page_is(Str head)
{
    return str_find(head, STR("<title>Exported Data</title>"), 0) != SIZE_MAX &&
           str_find(head, STR("class=\"page_wrap"), 0) != SIZE_MAX;
}

/* Does the element have the class, among others maybe? */
static bool is_of(const Node *n, const char *name)
{
    Str classes = n->is_text ? STR("") : dom_attribute(n, STR("class"));
    Str one = STR_NONE;
    while (str_cut(&classes, ' ', &one)) {
        if (str_is(one, name))
            return true;
    }
    return false;
}

/* The first element in root with the class, before any with the other one. */
static const Node *first_of(const Node *root, const char *name, const char *before)
{
    for (const Node *n = dom_next(root, root); n; n = dom_next(n, root)) {
        if (before && is_of(n, before))
            return NULL;
        if (is_of(n, name))
            return n;
    }
    return NULL;
}

static Str text_of(Arena *arena, const Node *n)
{
    Str text = n ? dom_text(arena, n) : STR("");
    return text.len > 0 ? text : STR_NONE;
}

static Pages *open_pages(Source *source)
{
    Pages *pages = ARENA_NEW(source->arena, Pages);
    const Said said = {.carrier = source->charset, .own = encoding_declared(source->bytes), .page = true};
    pages->decoded = encoding_decode(source->arena, source->bytes, &said);
    pages->root = dom_parse(source->arena, pages->decoded.text, DOM_HTML);
    pages->message = pages->root;
    const Node *header = first_of(pages->root, "page_header", NULL);
    pages->publisher = text_of(source->arena, header ? first_of(header, "bold", NULL) : NULL);
    source->state = pages;
    return pages;
}

/* Whose a forwarded message was first, without the time that stands behind the name. */
static Str forwarded_author(Arena *arena, const Node *message)
{
    const Node *forwarded = first_of(message, "forwarded", NULL);
    const Node *name = forwarded ? first_of(forwarded, "from_name", NULL) : NULL;
    for (const Node *n = name ? dom_next(name, name) : NULL; n; n = dom_next(n, name)) {
        if (n->is_text && str_trim(n->raw).len > 0)
            return str_trim(dom_decode(arena, n->raw));
    }
    return STR_NONE;
}

/* "31.01.2026 10:00:00 UTC+03:00", the day first in every language; of what is forwarded, that on which it was first sent. */
static Moment day_of(const Markup *markup, const Node *message)
{
    enum { DAY_BYTES = 10 };
    const Node *forwarded = first_of(message, "forwarded", NULL);
    const Node *date = forwarded ? first_of(forwarded, "date", "text") : NULL;
    date = date ? date : first_of(message, "date", "text");
    Str title = date ? str_trim(dom_attribute(date, STR("title"))) : STR("");
    return title.len >= DAY_BYTES ? date_text_moment(markup, str_slice(title, 0, DAY_BYTES))
                                  : (Moment){.seconds = 0, .precision = MOMENT_NONE};
}

/* NULL where the message has no text. */
static Document *read_message(const Source *source, Pages *pages, Arena *arena)
{
    Arena *scratch = arena_create();
    Str bytes = str_slice(pages->decoded.text, pages->message->start, pages->message->end);
    const Node *message = dom_parse(scratch, bytes, DOM_HTML);
    const Node *text = first_of(message, "text", NULL);
    Str name = text_of(source->arena, first_of(message, "from_name", "forwarded"));
    pages->author = str_present(name) ? name : pages->author;
    Document *document = NULL;
    if (text && text_of(scratch, text).len > 0) {
        Body body = body_write(arena, text, true);
        Str first = forwarded_author(arena, message);
        document = source_document(source, bytes, arena);
        document->path = source_numbered_path(source, arena);
        document->text = body.text;
        document->blocks = body.blocks;
        document->block_count = body.block_count;
        document->raw_runs = body.runs;
        document->raw_run_count = body.run_count;
        document->title = text_heading(document->text);
        document->is_personal = !str_equal(pages->author, pages->publisher); /* a channel writes under its own name */
        document->publisher = document->is_personal ? STR("Telegram") : arena_copy(arena, pages->publisher);
        document->author = arena_copy(arena, str_present(first) ? first : pages->author);
        document->published = day_of(source->markup, message);
        source_flag_encoding(document, &pages->decoded, arena);
    }
    arena_destroy(scratch);
    return document;
}

Document *telegram_page_next(Source *source, Arena *arena)
{
    Pages *pages = source->state ? source->state : open_pages(source);
    for (;;) {
        const Node *n =
            pages->message == pages->root ? dom_next(pages->root, pages->root) : dom_skip(pages->message, pages->root);
        while (n && !(is_of(n, "message") && is_of(n, "default")))
            n = dom_next(n, pages->root);
        if (!n)
            break;
        pages->message = n;
        source->number++;
        source->at = n->end < source->bytes.len ? n->end : source->bytes.len;
        Document *document = read_message(source, pages, arena);
        if (document)
            return document;
    }
    source->at = source->bytes.len;
    if (source->number == 0)
        problem_warn(source->problems, "%.*s: the export holds no messages", (int)source->name.len, source->name.ptr);
    return NULL;
}
