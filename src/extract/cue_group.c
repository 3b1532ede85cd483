#include "extract/cue.h"

/* "continued to call for", "was able to say": the verb before "to" opens the group. */
static void take_phase(Cue *c)
{
    const Sayings *all = c->all;
    uint32_t floor = c->unit->tokens.first;
    if (c->group < floor + 2 || cue_tag(all, c->group - 1) != TAG_TO)
        return;
    bool be = false;
    if (cue_tag(all, c->group - 2) == TAG_BE) {
        c->group = syntax_group_start(all->syntax, floor, c->group - 2, &be); /* "is to report" */
        return;
    }
    enum { LONGEST_PHASE = 2 };
    uint32_t m = mention_over(&all->a->mentions, c->group - 2, all->phase_class, LONGEST_PHASE);
    if (m == MENTION_NONE || all->a->mentions.items[m].last != c->group - 1)
        return;
    uint32_t phase = all->a->mentions.items[m].first;
    c->group = syntax_group_start(all->syntax, floor, phase, &be);
}

/* "have [in recent months] sought": an auxiliary before the phrase opens the group. */
void cue_take_split(Cue *c)
{
    enum { PHRASE_TOKENS = 4 };
    const Sayings *all = c->all;
    uint32_t floor = c->unit->tokens.first;
    uint32_t first = c->group;
    while (first > floor && c->group - first < PHRASE_TOKENS &&
           (cue_tag(all, first - 1) == TAG_NOUN || cue_tag(all, first - 1) == TAG_DET ||
            cue_tag(all, first - 1) == TAG_NUMBER))
        first--;
    bool split = first < c->group && first > floor + 1 && cue_tag(all, first - 1) == TAG_PREP &&
                 (cue_tag(all, first - 2) == TAG_HAVE || cue_tag(all, first - 2) == TAG_MODAL);
    bool passive = false;
    if (split)
        c->group = syntax_group_start(all->syntax, floor, first - 1, &passive);
}

/* "expressed [doubts about] the plan", "voiced [fears] that ...": the noun names the saying, what was said follows it. */
static void take_named(Cue *c)
{
    const Sayings *all = c->all;
    Range noun = saying_frames(all, c->say, 'n') ? syntax_phrase(all->syntax, c->after, c->unit->tokens.last, false)
                                                 : (Range){c->after, c->after};
    if (range_is_empty(noun) || all->quotes.of[noun.last - 1])
        return;
    Tag next = cue_tag(all, noun.last);
    if (next == TAG_THAT || next == TAG_PREP)
        c->after = noun.last + (next == TAG_PREP);
}

void cue_take_group(Cue *c)
{
    c->group = syntax_group_start(c->all->syntax, c->unit->tokens.first, c->verb, &c->passive);
    take_phase(c);
    cue_take_split(c);
    take_named(c);
}
