#include "assemble/toll_word.h"

const Figure *toll_first_count(Pool pool, VictimClass of_class)
{
    const Figure *word = NULL;
    bool numbers = false;
    for (size_t i = 0; i < pool.count; i++) {
        numbers = numbers || !victims_are_words(pool.items[i]);
        if (victims_sort(pool.items[i], of_class) != SORT_GENERIC)
            continue;
        if (!victims_are_words(pool.items[i]))
            return pool.items[i];
        word = word ? word : pool.items[i];
    }
    return numbers ? NULL : word;
}

/* Whether the word, of so many at least, is of more than the numbers tell. */
static bool is_of_more(const Figure *word, int64_t told, bool singly)
{
    enum { SEVERAL = 3 }; /* a plural may be of those told of again */
    const Voice *voice = &word->voice;
    int64_t low = word->claim->count.low;
    return low >= SEVERAL && low > told && (voice->narrator || (singly && voice->party != PARTY_ARMED_GROUP));
}

void toll_keep_words(Arena *arena, Pool *pool, VictimClass of_class)
{
    Pool words = {ARENA_ARRAY(arena, const Figure *, pool->count + 1), 0};
    Pool numbers = {ARENA_ARRAY(arena, const Figure *, pool->count + 1), 0};
    bool singly = true;
    for (size_t i = 0; i < pool->count; i++) {
        bool word = victims_are_words(pool->items[i]);
        Pool *to = word ? &words : &numbers;
        to->items[to->count++] = pool->items[i];
        singly = singly && (word || victims_are_described(pool->items[i]));
    }
    if (words.count == 0 || numbers.count == 0)
        return;
    int64_t told = victims_sum(arena, numbers, of_class).point;
    bool more = false;
    for (size_t i = 0; i < words.count; i++)
        more = more || is_of_more(words.items[i], told, singly);
    if (more)
        *pool = words;
}
