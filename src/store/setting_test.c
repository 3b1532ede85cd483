/* What is set for the whole book: it holds at once, from then on and no earlier, and is taken back like any decision. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

#include "store/setting.h"

#include "store/desk_for_tests.h"

static DecideResult set(Desk *desk, const char *action, const char *value, int64_t made_at, int64_t seen)
{
    StoreDecision decision = {.made_at = made_at,
                              .person = STR("a.admin"),
                              .action = str_from(action),
                              .target = value ? STR("") : STR("1"),
                              .value = value ? str_from(value) : STR_NONE,
                              .reason = STR("as agreed")};
    if (strncmp(action, "undo ", 5) == 0) {
        decision.action = STR("undo");
        decision.target = str_from(action + 5);
    }
    StoreDecision since = {0};
    return store_set(desk->store, &decision, seen, &since, desk->book.arena, &desk->book.err);
}

static void keep(Desk *desk, const char *action, const char *value, int64_t made_at)
{
    desk->book.err = (Error){0};
    DecideResult result = set(desk, action, value, made_at, INT64_MAX);
    if (result != DECIDE_KEPT)
        print_error("%s\n", desk->book.err.text);
    assert_int_equal(result, DECIDE_KEPT);
}

static void the_profile_in_use_counts_every_list_and_each_moment_by_its_own(void **state)
{
    (void)state;
    Desk desk = open_desk();
    assert_string_equal(killed(&desk, "first"), "11/11/14");
    keep(&desk, "profile", "{\"name\": \"gtd\"}", 6000);
    assert_true(str_equal(store_profile(desk.store)->name, STR("gtd")));
    const char *gtd = killed(&desk, "first");
    assert_string_not_equal(gtd, "11/11/14");
    const Moment before = {.seconds = 5999, .precision = MOMENT_TIME};
    const Situation *now = store_edition(desk.store, desk.situation, (Moment){.seconds = 0, .precision = MOMENT_NONE},
                                         NULL, desk.book.arena, &desk.book.err);
    const Situation *then = store_edition(desk.store, desk.situation, before, NULL, desk.book.arena, &desk.book.err);
    assert_true(str_equal(now->profile->name, STR("gtd")));
    assert_true(str_equal(then->profile->name, STR("daybook")));
    /* Another Store, which is to count by something else, does; and this one then as the book says again. */
    Store *other = opened(&desk.book, STORE_WRITE);
    store_use_profile(other, profile_named(STR("raw"), desk.book.arena, NULL));
    assert_true(store_assemble(other, desk.situation, &desk.book.err));
    assert_true(store_close(other, &desk.book.err));
    assert_string_equal(killed(&desk, "first"), gtd);
    keep(&desk, "undo 1", NULL, 7000);
    assert_string_equal(killed(&desk, "first"), "11/11/14");
    assert_int_equal(set(&desk, "undo 1", NULL, 7001, INT64_MAX), DECIDE_REFUSED);
    close_desk(&desk);
}

static void a_setting_survives_rebuilding_and_stands_in_the_chain(void **state)
{
    (void)state;
    Desk desk = open_desk();
    keep(&desk, "profile", "{\"name\": \"gtd\"}", 6000);
    const char *gtd = killed(&desk, "first");
    int64_t key = 0;
    store_rebuild_begin(desk.store);
    for (Document *d; (d = store_next_document(desk.store, &key, desk.book.arena));)
        store_keep_finding(
            desk.store, key,
            store_prepare(extract_document(&language, NULL, d, desk.book.arena), STR("test"), desk.book.arena));
    assert_true(store_rebuild_end(desk.store, &desk.book.err));
    assert_string_equal(killed(&desk, "first"), gtd);
    close_desk(&desk); /* verifies it */
}

/* clang-format off */
static const struct { const char *action; const char *value; const char *says; } WRONG[] = {
    {"profile",   "{\"name\": \"none such\"}",              "no profile"},
    {"profile",   "{}",                                     "\"name\""},
    {"public",    "{\"grid\": 3}",                          "\"grid\""},
    {"public",    "{\"delay\": \"long\"}",                  "\"delay\""},
    {"public",    "{\"unnamed\": [\"nobody\"]}",            "\"unnamed\""},
    {"public",    "{\"names\": [\"\"]}",                    "\"names\""},
    {"public",    "{\"originals\": true}",                  "\"originals\""},
    {"gazetteer", "{\"name\": \"Uplands\"}",                "needs a name"},
    {"gazetteer", "{\"name\": \"Uplands\", \"kind\": \"country\", \"lat\": 1, \"lon\": 1}", "\"kind\""},
    {"gazetteer", "{\"name\": \"Uplands\", \"kind\": \"town\", \"lat\": 91, \"lon\": 1}",   "\"lat\""},
    {"gazetteer", "{\"name\": \"Uplands\", \"country\": \"Peru\"}", "\"country\""},
    {"accept",    "{}",                                     "no setting"},
};
/* clang-format on */

