#include "serve/seat.h"

#include <pthread.h>
#include <sys/socket.h>
#include <time.h>

enum { SEATS = 4096, READING_SECONDS = 20, FAIR_BYTES_A_SECOND = 16 << 10 };

typedef struct {
    SeatState state;
    int64_t until; /* monotonic seconds */
    size_t bytes;  /* of the body that bought no time yet */
} Seat;

struct Seats {
    pthread_mutex_t lock;
    Seat seats[SEATS]; /* by socket number */
};

static int64_t seconds(void)
{
    struct timespec now;
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec;
}

Seats *seats_create(Arena *arena)
{
    Seats *seats = ARENA_NEW(arena, Seats);
    (void)pthread_mutex_init(&seats->lock, NULL);
    return seats;
}

void seats_set(Seats *seats, int socket, SeatState state)
{
    if (socket < 0 || socket >= SEATS)
        return;
    (void)pthread_mutex_lock(&seats->lock);
    seats->seats[socket] = (Seat){state, seconds() + READING_SECONDS, 0};
    (void)pthread_mutex_unlock(&seats->lock);
}

void seats_progress(Seats *seats, int socket, size_t bytes)
{
    if (socket < 0 || socket >= SEATS)
        return;
    (void)pthread_mutex_lock(&seats->lock);
    Seat *seat = &seats->seats[socket];
    seat->bytes += bytes;
    seat->until += (int64_t)(seat->bytes / FAIR_BYTES_A_SECOND);
    seat->bytes %= FAIR_BYTES_A_SECOND;
    (void)pthread_mutex_unlock(&seats->lock);
}

void seats_tick(Seats *seats)
{
    int64_t now = seconds();
    (void)pthread_mutex_lock(&seats->lock);
    for (int s = 0; s < SEATS; s++)
        if (seats->seats[s].state == SEAT_READING && seats->seats[s].until < now)
            (void)shutdown(s, SHUT_RDWR);
    (void)pthread_mutex_unlock(&seats->lock);
}
