#include "extract/speaker/content_end.h"
#include "extract/speaker/cue.h"

/* Whether a comma opens the phrase that the relative pronoun belongs to: "Reyes, [a clerk who] says". */
static bool in_aside(const Sayings *all, uint32_t floor, uint32_t pronoun)
{
    enum { LONGEST_ASIDE = 12 };
    for (uint32_t i = pronoun; i > floor && pronoun - i < LONGEST_ASIDE; i--) {
        Tag tag = cue_tag(all, i - 1);
        if (tag == TAG_COMMA || syntax_is_finite(tag) || tag == TAG_STOP)
            return tag == TAG_COMMA;
    }
    return false;
}

static bool is_relative_tag(Tag tag)
{
    return tag == TAG_THAT || tag == TAG_WH;
}

/* What stands before the cue, or before its subject: "the raid that the mayor blamed on them [failed]". */
static Tag tag_before(const Cue *c, Range source, Range content)
{
    const Sayings *all = c->all;
    bool gap = !range_is_empty(source) && source.first > c->unit->tokens.first && source.last <= c->group &&
               cue_tag(all, content.first) == TAG_PREP;
    bool relative = gap && is_relative_tag(cue_tag(all, source.first - 1));
    return relative ? cue_tag(all, source.first - 1) : cue_before(c);
}

/* "the firm that supports the plan [met]", "people who know Holm [say]": where the main verb of a relative clause begins; content.last where
 * it stands nowhere. */
static uint32_t main_verb_behind(const Cue *c, Range content)
{
    const Sayings *all = c->all;
    bool object = !saying_frames(all, c->say, 't');
    for (uint32_t i = content.first + 1; i < content.last; i++) {
        Tag tag = cue_tag(all, i);
        if (is_relative_tag(tag) || all->quotes.of[i])
            return content.last;
        Tag left = cue_tag(all, i - 1);
        bool other = tag == TAG_BASE && left == TAG_NOUN && !syntax_ends_plural(all->syntax, i - 1, left) &&
                     mention_begins(&all->a->mentions, i, all->say_class);
        if ((object && syntax_is_finite(tag) && left != TAG_TO) || other)
            return i;
    }
    return content.last;
}

/* "Reyes, who says the road is safe, has asked ...": what is said ends where the main verb goes on behind a comma. */
static Range inside_relative(const Cue *c, Range source, Range content)
{
    const Sayings *all = c->all;
    uint32_t verb = is_relative_tag(tag_before(c, source, content)) ? main_verb_behind(c, content) : content.last;
    if (verb < content.last)
        return (Range){content.first, verb};
    if (!cue_is_relative(all, source) || !in_aside(all, c->unit->tokens.first, source.first))
        return content;
    for (uint32_t i = content.first; i + 1 < content.last; i++) {
        if (cue_tag(all, i) == TAG_COMMA && syntax_is_finite(cue_tag(all, i + 1)) && !all->quotes.of[i + 1])
            return (Range){content.first, i};
    }
    return content;
}

/* "what [he] says the plan would do": the object that stands before the subject, empty when there is none. */
static Range asked_object(const Cue *c, Range source)
{
    uint32_t object = source.first - 1;
    bool there =
        !range_is_empty(source) && source.first > c->unit->tokens.first && source.last <= c->group &&
        cue_tag(c->all, object) == TAG_WH &&
        (object == c->unit->tokens.first || cue_is_free(c->all, object) || cue_tag(c->all, object - 1) != TAG_PREP);
    return there ? (Range){source.first - 1, source.first} : (Range){source.first, source.first};
}

/* "what he says it would do [and how it would work]": the end of the first of several questions. */
static uint32_t before_next_question(const Sayings *all, Range content)
{
    for (uint32_t i = content.first + 1; i + 1 < content.last; i++) {
        Tag next = cue_tag(all, i + 1);
        bool joint = cue_tag(all, i) == TAG_CONJ || cue_tag(all, i) == TAG_COMMA;
        if (joint && (next == TAG_CONJ || next == TAG_WH || next == TAG_WHADV) && !all->quotes.of[i])
            return i;
    }
    return content.last;
}

/* Nothing but a name: "a claim [Hamas] denied". */
static bool is_name(const Sayings *all, Range source)
{
    return cue_tag(all, source.first) == TAG_NOUN && (all->a->tokens.tokens[source.first].flags & TOKEN_CAPITAL) &&
           !(all->a->tokens.tokens[source.first - 1].flags & TOKEN_CAPITAL);
}

/* "four died in [a raid]": of a range what stands behind its last verb or preposition. */
static Range last_phrase(const Sayings *all, Range r)
{
    for (uint32_t i = r.last; i > r.first; i--) {
        Tag tag = cue_tag(all, i - 1);
        if (i < r.last && (syntax_is_finite(tag) || (tag == TAG_PREP && !cue_is_own(all, i - 1))))
            return (Range){i, r.last};
    }
    return r;
}

