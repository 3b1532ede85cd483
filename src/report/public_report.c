/* One report in the public edition: its document, claims and all that points into its text, made anew. */
#include "report/public_parts.h"

#include <math.h>

typedef struct {
    const PublicWork *work;
    const Extraction *old;
    PublicText text;
} Maker;

static Span moved(const Maker *m, Span span)
{
    return public_span(&m->text, span);
}

/* A text that was taken from the report is what now stands there; any other is rewritten for itself. */
static Str words(const Maker *m, Str s)
{
    Str all = m->text.old;
    if (s.len > 0 && s.ptr >= all.ptr && s.ptr + s.len <= all.ptr + all.len) {
        uint32_t start = (uint32_t)(s.ptr - all.ptr);
        return public_slice(&m->text, (Span){start, start + (uint32_t)s.len});
    }
    return public_words(m->work, s);
}

static double rounded(double degrees, double grid)
{
    return round(degrees / grid) * grid;
}

/* A site's province, else its country: never a point. */
static void place_of_site(Place *place)
{
    bool province = place->admin1.len > 0;
    *place = (Place){.id = STR_NONE,
                     .name = province ? place->admin1 : place->country,
                     .country = place->country,
                     .admin1 = place->admin1,
                     .precision = province ? PRECISION_REGION : PRECISION_COUNTRY};
}

const PlaceMention *public_place(const PublicWork *work, const PlaceMention *old, bool at_site)
{
    if (!old)
        return NULL;
    PlaceMention *made = ARENA_NEW(work->arena, PlaceMention);
    *made = *old;
    made->alternatives = NULL;
    made->alternative_count = 0;
    Place *place = &made->place;
    bool fine =
        place->precision == PRECISION_EXACT || place->precision == PRECISION_NEAR || place->precision == PRECISION_NONE;
    if (public_is_site(work, place->name) || map_find(work->places, place->name) != 0 ||
        (at_site && (fine || place->precision == PRECISION_DISTRICT))) {
        place_of_site(place);
        return made;
    }
    double grid = work->policy->grid_deg;
    if (grid > 0 && place->has_point) {
        place->lat_deg = rounded(place->lat_deg, grid);
        place->lon_deg = rounded(place->lon_deg, grid);
    }
    if (grid > 0 && place->precision == PRECISION_EXACT)
        place->precision = PRECISION_NEAR;
    if (work->policy->is_coarse && place->precision == PRECISION_NEAR)
        place->precision = PRECISION_DISTRICT;
    return made;
}

const Str *public_list(const PublicWork *work, const Str *items, size_t count)
{
    Str *made = ARENA_ARRAY(work->arena, Str, count + 1);
    for (size_t i = 0; i < count; i++)
        made[i] = public_words(work, items[i]);
    return made;
}

static bool is_handle_private(const PublicWork *work, const Attribution *a)
{
    return work->policy->handles && a->handle.len > 0 && !work->policy->kept[a->party];
}

static void make_attribution(const Maker *m, const Attribution *old, Attribution *made)
{
    const PublicWork *work = m->work;
    *made = *old;
    made->source = moved(m, old->source);
    made->cue = moved(m, old->cue);
    Span *content = ARENA_ARRAY(work->arena, Span, old->content_count + 1);
    for (size_t i = 0; i < old->content_count; i++)
        content[i] = moved(m, old->content[i]);
    made->content = content;
    Str *chain = ARENA_ARRAY(work->arena, Str, old->chain_count + 1);
    for (size_t i = 0; i < old->chain_count; i++)
        chain[i] = public_voice(work, old->chain[i]);
    made->chain = chain;
    made->speaker = public_voice(work, old->speaker);
    made->name = public_voice(work, old->name);
    made->office = public_voice(work, old->office);
    if (is_handle_private(work, old))
        made->handle = STR("[withheld]");
}

static bool is_at_site(const PublicWork *work, const Str *targets, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (public_is_site(work, targets[i]))
            return true;
    }
    return false;
}

/* Does nothing of the passage remain but the mark? */
static bool is_left_out(const Maker *m, Span passage)
{
    return !span_is_empty(passage) && str_equal(str_trim(public_slice(&m->text, passage)), STR("[withheld]"));
}

