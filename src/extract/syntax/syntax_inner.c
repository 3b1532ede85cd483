#include "extract/syntax/syntax_inner.h"

static bool has_frame(const Syntax *s, uint32_t i, char letter)
{
    uint32_t say = s->say_class ? mention_at(&s->a->mentions, i, s->say_class) : MENTION_NONE;
    const Attr *frame = say == MENTION_NONE ? NULL : analysis_attr(s->a, &s->a->mentions.items[say], "frame");
    return frame && str_find_char(lexicon_value_name(s->a->language->lexicon, frame->value), letter, 0) < SIZE_MAX;
}

bool syntax_is_saying(const Syntax *s, uint32_t i)
{
    return has_frame(s, i, 't');
}

bool syntax_leads_clause(const Syntax *s, uint32_t i)
{
    return syntax_is_saying(s, i) && (has_frame(s, i, 'q') || s->tags[i + 1] != TAG_PREP);
}

/* Whether what stands behind the verb may be what it says: "who say [the plan failed]", not "who were told of the plan" or, where the verb
 * at `end` says it, "who had seen the plan [said]". */
static bool takes_rest(const Syntax *s, uint32_t i, uint32_t end)
{
    Tag next = (Tag)s->tags[s->a->mentions.items[mention_at(&s->a->mentions, i, s->say_class)].last];
    return next != TAG_PREP && s->tags[i + 1] != TAG_PREP && (has_frame(s, i, 'q') || !has_frame(s, end, 'q'));
}

/* What parts a clause from the one before: its subject stands behind. */
static const uint64_t PARTS_CLAUSE = BIT(TAG_STOP) | BIT(TAG_SEMI) | BIT(TAG_COLON) | BIT(TAG_MARK) | BIT(TAG_COMMA) |
                                     BIT(TAG_SUB) | BIT(TAG_WHADV) | BIT(TAG_DASH) | BIT(TAG_OPEN) | BIT(TAG_CLOSE);

/* "conducted by": a form that may be the past is a participle there. */
static bool is_told_by(const Syntax *s, uint32_t i)
{
    return s->tags[i] == TAG_PRET && str_begins(analysis_word(s->a, i + 1), STR("agent"));
}

static bool has_agent(const Syntax *s, Range phrase)
{
    uint32_t i = phrase.first;
    while (i < phrase.last && !is_told_by(s, i))
        i++;
    return i < phrase.last;
}

/* Whether the tokens are a relative clause or a participle with all that belongs to it: one verb group, none that takes a clause unless
 * the verb behind fits the noun before it alone ("people who know Khan say"). */
static bool is_one_clause(const Syntax *s, uint32_t first, uint32_t end, uint32_t verb, bool closed)
{
    Tag open = (Tag)s->tags[first];
    bool participle = open == TAG_PART || open == TAG_ING || is_told_by(s, first);
    uint32_t groups = 0;
    for (uint32_t i = first; i < end; i++) {
        Tag tag = (Tag)s->tags[i];
        Tag before = i > first ? (Tag)s->tags[i - 1] : TAG_STOP;
        if (!closed && syntax_is_saying(s, i) && syntax_is_verb(tag) && takes_rest(s, i, verb))
            return false;
        if (before == TAG_TO)
            continue; /* "who asked not to [be] named" */
        bool bare = tag == TAG_BASE &&
                    (syntax_in_phrase(before) || i == first + 1); /* "that the clerks [carry]", "who [work]" */
        groups += i > first && ((syntax_is_finite(tag) && !syntax_is_finite(before) && before != TAG_ADV) || bare);
    }
    return participle ? groups == 0 : groups == 1 && (open == TAG_WH || open == TAG_THAT || open == TAG_WHADV);
}

/* "her years [as] head of the mill": between two nouns it is no conjunction. */
static bool names_part(const Syntax *s, uint32_t floor, uint32_t i)
{
    return i > floor && i + 1 < s->count && s->tags[i] == TAG_SUB && s->tags[i - 1] == TAG_NOUN &&
           s->tags[i + 1] == TAG_NOUN && str_begins(analysis_word(s->a, i), STR("manner"));
}

