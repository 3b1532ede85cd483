/*
 * who — who asks: the person of a request, by the cookie of a session or the token of a program. Sessions end 12 hours after the last request and
 * 7 days after signing in. What was found in the book is remembered until the book changes.
 */
#ifndef DAYBOOK_SERVE_WHO_H
#define DAYBOOK_SERVE_WHO_H

#include "serve/frame/core.h"

typedef struct Known Known;
Known *known_create(Arena *arena);
void known_forget(Known *known); /* accounts may have changed */

/* Finds the person without a store; false: it takes who_ask. */
bool who_remember(Request *request);

/* Finds the person in the book. false: the book failed. */
bool who_ask(Request *request, Error *err);

/* Signs in: a new session whatever there was, its cookie in the reply. */
bool who_sign_in(Request *request, Reply *reply, int64_t person, Error *err);

/* Ends the session and takes the cookie back. */
bool who_sign_out(Request *request, Reply *reply, Error *err);

/* A visitor without a session gets a cookie that his form's token belongs to. */
void who_welcome(Request *request, Reply *reply);

#endif
