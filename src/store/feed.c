#include "store/feed.h"

#include "store/book.h"

bool store_follow(Store *store, int64_t situation, Str address, int64_t now, Error *err)
{
    Query *q =
        db_query(store->db, "INSERT INTO feeds (situation, address, since, next_at, failures) VALUES (?, ?, ?, ?, 0) "
                            "ON CONFLICT (situation, address) DO UPDATE SET ended = NULL");
    query_int(q, situation);
    query_str(q, address);
    query_int(q, now);
    query_int(q, now);
    query_run(q);
    return db_ok(store->db, err);
}

bool store_unfollow(Store *store, int64_t situation, Str address, bool *found, Error *err)
{
    Query *q = db_query(store->db, "DELETE FROM feeds WHERE situation = ? AND address = ?");
    query_int(q, situation);
    query_str(q, address);
    query_run(q);
    *found = db_changed(store->db) > 0;
    return db_ok(store->db, err);
}

static void read_feed(const Query *q, Arena *arena, void *item)
{
    enum { ID, SITUATION, SINCE, NEXT, FAILURES, ADDRESS, ETAG, LAST_MODIFIED, ENDED };
    *(StoreFeed *)item = (StoreFeed){.id = query_int_at(q, ID),
                                     .situation = query_int_at(q, SITUATION),
                                     .since = query_int_at(q, SINCE),
                                     .next_at = query_int_at(q, NEXT),
                                     .failures = query_int_at(q, FAILURES),
                                     .address = query_str_at(q, ADDRESS, arena),
                                     .etag = query_str_at(q, ETAG, arena),
                                     .last_modified = query_str_at(q, LAST_MODIFIED, arena),
                                     .ended = query_str_at(q, ENDED, arena)};
}

bool store_feeds(Store *store, int64_t situation, Arena *arena, StoreFeed **out, size_t *count, Error *err)
{
    Query *q =
        db_query(store->db, "SELECT id, situation, since, next_at, failures, address, etag, last_modified, ended "
                            "FROM feeds WHERE ? IN (0, situation) ORDER BY address, situation");
    query_int(q, situation);
    *out = query_all(q, read_feed, sizeof **out, arena, count);
    return db_ok(store->db, err);
}

static void put_state(Store *store, const StoreFeed *feed)
{
    Query *q = db_query(store->db, "UPDATE feeds SET etag = ?, last_modified = ?, next_at = ?, failures = ?, ended = ? "
                                   "WHERE id = ?");
    query_str(q, feed->etag);
    query_str(q, feed->last_modified);
    query_int(q, feed->next_at);
    query_int(q, feed->failures);
    query_str(q, feed->ended);
    query_int(q, feed->id);
    query_run(q);
}

/* Of the times at which nothing was new only the last one is kept: there are many of them. */
static void drop_last_same(Store *store, int64_t feed)
{
    Query *q = db_query(store->db, "DELETE FROM fetches WHERE outcome = 'same' AND id = "
                                   "(SELECT max(id) FROM fetches WHERE feed = ?)");
    query_int(q, feed);
    query_run(q);
}

static void put_fetch(Store *store, int64_t feed, const StoreFetch *fetch)
{
    Query *q =
        db_query(store->db, "INSERT INTO fetches (feed, at, outcome, status, size_bytes, reports, new_reports, note) "
                            "SELECT id, ?, ?, ?, ?, ?, ?, ? FROM feeds WHERE id = ?");
    query_int(q, fetch->at);
    query_str(q, fetch->outcome);
    if (fetch->status != 0)
        query_int(q, fetch->status);
    else
        query_null(q);
    query_int(q, fetch->size_bytes);
    query_int(q, fetch->reports);
    query_int(q, fetch->new_reports);
    query_str(q, fetch->note);
    query_int(q, feed);
    query_run(q);
}

void store_feed_note(Store *store, const StoreFeed *feed, const StoreFetch *fetch)
{
    put_state(store, feed);
    if (!fetch)
        return;
    if (str_equal(fetch->outcome, STR("same")))
        drop_last_same(store, feed->id);
    put_fetch(store, feed->id, fetch);
}

bool store_feed_has(Store *store, int64_t feed, Str item, Str mark)
{
    Query *q = db_query(store->db, "SELECT 1 FROM feed_items WHERE feed = ? AND item = ? AND mark = ?");
    query_int(q, feed);
    query_str(q, item);
    query_str(q, mark);
    bool has = query_row(q);
    query_run(q);
    return has;
}

void store_feed_keep(Store *store, int64_t feed, Str item, Str mark)
{
    Query *q = db_query(store->db, "INSERT INTO feed_items (feed, item, mark) SELECT id, ?, ? FROM feeds WHERE id = ? "
                                   "ON CONFLICT (feed, item) DO UPDATE SET mark = excluded.mark");
    query_str(q, item);
    query_str(q, mark);
    query_int(q, feed);
    query_run(q);
}
