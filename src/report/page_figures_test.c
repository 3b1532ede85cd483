/* The key figures as the page sets them. */
#include "report/page_for_tests.h"

/* Nobody tells the classes apart: the total is the large figure, and three blank cells say no more than one line; so it is where a party
 * only claims fighters. */
static void a_total_alone_is_the_figure(void **state)
{
    Fixture *fixture = *state;
    Situation copy = *fixture->situation;
    Incident *incidents = ARENA_ARRAY(fixture->arena, Incident, copy.incident_count);
    memcpy(incidents, copy.incidents, copy.incident_count * sizeof *incidents);
    Estimate *killed = incidents[copy.headline].estimates.cells[OUTCOME_KILLED];
    for (CellKind cell = CELL_CIVILIAN; cell <= CELL_MILITANT; cell++)
        killed[cell] = (Estimate){.present = false};
    copy.incidents = incidents;
    Buf page = {0};
    page_situation(&page, &copy, NULL, NULL);
    Str figures = part(buf_str(&page), "<h3>Killed</h3>", "<h3>Injured and others</h3>");
    assert_true(holds(figures, "<h4>All</h4>\n<p class=\"number\">"));
    assert_true(holds(figures, "no figure reported for any of them"));
    assert_false(holds(figures, "<h4>Civilians</h4>"));
    killed[CELL_MILITANT] = fixture->situation->incidents[copy.headline].estimates.cells[OUTCOME_KILLED][CELL_MILITANT];
    buf_clear(&page);
    page_situation(&page, &copy, NULL, NULL); /* only claims of fighters beside it */
    figures = part(buf_str(&page), "<h3>Killed</h3>", "<h3>Injured and others</h3>");
    assert_true(holds(figures, "<h4>All</h4>\n<p class=\"number\">"));
    assert_true(holds(figures, "<h4>Fighters</h4>\n<p class=\"no-figure\">"));
    assert_true(holds(figures, ">Civilians, security forces: no figure reported.</p>"));
    buf_clear(&page);
    killed[CELL_CIVILIAN] = (Estimate){.present = true, .has_best = true, .has_low = true, .best = 1, .low = 1};
    killed[CELL_MILITANT] = (Estimate){.present = false};
    page_situation(&page, &copy, NULL, NULL); /* one civilian of many */
    figures = part(buf_str(&page), "<h3>Killed</h3>", "<h3>Injured and others</h3>");
    assert_true(str_find(figures, STR("<h4>All</h4>"), 0) < str_find(figures, STR("<h4>Civilians</h4>"), 0));
    assert_true(holds(figures, ">Security forces, fighters: no figure reported.</p>"));
    buf_free(&page);
}

/* 19 injured, of whom one voice knows eleven: the row says so; "at least 11" says it itself. */
static void the_row_of_the_injured_tells_its_bounds(void **state)
{
    static const struct {
        Estimate injured;
        const char *want;
    } CASES[] = {
        {{.present = true, .has_low = true, .low = 11, .has_best = true, .best = 19, .has_high = true, .high = 19},
         "low 11 \xC2\xB7 high 19"},
        {{.present = true, .has_low = true, .low = 11, .has_best = true, .best = 19, .high_open = true},
         "low 11 \xC2\xB7 high open"},
        {{.present = true, .has_low = true, .low = 11, .has_best = true, .best = 11, .high_open = true}, "at least 11"},
    };
    Fixture *fixture = *state;
    Situation copy = *fixture->situation;
    Incident *incidents = ARENA_ARRAY(fixture->arena, Incident, copy.incident_count);
    memcpy(incidents, copy.incidents, copy.incident_count * sizeof *incidents);
    copy.incidents = incidents;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        incidents[copy.headline].estimates.cells[OUTCOME_INJURED][CELL_ALL] = CASES[i].injured;
        Buf page = {0};
        page_situation(&page, &copy, NULL, NULL);
        Str row = part(buf_str(&page), "<th scope=\"row\">injured</th>", "</tr>");
        assert_true(holds(row, CASES[i].want));
        assert_int_equal(holds(row, "low "), i < 2);
        buf_free(&page);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_total_alone_is_the_figure),
        cmocka_unit_test(the_row_of_the_injured_tells_its_bounds),
    };
    return cmocka_run_group_tests(tests, make_page, drop_page);
}
