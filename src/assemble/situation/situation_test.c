#include "assemble/pile_for_tests.h"

/* All conflicts (or sums) as "sum: 145 + 22 = 167, not 177 | ...". */
static const char *print_conflicts(Pile *pile, const Situation *s)
{
    Buf out = {0};
    for (size_t i = 0; i < s->conflict_count; i++) {
        buf_put(&out, out.len ? STR(" | ") : STR(""));
        buf_put(&out, conflict_name(s->conflicts[i].kind));
        buf_put(&out, STR(": "));
        buf_put(&out, s->conflicts[i].note);
    }
    for (size_t i = 0; i < s->sum_count; i++) {
        buf_put(&out, out.len ? STR(" | ") : STR(""));
        buf_put(&out, STR("holds: "));
        buf_put(&out, s->sums[i].note);
    }
    Str text = arena_copy(pile->arena, buf_str(&out));
    buf_free(&out);
    return text.ptr ? text.ptr : "";
}

static const char *print_drift(Pile *pile, const Situation *s)
{
    Buf out = {0};
    for (size_t i = 0; i < s->copy_count; i++)
        for (size_t k = 0; k < s->copies[i].drift_count; k++) {
            const Drift *d = &s->copies[i].drift[k];
            buf_put(&out, out.len ? STR(" | ") : STR(""));
            buf_put(&out, s->copies[i].basis);
            buf_char(&out, ' ');
            buf_put(&out, s->documents[s->copies[i].origin].extraction->document->id);
            buf_put(&out, STR("→"));
            buf_put(&out, s->documents[d->document].extraction->document->id);
            buf_char(&out, ' ');
            buf_put(&out, d->field);
            buf_char(&out, ' ');
            buf_put(&out, d->from);
            buf_put(&out, STR("→"));
            buf_put(&out, d->to);
        }
    Str text = arena_copy(pile->arena, buf_str(&out));
    buf_free(&out);
    return text.ptr ? text.ptr : "";
}

static Situation *assemble(Pile *pile, const char *as_of)
{
    for (size_t i = 0; i < pile->count; i++)
        assemble_document(pile->items[i], profile_default(pile->arena), pile->arena);
    Moment moment = as_of ? moment_parse(str_from(as_of)) : (Moment){.seconds = 0, .precision = MOMENT_NONE};
    return assemble_situation(pile->items, pile->count, profile_default(pile->arena), moment, pile->arena);
}

/* One report of a pile; all tell of an event at Alba, so that they are linked. */
typedef struct {
    const char *id;
    const char *published;
    const char *publisher;
    const char *text;
    TestClaim claims[6];
} Report;

typedef struct {
    const char *name;
    Report reports[4];
    const char *want;
} Case;

#define ALBA "Fighters attacked the harbour of Alba in Northland. "

