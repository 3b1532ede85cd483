#include "assemble/link/cause.h"

#include "extract/event/event_type.h"

/* What goes together with each, itself included. */
static const struct {
    unsigned cause;
    unsigned with;
} TOGETHER[] = {
    {CAUSE_ARMS, CAUSE_ARMS | CAUSE_BLAST | CAUSE_FIRE | CAUSE_CRASH | CAUSE_SEA},
    {CAUSE_BLAST,
     CAUSE_ARMS | CAUSE_BLAST | CAUSE_FIRE | CAUSE_CRASH | CAUSE_QUAKE | CAUSE_SEA}, /* a volcano explodes */
    {CAUSE_FIRE, CAUSE_ARMS | CAUSE_BLAST | CAUSE_FIRE | CAUSE_CRASH | CAUSE_HEAT | CAUSE_ROAD | CAUSE_SEA},
    {CAUSE_CRASH, CAUSE_ARMS | CAUSE_BLAST | CAUSE_FIRE | CAUSE_CRASH | CAUSE_WATER | CAUSE_QUAKE | CAUSE_COLD |
                      CAUSE_ROAD | CAUSE_SEA},
    {CAUSE_WATER, CAUSE_SEA | CAUSE_CRASH | CAUSE_WATER | CAUSE_QUAKE | CAUSE_COLD},
    {CAUSE_QUAKE, CAUSE_BLAST | CAUSE_CRASH | CAUSE_WATER | CAUSE_QUAKE},
    {CAUSE_HEAT, CAUSE_HEAT | CAUSE_FIRE},
    {CAUSE_COLD, CAUSE_COLD | CAUSE_CRASH | CAUSE_WATER | CAUSE_SEA},
    {CAUSE_DISEASE, CAUSE_DISEASE | CAUSE_HUNGER},
    {CAUSE_HUNGER, CAUSE_DISEASE | CAUSE_HUNGER},
    {CAUSE_ROAD, CAUSE_ROAD | CAUSE_CRASH | CAUSE_FIRE},
    {CAUSE_BEAST, CAUSE_BEAST},
    {CAUSE_SEA, CAUSE_SEA | CAUSE_ARMS | CAUSE_BLAST | CAUSE_FIRE | CAUSE_CRASH | CAUSE_WATER | CAUSE_COLD},
};

unsigned cause_of(const Claim *claim)
{
    if (claim->kind != KIND_ATTACK || claim->type.len == 0)
        return 0;
    if (!str_is(claim->type, "other"))
        return event_family(claim->type) == FAMILY_BLAST  ? CAUSE_BLAST
               : event_family(claim->type) == FAMILY_FIRE ? CAUSE_FIRE
                                                          : CAUSE_ARMS;
    const Disaster *disaster = disaster_of(claim->type, claim->tactics, claim->tactic_count);
    return disaster ? disaster->causes : 0;
}

bool cause_may_be_one(unsigned a, unsigned b)
{
    unsigned with = 0;
    for (size_t i = 0; i < sizeof TOGETHER / sizeof *TOGETHER; i++)
        with |= (a & TOGETHER[i].cause) != 0 ? TOGETHER[i].with : 0;
    return a == 0 || b == 0 || (with & b) != 0;
}

bool cause_is_unlike(unsigned a, unsigned b)
{
    const unsigned attack = CAUSE_ARMS | CAUSE_BLAST | CAUSE_FIRE;
    return a != 0 && b != 0 && (a & b) == 0 && ((a | b) & ~attack) != 0;
}

bool cause_is_apart(unsigned a, unsigned b, bool accidents)
{
    const unsigned other = accidents ? CAUSE_BLAST : CAUSE_ARMS;
    return (a == CAUSE_CRASH && b == other) || (b == CAUSE_CRASH && a == other);
}
