#include "assemble/conflict/disruption.h"

#include "assemble/pile_for_tests.h"

typedef struct {
    const char *name;
    struct {
        const char *published;
        TestClaim claim;
    } told[4];
    const char *want; /* a period each: type, place, days and how it ended */
} Case;

/* clang-format off */
static const Case CASES[] = {
    {"a service cut, still cut and restored is one period",
     {{"2026-02-01", {"service", .type = "rail", .place = "Alba"}},
      {"2026-02-03", {"service", .type = "rail", .place = "Alba"}},
      {"2026-02-05", {"service", .type = "rail", .place = "Alba", .ended = true}}},
     "rail Alba 2026-02-01 2026-02-05 ended"},
    {"a day counted to is a day counted back from",
     {{"2026-02-04", {"service", .type = "rail", .form = COUNT_EXACT, .n = 5, .unit = "days"}}},
     "rail - 2026-01-31 2026-02-04 open"},
    {"what is cut again after it was restored is another period",
     {{"2026-02-01", {"service", .type = "rail"}},
      {"2026-02-02", {"service", .type = "rail", .ended = true}},
      {"2026-02-04", {"service", .type = "rail"}}},
     "rail - 2026-02-01 2026-02-02 ended | rail - 2026-02-04 2026-02-04 open"},
    {"services, and towns, are told apart; the region takes its town's",
     {{"2026-02-01", {"service", .type = "rail", .place = "Alba"}},
      {"2026-02-01", {"service", .type = "roads", .place = "Alba"}},
      {"2026-02-01", {"service", .type = "rail", .place = "Brena"}},
      {"2026-02-02", {"service", .type = "roads", .place = "Northland"}}},
     "rail Alba 2026-02-01 2026-02-01 open | roads Northland 2026-02-01 2026-02-02 open | rail Brena 2026-02-01 2026-02-01 open"},
    {"an attempt is no disruption of the service",
     {{"2026-02-01", {"service", .type = "rail", .status = STATUS_ATTEMPTED}},
      {"2026-02-01", {"service", .type = "rail", .status = STATUS_COMPLETED}}},
     "rail - 2026-02-01 2026-02-01 attempted | rail - 2026-02-01 2026-02-01 open"},
    {"background tells of another time",
     {{"2026-02-01", {"service", .type = "rail", .background = true}}},
     ""},
};
/* clang-format on */

static const char *print(Pile *pile, const Situation *s)
{
    Buf out = {0};
    size_t count = 0;
    const Disruption *all = disruptions_of(s, pile->arena, &count);
    for (size_t i = 0; i < count; i++) {
        buf_put(&out, i > 0 ? STR(" | ") : STR(""));
        buf_put(&out, all[i].type);
        buf_char(&out, ' ');
        buf_put(&out, all[i].place ? all[i].place->place.name : STR("-"));
        buf_char(&out, ' ');
        day_write(&out, all[i].first);
        buf_char(&out, ' ');
        day_write(&out, all[i].last);
        buf_put(&out, all[i].attempted ? STR(" attempted") : all[i].ended ? STR(" ended") : STR(" open"));
    }
    Str text = arena_copy(pile->arena, buf_str(&out));
    buf_free(&out);
    return text.ptr ? text.ptr : "";
}

static void disruptions_are_periods(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        const Case *c = &CASES[i];
        Pile pile = pile_new();
        for (size_t k = 0; k < COUNT_OF(c->told) && c->told[k].published; k++) {
            static const char *const IDS[] = {"a", "b", "c", "d"};
            Extraction *x = pile_add(&pile, IDS[k], c->told[k].published, "The service was told of.");
            TestClaim claim = c->told[k].claim;
            claim.kind = KIND_DISRUPTION;
            pile_claim(&pile, x, claim);
        }
        for (size_t k = 0; k < pile.count; k++)
            assemble_document(pile.items[k], profile_default(pile.arena), pile.arena);
        const Situation *s = assemble_situation(pile.items, pile.count, profile_default(pile.arena),
                                                (Moment){.seconds = 0, .precision = MOMENT_NONE}, pile.arena);
        print_message("%s\n", c->name);
        assert_string_equal(print(&pile, s), c->want);
        pile_free(&pile);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(disruptions_are_periods)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
