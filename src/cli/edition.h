/* edition — what the operands of a command say, as a situation: a book's, or what a pile of reports gives. */
#ifndef DAYBOOK_CLI_EDITION_H
#define DAYBOOK_CLI_EDITION_H

#include "cli/book.h"
#include "cli/pile.h"
#include "model/public_choice.h"

typedef struct {
    Situation *situation;
    Pile *pile;                 /* NULL for a book's */
    const Gazetteer *gazetteer; /* the engine's, with a book's own places */
    PublicChoice choice;        /* of the book */
    int code;                   /* the command's exit code if all else goes well: 3, 1 or 0 */
} Edition;

#define PUBLIC_OPTION                                                                                                  \
    {                                                                                                                  \
        "public", 0, NULL, "the public edition: victims' names, ages and peoples withheld, places coarse"              \
    }

/* The situation as it was at as_of (MOMENT_NONE: now), until edition_close. Waves and superlatives are held against the events of data
 * sets in the pile. With --public it is the public edition (report/public.h). */
bool edition_open(const Invocation *invocation, const Engine *engine, Moment as_of, Edition *out, Error *err);
void edition_close(Edition *edition);

#endif