/* "[a claim] the army denied.", "[a claim] that the army denied": the object stands before the subject, and nothing behind the verb. */
static Range left_object(const Cue *c, Range source)
{
    const Sayings *all = c->all;
    uint32_t limit = c->unit->tokens.last;
    uint32_t rest = content_skip(all, c->after, limit); /* "a claim the army denied [on Monday]" */
    Tag next = cue_tag(all, rest);
    Tag opens = cue_tag(all, source.first);
    uint32_t end = source.first;
    end -= end > c->unit->tokens.first && cue_tag(all, end - 1) == TAG_THAT;
    bool there = saying_frames(all, c->say, 'o') && !range_is_empty(source) && source.last == c->group &&
                 end > c->unit->tokens.first && cue_tag(all, end - 1) == TAG_NOUN &&
                 (opens == TAG_DET || opens == TAG_PRON || opens == TAG_POSS || is_name(all, source)) &&
                 (content_is_end(all, rest, limit) || next == TAG_COMMA || next == TAG_CONJ || syntax_is_finite(next));
    return there ? last_phrase(all, syntax_subject(all->syntax, c->unit->tokens.first, end)) : (Range){end, end};
}

/* Past the verb group that begins at the token: "[were later fired] from". */
static uint32_t past_group(const Sayings *all, uint32_t i, uint32_t limit)
{
    while (i < limit && (syntax_is_finite(cue_tag(all, i)) || syntax_is_verb(cue_tag(all, i)) ||
                         cue_tag(all, i) == TAG_ADV || cue_tag(all, i) == TAG_NEG))
        i++;
    return i;
}

/* "A shell [the army] said hit a post", "what [the army] said was a post": behind the cue stands the verb whose subject was told before the
 * source. */
static bool is_inset(const Cue *c, Range source, Range content)
{
    const Sayings *all = c->all;
    const uint64_t object = BIT(TAG_DET) | BIT(TAG_POSS) | BIT(TAG_OBJ) | BIT(TAG_NUMBER);
    if (range_is_empty(source) || source.first == c->unit->tokens.first || source.last > c->group ||
        range_is_empty(content) || all->quotes.of[content.first])
        return false;
    bool past = (all->syntax->allowed[content.first] & BIT(TAG_PRET)) != 0 &&
                (BIT(cue_tag(all, content.first + 1)) & object) != 0; /* "said [hit a] post" */
    Tag before = cue_tag(all, source.first - 1);
    bool named = before == TAG_NOUN && !mention_covers(&all->a->mentions, source.first - 1, all->syntax->time_class);
    return (past || syntax_is_finite(cue_tag(all, content.first))) && (before == TAG_WH || before == TAG_THAT || named);
}

/* Of such a verb the clause, without the main verb behind it: "A shell the army said hit a post [killed nine]". */
static Range without_main_verb(const Sayings *all, Range content)
{
    const uint64_t opens = BIT(TAG_WH) | BIT(TAG_THAT) | BIT(TAG_WHADV) | BIT(TAG_SUB) | BIT(TAG_PRON) |
                           BIT(TAG_COMMA) | BIT(TAG_COLON) | BIT(TAG_DASH);
    for (uint32_t i = past_group(all, content.first + 1, content.last); i < content.last; i++) {
        Tag tag = cue_tag(all, i);
        if ((BIT(tag) & opens) != 0 || all->quotes.of[i])
            break;
        if (tag == TAG_CONJ) /* "hit a post [and wounded] two" */
            i = past_group(all, i + 1, content.last) - 1;
        else if (syntax_is_finite(tag))
            return (Range){content.first, i};
    }
    return content;
}

/* 'She added that it was late. "It had rained."': behind the clause a quotation of nobody else's closes or continues her paragraph. */
static bool goes_on_quoted(const Cue *c, Range content)
{
    const Sayings *all = c->all;
    if (content.last >= c->unit->tokens.last)
        return true;
    for (uint32_t i = c->group; i < c->after; i++) {
        if (cue_tag(all, i) == TAG_NEG || cue_tag(all, i) == TAG_ING)
            return false;
    }
    return content_is_end(all, content.last, c->unit->tokens.last) && c->unit_index + 1 < all->unit_count &&
           all->units[c->unit_index + 1].block == c->unit->block;
}

/* "said [although it rained,] nine had died": behind a comma stands what is said. */
static bool leads_clause(const Sayings *all, Range content)
{
    uint32_t comma = content.first;
    while (comma < content.last && cue_tag(all, comma) != TAG_COMMA)
        comma++;
    return syntax_has_finite(all->syntax, comma, content.last);
}

