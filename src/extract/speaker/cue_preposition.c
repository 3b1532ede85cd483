#include "extract/speaker/cue.h"
#include "extract/speaker/speaker_body.h"
#include "extract/speaker/speaker_party.h"

/* "[12] people died", "[at least] 12 people died". */
static bool begins_count(const Sayings *all, uint32_t token)
{
    return mention_begins(&all->a->mentions, token, analysis_class(all->a, "COUNT"));
}

/* Nothing but a number: "according to the army, and [30], according to the rebels". */
static bool is_count(const Sayings *all, Range phrase)
{
    uint32_t count = mention_at(&all->a->mentions, phrase.first, analysis_class(all->a, "COUNT"));
    return count != MENTION_NONE && all->a->mentions.items[count].last >= phrase.last;
}

/* "According to the report, [published on Monday], ...": past the comma before a participle, to the one that closes it. */
static uint32_t past_participle_aside(const Sayings *all, uint32_t comma, uint32_t limit)
{
    enum { LONGEST = 12 };
    Tag tag = cue_tag(all, comma + 1);
    bool hangs = cue_tag(all, comma + 2) == TAG_PREP || syntax_past_time(all->syntax, comma + 2) > comma + 2;
    if (cue_tag(all, comma) != TAG_COMMA || !(tag == TAG_PRET || tag == TAG_PART) || !hangs)
        return comma;
    for (uint32_t i = comma + 2; i < limit && i - comma < LONGEST; i++) {
        if (cue_tag(all, i) == TAG_COMMA)
            return i;
    }
    return comma;
}

/* "[The road is shut], according to X[, and it will stay so]": what stands before the phrase [first, past), and what goes on behind it. */
static void add_before(const Cue *c, Saying *saying, uint32_t first, uint32_t past)
{
    const Sayings *all = c->all;
    bool comma = cue_tag(all, first - 1) == TAG_COMMA;
    uint32_t end = first - comma;
    uint32_t floor = content_floor(all, c->unit, end);
    if (floor == end)
        floor = c->unit->tokens.first;
    uint32_t contrast = content_past_contrast(all, floor, end);
    saying->trails = contrast == floor;
    if (contrast > floor) {
        content_add(saying, (Range){contrast, end});
        return;
    }
    const uint32_t at = all->quotes.of[end - 1];
    bool spoken = at && all->quotes.items[at - 1].speech && all->quotes.items[at - 1].first > floor;
    content_add(saying, (Range){spoken ? all->quotes.items[at - 1].first : content_past_joint(all, floor, end), end});
    Tag next = cue_tag(all, past + 1);
    bool open = syntax_is_finite(cue_tag(all, end - 1)) &&
                !syntax_is_verb(cue_tag(all, end - 1)); /* "they were, according to police, killed" */
    bool joined = open || next == TAG_CONJ || next == TAG_SUB || !syntax_has_finite(all->syntax, floor, end);
    if (comma && joined && cue_goes_on(c, past))
        content_add(saying, content_rest(all, c->unit, past + 1));
}

/* "According to police, two died[, and according to rebels,] ten": where the next phrase of the kind leads in what follows. */
static uint32_t next_led(const Sayings *all, uint32_t from, uint32_t limit)
{
    for (uint32_t i = from + 2; i < limit; i++) {
        uint32_t say = mention_at(&all->a->mentions, i, all->say_class);
        Tag before = cue_tag(all, i - 1);
        if (say == MENTION_NONE || all->quotes.of[i] || !(before == TAG_CONJ || before == TAG_SEMI) ||
            !str_equal(saying_attr(all, say, all->form), STR("prep")))
            continue;
        uint32_t end = i - 1;
        return end - (cue_tag(all, end - 1) == TAG_COMMA);
    }
    return limit;
}

void cue_add_around(const Cue *c, Saying *saying, uint32_t first, uint32_t past)
{
    const Sayings *all = c->all;
    uint32_t limit = c->unit->tokens.last;
    uint32_t floor = c->unit->tokens.first;
    bool leads = first == floor || cue_tag(all, first - 1) == TAG_CONJ || cue_tag(all, first - 1) == TAG_SEMI;
    past = leads ? past_participle_aside(all, past, limit) : past;
    bool comma = cue_tag(all, past) == TAG_COMMA;
    if (!leads || !(comma || first <= floor + 1 || begins_count(all, past))) {
        add_before(c, saying, first, past);
        return;
    }
    uint32_t end = next_led(all, past, limit);
    while (end > past && cue_tag(all, end - 1) == TAG_STOP)
        end--;
    if (comma || begins_count(all, past))
        content_add(saying, (Range){past + comma, end});
}

