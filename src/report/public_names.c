/* Names that are withheld wherever they are told again; and texts with withheld bytes rewritten. */
#include <stdlib.h>

#include "report/public_parts.h"

enum { MAX_KEY_BYTES = 200, MAX_BETWEEN_BYTES = 3, MIN_SINGLE_BYTES = 3 };

void spans_add(Arena *arena, Spans *spans, Span span)
{
    if (span_is_empty(span))
        return;
    spans->items = arena_grow(arena, spans->items, spans->count, &spans->cap, sizeof *spans->items);
    spans->items[spans->count++] = span;
}

static int by_start(const void *a, const void *b)
{
    const Span *x = a;
    const Span *y = b;
    if (x->start != y->start)
        return x->start < y->start ? -1 : 1;
    return (x->end > y->end) - (x->end < y->end);
}

void spans_settle(Str text, Spans *spans)
{
    size_t kept = 0;
    if (spans->count > 0)
        qsort(spans->items, spans->count, sizeof *spans->items, by_start);
    for (size_t i = 0; i < spans->count; i++) {
        Span *last = kept > 0 ? &spans->items[kept - 1] : NULL;
        if (span_is_empty(spans->items[i]))
            continue;
        bool joins = last && (spans->items[i].start <= last->end ||
                              (spans->items[i].start == last->end + 1 && text.ptr[last->end] == ' '));
        if (!joins)
            spans->items[kept++] = spans->items[i];
        else if (spans->items[i].end > last->end)
            last->end = spans->items[i].end;
    }
    spans->count = kept;
}

/* Bytes of a word's character at i: letters, digits, and what lies beyond ASCII but general punctuation. 0: none. */
static size_t word_bytes(Str s, size_t i)
{
    unsigned char c = (unsigned char)s.ptr[i];
    if (c < 0x80)
        return char_is_letter(s.ptr[i]) || char_is_digit(s.ptr[i]) ? 1 : 0;
    bool punctuation = c == 0xE2 && i + 1 < s.len && ((unsigned char)s.ptr[i + 1] & 0xFE) == 0x80;
    return punctuation ? 0 : 1;
}

static bool next_word(Str s, size_t *at, Span *out)
{
    size_t i = *at;
    while (i < s.len && word_bytes(s, i) == 0)
        i += (unsigned char)s.ptr[i] == 0xE2 && i + 3 <= s.len ? 3 : 1;
    size_t start = i;
    while (i < s.len && word_bytes(s, i) > 0)
        i++;
    *at = i;
    *out = (Span){(uint32_t)start, (uint32_t)i};
    return i > start;
}

PublicNames public_names(Arena *arena)
{
    return (PublicNames){.full = map_create(arena),
                         .single = map_create(arena),
                         .inner = map_create(arena),
                         .begin = map_create(arena),
                         .spared = map_create(arena),
                         .words = 1,
                         .arena = arena};
}

typedef struct {
    char bytes[MAX_KEY_BYTES];
    size_t len;
} Key;

/* One word more; false where the key has no room for it. */
static bool key_add(Key *key, Str word)
{
    size_t blank = key->len > 0;
    if (key->len + blank + word.len > MAX_KEY_BYTES)
        return false;
    if (blank)
        key->bytes[key->len++] = ' ';
    for (size_t i = 0; i < word.len; i++)
        key->bytes[key->len++] = char_lower(word.ptr[i]);
    return true;
}

static Str key_str(const Key *key)
{
    return (Str){key->bytes, key->len};
}

static Key key_of(Str word)
{
    Key key = {.len = 0};
    (void)key_add(&key, word);
    return key;
}

void public_names_spare(PublicNames *names, Str name)
{
    size_t at = 0;
    Span word;
    while (next_word(name, &at, &word)) {
        Key key = key_of(span_text(name, word));
        (void)map_add(names->spared, key_str(&key));
    }
}

void public_names_add_word(PublicNames *names, Str word, bool common)
{
    Key key = key_of(word);
    if (word.len < MIN_SINGLE_BYTES || key.len == 0 || map_find(names->spared, key_str(&key)) != 0)
        return;
    (void)map_add(common ? names->inner : names->single, key_str(&key));
    (void)map_add(names->begin, key_str(&key));
}

void public_names_add(PublicNames *names, Str name)
{
    Key whole = {.len = 0};
    size_t at = 0;
    size_t count = 0;
    size_t spared = 0;
    Span word;
    while (next_word(name, &at, &word)) {
        Key key = key_of(span_text(name, word));
        if (!key_add(&whole, span_text(name, word)))
            return;
        if (count++ == 0)
            (void)map_add(names->begin, key_str(&key));
        spared += map_find(names->spared, key_str(&key)) != 0;
    }
    if (count < 2 || spared == count)
        return;
    (void)map_add(names->full, key_str(&whole));
    names->words = count > names->words ? count : names->words;
}

