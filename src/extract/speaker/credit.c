#include "extract/speaker/credit.h"

enum {
    DATELINE_BYTES = 100,
    LAST_BLOCKS = 3, /* a line of credit may have a note or two behind it */
};

/* What stands around a name in its block. */
typedef struct {
    Str before;
    Str behind;
} Around;

static bool ends_with_any(Str s, Str signs)
{
    return s.len > 0 && str_has_char(signs, s.ptr[s.len - 1]);
}

static bool is_bracketed(const Around *around)
{
    return ends_with_any(str_trim(around->before), STR("([")) && around->behind.len > 0 &&
           str_has_char(STR(")]"), around->behind.ptr[0]);
}

static bool begins_with_dash(Str s)
{
    return str_begins(s, STR("-")) || str_begins(s, STR("\xE2\x80\x93")) || str_begins(s, STR("\xE2\x80\x94"));
}

static bool is_in_dateline(const Around *around)
{
    return around->before.len <= DATELINE_BYTES && is_bracketed(around) &&
           begins_with_dash(str_trim(str_drop(around->behind, 1)));
}

/* Alone in its block, or in brackets as the last thing in it. */
static bool is_at_end(const Around *around)
{
    return str_is_wordless(around->behind) && (str_is_wordless(around->before) || is_bracketed(around));
}

static const Block *block_at(const Analysis *a, Span span)
{
    for (size_t i = 0; i < a->block_count; i++)
        if (span_holds(a->blocks[i].span, span))
            return &a->blocks[i];
    return NULL;
}

/* The report's last blocks of its own begin here. */
static const Block *last_blocks(const Analysis *a)
{
    size_t left = LAST_BLOCKS;
    const Block *block = a->blocks + a->block_count;
    while (block > a->blocks && left > 0)
        left -= (--block)->kind != BLOCK_BOILERPLATE && !document_in_headline(a->document, block->span);
    return block;
}

static void find_credit(Analysis *a)
{
    const Block *last = last_blocks(a);
    uint16_t outlets = analysis_class(a, "OUTLET");
    for (uint32_t i = mention_first(&a->mentions, outlets); i != MENTION_NONE; i = mention_after(&a->mentions, i)) {
        const Mention *m = &a->mentions.items[i];
        Span span = mention_span(&a->tokens, m);
        const Block *block = block_at(a, span);
        if (!block || block->kind == BLOCK_CAPTION || document_in_headline(a->document, span))
            continue;
        Around around = {str_slice(a->document->text, block->span.start, span.start),
                         str_slice(a->document->text, span.end, block->span.end)};
        bool dateline = is_in_dateline(&around);
        if (dateline || (block >= last && is_at_end(&around)))
            a->credit = analysis_value(a, m);
        if (dateline)
            return;
    }
}

/* "Russian Ministry of Defence": what it publishes is its own word. */
static void read_issuer(Analysis *a, const Analysis *alone, const Mention *m)
{
    Party party = party_parse(analysis_attr_value(alone, m, "party"));
    if (party == PARTY_NONE || party == PARTY_MEDIA)
        return;
    a->issuing_party = party;
    a->issuer = analysis_value(alone, m);
}

/* The publisher's name as it stands on the lists of outlets and of parties. */
static void find_publisher(Analysis *a)
{
    Str publisher = str_trim(a->document->publisher);
    if (publisher.len == 0)
        return;
    Analysis alone = {.language = a->language, .arena = a->arena, .scratch = a->scratch};
    analysis_set_tokens(&alone, token_split(a->scratch, a->language->lexicon, publisher, NULL, 0));
    alone.mentions = mention_list(a->scratch, &alone.tokens);
    lexicon_find(a->language->lexicon, &alone.tokens, DAY_NONE, a->scratch, &alone.mentions);
    uint16_t outlet = analysis_class(a, "OUTLET");
    uint16_t party = analysis_class(a, "PARTY");
    MentionPick names = analysis_pick(&alone, (const uint16_t[]){outlet, party}, 2);
    for (size_t i = 0; i < names.count; i++) {
        const Mention *m = &alone.mentions.items[names.items[i]];
        Span span = mention_span(&alone.tokens, m);
        if (span.start > 0 || span.end < publisher.len)
            continue;
        if (m->cls == outlet)
            a->outlet = analysis_value(&alone, m);
        else
            read_issuer(a, &alone, m);
    }
}

void credit_find(Analysis *a)
{
    find_publisher(a);
    find_credit(a);
}
