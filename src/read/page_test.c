#include "read/page.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "read/source.h"

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

typedef struct {
    Arena *arena;
    const Markup *markup;
} Fixture;

static Fixture fixture; // NOLINT(readability-identifier-naming): set up once for the group

static int setup(void **state)
{
    fixture.arena = arena_create();
    fixture.markup = markup_load(fixture.arena);
    *state = &fixture;
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_destroy(fixture.arena);
    return 0;
}

static Document read_as(const char *html, PageKind kind)
{
    Document document = {.id = {NULL, 0}};
    document.original = str_from(html);
    page_read(fixture.arena, fixture.markup, document.original, STR_NONE, kind, &document);
    return document;
}

/* clang-format off */
static const struct { const char *html; const char *text; } FRAGMENTS[] = {
    {"<p>One  two\n three</p>",                      "One two three"},
    {"<p>One<p>Two",                                 "One\n\nTwo"},
    {"One<br>two<br/><br />three",                   "One\ntwo\n\nthree"},
    {"<ul><li>a<li>b</ul>c",                         "a\nb\n\nc"},
    {"<table><tr><td>Port<td>3<tr><td>Hill<td>4</table>", "Port\t3\nHill\t4"},
    {"<table><tr><th rowspan=2>Hill<th colspan=2>Hurt<tr><th>Men<th>Women<tr><td rowspan=2>Mill<td>3<td>4<tr><td rowspan=1>5<td>6</table>",
     "Hill\tHurt\t\n\tMen\tWomen\nMill\t3\t4\n\t5\t6"},
    {"<table><tr><td>Mill<td rowspan=2>3<tr><td>Hill<tr><td>Ford<td>4</table>", "Mill\t3\nHill\t\nFord\t4"},
    {"12<sup><a href=#1>1</a></sup> hurt<sup>2</sup> on the 3<sup>rd</sup> at 5 m<sup>2</sup>[<sup>3</sup>]", "12 hurt on the 3rd at 5 m2[]"},
    {"a &amp; b &#8211; c&nbsp;d &eacute;",          "a & b \xE2\x80\x93 c d \xC3\xA9"},
    {"AT&T &bogus; 5 < 6 & 7",                       "AT&T &bogus; 5 < 6 & 7"},
    {"&#150; &#x110000;",                            "\xE2\x80\x93 \xEF\xBF\xBD"},
    {"so\xC2\xAD" "ft",                                 "soft"},
    {"<b>bo<i>th</b> on</i> e",                      "both on e"},
    {"<p>a<script>if (a < b) '</p>'</script>b",      "ab"},
    {"a<!-- <p>not</p> -->b<style>p{}</style>",      "ab"},
    {"<p>in <a href='x'>a link</a>, out</p>",        "in a link, out"},
    {"<p title='a > b'>x</p>",                       "x"},
    {"<svg><title/></svg><p>after</p>",              "after"},
    {"<p>unfinished <b",                             "unfinished"},
    {"</p></div><p>a</p></li>",                      "a"},
    {"<div><a><div>inside</div></a> after</div>",    "inside\n\nafter"},
    {"",                                             ""},
};

/* Every page's report is "First paragraph …" and "Second …"; all else is furniture. */
#define FIRST "At least four people were hurt when a bus left the road near the mill on Monday, the district hospital said."
#define SECOND "The road was closed for six hours, according to the county, and traffic was led through the valley instead."
#define REPORT "<p>" FIRST "</p><p>" SECOND "</p>"

