#include "extract/check.h"

#include "extract/facts.h"

typedef struct {
    const Language *language;
    const Gazetteer *gazetteer;
    Arena *arena; /* of one example */
    Buf *report;
    bool *makes_claims; /* by rule: its mentions become claims */
    Moment published;
} Checker;

static Analysis *read_example(const Checker *c, const Example *example)
{
    Document *document = ARENA_NEW(c->arena, Document);
    *document = (Document){.id = STR("example"),
                           .path = STR_NONE,
                           .url = STR_NONE,
                           .publisher = STR_NONE,
                           .author = STR_NONE,
                           .title = STR_NONE,
                           .lang = STR_NONE,
                           .published = c->published,
                           .sha256 = STR_NONE,
                           .text = example->sentence};
    return extract_analyse(c->language, c->gazetteer, document, c->arena);
}

static bool is_of_rule(const Checker *c, const Claim *claim, uint16_t rule)
{
    return str_equal(claim->rule, rules_name(c->language->rules, rule));
}

static bool has_claim(const Checker *c, const Analysis *a, uint16_t rule)
{
    for (size_t i = 0; i < a->claim_count; i++) {
        if (is_of_rule(c, &a->claims[i], rule))
            return true;
    }
    return false;
}

static bool has_mention(const Analysis *a, uint16_t rule)
{
    for (size_t i = 0; i < a->mentions.count; i++) {
        if (a->mentions.items[i].rule == rule)
            return true;
    }
    return false;
}

/* ---- yes ---- */

/* Is what is expected true of one of the rule's claims, or of one of its mentions? */
static bool expectation_holds(const Checker *c, const Analysis *a, const Example *example, Str *missing)
{
    for (size_t i = 0; i < a->claim_count; i++) {
        Facts facts = {.arena = c->arena};
        facts_of_claim(&facts, &a->claims[i]);
        if (is_of_rule(c, &a->claims[i], example->rule) && facts_hold(&facts, example->expected, missing))
            return true;
    }
    for (size_t i = 0; i < a->mentions.count; i++) {
        Facts facts = {.arena = c->arena};
        if (a->mentions.items[i].rule != example->rule)
            continue;
        facts_of_mention(&facts, a, &a->mentions.items[i]);
        if (facts_hold(&facts, example->expected, missing))
            return true;
    }
    return false;
}

/* ---- the report ---- */

static void put_words(Buf *out, Str text)
{
    enum { MOST_BYTES = 120 };
    for (size_t i = 0; i < text.len && i < MOST_BYTES; i++)
        buf_put(out, char_is_space(text.ptr[i]) ? STR(" ") : str_slice(text, i, i + 1));
}

static void put_claim(Buf *out, const Claim *claim)
{
    buf_put(out, STR("\n    claim "));
    buf_put(out, claim->rule);
    buf_put(out, STR(": "));
    buf_put(out, kind_name(claim->kind));
    buf_char(out, ' ');
    buf_put(out, outcome_name(claim->outcome));
    if (claim->has_count) {
        buf_char(out, ' ');
        buf_int(out, claim->count.low);
        if (claim->count.high != claim->count.low)
            buf_put(out, STR(".."));
        if (claim->count.high != claim->count.low && claim->count.high != INTERVAL_OPEN)
            buf_int(out, claim->count.high);
    }
    if (claim->kind == KIND_CASUALTY) {
        buf_char(out, ' ');
        buf_put(out, class_name(claim->victim_class));
    }
}

static void put_mention(Buf *out, const Analysis *a, const Mention *m)
{
    buf_put(out, STR("\n    "));
    buf_put(out, m->rule ? rules_name(a->language->rules, m->rule) : STR("-"));
    buf_put(out, STR(": "));
    buf_put(out, lexicon_class_name(a->language->lexicon, m->cls));
    if (m->value) {
        buf_char(out, '(');
        buf_put(out, analysis_value(a, m));
        buf_char(out, ')');
    }
    buf_put(out, STR(" ["));
    put_words(out, analysis_text(a, m));
    buf_char(out, ']');
}

