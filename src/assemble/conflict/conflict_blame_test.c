#include "assemble/pile_for_tests.h"

#define ALBA "ALBA: "
#define ARMY(passage, victims, form, n)                                                                                \
    {                                                                                                                  \
        passage, victims, form, n, .party = PARTY_GOVERNMENT, .group = "Army", .place = "Alba"                         \
    }
#define CLINIC(passage, victims, form, n)                                                                              \
    {                                                                                                                  \
        passage, victims, form, n, .party = PARTY_MEDICAL, .group = "Clinic", .place = "Alba"                          \
    }
#define CLINIC_ROW(passage, victims, n, group_bits)                                                                    \
    {                                                                                                                  \
        passage, victims, COUNT_EXACT, n, .subgroups = group_bits, .listed = true, .party = PARTY_MEDICAL,             \
                                          .group = "Clinic", .place = "Alba"                                           \
    }
#define AID(passage, victims, form, n)                                                                                 \
    {                                                                                                                  \
        passage, victims, form, n, .party = PARTY_AID, .group = "Relief", .place = "Alba"                              \
    }

#define ARMY_OF   .party = PARTY_GOVERNMENT, .group = "Army"
#define CLINIC_OF .party = PARTY_MEDICAL, .group = "Clinic"
#define ROLE(...) ROLE_OF(__VA_ARGS__)
#define ROLE_OF(party_of, group_of, passage, n)                                                                        \
    {                                                                                                                  \
        passage, CLASS_SECURITY, COUNT_EXACT, n, .subgroups = SUBGROUP_SOLDIERS, .place = "Alba", party_of, group_of   \
    }
#define BOMBER                                                                                                         \
    {                                                                                                                  \
        "the bomber", CLASS_MILITANT, COUNT_DESCRIBED, 1, .subgroups = SUBGROUP_ATTACKERS, .part_of = 1,               \
                                                          .party = PARTY_GOVERNMENT, .group = "Army", .place = "Alba"  \
    }

typedef struct {
    const char *published;
    const char *text;
    TestClaim claims[4];
} Report;

typedef struct {
    const char *name;
    Report reports[4];
    const char *want; /* notes of the sets to blame, worked out by hand */
} Case;

