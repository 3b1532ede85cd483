/* upload — reports that come by form or by API: read in any form that `daybook add` reads, kept in the book, claims found. */
#include <stdatomic.h>

#include "base/json.h"
#include "extract/extract.h"
#include "read/reader.h"
#include "report/words.h"
#include "serve/frame/core.h"
#include "serve/frame/form.h"
#include "serve/frame/layout.h"
#include "serve/frame/multipart.h"
#include "serve/frame/routes.h"

enum {
    LIMIT_BYTES = 64 << 20,
    AT_ONCE = 2, /* how many uploads are read at a time: others still get their pages */
    BATCH = 64,  /* reports a commit */
    FILES_MOST = 500,
    PROBLEMS_MOST = 50, /* that are told */
    NAME_MOST = 200,
};

typedef struct {
    Request *request;
    int64_t situation;
    size_t files;
    size_t count;
    size_t new_count;
    size_t event_count; /* of data sets */
    Str problems[PROBLEMS_MOST];
    size_t problem_count;
} Upload;

static void keep_problem(void *context, const char *line)
{
    Upload *upload = context;
    if (upload->problem_count < PROBLEMS_MOST)
        upload->problems[upload->problem_count++] = arena_copy(upload->request->arena, str_from(line));
}

/* ---- what was sent ---- */

static Str file_name(Str name, Arena *arena)
{
    char *kept = arena_alloc(arena, NAME_MOST + 1, 1);
    size_t length = 0;
    for (size_t i = 0; i < name.len && length < NAME_MOST; i++) {
        bool plain =
            (unsigned char)name.ptr[i] >= ' ' && name.ptr[i] != 0x7F && name.ptr[i] != '/' && name.ptr[i] != '\\';
        kept[length] = '_';
        if (plain)
            kept[length] = name.ptr[i];
        length++;
    }
    return length > 0 ? (Str){kept, length} : STR("upload");
}

/* ---- keeping it ---- */

static bool keep_batch(Upload *upload, StoreReport **batch, size_t count, Error *err)
{
    Store *store = upload->request->store;
    store_begin(store);
    for (size_t i = 0; i < count; i++) {
        bool is_new = false;
        store_add(store, upload->situation, batch[i], upload->request->now, &is_new);
        upload->new_count += is_new;
    }
    upload->count += count;
    return store_commit(store, err);
}

static bool keep_reports(Upload *upload, Reader *reader, Error *err)
{
    const ServeOptions *options = upload->request->desk->options;
    Document *document = NULL;
    do {
        StoreReport *batch[BATCH];
        size_t count = 0;
        Arena *arena = arena_create();
        while (count < BATCH && (document = reader_next(reader, arena))) {
            const Extraction *found =
                extract_document(options->language, desk_gazetteer(upload->request->desk), document, arena);
            batch[count++] = store_prepare(found, options->rules, arena);
        }
        bool ok = count == 0 || keep_batch(upload, batch, count, err);
        arena_destroy(arena);
        if (!ok)
            return false;
    } while (document);
    return true;
}

/* Rows of an event data set: what the book's situations are held against. */
static bool keep_events(Upload *upload, const Baseline *baseline, Error *err)
{
    Store *store = upload->request->store;
    if (baseline->count == 0)
        return true;
    store_begin(store);
    (void)store_add_baseline(store, baseline, upload->request->now);
    upload->event_count += baseline->count;
    return store_commit(store, err);
}

static bool keep_file(Upload *upload, Str name, Str bytes, Error *err)
{
    Store *store = upload->request->store;
    Str situation = request_parameter(upload->request, "situation");
    if (upload->situation == 0 && !store_situation(store, situation, true, &upload->situation, err))
        return false;
    Item item = {.name = file_name(name, upload->request->arena), .bytes = bytes};
    Reader *reader = reader_open_item(upload->request->arena, &item, keep_problem, upload);
    reader_keep_ids(reader);
    bool ok = keep_reports(upload, reader, err) && keep_events(upload, reader_baseline(reader), err);
    reader_close(reader);
    upload->files++;
    return ok;
}

static bool keep_files(Upload *upload, Error *err)
{
    Request *request = upload->request;
    Multipart multipart;
    Part part;
    if (!multipart_begin(request->body_type, request->body, request->arena, &multipart))
        return request->body.len == 0 || keep_file(upload, request_query(request, "name"), request->body, err);
    while (upload->files < FILES_MOST && multipart_next(&multipart, &part))
        if (str_present(part.file) && part.bytes.len > 0 && !keep_file(upload, part.file, part.bytes, err))
            return false;
    return true;
}

static bool read_and_keep(Upload *upload, Error *err)
{
    if (!keep_files(upload, err))
        return false;
    return upload->files > 0 || error_set(err, ERROR_INPUT, "No file was sent.");
}

