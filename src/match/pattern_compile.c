#include "match/pattern.h"

/* ---- code ---- */

typedef struct {
    Inst *code;
    uint32_t count;
    int captures; /* open ones */
    const ClassTest *tests;
    Arena *arena;
    Refused *refused; /* of OP_NOTs */
    size_t refused_count;
    size_t refused_cap;
} Coder;

static uint32_t put(Coder *c, Op op, uint32_t a, uint32_t b)
{
    if (c->count < PATTERN_MAX_CODE)
        c->code[c->count] = (Inst){.op = (uint8_t)op, .a = a, .b = b, .logged = c->captures > 0};
    return c->count++;
}

static void aim(Coder *c, uint32_t at, uint32_t a, uint32_t b)
{
    if (at < PATTERN_MAX_CODE) {
        c->code[at].a = a;
        c->code[at].b = b;
    }
}

static bool has_capture(const Node *node)
{
    if (node->kind == NODE_CAPTURE)
        return true;
    for (const Node *n = node->child; n; n = n->next) {
        if (has_capture(n))
            return true;
    }
    return false;
}

static void code_node(Coder *c, const Node *node);

static void code_alternatives(Coder *c, const Node *node)
{
    uint32_t jumps = UINT32_MAX; /* chained through b until the end is known */
    for (const Node *n = node->child; n; n = n->next) {
        if (!n->next) {
            code_node(c, n);
            break;
        }
        uint32_t split = put(c, OP_SPLIT, 0, 0);
        code_node(c, n);
        jumps = put(c, OP_JUMP, 0, jumps);
        aim(c, split, split + 1, c->count);
    }
    while (jumps != UINT32_MAX && jumps < PATTERN_MAX_CODE) {
        uint32_t previous = c->code[jumps].b;
        aim(c, jumps, c->count, 0);
        jumps = previous;
    }
}

/* Marks the split of a repeat whose body, which ends before the instruction at end, is "any token", or "any but these". */
static void mark_scan(Coder *c, uint32_t split, uint32_t body, uint32_t end)
{
    if (c->count > PATTERN_MAX_CODE)
        return;
    uint32_t any = c->code[body].op == OP_NOT ? body + 1 + c->code[body].a : body;
    c->code[split].flags = any + 1 == end && c->code[any].op == OP_ANY;
}

static void code_repeat(Coder *c, const Node *node)
{
    bool marks = has_capture(node->child);
    if (node->kind == NODE_PLUS) {
        uint32_t start = c->count;
        if (marks)
            (void)put(c, OP_ITERATION, 1, 0);
        code_node(c, node->child);
        uint32_t split = put(c, OP_SPLIT, start, 0);
        aim(c, split, start, c->count);
        mark_scan(c, split, start, split);
    } else {
        uint32_t split = put(c, OP_SPLIT, 0, 0);
        if (marks)
            (void)put(c, OP_ITERATION, 1, 0);
        code_node(c, node->child);
        uint32_t jump = put(c, OP_JUMP, split, 0);
        aim(c, split, split + 1, c->count);
        mark_scan(c, split, split + 1, jump);
    }
    if (marks)
        (void)put(c, OP_ITERATION, 0, 0);
}

static void code_gap(Coder *c, uint32_t tokens)
{
    /* as few as possible: first the way out, then one token more */
    uint32_t end = c->count + 2 * tokens;
    for (uint32_t i = 0; i < tokens; i++) {
        (void)put(c, OP_SPLIT, end, c->count + 1);
        (void)put(c, OP_ANY, 0, 0);
    }
}

static void code_words(Coder *c, const Node *node)
{
    if (node->count == 1)
        (void)put(c, OP_WORD, node->words[0], 0);
    else
        (void)put(c, OP_WORDS, 0, node->count);
}

/* The words of OP_WORDS follow it as instructions that are never run: no pool is needed. */
static void code_word_list(Coder *c, const Node *node)
{
    code_words(c, node);
    for (uint32_t i = 0; node->count > 1 && i < node->count; i++)
        (void)put(c, OP_WORD, node->words[i], 0);
}

