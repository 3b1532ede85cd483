/*
 * pattern_second — what may stand behind the first thing that a match takes, read off its program for each word and class
 * with which it may begin: most tokens at which a pattern may begin have nothing of it behind them, and need no attempt.
 */
#include "match/pattern.h"

/* Instructions to look at, each once. */
typedef struct {
    const Pattern *pattern;
    uint32_t *todo;
    uint32_t todo_count;
    bool *seen; /* by instruction */
} Steps;

static void go(Steps *s, uint32_t pc)
{
    if (s->seen[pc])
        return;
    s->seen[pc] = true;
    s->todo[s->todo_count++] = pc;
}

static Steps steps_from(Arena *scratch, const Pattern *pattern)
{
    return (Steps){pattern, ARENA_ARRAY(scratch, uint32_t, pattern->code_count), 0,
                   ARENA_ARRAY(scratch, bool, pattern->code_count)};
}

/* Follows an instruction that takes nothing; false when it takes something or is the end. */
static bool pass(Steps *s, uint32_t pc)
{
    const Inst *inst = &s->pattern->code[pc];
    switch ((Op)inst->op) {
    case OP_SPLIT:
        go(s, inst->a);
        go(s, inst->b);
        return true;
    case OP_JUMP: go(s, inst->a); return true;
    case OP_NOT: go(s, pc + 1 + inst->a); return true;
    case OP_OPEN:
    case OP_CLOSE:
    case OP_ITERATION:
    case OP_START:
    case OP_END: go(s, pc + 1); return true;
    case OP_WORD:
    case OP_WORDS:
    case OP_CLASS:
    case OP_ANY:
    case OP_SHAPE:
    case OP_MATCH: break;
    }
    return false;
}

static void add_word(Begins *begins, uint32_t word)
{
    uint32_t bit = begins_word_bit(word);
    begins->words[bit >> 6] |= (uint64_t)1 << (bit & 63);
}

/* Adds what an instruction takes, or that the match may be over. */
static void add_taken(const ClassTest *tests, const Inst *inst, Second *out)
{
    if (inst->op == OP_CLASS)
        class_set_add(&out->begins.classes, tests[inst->a].cls);
    else if (inst->op == OP_WORD)
        add_word(&out->begins, inst->a);
    else if (inst->op == OP_WORDS)
        for (uint32_t i = 1; i <= inst->b; i++)
            add_word(&out->begins, inst[i].a);
    else
        out->any = true;
}

/* What may stand behind what the instruction at pc takes. */
static Second *second_of(Arena *arena, Arena *scratch, const ClassTest *tests, const Pattern *pattern, uint32_t pc)
{
    const Inst *inst = &pattern->code[pc];
    Second *out = ARENA_NEW(arena, Second);
    Steps steps = steps_from(scratch, pattern);
    go(&steps, pc + 1 + (inst->op == OP_WORDS ? inst->b : 0));
    while (steps.todo_count > 0) {
        uint32_t at = steps.todo[--steps.todo_count];
        if (!pass(&steps, at))
            add_taken(tests, &pattern->code[at], out);
    }
    return out;
}

static bool takes(const ClassTest *tests, const Inst *inst, const First *first)
{
    if (inst->op == OP_CLASS)
        return first->kind == FIRST_CLASS && first->number == tests[inst->a].cls;
    if (first->kind != FIRST_WORD)
        return false;
    if (inst->op == OP_WORD)
        return first->number == inst->a;
    for (uint32_t i = 1; inst->op == OP_WORDS && i <= inst->b; i++) {
        if (first->number == inst[i].a)
            return true;
    }
    return false;
}

/* Two instructions may take the same: what may stand behind either. */
static Second *joined(Arena *arena, const Second *a, const Second *b)
{
    Second *out = ARENA_NEW(arena, Second);
    *out = *a;
    class_set_join(&out->begins.classes, &b->begins.classes);
    for (int i = 0; i < BEGINS_WORDS; i++)
        out->begins.words[i] |= b->begins.words[i];
    out->any |= b->any;
    return out;
}

void pattern_find_seconds(Arena *arena, Arena *scratch, const ClassTest *tests, const Pattern *pattern)
{
    Second **seconds = ARENA_ARRAY(scratch, Second *, pattern->first_count + 1); /* by first */
    Steps steps = steps_from(scratch, pattern);
    go(&steps, 0);
    while (steps.todo_count > 0) {
        uint32_t pc = steps.todo[--steps.todo_count];
        Second *second = NULL;
        if (pass(&steps, pc))
            continue;
        for (uint32_t i = 0; i < pattern->first_count; i++) {
            if (!takes(tests, &pattern->code[pc], &pattern->firsts[i]))
                continue;
            second = second ? second : second_of(arena, scratch, tests, pattern, pc);
            seconds[i] = seconds[i] ? joined(arena, seconds[i], second) : second;
        }
    }
    for (uint32_t i = 0; i < pattern->first_count; i++)
        pattern->firsts[i].second = seconds[i];
}
