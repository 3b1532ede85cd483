#include "match/pattern.h"

#include <assert.h>

enum { QUICK_STACK = 96, QUICK_LOG = 96, QUICK_STEPS = 200, MAX_CHOICES = 16 };

/* A way not yet tried; or ways that differ only in their tokens, from at down to low. */
typedef struct {
    uint32_t pc;
    uint32_t at;
    uint32_t low;
    uint32_t log_count;
    uint32_t mention; /* the instruction at pc consumed it; MENTION_NONE: pc is to be run */
} Way;

typedef struct {
    enum { LOG_OPEN, LOG_CLOSE, LOG_MENTION, LOG_ITERATION } kind;
    uint32_t number; /* capture, mention or 1 when a repeat begins, 0 when they are over */
    uint32_t at;
} LogEntry;

typedef enum { RUN_FAILED, RUN_MATCHED, RUN_OUT_OF_ROOM } RunResult;

/* One attempt. Mostly it needs a few steps and no memory; one that needs more is begun again with `seen`. */
typedef struct {
    const Matcher *m;
    const Pattern *pattern;
    const Inst *code; /* the pattern's, and so is ahead */
    const Ahead *ahead;
    const Token *tokens;
    const uint64_t *folds; /* the mentions' */
    uint32_t start;
    uint32_t limit; /* end of what it may reach */
    uint32_t sentence_first;
    uint32_t sentence_last;
    Way *ways;
    size_t way_count;
    size_t way_cap;
    LogEntry *log;
    size_t log_count;
    size_t log_cap;
    uint64_t *seen; /* bit: this instruction has been at this token; NULL on the quick attempt */
    size_t steps;   /* that are left: ways taken up, and tokens passed many at once */
    uint32_t end;
} Run;

static bool push(Run *r, Way way)
{
    if (r->way_count == r->way_cap) {
        if (!r->seen)
            return false;
        r->ways = arena_grow(r->m->arena, r->ways, r->way_count, &r->way_cap, sizeof *r->ways);
    }
    r->ways[r->way_count++] = way;
    return true;
}

static bool log_add(Run *r, LogEntry entry)
{
    if (r->log_count == r->log_cap) {
        if (!r->seen)
            return false;
        r->log = arena_grow(r->m->arena, r->log, r->log_count, &r->log_cap, sizeof *r->log);
    }
    r->log[r->log_count++] = entry;
    return true;
}

/* Has this instruction been at this token before in this attempt? */
static bool been_here(Run *r, uint32_t pc, uint32_t at)
{
    if (!r->seen)
        return false;
    size_t bit = (size_t)pc * (PATTERN_REACH + 1) + (at - r->start);
    uint64_t mask = (uint64_t)1 << (bit & 63);
    bool been = (r->seen[bit >> 6] & mask) != 0;
    r->seen[bit >> 6] |= mask;
    return been;
}

static bool test_fits(const Matcher *m, const ClassTest *test, const Mention *mention)
{
    if (mention->cls != test->cls)
        return false;
    if (test->value_count > 0) {
        uint32_t i = 0;
        while (i < test->value_count && test->values[i] != mention->value)
            i++;
        if ((i < test->value_count) == test->negated)
            return false;
    }
    if (test->attr == 0)
        return true;
    const Attr *attr = mention_attr(m->mentions, mention, test->attr);
    return attr && attr->value == test->attr_value;
}

static bool words_fit(const Inst *inst, uint32_t word)
{
    for (uint32_t i = 1; i <= inst->b; i++) {
        if (inst[i].a == word)
            return true;
    }
    return false;
}

/* Has one of the mentions at the token the class and what else the test asks for? */
static bool test_fits_at(const Matcher *m, const ClassTest *test, uint32_t at)
{
    if (!mention_may_begin(m->mentions, at, test->cls))
        return false;
    for (uint32_t n = m->mentions->at[at]; n != MENTION_NONE; n = m->mentions->items[n].next) {
        if (test_fits(m, test, &m->mentions->items[n]))
            return true;
    }
    return false;
}

