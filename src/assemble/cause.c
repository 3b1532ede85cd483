#include "assemble/cause.h"

#include "extract/event_type.h"

/* Subtypes of events that are no attacks, by the names that the lexicon gives them. */
static const struct {
    const char *name;
    unsigned cause;
} SUBTYPES[] = {{"fire", CAUSE_FIRE},        {"crash", CAUSE_CRASH},      {"storm", CAUSE_WATER},
                {"flood", CAUSE_WATER},      {"earthquake", CAUSE_QUAKE}, {"tsunami", CAUSE_QUAKE},
                {"volcano", CAUSE_QUAKE},    {"heat", CAUSE_HEAT},        {"cold", CAUSE_COLD},
                {"outbreak", CAUSE_DISEASE}, {"hunger", CAUSE_HUNGER}};

/* What goes together with each, itself included. */
static const struct {
    unsigned cause;
    unsigned with;
} TOGETHER[] = {
    {CAUSE_ARMS, CAUSE_ARMS | CAUSE_BLAST | CAUSE_FIRE | CAUSE_CRASH},
    {CAUSE_BLAST, CAUSE_ARMS | CAUSE_BLAST | CAUSE_FIRE | CAUSE_CRASH | CAUSE_QUAKE}, /* a volcano explodes */
    {CAUSE_FIRE, CAUSE_ARMS | CAUSE_BLAST | CAUSE_FIRE | CAUSE_CRASH | CAUSE_QUAKE | CAUSE_HEAT | CAUSE_WATER},
    {CAUSE_CRASH, CAUSE_ARMS | CAUSE_BLAST | CAUSE_FIRE | CAUSE_CRASH | CAUSE_WATER | CAUSE_QUAKE | CAUSE_COLD},
    {CAUSE_WATER, CAUSE_FIRE | CAUSE_CRASH | CAUSE_WATER | CAUSE_QUAKE | CAUSE_COLD},
    {CAUSE_QUAKE, CAUSE_BLAST | CAUSE_FIRE | CAUSE_CRASH | CAUSE_WATER | CAUSE_QUAKE},
    {CAUSE_HEAT, CAUSE_HEAT | CAUSE_FIRE},
    {CAUSE_COLD, CAUSE_COLD | CAUSE_CRASH | CAUSE_WATER},
    {CAUSE_DISEASE, CAUSE_DISEASE | CAUSE_HUNGER},
    {CAUSE_HUNGER, CAUSE_DISEASE | CAUSE_HUNGER},
};

unsigned cause_of(const Claim *claim)
{
    if (claim->kind != KIND_ATTACK || claim->type.len == 0)
        return 0;
    if (!str_is(claim->type, "other"))
        return event_family(claim->type) == FAMILY_BLAST  ? CAUSE_BLAST
               : event_family(claim->type) == FAMILY_FIRE ? CAUSE_FIRE
                                                          : CAUSE_ARMS;
    for (size_t i = 0; claim->tactic_count > 0 && i < sizeof SUBTYPES / sizeof *SUBTYPES; i++)
        if (str_is(claim->tactics[0], SUBTYPES[i].name))
            return SUBTYPES[i].cause;
    return 0;
}

bool cause_is_natural(unsigned cause)
{
    return (cause & (CAUSE_WATER | CAUSE_QUAKE | CAUSE_HEAT | CAUSE_COLD | CAUSE_DISEASE)) != 0;
}

bool cause_may_be_one(unsigned a, unsigned b)
{
    unsigned with = 0;
    for (size_t i = 0; i < sizeof TOGETHER / sizeof *TOGETHER; i++)
        with |= (a & TOGETHER[i].cause) != 0 ? TOGETHER[i].with : 0;
    return a == 0 || b == 0 || (with & b) != 0;
}
