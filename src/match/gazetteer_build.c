#include "match/gazetteer_build.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "base/map.h"
#include "match/gazetteer_file.h"

/* A spelling of a place before postings are made. */
typedef struct {
    uint64_t hash;
    uint32_t place; /* index in items */
    bool official;
} Spelling;

/* The first words of a spelling, and how many the whole has. */
typedef struct {
    uint64_t key;
    uint8_t words;
} Beginning;

typedef struct {
    GazetteerPlace record; /* id, name: numbers of interned texts until written */
    uint32_t id_text;      /* number of the whole id */
} Item;

struct GazetteerBuild {
    Arena *arena;
    Map *ids;   /* whole ids, in order of items: number - 1 is the item's index */
    Map *texts; /* names and text ids */
    Map *divisions;
    Map *countries;
    Item *items;
    size_t item_count;
    size_t item_cap;
    Spelling *spellings;
    size_t spelling_count;
    size_t spelling_cap;
    Beginning *beginnings;
    size_t beginning_count;
    size_t beginning_cap;
};

GazetteerBuild *gazetteer_build_create(Arena *arena)
{
    GazetteerBuild *build = ARENA_NEW(arena, GazetteerBuild);
    build->arena = arena;
    build->ids = map_create(arena);
    build->texts = map_create(arena);
    build->divisions = map_create(arena);
    build->countries = map_create(arena);
    return build;
}

size_t gazetteer_build_count(const GazetteerBuild *build)
{
    return build->item_count;
}

static void add_spelling(GazetteerBuild *build, uint32_t place, Str name, bool official)
{
    uint64_t hash = GAZETTEER_HASH_START;
    uint64_t keys[GAZETTEER_WORDS_MAX];
    uint8_t words = 0;
    Str word;
    while (gazetteer_word(&name, &word)) {
        char folded[GAZETTEER_WORD_BYTES];
        size_t len = gazetteer_fold(word, folded);
        if (len == 0)
            continue;
        if (words == GAZETTEER_WORDS_MAX)
            return;
        hash = gazetteer_hash_word(hash, folded, len);
        keys[words++] = gazetteer_hash_end(hash);
    }
    if (words == 0)
        return;
    Arena *arena = build->arena;
    for (uint8_t i = 0; i < words; i++) {
        build->beginnings = arena_grow(arena, build->beginnings, build->beginning_count, &build->beginning_cap,
                                       sizeof *build->beginnings);
        build->beginnings[build->beginning_count++] = (Beginning){keys[i], words};
    }
    build->spellings =
        arena_grow(arena, build->spellings, build->spelling_count, &build->spelling_cap, sizeof *build->spellings);
    build->spellings[build->spelling_count++] = (Spelling){keys[words - 1], place, official};
}

/* Numbers of the big sources are kept as numbers: a third of the file's size. */
static GazetteerIdKind id_kind(Str id, uint32_t *number)
{
    static const struct {
        const char *prefix;
        GazetteerIdKind kind;
    } SOURCES[] = {{"gn:", ID_GEONAMES}, {"wof:", ID_WHOS_ON_FIRST}};
    for (size_t i = 0; i < sizeof SOURCES / sizeof SOURCES[0]; i++) {
        Str prefix = str_from(SOURCES[i].prefix);
        int64_t n = 0;
        if (str_begins(id, prefix) && id.ptr[prefix.len] != '0' && str_number(str_drop(id, prefix.len), &n) && n > 0 &&
            n <= UINT32_MAX) {
            *number = (uint32_t)n;
            return SOURCES[i].kind;
        }
    }
    return ID_TEXT;
}

static uint8_t country_number(GazetteerBuild *build, Str country)
{
    if (country.len != 2)
        return GAZETTEER_NO_COUNTRY;
    uint32_t known = map_find(build->countries, country);
    if (known == 0 && map_count(build->countries) + 1 >= GAZETTEER_COUNTRIES_MAX)
        return GAZETTEER_NO_COUNTRY;
    return (uint8_t)map_add(build->countries, country);
}

