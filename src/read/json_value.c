#include "read/json_value.h"

#include "read/text.h"

enum { MAX_DEPTH = 200 };

typedef struct {
    Arena *arena;
    Str s;
    size_t at;
    Buf scratch;
    JsonProblem *problem;
} Parser;

static bool parse_value(Parser *p, unsigned depth, JsonValue *out);

static bool refuse(Parser *p, const char *text)
{
    *p->problem = (JsonProblem){text, p->at};
    return false;
}

static void skip_space(Parser *p)
{
    while (p->at < p->s.len &&
           (p->s.ptr[p->at] == ' ' || p->s.ptr[p->at] == '\t' || p->s.ptr[p->at] == '\n' || p->s.ptr[p->at] == '\r'))
        p->at++;
}

static bool take(Parser *p, char c)
{
    if (p->at >= p->s.len || p->s.ptr[p->at] != c)
        return false;
    p->at++;
    return true;
}

static bool take_word(Parser *p, Str word)
{
    if (!str_begins(str_drop(p->s, p->at), word))
        return false;
    p->at += word.len;
    return true;
}

static bool take_hex4(Parser *p, uint32_t *out)
{
    *out = 0;
    for (int i = 0; i < 4; i++) {
        char c = char_lower(text_byte(p->s, p->at));
        if (!char_is_digit(c) && (c < 'a' || c > 'f'))
            return false;
        *out = *out << 4 | (uint32_t)(char_is_digit(c) ? c - '0' : c - 'a' + 10);
        p->at++;
    }
    return true;
}

/* After "\u". */
static bool take_unicode(Parser *p)
{
    uint32_t c = 0;
    if (!take_hex4(p, &c))
        return refuse(p, "\\u needs four hexadecimal digits");
    size_t after_first = p->at;
    uint32_t low = 0;
    if (c >= 0xD800 && c < 0xDC00 && take_word(p, STR("\\u")) && take_hex4(p, &low) && low >= 0xDC00 && low < 0xE000)
        c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
    else
        p->at = after_first;
    text_put(&p->scratch, c);
    return true;
}

static bool take_escape(Parser *p)
{
    static const char NAMES[] = "\"\\/bfnrt";
    static const char MEANINGS[] = "\"\\/\b\f\n\r\t";
    char c = text_byte(p->s, p->at);
    p->at++;
    if (c == 'u')
        return take_unicode(p);
    const char *name = c ? strchr(NAMES, c) : NULL;
    if (!name)
        return refuse(p, "unknown escape in a string");
    buf_char(&p->scratch, MEANINGS[name - NAMES]);
    return true;
}

/* After the opening quote. */
static bool take_string(Parser *p, Str *out)
{
    buf_clear(&p->scratch);
    while (p->at < p->s.len) {
        size_t start = p->at;
        p->at = buf_json_plain(p->s, start); /* mostly all of it, eight bytes at a time */
        while (p->at < p->s.len && p->s.ptr[p->at] != '"' && p->s.ptr[p->at] != '\\' &&
               (unsigned char)p->s.ptr[p->at] >= 0x20)
            p->at++;
        buf_put(&p->scratch, str_slice(p->s, start, p->at));
        if (take(p, '"')) {
            *out = arena_copy(p->arena, buf_str(&p->scratch));
            return true;
        }
        if (take(p, '\\')) {
            if (!take_escape(p))
                return false;
        } else if (p->at < p->s.len) {
            return refuse(p, "a bare control character in a string");
        }
    }
    return refuse(p, "a string does not end");
}

static bool take_digits(Parser *p)
{
    size_t start = p->at;
    while (p->at < p->s.len && char_is_digit(p->s.ptr[p->at]))
        p->at++;
    return p->at > start;
}

static bool take_number(Parser *p, Str *out)
{
    size_t start = p->at;
    (void)take(p, '-');
    if (!take_digits(p) || (take(p, '.') && !take_digits(p)))
        return refuse(p, "not a value");
    if (take(p, 'e') || take(p, 'E')) {
        if (!take(p, '+'))
            (void)take(p, '-');
        if (!take_digits(p))
            return refuse(p, "not a number");
    }
    *out = arena_copy(p->arena, str_slice(p->s, start, p->at));
    return true;
}

static bool take_key(Parser *p, Str *out)
{
    skip_space(p);
    if (!take(p, '"'))
        return refuse(p, "a key in quotes is missing");
    if (!take_string(p, out))
        return false;
    skip_space(p);
    return take(p, ':') || refuse(p, "a colon is missing");
}

/* After the opening bracket. */
static bool take_members(Parser *p, char close, unsigned depth, JsonValue *out)
{
    skip_space(p);
    if (take(p, close))
        return true;
    JsonValue **tail = &out->first;
    for (;;) {
        Str key = STR_NONE;
        if (close == '}' && !take_key(p, &key))
            return false;
        JsonValue *member = ARENA_NEW(p->arena, JsonValue);
        if (!parse_value(p, depth + 1, member))
            return false;
        member->key = key;
        *tail = member;
        tail = &member->next;
        skip_space(p);
        if (take(p, close))
            return true;
        if (!take(p, ','))
            return refuse(p, "a comma or closing bracket is missing");
    }
}

static bool parse_value(Parser *p, unsigned depth, JsonValue *out)
{
    skip_space(p);
    if (depth > MAX_DEPTH)
        return refuse(p, "nested too deeply");
    *out = (JsonValue){.type = JSON_NULL};
    if (take(p, '{')) {
        out->type = JSON_OBJECT;
        return take_members(p, '}', depth, out);
    }
    if (take(p, '[')) {
        out->type = JSON_ARRAY;
        return take_members(p, ']', depth, out);
    }
    if (take(p, '"')) {
        out->type = JSON_STRING;
        return take_string(p, &out->text);
    }
    if (take_word(p, STR("null")))
        return true;
    if (take_word(p, STR("true"))) {
        out->type = JSON_TRUE;
        return true;
    }
    if (take_word(p, STR("false"))) {
        out->type = JSON_FALSE;
        return true;
    }
    out->type = JSON_NUMBER;
    return take_number(p, &out->text);
}

bool json_parse(Arena *arena, Str s, JsonValue *out, JsonProblem *problem)
{
    Parser p = {.arena = arena, .s = s, .problem = problem};
    p.at = text_valid_length(s);
    if (p.at < s.len)
        return refuse(&p, "not UTF-8");
    p.at = 0;
    JsonValue value;
    bool ok = parse_value(&p, 0, &value);
    skip_space(&p);
    if (ok && p.at < s.len)
        ok = refuse(&p, "something follows the value");
    if (ok)
        *out = value;
    buf_free(&p.scratch);
    return ok;
}

const JsonValue *json_get(const JsonValue *value, Str key)
{
    const JsonValue *found = NULL;
    if (!value || value->type != JSON_OBJECT)
        return NULL;
    for (const JsonValue *member = value->first; member; member = member->next) {
        if (str_equal(member->key, key))
            found = member;
    }
    return found;
}

Str json_value_text(const JsonValue *value)
{
    return value && value->type == JSON_STRING ? value->text : STR_NONE;
}