/* false: the reply says why. */
static bool take_upload(Request *request, Reply *reply, Upload *upload)
{
    Error err = {0};
    *upload = (Upload){.request = request};
    atomic_uint *running = &request->desk->uploads;
    bool ok = false;
    if (atomic_fetch_add(running, 1) >= AT_ONCE) {
        reply_header(reply, "Retry-After", STR("10"));
        reply_error(request, reply, 503, "Other reports are just being read.", "Try again in ten seconds.");
    } else {
        ok = read_and_keep(upload, &err);
        if (!ok)
            reply_failed(request, reply, &err);
    }
    atomic_fetch_sub(running, 1);
    return ok;
}

static void upload_by_api(Request *request, Reply *reply)
{
    Upload upload;
    if (!take_upload(request, reply, &upload))
        return;
    Json j = {.out = &reply->body};
    reply->type = "application/json";
    reply->status = upload.count + upload.event_count == 0 ? 422 : 200;
    json_open(&j, '{');
    json_int(&j, "reports", (int64_t)upload.count);
    json_int(&j, "new", (int64_t)upload.new_count);
    json_int(&j, "baseline_events", (int64_t)upload.event_count);
    json_open_key(&j, "problems", '[');
    for (size_t i = 0; i < upload.problem_count; i++)
        json_str(&j, NULL, upload.problems[i]);
    json_close(&j, ']');
    json_close(&j, '}');
}

static void events_kept(Buf *out, size_t count)
{
    buf_put(out, STR("<p>Kept to hold waves and superlatives against: "));
    words_counted(out, count, "event");
    buf_put(out, STR(" of a data set.</p>\n"));
}

static void upload_page(Request *request, Reply *reply, const Upload *done)
{
    Buf action = {0};
    buf_put(&action, STR("/s/"));
    buf_url(&action, request_parameter(request, "situation"));
    buf_put(&action, STR("/upload"));
    Buf *out = layout_open(request, reply, STR("Upload reports"));
    buf_put(out, STR("<h1>Upload reports</h1>\n"));
    if (done) {
        buf_put(out, STR("<p role=\"status\">"));
        words_counted(out, done->count, "report");
        buf_format(out, done->count == 1 ? " was read, %zu new.</p>\n" : " were read, %zu of them new.</p>\n",
                   done->new_count);
        if (done->event_count > 0)
            events_kept(out, done->event_count);
        buf_put(out, STR("<ul class=\"problems\">\n"));
        for (size_t i = 0; i < done->problem_count; i++) {
            buf_put(out, STR("<li>"));
            buf_html(out, done->problems[i]);
            buf_put(out, STR("</li>\n"));
        }
        buf_put(out, STR("</ul>\n"));
    }
    buf_put(
        out,
        STR("<p>Web pages, plain text, feeds, tables, NDJSON, crawls, mail, and archives of any of these; together at most 64 MB.</p>\n"
            "<form method=\"post\" enctype=\"multipart/form-data\" class=\"upload\" action=\""));
    buf_html(out, buf_str(&action));
    buf_put(out, STR("\"><input type=\"hidden\" name=\"form_token\" value=\""));
    buf_html(out, request_form_token(request));
    buf_put(
        out,
        STR("\">\n<p class=\"field\"><label for=\"file\">Files</label><input id=\"file\" type=\"file\" name=\"file\" multiple required></p>\n"
            "<p><button type=\"submit\">Upload</button></p>\n</form>\n"));
    layout_close(request, reply);
    buf_free(&action);
}

static void show_upload(Request *request, Reply *reply)
{
    upload_page(request, reply, NULL);
}

static void upload_by_form(Request *request, Reply *reply)
{
    Upload upload;
    if (take_upload(request, reply, &upload))
        upload_page(request, reply, &upload);
}

static const FormField UPLOAD_FIELDS[] = {{"name", "the file's name, where the body is one file"}, {0}};

const Route UPLOAD_ROUTES[] = {
    {.method = "GET",
     .path = "/s/{situation}/upload",
     .least = ROLE_CODER,
     .handle = show_upload,
     .summary = "The form to upload reports"},
    {.method = "POST",
     .path = "/s/{situation}/upload",
     .least = ROLE_CODER,
     .handle = upload_by_form,
     .writes = true,
     .body_limit = LIMIT_BYTES,
     .summary = "Upload reports"},
    {.method = "POST",
     .path = "/api/situations/{situation}/reports",
     .least = ROLE_CODER,
     .handle = upload_by_api,
     .writes = true,
     .body_limit = LIMIT_BYTES,
     .summary =
         "Upload reports: a file as the body, or files as multipart/form-data. A situation that is not there is made",
     .fields = UPLOAD_FIELDS,
     .takes = "Reports",
     .gives = "Uploaded"},
    {0},
};
