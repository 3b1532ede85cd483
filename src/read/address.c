#include "read/address.h"

#include <netinet/in.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { V4_BYTES = 4, V6_BYTES = 16, BYTE_BITS = 8 };

typedef struct {
    uint8_t bytes[V6_BYTES];
    unsigned bits; /* that an address must share to lie in the range */
} Range;

static const Range V4_RANGES[] = {
    {{0}, 8},             /* this network */
    {{10}, 8},            /* private */
    {{100, 64}, 10},      /* shared by carriers */
    {{127}, 8},           /* loopback */
    {{169, 254}, 16},     /* link-local */
    {{172, 16}, 12},      /* private */
    {{192, 0, 0}, 24},    /* protocol assignments */
    {{192, 0, 2}, 24},    /* documentation */
    {{192, 88, 99}, 24},  /* 6to4 relays */
    {{192, 168}, 16},     /* private */
    {{198, 18}, 15},      /* benchmarks */
    {{198, 51, 100}, 24}, /* documentation */
    {{203, 0, 113}, 24},  /* documentation */
    {{224}, 3},           /* multicast, reserved, broadcast */
};

/* Only 2000::/3 is given out; these lie in it. */
static const Range V6_RANGES[] = {
    {{0x20, 0x01}, 23},             /* protocol assignments, Teredo */
    {{0x20, 0x01, 0x0d, 0xb8}, 32}, /* documentation */
    {{0x3f, 0xff}, 20},             /* documentation */
};

/* IPv6 addresses that lead to the IPv4 address at the offset. */
static const struct {
    Range range;
    size_t offset;
} CARRIERS[] = {
    {{{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff}, 96}, 12}, /* mapped */
    {{{0x00, 0x64, 0xff, 0x9b}, 96}, 12},                   /* NAT64 */
    {{{0x20, 0x02}, 16}, 2},                                /* 6to4 */
};

static bool lies_in(const Range *range, const uint8_t *bytes)
{
    size_t whole = range->bits / BYTE_BITS;
    unsigned rest = range->bits % BYTE_BITS;
    if (memcmp(range->bytes, bytes, whole) != 0)
        return false;
    return rest == 0 || ((unsigned)(range->bytes[whole] ^ bytes[whole]) >> (BYTE_BITS - rest)) == 0;
}

static bool v4_is_public(const uint8_t *bytes)
{
    for (size_t i = 0; i < sizeof V4_RANGES / sizeof *V4_RANGES; i++) {
        if (lies_in(&V4_RANGES[i], bytes))
            return false;
    }
    return true;
}

static bool v6_is_public(const uint8_t *bytes)
{
    static const Range GIVEN_OUT = {{0x20}, 3};
    for (size_t i = 0; i < sizeof CARRIERS / sizeof *CARRIERS; i++) {
        if (lies_in(&CARRIERS[i].range, bytes))
            return v4_is_public(bytes + CARRIERS[i].offset);
    }
    for (size_t i = 0; i < sizeof V6_RANGES / sizeof *V6_RANGES; i++) {
        if (lies_in(&V6_RANGES[i], bytes))
            return false;
    }
    return lies_in(&GIVEN_OUT, bytes);
}

bool address_is_public(const struct sockaddr *address)
{
    uint8_t bytes[V6_BYTES];
    if (address->sa_family == AF_INET) {
        struct sockaddr_in v4;
        memcpy(&v4, address, sizeof v4);
        memcpy(bytes, &v4.sin_addr, V4_BYTES);
        return v4_is_public(bytes);
    }
    if (address->sa_family != AF_INET6)
        return false;
    struct sockaddr_in6 v6;
    memcpy(&v6, address, sizeof v6);
    memcpy(bytes, &v6.sin6_addr, V6_BYTES);
    return v6_is_public(bytes);
}
