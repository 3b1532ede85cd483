/* Whose men they are: "12 members of the Northern Front", "Front fighters", "three National Guard members". */
#include "extract/people/group_parts.h"

/* The body that the noun's phrase names: "members of the [Front]", "[Front] members", or the noun is part of its name. */
static const Mention *body_of(const Groups *g, const Mention *head)
{
    uint16_t party = g->bodies[0];
    uint32_t at = mention_over(&g->a->mentions, head->first, party, 1);
    if (at != MENTION_NONE)
        return &g->a->mentions.items[at];
    const Mention *before = groups_before(g, head->first, party);
    if (before || !groups_is_of(g, head->last))
        return before;
    uint32_t behind = head->last + 1;
    const Mention *body = groups_at(g, behind, party);
    return body || !groups_at(g, behind, g->determiner) ? body : groups_at(g, behind + 1, party);
}

static bool is_force(const Groups *g, const Mention *body)
{
    uint32_t at = mention_at(&g->a->mentions, body->first, g->houses[0]);
    return at != MENTION_NONE && g->a->mentions.items[at].last == body->last;
}

void groups_take_side(const Groups *g, const Mention *head, GroupRecord *group)
{
    if (group->victim_class != CLASS_UNKNOWN || group->subgroups != 0 ||
        !mention_begins(&g->a->mentions, head->first, g->member))
        return;
    const Mention *body = body_of(g, head);
    const Attr *attr = body ? analysis_attr(g->a, body, "party") : NULL;
    Party party = attr ? party_parse(lexicon_value_name(g->a->language->lexicon, attr->value)) : PARTY_NONE;
    if (party == PARTY_ARMED_GROUP)
        group->victim_class = CLASS_MILITANT;
    else if (party == PARTY_GOVERNMENT && is_force(g, body))
        group->victim_class = CLASS_SECURITY;
}
