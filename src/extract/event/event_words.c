#include "extract/event/event_words.h"

#include "extract/table/inset.h"

/* A word that ends a phrase does so too where a longer phrase hides it ("the" in "the military"). */
static const uint64_t *stop_words(const Analysis *a, uint16_t cls)
{
    size_t words = lexicon_vocabulary(a->language->lexicon)->count;
    uint64_t *known = ARENA_ARRAY(a->scratch, uint64_t, words / 64 + 1);
    for (uint32_t t = 0; t < a->tokens.count; t++) {
        uint32_t word = a->tokens.tokens[t].word;
        if (mention_may_begin(&a->mentions, t, cls))
            known[word / 64] |= (uint64_t)1 << (word & 63);
    }
    return known;
}

/* Hangs every claim of harm at the sentences that its evidence stands in. */
static EventHarm **find_harm(const Analysis *a)
{
    EventHarm **harm = ARENA_ARRAY(a->scratch, EventHarm *, a->tokens.sentence_count + 1);
    for (uint32_t i = (uint32_t)a->claim_count; i-- > 0;) {
        Span evidence = a->claims[i].evidence;
        if (a->claims[i].kind != KIND_CASUALTY)
            continue;
        uint32_t s = analysis_sentence(a, analysis_token(a, evidence.start));
        for (; s < a->tokens.sentence_count && a->tokens.sentences[s].span.start < evidence.end; s++) {
            EventHarm *here = ARENA_NEW(a->scratch, EventHarm);
            *here = (EventHarm){i, harm[s]};
            harm[s] = here;
        }
    }
    return harm;
}

EventWords event_words(Analysis *a)
{
    const EventNames *names = a->language->event_names;
    return (EventWords){.a = a,
                        .names = names,
                        .syntax = syntax_read(a),
                        .stop_words = stop_words(a, names->classes[WORDS_STOP]),
                        .harm = find_harm(a)};
}

EventWord event_trigger_at(const EventWords *w, uint32_t token, uint32_t *mention)
{
    *mention = MENTION_NONE;
    if (token >= w->a->tokens.count || !mention_may_begin_any(&w->a->mentions, token, &w->names->triggers))
        return WORDS_COUNT_;
    for (size_t i = 0; i < EVENT_TRIGGERS; i++) {
        *mention = event_at(w, token, EVENT_TRIGGER_ORDER[i]);
        if (*mention != MENTION_NONE)
            return EVENT_TRIGGER_ORDER[i];
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
    return (block >= a->block_count || a->blocks[block].kind != BLOCK_BOILERPLATE) && !inset_holds(a, sentence);
}

/* A name of two words or more; in shouted text every word may be one. */
static bool is_whole_name(const EventWords *w, uint32_t first, uint32_t last)
{
    for (uint32_t t = first; t < last; t++) {
        if (!analysis_is_name(w->a, t))
            return false;
    }
    return last > first + 1;
}

uint32_t event_behind_role(const EventWords *w, uint32_t first, uint32_t last)
{
    uint16_t victim = analysis_class(w->a, "VICTIM");
    for (uint32_t t = first; t < last; t++) {
        uint32_t at = mention_at(&w->a->mentions, t, victim);
        const Mention *m = at == MENTION_NONE ? NULL : &w->a->mentions.items[at];
        const Attr *number = m ? analysis_attr(w->a, m, "number") : NULL;
        if (number && str_is(lexicon_value_name(w->a->language->lexicon, number->value), "many") &&
            is_whole_name(w, m->last, last))
            return m->last;
    }
    return first;
}
