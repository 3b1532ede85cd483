#include "store/people.h"

#include "store/book.h"

static const char *const ROLES[ROLE_COUNT_] = {"nobody", "reader", "coder", "editor", "administrator"};

Str role_name(Role role)
{
    return str_from(ROLES[role]);
}

bool role_parse(Str name, Role *out)
{
    for (int r = ROLE_READER; r < ROLE_COUNT_; r++) {
        if (str_equal(name, str_from(ROLES[r]))) {
            *out = (Role)r;
            return true;
        }
    }
    return false;
}

/* ---- accounts ---- */

#define ACCOUNT_COLUMNS "id, name, role, password, made_at, closed_at"

static Account account_row(const Query *q, Arena *arena)
{
    enum { ID, NAME, ROLE, PASSWORD, MADE, CLOSED };
    return (Account){
        .person = {query_int_at(q, ID), query_str_at(q, NAME, arena), (Role)query_int_at(q, ROLE)},
        .password = query_str_at(q, PASSWORD, arena),
        .made_at = query_int_at(q, MADE),
        .closed_at = query_int_at(q, CLOSED),
    };
}

static void read_account(const Query *q, Arena *arena, void *item)
{
    *(Account *)item = account_row(q, arena);
}

static bool one_account(Store *store, Query *q, Arena *arena, Account *out, Error *err)
{
    *out = (Account){0};
    if (query_row(q))
        *out = account_row(q, arena);
    query_run(q);
    return db_ok(store->db, err);
}

bool account_find(Store *store, Str name, Arena *arena, Account *out, Error *err)
{
    Query *q = db_query(store->db, "SELECT " ACCOUNT_COLUMNS " FROM people WHERE name_key = lower(?)");
    query_str(q, name);
    return one_account(store, q, arena, out, err);
}

bool account_get(Store *store, int64_t person, Arena *arena, Account *out, Error *err)
{
    Query *q = db_query(store->db, "SELECT " ACCOUNT_COLUMNS " FROM people WHERE id = ?");
    query_int(q, person);
    return one_account(store, q, arena, out, err);
}

bool account_list(Store *store, Arena *arena, Account **out, size_t *count, Error *err)
{
    Query *q = db_query(store->db, "SELECT " ACCOUNT_COLUMNS " FROM people ORDER BY name_key");
    *out = query_all(q, read_account, sizeof **out, arena, count);
    return db_ok(store->db, err);
}

static void end_sessions(Store *store, int64_t person)
{
    Query *q = db_query(store->db, "DELETE FROM sessions WHERE person = ?");
    query_int(q, person);
    query_run(q);
}

static void put_password(Store *store, int64_t person, Str password)
{
    Query *q = db_query(store->db, "UPDATE people SET password = ? WHERE id = ?");
    query_str(q, password);
    query_int(q, person);
    query_run(q);
    end_sessions(store, person);
}

bool account_set_password(Store *store, int64_t person, Str password, Error *err)
{
    db_begin(store->db);
    put_password(store, person, password);
    return db_commit(store->db, err);
}

bool account_set_role(Store *store, int64_t person, Role role, bool *done, Error *err)
{
    Query *q =
        db_query(store->db, "UPDATE people SET role = ? WHERE id = ? AND closed_at IS NULL AND (role <> 4 OR EXISTS "
                            "(SELECT 1 FROM people o WHERE o.role = 4 AND o.closed_at IS NULL AND o.id <> people.id))");
    query_int(q, role);
    query_int(q, person);
    query_run(q);
    *done = db_changed(store->db) > 0;
    return db_ok(store->db, err);
}

bool account_close(Store *store, int64_t person, int64_t now, bool *done, Error *err)
{
    db_begin(store->db);
    Query *q = db_query(store->db,
                        "UPDATE people SET closed_at = ? WHERE id = ? AND closed_at IS NULL AND (role <> 4 OR EXISTS "
                        "(SELECT 1 FROM people o WHERE o.role = 4 AND o.closed_at IS NULL AND o.id <> people.id))");
    query_int(q, now);
    query_int(q, person);
    query_run(q);
    *done = db_changed(store->db) > 0;
    if (*done) {
        end_sessions(store, person);
        Query *tokens = db_query(store->db, "UPDATE tokens SET revoked_at = ? WHERE person = ? AND revoked_at IS NULL");
        query_int(tokens, now);
        query_int(tokens, person);
        query_run(tokens);
    }
    return db_commit(store->db, err);
}

