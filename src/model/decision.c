#include "model/decision.h"

static const char *const ACTIONS[ACTION_COUNT_] = {"",      "accept", "edit", "reject", "unverifiable",
                                                   "merge", "split",  "move", "copy",   "origin",
                                                   "place", "day",    "add",  "note",   "undo"};
static const char *const TARGETS[TARGET_COUNT_] = {"", "claim", "incident", "report", "decision"};
static const char *const VERDICTS[VERDICT_COUNT_] = {"",          "accepted", "edited", "rejected", "unverifiable",
                                                     "contested", "added"};

/* Bits 1 << TargetKind: on what an action may be taken. */
enum {
    ON_CLAIM = 1 << TARGET_CLAIM,
    ON_INCIDENT = 1 << TARGET_INCIDENT,
    ON_REPORT = 1 << TARGET_REPORT,
    ON_DECISION = 1 << TARGET_DECISION,
};
static const unsigned TAKES[ACTION_COUNT_] = {
    [ACTION_ACCEPT] = ON_CLAIM,
    [ACTION_EDIT] = ON_CLAIM,
    [ACTION_REJECT] = ON_CLAIM,
    [ACTION_UNVERIFIABLE] = ON_CLAIM,
    [ACTION_MERGE] = ON_INCIDENT,
    [ACTION_SPLIT] = ON_INCIDENT,
    [ACTION_MOVE] = ON_CLAIM,
    [ACTION_COPY] = ON_CLAIM | ON_REPORT,
    [ACTION_ORIGIN] = ON_CLAIM,
    [ACTION_PLACE] = ON_CLAIM | ON_INCIDENT,
    [ACTION_DAY] = ON_CLAIM | ON_INCIDENT,
    [ACTION_ADD] = ON_REPORT,
    [ACTION_NOTE] = ON_CLAIM | ON_INCIDENT | ON_REPORT,
    [ACTION_UNDO] = ON_DECISION,
};

static size_t number_of(const char *const *names, size_t count, Str name)
{
    size_t i = count;
    while (i-- > 1)
        if (str_equal(str_from(names[i]), name))
            return i;
    return 0;
}

Str action_name(Action action)
{
    return str_from(ACTIONS[action]);
}

Action action_parse(Str name)
{
    return (Action)number_of(ACTIONS, ACTION_COUNT_, name);
}

Str target_name(TargetKind kind)
{
    return str_from(TARGETS[kind]);
}

TargetKind target_parse(Str name)
{
    return (TargetKind)number_of(TARGETS, TARGET_COUNT_, name);
}

bool action_takes(Action action, TargetKind target)
{
    return (TAKES[action] & 1U << target) != 0;
}

Str verdict_name(Verdict verdict)
{
    return str_from(VERDICTS[verdict]);
}

void decisions_undone(DecisionLog log, int64_t *undone_by)
{
    for (size_t i = 0; i < log.count; i++)
        undone_by[i] = 0;
    /* Newest first: whether an undo stands is known before what it undoes is reached. */
    for (size_t i = log.count; i-- > 0;) {
        const Decision *undo = &log.items[i];
        for (size_t k = i; undo->action == ACTION_UNDO && undone_by[i] == 0 && k-- > 0;)
            if (log.items[k].seq == undo->of && undone_by[k] == 0)
                undone_by[k] = undo->seq;
    }
}
