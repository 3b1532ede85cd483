#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"

static bool failed(Error *err, const char *what, const char *path)
{
    return error_set(err, ERROR_INPUT, "%s: cannot be %s: %s", path, what, strerror(errno));
}

static bool map_descriptor(int fd, const char *path, size_t limit_bytes, File *out, Error *err)
{
    struct stat info;
    if (fstat(fd, &info) != 0)
        return failed(err, "examined", path);
    if (S_ISDIR(info.st_mode))
        return error_set(err, ERROR_INPUT, "%s: is a folder, not a file", path);
    if ((uint64_t)info.st_size > limit_bytes)
        return error_set(err, ERROR_INPUT, "%s: has %lld bytes, more than the limit of %zu", path,
                         (long long)info.st_size, limit_bytes);
    *out = (File){{"", 0}, NULL, 0};
    if (info.st_size == 0)
        return true;
    void *mapping = mmap(NULL, (size_t)info.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
    if (mapping == MAP_FAILED) // NOLINT(performance-no-int-to-ptr)
        return failed(err, "mapped", path);
    *out = (File){{mapping, (size_t)info.st_size}, mapping, (size_t)info.st_size};
    return true;
}

bool file_open(const char *path, size_t limit_bytes, File *out, Error *err)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return failed(err, "opened", path);
    bool ok = map_descriptor(fd, path, limit_bytes, out, err);
    (void)close(fd);
    return ok;
}

void file_close(File *file)
{
    if (file->mapping)
        (void)munmap(file->mapping, file->mapping_bytes);
    *file = (File){{NULL, 0}, NULL, 0};
}

bool file_read_all(int descriptor, const char *name, size_t limit_bytes, Arena *arena, Str *out, Error *err)
{
    enum { CHUNK_BYTES = 65536 };
    Buf all = {0};
    char chunk[CHUNK_BYTES];
    ssize_t n = 0;
    while ((n = read(descriptor, chunk, sizeof chunk)) != 0) {
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0 || all.len + (size_t)n > limit_bytes)
            break;
        buf_put(&all, (Str){chunk, (size_t)n});
    }
    bool ok = n == 0;
    if (n < 0)
        (void)failed(err, "read", name);
    else if (n > 0)
        (void)error_set(err, ERROR_INPUT, "%s: holds more than the limit of %zu bytes", name, limit_bytes);
    if (ok)
        *out = arena_copy(arena, buf_str(&all));
    buf_free(&all);
    return ok;
}

static bool write_all(int fd, Str bytes)
{
    while (bytes.len > 0) {
        ssize_t n = write(fd, bytes.ptr, bytes.len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return false;
        bytes = str_drop(bytes, (size_t)n);
    }
    return true;
}

/* A device or pipe stays what it is. */
static bool write_into(const char *path, Str bytes)
{
    int fd = open(path, O_WRONLY | O_CLOEXEC);
    if (fd < 0)
        return false;
    bool ok = write_all(fd, bytes);
    int why = errno;
    bool closed = close(fd) == 0;
    if (!ok)
        errno = why;
    return ok && closed;
}

/* The file, new or in place of the old one. */
static bool replace(const char *path, mode_t mode, Str bytes)
{
    Buf temporary = {0};
    buf_format(&temporary, "%s.XXXXXX%c", path, 0);
    int fd = mkstemp(temporary.ptr);
    bool ok = fd >= 0;
    if (ok) {
        ok = fchmod(fd, mode) == 0 && write_all(fd, bytes) && fsync(fd) == 0;
        ok = close(fd) == 0 && ok;
        ok = ok && rename(temporary.ptr, path) == 0;
    }
    int why = errno;
    if (!ok && fd >= 0)
        (void)unlink(temporary.ptr);
    buf_free(&temporary);
    errno = why;
    return ok;
}

bool file_write(const char *path, Str bytes, Error *err)
{
    struct stat old;
    bool exists = stat(path, &old) == 0;
    mode_t mask = umask(0);
    (void)umask(mask);
    bool ok = false;
    if (exists && !S_ISREG(old.st_mode) && !S_ISDIR(old.st_mode)) {
        ok = write_into(path, bytes);
    } else {
        char *target = exists ? realpath(path, NULL) : NULL; /* a link goes on leading there */
        ok = replace(target ? target : path, exists ? old.st_mode & 0777 : 0666 & ~mask, bytes);
        free(target);
    }
    return ok || error_set(err, ERROR_STORE, "%s: cannot be written: %s", path, strerror(errno));
}
