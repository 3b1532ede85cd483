#include "cli/pile.h"

#include <malloc.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/buf.h"
#include "cli/codebook.h"
#include "cli/data_folder.h"
#include "cli/version.h"
#include "store/store.h"

/* Batches are small, so that what one used is still near when the next needs memory. */
enum { BATCH_DOCUMENTS = 64, BATCH_TEXT_BYTES = 4 << 20, MAX_THREADS = 64 };

/* As much as all but the longest reports take, in one block, for which the system has large pages. */
enum { SCRATCH_BYTES = 8 << 20 };

/* One document on its way: it and all that is made of it lie in its arena. */
typedef struct {
    Arena *arena;
    Document *document;
    Extraction *extraction;
    void *made;      /* by the step */
    Str fingerprint; /* of pile_all */
    size_t given;    /* how many were given before it */
} Job;

/* What a thread has for itself from report to report. */
typedef struct {
    Arena *arena; /* of the gazetteer, which remembers names; NULL: it has not begun */
    Gazetteer *gazetteer;
    Arena *scratch; /* of one report's stages */
} Worker;

struct Pile {
    const Engine *engine;
    Arena *arena;
    Reader *reader;
    PileNext *next; /* NULL: the reader's */
    void *context;
    PileStep *step;
    Job *jobs; /* of this batch; all of them when kept */
    size_t job_count;
    size_t job_cap;
    size_t batch_start;
    size_t document_count;
    size_t claim_count;
    Problems cells; /* of tables: what stands in them and is not understood */
    Worker workers[MAX_THREADS];
    bool on_terminal;
    bool steps_wait; /* until all are read */
};

/* ---- engine ---- */

static bool read_threads(const Invocation *invocation, unsigned *out, Error *err)
{
    const char *text = option_value(invocation, "threads");
    int64_t threads = sysconf(_SC_NPROCESSORS_ONLN);
    if (text && (!str_number(str_from(text), &threads) || threads < 1 || threads > MAX_THREADS))
        return error_set(err, ERROR_USAGE, "--threads takes a number from 1 to %d, not \"%s\"", MAX_THREADS, text);
    *out = threads < 1 ? 1 : (unsigned)(threads < MAX_THREADS ? threads : MAX_THREADS);
    return true;
}

static const char DEFAULT_LANGUAGE[] = "en";

bool engine_language(const Invocation *invocation, Language *out, Error *err)
{
    const char *folder = option_value(invocation, "data");
    return folder ? data_folder_load(invocation->arena, folder, out, err)
                  : language_default(invocation->arena, str_from(DEFAULT_LANGUAGE), out, err);
}

/* Every batch takes and gives back as much memory as the one before: the process keeps it between them. */
static void keep_memory(void)
{
    enum { KEPT_BYTES = 256 << 20, LARGEST_KEPT_BYTES = 32 << 20 /* the most that glibc allows */ };
    (void)mallopt(M_MMAP_THRESHOLD, LARGEST_KEPT_BYTES);
    (void)mallopt(M_TRIM_THRESHOLD, KEPT_BYTES);
}

static Str name_rules(Arena *arena, Str code, uint64_t stamp)
{
    Buf name = {0};
    buf_put(&name, code);
    buf_put(&name, STR(" " DAYBOOK_VERSION " "));
    buf_hex(&name, stamp, 16);
    Str kept = arena_copy(arena, buf_str(&name));
    buf_free(&name);
    return kept;
}

Str engine_default_rules(Arena *arena)
{
    Str code = str_from(DEFAULT_LANGUAGE);
    return name_rules(arena, code, language_default_stamp(code));
}

static bool open_places(const Invocation *invocation, Engine *out, Error *err)
{
    const char *places = getenv("DAYBOOK_PLACES");
    out->opened = gazetteer_open(invocation->arena, str_from(places ? places : ""), err);
    out->gazetteer = out->opened;
    return out->opened != NULL;
}