static const char *const PAGES[] = {
    "<html><body><nav><a href=/>Home</a> <a href=/n>News</a></nav><article><h1>Bus leaves road</h1>" REPORT
    "</article><footer>Valley Paper, all news since 1901, printed on the hill beside the river every day.</footer>",
    "<body><div id=content><h1>Bus</h1><p class=byline>By A. Writer</p>" REPORT
    "<div class='share-bar'>Share this with all of your friends and everybody else whom you know by name</div></div>",
    "<body><div class=story><div class=story-body>" REPORT "</div></div><div id=comments><p>I saw that bus last week and it"
    " was in a very bad state, if you ask me, which nobody ever does.</p></div>",
    "<body><div><div>" REPORT "</div><ul class=x><li><a href=1>Other news from the hill today</a><li><a href=2>More of it"
    " from the other hill</a></ul></div>",
    "<body><header>Monday 3 March 2025</header><main>" REPORT "<aside>Our paper costs two coins and is brought to your door"
    " every morning before six.</aside></main>",
    "<body><div class=article-body>" REPORT "<p>Read more: <a href=1>The mill and its road</a></p></div>",
    "<body><div class=article-body><p>" FIRST "</p></div><div class=ad-slot>Buy the great machine now and be happy with it"
    " for the rest of all your days.</div><div class=article-body><p>" SECOND "</p></div>",
    "<body><section class=row><div class='left narrow'><div class=column><div class=story-text><p>" FIRST "</p></div></div>"
    "</div></section><section class='row main'><div class='right wide'><div class=column><div class=story-text><p>" SECOND
    "</p></div></div></div></section>",
    "<body>" REPORT "<div style='display: none'>This line of words is hidden from the reader and is no part of the report"
    " at all.</div>",
    "<title>Bus leaves road</title><table><tr><td><a href=/>News</a><br><a href=/x>Other</a><td><b>Bus leaves road</b><br>By A. "
    "Writer<br><br>" FIRST "<br><br>" SECOND "<br><br><a href=/p>Print</a> | <a href=/m>Mail</a></table>",
    "<body><div itemprop=articleBody>" REPORT "</div><div class=teasers><div><p>" SECOND SECOND SECOND SECOND
    SECOND "</p></div></div>",
    "<body><article><div align=center><div><img src=1 alt='The mill by the road'></div><br><span>The mill by the road</span></div>"
    REPORT "<p>Image 1 of 5</p></article>",
    "<body><div class=article-body><p>" FIRST "</p></div><div class=ad-slot>Buy the great machine now.</div><div class=article-body><p>"
    SECOND "</p><div class=h3>More great hill stories</div><ul><li>The hill <a href=1>is not it</a><li>So <a href=2>it goes</a></ul>"
    "</div>",
    "<body><div class=article-body>" REPORT "<div><hr><p>Hill Lines runs buses on nine roads and has done so since 1950.</p></div></div>",
    "<body><div class=article-body>" REPORT "<p class=reading-time>Leitura:<small> 2 minutos</small></p></div>",
    "<body><div class=article-body><figure><img src=1><cite>Ann Rowe/Valley Paper</cite></figure>" REPORT "</div>",
    "<body><div class=article-body><p>" FIRST "</p><p>The road was closed for six hours, <a href=1>according to the county, and "
    "traffic was led through the valley instead</a>.</p></div>",
    "<body><div class=article-body>" REPORT "<p>Read more about it on the next page: <a href=1>The mill and its road through the hill and "
    "the valley, as it was and is</a>.</p></div>",
    "<body><div class=article-body>" REPORT "<p>Updated at 1:40 p.m.</p></div>",
    "<body><div class=article-body><p>" FIRST "</p><h4><a href=/1>Nine hurt at the old mill</a></h4><p>" SECOND "</p></div>",
    "<body><div class=article-body>" REPORT "<div class=b><div class=i><h3><a href=/1>Mill burns</a></h3><p>Nine clerks were hurt when the "
    "old mill on the hill burned.</p></div><div class=i><h3><a href=/2>Hill shut</a></h3><p>Five clerks were hurt on the hill.</p></div></div>"
    "</div>",
    "<body><div class=article-body><p><img src=1><br><em>Nine clerks were hurt when the mill burned last year, and five died of it. Ann Rowe"
    "</em></p>" REPORT "</div>",
};

/* What a rule sets apart is the report's own where it is much, or where the report's text stands before it in its box. */
static const char *const RULED[] = {
    "<body><div class=article-body><p>" FIRST "</p><div><hr><p>" SECOND "</p></div></div>",
    "<body><div class=article-body><p>" FIRST "</p><hr><p>" SECOND "</p></div>",
};
/* clang-format on */

