#include "read/article.h"

#include "read/clean.h"
#include "read/weigh.h"

/* Pieces of a body stand as deep under what they have in common, at most so deep; beyond what is around them the frames of
 * a page's rows differ by name. */
enum { PIECE_STEPS = 6, NAMED_STEPS = 2 };

typedef bool NodeTest(const Node *n);

static bool is_any(const Node *n)
{
    return !n->is_text;
}

static bool is_said_body(const Node *n)
{
    return str_equal(dom_attribute(n, STR("itemprop")), STR("articleBody"));
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
        if ((!best || n->prose >= best->prose) && !weigh_is_left_out(n))
            best = n;
    }
    return best;
}

static bool same_names(const Node *a, const Node *b)
{
    return a->tag == b->tag && str_equal(dom_attribute(a, STR("class")), dom_attribute(b, STR("class")));
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
    if (other == piece || !same_names(piece, other) || other->prose <= 0)
        return false;
    const Node *a = piece;
    const Node *b = other;
    for (int step = 0; step < PIECE_STEPS; step++) {
        a = a->parent;
        b = b->parent;
        if (!a || !b || a->tag == TAG_ARTICLE || a->tag == TAG_LI)
            return a && a == b;
        if (a == b)
            return true;
        if (a->tag != b->tag || (step < NAMED_STEPS - 1 && !same_names(a, b)))
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

static bool holds_next_piece(const Node *whole, const Node *piece)
{
    for (const Node *n = dom_next(whole, whole); n; n = dom_next(n, whole)) {
        if (!n->is_text && is_next_piece(piece, n))
            return true;
    }
    return false;
}

/* The body that a piece of it belongs to. */
static Node *join_pieces(Node *piece)
{
    Node *whole = piece;
    for (int step = 0; step < PIECE_STEPS && whole->parent; step++) {
        whole = whole->parent;
        if (holds_next_piece(whole, piece)) {
            keep_pieces(whole, piece);
            return whole;
        }
    }
    return piece;
}

/* The next word of a class that holds no number (the rest is the post's own). */
static bool next_plain_name(Str *rest, Str *out)
{
    while (str_cut(rest, ' ', out)) {
        bool digits = out->len == 0;
        for (size_t i = 0; i < out->len && !digits; i++)
            digits = char_is_digit(out->ptr[i]);
        if (!digits)
            return true;
    }
    return false;
}

/* Called alike by their first two names. */
static bool called_alike(const Node *a, const Node *b)
{
    enum { NAMES = 2 };
    Str left = dom_attribute(a, STR("class"));
    Str right = dom_attribute(b, STR("class"));
    Str x = STR_NONE;
    Str y = STR_NONE;
    for (int i = 0; i < NAMES; i++) {
        bool more = next_plain_name(&left, &x);
        if (next_plain_name(&right, &y) != more || (more && !str_equal(x, y)))
            return false;
        if (!more)
            return true;
    }
    return true;
}

/* "12:40" at the beginning. */
static bool begins_with_hour(Str s)
{
    size_t digits = 0;
    s = str_trim(s);
    while (digits < s.len && char_is_digit(s.ptr[digits]))
        digits++;
    return digits > 0 && digits <= 2 && s.len > digits + 2 && (s.ptr[digits] == ':' || s.ptr[digits] == '.') &&
           char_is_digit(s.ptr[digits + 1]) && char_is_digit(s.ptr[digits + 2]);
}

static bool is_heading_link(const Node *n)
{
    bool link = n->tag == TAG_A;
    for (; n && link; n = n->parent)
        if (dom_heading_level(n->tag) > 0)
            return true;
    return false;
}

/* A post of a log: it stands at its hour. It is no report under a headline of its own, nor points to one elsewhere. */
static bool is_timed_post(const Node *article)
{
    bool timed = false;
    bool begun = false;
    for (const Node *n = dom_next(article, article); n; n = dom_next(n, article)) {
        if (n->tag == TAG_H1 || is_heading_link(n))
            return false;
        timed = timed || n->tag == TAG_TIME || (n->is_text && !begun && begins_with_hour(n->raw));
        begun = begun || (n->is_text && str_trim(n->raw).len > 0);
    }
    return timed;
}

/* A page of posts that are alike, none of them the page's own: all of them are its text. Of two only, one may be the page's report
 * and the other the next. */
static Node *all_posts(Node *article)
{
    enum { MANY = 2 };
    int alike = 0;
    bool timed = is_timed_post(article);
    for (const Node *n = article->parent->first; n; n = n->next) {
        if (n == article || n->tag != TAG_ARTICLE || n->prose * 5 <= article->prose || !called_alike(n, article))
            continue;
        alike++;
        timed = timed && is_timed_post(n);
    }
    return alike >= MANY || (alike > 0 && timed) ? article->parent : article;
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
        return all_posts(article);
    while (best->parent && best->tag == TAG_P)
        best = best->parent;
    return best;
}

Node *article_find(Arena *arena, const Markup *markup, Node *root, const Titles *titles, bool *found)
{
    NodeList nodes = weigh_page(arena, markup, root);
    Node *article = choose(&nodes, root);
    clean_article(arena, markup, article, titles);
    *found = dom_text(arena, article).len > 0;
    if (!*found)
        weigh_restore(&nodes); /* better too much than nothing */
    return article;
}
