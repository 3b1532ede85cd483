/* Which figures are of animals, and are none. */
#include "extract/english_for_tests.h"

/* Every casualty figure of the text: "2;" */
static const FigureCase CASES[] = {
    /* by their breed, though it is called by a word for people */
    {"Two German shepherds were killed in the fire.", ""},
    {"A German shepherd and a clerk were killed in the fire.", "1;"},
    {"Two German clerks were killed in the fire.", "2;"},
    {"Three shepherds were killed on the hill.", "3;"},
    {"A Great Dane was found dead in the house.", ""},
    {"An Alsatian was stabbed.", ""},
    {"A Belgian Malinois named Rex was shot dead.", ""},
    {"Ana Wolf was shot dead.", "1;"},
    {"Bull Wolf died in the blast. Wolf was killed at noon.", "1;"},
    /* by what is counted */
    {"The vast majority of police dogs are killed by guards.", ""},
    {"Guards kill an average of 25 dogs a day.", ""},
    {"The keeper of the dogs, a clerk, was killed.", "1;"},
    {"The vast majority of the 12 guards were killed.", "7;"},
    /* by its name */
    {"The guards could not hold Rex, a police dog. A clerk shot Rex three times.", ""},
    {"Police dog Rex ran into the yard. Rex was killed there.", ""},
    {"Omar, the owner of the dog, ran into the yard. Omar was killed there.", "1;"},
    /* by a pronoun */
    {"Guards broke down a door, freed a dog and shot him twice.", ""},
    {"A dog bit a guard twice. The dog ran and they shot him.", ""},
    {"A dog bit a clerk. Guards chased the clerk and shot him.", "1;"},
    {"A man fought with a dog before shooting himself dead.", "1;"},
    {"The dog's owner ran off. Guards shot him twice.", "1;"},
    /* whose it was is not hurt */
    {"A guard shot someone's dog in the yard.", ""},
    {"A guard shot a clerk's dog in the yard.", ""},
};

static Str mark(const Claim *claim)
{
    (void)claim;
    return STR(";");
}

static void animals_are_no_victims(void **state)
{
    (void)state;
    check_figures(CASES, COUNT_OF(CASES), mark);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(animals_are_no_victims)};
    return cmocka_run_group_tests(tests, load, unload);
}
