#include "read/encoding.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

static int setup(void **state)
{
    *state = arena_create();
    return 0;
}

static int teardown(void **state)
{
    arena_destroy(*state);
    return 0;
}

/* clang-format off */
static const struct { const char *label; Str raw; const char *text; const char *encoding; } INPUTS[] = {
    {"windows-1251",  {"\xCF\xE5\xF0\xEC\xFC 3", 7},          "Пермь 3",    "windows-1251"},
    {"cp1251",        {"\xCF\xE5\xF0\xEC\xFC 3", 7},          "Пермь 3",    "windows-1251"},
    {"KOI8-R",        {"\xF0\xC5\xD2\xCD\xD8", 5},            "Пермь",      "koi8-r"},
    {"iso-8859-5",    {"\xBF\xD5\xE0\xDC\xEC", 5},            "Пермь",      "iso-8859-5"},
    {"latin2",        {"\xA3\xF3\x64\xBC", 4},                "Łódź",       "iso-8859-2"},
    {"latin5",        {"\xDD\x7A\x6D\x69\x72", 5},            "İzmir",      "windows-1254"},
    {"iso-8859-15",   {"\xA4 5", 3},                          "€ 5",        "iso-8859-15"},
    {"iso-8859-2",    {"\x93\xA3\x94", 3},                    "“Ł”",        "iso-8859-2"},
    {"sjis",          {"\x91\xE5\x8D\xE3 4", 6},              "大阪 4",     "shift_jis"},
    {"euc-jp",        {"\xC2\xE7\xBA\xE5", 4},                "大阪",       "euc-jp"},
    {"iso-2022-jp",   {"a\x1B$BBg:e\x1B(B b", 13},            "a大阪 b",    "iso-2022-jp"},
    {"euc-kr",        {"\xBA\xCE\xBB\xEA", 4},                "부산",       "euc-kr"},
    {"gb2312",        {"\xCE\xE4\xBA\xBA", 4},                "武汉",       "gbk"},
    {"gb18030",       {"\x94\x39\xFC\x36\xCE\xE4", 6},        "😀武",       "gb18030"},
    {"big5",          {"\xA5\x78\xA5\x5F 7", 6},              "台北 7",     "big5"},
    {"windows-1258",  {"\xD0\xE0", 2},                        "Đà",         "windows-1258"},
    {"iso-8859-1",    {"caf\xE9", 4},                         "café",       "windows-1252"},
    {NULL,            {"caf\xE9", 4},                         "café",       "windows-1252"},
};

/* What it says, and what it is. */
static const struct { const char *label; Str raw; const char *text; const char *told; } WRONG[] = {
    {"windows-1251", {"\xD0\x9F\xD0\xB5", 4},                    "Пе",       "but it is UTF-8"},
    {"windows-1251", {"Caf\xE9 na\xEFve", 10},                   "Café naïve", "as which it could not be read; it was read as windows-1252"},
    {"shift_jis",    {"na\xEFve caf\xE9", 10},                   "naïve café", "as which it could not be read"},
    {"utf-8",        {"caf\xE9", 4},                             "café",     "says that it is utf-8, as which"},
    {"x-unknown-9",  {"caf\xE9", 4},                             "café",     "says that it is x-unknown-9, as which"},
    {"utf-8",        {"\xC3\xA9\xC3\xA9 \x92", 6},               "éé ’",     NULL},
    {"windows-1251", {"plain", 5},                               "plain",    NULL},
    {"utf-8",        {"\xC3\xA9", 2},                            "é",        NULL},
};

static const struct { const char *raw; const char *label; } DECLARED[] = {
    {"<?xml version='1.0' encoding='windows-1251'?><rss>",                                      "windows-1251"},
    {"<html><head><script charset=\"big5\" src=\"a.js\"></script><meta charset=koi8-r>",        "koi8-r"},
    {"<META HTTP-EQUIV=\"Content-Type\" CONTENT=\"text/html; CHARSET = Shift_JIS\">",           "Shift_JIS"},
    {"<!-- <meta charset=\"big5\"> --><meta charset=\"utf-8\">",                                "utf-8"},
    {"<meta name=\"description\" content=\"a charset\"><p>charset=big5</p>",                    ""},
    {"charset=big5",                                                                            ""},
    {"<meta charset=",                                                                          ""},
};
/* clang-format on */

static Said said_by(const char *label)
{
    return (Said){.carrier = label ? str_from(label) : STR_NONE, .own = STR_NONE, .page = true};
}

