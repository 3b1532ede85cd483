#include "serve/frame/desk.h"

#include <assert.h>

#include "serve/frame/core.h"
#include "serve/frame/form.h"
#include "serve/frame/own_places.h"

/* ---- asking ---- */

Str request_parameter(const Request *request, const char *name)
{
    Str rest = str_from(request->route->path);
    Str segment;
    size_t number = 0;
    while (str_cut(&rest, '/', &segment)) {
        if (segment.len < 2 || segment.ptr[0] != '{')
            continue;
        if (str_equal(str_slice(segment, 1, segment.len - 1), str_from(name)))
            return request->parameters[number];
        number++;
    }
    assert(!"the parameter stands in the path");
    return STR_NONE;
}

Str request_query(const Request *request, const char *name)
{
    return form_value(request->query, str_from(name), request->arena);
}

Str request_field(const Request *request, const char *name)
{
    return form_value(request->body, str_from(name), request->arena);
}

Str request_trimmed(const Request *request, const char *name)
{
    Str value = request_field(request, name);
    return str_present(value) ? str_trim(value) : STR("");
}

Str request_header(const Request *request, const char *name)
{
    return http_header(request->sent, name);
}

int64_t request_number(const Request *request, const char *name, int64_t otherwise, int64_t most)
{
    int64_t number = 0;
    Str text = request_query(request, name);
    if (!str_present(text) || !str_number(text, &number) || number < 0)
        return otherwise;
    return number < most ? number : most;
}

bool path_is_ours(Str path)
{
    return path.len > 0 && path.ptr[0] == '/' && (path.len == 1 || (path.ptr[1] != '/' && path.ptr[1] != '\\'));
}

bool request_is_api(const Request *request)
{
    return str_begins(request->path, STR("/api/"));
}

int64_t request_situation(Request *request, Reply *reply)
{
    Error err = {0};
    int64_t situation = 0;
    if (!store_situation(request->store, request_parameter(request, "situation"), false, &situation, &err))
        reply_failed(request, reply, &err);
    else if (situation == 0)
        reply_error(request, reply, 404, "There is no situation of that name.", "Begin at the list of situations.");
    return situation;
}

Str request_form_token(const Request *request)
{
    return str_present(request->secret) ? request->secret : STR("");
}

const Language *desk_language(const Desk *desk)
{
    return desk->options->language;
}

const Gazetteer *desk_gazetteer(const Desk *desk)
{
    return own_places_gazetteer(desk->places);
}

/* ---- answering ---- */

void reply_header(Reply *reply, const char *name, Str value)
{
    assert(reply->header_count < MAX_REPLY_HEADERS);
    reply->headers[reply->header_count++] = (Header){name, value};
}

void reply_redirect(Request *request, Reply *reply, Str path)
{
    reply->status = 303;
    buf_clear(&reply->body);
    reply_header(reply, "Location", arena_copy(request->arena, path));
}
