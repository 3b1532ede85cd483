#include "extract/event.h"

void event_find(Analysis *a)
{
    (void)a;
}

bool event_is_background(const Analysis *a, uint32_t sentence)
{
    (void)a;
    (void)sentence;
    return false;
}
