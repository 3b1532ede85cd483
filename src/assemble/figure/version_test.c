/* Whose account is whose: authorities by their country, armed groups by their names; and who supports whom. */
#include "assemble/pile_for_tests.h"

static TestClaim told(const char *passage, int64_t n, Party party, const char *speaker, const char *state)
{
    return (TestClaim){passage,        CLASS_SECURITY,     COUNT_EXACT,    n,
                       .party = party, .speaker = speaker, .state = state, .place = "Alba"};
}

static const Situation *assembled(Pile *pile)
{
    for (size_t i = 0; i < pile->count; i++)
        assemble_document(pile->items[i], profile_default(pile->arena), pile->arena);
    return assemble_situation(pile->items, pile->count, profile_default(pile->arena),
                              (Moment){.seconds = 0, .precision = MOMENT_NONE}, pile->arena);
}

/* "government XX (XX) 3 | government YY (YY) 60": party, account, name in print, number killed. */
static const char *print_versions(Pile *pile, const Incident *incident)
{
    Buf out = {0};
    for (size_t i = 0; i < incident->version_count; i++) {
        const Version *v = &incident->versions[i];
        buf_put(&out, i > 0 ? STR(" | ") : STR(""));
        buf_put(&out, party_name(v->party));
        buf_format(&out, " %.*s (%.*s) ", (int)v->account.len, v->account.ptr, (int)v->name.len,
                   v->name.ptr ? v->name.ptr : "");
        buf_int(&out, v->estimates.cells[OUTCOME_KILLED][CELL_ALL].best);
    }
    Str text = arena_copy(pile->arena, buf_str(&out));
    buf_free(&out);
    return text.ptr;
}

static void states_at_war_have_a_column_each(void **state)
{
    (void)state;
    Pile pile = pile_new();
    Extraction *a =
        pile_add(&pile, "a", "2026-01-31",
                 "Alba's army said three soldiers were killed in Alba. The general staff said 60 soldiers fell "
                 "in Alba. Officials said three soldiers died in Alba.");
    TestClaim enemy = told("60 soldiers", 60, PARTY_GOVERNMENT, "general staff", "YY");
    enemy.of_enemy = enemy.rival = true;
    pile_claim(&pile, a, told("three soldiers were", 3, PARTY_GOVERNMENT, "army", "XX"));
    pile_claim(&pile, a, enemy);
    pile_claim(&pile, a, told("three soldiers died", 3, PARTY_GOVERNMENT, "Officials", NULL));
    const Situation *s = assembled(&pile);
    assert_string_equal(print_versions(&pile, &s->incidents[0]), "government XX (XX) 3 | government YY (YY) 60");
    const Estimate *security = &s->incidents[0].estimates.cells[OUTCOME_KILLED][CELL_SECURITY];
    assert_int_equal(security->best, 3);
    assert_int_equal(security->claimed_count, 1);
    assert_string_equal(security->claimed[0].state.ptr, "YY");
    pile_free(&pile);
}

static void one_state_has_one_column(void **state)
{
    (void)state;
    Pile pile = pile_new();
    Extraction *a =
        pile_add(&pile, "a", "2026-01-31",
                 "The army said three soldiers were killed in Alba. Officials said three soldiers died in Alba.");
    pile_claim(&pile, a, told("three soldiers were", 3, PARTY_GOVERNMENT, "army", "XX"));
    pile_claim(&pile, a, told("three soldiers died", 3, PARTY_GOVERNMENT, "Officials", NULL));
    assert_string_equal(print_versions(&pile, &assembled(&pile)->incidents[0]), "government XX () 3");
    pile_free(&pile);
}

/* The only authorities that speak are another country's: they are named. */
static void a_stranger_alone_is_named(void **state)
{
    (void)state;
    Pile pile = pile_new();
    Extraction *a = pile_add(&pile, "a", "2026-01-31", "The army said three soldiers were killed in Alba.");
    pile_claim(&pile, a, told("three soldiers", 3, PARTY_GOVERNMENT, "army", "YY"));
    assert_string_equal(print_versions(&pile, &assembled(&pile)->incidents[0]), "government YY (YY) 3");
    pile_free(&pile);
    pile = pile_new();
    a = pile_add(&pile, "a", "2026-01-31",
                 "The army said three soldiers were killed in Alba. Police said four soldiers died in Alba.");
    pile_claim(&pile, a, told("three soldiers", 3, PARTY_GOVERNMENT, "army", "YY"));
    pile_claim(&pile, a, told("four soldiers", 4, PARTY_GOVERNMENT, "Police", NULL));
    assert_string_equal(print_versions(&pile, &assembled(&pile)->incidents[0]),
                        "government YY (YY) 3 | government  () 4");
    pile_free(&pile);
}

