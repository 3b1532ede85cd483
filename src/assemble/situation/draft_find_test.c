#include "assemble/assemble.h"
#include "assemble/pile_for_tests.h"

/* A report of an attack at Alba, and what it tells as background. */
typedef struct {
    const char *id;
    const char *day;
    const char *text;
    const char *type;
    const char *killed;
    int64_t count;
    TestClaim before[2];
} Told;

typedef struct {
    const char *name;
    Told reports[3];
    const char *want; /* each incident's killed, and whether it is background */
} Row;

/* clang-format off */
static const Row ROWS[] = {
    {"the bombing of the day before is the one that another report is about",
     {{"a", "2026-02-01", "A bomb at the fish market of Alba killed nine.", "bombing", "nine", 9},
      {"b", "2026-02-03", "Gunmen shot four traders, days after a bombing in Alba that took nine lives.", "shooting", "four", 4,
       {{"a bombing", .kind = KIND_ATTACK, .type = "bombing", .background = true, .place = "Alba", .first = "2026-02-01"},
        {"nine", CLASS_UNKNOWN, COUNT_EXACT, 9, .background = true, .place = "Alba", .first = "2026-02-01"}}}},
     "killed 9 9 9, killed 4 4 4"},
    {"as is what is told of a suburb, in which the report may have it",
     {{"a", "2026-02-01", "A bomb at the fish market of Alba killed nine.", "bombing", "nine", 9},
      {"b", "2026-02-03", "Gunmen shot four traders, days after a bombing in Alba Quay that took ten lives.", "shooting", "four", 4,
       {{"a bombing", .kind = KIND_ATTACK, .type = "bombing", .background = true, .place = "Alba Quay", .first = "2026-02-01"},
        {"ten", CLASS_UNKNOWN, COUNT_EXACT, 10, .background = true, .place = "Alba Quay", .first = "2026-02-01"}}}},
     "killed 9 10 10, killed 4 4 4"},
    {"but not of another town",
     {{"a", "2026-02-01", "A bomb at the fish market of Alba killed nine.", "bombing", "nine", 9},
      {"b", "2026-02-03", "Gunmen shot four traders of Alba, days after a bombing in Brena that took ten lives.", "shooting", "four", 4,
       {{"a bombing", .kind = KIND_ATTACK, .type = "bombing", .background = true, .place = "Brena", .first = "2026-02-01"},
        {"ten", CLASS_UNKNOWN, COUNT_EXACT, 10, .background = true, .place = "Brena", .first = "2026-02-01"}}}},
     "killed 9 9 9, killed 4 4 4, background killed 10 10 10"},
    {"but a raid of that day is another event",
     {{"a", "2026-02-01", "A bomb at the fish market of Alba killed nine.", "bombing", "nine", 9},
      {"b", "2026-02-03", "Gunmen shot four traders, days after a kidnapping in Alba that took ten lives.", "shooting", "four", 4,
       {{"a kidnapping", .kind = KIND_ATTACK, .type = "kidnapping", .background = true, .place = "Alba", .first = "2026-02-01"},
        {"ten", CLASS_UNKNOWN, COUNT_EXACT, 10, .background = true, .place = "Alba", .first = "2026-02-01"}}}},
     "killed 9 9 9, killed 4 4 4, background killed 10 10 10"},
    {"and so is a bombing of another day",
     {{"a", "2026-02-01", "A bomb at the fish market of Alba killed nine.", "bombing", "nine", 9},
      {"b", "2026-02-03", "Gunmen shot four traders, days after a bombing in Alba that took ten lives.", "shooting", "four", 4,
       {{"a bombing", .kind = KIND_ATTACK, .type = "bombing", .background = true, .place = "Alba", .first = "2026-01-20"},
        {"ten", CLASS_UNKNOWN, COUNT_EXACT, 10, .background = true, .place = "Alba", .first = "2026-01-20"}}}},
     "killed 9 9 9, killed 4 4 4, background killed 10 10 10"},
    {"what is counted of several raids is of none of them",
     {{"a", "2026-02-01", "A bomb at the fish market of Alba killed nine.", "bombing", "nine", 9},
      {"b", "2026-02-03", "Gunmen shot four traders; 12 had died in bombings of Alba two days before.", "shooting", "four", 4,
       {{"12", CLASS_UNKNOWN, COUNT_EXACT, 12, .background = true, .aside = true, .campaign = true, .place = "Alba", .first = "2026-02-01"}}}},
     "killed 9 9 9, killed 4 4 4, background killed 12 12 12"},
    {"but what is told of the bombing as the setting is of it",
     {{"a", "2026-02-01", "A bomb at the fish market of Alba killed nine.", "bombing", "nine", 9},
      {"b", "2026-02-03", "Gunmen shot four traders two days after a bombing in Alba took ten lives.", "shooting", "four", 4,
       {{"bombing", .kind = KIND_ATTACK, .type = "bombing", .background = true, .place = "Alba", .first = "2026-02-01"},
        {"ten", CLASS_UNKNOWN, COUNT_EXACT, 10, .background = true, .aside = true, .place = "Alba", .first = "2026-02-01"}}}},
     "killed 9 10 10, killed 4 4 4"},
    {"what a report of one bombing tells of another's day is of that",
     {{"a", "2026-02-01", "A bomb at the fish market of Alba killed nine.", "bombing", "nine", 9},
      {"b", "2026-02-04", "Blast in the school of Alba: 30 pupils died there. On Sunday ten had died by the fish stalls.", "bombing", "30", 30,
       {{"ten", CLASS_UNKNOWN, COUNT_EXACT, 10, .place = "Alba", .first = "2026-02-01"}}}},
     "killed 9 10 10, killed 30 30 30"},
    {"unless it is of the report's own day, or nobody tells of that day",
     {{"a", "2026-02-01", "A bomb at the fish market of Alba killed nine.", "bombing", "nine", 9},
      {"b", "2026-02-04", "Blast in the school of Alba: 30 pupils died there. On Wednesday ten had died by the stalls.", "bombing", "30", 30,
       {{"ten", CLASS_UNKNOWN, COUNT_EXACT, 10, .place = "Alba", .first = "2026-02-03"}}}},
     "killed 9 9 9, killed 30 30 30"},
    {"whatever the attack of the report's own day was",
     {{"a", "2026-02-01", "A bomb at the fish market of Alba killed nine.", "bombing", "nine", 9},
      {"b", "2026-02-04", "Gunmen shot 30 pupils in the school of Alba. Sunday's bombing had left ten dead.", "shooting", "30", 30,
       {{"bombing", .kind = KIND_ATTACK, .type = "bombing", .place = "Alba", .first = "2026-02-01"},
        {"ten", CLASS_UNKNOWN, COUNT_EXACT, 10, .place = "Alba", .first = "2026-02-01"}}}},
     "killed 9 10 10, killed 30 30 30"},
    {"and of one victim a day",
     {{"a", "2026-02-01", "A clerk was shot dead in Alba.", "shooting", "A clerk", 1},
      {"b", "2026-02-04", "Two clerks were shot dead in Alba after Sunday's shooting that killed a clerk.", "shooting", "Two clerks", 2,
       {{"Sunday's shooting", .kind = KIND_ATTACK, .type = "shooting", .place = "Alba", .first = "2026-02-01"},
        {"a clerk", CLASS_UNKNOWN, COUNT_EXACT, 1, .place = "Alba", .first = "2026-02-01"}}}},
     "killed 1 1 1, killed 2 2 2"},
    {"but not where the other report tells of that day too",
     {{"a", "2026-02-04", "Two clerks were shot dead in Alba.", "shooting", "Two clerks", 2},
      {"b", "2026-02-04", "Two clerks were shot dead in Alba after Sunday's shooting that killed a clerk.", "shooting", "Two clerks", 2,
       {{"Sunday's shooting", .kind = KIND_ATTACK, .type = "shooting", .place = "Alba", .first = "2026-02-01"},
        {"a clerk", CLASS_UNKNOWN, COUNT_EXACT, 1, .place = "Alba", .first = "2026-02-01"}}}},
     "killed 2 2 2"},
    {"the sum of a month is none of one bombing in it",
     {{"a", "2026-02-01", "A bomb at the fish market of Alba killed nine.", "bombing", "nine", 9},
      {"b", "2026-02-02", "A bomb at the fish market of Alba killed nine, as 120 were killed this month.", "bombing", "nine", 9,
       {{"120", CLASS_UNKNOWN, COUNT_EXACT, 120, .place = "Alba", .first = "2026-02-01", .last = "2026-02-28"}}}},
     "killed 9 9 9"},
    {"but a bombing of which only the month is told",
     {{"a", "2026-02-01", "A bomb at the fish market of Alba killed nine.", "bombing", "nine", 9},
      {"b", "2026-02-02", "A bomb at the fish market of Alba killed nine; the bomb killed 11 this month.", "bombing", "nine", 9,
       {{"11", CLASS_UNKNOWN, COUNT_EXACT, 11, .place = "Alba", .first = "2026-02-01", .last = "2026-02-28"}}}},
     "killed 11 11 11 [report nine] [report nine]"},
    {"a sum of months told as background makes no other figure one of months",
     {{"a", "2026-02-01", "Four people were shot dead in Alba; one clerk died on Sunday. The town had 130 such deaths since January.", "shooting",
       "one clerk", 1,
       {{"Four people", CLASS_UNKNOWN, COUNT_EXACT, 4, .place = "Alba"},
        {"130", CLASS_UNKNOWN, COUNT_EXACT, 130, .background = true, .aside = true, .place = "Alba", .first = "2026-01-01", .last = "2026-02-01"}}}},
     "killed 4 4 4, background killed 130 130 130"},
};
/* clang-format on */

