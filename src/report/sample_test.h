/*
 * sample_test — a small made-up situation for the tests of report/: four reports in our own words about
 * one day's attacks, with a copy that drifted, a superseded figure, a party's claims about its
 * enemy, conflicts, disruptions, quotations and an older event. Everything lives in the arena.
 *
 *     const Situation *s = sample_situation(arena);
 */
#ifndef DAYBOOK_REPORT_SAMPLE_TEST_H
#define DAYBOOK_REPORT_SAMPLE_TEST_H

#include <assert.h>

#include "assemble/basis/profile.h"
#include "model/situation.h"

enum {
    SAMPLE_SECURITY,
    SAMPLE_CIVILIANS,
    SAMPLE_RANGE,
    SAMPLE_SCORES,
    SAMPLE_RAIL_TRIED,
    SAMPLE_ATTACKS,
    SAMPLE_TARGETS,
    SAMPLE_INTERNET,
    SAMPLE_PENDING,
    SAMPLE_UNVERIFIED,
    SAMPLE_MINISTER,
    SAMPLE_TOTAL,
    SAMPLE_CIVILIANS_B,
    SAMPLE_SECURITY_B,
    SAMPLE_SATURDAY,
    SAMPLE_TWO_DAYS,
    SAMPLE_RAIL_CUT,
    SAMPLE_PRISON,
    SAMPLE_JOURNALIST,
    SAMPLE_BUS,
    SAMPLE_GROUP_SAYS,
    SAMPLE_RESPONSIBILITY,
    SAMPLE_LATER,
    SAMPLE_ROAD,
    SAMPLE_COPY,
    SAMPLE_CLAIMS
};

/* clang-format off */
static const char *const SAMPLE_TEXTS[4] = {
    "Harbour City, 31 January 2026. At least 12 attacks hit the province on Saturday. According to official reports, at least 10 officers were killed. "
    "At least 11 civilians were killed in Harbour City. Government sources report 37\xE2\x80\x93" "70 fighters killed. The spokesman said scores of fighters died. "
    "Police stations and a prison were among the targets. Attempted sabotage of the railway was reported. Mobile internet is cut in several districts. "
    "The minister said: \xE2\x80\x9CWe will restore calm in every town.\xE2\x80\x9D The footage could not be verified independently. "
    "Official figures are expected tonight.",
    "At least 21 people were killed on Saturday, officials said. Among the dead were 11 civilians and 10 security personnel. "
    "Authorities said 67 fighters were killed on Saturday alone. Over the preceding 48 hours 108 fighters were killed, they said. "
    "Railway tracks were destroyed near Old Bridge. An attempt to break into a prison in Hill Town was foiled. "
    "\xE2\x80\x9CNobody outside knows what is happening here,\xE2\x80\x9D wrote a journalist on X. In 2025 a bus bombing left several children dead.",
    "The Northern Front said it had killed 84 soldiers over ten hours. The Northern Front claimed the attacks. "
    "The chief minister put the number of dead security personnel at 17. The coast road has been closed since Saturday.",
    "The chief minister put the number of dead civilians at 17.",
};