static uint16_t division_number(GazetteerBuild *build, Str name)
{
    if (name.len == 0)
        return 0;
    uint32_t known = map_find(build->divisions, name);
    if (known == 0 && map_count(build->divisions) + 1 >= UINT16_MAX)
        return 0;
    return (uint16_t)map_add(build->divisions, name);
}

static int32_t degrees_e5(double degrees, double limit)
{
    if (!(degrees >= -limit && degrees <= limit))
        return 0;
    return (int32_t)lround(degrees * 1e5);
}

bool gazetteer_build_add(GazetteerBuild *build, const PlaceEntry *entry)
{
    assert(entry->id.len > 0);
    if (entry->name.len == 0 || map_find(build->ids, entry->id) != 0)
        return false;
    uint32_t place = map_add(build->ids, entry->id) - 1;
    assert(place == build->item_count);
    uint32_t number = 0;
    GazetteerIdKind kind = id_kind(entry->id, &number);
    int64_t population = entry->population < 0 ? 0 : entry->population;
    Item item = {.id_text = place + 1};
    item.record = (GazetteerPlace){
        .id = kind == ID_TEXT ? map_add(build->texts, entry->id) : number,
        .name = map_add(build->texts, entry->name),
        .lat_e5 = degrees_e5(entry->lat_deg, 90),
        .lon_e5 = degrees_e5(entry->lon_deg, 180),
        .population = population > UINT32_MAX ? UINT32_MAX : (uint32_t)population,
        .division = division_number(build, entry->admin1),
        .country = country_number(build, entry->country),
        .meta = (uint8_t)((unsigned)entry->kind | ((unsigned)kind << META_ID_SHIFT) |
                          (entry->has_point ? META_HAS_POINT : 0U) | (entry->capital ? META_CAPITAL : 0U)),
    };
    build->items = arena_grow(build->arena, build->items, build->item_count, &build->item_cap, sizeof item);
    build->items[build->item_count++] = item;
    add_spelling(build, place, entry->name, true);
    for (size_t i = 0; i < entry->spelling_count; i++)
        add_spelling(build, place, entry->spellings[i], false);
    return true;
}

/* ---- writing ---- */

typedef struct {
    GazetteerBuild *build;
    uint32_t *position;  /* item → its place in the file */
    uint32_t *text_at;   /* text number → offset */
    uint16_t *divisions; /* number → sorted index */
    uint8_t *countries;
    size_t name_count; /* distinct */
} Layout;

/* Sort keys with all they need inside: qsort has no context. */
typedef struct {
    int32_t lat_e5;
    int32_t lon_e5;
    Str id;
    uint32_t item;
} PlaceKey;

static int compare_places(const void *a, const void *b)
{
    const PlaceKey *x = a;
    const PlaceKey *y = b;
    if (x->lat_e5 != y->lat_e5)
        return x->lat_e5 < y->lat_e5 ? -1 : 1;
    if (x->lon_e5 != y->lon_e5)
        return x->lon_e5 < y->lon_e5 ? -1 : 1;
    return str_compare(x->id, y->id);
}

typedef struct {
    Str text;
    uint32_t number;
} TextKey;

static int compare_texts(const void *a, const void *b)
{
    return str_compare(((const TextKey *)a)->text, ((const TextKey *)b)->text);
}

/* By bucket and low half as the reader looks them up, then place, the official name first. */
static int compare_spellings(const void *a, const void *b)
{
    const Spelling *x = a;
    const Spelling *y = b;
    if (x->hash != y->hash)
        return x->hash < y->hash ? -1 : 1;
    if (x->place != y->place)
        return x->place < y->place ? -1 : 1;
    return (int)y->official - (int)x->official;
}

static PlaceKey *sorted_places(Layout *layout)
{
    GazetteerBuild *build = layout->build;
    PlaceKey *keys = ARENA_ARRAY(build->arena, PlaceKey, build->item_count + 1);
    for (size_t i = 0; i < build->item_count; i++) {
        const Item *item = &build->items[i];
        keys[i] = (PlaceKey){item->record.lat_e5, item->record.lon_e5, map_key(build->ids, item->id_text), (uint32_t)i};
    }
    qsort(keys, build->item_count, sizeof *keys, compare_places);
    layout->position = ARENA_ARRAY(build->arena, uint32_t, build->item_count + 1);
    for (size_t i = 0; i < build->item_count; i++)
        layout->position[keys[i].item] = (uint32_t)i;
    return keys;
}

