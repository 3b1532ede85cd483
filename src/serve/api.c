#include "serve/api.h"

Json api_open(Reply *reply)
{
    reply->type = "application/json";
    return (Json){.out = &reply->body};
}

size_t api_limit(const Request *request)
{
    int64_t limit = request_number(request, "limit", API_ROWS_USUAL, API_ROWS_MOST);
    return limit > 0 ? (size_t)limit : 1;
}
