#include "read/folder_for_tests.h"

#include <archive.h>
#include <archive_entry.h>
#include <zlib.h>

#define PAGE(title)                                                                                                     \
    "<!doctype html><html><head><title>" title "</title></head><body><article><h1>" title                               \
    "</h1><p>Ten people were hurt in the harbour on Friday, the port office said, and the road to it stays closed.</p>" \
    "</article></body></html>"

typedef struct {
    const char *path;
    const char *bytes;
    size_t len; /* 0: up to the NUL */
} Member;

static size_t member_bytes(const Member *member)
{
    return member->len > 0 ? member->len : strlen(member->bytes);
}

static Str as_zip(const Pile *pile, const char *name, const Member *members, size_t count)
{
    struct archive *a = archive_write_new();
    assert_int_equal(archive_write_set_format_zip(a), ARCHIVE_OK);
    assert_int_equal(archive_write_open_filename(a, path_of(pile, name)), ARCHIVE_OK);
    for (size_t i = 0; i < count; i++) {
        struct archive_entry *entry = archive_entry_new();
        archive_entry_set_pathname(entry, members[i].path);
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_size(entry, (la_int64_t)member_bytes(&members[i]));
        assert_int_equal(archive_write_header(a, entry), ARCHIVE_OK);
        assert_true(archive_write_data(a, members[i].bytes, member_bytes(&members[i])) >= 0);
        archive_entry_free(entry);
    }
    assert_int_equal(archive_write_free(a), ARCHIVE_OK);
    return str_from(path_of(pile, name));
}

static void put_packed(const Pile *pile, const char *name, const char *const *members, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        gzFile packed = gzopen(path_of(pile, name), i == 0 ? "wb" : "ab");
        assert_int_equal(gzputs(packed, members[i]), (int)strlen(members[i]));
        assert_int_equal(gzclose(packed), Z_OK);
    }
}

static bool has_path(const Pile *pile, size_t i, const char *end)
{
    return i < pile->count && str_ends(pile->documents[i]->path, str_from(end));
}

static void members_of_an_archive_are_read_like_files(void **state)
{
    Pile *pile = *state;
    const Member members[] = {{"one.html", PAGE("One"), 0},
                              {"d/two.txt", "Two soldiers died.", 0},
                              {"__MACOSX/._two.txt", "left by a system", 0},
                              {".hidden", "not read", 0}};
    (void)as_zip(pile, "p.zip", members, 4);
    read_folder(pile);
    assert_int_equal(pile->count, 2);
    assert_true(has_path(pile, 0, "p.zip/one.html") && has_path(pile, 1, "p.zip/d/two.txt"));
    assert_true(str_equal(pile->documents[0]->title, STR("One")));
    check_text(pile->documents[1], "Two soldiers died.");
    assert_int_equal(pile->lost, 0);
}

static void files_of_a_saved_page_are_left_out_of_an_archive(void **state)
{
    Pile *pile = *state;
    const Member members[] = {{"d/One_files/a.js", "var a = 'Two died.';", 0},
                              {"d/One.html", PAGE("One"), 0},
                              {"One_files/b.txt", "Six died.", 0}};
    (void)as_zip(pile, "p.zip", members, 3);
    read_folder(pile);
    assert_int_equal(pile->count, 2);
    assert_true(has_path(pile, 0, "p.zip/d/One.html") && has_path(pile, 1, "p.zip/One_files/b.txt"));
}

/* What the lines say of the archive's members, and what one more line says of the rest. */
static void many_broken_members_are_summed_up(void **state)
{
    enum { MEMBERS = 300 };
    Pile *pile = *state;
    Member members[MEMBERS];
    for (size_t i = 0; i < MEMBERS; i++) {
        Buf name = {0};
        buf_format(&name, "%zu.bin%c", i, 0);
        members[i] = (Member){arena_copy(pile->arena, buf_str(&name)).ptr, i % 3 == 0 ? " " : "\1\2\3", 0};
        buf_free(&name);
    }
    (void)as_zip(pile, "p.zip", members, MEMBERS);
    read_folder(pile);
    assert_int_equal(pile->lost, 200);
    assert_true(reported(pile, "p.zip/19.bin") && !reported(pile, "p.zip/20.bin"));
    assert_true(reported(pile, "p.zip: 280 more such lines are left out; 187 of them are of what can't be read"));
}

static void a_tar_with_a_broken_head_is_called_broken(void **state)
{
    Pile *pile = *state;
    char bytes[1024] = "a.txt";
    memcpy(bytes + 257, "ustar", 5);
    put_file(pile, "p.tar", (Str){bytes, sizeof bytes});
    read_folder(pile);
    assert_int_equal(pile->count, 0);
    assert_int_equal(pile->lost, 1);
    assert_true(reported(pile, "p.tar: can't be read: the data are broken"));
}

