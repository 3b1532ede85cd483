#include "assemble/copies/namesake.h"

#include "base/map.h"

/* The speaker's name where it is a person's, in full: a surname alone is many people's. */
static Str full_name(const Claim *claim)
{
    const Attribution *a = claim->attribution;
    return a && a->person && str_has_char(a->name, ' ') ? a->name : STR("");
}

void namesake_join(Situation *situation, Arena *arena)
{
    Map *names = map_create(arena);
    Str *origin = ARENA_ARRAY(arena, Str, situation->claim_count + 1); /* by name: of those whose party is told */
    bool *many = ARENA_ARRAY(arena, bool, situation->claim_count + 1);
    for (size_t i = 0; i < situation->claim_count; i++) {
        const SituationClaim *c = &situation->claims[i];
        Str name = full_name(c->claim);
        if (name.len == 0 || c->claim->party == PARTY_NONE)
            continue;
        uint32_t at = map_add(names, name);
        many[at] = many[at] || (origin[at].len > 0 && !str_equal(origin[at], c->origin));
        origin[at] = c->origin;
    }
    for (size_t i = 0; i < situation->claim_count; i++) {
        SituationClaim *c = &situation->claims[i];
        Str name = full_name(c->claim);
        uint32_t at = name.len > 0 && c->claim->party == PARTY_NONE ? map_find(names, name) : 0;
        if (at > 0 && !many[at])
            c->origin = origin[at];
    }
}
