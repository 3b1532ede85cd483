#include "extract/analysis.h"

void count_find(Analysis *a)
{
    (void)a;
}
