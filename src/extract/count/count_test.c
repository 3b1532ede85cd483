/* What numbers are worth, however they are written. */
#include "base/buf.h"
#include "extract/english_for_tests.h"

/* clang-format off */
static const struct { const char *text; const char *counts; } CASES[] = {
    {"They killed 12 men.", "12"},
    {"They killed 1,200 men.", "1200"},
    {"They killed one hundred and twenty-three men.", "123"},
    {"They killed 3 million men.", "3000000"},
    {"They killed two lakh men.", "200000"},
    {"They killed 2 lakh men.", "200000"},
    {"They killed 1.5 crore men.", "15000000"},
    {"They killed two and a half million men.", "2500000"},
    {"They killed 2.25 million men.", "2250000"},
    {"They killed 1 200 men.", "1200"},
    {"They killed 1\u00a0200\u00a0000 men.", "1200000"},
    {"They killed 1\u2019200 men.", "1200"},
    {"They killed 1'200 men.", "1200"},
    {"On March 3 200 men were killed.", "3 200"},
    {"They killed five (5) men and four (04) women.", "5 4"},
    {"They killed five (6 of them by fire).", "5 6"},
    {"They killed \u0661\u0662 men.", "12"},
    {"They killed at least \uff11\uff12 men.", "12+"},
    {"They killed 12+ men and 500-plus guards.", "12+ 500+"},
    {"They killed 143[3] men.", "143"},
    {"They killed 10 to 12 men.", "10-12"},
    {"They killed 10\u221212 men and 20\u201224 goats.", "10-12 20-24"},
    {"They killed 1&nbsp;200 men.", "1200"},
    {"They drove out 2,5 million men.", "2500000"},
    {"They drove out 2,5 men.", ""},
    {"They killed \u06f1\u066c\u06f2\u06f0\u06f0 men.", "1200"},
    {"They killed \u06f1\u066b\u06f2 men.", ""},
    {"They killed 1O men, 12k men and 12mn men.", ""},
    {"They killed 12men and 12 k men.", "12 12"},
    {"They killed 1\u200b2 men.", ""},
    {"They killed >30 men and <5 women.", "31+ 0-4"},
    {"They killed > 30 men.", "30"},
    {"<p>12 men</p><p>Six men (>20 guards).</p>", "12 6 21+"},
    {"They killed 10\u00e2\u20ac\u201c15 men.", "10-15"},
    {"GOMA >> Nine men and >>12 women were killed.", "9 12"},
    {"They killed sev-\nenteen men and twenty-\nfive women.", "17 25"},
    {"They killed \ufb01ve men.", "5"},
    {"They killed 12\ufe0f\u20e3 men and 14\u00b9 women.", "12 14"},
    {"They killed 10 - 12 men.", "10-12"},
    {"GOMA, April 13 - Twenty-seven men were killed.", "13 27"},
    {"GOMA, April 13 \u2013 27 men were killed.", "13 27"},
    {"GOMA, Sept. 3 - 27 men were killed.", "3 27"},
    {"They raised their toll from 10 to 12 men.", "10 12"},
    {"They found one, raising the toll from 10 to 12 men.", "1 10 12"},
    {"They raised the number of the dead by 2 to 12.", "2 12"},
    {"The toll, they said, rose in the night by 2 to 12.", "2 12"},
    {"The sun rose over the small town in the night and from 10 to 12 men died.", "10-12"},
    {"They killed at least [9] men and more than [four] guards.", "9+ 5+"},
    {"They killed at least nine men [9] by fire.", "9+ 9"},
    {"They killed at least 9 and up to 15 men.", "9-15"},
    {"Toll passes 70\n\nAt least 79 men died.", "70 79+"},
    {"Toll passes 70 at least 79 men died.", "70 79+"},
    {"They killed 70 at least.", "70+"},
    {"They killed a least 70 men.", "70+"},
    {"They killed a least likely man.", ""},
    {"They killed four and as many as six men.", "4-6"},
    {"They killed a man of 34 and 3 others.", "34 3"},
    {"They killed seven guards and as many clerks.", "7 7"},
    {"They killed seven guards and wounded nearly as many.", "7 6"},
    {"They killed seven guards and as many as nine clerks.", "7 0-9"},
    {"They killed seven guards. They hurt as many clerks.", "7"},
    {"They killed 1.234 men.", "1234"},
    {"They killed 1.234 young men.", "1234"},
    {"They killed 1.2 men.", ""},
    {"They walked 1.234 miles.", ""},
    {"They walked 1.234 miles to the men.", ""},
    {"They fled 0.250 men.", ""},
    {"They killed 1.200 men. The toll was 2.300 by May.", "1200 2300"},
    {"The toll was 1.200.000 by May.", "1200000"},
    {"They sold 1.20.000 men.", ""},
    {"They drove out 1,00,000 men.", "100000"},
    {"They drove out 12,50,000 men.", "1250000"},
    {"They drove out 1,20,00,000 men.", "12000000"},
    {"They drove out 1,200,000 men.", "1200000"},
    {"They drove out 123,50,000 men.", ""},
    {"They drove out 3.20 lakh men.", "320000"},
    {"They drove out a lakh men.", "100000"},
    {"They drove out half a lakh men.", "50000"},
    {"They drove out half a million men.", "500000"},
    {"They killed one and a half dozen men.", "18"},
    {"They killed two and a half dozen men.", "30"},
    {"They killed a dozen and a half men.", "18"},
    {"They killed half a dozen men.", "6"},
    {"They killed several hundred men and a few thousand goats.", "200-999 2000-9999"},
    {"They killed a couple of hundred men and a couple of men.", "200-299 2"},
    {"They killed one and half a dozen were hurt.", "1 6"},
    {"They killed 1\u2009200 men.", "1200"},
    {"They killed 1\u202f200 men.", "1200"},
    {"The toll rose to 1\u202f200.", "1200"},
    {"The toll rose to 1 200.", "1200"},
    {"Nearly 1 200 dead", "1080-1199"},
    {"An estimated 20 were dead.", "18-22"},
    {"Police officers estimated 20 were dead.", "18-22"},
    {"The Red Cross estimated at least 20 were dead.", "20+"},
    {"The clinic, as cited by the mayor, estimated at least 20 were dead.", "20+"},
    {"Information about 20 dead came in, and data about 30 hurt.", "20 30"},
    {"The toll is 1.500 dead and 2.300 hurt.", "1500 2300"},
    {"Sarto 560 315 hurt", ""},
    {"They killed 1 2 men.", ""},
    {"On March 1 2 men died and 3 were hurt.", "1 2 3"},
    {"Sarto 12 560 315 100 hurt", ""},
    {"Sarto 560  315 hurt", "560 315"},
    {"Sarto 560\t315 hurt", "560 315"},
    {"Sarto 1 200 men hurt", "1200"},
    {"They gave N500,000, Sh20,000, Rs 3,000 or \u20b94 lakh to 12 men.", "12"},
    {"A class 5 girl and 12 men came.", "12"},
};
/* clang-format on */

static void numbers_are_worth_what_they_say(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        Arena *arena = arena_create();
        const Analysis *a = analyse(arena, str_from(CASES[i].text));
        Buf out = {0};
        for (size_t k = 0; k < a->count_count; k++) {
            Interval range = a->counts[k].range;
            buf_put(&out, k > 0 ? STR(" ") : STR(""));
            buf_int(&out, range.low);
            if (range.high == INTERVAL_OPEN)
                buf_char(&out, '+');
            else if (range.high != range.low) {
                buf_char(&out, '-');
                buf_int(&out, range.high);
            }
        }
        if (!str_equal(buf_str(&out), str_from(CASES[i].counts))) {
            print_error("%s\n  got:  %.*s\n  want: %s\n", CASES[i].text, (int)out.len, out.ptr, CASES[i].counts);
            wrong++;
        }
        buf_free(&out);
        arena_destroy(arena);
    }
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(numbers_are_worth_what_they_say)};
    return cmocka_run_group_tests(tests, load, unload);
}
