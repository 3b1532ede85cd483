/* profile — how a codebook's rules differ. One row a profile; the claims are the same for all. */
#ifndef DAYBOOK_ASSEMBLE_PROFILE_H
#define DAYBOOK_ASSEMBLE_PROFILE_H

#include <stdbool.h>

#include "base/str.h"

/* A codebook's rules. PROFILE_RAW is the default without rule 5's exclusion. */
typedef enum { PROFILE_DAYBOOK, PROFILE_RAW } Profile;

bool profile_parse(Str name, Profile *out);

/* The names stand in Estimate.rule, so that each printed cell names the rule that made it. */
typedef struct {
    Str name;
    bool excludes_enemy; /* a party's figure for its enemy's losses never sets best (rule 5) */
    Str median;          /* best is the median of the origins' figures */
    Str enemy;           /* best is blank: only the other side claims it */
    Str words;           /* best is blank: the texts give no number */
    Str sum;             /* a total derived from its parts */
} ProfileRules;

const ProfileRules *profile_rules(Profile profile);

#endif