static TextKey *sorted_texts(Arena *arena, const Map *map)
{
    uint32_t count = map_count(map);
    TextKey *keys = ARENA_ARRAY(arena, TextKey, count + 1);
    for (uint32_t i = 0; i < count; i++)
        keys[i] = (TextKey){map_key(map, i + 1), i + 1};
    qsort(keys, count, sizeof *keys, compare_texts);
    return keys;
}

static void put_u32(Buf *out, uint32_t n)
{
    buf_put(out, (Str){(const char *)&n, sizeof n});
}

/* Begins a section on an 8-byte border and notes it. */
static void begin(Buf *out, size_t base, GazetteerHeader *header, GazetteerSection section, size_t count)
{
    while ((out->len - base) % 8 != 0)
        buf_char(out, '\0');
    header->sections[section] = (GazetteerExtent){out->len - base, count};
}

/* Makes the text section and the offsets that records need. */
static Buf lay_text(Layout *layout, uint32_t **division_at)
{
    GazetteerBuild *build = layout->build;
    Buf text = {0};
    buf_char(&text, '\0');
    TextKey *texts = sorted_texts(build->arena, build->texts);
    layout->text_at = ARENA_ARRAY(build->arena, uint32_t, map_count(build->texts) + 1);
    for (uint32_t i = 0; i < map_count(build->texts); i++) {
        layout->text_at[texts[i].number] = (uint32_t)text.len;
        buf_put(&text, texts[i].text);
        buf_char(&text, '\0');
    }
    TextKey *divisions = sorted_texts(build->arena, build->divisions);
    layout->divisions = ARENA_ARRAY(build->arena, uint16_t, map_count(build->divisions) + 1);
    *division_at = ARENA_ARRAY(build->arena, uint32_t, map_count(build->divisions) + 1);
    for (uint32_t i = 0; i < map_count(build->divisions); i++) {
        layout->divisions[divisions[i].number] = (uint16_t)(i + 1);
        (*division_at)[i + 1] = (uint32_t)text.len;
        buf_put(&text, divisions[i].text);
        buf_char(&text, '\0');
    }
    return text;
}

static void write_places(Layout *layout, const PlaceKey *keys, Buf *out)
{
    const GazetteerBuild *build = layout->build;
    for (size_t i = 0; i < build->item_count; i++) {
        GazetteerPlace record = build->items[keys[i].item].record;
        record.name = layout->text_at[record.name];
        if (((record.meta >> META_ID_SHIFT) & 3) == ID_TEXT)
            record.id = layout->text_at[record.id];
        record.division = layout->divisions[record.division];
        record.country = layout->countries[record.country];
        buf_put(out, (Str){(const char *)&record, sizeof record});
    }
}

/* Sorts spellings, drops those told twice of one place, counts distinct names. */
static void sort_spellings(Layout *layout)
{
    GazetteerBuild *build = layout->build;
    for (size_t i = 0; i < build->spelling_count; i++)
        build->spellings[i].place = layout->position[build->spellings[i].place];
    if (build->spelling_count > 0)
        qsort(build->spellings, build->spelling_count, sizeof *build->spellings, compare_spellings);
    size_t kept = 0;
    for (size_t i = 0; i < build->spelling_count; i++) {
        Spelling s = build->spellings[i];
        if (kept > 0 && build->spellings[kept - 1].hash == s.hash && build->spellings[kept - 1].place == s.place)
            continue;
        layout->name_count += kept == 0 || build->spellings[kept - 1].hash != s.hash;
        build->spellings[kept++] = s;
    }
    build->spelling_count = kept;
}

static unsigned bits_for(size_t count)
{
    unsigned bits = 4;
    while (bits < 28 && ((size_t)1 << bits) < count)
        bits++;
    return bits;
}