/* Is the token one of the words or shapes behind OP_NOT? */
static bool refused_as_token(const Inst *inst, const Token *token)
{
    for (const Inst *i = inst + 1, *classes = i + inst->flags; i < classes; i++) {
        if (i->op == OP_WORD ? i->a == token->word : i->op == OP_SHAPE && (token->flags & i->a) == i->a)
            return true;
    }
    return false;
}

/* Does a mention begin at the token that the classes behind OP_NOT test for? */
static bool refused_as_mention(const Run *r, const Inst *inst, uint32_t at)
{
    for (const Inst *i = inst + 1 + inst->flags; i <= inst + inst->a; i++) {
        if (test_fits_at(r->m, &r->m->tests[i->a], at))
            return true;
    }
    return false;
}

/* Would one of the instructions behind OP_NOT succeed at this token? */
static inline bool refused(const Run *r, const Inst *inst, uint32_t at)
{
    if (at >= r->sentence_last)
        return false;
    const Refused *set = &r->pattern->refused[inst->b];
    const Token *token = &r->tokens[at];
    if (((set->words & word_fold(token->word)) != 0 || set->shapes) && refused_as_token(inst, token))
        return true;
    if ((r->folds[at] & set->fold) == 0)
        return false;
    return mention_may_begin_any(r->m->mentions, at, &set->whole) ||
           (mention_may_begin_any(r->m->mentions, at, &set->some) && refused_as_mention(r, inst, at));
}

/* Openings of captures passed over: does it take a token, or a mention? */
static bool takes_token(const Inst *inst)
{
    while (inst->op == OP_OPEN)
        inst++;
    return inst->op <= OP_SHAPE;
}

/* Does what stands at the token rule out that the instruction leads anywhere? A quick look, so that most ways that lead
 * nowhere are never gone. */
static inline bool is_hopeless(const Run *r, uint32_t pc, uint32_t at)
{
    if (at >= r->limit)
        return takes_token(&r->code[pc]);
    const Ahead *ahead = &r->ahead[pc];
    return ((r->folds[at] & ahead->classes) | (word_fold(r->tokens[at].word) & ahead->words)) == 0;
}

/* The fitting mentions at the token, the longest last. */
static size_t find_mentions(const Run *r, const Inst *inst, uint32_t at, uint32_t found[MAX_CHOICES])
{
    const MentionList *list = r->m->mentions;
    const ClassTest *test = &r->m->tests[inst->a];
    size_t count = 0;
    if (!mention_may_begin(list, at, test->cls))
        return 0;
    for (uint32_t n = list->at[at]; n != MENTION_NONE && count < MAX_CHOICES; n = list->items[n].next) {
        const Mention *mention = &list->items[n];
        if (mention->cls != test->cls || mention->last > r->limit || !test_fits(r->m, test, mention))
            continue;
        size_t i = count++;
        for (; i > 0 && list->items[found[i - 1]].last >= mention->last; i--)
            found[i] = found[i - 1];
        found[i] = n;
    }
    return count;
}

/* What became of one instruction. */
typedef enum { STEP_ON, STEP_FAILED, STEP_MATCHED, STEP_OUT_OF_ROOM } Step;

static bool token_fits(const Inst *inst, const Token *token)
{
    switch ((Op)inst->op) {
    case OP_WORD: return token->word == inst->a;
    case OP_WORDS: return token->word != 0 && words_fit(inst, token->word);
    case OP_SHAPE: return (token->flags & inst->a) == inst->a;
    default: return true;
    }
}

static Step step_token(const Run *r, const Inst *inst, uint32_t *pc, uint32_t *at)
{
    if (*at >= r->limit || !token_fits(inst, &r->tokens[*at]))
        return STEP_FAILED;
    *pc += 1 + (inst->op == OP_WORDS ? inst->b : 0);
    *at += 1;
    return is_hopeless(r, *pc, *at) ? STEP_FAILED : STEP_ON;
}

static Step step_mark(Run *r, const Inst *inst, uint32_t *pc, uint32_t at)
{
    LogEntry entry = {LOG_ITERATION, inst->a, at};
    if (inst->op == OP_OPEN)
        entry.kind = LOG_OPEN;
    else if (inst->op == OP_CLOSE)
        entry.kind = LOG_CLOSE;
    *pc += 1;
    return log_add(r, entry) ? STEP_ON : STEP_OUT_OF_ROOM;
}

