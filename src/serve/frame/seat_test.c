/* seat: who is cut off, and when. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include "serve/frame/seat.h"

enum { MOST = 4, BEGUN = 1000, IN_TIME = BEGUN + 20, LATE = BEGUN + 21, HIGH_SOCKET = 5000, FAIR_BYTES = 16 << 10 };

typedef struct {
    Arena *arena;
    Seats *seats;
    int ours;
    int theirs;
} Room;

static int open_room(void **state)
{
    int pair[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, pair) != 0)
        return -1;
    Arena *arena = arena_create();
    Room *room = ARENA_NEW(arena, Room);
    *room = (Room){arena, seats_create(arena, MOST, BEGUN), pair[0], pair[1]};
    *state = room;
    return 0;
}

static int close_room(void **state)
{
    Room *room = *state;
    (void)close(room->ours);
    (void)close(room->theirs);
    arena_destroy(room->arena);
    return 0;
}

static bool is_cut_off(const Room *room)
{
    char byte = 0;
    return recv(room->theirs, &byte, 1, 0) == 0;
}

static void the_slow_are_cut_off_after_twenty_seconds(void **state)
{
    Room *room = *state;
    assert_non_null(seats_take(room->seats, room->ours));
    seats_tick(room->seats, IN_TIME);
    assert_false(is_cut_off(room));
    seats_tick(room->seats, LATE);
    assert_true(is_cut_off(room));
}

static void so_are_they_at_a_socket_of_a_high_number(void **state)
{
    Room *room = *state;
    struct rlimit files;
    assert_int_equal(getrlimit(RLIMIT_NOFILE, &files), 0);
    files.rlim_cur = files.rlim_max;
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &files), 0);
    int high = fcntl(room->ours, F_DUPFD_CLOEXEC, files.rlim_cur > HIGH_SOCKET ? HIGH_SOCKET : 0);
    assert_true(high >= 0);
    Seat *seat = seats_take(room->seats, high);
    seats_tick(room->seats, LATE);
    assert_true(is_cut_off(room));
    seats_give_back(room->seats, seat);
    (void)close(high);
}

static void who_waits_for_us_is_not(void **state)
{
    Room *room = *state;
    Seat *seat = seats_take(room->seats, room->ours);
    seats_set(room->seats, seat, SEAT_WORKING);
    seats_tick(room->seats, LATE);
    assert_false(is_cut_off(room));
    seats_set(room->seats, seat, SEAT_READING);
    seats_tick(room->seats, LATE + 20);
    assert_false(is_cut_off(room));
    seats_tick(room->seats, LATE + 21);
    assert_true(is_cut_off(room));
}

static void a_long_body_buys_time_as_it_comes(void **state)
{
    Room *room = *state;
    Seat *seat = seats_take(room->seats, room->ours);
    seats_progress(seat, FAIR_BYTES - 1);
    seats_progress(seat, 1 + FAIR_BYTES);
    seats_tick(room->seats, LATE + 1);
    assert_false(is_cut_off(room));
    seats_tick(room->seats, LATE + 2);
    assert_true(is_cut_off(room));
}

static void a_seat_given_back_is_nobodys_and_can_be_taken_again(void **state)
{
    Room *room = *state;
    Seat *taken[MOST];
    for (size_t i = 0; i < MOST; i++)
        taken[i] = seats_take(room->seats, room->ours);
    assert_null(seats_take(room->seats, room->ours));
    for (size_t i = 0; i < MOST; i++)
        seats_give_back(room->seats, taken[i]);
    seats_tick(room->seats, LATE);
    assert_false(is_cut_off(room));
    assert_non_null(seats_take(room->seats, room->ours));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_slow_are_cut_off_after_twenty_seconds, open_room, close_room),
        cmocka_unit_test_setup_teardown(so_are_they_at_a_socket_of_a_high_number, open_room, close_room),
        cmocka_unit_test_setup_teardown(who_waits_for_us_is_not, open_room, close_room),
        cmocka_unit_test_setup_teardown(a_long_body_buys_time_as_it_comes, open_room, close_room),
        cmocka_unit_test_setup_teardown(a_seat_given_back_is_nobodys_and_can_be_taken_again, open_room, close_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
