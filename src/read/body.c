#include "read/body.h"

#include "read/text.h"

enum { MOST_COLUMNS = 40 };

typedef struct {
    Arena *arena;
    Buf text;
    RunList runs;
    Block *blocks;
    size_t block_count;
    size_t block_cap;
    bool in_block;
    Block block; /* the one being written */
    BlockKind kind;
    uint8_t level;
    unsigned breaks;    /* line breaks asked for since the last text */
    bool space;         /* white space since the last text */
    bool link_lines;    /* blocks that are nothing but links are kept */
    unsigned links;     /* <a> elements that are open */
    bool plain;         /* the block has text outside links */
    size_t text_before; /* the block: bytes of text, and runs, before it and the break to it */
    size_t runs_before;
    uint32_t space_start; /* where that stands in the source */
    uint32_t space_end;
    size_t cells;                /* tabs that are due */
    const Node *row;             /* the row of a table that is written */
    const Node *table;           /* its table */
    size_t column;               /* of the row's next cell */
    size_t tabs;                 /* of the row, due or written */
    uint8_t spans[MOST_COLUMNS]; /* by column: over how many more rows a cell above goes */
} Writer;

/* Takes the block that is being written back. */
static void undo_block(Writer *w)
{
    w->text.len = w->text_before;
    w->runs.count = w->runs_before;
    w->runs.text_end = (uint32_t)w->text_before;
    w->in_block = false;
}

static void end_block(Writer *w)
{
    enum { LINE_BYTES = 160, SOURCE_BYTES = 60 };
    const Block *before = w->block_count > 0 ? &w->blocks[w->block_count - 1] : NULL;
    bool names_source = before && before->kind == BLOCK_QUOTE && w->text.len - w->block.span.start <= SOURCE_BYTES;
    bool line = !names_source && w->text.len - w->block.span.start <= LINE_BYTES && w->block.kind == BLOCK_PARAGRAPH;
    if (w->in_block && !w->link_lines && !w->plain && line)
        undo_block(w);
    if (w->in_block) {
        w->block.span.end = (uint32_t)w->text.len;
        w->blocks = arena_grow(w->arena, w->blocks, w->block_count, &w->block_cap, sizeof *w->blocks);
        w->blocks[w->block_count++] = w->block;
    }
    w->in_block = false;
    w->space = false;
    w->breaks = 0;
}

static void put(Writer *w, Str s, size_t raw_start, size_t raw_end)
{
    buf_put(&w->text, s);
    runs_add(&w->runs, s.len, raw_start, raw_end);
}

static bool joined_lines(BlockKind kind)
{
    return kind == BLOCK_LIST_ITEM || kind == BLOCK_TABLE_ROW;
}

/* Tabs for the cells of the row that began since: as many columns lie before what follows, empty ones too. */
static void put_cells(Writer *w, size_t raw)
{
    for (; w->cells > 0; w->cells--)
        put(w, STR("\t"), raw, raw);
}

/* Before text that stands at raw in the source: opens a block, or writes the space or line break that is due. */
static void prepare(Writer *w, size_t raw)
{
    if (!w->in_block) {
        w->text_before = w->text.len;
        w->runs_before = w->runs.count;
        w->plain = false;
        if (w->block_count > 0) {
            bool close = joined_lines(w->kind) && w->blocks[w->block_count - 1].kind == w->kind;
            put(w, close ? STR("\n") : STR("\n\n"), raw, raw);
        }
        put_cells(w, raw);
        w->block = (Block){{(uint32_t)w->text.len, 0}, w->kind, w->level};
        w->in_block = true;
    } else if (w->breaks > 0) {
        put(w, STR("\n"), w->space ? w->space_start : raw, raw);
    } else if (w->space && w->cells == 0) {
        put(w, STR(" "), w->space_start, w->space_end);
    }
    put_cells(w, raw);
    w->space = false;
    w->breaks = 0;
}

static void note_space(Writer *w, size_t start, size_t end)
{
    if (!w->space)
        w->space_start = (uint32_t)start;
    w->space = w->in_block;
    w->space_end = (uint32_t)end;
}

static bool is_invisible(uint32_t c)
{
    return c == 0xAD || c == 0x200B || c == 0x200E || c == 0x200F || c == 0xFEFF || c == 0x2060;
}

static bool is_white(uint32_t c)
{
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F ||
           c == 0x3000 || c == 0x2028 || c == 0x2029 || c == 0x85;
}

/* The character at s.ptr, which is valid UTF-8; *n is its length. */
static uint32_t character_at(Str s, size_t *n)
{
    unsigned char first = (unsigned char)s.ptr[0];
    *n = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (*n == 1)
        return first;
    if (*n > s.len) { /* a node that was cut where its source ends */
        *n = 1;
        return 0xFFFD;
    }
    uint32_t c = first & (0x7FU >> *n);
    for (size_t i = 1; i < *n; i++)
        c = c << 6 | ((unsigned char)s.ptr[i] & 0x3F);
    return c;
}

