#include "extract/event/disaster.h"

static const Disaster DISASTERS[] = {
    {"earthquake", CAUSE_QUAKE, REACH_NEAR, false},
    {"tsunami", CAUSE_QUAKE, REACH_LAND, false},
    {"volcano", CAUSE_QUAKE, REACH_NEAR, false},
    {"storm", CAUSE_WATER, REACH_LAND, false},
    {"flood", CAUSE_WATER, REACH_LAND, false},
    {"landslide", CAUSE_WATER | CAUSE_QUAKE, REACH_NEAR, false},
    {"avalanche", CAUSE_COLD | CAUSE_QUAKE, REACH_SPOT, false},
    {"lightning", CAUSE_WATER, REACH_SPOT, false},
    {"heat", CAUSE_HEAT, REACH_LAND, true},
    {"cold", CAUSE_COLD, REACH_LAND, true},
    {"outbreak", CAUSE_DISEASE, REACH_LAND, true},
    {"hunger", CAUSE_HUNGER, REACH_LAND, true},
    {"fire", CAUSE_FIRE, REACH_SPOT, false},
    {"explosion", CAUSE_BLAST, REACH_SPOT, false},
    {"gas leak", CAUSE_BLAST | CAUSE_DISEASE, REACH_SPOT, false},
    {"crash", CAUSE_CRASH, REACH_SPOT, false},
    {"road accident", CAUSE_ROAD, REACH_SPOT, false},
    {"sinking", CAUSE_SEA, REACH_SPOT, false},
    {"collapse", CAUSE_CRASH | CAUSE_BLAST, REACH_SPOT, false},
    {"crowd crush", CAUSE_CRASH, REACH_SPOT, false},
    {"poisoning", CAUSE_DISEASE, REACH_SPOT, false},
    {"animal attack", CAUSE_BEAST, REACH_SPOT, false},
    {"accident", CAUSE_CRASH | CAUSE_ROAD | CAUSE_BLAST | CAUSE_FIRE, REACH_SPOT, false},
};

const Disaster *disaster_find(Str name)
{
    for (size_t i = 0; i < sizeof DISASTERS / sizeof *DISASTERS; i++) {
        if (str_is(name, DISASTERS[i].name))
            return &DISASTERS[i];
    }
    return NULL;
}

const Disaster *disaster_of(Str type, const Str *tactics, size_t count)
{
    return str_is(type, "other") && count > 0 ? disaster_find(tactics[0]) : NULL;
}

bool disaster_is_blast(const Disaster *disaster)
{
    return (disaster->causes & CAUSE_BLAST) != 0 && (disaster->causes & CAUSE_CRASH) == 0;
}

bool disaster_is_none(const Extraction *x)
{
    bool attack = false;
    for (size_t i = 0; i < x->claim_count; i++) {
        const Claim *claim = &x->claims[i];
        if (claim->kind == KIND_ATTACK && disaster_of(claim->type, claim->tactics, claim->tactic_count))
            return false;
        attack = attack || (claim->kind == KIND_ATTACK && !str_is(claim->type, "other"));
    }
    return attack;
}
