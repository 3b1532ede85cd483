#include "serve/setting/reread.h"

#include "extract/extract.h"
#include "serve/frame/core.h"
#include "store/search.h"

typedef struct {
    int64_t keys[REREAD_MOST];
    size_t count;
    bool all;
} Found;

static bool is_found(const Found *found, int64_t key)
{
    for (size_t i = 0; i < found->count; i++)
        if (found->keys[i] == key)
            return true;
    return false;
}

/* The words of the name as they stand side by side. */
static SearchWords phrase(Str name, Arena *arena)
{
    Buf text = {0};
    buf_char(&text, '"');
    for (size_t i = 0; i < name.len; i++) {
        if (name.ptr[i] == '"')
            buf_char(&text, ' ');
        else
            buf_char(&text, name.ptr[i]);
    }
    buf_char(&text, '"');
    SearchWords words = search_words(arena_copy(arena, buf_str(&text)), arena);
    buf_free(&text);
    return words;
}

static bool find(Request *request, Str name, Found *out, Error *err)
{
    enum { PAGE = 50 };
    FoundReports page = {0};
    SearchWords words = phrase(name, request->arena);
    do {
        if (!store_search(request->store, 0, words, page.next, PAGE, request->arena, &page, err))
            return false;
        for (size_t i = 0; i < page.count && out->all; i++) {
            if (is_found(out, page.rows[i].report))
                continue;
            out->all = out->count < REREAD_MOST;
            if (out->all)
                out->keys[out->count++] = page.rows[i].report;
        }
    } while (page.next > 0 && out->all);
    return true;
}

static bool read_one(const Request *request, int64_t key, Error *err)
{
    const ServeOptions *options = request->desk->options;
    Arena *arena = arena_create();
    int64_t before = key - 1;
    Document *document = store_next_document(request->store, &before, arena);
    if (document && before == key) {
        const Extraction *found = extract_document(options->language, desk_gazetteer(request->desk), document, arena);
        const StoreReport *report = store_prepare(found, options->rules, arena);
        store_begin(request->store);
        store_read_anew(request->store, key, report);
        (void)store_commit(request->store, err);
    }
    arena_destroy(arena);
    return store_ok(request->store, err);
}

bool reread_reports_with(Request *request, const Str *names, size_t count, Reread *out, Error *err)
{
    Found *found = ARENA_NEW(request->arena, Found);
    found->all = true;
    bool ok = true;
    for (size_t i = 0; i < count && ok; i++)
        ok = find(request, names[i], found, err);
    *out = (Reread){.all = found->all};
    for (; ok && out->reports < found->count; out->reports++)
        ok = read_one(request, found->keys[out->reports], err);
    return ok;
}
