#include "extract/speaker/content_end.h"
#include "extract/speaker/cue.h"

bool cue_names_agent(const Sayings *all, uint32_t by)
{
    return cue_is_agent(all, by) && !mention_begins(&all->a->mentions, by, analysis_class(all->a, "CHANNEL")) &&
           syntax_past_time(all->syntax, by + 1) == by + 1;
}

/* "by [the mayor, Ali Haddad]": with the name that closes the sentence. */
static Range with_name(const Cue *c, Range who)
{
    const Sayings *all = c->all;
    uint32_t limit = c->unit->tokens.last;
    if (range_is_empty(who) || cue_tag(all, who.last) != TAG_COMMA || who.last + 1 >= limit)
        return who;
    Range name = syntax_phrase(all->syntax, who.last + 1, limit, false);
    bool capital = (all->a->tokens.tokens[who.last + 1].flags & TOKEN_CAPITAL) != 0;
    bool closes = !range_is_empty(name) && content_is_end(all, name.last, limit);
    return capital && closes && syntax_past_time(all->syntax, name.first) == name.first ? (Range){who.first, name.last}
                                                                                        : who;
}

static bool accuses(const Cue *c)
{
    return str_equal(saying_attr(c->all, c->say, c->all->act), STR("accuse"));
}

/* "of [killing] nine": a deed, whether or not its form is read as a verb's. */
static bool is_deed(const Cue *c, uint32_t token)
{
    return (c->all->syntax->allowed[token] & BIT(TAG_ING)) != 0;
}

/* "blamed by [officials] on rebels", "accused by [the envoy] of fleeing": without whom or what is accused, and of what. */
static Range before_accused(const Cue *c, Range who)
{
    const Sayings *all = c->all;
    for (uint32_t i = who.first + 1; i < who.last; i++) {
        bool joint = cue_tag(all, i) == TAG_PREP || cue_tag(all, i) == TAG_SUB;
        if (joint && mention_begins(&all->a->mentions, i, all->topic_class) &&
            (is_deed(c, i + 1) || (accuses(c) && !cue_is_own(all, i))))
            return (Range){who.first, i};
    }
    return who;
}

/* "was put", "was lowered": of a verb that needs a figure, or one of what is done with it. */
static bool of_figure(const Cue *c)
{
    return saying_frames(c->all, c->say, 'm') || saying_frames(c->all, c->say, 'l');
}

/* "[at nine]", "[to nine]" of such a verb. */
static bool is_figure(const Cue *c, uint32_t i)
{
    Tag tag = cue_tag(c->all, i);
    return of_figure(c) && (tag == TAG_PREP || tag == TAG_TO) &&
           mention_begins(&c->all->a->mentions, i + 1, analysis_class(c->all->a, "COUNT"));
}

/* "was reported killed [by] rebels": whoever did it. */
static bool is_deed_of(const Cue *c, uint32_t by)
{
    const Analysis *a = c->all->a;
    return mention_begins(&a->mentions, by - 1, analysis_class(a, "HARM_PP")) ||
           mention_begins(&a->mentions, by - 1, analysis_class(a, "HARM_ADJ"));
}

/* "was called a fraud [by his critics]", "seemed odd [to the crew]": the content without whom it names, who becomes the source where there
 * is none. */
static Range before_agent(const Cue *c, Range content, Range *source)
{
    const Sayings *all = c->all;
    bool seems = saying_frames(all, c->say, 'r');
    if (!range_is_empty(*source) || (cue_tag(all, content.first) == TAG_TO && !of_figure(c)))
        return content;
    for (uint32_t i = content.first + 1; i + 1 < content.last; i++) {
        if (cue_has_verb(all, i - 1, i))
            break;
        bool person = cue_tag(all, i + 1) == TAG_OBJ || (all->a->tokens.tokens[i + 1].flags & TOKEN_CAPITAL);
        bool told = (cue_tag(all, i - 1) == TAG_NOUN && !is_deed_of(c, i)) || (of_figure(c) && cue_names_agent(all, i));
        bool names = (cue_is_agent(all, i) && told) ||
                     (seems && cue_tag(all, i) == TAG_TO && (person || cue_tag(all, i + 1) == TAG_DET));
        Range who = names && !all->quotes.of[i] ? syntax_phrase(all->syntax, i + 1, content.last, true) : (Range){i, i};
        if (range_is_empty(who) || syntax_past_time(all->syntax, i + 1) > i + 1)
            continue;
        *source = with_name(c, who);
        return (Range){content.first, i};
    }
    return content;
}

