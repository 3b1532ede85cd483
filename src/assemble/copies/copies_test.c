#include "assemble/copies/copies.h"
#include "assemble/pile_for_tests.h"

static const char BODY[] =
    "Get a letter from our desk daily. Your choice has been kept. Whenever our desk writes anything new you will "
    "get a letter in your box with a link to it. Letters go out once a day and only if there is something new.";

/* A page as the reader gives it: its text, behind which stands the title. */
static Extraction *page(Pile *pile, const char *id, const char *title, TestClaim claim)
{
    Buf text = {0};
    buf_put(&text, str_from(BODY));
    buf_char(&text, '\n');
    uint32_t at = (uint32_t)text.len;
    buf_put(&text, str_from(title));
    Str whole = arena_copy(pile->arena, buf_str(&text));
    buf_free(&text);
    Extraction *x = pile_add(pile, id, "2026-02-01", whole.ptr);
    Document *titled = ARENA_NEW(pile->arena, Document);
    *titled = *x->document;
    titled->headline = (Span){at, (uint32_t)whole.len};
    titled->title = span_text(whole, titled->headline);
    x->document = titled;
    if (claim.passage)
        pile_claim(pile, x, claim);
    return x;
}

/* Pages that a site fills in with the same words until somebody signs in: each title tells of another event. */
static void the_words_of_a_page_are_no_report(void **state)
{
    (void)state;
    static const TestClaim SHOT = {"Man shot", .n = 1, .outcome = OUTCOME_INJURED};
    static const struct {
        const char *title;
        TestClaim claim;
        bool copy;
    } ROWS[] = {
        {"Girl hurt in Brena by stray bullet", {NULL}, false},
        {"Man shot in Alba", {NULL}, true}, /* the same page */
        {"Man shot in Alba, says desk",
         {"anything new", .n = 1, .outcome = OUTCOME_INJURED},
         true}, /* whose text tells of it */
        {"", {NULL}, true},
    };
    for (size_t i = 0; i < COUNT_OF(ROWS); i++) {
        Pile pile = pile_new();
        page(&pile, "a", "Man shot in Alba", SHOT);
        page(&pile, "b", ROWS[i].title, ROWS[i].claim);
        TextCopies copies = copies_of_texts(pile.items, pile.count, pile.arena);
        if ((copies.copy_of[1] == 0) != ROWS[i].copy)
            print_error("row %zu\n", i);
        assert_int_equal(copies.copy_of[1] == 0, ROWS[i].copy);
        assert_int_equal(copies.furniture[0] && copies.furniture[1], !ROWS[i].copy);
        pile_free(&pile);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_words_of_a_page_are_no_report)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
