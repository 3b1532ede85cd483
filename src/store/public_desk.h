/*
 * public_desk — what goes out to readers and what they send in: editions that were published, each frozen, and letters, held until an editor
 * releases or declines them. Times are seconds since 1970-01-01T00:00Z. Functions return false and fill *err where the book fails.
 */
#ifndef DAYBOOK_STORE_PUBLIC_DESK_H
#define DAYBOOK_STORE_PUBLIC_DESK_H

#include "store/store.h"

/* ---- editions ---- */

typedef struct {
    int64_t number; /* 1, 2, 3 … in its situation; 0: there is none */
    int64_t published_at;
    Str person;
    Str note;   /* STR_NONE: none */
    Str sha256; /* of the page, in hexadecimal */
    Str page;   /* HTML; STR_NONE in lists */
    Str json;   /* the same */
} Published;

/* Freezes it as the situation's next edition: sets number and sha256, which lives in the arena. */
bool published_add(Store *store, int64_t situation, Published *edition, Arena *arena, Error *err);

/* number 0: the newest. */
bool published_get(Store *store, int64_t situation, int64_t number, Arena *arena, Published *out, Error *err);

/* Newest first. */
bool published_list(Store *store, int64_t situation, Arena *arena, Published **out, size_t *count, Error *err);

/* ---- letters ---- */

typedef enum { LETTER_HELD, LETTER_RELEASED, LETTER_DECLINED } LetterState;

typedef struct {
    int64_t id; /* 0: there is none */
    Str kind;   /* tip, correction */
    Str about;
    Str text;
    Str contact;
    int64_t sent_at;
    LetterState state;
    Str decided_by;
    int64_t decided_at;
    Str published; /* what the public desk says of it, in the editor's words */
} Letter;

/* *kept is false where LETTERS_HELD_MOST wait already. */
enum { LETTERS_HELD_MOST = 2000 };
bool letter_add(Store *store, int64_t situation, const Letter *letter, bool *kept, Error *err);

/* Newest first, at most limit. */
bool letter_list(Store *store, int64_t situation, LetterState state, size_t limit, Arena *arena, Letter **out,
                 size_t *count, Error *err);

/* Releases (published says what is printed) or declines; *done is false where it waits no more. */
bool letter_decide(Store *store, int64_t situation, const Letter *decided, bool *done, Error *err);

#endif
