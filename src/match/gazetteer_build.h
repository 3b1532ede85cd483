/*
 * gazetteer_build — collects places and writes a gazetteer file (layout: gazetteer_file.h).
 *
 *     GazetteerBuild *build = gazetteer_build_create(arena);
 *     gazetteer_build_add(build, &(PlaceEntry){...});
 *     gazetteer_build_write(build, &out);          the file's bytes
 *
 * The same places in any order give the same bytes.
 */
#ifndef DAYBOOK_MATCH_GAZETTEER_BUILD_H
#define DAYBOOK_MATCH_GAZETTEER_BUILD_H

#include "base/arena.h"
#include "base/buf.h"
#include "match/gazetteer.h"

/* One place as its source has it. Strings need only live until gazetteer_build_add returns. */
typedef struct {
    Str id; /* "gn:1167528", "wof:421181503", "iso:PK-BA", "db:makran" */
    Str name;
    Str country; /* ISO 3166-1 alpha-2 or "" */
    Str admin1;  /* name or "" */
    PlaceKind kind;
    double lat_deg;
    double lon_deg;
    bool has_point;
    int64_t population;   /* 0 unknown; also orders places without inhabitants by weight */
    const Str *spellings; /* other names; equal and empty ones are let pass */
    size_t spelling_count;
    bool capital; /* of a country */
} PlaceEntry;

typedef struct GazetteerBuild GazetteerBuild;

GazetteerBuild *gazetteer_build_create(Arena *arena);

/* A place whose id was already added is let pass (false). */
bool gazetteer_build_add(GazetteerBuild *build, const PlaceEntry *entry);

size_t gazetteer_build_count(const GazetteerBuild *build);

/* Appends the file's bytes to out. */
void gazetteer_build_write(GazetteerBuild *build, Buf *out);

#endif
