/*
 * dom — a page's mark-up as a tree whose every text knows its place in the bytes.
 *
 *     Node *root = dom_parse(arena, source, DOM_HTML);
 *     for (Node *n = root; n; n = dom_next(n, root)) ...
 *
 * libxml2 reads the mark-up and says what belongs in what; its tree keeps no byte offsets, so the tree is built here from
 * what it calls out (SAX), and each text is found again in the bytes (doc/decisions/0003). Takes any bytes that are UTF-8,
 * whatever charset they name. DOM_XML reads feeds, broken ones too: CDATA sections are text, no entity but XML's own
 * five is known, and nothing is ever fetched. Nodes lie in the arena; source must outlive them. Nesting and number of
 * nodes are limited. libxml2 sets itself up at the first call: make that one before there are threads that read.
 */
#ifndef DAYBOOK_READ_DOM_H
#define DAYBOOK_READ_DOM_H

#include "base/arena.h"
#include "base/buf.h"

typedef enum { DOM_HTML, DOM_XML } DomMode;

/* Elements that somebody asks for by name; in byte order of their names (dom_tags.c). */
typedef enum {
    TAG_OTHER,
    TAG_A,
    TAG_ADDRESS,
    TAG_ARTICLE,
    TAG_ASIDE,
    TAG_AUDIO,
    TAG_B,
    TAG_BASE,
    TAG_BLOCKQUOTE,
    TAG_BODY,
    TAG_BR,
    TAG_BUTTON,
    TAG_CAPTION,
    TAG_CENTER,
    TAG_CITE,
    TAG_DD,
    TAG_DETAILS,
    TAG_DIALOG,
    TAG_DIV,
    TAG_DL,
    TAG_DT,
    TAG_EM,
    TAG_EMBED,
    TAG_FIELDSET,
    TAG_FIGCAPTION,
    TAG_FIGURE,
    TAG_FONT,
    TAG_FOOTER,
    TAG_FORM,
    TAG_FRAME,
    TAG_H1,
    TAG_H2,
    TAG_H3,
    TAG_H4,
    TAG_H5,
    TAG_H6,
    TAG_HEAD,
    TAG_HEADER,
    TAG_HR,
    TAG_HTML,
    TAG_I,
    TAG_IFRAME,
    TAG_IMG,
    TAG_INPUT,
    TAG_LABEL,
    TAG_LI,
    TAG_LINK,
    TAG_MAIN,
    TAG_META,
    TAG_NAV,
    TAG_NOSCRIPT,
    TAG_OBJECT,
    TAG_OL,
    TAG_OPTGROUP,
    TAG_OPTION,
    TAG_P,
    TAG_PARAM,
    TAG_PRE,
    TAG_SCRIPT,
    TAG_SECTION,
    TAG_SELECT,
    TAG_SOURCE,
    TAG_SPAN,
    TAG_STRONG,
    TAG_STYLE,
    TAG_SUMMARY,
    TAG_SVG,
    TAG_TABLE,
    TAG_TBODY,
    TAG_TD,
    TAG_TEMPLATE,
    TAG_TEXTAREA,
    TAG_TFOOT,
    TAG_TH,
    TAG_THEAD,
    TAG_TIME,
    TAG_TITLE,
    TAG_TR,
    TAG_TRACK,
    TAG_U,
    TAG_UL,
    TAG_VIDEO,
    TAG_WBR,
    TAG_COUNT
} Tag;

typedef struct {
    Str name;  /* in small letters in pages */
    Str value; /* references decoded; "" without one */
} Attribute;

/* What the mark-up says a part is for: bits, set by markup.h. */
typedef unsigned Marks;

typedef struct Node Node;
struct Node {
    bool is_text;
    bool verbatim; /* of a text: no references in it (CDATA, script) */
    bool cut_off;  /* of the root: the source ends in the text of an open element, or holds too many nodes */
    Tag tag;
    Str name; /* in small letters in pages; with its prefix in feeds */
    Attribute *attributes;
    size_t attribute_count;
    Node *parent;
    Node *first;
    Node *last;
    Node *prev;
    Node *next;
    uint32_t start; /* bytes [start, end) of source: of a text itself, of an element with its tags */
    uint32_t end;
    Str raw; /* of a text: its bytes */

    /* for whoever weighs the page (article.h) */
    Marks marks;
    bool dropped;       /* is no part of the report */
    uint32_t own_chars; /* of a block: bytes of text but white space, those in blocks inside it left out */
    uint32_t own_links; /* those of them in links */
    uint32_t chars;     /* the same with all that is inside */
    uint32_t link_chars;
    int32_t running; /* how much running text is in it */
    int32_t prose;   /* how much running text is in it, less what is furniture */
};

Node *dom_parse(Arena *arena, Str source, DomMode mode);

/* The next node in document order within root, and the next that is not inside node. NULL at the end. */
Node *dom_next(const Node *node, const Node *root);
Node *dom_skip(const Node *node, const Node *root);

/* The value of an attribute, references decoded; STR_NONE where it is missing. It lives as long as the node. */
Str dom_attribute(const Node *node, Str name);

/* All text in node, white space as single spaces, trimmed; dropped parts are left out. */
Str dom_text(Arena *arena, const Node *node);

/* The first element of that name in root (not root itself), NULL if there is none. */
Node *dom_find(const Node *root, Str name);

Tag dom_tag(Str name);
bool dom_is_block(Tag tag);     /* begins a line of its own */
bool dom_is_void(Tag tag);      /* has no content */
int dom_heading_level(Tag tag); /* 1..6, 0 for others */

/*
 * The character reference at the front of s ("&amp;", "&#8217;", "&#x2019;"). Returns how many bytes it takes, 0 if it is
 * none; *out is the character. Named ones are those of HTML 4 and XML.
 */
size_t dom_reference(Str s, uint32_t *out);

/* s with its references decoded. */
Str dom_decode(Arena *arena, Str s);

#endif
