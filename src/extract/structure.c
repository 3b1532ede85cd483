#include "extract/analysis.h"

void structure_find(Analysis *a)
{
    (void)a;
}