/* ", and the mayor called for calm": another's verb stands in it. */
static bool holds_cue(const Sayings *all, Range phrase)
{
    for (uint32_t i = phrase.first + 1; i < phrase.last; i++) {
        if (syntax_is_finite(cue_tag(all, i)) && mention_begins(&all->a->mentions, i, all->say_class) &&
            !cue_is_agent(all, i + 1))
            return true;
    }
    return false;
}

/* "according to [residents, traders and the mayor]": with the further members of a list that a conjunction closes. */
static Range with_list(const Cue *c, Range first)
{
    const Sayings *all = c->all;
    uint32_t limit = c->unit->tokens.last;
    const Token *tokens = all->a->tokens.tokens;
    Range whole = first;
    bool names = (tokens[first.first].flags & TOKEN_CAPITAL) != 0;
    bool alike =
        true; /* "the report, Ann Bo and Omar Lund, ...": a name behind another word begins the sentence proper */
    while (!range_is_empty(first) && cue_tag(all, whole.last) == TAG_COMMA) {
        bool last = cue_tag(all, whole.last + 1) == TAG_CONJ;
        Range more = syntax_phrase(all->syntax, whole.last + 1 + last, limit, true);
        if (range_is_empty(more) || cue_tag(all, more.first) == TAG_PREP || holds_cue(all, more) ||
            cue_is_tally(all, (Range){more.first - last, more.last}) || is_count(all, more))
            break;
        alike = alike && (names || !(tokens[more.first].flags & TOKEN_CAPITAL));
        whole.last = more.last;
        bool leads = alike && cue_tag(all, whole.last) == TAG_COMMA && cue_tag(all, whole.last + 1) != TAG_CONJ;
        if (last && (content_is_end(all, whole.last, limit) || leads))
            return whole;
        for (uint32_t i = more.first; i < more.last; i++) {
            if (cue_tag(all, i) == TAG_CONJ && content_is_end(all, more.last, limit))
                return whole;
        }
    }
    return first;
}

/* First comma outside of quotations from the token on, or the limit. */
static uint32_t next_comma(const Sayings *all, uint32_t i, uint32_t limit)
{
    while (i < limit && (cue_tag(all, i) != TAG_COMMA || all->quotes.of[i]))
        i++;
    return i;
}

/* Where the first noun of the source ends: "[the mayor] of Lund". */
static uint32_t head_end(const Sayings *all, Range source)
{
    uint32_t end = source.first + 1;
    while (end < source.last && cue_tag(all, end) != TAG_PREP && cue_tag(all, end) != TAG_COMMA)
        end++;
    return end;
}

/* "six clerks died", not "a clerk, died", "30, died", "who died": a subject and its verb with no comma between. */
static bool begins_clause(const Sayings *all, uint32_t from, uint32_t limit)
{
    uint32_t i = from;
    while (i < limit && cue_tag(all, i) != TAG_COMMA && cue_tag(all, i) != TAG_WH && !syntax_is_finite(cue_tag(all, i)))
        i++;
    return i > from && i < limit && syntax_is_finite(cue_tag(all, i));
}

/* Whether the aside between two commas behind the source tells who it is: "[Holm], a clerk,", "[the mayor of Lund], Ann Holm,". */
static bool tells_who(const Cue *c, Range source, Range aside)
{
    const Sayings *all = c->all;
    const Token *tokens = all->a->tokens.tokens;
    uint32_t limit = c->unit->tokens.last;
    if (range_is_empty(aside) || syntax_past_time(all->syntax, aside.first) > aside.first ||
        cue_tag(all, aside.last + 1) == TAG_CONJ)
        return false;
    bool office = speaker_is_role(all, source.first, head_end(all, source));
    bool number = cue_tag(all, aside.last + 1) == TAG_NUMBER;
    bool when = cue_tag(all, aside.last + 1) == TAG_PREP ||
                syntax_past_time(all->syntax, aside.last + 1) > aside.last + 1; /* "the mayor, Ann Holm, on Monday" */
    bool clause = cue_tag(all, aside.last) != TAG_COMMA || when || begins_clause(all, aside.last + 1, limit);
    if (office ? !clause : number)
        return false; /* "according to the mayor, Ann Holm, 30, left" */
    bool named = !office && (tokens[source.last - 1].flags & TOKEN_CAPITAL) != 0;
    bool name = (tokens[aside.first].flags & TOKEN_CAPITAL) != 0;
    return cue_tag(all, aside.first) == TAG_DET ? named : name && office && !named;
}

