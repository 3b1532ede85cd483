#include "store/store.h"

#include "store/book.h"
#include "store/desk_for_tests.h"
#include "store/former_claim.h"

static void a_decision_moves_figures_and_its_undo_moves_them_back(void **state)
{
    (void)state;
    static const struct {
        const char *action;
        const char *value;
        const char *report;
        const char *then; /* killed */
    } CASES[] = {
        {"accept", NULL, "first", "11/11/14"},
        {"reject", NULL, "first", "14/14/14"},
        {"unverifiable", NULL, "second", "11/11/-"},
        {"edit", "{\"count\": 12}", "first", "12/12/14"},
        {"edit", "{\"count\": {\"low\": 20, \"high\": null}}", "second", "11/11/-"},
        {"edit", "{\"outcome\": \"injured\"}", "first", "14/14/14"},
        {"edit", "{\"background\": true, \"stance\": \"denies\"}", "first", "14/14/14"},
        {"edit", "{\"count\": null}", "second", "11/11/-"},
        {"note", "{\"text\": \"call them again\"}", "second", "11/11/14"},
    };
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        Desk desk = open_desk();
        assert_string_equal(killed(&desk, "second"), "11/11/14");
        act(&desk, (Act){"a.coder", CASES[i].action, claim_in(&desk, CASES[i].report), CASES[i].value});
        assert_string_equal(killed(&desk, strcmp(CASES[i].report, "first") == 0 ? "second" : "first"), CASES[i].then);
        act(&desk, (Act){"a.coder", "undo", STR("1"), NULL});
        assert_string_equal(killed(&desk, "second"), "11/11/14");
        act(&desk, (Act){"a.coder", "undo", STR("2"), NULL});
        assert_string_equal(killed(&desk, strcmp(CASES[i].report, "first") == 0 ? "second" : "first"), CASES[i].then);
        close_desk(&desk);
    }
}

static void incidents_are_merged_split_and_claims_moved_and_all_of_it_undone(void **state)
{
    (void)state;
    Desk desk = open_desk();
    Str goma = incident_of(&desk, "first");
    assert_true(str_equal(goma, incident_of(&desk, "second")));
    assert_false(str_equal(goma, incident_of(&desk, "third")));

    act(&desk, (Act){"a.coder", "merge", incident_of(&desk, "third"), with(&desk, "{\"with\": \"@\"}", goma)});
    assert_true(str_equal(incident_of(&desk, "first"), incident_of(&desk, "third")));
    act(&desk, (Act){"a.coder", "undo", STR("1"), NULL});
    assert_false(str_equal(incident_of(&desk, "first"), incident_of(&desk, "third")));

    act(&desk, (Act){"a.coder", "split", goma, "{\"reports\": [\"second\"]}"});
    assert_false(str_equal(incident_of(&desk, "first"), incident_of(&desk, "second")));
    assert_string_equal(killed(&desk, "first"), "11/11/-");
    assert_string_equal(killed(&desk, "second"), "14/14/14");
    act(&desk, (Act){"a.coder", "merge", goma, with(&desk, "{\"with\": \"@\"}", incident_of(&desk, "second"))});
    assert_string_equal(killed(&desk, "first"), "11/11/14"); /* the later decision holds */
    act(&desk, (Act){"a.coder", "undo", STR("4"), NULL});
    assert_string_equal(killed(&desk, "first"), "11/11/-");
    act(&desk, (Act){"a.coder", "undo", STR("3"), NULL});
    assert_string_equal(killed(&desk, "first"), "11/11/14");

    act(&desk, (Act){"a.coder", "move", claim_in(&desk, "second"),
                     with(&desk, "{\"to\": \"@\"}", incident_of(&desk, "third"))});
    assert_true(str_equal(incident_of(&desk, "second"), incident_of(&desk, "third")));
    assert_string_equal(killed(&desk, "first"), "11/11/-");
    act(&desk, (Act){"a.coder", "move", claim_in(&desk, "second"), "{\"to\": null}"});
    Str made = incident_of(&desk, "second");
    assert_false(str_equal(made, incident_of(&desk, "third")));
    act(&desk, (Act){"a.coder", "place", made, "{\"name\": \"Kampala\", \"lat\": 0.31, \"lon\": 32.58}"});
    act(&desk, (Act){"a.coder", "day", made, "{\"first\": \"2026-01-02\"}"});
    assert_true(str_equal(look_up(&desk, "incidents", "place", "Kampala", "id"), made));
    assert_true(str_equal(look_up(&desk, "incidents", "place", "Kampala", "first"), STR("2026-01-02")));
    close_desk(&desk);
}