/* clang-format off */
static const Case CASES[] = {
    {"classes that are more than a total of other voices: three claims, none of which two are at odds",
     {{"2026-02-01", ALBA "The clinic said 31 civilians died.", {CLINIC("31", CLASS_CIVILIAN, COUNT_EXACT, 31)}},
      {"2026-02-01", ALBA "The army said at least 17 soldiers died.", {ARMY("at least 17", CLASS_SECURITY, COUNT_AT_LEAST, 17)}},
      {"2026-02-01", ALBA "Relief workers said 40 people died.", {AID("40", CLASS_UNKNOWN, COUNT_EXACT, 40)}}},
     "sum: killed: 31 civilian (Clinic) + at least 17 security (Army) is more than 40 (Relief)"},
    {"a class that is more than a total of another voice",
     {{"2026-02-01", ALBA "The clinic said 31 civilians died.", {CLINIC("31", CLASS_CIVILIAN, COUNT_EXACT, 31)}},
      {"2026-02-01", ALBA "Relief workers said 20 people died.", {AID("20", CLASS_UNKNOWN, COUNT_EXACT, 20)}}},
     "sum: killed: 31 civilian (Clinic) is more than 20 (Relief)"},
    {"but not one that was told days later",
     {{"2026-02-04", ALBA "The clinic said 31 civilians died.", {CLINIC("31", CLASS_CIVILIAN, COUNT_EXACT, 31)}},
      {"2026-02-01", ALBA "Relief workers said 20 people died.", {AID("20", CLASS_UNKNOWN, COUNT_EXACT, 20)}}},
     ""},
    {"a class that a total holds",
     {{"2026-02-01", ALBA "The clinic said 20 civilians died.", {CLINIC("20", CLASS_CIVILIAN, COUNT_EXACT, 20)}},
      {"2026-02-01", ALBA "Relief workers said 31 people died.", {AID("31", CLASS_UNKNOWN, COUNT_EXACT, 31)}}},
     ""},
    {"two voices' counts of soldiers, in one report",
     {{"2026-02-01", ALBA "The army said five soldiers died. The clinic said seven soldiers died.",
       {ROLE(ARMY_OF, "five", 5), ROLE(CLINIC_OF, "seven", 7)}}},
     "within-page: killed, security: 5 (Army) against 7 (Clinic)"},
    {"and in two",
     {{"2026-02-01", ALBA "The army said five soldiers died.", {ROLE(ARMY_OF, "five", 5)}},
      {"2026-02-01", ALBA "The clinic said seven soldiers died.", {ROLE(CLINIC_OF, "seven", 7)}}},
     "count: killed, security: 5 (Army) against 7 (Clinic)"},
    {"but not one voice's of two places",
     {{"2026-02-01", ALBA "The army said five soldiers died. The army said two soldiers died.",
       {ROLE(ARMY_OF, "five", 5), ROLE(ARMY_OF, "two", 2)}}},
     ""},
    {"a bomber who is counted in one figure",
     {{"2026-02-01", ALBA "The army said eleven people died, among them the bomber.",
       {ARMY("eleven", CLASS_UNKNOWN, COUNT_EXACT, 11), BOMBER}},
      {"2026-02-01", ALBA "The clinic said ten people died.", {CLINIC("ten", CLASS_UNKNOWN, COUNT_EXACT, 10)}}},
     ""},
    {"and one more besides",
     {{"2026-02-01", ALBA "The army said eleven people died, among them the bomber.",
       {ARMY("eleven", CLASS_UNKNOWN, COUNT_EXACT, 11), BOMBER}},
      {"2026-02-01", ALBA "The clinic said nine people died.", {CLINIC("nine", CLASS_UNKNOWN, COUNT_EXACT, 9)}}},
     "count: killed: 9 (Clinic) against 11 (Army)"},
    {"an open total holds them",
     {{"2026-02-01", ALBA "The clinic said 31 civilians died.", {CLINIC("31", CLASS_CIVILIAN, COUNT_EXACT, 31)}},
      {"2026-02-01", ALBA "The army said at least 17 soldiers died.", {ARMY("at least 17", CLASS_SECURITY, COUNT_AT_LEAST, 17)}},
      {"2026-02-01", ALBA "Relief workers said at least 40 people died.", {AID("at least 40", CLASS_UNKNOWN, COUNT_AT_LEAST, 40)}}},
     ""},
    {"a total of days before is no rival of what is known later",
     {{"2026-02-01", ALBA "Relief workers said 40 people died.", {AID("40", CLASS_UNKNOWN, COUNT_EXACT, 40)}},
      {"2026-02-04", ALBA "The clinic said 31 civilians died.", {CLINIC("31", CLASS_CIVILIAN, COUNT_EXACT, 31)}},
      {"2026-02-04", ALBA "The army said at least 17 soldiers died.", {ARMY("at least 17", CLASS_SECURITY, COUNT_AT_LEAST, 17)}}},
     ""},
    {"fighters may be left out of a total",
     {{"2026-02-01", ALBA "The army said 31 fighters died.", {ARMY("31", CLASS_MILITANT, COUNT_EXACT, 31)}},
      {"2026-02-01", ALBA "Relief workers said 11 people died.", {AID("11", CLASS_UNKNOWN, COUNT_EXACT, 11)}}},
     ""},
    {"of three voices the two furthest apart are blamed, and the cell is told once",
     {{"2026-02-01", ALBA "The clinic said 10 civilians died.", {CLINIC("10", CLASS_CIVILIAN, COUNT_EXACT, 10)}},
      {"2026-02-01", ALBA "The army said 12 civilians died.", {ARMY("12", CLASS_CIVILIAN, COUNT_EXACT, 12)}},
      {"2026-02-01", ALBA "Relief workers said 19 civilians died.", {AID("19", CLASS_CIVILIAN, COUNT_EXACT, 19)}}},
     "count: killed, civilian: 10 (Clinic) against 19 (Relief)"},
    {"two of one report are at odds without the floor that both are held against",
     {{"2026-02-01", ALBA "The army said at least 10 civilians died.", {ARMY("at least 10", CLASS_CIVILIAN, COUNT_AT_LEAST, 10)}},
      {"2026-02-01", ALBA "The clinic said 10 civilians died. Relief workers said 11 civilians died.",
       {CLINIC("10", CLASS_CIVILIAN, COUNT_EXACT, 10), AID("11", CLASS_CIVILIAN, COUNT_EXACT, 11)}}},
     "within-page: killed, civilian: 10 (Clinic) against 11 (Relief)"},
    {"who is in care now are some of the hurt, as many at least",
     {{"2026-02-01", ALBA "The army said 166 villagers were hurt.", {{"166", CLASS_CIVILIAN, COUNT_EXACT, 166, .outcome = OUTCOME_INJURED, .party = PARTY_GOVERNMENT, .group = "Army", .place = "Alba"}}},
      {"2026-02-01", ALBA "The clinic said 57 villagers are in care.", {{"57", CLASS_CIVILIAN, COUNT_EXACT, 57, .outcome = OUTCOME_INJURED, .alive = true, .party = PARTY_MEDICAL, .group = "Clinic", .place = "Alba"}}}},
     ""},
    {"but not where they are more",
     {{"2026-02-01", ALBA "The army said 16 villagers were hurt.", {{"16", CLASS_CIVILIAN, COUNT_EXACT, 16, .outcome = OUTCOME_INJURED, .party = PARTY_GOVERNMENT, .group = "Army", .place = "Alba"}}},
      {"2026-02-01", ALBA "The clinic said 57 villagers are in care.", {{"57", CLASS_CIVILIAN, COUNT_EXACT, 57, .outcome = OUTCOME_INJURED, .alive = true, .party = PARTY_MEDICAL, .group = "Clinic", .place = "Alba"}}}},
     "count: injured, civilian: 16 (Army) against at least 57 (Clinic)"},
    {"a row that makes up the whole is held against it as one number",
     {{"2026-02-01", ALBA "Relief workers said 50 people died.", {AID("50", CLASS_UNKNOWN, COUNT_EXACT, 50)}},
      {"2026-02-01", ALBA "The clinic said 45 adults and five children died.",
       {CLINIC_ROW("45", CLASS_UNKNOWN, 45, 0), CLINIC_ROW("five", CLASS_CIVILIAN, 5, SUBGROUP_CHILDREN)}}},
     ""},
    {"and gainsays it where it comes to another",
     {{"2026-02-01", ALBA "Relief workers said 50 people died.", {AID("50", CLASS_UNKNOWN, COUNT_EXACT, 50)}},
      {"2026-02-01", ALBA "The clinic said 30 men and 15 women died.",
       {CLINIC_ROW("30", CLASS_UNKNOWN, 30, SUBGROUP_MEN), CLINIC_ROW("15", CLASS_CIVILIAN, 15, SUBGROUP_WOMEN)}}},
     "count: killed: 45 (Clinic) against 50 (Relief)"},
    {"two spans of days that lie apart are more than the span that holds both",
     {{"2026-02-05", ALBA "In two days 41 villagers died. Later 67 villagers died. In the week 100 villagers died.",
       {{"41", CLASS_CIVILIAN, COUNT_EXACT, 41, .first = "2026-01-30", .last = "2026-01-31", .place = "Alba"},
        {"67", CLASS_CIVILIAN, COUNT_EXACT, 67, .first = "2026-02-02", .last = "2026-02-03", .place = "Alba"},
        {"100", CLASS_CIVILIAN, COUNT_EXACT, 100, .first = "2026-01-30", .last = "2026-02-05", .place = "Alba"}}}},
     "window: killed, civilian: 41 over 2026-01-30 to 2026-01-31 + 67 over 2026-02-02 to 2026-02-03 is more than "
     "100 over 2026-01-30 to 2026-02-05"},
    {"a day's figure that is told later may be larger than the days' before",
     {{"2026-02-02", ALBA "In two days 29 villagers died.",
       {{"29", CLASS_CIVILIAN, COUNT_EXACT, 29, .first = "2026-01-31", .last = "2026-02-01", .place = "Alba"}}},
      {"2026-02-05", ALBA "Of the Saturday's hurt 31 villagers died.",
       {{"31", CLASS_CIVILIAN, COUNT_EXACT, 31, .first = "2026-01-31", .place = "Alba"}}}},
     ""},
    {"a class larger than the whole of its page",
     {{"2026-02-01", ALBA "In all 5 people died. The 7 guards died.",
       {{"5", CLASS_UNKNOWN, COUNT_EXACT, 5, .place = "Alba"}, {"7", CLASS_SECURITY, COUNT_EXACT, 7, .place = "Alba"}}}},
     "subset: killed, security: a part of 7 in a whole of 5"},
    {"what one speaker said before and says now",
     {{"2026-02-01", ALBA "Relief workers said 13 people died. They had said that nine died.",
       {AID("13", CLASS_UNKNOWN, COUNT_EXACT, 13),
        {"nine", CLASS_UNKNOWN, COUNT_EXACT, 9, .party = PARTY_AID, .group = "Relief", .place = "Alba", .former = true}}}},
     ""},
    {"two who died on the way are not the whole that a class is held against",
     {{"2026-02-01", ALBA "The toll rose to 13, and two people died on the way. The rebels said 30 guards died.",
       {{"13", CLASS_UNKNOWN, COUNT_EXACT, 13, .total = true, .place = "Alba"},
        {"two people", CLASS_UNKNOWN, COUNT_EXACT, 2, .place = "Alba"},
        {"30 guards", CLASS_SECURITY, COUNT_EXACT, 30, .party = PARTY_ARMED_GROUP, .group = "Rebels", .place = "Alba"}}},
      {"2026-02-01", ALBA "The clinic said at least 9 people died.", {CLINIC("at least 9", CLASS_UNKNOWN, COUNT_AT_LEAST, 9)}}},
     "subset: killed, security: a part of 30 in a whole of 13"},
};
/* clang-format on */