/* clang-format off */
static const Case DISPUTES[] = {
    {"windows of one class that abut and end with the total's are tested",
     {{"a", "2026-02-01", "Daily", ALBA "At least 145 fighters died.",
       {{"145", CLASS_MILITANT, COUNT_EXACT, 145, .party = PARTY_GOVERNMENT, .speaker = "Chief Minister Orlen",
         .first = "2026-01-31", .last = "2026-02-01"}}},
      {"b", "2026-02-02", "Weekly", ALBA "The forces said 22 fighters died overnight and 177 in two days.",
       {{"22", CLASS_MILITANT, COUNT_EXACT, 22, .party = PARTY_GOVERNMENT, .group = "Army", .first = "2026-02-02"},
        {"177", CLASS_MILITANT, COUNT_EXACT, 177, .party = PARTY_GOVERNMENT, .group = "Army", .first = "2026-02-01",
         .last = "2026-02-02"}}}},
     "sum: 145 + 22 = 167, not 177"},
    {"a sum of abutting windows that holds is shown as derived",
     {{"a", "2026-01-31", "Daily", ALBA "67 fighters died on Saturday and 108 in two days.",
       {{"67", CLASS_MILITANT, COUNT_EXACT, 67, .party = PARTY_GOVERNMENT, .first = "2026-01-31"},
        {"108", CLASS_MILITANT, COUNT_EXACT, 108, .first = "2026-01-30", .last = "2026-01-31"}}},
      {"b", "2026-02-01", "Weekly", ALBA "The army said 41 fighters died on Friday.",
       {{"41", CLASS_MILITANT, COUNT_EXACT, 41, .party = PARTY_GOVERNMENT, .group = "Army", .first = "2026-01-30"}}}},
     "holds: 41 + 67 = 108"},
    {"one speaker's classes that do not make up his total are raised",
     {{"a", "2026-02-05", "Daily", ALBA "The army said 36 civilians and 22 soldiers died.",
       {{"36", CLASS_CIVILIAN, COUNT_EXACT, 36, .party = PARTY_GOVERNMENT, .group = "Army"},
        {"22", CLASS_SECURITY, COUNT_EXACT, 22, .party = PARTY_GOVERNMENT, .group = "Army"}}},
      {"b", "2026-02-05", "Weekly", ALBA "The army said 68 more people were killed.",
       {{"68", CLASS_UNKNOWN, COUNT_EXACT, 68, .party = PARTY_GOVERNMENT, .group = "Army"}}}},
     "sum: 36 + 22 = 58, not 68"},
    {"disjoint classes of several pages that make up a total are shown as derived",
     {{"a", "2026-02-01", "Daily", ALBA "The minister said 31 civilians and 17 soldiers died.",
       {{"31", CLASS_CIVILIAN, COUNT_EXACT, 31, .party = PARTY_GOVERNMENT, .speaker = "Minister Orlen"},
        {"17", CLASS_SECURITY, COUNT_EXACT, 17, .party = PARTY_GOVERNMENT, .speaker = "Minister Orlen"}}},
      {"b", "2026-02-01", "Weekly", ALBA "In all 48 people were killed.",
       {{"48", CLASS_UNKNOWN, COUNT_EXACT, 48}}}},
     "holds: 31 + 17 = 48"},
    {"a part larger than its whole is raised",
     {{"a", "2026-02-01", "Daily", ALBA "5 people, including 7 children, were killed.",
       {{"5 people", .n = 5}, {"7 children", .n = 7, .part_of = 1, .subgroups = SUBGROUP_CHILDREN}}}},
     "subset: killed: a part of 7 in a whole of 5"},
    {"an inner window above its outer one is raised",
     {{"a", "2026-01-31", "Daily", ALBA "On Saturday 9 villagers died. Over two days 6 villagers died.",
       {{"9", CLASS_CIVILIAN, COUNT_EXACT, 9, .first = "2026-01-31"},
        {"6", CLASS_CIVILIAN, COUNT_EXACT, 6, .first = "2026-01-30", .last = "2026-01-31"}}}},
     "window: killed, civilian: 9 on 2026-01-31 is more than 6 over 2026-01-30 to 2026-01-31"},
    {"two figures of one page are raised, though one is open",
     {{"a", "2026-02-02", "Daily", ALBA "Officials said at least 17 civilians died. The minister spoke of 31 civilians.",
       {{"at least 17", CLASS_CIVILIAN, COUNT_AT_LEAST, 17, .party = PARTY_GOVERNMENT},
        {"31", CLASS_CIVILIAN, COUNT_EXACT, 31, .party = PARTY_GOVERNMENT, .speaker = "Minister Orlen"}}}},
     "within-page: killed, civilian: at least 17 (government) against 31 (Minister Orlen)"},
    {"but not a floor beside the number that it begins at",
     {{"a", "2026-02-02", "Daily", ALBA "Officials said more than 30 civilians died. The minister spoke of 31 civilians.",
       {{"more than 30", CLASS_CIVILIAN, COUNT_MORE_THAN, 30}, {"31", CLASS_CIVILIAN, COUNT_EXACT, 31, .speaker = "Minister Orlen"}}}}, ""},
    {"figures of two parties for one cell that exclude each other are raised, whoever says them",
     {{"a", "2026-02-01", "Daily", ALBA "The group said at least 84 soldiers died.",
       {{"84", CLASS_SECURITY, COUNT_AT_LEAST, 84, .party = PARTY_ARMED_GROUP, .group = "Front"}}},
      {"b", "2026-02-01", "Weekly", ALBA "The army said 17 soldiers died.",
       {{"17", CLASS_SECURITY, COUNT_EXACT, 17, .party = PARTY_GOVERNMENT, .group = "Army"}}}},
     "count: killed, security: 17 (Army) against at least 84 (Front)"},
    {"a superseded figure is no rival of its own speaker's later one",
     {{"a", "2026-02-01", "Daily", ALBA "The army said 17 soldiers died.",
       {{"17", CLASS_SECURITY, COUNT_EXACT, 17, .party = PARTY_GOVERNMENT, .group = "Army"}}},
      {"b", "2026-02-02", "Weekly", ALBA "The army said 22 soldiers died.",
       {{"22", CLASS_SECURITY, COUNT_EXACT, 22, .party = PARTY_GOVERNMENT, .group = "Army"}}}},
     ""},
    {"attacks, cities and places are three units",
     {{"a", "2026-02-01", "Daily", ALBA "12 attacks struck 12 cities.",
       {{"12 attacks", .n = 12, .kind = KIND_ATTACK, .unit = "attacks"}, {"12 cities", .n = 12, .kind = KIND_ATTACK, .unit = "cities"}}}},
     "unit: 12 attacks, 12 cities: different units, not compared"},
    {"what one report calls attempted and another done is raised",
     {{"a", "2026-02-01", "Daily", ALBA "An attempt on the railway was reported.",
       {{"attempt", .kind = KIND_DISRUPTION, .type = "rail", .status = STATUS_ATTEMPTED}}},
      {"b", "2026-02-01", "Weekly", ALBA "Railway tracks were destroyed.",
       {{"destroyed", .kind = KIND_DISRUPTION, .type = "rail", .status = STATUS_COMPLETED}}}},
     "status: rail: attempted in one report, done in another"},
    {"a charge and its denial are raised",
     {{"a", "2026-02-01", "Daily", ALBA "Officials blamed a neighbour, which denied it.",
       {{"blamed", .kind = KIND_ACCUSATION, .party = PARTY_GOVERNMENT, .speaker = "officials"},
        {"denied", .kind = KIND_DENIAL, .speaker = "a neighbour"}}}},
     "responsibility: accusation by officials; denied by a neighbour"},
    {"a fourth day that does not fit the first is raised",
     {{"a", "2026-01-31", "Daily", ALBA "Trains stopped on Saturday.",
       {{"attacked", .kind = KIND_ATTACK, .first = "2026-01-31", .place = "Alba"}}},
      {"b", "2026-02-02", "Weekly", ALBA "Trains stood still for a fourth day on Monday.",
       {{"fourth day", .kind = KIND_DISRUPTION, .type = "rail", .form = COUNT_EXACT, .n = 4, .unit = "days",
         .first = "2026-02-02"}}},
      {"c", "2026-02-04", "Monthly", ALBA "Trains stood still for a fifth day on Wednesday.",
       {{"fifth day", .kind = KIND_DISRUPTION, .type = "rail", .form = COUNT_EXACT, .n = 5, .unit = "days",
         .first = "2026-02-04"}}}},
     "calendar: day 4 counts from 2026-01-30, not from 2026-01-31"},
    {"one speaker's operation that starts on two days is raised",
     {{"a", "2026-02-05", "Daily", ALBA "The army said 216 fighters died from 29 January on.",
       {{"216", CLASS_MILITANT, COUNT_EXACT, 216, .party = PARTY_GOVERNMENT, .group = "Army", .first = "2026-01-29",
         .last = "2026-02-05"}}},
      {"b", "2026-02-05", "Weekly", ALBA "The army said the operation began on 26 January; 216 fighters died.",
       {{"216", CLASS_MILITANT, COUNT_EXACT, 216, .party = PARTY_GOVERNMENT, .group = "Army", .first = "2026-01-26",
         .last = "2026-02-05"}}}},
     "calendar: one period said to start on 2026-01-29 and on 2026-01-26"},
    {"an operation said to begin on two days is raised",
     {{"a", "2026-02-05", "Daily", ALBA "The army said the operation began on 29 January.",
       {{"began", .kind = KIND_RESPONSE, .type = "start", .first = "2026-01-29"}}},
      {"b", "2026-02-05", "Weekly", ALBA "The operation began on 26 January, the army said.",
       {{"began", .kind = KIND_RESPONSE, .type = "start", .first = "2026-01-26"}}}},
     "calendar: one period said to start on 2026-01-29 and on 2026-01-26"},
    {"figures that agree raise nothing",
     {{"a", "2026-02-01", "Daily", ALBA "The army said 17 soldiers died.",
       {{"17", CLASS_SECURITY, COUNT_EXACT, 17, .party = PARTY_GOVERNMENT, .group = "Army"}}},
      {"b", "2026-02-02", "Weekly", ALBA "Doctors counted at least 15 soldiers dead.",
       {{"at least 15", CLASS_SECURITY, COUNT_AT_LEAST, 15, .party = PARTY_MEDICAL, .group = "Hospital"}}}},
     ""},
};

