/* The queue on its own page: what is left to review, that first which would move the figures most. */
#include "serve/routes.h"
#include "serve/screen.h"

static void show_queue(Request *request, Reply *reply)
{
    Screen s;
    Error err = {0};
    View queue;
    if (!screen_begin(&s, request, reply))
        return;
    if (!store_list(request->store, "queue", s.situation, request->arena, &queue, &err)) {
        reply_failed(request, reply, &err);
        return;
    }
    screen_open(&s, "Review",
                "Claims nobody has decided on, that first which would move the figures most. "
                "j and k go through them, Enter opens one.");
    if (queue.row_count > 0)
        screen_table(&s, &queue, "Claims to review");
    else
        screen_empty(&s, "Nothing is left to review.",
                     "Claims that would move a figure will stand here as reports come in.");
    screen_put(&s, "<p>");
    screen_link(&s, "/agreement", STR_NONE);
    screen_put(&s, "Agreement of coders, and what is to be settled</a></p>\n");
    screen_exports(&s, "queue");
    screen_close(&s);
}

const Route QUEUE_ROUTES[] = {
    {.method = "GET",
     .path = "/s/{situation}/queue",
     .least = ROLE_CODER,
     .handle = show_queue,
     .summary = "What is left to review"},
    {0},
};
