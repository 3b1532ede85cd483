/* libFuzzer target: any bytes as a rules file and as the text for it. Holds: it is
 * refused with a message that names the file, or it runs, and every mention stands in one sentence. */
#include <stdlib.h>

#include "base/buf.h"
#include "match/mention.h"
#include "match/rules.h"
#include "match/token.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_mentions(const TokenList *tokens, const MentionList *list)
{
    for (size_t i = 0; i < list->count; i++) {
        const Mention *m = &list->items[i];
        if (m->first >= m->last || m->last > tokens->count || m->attrs + m->attr_count > list->attr_count ||
            tokens->tokens[m->first].sentence != tokens->tokens[m->last - 1].sentence)
            abort();
        for (uint32_t a = m->attrs; a < m->attrs + m->attr_count; a++) {
            const Attr *attr = &list->attrs[a];
            if (attr->kind == ATTR_MENTION && (attr->mention >= list->count || attr->first >= attr->last))
                abort();
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const PHASES[] = {"one", "two", NULL};
    Arena *arena = arena_create();
    Error err = {0};
    Str file = {(const char *)data, size};
    Lexicon *lexicon = lexicon_create(arena);
    if (!lexicon_add(lexicon, "a.tsv", STR("phrase\tclass\tvalue\na\tA1\tx\na a\tA1\ty\nb\tB1\tx\n's\tCLITIC\t\n"),
                     &err))
        abort();
    Rules *rules = rules_create(arena, lexicon);
    bool ok = rules_add(rules, "x.rules", file, &err) && rules_finish(rules, PHASES, &err);
    if (!ok && !str_begins(str_from(err.text), STR("x.rules:")))
        abort();
    if (ok && lexicon_finish(lexicon, &err)) {
        TokenList tokens = token_split(arena, lexicon, file, NULL, 0);
        MentionList mentions = mention_list(arena, &tokens);
        lexicon_find(lexicon, &tokens, DAY_NONE, arena, &mentions);
        for (size_t i = 0; PHASES[i]; i++)
            rules_run(rules, PHASES[i], &tokens, arena, &mentions);
        check_mentions(&tokens, &mentions);
    }
    arena_destroy(arena);
    return 0;
}
