#include "store/pack.h"

#include <assert.h>

#include "base/map.h"
#include "store/codec.h"
#include "store/squeeze.h"

/* Stored numbers mean members of these enums. Where one grows, raise PACK_VERSION and count anew. */
static_assert(KIND_COUNT_ == 12 && OUTCOME_COUNT_ == 8 && CLASS_COUNT_ == 5 && PARTY_COUNT_ == 10 &&
                  STANCE_COUNT_ == 3 && MANNER_COUNT_ == 4 && FLAG_COUNT_ == 11 && COUNT_FORMS == 9 &&
                  PRECISION_COUNT_ == 6,
              "the layout changed");

/* Where a field is added, code it below (or say why not), then count anew. */
enum {
    SIZE_OF_DOCUMENT = 256,
    SIZE_OF_EXTRACTION = 208,
    SIZE_OF_CLAIM = 392,
    SIZE_OF_ATTRIBUTION = 200,
    SIZE_OF_MENTION = 144,
    SIZE_OF_CELL = 24,
};
static_assert(sizeof(Document) == SIZE_OF_DOCUMENT && sizeof(Extraction) == SIZE_OF_EXTRACTION &&
                  sizeof(Claim) == SIZE_OF_CLAIM && sizeof(Attribution) == SIZE_OF_ATTRIBUTION &&
                  sizeof(PlaceMention) == SIZE_OF_MENTION && sizeof(RowCell) == SIZE_OF_CELL,
              "a field was added");

enum {
    ANY_BITS = 1 << 30,
    KINDS_OF_BLOCK = BLOCK_BOILERPLATE + 1,
    FIELDS_OF_ROW = COLUMN_SPEAKER + 1,
    MAX_LEVEL = 256
};
enum { FIRST_DAY = -4000000, LAST_DAY = 4000000 }; /* far beyond years 1 and 9999 */

#define CODE_ENUM(c, field, limit) ((field) = code_below((c), (unsigned)(field), (limit)))

static void code_span_item(Codec *c, void *item)
{
    code_span(c, item);
}

/* ---- reading ---- */

static void code_run(Codec *c, void *item)
{
    RawRun *run = item;
    uint32_t length = run->raw_end - run->raw_start;
    code_size(c, &run->text_start);
    code_size(c, &run->raw_start);
    code_size(c, &length);
    run->raw_end = run->raw_start + length;
}

static void code_block(Codec *c, void *item)
{
    Block *block = item;
    code_span(c, &block->span);
    CODE_ENUM(c, block->kind, KINDS_OF_BLOCK);
    block->level = (uint8_t)code_below(c, block->level, MAX_LEVEL);
}

static void code_flag(Codec *c, void *item)
{
    Flag *flag = item;
    CODE_ENUM(c, flag->kind, FLAG_COUNT_);
    code_span(c, &flag->span);
    code_str(c, &flag->note);
}

static void code_cell(Codec *c, void *item)
{
    RowCell *cell = item;
    CODE_ENUM(c, cell->field, FIELDS_OF_ROW);
    code_span(c, &cell->span);
    CODE_ENUM(c, cell->outcome, OUTCOME_COUNT_);
    CODE_ENUM(c, cell->victim_class, CLASS_COUNT_);
    cell->subgroups = code_below(c, cell->subgroups, ANY_BITS);
}

/* The text's pieces: the body, mostly the original itself, and a title that stands behind it after a gap. */
typedef struct {
    Str body;
    Str gap;
    Str headline;
} Pieces;

/* Pieces that are equal to the original and the title are made the same bytes in memory, so that they are kept as slices. */
static Pieces pieces_of(const Document *d)
{
    Pieces p = {.body = document_body(d), .gap = STR_NONE, .headline = STR_NONE};
    if (str_equal(p.body, d->original))
        p.body = d->original;
    if (span_is_empty(d->headline))
        return p;
    p.gap = str_slice(d->text, p.body.len, d->headline.start);
    p.headline = span_text(d->text, d->headline);
    if (str_equal(p.headline, d->title))
        p.headline = d->title;
    return p;
}

