#include "base/arena.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

#if defined(__SANITIZE_ADDRESS__)
#    include <sanitizer/asan_interface.h>
#else
#    define ASAN_POISON_MEMORY_REGION(ptr, size)   ((void)(ptr), (void)(size))
#    define ASAN_UNPOISON_MEMORY_REGION(ptr, size) ((void)(ptr), (void)(size))
#endif

enum { EXIT_INTERNAL = 70, FIRST_BLOCK_BYTES = 64 * 1024, LARGE_PAGE_BYTES = 2 * 1024 * 1024 };
#if defined(__SANITIZE_ADDRESS__)
enum { LARGEST_BLOCK_BYTES = FIRST_BLOCK_BYTES }; /* to poison a block takes time that grows with it */
#else
enum { LARGEST_BLOCK_BYTES = 16 * 1024 * 1024 };
#endif

typedef struct Block {
    struct Block *next; /* the block before this one in time */
    size_t size;        /* of bytes[] */
    size_t used;
    void *memory; /* what was allocated, in which the block is aligned */
    alignas(ARENA_MAX_ALIGN) char bytes[];
} Block;

struct Arena {
    Block *top;
    Block *spare; /* given back by a rewind, for the next need: a rewind at a block's edge must not cost a malloc */
    size_t next_size;
};

/* The one mutable file-scope state: what to do when the process can't go on anyway. */
static ArenaExhausted *exhausted_handler; // NOLINT(readability-identifier-naming)

void arena_on_exhausted(ArenaExhausted *handler)
{
    exhausted_handler = handler;
}

static void exhausted(size_t size_bytes)
{
    if (exhausted_handler)
        exhausted_handler(size_bytes);
    (void)fprintf(stderr, "daybook: out of memory (%zu bytes asked for)\n", size_bytes);
    exit(EXIT_INTERNAL);
}

/* A pile of thousands of reports takes hundreds of megabytes, and half of its time went into getting them in pages of 4 KB. */
static void prefer_large_pages(const void *memory, size_t size_bytes)
{
    const uintptr_t page = LARGE_PAGE_BYTES;
    uintptr_t start = ((uintptr_t)memory + page - 1) & ~(page - 1);
    uintptr_t end = ((uintptr_t)memory + size_bytes) & ~(page - 1);
    if (start < end)
        (void)madvise((void *)start, end - start, MADV_HUGEPAGE); // NOLINT(performance-no-int-to-ptr)
}

static void *allocate(size_t size_bytes)
{
    void *memory = malloc(size_bytes);
    if (!memory)
        exhausted(size_bytes);
    if (size_bytes > 2 * (size_t)LARGE_PAGE_BYTES)
        prefer_large_pages(memory, size_bytes);
    return memory;
}

Arena *arena_create(void)
{
    Arena *arena = allocate(sizeof *arena);
    *arena = (Arena){.next_size = FIRST_BLOCK_BYTES};
    return arena;
}

void arena_expect(Arena *arena, size_t size_bytes)
{
    if (arena->next_size < size_bytes)
        arena->next_size = size_bytes;
}

static void free_block(Block *block)
{
    if (!block)
        return;
    ASAN_UNPOISON_MEMORY_REGION(block->bytes, block->size);
    free(block->memory);
}

/* The larger of the block and the spare is kept, the other freed. */
static void give_back(Arena *arena, Block *block)
{
    if (arena->spare && arena->spare->size >= block->size) {
        free_block(block);
        return;
    }
    free_block(arena->spare);
    arena->spare = block;
    ASAN_POISON_MEMORY_REGION(block->bytes, block->used);
}

static void give_back_down_to(Arena *arena, const Block *keep)
{
    while (arena->top != keep) {
        Block *block = arena->top;
        arena->top = block->next;
        give_back(arena, block);
    }
}

void arena_destroy(Arena *arena)
{
    if (!arena)
        return;
    give_back_down_to(arena, NULL);
    free_block(arena->spare);
    free(arena);
}

