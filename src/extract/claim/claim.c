#include "extract/claim/claim.h"

#include "extract/claim/apart.h"
#include "extract/claim/claim_place.h"
#include "extract/claim/claim_time.h"
#include "extract/claim/claim_when.h"
#include "extract/claim/others.h"
#include "extract/claim/past.h"
#include "extract/claim/storm.h"
#include "extract/speaker/source.h"
#include "extract/syntax/noun.h"

/* The sentence tells of months or years ("since 2004"): a figure in it is of a campaign, not of this event. */
static bool tells_of_a_campaign(const Analysis *a, Span sentence, const Claim *claim)
{
    enum { CAMPAIGN_DAYS = 60 };
    for (size_t i = analysis_first_time(a, sentence.start); analysis_time_before(a, i, sentence.end); i++) {
        Window w = a->times[i].window;
        if (span_holds(sentence, a->times[i].span) && window_days(w) > CAMPAIGN_DAYS && a->anchor != DAY_NONE &&
            w.first + CAMPAIGN_DAYS < a->anchor && !claim_time_is_of_older_figure(a, a->times[i].span) &&
            !claim_time_is_of_other_figure(a, claim->evidence, &a->times[i]))
            return true;
    }
    return false;
}

/* "Sentenced for a raid in 2014 that killed two": what somebody is held or tried for, as the report
 * opens, happened once, whatever the year. */
static bool is_tried_for(const Analysis *a, const Sentence *sentence, const Claim *claim)
{
    enum { REACH = 30 };
    uint16_t cls = analysis_class(a, "AFTERMATH");
    uint32_t number = (uint32_t)(sentence - a->tokens.sentences);
    if (!past_in_lead(a, number) || !mention_may_be_in(&a->mentions, number, cls))
        return false;
    uint32_t token = analysis_token(a, claim->evidence.start);
    uint32_t first = token > sentence->first + REACH ? token - REACH : sentence->first;
    return mention_within(&a->mentions, first, token, cls) != MENTION_NONE;
}

/* Who claims, accuses, denies or promises: the attribution whose own cue is what the claim rests on. */
static const Attribution *speaker_of_act(const Analysis *a, const Claim *claim)
{
    bool act = claim->kind == KIND_RESPONSIBILITY || claim->kind == KIND_ACCUSATION || claim->kind == KIND_DENIAL ||
               claim->kind == KIND_PENDING;
    for (size_t i = 0; act && i < a->attribution_count; i++) {
        const Attribution *attribution = &a->attributions[i];
        if (span_overlaps(attribution->cue, claim->evidence) && !span_is_empty(attribution->source))
            return attribution;
    }
    return NULL;
}

static void speak(Claim *claim, const Attribution *attribution)
{
    claim->attribution = attribution;
    claim->party = attribution->party;
    claim->stance = attribution->stance;
    claim->manner = attribution->manner;
}

/* ", while": the comma of the clause that goes on beside another. */
static bool goes_on_beside(const Analysis *a, uint32_t comma)
{
    static const char *const SORTS[] = {"CONJUNCTION", "PREPOSITION", "CLAUSE_OPENER"};
    bool beside = str_is(span_text(a->tokens.text, a->tokens.tokens[comma].span), ",");
    for (size_t i = 0; beside && i < sizeof SORTS / sizeof *SORTS; i++)
        beside = mention_begins(&a->mentions, comma + 1, analysis_class(a, SORTS[i]));
    return beside;
}

/* "Police said nine died, while | 12 were hurt |": of whoever told what stands before. */
static const Attribution *speaker_before(const Analysis *a, const Claim *claim)
{
    enum { REACH = 24 };
    uint32_t first = analysis_token(a, claim->evidence.start);
    uint32_t last = analysis_token(a, claim->evidence.end);
    uint32_t opens = a->tokens.sentences[analysis_sentence(a, first)].first;
    uint32_t comma = first >= opens + 3 && goes_on_beside(a, first - 2) ? first - 2 : 0;
    for (uint32_t t = first + 1; comma == 0 && t + 1 < last && t < first + REACH; t++)
        comma = goes_on_beside(a, t) ? t : 0;
    bool blanket = false;
    const Attribution *said = claim->kind == KIND_CASUALTY && comma > opens
                                  ? source_for(a, a->tokens.tokens[comma - 1].span, &blanket)
                                  : NULL;
    return said && !blanket && said->stance == STANCE_ASSERTS ? said : NULL;
}

