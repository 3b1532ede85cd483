#include "match/token.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "base/buf.h"

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

static const char CUTTING[] = "phrase\tclass\tvalue\n"
                              "Gen.\tABBREV\ttitle\n"
                              "Lt.\tABBREV\ttitle\n"
                              "Mr.\tABBREV\ttitle\n"
                              "Inc.\tABBREV\t\n"
                              "Sat.\tABBREV\t\n"
                              "approx.\tABBREV\t\n"
                              "no.\tABBREV\tnumber\n"
                              "'s\tCLITIC\t\n"
                              "n't\tCLITIC\t\n"
                              "th\tSUFFIX\t\n"
                              "s\tSUFFIX\t\n"
                              "the\tSTARTER\t\n"
                              "starter\tSTARTER\t\n"
                              "he\tSTARTER\t\n";

static Lexicon *cutting_lexicon(Arena *arena)
{
    Error err = {0};
    Lexicon *lexicon = lexicon_create(arena);
    bool ok = lexicon_add(lexicon, "cutting.tsv", STR(CUTTING), &err) && lexicon_finish(lexicon, &err);
    if (!ok)
        print_error("%s\n", err.text);
    assert_true(ok);
    return lexicon;
}

/* Tokens with a space between, sentences with " / ". */
static void write_tokens(Buf *out, const TokenList *list)
{
    for (size_t i = 0; i < list->count; i++) {
        if (i > 0)
            buf_put(out, list->tokens[i].flags & TOKEN_SENTENCE_START ? STR(" / ") : STR(" "));
        buf_put(out, span_text(list->text, list->tokens[i].span));
    }
}

/* clang-format off */
static const struct { const char *text; const char *want; } CUTS[] = {
    {"", ""},
    {"Ten people died.", "Ten people died ."},
    {"1,200 men and 3.5 tons", "1,200 men and 3.5 tons"},
    {"1,00,000 rupees, 10,15 and 2005,300", "1,00,000 rupees , 10 , 15 and 2005 , 300"},
    {"10-15 or 37–70 dead", "10 - 15 or 37 – 70 dead"},
    {"start-\ner and off-\nbeat", "start-\ner and off - beat"},
    {"a 15-year-old boy", "a 15 - year - old boy"},
    {"the 12th and the 1990s at 7pm", "the 12th and the 1990s at 7 pm"},
    {"31.01.2026 at 12:30", "31.01.2026 at 12 : 30"},
    {"He died 10. The rest 12.", "He died 10 . / The rest 12 ."},
    {"U.S. troops left the U.S. The rest stayed.", "U.S. troops left the U.S. / The rest stayed ."},
    {"at 5 a.m. on Sat. He left.", "at 5 a.m. on Sat. / He left ."},
    {"He sat. They stood.", "He sat . / They stood ."},
    {"Lt. Gen. J. P. Smith spoke.", "Lt. Gen. J. P. Smith spoke ."},
    {"Ann P. said. She was at E. 105th Street. Plan B. 20 men left.", "Ann P. said . / She was at E. 105th Street . / Plan B . / 20 men left ."},
    {"Mr. The and Acme Inc. The end", "Mr. The and Acme Inc. / The end"},
    {"approx. 5 in no. 7. He said no. Then", "approx. 5 in no. 7 . / He said no . / Then"},
    {"Goma's men didn't go", "Goma 's men did n't go"},
    {"Goma’s men didn’t go", "Goma ’s men did n’t go"},
    {"THEY DIDN'T", "THEY DID N'T"},
    {"O'Brien and Sana'a", "O'Brien and Sana'a"},
    {"the soldiers' guns", "the soldiers ' guns"},
    {"“We won.” He left. “No!” he said.", "“ We won . ” / He left . / “ No ! ” he said ."},
    {"\"We won.\" He left.", "\" We won . \" / He left ."},
    {"(It was so.) Then", "( It was so . ) / Then"},
    {"they were\nkilled there", "they were killed there"},
    {"A heading\n\nten died", "A heading / ten died"},
    {"Targets:\n• one\n• two", "Targets : / • one / • two"},
    {"see https://a.org/b?c=d. Then www.b.org, x", "see https://a.org/b?c=d . / Then www.b.org , x"},
    {"write to jo.doe@a-b.org or @some_one1 #goma", "write to jo.doe@a-b.org or @some_one1 #goma"},
    {"dead in #Goma. #Kivu: ten", "dead in Goma . / Kivu : ten"},
    {"ten[3] were killed.[12] The rest[b] [4] fled", "ten were killed . / The rest [ 4 ] fled"},
    {"wait... what -- no", "wait ... what -- no"},
    {"ten were killed.The rest", "ten were killed . / The rest"},
    {"the file a.b and killed.the", "the file a.b and killed . the"},
    {"Çelik Ürümqi Señor naïve", "Çelik Ürümqi Señor naïve"},
    {"$5m €3 50%", "$ 5 m € 3 50 %"},
    {"AK-47 and B52s", "AK - 47 and B52s"},
    {"a\xC2\xA0""b\xE2\x80\x8B""c \xFF d", "a b c \xFF d"},
};
/* clang-format on */