static void a_cut_off_archive_gives_what_was_whole(void **state)
{
    Pile *pile = *state;
    const Member members[] = {{"a.txt", "first", 0},
                              {"b.txt", "second, which is longer than what is left of the file", 0}};
    Str path = as_zip(pile, "p.zip", members, 2);
    assert_int_equal(truncate(path.ptr, 110), 0);
    read_folder(pile);
    assert_true(pile->count >= 1);
    check_text(pile->documents[0], "first");
    assert_true(pile->lost > 0 && reported(pile, "p.zip"));
}

#define WORD(text) "<w:document><w:body><w:p><w:r><w:t>" text "</w:t></w:r></w:p></w:body></w:document>"

/* Wherever its part stands among the others, of which none is read. */
static void the_text_of_a_word_document_is_read(void **state)
{
    Pile *pile = *state;
    const Member first[] = {{"[Content_Types].xml", "<x/>", 0},
                            {"word/document.xml", WORD("Six died."), 0},
                            {"word/a.xml", "Two died.", 0}};
    const Member last[] = {{"docProps/core.xml", "<x>Two died.</x>", 0},
                           {"word/document.xml", WORD("Seven died."), 0},
                           {"[Content_Types].xml", "<x/>", 0}};
    const Member open[] = {
        {"mimetype", "application/vnd.oasis.opendocument.text", 0},
        {"content.xml",
         "<office:document-content><office:body><office:text><text:p>Nine died.</text:p></office:text></office:body>"
         "</office:document-content>",
         0}};
    (void)as_zip(pile, "a.docx", first, 3);
    (void)as_zip(pile, "b.docx", last, 3);
    (void)as_zip(pile, "c.odt", open, 2);
    read_folder(pile);
    assert_int_equal(pile->count, 3);
    check_text(pile->documents[0], "Six died.");
    check_text(pile->documents[1], "Seven died.");
    check_text(pile->documents[2], "Nine died.");
    assert_true(has_path(pile, 0, "a.docx/word/document.xml"));
    assert_int_equal(pile->lost, 0);
}

static void an_office_document_without_text_is_refused_with_what_to_do(void **state)
{
    Pile *pile = *state;
    const Member members[] = {{"[Content_Types].xml", "<x/>", 0}, {"xl/workbook.xml", "<x/>", 0}};
    (void)as_zip(pile, "p.xlsx", members, 2);
    put_file(pile, "q.doc", STR("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and so on"));
    read_folder(pile);
    assert_int_equal(pile->count, 0);
    assert_true(reported(pile, "p.xlsx: can't be read: an office document with no text in it; save it as text or CSV"));
    assert_true(reported(pile, "q.doc: can't be read: an office document of the old kind"));
}

#define RECORD(kind, address, type, length, block)                                                                     \
    "WARC/1.0\r\nWARC-Type: " kind "\r\nWARC-Target-URI: " address "\r\nContent-Type: " type                           \
    "\r\nContent-Length: " length "\r\n\r\n" block "\r\n\r\n"
#define ANSWER  "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n"
#define CHUNKED "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n"
#define FIRST   RECORD("response", "https://a.example/1", "application/http", "66", ANSWER "Six people were hurt.")
#define SECOND                                                                                                         \
    RECORD("response", "<https://a.example/2>", "application/http", "99",                                              \
           CHUNKED "6\r\nEight \r\n5\r\ndied.\r\n0\r\n\r\n")
#define PICTURE                                                                                                        \
    RECORD("response", "https://a.example/3", "application/http", "45",                                                \
           "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nP")
#define PLAIN RECORD("conversion", "https://a.example/4", "text/plain", "10", "Five died.")

static void check_crawl(const Pile *pile)
{
    assert_int_equal(pile->count, 3);
    check_text(pile->documents[0], "Six people were hurt.");
    check_text(pile->documents[1], "Eight died.");
    check_text(pile->documents[2], "Five died.");
    assert_true(str_equal(pile->documents[1]->url, STR("https://a.example/2")));
    assert_true(has_path(pile, 2, "#4"));
    assert_int_equal(pile->lost, 0);
}

static void pages_of_a_crawl_keep_their_addresses(void **state)
{
    Pile *pile = *state;
    put_file(pile, "p.warc", STR(FIRST SECOND PICTURE PLAIN));
    read_folder(pile);
    check_crawl(pile);
}

#define CYRILLIC "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=windows-1251\r\n\r\n"

