/* plain: contract words in, words for people out. */
#include "serve/frame/plain.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

typedef struct {
    const char *book;
    const char *people;
} Case;

static void hold(Plain *plain, const Case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        Buf out = {0};
        plain(&out, str_from(cases[i].book));
        buf_char(&out, '\0');
        assert_string_equal(out.ptr, cases[i].people);
        buf_free(&out);
    }
}

#define HOLD(plain, cases) hold(plain, cases, sizeof(cases) / sizeof *(cases))

static void a_move_says_of_whom_it_is(void **state)
{
    (void)state;
    static const Case CASES[] = {
        {"escaped best 31 → none", "people escaped: best 31 → none"},
        {"killed civilian best 11 → none", "civilians killed: best 11 → none"},
        {"killed best 11 → none; killed security low 17 → 10",
         "people killed: best 11 → none; security forces killed: low 17 → 10"},
        {"killed women best 5 → none", "women killed: best 5 → none"},
        {"abducted militant high 4 → open", "fighters captured or abducted: high 4 → open"},
        {"something else", "something else"},
        {"", ""},
    };
    HOLD(plain_moves, CASES);
}

static void a_party_is_called_by_what_it_is(void **state)
{
    (void)state;
    static const Case CASES[] = {
        {"government 37–70", "authorities: 37–70"},
        {"armed group At least 84", "armed group: at least 84"},
        {"governments of two", "no identified speaker: governments of two"},
        {"Three", "no identified speaker: three"},
        {"", ""},
    };
    HOLD(plain_claimed, CASES);
}

static void an_incident_is_called_as_on_its_page(void **state)
{
    (void)state;
    static const Case CASES[] = {
        {"attack, Goma, 2026-01-31", "Attack in Goma, Sat 31 Jan 2026"},
        {"arson, 2026-02-01", "Arson, Sun 1 Feb 2026"},
        {"bombing, Sibi, Balochistan", "Bombing in Sibi, Balochistan"},
        {"other, Gao", "Incident in Gao"},
        {"shooting", "Shooting"},
        {"", "Incident"},
    };
    HOLD(plain_incident, CASES);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_move_says_of_whom_it_is),
        cmocka_unit_test(a_party_is_called_by_what_it_is),
        cmocka_unit_test(an_incident_is_called_as_on_its_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
