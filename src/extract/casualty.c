#include "extract/casualty.h"

void casualty_find(Analysis *a)
{
    (void)a;
}