static void what_is_not_well_made_is_refused_by_name(void **state)
{
    (void)state;
    Desk desk = open_desk();
    for (size_t i = 0; i < COUNT_OF(WRONG); i++) {
        desk.book.err = (Error){0};
        assert_int_equal(set(&desk, WRONG[i].action, WRONG[i].value, 6000, INT64_MAX), DECIDE_REFUSED);
        if (!strstr(desk.book.err.text, WRONG[i].says))
            fail_msg("%s: %s", WRONG[i].value, desk.book.err.text);
    }
    desk.book.err = (Error){0};
    act(&desk, (Act){"b.coder", "reject", claim_in(&desk, "first"), NULL});
    assert_int_equal(set(&desk, "undo 1", NULL, 6000, INT64_MAX), DECIDE_REFUSED); /* it is a situation's */
    desk.book.err = (Error){0};
    close_desk(&desk);
}

static void nothing_is_set_over_what_was_not_seen(void **state)
{
    (void)state;
    Desk desk = open_desk();
    keep(&desk, "profile", "{\"name\": \"gtd\"}", 6000);
    StoreDecision late = {.made_at = 6001,
                          .person = STR("b.admin"),
                          .action = STR("profile"),
                          .target = STR(""),
                          .value = STR("{\"name\": \"raw\"}"),
                          .reason = STR("no")};
    StoreDecision since = {0};
    assert_int_equal(store_set(desk.store, &late, 0, &since, desk.book.arena, &desk.book.err), DECIDE_OVERTAKEN);
    assert_int_equal(since.seq, 1);
    assert_true(str_equal(store_profile(desk.store)->name, STR("gtd")));
    close_desk(&desk);
}

static void the_public_choice_is_that_of_its_time(void **state)
{
    (void)state;
    Desk desk = open_desk();
    keep(&desk, "public", "{\"grid\": 0.5, \"delay\": 168, \"unnamed\": [\"media\"], \"names\": [\"Anna Upland\"]}",
         6000);
    PublicChoice now =
        store_public_choice(desk.store, (Moment){.seconds = 0, .precision = MOMENT_NONE}, desk.book.arena);
    PublicChoice then =
        store_public_choice(desk.store, (Moment){.seconds = 5000, .precision = MOMENT_TIME}, desk.book.arena);
    assert_true(now.grid_deg == 0.5 && now.delay_hours == 168 && now.name_count == 1 &&
                now.unnamed == 1U << PARTY_MEDIA);
    assert_true(then.grid_deg == 0 && then.name_count == 0);
    close_desk(&desk);
}

static void a_place_of_the_book_stands_before_the_gazetteer_s(void **state)
{
    (void)state;
    static const PlaceEntry GOMA = {.id = {"gn:216281", 9},
                                    .name = {"Goma", 4},
                                    .country = {"CD", 2},
                                    .admin1 = {"", 0},
                                    .kind = PLACE_TOWN,
                                    .lat_deg = -1.67,
                                    .lon_deg = 29.22,
                                    .has_point = true,
                                    .population = 144124};
    Desk desk = open_desk();
    Arena *arena = desk.book.arena;
    Buf bytes = {0};
    GazetteerBuild *build = gazetteer_build_create(arena);
    assert_true(gazetteer_build_add(build, &GOMA));
    gazetteer_build_write(build, &bytes);
    Gazetteer *base = gazetteer_from(arena, buf_str(&bytes), &desk.book.err);
    assert_ptr_equal(store_gazetteer(desk.store, base, arena, &desk.book.err), base);
    keep(
        &desk, "gazetteer",
        "{\"name\": \"Goma Town\", \"also\": [\"Old Goma\"], \"kind\": \"town\", \"country\": \"CD\", \"lat\": -1.5, \"lon\": 28.5, \"corrects\": \"gn:216281\"}",
        6000);
    keep(&desk, "gazetteer",
         "{\"name\": \"Upland Ford\", \"kind\": \"town\", \"country\": \"PE\", \"lat\": -12, \"lon\": -77}", 6001);
    const Gazetteer *own = store_gazetteer(desk.store, base, arena, &desk.book.err);
    static const char *const NAMES[] = {"Goma", "Goma Town", "Old Goma", "Upland Ford"};
    for (size_t i = 0; i < COUNT_OF(NAMES); i++) {
        size_t count = 0;
        const Candidate *found = gazetteer_named(own, str_from(NAMES[i]), arena, &count);
        assert_int_equal(count, 1);
        assert_true(found->place.lat_deg == (i < 3 ? -1.5 : -12));
        assert_true(i < 3 ? str_equal(found->place.id, STR("gn:216281")) : str_begins(found->place.id, STR("book:")));
    }
    size_t count = 0;
    const Candidate *goma = gazetteer_named(own, STR("Goma"), arena, &count);
    assert_int_equal(goma->place.population, 144124);
    keep(&desk, "undo 2", NULL, 6002);
    own = store_gazetteer(desk.store, base, arena, &desk.book.err);
    assert_null(gazetteer_named(own, STR("Upland Ford"), arena, &count));
    buf_free(&bytes);
    close_desk(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_profile_in_use_counts_every_list_and_each_moment_by_its_own),
        cmocka_unit_test(a_setting_survives_rebuilding_and_stands_in_the_chain),
        cmocka_unit_test(what_is_not_well_made_is_refused_by_name),
        cmocka_unit_test(nothing_is_set_over_what_was_not_seen),
        cmocka_unit_test(the_public_choice_is_that_of_its_time),
        cmocka_unit_test(a_place_of_the_book_stands_before_the_gazetteer_s),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
