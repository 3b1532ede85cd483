/*
 * people — who works with a book: accounts, sessions, tokens and invitations. Passwords and tokens come here hashed; the plain ones are
 * never kept (serve/secret.h makes them).
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

#endif
