#include "read/headline.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "base/buf.h"

typedef struct {
    const char *text;
    const char *title;
    const char *joined; /* NULL: the text stays as it was */
} Row;

static const Row ROWS[] = {
    {"Police named nobody.", "Two killed in market blast", "Police named nobody.\n\nTwo killed in market blast"},
    {"Two killed\nin market blast\n\nPolice named nobody.", "Two killed in Market Blast", NULL},
    {"Police named nobody.", "  ", NULL},
    {"", "Two killed", "\n\nTwo killed"},
};

static void a_title_that_is_not_in_the_text_is_read_behind_it(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof ROWS / sizeof ROWS[0]; i++) {
        Arena *arena = arena_create();
        Document document = {.text = str_from(ROWS[i].text), .title = str_from(ROWS[i].title)};
        headline_join(&document, arena);
        const char *want = ROWS[i].joined ? ROWS[i].joined : ROWS[i].text;
        assert_true(str_equal(document.text, str_from(want)));
        assert_int_equal(span_is_empty(document.headline), ROWS[i].joined == NULL);
        assert_true(str_equal(document_body(&document), str_from(ROWS[i].text)));
        if (ROWS[i].joined)
            assert_true(str_equal(span_text(document.text, document.headline), str_from(ROWS[i].title)));
        arena_destroy(arena);
    }
}

static void a_document_without_a_title_is_left_alone(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    Document document = {.text = STR("Police named nobody."), .title = STR_NONE};
    headline_join(&document, arena);
    assert_true(span_is_empty(document.headline));
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_title_that_is_not_in_the_text_is_read_behind_it),
        cmocka_unit_test(a_document_without_a_title_is_left_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
