/* setting_own — what everybody sets for himself: his password, his tokens for programs. */
#include "report/words.h"
#include "serve/frame/core.h"
#include "serve/frame/input.h"
#include "serve/frame/layout.h"
#include "serve/frame/limit.h"
#include "serve/frame/routes.h"
#include "serve/frame/secret.h"
#include "serve/frame/who.h"
#include "serve/setting/invitation.h"
#include "serve/setting/setting.h"

/* ---- password ---- */

static const Limit PASSWORD_LIMIT = {5, 60};

static void password_page(Request *request, Reply *reply, const char *wrong)
{
    Buf *out = setting_open(request, reply, STR("Password"));
    input_message(out, wrong);
    layout_form(out, request, STR("/settings/password"));
    input_line(
        out,
        &(Input){.name = "old", .label = "Password until now", .type = "password", .complete = "current-password"});
    input_line(out, &(Input){.name = "password",
                             .label = "New password",
                             .type = "password",
                             .hint = "Twelve characters or more. It signs you out everywhere else.",
                             .complete = "new-password"});
    input_button(out, "Change");
    buf_put(out, STR("</form>\n"));
    setting_close(request, reply);
}

static void show_password(Request *request, Reply *reply)
{
    password_page(request, reply, NULL);
}

static void refuse_password(Request *request, Reply *reply, int status, const char *wrong)
{
    reply->status = status;
    password_page(request, reply, wrong);
}

static void change_password(Request *request, Reply *reply)
{
    Error err = {0};
    Account account;
    Str old = request_field(request, "old");
    Str wanted = request_field(request, "password");
    if (!account_get(request->store, request->person.id, request->arena, &account, &err)) {
        reply_failed(request, reply, &err);
        return;
    }
    const char *fault = invitation_password_fault(str_present(wanted) ? wanted : STR(""), account.person.name);
    if (request->by_token) {
        refuse_password(request, reply, 403, "A token can't change the password: sign in.");
    } else if (!limit_take(request->desk->limits, request->proof, &PASSWORD_LIMIT, request->now)) {
        refuse_password(request, reply, 429, "Too many tries. Wait a minute.");
    } else if (!secret_password_is(request->desk->hasher, account.password, str_present(old) ? old : STR(""),
                                   request->arena)) {
        refuse_password(request, reply, 403, "That is not your password until now.");
    } else if (fault) {
        refuse_password(request, reply, 422, fault);
    } else if (account_set_password(request->store, account.person.id,
                                    secret_password(request->desk->hasher, wanted, request->arena), &err) &&
               who_sign_in(request, reply, account.person.id, &err)) {
        reply_redirect(request, reply, STR("/settings/password"));
    } else {
        reply_failed(request, reply, &err);
    }
}

/* ---- tokens ---- */

static void token_row_of(Buf *out, const Request *request, const AccessToken *token)
{
    buf_put(out, STR("<tr><th scope=\"row\">"));
    buf_html(out, token->name);
    buf_put(out, STR("</th><td>"));
    buf_put(out, role_name(token->person.role));
    buf_put(out, STR("</td><td>"));
    words_moment(out, (Moment){.seconds = token->made_at, .precision = MOMENT_TIME});
    buf_put(out, STR("</td><td>"));
    if (token->revoked_at != 0) {
        buf_put(out, STR("revoked"));
    } else {
        Buf action = {0};
        buf_format(&action, "/settings/tokens/%lld/revoke", (long long)token->id);
        layout_form(out, request, buf_str(&action));
        buf_put(out, STR("<button type=\"submit\">Revoke</button></form>"));
        buf_free(&action);
    }
    buf_put(out, STR("</td></tr>\n"));
}

