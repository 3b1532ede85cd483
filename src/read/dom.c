#include "read/dom.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include "read/text.h"

enum { MAX_DEPTH = 400, MAX_OPEN = 2000, MAX_NODES = 4000000 };

/* Text that came in pieces: [start, end) of the source, in one element, with nothing but text between its pieces. */
typedef struct {
    size_t start;
    size_t end;
    bool verbatim;
    bool open;
} TextRun;

typedef struct {
    Arena *arena;
    Str s;
    Str read; /* the same as the parser reads it, from offset on */
    DomMode mode;
    xmlParserCtxtPtr parser;
    Node *root;
    Node *current;
    unsigned depth;
    size_t nodes;
    size_t offset; /* in the source, of the parser's first byte */
    size_t at;     /* up to where the source is accounted for */
    TextRun run;
    bool stopped; /* too many nodes */
    bool cut_off;
} Builder;

/* ---- tree ---- */

static void append(Node *parent, Node *child)
{
    child->parent = parent;
    child->prev = parent->last;
    if (parent->last)
        parent->last->next = child;
    else
        parent->first = child;
    parent->last = child;
}

static void add_text(Builder *b, size_t start, size_t end, bool verbatim)
{
    if (end <= start)
        return;
    Node *text = ARENA_NEW(b->arena, Node);
    *text = (Node){.is_text = true, .verbatim = verbatim, .start = (uint32_t)start, .end = (uint32_t)end};
    text->raw = str_slice(b->s, start, end);
    append(b->current, text);
    b->nodes++;
}

static void close_down_to(Builder *b, const Node *element, size_t end)
{
    bool last = false;
    while (b->current != b->root && !last) {
        last = b->current == element;
        b->current->end = (uint32_t)end;
        b->current = b->current->parent;
        b->depth--;
    }
}

static bool has_open(const Builder *b, Tag tag)
{
    const Node *n = b->current;
    while (n && n->tag != tag)
        n = n->parent;
    return n != NULL;
}

/* ---- what the parser tells ---- */

/* How far the parser has read, in bytes of the source. */
static size_t position(const Builder *b)
{
    const xmlParserInput *input = b->parser->input;
    size_t at = b->offset + input->consumed + (size_t)(input->cur - input->base);
    if (at < b->at)
        at = b->at; /* it has given up and forgotten its place */
    return at < b->s.len ? at : b->s.len;
}

static void stop(Builder *b)
{
    b->stopped = true;
    b->cut_off = true;
    xmlStopParser(b->parser);
}

static bool holds_markup(const Builder *b, size_t start, size_t end)
{
    return start < end && str_find_char(str_slice(b->s, start, end), '<', 0) != SIZE_MAX;
}

/* The text so far becomes a node. The parser drops references that it cannot read: they are text all the same. */
static void flush_text(Builder *b)
{
    TextRun *run = &b->run;
    if (!run->open)
        return;
    if (!run->verbatim) {
        while (run->start > b->at && b->s.ptr[run->start - 1] != '>')
            run->start--;
        size_t limit = position(b);
        while (run->end < limit && b->s.ptr[run->end] != '<')
            run->end++;
    }
    add_text(b, run->start, run->end, run->verbatim);
    b->at = run->end > b->at ? run->end : b->at;
    run->open = false;
}

static bool stands_at(const Builder *b, Str piece, size_t end)
{
    return end >= b->at + piece.len && end <= b->s.len &&
           memcmp(b->read.ptr + end - b->offset - piece.len, piece.ptr, piece.len) == 0;
}

/* A "<" that begins no tag: the parser brings it before it steps over it. */
static bool is_stray_bracket(const Builder *b, Str piece, size_t at)
{
    char next = text_byte(b->s, at + 1);
    return b->mode == DOM_HTML && str_equal(piece, STR("<")) && text_byte(b->s, at) == '<' && !char_is_letter(next) &&
           next != '/' && next != '!' && next != '?';
}

/* A piece that does not stand in the source as such: the reference that ends at the parser's position. */
static Span reference_span(const Builder *b, size_t at)
{
    for (size_t start = at; start-- > b->at && b->s.ptr[start] != '<';) {
        if (b->s.ptr[start] == '&')
            return (Span){(uint32_t)start, (uint32_t)at};
    }
    return (Span){(uint32_t)at, (uint32_t)at};
}

