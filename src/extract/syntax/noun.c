#include "extract/syntax/noun.h"

Str noun_last(Str text)
{
    size_t end = text.len;
    while (end > 0 && char_is_space(text.ptr[end - 1]))
        end--;
    size_t start = end;
    while (start > 0 && !char_is_space(text.ptr[start - 1]))
        start--;
    return str_slice(text, start, end);
}

/* Without the comma or bracket that ends it. */
static Str bare_word(Str word)
{
    while (word.len > 0 && !char_is_letter(word.ptr[word.len - 1]) && !char_is_digit(word.ptr[word.len - 1]) &&
           (unsigned char)word.ptr[word.len - 1] < 0x80)
        word.len--;
    return word;
}

bool noun_is_form_of(Str a, Str b)
{
    enum { SHORTEST = 4, LONGEST_ENDING = 2 };
    Str less = a.len < b.len ? a : b;
    Str more = a.len < b.len ? b : a;
    return str_equal_caseless(a, b) || (less.len >= SHORTEST && more.len - less.len <= LONGEST_ENDING &&
                                        str_equal_caseless(less, str_slice(more, 0, less.len)));
}

bool noun_is_in(Str text, Str word)
{
    word = bare_word(word);
    size_t start = 0;
    for (size_t i = 0; i <= text.len; i++) {
        if (i < text.len && !char_is_space(text.ptr[i]))
            continue;
        bool other = i > start && word.len > 0 && char_lower(text.ptr[start]) != char_lower(word.ptr[0]);
        if (!other && noun_is_form_of(bare_word(str_slice(text, start, i)), word))
            return true;
        start = i + 1;
    }
    return false;
}

bool noun_all_in(Str part, Str name)
{
    size_t start = 0;
    for (size_t i = 0; i <= part.len; i++) {
        if (i < part.len && !char_is_space(part.ptr[i]))
            continue;
        if (i > start && !noun_is_in(name, str_slice(part, start, i)))
            return false;
        start = i + 1;
    }
    return true;
}

bool noun_ends_plural(Str word)
{
    enum { SHORTEST = 4 };
    if (word.len < SHORTEST || char_lower(word.ptr[word.len - 1]) != 's')
        return false;
    char before = char_lower(word.ptr[word.len - 2]);
    return before != 's' && before != 'u' && before != 'i';
}
