/*
 * pile_for_tests — small reports with claims built by hand, so that the rules of counting are tested without the extractor.
 *
 *     Pile pile = pile_new();
 *     Extraction *a = pile_add(&pile, "a", "2026-01-31", "At least 10 policemen were killed.");
 *     pile_killed(&pile, a, (TestClaim){"10 policemen", CLASS_SECURITY, COUNT_AT_LEAST, 10});
 *     assert_string_equal(pile_print(&pile, &incident->estimates), "killed 10 10 open | killed.security 10 10 open");
 */
#ifndef DAYBOOK_ASSEMBLE_PILE_FOR_TESTS_H
#define DAYBOOK_ASSEMBLE_PILE_FOR_TESTS_H

#include "assemble/assemble.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

/* Tables of test claims leave out what is unknown. */
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

enum { PILE_MAX = 640, PILE_CLAIMS = 24 };

typedef struct {
    Arena *arena;
    Extraction *items[PILE_MAX];
    size_t count;
} Pile;

/* One claim as a test writes it; what is left out is unknown. */
typedef struct {
    const char *passage; /* stands in the text; an "@n " in front takes the n-th time it stands there */
    VictimClass victims;
    CountForm form;
    int64_t n;  /* the quantity before the qualifier */
    int64_t to; /* upper end of a range */
    int64_t replaces;
    Party party;
    const char *speaker;
    const char *group;
    const char *first; /* stated window */
    const char *last;
    Outcome outcome; /* killed where none is given */
    unsigned subgroups;
    unsigned ordinal;
    unsigned blow;
    const char *place;
    int part_of; /* 1-based number of the whole among the document's claims */
    bool total;
    bool listed;
    bool struck;
    bool additional;
    bool alive;
    bool by_state;
    bool minimum;
    bool again;
    bool former;
    bool risen;
    bool lowered;
    bool possessed;
    bool named;
    bool womans_name;
    bool class_word;
    unsigned sex;
    bool by_own_hand;
    bool of_the_hurt;
    const char *object; /* the people, where the passage begins with a verb: "three" of "killed three" */
    bool background;
    bool ended;
    ClaimKind kind; /* casualty where none is given */
    const char *type;
    const char *unit;
    unsigned status;
    bool first_hand;
    bool elsewhere;
    bool aside;
    bool campaign;
    bool rival;
    bool of_enemy;
    const char *state;
} TestClaim;

static inline Pile pile_new(void)
{
    return (Pile){.arena = arena_create(), .count = 0};
}

static inline void pile_free(Pile *pile)
{
    arena_destroy(pile->arena);
}

/* Sentences end with a full stop or a line, as in pile_sentence. */
static inline void pile_sentences(Pile *pile, Extraction *x)
{
    Str text = x->document->text;
    Span *sentences = ARENA_ARRAY(pile->arena, Span, text.len + 1);
    uint32_t start = 0;
    for (uint32_t i = 0; i < text.len; i++) {
        if (text.ptr[i] != '.' && text.ptr[i] != '\n')
            continue;
        sentences[x->sentence_count++] = (Span){start, i};
        start = i + 1;
    }
    x->sentences = sentences;
}

static inline Extraction *pile_add(Pile *pile, const char *id, const char *published, const char *text)
{
    Document *document = ARENA_NEW(pile->arena, Document);
    document->id = str_from(id);
    document->text = str_from(text);
    document->published =
        published ? moment_parse(str_from(published)) : (Moment){.seconds = 0, .precision = MOMENT_NONE};
    Extraction *x = ARENA_NEW(pile->arena, Extraction);
    x->document = document;
    x->dateline_day = DAY_NONE;
    x->anchor = moment_day(document->published);
    x->claims = ARENA_ARRAY(pile->arena, Claim, PILE_CLAIMS);
    pile_sentences(pile, x);
    assert_true(pile->count < PILE_MAX);
    pile->items[pile->count++] = x;
    return x;
}

