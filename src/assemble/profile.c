#include "assemble/profile.h"

#include "base/buf.h"

static const ProfileRules RULES[] = {
    [PROFILE_DAYBOOK] =
        {
            .name = {"daybook", 7},
            .excludes_enemy = true,
            .median = {"daybook.5.median", 16},
            .enemy = {"daybook.5.enemy", 15},
            .words = {"daybook.1.words", 15},
            .sum = {"daybook.2.sum", 13},
        },
    [PROFILE_RAW] =
        {
            .name = {"raw", 3},
            .excludes_enemy = false,
            .median = {"raw.median", 10},
            .enemy = {"raw.enemy", 9},
            .words = {"raw.words", 9},
            .sum = {"raw.sum", 7},
        },
};

const ProfileRules *profile_rules(Profile profile)
{
    return &RULES[profile];
}

bool profile_parse(Str name, Profile *out)
{
    for (size_t i = 0; i < sizeof RULES / sizeof RULES[0]; i++)
        if (str_equal(name, RULES[i].name)) {
            *out = (Profile)i;
            return true;
        }
    return false;
}
