#include "assemble/situation/baseline_check.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { PARTS = 4, DAY_OF_ATTACKS = 20000, EVENTS = 60 };

typedef struct {
    Arena *arena;
    PlaceMention places[PARTS + 1];
    Incident incidents[PARTS + 1];
    uint32_t parts[PARTS];
    Wave wave;
    Flag flag;
    Document document;
    Extraction extraction;
    SituationDocument documents[1];
    Situation situation;
} Sample;

/* A day on which four towns within 40 km were attacked, 50 killed, in a report that calls it the deadliest. */
static void make_sample(Sample *s)
{
    *s = (Sample){.arena = arena_create()};
    for (uint32_t i = 0; i <= PARTS; i++) {
        s->places[i].place = (Place){.lat_deg = 30 + 0.1 * i, .lon_deg = 60, .has_point = true};
        s->incidents[i] = (Incident){
            .place = &s->places[i], .window = {DAY_OF_ATTACKS, DAY_OF_ATTACKS}, .part_of = i < PARTS ? PARTS : -1};
        if (i < PARTS)
            s->parts[i] = i;
    }
    s->incidents[PARTS].estimates.cells[OUTCOME_KILLED][CELL_ALL] =
        (Estimate){.present = true, .has_low = true, .has_best = true, .low = 50, .best = 50};
    s->wave = (Wave){.whole = PARTS, .incidents = s->parts, .incident_count = PARTS};
    s->flag = (Flag){.kind = FLAG_SUPERLATIVE};
    s->extraction = (Extraction){.document = &s->document, .flags = &s->flag, .flag_count = 1};
    s->documents[0].extraction = &s->extraction;
    s->situation = (Situation){.documents = s->documents,
                               .document_count = 1,
                               .incidents = s->incidents,
                               .incident_count = PARTS + 1,
                               .waves = &s->wave,
                               .wave_count = 1,
                               .headline = PARTS};
}

static Baseline quiet_years(Arena *arena, int count)
{
    Baseline baseline = {.arena = arena};
    for (int i = 0; i < count; i++) {
        Day day = DAY_OF_ATTACKS - 10 - 15 * i;
        BaselineEvent event = {.days = {day, day}, .lat_deg = 29 + i % 7 * 0.4, .lon_deg = 58 + i % 5 * 0.7, .best = 2};
        baseline_add(&baseline, event);
    }
    return baseline;
}

static void four_attacks_in_a_day_stand_out_from_quiet_years(void **state)
{
    (void)state;
    Sample s;
    make_sample(&s);
    Baseline baseline = quiet_years(s.arena, EVENTS);
    baseline_check(&s.situation, &baseline, s.arena);
    assert_true(s.wave.scan.done && s.wave.scan.found);
    assert_int_equal(s.wave.scan.event_count, EVENTS);
    assert_int_equal(s.wave.scan.observed, PARTS);
    assert_true(s.wave.scan.p_value <= 0.01);
    arena_destroy(s.arena);
}

static void few_events_say_nothing(void **state)
{
    (void)state;
    Sample s;
    make_sample(&s);
    Baseline baseline = quiet_years(s.arena, 12);
    baseline_check(&s.situation, &baseline, s.arena);
    assert_false(s.wave.scan.done);
    arena_destroy(s.arena);
}

static void a_superlative_is_held_against_the_deaths_of_nearby_events(void **state)
{
    (void)state;
    Sample s;
    make_sample(&s);
    Baseline baseline = quiet_years(s.arena, 3);
    baseline_add(&baseline, (BaselineEvent){.days = {18000, 18001}, .lat_deg = 30, .lon_deg = 61, .best = 50});
    baseline_add(&baseline, (BaselineEvent){.days = {17000, 17000}, .lat_deg = 30, .lon_deg = 61, .best = 90});
    baseline_add(&baseline, (BaselineEvent){.days = {18500, 18500}, .lat_deg = 50, .lon_deg = 61, .best = 90});
    baseline_check(&s.situation, &baseline, s.arena);
    assert_int_equal(s.situation.superlative_count, 1);
    const SuperlativeCheck *check = &s.situation.superlatives[0];
    assert_int_equal(check->event_count, 5);
    assert_int_equal(check->deadlier_count, 2);
    assert_int_equal(check->latest->days.first, 18000);
    assert_int_equal(check->first->days.first, 17000);
    arena_destroy(s.arena);
}

static void without_a_baseline_nothing_is_said(void **state)
{
    (void)state;
    Sample s;
    make_sample(&s);
    Baseline baseline = {.arena = s.arena};
    baseline_check(&s.situation, &baseline, s.arena);
    assert_false(s.wave.scan.done);
    assert_int_equal(s.situation.superlative_count, 0);
    arena_destroy(s.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(four_attacks_in_a_day_stand_out_from_quiet_years),
        cmocka_unit_test(few_events_say_nothing),
        cmocka_unit_test(a_superlative_is_held_against_the_deaths_of_nearby_events),
        cmocka_unit_test(without_a_baseline_nothing_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
