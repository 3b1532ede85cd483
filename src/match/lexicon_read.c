#include <assert.h>

#include "match/lexicon_table.h"
#include "match/token.h"

enum { MAX_COLUMNS = 32 };

typedef enum {
    COLUMN_PHRASE,
    COLUMN_CLASS,
    COLUMN_VALUE,
    COLUMN_SOURCE,
    COLUMN_FROM,
    COLUMN_UNTIL,
    COLUMN_ATTR
} Column;

/* A column, and what stood in it last, as most lines have there what their neighbours have. */
typedef struct {
    Column kind;
    uint16_t attr;
    Str last;
    uint32_t last_value;
} ColumnType;

/* The class of the line before, as most lines have that of their neighbours. */
typedef struct {
    Str name;
    size_t cutting; /* of the tokeniser's own classes: CUTTING's index */
    uint16_t cls;
} LastClass;

typedef struct {
    Lexicon *lexicon;
    const char *name;
    LastClass last;
    uint32_t line;
    ColumnType columns[MAX_COLUMNS];
    size_t column_count;
    Error *err;
} Reader;

static bool fail(const Reader *r, const char *what, Str text)
{
    return error_set(r->err, ERROR_DATA, "%s:%u: %s%s%.*s", r->name, r->line, what, text.len ? ": " : "", (int)text.len,
                     text.len ? text.ptr : "");
}

static bool read_header(Reader *r, Str line)
{
    static const char *const NAMES[] = {"phrase", "class", "value", "source", "from", "until"};
    unsigned seen = 0;
    Str cell = STR_NONE;
    while (str_cut(&line, '\t', &cell)) {
        cell = str_trim(cell);
        if (r->column_count == MAX_COLUMNS || cell.len == 0)
            return fail(r, "a column without a name, or too many", cell);
        ColumnType *column = &r->columns[r->column_count++];
        column->kind = COLUMN_PHRASE;
        while (column->kind < COLUMN_ATTR && !str_equal(cell, str_from(NAMES[column->kind])))
            column->kind++;
        if (column->kind == COLUMN_ATTR)
            column->attr = lexicon_attr_add(r->lexicon, cell);
        seen |= 1U << column->kind;
    }
    if (!(seen & 1U << COLUMN_PHRASE) || !(seen & 1U << COLUMN_CLASS))
        return fail(r, "the first line must name the columns, phrase and class among them", STR_NONE);
    return true;
}

/* "Lt.", from which the tokeniser knows that the dot after "Lt" is part of the word. */
static bool read_abbreviation(const Reader *r, const Entry *entry, Str folded)
{
    Vocabulary *vocabulary = r->lexicon->vocabulary;
    if (folded.len < 2 || !str_ends(folded, STR(".")))
        return fail(r, "an abbreviation must end in a dot", entry->phrase);
    uint32_t dotted = vocabulary_add(vocabulary, folded);
    uint32_t bare = vocabulary_add(vocabulary, str_slice(folded, 0, folded.len - 1));
    Str value = lexicon_value_name(r->lexicon, entry->value);
    Word *word = &vocabulary->words[dotted];
    bool again = vocabulary->words[bare].dotted == dotted;
    bool capital = folded.ptr[0] != entry->phrase.ptr[0];
    vocabulary->words[bare].dotted = dotted;
    if (!capital)
        word->flags &= (uint8_t)~WORD_CAPITAL_ONLY;
    else if (!again)
        word->flags |= WORD_CAPITAL_ONLY;
    if (str_equal(value, STR("title")))
        word->flags |= WORD_TITLE;
    else if (str_equal(value, STR("number")))
        word->flags |= WORD_BEFORE_NUMBER;
    else if (value.len > 0)
        return fail(r, "an abbreviation's value is title, number or nothing", value);
    return true;
}

/* The tokeniser's own classes. */
static const struct {
    const char *name;
    uint8_t flag;
} CUTTING[] = {{"ABBREV", 0}, {"CLITIC", WORD_CLITIC}, {"SUFFIX", WORD_SUFFIX}, {"STARTER", WORD_STARTER}};

enum { CUTTING_COUNT = sizeof CUTTING / sizeof *CUTTING };

static uint16_t read_class(Reader *r, Str cell)
{
    if (cell.len == 0)
        return 0;
    if (str_present(r->last.name) && str_equal(cell, r->last.name))
        return r->last.cls;
    r->last = (LastClass){.name = cell, .cls = lexicon_class_add(r->lexicon, cell)};
    while (r->last.cutting < CUTTING_COUNT && !str_equal(cell, str_from(CUTTING[r->last.cutting].name)))
        r->last.cutting++;
    return r->last.cls;
}

