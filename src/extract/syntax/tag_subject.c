#include "extract/syntax/tag_subject.h"

/* "had received [credible reports]": words without a determiner or name between a verb that is none of saying and the token. */
static bool hangs_on_verb(const Syntax *s, const Sentence *sentence, const uint8_t *tags, uint32_t i)
{
    uint32_t first = i;
    while (first > sentence->first && tags[first - 1] == TAG_NOUN &&
           !(s->a->tokens.tokens[first - 1].flags & TOKEN_CAPITAL))
        first--;
    if (first == i || first == sentence->first)
        return false;
    Tag before = (Tag)tags[first - 1];
    Tag subject = first > sentence->first + 1 ? (Tag)tags[first - 2] : TAG_STOP;
    if (subject == TAG_THAT || subject == TAG_WH)
        return false; /* "the firm that makes steel [claims]" */
    return (syntax_is_finite(before) || syntax_is_verb(before)) &&
           mention_at(&s->a->mentions, first - 1, s->say_class) == MENTION_NONE;
}

/* "two [reports]", unlike "one [says]". */
static bool follows_number(const Syntax *s, uint32_t i)
{
    uint32_t m = mention_at(&s->a->mentions, i - 1, analysis_class(s->a, "NUMBER"));
    return m != MENTION_NONE && !str_equal(analysis_value(s->a, &s->a->mentions.items[m]), STR("1"));
}

/* "amid growing [reports]": an adjective that a preposition leads. */
static bool follows_adjective(const Syntax *s, const Sentence *sentence, const uint8_t *tags, uint32_t i)
{
    uint64_t bits = s->allowed[i - 1];
    bool participle = (bits & (BIT(TAG_PART) | BIT(TAG_ING))) != 0 && (bits & BIT(TAG_NOUN)) == 0;
    return participle && i > sentence->first + 1 && tags[i - 2] == TAG_PREP;
}

bool tag_lacks_subject(const Syntax *s, const Sentence *sentence, const uint8_t *tags, uint32_t i)
{
    if (i == sentence->first || tags[i - 1] != TAG_NOUN)
        return false;
    return follows_number(s, i) || follows_adjective(s, sentence, tags, i) || hangs_on_verb(s, sentence, tags, i);
}

bool tag_may_be_name(const Syntax *s, const Sentence *sentence, uint32_t i, uint64_t bits, uint64_t next)
{
    bool word = (bits & (BIT(TAG_NOUN) | BIT(TAG_ING))) != 0;
    bool said = (next & (BIT(TAG_PRET) | BIT(TAG_NOUN))) == BIT(TAG_PRET);
    return i > sentence->first || (word && said && mention_begins(&s->a->mentions, i + 1, s->say_class));
}

bool tag_is_said_by(const Syntax *s, const Sentence *sentence, uint32_t i)
{
    const TokenList *list = &s->a->tokens;
    return i > sentence->first && mention_begins(&s->a->mentions, i - 1, s->say_class) &&
           (i + 1 == sentence->last || (list->tokens[i + 1].flags & TOKEN_PUNCT) != 0);
}