/* "people who know [Khan] say": the verb fits the noun before, and not the phrase just before it. */
static bool fits_head_alone(const Syntax *s, Range head, Range plain)
{
    uint32_t last = plain.last - 1;
    return s->tags[plain.last] == TAG_BASE && s->tags[last] == TAG_NOUN && !syntax_ends_plural(s, last, TAG_NOUN) &&
           syntax_ends_plural(s, head.last - 1, (Tag)s->tags[head.last - 1]);
}

/* "A letter written by Holm and [seen by] Lund", "a letter dated Monday and [sent to] clerks": another participle of the noun before. */
static bool takes_second(const Syntax *s, Range head, Range plain)
{
    uint32_t verb = head.last + 1;
    bool participle = s->tags[head.last] == TAG_CONJ && (s->tags[verb] == TAG_PRET || s->tags[verb] == TAG_PART);
    return participle && verb + 2 == plain.first && (s->tags[verb + 1] == TAG_PREP || s->tags[verb + 1] == TAG_TO) &&
           syntax_hangs_clause(s, (Range){head.first, plain.first});
}

/* Whether the phrase belongs to a clause, or by a conjunction or "as", to the noun before. */
static bool hangs_on(const Syntax *s, uint32_t floor, Range head, Range plain)
{
    if (is_one_clause(s, head.last, plain.first, plain.last, fits_head_alone(s, head, plain)))
        return true;
    bool joint = s->tags[head.last] == TAG_CONJ && has_agent(s, head);
    bool hangs = s->tags[head.last] == TAG_PREP && head.last > head.first + 1 &&
                 s->tags[head.last - 1] == TAG_ING; /* "a clerk [speaking in] Lund said" */
    if (takes_second(s, head, plain))
        return true;
    return head.last + 1 == plain.first && (joint || hangs || names_part(s, floor, head.last));
}

Range syntax_with_inner_clause(const Syntax *s, uint32_t floor, Range plain)
{
    Tag left = plain.first > floor ? (Tag)s->tags[plain.first - 1] : TAG_STOP;
    uint32_t first = plain.first;
    if (s->tags[first] == TAG_PRON || s->tags[plain.last - 1] == TAG_WH || left == TAG_WH || left == TAG_THAT)
        return plain;
    while (first > floor && (!(BIT(s->tags[first - 1]) & PARTS_CLAUSE) || names_part(s, floor, first - 1)))
        first--;
    while (first < plain.first && (s->tags[first] == TAG_CONJ || s->tags[first] == TAG_ADV))
        first++;
    if (first >= plain.first || !syntax_in_phrase((Tag)s->tags[first]) || syntax_past_time(s, first) > first)
        return plain;
    Range head = syntax_phrase(s, first, plain.first, true);
    for (uint32_t i = head.first; i < head.last; i++)
        if (s->tags[i] == TAG_PRET && s->tags[i + 1] != TAG_PREP && s->tags[i + 1] != TAG_TO &&
            syntax_past_time(s, i + 1) == i + 1)
            return plain; /* "[The clerk wrote] that it rained and Khan said": a sentence */
    bool clause = !range_is_empty(head) && head.last < plain.first && hangs_on(s, floor, head, plain);
    return clause ? (Range){head.first, plain.last} : plain;
}

bool syntax_hangs_clause(const Syntax *s, Range phrase)
{
    for (uint32_t i = phrase.first + 1; i + 1 < phrase.last; i++) {
        Tag tag = (Tag)s->tags[i];
        if ((tag == TAG_PRET || tag == TAG_PART) && s->tags[i - 1] == TAG_NOUN && s->tags[i + 1] == TAG_PREP)
            return true;
    }
    return false;
}

/* "a doctor at the hospital [where] he works": behind a noun of a phrase it is no question. */
static bool leads_place(const Syntax *s, uint32_t i)
{
    return s->tags[i] == TAG_WHADV && s->tags[i - 1] == TAG_NOUN;
}

