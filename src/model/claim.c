#include "model/claim.h"

size_t time_first_from(const TimeMention *times, size_t count, uint32_t byte)
{
    size_t low = 0;
    size_t high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (times[middle].span.start < byte)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
