#include "assemble/situation/former.h"

#include "base/hash.h"

Str incident_id_of_event(Str event, Arena *arena)
{
    Str parts[] = {STR("situation"), event};
    return hash_id(arena, parts, 2);
}

Str incident_id_of_parted(Str claim, Arena *arena)
{
    Str parts[] = {STR("parted"), claim};
    return hash_id(arena, parts, 2);
}

/* Where the first claim of the report's event of that id stands; first is the report's first claim. */
static int32_t by_event(const Situation *s, uint32_t document, size_t first, Str id, Arena *arena)
{
    const Extraction *x = s->documents[document].extraction;
    for (size_t i = 0; i < x->incident_count; i++)
        if (x->incidents[i].claim_count > 0 && str_equal(incident_id_of_event(x->incidents[i].id, arena), id))
            return s->claims[first + x->incidents[i].claims[0]].incident;
    return -1;
}

int32_t incident_by_id(const Situation *s, Str id, Arena *arena)
{
    for (size_t i = 0; i < s->incident_count; i++)
        if (str_equal(s->incidents[i].id, id))
            return (int32_t)i;
    int32_t found = -1;
    for (size_t c = 0; c < s->claim_count && found < 0; c++) {
        if (c == 0 || s->claims[c].document != s->claims[c - 1].document)
            found = by_event(s, s->claims[c].document, c, id, arena);
        if (found < 0 && str_equal(incident_id_of_parted(s->claims[c].claim->id, arena), id))
            found = s->claims[c].incident;
    }
    return found;
}
