#include "match/gazetteer.h"

#include <math.h>
#include <stdalign.h>
#include <stddef.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/embedded.h"
#include "match/gazetteer_sheet.h"

static const size_t FILE_BYTES_MAX = (size_t)4 << 30;
static const double SAME_PLACE_KM = 10.0;
static const double EARTH_RADIUS_KM = 6371.0;

/* Offsets inside sections are the writer's word; sections themselves are checked to lie in the file. */
static bool sheet_open(Str bytes, const char *name, Sheet *out, Error *err)
{
    GazetteerHeader header;
    if (bytes.len < sizeof header || memcmp(bytes.ptr, GAZETTEER_MAGIC, sizeof GAZETTEER_MAGIC) != 0)
        return error_set(err, ERROR_DATA, "%s: not a gazetteer; make one with `daybook places import`", name);
    memcpy(&header, bytes.ptr, sizeof header);
    if (header.version != GAZETTEER_VERSION || header.bucket_shift < 32 || header.bucket_shift > 63)
        return error_set(err, ERROR_DATA, "%s: made by another version of daybook; import it again", name);
    for (int i = 0; i < SECTION_COUNT_; i++) {
        size_t item = gazetteer_item_bytes((GazetteerSection)i);
        GazetteerExtent extent = header.sections[i];
        if (extent.offset > bytes.len || extent.offset % 8 != 0 || extent.count > (bytes.len - extent.offset) / item)
            return error_set(err, ERROR_DATA, "%s: the file is cut short; import it again", name);
        out->counts[i] = (size_t)extent.count;
    }
    const GazetteerExtent *at = header.sections;
    const char *base = bytes.ptr;
    out->places = (const GazetteerPlace *)(const void *)(base + at[SECTION_PLACES].offset);
    out->filter = (const uint8_t *)(base + at[SECTION_FILTER].offset);
    out->buckets = (const uint32_t *)(const void *)(base + at[SECTION_BUCKETS].offset);
    out->names = (const GazetteerName *)(const void *)(base + at[SECTION_NAMES].offset);
    out->postings = (const uint32_t *)(const void *)(base + at[SECTION_POSTINGS].offset);
    out->divisions = (const uint32_t *)(const void *)(base + at[SECTION_DIVISIONS].offset);
    out->countries = base + at[SECTION_COUNTRIES].offset;
    out->text = base + at[SECTION_TEXT].offset;
    out->bucket_shift = header.bucket_shift;
    bool sound = out->counts[SECTION_TEXT] > 0 && out->text[out->counts[SECTION_TEXT] - 1] == '\0' &&
                 out->counts[SECTION_FILTER] > 0 &&
                 (out->counts[SECTION_FILTER] & (out->counts[SECTION_FILTER] - 1)) == 0 &&
                 out->counts[SECTION_BUCKETS] > (UINT64_MAX >> header.bucket_shift);
    return sound || error_set(err, ERROR_DATA, "%s: the file is damaged; import it again", name);
}

static bool add_sheet(Gazetteer *gazetteer, Str bytes, const char *name, Error *err)
{
    if (gazetteer->sheet_count == GAZETTEER_FILES_MAX)
        return error_set(err, ERROR_USAGE, "%s: more than %d gazetteers; import some into one", name,
                         GAZETTEER_FILES_MAX);
    if (!sheet_open(bytes, name, &gazetteer->sheets[gazetteer->sheet_count], err))
        return false;
    gazetteer->sheet_count++;
    return true;
}

static bool add_file(Gazetteer *gazetteer, Arena *arena, Str path, Error *err)
{
    Str name = arena_copy(arena, path);
    if (gazetteer->file_count == GAZETTEER_FILES_MAX)
        return error_set(err, ERROR_USAGE, "%s: more than %d gazetteers; import some into one", name.ptr,
                         GAZETTEER_FILES_MAX);
    File *file = &gazetteer->files[gazetteer->file_count];
    if (!file_open(name.ptr, FILE_BYTES_MAX, file, err))
        return false;
    gazetteer->file_count++;
    return add_sheet(gazetteer, file->bytes, name.ptr, err);
}

