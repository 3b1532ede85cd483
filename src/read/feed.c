/*
 * feed — RSS 0.9x, 1.0, 2.0 and Atom: each item is a document. Its original is the item's own bytes in the feed, and
 * runs lead back into those.
 */
#include "read/encoding.h"
#include "read/link.h"
#include "read/meta.h"
#include "read/page.h"
#include "read/source.h"

typedef struct {
    const Node *root;
    const Node *item; /* the one read last */
    Str publisher;
    Str base; /* what its links are seen from; none where only who fetched it knows */
    Decoded decoded;
} Feed;

static bool is_named(const Node *n, Str name)
{
    return !n->is_text && str_equal(n->name, name);
}

bool feed_is(Str head)
{
    return str_find(head, STR("<rss"), 0) != SIZE_MAX || str_find(head, STR("<rdf:RDF"), 0) != SIZE_MAX ||
           (str_find(head, STR("<feed"), 0) != SIZE_MAX && str_find(head, STR("w3.org/2005/Atom"), 0) != SIZE_MAX);
}

static const Node *child(const Node *parent, Str name)
{
    for (const Node *n = parent->first; n; n = n->next) {
        if (is_named(n, name))
            return n;
    }
    return NULL;
}

/* The first child that has one of the names. */
static const Node *child_of(const Node *parent, const char *const *names)
{
    const Node *found = NULL;
    for (; *names && !found; names++)
        found = child(parent, str_from(*names));
    return found;
}

/* Titles are text in which mark-up may be hidden twice: "&amp;quot;", "<![CDATA[<b>…]]>". */
static Str plain_text(Arena *arena, const Node *node)
{
    if (!node)
        return STR_NONE;
    Str text = dom_text(arena, node);
    if (str_find_char(text, '<', 0) != SIZE_MAX || str_find_char(text, '&', 0) != SIZE_MAX)
        text = dom_text(arena, dom_parse(arena, text, DOM_HTML));
    return text.len > 0 ? text : STR_NONE;
}

/* An RSS item's <link>, or the href of an Atom entry's. */
static Str link_of(Arena *arena, const Node *item)
{
    Str first = STR_NONE;
    for (const Node *n = item->first; n; n = n->next) {
        if (!is_named(n, STR("link")))
            continue;
        Str href = arena_copy(arena, dom_attribute(n, STR("href")));
        Str rel = dom_attribute(n, STR("rel"));
        if (!str_present(href))
            href = dom_text(arena, n);
        if (href.len > 0 && (!str_present(rel) || str_equal(rel, STR("alternate"))))
            return href;
        if (!str_present(first) && href.len > 0)
            first = href;
    }
    return first;
}

static Str author_of(Arena *arena, const Node *item)
{
    static const char *const NAMES[] = {"dc:creator", "author", "itunes:author", NULL};
    const Node *author = child_of(item, NAMES);
    const Node *name = author ? child(author, STR("name")) : NULL;
    return plain_text(arena, name ? name : author);
}

static Moment published_of(Arena *arena, const Markup *markup, const Node *item)
{
    static const char *const NAMES[] = {"pubDate", "published", "dc:date", "updated", "date", NULL};
    const Node *when = child_of(item, NAMES);
    return when ? date_text_moment(markup, dom_text(arena, when)) : (Moment){.seconds = 0, .precision = MOMENT_NONE};
}

/* ---- text ---- */

/* The single text that an element holds, the one in CDATA first; NULL for mark-up of its own (Atom's xhtml) or none. */
static const Node *only_text(const Node *element)
{
    const Node *longest = NULL;
    for (const Node *n = element->first; n; n = n->next) {
        if (!n->is_text)
            return NULL;
        if (!longest || n->raw.len > longest->raw.len)
            longest = n;
    }
    return longest;
}

/* Mark-up that was written with references ("&lt;p&gt;"), decoded, with runs back to where it stood. */
static Decoded unescape(Arena *arena, Str raw)
{
    Buf text = {0};
    RunList runs = {.arena = arena};
    for (size_t at = 0; at < raw.len;) {
        uint32_t c = 0;
        size_t n = dom_reference(str_drop(raw, at), &c);
        size_t before = text.len;
        if (n > 0)
            text_put(&text, c);
        else
            buf_char(&text, raw.ptr[at]);
        n = n > 0 ? n : 1;
        runs_add(&runs, text.len - before, at, at + n);
        at += n;
    }
    Decoded decoded = {arena_copy(arena, buf_str(&text)), runs.items, runs.count, "references", STR_NONE};
    buf_free(&text);
    return decoded;
}

