#include "assemble/compare.h"
#include "assemble/pile_for_tests.h"

/* A village on no map lies where another place of its text does; of two towns that both reports name either may be the one. */
static void what_may_be_one_spot_is_not_far_apart(void **state)
{
    (void)state;
    static const struct {
        uint64_t names[2];
        bool borrowed;
        uint64_t told[2][2]; /* places that each names */
        const char *finding;
    } ROWS[] = {
        {{3, 4}, false, {{3}, {4}}, "places far apart"}, {{3, 4}, true, {{3}, {4}}, ""},
        {{3, 3}, true, {{3}, {3}}, "same place"},        {{3, 4}, false, {{3, 4}, {4}}, "places far apart"},
        {{3, 4}, false, {{3, 4}, {4, 3}}, ""},
    };
    for (size_t i = 0; i < COUNT_OF(ROWS); i++) {
        EventTraits events[2];
        for (size_t k = 0; k < 2; k++) {
            events[k] = (EventTraits){.window = WINDOW_NONE, .killed = -1, .before = -1, .injured = -1};
            events[k].is_spot = true;
            events[k].borrowed = k == 0 && ROWS[i].borrowed;
            events[k].name = ROWS[i].names[k];
            events[k].place = (PlaceHash){events[k].borrowed ? 0 : 7 + k, 9 + k};
            events[k].point[0] = k == 0 ? 1 : -1;
            events[k].places = (HashList){ROWS[i].told[k], 2};
        }
        Str want = str_from(ROWS[i].finding);
        for (size_t k = 0; k < 2; k++) {
            Buf out = {0};
            compare_put(&out, &events[k], &events[1 - k], true);
            bool found = str_find(buf_str(&out), want.len > 0 ? want : STR("place"), 0) != SIZE_MAX;
            buf_free(&out);
            if (found != (want.len > 0))
                fail_msg("row %zu", i);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_may_be_one_spot_is_not_far_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
