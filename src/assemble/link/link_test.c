#include "assemble/incident/incident.h"
#include "assemble/link/agree.h"
#include "assemble/link/link.h"
#include "assemble/pile_for_tests.h"

/* Groups as "0 0 2": each report's group. The reports stand in the pile as given. */
static const char *print_links(const Pile *pile)
{
    int32_t *same = ARENA_ARRAY(pile->arena, int32_t, pile->count + 1);
    for (size_t i = 0; i < pile->count; i++) {
        incident_find(pile->items[i], pile->arena);
        same[i] = -1;
    }
    Links links = link_documents(pile->items, pile->count, same, (LinkRules){0}, pile->arena);
    Buf out = {0};
    for (size_t i = 0; i < pile->count; i++) {
        buf_put(&out, i > 0 ? STR(" ") : STR(""));
        buf_int(&out, links.group[i]);
    }
    Str text = arena_copy(pile->arena, buf_str(&out));
    buf_free(&out);
    return text.ptr;
}

/* Two sackings at one club, years apart, told without a day: all that most words say is common to both. */
static void look_alikes_are_told_apart_by_the_names_that_never_meet(void **state)
{
    (void)state;
    static const char *const TEXTS[] = {
        "The Alba Harriers dismissed their coach Orlen on a poor start and named Ferris as caretaker.",
        "Coach Orlen was dismissed by the Harriers of Alba, and Ferris leads the team as caretaker.",
        "Alba Harriers: coach Orlen dismissed, caretaker Ferris leads the team.",
        "A poor start cost coach Orlen his post with the Alba Harriers; Ferris is caretaker.",
        "Orlen dismissed as coach of Alba Harriers, Ferris caretaker of the team.",
        "The Alba Harriers dismissed their coach Quist on a poor start and named Tamsin as caretaker.",
        "Coach Quist was dismissed by the Harriers of Alba, and Tamsin leads the team as caretaker.",
        "Alba Harriers: coach Quist dismissed, caretaker Tamsin leads the team.",
        "A poor start cost coach Quist his post with the Alba Harriers; Tamsin is caretaker.",
        "Quist dismissed as coach of Alba Harriers, Tamsin caretaker of the team.",
    };
    static const char *const IDS[] = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"};
    Pile pile = pile_new();
    for (size_t i = 0; i < COUNT_OF(TEXTS); i++)
        pile_add(&pile, IDS[i], NULL, TEXTS[i]);
    assert_string_equal(print_links(&pile), "0 0 0 0 0 5 5 5 5 5");
    pile_free(&pile);
}

/* Later reports bring new names, and tell the old ones too. */
static void a_long_event_stays_one(void **state)
{
    (void)state;
    static const char *const TEXTS[] = {
        "The Alba Harriers dismissed their coach Orlen on a poor start and named Ferris as caretaker.",
        "Coach Orlen was dismissed by the Harriers of Alba, and Ferris leads the team as caretaker.",
        "Alba Harriers: coach Orlen dismissed, caretaker Ferris leads the team.",
        "A poor start cost coach Orlen his post with the Alba Harriers; Ferris is caretaker.",
        "Orlen dismissed as coach of Alba Harriers, Ferris caretaker of the team.",
        "The Alba Harriers, who dismissed their coach Orlen, are in talks with Quist; Ferris goes.",
        "Coach Orlen was dismissed by the Harriers of Alba, and Quist is to follow the caretaker Ferris.",
        "Alba Harriers: after coach Orlen and caretaker Ferris, Quist leads the team with Tamsin.",
        "A poor start cost coach Orlen his post with the Alba Harriers; Quist and Tamsin follow Ferris.",
        "Orlen dismissed as coach of Alba Harriers, Quist and Tamsin take over the team from Ferris.",
    };
    static const char *const IDS[] = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"};
    Pile pile = pile_new();
    for (size_t i = 0; i < COUNT_OF(TEXTS); i++)
        pile_add(&pile, IDS[i], NULL, TEXTS[i]);
    assert_string_equal(print_links(&pile), "0 0 0 0 0 0 0 0 0 0");
    pile_free(&pile);
}

