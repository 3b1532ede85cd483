#include "extract/claim/apart.h"

#include "extract/claim/past.h"

enum { OPENING = 2 }; /* a title and the sentence under it: no incident is apart from one that was not told yet */

/* A village that is on no map is one too. */
static bool is_town(const PlaceMention *place)
{
    return place_is_spot(place) || place->place.precision == PRECISION_NONE;
}

/* "Gaza", "Herat": a town called like its region, which may be what is meant. */
static bool is_called_like_its_region(const PlaceMention *place)
{
    return place->place.name.len > 0 && str_begins(place->place.admin1, place->place.name);
}

/* Is the sentence about a whole land or front: it names one, or speaks of "the region", and no town? Of several attacks, or all over it,
 * the name of a town may be its region's. */
static bool is_of_a_land(const Analysis *a, uint32_t sentence, bool land, bool many)
{
    const Sentence *s = &a->tokens.sentences[sentence];
    for (size_t i = analysis_first_place(a, s->span.start); analysis_place_before(a, i, s->span.end); i++) {
        const PlaceMention *place = &a->places[i];
        if (place->people || !span_holds(s->span, place->span))
            continue;
        if (is_town(place) && !(many && is_called_like_its_region(place)))
            return false;
        land = true;
    }
    uint16_t front = analysis_class(a, "WAR_FRONT");
    for (uint32_t t = s->first; t < s->last && !land; t++)
        land = mention_begins(&a->mentions, t, front);
    return land;
}

/* Does the report name a town before the sentence, as where its own event was? */
static bool follows_a_town(const Analysis *a, uint32_t sentence)
{
    for (size_t i = 0; i < a->place_count; i++) {
        if (a->places[i].span.end > a->tokens.sentences[sentence].span.start)
            return false;
        if (!a->places[i].people && is_town(&a->places[i]) && !analysis_in_dateline(a, a->places[i].span))
            return true;
    }
    return false;
}

/* Does the sentence say where the one attack was: in a town, or at a site? "An attack on Ukraine" may be the whole land's. */
static bool names_spot(const Analysis *a, const Mention *one)
{
    enum { RIGHT_BEHIND = 2 };
    uint32_t sentence = analysis_sentence(a, one->first);
    const Sentence *s = &a->tokens.sentences[sentence];
    size_t next = analysis_first_place(a, mention_span(&a->tokens, one).end);
    if (next < a->place_count && !is_town(&a->places[next]) &&
        analysis_token(a, a->places[next].span.start) < one->last + RIGHT_BEHIND)
        return false;
    for (size_t i = analysis_first_place(a, s->span.start); analysis_place_before(a, i, s->span.end); i++)
        if (!a->places[i].people && is_town(&a->places[i]) && !analysis_in_dateline(a, a->places[i].span))
            return true;
    return mention_may_be_in(&a->mentions, sentence, analysis_class(a, "TARGET"));
}

/* Is anybody counted as hurt in the sentences? */
static bool tells_figure(const Analysis *a, uint32_t first, uint32_t last)
{
    static const char *const HARM[] = {"HARM_PP", "HARM_ACT", "HARM_INTRANS", "HARM_NOUN", "HARM_ADJ"};
    uint16_t count = analysis_class(a, "COUNT");
    for (uint32_t s = first; s < last; s++)
        for (size_t i = 0; i < sizeof HARM / sizeof *HARM && mention_may_be_in(&a->mentions, s, count); i++)
            if (mention_may_be_in(&a->mentions, s, analysis_class(a, HARM[i])))
                return true;
    return false;
}

/* The first attack told as one, in a town or at a site where that is asked for, with whom it hurt before the sentence; NULL. */
static const Mention *one_before(const Analysis *a, uint32_t sentence, bool spot)
{
    uint16_t cls = analysis_class(a, "ONE_ATTACK");
    for (uint32_t i = mention_first(&a->mentions, cls); i != MENTION_NONE; i = mention_after(&a->mentions, i)) {
        const Mention *one = &a->mentions.items[i];
        uint32_t own = analysis_sentence(a, one->first);
        if (own < sentence && (!spot || names_spot(a, one)) && tells_figure(a, own, sentence))
            return one;
    }
    return NULL;
}

/* Does the mark of several attacks stand in the headline or before the one? */
static bool opens_with(const Analysis *a, const Mention *several, const Mention *one)
{
    return several->first < one->first ||
           document_in_headline(a->document, a->tokens.sentences[analysis_sentence(a, several->first)].span);
}