Gazetteer *gazetteer_open(Arena *arena, Str paths, Error *err)
{
    Gazetteer *gazetteer = ARENA_NEW(arena, Gazetteer);
    Str world = embedded_find(STR("build/places/world.gaz"));
    bool ok = !str_present(world) || add_sheet(gazetteer, world, "world.gaz", err);
    Str path;
    while (ok && str_present(paths) && str_cut(&paths, ':', &path))
        ok = path.len == 0 || add_file(gazetteer, arena, path, err);
    if (ok)
        return gazetteer;
    gazetteer_close(gazetteer);
    return NULL;
}

Gazetteer *gazetteer_from(Arena *arena, Str bytes, Error *err)
{
    Gazetteer *gazetteer = ARENA_NEW(arena, Gazetteer);
    return add_sheet(gazetteer, bytes, "gazetteer", err) ? gazetteer : NULL;
}

Gazetteer *gazetteer_before(const Gazetteer *base, Str bytes, Arena *arena, Error *err)
{
    Gazetteer *gazetteer = ARENA_NEW(arena, Gazetteer);
    char *kept = arena_alloc(arena, bytes.len, alignof(max_align_t));
    memcpy(kept, bytes.ptr, bytes.len);
    if (!add_sheet(gazetteer, (Str){kept, bytes.len}, "the book's places", err))
        return NULL;
    for (size_t i = 0; i < base->sheet_count; i++) {
        if (gazetteer->sheet_count == GAZETTEER_FILES_MAX) {
            (void)error_set(err, ERROR_USAGE, "%d gazetteers beside the book's own are too many; import some into one",
                            GAZETTEER_FILES_MAX);
            return NULL;
        }
        gazetteer->sheets[gazetteer->sheet_count++] = base->sheets[i];
    }
    gazetteer->corrects = true;
    return gazetteer;
}

void gazetteer_close(Gazetteer *gazetteer)
{
    if (gazetteer == NULL)
        return;
    for (size_t i = 0; i < gazetteer->file_count; i++)
        file_close(&gazetteer->files[i]);
    gazetteer->file_count = 0;
    gazetteer->sheet_count = 0;
}

size_t gazetteer_count(const Gazetteer *gazetteer)
{
    size_t count = 0;
    for (size_t i = 0; i < gazetteer->sheet_count; i++)
        count += gazetteer->sheets[i].counts[SECTION_PLACES];
    return count;
}

/* ---- records to places ---- */

static Str text_at(const Sheet *sheet, uint32_t offset)
{
    return offset < sheet->counts[SECTION_TEXT] ? str_from(sheet->text + offset) : STR("");
}

static Str place_id(const Sheet *sheet, const GazetteerPlace *record, Arena *arena)
{
    GazetteerIdKind kind = (GazetteerIdKind)((record->meta >> META_ID_SHIFT) & 3);
    if (kind == ID_TEXT)
        return text_at(sheet, record->id);
    char digits[16];
    size_t at = sizeof digits;
    for (uint32_t n = record->id; n > 0 || at == sizeof digits; n /= 10)
        digits[--at] = (char)('0' + n % 10);
    Str prefix = kind == ID_GEONAMES ? STR("gn:") : STR("wof:");
    size_t len = prefix.len + sizeof digits - at;
    char *id = arena_alloc(arena, len, 1);
    memcpy(id, prefix.ptr, prefix.len);
    memcpy(id + prefix.len, digits + at, sizeof digits - at);
    return (Str){id, len};
}

