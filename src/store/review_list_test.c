#include "store/store.h"

#include "store/db.h"
#include "store/desk_for_tests.h"

static void the_queue_says_what_rejecting_would_do(void **state)
{
    (void)state;
    Desk desk = open_desk();
    View queue = list(&desk, "queue");
    size_t moving = 0;
    for (size_t i = 0; i < queue.row_count; i++) {
        View effect;
        StoreDecision decision = {.situation = desk.situation,
                                  .made_at = 1,
                                  .person = STR("a.coder"),
                                  .action = STR("reject"),
                                  .target = value_at(&queue, i, "claim"),
                                  .reason = STR("to see")};
        assert_true(store_effect(desk.store, &decision, desk.book.arena, &effect, &desk.book.err));
        bool moves = !str_equal(value_at(&queue, i, "weight"), STR("0"));
        moving += moves;
        assert_int_equal(effect.row_count > 0, moves);
        if (moves && str_present(value_at(&effect, 0, "best_before"))) {
            Str best = value_at(&effect, 0, "text"); /* "best 11 → 14, …" */
            size_t end = str_find_char(best, ',', 0);
            Str first = end == SIZE_MAX ? best : str_slice(best, 0, end);
            bool told = str_find(value_at(&queue, i, "moves"), first, 0) != SIZE_MAX;
            if (!told)
                print_error("%.*s: %.*s\n", (int)best.len, best.ptr, (int)value_at(&queue, i, "moves").len,
                            value_at(&queue, i, "moves").ptr);
            assert_true(told);
        }
    }
    assert_true(moving >= 2);
    close_desk(&desk);
}

static void what_is_decided_leaves_the_queue_and_what_is_contested_leads_it(void **state)
{
    (void)state;
    Desk desk = open_desk();
    size_t before = list(&desk, "queue").row_count;
    Str first = claim_in(&desk, "first");
    act(&desk, (Act){"a.coder", "accept", first, NULL});
    assert_int_equal(list(&desk, "queue").row_count, before - 1);
    act(&desk, (Act){"a.coder", "undo", STR("1"), NULL});
    assert_int_equal(list(&desk, "queue").row_count, before);
    Str third = claim_in(&desk, "third");
    act(&desk, (Act){"a.coder", "accept", third, "{\"independent\": true}"});
    act(&desk, (Act){"b.coder", "reject", third, "{\"independent\": true}"});
    View queue = list(&desk, "queue");
    assert_int_equal(queue.row_count, before);
    assert_true(str_equal(value_at(&queue, 0, "claim"), third));
    assert_true(str_begins(value_at(&queue, 0, "why"), STR("contested")));
    close_desk(&desk);
}

static void agreement_is_counted_by_field_and_what_differs_is_listed(void **state)
{
    (void)state;
    Desk desk = open_desk();
    assert_int_equal(list(&desk, "agreement").row_count, 0);
    static const char *const REPORTS[] = {"first", "second", "third"};
    for (size_t i = 0; i < COUNT_OF(REPORTS); i++) {
        const char *other =
            i == 2 ? "{\"count\": 7, \"class\": \"civilian\", \"independent\": true}" : "{\"independent\": true}";
        Str claim = claim_in(&desk, REPORTS[i]);
        act(&desk, (Act){"a.coder", "accept", claim, "{\"independent\": true}"});
        act(&desk, (Act){"b.coder", i == 2 ? "edit" : "accept", claim, other});
    }
    assert_true(str_equal(look_up(&desk, "agreement", "field", "count", "agreed"), STR("2")));
    assert_true(str_equal(look_up(&desk, "agreement", "field", "count", "pairs"), STR("3")));
    assert_true(str_equal(look_up(&desk, "agreement", "field", "verdict", "agreed"), STR("3")));
    assert_true(str_equal(look_up(&desk, "agreement", "field", "outcome", "alpha"), STR("1.000")));
    View open = list(&desk, "disagreements");
    assert_true(open.row_count >= 1);
    assert_true(str_equal(look_up(&desk, "disagreements", "field", "count", "value_2"), STR("7")));
    assert_true(str_equal(look_up(&desk, "disagreements", "field", "count", "person"), STR("a.coder")));
    act(&desk, (Act){"c.editor", "edit", claim_in(&desk, "third"), "{\"count\": 7}"});
    assert_int_equal(list(&desk, "disagreements").row_count, 0);
    assert_true(str_equal(look_up(&desk, "agreement", "field", "count", "agreed"), STR("2"))); /* first readings stay */
    close_desk(&desk);
}

static StoreCoding coding(Desk *desk, const char *person)
{
    StoreCoding out;
    assert_true(store_coding(desk->store, desk->situation, str_from(person), desk->book.arena, &out, &desk->book.err));
    return out;
}

static void a_coder_reads_first_what_others_have_read(void **state)
{
    (void)state;
    Desk desk = open_desk();
    Str first = claim_in(&desk, "first");
    Str third = claim_in(&desk, "third");
    assert_true(str_equal(coding(&desk, "a.coder").claim, list(&desk, "claims").cells[0]));
    act(&desk, (Act){"b.coder", "reject", third, "{\"independent\": true}"});
    StoreCoding next = coding(&desk, "a.coder");
    assert_true(str_equal(next.claim, third));
    assert_int_equal(next.read, 0);
    assert_int_equal(next.awaiting, 1);
    act(&desk, (Act){"a.coder", "accept", third, "{\"independent\": true}"});
    assert_int_equal(coding(&desk, "a.coder").read, 1);
    assert_int_equal(coding(&desk, "a.coder").awaiting, 0);
    StoreDecision decision = {.situation = desk.situation,
                              .person = STR("a.coder"),
                              .action = STR("accept"),
                              .target = third,
                              .reason = STR("so")};
    assert_true(store_settles(desk.store, &decision));
    decision.value = STR("{\"independent\": true}");
    assert_false(store_settles(desk.store, &decision));
    decision.value = STR_NONE;
    decision.target = first;
    assert_false(store_settles(desk.store, &decision));
    close_desk(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_queue_says_what_rejecting_would_do),
        cmocka_unit_test(what_is_decided_leaves_the_queue_and_what_is_contested_leads_it),
        cmocka_unit_test(a_coder_reads_first_what_others_have_read),
        cmocka_unit_test(agreement_is_counted_by_field_and_what_differs_is_listed),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
