#include "read/book_file.h"

#include <fcntl.h>
#include <unistd.h>

#include "base/buf.h"

/* A data base whose application id (bytes 68 to 71 of the file) is "dayb": a book, as store/db.c makes it. While that is under way the id is 0, and
 * stands in the file beside it. */
static bool is_book(const char *path, const char *beside)
{
    enum { ID_AT = 68, HEAD_BYTES = 72 };
    char head[HEAD_BYTES];
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    bool whole = fd >= 0 && read(fd, head, sizeof head) == (ssize_t)sizeof head;
    if (fd >= 0)
        (void)close(fd);
    if (!whole || !str_begins((Str){head, sizeof head}, STR("SQLite format 3")))
        return false;
    Str id = {head + ID_AT, HEAD_BYTES - ID_AT};
    return str_equal(id, STR("dayb")) || (str_equal(id, STR("\0\0\0\0")) && access(beside, F_OK) == 0);
}

bool book_file_is(Arena *arena, Str path)
{
    const Str endings[] = {STR("-wal"), STR("-shm"), STR("-journal")};
    size_t len = path.len;
    for (size_t i = 0; i < sizeof endings / sizeof *endings && len == path.len; i++)
        if (str_ends(path, endings[i]))
            len -= endings[i].len;
    Str book = arena_copy(arena, str_slice(path, 0, len));
    Buf beside = {0};
    buf_put(&beside, book);
    buf_put(&beside, endings[0]);
    buf_char(&beside, '\0');
    bool is = is_book(book.ptr, beside.ptr);
    buf_free(&beside);
    return is;
}