static const Case DRIFTS[] = {
    {"one speaker's soldiers become civilians",
     {{"a", "2026-02-01", "Daily", ALBA "The army said 15 soldiers and 18 civilians died.",
       {{"15", CLASS_SECURITY, COUNT_EXACT, 15, .party = PARTY_GOVERNMENT, .group = "Army"},
        {"18", CLASS_CIVILIAN, COUNT_EXACT, 18, .party = PARTY_GOVERNMENT, .group = "Army"}}},
      {"b", "2026-02-03", "Weekly", ALBA "According to the army 15 civilians lost their lives.",
       {{"15", CLASS_CIVILIAN, COUNT_EXACT, 15, .party = PARTY_GOVERNMENT, .group = "Army"}}}},
     "speaker a→b class security→civilian"},
    {"a figure that loses its speaker and its class",
     {{"a", "2026-02-01", "Daily", ALBA "Minister Orlen said 31 civilians died.",
       {{"31", CLASS_CIVILIAN, COUNT_EXACT, 31, .party = PARTY_GOVERNMENT, .speaker = "Minister Orlen"}}},
      {"b", "2026-02-03", "Weekly", ALBA "At least 31 people died.",
       {{"At least 31", CLASS_UNKNOWN, COUNT_AT_LEAST, 31}}}},
     "speaker a→b class civilian→unknown | speaker a→b count 31→At least 31 | speaker a→b speaker Minister Orlen→Weekly"},
    {"a copied text that drops a floor",
     {{"a", "2026-02-01", "Daily", ALBA "At least 11 villagers died when the boats near the old pier burned, people there said.",
       {{"At least 11", CLASS_CIVILIAN, COUNT_AT_LEAST, 11}}},
      {"b", "2026-02-01", "Weekly", ALBA "11 villagers died when the boats near the old pier burned, people there said.",
       {{"11", CLASS_CIVILIAN, COUNT_EXACT, 11}}}},
     "text a→b count At least 11→11"},
    {"the same figure said alike is no drift",
     {{"a", "2026-02-01", "Daily", ALBA "The army said 15 soldiers died.",
       {{"15", CLASS_SECURITY, COUNT_EXACT, 15, .party = PARTY_GOVERNMENT, .group = "Army"}}},
      {"b", "2026-02-03", "Weekly", ALBA "According to the army 15 soldiers lost their lives.",
       {{"15", CLASS_SECURITY, COUNT_EXACT, 15, .party = PARTY_GOVERNMENT, .group = "Army"}}}},
     ""},
};
/* clang-format on */

