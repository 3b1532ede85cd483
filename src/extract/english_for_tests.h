/*
 * english_for_tests — the shipped English, loaded once a test program, and a report analysed with it. For *_test.c.
 *
 *     cmocka_run_group_tests(tests, load, unload)
 */
#ifndef DAYBOOK_EXTRACT_ENGLISH_FOR_TESTS_H
#define DAYBOOK_EXTRACT_ENGLISH_FOR_TESTS_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buf.h"
#include "extract/analysis/analysis.h"
#include "extract/extract.h"

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

static Arena *program;
static Language language;

static inline int load(void **state)
{
    (void)state;
    Error err = {0};
    program = arena_create();
    if (language_default(program, STR("en"), &language, &err))
        return 0;
    print_error("%s\n", err.text);
    return 1;
}

static inline int unload(void **state)
{
    (void)state;
    arena_destroy(program);
    return 0;
}

/* A report of that text, published on Saturday 31 January 2026, without a gazetteer. */
static inline Analysis *analyse(Arena *arena, Str text)
{
    Document *document = ARENA_NEW(arena, Document);
    document->id = STR("x");
    document->text = text;
    document->published = moment_parse(STR("2026-01-31"));
    return extract_analyse(&language, NULL, document, arena);
}

static Gazetteer *gazetteer;

/* The same with the built-in map: cmocka_run_group_tests(tests, load_map, unload_map). */
static inline int load_map(void **state)
{
    Error err = {0};
    if (load(state) != 0)
        return 1;
    gazetteer = gazetteer_open(program, STR(""), &err);
    return gazetteer ? 0 : 1;
}

static inline int unload_map(void **state)
{
    gazetteer_close(gazetteer);
    return unload(state);
}

static inline Analysis *analyse_on_map(Arena *arena, Str text, Str publisher)
{
    Document *document = ARENA_NEW(arena, Document);
    document->id = STR("x");
    document->text = text;
    document->publisher = publisher;
    document->published = moment_parse(STR("2026-01-31"));
    return extract_analyse(&language, gazetteer, document, arena);
}

/* A text, and what it tells: the low end of every casualty figure with what the mark makes of it, "12;1200 other;". */
typedef struct {
    const char *text;
    const char *want;
} FigureCase;

typedef Str FigureMark(const Claim *claim);

static inline void put_figures(Buf *out, const Analysis *a, FigureMark *mark)
{
    for (size_t i = 0; i < a->claim_count; i++) {
        if (a->claims[i].kind != KIND_CASUALTY)
            continue;
        buf_int(out, a->claims[i].count.low);
        buf_put(out, mark(&a->claims[i]));
    }
}

/* Is what was written of the text the wanted? Prints both where it is not; frees what was written. */
static inline bool is_as_wanted(const FigureCase *one, Buf *got)
{
    bool same = str_equal(buf_str(got), str_from(one->want));
    if (!same)
        print_error("%s\n  want %s\n  got  %.*s\n", one->text, one->want, (int)got->len, got->ptr);
    buf_free(got);
    return same;
}

/* On the map where one is loaded. */
static inline void check_figures(const FigureCase *cases, size_t count, FigureMark *mark)
{
    int wrong = 0;
    for (size_t i = 0; i < count; i++) {
        Arena *arena = arena_create();
        Buf got = {0};
        put_figures(&got, analyse_on_map(arena, str_from(cases[i].text), STR_NONE), mark);
        wrong += !is_as_wanted(&cases[i], &got);
        arena_destroy(arena);
    }
    assert_int_equal(wrong, 0);
}

/* The same of what the test itself writes of its texts. */
static inline void check_written(const FigureCase *cases, size_t count, void (*write)(Buf *out, const Analysis *a))
{
    int wrong = 0;
    for (size_t i = 0; i < count; i++) {
        Arena *arena = arena_create();
        Buf got = {0};
        write(&got, analyse_on_map(arena, str_from(cases[i].text), STR_NONE));
        wrong += !is_as_wanted(&cases[i], &got);
        arena_destroy(arena);
    }
    assert_int_equal(wrong, 0);
}

/* The first attack that a text tells of, NULL. */
static inline const Claim *first_attack(const Analysis *a)
{
    for (size_t i = 0; i < a->claim_count; i++) {
        if (a->claims[i].kind == KIND_ATTACK)
            return &a->claims[i];
    }
    return NULL;
}

#endif
