/* setting_feed — what the book follows; and where Settings begin. */
#include "report/words.h"
#include "serve/frame/core.h"
#include "serve/frame/input.h"
#include "serve/frame/layout.h"
#include "serve/frame/routes.h"
#include "serve/setting/setting.h"
#include "store/feed.h"

enum { ADDRESS_MOST = 2000 };

static void to_settings(Request *request, Reply *reply)
{
    reply_redirect(request, reply, STR("/settings/password"));
}

static void put_feed(Buf *out, const Request *request, const StoreFeed *feed, Str situation)
{
    buf_put(out, STR("<tr><td>"));
    buf_html(out, feed->address);
    buf_put(out, STR("</td><td>"));
    buf_html(out, situation);
    buf_put(out, STR("</td><td>"));
    if (str_present(feed->ended)) {
        buf_put(out, STR("ended: "));
        buf_html(out, feed->ended);
    } else if (feed->failures > 0) {
        buf_put(out, STR("failed "));
        words_counted(out, (size_t)feed->failures, "time");
    } else {
        buf_put(out, STR("followed"));
    }
    buf_put(out, STR("</td><td>"));
    if (request->person.role >= ROLE_ADMINISTRATOR) {
        layout_form(out, request, STR("/settings/feeds/remove"));
        buf_put(out, STR("<input type=\"hidden\" name=\"situation\" value=\""));
        buf_html(out, situation);
        buf_put(out, STR("\"><input type=\"hidden\" name=\"address\" value=\""));
        buf_html(out, feed->address);
        buf_put(out, STR("\"><button type=\"submit\">Follow no more</button></form>"));
    }
    buf_put(out, STR("</td></tr>\n"));
}

static void put_feed_form(Buf *out, const Request *request, const StoreSituation *situations, size_t count)
{
    buf_put(out, STR("<h2>Follow a feed</h2>\n"));
    layout_form(out, request, STR("/settings/feeds"));
    input_line(out, &(Input){.name = "address",
                             .label = "Address",
                             .type = "url",
                             .hint = "Of an RSS or Atom feed, https or http."});
    buf_put(
        out,
        STR("<p class=\"field\"><label for=\"situation\">Situation</label><select id=\"situation\" name=\"situation\">"));
    for (size_t i = 0; i < count; i++) {
        buf_put(out, STR("<option>"));
        buf_html(out, situations[i].name);
        buf_put(out, STR("</option>"));
    }
    buf_put(out, STR("</select></p>\n"));
    input_button(out, "Follow");
    buf_put(out, STR("</form>\n"));
}

static Str name_of(const StoreSituation *situations, size_t count, int64_t id)
{
    for (size_t i = 0; i < count; i++)
        if (situations[i].id == id)
            return situations[i].name;
    return STR("");
}

static void show_feeds(Request *request, Reply *reply)
{
    Error err = {0};
    StoreFeed *feeds = NULL;
    StoreSituation *situations = NULL;
    size_t feed_count = 0;
    size_t count = 0;
    if (!store_feeds(request->store, 0, request->arena, &feeds, &feed_count, &err) ||
        !store_situations(request->store, request->arena, &situations, &count, &err)) {
        reply_failed(request, reply, &err);
        return;
    }
    Buf *out = setting_open(request, reply, STR("Feeds"));
    buf_put(out, STR("<p><code>daybook follow</code> reads these for the book while it runs.</p>\n"));
    if (feed_count > 0)
        buf_put(
            out,
            STR("<table><thead><tr><th scope=\"col\">Address</th><th scope=\"col\">Situation</th><th scope=\"col\">State</th><th scope=\"col\">Change</th></tr></thead><tbody>\n"));
    for (size_t i = 0; i < feed_count; i++)
        put_feed(out, request, &feeds[i], name_of(situations, count, feeds[i].situation));
    buf_put(out, feed_count > 0 ? STR("</tbody></table>\n") : STR("<p>None is followed.</p>\n"));
    if (request->person.role >= ROLE_ADMINISTRATOR && count > 0)
        put_feed_form(out, request, situations, count);
    setting_close(request, reply);
}

/* The form's situation and address; false: the reply says why not. */
static bool read_feed(Request *request, Reply *reply, int64_t *situation, Str *address)
{
    Error err = {0};
    Str name = request_field(request, "situation");
    *address = request_field(request, "address");
    *situation = 0;
    if (str_present(name) && !store_situation(request->store, name, false, situation, &err)) {
        reply_failed(request, reply, &err);
        return false;
    }
    bool ok = *situation != 0 && str_present(*address) && address->len < ADDRESS_MOST;
    if (!ok)
        reply_error(request, reply, 422, "Give the address of a feed and a situation.", "Go back and choose both.");
    return ok;
}

static void follow_feed(Request *request, Reply *reply)
{
    Error err = {0};
    int64_t situation = 0;
    Str address;
    if (!read_feed(request, reply, &situation, &address))
        return;
    address = str_trim(address);
    if (!str_begins_caseless(address, STR("https://")) && !str_begins_caseless(address, STR("http://")))
        reply_error(request, reply, 422, "That is no address of a feed.",
                    "It begins with https:// or http://; a folder is followed from the command line.");
    else if (store_follow(request->store, situation, address, request->now, &err))
        reply_redirect(request, reply, STR("/settings/feeds"));
    else
        reply_failed(request, reply, &err);
}

static void leave_feed(Request *request, Reply *reply)
{
    Error err = {0};
    int64_t situation = 0;
    bool found = false;
    Str address;
    if (!read_feed(request, reply, &situation, &address))
        return;
    if (!store_unfollow(request->store, situation, address, &found, &err))
        reply_failed(request, reply, &err);
    else
        reply_redirect(request, reply, STR("/settings/feeds"));
}

static const FormField FEED_FIELDS[] = {{"situation", "its name"}, {"address", "of the feed"}, {0}};

const Route FEED_ROUTES[] = {
    {.method = "GET", .path = "/settings", .least = ROLE_READER, .handle = to_settings, .summary = "Settings"},
    {.method = "GET",
     .path = "/account",
     .least = ROLE_READER,
     .handle = to_settings,
     .summary = "The own password and tokens"},
    {.method = "GET",
     .path = "/settings/feeds",
     .least = ROLE_READER,
     .handle = show_feeds,
     .summary = "What the book follows"},
    {.method = "POST",
     .path = "/settings/feeds",
     .least = ROLE_ADMINISTRATOR,
     .handle = follow_feed,
     .writes = true,
     .summary = "Follow a feed",
     .fields = FEED_FIELDS},
    {.method = "POST",
     .path = "/settings/feeds/remove",
     .least = ROLE_ADMINISTRATOR,
     .handle = leave_feed,
     .writes = true,
     .summary = "Follow a feed no more",
     .fields = FEED_FIELDS},
    {0},
};