static void copies_origins_and_claims_of_one_s_own(void **state)
{
    (void)state;
    Desk desk = open_desk();
    act(&desk,
        (Act){"a.coder", "copy", claim_in(&desk, "second"), with(&desk, "{\"of\": \"@\"}", claim_in(&desk, "first"))});
    assert_string_equal(killed(&desk, "first"), "11/11/-");
    act(&desk, (Act){"a.coder", "undo", STR("1"), NULL});
    act(&desk, (Act){"a.coder", "copy", STR("second"), "{\"of\": \"first\"}"});
    assert_true(str_equal(look_up(&desk, "sources", "id", "second", "copy_of"), STR("first")));
    act(&desk, (Act){"a.coder", "origin", claim_in(&desk, "first"), "{\"speaker\": \"Dr Amani Bisimwa\"}"});
    assert_true(str_equal(look_up(&desk, "claims", "document", "first", "speaker"), STR("Dr Amani Bisimwa")));
    act(&desk, (Act){"a.coder", "add", STR("third"),
                     "{\"start\": 15, \"end\": 28, \"kind\": \"casualty\", \"outcome\": \"killed\", \"count\": 2}"});
    Str added = look_up(&desk, "claims", "decided", "added", "id");
    assert_string_equal(killed(&desk, "third"), "2/2/2");
    act(&desk, (Act){"b.editor", "edit", added, "{\"count\": 4}"});
    assert_string_equal(killed(&desk, "third"), "4/4/4");
    act(&desk, (Act){"b.editor", "reject", added, NULL});
    assert_true(str_equal(look_up(&desk, "claims", "decided", "rejected", "id"), added));
    close_desk(&desk);
}

static void what_is_not_well_made_is_refused_by_name(void **state)
{
    (void)state;
    Desk desk = open_desk();
    Str claim = claim_in(&desk, "first");
    Str incident = incident_of(&desk, "first");
    const struct {
        const char *action;
        Str target;
        const char *value;
        const char *wanted;
    } CASES[] = {
        {"burn", claim, NULL, "action: there is no \"burn\""},
        {"reject", STR("0123456789abcdef"), NULL, "is no claim, incident or report"},
        {"reject", incident, NULL, "reject is not for a incident"},
        {"merge", claim, with(&desk, "{\"with\": \"@\"}", incident), "merge is not for a claim"},
        {"merge", incident, with(&desk, "{\"with\": \"@\"}", incident), "is the target itself"},
        {"merge", incident, "{\"with\": \"first\"}", "is no incident of this situation"},
        {"merge", incident, "{}", "needs \"with\""},
        {"split", incident, "{\"reports\": [\"third\"]}", "is not of the incident"},
        {"split", incident, "{\"reports\": [\"first\", \"second\"]}", "would have no report left"},
        {"split", incident, "{\"reports\": [\"first\", \"first\"]}", "stands there twice"},
        {"split", incident, "{\"reports\": []}", "\"reports\" must be a list"},
        {"edit", claim, NULL, "names no field"},
        {"edit", claim, "{\"count\": -1}", "\"count\" must be"},
        {"edit", claim, "{\"count\": 1.5}", "\"count\" must be"},
        {"edit", claim, "{\"count\": {\"low\": 5, \"high\": 4}}", "\"count\" must be of a high"},
        {"edit", claim, "{\"outcome\": \"gone\"}", "\"outcome\" must be"},
        {"edit", claim, "{\"class\": \"\"}", "\"class\" must be"},
        {"edit", claim, "{\"days\": {\"first\": \"2026-02-30\"}}", "\"days\" must be"},
        {"edit", claim, "{\"days\": {\"first\": \"2026-02-03\", \"last\": \"2026-02-01\"}}", "\"days\" must be"},
        {"edit", claim, "{\"place\": {\"name\": \"Goma\", \"lat\": 91, \"lon\": 0}}", "\"place\" must be of lat"},
        {"edit", claim, "{\"place\": {\"name\": \"Goma\", \"lat\": 9}}", "\"place\" must be of lat"},
        {"edit", claim, "{\"colour\": 1}", "edit takes no field \"colour\""},
        {"edit", claim, "{\"anchor\": {}}", "edit takes no field \"anchor\""},
        {"edit", claim, "{\"count\": 1", "value: byte"},
        {"edit", claim, "[1]", "must be an object"},
        {"place", claim, "{\"lat\": 1, \"lon\": 1}", "\"place\" must be an object with a name"},
        {"day", claim, "{}", "\"day\" must be a first day"},
        {"move", claim, "{}", "needs \"to\""},
        {"copy", claim, "{\"of\": \"first\"}", "is no claim of this situation"},
        {"note", claim, "{\"text\": \" \"}", "\"text\" must be a text"},
        {"add", STR("first"), "{\"start\": 5, \"end\": 4, \"kind\": \"attack\"}", "needs a start"},
        {"add", STR("first"), "{\"start\": 5, \"end\": 4000, \"kind\": \"attack\"}", "lies behind the report's text"},
        {"undo", STR("7"), NULL, "is no decision of this situation"},
        {"undo", STR("x"), NULL, "undo needs the number"},
    };
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        desk.book.err = (Error){0};
        DecideResult result = try(&desk, (Act){"a.coder", CASES[i].action, CASES[i].target, CASES[i].value}, NULL);
        if (!strstr(desk.book.err.text, CASES[i].wanted))
            print_error("case %zu: %s\n", i, desk.book.err.text);
        assert_int_equal(result, DECIDE_REFUSED);
        assert_non_null(strstr(desk.book.err.text, CASES[i].wanted));
        assert_int_equal(desk.book.err.kind, ERROR_USAGE);
    }
    assert_int_equal(list(&desk, "decisions").row_count, 0);
    close_desk(&desk);
}