static const struct {
    uint32_t document; const char *passage; ClaimKind kind; Outcome outcome; VictimClass of; int64_t low; int64_t high;
    CountForm form; const char *count_text; const char *unit; Party party; const char *speaker; Manner manner; unsigned status;
} SAMPLE_ROWS[SAMPLE_CLAIMS] = {
    [SAMPLE_SECURITY] = {0, "at least 10 officers were killed", KIND_CASUALTY, OUTCOME_KILLED, CLASS_SECURITY, 10, INTERVAL_OPEN, COUNT_AT_LEAST, "at least 10", "people", PARTY_GOVERNMENT, "official reports", MANNER_INDIRECT, STATUS_PRELIMINARY},
    [SAMPLE_CIVILIANS] = {0, "At least 11 civilians were killed", KIND_CASUALTY, OUTCOME_KILLED, CLASS_CIVILIAN, 11, INTERVAL_OPEN, COUNT_AT_LEAST, "At least 11", "people", PARTY_GOVERNMENT, "official reports", MANNER_INDIRECT, STATUS_PRELIMINARY},
    [SAMPLE_RANGE] = {0, "37\xE2\x80\x93" "70 fighters killed", KIND_CASUALTY, OUTCOME_KILLED, CLASS_MILITANT, 37, 70, COUNT_RANGE, "37\xE2\x80\x93" "70", "people", PARTY_GOVERNMENT, "Government sources", MANNER_INDIRECT, STATUS_CLAIMED},
    [SAMPLE_SCORES] = {0, "scores of fighters died", KIND_CASUALTY, OUTCOME_KILLED, CLASS_MILITANT, 40, 199, COUNT_WORD, "scores", "people", PARTY_GOVERNMENT, "The spokesman", MANNER_INDIRECT, 0},
    [SAMPLE_RAIL_TRIED] = {0, "Attempted sabotage of the railway", KIND_DISRUPTION, 0, 0, 0, 0, 0, NULL, "rail", 0, NULL, 0, STATUS_ATTEMPTED},
    [SAMPLE_ATTACKS] = {0, "At least 12 attacks", KIND_ATTACK, 0, 0, 12, INTERVAL_OPEN, COUNT_AT_LEAST, "At least 12", "attacks", 0, NULL, 0, 0},
    [SAMPLE_TARGETS] = {0, "Police stations and a prison were among the targets", KIND_ATTACK, 0, 0, 0, 0, 0, NULL, "attack", 0, NULL, 0, 0},
    [SAMPLE_INTERNET] = {0, "Mobile internet is cut in several districts", KIND_DISRUPTION, 0, 0, 0, 0, 0, NULL, "internet", 0, NULL, 0, 0},
    [SAMPLE_PENDING] = {0, "Official figures are expected tonight", KIND_PENDING, 0, 0, 0, 0, 0, NULL, NULL, 0, NULL, 0, 0},
    [SAMPLE_UNVERIFIED] = {0, "The footage could not be verified independently", KIND_UNVERIFIED, 0, 0, 0, 0, 0, NULL, NULL, 0, NULL, 0, STATUS_UNVERIFIED},
    [SAMPLE_MINISTER] = {0, "We will restore calm in every town.", KIND_STATEMENT, 0, 0, 0, 0, 0, NULL, NULL, PARTY_GOVERNMENT, "The minister", MANNER_DIRECT, 0},
    [SAMPLE_TOTAL] = {1, "At least 21 people were killed", KIND_CASUALTY, OUTCOME_KILLED, CLASS_UNKNOWN, 21, INTERVAL_OPEN, COUNT_AT_LEAST, "At least 21", "people", PARTY_GOVERNMENT, "officials", MANNER_INDIRECT, 0},
    [SAMPLE_CIVILIANS_B] = {1, "11 civilians", KIND_CASUALTY, OUTCOME_KILLED, CLASS_CIVILIAN, 11, 11, COUNT_EXACT, "11", "people", PARTY_GOVERNMENT, "officials", MANNER_INDIRECT, 0},
    [SAMPLE_SECURITY_B] = {1, "10 security personnel", KIND_CASUALTY, OUTCOME_KILLED, CLASS_SECURITY, 10, 10, COUNT_EXACT, "10", "people", PARTY_GOVERNMENT, "officials", MANNER_INDIRECT, 0},
    [SAMPLE_SATURDAY] = {1, "67 fighters were killed on Saturday alone", KIND_CASUALTY, OUTCOME_KILLED, CLASS_MILITANT, 67, 67, COUNT_EXACT, "67", "people", PARTY_GOVERNMENT, "Authorities", MANNER_INDIRECT, 0},
    [SAMPLE_TWO_DAYS] = {1, "Over the preceding 48 hours 108 fighters were killed", KIND_CASUALTY, OUTCOME_KILLED, CLASS_MILITANT, 108, 108, COUNT_EXACT, "108", "people", PARTY_GOVERNMENT, "Authorities", MANNER_INDIRECT, 0},
    [SAMPLE_RAIL_CUT] = {1, "Railway tracks were destroyed", KIND_DISRUPTION, 0, 0, 0, 0, 0, NULL, "rail", 0, NULL, 0, STATUS_COMPLETED},
    [SAMPLE_PRISON] = {1, "An attempt to break into a prison in Hill Town was foiled", KIND_ATTACK, 0, 0, 0, 0, 0, NULL, "attack", PARTY_GOVERNMENT, "officials", MANNER_INDIRECT, STATUS_FOILED},
    [SAMPLE_JOURNALIST] = {1, "Nobody outside knows what is happening here,", KIND_STATEMENT, 0, 0, 0, 0, 0, NULL, NULL, PARTY_MEDIA, "a journalist", MANNER_DIRECT, 0},
    [SAMPLE_BUS] = {1, "In 2025 a bus bombing left several children dead", KIND_CONTEXT, 0, 0, 0, 0, 0, NULL, NULL, 0, NULL, 0, 0},
    [SAMPLE_GROUP_SAYS] = {2, "it had killed 84 soldiers", KIND_CASUALTY, OUTCOME_KILLED, CLASS_SECURITY, 84, 84, COUNT_EXACT, "84", "people", PARTY_ARMED_GROUP, "The Northern Front", MANNER_INDIRECT, STATUS_CLAIMED},
    [SAMPLE_RESPONSIBILITY] = {2, "The Northern Front claimed the attacks", KIND_RESPONSIBILITY, 0, 0, 0, 0, 0, NULL, NULL, PARTY_ARMED_GROUP, "The Northern Front", MANNER_INDIRECT, STATUS_CLAIMED},
    [SAMPLE_LATER] = {2, "dead security personnel at 17", KIND_CASUALTY, OUTCOME_KILLED, CLASS_SECURITY, 17, 17, COUNT_EXACT, "17", "people", PARTY_GOVERNMENT, "The chief minister", MANNER_INDIRECT, 0},
    [SAMPLE_ROAD] = {2, "The coast road has been closed since Saturday", KIND_DISRUPTION, 0, 0, 0, 0, 0, NULL, "roads", 0, NULL, 0, 0},
    [SAMPLE_COPY] = {3, "dead civilians at 17", KIND_CASUALTY, OUTCOME_KILLED, CLASS_CIVILIAN, 17, 17, COUNT_EXACT, "17", "people", PARTY_GOVERNMENT, "The chief minister", MANNER_INDIRECT, 0},
};
/* clang-format on */

