/* book_for_tests — small books, so that the store is tested with what the extractor finds. */
#ifndef DAYBOOK_STORE_BOOK_FOR_TESTS_H
#define DAYBOOK_STORE_BOOK_FOR_TESTS_H

#include "store/store.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/hash.h"
#include "extract/english_for_tests.h"

static const char TEXT[] =
    "QUETTA - At least 10 people, including two women, were killed in an attack on a market in Quetta on Friday, police "
    "said.\n\nGunmen abducted 4 soldiers near Gwadar on Thursday, army spokesman Omar Farah told reporters. The "
    "figures could not be verified. Last year 30 died in Goma.\n";

static inline Document *report(Arena *arena, const char *name, const char *text)
{
    Document *d = ARENA_NEW(arena, Document);
    *d = (Document){.id = arena_copy(arena, str_from(name)),
                    .path = STR("-"),
                    .title = STR("Attack in Quetta"),
                    .original = arena_copy(arena, str_from(text)),
                    .published = {.seconds = 1772600000, .precision = MOMENT_TIME}};
    d->text = d->original;
    d->sha256 = hash_sha256(arena, d->original);
    return d;
}

/* The path of a book that is not there yet; the test's own, removed by drop. */
typedef struct {
    char path[64];
    Arena *arena;
    Error err;
} Book;

static inline Book fresh(void)
{
    static int number;
    Book book = {.arena = arena_create()};
    (void)snprintf(book.path, sizeof book.path, "/tmp/daybook-store-test-%d-%d", (int)getpid(), number++);
    return book;
}

static inline void drop(Book *book)
{
    (void)unlink(book->path);
    arena_destroy(book->arena);
}

static inline Store *opened(Book *book, StoreMode mode)
{
    Store *store = store_open(book->arena, book->path, mode, &book->err);
    if (!store)
        print_error("%s\n", book->err.text);
    return store;
}

static inline bool add_document(Book *book, Store *store, const Document *document, int64_t read_at)
{
    int64_t situation = 0;
    bool is_new = false;
    const Extraction *x = extract_document(&language, NULL, document, book->arena);
    assert_true(store_situation(store, STR("main"), true, &situation, &book->err));
    store_begin(store);
    store_add(store, situation, store_prepare(x, STR("test"), book->arena), read_at, &is_new);
    assert_true(store_commit(store, &book->err));
    return is_new;
}

static inline bool add(Book *book, Store *store, const char *name, const char *text, int64_t read_at)
{
    return add_document(book, store, report(book->arena, name, text), read_at);
}

static inline size_t rows(Book *book, Store *store, const char *list)
{
    View view;
    int64_t situation = 0;
    assert_true(store_situation(store, STR("main"), false, &situation, &book->err));
    assert_true(store_list(store, list, situation, book->arena, &view, &book->err));
    return view.row_count;
}

static inline void count_problem(void *context, const char *text)
{
    (void)text;
    ++*(int *)context;
}

static inline int problems(Book *book)
{
    int count = 0;
    StoreCheck check;
    Store *store = opened(book, STORE_READ);
    assert_true(store_verify(store, count_problem, &count, &check, &book->err));
    assert_true(store_close(store, &book->err));
    return count;
}

#endif