/* A small pile is of one event; a large one is when many of its pairs are alike. */
static void a_pile_of_one_event_asks_for_less(void **state)
{
    (void)state;
    static const struct {
        size_t documents;
        size_t alike_a_hundred; /* pairs of a hundred that are alike */
        double want;
    } PILES[] = {{300, 0, .08},    {300, 4, .08},  {300, 8, .0608}, {300, 11, .048}, {300, 90, .048}, {2, 0, .03248},
                 {2, 100, .03248}, {100, 0, .056}, {100, 20, .048}, {1, 0, .03224},  {0, 0, .032}};
    for (size_t i = 0; i < COUNT_OF(PILES); i++) {
        size_t documents = PILES[i].documents;
        size_t all = documents > 0 ? documents * (documents - 1) / 2 : 0;
        LikePair *items = calloc(all + 1, sizeof *items);
        assert_non_null(items);
        for (size_t k = 0; k < all; k++)
            items[k].likeness = k * 100 < all * PILES[i].alike_a_hundred ? .1F : .05F;
        double got = link_threshold(&(Pairs){items, all, documents}, documents);
        free(items);
        if (got < PILES[i].want - .0001 || got > PILES[i].want + .0001)
            fail_msg("%zu reports, %zu in a hundred pairs alike: %f", documents, PILES[i].alike_a_hundred, got);
    }
}

#define SIGN_UP "Thank You for registering with Example Media Group. Please check Your Inbox for a Letter of Welcome."

static void page_furniture_links_nothing(void **state)
{
    (void)state;
    Pile pile = pile_new();
    static const char *const TEXTS[] = {SIGN_UP " Gunmen raided a market at dawn.",
                                        SIGN_UP " A bridge collapsed under a lorry."};
    for (size_t i = 0; i < COUNT_OF(TEXTS); i++) {
        Extraction *x = pile_add(&pile, i == 0 ? "a" : "b", "2026-02-01", TEXTS[i]);
        Block *blocks = ARENA_ARRAY(pile.arena, Block, 2);
        uint32_t end = (uint32_t)strlen(SIGN_UP);
        blocks[0] = (Block){{0, end}, BLOCK_BOILERPLATE, 0};
        blocks[1] = (Block){{end + 1, (uint32_t)strlen(TEXTS[i])}, BLOCK_PARAGRAPH, 0};
        x->blocks = blocks;
        x->block_count = 2;
    }
    assert_string_equal(print_links(&pile), "0 1");
    pile_free(&pile);
}

/* What is compared besides words is printed with its weight. */
static void reasons_name_each_finding_and_its_weight(void **state)
{
    (void)state;
    Pile pile = pile_new();
    static const char *const TEXTS[] = {"Gunmen killed four traders in the harbour market of Alba on Sunday.",
                                        "Weeks after gunmen killed four traders in the market of Alba, three men stand "
                                        "trial in Corvo."};
    static const char *const PUBLISHED[] = {"2026-02-01", "2026-03-15"};
    for (size_t i = 0; i < COUNT_OF(TEXTS); i++) {
        Extraction *x = pile_add(&pile, i == 0 ? "a" : "b", PUBLISHED[i], TEXTS[i]);
        pile_claim(&pile, x,
                   (TestClaim){"four traders", CLASS_CIVILIAN, COUNT_EXACT, 4, .first = "2026-02-01", .place = "Alba"});
        assemble_document(x, profile_named(STR("raw"), pile.arena, NULL), pile.arena);
    }
    static const int32_t SAME[] = {-1, -1};
    static const uint32_t DOCUMENTS[] = {0, 1};
    Links links = link_documents(pile.items, 2, SAME, (LinkRules){0}, pile.arena);
    Str reasons[2] = {STR_NONE};
    assert_int_equal(link_reasons(&links, pile.items, DOCUMENTS, 2, reasons, pile.arena), 1);
    assert_true(str_find(reasons[0],
                         STR("; same days, weight 2.00; same place, weight 1.15; as many killed, weight 1.15"),
                         0) != SIZE_MAX);
    pile_free(&pile);
}

