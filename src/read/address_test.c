#include <arpa/inet.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "read/address.h"

static bool is_public(const char *text)
{
    struct sockaddr_in v4 = {.sin_family = AF_INET};
    struct sockaddr_in6 v6 = {.sin6_family = AF_INET6};
    if (inet_pton(AF_INET, text, &v4.sin_addr) == 1)
        return address_is_public((const struct sockaddr *)&v4);
    assert_int_equal(inet_pton(AF_INET6, text, &v6.sin6_addr), 1);
    return address_is_public((const struct sockaddr *)&v6);
}

static void public_addresses_are_public(void **state)
{
    (void)state;
    static const char *const CASES[] = {
        "8.8.8.8",    "9.255.255.255",   "11.0.0.0",     "100.63.255.255", "100.128.0.0",      "172.15.255.255",
        "172.32.0.0", "192.167.255.255", "192.169.0.0",  "198.17.255.255", "198.20.0.0",       "223.255.255.255",
        "2600::1",    "2a00:1450::1",    "2001:4860::8", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "2002:808:808::1"};
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        if (!is_public(CASES[i]))
            fail_msg("%s is public", CASES[i]);
    }
}

static void other_addresses_are_not(void **state)
{
    (void)state;
    static const char *const CASES[] = {"0.0.0.0",       "10.1.2.3",        "100.64.0.1",       "100.127.255.255",
                                        "127.0.0.1",     "169.254.169.254", "172.16.0.1",       "172.31.255.255",
                                        "192.0.0.8",     "192.168.1.1",     "198.18.0.1",       "198.19.255.1",
                                        "203.0.113.9",   "224.0.0.1",       "255.255.255.255",  "::",
                                        "::1",           "fe80::1",         "fc00::1",          "fd12::1",
                                        "ff02::1",       "2001:db8::1",     "::ffff:127.0.0.1", "64:ff9b::10.0.0.1",
                                        "2002:7f00:1::1"};
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        if (is_public(CASES[i]))
            fail_msg("%s is not public", CASES[i]);
    }
}

static void what_is_no_internet_address_is_not_public(void **state)
{
    (void)state;
    struct sockaddr local = {.sa_family = AF_UNIX};
    assert_false(address_is_public(&local));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(public_addresses_are_public),
        cmocka_unit_test(other_addresses_are_not),
        cmocka_unit_test(what_is_no_internet_address_is_not_public),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
