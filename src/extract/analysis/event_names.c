#include "extract/analysis/event_names.h"

#include "match/mention.h"

/* clang-format off */
static const char *const NAMES[WORDS_COUNT_] = {
    [WORDS_NOUN] = "EVENT_NOUN", [WORDS_PLURAL] = "EVENT_PLURAL", [WORDS_THING] = "EVENT_THING", [WORDS_PAST] = "EVENT_PAST",     [WORDS_WEAK] = "EVENT_WEAK",
    [WORDS_BASE] = "EVENT_BASE", [WORDS_ING] = "EVENT_ING",       [WORDS_HIT] = "EVENT_HIT",
    [WORDS_SUFFER] = "EVENT_SUFFER", [WORDS_DAMAGE] = "EVENT_DAMAGE", [WORDS_DAMAGED] = "EVENT_DAMAGED", [WORDS_KILL] = "EVENT_KILL", [WORDS_OTHER] = "EVENT_OTHER", [WORDS_TARGET] = "TARGET",     [WORDS_TARGET_HUMAN] = "TARGET_HUMAN",
    [WORDS_COMBATANT] = "COMBATANT", [WORDS_FORCE_PART] = "FORCE_PART", [WORDS_PARTY] = "PARTY", [WORDS_GENERIC] = "GENERIC_HUMAN",     [WORDS_MEMBERS] = "GROUP_MEMBERS", [WORDS_AGENT] = "AGENT",         [WORDS_HARM_ACT] = "HARM_ACT", [WORDS_PLACE] = "PLACE", [WORDS_NATION] = "NATION", [WORDS_TACTIC] = "TACTIC",
    [WORDS_WEAPON] = "WEAPON",   [WORDS_BE] = "ACT_BE",           [WORDS_BY] = "ACT_BY",
    [WORDS_ASIDE] = "ARG_ASIDE", [WORDS_ON] = "ARG_ON",       [WORDS_AND] = "LIST_AND",        [WORDS_OPEN] = "LIST_OPEN",
    [WORDS_OF] = "NP_LINK",      [WORDS_STOP] = "NP_STOP",        [WORDS_BREAK] = "CLAUSE_BREAK",
    [WORDS_ATTEMPT] = "ATTEMPT", [WORDS_FOIL] = "FOIL",           [WORDS_NOT] = "NOT_HAPPENED",
    [WORDS_THE] = "DEFINITE",   [WORDS_ROLL] = "VICTIM_ROLL", [WORDS_BY_NATURE] = "BY_NATURE", [WORDS_FROM] = "MEMBER_LINK",
    [WORDS_PRONOUN] = "PRONOUN", [WORDS_RELATIVE] = "RELATIVE",   [WORDS_COMMON] = "COMMON",
};
/* clang-format on */

/* Words of these classes end a noun phrase. */
static const char *const STOPS[] = {
    "NP_STOP", "CLAUSE_BREAK", "ARG_ON",     "LIST_AND",    "ACT_BE",      "ACT_BY",  "NUMBER",   "QUANTITY",
    "COUNT",   "QUALIFIER",    "DETERMINER", "PREPOSITION", "CONJUNCTION", "PRONOUN", "MODAL",    "NEGATION",
    "TIME",    "RELATIVE",     "EVENT_PAST", "EVENT_HIT",   "EVENT_WEAK",  "ADVERB",  "LIST_OPEN"};
static const char *const HARMS[] = {"HARM_ACT", "HARM_PP", "HARM_INTRANS", "HARM_NOUN", "LEAVE"};

const EventWord EVENT_TRIGGER_ORDER[EVENT_TRIGGERS] = {WORDS_SUFFER, WORDS_PAST,    WORDS_HIT,  WORDS_WEAK,
                                                       WORDS_DAMAGE, WORDS_DAMAGED, WORDS_KILL, WORDS_PLURAL,
                                                       WORDS_NOUN,   WORDS_THING,   WORDS_ING,  WORDS_BASE};

static ClassSet classes_named(const Lexicon *lexicon, const char *const *names, size_t count)
{
    ClassSet classes = {{0}};
    for (size_t n = 0; n < count; n++)
        class_set_add(&classes, lexicon_class(lexicon, str_from(names[n])));
    return classes;
}

const EventNames *event_names(Arena *arena, const Lexicon *lexicon)
{
    EventNames *out = ARENA_NEW(arena, EventNames);
    for (int i = 0; i < WORDS_COUNT_; i++)
        out->classes[i] = lexicon_class(lexicon, str_from(NAMES[i]));
    for (size_t i = 0; i < EVENT_TRIGGERS; i++)
        class_set_add(&out->triggers, out->classes[EVENT_TRIGGER_ORDER[i]]);
    out->stops = classes_named(lexicon, STOPS, sizeof STOPS / sizeof STOPS[0]);
    out->means = class_set_of((const uint16_t[]){out->classes[WORDS_TACTIC], out->classes[WORDS_WEAPON]}, 2);
    out->agent = class_set_of(&out->classes[WORDS_AGENT], 1);
    out->harms = classes_named(lexicon, HARMS, sizeof HARMS / sizeof HARMS[0]);
    return out;
}
