#include "extract/analysis/casualty_gate.h"

/* What groups, verbs and subjects are made of (group_list.c, verb.c, subject.c). */
static const struct {
    const char *made;
    const char *from[CLASS_ORIGINS_MAX];
} ORIGINS[] = {
    {"GROUPS", {NULL}},
    {"OBLIQUE", {NULL}},
    {"SUBJECT", {NULL}},
    {"BODIES", {"BODY"}},
    {"HARMED", {"BODY", "HARM_ADJ", "HARM_PP"}},
    {"V_ACTIVE", {"HARM_PP", "HARM_ACT"}},
    {"V_PASSIVE", {"HARM_PP", "HARM_ACT"}},
    {"V_BARE", {"HARM_PP", "HARM_ACT"}},
    {"V_UNREAL", {"HARM_PP", "HARM_ACT"}},
};

enum { ORIGIN_COUNT = sizeof ORIGINS / sizeof ORIGINS[0] };

const RulesGate *casualty_gate(Arena *arena, const Rules *rules, const Lexicon *lexicon)
{
    static const char *const PHASES[] = {"group", "casualty", "subject", NULL};
    ClassOrigin origins[ORIGIN_COUNT] = {{0}};
    for (size_t i = 0; i < ORIGIN_COUNT; i++) {
        origins[i].made = lexicon_class(lexicon, str_from(ORIGINS[i].made));
        for (size_t k = 0; k < CLASS_ORIGINS_MAX && ORIGINS[i].from[k]; k++)
            origins[i].from[k] = lexicon_class(lexicon, str_from(ORIGINS[i].from[k]));
    }
    return rules_gate(arena, rules, PHASES, origins, ORIGIN_COUNT);
}
