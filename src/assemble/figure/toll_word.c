#include "assemble/figure/toll_word.h"

#include "assemble/basis/people.h"
#include "base/buf.h"

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

/* "A number of clerks", "others": more than one by its own words, as a bare plural ("clerks get hurt") need not be. */
static bool is_told_as_many(const Claim *claim)
{
    return claim->additional || (!span_is_empty(claim->count_span) && claim->count_span.end < claim->victims.end);
}

/* Whether the word, of so many at least, is of more than the numbers tell. Fewer than several may be of those told of again, but
 * not of one alone. */
static bool is_of_more(const Figure *word, int64_t told, bool singly)
{
    enum { SEVERAL = 3, ONE = 1 };
    const Voice *voice = &word->voice;
    int64_t low = word->claim->count.low;
    bool of_more = low > told && (low >= SEVERAL || (told == ONE && voice->narrator && is_told_as_many(word->claim)));
    return of_more && (voice->narrator || (singly && voice->party != PARTY_ARMED_GROUP));
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
        more = more || (is_of_more(words.items[i], told, singly) && !victims_are_beside(words.items[i], numbers));
    if (more)
        *pool = words;
}

Str toll_row_text(const Sum *sum)
{
    if (sum->term_count < 2 || sum->point >= 0)
        return STR_NONE;
    Span row = sum->main->claim->victims;
    for (size_t i = 1; i < sum->term_count; i++) {
        if (!people_same_sentence(sum->main, sum->terms[i]))
            return STR_NONE;
        Span more = sum->terms[i]->claim->victims;
        row.start = more.start < row.start ? more.start : row.start;
        row.end = more.end > row.end ? more.end : row.end;
    }
    return span_text(sum->main->extraction->document->text, row);
}

Str toll_printed_count(const Figure *main)
{
    const Extraction *x = main->extraction;
    bool own = victims_are_words(main) || main->recast ||
               (main->claim >= x->claims && main->claim < x->claims + x->claim_count);
    return own && !claim_is_set(main->claim, FIELD_COUNT) ? span_text(x->document->text, main->claim->count_span)
                                                          : STR_NONE;
}

Str toll_sum_text(Arena *arena, Str said, int64_t point, int64_t term)
{
    Buf text = {0};
    if (said.len > 0)
        buf_put(&text, said);
    else
        buf_int(&text, point);
    buf_put(&text, STR(" + "));
    buf_int(&text, term);
    Str copy = arena_copy(arena, buf_str(&text));
    buf_free(&text);
    return copy;
}
