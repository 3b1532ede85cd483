/* Whether a verb's object is another than its subject, or than those told of before. */
#include "base/buf.h"
#include "extract/english_for_tests.h"

static void another_than_who_shot_is_no_further_victim(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool further;
    } CASES[] = {{"One boy shot another boy.", false},
                 {"A man who lives there shot a second man.", false},
                 {"The gunman shot another boy.", true},
                 {"Rebels shot another guard.", true},
                 {"A boy is held over the death of another boy.", false},
                 {"A clerk was charged with killing another clerk.", false},
                 {"A woman is held over the death of another man.", true},
                 {"Two boys are held over the death of another boy.", true}};
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        Arena *arena = arena_create();
        const Analysis *a = analyse(arena, str_from(CASES[i].text));
        bool further = false;
        bool told = false;
        for (size_t k = 0; k < a->claim_count; k++) {
            const Claim *claim = &a->claims[k];
            told = told || claim->kind == KIND_CASUALTY;
            further = further || claim->additional || claim->ordinal > 1;
        }
        if (!told || further != CASES[i].further)
            print_error("%s\n", CASES[i].text);
        assert_true(told);
        assert_int_equal(further, CASES[i].further);
        arena_destroy(arena);
    }
}

static void who_dies_of_others_is_a_further_victim(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool further; /* than the three who were killed */
    } CASES[] = {{"Three men were killed. Five others were wounded, one of whom died later.", true},
                 {"Two guards and a clerk were killed. Five other guards were wounded, one of whom died later.", true},
                 {"Three men were killed. Another 20 people were taken to a clinic, where one child died.", true},
                 {"Three men were killed. Five people were wounded, three of whom died.", false},
                 {"Five others were wounded and a child was killed.", false}};
    int wrong = 0;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        Arena *arena = arena_create();
        const Analysis *a = analyse(arena, str_from(CASES[i].text));
        bool further = false;
        for (size_t k = 0; k < a->claim_count; k++)
            further = further || (a->claims[k].outcome == OUTCOME_KILLED && a->claims[k].additional);
        if (further != CASES[i].further) {
            print_error("%s\n", CASES[i].text);
            wrong++;
        }
        arena_destroy(arena);
    }
    assert_int_equal(wrong, 0);
}

static void towns_of_one_sentence_share_the_dead_out(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t shares;
    } CASES[] = {{"In Odesa three people were killed; in Kharkiv a woman died.", 2},
                 {"In Odesa three people were killed; in Kharkiv two people were wounded.", 0},
                 {"Nineteen dead in Lahore factory blaze Thirty-four killed in Nairobi bus crash", 0},
                 {"A bomber killed three people in Kharkiv and died.", 0},
                 /* one attack and another */
                 {"Raiders killed three clerks in Odesa, while a bomb in Kharkiv killed four clerks.", 0},
                 {"Three clerks died in a raid in Odesa and four clerks died in a bombing in Kharkiv.", 0},
                 {"In Odesa three people were killed by a bomb; in Kharkiv four people were killed.", 2}};
    int wrong = 0;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        Arena *arena = arena_create();
        const Analysis *a = analyse_on_map(arena, str_from(CASES[i].text), STR_NONE);
        size_t shares = 0;
        for (size_t k = 0; k < a->claim_count; k++)
            shares += a->claims[k].shared_out;
        if (shares != CASES[i].shares) {
            print_error("%s: %zu\n", CASES[i].text, shares);
            wrong++;
        }
        arena_destroy(arena);
    }
    assert_int_equal(wrong, 0);
}

