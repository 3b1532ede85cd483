#include "read/meta.h"

#include "read/credit.h"
#include "read/json_ld.h"
#include "read/meta_tag.h"
#include "read/site.h"

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

enum { MAX_DATE_BYTES = 120 };

/* Names of meta tags that give the time of publication, best first. */
static const char *const PUBLISHED[] = {
    "article:published_time",
    "datePublished",
    "og:published_time",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "date",
    "article.published",
    "published-date",
    "cXenseParse:recs:publishtime",
    "citation_publication_date",
    "citation_online_date",
    "og:article:published_time",
};
static const char *const TITLES[] = {"og:title", "twitter:title", "dc.title", "citation_title"};
static const char *const ADDRESSES[] = {"og:url", "twitter:url"};

/* ---- address ---- */

static Str address_of(const Node *root)
{
    for (const Node *n = root; n; n = dom_next(n, root)) {
        if (n->tag != TAG_LINK || !str_equal_caseless(dom_attribute(n, STR("rel")), STR("canonical")))
            continue;
        Str address = str_trim(dom_attribute(n, STR("href")));
        if (meta_is_address(address))
            return address;
    }
    Str address = meta_first(root, ADDRESSES, COUNT_OF(ADDRESSES));
    return meta_is_address(address) ? address : STR_NONE;
}

/* ---- title ---- */

static bool contains(Str s, Str part)
{
    for (size_t i = 0; i + part.len <= s.len; i++) {
        if (str_begins_caseless(str_drop(s, i), part))
            return true;
    }
    return false;
}

static bool ends_with(Str s, Str part)
{
    return s.len >= part.len && str_begins_caseless(str_drop(s, s.len - part.len), part);
}

static bool begins_or_ends(Str s, Str part)
{
    return str_begins_caseless(s, part) || ends_with(s, part);
}

/* The title element without the site's name behind or before a separator. */
static Str without_site(Str title, Str site)
{
    enum { COLON = 2 };
    if (str_present(site) && site.len + COLON < title.len && str_begins_caseless(title, site) &&
        str_begins(str_drop(title, site.len), STR(": ")))
        return str_drop(title, site.len + COLON);
    static const char *const SEPARATORS[] = {" | ", " - ", " – ", " — ", " » ", " « ", " :: ", " · "};
    for (size_t i = 0; i < COUNT_OF(SEPARATORS); i++) {
        Str separator = str_from(SEPARATORS[i]);
        if (str_present(site) && title.len > site.len + separator.len && ends_with(title, site) &&
            ends_with(str_slice(title, 0, title.len - site.len), separator))
            return str_slice(title, 0, title.len - site.len - separator.len);
        size_t last = SIZE_MAX;
        for (size_t at = 0; (at = str_find(title, separator, at)) != SIZE_MAX; at += separator.len)
            last = at;
        if (last == SIZE_MAX)
            continue;
        Str head = str_slice(title, 0, last);
        Str tail = str_drop(title, last + separator.len);
        if (str_present(site) && str_equal_caseless(head, site))
            return tail;
        if ((str_present(site) && str_equal_caseless(tail, site)) || tail.len < head.len || i == 0)
            return head;
    }
    return title;
}

bool titles_hold(const Titles *titles, Str text)
{
    Str all[] = {titles->best, titles->tag, titles->headline, titles->element};
    for (size_t i = 0; i < COUNT_OF(all); i++) {
        bool most = text.len * 3 >= all[i].len * 2; /* a title cut short, or without the site's name */
        if (text.len > 0 && most && str_begins_caseless(all[i], text))
            return true;
    }
    return false;
}

/* A first heading that the page's other titles agree with. */
static bool agrees(const Titles *titles, Str heading)
{
    if (heading.len < 4 || str_equal_caseless(heading, titles->site))
        return false;
    return begins_or_ends(titles->element, heading) || begins_or_ends(titles->tag, heading) ||
           begins_or_ends(titles->headline, heading);
}

static unsigned word_count(Str s)
{
    unsigned n = 0;
    for (size_t i = 0; i < s.len; i++)
        n += !char_is_space(s.ptr[i]) && (i == 0 || char_is_space(s.ptr[i - 1]));
    return n;
}

/* The site's name as a heading of every page: all of it leads to the first page. */
static bool leads_home(const Node *heading)
{
    for (const Node *n = heading; n; n = dom_next(n, heading)) {
        if (n->tag == TAG_A)
            return site_is_home(dom_attribute(n, STR("href")));
        if (n->is_text && str_trim(n->raw).len > 0)
            return false;
    }
    return false;
}

/* A page's headings of one rank. */
typedef struct {
    Str best; /* agrees with the page's other titles */
    Str only; /* the last */
    Str site; /* one that leads home */
    unsigned count;
} Headings;

