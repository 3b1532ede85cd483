/*
 * seat — what each connection is doing, so that the slow can be cut off: a request must be there whole within 20 s of its first byte, and a connection on
 * which nothing is asked for is not kept longer than that either. Seconds are the caller's, of a clock that never goes back; they are told by
 * seats_tick alone, so that setting a seat asks no clock.
 */
#ifndef DAYBOOK_SERVE_SEAT_H
#define DAYBOOK_SERVE_SEAT_H

#include "base/arena.h"

typedef struct Seats Seats;
typedef struct Seat Seat;
typedef enum { SEAT_READING, SEAT_WORKING } SeatState;

/* Room for that many connections at once. */
Seats *seats_create(Arena *arena, size_t most, int64_t now);

/* For a new connection, which is being read; NULL where all seats are taken. Given back before its socket is closed. */
Seat *seats_take(Seats *seats, int socket);
void seats_give_back(Seats *seats, Seat *seat);

/* The connection begins to do so now. WORKING: the delay is ours. */
void seats_set(const Seats *seats, Seat *seat, SeatState state);

/* Some bytes of a body came: a long one may take as long as it goes on at a fair rate. */
void seats_progress(Seat *seat, size_t bytes);

/* Once a second: shuts the sockets of the slow; whoever owns them sees the end and closes. */
void seats_tick(Seats *seats, int64_t now);

#endif
