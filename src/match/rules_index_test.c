#include "match/rules.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "base/buf.h"
#include "match/mention.h"
#include "match/ruleset.h"
#include "match/token.h"

/* Rules are called by what a sentence has, and tried only where they may begin: nothing is lost by it. */

static const char WORDS[] = "phrase\tclass\tvalue\n"
                            "guards\tGROUP\tguards\n"
                            "prison guards\tGROUP\tprison\n"
                            "nurses\tGROUP\tnurses\n"
                            "guards\tNOUN\tguards\n"
                            "hurt\tHARM\tinjured\n"
                            "killed\tHARM\tkilled\n"
                            "drowned\tHARM\tdrowned\n"
                            "five\tNUM\t5\n"
                            "nine\tNUM\t9\n";

static const char RULES[] =
    "rule a\nphase one\nfind NUM GROUP\nemit A\nall\nyes x\nno x\n"
    "rule b\nphase one\nfind GROUP|men were? HARM(killed|drowned)\nemit B\nall\nyes x\nno x\n"
    "rule c\nphase one\nfind the|some ~2 GROUP(nurses) (and|or NUM)?\nemit C\nall\nyes x\nno x\n"
    "rule d\nphase one\nfind @CAP were\nfind ^ (NUM|the) _ _\nemit D\nall\nyes x\nno x\n"
    "rule e\nphase one\nneed HARM(injured)|killed\nfind [NUM] GROUP $\nemit E\nall\nyes x\nno x\n"
    "rule f\nphase one\nfind _ !HARM and\nemit F\nall\nyes x\nno x\n"
    "rule g\nphase two\nfind A (were|B)\nemit G\nall\nyes x\nno x\n"
    "rule h\nphase two\nfind B|C|NOUN ( !the _ )* NUM\nemit H\nall\nyes x\nno x\n";

static const char *const PHASES[] = {"one", "two", NULL};

/* A text of the words that rules and lexicon know, and of some that they do not; alike in every run. */
static void write_text(Buf *out, uint32_t *state)
{
    static const char *const PARTS[] = {"the",     "some", "Guards", "prison", "guards", "nurses",     "hurt", "killed",
                                        "drowned", "five", "nine",   "were",   "and",    "or",         "men",  "trees",
                                        "Oslo",    ",",    ".",      ". The",  "tall",   "five guards"};
    for (int i = 0; i < 40; i++) {
        *state = *state * 1664525U + 1013904223U;
        buf_put(out, str_from(PARTS[(*state >> 8) % (sizeof PARTS / sizeof *PARTS)]));
        buf_char(out, ' ');
    }
}

/* How many mentions the phase's rules make of a text if all are tried at each of its tokens; those that are not in the list
 * stop the test. */
static size_t count_tried(const Rules *rules, uint32_t phase, Matcher *matcher, const MentionList *made, size_t first)
{
    size_t count = 0;
    for (uint32_t token = 0; token < matcher->tokens->count; token++) {
        for (size_t p = 0; p < rules->pattern_count; p++) {
            const Pattern *pattern = &rules->patterns[p];
            uint32_t end = 0;
            if (rules->items[pattern->rule].phase != phase || !pattern_match(matcher, pattern, token, &end))
                continue;
            size_t i = first;
            while (i < made->count && (made->items[i].rule != pattern->rule + 1 || made->items[i].first != token ||
                                       made->items[i].last != end))
                i++;
            assert_true(i < made->count || pattern->wanted); /* of what it needs its find line says nothing */
            count += i < made->count;
        }
    }
    return count;
}

/* Reads texts with rules that expect the features to be so common, NULL: nobody has counted; counts them, returns the matches. */
static size_t find_all(const uint32_t *expected, uint32_t *counts)
{
    Arena *arena = arena_create();
    Error err = {0};
    Lexicon *lexicon = lexicon_create(arena);
    assert_true(lexicon_add(lexicon, "words.tsv", STR(WORDS), &err));
    Rules *rules = rules_create(arena, lexicon);
    rules_expect_features(rules, expected);
    bool read = rules_add(rules, "x.rules", STR(RULES), &err) && rules_finish(rules, PHASES, &err);
    if (!read)
        fail_msg("%s", err.text);
    assert_true(lexicon_finish(lexicon, &err));
    uint32_t random = 7;
    size_t matches = 0;
    for (int round = 0; round < 300; round++) {
        Buf text = {0};
        write_text(&text, &random);
        TokenList tokens = token_split(arena, lexicon, buf_str(&text), NULL, 0);
        MentionList list = mention_list(arena, &tokens);
        lexicon_find(lexicon, &tokens, DAY_NONE, arena, &list);
        for (uint32_t phase = 0; PHASES[phase]; phase++) {
            size_t first = list.count;
            rules_run(rules, PHASES[phase], &tokens, arena, &list);
            Matcher matcher = {.tests = rules->parser.tests, .tokens = &tokens, .mentions = &list, .arena = arena};
            matches += count_tried(rules, phase, &matcher, &list, first);
        }
        rules_count_features(&list, tokens.sentence_count, counts);
        buf_free(&text);
    }
    arena_destroy(arena);
    return matches;
}

static void nothing_is_lost_by_the_index(void **state)
{
    (void)state;
    static uint32_t counts[FEATURE_BITS];
    static uint32_t turned[FEATURE_BITS]; /* as if what is common were rare */
    size_t matches = find_all(NULL, counts);
    assert_true(matches > 1000);
    uint32_t most = 0;
    for (uint32_t i = 0; i < FEATURE_BITS; i++)
        most = counts[i] > most ? counts[i] : most;
    for (uint32_t i = 0; i < FEATURE_BITS; i++)
        turned[i] = most - counts[i];
    static uint32_t more[FEATURE_BITS];
    assert_int_equal(find_all(counts, more), matches);
    assert_int_equal(find_all(turned, more), matches);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(nothing_is_lost_by_the_index)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
