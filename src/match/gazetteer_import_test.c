#include "match/gazetteer_import.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>
#include <zlib.h>

#include "base/buf.h"
#include "base/file.h"
#include "match/gazetteer.h"

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

#define LINE(id, name, others, lat, lon, cls, code, admin1, people)                                                    \
    id "\t" name "\t" name "\t" others "\t" lat "\t" lon "\t" cls "\t" code "\tXA\t\t" admin1 "\t\t\t\t" people        \
       "\t\t\t\t2026-01-01\n"

static const char GEONAMES[] = LINE("11", "Kasr Abad", "Kasrabad,Каср,KSR", "30.5", "61.25", "P", "PPLC", "02", "1200")
    LINE("12", "Kasr", "", "30.9", "61.5", "A", "ADM1", "02",
         "0") "this line is broken\n" LINE("13", "Old Kasr", "", "30.9", "61.5", "P", "PPLH", "02", "0")
        LINE("x", "No Number", "", "30.9", "61.5", "P", "PPL", "02", "0")
            LINE("14", "No Point", "", "north", "61.5", "P", "PPL", "02", "0");

static const char ADMIN1[] = "XA.02\tKasr Province\tKasr Province\t12\n";

static const char WOF[] =
    "{\"type\":\"Feature\",\"properties\":{\"wof:id\":21,\"wof:name\":\"Berin\",\"wof:placetype\":\"locality\","
    "\"iso:country\":\"XB\",\"wof:hierarchy\":[{\"region_id\":22}],\"geom:latitude\":1.5,\"geom:longitude\":2.5,"
    "\"name:eng_x_variant\":[\"Berim\",\"\\u0411\\u0435\\u0440\"]}}\n"
    "{\"type\":\"Feature\",\"properties\":{\"wof:id\":22,\"wof:name\":\"Ostland\",\"wof:placetype\":\"region\","
    "\"iso:country\":\"XB\",\"geom:latitude\":1,\"geom:longitude\":2,"
    "\"name:eng_x_variant\":[\"Ostlande\",\"Neighbour\"]}}\n"
    "{\"type\":\"Feature\",\"properties\":\n"
    "{\"type\":\"Feature\",\"properties\":{\"wof:id\":23,\"wof:name\":\"1234\",\"wof:placetype\":\"postalcode\"}}\n";

typedef struct {
    char folder[64];
    size_t lines[8];
    size_t count;
} Fixture;

static void note(void *context, const char *path, size_t line, const char *what)
{
    Fixture *f = context;
    assert_non_null(path);
    assert_non_null(what);
    if (f->count < COUNT_OF(f->lines))
        f->lines[f->count++] = line;
}

static const char *path_in(const Fixture *f, Arena *arena, const char *name)
{
    Buf path = {0};
    buf_put(&path, str_from(f->folder));
    buf_char(&path, '/');
    buf_put(&path, str_from(name));
    Str copy = arena_copy(arena, buf_str(&path));
    buf_free(&path);
    return copy.ptr;
}

static const char *put(const Fixture *f, Arena *arena, const char *name, const char *text)
{
    const char *path = path_in(f, arena, name);
    assert_true(file_write(path, str_from(text), NULL));
    return path;
}

static Fixture fixture(void)
{
    Fixture f = {.folder = "/tmp/gazetteer_import_XXXXXX"};
    assert_non_null(mkdtemp(f.folder));
    return f;
}

static void clean(const Fixture *f, Arena *arena)
{
    static const char *const NAMES[] = {"dump.txt",     "dump.txt.gz", "admin1CodesASCII.txt",
                                        "wof.geojsonl", "out.gaz",     "odd.txt"};
    for (size_t i = 0; i < COUNT_OF(NAMES); i++)
        (void)unlink(path_in(f, arena, NAMES[i]));
    (void)rmdir(f->folder);
    arena_destroy(arena);
}

static const Candidate *only(const Gazetteer *gazetteer, Arena *arena, const char *name)
{
    size_t count = 0;
    const Candidate *found = gazetteer_named(gazetteer, str_from(name), arena, &count);
    return count == 1 ? found : NULL;
}

static Gazetteer *opened(Arena *arena, const char *path, File *file)
{
    Error err = {0};
    assert_true(file_open(path, SIZE_MAX, file, &err));
    Gazetteer *gazetteer = gazetteer_from(arena, file->bytes, &err);
    assert_non_null(gazetteer);
    return gazetteer;
}

