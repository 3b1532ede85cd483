#include "extract/speaker/content_end.h"

enum { ASIDE_REACH = 16 };

void content_add(Saying *saying, Range content)
{
    if (range_is_empty(content) || saying->content_count == SAYING_CONTENTS)
        return;
    Range *last = saying->content_count > 0 ? &saying->content[saying->content_count - 1] : NULL;
    if (last && last->last == content.first) {
        last->last = content.last;
        return;
    }
    saying->content[saying->content_count++] = content;
}

void content_govern(const Sayings *all, uint32_t u, bool headings, Saying *saying)
{
    uint32_t end = saying_next_block(all, u);
    for (; end < all->unit_count; end = saying_next_block(all, end)) {
        const Block *block = saying_block(all, end);
        if (!block || block->kind == BLOCK_BOILERPLATE || (block->kind == BLOCK_HEADING && !headings))
            break;
    }
    if (end > u + 1)
        content_add(saying, (Range){all->units[u + 1].tokens.first, all->units[end - 1].tokens.last});
}

bool content_is_end(const Sayings *all, uint32_t token, uint32_t limit)
{
    return content_tag(all, token, limit) == TAG_STOP || token >= limit;
}

/* "in a message [released] on Sunday that": past a participle that a time or preposition follows. */
static uint32_t past_participle(const Sayings *all, uint32_t i, uint32_t limit)
{
    Tag tag = content_tag(all, i, limit);
    bool hangs = content_tag(all, i + 1, limit) == TAG_PREP || syntax_past_time(all->syntax, i + 1) > i + 1;
    return (tag == TAG_PRET || tag == TAG_PART) && hangs ? i + 1 : i;
}

/* "said [after the vote] he would", "said [as of Monday] ten had": past a conjunction of time with nothing but a phrase behind it. */
static uint32_t past_moment(const Sayings *all, uint32_t i, uint32_t limit)
{
    uint32_t time = syntax_past_time(all->syntax, i + 2);
    if (content_tag(all, i + 1, limit) == TAG_PREP && time > i + 2)
        return time;
    Range phrase = syntax_phrase(all->syntax, i + 1, limit, false);
    Tag next = content_tag(all, phrase.last, limit);
    bool noun = !range_is_empty(phrase) && content_tag(all, phrase.first, limit) != TAG_PRON;
    return noun && (next == TAG_PRON || next == TAG_THAT) ? phrase.last : i;
}

/* Past one adverb; the token itself when none begins there. */
static uint32_t past_adverb(const Sayings *all, uint32_t i, uint32_t limit)
{
    if (content_tag(all, i, limit) != TAG_ADV || mention_begins(&all->a->mentions, i, analysis_class(all->a, "COUNT")))
        return i; /* "said only two ..." */
    Tag next = content_tag(all, i + 1, limit);
    return next == TAG_NUMBER || next == TAG_NOUN || next == TAG_PART || next == TAG_WHADV || next == TAG_HYPHEN ||
                   syntax_is_finite(next)
               ? i
               : i + 1;
}

uint32_t content_past_adverbs(const Sayings *all, uint32_t from, uint32_t limit)
{
    uint32_t i = from;
    while (i < limit && past_adverb(all, i, limit) > i)
        i++;
    return i;
}

