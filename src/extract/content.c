#include "extract/saying.h"

enum { ASIDE_REACH = 16 };

static Tag tag_at(const Sayings *all, uint32_t i, uint32_t limit)
{
    return i < limit ? (Tag)all->syntax->tags[i] : TAG_STOP;
}

void content_add(Saying *saying, Range content)
{
    if (range_is_empty(content) || saying->content_count == SAYING_CONTENTS)
        return;
    saying->content[saying->content_count++] = content;
}

bool content_is_end(const Sayings *all, uint32_t token, uint32_t limit)
{
    return tag_at(all, token, limit) == TAG_STOP || token >= limit;
}

/* Past one time, adverb or prepositional phrase; the token itself when none begins there. */
static uint32_t skip_one(const Sayings *all, uint32_t i, uint32_t limit)
{
    uint32_t past = syntax_past_time(all->syntax, i);
    Tag tag = tag_at(all, i, limit);
    if (past > i)
        return tag_at(all, past, limit) == TAG_POSS ? i : past;
    Tag next = tag_at(all, i + 1, limit);
    if (tag == TAG_ADV)
        return next == TAG_NUMBER || next == TAG_NOUN || next == TAG_PART || next == TAG_WHADV || syntax_is_finite(next)
                   ? i
                   : i + 1;
    if (tag == TAG_PREP && next == TAG_NUMBER && syntax_past_time(all->syntax, i + 1) == i + 1)
        return i;
    if (tag != TAG_PREP && (tag != TAG_TO || tag_at(all, i + 1, limit) == TAG_BASE))
        return i;
    uint32_t time = syntax_past_time(all->syntax, i + 1);
    if (time > i + 1)
        return time;
    Range phrase = syntax_phrase(all->syntax, i + 1, limit, false);
    return range_is_empty(phrase) ? i : phrase.last;
}

uint32_t content_skip(const Sayings *all, uint32_t from, uint32_t limit)
{
    uint32_t i = from;
    while (i < limit) {
        uint32_t past = skip_one(all, i, limit);
        if (past == i)
            break;
        i = past;
    }
    return i;
}

/* The quotation that a token stands in, NULL outside of one. */
static const Quote *quote_at(const Sayings *all, uint32_t token)
{
    uint32_t at = token < all->syntax->count ? all->quotes.of[token] : 0;
    return at ? &all->quotes.items[at - 1] : NULL;
}

/* A cue that takes over after a comma: ", adding that", ", according to", ", X said". */
bool content_new_voice(const Sayings *all, uint32_t i, uint32_t limit)
{
    uint32_t say = i < limit ? mention_at(&all->a->mentions, i, all->say_class) : MENTION_NONE;
    if (say == MENTION_NONE)
        return false;
    Tag tag = tag_at(all, i, limit);
    if (tag == TAG_ING)
        return saying_frames(all, say, 'q') || str_equal(saying_attr(all, say, all->act), STR("cite"));
    return str_equal(saying_attr(all, say, all->form), STR("prep"));
}

/* "and vowed to ...": a conjunction before another verb of the same subject. */
static bool next_verb(const Sayings *all, uint32_t conjunction, uint32_t limit)
{
    uint32_t i = conjunction + 1;
    while (tag_at(all, i, limit) == TAG_ADV)
        i++;
    Tag tag = tag_at(all, i, limit);
    uint32_t say = i < limit ? mention_at(&all->a->mentions, i, all->say_class) : MENTION_NONE;
    if (tag == TAG_PRET || tag == TAG_THIRD)
        return say != MENTION_NONE || tag == TAG_PRET || tag == TAG_THIRD;
    return (tag == TAG_HAVE || tag == TAG_BE) && say == MENTION_NONE;
}

/* ", but critics say ...": a conjunction that opens a clause of its own after a comma. */
static bool new_clause(const Sayings *all, uint32_t i, uint32_t limit)
{
    Tag tag = tag_at(all, i, limit);
    if (tag == TAG_SUB || tag == TAG_ING || (tag == TAG_ADV && tag_at(all, i + 1, limit) == TAG_ING))
        return true;
    if (tag != TAG_CONJ)
        return false;
    uint32_t verb = tag_at(all, i + 1, limit) == TAG_ADV ? i + 2 : i + 1;
    if (syntax_is_finite(tag_at(all, verb, limit)))
        return false; /* ", but could not go": of the same subject */
    for (uint32_t k = i + 1; k < limit; k++) {
        Tag next = tag_at(all, k, limit);
        if (next == TAG_COMMA || next == TAG_WH)
            return false;
        if (syntax_is_finite(next))
            return true;
    }
    return false;
}

