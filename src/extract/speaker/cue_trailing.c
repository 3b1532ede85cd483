#include "extract/speaker/content_end.h"
#include "extract/speaker/cue.h"

bool cue_ends_quote(const Sayings *all, uint32_t token)
{
    uint32_t at = all->quotes.of[token];
    if (!at || all->quotes.items[at - 1].last != token + 1)
        return false;
    const Quote *quote = &all->quotes.items[at - 1];
    return quote->speech || quote->comma;
}

/* Where the material before the subject ends, as content_before wants it; first token of the unit when none. */
static uint32_t before_end(const Sayings *all, const Cue *c, uint32_t start)
{
    uint32_t floor = c->unit->tokens.first;
    if (start <= floor)
        return floor;
    if (cue_ends_quote(all, start - 1))
        return start;
    if (cue_tag(all, start - 1) == TAG_COMMA)
        return start - 1;
    return floor;
}

static bool opens_speech(const Sayings *all, uint32_t token, uint32_t limit)
{
    uint32_t at = token < limit ? all->quotes.of[token] : 0;
    return at && all->quotes.items[at - 1].first == token && all->quotes.items[at - 1].speech;
}

/* '"It is cold," he said on the quay, "but dry."': a quotation taken up again behind a comma or conjunction. */
static bool goes_on(const Sayings *all, uint32_t token)
{
    uint32_t at = all->quotes.of[token];
    if (!at || all->quotes.items[at - 1].first != token || token == 0)
        return false;
    Tag before = cue_tag(all, token - 1);
    return before == TAG_COMMA || before == TAG_CONJ;
}

/* The first quotation of a sentence in the tokens, empty when none. */
static Range later_speech(const Sayings *all, uint32_t from, uint32_t limit)
{
    for (uint32_t i = from; i < limit && !content_new_voice(all, i, limit); i++) {
        if (opens_speech(all, i, limit) || goes_on(all, i))
            return (Range){i, all->quotes.items[all->quotes.of[i] - 1].last};
    }
    return (Range){from, from};
}

/* Whether something of weight stands before the cue: more than "However," or "And". */
static bool has_phrase(const Sayings *all, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++) {
        Tag tag = cue_tag(all, i);
        if (tag != TAG_ADV && tag != TAG_CONJ && tag != TAG_COMMA && tag != TAG_MARK)
            return true;
    }
    return false;
}

/* The phrase behind a conjunction with where its people are or whose they are: "people at the mill", "a clerk of the court". */
static Range who_follows(const Sayings *all, uint32_t conjunction, uint32_t limit)
{
    enum { PREPOSITIONS = 3 };
    Range who = syntax_phrase(all->syntax, conjunction + 1, limit, false);
    for (int i = 0; i < PREPOSITIONS && !range_is_empty(who) && cue_tag(all, who.last) == TAG_PREP; i++) {
        Range more = syntax_phrase(all->syntax, who.last + 1, limit, false);
        if (range_is_empty(more))
            break;
        who.last = more.last;
    }
    return who;
}

/* ", the clerk said, [although the mayor said] ...", "[while people at the mill spoke of] ...": behind a conjunction another speaks. */
static bool other_voice(const Sayings *all, uint32_t conjunction, uint32_t limit)
{
    Tag joint = cue_tag(all, conjunction);
    if (joint != TAG_SUB && joint != TAG_CONJ)
        return false;
    Range who = who_follows(all, conjunction, limit);
    uint32_t say = who.last < limit ? mention_at(&all->a->mentions, who.last, all->say_class) : MENTION_NONE;
    bool plural = who.last > 0 && cue_tag(all, who.last) == TAG_BASE; /* "while [residents say] 12" */
    return !range_is_empty(who) && say != MENTION_NONE &&
           (saying_frames(all, say, 'q') || saying_frames(all, say, 'o')) &&
           (plural || syntax_is_finite(cue_tag(all, who.last)));
}

