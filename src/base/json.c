#include "base/json.h"

void json_lead(Json *j, Str key)
{
    if (j->comma)
        buf_char(j->out, ',');
    if (str_present(key))
        buf_key(j->out, key);
    j->comma = true;
}

void json_close(Json *j, char bracket)
{
    buf_char(j->out, bracket);
    j->comma = true;
}
