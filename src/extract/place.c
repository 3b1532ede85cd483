#include "extract/analysis.h"

void place_find(Analysis *a)
{
    (void)a;
}
