/* codebook — the profile that --profile names: one that the program carries, "all", or a file of one's own. */
#ifndef DAYBOOK_CLI_CODEBOOK_H
#define DAYBOOK_CLI_CODEBOOK_H

#include "assemble/basis/profile.h"
#include "cli/command.h"

/* The row of --profile in a command's table. */
#define PROFILE_OPTION                                                                                                 \
    {                                                                                                                  \
        "profile", 0, "NAME", "codebook for the figures (default: daybook), all of them, or FILE.profile"              \
    }

/* otherwise: the name where the option is not given. What ends in .profile or has a / in it is a file. Lives as long as
 * the process. */
bool read_profile(const Invocation *invocation, const char *otherwise, const Profile **out, Error *err);

#endif
