/* Texts that tell of deaths and are no reports of any. */
#include "extract/english_for_tests.h"

static const FigureCase CASES[] = {
    /* a film, a series, a study */
    {"In this gripping thriller a sniper kills nine clerks. The film has a stellar cast. Its director keeps up the suspense. The plot "
     "is full of twists.",
     ""},
    {"The season finale left viewers in tears. In the last episode Omar shot two guards. The main character was killed as well, spoilers "
     "told. The series returns in May.",
     ""},
    {"In the cohort 370 deaths were documented. Of the participants 70 died of heart disease. The hazard ratio was 1.2 after follow-up.",
     ""},
    /* a drill, a match, an obituary */
    {"Nine clerks played the wounded on Monday. In the scenario two guards were killed and nine people wounded by gunfire. The simulated "
     "wounds were made of wax. The training exercise took a day.",
     ""},
    {"The striker scored in the first half. Three players were injured. The referee gave a free kick. Our keeper was taken off with a bad "
     "hamstring.",
     ""},
    {"Ana Bek, a beloved teacher, has passed away. She was best known for her songs. She began her career in Goma. Her husband died in "
     "May.",
     ""},
    /* and reports with such words */
    {"Two soldiers were killed in a training exercise on Monday. Their boat sank. The army said it would look into it.",
     "2;"},
    {"Nine people were killed when a stand fell at a match in Goma. The referee fled. The striker wept. Police said that the gate was shut.",
     "9;"},
    {"Nine people died in Goma. They were beloved. Tributes were laid. Their career was short. The town will hold a memorial service.",
     "9;"},
    /* reports that speak of films and patients */
    {"Nine people were killed at a cinema in Goma on Monday. The film, a thriller, had just begun. Police said the gunman shot at the "
     "audience. Its director spoke of horror; the cast was shocked by the plot.",
     "9;"},
    {"Nine patients died in a fire on Monday at a clinic in Goma. The survivors were taken to other wards.", "9;"},
    {"Two clerks were shot dead in Goma on Monday. One of them had written a novel.", "2;"},
};

static Str mark(const Claim *claim)
{
    return claim->background ? STR(" other;") : STR(";");
}

static void what_is_no_report_makes_no_claim(void **state)
{
    (void)state;
    check_figures(CASES, COUNT_OF(CASES), mark);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(what_is_no_report_makes_no_claim)};
    return cmocka_run_group_tests(tests, load, unload);
}