static void add_report(Pile *pile, const Told *told)
{
    Extraction *x = pile_add(pile, told->id, told->day, told->text);
    pile_publisher(x, told->id);
    (void)pile_claim(
        pile, x,
        (TestClaim){told->killed, CLASS_UNKNOWN, COUNT_EXACT, told->count, .place = "Alba", .first = told->day});
    (void)pile_claim(pile, x,
                     (TestClaim){"Alba", .kind = KIND_ATTACK, .type = told->type, .place = "Alba", .first = told->day});
    for (size_t i = 0; i < COUNT_OF(told->before) && told->before[i].passage; i++)
        (void)pile_claim(pile, x, told->before[i]);
}

static const char *print(Pile *pile, const Row *row)
{
    for (size_t i = 0; i < COUNT_OF(row->reports) && row->reports[i].id; i++)
        add_report(pile, &row->reports[i]);
    for (size_t i = 0; i < pile->count; i++)
        assemble_document(pile->items[i], profile_default(pile->arena), pile->arena);
    Moment now = {.seconds = 0, .precision = MOMENT_NONE};
    Situation *s = assemble_situation(pile->items, pile->count, profile_default(pile->arena), now, pile->arena);
    Buf out = {0};
    for (size_t i = 0; i < s->incident_count; i++) {
        buf_put(&out, i > 0 ? STR(", ") : STR(""));
        buf_put(&out, s->incidents[i].background ? STR("background ") : STR(""));
        buf_put(&out, str_from(pile_print(pile, &s->incidents[i].estimates)));
    }
    Str text = arena_copy(pile->arena, buf_str(&out));
    buf_free(&out);
    return text.ptr;
}

static void background_joins_the_event_that_other_reports_are_about(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(ROWS); i++) {
        Pile pile = pile_new();
        const char *got = print(&pile, &ROWS[i]);
        if (strcmp(got, ROWS[i].want) != 0) {
            print_error("%s\n  want %s\n  got  %s\n", ROWS[i].name, ROWS[i].want, got);
            wrong++;
        }
        pile_free(&pile);
    }
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(background_joins_the_event_that_other_reports_are_about),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
