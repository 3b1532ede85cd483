#include "extract/extract.h"

#include "extract/analysis/analysis.h"
#include "extract/claim/headline.h"
#include "extract/claim/past.h"
#include "extract/claim/past_lift.h"
#include "extract/event/entry.h"
#include "extract/event/event.h"
#include "extract/event/period.h"
#include "extract/event/scene.h"
#include "extract/event/statement.h"
#include "extract/event/trial.h"
#include "extract/event/update.h"
#include "extract/harm/casualty.h"
#include "extract/harm/in_turn.h"
#include "extract/place/place_role.h"
#include "extract/speaker/credit.h"
#include "extract/speaker/foe.h"
#include "extract/speaker/state.h"
#include "extract/table/given.h"
#include "extract/table/inset.h"

typedef void Stage(Analysis *a);

static void find_phrases(Analysis *a)
{
    a->mentions = mention_list(a->scratch, &a->tokens);
    Day today = moment_day(a->document->published);
    lexicon_find(a->language->lexicon, &a->tokens, today, a->scratch, &a->mentions);
}

/* The cascade: each stage reads what stands above it. */
static Stage *const STAGES[] = {
    structure_find,   /* headings, lists, tokens, sentences */
    find_phrases,     /* lexicon */
    inset_find,       /* tables */
    furniture_find,   /* boilerplate, dateline */
    credit_find,      /* whose report it is */
    count_find,       /* at least 10, dozens, 37–70 */
    when_find,        /* days */
    place_find,       /* places on the map */
    source_find,      /* who says what */
    place_roles_find, /* which places may be where something happened */
    state_find,       /* of which country */
    past_mark,        /* what is told of older times */
    report_days_find, /* which days the report as a whole is about */
    casualty_find,    /* claims: killed, injured … */
    in_turn_settle,   /* whom each of several blows hit */
    event_find,       /* claims: attack, disruption … */
    scene_settle,     /* claims of another spot and hour than the report's own */
    entry_settle,     /* of each entry of a list */
    inset_settle,     /* claims: of each row of a table */
    period_settle,    /* of a report that tells of a month or a war alone */
    past_settle,      /* what a report of what followed is about */
    trial_settle,     /* on which day was done what is tried or commemorated */
    statement_find,   /* claims: quotations, reactions */
    update_settle,    /* what a later paragraph updates */
    headline_settle,  /* claims of the title that the text makes itself */
    foe_settle,       /* what a party tells of its enemy's losses */
    flag_find,        /* what a reader must be warned of */
};

/* A table's row: its claims are given, there is nothing to be read between the lines. */
static Stage *const ROW_STAGES[] = {structure_find, given_find};

static void run(Analysis *a, Stage *const *stages, size_t count)
{
    for (size_t i = 0; i < count; i++)
        stages[i](a);
}

/* arena: for what the claims are made of; scratch: for what is of no use behind the last stage. */
static Analysis *analyse(const Language *language, const Gazetteer *gazetteer, const Document *document, Arena *arena,
                         Arena *scratch)
{
    Analysis *a = ARENA_NEW(scratch, Analysis);
    a->language = language;
    a->gazetteer = gazetteer;
    a->document = document;
    a->arena = arena;
    a->scratch = scratch;
    a->dateline_place = a->outlet = a->credit = a->issuer = STR_NONE;
    a->dateline_day = DAY_NONE;
    a->anchor = a->own_day = DAY_NONE;
    a->period = WINDOW_NONE;
    if (document->cell_count > 0)
        run(a, ROW_STAGES, sizeof ROW_STAGES / sizeof ROW_STAGES[0]);
    else
        run(a, STAGES, sizeof STAGES / sizeof STAGES[0]);
    return a;
}

Analysis *extract_analyse(const Language *language, const Gazetteer *gazetteer, const Document *document, Arena *arena)
{
    return analyse(language, gazetteer, document, arena, arena);
}

static void copy_sentences(const Analysis *a, Extraction *out)
{
    Span *sentences = ARENA_ARRAY(a->arena, Span, a->tokens.sentence_count);
    for (size_t i = 0; i < a->tokens.sentence_count; i++)
        sentences[i] = a->tokens.sentences[i].span;
    out->sentences = sentences;
    out->sentence_count = a->tokens.sentence_count;
}

/* The attributions that a reader is shown: one inside what another says only where a claim rests on it. */
static void copy_attributions(const Analysis *a, Extraction *out)
{
    Attribution *shown = ARENA_ARRAY(a->arena, Attribution, a->attribution_count);
    bool *used = ARENA_ARRAY(a->scratch, bool, a->attribution_count + 1);
    for (size_t i = 0; i < a->claim_count; i++) {
        if (a->claims[i].attribution)
            used[a->claims[i].attribution - a->attributions] = true;
    }
    for (size_t i = 0; i < a->attribution_count; i++) {
        if (!a->attributions[i].nested || used[i])
            shown[out->attribution_count++] = a->attributions[i];
    }
    out->attributions = shown;
}

/* The claims have grown in the scratch. */
static void copy_claims(const Analysis *a, Extraction *out)
{
    out->claims = arena_room(a->arena, a->claim_count, sizeof(Claim), alignof(Claim));
    out->claim_count = a->claim_count;
    if (a->claim_count > 0)
        memcpy(out->claims, a->claims, a->claim_count * sizeof(Claim));
}

Extraction *extract_with_scratch(const Language *language, const Gazetteer *gazetteer, const Document *document,
                                 Arena *arena, Arena *scratch)
{
    Analysis *a = analyse(language, gazetteer, document, arena, scratch);
    Extraction *out = ARENA_NEW(arena, Extraction);
    *out = (Extraction){
        .document = document,
        .dateline_place = a->dateline_place,
        .outlet = a->outlet,
        .credit = a->credit,
        .dateline_day = a->dateline_day,
        .anchor = a->anchor,
        .blocks = a->blocks,
        .block_count = a->block_count,
        .flags = a->flags,
        .flag_count = a->flag_count,
        .places = a->places,
        .place_count = a->place_count,
        .times = a->times,
        .time_count = a->time_count,
    };
    copy_claims(a, out);
    copy_attributions(a, out);
    copy_sentences(a, out);
    scene_streets(a, out);
    return out;
}

Extraction *extract_document(const Language *language, const Gazetteer *gazetteer, const Document *document,
                             Arena *arena)
{
    return extract_with_scratch(language, gazetteer, document, arena, arena);
}
