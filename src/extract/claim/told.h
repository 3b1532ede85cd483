/*
 * told — casualty claims made so far, looked back over: who was told of before, as part of whom, hurt before they died.
 */
#ifndef DAYBOOK_EXTRACT_TOLD_H
#define DAYBOOK_EXTRACT_TOLD_H

#include "extract/analysis/analysis.h"

/* The last whole told before that the group, told of again, may be part of; -1 where there is none. One described victim
 * holds nobody of another kind, and nobody of its own list. */
int32_t told_whole(const Analysis *a, Outcome outcome, const GroupRecord *group, uint32_t claim_count);

/* The whole told before that the last claim, of the group, is a part of: "70 were hurt; 42 are in hospital"; -1 where none
 * is of more people. */
int32_t told_larger(const Analysis *a, const Claim *claim, const GroupRecord *group);

/* "Ten were killed on Friday. Six of them were women": the only count that the sentence before the token's tells of and that
 * is of more people than so many; -1 where none is, or several are. */
int32_t told_before(const Analysis *a, uint32_t token, int64_t people);

/* "Police said nine died, the hospital [eleven]": whether the number that begins at the token is somebody's without a verb (cue_gap.c). */
bool told_in_gap(const Analysis *a, uint32_t token);

/* "Ten were killed, police said. Villagers say 30": of the number at the token, which somebody who opens its sentence says, the only outcome that
 * the sentence before tells figures of; none where there is none or there are several. */
Outcome told_outcome_before(const Analysis *a, uint32_t token);

/* "Ten were killed, a spokesman said": the group is who tells of it. */
bool told_by_group(const Analysis *a, const GroupRecord *group);

/* "According to prosecutor Ana Bek, five were shot": the group is who tells what the verb, a token, says. */
bool told_as_speaker(const Analysis *a, const GroupRecord *group, uint32_t verb);

/* Two people whom clauses of one sentence tell of side by side ("a guard was hit in the leg and a clerk was hit in the arm") are listed, as
 * those of one clause are. */
void told_list_clauses(Analysis *a);

/* Another speaker's "five of its men" are no part of what the first told. */
bool told_by_one_voice(const Claim *part, const Claim *whole);

/* "A boy was wounded ... He died": he who is told of again as killed is the one told of as hurt, who then counts as who was
 * hit by a shot does: injured, unless he died. So too some of the hurt ("two of the wounded died"), where nobody else is told of as dead. */
void told_link_outcomes(Analysis *a, const Claim *again, const GroupRecord *group, uint32_t claim_count);

/* Were others told of as dead before those who were hurt, and not by a word that the dead share ("nine were shot, of whom two died")? */
bool told_others_died(const Analysis *a, const Claim *hurt);

/* "Nine were killed. Sixteen were injured, two of whom died later": some of the hurt of its sentence, besides others who died. */
bool told_died_of_hurt(const Analysis *a, const Claim *dead, const GroupRecord *group);

/* The claim that tells of the same victims already, made by another rule or verb; NULL where there is none. Who was
 * hurt and killed ("stabbed and killed") is killed. */
Claim *told_already(const Analysis *a, Outcome outcome, Span victims);

/* "One of four women hurt at the gate has died": the claim tells of the four, the group of some of them. */
bool told_is_of_more(const Analysis *a, const Claim *told, const GroupRecord *group);

/* Whether some claim, not of the background, tells of the outcome. */
bool told_outcome(const Analysis *a, Outcome outcome);

#endif