static const char *blamed(Pile *pile, const Case *c)
{
    for (size_t r = 0; r < COUNT_OF(c->reports) && c->reports[r].text; r++) {
        char id[] = {(char)('a' + (int)r), '\0'};
        Str kept = arena_copy(pile->arena, str_from(id));
        Extraction *x = pile_add(pile, kept.ptr, c->reports[r].published, c->reports[r].text);
        for (size_t i = 0; i < COUNT_OF(c->reports[r].claims) && c->reports[r].claims[i].passage; i++)
            (void)pile_claim(pile, x, c->reports[r].claims[i]);
        assemble_document(x, profile_default(pile->arena), pile->arena);
    }
    const Situation *s = assemble_situation(pile->items, pile->count, profile_default(pile->arena),
                                            (Moment){.seconds = 0, .precision = MOMENT_NONE}, pile->arena);
    Buf out = {0};
    for (size_t i = 0; i < s->conflict_count; i++) {
        buf_put(&out, i > 0 ? STR(" | ") : STR(""));
        buf_put(&out, conflict_name(s->conflicts[i].kind));
        buf_put(&out, STR(": "));
        buf_put(&out, s->conflicts[i].note);
    }
    Str text = arena_copy(pile->arena, buf_str(&out));
    buf_free(&out);
    return text.ptr ? text.ptr : "";
}

static void the_smallest_set_of_claims_is_named(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        Pile pile = pile_new();
        const char *got = blamed(&pile, &CASES[i]);
        if (strcmp(got, CASES[i].want) != 0) {
            print_error("%s\n  want %s\n  got  %s\n", CASES[i].name, CASES[i].want, got);
            wrong++;
        }
        pile_free(&pile);
    }
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_smallest_set_of_claims_is_named)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
