/* ruleset — what rules.c reads and rules_run.c runs. Internal to match/; rules.h is the interface. */
#ifndef DAYBOOK_MATCH_RULESET_H
#define DAYBOOK_MATCH_RULESET_H

#include <assert.h>

#include "match/mention.h"
#include "match/pattern.h"
#include "match/rules.h"

enum { NO_CAPTURE = UINT16_MAX, RULESET_MAX_PHASES = 32, RULESET_MAX_CLASSES_A_PHASE = 64 };

/* key=value or key=$cap of an emit line. */
typedef struct {
    uint16_t attr;
    uint16_t capture; /* NO_CAPTURE: the constant value */
    uint32_t value;
} EmitPart;

typedef struct {
    uint16_t cls;
    uint16_t value_capture; /* NO_CAPTURE: the constant value */
    uint32_t value;
    uint16_t on;   /* NO_CAPTURE: the whole match */
    uint16_t each; /* NO_CAPTURE: one mention */
    uint32_t slot; /* bit of the class among those that its phase emits */
    const EmitPart *parts;
    uint32_t part_count;
} Emit;

typedef struct {
    Str name;
    Str phase_name;
    Str text; /* its find lines */
    Str where;
    uint32_t phase;
    bool all;
    Emit *emits;
    size_t emit_count;
    size_t emit_cap;
    size_t find_count;
    size_t captures;  /* how many names it has */
    uint64_t emitted; /* slots of the classes that it emits */
} Rule;

/* One thing with which a pattern may begin, by its feature; 0: a shape. */
typedef struct {
    uint32_t pattern;
    uint16_t feature;
    uint16_t flags; /* the shape's */
    bool any;       /* anything may stand behind it */
} Start;

/* A pattern as one of its needs calls it: the needs that are left, of which the first stands here, as most sentences fail it. */
typedef struct {
    uint64_t bits;
    const Need *more;
    uint16_t more_count;
    uint16_t word;
    uint16_t first; /* of its starts */
    uint16_t last;
} Wanting;

/* A bit for so many words of features: which of them may have some. */
enum { CALLING_WORDS = 2 };
static_assert(FEATURE_BITS <= 64 * 64 * CALLING_WORDS && FEATURE_BITS % (64 * CALLING_WORDS) == 0,
              "a bit for each few words of the features");

static inline uint64_t calling_bit(uint32_t feature)
{
    return (uint64_t)1 << feature / (64 * CALLING_WORDS);
}

/* The patterns of a phase. Each is called by the features of one group of its needs, the one that the fewest sentences meet. */
typedef struct {
    uint32_t pattern_count;
    uint16_t *callers; /* by feature: the first that it calls, up to the next feature's; 0: those that need nothing */
    Wanting *called;
    Features calling;       /* the features that call some */
    uint64_t calling_words; /* bits (calling_bit): which of their words have some */
    Start *starts;          /* those of a pattern stand together */
    Begins *behind;         /* by start: what may stand behind it, unless anything may */
    uint32_t start_count;
} Phase;

/* A class that a find line names before anything is known to make it. */
typedef struct {
    uint16_t cls;
    uint32_t line;
    const char *file;
} ClassUse;

struct Rules {
    Arena *arena;
    Lexicon *lexicon;
    PatternParser parser; /* its tests are those of all patterns */
    Rule *items;
    size_t count;
    size_t cap;
    Pattern *patterns; /* in file order */
    size_t pattern_count;
    size_t pattern_cap;
    Example *examples;
    size_t example_count;
    size_t example_cap;
    ClassUse *uses;
    size_t use_count;
    size_t use_cap;
    uint16_t lexicon_classes; /* classes up to this number are the lexicon's */
    uint16_t *declared;       /* classes that rules emit or declare */
    size_t declared_count;
    size_t declared_cap;
    const uint32_t *expected; /* rules_expect_features; NULL once the rules are finished */

    /* made by rules_finish */
    const char *phase_names[RULESET_MAX_PHASES];
    Phase phases[RULESET_MAX_PHASES];
    uint32_t phase_count;
    uint16_t *literals; /* by word: its number among the words of find lines, 0 = in none */
    uint32_t word_limit;
    uint32_t literal_count;
    uint32_t start_limit; /* no phase has more starts */
};

/* Has the sentence all that is needed? */
static inline bool needs_are_met(const Features *sentence, const Need *needs, uint32_t count)
{
    uint64_t met = 0;
    for (const Need *need = needs, *end = needs + count; need < end; need++) {
        met |= sentence->bits[need->word] & need->bits;
        if (!need->last)
            continue;
        if (met == 0)
            return false;
        met = 0;
    }
    return true;
}

/* Builds the start indexes of all phases (rules_index.c). */
void ruleset_index(Rules *rules);

/* The feature of a want, once the words of rules are numbered. */
uint32_t ruleset_feature(const Rules *rules, uint32_t want);

/* Adds a feature to the needs of its group, which begin at first. */
void ruleset_add_need(Need *needs, uint32_t first, uint32_t *count, uint32_t feature);

#endif
