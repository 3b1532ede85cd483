#include "read/dom.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

/* Each text as it stands in the source, in order, in bars. */
/* clang-format off */
static const struct { DomMode mode; const char *source; const char *texts; } TEXTS[] = {
    {DOM_HTML, "One<br>two",                             "|One|two|"},
    {DOM_HTML, "<p>a &amp; b&#8211;c &amp d</p>",        "|a &amp; b&#8211;c &amp d|"},
    {DOM_HTML, "<p>&eacute;t&eacute;",                   "|&eacute;t&eacute;|"},
    {DOM_HTML, "<p>&#x110000; &bogus; &; & &#150;</p>",  "|&#x110000; &bogus; &; & &#150;|"},
    {DOM_HTML, "<p>at &lt;<!-- <b>no</b> &gt; -->once",  "|at &lt;|once|"},
    {DOM_HTML, "<p>5 < 6 << 7 &<b>x</b></p>",            "|5 < 6 << 7 &|x|"},
    {DOM_HTML, "<p>a &lt<b>c</b> &lt;< d",               "|a &lt|c| &lt;< d|"},
    {DOM_HTML, "<p>a\r\nb\x01" "c\r</p>",                "|a\r\nb\x01" "c\r|"},
    {DOM_HTML, "<p>a<![if IE]>b<![endif]>c",             "|a|b|c|"},
    {DOM_HTML, "<p>a<!\xC3\xA9>b",                      "|a|<!\xC3\xA9>b|"},
    {DOM_HTML, "<p>a</x>b</section>c",                   "|a|b|c|"},
    {DOM_HTML, "<p title='<p>&gt;'>a<p alt=\"b<i>\">c",  "|a|c|"},
    {DOM_HTML, "<script>1 </p> &amp; <!--\r\n</script>", "|1 </p> &amp; <!--\r\n|"},
    {DOM_HTML, "<p>\xC3\xA9<wbr>\xEF\xBF\xBF<i>\xF0\x9F\x9A\x8C</i>", "|\xC3\xA9|\xEF\xBF\xBF|\xF0\x9F\x9A\x8C|"},
    {DOM_XML, "<r><a>x &amp; y</a><b>z</b></r>",         "|x &amp; y|z|"},
    {DOM_XML, "<r>&nbsp;x\r\n&mdash; A & B &</r>",       "|&nbsp;x\r\n&mdash; A & B &|"},
    {DOM_XML, "<r>a<![CDATA[<p>b &amp;\r\n</p>]]>c</r>", "|a|<p>b &amp;\r\n</p>|c|"},
    {DOM_XML, "<r><![CDATA[a]]]]><![CDATA[>b]]></r>",    "|a]]|>b|"},
    {DOM_XML, "\n<?xml version='1.0' encoding='windows-1252'?><r>\xE2\x80\x93 x</r>", "|\xE2\x80\x93 x|"},
    {DOM_XML, "<r>a<!-- b -->c<?d e?>f</r>",             "|a|c|f|"},
    {DOM_XML, "<r><i>a</j>b</r>",                        "|a|b|"},
    {DOM_XML, "<!DOCTYPE r [<!ENTITY x 'boom'><!ENTITY y SYSTEM 'file:///etc/hostname'>]><r>a&x;b&y;c</r>",
                                                         "|a&x;b&y;c|"},
};
/* clang-format on */

static void each_text_knows_its_bytes(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(TEXTS); i++) {
        Arena *arena = arena_create();
        Str source = str_from(TEXTS[i].source);
        const Node *root = dom_parse(arena, source, TEXTS[i].mode);
        Buf got = {0};
        buf_char(&got, '|');
        for (const Node *n = root; n; n = dom_next(n, root)) {
            if (!n->is_text)
                continue;
            assert_true(n->raw.ptr == source.ptr + n->start && n->raw.len == n->end - n->start);
            buf_put(&got, n->raw);
            buf_char(&got, '|');
        }
        if (!str_equal(buf_str(&got), str_from(TEXTS[i].texts))) {
            print_error("%s: %.*s\n", TEXTS[i].source, (int)got.len, got.ptr);
            wrong++;
        }
        buf_free(&got);
        arena_destroy(arena);
    }
    assert_int_equal(wrong, 0);
}