static void armed_groups_are_told_apart(void **state)
{
    (void)state;
    Pile pile = pile_new();
    Extraction *a = pile_add(&pile, "a", "2026-01-31",
                             "The Northern Front said three soldiers were killed in Alba. The Southern Front said four "
                             "soldiers died in Alba. Militants spoke of five soldiers in Alba.");
    TestClaim north = told("three soldiers", 3, PARTY_ARMED_GROUP, "Northern Front", NULL);
    TestClaim south = told("four soldiers", 4, PARTY_ARMED_GROUP, "Southern Front", NULL);
    TestClaim nobody = told("five soldiers", 5, PARTY_ARMED_GROUP, "Militants", NULL);
    north.group = "Northern Front";
    south.group = "Southern Front";
    nobody.group = "militants";
    pile_claim(&pile, a, north);
    pile_claim(&pile, a, south);
    pile_claim(&pile, a, nobody);
    assert_string_equal(
        print_versions(&pile, &assembled(&pile)->incidents[0]),
        "armed group Northern Front (Northern Front) 3 | armed group Southern Front (Southern Front) 4 | "
        "armed group  () 5");
    pile_free(&pile);
}

/* What the authorities of both countries say has two independent voices: its floor is supported. */
static void states_at_war_support_each_other(void **state)
{
    (void)state;
    const struct {
        bool rival;
        int64_t low;
    } rows[] = {{true, 12}, {false, 9}};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        Pile pile = pile_new();
        Extraction *a = pile_add(&pile, "a", "2026-01-31",
                                 "Officials said at least 12 people were killed in Alba. The ministry said at least 12 "
                                 "people died in Alba. Residents spoke of at least nine people in Alba.");
        TestClaim here = told("12 people were", 12, PARTY_GOVERNMENT, "Officials", "XX");
        TestClaim there = told("12 people died", 12, PARTY_GOVERNMENT, "ministry", "YY");
        TestClaim others = told("nine people", 9, PARTY_WITNESS, "Residents", NULL);
        here.victims = there.victims = others.victims = CLASS_CIVILIAN;
        here.form = there.form = others.form = COUNT_AT_LEAST;
        there.rival = rows[i].rival;
        pile_claim(&pile, a, here);
        pile_claim(&pile, a, there);
        pile_claim(&pile, a, others);
        const Situation *s = assembled(&pile);
        assert_int_equal(s->incidents[0].estimates.cells[OUTCOME_KILLED][CELL_CIVILIAN].low, rows[i].low);
        pile_free(&pile);
    }
}

/* Four dead across the border are no total of the five who died here. */
static void what_happened_across_a_border_is_no_total(void **state)
{
    (void)state;
    Pile pile = pile_new();
    Extraction *a =
        pile_add(&pile, "a", "2026-01-31",
                 "Shells killed five civilians in Alba, officials said. Others said four people died in Eastham.");
    TestClaim here = told("five civilians", 5, PARTY_GOVERNMENT, "officials", "XX");
    TestClaim there = told("four people", 4, PARTY_GOVERNMENT, "Others", "YY");
    here.victims = CLASS_CIVILIAN;
    there.victims = CLASS_UNKNOWN;
    there.place = "Eastham";
    pile_claim(&pile, a, here);
    pile_claim(&pile, a, there);
    const Situation *s = assembled(&pile);
    assert_int_equal(s->incidents[0].estimates.cells[OUTCOME_KILLED][CELL_ALL].best, 5);
    assert_int_equal(s->conflict_count, 0);
    pile_free(&pile);
}

/* Of an event of a country: three dead in a town of another are not all five, where more reports tell of the country itself. */
static void a_town_across_the_border_is_no_total_of_a_countrys_event(void **state)
{
    (void)state;
    static const struct {
        const char *also; /* told by a third report */
        int64_t best;
    } rows[] = {{"Homeland", 5}, {"Eastham", 3}};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        Pile pile = pile_new();
        Extraction *a =
            pile_add(&pile, "a", "2026-01-31", "A shell hit the market at noon in Homeland: five people died.");
        Extraction *b =
            pile_add(&pile, "b", "2026-01-31", "A shell hit the market at noon in Eastham: three people died.");
        Extraction *c = pile_add(&pile, "c", "2026-01-31", "A shell hit a market in Homeland or Eastham: people died.");
        pile_claim(&pile, a, (TestClaim){"five people", CLASS_UNKNOWN, COUNT_EXACT, 5, .place = "Homeland"});
        pile_claim(&pile, b, (TestClaim){"three people", CLASS_UNKNOWN, COUNT_EXACT, 3, .place = "Eastham"});
        pile_claim(&pile, c, (TestClaim){"people died", CLASS_UNKNOWN, COUNT_WORD, 2, .place = rows[i].also});
        const Situation *s = assembled(&pile);
        assert_int_equal(s->incident_count, 1);
        assert_int_equal(s->incidents[0].estimates.cells[OUTCOME_KILLED][CELL_ALL].best, rows[i].best);
        pile_free(&pile);
    }
}

