#include "store/store.h"

#include "base/file.h"
#include "base/hash.h"
#include "store/book.h"

bool store_is_book(const char *path)
{
    static const char MAGIC[] = "SQLite format 3";
    File file;
    Error err;
    if (!file_open(path, SIZE_MAX / 2, &file, &err))
        return false;
    bool is = str_begins(file.bytes, (Str){MAGIC, sizeof MAGIC}); /* with its NUL */
    file_close(&file);
    return is;
}

Store *store_open(Arena *arena, const char *path, StoreMode mode, Error *err)
{
    static const DbMode MODES[] = {[STORE_READ] = DB_READ, [STORE_WRITE] = DB_WRITE, [STORE_CREATE] = DB_CREATE};
    Store *store = ARENA_NEW(arena, Store);
    *store = (Store){
        .db = db_open(arena, path, MODES[mode], err), .arena = arena, .mode = mode, .standard = profile_default(arena)};
    if (!store->db)
        return NULL;
    if (schema_open(store, err))
        return store;
    (void)db_close(store->db, NULL);
    return NULL;
}

bool store_close(Store *store, Error *err)
{
    return store ? db_close(store->db, err) : true;
}

void book_compact(Store *store)
{
    if (!db_compact(store->db))
        return;
    Query *q = db_query(store->db, "INSERT INTO settings (name, value) VALUES ('packed', ?) "
                                   "ON CONFLICT (name) DO UPDATE SET value = excluded.value");
    query_int(q, db_pages(store->db));
    query_run(q);
}

void store_compact(Store *store)
{
    enum { GROWN = 5, OF = 4, LEAST_PAGES = 64 };
    int64_t packed = 0;
    int64_t pages = db_pages(store->db);
    Query *q = db_query(store->db, "SELECT value + 0 FROM settings WHERE name = 'packed'");
    if (query_row(q))
        packed = query_int_at(q, 0);
    query_run(q);
    if (pages >= LEAST_PAGES && pages * OF >= packed * GROWN && db_ok(store->db, NULL))
        book_compact(store);
}

bool store_ok(const Store *store, Error *err)
{
    return db_ok(store->db, err);
}

void store_begin(Store *store)
{
    db_begin(store->db);
}

bool store_commit(Store *store, Error *err)
{
    if (store->touched)
        query_run(db_query(store->db, "INSERT INTO settings (name, value) VALUES ('changes', 1) "
                                      "ON CONFLICT (name) DO UPDATE SET value = value + 1"));
    store->touched = false;
    return db_commit(store->db, err);
}

bool store_version(Store *store, uint64_t *out, Error *err)
{
    int64_t counts[2] = {0, 0};
    Query *q = db_query(store->db, "SELECT coalesce((SELECT value FROM settings WHERE name = 'changes'), 0) + 0, "
                                   "coalesce((SELECT max(seq) FROM decisions), 0)");
    if (query_row(q)) {
        counts[0] = query_int_at(q, 0);
        counts[1] = query_int_at(q, 1);
    }
    query_run(q);
    *out = hash_of((Str){(const char *)counts, sizeof counts});
    return db_ok(store->db, err);
}

bool store_has_changed(Store *store)
{
    Query *q = db_query(store->db, "PRAGMA data_version");
    int64_t version = query_row(q) ? query_int_at(q, 0) : 0;
    query_run(q);
    bool changed = version != store->data_version;
    store->data_version = version;
    return changed;
}

void store_hold(Store *store)
{
    db_hold(store->db);
}

void store_let_go(Store *store)
{
    db_let_go(store->db);
}

/* ---- situations ---- */

static void read_situation(const Query *q, Arena *arena, void *item)
{
    *(StoreSituation *)item = (StoreSituation){query_int_at(q, 0), query_str_at(q, 1, arena)};
}

bool store_situations(Store *store, Arena *arena, StoreSituation **out, size_t *count, Error *err)
{
    Query *q = db_query(store->db, "SELECT id, name FROM situations ORDER BY name");
    *out = query_all(q, read_situation, sizeof **out, arena, count);
    return db_ok(store->db, err);
}

static int64_t find_situation(Store *store, Str name)
{
    Query *q = db_query(store->db, "SELECT id FROM situations WHERE name = ?");
    query_str(q, name);
    int64_t id = query_row(q) ? query_int_at(q, 0) : 0;
    query_run(q);
    return id;
}

bool store_situation(Store *store, Str name, bool create, int64_t *out, Error *err)
{
    *out = find_situation(store, name);
    if (*out == 0 && create) {
        Query *q = db_query(store->db, "INSERT INTO situations (name) VALUES (?) ON CONFLICT (name) DO NOTHING");
        query_str(q, name);
        query_run(q);
        *out = find_situation(store, name); /* another program may have been faster */
    }
    return db_ok(store->db, err);
}

bool store_find(Store *store, Str id, int64_t *out, Error *err)
{
    enum { ID_DIGITS = 16 };
    *out = 0;
    if (id.len != ID_DIGITS)
        return db_ok(store->db, err);
    ArenaMark mark = arena_mark(store->arena);
    Str bytes = book_bytes(id, store->arena);
    Query *q =
        db_query(store->db, "SELECT situation FROM claims WHERE id = ? UNION ALL SELECT situation FROM incidents "
                            "WHERE id = ? ORDER BY 1 LIMIT 1");
    query_blob(q, bytes);
    query_blob(q, bytes);
    *out = query_row(q) ? query_int_at(q, 0) : 0;
    query_run(q);
    arena_rewind(store->arena, mark);
    return db_ok(store->db, err);
}