static void a_fragment_becomes_running_text(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(FRAGMENTS); i++) {
        Document got = read_as(FRAGMENTS[i].html, PAGE_FRAGMENT);
        if (str_equal(got.text, str_from(FRAGMENTS[i].text)))
            continue;
        print_error("%s: \"%.*s\"\n", FRAGMENTS[i].html, (int)got.text.len, got.text.ptr);
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

static void the_report_is_found_among_furniture(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(PAGES); i++) {
        Document got = read_as(PAGES[i], PAGE_WHOLE);
        if (str_equal(got.text, STR(FIRST "\n\n" SECOND)))
            continue;
        print_error("page %zu: \"%.*s\"\n", i, (int)got.text.len, got.text.ptr);
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

/* A line of underscores is an agency's mark between two parts; one of bars between links is none. */
static void a_line_of_underscores_is_kept(void **state)
{
    (void)state;
    Document got =
        read_as("<body><div class=article-body><p>" FIRST "</p><p>___</p><p>" SECOND "</p><p>|</p></div>", PAGE_WHOLE);
    assert_string_equal(got.text.ptr, FIRST "\n\n___\n\n" SECOND);
}

static void a_report_goes_on_behind_what_is_offered_in_it(void **state)
{
    (void)state;
    Document got = read_as("<body><div class=article-body>" REPORT "<p>" FIRST
                           "</p><div><b>Related:</b></div><div><a href=/1>Nine "
                           "hurt at the mill</a></div><p>" SECOND "</p><p>" FIRST "</p></div>",
                           PAGE_WHOLE);
    assert_string_equal(got.text.ptr, FIRST "\n\n" SECOND "\n\n" FIRST "\n\n" SECOND "\n\n" FIRST);
}

static void a_rule_through_the_report_ends_nothing(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(RULED); i++) {
        Document got = read_as(RULED[i], PAGE_WHOLE);
        assert_string_equal(got.text.ptr, FIRST "\n\n" SECOND);
    }
}

/* A line of nothing but a link is furniture, but under a quotation it says whose that is. */
static void the_link_under_a_quotation_names_its_source(void **state)
{
    (void)state;
    Document got =
        read_as("<body><div class=article-body><p>" FIRST "</p><blockquote><p>We saw the bus go over.</p></blockquote>"
                "<p><b>[</b><a href=/1><b>Hill Times</b></a><b>]</b></p><p>" SECOND
                "</p><p><a href=/2>Hill Times today</a></p></div>",
                PAGE_WHOLE);
    assert_string_equal(got.text.ptr, FIRST "\n\nWe saw the bus go over.\n\n[Hill Times]\n\n" SECOND);
}

static void who_reported_is_a_part_of_the_report(void **state)
{
    (void)state;
    Document got = read_as(
        "<body><div class=article-body>" REPORT "<p>Reporting by Ann Rowe; Editing by Bo Lund</p></div>", PAGE_WHOLE);
    assert_string_equal(got.text.ptr, FIRST "\n\n" SECOND "\n\nReporting by Ann Rowe; Editing by Bo Lund");
}

static void all_posts_of_a_live_page_are_its_report(void **state)
{
    (void)state;
    Document got =
        read_as("<body><main><h1>Live</h1><article class='post p1'><p>" FIRST "</p></article><article class="
                "'post p2'><p>" SECOND "</p></article><article class='post p3'><p>" FIRST "</p></article></main>",
                PAGE_WHOLE);
    assert_true(str_equal(got.text, STR(FIRST "\n\n" SECOND "\n\n" FIRST)));
}

#define POST(text) "<article class=post>" text "</article>"
#define HOUR(hour) "<time datetime=2025-03-03T" hour ">" hour "</time>"

/* Of two that are alike, both are posts where each stands at its hour; else one is the report and the other the next. */
static void two_posts_of_a_live_page_are_its_report(void **state)
{
    (void)state;
    static const struct {
        const char *html;
        const char *text;
    } LIVE[] = {
        {"<h1>Live</h1><div>" POST("<header>" HOUR("12:10") "</header><p>Two hurt.</p>")
             POST("<header>" HOUR("11:40") "</header><p>One bus.</p>") "</div>",
         "Two hurt.\n\nOne bus."},
        {"<h1>Live</h1>" POST("<p>9.05 Two hurt.</p>") POST("<p>8.40 One bus.</p>"), "9.05 Two hurt.\n\n8.40 One bus."},
        {"<div>" POST("<header><h1>Bus</h1>" HOUR("12:10") "</header><p>" FIRST "</p>")
             POST("<h1>Mill</h1>" HOUR("11:40") "<p>Shut.</p>") "</div>",
         FIRST},
        {"<div>" POST(REPORT) POST("<h3><a href=1>Mill</a></h3>" HOUR("11:40") "<p>" SECOND "</p>") "</div>",
         FIRST "\n\n" SECOND},
    };
    for (size_t i = 0; i < COUNT_OF(LIVE); i++) {
        Document got = read_as(LIVE[i].html, PAGE_WHOLE);
        assert_string_equal(got.text.ptr, LIVE[i].text);
    }
}

static void a_short_report_is_preferred_to_a_long_foot(void **state)
{
    (void)state;
    Document got =
        read_as("<body><main><h1>Bus</h1><p>Two hurt in bus.</p></main><footer>" FIRST SECOND "</footer>", PAGE_WHOLE);
    assert_true(str_equal(got.text, STR("Two hurt in bus.")));
}

static void a_page_of_nothing_but_furniture_is_still_read(void **state)
{
    (void)state;
    Document got = read_as("<body><div class=comments>Two hurt.</div></body>", PAGE_WHOLE);
    assert_true(str_equal(got.text, STR("Two hurt.")));
    assert_int_equal(got.flags[0].kind, FLAG_MISSING_CONTENT);
}

static void blocks_know_what_they_are(void **state)
{
    (void)state;
    static const BlockKind KINDS[] = {BLOCK_HEADING, BLOCK_PARAGRAPH, BLOCK_LIST_ITEM,
                                      BLOCK_QUOTE,   BLOCK_CAPTION,   BLOCK_TABLE_ROW};
    Document got = read_as("<h2>Head</h2><p>Para</p><ul><li>Item</ul><blockquote><p>Quote</blockquote>"
                           "<figure><figcaption>Caption</figcaption></figure><table><tr><td>Row</table>",
                           PAGE_FRAGMENT);
    assert_int_equal(got.block_count, COUNT_OF(KINDS));
    for (size_t i = 0; i < COUNT_OF(KINDS); i++)
        assert_int_equal(got.blocks[i].kind, KINDS[i]);
    assert_int_equal(got.blocks[0].level, 2);
    assert_true(str_equal(span_text(got.text, got.blocks[3].span), STR("Quote")));
}

/* Every word of the text stands in the page where its span leads. */
static void every_word_leads_back_to_its_bytes(void **state)
{
    (void)state;
    const char *html =
        "<html><body><p>Caf\xE9 &amp; bar:  <b>two</b>\n hurt &quot;badly&quot; near <i>the</i> gate, the "
        "town hall said on Friday evening.</p>";
    Document got = read_as(html, PAGE_WHOLE);
    static const struct {
        const char *word;
        const char *raw;
    } WORDS[] = {
        {"Caf\xC3\xA9", "Caf\xE9"},         {"&", "&amp;"},          {"two", "two"}, {"two hurt", "two</b>\n hurt"},
        {"\"badly\"", "&quot;badly&quot;"}, {"evening.", "evening."}};
    for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
        size_t at = str_find(got.text, str_from(WORDS[i].word), 0);
        assert_true(at != SIZE_MAX);
        Span span = {(uint32_t)at, (uint32_t)(at + strlen(WORDS[i].word))};
        Span raw = document_raw_span(&got, span);
        assert_true(str_equal(span_text(str_from(html), raw), str_from(WORDS[i].raw)));
    }
    assert_int_equal(got.flag_count, 1);
    assert_int_equal(got.flags[0].kind, FLAG_ENCODING);
}