static bool has_finite(const Sayings *all, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++) {
        if (syntax_is_finite(tag_at(all, i, to)))
            return true;
    }
    return false;
}

/* Where the main clause begins when the cue stands in a clause before it ("While aides say ..., ..."), or limit. */
static uint32_t main_clause(const Sayings *all, const Unit *unit, uint32_t from, uint32_t limit)
{
    uint32_t open = unit->tokens.first;
    open += tag_at(all, open, limit) == TAG_CONJ;
    Tag first = tag_at(all, open, limit);
    if (first != TAG_SUB && first != TAG_WHADV && first != TAG_ING &&
        !(first == TAG_PREP && !has_finite(all, open, from)))
        return limit;
    for (uint32_t i = unit->tokens.first; i < limit; i++) {
        const Quote *quote = quote_at(all, i);
        if (quote && quote->comma && !quote->speech && quote->last < limit)
            return quote->last > from ? quote->last : limit;
        if (tag_at(all, i, limit) == TAG_COMMA && !quote)
            return i >= from ? i : limit;
    }
    return limit;
}

/* ", officials said" at the end of a sentence: the token is the first of the speaker. */
static bool trailing_voice(const Sayings *all, uint32_t i, uint32_t limit)
{
    Range who = syntax_phrase(all->syntax, i, limit, true);
    uint32_t say = who.last < limit ? mention_at(&all->a->mentions, who.last, all->say_class) : MENTION_NONE;
    if (range_is_empty(who) || say == MENTION_NONE || !saying_frames(all, say, 'q') ||
        !syntax_is_finite(tag_at(all, who.last, limit)))
        return false;
    return content_is_end(all, content_skip(all, all->a->mentions.items[say].last, limit), limit);
}

/* A bracket that closes here and was opened before the content. */
static bool closes_outer(const Sayings *all, uint32_t from, uint32_t i, uint32_t limit)
{
    if (tag_at(all, i, limit) != TAG_CLOSE)
        return false;
    while (i > from && tag_at(all, i - 1, limit) != TAG_OPEN)
        i--;
    return i == from;
}

/* How far a clause said runs: to the end of the unit unless another voice takes over. */
static bool ends_clause(const Sayings *all, uint32_t from, uint32_t i, uint32_t limit)
{
    Tag tag = tag_at(all, i, limit);
    if (tag == TAG_SEMI || closes_outer(all, from, i, limit))
        return true;
    if (tag == TAG_COMMA)
        return content_new_voice(all, i + 1, limit) || new_clause(all, i + 1, limit) ||
               trailing_voice(all, i + 1, limit);
    uint32_t say =
        tag == TAG_CONJ && i + 1 < limit ? mention_at(&all->a->mentions, i + 1, all->say_class) : MENTION_NONE;
    return i > from && say != MENTION_NONE && saying_frames(all, say, 'q') && next_verb(all, i, limit);
}

static uint32_t clause_end(const Sayings *all, uint32_t from, uint32_t limit)
{
    for (uint32_t i = from; i < limit; i++) {
        const Quote *quote = quote_at(all, i);
        if (quote && quote->comma && i > from && quote->last < limit)
            return quote->last;
        if (quote) {
            i = quote->last - 1;
            continue;
        }
        if (ends_clause(all, from, i, limit))
            return i > from && tag_at(all, i, limit) == TAG_CONJ && tag_at(all, i - 1, limit) == TAG_COMMA ? i - 1 : i;
    }
    return limit;
}

static bool clause_ahead(const Sayings *all, uint32_t from, uint32_t limit)
{
    for (uint32_t i = from; i < limit; i++) {
        Tag tag = tag_at(all, i, limit);
        if (quote_at(all, i)) {
            i = quote_at(all, i)->last - 1;
            continue;
        }
        if (tag == TAG_COMMA && tag_at(all, i + 1, limit) == TAG_WH) {
            i++;
            while (i < limit && tag_at(all, i, limit) != TAG_COMMA)
                i++;
            continue;
        }
        if (tag == TAG_COMMA || tag == TAG_SEMI || tag == TAG_COLON)
            return false;
        if (tag == TAG_WH || tag == TAG_SUB || (tag == TAG_CONJ && next_verb(all, i, limit)))
            return false;
        if (syntax_is_finite(tag) || tag == TAG_BASE)
            return i > from;
    }
    return false;
}

