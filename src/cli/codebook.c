#include "cli/codebook.h"

#include "base/buf.h"
#include "base/file.h"

enum { MAX_PROFILE_BYTES = 1 << 20 };

bool read_profile(const Invocation *invocation, const char *otherwise, const Profile **out, Error *err)
{
    const char *name = option_value(invocation, "profile");
    Str given = str_from(name ? name : otherwise);
    *out = NULL;
    if (!str_ends(given, STR(".profile")) && str_find_char(given, '/', 0) == SIZE_MAX) {
        *out = profile_named(given, invocation->arena, err);
        return *out != NULL;
    }
    File file;
    if (!file_open(name, MAX_PROFILE_BYTES, &file, err))
        return false;
    Str text = arena_copy(invocation->arena, file.bytes);
    file_close(&file);
    *out = profile_read(name, text, invocation->arena, err);
    return *out != NULL;
}
