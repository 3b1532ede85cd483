#include "extract/layout/page_edge.h"

typedef struct {
    size_t first; /* lines [first, end) */
    size_t end;
} Page;

typedef struct {
    Str text;
    const Span *lines;
    const Page *pages;
    size_t count;
} Pages;

static Pages pages_of(Arena *arena, Str text, const Span *lines, size_t count)
{
    Page *pages = NULL;
    size_t found = 0;
    size_t cap = 0;
    size_t at = 0;
    for (size_t start = 0; start < text.len;) {
        size_t end = str_find_char(text, '\f', start);
        end = end == SIZE_MAX ? text.len : end;
        size_t first = at;
        while (at < count && lines[at].start < end)
            at++;
        if (at > first) {
            pages = arena_grow(arena, pages, found, &cap, sizeof *pages);
            pages[found++] = (Page){first, at};
        }
        start = end + 1;
    }
    return (Pages){text, lines, pages, found};
}

static Str line_of(const Pages *pages, size_t i)
{
    return span_text(pages->text, pages->lines[i]);
}

static bool is_passed_over(char c)
{
    return char_is_digit(c) || char_is_space(c);
}

/* The same but for numbers and white space. */
static bool is_alike(Str a, Str b)
{
    size_t i = 0;
    size_t j = 0;
    for (;;) {
        while (i < a.len && is_passed_over(a.ptr[i]))
            i++;
        while (j < b.len && is_passed_over(b.ptr[j]))
            j++;
        if (i == a.len || j == b.len)
            return i == a.len && j == b.len;
        if (a.ptr[i++] != b.ptr[j++])
            return false;
    }
}

static bool has_clock(Str line)
{
    for (size_t i = 1; i + 2 < line.len; i++) {
        if (line.ptr[i] == ':' && char_is_digit(line.ptr[i - 1]) && char_is_digit(line.ptr[i + 1]) &&
            char_is_digit(line.ptr[i + 2]))
            return true;
    }
    return false;
}

static bool is_number(Str line)
{
    enum { MOST_DIGITS = 4 };
    size_t digits = 0;
    while (digits < line.len && char_is_digit(line.ptr[digits]))
        digits++;
    return digits == line.len && digits <= MOST_DIGITS;
}

/* "https://…   1/2" */
static bool is_printed_address(Str line)
{
    size_t end = line.len;
    while (end > 0 && char_is_digit(line.ptr[end - 1]))
        end--;
    size_t slash = end;
    while (slash > 1 && char_is_digit(line.ptr[slash - 2]))
        slash--;
    bool pages =
        end < line.len && slash < end && line.ptr[end - 1] == '/' && slash >= 2 && char_is_space(line.ptr[slash - 2]);
    return pages &&
           (str_begins(line, STR("http://")) || str_begins(line, STR("https://")) || str_begins(line, STR("file://")));
}

static size_t edge_line(const Page *page, bool head)
{
    return head ? page->first : page->end - 1;
}

/* Does the line at the page's edge stand there on another page, before or behind it? */
static bool is_repeated(const Pages *pages, size_t page, bool head)
{
    enum { NEAR = 2 }; /* left and right pages may have heads of their own */
    Str line = line_of(pages, edge_line(&pages->pages[page], head));
    for (size_t i = page > NEAR ? page - NEAR : 0; i < pages->count && i <= page + NEAR; i++) {
        if (i != page && is_alike(line, line_of(pages, edge_line(&pages->pages[i], head))))
            return true;
    }
    return false;
}

const bool *page_edge_find(Arena *arena, Str text, const Span *lines, size_t count)
{
    Pages pages = pages_of(arena, text, lines, count);
    bool *edges = ARENA_ARRAY(arena, bool, count + 1);
    for (size_t i = 0; i < pages.count; i++) {
        size_t head = edge_line(&pages.pages[i], true);
        size_t foot = edge_line(&pages.pages[i], false);
        bool own = i == 0 && !has_clock(line_of(&pages, head));
        bool printed = is_printed_address(line_of(&pages, foot));
        if (head == foot)
            continue;
        edges[foot] = printed || is_number(line_of(&pages, foot)) || is_repeated(&pages, i, false);
        edges[head] = !own && (printed || is_number(line_of(&pages, head)) || is_repeated(&pages, i, true));
    }
    return edges;
}
