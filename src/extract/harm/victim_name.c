#include "extract/harm/victim_name.h"

/* "The head of the Alba Bank, | Juan Perez": a name of several words and nothing else behind a comma at the token; empty where none
 * stands there. */
static Span name_behind(const Analysis *a, uint32_t comma, uint32_t end_byte, const ClassSet *roles)
{
    const Token *tokens = a->tokens.tokens;
    uint32_t last = comma + 1;
    while (last < a->tokens.count && tokens[last].span.end <= end_byte && analysis_is_name(a, last) &&
           !mention_covers_any(&a->mentions, last, roles))
        last++;
    bool closed = last >= a->tokens.count || tokens[last].span.end > end_byte || (tokens[last].flags & TOKEN_PUNCT);
    return closed && last > comma + 2 ? mention_tokens_span(&a->tokens, comma + 1, last) : (Span){0, 0};
}

Str victim_name(const Analysis *a, Span victims)
{
    uint16_t before[] = {analysis_class(a, "TITLE"), analysis_class(a, "VICTIM")};
    ClassSet roles = class_set_of(before, 2);
    uint32_t first = analysis_token(a, victims.start);
    for (uint32_t m; (m = mention_at(&a->mentions, first, before[0])) != MENTION_NONE;)
        first = a->mentions.items[m].last; /* "Mr." has a full stop */
    uint32_t end = first;
    while (end < a->tokens.count && a->tokens.tokens[end].span.end <= victims.end &&
           !(a->tokens.tokens[end].flags & TOKEN_PUNCT))
        end++;
    Span behind = name_behind(a, end, victims.end, &roles);
    if (!span_is_empty(behind))
        return span_text(a->tokens.text, behind);
    uint32_t start = end;
    while (start > first && analysis_is_name(a, start - 1) && !mention_covers_any(&a->mentions, start - 1, &roles))
        start--;
    return start < end ? span_text(a->tokens.text, mention_tokens_span(&a->tokens, start, end))
                       : span_text(a->tokens.text, victims);
}
