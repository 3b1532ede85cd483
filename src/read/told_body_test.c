#include "read/page.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

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

static Document read_page(const char *html)
{
    Document document = {.id = {NULL, 0}};
    document.original = str_from(html);
    page_read(fixture.arena, fixture.markup, document.original, STR_NONE, PAGE_WHOLE, &document);
    return document;
}

#define TOLD(members)                                                                                                  \
    "<script type='application/ld+json'>{\"@type\":\"NewsArticle\"," members "}</script><div id=root></div>"
#define LINE "At least four people were hurt when a bus left the road near the mill on Monday."

/* clang-format off */
static const struct { const char *html; const char *text; } PAGES[] = {
    {TOLD("\"articleBody\":\"" LINE "\""),                                              LINE},
    {TOLD("\"articleBody\" : \"Four were \\\"hurt\\\".\\n\\nTwo \\u2013 no\\/one.\\nEnd\""), "Four were \"hurt\".\n\nTwo \xE2\x80\x93 no/one.\nEnd"},
    {TOLD("\"articleBody\":\"<p>Four &amp; two.</p><p>\\ud83d\\ude00 \\ud83d</p>\""),   "Four & two.\n\n\xF0\x9F\x98\x80 \xEF\xBF\xBD"},
    {TOLD("\"articleBody\":\"Teaser.\"") TOLD("\"articleBody\":\"" LINE "\""),          LINE},
    {TOLD("\"articleBody\":\"Four were hurt") ,                                         "Four were hurt}"}, /* the string has no end */
    {TOLD("\"articleBody\":\"Four were hurt, it says here.\"") "<p>" LINE "</p>",       LINE},
    {TOLD("\"articleBody\":4"),                                                         ""},
    {"<script>{\"articleBody\":\"" LINE "\"}</script>",                                 ""},
};
/* clang-format on */

static void what_the_page_tells_is_read_where_it_shows_less(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(PAGES); i++) {
        Document got = read_page(PAGES[i].html);
        if (str_is(got.text, PAGES[i].text))
            continue;
        print_error("%s: \"%.*s\"\n", PAGES[i].html, (int)got.text.len, got.text.ptr);
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

static void it_leads_back_to_its_bytes(void **state)
{
    (void)state;
    Document got = read_page(TOLD("\"articleBody\":\"Four &amp; two \\u2013 were hurt.\""));
    Span hurt = document_raw_span(&got, (Span){(uint32_t)got.text.len - 5, (uint32_t)got.text.len - 1});
    assert_true(str_equal(str_slice(got.original, hurt.start, hurt.end), STR("hurt")));
    Span dash = document_raw_span(&got, (Span){11, 14});
    assert_true(str_equal(str_slice(got.original, dash.start, dash.end), STR("\\u2013")));
    Span sign = document_raw_span(&got, (Span){5, 6});
    assert_true(str_equal(str_slice(got.original, sign.start, sign.end), STR("&amp;")));
}

static bool is_flagged(const Document *document, FlagKind kind)
{
    for (size_t i = 0; i < document->flag_count; i++) {
        if (document->flags[i].kind == kind)
            return true;
    }
    return false;
}

static void a_page_without_a_report_says_so(void **state)
{
    (void)state;
    Document got =
        read_page("<html><head><title>Fire in the mill</title></head><body><div id=root></div></body></html>");
    assert_int_equal(got.text.len, 0);
    assert_true(is_flagged(&got, FLAG_MISSING_CONTENT));
    got = read_page(TOLD("\"articleBody\":\"" LINE "\""));
    assert_int_equal(got.flag_count, 0);
}

/* clang-format off */
static const struct { const char *html; bool stub; } PAID[] = {
    {TOLD("\"isAccessibleForFree\":false") "<p>" LINE "</p>",                         true},
    {TOLD("\"isAccessibleForFree\":\"False\"") "<p>" LINE "</p>",                     true},
    {TOLD("\"isAccessibleForFree\":\"http://schema.org/False\"") "<p>" LINE "</p>",   true},
    {TOLD("\"isAccessibleForFree\":true") "<p>" LINE "</p>",                          false},
    {TOLD("\"isAccessibleForFree\":false,\"wordCount\":18") "<p>" LINE "</p>",        false},
    {TOLD("\"isAccessibleForFree\":false,\"wordCount\":\"400\"") "<p>" LINE "</p>",   true},
    {TOLD("\"wordCount\":400") "<p>" LINE "</p>",                                     false},
};
/* clang-format on */

static void the_first_lines_of_a_report_that_is_sold_are_flagged(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(PAID); i++) {
        Document got = read_page(PAID[i].html);
        if (is_flagged(&got, FLAG_TRUNCATED) == PAID[i].stub)
            continue;
        print_error("%s\n", PAID[i].html);
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_the_page_tells_is_read_where_it_shows_less),
        cmocka_unit_test(it_leads_back_to_its_bytes),
        cmocka_unit_test(a_page_without_a_report_says_so),
        cmocka_unit_test(the_first_lines_of_a_report_that_is_sold_are_flagged),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
