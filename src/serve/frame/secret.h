/*
 * secret — passwords and tokens. Passwords are kept as argon2id strings (libsodium, its "interactive" costs: 64 MiB, two passes); tokens are 32
 * random bytes, known to the book by their SHA-256 alone. Comparisons take the same time whatever is equal.
 */
#ifndef DAYBOOK_SERVE_SECRET_H
#define DAYBOOK_SERVE_SECRET_H

#include "base/arena.h"

enum { SECRET_TOKEN_LENGTH = 43, SECRET_PASSWORD_LEAST = 12, SECRET_PASSWORD_MOST = 1024 };

/* Who hashes passwords: one at a time, the others wait, so that memory is bounded. */
typedef struct Hasher Hasher;

/* Once, before anything else. NULL: the machine gives no random bytes. */
Hasher *secret_start(Arena *arena);

/* A new token, as text for cookies and links: SECRET_TOKEN_LENGTH characters of A–Z a–z 0–9 - _. */
Str secret_token(Arena *arena);
bool secret_is_token(Str text);

/* What the book keeps of a token: 32 bytes. */
Str secret_hash(Str token, Arena *arena);

/* What a form of who holds the token must send back: tells nothing of the token. */
Str secret_form_token(Str token, Arena *arena);

/* What the book keeps of a password. */
Str secret_password(Hasher *hasher, Str password, Arena *arena);

/* kept STR_NONE (there is no such person) takes as long and is false. */
bool secret_password_is(Hasher *hasher, Str kept, Str password, Arena *arena);

bool secret_equal(Str a, Str b);

#endif