static Situation *make(Pile *pile, const Report *reports, size_t count, const char *as_of)
{
    for (size_t i = 0; i < count && reports[i].id; i++) {
        const Report *r = &reports[i];
        Extraction *x = pile_add(pile, r->id, r->published, r->text);
        pile_publisher(x, r->publisher);
        for (size_t k = 0; k < COUNT_OF(r->claims) && r->claims[k].passage; k++)
            (void)pile_claim(pile, x, r->claims[k]);
    }
    return assemble(pile, as_of);
}

typedef const char *Print(Pile *pile, const Situation *s);

static void check_cases(const Case *cases, size_t count, Print *print)
{
    int wrong = 0;
    for (size_t i = 0; i < count; i++) {
        Pile pile = pile_new();
        const char *got = print(&pile, make(&pile, cases[i].reports, COUNT_OF(cases[i].reports), NULL));
        if (strcmp(got, cases[i].want) != 0) {
            print_error("%s\n  want %s\n  got  %s\n", cases[i].name, cases[i].want, got);
            wrong++;
        }
        pile_free(&pile);
    }
    assert_int_equal(wrong, 0);
}

static void claims_at_odds_are_named_and_sums_shown(void **state)
{
    (void)state;
    check_cases(DISPUTES, COUNT_OF(DISPUTES), print_conflicts);
}