static inline void pile_publisher(Extraction *x, const char *publisher)
{
    Document copy = *x->document;
    copy.publisher = str_from(publisher);
    memcpy((void *)(uintptr_t)x->document, &copy, sizeof copy);
}

/* Towns of an invented country, each far from the other, and one across its border; a region and the country hold them. Named in the sentence at the span, if there. */
static inline const PlaceMention *pile_place(Pile *pile, Str sentence, Span span, const char *name)
{
    static const struct {
        const char *name;
        Precision precision;
        double lat;
        double lon;
    } TOWNS[] = {{"Northland", PRECISION_REGION, 30, 60}, {"Alba", PRECISION_EXACT, 30, 60},
                 {"Brena", PRECISION_EXACT, 32, 60},      {"Corvo", PRECISION_EXACT, 30, 64},
                 {"Dunmor", PRECISION_EXACT, 28, 62},     {"Eastham", PRECISION_EXACT, 30, 60.3},
                 {"Farland", PRECISION_REGION, 40, 60},   {"Alba Quay", PRECISION_EXACT, 30, 60.1},
                 {"Homeland", PRECISION_COUNTRY, 31, 61}, {"Southland", PRECISION_REGION, 26, 60}};
    PlaceMention *mention = ARENA_NEW(pile->arena, PlaceMention);
    bool abroad = strcmp(name, "Eastham") == 0 || strcmp(name, "Farland") == 0;
    for (size_t i = 0; i < COUNT_OF(TOWNS); i++)
        if (strcmp(TOWNS[i].name, name) == 0)
            mention->place = (Place){.id = str_from(TOWNS[i].name),
                                     .name = str_from(name),
                                     .country = str_from(abroad ? "YY" : "XX"),
                                     .admin1 = str_from(abroad                     ? "Eastland"
                                                        : i + 1 == COUNT_OF(TOWNS) ? name
                                                                                   : "Northland"),
                                     .lat_deg = TOWNS[i].lat,
                                     .lon_deg = TOWNS[i].lon,
                                     .has_point = true,
                                     .precision = TOWNS[i].precision};
    assert_true(mention->place.id.len > 0);
    size_t at = str_find(sentence, str_from(name), 0);
    if (at != SIZE_MAX)
        mention->span = (Span){span.start + (uint32_t)at, span.start + (uint32_t)(at + strlen(name))};
    return mention;
}

static inline Span pile_span(Str text, const char *passage)
{
    size_t nth = 1;
    if (passage[0] == '@') {
        nth = (size_t)(passage[1] - '0');
        passage += 3;
    }
    size_t at = SIZE_MAX;
    for (size_t from = 0; nth > 0; nth--, from = at + 1)
        at = str_find(text, str_from(passage), from);
    assert_true(at != SIZE_MAX);
    return (Span){(uint32_t)at, (uint32_t)(at + strlen(passage))};
}

static inline Span pile_sentence(Str text, Span s)
{
    Span sentence = s;
    while (sentence.start > 0 && text.ptr[sentence.start - 1] != '.' && text.ptr[sentence.start - 1] != '\n')
        sentence.start--;
    while (sentence.end < text.len && text.ptr[sentence.end] != '.')
        sentence.end++;
    return sentence;
}

/* The speaker, at its name in the sentence where that stands there. */
static inline const Attribution *pile_speaker(Pile *pile, const TestClaim *t, Str text, Span sentence)
{
    if (!t->speaker && !t->group && t->party == PARTY_NONE && !t->first_hand)
        return NULL;
    Attribution *a = ARENA_NEW(pile->arena, Attribution);
    a->party = t->party;
    a->speaker = t->speaker ? str_from(t->speaker) : STR_NONE;
    a->group = t->group ? str_from(t->group) : STR_NONE;
    a->identified = t->speaker || t->group || t->party == PARTY_GOVERNMENT || t->party == PARTY_ARMED_GROUP;
    a->first_hand = t->first_hand;
    a->state = t->state ? str_from(t->state) : STR("");
    size_t at = t->speaker ? str_find(span_text(text, sentence), str_from(t->speaker), 0) : SIZE_MAX;
    if (at != SIZE_MAX)
        a->source = (Span){sentence.start + (uint32_t)at, sentence.start + (uint32_t)(at + strlen(t->speaker))};
    return a;
}

