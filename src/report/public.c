/* The order of it: who stays, who goes, each report rewritten, then what the situation itself says. */
#include "report/public.h"

#include "report/public_parts.h"

#include <math.h>

enum { DIAMETER_GRID_KM = 10 };

static Str *voices(const PublicWork *work, const Str *items, size_t count)
{
    Str *made = ARENA_ARRAY(work->arena, Str, count + 1);
    for (size_t i = 0; i < count; i++)
        made[i] = public_voice(work, items[i]);
    return made;
}

static void make_estimates(const PublicWork *work, Estimates *estimates)
{
    for (size_t o = 0; o < OUTCOME_COUNT_; o++) {
        for (size_t c = 0; c < CELL_COUNT_; c++) {
            Estimate *cell = &estimates->cells[o][c];
            cell->working = public_voice(work, cell->working);
            cell->people = cell->people.len > 0 ? STR("the desk had a part in it") : STR_NONE;
            ClaimedFigure *claimed = ARENA_ARRAY(work->arena, ClaimedFigure, cell->claimed_count + 1);
            for (size_t i = 0; i < cell->claimed_count; i++) {
                claimed[i] = cell->claimed[i];
                claimed[i].text = public_words(work, claimed[i].text);
            }
            cell->claimed = claimed;
        }
    }
}

bool public_incident_at_site(const PublicWork *work, const Incident *incident)
{
    for (size_t i = 0; i < incident->target_count; i++) {
        if (public_is_site(work, incident->targets[i]))
            return true;
    }
    return incident->place && public_is_site(work, incident->place->place.name);
}

/* s with every occurrence of one name replaced by another: the fine place in a heading. A name that goes goes with the comma before it. */
static Str renamed(Arena *arena, Str s, Str from, Str to)
{
    Buf out = {0};
    size_t at = 0;
    size_t found = 0;
    while (from.len > 0 && (found = str_find(s, from, at)) != SIZE_MAX) {
        bool parted = to.len == 0 && found >= at + 2 && str_equal(str_slice(s, found - 2, found), STR(", "));
        buf_put(&out, str_slice(s, at, parted ? found - 2 : found));
        buf_put(&out, to);
        at = found + from.len;
    }
    buf_put(&out, str_drop(s, at));
    Str made = arena_copy(arena, buf_str(&out));
    buf_free(&out);
    return made;
}

static void make_versions(const PublicWork *work, const Incident *old, Incident *made)
{
    Version *versions = ARENA_ARRAY(work->arena, Version, old->version_count + 1);
    for (size_t i = 0; i < old->version_count; i++) {
        versions[i] = old->versions[i];
        make_estimates(work, &versions[i].estimates);
    }
    made->versions = versions;
    HistoryStep *history = ARENA_ARRAY(work->arena, HistoryStep, old->history_count + 1);
    for (size_t i = 0; i < old->history_count; i++) {
        Estimates *estimates = ARENA_NEW(work->arena, Estimates);
        *estimates = *old->history[i].estimates;
        make_estimates(work, estimates);
        history[i] = old->history[i];
        history[i].estimates = estimates;
    }
    made->history = history;
}

Incident public_incident(const PublicWork *work, const Incident *old)
{
    Incident made = *old;
    bool at_site = public_incident_at_site(work, old);
    made.place = public_place(work, old->place, at_site);
    made.name = public_words(work, old->name);
    made.reasons = voices(work, old->reasons, old->reason_count);
    if (old->place && !str_equal(old->place->place.name, made.place->place.name)) {
        made.name = renamed(work->arena, made.name, old->place->place.name, made.place->place.name);
        made.reason_count = 0; /* they name the place and how far it is */
    }
    made.targets = public_list(work, old->targets, old->target_count);
    made.perpetrators = voices(work, old->perpetrators, old->perpetrator_count);
    make_estimates(work, &made.estimates);
    Estimates *beside = ARENA_ARRAY(work->arena, Estimates, old->beside_count + 1);
    for (size_t i = 0; i < old->beside_count; i++) {
        beside[i] = old->beside[i];
        make_estimates(work, &beside[i]);
    }
    made.beside = beside;
    make_versions(work, old, &made);
    return made;
}

static void make_claims(const PublicWork *work, const PublicReport *reports, Situation *made)
{
    made->claims = ARENA_ARRAY(work->arena, SituationClaim, made->claim_count + 1);
    for (size_t i = 0; i < made->claim_count; i++) {
        const SituationClaim *old = &work->from->claims[i];
        const PublicReport *report = &reports[old->document];
        made->claims[i] = *old;
        made->claims[i].claim = &report->made->claims[old->claim - report->old->claims];
        made->claims[i].origin = public_address(work, old->origin);
    }
}

/* The names of the farthest pair are those of incidents: what was coarsened there is coarsened here. */
static Str wave_place(const PublicWork *work, const Situation *made, Str name)
{
    for (size_t i = 0; i < made->incident_count; i++) {
        const PlaceMention *old = work->from->incidents[i].place;
        if (old && str_equal(old->place.name, name) && !str_equal(made->incidents[i].place->place.name, name))
            return made->incidents[i].place->place.name;
    }
    return name;
}

