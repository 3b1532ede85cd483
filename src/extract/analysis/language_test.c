#include "extract/analysis/language.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/image.h"

static void the_embedded_language_compiles(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    Language language = {0};
    Error err = {0};
    bool ok = language_default(arena, STR("en"), &language, &err);
    if (!ok)
        print_error("%s\n", err.text);
    assert_true(ok);
    arena_destroy(arena);
}

/* What the build compiled is what the files say; words have other numbers there, the most common the first. */
static void the_compiled_language_is_that_of_the_files(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    Language compiled = {0};
    Language loaded = {0};
    Error err = {0};
    size_t count = 0;
    const EmbeddedFile *files = embedded_files(&count);
    size_t first = 0;
    while (first < count && !str_begins(str_from(files[first].name), STR("data/en/")))
        first++;
    size_t last = first;
    while (last < count && str_begins(str_from(files[last].name), STR("data/en/")))
        last++;
    assert_non_null(image_open(arena, embedded_find(STR("build/en.language"))));
    assert_true(language_default(arena, STR("en"), &compiled, &err));
    assert_true(
        language_load(arena, STR("en"), &(LanguageText){.files = files + first, .count = last - first}, &loaded, &err));
    assert_int_equal(compiled.stamp, loaded.stamp);
    assert_int_equal(compiled.stamp, language_default_stamp(STR("en")));
    assert_int_equal(rules_count(compiled.rules), rules_count(loaded.rules));
    for (uint16_t rule = 1; rule <= rules_count(loaded.rules); rule++)
        assert_true(str_equal(rules_text(compiled.rules, rule), rules_text(loaded.rules, rule)));
    const Vocabulary *words = lexicon_vocabulary(loaded.lexicon);
    assert_int_equal(lexicon_vocabulary(compiled.lexicon)->count, words->count);
    for (uint32_t word = 1; word <= words->count; word++) {
        uint32_t same = lexicon_word(compiled.lexicon, words->words[word].text);
        assert_int_not_equal(same, 0);
        assert_int_equal(lexicon_vocabulary(compiled.lexicon)->words[same].flags, words->words[word].flags);
        assert_true(compiled.word_tags[same] == loaded.word_tags[word]);
        assert_true(compiled.ending_tags[same] == loaded.ending_tags[word]);
    }
    uint32_t common = lexicon_word(compiled.lexicon, STR("the"));
    assert_in_range(common, 1, 10);
    arena_destroy(arena);
}

static void a_language_that_is_not_there_is_refused(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    Language language = {0};
    Error err = {0};
    assert_false(language_default(arena, STR("xx"), &language, &err));
    assert_int_equal(err.kind, ERROR_DATA);
    assert_non_null(strstr(err.text, "\"xx\""));
    arena_destroy(arena);
}

static void files_of_other_kinds_are_passed_over(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    static const EmbeddedFile FILES[] = {
        {"x/README.md", {"no table", 8}},
        {"x/lexicon/a.tsv", {"phrase\tclass\nten\tNUM\n", 21}},
        {"x/rules/a.rules", {"rule r\nphase count\nfind NUM\nemit X\n", 35}},
    };
    Language language = {0};
    Error err = {0};
    assert_true(language_load(arena, STR("x"), &(LanguageText){.files = FILES, .count = 3}, &language, &err));
    assert_int_equal(rules_count(language.rules), 1);
    assert_int_not_equal(lexicon_word(language.lexicon, STR("ten")), 0);
    assert_true(str_equal(language.code, STR("x")));
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_embedded_language_compiles),
        cmocka_unit_test(the_compiled_language_is_that_of_the_files),
        cmocka_unit_test(a_language_that_is_not_there_is_refused),
        cmocka_unit_test(files_of_other_kinds_are_passed_over),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
