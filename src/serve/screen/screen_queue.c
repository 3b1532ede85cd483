/* The queue: what is left to review, that first which would move the figures most. On a page, and as the part that stands beside others. */
#include "serve/frame/routes.h"
#include "serve/screen/screen.h"

enum { SHOWN_BESIDE = 60, SHOWN = 200, WORDS_BYTES = 90 };

static bool is_number(Str passage)
{
    int64_t number = 0;
    return str_number(passage, &number);
}

/* What a claim says, in the words of its passage; a number out of a table says nothing without its column. */
static void says(const Screen *s, const View *queue, size_t row)
{
    Page page = {.out = s->out};
    Str passage = view_named(queue, row, "passage");
    text_cut(&page, passage, WORDS_BYTES);
    Str outcome = view_named(queue, row, "outcome");
    if (outcome.len == 0 || !is_number(passage))
        return;
    screen_put(s, " ");
    buf_put(s->out, words_victims(class_parse(view_named(queue, row, "class")), str_equal(passage, STR("1"))));
    screen_put(s, " ");
    buf_put(s->out, words_outcome(outcome_parse(outcome)));
}

static void item_link(const Screen *s, const View *queue, size_t row)
{
    screen_link(s, "/claims", view_named(queue, row, "claim"));
}

static bool fetch(Screen *s, Request *request, Reply *reply, View *queue)
{
    Error err = {0};
    if (!screen_begin(s, request, reply))
        return false;
    if (store_list(request->store, "queue", s->situation, request->arena, queue, &err))
        return true;
    reply_failed(request, reply, &err);
    return false;
}

static void moves(const Screen *s, const View *queue, size_t row)
{
    Str words = view_named(queue, row, "moves");
    if (words.len > 0)
        screen_plain(s, plain_moves, words);
    else
        screen_text(s, view_named(queue, row, "why"));
}

static void show_part(Request *request, Reply *reply)
{
    Screen s;
    View queue;
    if (!fetch(&s, request, reply, &queue))
        return;
    screen_put(&s,
               queue.row_count > 0
                   ? "<ol>\n"
                   : "<p class=\"quiet\">Nothing is left to review. Claims that would move a figure stand here.</p>\n");
    for (size_t i = 0; i < queue.row_count && i < SHOWN_BESIDE; i++) {
        screen_put(&s, "<li>");
        item_link(&s, &queue, i);
        screen_put(&s, "<span class=\"queue-says\">");
        says(&s, &queue, i);
        screen_put(&s, "</span> <span class=\"queue-moves\">");
        moves(&s, &queue, i);
        screen_put(&s, "</span></a></li>\n");
    }
    screen_put(&s, queue.row_count > 0 ? "</ol>\n" : "");
    if (queue.row_count > SHOWN_BESIDE) {
        screen_put(&s, "<p class=\"quiet\">");
        screen_link(&s, "/queue", STR_NONE);
        screen_number(&s, (int64_t)queue.row_count);
        screen_put(&s, " in all</a></p>\n");
    }
}

static void queue_item(const Screen *s, const View *queue, size_t row)
{
    Str speaker = view_named(queue, row, "speaker");
    Str gone = view_named(queue, row, "moves");
    screen_put(s, "<li class=\"claim\" data-item><div><p class=\"claim-says\">");
    item_link(s, queue, row);
    says(s, queue, row);
    screen_put(s, "</a></p>\n<p class=\"quiet\">");
    screen_text(s, speaker);
    screen_put(s, speaker.len > 0 ? " \xC2\xB7 " : "");
    screen_plain(s, plain_incident, view_named(queue, row, "name"));
    screen_put(s, "</p></div>\n<p class=\"queue-weight\">");
    if (gone.len > 0) {
        screen_put(s, "<span class=\"unseen\">Without it: </span><strong>");
        screen_plain(s, plain_moves, gone);
        screen_put(s, "</strong><br>");
    }
    screen_put(s, "<span class=\"quiet\">");
    screen_text(s, view_named(queue, row, "why"));
    screen_put(s, "</span></p></li>\n");
}

static void show_queue(Request *request, Reply *reply)
{
    Screen s;
    View queue;
    if (!fetch(&s, request, reply, &queue))
        return;
    screen_open(
        &s, "Review",
        "Claims nobody has decided on, that first which would move the figures most. j and k go through them, Enter opens one.");
    screen_put(&s, "<p>");
    screen_link(&s, "/agreement", STR_NONE);
    screen_put(&s, "Agreement of coders, and what is to be settled</a> \xC2\xB7 ");
    screen_link(&s, "/coding", STR_NONE);
    screen_put(&s, "Read claims as one of two coders</a></p>\n");
    if (queue.row_count == 0)
        screen_empty(&s, "Nothing is left to review.",
                     "Claims that would move a figure will stand here as reports come in.");
    screen_put(&s, queue.row_count > 0 ? "<ol class=\"claims weighed\">\n" : "");
    for (size_t i = 0; i < queue.row_count && i < SHOWN; i++)
        queue_item(&s, &queue, i);
    screen_put(&s, queue.row_count > 0 ? "</ol>\n" : "");
    if (queue.row_count > SHOWN) {
        screen_put(&s, "<p class=\"quiet\">The first ");
        screen_number(&s, SHOWN);
        screen_put(&s, " of ");
        screen_number(&s, (int64_t)queue.row_count);
        screen_put(&s, ". Those behind them move up as these are decided on; the files hold all.</p>\n");
    }
    screen_exports(&s, "queue");
    screen_close(&s);
}

const Route QUEUE_ROUTES[] = {
    {.method = "GET",
     .path = "/s/{situation}/queue",
     .least = ROLE_CODER,
     .handle = show_queue,
     .summary = "What is left to review"},
    {.method = "GET",
     .path = "/s/{situation}/queue/part",
     .least = ROLE_CODER,
     .handle = show_part,
     .shared = true,
     .summary = "The queue, to stand beside another page"},
    {0},
};
