/* Groups of one storm's name. With the language and the map for the names in a text. */
#include "assemble/link/storm.h"

#include "assemble/incident/incident.h"
#include "extract/english_for_tests.h"

enum { REPORTS = 7 };

typedef struct {
    int name; /* 0: none */
    Day written;
} Report;

static const struct {
    const char *name;
    Report reports[REPORTS];
    uint32_t groups[REPORTS];
    const char *want;
    PairRule apart; /* of two reports that people keep apart, where its flag is set */
} CASES[] = {
    {"a report of a named storm goes to where several name it",
     {{1, 100}, {1, 101}, {1, 102}, {0, 103}, {1, 104}, {1, 105}, {0, 105}},
     {0, 0, 0, 0, 4, 5, 6},
     "0 0 0 0 0 0 6",
     {0}},
    {"of another name it does not", {{1, 100}, {1, 101}, {1, 102}, {2, 103}}, {0, 0, 0, 3}, "0 0 0 3 4 4 4", {0}},
    {"a name that few give may be any word",
     {{1, 100}, {1, 101}, {1, 102}, {1, 103}},
     {0, 0, 2, 3},
     "0 0 2 3 4 4 4",
     {0}},
    {"a storm of that name, a season later, is another",
     {{1, 100}, {1, 101}, {1, 102}, {1, 400}},
     {0, 0, 0, 3},
     "0 0 0 3 4 4 4",
     {0}},
    {"a group that tells of it beside another storm stays",
     {{1, 100}, {1, 101}, {1, 102}, {2, 103}, {2, 103}, {1, 103}, {2, 104}},
     {0, 0, 0, 3, 3, 3, 3},
     "0 0 0 3 3 3 3",
     {0}},
    {"and one in which one of many reports names it",
     {{1, 100}, {1, 101}, {1, 102}, {0, 103}, {0, 103}, {0, 103}, {0, 104}},
     {0, 0, 0, 3, 3, 3, 3},
     "0 0 0 3 3 3 3",
     {0}},
    {"what people keep apart stays apart",
     {{1, 100}, {1, 101}, {1, 102}, {1, 103}},
     {0, 0, 0, 3},
     "0 0 0 3 4 4 4",
     {.a = 0, .b = 3, .apart = true}},
};

static void groups_of_one_storm_are_joined(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        Arena *arena = arena_create();
        EventTraits events[REPORTS];
        uint64_t names[REPORTS];
        uint32_t group[REPORTS];
        for (size_t k = 0; k < REPORTS; k++) {
            bool given = CASES[i].reports[k].written != 0;
            names[k] = (uint64_t)CASES[i].reports[k].name;
            group[k] = given ? CASES[i].groups[k] : 4;
            events[k] = (EventTraits){.written = given ? CASES[i].reports[k].written : DAY_NONE,
                                      .storms = {&names[k], names[k] != 0 ? 1 : 0}};
        }
        PairRule rule = CASES[i].apart;
        storm_join(events, REPORTS, &rule, rule.apart ? 1 : 0, arena, group);
        Buf out = {0};
        for (size_t k = 0; k < REPORTS; k++) {
            buf_put(&out, k > 0 ? STR(" ") : STR(""));
            buf_int(&out, group[k]);
        }
        if (!str_is(buf_str(&out), CASES[i].want))
            fail_msg("%s: %.*s, not %s", CASES[i].name, (int)out.len, out.ptr, CASES[i].want);
        buf_free(&out);
        arena_destroy(arena);
    }
}

/* A text, and how many names of storms it gives. */
static const struct {
    const char *text;
    size_t names;
} TEXTS[] = {
    {"Hurricane Odell killed 40 people in Cuba on Monday.", 1},
    {"Tropical Storm Odell, then Hurricane Odell, drowned 12 people in Haiti.", 1},
    {"Typhoon Odell has left 31 people dead in the Philippines.", 1},
    {"The mayor said that typhoon Odell (local name Reza) had killed 31 people.", 1},
    {"The mayor said that the storm Monday killed 31 people in Cuba.", 0},
    {"The mayor said that the storm of Monday killed 31 people in Cuba.", 0},
    {"A hurricane killed 40 people in Cuba on Monday.", 0},
    {"Storm Kills 12 People in Cuba.", 0},
    {"Hurricane Kills Forty in Cuba.", 0},
    {"Gunmen killed 40 people in Cuba on Monday.", 0},
};

static void a_name_stands_behind_what_is_named(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(TEXTS); i++) {
        Arena *arena = arena_create();
        Document *document = ARENA_NEW(arena, Document);
        document->id = STR("a");
        document->text = str_from(TEXTS[i].text);
        document->published = moment_parse(STR("2026-09-01"));
        Extraction *x = extract_document(&language, gazetteer, document, arena);
        incident_find(x, arena);
        const Incident *main = compare_main(x);
        assert_non_null(main);
        if (storm_names(x, main, arena).count != TEXTS[i].names)
            fail_msg("%s", TEXTS[i].text);
        arena_destroy(arena);
    }
}

/* What reports of one event call it; "" where it has no name. */
static const struct {
    const char *reports[4];
    const char *want;
} CALLED[] = {
    {{"Hurricane Odell killed 40 people in Cuba on Monday.", "Twelve people drowned as Hurricane Odell hit Florida."},
     "Hurricane Odell"},
    {{"Tropical storm Odell drowned 12 people.", "Hurricane Odell killed 40 people.",
      "Hurricane Odell killed 41 people."},
     "Hurricane Odell"},
    {{"Hurricane Odell killed 40 people in Cuba on Monday."}, ""}, /* told once */
    {{"Hurricane Odell killed 40 people in Cuba.", "Hurricane Odell killed 40.", "Hurricane Bertha killed 12 people."},
     "Hurricane Odell"},
    {{"Hurricane Odell killed 40 people in Cuba.", "Hurricane Odell killed 40.", "Hurricane Bertha killed 12 people.",
      "Hurricane Bertha killed 14 people."},
     ""},
    {{"A hurricane killed 40 people in Cuba.", "The hurricane killed 41 people."}, ""},
};

static void a_storm_is_called_what_most_reports_call_it(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(CALLED); i++) {
        Arena *arena = arena_create();
        StormReport reports[COUNT_OF(CALLED[0].reports)];
        size_t count = 0;
        for (; count < COUNT_OF(CALLED[0].reports) && CALLED[i].reports[count]; count++) {
            Document *document = ARENA_NEW(arena, Document);
            document->id = STR("a");
            document->text = str_from(CALLED[i].reports[count]);
            document->published = moment_parse(STR("2026-09-01"));
            Extraction *x = extract_document(&language, gazetteer, document, arena);
            incident_find(x, arena);
            reports[count] = (StormReport){x, compare_main(x)};
            assert_non_null(reports[count].incident);
        }
        Str called = storm_called(reports, count, arena);
        if (!str_equal(str_present(called) ? called : STR(""), str_from(CALLED[i].want)))
            fail_msg("%zu: %.*s, not %s", i, (int)called.len, called.ptr, CALLED[i].want);
        arena_destroy(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(groups_of_one_storm_are_joined),
        cmocka_unit_test(a_name_stands_behind_what_is_named),
        cmocka_unit_test(a_storm_is_called_what_most_reports_call_it),
    };
    return cmocka_run_group_tests(tests, load_map, unload_map);
}
