#include "read/folder_for_tests.h"

#include <fcntl.h>

#include <zlib.h>

static void a_folder_is_walked_in_byte_order_of_names(void **state)
{
    Pile *pile = *state;
    assert_int_equal(mkdir(path_of(pile, "b"), 0700), 0);
    put_file(pile, "c.txt", STR("third"));
    put_file(pile, "a.txt", STR("first"));
    put_file(pile, "b/x.txt", STR("second"));
    put_file(pile, ".hidden", STR("not read"));
    read_folder(pile);
    assert_int_equal(pile->count, 3);
    check_text(pile->documents[0], "first");
    check_text(pile->documents[1], "second");
    check_text(pile->documents[2], "third");
    assert_true(str_equal(pile->documents[1]->path, str_from(path_of(pile, "b/x.txt"))));
    assert_int_equal(pile->lost, 0);
}

static void records_keep_what_they_say_of_themselves(void **state)
{
    Pile *pile = *state;
    put_file(
        pile, "p.ndjson",
        STR("{\"id\":\"x1\",\"text\":\"Ten hurt.\\nMore.\",\"url\":\"http://a.example/\",\"publisher\":\"A\",\"title\":\"T\","
            "\"published\":\"2025-03-03\",\"lang\":\"en\",\"other\":[1]}\r\n\n{\"id\":7,\"text\":\"\"}"));
    read_folder(pile);
    assert_int_equal(pile->count, 2);
    const Document *d = pile->documents[0];
    assert_true(str_equal(d->id, STR("x1")) && str_equal(d->publisher, STR("A")) && str_equal(d->title, STR("T")));
    assert_true(str_equal(d->url, STR("http://a.example/")) && str_equal(d->lang, STR("en")));
    assert_int_equal(moment_day(d->published), day_from_ymd(2025, 3, 3));
    check_text(d, "Ten hurt.\nMore.");
    assert_int_equal(d->raw_run_count, 0);
    assert_true(str_equal(pile->documents[1]->id, STR("7")));
    assert_int_equal(pile->lost, 0);
}

static void a_broken_line_is_reported_with_its_number_and_skipped(void **state)
{
    Pile *pile = *state;
    put_file(pile, "p.ndjson",
             STR("{\"text\":\"one\"}\nnot json\n{\"title\":\"no text\"}\n[1]\n{\"text\":\"two \xFF\"}\n"
                 "{\"text\":\"three\"}\n"));
    read_folder(pile);
    assert_int_equal(pile->count, 3);
    check_text(pile->documents[2], "three");
    assert_int_equal(pile->lost, 3);
    assert_true(reported(pile, "p.ndjson:2: skipped: not a value"));
    assert_true(reported(pile, "p.ndjson:3: skipped: no \"text\" or \"html\""));
    assert_true(reported(pile, "p.ndjson:4: skipped: not an object"));
}

/* A record of an older system among others keeps its letters, and says how it was read. */
static void a_line_that_is_not_utf8_is_transcoded_and_flagged(void **state)
{
    Pile *pile = *state;
    put_file(pile, "p.ndjson",
             STR("{\"text\":\"Zo\xC3\xAB\"}\n{\"text\":\"caf\xE9 \x93"
                 "at noon\x94\"}\n{\"html\":\"<p>Zo\xEB</p>\"}\n"));
    read_folder(pile);
    assert_int_equal(pile->count, 3);
    assert_int_equal(pile->lost, 0);
    check_text(pile->documents[0], "Zo\xC3\xAB");
    check_text(pile->documents[1], "caf\xC3\xA9 \xE2\x80\x9C"
                                   "at noon\xE2\x80\x9D");
    check_text(pile->documents[2], "Zo\xC3\xAB");
    assert_int_equal(pile->documents[0]->flag_count, 0);
    for (size_t i = 1; i < 3; i++) {
        assert_int_equal(pile->documents[i]->flag_count, 1);
        assert_int_equal(pile->documents[i]->flags[0].kind, FLAG_ENCODING);
    }
}

static void records_in_utf16_are_read_by_their_byte_order_mark(void **state)
{
    Pile *pile = *state;
    static const char LINES[] = "{\"text\":\"one\"}\r\n{\"text\":\"two\"}\n";
    char big[2 * sizeof LINES] = "\xFE\xFF";
    for (size_t i = 0; i + 1 < sizeof LINES; i++)
        big[3 + 2 * i] = LINES[i];
    put_file(pile, "p.jsonl", (Str){big, 2 * sizeof LINES});
    put_file(pile, "q", STR("\xFF\xFE{\0\"\0t\0e\0x\0t\0\"\0:\0\"\0\xEB\0\"\0}\0"));
    read_folder(pile);
    assert_int_equal(pile->count, 3);
    assert_int_equal(pile->lost, 0);
    check_text(pile->documents[0], "one");
    check_text(pile->documents[1], "two");
    check_text(pile->documents[2], "\xC3\xAB");
    assert_int_equal(pile->documents[1]->flags[0].kind, FLAG_ENCODING);
    assert_non_null(strstr(pile->documents[1]->flags[0].note.ptr, "UTF-16 (big-endian)"));
}

