/* schema — the tables of a book: made, brought up to date from every earlier layout, made anew. The SQL is embedded. */
#include "base/buf.h"
#include "base/embedded.h"
#include "base/hash.h"
#include "store/book.h"
#include "store/former_claim.h"
#include "store/pack.h"

static const char DERIVED[] = "src/store/schema/derived.sql";
static const char CONTENT[] = "src/store/schema/0";

/* The embedded file's bytes have a NUL behind them. */
static const char *migration(int64_t version)
{
    size_t count = 0;
    const EmbeddedFile *files = embedded_files(&count);
    for (size_t i = 0; i < count; i++)
        if (str_begins(str_from(files[i].name), str_from(CONTENT)) && --version == 0)
            return files[i].bytes.ptr;
    return NULL;
}

static int64_t newest_version(void)
{
    int64_t version = 0;
    while (migration(version + 1))
        version++;
    return version;
}

/* The name behind the mark of the next table in *rest. */
static bool next_marked(Str *rest, Str mark, Str *name)
{
    size_t at = str_find(*rest, mark, 0);
    if (at == SIZE_MAX)
        return false;
    *rest = str_drop(*rest, at + mark.len);
    *name = str_slice(*rest, 0, str_find_char(*rest, ' ', 0));
    return true;
}

static bool next_table(Str *rest, Str *name)
{
    return next_marked(rest, STR("\nCREATE TABLE "), name);
}

bool schema_is_of_situation(Str table)
{
    return !str_equal(table, STR("extractions")) && !str_equal(table, STR("terms"));
}

Str schema_derived_table(size_t number)
{
    Str rest = embedded_find(str_from(DERIVED));
    Str name = STR_NONE;
    while (next_table(&rest, &name))
        if (number-- == 0)
            return name;
    return STR_NONE;
}

static void run_text(Db *db, Buf *sql)
{
    buf_char(sql, '\0');
    db_run(db, sql->ptr);
    buf_free(sql);
}

/* What the derived tables look like: their SQL's hash, and the layout of what is packed in them. */
static Str derived_layout(Arena *arena)
{
    static const char VERSION[] = {'0' + PACK_VERSION};
    Str parts[] = {embedded_find(str_from(DERIVED)), {VERSION, sizeof VERSION}};
    return hash_id(arena, parts, sizeof parts / sizeof *parts);
}

static void put_term(Db *db, Str list, int64_t number, Str word)
{
    Query *q = db_query(db, "INSERT INTO terms (list, number, word) VALUES (?, ?, ?)");
    query_str(q, list);
    query_int(q, number);
    query_str(q, word);
    query_run(q);
}

static void put_terms(Db *db)
{
    for (int i = 1; i < KIND_COUNT_; i++)
        put_term(db, STR("kind"), i, kind_name((ClaimKind)i));
    for (int i = 1; i < OUTCOME_COUNT_; i++)
        put_term(db, STR("outcome"), i, outcome_name((Outcome)i));
    for (int i = 0; i < CLASS_COUNT_; i++)
        put_term(db, STR("class"), i, class_name((VictimClass)i));
    for (int i = 1; i < PARTY_COUNT_; i++)
        put_term(db, STR("party"), i, party_name((Party)i));
    for (int i = 0; i < STANCE_COUNT_; i++)
        put_term(db, STR("stance"), i, stance_name((Stance)i));
    for (int i = 1; i < VERDICT_COUNT_; i++)
        put_term(db, STR("verdict"), i, verdict_name((Verdict)i));
    for (int o = 1; o < OUTCOME_COUNT_; o++) {
        for (int c = 0; c < CELL_COUNT_; c++) {
            put_term(db, STR("cell"), o * CELL_COUNT_ + c, outcome_name((Outcome)o));
            if (c != CELL_ALL)
                put_term(db, STR("cell-class"), o * CELL_COUNT_ + c, cell_name((CellKind)c));
        }
    }
}

static void put_drops(Buf *out, Str sql, Str mark)
{
    Str name = STR_NONE;
    while (next_marked(&sql, mark, &name)) {
        buf_put(out, STR("DROP TABLE IF EXISTS "));
        buf_put(out, name);
        buf_put(out, STR(";"));
    }
}

void schema_derive(Store *store)
{
    Str sql = embedded_find(str_from(DERIVED));
    Buf drops = {0};
    put_drops(&drops, sql, STR("\nCREATE TABLE "));
    put_drops(&drops, sql, STR("\nCREATE VIRTUAL TABLE "));
    run_text(store->db, &drops);
    db_run(store->db, sql.ptr);
    put_terms(store->db);
    Query *note = db_query(store->db, "INSERT INTO settings (name, value) VALUES ('derived', ?) "
                                      "ON CONFLICT (name) DO UPDATE SET value = excluded.value");
    query_str(note, derived_layout(store->arena));
    query_run(note);
}

void schema_shadow(Store *store)
{
    Str rest = embedded_find(str_from(DERIVED));
    Str name = STR_NONE;
    Buf sql = {0};
    while (next_table(&rest, &name)) {
        if (!schema_is_of_situation(name))
            continue;
        buf_put(&sql, STR("CREATE TEMP TABLE "));
        buf_put(&sql, str_slice(rest, 0, str_find(rest, STR(";\n"), 0) + 1));
    }
    run_text(store->db, &sql);
    store->edition = true;
}

static bool is_derived_now(Store *store)
{
    Query *q = db_query(store->db, "SELECT value FROM settings WHERE name = 'derived'");
    bool same = query_row(q) && str_equal(query_peek_at(q, 0), derived_layout(store->arena));
    (void)query_row(q);
    return same;
}

static void upgrade(Store *store)
{
    db_begin(store->db);
    for (int64_t v = db_version(store->db); v < newest_version(); v++)
        db_run(store->db, migration(v + 1));
    db_set_version(store->db, newest_version());
    if (!is_derived_now(store)) {
        former_note(store, 0);
        schema_derive(store);
    }
    (void)db_commit(store->db, NULL);
}

bool schema_open(Store *store, Error *err)
{
    int64_t version = db_version(store->db);
    if (version > newest_version())
        db_fail(store->db, "the book was made by a newer daybook");
    else if (version == newest_version() && is_derived_now(store))
        return db_ok(store->db, err);
    else if (store->mode == STORE_READ && version == 0)
        db_fail(store->db, "the file is empty; daybook add makes a book of it");
    else if (store->mode == STORE_READ)
        db_fail(store->db, "the book was made by an older daybook; daybook rebuild brings it up to date");
    else
        upgrade(store);
    return db_ok(store->db, err);
}
