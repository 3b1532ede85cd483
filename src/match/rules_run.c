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

/* Has the sentence all that the pattern needs? */
static inline bool is_alive(const Features *sentence, const Pattern *pattern)
{
    return needs_are_met(sentence, pattern->needs, pattern->need_count);
}

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

/* What stands behind the beginning of a pattern. */
typedef struct {
    const ClassSet *classes;
    uint32_t word; /* one that rules ask for, 0: none */
    Fold fold;
} Behind;

static const ClassSet NOTHING = {{0}};
static const uint64_t ANYTHING = 1; /* a bit that patterns have behind whose beginning anything may stand */

static bool may_go_on(const Begins *begins, const Behind *behind)
{
    if (class_sets_meet(&begins->classes, behind->classes))
        return true;
    uint32_t bit = begins_word_bit(behind->word);
    return behind->word != 0 && (begins->words[bit >> 6] >> (bit & 63) & 1U);
}

/* Tries a start of the index whose fold fits what stands behind its beginning. */
static inline void try_start(Runner *r, const StartIndex *index, uint32_t number, const Features *sentence,
                             const Behind *behind, uint32_t token)
{
    const Start *start = &index->items[number];
    if (start_needs_are_met(sentence, start) && (start->any || may_go_on(&index->behind[number], behind)) &&
        (!start->part || is_alive(sentence, &r->rules->patterns[start->pattern])))
        try_pattern(r, start->pattern, token);
}

/* Which of many starts fit. */
static uint64_t fitting(const StartMasks *masks, Fold fold)
{
    uint64_t fit = 0;
    for (uint64_t bits = fold.classes; bits != 0; bits &= bits - 1)
        fit |= masks->classes[__builtin_ctzll(bits)];
    for (uint64_t bits = fold.words; bits != 0; bits &= bits - 1)
        fit |= masks->words[__builtin_ctzll(bits)];
    return fit;
}

static inline bool folds_meet(Fold a, Fold b)
{
    return ((a.classes & b.classes) | (a.words & b.words)) != 0;
}

/* Tries the starts of a key that fit what stands behind. */
static void try_starts(Runner *r, const StartIndex *index, const StartKey *key, uint32_t token, const Behind *behind)
{
    const Features *sentence = &r->mentions->sentences[r->matcher.tokens->tokens[token].sentence];
    const StartMasks *masks = key->masks;
    for (uint32_t first = key->first; masks && first < key->last; first += 64, masks++) {
        for (uint64_t fit = fitting(masks, behind->fold); fit != 0; fit &= fit - 1)
            try_start(r, index, first + (uint32_t)__builtin_ctzll(fit), sentence, behind, token);
    }
    for (uint32_t i = key->first; !key->masks && i < key->last; i++) {
        if (folds_meet(index->folds[i], behind->fold))
            try_start(r, index, i, sentence, behind, token);
    }
}

/* Tries the patterns that may begin with what stands in tokens [token, last): at most tokens none goes on, as is seen
 * before anything else is asked, though it be of the next sentence's first token. */
static inline void try_run(Runner *r, const StartIndex *index, uint32_t number, uint32_t token, uint32_t last)
{
    const StartKey *key = &index->keys[number];
    Fold fold = {.classes = r->mentions->folds[last] | ANYTHING, .words = r->mentions->word_folds[last]};
    if (!folds_meet(key->fold, fold))
        return;
    const Sentence *sentence = &r->matcher.tokens->sentences[r->matcher.tokens->tokens[token].sentence];
    Behind behind = {&NOTHING, 0, {.classes = ANYTHING}};
    if (last < sentence->last)
        behind = (Behind){&r->mentions->marks[last], fold.words ? r->matcher.tokens->tokens[last].word : 0, fold};
    else if (!folds_meet(key->fold, behind.fold))
        return;
    try_starts(r, index, key, token, &behind);
}

static uint16_t literal_of(const Rules *rules, uint32_t word)
{
    return word < rules->word_limit ? rules->literals[word] : 0;
}

/* The tokens with which patterns of a phase begin, by their words. */
typedef struct WordStarts {
    uint32_t *tokens;
    size_t count;
    size_t cap;
} WordStarts;

/* Notes the words that rules ask for, by token and in the sentences' features, and for each phase those that begin
 * patterns: once for all phases. */
static void note_words(const Rules *rules, const TokenList *tokens, Arena *arena, MentionList *mentions)
{
    if (mentions->words_of == rules)
        return;
    uint16_t *literals = arena_room(arena, tokens->count + 1, sizeof *literals, alignof(uint16_t));
    uint64_t *word_folds = ARENA_ARRAY(arena, uint64_t, tokens->count + 1);
    WordStarts *starts = ARENA_ARRAY(arena, WordStarts, rules->phase_count);
    for (uint32_t i = 0; i < tokens->count; i++) {
        const Token *token = &tokens->tokens[i];
        literals[i] = literal_of(rules, token->word);
        if (literals[i] == 0)
            continue;
        features_add(&mentions->sentences[token->sentence], FEATURE_WORDS + literals[i]);
        word_folds[i] = (uint64_t)1 << (begins_word_bit(token->word) & 63);
        for (uint32_t phases = rules->begun_by[literals[i]]; phases != 0; phases &= phases - 1) {
            WordStarts *phase = &starts[__builtin_ctz(phases)];
            if (phase->count == phase->cap)
                phase->tokens = arena_grow(arena, phase->tokens, phase->count, &phase->cap, sizeof *phase->tokens);
            phase->tokens[phase->count++] = i;
        }
    }
    mentions->literals = literals;
    mentions->word_folds = word_folds;
    mentions->starts = starts;
    mentions->words_of = rules;
}

/* Patterns that begin with a word. */
static void find_words(Runner *r)
{
    const WordStarts *starts = &r->mentions->starts[r->phase - r->rules->phases];
    for (size_t i = 0; i < starts->count; i++) {
        uint32_t token = starts->tokens[i];
        try_run(r, &r->phase->by_literal, r->mentions->literals[token], token, token + 1);
    }
}

/* Patterns that begin with a class: from mention to mention, as most tokens have none of interest. */
static void find_classes(Runner *r)
{
    for (size_t c = 0; c < r->phase->class_count; c++) {
        uint16_t cls = r->phase->classes[c];
        for (uint32_t i = mention_first(r->mentions, cls); i != MENTION_NONE; i = mention_after(r->mentions, i)) {
            const Mention *m = &r->mentions->items[i];
            try_run(r, &r->phase->by_class, cls, m->first, m->last);
        }
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
static void find_shapes(Runner *r, uint32_t number)
{
    const Sentence *sentence = &r->matcher.tokens->sentences[number];
    const Features *features = &r->mentions->sentences[number];
    for (size_t s = 0; s < r->phase->shape_count; s++) {
        const ShapeStart *shape = &r->phase->shapes[s];
        const Pattern *pattern = &r->rules->patterns[shape->start.pattern];
        if (!start_needs_are_met(features, &shape->start) || (shape->start.part && !is_alive(features, pattern)))
            continue;
        bool opens = pattern->code[0].op == OP_START; /* only where the sentence begins */
        for (uint32_t i = sentence->first, last = opens ? i + 1 : sentence->last; i < last; i++) {
            if ((r->matcher.tokens->tokens[i].flags & shape->flags) == shape->flags &&
                has_anchor(r, &pattern->anchor, i, sentence->last))
                try_pattern(r, shape->start.pattern, i);
        }
    }
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
    find_classes(r);
    find_words(r);
    for (uint32_t i = 0; i < r->matcher.tokens->sentence_count; i++)
        find_shapes(r, i);
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
