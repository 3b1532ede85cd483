/* Throughput of the engine's stages on text that it makes itself: tokens, lexicon phrases, rule phases. One core. */
#include <stdio.h>
#include <time.h>

#include "base/buf.h"
#include "extract/analysis/language.h"
#include "extract/analysis/phases.h"
#include "match/mention.h"
#include "match/token.h"

enum { DOCUMENTS = 4000, SENTENCES = 12 };

static double seconds(void)
{
    struct timespec now;
    (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

/* Numbers that look random and are the same in every run. */
static size_t pick(uint32_t *state, size_t count)
{
    *state = *state * 1664525U + 1013904223U;
    return (*state >> 8) % count;
}

static void make_document(Buf *out, uint32_t *state)
{
    static const char *const SUBJECTS[] = {
        "Police",        "The regional governor", "A hospital doctor", "Residents", "An army spokesman",
        "Two witnesses", "The mayor of the town", "Officials"};
    static const char *const VERBS[] = {"said", "told reporters on Monday", "confirmed", "said late on 14 March",
                                        "wrote"};
    static const char *const FACTS[] = {"at least 12 people were killed and 30 wounded in the market",
                                        "the road to the north had been closed for three days",
                                        "gunmen attacked a police station near the river",
                                        "schools would open again next week",
                                        "no one has claimed responsibility for the blast",
                                        "the price of bread rose by 3.5 percent",
                                        "two soldiers died when their vehicle hit a mine",
                                        "talks between the parties would go on in the capital"};
    for (int i = 0; i < SENTENCES; i++) {
        buf_put(out, str_from(SUBJECTS[pick(state, sizeof SUBJECTS / sizeof *SUBJECTS)]));
        buf_char(out, ' ');
        buf_put(out, str_from(VERBS[pick(state, sizeof VERBS / sizeof *VERBS)]));
        buf_put(out, STR(" that "));
        buf_put(out, str_from(FACTS[pick(state, sizeof FACTS / sizeof *FACTS)]));
        buf_put(out, i % 4 == 3 ? STR(".\n\n") : STR(". "));
    }
}

static void print_stage(const char *name, double time, double bytes, double tokens)
{
    (void)printf("%-8s %8.1f MB/s %8.2f M tokens/s\n", name, bytes / time / 1e6, tokens / time / 1e6);
}

int main(void)
{
    Arena *program = arena_create();
    Language language = {0};
    Error err = {0};
    if (!language_default(program, STR("en"), &language, &err)) {
        (void)fprintf(stderr, "%s\n", err.text);
        return 4;
    }
    double split = 0;
    double phrases = 0;
    double rules = 0;
    double bytes = 0;
    double tokens = 0;
    double mentions = 0;
    uint32_t state = 1;
    for (int i = 0; i < DOCUMENTS; i++) {
        Buf text = {0};
        make_document(&text, &state);
        Arena *arena = arena_create();
        double start = seconds();
        TokenList list = token_split(arena, language.lexicon, buf_str(&text), NULL, 0);
        double cut = seconds();
        MentionList found = mention_list(arena, &list);
        lexicon_find(language.lexicon, &list, DAY_NONE, arena, &found);
        double looked_up = seconds();
        for (size_t p = 0; EXTRACT_PHASES[p]; p++)
            rules_run(language.rules, EXTRACT_PHASES[p], &list, arena, &found);
        double matched = seconds();
        split += cut - start;
        phrases += looked_up - cut;
        rules += matched - looked_up;
        bytes += (double)text.len;
        tokens += (double)list.count;
        mentions += (double)found.count;
        arena_destroy(arena);
        buf_free(&text);
    }
    print_stage("tokens", split, bytes, tokens);
    print_stage("lexicon", phrases, bytes, tokens);
    print_stage("rules", rules, bytes, tokens);
    print_stage("all", split + phrases + rules, bytes, tokens);
    (void)printf("%.1f MB, %.0f tokens, %.2f mentions a token, %u rules\n", bytes / 1e6, tokens, mentions / tokens,
                 rules_count(language.rules));
    arena_destroy(program);
    return 0;
}
