/*
 * flag — what a reader of the report must be warned of. Most are phrases and rules of the language
 * (classes FLAG_…); sections with nothing in them and letters stuck behind the last full stop are
 * seen in the text's shape. The calendar is tested in when.c.
 */
#include "extract/analysis/analysis.h"

#include <stdlib.h>

/* The classes that lexicon and rules/flag.rules give flagged passages. */
static const struct {
    const char *cls;
    FlagKind kind;
    bool in_quotation; /* flagged even where somebody else's words are quoted */
    const char *note;
} MARKS[] = {
    {"FLAG_MACHINE", FLAG_MACHINE_WRITTEN, true, "Wording that text generators leave behind."},
    {"FLAG_MISSING", FLAG_MISSING_CONTENT, true, "The text promises something that is not there."},
    {"FLAG_LOADED", FLAG_LOADED_TERM, false, "A loaded word in the narrator's own voice."},
    {"FLAG_OPERATIONAL", FLAG_OPERATIONAL, true, "Positions or movements of forces: withhold the detail."},
    {"FLAG_SUPERLATIVE", FLAG_SUPERLATIVE, true, "A superlative to be checked against a baseline."},
};

static void add(Analysis *a, FlagKind kind, Span span, const char *note)
{
    for (size_t i = 0; i < a->flag_count; i++) {
        if (a->flags[i].kind == kind && span_overlaps(a->flags[i].span, span))
            return;
    }
    a->flags = arena_grow(a->arena, a->flags, a->flag_count, &a->flag_cap, sizeof *a->flags);
    a->flags[a->flag_count++] = (Flag){kind, span, str_from(note)};
}

static bool in_body(const Analysis *a, const Mention *m)
{
    const Sentence *sentence = &a->tokens.sentences[a->tokens.tokens[m->first].sentence];
    return sentence->block >= a->block_count || a->blocks[sentence->block].kind != BLOCK_BOILERPLATE;
}

static void find_marked(Analysis *a)
{
    const MentionList *list = &a->mentions;
    for (size_t k = 0; k < sizeof MARKS / sizeof *MARKS; k++) {
        uint16_t cls = analysis_class(a, MARKS[k].cls);
        for (uint32_t i = mention_first(list, cls); i != MENTION_NONE; i = mention_after(list, i)) {
            const Mention *m = &list->items[i];
            if (!in_body(a, m))
                continue;
            if (!MARKS[k].in_quotation && (a->tokens.tokens[m->first].flags & TOKEN_QUOTED))
                continue;
            add(a, MARKS[k].kind, mention_span(&a->tokens, m), MARKS[k].note);
        }
    }
}

/* A text generator's closing lines were set aside as boilerplate by structure.c; the reader is told. */
static void find_machine_lines(Analysis *a)
{
    uint16_t cls = analysis_class(a, "MACHINE_LINE");
    for (uint32_t i = mention_first(&a->mentions, cls); i != MENTION_NONE; i = mention_after(&a->mentions, i)) {
        const Mention *m = &a->mentions.items[i];
        if (in_body(a, m))
            continue;
        uint32_t block = a->tokens.sentences[a->tokens.tokens[m->first].sentence].block;
        add(a, FLAG_MACHINE_WRITTEN, a->blocks[block].span, "A text generator's closing line.");
    }
}

/* ---- the text's shape ------------------------------------------------------------------------ */

static size_t line_breaks(Str text, uint32_t start, uint32_t end)
{
    size_t count = 0;
    for (uint32_t i = start; i < end; i++)
        count += text.ptr[i] == '\n';
    return count;
}

/* Blocks of the body: the headline behind it has no section. */
static size_t body_block_count(const Analysis *a)
{
    return a->block_count - !span_is_empty(a->document->headline);
}

/* Block i is a heading; the next block stands on the same or a higher level, or there is none. */
static bool is_empty_section(const Analysis *a, size_t i)
{
    if (i + 1 == body_block_count(a) || a->blocks[i + 1].kind == BLOCK_BOILERPLATE)
        return true;
    const Block *heading = &a->blocks[i];
    const Block *next = &a->blocks[i + 1];
    if (next->kind != BLOCK_HEADING)
        return false;
    if (heading->level > 0 && next->level > 0)
        return next->level <= heading->level;
    /* Plain text knows no levels: only a gap of two blank lines tells an empty section from a subheading. */
    return line_breaks(a->document->text, heading->span.end, next->span.start) >= 3;
}

