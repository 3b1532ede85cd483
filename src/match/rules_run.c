#include "match/mention.h"
#include "match/ruleset.h"

#include <assert.h>
#include <string.h>

typedef struct {
    uint64_t key; /* by which it is put in order */
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
    Match *matches;
    size_t match_count;
    size_t match_cap;
} Runner;

/* Tries a pattern. */
static void try_pattern(Runner *r, uint32_t number, uint32_t token)
{
    uint32_t end = 0;
    size_t caps = r->matcher.cap_count;
    if (!pattern_match(&r->matcher, &r->rules->patterns[number], token, &end))
        return;
    r->matches = arena_grow(r->matcher.arena, r->matches, r->match_count, &r->match_cap, sizeof *r->matches);
    r->matches[r->match_count++] =
        (Match){0, number, token, end, (uint32_t)caps, (uint32_t)(r->matcher.cap_count - caps)};
}

static uint16_t literal_of(const Rules *rules, uint32_t word)
{
    return word < rules->word_limit ? rules->literals[word] : 0;
}

/* A start that a sentence calls: it has what the pattern needs and what the start begins with. */
typedef struct {
    uint16_t start;
    uint16_t next; /* call of the same feature, counted from 1; 0: none */
} Call;

/* Those of one sentence, by what they begin with. */
typedef struct Calls {
    Call *items;
    uint32_t count;
    ClassSet classes; /* that call some */
    uint64_t fold;    /* of these */
    bool words;       /* words do */
    uint16_t *first;  /* by feature: the first call, counted from 1; 0: none. Of feature 0 those by shape */
    bool *known;      /* by start: it is called */
    uint64_t *here;   /* by sentence, of all, as calling_bit has them: which words of its features may have some */
} Calls;

/* Notes the words that rules ask for, by token and in the sentences' features: once for all phases. */
static void note_words(const Rules *rules, const TokenList *tokens, Arena *arena, MentionList *mentions)
{
    if (mentions->words_of == rules)
        return;
    uint16_t *literals = arena_room(arena, tokens->count + 1, sizeof *literals, alignof(uint16_t));
    Calls *calls = ARENA_NEW(arena, Calls);
    calls->items = arena_room(arena, rules->start_limit + 1, sizeof(Call), alignof(Call));
    calls->first = ARENA_ARRAY(arena, uint16_t, FEATURE_BITS);
    calls->known = ARENA_ARRAY(arena, bool, rules->start_limit + 1);
    calls->here = arena_room(arena, tokens->sentence_count + 1, sizeof(uint64_t), alignof(uint64_t));
    for (size_t i = 0; i < tokens->sentence_count; i++)
        calls->here[i] = (calling_bit(FEATURE_WORDS - 1) << 1) - 1; /* classes and values: all of them may */
    for (uint32_t i = 0; i < tokens->count; i++) {
        const Token *token = &tokens->tokens[i];
        literals[i] = literal_of(rules, token->word);
        if (literals[i] == 0)
            continue;
        features_add(&mentions->sentences[token->sentence], FEATURE_WORDS + literals[i]);
        calls->here[token->sentence] |= calling_bit(FEATURE_WORDS + literals[i]);
    }
    mentions->literals = literals;
    mentions->calls = calls;
    mentions->words_of = rules;
}

static void call(Calls *calls, const Start *start, uint32_t number)
{
    uint16_t *first = &calls->first[start->feature];
    calls->items[calls->count++] = (Call){(uint16_t)number, *first};
    calls->known[number] = true;
    *first = (uint16_t)calls->count;
    if (start->feature >= FEATURE_WORDS)
        calls->words = true;
    else if (start->feature != 0)
        class_set_add(&calls->classes, start->feature);
}

