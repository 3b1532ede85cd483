#include "match/mention.h"
#include "match/ruleset.h"

#include <assert.h>
#include <stdlib.h>

typedef struct {
    uint32_t pattern;
    uint32_t first;
    uint32_t last;
    uint32_t caps; /* index of the first in Matcher.caps */
    uint32_t cap_count;
} Match;

typedef struct {
    const Rules *rules;
    const Phase *phase;
    Matcher matcher;
    MentionList *mentions;
    Match *matches; /* of the sentence */
    size_t match_count;
    size_t match_cap;
    Begins begins;   /* of the patterns that have all they need in the sentence */
    uint32_t *alive; /* by number in the phase: 1 + the last sentence that has all that the pattern needs */
    uint32_t sentence;
} Runner;

static inline bool is_alive(const Runner *r, uint32_t number)
{
    return r->alive[r->rules->patterns[number].in_phase] == r->sentence + 1;
}

static bool begins_meet(const Begins *begins, const Features *features)
{
    uint64_t both = 0;
    for (size_t i = 0; i < CLASS_SET_WORDS; i++)
        both |= begins->classes.bits[i] & features->bits[i];
    for (size_t i = 0; i < sizeof begins->words / sizeof *begins->words; i++)
        both |= begins->words[i] & features->bits[FEATURE_WORDS / 64 + i];
    return both != 0;
}

static void begins_join(Begins *all, const Begins *more)
{
    for (size_t i = 0; i < CLASS_SET_WORDS; i++)
        all->classes.bits[i] |= more->classes.bits[i];
    for (size_t i = 0; i < sizeof all->words / sizeof *all->words; i++)
        all->words[i] |= more->words[i];
}

/* The needs of the phase that the sentence meets. */
static NeedSet needs_met(const Phase *phase, const Features *features)
{
    NeedSet met = {{0}};
    for (uint32_t word = 0; word < FEATURE_BITS / 64; word++) {
        uint64_t bits = features->bits[word] & phase->features.bits[word];
        for (; bits != 0; bits &= bits - 1) {
            const NeedSet *more = &phase->met_by[phase->by_feature[word * 64 + (uint32_t)__builtin_ctzll(bits)]];
            for (uint32_t i = 0; i < NEED_SET_WORDS; i++)
                met.bits[i] |= more->bits[i];
        }
    }
    return met;
}

/* Notes the patterns under a need that have all they need. */
static bool wake(Runner *r, uint32_t need, const NeedSet *met)
{
    const Phase *phase = r->phase;
    bool any = false;
    for (uint32_t i = phase->by_need.starts[need]; i < phase->by_need.starts[need + 1]; i++) {
        uint32_t p = phase->by_need.items[i];
        uint64_t missing = 0;
        for (uint32_t word = 0; word < NEED_SET_WORDS; word++)
            missing |= phase->needs[p].bits[word] & ~met->bits[word];
        if (missing != 0)
            continue;
        r->alive[p] = r->sentence + 1;
        begins_join(&r->begins, &phase->begins_of[p]);
        any = true;
    }
    return any;
}

/* Finds the patterns that have all they need in the sentence; false when there is none. */
static bool find_alive(Runner *r)
{
    const Phase *phase = r->phase;
    const Features *features = &r->mentions->sentences[r->sentence];
    if (phase->shape_count == 0 && !begins_meet(&phase->begins, features))
        return false;
    memset(&r->begins, 0, sizeof r->begins);
    NeedSet met = needs_met(phase, features);
    bool any = wake(r, NEEDS_MAX, &met);
    for (uint32_t word = 0; word < NEED_SET_WORDS; word++) {
        for (uint64_t bits = met.bits[word]; bits != 0; bits &= bits - 1)
            any |= wake(r, word * 64 + (uint32_t)__builtin_ctzll(bits), &met);
    }
    return any;
}

/* Tries a pattern. */
static void try_pattern(Runner *r, uint32_t number, uint32_t token)
{
    uint32_t end = 0;
    size_t caps = r->matcher.cap_count;
    if (!pattern_match(&r->matcher, &r->rules->patterns[number], token, &end))
        return;
    r->matches = arena_grow(r->matcher.arena, r->matches, r->match_count, &r->match_cap, sizeof *r->matches);
    r->matches[r->match_count++] = (Match){number, token, end, (uint32_t)caps, (uint32_t)(r->matcher.cap_count - caps)};
}