static inline Span sample_span(Str text, const char *part)
{
    if (!part)
        return (Span){0, 0};
    size_t at = str_find(text, str_from(part), 0);
    assert(at != SIZE_MAX);
    return (Span){(uint32_t)at, (uint32_t)(at + strlen(part))};
}

static inline Str sample_str(const char *text)
{
    return text ? str_from(text) : STR_NONE;
}

static inline const uint32_t *sample_indices(Arena *arena, size_t count, const uint32_t *items)
{
    uint32_t *copy = ARENA_ARRAY(arena, uint32_t, count);
    memcpy(copy, items, count * sizeof *copy);
    return copy;
}

#define SAMPLE_LIST(arena, count, ...) sample_indices((arena), (count), (const uint32_t[]){__VA_ARGS__})

static inline PlaceMention *sample_place(Arena *arena, const char *name, double lat, double lon, Precision precision)
{
    PlaceMention *place = ARENA_NEW(arena, PlaceMention);
    place->place = (Place){.id = str_from(name),
                           .name = str_from(name),
                           .country = STR("PK"),
                           .admin1 = STR("Balochistan"),
                           .lat_deg = lat,
                           .lon_deg = lon,
                           .has_point = true,
                           .precision = precision};
    return place;
}

/* Sentences end at ". ": enough for the texts above. */
static inline void sample_sentences(Arena *arena, Extraction *x)
{
    Str text = x->document->text;
    Span *spans = ARENA_ARRAY(arena, Span, 32);
    size_t start = 0;
    while (start < text.len && x->sentence_count < 32) {
        size_t stop = str_find(text, STR(". "), start);
        size_t end = stop == SIZE_MAX ? text.len : stop + 1;
        spans[x->sentence_count++] = (Span){(uint32_t)start, (uint32_t)end};
        start = end + 1;
    }
    x->sentences = spans;
}

