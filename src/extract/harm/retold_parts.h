/*
 * retold_parts — what the files of retold share: the claims as the text tells them, and who of those told as hurt is told of as
 * dead. Internal to retold*.c.
 */
#ifndef DAYBOOK_EXTRACT_RETOLD_PARTS_H
#define DAYBOOK_EXTRACT_RETOLD_PARTS_H

#include "base/buf.h"
#include "extract/analysis/analysis.h"

/* The claims as the text tells them: at[i] is the index of the i-th. Everything lies in the analysis' scratch. */
typedef struct {
    const Analysis *a;
    uint32_t *at;
    bool *retold; /* by index of the claim */
    Str *names;   /* by index of the claim, as far as they have been asked for */
} Telling;

static inline const Claim *retold_told(const Telling *t, size_t i)
{
    return &t->a->claims[t->at[i]];
}

/* A number of its own: "two of the guards", not "the guards". */
static inline bool retold_has_figure(const Claim *claim)
{
    return claim->count_form != COUNT_WORD && claim->count_form != COUNT_DESCRIBED;
}

static inline bool retold_is_many(const Claim *claim)
{
    return claim->count.high != 1;
}

static inline bool retold_may_be_of_class(const Claim *claim, const Claim *before)
{
    return before->victim_class == claim->victim_class || before->victim_class == CLASS_UNKNOWN ||
           claim->victim_class == CLASS_UNKNOWN;
}

/* Whether the victims of the claim are told of with an article of that kind, "definite" or "one". */
bool retold_has_article(const Analysis *a, const Claim *claim, const char *kind);

/* "Juan Perez", "Senator Perez". Kin have one another's names: "his son Juan". */
bool retold_is_same_name(const Telling *t, const Claim *claim, const Claim *other);

/* "A boy was killed. The woman was also hit": called by another noun and hit as well. */
bool retold_is_another(const Analysis *a, const Claim *again, const Claim *before);

/* Whether those whom the claim tells of as hit are told of as dead, one by one or with their number. */
bool retold_is_of_the_dead(const Telling *t, size_t at);

/* Who was shot on a day of its own died of it, as was told before: the claim is of somebody killed then. */
void retold_turn_to_dead(const Telling *t, size_t at);

#endif
