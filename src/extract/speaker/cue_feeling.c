#include "extract/speaker/content_end.h"
#include "extract/speaker/cue.h"

bool cue_is_expletive(const Sayings *all, Range source)
{
    return source.last == source.first + 1 &&
           mention_begins(&all->a->mentions, source.first, analysis_class(all->a, "EXPLETIVE"));
}

/* Draws the verb that links the adjective to its subject into the cue: "are [very] upset", "got nervous about". False when none does. */
static bool take_link(Cue *c)
{
    const Sayings *all = c->all;
    uint32_t floor = c->unit->tokens.first;
    bool passive = false;
    c->group = syntax_group_start(all->syntax, floor, c->verb, &passive);
    cue_take_split(c);
    for (uint32_t i = c->group; i < c->verb; i++) {
        if (cue_tag(all, i) == TAG_BE)
            return true;
    }
    if (c->group == floor || !mention_begins(&all->a->mentions, c->group - 1, analysis_class(all->a, "LINKING")))
        return false;
    c->group = syntax_group_start(all->syntax, floor, c->group - 1, &passive);
    return true;
}

/* Whose feeling it is where no verb links the two: "Angry about the delay, [the crew] left", "[Clerks], tired of the noise, left", "with
 * [clerks] nervous about the move". Empty when nobody's. */
static Range unlinked_subject(const Cue *c)
{
    const Sayings *all = c->all;
    uint32_t floor = c->unit->tokens.first;
    if (c->group == floor)
        return cue_later_subject(c);
    Tag before = cue_before(c);
    if (before == TAG_COMMA || before == TAG_DASH)
        return syntax_subject(all->syntax, floor, c->group - 1);
    return before == TAG_NOUN ? syntax_subject(all->syntax, floor, c->group) : (Range){c->group, c->group};
}

/* "is afraid that ...", "were worried about ...": a feeling put as an adjective. True when it was one. */
bool cue_feeling(Cue *c)
{
    Sayings *all = c->all;
    Tag next = cue_tag(all, c->after);
    bool bare = next == TAG_PRON ||
                ((next == TAG_NOUN || next == TAG_DET || next == TAG_POSS) &&
                 content_clause_ahead(all, c->after, c->unit->tokens.last)); /* "is sure the road is safe" */
    bool clause = (next == TAG_THAT || next == TAG_WHADV || next == TAG_WH || bare) && saying_frames(all, c->say, 't');
    bool infinitive = next == TAG_TO && cue_tag(all, c->after + 1) == TAG_BASE && saying_frames(all, c->say, 'i');
    bool object = saying_frames(all, c->say, 'o');
    bool linked = take_link(c);
    if (!(linked || (object && c->after > c->verb + 1)) || !(clause || infinitive || object))
        return false;
    Range source = linked ? syntax_subject(all->syntax, c->unit->tokens.first, c->group) : unlinked_subject(c);
    if (linked && cue_before(c) == TAG_CONJ)
        source = cue_shared_subject(all, c);
    if (cue_is_expletive(all, source) && saying_frames(all, c->say, 'e')) {
        c->group = source.first;
        source.last = source.first;
    } else if (range_is_empty(source)) {
        return linked;
    }
    cue_forward(c, source);
    return true;
}

/* "The plan [worries] farmers", "..., [frustrating] the crew": the verb's object has the feeling, its subject or the clause before it is what
 * is felt about. True when it was one. */
bool cue_stirs(Cue *c)
{
    Sayings *all = c->all;
    uint32_t floor = c->unit->tokens.first;
    Tag next = cue_tag(all, c->after);
    Range who = syntax_phrase(all->syntax, c->after, c->unit->tokens.last, true);
    if (c->passive || range_is_empty(who) || next == TAG_NUMBER || all->quotes.of[c->after] ||
        syntax_past_time(all->syntax, c->after) > c->after)
        return false;
    if (saying_frames(all, c->say, 't') && syntax_is_finite(cue_tag(all, who.last)))
        return false; /* "who worry the road will close" */
    Saying saying = cue_saying(c, who);
    Range what = syntax_subject(all->syntax, floor, c->group);
    bool hangs = cue_tag(all, c->verb) == TAG_ING && c->group == c->verb;
    if (hangs && cue_before(c) != TAG_COMMA)
        return false; /* "a surprising result" */
    if (hangs)
        what = content_before(all, c->unit, c->group - 1);
    if (cue_tag(all, who.last) == TAG_THAT && cue_is_expletive(all, what))
        what = content_rest(all, c->unit, who.last);
    content_add(&saying, what);
    saying_add(all, saying);
    return true;
}
