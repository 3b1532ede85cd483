#include "extract/event/event_type.h"

typedef struct {
    const char *name;
    EventFamily family;
    int detail; /* the higher says more */
} EventType;

/* clang-format off */
static const EventType TYPES[] = {
    {"attack", FAMILY_ANY, 0},
    {"explosion", FAMILY_BLAST, 0},
    {"bombing", FAMILY_BLAST, 1},        {"grenade attack", FAMILY_BLAST, 2},  {"rocket attack", FAMILY_BLAST, 2},
    {"shelling", FAMILY_BLAST, 2},       {"missile attack", FAMILY_BLAST, 3},  {"drone attack", FAMILY_BLAST, 4},
    {"air strike", FAMILY_BLAST, 3},     {"landmine explosion", FAMILY_BLAST, 3}, {"car bombing", FAMILY_BLAST, 4},
    {"suicide bombing", FAMILY_BLAST, 5},
    {"murder", FAMILY_ARMS, 1},          {"fighting", FAMILY_FIGHT, 1},            {"raid", FAMILY_ARMS, 1},
    {"shooting", FAMILY_ARMS, 2},        {"ambush", FAMILY_ARMS, 3},           {"stabbing", FAMILY_ARMS, 3},
    {"assassination", FAMILY_ARMS, 4},   {"execution", FAMILY_ARMS, 4},        {"mass killing", FAMILY_ARMS, 5},
    {"kidnapping", FAMILY_CAPTURE, 1},   {"hostage taking", FAMILY_CAPTURE, 2}, {"hijacking", FAMILY_CAPTURE, 3},
    {"arson", FAMILY_FIRE, 1},           {"infrastructure attack", FAMILY_SABOTAGE, 1},     {"robbery", FAMILY_ROBBERY, 1},
    {"siege", FAMILY_SIEGE, 1},          {"prison break", FAMILY_SIEGE, 2},    {"coup", FAMILY_SIEGE, 3}, {"vehicle ramming", FAMILY_RIOT, 2},
    {"protest violence", FAMILY_RIOT, 1},
};
/* clang-format on */

static const EventType *find(Str name)
{
    for (size_t i = 0; i < sizeof TYPES / sizeof *TYPES; i++) {
        if (str_is(name, TYPES[i].name))
            return &TYPES[i];
    }
    return &TYPES[0];
}

EventFamily event_family(Str type)
{
    return find(type)->family;
}

bool event_types_agree(Str a, Str b)
{
    EventFamily left = event_family(a);
    EventFamily right = event_family(b);
    if (left == FAMILY_FIGHT || right == FAMILY_FIGHT)
        return left == right;
    return left == right || left == FAMILY_ANY || right == FAMILY_ANY;
}

/* An attack without a word of its own may be any; and it is nothing apart from shots, a raid or sabotage. */
static bool fits(EventFamily vague, EventFamily other)
{
    return vague == FAMILY_ANY && (other == FAMILY_ANY || other == FAMILY_ARMS || other == FAMILY_SIEGE ||
                                   other == FAMILY_SABOTAGE || other == FAMILY_RIOT);
}

/* A robbery and its shots are one crime; so are a prison break, or a siege, and the shots of it. */
static bool is_holdup(EventFamily a, EventFamily b)
{
    bool shots = a == FAMILY_ARMS || b == FAMILY_ARMS;
    EventFamily other = a == FAMILY_ARMS ? b : a;
    return shots && (other == FAMILY_ROBBERY || other == FAMILY_SIEGE);
}

bool event_same_kind(Str told, Str type)
{
    EventFamily left = event_family(told);
    EventFamily right = event_family(type);
    return left == right || fits(left, right) || is_holdup(left, right) ||
           (right == FAMILY_ANY && left != FAMILY_FIGHT);
}

bool event_type_is_apart(Str type)
{
    EventFamily family = event_family(type);
    return family == FAMILY_BLAST || family == FAMILY_CAPTURE || family == FAMILY_FIRE || family == FAMILY_ROBBERY;
}

bool event_type_befalls_people(Str type)
{
    static const char *const NAMES[] = {"murder",     "assassination",  "execution", "mass killing",
                                        "kidnapping", "hostage taking", "stabbing"};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        if (str_is(type, NAMES[i]))
            return true;
    }
    return false;
}

Str event_type_with(Str type, Str tactic)
{
    static const struct {
        const char *tactic;
        const char *type;
        bool kills; /* what it kills with says more than that it kills */
    } MADE[] = {{"explosives", "bombing", false},  {"explosion", "explosion", false}, {"incendiaries", "arson", false},
                {"arson", "arson", false},         {"drones", "drone attack", true},  {"mortars", "shelling", true},
                {"rockets", "rocket attack", true}};
    if (str_equal(type, str_from("bombing")) && str_equal(tactic, str_from("aircraft")))
        return str_from("air strike");
    bool vague = event_family(type) == FAMILY_ANY;
    bool killing = str_equal(type, str_from("murder"));
    for (size_t i = 0; i < sizeof MADE / sizeof *MADE; i++) {
        if ((vague || (killing && MADE[i].kills)) && str_is(tactic, MADE[i].tactic))
            return str_from(MADE[i].type);
    }
    return type;
}

Str event_finer_type(Str a, Str b)
{
    return find(b)->detail > find(a)->detail ? b : a;
}
