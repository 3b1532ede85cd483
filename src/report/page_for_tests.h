/* A page of the sample pile, for tests. */
#ifndef DAYBOOK_REPORT_PAGE_FOR_TESTS_H
#define DAYBOOK_REPORT_PAGE_FOR_TESTS_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "report/page.h"
#include "report/sample_test.h"

typedef struct {
    Arena *arena;
    Situation *situation;
    Buf page;
} Fixture;

static inline int make_page(void **state)
{
    static Fixture fixture;
    fixture = (Fixture){0};
    fixture.arena = arena_create();
    fixture.situation = sample_situation(fixture.arena);
    page_situation(&fixture.page, fixture.situation, NULL, NULL);
    *state = &fixture;
    return 0;
}

static inline int drop_page(void **state)
{
    Fixture *fixture = *state;
    buf_free(&fixture->page);
    arena_destroy(fixture->arena);
    return 0;
}

/* The part of the page between two texts; fails the test where it isn't there. */
static inline Str part(Str page, const char *from, const char *to)
{
    size_t start = str_find(page, str_from(from), 0);
    assert_int_not_equal(start, SIZE_MAX);
    size_t end = str_find(page, str_from(to), start);
    assert_int_not_equal(end, SIZE_MAX);
    return str_slice(page, start, end);
}

static inline bool holds(Str page, const char *text)
{
    return str_find(page, str_from(text), 0) != SIZE_MAX;
}

#endif
