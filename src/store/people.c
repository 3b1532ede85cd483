#include "store/people.h"

static const char *const ROLES[ROLE_COUNT_] = {"nobody", "reader", "coder", "editor", "administrator"};

Str role_name(Role role)
{
    return str_from(ROLES[role]);
}

bool role_parse(Str name, Role *out)
{
    for (int r = ROLE_READER; r < ROLE_COUNT_; r++) {
        if (str_equal(name, str_from(ROLES[r]))) {
            *out = (Role)r;
            return true;
        }
    }
    return false;
}