static void copies_drift(void **state)
{
    (void)state;
    check_cases(DRIFTS, COUNT_OF(DRIFTS), print_drift);
}

static const Report GROWING[] = {
    {"a",
     "2026-02-01T08:00:00Z",
     "Daily",
     ALBA "Police said 3 people were killed at the harbour.",
     {{"3", CLASS_UNKNOWN, COUNT_EXACT, 3, .party = PARTY_GOVERNMENT, .group = "Police"}}},
    {"b",
     "2026-02-01T12:00:00Z",
     "Weekly",
     ALBA "Police said 5 people were killed at the harbour.",
     {{"5", CLASS_UNKNOWN, COUNT_EXACT, 5, .party = PARTY_GOVERNMENT, .group = "Police"}}},
    {"c",
     "2026-02-03T08:00:00Z",
     "Monthly",
     ALBA "Police said 6 people were killed at the harbour.",
     {{"6", CLASS_UNKNOWN, COUNT_EXACT, 6, .party = PARTY_GOVERNMENT, .group = "Police"}}},
};

static void a_speakers_later_figure_supersedes_and_history_keeps_the_earlier(void **state)
{
    (void)state;
    Pile pile = pile_new();
    const Situation *s = make(&pile, GROWING, COUNT_OF(GROWING), NULL);
    assert_int_equal(s->incident_count, 1);
    const Incident *incident = &s->incidents[0];
    assert_int_equal(incident->document_count, 3);
    assert_int_equal(incident->history_count, 3);
    assert_string_equal(pile_print(&pile, incident->history[0].estimates), "killed 3 3 3");
    assert_string_equal(pile_print(&pile, incident->history[1].estimates), "killed 5 5 5");
    assert_string_equal(pile_print(&pile, &incident->estimates), "killed 6 6 6");
    assert_int_equal(s->claims[0].superseded_by, 1);
    assert_int_equal(s->claims[1].superseded_by, 2);
    assert_int_equal(s->claims[2].superseded_by, -1);
    assert_int_equal(incident->estimates.cells[OUTCOME_KILLED][CELL_ALL].superseded_count, 2);
    pile_free(&pile);
}

/* Outlets that tell a toll once each, and a party that was asked once. */
static const Report RISING[] = {
    {"a",
     "2026-02-01T08:00:00Z",
     "Daily",
     ALBA "At least 5 people were killed.",
     {{"At least 5", CLASS_UNKNOWN, COUNT_AT_LEAST, 5}}},
    {"b",
     "2026-02-01T10:00:00Z",
     "Weekly",
     ALBA "Police said 8 people were killed.",
     {{"8", CLASS_UNKNOWN, COUNT_EXACT, 8, .party = PARTY_GOVERNMENT, .group = "Police"}}},
    {"c",
     "2026-02-01T12:00:00Z",
     "Monthly",
     "Eleven boats burned after fighters raided the harbour of Alba; 11 people were killed, a toll not yet final.",
     {{"11", CLASS_UNKNOWN, COUNT_EXACT, 11}}},
    {"d",
     "2026-02-01T20:00:00Z",
     "Courier",
     "Alba mourns: in the attack on its harbour by fighters 12 people were killed.",
     {{"12", CLASS_UNKNOWN, COUNT_EXACT, 12}}},
    {"e",
     "2026-02-01T21:00:00Z",
     "Herald",
     "The attack on the harbour in Northland: 14 people were killed when fighters came to Alba at night.",
     {{"14", CLASS_UNKNOWN, COUNT_EXACT, 14}}},
};

