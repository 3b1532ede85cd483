/* invitation — links that are good once and for three days. */
#ifndef DAYBOOK_SERVE_INVITATION_H
#define DAYBOOK_SERVE_INVITATION_H

#include "serve/frame/desk.h"

/* A new link's token, made by the request's person: for a new person with the role, or (person not 0) for a new password. STR_NONE on error. */
Str invitation_make(Request *request, Role role, int64_t person, Error *err);

/* The same for the first administrator: "" where there are accounts already. */
Str invitation_make_first(Store *store, Arena *arena, int64_t now, Error *err);

/* What is wrong with a password, as a sentence; NULL: nothing. */
const char *invitation_password_fault(Str password, Str name);

#endif
