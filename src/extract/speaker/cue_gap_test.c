/* A second voice whose verb is left out, or which stands behind a comma: its figure is its own. */
#include "extract/speaker/cue.h"

#include <stdlib.h>

#include "extract/english_for_tests.h"

/* Every figure of people killed, in the order of the text: "number speaker; ". */
/* clang-format off */
static const struct { const char *text; const char *want; } TEXTS[] = {
    {"The interior ministry spoke of eight dead, the health department of eleven.", "8 interior ministry; 11 health department; "},
    {"Local media reported 15 dead, police nine.", "15 Local media; 9 police; "},
    {"Police said nine clerks died; the hospital 11.", "9 Police; 11 hospital; "},
    {"Police counted nine dead in the raid, the opposition at least 20.", "9 Police; 20 opposition; "},
    {"Police put the toll of the raid at nine dead, residents at 20 dead.", "9 Police; 20 residents; "},
    {"Police said nine clerks were killed in the raid and the opposition 20.", "9 Police; 20 opposition; "},
    {"The ministry spoke of nine dead, the clinic of 11.", "9 ministry; 11 clinic; "},
    {"The ministry put the toll at nine, while the clinic put it at 11.", "9 ministry; 11 clinic; "},
    {"According to police, nine clerks were killed; according to the opposition, 20.", "9 police; 20 opposition; "},
    {"The government said nine clerks had been killed, Amnesty put the figure at 16.", "9 government; 16 Amnesty; "},
    {"The government said nine clerks had been killed, residents gave a toll of 16.", "9 government; 16 residents; "},
    /* a number that is nobody's, or of something else */
    {"Police said nine clerks died, the youngest 16.", "9 Police; "},
    {"Police said nine clerks died and 12 were hurt, the hospital 11.", "9 Police; "},
    {"Police said nine clerks died, the hospital had 11.", "9 Police; "},
    {"Police said rebels killed nine clerks, the army 20.", "9 Police; "},
    {"Nine clerks died, residents at 20.", "9 -; "},
    /* a body whose name ends like what one person is */
    {"The coast guard said nine clerks died. On Friday it said 11 had died.", "9 coast guard; 11 coast guard; "},
    {"The guard said nine clerks died. It said 11 had died.", "9 guard; 11 -; "},
};
/* clang-format on */

static int by_place(const void *one, const void *two)
{
    const Claim *a = *(const Claim *const *)one;
    const Claim *b = *(const Claim *const *)two;
    return (a->count_span.start > b->count_span.start) - (a->count_span.start < b->count_span.start);
}

static void put_killed(Buf *out, const Analysis *a)
{
    enum { MOST = 8 };
    const Claim *killed[MOST];
    size_t count = 0;
    for (size_t i = 0; i < a->claim_count && count < MOST; i++) {
        if (a->claims[i].kind == KIND_CASUALTY && a->claims[i].outcome == OUTCOME_KILLED)
            killed[count++] = &a->claims[i];
    }
    qsort(killed, count, sizeof killed[0], by_place);
    for (size_t i = 0; i < count; i++) {
        const Attribution *said = killed[i]->attribution;
        buf_int(out, killed[i]->count.low);
        buf_put(out, STR(" "));
        buf_put(out, said && str_present(said->speaker) ? said->speaker : STR("-"));
        buf_put(out, STR("; "));
    }
}

static void each_figure_has_its_voice(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(TEXTS); i++) {
        Arena *arena = arena_create();
        Buf got = {0};
        put_killed(&got, analyse(arena, str_from(TEXTS[i].text)));
        if (!str_equal(buf_str(&got), str_from(TEXTS[i].want))) {
            print_error("%s\n  want %s\n  got  %.*s\n", TEXTS[i].text, TEXTS[i].want, (int)got.len,
                        got.ptr ? got.ptr : "");
            wrong++;
        }
        buf_free(&got);
        arena_destroy(arena);
    }
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(each_figure_has_its_voice)};
    return cmocka_run_group_tests(tests, load, unload);
}
