/* book — what the files of store/ share: the open book. Not for other rooms: they know store.h. */
#ifndef DAYBOOK_STORE_BOOK_H
#define DAYBOOK_STORE_BOOK_H

#include "base/map.h"
#include "store/db.h"
#include "store/store.h"

struct Store {
    Db *db;
    Arena *arena; /* lives as long as the Store */
    StoreMode mode;
    const Profile *standard; /* the default one */
    const Profile *forced;   /* everything is counted by it; NULL: by what the book says */
    const Profile *profile;  /* what the book said, with decisions up to profile_seen */
    int64_t profile_seen;
    const Profile *marked; /* whose mark it is (book_is_counted_so) */
    Str mark;
    bool touched;         /* what is written will change the figures: store_version counts it */
    int64_t data_version; /* as store_has_changed saw it last */
    bool edition;         /* derived rows are read and written in tables of this session alone */
    Moment read_by;       /* of that edition; MOMENT_NONE: now */
};

/* schema.c: brings tables up to date, or says that they are not. */
bool schema_open(Store *store, Error *err);

/* Drops all derived tables and makes them anew, empty. */
void schema_derive(Store *store);

/* Derived tables of this session alone, empty, hide the book's from now on; what is not of a situation stays the book's. */
void schema_shadow(Store *store);

/* The name of the number-th derived table, from 0; STR_NONE behind the last. */
Str schema_derived_table(size_t number);

/* Has the derived table a row's situation in it? */
bool schema_is_of_situation(Str table);

/* A report of a situation, ready to be linked. */
typedef struct {
    Extraction *extraction;
    int64_t document; /* key of its row */
} BookReport;

typedef struct {
    BookReport *items;
    size_t count;
    size_t cap;
    Map *names; /* the ids given so far */
    DecisionLog log;
} BookLoad;

/* The reports that the situation held by the last second of read_by, each assembled under the profile, in an order that
 * depends on them alone. False: a failure is kept. */
bool book_load(Store *store, int64_t situation, Moment read_by, const Profile *profile, Arena *arena, BookLoad *out);
Situation *book_edition(const BookLoad *load, const Profile *profile, Moment read_by, Arena *arena);

/* By report of the situation that was made of them: its key. */
const int64_t *book_keys(const BookLoad *load, const Situation *s, Arena *arena);

/* The reports of an edited situation, by their keys, hide the book's until the Store is closed. */
void book_disguise(Store *store, const int64_t *keys, const Situation *shown, Arena *arena);

/* Sets what the book's baseline says of the situation's waves and superlatives, as it was known by then; NULL is let pass. */
void book_check_baseline(Store *store, Situation *situation, Moment read_by, Arena *arena);

/* Packs the file, if there is room for that, and notes how large it is then. */
void book_compact(Store *store);

/* Keeps what was found in a report. */
void book_add_extraction(Store *store, int64_t document, const StoreReport *report);

/* The row's document, from its first columns: name, path, url, publisher, author, title, lang, published,
 * published_precision, its original's sha256 and packed, reading. NULL where it is damaged: a failure is kept. */
enum { BOOK_DOCUMENT_COLUMNS = 12 };
Document *book_document(Store *store, const Query *query, Arena *arena);
Document *book_try_document(const Query *query, Arena *arena); /* without keeping a failure */

/* The situation's decisions made by the last second, oldest first. */
DecisionLog book_log(Store *store, int64_t situation, int64_t last_second, Arena *arena);

/* Those that stand and are on the situation's report of that seq or on its claims, oldest first. */
DecisionLog book_report_log(Store *store, int64_t situation, int64_t report, Arena *arena);

/* Settings of that action (setting.h) made by the last second, and undos of them, oldest first, as they stood then. */
StoreDecision *book_settings(Store *store, Str action, int64_t last_second, Arena *arena, size_t *count);

/* Has somebody else decided on the decision's target (of an undo: on what it undoes) behind seen? */
bool book_is_overtaken(Store *store, const StoreDecision *decision, int64_t seen, StoreDecision *since, Arena *arena);

/* What figures are counted by: now, and as of an earlier moment. */
const Profile *book_profile(Store *store);
const Profile *book_profile_at(Store *store, Moment read_by, Arena *arena);

/* Are the kept rows made by book_profile? book_count_so sees to it, inside a transaction: rows that are not count as out of date. */
bool book_is_counted_so(Store *store);
void book_count_so(Store *store);

/* Puts the decision behind the last one; sets its seq and hash. */
void book_append(Store *store, StoreDecision *decision, Arena *arena);

/* The text of the document with that name in the situation; STR_NONE where there is none. Lives in the arena. */
Str book_text(Store *store, int64_t situation, Str name, Arena *arena);

/* Brings the situation's rows up to date inside a transaction. */
void book_assemble(Store *store, int64_t situation);

/* The first decision that is not as it was made, or does not follow the one before; 0: all are. */
int64_t book_broken_decision(Store *store);

/* In SQL: the text of a column that keeps a name's number (schema/derived.sql: names). */
#define BOOK_NAME(table, column)                                                                                       \
    "(SELECT name FROM names n WHERE n.situation = " table ".situation AND n.number = " table "." column ")"

Str book_hex(Str bytes, Arena *arena); /* lower case */
Str book_bytes(Str hex, Arena *arena);

#endif
