#include "serve/frame/form.h"

#include "base/buf.h"

static int hex_digit(char c)
{
    enum { TEN = 10 };
    if (char_is_digit(c))
        return c - '0';
    char lower = char_lower(c);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + TEN : -1;
}

Str form_decode(Str text, bool plus, Arena *arena)
{
    char *out = arena_alloc(arena, text.len + 1, 1);
    size_t length = 0;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        int high = c == '%' && i + 2 < text.len ? hex_digit(text.ptr[i + 1]) : -1;
        int low = high >= 0 ? hex_digit(text.ptr[i + 2]) : -1;
        if (low >= 0) {
            c = (char)(high << 4 | low);
            i += 2;
        } else if (plus && c == '+') {
            c = ' ';
        }
        out[length++] = c;
    }
    return (Str){out, length};
}

Str form_value(Str form, Str name, Arena *arena)
{
    Str pair;
    while (str_cut(&form, '&', &pair)) {
        size_t equals = str_find_char(pair, '=', 0);
        Str key = equals == SIZE_MAX ? pair : str_slice(pair, 0, equals);
        if (!str_equal(form_decode(key, true, arena), name))
            continue;
        return equals == SIZE_MAX ? STR("") : form_decode(str_drop(pair, equals + 1), true, arena);
    }
    return STR_NONE;
}
