#include "read/markup.h"

#include "base/embedded.h"
#include "base/map.h"

enum { LONGEST_NAME = 96, LONGEST_LINE = 100, LONGEST_BYLINE = 60, LONGEST_CREDIT = 500, LONGEST_END_REST = 20 };

typedef struct Name Name;
struct Name {
    Str phrase; /* "-share-bar-", or "-shar" for a beginning */
    Marks marks;
    Name *next; /* with the same first word */
};

/* How a known line is recognised, by its value in the table. */
typedef enum {
    LINE_BEGINS,   /* a short line that begins so */
    LINE_WHOLE,    /* nothing else on it */
    LINE_LONG,     /* a line of any length that begins so */
    LINE_BYLINE,   /* a short line over the text */
    LINE_END,      /* a short line under it: nothing of the report follows */
    LINE_RENEWED,  /* before the time of a later version */
    LINE_PLATFORM, /* the name of a site whose pages are others' */
    LINE_KINDS
} LineKind;

typedef struct {
    Str text;
    LineKind kind;
} Line;

struct Markup {
    Arena *arena;
    Map *words; /* first words of names */
    Name **by_word;
    size_t word_cap;
    Name *beginnings;
    Line *lines;
    size_t line_count;
    size_t line_cap;
    Str *folders; /* endings of their names */
    size_t folder_count;
    size_t folder_cap;
    Map *months;
    int month_of[256];
    size_t ignored;
};

static Str lower_copy(Arena *arena, Str s)
{
    char *copy = arena_alloc(arena, s.len + 1, 1);
    for (size_t i = 0; i < s.len; i++)
        copy[i] = char_lower(s.ptr[i]);
    return (Str){copy, s.len};
}

static Str dashed(Arena *arena, Str name, bool open_ended)
{
    Buf out = {0};
    buf_char(&out, '-');
    buf_put(&out, name);
    if (!open_ended)
        buf_char(&out, '-');
    Str copy = arena_copy(arena, buf_str(&out));
    buf_free(&out);
    return copy;
}

static void add_name(Markup *markup, Str phrase, Marks marks)
{
    bool open_ended = str_ends(phrase, STR("*"));
    if (open_ended)
        phrase = str_slice(phrase, 0, phrase.len - 1);
    Name *name = ARENA_NEW(markup->arena, Name);
    *name = (Name){dashed(markup->arena, phrase, open_ended), marks, NULL};
    if (open_ended && str_find_char(phrase, '-', 0) == SIZE_MAX) {
        name->next = markup->beginnings;
        markup->beginnings = name;
        return;
    }
    size_t dash = str_find_char(phrase, '-', 0);
    uint32_t word = map_add(markup->words, str_slice(phrase, 0, dash == SIZE_MAX ? phrase.len : dash));
    while (word >= markup->word_cap) {
        size_t wider = markup->word_cap ? markup->word_cap * 2 : 64;
        Name **moved = ARENA_ARRAY(markup->arena, Name *, wider);
        if (markup->word_cap > 0)
            memcpy((void *)moved, (const void *)markup->by_word, markup->word_cap * sizeof(void *));
        markup->by_word = moved;
        markup->word_cap = wider;
    }
    name->next = markup->by_word[word];
    markup->by_word[word] = name;
}

static void add_line(Markup *markup, Str phrase, Str value)
{
    static const char *const KINDS[] = {"begins", "whole", "long", "byline", "end", "renewed", "platform"};
    LineKind kind = LINE_BEGINS;
    for (int i = 0; i < LINE_KINDS; i++)
        kind = str_equal(value, str_from(KINDS[i])) ? (LineKind)i : kind;
    markup->lines =
        arena_grow(markup->arena, markup->lines, markup->line_count, &markup->line_cap, sizeof *markup->lines);
    markup->lines[markup->line_count++] = (Line){lower_copy(markup->arena, phrase), kind};
}

