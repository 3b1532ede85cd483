#include "read/page.h"

#include "read/article.h"
#include "read/body.h"
#include "read/clean.h"
#include "read/encoding.h"
#include "read/meta.h"
#include "read/source.h"
#include "read/text.h"

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

void page_read_decoded(Arena *arena, const Markup *markup, const Decoded *decoded, PageKind kind, Document *out)
{
    Arena *scratch = arena_create();
    Node *root = dom_parse(scratch, decoded->text, DOM_HTML);
    const Node *article = root;
    bool found = true;
    Titles titles = {.best = STR_NONE};
    if (kind == PAGE_WHOLE) {
        Meta meta = meta_read(scratch, markup, root);
        take_meta(arena, out, &meta);
        article = article_find(scratch, markup, root, &meta.titles, &found);
        titles = meta.titles;
    }
    Body body = body_write(arena, article, kind == PAGE_FRAGMENT);
    if (kind == PAGE_WHOLE)
        cut_headlines(arena, markup, &titles, &body);
    out->text = body.text;
    out->blocks = body.blocks;
    out->block_count = body.block_count;
    if (!found && body.text.len > 0)
        source_add_flag(out,
                        (Flag){FLAG_MISSING_CONTENT,
                               {0, (uint32_t)body.text.len},
                               STR("No report stands out on the page; all of its text was taken.")},
                        arena);
    if (kind == PAGE_WHOLE && root->cut_off)
        source_add_flag(
            out, (Flag){FLAG_TRUNCATED, {0, (uint32_t)body.text.len}, STR("The page ends before its mark-up does.")},
            arena);
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
