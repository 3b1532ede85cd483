#include "read/item.h"

#include "read/link.h"

static Str first_known(Arena *arena, Str own, Str lent)
{
    return str_present(own) ? own : arena_copy(arena, lent);
}

void item_lend(const Item *item, Document *document, Arena *arena)
{
    document->url = first_known(arena, link_resolve(arena, item->url, document->url), item->url);
    document->author = first_known(arena, document->author, item->author);
    document->publisher = first_known(arena, document->publisher, item->publisher);
    if (str_present(item->title))
        document->title = arena_copy(arena, item->title);
    if (document->published.precision == MOMENT_NONE)
        document->published = item->published;
}