static void nothing_is_overwritten_that_was_not_seen(void **state)
{
    (void)state;
    Desk desk = open_desk();
    StoreDecision since = {0};
    Str claim = claim_in(&desk, "first");
    int64_t seen = store_last_decision(desk.store, desk.situation, claim);
    assert_int_equal(seen, 0);
    act(&desk, (Act){"a.coder", "edit", claim, "{\"count\": 12}"});
    assert_int_equal(try(&desk, (Act){"b.editor", "reject", claim, NULL, .seen = seen}, &since), DECIDE_OVERTAKEN);
    assert_int_equal(since.seq, 1);
    assert_true(str_equal(since.person, STR("a.coder")));
    assert_string_equal(killed(&desk, "second"), "12/12/14");
    assert_int_equal(try(&desk, (Act){"a.coder", "accept", claim, NULL, .seen = seen}, &since), DECIDE_KEPT);
    assert_int_equal(try(&desk, (Act){"b.editor", "undo", STR("1"), NULL, .seen = 1}, &since), DECIDE_OVERTAKEN);
    assert_int_equal(since.seq, 2);
    assert_int_equal(try(&desk, (Act){"b.editor", "undo", STR("1"), NULL, .seen = 2}, &since), DECIDE_KEPT);
    assert_int_equal(try(&desk, (Act){"a.coder", "accept", claim, NULL, .seen = 2}, &since), DECIDE_OVERTAKEN);
    assert_int_equal(since.seq, 3);
    assert_int_equal(store_last_decision(desk.store, desk.situation, claim), 3);
    assert_int_equal(try(&desk, (Act){"b.editor", "note", claim, "{\"text\": \"hm\"}", .seen = 0}, &since),
                     DECIDE_KEPT);
    close_desk(&desk);
}