static void write_character(Writer *w, uint32_t c, Str raw, size_t at)
{
    char bytes[4];
    if (is_invisible(c))
        return;
    if (is_white(c)) {
        note_space(w, at, at + raw.len);
        return;
    }
    prepare(w, at);
    bool word = c >= 0x80 || char_is_letter((char)c) || char_is_digit((char)c) || c == '_'; /* "___" parts a report */
    w->plain = w->plain || (w->links == 0 && word);
    if (raw.ptr[0] != '&') {
        put(w, raw, at, at + raw.len);
        return;
    }
    Buf decoded = {0};
    text_put(&decoded, c);
    memcpy(bytes, decoded.ptr, decoded.len);
    put(w, (Str){bytes, decoded.len}, at, at + raw.len);
    buf_free(&decoded);
}

static void write_text(Writer *w, const Node *node, bool keep_lines)
{
    size_t at = 0;
    while (at < node->raw.len) {
        Str rest = str_drop(node->raw, at);
        uint32_t c = 0;
        size_t n = node->verbatim ? 0 : dom_reference(rest, &c);
        if (n == 0)
            c = character_at(rest, &n);
        if (keep_lines && c == '\n')
            w->breaks++;
        write_character(w, c, str_slice(rest, 0, n), node->start + at);
        at += n;
    }
}

static BlockKind kind_of(Tag tag, BlockKind around)
{
    if (dom_heading_level(tag) > 0)
        return BLOCK_HEADING;
    if (tag == TAG_LI || tag == TAG_DT || tag == TAG_DD)
        return BLOCK_LIST_ITEM;
    if (tag == TAG_FIGCAPTION || tag == TAG_CAPTION)
        return BLOCK_CAPTION;
    if (tag == TAG_BLOCKQUOTE)
        return BLOCK_QUOTE;
    if (tag == TAG_TR)
        return BLOCK_TABLE_ROW;
    return around;
}

/* What the text in node is, by the elements around it. */
static void set_kind(Writer *w, const Node *node, const Node *root)
{
    w->kind = BLOCK_PARAGRAPH;
    w->level = 0;
    for (const Node *n = node; n && n != root->parent; n = n->parent) {
        BlockKind kind = kind_of(n->tag, BLOCK_PARAGRAPH);
        if (kind == BLOCK_PARAGRAPH)
            continue;
        w->kind = kind;
        w->level = (uint8_t)dom_heading_level(n->tag);
        return;
    }
}

static bool is_cell(Tag tag)
{
    return tag == TAG_TD || tag == TAG_TH;
}

/* Cells of a table of data stay on their row's line. */
static bool breaks_block(const Node *node)
{
    if (is_cell(node->tag))
        return false;
    for (const Node *n = node->parent; n; n = n->parent) {
        if (is_cell(n->tag))
            return node->tag == TAG_TABLE || node->tag == TAG_TR || dom_heading_level(node->tag) > 0 ||
                   node->tag == TAG_P || node->tag == TAG_UL || node->tag == TAG_LI || node->tag == TAG_DIV;
    }
    return dom_is_block(node->tag);
}

/* Over how many columns, or rows, a cell goes. */
static size_t span_of(const Node *cell, Str attribute, size_t most)
{
    int64_t n = 1;
    bool told = str_number(str_trim(dom_attribute(cell, attribute)), &n);
    return told && n > 0 && n <= (int64_t)most ? (size_t)n : 1;
}

/* Goes past columns in which cells of rows above stand. */
static void pass_spans(Writer *w)
{
    for (; w->column < MOST_COLUMNS && w->spans[w->column] > 0; w->column++)
        w->spans[w->column]--;
}

/* As many tabs as columns stand before this one. */
static void put_tabs(Writer *w, size_t column)
{
    w->cells += column > w->tabs ? column - w->tabs : 0;
    w->tabs = column > w->tabs ? column : w->tabs;
}

static void begin_row(Writer *w, const Node *row, bool again)
{
    const Node *table = row->parent;
    while (table && table->tag != TAG_TABLE)
        table = table->parent;
    if (table != w->table || again)
        memset(w->spans, 0, sizeof w->spans);
    w->table = table;
    w->row = row;
    w->column = w->tabs = 0;
}

/* Behind a table inside its row, a cell is one of a page's layout. */
static void begin_cell(Writer *w, const Node *cell)
{
    enum { MOST_ROWS = 200 };
    if (w->row != cell->parent)
        begin_row(w, cell->parent, true);
    pass_spans(w);
    put_tabs(w, w->column);
    size_t rows = span_of(cell, STR("rowspan"), MOST_ROWS);
    for (size_t n = span_of(cell, STR("colspan"), MOST_COLUMNS); n > 0; n--, w->column++)
        if (w->column < MOST_COLUMNS)
            w->spans[w->column] = (uint8_t)(rows - 1);
}