static void tokens_page(Request *request, Reply *reply, const char *wrong, Str secret)
{
    Error err = {0};
    AccessToken *all = NULL;
    size_t count = 0;
    if (!access_token_list(request->store, request->person.id, request->arena, &all, &count, &err)) {
        reply_failed(request, reply, &err);
        return;
    }
    Buf *out = setting_open(request, reply, STR("Tokens"));
    buf_put(
        out,
        STR("<p>A token lets a program work in your name: <code>Authorization: Bearer TOKEN</code>. What it may call stands in "
            "<a href=\"/openapi.json\">openapi.json</a>.</p>\n"));
    input_message(out, wrong);
    setting_secret(out, secret, "The token. It is shown only now.");
    if (count > 0)
        buf_put(
            out,
            STR("<table><thead><tr><th scope=\"col\">For</th><th scope=\"col\">Role</th><th scope=\"col\">Made</th><th scope=\"col\">State</th></tr></thead><tbody>\n"));
    for (size_t i = 0; i < count; i++)
        token_row_of(out, request, &all[i]);
    buf_put(out, count > 0 ? STR("</tbody></table>\n<h2>A new token</h2>\n") : STR("<h2>A new token</h2>\n"));
    layout_form(out, request, STR("/settings/tokens"));
    input_line(out, &(Input){.name = "name", .label = "What it is for"});
    buf_put(out,
            STR("<p class=\"field\"><label for=\"role\">The most it may do</label><select id=\"role\" name=\"role\">"));
    for (int r = ROLE_READER; r <= (int)request->person.role; r++) {
        buf_put(out, STR("<option>"));
        buf_put(out, role_name((Role)r));
        buf_put(out, STR("</option>"));
    }
    buf_put(out, STR("</select></p>\n"));
    input_button(out, "Make a token");
    buf_put(out, STR("</form>\n"));
    setting_close(request, reply);
}

static void show_tokens(Request *request, Reply *reply)
{
    tokens_page(request, reply, NULL, STR_NONE);
}

static void make_token(Request *request, Reply *reply)
{
    enum { NAME_MOST = 100 };
    Error err = {0};
    Role role = ROLE_NOBODY;
    Str name = request_field(request, "name");
    Str wanted = request_field(request, "role");
    if (!str_present(name) || str_trim(name).len == 0 || name.len > NAME_MOST || !str_present(wanted) ||
        !role_parse(wanted, &role)) {
        reply->status = 422;
        tokens_page(request, reply, "Say what the token is for, and choose a role.", STR_NONE);
        return;
    }
    if (role > request->person.role) {
        reply_error(request, reply, 403, "A token may do no more than you may.",
                    "Choose your own role or a lesser one.");
        return;
    }
    Str secret = secret_token(request->arena);
    AccessToken token = {
        .person = {request->person.id, request->person.name, role}, .name = str_trim(name), .made_at = request->now};
    if (access_token_add(request->store, secret_hash(secret, request->arena), &token, &err))
        tokens_page(request, reply, NULL, secret);
    else
        reply_failed(request, reply, &err);
}

static void revoke_token(Request *request, Reply *reply)
{
    Error err = {0};
    int64_t id = 0;
    bool done = false;
    if (!str_number(request_parameter(request, "token"), &id))
        id = 0;
    bool ok = access_token_revoke(request->store, request->person.id, id, request->now, &done, &err);
    known_forget(request->desk->known);
    if (!ok)
        reply_failed(request, reply, &err);
    else if (!done)
        reply_error(request, reply, 404, "You have no such token.", "Go back to your tokens.");
    else
        reply_redirect(request, reply, STR("/settings/tokens"));
}

static const FormField PASSWORD_FIELDS[] = {
    {"old", "the password until now"}, {"password", "twelve characters or more"}, {0}};
static const FormField TOKEN_FIELDS[] = {{"name", "what it is for"}, {"role", "the most it may do"}, {0}};

const Route OWN_ROUTES[] = {
    {.method = "GET",
     .path = "/settings/password",
     .least = ROLE_READER,
     .handle = show_password,
     .summary = "The form for a new password"},
    {.method = "POST",
     .path = "/settings/password",
     .least = ROLE_READER,
     .handle = change_password,
     .writes = true,
     .summary = "Change the own password",
     .fields = PASSWORD_FIELDS},
    {.method = "GET",
     .path = "/settings/tokens",
     .least = ROLE_READER,
     .handle = show_tokens,
     .summary = "The own tokens"},
    {.method = "POST",
     .path = "/settings/tokens",
     .least = ROLE_READER,
     .handle = make_token,
     .writes = true,
     .summary = "Make a token",
     .fields = TOKEN_FIELDS},
    {.method = "POST",
     .path = "/settings/tokens/{token}/revoke",
     .least = ROLE_READER,
     .handle = revoke_token,
     .writes = true,
     .summary = "Revoke a token"},
    {0},
};