static void nesting_without_end_is_read(void **state)
{
    (void)state;
    Buf html = {0};
    for (int i = 0; i < 20000; i++)
        buf_put(&html, STR("<div><b>"));
    buf_put(&html, STR("core"));
    buf_char(&html, '\0');
    Document got = read_as(html.ptr, PAGE_FRAGMENT);
    assert_true(str_equal(got.text, STR("core")));
    buf_free(&html);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_fragment_becomes_running_text),
        cmocka_unit_test(the_report_is_found_among_furniture),
        cmocka_unit_test(a_line_of_underscores_is_kept),
        cmocka_unit_test(a_report_goes_on_behind_what_is_offered_in_it),
        cmocka_unit_test(a_rule_through_the_report_ends_nothing),
        cmocka_unit_test(the_link_under_a_quotation_names_its_source),
        cmocka_unit_test(who_reported_is_a_part_of_the_report),
        cmocka_unit_test(all_posts_of_a_live_page_are_its_report),
        cmocka_unit_test(two_posts_of_a_live_page_are_its_report),
        cmocka_unit_test(a_short_report_is_preferred_to_a_long_foot),
        cmocka_unit_test(a_page_of_nothing_but_furniture_is_still_read),
        cmocka_unit_test(blocks_know_what_they_are),
        cmocka_unit_test(every_word_leads_back_to_its_bytes),
        cmocka_unit_test(nesting_without_end_is_read),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
