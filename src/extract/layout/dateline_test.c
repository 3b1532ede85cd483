#include "extract/layout/dateline.h"

#include "base/buf.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

/* clang-format off */
static const struct { const char *block; const char *place; } OPENINGS[] = {
    {"QUETTA, Pakistan (Reuters) — At least two people were hurt.", "QUETTA"},
    {"Quetta, Balochistan — January 31, 2026:", "Quetta"},
    {"Sibi, Balochistan — March 3, 2026 — Balochistan has seen it again.", "Sibi"},
    {"SANTIAGO, 5 JAN 90 -- [TEXT] THE JUNTA MET YESTERDAY.", "SANTIAGO"},
    {"SAN MIGUEL (EL SALVADOR), 7 DEC 88 (LA PRENSA) -- [TEXT] IT SAYS", "SAN MIGUEL"},
    {"KARACHI: At least two people were hurt on Friday.", "KARACHI"},
    {"Goma (AP) - The market was closed on Friday.", "Goma"},
    {"DAVAO CITY, the Philippines, Jan. 22 (Alba) -- Five clerks were hurt.", "DAVAO CITY"},
    {"ISTANBUL- One clerk was hurt on Sunday.", "ISTANBUL"},
    {"Ranchi, Aug 1 (ALBA) A clerk was hurt.", "Ranchi"},
    {"Lima, Feb. 26 (Alba/Beta) At least 19 were hurt in a well-known place - it says.", "Lima"},
    {"Patna, 23 Feb A clerk was hurt.", "Patna"},
    {"Patna, Feb 23 A clerk was hurt.", "Patna"},
    {"HERAT, Afghanistan (ALBA) A clerk was hurt.", "HERAT"},
    {"DEIR HAFER (ALBA & Beta) Five clerks were hurt.", "DEIR HAFER"},
    {"BEIRUT, July 28. /ALBA/. Five clerks were hurt.", "BEIRUT"},
    {"TEL AVIV, July 28 /ALBA/ Five clerks were hurt on a road - it says.", "TEL AVIV"},
    {"MOSCOW. July 28 (Alba) - Five clerks were hurt.", "MOSCOW"},
    {"ST. GILES, July 28 (Alba) - Five clerks were hurt.", "ST. GILES"},
    {"LIMA /CUSCO/ Five clerks were hurt.", "LIMA"},
    {"Lima and/or Cusco / Five clerks were hurt.", ""},
    {"(Nairobi) – Guards hurt a clerk on Friday.", "Nairobi"},
    {"(Goma, May 2, 2024) – Guards hurt a clerk.", "Goma"},
    {"(ALBA) - Guards hurt a clerk.", ""},
    {"HERAT (the old town) A clerk was hurt.", ""},
    {"Herat (Alba) A clerk was hurt.", ""},
    {"Patna, Feb 23", ""},
    {"Patna, Feb 23 clerks were hurt.", ""},
    {"The clerk, Ana 12 Times Winner, left.", ""},
    {"Sibi, Hub and Quetta were shelled.", ""},
    {"Government Version: “All is quiet”", ""},
    {"12 Attacks Rock the Province — Toll Rising", ""},
    {"Turmoil in the Hills: Attacks Shake the Province", ""},
    {"The minister — who was not hurt — left.", ""},
    {"Sardar Ali Khan – Party Leader", ""},
    {"THE PRESIDENT SPOKE AND THEN -- HE LEFT", ""},
    {"12:30 at the gate", ""},
    {"Nobody was hurt.", ""},
    {"", ""},
};
/* clang-format on */

static void a_dateline_is_known_by_its_shape(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(OPENINGS); i++) {
        Str got = dateline_place(str_from(OPENINGS[i].block));
        Str want = str_from(OPENINGS[i].place);
        if (str_equal(got, want) && str_present(got) == (want.len > 0))
            continue;
        print_error("\"%s\": \"%.*s\"\n", OPENINGS[i].block, (int)got.len, got.ptr ? got.ptr : "");
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

/* A byte of zero ends no text: it is a sign like others. */
static void a_zero_byte_is_passed_over(void **state)
{
    (void)state;
    assert_true(
        str_equal(dateline_place(STR("QUE\0TTA, Pakistan (Reuters) — At least two were hurt.")), STR("QUE\0TTA")));
    assert_true(
        str_equal(dateline_place(STR("QUETTA, \0 Pakistan (Reuters) — At least two were hurt.")), STR("QUETTA")));
    assert_false(str_present(dateline_place(STR("\0: at the gate"))));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_dateline_is_known_by_its_shape),
        cmocka_unit_test(a_zero_byte_is_passed_over),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