bool engine_open_words(const Invocation *invocation, Engine *out, Error *err)
{
    return language_default(invocation->arena, str_from(DEFAULT_LANGUAGE), &out->language, err) &&
           open_places(invocation, out, err);
}

bool engine_open(const Invocation *invocation, Engine *out, Error *err)
{
    keep_memory();
    if (!read_threads(invocation, &out->threads, err) || !read_profile(invocation, "daybook", &out->profile, err) ||
        !engine_language(invocation, &out->language, err))
        return false;
    out->rules = name_rules(invocation->arena, out->language.code, out->language.stamp);
    out->of_book = option_value(invocation, "profile") ? out->profile : NULL;
    return open_places(invocation, out, err);
}

void engine_close(Engine *engine)
{
    gazetteer_close(engine->opened);
}

/* ---- reading ---- */

/* A name of a file or of what lies in an archive may hold signs that a terminal obeys: they are printed as "?". */
void pile_print_problem(void *context, const char *line)
{
    (void)context;
    (void)fputs("daybook: ", stderr);
    for (const char *c = line; *c; c++)
        (void)fputc((unsigned char)*c < ' ' || *c == 0x7f ? '?' : *c, stderr);
    (void)fputc('\n', stderr);
}

static void *assemble_step(const Engine *engine, Extraction *extraction, Arena *arena)
{
    assemble_document(extraction, engine->profile, arena);
    return NULL;
}

Pile *pile_open(const Invocation *invocation, size_t first, const Engine *engine)
{
    Pile *pile = ARENA_NEW(invocation->arena, Pile);
    pile->engine = engine;
    pile->cells.report = pile_print_problem;
    pile->arena = invocation->arena;
    pile->on_terminal = isatty(STDERR_FILENO) == 1;
    pile->step = assemble_step;
    pile->reader = reader_open(invocation->arena, invocation->operands + first, invocation->operand_count - first,
                               pile_print_problem, NULL);
    return pile;
}

void pile_set_step(Pile *pile, PileStep *step)
{
    pile->step = step;
}

Pile *pile_open_for_book(const Invocation *invocation, size_t first, const Engine *engine, PileStep *step)
{
    Pile *pile = pile_open(invocation, first, engine);
    pile_set_step(pile, step);
    reader_keep_ids(pile->reader);
    return pile;
}

Pile *pile_open_from(const Invocation *invocation, const Engine *engine, PileNext *next, void *context, PileStep *step)
{
    Pile *pile = pile_open(invocation, invocation->operand_count, engine);
    pile_set_step(pile, step);
    pile->next = next;
    pile->context = context;
    return pile;
}

void *pile_made(const Pile *pile, size_t number)
{
    return pile->jobs[pile->batch_start + number].made;
}

static void show_progress(const Pile *pile, bool done)
{
    enum { MEGABYTE = 1000000 };
    if (!pile->on_terminal)
        return;
    if (done) {
        (void)fputs("\r\033[K", stderr);
        return;
    }
    uint64_t read_bytes = 0;
    uint64_t all_bytes = 0;
    reader_progress(pile->reader, &read_bytes, &all_bytes);
    (void)fprintf(stderr, "\r\033[K%zu reports, %zu claims, %.1f of %.1f MB", pile->document_count, pile->claim_count,
                  (double)read_bytes / MEGABYTE, (double)all_bytes / MEGABYTE);
}

static bool read_batch(Pile *pile)
{
    size_t text_bytes = 0;
    pile->batch_start = pile->job_count;
    while (pile->job_count - pile->batch_start < BATCH_DOCUMENTS && text_bytes < BATCH_TEXT_BYTES) {
        Arena *arena = arena_create();
        Document *document = pile->next ? pile->next(pile->context, arena) : reader_next(pile->reader, arena);
        if (!document) {
            arena_destroy(arena);
            break;
        }
        text_bytes += document->text.len;
        pile->jobs = arena_grow(pile->arena, pile->jobs, pile->job_count, &pile->job_cap, sizeof *pile->jobs);
        pile->jobs[pile->job_count++] = (Job){.arena = arena, .document = document};
    }
    return pile->job_count > pile->batch_start;
}

