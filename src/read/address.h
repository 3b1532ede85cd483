/*
 * address — which network addresses are the public Internet. A feed's server name may lead into the network of whoever
 * follows it; that is refused unless allowed. The ranges are those of the IANA special-purpose address registries
 * (RFC 6890 and its successors) that are not globally reachable, and multicast.
 */
#ifndef DAYBOOK_READ_ADDRESS_H
#define DAYBOOK_READ_ADDRESS_H

#include <stdbool.h>
#include <sys/socket.h>

/* False for private, loopback, link-local, multicast, reserved addresses, also where IPv6 carries them (mapped, NAT64,
 * 6to4), and for anything that is neither IPv4 nor IPv6. */
bool address_is_public(const struct sockaddr *address);

#endif
