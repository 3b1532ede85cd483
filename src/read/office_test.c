#include "read/folder_for_tests.h"

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

#define WORD(body)      "<?xml version=\"1.0\"?>\n<w:document><w:body>" body "</w:body></w:document>"
#define P(text)         "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"
#define STYLED(is)      "<w:pPr><w:pStyle w:val=\"" is "\"/></w:pPr>"
#define OPEN(text)                                                                                                     \
    "<office:document><office:meta><x>Two died.</x></office:meta><office:body><office:text>" text                      \
    "</office:text></office:body></office:document>"

/* clang-format off */
static const struct { const char *xml; const char *text; } TEXTS[] = {
    {WORD(P("One.") "\n  " P("Two &amp; three.")),                                            "One.\n\nTwo & three."},
    {WORD("<w:p><w:r><w:t>Four </w:t></w:r>\n<w:r><w:t>died.</w:t></w:r></w:p>"),             "Four died."},
    {WORD("<w:p><w:r><w:t>5</w:t><w:noBreakHyphen/><w:t>6 died</w:t><w:tab/><w:t>there.</w:t></w:r></w:p>"), "5-6 died there."},
    {WORD("<w:p><w:r><w:t>One</w:t><w:br/><w:t>two</w:t></w:r></w:p>"),                       "One\ntwo"},
    {WORD("<w:p><w:del><w:r><w:delText>Nine</w:delText><w:t>Nine</w:t></w:r></w:del><w:r><w:t>Ten died.</w:t></w:r></w:p>"), "Ten died."},
    {WORD("<w:p><w:r><w:instrText>PAGE 7</w:instrText><wp:posOffset>114300</wp:posOffset><w:t>One.</w:t></w:r></w:p>"), "One."},
    {WORD("<mc:AlternateContent><mc:Choice>" P("One.") "</mc:Choice><mc:Fallback>" P("One.") "</mc:Fallback></mc:AlternateContent>"), "One."},
    {WORD("<w:tbl><w:tr><w:tc>" P("Mill") P("Hill") "<w:p/></w:tc><w:tc>" P("3") "</w:tc></w:tr><w:tr><w:tc><w:p/></w:tc><w:tc>" P("4")
          "</w:tc></w:tr></w:tbl>"),                                                          "Mill Hill\t3\n\t4"},
    {OPEN("<text:h>Fire</text:h><text:p>Four<text:s/>died<text:note><text:note-citation>1</text:note-citation></text:note>.</text:p>"), "Fire\n\nFour died."},
    {OPEN("<text:tracked-changes><text:p>Nine died.</text:p></text:tracked-changes><text:list><text:list-item><text:p>a</text:p>"
          "</text:list-item><text:list-item><text:p>b</text:p></text:list-item></text:list>"), "a\nb"},
    {OPEN("<table:table><table:table-row><table:table-cell><text:p>Mill</text:p></table:table-cell><table:table-cell><text:p>3</text:p>"
          "</table:table-cell></table:table-row></table:table>"),                             "Mill\t3"},
};
/* clang-format on */

static void a_document_becomes_running_text(void **state)
{
    Pile *pile = *state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(TEXTS); i++) {
        char name[] = "a.xml";
        name[0] = (char)('a' + i);
        put_file(pile, name, str_from(TEXTS[i].xml));
    }
    read_folder(pile);
    assert_int_equal(pile->count, COUNT_OF(TEXTS));
    for (size_t i = 0; i < COUNT_OF(TEXTS); i++) {
        Str got = document_body(pile->documents[i]);
        if (str_is(got, TEXTS[i].text))
            continue;
        print_error("%s: \"%.*s\"\n", TEXTS[i].xml, (int)got.len, got.ptr);
        wrong++;
    }
    assert_int_equal(wrong, 0);
    assert_int_equal(pile->lost, 0);
}

static void paragraphs_are_what_their_styles_say(void **state)
{
    Pile *pile = *state;
    put_file(pile, "a.xml",
             STR(WORD("<w:p>" STYLED("Heading2") "<w:r><w:t>Fire in the mill</w:t></w:r></w:p>" P(
                 "Four died.") "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>one</w:t></w:r></w:p>")));
    read_folder(pile);
    const Document *d = pile->documents[0];
    assert_int_equal(d->block_count, 3);
    assert_int_equal(d->blocks[0].kind, BLOCK_HEADING);
    assert_int_equal(d->blocks[0].level, 2);
    assert_int_equal(d->blocks[1].kind, BLOCK_PARAGRAPH);
    assert_int_equal(d->blocks[2].kind, BLOCK_LIST_ITEM);
    assert_true(str_equal(d->title, STR("Fire in the mill")));
}

static void lines_above_the_report_say_what_it_is(void **state)
{
    Pile *pile = *state;
    put_file(pile, "a.xml",
             STR(WORD(P("Title: Fire in the mill") P("Published: 2026-01-31") P("Publisher: Mill Paper") P("Four died.")
                          P("Two were hurt."))));
    read_folder(pile);
    const Document *d = pile->documents[0];
    check_text(d, "Four died.\n\nTwo were hurt.");
    assert_true(str_equal(d->title, STR("Fire in the mill")) && str_equal(d->publisher, STR("Mill Paper")));
    assert_int_equal(d->published.precision, MOMENT_DAY);
}

static void every_word_leads_back_to_its_part(void **state)
{
    Pile *pile = *state;
    Str xml = STR(WORD("<w:p><w:r><w:t>Four &amp; </w:t></w:r><w:r><w:t>five</w:t></w:r></w:p>"));
    put_file(pile, "a.xml", xml);
    read_folder(pile);
    const Document *d = pile->documents[0];
    Span five = document_raw_span(d, (Span){7, 11});
    assert_true(str_equal(str_slice(d->original, five.start, five.end), STR("five")));
    Span sign = document_raw_span(d, (Span){5, 6});
    assert_true(str_equal(str_slice(d->original, sign.start, sign.end), STR("&amp;")));
}

static void what_breaks_off_or_holds_no_text_is_reported(void **state)
{
    Pile *pile = *state;
    put_file(pile, "a.xml", STR("<?xml version=\"1.0\"?><w:document><w:body>" P("Four died.") "<w:p><w:r><w:t>Two"));
    put_file(pile, "b.xml", STR("<office:document><office:body><office:spreadsheet/></office:body></office:document>"));
    read_folder(pile);
    assert_int_equal(pile->count, 1);
    assert_int_equal(pile->documents[0]->flags[0].kind, FLAG_TRUNCATED);
    assert_true(reported(pile, "a.xml: its XML breaks off before byte 102"));
    assert_true(reported(pile, "b.xml: can't be read: it holds no text"));
    assert_int_equal(pile->lost, 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_document_becomes_running_text),
        TEST(paragraphs_are_what_their_styles_say),
        TEST(lines_above_the_report_say_what_it_is),
        TEST(every_word_leads_back_to_its_part),
        TEST(what_breaks_off_or_holds_no_text_is_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
