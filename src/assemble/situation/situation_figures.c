#include "assemble/basis/bucket.h"
#include "assemble/basis/traits.h"
#include "assemble/copies/lineage.h"
#include "assemble/figure/grade.h"
#include "assemble/figure/share.h"
#include "assemble/figure/toll.h"
#include "assemble/figure/toll_column.h"
#include "assemble/figure/version.h"
#include "assemble/situation/situation.h"
#include "base/map.h"

/* The figures of an incident's claims. */
typedef struct {
    Figure *items;
    size_t count;
} Figures;

/* Is the report headed by this town, and does it name neither the region nor another place in it? */
static bool tells_of_one_town(const Extraction *report, const Place *town, const Place *region)
{
    if (str_find(report->document->title, town->name, 0) == SIZE_MAX)
        return false;
    for (size_t i = 0; i < report->place_count; i++) {
        const Place *place = &report->places[i].place;
        if (!report->places[i].people && place_holds(region, place) && !place_same(place, town))
            return false;
    }
    return true;
}

bool situation_is_local(const Builder *b, const Figure *figure, const Incident *incident)
{
    const PlaceMention *town = figure->claim->place;
    if (claim_is_local(figure->claim, incident))
        return true;
    return place_is_spot(town) && incident->place && !place_is_spot(incident->place) &&
           place_holds(&incident->place->place, &town->place) &&
           !place_may_hold(&town->place, &incident->place->place) &&
           tells_of_one_town(b->documents[figure->document], &town->place, &incident->place->place);
}

/* "A storm that killed 40 last December", in a report of today's: days told for the figure that lie a month or more before the
 * incident's. */
static bool is_of_earlier(const Claim *claim, const Incident *incident)
{
    enum { EARLIER_DAYS = 30 };
    return claim_states_days(claim) && window_is_known(incident->window) &&
           claim->window.last + EARLIER_DAYS < incident->window.first;
}

/* The country of the place that the figure's own sentence tells, "". */
static Str country_told(const Figure *figure)
{
    const Claim *claim = figure->claim;
    return claim_names_place(claim) ? claim->place->place.country : STR("");
}

static bool is_told_of(const Figure *figure, Str country)
{
    return country.len > 0 && str_equal(country_told(figure), country);
}

static bool is_told_abroad(const Figure *figure, Str home)
{
    Str country = country_told(figure);
    return country.len > 0 && !str_equal(country, home);
}

/* Where the incident's place is a country, and more is told of it than of any other: figures of a place across its border are of
 * another event, of the same day say, or of a part. A country beside a figure may be where the victims came from. */
static void mark_abroad(const Incident *incident, Figures figures)
{
    if (!incident->place || incident->place->place.precision != PRECISION_COUNTRY)
        return;
    Str own = incident->place->place.country;
    size_t at_home = 0;
    size_t abroad = 0;
    for (size_t i = 0; i < figures.count; i++) {
        at_home += is_told_of(&figures.items[i], own);
        abroad += is_told_abroad(&figures.items[i], own);
    }
    if (own.len == 0 || at_home <= abroad)
        return;
    for (size_t i = 0; i < figures.count; i++) {
        Figure *figure = &figures.items[i];
        if (is_told_abroad(figure, own) && figure->claim->place->place.precision != PRECISION_COUNTRY)
            figure->local = true;
    }
}

/* Does the same report tell the outcome of more people, and not of that region? */
static bool is_told_of_more(Figures figures, const Figure *of)
{
    const Claim *claim = of->claim;
    for (size_t i = 0; i < figures.count; i++) {
        const Figure *x = &figures.items[i];
        if (x->document == of->document && x->claim->outcome == claim->outcome &&
            x->claim->count.low > claim->count.low &&
            (!x->claim->place || !place_holds(&claim->place->place, &x->claim->place->place)))
            return true;
    }
    return false;
}

/* "At least 405 died; in Vale 12 deaths are confirmed": of an event that lies in another region, the smaller number is of a part, or of
 * another event. */
