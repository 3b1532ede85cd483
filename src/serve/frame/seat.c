#include "serve/frame/seat.h"

#include <pthread.h>
#include <stdatomic.h>
#include <sys/socket.h>

enum { READING_SECONDS = 20, FAIR_BYTES_A_SECOND = 16 << 10, NOBODY = -1 };

struct Seat {
    Seat *next_free;
    _Atomic int64_t until; /* INT64_MAX: however long it takes */
    size_t bytes;          /* of the body that bought no time yet */
    int socket;
};

struct Seats {
    pthread_mutex_t lock; /* over who sits where */
    Seat *seats;
    Seat *free;
    size_t count;
    _Atomic int64_t now;
};

Seats *seats_create(Arena *arena, size_t most, int64_t now)
{
    Seats *seats = ARENA_NEW(arena, Seats);
    (void)pthread_mutex_init(&seats->lock, NULL);
    seats->seats = ARENA_ARRAY(arena, Seat, most);
    seats->count = most;
    atomic_init(&seats->now, now);
    for (size_t i = most; i > 0; i--) {
        Seat *seat = &seats->seats[i - 1];
        seat->socket = NOBODY;
        seat->next_free = seats->free;
        seats->free = seat;
    }
    return seats;
}

Seat *seats_take(Seats *seats, int socket)
{
    (void)pthread_mutex_lock(&seats->lock);
    Seat *seat = seats->free;
    if (seat) {
        seats->free = seat->next_free;
        seat->socket = socket;
        seats_set(seats, seat, SEAT_READING);
    }
    (void)pthread_mutex_unlock(&seats->lock);
    return seat;
}

void seats_give_back(Seats *seats, Seat *seat)
{
    (void)pthread_mutex_lock(&seats->lock);
    seat->socket = NOBODY;
    seat->next_free = seats->free;
    seats->free = seat;
    (void)pthread_mutex_unlock(&seats->lock);
}

void seats_set(const Seats *seats, Seat *seat, SeatState state)
{
    seat->bytes = 0;
    atomic_store(&seat->until, state == SEAT_WORKING ? INT64_MAX : atomic_load(&seats->now) + READING_SECONDS);
}

void seats_progress(Seat *seat, size_t bytes)
{
    seat->bytes += bytes;
    atomic_fetch_add(&seat->until, (int64_t)(seat->bytes / FAIR_BYTES_A_SECOND));
    seat->bytes %= FAIR_BYTES_A_SECOND;
}

void seats_tick(Seats *seats, int64_t now)
{
    atomic_store(&seats->now, now);
    (void)pthread_mutex_lock(&seats->lock);
    for (size_t i = 0; i < seats->count; i++) {
        const Seat *seat = &seats->seats[i];
        if (seat->socket != NOBODY && atomic_load(&seat->until) < now)
            (void)shutdown(seat->socket, SHUT_RDWR);
    }
    (void)pthread_mutex_unlock(&seats->lock);
}
