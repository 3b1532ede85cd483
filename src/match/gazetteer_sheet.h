/* gazetteer_sheet — an open gazetteer: what gazetteer.c opens and gazetteer_search.c looks up. Internal to match/. */
#ifndef DAYBOOK_MATCH_GAZETTEER_SHEET_H
#define DAYBOOK_MATCH_GAZETTEER_SHEET_H

#include "base/file.h"
#include "match/gazetteer.h"
#include "match/gazetteer_file.h"

enum { GAZETTEER_FILES_MAX = 16 };

/* One file's sections, pointing into its mapping. */
typedef struct {
    const GazetteerPlace *places;
    const uint8_t *filter;
    const uint32_t *buckets;
    const GazetteerName *names;
    const uint32_t *postings;
    const uint32_t *divisions;
    const char *countries;
    const char *text;
    size_t counts[SECTION_COUNT_];
    uint32_t bucket_shift;
} Sheet;

/* What was found of a name. */
typedef struct {
    uint64_t key; /* 0: free */
    const Candidate *found;
    size_t count;
} Known;

/* Names found so far. When it is half full it takes no more. */
typedef struct {
    Arena *arena;
    Known *slots;
    size_t slot_count; /* a power of two */
    size_t used;
} Memory;

struct Gazetteer {
    Sheet sheets[GAZETTEER_FILES_MAX];
    size_t sheet_count;
    File files[GAZETTEER_FILES_MAX];
    size_t file_count;
    Memory *memory; /* NULL: each text has its own */
    bool corrects;  /* the first sheet's places stand in place of others' of the same id */
};

Memory *gazetteer_memory(Arena *arena, size_t names);

/* The places of the name, remembered; in the arena where the memory is full. */
const Candidate *gazetteer_recall(const Gazetteer *gazetteer, Memory *memory, uint64_t hash, Arena *arena,
                                  size_t *count);

/* The places of the name with that key, ordered as gazetteer_at's. */
const Candidate *gazetteer_candidates(const Gazetteer *gazetteer, uint64_t hash, Arena *arena, size_t *count);

#endif
