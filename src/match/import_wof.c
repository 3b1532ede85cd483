/* import_wof — lines of Who's On First: GeoJSON features. */
#include <cjson/cJSON.h>

#include "base/buf.h"
#include "match/gazetteer_file.h"
#include "match/import_line.h"

/* Place types (whosonfirst.org/docs/placetypes); others are let pass. */
static const struct {
    const char *type;
    PlaceKind kind;
} TYPES[] = {
    {"continent", PLACE_REGION},   {"ocean", PLACE_REGION},         {"marinearea", PLACE_REGION},
    {"macroregion", PLACE_REGION}, {"country", PLACE_COUNTRY},      {"dependency", PLACE_COUNTRY},
    {"region", PLACE_ADMIN1},      {"macrocounty", PLACE_ADMIN2},   {"county", PLACE_ADMIN2},
    {"localadmin", PLACE_ADMIN2},  {"locality", PLACE_TOWN},        {"borough", PLACE_SUBURB},
    {"macrohood", PLACE_SUBURB},   {"neighbourhood", PLACE_SUBURB}, {"microhood", PLACE_SUBURB},
    {"campus", PLACE_SITE},        {"venue", PLACE_SITE},
};

static const cJSON *item(const cJSON *object, const char *key)
{
    return cJSON_GetObjectItemCaseSensitive(object, key);
}

static Str text(const cJSON *object, const char *key)
{
    const char *value = cJSON_GetStringValue(item(object, key));
    return value == NULL ? STR("") : str_from(value);
}

static Str wof_key(Arena *scratch, const cJSON *number)
{
    if (!cJSON_IsNumber(number) || number->valuedouble < 1 || number->valuedouble > 1e15)
        return STR("");
    char digits[24];
    size_t at = sizeof digits;
    for (uint64_t n = (uint64_t)number->valuedouble; n > 0; n /= 10)
        digits[--at] = (char)('0' + n % 10);
    Str prefix = STR("wof:");
    size_t len = prefix.len + sizeof digits - at;
    char *key = arena_alloc(scratch, len, 1);
    memcpy(key, prefix.ptr, prefix.len);
    memcpy(key + prefix.len, digits + at, sizeof digits - at);
    return (Str){key, len};
}

/* The English name where there is one. */
static Str name_of(const cJSON *properties)
{
    const char *preferred = cJSON_GetStringValue(cJSON_GetArrayItem(item(properties, "name:eng_x_preferred"), 0));
    return preferred == NULL ? text(properties, "wof:name") : str_from(preferred);
}

static bool first_word_shared(Str a, Str b)
{
    enum { SHARED = 3 };
    Str x;
    Str y;
    if (!gazetteer_word(&a, &x) || !gazetteer_word(&b, &y))
        return false;
    char folded_x[GAZETTEER_WORD_BYTES];
    char folded_y[GAZETTEER_WORD_BYTES];
    return gazetteer_fold(x, folded_x) >= SHARED && gazetteer_fold(y, folded_y) >= SHARED &&
           memcmp(folded_x, folded_y, SHARED) == 0;
}

static size_t add_names(const cJSON *list, const PlaceEntry *entry, Str *out, size_t count)
{
    const cJSON *one;
    cJSON_ArrayForEach(one, list)
    {
        const char *name = cJSON_GetStringValue(one);
        if (name == NULL || count == IMPORT_SPELLINGS_MAX || !import_is_latin(str_from(name)))
            continue;
        /* Variants of districts hold their neighbours' and parents' names. */
        bool divided = entry->kind == PLACE_ADMIN1 || entry->kind == PLACE_ADMIN2;
        if (!divided || first_word_shared(str_from(name), entry->name))
            out[count++] = str_from(name);
    }
    return count;
}

static bool kind_of(const cJSON *properties, PlaceKind *out)
{
    Str type = text(properties, "wof:placetype");
    const cJSON *current = item(properties, "mz:is_current");
    if (cJSON_IsNumber(current) && current->valuedouble == 0)
        return false; /* gone */
    for (size_t i = 0; i < sizeof TYPES / sizeof TYPES[0]; i++) {
        if (str_equal(type, str_from(TYPES[i].type))) {
            *out = TYPES[i].kind;
            return true;
        }
    }
    return false;
}