/*
 * Where a piece of text stands that the parser has just brought: in its own buffer, before its position or, where its
 * buffer for text was full, one character further.
 */
static Span piece_span(const Builder *b, Str piece)
{
    enum { FULL_BYTES = 100 };
    const xmlParserInput *input = b->parser->input;
    size_t at = position(b);
    if (piece.ptr >= (const char *)input->base && piece.ptr < (const char *)input->end) {
        size_t from = b->offset + input->consumed + (size_t)(piece.ptr - (const char *)input->base);
        return (Span){(uint32_t)from, (uint32_t)(from + piece.len)};
    }
    if (is_stray_bracket(b, piece, at))
        return (Span){(uint32_t)at, (uint32_t)(at + 1)};
    if (stands_at(b, piece, at))
        return (Span){(uint32_t)(at - piece.len), (uint32_t)at};
    size_t further = at < b->s.len ? at + 1 : at;
    while (further < b->s.len && ((unsigned char)b->s.ptr[further] & 0xC0) == 0x80)
        further++;
    if (piece.len >= FULL_BYTES && stands_at(b, piece, further))
        return (Span){(uint32_t)(further - piece.len), (uint32_t)further};
    return reference_span(b, at);
}

static void add_piece(Builder *b, Span span, bool verbatim)
{
    TextRun *run = &b->run;
    if (run->open && (run->verbatim != verbatim || holds_markup(b, run->end, span.start)))
        flush_text(b);
    if (span.start < b->at)
        span.start = (uint32_t)b->at;
    if (span.end <= span.start)
        return;
    if (!run->open)
        *run = (TextRun){span.start, span.end, verbatim, true};
    run->start = span.start < run->start ? span.start : run->start;
    run->end = span.end > run->end ? span.end : run->end;
}

static void take_text(void *user, const xmlChar *text, int len)
{
    Builder *b = user;
    if (b->stopped || len <= 0)
        return;
    bool verbatim = b->current->tag == TAG_SCRIPT || b->current->tag == TAG_STYLE;
    add_piece(b, piece_span(b, (Str){(const char *)text, (size_t)len}), verbatim);
}

/* CDATA of a feed; in pages, the text of scripts. */
static void take_cdata(void *user, const xmlChar *text, int len)
{
    Builder *b = user;
    if (b->mode == DOM_HTML) {
        take_text(user, text, len);
        return;
    }
    if (b->stopped || len <= 0)
        return;
    size_t end = position(b);
    if (end >= 3 && memcmp(b->s.ptr + end - 3, "]]>", 3) == 0)
        end -= 3;
    flush_text(b);
    add_piece(b, (Span){(uint32_t)(end - (size_t)len), (uint32_t)end}, true);
    flush_text(b);
}

/* Where the tag of that name begins in which the parser stands, SIZE_MAX if it stands in none. */
static size_t tag_start(const Builder *b, Str name, size_t at)
{
    for (size_t start = at; start-- > b->at;) {
        if (b->s.ptr[start] == '<' && str_begins_caseless(str_drop(b->s, start + 1), name))
            return start;
    }
    return SIZE_MAX;
}

/* A reference to a character of Windows-1252 by its number there is read as browsers read it. */
static Str html_value(Arena *arena, Str s)
{
    if (str_find_char(s, '\xC2', 0) == SIZE_MAX)
        return arena_copy(arena, s);
    Buf out = {0};
    for (size_t i = 0; i < s.len; i++) {
        unsigned char next = (unsigned char)text_byte(s, i + 1);
        if (s.ptr[i] == '\xC2' && next >= 0x80 && next < 0xA0) {
            text_put(&out, text_windows_1252(next));
            i++;
        } else {
            buf_char(&out, s.ptr[i]);
        }
    }
    Str value = arena_copy(arena, buf_str(&out));
    buf_free(&out);
    return value;
}

static void add_attributes(const Builder *b, Node *element, const xmlChar **pairs)
{
    size_t count = 0;
    while (pairs && pairs[2 * count])
        count++;
    element->attributes = ARENA_ARRAY(b->arena, Attribute, count);
    element->attribute_count = count;
    for (size_t i = 0; i < count; i++) {
        const char *value = (const char *)pairs[2 * i + 1];
        Str written = value ? str_from(value) : STR("");
        element->attributes[i].name = arena_copy(b->arena, str_from((const char *)pairs[2 * i]));
        /* libxml2 leaves "&" as a reference in feeds */
        element->attributes[i].value =
            b->mode == DOM_XML ? dom_decode(b->arena, written) : html_value(b->arena, written);
    }
}

