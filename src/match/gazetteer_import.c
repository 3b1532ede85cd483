#include "match/gazetteer_import.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <zlib.h>

#include "base/file.h"
#include "match/gazetteer_file.h"
#include "match/import_line.h"

enum { CHUNK_BYTES = 1 << 16, LINE_BYTES_MAX = 16 << 20 };

void import_note_division(Import *import, Str key, Str name)
{
    if (map_find(import->division_keys, key) != 0)
        return;
    uint32_t number = map_add(import->division_keys, key);
    while (import->division_count <= number) {
        import->division_names = arena_grow(import->arena, import->division_names, import->division_count,
                                            &import->division_cap, sizeof *import->division_names);
        import->division_names[import->division_count++] = STR("");
    }
    import->division_names[number] = arena_copy(import->arena, name);
}

Str import_division(const Import *import, Str key)
{
    uint32_t number = map_find(import->division_keys, key);
    return number == 0 ? STR("") : import->division_names[number];
}

bool import_is_latin(Str name)
{
    enum { CODE = 4 };
    bool lower = false;
    Str rest = name;
    Str word;
    while (gazetteer_word(&rest, &word)) {
        char folded[GAZETTEER_WORD_BYTES];
        size_t len = gazetteer_fold(word, folded);
        for (size_t i = 0; i < len; i++)
            if ((unsigned char)folded[i] >= 128)
                return false;
    }
    for (size_t i = 0; i < name.len; i++)
        lower |= name.ptr[i] >= 'a' && name.ptr[i] <= 'z';
    return name.len > 1 && (lower || name.len > CODE);
}

bool import_degrees(Str text, double *out)
{
    char digits[32];
    if (text.len == 0 || text.len >= sizeof digits)
        return false;
    memcpy(digits, text.ptr, text.len);
    digits[text.len] = '\0';
    char *end = NULL;
    *out = strtod(digits, &end);
    return *end == '\0' && isfinite(*out);
}

/* ---- lines of a file, plain or gzip ---- */

typedef struct {
    gzFile file;
    const char *path;
    char *bytes; /* cap of them, [start, end) not yet read */
    size_t start;
    size_t end;
    size_t cap;
    size_t number; /* of the line that was given last, from 1 */
    bool finished;
    bool failed; /* a damaged gzip, or a line too long */
} Lines;

static bool lines_open(Arena *arena, const char *path, Lines *out, Error *err)
{
    *out = (Lines){.path = path, .cap = CHUNK_BYTES};
    out->file = gzopen(path, "rb");
    if (out->file == NULL)
        return error_set(err, ERROR_INPUT, "%s: can't be opened", path);
    out->bytes = arena_alloc(arena, out->cap, 1);
    return true;
}

/* Makes room behind what is not yet read, and reads more. */
static bool lines_fill(Arena *arena, Lines *lines)
{
    assert(lines->bytes != NULL);
    if (lines->start > 0 && lines->end > lines->start)
        memmove(lines->bytes, lines->bytes + lines->start, lines->end - lines->start);
    lines->end -= lines->start;
    lines->start = 0;
    if (lines->end == lines->cap) {
        if (lines->cap >= LINE_BYTES_MAX)
            return false;
        char *larger = arena_alloc(arena, lines->cap * 2, 1);
        memcpy(larger, lines->bytes, lines->end);
        lines->bytes = larger;
        lines->cap *= 2;
    }
    int got = gzread(lines->file, lines->bytes + lines->end, (unsigned)(lines->cap - lines->end));
    lines->failed |= got < 0;
    lines->finished |= got <= 0;
    lines->end += got > 0 ? (size_t)got : 0;
    return got > 0;
}

static bool lines_next(Arena *arena, Lines *lines, Str *out)
{
    size_t looked = 0;
    assert(lines->bytes != NULL);
    for (;;) {
        Str rest = {lines->bytes + lines->start, lines->end - lines->start};
        size_t at = str_find_char(rest, '\n', looked);
        if (at == SIZE_MAX && !lines->finished) {
            looked = rest.len;
            if (!lines_fill(arena, lines) && !lines->finished) {
                lines->failed = true;
                return false;
            }
            continue;
        }
        if (at == SIZE_MAX && rest.len == 0)
            return false;
        *out = at == SIZE_MAX ? rest : str_slice(rest, 0, at);
        lines->start += at == SIZE_MAX ? rest.len : at + 1;
        lines->number++;
        if (out->len > 0 && out->ptr[out->len - 1] == '\r')
            out->len--;
        return true;
    }
}

