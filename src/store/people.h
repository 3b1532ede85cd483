/*
 * people — who works with a book: accounts, sessions, tokens for programs, invitations. Passwords come here as argon2id strings and tokens
 * as their SHA-256; the plain ones are never kept (serve/frame/secret.h makes them). Times are seconds since 1970-01-01T00:00Z.
 *
 * Functions return false and fill *err where the book fails. What is not there is no failure: *out is then empty (id 0).
 */
#ifndef DAYBOOK_STORE_PEOPLE_H
#define DAYBOOK_STORE_PEOPLE_H

#include "store/store.h"

/* What somebody may do; each may also do what those before may. */
typedef enum {
    ROLE_NOBODY,        /* not signed in */
    ROLE_READER,        /* sees everything in the book */
    ROLE_CODER,         /* decides on claims, uploads reports */
    ROLE_EDITOR,        /* adjudicates, publishes editions, moderates what readers send */
    ROLE_ADMINISTRATOR, /* people and settings */
    ROLE_COUNT_
} Role;

typedef struct {
    int64_t id; /* 0: nobody */
    Str name;   /* as it signs decisions; unique */
    Role role;
} Person;

/* "reader", "coder" …; "nobody" for ROLE_NOBODY. */
Str role_name(Role role);
bool role_parse(Str name, Role *out);

/* ---- accounts ---- */

typedef struct {
    Person person;
    Str password; /* argon2id string */
    int64_t made_at;
    int64_t closed_at; /* 0: open */
} Account;

/* By name, whatever its capitals; closed ones too. */
bool account_find(Store *store, Str name, Arena *arena, Account *out, Error *err);
bool account_get(Store *store, int64_t person, Arena *arena, Account *out, Error *err);

/* In order of name. */
bool account_list(Store *store, Arena *arena, Account **out, size_t *count, Error *err);

/* Signs the person out everywhere. */
bool account_set_password(Store *store, int64_t person, Str password, Error *err);

/* The last open administrator keeps role and account: *done is then false. Closing signs out everywhere and revokes tokens. */
bool account_set_role(Store *store, int64_t person, Role role, bool *done, Error *err);
bool account_close(Store *store, int64_t person, int64_t now, bool *done, Error *err);

/* ---- sessions ---- */

typedef struct {
    Person person;
    int64_t made_at;
    int64_t seen_at;
} Session;

bool session_add(Store *store, Str hash, int64_t person, int64_t now, Error *err);
bool session_find(Store *store, Str hash, Arena *arena, Session *out, Error *err); /* of an open account */
bool session_seen(Store *store, Str hash, int64_t now, Error *err);
bool session_end(Store *store, Str hash, Error *err);
bool session_end_all(Store *store, int64_t person, Error *err);
bool session_drop_older(Store *store, int64_t seen_before, int64_t made_before, Error *err);

/* ---- tokens ---- */

typedef struct {
    int64_t id;
    Person person; /* whose it is; its role is the token's, or the person's where that is less */
    Str name;
    int64_t made_at;
    int64_t revoked_at; /* 0: it works */
} AccessToken;

bool access_token_add(Store *store, Str hash, const AccessToken *token, Error *err);
bool access_token_find(Store *store, Str hash, Arena *arena, AccessToken *out,
                       Error *err); /* that works, of an open account */
bool access_token_list(Store *store, int64_t person, Arena *arena, AccessToken **out, size_t *count, Error *err);
bool access_token_revoke(Store *store, int64_t person, int64_t token, int64_t now, bool *done, Error *err);

/* ---- invitations ---- */

typedef struct {
    Role role;       /* of who accepts it; ROLE_NOBODY: there is no such invitation, or it was used or is too old */
    int64_t person;  /* whose password it sets anew; 0: it is for somebody new */
    int64_t made_by; /* 0: the program's */
    int64_t made_at;
    int64_t expires_at;
} Invitation;

bool invitation_add(Store *store, Str hash, const Invitation *invitation, Error *err);
bool invitation_find(Store *store, Str hash, int64_t now, Invitation *out, Error *err);

/* Makes the account, or sets the password, and uses the invitation up, all or nothing. *out is 0, and nothing was done, where the
 * invitation does not hold or (out->name_taken) somebody has that name. */
typedef struct {
    int64_t person;
    bool name_taken;
} Accepted;
bool invitation_accept(Store *store, Str hash, Str name, Str password, int64_t now, Accepted *out, Error *err);

/* While nobody has an account: all earlier invitations are void and this one is for the first administrator. *out: it was made. */
bool invitation_first(Store *store, Str hash, int64_t now, int64_t expires_at, bool *out, Error *err);

#endif
