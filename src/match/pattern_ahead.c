/*
 * pattern_ahead — what must stand at a token for a way through a program that begins at an instruction to lead anywhere, for
 * each of its instructions: most ways fail at the first thing they ask for, and are not gone.
 */
#include "match/pattern.h"

static const Ahead ANYTHING = {UINT64_MAX, UINT64_MAX};

static bool join(Ahead *ahead, Ahead more)
{
    Ahead joined = {ahead->classes | more.classes, ahead->words | more.words};
    bool changed = joined.classes != ahead->classes || joined.words != ahead->words;
    *ahead = joined;
    return changed;
}

static Ahead of_words(const Inst *inst)
{
    Ahead out = {0, 0};
    for (uint32_t i = 1; i <= inst->b; i++)
        out.words |= word_fold(inst[i].a);
    return out;
}

/* Of the instruction at pc, as far as those behind it are known. */
static Ahead ahead_of(const ClassTest *tests, const Inst *code, const Ahead *all, uint32_t pc)
{
    const Inst *inst = &code[pc];
    switch ((Op)inst->op) {
    case OP_WORD: return (Ahead){0, word_fold(inst->a)};
    case OP_WORDS: return of_words(inst);
    case OP_CLASS: return (Ahead){(uint64_t)1 << (tests[inst->a].cls & 63), 0};
    case OP_SPLIT: return (Ahead){all[inst->a].classes | all[inst->b].classes, all[inst->a].words | all[inst->b].words};
    case OP_JUMP: return all[inst->a];
    case OP_NOT: return all[pc + 1 + inst->a];
    case OP_OPEN:
    case OP_CLOSE:
    case OP_ITERATION:
    case OP_START: return all[pc + 1];
    case OP_ANY:
    case OP_SHAPE:
    case OP_END:
    case OP_MATCH: break;
    }
    return ANYTHING;
}

const Ahead *pattern_find_ahead(Arena *arena, const ClassTest *tests, const Inst *code, uint32_t count)
{
    Ahead *all = ARENA_ARRAY(arena, Ahead, count);
    for (bool changed = true; changed;) { /* repeats jump back: until nothing is added */
        changed = false;
        for (uint32_t pc = count; pc-- > 0;)
            changed |= join(&all[pc], ahead_of(tests, code, all, pc));
    }
    return all;
}
