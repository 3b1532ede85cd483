#include "extract/statement.h"

void statement_find(Analysis *a)
{
    (void)a;
}