static void a_broken_first_line_leaves_the_rest_records(void **state)
{
    Pile *pile = *state;
    put_file(pile, "pile", STR("broken\n{\"text\":\"one\"}\n"));
    read_folder(pile);
    assert_int_equal(pile->count, 1);
    check_text(pile->documents[0], "one");
    assert_int_equal(pile->lost, 1);
}

static void ids_stay_unique_and_are_made_from_content(void **state)
{
    Pile *pile = *state;
    put_file(pile, "a.ndjson",
             STR("{\"id\":\"x\",\"text\":\"1\"}\n{\"id\":\"x\",\"text\":\"2\"}\n{\"id\":\"x-2\",\"text\":\"3\"}\n"));
    put_file(pile, "b.txt", STR("same"));
    put_file(pile, "c.txt", STR("other"));
    read_folder(pile);
    assert_int_equal(pile->count, 5);
    assert_true(str_equal(pile->documents[1]->id, STR("x-2")));
    assert_true(str_equal(pile->documents[2]->id, STR("x-2-2")));
    assert_true(reported(pile, "the id x was there before"));
    assert_int_equal(pile->lost, 0);
    assert_int_equal(pile->documents[3]->id.len, 16);
    assert_false(str_equal(pile->documents[3]->id, pile->documents[4]->id));
}

static void packed_inputs_are_unpacked(void **state)
{
    Pile *pile = *state;
    gzFile packed = gzopen(path_of(pile, "p.gz"), "wb");
    assert_int_equal(gzputs(packed, "{\"text\":\"packed\"}\n"), 18);
    assert_int_equal(gzclose(packed), Z_OK);
    put_file(pile, "q.gz", STR("\x1F\x8B\x08 cut off"));
    read_folder(pile);
    assert_int_equal(pile->count, 1);
    check_text(pile->documents[0], "packed");
    assert_int_equal(pile->lost, 1);
    assert_true(reported(pile, "q.gz: can't be unpacked"));
}

static void what_is_no_report_is_refused_by_name(void **state)
{
    Pile *pile = *state;
    put_file(pile, "a.pdf", STR("%PDF-1.7 ..."));
    put_file(pile, "a.rtf", STR("{\\rtf1\\fs24 Ten people were killed.\\par}"));
    put_file(pile, "a1.json",
             STR("[{\"id\": \"a\", \"text\": \"Ten died.\"},\n {\"id\": \"b\", \"text\": \"Two died.\"}]\n"));
    put_file(pile, "a2.json", STR("{\n  \"id\": \"a\",\n  \"text\": \"Ten died.\"\n}\n"));
    put_file(pile, "a3.txt", STR("\xFF\xFE\0\0T\0\0\0e\0\0\0n\0\0\0"));
    put_file(pile, "b.bin", STR("\1\2\3\4\5\6\1\2\3\4\5\6\1\2\3\4"));
    put_file(pile, "b2.bin", STR("\0\1\2"));
    put_file(pile, "b3.bin", STR("\x8D\1q\xF0z\2R\xC1 k"));
    put_file(pile, "c.txt", STR(" \n"));
    put_file(pile, "d.txt", STR("a text with\0one zero byte"));
    const char *const paths[] = {pile->folder, "/nowhere/at/all"};
    read_paths(pile, paths, 2);
    assert_int_equal(pile->count, 1);
    assert_int_equal(pile->documents[0]->text.len, 25);
    assert_int_equal(pile->lost, 9);
    assert_true(reported(pile, "b2.bin: can't be read: binary data"));
    assert_true(reported(pile, "b3.bin: can't be read: binary data"));
    assert_true(reported(pile, "a1.json: can't be read: JSON that is no object a line"));
    assert_true(reported(pile, "a2.json: can't be read: JSON that is no object a line"));
    assert_true(reported(pile, "a3.txt: can't be read: text in UTF-32"));
    assert_true(reported(pile, "a.pdf: can't be read: a PDF; save it as text or HTML"));
    assert_true(reported(pile, "a.rtf: can't be read: a rich text document; save it as text or HTML"));
    assert_true(reported(pile, "c.txt: is empty"));
    assert_true(reported(pile, "/nowhere/at/all: can't be opened"));
}

