#include "base/json.h"

void json_close(Json *j, char bracket)
{
    buf_char(j->out, bracket);
    j->comma = true;
}
