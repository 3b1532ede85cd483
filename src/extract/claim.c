#include "extract/claim.h"

Claim *claim_new(Analysis *a, ClaimKind kind, uint32_t first, uint32_t last, Str rule)
{
    a->claims = arena_grow(a->arena, a->claims, a->claim_count, &a->claim_cap, sizeof *a->claims);
    Claim *claim = &a->claims[a->claim_count++];
    *claim = (Claim){.kind = kind, .rule = rule, .window = WINDOW_NONE, .part_of = -1, .incident = -1};
    claim->evidence = mention_tokens_span(&a->tokens, first, last);
    claim->sentence = a->tokens.sentences[a->tokens.tokens[first].sentence].span;
    return claim;
}