/* Short reports of two attacks in one town are much alike: a later one goes to the likest, not to the first that is alike enough. */
static void of_much_alike_reports_the_likest_are_joined(void **state)
{
    (void)state;
    static const struct {
        const char *day;
        const char *text;
        const char *type;
        TestClaim victims;
    } REPORTS[] = {
        {"2026-02-03",
         "A driver ploughed a car into a crowd in Alba on Tuesday and killed four people, police said.",
         "vehicle ramming",
         {"four people", CLASS_UNKNOWN, COUNT_EXACT, 4}},
        {"2026-02-01",
         "A man stabbed two people to death at a tram stop in Alba on Sunday, police said.",
         "stabbing",
         {"two people", CLASS_UNKNOWN, COUNT_EXACT, 2}},
        {"2026-02-04",
         "A third victim of the attack at a tram stop in Alba died on Wednesday, police said.",
         NULL,
         {"A third victim", CLASS_UNKNOWN, COUNT_DESCRIBED, 1, .ordinal = 3}},
    };
    Pile pile = pile_new();
    for (size_t i = 0; i < COUNT_OF(REPORTS); i++) {
        char id[2] = {(char)('a' + i), '\0'};
        Extraction *x = pile_add(&pile, arena_copy(pile.arena, str_from(id)).ptr, REPORTS[i].day, REPORTS[i].text);
        TestClaim victims = REPORTS[i].victims;
        victims.place = "Alba";
        victims.first = REPORTS[i].day;
        if (REPORTS[i].type)
            pile_claim(&pile, x,
                       (TestClaim){"Alba", .kind = KIND_ATTACK, .type = REPORTS[i].type, .place = "Alba",
                                   .first = REPORTS[i].day});
        pile_claim(&pile, x, victims);
        assemble_document(x, profile_named(STR("raw"), pile.arena, NULL), pile.arena);
    }
    static const int32_t SAME[] = {-1, -1, -1};
    Links links = link_documents(pile.items, pile.count, SAME, (LinkRules){0}, pile.arena);
    assert_int_equal(links.group[1], 1);
    assert_int_equal(links.group[2], 1);
    pile_free(&pile);
}

/* Of two shootings in one town the ages of those hit tell which a report is about. */
static void ages_tell_look_alikes_apart(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *victim;
        const char *reason;
    } TEXTS[] = {
        {"A 7-year-old girl was shot in Alba.", "A 7-year-old girl", ""},
        {"Police in Alba said a 7-year-old girl was shot.", "a 7-year-old girl",
         "; a victim of the same age, weight 2.00"},
        {"A 14-year-old girl was shot in Alba.", "A 14-year-old girl",
         "; one killed in each, of ages far apart, weight 0.55"},
    };
    for (size_t i = 1; i < COUNT_OF(TEXTS); i++) {
        Pile pile = pile_new();
        const size_t both[] = {0, i};
        for (size_t k = 0; k < COUNT_OF(both); k++) {
            Extraction *x = pile_add(&pile, k == 0 ? "a" : "b", "2026-02-01", TEXTS[both[k]].text);
            pile_claim(&pile, x, (TestClaim){TEXTS[both[k]].victim, CLASS_CIVILIAN, COUNT_EXACT, 1, .place = "Alba"});
            assemble_document(x, profile_named(STR("raw"), pile.arena, NULL), pile.arena);
        }
        EventTraits a = compare_traits(pile.items[0], pile.arena);
        EventTraits b = compare_traits(pile.items[1], pile.arena);
        Buf out = {0};
        compare_put(&out, &a, &b, true);
        assert_true(str_find(buf_str(&out), str_from(TEXTS[i].reason), 0) != SIZE_MAX);
        buf_free(&out);
        pile_free(&pile);
    }
}

/* A death in one report and only people injured in the other: of two events, but where a few reports were put together. Those of
 * whom it is only said that they were hit may have died. */
