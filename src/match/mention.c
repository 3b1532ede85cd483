#include "match/mention.h"

#include <assert.h>

enum { MENTIONS_A_TOKEN = 6 }; /* seldom more; room that is not used costs nothing */

MentionList mention_list(Arena *arena, const TokenList *tokens)
{
    size_t count = tokens->count;
    MentionList list = {.token_count = count, .tokens = tokens->tokens, .ranges = tokens->sentences};
    list.at = arena_room(arena, count + 1, sizeof *list.at, alignof(uint32_t));
    list.cap = count * MENTIONS_A_TOKEN;
    list.items = arena_room(arena, list.cap, sizeof *list.items, alignof(Mention));
    list.last = arena_room(arena, count + 1, sizeof *list.last, alignof(uint32_t));
    list.of_class = arena_room(arena, MENTION_CLASS_BITS, sizeof *list.of_class, alignof(uint32_t));
    list.of_class_last = arena_room(arena, MENTION_CLASS_BITS, sizeof *list.of_class_last, alignof(uint32_t));
    list.marks = ARENA_ARRAY(arena, ClassSet, count + 1);
    list.inside = ARENA_ARRAY(arena, ClassSet, count + 1);
    list.folds = ARENA_ARRAY(arena, uint64_t, count + 1);
    list.sentences = ARENA_ARRAY(arena, Features, tokens->sentence_count + 1);
    memset(list.at, 0xff, (count + 1) * sizeof *list.at); /* MENTION_NONE */
    memset(list.of_class, 0xff, MENTION_CLASS_BITS * sizeof *list.of_class);
    return list;
}

ClassSet class_set_of(const uint16_t *classes, size_t count)
{
    ClassSet set = {{0}};
    for (size_t i = 0; i < count; i++) {
        if (classes[i] != 0)
            class_set_add(&set, classes[i]);
    }
    return set;
}

uint32_t mention_next_sentence(const MentionList *list, uint32_t token, const ClassSet *set)
{
    while (token < list->token_count && !mention_may_be_any_in(list, list->tokens[token].sentence, set))
        token = list->ranges[list->tokens[token].sentence].last;
    return token;
}

uint32_t mention_next_before(const MentionList *list, uint32_t token, uint32_t last, const ClassSet *set)
{
    uint64_t fold = class_set_fold(set);
    while (token < last && ((list->folds[token] & fold) == 0 || !mention_may_begin_any(list, token, set)))
        token++;
    return token;
}

uint32_t mention_next(const MentionList *list, uint32_t token, const ClassSet *set)
{
    for (;;) {
        token = mention_next_sentence(list, token, set);
        if (token >= list->token_count)
            return token;
        uint32_t last = list->ranges[list->tokens[token].sentence].last;
        token = mention_next_before(list, token, last, set);
        if (token < last)
            return token;
    }
}

/* The mention, or the next that begins with it, that is of the class. */
static uint32_t next_of_class(const MentionList *list, uint32_t mention, uint16_t cls)
{
    while (mention != MENTION_NONE && list->items[mention].cls != cls)
        mention = list->items[mention].next;
    return mention;
}

uint32_t mention_within(const MentionList *list, uint32_t token, uint32_t last, uint16_t cls)
{
    while (token < last && !mention_may_begin(list, token, cls))
        token++;
    return token < last ? next_of_class(list, list->at[token], cls) : MENTION_NONE;
}

uint32_t mention_within_after(const MentionList *list, uint32_t mention, uint32_t last)
{
    const Mention *m = &list->items[mention];
    uint32_t here = next_of_class(list, m->next, m->cls);
    return here != MENTION_NONE ? here : mention_within(list, m->first + 1, last, m->cls);
}

static bool same_attrs(const MentionList *list, const Mention *a, const Mention *b)
{
    if (a->attr_count != b->attr_count)
        return false;
    for (uint32_t i = 0; i < a->attr_count; i++) {
        const Attr *x = &mention_attrs_of(list, a)[i];
        const Attr *y = &mention_attrs_of(list, b)[i];
        if (x->name != y->name || x->kind != y->kind || x->value != y->value || x->mention != y->mention ||
            x->first != y->first || x->last != y->last)
            return false;
    }
    return true;
}

/* The mention that is equal, MENTION_NONE. */
static uint32_t find_equal(const MentionList *list, const Mention *m)
{
    if (!mention_may_begin(list, m->first, m->cls))
        return MENTION_NONE;
    for (uint32_t i = list->at[m->first]; i != MENTION_NONE; i = list->items[i].next) {
        const Mention *other = &list->items[i];
        if (other->last == m->last && other->cls == m->cls && other->value == m->value && same_attrs(list, other, m))
            return i;
    }
    return MENTION_NONE;
}

Mention *mention_widen(Arena *arena, MentionList *list)
{
    list->items = arena_grow(arena, list->items, list->count, &list->cap, sizeof *list->items);
    return &list->items[list->count];
}

uint32_t mention_append(Arena *arena, MentionList *list, const Mention *m)
{
    Mention *room = mention_room(arena, list);
    *room = *m;
    room->next = room->same = MENTION_NONE;
    return mention_take_in(list, feature_of_value(m->cls, m->value));
}

uint32_t mention_add(Arena *arena, MentionList *list, Mention m)
{
    assert(m.first < m.last && m.last <= list->token_count && m.cls != 0);
    uint32_t equal = find_equal(list, &m);
    return equal != MENTION_NONE ? equal : mention_append(arena, list, &m);
}

uint32_t mention_attrs(Arena *arena, MentionList *list, const Attr *attrs, size_t count)
{
    uint32_t first = (uint32_t)list->attr_count;
    for (size_t i = 0; i < count; i++) {
        if (list->attr_count == list->attr_cap)
            list->attrs = arena_grow(arena, list->attrs, list->attr_count, &list->attr_cap, sizeof *list->attrs);
        list->attrs[list->attr_count++] = attrs[i];
    }
    return first;
}

uint32_t mention_longest_at(const MentionList *list, uint32_t token, uint16_t cls)
{
    uint32_t best = MENTION_NONE;
    uint32_t best_last = 0;
    for (uint32_t i = list->at[token]; i != MENTION_NONE; i = list->items[i].next) {
        const Mention *m = &list->items[i];
        if (m->cls == cls && m->last > best_last) {
            best = i;
            best_last = m->last;
        }
    }
    assert(best != MENTION_NONE); /* the class is bare */
    return best;
}

uint32_t mention_longest(const MentionList *list, uint32_t token, uint16_t cls, uint32_t back)
{
    uint32_t best = MENTION_NONE;
    uint32_t best_tokens = 0;
    uint32_t lowest = token > back ? token - back : 0;
    for (uint32_t first = token;; first--) {
        uint32_t i = mention_may_begin(list, first, cls) ? mention_longest_at(list, first, cls) : MENTION_NONE;
        if (i != MENTION_NONE && list->items[i].last > token && list->items[i].last - first > best_tokens) {
            best = i;
            best_tokens = list->items[i].last - first;
        }
        if (first == lowest || !class_set_has(&list->inside[first], cls))
            return best; /* none that began before goes on as far as here */
    }
}

Span mention_span(const TokenList *tokens, const Mention *m)
{
    return mention_tokens_span(tokens, m->first, m->last);
}

Span mention_tokens_span(const TokenList *tokens, uint32_t first, uint32_t last)
{
    if (first >= last || last > tokens->count)
        return (Span){0, 0};
    return (Span){tokens->tokens[first].span.start, tokens->tokens[last - 1].span.end};
}
