#include "store/saved_filter.h"

#include "store/book.h"

bool saved_filter_add(Store *store, const SavedFilter *filter, Error *err)
{
    Query *q =
        db_query(store->db, "INSERT INTO filters (situation, name, query, person, made_at) VALUES (?, ?, ?, ?, ?) "
                            "ON CONFLICT (situation, name) DO UPDATE SET query = excluded.query, person = "
                            "excluded.person, made_at = excluded.made_at");
    query_int(q, filter->situation);
    query_str(q, filter->name);
    query_str(q, filter->query);
    query_str(q, filter->person);
    query_int(q, filter->made_at);
    query_run(q);
    return db_ok(store->db, err);
}

bool saved_filter_remove(Store *store, int64_t situation, int64_t id, bool *done, Error *err)
{
    Query *q = db_query(store->db, "DELETE FROM filters WHERE situation = ? AND id = ?");
    query_int(q, situation);
    query_int(q, id);
    query_run(q);
    *done = db_changed(store->db) > 0;
    return db_ok(store->db, err);
}

static void read_filter(const Query *q, Arena *arena, void *item)
{
    enum { ID, SITUATION, NAME, QUERY, PERSON, MADE };
    *(SavedFilter *)item = (SavedFilter){.id = query_int_at(q, ID),
                                         .situation = query_int_at(q, SITUATION),
                                         .made_at = query_int_at(q, MADE),
                                         .name = query_str_at(q, NAME, arena),
                                         .query = query_str_at(q, QUERY, arena),
                                         .person = query_str_at(q, PERSON, arena)};
}

bool saved_filter_list(Store *store, int64_t situation, Arena *arena, SavedFilter **out, size_t *count, Error *err)
{
    Query *q = db_query(
        store->db, "SELECT id, situation, name, query, person, made_at FROM filters WHERE situation = ? ORDER BY name");
    query_int(q, situation);
    *out = query_all(q, read_filter, sizeof **out, arena, count);
    return db_ok(store->db, err);
}