static void a_page_of_a_crawl_is_in_the_encoding_its_header_names(void **state)
{
    Pile *pile = *state;
    put_file(pile, "p.warc",
             STR(RECORD("response", "https://a.example/1", "application/http", "85",
                        CYRILLIC "Two died in \xCF\xE5\xF0\xEC\xFC.")));
    read_folder(pile);
    assert_int_equal(pile->count, 1);
    check_text(pile->documents[0], "Two died in Пермь.");
    assert_int_equal(pile->documents[0]->flags[0].kind, FLAG_ENCODING);
}

static void a_crawl_may_be_packed_record_by_record(void **state)
{
    Pile *pile = *state;
    const char *const records[] = {FIRST, SECOND, PICTURE, PLAIN};
    put_packed(pile, "p.warc.gz", records, 4);
    read_folder(pile);
    check_crawl(pile);
}

static void what_is_no_record_is_reported_and_passed_over(void **state)
{
    Pile *pile = *state;
    put_file(pile, "p.warc", STR(FIRST "garbage\r\nand more\r\n" PLAIN));
    read_folder(pile);
    assert_int_equal(pile->count, 2);
    check_text(pile->documents[1], "Five died.");
    assert_int_equal(pile->lost, 1);
    assert_true(reported(pile, "p.warc#1: what follows is no WARC record"));
}

static void a_crawl_that_is_cut_off_says_where(void **state)
{
    Pile *pile = *state;
    Str whole = STR(FIRST PLAIN);
    put_file(pile, "p.warc", str_slice(whole, 0, whole.len - 8));
    read_folder(pile);
    assert_int_equal(pile->count, 2);
    assert_true(reported(pile, "p.warc#2: the crawl is cut off in this record"));
}

#define MAIL_HEAD "From: The Desk <desk@example.org>\nTo: a@example.org\nDate: Sat, 31 Jan 2026 13:05:00 +0100\n"

static void a_mail_gives_its_text_subject_sender_and_time(void **state)
{
    Pile *pile = *state;
    put_file(pile, "p.eml",
             STR(MAIL_HEAD
                 "Subject: =?utf-8?Q?=C3=9Cberfall?=\nMIME-Version: 1.0\n"
                 "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n"
                 "Three farmers died in S=E9gou.\n"));
    read_folder(pile);
    assert_int_equal(pile->count, 1);
    const Document *d = pile->documents[0];
    assert_true(str_equal(d->title, STR("\xC3\x9C"
                                        "berfall")));
    assert_true(str_equal(d->author, STR("The Desk")));
    assert_int_equal(d->published.seconds, 1769861100);
    assert_true(str_begins(d->text, STR("Three farmers died in S\xC3\xA9gou.")));
}

static void parts_of_a_mail_are_in_the_encodings_their_heads_name(void **state)
{
    Pile *pile = *state;
    put_file(pile, "p.eml",
             STR(MAIL_HEAD
                 "Subject: s\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n"
                 "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
                 "PG1ldGEgY2hhcnNldD0ia29pOC1yIj48cD5GaXZlIGRpZWQgaW4g0J/QtdGA0LzRjC48L3A+\n--b\n"
                 "Content-Type: text/csv; charset=koi8-r; name=a.csv\n"
                 "Content-Disposition: attachment; filename=a.csv\nContent-Transfer-Encoding: quoted-printable\n\n"
                 "title,text\n=F0=C5=D2=CD=D8,Six died.\n--b--\n"));
    read_folder(pile);
    assert_int_equal(pile->count, 2);
    check_text(pile->documents[0], "Five died in Пермь.");
    assert_int_equal(pile->documents[0]->flag_count, 0);
    assert_true(str_equal(pile->documents[1]->title, STR("Пермь")));
}

#define SAVED_HEAD                                                                                                     \
    "From: <Saved by a browser>\nSubject: Fire - Mill Paper\nDate: Wed, 18 Feb 2026 10:00:00 -0000\nMIME-Version: 1.0\n"
#define SAVED_PART                                                                                                                  \
    "Content-Type: text/html\nContent-Location: https://mill.example/fire\nContent-Transfer-Encoding: quoted-printable\n"           \
    "\n<html><head><meta charset=3D\"utf-8\"><title>Fire in the mill</title></head><body><article><p>Two clerks died in S=C3=A9=\n" \
    "gou on Friday when the mill burned down.</p></article></body></html>\n"