void public_names_list(PublicNames *names, Str name)
{
    Key whole = {.len = 0};
    size_t at = 0;
    size_t count = 0;
    Span word;
    while (next_word(name, &at, &word) && key_add(&whole, span_text(name, word)))
        if (count++ == 0)
            (void)map_add(names->begin, key_str(&whole));
    if (count == 0)
        return;
    (void)map_add(count > 1 ? names->full : names->single, key_str(&whole));
    names->words = count > names->words ? count : names->words;
}

/* Only a blank stands before it, and before that a letter or a comma: it begins no sentence. */
static bool is_inside(Str text, Span word)
{
    return word.start >= 2 && text.ptr[word.start - 1] == ' ' &&
           (word_bytes(text, word.start - 2) > 0 || text.ptr[word.start - 2] == ',');
}

/* Does the word alone stand for a withheld name here? */
static bool stands_alone(const PublicNames *names, Str text, Span word, Str folded, bool caseless)
{
    char first = text.ptr[word.start];
    if (!caseless && first >= 'a' && first <= 'z')
        return false;
    return map_find(names->single, folded) != 0 ||
           ((caseless || is_inside(text, word)) && map_find(names->inner, folded) != 0);
}

/* How many of the words, from the first on, are a withheld name; 0: none. */
static size_t name_at(const PublicNames *names, Str text, const Span *words, size_t count, bool caseless)
{
    Key key = key_of(span_text(text, words[0]));
    size_t found = 0;
    if (map_find(names->begin, key_str(&key)) == 0)
        return 0;
    if (stands_alone(names, text, words[0], key_str(&key), caseless))
        found = 1;
    for (size_t n = 1; n < count && n < names->words; n++) {
        if (words[n].start - words[n - 1].end > MAX_BETWEEN_BYTES || !key_add(&key, span_text(text, words[n])))
            break;
        if (map_find(names->full, key_str(&key)) != 0)
            found = n + 1;
    }
    return found;
}

void public_names_find(const PublicNames *names, Str text, bool caseless, Spans *out)
{
    Span *words = NULL;
    size_t count = 0;
    size_t cap = 0;
    size_t at = 0;
    Span word;
    while (next_word(text, &at, &word)) {
        words = arena_grow(names->arena, words, count, &cap, sizeof *words);
        words[count++] = word;
    }
    for (size_t i = 0; i < count; i++) {
        size_t n = name_at(names, text, words + i, count - i, caseless);
        if (n == 0)
            continue;
        spans_add(names->arena, out, (Span){words[i].start, words[i + n - 1].end});
        i += n - 1;
    }
}

/* ---- the text ---- */

static const Str MARK = {"[withheld]", 10};

PublicText public_text(Arena *arena, Str old, const Spans *cuts)
{
    PublicText made = {.old = old, .text = old, .cuts = cuts};
    if (cuts->count == 0)
        return made;
    made.at = ARENA_ARRAY(arena, uint32_t, cuts->count);
    Buf out = {0};
    size_t from = 0;
    for (size_t i = 0; i < cuts->count; i++) {
        buf_put(&out, str_slice(old, from, cuts->items[i].start));
        made.at[i] = (uint32_t)out.len;
        buf_put(&out, MARK);
        from = cuts->items[i].end;
    }
    buf_put(&out, str_slice(old, from, old.len));
    made.text = arena_copy(arena, buf_str(&out));
    buf_free(&out);
    return made;
}

/* Where an old offset lies now; inside a cut: its mark's begin, or end. */
static uint32_t moved(const PublicText *text, uint32_t offset, bool is_end)
{
    size_t low = 0;
    size_t high = text->cuts->count;
    while (low < high) { /* the cuts that begin before it */
        size_t middle = low + (high - low) / 2;
        if (text->cuts->items[middle].start < offset || (!is_end && text->cuts->items[middle].start == offset))
            low = middle + 1;
        else
            high = middle;
    }
    if (low == 0)
        return offset;
    Span cut = text->cuts->items[low - 1];
    uint32_t at = text->at[low - 1];
    if (offset < cut.end)
        return is_end ? at + (uint32_t)MARK.len : at;
    return at + (uint32_t)MARK.len + (offset - cut.end);
}

Span public_span(const PublicText *text, Span old)
{
    if (span_is_empty(old) || old.end > text->old.len)
        return (Span){0, 0};
    return (Span){moved(text, old.start, false), moved(text, old.end, true)};
}

Str public_slice(const PublicText *text, Span old)
{
    return span_text(text->text, public_span(text, old));
}
