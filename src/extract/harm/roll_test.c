/* The dead called by name behind a sentence that has told how many they are: who is one of whom. */
#include "base/buf.h"
#include "extract/english_for_tests.h"

/* clang-format off */
static const struct { const char *text; const char *claims; /* each one's number, and of which claim it is a part */ } CASES[] = {
    {"He killed his parents and three sisters. The victims were named as Tomas Olivez, 51, his wife Lenka, 40, and three of their children.", "2;3;1<0;1<0;3<1;"},
    {"He killed three children and two clerks. The dead were named as Tomas Olivez, 51, his wife Lenka, 40, and three of their children.", "3;2;1<1;1<1;3<0;"},
    {"A raid killed two guards and three clerks. The dead were named as Tomas Olivez, 51, and his wife Lenka, 40.", "2;3;1;1;"},
    {"A raid killed three men and a clerk. The dead were named as Lenka Olivez, 40, and three of her daughters.", "3;1;1;3;"},
    {"A raid killed a woman and a boy. The dead were named as Lenka Olivez, 40, and Pavo Olivez, 5.", "1;1;1;1;"},
    {"A raid killed several guards and three clerks. The dead were named as Tomas Olivez, 51, his wife Lenka, 40, and three of their children.", "3;3;1;1;3;"},
    {"A raid killed three of their children. The victims were named as Tomas Olivez, 51, his wife Lenka, 40, and three of their children.", "3;1;1;3;"},
    /* who they are, between commas */
    {"Three males, a boy of 12 and two women, were shot.", "3;1<0;2<0;"},
    {"Three males, a boy of 12 and two women were shot.", "3;1;2;"},
    {"Two guards, a teacher and a janitor, were shot.", "2;1;1;"},
};
/* clang-format on */

static void put_claim(Buf *out, const Analysis *a, size_t at)
{
    const Claim *claim = &a->claims[at];
    if (claim->kind != KIND_CASUALTY || !claim->has_count)
        return;
    buf_int(out, claim->count.low);
    if (claim->part_of >= 0) {
        buf_put(out, STR("<"));
        buf_int(out, claim->part_of);
    }
    buf_put(out, STR(";"));
}

static void those_named_are_those_told_before(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        Arena *arena = arena_create();
        Buf out = {0};
        const Analysis *a = analyse(arena, str_from(CASES[i].text));
        for (size_t k = 0; k < a->claim_count; k++)
            put_claim(&out, a, k);
        if (!str_equal(buf_str(&out), str_from(CASES[i].claims))) {
            print_error("%s: %.*s, not %s\n", CASES[i].text, (int)out.len, out.ptr, CASES[i].claims);
            wrong++;
        }
        buf_free(&out);
        arena_destroy(arena);
    }
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(those_named_are_those_told_before),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
