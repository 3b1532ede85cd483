/* setting_public — by how much the book's public edition is stricter than the policy that the program carries. */
#include <stdio.h>
#include <stdlib.h>

#include "base/embedded.h"
#include "base/json.h"
#include "report/public.h"
#include "report/words.h"
#include "serve/frame/input.h"
#include "serve/frame/layout.h"
#include "serve/frame/plain.h"
#include "serve/frame/routes.h"
#include "serve/setting/setting_set.h"
#include "serve/setting/setting_table.h"

enum { NAMES_MOST = 500 };
static const Moment NOW = {.seconds = 0, .precision = MOMENT_NONE};

static void put_value(Buf *out, const StoreDecision *decision, Arena *arena)
{
    PublicChoice choice;
    if (!setting_read_public(decision->value, arena, &choice, NULL))
        return;
    const char *between = "";
    buf_put(out, STR("<strong>public policy</strong>: "));
    if (choice.grid_deg > 0) {
        buf_format(out, "points to %g degrees", choice.grid_deg);
        between = ", ";
    }
    if (choice.delay_hours > 0) {
        buf_format(out, "%smovements after ", between);
        words_counted(out, (size_t)choice.delay_hours, "hour");
        between = ", ";
    }
    for (int party = 1; party < PARTY_COUNT_; party++) {
        if (!(choice.unnamed & 1U << party))
            continue;
        buf_format(out, "%sspeakers not named: ", between);
        buf_html(out, party_name((Party)party));
        between = ", ";
    }
    for (size_t i = 0; i < choice.name_count; i++) {
        buf_put(out, i > 0 ? STR(", ") : str_from(*between ? ", withheld: " : "withheld: "));
        buf_html(out, choice.names[i]);
        between = ", ";
    }
    buf_put(out, *between ? STR("") : STR("as the program has it"));
}

const SettingPage PUBLIC_PAGE = {"public", "/settings/public", ROLE_EDITOR, put_value};

static void put_numbers(Buf *out, const PublicPolicy *least, const PublicPolicy *now)
{
    buf_format(
        out,
        "<p class=\"field\"><label for=\"grid\">Round points to, in degrees</label><span class=\"hint\" id=\"grid-hint\">From %g to %g: a "
        "tenth is about 11 km.</span><input type=\"number\" id=\"grid\" name=\"grid\" min=\"%g\" max=\"%g\" step=\"0.1\" required "
        "aria-describedby=\"grid-hint\" value=\"%g\"></p>\n",
        public_policy_grid_deg(least), PUBLIC_GRID_MOST_DEG, public_policy_grid_deg(least), PUBLIC_GRID_MOST_DEG,
        public_policy_grid_deg(now));
    buf_format(
        out,
        "<p class=\"field\"><label for=\"delay\">Leave movements out for, in hours</label><span class=\"hint\" id=\"delay-hint\">From %lld on, "
        "counted from the report.</span><input type=\"number\" id=\"delay\" name=\"delay\" min=\"%lld\" max=\"%d\" step=\"1\" required "
        "aria-describedby=\"delay-hint\" value=\"%lld\"></p>\n",
        (long long)public_policy_delay_hours(least), (long long)public_policy_delay_hours(least),
        PUBLIC_DELAY_MOST_HOURS, (long long)public_policy_delay_hours(now));
}

static void put_parties(Buf *out, const PublicPolicy *least, const PublicPolicy *now)
{
    buf_put(out, STR("<fieldset><legend>Speakers who keep their names</legend>\n"));
    for (int party = 1; party < PARTY_COUNT_; party++) {
        if (!public_policy_names(least, (Party)party))
            continue;
        buf_format(
            out,
            "<p class=\"choice\"><input type=\"checkbox\" id=\"keep-%d\" name=\"keep-%d\" value=\"yes\"%s><label for=\"keep-%d\">",
            party, party, public_policy_names(now, (Party)party) ? " checked" : "", party);
        buf_html(out, party_name((Party)party));
        buf_put(out, STR("</label></p>\n"));
    }
    buf_put(out, STR("</fieldset>\n"));
}

static void put_form(Buf *out, const Request *request, const PublicChoice *choice, const PublicPolicy *least,
                     const PublicPolicy *now)
{
    Buf names = {0};
    for (size_t i = 0; i < choice->name_count; i++) {
        buf_put(&names, choice->names[i]);
        buf_char(&names, '\n');
    }
    buf_put(out, STR("<h2>Make it stricter</h2>\n"));
    layout_form(out, request, str_from(PUBLIC_PAGE.path));
    put_numbers(out, least, now);
    put_parties(out, least, now);
    input_area(
        out,
        &(Input){
            .name = "names",
            .label = "Names and words that are always withheld",
            .hint =
                "One a line, beside those that the program finds: a victim's name that it missed, a place that tells too much.",
            .optional = true,
            .value = buf_str(&names)});
    setting_sign(out, request, &PUBLIC_PAGE, "Hold to it");
    buf_put(out, STR("</form>\n"));
    buf_free(&names);
}

