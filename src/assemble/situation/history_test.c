/* What a large incident's history keeps, and what is told of it. */
#include "assemble/basis/profile.h"
#include "assemble/pile_for_tests.h"
#include "assemble/situation/change.h"

enum { REPORTS = 600, RAISED = 501 /* in a stretch of which one table is made */ };

/* What stands in most reports of a large pile links none of them: a word each of some. */
static const char *const NEAR[] = {"lighthouse", "shipyard",   "customs house", "fish market",
                                   "old mole",   "ferry ramp", "grain silo"};

static const TestClaim CLAIM = {"3 people", CLASS_UNKNOWN, COUNT_EXACT, 3};
static const TestClaim RAISED_CLAIM = {"5 people", CLASS_UNKNOWN, COUNT_EXACT, 5};

static const Situation *make_large(Pile *pile)
{
    for (size_t i = 0; i < REPORTS; i++) {
        bool raised = i == RAISED;
        char id[24];
        char text[160];
        (void)snprintf(id, sizeof id, "r%04zu", i);
        (void)snprintf(text, sizeof text, "Fighters attacked Alba, %s and %s. %s people were killed.",
                       NEAR[i % COUNT_OF(NEAR)], NEAR[(i + 1) % COUNT_OF(NEAR)], raised ? "5" : "3");
        Extraction *x = pile_add(pile, arena_copy(pile->arena, str_from(id)).ptr, "2026-02-01",
                                 arena_copy(pile->arena, str_from(text)).ptr);
        pile_publisher(x, arena_copy(pile->arena, str_from(id)).ptr);
        (void)pile_claim(pile, x, raised ? RAISED_CLAIM : CLAIM);
        assemble_document(x, profile_default(pile->arena), pile->arena);
    }
    return assemble_situation(pile->items, pile->count, profile_default(pile->arena),
                              (Moment){.seconds = 0, .precision = MOMENT_NONE}, pile->arena);
}

static void an_incident_of_very_many_reports_has_a_table_for_some_of_them(void **state)
{
    (void)state;
    Pile pile = pile_new();
    const Situation *s = make_large(&pile);
    const Incident *incident = &s->incidents[0];
    assert_int_equal(incident->document_count, REPORTS);
    assert_in_range(incident->history_count, 300, 450);
    for (uint32_t i = 0; i < 200; i++)
        assert_int_equal(incident->history[i].document, i);
    const HistoryStep *last = &incident->history[incident->history_count - 1];
    assert_int_equal(last->document, REPORTS - 1);
    assert_string_equal(pile_print(&pile, last->estimates), pile_print(&pile, &incident->estimates));
    pile_free(&pile);
}

static void a_figure_that_moved_in_between_is_told_of_the_report_that_moved_it(void **state)
{
    (void)state;
    Pile pile = pile_new();
    const Situation *s = make_large(&pile);
    size_t count = 0;
    const Change *changes = change_history(s, pile.arena, &count);
    int moved = 0;
    for (size_t i = 0; i < count; i++)
        if (changes[i].incident == 0 && changes[i].cell == CELL_ALL && changes[i].now->high == 5) {
            assert_int_equal(changes[i].document, RAISED);
            moved++;
        }
    assert_int_equal(moved, 1);
    pile_free(&pile);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_incident_of_very_many_reports_has_a_table_for_some_of_them),
        cmocka_unit_test(a_figure_that_moved_in_between_is_told_of_the_report_that_moved_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
