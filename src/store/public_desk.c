#include "store/public_desk.h"

#include "base/hash.h"
#include "store/book.h"
#include "store/squeeze.h"

/* ---- editions ---- */

static Published published_row(const Query *q, Arena *arena)
{
    enum { NUMBER, AT, PERSON, NOTE, SHA256 };
    return (Published){
        .number = query_int_at(q, NUMBER),
        .published_at = query_int_at(q, AT),
        .person = query_str_at(q, PERSON, arena),
        .note = query_str_at(q, NOTE, arena),
        .sha256 = book_hex(query_peek_at(q, SHA256), arena),
        .page = STR_NONE,
        .json = STR_NONE,
    };
}

static void read_published(const Query *q, Arena *arena, void *item)
{
    *(Published *)item = published_row(q, arena);
}

static int64_t newest_number(Store *store, int64_t situation)
{
    Query *q = db_query(store->db, "SELECT coalesce(max(number), 0) FROM editions WHERE situation = ?");
    query_int(q, situation);
    int64_t number = query_row(q) ? query_int_at(q, 0) : 0;
    query_run(q);
    return number;
}

bool published_add(Store *store, int64_t situation, Published *edition, Arena *arena, Error *err)
{
    edition->sha256 = hash_sha256(arena, edition->page);
    Str hash = book_bytes(edition->sha256, arena);
    Str page = squeeze(edition->page, arena);
    Str json = squeeze(edition->json, arena);
    store_begin(store);
    edition->number = newest_number(store, situation) + 1;
    Query *q =
        db_query(store->db, "INSERT INTO editions (situation, number, published_at, person, note, sha256, page, json) "
                            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    query_int(q, situation);
    query_int(q, edition->number);
    query_int(q, edition->published_at);
    query_str(q, edition->person);
    query_str(q, edition->note);
    query_blob(q, hash);
    query_blob(q, page);
    query_blob(q, json);
    query_run(q);
    store->touched = true;
    return store_commit(store, err);
}

bool published_get(Store *store, int64_t situation, int64_t number, Arena *arena, Published *out, Error *err)
{
    enum { PAGE = 5, JSON };
    *out = (Published){0};
    Query *q = db_query(store->db, "SELECT number, published_at, person, note, sha256, page, json FROM editions "
                                   "WHERE situation = ?1 AND number = coalesce(nullif(?2, 0), "
                                   "(SELECT max(number) FROM editions WHERE situation = ?1))");
    query_int(q, situation);
    query_int(q, number);
    if (query_row(q)) {
        *out = published_row(q, arena);
        if (!unsqueeze(query_peek_at(q, PAGE), arena, &out->page) ||
            !unsqueeze(query_peek_at(q, JSON), arena, &out->json))
            db_fail(store->db, "a published edition is damaged");
    }
    query_run(q);
    return db_ok(store->db, err);
}

bool published_list(Store *store, int64_t situation, Arena *arena, Published **out, size_t *count, Error *err)
{
    Query *q =
        db_query(store->db, "SELECT number, published_at, person, note, sha256 FROM editions WHERE situation = ? "
                            "ORDER BY number DESC");
    query_int(q, situation);
    *out = query_all(q, read_published, sizeof **out, arena, count);
    return db_ok(store->db, err);
}

/* ---- letters ---- */

bool letter_add(Store *store, int64_t situation, const Letter *letter, bool *kept, Error *err)
{
    Query *q = db_query(store->db, "INSERT INTO letters (situation, kind, about, text, contact, sent_at, state) "
                                   "SELECT ?1, ?2, ?3, ?4, ?5, ?6, 0 WHERE "
                                   "(SELECT count(*) FROM letters WHERE situation = ?1 AND state = 0) < ?7");
    query_int(q, situation);
    query_str(q, letter->kind);
    query_str(q, letter->about);
    query_str(q, letter->text);
    query_str(q, letter->contact);
    query_int(q, letter->sent_at);
    query_int(q, LETTERS_HELD_MOST);
    query_run(q);
    *kept = db_changed(store->db) > 0;
    return db_ok(store->db, err);
}

static Letter letter_row(const Query *q, Arena *arena)
{
    enum { ID, KIND, ABOUT, TEXT, CONTACT, SENT, STATE, BY, AT, PUBLISHED };
    return (Letter){
        .id = query_int_at(q, ID),
        .kind = query_str_at(q, KIND, arena),
        .about = query_str_at(q, ABOUT, arena),
        .text = query_str_at(q, TEXT, arena),
        .contact = query_str_at(q, CONTACT, arena),
        .sent_at = query_int_at(q, SENT),
        .state = (LetterState)query_int_at(q, STATE),
        .decided_by = query_str_at(q, BY, arena),
        .decided_at = query_int_at(q, AT),
        .published = query_str_at(q, PUBLISHED, arena),
    };
}

static void read_letter(const Query *q, Arena *arena, void *item)
{
    *(Letter *)item = letter_row(q, arena);
}

// An array and its length are one parameter. NOLINTNEXTLINE(readability-function-size)
bool letter_list(Store *store, int64_t situation, LetterState state, size_t limit, Arena *arena, Letter **out,
                 size_t *count, Error *err)
{
    Query *q =
        db_query(store->db, "SELECT id, kind, about, text, contact, sent_at, state, decided_by, decided_at, published "
                            "FROM letters WHERE situation = ? AND state = ? ORDER BY id DESC LIMIT ?");
    query_int(q, situation);
    query_int(q, state);
    query_int(q, (int64_t)limit);
    *out = query_all(q, read_letter, sizeof **out, arena, count);
    return db_ok(store->db, err);
}

bool letter_decide(Store *store, int64_t situation, const Letter *decided, bool *done, Error *err)
{
    store_begin(store);
    Query *q = db_query(store->db, "UPDATE letters SET state = ?, decided_by = ?, decided_at = ?, published = ? "
                                   "WHERE id = ? AND situation = ? AND state = 0");
    query_int(q, decided->state);
    query_str(q, decided->decided_by);
    query_int(q, decided->decided_at);
    query_str(q, decided->published);
    query_int(q, decided->id);
    query_int(q, situation);
    query_run(q);
    *done = db_changed(store->db) > 0;
    store->touched = *done && decided->state == LETTER_RELEASED;
    return store_commit(store, err);
}