static void two_later_reports_of_more_take_an_outlets_figure_out_of_the_median_and_leave_a_partys(void **state)
{
    (void)state;
    Pile pile = pile_new();
    const Situation *s = make(&pile, RISING, COUNT_OF(RISING), NULL);
    const Incident *incident = &s->incidents[0];
    assert_int_equal(incident->history_count, 5);
    assert_string_equal(pile_print(&pile, incident->history[2].estimates), "killed 5 8 11");
    assert_string_equal(pile_print(&pile, incident->history[3].estimates), "killed 5 11 12"); /* past "at least 5" */
    Str working = incident->history[3].estimates->cells[OUTCOME_KILLED][CELL_ALL].working;
    assert_true(str_ends(working, STR("; overtaken: At least 5 (Daily)")));
    assert_string_equal(pile_print(&pile, incident->history[4].estimates), "killed 8 12 14");
    assert_int_equal(incident->estimates.cells[OUTCOME_KILLED][CELL_ALL].superseded_count, 2);
    pile_free(&pile);
}

static void as_of_leaves_out_what_was_published_later(void **state)
{
    (void)state;
    Pile pile = pile_new();
    const Situation *s = make(&pile, GROWING, COUNT_OF(GROWING), "2026-02-01");
    assert_string_equal(pile_print(&pile, &s->incidents[0].estimates), "killed 5 5 5");
    assert_int_equal(s->incidents[0].document_count, 2);
    assert_true(s->documents[2].after_as_of);
    assert_int_equal(s->claims[1].superseded_by, -1);
    pile_free(&pile);
}

static void without_as_of_the_latest_publication_counts(void **state)
{
    (void)state;
    Pile pile = pile_new();
    const Situation *s = make(&pile, GROWING, COUNT_OF(GROWING), NULL);
    assert_int_equal(moment_day(s->as_of), day_from_ymd(2026, 2, 3));
    pile_free(&pile);
}

static void a_copied_text_is_one_voice(void **state)
{
    (void)state;
    static const Report reports[] = {
        {"a",
         "2026-02-01",
         "Daily",
         ALBA "Six villagers died when the boats near the old pier burned on that night.",
         {{"Six", CLASS_CIVILIAN, COUNT_EXACT, 6}}},
        {"b",
         "2026-02-01",
         "Weekly",
         ALBA "Six villagers died when the boats near the old pier burned on that night.",
         {{"Six", CLASS_CIVILIAN, COUNT_EXACT, 6}}},
        {"c",
         "2026-02-01",
         "Monthly",
         ALBA "In all 9 villagers lost their lives in boats.",
         {{"9", CLASS_CIVILIAN, COUNT_EXACT, 9}}},
    };
    Pile pile = pile_new();
    const Situation *s = make(&pile, reports, COUNT_OF(reports), NULL);
    assert_int_equal(s->documents[1].copy_of, 0);
    assert_int_equal(s->documents[2].copy_of, -1);
    assert_int_equal(s->claims[1].copy_of, 0);
    assert_int_equal(s->incidents[0].estimates.cells[OUTCOME_KILLED][CELL_CIVILIAN].origins, 2);
    assert_string_equal(pile_print(&pile, &s->incidents[0].estimates), "killed 6 6 9 | killed.civilian 6 6 9");
    pile_free(&pile);
}

static void reports_of_one_event_are_linked_and_others_kept_apart(void **state)
{
    (void)state;
    static const Report reports[] = {
        {"a",
         "2026-02-01",
         "Daily",
         "Gunmen raided the harbour market of Alba before dawn, setting boats alight.",
         {{0}}},
        {"b", "2026-02-01", "Weekly", "Boats burned in Alba after gunmen raided its harbour market.", {{0}}},
        {"c", "2026-02-01", "Monthly", "The central bank of Dunmor raised its interest rate by half a point.", {{0}}},
    };
    Pile pile = pile_new();
    for (size_t i = 0; i < COUNT_OF(reports); i++) {
        Extraction *x = pile_add(&pile, reports[i].id, reports[i].published, reports[i].text);
        x->places = pile_place(&pile, STR_NONE, (Span){0, 0}, i < 2 ? "Alba" : "Dunmor");
        x->place_count = 1;
    }
    const Situation *s = assemble(&pile, NULL);
    assert_int_equal(s->incident_count, 2);
    assert_int_equal(s->incidents[0].document_count, 2);
    assert_int_equal(s->incidents[0].reason_count, 1);
    assert_int_equal(s->incidents[1].document_count, 1);
    pile_free(&pile);
}

