/* Whose names go and whose stay: over all reports, before any text is rewritten. */
#include "extract/analysis/analysis.h"
#include "report/public_parts.h"

enum { MAX_PARTICLE_BYTES = 3 };

typedef struct {
    PublicWork *work;
    const Extraction *x;
    const Analysis *a;
    uint16_t person;
    uint16_t first_name;
    uint16_t title;
    uint16_t common;    /* a part of speech: a word of the language */
    uint16_t bodies[4]; /* what a name is not a part of */
} NameSearch;

static bool is_kept_party(const PublicWork *work, const Attribution *a)
{
    return work->policy->kept[a->party];
}

bool public_is_handle_kept(const PublicWork *work, Str handle)
{
    if (handle.len > 0 && handle.ptr[0] == '@')
        handle = str_drop(handle, 1);
    return map_find(work->handles, handle) != 0;
}

static void spare_speaker(PublicWork *work, const Attribution *a)
{
    if (!a || !is_kept_party(work, a))
        return;
    public_names_spare(&work->names, a->speaker);
    public_names_spare(&work->names, a->group);
    for (size_t c = 0; c < a->chain_count; c++)
        public_names_spare(&work->names, a->chain[c]);
    if (a->handle.len > 1)
        (void)map_add(work->handles, a->handle.ptr[0] == '@' ? str_drop(a->handle, 1) : a->handle);
}

void public_find_spared(PublicWork *work, const Extraction *x)
{
    for (size_t i = 0; i < x->attribution_count; i++)
        spare_speaker(work, &x->attributions[i]);
    for (size_t i = 0; i < x->claim_count; i++)
        spare_speaker(work, x->claims[i].attribution); /* a book keeps those of claims alone */
    for (size_t i = 0; i < x->place_count; i++) {
        public_names_spare(&work->names, span_text(x->document->text, x->places[i].span));
        public_names_spare(&work->names, x->places[i].place.name);
    }
    public_names_spare(&work->names, x->document->publisher);
}

static const Token *token_at(const NameSearch *s, uint32_t t)
{
    return &s->a->tokens.tokens[t];
}

static bool has_class(const NameSearch *s, uint32_t t, uint16_t cls)
{
    return cls != 0 && mention_at(&s->a->mentions, t, cls) != MENTION_NONE;
}

static bool is_of_body(const NameSearch *s, uint32_t t)
{
    for (size_t i = 0; i < sizeof s->bodies / sizeof s->bodies[0]; i++) {
        if (s->bodies[i] != 0 && mention_over(&s->a->mentions, t, s->bodies[i], 6) != MENTION_NONE)
            return true;
    }
    return false;
}

/* May the word be one of a person's name? A capital, no body's or place's, and unknown to the language or a first name. */
static bool is_name_word(const NameSearch *s, uint32_t t)
{
    const Token *token = token_at(s, t);
    return (token->flags & TOKEN_WORD) && (token->flags & TOKEN_CAPITAL) && !(token->flags & TOKEN_UPPER) &&
           !is_of_body(s, t) && token->span.end - token->span.start > 1;
}

static bool is_odd_word(const NameSearch *s, uint32_t t)
{
    return token_at(s, t)->word == 0 || has_class(s, t, s->first_name);
}

/* The end of a run of name words from the token on, particles and hyphens inside it included ("Ali al-Rawi", "Ana de Bek"). */
static uint32_t run_end(const NameSearch *s, uint32_t t, uint32_t last)
{
    uint32_t here = t;
    while (here < last && is_name_word(s, here)) {
        here++;
        uint32_t next = here;
        while (next < last && next < here + 3 &&
               (str_equal(span_text(s->a->tokens.text, token_at(s, next)->span), STR("-")) ||
                ((token_at(s, next)->flags & TOKEN_WORD) && !(token_at(s, next)->flags & TOKEN_CAPITAL) &&
                 token_at(s, next)->word == 0 &&
                 token_at(s, next)->span.end - token_at(s, next)->span.start <= MAX_PARTICLE_BYTES)))
            next++;
        if (next > here && next < last && is_name_word(s, next))
            here = next;
    }
    return here;
}

/* A sentence all of whose longer words have capitals, as headlines do, tells nothing by them. */
static bool is_capitalised(const NameSearch *s, const Sentence *sentence)
{
    for (uint32_t t = sentence->first; t < sentence->last; t++) {
        const Token *token = token_at(s, t);
        if ((token->flags & TOKEN_WORD) && !(token->flags & TOKEN_CAPITAL) && token->span.end - token->span.start > 4)
            return false;
    }
    return true;
}

/* Behind a title of office ("Interior Minister Mohsin Dar"): an official, unless the claim itself says otherwise. A resident or a farmer is none, nor
 * is who speaks for a party that the book does not name. */
static bool is_titled(const NameSearch *s, uint32_t t)
{
    uint32_t m = t > 0 && s->title != 0 ? mention_over(&s->a->mentions, t - 1, s->title, 6) : MENTION_NONE;
    Party party = m != MENTION_NONE ? party_parse(analysis_value(s->a, &s->a->mentions.items[m])) : PARTY_NONE;
    return m != MENTION_NONE && party != PARTY_WITNESS && !(s->work->policy->unnamed & 1U << party);
}

/* sure: the cascade or a claim takes it for a person, so that its common words alone are withheld too ("Mr Stone"). */
static void add_name(const NameSearch *s, uint32_t first, uint32_t last, bool sure)
{
    Str all = s->a->tokens.text;
    if (last <= first)
        return;
    public_names_add(&s->work->names, span_text(all, mention_tokens_span(&s->a->tokens, first, last)));
    for (uint32_t t = first; t < last; t++) {
        const Token *token = token_at(s, t);
        bool common = mention_begins(&s->a->mentions, t, s->common);
        if ((token->flags & TOKEN_CAPITAL) && !has_class(s, t, s->title) && (sure || token->word == 0))
            public_names_add_word(&s->work->names, span_text(all, token->span), common);
    }
}

