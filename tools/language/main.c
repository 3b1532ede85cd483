/*
 * Compiles a language, for the build: language OUT CODE FILE... writes the image (base/image.h) of what language_load makes
 * of the files, which are named as the program will name them, in byte order. They are loaded twice: the first time to count
 * what the sentences of the rules' examples have, the second time to put the rules and the words in an order by it.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/image.h"
#include "extract/analysis/analysis.h"

enum { MAX_FILE_BYTES = 64 << 20, MAX_IMAGE_BYTES = 256 << 20 };

/* The program that is made here carries nothing. */
const EmbeddedFile *embedded_files(size_t *count)
{
    *count = 0;
    return NULL;
}

typedef struct {
    const char *code;
    char **paths;
    size_t count;
} Task;

static bool read_file(Arena *arena, const char *path, EmbeddedFile *out, Error *err)
{
    File file;
    if (!file_open(path, MAX_FILE_BYTES, &file, err))
        return false;
    *out = (EmbeddedFile){arena_copy(arena, str_from(path)).ptr, arena_copy(arena, file.bytes)};
    file_close(&file);
    return true;
}

/* How common things are. */
typedef struct {
    uint32_t *features; /* by feature: the sentences that have it */
    uint32_t *words;    /* by word of the vocabulary: how often it stands there */
} Counts;

static void count_words(const TokenList *tokens, uint32_t *words)
{
    for (size_t i = 0; i < tokens->count; i++)
        words[tokens->tokens[i].word]++;
}

/* Counts in the rules' own examples: they are the texts of the kind that will be read which the build has at hand, and every
 * build makes the same of them. */
static Counts count_examples(const Language *language, Arena *arena)
{
    size_t words = lexicon_vocabulary(language->lexicon)->count + 1;
    Counts counts = {ARENA_ARRAY(arena, uint32_t, FEATURE_BITS), ARENA_ARRAY(arena, uint32_t, words)};
    size_t count = 0;
    const Example *examples = rules_examples(language->rules, &count);
    ArenaMark mark = arena_mark(arena);
    for (size_t i = 0; i < count; i++) {
        Document document = {.text = examples[i].sentence};
        const Analysis *a = extract_analyse(language, NULL, &document, arena);
        rules_count_features(&a->mentions, a->tokens.sentence_count, counts.features);
        count_words(&a->tokens, counts.words);
        arena_rewind(arena, mark);
    }
    return counts;
}

typedef struct {
    Str text;
    uint32_t count;
    uint32_t number;
} CountedWord;

/* The most common first, then in the order of their numbers. */
static int by_count(const void *a, const void *b)
{
    const CountedWord *x = a;
    const CountedWord *y = b;
    if (x->count != y->count)
        return x->count > y->count ? -1 : 1;
    return (x->number > y->number) - (x->number < y->number);
}

/* The words that stand in the examples, in that order. */
static void list_words(const Vocabulary *vocabulary, const uint32_t *counts, Arena *arena, LanguageText *out)
{
    CountedWord *counted = ARENA_ARRAY(arena, CountedWord, vocabulary->count + 1);
    Str *words = ARENA_ARRAY(arena, Str, vocabulary->count + 1);
    size_t count = 0;
    for (uint32_t word = 1; word <= vocabulary->count; word++)
        if (counts[word] > 0)
            counted[count++] = (CountedWord){vocabulary->words[word].text, counts[word], word};
    qsort(counted, count, sizeof *counted, by_count);
    for (size_t i = 0; i < count; i++)
        words[i] = counted[i].text;
    out->words = words;
    out->word_count = count;
}

static void *make_language(Arena *arena, void *context, Error *err)
{
    const Task *task = context;
    EmbeddedFile *files = ARENA_ARRAY(arena, EmbeddedFile, task->count);
    for (size_t i = 0; i < task->count; i++) {
        if (!read_file(arena, task->paths[i], &files[i], err))
            return NULL;
    }
    Str code = str_from(task->code);
    Arena *scratch = arena_create();
    Language first;
    Language *language = ARENA_NEW(arena, Language);
    LanguageText text = {.files = files, .count = task->count};
    bool ok = language_load(scratch, code, &text, &first, err);
    if (ok) {
        Counts counts = count_examples(&first, scratch);
        text.features = counts.features;
        list_words(lexicon_vocabulary(first.lexicon), counts.words, scratch, &text);
        ok = language_load(arena, code, &text, language, err);
    }
    arena_destroy(scratch);
    return ok ? language : NULL;
}

int main(int argc, char **argv)
{
    if (argc < 4) {
        (void)fprintf(stderr, "usage: language OUT CODE FILE...\n");
        return ERROR_USAGE;
    }
    Task task = {argv[2], argv + 3, (size_t)argc - 3};
    Buf out = {0};
    Error err = {0};
    bool ok =
        image_write(make_language, &task, MAX_IMAGE_BYTES, &out, &err) && file_write(argv[1], buf_str(&out), &err);
    if (!ok)
        (void)fprintf(stderr, "%s\n", err.text);
    buf_free(&out);
    return ok ? 0 : (int)err.kind;
}