static void a_death_in_one_report_only_tells_look_alikes_apart(void **state)
{
    (void)state;
    static const struct {
        Outcome outcome;
        bool struck;
        bool small_pile;
        bool found;
    } OTHERS[] = {
        {OUTCOME_INJURED, false, false, true},
        {OUTCOME_INJURED, false, true, false},
        {OUTCOME_INJURED, true, false, false},
        {OUTCOME_KILLED, false, false, false},
    };
    for (size_t i = 0; i < COUNT_OF(OTHERS); i++) {
        Pile pile = pile_new();
        Extraction *dead = pile_add(&pile, "a", "2026-02-01", "A clerk of Alba died.");
        pile_claim(&pile, dead, (TestClaim){"A clerk", CLASS_CIVILIAN, COUNT_EXACT, 1, .place = "Alba"});
        Extraction *other = pile_add(&pile, "b", "2026-02-01", "A baker of Alba came to harm.");
        pile_claim(&pile, other,
                   (TestClaim){"A baker", CLASS_CIVILIAN, COUNT_EXACT, 1, .place = "Alba", .outcome = OTHERS[i].outcome,
                               .struck = OTHERS[i].struck});
        for (size_t k = 0; k < pile.count; k++)
            assemble_document(pile.items[k], profile_named(STR("raw"), pile.arena, NULL), pile.arena);
        EventTraits a = compare_traits(dead, pile.arena);
        EventTraits b = compare_traits(other, pile.arena);
        Buf out = {0};
        compare_put(&out, &a, &b, OTHERS[i].small_pile);
        Str reason = STR("a death in one, only injured in the other, weight 0.55");
        assert_true((str_find(buf_str(&out), reason, 0) != SIZE_MAX) == OTHERS[i].found);
        buf_free(&out);
        compare_put(&out, &b, &a, OTHERS[i].small_pile);
        assert_true((str_find(buf_str(&out), reason, 0) != SIZE_MAX) == OTHERS[i].found);
        buf_free(&out);
        pile_free(&pile);
    }
}

/* Where neither report of a small pile names the other's country, two towns' or countries' events are two. */
static void events_of_two_countries_are_two(void **state)
{
    (void)state;
    static const struct {
        const char *place;
        const char *also; /* a place that the report names too */
        bool apart;
    } OTHERS[] = {{"Farland", NULL, true}, {"Farland", "Homeland", false}, {"Brena", NULL, false}};
    for (size_t i = 0; i < COUNT_OF(OTHERS); i++) {
        Pile pile = pile_new();
        EventTraits traits[2];
        for (size_t k = 0; k < COUNT_OF(traits); k++) {
            Extraction *x = pile_add(&pile, k == 0 ? "a" : "b", "2026-02-01", "Four traders were killed.");
            const char *place = k == 0 ? "Homeland" : OTHERS[i].place;
            const char *names = k == 1 && OTHERS[i].also ? OTHERS[i].also : place;
            pile_claim(&pile, x, (TestClaim){"Four traders", CLASS_CIVILIAN, COUNT_EXACT, 4, .place = place});
            x->places = pile_place(&pile, STR_NONE, (Span){0, 0}, names);
            x->place_count = 1;
            assemble_document(x, profile_named(STR("raw"), pile.arena, NULL), pile.arena);
            traits[k] = compare_traits(x, pile.arena);
        }
        Buf out = {0};
        compare_put(&out, &traits[0], &traits[1], true);
        assert_int_equal(str_find(buf_str(&out), STR("far apart"), 0) != SIZE_MAX, OTHERS[i].apart);
        buf_free(&out);
        pile_free(&pile);
    }
}

typedef struct {
    const char *published;
    const char *text;
    const char *day;
    const char *place;
    int killed;
} News;

static void add_news(Pile *pile, const char *id, News news, const char *type)
{
    Extraction *x = pile_add(pile, id, news.published, news.text);
    pile_claim(pile, x, (TestClaim){"blow", .kind = KIND_ATTACK, .type = type, .first = news.day, .place = news.place});
    pile_claim(pile, x,
               (TestClaim){"dead", CLASS_UNKNOWN, COUNT_EXACT, news.killed, .first = news.day, .place = news.place});
    assemble_document(x, profile_named(STR("raw"), pile->arena, NULL), pile->arena);
}

