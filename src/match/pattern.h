/*
 * pattern — the find lines of rules: parsed to a tree, compiled to a small program, run over tokens and mentions.
 * Internal to match/; rules.h is the interface and describes the language.
 *
 * A program is tried at one token. It tries alternatives in the order in which they are written, repeats and
 * options take as much as they can, ~N as little, and a class the longest mention first: the first way through
 * wins. Ways that fail are not tried twice and none reaches further than PATTERN_REACH tokens, so that an attempt
 * costs at most (instructions x PATTERN_REACH) steps, whatever the text.
 */
#ifndef DAYBOOK_MATCH_PATTERN_H
#define DAYBOOK_MATCH_PATTERN_H

#include "match/lexicon.h"
#include "match/mention.h"

enum {
    PATTERN_REACH = 256,      /* tokens */
    PATTERN_MAX_CODE = 4096,  /* instructions of one find line */
    PATTERN_MAX_CAPTURES = 32 /* names of one rule */
};

/* ---- tree ---- */

typedef enum {
    NODE_WORDS, /* one token with one of the words */
    NODE_CLASS,
    NODE_ANY,
    NODE_SHAPE,
    NODE_NOT,
    NODE_SEQUENCE,
    NODE_ALTERNATIVES,
    NODE_OPTION,
    NODE_STAR,
    NODE_PLUS,
    NODE_GAP,
    NODE_START,
    NODE_END,
    NODE_CAPTURE,
} NodeKind;

typedef struct Node {
    NodeKind kind;
    struct Node *child; /* first of its children */
    struct Node *next;  /* the next child of its parent */
    const uint32_t *words;
    uint32_t count;   /* of words; of tokens for a gap; number of the class test */
    uint16_t flags;   /* shape: token flags that must all be there */
    uint16_t capture; /* number of the name, from 0 */
} Node;

/* CLASS(v|w), CLASS(!v), CLASS[key=v]. */
typedef struct {
    uint16_t cls;
    bool negated; /* none of the values */
    uint32_t *values;
    uint32_t value_count;
    uint16_t attr; /* 0 = no such condition */
    uint32_t attr_value;
} ClassTest;

typedef struct {
    Arena *arena;
    Lexicon *lexicon;
    ClassTest *tests; /* of all patterns */
    size_t test_count;
    size_t test_cap;
    Str captures[PATTERN_MAX_CAPTURES]; /* names seen so far in this rule */
    size_t capture_count;
    /* the pattern being parsed */
    Str text;
    size_t at;
    int depth;
    const char *problem; /* what is wrong at `at` */
} PatternParser;

/* The tree of a find line, or NULL with problem and at set. */
Node *pattern_parse(PatternParser *parser, Str text);

/* Can it match no token at all? */
bool node_is_empty(const Node *node);

/* ---- program ---- */

typedef enum {
    OP_WORD,
    OP_WORDS,
    OP_CLASS,
    OP_ANY,
    OP_SHAPE,
    OP_NOT,   /* fails when one of the next a instructions would succeed; else goes on after them. The last of them are
               * classes, flags of them none; b: what is refused */
    OP_SPLIT, /* a first, then b; with flags, a is a body of OP_NOT and OP_ANY, or OP_ANY alone, that comes back here */
    OP_JUMP,
    OP_OPEN,
    OP_CLOSE,
    OP_ITERATION, /* a repeat begins (a = 1) or the repeats are over (a = 0) */
    OP_START,
    OP_END,
    OP_MATCH,
} Op;

typedef struct {
    uint8_t op;
    bool logged; /* OP_CLASS: stands inside a capture */
    uint16_t flags;
    uint32_t a; /* word, first of the words, class test, target, capture */
    uint32_t b; /* number of words, second target */
} Inst;

/* What may stand at a token, so that a pattern goes on there, in one cache line. Words may share a bit. */
enum { BEGINS_WORDS = 3 };
typedef struct {
    alignas(ARENA_MAX_ALIGN) ClassSet classes;
    uint64_t words[BEGINS_WORDS];
} Begins;

static inline uint32_t begins_word_bit(uint32_t word)
{
    return (word * 0x9E3779B1U >> 16) % (BEGINS_WORDS * 64);
}