/* Past one time, adverb or prepositional phrase; the token itself when none begins there. */
static uint32_t skip_one(const Sayings *all, uint32_t i, uint32_t limit)
{
    uint32_t past = syntax_past_time(all->syntax, i);
    Tag tag = content_tag(all, i, limit);
    if (past > i)
        return content_tag(all, past, limit) == TAG_POSS ? i : past;
    if (tag == TAG_ADV)
        return past_adverb(all, i, limit);
    Tag next = content_tag(all, i + 1, limit);
    if (mention_begins(&all->a->mentions, i, analysis_class(all->a, "COUNT")))
        return i; /* "said up to two ..." */
    if (tag == TAG_PREP && next == TAG_NUMBER && syntax_past_time(all->syntax, i + 1) == i + 1)
        return i;
    if (tag == TAG_SUB)
        return past_moment(all, i, limit);
    if (tag != TAG_PREP && (tag != TAG_TO || next == TAG_BASE || next == TAG_MARK))
        return i; /* 'vowed to "crush" them' */
    uint32_t time = syntax_past_time(all->syntax, i + 1);
    if (time > i + 1)
        return time;
    Range phrase = syntax_phrase(all->syntax, i + 1, limit, false);
    if (tag == TAG_TO)
        phrase = content_before_figure(all, phrase); /* "confirmed to [the Lantern] ten people died" */
    return range_is_empty(phrase) ? i : past_participle(all, phrase.last, limit);
}

uint32_t content_skip(const Sayings *all, uint32_t from, uint32_t limit)
{
    uint32_t i = from;
    uint32_t last = from; /* where the last of them began */
    while (i < limit) {
        uint32_t past = skip_one(all, i, limit);
        if (past == i)
            break;
        last = i;
        i = past;
    }
    bool subject =
        i > from && syntax_is_finite(content_tag(all, i, limit)) && syntax_past_time(all->syntax, last) == last;
    return subject ? last : i; /* "said up to forty died": the phrase is what somebody said something of */
}

/* Where the main clause begins when the cue stands in a clause before it ("While aides say ..., ..."), or limit. */
static uint32_t main_clause(const Sayings *all, const Unit *unit, uint32_t from, uint32_t limit)
{
    uint32_t open = unit->tokens.first;
    open += content_tag(all, open, limit) == TAG_CONJ;
    Tag first = content_tag(all, open, limit);
    bool participle = first == TAG_ING || (first == TAG_PRET && from <= open + 2); /* "Asked about the cost, ..." */
    if (first != TAG_SUB && first != TAG_WHADV && !participle &&
        !(first == TAG_PREP && !syntax_has_finite(all->syntax, open, from)))
        return limit;
    for (uint32_t i = unit->tokens.first; i < limit; i++) {
        const Quote *quote = content_quote(all, i);
        if (quote && quote->comma && !quote->speech && quote->last < limit)
            return quote->last > from ? quote->last : limit;
        if (content_tag(all, i, limit) == TAG_COMMA && !quote && !(i == from && content_quote(all, i + 1)))
            return i >= from ? i : limit;
    }
    return limit;
}

/* The unit's end without the final stop. */
static uint32_t inner_limit(const Sayings *all, const Unit *unit)
{
    uint32_t limit = unit->tokens.last;
    while (limit > unit->tokens.first && content_tag(all, limit - 1, limit) == TAG_STOP &&
           !content_quote(all, limit - 1))
        limit--;
    return limit;
}

/* "[70 people dead] after the raid": says something without a verb. */
static bool tells_harm(const Sayings *all, uint32_t from, uint32_t limit)
{
    enum { NEAR = 4 };
    return saying_holds(all, (Range){from, from + NEAR < limit ? from + NEAR : limit}, "HARM_ADJ");
}

/* "The clinic said [11].": the number is all that is said. */
static bool is_answer(const Sayings *all, uint32_t number, uint32_t limit, uint32_t say)
{
    Tag next = content_tag(all, number + 1, limit);
    return saying_frames(all, say, 't') && saying_frames(all, say, 'q') &&
           (content_is_end(all, number + 1, limit) || next == TAG_COMMA || next == TAG_SEMI);
}

/* "claimed to have downed a helicopter[, killing four]": behind what was done its result is said as well. */
static uint32_t past_result(const Sayings *all, uint32_t from, uint32_t end, uint32_t limit)
{
    bool done = content_tag(all, from + 1, limit) == TAG_HAVE && content_tag(all, end, limit) == TAG_COMMA;
    uint32_t next = end + 1 + (content_tag(all, end + 1, limit) == TAG_ADV);
    bool result =
        done && content_tag(all, next, limit) == TAG_ING && !mention_begins(&all->a->mentions, next, all->say_class);
    return result ? content_clause_end(all, end + 1, limit) : end;
}

