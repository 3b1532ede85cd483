/* Of what a figure is one: of the event and its day, of another incident, of a war, or of what happens there in general. */
#include "base/buf.h"
#include "extract/english_for_tests.h"

/* The last figure of the text; one of nothing where it tells none. */
static Claim last_figure(const char *text)
{
    Arena *arena = arena_create();
    const Analysis *a = analyse(arena, str_from(text));
    Claim last = {.window = WINDOW_NONE};
    for (size_t i = 0; i < a->claim_count; i++) {
        if (a->claims[i].kind == KIND_CASUALTY)
            last = a->claims[i];
    }
    arena_destroy(arena);
    return last; /* whose pointers lead nowhere */
}

static bool last_is_background(const char *text)
{
    return last_figure(text).background;
}

static void right_behind_its_day_a_word_is_of_the_event(void **state)
{
    (void)state;
    assert_false(last_is_background(
        "VILLAR, March 5, 2026 - The front spoke on the radio. It said much. It said more. It told of Goma. "
        "A plane strafed the town this morning. Many clerks have been hurt."));
    assert_true(last_is_background(
        "VILLAR, March 5, 2026 - The front spoke on the radio. It said much. It said more. It told of Goma. "
        "A plane is no friend of the town. Many clerks have been hurt."));
}

static void what_a_war_has_cost_is_of_no_day(void **state)
{
    (void)state;
    assert_true(last_is_background(
        "VILLAR, March 5, 2026 - Both sides met on Monday to end a decade-long civil war that has left 70,000 dead."));
    assert_true(last_is_background(
        "VILLAR, March 5, 2026 - Ten years of armed conflict, which has claimed 9,000 lives, may end on Monday."));
    assert_false(last_is_background(
        "VILLAR, March 5, 2026 - Both sides met on Monday in the hall where a bomb has left 70 dead."));
}

static void what_months_have_cost_is_of_no_day(void **state)
{
    (void)state;
    assert_true(last_is_background("A strike began on Monday. Courts are shut. The court sat in Goma. "
                                   "A union said that five judges have been killed in two months."));
    assert_false(last_is_background("A strike began on Monday. Courts are shut. The court sat in Goma. "
                                    "A union said that five judges have been killed in the raid."));
    assert_false(last_is_background("A union said that five judges have been killed in two months."));
}

static void another_incident_is_background(void **state)
{
    (void)state;
    assert_true(last_is_background("A guard was shot at the mill. Police came. They closed the road. "
                                   "In a separate incident, a clerk was shot in the leg."));
    assert_true(last_is_background("A guard was shot at the mill. Police came. They closed the road. "
                                   "At least six people were hurt in other shootings."));
    assert_false(last_is_background("Six people were hurt in shootings across the city."));
    assert_true(last_is_background("A bomb went off at the mill. This was one of four bombs that went off that day. "
                                   "At least 42 people were killed in all four attacks."));
    assert_true(last_is_background("A bomb at the mill killed four people. In total, the attacks killed 152 people."));
    assert_false(last_is_background("Two bombs went off. In total, the attacks killed 152 people."));
    assert_false(last_is_background("A bomb at the mill killed four people. Another at the inn killed 148. "
                                    "In total, the attacks killed 152 people."));
    assert_true(last_is_background("Guards came to the scene of a blast that killed three men."));
    assert_true(last_is_background("Three guards were killed. Four others were killed in similar attacks that night."));
    assert_false(last_is_background("A guard was shot at the mill. Police came. They closed the road. "
                                    "A clerk was shot in the leg."));
}

static void what_a_record_is_held_against_is_background(void **state)
{
    (void)state;
    assert_true(
        last_is_background("It was the deadliest raid on Goma since 3 November, when three clerks were killed."));
    assert_false(last_is_background("The deadliest raid on Goma since 3 November killed three clerks."));
}