static Marks mark_named(Str cls)
{
    static const struct {
        const char *cls;
        Marks mark;
    } NAMES[] = {
        {"drop", MARK_DROP}, {"body", MARK_BODY}, {"date", MARK_DATE}, {"keep", MARK_KEEP}, {"author", MARK_AUTHOR}};
    for (size_t i = 0; i < sizeof NAMES / sizeof NAMES[0]; i++) {
        if (str_equal(cls, str_from(NAMES[i].cls)))
            return NAMES[i].mark;
    }
    return 0;
}

static void add_month(Markup *markup, Str phrase, Str value)
{
    int64_t month = 0;
    uint32_t number = map_add(markup->months, phrase);
    if (str_number(value, &month) && number < sizeof markup->month_of / sizeof markup->month_of[0])
        markup->month_of[number] = (int)month;
}

static void add_folder(Markup *markup, Str ending)
{
    markup->folders =
        arena_grow(markup->arena, markup->folders, markup->folder_count, &markup->folder_cap, sizeof *markup->folders);
    markup->folders[markup->folder_count++] = ending;
}

static void add_row(Markup *markup, Str row)
{
    Str phrase = STR_NONE;
    Str cls = STR_NONE;
    Str value = STR_NONE;
    if (!str_cut(&row, '\t', &phrase) || !str_cut(&row, '\t', &cls) || !str_cut(&row, '\t', &value)) {
        markup->ignored++;
        return;
    }
    if (mark_named(cls) != 0)
        add_name(markup, phrase, mark_named(cls));
    else if (str_equal(cls, STR("line")))
        add_line(markup, phrase, value);
    else if (str_equal(cls, STR("month")))
        add_month(markup, phrase, value);
    else if (str_equal(cls, STR("folder")))
        add_folder(markup, phrase);
    else
        markup->ignored++;
}

size_t markup_ignored(const Markup *markup)
{
    return markup->ignored;
}

Markup *markup_load(Arena *arena)
{
    Markup *markup = ARENA_NEW(arena, Markup);
    markup->arena = arena;
    markup->words = map_create(arena);
    markup->months = map_create(arena);
    Str table = embedded_find(STR("data/read/markup.tsv"));
    Str row = STR_NONE;
    (void)str_cut(&table, '\n', &row); /* the header */
    while (str_cut(&table, '\n', &row)) {
        if (row.len > 0)
            add_row(markup, row);
    }
    return markup;
}

/* "-word-word-" of one name: cut at signs and where capitals begin a word. */
static Str words_of(Str name, char out[LONGEST_NAME])
{
    size_t n = 0;
    out[n++] = '-';
    for (size_t i = 0; i < name.len && n + 3 < LONGEST_NAME; i++) {
        char c = name.ptr[i];
        bool sign = !char_is_letter(c) && !char_is_digit(c) && !((unsigned char)c & 0x80);
        bool hump = i > 0 && char_is_upper(c) && !char_is_upper(name.ptr[i - 1]);
        if ((sign || hump) && out[n - 1] != '-')
            out[n++] = '-';
        if (!sign)
            out[n++] = char_lower(c);
    }
    if (out[n - 1] != '-')
        out[n++] = '-';
    return (Str){out, n};
}

/* All names that begin at the word at `at` ("-word…"). */
static Marks marks_at(const Markup *markup, Str words, size_t at)
{
    Marks marks = 0;
    Str here = str_drop(words, at);
    size_t end = str_find_char(here, '-', 1);
    uint32_t word = map_find(markup->words, str_slice(here, 1, end));
    for (const Name *name = word ? markup->by_word[word] : NULL; name; name = name->next)
        marks |= str_begins(here, name->phrase) ? name->marks : 0;
    for (const Name *name = markup->beginnings; name; name = name->next)
        marks |= str_begins(here, name->phrase) ? name->marks : 0;
    return marks;
}

