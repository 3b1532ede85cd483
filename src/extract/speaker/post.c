#include "extract/speaker/post.h"

#include "extract/speaker/cue.h"

enum { POST_TOKENS = 24, SIGNATURE_TOKENS = 14 };

/* The '@' of a handle in a short line, or the line's end. */
static uint32_t handle_at(const Sayings *all, Range line)
{
    for (uint32_t i = line.first; i + 1 < line.last; i++) {
        Str sign = span_text(all->a->tokens.text, all->a->tokens.tokens[i].span);
        if (sign.len > 0 && sign.ptr[0] == '@')
            return i;
    }
    return line.last;
}

static Span handle_from(const Sayings *all, uint32_t at)
{
    Span sign = all->a->tokens.tokens[at].span;
    return sign.end - sign.start > 1 ? sign : span_join(sign, all->a->tokens.tokens[at + 1].span);
}

/* A quotation with "Name (@handle) via X" under it. */
static void quoted_post(Sayings *all, uint32_t u)
{
    Range line = all->units[u].tokens;
    if (u == 0 || !all->units[u - 1].quote || line.last - line.first > POST_TOKENS)
        return;
    uint32_t at = handle_at(all, line);
    if (at == line.last || at == line.first)
        return;
    bool bracket = cue_tag(all, at - 1) == TAG_OPEN;
    uint32_t name_end = bracket ? at - 1 : at;
    for (uint32_t i = line.first; i < name_end && !bracket; i++) {
        if ((all->a->tokens.tokens[i].flags & TOKEN_WORD) && !(all->a->tokens.tokens[i].flags & TOKEN_CAPITAL))
            return; /* "Follow Carla Lopez on Chirp @carla" */
    }
    Saying saying = {.unit = u, .say = MENTION_NONE, .source = {line.first, name_end}, .cue = {name_end, name_end}};
    if (cue_tag(all, line.first) == TAG_DASH)
        saying.source.first++;
    saying.handle = handle_from(all, at);
    uint32_t first = u - 1;
    while (first > 0 && all->units[first - 1].quote && all->units[first - 1].block == all->units[u - 1].block)
        first--;
    content_add(&saying, (Range){all->units[first].tokens.first, all->units[u - 1].tokens.last});
    saying_add(all, saying);
}

/* Does a day begin right behind the bracket that closes behind the handle? */
static bool is_dated(const Sayings *all, uint32_t at, uint32_t end)
{
    enum { HANDLE_TOKENS = 6 };
    uint32_t close = at;
    while (close < end && close - at < HANDLE_TOKENS && cue_tag(all, close) != TAG_CLOSE)
        close++;
    if (close + 1 >= end || cue_tag(all, close) != TAG_CLOSE)
        return false;
    uint32_t start = all->a->tokens.tokens[close + 1].span.start;
    size_t i = analysis_first_time(all->a, start);
    return i < all->a->time_count && all->a->times[i].span.start == start;
}

/* The dash before the name of a signature; the handle where none stands there. */
static uint32_t signature_dash(const Sayings *all, uint32_t first, uint32_t at)
{
    uint32_t dash = at;
    for (uint32_t i = at; i > first && at - i < SIGNATURE_TOKENS; i--)
        if (cue_tag(all, i - 1) == TAG_DASH)
            dash = i - 1;
    return dash;
}

/* A post that a page shows in its text: "Nine died today. - Carla Lopez (@carla) March 3, 2026". All of its block up to the dash is the post's. */
static void shown_post(Sayings *all, uint32_t u)
{
    Range line = all->units[u].tokens;
    uint32_t at = handle_at(all, line);
    if (at == line.last || at < line.first + 2 || cue_tag(all, at - 1) != TAG_OPEN || !is_dated(all, at, line.last))
        return;
    uint32_t dash = signature_dash(all, line.first, at);
    uint32_t first = u;
    while (first > 0 && all->units[first - 1].block == all->units[u].block)
        first--;
    if (dash + 1 >= at || (dash == line.first && first == u) ||
        !(all->a->tokens.tokens[dash + 1].flags & TOKEN_CAPITAL))
        return;
    Saying saying = {.unit = u, .say = MENTION_NONE, .source = {dash + 1, at - 1}, .cue = {dash, dash + 1}};
    saying.handle = handle_from(all, at);
    content_add(&saying, (Range){all->units[first].tokens.first, dash});
    saying_add(all, saying);
}

void post_find(Sayings *all, uint32_t u)
{
    quoted_post(all, u);
    shown_post(all, u);
}
