/* profile_words — figures by several codebooks, side by side: in words, in JSON, as rows of a list. */
#ifndef DAYBOOK_REPORT_PROFILE_WORDS_H
#define DAYBOOK_REPORT_PROFILE_WORDS_H

#include "base/json.h"
#include "model/situation.h"
#include "model/view.h"
#include "report/json_parts.h"

/* "31 (17–36)", "at least 11", "24–99, no best"; "" where nothing is claimed. No HTML's special characters. */
void words_estimate(Buf *out, const Estimate *estimate);

/* What the rule of that name says; STR_NONE where the profile has none. */
Str profile_statement(const Profile *profile, Str rule);

/* The incident's table by the number-th codebook: 0 the chosen one, then those beside it. */
const Estimates *profile_estimates(const Incident *incident, size_t number);
const Profile *profile_number(const Situation *situation, size_t number);

/* For a terminal: the codebook's name, its rules and their sources, a line each; of those beside it the names. */
void profile_text(Buf *out, const Profile *profile);

/* A row for each cell of each incident, a column for each codebook, and in JSON the rule beside each. Lives in the arena. */
void profile_view(const Situation *situation, Arena *arena, View *out);

/* "profile": the chosen codebook with its rules and their sources; "profiles": those beside it; "headlines": what codebooks
 * that grade add up. */
void json_profile(Json *j, const Situation *situation);

/* "grade" and, where codebooks stand beside the chosen one, "profiles": their estimates by name. Without the braces. */
void json_beside(Json *j, const Incident *incident, const JsonIds *ids);

#endif
