#include "match/lexicon.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "base/buf.h"
#include "match/mention.h"
#include "match/token.h"

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

static const char WORDS[] = "# a comment\n"
                            "phrase\tclass\tvalue\tsource\tfrom\tuntil\tstem\n"
                            "\n"
                            "'s\tCLITIC\t\t\t\t\t\n"
                            "police\tGROUP\tpolice\t\t\t\t\n"
                            "police station\tTARGET\tpolice station\tGTD 22\t\t\t\n"
                            "station house\tTARGET\thouse\t\t\t\t\n"
                            "May\tMONTH\t5\t\t\t\t\n"
                            "may\tMODAL\t\t\t\t\t\n"
                            "IS\tORG\tIslamic State\t\t\t\t\n"
                            "so-called IS\tORG\tIslamic State\t\t\t\t\n"
                            "WHO\tBODY\thealth\t\t\t\t\n"
                            "who\tRELATIVE\t\t\t\t\t\n"
                            "killed\tHARM\tkilled\t\t\t\tkill\n"
                            "killed\tVERB\t\t\t\t\t\n"
                            "minister\tOFFICE\tA. Old\t\t\t2019-12-31\t\n"
                            "minister\tOFFICE\tB. New\t\t2020-01-01\t\t\n"
                            "children's home\tTARGET\thome\t\t\t\t\n"
                            "out of\tAWAY\t\t\t\t\t\n"
                            "out\tPARTICLE\t\t\t\t\t\n"
                            "of\tPREPOSITION\t\t\t\t\t\n";

static Lexicon *words_lexicon(Arena *arena)
{
    Error err = {0};
    Lexicon *lexicon = lexicon_create(arena);
    bool ok = lexicon_add(lexicon, "words.tsv", STR(WORDS), &err);
    lexicon_keep_words(lexicon, lexicon_class_add(lexicon, STR("PREPOSITION")));
    ok = ok && lexicon_finish(lexicon, &err);
    if (!ok)
        print_error("%s\n", err.text);
    assert_true(ok);
    return lexicon;
}

/* clang-format off */
static const struct { const char *text; int year; const char *want; } FINDS[] = {
    {"Police!", 0, "GROUP(police)"},
    {"a police station", 0, "TARGET(police station)"},
    {"a police  Station", 0, "TARGET(police station)"},
    {"the police station house", 0, "TARGET(police station) TARGET(house)"},
    {"in May they may", 0, "MONTH(5) MODAL MODAL"},
    {"it is so", 0, ""},
    {"IS fled", 0, "ORG(Islamic State)"},
    {"the So-Called IS", 0, "ORG(Islamic State)"},
    {"THE POLICE IS THERE IN MAY", 0, "GROUP(police) ORG(Islamic State) MONTH(5) MODAL"},
    {"the WHO, who came", 0, "BODY(health) RELATIVE"},
    {"MEN WHO CAME TO ALL OF THEM", 0, "BODY(health) RELATIVE PREPOSITION"},
    {"ten were killed", 0, "HARM(killed) VERB"},
    {"the minister", 2018, "OFFICE(A. Old)"},
    {"the minister", 2024, "OFFICE(B. New)"},
    {"the minister", 0, "OFFICE(A. Old) OFFICE(B. New)"},
    {"a children’s home", 0, "TARGET(home)"},
    {"the police. Station", 0, "GROUP(police)"},
    {"policeman", 0, ""},
    {"out of town", 0, "AWAY PREPOSITION"},
    {"out there", 0, "PARTICLE"},
};
/* clang-format on */

static void finds_the_longest_phrases_with_their_capitals(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    Lexicon *lexicon = words_lexicon(arena);
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(FINDS); i++) {
        Day today = FINDS[i].year ? day_from_ymd(FINDS[i].year, 6, 1) : DAY_NONE;
        TokenList tokens = token_split(arena, lexicon, str_from(FINDS[i].text), NULL, 0);
        MentionList list = mention_list(arena, &tokens);
        lexicon_find(lexicon, &tokens, today, arena, &list);
        Buf got = {0};
        for (size_t m = 0; m < list.count; m++) {
            if (m > 0)
                buf_char(&got, ' ');
            buf_put(&got, lexicon_class_name(lexicon, list.items[m].cls));
            if (list.items[m].value == 0)
                continue;
            buf_char(&got, '(');
            buf_put(&got, lexicon_value_name(lexicon, list.items[m].value));
            buf_char(&got, ')');
        }
        if (!str_equal(buf_str(&got), str_from(FINDS[i].want))) {
            print_error("\"%s\" %d: %.*s\n", FINDS[i].text, FINDS[i].year, (int)got.len, got.ptr ? got.ptr : "");
            wrong++;
        }
        buf_free(&got);
    }
    arena_destroy(arena);
    assert_int_equal(wrong, 0);
}

