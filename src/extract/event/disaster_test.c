#include "extract/english_for_tests.h"
#include "extract/event/disaster.h"

/* What blew up by accident is told beside the blast, but not what another blast was, what somebody denies, or a bomb's own. */
static void an_accident_explains_a_blast(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool accident;
    } BLASTS[] = {
        {"An explosion killed nine in Goma. Officials said a boiler had exploded.", true},
        {"An explosion killed nine in Goma. It was caused by a gas leak.", true},
        {"An explosion killed nine in Goma. Its cause was not known.", false},
        {"An explosion killed nine in Goma. In 1999 a gas explosion killed four in the same street.", false},
        {"An explosion killed nine in Goma. Officials denied that a boiler had exploded.", false},
        {"An explosion killed nine in Goma. A boiler had exploded, officials said, but rebels said they had planted a bomb.",
         false},
    };
    for (size_t i = 0; i < COUNT_OF(BLASTS); i++) {
        Arena *arena = arena_create();
        const Analysis *a = analyse(arena, str_from(BLASTS[i].text));
        bool accident = false;
        for (size_t k = 0; k < a->claim_count; k++)
            accident = accident || (a->claims[k].kind == KIND_ATTACK && str_is(a->claims[k].type, "other") &&
                                    !a->claims[k].background);
        if (accident != BLASTS[i].accident)
            fail_msg("%s", BLASTS[i].text);
        arena_destroy(arena);
    }
}

static void a_disaster_has_its_kind(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *kind;
    } DISASTERS[] = {
        {"A strong earthquake struck the town.", "earthquake"},
        {"A boiler exploded at a bakery in Goma, killing two clerks.", "explosion"},
        {"Floods killed nine. Forty houses were destroyed.", "flood"},
        {"An explosion at a fireworks factory killed eleven people.", "explosion"},
        {"A bus left the road and plunged into a ravine, killing nine.", "road accident"},
        {"A lorry rammed into a bus in Goma, killing two clerks.", "crash"},
        {"A ferry capsized on the lake.", "sinking"},
        {"The roof of a school collapsed.", "collapse"},
        {"Two clerks died in an accident near the town.", "accident"},
        {"Elephants trampled a farmer to death.", "animal attack"},
    };
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(DISASTERS); i++) {
        Arena *arena = arena_create();
        const Claim *claim = first_attack(analyse(arena, str_from(DISASTERS[i].text)));
        Str kind = claim && claim->tactic_count > 0 ? claim->tactics[0] : STR("none");
        if (!claim || !str_equal(claim->type, STR("other")) || !str_is(kind, DISASTERS[i].kind)) {
            print_error("%s: %.*s\n", DISASTERS[i].text, (int)kind.len, kind.ptr);
            wrong++;
        }
        arena_destroy(arena);
    }
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_accident_explains_a_blast),
        cmocka_unit_test(a_disaster_has_its_kind),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
