#include "read/page.h"

#include "read/article.h"
#include "read/body.h"
#include "read/clean.h"
#include "read/encoding.h"
#include "read/meta.h"
#include "read/source.h"
#include "read/text.h"
#include "read/told_body.h"

/* What the document has already, else a copy of what was found. */
static Str prefer(Arena *arena, Str have, Str found)
{
    return str_present(have) || found.len == 0 ? have : arena_copy(arena, found);
}

static void take_meta(Arena *arena, Document *out, const Meta *meta)
{
    out->url = prefer(arena, out->url, meta->url);
    out->publisher = prefer(arena, out->publisher, meta->publisher);
    out->author = prefer(arena, out->author, meta->author);
    out->title = prefer(arena, out->title, meta->title);
    out->lang = prefer(arena, out->lang, meta->lang);
    if (out->published.precision == MOMENT_NONE)
        out->published = meta->published;
}

/* Lines over the report that no element of their own sets apart from it. */
static void cut_headlines(Arena *arena, const Markup *markup, const Titles *titles, Body *body)
{
    size_t cut = 0;
    for (;;) {
        size_t end = str_find_char(body->text, '\n', cut);
        if (end == SIZE_MAX || !clean_is_headline(markup, titles, str_slice(body->text, cut, end)))
            break;
        while (end < body->text.len && body->text.ptr[end] == '\n')
            end++;
        cut = end;
    }
    if (cut > 0)
        body_cut_front(arena, body, cut);
}

static void flag_whole(Document *out, FlagKind kind, Str note, Arena *arena)
{
    source_add_flag(out, (Flag){kind, {0, (uint32_t)out->text.len}, note}, arena);
}

/* What the page shows, or what it tells where that is much more: pages that a script draws show nothing, others the first lines. */
static Body body_of(Arena *arena, Arena *scratch, const Node *root, const Node *article, Str source, bool *found)
{
    enum { TIMES = 3 };
    Body shown = body_write(arena, article, false);
    Decoded told = told_body(scratch, source, root);
    if (told.text.len == 0 || told.text.len < shown.text.len * TIMES)
        return shown;
    Body body = told_body_write(arena, &told);
    if (body.text.len == 0 || body.text.len < shown.text.len * TIMES)
        return shown;
    *found = true;
    return body;
}

static size_t word_count(Str text)
{
    size_t n = 0;
    for (size_t i = 0; i < text.len; i++)
        n += !char_is_space(text.ptr[i]) && (i == 0 || char_is_space(text.ptr[i - 1]));
    return n;
}

/* Of a report that is not free to read, the page may hold no more than the first lines. */
static bool is_stub(const Meta *meta, Str text)
{
    enum { FEW_WORDS = 200 };
    size_t words = word_count(text);
    if (!meta->paid)
        return false;
    return meta->words > 0 ? words * 4 < (size_t)meta->words * 3 : words < FEW_WORDS;
}

void page_read_decoded(Arena *arena, const Markup *markup, const Decoded *decoded, PageKind kind, Document *out)
{
    Arena *scratch = arena_create();
    Node *root = dom_parse(scratch, decoded->text, DOM_HTML);
    bool whole = kind == PAGE_WHOLE;
    bool found = true;
    Meta meta = {.titles = {.best = STR_NONE}};
    Body body;
    if (whole) {
        meta = meta_read(scratch, markup, root);
        take_meta(arena, out, &meta);
        const Node *article = article_find(scratch, markup, root, &meta.titles, &found);
        body = body_of(arena, scratch, root, article, decoded->text, &found);
        cut_headlines(arena, markup, &meta.titles, &body);
    } else {
        body = body_write(arena, root, true);
    }
    out->text = body.text;
    out->blocks = body.blocks;
    out->block_count = body.block_count;
    if (whole && body.text.len == 0)
        flag_whole(out, FLAG_MISSING_CONTENT, STR("The page holds no report; a script may draw it when it is opened."),
                   arena);
    else if (!found)
        flag_whole(out, FLAG_MISSING_CONTENT, STR("No report stands out on the page; all of its text was taken."),
                   arena);
    if (whole && root->cut_off)
        flag_whole(out, FLAG_TRUNCATED, STR("The page ends before its mark-up does."), arena);
    else if (is_stub(&meta, body.text))
        flag_whole(out, FLAG_TRUNCATED,
                   STR("The page says that it is not free to read; it may hold the first lines alone."), arena);
    RunList runs = runs_through(arena, body.runs, body.run_count, body.text.len, decoded);
    out->raw_runs = runs.items;
    out->raw_run_count = runs.count;
    arena_destroy(scratch);
}

void page_read(Arena *arena, const Markup *markup, Str raw, Str charset, PageKind kind, Document *out)
{
    Arena *scratch = arena_create();
    const Said said = {.carrier = charset, .own = encoding_declared(raw), .page = true};
    Decoded decoded = encoding_decode(scratch, raw, &said);
    page_read_decoded(arena, markup, &decoded, kind, out);
    source_flag_encoding(out, &decoded, arena);
    arena_destroy(scratch);
}
