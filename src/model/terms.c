#include "model/terms.h"

#include "base/buf.h"

/* clang-format off */
static const char *const KINDS[KIND_COUNT_] = {
    "", "casualty", "attack", "responsibility", "accusation", "denial", "statement", "disruption", "response", "context", "pending", "unverified"};
static const char *const OUTCOMES[OUTCOME_COUNT_] = {
    "", "killed", "injured", "abducted", "detained", "missing", "escaped", "displaced"};
static const char *const CLASSES[CLASS_COUNT_] = {"unknown", "civilian", "security", "militant", "mixed"};
static const char *const PARTIES[PARTY_COUNT_] = {
    "", "government", "armed group", "medical", "witness", "aid", "media", "international", "analyst", "other"};
static const char *const STANCES[STANCE_COUNT_] = {"asserts", "denies", "doubts"};
static const char *const MANNERS[MANNER_COUNT_] = {"", "direct", "indirect", "mixed"};
static const char *const RESPONSIBILITIES[RESPONSIBILITY_COUNT_] = {
    "unknown", "accepted", "claimed", "alleged", "contested"};
static const char *const PRECISIONS[PRECISION_COUNT_] = {"", "exact", "near", "district", "region", "country"};
static const char *const FLAGS[FLAG_COUNT_] = {
    "", "machine-written", "empty-section", "missing-content", "stray-text", "loaded-term", "operational",
    "superlative", "calendar", "encoding", "truncated"};
static const char *const CONFLICTS[CONFLICT_COUNT_] = {
    "", "sum", "subset", "window", "calendar", "status", "count", "unit", "within-page", "responsibility"};
static const char *const SUBGROUPS[] = {
    "women", "children", "men", "elderly", "medics", "journalists", "aid workers", "police", "soldiers", "attackers"};
static const char *const STATUSES[] = {
    "preliminary", "confirmed", "alleged", "claimed", "attempted", "foiled", "completed", "unverified"};
/* clang-format on */

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

static Str name_at(const char *const *names, size_t count, size_t at)
{
    return at < count ? str_from(names[at]) : STR("");
}

/* Where name stands among names, or 0. */
static size_t place_of(const char *const *names, size_t count, Str name)
{
    for (size_t i = 0; i < count; i++) {
        if (str_equal(str_from(names[i]), name))
            return i;
    }
    return 0;
}

/* As place_of, for bits: the bit, or 0. */
static unsigned bit_of(const char *const *names, size_t count, Str name)
{
    for (size_t i = 0; i < count; i++) {
        if (str_equal(str_from(names[i]), name))
            return 1U << i;
    }
    return 0;
}

Str kind_name(ClaimKind kind)
{
    return name_at(KINDS, COUNT_OF(KINDS), kind);
}

ClaimKind kind_parse(Str name)
{
    return (ClaimKind)place_of(KINDS, COUNT_OF(KINDS), name);
}

Str outcome_name(Outcome outcome)
{
    return name_at(OUTCOMES, COUNT_OF(OUTCOMES), outcome);
}

Str cell_name(CellKind cell)
{
    static const char *const CELLS[CELL_COUNT_] = {"all", "civilian", "security", "militant", "women", "children"};
    return name_at(CELLS, COUNT_OF(CELLS), cell);
}

bool outcome_may_fall(Outcome outcome)
{
    return outcome == OUTCOME_MISSING;
}

Outcome outcome_parse(Str name)
{
    return (Outcome)place_of(OUTCOMES, COUNT_OF(OUTCOMES), name);
}

Str class_name(VictimClass victim_class)
{
    return name_at(CLASSES, COUNT_OF(CLASSES), victim_class);
}

VictimClass class_parse(Str name)
{
    return (VictimClass)place_of(CLASSES, COUNT_OF(CLASSES), name);
}

Str party_name(Party party)
{
    return name_at(PARTIES, COUNT_OF(PARTIES), party);
}

Party party_parse(Str name)
{
    return (Party)place_of(PARTIES, COUNT_OF(PARTIES), name);
}

Str stance_name(Stance stance)
{
    return name_at(STANCES, COUNT_OF(STANCES), stance);
}

Stance stance_parse(Str name)
{
    return (Stance)place_of(STANCES, COUNT_OF(STANCES), name);
}

Str manner_name(Manner manner)
{
    return name_at(MANNERS, COUNT_OF(MANNERS), manner);
}

Manner manner_parse(Str name)
{
    return (Manner)place_of(MANNERS, COUNT_OF(MANNERS), name);
}

Str responsibility_name(Responsibility responsibility)
{
    return name_at(RESPONSIBILITIES, COUNT_OF(RESPONSIBILITIES), responsibility);
}

Str precision_name(Precision precision)
{
    return name_at(PRECISIONS, COUNT_OF(PRECISIONS), precision);
}

Precision precision_parse(Str name)
{
    return (Precision)place_of(PRECISIONS, COUNT_OF(PRECISIONS), name);
}

Str flag_name(FlagKind kind)
{
    return name_at(FLAGS, COUNT_OF(FLAGS), kind);
}

FlagKind flag_parse(Str name)
{
    return (FlagKind)place_of(FLAGS, COUNT_OF(FLAGS), name);
}

Str conflict_name(ConflictKind kind)
{
    return name_at(CONFLICTS, COUNT_OF(CONFLICTS), kind);
}

Str subgroup_name(unsigned bit_index)
{
    return name_at(SUBGROUPS, COUNT_OF(SUBGROUPS), bit_index);
}

unsigned subgroup_parse(Str name)
{
    return bit_of(SUBGROUPS, COUNT_OF(SUBGROUPS), name);
}

Str status_name(unsigned bit_index)
{
    return name_at(STATUSES, COUNT_OF(STATUSES), bit_index);
}

unsigned status_parse(Str name)
{
    return bit_of(STATUSES, COUNT_OF(STATUSES), name);
}

static const unsigned SEXES[] = {SUBGROUP_WOMEN, SUBGROUP_MEN};
static const unsigned ROLES = SUBGROUP_MEDICS | SUBGROUP_JOURNALISTS | SUBGROUP_AID_WORKERS | SUBGROUP_POLICE |
                              SUBGROUP_SOLDIERS | SUBGROUP_ATTACKERS;

bool subgroups_conflict(unsigned a, unsigned b)
{
    for (size_t i = 0; i < COUNT_OF(SEXES); i++)
        if ((a & SEXES[i]) && (b & SEXES[1 - i]) && !(a & b))
            return true;
    if ((a & SUBGROUP_ATTACKERS) != (b & SUBGROUP_ATTACKERS) && a && b)
        return true;
    return (a & ROLES) && (b & ROLES) && !(a & b & ROLES);
}
