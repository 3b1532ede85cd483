/* Filters of the claims list under a name: offered above the list, kept, given up. */
#include "serve/frame/claim_filter.h"
#include "serve/frame/routes.h"
#include "serve/screen/screen.h"
#include "store/saved_filter.h"

enum { LONGEST_NAME = 60 };

/* What of a form or an address makes a filter, as an address has it: fields that are known and filled. from gives a field's value. */
static Str query_of(Request *request, Str (*from)(const Request *, const char *))
{
    Buf query = {0};
    for (const FormField *field = CLAIM_FILTER_FIELDS; field->name; field++) {
        Str value = from(request, field->name);
        value = str_present(value) ? str_trim(value) : STR("");
        if (value.len == 0 || strcmp(field->name, "before") == 0)
            continue;
        buf_put(&query, query.len > 0 ? STR("&") : STR(""));
        buf_put(&query, str_from(field->name));
        buf_char(&query, '=');
        buf_url(&query, value);
    }
    Str kept = arena_copy(request->arena, buf_str(&query));
    buf_free(&query);
    return kept;
}

/* ---- above the list ---- */

/* To keep one, or, with its id, to give it up. */
static void form_to(const Screen *s, int64_t id)
{
    Buf action = {0};
    buf_put(&action, s->base);
    buf_put(&action, STR("/filters"));
    if (id > 0)
        buf_format(&action, "/%lld/remove", (long long)id);
    layout_form(s->out, s->request, buf_str(&action));
    buf_free(&action);
}

static void kept_filter(const Screen *s, const SavedFilter *filter, bool chosen)
{
    screen_put(s, "<li><a href=\"");
    buf_put(s->out, s->base);
    screen_put(s, "/claims?");
    screen_text(s, filter->query);
    screen_put(s, chosen ? "\" aria-current=\"true\">" : "\">");
    screen_text(s, filter->name);
    screen_put(s, "</a>");
    if (screen_may(s, ROLE_CODER)) {
        form_to(s, filter->id);
        screen_put(s, "<button class=\"small\" aria-label=\"Give up the filter ");
        screen_text(s, filter->name);
        screen_put(s, "\">\xC3\x97</button></form>");
    }
    screen_put(s, "</li>\n");
}

static void save_form(const Screen *s)
{
    screen_put(s, "<details class=\"save-filter\"><summary>Keep this filter</summary>\n");
    form_to(s, 0);
    for (const FormField *field = CLAIM_FILTER_FIELDS; field->name; field++)
        if (str_present(claim_filter_field(s->request, field->name)) && strcmp(field->name, "before") != 0)
            screen_hidden(s, field->name, claim_filter_field(s->request, field->name));
    screen_put(s, "<label class=\"field\"><span>Name, for everybody at the desk</span><input name=\"name\" required "
                  "maxlength=\"60\" autocomplete=\"off\"></label>\n<p><button>Keep</button></p></form></details>\n");
}

void screen_filters(const Screen *s)
{
    SavedFilter *all = NULL;
    size_t count = 0;
    Str now = query_of(s->request, request_query);
    bool kept = false;
    (void)saved_filter_list(s->request->store, s->situation, s->request->arena, &all, &count, NULL);
    screen_put(s, count > 0 ? "<ul class=\"kept-filters\" aria-label=\"Kept filters\">\n" : "");
    for (size_t i = 0; i < count; i++) {
        bool chosen = str_equal(all[i].query, now);
        kept = kept || chosen;
        kept_filter(s, &all[i], chosen);
    }
    screen_put(s, count > 0 ? "</ul>\n" : "");
    if (now.len > 0 && !kept && screen_may(s, ROLE_CODER))
        save_form(s);
}

/* ---- kept and given up ---- */

static void back_to(const Screen *s, Str query)
{
    Buf path = {0};
    buf_put(&path, s->base);
    buf_put(&path, STR("/claims"));
    buf_put(&path, query.len > 0 ? STR("?") : STR(""));
    buf_put(&path, query);
    reply_redirect(s->request, s->reply, arena_copy(s->request->arena, buf_str(&path)));
    buf_free(&path);
}

static void keep_filter(Request *request, Reply *reply)
{
    Screen s;
    Error err = {0};
    if (!screen_begin(&s, request, reply))
        return;
    SavedFilter filter = {.situation = s.situation,
                          .made_at = request->now,
                          .name = request_trimmed(request, "name"),
                          .query = query_of(request, request_field),
                          .person = request->person.name};
    if (filter.name.len == 0 || filter.name.len > LONGEST_NAME || filter.query.len == 0)
        reply_error(request, reply, 400, "A kept filter needs a name and something to filter by.",
                    "Go back, choose what the list shall hold, and give it a short name.");
    else if (!saved_filter_add(request->store, &filter, &err))
        reply_failed(request, reply, &err);
    else
        back_to(&s, filter.query);
}

static void remove_filter(Request *request, Reply *reply)
{
    Screen s;
    Error err = {0};
    int64_t id = 0;
    bool done = false;
    if (!screen_begin(&s, request, reply))
        return;
    if (!str_number(request_parameter(request, "filter"), &id))
        id = 0;
    if (!saved_filter_remove(request->store, s.situation, id, &done, &err))
        reply_failed(request, reply, &err);
    else if (!done)
        reply_error(request, reply, 404, "There is no such filter.", "Somebody may have given it up already.");
    else
        back_to(&s, STR(""));
}

const Route FILTER_ROUTES[] = {
    {.method = "POST",
     .path = "/s/{situation}/filters",
     .least = ROLE_CODER,
     .handle = keep_filter,
     .writes = true,
     .fields = CLAIM_FILTER_FIELDS,
     .summary = "Keep a filter of the claims list under a name"},
    {.method = "POST",
     .path = "/s/{situation}/filters/{filter}/remove",
     .least = ROLE_CODER,
     .handle = remove_filter,
     .writes = true,
     .summary = "Give up a kept filter"},
    {0},
};