/* "said [as many as] nine had died": the number itself. */
static uint32_t past_qualifier(const Sayings *all, uint32_t from)
{
    uint32_t m = mention_at(&all->a->mentions, from, analysis_class(all->a, "COUNT"));
    return m != MENTION_NONE && all->syntax->tags[from] == TAG_SUB ? all->a->mentions.items[m].last - 1 : from;
}

static Range bounded(const Sayings *all, uint32_t from, uint32_t limit, uint32_t say)
{
    Tag tag = content_tag(all, from, limit);
    if (tag == TAG_THAT && saying_frames(all, say, 'c') && content_tag(all, from + 1, limit) == TAG_NOUN &&
        !content_clause_ahead(all, from + 1, limit))
        return (Range){from, from}; /* "held that post" */
    if (tag == TAG_THAT || tag == TAG_WHADV || tag == TAG_WH)
        return (Range){from, content_clause_end(all, from, limit)};
    if (tag == TAG_TO)
        return (Range){from, past_result(all, from, content_object_end(all, from, limit, false), limit)};
    uint32_t subject = past_qualifier(all, from);
    if (saying_frames(all, say, 't') && (tag == TAG_PRON || content_clause_ahead(all, subject, limit)))
        return (Range){from, content_clause_end(all, from, limit)};
    uint32_t number = from + (tag == TAG_ADV);
    bool age =
        content_tag(all, number + 1, limit) == TAG_HYPHEN; /* "said 43-year-old Ann Holm and her son, 17, were" */
    if (content_tag(all, number, limit) == TAG_NUMBER && !age && !saying_frames(all, say, 'o') &&
        !saying_frames(all, say, 'a') && !tells_harm(all, number, limit) && !is_answer(all, number, limit, say))
        return (Range){from, from}; /* "added 40 jobs" */
    if (saying_frames(all, say, 'c') && !content_quote(all, from))
        return (Range){from, from}; /* "assumed a post" */
    uint32_t end = content_object_end(all, from, limit, saying_frames(all, say, 'a'));
    return (Range){from, content_without_time(all, from, content_without_channel(all, from, end))};
}

/* The quotation that follows the cue, with what is between its pieces. */
static Range quoted_after(const Sayings *all, uint32_t mark, uint32_t limit)
{
    const Quote *quote = content_quote(all, mark);
    if (!quote || !quote->speech)
        return (Range){mark, mark};
    return (Range){mark, quote->last < limit ? quote->last : limit};
}

/* "said, quoting a doctor, that ...", "claimed, without evidence, to have ...": the clause behind the aside, empty when there is none. */
static Range after_aside(const Sayings *all, uint32_t comma, uint32_t limit)
{
    for (uint32_t i = comma + 1; i + 1 < limit && i - comma < ASIDE_REACH; i++) {
        Tag next = content_tag(all, i + 1, limit);
        if (content_tag(all, i, limit) == TAG_COMMA && (next == TAG_THAT || next == TAG_TO))
            return (Range){i + 1, content_clause_end(all, i + 1, limit)};
    }
    return (Range){comma, comma};
}

/* Of a verb that takes quotations and clauses, behind when it was said: "said on Monday, [nine had died]", "said later [after the raid, nine had died]". */
static Range led(const Sayings *all, uint32_t from, uint32_t limit, uint32_t say)
{
    if (!saying_frames(all, say, 'q') || !saying_frames(all, say, 't'))
        return (Range){from, from};
    uint32_t i = from;
    uint32_t past = from;
    do { /* past adverbs and times */
        i = past;
        past = syntax_past_time(all->syntax, i);
        past = past == i ? past_adverb(all, i, limit) : past;
    } while (past > i && past < limit);
    return content_led(all, i, limit);
}