static void an_earlier_figure_is_former_where_a_newer_one_is_told(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int64_t counts; /* the only killed that still count, 0 where several do */
    } CASES[] = {
        {"The toll has risen to 13, the mayor said. The mayor had earlier put the death toll at nine.", 13},
        {"Twelve people were killed, the mayor said. In the morning the mayor had said that 20 were killed.", 12},
        {"Rebels killed three guards, the mission said. Its spokesman earlier put the number of dead at two.", 3},
        {"Twelve people were killed, the mayor said. Residents had earlier said that 20 were killed.", 0},
        {"The mayor had earlier put the death toll at nine.", 9},
        {"Crews found 90 people dead, five times the initial estimated death toll of 18.", 90},
        {"The ministry revised the death toll from 19 to 17. On Monday the clinic had put it at 19 dead.", 17},
        {"The clinic said 19 people had died. The ministry later lowered the toll from 19 to 17.", 17},
        {"The clinic said 21 people had died. The ministry lowered the toll from 19 to 17.", 0},
        {"Nineteen people died. The toll of another raid rose from nine to 19.", 0}};
    int wrong = 0;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        Arena *arena = arena_create();
        const Analysis *a = analyse(arena, str_from(CASES[i].text));
        int64_t counts = -1;
        for (size_t k = 0; k < a->claim_count; k++)
            if (a->claims[k].outcome == OUTCOME_KILLED && !a->claims[k].former)
                counts = counts < 0 ? a->claims[k].count.low : 0;
        if (counts != CASES[i].counts) {
            print_error("%s: %d\n", CASES[i].text, (int)counts);
            wrong++;
        }
        arena_destroy(arena);
    }
    assert_int_equal(wrong, 0);
}

static void a_toll_that_is_put_right_says_so(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool lowered;
    } CASES[] = {{"The ministry revised down the death toll of the March 3 blast to 13.", true},
                 {"The toll was lowered to 13, the mayor said.", true},
                 {"The clinic revised the toll from 20 to 13.", true},
                 {"The toll fell to 13.", true},
                 {"The toll has risen to 13, the mayor said.", false},
                 {"The mayor put the toll at 13.", false},
                 {"Thirteen people were killed, the mayor said.", false}};
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        Arena *arena = arena_create();
        const Analysis *a = analyse(arena, str_from(CASES[i].text));
        bool told = false;
        bool lowered = false;
        for (size_t k = 0; k < a->claim_count; k++)
            if (a->claims[k].outcome == OUTCOME_KILLED && a->claims[k].count.low == 13) {
                told = true;
                lowered |= a->claims[k].lowered;
            }
        if (!told || lowered != CASES[i].lowered)
            print_error("%s\n", CASES[i].text);
        assert_true(told && lowered == CASES[i].lowered);
        arena_destroy(arena);
    }
}

/* Some of the hurt who died are none of the hurt, where nobody else is told of as dead. */
static void some_of_the_hurt_died(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool struck;
    } CASES[] = {{"Five clerks were hurt. Two of the injured died.", true},
                 {"Five clerks were stabbed; of the stabbed two died.", true},
                 {"Five clerks were hurt. Of the critically wounded, two have died.", true},
                 {"Five clerks were hurt. Two of the five died at the clinic.", true},
                 {"Five clerks were hurt. Two of the nine died at the clinic.", false},
                 {"Five clerks were hurt. Two of the houses burned.", false},
                 {"Police found three clerks with bullet wounds. Two died.", true},
                 {"Police found two bodies and three clerks with bullet wounds.", false},
                 {"Police found three clerks with bullet wounds and two bodies.", false},
                 {"A clerk was shot and his body was dumped.", true},
                 {"Five clerks were hurt. The army said three of its soldiers were killed.", false},
                 {"Three men were killed and five clerks were hurt. Two of the injured died.", false}};
    Arena *arena = arena_create();
    for (size_t k = 0; k < COUNT_OF(CASES); k++) {
        const Analysis *a = analyse(arena, str_from(CASES[k].text));
        bool struck = false;
        for (size_t i = 0; i < a->claim_count; i++)
            struck = struck || (a->claims[i].outcome == OUTCOME_INJURED && a->claims[i].struck);
        if (struck != CASES[k].struck)
            fail_msg("%s", CASES[k].text);
    }
    arena_destroy(arena);
}