static void add_block(Arena *arena, size_t at_least)
{
    Block *block = arena->spare;
    if (block && block->size >= at_least) {
        arena->spare = NULL;
        block->used = 0;
        block->next = arena->top;
        arena->top = block;
        return;
    }
    size_t size = arena->next_size > at_least ? arena->next_size : at_least;
    if (size > SIZE_MAX - sizeof(Block) - ARENA_MAX_ALIGN)
        exhausted(size);
    char *memory = allocate(sizeof(Block) + size + ARENA_MAX_ALIGN - 1);
    block = (Block *)(void *)(memory + (-(uintptr_t)memory & (ARENA_MAX_ALIGN - 1)));
    *block = (Block){.next = arena->top, .size = size, .used = 0, .memory = memory};
    ASAN_POISON_MEMORY_REGION(block->bytes, size);
    arena->top = block;
    if (arena->next_size < LARGEST_BLOCK_BYTES)
        arena->next_size *= 2;
}

/* A block's beginning where the top has no room for so many bytes. */
static Block *widen(Arena *arena, size_t size)
{
    if (size > SIZE_MAX / 2)
        exhausted(size);
    add_block(arena, size);
    return arena->top;
}

/* size bytes, not cleared. */
static inline void *take(Arena *arena, size_t size, size_t align)
{
    assert(align > 0 && (align & (align - 1)) == 0 && align <= ARENA_MAX_ALIGN);
    Block *top = arena->top;
    size_t at = top ? (top->used + align - 1) & ~(align - 1) : 0;
    if (!top || at > top->size || top->size - at < size) {
        top = widen(arena, size);
        at = 0;
    }
    void *memory = top->bytes + at;
    top->used = at + size;
    ASAN_UNPOISON_MEMORY_REGION(memory, size);
    return memory;
}

void *arena_alloc(Arena *arena, size_t size, size_t align)
{
    void *memory = take(arena, size, align);
    memset(memory, 0, size);
    return memory;
}

void *arena_array(Arena *arena, size_t n, size_t size, size_t align)
{
    if (size > 0 && n > SIZE_MAX / 2 / size)
        exhausted(SIZE_MAX);
    return arena_alloc(arena, n * size, align);
}

void *arena_room(Arena *arena, size_t n, size_t size, size_t align)
{
    if (size > 0 && n > SIZE_MAX / 2 / size)
        exhausted(SIZE_MAX);
    return take(arena, n * size, align);
}

void *arena_widen(Arena *arena, const void *items, size_t count, size_t *cap, size_t item_size)
{
    enum { FIRST_CAP = 8, FIRST_BYTES = 1024 }; /* of large items there are mostly few */
    size_t first = FIRST_BYTES / item_size;
    first = first < 1 ? 1 : first > FIRST_CAP ? FIRST_CAP : first;
    size_t wider = *cap ? *cap * 2 : first;
    char *moved = arena_room(arena, wider, item_size, alignof(max_align_t));
    if (count > 0)
        memcpy(moved, items, count * item_size);
    memset(moved + count * item_size, 0, (wider - count) * item_size);
    *cap = wider;
    return moved;
}

Str arena_copy(Arena *arena, Str s)
{
    if (!str_present(s))
        return STR_NONE;
    char *copy = take(arena, s.len + 1, 1);
    if (s.len > 0)
        memcpy(copy, s.ptr, s.len);
    copy[s.len] = '\0';
    return (Str){copy, s.len};
}

ArenaMark arena_mark(const Arena *arena)
{
    return (ArenaMark){arena->top, arena->top ? arena->top->used : 0};
}

void arena_rewind(Arena *arena, ArenaMark mark)
{
    give_back_down_to(arena, mark.block);
    if (!arena->top)
        return;
    size_t given_back = arena->top->used > mark.used ? arena->top->used - mark.used : 0;
    arena->top->used = mark.used;
    ASAN_POISON_MEMORY_REGION(arena->top->bytes + mark.used, given_back); /* what lies behind is poisoned still */
}