static void text_that_is_not_utf8_is_flagged(void **state)
{
    Pile *pile = *state;
    put_file(pile, "a.txt", STR("caf\xE9"));
    read_folder(pile);
    check_text(pile->documents[0], "caf\xC3\xA9");
    assert_int_equal(pile->documents[0]->flags[0].kind, FLAG_ENCODING);
    assert_int_equal(document_raw_span(pile->documents[0], (Span){3, 5}).end, 4);
}

static void each_item_of_a_feed_is_a_document(void **state)
{
    Pile *pile = *state;
    Str feed =
        STR("<?xml version='1.0'?><rss version='2.0'><channel><title>Hill &amp; Vale</title>"
            "<item><title>One</title><link>http://a.example/1</link><pubDate>Mon, 03 Mar 2025 10:00:00 GMT</pubDate>"
            "<description>&lt;p&gt;Four &amp;amp; five&lt;/p&gt;</description></item>"
            "<item><title><![CDATA[Two]]></title><content:encoded><![CDATA[<p>Six</p>]]></content:encoded></item>"
            "</channel></rss>");
    put_file(pile, "f", feed);
    read_folder(pile);
    assert_int_equal(pile->count, 2);
    const Document *one = pile->documents[0];
    assert_true(str_equal(one->title, STR("One")) && str_equal(one->publisher, STR("Hill & Vale")));
    assert_true(str_equal(one->url, STR("http://a.example/1")));
    assert_int_equal(moment_day(one->published), day_from_ymd(2025, 3, 3));
    check_text(one, "Four & five");
    assert_true(str_equal(span_text(one->original, document_raw_span(one, (Span){5, 6})), STR("&amp;amp;")));
    const Document *two = pile->documents[1];
    check_text(two, "Six");
    assert_true(str_equal(two->title, STR("Two")));
    assert_true(str_equal(span_text(two->original, document_raw_span(two, (Span){0, 3})), STR("Six")));
}

/* As a feed has been asked for at an address, else as it says of itself where it stands. */
static void links_of_a_feed_are_made_whole(void **state)
{
    Pile *pile = *state;
    const Item item = {.name = STR("feed"),
                       .url = STR("https://a.example/news/feed?x=1"),
                       .bytes =
                           STR("<rss version='2.0'><channel><title>T</title>"
                               "<item><link>art/1?p=2&amp;q=3</link></item><item><link>/b</link></item>"
                               "<item><link>//c.example/c</link></item><item><link>https://d.example/</link></item>"
                               "<item><title>none</title></item></channel></rss>")};
    static const char *const WANTED[] = {"https://a.example/news/art/1?p=2&q=3", "https://a.example/b",
                                         "https://c.example/c", "https://d.example/",
                                         "https://a.example/news/feed?x=1"};
    Reader *reader = reader_open_item(pile->arena, &item, note, pile);
    for (size_t i = 0; i < sizeof WANTED / sizeof WANTED[0]; i++)
        assert_true(str_equal(reader_next(reader, pile->arena)->url, str_from(WANTED[i])));
    reader_close(reader);
    put_file(pile, "f.xml",
             STR("<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://e.example/x/'><title>V</title>"
                 "<entry><link href='y.html'/></entry><entry xml:base='z/'><link href='y.html'/></entry></feed>"));
    put_file(pile, "g.xml",
             STR("<rss version='2.0'><channel><title>T</title><link>https://f.example/</link>"
                 "<item><link>/g</link></item></channel></rss>"));
    put_file(pile, "h.xml",
             STR("<rss version='2.0'><channel><title>T</title><item><link>/h</link></item></channel></rss>"));
    read_folder(pile);
    assert_int_equal(pile->count, 4);
    assert_true(str_equal(pile->documents[0]->url, STR("https://e.example/x/y.html")));
    assert_true(str_equal(pile->documents[1]->url, STR("https://e.example/x/z/y.html")));
    assert_true(str_equal(pile->documents[2]->url, STR("https://f.example/g")));
    assert_true(str_equal(pile->documents[3]->url, STR("/h")));
}

static void an_atom_entry_is_a_document(void **state)
{
    Pile *pile = *state;
    put_file(pile, "f.xml",
             STR("<feed xmlns='http://www.w3.org/2005/Atom'><title>Vale</title><entry><title>T</title>"
                 "<link rel='self' href='http://a.example/s'/><link href='http://a.example/e'/>"
                 "<updated>2025-03-03T10:00:00Z</updated><author><name>W. Riter</name></author>"
                 "<content type='xhtml'><div><p>Four &amp; five</p></div></content></entry></feed>"));
    read_folder(pile);
    assert_int_equal(pile->count, 1);
    const Document *d = pile->documents[0];
    check_text(d, "Four & five");
    assert_true(str_equal(d->url, STR("http://a.example/e")) && str_equal(d->author, STR("W. Riter")));
    assert_true(str_equal(span_text(d->original, document_raw_span(d, (Span){0, 6})), STR("Four &amp;")));
}

