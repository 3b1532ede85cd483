/*
 * vocabulary — every word that the language data knows, numbered from 1 in order of first sight.
 *
 * Made for the tokeniser: a word is folded and looked up once, where it stands, by one hash and mostly one
 * probe. Beside its number a word carries what the tokeniser must know of it (WordFlags).
 * Read-only once the lexicon is finished; safe for several threads then.
 */
#ifndef DAYBOOK_MATCH_VOCABULARY_H
#define DAYBOOK_MATCH_VOCABULARY_H

#include "base/arena.h"

/* The longest word in bytes, folded. Longer ones are in no vocabulary. */
enum { WORD_BYTES = 64 };

typedef enum {
    WORD_CLITIC = 1 << 0,        /* "'s", "n't": cut off the word that it ends */
    WORD_SUFFIX = 1 << 1,        /* "th", "s": stays with the digits before it */
    WORD_STARTER = 1 << 2,       /* "the": after an abbreviation, with a capital, it begins a sentence */
    WORD_TITLE = 1 << 3,         /* "gen.": a sentence never ends with it */
    WORD_BEFORE_NUMBER = 1 << 4, /* "no.": an abbreviation only before a number */
    WORD_CAPITAL_ONLY = 1 << 5,  /* "Sat.": an abbreviation only with a capital */
    WORD_SMALL = 1 << 6,         /* a phrase or a rule writes it without a capital: no word of names only */
} WordFlags;

typedef struct {
    Str text;
    uint32_t dotted; /* of "gen": the number of "gen.", when that is an abbreviation */
    uint8_t flags;
} Word;

/* A word's first bytes stand in its slot: most words are found with one look into memory. */
typedef struct {
    uint64_t head[2];
    uint32_t len;
    uint32_t word; /* 0 = free */
} WordSlot;

typedef struct {
    Arena *arena;
    WordSlot *slots;
    size_t slot_count; /* a power of two, at most half full */
    Word *words;       /* words[0] is no word */
    size_t count;      /* words[1 .. count] */
    size_t cap;
} Vocabulary;

Vocabulary *vocabulary_create(Arena *arena);

/* Takes room at once for about so many words, before the first is added; may be left out. */
void vocabulary_expect(Vocabulary *vocabulary, size_t words);

/* The number of a folded word, given now if it had none; 0 if it is empty or longer than WORD_BYTES. */
uint32_t vocabulary_add(Vocabulary *vocabulary, Str folded);

enum { WORD_HEAD_BYTES = sizeof(uint64_t[2]) };

/* The hash of a word of at most WORD_HEAD_BYTES bytes, the rest of them zero. */
static inline uint32_t vocabulary_hash_short(uint64_t low, uint64_t high, size_t len)
{
    uint64_t hash = (low ^ len * 0x9E3779B97F4A7C15U) * 0xff51afd7ed558ccdU;
    hash = (hash ^ hash >> 32 ^ high) * 0xff51afd7ed558ccdU;
    return (uint32_t)(hash >> 32);
}

/* Where the look-up of a folded word of at most WORD_HEAD_BYTES bytes begins; asks for it to be brought into the cache. */
static inline size_t vocabulary_fetch_short(const Vocabulary *vocabulary, uint64_t low, uint64_t high, size_t len)
{
    size_t slot = vocabulary_hash_short(low, high, len) & (vocabulary->slot_count - 1);
    __builtin_prefetch(&vocabulary->slots[slot]);
    return slot;
}

/* The number of a folded word of at most WORD_HEAD_BYTES bytes whose look-up begins at the slot, or 0. */
static inline uint32_t vocabulary_find_from(const Vocabulary *vocabulary, size_t slot, uint64_t low, uint64_t high,
                                            size_t len)
{
    for (;; slot = (slot + 1) & (vocabulary->slot_count - 1)) {
        const WordSlot *s = &vocabulary->slots[slot];
        if (s->word == 0 || (s->head[0] == low && s->head[1] == high && s->len == len))
            return s->word;
    }
}

/* The number of a folded word of at most WORD_HEAD_BYTES bytes, or 0. */
static inline uint32_t vocabulary_find_short(const Vocabulary *vocabulary, uint64_t low, uint64_t high, size_t len)
{
    size_t slot = vocabulary_hash_short(low, high, len) & (vocabulary->slot_count - 1);
    return vocabulary_find_from(vocabulary, slot, low, high, len);
}

/* folded must be readable, and zero, up to the next multiple of 8 bytes. */
uint32_t vocabulary_hash(const char *folded, size_t len);

/* The number of a folded word or 0; folded as for vocabulary_hash. */
uint32_t vocabulary_find(const Vocabulary *vocabulary, const char *folded, size_t len);

#endif
