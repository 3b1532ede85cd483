/* sign_in — in and out. A wrong name and a wrong password are answered alike: the same words after the same work. */
#include "base/hash.h"
#include "serve/frame/core.h"
#include "serve/frame/input.h"
#include "serve/frame/layout.h"
#include "serve/frame/limit.h"
#include "serve/frame/routes.h"
#include "serve/frame/secret.h"
#include "serve/frame/who.h"

/* Tries: of one account from one address, of one address, of one account from anywhere. */
static const Limit PAIR_LIMIT = {5, 30};
static const Limit ADDRESS_LIMIT = {30, 10};
static const Limit ACCOUNT_LIMIT = {50, 20};

static Str safe_next(Str next)
{
    return path_is_ours(next) ? next : STR("/");
}

static void sign_in_page(Request *request, Reply *reply, const char *wrong)
{
    Str next = str_equal(str_from(request->route->method), STR("GET")) ? request_query(request, "next")
                                                                       : request_field(request, "next");
    Buf *out = layout_open(request, reply, STR("Sign in"));
    buf_put(out, STR("<h1>Sign in</h1>\n"));
    input_message(out, wrong);
    layout_form(out, request, STR("/sign-in"));
    buf_put(out, STR("<input type=\"hidden\" name=\"next\" value=\""));
    buf_html(out, safe_next(next));
    buf_put(out, STR("\">\n"));
    input_line(
        out,
        &(Input){.name = "name", .label = "Name", .complete = "username", .value = request_field(request, "name")});
    input_line(out,
               &(Input){.name = "password", .label = "Password", .type = "password", .complete = "current-password"});
    input_button(out, "Sign in");
    buf_put(
        out,
        STR("</form>\n<p class=\"quiet\">No account, or the password is lost? An administrator of the desk sends you a link.</p>\n"));
    layout_close(request, reply);
}

static void show_sign_in(Request *request, Reply *reply)
{
    sign_in_page(request, reply, NULL);
}

static Str limit_key(Request *request, const char *kind, Str account)
{
    Str parts[] = {str_from(kind), account, request->address};
    return hash_id(request->arena, parts, sizeof parts / sizeof *parts);
}

/* Is one more try allowed? Unknown names count as known ones do. */
static bool may_try(Request *request, Str name, bool give)
{
    Limits *limits = request->desk->limits;
    char *lower = arena_alloc(request->arena, name.len + 1, 1);
    for (size_t i = 0; i < name.len; i++)
        lower[i] = char_lower(name.ptr[i]);
    Str account = {lower, name.len};
    Str parts[] = {STR("account"), account};
    Str pair_key = limit_key(request, "pair", account);
    Str address_key = limit_key(request, "address", STR(""));
    Str account_key = hash_id(request->arena, parts, 2);
    if (give) {
        limit_give(limits, pair_key, &PAIR_LIMIT);
        limit_give(limits, address_key, &ADDRESS_LIMIT);
        limit_give(limits, account_key, &ACCOUNT_LIMIT);
        return true;
    }
    return limit_take(limits, address_key, &ADDRESS_LIMIT, request->now) &&
           limit_take(limits, pair_key, &PAIR_LIMIT, request->now) &&
           limit_take(limits, account_key, &ACCOUNT_LIMIT, request->now);
}

static void sign_in(Request *request, Reply *reply)
{
    Error err = {0};
    Account account;
    Str name = request_trimmed(request, "name");
    Str password = request_field(request, "password");
    Str next = request_field(request, "next");
    if (!may_try(request, name, false)) {
        reply->status = 429;
        reply_header(reply, "Retry-After", STR("30"));
        sign_in_page(request, reply, "Too many tries. Wait half a minute, then try again.");
        return;
    }
    if (!account_find(request->store, name, request->arena, &account, &err)) {
        reply_failed(request, reply, &err);
        return;
    }
    bool open = account.person.id != 0 && account.closed_at == 0;
    if (!secret_password_is(request->desk->hasher, open ? account.password : STR_NONE,
                            str_present(password) ? password : STR(""), request->arena)) {
        reply->status = 401;
        sign_in_page(request, reply, "Name and password do not go together.");
        return;
    }
    (void)may_try(request, name, true);
    if (who_sign_in(request, reply, account.person.id, &err))
        reply_redirect(request, reply, safe_next(str_present(next) ? next : STR("")));
    else
        reply_failed(request, reply, &err);
}

static void sign_out(Request *request, Reply *reply)
{
    Error err = {0};
    if (who_sign_out(request, reply, &err))
        reply_redirect(request, reply, STR("/sign-in"));
    else
        reply_failed(request, reply, &err);
}

static const FormField SIGN_IN_FIELDS[] = {
    {"name", "as it signs decisions"}, {"password", "of the account"}, {"next", "the path to go to"}, {0}};
static const FormField NEXT_FIELDS[] = {{"next", "the path to go to afterwards"}, {0}};

const Route SIGN_IN_ROUTES[] = {
    {.method = "GET",
     .path = "/sign-in",
     .handle = show_sign_in,
     .summary = "The form to sign in",
     .fields = NEXT_FIELDS},
    {.method = "POST",
     .path = "/sign-in",
     .handle = sign_in,
     .writes = true,
     .summary = "Sign in",
     .fields = SIGN_IN_FIELDS},
    {.method = "POST",
     .path = "/sign-out",
     .least = ROLE_READER,
     .handle = sign_out,
     .writes = true,
     .summary = "Sign out"},
    {0},
};