/* The mark-up in which an item's text stands: content before summary. */
static const Node *content_of(const Node *item)
{
    static const char *const NAMES[] = {"content:encoded", "content", "description", "summary", NULL};
    for (const char *const *name = NAMES; *name; name++) {
        const Node *content = child(item, str_from(*name));
        if (content && content->first)
            return content;
    }
    return NULL;
}

/* Byte 0 of runs is at `offset` of the item. */
static void shift_runs(Document *document, size_t offset, Arena *arena)
{
    RawRun *shifted = ARENA_ARRAY(arena, RawRun, document->raw_run_count);
    for (size_t i = 0; i < document->raw_run_count; i++) {
        RawRun run = document->raw_runs[i];
        shifted[i] = (RawRun){run.text_start, run.raw_start + (uint32_t)offset, run.raw_end + (uint32_t)offset};
    }
    document->raw_runs = shifted;
}

static void read_content(const Source *source, const Node *item, Arena *arena, Document *out)
{
    const Node *content = content_of(item);
    if (!content) {
        out->text = arena_copy(arena, STR(""));
        return;
    }
    const Node *text = only_text(content);
    size_t start = text ? text->start : content->start;
    Str raw = text ? text->raw : str_slice(out->original, content->start - item->start, content->end - item->start);
    Decoded decoded = {.text = raw};
    Arena *scratch = arena_create();
    if (text && !text->verbatim)
        decoded = unescape(scratch, raw);
    page_read_decoded(arena, source->markup, &decoded, PAGE_FRAGMENT, out);
    shift_runs(out, start - item->start, arena);
    arena_destroy(scratch);
}

/* ---- items ---- */

/* xml:base of the feed, else the site that an RSS channel is of. */
static Str base_of(Arena *arena, const Node *root)
{
    const Node *feed = root->first;
    while (feed && feed->is_text)
        feed = feed->next;
    Str base = feed ? dom_attribute(feed, STR("xml:base")) : STR_NONE;
    if (str_present(base))
        return arena_copy(arena, base);
    const Node *channel = dom_find(root, STR("channel"));
    const Node *site = channel ? child(channel, STR("link")) : NULL;
    return site ? dom_text(arena, site) : STR_NONE;
}

static Str address_of(const Feed *feed, const Node *item, Arena *arena)
{
    Str base = link_resolve(arena, feed->base, dom_attribute(item, STR("xml:base")));
    return link_resolve(arena, str_present(base) ? base : feed->base, link_of(arena, item));
}

static Feed *open_feed(Source *source)
{
    Feed *feed = ARENA_NEW(source->arena, Feed);
    const Said said = {.carrier = source->charset, .own = encoding_declared(source->bytes), .page = true};
    feed->decoded = encoding_decode(source->arena, source->bytes, &said);
    feed->root = dom_parse(source->arena, feed->decoded.text, DOM_XML);
    feed->item = feed->root;
    const Node *title = dom_find(feed->root, STR("title"));
    feed->publisher = plain_text(source->arena, title);
    feed->base = base_of(source->arena, feed->root);
    return feed;
}

static const Node *next_item(const Feed *feed)
{
    const Node *n = feed->item == feed->root ? dom_next(feed->root, feed->root) : dom_skip(feed->item, feed->root);
    while (n && !is_named(n, STR("item")) && !is_named(n, STR("entry")))
        n = dom_next(n, feed->root);
    return n;
}

Document *feed_next(Source *source, Arena *arena)
{
    if (!source->state)
        source->state = open_feed(source);
    Feed *feed = source->state;
    const Node *item = next_item(feed);
    if (!item) {
        if (source->number == 0)
            problem_warn(source->problems, "%.*s: the feed has no items", (int)source->name.len, source->name.ptr);
        if (feed->root->cut_off)
            problem_lost(source->problems, "%.*s: holds too much mark-up; the rest was not read", (int)source->name.len,
                         source->name.ptr);
        source->at = source->bytes.len;
        return NULL;
    }
    feed->item = item;
    source->number++;
    source->at = item->end < source->bytes.len ? item->end : source->bytes.len;
    Document *document = source_document(source, str_slice(feed->decoded.text, item->start, item->end), arena);
    document->path = source_numbered_path(source, arena);
    document->title = plain_text(arena, child(item, STR("title")));
    document->url = address_of(feed, item, arena);
    document->author = author_of(arena, item);
    document->publisher = arena_copy(arena, feed->publisher);
    document->published = published_of(arena, source->markup, item);
    read_content(source, item, arena, document);
    source_flag_encoding(document, &feed->decoded, arena);
    return document;
}
