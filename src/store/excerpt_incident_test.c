/* excerpt_incident: an incident out of the rows is as the edition has it. */
#include "store/desk_for_tests.h"

#include "store/browse.h"
#include "store/excerpt.h"

/* A wave whose whole takes in what is told of one town; two parties, one of which corrects itself; a sum. */
static const char *const PILE[] = {
    "GOMA - At least 12 coordinated attacks struck towns across North Kivu on Saturday, among them Goma, Beni and "
    "Butembo.\n\nAccording to official and media reports:\n\n- At least 10 security personnel were killed.\n"
    "- At least 11 civilians were killed, including women and children in Beni.\n\n"
    "Government sources say that 37-70 militants were killed.\n",
    "GOMA - At least 21 people were killed in attacks in North Kivu on Saturday, official reports say. Among the dead were "
    "11 civilians and 10 security personnel.\n\nAuthorities said that 67 militants were killed on Saturday.\n",
    "GOMA - Police said that 14 civilians were killed in the attacks in North Kivu on Saturday. Officials said that 15 civilians "
    "were killed. The rebels said that dozens of soldiers were killed.\n",
    "GOMA - Police said that 16 civilians were killed in the attacks in North Kivu on Saturday.\n",
    "CALLAO, Peru - Three sailors were wounded as masked men fired upon a ferry off Callao last week, their union wrote.\n",
};

static Desk filled(void)
{
    Desk desk = {.book = fresh()};
    char name[] = "report-0";
    desk.store = opened(&desk.book, STORE_CREATE);
    for (size_t i = 0; i < COUNT_OF(PILE); i++) {
        name[sizeof name - 2] = (char)('0' + i);
        put(&desk, name, PILE[i], 1000 + (int64_t)i);
    }
    assert_true(store_situation(desk.store, STR("main"), false, &desk.situation, &desk.book.err));
    return desk;
}

static void same_claims(const Situation *a, const uint32_t *x, const Situation *b, const uint32_t *y, size_t count)
{
    for (size_t i = 0; i < count; i++)
        assert_true(str_equal(a->claims[x[i]].claim->id, b->claims[y[i]].claim->id));
}

static bool same_text(Str a, Str b)
{
    return a.len == b.len && str_equal(a.len > 0 ? a : STR(""), b.len > 0 ? b : STR(""));
}

static void same_estimate(const Situation *a, const Estimate *x, const Situation *b, const Estimate *y)
{
    assert_int_equal(x->present, y->present);
    if (!x->present)
        return;
    const int64_t left[] = {x->has_low,
                            x->low,
                            x->has_best,
                            x->best,
                            x->has_high,
                            x->high,
                            x->high_open,
                            x->origins,
                            x->derived,
                            x->without,
                            x->words_only,
                            x->window.first,
                            x->window.last,
                            (int64_t)x->claim_count,
                            (int64_t)x->superseded_count,
                            (int64_t)x->claimed_count};
    const int64_t right[] = {y->has_low,
                             y->low,
                             y->has_best,
                             y->best,
                             y->has_high,
                             y->high,
                             y->high_open,
                             y->origins,
                             y->derived,
                             y->without,
                             y->words_only,
                             y->window.first,
                             y->window.last,
                             (int64_t)y->claim_count,
                             (int64_t)y->superseded_count,
                             (int64_t)y->claimed_count};
    for (size_t i = 0; i < COUNT_OF(left); i++)
        assert_int_equal(left[i], right[i]);
    assert_true(same_text(x->rule, y->rule) && same_text(x->working, y->working) && same_text(x->people, y->people));
    same_claims(a, x->claims, b, y->claims, x->claim_count);
    same_claims(a, x->superseded, b, y->superseded, x->superseded_count);
    for (size_t i = 0; i < x->claimed_count; i++) {
        const ClaimedFigure *c = &x->claimed[i];
        const ClaimedFigure *d = &y->claimed[i];
        assert_true(c->party == d->party && c->words == d->words && interval_equal(c->count, d->count) &&
                    window_equal(c->window, d->window) && same_text(c->text, d->text));
        assert_int_equal(c->claim_count, d->claim_count);
        same_claims(a, c->claims, b, d->claims, c->claim_count);
    }
}

