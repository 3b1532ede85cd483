#include "assemble/figure/toll_part.h"
#include "assemble/pile_for_tests.h"

enum { MOST = 16, HOURS_APART = 7 };

/* What reports tell one after the other, some hours apart, and which of them tell of a part ("---p") or of something else ("---x"). */
static const struct {
    const char *name;
    int64_t points[MOST]; /* up to the first 0 */
    const char *want;
    Party by[MOST];
    bool at_once; /* all in one hour */
    bool may_fall;
} CASES[] = {
    {"four die where several told some seventy: four of them", {74, 73, 75, 4}, "---p", {0}, 0, 0},
    {"half of them is a rival figure", {74, 73, 75, 37}, "----", {0}, 0, 0},
    {"a toll that rises has no parts", {4, 9, 20, 44, 90, 180}, "------", {0}, 0, 0},
    {"two reports make no toll known", {74, 75, 4}, "---", {0}, 0, 0},
    {"three that are far from each other make none known", {900, 70, 8, 2}, "----", {0}, 0, 0},
    {"of few victims two beside five are a rival figure", {5, 5, 5, 2}, "----", {0}, 0, 0},
    {"reports of the same hours dispute a figure", {74, 73, 75, 4}, "----", {0}, true, 0},
    {"how many are missing may fall", {74, 73, 75, 4}, "----", {0}, 0, true},
    {"what a party says is held against its own words", {74, 73, 75, 4, 5}, "---p-", {[4] = PARTY_GOVERNMENT}, 0, 0},
    {"and where it told as many, it tells of a part too",
     {74, 73, 75, 4},
     "---p",
     {PARTY_GOVERNMENT, PARTY_GOVERNMENT, PARTY_GOVERNMENT, PARTY_GOVERNMENT},
     0,
     0},
    {"nine in a row that tell of fewer are right",
     {74, 73, 75, 4, 4, 5, 4, 4, 5, 4, 5, 5, 5, 4},
     "---ppppppppp--",
     {0},
     0,
     0},
    {"one that tells as many as before begins the row anew",
     {74, 73, 75, 4, 4, 5, 4, 74, 4, 4, 5, 4, 5, 5, 5},
     "---pppp-ppppppp",
     {0},
     0,
     0},
    {"a lone 1,800 beside some seventy is of something else",
     {70, 71, 70, 74, 74, 75, 74, 75, 76, 1800, 77},
     "---------x-",
     {0},
     0,
     0},
    {"so is one among the first, once nine tell of fewer",
     {70, 1800, 71, 70, 74, 74, 75, 74, 75, 76},
     "-x--------",
     {0},
     0,
     0},
    {"eight are not enough", {70, 1800, 71, 70, 74, 74, 75, 74, 75}, "---------", {0}, 0, 0},
    {"ten times as many after fewer than nine reports are a toll that rises",
     {7, 9, 9, 9, 250, 289},
     "------",
     {0},
     0,
     0},
    {"so are as many as three reports tell within a day",
     {10, 11, 10, 12, 12, 11, 12, 12, 12, 190, 250, 240},
     "------------",
     {0},
     0,
     0},
    {"two are not enough", {10, 11, 10, 12, 12, 11, 12, 12, 12, 190, 250, 12}, "---------xx-", {0}, 0, 0},
    {"of few victims a hundred may be as many", {3, 3, 3, 3, 3, 3, 3, 3, 3, 99, 120}, "----------x", {0}, 0, 0},
    {"what an armed group says stands beside",
     {10, 11, 10, 12, 12, 11, 12, 12, 12, 190},
     "----------",
     {[9] = PARTY_ARMED_GROUP},
     0,
     0},
};

static void far_fewer_than_several_told_are_a_part(void **state)
{
    (void)state;
    int wrong = 0;
    Arena *arena = arena_create();
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        Told items[MOST] = {0};
        char got[MOST + 1] = "";
        ToldList list = {items, 0, MOST};
        for (; list.count < MOST && CASES[i].points[list.count] > 0; list.count++) {
            Told *x = &items[list.count];
            x->point = CASES[i].points[list.count];
            x->document = (uint32_t)list.count;
            x->time = CASES[i].at_once ? 0 : (int64_t)list.count * HOURS_APART * 3600;
            x->whole = true;
            x->may_fall = CASES[i].may_fall;
            x->voice.party = CASES[i].by[list.count];
        }
        toll_mark_parts(profile_default(arena), &list);
        for (size_t k = 0; k < list.count; k++)
            got[k] = items[k].of_part ? 'p' : items[k].far_off ? 'x' : '-';
        if (strcmp(got, CASES[i].want) != 0) {
            print_error("%s\n  want %s\n  got  %s\n", CASES[i].name, CASES[i].want, got);
            wrong++;
        }
    }
    arena_destroy(arena);
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(far_fewer_than_several_told_are_a_part)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