/* Goes on behind a mention that the class instruction at *pc took. */
static Step take_mention(Run *r, uint32_t mention, uint32_t *pc, uint32_t *at)
{
    if (r->code[*pc].logged && !log_add(r, (LogEntry){LOG_MENTION, mention, *at}))
        return STEP_OUT_OF_ROOM;
    *at = r->m->mentions->items[mention].last;
    *pc += 1;
    return is_hopeless(r, *pc, *at) ? STEP_FAILED : STEP_ON;
}

/* Takes the longest fitting mention; the others are ways not yet tried. */
static Step step_class(Run *r, const Inst *inst, uint32_t *pc, uint32_t *at)
{
    uint32_t found[MAX_CHOICES];
    if (*at >= r->limit || been_here(r, *pc, *at))
        return STEP_FAILED;
    size_t count = find_mentions(r, inst, *at, found);
    if (count == 0)
        return STEP_FAILED;
    for (size_t i = 0; i + 1 < count; i++) {
        if (!push(r, (Way){*pc, *at, *at, (uint32_t)r->log_count, found[i]}))
            return STEP_OUT_OF_ROOM;
    }
    return take_mention(r, found[count - 1], pc, at);
}

static Step step_split(Run *r, const Inst *inst, uint32_t *pc, uint32_t at)
{
    const Inst *code = r->code;
    uint32_t first = inst->a;
    if (been_here(r, *pc, at))
        return STEP_FAILED;
    bool none = code[first].op == OP_NOT && refused(r, &code[first], at);
    if (code[first].op == OP_NOT)
        first += 1 + code[first].a; /* need not be asked again */
    if (none || is_hopeless(r, first, at)) {
        *pc = inst->b;
        return STEP_ON;
    }
    if (!is_hopeless(r, inst->b, at) && !push(r, (Way){inst->b, at, at, (uint32_t)r->log_count, MENTION_NONE}))
        return STEP_OUT_OF_ROOM;
    *pc = first;
    return STEP_ON;
}

/* A repeat over any tokens, or any but some: passes as many as it can at once. To have passed fewer are ways not yet
 * tried, the longest first. */
static Step step_scan(Run *r, const Inst *inst, uint32_t *pc, uint32_t *at)
{
    const Inst *body = &r->code[inst->a];
    uint32_t low = *at;
    uint32_t end = low;
    bool been = been_here(r, *pc, end);
    while (!been && end < r->limit && !(body->op == OP_NOT && refused(r, body, end)))
        been = been_here(r, *pc, ++end);
    r->steps -= r->steps > end - low ? end - low : r->steps - 1;
    if (end > low && !push(r, (Way){inst->b, end - 1, low, (uint32_t)r->log_count, MENTION_NONE}))
        return STEP_OUT_OF_ROOM;
    *at = end;
    *pc = inst->b;
    return been ? STEP_FAILED : STEP_ON;
}

static Step step(Run *r, const Inst *inst, uint32_t *pc, uint32_t *at)
{
    switch ((Op)inst->op) {
    case OP_WORD:
    case OP_WORDS:
    case OP_ANY:
    case OP_SHAPE: return step_token(r, inst, pc, at);
    case OP_CLASS: return step_class(r, inst, pc, at);
    case OP_NOT: *pc += 1 + inst->a; return refused(r, inst, *at) ? STEP_FAILED : STEP_ON;
    case OP_SPLIT: return inst->flags ? step_scan(r, inst, pc, at) : step_split(r, inst, pc, *at);
    case OP_JUMP: *pc = inst->a; return STEP_ON;
    case OP_OPEN:
    case OP_CLOSE:
    case OP_ITERATION: return step_mark(r, inst, pc, *at);
    case OP_START: *pc += 1; return *at == r->sentence_first ? STEP_ON : STEP_FAILED;
    case OP_END: *pc += 1; return *at == r->sentence_last ? STEP_ON : STEP_FAILED;
    case OP_MATCH: r->end = *at; return STEP_MATCHED;
    }
    return STEP_FAILED;
}

