#include "read/article.h"

enum {
    PROSE_CHARS = 60, /* a block of that much text outside links is running text */
    SCRAP_COST = 20,
    LINE_CHARS = 160, /* furniture is no longer than that */
};

/* ---- marking ---- */

static bool says_hidden(const Node *node)
{
    Str style = dom_raw_attribute(node, STR("style"));
    for (size_t at = 0; (at = str_find(style, STR("display"), at)) != SIZE_MAX; at += 7) {
        Str rest = str_trim(str_drop(style, at + 7));
        if (str_begins(rest, STR(":")) && str_begins(str_trim(str_drop(rest, 1)), STR("none")))
            return true;
    }
    return str_present(dom_raw_attribute(node, STR("hidden"))) ||
           str_equal(dom_raw_attribute(node, STR("aria-hidden")), STR("true"));
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

static Marks marks_of(const Markup *markup, const Node *node)
{
    Marks marks = markup_marks(markup, dom_raw_attribute(node, STR("class")));
    marks |= markup_marks(markup, dom_raw_attribute(node, STR("id")));
    if (is_furniture_tag(node->tag) || is_furniture_role(dom_raw_attribute(node, STR("role"))) || says_hidden(node))
        marks |= MARK_DROP;
    Str property = dom_raw_attribute(node, STR("itemprop"));
    if (str_equal(property, STR("articleBody")))
        marks = MARK_BODY;
    if (node->tag == TAG_HTML || node->tag == TAG_BODY || node->tag == TAG_MAIN || node->tag == TAG_ARTICLE)
        marks &= ~(Marks)MARK_DROP;
    return marks;
}

/* ---- weighing ---- */

typedef struct {
    Node **items; /* all nodes of the page in document order */
    size_t count;
    size_t cap;
} NodeList;

static NodeList list_nodes(Arena *arena, Node *root)
{
    NodeList list = {NULL, 0, 0};
    for (Node *n = root; n;) {
        list.items = arena_grow(arena, (void *)list.items, list.count, &list.cap, sizeof *list.items);
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

static int32_t prose_of_block(const Node *block)
{
    int32_t plain = (int32_t)(block->own_chars - block->own_links);
    int32_t links = (int32_t)block->own_links;
    if (block->own_chars == 0)
        return 0;
    if (plain >= PROSE_CHARS && plain > links)
        return plain;
    if (dom_heading_level(block->tag) > 0)
        return 0;
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
}

/* Sums over the tree, children before parents; parts that are dropped count nothing. */
static void sum_up(const NodeList *nodes)
{
    for (size_t i = 0; i < nodes->count; i++) {
        Node *n = nodes->items[i];
        n->chars = n->own_chars;
        n->link_chars = n->own_links;
        n->prose = prose_of_block(n);
    }
    for (size_t i = nodes->count; i-- > 0;)
        add_to_parent(nodes->items[i]);
}

static bool holds_body(const Node *node)
{
    for (const Node *n = dom_next(node, node); n; n = dom_next(n, node)) {
        if (n->marks & MARK_BODY && n->prose > 0)
            return true;
    }
    return false;
}

/* Furniture by name is dropped, unless it holds most of what there is to read. */
static void drop_marked(const NodeList *nodes, int32_t all_prose)
{
    for (size_t i = 0; i < nodes->count; i++) {
        Node *n = nodes->items[i];
        if (!(n->marks & MARK_DROP) || n->dropped)
            continue;
        bool much = n->prose > all_prose / 3;
        if (n->marks & MARK_BODY || (much && (n->prose > all_prose * 2 / 3 || holds_body(n))))
            continue;
        n->dropped = true;
    }
}

/* ---- choosing ---- */

static bool is_inside_dropped(const Node *node)
{
    for (; node; node = node->parent) {
        if (node->dropped)
            return true;
    }
    return false;
}

static Node *richest(const NodeList *nodes, Marks wanted)
{
    Node *best = NULL;
    for (size_t i = 0; i < nodes->count; i++) {
        Node *n = nodes->items[i];
        if (n->is_text || (n->marks & wanted) != wanted || n->prose <= 0)
            continue;
        if ((!best || n->prose >= best->prose) && !is_inside_dropped(n))
            best = n;
    }
    return best;
}

static Node *choose(const NodeList *nodes, Node *root)
{
    Node *best = richest(nodes, 0);
    Node *named = richest(nodes, MARK_BODY);
    if (!best)
        return root;
    if (named && named->prose >= best->prose * 2 / 5)
        return named;
    while (best->parent && best->parent->prose >= best->prose && best->tag == TAG_P)
        best = best->parent;
    return best;
}

/* ---- cleaning ---- */

static bool is_list_of_links(const Node *n)
{
    bool container = n->tag == TAG_UL || n->tag == TAG_OL || n->tag == TAG_DIV || n->tag == TAG_SECTION ||
                     n->tag == TAG_TABLE || n->tag == TAG_DL;
    return container && n->chars > 0 && n->link_chars * 2 > n->chars && n->prose <= 0;
}

/* A block that is one link, or a short line of furniture. */
static bool is_furniture_block(Arena *arena, const Markup *markup, const Node *n)
{
    if (n->own_chars == 0 || n->own_chars > LINE_CHARS || n->chars != n->own_chars)
        return false;
    if (n->own_links == n->own_chars && n->tag != TAG_LI && dom_heading_level(n->tag) == 0)
        return true;
    ArenaMark mark = arena_mark(arena);
    bool furniture = markup_is_furniture(markup, dom_text(arena, n));
    arena_rewind(arena, mark);
    return furniture;
}

static void clean(Arena *arena, const Markup *markup, Node *article)
{
    for (Node *n = dom_next(article, article); n;) {
        if (!n->is_text && !n->dropped && dom_is_block(n->tag))
            n->dropped = is_list_of_links(n) || is_furniture_block(arena, markup, n);
        n = n->dropped ? dom_skip(n, article) : dom_next(n, article);
    }
}

Node *article_find(Arena *arena, const Markup *markup, Node *root)
{
    NodeList nodes = list_nodes(arena, root);
    for (size_t i = 0; i < nodes.count; i++) {
        Node *n = nodes.items[i];
        if (n->is_text)
            weigh_text(n);
        else
            n->marks = marks_of(markup, n);
    }
    sum_up(&nodes);
    drop_marked(&nodes, root->prose > 0 ? root->prose : 0);
    sum_up(&nodes);
    Node *article = choose(&nodes, root);
    clean(arena, markup, article);
    return article;
}