/* An entry without a population is as precise as its kind. */
static Precision kind_precision(PlaceKind kind)
{
    static const Precision PRECISIONS[PLACE_KIND_COUNT_] = {
        [PLACE_COUNTRY] = PRECISION_COUNTRY, [PLACE_ADMIN1] = PRECISION_REGION, [PLACE_ADMIN2] = PRECISION_DISTRICT,
        [PLACE_REGION] = PRECISION_REGION,   [PLACE_TOWN] = PRECISION_EXACT,    [PLACE_SUBURB] = PRECISION_EXACT,
        [PLACE_SITE] = PRECISION_EXACT,
    };
    return kind < PLACE_KIND_COUNT_ ? PRECISIONS[kind] : PRECISION_NONE;
}

static Place place_of(const Sheet *sheet, const GazetteerPlace *record, Arena *arena)
{
    Place place = {
        .id = place_id(sheet, record, arena),
        .name = text_at(sheet, record->name),
        .country = STR(""),
        .admin1 = STR(""),
        .lat_deg = record->lat_e5 / 1e5,
        .lon_deg = record->lon_e5 / 1e5,
        .has_point = (record->meta & META_HAS_POINT) != 0,
        .precision = kind_precision((PlaceKind)(record->meta & META_KIND)),
        .population = record->population,
    };
    if (record->country != GAZETTEER_NO_COUNTRY && record->country < sheet->counts[SECTION_COUNTRIES])
        place.country = (Str){sheet->countries + 2 * (size_t)record->country, 2};
    if (record->division != 0 && record->division < sheet->counts[SECTION_DIVISIONS])
        place.admin1 = text_at(sheet, sheet->divisions[record->division]);
    return place;
}

/* What the first sheet says of a place of the sheet s, which it corrects; NULL: nothing. */
static const GazetteerPlace *correction(const Gazetteer *gazetteer, size_t s, const GazetteerPlace *record)
{
    enum { ID_KIND = 3 << META_ID_SHIFT };
    const Sheet *own = &gazetteer->sheets[0];
    for (size_t i = 0; gazetteer->corrects && s > 0 && i < own->counts[SECTION_PLACES]; i++) {
        const GazetteerPlace *place = &own->places[i];
        if ((place->meta & ID_KIND) != (record->meta & ID_KIND))
            continue;
        bool is_text = ((place->meta & ID_KIND) >> META_ID_SHIFT) == ID_TEXT;
        if (is_text ? str_equal(text_at(own, place->id), text_at(&gazetteer->sheets[s], record->id))
                    : place->id == record->id)
            return place;
    }
    return NULL;
}

static Candidate candidate_of(const Gazetteer *gazetteer, size_t s, uint32_t posting, Arena *arena)
{
    const Sheet *sheet = &gazetteer->sheets[s];
    const GazetteerPlace *record = &sheet->places[posting & POSTING_PLACE];
    const GazetteerPlace *corrected = correction(gazetteer, s, record);
    Candidate c = {.place =
                       corrected ? place_of(&gazetteer->sheets[0], corrected, arena) : place_of(sheet, record, arena),
                   .kind = (PlaceKind)((corrected ? corrected : record)->meta & META_KIND),
                   .official = (posting & POSTING_OFFICIAL) != 0,
                   .capital = (record->meta & META_CAPITAL) != 0};
    if (record->population > c.place.population)
        c.place.population = record->population;
    return c;
}

/* ---- looking up ---- */

/* The first posting of a name / NULL. */
static const uint32_t *sheet_find(const Sheet *sheet, uint64_t hash)
{
    size_t bucket = (size_t)(hash >> sheet->bucket_shift);
    size_t end = sheet->buckets[bucket + 1];
    if (end > sheet->counts[SECTION_NAMES])
        return NULL;
    for (size_t i = sheet->buckets[bucket]; i < end; i++)
        if (sheet->names[i].hash == (uint32_t)hash && sheet->names[i].posting < sheet->counts[SECTION_POSTINGS])
            return sheet->postings + sheet->names[i].posting;
    return NULL;
}

static int compare_candidates(const void *a, const void *b)
{
    const Candidate *x = a;
    const Candidate *y = b;
    if (x->place.population != y->place.population)
        return x->place.population > y->place.population ? -1 : 1;
    return str_compare(x->place.id, y->place.id);
}

