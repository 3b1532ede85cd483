#include "extract/event/scene.h"

#include "extract/claim/apart.h"
#include "extract/claim/past.h"

enum {
    APART_MINUTES = 30, /* who was hit here and found there is told within minutes */
    LEAD = 2,           /* sentences that open the report tell of its own event */
    LONGEST = 4,        /* sentences of one scene, of a text without paragraphs */
    NO_HOUR = -1
};

/* A spot and the time that the report tells for it. */
typedef struct {
    uint32_t first; /* sentences */
    uint32_t last;
    Window days;
    int minutes; /* of the day, NO_HOUR */
} Scene;

static bool is_event(const Claim *claim)
{
    bool harm = claim->outcome == OUTCOME_KILLED || claim->outcome == OUTCOME_INJURED;
    return claim->kind == KIND_ATTACK || (claim->kind == KIND_CASUALTY && harm && claim->has_count);
}

static bool is_in(const Analysis *a, const Claim *claim, uint32_t first, uint32_t last)
{
    return claim->sentence.start >= a->tokens.sentences[first].span.start &&
           claim->sentence.start < a->tokens.sentences[last - 1].span.end;
}

/* The name of a street where something may have happened: nobody's address. */
static bool is_street(const Analysis *a, const Mention *m)
{
    if (!str_equal(analysis_value(a, m), STR("name")))
        return false;
    const Sentence *s = &a->tokens.sentences[analysis_sentence(a, m->first)];
    for (uint32_t k = mention_within(&a->mentions, s->first, s->last, m->cls); k != MENTION_NONE;
         k = mention_within_after(&a->mentions, k, s->last)) {
        const Mention *home = &a->mentions.items[k];
        if (home->first <= m->first && m->first < home->last && str_equal(analysis_value(a, home), STR("home")))
            return false;
    }
    return true;
}

/* The first name of a street in the sentences, or behind the mention; MENTION_NONE. */
static uint32_t street_in(const Analysis *a, uint32_t first, uint32_t last)
{
    uint16_t cls = analysis_class(a, "STREET");
    uint32_t end = a->tokens.sentences[last - 1].last;
    for (uint32_t m = mention_within(&a->mentions, a->tokens.sentences[first].first, end, cls); m != MENTION_NONE;
         m = mention_within_after(&a->mentions, m, end))
        if (is_street(a, &a->mentions.items[m]))
            return m;
    return MENTION_NONE;
}

/* Do the sentences name a street that the others name too? */
static bool share_street(const Analysis *a, uint32_t first, uint32_t last, uint32_t before)
{
    uint16_t cls = analysis_class(a, "STREET");
    uint32_t end = a->tokens.sentences[last - 1].last;
    uint32_t known_end = before > 0 ? a->tokens.sentences[before - 1].last : 0;
    for (uint32_t m = mention_within(&a->mentions, a->tokens.sentences[first].first, end, cls); m != MENTION_NONE;
         m = mention_within_after(&a->mentions, m, end)) {
        if (!is_street(a, &a->mentions.items[m]))
            continue;
        Str name = analysis_text(a, &a->mentions.items[m]);
        for (uint32_t k = mention_within(&a->mentions, 0, known_end, cls); k != MENTION_NONE;
             k = mention_within_after(&a->mentions, k, known_end))
            if (is_street(a, &a->mentions.items[k]) &&
                str_equal_caseless(name, analysis_text(a, &a->mentions.items[k])))
                return true;
    }
    return false;
}

/* By that name, or there with a side of the world before it: "North [Elm]". */
static bool has_street(const Analysis *a, const Extraction *x, Span name)
{
    for (size_t i = 0; i < x->street_count; i++)
        if (span_overlaps(x->streets[i], name) ||
            str_equal_caseless(span_text(a->tokens.text, x->streets[i]), span_text(a->tokens.text, name)))
            return true;
    return false;
}

void scene_streets(const Analysis *a, Extraction *out)
{
    enum { MOST = 16 }; /* of a report: more are of a list */
    uint16_t cls = analysis_class(a, "STREET");
    if (!mention_may_be(&a->mentions, cls))
        return;
    Span *streets = ARENA_ARRAY(a->arena, Span, MOST);
    out->streets = streets;
    for (uint32_t m = mention_first(&a->mentions, cls); m != MENTION_NONE && out->street_count < MOST;
         m = mention_after(&a->mentions, m)) {
        const Mention *mention = &a->mentions.items[m];
        Span name = mention_span(&a->tokens, mention);
        if (is_street(a, mention) && !has_street(a, out, name))
            streets[out->street_count++] = name;
    }
}