static void join(Document *d, const Pieces *p, Arena *arena)
{
    if (!str_present(p->headline)) {
        d->text = p->body;
        d->headline = (Span){0, 0};
        return;
    }
    Buf all = {0};
    buf_put(&all, p->body);
    buf_put(&all, p->gap);
    buf_put(&all, p->headline);
    d->text = arena_copy(arena, buf_str(&all));
    d->headline = (Span){(uint32_t)(all.len - p->headline.len), (uint32_t)all.len};
    buf_free(&all);
}

/* How far east of UTC the clock of the publication was, and whether the text is personal. They stand last, and only where they say something: books
 * of before have none. */
static void code_last(Codec *c, Document *document)
{
    int64_t zone = document->published.zone_seconds;
    int64_t personal = document->is_personal;
    if (c->out ? zone != 0 || personal : c->at < c->end)
        code_int(c, &zone);
    if (c->out ? personal : c->at < c->end)
        code_int(c, &personal);
    document->published.zone_seconds = (int32_t)zone;
    document->is_personal = personal != 0;
}

static void code_reading(Codec *c, Document *document)
{
    Pieces pieces = c->out ? pieces_of(document) : (Pieces){{0}, {0}, {0}};
    c->text = document->original;
    code_str(c, &pieces.body);
    c->text = document->title;
    c->last = 0;
    code_str(c, &pieces.gap);
    code_str(c, &pieces.headline);
    if (!c->out)
        join(document, &pieces, c->arena);
    c->text = document->text;
    c->last = 0;
    document->raw_runs = code_list(c, document->raw_runs, &document->raw_run_count, sizeof(RawRun), code_run);
    document->blocks = code_list(c, document->blocks, &document->block_count, sizeof(Block), code_block);
    document->cells = code_list(c, document->cells, &document->cell_count, sizeof(RowCell), code_cell);
    document->flags = code_list(c, document->flags, &document->flag_count, sizeof(Flag), code_flag);
    code_last(c, document);
}

Str pack_reading(const Document *document, Arena *arena)
{
    Buf out = {0};
    Codec c = {.out = &out, .arena = arena};
    Document copy = *document;
    code_reading(&c, &copy);
    Str packed = squeeze(buf_str(&out), arena);
    buf_free(&out);
    return packed;
}

bool unpack_reading(Str packed, Document *document, Arena *arena)
{
    Str bytes = STR_NONE;
    if (!unsqueeze(packed, arena, &bytes))
        return false;
    Codec c = {.at = bytes.ptr, .end = bytes.ptr + bytes.len, .arena = arena};
    code_reading(&c, document);
    return !c.broken && c.at == c.end;
}

/* ---- finding ---- */

/* Places and attributions that claims point to, numbered. */
typedef struct {
    Map *numbers; /* of the pointers; writing only */
    const void **items;
    size_t count;
    size_t cap;
} Refs;

typedef struct {
    Codec codec;
    Refs places;
    Refs attributions;
} Finding;

static uint32_t ref_number(Arena *arena, Refs *refs, const void *item)
{
    if (!item)
        return 0;
    uint32_t number = map_add(refs->numbers, (Str){(const char *)&item, sizeof item});
    if (number > refs->count) {
        refs->items = arena_grow(arena, refs->items, refs->count, &refs->cap, sizeof *refs->items);
        refs->items[refs->count++] = item;
    }
    return number;
}

/* Writes the item's number; reading, returns the item of the number. */
static const void *code_ref(Finding *f, Refs *refs, const void *item)
{
    uint32_t number = f->codec.out ? ref_number(f->codec.arena, refs, item) : 0;
    code_size(&f->codec, &number);
    if (number > refs->count)
        f->codec.broken = true;
    return number == 0 || f->codec.broken ? NULL : refs->items[number - 1];
}