/* "said on Monday, 2 March, [that ...", "said on March 2, 2026, [that ...", "reported on March 2, 2026, [nine dead]": past the comma that closes
 * the date; the comma itself where none does. */
static uint32_t past_date_comma(const Sayings *all, uint32_t from, uint32_t comma, uint32_t limit)
{
    enum { DATE_REACH = 6 }; /* "Monday, March 2, 2026" */
    uint32_t m =
        comma > from ? mention_over(&all->a->mentions, comma - 1, all->syntax->time_class, DATE_REACH) : MENTION_NONE;
    if (m == MENTION_NONE)
        return comma;
    uint32_t time = syntax_past_time(all->syntax, comma + 1);
    bool apposed = time > comma + 1 && content_tag(all, time, limit) == TAG_COMMA;
    uint32_t past = (apposed ? time : comma) + 1;
    for (uint32_t i = all->a->mentions.items[m].first; i < comma; i++)
        apposed = apposed || content_tag(all, i, limit) == TAG_COMMA;
    bool told = content_tag(all, past, limit) == TAG_THAT ||
                (apposed && mention_begins(&all->a->mentions, past, analysis_class(all->a, "COUNT")));
    return told && past < limit ? past : comma;
}

/* 'said in a film [while at sea], "..."', 'said [as he left], "..."': the comma or colon before the words that close the unit; the token itself
 * where a clause of its own stands between. */
static uint32_t past_scene(const Sayings *all, uint32_t from, uint32_t limit, uint32_t say)
{
    const uint64_t opens = BIT(TAG_SUB) | BIT(TAG_WHADV) | BIT(TAG_ING);
    if (!saying_frames(all, say, 'q') || (BIT(content_tag(all, from, limit)) & opens) == 0)
        return from;
    for (uint32_t i = from; i + 1 < limit && i < from + ASIDE_REACH; i++) {
        const Quote *quote = content_quote(all, i + 1);
        Tag tag = content_tag(all, i, limit);
        if ((tag == TAG_COMMA || tag == TAG_COLON) && quote && quote->speech)
            return i;
        if (tag == TAG_COMMA || tag == TAG_THAT || content_quote(all, i) ||
            mention_begins(&all->a->mentions, i, all->say_class))
            break;
    }
    return from;
}

Range content_after(const Sayings *all, const Unit *unit, uint32_t from, uint32_t say)
{
    uint32_t limit = main_clause(all, unit, from, inner_limit(all, unit));
    uint32_t start = content_past_addressee(all, from, limit, say);
    bool speaks = saying_frames(all, say, 't') || saying_frames(all, say, 'q');
    if (speaks) {
        Range clause = led(all, start, limit, say);
        if (!range_is_empty(clause))
            return clause;
        start = past_scene(all, content_skip(all, start, limit), limit, say);
        if (content_tag(all, start, limit) == TAG_COMMA)
            start = past_date_comma(all, from, start, limit);
        if (content_tag(all, start, limit) == TAG_COMMA || content_tag(all, start, limit) == TAG_COLON) {
            if (content_quote(all, start + 1))
                start++;
            else if (content_tag(all, start, limit) == TAG_COLON)
                return (Range){start + 1, limit};
            else
                return after_aside(all, start, limit);
        }
    }
    Range quote = quoted_after(all, start, unit->tokens.last);
    if (!range_is_empty(quote))
        return quote;
    if (start >= limit)
        return (Range){start, start};
    return bounded(all, start, limit, say);
}

Range content_rest(const Sayings *all, const Unit *unit, uint32_t from)
{
    return (Range){from, content_clause_end(all, from, inner_limit(all, unit))};
}

