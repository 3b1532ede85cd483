#include "assemble/pile_for_tests.h"
#include "assemble/toll.h"

enum { FIGURES = 3 };

/* Figures of one sentence of one report, and how many dead they come to. */
static const struct {
    const char *name;
    const char *text;
    TestClaim claims[FIGURES];
    int64_t want;
} CASES[] = {
    {"headlines of one fire without a full stop between tell of it again",
     "Raid on Alba kills 31 clerks Raid on Alba kills 26 clerks",
     {{"31 clerks", .n = 31, .victims = CLASS_CIVILIAN}, {"26 clerks", .n = 26, .victims = CLASS_CIVILIAN}},
     31},
    {"a list has two groups",
     "Raid on Alba kills 31 clerks and 26 clerks",
     {{"31 clerks", .n = 31, .victims = CLASS_CIVILIAN, .listed = true},
      {"26 clerks", .n = 26, .victims = CLASS_CIVILIAN, .listed = true}},
     57},
    {"so have counts of other people",
     "Raid on Alba kills 31 clerks, kills 26 guards",
     {{"31 clerks", .n = 31, .victims = CLASS_CIVILIAN}, {"26 guards", .n = 26, .victims = CLASS_SECURITY}},
     57},
};

static void a_count_told_again_is_no_second_group(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        Pile pile = pile_new();
        Extraction *x = pile_add(&pile, "a", "2026-02-01T20:00:00Z", CASES[i].text);
        Figure figures[FIGURES];
        size_t count = 0;
        for (; count < FIGURES && CASES[i].claims[count].passage; count++) {
            Claim *claim = pile_claim(&pile, x, CASES[i].claims[count]);
            claim->count_span.end = claim->count_span.start + 2;
            figures[count] = figure_of(x, claim, pile.arena);
        }
        ToldList told = {NULL, 0, 0};
        toll_find(pile.arena, figures, count, CELL_ALL, false, &told);
        if (told.count != 1 || told.items[0].point != CASES[i].want) {
            print_error("%s\n", CASES[i].name);
            wrong++;
        }
        pile_free(&pile);
    }
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_count_told_again_is_no_second_group)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