/* What may stand behind the first thing that a match takes. */
typedef struct {
    Begins begins;
    bool any; /* anything may */
} Second;

/* What a match can begin with. */
typedef struct {
    enum { FIRST_WORD, FIRST_CLASS, FIRST_SHAPE } kind; /* FIRST_SHAPE with no flags: any token */
    uint32_t number;                                    /* word or class */
    uint16_t flags;
    const Second *second; /* of a word or class: what may stand behind it, once it has been taken as this */
} First;

/* What an OP_NOT refuses: most tokens are none of it, as is seen without a look at its instructions. */
typedef struct {
    ClassSet whole; /* classes of which any mention is refused */
    ClassSet some;  /* of which some are */
    uint64_t fold;  /* of both */
    uint64_t words; /* word_fold */
    bool shapes;    /* it refuses shapes of tokens */
} Refused;

/* A word in 64 bits, of which each is some words'. */
static inline uint64_t word_fold(uint32_t word)
{
    return (uint64_t)1 << (word & 63);
}

/* What must begin or stand at a token for an instruction there, and for what follows it, to lead anywhere: classes folded as
 * in MentionList.folds, and words. All bits where anything may, or where nothing need be left. */
typedef struct {
    uint64_t classes;
    uint64_t words;
} Ahead;

/* Some features of one 64-bit word of a sentence's. Of the needs up to one that is the last of its group, one must be met. */
typedef struct {
    uint64_t bits;
    uint32_t word;
    bool last;
} Need;

/* A feature that must be there, and its class where it is one's: words by their numbers in the vocabulary. */
enum { WANT_FEATURE_BITS = 22 };

static inline uint32_t want_of(uint32_t feature, uint16_t cls)
{
    return feature | (uint32_t)cls << WANT_FEATURE_BITS;
}

static inline uint32_t want_feature(uint32_t want)
{
    return want & (((uint32_t)1 << WANT_FEATURE_BITS) - 1);
}

static inline uint16_t want_class(uint32_t want)
{
    return (uint16_t)(want >> WANT_FEATURE_BITS);
}

/* A word that stands in every match, from low to high tokens behind its beginning; 0: none is known. */
typedef struct {
    uint32_t word;
    uint32_t low;
    uint32_t high;
} Anchor;

typedef struct {
    const Need *needs; /* of the wants below, as they are asked of a sentence */
    uint32_t need_count;
    uint32_t code_count;
    const Inst *code;
    const Ahead *ahead;     /* by instruction */
    const Refused *refused; /* by OP_NOT's b */
    uint16_t rule;          /* from 0 */
    const Node *wanted;     /* what its rule needs somewhere in the sentence, NULL: nothing */
    const uint32_t *wants;  /* groups of wants, each with its count before it: one of each group must be there */
    uint32_t want_count;
    First *firsts;
    uint32_t first_count;
    Anchor anchor;
} Pattern;

/* Compiles a tree; wanted (and its siblings, may be NULL) must stand somewhere in the sentence. False when the program
 * would be too long. */
bool pattern_compile(Arena *arena, const Node *tree, const Node *wanted, const ClassTest *tests, Pattern *out);

/* Fills the firsts' seconds from the program, in the arena: pattern_compile's. */
void pattern_find_seconds(Arena *arena, Arena *scratch, const ClassTest *tests, const Pattern *pattern);

/* What may stand ahead of each instruction of a program, in the arena: pattern_compile's. */
const Ahead *pattern_find_ahead(Arena *arena, const ClassTest *tests, const Inst *code, uint32_t count);

/* ---- matching ---- */

typedef struct {
    uint16_t capture;
    uint16_t iteration; /* of the repeat it stands in, from 1; 0 outside */
    uint32_t mention;   /* MENTION_NONE when it is not exactly one mention */
    uint32_t first;
    uint32_t last;
} Captured;

typedef struct {
    const ClassTest *tests;
    const TokenList *tokens;
    const MentionList *mentions;
    Arena *arena;   /* for captures and hard cases */
    Captured *caps; /* of all matches so far */
    size_t cap_count;
    size_t cap_cap;
} Matcher;

/* Tries a pattern at a token. On success *end is set and its captures are appended to caps. */
bool pattern_match(Matcher *matcher, const Pattern *pattern, uint32_t start, uint32_t *end);

#endif
