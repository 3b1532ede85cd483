/*
 * cue — one cue under examination, and what is tried with it: verbs in cue.c and cue_passive.c, what belongs to them in cue_group.c, their
 * subjects in cue_source.c, what stands before them in cue_trailing.c and behind them in cue_forward.c; prepositions in cue_preposition.c;
 * nouns and adverbs in cue_word.c; figures in cue_figure.c; feelings in cue_feeling.c; quotations without a verb of saying in cue_colon.c; unit.c walks over the
 * text and calls them.
 */
#ifndef DAYBOOK_EXTRACT_CUE_H
#define DAYBOOK_EXTRACT_CUE_H

#include "extract/speaker/saying.h"

/* One cue under examination. */
typedef struct {
    Sayings *all;
    const Unit *unit;
    uint32_t unit_index;
    uint32_t verb;  /* first token of the entry */
    uint32_t after; /* first token after it */
    uint32_t group; /* first token of the verb group */
    uint32_t say;
    uint32_t matter; /* of a verb of frame k: where what it is about begins; else 0 */
    bool passive;
} Cue;

static inline Tag cue_tag(const Sayings *all, uint32_t i)
{
    return i < all->syntax->count ? (Tag)all->syntax->tags[i] : TAG_STOP;
}

/* What stands before the verb group; a stop where it opens its unit. */
static inline Tag cue_before(const Cue *c)
{
    return c->group > c->unit->tokens.first ? cue_tag(c->all, c->group - 1) : TAG_STOP;
}

/* "who", "many of whom": a relative pronoun stands for the source. */
static inline bool cue_is_relative(const Sayings *all, Range source)
{
    return source.last > source.first && cue_tag(all, source.last - 1) == TAG_WH;
}

/* A saying by this cue of that source, its content still empty. */
Saying cue_saying(const Cue *c, Range source);

/* Whether the tokens hold a clause or words quoted: "in his office, X reported" has none before the comma. */
bool cue_has_verb(const Sayings *all, uint32_t from, uint32_t to);

/* The word of the agent in a passive: "by". */
bool cue_is_agent(const Sayings *all, uint32_t token);

/* "by" with whose doing it is behind it: not "by phone", "by Monday". */
bool cue_names_agent(const Sayings *all, uint32_t by);

/* "It" that stands for the clause behind: "it was unclear whether". */
bool cue_is_expletive(const Sayings *all, Range source);

/* A relative pronoun that stands for its noun as well: "what". */
bool cue_is_free(const Sayings *all, uint32_t token);

/* "of": joins a phrase to what it is part of. */
bool cue_is_own(const Sayings *all, uint32_t token);

/* "as" before somebody's words. */
bool cue_is_manner(const Sayings *all, uint32_t token);

/* cue_group.c: the tokens of the cue around its verb. */

/* Auxiliaries and phases before it, and the noun behind that names the saying ("expressed doubts about"). */
void cue_take_group(Cue *c);

/* "continued to call for", "was able to say": the verb before "to" opens the group. */
void cue_take_phase(Cue *c);

/* "spoke [warmly in the hall] of": finds what the verb is about. False where it is about nothing. */
bool cue_take_matter(Cue *c);

/* "have [in recent months] sought": an auxiliary before the phrase opens the group. */
void cue_take_split(Cue *c);

/* cue_source.c: whose verb it is; an empty range when nobody's. */

/* The subject before the verb, without times and channels; may draw a verb that hands out a statement into the cue. */
Range cue_source_before(Cue *c);

/* "a stream called [Miller's Run]", "a clerk called [Ana Holm was hurt]": what stands behind the verb is somebody's or something's name. */
bool cue_only_names(const Sayings *all, Range content);

/* Past a clause or phrase that opens the sentence before the main one: "Before crowds gathered, the mayor spoke, urging ...". */
uint32_t cue_past_opening(const Sayings *all, const Unit *unit, uint32_t before);

/* Of a participle or of a verb behind "and": the source of the saying before, else the main clause's subject. */
Range cue_shared_subject(const Sayings *all, const Cue *c);

