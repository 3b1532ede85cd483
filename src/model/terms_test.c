#include "model/terms.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "base/buf.h"

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

typedef struct {
    const char *what;
    unsigned count;
    Str (*name)(unsigned);
    unsigned (*parse)(Str); /* NULL: written only */
    const char *first;      /* contract names of the first and last known members: a shifted table is seen */
    const char *last;
} Vocabulary;

/* clang-format off */
static const Vocabulary MEMBERS[] = {
    {"kind",           KIND_COUNT_,           kind_name,           kind_parse,      "casualty",        "unverified"},
    {"outcome",        OUTCOME_COUNT_,        outcome_name,        outcome_parse,   "killed",          "displaced"},
    {"class",          CLASS_COUNT_,          class_name,          class_parse,     "civilian",        "mixed"},
    {"party",          PARTY_COUNT_,          party_name,          party_parse,     "government",      "other"},
    {"stance",         STANCE_COUNT_,         stance_name,         stance_parse,    "denies",          "doubts"},
    {"manner",         MANNER_COUNT_,         manner_name,         manner_parse,    "direct",          "mixed"},
    {"responsibility", RESPONSIBILITY_COUNT_, responsibility_name, NULL,            "accepted",        "contested"},
    {"precision",      PRECISION_COUNT_,      precision_name,      precision_parse, "exact",           "country"},
    {"flag",           FLAG_COUNT_,           flag_name,           flag_parse,      "machine-written", "truncated"},
    {"conflict",       CONFLICT_COUNT_,       conflict_name,       NULL,            "sum",             "responsibility"},
};
static const Vocabulary BITS[] = {
    {"subgroup", 10, subgroup_name, subgroup_parse, "women",       "attackers"},
    {"status",   8,  status_name,   status_parse,   "preliminary", "unverified"},
};
static const char *const UNKNOWN[] = {"", "no such name", "KILLED", "kille", "killedx", "armed-group"};
/* clang-format on */

static void every_name_parses_back_to_its_member(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(MEMBERS); i++) {
        const Vocabulary *v = &MEMBERS[i];
        for (unsigned at = 0; at < v->count; at++) {
            Str name = v->name(at);
            if (!str_present(name) || (at > 0 && name.len == 0) || (v->parse && v->parse(name) != at))
                fail_msg("%s %u: \"%.*s\"", v->what, at, (int)name.len, name.ptr);
        }
        assert_true(str_equal(v->name(1), str_from(v->first)));
        assert_true(str_equal(v->name(v->count - 1), str_from(v->last)));
        assert_int_equal(v->name(v->count).len, 0);
    }
}

static void every_bit_has_its_own_name(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(BITS); i++) {
        const Vocabulary *v = &BITS[i];
        for (unsigned at = 0; at < v->count; at++)
            assert_int_equal(v->parse(v->name(at)), 1U << at);
        assert_true(str_equal(v->name(0), str_from(v->first)));
        assert_true(str_equal(v->name(v->count - 1), str_from(v->last)));
        assert_int_equal(v->name(v->count).len, 0);
    }
}

static void an_unknown_name_gives_the_unknown_member(void **state)
{
    (void)state;
    for (size_t n = 0; n < COUNT_OF(UNKNOWN); n++) {
        for (size_t i = 0; i < COUNT_OF(MEMBERS); i++)
            assert_true(!MEMBERS[i].parse || MEMBERS[i].parse(str_from(UNKNOWN[n])) == 0);
        for (size_t i = 0; i < COUNT_OF(BITS); i++)
            assert_int_equal(BITS[i].parse(str_from(UNKNOWN[n])), 0);
    }
}

static void members_have_the_names_of_the_contract(void **state)
{
    (void)state;
    assert_int_equal(outcome_parse(STR("abducted")), OUTCOME_ABDUCTED);
    assert_int_equal(party_parse(STR("armed group")), PARTY_ARMED_GROUP);
    assert_int_equal(class_parse(STR("militant")), CLASS_MILITANT);
    assert_int_equal(subgroup_parse(STR("aid workers")), SUBGROUP_AID_WORKERS);
    assert_int_equal(status_parse(STR("claimed")), STATUS_CLAIMED);
    assert_true(str_equal(conflict_name(CONFLICT_NUMBERS), STR("count")));
    assert_true(str_equal(stance_name(STANCE_ASSERTS), STR("asserts")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_name_parses_back_to_its_member),
        cmocka_unit_test(every_bit_has_its_own_name),
        cmocka_unit_test(an_unknown_name_gives_the_unknown_member),
        cmocka_unit_test(members_have_the_names_of_the_contract),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
