#include "read/weigh.h"

enum {
    SCRAP_COST = 20,
};

/* ---- marking ---- */

static bool says_hidden(const Node *node)
{
    Str style = dom_attribute(node, STR("style"));
    for (size_t at = 0; (at = str_find(style, STR("display"), at)) != SIZE_MAX; at += 7) {
        Str rest = str_trim(str_drop(style, at + 7));
        if (str_begins(rest, STR(":")) && str_begins(str_trim(str_drop(rest, 1)), STR("none")))
            return true;
    }
    return str_present(dom_attribute(node, STR("hidden"))) ||
           str_equal(dom_attribute(node, STR("aria-hidden")), STR("true"));
}

static bool is_furniture_role(Str role)
{
    return str_equal(role, STR("navigation")) || str_equal(role, STR("banner")) ||
           str_equal(role, STR("complementary")) || str_equal(role, STR("contentinfo")) ||
           str_equal(role, STR("search")) || str_equal(role, STR("dialog")) || str_equal(role, STR("alert"));
}

/* Elements that never hold a report's text, whatever their names. */
static bool is_never_text(Tag tag)
{
    switch ((int)tag) {
    case TAG_SCRIPT:
    case TAG_STYLE:
    case TAG_NOSCRIPT:
    case TAG_TEMPLATE:
    case TAG_SVG:
    case TAG_IFRAME:
    case TAG_BUTTON:
    case TAG_SELECT:
    case TAG_TEXTAREA:
    case TAG_DIALOG:
    case TAG_AUDIO:
    case TAG_VIDEO:
    case TAG_OBJECT:
    case TAG_HEAD:
    case TAG_TITLE: return true;
    default: return false;
    }
}

static bool is_furniture_tag(Tag tag)
{
    return tag == TAG_NAV || tag == TAG_FOOTER || tag == TAG_ASIDE || tag == TAG_FORM || tag == TAG_HEADER ||
           tag == TAG_FIGCAPTION || tag == TAG_FIELDSET || tag == TAG_LABEL;
}

/* A header over a part of the text: a lower heading and nothing else. */
static bool is_section_head(const Node *header)
{
    bool heading = false;
    for (const Node *n = dom_next(header, header); n; n = dom_next(n, header)) {
        if (n->tag == TAG_H1 || n->tag == TAG_A || n->tag == TAG_P || n->tag == TAG_UL)
            return false;
        heading = heading || dom_heading_level(n->tag) > 1;
    }
    return heading;
}

/* The photographer's line under a picture; where the figure is a quotation, its speaker. */
static bool is_picture_credit(const Node *cite)
{
    const Node *figure = cite->tag == TAG_CITE ? cite->parent : NULL;
    while (figure && figure->tag != TAG_FIGURE)
        figure = figure->parent;
    if (!figure)
        return false;
    bool picture = false;
    for (const Node *n = dom_next(figure, figure); n; n = dom_next(n, figure)) {
        if (n->tag == TAG_BLOCKQUOTE)
            return false;
        picture = picture || n->tag == TAG_IMG;
    }
    return picture;
}

static Marks marks_of(const Markup *markup, const Node *node)
{
    Marks marks = markup_marks(markup, dom_attribute(node, STR("class")));
    marks |= markup_marks(markup, dom_attribute(node, STR("id")));
    if (is_furniture_tag(node->tag) || is_furniture_role(dom_attribute(node, STR("role"))) || says_hidden(node) ||
        is_picture_credit(node))
        marks |= MARK_DROP;
    Str property = dom_attribute(node, STR("itemprop"));
    if (str_equal(property, STR("articleBody")))
        marks = MARK_BODY;
    if (node->tag == TAG_P || node->tag == TAG_LI || dom_heading_level(node->tag) > 0)
        marks &= ~(Marks)MARK_BODY; /* names its paragraphs after their body */
    if ((node->tag == TAG_HEADER && is_section_head(node)) ||
        (node->tag == TAG_FOOTER && node->parent->tag == TAG_BLOCKQUOTE))
        marks &= ~(Marks)MARK_DROP;
    if (node->tag == TAG_HTML || node->tag == TAG_BODY || node->tag == TAG_MAIN || node->tag == TAG_ARTICLE)
        marks &= ~(Marks)MARK_DROP;
    return marks;
}

/* ---- weighing ---- */

/* All nodes but what lies in elements that never hold text. */
static NodeList list_nodes(Arena *arena, Node *root)
{
    NodeList list = {NULL, 0, 0};
    for (Node *n = root; n;) {
        list.items = arena_grow(arena, (void *)list.items, list.count, &list.cap, sizeof(void *));
        list.items[list.count++] = n;
        n->dropped = is_never_text(n->tag);
        n = n->dropped ? dom_skip(n, root) : dom_next(n, root);
    }
    return list;
}

