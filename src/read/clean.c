#include "read/clean.h"

#include "read/offered.h"
#include "read/weigh.h"

enum { LINE_CHARS = 160 }; /* furniture is no longer than that */

static bool is_list_of_links(const Node *n)
{
    bool container = n->tag == TAG_UL || n->tag == TAG_OL || n->tag == TAG_DIV || n->tag == TAG_SECTION ||
                     n->tag == TAG_TABLE || n->tag == TAG_DL;
    return container && n->chars > 0 && n->link_chars * 2 > n->chars && n->prose <= 0;
}

/* Does a picture in the part carry these words in case it can't be shown? */
static bool has_picture_of(const Node *part, Str words)
{
    for (const Node *n = part; n; n = dom_next(n, part)) {
        if (!n->is_text && n->tag == TAG_IMG && str_equal(str_trim(dom_attribute(n, STR("alt"))), words))
            return true;
    }
    return false;
}

/* What the picture in the block, or in the part before it, is described by. */
static bool is_caption(const Node *block, Str text)
{
    const Node *before = block->prev;
    while (before && before->is_text)
        before = before->prev;
    return has_picture_of(block, text) || (before && has_picture_of(before, text));
}

/* A sentence that is mostly a link: it begins outside of it, with no label ("Read more:"), and comes to its end. */
static bool is_linked_sentence(const Node *n, Str text)
{
    enum { OPENING_CHARS = 20 };
    return n->tag == TAG_P && n->own_chars - n->own_links >= OPENING_CHARS && str_ends(text, STR(".")) &&
           str_find_char(text, ':', 0) == SIZE_MAX;
}

/* Under a set-off quotation, a few words that lead to where it was said. */
static bool names_source(const Node *n)
{
    enum { NAME_CHARS = 40 };
    const Node *before = n->prev;
    while (before && before->is_text && str_trim(before->raw).len == 0)
        before = before->prev;
    return n->own_chars <= NAME_CHARS && before && before->tag == TAG_BLOCKQUOTE && !before->dropped;
}

/* A block that is mostly a link, or a line of furniture. */
static bool is_furniture_block(Arena *arena, const Markup *markup, const Node *n)
{
    if (n->own_chars == 0 || n->own_chars > LINE_CHARS * 4 || n->chars != n->own_chars)
        return false;
    bool heading = dom_heading_level(n->tag) > 0;
    bool linked = n->own_links * 5 > n->own_chars * 3 && n->tag != TAG_LI && !heading;
    ArenaMark mark = arena_mark(arena);
    Str text = dom_text(arena, n);
    bool furniture = (linked && !is_linked_sentence(n, text) && !names_source(n)) ||
                     markup_is_furniture(markup, text) || is_caption(n, text);
    arena_rewind(arena, mark);
    return furniture;
}

bool clean_is_headline(const Markup *markup, const Titles *titles, Str line)
{
    enum { DATE_LINE_BYTES = 70 };
    bool address = str_begins(line, STR("http")) && str_find_char(line, ' ', 0) == SIZE_MAX;
    bool day = line.len <= DATE_LINE_BYTES && date_text_moment(markup, line).precision >= MOMENT_DAY;
    return address || day || titles_hold(titles, line) || markup_is_byline(markup, line);
}

static bool is_headline(Arena *arena, const Markup *markup, const Node *n, const Titles *titles)
{
    if (n->tag == TAG_H1)
        return true;
    if (n->own_chars == 0 || n->own_chars > LINE_CHARS * 2 || n->chars != n->own_chars)
        return false;
    ArenaMark mark = arena_mark(arena);
    bool headline = clean_is_headline(markup, titles, dom_text(arena, n));
    arena_rewind(arena, mark);
    return headline;
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

/* A rule that opens a box: what the box holds is set apart from the report over it, as a publisher's words on himself are. */
static bool opens_box(const Node *rule)
{
    if (rule->tag != TAG_HR || rule->parent->tag != TAG_DIV)
        return false;
    const Node *before = rule->prev;
    while (before && before->is_text && str_trim(before->raw).len == 0)
        before = before->prev;
    return before == NULL;
}

/* Drops boxes under the report that a rule sets apart from it, unless they hold much of it. */
static void cut_boxes(Node *article)
{
    int32_t passed = 0;
    for (Node *n = dom_next(article, article); n;) {
        Node *box = opens_box(n) ? n->parent : NULL;
        bool apart = box && box != article && passed > article->running * 2 / 3 && box->running < article->running / 3;
        if (apart)
            box->dropped = true;
        if (!n->dropped && !n->is_text && dom_is_block(n->tag))
            passed += weigh_block(n) > 0 ? weigh_block(n) : 0;
        n = apart ? dom_skip(box, article) : n->dropped ? dom_skip(n, article) : dom_next(n, article);
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
            passed += weigh_block(n) > 0 ? weigh_block(n) : 0;
        n = n->dropped ? dom_skip(n, article) : dom_next(n, article);
    }
    const Node *goes_on = end ? offered_end(end, article) : NULL;
    for (Node *n = end; n && n != goes_on; n = dom_skip(n, article))
        n->dropped = true;
}

void clean_article(Arena *arena, const Markup *markup, Node *article, const Titles *titles)
{
    clean_top(arena, markup, article, titles);
    cut_end(arena, markup, article);
    cut_boxes(article);
    offered_drop(article);
    bool begun = false;
    for (Node *n = dom_next(article, article); n;) {
        if (!n->is_text && !n->dropped && dom_is_block(n->tag))
            n->dropped = is_list_of_links(n) || is_furniture_block(arena, markup, n) || offered_caption(n) ||
                         (begun && offered_heading(n));
        begun = begun || (!n->dropped && weigh_block(n) >= PROSE_CHARS);
        n = n->dropped ? dom_skip(n, article) : dom_next(n, article);
    }
}
