#include "assemble/toll_rival.h"

#include <assert.h>

#include "assemble/people.h"

const Figure *toll_common_voice(Pool pool)
{
    for (size_t i = 0; i < pool.count; i++) {
        assert(pool.items[i]);
        if (pool.items[i]->voice.narrator)
            return pool.items[i];
    }
    return pool.count > 0 ? pool.items[0] : NULL;
}

bool toll_has_rivals(Pool pool)
{
    for (size_t i = 0; i < pool.count; i++)
        for (size_t k = 0; k < i; k++) {
            const Figure *a = pool.items[i];
            const Figure *b = pool.items[k];
            assert(a && b);
            if (!victims_are_described(a) && !victims_are_described(b) &&
                a->claim->victim_class == b->claim->victim_class && a->claim->victim_class != CLASS_UNKNOWN &&
                (a->claim->subgroups == b->claim->subgroups || !a->claim->subgroups || !b->claim->subgroups) &&
                victims_point(a->claim) != victims_point(b->claim) && !str_equal(a->voice.key, b->voice.key))
                return true;
        }
    return false;
}
