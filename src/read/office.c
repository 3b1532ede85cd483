/*
 * office — the text of a document of a word processor: the main part of Office Open XML (ISO 29500, .docx), which archive.c finds in
 * its package, and of OpenDocument (ISO 26300, .odt), and both as one file of XML. Paragraphs, headings, list items, tables; nothing
 * of what was struck out, of fields, notes, comments or alternatives. Who made the file, and when, says nothing of the report: its
 * title is its first line, and what stands in lines above it (front.h) counts as in a plain text.
 */
#include "read/body.h"
#include "read/encoding.h"
#include "read/front.h"
#include "read/source.h"

static const size_t OFFICE_LIMIT_BYTES = (size_t)64 << 20;

/* What an element of these formats is in the terms of a page. */
static const struct {
    const char *name;
    Tag tag;
} ELEMENTS[] = {
    {"w:p", TAG_P},
    {"w:tbl", TAG_TABLE},
    {"w:tr", TAG_TR},
    {"w:tc", TAG_TD},
    {"w:br", TAG_BR},
    {"w:cr", TAG_BR},
    {"text:p", TAG_P},
    {"text:h", TAG_H2},
    {"text:line-break", TAG_BR},
    {"table:table", TAG_TABLE},
    {"table:table-row", TAG_TR},
    {"table:table-cell", TAG_TD},
};

/* Elements that stand for a character. */
static const struct {
    const char *name;
    const char *text;
} CHARACTERS[] = {{"w:tab", " "}, {"w:noBreakHyphen", "-"}, {"text:s", " "}, {"text:tab", " "}};

/* What is in them is no text of the document. */
static const char *const SILENT[] = {"w:del",     "w:moveFrom",        "mc:Fallback", "text:tracked-changes",
                                     "text:note", "office:annotation", "svg:title",   "svg:desc"};

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

bool office_is(Str head)
{
    static const char *const ROOTS[] = {"<w:document", "<office:document", "<pkg:package"};
    head = str_trim(str_begins(head, STR("\xEF\xBB\xBF")) ? str_drop(head, 3) : head);
    for (size_t i = 0; i < COUNT_OF(ROOTS) && str_begins(head, STR("<")); i++) {
        if (str_find(head, str_from(ROOTS[i]), 0) != SIZE_MAX)
            return true;
    }
    return false;
}

static bool is_named(const Node *n, const char *name)
{
    return n && !n->is_text && str_is(n->name, name);
}

static const Node *around(const Node *n, const char *name)
{
    while (n && !is_named(n, name))
        n = n->parent;
    return n;
}

/* ---- what is what ---- */

static bool is_silent(const Node *n)
{
    for (size_t i = 0; i < COUNT_OF(SILENT); i++) {
        if (is_named(n, SILENT[i]))
            return true;
    }
    return false;
}

/* Numbers of layout stand beside the text, as text. */
static bool is_written(const Node *text)
{
    return is_named(text->parent, "w:t") || around(text, "text:p") || around(text, "text:h");
}

/* A heading's style: "Heading2", "Title". */
static Tag tag_of_style(Str style)
{
    if (str_begins_caseless(style, STR("title")))
        return TAG_H1;
    Str name = STR("heading");
    if (!str_begins_caseless(style, name) || style.len <= name.len)
        return TAG_P;
    char level = style.ptr[style.len - 1];
    return level >= '1' && level <= '6' ? (Tag)(TAG_H1 + (level - '1')) : TAG_P;
}

/* A paragraph, a heading or an item of a list. */
static Tag tag_of_paragraph(const Node *paragraph)
{
    Tag tag = around(paragraph, "text:list-item") ? TAG_LI : TAG_P;
    for (const Node *n = paragraph->first; n; n = n->next) {
        for (const Node *told = is_named(n, "w:pPr") ? n->first : NULL; told; told = told->next) {
            if (is_named(told, "w:numPr") && tag == TAG_P)
                tag = TAG_LI;
            if (is_named(told, "w:pStyle") && tag_of_style(dom_attribute(told, STR("w:val"))) != TAG_P)
                tag = tag_of_style(dom_attribute(told, STR("w:val")));
        }
    }
    return tag;
}

/* The same as a text of its own. */
static void make_text(Node *n, const char *text)
{
    *n = (Node){.is_text = true,
                .verbatim = true,
                .parent = n->parent,
                .prev = n->prev,
                .next = n->next,
                .start = n->start,
                .end = n->end,
                .raw = str_from(text)};
}

/* The paragraphs in a cell of a table stand on the row's line, a space between them. */
static void join_in_cell(Arena *arena, Node *paragraph)
{
    Node *space = ARENA_NEW(arena, Node);
    *space =
        (Node){.parent = paragraph, .start = paragraph->start, .end = paragraph->start + 1, .next = paragraph->first};
    make_text(space, " ");
    if (paragraph->first)
        paragraph->first->prev = space;
    else
        paragraph->last = space;
    paragraph->first = space;
    paragraph->tag = TAG_SPAN;
}

