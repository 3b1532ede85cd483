#include "source.h"

#include <cjson/cJSON.h>

#include "base/buf.h"
#include "base/file.h"

static const size_t LIMIT_BYTES = (size_t)64 << 20;

/* ---- protocol buffers: just what cities.pbf uses ---- */

static uint64_t varint(Str bytes, size_t *at)
{
    uint64_t n = 0;
    for (unsigned shift = 0; *at < bytes.len && shift < 64; shift += 7) {
        unsigned char c = (unsigned char)bytes.ptr[(*at)++];
        n |= (uint64_t)(c & 0x7f) << shift;
        if (c < 0x80)
            break;
    }
    return n;
}

static int64_t zigzag(uint64_t n)
{
    return (int64_t)(n >> 1) ^ -(int64_t)(n & 1);
}

/* One town's fields; points are told as steps from the town before. */
static Town read_town(Str bytes, int64_t *lat_e5, int64_t *lon_e5)
{
    Town town = {.division = STR(""), .feature = STR(""), .country = STR(""), .name = STR("")};
    for (size_t at = 0; at < bytes.len;) {
        uint64_t key = varint(bytes, &at);
        if ((key & 7) == 2) {
            size_t len = (size_t)varint(bytes, &at);
            if (len > bytes.len - at)
                break;
            Str text = {bytes.ptr + at, len};
            at += len;
            Str *fields[] = {[2] = &town.name, [3] = &town.country, [7] = &town.feature, [8] = &town.division};
            if (key >> 3 < sizeof fields / sizeof fields[0] && fields[key >> 3] != NULL)
                *fields[key >> 3] = text;
            continue;
        }
        uint64_t n = varint(bytes, &at);
        switch (key >> 3) {
        case 1: town.id = zigzag(n); break;
        case 9: town.population = (int64_t)n; break;
        case 10: *lon_e5 += zigzag(n); break;
        case 11: *lat_e5 += zigzag(n); break;
        default: break;
        }
    }
    town.lat_deg = (double)*lat_e5 / 1e5;
    town.lon_deg = (double)*lon_e5 / 1e5;
    return town;
}

bool towns_read(Arena *arena, const char *path, Towns *out, Error *err)
{
    File file;
    if (!file_open(path, LIMIT_BYTES, &file, err))
        return false;
    int64_t lat_e5 = 0;
    int64_t lon_e5 = 0;
    for (size_t at = 0; at < file.bytes.len;) {
        size_t len = (size_t)varint(file.bytes, &at);
        if (len > file.bytes.len - at)
            return error_set(err, ERROR_DATA, "%s: cut short", path);
        Town town = read_town((Str){file.bytes.ptr + at, len}, &lat_e5, &lon_e5);
        at += len;
        out->items = arena_grow(arena, out->items, out->count, &out->cap, sizeof town);
        out->items[out->count++] = town;
    }
    return true; /* the mapping stays: names point into it */
}

/* ---- JSON ---- */

static bool json_read(Arena *arena, const char *path, cJSON **out, Error *err)
{
    File file;
    if (!file_open(path, LIMIT_BYTES, &file, err))
        return false;
    Str text = arena_copy(arena, file.bytes);
    file_close(&file);
    *out = cJSON_ParseWithLength(text.ptr, text.len);
    return *out != NULL || error_set(err, ERROR_DATA, "%s: not JSON", path);
}

static Str text_of(Arena *arena, const cJSON *object, const char *key)
{
    const char *text = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(object, key));
    return text == NULL ? STR("") : arena_copy(arena, str_from(text));
}

bool iso_read(Arena *arena, const char *path, IsoUnits *out, Error *err)
{
    cJSON *root = NULL;
    if (!json_read(arena, path, &root, err))
        return false;
    const cJSON *unit;
    cJSON_ArrayForEach(unit, root->child)
    {
        Str common = text_of(arena, unit, "common_name");
        Str alpha2 = text_of(arena, unit, "alpha_2");
        IsoUnit item = {
            .code = alpha2.len > 0 ? alpha2 : text_of(arena, unit, "code"),
            .name = common.len > 0 ? common : text_of(arena, unit, "name"),
            .official = text_of(arena, unit, "official_name"),
            .parent = text_of(arena, unit, "parent"),
        };
        out->items = arena_grow(arena, out->items, out->count, &out->cap, sizeof item);
        out->items[out->count++] = item;
    }
    cJSON_Delete(root);
    return true;
}

typedef struct {
    double low[2];
    double high[2];
} Box;

