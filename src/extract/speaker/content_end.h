/*
 * content_end — where what is said ends, once it is known where it begins: a clause, or an object. A cue that takes over, a clause of
 * the narrator's, an aside or a second verb of the same subject ends it; a list goes on. Token indices; nothing past limit is read.
 */
#ifndef DAYBOOK_EXTRACT_CONTENT_END_H
#define DAYBOOK_EXTRACT_CONTENT_END_H

#include "extract/speaker/saying.h"

/* The token's tag, a stop from the limit on. */
static inline Tag content_tag(const Sayings *all, uint32_t i, uint32_t limit)
{
    return i < limit ? (Tag)all->syntax->tags[i] : TAG_STOP;
}

/* The quotation that a token stands in, NULL outside of one. */
static inline const Quote *content_quote(const Sayings *all, uint32_t token)
{
    uint32_t at = token < all->syntax->count ? all->quotes.of[token] : 0;
    return at ? &all->quotes.items[at - 1] : NULL;
}

/* How far a clause said runs: to the limit unless another voice takes over. */
uint32_t content_clause_end(const Sayings *all, uint32_t from, uint32_t limit);

/* How far an object runs: its phrase with what hangs on it, to the next comma or clause. takes_as: "... as ..." belongs to it. */
uint32_t content_object_end(const Sayings *all, uint32_t from, uint32_t limit, bool takes_as);

/* Whether the token is one of several verbs of the same subject: "spoke of a delay, [talked] of rain and called ...". Verbs that take a
 * quotation are none: behind a comma they have their own. */
bool content_is_listed(const Sayings *all, uint32_t verb, uint32_t limit);

/* ", officials said" at the end of a sentence: the token is the first of the speaker. */
bool content_trailing_voice(const Sayings *all, uint32_t i, uint32_t limit);

/* Whether a finite verb follows before anything that ends a noun phrase: "[the road] was closed" is a clause. */
bool content_clause_ahead(const Sayings *all, uint32_t from, uint32_t limit);

/* content_lead.c: "told [reporters] ten people died": behind a noun a figure opens what is said. */
Range content_before_figure(const Sayings *all, Range who);

/* content_lead.c: the sign that closes an aside of commas or dashes which its clause's verb follows; `open` where none does. */
uint32_t content_aside_end(const Sayings *all, uint32_t open, uint32_t limit);

/* "said [although it rained, nine had died]", "said [after the raid, nine had died]", "said on Monday, [nine had died]": the clause
 * that a phrase or another clause leads in, which begins at the token, or that a comma does; empty where there is none. */
Range content_led(const Sayings *all, uint32_t from, uint32_t limit);

/* Without a time at its end: "condemned the attack on Monday" says when it was condemned. */
uint32_t content_without_time(const Sayings *all, uint32_t from, uint32_t end);

/* Without a channel behind a preposition: "praised the crew in a film" says where it was praised. */
uint32_t content_without_channel(const Sayings *all, uint32_t from, uint32_t end);

#endif