static void mark_regions(const Incident *incident, Figures figures)
{
    if (!incident->place || incident->place->place.precision != PRECISION_REGION)
        return;
    for (size_t i = 0; i < figures.count; i++) {
        Figure *figure = &figures.items[i];
        const Claim *claim = figure->claim;
        if (claim_names_place(claim) && claim->place->place.precision == PRECISION_REGION &&
            !place_meets(&claim->place->place, &incident->place->place) && is_told_of_more(figures, figure))
            figure->local = true;
    }
}

/* "Eleven in Goma and six in Sake": another report that tells of Goma alone tells of a part. */
static void mark_shares(Figures figures)
{
    for (size_t s = 0; s < figures.count; s++)
        for (size_t i = 0; figures.items[s].claim->shared_out && i < figures.count; i++)
            if (share_is_told(&figures.items[i], &figures.items[s]))
                figures.items[i].local = true;
}

/* The largest figure of the outcome that the text tells of few days; -1. */
static int64_t most_of_days(Figures figures, Outcome outcome, int64_t few)
{
    int64_t most = -1;
    for (size_t i = 0; i < figures.count; i++) {
        const Claim *claim = figures.items[i].claim;
        if (claim->outcome == outcome && claim_states_days(claim) && window_days(claim->window) <= few &&
            claim->count.low > most)
            most = claim->count.low;
    }
    return most;
}

enum { MONTH_AT = 15 /* days: of more, a figure is of all that happened in them */ };

static bool is_of_a_month(const Claim *claim)
{
    return claim->kind == KIND_CASUALTY && claim->has_count && claim_states_days(claim) &&
           window_days(claim->window) >= MONTH_AT;
}

/* "258 were killed in March, 120 of them in Goma": a report of a month has figures of it that do not say so again. */
static bool is_of_period(const Figure *figure, int64_t most)
{
    if (is_of_a_month(figure->claim) || claim_states_days(figure->claim))
        return is_of_a_month(figure->claim);
    for (size_t i = 0; i < figure->extraction->claim_count; i++) {
        const Claim *claim = &figure->extraction->claims[i];
        if (is_of_a_month(claim) && !claim->background && claim->outcome == figure->claim->outcome &&
            claim->count.low > most)
            return true;
    }
    return false;
}

/* Where the incident's own day is known and its toll is nowhere near, a month's figure is a sum of all that happened in it. Of a
 * disaster the month may be all that is told of its day. */
static size_t without_periods(const Incident *incident, Figures figures)
{
    enum { FEW = 7, TIMES = 3 };
    if (!window_is_known(incident->window) || window_days(incident->window) > FEW || traits_is_disaster(incident))
        return figures.count;
    int64_t most[OUTCOME_COUNT_];
    for (Outcome o = OUTCOME_KILLED; o < OUTCOME_COUNT_; o++)
        most[o] = most_of_days(figures, o, FEW);
    size_t kept = 0;
    for (size_t i = 0; i < figures.count; i++) {
        const Figure *figure = &figures.items[i];
        int64_t far = TIMES * most[figure->claim->outcome];
        if (!(far > 0 && figure->claim->count.low > far && is_of_period(figure, far)))
            figures.items[kept++] = *figure;
    }
    return kept;
}

/* What an armed group's voice tells of the same outcome of soldiers, and nothing of others. */
static int64_t most_of_foes(Figures figures, const Figure *of)
{
    int64_t most = -1;
    for (size_t i = 0; i < figures.count; i++) {
        const Claim *claim = figures.items[i].claim;
        if (claim->outcome != of->claim->outcome || claim->victim_class == CLASS_UNKNOWN ||
            !str_equal(figures.items[i].voice.key, of->voice.key))
            continue;
        if (claim->victim_class != CLASS_SECURITY)
            return -1;
        most = claim->count.low > most ? claim->count.low : most;
    }
    return most;
}

