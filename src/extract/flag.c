#include "extract/analysis.h"

void flag_find(Analysis *a)
{
    (void)a;
}
