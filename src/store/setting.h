/*
 * setting — what is set for the whole book. Each setting is a decision of no situation (StoreDecision.situation 0): signed, with a reason, in the
 * same chained log, never altered, undone as any other. The newest that stands holds; what none sets is as the program has it.
 *
 *     action     target        value
 *     profile    profile       {"name": "ged"}                        whose rules all figures of the book are counted by
 *     public     public        {"grid": 0.5, "delay": 168, "unnamed": ["media"], "names": ["…"]}    each may be left out
 *     gazetteer  NAME, PK      {"name": "…", "also": ["…"], "kind": "town", "country": "PK", "admin1": "…", "lat": 26.1, "lon": 63.2,
 *                               "people": 4000, "corrects": "gn:1182998"}    name, kind, lat and lon at least
 *
 * The store sets the target. An earlier edition is counted, and made public, by what was set at its time.
 */
#ifndef DAYBOOK_STORE_SETTING_H
#define DAYBOOK_STORE_SETTING_H

#include "match/gazetteer_build.h"
#include "model/public_choice.h"
#include "store/store.h"

bool store_is_setting(Str action);

/* Is it of the whole book: a setting, or the undo of one? */
bool store_is_of_book(Store *store, const StoreDecision *decision);

/* Keeps a setting, or an undo of one; seen and *since as in store_decide. Sets the decision's target, seq and hash. Rows that another profile made
 * are made anew when they are next asked for. */
DecideResult store_set(Store *store, StoreDecision *decision, int64_t seen, StoreDecision *since, Arena *arena,
                       Error *err);

/* All of that action and the undos among them, oldest first. */
StoreDecision *store_settings(Store *store, const char *action, Arena *arena, size_t *count);

/* What the book's figures are counted by now; lives as long as the Store. */
const Profile *store_profile(Store *store);

/* All that this Store gives is counted by it from now on, whatever the book says; NULL: as the book says. */
void store_use_profile(Store *store, const Profile *profile);

/* How the public edition as of read_by is stricter than the policy. */
PublicChoice store_public_choice(Store *store, Moment read_by, Arena *arena);

/* The same of a value as it stands in the log. False: *err says which field is wrong. */
bool setting_read_public(Str value, Arena *arena, PublicChoice *out, Error *err);

/* Does a decision of the whole book say something that this program understands? */
bool setting_can_read(const StoreDecision *kept, Arena *arena);

/* ---- places (setting_place.c) ---- */

typedef struct {
    PlaceEntry place; /* its id is that of the place that it corrects, else book:… */
    bool corrects;
    StoreDecision decision;
} StorePlace;

/* Those that stand, oldest first. */
StorePlace *store_places(Store *store, Arena *arena, size_t *count);

bool setting_read_place(Str value, Arena *arena, PlaceEntry *out, bool *corrects, Error *err);

/* The gazetteer with the book's places before it: base itself where the book has none. Lives in the arena, over base, which is not to be closed
 * before. NULL on error. */
const Gazetteer *store_gazetteer(Store *store, const Gazetteer *base, Arena *arena, Error *err);

/* "town", "site" …; NULL behind the last. A country is none that a book could add. */
const char *setting_place_kind(PlaceKind kind);

#endif
