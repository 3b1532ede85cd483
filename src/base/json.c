#include "base/json.h"

/* A key is a word of ours and has nothing to be escaped. */
static void lead(Json *j, const char *key)
{
    if (j->comma)
        buf_char(j->out, ',');
    if (key) {
        buf_char(j->out, '"');
        buf_put(j->out, str_from(key));
        buf_put(j->out, STR("\":"));
    }
    j->comma = true;
}

void json_open_key(Json *j, const char *key, char bracket)
{
    lead(j, key);
    buf_char(j->out, bracket);
    j->comma = false;
}

void json_open(Json *j, char bracket)
{
    json_open_key(j, NULL, bracket);
}

void json_close(Json *j, char bracket)
{
    buf_char(j->out, bracket);
    j->comma = true;
}

void json_str(Json *j, const char *key, Str value)
{
    lead(j, key);
    buf_json(j->out, value);
}

void json_text(Json *j, const char *key, Str value)
{
    json_str(j, key, value.len > 0 ? value : STR_NONE);
}

void json_int(Json *j, const char *key, int64_t value)
{
    lead(j, key);
    buf_int(j->out, value);
}

void json_fixed(Json *j, const char *key, double value, int decimals)
{
    lead(j, key);
    buf_fixed(j->out, value, decimals);
}

void json_bool(Json *j, const char *key, bool value)
{
    lead(j, key);
    buf_put(j->out, value ? STR("true") : STR("false"));
}

void json_null(Json *j, const char *key)
{
    lead(j, key);
    buf_put(j->out, STR("null"));
}

void json_raw(Json *j, const char *key, Str json)
{
    lead(j, key);
    buf_put(j->out, json);
}
