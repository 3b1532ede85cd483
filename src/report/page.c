#include "report/page.h"

void page_situation(Buf *out, const Situation *situation, const Language *language, const Gazetteer *gazetteer)
{
    (void)situation;
    (void)language;
    (void)gazetteer;
    buf_put(out, STR("<!doctype html>\n"));
}