static inline Span sample_sentence_of(const Extraction *x, Span passage)
{
    for (size_t i = 0; i < x->sentence_count; i++) {
        if (span_overlaps(x->sentences[i], passage))
            return span_join(x->sentences[i], passage);
    }
    return passage;
}

static inline Extraction *sample_extraction(Arena *arena, uint32_t number)
{
    static const char *const NAMES[] = {"Policy Review", "Morning Letter", "Valley Post", "Evening Wire"};
    Document *d = ARENA_NEW(arena, Document);
    Extraction *x = ARENA_NEW(arena, Extraction);
    d->id = str_from(NAMES[number]);
    d->path = STR("sample.txt");
    d->publisher = str_from(NAMES[number]);
    d->title = STR("Attacks & clashes in the province <live>");
    d->url = STR_NONE;
    d->author = STR_NONE;
    d->lang = STR("en");
    d->text = str_from(SAMPLE_TEXTS[number]);
    d->sha256 = STR("0000000000000000000000000000000000000000000000000000000000000000");
    Day day = day_from_ymd(2026, 1, 31) + (number < 2 ? 0 : (Day)number - 1);
    d->published = (Moment){.seconds = (int64_t)day * 86400, .precision = MOMENT_DAY};
    x->document = d;
    x->dateline_place = STR_NONE;
    sample_sentences(arena, x);
    if (number == 1) {
        Flag *flag = ARENA_NEW(arena, Flag);
        *flag = (Flag){FLAG_SUPERLATIVE, {0, 9}, STR("No source is given for it.")};
        x->flags = flag;
        x->flag_count = 1;
    }
    return x;
}

static inline void sample_attribution(Arena *arena, Claim *c, size_t row)
{
    if (!SAMPLE_ROWS[row].speaker)
        return;
    Attribution *a = ARENA_NEW(arena, Attribution);
    Str *chain = ARENA_NEW(arena, Str);
    *chain = str_from(SAMPLE_ROWS[row].speaker);
    a->chain = chain;
    a->chain_count = 1;
    a->speaker = *chain;
    a->party = c->party;
    a->manner = c->manner;
    a->channel = row == SAMPLE_JOURNALIST ? STR("X") : STR_NONE;
    a->office = STR_NONE;
    a->handle = STR_NONE;
    a->group = c->party == PARTY_ARMED_GROUP ? STR("Northern Front") : STR_NONE;
    c->attribution = a;
}

static inline void sample_claim(Arena *arena, Claim *c, const Extraction *x, size_t row)
{
    Str text = x->document->text;
    Day day = day_from_ymd(2026, 1, 31);
    Buf id = {0};
    buf_format(&id, "c%02zu", row);
    c->id = arena_copy(arena, buf_str(&id));
    buf_free(&id);
    c->kind = SAMPLE_ROWS[row].kind;
    c->outcome = SAMPLE_ROWS[row].outcome;
    c->victim_class = SAMPLE_ROWS[row].of;
    c->has_count = SAMPLE_ROWS[row].count_text != NULL;
    c->count = (Interval){SAMPLE_ROWS[row].low, SAMPLE_ROWS[row].high};
    c->count_form = SAMPLE_ROWS[row].form;
    c->evidence = sample_span(text, SAMPLE_ROWS[row].passage);
    c->count_span = sample_span(text, SAMPLE_ROWS[row].count_text);
    c->sentence = sample_sentence_of(x, c->evidence);
    c->unit = c->has_count ? sample_str(SAMPLE_ROWS[row].unit) : STR_NONE;
    c->type = c->has_count ? STR_NONE : sample_str(SAMPLE_ROWS[row].unit);
    c->role = STR_NONE;
    c->operation = STR_NONE;
    c->window = (Window){row == SAMPLE_TWO_DAYS ? day - 1 : day, row == SAMPLE_ROAD ? DAY_NONE : day};
    if (row == SAMPLE_BUS)
        c->window = (Window){day_from_ymd(2025, 1, 1), day_from_ymd(2025, 12, 31)};
    c->party = SAMPLE_ROWS[row].party;
    c->manner = SAMPLE_ROWS[row].manner;
    c->status = SAMPLE_ROWS[row].status;
    c->background = row == SAMPLE_BUS;
    c->part_of = -1;
    c->incident = -1;
    c->rule = STR("killed.passive");
    sample_attribution(arena, c, row);
}

