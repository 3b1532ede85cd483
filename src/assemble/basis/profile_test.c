#include "assemble/figure/grade.h"
#include "assemble/pile_for_tests.h"

#define ARMY(passage, victims, form, n)                                                                                \
    {                                                                                                                  \
        passage, victims, form, n, .party = PARTY_GOVERNMENT, .group = "Army"                                          \
    }
#define CLINIC(passage, victims, form, n)                                                                              \
    {                                                                                                                  \
        passage, victims, form, n, .party = PARTY_MEDICAL, .group = "Clinic"                                           \
    }
#define AID(passage, victims, form, n)                                                                                 \
    {                                                                                                                  \
        passage, victims, form, n, .party = PARTY_AID, .group = "Relief"                                               \
    }

typedef struct {
    const char *published;
    const char *text;
    TestClaim claims[5];
} Report;

typedef struct {
    const char *name;
    const char *profile;
    Report reports[4];
    const char *want; /* low best high of each cell, worked out by hand from the codebook's rules */
    const char *rule; /* of all killed, or NULL */
} Case;

/* clang-format off */
static const Case CASES[] = {
    /* ---- UCDP GED ---- */
    {"of figures that are equally reliable the lower is best", "ged",
     {{"2026-01-31", "The army said 14 people died. The clinic said 10 people died.",
       {ARMY("14", CLASS_UNKNOWN, COUNT_EXACT, 14), CLINIC("10", CLASS_UNKNOWN, COUNT_EXACT, 10)}}},
     "killed 10 10 14", "ged.lower"},
    {"who is identified is more reliable than who is not", "ged",
     {{"2026-01-31", "Somebody said 4 people died. The clinic said 10 people died.",
       {{"4", CLASS_UNKNOWN, COUNT_EXACT, 4, .party = PARTY_WITNESS}, CLINIC("10", CLASS_UNKNOWN, COUNT_EXACT, 10)}}},
     "killed 4 10 10", "ged.reliable"},
    {"best is the sum of the classes where they are more than the stated total", "ged",
     {{"2026-01-31", "The army said 10 of its soldiers died. The clinic said 11 villagers died.",
       {ARMY("10", CLASS_SECURITY, COUNT_EXACT, 10), CLINIC("11", CLASS_CIVILIAN, COUNT_EXACT, 11)}},
      {"2026-01-31", "Relief workers said 15 people died.", {AID("15", CLASS_UNKNOWN, COUNT_EXACT, 15)}}},
     "killed 21 21 21 | killed.civilian 11 11 11 | killed.security 10 10 10", "ged.sum"},
    {"a stated total holds deaths of no told class", "ged",
     {{"2026-01-31", "Relief workers said 25 people died. 10 soldiers died. 11 villagers died.",
       {AID("25", CLASS_UNKNOWN, COUNT_EXACT, 25), AID("10", CLASS_SECURITY, COUNT_EXACT, 10),
        AID("11", CLASS_CIVILIAN, COUNT_EXACT, 11)}}},
     "killed 25 25 25 | killed.civilian 11 11 11 | killed.security 10 10 10", NULL},
    {"a party's word on its enemy raises high and nothing else", "ged",
     {{"2026-01-31", "The group said 7 of its fighters died. The army said 90 fighters died.",
       {{"7", CLASS_MILITANT, COUNT_EXACT, 7, .party = PARTY_ARMED_GROUP, .group = "Front"},
        ARMY("90", CLASS_MILITANT, COUNT_EXACT, 90)}}},
     "killed 7 7 90 | killed.militant 7 7 90 [government 90]", NULL},
    {"where nobody else tells of them, best and low stay blank", "ged",
     {{"2026-01-31", "The army said 37-70 fighters died.",
       {{"37-70", CLASS_MILITANT, COUNT_RANGE, 37, 70, .party = PARTY_GOVERNMENT, .group = "Army"}}}},
     "killed - - 70 without militant | killed.militant - - 70 [government 37-70]", "ged.unreliable"},
    {"the injured are not counted", "ged",
     {{"2026-01-31", "The clinic said 2 people died and 5 were hurt.",
       {CLINIC("2", CLASS_UNKNOWN, COUNT_EXACT, 2),
        {"5", CLASS_UNKNOWN, COUNT_EXACT, 5, .party = PARTY_MEDICAL, .group = "Clinic", .outcome = OUTCOME_INJURED}}}},
     "killed 2 2 2", NULL},

    /* ---- ACLED ---- */
    {"the most conservative figure is the only one", "acled",
     {{"2026-01-31", "The army said 14 people died. The clinic said at least 10 people died.",
       {ARMY("14", CLASS_UNKNOWN, COUNT_EXACT, 14), CLINIC("at least 10", CLASS_UNKNOWN, COUNT_AT_LEAST, 10)}}},
     "killed 10 10 10", "acled.conservative"},
    {"dozens are 12", "acled",
     {{"2026-01-31", "Dozens of people died.", {{"Dozens", CLASS_UNKNOWN, COUNT_WORD, 24, 99}}}},
     "killed 12 12 12", "acled.dozens"},
    {"tens are 10", "acled",
     {{"2026-01-31", "Tens of people died.", {{"Tens", CLASS_UNKNOWN, COUNT_WORD, 20, 99}}}},
     "killed 10 10 10", "acled.tens"},
    {"hundreds are 100", "acled",
     {{"2026-01-31", "Hundreds of people died.", {{"Hundreds", CLASS_UNKNOWN, COUNT_WORD, 200, 999}}}},
     "killed 100 100 100", "acled.hundreds"},
    {"deaths without a number are 3", "acled",
     {{"2026-01-31", "People died.", {{"People", CLASS_UNKNOWN, COUNT_WORD, 2, INTERVAL_OPEN}}}},
     "killed 3 3 3", "acled.unnumbered"},
    {"a word beside a number counts for nothing", "acled",
     {{"2026-01-31", "People died. The clinic said 14 people died.",
       {{"People", CLASS_UNKNOWN, COUNT_WORD, 2, INTERVAL_OPEN}, CLINIC("14", CLASS_UNKNOWN, COUNT_EXACT, 14)}}},
     "killed 14 14 14", "acled.conservative"},
    {"fighters that the army counts are counted", "acled",
     {{"2026-01-31", "The army said 90 fighters died.", {ARMY("90", CLASS_MILITANT, COUNT_EXACT, 90)}}},
     "killed 90 90 90 | killed.militant 90 90 90", NULL},

    /* ---- Airwars ---- */
    {"from the least to the most that is reported, presumed civilians", "airwars",
     {{"2026-01-31", "The clinic said 5 people died. Relief workers said 8 people died.",
       {CLINIC("5", CLASS_UNKNOWN, COUNT_EXACT, 5), AID("8", CLASS_UNKNOWN, COUNT_EXACT, 8)}}},
     "killed 5 5 8 | killed.civilian 5 5 8", "airwars.minimum"},
    {"who is shown to be armed is no civilian", "airwars",
     {{"2026-01-31", "The clinic said 20 people died. The group said 3 of its fighters died.",
       {CLINIC("20", CLASS_UNKNOWN, COUNT_EXACT, 20),
        {"3", CLASS_MILITANT, COUNT_EXACT, 3, .party = PARTY_ARMED_GROUP, .group = "Front"}}}},
     "killed 20 20 20 | killed.civilian 17 17 17 | killed.militant 3 3 3", NULL},
    {"a word counts as its lower end and leaves the upper", "airwars",
     {{"2026-01-31", "Dozens of people died.", {{"Dozens", CLASS_UNKNOWN, COUNT_WORD, 24, 99}}}},
     "killed 24 24 99 | killed.civilian 24 24 99", "airwars.words"},

    /* ---- GTD ---- */
    {"the most recent source is followed", "gtd",
     {{"2026-01-31", "The clinic said 14 people died.", {CLINIC("14", CLASS_UNKNOWN, COUNT_EXACT, 14)}},
      {"2026-02-03", "Relief workers said 12 people died.", {AID("12", CLASS_UNKNOWN, COUNT_EXACT, 12)}}},
     "killed 12 12 12", "gtd.recent"},
    {"of several of one time, what most of them say", "gtd",
     {{"2026-01-31", "The clinic said 14 people died. The army said 14 people died. Relief workers said 9 people died.",
       {CLINIC("14", CLASS_UNKNOWN, COUNT_EXACT, 14), ARMY("@2 14", CLASS_UNKNOWN, COUNT_EXACT, 14),
        AID("9", CLASS_UNKNOWN, COUNT_EXACT, 9)}}},
     "killed 14 14 14", "gtd.majority"},
    {"without a majority the lowest", "gtd",
     {{"2026-01-31", "The clinic said 14 people died. The army said 11 people died. Relief workers said 13 people died.",
       {CLINIC("14", CLASS_UNKNOWN, COUNT_EXACT, 14), ARMY("11", CLASS_UNKNOWN, COUNT_EXACT, 11),
        AID("13", CLASS_UNKNOWN, COUNT_EXACT, 13)}}},
     "killed 11 11 11", "gtd.lowest"},
    {"what is too vague leaves the field empty", "gtd",
     {{"2026-01-31", "Dozens of people died.", {{"Dozens", CLASS_UNKNOWN, COUNT_WORD, 24, 99}}}},
     "killed 24 - 99", "gtd.vague"},
};