static uint32_t visible_bytes(Str s)
{
    uint32_t n = 0;
    for (size_t i = 0; i < s.len; i++)
        n += !char_is_space(s.ptr[i]);
    return n;
}

bool weigh_is_left_out(const Node *node)
{
    for (; node; node = node->parent) {
        if (node->dropped)
            return true;
    }
    return false;
}

/* Gives a text's bytes to the block that it stands in. */
static void weigh_text(const Node *text)
{
    uint32_t n = visible_bytes(text->raw);
    bool link = false;
    Node *block = text->parent;
    while (block->parent && !dom_is_block(block->tag)) {
        link = link || block->tag == TAG_A;
        block = block->parent;
    }
    for (const Node *around = block; around && !link; around = around->parent)
        link = around->tag == TAG_A;
    block->own_chars += n;
    block->own_links += link ? n : 0;
}

/* Elements whose text counts even where it is short: a table of figures, a list of names, dialogue. */
static bool is_text_block(Tag tag)
{
    return tag == TAG_P || tag == TAG_LI || tag == TAG_TD || tag == TAG_TH || tag == TAG_DD || tag == TAG_BLOCKQUOTE ||
           tag == TAG_PRE;
}

int32_t weigh_block(const Node *block)
{
    int32_t plain = (int32_t)(block->own_chars - block->own_links);
    int32_t links = (int32_t)block->own_links;
    if (block->own_chars == 0)
        return 0;
    if (plain >= PROSE_CHARS && plain > links)
        return plain;
    if (dom_heading_level(block->tag) > 0)
        return 0;
    if (links == 0 && is_text_block(block->tag))
        return plain;
    return plain > links ? 0 : -SCRAP_COST - links / 2;
}

static void add_to_parent(const Node *node)
{
    Node *parent = node->parent;
    if (!parent || node->dropped)
        return;
    parent->chars += node->chars;
    parent->link_chars += node->link_chars;
    parent->prose += node->prose;
    parent->running += node->running;
}

/* Sums over the tree, children before parents; parts that are dropped count nothing. */
static void sum_up(const NodeList *nodes)
{
    for (size_t i = 0; i < nodes->count; i++) {
        nodes->items[i]->own_chars = 0;
        nodes->items[i]->own_links = 0;
    }
    for (size_t i = 0; i < nodes->count; i++) {
        if (nodes->items[i]->is_text && !weigh_is_left_out(nodes->items[i]))
            weigh_text(nodes->items[i]);
    }
    for (size_t i = 0; i < nodes->count; i++) {
        Node *n = nodes->items[i];
        n->chars = n->own_chars;
        n->link_chars = n->own_links;
        n->prose = weigh_block(n);
        n->running = n->prose > 0 ? n->prose : 0;
    }
    for (size_t i = nodes->count; i-- > 0;)
        add_to_parent(nodes->items[i]);
}

/* Navigation and the page's foot, whatever they hold; the foot of a quotation names its speaker. */
static bool is_frame(const Node *n)
{
    return n->tag == TAG_NAV || n->tag == TAG_FOOTER;
}

static bool holds_body(const Node *node)
{
    for (const Node *n = dom_next(node, node); n; n = dom_next(n, node)) {
        if (n->marks & MARK_BODY && n->running > 0)
            return true;
    }
    return false;
}

/* Furniture by name is dropped, unless it holds most of what there is to read. */
static void drop_marked(const NodeList *nodes, int32_t all)
{
    for (size_t i = 0; i < nodes->count; i++) {
        Node *n = nodes->items[i];
        if (!(n->marks & MARK_DROP) || n->marks & (MARK_BODY | MARK_KEEP))
            continue;
        bool much = n->running > all / 3 && !is_frame(n);
        if (!much || (n->running <= all * 2 / 3 && !holds_body(n)))
            n->dropped = true;
    }
}

NodeList weigh_page(Arena *arena, const Markup *markup, Node *root)
{
    NodeList nodes = list_nodes(arena, root);
    for (size_t i = 0; i < nodes.count; i++) {
        if (!nodes.items[i]->is_text)
            nodes.items[i]->marks = marks_of(markup, nodes.items[i]);
    }
    sum_up(&nodes);
    drop_marked(&nodes, root->running);
    sum_up(&nodes);
    return nodes;
}

void weigh_restore(const NodeList *nodes)
{
    for (size_t i = 0; i < nodes->count; i++)
        nodes->items[i]->dropped = is_never_text(nodes->items[i]->tag);
}
