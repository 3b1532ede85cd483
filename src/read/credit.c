#include "read/credit.h"

#include "read/meta_tag.h"

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

enum { LONGEST_PRINTED = 80, MOST_WORDS = 8 }; /* of a printed name, in bytes and words */

static const char *const SITES[] = {"og:site_name", "application-name", "dc.publisher"};
static const char *const AUTHORS[] = {"author", "article:author", "parsely-author", "dc.creator", "sailthru.author"};

/* ---- publisher ---- */

Str credit_site(const Node *root)
{
    return meta_first(root, SITES, COUNT_OF(SITES));
}

/* The name at the front of "Name | News | Sport", without the mark of an account; STR_NONE for what is no name. */
static Str publisher_in(Str said, Str title)
{
    size_t bar = str_find(said, STR(" | "), 0);
    Str name = str_trim(str_slice(said, 0, bar == SIZE_MAX ? said.len : bar));
    if (str_begins(name, STR("@")))
        name = str_drop(name, 1);
    bool none = name.len == 0 || meta_is_address(name) || str_equal_caseless(name, title);
    return none ? STR_NONE : name;
}

Str credit_publisher(const Node *root, Str told, Str title)
{
    for (size_t i = 0; i < COUNT_OF(SITES); i++) {
        Str name = publisher_in(meta_named(root, str_from(SITES[i])), title);
        if (str_present(name))
            return name;
    }
    return publisher_in(told, title);
}

Str credit_printed_site(Arena *arena, const Node *root)
{
    for (const Node *n = root; n; n = dom_next(n, root)) {
        if (!str_equal(dom_attribute(n, STR("itemprop")), STR("publisher")))
            continue;
        for (const Node *inner = n; inner; inner = dom_next(inner, n)) {
            Str said = dom_attribute(inner, STR("content"));
            if (str_equal(dom_attribute(inner, STR("itemprop")), STR("name")))
                return str_present(said) ? str_trim(said) : dom_text(arena, inner);
        }
    }
    return STR_NONE;
}

/* ---- author ---- */

/* "By W. Riter | Hill Post" as "W. Riter". */
static Str author_in(const Markup *markup, Str said)
{
    static const char *const ENDS[] = {" | ", " • ", " · ", "\n"};
    Str name = markup_after_byline(markup, str_trim(said));
    for (size_t i = 0; i < COUNT_OF(ENDS); i++) {
        size_t end = str_find(name, str_from(ENDS[i]), 0);
        name = str_slice(name, 0, end == SIZE_MAX ? name.len : end);
    }
    while (name.len > 0 &&
           (char_is_space(name.ptr[name.len - 1]) || name.ptr[name.len - 1] == '-' || name.ptr[name.len - 1] == ','))
        name.len--;
    name = str_trim(name);
    return name.len == 0 || meta_is_address(name) ? STR_NONE : name;
}

/* Words that all begin with a capital or none of our letters, but for short ones between ("van", "and"); no figures. */
static bool is_printed_name(Str s)
{
    enum { SHORT_WORD = 3 };
    unsigned words = 0;
    Str rest = s;
    Str word = STR_NONE;
    while (str_cut(&rest, ' ', &word)) {
        for (size_t i = 0; i < word.len; i++) {
            if (char_is_digit(word.ptr[i]) || word.ptr[i] == ':' || word.ptr[i] == '@')
                return false;
        }
        bool small = word.len > 0 && char_is_letter(word.ptr[0]) && !char_is_upper(word.ptr[0]);
        if (small && (words == 0 || word.len > SHORT_WORD))
            return false;
        words += word.len > 0;
    }
    return words >= 2 && words <= MOST_WORDS && s.len <= LONGEST_PRINTED;
}

/* Beside the report, or within somebody else's words. */
static bool is_elsewhere(const Node *n)
{
    for (; n; n = n->parent) {
        if (n->tag == TAG_ASIDE || n->tag == TAG_FOOTER || n->tag == TAG_NAV || n->tag == TAG_BLOCKQUOTE)
            return true;
        if (str_begins_caseless(dom_attribute(n, STR("id")), STR("comment")))
            return true;
    }
    return false;
}

/* An element that says it holds the author's name. */
static bool says_author(const Markup *markup, const Node *n)
{
    return str_equal(dom_attribute(n, STR("itemprop")), STR("author")) ||
           str_equal_caseless(dom_attribute(n, STR("rel")), STR("author")) ||
           (markup_marks(markup, dom_attribute(n, STR("class"))) & MARK_AUTHOR) != 0;
}

/* The first name that the page prints as its author's, innermost element first where several are around it. */
static Str printed_author(Arena *arena, const Markup *markup, const Node *root)
{
    for (const Node *n = root; n; n = dom_next(n, root)) {
        if (n->is_text || n->tag == TAG_META || n->tag == TAG_LINK || n->end - n->start > LONGEST_PRINTED * 64 ||
            !says_author(markup, n))
            continue;
        Str name = author_in(markup, dom_text(arena, n));
        if (str_present(name) && is_printed_name(name) && !markup_is_furniture(markup, name) && !is_elsewhere(n))
            return name;
    }
    return STR_NONE;
}

Str credit_author(Arena *arena, const Markup *markup, const Node *root, Str told, Str site)
{
    Str name = author_in(markup, told);
    for (size_t i = 0; i < COUNT_OF(AUTHORS) && !str_present(name); i++)
        name = author_in(markup, meta_named(root, str_from(AUTHORS[i])));
    bool own = str_present(name) && str_present(site) && str_equal_caseless(name, site);
    if (str_present(name) && !own)
        return name;
    Str printed = printed_author(arena, markup, root);
    return str_present(printed) ? printed : name;
}