/* Calls those starts of a pattern that begin with something that is there, unless they are called. */
static void call_pattern(const Phase *phase, const Features *sentence, const Wanting *called, Calls *calls)
{
    for (uint32_t i = called->first; i < called->last; i++) {
        const Start *start = &phase->starts[i];
        bool present = start->feature == 0 || (sentence->bits[start->feature >> 6] >> (start->feature & 63) & 1U);
        if (present && !calls->known[i])
            call(calls, start, i);
    }
}

/* Features of a sentence that call some: gathered first, so that what each calls is on its way from memory when it is asked. */
typedef struct {
    uint16_t items[64];
    uint32_t count;
} Calling;

/* Calls the patterns that the features call and of which the sentence has all that they need. */
static void call_by(const Phase *phase, const Features *sentence, Calling *by, Calls *calls)
{
    for (uint32_t f = 0; f < by->count; f++) {
        uint32_t feature = by->items[f];
        for (uint32_t i = phase->callers[feature], last = phase->callers[feature + 1]; i < last; i++) {
            const Wanting *called = &phase->called[i];
            if ((sentence->bits[called->word] & called->bits) != 0 &&
                needs_are_met(sentence, called->more, called->more_count))
                call_pattern(phase, sentence, called, calls);
        }
    }
    by->count = 0;
}

static inline void gather(const Phase *phase, const Features *sentence, uint32_t feature, Calling *by, Calls *calls)
{
    if (by->count == sizeof by->items / sizeof *by->items)
        call_by(phase, sentence, by, calls);
    __builtin_prefetch(&phase->called[phase->callers[feature]]);
    by->items[by->count++] = (uint16_t)feature;
}

/* All starts that the sentence calls. here: bits (calling_bit): which of the words of its features may have some. */
static void call_starts(const Phase *phase, const Features *sentence, uint64_t here, Calls *calls)
{
    Calling by; /* filled as far as it is read */
    by.count = 0;
    for (uint32_t i = phase->callers[0]; i < phase->callers[1]; i++)
        call_pattern(phase, sentence, &phase->called[i], calls);
    for (uint64_t words = phase->calling_words & here; words != 0; words &= words - 1) {
        uint32_t word = (uint32_t)__builtin_ctzll(words) * CALLING_WORDS;
        for (uint32_t last = word + CALLING_WORDS; word < last; word++)
            for (uint64_t bits = sentence->bits[word] & phase->calling.bits[word]; bits != 0; bits &= bits - 1)
                gather(phase, sentence, word * 64 + (uint32_t)__builtin_ctzll(bits), &by, calls);
    }
    call_by(phase, sentence, &by, calls);
    calls->fold = class_set_fold(&calls->classes);
}

static void forget_calls(const Phase *phase, Calls *calls)
{
    for (uint32_t i = 0; i < calls->count; i++) {
        calls->first[phase->starts[calls->items[i].start].feature] = 0;
        calls->known[calls->items[i].start] = false;
    }
    calls->count = 0;
    calls->classes = (ClassSet){{0}};
    calls->words = false;
}

/* Patterns lie all over tables that are larger than the quick caches: those that are called are asked for all at once, before
 * the first is tried. */
static inline void fetch_called(const Runner *r, const Calls *calls)
{
    for (uint32_t i = 0; i < calls->count; i++) {
        const Start *start = &r->phase->starts[calls->items[i].start];
        const Pattern *pattern = &r->rules->patterns[start->pattern];
        __builtin_prefetch(&r->phase->behind[calls->items[i].start]);
        __builtin_prefetch(pattern->code);
        __builtin_prefetch(pattern->ahead);
    }
}

/* May something of it stand at the token? */
static bool may_stand(const Runner *r, const Begins *begins, uint32_t token)
{
    uint32_t word = r->matcher.tokens->tokens[token].word;
    uint32_t bit = begins_word_bit(word);
    return mention_may_begin_any(r->mentions, token, &begins->classes) ||
           (word != 0 && (begins->words[bit >> 6] >> (bit & 63) & 1U));
}