/* A profile of one's own, in a country at war. */
static const char OWN[] = "# our desk\n"
    "rule\tsetting\tvalue\tsource\tstatement\n"
    "own.words\tword\t* 3 10\tdesk\tWithout a number: 3, at war 10.\n"
    "own.war\twar\tYY XX\tdesk\tWhere there is war.\n"
    "own.best\tbest\thighest\tdesk\tThe highest.\n";
/* clang-format on */

static const Incident *assembled(Pile *pile, const Report *reports, const Profile *profile)
{
    for (size_t r = 0; r < 4 && reports[r].text; r++) {
        char id[] = {(char)('a' + (int)r), '\0'};
        Extraction *x =
            pile_add(pile, arena_copy(pile->arena, str_from(id)).ptr, reports[r].published, reports[r].text);
        for (size_t i = 0; i < COUNT_OF(reports[r].claims) && reports[r].claims[i].passage; i++) {
            TestClaim claim = reports[r].claims[i];
            claim.place = "Alba";
            (void)pile_claim(pile, x, claim);
        }
        assemble_document(x, profile, pile->arena);
    }
    const Situation *s = assemble_situation(pile->items, pile->count, profile,
                                            (Moment){.seconds = 0, .precision = MOMENT_NONE}, pile->arena);
    assert_int_equal(s->incident_count, 1);
    return &s->incidents[0];
}