/* ---- work on several threads ---- */

typedef struct {
    Pile *pile;
    atomic_size_t next;
    atomic_uint worker;
} Work;

static const Worker *worker_at(Pile *pile, unsigned number)
{
    Worker *worker = &pile->workers[number];
    if (worker->arena == NULL) {
        worker->arena = arena_create();
        worker->gazetteer = gazetteer_remembering(pile->engine->gazetteer, worker->arena);
        worker->scratch = arena_create();
        arena_expect(worker->scratch, SCRATCH_BYTES);
    }
    return worker;
}

static void do_job(const Pile *pile, const Worker *worker, Job *job)
{
    const Engine *engine = pile->engine;
    ArenaMark mark = arena_mark(worker->scratch);
    if (!job->extraction)
        job->extraction =
            extract_with_scratch(&engine->language, worker->gazetteer, job->document, job->arena, worker->scratch);
    arena_rewind(worker->scratch, mark);
    if (!pile->steps_wait)
        job->made = pile->step(engine, job->extraction, job->arena);
}

static void *work(void *context)
{
    Work *shared = context;
    const Worker *worker = worker_at(shared->pile, atomic_fetch_add(&shared->worker, 1));
    size_t at = 0;
    while ((at = atomic_fetch_add(&shared->next, 1)) < shared->pile->job_count)
        do_job(shared->pile, worker, &shared->pile->jobs[at]);
    return NULL;
}

static void work_on_batch(Pile *pile)
{
    Work shared = {.pile = pile};
    atomic_init(&shared.next, pile->batch_start);
    atomic_init(&shared.worker, 0);
    pthread_t threads[MAX_THREADS];
    unsigned started = 0;
    size_t size = pile->job_count - pile->batch_start;
    while (started + 1 < pile->engine->threads && started + 1 < size) {
        if (pthread_create(&threads[started], NULL, work, &shared) != 0)
            break; /* the others, at least this one, do the work */
        started++;
    }
    (void)work(&shared);
    for (unsigned i = 0; i < started; i++)
        (void)pthread_join(threads[i], NULL);
}

static void drop_jobs(Pile *pile)
{
    for (size_t i = 0; i < pile->job_count; i++)
        arena_destroy(pile->jobs[i].arena);
    pile->job_count = 0;
}

/* What a table's row says and nobody understood: the file, its line, and from which byte of the row on. */
static void tell_cells(Pile *pile, const Extraction *extraction)
{
    enum { MOST_SHOWN = 40 };
    const Document *row = extraction->document;
    if (row->cell_count == 0 || pile->next)
        return;
    size_t mark = row->path.len;
    while (mark > 0 && row->path.ptr[mark - 1] != '#')
        mark--;
    Str file = str_slice(row->path, 0, mark > 0 ? mark - 1 : 0);
    Str line = str_drop(row->path, mark);
    for (size_t i = 0; i < extraction->flag_count; i++) {
        const Flag *flag = &extraction->flags[i];
        if (flag->kind != FLAG_CALENDAR && flag->kind != FLAG_MISSING_CONTENT)
            continue;
        Str cell = span_text(row->text, flag->span);
        problem_lost(&pile->cells, "%.*s:%.*s:%u: %.*s \"%.*s%s\"", (int)file.len, file.ptr, (int)line.len, line.ptr,
                     flag->span.start + 1, (int)flag->note.len, flag->note.ptr,
                     (int)(cell.len < MOST_SHOWN ? cell.len : MOST_SHOWN), cell.ptr,
                     cell.len > MOST_SHOWN ? "..." : "");
    }
}