/* The parts of !A or !a|b that are classes, or that are not. */
static void code_parts(Coder *c, const Node *negated, bool classes)
{
    bool many = negated->child->kind == NODE_ALTERNATIVES;
    for (const Node *n = many ? negated->child->child : negated->child; n; n = many ? n->next : NULL) {
        if ((n->kind == NODE_CLASS) != classes)
            continue;
        code_node(c, n);
    }
}

/* What the instructions from first on refuse. */
static Refused refused_by(const Coder *c, uint32_t first)
{
    Refused out = {.words = 0};
    for (uint32_t at = first; at < c->count && at < PATTERN_MAX_CODE; at++) {
        const Inst *inst = &c->code[at];
        const ClassTest *test = inst->op == OP_CLASS ? &c->tests[inst->a] : NULL;
        if (test)
            class_set_add(test->value_count == 0 && test->attr == 0 ? &out.whole : &out.some, test->cls);
        out.words |= inst->op == OP_WORD ? word_fold(inst->a) : 0;
        out.shapes |= inst->op == OP_SHAPE;
    }
    out.fold = class_set_fold(&out.whole) | class_set_fold(&out.some);
    return out;
}

/* !A !B !C in a row are one instruction; returns the last of them. */
static const Node *code_not(Coder *c, const Node *first)
{
    uint32_t at = put(c, OP_NOT, 0, (uint32_t)c->refused_count);
    const Node *last = first;
    while (last->next && last->next->kind == NODE_NOT)
        last = last->next;
    for (const Node *n = first; n != last->next; n = n->next)
        code_parts(c, n, false);
    uint16_t others = (uint16_t)(c->count - at - 1);
    for (const Node *n = first; n != last->next; n = n->next)
        code_parts(c, n, true);
    if (at < PATTERN_MAX_CODE)
        c->code[at].flags = others;
    aim(c, at, c->count - at - 1, (uint32_t)c->refused_count);
    c->refused = arena_grow(c->arena, c->refused, c->refused_count, &c->refused_cap, sizeof *c->refused);
    c->refused[c->refused_count++] = refused_by(c, at + 1);
    return last;
}

static void code_node(Coder *c, const Node *node)
{
    uint32_t at = 0;
    switch (node->kind) {
    case NODE_WORDS: code_word_list(c, node); break;
    case NODE_CLASS: (void)put(c, OP_CLASS, node->count, 0); break;
    case NODE_ANY: (void)put(c, OP_ANY, 0, 0); break;
    case NODE_SHAPE: (void)put(c, OP_SHAPE, node->flags, 0); break;
    case NODE_NOT: (void)code_not(c, node); break;
    case NODE_SEQUENCE:
        for (const Node *n = node->child; n; n = n->next) {
            if (n->kind == NODE_NOT)
                n = code_not(c, n);
            else
                code_node(c, n);
        }
        break;
    case NODE_ALTERNATIVES: code_alternatives(c, node); break;
    case NODE_OPTION:
        at = put(c, OP_SPLIT, 0, 0);
        code_node(c, node->child);
        aim(c, at, at + 1, c->count);
        break;
    case NODE_STAR:
    case NODE_PLUS: code_repeat(c, node); break;
    case NODE_GAP: code_gap(c, node->count); break;
    case NODE_START: (void)put(c, OP_START, 0, 0); break;
    case NODE_END: (void)put(c, OP_END, 0, 0); break;
    case NODE_CAPTURE:
        (void)put(c, OP_OPEN, node->capture, 0);
        c->captures++;
        code_node(c, node->child);
        c->captures--;
        (void)put(c, OP_CLOSE, node->capture, 0);
        break;
    }
}

/* ---- what a match can begin with ---- */

typedef struct {
    Arena *arena;
    First *items;
    size_t count;
    size_t cap;
    const ClassTest *tests;
} FirstList;

static void first_add(FirstList *list, First first)
{
    list->items = arena_grow(list->arena, list->items, list->count, &list->cap, sizeof *list->items);
    list->items[list->count++] = first;
}