static void two_coders_count_where_they_agree(void **state)
{
    (void)state;
    Desk desk = open_desk();
    Str claim = claim_in(&desk, "first");
    act(&desk, (Act){"a.coder", "edit", claim, "{\"count\": 12, \"independent\": true}"});
    assert_string_equal(killed(&desk, "second"), "12/12/14");
    act(&desk, (Act){"b.coder", "edit", claim, "{\"count\": 13, \"independent\": true}"});
    assert_string_equal(killed(&desk, "second"), "11/11/14"); /* as the program found it */
    assert_true(str_equal(look_up(&desk, "claims", "document", "first", "decided"), STR("contested")));
    act(&desk, (Act){"b.coder", "edit", claim, "{\"count\": 12, \"independent\": true}"});
    assert_string_equal(killed(&desk, "second"), "12/12/14");
    act(&desk, (Act){"b.coder", "reject", claim, "{\"independent\": true}"});
    assert_string_equal(killed(&desk, "second"), "11/11/14");
    act(&desk, (Act){"c.editor", "edit", claim, "{\"count\": 13}"}); /* adjudicated */
    assert_string_equal(killed(&desk, "second"), "13/13/14");
    close_desk(&desk);
}

static void a_decision_names_a_claim_by_what_was_found_not_by_what_people_made_of_it(void **state)
{
    (void)state;
    Desk desk = open_desk();
    Str claim = claim_in(&desk, "first");
    act(&desk, (Act){"a.coder", "edit", claim, "{\"outcome\": \"injured\", \"count\": 99}"});
    act(&desk, (Act){"a.coder", "accept", claim, NULL});
    Str value = look_up(&desk, "decisions", "action", "accept", "value");
    assert_true(str_find(value, STR("\"outcome\":\"killed\",\"low\":11,\"start\""), 0) != SIZE_MAX);
    close_desk(&desk);
}

static void an_effect_says_what_would_move_and_writes_nothing(void **state)
{
    (void)state;
    Desk desk = open_desk();
    View view;
    StoreDecision decision = {.situation = desk.situation,
                              .made_at = 1,
                              .person = STR("a.coder"),
                              .action = STR("edit"),
                              .target = claim_in(&desk, "first"),
                              .value = STR("{\"count\": 12}"),
                              .reason = STR("a slip")};
    assert_true(store_effect(desk.store, &decision, desk.book.arena, &view, &desk.book.err));
    assert_int_equal(view.row_count, 1);
    assert_true(str_equal(value_at(&view, 0, "text"), STR("best 11 → 12, low 11 → 12")));
    assert_int_equal(list(&desk, "decisions").row_count, 0);
    decision.action = STR("merge");
    decision.target = incident_of(&desk, "third");
    decision.value = str_from(with(&desk, "{\"with\": \"@\"}", incident_of(&desk, "first")));
    assert_true(store_effect(desk.store, &decision, desk.book.arena, &view, &desk.book.err));
    assert_true(view.row_count >= 1);
    decision.reason = STR(""); /* not thought of yet */
    assert_true(store_effect(desk.store, &decision, desk.book.arena, &view, &desk.book.err));
    decision.value = STR("{}");
    assert_false(store_effect(desk.store, &decision, desk.book.arena, &view, &desk.book.err));
    close_desk(&desk);
}

static void an_edition_holds_decisions_made_by_then(void **state)
{
    (void)state;
    Desk desk = open_desk();
    Str claim = claim_in(&desk, "first");
    act(&desk, (Act){"a.coder", "edit", claim, "{\"count\": 12}", .made_at = 5000});
    act(&desk, (Act){"a.coder", "undo", STR("1"), NULL, .made_at = 7000});
    static const struct {
        int64_t then;
        const char *wanted;
    } CASES[] = {{4000, "11/11/14"}, {6000, "12/12/14"}, {8000, "11/11/14"}};
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        Moment then = {.seconds = CASES[i].then, .precision = MOMENT_TIME};
        assert_true(
            store_look_back(desk.store, desk.situation, then, profile_default(desk.book.arena), &desk.book.err));
        assert_string_equal(killed(&desk, "second"), CASES[i].wanted);
        DecideResult result = try(&desk, (Act){"a.coder", "reject", claim, NULL, .seen = INT64_MAX}, NULL);
        assert_int_equal(result, DECIDE_REFUSED); /* not on an earlier edition */
    }
    close_desk(&desk);
}