/* An armed group said that it killed 57 soldiers; "we counted 57 bodies", it says, and "67 dead": of its enemy too. */
static void mark_foes(const Builder *b, Figures figures)
{
    for (size_t i = 0; i < figures.count; i++) {
        Figure *figure = &figures.items[i];
        const Claim *claim = figure->claim;
        if (figure->voice.party != PARTY_ARMED_GROUP || claim->victim_class != CLASS_UNKNOWN || claim->subgroups != 0 ||
            claim->part_of >= 0)
            continue;
        int64_t most = most_of_foes(figures, figure);
        if (most <= 0 || 2 * claim->count.low < most)
            continue;
        Claim *foes = ARENA_NEW(b->arena, Claim);
        *foes = *claim;
        foes->victim_class = CLASS_SECURITY;
        figure->claim = foes;
        figure->recast = true;
    }
}

static Figures figures_of(const Builder *b, const Incident *incident)
{
    uint32_t *claims = ARENA_ARRAY(b->arena, uint32_t, incident->claim_count + 1);
    if (incident->claim_count > 0)
        memcpy(claims, incident->claims, incident->claim_count * sizeof *claims);
    size_t count = bucket_sort_once(claims, incident->claim_count);
    Figures out = {ARENA_ARRAY(b->arena, Figure, count + 1), 0};
    for (size_t i = 0; i < count; i++) {
        int32_t figure = b->figure_at[claims[i]];
        if (figure >= 0 && !is_of_earlier(b->figures[figure].claim, incident))
            out.items[out.count++] = b->figures[figure];
    }
    out.count = without_periods(incident, out);
    for (size_t i = 0; i < out.count; i++)
        out.items[i].local = situation_is_local(b, &out.items[i], incident);
    mark_foes(b, out);
    mark_abroad(incident, out);
    mark_regions(incident, out);
    mark_shares(out);
    return out;
}

static void set_version(const Builder *b, Figures figures, const Profile *own_account, Version *version)
{
    Figure *own = ARENA_ARRAY(b->arena, Figure, figures.count + 1);
    size_t n = 0;
    for (size_t i = 0; i < figures.count; i++)
        if (version_holds(version, figures.items[i].claim))
            own[n++] = figures.items[i];
    reconcile(own, n, own_account, b->arena, &version->estimates);
}

static void set_versions(const Builder *b, Incident *incident, Figures figures, const Profile *own_account)
{
    Version *versions = versions_of(b->s, incident, b->arena, &incident->version_count);
    for (size_t i = 0; i < incident->version_count; i++)
        set_version(b, figures, own_account, &versions[i]);
    incident->versions = versions;
}

/* ---- how the table came about ---- */

/* Of how many more reports with figures the next table is made: of each at first, then of ever more, so that an incident of
 * thousands of reports takes little longer for each of them. */
static size_t stride_at(size_t reports)
{
    enum { EACH_OF = 256, TABLES_A_DOUBLING = 64 };
    return reports < EACH_OF ? 1 : 1 + (reports - EACH_OF) / TABLES_A_DOUBLING;
}

/* Tells the tally the figures of the next report that is known by then; false: there is none. */
static bool tell_report(Tally *tally, Figures figures, uint32_t by_document, size_t *known)
{
    size_t start = *known;
    if (start == figures.count || figures.items[start].document > by_document)
        return false;
    while (*known < figures.count && figures.items[*known].document == figures.items[start].document)
        ++*known;
    tally_add(tally, figures.items + start, *known - start);
    return true;
}

