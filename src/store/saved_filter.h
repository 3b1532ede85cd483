/* saved_filter — filters of the claims list under a name, which everybody at the desk sees. */
#ifndef DAYBOOK_STORE_SAVED_FILTER_H
#define DAYBOOK_STORE_SAVED_FILTER_H

#include "store/store.h"

typedef struct {
    int64_t id; /* set when it is kept */
    int64_t situation;
    int64_t made_at; /* seconds */
    Str name;        /* one of a situation each: the later takes the place of the earlier */
    Str query;       /* of the list's address, encoded, without its '?' */
    Str person;
} SavedFilter;

bool saved_filter_add(Store *store, const SavedFilter *filter, Error *err);

/* False in *done: the situation has none of that id. */
bool saved_filter_remove(Store *store, int64_t situation, int64_t id, bool *done, Error *err);

/* In order of name. */
bool saved_filter_list(Store *store, int64_t situation, Arena *arena, SavedFilter **out, size_t *count, Error *err);

#endif