/* Does the report head or open with several attacks, before it tells of the one? */
static bool opens_with_several(const Analysis *a, const Mention *one)
{
    uint16_t round = analysis_class(a, "ROUND_UP");
    for (uint32_t i = mention_first(&a->mentions, round); i != MENTION_NONE; i = mention_after(&a->mentions, i))
        if (opens_with(a, &a->mentions.items[i], one))
            return true;
    uint16_t apart = analysis_class(a, "APART");
    for (uint32_t i = mention_first(&a->mentions, apart); i != MENTION_NONE; i = mention_after(&a->mentions, i)) {
        const Mention *mark = &a->mentions.items[i];
        Str value = analysis_value(a, mark);
        if ((str_is(value, "many") || str_is(value, "whole")) && opens_with(a, mark, one))
            return true;
    }
    return false;
}

/* Does the report tell of one attack before the sentence (of one in a town or at a site) and whom it hurt, and neither open nor head with all of
 * them? */
static bool follows_one(const Analysis *a, uint32_t sentence, bool spot)
{
    const Mention *one = one_before(a, sentence, spot);
    return one && !opens_with_several(a, one);
}

/* "A raid killed three in Goma. Elsewhere in the province, ...": the second sentence of a report without a title, whose first told its own. */
static bool follows_opening(const Analysis *a, uint32_t sentence)
{
    return sentence == 1 && a->tokens.sentences[0].block == a->tokens.sentences[1].block && tells_figure(a, 0, 1);
}

/* ---- how far what is set apart goes on ---- */

/* A word that names somebody or something, by its capital; where it opens a sentence its capital tells nothing. */
static bool is_name(const Analysis *a, uint32_t token, bool opens)
{
    unsigned flags = a->tokens.tokens[token].flags;
    return (flags & TOKEN_CAPITAL) && (opens || !(flags & TOKEN_SENTENCE_START)) &&
           mention_over(&a->mentions, token, analysis_class(a, "TIME"), 0) == MENTION_NONE;
}

/* Does the word stand as a name in tokens [first, last)? */
static bool names(const Analysis *a, uint32_t first, uint32_t last, uint32_t word)
{
    Str name = span_text(a->tokens.text, a->tokens.tokens[word].span);
    for (uint32_t t = first; t < last; t++)
        if (str_equal(name, span_text(a->tokens.text, a->tokens.tokens[t].span)) && is_name(a, t, false))
            return true;
    return false;
}

/* How far the text before the mark is looked through, so that a long list of events costs no more than its length. */
static uint32_t own_end(uint32_t mark)
{
    enum { FAR = 2000 }; /* tokens: longer than most reports */
    return mark < FAR ? mark : FAR;
}

/* A name that what is set apart ([mark, end) in tokens) has brought in. */
static bool is_new_name(const Analysis *a, uint32_t token, uint32_t mark, uint32_t end)
{
    return is_name(a, token, true) && names(a, mark, end, token) && !names(a, 0, own_end(mark), token);
}

static bool has_new_name(const Analysis *a, const Sentence *s, uint32_t mark, uint32_t end)
{
    for (uint32_t t = s->first; t < s->last; t++)
        if (is_new_name(a, t, mark, end))
            return true;
    return false;
}

/* Is the place named in tokens [first, last)? */
static bool names_place(const Analysis *a, uint32_t first, uint32_t last, const PlaceMention *place)
{
    uint32_t end = a->tokens.tokens[last - 1].span.end;
    for (size_t i = analysis_first_place(a, a->tokens.tokens[first].span.start); analysis_place_before(a, i, end); i++)
        if (!a->places[i].people && place_same(&a->places[i].place, &place->place))
            return true;
    return false;
}

/* What the places of a sentence say of what is set apart: none of it, that it goes on, that the next is told, that the report is back at its own. */
typedef enum { PLACES_NONE, PLACES_SAME, PLACES_NEXT, PLACES_OWN } Places;

/* The headline is of the report's own. A place, no country, that the report had named before it set anything apart (tokens [mark, end)) is of its own. */
static Places places_told(const Analysis *a, uint32_t sentence, uint32_t mark, uint32_t end)
{
    Span own = a->tokens.sentences[sentence].span;
    if (document_in_headline(a->document, own))
        return PLACES_OWN;
    Places told = PLACES_NONE;
    for (size_t i = analysis_first_place(a, own.start); analysis_place_before(a, i, own.end); i++) {
        const PlaceMention *place = &a->places[i];
        if (place->people || place->place.precision == PRECISION_COUNTRY)
            continue;
        if (names_place(a, mark, end, place))
            told = PLACES_SAME;
        else if (mark > 0 && names_place(a, 0, own_end(mark), place))
            return PLACES_OWN;
        else if (told == PLACES_NONE)
            told = PLACES_NEXT;
    }
    return told;
}

enum { NOT_APART = UINT32_MAX };