/* "said as he came out", "listed in the hall": when and where, not what. "knew of" and "joked about" have an object. */
static bool is_circumstance(const Cue *c, Range content)
{
    const Sayings *all = c->all;
    Tag tag = cue_tag(all, content.first);
    if (all->quotes.of[content.first] || saying_frames(all, c->say, 'a') ||
        cue_tells_figure(all, c->say, content.first))
        return false;
    bool topic = mention_begins(&all->a->mentions, content.first, all->topic_class);
    bool count = mention_begins(&all->a->mentions, content.first, analysis_class(all->a, "COUNT")); /* "at least ten" */
    bool quotes = content.first > 0 && cue_tag(all, content.first - 1) == TAG_COLON;
    for (uint32_t i = content.first; i < content.last; i++)
        quotes = quotes || all->quotes.of[i]; /* 'said in part "..."' */
    bool clause = saying_frames(all, c->say, 'q') && cue_has_verb(all, content.first, content.last);
    return (tag == TAG_SUB && !count && !leads_clause(all, content)) ||
           (tag == TAG_PREP && !topic && !count && !quotes && !clause && !cue_is_manner(all, content.first));
}

/* "X said ..." */
/* "put the toll at nine[, with 12 wounded]": what else the figure's teller counts. */
static Range with_tally(const Cue *c, Range content)
{
    const Sayings *all = c->all;
    uint32_t limit = c->unit->tokens.last;
    uint32_t count = content.last + 2;
    bool joined = saying_frames(all, c->say, 'm') && !range_is_empty(content) && count + 1 < limit &&
                  cue_tag(all, content.last) == TAG_COMMA && cue_tag(all, content.last + 1) == TAG_PREP &&
                  mention_begins(&all->a->mentions, count, analysis_class(all->a, "COUNT"));
    Range more = joined ? (Range){content.last, content_object_end(all, count, limit, false)} : content;
    more.last -= joined && cue_tag(all, more.last - 1) == TAG_STOP;
    bool harm = joined && (saying_holds(all, more, "HARM_ADJ") || saying_holds(all, more, "HARM_PP"));
    return harm ? (Range){content.first, more.last} : content;
}

/* "Holm says, so far as it is known, [nobody was hurt]": of a verb that takes quotations and clauses, with nothing before its source, the clause behind
 * the comma; empty where none stands there. */
static Range behind_comma(const Cue *c, Range source)
{
    const Sayings *all = c->all;
    uint32_t limit = c->unit->tokens.last;
    uint32_t from = c->after + 1;
    Tag next = cue_tag(all, from);
    bool first = !range_is_empty(source) && source.first == content_past_joint(all, c->unit->tokens.first, limit);
    bool quoted = c->unit_index > 0 && all->units[c->unit_index - 1].quote;
    bool clause = first && !quoted && cue_tag(all, c->after) == TAG_COMMA && from < limit && !all->quotes.of[from] &&
                  saying_frames(all, c->say, 'q') && saying_frames(all, c->say, 't') && next != TAG_ING &&
                  next != TAG_WH && next != TAG_CONJ && !content_new_voice(all, from, limit) &&
                  syntax_has_finite(all->syntax, from, limit);
    return clause ? content_rest(all, c->unit, from) : (Range){from, from};
}

void cue_forward(Cue *c, Range source)
{
    Sayings *all = c->all;
    Saying saying = cue_saying(c, source);
    Range content = inside_relative(c, source, content_after(all, c->unit, c->matter ? c->matter : c->after, c->say));
    if (range_is_empty(content) && source.last <= c->group)
        content = behind_comma(c, source);
    if (is_circumstance(c, content))
        content.last = content.first;
    content = with_tally(c, content);
    Range asked = asked_object(c, source);
    if (!range_is_empty(asked))
        content.last = before_next_question(all, content);
    content_add(&saying, asked);
    Range left = left_object(c, source);
    if (!range_is_empty(left))
        content = left;
    else if (is_inset(c, source, content))
        content = without_main_verb(all, content);
    content_add(&saying, content);
    if (cue_tag(all, saying.cue.last) == TAG_COLON && content.first == saying.cue.last + 1)
        saying.cue.last++; /* "said:" */
    if (range_is_empty(content) && saying.content_count == 0 && source.first > c->unit->tokens.first &&
        cue_tag(all, source.first - 1) == TAG_SUB && source.last <= c->group)
        return; /* "..., Holm said, as the crowd cheered" */
    bool speaks = saying_frames(all, c->say, 'q');
    if (range_is_empty(content) && speaks && c->unit_index > 0 && all->units[c->unit_index - 1].quote &&
        all->units[c->unit_index - 1].block == c->unit->block)
        content_add(&saying, all->units[c->unit_index - 1].tokens);
    if (speaks && (range_is_empty(content) || all->quotes.of[content.last - 1] || goes_on_quoted(c, content)))
        content_continue(all, c->unit_index, &saying);
    saying_add(all, saying);
}