static void same_incident(const Situation *a, const Incident *x, const Situation *b, const Incident *y)
{
    for (int o = 0; o < OUTCOME_COUNT_; o++)
        for (int k = 0; k < CELL_COUNT_; k++)
            same_estimate(a, &x->estimates.cells[o][k], b, &y->estimates.cells[o][k]);
    assert_int_equal(x->claim_count, y->claim_count);
    same_claims(a, x->claims, b, y->claims, x->claim_count);
    assert_int_equal(x->version_count, y->version_count);
    for (size_t i = 0; i < x->version_count; i++) {
        assert_int_equal(x->versions[i].party, y->versions[i].party);
        assert_int_equal(x->versions[i].claim_count, y->versions[i].claim_count);
        same_claims(a, x->versions[i].claims, b, y->versions[i].claims, x->versions[i].claim_count);
    }
    assert_int_equal(x->document_count, y->document_count);
    for (size_t i = 0; i < x->document_count; i++)
        assert_true(str_equal(a->documents[x->documents[i]].extraction->document->id,
                              b->documents[y->documents[i]].extraction->document->id));
    assert_int_equal(x->part_of >= 0, y->part_of >= 0);
}

/* Every incident, and what they show at all. */
typedef struct {
    size_t claimed;
    size_t superseded;
    size_t sums;
} Seen;

static Seen compare_all(Desk *desk)
{
    static const Moment NOW = {.seconds = 0, .precision = MOMENT_NONE};
    Seen seen = {0};
    Arena *arena = desk->book.arena;
    assert_true(store_assemble(desk->store, desk->situation, &desk->book.err));
    const Situation *edition =
        store_edition(desk->store, desk->situation, NOW, profile_default(arena), arena, &desk->book.err);
    for (size_t i = 0; i < edition->incident_count; i++) {
        const Incident *x = &edition->incidents[i];
        StoreExcerpt excerpt;
        int64_t seq = store_incident_seq(desk->store, desk->situation, x->id);
        assert_true(store_excerpt_incident(desk->store, desk->situation, seq, arena, &excerpt, &desk->book.err));
        const Situation *s = excerpt.situation;
        assert_true(s->headline >= 0);
        same_incident(edition, x, s, &s->incidents[s->headline]);
        seen.claimed += x->estimates.cells[OUTCOME_KILLED][CELL_MILITANT].claimed_count;
        seen.superseded += x->estimates.cells[OUTCOME_KILLED][CELL_CIVILIAN].superseded_count;
        seen.sums += s->sum_count;
    }
    assert_int_equal(seen.sums, edition->sum_count);
    return seen;
}

static void every_incident_is_as_the_edition_has_it(void **state)
{
    (void)state;
    Desk desk = filled();
    Seen seen = compare_all(&desk);
    assert_true(seen.claimed > 0 && seen.superseded > 0 && seen.sums > 0);
    close_desk(&desk);
}

static void and_so_it_is_after_decisions(void **state)
{
    (void)state;
    Desk desk = filled();
    act(&desk,
        (Act){
            .person = "A. Coder", .action = "edit", .target = claim_in(&desk, "report-2"), .value = "{\"count\": 15}"});
    act(&desk, (Act){.person = "A. Coder", .action = "reject", .target = claim_in(&desk, "report-1")});
    (void)compare_all(&desk);
    close_desk(&desk);
}

static void what_is_no_incident_has_no_headline(void **state)
{
    (void)state;
    Desk desk = filled();
    StoreExcerpt excerpt;
    assert_true(store_assemble(desk.store, desk.situation, &desk.book.err));
    assert_true(store_excerpt_incident(desk.store, desk.situation, 99, desk.book.arena, &excerpt, &desk.book.err));
    assert_int_equal(excerpt.situation->headline, -1);
    assert_true(store_excerpt_incident(desk.store, desk.situation, -1, desk.book.arena, &excerpt, &desk.book.err));
    assert_int_equal(excerpt.situation->headline, -1);
    close_desk(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_incident_is_as_the_edition_has_it),
        cmocka_unit_test(and_so_it_is_after_decisions),
        cmocka_unit_test(what_is_no_incident_has_no_headline),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
