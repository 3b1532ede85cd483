#include "read/dom.h"

#include "read/text.h"

enum { MAX_DEPTH = 400, MAX_NODES = 4000000 };

typedef struct {
    Arena *arena;
    Str s;
    size_t at;
    DomMode mode;
    Node *root;
    Node *current;
    unsigned depth;
    size_t nodes;
    Attribute *attributes; /* of the tag at hand */
    size_t attribute_count;
    size_t attribute_cap;
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

/* The current element ends here; so do those around it whose end tag came too early. */
static void close_current(Builder *b, size_t end)
{
    do {
        b->current->end = (uint32_t)end;
        b->current = b->current->parent;
        b->depth--;
    } while (b->current->closing && b->current != b->root);
}

static void close_down_to(Builder *b, const Node *element, size_t end)
{
    while (b->current != b->root && b->depth > 0) {
        bool last = b->current == element;
        close_current(b, end);
        if (last)
            return;
        const Node *still = b->current;
        while (still && still != element)
            still = still->parent;
        if (!still)
            return;
    }
}

/* What an implied end tag may not reach through. */
static bool is_barrier(Tag tag)
{
    return tag == TAG_TD || tag == TAG_TH || tag == TAG_TABLE || tag == TAG_CAPTION || tag == TAG_BUTTON ||
           tag == TAG_OBJECT || tag == TAG_TEMPLATE || tag == TAG_HTML;
}

static Node *open_element(const Builder *b, Tag tag, bool (*stops)(Tag))
{
    for (Node *n = b->current; n != b->root; n = n->parent) {
        if (n->tag == tag)
            return n;
        if (stops(n->tag))
            return NULL;
    }
    return NULL;
}

static bool stops_list_item(Tag tag)
{
    return tag == TAG_UL || tag == TAG_OL || tag == TAG_DL || is_barrier(tag);
}

static bool stops_at_table(Tag tag)
{
    return tag == TAG_TABLE || tag == TAG_TEMPLATE;
}

static bool stops_cell(Tag tag)
{
    return tag == TAG_TR || stops_at_table(tag);
}

static bool stops_option(Tag tag)
{
    return tag == TAG_SELECT || is_barrier(tag);
}

static void close_if_open(Builder *b, Tag tag, bool (*stops)(Tag), size_t at)
{
    const Node *open = open_element(b, tag, stops);
    if (open)
        close_down_to(b, open, at);
}

static void close_table_parts(Builder *b, Tag tag, size_t at)
{
    if (tag == TAG_TD || tag == TAG_TH) {
        close_if_open(b, TAG_TD, stops_cell, at);
        close_if_open(b, TAG_TH, stops_cell, at);
    } else if (tag == TAG_TR) {
        close_if_open(b, TAG_TR, stops_at_table, at);
    } else if (tag == TAG_TBODY || tag == TAG_THEAD || tag == TAG_TFOOT) {
        close_if_open(b, TAG_THEAD, stops_at_table, at);
        close_if_open(b, TAG_TBODY, stops_at_table, at);
        close_if_open(b, TAG_TFOOT, stops_at_table, at);
    }
}

/* End tags that a start tag implies. */
static void close_implied(Builder *b, Tag tag, size_t at)
{
    if (dom_is_block(tag) && tag != TAG_LI && tag != TAG_NOSCRIPT && tag != TAG_TEMPLATE)
        close_if_open(b, TAG_P, is_barrier, at);
    if (tag == TAG_LI)
        close_if_open(b, TAG_LI, stops_list_item, at);
    if (tag == TAG_DD || tag == TAG_DT) {
        close_if_open(b, TAG_DD, stops_list_item, at);
        close_if_open(b, TAG_DT, stops_list_item, at);
    }
    if (tag == TAG_OPTION || tag == TAG_OPTGROUP)
        close_if_open(b, TAG_OPTION, stops_option, at);
    if (tag == TAG_A)
        close_if_open(b, TAG_A, is_barrier, at);
    if (dom_heading_level(tag) > 0 && dom_heading_level(b->current->tag) > 0)
        close_current(b, at);
    if (tag == TAG_BODY)
        close_if_open(b, TAG_HEAD, is_barrier, at);
    close_table_parts(b, tag, at);
}

static bool has_open(const Builder *b, Tag tag)
{
    const Node *n = b->current;
    while (n && n->tag != tag)
        n = n->parent;
    return n != NULL;
}

static Node *add_element(Builder *b, Str name, Tag tag, size_t start)
{
    Node *element = ARENA_NEW(b->arena, Node);
    *element = (Node){.tag = tag, .name = name, .start = (uint32_t)start, .end = (uint32_t)b->at};
    element->attributes = ARENA_ARRAY(b->arena, Attribute, b->attribute_count);
    element->attribute_count = b->attribute_count;
    if (b->attribute_count > 0)
        memcpy(element->attributes, b->attributes, b->attribute_count * sizeof *b->attributes);
    append(b->current, element);
    b->nodes++;
    return element;
}

/* ---- tags ---- */

static bool at_end(const Builder *b)
{
    return b->at >= b->s.len;
}

static void skip_space(Builder *b)
{
    while (!at_end(b) && char_is_space(b->s.ptr[b->at]))
        b->at++;
}

static Str take_name(Builder *b)
{
    size_t start = b->at;
    while (!at_end(b) && !char_is_space(b->s.ptr[b->at]) && b->s.ptr[b->at] != '/' && b->s.ptr[b->at] != '>')
        b->at++;
    return str_slice(b->s, start, b->at);
}

static Str take_value(Builder *b)
{
    char quote = text_byte(b->s, b->at);
    size_t start = b->at;
    if (quote == '"' || quote == '\'') {
        size_t end = str_find_char(b->s, quote, b->at + 1);
        end = end == SIZE_MAX ? b->s.len : end;
        b->at = end < b->s.len ? end + 1 : end;
        return str_slice(b->s, start + 1, end);
    }
    while (!at_end(b) && !char_is_space(b->s.ptr[b->at]) && b->s.ptr[b->at] != '>')
        b->at++;
    return str_slice(b->s, start, b->at);
}

static bool ends_name(char c)
{
    return c == '=' || c == '/' || c == '>';
}

static void take_attribute(Builder *b)
{
    size_t start = b->at++;
    while (!at_end(b) && !char_is_space(b->s.ptr[b->at]) && !ends_name(b->s.ptr[b->at]))
        b->at++;
    Attribute attribute = {str_slice(b->s, start, b->at), {"", 0}};
    size_t after_name = b->at;
    skip_space(b);
    if (!at_end(b) && b->s.ptr[b->at] == '=') {
        b->at++;
        skip_space(b);
        attribute.value = take_value(b);
    } else {
        b->at = after_name;
    }
    b->attributes = arena_grow(b->arena, b->attributes, b->attribute_count, &b->attribute_cap, sizeof *b->attributes);
    b->attributes[b->attribute_count++] = attribute;
}

/* Up to and with ">". Returns whether the tag closes itself ("/>"). */
static bool take_attributes(Builder *b)
{
    bool self_closing = false;
    b->attribute_count = 0;
    while (!at_end(b)) {
        char c = b->s.ptr[b->at];
        if (c == '>') {
            b->at++;
            return self_closing;
        }
        self_closing = c == '/';
        if (c == '/' || char_is_space(c))
            b->at++;
        else
            take_attribute(b);
    }
    return self_closing;
}

static bool holds_raw_text(Tag tag)
{
    return tag == TAG_SCRIPT || tag == TAG_STYLE || tag == TAG_TEXTAREA || tag == TAG_TITLE || tag == TAG_IFRAME;
}

/* Everything up to the end tag of that name is one text. */
static void take_raw_text(Builder *b, Str name, Tag tag)
{
    size_t start = b->at;
    size_t end = start;
    for (;;) {
        end = str_find(b->s, STR("</"), end);
        if (end == SIZE_MAX) {
            end = b->s.len;
            break;
        }
        if (str_begins_caseless(str_drop(b->s, end + 2), name))
            break;
        end += 2;
    }
    add_text(b, start, end, tag != TAG_TITLE && tag != TAG_TEXTAREA);
    b->at = end;
}

/* A second <html> or <body> only adds to the first. */
static bool is_repeated(const Builder *b, Tag tag)
{
    return (tag == TAG_HTML || tag == TAG_BODY) && has_open(b, tag);
}

static void take_start_tag(Builder *b)
{
    size_t start = b->at++;
    Str name = take_name(b);
    bool self_closing = take_attributes(b);
    Tag tag = b->mode == DOM_HTML ? dom_tag(name) : TAG_OTHER;
    if (b->mode == DOM_HTML) {
        if (is_repeated(b, tag))
            return;
        close_implied(b, tag, start);
    }
    Node *element = add_element(b, name, tag, start);
    bool drawing = b->mode == DOM_HTML && has_open(b, TAG_SVG); /* in which tags close themselves as in XML */
    bool empty =
        b->mode == DOM_HTML ? dom_is_void(tag) || (self_closing && (tag == TAG_OTHER || drawing)) : self_closing;
    if (empty || b->depth >= MAX_DEPTH)
        return;
    b->current = element;
    b->depth++;
    if (holds_raw_text(tag) && !drawing)
        take_raw_text(b, name, tag);
}

/* An inline element's end tag among blocks: it ends when they do. */
static bool ends_later(Builder *b, Node *element)
{
    if (dom_is_block(element->tag))
        return false;
    for (const Node *n = b->current; n != element; n = n->parent) {
        if (dom_is_block(n->tag)) {
            element->closing = true;
            return true;
        }
    }
    return false;
}

static bool same_name(const Builder *b, const Node *n, Str name)
{
    return b->mode == DOM_XML ? str_equal(n->name, name) : str_equal_caseless(n->name, name);
}

static void take_end_tag(Builder *b)
{
    size_t start = b->at;
    b->at += 2;
    Str name = take_name(b);
    (void)take_attributes(b);
    Tag tag = b->mode == DOM_HTML ? dom_tag(name) : TAG_OTHER;
    if (tag == TAG_BODY || tag == TAG_HTML)
        return; /* what follows still belongs to them */
    if (b->mode == DOM_HTML && tag == TAG_BR) {
        b->attribute_count = 0;
        (void)add_element(b, name, TAG_BR, start);
        return;
    }
    bool table_part = tag == TAG_TABLE || tag == TAG_TR || tag == TAG_TD || tag == TAG_TH || tag == TAG_TBODY ||
                      tag == TAG_THEAD || tag == TAG_TFOOT || tag == TAG_CAPTION || tag == TAG_BUTTON ||
                      tag == TAG_OBJECT || tag == TAG_TEMPLATE;
    for (Node *n = b->current; n != b->root; n = n->parent) {
        if (same_name(b, n, name)) {
            if (b->mode == DOM_XML || !ends_later(b, n))
                close_down_to(b, n, b->at);
            return;
        }
        if (b->mode == DOM_HTML && !table_part && is_barrier(n->tag))
            return;
        if (b->mode == DOM_HTML && table_part && n->tag == TAG_TABLE && tag != TAG_TABLE)
            return;
    }
}

/* "<!--", "<![CDATA[", "<!doctype", "<?xml": all but CDATA is left out. */
static void take_declaration(Builder *b)
{
    Str rest = str_drop(b->s, b->at);
    size_t end = SIZE_MAX;
    if (str_begins(rest, STR("<!--"))) {
        end = str_find(b->s, STR("-->"), b->at + 2);
        b->at = end == SIZE_MAX ? b->s.len : end + 3;
    } else if (b->mode == DOM_XML && str_begins(rest, STR("<![CDATA["))) {
        end = str_find(b->s, STR("]]>"), b->at);
        size_t start = b->at + STR("<![CDATA[").len;
        add_text(b, start, end == SIZE_MAX ? b->s.len : end, true);
        b->at = end == SIZE_MAX ? b->s.len : end + 3;
    } else {
        end = str_find_char(b->s, '>', b->at);
        b->at = end == SIZE_MAX ? b->s.len : end + 1;
    }
}

/* Whole pages close what they print last, if only with their body's end tag; text after the last tag is a cut. */
static bool ends_early(const Builder *b, size_t tail_bytes)
{
    if (b->nodes >= MAX_NODES)
        return true;
    Str tail = str_trim(str_slice(b->s, b->s.len - tail_bytes, b->s.len));
    bool in_block = b->current != b->root && b->current->tag != TAG_BODY && b->current->tag != TAG_HTML;
    return b->mode == DOM_HTML && has_open(b, TAG_HTML) && in_block && tail.len > 0;
}

Node *dom_parse(Arena *arena, Str source, DomMode mode)
{
    Node *root = ARENA_NEW(arena, Node);
    root->end = (uint32_t)source.len;
    Builder b = {.arena = arena, .s = source, .mode = mode, .root = root, .current = root};
    size_t text_start = 0;
    while (b.nodes < MAX_NODES) {
        size_t open = str_find_char(b.s, '<', b.at);
        if (open == SIZE_MAX)
            break;
        char c = text_byte(b.s, open + 1);
        char d = text_byte(b.s, open + 2);
        bool tag = char_is_letter(c) || c == '!' || c == '?' || (c == '/' && char_is_letter(d));
        if (!tag) {
            b.at = open + 1;
            continue;
        }
        add_text(&b, text_start, open, false);
        b.at = open;
        if (c == '/')
            take_end_tag(&b);
        else if (c == '!' || c == '?')
            take_declaration(&b);
        else
            take_start_tag(&b);
        text_start = b.at;
    }
    if (b.nodes < MAX_NODES)
        add_text(&b, text_start, b.s.len, false);
    root->cut_off = ends_early(&b, source.len - text_start);
    while (b.current != root)
        close_current(&b, source.len);
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

Str dom_raw_attribute(const Node *node, Str name)
{
    for (size_t i = 0; i < node->attribute_count; i++) {
        if (str_equal_caseless(node->attributes[i].name, name))
            return node->attributes[i].value;
    }
    return STR_NONE;
}

Str dom_attribute(Arena *arena, const Node *node, Str name)
{
    Str raw = dom_raw_attribute(node, name);
    return str_present(raw) ? dom_decode(arena, raw) : STR_NONE;
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
