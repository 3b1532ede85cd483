/* edition — what the operands of a command say, as a situation: a book's, or what a pile of reports gives. */
#ifndef DAYBOOK_CLI_EDITION_H
#define DAYBOOK_CLI_EDITION_H

#include "cli/book.h"
#include "cli/pile.h"
#include "report/public.h"

typedef struct {
    const Situation *situation;
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

/* The one way to a public edition: of any situation, for lists of a book (StoreEditor) as for all else. */
typedef struct {
    const Language *language;
    const Gazetteer *gazetteer;
    const PublicPolicy *policy;
    const Str *notices; /* of the last edition that was made: what it leaves out */
    size_t notice_count;
} Disclosing;

/* Sets the policy of what has language and gazetteer, as strict as the book chose (NULL: as the program's). */
bool disclose_begin(const Invocation *invocation, const PublicChoice *choice, Disclosing *out, Error *err);
const Situation *disclose(void *disclosing, const Situation *situation, Arena *arena);

#endif
