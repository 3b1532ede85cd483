#include "extract/speaker/source.h"

#include <stdlib.h>

#include "extract/speaker/blanket.h"
#include "extract/speaker/cover.h"
#include "extract/speaker/speaker.h"

static Span span_of(const Analysis *a, Range r)
{
    return range_is_empty(r) ? (Span){0, 0} : mention_tokens_span(&a->tokens, r.first, r.last);
}

/* "not", "was [unable] to". */
static bool negates(const Sayings *all, uint32_t token)
{
    uint32_t m = mention_at(&all->a->mentions, token, all->phase_class);
    return all->syntax->tags[token] == TAG_NEG ||
           (m != MENTION_NONE && str_equal(analysis_value(all->a, &all->a->mentions.items[m]), STR("neg")));
}

/* "did not confirm" casts doubt, "did not deny" takes the denial back. */
static Stance stance_of(const Sayings *all, const Saying *saying)
{
    if (saying->say == MENTION_NONE)
        return STANCE_ASSERTS;
    Stance stance = stance_parse(analysis_value(all->a, &all->a->mentions.items[saying->say]));
    Str act = saying_attr(all, saying->say, all->act);
    if (str_equal(act, STR("decline")))
        return STANCE_DOUBTS;
    bool negated = false;
    for (uint32_t i = saying->cue.first; i < saying->cue.last; i++)
        negated = negated || negates(all, i);
    return negated ? STANCE_DOUBTS : stance;
}

static bool is_mark(const Sayings *all, uint32_t token)
{
    return all->quotes.of[token] != 0;
}

static Manner manner_of(const Sayings *all, const Saying *saying)
{
    if (!saying->mixed)
        return MANNER_INDIRECT;
    for (uint32_t k = 0; k < saying->content_count; k++) {
        Range r = saying->content[k];
        while (r.last > r.first + 1 && all->syntax->tags[r.last - 1] == TAG_STOP)
            r.last--;
        if (!is_mark(all, r.first) || !is_mark(all, r.last - 1))
            return MANNER_MIXED;
    }
    return MANNER_DIRECT;
}

static bool in_content(const Saying *saying, uint32_t token)
{
    for (uint32_t k = 0; k < saying->content_count; k++) {
        if (saying->content[k].first <= token && token < saying->content[k].last)
            return true;
    }
    return false;
}

/* "in a statement", "on Telegram": the first in the cue's sentence that is no part of what is said. */
static Str channel_of(const Sayings *all, const Saying *saying)
{
    uint16_t channel = analysis_class(all->a, "CHANNEL");
    Range unit = all->units[saying->unit].tokens;
    for (uint32_t i = unit.first; i < unit.last && mention_may_be(&all->a->mentions, channel); i++) {
        uint32_t m = mention_at(&all->a->mentions, i, channel);
        if (m != MENTION_NONE && !in_content(saying, i))
            return analysis_value(all->a, &all->a->mentions.items[m]);
    }
    return STR_NONE;
}

/* "Reuters reported, citing the ministry. It said ...": the source spoke last, unless who it cites is a person. */
static void put_source_last(SpeakerMemory *memory, size_t before)
{
    if (before == 0 || memory->count != before + 1 || memory->items[before].person)
        return;
    Speaker source = memory->items[before - 1];
    memory->items[before - 1] = memory->items[before];
    memory->items[before] = source;
}

/* "Reuters cited police as saying": police is the first speaker, Reuters hands it on. */
static void read_cited(const Sayings *all, SpeakerMemory *memory, const Saying *saying, Attribution *out)
{
    Attribution cited = *out;
    Saying inner = *saying;
    inner.source = saying->cited;
    cited.speaker = STR_NONE;
    size_t before = memory->count;
    speaker_read(all, memory, &inner, &cited);
    put_source_last(memory, before);
    bool says = saying->cue.first > 0 && str_begins(analysis_word(all->a, saying->cue.first - 1), STR("manner"));
    if (!str_present(cited.speaker) || (cited.party == PARTY_NONE && !cited.identified && !says))
        return;
    Str *chain = ARENA_ARRAY(all->a->arena, Str, 2);
    chain[0] = out->speaker;
    chain[1] = cited.speaker;
    *out = cited;
    out->chain = chain;
    out->chain_count = 2;
}

