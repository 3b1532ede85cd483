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

static bool is_inside_dropped(const Node *node)
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
        if (nodes->items[i]->is_text && !is_inside_dropped(nodes->items[i]))
            weigh_text(nodes->items[i]);
    }
    for (size_t i = 0; i < nodes->count; i++) {
        Node *n = nodes->items[i];
        n->chars = n->own_chars;
        n->link_chars = n->own_links;
        n->prose = prose_of_block(n);
        n->running = n->prose > 0 ? n->prose : 0;
    }
    for (size_t i = nodes->count; i-- > 0;)
        add_to_parent(nodes->items[i]);
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
        bool much = n->running > all / 3;
        if (!much || (n->running <= all * 2 / 3 && !holds_body(n)))
            n->dropped = true;
    }
}

/* ---- choosing ---- */

typedef bool NodeTest(const Node *n);

static bool is_any(const Node *n)
{
    return !n->is_text;
}

static bool is_said_body(const Node *n)
{
    return str_equal(dom_raw_attribute(n, STR("itemprop")), STR("articleBody"));
}

static bool is_named_body(const Node *n)
{
    return (n->marks & MARK_BODY) != 0;
}

/* An <article> that holds no other with text. */
static bool is_article(const Node *n)
{
    if (n->tag != TAG_ARTICLE)
        return false;
    for (const Node *inner = dom_next(n, n); inner; inner = dom_next(inner, n)) {
        if (inner->tag == TAG_ARTICLE && inner->prose > n->prose / 10)
            return false;
    }
    return true;
}

/* The part with most prose among those that pass, the innermost of equals. */
static Node *richest(const NodeList *nodes, NodeTest *test)
{
    Node *best = NULL;
    for (size_t i = 0; i < nodes->count; i++) {
        Node *n = nodes->items[i];
        if (n->is_text || n->prose <= 0 || !test(n))
            continue;
        if ((!best || n->prose >= best->prose) && !is_inside_dropped(n))
            best = n;
    }
    return best;
}

static bool same_names(const Node *a, const Node *b)
{
    return a->tag == b->tag && str_equal(dom_raw_attribute(a, STR("class")), dom_raw_attribute(b, STR("class")));
}

static bool is_within(const Node *node, const Node *outer)
{
    while (node && node != outer)
        node = node->parent;
    return node != NULL;
}

/* Another piece of the same body, beside this one or a step away: pages cut long texts in pieces around what they sell. */
static bool is_next_piece(const Node *piece, const Node *other)
{
    enum { STEPS = 2 };
    if (other == piece || !same_names(piece, other) || other->prose <= 0)
        return false;
    const Node *a = piece;
    const Node *b = other;
    for (int step = 0; step < STEPS; step++) {
        a = a->parent;
        b = b->parent;
        if (!a || !b || a->tag == TAG_ARTICLE || a->tag == TAG_LI)
            return a && a == b;
        if (a == b)
            return true;
        if (!same_names(a, b))
            return false;
    }
    return false;
}

/* Drops what lies in whole outside the pieces. */
static void keep_pieces(Node *whole, const Node *piece)
{
    for (Node *n = dom_next(whole, whole); n;) {
        bool kept = n == piece || is_next_piece(piece, n);
        bool holds = is_within(piece, n);
        for (Node *inner = dom_next(n, n); inner && !holds && !kept; inner = dom_next(inner, n))
            holds = is_next_piece(piece, inner);
        if (!kept && !holds)
            n->dropped = true;
        n = holds && !kept ? dom_next(n, whole) : dom_skip(n, whole);
    }
}

/* The body that a piece of it belongs to. */
static Node *join_pieces(Node *piece)
{
    Node *whole = piece;
    for (int step = 0; step < 2 && whole->parent; step++) {
        whole = whole->parent;
        for (const Node *n = dom_next(whole, whole); n; n = dom_skip(n, whole)) {
            const Node *candidate = step == 0 ? n : n->first;
            for (; candidate; candidate = step == 0 ? NULL : candidate->next) {
                if (!candidate->is_text && is_next_piece(piece, candidate)) {
                    keep_pieces(whole, piece);
                    return whole;
                }
            }
        }
    }
    return piece;
}

