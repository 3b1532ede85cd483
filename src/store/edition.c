/* edition — a situation put together from the reports kept in the book, as it was known at a time. */
#include "store/book.h"
#include "store/pack.h"
#include "store/squeeze.h"

Str book_hex(Str bytes, Arena *arena)
{
    Buf hex = {0};
    for (size_t i = 0; i < bytes.len; i++)
        buf_hex(&hex, (unsigned char)bytes.ptr[i], 2);
    Str text = arena_copy(arena, buf_str(&hex));
    buf_free(&hex);
    return text;
}

/* All columns but the text's. */
static Document *document_row(const Query *q, Arena *arena)
{
    enum { TEXTS = 7 };
    Document *d = ARENA_NEW(arena, Document);
    Str *texts[TEXTS] = {&d->id, &d->path, &d->url, &d->publisher, &d->author, &d->title, &d->lang};
    int column = 0;
    for (size_t i = 0; i < TEXTS; i++)
        *texts[i] = query_str_at(q, column++, arena);
    d->published.seconds = query_int_at(q, column++);
    d->published.precision = (MomentPrecision)query_int_at(q, column++);
    d->sha256 = book_hex(query_peek_at(q, column), arena);
    return d;
}

Document *book_try_document(const Query *q, Arena *arena)
{
    enum { ORIGINAL = 10, READING };
    Document *document = document_row(q, arena);
    bool whole = unsqueeze(query_peek_at(q, ORIGINAL), arena, &document->original) &&
                 unpack_reading(query_peek_at(q, READING), document, arena);
    return whole ? document : NULL;
}

Document *book_document(Store *store, const Query *q, Arena *arena)
{
    Document *document = book_try_document(q, arena);
    if (!document)
        db_fail(store->db, "a report is damaged; daybook verify says which");
    return document;
}

Str book_text(Store *store, int64_t situation, Str name, Arena *arena)
{
    enum { ORIGINAL, READING, TITLE };
    Query *q =
        db_query(store->db, "SELECT o.packed, d.reading, d.title FROM reports r JOIN documents d ON d.id = "
                            "r.document JOIN originals o ON o.id = d.original WHERE r.situation = ? AND r.name = ?");
    query_int(q, situation);
    query_str(q, name);
    Document d = {.text = STR_NONE};
    bool there = query_row(q);
    d.title = there ? query_str_at(q, TITLE, arena) : STR_NONE;
    if (there && (!unsqueeze(query_peek_at(q, ORIGINAL), arena, &d.original) ||
                  !unpack_reading(query_peek_at(q, READING), &d, arena)))
        db_fail(store->db, "a report is damaged; daybook verify says which");
    query_run(q);
    return d.text;
}

static void load_row(Store *store, const Query *q, BookLoad *loaded, const Profile *profile, Arena *arena)
{
    enum { KEY = BOOK_DOCUMENT_COLUMNS, FINDING };
    Document *document = book_document(store, q, arena);
    if (!document)
        return;
    /* Reports that share an id are told apart as a pile's are, in the order of their publication. */
    document->id = map_add_new(loaded->names, document->id, arena);
    Extraction *extraction = unpack_finding(query_peek_at(q, FINDING), document, arena);
    if (!extraction) {
        db_fail(store->db, query_is_null(q, FINDING)
                               ? "claims must be found anew: daybook rebuild does that"
                               : "the claims of a report are damaged: daybook rebuild finds them anew");
        return;
    }
    assemble_document(extraction, profile, arena);
    loaded->items = arena_grow(arena, loaded->items, loaded->count, &loaded->cap, sizeof *loaded->items);
    loaded->items[loaded->count++] = (BookReport){extraction, query_int_at(q, KEY)};
}

bool book_load(Store *store, int64_t situation, Moment read_by, const Profile *profile, Arena *arena, BookLoad *out)
{
    Query *q = db_query(store->db,
                        "SELECT d.name, d.path, d.url, d.publisher, d.author, d.title, d.lang, d.published, "
                        "d.published_precision, o.sha256, o.packed, d.reading, d.id, x.packed "
                        "FROM members m JOIN documents d ON d.id = m.document JOIN originals o ON o.id = d.original "
                        "LEFT JOIN extractions x ON x.document = d.id WHERE m.situation = ? AND m.since <= ? "
                        "ORDER BY coalesce(d.published, 9223372036854775807), d.name, d.fingerprint");
    query_int(q, situation);
    query_int(q, moment_last_second(read_by));
    *out = (BookLoad){.names = map_create(arena)};
    while (query_row(q))
        load_row(store, q, out, profile, arena);
    out->log = book_log(store, situation, moment_last_second(read_by), arena);
    return db_ok(store->db, NULL);
}

const int64_t *book_keys(const BookLoad *load, const Situation *s, Arena *arena)
{
    Map *numbers = map_create(arena); /* of the documents, in the order of load */
    int64_t *keys = ARENA_ARRAY(arena, int64_t, s->document_count + 1);
    for (size_t i = 0; i < load->count; i++)
        (void)map_add(numbers, (Str){(const char *)&load->items[i].extraction->document, sizeof(Document *)});
    for (size_t i = 0; i < s->document_count; i++) {
        const Document *document = s->documents[i].extraction->document;
        uint32_t number = map_find(numbers, (Str){(const char *)&document, sizeof(Document *)});
        keys[i] = number > 0 ? load->items[number - 1].document : 0;
    }
    return keys;
}

Situation *book_edition(const BookLoad *load, const Profile *profile, Moment read_by, Arena *arena)
{
    Extraction **all = ARENA_ARRAY(arena, Extraction *, load->count + 1);
    for (size_t i = 0; i < load->count; i++)
        all[i] = load->items[i].extraction;
    return assemble_edition(all, load->count, load->log, profile, read_by, arena);
}

Situation *store_edition(Store *store, int64_t situation, Moment read_by, const Profile *profile, Arena *arena,
                         Error *err)
{
    BookLoad load;
    Situation *edition = NULL;
    profile = profile ? profile : book_profile_at(store, read_by, arena);
    if (book_load(store, situation, read_by, profile, arena, &load))
        edition = book_edition(&load, profile, read_by, arena);
    book_check_baseline(store, edition, read_by, arena);
    return db_ok(store->db, err) ? edition : NULL;
}
