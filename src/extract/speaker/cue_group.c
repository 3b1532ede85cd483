#include "extract/speaker/cue.h"

void cue_take_phase(Cue *c)
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
    enum { LONGEST_PHASE = 4 };
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

/* Past one adverb, time or prepositional phrase behind "spoke"; the token itself where none stands there. */
static uint32_t past_aside(const Sayings *all, uint32_t i, uint32_t limit)
{
    uint32_t time = syntax_past_time(all->syntax, i);
    Tag tag = cue_tag(all, i);
    if (time > i)
        return time;
    if (tag == TAG_ADV ||
        (tag == TAG_NOUN && (cue_tag(all, i + 1) == TAG_ADV || (all->syntax->allowed[i] & BIT(TAG_ADV)))))
        return i + 1; /* "more often" */
    Range phrase = tag == TAG_PREP || tag == TAG_TO ? syntax_phrase(all->syntax, i + 1, limit, false) : (Range){i, i};
    return range_is_empty(phrase) ? i : phrase.last;
}

/* "about", "over": leads to what is spoken of. */
static bool leads_to_matter(const Sayings *all, uint32_t i)
{
    uint32_t m = mention_at(&all->a->mentions, i, all->topic_class);
    return m != MENTION_NONE && str_equal(analysis_value(all->a, &all->a->mentions.items[m]), STR("matter"));
}

/* What is spoken of begins behind the word, which is part of the cue where it stands close behind it. */
static void take_matter_behind(Cue *c, uint32_t i)
{
    enum { NEAR = 2 };
    c->matter = i + 1;
    c->after = i <= c->after + NEAR ? i + 1 : c->after;
}

bool cue_take_matter(Cue *c)
{
    enum { MOST_ASIDES = 4 };
    const Sayings *all = c->all;
    uint32_t limit = c->unit->tokens.last;
    uint32_t i = c->after;
    bool phrase = false;
    for (int k = 0; k <= MOST_ASIDES && i + 1 < limit; k++) {
        if (leads_to_matter(all, i) && !(phrase && cue_is_own(all, i))) { /* not "on condition of" */
            take_matter_behind(c, i);
            return true;
        }
        uint32_t past = past_aside(all, i, limit);
        if (past == i)
            return false;
        phrase = cue_tag(all, i) == TAG_PREP || cue_tag(all, i) == TAG_TO;
        i = past;
    }
    return false;
}

/* Whether the lexicon joins the verb to the preposition at the token, with something between: "called on Monday [for]". */
static bool is_split(const Cue *c, uint32_t token)
{
    const Sayings *all = c->all;
    uint32_t m = mention_at(&all->a->mentions, c->verb, all->split_class);
    Tag tag = cue_tag(all, token);
    if (m == MENTION_NONE || !(tag == TAG_PREP || (tag == TAG_TO && cue_tag(all, token + 1) != TAG_BASE)))
        return false;
    Str list = analysis_value(all->a, &all->a->mentions.items[m]);
    Str word = span_text(all->a->tokens.text, all->a->tokens.tokens[token].span);
    for (size_t from = 0; from < list.len;) {
        size_t end = str_find_char(list, '+', from);
        end = end == SIZE_MAX ? list.len : end;
        if (str_equal_caseless(word, (Str){list.ptr + from, end - from}))
            return true;
        from = end + 1;
    }
    return false;
}

/* Past adverbs and times behind the verb: "complained [bitterly on Monday] about". */
static void take_split_preposition(Cue *c)
{
    const Sayings *all = c->all;
    uint32_t limit = c->unit->tokens.last;
    uint32_t i = c->after;
    bool phrase = false;
    while (i + 1 < limit) {
        uint32_t past = syntax_past_time(all->syntax, i);
        if (past == i && cue_tag(all, i) == TAG_PREP && syntax_past_time(all->syntax, i + 1) > i + 1)
            past = syntax_past_time(all->syntax, i + 1);
        if (past == i && cue_tag(all, i) == TAG_ADV)
            past = i + 1;
        if (past == i && cue_tag(all, i) == TAG_PREP && !is_split(c, i)) {
            past = syntax_phrase(all->syntax, i + 1, limit, false).last; /* "joked at a fair about" */
            phrase = past > i + 1;
            past = phrase ? past : i;
        }
        if (past == i)
            break;
        i = past;
    }
    if (i == c->after || i + 1 >= limit || !is_split(c, i) ||
        (phrase && !(leads_to_matter(all, i) && !cue_is_own(all, i))))
        return;
    take_matter_behind(c, i);
}

/* "people who work [nearby] told": the adverb behind another verb is that one's. */
static void leave_adverb(Cue *c)
{
    const uint64_t forms = BIT(TAG_BASE) | BIT(TAG_THIRD) | BIT(TAG_PRET);
    while (c->group < c->verb && cue_tag(c->all, c->group) == TAG_ADV && (BIT(cue_before(c)) & forms) != 0 &&
           syntax_is_finite(cue_tag(c->all, c->group + 1)))
        c->group++;
}

void cue_take_group(Cue *c)
{
    c->group = syntax_group_start(c->all->syntax, c->unit->tokens.first, c->verb, &c->passive);
    leave_adverb(c);
    cue_take_phase(c);
    cue_take_split(c);
    take_named(c);
    if (!c->passive && saying_frames(c->all, c->say, 'k') == 0)
        take_split_preposition(c);
}