Extraction **pile_next(Pile *pile, bool keep, size_t *count)
{
    if (!keep)
        drop_jobs(pile);
    if (!read_batch(pile)) {
        show_progress(pile, true);
        return NULL;
    }
    work_on_batch(pile);
    *count = pile->job_count - pile->batch_start;
    Extraction **extractions = ARENA_ARRAY(pile->jobs[pile->batch_start].arena, Extraction *, *count);
    for (size_t i = 0; i < *count; i++) {
        extractions[i] = pile->jobs[pile->batch_start + i].extraction;
        pile->claim_count += extractions[i]->claim_count;
        tell_cells(pile, extractions[i]);
    }
    pile->document_count += *count;
    show_progress(pile, false);
    return extractions;
}

/* ---- all of them, as in a book ---- */

/* As a book's reports are read: book_load. */
static int by_publication(const void *a, const void *b)
{
    const Job *x = a;
    const Job *y = b;
    const Moment *p = &x->document->published;
    const Moment *q = &y->document->published;
    if ((p->precision == MOMENT_NONE) != (q->precision == MOMENT_NONE))
        return p->precision == MOMENT_NONE ? 1 : -1;
    if (p->precision != MOMENT_NONE && p->seconds != q->seconds)
        return p->seconds < q->seconds ? -1 : 1;
    int order = str_compare(x->document->id, y->document->id);
    order = order != 0 ? order : str_compare(x->fingerprint, y->fingerprint);
    return order != 0 ? order : (x->given > y->given) - (x->given < y->given);
}

static void sort_jobs(Pile *pile)
{
    for (size_t i = 0; i < pile->job_count; i++) {
        pile->jobs[i].fingerprint = store_fingerprint(pile->jobs[i].document, pile->arena);
        pile->jobs[i].given = i;
    }
    if (pile->job_count > 1)
        qsort(pile->jobs, pile->job_count, sizeof *pile->jobs, by_publication);
}

/* Leaves out what is there twice, and gives each its id. */
static void settle_jobs(Pile *pile)
{
    Problems told = {.report = pile_print_problem};
    size_t kept = 0;
    sort_jobs(pile);
    for (size_t i = 0; i < pile->job_count; i++) {
        Document *document = pile->jobs[i].document;
        if (kept > 0 && str_equal(pile->jobs[kept - 1].fingerprint, pile->jobs[i].fingerprint)) {
            problem_warn(&told, "%.*s: left out: the same report as %.*s, which was read before",
                         (int)document->path.len, document->path.ptr, (int)document->id.len, document->id.ptr);
            arena_destroy(pile->jobs[i].arena);
            continue;
        }
        reader_tell_apart(pile->reader, document, pile->arena);
        pile->jobs[kept++] = pile->jobs[i];
    }
    pile->job_count = kept;
}

Extraction **pile_all(Pile *pile, size_t *count)
{
    size_t batch = 0;
    reader_keep_ids(pile->reader);
    pile->steps_wait = true;
    while (pile_next(pile, true, &batch)) {}
    settle_jobs(pile);
    pile->steps_wait = false;
    pile->batch_start = 0;
    work_on_batch(pile);
    *count = pile->job_count;
    Extraction **all = ARENA_ARRAY(pile->arena, Extraction *, *count);
    for (size_t i = 0; i < *count; i++)
        all[i] = pile->jobs[i].extraction;
    return all;
}

const Baseline *pile_baseline(const Pile *pile)
{
    return reader_baseline(pile->reader);
}

int pile_exit_code(const Pile *pile)
{
    if (reader_problem_count(pile->reader) + pile->cells.count > 0)
        return EXIT_INPUT_ERROR;
    return pile->claim_count == 0 ? EXIT_NOTHING_FOUND : EXIT_DONE;
}

void pile_close(Pile *pile)
{
    drop_jobs(pile);
    for (unsigned i = 0; i < MAX_THREADS; i++) {
        arena_destroy(pile->workers[i].arena);
        arena_destroy(pile->workers[i].scratch);
    }
    reader_close(pile->reader);
}
