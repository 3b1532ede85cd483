/* Whom guards shot is the suspect. */
#include "base/buf.h"
#include "extract/english_for_tests.h"

/* clang-format off */
static const struct { const char *text; const char *claims; /* each one's number, "!" of an attacker */ } CASES[] = {
    {"Police shot and killed a man at noon. The suspect, 34, died at the gate.", "1!;"},
    {"A man was shot and killed by police. The suspect was pronounced dead at a clinic.", "1!;"},
    {"A man is dead after police shot him. The suspect was pronounced dead at a clinic.", "1!;"},
    {"A man was shot and killed by an officer. They spoke. The suspect was pronounced dead at a clinic.", "1!;"},
    {"An officer-involved shooting left a man dead. Guards said the suspect died at a clinic.", "1!;"},
    {"It ended in the fatal police shooting of a man who had wounded an officer who returned fire, killing the gunman.", "1!;1;1!;"},
    {"A woman was shot and killed by police. The suspect was pronounced dead at a clinic.", "1;1!;"},
    {"A man was found dead in a house. Police shot and killed the suspect.", "1;1!;"},
    {"A man shot and killed a clerk. Police shot and killed the suspect.", "1;1!;"},
    {"Police shot and killed a man at noon. A suspect and a second suspect died at a clinic.", "1;1!;1!;"},
    {"Police shot and killed a man at noon. His brother died at the gate.", "1;1;"},
};
/* clang-format on */

static void put_claim(Buf *out, const Claim *claim)
{
    if (claim->kind != KIND_CASUALTY || !claim->has_count)
        return;
    buf_int(out, claim->count.low);
    buf_put(out, claim->subgroups & SUBGROUP_ATTACKERS ? STR("!;") : STR(";"));
}

static void whom_guards_shot_is_the_suspect(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        Arena *arena = arena_create();
        Buf out = {0};
        const Analysis *a = analyse(arena, str_from(CASES[i].text));
        for (size_t k = 0; k < a->claim_count; k++)
            put_claim(&out, &a->claims[k]);
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
        cmocka_unit_test(whom_guards_shot_is_the_suspect),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
