/* disguise — reports of an edited situation hide the book's own from this Store's lists. */
#include "store/book.h"
#include "store/pack.h"
#include "store/squeeze.h"

/* As lists read them: the columns of content that they ask for. */
static const char TABLES[] = "CREATE TEMP TABLE originals (id INTEGER PRIMARY KEY, packed BLOB);"
                             "CREATE TEMP TABLE documents (id INTEGER PRIMARY KEY, original INTEGER, name TEXT, "
                             "url TEXT, publisher TEXT, author TEXT, title TEXT, published INTEGER, "
                             "published_precision INTEGER, reading BLOB);";

static void put_document(Store *store, int64_t key, const Document *document, Arena *arena)
{
    Document d = *document;
    d.original = document_body(document); /* the edited text has no other */
    Query *original = db_query(store->db, "INSERT INTO temp.originals (id, packed) VALUES (?, ?)");
    query_int(original, key);
    query_blob(original, squeeze(d.original, arena));
    query_run(original);
    Query *q = db_query(store->db, "INSERT INTO temp.documents (id, original, name, url, publisher, author, title, "
                                   "published, published_precision, reading) VALUES (?1, ?1, ?, ?, ?, ?, ?, ?, ?, ?)");
    query_int(q, key);
    query_str(q, d.id);
    query_str(q, d.url);
    query_str(q, d.publisher);
    query_str(q, d.author);
    query_str(q, d.title);
    if (d.published.precision == MOMENT_NONE)
        query_null(q);
    else
        query_int(q, d.published.seconds);
    query_int(q, d.published.precision);
    query_blob(q, pack_reading(&d, arena));
    query_run(q);
}

void book_disguise(Store *store, const int64_t *keys, const Situation *shown, Arena *arena)
{
    db_run(store->db, TABLES);
    for (size_t i = 0; i < shown->document_count; i++)
        put_document(store, keys[i], shown->documents[i].extraction->document, arena);
}