/* Past the last semicolon before `end` that stands in no quotation, or the sign of a bracket that has not closed there. */
static uint32_t past_semicolon(const Sayings *all, uint32_t from, uint32_t end)
{
    bool closed = false;
    for (uint32_t i = end; i > from; i--) {
        Tag tag = content_tag(all, i - 1, end);
        closed = closed || tag == TAG_CLOSE;
        if ((tag == TAG_SEMI && !content_quote(all, i - 1)) || (tag == TAG_OPEN && !closed))
            return i;
    }
    return from;
}

/* The last saying of the unit whose source or cue stands behind its content and before `end`; NULL where none does. */
static const Saying *told_before(const Sayings *all, const Unit *unit, uint32_t end)
{
    for (size_t i = all->count; i > 0 && all->items[i - 1].cue.first >= unit->tokens.first; i--) {
        const Saying *saying = &all->items[i - 1];
        if (saying->trails && saying->cue.last <= end && saying->source.last <= end)
            return saying;
    }
    return NULL;
}

/* "Nine died, police said, [and] ten were hurt, the mayor said": parts the clause behind a saying from the one that was said. */
static bool parts_clause(Tag tag)
{
    return tag == TAG_CONJ || tag == TAG_SUB || tag == TAG_SEMI || tag == TAG_TO || tag == TAG_PREP;
}

uint32_t content_floor(const Sayings *all, const Unit *unit, uint32_t end)
{
    uint32_t floor = unit->tokens.first;
    const Saying *last = told_before(all, unit, end);
    if (last) {
        uint32_t past = last->source.last > last->cue.last ? last->source.last : last->cue.last;
        past = content_skip(all, past, end);
        if (past >= end && content_tag(all, end, end + 1) == TAG_COMMA &&
            !parts_clause(content_tag(all, end + 1, end + 2)))
            /* "Nine died, police said on Monday, [Reuters reported]": all of it */
            return past_semicolon(all, floor, end);
        past += content_tag(all, past, end) == TAG_COMMA;
        if (past > end || !parts_clause(content_tag(all, past, end)))
            return end;
        floor = past;
    }
    return past_semicolon(all, floor, end);
}

/* Past "But", "And so", "However,": they join the sentence to the one before and were not said. */
uint32_t content_past_joint(const Sayings *all, uint32_t from, uint32_t end)
{
    uint32_t i = from;
    while (i < end && content_tag(all, i, end) == TAG_CONJ)
        i++;
    uint32_t m = i < end ? mention_at(&all->a->mentions, i, all->a->language->phrase) : MENTION_NONE;
    uint32_t past = m == MENTION_NONE ? i + 1 : all->a->mentions.items[m].last; /* "However,", "For example," */
    if (content_tag(all, i, end) == TAG_ADV && content_tag(all, past, end) == TAG_COMMA)
        i = past + 1;
    return i < end ? i : from;
}

uint32_t content_past_contrast(const Sayings *all, uint32_t from, uint32_t end)
{
    for (uint32_t i = end; i > from + 1 && !syntax_is_finite(content_tag(all, i - 1, end)); i--) {
        Tag before = content_tag(all, i - 2, end);
        if (content_tag(all, i - 1, end) == TAG_NEG && (before == TAG_COMMA || before == TAG_CONJ))
            return i;
    }
    return from;
}

Range content_before(const Sayings *all, const Unit *unit, uint32_t end)
{
    uint32_t floor = content_floor(all, unit, end);
    const Quote *quote = end > unit->tokens.first ? content_quote(all, end - 1) : NULL;
    if (quote && quote->speech && quote->first >= unit->tokens.first) {
        bool lead = floor == unit->tokens.first && quote->first > floor && quote->first - floor <= 3;
        return (Range){lead ? floor : quote->first, end};
    }
    return (Range){content_past_joint(all, floor, end), end};
}