static void code_bits(Codec *c, bool *const *bits, size_t count)
{
    uint32_t all = 0;
    for (size_t i = 0; i < count; i++)
        all |= (uint32_t)*bits[i] << i;
    code_size(c, &all);
    for (size_t i = 0; i < count; i++)
        *bits[i] = all >> i & 1;
}

static void code_window(Codec *c, Window *window)
{
    bool has_first = window->first != DAY_NONE;
    bool has_last = window->last != DAY_NONE;
    bool *bits[] = {&has_first, &has_last};
    code_bits(c, bits, 2);
    int64_t first = has_first ? window->first : 0;
    if (has_first)
        code_int(c, &first);
    int64_t days = has_last ? window->last - first : 0;
    if (has_last)
        code_int(c, &days);
    if (first < FIRST_DAY || first > LAST_DAY || days < FIRST_DAY - LAST_DAY || days > LAST_DAY - FIRST_DAY) {
        c->broken = true;
        has_first = has_last = false;
    }
    *window = (Window){has_first ? (Day)first : DAY_NONE, has_last ? (Day)(first + days) : DAY_NONE};
}

static void code_place(Codec *c, PlaceMention *mention)
{
    Place *place = &mention->place;
    bool *bits[] = {&place->has_point, &mention->people};
    code_span(c, &mention->span);
    code_bits(c, bits, 2);
    code_str(c, &place->id);
    code_str(c, &place->name);
    code_str(c, &place->country);
    code_str(c, &place->admin1);
    if (place->has_point) {
        code_double(c, &place->lat_deg);
        code_double(c, &place->lon_deg);
    }
    CODE_ENUM(c, place->precision, PRECISION_COUNT_);
    code_int(c, &place->population);
    if (!c->out)
        mention->reason = STR("");
    mention->alternatives = NULL;
    mention->alternative_count = 0;
}

static void code_attribution(Codec *c, Attribution *a)
{
    bool *bits[] = {&a->blanket, &a->nested, &a->person, &a->identified, &a->first_hand};
    code_span(c, &a->source);
    code_span(c, &a->cue);
    a->content = code_list(c, a->content, &a->content_count, sizeof(Span), code_span_item);
    code_strs(c, &a->chain, &a->chain_count);
    code_str(c, &a->speaker);
    code_str(c, &a->name);
    code_str(c, &a->office);
    code_str(c, &a->handle);
    code_str(c, &a->channel);
    code_str(c, &a->group);
    code_str(c, &a->state);
    code_str(c, &a->act);
    CODE_ENUM(c, a->party, PARTY_COUNT_);
    CODE_ENUM(c, a->stance, STANCE_COUNT_);
    CODE_ENUM(c, a->manner, MANNER_COUNT_);
    code_bits(c, bits, sizeof bits / sizeof *bits);
}

static void code_figure(Codec *c, Claim *claim)
{
    CODE_ENUM(c, claim->outcome, OUTCOME_COUNT_);
    CODE_ENUM(c, claim->victim_class, CLASS_COUNT_);
    claim->subgroups = code_below(c, claim->subgroups, ANY_BITS);
    claim->among = code_below(c, claim->among, ANY_BITS);
    claim->sex = code_below(c, claim->sex, ANY_BITS);
    claim->ordinal = code_below(c, claim->ordinal, ANY_BITS);
    claim->blow = code_below(c, claim->blow, ANY_BITS);
    claim->scene = code_below(c, claim->scene, ANY_BITS);
    code_str(c, &claim->role);
    code_str(c, &claim->unit);
    if (claim->has_count) {
        code_int(c, &claim->count.low);
        code_int(c, &claim->count.high);
        code_int(c, &claim->replaces);
    }
    CODE_ENUM(c, claim->count_form, COUNT_FORMS);
    code_span(c, &claim->count_span);
    code_span(c, &claim->victims);
}