/* The first sentence behind the paragraph in which the mark's sentence stands, at most so many before the sentence; else NOT_APART. */
static uint32_t first_behind(const Analysis *a, uint32_t began, uint32_t sentence, uint32_t most)
{
    uint32_t block = a->tokens.sentences[began].block;
    uint32_t last = sentence;
    while (last > began + 1 && a->tokens.sentences[last - 1].block != block && sentence - last < most)
        last--;
    return a->tokens.sentences[last - 1].block == block ? last : NOT_APART;
}

/* The sentence with which that begins which the sentence tells, where paragraphs behind a mark go on with what it sets apart; else NOT_APART.
 * "In another raid, in Uvira, two died, said Juan Sol. [...] Sol said that ...": as far as one names somebody or a place of it that nothing before
 * had named; and one that names a place that is new tells of the next event, not of the report's own. */
static uint32_t goes_on(const Analysis *a, const Mention *mark, uint32_t sentence)
{
    enum { FARTHEST = 8 }; /* sentences */
    uint32_t began = analysis_sentence(a, mark->first);
    uint32_t block = a->tokens.sentences[began].block;
    uint32_t last = first_behind(a, began, sentence, FARTHEST);
    if (last == NOT_APART)
        return NOT_APART;
    uint32_t first = mark->first;
    uint32_t end = a->tokens.sentences[last - 1].last;
    uint32_t going = block; /* the last paragraph that names a place of it */
    for (uint32_t s = last; s < a->tokens.sentence_count && s < last + FARTHEST; s++) {
        const Sentence *own = &a->tokens.sentences[s];
        Places told = places_told(a, s, mark->first, end);
        if (told == PLACES_OWN || (told == PLACES_NEXT && s > sentence))
            return NOT_APART;
        bool same = told == PLACES_SAME || (told == PLACES_NONE && own->block == going);
        going = told == PLACES_NONE ? going : own->block;
        began = told == PLACES_NEXT ? s : began;
        end = told == PLACES_NEXT ? own->last : end;
        if (s >= sentence && (same || told == PLACES_NEXT || has_new_name(a, own, first, end)))
            return began;
    }
    return NOT_APART;
}

/* Where that began which the mark sets apart, as far as the sentence; NOT_APART where it does not reach so far. */
static uint32_t began_at(const Analysis *a, const Mention *mark, uint32_t sentence)
{
    uint32_t own = analysis_sentence(a, mark->first);
    return a->tokens.sentences[own].block == a->tokens.sentences[sentence].block ? own : goes_on(a, mark, sentence);
}

/* Whether the mark, which stands before the token, reaches as far as it. */
static bool reaches(const Analysis *a, const Mention *mark, uint32_t sentence)
{
    uint32_t own = analysis_sentence(a, mark->first);
    Str value = analysis_value(a, mark);
    bool next = str_equal(value, STR("next"));
    bool on = next || str_equal(value, STR("on"));
    if (str_equal(value, STR("sentence")))
        return own == sentence && own > 0;
    bool land = str_equal(value, STR("land"));
    if (land || str_equal(value, STR("period")))
        return own == sentence && own > 0 && is_of_a_land(a, sentence, land, false) && follows_a_town(a, sentence);
    bool whole = str_equal(value, STR("whole"));
    bool days = str_equal(value, STR("while"));
    bool many = str_equal(value, STR("many"));
    if (whole || days || many)
        return own == sentence && own > 0 && is_of_a_land(a, sentence, whole || days, many) &&
               follows_one(a, sentence, !days);
    if (own < (on ? OPENING : PAST_LEAD) && !(next && follows_opening(a, own)))
        return false;
    if (str_equal(value, STR("rest")))
        return true;
    if (on)
        return began_at(a, mark, sentence) != NOT_APART;
    return own == sentence;
}

/* The last mark that reaches as far as the token; NULL where none does. */
static const Mention *mark_of(const Analysis *a, uint32_t token)
{
    uint16_t cls = analysis_class(a, "APART");
    const Mention *found = NULL;
    if (!cls || !mention_may_be(&a->mentions, cls))
        return NULL;
    uint32_t sentence = analysis_sentence(a, token);
    for (uint32_t i = mention_first(&a->mentions, cls); i != MENTION_NONE; i = mention_after(&a->mentions, i)) {
        const Mention *mark = &a->mentions.items[i];
        bool before = mark->first <= token || analysis_sentence(a, mark->first) == sentence;
        if (before && reaches(a, mark, sentence))
            found = mark;
    }
    return found;
}

static Apart apart_by(const Analysis *a, const Mention *mark)
{
    if (!mark)
        return APART_NONE;
    Str reach = analysis_value(a, mark);
    bool elsewhere = str_equal(reach, STR("on")) || str_equal(reach, STR("next")) || str_equal(reach, STR("sentence"));
    return elsewhere ? APART_ELSEWHERE : APART_OTHERS;
}

Apart apart_told(const Analysis *a, uint32_t token)
{
    return apart_by(a, mark_of(a, token));
}