static void end_row(Writer *w, const Node *row)
{
    if (w->row == row && w->column > 0) {
        pass_spans(w);
        put_tabs(w, w->column - 1);
    }
    put_cells(w, row->end);
    w->row = NULL;
}

static void enter(Writer *w, const Node *node, const Node *root)
{
    w->links += node->tag == TAG_A;
    if (node->tag == TAG_BR) {
        w->breaks++;
        if (w->breaks > 1)
            end_block(w);
    } else if (is_cell(node->tag)) {
        note_space(w, node->start, node->start);
        begin_cell(w, node);
    } else if (breaks_block(node)) {
        end_block(w);
    }
    if (node->tag == TAG_TR)
        begin_row(w, node, false);
    if (dom_is_block(node->tag))
        set_kind(w, node, root);
}

static void leave(Writer *w, const Node *node, const Node *root)
{
    w->links -= node->tag == TAG_A;
    if (is_cell(node->tag))
        note_space(w, node->end, node->end);
    else if (breaks_block(node))
        end_block(w);
    if (node->tag == TAG_TR) {
        end_row(w, node);
    }
    if (dom_is_block(node->tag) && node != root)
        set_kind(w, node->parent, root);
}

static bool inside_pre(const Node *node)
{
    for (const Node *n = node->parent; n; n = n->parent) {
        if (n->tag == TAG_PRE)
            return true;
    }
    return false;
}

/* The unit of a measure stands before it: "15 m<sup>3</sup>". */
static bool is_unit(Str before)
{
    enum { LONGEST = 3 };
    size_t letters = 0;
    while (letters < before.len && char_is_letter(before.ptr[before.len - letters - 1]))
        letters++;
    return letters > 0 && letters <= LONGEST;
}

/* "12<sup>1</sup>": the mark of a note, whose figures would run into what stands before it. */
static bool is_note_mark(const Node *node)
{
    const Node *before = node->prev;
    if (!str_is(node->name, "sup") || !before || !before->is_text || is_unit(before->raw))
        return false;
    size_t digits = 0;
    for (const Node *n = dom_next(node, node); n; n = dom_next(n, node)) {
        Str text = n->is_text ? str_trim(n->raw) : STR("");
        for (size_t i = 0; i < text.len; i++, digits++)
            if (!char_is_digit(text.ptr[i]) && !str_has_char(STR("(),*"), text.ptr[i]))
                return false;
    }
    return digits > 0;
}

static bool is_silent(const Node *node)
{
    Tag tag = node->tag;
    return node->dropped || (tag == TAG_OTHER && !node->is_text && is_note_mark(node)) || tag == TAG_SCRIPT ||
           tag == TAG_STYLE || tag == TAG_HEAD || tag == TAG_TEMPLATE || tag == TAG_TEXTAREA || tag == TAG_IFRAME ||
           tag == TAG_TITLE;
}

static void walk(Writer *w, const Node *root)
{
    const Node *node = root;
    while (node) {
        bool silent = is_silent(node);
        if (!silent && node->is_text)
            write_text(w, node, inside_pre(node));
        else if (!silent)
            enter(w, node, root);
        if (!silent && node->first) {
            node = node->first;
            continue;
        }
        while (node) {
            if (!node->is_text && !is_silent(node))
                leave(w, node, root);
            if (node == root)
                return;
            if (node->next) {
                node = node->next;
                break;
            }
            node = node->parent;
        }
    }
}

Body body_write(Arena *arena, const Node *node, bool link_lines)
{
    Writer w = {.arena = arena, .runs = {.arena = arena}, .link_lines = link_lines};
    set_kind(&w, node, node);
    walk(&w, node);
    end_block(&w);
    Body body = {arena_copy(arena, buf_str(&w.text)), w.runs.items, w.runs.count, w.blocks, w.block_count};
    buf_free(&w.text);
    return body;
}

void body_cut_front(Arena *arena, Body *body, size_t bytes)
{
    uint32_t cut = (uint32_t)bytes;
    size_t first = 0;
    while (first < body->block_count && body->blocks[first].span.end <= cut)
        first++;
    size_t run = 0;
    while (run + 1 < body->run_count && body->runs[run + 1].text_start <= cut)
        run++;
    Block *blocks = ARENA_ARRAY(arena, Block, body->block_count - first);
    for (size_t i = first; i < body->block_count; i++) {
        Block block = body->blocks[i];
        block.span = (Span){block.span.start > cut ? block.span.start - cut : 0, block.span.end - cut};
        blocks[i - first] = block;
    }
    RawRun *runs = ARENA_ARRAY(arena, RawRun, body->run_count - run);
    for (size_t i = run; i < body->run_count; i++) {
        RawRun r = body->runs[i];
        uint32_t into = r.text_start < cut ? cut - r.text_start : 0;
        runs[i - run] = (RawRun){r.text_start + into - cut, r.raw_start + into, r.raw_end};
    }
    *body = (Body){str_drop(body->text, bytes), runs, body->run_count - run, blocks, body->block_count - first};
}