static inline Claim *pile_claim(Pile *pile, Extraction *x, TestClaim t)
{
    assert_true(x->claim_count < PILE_CLAIMS);
    Claim *claim = &x->claims[x->claim_count++];
    Day day = x->anchor;
    *claim = (Claim){.kind = t.kind ? t.kind : KIND_CASUALTY,
                     .victim_class = t.victims,
                     .subgroups = t.subgroups,
                     .sex = t.sex,
                     .outcome = t.outcome ? t.outcome : OUTCOME_KILLED,
                     .incident = -1,
                     .part_of = t.part_of - 1,
                     .has_count = true,
                     .count_form = t.form,
                     .party = t.party,
                     .total = t.total,
                     .lowered = t.lowered,
                     .replaces = t.replaces,
                     .listed = t.listed,
                     .struck = t.struck,
                     .additional = t.additional,
                     .alive = t.alive,
                     .by_state = t.by_state,
                     .minimum = t.minimum,
                     .again = t.again,
                     .former = t.former,
                     .risen = t.risen,
                     .possessed = t.possessed,
                     .named = t.named,
                     .womans_name = t.womans_name,
                     .class_word = t.class_word,
                     .by_own_hand = t.by_own_hand,
                     .of_the_hurt = t.of_the_hurt,
                     .ordinal = t.ordinal,
                     .blow = t.blow,
                     .background = t.background,
                     .elsewhere = t.elsewhere,
                     .aside = t.aside,
                     .campaign = t.campaign,
                     .rival = t.rival,
                     .of_enemy = t.of_enemy,
                     .ended = t.ended,
                     .status = t.status,
                     .window = {day, day}};
    if (claim->kind != KIND_CASUALTY)
        claim->outcome = OUTCOME_NONE;
    claim->has_count = t.n > 0 || t.to > 0;
    claim->count = interval_of(t.form, (Interval){t.n, t.to ? t.to : t.n});
    claim->unit = t.unit ? str_from(t.unit) : str_from("people");
    claim->type = t.type ? str_from(t.type) : STR_NONE;
    claim->evidence = claim->victims = claim->count_span = pile_span(x->document->text, t.passage);
    if (t.object)
        claim->victims = claim->count_span = pile_span(x->document->text, t.object);
    claim->sentence = pile_sentence(x->document->text, claim->evidence);
    claim->attribution = pile_speaker(pile, &t, x->document->text, claim->sentence);
    if (t.first) {
        claim->window = (Window){day_parse(str_from(t.first)), day_parse(str_from(t.last ? t.last : t.first))};
        claim->window_span = claim->evidence;
    }
    Str sentence = span_text(x->document->text, claim->sentence);
    claim->place = t.place ? pile_place(pile, sentence, claim->sentence, t.place) : NULL;
    return claim;
}

enum { PILE_FIGURES = 4 };

/* One of a list of reports, which ends where there is no text; its claims end where there is no passage. */
typedef struct {
    const char *published;
    const char *text;
    TestClaim claims[PILE_FIGURES];
} TestReport;

/* What the profile makes of the one incident that the reports, called a, b, ..., tell of. */
static inline const Estimates *pile_counted(Pile *pile, const TestReport *reports, size_t count, const Profile *profile)
{
    for (size_t i = 0; i < count && reports[i].text; i++) {
        const char id[] = {(char)('a' + (int)i), '\0'};
        Extraction *x =
            pile_add(pile, arena_copy(pile->arena, str_from(id)).ptr, reports[i].published, reports[i].text);
        for (size_t k = 0; k < PILE_FIGURES && reports[i].claims[k].passage; k++)
            (void)pile_claim(pile, x, reports[i].claims[k]);
        assemble_document(x, profile, pile->arena);
    }
    const Situation *s = assemble_situation(pile->items, pile->count, profile,
                                            (Moment){.seconds = 0, .precision = MOMENT_NONE}, pile->arena);
    return &s->incidents[0].estimates;
}