/* "2026-01-31T04:25": minutes since midnight. */
static int minutes_of(Str value)
{
    size_t t = str_find_char(value, 'T', 0);
    if (t + 6 != value.len || value.ptr[t + 3] != ':')
        return NO_HOUR;
    const char *d = value.ptr + t + 1;
    return ((d[0] - '0') * 10 + d[1] - '0') * 60 + (d[3] - '0') * 10 + d[4] - '0';
}

/* When the sentences tell something to have happened. */
static void tell_time(const Analysis *a, uint32_t first, uint32_t last, Scene *scene)
{
    uint32_t end = a->tokens.sentences[last - 1].span.end;
    for (size_t i = analysis_first_time(a, a->tokens.sentences[first].span.start); analysis_time_before(a, i, end);
         i++) {
        const TimeMention *time = &a->times[i];
        bool day = time->use == TIME_OF_EVENTS && window_is_known(time->window) && window_days(time->window) <= 2;
        if (!day)
            continue;
        if (scene->minutes == NO_HOUR)
            scene->minutes = minutes_of(time->value);
        if (!window_is_known(scene->days) || !time->hour)
            scene->days = time->window;
    }
}

/* The hour of the report's own event, where its first spot has none: the first that is told before the scene. */
static void tell_home_hour(const Analysis *a, Scene *home, uint32_t before)
{
    uint32_t end = a->tokens.sentences[before].span.start;
    for (size_t i = 0; home->minutes == NO_HOUR && analysis_time_before(a, i, end); i++)
        if (a->times[i].use == TIME_OF_EVENTS && window_overlaps(a->times[i].window, home->days))
            home->minutes = minutes_of(a->times[i].value);
}

/* The days of the first figure that has days of its own. */
static Window first_days(const Analysis *a)
{
    const Claim *first = NULL;
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *claim = &a->claims[i];
        if (claim->kind == KIND_CASUALTY && is_event(claim) && !claim->background && claim_states_days(claim) &&
            (!first || claim->evidence.start < first->evidence.start))
            first = claim;
    }
    return first ? first->window : WINDOW_NONE;
}

static bool differs_in_time(const Analysis *a, const Scene *home, const Scene *scene)
{
    if (!window_is_known(scene->days) || !window_is_known(home->days))
        return false;
    if (!window_overlaps(home->days, scene->days)) {
        Window own = first_days(a);
        return !window_is_known(own) || !window_overlaps(own, scene->days);
    }
    int apart = home->minutes > scene->minutes ? home->minutes - scene->minutes : scene->minutes - home->minutes;
    return home->minutes != NO_HOUR && scene->minutes != NO_HOUR && apart >= APART_MINUTES;
}

/* The first claim of an event in the sentences. */
static Claim *first_event(const Analysis *a, uint32_t first, uint32_t last)
{
    Claim *found = NULL;
    for (size_t i = 0; i < a->claim_count; i++) {
        Claim *claim = &a->claims[i];
        bool casualty = claim->kind == KIND_CASUALTY;
        if (is_event(claim) && is_in(a, claim, first, last) &&
            (!found || (casualty && found->kind == KIND_ATTACK) ||
             (casualty == (found->kind == KIND_CASUALTY) && claim->evidence.start < found->evidence.start)))
            found = claim;
    }
    return found;
}

/* What the paragraph of a street tells: up to two sentences before it that name no other, and some behind. */
static Scene scene_at(const Analysis *a, uint32_t sentence)
{
    enum { BEFORE = 2 };
    uint32_t block = a->tokens.sentences[sentence].block;
    Scene scene = {sentence, sentence + 1, WINDOW_NONE, NO_HOUR};
    while (scene.first > 0 && sentence - scene.first < BEFORE && a->tokens.sentences[scene.first - 1].block == block &&
           street_in(a, scene.first - 1, scene.first) == MENTION_NONE)
        scene.first--;
    while (scene.last < a->tokens.sentence_count && scene.last - sentence < LONGEST &&
           a->tokens.sentences[scene.last].block == block)
        scene.last++;
    tell_time(a, scene.first, sentence + 1, &scene);
    return scene;
}

/* Somebody is hit there whom the report has not told of. */
static bool tells_of_others(const Claim *there)
{
    return there && there->kind == KIND_CASUALTY && !there->again && !there->background && there->part_of < 0 &&
           !there->total && there->ordinal == 0;
}

/* Does the report open with a figure that is of both together? */
static bool is_summed_up(const Analysis *a, const Scene *home, const Claim *there)
{
    int64_t lead = 0;
    int64_t own = 0;
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *claim = &a->claims[i];
        if (!is_event(claim) || claim->kind != KIND_CASUALTY || claim->background || claim->outcome != there->outcome)
            continue;
        if (is_in(a, claim, home->first, home->last))
            own = claim->count.low > own ? claim->count.low : own;
        else if (past_in_lead(a, analysis_sentence(a, analysis_token(a, claim->evidence.start))))
            lead = claim->count.low > lead ? claim->count.low : lead;
    }
    return own > 0 && lead >= own + there->count.low;
}

