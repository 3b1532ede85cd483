/* html — a page is one document. */
#include "read/source.h"

Document *html_next(Source *source, Arena *arena)
{
    return plain_next(source, arena);
}