/* Takes the last way not yet tried that is not hopeless; fails when there is none. */
static Step resume(Run *r, uint32_t *pc, uint32_t *at)
{
    while (r->way_count > 0) {
        Way *last = &r->ways[r->way_count - 1];
        Way way = *last;
        if (r->steps-- == 0)
            return STEP_OUT_OF_ROOM;
        if (way.at > way.low)
            last->at--;
        else
            r->way_count--;
        r->log_count = way.log_count;
        *pc = way.pc;
        *at = way.at;
        Step result = is_hopeless(r, way.pc, way.at) ? STEP_FAILED : STEP_ON;
        if (way.mention != MENTION_NONE)
            result = take_mention(r, way.mention, pc, at);
        if (result != STEP_FAILED)
            return result;
    }
    return STEP_FAILED;
}

static RunResult run(Run *r)
{
    uint32_t pc = 0;
    uint32_t at = r->start;
    for (;;) {
        Step result = step(r, &r->code[pc], &pc, &at);
        if (result == STEP_ON)
            continue;
        if (result == STEP_FAILED)
            result = resume(r, &pc, &at);
        if (result == STEP_FAILED)
            return RUN_FAILED;
        if (result == STEP_MATCHED)
            return RUN_MATCHED;
        if (result == STEP_OUT_OF_ROOM)
            return RUN_OUT_OF_ROOM;
    }
}

/* ---- captures ---- */

/* The capture that the log entry at `close` ends. */
static Captured captured_at(const Run *r, size_t close, uint16_t iteration)
{
    Captured captured = {(uint16_t)r->log[close].number, iteration, MENTION_NONE, 0, r->log[close].at};
    size_t open = close;
    while (r->log[open].kind != LOG_OPEN || r->log[open].number != captured.capture)
        open--;
    captured.first = r->log[open].at;
    for (size_t i = open; i < close; i++) {
        if (r->log[i].kind == LOG_MENTION && r->log[i].at == captured.first &&
            r->m->mentions->items[r->log[i].number].last == captured.last)
            captured.mention = r->log[i].number;
    }
    return captured;
}

static void keep_captures(Matcher *m, const Run *r)
{
    uint16_t iteration = 0;
    uint16_t iterations = 0;
    for (size_t i = 0; i < r->log_count; i++) {
        if (r->log[i].kind == LOG_ITERATION)
            iteration = r->log[i].number ? ++iterations : 0;
        if (r->log[i].kind != LOG_CLOSE)
            continue;
        Captured captured = captured_at(r, i, iteration);
        if (captured.first == captured.last)
            continue;
        m->caps = arena_grow(m->arena, m->caps, m->cap_count, &m->cap_cap, sizeof *m->caps);
        m->caps[m->cap_count++] = captured;
    }
}

bool pattern_match(Matcher *m, const Pattern *pattern, uint32_t start, uint32_t *end)
{
    Way ways[QUICK_STACK];
    LogEntry log[QUICK_LOG];
    const Token *tokens = m->tokens->tokens;
    const Sentence *sentence = &m->tokens->sentences[tokens[start].sentence];
    Run r; /* filled field by field: this runs a million times a second */
    r.m = m;
    r.pattern = pattern;
    r.code = pattern->code;
    r.ahead = pattern->ahead;
    r.tokens = tokens;
    r.folds = m->mentions->folds;
    r.start = start;
    r.sentence_first = sentence->first;
    r.sentence_last = sentence->last;
    r.limit = sentence->last - start > PATTERN_REACH ? start + PATTERN_REACH : sentence->last;
    r.ways = ways;
    r.way_count = 0;
    r.way_cap = QUICK_STACK;
    r.log = log;
    r.log_count = 0;
    r.log_cap = QUICK_LOG;
    r.seen = NULL;
    r.steps = QUICK_STEPS;
    r.end = start;
    RunResult result;
    while ((result = run(&r)) == RUN_OUT_OF_ROOM) {
        assert(r.seen == NULL);
        r.way_count = r.log_count = 0;
        r.seen = ARENA_ARRAY(m->arena, uint64_t, (size_t)pattern->code_count * (PATTERN_REACH + 1) / 64 + 1);
        r.ways = NULL;
        r.log = NULL;
        r.way_cap = r.log_cap = 0;
        r.steps = SIZE_MAX;
    }
    if (result != RUN_MATCHED)
        return false;
    *end = r.end;
    keep_captures(m, &r);
    return true;
}