static Node *choose(const NodeList *nodes, Node *root)
{
    enum { ENOUGH_CHARS = 100 };
    Node *best = richest(nodes, is_any);
    if (!best)
        return root;
    Node *said = richest(nodes, is_said_body);
    if (said && said->prose >= ENOUGH_CHARS)
        return join_pieces(said);
    Node *named = richest(nodes, is_named_body);
    if (named && named->prose >= best->prose * 2 / 5)
        return join_pieces(named);
    Node *article = richest(nodes, is_article);
    if (article && article->prose >= best->prose / 5)
        return article;
    while (best->parent && best->tag == TAG_P)
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

/* A block that is mostly a link, or a line of furniture. */
static bool is_furniture_block(Arena *arena, const Markup *markup, const Node *n)
{
    if (n->own_chars == 0 || n->own_chars > LINE_CHARS * 4 || n->chars != n->own_chars)
        return false;
    bool heading = dom_heading_level(n->tag) > 0;
    if (n->own_links * 5 > n->own_chars * 3 && n->tag != TAG_LI && !heading)
        return true;
    ArenaMark mark = arena_mark(arena);
    bool furniture = markup_is_furniture(markup, dom_text(arena, n));
    arena_rewind(arena, mark);
    return furniture;
}

/* The title again, a day, a name: what stands over a report's first paragraph. */
static bool is_headline(Arena *arena, const Markup *markup, const Node *n, const Titles *titles)
{
    enum { DATE_LINE_CHARS = 70 };
    if (n->tag == TAG_H1)
        return true;
    if (n->own_chars == 0 || n->own_chars > LINE_CHARS * 2 || n->chars != n->own_chars)
        return false;
    ArenaMark mark = arena_mark(arena);
    Str text = dom_text(arena, n);
    bool again =
        titles_hold(titles, text) || (str_begins(text, STR("http")) && str_find_char(text, ' ', 0) == SIZE_MAX);
    bool day = text.len <= DATE_LINE_CHARS && meta_moment(markup, text).precision >= MOMENT_DAY;
    bool byline = markup_is_byline(markup, text);
    arena_rewind(arena, mark);
    return again || day || byline;
}

/* Drops headlines up to the first running text. */
static void clean_top(Arena *arena, const Markup *markup, Node *article, const Titles *titles)
{
    for (Node *n = dom_next(article, article); n;) {
        if (!n->is_text && !n->dropped && dom_is_block(n->tag))
            n->dropped = is_headline(arena, markup, n, titles);
        if (!n->dropped && n->own_chars >= PROSE_CHARS && n->own_links * 2 < n->own_chars)
            return;
        n = n->dropped ? dom_skip(n, article) : dom_next(n, article);
    }
}

/* Drops what follows a line that ends the report, unless much text does. */
static void cut_end(Arena *arena, const Markup *markup, Node *article)
{
    int32_t passed = 0;
    Node *end = NULL;
    for (Node *n = dom_next(article, article); n && !end;) {
        bool line = !n->dropped && n->own_chars > 0 && n->own_chars < LINE_CHARS && n->chars == n->own_chars;
        if (line && passed > article->running - article->running / 4) {
            ArenaMark mark = arena_mark(arena);
            end = markup_is_end(markup, dom_text(arena, n)) ? n : NULL;
            arena_rewind(arena, mark);
        }
        if (!n->dropped && !n->is_text && dom_is_block(n->tag))
            passed += prose_of_block(n) > 0 ? prose_of_block(n) : 0;
        n = n->dropped ? dom_skip(n, article) : dom_next(n, article);
    }
    for (Node *n = end; n; n = dom_skip(n, article))
        n->dropped = true;
}

static void clean(Arena *arena, const Markup *markup, Node *article)
{
    cut_end(arena, markup, article);
    for (Node *n = dom_next(article, article); n;) {
        if (!n->is_text && !n->dropped && dom_is_block(n->tag))
            n->dropped = is_list_of_links(n) || is_furniture_block(arena, markup, n);
        n = n->dropped ? dom_skip(n, article) : dom_next(n, article);
    }
}

Node *article_find(Arena *arena, const Markup *markup, Node *root, const Titles *titles)
{
    NodeList nodes = list_nodes(arena, root);
    for (size_t i = 0; i < nodes.count; i++) {
        Node *n = nodes.items[i];
        if (!n->is_text)
            n->marks = marks_of(markup, n);
    }
    sum_up(&nodes);
    drop_marked(&nodes, root->running);
    sum_up(&nodes);
    Node *article = choose(&nodes, root);
    clean_top(arena, markup, article, titles);
    clean(arena, markup, article);
    return article;
}
