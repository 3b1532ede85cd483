#include "extract/table/given.h"

#include <stdlib.h>

#include "base/buf.h"

/* What the row says for all of its figures. */
typedef struct {
    Window window;
    Span window_span;
    const PlaceMention *place;
    const Attribution *attribution;
} Row;

/* The cell as a text of its own, with its phrases found. */
static Analysis *read_cell(const Analysis *a, Span cell)
{
    Document *document = ARENA_NEW(a->scratch, Document);
    *document = (Document){.text = span_text(a->document->text, cell), .published = a->document->published};
    Analysis *alone = ARENA_NEW(a->scratch, Analysis);
    *alone = (Analysis){.language = a->language,
                        .gazetteer = a->gazetteer,
                        .document = document,
                        .arena = a->arena,
                        .scratch = a->scratch,
                        .dateline_place = STR_NONE,
                        .dateline_day = DAY_NONE,
                        .anchor = DAY_NONE};
    structure_find(alone);
    alone->mentions = mention_list(alone->scratch, &alone->tokens);
    lexicon_find(alone->language->lexicon, &alone->tokens, moment_day(document->published), alone->scratch,
                 &alone->mentions);
    return alone;
}

static const RowCell *cell_of(const Analysis *a, RowField field)
{
    for (size_t i = 0; i < a->document->cell_count; i++) {
        if (a->document->cells[i].field == field)
            return &a->document->cells[i];
    }
    return NULL;
}

static Span shifted(Span span, uint32_t by)
{
    return (Span){span.start + by, span.end + by};
}

void given_flag(Analysis *a, FlagKind kind, Span cell, const char *note)
{
    Str text = span_text(a->document->text, cell);
    if (str_is_wordless(text))
        return;
    a->flags = arena_grow(a->arena, a->flags, a->flag_count, &a->flag_cap, sizeof *a->flags);
    a->flags[a->flag_count++] = (Flag){kind, cell, str_from(note)};
}

/* ---- day ---- */

/* "2026-13-45": what looks like years or a day is only the beginning or end of what stands there. */
static bool is_piece_of_date(Str cell, Span day)
{
    static const Str SIGNS = {"-/.", 3};
    Str behind = str_drop(cell, day.end);
    bool more = behind.len > 1 && str_has_char(SIGNS, behind.ptr[0]) && char_is_digit(behind.ptr[1]);
    bool before =
        day.start > 1 && str_has_char(SIGNS, cell.ptr[day.start - 1]) && char_is_digit(cell.ptr[day.start - 2]);
    return more || before;
}

static Window days_of(Analysis *a, const RowCell *cell)
{
    if (!cell)
        return WINDOW_NONE;
    Moment moment = moment_parse(span_text(a->document->text, cell->span));
    if (moment.precision != MOMENT_NONE)
        return moment_window(moment);
    Analysis *alone = read_cell(a, cell->span);
    count_find(alone);
    when_find(alone);
    if (alone->time_count > 0 && !is_piece_of_date(alone->document->text, alone->times[0].span))
        return alone->times[0].window;
    given_flag(a, FLAG_CALENDAR, cell->span, "The row's day is not understood.");
    return WINDOW_NONE;
}

static void read_days(Analysis *a, Row *row)
{
    const RowCell *cell = cell_of(a, COLUMN_DAY);
    row->window = days_of(a, cell);
    Window last = days_of(a, cell_of(a, COLUMN_DAY_LAST));
    if (window_is_known(row->window) && window_is_known(last) && last.last >= row->window.first)
        row->window.last = last.last;
    if (cell && window_is_known(row->window))
        row->window_span = cell->span;
    if (!window_is_known(row->window))
        row->window = moment_window(a->document->published);
}

/* ---- place ---- */

static bool read_degrees(const Analysis *a, const RowCell *cell, double limit, double *out)
{
    char text[32];
    if (!cell || cell->span.end - cell->span.start >= sizeof text)
        return false;
    Str s = span_text(a->document->text, cell->span);
    memcpy(text, s.ptr, s.len);
    text[s.len] = '\0';
    char *end = NULL;
    *out = strtod(text, &end);
    return *end == '\0' && *out >= -limit && *out <= limit;
}