static bool same_place(const Candidate *a, const Candidate *b)
{
    if (str_equal(a->place.id, b->place.id))
        return true;
    return a->kind == b->kind && a->place.has_point && b->place.has_point &&
           str_equal(a->place.country, b->place.country) &&
           place_distance_km(a->place.lat_deg, a->place.lon_deg, b->place.lat_deg, b->place.lon_deg) <= SAME_PLACE_KM;
}

typedef struct {
    Candidate *items;
    size_t count;
    size_t cap;
} Found;

/* A place told again keeps the first gazetteer's record and the larger population. */
static void found_add(Found *found, Arena *arena, Candidate candidate, size_t before)
{
    for (size_t i = 0; i < before; i++) {
        Candidate *known = &found->items[i];
        if (!same_place(known, &candidate))
            continue;
        if (candidate.place.population > known->place.population)
            known->place.population = candidate.place.population;
        if (known->place.admin1.len == 0)
            known->place.admin1 = candidate.place.admin1;
        known->official |= candidate.official;
        known->capital |= candidate.capital;
        return;
    }
    found->items = arena_grow(arena, found->items, found->count, &found->cap, sizeof candidate);
    found->items[found->count++] = candidate;
}

/* Has the records of a name's places, and then their texts, brought into the cache all at once: they lie far apart, and one
 * after the other would wait for memory each time. */
static void fetch_records(const Sheet *sheet, const uint32_t *postings)
{
    enum { MOST = 64 };
    const uint32_t *end = sheet->postings + sheet->counts[SECTION_POSTINGS];
    const GazetteerPlace *records[MOST];
    size_t count = 0;
    for (const uint32_t *posting = postings; posting != NULL && posting < end && count < MOST; posting++) {
        size_t index = *posting & POSTING_PLACE;
        if (index < sheet->counts[SECTION_PLACES]) {
            records[count++] = &sheet->places[index];
            __builtin_prefetch(&sheet->places[index]);
        }
        if (*posting & POSTING_LAST)
            break;
    }
    for (size_t i = 0; count > 1 && i < count; i++) {
        __builtin_prefetch(sheet->text + records[i]->name);
        if (records[i]->division < sheet->counts[SECTION_DIVISIONS])
            __builtin_prefetch(sheet->text + sheet->divisions[records[i]->division]);
    }
}

static void measure(Candidate *candidate)
{
    const double radians = 3.14159265358979323846 / 180.0;
    double lat = candidate->place.lat_deg * radians;
    double lon = candidate->place.lon_deg * radians;
    candidate->x = cos(lat) * cos(lon);
    candidate->y = cos(lat) * sin(lon);
    candidate->z = sin(lat);
    candidate->log_people = log1p((double)candidate->place.population);
}

const Candidate *gazetteer_candidates(const Gazetteer *gazetteer, uint64_t hash, Arena *arena, size_t *count)
{
    Found found = {0};
    for (size_t s = 0; s < gazetteer->sheet_count; s++) {
        const Sheet *sheet = &gazetteer->sheets[s];
        size_t before = found.count;
        const uint32_t *end = sheet->postings + sheet->counts[SECTION_POSTINGS];
        const uint32_t *first = sheet_find(sheet, hash);
        fetch_records(sheet, first);
        for (const uint32_t *posting = first; posting != NULL && posting < end; posting++) {
            if ((*posting & POSTING_PLACE) < sheet->counts[SECTION_PLACES])
                found_add(&found, arena, candidate_of(gazetteer, s, *posting, arena), before);
            if (*posting & POSTING_LAST)
                break;
        }
    }
    if (found.count > 1)
        qsort(found.items, found.count, sizeof *found.items, compare_candidates);
    for (size_t i = 0; i < found.count; i++)
        measure(&found.items[i]);
    *count = found.count;
    return found.items;
}