/* "According to [Ann Holm, who heads the mill], ...", "..., according to [Ann Holm, a clerk in the mill]." */
static Range with_aside(const Cue *c, Range source)
{
    const Sayings *all = c->all;
    uint32_t limit = c->unit->tokens.last;
    uint32_t first = source.last + 1;
    bool leads = c->verb <= c->unit->tokens.first + 1;
    if (cue_tag(all, source.last) != TAG_COMMA || first >= limit)
        return source;
    if (cue_tag(all, first) == TAG_WH) {
        uint32_t end = next_comma(all, first, limit - content_is_end(all, limit - 1, limit));
        return leads && end + 1 >= limit ? source : (Range){source.first, end};
    }
    Range more = syntax_phrase(all->syntax, first, limit, true);
    bool closed = !range_is_empty(more) && cue_tag(all, more.last) == TAG_COMMA;
    if (leads)
        return closed && tells_who(c, source, more) ? (Range){source.first, more.last} : source;
    bool closes = closed || (!range_is_empty(more) && content_is_end(all, more.last, limit));
    bool who = cue_tag(all, more.first) == TAG_DET || tells_who(c, source, more);
    return closes && who ? (Range){source.first, more.last} : source;
}

/* "[Per] police, nine died": it opens the unit, and somebody stands between it and a comma. */
static bool leads_somebody(const Cue *c, Range source)
{
    return c->verb == c->unit->tokens.first && cue_tag(c->all, source.last) == TAG_COMMA &&
           (speaker_of_tokens(c->all, source).party != PARTY_NONE ||
            speaker_is_role(c->all, source.first, source.last));
}

/* "[per] the ministry", ", [per] police", not "per village": a preposition of frame y means somebody behind a comma, before a definite phrase, or
 * where it opens its unit. */
static bool is_of_words(const Cue *c, Range source)
{
    Tag opens = cue_tag(c->all, source.first);
    bool definite =
        opens == TAG_DET || opens == TAG_POSS || (c->all->a->tokens.tokens[source.first].flags & TOKEN_CAPITAL) != 0;
    return !saying_frames(c->all, c->say, 'y') || definite || leads_somebody(c, source) ||
           cue_tag(c->all, c->verb - (c->verb > 0)) == TAG_COMMA;
}

/* "According to [police] 12 died", "nine, according to [police] and 12, according to rebels": a number that is none of those who tell it is what
 * is told. */
static Range before_count(const Sayings *all, Range phrase)
{
    for (uint32_t i = phrase.first + 1; i < phrase.last; i++) {
        Tag before = cue_tag(all, i - 1);
        uint32_t count = mention_at(&all->a->mentions, i, analysis_class(all->a, "COUNT"));
        if (count == MENTION_NONE)
            continue;
        bool alone = before == TAG_CONJ && all->a->mentions.items[count].last >= phrase.last;
        if (alone || (before == TAG_NOUN && syntax_is_finite(cue_tag(all, phrase.last))))
            return (Range){phrase.first, i - alone};
    }
    return phrase;
}

/* Who stands behind the preposition; in "according to [rescue workers]" the "to" asks for no verb. */
static Range phrase_behind(const Cue *c)
{
    uint32_t limit = c->unit->tokens.last;
    Range whole = syntax_phrase(c->all->syntax, c->after, limit, true);
    if (!range_is_empty(whole) || c->after + 1 >= limit || cue_tag(c->all, c->after) != TAG_BASE)
        return whole;
    Range rest = syntax_phrase(c->all->syntax, c->after + 1, limit, true);
    return range_is_empty(rest) ? whole : (Range){c->after, rest.last};
}

/* "according to X, ..." and "..., according to X". */
void cue_preposition(Cue *c)
{
    Range whole = phrase_behind(c);
    Range source = with_list(c, before_count(c->all, whole));
    if (range_is_empty(source) || !is_of_words(c, source))
        return;
    source = with_aside(c, source);
    source.last = cue_past_relative(c->all, source.last, c->unit->tokens.last);
    c->group = c->verb;
    Saying saying = cue_saying(c, source);
    cue_add_around(c, &saying, c->verb, source.last);
    saying_add(c->all, saying);
}
