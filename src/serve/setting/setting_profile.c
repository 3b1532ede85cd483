/* setting_profile — whose rules the book is counted by. */
#include "base/embedded.h"
#include "base/json.h"
#include "read/json_value.h"
#include "report/words.h"
#include "serve/frame/core.h"
#include "serve/frame/layout.h"
#include "serve/frame/plain.h"
#include "serve/frame/routes.h"
#include "serve/setting/setting_set.h"
#include "serve/setting/setting_table.h"
#include "store/browse.h"

static const char FOLDER[] = "data/profiles/";
static const char ENDING[] = ".profile";

/* The name of the number-th embedded file, where it is a profile; STR_NONE behind the last. */
static Str profile_at(size_t number, Str *text)
{
    size_t count = 0;
    const EmbeddedFile *files = embedded_files(&count);
    for (size_t i = 0; i < count; i++) {
        Str name = str_from(files[i].name);
        if (!str_begins(name, str_from(FOLDER)) || !str_ends(name, str_from(ENDING)) || number-- > 0)
            continue;
        *text = files[i].bytes;
        return str_slice(name, sizeof FOLDER - 1, name.len - sizeof ENDING + 1);
    }
    return STR_NONE;
}

static void put_value(Buf *out, const StoreDecision *decision, Arena *arena)
{
    JsonValue value;
    JsonProblem problem;
    buf_put(out, STR("counts by <strong>"));
    if (json_parse(arena, decision->value, &value, &problem) &&
        str_present(json_value_text(json_get(&value, STR("name")))))
        buf_html(out, json_value_text(json_get(&value, STR("name"))));
    buf_put(out, STR("</strong>"));
}

const SettingPage PROFILE_PAGE = {"profile", "/settings/profiles", ROLE_ADMINISTRATOR, put_value};

/* ---- which figures moved ---- */

enum { SITUATIONS_MOST = 8, CLAIMS_MOST = 20000 }; /* of larger books the page does not say it */

static void put_moved(Buf *out, const StoreSituation *situation, const View *moved)
{
    buf_put(out, STR("<details><summary>"));
    buf_html(out, situation->name);
    buf_put(out, STR(": "));
    words_counted(out, moved->row_count, "figure");
    buf_put(out, STR(" moved</summary>\n<ul>\n"));
    for (size_t i = 0; i < moved->row_count; i++) {
        Buf cell = {0};
        plain_cell(&cell, view_named(moved, i, "outcome"), view_named(moved, i, "class"));
        buf_put(out, STR("<li>"));
        buf_html(out, view_named(moved, i, "name"));
        buf_put(out, STR(": "));
        buf_html(out, buf_str(&cell));
        buf_put(out, STR(", "));
        buf_html(out, view_named(moved, i, "text"));
        buf_put(out, STR("</li>\n"));
        buf_free(&cell);
    }
    buf_put(out, STR("</ul>\n<p><a href=\"/s/"));
    buf_url(out, situation->name);
    buf_put(out, STR("\">To the situation</a></p></details>\n"));
}

static bool is_small(const Request *request, const StoreSituation *all, size_t count)
{
    size_t claims = 0;
    for (size_t i = 0; i < count && i < SITUATIONS_MOST; i++) {
        SituationCounts counts = {0};
        (void)store_counts(request->store, all[i].id, &counts, NULL);
        claims += counts.claims;
    }
    return count <= SITUATIONS_MOST && claims <= CLAIMS_MOST;
}

/* "?was=" names what the book was counted by before. */
static void put_effect(Buf *out, Request *request)
{
    StoreSituation *all = NULL;
    size_t count = 0;
    Str name = request_query(request, "was");
    const Profile *was = str_present(name) ? profile_named(name, request->arena, NULL) : NULL;
    if (!was || !store_situations(request->store, request->arena, &all, &count, NULL) || !is_small(request, all, count))
        return;
    for (size_t i = 0; i < count; i++) {
        View moved;
        if (store_effect_of_profile(request->store, all[i].id, was, store_profile(request->store), request->arena,
                                    &moved, NULL))
            put_moved(out, &all[i], &moved);
    }
}