/* Finds all claims anew, as other rules would: passages begin later, and one report gives none. */
static void rebuild(Desk *desk, const char *silent, uint32_t later)
{
    int64_t key = 0;
    Document *document = NULL;
    Arena *arena = desk->book.arena;
    store_rebuild_begin(desk->store);
    while ((document = store_next_document(desk->store, &key, arena))) {
        Extraction *x = extract_document(&language, NULL, document, arena);
        for (size_t i = 0; i < x->claim_count; i++)
            x->claims[i].evidence.start += later;
        if (str_equal(document->id, str_from(silent)))
            x->claim_count = 0;
        store_keep_finding(desk->store, key, store_prepare(x, STR("other"), arena));
    }
    assert_true(store_rebuild_end(desk->store, &desk->book.err));
}

static void decisions_survive_other_rules(void **state)
{
    (void)state;
    Desk desk = open_desk();
    Str claim = claim_in(&desk, "first");
    act(&desk, (Act){"a.coder", "edit", claim, "{\"count\": 12}"});
    act(&desk, (Act){"a.coder", "split", incident_of(&desk, "first"), "{\"reports\": [\"second\"]}"});
    rebuild(&desk, "nobody", 3);
    Str other = claim_in(&desk, "first");
    assert_false(str_equal(claim, other)); /* other ids */
    assert_true(str_equal(store_former_claim(desk.store, desk.situation, claim, desk.book.arena), other));
    assert_string_equal(killed(&desk, "first"), "12/12/12");
    assert_string_equal(killed(&desk, "second"), "14/14/14");
    assert_true(str_equal(look_up(&desk, "decisions", "action", "edit", "attached"), STR("1")));
    rebuild(&desk, "first", 0);
    assert_true(str_equal(look_up(&desk, "decisions", "action", "edit", "attached"), STR("0")));
    assert_int_equal(list(&desk, "decisions").row_count, 2);
    assert_false(str_present(store_former_claim(desk.store, desk.situation, claim, desk.book.arena)));
    rebuild(&desk, "nobody", 0);
    assert_true(str_equal(claim, claim_in(&desk, "first")));
    assert_true(str_equal(store_former_claim(desk.store, desk.situation, other, desk.book.arena), claim));
    assert_string_equal(killed(&desk, "first"), "12/12/12");
    close_desk(&desk);
}

static void decisions_are_chained_and_an_altered_one_is_found(void **state)
{
    (void)state;
    static const char *const CHANGES[] = {
        "DROP TRIGGER decisions_are_not_altered; UPDATE decisions SET reason = 'other' WHERE seq = 2",
        "DROP TRIGGER decisions_are_not_deleted; DELETE FROM decisions WHERE seq = 2",
        "DROP TRIGGER decisions_are_not_altered; UPDATE decisions SET value = '{}' WHERE seq = 1",
    };
    for (size_t i = 0; i < COUNT_OF(CHANGES); i++) {
        Desk desk = open_desk();
        act(&desk, (Act){"a.coder", "reject", claim_in(&desk, "first"), NULL});
        act(&desk, (Act){"a.coder", "accept", claim_in(&desk, "first"), NULL});
        act(&desk, (Act){"a.coder", "undo", STR("2"), NULL});
        StoreDecision *all = NULL;
        size_t count = 0;
        assert_true(store_decisions(desk.store, 1, desk.book.arena, &all, &count, &desk.book.err));
        assert_int_equal(count, 2);
        assert_int_equal(all[0].seq, 2);
        assert_int_equal(all[0].undone_by, 3);
        assert_true(str_equal(all[0].reason, STR("checked by telephone")));
        assert_true(store_close(desk.store, &desk.book.err));
        assert_int_equal(problems(&desk.book), 0);
        Db *db = db_open(desk.book.arena, desk.book.path, DB_WRITE, &desk.book.err);
        db_run(db, CHANGES[i]);
        assert_true(db_close(db, &desk.book.err));
        assert_int_equal(problems(&desk.book), 1);
        drop(&desk.book);
    }
}

static StoreDecision on(const Desk *desk, const char *action, Str target, const char *value)
{
    return (StoreDecision){.made_at = 5000,
                           .situation = desk->situation,
                           .person = STR("a.coder"),
                           .action = str_from(action),
                           .target = target,
                           .value = value ? str_from(value) : STR_NONE,
                           .reason = STR("checked by telephone")};
}

