#include "read/meta.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

static Arena *arena;         // NOLINT(readability-identifier-naming): set up once for the group
static const Markup *markup; // NOLINT(readability-identifier-naming)

static int setup(void **state)
{
    (void)state;
    arena = arena_create();
    markup = markup_load(arena);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_destroy(arena);
    return 0;
}

/* clang-format off */
static const struct { const char *text; const char *day; } DAYS[] = {
    {"2025-03-03",                          "2025-03-03"},
    {"Mon, 03 Mar 2025 10:00:00 GMT",       "2025-03-03"},
    {"March 3, 2025",                       "2025-03-03"},
    {"Published: Monday, March 3rd, 2025 at 5:10 pm", "2025-03-03"},
    {"3 March 2025",                        "2025-03-03"},
    {"Updated 3rd Mar. 2025",               "2025-03-03"},
    {"3 de marzo de 2025",                  "2025-03-03"},
    {"2025/mar/03",                         "2025-03-03"},
    {"31.12.2025",                          "2025-12-31"},
    {"2025/12/31",                          "2025-12-31"},
    {"12/31/2025",                          "2025-12-31"},
    {"31/12/2025",                          "2025-12-31"},
    {"03/04/2025",                          ""},
    {"20250303",                            ""},
    {"30 February 2025",                    ""},
    {"may not 2025 be",                     ""},
    {"",                                    ""},
};

