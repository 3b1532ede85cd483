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
    vocabulary->words[0] = (Word){.hash = 0};
}

static void place(Vocabulary *vocabulary, uint32_t hash, uint32_t word)
{
    size_t slot = hash & (vocabulary->slot_count - 1);
    while (vocabulary->slots[slot].word != 0)
        slot = (slot + 1) & (vocabulary->slot_count - 1);
    vocabulary->slots[slot] = (WordSlot){hash, word};
}

static void widen(Vocabulary *vocabulary)
{
    vocabulary->slot_count *= 2;
    vocabulary->slots = ARENA_ARRAY(vocabulary->arena, WordSlot, vocabulary->slot_count);
    for (uint32_t i = 1; i <= vocabulary->count; i++)
        place(vocabulary, vocabulary->words[i].hash, i);
}

uint32_t vocabulary_add(Vocabulary *vocabulary, Str folded)
{
    char padded[WORD_BYTES + 8] = {0};
    if (folded.len == 0 || folded.len > WORD_BYTES)
        return 0;
    memcpy(padded, folded.ptr, folded.len);
    uint32_t known = vocabulary_find(vocabulary, padded, folded.len);
    if (known != 0)
        return known;
    if ((vocabulary->count + 1) * 2 > vocabulary->slot_count)
        widen(vocabulary);
    uint32_t hash = vocabulary_hash(padded, folded.len);
    uint32_t number = (uint32_t)vocabulary->count + 1;
    vocabulary->words =
        arena_grow(vocabulary->arena, vocabulary->words, number, &vocabulary->cap, sizeof *vocabulary->words);
    vocabulary->words[number] = (Word){.text = arena_copy(vocabulary->arena, folded), .hash = hash};
    vocabulary->count = number;
    place(vocabulary, hash, number);
    return number;
}
