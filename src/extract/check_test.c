#include "extract/check.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "base/buf.h"
#include "extract/facts.h"

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

static const char WORDS[] = "phrase\tclass\tvalue\n"
                            "ten\tNUM\tten\n"
                            "rebels\tMEN\tarmed group\n";

/* clang-format off */
static const struct { const char *rules; size_t passed; size_t failed; const char *says; } CHECKS[] = {
    {"rule r\nphase time\nfind n:NUM MEN\nemit X(big) n=$n\nyes ten rebels -> X big n=ten\nyes ten rebels\nno two rebels\n", 3, 0, ""},
    {"rule r\nphase time\nfind n:NUM m:MEN\nemit X m=$m\nyes ten rebels -> \"armed group\"\nyes ten rebels -> m=armed_group\nno rebels\n", 3, 0, ""},
    {"rule r\nphase time\nfind NUM\nemit X\nyes eleven\nno two\n", 1, 1, "x/rules/a.rules:5: r does not fire\n    eleven\n\n"},
    {"rule r\nphase time\nfind NUM\nemit X\nyes ten\nno at ten\n", 1, 1,
     "x/rules/a.rules:6: r fires and must not\n    at ten\n    r: X [ten]\n    -: NUM(ten) [ten]\n\n"},
    {"rule r\nphase time\nfind NUM\nemit X\nyes ten -> X big\nno two\n", 1, 1,
     "x/rules/a.rules:5: r fires, but without big\n    ten\n    r: X [ten]\n    -: NUM(ten) [ten]\n\n"},
    {"rule r\nphase time\nfind NUM\nemit X\nyes ten\n", 1, 1, "x/rules/a.rules:1: r has no example of what it must not find (no)\n\n"},
    {"rule r\nphase time\nfind NUM\nemit X\nno two\n", 1, 1, "x/rules/a.rules:1: r has no example of what it finds (yes)\n\n"},
};
/* clang-format on */

static void examples_are_held_against_what_their_rule_makes(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(CHECKS); i++) {
        const EmbeddedFile files[] = {{"x/lexicon/a.tsv", STR(WORDS)}, {"x/rules/a.rules", str_from(CHECKS[i].rules)}};
        Arena *arena = arena_create();
        Language language = {0};
        Error err = {0};
        assert_true(language_load(arena, STR("x"), &(LanguageText){.files = files, .count = 2}, &language, &err));
        Buf report = {0};
        size_t passed = 0;
        size_t failed = 0;
        bool ok = check_language(&language, NULL, arena, &report, &passed, &failed);
        if (ok != (CHECKS[i].failed == 0) || passed != CHECKS[i].passed || failed != CHECKS[i].failed ||
            !str_equal(buf_str(&report), str_from(CHECKS[i].says))) {
            print_error("%s%zu passed, %zu failed\n%.*s\n", CHECKS[i].rules, passed, failed, (int)report.len,
                        report.ptr ? report.ptr : "");
            wrong++;
        }
        buf_free(&report);
        arena_destroy(arena);
    }
    assert_int_equal(wrong, 0);
}

/* clang-format off */
static const struct { const char *expected; const char *missing; } WORDS_OF_A_CLAIM[] = {
    {"killed 10.. security", NULL},
    {"outcome=killed count=10.. class=security", NULL},
    {"casualty \"police station\" target=police_station", NULL},
    {"window=2026-01-30..2026-01-31 status=confirmed police", NULL},
    {"killed injured", "injured"},
    {"10", "10"},
    {"10..12", "10..12"},
    {"outcome=security", "outcome=security"},
    {"total", "total"},
};
/* clang-format on */

static void words_are_held_against_a_claim(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    const Str targets[] = {STR("police station")};
    Claim claim = {.kind = KIND_CASUALTY,
                   .outcome = OUTCOME_KILLED,
                   .victim_class = CLASS_SECURITY,
                   .subgroups = SUBGROUP_POLICE,
                   .has_count = true,
                   .count = {10, INTERVAL_OPEN},
                   .targets = targets,
                   .target_count = 1,
                   .status = STATUS_CONFIRMED,
                   .part_of = -1,
                   .window = {day_from_ymd(2026, 1, 30), day_from_ymd(2026, 1, 31)}};
    Facts facts = {.arena = arena};
    facts_of_claim(&facts, &claim);
    for (size_t i = 0; i < COUNT_OF(WORDS_OF_A_CLAIM); i++) {
        Str missing = STR_NONE;
        bool held = facts_hold(&facts, str_from(WORDS_OF_A_CLAIM[i].expected), &missing);
        assert_int_equal(held, WORDS_OF_A_CLAIM[i].missing == NULL);
        assert_true(held || str_equal(missing, str_from(WORDS_OF_A_CLAIM[i].missing)));
    }
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(examples_are_held_against_what_their_rule_makes),
        cmocka_unit_test(words_are_held_against_a_claim),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