/* A second <html> or <body> only adds to the first. */
static bool is_repeated(const Builder *b, Tag tag)
{
    return (tag == TAG_HTML || tag == TAG_BODY) && has_open(b, tag);
}

static void take_start_tag(void *user, const xmlChar *name, const xmlChar **pairs)
{
    Builder *b = user;
    if (b->stopped)
        return;
    if (b->nodes >= MAX_NODES) {
        stop(b);
        return;
    }
    if (b->mode == DOM_HTML && b->parser->nameNr > MAX_OPEN)
        (void)namePop(b->parser); /* each end tag is looked for among those that are open */
    size_t at = position(b);
    flush_text(b);
    Str own = str_from((const char *)name);
    Tag tag = b->mode == DOM_HTML ? dom_tag(own) : TAG_OTHER;
    size_t start = tag_start(b, own, at);
    if (start == SIZE_MAX)
        return; /* implied around what the parser stands behind */
    b->at = at > b->at ? at : b->at;
    if (is_repeated(b, tag))
        return;
    Node *element = ARENA_NEW(b->arena, Node);
    *element = (Node){.tag = tag, .name = arena_copy(b->arena, own), .start = (uint32_t)start, .end = (uint32_t)at};
    add_attributes(b, element, pairs);
    append(b->current, element);
    b->nodes++;
    if (dom_is_void(tag) || b->depth >= MAX_DEPTH)
        return;
    b->current = element;
    b->depth++;
}

static Node *open_by_name(const Builder *b, Str name)
{
    for (Node *n = b->current; n != b->root; n = n->parent) {
        if (b->mode == DOM_XML ? str_equal(n->name, name) : str_equal_caseless(n->name, name))
            return n;
    }
    return NULL;
}

static void take_end_tag(void *user, const xmlChar *name)
{
    Builder *b = user;
    if (b->stopped)
        return;
    size_t at = position(b);
    bool written = at > 0 && b->s.ptr[at - 1] == '>';
    bool in_text = b->run.open && str_trim(str_slice(b->s, b->run.start, b->run.end)).len > 0;
    flush_text(b);
    if (!written && at == b->s.len && in_text && b->mode == DOM_HTML && has_open(b, TAG_HTML))
        b->cut_off = true;
    b->at = written && at > b->at ? at : b->at;
    Node *element = open_by_name(b, str_from((const char *)name));
    if (!element || element->tag == TAG_BODY || element->tag == TAG_HTML)
        return; /* what follows still belongs to the body */
    size_t end = at;
    while (!written && at < b->s.len && end > element->start && b->s.ptr[end] != '<')
        end--; /* to the tag that implies it */
    close_down_to(b, element, end);
}

/* ---- parsing ---- */

/* "<![if IE]>" and the like are no text for browsers; libxml2 passes over them when they are instructions. */
static void mend_declaration(char *open, Str rest)
{
    if (rest.len > 3 && rest.ptr[2] != '>' && (unsigned char)rest.ptr[2] < 0x80 && !str_begins(rest, STR("<!--")) &&
        !str_begins_caseless(rest, STR("<!doctype"))) {
        open[1] = '?';
        open[2] = 'x';
    }
}

/* What libxml2 would take for the end, refuse or change in length becomes white space; all stays at its place. */
static char *cleaned(Arena *arena, Str s, DomMode mode)
{
    char *copy = arena_alloc(arena, s.len + 1, 1);
    memcpy(copy, s.ptr, s.len);
    copy[s.len] = '\0';
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.ptr[i];
        if (c < 0x20 && c != '\t' && c != '\n')
            copy[i] = ' ';
        else if (c == '<' && mode == DOM_HTML && text_byte(s, i + 1) == '!')
            mend_declaration(copy + i, str_drop(s, i));
        else if (c == 0xEF &&
                 (str_begins(str_drop(s, i), STR("\xEF\xBF\xBE")) || str_begins(str_drop(s, i), STR("\xEF\xBF\xBF"))))
            copy[i + 2] = '\xBD'; /* no character: U+FFFD */
    }
    return copy;
}

