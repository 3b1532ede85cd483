/*
 * syntax_inner — clauses that hang on a subject and stand inside it: "[clerks who have worked at the mill] say". Used by syntax_subject.
 */
#ifndef DAYBOOK_EXTRACT_SYNTAX_INNER_H
#define DAYBOOK_EXTRACT_SYNTAX_INNER_H

#include "extract/syntax/syntax.h"

/* Verbs of saying take clauses: what stands behind them is no participle's or relative clause's end. */
bool syntax_is_saying(const Syntax *s, uint32_t i);

/* The same as it stands there: "found it", not "found in the rubble", where it may be a participle. */
bool syntax_leads_clause(const Syntax *s, uint32_t i);

/* "[Clerks who have worked at the] mill say", "[A study made by the] council found": a clause on the subject that holds the phrase before
 * the verb. */
Range syntax_with_inner_clause(const Syntax *s, uint32_t floor, Range plain);

/* The pronoun of a relative clause that ends in its verb: "a man [who] was shot [told]"; end where none does. */
uint32_t syntax_relative_before(const Syntax *s, uint32_t floor, uint32_t end);

/* 'Anna "Nan" Reyes': a word between marks inside a name, before the token. */
bool syntax_is_nickname(const Syntax *s, uint32_t floor, uint32_t i);

/* Leftwards over a few words between marks that nobody speaks: 'who is one of the ["missing"], said'; from such a name to what stands before the
 * nickname. The token itself where none closes there. */
uint32_t syntax_before_quoted(const Syntax *s, uint32_t floor, uint32_t i);

/* '"It is late"[,] Ann Holm, a clerk, said': the mark of what is spoken stands before the comma. */
bool syntax_speech_closes(const Syntax *s, uint32_t floor, uint32_t comma);

/* Without a lone word or adverb between commas: "officials, however, said", "clerks, for example, said". */
uint32_t syntax_before_adverb(const Syntax *s, uint32_t floor, uint32_t end);

/* Whether a phrase with an aside is of a name and an office: "the governor, Ann Holm,", "Ann Holm, the governor,". */
bool syntax_names_office(const Syntax *s, Range phrase);

/* Whether a participle with a preposition or time behind it hangs on the phrase's noun. */
bool syntax_hangs_clause(const Syntax *s, Range phrase);

/* "It rained and [both the mill] and the pit closed": the first of two that a conjunction joins. */
bool syntax_opens_pair(const Syntax *s, uint32_t floor, uint32_t conjunction);

#endif