/* What was seen in the sentence: claims, what rules and stages made, the lexicon's phrases. */
static void put_findings(Buf *out, const Analysis *a)
{
    enum { MOST_LINES = 40 };
    for (size_t i = 0; i < a->claim_count && i < MOST_LINES; i++)
        put_claim(out, &a->claims[i]);
    size_t lines = 0;
    for (int lexicon = 0; lexicon < 2; lexicon++) {
        for (size_t i = 0; i < a->mentions.count; i++) {
            if ((a->mentions.items[i].entry != 0) == (lexicon == 1) && lines++ < MOST_LINES)
                put_mention(out, a, &a->mentions.items[i]);
        }
    }
    buf_put(out, STR("\n\n"));
}

static bool fail(const Checker *c, const Analysis *a, const Example *example, const char *what, Str word)
{
    Buf *out = c->report;
    buf_put(out, example->where);
    buf_put(out, STR(": "));
    buf_put(out, rules_name(c->language->rules, example->rule));
    buf_put(out, str_from(what));
    buf_put(out, word);
    buf_put(out, STR("\n    "));
    buf_put(out, example->sentence);
    put_findings(out, a);
    return false;
}

static bool check_example(const Checker *c, const Example *example)
{
    const Analysis *a = read_example(c, example);
    bool claims = c->makes_claims[example->rule];
    bool fired = claims ? has_claim(c, a, example->rule) : has_mention(a, example->rule);
    if (!example->wanted)
        return !fired || fail(c, a, example, " fires and must not", STR(""));
    if (!fired)
        return fail(c, a, example, " does not fire", STR(""));
    Str missing = STR("");
    if (!str_present(example->expected) || expectation_holds(c, a, example, &missing))
        return true;
    return fail(c, a, example, " fires, but without ", missing);
}

/* ---- all of them ---- */

/* A rule whose mentions became a claim in one of its examples makes claims. */
static void learn_claims(const Checker *c, const Example *examples, size_t count)
{
    ArenaMark mark = arena_mark(c->arena);
    for (size_t i = 0; i < count; i++) {
        if (examples[i].wanted && !c->makes_claims[examples[i].rule])
            c->makes_claims[examples[i].rule] = has_claim(c, read_example(c, &examples[i]), examples[i].rule);
        arena_rewind(c->arena, mark);
    }
}

/* Rules without a yes or a no. */
static size_t check_completeness(const Checker *c, const Example *examples, size_t count)
{
    size_t failed = 0;
    const Rules *rules = c->language->rules;
    for (uint16_t rule = 1; rule <= rules_count(rules); rule++) {
        bool yes = false;
        bool no = false;
        for (size_t i = 0; i < count; i++) {
            yes |= examples[i].rule == rule && examples[i].wanted;
            no |= examples[i].rule == rule && !examples[i].wanted;
        }
        if (yes && no)
            continue;
        buf_put(c->report, rules_where(rules, rule));
        buf_put(c->report, STR(": "));
        buf_put(c->report, rules_name(rules, rule));
        buf_put(c->report, yes ? STR(" has no example of what it must not find (no)\n\n")
                               : STR(" has no example of what it finds (yes)\n\n"));
        failed++;
    }
    return failed;
}

bool check_language(const Language *language, const Gazetteer *gazetteer, Arena *arena, Buf *report, size_t *passed,
                    size_t *failed)
{
    size_t count = 0;
    const Example *examples = rules_examples(language->rules, &count);
    Arena *scratch = arena_create();
    Checker c = {.language = language,
                 .gazetteer = gazetteer,
                 .arena = scratch,
                 .report = report,
                 .makes_claims = ARENA_ARRAY(arena, bool, (size_t)rules_count(language->rules) + 1),
                 .published = moment_parse(STR("2026-01-31"))};
    learn_claims(&c, examples, count);
    *passed = 0;
    *failed = check_completeness(&c, examples, count);
    ArenaMark mark = arena_mark(scratch);
    for (size_t i = 0; i < count; i++) {
        if (check_example(&c, &examples[i]))
            ++*passed;
        else
            ++*failed;
        arena_rewind(scratch, mark);
    }
    arena_destroy(scratch);
    return *failed == 0;
}
