/* derive — brings derived tables up to date: of a situation, of an edition, of the whole book. */
#include "store/former_claim.h"
#include "store/rows.h"

static const Moment NOW = {.seconds = 0, .precision = MOMENT_NONE};

static bool is_assembled(Store *store, int64_t situation)
{
    Query *q = db_query(store->db, "SELECT 1 FROM assembled WHERE situation = ?");
    query_int(q, situation);
    bool is = query_row(q);
    query_run(q);
    return is && book_is_counted_so(store);
}

static void assemble_rows(Store *store, int64_t situation, Moment read_by, const Profile *profile,
                          const StoreEditor *editor)
{
    Arena *arena = arena_create();
    BookLoad load;
    if (book_load(store, situation, read_by, profile, arena, &load)) {
        Situation *edition = book_edition(&load, profile, read_by, arena);
        book_check_baseline(store, edition, read_by, arena);
        const int64_t *keys = book_keys(&load, edition, arena);
        const Situation *shown = editor ? editor->make(editor->context, edition, arena) : edition;
        if (editor) {
            book_disguise(store, keys, shown, arena);
            load.log = (DecisionLog){0};
        }
        rows_write(store, situation, shown, keys, load.log, arena);
    }
    arena_destroy(arena);
}

void book_assemble(Store *store, int64_t situation)
{
    book_count_so(store);
    if (!is_assembled(store, situation))
        assemble_rows(store, situation, NOW, book_profile(store), NULL);
}

bool store_assemble(Store *store, int64_t situation, Error *err)
{
    if (store->edition || db_holds(store->db) || is_assembled(store, situation))
        return db_ok(store->db, err);
    if (store->mode == STORE_READ)
        return store_look_back(store, situation, NOW, NULL, err);
    db_begin(store->db);
    book_assemble(store, situation);
    return db_commit(store->db, err);
}

static bool look(Store *store, int64_t situation, Moment read_by, const Profile *profile, const StoreEditor *editor,
                 Error *err)
{
    if (!store->edition)
        schema_shadow(store);
    store->read_by = read_by;
    store->forced = profile ? profile : book_profile_at(store, read_by, store->arena);
    assemble_rows(store, situation, read_by, store->forced, editor);
    return db_ok(store->db, err);
}

bool store_look_back(Store *store, int64_t situation, Moment read_by, const Profile *profile, Error *err)
{
    return look(store, situation, read_by, profile, NULL, err);
}

bool store_look_edited(Store *store, int64_t situation, Moment read_by, const Profile *profile, StoreEditor editor,
                       Error *err)
{
    return look(store, situation, read_by, profile, &editor, err);
}

bool store_look_between(Store *store, int64_t situation, Moment from, Moment to, const Profile *profile, Error *err)
{
    if (!store_look_back(store, situation, to, profile, err))
        return false;
    Arena *arena = arena_create();
    const Situation *earlier = store_edition(store, situation, from, store->forced, arena, err);
    const Situation *later = earlier ? store_edition(store, situation, to, store->forced, arena, err) : NULL;
    if (later) {
        size_t count = 0;
        const Change *changes = change_between(earlier, later, arena, &count);
        rows_write_moves(store, situation, later, changes, count, arena);
    }
    arena_destroy(arena);
    return later && db_ok(store->db, err);
}

/* ---- the whole book ---- */

bool store_read_otherwise(Store *store, Str rules)
{
    Query *q =
        db_query(store->db, "SELECT 1 FROM extractions WHERE rules <> ? AND document IN "
                            "((SELECT min(document) FROM extractions), (SELECT max(document) FROM extractions))");
    query_str(q, rules);
    bool is = query_row(q);
    query_run(q);
    return is;
}

bool store_lacks_findings(Store *store)
{
    Query *q = db_query(store->db, "SELECT 1 FROM documents WHERE id IN ((SELECT min(id) FROM documents), (SELECT "
                                   "max(id) FROM documents)) AND id NOT IN (SELECT document FROM extractions)");
    bool lacks = query_row(q);
    query_run(q);
    return lacks;
}

void store_rebuild_begin(Store *store)
{
    db_begin(store->db);
    former_note(store, 0);
    schema_derive(store);
}

Document *store_next_document(Store *store, int64_t *key, Arena *arena)
{
    Query *q = db_query(store->db, "SELECT d.name, d.path, d.url, d.publisher, d.author, d.title, d.lang, d.published, "
                                   "d.published_precision, o.sha256, o.packed, d.reading, d.id FROM documents d "
                                   "JOIN originals o ON o.id = d.original WHERE d.id > ? ORDER BY d.id LIMIT 1");
    query_int(q, *key);
    Document *document = NULL;
    if (query_row(q)) {
        document = book_document(store, q, arena);
        *key = query_int_at(q, BOOK_DOCUMENT_COLUMNS);
    }
    query_run(q);
    return document;
}

void store_keep_finding(Store *store, int64_t key, const StoreReport *report)
{
    book_add_extraction(store, key, report);
}

void store_read_anew(Store *store, int64_t key, const StoreReport *report)
{
    former_note(store, key);
    Query *q = db_query(store->db, "UPDATE extractions SET rules = ?, claim_count = ?, packed = ? WHERE document = ?");
    query_str(q, report->rules);
    query_int(q, (int64_t)report->claim_count);
    query_blob(q, report->finding);
    query_int(q, key);
    query_run(q);
    Query *stale = db_query(store->db, "DELETE FROM assembled WHERE situation IN (SELECT situation FROM members "
                                       "WHERE document = ?)");
    query_int(stale, key);
    query_run(stale);
    store->touched = true;
}

bool store_rebuild_end(Store *store, Error *err)
{
    Arena *arena = arena_create();
    StoreSituation *all = NULL;
    size_t count = 0;
    (void)store_situations(store, arena, &all, &count, NULL);
    book_count_so(store);
    for (size_t i = 0; i < count; i++)
        assemble_rows(store, all[i].id, NOW, book_profile(store), NULL);
    former_forget(store);
    arena_destroy(arena);
    store->touched = true;
    if (!store_commit(store, err))
        return false;
    book_compact(store);
    return true;
}