/* "[Reports that the dam had failed] were denied": a noun of saying with what it tells, which ends right before the verb; empty where none does. */
static Range told_subject(const Cue *c)
{
    const Sayings *all = c->all;
    for (size_t i = all->count; i > 0 && all->items[i - 1].unit == c->unit_index; i--) {
        const Saying *inner = &all->items[i - 1];
        Range told = inner->content[0];
        Tag opens = cue_tag(all, told.first);
        if (inner->say == MENTION_NONE || told.last != c->group || !(opens == TAG_THAT || opens == TAG_TO) ||
            inner->cue.last > told.first)
            continue;
        uint32_t noun = all->a->mentions.items[inner->say].last;
        Range head = syntax_subject(all->syntax, c->unit->tokens.first, noun);
        bool names = cue_tag(all, noun - 1) == TAG_NOUN && !range_is_empty(head);
        return names ? (Range){head.first, c->group} : (Range){c->group, c->group};
    }
    return (Range){c->group, c->group};
}

/* Whom or what the verb is about, with the asides before a finite one: "[Holm, the mayor,] was accused", "[a fund], seen as safe". */
static Range passive_subject(const Cue *c)
{
    const Sayings *all = c->all;
    uint32_t floor = c->unit->tokens.first;
    Tag before = cue_before(c);
    Range told = told_subject(c);
    if (!range_is_empty(told))
        return told;
    bool aside = c->group > floor + 1 && (before == TAG_COMMA || before == TAG_DASH);
    Range whole = aside && c->group < c->verb ? syntax_subject(all->syntax, floor, c->group) : (Range){floor, floor};
    for (size_t i = all->count; i > 0 && all->items[i - 1].unit == c->unit_index; i--) {
        const Saying *inner = &all->items[i - 1];
        bool clause =
            inner->content_count > 0 && cue_is_relative(all, inner->content[0]); /* "the toll, which Holm put" */
        if (whole.first <= inner->cue.first && inner->cue.first < whole.last && !clause &&
            !cue_is_relative(all, inner->source))
            whole.last = whole.first; /* "Holm voiced doubts, was seen as weak" */
    }
    if (!range_is_empty(whole) && whole.last == c->group)
        return (Range){whole.first, whole.last - 1};
    return syntax_subject(all->syntax, floor, c->group - aside);
}

/* "[The mayor] [was quoted as saying] ...": whom a passive names with a participle of saying has said it. True when it was one. */
static bool told_as_saying(const Cue *c, Range subject)
{
    Sayings *all = c->all;
    uint32_t as = c->after;
    if (cue_is_agent(all, as)) /* "was quoted by the Gazette as saying" */
        as = syntax_phrase(all->syntax, as + 1, c->unit->tokens.last, false).last;
    uint32_t verb = as + 1;
    uint32_t say = cue_tag(all, verb) == TAG_ING ? mention_at(&all->a->mentions, verb, all->say_class) : MENTION_NONE;
    if (range_is_empty(subject) || !cue_is_manner(all, as) || say == MENTION_NONE || !saying_frames(all, say, 't'))
        return false;
    Saying saying = cue_saying(c, subject);
    saying.say = say;
    saying.cue.last = all->a->mentions.items[say].last;
    content_add(&saying, content_after(all, c->unit, saying.cue.last, say));
    if (saying.content_count == 0) { /* '"It is late," the mayor was quoted as saying.' */
        Cue told = *c;
        told.say = say;
        told.after = saying.cue.last;
        return cue_trailing(&told, subject, subject.first, told.after);
    }
    saying_add(all, saying);
    return true;
}