/* Adds what stands at a token of the sentence. */
static void add_standing(const Runner *r, uint32_t token, Begins *out)
{
    if (token >= r->matcher.tokens->sentences[r->sentence].last)
        return;
    for (size_t i = 0; i < CLASS_SET_WORDS; i++)
        out->classes.bits[i] |= r->mentions->marks[token].bits[i];
    if (r->mentions->literals[token] == 0)
        return;
    uint32_t bit = feature_of_word(r->matcher.tokens->tokens[token].word) - FEATURE_WORDS;
    out->words[bit >> 6] |= (uint64_t)1 << (bit & 63);
}

/* What stands behind the word at a token. */
static Begins behind_word(const Runner *r, uint32_t token)
{
    Begins out = {.words = {0}};
    add_standing(r, token + 1, &out);
    return out;
}

/* What stands behind the mentions that begin at a token. */
static Begins behind_mentions(const Runner *r, uint32_t token)
{
    Begins out = {.words = {0}};
    uint32_t before = 0; /* the place that was added last */
    for (uint32_t m = r->mentions->at[token]; m != MENTION_NONE; m = r->mentions->items[m].next) {
        uint32_t last = r->mentions->items[m].last;
        if (last != before)
            add_standing(r, last, &out);
        before = last;
    }
    return out;
}

static bool may_go_on(const Pattern *pattern, const Begins *behind)
{
    uint64_t both = pattern->any_second;
    for (size_t i = 0; i < CLASS_SET_WORDS; i++)
        both |= pattern->seconds.classes.bits[i] & behind->classes.bits[i];
    for (size_t i = 0; i < sizeof behind->words / sizeof *behind->words; i++)
        both |= pattern->seconds.words[i] & behind->words[i];
    return both != 0;
}

static void try_run(Runner *r, const StartIndex *index, uint32_t key, uint32_t token, const Begins *behind)
{
    uint32_t last = index->starts[key + 1];
    for (uint32_t i = index->starts[key]; i < last; i++) {
        if (is_alive(r, index->items[i]) && may_go_on(&r->rules->patterns[index->items[i]], behind))
            try_pattern(r, index->items[i], token);
    }
}

static uint16_t literal_of(const Rules *rules, uint32_t word)
{
    return word < rules->word_limit ? rules->literals[word] : 0;
}

/* Notes the words that rules ask for, by token and in the sentences' features: once for all phases. */
static void note_words(const Rules *rules, const TokenList *tokens, Arena *arena, MentionList *mentions)
{
    if (mentions->words_of == rules)
        return;
    uint16_t *literals = arena_room(arena, tokens->count + 1, sizeof *literals, alignof(uint16_t));
    for (size_t i = 0; i < tokens->count; i++) {
        const Token *token = &tokens->tokens[i];
        literals[i] = literal_of(rules, token->word);
        if (literals[i] != 0)
            features_add(&mentions->sentences[token->sentence], feature_of_word(token->word));
    }
    mentions->literals = literals;
    mentions->words_of = rules;
}

static void try_word(Runner *r, uint32_t token)
{
    uint32_t literal = r->mentions->literals[token];
    if (literal == 0)
        return;
    uint32_t bit = feature_of_word(r->matcher.tokens->tokens[token].word) - FEATURE_WORDS;
    if (!(r->begins.words[bit >> 6] >> (bit & 63) & 1U))
        return;
    Begins behind = behind_word(r, token);
    try_run(r, &r->phase->by_literal, literal, token, &behind);
}

static void try_classes(Runner *r, uint32_t token)
{
    uint16_t before = 0;
    Begins behind = behind_mentions(r, token);
    for (uint32_t m = r->mentions->at[token]; m != MENTION_NONE; m = r->mentions->items[m].next) {
        uint16_t cls = r->mentions->items[m].cls;
        if (cls != before && class_set_has(&r->begins.classes, cls) && cls <= r->phase->by_class.keys)
            try_run(r, &r->phase->by_class, cls, token, &behind);
        before = cls;
    }
}