static Str point_id(Arena *arena, const Place *place)
{
    Buf id = {0};
    buf_put(&id, STR("point:"));
    buf_fixed(&id, place->lat_deg, 4);
    buf_char(&id, ',');
    buf_fixed(&id, place->lon_deg, 4);
    Str copy = arena_copy(arena, buf_str(&id));
    buf_free(&id);
    return copy;
}

/* The place that the row's coordinates give, named by its place cell. false: it has none. */
static bool read_point(const Analysis *a, const RowCell *named, Place *out)
{
    double lat = 0;
    double lon = 0;
    if (!read_degrees(a, cell_of(a, COLUMN_LAT), 90, &lat) || !read_degrees(a, cell_of(a, COLUMN_LON), 180, &lon))
        return false;
    *out = (Place){.name = named ? span_text(a->document->text, named->span) : STR(""),
                   .country = STR(""),
                   .admin1 = STR(""),
                   .lat_deg = lat,
                   .lon_deg = lon,
                   .has_point = true,
                   .precision = PRECISION_EXACT};
    out->id = point_id(a->arena, out);
    return true;
}

/* As a text names it, else by its name alone: a cell is a place, whatever the words look like. */
static bool read_name(const Analysis *a, const RowCell *cell, PlaceMention *out)
{
    Analysis *alone = read_cell(a, cell->span);
    count_find(alone);
    place_find(alone);
    for (size_t i = 0; i < alone->place_count; i++) {
        if (alone->places[i].people)
            continue;
        *out = alone->places[i];
        out->span = shifted(out->span, cell->span.start);
        return true;
    }
    size_t count = 0;
    const Candidate *named =
        a->gazetteer ? gazetteer_named(a->gazetteer, alone->document->text, a->arena, &count) : NULL;
    if (count == 0)
        return false;
    *out = (PlaceMention){.span = cell->span, .place = named[0].place, .reason = STR_NONE};
    return true;
}

static void read_place(Analysis *a, Row *row)
{
    const RowCell *named = cell_of(a, COLUMN_PLACE);
    PlaceMention mention = {.reason = STR_NONE};
    bool found = named && read_name(a, named, &mention);
    Place point;
    if (read_point(a, named, &point)) {
        mention.span = named ? named->span : cell_of(a, COLUMN_LAT)->span;
        bool near = found && mention.place.has_point &&
                    place_distance_km(mention.place.lat_deg, mention.place.lon_deg, point.lat_deg, point.lon_deg) < 50;
        if (near) {
            point.country = mention.place.country;
            point.admin1 = mention.place.admin1;
        }
        mention.place = point;
        found = true;
    }
    if (!found)
        return;
    a->places = arena_grow(a->arena, a->places, a->place_count, &a->place_cap, sizeof *a->places);
    a->places[a->place_count] = mention;
    row->place = &a->places[a->place_count++];
}

/* ---- speaker ---- */

/* The party that the words of the cell name: a body, an outlet, an office. */
static void read_party(const Analysis *a, const RowCell *cell, Attribution *out)
{
    const Analysis *alone = read_cell(a, cell->span);
    uint16_t parties = analysis_class(alone, "PARTY");
    uint16_t outlets = analysis_class(alone, "OUTLET");
    for (size_t i = 0; i < alone->mentions.count && out->party == PARTY_NONE; i++) {
        const Mention *m = &alone->mentions.items[i];
        if (m->cls != parties && m->cls != outlets)
            continue;
        const Attr *party = m->cls == parties ? analysis_attr(alone, m, "party") : NULL;
        out->group = analysis_value(alone, m);
        out->party = m->cls == outlets ? PARTY_MEDIA
                     : party           ? party_parse(analysis_attr_value(alone, m, "party"))
                                       : party_parse(out->group);
    }
}

