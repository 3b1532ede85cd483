#include "report/page_parts.h"

bool map_has_points(const Page *page)
{
    (void)page;
    return false;
}

void map_draw(const Page *page)
{
    (void)page;
}