static void find_matches(Runner *r, const Sentence *sentence)
{
    uint64_t any_word = 0;
    for (size_t i = 0; i < sizeof r->begins.words / sizeof *r->begins.words; i++)
        any_word |= r->begins.words[i];
    for (uint32_t i = sentence->first; i < sentence->last; i++) {
        if (any_word)
            try_word(r, i);
        if (mention_may_begin_any(r->mentions, i, &r->begins.classes))
            try_classes(r, i);
    }
}

/* Does the word that the pattern must have follow where it must? */
static bool has_anchor(const Runner *r, const Anchor *anchor, uint32_t token, uint32_t last)
{
    const Token *tokens = r->matcher.tokens->tokens;
    for (uint32_t t = token + anchor->low; t <= token + anchor->high && t < last; t++) {
        if (tokens[t].word == anchor->word)
            return true;
    }
    return anchor->word == 0;
}

/* Patterns that begin with a shape, or with anything. */
static void find_shapes(Runner *r, const Sentence *sentence)
{
    for (size_t s = 0; s < r->phase->shape_count; s++) {
        ShapeStart shape = r->phase->shapes[s];
        if (!is_alive(r, shape.pattern))
            continue;
        for (uint32_t i = sentence->first; i < sentence->last; i++) {
            if ((r->matcher.tokens->tokens[i].flags & shape.flags) == shape.flags &&
                has_anchor(r, &r->rules->patterns[shape.pattern].anchor, i, sentence->last))
                try_pattern(r, shape.pattern, i);
        }
    }
}

/* Longest first, then file order, then text order: a total order but for equal matches. */
static int compare_matches(const void *a, const void *b)
{
    const Match *x = a;
    const Match *y = b;
    uint32_t x_tokens = x->last - x->first;
    uint32_t y_tokens = y->last - y->first;
    if (x_tokens != y_tokens)
        return x_tokens > y_tokens ? -1 : 1;
    if (x->pattern != y->pattern)
        return x->pattern < y->pattern ? -1 : 1;
    return (x->first > y->first) - (x->first < y->first);
}

static int compare_in_text(const void *a, const void *b)
{
    const Match *x = a;
    const Match *y = b;
    if (x->first != y->first)
        return x->first < y->first ? -1 : 1;
    return compare_matches(a, b);
}

/* Drops matches that overlap better ones of the same class, and doubles. */
static void settle(Runner *r, const Sentence *sentence)
{
    if (r->match_count < 2)
        return;
    Arena *scratch = r->matcher.arena;
    ArenaMark mark = arena_mark(scratch);
    uint64_t *taken = ARENA_ARRAY(scratch, uint64_t, sentence->last - sentence->first);
    qsort(r->matches, r->match_count, sizeof *r->matches, compare_matches);
    size_t kept = 0;
    for (size_t i = 0; i < r->match_count; i++) {
        Match match = r->matches[i];
        const Rule *rule = &r->rules->items[r->rules->patterns[match.pattern].rule];
        uint64_t there = 0;
        for (uint32_t t = match.first; t < match.last && !rule->all; t++)
            there |= taken[t - sentence->first];
        if (there & rule->emitted)
            continue;
        if (kept > 0 && compare_matches(&r->matches[kept - 1], &match) == 0)
            continue;
        for (uint32_t t = match.first; t < match.last && !rule->all; t++)
            taken[t - sentence->first] |= rule->emitted;
        r->matches[kept++] = match;
    }
    r->match_count = kept;
    arena_rewind(scratch, mark);
    qsort(r->matches, kept, sizeof *r->matches, compare_in_text);
}

/* ---- emitting ---- */

/* Does a capture belong to the repeat of `each`? Those that stand in no repeat belong to all, unless the same
 * name stands in repeats too. */
static bool belongs(const Runner *r, const Match *match, const Captured *captured, const Captured *each)
{
    if (!each || captured == each)
        return true;
    if (captured->capture == each->capture)
        return false;
    if (captured->iteration == each->iteration)
        return true;
    const Captured *caps = r->matcher.caps + match->caps;
    for (uint32_t i = 0; i < match->cap_count; i++) {
        if (caps[i].capture == captured->capture && caps[i].iteration != 0)
            return false;
    }
    return captured->iteration == 0;
}

static const Captured *find_capture(const Runner *r, const Match *match, uint16_t capture, const Captured *each)
{
    const Captured *caps = r->matcher.caps + match->caps;
    for (uint32_t i = 0; i < match->cap_count; i++) {
        if (caps[i].capture == capture && belongs(r, match, &caps[i], each))
            return &caps[i];
    }
    return NULL;
}