/* A step for every document, where no new figures came with the table as it was; of very many, for those whose table is made. */
static void set_history(const Builder *b, Incident *incident, Figures figures, Arena *scratch)
{
    HistoryStep *steps = ARENA_ARRAY(b->arena, HistoryStep, incident->document_count + 1);
    const Estimates *now = ARENA_NEW(b->arena, Estimates);
    Tally *tally = tally_begin(figures.items, figures.count, b->profile, b->arena, scratch);
    size_t known = 0;
    size_t reports = 0;
    size_t untold = 0; /* reports since the table was made */
    for (size_t i = 0; i < incident->document_count; i++) {
        while (tell_report(tally, figures, incident->documents[i], &known)) {
            reports++;
            untold++;
        }
        size_t stride = stride_at(reports);
        bool last = i + 1 == incident->document_count;
        if (stride > 1 && untold < stride && !last)
            continue;
        if (untold > 0) {
            Estimates *next = arena_room(b->arena, 1, sizeof *next, alignof(Estimates));
            tally_estimates(tally, next);
            now = next;
            untold = 0;
        }
        steps[incident->history_count++] =
            (HistoryStep){b->documents[incident->documents[i]]->document->published, incident->documents[i], now};
    }
    incident->history = steps;
}

/* ---- what people had a part in ---- */

static void put_person(Buf *out, const Builder *b, uint32_t claim)
{
    const ClaimDecided *decided = b->s->claims[claim].claim->decided;
    const Decision *last = decided->by[decided->by_count - 1];
    buf_put(out, verdict_name(decided->verdict));
    buf_put(out, STR(" by "));
    buf_put(out, last->person);
    buf_put(out, STR(", "));
    moment_write(out, (Moment){.seconds = last->made_at, .precision = MOMENT_DAY});
}

/* Those of the claims that somebody decided on, each with who and when. */
static void put_decided(const Builder *b, const uint32_t *claims, size_t count, Str label, Buf *out)
{
    for (size_t i = 0; claims && i < count; i++) {
        if (!b->s->claims[claims[i]].claim->decided)
            continue;
        buf_put(out, out->len > 0 ? STR("; ") : STR(""));
        buf_put(out, label);
        buf_int(out, situation_point(b->s, claims[i]));
        buf_char(out, ' ');
        put_person(out, b, claims[i]);
        label = STR("");
    }
}

/* "12 edited by A. Coder, 2026-02-01; set aside: 11 rejected by B. Editor, 2026-02-02" */
static void put_people(const Builder *b, Estimate *cell)
{
    Buf text = {0};
    put_decided(b, cell->claims, cell->claim_count, STR(""), &text);
    put_decided(b, cell->aside, cell->aside_count, STR("set aside: "), &text);
    cell->people = arena_copy(b->arena, buf_str(&text));
    buf_free(&text);
}

static bool is_aside_in(const Builder *b, uint32_t claim, Outcome outcome, CellKind cell)
{
    const SituationClaim *c = &b->s->claims[claim];
    if (!claim_is_aside(c->claim) || c->claim->kind != KIND_CASUALTY || c->claim->outcome != outcome ||
        !c->claim->has_count)
        return false;
    Figure figure = lineage_figure(b->s, claim, b->arena);
    return cell_takes(cell, &figure);
}

static void set_people(const Builder *b, Incident *incident)
{
    for (int outcome = OUTCOME_KILLED; outcome < OUTCOME_COUNT_; outcome++)
        for (int kind = 0; kind < CELL_COUNT_; kind++) {
            Estimate *cell = &incident->estimates.cells[outcome][kind];
            uint32_t *aside = NULL;
            size_t cap = 0;
            for (size_t i = 0; i < incident->claim_count; i++) {
                if (!is_aside_in(b, incident->claims[i], (Outcome)outcome, (CellKind)kind))
                    continue;
                aside = arena_grow(b->arena, aside, cell->aside_count, &cap, sizeof *aside);
                aside[cell->aside_count++] = incident->claims[i];
            }
            cell->aside = aside;
            put_people(b, cell);
        }
}

static bool is_truncated(const Extraction *x)
{
    for (size_t i = 0; i < x->flag_count; i++)
        if (x->flags[i].kind == FLAG_TRUNCATED)
            return true;
    return false;
}