/* Tries the starts of a feature that stands in tokens [token, last): at most tokens none goes on behind it. */
static void try_calls(Runner *r, uint16_t feature, uint32_t token, uint32_t last, uint32_t end)
{
    const Calls *calls = r->mentions->calls;
    for (uint32_t c = calls->first[feature]; c != 0; c = calls->items[c - 1].next) {
        uint32_t number = calls->items[c - 1].start;
        const Start *start = &r->phase->starts[number];
        if (start->any || (last < end && may_stand(r, &r->phase->behind[number], last)))
            try_pattern(r, start->pattern, token);
    }
}

/* Tries what mentions that begin at the token call. */
static void try_mentions(Runner *r, uint32_t token, uint32_t end)
{
    const Calls *calls = r->mentions->calls;
    for (uint32_t i = r->mentions->at[token]; i != MENTION_NONE; i = r->mentions->items[i].next) {
        const Mention *m = &r->mentions->items[i];
        if (calls->first[m->cls] != 0)
            try_calls(r, m->cls, token, m->last, end);
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

/* Tries a pattern that begins with a shape, or with anything. */
static void try_shape(Runner *r, const Start *start, const Sentence *sentence)
{
    const Pattern *pattern = &r->rules->patterns[start->pattern];
    bool opens = pattern->code[0].op == OP_START; /* only where the sentence begins */
    for (uint32_t i = sentence->first, last = opens ? i + 1 : sentence->last; i < last; i++) {
        if ((r->matcher.tokens->tokens[i].flags & start->flags) == start->flags &&
            has_anchor(r, &pattern->anchor, i, sentence->last))
            try_pattern(r, start->pattern, i);
    }
}

/* All that a sentence calls, where it stands. */
static void find_in_sentence(Runner *r, uint32_t number)
{
    const Sentence *sentence = &r->matcher.tokens->sentences[number];
    Calls *calls = r->mentions->calls;
    call_starts(r->phase, &r->mentions->sentences[number], calls->here[number], calls);
    fetch_called(r, calls);
    for (uint32_t c = calls->first[0]; c != 0; c = calls->items[c - 1].next)
        try_shape(r, &r->phase->starts[calls->items[c - 1].start], sentence);
    bool any = calls->words || calls->fold != 0;
    for (uint32_t t = sentence->first; t < sentence->last && any; t++) {
        uint16_t literal = r->mentions->literals[t];
        if (literal != 0 && calls->first[FEATURE_WORDS + literal] != 0)
            try_calls(r, (uint16_t)(FEATURE_WORDS + literal), t, t + 1, sentence->last);
        if ((r->mentions->folds[t] & calls->fold) != 0 && mention_may_begin_any(r->mentions, t, &calls->classes))
            try_mentions(r, t, sentence->last);
    }
    forget_calls(r->phase, calls);
}

/* Two orders, total but for equal matches of a sentence: longest first, then by file and text; and by text, then as that. */
static uint64_t key_of_length(const Match *match)
{
    uint64_t shorter = PATTERN_REACH - (match->last - match->first);
    return shorter << 48 | (uint64_t)match->pattern << 32 | match->first;
}

static uint64_t key_of_text(const Match *match)
{
    uint64_t shorter = PATTERN_REACH - (match->last - match->first);
    return (uint64_t)match->first << 32 | shorter << 16 | match->pattern;
}

/* Merges two sorted halves, of which the first is kept aside meanwhile. */
static void merge_matches(Match *matches, size_t half, size_t count, Match *aside)
{
    memcpy(aside, matches, half * sizeof *matches);
    size_t left = 0;
    size_t right = half;
    for (size_t at = 0; left < half; at++) {
        bool from_right = right < count && matches[right].key < aside[left].key;
        matches[at] = from_right ? matches[right++] : aside[left++];
    }
}

/* Of many most stand in order: what is found for one class or word does. */
static void sort_many(Match *matches, size_t count, Match *aside)
{
    if (count < 2)
        return;
    size_t half = count / 2;
    sort_many(matches, half, aside);
    sort_many(matches + half, count - half, aside);
    if (matches[half].key < matches[half - 1].key)
        merge_matches(matches, half, count, aside);
}

static void sort_few(Match *matches, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        Match match = matches[i];
        size_t at = i;
        for (; at > 0 && matches[at - 1].key > match.key; at--)
            matches[at] = matches[at - 1];
        matches[at] = match;
    }
}

/* Mostly there are two or three. */
static inline void put_in_order(Runner *r, Match *matches, size_t count, uint64_t (*key)(const Match *))
{
    enum { FEW = 12 };
    for (size_t i = 0; i < count; i++)
        matches[i].key = key(&matches[i]);
    if (count <= FEW) {
        sort_few(matches, count);
        return;
    }
    ArenaMark mark = arena_mark(r->matcher.arena);
    sort_many(matches, count, arena_room(r->matcher.arena, count, sizeof *matches, alignof(Match)));
    arena_rewind(r->matcher.arena, mark);
}

/* Drops matches of a sentence that overlap better ones of the same class, and doubles; returns how many are left. */
static size_t settle(Runner *r, const Sentence *sentence, Match *matches, size_t count)
{
    if (count < 2)
        return count;
    Arena *scratch = r->matcher.arena;
    ArenaMark mark = arena_mark(scratch);
    uint64_t *taken = ARENA_ARRAY(scratch, uint64_t, sentence->last - sentence->first);
    put_in_order(r, matches, count, key_of_length);
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        Match match = matches[i];
        const Rule *rule = &r->rules->items[r->rules->patterns[match.pattern].rule];
        uint64_t there = 0;
        for (uint32_t t = match.first; t < match.last && !rule->all; t++)
            there |= taken[t - sentence->first];
        if (there & rule->emitted)
            continue;
        if (kept > 0 && matches[kept - 1].key == match.key)
            continue;
        for (uint32_t t = match.first; t < match.last && !rule->all; t++)
            taken[t - sentence->first] |= rule->emitted;
        matches[kept++] = match;
    }
    arena_rewind(scratch, mark);
    put_in_order(r, matches, kept, key_of_text);
    return kept;
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

/* Finds all matches of the phase, in text order. */
static void find_matches(Runner *r)
{
    for (uint32_t i = 0; i < r->matcher.tokens->sentence_count; i++)
        find_in_sentence(r, i);
    put_in_order(r, r->matches, r->match_count, key_of_text);
}

/* Settles what was found and emits it, sentence by sentence. */
static void emit_matches(Runner *r)
{
    for (size_t i = 0; i < r->match_count;) {
        uint32_t number = r->matcher.tokens->tokens[r->matches[i].first].sentence;
        const Sentence *sentence = &r->matcher.tokens->sentences[number];
        size_t end = i + 1;
        while (end < r->match_count && r->matches[end].first < sentence->last)
            end++;
        size_t kept = settle(r, sentence, &r->matches[i], end - i);
        for (size_t m = 0; m < kept; m++)
            emit_match(r, &r->matches[i + m]);
        i = end;
    }
}

void rules_run(const Rules *rules, const char *phase, const TokenList *tokens, Arena *arena, MentionList *mentions)
{
    uint32_t number = 0;
    while (number < rules->phase_count &&
           (rules->phase_names[number][0] != phase[0] || strcmp(rules->phase_names[number], phase) != 0))
        number++;
    assert(number < rules->phase_count);
    if (rules->phases[number].pattern_count == 0)
        return;
    Runner r = {.rules = rules, .phase = &rules->phases[number], .mentions = mentions};
    r.matcher = (Matcher){.tests = rules->parser.tests, .tokens = tokens, .mentions = mentions, .arena = arena};
    note_words(rules, tokens, arena, mentions);
    find_matches(&r);
    emit_matches(&r);
}