/* "including", "among them": what follows is of the same list. */
static bool includes(const Sayings *all, uint32_t i, uint32_t limit)
{
    return i < limit && mention_at(&all->a->mentions, i, analysis_class(all->a, "INCLUDING")) != MENTION_NONE;
}

/* "three dead, twelve hurt", "the mosque, the school and the clinic": what follows the comma is one more of the same list. An apposition or
 * a relative clause is the narrator's. */
static bool goes_on(const Sayings *all, uint32_t comma, uint32_t limit)
{
    if (includes(all, comma + 1, limit))
        return true;
    if (tag_at(all, comma + 1, limit) == TAG_NUMBER && syntax_past_time(all->syntax, comma + 1) == comma + 1)
        return true;
    Range item = syntax_phrase(all->syntax, comma + 1, limit, false);
    for (uint32_t i = item.first; i < item.last; i++) {
        if (tag_at(all, i, limit) == TAG_CONJ)
            return true;
    }
    Tag next = tag_at(all, item.last, limit);
    return !range_is_empty(item) && next == TAG_CONJ && !next_verb(all, item.last, limit);
}

/* Without a time at its end: "condemned the attack on Monday" says when it was condemned. */
static uint32_t without_time(const Sayings *all, uint32_t from, uint32_t end)
{
    enum { TIME_TOKENS = 6 };
    for (uint32_t i = end; i > from + 1 && end - i < TIME_TOKENS; i--) {
        if (syntax_past_time(all->syntax, i - 1) == end)
            return all->syntax->tags[i - 2] == TAG_PREP && i - 2 > from ? i - 2 : i - 1;
    }
    return end;
}

/* A comma with no list behind it, or a clause or verb of its own, begins at token i. */
static bool ends_object(const Sayings *all, uint32_t from, uint32_t i, uint32_t limit, bool takes_as)
{
    Tag tag = tag_at(all, i, limit);
    if (tag == TAG_SEMI || tag == TAG_DASH || (tag == TAG_COMMA && !goes_on(all, i, limit)))
        return true;
    if (closes_outer(all, from, i, limit))
        return true;
    bool clause = tag == TAG_SUB && i > from;
    if (clause && (tag_at(all, i + 1, limit) == TAG_ING || (!takes_as && clause_ahead(all, i + 1, limit))))
        return true;
    return tag == TAG_CONJ && next_verb(all, i, limit);
}

/* How far an object runs: its phrase with what hangs on it, to the next comma or clause. */
static uint32_t object_end(const Sayings *all, uint32_t from, uint32_t limit, bool takes_as)
{
    for (uint32_t i = from; i < limit; i++) {
        const Quote *quote = quote_at(all, i);
        if (quote && quote->comma && i > from && quote->last < limit)
            return quote->last;
        if (quote) {
            i = quote->last - 1;
            continue;
        }
        if (ends_object(all, from, i, limit, takes_as))
            return i;
    }
    return limit;
}

/* The unit's end without the final stop. */
static uint32_t inner_limit(const Sayings *all, const Unit *unit)
{
    uint32_t limit = unit->tokens.last;
    while (limit > unit->tokens.first && tag_at(all, limit - 1, limit) == TAG_STOP && !quote_at(all, limit - 1))
        limit--;
    return limit;
}

static Range bounded(const Sayings *all, uint32_t from, uint32_t limit, uint32_t say)
{
    Tag tag = tag_at(all, from, limit);
    if (tag == TAG_THAT || tag == TAG_WHADV || tag == TAG_WH)
        return (Range){from, clause_end(all, from, limit)};
    if (tag == TAG_TO)
        return (Range){from, object_end(all, from, limit, false)};
    if (saying_frames(all, say, 't') && (tag == TAG_PRON || clause_ahead(all, from, limit)))
        return (Range){from, clause_end(all, from, limit)};
    uint32_t end = object_end(all, from, limit, saying_frames(all, say, 'a'));
    return (Range){from, without_time(all, from, end)};
}