static void a_round_up_counts_no_single_event(void **state)
{
    (void)state;
    assert_true(last_is_background("Five dead, 17 wounded in weekend shootings"));
    assert_true(last_is_background("Two men were killed in separate incidents in Goma."));
    assert_true(last_is_background("Violent weekend leaves six dead"));
    assert_true(last_is_background("The town had 15 homicides over the weekend."));
    assert_true(last_is_background("Monitors recorded 14 raids in the province in which 95 people died."));
    assert_false(last_is_background("Monitors recorded a raid in the province in which 95 people died."));
    assert_false(last_is_background("Three people were killed over the weekend when a bomb went off."));
    assert_false(last_is_background("Two dead, eight wounded in a shooting at a weekend market"));
    assert_false(last_is_background("Nine people were killed in two separate attacks in Goma."));
    /* one beside many is of no one incident either; one beside another is of an incident of its own */
    assert_true(last_is_background("Five people were hurt and a man was killed in weekend shootings."));
    assert_false(last_is_background("A man was killed and another was hurt in weekend shootings."));
    /* nor of the news, be nothing else told */
    assert_true(last_is_background("Two dead and four injured in different events this Saturday in the city"));
    assert_true(last_is_background("Violent Friday leaves six dead"));
}

static void a_part_is_of_its_wholes_event(void **state)
{
    (void)state;
    assert_false(last_is_background("The monitor documented 98 civilian deaths last month, 31 of them children."));
    assert_true(last_is_background("A mine killed two clerks on Monday. Police came. They closed the road. "
                                   "The monitor documented 98 civilian deaths last month, 31 of them children."));
}

static void what_happens_again_and_again_is_background(void **state)
{
    (void)state;
    assert_true(last_is_background("Three people are killed on the road every day."));
    assert_true(last_is_background("On average three people were killed there per week."));
    assert_true(last_is_background("Every day, at least ten people die on these roads."));
    assert_true(last_is_background("Each day two children die of hunger in the camp."));
    assert_true(last_is_background("A child dies of hunger every six hours, the agency said."));
    assert_true(last_is_background("The river kills ten people a year."));
    assert_true(last_is_background("Nine miners a year are killed in the pits."));
    assert_true(last_is_background("About 900 people die on the roads each year."));
    assert_true(last_is_background("Every year some 900 people die on the roads."));
    assert_true(last_is_background("Floods claim 900 lives annually."));
    assert_false(last_is_background("Nine people were hurt within a year."));
    assert_false(last_is_background("Nine people who used the bus every day were killed."));
    assert_false(last_is_background("Shells fall on the town every day and on Friday killed two people."));
    assert_false(last_is_background("Two guards were killed in the village, which is shelled every day."));
    assert_false(last_is_background("He was killed on the road that he took every day."));
    assert_false(last_is_background("A bomb at the weekly market killed 12 people."));
    assert_false(last_is_background("A bomb at the market held every Friday killed 12 people."));
    assert_false(last_is_background("The annual parade was hit and six people were killed."));
    assert_false(last_is_background("The publisher of a radical weekly was killed."));
    assert_false(last_is_background("The bomb killed three people a day after the truce."));
    assert_false(last_is_background("Three people were shot within an hour of each other Sunday afternoon."));
}

static void what_is_done_to_people_in_the_present_is_background(void **state)
{
    (void)state;
#define TALK "The talks opened on Monday. The mayor spoke first. The guests came late. A dinner was held. "
    assert_true(last_is_background(TALK "Judges are murdered or threatened in the land."));
    assert_true(last_is_background(TALK "We go on although our reporters are killed."));
    assert_false(last_is_background(TALK "Ten judges are killed in a raid, the army says."));
    assert_false(last_is_background(TALK "Several judges are killed in a raid, the army says."));
    assert_false(last_is_background(TALK "Judges were murdered in a raid on Friday."));
    assert_false(last_is_background("Judges are killed as gunmen storm a court."));
#undef TALK
}

static void a_release_is_no_abduction_of_its_day(void **state)
{
    (void)state;
    assert_true(last_is_background("Two guards held hostage were freed on Friday."));
    assert_true(last_is_background("Nine clerks abducted near the mill have been released."));
    assert_false(last_is_background("The nine clerks kidnapped on Monday were freed on Friday."));
    assert_false(last_is_background("Two guards were held hostage on Friday."));
}

/* Does the text state the day of its last figure? */
static bool last_is_dated(const char *text)
{
    return !span_is_empty(last_figure(text).window_span);
}

static void a_day_says_more_than_an_hour(void **state)
{
    (void)state;
    Window day = last_figure("On Monday two clerks were killed.").window;
    assert_true(window_is_known(day));
    assert_true(window_equal(day, last_figure("Two clerks were killed at 3:10 a.m. as they left the "
                                              "mill on Monday.")
                                      .window));
}

