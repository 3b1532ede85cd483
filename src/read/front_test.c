#include "read/folder_for_tests.h"

#include "read/front.h"

/* What the front says, "title|published|publisher", then what stands below; "-" for the whole text where there is no front. */
static const struct {
    const char *text;
    const char *fields;
    const char *body;
} FRONTS[] = {
    {"Title: Shells fall\nPublished: 2026-11-20\n\nSix died.", "Shells fall|2026-11-20|", "Six died."},
    {"SUBJECT: Shells fall\r\nOutlet: Vale Radio\r\nSix died.", "Shells fall||Vale Radio", "Six died."},
    {"---\ntitle: \"Shells: the toll\"\ndate: 2026-11-20\ntags:\n  - war\ndraft: true\n---\nSix died.\n---\nMore.",
     "Shells: the toll|2026-11-20|", "Six died.\n---\nMore."},
    {"\xEF\xBB\xBFTitle: It\nDate: 3 May 2026\nKilled: six", "It|3 May 2026|", "Killed: six"},
    {"Title: The toll\n\nSix died.", "-", NULL},                   /* one line alone may be the report's own */
    {"Killed: six\nDate: 3 May 2026\nTitle: The toll", "-", NULL}, /* what is not known begins the text */
    {"Source: police\nAuthor: A. Riter\nSix died.", "-", NULL},    /* a sheet of facts has those too */
    {"Update: six died\nPublished: no\nTitle: T", "-", NULL},
    {"---\nSix died.\n---\nMore.", "-", NULL},
    {"---", "-", NULL},
    {"", "-", NULL},
};

static void a_front_is_what_a_text_says_of_itself(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    for (size_t i = 0; i < sizeof FRONTS / sizeof FRONTS[0]; i++) {
        Str text = str_from(FRONTS[i].text);
        Front front = front_read(arena, text);
        Buf fields = {0};
        buf_put(&fields, front_value(&front, STR("title")));
        buf_char(&fields, '|');
        buf_put(&fields, front_value(&front, STR("published")));
        buf_char(&fields, '|');
        buf_put(&fields, front_value(&front, STR("publisher")));
        bool none = str_equal(str_from(FRONTS[i].fields), STR("-"));
        if (!str_equal(buf_str(&fields), none ? STR("||") : str_from(FRONTS[i].fields)) ||
            !str_equal(front.body, none ? text : str_from(FRONTS[i].body)))
            fail_msg("%s: %.*s: %.*s", FRONTS[i].text, (int)fields.len, fields.ptr, (int)front.body.len,
                     front.body.ptr);
        buf_free(&fields);
    }
    arena_destroy(arena);
}

static void a_text_with_a_front_begins_with_its_title(void **state)
{
    Pile *pile = *state;
    put_file(
        pile, "a.txt",
        STR("Title: Shells fall\nPublished: 20 November 2026\nPublisher: Vale Radio\nURL: http://a.example/1\n\nIn a "
            "caf\xE9 six died.\n"));
    read_folder(pile);
    const Document *d = pile->documents[0];
    check_text(d, "Shells fall\n\nIn a caf\xC3\xA9 six died.");
    assert_true(str_equal(d->title, STR("Shells fall")) && str_equal(d->publisher, STR("Vale Radio")));
    assert_true(str_equal(d->url, STR("http://a.example/1")));
    assert_int_equal(moment_day(d->published), day_from_ymd(2026, 11, 20));
    assert_true(str_equal(span_text(d->original, document_raw_span(d, (Span){0, 11})), STR("Shells fall")));
    assert_true(str_equal(span_text(d->original, document_raw_span(d, (Span){18, 32})), STR("caf\xE9 six died")));
}

static void a_front_with_a_day_that_is_none_is_reported(void **state)
{
    Pile *pile = *state;
    put_file(pile, "a.txt", STR("Title: Shells fall\nPublished: soon\n\nSix died.\n"));
    read_folder(pile);
    assert_int_equal(pile->count, 1);
    assert_int_equal(pile->documents[0]->published.precision, MOMENT_NONE);
    assert_true(reported(pile, "a.txt: \"published\" is no day or time: soon"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_front_is_what_a_text_says_of_itself),
        cmocka_unit_test_setup_teardown(a_text_with_a_front_begins_with_its_title, setup, teardown),
        cmocka_unit_test_setup_teardown(a_front_with_a_day_that_is_none_is_reported, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
