#include "model/document.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "base/buf.h"

/* "a & b" from "<p>a &amp; b</p>" */
static const RawRun RUNS[] = {{0, 3, 5}, {2, 5, 10}, {3, 10, 12}};
static const Document PAGE = {.text = {"a & b", 5}, .raw_runs = RUNS, .raw_run_count = 3};

static void raw(const Document *document, uint32_t start, uint32_t end, uint32_t raw_start, uint32_t raw_end)
{
    Span got = document_raw_span(document, (Span){start, end});
    assert_int_equal(got.start, raw_start);
    assert_int_equal(got.end, raw_end);
}

static void text_that_is_the_original_keeps_its_offsets(void **state)
{
    (void)state;
    Document plain = {.text = {"abc", 3}};
    raw(&plain, 1, 3, 1, 3);
}

static void a_span_leads_back_to_the_bytes_it_was_read_from(void **state)
{
    (void)state;
    raw(&PAGE, 0, 1, 3, 4);
    raw(&PAGE, 0, 5, 3, 12);
    raw(&PAGE, 4, 5, 11, 12);
}

static void a_character_reference_is_taken_whole(void **state)
{
    (void)state;
    raw(&PAGE, 2, 3, 5, 10);
    raw(&PAGE, 0, 3, 3, 10);
    raw(&PAGE, 2, 5, 5, 12);
}

static void an_empty_span_stays_empty(void **state)
{
    (void)state;
    raw(&PAGE, 3, 3, 10, 10);
}

static void a_headline_behind_the_text_has_offsets_of_its_own(void **state)
{
    (void)state;
    Document titled = {.text = {"abc\n\nTitle", 10}, .headline = {5, 10}};
    assert_int_equal(document_body(&titled).len, 3);
    assert_false(document_in_headline(&titled, (Span){0, 3}));
    assert_true(document_in_headline(&titled, (Span){6, 8}));
    assert_int_equal(document_headline_span(&titled, (Span){6, 8}).start, 1);
    assert_int_equal(document_headline_span(&titled, (Span){6, 8}).end, 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_that_is_the_original_keeps_its_offsets),
        cmocka_unit_test(a_span_leads_back_to_the_bytes_it_was_read_from),
        cmocka_unit_test(a_character_reference_is_taken_whole),
        cmocka_unit_test(an_empty_span_stays_empty),
        cmocka_unit_test(a_headline_behind_the_text_has_offsets_of_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