uint32_t syntax_relative_before(const Syntax *s, uint32_t floor, uint32_t end)
{
    enum { LONGEST_CLAUSE = 12 };
    const uint64_t ends = PARTS_CLAUSE | BIT(TAG_CONJ) | BIT(TAG_THAT);
    for (uint32_t i = end;
         i > floor + 1 && end - i < LONGEST_CLAUSE && (!(BIT(s->tags[i - 1]) & ends) || leads_place(s, i - 1)); i--) {
        if (s->tags[i - 1] == TAG_WH || leads_place(s, i - 1))
            return syntax_in_phrase((Tag)s->tags[i - 2]) && is_one_clause(s, i - 1, end, end, false) ? i - 1 : end;
    }
    return end;
}

bool syntax_is_nickname(const Syntax *s, uint32_t floor, uint32_t i)
{
    return i >= floor + 4 && s->tags[i] == TAG_NOUN && s->tags[i - 1] == TAG_MARK && s->tags[i - 2] == TAG_NOUN &&
           s->tags[i - 3] == TAG_MARK && s->tags[i - 4] == TAG_NOUN;
}

uint32_t syntax_before_quoted(const Syntax *s, uint32_t floor, uint32_t i)
{
    enum { LONGEST = 8, NICKNAME_TOKENS = 4 };
    if (syntax_is_nickname(s, floor, i))
        return i - NICKNAME_TOKENS;
    for (uint32_t open = i; s->tags[i] == TAG_MARK && open > floor + 1 && i - open < LONGEST; open--) {
        Tag tag = (Tag)s->tags[open - 1];
        if (tag == TAG_STOP || tag == TAG_SEMI)
            break;
        if (tag != TAG_MARK)
            continue;
        Tag before = (Tag)s->tags[open - 2];
        bool joins = before == TAG_PREP || syntax_is_verb(before) || (syntax_in_phrase(before) && before != TAG_MARK);
        bool spoken = has_frame(s, open - 2, 'q') && !has_frame(s, open - 2, 'd'); /* "said", not "called" */
        return joins && !spoken && s->tags[open] != TAG_COMMA ? open - 1 : i;
    }
    return i;
}

bool syntax_speech_closes(const Syntax *s, uint32_t floor, uint32_t comma)
{
    return comma > floor && s->tags[comma - 1] == TAG_MARK && syntax_before_quoted(s, floor, comma - 1) == comma - 1;
}

uint32_t syntax_before_adverb(const Syntax *s, uint32_t floor, uint32_t end)
{
    enum { LONGEST = 3 };
    if (end < floor + 4 || s->tags[end - 1] != TAG_COMMA)
        return end;
    uint32_t first = end - 2;
    uint32_t m = mention_over(&s->a->mentions, first, s->a->language->phrase, LONGEST);
    if (m != MENTION_NONE && s->a->mentions.items[m].last == end - 1)
        first = s->a->mentions.items[m].first;
    Tag word = (Tag)s->tags[first];
    bool joint = word == TAG_ADV || word == TAG_SUB || word == TAG_CONJ;
    return joint && first > floor + 1 && s->tags[first - 1] == TAG_COMMA ? first - 1 : end;
}

bool syntax_names_office(const Syntax *s, Range phrase)
{
    const Token *tokens = s->a->tokens.tokens;
    uint32_t open = phrase.last;
    for (uint32_t i = phrase.first + 1; i + 2 < phrase.last; i++)
        open = s->tags[i] == TAG_COMMA ? i : open;
    if (open >= phrase.last)
        return false;
    bool named = (tokens[open - 1].flags & TOKEN_CAPITAL) && s->tags[phrase.first] == TAG_NOUN;
    bool name = (tokens[open + 1].flags & TOKEN_CAPITAL) && s->tags[open + 1] == TAG_NOUN;
    return s->tags[open + 1] == TAG_DET ? named : name && s->tags[phrase.first] == TAG_DET;
}

bool syntax_opens_pair(const Syntax *s, uint32_t floor, uint32_t conjunction)
{
    uint32_t i = conjunction;
    while (i > floor && syntax_in_phrase((Tag)s->tags[i - 1]) && !str_begins(analysis_word(s->a, i), STR("pair")))
        i--;
    return i < conjunction && str_begins(analysis_word(s->a, i), STR("pair"));
}