static void set_speaker(const Analysis *a, Claim *claim)
{
    const Attribution *attribution = speaker_of_act(a, claim);
    if (!attribution)
        attribution = source_for(a, claim->evidence, &claim->blanket);
    if (!attribution)
        attribution = speaker_before(a, claim);
    if (attribution)
        speak(claim, attribution);
}

/* "The army said [the rebels' claim that ten had died was a lie]": who tells all of what is taken back is who denies it. */
static void set_denier(const Analysis *a, Span untrue, Claim *claim)
{
    bool blanket = false;
    const Attribution *attribution = claim->attribution ? source_for(a, untrue, &blanket) : NULL;
    if (attribution && !blanket)
        speak(claim, attribution);
    claim->stance = STANCE_DENIES;
}

/* "The radio reported ... the report", "a post claimed ... the post": what an outlet tells, what is told as a report, or by what the
 * sentence behind names again; by no side and nobody who saw it. */
static bool is_reports_word(const Analysis *a, const Claim *claim, uint32_t sentence)
{
    const Attribution *told = claim->attribution;
    if (claim->stance != STANCE_ASSERTS)
        return false;
    if (claim->party != PARTY_NONE || !told || told->speaker.len == 0)
        return claim->party == PARTY_MEDIA;
    Str behind = span_text(a->tokens.text, a->tokens.sentences[sentence + 1].span);
    return str_is(told->act, "report") || noun_is_in(behind, noun_last(told->speaker));
}

/* "Nine were reportedly killed", "Reportedly, nine were killed": an adverb is of the claim that it stands in or right before, and of all where it
 * opens the sentence; not "killed by a bomb, reportedly home-made". */
static bool status_is_of(const Analysis *a, const Mention *word, const Sentence *sentence, const Claim *claim)
{
    bool alleged = str_is(analysis_value(a, word), "alleged");
    if (alleged && mention_begins(&a->mentions, word->last, analysis_class(a, "VICTIM")))
        return false; /* "an alleged thief was shot": of who he is */
    if (word->first == sentence->first || !mention_begins(&a->mentions, word->first, analysis_class(a, "ADVERB")))
        return true;
    uint32_t first = analysis_token(a, claim->evidence.start);
    uint32_t last = analysis_token(a, claim->evidence.end - 1);
    Str before = span_text(a->tokens.text, a->tokens.tokens[word->first - 1].span);
    Str behind = span_text(a->tokens.text, a->tokens.tokens[word->last].span);
    bool aside = str_equal(before, STR(",")) && !str_equal(behind, STR(","));
    return first <= word->last && word->first <= last && !aside;
}

/* How firm the words of the class in tokens [first, last) say that figures, or those of the claim, are. */
static unsigned status_within(const Analysis *a, uint32_t first, uint32_t last, const Sentence *sentence,
                              const Claim *claim)
{
    const MentionList *list = &a->mentions;
    unsigned status = 0;
    for (uint32_t i = mention_within(list, first, last, analysis_class(a, "CLAIM_STATUS")); i != MENTION_NONE;
         i = mention_within_after(list, i, last)) {
        if (status_is_of(a, &list->items[i], sentence, claim))
            status |= status_parse(analysis_value(a, &list->items[i]));
    }
    return status;
}

bool claim_is_unsure(const Analysis *a, uint32_t first, uint32_t last)
{
    return analysis_tells_value(a, first, last, "CLAIM_STATUS", "unsure");
}

/* "Police fear that ten died": so does the verb of saying. */
static bool is_told_in_fear(const Analysis *a, const Claim *claim)
{
    const Attribution *by = claim->attribution;
    return by && str_equal(by->act, STR("fear")) && !span_is_empty(by->cue) &&
           claim_is_unsure(a, analysis_token(a, by->cue.start), analysis_token(a, by->cue.end - 1) + 1);
}

