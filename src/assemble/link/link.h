/*
 * link — which reports tell of one event. Pairs of reports get a likeness (pairs) from shared words (wordbag), and from
 * what their main events have in common (compare); groups of reports are made of the likest (cluster), and look-alikes in one
 * group are told apart (contrast). Reasons say what linked them. doc/linking.md gives the weights.
 */
#ifndef DAYBOOK_ASSEMBLE_LINK_H
#define DAYBOOK_ASSEMBLE_LINK_H

#include "assemble/link/pairs.h"

/* What reports were grouped, and what was found out on the way. */
typedef struct {
    uint32_t *group; /* one a document: the smallest index among those linked to it */
    WordbagList bags;
    const EventTraits *events; /* one a document */
    Pairs pairs;
} Links;

/* What people decided on which reports tell of one event; the rules do not contradict each other. */
typedef struct {
    PairRule *items;
    size_t count;
    size_t cap;
} LinkRules;

enum { LINK_BY_TITLE = -2 };

/* same[i] >= 0: document i is a copy of that document or holds it, and is linked with it in any case, unless a rule keeps them apart.
 * LINK_BY_TITLE: its text is the page's furniture, and its title alone tells what it is about. */
Links link_documents(Extraction *const *extractions, size_t count, const int32_t *same, LinkRules rules, Arena *arena);

/* The likeness from which groups of a pile are joined: lower in a small pile, and in one of which many pairs are alike. */
double link_threshold(const Pairs *pairs, size_t documents);

/* One sentence for each document of the group but the first: what it shares with its nearest neighbour. Returns how many. */
size_t link_reasons(const Links *links, Extraction *const *extractions, const uint32_t *documents, size_t count,
                    Str *out, Arena *arena);

/* Seconds of publication, else of the dateline's day; INT64_MAX where neither is known. */
int64_t link_time(const Extraction *x);
int64_t link_time_last(const Extraction *x); /* the last second that this may mean */

#endif