static void read_speaker(Analysis *a, Row *row)
{
    const RowCell *cell = cell_of(a, COLUMN_SPEAKER);
    if (!cell)
        return;
    Str *chain = ARENA_NEW(a->arena, Str);
    *chain = span_text(a->document->text, cell->span);
    a->attributions =
        arena_grow(a->arena, a->attributions, a->attribution_count, &a->attribution_cap, sizeof *a->attributions);
    Attribution *out = &a->attributions[a->attribution_count++];
    *out = (Attribution){.source = cell->span, .speaker = *chain, .chain = chain, .chain_count = 1, .identified = true};
    out->name = out->office = out->handle = out->channel = out->group = out->act = STR_NONE;
    read_party(a, cell, out);
    Span *content = ARENA_NEW(a->arena, Span);
    *content = (Span){0, (uint32_t)a->document->text.len};
    out->content = content;
    out->content_count = 1;
    row->attribution = out;
}

/* ---- figures ---- */

/* "-4", "1e9", "12k", "40%", "1.5": a part of what stands there is no figure of people. */
static bool is_cut_out(Str cell, Span count)
{
    Str behind = str_drop(cell, count.end);
    bool sign = count.start > 0 && str_has_char(STR("-+.,"), cell.ptr[count.start - 1]);
    bool minus = str_ends(str_slice(cell, 0, count.start), STR("\xE2\x88\x92"));
    bool fraction = behind.len > 1 && str_has_char(STR(".,"), behind.ptr[0]) && char_is_digit(behind.ptr[1]);
    bool unit = behind.len > 0 && (char_is_letter(behind.ptr[0]) || behind.ptr[0] == '%');
    return sign || minus || fraction || unit;
}

bool given_count(Analysis *a, Span cell, Claim *claim)
{
    Analysis *alone = read_cell(a, cell);
    count_find(alone);
    const CountRecord *count = alone->count_count > 0 ? &alone->counts[0] : NULL;
    Span place = count ? mention_tokens_span(&alone->tokens, count->first, count->last) : (Span){0, 0};
    if (!count || is_cut_out(alone->document->text, place)) {
        given_flag(a, FLAG_MISSING_CONTENT, cell, "The row's figure is not understood.");
        return false;
    }
    claim->has_count = true;
    claim->count = count->range;
    claim->count_form = count->form;
    claim->count_span = shifted(place, cell.start);
    return true;
}

static void add_figure(Analysis *a, const Row *row, const RowCell *cell)
{
    Claim counted = {.has_count = false};
    if (!given_count(a, cell->span, &counted))
        return;
    a->claims = arena_grow(a->scratch, a->claims, a->claim_count, &a->claim_cap, sizeof *a->claims);
    Claim *claim = &a->claims[a->claim_count++];
    *claim = (Claim){.kind = KIND_CASUALTY,
                     .outcome = cell->outcome,
                     .victim_class = cell->victim_class,
                     .subgroups = cell->subgroups,
                     .unit = STR("people"),
                     .has_count = true,
                     .count = counted.count,
                     .count_form = counted.count_form,
                     .count_span = counted.count_span,
                     .window = row->window,
                     .window_span = row->window_span,
                     .place = row->place,
                     .attribution = row->attribution,
                     .part_of = -1,
                     .incident = -1,
                     .rule = STR("table.row")};
    claim->evidence = cell->span;
    claim->sentence = (Span){0, (uint32_t)a->document->text.len};
    if (row->attribution)
        claim->party = row->attribution->party;
}

void given_find(Analysis *a)
{
    Row row = {.window = WINDOW_NONE};
    read_days(a, &row);
    read_place(a, &row);
    read_speaker(a, &row);
    a->anchor = moment_day(a->document->published);
    for (size_t i = 0; i < a->document->cell_count; i++) {
        if (a->document->cells[i].field == COLUMN_FIGURE)
            add_figure(a, &row, &a->document->cells[i]);
    }
}
