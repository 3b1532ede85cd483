/*
 * gazetteer — place names of the world, looked up in a memory-mapped file (or in the embedded one).
 *
 * The file is made by gazetteer_build (the build, for the embedded default; `daybook places import`
 * for GeoNames and Who's On First dumps) and holds: places (id, name, point, kind, country, admin1,
 * population), names (all spellings, folded) in a token-hash table behind a filter, so that a
 * text's tokens are looked up at some hundred MB/s. Several gazetteers are asked in turn and their
 * answers merged (same place = same id, else same kind of place and same name within 10 km).
 *
 * Nothing is parsed on opening: gazetteer_file.h has the layout. Sources and licences:
 * data/places/README.md.
 */
#ifndef DAYBOOK_MATCH_GAZETTEER_H
#define DAYBOOK_MATCH_GAZETTEER_H

#include "base/arena.h"
#include "base/error.h"
#include "model/place.h"
#include "model/token.h"

typedef struct Gazetteer Gazetteer;

/* What sort of thing an entry is. */
typedef enum {
    PLACE_COUNTRY,
    PLACE_ADMIN1, /* province, state */
    PLACE_ADMIN2, /* district, county */
    PLACE_REGION, /* named region without a border of its own: Makran, the Levant; seas, rivers */
    PLACE_TOWN,
    PLACE_SUBURB,
    PLACE_SITE, /* landmark, airport, camp, hospital */
    PLACE_KIND_COUNT_
} PlaceKind;

typedef struct {
    Place place;
    double x; /* where its place has a point: that on a sphere of radius 1 */
    double y;
    double z;
    double log_people; /* log(1 + population) */
    PlaceKind kind;
    bool official; /* matched by the place's own name, not by an alternate */
    bool capital;  /* of a country */
} Candidate;

/* Opens the embedded default and then each file of paths (colon-separated, may be ""). The arena keeps what
 * must be kept; gazetteer_close unmaps. */
Gazetteer *gazetteer_open(Arena *arena, Str paths, Error *err); /* NULL on error */
void gazetteer_close(Gazetteer *gazetteer);

/* The same gazetteer for one thread and many texts: names that it has found it finds again without looking, as long as
 * there is room for them. The arena keeps them, and must outlive all that is found so. Not to be closed; NULL for NULL. */
Gazetteer *gazetteer_remembering(const Gazetteer *gazetteer, Arena *arena);

/* base with a file's bytes before it, copied into the arena: what they say of a place stands, under whatever name of the place base is asked.
 * Not to be closed; base must outlive it. NULL on error. */
Gazetteer *gazetteer_before(const Gazetteer *base, Str bytes, Arena *arena, Error *err);

/* A gazetteer of one file's bytes alone, which must outlive it: for tests and the import's check. */
Gazetteer *gazetteer_from(Arena *arena, Str bytes, Error *err); /* NULL on error */

/* How many places all files hold together. */
size_t gazetteer_count(const Gazetteer *gazetteer);

/* Look-ups in one text: what was found of a name, if only that there is none, is found again without looking
 * (gazetteer_remembering: also in the next text). */
typedef struct GazetteerSearch GazetteerSearch;

/* Tokens and arena must outlive it; candidates lie in the arena. */
GazetteerSearch *gazetteer_search(const Gazetteer *gazetteer, const TokenList *tokens, Arena *arena);

/* Candidates for the longest name that begins at the token; *length_tokens is set, 0 when none. Case as gated by
 * the caller. Ordered: most populous first, ids breaking ties. */
const Candidate *gazetteer_at(GazetteerSearch *search, uint32_t token, size_t *count, uint32_t *length_tokens);

/* The same for a name of exactly the tokens [first, last). */
const Candidate *gazetteer_span(GazetteerSearch *search, uint32_t first, uint32_t last, size_t *count);

/* By name alone ("Quetta"), for datelines and outlets' homes. */
const Candidate *gazetteer_named(const Gazetteer *gazetteer, Str name, Arena *arena, size_t *count);

typedef struct {
    double south_deg;
    double west_deg;
    double north_deg;
    double east_deg;
} PlaceBox;

/* Towns inside the box with the largest population first, for the map's neighbours; at most limit. */
const Place *gazetteer_within(const Gazetteer *gazetteer, PlaceBox box, size_t limit, Arena *arena, size_t *count);

/* Great-circle distance on a sphere of 6,371 km. */
double place_distance_km(double lat1_deg, double lon1_deg, double lat2_deg, double lon2_deg);

#endif
