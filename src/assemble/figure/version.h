/*
 * version — the parties' accounts of an incident, told apart: authorities by their country, armed groups by their names. Where
 * all that a party's voices say is of one country or group, or of none that is told, it is one account.
 */
#ifndef DAYBOOK_ASSEMBLE_VERSION_H
#define DAYBOOK_ASSEMBLE_VERSION_H

#include "assemble/basis/voice.h"
#include "model/situation.h"

/* The accounts, by party and then in the order in which they are told, the country's own authorities first. Their claims are set, in
 * the incident's order; estimates are not. *count is set. */
Version *versions_of(const Situation *situation, const Incident *incident, Arena *arena, size_t *count);

/* Does a claim of that incident stand in the account? */
bool version_holds(const Version *version, const Claim *claim);

/* Whose word a figure claimed in the incident is, by the name of its account in print; STR_NONE where it has none. */
Str version_claimant(const Situation *situation, const Incident *incident, const ClaimedFigure *claimed);

#endif