/* One run over a file; counting false: a run that only notes names. */
static bool run(Import *import, const char *path, ReadLine *read, bool counting, Error *err)
{
    Lines lines;
    if (!lines_open(import->arena, path, &lines, err))
        return false;
    Str line;
    while (lines_next(import->arena, &lines, &line)) {
        if (str_trim(line).len == 0)
            continue;
        ArenaMark mark = arena_mark(import->scratch);
        LineResult result = read(import, line);
        arena_rewind(import->scratch, mark);
        if (!counting)
            continue;
        import->report->lines++;
        import->report->places += result == LINE_DONE;
        import->report->passed += result == LINE_PASSED;
        import->report->broken += result == LINE_BROKEN;
        if (result == LINE_BROKEN && import->report->problem != NULL)
            import->report->problem(import->report->context, path, lines.number, import->what);
    }
    bool damaged = lines.failed;
    (void)gzclose(lines.file);
    if (damaged && counting) {
        import->report->broken++;
        if (import->report->problem != NULL)
            import->report->problem(import->report->context, path, lines.number + 1,
                                    "the file is damaged from here on");
    }
    return true;
}

/* ---- formats ---- */

typedef enum { FORMAT_UNKNOWN, FORMAT_GEONAMES, FORMAT_ADMIN1, FORMAT_WOF } Format;

static size_t count_tabs(Str line)
{
    size_t tabs = 0;
    for (size_t i = 0; i < line.len; i++)
        tabs += line.ptr[i] == '\t';
    return tabs;
}

/* Told by the first lines: the very first may be broken. */
static bool format_of(Import *import, const char *path, Format *out, Error *err)
{
    enum { LOOK = 20, GEONAMES_TABS = 18, ADMIN1_TABS = 3 };
    Lines lines;
    if (!lines_open(import->arena, path, &lines, err))
        return false;
    *out = FORMAT_UNKNOWN;
    Str line;
    for (int i = 0; i < LOOK && *out == FORMAT_UNKNOWN && lines_next(import->arena, &lines, &line); i++) {
        size_t tabs = count_tabs(line);
        if (line.len > 0 && line.ptr[0] == '{')
            *out = FORMAT_WOF;
        else if (tabs == GEONAMES_TABS)
            *out = FORMAT_GEONAMES;
        else if (tabs == ADMIN1_TABS && str_find_char(line, '.', 0) == 2)
            *out = FORMAT_ADMIN1;
    }
    (void)gzclose(lines.file);
    return true;
}

/* The table of divisions that lies beside a dump, if there is one. */
static void read_admin1_beside(Import *import, const char *path)
{
    static const char *const NAMES[] = {"admin1CodesASCII.txt", "admin1CodesASCII.txt.gz"};
    size_t folder = strlen(path);
    while (folder > 0 && path[folder - 1] != '/')
        folder--;
    for (size_t i = 0; i < sizeof NAMES / sizeof NAMES[0]; i++) {
        Buf beside = {0};
        buf_put(&beside, (Str){path, folder});
        buf_put(&beside, str_from(NAMES[i]));
        Str name = arena_copy(import->arena, buf_str(&beside));
        buf_free(&beside);
        Error none;
        (void)run(import, name.ptr, import_admin1_line, false, &none);
    }
}

static bool import_file(Import *import, const char *path, Error *err)
{
    Format format;
    if (!format_of(import, path, &format, err))
        return false;
    switch (format) {
    case FORMAT_GEONAMES: read_admin1_beside(import, path); return run(import, path, import_geonames_line, true, err);
    case FORMAT_ADMIN1: return run(import, path, import_admin1_line, true, err);
    case FORMAT_WOF:
        return run(import, path, import_wof_regions, false, err) && run(import, path, import_wof_line, true, err);
    case FORMAT_UNKNOWN: break;
    }
    return error_set(err, ERROR_INPUT, "%s: neither a GeoNames dump nor Who's On First features, one a line", path);
}

bool gazetteer_import(const char *const *paths, size_t path_count, const char *out_path, ImportReport *report,
                      Error *err)
{
    report->lines = report->places = report->passed = report->broken = 0;
    Import import = {.arena = arena_create(), .scratch = arena_create(), .report = report};
    import.build = gazetteer_build_create(import.arena);
    import.division_keys = map_create(import.arena);
    bool ok = true;
    for (size_t i = 0; ok && i < path_count; i++)
        ok = import_file(&import, paths[i], err);
    if (ok) {
        Buf bytes = {0};
        gazetteer_build_write(import.build, &bytes);
        ok = file_write(out_path, buf_str(&bytes), err);
        buf_free(&bytes);
    }
    arena_destroy(import.scratch);
    arena_destroy(import.arena);
    return ok;
}