static void first_of(FirstList *list, const Node *node)
{
    switch (node->kind) {
    case NODE_WORDS:
        for (uint32_t i = 0; i < node->count; i++)
            first_add(list, (First){.kind = FIRST_WORD, .number = node->words[i]});
        break;
    case NODE_CLASS: first_add(list, (First){.kind = FIRST_CLASS, .number = list->tests[node->count].cls}); break;
    case NODE_ANY:
    case NODE_GAP: first_add(list, (First){.kind = FIRST_SHAPE}); break;
    case NODE_SHAPE: first_add(list, (First){.kind = FIRST_SHAPE, .flags = node->flags}); break;
    case NODE_SEQUENCE:
        for (const Node *n = node->child; n; n = n->next) {
            first_of(list, n);
            if (!node_is_empty(n))
                break;
        }
        break;
    case NODE_ALTERNATIVES:
        for (const Node *n = node->child; n; n = n->next)
            first_of(list, n);
        break;
    case NODE_OPTION:
    case NODE_STAR:
    case NODE_PLUS:
    case NODE_CAPTURE: first_of(list, node->child); break;
    case NODE_NOT:
    case NODE_START:
    case NODE_END: break;
    }
}

/* ---- what a match needs ---- */

enum { MAX_NEEDS = 128, MAX_CHOICES = 48 };

typedef struct {
    uint32_t items[MAX_NEEDS];
    uint32_t count;
    const ClassTest *tests;
} NeedList;

/* Words by their numbers in the vocabulary: those that rules give them are known when all are read (rules_index.c). */
static void need_wants(const NeedList *list, const Node *node, uint32_t *out, uint32_t *count)
{
    if (node->kind == NODE_WORDS) {
        *count = node->count;
        for (uint32_t i = 0; i < node->count && i < MAX_CHOICES; i++)
            out[i] = want_of(FEATURE_WORDS + node->words[i], 0);
        return;
    }
    const ClassTest *test = &list->tests[node->count];
    if (test->value_count == 0 || test->negated) {
        *count = 1;
        out[0] = want_of(feature_of_class(test->cls), test->cls);
        return;
    }
    *count = test->value_count;
    for (uint32_t i = 0; i < test->value_count && i < MAX_CHOICES; i++)
        out[i] = want_of(feature_of_value(test->cls, test->values[i]), test->cls);
}

/* A word or class without which the node can't match, or NULL. */
static const Node *sure_part(const Node *node)
{
    if (node->kind == NODE_WORDS || node->kind == NODE_CLASS)
        return node;
    if (node->kind == NODE_CAPTURE || node->kind == NODE_PLUS)
        return sure_part(node->child);
    const Node *sure = NULL;
    for (const Node *n = node->kind == NODE_SEQUENCE ? node->child : NULL; n && !sure; n = n->next)
        sure = sure_part(n);
    return sure;
}

/* One of these nodes must be there. */
static void need_one(NeedList *list, const Node *first, bool siblings)
{
    uint32_t choices[MAX_CHOICES];
    uint32_t count = 0;
    for (const Node *n = first; n; n = siblings ? n->next : NULL) {
        uint32_t own[MAX_CHOICES];
        uint32_t own_count = 0;
        const Node *sure = sure_part(n);
        if (!sure)
            return;
        need_wants(list, sure, own, &own_count);
        if (count + own_count > MAX_CHOICES)
            return;
        memcpy(choices + count, own, own_count * sizeof *own);
        count += own_count;
    }
    if (list->count + 1 + count > MAX_NEEDS)
        return;
    list->items[list->count++] = count;
    memcpy(list->items + list->count, choices, count * sizeof *choices);
    list->count += count;
}

static void need_of(NeedList *list, const Node *node)
{
    switch (node->kind) {
    case NODE_WORDS:
    case NODE_CLASS: need_one(list, node, false); break;
    case NODE_ALTERNATIVES: need_one(list, node->child, true); break;
    case NODE_SEQUENCE:
        for (const Node *n = node->child; n; n = n->next)
            need_of(list, n);
        break;
    case NODE_PLUS:
    case NODE_CAPTURE: need_of(list, node->child); break;
    case NODE_ANY:
    case NODE_SHAPE:
    case NODE_NOT:
    case NODE_OPTION:
    case NODE_STAR:
    case NODE_GAP:
    case NODE_START:
    case NODE_END: break;
    }
}

