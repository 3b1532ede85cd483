/* desk_for_tests — a book of three small reports, and people who decide on them. */
#ifndef DAYBOOK_STORE_DESK_FOR_TESTS_H
#define DAYBOOK_STORE_DESK_FOR_TESTS_H

#include "store/book_for_tests.h"

/* What a test leaves out is 0. */
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

/* Two reports of one event, of which each states a figure, and one of another. */
static const char FIRST[] =
    "GOMA - At least 11 people were killed in an explosion at a market in Goma on Friday, police said.\n";
static const char SECOND[] =
    "GOMA - An explosion at a market in Goma on Friday killed 14 people, hospital doctors said.\n";
static const char THIRD[] =
    "CALLAO, Peru - Three sailors were wounded as masked men fired upon a ferry off Callao last week, their union wrote.\n";

typedef struct {
    Book book;
    Store *store;
    int64_t situation;
} Desk;

static inline void put(Desk *desk, const char *name, const char *text, int64_t read_at)
{
    Document *document = report(desk->book.arena, name, text);
    document->title = STR_NONE;
    (void)add_document(&desk->book, desk->store, document, read_at);
}

static inline Desk open_desk(void)
{
    Desk desk = {.book = fresh()};
    desk.store = opened(&desk.book, STORE_CREATE);
    put(&desk, "first", FIRST, 1000);
    put(&desk, "second", SECOND, 2000);
    put(&desk, "third", THIRD, 3000);
    assert_true(store_situation(desk.store, STR("main"), false, &desk.situation, &desk.book.err));
    return desk;
}

static inline void close_desk(Desk *desk)
{
    assert_true(store_close(desk->store, &desk->book.err));
    assert_int_equal(problems(&desk->book), 0);
    drop(&desk->book);
}

static inline View list(Desk *desk, const char *kind)
{
    View view;
    bool ok = store_list(desk->store, kind, desk->situation, desk->book.arena, &view, &desk->book.err);
    if (!ok)
        print_error("%s\n", desk->book.err.text);
    assert_true(ok);
    return view;
}

static inline size_t column(const View *view, const char *key)
{
    size_t c = 0;
    while (c < view->column_count && strcmp(view->columns[c].key, key) != 0)
        c++;
    assert_true(c < view->column_count);
    return c;
}

static inline Str value_at(const View *view, size_t row, const char *key)
{
    return view_cell(view, row, column(view, key));
}

/* The value of a row's column, in the first row whose other column has the text in it. */
static inline Str look_up(Desk *desk, const char *kind, const char *in, const char *text, const char *key)
{
    View view = list(desk, kind);
    for (size_t i = 0; i < view.row_count; i++)
        if (str_find(value_at(&view, i, in), str_from(text), 0) != SIZE_MAX)
            return value_at(&view, i, key);
    return STR("nothing");
}

/* "11/11/open" of all who were killed in the report's incident. */
static inline const char *killed(Desk *desk, const char *report)
{
    static const char *const ENDS[] = {"low", "best", "high"};
    Str incident = look_up(desk, "claims", "document", report, "incident");
    View view = list(desk, "figures");
    Buf out = {0};
    for (size_t i = 0; i < view.row_count; i++) {
        if (!str_equal(value_at(&view, i, "incident"), incident) || str_present(value_at(&view, i, "class")))
            continue;
        for (size_t e = 0; e < COUNT_OF(ENDS); e++) {
            Str end = value_at(&view, i, ENDS[e]);
            buf_put(&out, e > 0 ? STR("/") : STR(""));
            buf_put(&out, str_present(end) ? end : STR("-"));
        }
        break;
    }
    Str kept = out.len > 0 ? arena_copy(desk->book.arena, buf_str(&out)) : STR("none");
    buf_free(&out);
    return kept.ptr;
}

typedef struct {
    const char *person;
    const char *action;
    Str target;
    const char *value;
    int64_t seen;
    int64_t made_at;
} Act;

static inline DecideResult try(Desk *desk, Act act, StoreDecision *since)
{
    StoreDecision decision = {.made_at = act.made_at ? act.made_at : 5000,
                              .situation = desk->situation,
                              .person = str_from(act.person),
                              .action = str_from(act.action),
                              .target = act.target,
                              .value = act.value ? str_from(act.value) : STR_NONE,
                              .reason = STR("checked by telephone")};
    return store_decide(desk->store, &decision, act.seen, since, desk->book.arena, &desk->book.err);
}

static inline void act(Desk *desk, Act act)
{
    act.seen = INT64_MAX;
    DecideResult result = try(desk, act, NULL);
    if (result != DECIDE_KEPT)
        print_error("%s\n", desk->book.err.text);
    assert_int_equal(result, DECIDE_KEPT);
}

static inline Str claim_in(Desk *desk, const char *report)
{
    return look_up(desk, "claims", "document", report, "id");
}

static inline Str incident_of(Desk *desk, const char *report)
{
    return look_up(desk, "claims", "document", report, "incident");
}

static inline const char *with(Desk *desk, const char *format, Str id)
{
    Buf out = {0};
    Str head = str_from(format);
    size_t at = str_find_char(head, '@', 0);
    buf_put(&out, str_slice(head, 0, at));
    buf_put(&out, id);
    buf_put(&out, str_drop(head, at + 1));
    Str kept = arena_copy(desk->book.arena, buf_str(&out));
    buf_free(&out);
    return kept.ptr;
}

#endif
