/* ruleset — what rules.c reads and rules_run.c runs. Internal to match/; rules.h is the interface. */
#ifndef DAYBOOK_MATCH_RULESET_H
#define DAYBOOK_MATCH_RULESET_H

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

/* A pattern that may begin with a word or class, with what most are passed over for in one cache line: its needs, but for
 * those that the beginning itself meets, from the one that the fewest sentences meet. */
enum { START_NEEDS = 5 };
typedef struct {
    alignas(
        ARENA_MAX_ALIGN) uint64_t needs[START_NEEDS]; /* features; of those up to the last of a group one is needed */
    uint16_t need_words[START_NEEDS];                 /* of which words of the sentence's */
    uint8_t need_count;
    uint8_t last_needs; /* bits: which are the last of their groups */
    uint32_t pattern;
    bool any;  /* anything may stand behind this beginning */
    bool part; /* it has more needs than these */
} Start;

/* Of 64 starts of a key which of them, as bits, may go on where one of the fold's bits is met. */
typedef struct {
    uint64_t classes[64];
    uint64_t words[64];
} StartMasks;

/* A word or class that patterns may begin with: all that is asked of it first, side by side. */
typedef struct {
    alignas(ARENA_MAX_ALIGN / 2) Fold fold; /* of all its starts */
    uint32_t first;                         /* of its starts */
    uint32_t last;
    const StartMasks *masks; /* a block for each 64 of its starts; NULL where they are few */
} StartKey;

typedef struct {
    StartKey *keys;
    Start *items;   /* those of a key stand together */
    Fold *folds;    /* by start: of what may stand behind it */
    Begins *behind; /* by start: what may stand behind it, unless anything may */
    uint32_t key_limit;
} StartIndex;

/* A pattern that may begin with any token that has these flags. */
typedef struct {
    Start start; /* without what may stand behind it */
    uint16_t flags;
} ShapeStart;

typedef struct {
    uint32_t pattern_count;
    uint16_t *classes; /* that patterns begin with */
    size_t class_count;
    StartIndex by_literal;
    StartIndex by_class;
    ShapeStart *shapes;
    size_t shape_count;
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

    /* made by rules_finish */
    const char *phase_names[RULESET_MAX_PHASES];
    Phase phases[RULESET_MAX_PHASES];
    uint32_t phase_count;
    uint16_t *literals; /* by word: its number among the words of find lines, 0 = in none */
    uint32_t word_limit;
    uint32_t literal_count;
    uint32_t *begun_by; /* by literal: the phases, as bits, that have patterns which begin with it */
    uint16_t class_limit;
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

/* Has the sentence what the start says of its pattern's needs? */
static inline bool start_needs_are_met(const Features *sentence, const Start *start)
{
    uint64_t met = 0;
    for (uint32_t i = 0; i < start->need_count; i++) {
        met |= sentence->bits[start->need_words[i]] & start->needs[i];
        if (!(start->last_needs >> i & 1U))
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