static void a_day_after_is_a_day_less(void **state)
{
    (void)state;
    Window monday = last_figure("On Monday two clerks were killed.").window;
    Window after = last_figure("Guards came on Tuesday, a day after two clerks were killed.").window;
    assert_true(window_equal(monday, after));
    after = last_figure("Two days after two clerks were killed, guards came on Wednesday.").window;
    assert_true(window_equal(monday, after));
    after = last_figure("Guards came on Friday, a day after two clerks were killed on Monday.").window;
    assert_true(window_equal(monday, after));
    assert_false(window_is_known(last_figure("Guards came on Friday, weeks after two clerks were killed.").window));
    assert_false(window_is_known(last_figure("Weeks after a raid in which two clerks died, guards came.").window));
    assert_false(last_is_background("Guards came on Tuesday, a day after two clerks were killed."));
    assert_true(last_is_background("A bomb went off on Tuesday, a day after two clerks were killed."));
}

static void the_day_of_an_arrest_dates_no_figure(void **state)
{
    (void)state;
    assert_true(last_is_dated("Two clerks were killed on Monday."));
    assert_false(last_is_dated("A judge held a man on Monday in connection with a raid that killed two clerks."));
    assert_true(last_is_dated("A judge held a man on Monday in connection with a raid that killed two clerks in May."));
    assert_false(last_is_dated("The group claimed responsibility on Monday for a raid that killed two clerks."));
    assert_true(last_is_dated("Hundreds came to a funeral on Monday for two clerks killed in a raid in May."));
}

static void a_wars_toll_is_background(void **state)
{
    (void)state;
    assert_true(last_is_background("Two guards were killed. The civil war has left 70,000 dead."));
    assert_false(last_is_background("Two guards were killed. In the civil war three farmers were killed."));
    assert_true(last_is_background("Two guards were killed. Some 2,000 people have been killed in the last 7 months."));
    assert_true(last_is_background("Two guards were killed. It rained. He spoke. Some 3,000 people have died there."));
    assert_false(last_is_background("Two guards were killed. It rained. He spoke. Police detained 1,500 people."));
    assert_true(last_is_background("Talks were opened. It rained. He spoke. The civil war has left 70,000 dead."));
}

static void what_happens_in_general_is_background(void **state)
{
    (void)state;
    assert_true(
        last_is_background("Two guards were shot. It rained. He spoke. He condemned the murder of journalists."));
    assert_true(last_is_background("Two guards were shot. It rained. He spoke. Many journalists have been killed."));
    assert_false(last_is_background("Two guards were shot. It rained. He spoke. Several clerks were hurt."));
    assert_false(
        last_is_background("Two guards were shot. It rained. He spoke. Troops fired back, killing scores of rebels."));
    assert_false(last_is_background("He condemned the murder of journalists."));
}

/* Nothing says when it was written: each figure has its own sentence's day. */
static void an_undated_report_keeps_each_sentence_s_day(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    Document *document = ARENA_NEW(arena, Document);
    document->id = STR("x");
    document->text = STR("On 3 March 2026 two guards were killed. On 5 March 2026 three farmers were killed.");
    const Analysis *a = extract_analyse(&language, NULL, document, arena);
    assert_int_equal(a->claim_count, 2);
    assert_int_equal(a->claims[0].window.first, day_from_ymd(2026, 3, 3));
    assert_int_equal(a->claims[1].window.first, day_from_ymd(2026, 3, 5));
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(another_incident_is_background),
        cmocka_unit_test(what_a_war_has_cost_is_of_no_day),
        cmocka_unit_test(what_months_have_cost_is_of_no_day),
        cmocka_unit_test(right_behind_its_day_a_word_is_of_the_event),
        cmocka_unit_test(what_a_record_is_held_against_is_background),
        cmocka_unit_test(a_round_up_counts_no_single_event),
        cmocka_unit_test(a_part_is_of_its_wholes_event),
        cmocka_unit_test(what_happens_again_and_again_is_background),
        cmocka_unit_test(what_is_done_to_people_in_the_present_is_background),
        cmocka_unit_test(a_release_is_no_abduction_of_its_day),
        cmocka_unit_test(a_wars_toll_is_background),
        cmocka_unit_test(what_happens_in_general_is_background),
        cmocka_unit_test(a_day_says_more_than_an_hour),
        cmocka_unit_test(a_day_after_is_a_day_less),
        cmocka_unit_test(the_day_of_an_arrest_dates_no_figure),
        cmocka_unit_test(an_undated_report_keeps_each_sentence_s_day),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