static void a_geonames_dump_is_read_and_its_broken_lines_are_told(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    Fixture f = fixture();
    const char *dump = put(&f, arena, "dump.txt", GEONAMES);
    put(&f, arena, "admin1CodesASCII.txt", ADMIN1);
    const char *out = path_in(&f, arena, "out.gaz");
    ImportReport counts = {.problem = note, .context = &f};
    Error err = {0};
    assert_true(gazetteer_import(&dump, 1, out, &counts, &err));
    assert_int_equal(counts.lines, 6);
    assert_int_equal(counts.places, 2);
    assert_int_equal(counts.passed, 1);
    assert_int_equal(counts.broken, 3);
    assert_int_equal(f.count, 3);
    assert_int_equal(f.lines[0], 3);
    assert_int_equal(f.lines[1], 5);
    assert_int_equal(f.lines[2], 6);
    File file;
    Gazetteer *gazetteer = opened(arena, out, &file);
    const Candidate *town = only(gazetteer, arena, "Kasrabad");
    assert_non_null(town);
    assert_true(str_equal(town->place.id, STR("gn:11")));
    assert_true(str_equal(town->place.admin1, STR("Kasr Province")));
    assert_true(town->capital);
    assert_int_equal(town->kind, PLACE_TOWN);
    assert_null(only(gazetteer, arena, "KSR"));  /* a code */
    assert_null(only(gazetteer, arena, "Каср")); /* not Latin */
    assert_int_equal(only(gazetteer, arena, "Kasr")->kind, PLACE_ADMIN1);
    file_close(&file);
    clean(&f, arena);
}

static void who_s_on_first_lines_are_read_with_their_regions(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    Fixture f = fixture();
    const char *dump = put(&f, arena, "wof.geojsonl", WOF);
    const char *out = path_in(&f, arena, "out.gaz");
    ImportReport counts = {.problem = note, .context = &f};
    Error err = {0};
    assert_true(gazetteer_import(&dump, 1, out, &counts, &err));
    assert_int_equal(counts.places, 2);
    assert_int_equal(counts.broken, 1);
    assert_int_equal(f.lines[0], 3);
    File file;
    Gazetteer *gazetteer = opened(arena, out, &file);
    const Candidate *town = only(gazetteer, arena, "Berim");
    assert_non_null(town);
    assert_true(str_equal(town->place.id, STR("wof:21")));
    assert_true(str_equal(town->place.admin1, STR("Ostland")));
    assert_true(str_equal(town->place.country, STR("XB")));
    assert_non_null(only(gazetteer, arena, "Ostlande"));
    assert_null(only(gazetteer, arena, "Neighbour")); /* a district's neighbour is not its name */
    file_close(&file);
    clean(&f, arena);
}

static void gzip_is_unpacked_and_a_damaged_end_is_told(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    Fixture f = fixture();
    const char *dump = path_in(&f, arena, "dump.txt.gz");
    gzFile gz = gzopen(dump, "wb");
    assert_int_equal(gzputs(gz, GEONAMES), (int)sizeof GEONAMES - 1);
    assert_int_equal(gzclose(gz), Z_OK);
    const char *out = path_in(&f, arena, "out.gaz");
    ImportReport counts = {0};
    Error err = {0};
    assert_true(gazetteer_import(&dump, 1, out, &counts, &err));
    assert_int_equal(counts.places, 2);
    assert_int_equal(counts.broken, 3);
    File file;
    assert_true(file_open(dump, SIZE_MAX, &file, &err));
    Str half = arena_copy(arena, str_slice(file.bytes, 0, file.bytes.len - 12));
    file_close(&file);
    assert_true(file_write(dump, half, &err));
    assert_true(gazetteer_import(&dump, 1, out, &counts, &err));
    assert_true(counts.broken > 0);
    clean(&f, arena);
}

static void an_unknown_format_leaves_the_old_file(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    Fixture f = fixture();
    const char *odd = put(&f, arena, "odd.txt", "a,b,c\n1,2,3\n");
    const char *out = put(&f, arena, "out.gaz", "old");
    ImportReport counts = {0};
    Error err = {0};
    assert_false(gazetteer_import(&odd, 1, out, &counts, &err));
    assert_int_equal(err.kind, ERROR_INPUT);
    File file;
    assert_true(file_open(out, SIZE_MAX, &file, &err));
    assert_true(str_equal(file.bytes, STR("old")));
    file_close(&file);
    const char *none = path_in(&f, arena, "not-there.txt");
    assert_false(gazetteer_import(&none, 1, out, &counts, &err));
    clean(&f, arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_geonames_dump_is_read_and_its_broken_lines_are_told),
        cmocka_unit_test(who_s_on_first_lines_are_read_with_their_regions),
        cmocka_unit_test(gzip_is_unpacked_and_a_damaged_end_is_told),
        cmocka_unit_test(an_unknown_format_leaves_the_old_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