static void code_event(Codec *c, Claim *claim)
{
    code_str(c, &claim->type);
    code_strs(c, &claim->targets, &claim->target_count);
    code_strs(c, &claim->tactics, &claim->tactic_count);
    code_strs(c, &claim->perpetrators, &claim->perpetrator_count);
    code_str(c, &claim->perpetrator_state);
    code_str(c, &claim->operation);
}

static void code_where(Finding *f, Claim *claim)
{
    claim->place = code_ref(f, &f->places, claim->place);
    claim->place_count = code_count(&f->codec, claim->place_count);
    const PlaceMention **places = ARENA_ARRAY(f->codec.arena, const PlaceMention *, claim->place_count + 1);
    for (size_t i = 0; i < claim->place_count; i++)
        places[i] = code_ref(f, &f->places, f->codec.out ? claim->places[i] : NULL);
    claim->places = places;
}

static void code_claim(Finding *f, Claim *claim)
{
    Codec *c = &f->codec;
    bool *bits[] = {&claim->has_count,   &claim->places_partial, &claim->blanket,   &claim->background,
                    &claim->campaign,    &claim->aside,          &claim->spoken_of, &claim->total,
                    &claim->named,       &claim->listed,         &claim->struck,    &claim->additional,
                    &claim->ended,       &claim->alive,          &claim->possessed, &claim->of_enemy,
                    &claim->deed,        &claim->elsewhere,      &claim->rival,     &claim->by_own_hand,
                    &claim->minimum,     &claim->again,          &claim->somebody,  &claim->shared_out,
                    &claim->former,      &claim->risen,          &claim->loose,     &claim->of_the_hurt,
                    &claim->womans_name, &claim->lowered,        &claim->by_state,  &claim->entry};
    bool *people[] = {&claim->class_word};
    CODE_ENUM(c, claim->kind, KIND_COUNT_);
    code_bits(c, bits, sizeof bits / sizeof *bits);
    code_bits(c, people, sizeof people / sizeof *people);
    code_figure(c, claim);
    code_event(c, claim);
    code_where(f, claim);
    code_window(c, &claim->window);
    code_span(c, &claim->window_span);
    claim->attribution = code_ref(f, &f->attributions, claim->attribution);
    CODE_ENUM(c, claim->party, PARTY_COUNT_);
    CODE_ENUM(c, claim->stance, STANCE_COUNT_);
    CODE_ENUM(c, claim->manner, MANNER_COUNT_);
    claim->status = code_below(c, claim->status, ANY_BITS);
    code_day(c, &claim->part_of);
    code_span(c, &claim->evidence);
    code_span(c, &claim->sentence);
    code_str(c, &claim->rule);
    if (!c->out) {
        claim->incident = -1;
        claim->id = STR_NONE;
    }
}

/* Writing: the document's own places and attributions, then what claims point to besides, in the order in which it is met. */
static void collect(Finding *f, const Extraction *x)
{
    for (size_t i = 0; i < x->place_count; i++)
        (void)ref_number(f->codec.arena, &f->places, &x->places[i]);
    for (size_t i = 0; i < x->attribution_count; i++)
        (void)ref_number(f->codec.arena, &f->attributions, &x->attributions[i]);
    for (size_t i = 0; i < x->claim_count; i++) {
        (void)ref_number(f->codec.arena, &f->places, x->claims[i].place);
        for (size_t k = 0; k < x->claims[i].place_count; k++)
            (void)ref_number(f->codec.arena, &f->places, x->claims[i].places[k]);
        (void)ref_number(f->codec.arena, &f->attributions, x->claims[i].attribution);
    }
}

