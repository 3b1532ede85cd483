/* Lists that are of no situation's rows, as files: the situations, what a search finds, what readers sent in. */
#include "report/grid.h"
#include "serve/frame/routes.h"
#include "serve/screen/screen.h"
#include "store/public_desk.h"
#include "store/search.h"

enum { SITUATIONS_A_STEP = 200, REPORTS_A_STEP = 50, REPORTS_MOST = 5000 };

/* Cells in the making, row after row. */
typedef struct {
    Arena *arena;
    Str *items;
    size_t count;
    size_t cap;
} Cells;

static void put_text(Cells *cells, Str text)
{
    cells->items = arena_grow(cells->arena, cells->items, cells->count, &cells->cap, sizeof *cells->items);
    cells->items[cells->count++] = str_present(text) && text.len > 0 ? text : STR_NONE;
}

static void put_number(Cells *cells, size_t n, bool known)
{
    put_text(cells, known ? screen_digits((int64_t)n, cells->arena) : STR_NONE);
}

static void put_moment(Cells *cells, Moment moment)
{
    Buf written = {0};
    if (moment.precision != MOMENT_NONE)
        moment_write(&written, moment);
    put_text(cells, arena_copy(cells->arena, buf_str(&written)));
    buf_free(&written);
}

/* The rows as CSV, or as JSON where the query asks for that. */
static void send(const Request *request, Reply *reply, const Cells *cells, View *view, const char *name)
{
    bool json = str_equal(request_query(request, "format"), STR("json"));
    Buf header = {0};
    view->cells = cells->items;
    view->row_count = cells->count / view->column_count;
    buf_format(&header, "attachment; filename=\"%s.%s\"", name, json ? "json" : "csv");
    reply_header(reply, "Content-Disposition", arena_copy(request->arena, buf_str(&header)));
    buf_free(&header);
    reply->type = json ? "application/json" : "text/csv; charset=utf-8";
    if (json)
        grid_json(&reply->body, view);
    else
        grid_csv(&reply->body, view);
}

void screen_file_links(Buf *out, Str path, Str words)
{
    static const char *const FORMATS[][2] = {{"csv", "CSV"}, {"json", "JSON"}};
    buf_put(out, STR("<p class=\"exports quiet\">This list as "));
    for (size_t i = 0; i < sizeof FORMATS / sizeof *FORMATS; i++) {
        buf_put(out, i > 0 ? STR(" or <a href=\"") : STR("<a href=\""));
        buf_html(out, path);
        buf_format(out, "/export?format=%s", FORMATS[i][0]);
        if (words.len > 0) {
            buf_put(out, STR("&amp;words="));
            buf_url(out, words);
        }
        buf_format(out, "\" download>%s</a>", FORMATS[i][1]);
    }
    buf_put(out, STR("</p>\n"));
}

/* ---- situations ---- */

static const ViewColumn SITUATION_COLUMNS[] = {
    {"name", "situation", VIEW_TEXT},        {"reports", "reports", VIEW_NUMBER},
    {"claims", "claims", VIEW_NUMBER},       {"incidents", "incidents", VIEW_NUMBER},
    {"conflicts", "conflicts", VIEW_NUMBER}, {"latest_report", "latest report", VIEW_TIME},
};

static void export_situations(Request *request, Reply *reply)
{
    Error err = {0};
    SituationRows some = {0};
    Cells cells = {.arena = request->arena};
    Str words = request_query(request, "words");
    Str after = STR_NONE;
    do {
        if (!store_some_situations(request->store, str_present(words) && words.len > 0 ? words : STR_NONE, after,
                                   SITUATIONS_A_STEP, request->arena, &some, &err)) {
            reply_failed(request, reply, &err);
            return;
        }
        for (size_t i = 0; i < some.count; i++) {
            SituationCounts counts = {0};
            (void)store_counts(request->store, some.rows[i].id, &counts, NULL);
            put_text(&cells, some.rows[i].name);
            put_number(&cells, counts.reports, counts.is_assembled);
            put_number(&cells, counts.claims, counts.is_assembled);
            put_number(&cells, counts.incidents, counts.is_assembled);
            put_number(&cells, counts.conflicts, counts.is_assembled);
            put_moment(&cells, counts.as_of);
            after = some.rows[i].name;
        }
    } while (some.is_more);
    View view = {.columns = SITUATION_COLUMNS, .column_count = sizeof SITUATION_COLUMNS / sizeof *SITUATION_COLUMNS};
    send(request, reply, &cells, &view, "situations");
}

/* ---- what a search finds ---- */

static const ViewColumn FOUND_COLUMNS[] = {
    {"situation", "situation", VIEW_TEXT}, {"report", "report", VIEW_TEXT}, {"publisher", "outlet", VIEW_TEXT},
    {"title", "title", VIEW_TEXT},         {"url", "address", VIEW_TEXT},   {"published", "published", VIEW_TIME},
    {"claim", "claim", VIEW_ID},           {"kind", "kind", VIEW_TEXT},     {"sentence", "sentence", VIEW_TEXT},
};

static void put_report(Cells *cells, const FoundReport *found, const Document *d)
{
    put_text(cells, found->name);
    put_text(cells, d->id);
    put_text(cells, d->publisher);
    put_text(cells, d->title);
    put_text(cells, d->url);
    put_moment(cells, d->published);
}

