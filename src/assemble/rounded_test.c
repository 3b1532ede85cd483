#include "assemble/pile_for_tests.h"
#include "assemble/rounded.h"

/* What stands in the heading and what below it. */
static const struct {
    const char *name;
    Claim heading;
    Claim below;
    bool rounded;
} CASES[] = {
    {"nearly 400",
     {.count = {400, 400}, .count_form = COUNT_EXACT},
     {.count = {360, 399}, .count_form = COUNT_NEARLY},
     true},
    {"about 400",
     {.count = {400, 400}, .count_form = COUNT_EXACT},
     {.count = {360, 440}, .count_form = COUNT_AROUND},
     true},
    {"up to 600",
     {.count = {600, 600}, .count_form = COUNT_EXACT},
     {.count = {0, 600}, .count_form = COUNT_UP_TO},
     true},
    {"nearly 290, where 288 are told",
     {.count = {261, 289}, .count_form = COUNT_NEARLY},
     {.count = {288, 288}, .count_form = COUNT_EXACT},
     true},
    {"nearly 290, where 210 are told",
     {.count = {261, 289}, .count_form = COUNT_NEARLY},
     {.count = {210, 210}, .count_form = COUNT_EXACT},
     false},
    {"another number",
     {.count = {420, 420}, .count_form = COUNT_EXACT},
     {.count = {360, 399}, .count_form = COUNT_NEARLY},
     false},
    {"400 itself",
     {.count = {400, 400}, .count_form = COUNT_EXACT},
     {.count = {400, 400}, .count_form = COUNT_EXACT},
     false},
    {"of the hurt",
     {.count = {400, 400}, .count_form = COUNT_EXACT},
     {.count = {360, 399}, .count_form = COUNT_NEARLY, .outcome = OUTCOME_INJURED},
     false},
};

static void a_heading_has_no_room_for_the_word(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        Claim claims[] = {CASES[i].heading, CASES[i].below};
        for (size_t k = 0; k < COUNT_OF(claims); k++) {
            claims[k].kind = KIND_CASUALTY;
            claims[k].has_count = true;
            claims[k].outcome = claims[k].outcome == OUTCOME_NONE ? OUTCOME_KILLED : claims[k].outcome;
            claims[k].stance = STANCE_ASSERTS;
        }
        Document document = {.text = STR("400 dead\n\nNearly 400 died.")};
        Extraction x = {.document = &document, .claims = claims, .claim_count = COUNT_OF(claims)};
        Figure figure = {.claim = &claims[0], .extraction = &x, .heading = true};
        if (rounded_is(&figure) != CASES[i].rounded) {
            print_error("%s\n", CASES[i].name);
            wrong++;
        }
        figure.heading = false;
        wrong += rounded_is(&figure);
    }
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_heading_has_no_room_for_the_word)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
