/*
 * seat — what each connection is doing, so that the slow can be cut off: a request must be there whole within 20 s of its first byte, and a connection on
 * which nothing is asked for is not kept longer than that either.
 */
#ifndef DAYBOOK_SERVE_SEAT_H
#define DAYBOOK_SERVE_SEAT_H

#include "base/arena.h"

typedef struct Seats Seats;
typedef enum { SEAT_FREE, SEAT_READING, SEAT_WORKING } SeatState;

Seats *seats_create(Arena *arena);

/* The connection of that socket begins to do so now. WORKING: the delay is ours. */
void seats_set(Seats *seats, int socket, SeatState state);

/* Some bytes of a body came: a long one may take as long as it goes on at a fair rate. */
void seats_progress(Seats *seats, int socket, size_t bytes);

/* Once a second: shuts the sockets of the slow; whoever owns them sees the end and closes. */
void seats_tick(Seats *seats);

#endif