static void cuts_words_numbers_signs_and_sentences(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    Lexicon *lexicon = cutting_lexicon(arena);
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(CUTS); i++) {
        TokenList list = token_split(arena, lexicon, str_from(CUTS[i].text), NULL, 0);
        Buf got = {0};
        write_tokens(&got, &list);
        if (!str_equal(buf_str(&got), str_from(CUTS[i].want))) {
            print_error("\"%s\"\n  got  \"%.*s\"\n  want \"%s\"\n", CUTS[i].text, (int)got.len, got.ptr ? got.ptr : "",
                        CUTS[i].want);
            wrong++;
        }
        buf_free(&got);
    }
    arena_destroy(arena);
    assert_int_equal(wrong, 0);
}

/* clang-format off */
static const struct { const char *text; const char *word; uint16_t has; uint16_t lacks; } FLAGS[] = {
    {"ten died", "ten", TOKEN_WORD | TOKEN_SENTENCE_START | TOKEN_LINE_START, TOKEN_CAPITAL | TOKEN_QUOTED},
    {"Goma fell", "Goma", TOKEN_CAPITAL, TOKEN_UPPER},
    {"the BLA said", "BLA", TOKEN_CAPITAL | TOKEN_UPPER | TOKEN_SPACE_BEFORE, TOKEN_SHOUTED},
    {"TEN DIED IN GOMA", "GOMA", TOKEN_SHOUTED, 0},
    {"TEN DIED IN GOMA", "IN", TOKEN_SHOUTED, 0},
    {"TEN DIED IN GOMA TODAY AS MEN CAME TO EL mcCOY TOWN", "TOWN", TOKEN_SHOUTED, 0},
    {"THE BLA is here", "BLA", TOKEN_UPPER, TOKEN_SHOUTED},
    {"the 12th man", "12th", TOKEN_NUMBER | TOKEN_WORD, TOKEN_PUNCT},
    {"12 men", "12", TOKEN_NUMBER, TOKEN_WORD},
    {"he said “we won” today", "won", TOKEN_QUOTED, 0},
    {"he said “we won” today", "today", 0, TOKEN_QUOTED},
    {"he said \"we won\" today", "we", TOKEN_QUOTED, 0},
    {"he said \"we won\" today", "today", 0, TOKEN_QUOTED},
    {"he said “we won\n\ntoday", "today", 0, TOKEN_QUOTED},
    {"he said ‘we won’ today", "won", TOKEN_QUOTED, 0},
    {"he said ‘we won’ today", "today", 0, TOKEN_QUOTED},
    {"it’s what they don’t say", "say", 0, TOKEN_QUOTED},
    {"one\ntwo", "two", TOKEN_LINE_START, TOKEN_SENTENCE_START},
    {"Élan vital", "Élan", TOKEN_CAPITAL, TOKEN_UPPER},
    {"U.S. men", "U.S.", TOKEN_UPPER, 0},
};
/* clang-format on */

