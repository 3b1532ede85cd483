#include "store/people.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/buf.h"
#include "store/public_desk.h"

typedef struct {
    Arena *arena;
    Store *store;
    char path[64];
} Book;

static int open_book(void **state)
{
    Arena *arena = arena_create();
    Book *book = ARENA_NEW(arena, Book);
    book->arena = arena;
    memcpy(book->path, "/tmp/daybook-people-XXXXXX", sizeof "/tmp/daybook-people-XXXXXX");
    int fd = mkstemp(book->path);
    Error err = {0};
    book->store = fd >= 0 && close(fd) == 0 ? store_open(arena, book->path, STORE_CREATE, &err) : NULL;
    *state = book;
    return book->store ? 0 : -1;
}

static int close_book(void **state)
{
    Book *book = *state;
    (void)store_close(book->store, NULL);
    (void)unlink(book->path);
    arena_destroy(book->arena);
    return 0;
}

static Str hash(char letter)
{
    static const char HASHES[2][33] = {"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"};
    return (Str){HASHES[letter - 'a'], 32};
}

static int64_t join(const Book *book, Role role, Str name)
{
    Error err = {0};
    Accepted accepted;
    Invitation invitation = {role, 0, 0, 1, 100};
    assert_true(invitation_add(book->store, name, &invitation, &err));
    assert_true(invitation_accept(book->store, name, name, STR("kept"), 2, &accepted, &err));
    return accepted.person;
}

static void an_invitation_is_good_once_and_until_it_expires(void **state)
{
    const Book *book = *state;
    Error err = {0};
    Accepted accepted;
    Invitation found;
    Invitation invitation = {ROLE_CODER, 0, 0, 10, 20};
    assert_true(invitation_add(book->store, hash('a'), &invitation, &err));
    assert_true(invitation_find(book->store, hash('a'), 20, &found, &err));
    assert_int_equal(found.role, ROLE_NOBODY);
    assert_true(invitation_accept(book->store, hash('a'), STR("Eve"), STR("x"), 20, &accepted, &err));
    assert_int_equal(accepted.person, 0);
    assert_true(invitation_accept(book->store, hash('a'), STR("Eve"), STR("x"), 19, &accepted, &err));
    assert_true(accepted.person > 0);
    assert_true(invitation_accept(book->store, hash('a'), STR("Bob"), STR("x"), 19, &accepted, &err));
    assert_int_equal(accepted.person, 0);
}

static void a_name_is_given_once_whatever_its_capitals(void **state)
{
    const Book *book = *state;
    Error err = {0};
    Accepted accepted;
    Account account;
    Invitation invitation = {ROLE_READER, 0, 0, 1, 100};
    int64_t person = join(book, ROLE_READER, STR("Eve"));
    assert_true(invitation_add(book->store, hash('b'), &invitation, &err));
    assert_true(invitation_accept(book->store, hash('b'), STR("EVE"), STR("x"), 2, &accepted, &err));
    assert_int_equal(accepted.person, 0);
    assert_true(accepted.name_taken);
    assert_true(account_find(book->store, STR("eVe"), book->arena, &account, &err));
    assert_int_equal(account.person.id, person);
    assert_true(invitation_accept(book->store, hash('b'), STR("Eva"), STR("x"), 2, &accepted, &err));
    assert_true(accepted.person > 0);
}

static void the_first_invitation_is_made_while_nobody_is_there(void **state)
{
    const Book *book = *state;
    Error err = {0};
    bool made = false;
    Invitation found;
    assert_true(invitation_first(book->store, hash('a'), 1, 100, &made, &err));
    assert_true(made);
    assert_true(invitation_first(book->store, hash('b'), 2, 100, &made, &err));
    assert_true(made);
    assert_true(invitation_find(book->store, hash('a'), 3, &found, &err));
    assert_int_equal(found.role, ROLE_NOBODY);
    (void)join(book, ROLE_READER, STR("Eve"));
    assert_true(invitation_first(book->store, STR("third"), 4, 100, &made, &err));
    assert_false(made);
}

static void closing_an_account_ends_sessions_and_tokens(void **state)
{
    const Book *book = *state;
    Error err = {0};
    Session session;
    AccessToken token = {
        .person = {join(book, ROLE_EDITOR, STR("Eve")), STR("Eve"), ROLE_READER}, .name = STR("t"), .made_at = 1};
    bool done = false;
    assert_true(session_add(book->store, hash('a'), token.person.id, 5, &err));
    assert_true(access_token_add(book->store, hash('b'), &token, &err));
    assert_true(session_find(book->store, hash('a'), book->arena, &session, &err));
    assert_int_equal(session.person.role, ROLE_EDITOR);
    assert_true(access_token_find(book->store, hash('b'), book->arena, &token, &err));
    assert_int_equal(token.person.role, ROLE_READER);
    assert_true(account_close(book->store, session.person.id, 6, &done, &err));
    assert_true(done);
    assert_true(session_find(book->store, hash('a'), book->arena, &session, &err));
    assert_int_equal(session.person.id, 0);
    assert_true(access_token_find(book->store, hash('b'), book->arena, &token, &err));
    assert_int_equal(token.id, 0);
}

