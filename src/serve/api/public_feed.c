/* public_feed — the public desk as an Atom feed: editions as they went out, corrections as they were released. It holds the words that editors wrote for
 * the public beside each, and nothing of a situation itself. */
#include "serve/api/atom.h"
#include "serve/frame/routes.h"
#include "store/public_desk.h"

enum { ENTRIES_MOST = 100 };

static Str address(const Request *request, const char *rest, int64_t number)
{
    Buf path = {0};
    buf_put(&path, STR("/public/"));
    buf_url(&path, request_parameter(request, "situation"));
    buf_put(&path, str_from(rest));
    if (number > 0)
        buf_int(&path, number);
    Str kept = arena_copy(request->arena, buf_str(&path));
    buf_free(&path);
    return kept;
}

/* "public:NAME:edition:3" */
static void put_id(Buf *out, const Request *request, const char *kind, int64_t number)
{
    buf_put(out, STR("public:"));
    buf_url(out, request_parameter(request, "situation"));
    if (kind)
        buf_format(out, ":%s:%lld", kind, (long long)number);
}

static void put_entry(Buf *out, const Request *request, const char *kind, int64_t number, Moment updated)
{
    buf_put(out, STR("<entry><id>urn:daybook:"));
    put_id(out, request, kind, number);
    buf_put(out, STR("</id>"));
    atom_time(out, "updated", updated);
}

static void put_edition(Buf *out, const Request *request, const Published *edition)
{
    Buf title = {0};
    buf_format(&title, "Edition %lld", (long long)edition->number);
    put_entry(out, request, "edition", edition->number,
              (Moment){.seconds = edition->published_at, .precision = MOMENT_TIME});
    atom_element(out, "title", buf_str(&title));
    atom_link(out, request, address(request, "/editions/", edition->number), false);
    atom_element(out, "summary", str_present(edition->note) ? edition->note : STR(""));
    buf_put(out, STR("</entry>\n"));
    buf_free(&title);
}

static void put_correction(Buf *out, const Request *request, const Letter *letter)
{
    put_entry(out, request, "correction", letter->id,
              (Moment){.seconds = letter->decided_at, .precision = MOMENT_TIME});
    atom_element(out, "title", STR("Correction"));
    atom_link(out, request, address(request, "/corrections", 0), false);
    atom_element(out, "summary", letter->published);
    buf_put(out, STR("</entry>\n"));
}

/* Both newest first, as they lie in time. */
static void put_entries(Buf *out, const Request *request, const Published *editions, size_t edition_count,
                        const Letter *letters, size_t letter_count)
{
    size_t e = 0;
    size_t l = 0;
    while (e + l < ENTRIES_MOST && (e < edition_count || l < letter_count)) {
        bool edition = l == letter_count || (e < edition_count && editions[e].published_at >= letters[l].decided_at);
        if (edition)
            put_edition(out, request, &editions[e++]);
        else
            put_correction(out, request, &letters[l++]);
    }
}

static void show_feed(Request *request, Reply *reply)
{
    Error err = {0};
    int64_t situation = 0;
    Published *editions = NULL;
    Letter *letters = NULL;
    size_t edition_count = 0;
    size_t letter_count = 0;
    bool ok = store_situation(request->store, request_parameter(request, "situation"), false, &situation, &err) &&
              (situation == 0 ||
               (published_list(request->store, situation, request->arena, &editions, &edition_count, &err) &&
                letter_list(request->store, situation, LETTER_RELEASED, ENTRIES_MOST, request->arena, &letters,
                            &letter_count, &err)));
    if (!ok) {
        reply_failed(request, reply, &err);
        return;
    }
    if (edition_count == 0) {
        reply_error(request, reply, 404, "Nothing is published at this address.", "Check the address.");
        return;
    }
    int64_t newest = editions[0].published_at;
    if (letter_count > 0 && letters[0].decided_at > newest)
        newest = letters[0].decided_at;
    Buf id = {0};
    put_id(&id, request, NULL, 0);
    Buf *out = atom_open(reply, request_parameter(request, "situation"), buf_str(&id),
                         (Moment){.seconds = newest, .precision = MOMENT_TIME});
    atom_link(out, request, address(request, "/feed", 0), true);
    atom_link(out, request, address(request, "", 0), false);
    buf_char(out, '\n');
    put_entries(out, request, editions, edition_count, letters, letter_count);
    atom_close(out);
    buf_free(&id);
}

const Route PUBLIC_FEED_ROUTES[] = {
    {.method = "GET",
     .path = "/public/{situation}/feed",
     .handle = show_feed,
     .everyone = true,
     .summary = "Editions and corrections, as an Atom feed",
     .gives = "application/atom+xml"},
    {0},
};