/* As many of the hurt died as had died before: others. */
static void as_many_of_the_hurt_are_others(void **state)
{
    (void)state;
    static const char *const TEXTS[] = {
        "Gunmen killed two guards and wounded five others on Monday. Two of the injured later died in the clinic.",
        "Two people were killed and five hurt on Monday. Two of the wounded have died.",
    };
    Arena *arena = arena_create();
    for (size_t k = 0; k < COUNT_OF(TEXTS); k++) {
        const Analysis *a = analyse(arena, str_from(TEXTS[k]));
        size_t further = 0;
        for (size_t i = 0; i < a->claim_count; i++)
            further += a->claims[i].outcome == OUTCOME_KILLED && a->claims[i].additional;
        if (further != 1)
            fail_msg("%s", TEXTS[k]);
    }
    arena_destroy(arena);
}

/* Whom a clause tells of beside its victims is none of them, and a name goes with what its bearer is. */
static void victims_are_whom_the_verb_is_of(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *victims;
    } CASES[] = {
        {"A woman, married to Major Juan Denk, was shot dead in her car.", "A woman;"},
        {"Two guards who were acting as her drivers were killed.", "Two guards;"},
        {"A man described as a smuggler was killed.", "A man described as a smuggler;"},
        {"Three clerks were killed by a column of Red Star members, and another two were wounded.",
         "Three clerks;another two;"},
        {"Papers told of the murder of leader Ana Bek, newsmen waited at the gate.", "leader Ana Bek;"},
        {"Dozens of the clerks were wounded.", "Dozens of the clerks;"},
        {"Hundreds of its leaders were beaten up.", "Hundreds of its leaders;"},
        {"By ten the guards were hurt.", "the guards;"},
        {"They told of the murder of Ana Bek and two guards.", "Ana Bek;two guards;"},
        {"Ana Bek, director for the north, was killed on Monday.", "Ana Bek, director;"},
        {"Ana Bek, regional teacher at the mill, was killed on Monday.", "Ana Bek, regional teacher;"},
        {"Guards came and 30 zealots were arrested.", "30 zealots;"},
        {"Guards came, and 30 zealots died.", ""},
        {"A tinkerer who came from Oslo and a dreamer were killed.", "A tinkerer;"},
        {"The raiders captured 14 guards' rifles.", ""},
        {"The blast hit two clerks\u2019 houses.", ""},
        {"The raiders wounded two guards' wives.", "two guards' wives;"},
    };
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        Arena *arena = arena_create();
        const Analysis *a = analyse(arena, str_from(CASES[i].text));
        Buf got = {0};
        for (size_t k = 0; k < a->claim_count; k++)
            if (a->claims[k].kind == KIND_CASUALTY) {
                buf_put(&got, span_text(a->tokens.text, a->claims[k].victims));
                buf_put(&got, STR(";"));
            }
        if (!str_equal(buf_str(&got), str_from(CASES[i].victims))) {
            print_error("%s\n  want %s\n  got  %.*s\n", CASES[i].text, CASES[i].victims, (int)buf_str(&got).len,
                        buf_str(&got).ptr);
            wrong++;
        }
        buf_free(&got);
        arena_destroy(arena);
    }
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(some_of_the_hurt_died),
        cmocka_unit_test(as_many_of_the_hurt_are_others),
        cmocka_unit_test(another_than_who_shot_is_no_further_victim),
        cmocka_unit_test(who_dies_of_others_is_a_further_victim),
        cmocka_unit_test(an_earlier_figure_is_former_where_a_newer_one_is_told),
        cmocka_unit_test(a_toll_that_is_put_right_says_so),
        cmocka_unit_test(towns_of_one_sentence_share_the_dead_out),
        cmocka_unit_test(victims_are_whom_the_verb_is_of),
    };
    return cmocka_run_group_tests(tests, load_map, unload_map);
}
