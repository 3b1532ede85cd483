#include "base/image.h"

#include <string.h>

enum { WORD_BYTES = sizeof(uint64_t), WORDS_A_MASK = 64 };

static const char MAGIC[16] = "daybook image 1";

/* Behind it stand the words, and a mask for each 64 of them: which are pointers. */
typedef struct {
    char magic[sizeof MAGIC];
    uint64_t word_count; /* a multiple of 64 */
    uint64_t root;       /* in bytes from the first word */
} Header;

/* What make made, in one block of memory. */
typedef struct {
    Arena *arena;
    const uint64_t *words;
    size_t word_count;
    const char *root;
} Making;

static bool make_once(ImageMake *make, void *context, size_t limit, Making *out, Error *err)
{
    out->arena = arena_create();
    arena_expect(out->arena, limit);
    char *first = arena_alloc(out->arena, ARENA_MAX_ALIGN, ARENA_MAX_ALIGN);
    out->root = make(out->arena, context, err);
    if (!out->root)
        return false;
    const char *end =
        arena_alloc(out->arena, (size_t)WORDS_A_MASK * WORD_BYTES, ARENA_MAX_ALIGN); /* what is of no use, zeroed */
    size_t bytes = (size_t)((uintptr_t)end - (uintptr_t)first);
    if ((uintptr_t)end < (uintptr_t)first || bytes > limit)
        return error_set(err, ERROR_DATA, "more than %zu bytes to make an image of", limit);
    out->words = (const uint64_t *)(const void *)first;
    out->word_count = (bytes / WORD_BYTES + WORDS_A_MASK - 1) / WORDS_A_MASK * WORDS_A_MASK;
    return true;
}

/* Does the word point into the program itself? The linker names its bounds. */
static bool is_outside(uint64_t word)
{
    extern const char __executable_start[]; // NOLINT(bugprone-reserved-identifier,readability-identifier-naming)
    extern const char end[];
    return word >= (uintptr_t)__executable_start && word < (uintptr_t)end;
}

/* A word of what was made, or of the gap between two things, which only sanitizers mind. */
__attribute__((no_sanitize_address)) static uint64_t word_at(const uint64_t *words, size_t i)
{
    return words[i];
}

/* Appends the words, pointers counted from the first, and notes in masks which they are. */
static bool write_words(const Making *a, const Making *b, uint64_t *masks, Buf *out, Error *err)
{
    for (size_t i = 0; i < a->word_count; i++) {
        uint64_t word = word_at(a->words, i);
        uint64_t second = word_at(b->words, i);
        if (word != second) {
            word -= (uintptr_t)a->words;
            if (word != second - (uintptr_t)b->words || word > a->word_count * WORD_BYTES)
                return error_set(err, ERROR_DATA, "word %zu of the image was made otherwise the second time", i);
            masks[i / WORDS_A_MASK] |= (uint64_t)1 << (i % WORDS_A_MASK);
        } else if (is_outside(word)) {
            return error_set(err, ERROR_DATA, "word %zu of the image points into the program that makes it", i);
        }
        buf_put(out, (Str){(const char *)&word, sizeof word});
    }
    return true;
}

static bool write_both(const Making *a, const Making *b, Buf *out, Error *err)
{
    if (a->word_count != b->word_count)
        return error_set(err, ERROR_DATA, "the second time another image was made");
    Header header = {.word_count = a->word_count, .root = (uint64_t)(a->root - (const char *)a->words)};
    memcpy(header.magic, MAGIC, sizeof MAGIC);
    buf_put(out, (Str){(const char *)&header, sizeof header});
    size_t mask_count = a->word_count / WORDS_A_MASK;
    uint64_t *masks = ARENA_ARRAY(b->arena, uint64_t, mask_count);
    bool ok = write_words(a, b, masks, out, err);
    buf_put(out, (Str){(const char *)masks, mask_count * sizeof *masks});
    return ok;
}

bool image_write(ImageMake *make, void *context, size_t limit, Buf *out, Error *err)
{
    Making a = {0};
    Making b = {0};
    bool ok = make_once(make, context, limit, &a, err) && make_once(make, context, limit, &b, err) &&
              write_both(&a, &b, out, err);
    arena_destroy(a.arena);
    arena_destroy(b.arena);
    return ok;
}

static bool read_header(Str bytes, Header *out)
{
    if (bytes.len < sizeof *out)
        return false;
    memcpy(out, bytes.ptr, sizeof *out);
    size_t room = (bytes.len - sizeof *out) / (WORDS_A_MASK + 1) / WORD_BYTES; /* of masks */
    return memcmp(out->magic, MAGIC, sizeof MAGIC) == 0 && out->word_count == room * WORDS_A_MASK &&
           bytes.len == sizeof *out + room * (WORDS_A_MASK + 1) * WORD_BYTES &&
           out->root < out->word_count * WORD_BYTES;
}

void *image_open(Arena *arena, Str bytes)
{
    Header header;
    if (!read_header(bytes, &header))
        return NULL;
    const char *from = bytes.ptr + sizeof header;
    size_t size = header.word_count * WORD_BYTES;
    arena_expect(arena, size + ARENA_MAX_ALIGN);
    uint64_t *words = arena_room(arena, 1, size, ARENA_MAX_ALIGN);
    memcpy(words, from, size);
    for (size_t i = 0; i < header.word_count / WORDS_A_MASK; i++) {
        uint64_t mask;
        memcpy(&mask, from + size + i * sizeof mask, sizeof mask);
        for (; mask != 0; mask &= mask - 1)
            words[i * WORDS_A_MASK + (size_t)__builtin_ctzll(mask)] += (uintptr_t)words;
    }
    return (char *)words + header.root;
}
