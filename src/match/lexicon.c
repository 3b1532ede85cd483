#include "match/lexicon.h"

#include <assert.h>

#include "base/buf.h"
#include "base/map.h"
#include "match/mention.h"
#include "match/token.h"

enum { MAX_COLUMNS = 32, MAX_PHRASE_TOKENS = 32, FIRST_EDGES = 1024 };

typedef struct {
    Str phrase;
    Str source; /* "data/en/lexicon/harm.tsv:12 (GTD 22)" */
    uint16_t cls;
    uint16_t file; /* index into files */
    uint32_t line;
    uint32_t value;
    uint32_t attrs; /* index of the first attribute */
    uint16_t attr_count;
    Day from;
    Day until;
    uint32_t capitals; /* bit i: token i must begin with a capital */
    uint32_t uppers;   /* bit i: token i must be all upper case */
    bool gated;        /* asks for capitals or a time */
    uint32_t next;     /* next entry of the same phrase, 0 ends */
} Entry;

/* From a node of the trie by a word to the next. */
typedef struct {
    uint32_t node;
    uint32_t word;
    uint32_t to; /* 0 = free */
} Edge;

struct Lexicon {
    Arena *arena;
    Vocabulary *vocabulary;
    Map *classes;
    Map *values;
    Map *attr_names;
    Str *files;
    size_t file_count;
    size_t file_cap;
    Entry *entries; /* entries[0] is none */
    size_t entry_count;
    size_t entry_cap;
    Attr *attrs;
    size_t attr_count;
    size_t attr_cap;

    /* The trie, made by lexicon_finish. */
    uint32_t *roots; /* by word: the node after it, 0 = no phrase begins with it */
    size_t root_count;
    Edge *edges;
    size_t edge_slots; /* a power of two, at most half full */
    size_t edge_count;
    uint32_t *node_entries; /* by node: its first entry, 0 = a phrase only goes on */
    uint8_t *node_ends;     /* by node: no phrase goes on */
    size_t node_count;
    size_t node_cap;
    bool finished;
};

Lexicon *lexicon_create(Arena *arena)
{
    Lexicon *lexicon = ARENA_NEW(arena, Lexicon);
    lexicon->arena = arena;
    lexicon->vocabulary = vocabulary_create(arena);
    lexicon->classes = map_create(arena);
    lexicon->values = map_create(arena);
    lexicon->attr_names = map_create(arena);
    lexicon->entries = arena_grow(arena, NULL, 0, &lexicon->entry_cap, sizeof *lexicon->entries);
    return lexicon;
}

/* ---- words, classes, values ---- */

const Vocabulary *lexicon_vocabulary(const Lexicon *lexicon)
{
    return lexicon->vocabulary;
}

uint32_t lexicon_word(const Lexicon *lexicon, Str folded)
{
    char padded[WORD_BYTES + 8] = {0};
    if (folded.len == 0 || folded.len > WORD_BYTES)
        return 0;
    memcpy(padded, folded.ptr, folded.len);
    return vocabulary_find(lexicon->vocabulary, padded, folded.len);
}

uint32_t lexicon_word_add(Lexicon *lexicon, Str folded)
{
    assert(!lexicon->finished);
    return vocabulary_add(lexicon->vocabulary, folded);
}

static uint16_t short_number(uint32_t number)
{
    assert(number <= UINT16_MAX);
    return (uint16_t)number;
}

uint16_t lexicon_class(const Lexicon *lexicon, Str name)
{
    return short_number(map_find(lexicon->classes, name));
}

uint16_t lexicon_class_add(Lexicon *lexicon, Str name)
{
    assert(!lexicon->finished);
    return short_number(map_add(lexicon->classes, name));
}

Str lexicon_class_name(const Lexicon *lexicon, uint16_t cls)
{
    return map_key(lexicon->classes, cls);
}

uint16_t lexicon_class_count(const Lexicon *lexicon)
{
    return short_number(map_count(lexicon->classes));
}

uint32_t lexicon_value(const Lexicon *lexicon, Str name)
{
    return map_find(lexicon->values, name);
}