/* Two outlets on one attack may share no word. */
static void the_same_day_place_and_dead_join_what_no_word_does(void **state)
{
    (void)state;
    static const struct {
        News other;
        const char *type;
        bool agree;
    } ROWS[] = {
        {{"2026-02-03", "Fifteen dead: bomber's blow", "2026-02-02", "Alba", 15}, "attack", true},
        {{"2026-02-03", "Fifteen dead: bomber's blow", "2026-02-02", "Alba", 15}, "bombing", true},
        {{"2026-02-03", "Fifteen dead: bomber's blow", "2026-02-02", "Alba", 15}, "stabbing", false},
        {{"2026-02-03", "Fourteen dead: bomber's blow", "2026-02-02", "Alba", 14}, "bombing", false},
        {{"2026-02-05", "Fifteen dead: bomber's blow", "2026-02-04", "Alba", 15}, "bombing", false},
        {{"2026-02-03", "Fifteen dead: bomber's blow", "2026-02-02", "Corvo", 15}, "bombing", false},
    };
    for (size_t i = 0; i < COUNT_OF(ROWS); i++) {
        Pile pile = pile_new();
        add_news(&pile, "a", (News){"2026-02-03", "A blow leaves 15 dead", "2026-02-02", "Alba", 15}, "bombing");
        add_news(&pile, "b", ROWS[i].other, ROWS[i].type);
        const int32_t same[] = {-1, -1};
        EventTraits a = compare_traits(pile.items[0], pile.arena);
        EventTraits b = compare_traits(pile.items[1], pile.arena);
        if (agree_facts(&a, &b) != ROWS[i].agree)
            fail_msg("row %zu", i);
        Links links = link_documents(pile.items, 2, same, (LinkRules){0}, pile.arena);
        if (ROWS[i].agree && links.group[1] != 0)
            fail_msg("row %zu: apart", i);
        pile_free(&pile);
    }
}

/* Nobody writes of an attack a month before it, whatever else a large pile's reports share. */
static void a_report_of_a_month_before_the_news_is_of_another_event(void **state)
{
    (void)state;
    static const struct {
        const char *written;
        const char *type;
        bool apart;
    } ROWS[] = {{"2025-12-20", "bombing", true}, {"2026-01-20", "bombing", false}, {"2025-12-20", "fighting", false}};
    for (size_t i = 0; i < COUNT_OF(ROWS); i++) {
        Pile pile = pile_new();
        add_news(&pile, "a", (News){"2026-02-03", "A blow, dead: Alba", "2026-02-02", "Alba", 5}, ROWS[i].type);
        add_news(&pile, "b", (News){ROWS[i].written, "A blow, dead: Alba", ROWS[i].written, "Alba", 5}, ROWS[i].type);
        EventTraits a = compare_traits(pile.items[0], pile.arena);
        EventTraits b = compare_traits(pile.items[1], pile.arena);
        bool apart = false;
        compare_weight(&b, &a, false, &apart);
        if (apart != ROWS[i].apart)
            fail_msg("row %zu: %d", i, apart);
        pile_free(&pile);
    }
}

/* Short headlines share few words, which is made up for; not where weeks lie between them. */
static void few_words_weeks_apart_link_nothing(void **state)
{
    (void)state;
    static const struct {
        const char *published;
        const char *groups;
    } ROWS[] = {{"2026-02-02", "0 0"}, {"2026-05-02", "0 1"}};
    for (size_t i = 0; i < COUNT_OF(ROWS); i++) {
        Pile pile = pile_new();
        pile_add(&pile, "a", "2026-02-01", "Ten people hurt in bar brawl near river mouth");
        pile_add(&pile, "b", ROWS[i].published, "Court hears hurt baker over river ferry sale");
        assert_string_equal(print_links(&pile), ROWS[i].groups);
        pile_free(&pile);
    }
}

