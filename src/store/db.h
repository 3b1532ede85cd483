/*
 * db — the data base behind a book: statements with bound values, one after the other. The only module that knows which
 * data base it is (SQLite); store's other files speak SQL that PostgreSQL understands as well.
 *
 *     Query *q = db_query(db, "SELECT name FROM situations WHERE id = ?");
 *     query_int(q, id);
 *     while (query_row(q)) ... query_str_at(q, 0, arena) ...
 *     if (!db_ok(db, err)) return false;
 *
 * The first failure is kept; what is asked afterwards does nothing and gives no rows. So callers ask db_ok once, at the
 * end. Failures are ERROR_STORE and say what to do. One thread at a time.
 */
#ifndef DAYBOOK_STORE_DB_H
#define DAYBOOK_STORE_DB_H

#include "base/arena.h"
#include "base/error.h"

typedef struct Db Db;
typedef struct Query Query;

typedef enum { DB_READ, DB_WRITE, DB_CREATE } DbMode; /* DB_CREATE: made where there is none */

/* Opens the file at path. DB_READ works from a disk that can't be written, too. The Db lives in the arena; NULL on error. */
Db *db_open(Arena *arena, const char *path, DbMode mode, Error *err);

/* Writes everything into the one file. False where a failure was kept or closing fails. NULL is let pass. */
bool db_close(Db *db, Error *err);

/* True while nothing failed; else fills *err. */
bool db_ok(const Db *db, Error *err);

/* Keeps a failure of the caller's, as if the data base had reported it. */
void db_fail(Db *db, const char *text);

/* The number of the layout that a book's content has; 0: nothing is there yet. Setting it marks the file as a book. */
int64_t db_version(Db *db);
void db_set_version(Db *db, int64_t version);

/* A statement, prepared once for each text (a literal: its address is the key), ready for new values. */
Query *db_query(Db *db, const char *sql);

/* Several statements without values: schema, pragmas. */
void db_run(Db *db, const char *sql);

/* Until db_commit nobody else writes, and what is written is seen by nobody else. db_undo gives it up. */
void db_begin(Db *db);
bool db_commit(Db *db, Error *err); /* false: nothing of it was kept */

/* Gives room in the file that holds nothing back to the disk, by a copy that takes the file's size for a while; where there is no room for
 * that, or somebody else writes, the file stays as it is. */
bool db_compact(Db *db);  /* false: it stayed so */
int64_t db_pages(Db *db); /* of the file, empty ones too */
void db_undo(Db *db);

/* From the next statement on everything is read as it stood then, whoever writes, until db_let_go; meanwhile this Db can't write. It saves
 * a lock each statement, too. In a transaction it does nothing. */
void db_hold(Db *db);
void db_let_go(Db *db);
bool db_holds(const Db *db);

/* Values for the statement's ?s, from the first on. Texts and blobs are borrowed until the next db_query of the statement. */
void query_int(Query *query, int64_t value);
void query_real(Query *query, double value);
void query_str(Query *query, Str value); /* STR_NONE is NULL */
void query_blob(Query *query, Str value);
void query_null(Query *query);

bool query_row(Query *query); /* the next row; false at the end */
void query_run(Query *query); /* to its end */

/* All rows: read fills an item of that size from each. NULL where there is none. */
typedef void QueryRead(const Query *query, Arena *arena, void *item);
void *query_all(Query *query, QueryRead *read, size_t item_bytes, Arena *arena, size_t *count);

/* Values of the row, columns from 0. NULL is 0 or STR_NONE. */
bool query_is_null(const Query *query, int column);
int64_t query_int_at(const Query *query, int column);
double query_real_at(const Query *query, int column);
Str query_str_at(const Query *query, int column, Arena *arena); /* copied */
Str query_peek_at(const Query *query, int column);              /* text or blob, borrowed until the next row */

/* The key that the last insertion made, and how many rows the last statement changed. */
int64_t db_last_key(const Db *db);
int64_t db_changed(const Db *db);

#endif
