/*
 * pattern_second — what may stand behind the first thing that a match takes, read off its program: most tokens at which a
 * pattern may begin have nothing of it behind them, and need no attempt.
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

static void add_word(Begins *seconds, uint32_t word)
{
    uint32_t bit = begins_word_bit(word);
    seconds->words[bit >> 6] |= (uint64_t)1 << (bit & 63);
}

/* Adds what an instruction takes. */
static void add_taken(Pattern *pattern, const ClassTest *tests, const Inst *inst)
{
    if (inst->op == OP_CLASS)
        class_set_add(&pattern->seconds.classes, tests[inst->a].cls);
    else if (inst->op == OP_WORD)
        add_word(&pattern->seconds, inst->a);
    else if (inst->op == OP_WORDS)
        for (uint32_t i = 1; i <= inst->b; i++)
            add_word(&pattern->seconds, inst[i].a);
    else
        pattern->any_second = true; /* any token, or the end of the match */
}

void pattern_find_seconds(Arena *scratch, const ClassTest *tests, Pattern *pattern)
{
    Steps first = steps_from(scratch, pattern);
    Steps second = steps_from(scratch, pattern);
    go(&first, 0);
    while (first.todo_count > 0) {
        uint32_t pc = first.todo[--first.todo_count];
        const Inst *inst = &pattern->code[pc];
        if (pass(&first, pc))
            continue;
        if (inst->op == OP_MATCH)
            pattern->any_second = true;
        else
            go(&second, pc + 1 + (inst->op == OP_WORDS ? inst->b : 0));
    }
    while (second.todo_count > 0) {
        uint32_t pc = second.todo[--second.todo_count];
        if (!pass(&second, pc))
            add_taken(pattern, tests, &pattern->code[pc]);
    }
    pattern->fold = (Fold){UINT64_MAX, UINT64_MAX};
    if (pattern->any_second)
        return;
    const uint64_t *words = pattern->seconds.words;
    pattern->fold = (Fold){class_set_fold(&pattern->seconds.classes), words[0] | words[1] | words[2] | words[3]};
}