static Headings headings_of(Arena *arena, const Node *root, const Titles *titles, Tag rank)
{
    Headings found = {.best = STR_NONE, .only = STR_NONE, .site = STR_NONE};
    for (const Node *n = root; n; n = dom_next(n, root)) {
        if (n->tag != rank)
            continue;
        Str heading = dom_text(arena, n);
        if (heading.len == 0)
            continue;
        if (leads_home(n)) {
            found.site = heading;
            continue;
        }
        found.only = heading;
        found.count++;
        if (agrees(titles, heading) && heading.len > found.best.len)
            found.best = str_equal_caseless(heading, titles->element) ? titles->element : heading;
    }
    return found;
}

static Str title_of(Arena *arena, const Node *root, const Titles *titles)
{
    Headings first = headings_of(arena, root, titles, TAG_H1);
    if (str_present(first.best))
        return first.best;
    Str site = str_present(titles->site) ? titles->site : first.site;
    Str told = str_present(titles->headline) ? titles->headline : titles->tag;
    if (str_present(told) && first.count == 1 && contains(first.only, told))
        return told;
    if (first.count == 1 && word_count(first.only) >= 3 && !str_equal_caseless(first.only, titles->site))
        return first.only;
    if (str_present(told) && !str_equal_caseless(told, titles->element))
        return without_site(told, site);
    if (!str_present(told) && first.count != 1) {
        Headings second = headings_of(arena, root, titles, TAG_H2);
        if (word_count(second.best) >= 3)
            return second.best;
    }
    return str_present(titles->element) ? without_site(titles->element, site) : first.only;
}

/* ---- time ---- */

/* An element's own time: datetime or content, else what it prints. */
static Moment moment_of(Arena *arena, const Markup *markup, const Node *n)
{
    Str value = dom_attribute(n, STR("datetime"));
    if (!str_present(value))
        value = dom_attribute(n, STR("content"));
    Moment moment =
        str_present(value) ? date_text_moment(markup, value) : (Moment){.seconds = 0, .precision = MOMENT_NONE};
    if (moment.precision >= MOMENT_DAY)
        return moment;
    Str text = dom_text(arena, n);
    return text.len <= MAX_DATE_BYTES ? date_text_moment(markup, text)
                                      : (Moment){.seconds = 0, .precision = MOMENT_NONE};
}

typedef bool NodeTest(const Markup *markup, const Node *n);

static bool is_published_property(const Markup *markup, const Node *n)
{
    (void)markup;
    Str property = dom_attribute(n, STR("itemprop"));
    return str_equal(property, STR("datePublished")) || str_present(dom_attribute(n, STR("pubdate")));
}

static bool is_time_element(const Markup *markup, const Node *n)
{
    (void)markup;
    return n->tag == TAG_TIME;
}

static bool is_named_date(const Markup *markup, const Node *n)
{
    Marks marks = markup_marks(markup, dom_attribute(n, STR("class")));
    marks |= markup_marks(markup, dom_attribute(n, STR("id")));
    return (marks & MARK_DATE) != 0;
}

/* Whether the moment is the report's own, by its text or the one before; the first of a later version is kept for pages that have no other. */
static bool is_own(const Markup *markup, Str before, Str text, Moment moment, Moment *later)
{
    if (moment.precision < MOMENT_DAY)
        return false;
    bool label = markup_is_renewed(markup, before) && date_text_moment(markup, before).precision < MOMENT_DAY;
    if (!label && !markup_is_renewed(markup, text))
        return true;
    if (later->precision < MOMENT_DAY)
        *later = moment;
    return false;
}

static Moment first_moment(Arena *arena, const Markup *markup, const Node *root, NodeTest *test, Moment *later)
{
    Str before = STR_NONE;
    for (const Node *n = root; n; n = dom_next(n, root)) {
        if (n->is_text && str_trim(n->raw).len > 0)
            before = n->raw;
        if (n->is_text || n->tag == TAG_META || !test(markup, n))
            continue;
        Moment moment = moment_of(arena, markup, n);
        if (is_own(markup, before, dom_text(arena, n), moment, later))
            return moment;
    }
    return (Moment){.seconds = 0, .precision = MOMENT_NONE};
}

/* "/2026/01/31/" or "2026-01-31" in the address. */
static Moment moment_in_address(const Markup *markup, Str address)
{
    enum { LONGEST = 11 }; /* "2026/jan/31" */
    for (size_t at = 0; at + 8 <= address.len; at++) {
        Str rest = str_drop(address, at);
        bool year = (str_begins(rest, STR("/20")) || str_begins(rest, STR("/19")) || str_begins(rest, STR("-20"))) &&
                    char_is_digit(rest.ptr[3]) && char_is_digit(rest.ptr[4]) &&
                    (rest.ptr[5] == '/' || rest.ptr[5] == '-');
        if (!year)
            continue;
        size_t end = LONGEST + 1 < rest.len ? LONGEST + 1 : rest.len;
        while (end > 0 && end < rest.len && char_is_digit(rest.ptr[end]))
            end--; /* not half of a number */
        Moment moment = date_text_moment(markup, str_slice(rest, 1, end));
        if (moment.precision == MOMENT_DAY)
            return moment;
    }
    return (Moment){.seconds = 0, .precision = MOMENT_NONE};
}