static inline void sample_claims(Arena *arena, Situation *s)
{
    PlaceMention *harbour = sample_place(arena, "Gwadar", 25.12, 62.33, PRECISION_EXACT);
    PlaceMention *hill = sample_place(arena, "Mastung", 29.8, 66.85, PRECISION_NEAR);
    Str *targets = ARENA_ARRAY(arena, Str, 2);
    targets[0] = STR("police station");
    targets[1] = STR("prison");
    s->claims = ARENA_ARRAY(arena, SituationClaim, SAMPLE_CLAIMS);
    s->claim_count = SAMPLE_CLAIMS;
    for (size_t i = 0; i < SAMPLE_CLAIMS; i++) {
        Claim *c = ARENA_NEW(arena, Claim);
        sample_claim(arena, c, s->documents[SAMPLE_ROWS[i].document].extraction, i);
        c->place = i == SAMPLE_CIVILIANS ? harbour : i == SAMPLE_PRISON ? hill : NULL;
        c->targets = i == SAMPLE_PRISON ? targets + 1 : targets;
        c->target_count = i == SAMPLE_TARGETS ? 2 : i == SAMPLE_PRISON ? 1 : 0;
        int32_t incident = i == SAMPLE_BUS ? 2 : i == SAMPLE_PRISON ? 1 : 0;
        s->claims[i] = (SituationClaim){c, SAMPLE_ROWS[i].document, incident, -1, -1, STR("origin"), false};
    }
    s->claims[SAMPLE_SECURITY].superseded_by = SAMPLE_LATER;
    s->claims[SAMPLE_COPY].copy_of = SAMPLE_LATER;
}

static inline Estimate sample_estimate(Arena *arena, int64_t low, int64_t best, bool open, uint32_t first,
                                       uint32_t second)
{
    return (Estimate){.present = true,
                      .has_low = true,
                      .has_best = true,
                      .high_open = open,
                      .has_high = !open,
                      .low = low,
                      .best = best,
                      .high = open ? 0 : best,
                      .window = {day_from_ymd(2026, 1, 31), day_from_ymd(2026, 1, 31)},
                      .rule = STR("daybook.5.median"),
                      .working = STR("median of 10 (official reports), 10 (officials)"),
                      .origins = 2,
                      .claims = SAMPLE_LIST(arena, 2, first, second),
                      .claim_count = 2};
}

static inline void sample_blank_cell(Arena *arena, Estimate *e)
{
    static const uint32_t SAID[] = {SAMPLE_RANGE, SAMPLE_SATURDAY, SAMPLE_TWO_DAYS, SAMPLE_SCORES};
    Day day = day_from_ymd(2026, 1, 31);
    ClaimedFigure *claimed = ARENA_ARRAY(arena, ClaimedFigure, 4);
    for (size_t i = 0; i < 4; i++) {
        claimed[i] = (ClaimedFigure){.party = PARTY_GOVERNMENT,
                                     .count = {SAMPLE_ROWS[SAID[i]].low, SAMPLE_ROWS[SAID[i]].high},
                                     .words = SAID[i] == SAMPLE_SCORES,
                                     .text = sample_str(SAMPLE_ROWS[SAID[i]].count_text),
                                     .window = {SAID[i] == SAMPLE_TWO_DAYS ? day - 1 : day, day},
                                     .claims = SAMPLE_LIST(arena, 1, SAID[i]),
                                     .claim_count = 1};
    }
    *e = (Estimate){.present = true,
                    .window = WINDOW_NONE,
                    .rule = STR("daybook.5.enemy"),
                    .working = STR_NONE,
                    .claimed = claimed,
                    .claimed_count = 4};
}

