/*
 * A book of a million claims (or as many as the first argument says), filled from reports that it makes itself: what it
 * weighs, how long adding takes, and how long figures and page of one situation take. One core. A second argument is a path at which the book
 * is kept, for bench/desk.sh.
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "assemble/basis/profile.h"
#include "base/buf.h"
#include "base/hash.h"
#include "extract/extract.h"
#include "report/page.h"
#include "store/store.h"

enum { CLAIMS = 1000000, A_SITUATION = 1000, PARAGRAPHS = 6, FIGURE_MAX = 90, BATCH = 64, FAILED = 5, ASKED = 20 };
enum { FIRST_DAY = 20484, DAYS = 6, SECONDS_A_DAY = 86400 };

static double seconds(void)
{
    struct timespec now;
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

/* Numbers that look random and are the same in every run. */
static size_t pick(uint32_t *state, size_t count)
{
    *state = *state * 1664525U + 1013904223U;
    return (*state >> 8) % count;
}

static const char *const TOWNS[] = {"Quetta", "Gwadar", "Maiduguri", "Goma",   "Khuzdar", "Bamako", "Tripoli",
                                    "Mosul",  "Herat",  "Kabul",     "Beni",   "Gao",     "Mopti",  "Kidal",
                                    "Turbat", "Sibi",   "Mastung",   "Nushki", "Kharan",  "Panjgur"};
static const char *const NAMES[] = {"Ibad Khan",   "Amina Diallo", "Joseph Mbeki",
                                    "Sara Haddad", "Omar Farah",   "Lena Okoye"};

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

/* Every # is a figure, every @ a town, every $ a person. */
static void put_filled(Buf *out, const char *text, uint32_t *state)
{
    for (const char *c = text; *c != '\0'; c++) {
        if (*c == '@')
            buf_put(out, str_from(TOWNS[pick(state, COUNT_OF(TOWNS))]));
        else if (*c == '$')
            buf_put(out, str_from(NAMES[pick(state, COUNT_OF(NAMES))]));
        else if (*c == '#')
            buf_int(out, (int64_t)pick(state, FIGURE_MAX) + 2);
        else
            buf_char(out, *c);
    }
}

static void make_text(Buf *out, uint32_t *state)
{
    static const char *const TEXTS[] = {
        "At least # people were killed and # others wounded when gunmen attacked a market in @ on Friday, police said. "
        "Provincial official $ told reporters that # of the dead were women and # children.",
        "In a statement on Sunday, the army said that # militants had been killed in operations near @ and that # soldiers "
        "had died. The figures could not be verified.",
        "The governor condemned the attack in @ and promised that those behind it would be brought to justice. Shops opened "
        "again on Monday, and traders said prices had risen by # percent since last month.",
        "A roadside bomb hit a convoy outside @, killing # policemen and injuring # civilians, hospital director $ said.",
        "$, a spokesman of the rebels, said # soldiers were killed and # captured in @. The government denied it.",
        "Gunmen abducted # passengers from a bus near @ on Thursday; # of them were released after # hours, residents said.",
        "Two journalists who were detained in @ were released on Tuesday, their families confirmed. They had been "
        "travelling to a village to report on the floods, which displaced # families.",
    };
    for (int i = 0; i < PARAGRAPHS; i++) {
        put_filled(out, TEXTS[pick(state, COUNT_OF(TEXTS))], state);
        buf_put(out, STR("\n\n"));
    }
}

static Str kept(Arena *arena, Buf *buf)
{
    Str text = arena_copy(arena, buf_str(buf));
    buf_free(buf);
    return text;
}

static Document *make_document(Arena *arena, uint32_t *state, size_t number)
{
    Document *d = ARENA_NEW(arena, Document);
    Buf text = {0};
    Buf name = {0};
    make_text(&text, state);
    buf_format(&name, "report-%zu", number);
    d->id = kept(arena, &name);
    d->original = kept(arena, &text);
    d->text = d->original;
    d->sha256 = hash_sha256(arena, d->original);
    d->publisher = STR("Example Times");
    buf_format(&name, "https://example.org/news/%zu", number);
    d->url = kept(arena, &name);
    d->title = STR("Dozens reported dead after attacks");
    d->path = STR("made up");
    d->published = (Moment){(int64_t)(FIRST_DAY + pick(state, DAYS)) * SECONDS_A_DAY, MOMENT_DAY, 0};
    return d;
}

typedef struct {
    Language language;
    Gazetteer *gazetteer;
    Store *store;
    const char *path;
    uint32_t state;
    size_t documents;
    size_t claims;
    double assembling;
} Bench;

static bool add_batch(Bench *b, int64_t situation, int reports, size_t *claims, Error *err)
{
    store_begin(b->store);
    for (int i = 0; i < reports && *claims < A_SITUATION; i++) {
        Arena *arena = arena_create();
        bool is_new = false;
        const Document *d = make_document(arena, &b->state, b->documents++);
        const Extraction *x = extract_document(&b->language, b->gazetteer, d, arena);
        store_add(b->store, situation, store_prepare(x, STR("bench"), arena), SECONDS_A_DAY, &is_new);
        *claims += x->claim_count;
        arena_destroy(arena);
    }
    return store_commit(b->store, err);
}