static void the_last_administrator_keeps_role_and_account(void **state)
{
    const Book *book = *state;
    Error err = {0};
    bool done = true;
    int64_t first = join(book, ROLE_ADMINISTRATOR, STR("Ada"));
    assert_true(account_set_role(book->store, first, ROLE_READER, &done, &err));
    assert_false(done);
    assert_true(account_close(book->store, first, 6, &done, &err));
    assert_false(done);
    (void)join(book, ROLE_ADMINISTRATOR, STR("Bea"));
    assert_true(account_set_role(book->store, first, ROLE_READER, &done, &err));
    assert_true(done);
}

static void a_tokens_role_falls_with_its_persons(void **state)
{
    const Book *book = *state;
    Error err = {0};
    bool done = false;
    AccessToken token = {
        .person = {join(book, ROLE_EDITOR, STR("Eve")), STR("Eve"), ROLE_EDITOR}, .name = STR("t"), .made_at = 1};
    assert_true(access_token_add(book->store, hash('a'), &token, &err));
    assert_true(account_set_role(book->store, token.person.id, ROLE_READER, &done, &err));
    assert_true(access_token_find(book->store, hash('a'), book->arena, &token, &err));
    assert_int_equal(token.person.role, ROLE_READER);
}

static void editions_are_numbered_and_never_altered(void **state)
{
    const Book *book = *state;
    Error err = {0};
    int64_t situation = 0;
    Published edition = {.published_at = 7, .person = STR("Ada"), .page = STR("<p>one"), .json = STR("{}")};
    Published found;
    assert_true(store_situation(book->store, STR("main"), true, &situation, &err));
    assert_true(published_add(book->store, situation, &edition, book->arena, &err));
    edition.page = STR("<p>two");
    assert_true(published_add(book->store, situation, &edition, book->arena, &err));
    assert_int_equal(edition.number, 2);
    assert_true(published_get(book->store, situation, 1, book->arena, &found, &err));
    assert_true(str_equal(found.page, STR("<p>one")));
    assert_true(published_get(book->store, situation, 0, book->arena, &found, &err));
    assert_true(str_equal(found.page, STR("<p>two")));
    assert_true(published_get(book->store, situation, 3, book->arena, &found, &err));
    assert_int_equal(found.number, 0);
}

static void a_letter_is_decided_on_once(void **state)
{
    const Book *book = *state;
    Error err = {0};
    int64_t situation = 0;
    bool kept = false;
    bool done = false;
    Letter *all = NULL;
    size_t count = 0;
    Letter letter = {.kind = STR("tip"), .text = STR("x"), .sent_at = 3};
    assert_true(store_situation(book->store, STR("main"), true, &situation, &err));
    assert_true(letter_add(book->store, situation, &letter, &kept, &err));
    assert_true(kept);
    assert_true(letter_list(book->store, situation, LETTER_HELD, 9, book->arena, &all, &count, &err));
    assert_int_equal(count, 1);
    letter = (Letter){
        .id = all[0].id, .state = LETTER_RELEASED, .decided_by = STR("Ada"), .decided_at = 4, .published = STR("y")};
    assert_true(letter_decide(book->store, situation + 1, &letter, &done, &err));
    assert_false(done);
    assert_true(letter_decide(book->store, situation, &letter, &done, &err));
    assert_true(done);
    assert_true(letter_decide(book->store, situation, &letter, &done, &err));
    assert_false(done);
}

static void the_version_changes_with_what_readers_see_and_with_nothing_else(void **state)
{
    const Book *book = *state;
    Error err = {0};
    uint64_t before = 0;
    uint64_t after = 0;
    int64_t situation = 0;
    assert_true(store_situation(book->store, STR("main"), true, &situation, &err));
    assert_true(store_version(book->store, &before, &err));
    (void)join(book, ROLE_READER, STR("Eve"));
    assert_true(store_version(book->store, &after, &err));
    assert_true(before == after);
    Published edition = {.published_at = 7, .person = STR("Ada"), .page = STR("p"), .json = STR("{}")};
    assert_true(published_add(book->store, situation, &edition, book->arena, &err));
    assert_true(store_version(book->store, &after, &err));
    assert_true(before != after);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(an_invitation_is_good_once_and_until_it_expires, open_book, close_book),
        cmocka_unit_test_setup_teardown(a_name_is_given_once_whatever_its_capitals, open_book, close_book),
        cmocka_unit_test_setup_teardown(the_first_invitation_is_made_while_nobody_is_there, open_book, close_book),
        cmocka_unit_test_setup_teardown(closing_an_account_ends_sessions_and_tokens, open_book, close_book),
        cmocka_unit_test_setup_teardown(the_last_administrator_keeps_role_and_account, open_book, close_book),
        cmocka_unit_test_setup_teardown(a_tokens_role_falls_with_its_persons, open_book, close_book),
        cmocka_unit_test_setup_teardown(editions_are_numbered_and_never_altered, open_book, close_book),
        cmocka_unit_test_setup_teardown(a_letter_is_decided_on_once, open_book, close_book),
        cmocka_unit_test_setup_teardown(the_version_changes_with_what_readers_see_and_with_nothing_else, open_book,
                                        close_book),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
