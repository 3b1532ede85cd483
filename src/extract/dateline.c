#include "extract/dateline.h"

#include "base/buf.h"

enum {
    DATELINE_BYTES = 100, /* a longer opening is a sentence */
    DATELINE_WORDS = 12,
};

/* What stands before the dash. */
typedef struct {
    size_t end;   /* bytes before the dash or colon */
    size_t after; /* first byte behind it */
    bool colon;
} Opening;

static const char EM_DASH[] = "—"; /* an en dash begins with the same byte */

static bool dash_at(Str s, size_t at, size_t *length)
{
    static const char *const DASHES[] = {EM_DASH, "–", "--", "- "};
    for (size_t i = 0; i < sizeof DASHES / sizeof *DASHES; i++) {
        if (DASHES[i][0] != s.ptr[at])
            continue;
        Str dash = str_from(DASHES[i]);
        if (!str_begins(str_drop(s, at), dash))
            continue;
        if (i == 3 && (at == 0 || s.ptr[at - 1] != ' '))
            continue;
        *length = dash.len;
        return true;
    }
    return false;
}

static bool find_opening(Str s, Opening *out)
{
    for (size_t at = 1; at < s.len && at < DATELINE_BYTES; at++) {
        if (s.ptr[at] != ':' && s.ptr[at] != '-' && s.ptr[at] != EM_DASH[0])
            continue; /* as nearly everywhere */
        size_t length = 1;
        bool colon = s.ptr[at] == ':' && (at + 1 == s.len || !char_is_digit(s.ptr[at + 1]));
        if (colon || dash_at(s, at, &length)) {
            *out = (Opening){at, at + length, colon};
            return true;
        }
    }
    return false;
}

/* Every word begins with a capital or figure or stands in brackets. */
static bool all_named(Str head)
{
    size_t words = 0;
    bool bracket = false;
    for (size_t at = 0; at < head.len;) {
        char c = head.ptr[at];
        bracket = (bracket || c == '(' || c == '[') && c != ')' && c != ']';
        if (c == ' ' || c == ',' || c == '(' || c == ')' || c == '[' || c == ']' || c == '.' || c == '/' || c == '\n') {
            at++;
            continue;
        }
        size_t end = at;
        while (end < head.len && !str_has_char(STR(" ,()[]/\n"), head.ptr[end]))
            end++;
        if (!bracket && c >= 'a' && c <= 'z')
            return false;
        words++;
        at = end;
    }
    return words > 0 && words <= DATELINE_WORDS;
}

static bool has_lower(Str s)
{
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] >= 'a' && s.ptr[i] <= 'z')
            return true;
    }
    return false;
}

static bool has_any(Str s, Str signs)
{
    for (size_t i = 0; i < s.len; i++) {
        if (str_has_char(signs, s.ptr[i]))
            return true;
    }
    return false;
}

/* The words before the first comma, figure or bracket. */
static Str first_name(Str head)
{
    size_t end = 0;
    while (end < head.len && !str_has_char(STR(",([0123456789"), head.ptr[end]))
        end++;
    return str_trim((Str){head.ptr, end});
}

Str dateline_place(Str block)
{
    Opening opening;
    if (block.len == 0 || !find_opening(block, &opening))
        return STR_NONE;
    Str head = str_trim(str_slice(block, 0, opening.end));
    Str rest = str_drop(block, opening.after);
    Str name = first_name(head);
    if (!all_named(head) || name.len < 2 || !(char_is_upper(name.ptr[0]) || (unsigned char)name.ptr[0] > 127))
        return STR_NONE;
    bool figures = has_any(head, STR("0123456789"));
    bool marked = figures || has_any(head, STR("([")) || (has_any(head, STR(",")) && !opening.colon);
    bool shouted = !has_lower(head) && (has_lower(rest) || rest.len == 0) && rest.len > 20;
    if (opening.colon ? !(figures && has_any(head, STR(","))) && !shouted : !marked && !shouted)
        return STR_NONE;
    return name;
}