static bool fill_situation(Bench *b, int number, Error *err)
{
    char name[32];
    int64_t situation = 0;
    size_t claims = 0;
    (void)snprintf(name, sizeof name, "situation %d", number);
    if (!store_situation(b->store, str_from(name), true, &situation, err))
        return false;
    while (claims < A_SITUATION)
        if (!add_batch(b, situation, BATCH, &claims, err))
            return false;
    b->claims += claims;
    double before = seconds();
    bool ok = store_assemble(b->store, situation, err);
    b->assembling += seconds() - before;
    return ok;
}

/* Opens the book anew each time, as a command does. */
static bool ask(const Bench *b, bool page, double *took, Error *err)
{
    double before = seconds();
    Arena *arena = arena_create();
    int64_t situation = 0;
    Buf out = {0};
    Store *store = store_open(arena, b->path, STORE_READ, err);
    bool ok = store && store_situation(store, STR("situation 1"), false, &situation, err);
    if (ok && page) {
        const Situation *s = store_edition(store, situation, (Moment){.seconds = 0, .precision = MOMENT_NONE},
                                           profile_default(arena), arena, err);
        ok = s != NULL;
        if (ok)
            page_situation(&out, s, &b->language, b->gazetteer);
    } else if (ok) {
        View view;
        ok = store_list(store, "figures", situation, arena, &view, err);
    }
    buf_free(&out);
    (void)store_close(store, NULL);
    arena_destroy(arena);
    *took = seconds() - before;
    return ok;
}

/* One report into a situation of its own, until its figures stand: the quickest of some. */
static bool add_one(Bench *b, const char *name, double *took, Error *err)
{
    enum { TRIES = 9 };
    int64_t situation = 0;
    *took = 1e9;
    if (!store_situation(b->store, str_from(name), true, &situation, err))
        return false;
    for (int i = 0; i < TRIES; i++) {
        size_t claims = A_SITUATION - 1;
        double before = seconds();
        if (!add_batch(b, situation, 1, &claims, err) || !store_assemble(b->store, situation, err))
            return false;
        double now = seconds() - before;
        *took = now < *took ? now : *took;
    }
    return true;
}

static bool measure(Bench *b, size_t wanted, Error *err)
{
    double one_in_small = 0;
    double one_in_large = 0;
    if (!add_one(b, "first", &one_in_small, err))
        return false;
    double started = seconds();
    for (int i = 1; b->claims < wanted; i++)
        if (!fill_situation(b, i, err))
            return false;
    double filling = seconds() - started;
    store_compact(b->store);
    double packing = seconds() - started - filling;
    if (!add_one(b, "last", &one_in_large, err) || !store_close(b->store, err))
        return false;
    b->store = NULL;
    struct stat info;
    double megabytes = stat(b->path, &info) == 0 ? (double)info.st_size / 1e6 : 0;
    double figures = 0;
    double page = 0;
    if (!ask(b, false, &figures, err) || !ask(b, true, &page, err) || !ask(b, false, &figures, err))
        return false;
    (void)printf("%zu claims in %zu reports, %zu a situation: %.1f MB, %.0f bytes a claim (goal: 400 MB a million)\n",
                 b->claims, b->documents, (size_t)A_SITUATION, megabytes, megabytes * 1e6 / (double)b->claims);
    (void)printf("adding with extraction %.1f s, of which assembling %.1f s; %.0f reports/s\n", filling, b->assembling,
                 (double)b->documents / filling);
    (void)printf("adding one report to a new situation: to an empty book %.1f ms, to this one %.1f ms\n",
                 one_in_small * 1e3, one_in_large * 1e3);
    (void)printf("packing the file at the end %.1f s\n", packing);
    (void)printf("figures of one situation %.1f ms (goal 50), its page %.0f ms (goal 1000)\n", figures * 1e3,
                 page * 1e3);
    return true;
}

int main(int argc, char **argv)
{
    Arena *arena = arena_create();
    char path[] = "/tmp/daybook-bench-XXXXXX";
    Error err = {0};
    Bench b = {.path = path, .state = 1};
    int64_t wanted = CLAIMS;
    if (argc > 1 && !str_number(str_from(argv[1]), &wanted))
        return FAILED;
    int fd = argc > 2 ? -1 : mkstemp(path);
    if (argc > 2)
        b.path = argv[2];
    else if (fd < 0 || close(fd) != 0)
        return FAILED;
    b.gazetteer = gazetteer_open(arena, STR(""), &err);
    b.store = store_open(arena, b.path, STORE_CREATE, &err);
    bool ok = b.gazetteer && b.store && language_default(arena, STR("en"), &b.language, &err) &&
              measure(&b, (size_t)wanted, &err);
    if (!ok)
        (void)fprintf(stderr, "%s\n", err.text);
    (void)store_close(b.store, NULL);
    if (fd >= 0)
        (void)unlink(path);
    gazetteer_close(b.gazetteer);
    arena_destroy(arena);
    return ok ? 0 : FAILED;
}
