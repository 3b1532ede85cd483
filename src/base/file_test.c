#include "base/file.h"

#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/buf.h"

enum { LIMIT_BYTES = 64 };

static int in_new_folder(void **state)
{
    char folder[] = "/tmp/file_test.XXXXXX";
    *state = mkdtemp(folder) ? strdup(folder) : NULL;
    return *state ? chdir(*state) : -1;
}

/* The folder goes only when the test left nothing behind. */
static int folder_is_empty(void **state)
{
    int left = chdir("/") + rmdir(*state);
    free(*state);
    return left;
}

static void expect_content(const char *path, Str want)
{
    File file = {0};
    assert_true(file_open(path, LIMIT_BYTES, &file, NULL));
    assert_true(str_equal(file.bytes, want));
    file_close(&file);
    assert_null(file.mapping);
}

static void expect_refused(const char *path, const char *reason)
{
    File file = {0};
    Error err = {0};
    assert_false(file_open(path, LIMIT_BYTES, &file, &err));
    assert_int_equal(err.kind, ERROR_INPUT);
    assert_true(str_begins(str_from(err.text), str_from(path)));
    if (reason)
        assert_non_null(strstr(err.text, reason));
}

static void what_was_written_is_read(void **state)
{
    (void)state;
    assert_true(file_write("a", STR("one\0two"), NULL));
    expect_content("a", STR("one\0two"));
    assert_true(file_write("a", STR("three"), NULL));
    expect_content("a", STR("three"));
    assert_true(file_write("a", STR(""), NULL));
    expect_content("a", STR(""));
    assert_int_equal(unlink("a"), 0);
}

static void what_cannot_be_opened_is_named_with_its_reason(void **state)
{
    (void)state;
    char bytes[LIMIT_BYTES + 1] = {0};
    expect_refused("missing", NULL);
    expect_refused(".", "folder");
    assert_true(file_write("a", (Str){bytes, LIMIT_BYTES}, NULL));
    expect_content("a", (Str){bytes, LIMIT_BYTES}); /* the limit itself is let pass */
    assert_true(file_write("a", (Str){bytes, LIMIT_BYTES + 1}, NULL));
    expect_refused("a", "limit");
    assert_int_equal(unlink("a"), 0);
}

static void a_pipe_is_read_up_to_the_limit(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    for (size_t over = 0; over < 2; over++) {
        int ends[2] = {-1, -1};
        assert_int_equal(pipe(ends), 0);
        assert_int_equal(write(ends[1], "abcdef", 6), 6);
        (void)close(ends[1]);
        Str got = STR_NONE;
        Error err = {0};
        assert_int_equal(file_read_all(ends[0], "pipe", 6 - over, arena, &got, &err), over == 0);
        assert_int_equal(err.kind, over ? ERROR_INPUT : ERROR_NONE);
        assert_true(str_equal(got, over ? STR_NONE : STR("abcdef")));
        (void)close(ends[0]);
    }
    arena_destroy(arena);
}

static void what_cannot_be_written_leaves_nothing_behind(void **state)
{
    (void)state;
    Error err = {0};
    assert_false(file_write("missing/a", STR("x"), &err));
    assert_int_equal(err.kind, ERROR_STORE);
    assert_false(file_write("/proc/a", STR("x"), &err)); /* no file may be made there, even by root */
    assert_int_equal(mkdir("folder", 0777), 0);
    assert_false(file_write("folder", STR("x"), NULL)); /* the temporary file is made, the rename fails */
    assert_int_equal(rmdir("folder"), 0);
}

static void a_full_disk_leaves_the_old_file_whole(void **state)
{
    (void)state;
    assert_true(file_write("a", STR("the old text"), NULL));
    struct rlimit before;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    struct rlimit small = {4, before.rlim_max};
    void (*handler)(int) = signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    Error err = {0};
    bool ok = file_write("a", STR("the new text"), &err);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    (void)signal(SIGXFSZ, handler);
    assert_false(ok);
    assert_int_equal(err.kind, ERROR_STORE);
    expect_content("a", STR("the old text"));
    assert_int_equal(unlink("a"), 0);
}

/* A device or pipe that is named takes the bytes; putting a file in its place would be the end of /dev/null. */
static void what_is_no_file_is_written_into(void **state)
{
    (void)state;
    assert_int_equal(mkfifo("pipe", 0600), 0);
    int reader = open("pipe", O_RDONLY | O_NONBLOCK);
    assert_true(reader >= 0);
    assert_true(file_write("pipe", STR("through"), NULL));
    char got[16] = "";
    assert_int_equal(read(reader, got, sizeof got), 7);
    assert_string_equal(got, "through");
    assert_int_equal(close(reader), 0);
    struct stat info;
    assert_int_equal(lstat("pipe", &info), 0);
    assert_true(S_ISFIFO(info.st_mode));
    assert_int_equal(unlink("pipe"), 0);
}

static void a_link_stays_and_the_file_keeps_its_mode(void **state)
{
    (void)state;
    struct stat info;
    assert_true(file_write("a", STR("old"), NULL));
    assert_int_equal(chmod("a", 0600), 0);
    assert_int_equal(symlink("a", "link"), 0);
    assert_true(file_write("link", STR("new"), NULL));
    expect_content("a", STR("new"));
    assert_int_equal(lstat("link", &info), 0);
    assert_true(S_ISLNK(info.st_mode));
    assert_int_equal(stat("a", &info), 0);
    assert_int_equal(info.st_mode & 0777, 0600);
    assert_int_equal(unlink("link"), 0);
    assert_int_equal(unlink("a"), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_was_written_is_read, in_new_folder, folder_is_empty),
        cmocka_unit_test_setup_teardown(what_cannot_be_opened_is_named_with_its_reason, in_new_folder, folder_is_empty),
        cmocka_unit_test(a_pipe_is_read_up_to_the_limit),
        cmocka_unit_test_setup_teardown(what_cannot_be_written_leaves_nothing_behind, in_new_folder, folder_is_empty),
        cmocka_unit_test_setup_teardown(what_is_no_file_is_written_into, in_new_folder, folder_is_empty),
        cmocka_unit_test_setup_teardown(a_link_stays_and_the_file_keeps_its_mode, in_new_folder, folder_is_empty),
        cmocka_unit_test_setup_teardown(a_full_disk_leaves_the_old_file_whole, in_new_folder, folder_is_empty),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