static void show_policy(Request *request, Reply *reply)
{
    Error err = {0};
    PublicChoice choice = store_public_choice(request->store, NOW, request->arena);
    const PublicPolicy *least = public_policy_load(NULL, request->arena, &err);
    const PublicPolicy *now = least ? public_policy_load(&choice, request->arena, &err) : NULL;
    if (!now) {
        reply_failed(request, reply, &err);
        return;
    }
    size_t count = 0;
    const Str *statements = public_policy_statements(now, &count);
    Buf *out = setting_open(request, reply, STR("Public policy"));
    (void)setting_flash(
        out, request, &PUBLIC_PAGE,
        "The preview and the next edition go by what holds now; editions that went out stay as they are.");
    buf_put(
        out,
        STR("<p>What every public edition of this book withholds, at the desk and by <code>--public</code>. It can miss a name: an edition is read "
            "before it goes out.</p>\n<ul class=\"statements\">\n"));
    for (size_t i = 0; i < count; i++) {
        buf_put(out, STR("<li>"));
        buf_html(out, statements[i]);
        buf_put(out, STR("</li>\n"));
    }
    buf_put(out, STR("</ul>\n<p>A book may be stricter than the policy that the program carries, never looser.</p>\n"));
    if (request->person.role >= PUBLIC_PAGE.least)
        put_form(out, request, &choice, least, now);
    setting_history(out, request, &PUBLIC_PAGE);
    buf_put(out, STR("<details><summary>The policy that the program carries</summary>\n"));
    setting_table(out, embedded_find(STR("data/profiles/public.tsv")), "Policy");
    buf_put(out, STR("</details>\n"));
    setting_close(request, reply);
}

/* Digits with at most one dot are JSON as they stand; anything else is null, which the store refuses by the field's name. */
static void put_number(Json *j, const char *key, Str text)
{
    char *end = NULL;
    Buf copy = {0};
    buf_put(&copy, text);
    buf_char(&copy, '\0');
    double number = strtod(copy.ptr, &end);
    bool ok = text.len > 0 && end == copy.ptr + text.len && number >= 0 && number <= PUBLIC_DELAY_MOST_HOURS;
    buf_clear(&copy);
    buf_format(&copy, "%g", number);
    json_raw(j, key, ok ? buf_str(&copy) : STR("null"));
    buf_free(&copy);
}

static void put_unnamed(Json *j, const Request *request, const PublicPolicy *least)
{
    json_open_key(j, "unnamed", '[');
    for (int party = 1; party < PARTY_COUNT_; party++) {
        char field[24]; /* "keep-" and any number */
        (void)snprintf(field, sizeof field, "keep-%d", party);
        if (public_policy_names(least, (Party)party) && !str_equal(request_trimmed(request, field), STR("yes")))
            json_str(j, NULL, party_name((Party)party));
    }
    json_close(j, ']');
}

static Str read_form(const Request *request, const PublicPolicy *least)
{
    Buf value = {0};
    Json j = {.out = &value};
    Str rest = request_trimmed(request, "names");
    Str line;
    json_open(&j, '{');
    put_number(&j, "grid", request_trimmed(request, "grid"));
    put_number(&j, "delay", request_trimmed(request, "delay"));
    put_unnamed(&j, request, least);
    json_open_key(&j, "names", '[');
    for (size_t i = 0; i < NAMES_MOST && str_cut(&rest, '\n', &line); i++)
        if (str_trim(line).len > 0)
            json_str(&j, NULL, str_trim(line));
    json_close(&j, ']');
    json_close(&j, '}');
    Str kept = arena_copy(request->arena, buf_str(&value));
    buf_free(&value);
    return kept;
}

static void set_policy(Request *request, Reply *reply)
{
    Error err = {0};
    PublicChoice choice;
    const PublicPolicy *least = public_policy_load(NULL, request->arena, &err);
    Str value = least ? read_form(request, least) : STR_NONE;
    if (least && setting_read_public(value, request->arena, &choice, &err) &&
        public_policy_allows(least, &choice, &err))
        (void)setting_keep(request, reply, &PUBLIC_PAGE, value);
    else
        reply_error(request, reply, 422, err.text, "Go back: what you chose is still in the form.");
}

static void undo_policy(Request *request, Reply *reply)
{
    (void)setting_undo(request, reply, &PUBLIC_PAGE);
}

static const FormField SHOWN_FIELDS[] = {{"set", "the setting that was just kept"}, {0}};
static const FormField SET_FIELDS[] = {{"grid", "degrees to which points are rounded"},
                                       {"delay", "hours for which movements are left out"},
                                       {"keep-N", "yes: speakers of party N keep their names"},
                                       {"names", "what is withheld as well, one a line"},
                                       {"reason", "why"},
                                       {"seen", "the last decision on it that was seen"},
                                       {0}};
static const FormField UNDO_FIELDS[] = {{"decision", "its number"}, {0}};

const Route POLICY_ROUTES[] = {
    {.method = "GET",
     .path = "/settings/public",
     .least = ROLE_READER,
     .handle = show_policy,
     .summary = "What a public edition withholds",
     .fields = SHOWN_FIELDS},
    {.method = "POST",
     .path = "/settings/public",
     .least = ROLE_EDITOR,
     .handle = set_policy,
     .writes = true,
     .summary = "Make the public editions stricter",
     .fields = SET_FIELDS},
    {.method = "POST",
     .path = "/settings/public/undo",
     .least = ROLE_EDITOR,
     .handle = undo_policy,
     .writes = true,
     .summary = "Take that back",
     .fields = UNDO_FIELDS},
    {0},
};