static inline void sample_estimates(Arena *arena, Estimates *all)
{
    Estimate *killed = all->cells[OUTCOME_KILLED];
    killed[CELL_CIVILIAN] = sample_estimate(arena, 11, 11, true, SAMPLE_CIVILIANS, SAMPLE_CIVILIANS_B);
    killed[CELL_SECURITY] = sample_estimate(arena, 10, 10, true, SAMPLE_LATER, SAMPLE_SECURITY_B);
    killed[CELL_SECURITY].superseded = SAMPLE_LIST(arena, 1, SAMPLE_SECURITY);
    killed[CELL_SECURITY].superseded_count = 1;
    sample_blank_cell(arena, &killed[CELL_MILITANT]);
    killed[CELL_ALL] = sample_estimate(arena, 21, 21, true, SAMPLE_TOTAL, SAMPLE_CIVILIANS_B);
    killed[CELL_ALL].derived = true;
    killed[CELL_ALL].without = 1U << CLASS_MILITANT;
    killed[CELL_ALL].working = STR("11 civilians + 10 security forces");
    killed[CELL_ALL].rule = STR("daybook.5.total");
}

static inline void sample_headline(Arena *arena, Incident *incident)
{
    static const Party PARTIES[] = {PARTY_GOVERNMENT, PARTY_ARMED_GROUP};
    Day day = day_from_ymd(2026, 1, 31);
    Version *versions = ARENA_ARRAY(arena, Version, 2);
    for (size_t v = 0; v < 2; v++) {
        uint32_t *claims = ARENA_ARRAY(arena, uint32_t, SAMPLE_CLAIMS);
        versions[v].party = PARTIES[v];
        versions[v].claims = claims;
        for (uint32_t i = 0; i < SAMPLE_CLAIMS; i++) {
            if (SAMPLE_ROWS[i].party == PARTIES[v])
                claims[versions[v].claim_count++] = i;
        }
    }
    *incident = (Incident){.id = STR("wave"),
                           .type = STR("attack wave"),
                           .name = STR("Attacks in Balochistan"),
                           .responsibility = RESPONSIBILITY_CLAIMED,
                           .window = {day, day},
                           .part_of = -1,
                           .versions = versions,
                           .version_count = 2,
                           .place = sample_place(arena, "Balochistan", 28.5, 65.5, PRECISION_REGION)};
    sample_estimates(arena, &incident->estimates);
}

