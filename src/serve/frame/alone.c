#include "serve/frame/alone.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

int alone_begin(const char *book, Error *err)
{
    int mark = open(book, O_RDONLY | O_CLOEXEC);
    if (mark >= 0 && flock(mark, LOCK_EX | LOCK_NB) == 0)
        return mark;
    (void)error_set(err, ERROR_USAGE,
                    "%s has a desk already: use that one, or stop it first (one process keeps who is on which page)",
                    book);
    alone_end(mark);
    return -1;
}

void alone_end(int mark)
{
    if (mark >= 0)
        (void)close(mark);
}
