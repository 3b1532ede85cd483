#include "match/gazetteer_file.h"

#include <utf8proc.h>

size_t gazetteer_item_bytes(GazetteerSection section)
{
    static const uint8_t BYTES[SECTION_COUNT_] = {
        [SECTION_PLACES] = sizeof(GazetteerPlace),
        [SECTION_FILTER] = 1,
        [SECTION_BUCKETS] = 4,
        [SECTION_NAMES] = sizeof(GazetteerName),
        [SECTION_POSTINGS] = 4,
        [SECTION_DIVISIONS] = 4,
        [SECTION_COUNTRIES] = 2,
        [SECTION_TEXT] = 1,
    };
    return BYTES[section];
}

/* Letters that Unicode does not take apart into a base and an accent. */
static const struct {
    utf8proc_int32_t letter;
    const char *plain;
} PLAIN[] = {
    {0x00e6, "ae"}, {0x00f8, "o"}, {0x00f0, "d"},  {0x00fe, "th"}, {0x0111, "d"}, {0x0127, "h"},
    {0x0131, "i"},  {0x0142, "l"}, {0x0153, "oe"}, {0x0167, "t"},  {0x0180, "b"}, {0x0259, "a"},
    {0x0268, "i"},  {0x0253, "b"}, {0x0257, "d"},  {0x0199, "k"},  {0x01b4, "y"}, {0x026b, "l"},
};

/* Apostrophes, primes and the Arabic letters written like them: they come and go between spellings. */
static bool is_apostrophe(utf8proc_int32_t letter)
{
    return letter == '\'' || letter == '`' || (letter >= 0x2018 && letter <= 0x201b) || letter == 0xb4 ||
           (letter >= 0x2b9 && letter <= 0x2bf) || letter == 0x2c8 || letter == 0x2032;
}

static size_t put_plain(utf8proc_int32_t letter, char *out)
{
    if (letter < 128) {
        *out = (char)letter;
        return 1;
    }
    for (size_t i = 0; i < sizeof PLAIN / sizeof PLAIN[0]; i++) {
        if (PLAIN[i].letter == letter) {
            size_t len = strlen(PLAIN[i].plain);
            memcpy(out, PLAIN[i].plain, len);
            return len;
        }
    }
    return (size_t)utf8proc_encode_char(letter, (utf8proc_uint8_t *)out);
}

/* Folds one letter beyond ASCII; returns the bytes written, at most 16. */
static size_t fold_letter(utf8proc_int32_t letter, char *out)
{
    if (is_apostrophe(letter))
        return 0;
    utf8proc_int32_t parts[8];
    int boundary = 0;
    utf8proc_option_t how = (utf8proc_option_t)(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
                                                UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
    utf8proc_ssize_t n = utf8proc_decompose_char(letter, parts, 8, how, &boundary);
    size_t len = 0;
    for (utf8proc_ssize_t i = 0; i < n && i < 4; i++)
        len += is_apostrophe(parts[i]) ? 0 : put_plain(parts[i], out + len);
    return len;
}

enum { FOLD_ROOM = 16 }; /* the most bytes that a letter becomes */

/* ASCII that is left out of names. */
static bool is_passed_over(char c)
{
    return c == '\'' || c == '.' || c == '`';
}

size_t gazetteer_fold(Str word, char *out)
{
    size_t len = 0;
    for (size_t i = 0; i < word.len && len + FOLD_ROOM <= GAZETTEER_WORD_BYTES;) {
        unsigned char c = (unsigned char)word.ptr[i];
        if (c < 128) {
            i++;
            if (!is_passed_over((char)c))
                out[len++] = char_lower((char)c);
            continue;
        }
        utf8proc_int32_t letter;
        utf8proc_ssize_t used =
            utf8proc_iterate((const utf8proc_uint8_t *)word.ptr + i, (utf8proc_ssize_t)(word.len - i), &letter);
        if (used <= 0)
            break;
        i += (size_t)used;
        len += fold_letter(letter, out + len);
    }
    return len;
}

static bool is_word_letter(utf8proc_int32_t letter)
{
    if (letter < 128)
        return char_is_letter((char)letter) || char_is_digit((char)letter) || letter == '\'' || letter == '.' ||
               letter == '`';
    if (is_apostrophe(letter))
        return true;
    utf8proc_category_t category = utf8proc_category(letter);
    return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_ME) || category == UTF8PROC_CATEGORY_ND;
}

bool gazetteer_word(Str *rest, Str *out)
{
    size_t start = SIZE_MAX;
    size_t i = 0;
    while (i < rest->len) {
        utf8proc_int32_t letter;
        utf8proc_ssize_t used =
            utf8proc_iterate((const utf8proc_uint8_t *)rest->ptr + i, (utf8proc_ssize_t)(rest->len - i), &letter);
        bool inside = used > 0 && is_word_letter(letter);
        if (inside && start == SIZE_MAX)
            start = i;
        if (!inside && start != SIZE_MAX)
            break;
        i += used > 0 ? (size_t)used : 1;
    }
    if (start == SIZE_MAX) {
        *rest = str_drop(*rest, rest->len);
        return false;
    }
    *out = str_slice(*rest, start, i);
    *rest = str_drop(*rest, i);
    return true;
}

static const uint64_t FNV_PRIME = UINT64_C(0x100000001b3);

uint64_t gazetteer_hash_word(uint64_t hash, const char *folded, size_t len)
{
    for (size_t i = 0; i < len; i++)
        hash = (hash ^ (unsigned char)folded[i]) * FNV_PRIME;
    return (hash ^ 0x20) * FNV_PRIME;
}

size_t gazetteer_hash_text(uint64_t *hash, Str word)
{
    uint64_t plain = *hash;
    size_t passed = 0;
    size_t i = 0;
    size_t end = word.len < GAZETTEER_WORD_BYTES - FOLD_ROOM ? word.len : 0;
    for (; i < end && (unsigned char)word.ptr[i] < 128; i++) {
        unsigned char c = (unsigned char)word.ptr[i];
        unsigned char small = c | 0x20; /* most are letters */
        if (small >= 'a' && small <= 'z')
            plain = (plain ^ small) * FNV_PRIME;
        else if (is_passed_over((char)c))
            passed++;
        else
            plain = (plain ^ c) * FNV_PRIME;
    }
    if (i == word.len) {
        *hash = (plain ^ 0x20) * FNV_PRIME;
        return i - passed;
    }
    char folded[GAZETTEER_WORD_BYTES];
    size_t len = gazetteer_fold(word, folded);
    *hash = gazetteer_hash_word(*hash, folded, len);
    return len;
}

/* FNV's top bits mix badly: splitmix64's end does it (Steele, Lea and Flood 2014). */
uint64_t gazetteer_hash_end(uint64_t hash)
{
    hash = (hash ^ (hash >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    hash = (hash ^ (hash >> 27)) * UINT64_C(0x94d049bb133111eb);
    return hash ^ (hash >> 31);
}
