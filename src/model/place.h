/* place — a spot on the map that a text names, with the other candidates it was chosen from. */
#ifndef DAYBOOK_MODEL_PLACE_H
#define DAYBOOK_MODEL_PLACE_H

#include "model/span.h"
#include "model/terms.h"

/* A gazetteer entry as the rest of the program sees it. Strings lie in the gazetteer's mapping or the
 * document's arena. Coordinates are WGS 84 degrees; has_point is false where none is known. */
typedef struct {
    Str id; /* "gn:1182998", "iso:PK-BA": stable between runs and gazetteer versions */
    Str name;
    Str country; /* ISO 3166-1 alpha-2, "" where none */
    Str admin1;  /* name of the first-order division, "" where none */
    double lat_deg;
    double lon_deg;
    bool has_point;
    Precision precision;
    int64_t population; /* 0 where unknown */
} Place;

/* A name in a text. */
typedef struct {
    Span span;
    Place place;               /* the chosen candidate; place.precision may be coarser: "near Quetta" */
    const Place *alternatives; /* the other candidates, best first, at most 8 */
    size_t alternative_count;
    Str reason;  /* why it was chosen, in a short sentence for `explain` */
    bool people; /* by its people, as an adjective, or as whose or to where something is: never where it happened */
} PlaceMention;

/* Same spot, or one lies in the other by name of division or country; unknown places meet nothing. */
bool place_same(const Place *a, const Place *b);
bool place_holds(const Place *outer, const Place *inner);

/* One and the same, or one lies in the other. */
bool place_meets(const Place *a, const Place *b);

/* The number of the first of the places, which stand in text order, that begins at the byte or behind it; count where none does. */
size_t place_first_from(const PlaceMention *places, size_t count, uint32_t byte);

/* A town or site of its own, not a district, region or country; false without a place. */
bool place_is_spot(const PlaceMention *place);

/* What place_same looks at, in numbers, for places that are compared with many. */
typedef struct {
    uint64_t id; /* 0: it has none */
    uint64_t name;
} PlaceHash;

PlaceHash place_hash(const Place *place);

static inline bool place_hash_same(PlaceHash a, PlaceHash b)
{
    return a.id != 0 && b.id != 0 ? a.id == b.id : a.name != 0 && a.name == b.name;
}

#endif