/* Longer than the parser's buffers for text. */
static void a_long_text_is_one(void **state)
{
    (void)state;
    for (int mode = DOM_HTML; mode <= DOM_XML; mode++) {
        Buf source = {0};
        buf_put(&source, STR("<p>"));
        for (int i = 0; i < 5000; i++)
            buf_put(&source, i % 7 ? STR("a \xE2\x80\x93\r\n") : STR("&#8217;&lt;\xC3\xA9"));
        Str text = str_drop(buf_str(&source), 3);
        size_t length = text.len;
        buf_put(&source, STR("</p>"));
        Arena *arena = arena_create();
        const Node *p = dom_find(dom_parse(arena, buf_str(&source), (DomMode)mode), STR("p"));
        assert_true(p->first && p->first == p->last && p->first->is_text);
        assert_int_equal(p->first->start, 3);
        assert_int_equal(p->first->end, 3 + length);
        arena_destroy(arena);
        buf_free(&source);
    }
}

static void an_element_spans_its_tags(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    Str source =
        STR("<rss><channel>\n<item a='>'><t>x</t></item> <item/><item><t><![CDATA[y]]></t></item></channel></rss>");
    static const char *const ITEMS[] = {"<item a='>'><t>x</t></item>", "<item/>", "<item><t><![CDATA[y]]></t></item>"};
    const Node *root = dom_parse(arena, source, DOM_XML);
    size_t count = 0;
    for (const Node *n = root; n; n = dom_next(n, root)) {
        if (n->is_text || !str_equal(n->name, STR("item")))
            continue;
        assert_true(count < COUNT_OF(ITEMS));
        assert_true(str_equal(str_slice(source, n->start, n->end), str_from(ITEMS[count])));
        count++;
    }
    assert_int_equal(count, COUNT_OF(ITEMS));
    arena_destroy(arena);
}

static void references_in_attributes_are_decoded_once(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    const Node *page = dom_parse(arena, STR("<a HREF='?a=1&amp;b=2' title='&amp;lt; &#150;' hidden>"), DOM_HTML);
    const Node *a = dom_find(page, STR("a"));
    assert_true(str_equal(dom_attribute(a, STR("href")), STR("?a=1&b=2")));
    assert_true(str_equal(dom_attribute(a, STR("title")), STR("&lt; \xE2\x80\x93")));
    assert_true(str_present(dom_attribute(a, STR("hidden"))));
    assert_false(str_present(dom_attribute(a, STR("name"))));
    const Node *feed = dom_parse(arena, STR("<l href='?a=1&amp;b=&amp;lt;&#233;'/>"), DOM_XML);
    assert_true(str_equal(dom_attribute(dom_find(feed, STR("l")), STR("href")), STR("?a=1&b=&lt;\xC3\xA9")));
    arena_destroy(arena);
}

static void what_is_not_read_to_its_end_is_cut_off(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    assert_true(dom_parse(arena, STR("<html><body><p>One two"), DOM_HTML)->cut_off);
    assert_false(dom_parse(arena, STR("<html><body><p>One two</body></html>"), DOM_HTML)->cut_off);
    assert_false(dom_parse(arena, STR("<p>One two"), DOM_HTML)->cut_off);
    Buf deep = {0};
    for (int i = 0; i < 300; i++)
        buf_put(&deep, STR("<a>"));
    assert_true(dom_parse(arena, buf_str(&deep), DOM_XML)->cut_off);
    assert_false(dom_parse(arena, STR("<a><b>c</a>"), DOM_XML)->cut_off);
    buf_free(&deep);
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_text_knows_its_bytes),
        cmocka_unit_test(a_long_text_is_one),
        cmocka_unit_test(an_element_spans_its_tags),
        cmocka_unit_test(references_in_attributes_are_decoded_once),
        cmocka_unit_test(what_is_not_read_to_its_end_is_cut_off),
    };
    return cmocka_run_group_tests_name("dom", tests, NULL, NULL);
}
