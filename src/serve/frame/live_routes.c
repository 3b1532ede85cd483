/* live_routes — the stream of events, and who looks at what. */
#include "serve/frame/core.h"
#include "serve/frame/events.h"
#include "serve/frame/routes.h"

static void stream_events(Request *request, Reply *reply)
{
    (void)request;
    reply->stream = true;
    reply->type = "text/event-stream";
}

static void tell_presence(Request *request, Reply *reply)
{
    Str where = request_field(request, "where");
    if (!str_present(where))
        where = STR("");
    if (where.len > 0 && !path_is_ours(where)) { /* others are led there by a link */
        reply_error(request, reply, 422, "That is no path of the desk's.", "Send where=/… or an empty one on leaving.");
        return;
    }
    events_presence(request->desk->events, &request->person, where, request->now);
    reply->status = 204;
}

static const FormField WHERE_FIELDS[] = {{"where", "the path of the page that is open; empty on leaving"}, {0}};

const Route LIVE_ROUTES[] = {
    {.method = "GET",
     .path = "/events",
     .least = ROLE_READER,
     .handle = stream_events,
     .at_once = true,
     .summary = "What happens, as server-sent events",
     .gives = "text/event-stream"},
    {.method = "POST",
     .path = "/api/presence",
     .least = ROLE_READER,
     .handle = tell_presence,
     .writes = true,
     .at_once = true,
     .summary = "Say which page is open",
     .fields = WHERE_FIELDS},
    {0},
};
