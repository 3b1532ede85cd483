/*
 * token — words, numbers and signs of a text, and the mentions found over them.
 * Made by match/; extract/ reads and adds to them. Indices, not pointers: both arrays grow.
 */
#ifndef DAYBOOK_MODEL_TOKEN_H
#define DAYBOOK_MODEL_TOKEN_H

#include "base/arena.h"
#include "model/span.h"

typedef enum {
    TOKEN_WORD = 1 << 0,    /* begins with a letter */
    TOKEN_NUMBER = 1 << 1,  /* digits, with separators: 1,200 3.5 */
    TOKEN_PUNCT = 1 << 2,   /* anything else, one sign a token */
    TOKEN_CAPITAL = 1 << 3, /* first letter is upper case */
    TOKEN_UPPER = 1 << 4,   /* all letters upper case, two or more */
    TOKEN_SENTENCE_START = 1 << 5,
    TOKEN_LINE_START = 1 << 6, /* first on its line */
    TOKEN_SPACE_BEFORE = 1 << 7,
    TOKEN_QUOTED = 1 << 8,  /* inside quotation marks */
    TOKEN_SHOUTED = 1 << 9, /* its sentence is all upper case: capitals mean nothing */
} TokenFlags;

typedef struct {
    Span span;
    uint32_t word;     /* number of the lower-cased word in the language's vocabulary, 0 = not in it */
    uint32_t sentence; /* index into TokenList.sentences */
    uint16_t flags;
} Token;

/* Tokens [first, last) and the bytes they cover. */
typedef struct {
    uint32_t first;
    uint32_t last;
    Span span;
    uint32_t block; /* index of the block it stands in */
} Sentence;

typedef struct {
    Str text;
    Token *tokens;
    size_t count;
    size_t cap;
    Sentence *sentences;
    size_t sentence_count;
    size_t sentence_cap;
} TokenList;

enum { MENTION_NONE = UINT32_MAX };

/* Classes as bits; a language has fewer classes. */
enum { MENTION_CLASS_BITS = 320, CLASS_SET_WORDS = MENTION_CLASS_BITS / 64 };

typedef struct {
    uint64_t bits[CLASS_SET_WORDS];
} ClassSet;

typedef enum { ATTR_VALUE, ATTR_MENTION, ATTR_TOKENS } AttrKind;

/* A named part of a mention: what a rule captured or set. */
typedef struct {
    uint16_t name; /* number of the attribute's name in the language */
    uint8_t kind;
    uint32_t value;   /* ATTR_VALUE: number of a value in the language */
    uint32_t mention; /* ATTR_MENTION */
    uint32_t first;   /* tokens covered, for every kind; empty for a constant */
    uint32_t last;
} Attr;

/* Tokens [first, last) that lexicon, gazetteer, a rule or a stage recognised as something. */
typedef struct {
    uint32_t first;
    uint32_t last;
    uint16_t cls;   /* number of the class in the language */
    uint16_t rule;  /* number of the rule that made it, 0 = none */
    uint32_t value; /* number of the value in the language, 0 = none */
    uint32_t attrs; /* index of the first attribute: mention_attrs_of */
    uint16_t attr_count;
    uint32_t data;  /* a stage's own record (count, time, place), MENTION_NONE = none */
    uint32_t entry; /* the lexicon entry it came from, 0 = none */
    uint32_t next;  /* next mention that begins at the same token, MENTION_NONE ends */
    uint32_t same;  /* next mention of its class, MENTION_NONE ends */
} Mention;

typedef struct {
    Mention *items;
    size_t count;
    size_t cap;
    Attr *attrs;
    size_t attr_count;
    size_t attr_cap;
    const Attr *lexicon_attrs; /* of mentions that the lexicon made (entry is not 0) */
    uint32_t *at;              /* by token: first mention that begins there, or MENTION_NONE */
    uint32_t *last;            /* by token: the last of those, where there is one */
    uint32_t *of_class;        /* by class: the first mention, or MENTION_NONE: mention_first */
    uint32_t *of_class_last;   /* by class: the last, where there is one */
    size_t token_count;
    const Token *tokens;
    const Sentence *ranges;     /* of the sentences */
    struct Features *sentences; /* by sentence: what stands in it (match/mention.h) */
    ClassSet *marks;            /* by token: classes of the mentions that begin there, bare ones (lexicon.h) too */
    ClassSet *inside;           /* by token: classes of those that began before it and cover it */
    uint64_t *folds;            /* by token: its marks folded to 64 bits, for a quick look */
    ClassSet classes;           /* of all mentions */
    const void *words_of;       /* whose words are noted in literals and in the sentences' features: rules_run's */
    const uint16_t *literals;   /* by token: which of the words it is that rules ask for, 0: none */
    struct Calls *calls;        /* room for what a sentence calls (rules_run.c) */
} MentionList;

#endif
