/*
 * Throughput of the whole cascade, text to claims, on one core: on reports that it makes itself, or on the pile that is
 * named (`build/release/bench/extract_bench PILE...`), without the time to read it.
 */
#include <stdio.h>
#include <time.h>

#include "base/buf.h"
#include "extract/analysis/analysis.h"
#include "read/reader.h"

enum { DOCUMENTS = 400, PARAGRAPHS = 6, FIGURE_MAX = 90, DATA_EXIT = 4, ROUNDS = 3 };

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

/* Every # is a figure, every @ a town. */
static void put_filled(Buf *out, const char *text, uint32_t *state)
{
    static const char *const TOWNS[] = {"Quetta", "Gwadar", "Maiduguri", "Goma", "Khuzdar", "Bamako", "Tripoli"};
    for (const char *c = text; *c != '\0'; c++) {
        char figure[16];
        if (*c == '@')
            buf_put(out, str_from(TOWNS[pick(state, sizeof TOWNS / sizeof *TOWNS)]));
        else if (*c == '#') {
            int len = snprintf(figure, sizeof figure, "%zu", pick(state, FIGURE_MAX) + 2);
            buf_put(out, (Str){figure, (size_t)len});
        } else
            buf_char(out, *c);
    }
}

static void make_document(Buf *out, uint32_t *state)
{
    static const char *const TEXTS[] = {
        "At least # people were killed and # others wounded when gunmen attacked a market in @ on Friday, police said. "
        "Provincial official Ibad Khan told reporters that # of the dead were women.",
        "No group has claimed responsibility for the blast near @. \"We are still looking for survivors,\" a hospital "
        "doctor said. The number of injured may rise, he added.",
        "The road from @ to @ has been closed for # days, and schools in the district remain shut. Residents said they "
        "had heard explosions shortly before dawn.",
        "In a statement on Sunday, the army said that # militants had been killed in operations across the province and "
        "that # soldiers had died. The figures could not be verified.",
        "The governor condemned the attack and promised that those behind it would be brought to justice. Shops opened "
        "again on Monday, and traders said prices had risen by # percent since last month.",
        "Last year a bombing at a bus station in @ killed # passengers, among them # children. The armed group said "
        "later that it had targeted members of the security forces.",
        "Two journalists who were abducted in @ in January were released on Tuesday, their families confirmed. They had "
        "been travelling to a village north of the town to report on the elections there."};
    for (int i = 0; i < PARAGRAPHS; i++) {
        put_filled(out, TEXTS[pick(state, sizeof TEXTS / sizeof *TEXTS)], state);
        buf_put(out, STR("\n\n"));
    }
}

/* What was timed so far. */
typedef struct {
    double time_s;
    double bytes;
    double tokens;
    size_t claims;
} Sum;

static void time_document(const Language *language, const Gazetteer *gazetteer, const Document *document, Arena *arena,
                          Sum *sum)
{
    double start = seconds();
    const Analysis *a = extract_analyse(language, gazetteer, document, arena);
    sum->time_s += seconds() - start;
    sum->bytes += (double)document->text.len;
    sum->tokens += (double)a->tokens.count;
    sum->claims += a->claim_count;
}

/* Reports of its own make. */
static Sum time_made(const Language *language, const Gazetteer *gazetteer)
{
    Sum sum = {0};
    uint32_t state = 1;
    Arena *arena = arena_create();
    ArenaMark mark = arena_mark(arena);
    for (int i = 0; i < DOCUMENTS; i++) {
        Buf text = {0};
        make_document(&text, &state);
        Document document = {.id = STR("bench"), .text = buf_str(&text), .published = moment_parse(STR("2026-01-31"))};
        time_document(language, gazetteer, &document, arena, &sum);
        arena_rewind(arena, mark);
        buf_free(&text);
    }
    arena_destroy(arena);
    return sum;
}

static void print_problem(void *context, const char *line)
{
    (void)context;
    (void)fprintf(stderr, "%s\n", line);
}

/* The reports of a pile, read before the clock starts; the quickest of a few rounds. */
static Sum time_pile(const Language *language, const Gazetteer *gazetteer, const char *const *paths, size_t path_count)
{
    Arena *pile = arena_create();
    Arena *arena = arena_create();
    ArenaMark mark = arena_mark(arena);
    Reader *reader = reader_open(pile, paths, path_count, print_problem, NULL);
    const Document **documents = NULL;
    size_t count = 0;
    size_t cap = 0;
    const Document *document = NULL;
    while ((document = reader_next(reader, pile))) {
        documents = arena_grow(pile, documents, count, &cap, sizeof(Document *));
        documents[count++] = document;
    }
    Sum best = {0};
    for (int round = 0; round < ROUNDS; round++) {
        Sum sum = {0};
        for (size_t i = 0; i < count; i++) {
            time_document(language, gazetteer, documents[i], arena, &sum);
            arena_rewind(arena, mark);
        }
        if (round == 0 || sum.time_s < best.time_s)
            best = sum;
    }
    reader_close(reader);
    arena_destroy(arena);
    arena_destroy(pile);
    return best;
}

int main(int argc, const char *const *argv)
{
    Arena *program = arena_create();
    Language language = {0};
    Error err = {0};
    Gazetteer *gazetteer = gazetteer_open(program, STR(""), &err);
    if (gazetteer == NULL || !language_default(program, STR("en"), &language, &err)) {
        (void)fprintf(stderr, "%s\n", err.text);
        return DATA_EXIT;
    }
    const Gazetteer *places = gazetteer_remembering(gazetteer, program);
    Sum sum = argc > 1 ? time_pile(&language, places, argv + 1, (size_t)argc - 1) : time_made(&language, places);
    (void)printf("%-8s %8.1f MB/s %8.2f M tokens/s\n", "cascade", sum.bytes / sum.time_s / 1e6,
                 sum.tokens / sum.time_s / 1e6);
    (void)printf("%.1f MB, %.0f tokens, %zu claims\n", sum.bytes / 1e6, sum.tokens, sum.claims);
    gazetteer_close(gazetteer);
    arena_destroy(program);
    return 0;
}