static void add_attribution(Analysis *a, Attribution attribution)
{
    a->attributions =
        arena_grow(a->arena, a->attributions, a->attribution_count, &a->attribution_cap, sizeof *a->attributions);
    a->attributions[a->attribution_count++] = attribution;
}

static bool opens_relative(const Sayings *all, const Saying *saying)
{
    Range told = saying->content[0];
    return saying->content_count > 1 && told.last == told.first + 1 && all->syntax->tags[told.first] == TAG_WH;
}

/* "The army said nine had died, the radio reported. It said ...": whether somebody's saying before stands inside what the paper tells. */
static bool hands_on(const Sayings *all, const Saying *saying, const Attribution *out)
{
    const Saying *inner = saying > all->items ? saying - 1 : NULL;
    bool paper = out->party == PARTY_MEDIA || out->party == PARTY_ANALYST || out->party == PARTY_NONE;
    return paper && inner && saying->trails && inner->unit == saying->unit && !range_is_empty(inner->source) &&
           in_content(saying, inner->cue.first);
}

static void append(const Sayings *all, SpeakerMemory *memory, const Saying *saying)
{
    Analysis *a = all->a;
    Attribution out = {.source = span_of(a, saying->source),
                       .cue = span_of(a, saying->cue),
                       .speaker = STR_NONE,
                       .name = STR_NONE,
                       .office = STR_NONE,
                       .handle = STR_NONE,
                       .group = STR_NONE,
                       .channel = channel_of(all, saying),
                       .act = saying->say == MENTION_NONE ? STR("say") : saying_attr(all, saying->say, all->act),
                       .stance = stance_of(all, saying),
                       .manner = manner_of(all, saying),
                       .blanket = saying->blanket,
                       .relative = opens_relative(all, saying),
                       .nested = saying->nested};
    if (!span_is_empty(saying->handle))
        out.handle = span_text(a->tokens.text, saying->handle);
    Span *content = ARENA_ARRAY(a->arena, Span, saying->content_count);
    for (uint32_t k = 0; k < saying->content_count; k++)
        content[k] = span_of(a, saying->content[k]);
    out.content = content;
    out.content_count = saying->content_count;
    size_t before = memory->count;
    speaker_read(all, memory, saying, &out);
    if (hands_on(all, saying, &out))
        put_source_last(memory, before);
    if (!range_is_empty(saying->cited))
        read_cited(all, memory, saying, &out);
    add_attribution(a, out);
}

static size_t content_bytes(const Attribution *attribution)
{
    size_t bytes = 0;
    for (size_t k = 0; k < attribution->content_count; k++)
        bytes += attribution->content[k].end - attribution->content[k].start;
    return bytes;
}

/* A passage may begin with the cue itself, where what is done with a figure is the saying: "[raised its count of the dead to 22]". */
static bool opens_with_cue(const Attribution *attribution, Span evidence, Span content)
{
    Span cue = attribution->cue;
    return str_equal(attribution->act, STR("report")) && cue.end <= content.start && cue.start <= evidence.start &&
           evidence.start < cue.end && content.start < evidence.end && evidence.end <= content.end;
}

/* "According to papers citing [police, ten rebels were killed]": who tells it is taken for one of a row of people. */
static bool opens_with_source(const Attribution *attribution, Span evidence, Span content)
{
    Span source = attribution->source;
    return source.end <= content.start && source.start <= evidence.start && evidence.start < source.end &&
           content.start < evidence.end && evidence.end <= content.end;
}

/* "[Ten rebels], the army said, [were killed]", "[the toll] was put [at ten]": the passage begins in one part of what is said and ends in the
 * next, with whoever says it or the cue between. */
static bool bridges(Span between, Span one, Span two, Span evidence)
{
    return !span_is_empty(between) && one.end <= between.start && between.end <= two.start &&
           one.start <= evidence.start && evidence.start < one.end && two.start < evidence.end &&
           evidence.end <= two.end;
}

/* "[the toll, which the clinic put at ten]": a passage that holds the whole cue with whose it is and ends in what is said, which a relative
 * pronoun leads in. */