static void each_codebook_counts_by_its_rules(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        const Case *c = &CASES[i];
        Pile pile = pile_new();
        Error err = {0};
        const Profile *profile = profile_named(str_from(c->profile), pile.arena, &err);
        assert_non_null(profile);
        const Incident *incident = assembled(&pile, c->reports, profile);
        const char *got = pile_print(&pile, &incident->estimates);
        Str rule = incident->estimates.cells[OUTCOME_KILLED][CELL_ALL].rule;
        if (strcmp(got, c->want) != 0 || (c->rule && !str_equal(rule, str_from(c->rule)))) {
            print_error("%s: %s\n  want %s (%s)\n  got  %s (%.*s)\n", c->profile, c->name, c->want,
                        c->rule ? c->rule : "-", got, (int)rule.len, rule.ptr);
            wrong++;
        }
        pile_free(&pile);
    }
    assert_int_equal(wrong, 0);
}

static void a_profile_of_ones_own_counts_by_its_rules(void **state)
{
    (void)state;
    static const Report REPORTS[4] = {
        {"2026-01-31", "People died.", {{"People", CLASS_UNKNOWN, COUNT_WORD, 2, INTERVAL_OPEN}}}};
    Pile pile = pile_new();
    const Profile *own = profile_read("/tmp/own.profile", str_from(OWN), pile.arena, NULL);
    assert_non_null(own);
    assert_true(str_equal(own->name, STR("own")));
    const Incident *incident = assembled(&pile, REPORTS, own);
    assert_string_equal(pile_print(&pile, &incident->estimates), "killed 10 10 10");
    assert_true(str_equal(incident->estimates.cells[OUTCOME_KILLED][CELL_ALL].rule, STR("own.words")));
    pile_free(&pile);
}

static void all_profiles_stand_beside_the_default_one(void **state)
{
    (void)state;
    Pile pile = pile_new();
    const Profile *all = profile_named(STR("all"), pile.arena, NULL);
    const Incident *incident = assembled(&pile, CASES[0].reports, all);
    assert_true(str_equal(incident->estimates.profile, STR("daybook")));
    assert_int_equal(incident->beside_count, all->beside_count);
    for (size_t i = 0; i < incident->beside_count; i++) {
        const Estimate *cell = &incident->beside[i].cells[OUTCOME_KILLED][CELL_ALL];
        assert_true(str_equal(incident->beside[i].profile, all->beside[i]->name));
        if (str_equal(all->beside[i]->name, STR("airwars"))) {
            assert_int_equal(cell->high, 14);
            assert_true(str_equal(incident->beside[i].grade, STR("Fair")));
        }
    }
    pile_free(&pile);
}

static Incident graded(const Profile *profile, Responsibility responsibility, unsigned origins)
{
    Incident incident = {.part_of = -1, .responsibility = responsibility};
    Estimates *e = &incident.estimates;
    e->cells[OUTCOME_KILLED][CELL_CIVILIAN] = (Estimate){
        .present = true, .has_low = true, .has_best = true, .has_high = true, .low = 3, .best = 3, .high = 5};
    e->cells[OUTCOME_KILLED][CELL_CIVILIAN].origins = origins;
    grade_give(profile, &incident, e);
    return incident;
}

