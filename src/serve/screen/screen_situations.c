/* All situations, with where each stands; and adding reports to one. */
#include "serve/frame/routes.h"
#include "serve/screen/screen.h"

static void one_situation(Buf *out, Request *request, const StoreSituation *situation)
{
    SituationCounts counts = {0};
    (void)store_counts(request->store, situation->id, &counts, NULL);
    buf_put(out, STR("<li data-item><h2><a href=\"/s/"));
    buf_url(out, situation->name);
    buf_put(out, STR("\">"));
    buf_html(out, situation->name);
    buf_put(out, STR("</a></h2>\n<p class=\"quiet\">"));
    if (counts.is_assembled) {
        words_counted(out, counts.reports, "report");
        buf_put(out, STR(" \xC2\xB7 "));
        words_counted(out, counts.claims, "claim");
        buf_put(out, STR(" \xC2\xB7 "));
        words_counted(out, counts.incidents, "incident");
        buf_put(out, STR(" \xC2\xB7 "));
        words_counted(out, counts.conflicts, "conflict");
        if (counts.as_of.precision != MOMENT_NONE) {
            buf_put(out, STR("</p>\n<p class=\"quiet\">Latest report: "));
            words_moment(out, counts.as_of);
        }
    } else {
        buf_put(out, STR("New reports: figures are made when the situation is opened."));
    }
    buf_put(out, STR("</p></li>\n"));
}

static void new_situation(Buf *out, const Request *request)
{
    if (request->person.role < ROLE_CODER)
        return;
    buf_put(
        out,
        STR("<section aria-labelledby=\"new-h\"><h2 id=\"new-h\">Begin a situation</h2>\n"
            "<p class=\"explain\">A situation is what the desk follows: a wave of attacks, a siege, a disaster. Name it, "
            "then add reports to it.</p>\n"));
    layout_form(out, request, STR("/situations"));
    buf_put(out, STR("<label class=\"field\"><span>Name</span><input name=\"name\" required maxlength=\"120\" "
                     "autocomplete=\"off\"></label>\n<p><button class=\"main\">Begin</button></p></form></section>\n"));
}

static void put_list(Buf *out, Request *request, const SituationRows *some, Str words)
{
    buf_put(out, STR("<ul class=\"situations\">\n"));
    for (size_t i = 0; i < some->count; i++)
        one_situation(out, request, &some->rows[i]);
    buf_put(out, STR("</ul>\n"));
    if (!some->is_more)
        return;
    buf_put(out, STR("<p class=\"more\"><a rel=\"next\" href=\"/?"));
    if (str_present(words)) {
        buf_put(out, STR("words="));
        buf_url(out, words);
        buf_put(out, STR("&amp;"));
    }
    buf_put(out, STR("after="));
    buf_url(out, some->rows[some->count - 1].name);
    buf_put(out, STR("\">Further situations</a></p>\n"));
}

static void put_search(Buf *out, Str words)
{
    buf_put(out,
            STR("<form class=\"filters\" role=\"search\" method=\"get\"><label class=\"field\"><span>Name has</span>"
                "<input type=\"search\" name=\"words\" value=\""));
    buf_html(out, str_present(words) ? words : STR(""));
    buf_put(out, STR("\"></label><p><button>Find</button></p></form>\n"));
}

static void put_nothing(Buf *out, bool sought)
{
    buf_put(out, sought
                     ? STR("<div class=\"empty\"><p><strong>No situation has that in its name.</strong></p><p><a "
                           "href=\"/\">All situations</a></p></div>\n")
                     : STR("<div class=\"empty\"><p><strong>Nothing is followed yet.</strong></p><p>Begin a situation "
                           "and drop reports on its page: web pages, text, feeds, tables or archives. Their claims, "
                           "figures and conflicts will stand here.</p></div>\n"));
}

static void show_situations(Request *request, Reply *reply)
{
    enum { A_PAGE = 50 };
    Error err = {0};
    SituationRows some;
    Str words = request_query(request, "words");
    Str after = request_query(request, "after");
    bool sought = str_present(words) && words.len > 0;
    if (!store_some_situations(request->store, sought ? words : STR_NONE, after, A_PAGE, request->arena, &some, &err)) {
        reply_failed(request, reply, &err);
        return;
    }
    Buf *out = layout_open(request, reply, STR("Situations"));
    buf_put(out, STR("<h1>Situations</h1>\n"));
    if (sought || some.is_more || str_present(after))
        put_search(out, words);
    if (some.count > 0)
        put_list(out, request, &some, sought ? words : STR_NONE);
    else
        put_nothing(out, sought);
    if (some.count > 0)
        screen_file_links(out, STR("/situations"), sought ? words : STR(""));
    new_situation(out, request);
    layout_close(request, reply);
}

static void begin_situation(Request *request, Reply *reply)
{
    enum { LONGEST_NAME = 120 };
    Error err = {0};
    int64_t id = 0;
    Str name = request_field(request, "name");
    name = str_present(name) ? str_trim(name) : STR_NONE;
    if (name.len == 0 || name.len > LONGEST_NAME || str_find_char(name, '/', 0) != SIZE_MAX) {
        reply_error(request, reply, 400, "A situation needs a name.", "Give it a short one, without a slash.");
        return;
    }
    if (!store_situation(request->store, name, true, &id, &err)) {
        reply_failed(request, reply, &err);
        return;
    }
    Buf path = {0};
    buf_put(&path, STR("/s/"));
    buf_url(&path, name);
    reply_redirect(request, reply, arena_copy(request->arena, buf_str(&path)));
    buf_free(&path);
}

static const FormField LIST_FIELDS[] = {
    {"words", "part of the name"}, {"after", "a name: situations behind it, in order of name"}, {0}};
static const FormField NAME_FIELD[] = {{"name", "of the situation, at most 120 bytes, without a slash"}, {0}};

const Route HOME_ROUTES[] = {
    {.method = "GET",
     .path = "/",
     .least = ROLE_READER,
     .handle = show_situations,
     .fields = LIST_FIELDS,
     .summary = "All situations"},
    {.method = "POST",
     .path = "/situations",
     .least = ROLE_CODER,
     .handle = begin_situation,
     .writes = true,
     .fields = NAME_FIELD,
     .summary = "Begin a situation"},
    {0},
};
