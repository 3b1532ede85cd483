#include "read/folder_for_tests.h"

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

/* The day of each chat's last message, as its dates can be read. */
/* clang-format off */
static const struct { const char *chat; size_t count; const char *day; } CHATS[] = {
    {"31/01/2026, 14:05 - Ann: Four died.\n31/01/2026, 14:06 - Bo: Five.\n",              2, "2026-01-31"},
    {"1/31/26, 2:05\xE2\x80\xAFPM - Ann: Four died.\n2/1/26, 2:06\xE2\x80\xAFPM - Bo: Five.\n", 2, "2026-02-01"},
    {"[31.01.26, 14:05:11] Ann: Four died.\n[01.02.26, 14:05:12] Bo: Five.\n",             2, "2026-02-01"},
    {"[01.02.26, 14:05:11] Ann: Four died.\n[02.02.26, 14:05:12] Bo: Five.\n",             2, "2026-02-02"},
    {"2026-01-31 14:05 - Ann: Four died.\n2026-02-01 14:06 - Bo: Five.\n",                 2, "2026-02-01"},
    {"30/01/2026, 14:05 - Ann: Four died.\n01/02/2026, 14:06 - Bo: Five.\n",               2, "2026-02-01"},
    {"03/01/2026, 14:05 - Ann: Four died.\n01/02/2026, 14:06 - Bo: Five.\n",               2, "2026-02-01"}, /* else it went back */
    {"01/02/2026, 14:05 - Ann: Four died.\n02/03/2026, 14:06 - Bo: Five.\n",               2, ""},
    {"31/01/2026, 2:05 p. m. - Ann: Four died.\n31/01/2026, 2:06 p. m. - Bo: Five.\n",     2, "2026-01-31"},
    {"31/01/2026, 14:05 - Messages are encrypted.\n31/01/2026, 14:06 - Bo: Five\nand six.\n\nMore.\n31/01/2026, 14:07 - Bo: <Media omitted>\n", 1, "2026-01-31"},
};

/* Texts that are none. */
static const char *const OTHERS[] = {
    "31 January 2026, 14:05 - Ann: Four died.\n31 January 2026, 14:06 - Bo: Five.\n",
    "31/01/2026 was the day: four died.\n31/01/2026, 14:06 - Bo: Five.\n",
    "Fire in the mill\n31/01/2026, 14:05 - Ann: Four died.\n31/01/2026, 14:06 - Bo: Five.\n",
    "31/01/2026, 14:05 - Ann: Four died.\nNo more was known.\n",
};
/* clang-format on */

static void messages_have_the_day_on_which_they_were_sent(void **state)
{
    Pile *pile = *state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(CHATS); i++) {
        pile->count = 0;
        put_file(pile, "chat.txt", str_from(CHATS[i].chat));
        read_folder(pile);
        Buf day = {0};
        if (pile->count > 0)
            moment_write(&day, pile->documents[pile->count - 1]->published);
        if (pile->count != CHATS[i].count || !str_is(buf_str(&day), CHATS[i].day)) {
            print_error("%s: %zu, %.*s\n", CHATS[i].chat, pile->count, (int)day.len, day.ptr);
            wrong++;
        }
        buf_free(&day);
    }
    assert_int_equal(wrong, 0);
    assert_true(reported(pile, "chat.txt: whether its dates have the day or the month first can't be told"));
}

static void a_message_has_its_author_and_all_its_lines(void **state)
{
    Pile *pile = *state;
    put_file(
        pile, "chat.txt",
        STR("\xEF\xBB\xBF[31/01/2026, 14:05:11] Ann Rowe: Four died:\nthree here.\n[31/01/2026, 14:06:00] \xE2\x80\x8E"
            "~ Bo: Five.\n[31/01/2026, 14:07:00] Bo: \xE2\x80\x8Eimage omitted\n"));
    read_folder(pile);
    assert_int_equal(pile->count, 2);
    check_text(pile->documents[0], "Four died:\nthree here.");
    assert_true(str_equal(pile->documents[0]->author, STR("Ann Rowe")) && pile->documents[0]->is_personal);
    check_text(pile->documents[1], "Five.");
}

static void other_texts_are_no_chats(void **state)
{
    Pile *pile = *state;
    for (size_t i = 0; i < COUNT_OF(OTHERS); i++) {
        put_file(pile, "chat.txt", str_from(OTHERS[i]));
        read_folder(pile);
        assert_int_equal(pile->count, i + 1);
        assert_false(str_present(pile->documents[i]->author));
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(messages_have_the_day_on_which_they_were_sent),
        TEST(a_message_has_its_author_and_all_its_lines),
        TEST(other_texts_are_no_chats),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