static void code_places(Finding *f, Extraction *x)
{
    Codec *c = &f->codec;
    x->place_count = code_count(c, x->place_count);
    size_t count = code_count(c, f->places.count);
    PlaceMention *items = ARENA_ARRAY(c->arena, PlaceMention, count + 1);
    const void **refs = ARENA_ARRAY(c->arena, const void *, count + 1);
    for (size_t i = 0; i < count; i++) {
        if (c->out)
            items[i] = *(const PlaceMention *)f->places.items[i];
        code_place(c, &items[i]);
        refs[i] = &items[i];
    }
    if (x->place_count > count)
        c->broken = true;
    if (c->out)
        return;
    f->places = (Refs){NULL, refs, count, count};
    x->places = items;
    x->place_count = c->broken ? 0 : x->place_count;
}

static void code_attributions(Finding *f, Extraction *x)
{
    Codec *c = &f->codec;
    x->attribution_count = code_count(c, x->attribution_count);
    size_t count = code_count(c, f->attributions.count);
    Attribution *items = ARENA_ARRAY(c->arena, Attribution, count + 1);
    const void **refs = ARENA_ARRAY(c->arena, const void *, count + 1);
    for (size_t i = 0; i < count; i++) {
        if (c->out)
            items[i] = *(const Attribution *)f->attributions.items[i];
        code_attribution(c, &items[i]);
        refs[i] = &items[i];
    }
    if (x->attribution_count > count)
        c->broken = true;
    if (c->out)
        return;
    f->attributions = (Refs){NULL, refs, count, count};
    x->attributions = items;
    x->attribution_count = c->broken ? 0 : x->attribution_count;
}

static void code_claims(Finding *f, Extraction *x)
{
    Codec *c = &f->codec;
    size_t count = code_count(c, x->claim_count);
    Claim *claims = ARENA_ARRAY(c->arena, Claim, count + 1);
    for (size_t i = 0; i < count; i++) {
        if (c->out)
            claims[i] = x->claims[i];
        code_claim(f, &claims[i]);
        if (claims[i].part_of >= (int64_t)count)
            c->broken = true;
    }
    x->claims = claims;
    x->claim_count = count;
}

static void code_time(Codec *c, void *item)
{
    TimeMention *time = item;
    code_span(c, &time->span);
    code_str(c, &time->type);
    code_str(c, &time->value);
    code_window(c, &time->window);
}

static void code_finding(Finding *f, Extraction *x)
{
    Codec *c = &f->codec;
    code_str(c, &x->dateline_place);
    code_str(c, &x->outlet);
    code_str(c, &x->credit);
    code_day(c, &x->dateline_day);
    code_day(c, &x->anchor);
    x->blocks = code_list(c, x->blocks, &x->block_count, sizeof(Block), code_block);
    x->sentences = code_list(c, x->sentences, &x->sentence_count, sizeof(Span), code_span_item);
    x->streets = code_list(c, x->streets, &x->street_count, sizeof(Span), code_span_item);
    x->flags = code_list(c, x->flags, &x->flag_count, sizeof(Flag), code_flag);
    x->times = code_list(c, x->times, &x->time_count, sizeof(TimeMention), code_time);
    code_places(f, x);
    code_attributions(f, x);
    code_claims(f, x);
}

Str pack_finding(const Extraction *extraction, Arena *arena)
{
    Buf out = {0};
    Finding f = {.codec = {.out = &out, .arena = arena, .text = extraction->document->text}};
    f.places.numbers = map_create(arena);
    f.attributions.numbers = map_create(arena);
    Extraction copy = *extraction;
    collect(&f, extraction);
    code_finding(&f, &copy);
    Str packed = squeeze(buf_str(&out), arena);
    buf_free(&out);
    return packed;
}

Extraction *unpack_finding(Str packed, const Document *document, Arena *arena)
{
    Str bytes = STR_NONE;
    if (!unsqueeze(packed, arena, &bytes))
        return NULL;
    Finding f = {.codec = {.at = bytes.ptr, .end = bytes.ptr + bytes.len, .arena = arena, .text = document->text}};
    Extraction *x = ARENA_NEW(arena, Extraction);
    x->document = document;
    code_finding(&f, x);
    return f.codec.broken || f.codec.at != f.codec.end ? NULL : x;
}
