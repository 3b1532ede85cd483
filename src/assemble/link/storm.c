#include "assemble/link/storm.h"

#include <stdlib.h>

#include "base/hash.h"

enum {
    LETTERS_LEAST = 3, /* of a name */
    SEVERAL = 3,       /* reports: what fewer call a storm may be any word ("Hurricane Warning") */
    MONTH = 30,        /* days between the reports of one storm */
    MANY = 10,         /* reports that name it: then a quarter of a group will do, else half */
};

/* ---- the names in a report ---- */

static bool is_of_time(const Extraction *x, size_t start)
{
    size_t i = time_first_from(x->times, x->time_count, (uint32_t)start);
    return i < x->time_count && x->times[i].span.start == start;
}

/* The word that names a storm behind what it is called, "Typhoon [Odell] left"; empty where none does: "the storm Monday". In a headline of
 * capitals the next word may be anything. */
static Str name_behind(const Extraction *x, size_t at)
{
    Str text = x->document->text;
    size_t start = at + 1;
    size_t end = start;
    while (end < text.len && char_is_letter(text.ptr[end]))
        end++;
    bool named = end >= start + LETTERS_LEAST && text.ptr[at] == ' ' && char_is_upper(text.ptr[start]) &&
                 !char_is_upper(text.ptr[start + 1]);
    bool heading = end + 1 < text.len && text.ptr[end] == ' ' &&
                   (char_is_upper(text.ptr[end + 1]) || char_is_digit(text.ptr[end + 1]));
    return named && !heading && !is_of_time(x, start) ? str_slice(text, start, end) : STR("");
}

static bool tells_storm(const Claim *claim)
{
    return claim->kind == KIND_ATTACK && !claim->background && claim->tactic_count > 0 &&
           str_is(claim->tactics[0], "storm");
}

/* The name that the claim gives a storm; empty where it tells of none or gives it no name. */
static Str name_told(const Extraction *x, const Claim *claim)
{
    bool tells = tells_storm(claim) && claim->evidence.end < x->document->text.len;
    return tells ? name_behind(x, claim->evidence.end) : STR("");
}

HashList storm_names(const Extraction *extraction, const Incident *main, Arena *arena)
{
    uint64_t *items = ARENA_ARRAY(arena, uint64_t, main->claim_count + 1);
    HashList list = {items, 0};
    for (size_t i = 0; i < main->claim_count; i++) {
        Str name = name_told(extraction, &extraction->claims[main->claims[i]]);
        if (name.len > 0 && !hash_list_has(list, hash_of(name)))
            items[list.count++] = hash_of(name);
    }
    return list;
}

/* ---- what a storm is called ---- */

/* A label, "Typhoon Odell", whose name stands at its end: how many reports give it first, and how often it is told. */
typedef struct {
    Str text; /* in a report */
    Str name;
    size_t reports;
    size_t times;
} Label;

enum { MOST_LABELS = 32 };

typedef struct {
    Label items[MOST_LABELS];
    size_t count;
    size_t named; /* reports that name any storm */
} Labels;

static void add_label(Labels *labels, Str text, Str name, bool first)
{
    size_t at = 0;
    while (at < labels->count && !str_equal(labels->items[at].text, text))
        at++;
    if (at == MOST_LABELS)
        return;
    if (at == labels->count)
        labels->items[labels->count++] = (Label){text, name, 0, 0};
    labels->items[at].reports += first;
    labels->items[at].times++;
}

static void note_labels(Labels *labels, const StormReport *report)
{
    Str text = report->extraction->document->text;
    bool first = true;
    for (size_t i = 0; i < report->incident->claim_count; i++) {
        const Claim *claim = &report->extraction->claims[report->incident->claims[i]];
        Str name = name_told(report->extraction, claim);
        if (name.len == 0)
            continue;
        add_label(labels, str_slice(text, claim->evidence.start, claim->evidence.end + 1 + name.len), name, first);
        labels->named += first;
        first = false;
    }
}

/* The label of the name that most reports give, of its labels the one told most; *reports and *times are the name's. */
static const Label *most_told(const Labels *labels, size_t *reports, size_t *times)
{
    const Label *best = NULL;
    *reports = *times = 0;
    for (size_t i = 0; i < labels->count; i++) {
        const Label *x = &labels->items[i];
        size_t all = 0;
        size_t told = 0;
        for (size_t k = 0; k < labels->count; k++) {
            bool same = str_equal(labels->items[k].name, x->name);
            all += same ? labels->items[k].reports : 0;
            told += same ? labels->items[k].times : 0;
        }
        if (best && (all < *reports || (all == *reports && x->times <= best->times)))
            continue;
        best = x;
        *reports = all;
        *times = told;
    }
    return best;
}

Str storm_called(const StormReport *reports, size_t count, Arena *arena)
{
    enum { TWICE = 2 };
    Labels labels = {.count = 0};
    for (size_t i = 0; i < count; i++)
        note_labels(&labels, &reports[i]);
    size_t named = 0;
    size_t times = 0;
    const Label *label = most_told(&labels, &named, &times);
    size_t share = named >= MANY ? 4 : 2;
    if (!label || times < TWICE || named * share < count || named * 3 < labels.named * 2)
        return STR_NONE;
    Buf text = {0};
    buf_char(&text, char_upper(label->text.ptr[0]));
    buf_put(&text, str_drop(label->text, 1));
    Str called = arena_copy(arena, buf_str(&text));
    buf_free(&text);
    return called;
}

/* ---- groups that have one name ---- */