static void bare_classes_are_only_where_they_stand(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    Error err = {0};
    Lexicon *lexicon = lexicon_create(arena);
    assert_true(
        lexicon_add(lexicon, "a.tsv",
                    STR("phrase\tclass\tvalue\nof\tWORD\tprep\nof\tPREPOSITION\t\nout of\tAWAY\t\nMay\tWORD\tx\n"
                        "kept\tWORD\tpart\n"),
                    &err));
    uint16_t word = lexicon_class(lexicon, STR("WORD"));
    uint16_t away = lexicon_class(lexicon, STR("AWAY"));
    lexicon_make_bare(lexicon, word);
    lexicon_make_bare(lexicon, away);
    assert_true(lexicon_finish(lexicon, &err));
    TokenList tokens = token_split(arena, lexicon, STR("of it, out of may"), NULL, 0);
    MentionList list = mention_list(arena, &tokens);
    lexicon_find(lexicon, &tokens, DAY_NONE, arena, &list);
    assert_int_equal(list.count, 1); /* the PREPOSITION; the second "of" is hidden */
    assert_true(mention_begins(&list, 0, word));
    assert_true(mention_begins(&list, 3, away) && mention_covers(&list, 4, away) && !mention_begins(&list, 4, away));
    assert_false(mention_begins(&list, 4, word));
    assert_false(mention_begins(&list, 5, word)); /* without its capital */
    assert_false(mention_begins(&list, 99, word));
    assert_true(mention_may_be(&list, away));
    assert_int_equal(lexicon_word_value(lexicon, lexicon_word(lexicon, STR("kept")), word),
                     lexicon_value(lexicon, STR("part")));
    assert_int_equal(lexicon_word_value(lexicon, lexicon_word(lexicon, STR("out")), word), 0);
    arena_destroy(arena);
}

static void other_columns_become_attributes_and_the_source_is_kept(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    Lexicon *lexicon = words_lexicon(arena);
    TokenList tokens = token_split(arena, lexicon, STR("killed in a police station"), NULL, 0);
    MentionList list = mention_list(arena, &tokens);
    lexicon_find(lexicon, &tokens, DAY_NONE, arena, &list);
    const Attr *stem = mention_attr(&list, &list.items[0], lexicon_attr(lexicon, STR("stem")));
    assert_non_null(stem);
    assert_true(str_equal(lexicon_value_name(lexicon, stem->value), STR("kill")));
    assert_null(mention_attr(&list, &list.items[1], lexicon_attr(lexicon, STR("stem"))));
    Buf source = {0};
    lexicon_source(lexicon, &list.items[2], &source);
    assert_true(str_equal(buf_str(&source), STR("words.tsv:6 (GTD 22)")));
    buf_free(&source);
    arena_destroy(arena);
}

/* clang-format off */
static const struct { const char *tsv; const char *says; } REFUSED[] = {
    {"phrase\tvalue\n", "a.tsv:1: the first line must name the columns, phrase and class among them"},
    {"phrase\t\tclass\n", "a.tsv:1: a column without a name, or too many"},
    {"phrase\tclass\nten\n", "a.tsv:2: phrase and class must not be empty: ten"},
    {"phrase\tclass\nten\tN\tx\n", "a.tsv:2: more columns than the first line names: x"},
    {"phrase\tclass\tfrom\nten\tN\t2026-02-30\n", "a.tsv:2: not a day like 2026-01-31: 2026-02-30"},
    {"phrase\tclass\nten\tN\n\nTEN\tN\nten\tN\n", "a.tsv:5: duplicate of a.tsv:2: ten"},
    {"phrase\tclass\nLt\tABBREV\n", "a.tsv:2: an abbreviation must end in a dot: Lt"},
    {"phrase\tclass\tvalue\nLt.\tABBREV\tx\n", "a.tsv:2: an abbreviation's value is title, number or nothing: x"},
};
/* clang-format on */

static void faults_are_told_with_file_and_line(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(REFUSED); i++) {
        Arena *arena = arena_create();
        Lexicon *lexicon = lexicon_create(arena);
        Error err = {0};
        bool ok = lexicon_add(lexicon, "a.tsv", str_from(REFUSED[i].tsv), &err) && lexicon_finish(lexicon, &err);
        assert_false(ok);
        assert_string_equal(err.text, REFUSED[i].says);
        assert_int_equal(err.kind, ERROR_DATA);
        arena_destroy(arena);
    }
}

static void mentions_are_found_by_token_and_class(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    TokenList tokens = {.tokens = ARENA_ARRAY(arena, Token, 10), .count = 10};
    MentionList list = mention_list(arena, &tokens);
    Mention m = {.first = 2, .last = 4, .cls = 1, .data = MENTION_NONE};
    uint32_t two = mention_add(arena, &list, m);
    assert_int_equal(mention_add(arena, &list, m), two);
    m.last = 6;
    uint32_t four = mention_add(arena, &list, m);
    assert_int_not_equal(two, four);
    assert_int_equal(mention_at(&list, 2, 1), four);
    assert_int_equal(mention_at(&list, 2, 2), MENTION_NONE);
    assert_int_equal(mention_at(&list, 3, 1), MENTION_NONE);
    assert_int_equal(mention_over(&list, 5, 1, 3), four);
    assert_int_equal(mention_over(&list, 5, 1, 2), MENTION_NONE);
    assert_int_equal(mention_over(&list, 6, 1, 9), MENTION_NONE);
    const Attr attr = {.name = 7, .value = 1};
    m.attrs = mention_attrs(arena, &list, &attr, 1);
    m.attr_count = 1;
    assert_int_not_equal(mention_add(arena, &list, m), four);
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_the_longest_phrases_with_their_capitals),
        cmocka_unit_test(bare_classes_are_only_where_they_stand),
        cmocka_unit_test(other_columns_become_attributes_and_the_source_is_kept),
        cmocka_unit_test(faults_are_told_with_file_and_line),
        cmocka_unit_test(mentions_are_found_by_token_and_class),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
