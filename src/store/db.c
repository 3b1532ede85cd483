#include "store/db.h"

#include <errno.h>
#include <sqlite3.h>
#include <stdio.h>
#include <sys/stat.h>
#include <time.h>

#include "base/buf.h"

enum {
    BUSY_MS = 120000,
    RETRY_MS = 20,
    MAX_QUERIES = 512,     /* more than this room has: a desk's Store sees all of them in time */
    BOOK_MARK = 0x64617962 /* "dayb", the file's application id */
};

struct Query {
    Db *db;
    const char *sql;
    sqlite3_stmt *statement;
    int next; /* the parameter that the next value is for, from 1 */
};

struct Db {
    sqlite3 *handle;
    const char *path;
    bool failed;
    bool in_transaction;
    bool is_holding; /* a transaction that only reads */
    Error error;
    Query queries[MAX_QUERIES];
    int query_count;
};

/* ---- failures ---- */

/* What a failure means to the person at the keyboard. */
static const struct {
    int code;
    const char *text;
} MEANINGS[] = {
    {SQLITE_FULL, "the disk is full; the book is as it was before"},
    {SQLITE_IOERR, "the disk can't be written or read (full, over a limit, or failing); the book is as it was before"},
    {SQLITE_READONLY,
     "it can't be written: the file, its folder or the disk is read-only. It is as it was, and show, report, export and verify "
     "still read it; to go on, copy it to where you may write"},
    {SQLITE_CANTOPEN, "it can't be opened; is the folder there, and may you write in it?"},
    {SQLITE_BUSY, "another program is writing it and did not finish; try again"},
    {SQLITE_CORRUPT,
     "the file is damaged or cut off: go back to a copy; daybook verify lists what is wrong where it still opens"},
    {SQLITE_NOTADB, "the file is no book; daybook add BOOK PILE makes one of reports"},
    {SQLITE_PERM, "you may not open it"},
    {SQLITE_AUTH, "you may not open it"},
};

static void keep_failure(Db *db, int code, const char *detail)
{
    if (db->failed)
        return;
    db->failed = true;
    for (size_t i = 0; i < sizeof MEANINGS / sizeof *MEANINGS; i++) {
        if (MEANINGS[i].code == (code & 0xFF)) {
            (void)error_set(&db->error, ERROR_STORE, "%s: %s", db->path, MEANINGS[i].text);
            return;
        }
    }
    (void)error_set(&db->error, ERROR_STORE, "%s: %s", db->path, detail);
}

static void check(Db *db, int code)
{
    if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE)
        keep_failure(db, sqlite3_extended_errcode(db->handle), sqlite3_errmsg(db->handle));
}

void db_fail(Db *db, const char *text)
{
    keep_failure(db, SQLITE_ERROR, text);
}

bool db_ok(const Db *db, Error *err)
{
    if (db->failed && err)
        *err = db->error;
    return !db->failed;
}

/* ---- opening and closing ---- */

static void forget(Db *db)
{
    for (int i = 0; i < db->query_count; i++)
        (void)sqlite3_finalize(db->queries[i].statement);
    db->query_count = 0;
    (void)sqlite3_close(db->handle);
    db->handle = NULL;
}

/* Nothing can be written beside the file, and nobody else writes: it is read as it stands. */
static void open_still(Db *db)
{
    Buf uri = {0};
    buf_put(&uri, STR("file:"));
    for (const char *c = db->path; *c; c++) {
        if (*c == '/')
            buf_char(&uri, '/');
        else
            buf_url(&uri, (Str){c, 1});
    }
    buf_put(&uri, STR("?immutable=1"));
    buf_char(&uri, '\0');
    forget(db);
    db->failed = false;
    check(db, sqlite3_open_v2(uri.ptr, &db->handle, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL));
    db_run(db, "SELECT count(*) FROM sqlite_master");
    buf_free(&uri);
}

