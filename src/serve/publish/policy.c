#include "serve/publish/policy.h"

#include "base/buf.h"

const char *policy_of_page(Str page, Arena *arena)
{
    Str mark = STR("http-equiv=\"Content-Security-Policy\" content=\"");
    size_t at = str_find(page, mark, 0);
    if (at == SIZE_MAX)
        return NULL;
    Str rest = str_drop(page, at + mark.len);
    Buf text = {0};
    buf_put(&text, str_slice(rest, 0, str_find_char(rest, '"', 0)));
    buf_put(&text, STR("; frame-ancestors 'none'"));
    Str kept = arena_copy(arena, buf_str(&text));
    buf_free(&text);
    return kept.ptr;
}