/* A report that tells the toll, and of fewer in a region beside the event's, tells of a part of it; alone it may only name another place. */
static void what_a_report_tells_of_a_region_beside_is_a_part(void **state)
{
    (void)state;
    static const struct {
        int64_t toll; /* told by the same report; 0: nothing */
        int64_t low;
    } rows[] = {{40, 40}, {0, 3}};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        Pile pile = pile_new();
        Extraction *a = pile_add(
            &pile, "a", "2026-01-31",
            "A quake hit Northland at noon: forty people died, officials said. In Southland three people died.");
        if (rows[i].toll > 0)
            pile_claim(&pile, a,
                       (TestClaim){"forty people", CLASS_UNKNOWN, COUNT_AT_LEAST, rows[i].toll,
                                   .party = PARTY_GOVERNMENT, .speaker = "officials", .place = "Northland"});
        pile_claim(&pile, a, (TestClaim){"three people", CLASS_UNKNOWN, COUNT_AT_LEAST, 3, .place = "Southland"});
        const Situation *s = assembled(&pile);
        assert_int_equal(s->incidents[0].estimates.cells[OUTCOME_KILLED][CELL_ALL].low, rows[i].low);
        pile_free(&pile);
    }
}

/* The first report's town stands, unless three others or more tell of another place. */
static void most_reports_overrule_the_first_ones_place(void **state)
{
    (void)state;
    static const char *const IDS[] = {"b", "c", "d"};
    static const char TEXT[] = "A shell hit the market at noon, where five people died, medics told reporters.";
    for (size_t others = 2; others <= COUNT_OF(IDS); others++) {
        Pile pile = pile_new();
        TestClaim claim = {"five people", CLASS_UNKNOWN, COUNT_EXACT, 5, .place = "Alba"};
        pile_claim(&pile, pile_add(&pile, "a", "2026-01-31", TEXT), claim);
        claim.place = "Eastham";
        for (size_t i = 0; i < others; i++)
            pile_claim(&pile, pile_add(&pile, IDS[i], "2026-01-31", TEXT), claim);
        const Situation *s = assembled(&pile);
        assert_int_equal(s->incident_count, 1);
        assert_string_equal(s->incidents[0].place->place.name.ptr, others < COUNT_OF(IDS) ? "Alba" : "Eastham");
        pile_free(&pile);
    }
}

/* A town here and a region of another country far off: two events, however alike they are told. */
static void far_lands_are_two_events(void **state)
{
    (void)state;
    static const struct {
        const char *place;
        size_t events;
    } rows[] = {{"Farland", 2}, {"Northland", 1}};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        Pile pile = pile_new();
        Extraction *a = pile_add(&pile, "a", "2026-01-31",
                                 "Jets struck a car at noon and killed five people, the ministry said on Friday.");
        Extraction *b = pile_add(&pile, "b", "2026-01-31",
                                 "Medics told reporters that jets had bombed a camp of tents, where five people died.");
        TestClaim here = {"five people", CLASS_UNKNOWN, COUNT_EXACT, 5, .place = "Alba"};
        TestClaim there = {"five people", CLASS_UNKNOWN, COUNT_EXACT, 5, .place = rows[i].place};
        pile_claim(&pile, a, here);
        pile_claim(&pile, b, there);
        assert_int_equal(assembled(&pile)->incident_count, rows[i].events);
        pile_free(&pile);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(states_at_war_have_a_column_each),
        cmocka_unit_test(one_state_has_one_column),
        cmocka_unit_test(a_stranger_alone_is_named),
        cmocka_unit_test(armed_groups_are_told_apart),
        cmocka_unit_test(states_at_war_support_each_other),
        cmocka_unit_test(what_happened_across_a_border_is_no_total),
        cmocka_unit_test(a_town_across_the_border_is_no_total_of_a_countrys_event),
        cmocka_unit_test(what_a_report_tells_of_a_region_beside_is_a_part),
        cmocka_unit_test(most_reports_overrule_the_first_ones_place),
        cmocka_unit_test(far_lands_are_two_events),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
