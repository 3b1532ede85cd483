#include "read/folder_for_tests.h"

#define PAGE(history)                                                                                                          \
    "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\"/>\n<title>Exported Data</title>\n</head>\n<body>\n"              \
    "<div class=\"page_wrap\"><div class=\"page_header\"><div class=\"content\"><div class=\"text bold\">\nMill Watch\n</div>" \
    "</div></div><div class=\"page_body chat_page\"><div class=\"history\">" history                                           \
    "</div></div></div></body></html>"
#define MESSAGE(day, inside)                                                                                              \
    "<div class=\"message default clearfix\" id=\"message2\"><div class=\"body\"><div class=\"pull_right date details\" " \
    "title=\"" day " 10:00:00 UTC+03:00\">10:00</div>" inside "</div></div>"

static void each_message_is_a_document_of_its_own_day(void **state)
{
    Pile *pile = *state;
    put_file(
        pile, "messages.html",
        STR(PAGE(
            "<div class=\"message service\" id=\"message-1\"><div class=\"body details\">31 January 2026</div></div>" MESSAGE(
                "31.01.2026",
                "<div class=\"from_name\">\nMill Watch\n</div><div class=\"text\">\nFour <strong>died</strong>.<br>More.\n</div>")
                MESSAGE("31.01.2026", "<div class=\"media_wrap\">a picture</div>")
                    MESSAGE("01.02.2026", "<div class=\"text\">Five died &amp; two left.</div>"))));
    read_folder(pile);
    assert_int_equal(pile->count, 2);
    check_text(pile->documents[0], "Four died.\nMore.");
    const Document *second = pile->documents[1];
    check_text(second, "Five died & two left.");
    assert_int_equal(second->published.precision, MOMENT_DAY);
    assert_int_equal(moment_day(second->published), day_from_ymd(2026, 2, 1));
    assert_true(str_equal(second->publisher, STR("Mill Watch")) && str_equal(second->author, STR("Mill Watch")));
    assert_true(str_ends(second->path, STR("messages.html#3")));
    Span sign = document_raw_span(second, (Span){10, 11});
    assert_true(str_equal(str_slice(second->original, sign.start, sign.end), STR("&amp;")));
    assert_int_equal(pile->lost, 0);
}

static void a_forwarded_message_keeps_whose_it_was_first(void **state)
{
    Pile *pile = *state;
    put_file(pile, "messages.html",
             STR(PAGE(MESSAGE(
                 "31.01.2026",
                 "<div class=\"from_name\">Mill Watch</div><div class=\"forwarded body\"><div class=\"from_name\">Hill "
                 "Radio <span class=\"date details\" title=\"30.01.2026 09:00:00\">30.01.2026</span></div><div "
                 "class=\"text\">Four died.</div></div>"))));
    read_folder(pile);
    assert_int_equal(pile->count, 1);
    check_text(pile->documents[0], "Four died.");
    assert_true(str_equal(pile->documents[0]->author, STR("Hill Radio")));
    assert_int_equal(moment_day(pile->documents[0]->published), day_from_ymd(2026, 1, 30));
}

static void an_export_without_messages_is_reported(void **state)
{
    Pile *pile = *state;
    put_file(pile, "messages.html", STR(PAGE("")));
    read_folder(pile);
    assert_int_equal(pile->count, 0);
    assert_true(reported(pile, "messages.html: the export holds no messages"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(each_message_is_a_document_of_its_own_day),
        TEST(a_forwarded_message_keeps_whose_it_was_first),
        TEST(an_export_without_messages_is_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
