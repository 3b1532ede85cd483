#include "extract/event/statement.h"

#include "extract/claim/claim.h"

enum { EVIDENCE_BYTES = 700 };

/* Acts that are news by themselves, whatever the words. */
static const char *const REACTIONS[] = {"condemn",  "praise", "urge",  "vow",    "warn",
                                        "reaffirm", "deny",   "doubt", "accuse", "announce"};

/* Acts that are put in words. The others (think, want, show ...) are no statements unless quoted. */
static const char *const WORDS[] = {"say", "claim", "confirm", "report", "describe", "fear"};

static bool one_of(Str act, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (str_is(act, names[i]))
            return true;
    }
    return false;
}

/* Source, cue and first content together where that is short enough to be read as one passage, else less of it. */
static Span passage_of(const Analysis *a, const Attribution *attribution)
{
    Span content = attribution->content[0];
    Span all = span_join(span_join(attribution->source, attribution->cue), content);
    if (all.end - all.start <= EVIDENCE_BYTES)
        return all;
    if (content.end - content.start <= EVIDENCE_BYTES)
        return content;
    uint32_t first = analysis_token(a, content.start);
    Span sentence = a->tokens.sentences[a->tokens.tokens[first].sentence].span;
    if (sentence.start < content.start)
        sentence.start = content.start;
    return sentence;
}

static bool covers(const Attribution *attribution, Span evidence)
{
    for (size_t k = 0; k < attribution->content_count; k++) {
        if (span_overlaps(attribution->content[k], evidence))
            return true;
    }
    return false;
}

/* Whether a figure or event that was said is a claim already. */
static bool told(const Analysis *a, const Attribution *attribution, size_t claims)
{
    for (size_t i = 0; i < claims; i++) {
        ClaimKind kind = a->claims[i].kind;
        if ((kind == KIND_CASUALTY || kind == KIND_ATTACK || kind == KIND_DISRUPTION) &&
            covers(attribution, a->claims[i].evidence))
            return true;
    }
    return false;
}

static Str rule_of(const Analysis *a, const Attribution *attribution, size_t claims)
{
    bool reaction = one_of(attribution->act, REACTIONS, sizeof REACTIONS / sizeof REACTIONS[0]);
    bool words = reaction || one_of(attribution->act, WORDS, sizeof WORDS / sizeof WORDS[0]);
    if (attribution->manner == MANNER_DIRECT || (words && attribution->manner == MANNER_MIXED))
        return STR("statement.quote");
    if (reaction)
        return STR("statement.reaction");
    return words && !told(a, attribution, claims) ? STR("statement.indirect") : STR_NONE;
}

static void state(Analysis *a, const Attribution *attribution, Str rule, size_t claims)
{
    Span passage = passage_of(a, attribution);
    uint32_t first = analysis_token(a, passage.start);
    uint32_t last = first;
    while (last < a->tokens.count && a->tokens.tokens[last].span.end <= passage.end)
        last++;
    if (last <= first || claim_is_beyond(a, claims, first))
        return;
    Claim *claim = claim_new(a, KIND_STATEMENT, first, last, rule);
    claim->attribution = attribution;
    claim->blanket = false;
    claim->party = attribution->party;
    claim->stance = attribution->stance;
    claim->manner = attribution->manner;
    claim->type = attribution->act;
}

void statement_find(Analysis *a)
{
    size_t claims = a->claim_count;
    for (size_t i = 0; i < a->attribution_count; i++) {
        const Attribution *attribution = &a->attributions[i];
        bool named = str_present(attribution->speaker) && (attribution->identified || attribution->party != PARTY_NONE);
        if (!named || attribution->blanket || attribution->nested || attribution->content_count == 0)
            continue;
        Str rule = rule_of(a, attribution, claims);
        if (str_present(rule))
            state(a, attribution, rule, claims);
    }
}