/* "; not read to the end: a, b", of the incident's reports. */
static Str truncated_of(const Builder *b, const Incident *incident)
{
    Buf text = {0};
    for (size_t i = 0; i < incident->document_count; i++) {
        const Extraction *x = b->documents[incident->documents[i]];
        if (!is_truncated(x))
            continue;
        buf_put(&text, text.len > 0 ? STR(", ") : STR("; not read to the end: "));
        buf_put(&text, x->document->id);
    }
    Str out = arena_copy(b->arena, buf_str(&text));
    buf_free(&text);
    return out;
}

/* A figure of reports of which a part was not read says so. */
static void note_truncated(const Builder *b, Incident *incident)
{
    Str note = truncated_of(b, incident);
    Estimate *cells = &incident->estimates.cells[0][0];
    for (size_t i = 0; note.len > 0 && i < (size_t)OUTCOME_COUNT_ * CELL_COUNT_; i++) {
        if (!cells[i].present)
            continue;
        Buf working = {0};
        buf_put(&working, cells[i].working);
        buf_put(&working, note);
        cells[i].working = arena_copy(b->arena, buf_str(&working));
        buf_free(&working);
    }
}

void situation_figures(Builder *b)
{
    Profile own_account = *b->profile; /* a version is the party's own: its word on its enemy stands in it */
    own_account.enemy = ENEMY_COUNTS;
    Arena *scratch = arena_create();
    for (size_t i = 0; i < b->s->incident_count; i++) {
        Incident *incident = &b->s->incidents[i];
        Figures figures = figures_of(b, incident);
        grade_incident(figures.items, figures.count, b->profile, b->arena, incident);
        set_versions(b, incident, figures, &own_account);
        set_history(b, incident, figures, scratch);
        note_truncated(b, incident);
        if (b->decided.count > 0)
            set_people(b, incident);
    }
    arena_destroy(scratch);
}

static bool same_cell(const Claim *a, const Claim *b)
{
    return a->outcome == b->outcome && a->victim_class == b->victim_class && a->subgroups == b->subgroups &&
           a->count_form != COUNT_WORD && b->count_form != COUNT_WORD && a->count_form != COUNT_DESCRIBED &&
           b->count_form != COUNT_DESCRIBED && a->part_of < 0 && b->part_of < 0;
}

/* The days of the later figure hold those of the earlier, or one of them states none. */
static bool covers(const Claim *later, const Claim *earlier)
{
    bool both = !span_is_empty(later->window_span) && !span_is_empty(earlier->window_span);
    return !both || window_holds(later->window, earlier->window);
}

/* Of two figures of one voice. */
static bool supersedes(const Builder *b, const Figure *later, const Figure *earlier)
{
    if (later->time <= earlier->time)
        return false;
    if (b->s->claims[later->index].incident != b->s->claims[earlier->index].incident)
        return false;
    if (area_is_apart(later->area.countries, earlier->area.countries))
        return false;
    return same_cell(later->claim, earlier->claim) && covers(later->claim, earlier->claim);
}

void situation_supersede(Builder *b)
{
    Map *voices = map_create(b->arena);
    int32_t *number_of = ARENA_ARRAY(b->arena, int32_t, b->figure_count + 1);
    for (size_t i = 0; i < b->figure_count; i++)
        number_of[i] = (int32_t)map_add(voices, b->figures[i].voice.key);
    Buckets by_voice = bucket_by(number_of, b->figure_count, map_count(voices) + 1, b->arena);
    for (size_t n = 0; n < b->figure_count; n++) {
        const Figure *earlier = &b->figures[by_voice.items[n]];
        size_t end = by_voice.starts[number_of[by_voice.items[n]] + 1];
        bool found = earlier->voice.narrator && !earlier->voice.identified;
        for (size_t k = n + 1; k < end && !found; k++) {
            found = supersedes(b, &b->figures[by_voice.items[k]], earlier);
            if (found)
                b->s->claims[earlier->index].superseded_by = (int32_t)b->figures[by_voice.items[k]].index;
        }
    }
}
