#include "serve/api/api.h"

Json api_open(Reply *reply)
{
    reply->type = "application/json";
    return (Json){.out = &reply->body};
}

Json api_rows_open(Reply *reply)
{
    Json j = api_open(reply);
    json_open(&j, '{');
    json_open_key(&j, "rows", '[');
    return j;
}

void api_rows_close(Json *j, int64_t next)
{
    json_close(j, ']');
    if (next > 0)
        json_int(j, "next", next);
    else
        json_null(j, "next");
    json_close(j, '}');
}

size_t api_limit(const Request *request)
{
    int64_t limit = request_number(request, "limit", API_ROWS_USUAL, API_ROWS_MOST);
    return limit > 0 ? (size_t)limit : 1;
}