static Marks marks_of_name(const Markup *markup, Str name)
{
    char buffer[LONGEST_NAME];
    Str words = words_of(name, buffer);
    Marks marks = 0;
    for (size_t at = 0; at + 1 < words.len; at = str_find_char(words, '-', at + 1))
        marks |= marks_at(markup, words, at);
    return marks;
}

Marks markup_marks(const Markup *markup, Str names)
{
    Marks marks = 0;
    size_t at = 0;
    while (at < names.len) {
        size_t start = at;
        while (at < names.len && !char_is_space(names.ptr[at]))
            at++;
        if (at > start)
            marks |= marks_of_name(markup, str_slice(names, start, at));
        at++;
    }
    return marks;
}

/* line, which begins as known does, is long enough to be it and not too long. */
static bool fits(const Line *known, Str line)
{
    Str rest = str_drop(line, known->text.len);
    bool word_ends = rest.len == 0 || !char_is_letter(rest.ptr[0]);
    switch (known->kind) {
    case LINE_BEGINS: return word_ends && line.len <= LONGEST_LINE;
    case LINE_WHOLE:
    case LINE_PLATFORM: return rest.len == 0;
    case LINE_LONG: return word_ends && line.len <= LONGEST_CREDIT;
    case LINE_END: return word_ends && rest.len <= LONGEST_END_REST;
    case LINE_BYLINE: return word_ends && line.len <= LONGEST_BYLINE;
    case LINE_RENEWED: return word_ends;
    case LINE_KINDS: break;
    }
    return false;
}

static bool is_known(const Markup *markup, Str line, LineKind first, LineKind last)
{
    line = str_trim(line);
    for (size_t i = 0; i < markup->line_count; i++) {
        const Line *known = &markup->lines[i];
        if (known->kind >= first && known->kind <= last && str_begins_caseless(line, known->text) && fits(known, line))
            return true;
    }
    return false;
}

bool markup_is_furniture(const Markup *markup, Str line)
{
    return is_known(markup, line, LINE_BEGINS, LINE_LONG);
}

bool markup_is_byline(const Markup *markup, Str line)
{
    return is_known(markup, line, LINE_BYLINE, LINE_BYLINE);
}

Str markup_after_byline(const Markup *markup, Str line)
{
    for (size_t i = 0; i < markup->line_count; i++) {
        const Line *known = &markup->lines[i];
        if (known->kind != LINE_BYLINE || !str_begins_caseless(line, known->text))
            continue;
        Str rest = str_drop(line, known->text.len);
        if (rest.len == 0 || char_is_space(rest.ptr[0]) || rest.ptr[0] == ':')
            return str_trim(str_drop(rest, rest.len > 0));
    }
    return line;
}

bool markup_is_end(const Markup *markup, Str line)
{
    return is_known(markup, line, LINE_END, LINE_END);
}

bool markup_is_renewed(const Markup *markup, Str line)
{
    return is_known(markup, line, LINE_RENEWED, LINE_RENEWED);
}

bool markup_is_platform(const Markup *markup, Str name)
{
    return str_present(name) && is_known(markup, name, LINE_PLATFORM, LINE_PLATFORM);
}

Str markup_companion_stem(const Markup *markup, Str folder)
{
    for (size_t i = 0; i < markup->folder_count; i++) {
        Str ending = markup->folders[i];
        if (str_ends(folder, ending) && folder.len > ending.len)
            return str_slice(folder, 0, folder.len - ending.len);
    }
    return STR_NONE;
}

int markup_month(const Markup *markup, Str word)
{
    enum { LONGEST = 12 };
    char lower[LONGEST];
    if (word.len == 0 || word.len > LONGEST)
        return 0;
    for (size_t i = 0; i < word.len; i++)
        lower[i] = char_lower(word.ptr[i]);
    return markup->month_of[map_find(markup->months, (Str){lower, word.len})];
}
