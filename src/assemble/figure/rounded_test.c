#include "assemble/figure/rounded.h"
#include "assemble/pile_for_tests.h"

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

/* What a report tells roughly, and whether its exact number is that one. */
static const struct {
    const char *name;
    Claim rough;
    Claim exact;
    bool rounded;
} ROUGH[] = {
    {"nearly 290", {.count = {261, 289}, .count_form = COUNT_NEARLY}, {.count = {288, 288}}, true},
    {"nearly 290, and 290", {.count = {261, 289}, .count_form = COUNT_NEARLY}, {.count = {290, 290}}, false},
    {"about 290", {.count = {261, 319}, .count_form = COUNT_AROUND}, {.count = {301, 301}}, true},
    {"more than 280", {.count = {281, INTERVAL_OPEN}, .count_form = COUNT_MORE_THAN}, {.count = {288, 288}}, true},
    {"far more than 280", {.count = {281, INTERVAL_OPEN}, .count_form = COUNT_MORE_THAN}, {.count = {412, 412}}, false},
    {"at least 280", {.count = {280, INTERVAL_OPEN}, .count_form = COUNT_AT_LEAST}, {.count = {288, 288}}, false},
    {"of the hurt",
     {.count = {261, 289}, .count_form = COUNT_NEARLY},
     {.count = {288, 288}, .outcome = OUTCOME_INJURED},
     false},
    {"of another event",
     {.count = {261, 289}, .count_form = COUNT_NEARLY},
     {.count = {288, 288}, .background = true},
     false},
    {"of some of them",
     {.count = {261, 289}, .count_form = COUNT_NEARLY},
     {.count = {288, 288}, .subgroups = SUBGROUP_WOMEN},
     false},
};

static void a_rough_number_gives_way_to_its_exact_one(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(ROUGH); i++) {
        Claim claims[] = {ROUGH[i].rough, ROUGH[i].exact};
        for (size_t k = 0; k < COUNT_OF(claims); k++) {
            claims[k].kind = KIND_CASUALTY;
            claims[k].has_count = true;
            claims[k].part_of = -1;
            claims[k].outcome = claims[k].outcome == OUTCOME_NONE ? OUTCOME_KILLED : claims[k].outcome;
            claims[k].stance = STANCE_ASSERTS;
        }
        Document document = {.text = STR("Nearly 290 died. The railway said 288 had.")};
        Extraction x = {.document = &document, .claims = claims, .claim_count = COUNT_OF(claims)};
        Figure figure = {.claim = &claims[0], .extraction = &x};
        if (rounded_is(&figure) != ROUGH[i].rounded) {
            print_error("%s\n", ROUGH[i].name);
            wrong++;
        }
    }
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_heading_has_no_room_for_the_word),
                                       cmocka_unit_test(a_rough_number_gives_way_to_its_exact_one)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