static void name_element(Arena *arena, Node *n)
{
    n->dropped = is_silent(n);
    for (size_t i = 0; i < COUNT_OF(CHARACTERS); i++) {
        if (is_named(n, CHARACTERS[i].name)) {
            make_text(n, CHARACTERS[i].text);
            return;
        }
    }
    for (size_t i = 0; i < COUNT_OF(ELEMENTS); i++) {
        if (is_named(n, ELEMENTS[i].name))
            n->tag = ELEMENTS[i].tag;
    }
    bool paragraph = n->tag == TAG_P || n->tag == TAG_H2;
    if (paragraph && (around(n, "w:tc") || around(n, "table:table-cell")))
        join_in_cell(arena, n);
    else if (n->tag == TAG_P)
        n->tag = tag_of_paragraph(n);
}

/* The element that holds the text; NULL where the document is of another kind: a table, slides. */
static const Node *name_all(Arena *arena, Node *root)
{
    const Node *text = NULL;
    for (Node *n = dom_next(root, root); n; n = dom_next(n, root)) {
        if (n->is_text)
            n->dropped = n->dropped || (!is_written(n) && !str_equal(n->raw, STR(" ")));
        else
            name_element(arena, n);
        if (!text && (is_named(n, "w:body") || is_named(n, "office:text")))
            text = n;
    }
    return text;
}

/* ---- documents ---- */

/* Lines above the report, each a paragraph here, are taken off it. */
static void take_front(const Source *source, Document *out, Body *body, Arena *arena)
{
    Buf lines = {0};
    size_t ends[FRONT_LINES];
    size_t count = 0;
    for (; count < FRONT_LINES && count < body->block_count; count++) {
        Span span = body->blocks[count].span;
        buf_put(&lines, str_slice(body->text, span.start, span.end));
        buf_char(&lines, '\n');
        ends[count] = lines.len;
    }
    Str text = arena_copy(arena, buf_str(&lines));
    buf_free(&lines);
    Front front = front_read(arena, text);
    if (front.columns.kind != TABLE_FRONT)
        return;
    front_lend(source, &front, out);
    size_t cut = (size_t)(front.body.ptr - text.ptr);
    size_t first = 0;
    while (first < count && ends[first] <= cut)
        first++;
    if (first < body->block_count)
        body_cut_front(arena, body, body->blocks[first].span.start);
}

static bool is_whole(Str xml)
{
    xml = str_trim(xml);
    return str_ends(xml, STR("document>")) || str_ends(xml, STR("document-content>")) || str_ends(xml, STR("package>"));
}

static bool read_office(const Source *source, Document *out, Arena *arena)
{
    Arena *scratch = arena_create();
    const Said said = {.carrier = source->charset, .own = encoding_declared(source->bytes), .page = true};
    Decoded decoded = encoding_decode(scratch, out->original, &said);
    Node *root = dom_parse(scratch, decoded.text, DOM_XML);
    const Node *text = name_all(scratch, root);
    Body body = {.text = STR("")};
    if (text) {
        body = body_write(arena, text, true);
        take_front(source, out, &body, arena);
        RunList runs = runs_through(arena, body.runs, body.run_count, body.text.len, &decoded);
        out->raw_runs = runs.items;
        out->raw_run_count = runs.count;
    }
    out->text = body.text;
    out->blocks = body.blocks;
    out->block_count = body.block_count;
    if (!str_present(out->title))
        out->title = text_heading(out->text);
    source_flag_encoding(out, &decoded, arena);
    if (root->cut_off || !is_whole(decoded.text)) {
        source_add_flag(
            out, (Flag){FLAG_TRUNCATED, {0, (uint32_t)body.text.len}, STR("The document's XML breaks off.")}, arena);
        problem_warn(source->problems, "%.*s: its XML breaks off before byte %zu; read as far as it goes",
                     (int)source->name.len, source->name.ptr, source->bytes.len);
    }
    arena_destroy(scratch);
    return str_trim(body.text).len > 0;
}

Document *office_next(Source *source, Arena *arena)
{
    if (source->at > 0)
        return NULL;
    source->at = source->bytes.len;
    const char *why = source->bytes.len > OFFICE_LIMIT_BYTES
                          ? "a document of more than 64 MiB"
                          : "it holds no text; save a table as CSV, and slides as text";
    Document *document = source->bytes.len > OFFICE_LIMIT_BYTES ? NULL : source_document(source, source->bytes, arena);
    if (document && read_office(source, document, arena))
        return document;
    problem_lost(source->problems, "%.*s: can't be read: %s", (int)source->name.len, source->name.ptr, why);
    return NULL;
}
