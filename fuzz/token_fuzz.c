/* libFuzzer target: the tokeniser on any bytes. Holds: tokens stand in order inside the text, every byte between them is
 * white space or invisible, and sentences divide them. */
#include <stdlib.h>

#include "base/buf.h"
#include "match/lexicon.h"
#include "match/mention.h"
#include "match/token.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static Lexicon *cutting(Arena *arena)
{
    Lexicon *lexicon = lexicon_create(arena);
    Error err = {0};
    if (!lexicon_add(lexicon, "cutting.tsv",
                     STR("phrase\tclass\tvalue\nLt.\tABBREV\ttitle\nNo.\tABBREV\tnumber\n's\tCLITIC\t\nn't\tCLITIC\t\n"
                         "th\tSUFFIX\t\nthe\tSTARTER\t\nU.S. army\tORG\t\nno man's land\tPLACE\t\n"),
                     &err) ||
        !lexicon_finish(lexicon, &err))
        abort();
    return lexicon;
}

static void check_tokens(const TokenList *list)
{
    uint32_t end = 0;
    for (size_t i = 0; i < list->count; i++) {
        Span span = list->tokens[i].span;
        if (span.start < end || span.end <= span.start || span.end > list->text.len)
            abort();
        for (uint32_t b = end; b < span.start; b++) {
            char c = list->text.ptr[b];
            if (char_is_letter(c) || char_is_digit(c))
                abort();
        }
        end = span.end;
    }
}

static void check_sentences(const TokenList *list)
{
    uint32_t next = 0;
    for (size_t i = 0; i < list->sentence_count; i++) {
        const Sentence *sentence = &list->sentences[i];
        if (sentence->first != next || sentence->last <= next)
            abort();
        for (uint32_t t = next; t < sentence->last; t++) {
            bool start = (list->tokens[t].flags & TOKEN_SENTENCE_START) != 0;
            if (list->tokens[t].sentence != i || start != (t == next))
                abort();
        }
        next = sentence->last;
    }
    if (next != list->count)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Arena *arena = arena_create();
    const Lexicon *lexicon = cutting(arena);
    Str text = {(const char *)data, size};
    TokenList tokens = token_split(arena, lexicon, text, NULL, 0);
    check_tokens(&tokens);
    check_sentences(&tokens);
    MentionList mentions = mention_list(arena, &tokens);
    lexicon_find(lexicon, &tokens, DAY_NONE, arena, &mentions);
    Block halves[2] = {{.span = {0, (uint32_t)size / 2}}, {.span = {(uint32_t)size / 2, (uint32_t)size}}};
    TokenList cut = token_split(arena, lexicon, text, halves, 2);
    check_tokens(&cut);
    check_sentences(&cut);
    arena_destroy(arena);
    return 0;
}
