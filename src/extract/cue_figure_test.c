#include "extract/cue.h"

#include "extract/english_for_tests.h"

/* Each figure of people and whose word it is: "9 police; 14 -;", "-" where the narrator speaks. */
static const FigureCase FIGURES[] = {
    {"Eleven clerks were killed, not twelve as reported by some media.", "11 -; "},
    {"Eleven clerks were killed, not twelve as reported by some media, the governor said.", "11 governor; "},
    {"Only four clerks died, not nine as local radio had said, the mayor told reporters.", "4 mayor; "},
    {"Seven soldiers died, and not ten, as claimed by the rebels.", "7 -; "},
    {"The blast killed four clerks, and not, as the army claimed, 14.", "4 -; "},
    {"Four clerks died, as police had reported.", "4 police; "},
    {"The clinic gave a figure of nine dead.", "9 clinic; "},
    {"The ministry's toll of nine dead left out the clerks.", "9 ministry; "},
    {"The ministry's toll of nine was below the rebels' count of 15 dead.", "9 ministry; 15 rebels; "},
    {"Monday's toll of nine dead was the highest of the year.", "9 -; "},
    {"The official toll of nine dead stands.", "9 -; "},
    {"Nine clerks were killed in the raid by the ministry's count.", "9 ministry; "},
    {"Nine were killed, police said, and 14 wounded.", "9 police; 14 police; "},
    {"Nine clerks were killed, according to police, and 14 others were wounded.", "9 police; 14 police; "},
    {"Nine clerks were killed, police said, but the army said that only two died.", "9 police; 2 army; "},
    {"Nine clerks were killed, according to police, and the mayor called for calm.", "9 police; "},
    {"Nine clerks were killed, police said, and the mayor blamed the two dead men.", "9 police; 2 mayor; "},
    {"The raid on the mill, according to police, killed nine clerks.", "9 police; "},
    {"The ministry wishes to inform the public that six clerks were killed.", "6 ministry; "},
    {"The army put its losses at three killed.", "3 army; "},
    {"The army put its losses at three.", "3 army; "},
    {"The rebels claimed, without evidence, to have killed nine clerks.", "9 rebels; "},
    {"Nine people believed to be clerks were killed.", "9 -; "},
    {"The rebels put their own dead at 12 after the raid.", "12 rebels; "},
    {"The army admitted to losing seven soldiers.", "7 army; "},
    {"The city saw 31 murders in August.", "31 -; "},
    {"Last night saw two clerks killed in the old town.", "2 -; "},
    {"The hospital saw 12 deaths overnight.", "12 hospital; "},
};

static void a_figure_is_the_word_of_whoever_gives_it(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(FIGURES); i++) {
        Arena *arena = arena_create();
        const Analysis *a = analyse(arena, str_from(FIGURES[i].text));
        Buf got = {0};
        for (size_t k = 0; k < a->claim_count; k++) {
            if (a->claims[k].kind != KIND_CASUALTY)
                continue;
            const Attribution *said = a->claims[k].attribution;
            buf_int(&got, a->claims[k].count.low);
            buf_put(&got, STR(" "));
            buf_put(&got, said && str_present(said->speaker) ? said->speaker : STR("-"));
            buf_put(&got, STR("; "));
        }
        if (!str_equal(buf_str(&got), str_from(FIGURES[i].want))) {
            print_error("%s\n  want %s\n  got  %.*s\n", FIGURES[i].text, FIGURES[i].want, (int)got.len, got.ptr);
            wrong++;
        }
        buf_free(&got);
        arena_destroy(arena);
    }
    assert_int_equal(wrong, 0);
}

/* "Correct the report that ...": what is corrected is denied. */
static void what_is_corrected_is_denied(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    const Analysis *a = analyse(arena, STR("The ministry wishes to correct the report that ten clerks were killed."));
    assert_int_equal(a->attribution_count, 1);
    assert_int_equal(a->attributions[0].stance, STANCE_DENIES);
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_figure_is_the_word_of_whoever_gives_it),
        cmocka_unit_test(what_is_corrected_is_denied),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
