/* A report of several attacks that gives the number of all: what it tells of each place is an incident of its own. */
#include "assemble/pile_for_tests.h"

#define NINE "Nine people were killed in raids in Northland. "

static TestClaim at(const char *passage, int64_t n, const char *place)
{
    return (TestClaim){passage, CLASS_UNKNOWN, COUNT_EXACT, n, .place = place};
}

static TestClaim raid(const char *passage, const char *place)
{
    return (TestClaim){passage, .kind = KIND_ATTACK, .place = place, .type = "raid"};
}

/* Incidents as "main Northland 9 | part Alba 5", in the order of their names behind the main one's. */
static const char *print_incidents(Pile *pile, const Extraction *x)
{
    static const char *const KINDS[] = {"main", "beside", "part"};
    Buf out = {0};
    for (int kind = 0; kind < 3; kind++)
        for (size_t i = 0; i < x->incident_count; i++) {
            const Incident *incident = &x->incidents[i];
            const Estimate *killed = &incident->estimates.cells[OUTCOME_KILLED][CELL_ALL];
            if (incident->background || kind != (incident->main ? 0 : incident->part_of >= 0 ? 2 : 1))
                continue;
            buf_format(&out, "%s%s ", out.len > 0 ? " | " : "", KINDS[kind]);
            buf_put(&out, incident->place ? incident->place->place.name : STR("nowhere"));
            buf_char(&out, ' ');
            buf_int(&out, killed->has_best ? killed->best : 0);
        }
    Str text = arena_copy(pile->arena, buf_str(&out));
    buf_free(&out);
    return text.ptr;
}

static const struct {
    const char *text;
    TestClaim claims[6];
    const char *want;
} ROWS[] = {
    /* they come to the number */
    {NINE "In Alba five people died. In Brena four people died.",
     {{"Nine people", CLASS_UNKNOWN, COUNT_EXACT, 9, .place = "Northland"},
      {"raids", .kind = KIND_ATTACK, .place = "Northland", .type = "raid"},
      {"five people", CLASS_UNKNOWN, COUNT_EXACT, 5, .place = "Alba"},
      {"four people", CLASS_UNKNOWN, COUNT_EXACT, 4, .place = "Brena"}},
     "main Northland 9 | part Alba 5 | part Brena 4"},
    /* "more than five" are five to who adds up */
    {NINE "In Alba over five people died. In Brena four people died.",
     {{"Nine people", CLASS_UNKNOWN, COUNT_EXACT, 9, .place = "Northland"},
      {"raids", .kind = KIND_ATTACK, .place = "Northland", .type = "raid"},
      {"over five people", CLASS_UNKNOWN, COUNT_MORE_THAN, 5, .place = "Alba"},
      {"four people", CLASS_UNKNOWN, COUNT_EXACT, 4, .place = "Brena"}},
     "main Northland 9 | part Alba 6 | part Brena 4"},
    /* and what is told behind is of another attack */
    {NINE "In Alba five people died. In Brena four people died. In Corvo raiders shot six people.",
     {{"Nine people", CLASS_UNKNOWN, COUNT_EXACT, 9, .place = "Northland"},
      {"raids", .kind = KIND_ATTACK, .place = "Northland", .type = "raid"},
      {"five people", CLASS_UNKNOWN, COUNT_EXACT, 5, .place = "Alba"},
      {"four people", CLASS_UNKNOWN, COUNT_EXACT, 4, .place = "Brena"},
      {"raiders", .kind = KIND_ATTACK, .place = "Corvo", .type = "raid"},
      {"six people", CLASS_UNKNOWN, COUNT_EXACT, 6, .place = "Corvo"}},
     "main Northland 9 | beside Corvo 6 | part Alba 5 | part Brena 4"},
    /* most of them */
    {NINE "In Alba five people died. In Brena three people died.",
     {{"Nine people", CLASS_UNKNOWN, COUNT_EXACT, 9, .place = "Northland"},
      {"raids", .kind = KIND_ATTACK, .place = "Northland", .type = "raid"},
      {"five people", CLASS_UNKNOWN, COUNT_EXACT, 5, .place = "Alba"},
      {"three people", CLASS_UNKNOWN, COUNT_EXACT, 3, .place = "Brena"}},
     "main Northland 9 | part Alba 5 | part Brena 3"},
    /* a number of one town is of one attack */
    {"Nine people were killed in a raid in Alba. In Brena raiders shot five people. In Corvo they shot four.",
     {{"Nine people", CLASS_UNKNOWN, COUNT_EXACT, 9, .place = "Alba"},
      {"raid", .kind = KIND_ATTACK, .place = "Alba", .type = "raid"},
      {"raiders", .kind = KIND_ATTACK, .place = "Brena", .type = "raid"},
      {"five people", CLASS_UNKNOWN, COUNT_EXACT, 5, .place = "Brena"}},
     "main Alba 9 | beside Brena 5"},
    /* a disaster is one event, wherever it kills */
    {"Nine people were killed by a storm in Northland. In Alba five people died. In Brena four people died.",
     {{"Nine people", CLASS_UNKNOWN, COUNT_EXACT, 9, .place = "Northland"},
      {"five people", CLASS_UNKNOWN, COUNT_EXACT, 5, .place = "Alba"},
      {"four people", CLASS_UNKNOWN, COUNT_EXACT, 4, .place = "Brena"}},
     "main Alba 9"},
    /* what the words set apart is an event, too */
    {NINE "In Alba five people died. Separately, four people died in Brena.",
     {{"Nine people", CLASS_UNKNOWN, COUNT_EXACT, 9, .place = "Northland"},
      {"raids", .kind = KIND_ATTACK, .place = "Northland", .type = "raid"},
      {"five people", CLASS_UNKNOWN, COUNT_EXACT, 5, .place = "Alba"},
      {"four people", CLASS_UNKNOWN, COUNT_EXACT, 4, .place = "Brena", .background = true, .elsewhere = true}},
     "main Northland 9 | part Alba 5 | part Brena 4"},
};

