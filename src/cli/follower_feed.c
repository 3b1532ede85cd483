/* follower_feed — a feed or page asked for, and the pages that its entries lead to. */
#include <stdio.h>

#include "cli/follower.h"

static const char PAGE_MARK[] = "page";

/* An answer on its way into the book. */
typedef struct {
    Follower *follower;
    const StoreFeed *feed;
    Reader *reader;
    Arena *arena; /* lives until all of the answer is kept */
    Str *pages;   /* that were read, to be kept in mind afterwards */
    size_t page_count;
    size_t page_cap;
} Coming;

/* The report on the page that an entry leads to; NULL where there is none to be had. */
static Document *read_page(Coming *coming, const Document *entry, Arena *arena)
{
    Fetched answer;
    Error err = {0};
    FetchRequest request = {.url = entry->url};
    bool is_there = fetch_get(coming->follower->fetcher, &request, arena, &answer, &err);
    if (!is_there || answer.status != FETCH_OK) {
        if (is_there)
            (void)error_set(&err, ERROR_NETWORK, "HTTP %d", answer.status);
        (void)fprintf(stderr, "daybook: %.*s: %s; the feed's own text is kept\n", (int)entry->url.len, entry->url.ptr,
                      err.text);
        return NULL;
    }
    Item *item = ARENA_NEW(arena, Item);
    *item = (Item){.name = arena_copy(arena, entry->url),
                   .bytes = answer.bytes,
                   .charset = answer.charset,
                   .url = entry->url,
                   .title = entry->title,
                   .author = entry->author,
                   .publisher = entry->publisher,
                   .published = entry->published};
    Reader *reader = reader_open_item(arena, item, pile_print_problem, NULL);
    reader_keep_ids(reader);
    Document *document = reader_next(reader, arena);
    reader_close(reader);
    return document && str_trim(document->text).len > 0 ? document : NULL;
}

static void remember_page(Coming *coming, Str url)
{
    coming->pages =
        arena_grow(coming->arena, coming->pages, coming->page_count, &coming->page_cap, sizeof *coming->pages);
    coming->pages[coming->page_count++] = arena_copy(coming->arena, url);
}

static bool is_read(const Coming *coming, Str url)
{
    return store_feed_has(coming->follower->store, coming->feed->id, url, str_from(PAGE_MARK));
}

static Document *next_report(void *context, Arena *arena)
{
    Coming *coming = context;
    for (;;) {
        Document *entry = reader_next(coming->reader, arena);
        bool has_page = entry && coming->follower->pages &&
                        fetch_is_address(str_present(entry->url) ? entry->url : STR("")) &&
                        !str_equal(entry->url, coming->feed->address);
        if (!has_page)
            return entry;
        if (is_read(coming, entry->url))
            continue;
        Document *page = read_page(coming, entry, arena);
        if (page)
            remember_page(coming, entry->url);
        return page ? page : entry;
    }
}

static bool take_answer(Follower *follower, StoreFeed *feed, const Fetched *answer, StoreFetch *fetch, Arena *arena,
                        Error *err)
{
    Item item = {.name = feed->address, .bytes = answer->bytes, .charset = answer->charset, .url = answer->url};
    Coming coming = {.follower = follower, .feed = feed, .arena = arena};
    coming.reader = reader_open_item(arena, &item, pile_print_problem, NULL);
    reader_keep_ids(coming.reader);
    bool ok = follower_take(follower, feed->situation, next_report, &coming, fetch, err);
    reader_close(coming.reader);
    if (!ok)
        return false;
    feed->etag = answer->etag;
    feed->last_modified = answer->last_modified;
    fetch->outcome = fetch->new_reports > 0 ? STR("read") : STR("same");
    store_begin(follower->store);
    for (size_t i = 0; i < coming.page_count; i++)
        store_feed_keep(follower->store, feed->id, coming.pages[i], str_from(PAGE_MARK));
    return store_commit(follower->store, err);
}

static Str status_note(Arena *arena, int status)
{
    Buf note = {0};
    buf_format(&note, "HTTP %d", status);
    Str kept = arena_copy(arena, buf_str(&note));
    buf_free(&note);
    return kept;
}

bool follower_ask(Follower *follower, StoreFeed *feed, Arena *arena, Error *err)
{
    Error network = {0};
    Fetched answer;
    StoreFetch fetch = {.at = follower_now(), .outcome = STR("same")};
    FetchRequest request = {feed->address, feed->etag, feed->last_modified};
    if (!fetch_get(follower->fetcher, &request, arena, &answer, &network)) {
        if (follower->stop && *follower->stop != 0)
            return true;
        fetch.note = arena_copy(arena, str_from(network.text));
        return follower_failed(follower, feed, &fetch, 0, err);
    }
    fetch.status = answer.status;
    fetch.size_bytes = (int64_t)answer.bytes.len;
    if (answer.status != FETCH_OK && answer.status != FETCH_SAME) {
        fetch.note = status_note(arena, answer.status);
        if (answer.status != FETCH_GONE)
            return follower_failed(follower, feed, &fetch, answer.retry_after_s, err);
        fetch.outcome = STR("ended");
        feed->ended = STR("the server says that it is gone for good");
        return follower_note(follower, feed, &fetch, err);
    }
    if (answer.status == FETCH_OK && !take_answer(follower, feed, &answer, &fetch, arena, err))
        return false;
    feed->failures = 0;
    feed->next_at = fetch.at + follower->interval_s;
    return follower_note(follower, feed, &fetch, err);
}