static bool is_folder(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

/* Is something written last not yet in the file itself? */
static bool has_tail(const char *path)
{
    struct stat info;
    Buf tail = {0};
    buf_put(&tail, str_from(path));
    buf_put(&tail, STR("-wal"));
    buf_char(&tail, '\0');
    bool has = stat(tail.ptr, &info) == 0 && info.st_size > 0;
    buf_free(&tail);
    return has;
}

/* Only what is to be added to is made where there is none. */
static bool is_missing(Db *db, DbMode mode)
{
    struct stat info;
    return mode != DB_CREATE && stat(db->path, &info) != 0 && errno == ENOENT;
}

/* Opening failed: only to be read it may do as it stands; to be written it is there, but nothing can be put beside it. */
static void open_otherwise(Db *db, DbMode mode)
{
    struct stat info;
    bool is_there = stat(db->path, &info) == 0 && S_ISREG(info.st_mode);
    if (!db->failed || !is_there)
        return;
    if (mode == DB_READ && !has_tail(db->path)) {
        open_still(db);
    } else if (sqlite3_errcode(db->handle) == SQLITE_CANTOPEN) {
        db->failed = false;
        if (mode == DB_READ)
            db_fail(
                db,
                "a program that wrote it was cut off, and what it wrote last stands in the file beside it (-wal): copy both to where you may write");
        else
            keep_failure(db, SQLITE_READONLY, "");
    }
}

/* Reports and decisions are on the disk when a commit returns. */
static const char SETTINGS[] = "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536;"
                               "PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF;";

/* Of programs that make a book at once SQLite lets one change the journal and refuses the others at once, without waiting as it does elsewhere. */
static void keep_journal_beside(Db *db)
{
    time_t end = time(NULL) + BUSY_MS / 1000;
    int code = SQLITE_OK;
    while (!db->failed) {
        code = sqlite3_exec(db->handle, "PRAGMA journal_mode = WAL", NULL, NULL, NULL);
        if (code != SQLITE_BUSY || time(NULL) >= end)
            break;
        (void)sqlite3_sleep(RETRY_MS);
    }
    check(db, code);
}

Db *db_open(Arena *arena, const char *path, DbMode mode, Error *err)
{
    Db *db = ARENA_NEW(arena, Db);
    db->path = arena_copy(arena, str_from(path)).ptr;
    if (is_missing(db, mode)) {
        (void)error_set(err, ERROR_STORE, "%s: there is no such book; daybook add makes it", path);
        return NULL;
    }
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (mode == DB_CREATE ? SQLITE_OPEN_CREATE : 0);
    /* Counting memory takes a lock that all threads share. Only the first call of the process sets it: later ones are refused, unharmed. */
    (void)sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    check(db, sqlite3_open_v2(path, &db->handle, flags, NULL));
    (void)sqlite3_busy_timeout(db->handle, BUSY_MS);
    if (mode == DB_CREATE)
        db_run(db, "PRAGMA page_size = 8192");
    if (mode != DB_READ)
        keep_journal_beside(db);
    db_run(db, "SELECT count(*) FROM sqlite_master");
    open_otherwise(db, mode);
    if (!db->failed && mode != DB_READ && sqlite3_db_readonly(db->handle, "main") == 1)
        keep_failure(db, SQLITE_READONLY, "");
    db_run(db, SETTINGS);
    if (db->failed && is_folder(path)) {
        db->failed = false;
        db_fail(db, "it is a folder, not a book");
    }
    if (db_ok(db, err))
        return db;
    forget(db);
    return NULL;
}

bool db_close(Db *db, Error *err)
{
    if (!db)
        return true;
    db_undo(db);
    if (!sqlite3_db_readonly(db->handle, "main"))
        (void)sqlite3_wal_checkpoint_v2(db->handle, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
    bool ok = db_ok(db, err);
    forget(db);
    return ok;
}

/* ---- statements ---- */

Query *db_query(Db *db, const char *sql)
{
    Query *query = NULL;
    for (int i = 0; i < db->query_count && !query; i++)
        if (db->queries[i].sql == sql)
            query = &db->queries[i];
    if (query) {
        (void)sqlite3_reset(query->statement);
    } else {
        if (db->query_count == MAX_QUERIES)
            db_fail(db, "too many statements");
        else
            db->query_count++;
        query = &db->queries[db->query_count - 1];
        *query = (Query){.db = db, .sql = sql};
        if (!db->failed)
            check(db, sqlite3_prepare_v3(db->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &query->statement, NULL));
    }
    query->next = 1;
    return query;
}

void db_run(Db *db, const char *sql)
{
    if (!db->failed)
        check(db, sqlite3_exec(db->handle, sql, NULL, NULL, NULL));
}

static int64_t pragma(Db *db, const char *sql)
{
    Query *q = db_query(db, sql);
    int64_t value = query_row(q) ? query_int_at(q, 0) : 0;
    query_run(q);
    return value;
}

int64_t db_version(Db *db)
{
    /* In this order: another program may make the book in between, mark and tables at one stroke. */
    bool empty = pragma(db, "SELECT count(*) FROM sqlite_master") == 0;
    bool ours = pragma(db, "PRAGMA application_id") == BOOK_MARK;
    if (!ours && !empty)
        db_fail(db, "it is a data base, but no book");
    return pragma(db, "PRAGMA user_version");
}

void db_set_version(Db *db, int64_t version)
{
    Buf sql = {0};
    buf_format(&sql, "PRAGMA application_id = %d; PRAGMA user_version = %lld", BOOK_MARK, (long long)version);
    db_run(db, sql.ptr);
    buf_free(&sql);
}

void db_begin(Db *db)
{
    db_run(db, "BEGIN IMMEDIATE");
    db->in_transaction = !db->failed;
}

void db_hold(Db *db)
{
    if (db->in_transaction)
        return;
    db_run(db, "BEGIN");
    db->in_transaction = !db->failed;
    db->is_holding = db->in_transaction;
}

void db_let_go(Db *db)
{
    if (db->is_holding)
        db_undo(db);
}

bool db_holds(const Db *db)
{
    return db->is_holding;
}

bool db_commit(Db *db, Error *err)
{
    db_run(db, "COMMIT");
    if (db->failed)
        db_undo(db);
    else
        db->in_transaction = false;
    return db_ok(db, err);
}

bool db_compact(Db *db)
{
    db_undo(db);
    /* It goes by a copy, which is too large for memory. */
    bool ok = sqlite3_exec(db->handle, "PRAGMA temp_store = FILE; VACUUM", NULL, NULL, NULL) == SQLITE_OK;
    if (ok)
        (void)sqlite3_wal_checkpoint_v2(db->handle, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
    (void)sqlite3_exec(db->handle, "PRAGMA temp_store = MEMORY", NULL, NULL, NULL);
    return ok;
}

int64_t db_pages(Db *db)
{
    return pragma(db, "PRAGMA page_count");
}

void db_undo(Db *db)
{
    for (int i = 0; i < db->query_count; i++)
        (void)sqlite3_reset(db->queries[i].statement);
    if (db->in_transaction)
        (void)sqlite3_exec(db->handle, "ROLLBACK", NULL, NULL, NULL);
    db->in_transaction = false;
    db->is_holding = false;
}

void query_int(Query *query, int64_t value)
{
    if (!query->db->failed)
        check(query->db, sqlite3_bind_int64(query->statement, query->next++, value));
}

void query_real(Query *query, double value)
{
    if (!query->db->failed)
        check(query->db, sqlite3_bind_double(query->statement, query->next++, value));
}

void query_str(Query *query, Str value)
{
    if (!str_present(value))
        query_null(query);
    else if (!query->db->failed)
        check(query->db,
              sqlite3_bind_text64(query->statement, query->next++, value.ptr, value.len, SQLITE_STATIC, SQLITE_UTF8));
}

void query_blob(Query *query, Str value)
{
    if (!query->db->failed)
        check(query->db, sqlite3_bind_blob64(query->statement, query->next++, value.ptr ? value.ptr : "", value.len,
                                             SQLITE_STATIC));
}

void query_null(Query *query)
{
    if (!query->db->failed)
        check(query->db, sqlite3_bind_null(query->statement, query->next++));
}

bool query_row(Query *query)
{
    if (query->db->failed)
        return false;
    int code = sqlite3_step(query->statement);
    check(query->db, code);
    if (code != SQLITE_ROW)
        (void)sqlite3_reset(query->statement);
    return code == SQLITE_ROW;
}

void query_run(Query *query)
{
    while (query_row(query)) {}
}

void *query_all(Query *q, QueryRead *read, size_t item_bytes, Arena *arena, size_t *count)
{
    char *items = NULL;
    size_t cap = 0;
    *count = 0;
    while (query_row(q)) {
        items = arena_grow(arena, items, *count, &cap, item_bytes);
        read(q, arena, items + (*count)++ * item_bytes);
    }
    return items;
}

bool query_is_null(const Query *query, int column)
{
    return sqlite3_column_type(query->statement, column) == SQLITE_NULL;
}

int64_t query_int_at(const Query *query, int column)
{
    return sqlite3_column_int64(query->statement, column);
}

double query_real_at(const Query *query, int column)
{
    return sqlite3_column_double(query->statement, column);
}

Str query_peek_at(const Query *query, int column)
{
    if (query_is_null(query, column))
        return STR_NONE;
    const char *bytes = sqlite3_column_blob(query->statement, column);
    return (Str){bytes ? bytes : "", (size_t)sqlite3_column_bytes(query->statement, column)};
}

Str query_str_at(const Query *query, int column, Arena *arena)
{
    return arena_copy(arena, query_peek_at(query, column));
}

int64_t db_last_key(const Db *db)
{
    return sqlite3_last_insert_rowid(db->handle);
}

int64_t db_changed(const Db *db)
{
    return sqlite3_changes64(db->handle);
}