/* "Confirmed Casualties (Preliminary):" says how firm the figures under it are; so does a word in their own sentence. */
static void set_status(const Analysis *a, const Sentence *sentence, Claim *claim)
{
    if (!mention_may_be(&a->mentions, analysis_class(a, "CLAIM_STATUS")))
        return;
    claim->status |= status_within(a, sentence->first, sentence->last, sentence, claim);
    claim->status |= is_told_in_fear(a, claim) ? STATUS_UNVERIFIED : 0;
    size_t block = sentence->block < a->block_count ? sentence->block + 1 : a->block_count;
    while (block > 0 && a->blocks[block - 1].kind != BLOCK_HEADING)
        block--;
    if (block == 0)
        return;
    Span heading = a->blocks[block - 1].span;
    uint32_t first = analysis_token(a, heading.start);
    const Sentence *line = &a->tokens.sentences[analysis_sentence(a, first)];
    claim->status |= status_within(a, first, analysis_token(a, heading.end), line, claim);
}

bool claim_is_dated(const Claim *claim)
{
    enum { WEEK_DAYS = 7 };
    return !span_is_empty(claim->window_span) && window_days(claim->window) <= WEEK_DAYS;
}

/* Without the sign that closes a sentence or part of it: of a rule that asks whether one follows. */
static uint32_t before_sign(const Analysis *a, uint32_t first, uint32_t last)
{
    Str text = last > first ? span_text(a->tokens.text, a->tokens.tokens[last - 1].span) : STR_NONE;
    bool sign = text.len == 1 && (text.ptr[0] == '.' || text.ptr[0] == ',' || text.ptr[0] == ';');
    return sign && last > first + 1 ? last - 1 : last;
}

bool claim_is_beyond(Analysis *a, size_t stage_began, uint32_t token)
{
    enum { MOST = 5000 };
    if (a->claim_count - stage_began < MOST)
        return false;
    uint32_t start = a->tokens.tokens[token].span.start;
    a->untold = a->untold == 0 || start < a->untold ? start : a->untold;
    return true;
}

/* Is it told as of another event than the report's own? */
static bool is_aside(const Analysis *a, const Claim *claim, uint32_t first, uint32_t sentence)
{
    bool attack = claim->kind == KIND_ATTACK;
    if (!attack && claim->kind != KIND_CASUALTY)
        return false;
    return past_is_cause(a, first) || storm_is_other(a, first) ||
           (attack && span_is_empty(claim->window_span) && others_go_on(a, sentence));
}

Claim *claim_new(Analysis *a, ClaimKind kind, uint32_t first, uint32_t last, Str rule)
{
    a->claims = arena_grow(a->scratch, a->claims, a->claim_count, &a->claim_cap, sizeof *a->claims);
    Claim *claim = &a->claims[a->claim_count++];
    *claim = (Claim){.kind = kind, .rule = rule, .window = WINDOW_NONE, .part_of = -1, .incident = -1};
    claim->evidence = mention_tokens_span(&a->tokens, first, before_sign(a, first, last));
    uint32_t number = analysis_sentence(a, first);
    const Sentence *sentence = &a->tokens.sentences[number];
    claim->sentence = sentence->span;
    bool past = past_is_told(a, number);
    Apart apart = apart_told(a, first);
    claim->background = past || apart != APART_NONE;
    claim->former = past_is_former(a, first);
    set_speaker(a, claim);
    if (claim->stance == STANCE_DENIES && past_is_instead(a, last - 1))
        claim->stance = STANCE_ASSERTS;
    Span untrue = past_untrue(a, first);
    Span behind = span_is_empty(untrue) ? past_untrue_behind(a, number) : (Span){0, 0};
    if (!span_is_empty(behind) && is_reports_word(a, claim, number))
        untrue = behind;
    if (!span_is_empty(untrue))
        set_denier(a, untrue, claim);
    else if (claim->stance == STANCE_ASSERTS && past_is_unchecked(a, first))
        claim->stance = STANCE_DOUBTS;
    if (kind == KIND_CASUALTY)
        set_status(a, sentence, claim);
    if (kind == KIND_PENDING)
        claim_set_due(a, sentence, claim);
    else
        claim_set_window(a, sentence, claim);
    claim->campaign = kind == KIND_CASUALTY && !claim_is_dated(claim) &&
                      tells_of_a_campaign(a, sentence->span, claim) && !is_tried_for(a, sentence, claim);
    claim->aside = is_aside(a, claim, first, number);
    bool vague = !window_is_known(claim->window) && past_is_vague(a, claim->window_span);
    past = past || claim->campaign || claim->aside || vague || past_is_long_ago(a, claim->window);
    claim->elsewhere = !past && apart == APART_ELSEWHERE;
    claim->background = claim->background || past;
    claim->place = claim_place(a, sentence, claim->evidence);
    return claim;
}