static void write_filter(const GazetteerBuild *build, size_t slots, Buf *out)
{
    uint8_t *longest = ARENA_ARRAY(build->arena, uint8_t, slots);
    for (size_t i = 0; i < build->beginning_count; i++) {
        const Beginning *b = &build->beginnings[i];
        uint8_t *slot = &longest[b->key & (slots - 1)];
        *slot = b->words > *slot ? b->words : *slot;
    }
    buf_put(out, (Str){(const char *)longest, slots});
}

static bool name_ends(const GazetteerBuild *build, size_t i)
{
    return i + 1 == build->spelling_count || build->spellings[i + 1].hash != build->spellings[i].hash;
}

static void write_names(const GazetteerBuild *build, GazetteerHeader *header, size_t base, size_t name_count, Buf *out)
{
    unsigned bits = bits_for(name_count);
    size_t buckets = (size_t)1 << bits;
    header->bucket_shift = 64 - bits;
    begin(out, base, header, SECTION_BUCKETS, buckets + 1);
    size_t name = 0;
    size_t bucket = 0;
    for (size_t i = 0; i < build->spelling_count; i++) {
        for (; bucket <= build->spellings[i].hash >> header->bucket_shift; bucket++)
            put_u32(out, (uint32_t)name);
        name += name_ends(build, i);
    }
    for (; bucket <= buckets; bucket++)
        put_u32(out, (uint32_t)name);
    begin(out, base, header, SECTION_NAMES, name_count);
    for (size_t i = 0; i < build->spelling_count; i++) {
        if (i > 0 && !name_ends(build, i - 1))
            continue;
        GazetteerName record = {(uint32_t)build->spellings[i].hash, (uint32_t)i};
        buf_put(out, (Str){(const char *)&record, sizeof record});
    }
    begin(out, base, header, SECTION_POSTINGS, build->spelling_count);
    for (size_t i = 0; i < build->spelling_count; i++)
        put_u32(out, build->spellings[i].place | (build->spellings[i].official ? POSTING_OFFICIAL : 0) |
                         (name_ends(build, i) ? (uint32_t)POSTING_LAST : 0));
}

static void write_divisions(const GazetteerBuild *build, GazetteerHeader *header, size_t base,
                            const uint32_t *division_at, Buf *out)
{
    begin(out, base, header, SECTION_DIVISIONS, map_count(build->divisions) + 1);
    for (uint32_t i = 0; i <= map_count(build->divisions); i++)
        put_u32(out, division_at[i]);
}

static void write_countries(const Layout *layout, GazetteerHeader *header, size_t base, Buf *out)
{
    const GazetteerBuild *build = layout->build;
    uint32_t count = map_count(build->countries);
    TextKey *keys = sorted_texts(build->arena, build->countries);
    begin(out, base, header, SECTION_COUNTRIES, count + 1);
    buf_put(out, (Str){"\0\0", 2});
    for (uint32_t i = 0; i < count; i++) {
        layout->countries[keys[i].number] = (uint8_t)(i + 1);
        buf_put(out, keys[i].text);
    }
}

void gazetteer_build_write(GazetteerBuild *build, Buf *out)
{
    Layout layout = {.build = build};
    layout.countries = ARENA_ARRAY(build->arena, uint8_t, map_count(build->countries) + 1);
    size_t base = out->len;
    GazetteerHeader header = {.version = GAZETTEER_VERSION};
    memcpy(header.magic, GAZETTEER_MAGIC, sizeof header.magic);
    buf_put(out, (Str){(const char *)&header, sizeof header});

    PlaceKey *keys = sorted_places(&layout);
    uint32_t *division_at = NULL;
    Buf text = lay_text(&layout, &division_at);
    write_countries(&layout, &header, base, out);
    begin(out, base, &header, SECTION_PLACES, build->item_count);
    write_places(&layout, keys, out);
    sort_spellings(&layout);
    size_t slots = (size_t)1 << (bits_for(layout.name_count) + 2);
    begin(out, base, &header, SECTION_FILTER, slots);
    write_filter(build, slots, out);
    write_names(build, &header, base, layout.name_count, out);
    write_divisions(build, &header, base, division_at, out);
    begin(out, base, &header, SECTION_TEXT, text.len);
    buf_put(out, buf_str(&text));
    buf_free(&text);
    memcpy(out->ptr + base, &header, sizeof header);
}
