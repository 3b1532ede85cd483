/* Who is hurt is somebody; what is beaten or shot may be a thing, and whose it is that is told of is nobody. */
#include "base/buf.h"
#include "extract/english_for_tests.h"

static void things_are_no_victims(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t victims; /* claims of people hurt, killed or taken */
    } CASES[] = {{"The marchers beat the drums.", 0},
                 {"He beat the keyboard with both hands.", 0},
                 {"The cook beat the eggs and stabbed the steak.", 0},
                 {"The striker shot the ball over the bar.", 0},
                 {"The boy shot his own hand.", 0},
                 {"The raiders burned some farmlands and several granaries.", 0},
                 {"The raid burned a few haylofts.", 0},
                 {"Farmers counted 16 dead cows beside nine wounded horses.", 0},
                 {"Raiders burned several badly.", 1},
                 {"The bullet tore the skin and injured the lungs.", 0},
                 {"The sad toll of Sudanese Air Raids", 0},
                 {"The raid killed nine Sudanese.", 1},
                 {"The driver of the car, which was riddled with bullets, fled.", 0},
                 {"The storm killed the power in the valley.", 0},
                 {"The speech killed the mood.", 0},
                 {"Officers executed two search warrants.", 0},
                 {"Officers executed two men.", 1},
                 {"Resultantly, two clerks were killed.", 1},
                 {"The toll of the quake that hit Ostrava is rising.", 0},
                 {"Beat the eggs and kill the heat.", 0},
                 {"The striker ran in and stabbed home from close range.", 0},
                 {"A raid hit a workers' hostel, killing nine.", 1},
                 {"A raid killed nine clerks, a farmers' leader said.", 1},
                 {"A raid killed two of the farmers' sons.", 1},
                 {"Guards beat the prisoner.", 1},
                 {"The bandits beat a young man and two women.", 2},
                 {"The blast killed one guard and wounded the other.", 2},
                 {"Gunmen shot the occupant.", 1},
                 {"Rebels murdered a raftsman near Villar.", 1},
                 {"Gunmen killed the head of the union.", 1}};
    int wrong = 0;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        Arena *arena = arena_create();
        const Analysis *a = analyse(arena, str_from(CASES[i].text));
        size_t victims = 0;
        for (size_t k = 0; k < a->claim_count; k++)
            victims += a->claims[k].kind == KIND_CASUALTY;
        if (victims != CASES[i].victims) {
            print_error("%s: %zu\n", CASES[i].text, victims);
            wrong++;
        }
        arena_destroy(arena);
    }
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(things_are_no_victims)};
    return cmocka_run_group_tests(tests, load, unload);
}
