#include "assemble/link/link.h"
#include "assemble/pile_for_tests.h"

enum {
    TOWNS = 5,
    DAYS_OF = 8,
    TELLERS = 5,
    EVENTS = TOWNS * DAYS_OF,
    REPORTS = EVENTS * TELLERS,
    TEXT_ROOM = 320,
    WORD_ROOM = 48
};

static const char *const NAMES[TOWNS] = {"Alba", "Brena", "Corvo", "Dunmor", "Alba Quay"};

/* In the words of every other: an attack of an event's town and day, and its toll. */
static void add_report(Pile *pile, int event, int teller)
{
    static const struct {
        const char *before;
        const char *between;
        const char *behind;
    } TEXTS[TELLERS] = {
        {"A bomb went off at a market in ", ", killing ", ". Police said an inquiry was under way."},
        {"A bomb at a market in ", " killed ", ". No group claimed it."},
        {"A bomb hit ", " and killed ", ". Security forces cordoned off the area."},
        {"A bomb killed in ", " ", ". Some of the wounded were in critical condition."},
        {"A bomb exploded in ", " and killed at least ", ". No group claimed it."},
    };
    const char *town = NAMES[event % TOWNS];
    int toll = 3 + event * 2;
    char text[TEXT_ROOM];
    char id[WORD_ROOM];
    char day[WORD_ROOM];
    char people[WORD_ROOM];
    (void)snprintf(id, sizeof id, "%d-%d", event, teller);
    (void)snprintf(day, sizeof day, "2026-03-%02d", 1 + 3 * (event / TOWNS));
    (void)snprintf(people, sizeof people, "%d people", toll);
    (void)snprintf(text, sizeof text, "%s%s%s%s%s", TEXTS[teller].before, town, TEXTS[teller].between, people,
                   TEXTS[teller].behind);
    Extraction *x =
        pile_add(pile, arena_copy(pile->arena, str_from(id)).ptr, day, arena_copy(pile->arena, str_from(text)).ptr);
    pile_claim(pile, x, (TestClaim){"bomb", .kind = KIND_ATTACK, .type = "bombing", .first = day, .place = town});
    pile_claim(pile, x, (TestClaim){people, .n = toll, .first = day, .place = town});
    PlaceMention *place = ARENA_NEW(pile->arena, PlaceMention);
    *place = *x->claims[0].place;
    x->places = place;
    x->place_count = 1;
    assemble_document(x, profile_default(pile->arena), pile->arena);
}

/* A large pile of short reports in the same few words: only towns and days tell its events apart. */
static void events_told_in_the_same_words_are_told_apart_by_town_and_day(void **state)
{
    (void)state;
    Pile pile = pile_new();
    for (int event = 0; event < EVENTS; event++)
        for (int teller = 0; teller < TELLERS; teller++)
            add_report(&pile, event, teller);
    int32_t *same = ARENA_ARRAY(pile.arena, int32_t, REPORTS);
    for (size_t i = 0; i < REPORTS; i++)
        same[i] = -1;
    Links links = link_documents(pile.items, REPORTS, same, (LinkRules){0}, pile.arena);
    size_t joined = 0;
    size_t parted = 0;
    for (size_t i = 0; i < REPORTS; i++)
        for (size_t k = 0; k < i; k++) {
            bool one = i / TELLERS == k / TELLERS;
            joined += !one && links.group[i] == links.group[k];
            parted += one && links.group[i] != links.group[k];
        }
    if (joined > 0 || parted > 0)
        print_error("%zu wrongly joined, %zu wrongly parted\n", joined, parted);
    assert_int_equal(joined, 0);
    assert_int_equal(parted, 0);
    pile_free(&pile);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(events_told_in_the_same_words_are_told_apart_by_town_and_day)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
