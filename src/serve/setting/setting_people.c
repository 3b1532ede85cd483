/* setting_people — who works at the desk: an administrator invites, changes roles, closes accounts, sends links for new passwords. */
#include "serve/frame/core.h"
#include "serve/frame/input.h"
#include "serve/frame/layout.h"
#include "serve/frame/routes.h"
#include "serve/frame/who.h"
#include "serve/setting/invitation.h"
#include "serve/setting/setting.h"

static void role_choice(Buf *out, Role chosen, const char *id)
{
    buf_format(out, "<select id=\"%s\" name=\"role\">", id);
    for (int r = ROLE_READER; r < ROLE_COUNT_; r++) {
        buf_put(out, STR("<option"));
        buf_put(out, r == (int)chosen ? STR(" selected>") : STR(">"));
        buf_put(out, role_name((Role)r));
        buf_put(out, STR("</option>"));
    }
    buf_put(out, STR("</select>"));
}

/* A form of one button, for the person. */
static void act(Buf *out, const Request *request, const Account *account, const char *verb, const char *label)
{
    Buf action = {0};
    buf_format(&action, "/settings/people/%lld/%s", (long long)account->person.id, verb);
    layout_form(out, request, buf_str(&action));
    buf_put(out, STR("<button type=\"submit\" aria-label=\""));
    buf_html(out, str_from(label));
    buf_put(out, STR(": "));
    buf_html(out, account->person.name);
    buf_put(out, STR("\">"));
    buf_html(out, str_from(label));
    buf_put(out, STR("</button></form>\n"));
    buf_free(&action);
}

static void role_form(Buf *out, const Request *request, const Account *account)
{
    Buf action = {0};
    char id[32];
    Buf name = {0};
    buf_format(&name, "role-%lld", (long long)account->person.id);
    buf_char(&name, '\0');
    memcpy(id, name.ptr, name.len);
    buf_free(&name);
    buf_format(&action, "/settings/people/%lld/role", (long long)account->person.id);
    layout_form(out, request, buf_str(&action));
    buf_format(out, "<label class=\"unseen\" for=\"%s\">Role of ", id);
    buf_html(out, account->person.name);
    buf_put(out, STR("</label>"));
    role_choice(out, account->person.role, id);
    buf_put(out, STR("<button type=\"submit\">Change</button></form>\n"));
    buf_free(&action);
}

static void person_row(Buf *out, const Request *request, const Account *account)
{
    buf_put(out, STR("<tr><th scope=\"row\">"));
    buf_html(out, account->person.name);
    buf_put(out, STR("</th><td>"));
    if (account->closed_at != 0) {
        buf_put(out, role_name(account->person.role));
        buf_put(out, STR(", closed</td><td></td></tr>\n"));
        return;
    }
    role_form(out, request, account);
    buf_put(out, STR("</td><td class=\"acts\">"));
    act(out, request, account, "password", "Link for a new password");
    act(out, request, account, "close", "Close the account");
    buf_put(out, STR("</td></tr>\n"));
}

static void people_page(Request *request, Reply *reply, const char *wrong, Str link)
{
    Error err = {0};
    Account *all = NULL;
    size_t count = 0;
    if (!account_list(request->store, request->arena, &all, &count, &err)) {
        reply_failed(request, reply, &err);
        return;
    }
    Buf *out = setting_open(request, reply, STR("People"));
    input_message(out, wrong);
    setting_secret(out, link,
                   "The link, good once and for three days. It is shown only now: send it by a way that you trust.");
    buf_put(
        out,
        STR("<table><thead><tr><th scope=\"col\">Name</th><th scope=\"col\">Role</th><th scope=\"col\">Account</th></tr></thead><tbody>\n"));
    for (size_t i = 0; i < count; i++)
        person_row(out, request, &all[i]);
    buf_put(out, STR("</tbody></table>\n<h2>Invite somebody</h2>\n"));
    layout_form(out, request, STR("/settings/people"));
    buf_put(out, STR("<p class=\"field\"><label for=\"role\">Role</label>"));
    role_choice(out, ROLE_CODER, "role");
    buf_put(
        out,
        STR("</p>\n<p class=\"hint\">A reader sees everything in the book; a coder decides on claims and uploads reports; an editor also settles what "
            "coders disagree on, publishes and moderates; an administrator also looks after people and settings.</p>\n"));
    input_button(out, "Make a link");
    buf_put(out, STR("</form>\n"));
    setting_close(request, reply);
}

