#include "base/library.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

typedef struct {
    size_t (*length)(const char *text);
} Functions;

static const LibraryFunction LENGTH[] = {{"strlen", offsetof(Functions, length)}};
static const LibraryFunction NONE_SUCH[] = {{"strlen_of_nobody", offsetof(Functions, length)}};

static void functions_are_found_by_their_names(void **state)
{
    (void)state;
    static const Library LIBC = {"libc.so.6", "", LENGTH, 1, ERROR_DATA};
    Functions functions = {0};
    assert_true(library_open(&LIBC, &functions, NULL));
    assert_int_equal(functions.length("four"), 4);
}

static void what_is_missing_is_told(void **state)
{
    (void)state;
    static const struct {
        Library library;
        const char *want;
    } CASES[] = {
        {{"libnobody.so.1", "install it to do so", LENGTH, 1, ERROR_INPUT},
         "libnobody.so.1 can't be loaded: install it to do so"},
        {{"libc.so.6", "", NONE_SUCH, 1, ERROR_INPUT}, "libc.so.6 has no strlen_of_nobody: too old"},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        Functions functions = {0};
        Error err = {0};
        assert_false(library_open(&CASES[i].library, &functions, &err));
        assert_int_equal(err.kind, ERROR_INPUT);
        assert_string_equal(err.text, CASES[i].want);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(functions_are_found_by_their_names),
        cmocka_unit_test(what_is_missing_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