static bool point_of(const cJSON *feature, const cJSON *properties, PlaceEntry *out)
{
    static const char *const KEYS[][2] = {{"lbl:latitude", "lbl:longitude"}, {"geom:latitude", "geom:longitude"}};
    for (size_t i = 0; i < sizeof KEYS / sizeof KEYS[0]; i++) {
        const cJSON *lat = item(properties, KEYS[i][0]);
        const cJSON *lon = item(properties, KEYS[i][1]);
        if (cJSON_IsNumber(lat) && cJSON_IsNumber(lon)) {
            out->lat_deg = lat->valuedouble;
            out->lon_deg = lon->valuedouble;
            return true;
        }
    }
    const cJSON *point = item(item(feature, "geometry"), "coordinates");
    const cJSON *lon = cJSON_GetArrayItem(point, 0);
    const cJSON *lat = cJSON_GetArrayItem(point, 1);
    out->lat_deg = cJSON_IsNumber(lat) ? lat->valuedouble : 0;
    out->lon_deg = cJSON_IsNumber(lon) ? lon->valuedouble : 0;
    return cJSON_IsNumber(lat) && cJSON_IsNumber(lon);
}

static Str region_of(Import *import, const cJSON *properties)
{
    const cJSON *lineage = cJSON_GetArrayItem(item(properties, "wof:hierarchy"), 0);
    Str key = wof_key(import->scratch, item(lineage, "region_id"));
    return key.len == 0 ? key : import_division(import, key);
}

static LineResult add_feature(Import *import, const cJSON *feature)
{
    const cJSON *properties = item(feature, "properties");
    PlaceEntry entry = {.name = name_of(properties), .country = text(properties, "iso:country")};
    if (!kind_of(properties, &entry.kind))
        return LINE_PASSED;
    entry.id = wof_key(import->scratch, item(properties, "wof:id"));
    entry.has_point = point_of(feature, properties, &entry);
    if (entry.id.len == 0 || entry.name.len == 0 || !entry.has_point) {
        import->what = "wof:id, a name and a point wanted";
        return LINE_BROKEN;
    }
    if (entry.country.len == 0)
        entry.country = text(properties, "wof:country");
    entry.admin1 = region_of(import, properties);
    const cJSON *population = item(properties, "wof:population");
    if (!cJSON_IsNumber(population))
        population = item(properties, "gn:population");
    entry.population =
        cJSON_IsNumber(population) && population->valuedouble < 1e10 ? (int64_t)population->valuedouble : 0;
    Str spellings[IMPORT_SPELLINGS_MAX];
    spellings[0] = text(properties, "wof:name");
    entry.spelling_count = add_names(item(properties, "name:eng_x_preferred"), &entry, spellings, 1);
    entry.spelling_count = add_names(item(properties, "name:eng_x_variant"), &entry, spellings, entry.spelling_count);
    entry.spellings = spellings;
    return gazetteer_build_add(import->build, &entry) ? LINE_DONE : LINE_PASSED;
}

LineResult import_wof_line(Import *import, Str line)
{
    cJSON *feature = cJSON_ParseWithLength(line.ptr, line.len);
    if (feature == NULL || !cJSON_IsObject(item(feature, "properties"))) {
        cJSON_Delete(feature);
        import->what = "not a GeoJSON feature";
        return LINE_BROKEN;
    }
    LineResult result = add_feature(import, feature);
    cJSON_Delete(feature);
    return result;
}

/* Only lines that may tell of a region are parsed in this run. */
LineResult import_wof_regions(Import *import, Str line)
{
    if (str_find(line, STR("\"wof:placetype\":\"region\""), 0) == SIZE_MAX &&
        str_find(line, STR("\"wof:placetype\": \"region\""), 0) == SIZE_MAX)
        return LINE_PASSED;
    cJSON *feature = cJSON_ParseWithLength(line.ptr, line.len);
    const cJSON *properties = item(feature, "properties");
    Str key = wof_key(import->scratch, item(properties, "wof:id"));
    if (key.len > 0)
        import_note_division(import, key, name_of(properties));
    cJSON_Delete(feature);
    return LINE_PASSED;
}