/* A given name alone ("his sons Asad and Faisal"). */
static bool is_given_name(const NameSearch *s, uint32_t t)
{
    return has_class(s, t, s->first_name) && !mention_begins(&s->a->mentions, t, s->common) && is_name_word(s, t) &&
           !(token_at(s, t)->flags & TOKEN_SENTENCE_START);
}

/* Names in tokens [first, last): what the cascade takes for a person, and runs of two or more name words of which one is odd. */
static void names_between(const NameSearch *s, uint32_t first, uint32_t last, bool titled_too, bool capitalised)
{
    for (uint32_t t = first; t < last; t++) {
        uint32_t m = mention_at(&s->a->mentions, t, s->person);
        uint32_t end = m != MENTION_NONE ? s->a->mentions.items[m].last : run_end(s, t, last);
        if (end <= t)
            continue;
        unsigned odd = 0;
        unsigned words = 0;
        for (uint32_t k = t; k < end; k++) {
            words += (token_at(s, k)->flags & TOKEN_CAPITAL) != 0;
            odd += (token_at(s, k)->flags & TOKEN_CAPITAL) != 0 && is_odd_word(s, k);
        }
        bool name = m != MENTION_NONE || (words >= 2 && (capitalised ? odd == words : odd > 0)) ||
                    (words == 1 && ((titled_too && odd == 1) || is_given_name(s, t)));
        if (name && (titled_too || !is_titled(s, t)))
            add_name(s, t, end, m != MENTION_NONE || titled_too || words == 1);
        t = end - 1;
    }
}

static void names_in_span(const NameSearch *s, Span span)
{
    uint32_t first = 0;
    while (first < s->a->tokens.count && token_at(s, first)->span.end <= span.start)
        first++;
    uint32_t last = first;
    while (last < s->a->tokens.count && token_at(s, last)->span.start < span.end)
        last++;
    names_between(s, first, last, true, false);
}

/* A private speaker's name, at the place where the report gives it. */
static void names_of_speaker(const NameSearch *s, const Attribution *a)
{
    if (!a || a->party != PARTY_WITNESS)
        return;
    size_t at = span_is_empty(a->source) && a->speaker.len > 0 ? str_find(s->a->tokens.text, a->speaker, 0) : SIZE_MAX;
    names_in_span(s, at == SIZE_MAX ? a->source : (Span){(uint32_t)at, (uint32_t)(at + a->speaker.len)});
}

static bool tells_of_victims(const bool *cued, const Sentence *sentence)
{
    for (uint32_t t = sentence->first; t < sentence->last; t++) {
        if (cued[t])
            return true;
    }
    return false;
}

/* By token: a word that tells of victims begins or goes on there, or a casualty claim's passage. */
static bool *mark_cues(const NameSearch *s)
{
    Arena *arena = s->work->arena;
    const PublicPolicy *policy = s->work->policy;
    bool *cued = ARENA_ARRAY(arena, bool, s->a->tokens.count + 1);
    TokenList own = token_split(arena, policy->words, s->a->tokens.text, NULL, 0);
    MentionList found = mention_list(arena, &own);
    lexicon_find(policy->words, &own, DAY_NONE, arena, &found);
    Spans cues = {0};
    for (size_t i = 0; i < found.count; i++) {
        if (found.items[i].cls == policy->cue)
            spans_add(arena, &cues, mention_span(&own, &found.items[i]));
    }
    for (size_t i = 0; i < s->x->claim_count; i++) {
        if (s->x->claims[i].kind == KIND_CASUALTY)
            spans_add(arena, &cues, s->x->claims[i].evidence);
    }
    spans_settle(s->a->tokens.text, &cues);
    size_t next = 0;
    for (uint32_t t = 0; t < s->a->tokens.count && next < cues.count; t++) {
        while (next < cues.count && cues.items[next].end <= token_at(s, t)->span.start)
            next++;
        cued[t] = next < cues.count && span_overlaps(cues.items[next], token_at(s, t)->span);
    }
    return cued;
}

void public_find_names(PublicWork *work, const Extraction *x)
{
    if (!work->policy->names)
        return;
    const Analysis *a = extract_analyse(work->language, work->gazetteer, x->document, work->arena);
    NameSearch s = {.work = work,
                    .x = x,
                    .a = a,
                    .person = analysis_class(a, "PERSON"),
                    .first_name = analysis_class(a, "FIRST_NAME"),
                    .title = analysis_class(a, "TITLE"),
                    .common = analysis_class(a, "WORD"),
                    .bodies = {analysis_class(a, "PARTY"), analysis_class(a, "ORG"), analysis_class(a, "PLACE"),
                               analysis_class(a, "TIME")}};
    const bool *cued = mark_cues(&s);
    for (size_t i = 0; i < a->tokens.sentence_count; i++) {
        const Sentence *sentence = &a->tokens.sentences[i];
        if (tells_of_victims(cued, sentence))
            names_between(&s, sentence->first, sentence->last, false, is_capitalised(&s, sentence));
    }
    for (size_t i = 0; i < x->claim_count; i++) {
        if (x->claims[i].kind == KIND_CASUALTY && x->claims[i].named)
            names_in_span(&s, x->claims[i].victims);
    }
    for (size_t i = 0; i < x->attribution_count; i++)
        names_of_speaker(&s, &x->attributions[i]);
    for (size_t i = 0; i < x->claim_count; i++)
        names_of_speaker(&s, x->claims[i].attribution);
}
