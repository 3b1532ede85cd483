#include "assemble/figure/overtaken.h"
#include "assemble/pile_for_tests.h"

enum { MOST = 8 };

/* What is told after so many minutes and by whom: police, hospital, an armed group, a rival country's army, a reporter, a reporter's "at least". */
typedef struct {
    int64_t point;
    int minutes;
    char by;
    bool superseded; /* by a later figure of the same voice */
} Line;

/* Tellings in order of time, and which of those that stand are passed, from the smallest on ("x--"). */
static const struct {
    const char *name;
    Line lines[MOST]; /* up to the first 0 */
    const char *want;
    bool unsided; /* of an event that nobody's attack is */
} CASES[] = {
    {"a count of hours later passes what a reporter told", {{8, 0, 'r'}, {16, 180, 'p'}}, "x-"},
    {"and what others counted", {{8, 0, 'h'}, {16, 180, 'p'}}, "x-"},
    {"within the hour it disputes it", {{8, 0, 'h'}, {16, 40, 'p'}}, "--"},
    {"a reporter's larger figure passes none", {{8, 0, 'p'}, {16, 180, 'r'}}, "--"},
    {"nor does a smaller count", {{8, 180, 'p'}, {16, 0, 'h'}}, "--"},
    {"who repeats the old number after it knows no more", {{8, 0, 'p'}, {16, 180, 'h'}, {8, 200, 'r'}}, "xx-"},
    {"but a second who does makes it a dispute", {{8, 0, 'p'}, {16, 180, 'h'}, {8, 200, 'r'}, {8, 220, 'r'}}, "----"},
    {"until more count more",
     {{8, 0, 'p'}, {16, 180, 'h', true}, {8, 200, 'r'}, {8, 220, 'r'}, {17, 230, 'p'}, {16, 240, 'h'}},
     "xxx--"},
    {"of a disaster, who repeats what was told hours before is late, however many do",
     {{8, 0, 'r'}, {16, 400, 'h'}, {8, 500, 'r'}, {8, 520, 'r'}},
     "-xx-",
     true},
    {"and who tells of less than was told then",
     {{8, 0, 'r'}, {16, 400, 'h'}, {7, 500, 'r'}, {7, 520, 'r'}},
     "xxx-",
     true},
    {"but not of what was told a little before",
     {{8, 0, 'r'}, {16, 180, 'h'}, {8, 500, 'r'}, {8, 520, 'r'}},
     "----",
     true},
    {"nor whoever else gives the number", {{8, 0, 'p'}, {16, 400, 'h'}, {8, 500, 'p'}, {8, 520, 'r'}}, "--x-", true},
    {"nor of an attack", {{8, 0, 'r'}, {16, 400, 'h'}, {8, 500, 'r'}, {8, 520, 'r'}}, "----", false},
    {"a number that nobody had told is as old as its report", {{16, 180, 'h'}, {9, 200, 'r'}}, "--"},
    {"a reporter's floor does not gainsay a count of minutes before", {{16, 0, 'p'}, {8, 10, 'f'}}, "x-"},
    {"nor one of minutes after", {{8, 0, 'f'}, {16, 10, 'p'}}, "x-"},
    {"but two of them do", {{16, 0, 'p'}, {8, 10, 'f'}, {8, 20, 'f'}}, "---"},
    {"an armed group's figure stands beside", {{8, 0, 'a'}, {16, 180, 'p'}}, "--"},
    {"where two countries fight nothing passes", {{8, 0, 'v'}, {16, 180, 'p'}}, "--"},
    {"a count taken back passes none", {{14, 0, 'r'}, {16, 180, 'p', true}, {13, 300, 'p'}}, "--"},
};

static void set_voice(Told *x, char by)
{
    x->voice.narrator = by == 'r' || by == 'f';
    x->voice.identified = true;
    x->voice.rival = by == 'v';
    x->voice.party = by == 'p' || by == 'v' ? PARTY_GOVERNMENT
                     : by == 'h'            ? PARTY_MEDICAL
                     : by == 'a'            ? PARTY_ARMED_GROUP
                                            : PARTY_NONE;
}