static void each_place_of_a_number_of_all_is_a_part(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(ROWS); i++) {
        Pile pile = pile_new();
        Extraction *x = pile_add(&pile, "a", "2026-01-21", ROWS[i].text);
        for (size_t k = 0; k < COUNT_OF(ROWS[i].claims) && ROWS[i].claims[k].passage; k++)
            pile_claim(&pile, x, ROWS[i].claims[k]);
        assemble_document(x, profile_default(pile.arena), pile.arena);
        assert_string_equal(print_incidents(&pile, x), ROWS[i].want);
        pile_free(&pile);
    }
}

/* Who was hurt in one of two places that tell of any is not all of the hurt. */
static void the_hurt_of_one_part_are_not_those_of_all(void **state)
{
    (void)state;
    Pile pile = pile_new();
    Extraction *x =
        pile_add(&pile, "a", "2026-01-21",
                 NINE "In Alba five people died and 12 were hurt. In Brena four people died and 30 were hurt.");
    TestClaim claims[] = {at("Nine people", 9, "Northland"), raid("raids", "Northland"),
                          at("five people", 5, "Alba"),      at("12", 12, "Alba"),
                          at("four people", 4, "Brena"),     at("30", 30, "Brena")};
    claims[3].outcome = claims[5].outcome = OUTCOME_INJURED;
    for (size_t i = 0; i < COUNT_OF(claims); i++)
        pile_claim(&pile, x, claims[i]);
    assemble_document(x, profile_default(pile.arena), pile.arena);
    assert_false(x->incidents[0].estimates.cells[OUTCOME_INJURED][CELL_ALL].has_best);
    assert_string_equal(print_incidents(&pile, x), "main Northland 9 | part Alba 5 | part Brena 4");
    pile_free(&pile);
}

/* Eight guards of one part, told again without a place, are not all guards who died. */
static void a_part_s_people_told_again_are_not_those_of_all(void **state)
{
    (void)state;
    Pile pile = pile_new();
    Extraction *x = pile_add(
        &pile, "a", "2026-01-21",
        "Twelve people were killed in raids in Northland. In Alba four people died. In Brena eight guards died. "
        "The mayor mourned the 8 guards.");
    TestClaim claims[] = {at("Twelve people", 12, "Northland"), raid("raids", "Northland"),
                          at("four people", 4, "Alba"), at("eight guards", 8, "Brena"), at("8 guards", 8, NULL)};
    claims[3].victims = claims[4].victims = CLASS_SECURITY;
    for (size_t i = 0; i < COUNT_OF(claims); i++)
        pile_claim(&pile, x, claims[i]);
    assemble_document(x, profile_default(pile.arena), pile.arena);
    assert_false(x->incidents[0].estimates.cells[OUTCOME_KILLED][CELL_SECURITY].present);
    assert_string_equal(print_incidents(&pile, x), "main Northland 12 | part Alba 4 | part Brena 8");
    pile_free(&pile);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_place_of_a_number_of_all_is_a_part),
        cmocka_unit_test(the_hurt_of_one_part_are_not_those_of_all),
        cmocka_unit_test(a_part_s_people_told_again_are_not_those_of_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