const Candidate *gazetteer_named(const Gazetteer *gazetteer, Str name, Arena *arena, size_t *count)
{
    uint64_t hash = GAZETTEER_HASH_START;
    Str word;
    while (gazetteer_word(&name, &word)) {
        uint64_t before = hash;
        if (gazetteer_hash_text(&hash, word) == 0)
            hash = before;
    }
    *count = 0;
    if (hash == GAZETTEER_HASH_START)
        return NULL;
    uint64_t key = gazetteer_hash_end(hash);
    return gazetteer->memory != NULL ? gazetteer_recall(gazetteer, gazetteer->memory, key, arena, count)
                                     : gazetteer_candidates(gazetteer, key, arena, count);
}

/* ---- the map ---- */

/* The first place whose latitude is not below. */
static size_t first_at(const Sheet *sheet, double lat_deg)
{
    size_t low = 0;
    size_t high = sheet->counts[SECTION_PLACES];
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (sheet->places[middle].lat_e5 / 1e5 < lat_deg)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Keeps the limit most populous, in order; a linear insertion, as limits are small. */
static void keep_largest(Found *found, Candidate candidate, size_t limit)
{
    size_t at = found->count;
    while (at > 0 && compare_candidates(&candidate, &found->items[at - 1]) < 0)
        at--;
    if (at == limit)
        return;
    size_t moved = (found->count < limit ? found->count : limit - 1) - at;
    memmove(&found->items[at + 1], &found->items[at], moved * sizeof candidate);
    found->items[at] = candidate;
    found->count += found->count < limit;
}

static bool in_box(const GazetteerPlace *record, PlaceBox box)
{
    double lon_deg = record->lon_e5 / 1e5;
    return (record->meta & META_KIND) == PLACE_TOWN && lon_deg >= box.west_deg && lon_deg <= box.east_deg;
}

static bool is_known(const Found *found, const Candidate *candidate)
{
    for (size_t i = 0; i < found->count; i++)
        if (same_place(&found->items[i], candidate) && str_equal(found->items[i].place.name, candidate->place.name))
            return true;
    return false;
}

static void find_in_box(const Gazetteer *gazetteer, size_t s, const PlaceBox *box, Arena *arena, Found *found)
{
    const Sheet *sheet = &gazetteer->sheets[s];
    size_t limit = found->cap;
    for (size_t i = first_at(sheet, box->south_deg); i < sheet->counts[SECTION_PLACES]; i++) {
        const GazetteerPlace *record = &sheet->places[i];
        if (record->lat_e5 / 1e5 > box->north_deg)
            break;
        bool full = found->count == limit;
        if (!in_box(record, *box) || correction(gazetteer, s, record) ||
            (full && record->population < found->items[limit - 1].place.population))
            continue;
        Candidate candidate = {.place = place_of(sheet, record, arena), .kind = PLACE_TOWN, .official = true};
        if (!is_known(found, &candidate))
            keep_largest(found, candidate, limit);
    }
}

const Place *gazetteer_within(const Gazetteer *gazetteer, PlaceBox box, size_t limit, Arena *arena, size_t *count)
{
    Found found = {.items = ARENA_ARRAY(arena, Candidate, limit + 1), .cap = limit};
    for (size_t s = 0; s < gazetteer->sheet_count && limit > 0; s++)
        find_in_box(gazetteer, s, &box, arena, &found);
    Place *places = ARENA_ARRAY(arena, Place, found.count + 1);
    for (size_t i = 0; i < found.count; i++)
        places[i] = found.items[i].place;
    *count = found.count;
    return places;
}

double place_distance_km(double lat1_deg, double lon1_deg, double lat2_deg, double lon2_deg)
{
    const double radians = 3.14159265358979323846 / 180.0;
    double half_lat = sin((lat2_deg - lat1_deg) * radians / 2);
    double half_lon = sin((lon2_deg - lon1_deg) * radians / 2);
    double h = half_lat * half_lat + cos(lat1_deg * radians) * cos(lat2_deg * radians) * half_lon * half_lon;
    return 2 * EARTH_RADIUS_KM * asin(h < 1 ? sqrt(h) : 1);
}
