#include "assemble/pile_for_tests.h"

enum { MOST_CLAIMS = 5 };

/* A report, what it tells, and how many incidents that makes: the whole, and a part for each town of a round-up. */
typedef struct {
    const char *name;
    const char *text;
    TestClaim claims[MOST_CLAIMS];
    const char *row[MOST_CLAIMS]; /* places of the sentence of the first claim */
    size_t incidents;
} Row;

static const Row ROWS[] = {
    {"tolls of three towns",
     "In Alba 4 people died. In Brena 6 people died. In Corvo 9 people died.",
     {{"4 people", .n = 4, .place = "Alba"},
      {"6 people", .n = 6, .place = "Brena"},
      {"9 people", .n = 9, .place = "Corvo"}},
     {NULL},
     4},
    {"attacks in three towns",
     "A bomb hit Alba. Gunmen raided Brena. A patrol was hit in Corvo.",
     {{"bomb", .kind = KIND_ATTACK, .place = "Alba"},
      {"Gunmen", .kind = KIND_ATTACK, .place = "Brena"},
      {"patrol", .kind = KIND_ATTACK, .place = "Corvo"}},
     {NULL},
     4},
    {"a row of three",
     "Bombs went off in Alba, Brena and Corvo.",
     {{"Bombs", .kind = KIND_ATTACK, .place = "Alba"}},
     {"Alba", "Brena", "Corvo"},
     4},
    {"a street's address is no row",
     "A bomb went off on Brena Road near Corvo in Alba, Dunmor.",
     {{"bomb", .kind = KIND_ATTACK, .place = "Brena"}},
     {"Brena", "Corvo", "Alba", "Dunmor"},
     1},
    {"nor are towns that a sentence names here and there",
     "A bomb went off in Alba as a bus that came from Corvo stopped on its way to Dunmor.",
     {{"bomb", .kind = KIND_ATTACK, .place = "Alba"}},
     {"Alba", "Corvo", "Dunmor"},
     1},
    {"where the dead lived",
     "A bomb in Alba killed 2 people. Ana Diaz of Brena was killed. Juan Diaz of Corvo was killed.",
     {{"2 people", .n = 2, .place = "Alba"},
      {"Ana Diaz", .n = 1, .named = true, .place = "Brena"},
      {"Juan Diaz", .n = 1, .named = true, .place = "Corvo"}},
     {NULL},
     1},
    {"the attack told again from where somebody spoke or was held",
     "A bomb in Alba killed 2 people. Of the bombing a mayor spoke in Brena. For the bombing a man was held in Corvo.",
     {{"2 people", .n = 2, .place = "Alba"},
      {"@1 bombing", .kind = KIND_ATTACK, .again = true, .place = "Brena"},
      {"@2 bombing", .kind = KIND_ATTACK, .again = true, .place = "Corvo"},
      {"a man", .n = 1, .outcome = OUTCOME_DETAINED, .place = "Corvo"}},
     {NULL},
     1},
    {"what takes its place from the sentence before",
     "In Alba 4 people died. It was after a bomb in Brena and before a march in Corvo. 3 people were hurt.",
     {{"4 people", .n = 4, .place = "Alba"},
      {"bomb", .kind = KIND_ATTACK, .place = "Brena"},
      {"3 people", .n = 3, .outcome = OUTCOME_INJURED, .place = "Corvo"}},
     {NULL},
     1},
};

static void set_row(Pile *pile, Claim *claim, const char *const names[MOST_CLAIMS], Str text)
{
    const PlaceMention **places = ARENA_ARRAY(pile->arena, const PlaceMention *, MOST_CLAIMS);
    for (size_t i = 0; i < MOST_CLAIMS && names[i]; i++)
        places[claim->place_count++] = pile_place(pile, span_text(text, claim->sentence), claim->sentence, names[i]);
    claim->places = places;
}

static void a_round_up_tells_an_event_of_each_of_its_towns(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(ROWS); i++) {
        Pile pile = pile_new();
        Extraction *x = pile_add(&pile, "a", "2026-02-01", ROWS[i].text);
        for (size_t k = 0; k < MOST_CLAIMS && ROWS[i].claims[k].passage; k++) {
            Claim *claim = pile_claim(&pile, x, ROWS[i].claims[k]);
            if (k == 0)
                set_row(&pile, claim, ROWS[i].row, x->document->text);
        }
        assemble_document(x, profile_default(pile.arena), pile.arena);
        if (x->incident_count != ROWS[i].incidents) {
            print_error("%s: %zu incidents\n", ROWS[i].name, x->incident_count);
            wrong++;
        }
        pile_free(&pile);
    }
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_round_up_tells_an_event_of_each_of_its_towns)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