static inline void sample_incidents(Arena *arena, Situation *s)
{
    Day day = day_from_ymd(2026, 1, 31);
    s->incidents = ARENA_ARRAY(arena, Incident, 4);
    s->incident_count = 4;
    s->headline = 0;
    sample_headline(arena, &s->incidents[0]);
    s->incidents[1] = (Incident){.id = STR("prison"),
                                 .name = STR("Foiled attack on a prison near Mastung"),
                                 .type = STR("armed assault"),
                                 .status = STATUS_FOILED,
                                 .window = {day, day},
                                 .part_of = 0,
                                 .place = s->claims[SAMPLE_PRISON].claim->place};
    s->incidents[2] = (Incident){.id = STR("bus"),
                                 .name = STR("Bus bombing"),
                                 .type = STR("bombing"),
                                 .background = true,
                                 .window = s->claims[SAMPLE_BUS].claim->window,
                                 .part_of = -1};
    s->incidents[3] = (Incident){.id = STR("harbour"),
                                 .name = STR("Attack in Gwadar"),
                                 .type = STR("attack"),
                                 .window = {day, day},
                                 .part_of = 0,
                                 .place = s->claims[SAMPLE_CIVILIANS].claim->place};
    s->incidents[3].estimates.cells[OUTCOME_KILLED][CELL_CIVILIAN] =
        sample_estimate(arena, 11, 11, true, SAMPLE_CIVILIANS, SAMPLE_CIVILIANS_B);
    for (uint32_t i = 0; i < s->incident_count; i++) {
        uint32_t *claims = ARENA_ARRAY(arena, uint32_t, SAMPLE_CLAIMS);
        s->incidents[i].claims = claims;
        for (uint32_t c = 0; c < SAMPLE_CLAIMS; c++) {
            if (s->claims[c].incident == (int32_t)i)
                claims[s->incidents[i].claim_count++] = c;
        }
    }
    Wave *wave = ARENA_NEW(arena, Wave);
    *wave = (Wave){.id = STR("w"),
                   .whole = 0,
                   .incidents = SAMPLE_LIST(arena, 2, 1, 3),
                   .incident_count = 2,
                   .place_count = 2,
                   .has_span_hours = true,
                   .span_hours = 10,
                   .diameter_km = 683,
                   .from_place = STR("Gwadar"),
                   .to_place = STR("Mastung"),
                   .claimant = STR("Northern Front"),
                   .operation = STR_NONE};
    s->waves = wave;
    s->wave_count = 1;
}

static inline void sample_findings(Arena *arena, Situation *s)
{
    Conflict *conflicts = ARENA_ARRAY(arena, Conflict, 2);
    conflicts[0] = (Conflict){CONFLICT_STATUS,
                              SAMPLE_LIST(arena, 2, SAMPLE_RAIL_TRIED, SAMPLE_RAIL_CUT),
                              2,
                              -1,
                              {0, 0},
                              STR("railway sabotage attempted in one report, completed in another")};
    conflicts[1] = (Conflict){CONFLICT_CALENDAR, NULL, 0, 0, {14, 29}, STR("31 January 2026 is a Saturday")};
    s->conflicts = conflicts;
    s->conflict_count = 2;
    DerivedSum *sum = ARENA_NEW(arena, DerivedSum);
    *sum = (DerivedSum){SAMPLE_LIST(arena, 2, SAMPLE_CIVILIANS_B, SAMPLE_SECURITY_B), 2, SAMPLE_TOTAL,
                        STR("11 + 10 = 21")};
    s->sums = sum;
    s->sum_count = 1;
    Drift *drift = ARENA_NEW(arena, Drift);
    *drift = (Drift){3, STR("class"), STR("security"), STR("civilian"), SAMPLE_LATER, SAMPLE_COPY};
    CopyGroup *copies = ARENA_NEW(arena, CopyGroup);
    *copies = (CopyGroup){2, SAMPLE_LIST(arena, 1, 3), 1, STR("text"), drift, 1};
    s->copies = copies;
    s->copy_count = 1;
    s->unverified = SAMPLE_LIST(arena, 1, SAMPLE_UNVERIFIED);
    s->unverified_count = 1;
    s->pending = SAMPLE_LIST(arena, 1, SAMPLE_PENDING);
    s->pending_count = 1;
}

static inline Situation *sample_situation(Arena *arena)
{
    Situation *s = ARENA_NEW(arena, Situation);
    s->profile = profile_default(arena);
    s->documents = ARENA_ARRAY(arena, SituationDocument, 4);
    s->document_count = 4;
    for (uint32_t i = 0; i < 4; i++)
        s->documents[i] =
            (SituationDocument){.extraction = sample_extraction(arena, i), .copy_of = i == 3 ? 2 : -1, .holds = -1};
    s->documents[2].origin_of = SAMPLE_LIST(arena, 1, 3);
    s->documents[2].origin_of_count = 1;
    s->as_of = s->documents[3].extraction->document->published;
    sample_claims(arena, s);
    sample_incidents(arena, s);
    sample_findings(arena, s);
    return s;
}

#endif