static bool closes_clause(const Attribution *attribution, Span evidence)
{
    Span last = attribution->content[attribution->content_count - 1];
    Span pronoun = attribution->content[0];
    return attribution->content_count > 1 && attribution->relative && evidence.start < pronoun.start &&
           pronoun.end <= attribution->source.start && attribution->source.end <= attribution->cue.start &&
           last.start < evidence.end && evidence.end <= last.end;
}

/* "were [reported], [confirmed], [pronounced] dead by the clinic": the cue may stand inside what is said. */
static bool may_stand_between(const Attribution *attribution)
{
    return str_equal(attribution->act, STR("report")) || str_equal(attribution->act, STR("confirm")) ||
           (str_equal(attribution->act, STR("say")) && attribution->cue.end <= attribution->source.start);
}

static bool covers(const Attribution *attribution, Span evidence)
{
    for (size_t k = 0; k < attribution->content_count; k++) {
        Span content = attribution->content[k];
        if ((content.start <= evidence.start && evidence.end <= content.end) ||
            opens_with_cue(attribution, evidence, content) || opens_with_source(attribution, evidence, content) ||
            (k > 0 && (bridges(attribution->source, attribution->content[k - 1], content, evidence) ||
                       (may_stand_between(attribution) &&
                        bridges(attribution->cue, attribution->content[k - 1], content, evidence)))))
            return true;
    }
    return closes_clause(attribution, evidence);
}

/* "Claimed responsibility for the attack that killed ten": the deed is claimed, the ten are the report's. */
static bool is_of_deed(const Analysis *a, const Attribution *attribution)
{
    uint16_t deed = analysis_class(a, "DEED");
    if (attribution->content_count == 0 || !mention_may_be(&a->mentions, deed))
        return false;
    uint32_t token = analysis_token(a, attribution->content[0].start);
    return mention_begins(&a->mentions, token, deed) &&
           a->tokens.tokens[token].span.start == attribution->content[0].start;
}

/* Whether what the cue does vouches for figures in its content: "condemned the attack that killed ten" does not. */
static bool vouches(const Analysis *a, const Attribution *attribution)
{
    static const char *const ACTS[] = {"say",   "report", "claim", "confirm", "announce", "reaffirm", "warn", "deny",
                                       "doubt", "accuse", "cite",  "show",    "think",    "describe", "fear"};
    for (size_t i = 0; i < sizeof ACTS / sizeof ACTS[0]; i++) {
        if (str_is(attribution->act, ACTS[i]))
            return !is_of_deed(a, attribution);
    }
    return false;
}

/* Notes where each attribution reaches: what it says, and its cue. */
static void note_said(Analysis *a)
{
    Cover *said = cover_new(a->scratch, a->tokens.text.len);
    for (uint32_t i = 0; i < a->attribution_count; i++) {
        const Attribution *attribution = &a->attributions[i];
        cover_add(a->scratch, said, attribution->cue, i);
        for (size_t k = 0; k < attribution->content_count; k++)
            cover_add(a->scratch, said, attribution->content[k], i);
    }
    a->said = said;
}

/* "Reuters cited police as saying": the outer speakers first. Attributions whose content holds another's cue, as far as none of them takes back
 * what is said. */
static void link_chain(Analysis *a, uint32_t at)
{
    enum { CHAIN_MAX = 4, HELD_MAX = 64 }; /* so many whose content holds the cue are looked at */
    Attribution *inner = &a->attributions[at];
    Str names[CHAIN_MAX];
    size_t count = 0;
    if (inner->chain_count > 0)
        return;
    uint32_t i = span_is_empty(inner->cue) ? COVER_NONE : cover_find(a->said, inner->cue.start, 0);
    for (int held = 0; i != COVER_NONE && count + 1 < CHAIN_MAX && held < HELD_MAX;
         held++, i = cover_find(a->said, inner->cue.start, i + 1)) {
        const Attribution *outer = &a->attributions[i];
        bool same = count > 0 && str_present(outer->speaker) && str_equal(names[count - 1], outer->speaker);
        if (i == at || same || outer->blanket || !str_present(outer->speaker) || !covers(outer, inner->cue) ||
            content_bytes(outer) <= content_bytes(inner) || !vouches(a, outer))
            continue;
        if (outer->stance != STANCE_ASSERTS)
            count = 0; /* "The army said it denied a report that ...": neither of the two hands it on */
        else
            names[count++] = outer->speaker;
    }
    if (str_present(inner->speaker) && !(count > 0 && str_equal(names[count - 1], inner->speaker)))
        names[count++] = inner->speaker;
    if (count == 0)
        return;
    Str *chain = ARENA_ARRAY(a->arena, Str, count);
    memcpy(chain, names, count * sizeof *chain);
    inner->chain = chain;
    inner->chain_count = count;
}