/* Without a time at its end: "condemned the attack on Monday" says when it was condemned; not "confirmed a man who was hurt on Monday". */
uint32_t content_without_time(const Sayings *all, uint32_t from, uint32_t end)
{
    enum { TIME_TOKENS = 6 };
    const uint8_t *tags = all->syntax->tags;
    for (uint32_t i = from; i < end; i++)
        if (tags[i] == TAG_WH)
            return end;
    for (uint32_t i = end; i > from + 1 && end - i < TIME_TOKENS; i--) {
        if (syntax_past_time(all->syntax, i - 1) != end)
            continue;
        uint32_t first = i - 1;
        bool moment = first - 1 > from && tags[first - 1] == TAG_SUB; /* "[just before] Friday" */
        first -= moment || (first - 1 > from && tags[first - 1] == TAG_PREP);
        return first - (moment && first - 1 > from && tags[first - 1] == TAG_ADV);
    }
    return end;
}

/* Whether the block that begins at unit u is nothing but quotation, and no signed post. */
static bool quoted_block(const Sayings *all, uint32_t u)
{
    uint32_t block = all->units[u].block;
    uint32_t i = u;
    for (; i < all->unit_count && all->units[i].block == block; i++) {
        if (!all->units[i].quote)
            return false;
    }
    if (i == all->unit_count)
        return true;
    for (uint32_t k = all->units[i].tokens.first; k < all->units[i].tokens.last; k++) {
        Str text = span_text(all->a->tokens.text, all->a->tokens.tokens[k].span);
        if (text.len > 0 && text.ptr[0] == '@')
            return false;
    }
    return true;
}

/* Whether the unit is one quotation with the next, or its own stays open at the end of its paragraph, so that the next goes on with it. */
static bool goes_on_open(const Sayings *all, const Unit *unit, const Unit *next)
{
    uint32_t at = all->quotes.of[unit->tokens.last - 1];
    if (!unit->quote || !at)
        return false;
    return unit->block == next->block ? all->quotes.of[next->tokens.first] == at : all->quotes.items[at - 1].open;
}

/* "[“Five died.] [“Two are missing,” the mayor said.]": the quotation that opens at unit u goes on to one that has its own cue behind it. */
static bool is_told_behind(const Sayings *all, uint32_t u)
{
    uint32_t i = u;
    while (i + 1 < all->unit_count && goes_on_open(all, &all->units[i], &all->units[i + 1]))
        i++;
    return i > u && !all->units[i].quote && content_quote(all, all->units[i].tokens.first);
}

void content_continue(const Sayings *all, uint32_t unit_index, Saying *saying)
{
    uint32_t block = all->units[unit_index].block;
    Range run = {0, 0};
    for (uint32_t i = unit_index + 1; i < all->unit_count; i++) {
        const Unit *next = &all->units[i];
        if (!next->quote || (next->block != block && (!quoted_block(all, i) || is_told_behind(all, i) ||
                                                      !content_quote(all, next->tokens.first)->speech)))
            break; /* a heading in marks is no speech */
        block = next->block;
        if (run.last == 0)
            run = next->tokens;
        run.last = next->tokens.last;
    }
    if (!range_is_empty(run)) {
        content_add(saying, run);
        saying->quoted = true;
    }
}

static bool is_told(const Sayings *all, uint32_t token)
{
    for (size_t i = 0; i < all->count; i++) {
        for (uint32_t k = 0; k < all->items[i].content_count; k++) {
            if (all->items[i].content[k].first <= token && token < all->items[i].content[k].last)
                return true;
        }
    }
    return false;
}

void content_begin(const Sayings *all, uint32_t unit_index, Saying *saying)
{
    const Unit *unit = &all->units[unit_index];
    uint32_t first = unit_index;
    while (first > 0 && content_quote(all, unit->tokens.first) &&
           goes_on_open(all, &all->units[first - 1], &all->units[first]) &&
           !is_told(all, all->units[first - 1].tokens.first))
        first--;
    if (first < unit_index && all->units[first].block != unit->block)
        content_add(saying, (Range){all->units[first].tokens.first, unit->tokens.first});
}
