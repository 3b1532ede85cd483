/* plain — a file of plain text is one document; what it says of itself above its text is no part of that (front.h). */
#include "read/encoding.h"
#include "read/front.h"
#include "read/source.h"

static const size_t TEXT_LIMIT_BYTES = (size_t)64 << 20;

/* The piece of decoded.text, appended to the text that runs describe; gap: bytes to set before it. */
static void add_piece(Buf *text, RunList *runs, const Decoded *decoded, Str gap, Str piece)
{
    size_t start = (size_t)(piece.ptr - decoded->text.ptr);
    buf_put(text, gap);
    runs_add(runs, gap.len, start, start);
    buf_put(text, piece);
    runs_add(runs, piece.len, start, start + piece.len);
}

/* The text begins with its headline and goes on below the front, as a reader has it. */
static void cut_front(const Front *front, const Decoded *decoded, Document *out, Arena *arena)
{
    Buf text = {0};
    RunList pieces = {.arena = arena};
    if (str_present(out->title))
        add_piece(&text, &pieces, decoded, STR(""), out->title);
    add_piece(&text, &pieces, decoded, text.len > 0 ? STR("\n\n") : STR(""), front->body);
    out->text = arena_copy(arena, buf_str(&text));
    RunList runs = runs_through(arena, pieces.items, pieces.count, text.len, decoded);
    out->raw_runs = runs.items;
    out->raw_run_count = runs.count;
    buf_free(&text);
}

static void read_text(const Source *source, Document *out, Arena *arena)
{
    Decoded decoded = encoding_decode(arena, out->original, &(Said){.carrier = source->charset});
    Front front = front_read(arena, decoded.text);
    if (front.columns.kind == TABLE_FRONT) {
        front_lend(source, &front, out);
        cut_front(&front, &decoded, out, arena);
    } else {
        out->text = decoded.text;
        out->raw_runs = decoded.runs;
        out->raw_run_count = decoded.run_count;
        out->title = text_heading(out->text);
    }
    source_flag_encoding(out, &decoded, arena);
}

Document *plain_next(Source *source, Arena *arena)
{
    if (source->at > 0)
        return NULL;
    source->at = source->bytes.len;
    if (source->bytes.len > TEXT_LIMIT_BYTES) {
        problem_lost(source->problems, "%.*s: can't be read: a text of more than %zu bytes", (int)source->name.len,
                     source->name.ptr, TEXT_LIMIT_BYTES);
        return NULL;
    }
    Document *document = source_document(source, source->bytes, arena);
    read_text(source, document, arena);
    return document;
}
