#include "read/companion.h"

#include "base/buf.h"

/* Is there a page to the folder at that path? */
static bool has_page(const Markup *markup, const Map *paths, Str folder)
{
    static const char *const ENDINGS[] = {".html", ".htm", ".xhtml"};
    Str stem = markup_companion_stem(markup, folder);
    bool found = false;
    for (size_t i = 0; str_present(stem) && !found && i < sizeof ENDINGS / sizeof ENDINGS[0]; i++) {
        Buf page = {0};
        buf_put(&page, stem);
        buf_put(&page, str_from(ENDINGS[i]));
        found = map_find(paths, buf_str(&page)) != 0;
        buf_free(&page);
    }
    return found;
}

bool companion_holds(const Markup *markup, const Map *paths, Str path)
{
    for (size_t at = 0; (at = str_find_char(path, '/', at)) != SIZE_MAX; at++) {
        if (has_page(markup, paths, str_slice(path, 0, at)))
            return true;
    }
    return has_page(markup, paths, path);
}
