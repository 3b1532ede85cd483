#include "serve/screen/screen.h"

Str screen_base(const Request *request, Str situation)
{
    Buf base = {0};
    buf_put(&base, STR("/s/"));
    buf_url(&base, situation);
    Str kept = arena_copy(request->arena, buf_str(&base));
    buf_free(&base);
    return kept;
}

bool screen_begin(Screen *s, Request *request, Reply *reply)
{
    Error err = {0};
    *s = (Screen){.request = request, .reply = reply, .out = &reply->body};
    s->situation = request_situation(request, reply);
    if (s->situation == 0)
        return false;
    if (!store_assemble(request->store, s->situation, &err)) {
        reply_failed(request, reply, &err);
        return false;
    }
    if (!request->route->writes)
        store_hold(request->store);
    s->name = request_parameter(request, "situation");
    s->base = screen_base(request, s->name);
    return true;
}

const Situation *screen_begin_edition(Screen *s, Request *request, Reply *reply)
{
    return screen_begin(s, request, reply) ? request_edition(request, reply, s->situation) : NULL;
}

void screen_open(Screen *s, const char *title, const char *intro)
{
    s->out = layout_open(s->request, s->reply, str_from(title));
    buf_format(s->out, "<h1>%s</h1>\n", title);
    if (intro)
        buf_format(s->out, "<p class=\"explain\">%s</p>\n", intro);
}

void screen_open_named(Screen *s, Str title)
{
    s->out = layout_open(s->request, s->reply, title);
}

void screen_close(Screen *s)
{
    layout_close(s->request, s->reply);
}

bool screen_may(const Screen *s, Role role)
{
    return s->request->person.role >= role;
}

void screen_draw(Screen *s, const Situation *situation)
{
    Buf desk = {0};
    buf_put(&desk, s->base);
    buf_put(&desk, STR("/claims"));
    s->page = (Page){.out = s->out,
                     .language = desk_language(s->request->desk),
                     .gazetteer = desk_gazetteer(s->request->desk),
                     .arena = s->request->arena,
                     .desk = arena_copy(s->request->arena, buf_str(&desk))};
    buf_free(&desk);
    page_begin(&s->page, situation);
}

/* ---- writing ---- */

void screen_put(const Screen *s, const char *html)
{
    buf_put(s->out, str_from(html));
}

void screen_text(const Screen *s, Str text)
{
    buf_html(s->out, text);
}

void screen_number(const Screen *s, int64_t n)
{
    words_number(s->out, n);
}

void screen_plain(const Screen *s, Plain *plain, Str text)
{
    Buf words = {0};
    plain(&words, text);
    screen_text(s, buf_str(&words));
    buf_free(&words);
}

void screen_cell_named(const Screen *s, Str outcome, Str victims)
{
    Buf words = {0};
    plain_cell(&words, outcome, victims);
    screen_text(s, buf_str(&words));
    buf_free(&words);
}

void screen_link(const Screen *s, const char *path, Str part)
{
    screen_put(s, "<a href=\"");
    buf_put(s->out, s->base);
    screen_put(s, path);
    if (str_present(part)) {
        buf_char(s->out, '/');
        buf_url(s->out, part);
    }
    screen_put(s, "\">");
}

void screen_report_link(const Screen *s, int64_t key)
{
    buf_format(s->out, "<a href=\"%.*s/documents/%lld\">", (int)s->base.len, s->base.ptr, (long long)key);
}

void screen_claim_link(const Screen *s, uint32_t claim)
{
    screen_link(s, "/claims", claim_at(&s->page, claim)->claim->id);
}

void screen_empty(const Screen *s, const char *what, const char *how)
{
    buf_format(s->out, "<div class=\"empty\"><p><strong>%s</strong></p><p>%s</p></div>\n", what, how);
}

/* The query without the field, "&" between. */
static void query_without(const Screen *s, Str field)
{
    Str rest = s->request->query;
    Str pair;
    while (rest.len > 0 && str_cut(&rest, '&', &pair)) {
        if (pair.len == 0 || (str_begins(pair, field) && pair.len > field.len && pair.ptr[field.len] == '='))
            continue;
        buf_html(s->out, pair);
        screen_put(s, "&amp;");
        if (!str_present(rest))
            return;
    }
}

void screen_exports(const Screen *s, const char *kind)
{
    static const char *const FORMATS[][2] = {{"csv", "CSV"}, {"json", "JSON"}};
    screen_put(s, "<p class=\"exports quiet\">This list as ");
    for (size_t i = 0; i < sizeof FORMATS / sizeof *FORMATS; i++) {
        screen_put(s, i > 0 ? " or <a href=\"" : "<a href=\"");
        buf_put(s->out, s->base);
        screen_put(s, "/export?");
        query_without(s, STR("before"));
        buf_format(s->out, "format=%s&amp;list=%s\" download>%s</a>", FORMATS[i][0], kind, FORMATS[i][1]);
    }
    screen_put(s, "</p>\n");
}

static void next_link(const Screen *s, const char *field, int64_t number, const char *label)
{
    screen_put(s, "<p class=\"more\"><a rel=\"next\" href=\"?");
    query_without(s, str_from(field));
    buf_format(s->out, "%s=%lld\">%s</a></p>\n", field, (long long)number, label);
}

void screen_next(const Screen *s, int64_t before, const char *label)
{
    next_link(s, "before", before, label);
}

void screen_onward(const Screen *s, int64_t from, const char *label)
{
    next_link(s, "from", from, label);
}

void screen_moment(const Screen *s, Moment moment)
{
    if (moment.precision == MOMENT_NONE) {
        screen_put(s, "day not known");
        return;
    }
    screen_put(s, "<time datetime=\"");
    moment_write(s->out, moment);
    screen_put(s, "\">");
    words_moment(s->out, moment);
    screen_put(s, "</time>");
}

/* ---- forms ---- */

void screen_select(const Screen *s, const char *name, const char *label, const Choice *choices, Str chosen)
{
    buf_format(s->out, "<label class=\"field\"><span>%s</span><select name=\"%s\">\n", label, name);
    for (; choices->value; choices++) {
        bool is = str_equal(str_from(choices->value), str_present(chosen) ? chosen : STR(""));
        buf_format(s->out, "<option value=\"%s\"%s>%s</option>\n", choices->value, is ? " selected" : "",
                   choices->label);
    }
    screen_put(s, "</select></label>\n");
}

void screen_input(const Screen *s, const char *name, const char *label, const char *type, Str value)
{
    buf_format(s->out, "<label class=\"field\"><span>%s</span><input type=\"%s\" name=\"%s\" value=\"", label, type,
               name);
    screen_text(s, str_present(value) ? value : STR(""));
    screen_put(s, "\"></label>\n");
}

void screen_hidden(const Screen *s, const char *name, Str value)
{
    buf_format(s->out, "<input type=\"hidden\" name=\"%s\" value=\"", name);
    screen_text(s, value);
    screen_put(s, "\">");
}

void screen_hidden_number(const Screen *s, const char *name, int64_t n)
{
    buf_format(s->out, "<input type=\"hidden\" name=\"%s\" value=\"%lld\">", name, (long long)n);
}

Str screen_digits(int64_t n, Arena *arena)
{
    Buf digits = {0};
    buf_int(&digits, n);
    Str kept = arena_copy(arena, buf_str(&digits));
    buf_free(&digits);
    return kept;
}
