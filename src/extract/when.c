#include "extract/analysis.h"

void when_find(Analysis *a)
{
    (void)a;
}
