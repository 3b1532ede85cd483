/*
 * archive — zip, tar and 7z, packed or not, and single files packed with bzip2, xz or zstd: read by libarchive, member by
 * member, in the archive's order. Of a word processor's document, which is a zip too, the part that holds its text (office.c).
 */
#include <archive.h>
#include <archive_entry.h>

#include "read/companion.h"
#include "read/container.h"

static const size_t MEMBER_LIMIT_BYTES = (size_t)256 << 20;
static const size_t TAR_MAGIC_AT = 257;

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

static const struct {
    const char *magic;
    size_t len;
} MAGICS[] = {{"PK\x03\x04", 4},
              {"PK\x05\x06", 4},
              {"7z\xBC\xAF\x27\x1C", 6},
              {"BZh", 3},
              {"\xFD"
               "7zXZ",
               5},
              {"\x28\xB5\x2F\xFD", 4}};

bool archive_is(Str head)
{
    for (size_t i = 0; i < COUNT_OF(MAGICS); i++) {
        if (str_begins(head, (Str){MAGICS[i].magic, MAGICS[i].len}))
            return true;
    }
    return head.len > TAR_MAGIC_AT && str_begins(str_drop(head, TAR_MAGIC_AT), STR("ustar"));
}

typedef struct {
    struct archive *reader;
    Str only;   /* the one member that is to be read; STR_NONE: all */
    Map *pages; /* members that are pages, as far as they are known */
} Archive;

static void close_archive(Source *source)
{
    Archive *archive = source->state;
    if (archive && archive->reader)
        (void)archive_read_free(archive->reader);
    source->state = NULL;
}

/* Reads on after what libarchive calls a warning; anything worse ends the archive. */
static bool is_fine(int status)
{
    return status == ARCHIVE_OK || status == ARCHIVE_WARN;
}

static void lost(const Source *source, Str name, const char *why)
{
    problem_lost(source->problems, "%.*s: can't be read: %s", (int)name.len, name.ptr,
                 why ? why : "the data are broken");
}

/* NULL where it can't be opened, which is reported. */
static struct archive *open_reader(const Source *source)
{
    struct archive *a = archive_read_new();
    if (!a)
        return NULL;
    (void)archive_read_support_filter_all(a);
    (void)archive_read_support_format_zip(a);
    (void)archive_read_support_format_tar(a);
    (void)archive_read_support_format_gnutar(a);
    (void)archive_read_support_format_7zip(a);
    (void)archive_read_support_format_raw(a);
    if (archive_read_open_memory(a, source->bytes.ptr, source->bytes.len) == ARCHIVE_OK)
        return a;
    lost(source, source->name, archive_error_string(a));
    (void)archive_read_free(a);
    return NULL;
}

/* What systems put into archives for themselves: hidden files, and the copies of resources that macOS makes. */
static bool is_hidden(Str path)
{
    for (Str part; str_cut(&path, '/', &part);) {
        if ((part.len > 1 && part.ptr[0] == '.' && !str_equal(part, STR(".."))) || str_equal(part, STR("__MACOSX")))
            return true;
    }
    return false;
}

static bool read_member(const Source *source, struct archive *a, Arena *arena, Item *out)
{
    Buf bytes = {0};
    char chunk[65536];
    la_ssize_t n = 0;
    while (bytes.len <= MEMBER_LIMIT_BYTES && (n = archive_read_data(a, chunk, sizeof chunk)) > 0)
        buf_put(&bytes, (Str){chunk, (size_t)n});
    if (n < 0)
        lost(source, out->name, archive_error_string(a));
    else if (bytes.len > MEMBER_LIMIT_BYTES)
        problem_lost(source->problems, "%.*s: can't be read: more than %zu bytes", (int)out->name.len, out->name.ptr,
                     MEMBER_LIMIT_BYTES);
    bool ok = n == 0;
    if (ok)
        out->bytes = arena_copy(arena, buf_str(&bytes));
    buf_free(&bytes);
    return ok;
}