/* The quotation that follows the cue, with what is between its pieces. */
static Range quoted_after(const Sayings *all, uint32_t mark, uint32_t limit)
{
    const Quote *quote = quote_at(all, mark);
    if (!quote || !quote->speech)
        return (Range){mark, mark};
    return (Range){mark, quote->last < limit ? quote->last : limit};
}

/* The addressee of "told Reuters that" is no part of what is said. */
uint32_t content_past_addressee(const Sayings *all, uint32_t from, uint32_t limit, uint32_t say)
{
    if (!saying_frames(all, say, 'p'))
        return from;
    Range who = syntax_phrase(all->syntax, from, limit, false);
    const Quote *title = who.last > from ? quote_at(all, who.last - 1) : NULL;
    if (title && !title->speech && title->last < limit)
        who.last = title->last;
    uint32_t past = content_skip(all, who.last, limit);
    Tag tag = tag_at(all, past, limit);
    bool order = tag == TAG_TO && tag_at(all, past + 1, limit) == TAG_BASE && past > from;
    bool speech = past > from && (tag == TAG_COLON || (quote_at(all, past) && quote_at(all, past)->speech));
    if (saying_frames(all, say, 'o') && tag != TAG_THAT && !order && !speech)
        return from;
    return past;
}

/* "said, quoting a doctor, that ...": the clause behind the aside, empty when there is none. */
static Range after_aside(const Sayings *all, uint32_t comma, uint32_t limit)
{
    for (uint32_t i = comma + 1; i + 1 < limit && i - comma < ASIDE_REACH; i++) {
        if (tag_at(all, i, limit) == TAG_COMMA && tag_at(all, i + 1, limit) == TAG_THAT)
            return (Range){i + 1, clause_end(all, i + 1, limit)};
    }
    return (Range){comma, comma};
}

Range content_after(const Sayings *all, const Unit *unit, uint32_t from, uint32_t say)
{
    uint32_t limit = main_clause(all, unit, from, inner_limit(all, unit));
    uint32_t start = content_past_addressee(all, from, limit, say);
    bool speaks = saying_frames(all, say, 't') || saying_frames(all, say, 'q');
    if (speaks) {
        start = content_skip(all, start, limit);
        if (tag_at(all, start, limit) == TAG_COMMA || tag_at(all, start, limit) == TAG_COLON) {
            if (quote_at(all, start + 1))
                start++;
            else if (tag_at(all, start, limit) == TAG_COLON)
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
    return (Range){from, clause_end(all, from, inner_limit(all, unit))};
}

/* Where the clause before the cue began: the unit's start, or after the saying before. */
static uint32_t clause_floor(const Sayings *all, const Unit *unit, uint32_t end)
{
    uint32_t floor = unit->tokens.first;
    for (size_t i = 0; i < all->count; i++) {
        const Saying *saying = &all->items[i];
        if (saying->trails && saying->cue.last > floor && saying->cue.last < end &&
            saying->cue.first >= unit->tokens.first)
            floor = saying->cue.last;
    }
    return floor;
}

/* Past "But", "And so", "However,": they join the sentence to the one before and were not said. */
uint32_t content_past_joint(const Sayings *all, uint32_t from, uint32_t end)
{
    uint32_t i = from;
    while (i < end && tag_at(all, i, end) == TAG_CONJ)
        i++;
    if (tag_at(all, i, end) == TAG_ADV && tag_at(all, i + 1, end) == TAG_COMMA)
        i += 2;
    return i < end ? i : from;
}

Range content_before(const Sayings *all, const Unit *unit, uint32_t end)
{
    uint32_t floor = clause_floor(all, unit, end);
    const Quote *quote = end > unit->tokens.first ? quote_at(all, end - 1) : NULL;
    if (quote && quote->speech && quote->first >= unit->tokens.first) {
        bool lead = floor == unit->tokens.first && quote->first > floor && quote->first - floor <= 3;
        return (Range){lead ? floor : quote->first, end};
    }
    if (floor > unit->tokens.first)
        return (Range){end, end};
    return (Range){content_past_joint(all, floor, end), end};
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

void content_continue(const Sayings *all, uint32_t unit_index, Saying *saying)
{
    uint32_t block = all->units[unit_index].block;
    Range run = {0, 0};
    for (uint32_t i = unit_index + 1; i < all->unit_count; i++) {
        const Unit *next = &all->units[i];
        if (!next->quote || (next->block != block && !quoted_block(all, i)))
            break;
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