static void background_stands_apart_and_lists_no_documents(void **state)
{
    (void)state;
    static const Report reports[] = {
        {"a",
         "2026-02-01",
         "Daily",
         ALBA "Two people were killed. In 2020 a bombing in Corvo killed 30 people.",
         {{"Two", CLASS_UNKNOWN, COUNT_EXACT, 2},
          {"30", CLASS_UNKNOWN, COUNT_EXACT, 30, .background = true, .place = "Corvo"}}},
    };
    Pile pile = pile_new();
    const Situation *s = make(&pile, reports, 1, NULL);
    assert_int_equal(s->incident_count, 2);
    assert_string_equal(pile_print(&pile, &s->incidents[0].estimates), "killed 2 2 2");
    assert_true(s->incidents[1].background);
    assert_int_equal(s->incidents[1].document_count, 0);
    assert_string_equal(pile_print(&pile, &s->incidents[1].estimates), "killed 30 30 30");
    assert_int_equal(s->headline, 0);
    pile_free(&pile);
}

static void a_round_up_is_a_wave_with_a_part_for_each_town(void **state)
{
    (void)state;
    static const Report reports[] = {
        {"a",
         "2026-02-01",
         "Daily",
         "Attacks struck Northland. A bomb hit Alba. Gunmen raided Brena, killing 2 people. A patrol was hit in Corvo.",
         {{"Attacks", .kind = KIND_ATTACK, .place = "Northland"},
          {"bomb", .kind = KIND_ATTACK, .place = "Alba", .type = "bombing"},
          {"Gunmen", .kind = KIND_ATTACK, .place = "Brena"},
          {"2 people", CLASS_UNKNOWN, COUNT_EXACT, 2, .place = "Brena"},
          {"patrol", .kind = KIND_ATTACK, .place = "Corvo"}}},
    };
    Pile pile = pile_new();
    const Situation *s = make(&pile, reports, 1, NULL);
    assert_int_equal(s->incident_count, 4);
    assert_int_equal(s->wave_count, 1);
    assert_int_equal(s->waves[0].place_count, 3);
    assert_int_equal(s->waves[0].incident_count, 3);
    assert_true(str_equal(s->incidents[0].place->place.name, STR("Northland")));
    assert_string_equal(pile_print(&pile, &s->incidents[0].estimates), "killed 2 2 2");
    assert_true(s->waves[0].diameter_km > 400 && s->waves[0].diameter_km < 470);
    for (size_t i = 1; i < 4; i++)
        assert_int_equal(s->incidents[i].part_of, 0);
    pile_free(&pile);
}

static void ids_come_from_content(void **state)
{
    (void)state;
    Pile one = pile_new();
    Pile two = pile_new();
    const Situation *a = make(&one, GROWING, COUNT_OF(GROWING), NULL);
    const Situation *b = make(&two, GROWING, COUNT_OF(GROWING), NULL);
    assert_true(str_equal(a->incidents[0].id, b->incidents[0].id));
    assert_true(str_equal(a->claims[0].claim->id, b->claims[0].claim->id));
    assert_false(str_equal(a->claims[0].claim->id, a->claims[1].claim->id));
    pile_free(&one);
    pile_free(&two);
}

static void an_empty_pile_is_an_empty_situation(void **state)
{
    (void)state;
    Pile pile = pile_new();
    const Situation *s = assemble(&pile, NULL);
    assert_int_equal(s->incident_count, 0);
    assert_int_equal(s->headline, -1);
    pile_free(&pile);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(claims_at_odds_are_named_and_sums_shown),
        cmocka_unit_test(copies_drift),
        cmocka_unit_test(a_speakers_later_figure_supersedes_and_history_keeps_the_earlier),
        cmocka_unit_test(two_later_reports_of_more_take_an_outlets_figure_out_of_the_median_and_leave_a_partys),
        cmocka_unit_test(as_of_leaves_out_what_was_published_later),
        cmocka_unit_test(without_as_of_the_latest_publication_counts),
        cmocka_unit_test(a_copied_text_is_one_voice),
        cmocka_unit_test(reports_of_one_event_are_linked_and_others_kept_apart),
        cmocka_unit_test(background_stands_apart_and_lists_no_documents),
        cmocka_unit_test(a_round_up_is_a_wave_with_a_part_for_each_town),
        cmocka_unit_test(ids_come_from_content),
        cmocka_unit_test(an_empty_pile_is_an_empty_situation),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