/* Title, publisher, author, day and address of a page. */
static const struct { const char *html; const char *title, *publisher, *author, *day, *url; } PAGES[] = {
    {"<title>Bus leaves road - Hill Post</title>", "Bus leaves road", "", "", "", ""},
    {"<title>Bus leaves road | Hill Post</title><h1>Bus leaves road</h1>", "Bus leaves road", "", "", "", ""},
    {"<meta property=og:title content='Bus leaves road'><meta property='og:site_name' content='Hill &amp; Post'>"
     "<h1>Hill &amp; Post</h1>", "Bus leaves road", "Hill & Post", "", "", ""},
    {"<meta property='article:published_time' content='2025-03-03T10:00:00Z'><link rel=canonical href='http://h.example/a'>"
     "<meta name=author content='W. Riter'>", "", "", "W. Riter", "2025-03-03", "http://h.example/a"},
    {"<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"x\"},{\"@type\":[\"NewsArticle\"],"
     "\"headline\":\"Bus &amp; road\",\n\"datePublished\":\"2025-03-03\",\"author\":[{\"name\":\"W. Riter\"}],"
     "\"publisher\":{\"name\":\"Hill Post\"}}]}</script>", "Bus & road", "Hill Post", "W. Riter", "2025-03-03", ""},
    {"<script type='application/ld+json'>{broken</script><time datetime='2025-03-03'>Monday</time>", "", "", "", "2025-03-03", ""},
    {"<link rel=canonical href='http://h.example/2025/03/02/a'><meta name=date content='2025-03-04'>",
     "", "", "", "2025-03-02", "http://h.example/2025/03/02/a"},
    {"<link rel=canonical href='http://h.example/2025/03/23646/'>", "", "", "", "", "http://h.example/2025/03/23646/"},
    {"<link rel=canonical href='http://h.example/2025/mar/02/x'>", "", "", "", "2025-03-02", "http://h.example/2025/mar/02/x"},
    {"<title>Bus timetable - Hill - Post and Road</title><h1><a href='/'>Hill - Post and Road</a></h1><h2>Menu</h2>",
     "Bus timetable", "", "", "", ""},
    {"<title>Hill Post - News » Bus leaves road</title><h1>Win a bus</h1><h1>Our roads</h1><h2>Bus leaves road</h2>",
     "Bus leaves road", "", "", "", ""},
    {"<meta property='article:published_time' content='2025-03-04T03:10:00Z'><time datetime='2025-03-03T23:10:00-04:00'>late</time>",
     "", "", "", "2025-03-03", ""},
    {"<meta property='og:site_name' content='https://www.hill.example'><meta name='application-name' content='Hill Post'>",
     "", "Hill Post", "", "", ""},
    {"<meta property='og:site_name' content='@hillpost'>", "", "hillpost", "", "", ""},
    {"<meta property='og:site_name' content='Hill Post | Sport | Roads'>", "", "Hill Post", "", "", ""},
    {"<title>Bus leaves road today</title><meta property='og:site_name' content='Bus leaves road today'>",
     "Bus leaves road today", "", "", "", ""},
    {"<meta name=author content='By W. RITER, Hill Wire | Hill Post'>", "", "", "W. RITER, Hill Wire", "", ""},
    {"<meta name=author content='https://h.example/w'><span class=byline>By Wim van Riter</span>", "", "", "Wim van Riter", "", ""},
    {"<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":[{\"name\":\"W. Riter\"},{\"name\":\"P. Enn\"}]}"
     "</script>", "", "", "W. Riter, P. Enn", "", ""},
    {"<div id=comments><a rel=author>Old Reader</a></div><div class=byline><a rel=author href=/w>Ann Writer</a> 3 March</div>",
     "", "", "Ann Writer", "", ""},
    {"<p class=author>more by this author</p><p class=byline>Posted at 5:10</p><p class=author>Article by</p>", "", "", "", "", ""},
    {"<title>Bus leaves road | Roads | Hill Post</title><a href=https://h.example/><img alt='Hill Post logo'></a><h1>Bus leaves road</h1>",
     "Bus leaves road", "Hill Post", "", "", ""},
    {"<title>Hill Post: Bus leaves road</title><h1><a href=https://h.example>Hill Post</a></h1><h3>Bus leaves road</h3>", "Bus leaves road",
     "Hill Post", "", "", ""},
    {"<title>Bus leaves road - Hill Post</title><link rel=canonical href='https://www.hill-post.example/a'>", "Bus leaves road", "Hill Post", "",
     "", "https://www.hill-post.example/a"},
    {"<title>Bus leaves road - Hill News</title><p>\xc2\xa9 2025 Hill Post</p>", "Bus leaves road", "", "", "", ""},
    {"<title>Bus leaves road - Hill News</title><p>\xc2\xa9 2025 Hill News Ltd</p>", "Bus leaves road", "Hill News", "", "", ""},
    {"<meta property=og:title content='Bus &amp;amp; mill &amp;#8217;'><meta property=og:site_name content=Telegram>"
     "<div class=author><a rel=author>Hill Watch</a></div>", "Bus & mill \xe2\x80\x99", "Hill Watch", "Hill Watch", "", ""},
    {"<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"Article\",\"headline\":\"Bus\",\"publisher\":{\"@id\":\"#o\"}},"
     "{\"@type\":\"WebSite\",\"name\":\"h\"},{\"@id\":\"#o\",\"name\":\"Hill Post\"}]}</script>", "Bus", "Hill Post", "", "", ""},
    {"<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"Article\",\"headline\":\"Bus\"},{\"@type\":\"WebSite\","
     "\"name\":\"Hill Post\"}]}</script>", "Bus", "Hill Post", "", "", ""},
    {"<div itemprop=publisher><meta itemprop=name content='Hill Post'></div>", "", "Hill Post", "", "", ""},
    {"<meta name=author content='Hill Post'><meta property=og:site_name content='Hill Post'><p class=byline>By Ann Rowe</p>", "", "Hill Post",
     "Ann Rowe", "", ""},
    {"<p>Updated: March 5, 2025<br>Published: March 3, 2025</p>", "", "", "", "2025-03-03", ""},
    {"<p>Last updated <time datetime=2025-03-05>Wed</time></p><p>Out <time datetime=2025-03-03>Mon</time></p>", "", "", "", "2025-03-03", ""},
    {"<p>Updated <time datetime=2025-03-05>Wed</time></p>", "", "", "", "2025-03-05", ""},
    {"<body><p>Long words first.</p><i>03.12.2025 - 22:40</i>", "", "", "", "2025-12-03", ""},
};
/* clang-format on */

static void reads_days_as_pages_print_them(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(DAYS); i++) {
        Day got = moment_day(date_text_moment(markup, str_from(DAYS[i].text)));
        if (got == day_parse(str_from(DAYS[i].day)))
            continue;
        print_error("\"%s\": day %d\n", DAYS[i].text, (int)got);
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

static bool is(Str got, const char *wanted)
{
    return got.len == strlen(wanted) && (got.len == 0 || memcmp(got.ptr, wanted, got.len) == 0);
}

static void reads_what_a_page_says_of_itself(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(PAGES); i++) {
        Meta got = meta_read(arena, markup, dom_parse(arena, str_from(PAGES[i].html), DOM_HTML));
        bool right = is(got.title, PAGES[i].title) && is(got.publisher, PAGES[i].publisher) &&
                     is(got.author, PAGES[i].author) && is(got.url, PAGES[i].url) &&
                     moment_day(got.published) == day_parse(str_from(PAGES[i].day));
        if (right)
            continue;
        print_error("page %zu: title \"%.*s\", publisher \"%.*s\", author \"%.*s\", day %d\n", i, (int)got.title.len,
                    got.title.ptr, (int)got.publisher.len, got.publisher.ptr, (int)got.author.len, got.author.ptr,
                    (int)moment_day(got.published));
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

static void names_of_parts_are_found_by_whole_words(void **state)
{
    (void)state;
    assert_int_equal(markup_marks(markup, STR("x ArticleShareBar")), MARK_DROP);
    assert_int_equal(markup_marks(markup, STR("top_related-links")), MARK_DROP);
    assert_int_equal(markup_marks(markup, STR("c-entry-content")), MARK_BODY);
    assert_int_equal(markup_marks(markup, STR("correlated shareholder-x unnavigable")) & MARK_BODY, 0);
    assert_int_equal(markup_marks(markup, STR("navigator")), 0);
    assert_int_equal(markup_marks(markup, STR("")), 0);
}

static void every_row_of_the_table_is_used(void **state)
{
    (void)state;
    assert_int_equal(markup_ignored(markup), 0);
    assert_true(markup_is_furniture(markup, STR("Advertisement")));
    assert_false(markup_is_furniture(markup, STR("Advertisements were torn down by the crowd.")));
    assert_true(markup_is_end(markup, STR("More stories")));
    assert_int_equal(markup_month(markup, STR("Sept")), 9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_days_as_pages_print_them),
        cmocka_unit_test(reads_what_a_page_says_of_itself),
        cmocka_unit_test(every_row_of_the_table_is_used),
        cmocka_unit_test(names_of_parts_are_found_by_whole_words),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
