/* profile_setting — what each setting of a profile's file takes. Private to profile*.c. */
#ifndef DAYBOOK_ASSEMBLE_PROFILE_SETTING_H
#define DAYBOOK_ASSEMBLE_PROFILE_SETTING_H

#include "base/str.h"
#include "model/profile.h"

/* Takes the rule's value into the profile; false where it is none of those that the setting takes. */
bool profile_set(Profile *profile, const ProfileRule *rule);

/* The setting's name in a file; and "lowest, highest or median", for the error. */
Str profile_setting_name(Setting setting);
Str profile_setting_takes(Setting setting);

#endif
