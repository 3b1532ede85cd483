#include "read/folder_for_tests.h"

#define MESSAGE(rest) "{\"id\": 1, \"type\": \"message\", \"date\": \"2026-01-31T12:00:00\", " rest "}"
#define CHAT(messages)                                                                                                 \
    "{\n \"name\": \"Mill Watch\",\n \"type\": \"public_channel\",\n \"id\": 7,\n \"messages\": [\n" messages "]\n}"

static void each_message_with_text_is_a_document(void **state)
{
    Pile *pile = *state;
    put_file(
        pile, "result.json",
        STR(CHAT(
            "{\"id\": 0, \"type\": \"service\", \"action\": \"create_channel\", \"text\": \"Nine died.\"},\n" MESSAGE("\"date_unixtime\": \"1769853600\", \"from\": \"Mill Watch\", \"text\": \"Four died.\"") ",\n" MESSAGE(
                "\"photo\": \"a.jpg\", \"text\": \"\"") ",\n" MESSAGE("\"forwarded_from\": \"Hill Radio\", \"from\": \"Mill Watch\", "
                                                                      "\"text\": [\"Five \", {\"type\": \"bold\", \"text\": \"died\"}, \" \\u2013 so far.\"]"))));
    read_folder(pile);
    assert_int_equal(pile->count, 2);
    const Document *first = pile->documents[0];
    check_text(first, "Four died.");
    assert_true(str_equal(first->publisher, STR("Mill Watch")) && str_equal(first->author, STR("Mill Watch")));
    assert_int_equal(first->published.seconds, 1769853600);
    assert_true(str_ends(first->path, STR("result.json#2")));
    const Document *second = pile->documents[1];
    check_text(second, "Five died \xE2\x80\x93 so far.");
    assert_true(str_equal(second->author, STR("Hill Radio")));
    assert_int_equal(second->published.precision, MOMENT_DAY);
    assert_int_equal(pile->lost, 0);
}

static void what_is_written_to_a_group_is_personal(void **state)
{
    Pile *pile = *state;
    put_file(
        pile, "result.json",
        STR("{\n \"name\": \"Rowe family\",\n \"type\": \"private_group\",\n \"id\": 7,\n \"messages\": [\n" MESSAGE(
            "\"from\": \"Ann Rowe\", \"text\": \"Four died.\"") "]\n}"));
    read_folder(pile);
    assert_int_equal(pile->count, 1);
    assert_true(pile->documents[0]->is_personal && str_equal(pile->documents[0]->publisher, STR("Telegram")));
    assert_true(str_equal(pile->documents[0]->author, STR("Ann Rowe")));
}

static void an_account_holds_many_chats(void **state)
{
    Pile *pile = *state;
    put_file(
        pile, "result.json",
        STR("{\"about\": \"Here is the data you requested from Telegram.\", \"contacts\": {\"list\": []}, \"chats\": {\"list\": [" CHAT(
            MESSAGE("\"text\": \"Four died.\"")) "," CHAT(MESSAGE("\"text\": \"Five died.\"")) "]}}"));
    read_folder(pile);
    assert_int_equal(pile->count, 2);
    check_text(pile->documents[1], "Five died.");
}

static void what_is_broken_says_where(void **state)
{
    Pile *pile = *state;
    put_file(pile, "result.json", STR(CHAT(MESSAGE("\"text\": \"Four died.\"") " ?")));
    put_file(pile, "other.json", STR("{\n \"name\": \"x\",\n \"letters\": []\n}"));
    read_folder(pile);
    assert_int_equal(pile->count, 0);
    assert_int_equal(pile->lost, 2);
    assert_true(reported(pile, "result.json: can't be read: ") && reported(pile, "(byte 1"));
    assert_true(reported(pile, "other.json: can't be read: JSON that is no object a line"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(each_message_with_text_is_a_document),
        TEST(what_is_written_to_a_group_is_personal),
        TEST(an_account_holds_many_chats),
        TEST(what_is_broken_says_where),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