/* Copies the groups that begin with a value or a word (choosy), or with a mere class; returns how many items. */
static uint32_t keep_needs(const NeedList *list, bool choosy, uint32_t *out)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < list->count; i += 1U + list->items[i]) {
        if ((want_feature(list->items[i + 1]) >= FEATURE_VALUES) != choosy)
            continue;
        memcpy(out + count, list->items + i, (1U + list->items[i]) * sizeof *out);
        count += 1U + list->items[i];
    }
    return count;
}

/* ---- a word that must follow ---- */

/* How many tokens a match has taken so far, and what was found on the way. */
typedef struct {
    Anchor anchor;
    uint32_t low;
    uint32_t high;
    bool optional; /* inside an option */
    bool over;     /* found, or nothing more can be told */
} Walk;

/* Goes on over a node as long as it can be told how many tokens it takes. */
static void walk(Walk *w, const Node *node)
{
    uint32_t low = w->low;
    switch (node->kind) {
    case NODE_WORDS:
        if (!w->optional && node->count == 1 && w->high > 0) {
            w->anchor = (Anchor){node->words[0], w->low, w->high};
            w->over = true;
        }
        w->low++;
        w->high++;
        break;
    case NODE_ANY:
    case NODE_SHAPE:
        w->low++;
        w->high++;
        break;
    case NODE_SEQUENCE:
    case NODE_CAPTURE:
        for (const Node *n = node->child; n && !w->over; n = n->next)
            walk(w, n);
        break;
    case NODE_OPTION:
        if (w->optional) {
            w->over = true;
            break;
        }
        w->optional = true;
        walk(w, node->child);
        w->optional = false;
        w->low = low;
        break;
    case NODE_GAP: w->high += node->count; break;
    case NODE_NOT:
    case NODE_START:
    case NODE_END: break;
    case NODE_CLASS:
    case NODE_ALTERNATIVES:
    case NODE_STAR:
    case NODE_PLUS: w->over = true; break;
    }
}

static Anchor anchor_of(const Node *tree)
{
    Walk w = {.over = false};
    walk(&w, tree);
    return w.anchor;
}

bool pattern_compile(Arena *arena, const Node *tree, const Node *wanted, const ClassTest *tests, Pattern *out)
{
    Arena *scratch = arena_create();
    Coder coder = {
        .code = arena_room(scratch, PATTERN_MAX_CODE, sizeof(Inst), alignof(Inst)), .tests = tests, .arena = arena};
    code_node(&coder, tree);
    (void)put(&coder, OP_MATCH, 0, 0);
    bool fits = coder.count <= PATTERN_MAX_CODE;
    if (fits) {
        Inst *code = ARENA_ARRAY(arena, Inst, coder.count);
        memcpy(code, coder.code, coder.count * sizeof *code);
        FirstList firsts = {.arena = arena, .tests = tests};
        first_of(&firsts, tree);
        NeedList needs = {.tests = tests};
        for (const Node *n = wanted; n; n = n->next)
            need_of(&needs, n);
        need_of(&needs, tree);
        uint32_t *kept = ARENA_ARRAY(arena, uint32_t, needs.count + 1);
        uint32_t kept_count = keep_needs(&needs, true, kept);
        (void)keep_needs(&needs, false, kept + kept_count);
        *out = (Pattern){.code = code,
                         .code_count = coder.count,
                         .ahead = pattern_find_ahead(arena, tests, code, coder.count),
                         .refused = coder.refused,
                         .anchor = anchor_of(tree),
                         .wanted = wanted,
                         .wants = kept,
                         .want_count = needs.count,
                         .firsts = firsts.items,
                         .first_count = (uint32_t)firsts.count};
        pattern_find_seconds(arena, scratch, tests, out);
    }
    arena_destroy(scratch);
    return fits;
}