static void make_waves(const PublicWork *work, Situation *made)
{
    made->waves = ARENA_ARRAY(work->arena, Wave, made->wave_count + 1);
    for (size_t i = 0; i < made->wave_count; i++) {
        Wave *wave = &made->waves[i];
        *wave = work->from->waves[i];
        wave->claimant = public_voice(work, wave->claimant);
        wave->operation = public_voice(work, wave->operation);
        wave->from_place = wave_place(work, made, wave->from_place);
        wave->to_place = wave_place(work, made, wave->to_place);
        if (wave->diameter_km >= 0)
            wave->diameter_km = round(wave->diameter_km / DIAMETER_GRID_KM) * DIAMETER_GRID_KM;
    }
}

static Str drift_words(const PublicWork *work, const Situation *made, const Drift *drift, Str words, int32_t claim)
{
    bool place = str_equal(drift->field, STR("place"));
    if (place && claim >= 0)
        return made->claims[claim].claim->place ? made->claims[claim].claim->place->place.name : STR("[withheld]");
    return public_words(work, words);
}

static void make_copies(const PublicWork *work, Situation *made)
{
    CopyGroup *copies = ARENA_ARRAY(work->arena, CopyGroup, made->copy_count + 1);
    for (size_t i = 0; i < made->copy_count; i++) {
        copies[i] = work->from->copies[i];
        Drift *drift = ARENA_ARRAY(work->arena, Drift, copies[i].drift_count + 1);
        for (size_t k = 0; k < copies[i].drift_count; k++) {
            const Drift *old = &work->from->copies[i].drift[k];
            drift[k] = *old;
            drift[k].from = drift_words(work, made, old, old->from, old->from_claim);
            drift[k].to = drift_words(work, made, old, old->to, old->to_claim);
        }
        copies[i].drift = drift;
    }
    made->copies = copies;
}

static void make_notes(const PublicWork *work, const PublicReport *reports, Situation *made)
{
    Conflict *conflicts = ARENA_ARRAY(work->arena, Conflict, made->conflict_count + 1);
    for (size_t i = 0; i < made->conflict_count; i++) {
        conflicts[i] = work->from->conflicts[i];
        conflicts[i].note = public_voice(work, conflicts[i].note);
        if (conflicts[i].document >= 0)
            conflicts[i].span = public_span(&reports[conflicts[i].document].text, conflicts[i].span);
    }
    made->conflicts = conflicts;
    DerivedSum *sums = ARENA_ARRAY(work->arena, DerivedSum, made->sum_count + 1);
    for (size_t i = 0; i < made->sum_count; i++) {
        sums[i] = work->from->sums[i];
        sums[i].note = public_voice(work, sums[i].note);
    }
    made->sums = sums;
}

static void make_situation(const PublicWork *work, const PublicReport *reports, Situation *made)
{
    made->documents = ARENA_ARRAY(work->arena, SituationDocument, made->document_count + 1);
    for (size_t i = 0; i < made->document_count; i++) {
        made->documents[i] = work->from->documents[i];
        made->documents[i].extraction = reports[i].made;
    }
    make_claims(work, reports, made);
    made->incidents = ARENA_ARRAY(work->arena, Incident, made->incident_count + 1);
    for (size_t i = 0; i < made->incident_count; i++)
        made->incidents[i] = public_incident(work, &work->from->incidents[i]);
    make_waves(work, made);
    make_copies(work, made);
    make_notes(work, reports, made);
    made->decisions = NULL; /* who reviews, and why, is the desk's own */
    made->decision_count = 0;
    made->notices = work->policy->statements;
    made->notice_count = work->policy->statement_count;
}

Situation *public_edition(const PublicPolicy *policy, const Language *language, const Gazetteer *gazetteer,
                          const Situation *situation, Arena *arena)
{
    PublicWork work = {.policy = policy,
                       .language = language,
                       .gazetteer = gazetteer,
                       .from = situation,
                       .names = public_names(arena),
                       .handles = map_create(arena),
                       .places = map_create(arena),
                       .arena = arena};
    for (size_t i = 0; i < situation->document_count; i++)
        public_find_spared(&work, situation->documents[i].extraction);
    for (size_t i = 0; i < situation->document_count; i++)
        public_find_names(&work, situation->documents[i].extraction);
    for (size_t i = 0; i < policy->listed_count; i++)
        public_names_list(&work.names, policy->listed[i]);
    PublicReport *reports = ARENA_ARRAY(arena, PublicReport, situation->document_count + 1);
    for (size_t i = 0; i < situation->document_count; i++)
        reports[i] = public_report(&work, situation->documents[i].extraction);
    Situation *made = ARENA_NEW(arena, Situation);
    *made = *situation;
    make_situation(&work, reports, made);
    return made;
}