/* An arc is steps on a grid: the first from the origin. */
static Box arc_box(const cJSON *arc)
{
    Box box = {{1e9, 1e9}, {-1e9, -1e9}};
    double at[2] = {0, 0};
    const cJSON *step;
    cJSON_ArrayForEach(step, arc)
    {
        for (int k = 0; k < 2; k++) {
            const cJSON *n = cJSON_GetArrayItem(step, k);
            at[k] += n == NULL ? 0 : n->valuedouble;
            box.low[k] = at[k] < box.low[k] ? at[k] : box.low[k];
            box.high[k] = at[k] > box.high[k] ? at[k] : box.high[k];
        }
    }
    return box;
}

/* The numbers of a geometry, however deep its rings lie; ~n is arc n backwards. */
static void cover(const cJSON *arcs, const Box *boxes, int count, Box *out)
{
    const cJSON *item;
    cJSON_ArrayForEach(item, arcs)
    {
        if (cJSON_IsArray(item)) {
            cover(item, boxes, count, out);
            continue;
        }
        int n = item->valueint < 0 ? ~item->valueint : item->valueint;
        for (int k = 0; n < count && k < 2; k++) {
            out->low[k] = boxes[n].low[k] < out->low[k] ? boxes[n].low[k] : out->low[k];
            out->high[k] = boxes[n].high[k] > out->high[k] ? boxes[n].high[k] : out->high[k];
        }
    }
}

static double number_at(const cJSON *object, const char *key, int index)
{
    const cJSON *n = cJSON_GetArrayItem(cJSON_GetObjectItemCaseSensitive(object, key), index);
    return n == NULL ? 0 : n->valuedouble;
}

bool counties_read(Arena *arena, const char *path, Counties *out, Error *err)
{
    cJSON *root = NULL;
    if (!json_read(arena, path, &root, err))
        return false;
    const cJSON *arcs = cJSON_GetObjectItemCaseSensitive(root, "arcs");
    int arc_count = cJSON_GetArraySize(arcs);
    Box *boxes = ARENA_ARRAY(arena, Box, (size_t)arc_count + 1);
    int n = 0;
    const cJSON *item;
    cJSON_ArrayForEach(item, arcs) boxes[n++] = arc_box(item);
    const cJSON *transform = cJSON_GetObjectItemCaseSensitive(root, "transform");
    const cJSON *layers = cJSON_GetObjectItemCaseSensitive(root, "objects");
    const cJSON *layer = cJSON_GetObjectItemCaseSensitive(layers, "counties");
    cJSON_ArrayForEach(item, cJSON_GetObjectItemCaseSensitive(layer, "geometries"))
    {
        Str id = text_of(arena, item, "id");
        const int64_t last_state = 56;
        const int64_t first_city = 510;
        int64_t state = 0;
        int64_t number = 0;
        if (id.len != 5 || !str_number(str_slice(id, 0, 2), &state) || !str_number(str_slice(id, 2, 5), &number) ||
            state > last_state || number >= first_city)
            continue;
        Box box = {{1e9, 1e9}, {-1e9, -1e9}};
        cover(cJSON_GetObjectItemCaseSensitive(item, "arcs"), boxes, arc_count, &box);
        double middle[2];
        for (int k = 0; k < 2; k++)
            middle[k] = (box.low[k] + box.high[k]) / 2 * number_at(transform, "scale", k) +
                        number_at(transform, "translate", k);
        County county = {id, text_of(arena, cJSON_GetObjectItemCaseSensitive(item, "properties"), "name"), middle[1],
                         middle[0]};
        out->items = arena_grow(arena, out->items, out->count, &out->cap, sizeof county);
        out->items[out->count++] = county;
    }
    cJSON_Delete(root);
    return true;
}

/* ---- tables ---- */

bool table_read(Arena *arena, const char *path, Table *out, Error *err)
{
    File file;
    if (!file_open(path, LIMIT_BYTES, &file, err))
        return false;
    Str rest = arena_copy(arena, file.bytes);
    file_close(&file);
    Str line;
    bool header = true;
    while (str_cut(&rest, '\n', &line)) {
        bool skip = header || line.len == 0;
        header = false;
        if (skip)
            continue;
        out->rows = arena_grow(arena, out->rows, out->count, &out->cap, sizeof *out->rows);
        Str *row = out->rows[out->count++];
        for (int i = 0; i < TABLE_COLUMNS_MAX; i++)
            if (!str_present(line) || !str_cut(&line, '\t', &row[i]))
                row[i] = STR("");
    }
    return true;
}