static uint32_t captured_value(const Runner *r, const Captured *captured)
{
    return captured && captured->mention != MENTION_NONE ? r->mentions->items[captured->mention].value : 0;
}

static void add_attr(Runner *r, Attr attr)
{
    (void)mention_attrs(r->matcher.arena, r->mentions, &attr, 1);
}

static void add_part(Runner *r, const Match *match, const EmitPart *part, const Captured *each)
{
    if (part->capture == NO_CAPTURE) {
        add_attr(r, (Attr){.name = part->attr, .kind = ATTR_VALUE, .value = part->value, .mention = MENTION_NONE});
        return;
    }
    for (uint32_t i = 0; i < match->cap_count; i++) {
        const Captured *captured = &r->matcher.caps[match->caps + i];
        if (captured->capture != part->capture || !belongs(r, match, captured, each))
            continue;
        add_attr(r, (Attr){.name = part->attr,
                           .kind = captured->mention == MENTION_NONE ? ATTR_TOKENS : ATTR_MENTION,
                           .value = captured_value(r, captured),
                           .mention = captured->mention,
                           .first = captured->first,
                           .last = captured->last});
    }
}

static void emit_one(Runner *r, const Match *match, const Emit *emit, const Captured *each)
{
    uint32_t first = match->first;
    uint32_t last = match->last;
    if (emit->on != NO_CAPTURE) {
        const Captured *on = find_capture(r, match, emit->on, each);
        if (!on)
            return;
        first = on->first;
        last = on->last;
    }
    uint32_t value = emit->value;
    if (emit->value_capture != NO_CAPTURE)
        value = captured_value(r, find_capture(r, match, emit->value_capture, each));
    uint32_t attrs = (uint32_t)r->mentions->attr_count;
    for (uint32_t i = 0; i < emit->part_count; i++)
        add_part(r, match, &emit->parts[i], each);
    (void)mention_add(r->matcher.arena, r->mentions,
                      (Mention){.first = first,
                                .last = last,
                                .cls = emit->cls,
                                .rule = (uint16_t)(r->rules->patterns[match->pattern].rule + 1),
                                .value = value,
                                .attrs = attrs,
                                .attr_count = (uint16_t)(r->mentions->attr_count - attrs),
                                .data = MENTION_NONE});
}

static void emit_match(Runner *r, const Match *match)
{
    const Rule *rule = &r->rules->items[r->rules->patterns[match->pattern].rule];
    for (size_t e = 0; e < rule->emit_count; e++) {
        const Emit *emit = &rule->emits[e];
        if (emit->each == NO_CAPTURE) {
            emit_one(r, match, emit, NULL);
            continue;
        }
        for (uint32_t i = 0; i < match->cap_count; i++) {
            const Captured *captured = &r->matcher.caps[match->caps + i];
            if (captured->capture == emit->each)
                emit_one(r, match, emit, captured);
        }
    }
}

void rules_run(const Rules *rules, const char *phase, const TokenList *tokens, Arena *arena, MentionList *mentions)
{
    uint32_t number = 0;
    while (number < rules->phase_count && strcmp(rules->phase_names[number], phase) != 0)
        number++;
    assert(number < rules->phase_count);
    if (rules->phases[number].pattern_count == 0)
        return;
    Runner r = {.rules = rules, .phase = &rules->phases[number], .mentions = mentions};
    r.matcher = (Matcher){.tests = rules->parser.tests, .tokens = tokens, .mentions = mentions, .arena = arena};
    r.alive = ARENA_ARRAY(arena, uint32_t, r.phase->pattern_count);
    note_words(rules, tokens, arena, mentions);
    for (size_t i = 0; i < tokens->sentence_count; i++) {
        const Sentence *sentence = &tokens->sentences[i];
        r.sentence = (uint32_t)i;
        if (!find_alive(&r))
            continue;
        r.match_count = 0;
        r.matcher.cap_count = 0;
        find_matches(&r, sentence);
        find_shapes(&r, sentence);
        settle(&r, sentence);
        for (size_t m = 0; m < r.match_count; m++)
            emit_match(&r, &r.matches[m]);
    }
}