static void several_decisions_are_kept_together_or_not_at_all(void **state)
{
    (void)state;
    Desk desk = open_desk();
    View effect;
    Str first = claim_in(&desk, "first");
    Str second = claim_in(&desk, "second");
    StoreDecision both[] = {on(&desk, "edit", first, "{\"count\": 12}"), on(&desk, "edit", second, "{\"count\": 12}")};
    const int64_t seen[] = {0, 0};
    assert_true(store_effect_all(desk.store, both, 2, desk.book.arena, &effect, &desk.book.err));
    assert_true(effect.row_count > 0);
    assert_true(str_equal(value_at(&effect, 0, "best"), STR("12")));
    assert_true(str_equal(value_at(&effect, 0, "high"), STR("12")));
    assert_int_equal(store_newest_decision(desk.store, desk.situation), 0);

    act(&desk, (Act){"b.coder", "accept", second, NULL});
    StoreDecision since = {0};
    assert_int_equal(store_decide_all(desk.store, both, seen, 2, &since, desk.book.arena, &desk.book.err),
                     DECIDE_OVERTAKEN);
    assert_true(str_equal(since.person, STR("b.coder")));
    both[1].target = STR("0123456789abcdef");
    assert_int_equal(store_decide_all(desk.store, both, seen, 2, NULL, desk.book.arena, &desk.book.err),
                     DECIDE_REFUSED);
    assert_int_equal(store_newest_decision(desk.store, desk.situation), 1);
    assert_string_equal(killed(&desk, "first"), "11/11/14");

    const int64_t now[] = {1, 1};
    both[1].target = second;
    assert_int_equal(store_decide_all(desk.store, both, now, 2, NULL, desk.book.arena, &desk.book.err), DECIDE_KEPT);
    assert_int_equal(both[1].seq, both[0].seq + 1);
    assert_string_equal(killed(&desk, "first"), "12/12/12");
    close_desk(&desk);
}

static void a_decision_that_cannot_be_read_is_found(void **state)
{
    (void)state;
    Desk desk = open_desk();
    StoreDecision strange = {.situation = desk.situation,
                             .made_at = 1,
                             .person = STR("a.coder"),
                             .action = STR("edit"),
                             .target = claim_in(&desk, "first"),
                             .value = STR("{\"colour\": 1}"),
                             .reason = STR("of another program")};
    store_begin(desk.store);
    book_append(desk.store, &strange, desk.book.arena);
    assert_true(store_commit(desk.store, &desk.book.err));
    assert_true(store_close(desk.store, &desk.book.err));
    assert_int_equal(problems(&desk.book), 1);
    drop(&desk.book);
}

static void a_decision_cannot_be_altered(void **state)
{
    (void)state;
    Desk desk = open_desk();
    act(&desk, (Act){"a.coder", "reject", claim_in(&desk, "first"), NULL});
    assert_true(store_close(desk.store, &desk.book.err));
    Db *db = db_open(desk.book.arena, desk.book.path, DB_WRITE, &desk.book.err);
    db_run(db, "DELETE FROM decisions");
    assert_false(db_close(db, &desk.book.err));
    assert_non_null(strstr(desk.book.err.text, "never deleted"));
    drop(&desk.book);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_decision_moves_figures_and_its_undo_moves_them_back),
        cmocka_unit_test(incidents_are_merged_split_and_claims_moved_and_all_of_it_undone),
        cmocka_unit_test(copies_origins_and_claims_of_one_s_own),
        cmocka_unit_test(what_is_not_well_made_is_refused_by_name),
        cmocka_unit_test(nothing_is_overwritten_that_was_not_seen),
        cmocka_unit_test(two_coders_count_where_they_agree),
        cmocka_unit_test(a_decision_names_a_claim_by_what_was_found_not_by_what_people_made_of_it),
        cmocka_unit_test(an_effect_says_what_would_move_and_writes_nothing),
        cmocka_unit_test(an_edition_holds_decisions_made_by_then),
        cmocka_unit_test(decisions_survive_other_rules),
        cmocka_unit_test(decisions_are_chained_and_an_altered_one_is_found),
        cmocka_unit_test(several_decisions_are_kept_together_or_not_at_all),
        cmocka_unit_test(a_decision_that_cannot_be_read_is_found),
        cmocka_unit_test(a_decision_cannot_be_altered),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
