#include "serve/frame/events.h"

#include <pthread.h>
#include <time.h>

#include "base/json.h"

enum {
    MOST_LISTENERS = 512,
    MOST_WAITING_BYTES = 64 << 10,
    MOST_PRESENT = 256,
    TEXT_BYTES = 200,
    HEARTBEAT_SECONDS = 15,
    LISTEN_SECONDS = 300,
    PRESENT_SECONDS = 90,
};

struct Listener {
    Events *events;
    bool used;
    bool over;
    int64_t until;
    Buf waiting;
    size_t taken;     /* of the bytes that wait */
    EventsCall *wake; /* it sleeps; NULL: it is awake */
    void *context;
};

typedef struct {
    int64_t person; /* 0: free */
    char name[TEXT_BYTES];
    char where[TEXT_BYTES];
    int64_t seen;
} Present;

struct Events {
    pthread_mutex_t lock;
    bool closed;
    int64_t beat; /* when the next is due */
    Listener listeners[MOST_LISTENERS];
    Present present[MOST_PRESENT];
};

Events *events_create(Arena *arena)
{
    Events *events = ARENA_NEW(arena, Events);
    (void)pthread_mutex_init(&events->lock, NULL);
    return events;
}

/* ---- listeners; all below is called with the lock held ---- */

static void wake_up(Listener *listener)
{
    EventsCall *wake = listener->wake;
    listener->wake = NULL;
    if (wake)
        wake(listener->context);
}

static void put_line(Listener *listener, Str line)
{
    if (listener->waiting.len + line.len > MOST_WAITING_BYTES)
        listener->over = true;
    else
        buf_put(&listener->waiting, line);
    wake_up(listener);
}

static void tell_all(Events *events, Str line)
{
    for (size_t i = 0; i < MOST_LISTENERS; i++)
        if (events->listeners[i].used)
            put_line(&events->listeners[i], line);
}

/* "event: name\ndata: {…}\n\n"; the JSON of our writers has no line breaks. */
static Json event_open(Buf *line, const char *name)
{
    buf_format(line, "event: %s\ndata: ", name);
    Json j = {.out = line};
    json_open(&j, '{');
    return j;
}

static void event_close(Buf *line, Json *j)
{
    json_close(j, '}');
    buf_put(line, STR("\n\n"));
}

static void put_presence(const Events *events, Buf *line)
{
    Json j = event_open(line, "presence");
    json_open_key(&j, "people", '[');
    for (size_t i = 0; i < MOST_PRESENT; i++) {
        if (events->present[i].person == 0)
            continue;
        json_open(&j, '{');
        json_str(&j, "person", str_from(events->present[i].name));
        json_str(&j, "where", str_from(events->present[i].where));
        json_close(&j, '}');
    }
    json_close(&j, ']');
    event_close(line, &j);
}

static void tell_presence(Events *events)
{
    Buf line = {0};
    put_presence(events, &line);
    tell_all(events, buf_str(&line));
    buf_free(&line);
}

/* ---- for others ---- */

Listener *events_listen(Events *events, const Person *person, int64_t now)
{
    (void)person;
    Listener *listener = NULL;
    (void)pthread_mutex_lock(&events->lock);
    for (size_t i = 0; i < MOST_LISTENERS && !listener && !events->closed; i++)
        if (!events->listeners[i].used)
            listener = &events->listeners[i];
    if (listener) {
        *listener = (Listener){.events = events, .used = true, .until = now + LISTEN_SECONDS};
        buf_put(&listener->waiting, STR("retry: 2000\n\n"));
        put_presence(events, &listener->waiting);
    }
    (void)pthread_mutex_unlock(&events->lock);
    return listener;
}

void events_leave(Listener *listener)
{
    Events *events = listener->events;
    (void)pthread_mutex_lock(&events->lock);
    buf_free(&listener->waiting);
    *listener = (Listener){0};
    (void)pthread_mutex_unlock(&events->lock);
}

