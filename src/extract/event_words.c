#include "extract/event_words.h"

/* clang-format off */
static const char *const NAMES[WORDS_COUNT_] = {
    [WORDS_NOUN] = "EVENT_NOUN", [WORDS_PAST] = "EVENT_PAST",     [WORDS_WEAK] = "EVENT_WEAK",
    [WORDS_BASE] = "EVENT_BASE", [WORDS_ING] = "EVENT_ING",       [WORDS_HIT] = "EVENT_HIT",
    [WORDS_OTHER] = "EVENT_OTHER", [WORDS_TARGET] = "TARGET",     [WORDS_TARGET_HUMAN] = "TARGET_HUMAN",
    [WORDS_PARTY] = "PARTY",     [WORDS_AGENT] = "AGENT",         [WORDS_TACTIC] = "TACTIC",
    [WORDS_WEAPON] = "WEAPON",   [WORDS_BE] = "ACT_BE",           [WORDS_BY] = "ACT_BY",
    [WORDS_ON] = "ARG_ON",       [WORDS_AND] = "LIST_AND",        [WORDS_OPEN] = "LIST_OPEN",
    [WORDS_OF] = "NP_LINK",      [WORDS_STOP] = "NP_STOP",        [WORDS_BREAK] = "CLAUSE_BREAK",
    [WORDS_ATTEMPT] = "ATTEMPT", [WORDS_FOIL] = "FOIL",           [WORDS_NOT] = "NOT_HAPPENED",
    [WORDS_THE] = "DEFINITE",
};
/* clang-format on */

enum { LONGEST_PHRASE = 6 };

EventWords event_words(const Analysis *a)
{
    EventWords w = {.a = a};
    for (int i = 0; i < WORDS_COUNT_; i++)
        w.classes[i] = analysis_class(a, NAMES[i]);
    return w;
}

uint32_t event_at(const EventWords *w, uint32_t token, EventWord kind)
{
    uint16_t cls = w->classes[kind];
    return cls != 0 && token < w->a->tokens.count ? mention_at(&w->a->mentions, token, cls) : MENTION_NONE;
}

bool event_covers(const EventWords *w, uint32_t token, EventWord kind)
{
    uint16_t cls = w->classes[kind];
    return cls != 0 && mention_over(&w->a->mentions, token, cls, LONGEST_PHRASE) != MENTION_NONE;
}

EventWord event_trigger_at(const EventWords *w, uint32_t token, uint32_t *mention)
{
    static const EventWord KINDS[] = {WORDS_PAST, WORDS_HIT, WORDS_WEAK, WORDS_NOUN, WORDS_ING, WORDS_BASE};
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++) {
        *mention = event_at(w, token, KINDS[i]);
        if (*mention != MENTION_NONE)
            return KINDS[i];
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