/* The first short text with a whole day in it. */
static Moment printed_moment(Arena *arena, const Markup *markup, const Node *root, Moment *later)
{
    enum { SHORT_BYTES = 60 };
    Str before = STR_NONE;
    for (const Node *n = root; n; n = dom_next(n, root)) {
        Str text = str_trim(n->raw);
        if (!n->is_text || n->verbatim || text.len == 0 || n->parent->tag == TAG_TITLE)
            continue;
        Moment moment = {.seconds = 0, .precision = MOMENT_NONE};
        if (text.len >= 8 && text.len <= SHORT_BYTES)
            moment = date_text_moment(markup, dom_decode(arena, text));
        if (is_own(markup, before, text, moment, later))
            return moment;
        before = text;
    }
    return (Moment){.seconds = 0, .precision = MOMENT_NONE};
}

/* What meta tags say, best first. */
static Moment told_moment(const Markup *markup, const Node *root)
{
    Moment found = {.seconds = 0, .precision = MOMENT_NONE};
    for (size_t i = 0; i < COUNT_OF(PUBLISHED) && found.precision < MOMENT_DAY; i++) {
        Str told = meta_named(root, str_from(PUBLISHED[i]));
        if (str_present(told))
            found = date_text_moment(markup, told);
    }
    return found;
}

/* The outlet's own day of a moment that is told in UTC: a <time> of the same moment has it ("2025-03-03T23:10:00-04:00"). */
static Moment own_day(const Markup *markup, const Node *root, Moment found)
{
    enum { DAY_BYTES = 10 };
    for (const Node *n = root; n; n = dom_next(n, root)) {
        Str value = n->tag == TAG_TIME ? str_trim(dom_attribute(n, STR("datetime"))) : STR("");
        Moment told = value.len > DAY_BYTES ? date_text_moment(markup, value) : found;
        if (told.precision == MOMENT_TIME && told.seconds == found.seconds && moment_day(told) != moment_day(found))
            return told;
    }
    return found;
}

/* The address keeps the day of first publication where the rest is renewed, and has the outlet's own day, not UTC's. */
static Moment published_of(Arena *arena, const Markup *markup, const Node *root, const Meta *meta)
{
    static NodeTest *const TESTS[] = {is_published_property, is_time_element, is_named_date};
    Moment later = {.seconds = 0, .precision = MOMENT_NONE};
    Moment found = meta->published.precision >= MOMENT_DAY ? meta->published : told_moment(markup, root);
    Moment in_address = moment_in_address(markup, meta->url);
    if (in_address.precision >= MOMENT_DAY)
        return moment_day(found) == moment_day(in_address) ? found : in_address;
    for (size_t i = 0; i < COUNT_OF(TESTS) && found.precision < MOMENT_DAY; i++)
        found = first_moment(arena, markup, root, TESTS[i], &later);
    if (found.precision > MOMENT_DAY)
        return own_day(markup, root, found);
    if (found.precision < MOMENT_DAY)
        found = printed_moment(arena, markup, root, &later);
    return found.precision >= MOMENT_DAY ? found : later;
}

/* "en-GB" as "en". */
static Str lang_of(const Node *root)
{
    const Node *html = dom_find(root, STR("html"));
    Str lang = html ? str_trim(dom_attribute(html, STR("lang"))) : STR_NONE;
    size_t end = 0;
    while (end < lang.len && char_is_letter(lang.ptr[end]))
        end++;
    return end >= 2 && end <= 3 ? str_slice(lang, 0, end) : STR_NONE;
}

/* A title whose references were written twice over ("&amp;amp;"). */
static Str settled(Arena *arena, Str title)
{
    return str_present(title) && str_find_char(title, '&', 0) != SIZE_MAX ? dom_decode(arena, title) : title;
}

Meta meta_read(Arena *arena, const Markup *markup, const Node *root)
{
    JsonLd told = json_ld_read(arena, markup, root);
    Meta meta = {.published = told.published, .words = told.words, .paid = told.paid};
    meta.url = address_of(root);
    const Node *element = dom_find(root, STR("title"));
    Titles titles = {
        element ? settled(arena, dom_text(arena, element)) : STR_NONE,
        settled(arena, meta_first(root, TITLES, COUNT_OF(TITLES))),
        settled(arena, told.headline),
        credit_site(root),
        STR_NONE,
    };
    if (!str_present(titles.site))
        titles.site = str_present(told.publisher) ? told.publisher : credit_printed_site(arena, root);
    if (!str_present(titles.site) && str_present(titles.element))
        titles.site = site_in_title(arena, root, titles.element, meta.url);
    meta.author = credit_author(arena, markup, root, told.author, titles.site);
    titles.best = title_of(arena, root, &titles);
    meta.titles = titles;
    meta.title = titles.best;
    meta.publisher = credit_publisher(root, titles.site, titles.best);
    if (markup_is_platform(markup, meta.publisher)) /* whose pages it is that others publish on */
        meta.publisher = str_present(meta.author) ? meta.author : titles.tag;
    meta.published = published_of(arena, markup, root, &meta);
    meta.lang = lang_of(root);
    return meta;
}