static void put_form(Buf *out, const Request *request, Str used)
{
    Str text;
    Str name;
    layout_form(out, request, str_from(PROFILE_PAGE.path));
    buf_put(
        out,
        STR("<p class=\"field\"><label for=\"profile\">Count this book by</label><select id=\"profile\" name=\"profile\">"));
    for (size_t i = 0; str_present(name = profile_at(i, &text)); i++) {
        buf_put(out, str_equal(name, used) ? STR("<option selected>") : STR("<option>"));
        buf_html(out, name);
        buf_put(out, STR("</option>"));
    }
    buf_put(out, STR("</select></p>\n"));
    setting_sign(out, request, &PROFILE_PAGE, "Count by it");
    buf_put(out, STR("</form>\n"));
}

static void show_profiles(Request *request, Reply *reply)
{
    Str text;
    Str name;
    Buf *out = setting_open(request, reply, STR("Profiles"));
    Str used = store_profile(request->store)->name;
    bool is_forced = request->desk->options->profile != NULL;
    if (setting_flash(out, request, &PROFILE_PAGE,
                      "All situations are counted by what holds now: report, lists, review and exports."))
        put_effect(out, request);
    buf_put(out,
            STR("<p>A profile is a codebook's rules of counting. All figures of this book are counted by <strong>"));
    buf_html(out, used);
    buf_put(
        out,
        STR("</strong>: the report, incidents, lists, the review queue, what a decision would move, and exports. "
            "Claims and decisions stay as they are. Any other stands in a file: <code>daybook export --profile</code>.</p>\n"));
    if (is_forced)
        buf_put(
            out,
            STR("<p>This desk was started with <code>--profile</code>: that holds here, whatever is chosen for the book.</p>\n"));
    if (request->person.role >= PROFILE_PAGE.least)
        put_form(out, request, used);
    setting_history(out, request, &PROFILE_PAGE);
    buf_put(out, STR("<h2>The rules</h2>\n"));
    for (size_t i = 0; str_present(name = profile_at(i, &text)); i++) {
        bool is_used = str_equal(name, used);
        buf_put(out, is_used ? STR("<details open><summary aria-current=\"true\">") : STR("<details><summary>"));
        buf_html(out, name);
        buf_put(out, is_used ? STR(" <span class=\"quiet\">in use</span></summary>\n") : STR("</summary>\n"));
        setting_table(out, text, "Rules");
        buf_put(out, STR("</details>\n"));
    }
    setting_close(request, reply);
}

static void lead_on(const Request *request, Reply *reply, Str was)
{
    Buf more = {0};
    buf_put(&more, STR("&was="));
    buf_url(&more, was);
    setting_lead_on(request, reply, buf_str(&more));
    buf_free(&more);
}

static void set_profile(Request *request, Reply *reply)
{
    Buf value = {0};
    Json j = {.out = &value};
    json_open(&j, '{');
    json_str(&j, "name", request_trimmed(request, "profile"));
    json_close(&j, '}');
    Str was = store_profile(request->store)->name;
    if (setting_keep(request, reply, &PROFILE_PAGE, arena_copy(request->arena, buf_str(&value))))
        lead_on(request, reply, was);
    buf_free(&value);
}

static void undo_profile(Request *request, Reply *reply)
{
    Str was = store_profile(request->store)->name;
    if (setting_undo(request, reply, &PROFILE_PAGE))
        lead_on(request, reply, was);
}

static const FormField SHOWN_FIELDS[] = {
    {"set", "the setting that was just kept"}, {"was", "the profile before it: which figures moved is said"}, {0}};
static const FormField SET_FIELDS[] = {
    {"profile", "its name"}, {"reason", "why"}, {"seen", "the last decision on it that was seen"}, {0}};
static const FormField UNDO_FIELDS[] = {{"decision", "its number"}, {0}};

const Route PROFILE_ROUTES[] = {
    {.method = "GET",
     .path = "/settings/profiles",
     .least = ROLE_READER,
     .handle = show_profiles,
     .summary = "Codebooks",
     .fields = SHOWN_FIELDS},
    {.method = "POST",
     .path = "/settings/profiles",
     .least = ROLE_ADMINISTRATOR,
     .handle = set_profile,
     .writes = true,
     .summary = "Choose the codebook that the book is counted by",
     .fields = SET_FIELDS},
    {.method = "POST",
     .path = "/settings/profiles/undo",
     .least = ROLE_ADMINISTRATOR,
     .handle = undo_profile,
     .writes = true,
     .summary = "Take such a choice back",
     .fields = UNDO_FIELDS},
    {0},
};
