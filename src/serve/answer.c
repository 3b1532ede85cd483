/* answer — how a request becomes an answer, whatever carried it: the guards before a handler and the headers after it. */
#include "serve/core.h"

enum { FORM_LIMIT_BYTES = 64 << 10 };

size_t answer_body_limit(const Route *route)
{
    return route->body_limit > 0 ? route->body_limit : FORM_LIMIT_BYTES;
}

bool answer_at_once(Request *request, Reply *reply)
{
    (void)request;
    (void)reply;
    return false;
}

void answer(Request *request, Reply *reply)
{
    request->route->handle(request, reply);
}
