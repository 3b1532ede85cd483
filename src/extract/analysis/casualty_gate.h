/*
 * casualty_gate — in which sentences a figure of people may be told at all, by the needs of the rules that tell them: groups
 * of people are looked for in these and in the sentences before them, of which pronouns and "the three" speak.
 */
#ifndef DAYBOOK_EXTRACT_CASUALTY_GATE_H
#define DAYBOOK_EXTRACT_CASUALTY_GATE_H

#include "match/rules.h"

/* What the stage's rules need of a sentence: the language's. */
const RulesGate *casualty_gate(Arena *arena, const Rules *rules, const Lexicon *lexicon);

#endif