static int by_place(const void *one, const void *two)
{
    const Saying *x = one;
    const Saying *y = two;
    if (x->cue.first != y->cue.first)
        return x->cue.first < y->cue.first ? -1 : 1;
    if (x->source.first != y->source.first)
        return x->source.first < y->source.first ? -1 : 1;
    return (x->content[0].first > y->content[0].first) - (x->content[0].first < y->content[0].first);
}

/* What a party publishes is its own word, as far as it names no other. */
static void append_issuer(Analysis *a)
{
    if (a->issuing_party == PARTY_NONE)
        return;
    Span *whole = ARENA_NEW(a->arena, Span);
    *whole = (Span){0, (uint32_t)a->document->text.len};
    add_attribution(a, (Attribution){
                           .content = whole,
                           .content_count = 1,
                           .speaker = str_trim(a->document->publisher),
                           .name = STR_NONE,
                           .office = STR_NONE,
                           .handle = STR_NONE,
                           .channel = STR_NONE,
                           .group = a->issuer,
                           .party = a->issuing_party,
                           .act = STR("say"),
                           .manner = MANNER_DIRECT,
                           .blanket = true,
                           .nested = true,
                           .identified = true,
                       });
}

void source_find(Analysis *a)
{
    rules_run(a->language->rules, "name", &a->tokens, a->scratch, &a->mentions);
    rules_run(a->language->rules, "source", &a->tokens, a->scratch, &a->mentions);
    Sayings *all = saying_find(a);
    blanket_find(all);
    if (all->count > 1)
        qsort(all->items, all->count, sizeof *all->items, by_place);
    saying_mark_in_turns(all);
    SpeakerMemory *memory = ARENA_NEW(a->scratch, SpeakerMemory);
    for (size_t i = 0; i < all->count; i++)
        append(all, memory, &all->items[i]);
    append_issuer(a);
    note_said(a);
    for (uint32_t i = 0; i < a->attribution_count; i++)
        link_chain(a, i);
}

/* A denial or doubt is about what it names first: "denied that the delay was due to the murder of two men" does not
 * deny the murder; and "did not say how four were killed" doubts nothing. */
static bool reaches(const Attribution *attribution, Span evidence)
{
    enum { DENIAL_BYTES = 60 };
    if (attribution->stance == STANCE_ASSERTS)
        return true;
    bool about = str_equal(attribution->act, STR("deny")) || str_equal(attribution->act, STR("doubt")) ||
                 str_equal(attribution->act, STR("confirm"));
    return about && evidence.start <= attribution->content[0].start + DENIAL_BYTES;
}

/* The next attribution, from that number on, that reaches over the passage's first byte, or over its last. */
static uint32_t said_next(const Analysis *a, Span evidence, uint32_t from)
{
    uint32_t first = cover_find(a->said, evidence.start, from);
    uint32_t last = span_is_empty(evidence) ? COVER_NONE : cover_find(a->said, evidence.end - 1, from);
    return first < last ? first : last;
}

const Attribution *source_for(const Analysis *a, Span evidence, bool *blanket)
{
    const Attribution *best = NULL;
    for (uint32_t i = said_next(a, evidence, 0); i != COVER_NONE; i = said_next(a, evidence, i + 1)) {
        const Attribution *attribution = &a->attributions[i];
        if (!covers(attribution, evidence) || !reaches(attribution, evidence) || !vouches(a, attribution))
            continue;
        bool nearer = !best || (best->blanket && !attribution->blanket) ||
                      (best->blanket == attribution->blanket && content_bytes(attribution) < content_bytes(best));
        if (nearer)
            best = attribution;
    }
    *blanket = best && best->blanket;
    return best;
}