unsigned apart_stretch(const Analysis *a, uint32_t token)
{
    const Mention *mark = mark_of(a, token);
    uint32_t began = apart_by(a, mark) == APART_ELSEWHERE ? began_at(a, mark, analysis_sentence(a, token)) : NOT_APART;
    return began == NOT_APART ? 0 : began + 1;
}

bool apart_rounds_up(const Analysis *a, uint32_t token)
{
    return mention_may_be_in(&a->mentions, analysis_sentence(a, token), analysis_class(a, "ROUND_UP"));
}

/* ---- several attacks together ---- */

/* What a sentence says of its figures. */
typedef enum { OWN, TOTAL /* "a total of nine" */, TOGETHER /* "in all three attacks" */ } Together;

static Together told_together(const Analysis *a, uint32_t sentence)
{
    const Sentence *s = &a->tokens.sentences[sentence];
    if (analysis_tells_value(a, s->first, s->last, "TOGETHER", "all"))
        return TOGETHER;
    return analysis_tells_value(a, s->first, s->last, "TOGETHER", "total") ? TOTAL : OWN;
}

static bool is_figure(const Claim *claim)
{
    return claim->kind == KIND_CASUALTY && claim->has_count && !claim->background &&
           (claim->outcome == OUTCOME_KILLED || claim->outcome == OUTCOME_INJURED);
}

static uint32_t sentence_of(const Analysis *a, const Claim *claim)
{
    uint32_t at = 0;
    while (at + 1 < a->tokens.sentence_count && a->tokens.sentences[at].span.start != claim->sentence.start)
        at++;
    return at;
}

/* Whether the report says, in or before the sentence, that it tells of one attack of several. */
static bool is_of_series(const Analysis *a, uint32_t sentence)
{
    uint32_t first = mention_first(&a->mentions, analysis_class(a, "SERIES_MARK"));
    return first != MENTION_NONE && analysis_sentence(a, a->mentions.items[first].first) <= sentence;
}

/* Whether one smaller figure, and no other, is told of that outcome before the sentence: that of the report's own attack. */
static bool has_own_figure(const Analysis *a, const Claim *sum)
{
    size_t own = 0;
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *claim = &a->claims[i];
        if (!is_figure(claim) || claim->outcome != sum->outcome || claim->part_of >= 0 ||
            claim->victim_class == CLASS_MILITANT || claim->sentence.start >= sum->sentence.start)
            continue; /* whoever attacked died in one of the attacks */
        if (claim->count.low >= sum->count.low || told_together(a, sentence_of(a, claim)) == TOGETHER)
            return false;
        own++;
    }
    return own == 1;
}

static void set_apart(Analysis *a, Span sentence)
{
    for (size_t i = 0; i < a->claim_count; i++)
        if (is_figure(&a->claims[i]) && a->claims[i].sentence.start == sentence.start)
            a->claims[i].background = a->claims[i].aside = a->claims[i].campaign = true;
}

/* ---- one victim beside the many of a round-up ---- */

static bool is_rounded_up(const Claim *claim)
{
    return claim->kind == KIND_CASUALTY && claim->has_count && claim->campaign && claim->aside && claim->count.low > 1;
}

/* "A man was killed and five people were hurt in weekend shootings": he, or he who was hurt, is no more of the report's one incident than
 * they are; where one is told beside another, each is of an incident of its own. */
static bool is_beside_rounded(const Analysis *a, const Claim *one)
{
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *many = &a->claims[i];
        if (many->sentence.start == one->sentence.start && is_rounded_up(many) &&
            !str_has_char(span_text(a->tokens.text, span_join(many->evidence, one->evidence)), ';'))
            return true;
    }
    return false;
}

static void settle_round_ups(Analysis *a)
{
    for (size_t i = 0; i < a->claim_count; i++) {
        Claim *claim = &a->claims[i];
        if (is_figure(claim) && claim->count.low <= 1 && claim->part_of < 0 &&
            apart_rounds_up(a, analysis_token(a, claim->evidence.start)) && is_beside_rounded(a, claim))
            claim->background = claim->aside = claim->campaign = true;
    }
}

void apart_settle(Analysis *a)
{
    if (mention_may_be(&a->mentions, analysis_class(a, "ROUND_UP")))
        settle_round_ups(a);
    if (!mention_may_be(&a->mentions, analysis_class(a, "TOGETHER")))
        return;
    for (size_t i = 0; i < a->claim_count; i++) {
        const Claim *claim = &a->claims[i];
        uint32_t sentence = is_figure(claim) ? sentence_of(a, claim) : 0;
        Together told = is_figure(claim) ? told_together(a, sentence) : OWN;
        if (told != OWN && (is_of_series(a, sentence) || (told == TOGETHER && has_own_figure(a, claim))))
            set_apart(a, claim->sentence);
    }
}