static void an_incident_is_graded_and_the_headline_adds_up(void **state)
{
    (void)state;
    Pile pile = pile_new();
    const Profile *p = profile_named(STR("airwars"), pile.arena, NULL);
    Incident all[] = {graded(p, RESPONSIBILITY_CLAIMED, 1), graded(p, RESPONSIBILITY_ALLEGED, 2),
                      graded(p, RESPONSIBILITY_ALLEGED, 1), graded(p, RESPONSIBILITY_CONTESTED, 3)};
    static const char *const WANT[] = {"Confirmed", "Fair", "Weak", "Contested"};
    for (size_t i = 0; i < COUNT_OF(all); i++)
        assert_true(str_equal(all[i].estimates.grade, str_from(WANT[i])));
    Headline headline;
    assert_true(grade_headline(p, all, COUNT_OF(all), 0, &headline));
    assert_int_equal(headline.incidents, 2);
    assert_int_equal(headline.killed.low, 6);
    assert_int_equal(headline.killed.high, 10);
    pile_free(&pile);
}

static void a_broken_profile_is_refused_with_its_line(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *want;
    } BROKEN[] = {
        {"rule\tsetting\tvalue\tsource\tstatement\na\tbest\tmiddling\ts\tt\n",
         "own.profile:2: best takes median, lowest"},
        {"rule\tsetting\tvalue\tsource\tstatement\na\tbets\tmedian\ts\tt\n",
         "own.profile:2: there is no setting \"bets\""},
        {"# x\n\na\tbest\tmedian\ts\tt\n", "own.profile:3: the first line is: rule, setting"},
        {"rule\tsetting\tvalue\tsource\tstatement\na\tbest\tmedian\n", "own.profile:2: a line has five columns"},
        {"rule\tsetting\tvalue\tsource\tstatement\na\tlow\tbest\ts\tt\n",
         "own.profile: no rule says how best is chosen"},
        {"rule\tsetting\tvalue\tsource\tstatement\na\tbest\tmedian\ts\tt\na\tlow\tbest\ts\tt\n",
         "own.profile:3: a second rule"},
        {"rule\tsetting\tvalue\tsource\tstatement\na\tword\t9-3 4\ts\tt\n", "own.profile:2: word takes an interval"},
        {"rule\tsetting\tvalue\tsource\tstatement\na\tbest\tposterior\ts\tt\n", "own.profile: best is posterior, but"},
        {"rule\tsetting\tvalue\tsource\tstatement\na\tbias\town up 1 2\ts\tt\n",
         "own.profile:2: bias takes own, enemy"},
        {"rule\tsetting\tvalue\tsource\tstatement\na\theadline\tFair\ts\tt\n",
         "own.profile:2: headline takes names of grades"},
    };
    for (size_t i = 0; i < COUNT_OF(BROKEN); i++) {
        Arena *arena = arena_create();
        Error err = {0};
        assert_null(profile_read("own.profile", str_from(BROKEN[i].text), arena, &err));
        if (strncmp(err.text, BROKEN[i].want, strlen(BROKEN[i].want)) != 0)
            fail_msg("want %s\ngot  %s", BROKEN[i].want, err.text);
        arena_destroy(arena);
    }
}

static void every_rule_of_a_built_in_profile_has_its_source(void **state)
{
    (void)state;
    static const char *const NAMES[] = {"daybook", "raw", "ged", "acled", "airwars", "gtd", "bias"};
    Arena *arena = arena_create();
    for (size_t i = 0; i < COUNT_OF(NAMES); i++) {
        const Profile *p = profile_named(str_from(NAMES[i]), arena, NULL);
        assert_non_null(p);
        for (size_t r = 0; r < p->rule_count; r++) {
            assert_true(str_begins(p->rules[r].name, p->name));
            assert_true(p->rules[r].source.len > 0 && p->rules[r].statement.len > 0);
        }
    }
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_codebook_counts_by_its_rules),
        cmocka_unit_test(a_profile_of_ones_own_counts_by_its_rules),
        cmocka_unit_test(all_profiles_stand_beside_the_default_one),
        cmocka_unit_test(an_incident_is_graded_and_the_headline_adds_up),
        cmocka_unit_test(a_broken_profile_is_refused_with_its_line),
        cmocka_unit_test(every_rule_of_a_built_in_profile_has_its_source),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