/* The subject, or the main clause's: "[the mill] failed after being rejected by the owners". */
static Range subject_or_shared(const Cue *c)
{
    Range subject = passive_subject(c);
    Tag before = cue_before(c);
    bool behind = before == TAG_SUB || before == TAG_PREP || before == TAG_WHADV;
    return range_is_empty(subject) && behind && cue_is_agent(c->all, c->after) ? cue_shared_subject(c->all, c)
                                                                               : subject;
}

/* "reported by [the clinic]"; empty, right behind the verb, where nobody is named so. */
static Range agent_of(const Cue *c)
{
    const Sayings *all = c->all;
    uint32_t limit = c->unit->tokens.last;
    if (!cue_names_agent(all, c->after))
        return (Range){c->after, c->after};
    Range agent = before_accused(c, syntax_phrase(all->syntax, c->after + 1, limit, true));
    agent.last = range_is_empty(agent) ? agent.last : cue_before_channel(all, agent);
    agent.last = range_is_empty(agent) ? agent.last : cue_past_relative(all, agent.last, limit);
    for (uint32_t i = agent.first; i < agent.last; i++) {
        if (is_figure(c, i))
            agent.last = i; /* "put by officials [at nine]" */
    }
    return agent;
}

/* "[Nine died], it [was reported] by the radio": the verb of an "it" behind a comma, with nothing behind it. True when it was one. */
static bool trails_aside(Cue *c, Range subject, Range source, uint32_t rest)
{
    Sayings *all = c->all;
    bool apart = cue_is_expletive(all, subject) && subject.first > c->unit->tokens.first &&
                 cue_tag(all, subject.first - 1) == TAG_COMMA && saying_frames(all, c->say, 'q');
    uint32_t limit = c->unit->tokens.last;
    return apart && content_is_end(all, content_skip(all, rest, limit), limit) &&
           cue_trailing(c, source, subject.first, rest);
}

/* "X was accused of ...", "... is expected to ...", "reported by X". */
void cue_passive(Cue *c)
{
    Sayings *all = c->all;
    uint32_t limit = c->unit->tokens.last;
    Range subject = subject_or_shared(c);
    if (told_as_saying(c, subject))
        return;
    Range agent = agent_of(c);
    uint32_t rest = agent.last;
    Saying saying = cue_saying(c, (Range){c->after, c->after});
    if (cue_names_agent(all, c->after))
        saying.source = with_name(c, agent);
    if (trails_aside(c, subject, saying.source, rest))
        return;
    Tag next = cue_tag(all, rest);
    bool clause = next == TAG_THAT || next == TAG_WHADV || (next == TAG_WH && range_is_empty(saying.source));
    bool feels =
        clause && range_is_empty(saying.source) && !saying_frames(all, c->say, 'q') && saying_frames(all, c->say, 't');
    if (feels && !cue_is_expletive(all, subject))
        saying.source = subject;
    else if (!clause && saying_frames(all, c->say, 'p') && content_clause_ahead(all, rest, limit)) {
        content_add(&saying, content_rest(all, c->unit, rest)); /* "They were told [the mill was shut]" */
        saying_add(all, saying);
        return;
    } else if (!clause &&
               !(saying_frames(all, c->say, 'p') && cue_tag(all, subject.first) == TAG_PRON && next != TAG_TO))
        content_add(&saying, subject);
    bool deed = !range_is_empty(saying.source) && next == TAG_PREP && is_deed(c, rest + 1);
    bool more = deed || is_figure(c, rest) || range_is_empty(saying.source) || feels || clause || next == TAG_TO ||
                next == TAG_SUB;
    if (more && !content_is_end(all, rest, limit) && cue_tag(all, rest) != TAG_COMMA)
        content_add(&saying, before_agent(c, content_after(all, c->unit, rest, c->say), &saying.source));
    saying_add(all, saying);
}
