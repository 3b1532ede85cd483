/* Targets and tactics: how many claims name each, so that bars compare in a column. */
#include <stdlib.h>

#include "report/page_parts.h"

typedef struct {
    Str name;
    uint32_t first; /* the first claim that names it */
    unsigned claims;
} Named;

typedef struct {
    Named *items;
    size_t count;
    size_t cap;
} NamedList;

static void name_add(const Page *page, NamedList *list, Str name, uint32_t claim)
{
    for (size_t i = 0; i < list->count; i++) {
        if (str_equal(list->items[i].name, name)) {
            list->items[i].claims++;
            return;
        }
    }
    list->items = arena_grow(page->arena, list->items, list->count, &list->cap, sizeof *list->items);
    list->items[list->count++] = (Named){name, claim, 1};
}

static int compare_named(const void *left, const void *right)
{
    const Named *a = left;
    const Named *b = right;
    if (a->claims != b->claims)
        return a->claims > b->claims ? -1 : 1;
    return str_compare(a->name, b->name);
}

static void named_list(const Page *page, const char *title, NamedList *list)
{
    buf_format(page->out, "<div>\n<h3>%s</h3>\n", title);
    if (list->count == 0) {
        put(page, "<p class=\"quiet\">None reported.</p>\n</div>\n");
        return;
    }
    qsort(list->items, list->count, sizeof *list->items, compare_named);
    unsigned most = list->items[0].claims;
    put(page, "<ul class=\"tally\">\n");
    for (size_t i = 0; i < list->count; i++) {
        const Named *n = &list->items[i];
        put(page, "<li>");
        evidence_open(page, n->first);
        text(page, n->name);
        evidence_close(page);
        buf_format(page->out,
                   "<svg class=\"bar\" viewBox=\"0 0 100 6\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
                   "<path d=\"M0 3H%u\"/></svg><span class=\"quiet\">",
                   100 * n->claims / most);
        words_counted(page->out, n->claims, "claim");
        put(page, "</span></li>\n");
    }
    put(page, "</ul>\n</div>\n");
}

void page_tactics(const Page *page)
{
    NamedList targets = {0};
    NamedList tactics = {0};
    for (uint32_t i = 0; i < page->situation->claim_count; i++) {
        const SituationClaim *s = claim_at(page, i);
        if (s->claim->background || s->copy_of >= 0 || !page_shows(page, i))
            continue;
        for (size_t t = 0; t < s->claim->target_count && s->claim->kind != KIND_CASUALTY; t++)
            name_add(page, &targets, s->claim->targets[t], i);
        for (size_t t = 0; t < s->claim->tactic_count; t++)
            name_add(page, &tactics, s->claim->tactics[t], i);
    }
    if (targets.count + tactics.count == 0)
        return;
    section_open(page, "tactics", "Targets and tactics",
                 "As the reports name them; attempted and foiled attacks included.");
    put(page, "<div class=\"halves\">\n");
    named_list(page, "Targets", &targets);
    named_list(page, "Tactics", &tactics);
    put(page, "</div>\n");
    section_close(page);
}