static void flags_case_quotation_and_position(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    Lexicon *lexicon = cutting_lexicon(arena);
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(FLAGS); i++) {
        TokenList list = token_split(arena, lexicon, str_from(FLAGS[i].text), NULL, 0);
        size_t at = 0;
        while (at < list.count && !str_equal(span_text(list.text, list.tokens[at].span), str_from(FLAGS[i].word)))
            at++;
        unsigned flags = at < list.count ? list.tokens[at].flags : 0;
        if (at < list.count && (flags & FLAGS[i].has) == FLAGS[i].has && (flags & FLAGS[i].lacks) == 0)
            continue;
        print_error("\"%s\": %s has flags %x\n", FLAGS[i].text, FLAGS[i].word, flags);
        wrong++;
    }
    arena_destroy(arena);
    assert_int_equal(wrong, 0);
}

static void a_zero_byte_ends_an_address(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    Lexicon *lexicon = cutting_lexicon(arena);
    TokenList list = token_split(arena, lexicon, STR("www.b.org\0x"), NULL, 0);
    assert_true(str_equal(span_text(list.text, list.tokens[0].span), STR("www.b.org")));
    arena_destroy(arena);
}

static void a_block_bounds_sentences_and_quotations(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    static const char TEXT[] = "A “heading\nten died. Five fled";
    const Block blocks[] = {{.span = {0, 13}}, {.span = {13, sizeof TEXT - 1}}};
    TokenList list = token_split(arena, NULL, STR(TEXT), blocks, 2);
    assert_int_equal(list.sentence_count, 3);
    assert_int_equal(list.sentences[0].block, 0);
    assert_int_equal(list.sentences[1].block, 1);
    assert_int_equal(list.sentences[1].span.start, 13);
    assert_int_equal(list.sentences[2].last, list.count);
    assert_int_equal(list.tokens[list.sentences[1].first].flags & TOKEN_QUOTED, 0);
    arena_destroy(arena);
}

static void words_are_numbered_without_regard_to_case(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    Lexicon *lexicon = cutting_lexicon(arena);
    TokenList list = token_split(arena, lexicon, STR("The the unheard-of THE’S"), NULL, 0);
    uint32_t the = lexicon_word(lexicon, STR("the"));
    assert_int_not_equal(the, 0);
    assert_int_equal(list.tokens[0].word, the);
    assert_int_equal(list.tokens[1].word, the);
    assert_int_equal(list.tokens[2].word, 0);
    assert_int_equal(list.tokens[list.count - 1].word, lexicon_word(lexicon, STR("'s")));
    arena_destroy(arena);
}

/* A list without end, of words with a sign behind every so many, 0: none. */
static TokenList cut_list(Arena *arena, size_t words, size_t step)
{
    Buf text = {0};
    for (size_t i = 1; i <= words; i++)
        buf_put(&text, step > 0 && i % step == 0 ? STR("fish, ") : STR("fish "));
    TokenList list = token_split(arena, NULL, arena_copy(arena, buf_str(&text)), NULL, 0);
    buf_free(&text);
    return list;
}

static void a_sentence_has_an_end_somewhere(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    assert_int_equal(cut_list(arena, 900, 0).sentence_count, 1);
    TokenList signs = cut_list(arena, 1500, 7); /* behind the first sign that comes after a thousand tokens */
    assert_int_equal(signs.sentence_count, 2);
    assert_int_equal(signs.sentences[0].last % 8, 0);
    TokenList none = cut_list(arena, 4000, 0);
    assert_int_equal(none.sentence_count, 3);
    assert_int_equal(none.sentences[1].first, 1500);
    assert_true(none.tokens[1500].flags & TOKEN_SENTENCE_START);
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cuts_words_numbers_signs_and_sentences),
        cmocka_unit_test(flags_case_quotation_and_position),
        cmocka_unit_test(a_zero_byte_ends_an_address),
        cmocka_unit_test(a_block_bounds_sentences_and_quotations),
        cmocka_unit_test(a_sentence_has_an_end_somewhere),
        cmocka_unit_test(words_are_numbered_without_regard_to_case),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
