/* lexicon_table — what lexicon_read.c reads, lexicon_compile.c compiles and lexicon.c looks up. Internal to match/. */
#ifndef DAYBOOK_MATCH_LEXICON_TABLE_H
#define DAYBOOK_MATCH_LEXICON_TABLE_H

#include "base/map.h"
#include "match/lexicon.h"
#include "match/mention.h"

typedef struct {
    Str phrase;
    Str source; /* its column: "GTD 22" */
    uint16_t cls;
    uint16_t file; /* index into files */
    uint32_t line;
    uint32_t value;
    uint32_t attrs; /* index of the first attribute */
    uint16_t attr_count;
    Day from;
    Day until;
    uint32_t capitals; /* bit i: token i must begin with a capital */
    uint32_t uppers;   /* bit i: token i must be all upper case */
    bool gated;        /* asks for capitals or a time */
    uint32_t next;     /* next entry of the same phrase, 0 ends */
} Entry;

/* What finding needs of an entry, in one cache line; those of one phrase stand together. */
typedef struct {
    alignas(ARENA_MAX_ALIGN) Mention mention; /* as it is to be added, but for where it stands */
    uint16_t feature;                         /* of its class and value */
    uint8_t file;
    bool gated;
    bool upper; /* asks for capitals throughout */
    bool hides_all;
    bool kept; /* one word of a class whose words nothing hides */
    bool bare; /* gives no mention; such entries stand behind the others of their phrase */
    bool last; /* of its phrase */
} Found;

/* What the phrases are that begin with a word: all that finding asks first, in one cache line. */
typedef struct {
    alignas(ARENA_MAX_ALIGN) ClassSet classes; /* of its own entries */
    uint64_t next;                             /* the node's, as in node_next */
    uint32_t node;                             /* the node after it, 0 = no phrase begins with it */
    uint32_t found;                            /* the first of its own entries, 0 = phrases only go on */
    uint32_t mentions;                         /* how many of its own entries give mentions */
    bool gated;                                /* one of them asks for capitals or a time */
} Root;

/* One of 64 bits for a word. */
static inline uint64_t word_bit(uint32_t word)
{
    return (uint64_t)1 << (word & 63);
}

/* From a node of the trie by a word to the next. */
typedef struct {
    uint32_t node;
    uint32_t word;
    uint32_t to; /* 0 = free */
} Edge;

struct Lexicon {
    LexiconNames names;
    Arena *arena;
    Vocabulary *vocabulary;
    Map *classes;
    Map *values;
    Str *value_names; /* by value, once finished */
    Map *attr_names;
    Str *files;
    size_t file_count;
    size_t file_cap;
    bool *hides_all; /* by file: `# hides all` stands in it */
    size_t hides_cap;
    ClassSet kept;  /* lexicon_keep_words */
    ClassSet bare;  /* lexicon_make_bare */
    Entry *entries; /* entries[0] is none */
    size_t entry_count;
    size_t entry_cap;
    Attr *attrs;
    size_t attr_count;
    size_t attr_cap;

    /* The trie, made by lexicon_finish. */
    Root *roots; /* by word */
    size_t root_count;
    Edge *edges;
    size_t edge_slots; /* a power of two, at most half full */
    size_t edge_count;
    uint32_t *node_entries; /* by node: its first entry, 0 = a phrase only goes on */
    uint32_t *node_found;   /* by node: the first of found, 0 = a phrase only goes on */
    uint64_t *node_next;    /* by node: of the words with which a phrase goes on: word_bit, 0 = none does */
    Found *found;           /* found[0] is none */
    size_t node_count;
    size_t node_cap;
    bool finished;
};

/* The slot of an edge, or the free one where it belongs. */
static inline size_t edge_slot(const Lexicon *lexicon, uint32_t node, uint32_t word)
{
    uint64_t hash = (((uint64_t)node << 32) | word) * 0x9E3779B97F4A7C15U;
    size_t slot = (hash >> 32) & (lexicon->edge_slots - 1);
    while (lexicon->edges[slot].to != 0 && (lexicon->edges[slot].node != node || lexicon->edges[slot].word != word))
        slot = (slot + 1) & (lexicon->edge_slots - 1);
    return slot;
}

#endif
