/* own_places — the desk's gazetteer: the program's, with the places that the book has of its own before it. */
#ifndef DAYBOOK_SERVE_OWN_PLACES_H
#define DAYBOOK_SERVE_OWN_PLACES_H

#include "match/gazetteer.h"
#include "store/store.h"

typedef struct OwnPlaces OwnPlaces;

/* Over base, which must outlive it. Lives in the arena. */
OwnPlaces *own_places_create(Arena *arena, const Gazetteer *base);
void own_places_destroy(OwnPlaces *places);

/* Reads the book's places where they have changed. False: *err says why, and what was read before stands. */
bool own_places_read(OwnPlaces *places, Store *store, Error *err);

/* What was read last, good until the desk ends. */
const Gazetteer *own_places_gazetteer(const OwnPlaces *places);

#endif
