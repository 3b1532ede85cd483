/* import_geonames — lines of a GeoNames dump and of its table of first-order divisions. */
#include "base/buf.h"
#include "match/import_line.h"

enum { COLUMNS = 19, ADMIN1_COLUMNS = 4 };
enum {
    COLUMN_ID,
    COLUMN_NAME,
    COLUMN_ASCII,
    COLUMN_OTHERS,
    COLUMN_LAT,
    COLUMN_LON,
    COLUMN_CLASS,
    COLUMN_CODE,
    COLUMN_COUNTRY,
    COLUMN_ADMIN1 = 10,
    COLUMN_POPULATION = 14
};

/* Feature codes (geonames.org/export/codes.html) by prefix; the first that fits counts. A kind of PLACE_KIND_COUNT_
 * is let pass. */
static const struct {
    const char *code;
    PlaceKind kind;
    char cls;
} FEATURES[] = {
    {"PPLX", PLACE_SUBURB, 'P'},
    {"PPLQ", PLACE_KIND_COUNT_, 'P'},
    {"PPLH", PLACE_KIND_COUNT_, 'P'},
    {"PPLW", PLACE_KIND_COUNT_, 'P'},
    {"PPLCH", PLACE_KIND_COUNT_, 'P'},
    {"", PLACE_TOWN, 'P'},
    {"PCLH", PLACE_KIND_COUNT_, 'A'},
    {"PCL", PLACE_COUNTRY, 'A'},
    {"TERR", PLACE_COUNTRY, 'A'},
    {"ADM1H", PLACE_KIND_COUNT_, 'A'},
    {"ADM1", PLACE_ADMIN1, 'A'},
    {"ADM2", PLACE_ADMIN2, 'A'},
    {"ADM3", PLACE_ADMIN2, 'A'},
    {"ADM4", PLACE_ADMIN2, 'A'},
    {"", PLACE_REGION, 'L'},
    {"", PLACE_REGION, 'H'},
    {"", PLACE_REGION, 'T'},
    {"", PLACE_REGION, 'V'},
    {"", PLACE_SITE, 'S'},
};

static PlaceKind kind_of(Str cls, Str code)
{
    for (size_t i = 0; i < sizeof FEATURES / sizeof FEATURES[0]; i++)
        if (cls.len == 1 && cls.ptr[0] == FEATURES[i].cls && str_begins(code, str_from(FEATURES[i].code)))
            return FEATURES[i].kind;
    return PLACE_KIND_COUNT_;
}

static size_t split(Str line, Str *columns, size_t max)
{
    size_t count = 0;
    Str cell;
    while (str_cut(&line, '\t', &cell)) {
        if (count < max)
            columns[count] = cell;
        count++;
    }
    return count;
}

static Str division_key(Arena *scratch, Str country, Str code)
{
    char *key = arena_alloc(scratch, country.len + code.len + 1, 1);
    memcpy(key, country.ptr, country.len);
    key[country.len] = '.';
    memcpy(key + country.len + 1, code.ptr, code.len);
    return (Str){key, country.len + code.len + 1};
}

LineResult import_admin1_line(Import *import, Str line)
{
    Str columns[ADMIN1_COLUMNS];
    if (split(line, columns, ADMIN1_COLUMNS) < 2) {
        import->what = "a code and a name wanted";
        return LINE_BROKEN;
    }
    import_note_division(import, columns[0], columns[1]);
    return LINE_PASSED;
}

static Str geonames_id(Arena *scratch, Str number)
{
    Str prefix = STR("gn:");
    char *id = arena_alloc(scratch, prefix.len + number.len, 1);
    memcpy(id, prefix.ptr, prefix.len);
    memcpy(id + prefix.len, number.ptr, number.len);
    return (Str){id, prefix.len + number.len};
}

LineResult import_geonames_line(Import *import, Str line)
{
    Str columns[COLUMNS];
    int64_t id = 0;
    PlaceEntry entry = {.has_point = true};
    import->what = NULL;
    if (split(line, columns, COLUMNS) != COLUMNS)
        import->what = "19 columns wanted";
    else if (!str_number(columns[COLUMN_ID], &id) || id <= 0)
        import->what = "the first column is no number";
    else if (columns[COLUMN_NAME].len == 0)
        import->what = "no name";
    else if (!import_degrees(columns[COLUMN_LAT], &entry.lat_deg) ||
             !import_degrees(columns[COLUMN_LON], &entry.lon_deg) || entry.lat_deg < -90 || entry.lat_deg > 90 ||
             entry.lon_deg < -180 || entry.lon_deg > 180)
        import->what = "latitude and longitude wanted in columns 5 and 6";
    if (import->what != NULL)
        return LINE_BROKEN;
    entry.kind = kind_of(columns[COLUMN_CLASS], columns[COLUMN_CODE]);
    if (entry.kind == PLACE_KIND_COUNT_)
        return LINE_PASSED;
    entry.id = geonames_id(import->scratch, columns[COLUMN_ID]);
    entry.name = columns[COLUMN_NAME];
    entry.country = columns[COLUMN_COUNTRY];
    entry.capital = str_equal(columns[COLUMN_CODE], STR("PPLC"));
    entry.admin1 = import_division(import, division_key(import->scratch, entry.country, columns[COLUMN_ADMIN1]));
    (void)str_number(columns[COLUMN_POPULATION], &entry.population);
    Str spellings[IMPORT_SPELLINGS_MAX];
    size_t count = 0;
    spellings[count++] = columns[COLUMN_ASCII];
    Str others = columns[COLUMN_OTHERS];
    Str other;
    while (count < IMPORT_SPELLINGS_MAX && str_present(others) && str_cut(&others, ',', &other))
        if (import_is_latin(other))
            spellings[count++] = other;
    entry.spellings = spellings;
    entry.spelling_count = count;
    return gazetteer_build_add(import->build, &entry) ? LINE_DONE : LINE_PASSED;
}