/* Attacks of one town, each told just after its day: weeks apart with over twice the dead, a month with another number of several, half a year
 * with any other. */
static void news_of_far_days_with_other_dead_are_of_two_events(void **state)
{
    (void)state;
    static const struct {
        const char *day;
        int killed;
        bool apart;
    } ROWS[] = {{"2026-01-22", 40, true},  {"2026-01-22", 18, false}, {"2025-12-20", 22, true},
                {"2025-12-20", 15, false}, {"2025-12-20", 16, false}, {"2025-06-20", 16, true},
                {"2025-06-20", 15, false}};
    for (size_t i = 0; i < COUNT_OF(ROWS); i++) {
        Pile pile = pile_new();
        add_news(&pile, "a", (News){"2026-02-03", "The blow, dead: Alba", "2026-02-02", "Alba", 15}, "bombing");
        add_news(&pile, "b", (News){ROWS[i].day, "The blow, dead: Alba", ROWS[i].day, "Alba", ROWS[i].killed},
                 "bombing");
        EventTraits x = compare_traits(pile.items[0], pile.arena);
        EventTraits y = compare_traits(pile.items[1], pile.arena);
        x.fresh = y.fresh = false; /* told again, not as news */
        bool apart = false;
        compare_weight(&y, &x, true, &apart);
        if (apart != ROWS[i].apart)
            fail_msg("row %zu: %d", i, apart);
        pile_free(&pile);
    }
}

/* "Another 40 were hurt" adds to nothing where nobody was told as hurt before; "another 40 died" does. */
static void others_hurt_beside_the_dead_are_no_toll_that_grows(void **state)
{
    (void)state;
    static const struct {
        Outcome outcome;
        bool fresh;
    } ROWS[] = {{OUTCOME_INJURED, true}, {OUTCOME_KILLED, false}};
    for (size_t i = 0; i < COUNT_OF(ROWS); i++) {
        Pile pile = pile_new();
        Extraction *x = pile_add(&pile, "a", "2026-02-03", "A blow left four dead. Another 40 too.");
        pile_claim(&pile, x,
                   (TestClaim){"blow", .kind = KIND_ATTACK, .type = "bombing", .first = "2026-02-02", .place = "Alba"});
        pile_claim(&pile, x,
                   (TestClaim){"four dead", CLASS_UNKNOWN, COUNT_EXACT, 4, .first = "2026-02-02", .place = "Alba"});
        pile_claim(&pile, x,
                   (TestClaim){"Another 40", CLASS_UNKNOWN, COUNT_EXACT, 40, .outcome = ROWS[i].outcome,
                               .additional = true, .first = "2026-02-02", .place = "Alba"});
        assemble_document(x, profile_named(STR("raw"), pile.arena, NULL), pile.arena);
        assert_int_equal(compare_traits(x, pile.arena).fresh, ROWS[i].fresh);
        pile_free(&pile);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(look_alikes_are_told_apart_by_the_names_that_never_meet),
        cmocka_unit_test(a_long_event_stays_one),
        cmocka_unit_test(a_pile_of_one_event_asks_for_less),
        cmocka_unit_test(page_furniture_links_nothing),
        cmocka_unit_test(events_of_two_countries_are_two),
        cmocka_unit_test(of_much_alike_reports_the_likest_are_joined),
        cmocka_unit_test(ages_tell_look_alikes_apart),
        cmocka_unit_test(a_death_in_one_report_only_tells_look_alikes_apart),
        cmocka_unit_test(the_same_day_place_and_dead_join_what_no_word_does),
        cmocka_unit_test(a_report_of_a_month_before_the_news_is_of_another_event),
        cmocka_unit_test(news_of_far_days_with_other_dead_are_of_two_events),
        cmocka_unit_test(others_hurt_beside_the_dead_are_no_toll_that_grows),
        cmocka_unit_test(few_words_weeks_apart_link_nothing),
        cmocka_unit_test(reasons_name_each_finding_and_its_weight),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