/* ---- sessions ---- */

bool session_add(Store *store, Str hash, int64_t person, int64_t now, Error *err)
{
    Query *q = db_query(store->db, "INSERT INTO sessions (hash, person, made_at, seen_at) VALUES (?, ?, ?, ?)");
    query_blob(q, hash);
    query_int(q, person);
    query_int(q, now);
    query_int(q, now);
    query_run(q);
    return db_ok(store->db, err);
}

bool session_find(Store *store, Str hash, Arena *arena, Session *out, Error *err)
{
    enum { ID, NAME, ROLE, MADE, SEEN };
    *out = (Session){0};
    Query *q = db_query(store->db, "SELECT p.id, p.name, p.role, s.made_at, s.seen_at FROM sessions s "
                                   "JOIN people p ON p.id = s.person WHERE s.hash = ? AND p.closed_at IS NULL");
    query_blob(q, hash);
    if (query_row(q))
        *out = (Session){{query_int_at(q, ID), query_str_at(q, NAME, arena), (Role)query_int_at(q, ROLE)},
                         query_int_at(q, MADE),
                         query_int_at(q, SEEN)};
    query_run(q);
    return db_ok(store->db, err);
}

bool session_seen(Store *store, Str hash, int64_t now, Error *err)
{
    Query *q = db_query(store->db, "UPDATE sessions SET seen_at = ? WHERE hash = ?");
    query_int(q, now);
    query_blob(q, hash);
    query_run(q);
    return db_ok(store->db, err);
}

bool session_end(Store *store, Str hash, Error *err)
{
    Query *q = db_query(store->db, "DELETE FROM sessions WHERE hash = ?");
    query_blob(q, hash);
    query_run(q);
    return db_ok(store->db, err);
}

bool session_end_all(Store *store, int64_t person, Error *err)
{
    end_sessions(store, person);
    return db_ok(store->db, err);
}

bool session_drop_older(Store *store, int64_t seen_before, int64_t made_before, Error *err)
{
    Query *q = db_query(store->db, "DELETE FROM sessions WHERE seen_at < ? OR made_at < ?");
    query_int(q, seen_before);
    query_int(q, made_before);
    query_run(q);
    return db_ok(store->db, err);
}

/* ---- tokens ---- */

#define TOKEN_COLUMNS "t.id, p.id, p.name, min(t.role, p.role), t.name, t.made_at, t.revoked_at"

static AccessToken token_row(const Query *q, Arena *arena)
{
    enum { ID, PERSON, PERSON_NAME, ROLE, NAME, MADE, REVOKED };
    return (AccessToken){
        .id = query_int_at(q, ID),
        .person = {query_int_at(q, PERSON), query_str_at(q, PERSON_NAME, arena), (Role)query_int_at(q, ROLE)},
        .name = query_str_at(q, NAME, arena),
        .made_at = query_int_at(q, MADE),
        .revoked_at = query_int_at(q, REVOKED),
    };
}

static void read_token(const Query *q, Arena *arena, void *item)
{
    *(AccessToken *)item = token_row(q, arena);
}

bool access_token_add(Store *store, Str hash, const AccessToken *token, Error *err)
{
    Query *q = db_query(store->db, "INSERT INTO tokens (hash, person, name, role, made_at) VALUES (?, ?, ?, ?, ?)");
    query_blob(q, hash);
    query_int(q, token->person.id);
    query_str(q, token->name);
    query_int(q, token->person.role);
    query_int(q, token->made_at);
    query_run(q);
    return db_ok(store->db, err);
}

bool access_token_find(Store *store, Str hash, Arena *arena, AccessToken *out, Error *err)
{
    *out = (AccessToken){0};
    Query *q = db_query(store->db, "SELECT " TOKEN_COLUMNS " FROM tokens t JOIN people p ON p.id = t.person "
                                   "WHERE t.hash = ? AND t.revoked_at IS NULL AND p.closed_at IS NULL");
    query_blob(q, hash);
    if (query_row(q))
        *out = token_row(q, arena);
    query_run(q);
    return db_ok(store->db, err);
}