/* A group's reports that give a name, and the days on which they were written. */
typedef struct {
    uint64_t name;
    uint32_t group;
    uint32_t reports;
    Day first;
    Day last;
} Named;

static int by_group(const void *a, const void *b)
{
    const Named *x = a;
    const Named *y = b;
    if (x->group != y->group)
        return x->group < y->group ? -1 : 1;
    return x->name < y->name ? -1 : x->name > y->name;
}

static int by_name(const void *a, const void *b)
{
    const Named *x = a;
    const Named *y = b;
    if (x->name != y->name)
        return x->name < y->name ? -1 : 1;
    if (x->first != y->first)
        return x->first < y->first ? -1 : 1;
    return x->group < y->group ? -1 : x->group > y->group;
}

/* Every name of every dated report; how many. */
static size_t list_names(const EventTraits *events, size_t count, const uint32_t *group, Named *out)
{
    size_t n = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < events[i].storms.count && events[i].written != DAY_NONE; k++)
            out[n++] = (Named){events[i].storms.items[k], group[i], 1, events[i].written, events[i].written};
    return n;
}

/* One row for each name of each group. */
static size_t add_up(Named *rows, size_t count)
{
    size_t n = 0;
    for (size_t i = 0; i < count; i++) {
        Named *last = n > 0 ? &rows[n - 1] : NULL;
        if (!last || last->group != rows[i].group || last->name != rows[i].name) {
            rows[n++] = rows[i];
            continue;
        }
        last->reports += rows[i].reports;
        last->first = rows[i].first < last->first ? rows[i].first : last->first;
        last->last = rows[i].last > last->last ? rows[i].last : last->last;
    }
    return n;
}

/* Reports of each group, and those that name a storm. */
typedef struct {
    uint32_t *all;
    uint32_t *named;
    bool *kept; /* people keep it apart from another group */
} Sizes;

static Sizes sizes_of(const EventTraits *events, size_t count, const uint32_t *group, Arena *arena)
{
    Sizes sizes = {ARENA_ARRAY(arena, uint32_t, count + 1), ARENA_ARRAY(arena, uint32_t, count + 1),
                   ARENA_ARRAY(arena, bool, count + 1)};
    for (size_t i = 0; i < count; i++) {
        sizes.all[group[i]]++;
        sizes.named[group[i]] += events[i].storms.count > 0;
    }
    return sizes;
}

static void mark_kept(Sizes *sizes, const PairRule *rules, size_t count, const uint32_t *group)
{
    for (size_t i = 0; i < count; i++)
        if (rules[i].apart)
            sizes->kept[group[rules[i].a]] = sizes->kept[group[rules[i].b]] = true;
}

/* Is it the name of the storm that the group is about, not of one that it tells of beside? */
static bool is_own(const Named *row, const Sizes *sizes)
{
    uint32_t g = row->group;
    uint32_t share = row->reports >= MANY ? 4 : 2;
    return !sizes->kept[g] && row->reports * 3 >= sizes->named[g] * 2 && row->reports * share >= sizes->all[g];
}

static size_t keep_own(Named *rows, size_t count, const Sizes *sizes)
{
    size_t n = 0;
    for (size_t i = 0; i < count; i++)
        if (is_own(&rows[i], sizes))
            rows[n++] = rows[i];
    return n;
}

static uint32_t root_of(const uint32_t *to, uint32_t g)
{
    while (to[g] != g)
        g = to[g];
    return g;
}

/* Where the run of groups ends that have one name within a month; *known: several reports of one of them give it. */
static size_t end_of_run(const Named *rows, size_t count, size_t start, bool *known)
{
    Day last = rows[start].last;
    size_t end = start;
    *known = false;
    while (end < count && rows[end].name == rows[start].name && rows[end].first - last <= MONTH) {
        last = rows[end].last > last ? rows[end].last : last;
        *known = *known || rows[end].reports >= SEVERAL;
        end++;
    }
    return end;
}

/* Which group each of them goes into. */
static const uint32_t *join_runs(const Named *rows, size_t names, size_t groups, Arena *arena)
{
    uint32_t *to = ARENA_ARRAY(arena, uint32_t, groups + 1);
    for (size_t i = 0; i < groups; i++)
        to[i] = (uint32_t)i;
    for (size_t start = 0, end = 0; start < names; start = end) {
        bool known = false;
        end = end_of_run(rows, names, start, &known);
        for (size_t i = start + 1; known && i < end; i++) {
            uint32_t a = root_of(to, rows[start].group);
            uint32_t b = root_of(to, rows[i].group);
            to[a > b ? a : b] = a < b ? a : b;
        }
    }
    return to;
}

void storm_join(const EventTraits *events, size_t count, const PairRule *rules, size_t rule_count, Arena *arena,
                uint32_t *group)
{
    size_t names = 0;
    for (size_t i = 0; i < count; i++)
        names += events[i].storms.count;
    if (names <= SEVERAL)
        return;
    Named *rows = ARENA_ARRAY(arena, Named, names);
    names = list_names(events, count, group, rows);
    qsort(rows, names, sizeof *rows, by_group);
    Sizes sizes = sizes_of(events, count, group, arena);
    mark_kept(&sizes, rules, rule_count, group);
    names = keep_own(rows, add_up(rows, names), &sizes);
    qsort(rows, names, sizeof *rows, by_name);
    const uint32_t *to = join_runs(rows, names, count, arena);
    for (size_t i = 0; i < count; i++)
        group[i] = root_of(to, group[i]);
}