static void reads_what_it_says_it_is(void **state)
{
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(INPUTS); i++) {
        const Said said = said_by(INPUTS[i].label);
        Decoded decoded = encoding_decode(*state, INPUTS[i].raw, &said);
        if (str_equal(decoded.text, str_from(INPUTS[i].text)) && decoded.encoding &&
            strcmp(decoded.encoding, INPUTS[i].encoding) == 0)
            continue;
        print_error("input %zu: \"%.*s\" as %s\n", i, (int)decoded.text.len, decoded.text.ptr,
                    decoded.encoding ? decoded.encoding : "UTF-8");
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

static void what_it_wrongly_says_is_told(void **state)
{
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(WRONG); i++) {
        const Said said = said_by(WRONG[i].label);
        Decoded decoded = encoding_decode(*state, WRONG[i].raw, &said);
        bool told = WRONG[i].told
                        ? str_present(decoded.note) && str_find(decoded.note, str_from(WRONG[i].told), 0) != SIZE_MAX
                        : !str_present(decoded.note);
        if (told && str_equal(decoded.text, str_from(WRONG[i].text)))
            continue;
        print_error("input %zu: \"%.*s\": %s\n", i, (int)decoded.text.len, decoded.text.ptr,
                    str_present(decoded.note) ? decoded.note.ptr : "(nothing)");
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

static void each_character_leads_back_to_its_bytes(void **state)
{
    Str raw = STR("a\x91\xE5\x8D\xE3 4");
    const Said said = said_by("shift_jis");
    Decoded decoded = encoding_decode(*state, raw, &said);
    Document document = {.text = decoded.text, .raw_runs = decoded.runs, .raw_run_count = decoded.run_count};
    Span second = document_raw_span(&document, (Span){4, 7});
    assert_int_equal(second.start, 3);
    assert_int_equal(second.end, 5);
    Span last = document_raw_span(&document, (Span){8, 9});
    assert_int_equal(last.start, 6);
    assert_int_equal(last.end, 7);
}

static void shifts_belong_to_the_character_behind_them(void **state)
{
    Str raw = STR("a\x1B$BBg:e\x1B(B b");
    const Said said = said_by("iso-2022-jp");
    Decoded decoded = encoding_decode(*state, raw, &said);
    Document document = {.text = decoded.text, .raw_runs = decoded.runs, .raw_run_count = decoded.run_count};
    Span last = document_raw_span(&document, (Span){8, 9});
    assert_int_equal(last.start, 12);
    assert_int_equal(last.end, 13);
}

static void finds_what_mark_up_says_of_itself(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(DECLARED); i++) {
        Str got = encoding_declared(str_from(DECLARED[i].raw));
        if (str_present(got) ? str_is(got, DECLARED[i].label) : DECLARED[i].label[0] == '\0')
            continue;
        print_error("%s: \"%.*s\"\n", DECLARED[i].raw, (int)got.len, str_present(got) ? got.ptr : "");
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

static void the_header_counts_before_the_mark_up(void **state)
{
    const Said said = {.carrier = STR("koi8-r"), .own = STR("windows-1251"), .page = true};
    Decoded decoded = encoding_decode(*state, STR("\xF0\xC5\xD2\xCD\xD8"), &said);
    assert_true(str_equal(decoded.text, STR("Пермь")));
    const Said broken = {.carrier = STR("utf-8"), .own = STR("windows-1251"), .page = true};
    decoded = encoding_decode(*state, STR("\xCF\xE5\xF0\xEC\xFC"), &broken);
    assert_true(str_equal(decoded.text, STR("Пермь")));
}

static void utf16_needs_no_mark(void **state)
{
    const Said said = said_by(NULL);
    Str raw = {"f\0i\0v\0e\0 \0d\0i\0e\0d\0", 18};
    Decoded decoded = encoding_decode(*state, raw, &said);
    assert_true(str_equal(decoded.text, STR("five died")));
    assert_int_equal(decoded.runs[0].raw_start, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(reads_what_it_says_it_is),
        TEST(what_it_wrongly_says_is_told),
        TEST(each_character_leads_back_to_its_bytes),
        TEST(shifts_belong_to_the_character_behind_them),
        TEST(finds_what_mark_up_says_of_itself),
        TEST(the_header_counts_before_the_mark_up),
        TEST(utf16_needs_no_mark),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