/* "[The mayor of Lund] in an interview": where the preposition stands that leads to a channel which has no name or stands behind "on"; the phrase's end where none does. */
uint32_t cue_before_channel(const Sayings *all, Range phrase);

/* The speaker behind the verb: `"...," said X, the leader of Y.` */
Range cue_inverted_source(const Sayings *all, const Cue *c);

/* Past a relative clause without a comma that begins at the token: "a clerk [who runs the office]". */
uint32_t cue_past_relative(const Sayings *all, uint32_t i, uint32_t limit);

/* "Calling it murder, the minister ...": the subject stands after the comma. */
Range cue_later_subject(const Cue *c);

/* "..., with [the minister] calling it late": a preposition behind a comma, or at the head of the sentence, gives the participle its subject. */
bool cue_has_owner(const Cue *c, Range source);

/* Whether somebody has said something in the sentence before, in no relative clause: "He [railed against] waste, blasted ...". */
bool cue_follows_saying(const Cue *c);

/* "X said ...": adds the saying with what follows the cue, and quotations around it. */
void cue_forward(Cue *c, Range source);

/* cue_trailing.c: cues that stand behind what is said. */

/* A quotation that closes with a comma (or is a sentence of its own) before its speaker. */
bool cue_ends_quote(const Sayings *all, uint32_t token);

/* "The plan, he said[, was ...]", "But in May, X said[, ...]": a comma at the token and behind it more of the clause that is said. */
bool cue_goes_on(const Cue *c, uint32_t rest);

/* Quotation or clause before, more of it after: adds the saying of a cue whose subject, or itself, begins at `start` and that ends, with what
 * follows it, at `past`. True when anything stood before. */
bool cue_trailing(Cue *c, Range source, uint32_t start, uint32_t past);

/* cue_figure.c: what is said of figures. */

/* "gave a toll of 40", "put the number at 40", "put the dead at 40": what is named first is a toll, or, where that will do, any figure. */
bool cue_names_figure(const Sayings *all, const Saying *saying);

/* "The ministry raised the toll", "they raised their count": somebody does; "Another blast raised the toll": nobody says. */
bool cue_by_somebody(const Sayings *all, const Saying *saying);

/* "The city saw 31 murders", "Friday saw two people killed": a verb of thinking, a number, and in place of somebody where or when. */
bool cue_is_scene(const Sayings *all, const Saying *saying);

/* "The blast claimed 32 people": what kills claims its victims, and says nothing. */
bool cue_is_deed(const Sayings *all, const Saying *saying);

/* "[put] it at nine": whether the entry is of a verb that needs a figure, and behind `at` one stands. */
bool cue_tells_figure(const Sayings *all, uint32_t say, uint32_t at);

/* "the ministry's toll [of nine]": a number of them stands behind the noun. */
bool cue_counts(const Cue *c);

/* "[and 14 wounded]": behind a conjunction a number of people who came to harm, with no verb. */
bool cue_is_tally(const Sayings *all, Range r);

/* What each kind of cue makes: appends to c->all. */
void cue_verb(Cue *c);
void cue_passive(Cue *c); /* the subject is what is said: "was reported by X", "could not be confirmed" */
void cue_active(Cue *c);
void cue_preposition(Cue *c);
void cue_noun(Cue *c);
void cue_adverb(Cue *c);
bool cue_feeling(Cue *c); /* false when the adjective is none here */
bool cue_stirs(Cue *c);   /* false when nobody is moved */

/* Adds what stands behind a phrase [first, past) that leads its sentence, or before one that follows. */
void cue_add_around(const Cue *c, Saying *saying, uint32_t first, uint32_t past);

/* cue_colon.c: "[The mayor] [waved them off with a joke:] ["It is only rain."]": adds the saying of a quotation behind a colon that no verb of
 * saying has. */
void cue_colon(Sayings *all, uint32_t unit_index);

/* cue_gap.c: "Police said nine died, [the hospital] [eleven]": adds the saying of a voice and a number that close the unit without a verb of their own,
 * and ends what was said before it there. first: the first saying of the unit, which has one. */
void cue_gap(Sayings *all, uint32_t unit_index, size_t first);

#endif
