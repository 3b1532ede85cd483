#include "read/offered.h"

#include "read/weigh.h"

/* ---- links ---- */

/* Leads to another page, not to a part of this one. */
static bool leads_away(const Node *link)
{
    Str address = str_trim(dom_attribute(link, STR("href")));
    return address.len > 0 && address.ptr[0] != '#' && !str_begins_caseless(address, STR("javascript:"));
}

static bool holds_link_away(const Node *part)
{
    for (const Node *n = dom_next(part, part); n; n = dom_next(n, part))
        if (n->tag == TAG_A && leads_away(n))
            return true;
    return false;
}

static bool is_inside_link(const Node *n)
{
    for (; n; n = n->parent)
        if (n->tag == TAG_A && leads_away(n))
            return true;
    return false;
}

bool offered_heading(const Node *n)
{
    if (dom_heading_level(n->tag) <= 1 || n->chars == 0 || n->link_chars * 5 <= n->chars * 4)
        return false;
    return holds_link_away(n) || is_inside_link(n);
}

/* ---- teasers ---- */

/* The first part with text in it is such a heading. */
static bool opens_with_offer(const Node *box)
{
    for (const Node *n = dom_next(box, box); n; n = dom_next(n, box)) {
        if (offered_heading(n))
            return true;
        if (n->is_text && str_trim(n->raw).len > 0 && !is_inside_link(n))
            return false;
    }
    return false;
}

static bool is_box(const Node *n)
{
    return n->tag == TAG_DIV || n->tag == TAG_LI || n->tag == TAG_SECTION || n->tag == TAG_ARTICLE || n->tag == TAG_TD;
}

static bool is_teaser(const Node *n, const Node *article)
{
    return is_box(n) && !n->dropped && n->running * 4 < article->running && opens_with_offer(n);
}

/* Another box like it beside it. */
static bool has_twin(const Node *box, const Node *article)
{
    for (const Node *n = box->parent->first; n; n = n->next) {
        bool alike = n != box && n->tag == box->tag &&
                     str_equal(dom_attribute(n, STR("class")), dom_attribute(box, STR("class")));
        if (alike && is_teaser(n, article))
            return true;
    }
    return false;
}

void offered_drop(Node *article)
{
    int32_t offered = 0;
    for (int pass = 0; pass < 2 && offered * 2 < article->running; pass++) {
        for (Node *n = dom_next(article, article); n;) {
            bool teaser = is_teaser(n, article) && (n->marks & MARK_OFFERED || has_twin(n, article));
            offered += teaser && pass == 0 ? n->running : 0;
            n->marks |= teaser ? MARK_OFFERED : 0; /* the last has no twin once the others are dropped */
            n->dropped = n->dropped || (teaser && pass == 1);
            n = teaser || n->dropped ? dom_skip(n, article) : dom_next(n, article);
        }
    }
}

/* ---- behind a label ---- */

/* A paragraph that is no link. */
static bool is_paragraph(const Node *n)
{
    return n->tag == TAG_P && weigh_block(n) >= PROSE_CHARS && n->own_links * 2 < n->own_chars;
}

/* Where the last paragraph before the label stands. */
static const Node *parent_before(const Node *label, const Node *article)
{
    const Node *parent = NULL;
    for (const Node *n = dom_next(article, article); n && n != label; n = dom_next(n, article))
        parent = is_paragraph(n) ? n->parent : parent;
    return parent;
}

/* The next paragraph that stands in the part, from a node on. */
static Node *paragraph_in(Node *from, const Node *part, const Node *article)
{
    Node *n = from;
    while (n && !(is_paragraph(n) && n->parent == part))
        n = dom_next(n, article);
    return n;
}

Node *offered_end(const Node *label, Node *article)
{
    const Node *parent = parent_before(label, article);
    Node *next = parent ? paragraph_in(dom_skip(label, article), parent, article) : NULL;
    if (!next || !paragraph_in(dom_next(next, article), parent, article))
        return NULL; /* one alone says how to comment */
    bool links = false;
    for (const Node *n = dom_skip(label, article); n != next; n = dom_next(n, article)) {
        if (n->own_links * 2 <= n->own_chars && n->own_chars > 0)
            return NULL;
        links = links || n->own_chars > 0;
    }
    return links ? next : NULL;
}

/* ---- pictures ---- */

bool offered_caption(const Node *block)
{
    bool picture = false;
    bool below = false;
    for (const Node *n = dom_next(block, block); n; n = dom_next(n, block)) {
        picture = picture || n->tag == TAG_IMG;
        below = below || (picture && n->tag == TAG_BR);
        if (!n->is_text || str_trim(n->raw).len == 0)
            continue;
        const Node *around = n->parent;
        while (around != block && around->tag != TAG_EM && around->tag != TAG_I && !str_is(around->name, "small"))
            around = around->parent;
        if (around == block || !below)
            return false;
    }
    return below;
}
