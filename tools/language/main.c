/*
 * Compiles a language, for the build: language OUT CODE FILE... writes the image (base/image.h) of what language_load makes
 * of the files, which are named as the program will name them, in byte order. They are loaded twice: the first time to count
 * what the sentences of the rules' examples have, the second time to put the rules in an order by it.
 */
#include <stdio.h>

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

/* How many sentences of the rules' own examples have each feature: they are the texts of the kind that will be read which the
 * build has at hand, and every build makes the same of them. */
static const uint32_t *count_features(const Language *language, Arena *arena)
{
    uint32_t *counts = ARENA_ARRAY(arena, uint32_t, FEATURE_BITS);
    size_t count = 0;
    const Example *examples = rules_examples(language->rules, &count);
    ArenaMark mark = arena_mark(arena);
    for (size_t i = 0; i < count; i++) {
        Document document = {.text = examples[i].sentence};
        const Analysis *a = extract_analyse(language, NULL, &document, arena);
        rules_count_features(&a->mentions, a->tokens.sentence_count, counts);
        arena_rewind(arena, mark);
    }
    return counts;
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
    LanguageText text = {files, task->count, NULL};
    bool ok = language_load(scratch, code, &text, &first, err);
    if (ok) {
        text.features = count_features(&first, scratch);
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
