/* invitation — a link that is good once: a new account, or a new password for an old one. */
#include "serve/setting/invitation.h"

#include "serve/frame/core.h"
#include "serve/frame/input.h"
#include "serve/frame/layout.h"
#include "serve/frame/routes.h"
#include "serve/frame/secret.h"
#include "serve/frame/who.h"

enum { NAME_MOST = 64, VALID_SECONDS = 3 * 24 * 3600 };

Str invitation_make(Request *request, Role role, int64_t person, Error *err)
{
    Str token = secret_token(request->arena);
    Invitation invitation = {role, person, request->person.id, request->now, request->now + VALID_SECONDS};
    return invitation_add(request->store, secret_hash(token, request->arena), &invitation, err) ? token : STR_NONE;
}

Str invitation_make_first(Store *store, Arena *arena, int64_t now, Error *err)
{
    bool made = false;
    Str token = secret_token(arena);
    if (!invitation_first(store, secret_hash(token, arena), now, now + VALID_SECONDS, &made, err))
        return STR_NONE;
    return made ? token : STR("");
}

const char *invitation_password_fault(Str password, Str name)
{
    if (password.len < SECRET_PASSWORD_LEAST)
        return "The password needs twelve characters or more. Four or five words you remember make a good one.";
    if (password.len > SECRET_PASSWORD_MOST)
        return "The password is too long.";
    return str_equal_caseless(password, name) ? "The password must not be the name." : NULL;
}

/* A name is signed under decisions and stands in lists: no control characters, nothing around it. */
static const char *name_fault(Str name)
{
    if (name.len == 0 || name.len > NAME_MOST)
        return "Give a name of 1 to 64 characters: it signs what you decide.";
    for (size_t i = 0; i < name.len; i++)
        if ((unsigned char)name.ptr[i] < ' ' || name.ptr[i] == 0x7F)
            return "The name has a character that can't be shown.";
    return NULL;
}

static void accept_page(Request *request, Reply *reply, const Invitation *invitation, const char *wrong)
{
    bool is_new = invitation->person == 0;
    Buf action = {0};
    buf_put(&action, STR("/invitation/"));
    buf_url(&action, request_parameter(request, "token"));
    Buf *out = layout_open(request, reply, is_new ? STR("Your account") : STR("A new password"));
    buf_put(out, is_new ? STR("<h1>Your account</h1>\n<p>You will be ") : STR("<h1>A new password</h1>\n<p>You are "));
    buf_put(out, str_equal(role_name(invitation->role), STR("editor")) || invitation->role == ROLE_ADMINISTRATOR
                     ? STR("an ")
                     : STR("a "));
    buf_put(out, role_name(invitation->role));
    buf_put(out, STR(" of this desk.</p>\n"));
    input_message(out, wrong);
    layout_form(out, request, buf_str(&action));
    if (is_new)
        input_line(out, &(Input){.name = "name",
                                 .label = "Name",
                                 .hint = "It signs what you decide, and stays with it.",
                                 .complete = "username",
                                 .value = request_field(request, "name")});
    input_line(out, &(Input){.name = "password",
                             .label = "Password",
                             .type = "password",
                             .hint = "Twelve characters or more. Four or five words you remember make a good one.",
                             .complete = "new-password"});
    input_button(out, is_new ? "Make the account" : "Set the password");
    buf_put(out, STR("</form>\n"));
    layout_close(request, reply);
    buf_free(&action);
}

/* false: the reply says why. */
static bool find(Request *request, Reply *reply, Invitation *out)
{
    Error err = {0};
    Str hash = secret_hash(request_parameter(request, "token"), request->arena);
    if (!invitation_find(request->store, hash, request->now, out, &err)) {
        reply_failed(request, reply, &err);
        return false;
    }
    if (out->role == ROLE_NOBODY)
        reply_error(request, reply, 404, "This link was used already, or is too old.",
                    "Ask an administrator of the desk for another.");
    return out->role != ROLE_NOBODY;
}

static void show_invitation(Request *request, Reply *reply)
{
    Invitation invitation;
    if (find(request, reply, &invitation))
        accept_page(request, reply, &invitation, NULL);
}

static void accept_invitation(Request *request, Reply *reply)
{
    Error err = {0};
    Invitation invitation;
    Accepted accepted;
    Str name = request_trimmed(request, "name");
    Str password = request_field(request, "password");
    if (!find(request, reply, &invitation))
        return;
    const char *wrong = invitation.person == 0 ? name_fault(name) : NULL;
    if (!wrong)
        wrong = invitation_password_fault(str_present(password) ? password : STR(""), name);
    if (wrong) {
        reply->status = 422;
        accept_page(request, reply, &invitation, wrong);
        return;
    }
    Str hash = secret_hash(request_parameter(request, "token"), request->arena);
    Str kept = secret_password(request->desk->hasher, password, request->arena);
    if (!invitation_accept(request->store, hash, name, kept, request->now, &accepted, &err)) {
        reply_failed(request, reply, &err);
    } else if (accepted.person == 0) {
        reply->status = 409;
        accept_page(request, reply, &invitation,
                    accepted.name_taken ? "Somebody has that name; choose another." : "This link was used already.");
    } else {
        known_forget(request->desk->known);
        if (who_sign_in(request, reply, accepted.person, &err))
            reply_redirect(request, reply, STR("/"));
        else
            reply_failed(request, reply, &err);
    }
}

static const FormField ACCEPT_FIELDS[] = {{"name", "of a new account"}, {"password", "twelve characters or more"}, {0}};

const Route INVITATION_ROUTES[] = {
    {.method = "GET",
     .path = "/invitation/{token}",
     .handle = show_invitation,
     .summary = "A one-time link: the form for an account or a password"},
    {.method = "POST",
     .path = "/invitation/{token}",
     .handle = accept_invitation,
     .writes = true,
     .summary = "Accept a one-time link",
     .fields = ACCEPT_FIELDS},
    {0},
};
