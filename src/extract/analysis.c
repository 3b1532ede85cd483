#include "extract/analysis.h"

Str analysis_value(const Analysis *a, const Mention *m)
{
    return lexicon_value_name(a->language->lexicon, m->value);
}

Str analysis_text(const Analysis *a, const Mention *m)
{
    return span_text(a->tokens.text, mention_span(&a->tokens, m));
}

bool analysis_is_name(const Analysis *a, uint32_t token)
{
    const Token *t = &a->tokens.tokens[token];
    if (!(t->flags & TOKEN_CAPITAL) || !(t->flags & TOKEN_WORD))
        return false;
    if (!(t->flags & TOKEN_SHOUTED))
        return true;
    return t->word == 0 || mention_at(&a->mentions, token, analysis_class(a, "FIRST_NAME")) != MENTION_NONE;
}

uint32_t analysis_sentence(const Analysis *a, uint32_t token)
{
    return a->tokens.tokens[token].sentence;
}

MentionPick analysis_pick(const Analysis *a, const uint16_t *classes, size_t class_count)
{
    MentionPick pick = {.count = 0};
    bool *listed = ARENA_ARRAY(a->arena, bool, lexicon_class_count(a->language->lexicon) + 1U);
    for (size_t i = 0; i < class_count; i++)
        listed[classes[i]] = true;
    listed[0] = false;
    for (size_t i = 0; i < a->mentions.count; i++) {
        if (!listed[a->mentions.items[i].cls])
            continue;
        pick.items = arena_grow(a->arena, pick.items, pick.count, &pick.cap, sizeof *pick.items);
        pick.items[pick.count++] = (uint32_t)i;
    }
    return pick;
}

Str analysis_attr_value(const Analysis *a, const Mention *m, const char *name)
{
    const Attr *attr = analysis_attr(a, m, name);
    if (!attr)
        return (Str){"", 0};
    if (attr->kind == ATTR_VALUE)
        return lexicon_value_name(a->language->lexicon, attr->value);
    if (attr->kind == ATTR_MENTION && attr->mention < a->mentions.count)
        return analysis_value(a, &a->mentions.items[attr->mention]);
    return span_text(a->tokens.text, mention_tokens_span(&a->tokens, attr->first, attr->last));
}