static void run_parser(Builder *b)
{
    bool html = b->mode == DOM_HTML;
    const char *bytes = b->read.ptr;
    int len = (int)b->read.len;
    b->parser = html ? htmlCreateMemoryParserCtxt(bytes, len) : xmlCreateMemoryParserCtxt(bytes, len);
    if (!b->parser)
        return;
    if (html)
        (void)htmlCtxtUseOptions(b->parser, HTML_PARSE_RECOVER | HTML_PARSE_NODEFDTD | HTML_PARSE_NOERROR |
                                                HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_NOIMPLIED |
                                                HTML_PARSE_IGNORE_ENC);
    else
        (void)xmlCtxtUseOptions(b->parser, XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR |
                                               XML_PARSE_NOWARNING | XML_PARSE_IGNORE_ENC);
    *b->parser->sax = (xmlSAXHandler){.startElement = take_start_tag,
                                      .endElement = take_end_tag,
                                      .characters = take_text,
                                      .ignorableWhitespace = take_text,
                                      .cdataBlock = take_cdata,
                                      .initialized = 1};
    b->parser->sax2 = 0;
    b->parser->userData = b;
    (void)xmlSwitchEncoding(b->parser, XML_CHAR_ENCODING_UTF8);
    (void)(html ? htmlParseDocument(b->parser) : xmlParseDocument(b->parser));
    flush_text(b);
    b->cut_off = b->cut_off || b->parser->disableSAX; /* it gave up, as at 256 levels of a feed */
    xmlFreeDoc(b->parser->myDoc);
    xmlFreeParserCtxt(b->parser);
}

Node *dom_parse(Arena *arena, Str source, DomMode mode)
{
    Node *root = ARENA_NEW(arena, Node);
    root->end = (uint32_t)source.len;
    Builder b = {.arena = arena, .s = source, .mode = mode, .root = root, .current = root};
    size_t begin = mode == DOM_XML ? str_find_char(source, '<', 0) : 0;
    if (begin < source.len && source.len < INT32_MAX) {
        Arena *scratch = arena_create();
        b.offset = begin;
        b.at = begin;
        b.read = (Str){cleaned(scratch, str_drop(source, begin), mode), source.len - begin};
        run_parser(&b);
        arena_destroy(scratch);
    }
    root->cut_off = b.cut_off;
    close_down_to(&b, root, source.len);
    return root;
}

/* ---- walking ---- */

Node *dom_skip(const Node *node, const Node *root)
{
    while (node != root && !node->next)
        node = node->parent;
    return node == root ? NULL : node->next;
}

Node *dom_next(const Node *node, const Node *root)
{
    return node->first ? node->first : dom_skip(node, root);
}

Str dom_attribute(const Node *node, Str name)
{
    for (size_t i = 0; i < node->attribute_count; i++) {
        if (str_equal_caseless(node->attributes[i].name, name))
            return node->attributes[i].value;
    }
    return STR_NONE;
}

Node *dom_find(const Node *root, Str name)
{
    for (Node *n = dom_next(root, root); n; n = dom_next(n, root)) {
        if (!n->is_text && str_equal_caseless(n->name, name))
            return n;
    }
    return NULL;
}

static Str single_spaced(Arena *arena, Str s)
{
    Buf out = {0};
    bool space = false;
    for (size_t i = 0; i < s.len; i++) {
        bool wide = i + 1 < s.len && s.ptr[i] == '\xC2' && s.ptr[i + 1] == '\xA0'; /* no-break space */
        if (char_is_space(s.ptr[i]) || wide) {
            space = out.len > 0;
            i += wide;
            continue;
        }
        if (space)
            buf_char(&out, ' ');
        space = false;
        buf_char(&out, s.ptr[i]);
    }
    Str spaced = arena_copy(arena, buf_str(&out));
    buf_free(&out);
    return spaced;
}

Str dom_text(Arena *arena, const Node *node)
{
    Buf all = {0};
    for (const Node *n = node; n;) {
        bool left_out = n->dropped || n->tag == TAG_SCRIPT || n->tag == TAG_STYLE;
        if (n->is_text)
            buf_put(&all, n->verbatim ? n->raw : dom_decode(arena, n->raw));
        else if (dom_is_block(n->tag) || n->tag == TAG_BR)
            buf_char(&all, ' ');
        n = left_out ? dom_skip(n, node) : dom_next(n, node);
    }
    Str text = single_spaced(arena, buf_str(&all));
    buf_free(&all);
    return text;
}
