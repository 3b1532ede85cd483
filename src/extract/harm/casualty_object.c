#include "extract/harm/casualty_object.h"

#include "extract/claim/told.h"

static bool is_apostrophe(const Analysis *a, uint32_t token)
{
    Str text = span_text(a->tokens.text, a->tokens.tokens[token].span);
    return str_is(text, "'") || str_is(text, "\u2018") || str_is(text, "\u2019");
}

/* "The soldiers| | rifles"; in "killed 'two clerks' in Goma" the sign closes a quotation. */
static bool is_plurals_clitic(const Analysis *a, uint32_t token)
{
    const Token *tokens = a->tokens.tokens;
    if (token + 1 >= a->tokens.count || !is_apostrophe(a, token) || !(tokens[token + 1].flags & TOKEN_WORD) ||
        !str_ends(span_text(a->tokens.text, tokens[token - 1].span), STR("s")))
        return false;
    for (uint32_t t = a->tokens.sentences[analysis_sentence(a, token)].first; t < token; t++)
        if (is_apostrophe(a, t) && (tokens[t].flags & TOKEN_SPACE_BEFORE))
            return false;
    return tokens[token + 1].flags & TOKEN_SPACE_BEFORE;
}

bool object_only_owns(const Casualties *c, const Harm *harm, const GroupRecord *group)
{
    const Analysis *a = c->a;
    bool object = harm->match->first < group->first && group->last < a->tokens.count;
    if (!object || (a->tokens.tokens[group->last].flags & TOKEN_SPACE_BEFORE) ||
        (!mention_begins(&a->mentions, group->last, c->possessive) && !is_plurals_clitic(a, group->last)))
        return false;
    for (uint32_t t = group->first; t < group->last; t++)
        if (mention_begins(&a->mentions, t, c->link) || (a->tokens.tokens[t].flags & TOKEN_PUNCT))
            return false;
    return true;
}

bool object_is_reflexive(const Casualties *c, const Harm *harm, const GroupRecord *group)
{
    bool subject = harm->match->first == group->first && harm->match->last > group->last;
    return subject && group->last == group->first + 1 && c->reflexive &&
           mention_begins(&c->a->mentions, group->first, c->reflexive);
}

bool object_heads_colon(const Casualties *c, const GroupRecord *group)
{
    const TokenList *tokens = &c->a->tokens;
    if (!group->many || group->count != MENTION_NONE || group->last - group->first > 1 ||
        !(tokens->tokens[group->first].flags & TOKEN_SENTENCE_START) || group->last >= tokens->count)
        return false;
    return str_equal(span_text(tokens->text, tokens->tokens[group->last].span), STR(":"));
}

/* The groups of people nearest before the token that no sign parts from it, NULL where there are none. */
static const GroupRecord *subject_before(const Casualties *c, uint32_t token)
{
    const Analysis *a = c->a;
    uint32_t opens = a->tokens.sentences[analysis_sentence(a, token)].first;
    for (uint32_t t = token; t-- > opens;) {
        if (a->tokens.tokens[t].flags & TOKEN_PUNCT)
            return NULL;
        uint32_t m = mention_at(&a->mentions, t, c->groups);
        if (m == MENTION_NONE)
            continue;
        const GroupList *list = &a->lists[a->mentions.items[m].data];
        return list->group_count == 1 && a->mentions.items[m].last <= token ? &a->groups[list->first_group] : NULL;
    }
    return NULL;
}

/* The single person told of nearest before the token, without what befell them being told: "a boy is held over the death of |
 * another boy"; NULL where there is none, or a sign of another clause stands between. */
static const GroupRecord *person_before(const Casualties *c, uint32_t token)
{
    const Analysis *a = c->a;
    uint32_t opens = a->tokens.sentences[analysis_sentence(a, token)].first;
    for (uint32_t t = token; t-- > opens;) {
        uint32_t m = mention_at(&a->mentions, t, c->groups);
        if (m == MENTION_NONE || a->mentions.items[m].last > token)
            continue;
        const GroupList *list = &a->lists[a->mentions.items[m].data];
        const GroupRecord *group = &a->groups[list->first_group];
        Span own = mention_tokens_span(&a->tokens, group->first, group->last);
        return list->group_count == 1 && !told_already(a, OUTCOME_KILLED, own) ? group : NULL;
    }
    return NULL;
}

static const unsigned SEXES = SUBGROUP_WOMEN | SUBGROUP_MEN;

/* Whether the two may be called by one word, so that the one is "another" beside the other. */
static bool is_like(const GroupRecord *subject, const GroupRecord *group)
{
    bool kind = subject->victim_class == group->victim_class || subject->victim_class == CLASS_UNKNOWN ||
                group->victim_class == CLASS_UNKNOWN;
    return kind && !subgroups_conflict(subject->subgroups & SEXES, group->subgroups & SEXES) && !subject->many &&
           !subject->anaphoric && !subject->additional && subject->ordinal == 0;
}

bool object_is_other_than_subject(const Casualties *c, const Harm *harm, const GroupRecord *group)
{
    enum { SECOND = 2 };
    bool other = group->additional || group->ordinal == SECOND;
    if (!other || !group->described || harm->match->first >= group->first)
        return false;
    bool verb = mention_begins(&c->a->mentions, harm->match->first, c->active) ||
                mention_begins(&c->a->mentions, harm->match->first, c->bare);
    if (!verb && !harm->fact)
        return false;
    const GroupRecord *subject = verb ? subject_before(c, harm->match->first) : NULL;
    if (subject)
        return is_like(subject, group) && !(subject->subgroups & SUBGROUP_ATTACKERS);
    subject = person_before(c, harm->match->first);
    return subject && is_like(subject, group);
}

bool object_is_of_fighters(const Casualties *c, const GroupRecord *group)
{
    const Analysis *a = c->a;
    const GroupRecord *before = NULL;
    uint32_t opens = a->tokens.sentences[analysis_sentence(a, group->first)].first;
    for (size_t i = 0; (group->additional || group->bare) && i < a->group_count; i++) {
        const GroupRecord *told = &a->groups[i];
        if (told->first >= opens && told->last <= group->first && (!before || told->last > before->last))
            before = told;
    }
    if (!before || (before->victim_class != CLASS_MILITANT && !(before->subgroups & SUBGROUP_ATTACKERS)))
        return false;
    return mention_within(&a->mentions, opens, before->first, c->active) != MENTION_NONE ||
           mention_within(&a->mentions, opens, before->first, c->bare) !=
               MENTION_NONE; /* not "the raiders captured two" */
}