/* "..., police said, [and ten were hurt, the mayor said]", "... and ten were hurt, [according to the mayor]": another closes what follows. */
static bool told_later(const Cue *c, uint32_t from)
{
    const Sayings *all = c->all;
    uint32_t limit = c->unit->tokens.last;
    for (uint32_t i = from + 1; i < limit; i++) {
        uint32_t say = mention_at(&all->a->mentions, i, all->say_class);
        Tag before = cue_tag(all, i - 1);
        if (say == MENTION_NONE || all->quotes.of[i])
            continue;
        if (str_equal(saying_attr(all, say, all->form), STR("prep")) && before != TAG_CONJ && before != TAG_SEMI)
            return true;
        uint32_t past = content_skip(all, all->a->mentions.items[say].last, limit);
        if (!saying_frames(all, say, 'q') || !syntax_is_finite(cue_tag(all, i)) || !content_is_end(all, past, limit))
            continue;
        bool passive = false;
        Range who = syntax_subject(all->syntax, from, syntax_group_start(all->syntax, from, i, &passive));
        if (!range_is_empty(who) && who.first > from && cue_tag(all, who.first - 1) == TAG_COMMA)
            return true;
    }
    return false;
}

bool cue_goes_on(const Cue *c, uint32_t rest)
{
    const Sayings *all = c->all;
    uint32_t limit = c->unit->tokens.last;
    if (cue_tag(all, rest) != TAG_COMMA || all->quotes.of[rest] || content_is_end(all, rest + 1, limit))
        return false;
    Tag next = cue_tag(all, rest + 1);
    bool joined = next == TAG_CONJ || next == TAG_SUB || next == TAG_TO || next == TAG_PREP;
    return next != TAG_WH && !other_voice(all, rest + 1, limit) && !content_new_voice(all, rest + 1, limit) &&
           !content_trailing_voice(all, rest + 1, limit) && !(joined && told_later(c, rest + 1)) &&
           (cue_has_verb(all, rest + 1, limit) || cue_is_tally(all, (Range){rest + 1, limit}));
}

/* "As clerks note": nothing but such a clause stands before. */
static bool opens_as(const Sayings *all, uint32_t first, uint32_t end)
{
    if (!cue_is_manner(all, first) || mention_begins(&all->a->mentions, first, analysis_class(all->a, "COUNT")))
        return false; /* "as many as nine died" */
    for (uint32_t i = first; i < end; i++) {
        if (cue_tag(all, i) == TAG_COMMA)
            return false;
    }
    return true;
}

/* 'When asked how many, he said, "Ten."': the question opens the sentence, and what is said, however short, closes it. */
static bool answers(const Cue *c, uint32_t token)
{
    const Sayings *all = c->all;
    uint32_t first = c->unit->tokens.first;
    first += cue_tag(all, first) == TAG_WHADV;
    uint32_t say = mention_at(&all->a->mentions, first, all->say_class);
    uint32_t at = token < c->unit->tokens.last ? all->quotes.of[token] : 0;
    return at && say != MENTION_NONE && str_equal(saying_attr(all, say, all->act), STR("ask")) &&
           content_is_end(all, all->quotes.items[at - 1].last, c->unit->tokens.last);
}

/* "[Ten dead in Lund], police say", "[Dead: ten], police say": a figure that is no time says something without a verb. */
static bool tells_toll(const Sayings *all, uint32_t first, uint32_t end)
{
    bool label = first + 2 < end && cue_tag(all, first + 1) == TAG_COLON &&
                 mention_begins(&all->a->mentions, first, analysis_class(all->a, "HARM_ADJ"));
    first += label ? 2 : 0;
    return first < end && syntax_past_time(all->syntax, first) == first &&
           mention_begins(&all->a->mentions, first, analysis_class(all->a, "COUNT"));
}

/* "[Boil the water], doctors say": what somebody tells others to do. */
static bool tells_order(const Sayings *all, uint32_t first, uint32_t end)
{
    return first + 1 < end && cue_tag(all, first) == TAG_BASE && cue_tag(all, end - 1) == TAG_COMMA;
}

static bool has_dash(const Sayings *all, uint32_t from, uint32_t to)
{
    while (from < to && cue_tag(all, from) != TAG_DASH)
        from++;
    return from < to;
}