/* Words of the tokeniser's own classes. Sets *taken when the entry is one of them. */
static bool read_cutting(const Reader *r, const Entry *entry, bool *taken)
{
    *taken = r->last.cutting < CUTTING_COUNT;
    if (!*taken)
        return true;
    Str folded = token_fold(r->lexicon->arena, entry->phrase);
    if (folded.len > WORD_BYTES)
        return fail(r, "a word that is too long", entry->phrase);
    if (r->last.cutting == 0)
        return read_abbreviation(r, entry, folded);
    Vocabulary *vocabulary = r->lexicon->vocabulary;
    uint32_t word = vocabulary_add(vocabulary, folded);
    vocabulary->words[word].flags |= CUTTING[r->last.cutting].flag;
    return true;
}

static bool read_day(const Reader *r, Str cell, Day *out)
{
    *out = cell.len > 0 ? day_parse(cell) : DAY_NONE;
    return cell.len == 0 || *out != DAY_NONE || fail(r, "not a day like 2026-01-31", cell);
}

/* The number of a value, which is no empty one. */
static uint32_t read_value(const Reader *r, ColumnType *column, Str cell)
{
    if (!str_equal(cell, column->last)) {
        column->last = cell;
        column->last_value = lexicon_value_add(r->lexicon, cell);
    }
    return column->last_value;
}

static bool read_cell(Reader *r, ColumnType *column, Str cell, Entry *entry)
{
    Lexicon *lexicon = r->lexicon;
    switch (column->kind) {
    case COLUMN_PHRASE: entry->phrase = cell; return true;
    case COLUMN_CLASS: entry->cls = read_class(r, cell); return true;
    case COLUMN_VALUE: entry->value = cell.len ? read_value(r, column, cell) : 0; return true;
    case COLUMN_SOURCE: entry->source = cell; return true;
    case COLUMN_FROM: return read_day(r, cell, &entry->from);
    case COLUMN_UNTIL: return read_day(r, cell, &entry->until);
    case COLUMN_ATTR: break;
    }
    if (cell.len == 0)
        return true;
    lexicon->attrs =
        arena_grow(lexicon->arena, lexicon->attrs, lexicon->attr_count, &lexicon->attr_cap, sizeof *lexicon->attrs);
    lexicon->attrs[lexicon->attr_count++] =
        (Attr){.name = column->attr, .kind = ATTR_VALUE, .value = read_value(r, column, cell), .mention = MENTION_NONE};
    entry->attr_count++;
    return true;
}

static bool read_entry(Reader *r, Str line)
{
    Lexicon *lexicon = r->lexicon;
    Entry entry = {.line = r->line,
                   .file = (uint16_t)(lexicon->file_count - 1),
                   .from = DAY_NONE,
                   .until = DAY_NONE,
                   .attrs = (uint32_t)lexicon->attr_count};
    Str cell = STR_NONE;
    for (size_t i = 0; str_cut(&line, '\t', &cell); i++) {
        if (i == r->column_count)
            return fail(r, "more columns than the first line names", cell);
        if (!read_cell(r, &r->columns[i], str_trim(cell), &entry))
            return false;
    }
    if (entry.phrase.len == 0 || entry.cls == 0)
        return fail(r, "phrase and class must not be empty", entry.phrase);
    bool taken = false;
    if (!read_cutting(r, &entry, &taken))
        return false;
    if (taken)
        return true;
    uint32_t number = (uint32_t)lexicon->entry_count + 1;
    lexicon->entries =
        arena_grow(lexicon->arena, lexicon->entries, number, &lexicon->entry_cap, sizeof *lexicon->entries);
    lexicon->entries[number] = entry;
    lexicon->entry_count = number;
    return true;
}

bool lexicon_add(Lexicon *lexicon, const char *name, Str tsv, Error *err)
{
    assert(!lexicon->finished);
    Reader r = {.lexicon = lexicon, .name = name, .err = err};
    lexicon->files =
        arena_grow(lexicon->arena, lexicon->files, lexicon->file_count, &lexicon->file_cap, sizeof *lexicon->files);
    lexicon->hides_all = arena_grow(lexicon->arena, lexicon->hides_all, lexicon->file_count, &lexicon->hides_cap,
                                    sizeof *lexicon->hides_all);
    lexicon->hides_all[lexicon->file_count] = str_find(tsv, STR("# hides all\n"), 0) != SIZE_MAX;
    lexicon->files[lexicon->file_count++] = arena_copy(lexicon->arena, str_from(name));
    Str line = STR_NONE;
    while (str_cut(&tsv, '\n', &line)) {
        r.line++;
        if (str_trim(line).len == 0 || line.ptr[0] == '#')
            continue;
        if (!(r.column_count == 0 ? read_header(&r, line) : read_entry(&r, line)))
            return false;
    }
    return true;
}