static void place_claim(const Maker *m, const Claim *old, Claim *made)
{
    bool at_site = is_at_site(m->work, old->targets, old->target_count);
    if (is_left_out(m, old->evidence)) {
        made->place = NULL;
        made->place_count = 0;
        return;
    }
    const PlaceMention **places = ARENA_ARRAY(m->work->arena, const PlaceMention *, old->place_count + 1);
    made->place = public_place(m->work, old->place, at_site);
    for (size_t i = 0; i < old->place_count; i++)
        places[i] = old->places[i] == old->place ? made->place : public_place(m->work, old->places[i], at_site);
    made->places = places;
}

/* Where the claim's attribution stands among the report's; made for itself where it is none of them. */
static const Attribution *attribution_of(const Maker *m, const Extraction *made, const Attribution *old)
{
    if (!old)
        return NULL;
    if (old >= m->old->attributions && old < m->old->attributions + m->old->attribution_count)
        return &made->attributions[old - m->old->attributions];
    Attribution *alone = ARENA_NEW(m->work->arena, Attribution);
    make_attribution(m, old, alone);
    return alone;
}

/* How the claim stands; not who decided so, nor what it was. */
static const ClaimDecided *verdict_alone(Arena *arena, const ClaimDecided *old)
{
    if (!old)
        return NULL;
    ClaimDecided *made = ARENA_NEW(arena, ClaimDecided);
    *made = (ClaimDecided){.verdict = old->verdict, .fields = old->fields};
    return made;
}

static void make_claim(const Maker *m, const Extraction *report, const Claim *old, Claim *made)
{
    const PublicWork *work = m->work;
    *made = *old;
    made->role = words(m, old->role);
    made->unit = words(m, old->unit);
    made->count_span = moved(m, old->count_span);
    made->victims = moved(m, old->victims);
    made->window_span = moved(m, old->window_span);
    made->evidence = moved(m, old->evidence);
    made->sentence = moved(m, old->sentence);
    made->targets = public_list(work, old->targets, old->target_count);
    made->operation = public_voice(work, old->operation);
    Str *perpetrators = ARENA_ARRAY(work->arena, Str, old->perpetrator_count + 1);
    for (size_t i = 0; i < old->perpetrator_count; i++)
        perpetrators[i] = public_voice(work, old->perpetrators[i]);
    made->perpetrators = perpetrators;
    made->attribution = attribution_of(m, report, old->attribution);
    made->decided = verdict_alone(work->arena, old->decided);
    if (!old->decided || old->decided->found)
        made->rule = old->rule;
    else
        made->rule = STR("added by the desk");
    place_claim(m, old, made);
}

static const Block *make_blocks(const Maker *m, const Block *old, size_t count)
{
    Block *made = ARENA_ARRAY(m->work->arena, Block, count + 1);
    for (size_t i = 0; i < count; i++) {
        made[i] = old[i];
        made[i].span = moved(m, old[i].span);
    }
    return made;
}

static const Flag *make_flags(const Maker *m, const Flag *old, size_t count)
{
    Flag *made = ARENA_ARRAY(m->work->arena, Flag, count + 1);
    for (size_t i = 0; i < count; i++) {
        made[i] = old[i];
        made[i].span = moved(m, old[i].span);
        made[i].note = public_voice(m->work, old[i].note);
    }
    return made;
}

/* An address with a withheld name in it is cut down to its host: one with a mark inside leads nowhere. */
static Str address(const PublicWork *work, Str url)
{
    Str made = public_address(work, url);
    if (str_equal(made, url))
        return url;
    size_t scheme = str_find(made, STR("://"), 0);
    size_t path = scheme == SIZE_MAX ? SIZE_MAX : str_find_char(made, '/', scheme + 3);
    Str host = path == SIZE_MAX ? STR_NONE : str_slice(made, 0, path + 1);
    return str_find(host, STR("[withheld]"), 0) == SIZE_MAX ? host : STR_NONE;
}

