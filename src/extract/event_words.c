#include "extract/event_words.h"

/* clang-format off */
static const char *const NAMES[WORDS_COUNT_] = {
    [WORDS_NOUN] = "EVENT_NOUN", [WORDS_PLURAL] = "EVENT_PLURAL", [WORDS_THING] = "EVENT_THING", [WORDS_PAST] = "EVENT_PAST",     [WORDS_WEAK] = "EVENT_WEAK",
    [WORDS_BASE] = "EVENT_BASE", [WORDS_ING] = "EVENT_ING",       [WORDS_HIT] = "EVENT_HIT",
    [WORDS_SUFFER] = "EVENT_SUFFER", [WORDS_DAMAGE] = "EVENT_DAMAGE", [WORDS_DAMAGED] = "EVENT_DAMAGED", [WORDS_KILL] = "EVENT_KILL", [WORDS_OTHER] = "EVENT_OTHER", [WORDS_TARGET] = "TARGET",     [WORDS_TARGET_HUMAN] = "TARGET_HUMAN",
    [WORDS_COMBATANT] = "COMBATANT", [WORDS_FORCE_PART] = "FORCE_PART", [WORDS_PARTY] = "PARTY", [WORDS_GENERIC] = "GENERIC_HUMAN",     [WORDS_MEMBERS] = "GROUP_MEMBERS", [WORDS_AGENT] = "AGENT",         [WORDS_TACTIC] = "TACTIC",
    [WORDS_WEAPON] = "WEAPON",   [WORDS_BE] = "ACT_BE",           [WORDS_BY] = "ACT_BY",
    [WORDS_ON] = "ARG_ON",       [WORDS_AND] = "LIST_AND",        [WORDS_OPEN] = "LIST_OPEN",
    [WORDS_OF] = "NP_LINK",      [WORDS_STOP] = "NP_STOP",        [WORDS_BREAK] = "CLAUSE_BREAK",
    [WORDS_ATTEMPT] = "ATTEMPT", [WORDS_FOIL] = "FOIL",           [WORDS_NOT] = "NOT_HAPPENED",
    [WORDS_THE] = "DEFINITE",   [WORDS_ROLL] = "VICTIM_ROLL", [WORDS_FROM] = "MEMBER_LINK",
};
/* clang-format on */

/* Words of these classes end a noun phrase. */
static const char *const STOPS[] = {
    "NP_STOP", "CLAUSE_BREAK", "ARG_ON",     "LIST_AND",    "ACT_BE",      "ACT_BY",  "NUMBER",   "QUANTITY",
    "COUNT",   "QUALIFIER",    "DETERMINER", "PREPOSITION", "CONJUNCTION", "PRONOUN", "MODAL",    "NEGATION",
    "TIME",    "RELATIVE",     "EVENT_PAST", "EVENT_HIT",   "EVENT_WEAK",  "ADVERB",  "LIST_OPEN"};
static const char *const HARMS[] = {"HARM_ACT", "HARM_PP", "HARM_INTRANS", "HARM_NOUN", "LEAVE"};

/* What may trigger an attack, the surest first. */
static const EventWord TRIGGERS[] = {WORDS_SUFFER, WORDS_PAST,   WORDS_HIT,  WORDS_WEAK,  WORDS_DAMAGE, WORDS_DAMAGED,
                                     WORDS_KILL,   WORDS_PLURAL, WORDS_NOUN, WORDS_THING, WORDS_ING,    WORDS_BASE};

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

static ClassSet classes_named(const Analysis *a, const char *const *names, size_t count)
{
    ClassSet classes = {{0}};
    for (size_t n = 0; n < count; n++)
        class_set_add(&classes, analysis_class(a, names[n]));
    return classes;
}

/* A word that ends a phrase does so too where a longer phrase hides it ("the" in "the military"). */
static const uint64_t *stop_words(const Analysis *a, uint16_t cls)
{
    size_t words = lexicon_vocabulary(a->language->lexicon)->count;
    uint64_t *known = ARENA_ARRAY(a->arena, uint64_t, words / 64 + 1);
    for (uint32_t t = 0; t < a->tokens.count; t++) {
        uint32_t word = a->tokens.tokens[t].word;
        if (mention_begins(&a->mentions, t, cls))
            known[word / 64] |= (uint64_t)1 << (word & 63);
    }
    return known;
}

EventWords event_words(Analysis *a)
{
    EventWords w = {.a = a};
    for (int i = 0; i < WORDS_COUNT_; i++)
        w.classes[i] = analysis_class(a, NAMES[i]);
    for (size_t i = 0; i < COUNT_OF(TRIGGERS); i++)
        class_set_add(&w.triggers, w.classes[TRIGGERS[i]]);
    w.syntax = syntax_read(a);
    w.stops = classes_named(a, STOPS, COUNT_OF(STOPS));
    w.harms = classes_named(a, HARMS, COUNT_OF(HARMS));
    w.stop_words = stop_words(a, w.classes[WORDS_STOP]);
    return w;
}

EventWord event_trigger_at(const EventWords *w, uint32_t token, uint32_t *mention)
{
    *mention = MENTION_NONE;
    if (token >= w->a->tokens.count || !mention_may_begin_any(&w->a->mentions, token, &w->triggers))
        return WORDS_COUNT_;
    for (size_t i = 0; i < COUNT_OF(TRIGGERS); i++) {
        *mention = event_at(w, token, TRIGGERS[i]);
        if (*mention != MENTION_NONE)
            return TRIGGERS[i];
    }
    return WORDS_COUNT_;
}

const Sentence *event_sentence(const EventWords *w, uint32_t token)
{
    return &w->a->tokens.sentences[w->a->tokens.tokens[token].sentence];
}

bool event_in_body(const Analysis *a, uint32_t sentence)
{
    uint32_t block = a->tokens.sentences[sentence].block;
    return block >= a->block_count || a->blocks[block].kind != BLOCK_BOILERPLATE;
}
