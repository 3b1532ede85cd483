#include "match/vocabulary.h"

enum { FIRST_SLOTS = 4096 };

Vocabulary *vocabulary_create(Arena *arena)
{
    Vocabulary *vocabulary = ARENA_NEW(arena, Vocabulary);
    vocabulary->arena = arena;
    vocabulary->slot_count = FIRST_SLOTS;
    vocabulary->slots = ARENA_ARRAY(arena, WordSlot, FIRST_SLOTS);
    vocabulary->words = arena_grow(arena, NULL, 0, &vocabulary->cap, sizeof *vocabulary->words);
    return vocabulary;
}

void vocabulary_expect(Vocabulary *vocabulary, size_t words)
{
    while (vocabulary->slot_count < words * 2)
        vocabulary->slot_count *= 2;
    vocabulary->slots = ARENA_ARRAY(vocabulary->arena, WordSlot, vocabulary->slot_count);
    vocabulary->cap = words + 1;
    vocabulary->words = arena_room(vocabulary->arena, vocabulary->cap, sizeof *vocabulary->words, alignof(Word));
    vocabulary->words[0] = (Word){.flags = 0};
}

/* The first bytes of a word, zero behind its end. */
static void read_head(const char *folded, size_t len, uint64_t head[2])
{
    head[0] = head[1] = 0;
    for (size_t i = 0; i < 2 && i * sizeof *head < len; i++)
        memcpy(&head[i], folded + i * sizeof *head, sizeof *head);
}

uint32_t vocabulary_hash(const char *folded, size_t len)
{
    uint64_t head[2];
    read_head(folded, len, head);
    uint32_t hash = vocabulary_hash_short(head[0], head[1], len);
    for (size_t i = WORD_HEAD_BYTES; i < len; i += sizeof *head) {
        uint64_t chunk = 0;
        memcpy(&chunk, folded + i, sizeof chunk);
        hash = (uint32_t)((hash ^ chunk) * 0xff51afd7ed558ccdU >> 32);
    }
    return hash;
}

uint32_t vocabulary_find(const Vocabulary *vocabulary, const char *folded, size_t len)
{
    uint64_t head[2];
    read_head(folded, len, head);
    if (len <= WORD_HEAD_BYTES)
        return vocabulary_find_short(vocabulary, head[0], head[1], len);
    size_t slot = vocabulary_hash(folded, len) & (vocabulary->slot_count - 1);
    for (;; slot = (slot + 1) & (vocabulary->slot_count - 1)) {
        const WordSlot *s = &vocabulary->slots[slot];
        if (s->word == 0 || (s->head[0] == head[0] && s->head[1] == head[1] && s->len == len &&
                             memcmp(vocabulary->words[s->word].text.ptr, folded, len) == 0))
            return s->word;
    }
}

static void place(Vocabulary *vocabulary, const char *folded, size_t len, uint32_t word)
{
    size_t slot = vocabulary_hash(folded, len) & (vocabulary->slot_count - 1);
    while (vocabulary->slots[slot].word != 0)
        slot = (slot + 1) & (vocabulary->slot_count - 1);
    WordSlot *placed = &vocabulary->slots[slot];
    read_head(folded, len, placed->head);
    placed->len = (uint32_t)len;
    placed->word = word;
}

/* Copies a word and zeroes what is read behind it. */
static void pad(Str folded, char padded[WORD_BYTES + 8])
{
    memset(padded, 0, WORD_BYTES + 8);
    memcpy(padded, folded.ptr, folded.len);
}

static void widen(Vocabulary *vocabulary)
{
    char padded[WORD_BYTES + 8];
    vocabulary->slot_count *= 2;
    vocabulary->slots = ARENA_ARRAY(vocabulary->arena, WordSlot, vocabulary->slot_count);
    for (uint32_t i = 1; i <= vocabulary->count; i++) {
        Str text = vocabulary->words[i].text;
        pad(text, padded);
        place(vocabulary, padded, text.len, i);
    }
}

uint32_t vocabulary_add(Vocabulary *vocabulary, Str folded)
{
    char padded[WORD_BYTES + 8];
    if (folded.len == 0 || folded.len > WORD_BYTES)
        return 0;
    pad(folded, padded);
    uint32_t known = vocabulary_find(vocabulary, padded, folded.len);
    if (known != 0)
        return known;
    if ((vocabulary->count + 1) * 2 > vocabulary->slot_count)
        widen(vocabulary);
    uint32_t number = (uint32_t)vocabulary->count + 1;
    vocabulary->words =
        arena_grow(vocabulary->arena, vocabulary->words, number, &vocabulary->cap, sizeof *vocabulary->words);
    vocabulary->words[number] = (Word){.text = arena_copy(vocabulary->arena, folded)};
    vocabulary->count = number;
    place(vocabulary, padded, folded.len, number);
    return number;
}