/* What stands before a cue with no quotation, and what goes on behind it. */
static bool trailing_clause(Cue *c, Saying *saying, uint32_t end, uint32_t rest)
{
    Sayings *all = c->all;
    uint32_t limit = c->unit->tokens.last;
    bool inside = cue_goes_on(c, rest);
    bool lists = rest + 1 < limit && cue_tag(all, rest) == TAG_COLON && !all->quotes.of[rest + 1] &&
                 !cue_has_verb(all, rest + 1, limit); /* "six died, police said: two nurses" */
    bool closes = lists || content_is_end(all, rest, limit) || cue_tag(all, rest) == TAG_COMMA ||
                  cue_tag(all, rest) == TAG_SUB || cue_tag(all, rest) == TAG_ING || cue_tag(all, rest) == TAG_SEMI ||
                  (cue_tag(all, rest) == TAG_DASH && !has_dash(all, c->unit->tokens.first, end) &&
                   saying->source.last <= saying->cue.first) ||
                  (cue_tag(all, rest) == TAG_PREP && !cue_has_verb(all, rest, limit) &&
                   !tells_toll(all, rest, limit)); /* "nine died, residents said [at least] 20" */
    uint32_t first = c->unit->tokens.first;
    bool clause = cue_has_verb(all, first, end) || tells_toll(all, first, end) || tells_order(all, first, end);
    if (!closes || !(clause || inside) || opens_speech(all, rest + 1, limit) || answers(c, rest + 1) ||
        opens_as(all, c->unit->tokens.first, end))
        return false;
    if (cue_tag(all, end - 1) == TAG_WH)
        content_add(saying, (Range){end - 1, end}); /* "the mill, which, he said, is closed" */
    else if (has_phrase(all, c->unit->tokens.first, end))
        content_add(saying, content_before(all, c->unit, end));
    if (inside || lists)
        content_add(saying, content_rest(all, c->unit, rest + 1));
    return saying->content_count > 0;
}

/* '"It was cold," he said, and still "fun"': behind the comma a conjunction or participle leads to more words that are quoted. */
static bool takes_up_quoted(const Sayings *all, uint32_t from, uint32_t limit)
{
    enum { NEAR = 4 };
    Tag tag = cue_tag(all, from);
    bool joint = tag == TAG_CONJ || ((tag == TAG_PART || tag == TAG_PRET) && cue_tag(all, from + 1) == TAG_PREP);
    for (uint32_t i = from; joint && i < limit && i < from + NEAR; i++) {
        if (all->quotes.of[i])
            return true;
        if (syntax_is_finite(cue_tag(all, i)) && i > from)
            return false;
    }
    return false;
}

/* What stands before a cue that follows a quotation, and the quotation behind it. */
static bool trailing_quote(Cue *c, Saying *saying, uint32_t end, uint32_t rest)
{
    Sayings *all = c->all;
    uint32_t limit = c->unit->tokens.last;
    Range before = content_before(all, c->unit, end);
    if (range_is_empty(before))
        return false;
    content_begin(all, c->unit_index, saying);
    content_add(saying, before);
    uint32_t next = cue_tag(all, rest) == TAG_COMMA || cue_tag(all, rest) == TAG_COLON ? rest + 1 : rest;
    if (next < limit && all->quotes.of[next])
        content_add(saying, (Range){next, all->quotes.items[all->quotes.of[next] - 1].last});
    else if (!range_is_empty(later_speech(all, next, limit)))
        content_add(saying, later_speech(all, next, limit));
    else if (next > rest && takes_up_quoted(all, next, limit))
        content_add(saying, content_rest(all, c->unit, next));
    return true;
}

bool cue_trailing(Cue *c, Range source, uint32_t start, uint32_t past)
{
    Sayings *all = c->all;
    uint32_t end = before_end(all, c, start);
    if (end == c->unit->tokens.first)
        return false;
    uint32_t limit = c->unit->tokens.last;
    uint32_t rest = content_past_addressee(all, content_skip(all, past, limit), limit, c->say);
    Saying saying = cue_saying(c, source);
    saying.trails = true;
    bool found =
        cue_ends_quote(all, end - 1) ? trailing_quote(c, &saying, end, rest) : trailing_clause(c, &saying, end, rest);
    if (!found)
        return false;
    content_continue(all, c->unit_index, &saying);
    saying_add(all, saying);
    return true;
}
