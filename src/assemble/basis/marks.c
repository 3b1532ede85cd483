#include "assemble/basis/marks.h"

#include "base/buf.h"
#include "base/hash.h"

/* "In his 20s" says of nobody's age that it is another than 25. */
static bool is_decade(Str word)
{
    return !char_is_digit(word.ptr[word.len - 1]);
}

static void mark_word(Marks *marks, Str word)
{
    bool number = char_is_digit(word.ptr[0]);
    if (number && !is_decade(word) && marks->number_count < MARKS_MAX)
        marks->numbers[marks->number_count++] = hash_of(word);
    else if (char_is_upper(word.ptr[0]) && word.len > 1 && marks->name_count < MARKS_MAX)
        marks->names[marks->name_count++] = hash_of(word);
}

/* "Mr.", "Sgt.": a short word cut off by a full stop is a title, as an initial is no name either. */
static bool is_cut_short(Str text, size_t start, size_t end)
{
    enum { LONGEST = 4 };
    return end - start <= LONGEST && end + 1 < text.len && text.ptr[end] == '.';
}

/* "Al-Sol", "El-Sol": an article is no name that two people could share. */
static bool is_article(Str text, size_t start, size_t end)
{
    enum { LONGEST = 2 };
    return char_is_letter(text.ptr[start]) && end - start <= LONGEST && end < text.len && text.ptr[end] == '-';
}

static Sound sound_of(Str word)
{
    Sound sound = {.count = 0};
    for (size_t i = 0; i < word.len && sound.count < MARKS_SOUND_MAX; i++) {
        char c = char_lower(word.ptr[i]);
        bool vowel = str_find_char(STR("aeiouy"), c, 0) < SIZE_MAX && !(c == 'y' && i == 0);
        if (!vowel && (sound.count == 0 || sound.letters[sound.count - 1] != c))
            sound.letters[sound.count++] = c;
    }
    return sound;
}

bool marks_sound_alike(const Sound *x, const Sound *y)
{
    size_t common = x->count < y->count ? x->count : y->count;
    return memcmp(x->letters, y->letters, common) == 0;
}

/* The words of a name follow one another: a new one begins behind a sign. */
typedef struct {
    Sound given;
    uint64_t called;
    size_t words;
} Name;

/* "Mrs Sol", "Sgt Sol": a word without a vowel is short for a title. */
static bool is_abbreviated(const Sound *sound, Str word)
{
    return sound->count == word.len;
}

static void add_to_name(Name *name, Marks *marks, Str word)
{
    Sound sound = sound_of(word);
    if (name->words == 0 && is_abbreviated(&sound, word))
        return;
    if (name->words++ == 0) {
        name->given = sound;
        name->called = hash_of(word);
    }
    if (name->words > marks->full_name) {
        marks->full_name = name->words;
        marks->given = name->given;
        marks->called = name->called;
    }
}

const Marks *marks_read(Str text, Arena *arena)
{
    Marks *marks = ARENA_NEW(arena, Marks);
    Name name = {0};
    size_t i = 0;
    while (i < text.len) {
        size_t start = i;
        while (i < text.len && char_is_word(text.ptr[i]))
            i++;
        if (i == start) {
            if (text.ptr[i] == ',' || text.ptr[i] == '(')
                name.words = 0;
            i++;
        } else if (!is_cut_short(text, start, i) && !is_article(text, start, i)) {
            Str word = str_slice(text, start, i);
            mark_word(marks, word);
            if (char_is_upper(word.ptr[0]))
                add_to_name(&name, marks, word);
            else if (word.len > 3)
                name.words = 0;
        }
    }
    return marks;
}