/* The day on which somebody saved it is no day of the report. */
static void a_page_that_a_browser_saved_is_no_mail(void **state)
{
    Pile *pile = *state;
    put_file(pile, "a.mht",
             STR(SAVED_HEAD "Content-Type: multipart/related; type=\"text/html\"; boundary=b\n\n--b\n" SAVED_PART
                            "--b\nContent-Type: text/css\nContent-Location: cid:x\n\nbody {}\n--b--\n"));
    put_file(pile, "b.mht", STR(SAVED_HEAD SAVED_PART));
    read_folder(pile);
    assert_int_equal(pile->count, 2);
    for (size_t i = 0; i < 2; i++) {
        const Document *d = pile->documents[i];
        check_text(d, "Two clerks died in S\xC3\xA9gou on Friday when the mill burned down.");
        assert_true(str_equal(d->title, STR("Fire in the mill")) &&
                    str_equal(d->url, STR("https://mill.example/fire")));
        assert_true(d->published.precision == MOMENT_NONE && !str_present(d->author));
    }
    assert_int_equal(pile->lost, 0);
}

static void what_is_attached_to_a_mail_is_read_as_a_file(void **state)
{
    Pile *pile = *state;
    put_file(pile, "p.eml",
             STR(MAIL_HEAD "Subject: s\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n"
                           "Content-Type: text/plain\n\nSee the attached.\n--b\nContent-Type: text/plain; name=a.txt\n"
                           "Content-Disposition: attachment; filename=a.txt\n\nFour were hurt.\n--b\n"
                           "Content-Type: image/png\nContent-Disposition: attachment; filename=a.png\n\nx\n--b--\n"));
    read_folder(pile);
    assert_int_equal(pile->count, 2);
    check_text(pile->documents[0], "See the attached.");
    check_text(pile->documents[1], "Four were hurt.");
    assert_true(has_path(pile, 1, "p.eml/a.txt"));
    assert_int_equal(pile->lost, 0);
}

static void a_mailbox_holds_many_mails(void **state)
{
    Pile *pile = *state;
    put_file(pile, "box",
             STR("From a Sat Jan 31 13:05:00 2026\n" MAIL_HEAD "Subject: one\n\nTwo died.\n\n"
                 "From a Sat Jan 31 13:06:00 2026\n" MAIL_HEAD "Subject: two\n\nThree died.\n"));
    read_folder(pile);
    assert_int_equal(pile->count, 2);
    assert_true(str_equal(pile->documents[1]->title, STR("two")) && has_path(pile, 1, "box#2"));
}

static Str bytes_of(const Pile *pile, const char *name)
{
    FILE *file = fopen(path_of(pile, name), "rb");
    assert_non_null(file);
    char *bytes = arena_alloc(pile->arena, 65536, 1);
    size_t n = fread(bytes, 1, 65536, file);
    assert_int_equal(fclose(file), 0);
    return (Str){bytes, n};
}

static void archives_in_archives_are_read_to_a_depth(void **state)
{
    Pile *pile = *state;
    enum { LEVELS = 6 };
    Member member = {"a.txt", "Nine died.", 0};
    for (int i = 0; i < LEVELS; i++) {
        const Member two[] = {member, {"b.txt", "One more.", 0}};
        (void)as_zip(pile, "p.zip", two, 2);
        Str packed = bytes_of(pile, "p.zip");
        member = (Member){"inner.zip", packed.ptr, packed.len};
    }
    read_folder(pile);
    assert_int_equal(pile->count, 4);
    assert_true(reported(pile, "archives are nested too deeply"));
    assert_int_equal(pile->lost, 2);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(members_of_an_archive_are_read_like_files),
        TEST(files_of_a_saved_page_are_left_out_of_an_archive),
        TEST(many_broken_members_are_summed_up),
        TEST(a_tar_with_a_broken_head_is_called_broken),
        TEST(a_cut_off_archive_gives_what_was_whole),
        TEST(the_text_of_a_word_document_is_read),
        TEST(an_office_document_without_text_is_refused_with_what_to_do),
        TEST(pages_of_a_crawl_keep_their_addresses),
        TEST(a_page_of_a_crawl_is_in_the_encoding_its_header_names),
        TEST(a_crawl_may_be_packed_record_by_record),
        TEST(what_is_no_record_is_reported_and_passed_over),
        TEST(a_crawl_that_is_cut_off_says_where),
        TEST(a_mail_gives_its_text_subject_sender_and_time),
        TEST(parts_of_a_mail_are_in_the_encodings_their_heads_name),
        TEST(a_page_that_a_browser_saved_is_no_mail),
        TEST(what_is_attached_to_a_mail_is_read_as_a_file),
        TEST(a_mailbox_holds_many_mails),
        TEST(archives_in_archives_are_read_to_a_depth),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