/* The title as the text now has it, where it stands there; addresses and file names may hold names in small letters. */
static void make_names(const Maker *m, const Document *old, Document *made)
{
    size_t at = old->title.len > 0 ? str_find(m->text.old, old->title, 0) : SIZE_MAX;
    if (!span_is_empty(old->headline))
        made->title = public_slice(&m->text, old->headline);
    else if (at != SIZE_MAX)
        made->title = public_slice(&m->text, (Span){(uint32_t)at, (uint32_t)(at + old->title.len)});
    else
        made->title = public_words(m->work, old->title);
    made->url = address(m->work, old->url);
    made->path = public_address(m->work, old->path);
    made->author = public_voice(m->work, old->author);
    if (old->author.len > 0 && (old->is_personal || old->publisher.len == 0)) /* of a chat, a mail, no outlet's */
        made->author = STR("[withheld]");
    if (old->is_personal) /* the name of the chat */
        made->path = STR("[withheld]");
    made->publisher = public_voice(m->work, old->publisher);
}

static const Document *make_document(const Maker *m)
{
    const Document *old = m->old->document;
    Document *made = ARENA_NEW(m->work->arena, Document);
    *made = *old;
    made->text = m->text.text;
    made->original = STR_NONE;
    made->headline = moved(m, old->headline);
    make_names(m, old, made);
    if (m->text.cuts->count > 0) { /* no way back into bytes that are withheld, and no hash to try guesses on */
        made->sha256 = STR_NONE;
        made->raw_runs = NULL;
        made->raw_run_count = 0;
    }
    made->blocks = make_blocks(m, old->blocks, old->block_count);
    made->cells = NULL;
    made->cell_count = 0;
    made->flags = make_flags(m, old->flags, old->flag_count);
    return made;
}

static void make_spans(const Maker *m, Extraction *made)
{
    Arena *arena = m->work->arena;
    Span *sentences = ARENA_ARRAY(arena, Span, made->sentence_count + 1);
    for (size_t i = 0; i < made->sentence_count; i++)
        sentences[i] = moved(m, m->old->sentences[i]);
    made->sentences = sentences;
    PlaceMention *places = ARENA_ARRAY(arena, PlaceMention, made->place_count + 1);
    for (size_t i = 0; i < made->place_count; i++) {
        places[i] = *public_place(m->work, &m->old->places[i], false);
        places[i].span = moved(m, m->old->places[i].span);
    }
    made->places = places;
    TimeMention *times = ARENA_ARRAY(arena, TimeMention, made->time_count + 1);
    for (size_t i = 0; i < made->time_count; i++) {
        times[i] = m->old->times[i];
        times[i].span = moved(m, times[i].span);
    }
    made->times = times;
    Attribution *attributions = ARENA_ARRAY(arena, Attribution, made->attribution_count + 1);
    for (size_t i = 0; i < made->attribution_count; i++)
        make_attribution(m, &m->old->attributions[i], &attributions[i]);
    made->attributions = attributions;
}

/* Places that were read from words that are now withheld are as private as these. */
static void withhold_places(const PublicWork *work, const Extraction *old, const Spans *cuts)
{
    size_t next = 0;
    for (size_t i = 0; i < old->place_count; i++) {
        Span span = old->places[i].span;
        while (next < cuts->count && cuts->items[next].end <= span.start)
            next++;
        if (next < cuts->count && span_overlaps(cuts->items[next], span))
            (void)map_add(work->places, old->places[i].place.name);
    }
}

PublicReport public_report(const PublicWork *work, const Extraction *old)
{
    Spans *cuts = ARENA_NEW(work->arena, Spans);
    Spans sites = public_find_sites(work, old);
    withhold_places(work, old, &sites);
    *cuts = public_find(work, old);
    Maker m = {work, old, public_text(work->arena, old->document->text, cuts)};
    Extraction *made = ARENA_NEW(work->arena, Extraction);
    *made = *old;
    made->document = make_document(&m);
    made->blocks = make_blocks(&m, old->blocks, old->block_count);
    made->flags = make_flags(&m, old->flags, old->flag_count);
    make_spans(&m, made);
    made->claims = ARENA_ARRAY(work->arena, Claim, old->claim_count + 1);
    for (size_t i = 0; i < old->claim_count; i++)
        make_claim(&m, made, &old->claims[i], &made->claims[i]);
    made->incidents = ARENA_ARRAY(work->arena, Incident, old->incident_count + 1);
    for (size_t i = 0; i < old->incident_count; i++)
        made->incidents[i] = public_incident(work, &old->incidents[i]);
    return (PublicReport){old, made, m.text};
}