size_t events_take(Listener *listener, char *out, size_t most, EventsCall *sleep, EventsCall *wake, void *context)
{
    (void)pthread_mutex_lock(&listener->events->lock);
    size_t count = listener->waiting.len - listener->taken;
    if (count > most)
        count = most;
    if (count > 0) {
        memcpy(out, listener->waiting.ptr + listener->taken, count);
        listener->taken += count;
        if (listener->taken == listener->waiting.len) {
            buf_clear(&listener->waiting);
            listener->taken = 0;
        }
    } else if (listener->over) {
        count = SIZE_MAX;
    } else {
        listener->wake = wake;
        listener->context = context;
        sleep(context);
    }
    (void)pthread_mutex_unlock(&listener->events->lock);
    return count;
}

void events_book(Events *events, uint64_t version)
{
    Buf line = {0};
    Buf hex = {0};
    buf_hex(&hex, version, 16);
    Json j = event_open(&line, "book");
    json_str(&j, "version", buf_str(&hex));
    event_close(&line, &j);
    (void)pthread_mutex_lock(&events->lock);
    tell_all(events, buf_str(&line));
    (void)pthread_mutex_unlock(&events->lock);
    buf_free(&hex);
    buf_free(&line);
}

void events_decision(Events *events, const StoreDecision *decision)
{
    Buf line = {0};
    Json j = event_open(&line, "decision");
    json_int(&j, "seq", decision->seq);
    json_int(&j, "situation", decision->situation);
    json_str(&j, "person", decision->person);
    json_str(&j, "action", decision->action);
    json_str(&j, "target", decision->target);
    event_close(&line, &j);
    (void)pthread_mutex_lock(&events->lock);
    tell_all(events, buf_str(&line));
    (void)pthread_mutex_unlock(&events->lock);
    buf_free(&line);
}

static void copy_text(char *out, Str text)
{
    size_t length = text.len < TEXT_BYTES - 1 ? text.len : TEXT_BYTES - 1;
    memcpy(out, text.len > 0 ? text.ptr : "", length);
    out[length] = '\0';
}

/* The person's place, else a free one; NULL: too many are here. */
static Present *place_of(Events *events, int64_t person)
{
    Present *place = NULL;
    for (size_t i = 0; i < MOST_PRESENT; i++) {
        if (events->present[i].person == person)
            return &events->present[i];
        if (events->present[i].person == 0 && !place)
            place = &events->present[i];
    }
    return place;
}

void events_presence(Events *events, const Person *person, Str where, int64_t now)
{
    (void)pthread_mutex_lock(&events->lock);
    Present *place = place_of(events, person->id);
    bool same = place && place->person == person->id && str_equal(where, str_from(place->where));
    if (place && where.len == 0) {
        *place = (Present){0};
    } else if (place) {
        place->person = person->id;
        place->seen = now;
        copy_text(place->name, person->name);
        copy_text(place->where, where);
    }
    if (!same)
        tell_presence(events);
    (void)pthread_mutex_unlock(&events->lock);
}

void events_tick(Events *events)
{
    int64_t now = (int64_t)time(NULL);
    bool gone = false;
    (void)pthread_mutex_lock(&events->lock);
    if (now >= events->beat) {
        events->beat = now + HEARTBEAT_SECONDS;
        tell_all(events, STR(": still here\n\n"));
        for (size_t i = 0; i < MOST_PRESENT; i++) {
            bool is_old = events->present[i].person != 0 && events->present[i].seen + PRESENT_SECONDS < now;
            if (is_old)
                events->present[i] = (Present){0};
            gone = gone || is_old;
        }
        for (size_t i = 0; i < MOST_LISTENERS; i++) {
            if (events->listeners[i].used && events->listeners[i].until < now) {
                events->listeners[i].over = true;
                wake_up(&events->listeners[i]);
            }
        }
    }
    if (gone)
        tell_presence(events);
    (void)pthread_mutex_unlock(&events->lock);
}

void events_close(Events *events)
{
    (void)pthread_mutex_lock(&events->lock);
    events->closed = true;
    for (size_t i = 0; i < MOST_LISTENERS; i++) {
        if (events->listeners[i].used) {
            events->listeners[i].over = true;
            wake_up(&events->listeners[i]);
        }
    }
    (void)pthread_mutex_unlock(&events->lock);
}