static inline void pile_print_end(Buf *out, bool has, bool open, int64_t n)
{
    buf_char(out, ' ');
    if (open)
        buf_put(out, STR("open"));
    else if (has)
        buf_int(out, n);
    else
        buf_char(out, '-');
}

static inline void pile_print_claimed(Buf *out, const Estimate *cell)
{
    for (size_t i = 0; i < cell->claimed_count; i++) {
        const ClaimedFigure *c = &cell->claimed[i];
        buf_put(out, STR(" ["));
        buf_put(out, c->party == PARTY_NONE ? STR("report") : party_name(c->party));
        buf_char(out, ' ');
        buf_put(out, c->text);
        if (window_days(c->window) > 1) {
            buf_char(out, ' ');
            buf_int(out, window_days(c->window));
            buf_char(out, 'd');
        }
        buf_char(out, ']');
    }
}

/* "killed 21 21 open without militant | killed.militant - - - [government 67]": low, best, high. */
static inline const char *pile_print(const Pile *pile, const Estimates *estimates)
{
    static const char *const CELLS[] = {"", ".civilian", ".security", ".militant", ".women", ".children"};
    Buf out = {0};
    for (Outcome o = OUTCOME_KILLED; o < OUTCOME_COUNT_; o++)
        for (CellKind k = CELL_ALL; k < CELL_COUNT_; k++) {
            const Estimate *cell = &estimates->cells[o][k];
            if (!cell->present)
                continue;
            buf_put(&out, out.len ? STR(" | ") : STR(""));
            buf_put(&out, outcome_name(o));
            buf_put(&out, str_from(CELLS[k]));
            pile_print_end(&out, cell->has_low, false, cell->low);
            pile_print_end(&out, cell->has_best, false, cell->best);
            pile_print_end(&out, cell->has_high, cell->high_open, cell->high);
            for (VictimClass c = CLASS_CIVILIAN; c < CLASS_COUNT_; c++)
                if (cell->without & (1U << c)) {
                    buf_put(&out, STR(" without "));
                    buf_put(&out, class_name(c));
                }
            pile_print_claimed(&out, cell);
        }
    Str text = arena_copy(pile->arena, buf_str(&out));
    buf_free(&out);
    return text.ptr ? text.ptr : "";
}

static inline const Incident *pile_main(const Extraction *x)
{
    for (size_t i = 0; i < x->incident_count; i++)
        if (x->incidents[i].main)
            return &x->incidents[i];
    return NULL;
}

enum { PILE_REPORTS = 3 };

/* A row of a test: what a profile makes of the one incident of the reports. */
typedef struct {
    const char *name;
    TestReport reports[PILE_REPORTS];
    const char *want;
    const char *working; /* of a cell of those killed; NULL where it is not asked for */
} PileCase;

static inline void pile_check_worked(const PileCase *cases, size_t count, const char *profile, CellKind cell)
{
    int wrong = 0;
    for (size_t i = 0; i < count; i++) {
        Pile pile = pile_new();
        Error err = {0};
        const Estimates *got =
            pile_counted(&pile, cases[i].reports, PILE_REPORTS, profile_named(str_from(profile), pile.arena, &err));
        const char *text = pile_print(&pile, got);
        Str working = got->cells[OUTCOME_KILLED][cell].working;
        if (strcmp(text, cases[i].want) != 0 || (cases[i].working && !str_is(working, cases[i].working))) {
            print_error("%s\n  want %s\n  got  %s (%.*s)\n", cases[i].name, cases[i].want, text, (int)working.len,
                        working.ptr);
            wrong++;
        }
        pile_free(&pile);
    }
    assert_int_equal(wrong, 0);
}

static inline void pile_check_counted(const PileCase *cases, size_t count)
{
    pile_check_worked(cases, count, "daybook", CELL_ALL);
}

#endif