static void find_empty_sections(Analysis *a)
{
    bool prose = false; /* headings before the first paragraph are title and deck */
    for (size_t i = 0; i < body_block_count(a); i++) {
        if (a->blocks[i].kind == BLOCK_PARAGRAPH || a->blocks[i].kind == BLOCK_LIST_ITEM)
            prose = true;
        if (prose && a->blocks[i].kind == BLOCK_HEADING && is_empty_section(a, i))
            add(a, FLAG_EMPTY_SECTION, a->blocks[i].span, "A heading with nothing under it.");
    }
}

/* The block behind a section: the next heading's, or the end. */
static size_t section_end(const Analysis *a, size_t heading)
{
    size_t i = heading + 1;
    while (i < a->block_count && a->blocks[i].kind != BLOCK_HEADING && a->blocks[i].kind != BLOCK_BOILERPLATE)
        i++;
    return i;
}

/* Whether a topic of that value stands in blocks [first, last). */
static bool has_topic(const Analysis *a, uint16_t topic, uint32_t value, size_t first, size_t last)
{
    for (uint32_t i = mention_first(&a->mentions, topic); i != MENTION_NONE; i = mention_after(&a->mentions, i)) {
        const Mention *m = &a->mentions.items[i];
        uint32_t block = a->tokens.sentences[analysis_sentence(a, m->first)].block;
        if (m->value == value && block >= first && block < last)
            return true;
    }
    return false;
}

/* A heading that names a topic of which its section says nothing: "Human Cost and Displacement". */
static void find_broken_promises(Analysis *a)
{
    uint16_t topic = analysis_class(a, "TOPIC");
    for (uint32_t i = mention_first(&a->mentions, topic); i != MENTION_NONE; i = mention_after(&a->mentions, i)) {
        const Mention *m = &a->mentions.items[i];
        size_t block = a->tokens.sentences[analysis_sentence(a, m->first)].block;
        if (block >= body_block_count(a) || a->blocks[block].kind != BLOCK_HEADING || block == 0)
            continue;
        size_t last = section_end(a, block);
        if (last > block + 1 && !has_topic(a, topic, m->value, block + 1, last))
            add(a, FLAG_MISSING_CONTENT, mention_span(&a->tokens, m),
                "The heading names what its section does not tell.");
    }
}

static bool is_alnum(char c)
{
    return char_is_letter(c) || char_is_digit(c);
}

/* "… across the province.X": one or two characters behind the full stop that ends a block. */
static void find_stray_text(Analysis *a)
{
    Str text = a->document->text;
    for (size_t i = 0; i < body_block_count(a); i++) {
        Span block = a->blocks[i].span;
        uint32_t at = block.end;
        while (at > block.start && block.end - at < 3 && is_alnum(text.ptr[at - 1]))
            at--;
        uint32_t stray = block.end - at;
        if (a->blocks[i].kind == BLOCK_BOILERPLATE || stray == 0 || stray > 2 || at < block.start + 20)
            continue;
        char stop = text.ptr[at - 1];
        uint32_t word = at - 1;
        while (word > block.start && text.ptr[word - 1] >= 'a' && text.ptr[word - 1] <= 'z')
            word--;
        /* A whole lower-case word before the stop: no abbreviation, domain or figure. */
        if ((stop == '.' || stop == '!' || stop == '?') && at - 1 - word >= 4 && text.ptr[word - 1] == ' ')
            add(a, FLAG_STRAY_TEXT, (Span){word, block.end}, "Characters left behind the last full stop.");
    }
}

/* A report of more figures than one tells: those behind were not read, and a reader is told so. */
static void find_untold(Analysis *a)
{
    if (a->untold > 0)
        add(a, FLAG_TRUNCATED, (Span){a->untold, (uint32_t)document_body(a->document).len},
            "Too much for one report: from here on not all figures, attacks and statements were read. Give its parts one by "
            "one.");
}

static int by_place(const void *left, const void *right)
{
    const Flag *a = left;
    const Flag *b = right;
    if (a->span.start != b->span.start)
        return a->span.start < b->span.start ? -1 : 1;
    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    return (a->span.end > b->span.end) - (a->span.end < b->span.end);
}

void flag_find(Analysis *a)
{
    rules_run(a->language->rules, "flag", &a->tokens, a->scratch, &a->mentions);
    for (size_t i = 0; i < a->document->flag_count; i++) {
        a->flags = arena_grow(a->arena, a->flags, a->flag_count, &a->flag_cap, sizeof *a->flags);
        a->flags[a->flag_count++] = a->document->flags[i];
    }
    find_marked(a);
    find_machine_lines(a);
    find_empty_sections(a);
    find_broken_promises(a);
    find_stray_text(a);
    find_untold(a);
    if (a->flag_count > 1)
        qsort(a->flags, a->flag_count, sizeof *a->flags, by_place);
}