static int by_point(const void *a, const void *b)
{
    const Told *x = *(const Told *const *)a;
    const Told *y = *(const Told *const *)b;
    return x->point < y->point ? -1 : x->point > y->point;
}

static void larger_counts_pass_what_others_told(void **state)
{
    (void)state;
    const Profile profile = {.lapses = true, .lapse_hours = 6};
    int wrong = 0;
    Arena *arena = arena_create();
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        Told items[MOST] = {0};
        const Told *standing[MOST];
        char got[MOST + 1] = "";
        ToldList list = {items, 0, MOST};
        Current current = {standing, 0};
        for (; list.count < MOST && CASES[i].lines[list.count].point > 0; list.count++) {
            const Line *line = &CASES[i].lines[list.count];
            Told *x = &items[list.count];
            *x = (Told){
                .point = line->point, .document = (uint32_t)list.count, .time = line->minutes * 60, .whole = true};
            set_voice(x, line->by);
            x->range = (Interval){line->point, line->by == 'f' ? INTERVAL_OPEN : line->point};
            x->superseded = line->superseded;
            x->unsided = CASES[i].unsided;
            if (!line->superseded)
                standing[current.count++] = x;
        }
        qsort(standing, current.count, sizeof *standing, by_point);
        const bool *passed = overtaken_find(&profile, &current, &list, arena);
        for (size_t k = 0; k < current.count; k++)
            got[k] = passed[k] ? 'x' : '-';
        if (strcmp(got, CASES[i].want) != 0) {
            print_error("%s\n  want %s\n  got  %s\n", CASES[i].name, CASES[i].want, got);
            wrong++;
        }
    }
    arena_destroy(arena);
    assert_int_equal(wrong, 0);
}

/* Of a log of one page: the hospital's twelve of one post, the nineteen of a later one. */
static const struct {
    const char *stamps[2]; /* of the hospital's post and of the other */
    Party party;           /* who tells of nineteen */
    const char *want;
} LOGS[] = {
    {{"2026-02-01T15:40", "2026-02-01T17:30"}, PARTY_GOVERNMENT, "killed 12 19 19"},
    {{"2026-02-01T17:30", "2026-02-01T15:40"}, PARTY_GOVERNMENT, "killed 12 12 19"},
    {{"2026-02-01T15:40", "2026-02-01T17:30"}, PARTY_WITNESS, "killed 12 12 19"},
};

static void a_log_s_later_posts_pass_its_earlier_ones(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(LOGS); i++) {
        Pile pile = pile_new();
        Extraction *x =
            pile_add(&pile, "a", "2026-02-01T20:00:00Z",
                     "Raid on Alba. 15:40 Twelve died, the hospital said. 17:30 Nineteen died, it is said.");
        x->places = pile_place(&pile, STR_NONE, (Span){0, 0}, "Alba");
        x->place_count = 1;
        TimeMention *times = ARENA_ARRAY(pile.arena, TimeMention, 2);
        for (size_t k = 0; k < 2; k++) {
            Day day = day_parse(STR("2026-02-01"));
            times[k] = (TimeMention){.span = pile_span(x->document->text, k == 0 ? "15:40" : "17:30"),
                                     .value = str_from(LOGS[i].stamps[k]),
                                     .window = {day, day},
                                     .use = TIME_OF_POST};
        }
        x->times = times;
        x->time_count = 2;
        (void)pile_claim(&pile, x, (TestClaim){"Raid", .kind = KIND_ATTACK, .type = "raid", .place = "Alba"});
        (void)pile_claim(&pile, x, (TestClaim){"Twelve", .n = 12, .party = PARTY_MEDICAL, .group = "hospital"});
        (void)pile_claim(&pile, x, (TestClaim){"Nineteen", .n = 19, .party = LOGS[i].party, .group = "others"});
        assemble_document(x, profile_default(pile.arena), pile.arena);
        const Situation *s = assemble_situation(pile.items, pile.count, profile_default(pile.arena),
                                                (Moment){.precision = MOMENT_NONE}, pile.arena);
        assert_string_equal(pile_print(&pile, &s->incidents[0].estimates), LOGS[i].want);
        pile_free(&pile);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(larger_counts_pass_what_others_told),
                                       cmocka_unit_test(a_log_s_later_posts_pass_its_earlier_ones)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