/* A row a claim whose sentence has the words; of a report without one a row of its own. */
static void put_found(Request *request, Cells *cells, const SearchWords *words, const FoundReport *found)
{
    StoreExcerpt excerpt;
    bool any = false;
    if (!store_assemble(request->store, found->situation, NULL) ||
        !store_excerpt_report(request->store, found->situation, found->report, request->arena, &excerpt, NULL) ||
        excerpt.situation->document_count == 0)
        return;
    const Situation *s = excerpt.situation;
    const Document *d = s->documents[0].extraction->document;
    for (uint32_t i = 0; i < s->claim_count; i++) {
        Str sentence = search_sentence(s, i);
        if (s->claims[i].document != 0 || !search_has_all(words, sentence))
            continue;
        any = true;
        put_report(cells, found, d);
        put_text(cells, s->claims[i].claim->id);
        put_text(cells, kind_name(s->claims[i].claim->kind));
        put_text(cells, sentence);
    }
    if (any)
        return;
    put_report(cells, found, d);
    for (int i = 0; i < 3; i++)
        put_text(cells, STR_NONE);
}

static void export_search(Request *request, Reply *reply, int64_t within)
{
    Error err = {0};
    FoundReports found = {0};
    Cells cells = {.arena = request->arena};
    Str asked = request_query(request, "words");
    SearchWords words = search_words(str_present(asked) ? str_trim(asked) : STR(""), request->arena);
    size_t reports = 0;
    do {
        if (!store_search(request->store, within, words, found.next, REPORTS_A_STEP, request->arena, &found, &err)) {
            reply_failed(request, reply, &err);
            return;
        }
        for (size_t i = 0; i < found.count; i++)
            put_found(request, &cells, &words, &found.rows[i]);
        reports += found.count;
    } while (found.next > 0 && reports < REPORTS_MOST);
    View view = {.columns = FOUND_COLUMNS, .column_count = sizeof FOUND_COLUMNS / sizeof *FOUND_COLUMNS};
    send(request, reply, &cells, &view, "search");
}

static void export_book_search(Request *request, Reply *reply)
{
    export_search(request, reply, 0);
}

static void export_situation_search(Request *request, Reply *reply)
{
    int64_t situation = request_situation(request, reply);
    if (situation != 0)
        export_search(request, reply, situation);
}

/* ---- letters ---- */

static const ViewColumn LETTER_COLUMNS[] = {
    {"letter", "letter", VIEW_NUMBER},   {"state", "state", VIEW_TEXT},           {"kind", "kind", VIEW_TEXT},
    {"sent", "sent", VIEW_TIME},         {"about", "about", VIEW_TEXT},           {"text", "text", VIEW_TEXT},
    {"contact", "contact", VIEW_TEXT},   {"decided_by", "decided by", VIEW_TEXT}, {"decided", "decided", VIEW_TIME},
    {"published", "printed", VIEW_TEXT},
};

static void put_letter(Cells *cells, const Letter *letter, const char *state)
{
    put_text(cells, screen_digits(letter->id, cells->arena));
    put_text(cells, str_from(state));
    put_text(cells, letter->kind);
    put_moment(cells, (Moment){.seconds = letter->sent_at, .precision = MOMENT_TIME});
    put_text(cells, letter->about);
    put_text(cells, letter->text);
    put_text(cells, letter->contact);
    put_text(cells, letter->decided_by);
    put_moment(cells, (Moment){.seconds = letter->decided_at,
                               .precision = letter->decided_at != 0 ? MOMENT_TIME : MOMENT_NONE});
    put_text(cells, letter->published);
}

static void export_letters(Request *request, Reply *reply)
{
    static const char *const STATES[] = {
        [LETTER_HELD] = "held", [LETTER_RELEASED] = "released", [LETTER_DECLINED] = "declined"};
    Error err = {0};
    Cells cells = {.arena = request->arena};
    int64_t situation = request_situation(request, reply);
    if (situation == 0)
        return;
    for (int state = LETTER_HELD; state <= LETTER_DECLINED; state++) {
        Letter *all = NULL;
        size_t count = 0;
        if (!letter_list(request->store, situation, (LetterState)state, INT32_MAX, request->arena, &all, &count,
                         &err)) {
            reply_failed(request, reply, &err);
            return;
        }
        for (size_t i = 0; i < count; i++)
            put_letter(&cells, &all[i], STATES[state]);
    }
    View view = {.columns = LETTER_COLUMNS, .column_count = sizeof LETTER_COLUMNS / sizeof *LETTER_COLUMNS};
    send(request, reply, &cells, &view, "letters");
}

static const FormField FORMAT_FIELDS[] = {{"format", "csv or json"}, {0}};
static const FormField WORD_FIELDS[] = {{"format", "csv or json"}, {"words", "as on the page"}, {0}};

const Route FILE_ROUTES[] = {
    {.method = "GET",
     .path = "/situations/export",
     .least = ROLE_READER,
     .handle = export_situations,
     .summary = "The situations, as a file",
     .fields = WORD_FIELDS,
     .gives = "text/csv"},
    {.method = "GET",
     .path = "/search/export",
     .least = ROLE_READER,
     .handle = export_book_search,
     .summary = "What a search through the book finds, as a file",
     .fields = WORD_FIELDS,
     .gives = "text/csv"},
    {.method = "GET",
     .path = "/s/{situation}/search/export",
     .least = ROLE_READER,
     .handle = export_situation_search,
     .summary = "What a search through the situation finds, as a file",
     .fields = WORD_FIELDS,
     .gives = "text/csv"},
    {.method = "GET",
     .path = "/s/{situation}/letters/export",
     .least = ROLE_EDITOR,
     .handle = export_letters,
     .summary = "What readers sent in, as a file",
     .fields = FORMAT_FIELDS,
     .gives = "text/csv"},
    {0},
};
