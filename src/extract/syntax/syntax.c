#include "extract/syntax/syntax.h"

enum { GROUP_REACH = 7, BRACKET_REACH = 45 };

bool syntax_is_word(const Syntax *s, uint32_t i)
{
    return char_is_letter(s->a->tokens.text.ptr[s->a->tokens.tokens[i].span.start]);
}

/* A form of "to be" that is no "has": "'s" before a participle may be either. */
static bool is_be(const Syntax *s, uint32_t i)
{
    Str text = span_text(s->a->tokens.text, s->a->tokens.tokens[i].span);
    return s->tags[i] == TAG_BE && (syntax_is_word(s, i) || !str_ends(text, STR("s")));
}

uint32_t syntax_group_start(const Syntax *s, uint32_t floor, uint32_t verb, bool *passive)
{
    *passive = false;
    uint32_t start = verb;
    for (uint32_t i = verb; i > floor && verb - i < GROUP_REACH; i--) {
        Tag tag = (Tag)s->tags[i - 1];
        bool auxiliary = tag == TAG_BE || tag == TAG_HAVE || tag == TAG_DO || tag == TAG_MODAL;
        bool stands_alone = s->tags[verb] == TAG_PRET || s->tags[verb] == TAG_THIRD;
        if (auxiliary && stands_alone)
            return verb; /* "that she was away [drew] laughs" */
        if (!auxiliary && tag != TAG_ADV && tag != TAG_NEG)
            break;
        if (tag == TAG_DO && syntax_is_finite((Tag)s->tags[start]) && s->tags[start] != TAG_HAVE)
            break; /* "any who do not [are scolded]" */
        if (s->tags[verb] == TAG_PART && is_be(s, i - 1))
            *passive = true;
        start = i - 1;
    }
    return start;
}

uint32_t syntax_past_time(const Syntax *s, uint32_t token)
{
    if (token >= s->count || s->time_class == 0)
        return token;
    uint32_t m = mention_at(&s->a->mentions, token, s->time_class);
    uint32_t past = m == MENTION_NONE ? token : s->a->mentions.items[m].last;
    if (past + 1 >= s->count || s->tags[past] != TAG_OPEN)
        return past;
    uint32_t inner = mention_at(&s->a->mentions, past + 1, s->time_class); /* "on Monday [(Feb 2)]" */
    uint32_t close = inner == MENTION_NONE ? past : s->a->mentions.items[inner].last;
    return close > past && close < s->count && s->tags[close] == TAG_CLOSE ? close + 1 : past;
}

/* Forward over a bracket. */
static uint32_t past_bracket(const Syntax *s, uint32_t open, uint32_t limit)
{
    for (uint32_t i = open; i < limit && i - open < BRACKET_REACH; i++) {
        if (s->tags[i] == TAG_CLOSE)
            return i + 1;
    }
    return open;
}

/* "thanked by the crew for [mending the] boat": a participle with its object. */
static bool leads_deed(const Syntax *s, uint32_t i)
{
    Tag object = i + 1 < s->count ? (Tag)s->tags[i + 1] : TAG_STOP;
    return i < s->count && s->tags[i] == TAG_ING &&
           (object == TAG_DET || object == TAG_POSS || object == TAG_MARK || object == TAG_PRON || object == TAG_OBJ);
}

/* "a [leaking] pit", "a clerk [now] working at". */
static bool takes_modifier(Tag tag, Tag next, bool deep)
{
    if (deep && tag == TAG_ADV && next == TAG_ING)
        return true;
    bool modifier = tag == TAG_ADV || tag == TAG_PART || tag == TAG_ING;
    return modifier && (syntax_in_phrase(next) || (deep && next == TAG_PREP));
}

static bool leads_agent(const Syntax *s, uint32_t i)
{
    return i < s->count && str_begins(analysis_word(s->a, i), STR("agent"));
}

/* "a list [drawn up] by the clinic": a participle before its particle and whoever did it, or that particle. */
static bool is_before_agent(const Syntax *s, uint32_t first, uint32_t i)
{
    const uint64_t participle = BIT(TAG_PRET) | BIT(TAG_PART);
    if (i <= first)
        return false;
    bool verb = (BIT(s->tags[i]) & participle) != 0 && s->tags[i + 1] == TAG_ADV && leads_agent(s, i + 2);
    bool particle = s->tags[i] == TAG_ADV && (BIT(s->tags[i - 1]) & participle) != 0 && leads_agent(s, i + 1);
    return verb || particle;
}

/* Whether a phrase read to the right takes the token in. */
static bool takes(const Syntax *s, uint32_t first, uint32_t i, Tag next, bool deep)
{
    Tag tag = (Tag)s->tags[i];
    if (tag == TAG_DET && i > first && s->tags[i - 1] == TAG_NOUN)
        return false;
    if (syntax_in_phrase(tag))
        return true;
    if (tag == TAG_CONJ)
        return i > first && (next == TAG_NOUN || (deep && (syntax_in_phrase(next) || next == TAG_PREP)));
    if (tag == TAG_TO)
        return deep && i > first && syntax_in_phrase(next);
    if (tag == TAG_PREP || tag == TAG_OBJ)
        return deep && !leads_deed(s, i + 1);
    if (deep && is_before_agent(s, first, i))
        return true;
    if (tag == TAG_PRET)
        return deep && i > first &&
               (next == TAG_PREP || next == TAG_TO ||
                syntax_past_time(s, i + 1) > i + 1); /* "a poll released last week", "a group committed to calm" */
    return takes_modifier(tag, next, deep);
}

Range syntax_phrase(const Syntax *s, uint32_t first, uint32_t limit, bool deep)
{
    enum { LONGEST = 256 }; /* tokens: more is a heap of words, and no phrase */
    if (limit - first > LONGEST && limit > first)
        limit = first + LONGEST;
    uint32_t i = first;
    if (i < limit && (s->tags[i] == TAG_PRON || s->tags[i] == TAG_OBJ))
        return (Range){first, first + 1};
    while (i < limit) {
        if (s->tags[i] == TAG_OPEN) {
            uint32_t past = past_bracket(s, i, limit);
            if (past == i)
                break;
            i = past;
            continue;
        }
        if (!takes(s, first, i, i + 1 < limit ? (Tag)s->tags[i + 1] : TAG_STOP, deep))
            break;
        i++;
    }
    while (i > first + 1 && (s->tags[i - 1] == TAG_PREP || s->tags[i - 1] == TAG_CONJ || s->tags[i - 1] == TAG_DET))
        i--;
    return (Range){first, i};
}