static void a_folder_loop_is_named_and_read_once(void **state)
{
    Pile *pile = *state;
    put_file(pile, "a.txt", STR("once"));
    assert_int_equal(symlink(pile->folder, path_of(pile, "loop")), 0);
    read_folder(pile);
    assert_int_equal(pile->count, 1);
    assert_int_equal(pile->lost, 0);
    assert_true(reported(pile, "loop: left out: leads back"));
}

/* What a page says of its bytes is past: JSON is UTF-8. */
static void a_page_in_a_record_is_read_as_the_record_is(void **state)
{
    Pile *pile = *state;
    put_file(pile, "p.ndjson",
             STR("{\"html\": \"<meta charset=windows-1251><p>Four people were hurt near S\xC3\xA9gou.</p>\"}\n"));
    read_folder(pile);
    assert_int_equal(pile->count, 1);
    check_text(pile->documents[0], "Four people were hurt near S\xC3\xA9gou.");
    assert_int_equal(pile->documents[0]->flag_count, 0);
}

/* Scripts and frames beside a page that was saved whole; a folder that only looks so is read. */
static void what_a_browser_saves_beside_a_page_is_not_read(void **state)
{
    Pile *pile = *state;
    assert_int_equal(mkdir(path_of(pile, "Fire_files"), 0755), 0);
    assert_int_equal(mkdir(path_of(pile, "case_files"), 0755), 0);
    put_file(pile, "Fire.html", STR("<html><body><p>Four people were hurt near the old mill.</p></body></html>"));
    put_file(pile, "Fire_files/app.js", STR("var a = 'Nine people were killed.';"));
    put_file(pile, "case_files/a.txt", STR("Two people were hurt."));
    read_folder(pile);
    assert_int_equal(pile->count, 2);
    check_text(pile->documents[0], "Four people were hurt near the old mill.");
    check_text(pile->documents[1], "Two people were hurt.");
}

static void a_page_that_is_cut_off_is_read_and_flagged(void **state)
{
    Pile *pile = *state;
    put_file(pile, "a.html", STR("<html><body><p>Four people were hurt near the old mill when the"));
    put_file(pile, "b.html", STR("<html><body><p>Four people were hurt near the old mill.</p></body></html>"));
    put_file(pile, "c.html", STR("<html><body><p>Four people were hurt near the old mill.</p>"));
    read_folder(pile);
    assert_int_equal(pile->count, 3);
    assert_int_equal(pile->documents[0]->flag_count, 1);
    assert_int_equal(pile->documents[0]->flags[0].kind, FLAG_TRUNCATED);
    assert_int_equal(pile->documents[1]->flag_count, 0);
    assert_int_equal(pile->documents[2]->flag_count, 0);
    assert_true(reported(pile, "a.html: The page ends before its mark-up does."));
    assert_int_equal(pile->lost, 0);
}

static void a_line_too_long_is_reported_and_the_rest_read(void **state)
{
    Pile *pile = *state;
    Buf lines = {0};
    buf_put(&lines, STR("{\"text\":\""));
    for (int i = 0; i < 7000000; i++)
        buf_put(&lines, STR("ten bytes "));
    buf_put(&lines, STR("\"}\n{\"text\":\"after\"}\n"));
    put_file(pile, "p.ndjson", buf_str(&lines));
    buf_free(&lines);
    read_folder(pile);
    assert_int_equal(pile->count, 1);
    check_text(pile->documents[0], "after");
    assert_int_equal(pile->lost, 1);
    assert_true(reported(pile, "p.ndjson:1: skipped: the line is longer than 64 MiB"));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(a_folder_is_walked_in_byte_order_of_names),
        TEST(records_keep_what_they_say_of_themselves),
        TEST(a_broken_line_is_reported_with_its_number_and_skipped),
        TEST(a_line_that_is_not_utf8_is_transcoded_and_flagged),
        TEST(records_in_utf16_are_read_by_their_byte_order_mark),
        TEST(a_broken_first_line_leaves_the_rest_records),
        TEST(ids_stay_unique_and_are_made_from_content),
        TEST(packed_inputs_are_unpacked),
        TEST(what_is_no_report_is_refused_by_name),
        TEST(text_that_is_not_utf8_is_flagged),
        TEST(each_item_of_a_feed_is_a_document),
        TEST(links_of_a_feed_are_made_whole),
        TEST(an_atom_entry_is_a_document),
        TEST(a_folder_loop_is_named_and_read_once),
        TEST(a_page_in_a_record_is_read_as_the_record_is),
        TEST(what_a_browser_saves_beside_a_page_is_not_read),
        TEST(a_page_that_is_cut_off_is_read_and_flagged),
        TEST(a_line_too_long_is_reported_and_the_rest_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