static void show_people(Request *request, Reply *reply)
{
    people_page(request, reply, NULL, STR_NONE);
}

static void show_link(Request *request, Reply *reply, Role role, int64_t person)
{
    Error err = {0};
    Str token = invitation_make(request, role, person, &err);
    if (!str_present(token)) {
        reply_failed(request, reply, &err);
        return;
    }
    Buf link = {0};
    buf_put(&link, setting_origin(request));
    buf_put(&link, STR("/invitation/"));
    buf_put(&link, token);
    people_page(request, reply, NULL, buf_str(&link));
    buf_free(&link);
}

static void invite(Request *request, Reply *reply)
{
    Role role = ROLE_NOBODY;
    Str wanted = request_field(request, "role");
    if (str_present(wanted) && role_parse(wanted, &role))
        show_link(request, reply, role, 0);
    else
        reply_error(request, reply, 422, "There is no such role.", "Choose reader, coder, editor or administrator.");
}

/* The open account that the path names; false: the reply says why not. */
static bool named(Request *request, Reply *reply, Account *out)
{
    Error err = {0};
    int64_t id = 0;
    if (!str_number(request_parameter(request, "person"), &id))
        id = 0;
    if (!account_get(request->store, id, request->arena, out, &err)) {
        reply_failed(request, reply, &err);
        return false;
    }
    bool open = out->person.id != 0 && out->closed_at == 0;
    if (!open)
        reply_error(request, reply, 404, "There is no such account.", "Go back to the list of people.");
    return open;
}

static void finish(Request *request, Reply *reply, bool ok, bool done, const Error *err)
{
    known_forget(request->desk->known);
    if (!ok) {
        reply_failed(request, reply, err);
    } else if (!done) {
        reply->status = 409;
        people_page(request, reply, "The desk needs an administrator: make somebody else one first.", STR_NONE);
    } else {
        reply_redirect(request, reply, STR("/settings/people"));
    }
}

static void change_role(Request *request, Reply *reply)
{
    Error err = {0};
    Account account;
    Role role = ROLE_NOBODY;
    bool done = false;
    Str wanted = request_field(request, "role");
    if (!named(request, reply, &account))
        return;
    if (!str_present(wanted) || !role_parse(wanted, &role)) {
        reply_error(request, reply, 422, "There is no such role.", "Choose reader, coder, editor or administrator.");
        return;
    }
    bool ok = account_set_role(request->store, account.person.id, role, &done, &err);
    finish(request, reply, ok, done || role == account.person.role, &err);
}

static void close_account(Request *request, Reply *reply)
{
    Error err = {0};
    Account account;
    bool done = false;
    if (!named(request, reply, &account))
        return;
    bool ok = account_close(request->store, account.person.id, request->now, &done, &err);
    finish(request, reply, ok, done, &err);
}

static void renew_password(Request *request, Reply *reply)
{
    Account account;
    if (named(request, reply, &account))
        show_link(request, reply, account.person.role, account.person.id);
}

static const FormField ROLE_FIELDS[] = {{"role", "reader, coder, editor or administrator"}, {0}};

const Route PEOPLE_ROUTES[] = {
    {.method = "GET",
     .path = "/settings/people",
     .least = ROLE_ADMINISTRATOR,
     .handle = show_people,
     .summary = "Who works at the desk"},
    {.method = "POST",
     .path = "/settings/people",
     .least = ROLE_ADMINISTRATOR,
     .handle = invite,
     .writes = true,
     .summary = "Invite somebody",
     .fields = ROLE_FIELDS},
    {.method = "POST",
     .path = "/settings/people/{person}/role",
     .least = ROLE_ADMINISTRATOR,
     .handle = change_role,
     .writes = true,
     .summary = "Change a role",
     .fields = ROLE_FIELDS},
    {.method = "POST",
     .path = "/settings/people/{person}/close",
     .least = ROLE_ADMINISTRATOR,
     .handle = close_account,
     .writes = true,
     .summary = "Close an account"},
    {.method = "POST",
     .path = "/settings/people/{person}/password",
     .least = ROLE_ADMINISTRATOR,
     .handle = renew_password,
     .writes = true,
     .summary = "A link for a new password"},
    {0},
};