/* The next header; NULL at the end or where the archive is broken, which is reported. */
static struct archive_entry *next_entry(Source *source, struct archive *a)
{
    struct archive_entry *entry = NULL;
    int status = archive_read_next_header(a, &entry);
    if (is_fine(status))
        return entry;
    if (status != ARCHIVE_EOF) {
        lost(source, source->name, archive_error_string(a));
    } else if (source->number == 0) {
        problem_warn(source->problems, "%.*s: holds no files", (int)source->name.len, source->name.ptr);
    }
    return NULL;
}

static Str member_path(struct archive *a, struct archive_entry *entry)
{
    const char *path = archive_entry_pathname_utf8(entry);
    if (!path)
        path = archive_entry_pathname(entry);
    if (!path || archive_format(a) == ARCHIVE_FORMAT_RAW)
        return STR("data");
    return str_from(path);
}

/* ---- documents of word processors ---- */

/* Office Open XML's main part goes by "word/document.xml", with a number where a service made it; OpenDocument's by one name. */
static bool is_main_part(Str path)
{
    return (str_begins(path, STR("word/document")) && str_ends(path, STR(".xml"))) ||
           str_equal(path, STR("content.xml"));
}

static void note_page(const Archive *archive, Str path)
{
    if (str_ends(path, STR("html")) || str_ends(path, STR(".htm")))
        (void)map_add(archive->pages, path);
}

/* Looks for the part that holds the text, for the parts that such a package has beside it, and for pages. false: it holds none of a kind that
 * is read. */
static bool find_main_part(Source *source, Archive *archive)
{
    struct archive *a = str_begins(source->bytes, STR("PK")) ? open_reader(source) : NULL;
    struct archive_entry *entry = NULL;
    bool package = false;
    while (a && is_fine(archive_read_next_header(a, &entry))) {
        Str path = member_path(a, entry);
        note_page(archive, path);
        package = package || str_equal(path, STR("[Content_Types].xml")) || str_equal(path, STR("mimetype"));
        if (is_main_part(path) && !str_present(archive->only))
            archive->only = arena_copy(source->arena, path);
    }
    if (a)
        (void)archive_read_free(a);
    if (!package)
        archive->only = STR_NONE;
    return !package || str_present(archive->only);
}

/* NULL where nothing can be read from it, which is reported. */
static Archive *open_archive(Source *source)
{
    Archive *archive = ARENA_NEW(source->arena, Archive);
    archive->pages = map_create(source->arena);
    source->state = archive;
    source->close = close_archive;
    if (!find_main_part(source, archive))
        problem_lost(source->problems,
                     "%.*s: can't be read: an office document with no text in it; save it as text or CSV",
                     (int)source->name.len, source->name.ptr);
    else
        archive->reader = open_reader(source);
    return archive;
}

/* ---- members ---- */

static bool is_wanted(const Source *source, const Archive *archive, struct archive_entry *entry, Str path)
{
    if (str_present(archive->only))
        return str_equal(path, archive->only);
    bool raw = archive_format(archive->reader) == ARCHIVE_FORMAT_RAW;
    return (raw || archive_entry_filetype(entry) == AE_IFREG) && !is_hidden(path) &&
           !companion_holds(source->markup, archive->pages, path);
}

static bool archive_item(Source *source, Arena *arena, Item *out)
{
    const Archive *archive = source->state ? source->state : open_archive(source);
    struct archive *a = archive->reader;
    struct archive_entry *entry = NULL;
    while (a && (entry = next_entry(source, a))) {
        if (archive_format(a) == ARCHIVE_FORMAT_RAW && archive_filter_count(a) < 2) {
            lost(source, source->name, NULL); /* neither packed nor an archive, though it begins like one */
            break;
        }
        source->number++;
        source->at = (size_t)archive_filter_bytes(a, -1);
        Str path = member_path(a, entry);
        note_page(archive, path);
        if (!is_wanted(source, archive, entry, path))
            continue;
        *out = (Item){.name = container_path(arena, source->name, path)};
        if (archive_entry_is_encrypted(entry))
            lost(source, out->name, "it is encrypted");
        else if (read_member(source, a, arena, out))
            return true;
    }
    source->at = source->bytes.len;
    return false;
}

Document *archive_next(Source *source, Arena *arena)
{
    return container_next(source, archive_item, arena);
}
