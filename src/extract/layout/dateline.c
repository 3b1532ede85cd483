#include "extract/layout/dateline.h"

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

/* "ISTANBUL- One": a word in capitals needs no space before its dash. */
static bool is_shouted(Str word)
{
    enum { LEAST = 4 };
    for (size_t i = 0; i < word.len; i++) {
        if (!char_is_upper(word.ptr[i]))
            return false;
    }
    return word.len >= LEAST;
}

static bool dash_at(Str s, size_t at, size_t *length)
{
    static const char *const DASHES[] = {EM_DASH, "–", "--", "- "};
    for (size_t i = 0; i < sizeof DASHES / sizeof *DASHES; i++) {
        if (DASHES[i][0] != s.ptr[at])
            continue;
        Str dash = str_from(DASHES[i]);
        if (!str_begins(str_drop(s, at), dash))
            continue;
        if (i == 3 && !(at > 0 && s.ptr[at - 1] == ' ') && !is_shouted(str_slice(s, 0, at)))
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

/* Every word begins with a capital or figure, stands in brackets, or is a small one behind a comma ("DAVAO, the Philippines"). */
static bool all_named(Str head)
{
    enum { SMALL = 3 };
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
        bool small = end - at <= SMALL && at >= 2 && head.ptr[at - 1] == ' ' && head.ptr[at - 2] == ',';
        if (!bracket && !small && c >= 'a' && c <= 'z')
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

/* "MOSCOW. July 28": a full stop behind a name, not behind "ST". */
static bool is_stop(Str head, size_t at)
{
    enum { ABBREVIATED = 3 };
    return at > ABBREVIATED && at + 1 < head.len && head.ptr[at] == '.' && head.ptr[at + 1] == ' ';
}

/* The words before the first comma, full stop, figure or bracket. */
static Str first_name(Str head)
{
    size_t end = 0;
    while (end < head.len && !str_has_char(STR(",([0123456789"), head.ptr[end]) && !is_stop(head, end))
        end++;
    return str_trim((Str){head.ptr, end});
}

static size_t skip_digits(Str s, size_t at)
{
    while (at < s.len && char_is_digit(s.ptr[at]))
        at++;
    return at;
}

/* Where the day of a month ends that begins at the byte, "Aug 1", "Aug. 1", "1 Aug"; 0 where none does. */
static size_t day_end(Str s, size_t at)
{
    enum { LONGEST = 9, DIGITS = 2 };
    size_t figure = skip_digits(s, at);
    size_t word = figure > at ? figure + 1 : at;
    size_t end = word;
    while (end < s.len && char_is_letter(s.ptr[end]))
        end++;
    if (end == word || end - word > LONGEST || !char_is_upper(s.ptr[word]))
        return 0;
    if (figure > at)
        return figure - at <= DIGITS && s.ptr[figure] == ' ' ? end : 0;
    end += end < s.len && s.ptr[end] == '.';
    size_t last = end + 1 < s.len && s.ptr[end] == ' ' ? skip_digits(s, end + 1) : 0;
    return last > end + 1 && last - end - 1 <= DIGITS ? last : 0;
}

/* Whether a sentence begins behind a blank at the byte: " A clerk". */
static bool opens_sentence(Str block, size_t at)
{
    return at > 0 && at + 3 < block.len && block.ptr[at] == ' ' && char_is_upper(block.ptr[at + 1]) &&
           !char_is_upper(block.ptr[at + 2]) && has_lower(str_drop(block, at));
}

/* "HERAT, Afghanistan (ALBA) A clerk", "HERAT, May 2. /ALBA/. A clerk": a name in capitals and an agency between two signs. */
static Str before_agency(Str block, char opens, char closes)
{
    enum { LONGEST = 20 };
    size_t open = str_find_char(block, opens, 0);
    if (open == SIZE_MAX || open < 2 || open > DATELINE_BYTES || open + 1 >= block.len ||
        !char_is_upper(block.ptr[open + 1]))
        return STR_NONE;
    size_t close = str_find_char(block, closes, open + 1);
    Str head = str_trim(str_slice(block, 0, open));
    Str name = first_name(head);
    if (close == SIZE_MAX || close - open > LONGEST || !all_named(head) || has_lower(name) || name.len < 4 ||
        !char_is_upper(name.ptr[0]))
        return STR_NONE;
    close += close + 1 < block.len && block.ptr[close + 1] == '.';
    return opens_sentence(block, close + 1) ? name : STR_NONE;
}

/* "Ranchi, Aug 1 (IANS) A clerk", "Ranchi, Aug 1 A clerk": a name, a day and an agency, and the sentence begins without a dash. */
static Str without_dash(Str block)
{
    Str agency = before_agency(block, '(', ')');
    agency = str_present(agency) ? agency : before_agency(block, '/', '/');
    if (str_present(agency))
        return agency;
    size_t comma = str_find_char(block, ',', 0);
    if (comma == SIZE_MAX || comma < 2 || comma + 2 >= block.len || comma > DATELINE_BYTES ||
        block.ptr[comma + 1] != ' ' || !all_named(str_slice(block, 0, comma)))
        return STR_NONE;
    size_t end = day_end(block, comma + 2);
    if (end > 0 && end + 1 < block.len && block.ptr[end + 1] == '(') {
        end = str_find_char(block, ')', end);
        end = end < DATELINE_BYTES ? end + 1 : 0;
    }
    return opens_sentence(block, end) ? str_slice(block, 0, comma) : STR_NONE;
}

/* "(Nairobi) – Guards", "(Berlin, May 2, 2024) – Guards", as associations write: what stands in the brackets. Of "(ALBA) – Guards", an agency
 * alone, STR_NONE. */
static Str bracketed(Str head)
{
    if (head.len <= 2 || head.ptr[0] != '(' || str_find_char(head, ')', 0) != head.len - 1)
        return STR_NONE;
    Str inner = str_slice(head, 1, head.len - 1);
    return char_is_upper(inner.ptr[0]) && has_lower(first_name(inner)) ? inner : STR_NONE;
}

Str dateline_place(Str block)
{
    Opening opening;
    if (block.len == 0)
        return STR_NONE;
    if (!find_opening(block, &opening))
        return without_dash(block);
    Str head = str_trim(str_slice(block, 0, opening.end));
    Str rest = str_drop(block, opening.after);
    Str name = first_name(head);
    if (!all_named(head))
        return without_dash(block);
    Str inner = block.ptr[opening.end] == EM_DASH[0] ? bracketed(head) : STR_NONE;
    if (str_present(inner))
        return first_name(inner);
    if (name.len < 2 || !(char_is_upper(name.ptr[0]) || (unsigned char)name.ptr[0] > 127))
        return STR_NONE;
    bool figures = has_any(head, STR("0123456789"));
    bool marked = figures || has_any(head, STR("([")) || (has_any(head, STR(",")) && !opening.colon);
    bool shouted = !has_lower(head) && (has_lower(rest) || rest.len == 0) && rest.len > 20;
    if (opening.colon ? !(figures && has_any(head, STR(","))) && !shouted : !marked && !shouted)
        return STR_NONE;
    return name;
}