uint32_t lexicon_value_add(Lexicon *lexicon, Str name)
{
    assert(!lexicon->finished);
    return map_add(lexicon->values, name);
}

Str lexicon_value_name(const Lexicon *lexicon, uint32_t value)
{
    return map_key(lexicon->values, value);
}

uint16_t lexicon_attr(const Lexicon *lexicon, Str name)
{
    return short_number(map_find(lexicon->attr_names, name));
}

uint16_t lexicon_attr_add(Lexicon *lexicon, Str name)
{
    assert(!lexicon->finished);
    return short_number(map_add(lexicon->attr_names, name));
}

Str lexicon_attr_name(const Lexicon *lexicon, uint16_t attr)
{
    return map_key(lexicon->attr_names, attr);
}

/* ---- reading ---- */

typedef enum {
    COLUMN_PHRASE,
    COLUMN_CLASS,
    COLUMN_VALUE,
    COLUMN_SOURCE,
    COLUMN_FROM,
    COLUMN_UNTIL,
    COLUMN_ATTR
} Column;

typedef struct {
    Column kind;
    uint16_t attr;
} ColumnType;

typedef struct {
    Lexicon *lexicon;
    const char *name;
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

/* Words of the tokeniser's own classes. Sets *taken when the entry is one of them. */
static bool read_cutting(const Reader *r, const Entry *entry, bool *taken)
{
    static const struct {
        const char *name;
        uint8_t flag;
    } CLASSES[] = {{"ABBREV", 0}, {"CLITIC", WORD_CLITIC}, {"SUFFIX", WORD_SUFFIX}, {"STARTER", WORD_STARTER}};
    Str cls = lexicon_class_name(r->lexicon, entry->cls);
    size_t i = 0;
    while (i < sizeof CLASSES / sizeof *CLASSES && !str_equal(cls, str_from(CLASSES[i].name)))
        i++;
    *taken = i < sizeof CLASSES / sizeof *CLASSES;
    if (!*taken)
        return true;
    Str folded = token_fold(r->lexicon->arena, entry->phrase);
    if (folded.len > WORD_BYTES)
        return fail(r, "a word that is too long", entry->phrase);
    if (i == 0)
        return read_abbreviation(r, entry, folded);
    Vocabulary *vocabulary = r->lexicon->vocabulary;
    uint32_t word = vocabulary_add(vocabulary, folded);
    vocabulary->words[word].flags |= CLASSES[i].flag;
    return true;
}

static bool read_day(const Reader *r, Str cell, Day *out)
{
    *out = cell.len > 0 ? day_parse(cell) : DAY_NONE;
    return cell.len == 0 || *out != DAY_NONE || fail(r, "not a day like 2026-01-31", cell);
}

static bool read_cell(const Reader *r, ColumnType column, Str cell, Entry *entry)
{
    Lexicon *lexicon = r->lexicon;
    switch (column.kind) {
    case COLUMN_PHRASE: entry->phrase = cell; return true;
    case COLUMN_CLASS: entry->cls = cell.len ? lexicon_class_add(lexicon, cell) : 0; return true;
    case COLUMN_VALUE: entry->value = cell.len ? lexicon_value_add(lexicon, cell) : 0; return true;
    case COLUMN_SOURCE: entry->source = cell; return true;
    case COLUMN_FROM: return read_day(r, cell, &entry->from);
    case COLUMN_UNTIL: return read_day(r, cell, &entry->until);
    case COLUMN_ATTR: break;
    }
    if (cell.len == 0)
        return true;
    lexicon->attrs =
        arena_grow(lexicon->arena, lexicon->attrs, lexicon->attr_count, &lexicon->attr_cap, sizeof *lexicon->attrs);
    lexicon->attrs[lexicon->attr_count++] = (Attr){
        .name = column.attr, .kind = ATTR_VALUE, .value = lexicon_value_add(lexicon, cell), .mention = MENTION_NONE};
    entry->attr_count++;
    return true;
}

/* Where an entry stands and what its source column says. */
static Str source_text(const Reader *r, Str source)
{
    Buf text = {0};
    buf_put(&text, str_from(r->name));
    buf_char(&text, ':');
    buf_int(&text, r->line);
    if (source.len > 0) {
        buf_put(&text, STR(" ("));
        buf_put(&text, source);
        buf_char(&text, ')');
    }
    Str kept = arena_copy(r->lexicon->arena, buf_str(&text));
    buf_free(&text);
    return kept;
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
        if (!read_cell(r, r->columns[i], str_trim(cell), &entry))
            return false;
    }
    if (entry.phrase.len == 0 || entry.cls == 0)
        return fail(r, "phrase and class must not be empty", entry.phrase);
    bool taken = false;
    if (!read_cutting(r, &entry, &taken))
        return false;
    if (taken)
        return true;
    entry.source = source_text(r, entry.source);
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
    lexicon->files[lexicon->file_count++] = arena_copy(lexicon->arena, str_from(name));
    tsv = arena_copy(lexicon->arena, tsv);
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

/* ---- compiling ---- */

static size_t edge_slot(const Lexicon *lexicon, uint32_t node, uint32_t word)
{
    uint64_t hash = (((uint64_t)node << 32) | word) * 0x9E3779B97F4A7C15U;
    size_t slot = (hash >> 32) & (lexicon->edge_slots - 1);
    while (lexicon->edges[slot].to != 0 && (lexicon->edges[slot].node != node || lexicon->edges[slot].word != word))
        slot = (slot + 1) & (lexicon->edge_slots - 1);
    return slot;
}

static void widen_edges(Lexicon *lexicon)
{
    Edge *old = lexicon->edges;
    size_t old_slots = lexicon->edge_slots;
    lexicon->edge_slots = old_slots ? old_slots * 2 : FIRST_EDGES;
    lexicon->edges = ARENA_ARRAY(lexicon->arena, Edge, lexicon->edge_slots);
    for (size_t i = 0; i < old_slots; i++) {
        if (old[i].to != 0)
            lexicon->edges[edge_slot(lexicon, old[i].node, old[i].word)] = old[i];
    }
}

static uint32_t add_node(Lexicon *lexicon)
{
    size_t cap = lexicon->node_cap;
    lexicon->node_entries =
        arena_grow(lexicon->arena, lexicon->node_entries, lexicon->node_count, &cap, sizeof *lexicon->node_entries);
    lexicon->node_ends = arena_grow(lexicon->arena, lexicon->node_ends, lexicon->node_count, &lexicon->node_cap,
                                    sizeof *lexicon->node_ends);
    lexicon->node_ends[lexicon->node_count] = 1;
    return (uint32_t)lexicon->node_count++;
}

static uint32_t node_after(Lexicon *lexicon, uint32_t node, uint32_t word)
{
    if (node == 0) {
        if (lexicon->roots[word] == 0)
            lexicon->roots[word] = add_node(lexicon);
        return lexicon->roots[word];
    }
    if ((lexicon->edge_count + 1) * 2 > lexicon->edge_slots)
        widen_edges(lexicon);
    size_t slot = edge_slot(lexicon, node, word);
    if (lexicon->edges[slot].to == 0) {
        lexicon->node_ends[node] = 0;
        lexicon->edges[slot] = (Edge){node, word, add_node(lexicon)};
        lexicon->edge_count++;
    }
    return lexicon->edges[slot].to;
}

static bool fail_entry(const Lexicon *lexicon, const Entry *entry, Error *err, const char *what)
{
    Str file = lexicon->files[entry->file];
    return error_set(err, ERROR_DATA, "%.*s:%u: %s: %.*s", (int)file.len, file.ptr, entry->line, what,
                     (int)entry->phrase.len, entry->phrase.ptr);
}

static bool times_meet(const Entry *a, const Entry *b)
{
    bool a_first = a->until != DAY_NONE && b->from != DAY_NONE && a->until < b->from;
    bool b_first = b->until != DAY_NONE && a->from != DAY_NONE && b->until < a->from;
    return !a_first && !b_first;
}

static bool same_entry(const Entry *a, const Entry *b)
{
    return a->cls == b->cls && a->capitals == b->capitals && a->uppers == b->uppers && times_meet(a, b) &&
           (a->from == b->from || a->value == b->value);
}

/* Hangs the entry at the end of its node's chain. */
static bool chain_entry(Lexicon *lexicon, uint32_t node, uint32_t number, Error *err)
{
    uint32_t *link = &lexicon->node_entries[node];
    while (*link != 0) {
        Entry *other = &lexicon->entries[*link];
        if (same_entry(other, &lexicon->entries[number])) {
            Str file = lexicon->files[other->file];
            Entry *entry = &lexicon->entries[number];
            Str own = lexicon->files[entry->file];
            return error_set(err, ERROR_DATA, "%.*s:%u: duplicate of %.*s:%u: %.*s", (int)own.len, own.ptr, entry->line,
                             (int)file.len, file.ptr, other->line, (int)entry->phrase.len, entry->phrase.ptr);
        }
        link = &other->next;
    }
    *link = number;
    return true;
}

static bool compile_entry(Lexicon *lexicon, uint32_t number, Arena *scratch, Error *err)
{
    Entry *entry = &lexicon->entries[number];
    TokenList tokens = token_split(scratch, lexicon, entry->phrase, NULL, 0);
    if (tokens.count == 0 || tokens.count > MAX_PHRASE_TOKENS)
        return fail_entry(lexicon, entry, err, "a phrase of no words, or of too many");
    for (size_t i = 0; i < tokens.count; i++) {
        Span span = tokens.tokens[i].span;
        if (span.end - span.start > WORD_BYTES)
            return fail_entry(lexicon, entry, err, "a word that is too long");
        if (tokens.tokens[i].flags & TOKEN_UPPER)
            entry->uppers |= 1U << i;
        else if (tokens.tokens[i].flags & TOKEN_CAPITAL)
            entry->capitals |= 1U << i;
    }
    entry->gated = (entry->capitals | entry->uppers) != 0 || entry->from != DAY_NONE || entry->until != DAY_NONE;
    uint32_t node = 0;
    for (size_t i = 0; i < tokens.count; i++)
        node = node_after(lexicon, node, tokens.tokens[i].word);
    return chain_entry(lexicon, node, number, err);
}

/* Every word of a phrase gets its number before any phrase is compiled. */
static void add_words(Lexicon *lexicon, Str phrase, Arena *scratch)
{
    TokenList tokens = token_split(scratch, lexicon, phrase, NULL, 0);
    for (size_t i = 0; i < tokens.count; i++) {
        if (tokens.tokens[i].word == 0)
            (void)vocabulary_add(lexicon->vocabulary, token_fold(scratch, span_text(phrase, tokens.tokens[i].span)));
    }
}

bool lexicon_finish(Lexicon *lexicon, Error *err)
{
    assert(!lexicon->finished);
    Arena *scratch = arena_create();
    ArenaMark mark = arena_mark(scratch);
    for (uint32_t i = 1; i <= lexicon->entry_count; i++) {
        add_words(lexicon, lexicon->entries[i].phrase, scratch);
        arena_rewind(scratch, mark);
    }
    lexicon->root_count = lexicon->vocabulary->count + 1;
    lexicon->roots = ARENA_ARRAY(lexicon->arena, uint32_t, lexicon->root_count);
    widen_edges(lexicon);
    (void)add_node(lexicon); /* node 0 is the root */
    bool ok = true;
    for (uint32_t i = 1; i <= lexicon->entry_count && ok; i++) {
        ok = compile_entry(lexicon, i, scratch, err);
        arena_rewind(scratch, mark);
    }
    arena_destroy(scratch);
    lexicon->finished = ok;
    return ok;
}

/* ---- finding ---- */

typedef struct {
    const Lexicon *lexicon;
    const TokenList *tokens;
    Day today;
    Arena *arena;
    MentionList *out;
} Finder;

/* Has the text the capitals that the entry asks for, and is it of its time? */
static bool entry_fits(const Finder *f, const Entry *entry, uint32_t first)
{
    if (!entry->gated)
        return true;
    if (f->today != DAY_NONE &&
        ((entry->from != DAY_NONE && f->today < entry->from) || (entry->until != DAY_NONE && f->today > entry->until)))
        return false;
    const Token *token = &f->tokens->tokens[first];
    for (uint32_t bits = entry->capitals | entry->uppers, i = 0; bits >> i != 0; i++) {
        uint16_t flags = token[i].flags;
        if (flags & TOKEN_SHOUTED)
            continue;
        if ((entry->uppers >> i & 1U) && !(flags & TOKEN_UPPER))
            return false;
        if ((entry->capitals >> i & 1U) && !(flags & TOKEN_CAPITAL))
            return false;
    }
    return true;
}

static bool any_fits(const Finder *f, uint32_t entry, uint32_t first)
{
    while (entry != 0 && !entry_fits(f, &f->lexicon->entries[entry], first))
        entry = f->lexicon->entries[entry].next;
    return entry != 0;
}

static void add_mention(const Finder *f, uint32_t number, uint32_t first, uint32_t last)
{
    const Entry *entry = &f->lexicon->entries[number];
    uint32_t attrs = mention_attrs(f->arena, f->out, f->lexicon->attrs + entry->attrs, entry->attr_count);
    (void)mention_add(f->arena, f->out,
                      (Mention){.first = first,
                                .last = last,
                                .cls = entry->cls,
                                .value = entry->value,
                                .attrs = attrs,
                                .attr_count = entry->attr_count,
                                .data = MENTION_NONE,
                                .entry = number});
}

static void add_mentions(const Finder *f, uint32_t number, uint32_t first, uint32_t last)
{
    for (; number != 0; number = f->lexicon->entries[number].next) {
        if (entry_fits(f, &f->lexicon->entries[number], first))
            add_mention(f, number, first, last);
    }
}

/* The first entry of the longest phrase that begins at a token, and its end. */
static uint32_t longest_at(const Finder *f, uint32_t first, uint32_t limit, uint32_t *last)
{
    const Lexicon *lexicon = f->lexicon;
    uint32_t node = lexicon->roots[f->tokens->tokens[first].word];
    uint32_t best = 0;
    for (uint32_t at = first + 1; node != 0; at++) {
        if (lexicon->node_entries[node] != 0 && any_fits(f, lexicon->node_entries[node], first)) {
            best = lexicon->node_entries[node];
            *last = at;
        }
        if (at >= limit || lexicon->node_ends[node] || f->tokens->tokens[at].word == 0)
            break;
        node = lexicon->edges[edge_slot(lexicon, node, f->tokens->tokens[at].word)].to;
    }
    return best;
}

void lexicon_find(const Lexicon *lexicon, const TokenList *tokens, Day today, Arena *arena, MentionList *out)
{
    assert(lexicon->finished);
    Finder f = {lexicon, tokens, today, arena, out};
    uint32_t covered = 0; /* end of the phrases that begin further left */
    for (uint32_t i = 0; i < tokens->count; i++) {
        const Token *token = &tokens->tokens[i];
        if (token->word == 0 || lexicon->roots[token->word] == 0)
            continue;
        uint32_t last = 0;
        uint32_t entry = longest_at(&f, i, tokens->sentences[token->sentence].last, &last);
        if (entry == 0 || last <= covered)
            continue;
        add_mentions(&f, entry, i, last);
        covered = last;
    }
}

void lexicon_find_words(const Lexicon *lexicon, const TokenList *tokens, Day today, uint16_t cls, Arena *arena,
                        MentionList *out)
{
    assert(lexicon->finished);
    Finder f = {lexicon, tokens, today, arena, out};
    for (uint32_t i = 0; i < tokens->count; i++) {
        uint32_t word = tokens->tokens[i].word;
        uint32_t node = word == 0 ? 0 : lexicon->roots[word];
        for (uint32_t n = node == 0 ? 0 : lexicon->node_entries[node]; n != 0; n = lexicon->entries[n].next) {
            if (lexicon->entries[n].cls == cls && entry_fits(&f, &lexicon->entries[n], i))
                add_mention(&f, n, i, i + 1);
        }
    }
}

Str lexicon_source(const Lexicon *lexicon, const Mention *mention)
{
    if (mention->entry == 0)
        return STR("");
    return lexicon->entries[mention->entry].source;
}
