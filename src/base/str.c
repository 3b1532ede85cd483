#include "base/str.h"

#ifdef __SSE2__
#    include <emmintrin.h>
#endif

enum { NEAR_BYTES = 16 };

bool str_begins_caseless(Str s, Str prefix)
{
    if (s.len < prefix.len)
        return false;
    for (size_t i = 0; i < prefix.len; i++) {
        if (char_lower(s.ptr[i]) != char_lower(prefix.ptr[i]))
            return false;
    }
    return true;
}

bool str_equal_caseless(Str a, Str b)
{
    return a.len == b.len && str_begins_caseless(a, b);
}

int str_compare(Str a, Str b)
{
    size_t n = a.len < b.len ? a.len : b.len;
    int order = n > 0 ? memcmp(a.ptr, b.ptr, n) : 0;
    if (order != 0)
        return order;
    return (a.len > b.len) - (a.len < b.len);
}

bool str_begins(Str s, Str prefix)
{
    return s.len >= prefix.len && str_equal((Str){s.ptr, prefix.len}, prefix);
}

bool str_ends(Str s, Str suffix)
{
    return s.len >= suffix.len && str_equal(str_drop(s, s.len - suffix.len), suffix);
}

#ifdef __SSE2__
/* Which of sixteen bytes are c, as bits. */
static inline unsigned hits_in(__m128i bytes, char c)
{
    return (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(c)));
}

/* Looks for c among the first bytes, sixteen at most and eight at least, and returns where it stands; how many it has looked
 * at in vain is *looked. */
static inline size_t find_near(const char *bytes, size_t len, char c, size_t *looked)
{
    if (len >= NEAR_BYTES) {
        unsigned hits = hits_in(_mm_loadu_si128((const __m128i *)(const void *)bytes), c);
        *looked = NEAR_BYTES;
        return hits ? (size_t)__builtin_ctz(hits) : SIZE_MAX;
    }
    __m128i head = _mm_loadl_epi64((const __m128i *)(const void *)bytes);
    __m128i tail = _mm_loadl_epi64((const __m128i *)(const void *)(bytes + len - NEAR_BYTES / 2));
    unsigned hits = hits_in(_mm_unpacklo_epi64(head, tail), c);
    size_t at = hits ? (size_t)__builtin_ctz(hits) : 0;
    *looked = len;
    if (hits == 0)
        return SIZE_MAX;
    return at < NEAR_BYTES / 2 ? at : at + len - NEAR_BYTES;
}
#else
static inline size_t find_near(const char *bytes, size_t len, char c, size_t *looked)
{
    (void)bytes, (void)len, (void)c;
    *looked = 0;
    return SIZE_MAX;
}
#endif

/* Mostly it is near, and sooner found so than by a call. */
static inline size_t find_char(Str s, char c, size_t from)
{
    if (from >= s.len)
        return SIZE_MAX;
    if (s.len - from < NEAR_BYTES / 2) {
        while (from < s.len && s.ptr[from] != c)
            from++;
        return from < s.len ? from : SIZE_MAX;
    }
    size_t looked = 0;
    size_t near = find_near(s.ptr + from, s.len - from, c, &looked);
    if (near != SIZE_MAX)
        return from + near;
    from += looked;
    const char *hit = from < s.len ? memchr(s.ptr + from, c, s.len - from) : NULL;
    return hit ? (size_t)(hit - s.ptr) : SIZE_MAX;
}

size_t str_find_char(Str s, char c, size_t from)
{
    return find_char(s, c, from);
}

bool str_has_char(Str s, char c)
{
    return str_find_char(s, c, 0) != SIZE_MAX;
}

size_t str_find(Str s, Str needle, size_t from)
{
    if (needle.len == 0)
        return from <= s.len ? from : SIZE_MAX;
    size_t at = str_find_char(s, needle.ptr[0], from);
    while (at != SIZE_MAX && at + needle.len <= s.len) {
        if (memcmp(s.ptr + at, needle.ptr, needle.len) == 0)
            return at;
        at = str_find_char(s, needle.ptr[0], at + 1);
    }
    return SIZE_MAX;
}

Str str_trim_ends(Str s)
{
    while (s.len > 0 && char_is_space(s.ptr[0]))
        s = str_drop(s, 1);
    while (s.len > 0 && char_is_space(s.ptr[s.len - 1]))
        s.len--;
    return s;
}

bool str_is_wordless(Str s)
{
    for (size_t i = 0; i < s.len; i++) {
        if (char_is_letter(s.ptr[i]) || char_is_digit(s.ptr[i]))
            return false;
    }
    return true;
}

bool str_cut(Str *rest, char sep, Str *out)
{
    if (!str_present(*rest))
        return false;
    size_t at = find_char(*rest, sep, 0);
    if (at == SIZE_MAX) {
        *out = *rest;
        *rest = STR_NONE;
        return true;
    }
    *out = str_slice(*rest, 0, at);
    *rest = str_drop(*rest, at + 1);
    return true;
}

bool str_number(Str s, int64_t *out)
{
    enum { MAX_DIGITS = 18 };
    if (s.len == 0 || s.len > MAX_DIGITS)
        return false;
    int64_t n = 0;
    for (size_t i = 0; i < s.len; i++) {
        if (!char_is_digit(s.ptr[i]))
            return false;
        n = n * 10 + (s.ptr[i] - '0');
    }
    *out = n;
    return true;
}
