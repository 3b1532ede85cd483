/*
 * marks — what tells one described victim from another: the ages and capitalised words that the text calls them by. Read once
 * a mention, as each is held against every other of its page (people.h).
 */
#ifndef DAYBOOK_ASSEMBLE_MARKS_H
#define DAYBOOK_ASSEMBLE_MARKS_H

#include "base/arena.h"

enum { MARKS_MAX = 8, MARKS_SOUND_MAX = 16 };

/* A word without its vowels and doubled letters: "Yusuf", "Youssef" and "Yousef" are one name, which reports bring out of
 * another script each in its own way. */
typedef struct {
    char letters[MARKS_SOUND_MAX];
    size_t count;
} Sound;

/* What tells one described victim from another: ages and capitalised words. */
typedef struct {
    uint64_t names[MARKS_MAX];
    size_t name_count;
    uint64_t numbers[MARKS_MAX];
    size_t number_count;
    Sound given;      /* of the first word of the longest name */
    uint64_t called;  /* that word */
    size_t full_name; /* how many words that name has */
} Marks;

/* The marks of a text that describes a victim; hashes of what they hold, nothing of the text. Lives in the arena. */
const Marks *marks_read(Str text, Arena *arena);

/* The one begins as the other does: "Abdul Rahman" and "Abdulrahman". */
bool marks_sound_alike(const Sound *x, const Sound *y);

#endif