bool access_token_list(Store *store, int64_t person, Arena *arena, AccessToken **out, size_t *count, Error *err)
{
    Query *q = db_query(store->db, "SELECT " TOKEN_COLUMNS " FROM tokens t JOIN people p ON p.id = t.person "
                                   "WHERE t.person = ? ORDER BY t.id DESC");
    query_int(q, person);
    *out = query_all(q, read_token, sizeof **out, arena, count);
    return db_ok(store->db, err);
}

bool access_token_revoke(Store *store, int64_t person, int64_t token, int64_t now, bool *done, Error *err)
{
    Query *q =
        db_query(store->db, "UPDATE tokens SET revoked_at = ? WHERE id = ? AND person = ? AND revoked_at IS NULL");
    query_int(q, now);
    query_int(q, token);
    query_int(q, person);
    query_run(q);
    *done = db_changed(store->db) > 0;
    return db_ok(store->db, err);
}

/* ---- invitations ---- */

static void put_invitation(Store *store, Str hash, const Invitation *invitation)
{
    Query *q = db_query(store->db, "INSERT INTO invitations (hash, role, person, made_by, made_at, expires_at) "
                                   "VALUES (?, ?, nullif(?, 0), nullif(?, 0), ?, ?)");
    query_blob(q, hash);
    query_int(q, invitation->role);
    query_int(q, invitation->person);
    query_int(q, invitation->made_by);
    query_int(q, invitation->made_at);
    query_int(q, invitation->expires_at);
    query_run(q);
}

bool invitation_add(Store *store, Str hash, const Invitation *invitation, Error *err)
{
    put_invitation(store, hash, invitation);
    return db_ok(store->db, err);
}

bool invitation_find(Store *store, Str hash, int64_t now, Invitation *out, Error *err)
{
    enum { ROLE, PERSON, MADE_BY, MADE_AT, EXPIRES };
    *out = (Invitation){0};
    Query *q = db_query(store->db, "SELECT role, person, made_by, made_at, expires_at FROM invitations "
                                   "WHERE hash = ? AND used_at IS NULL AND expires_at > ?");
    query_blob(q, hash);
    query_int(q, now);
    if (query_row(q))
        *out = (Invitation){(Role)query_int_at(q, ROLE), query_int_at(q, PERSON), query_int_at(q, MADE_BY),
                            query_int_at(q, MADE_AT), query_int_at(q, EXPIRES)};
    query_run(q);
    return db_ok(store->db, err);
}

static int64_t add_account(Store *store, Str name, Role role, Str password, int64_t now)
{
    Query *q = db_query(store->db,
                        "INSERT INTO people (name, name_key, role, password, made_at) VALUES (?, lower(?), ?, ?, ?) "
                        "ON CONFLICT DO NOTHING");
    query_str(q, name);
    query_str(q, name);
    query_int(q, role);
    query_str(q, password);
    query_int(q, now);
    query_run(q);
    return db_changed(store->db) > 0 ? db_last_key(store->db) : 0;
}

// As many as a new account has. NOLINTNEXTLINE(readability-function-size)
bool invitation_accept(Store *store, Str hash, Str name, Str password, int64_t now, Accepted *out, Error *err)
{
    Invitation invitation;
    *out = (Accepted){0};
    db_begin(store->db);
    if (invitation_find(store, hash, now, &invitation, err) && invitation.role != ROLE_NOBODY) {
        out->person = invitation.person;
        if (invitation.person != 0)
            put_password(store, invitation.person, password);
        else
            out->person = add_account(store, name, invitation.role, password, now);
        out->name_taken = out->person == 0;
    }
    if (out->person != 0) {
        Query *used = db_query(store->db, "UPDATE invitations SET used_at = ? WHERE hash = ?");
        query_int(used, now);
        query_blob(used, hash);
        query_run(used);
    }
    return db_commit(store->db, err);
}

bool invitation_first(Store *store, Str hash, int64_t now, int64_t expires_at, bool *out, Error *err)
{
    *out = false;
    db_begin(store->db);
    Query *q = db_query(store->db, "SELECT 1 FROM people LIMIT 1");
    bool somebody = query_row(q);
    query_run(q);
    if (!somebody) {
        query_run(db_query(store->db, "DELETE FROM invitations"));
        put_invitation(store, hash, &(Invitation){ROLE_ADMINISTRATOR, 0, 0, now, expires_at});
        *out = true;
    }
    return db_commit(store->db, err);
}
