#include "assemble/assemble.h"

#include "base/buf.h"

bool profile_parse(Str name, Profile *out)
{
    bool raw = str_equal(name, STR("raw"));
    *out = raw ? PROFILE_RAW : PROFILE_DAYBOOK;
    return raw || str_equal(name, STR("daybook"));
}

void assemble_document(Extraction *extraction, Profile profile, Arena *arena)
{
    (void)extraction;
    (void)profile;
    (void)arena;
}

Situation *assemble_situation(Extraction *const *extractions, size_t count, Profile profile, Moment as_of, Arena *arena)
{
    (void)extractions;
    (void)count;
    (void)profile;
    Situation *situation = ARENA_NEW(arena, Situation);
    situation->as_of = as_of;
    situation->headline = -1;
    return situation;
}