static void set_apart(Analysis *a, const Scene *scene, unsigned number)
{
    for (size_t i = 0; i < a->claim_count; i++) {
        Claim *claim = &a->claims[i];
        if (is_event(claim) && is_in(a, claim, scene->first, scene->last))
            claim->scene = number;
    }
}

/* Where what is told of the spot ends in a report of several: its next paragraphs go on with it as far as none names a street or is set apart. */
static uint32_t last_of_item(const Analysis *a, uint32_t last)
{
    uint32_t far = last + LONGEST;
    while (last < a->tokens.sentence_count && last < far && street_in(a, last, last + 1) == MENTION_NONE &&
           !mention_may_be_in(&a->mentions, last, analysis_class(a, "ROUND_UP")) &&
           !mention_may_be_in(&a->mentions, last, analysis_class(a, "APART")) &&
           !document_in_headline(a->document, a->tokens.sentences[last].span))
        last++;
    return last;
}

/* The report's own spot: the first that it names where it tells of an event. */
static Scene home_at(const Analysis *a, uint32_t sentence)
{
    enum { BEHIND = 2 }; /* "At 9 p.m. he stood on Elm Street. He was hit in the leg." */
    Scene home = scene_at(a, sentence);
    uint32_t left = (uint32_t)a->tokens.sentence_count - home.last;
    const Claim *event = first_event(a, home.first, home.last + (left < BEHIND ? left : BEHIND));
    if (!event)
        home.first = UINT32_MAX;
    else if (!window_is_known(home.days))
        home.days = event->window;
    return home;
}

/* Does the report say before the sentence that it tells of several incidents? "Six were shot in five shootings in Villar." */
static bool tells_of_several(const Analysis *a, uint32_t sentence)
{
    uint32_t round = mention_first(&a->mentions, analysis_class(a, "ROUND_UP"));
    if (round != MENTION_NONE && analysis_sentence(a, a->mentions.items[round].first) < sentence)
        return true;
    uint16_t apart = analysis_class(a, "APART");
    for (uint32_t m = mention_first(&a->mentions, apart); m != MENTION_NONE; m = mention_after(&a->mentions, m)) {
        Str value = analysis_value(a, &a->mentions.items[m]);
        if (analysis_sentence(a, a->mentions.items[m].first) < sentence && str_is(value, "rest"))
            return true;
    }
    return false;
}

/* Is the hour the same, as far as both are told? */
static bool is_same_hour(const Scene *home, const Scene *scene)
{
    int apart = home->minutes > scene->minutes ? home->minutes - scene->minutes : scene->minutes - home->minutes;
    return home->minutes != NO_HOUR && scene->minutes != NO_HOUR && apart < APART_MINUTES;
}

static bool is_another(const Analysis *a, Scene *home, const Scene *scene, uint32_t street)
{
    uint32_t last = street + 2 < scene->last ? street + 2 : scene->last;
    const Claim *there = first_event(a, scene->first, last);
    if (scene->first < home->last || scene->first < LEAD || !tells_of_others(there) ||
        share_street(a, street, street + 1, scene->first))
        return false;
    tell_home_hour(a, home, scene->first);
    bool other = differs_in_time(a, home, scene) || (tells_of_several(a, scene->first) && !is_same_hour(home, scene));
    return other && !is_summed_up(a, home, there);
}

/* Each event that its sentence sets apart is a scene too, wherever it was: with all that goes on with it. */
static void number_apart(Analysis *a, unsigned count)
{
    for (size_t i = 0; i < a->claim_count; i++) {
        Claim *claim = &a->claims[i];
        if (is_event(claim) && claim->elsewhere && claim->scene == 0)
            claim->scene = count + apart_stretch(a, analysis_token(a, claim->evidence.start));
    }
}

void scene_settle(Analysis *a)
{
    uint16_t cls = analysis_class(a, "STREET");
    if (!cls || !mention_may_be(&a->mentions, cls))
        return;
    Scene home = {.first = UINT32_MAX};
    unsigned count = 0;
    for (uint32_t s = 0; s < a->tokens.sentence_count; s++) {
        if (!mention_may_be_in(&a->mentions, s, cls) || street_in(a, s, s + 1) == MENTION_NONE)
            continue;
        if (home.first == UINT32_MAX) {
            home = home_at(a, s);
            continue;
        }
        Scene scene = scene_at(a, s);
        if (!is_another(a, &home, &scene, s))
            continue;
        if (tells_of_several(a, scene.first))
            scene.last = last_of_item(a, scene.last);
        set_apart(a, &scene, ++count);
    }
    number_apart(a, count);
}
