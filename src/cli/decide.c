#include <stdio.h>
#include <time.h>

#include "cli/book.h"
#include "cli/read_anew.h"
#include "report/public.h"
#include "store/placed.h"
#include "store/setting.h"

const Option DECIDE_OPTIONS[] = {
    {"as", 0, "PERSON", "who decides"},
    {"action", 0, "WHAT",
     "accept, edit, reject, unverifiable, merge, split, move, copy, origin, place, day, add, note; of the whole book: "
     "profile, public, gazetteer"},
    {"target", 0, "ID", "of the claim, incident or report; not needed of the whole book"},
    {"value", 0, "JSON", "what it becomes"},
    {"reason", 0, "TEXT", "why"},
    {"undo", 0, "N", "take decision N back; an undo may be undone"},
    {"seen", 0, "N", "the last decision on the target that was seen: a later one of somebody else's stands in the way"},
    {"at", 0, "TIME", "when it was made (default: now)"},
    {"dry-run", 0, NULL, "only print which figures it would move"},
    SITUATION_OPTION,
    {"json", 0, NULL, "print an object a row"},
    {"help", 'h', NULL, "this help"},
    {0},
};

static Str value_of(const Invocation *invocation, const char *option)
{
    const char *text = option_value(invocation, option);
    return text ? str_from(text) : STR_NONE;
}

static bool read_decision(const Invocation *invocation, StoreDecision *out, Error *err)
{
    Moment made;
    const char *undo = option_value(invocation, "undo");
    if (!read_moment(invocation, "at", &made, err))
        return false;
    *out = (StoreDecision){.made_at = made.precision != MOMENT_NONE ? made.seconds : (int64_t)time(NULL),
                           .person = value_of(invocation, "as"),
                           .action = undo ? STR("undo") : value_of(invocation, "action"),
                           .target = undo ? str_from(undo) : value_of(invocation, "target"),
                           .value = value_of(invocation, "value"),
                           .reason = value_of(invocation, "reason")};
    if (undo && (option_value(invocation, "action") || option_value(invocation, "target")))
        return error_set(err, ERROR_USAGE, "--undo names the decision: leave --action and --target out");
    if (!str_present(out->target) && store_is_setting(out->action))
        out->target = out->action; /* the store knows better */
    if (!str_present(out->person) || !str_present(out->action) || !str_present(out->target) ||
        !str_present(out->reason))
        return error_set(err, ERROR_USAGE,
                         "decide needs --as, --action, --target and --reason; see daybook decide --help");
    return true;
}

/* Without --seen whoever decides here has seen everything. */
static bool seen_of(const Invocation *invocation, int64_t *out, Error *err)
{
    Str seen = value_of(invocation, "seen");
    *out = INT64_MAX;
    if (!str_present(seen) || (str_number(seen, out) && *out >= 0))
        return true;
    return error_set(err, ERROR_USAGE, "--seen: \"%s\" is no number of a decision", seen.ptr);
}

static bool say_overtaken(const StoreDecision *since, Error *err)
{
    return error_set(err, ERROR_STORE,
                     "%.*s decided on it meanwhile (decision %lld, %.*s: %.*s); nothing was kept. Look at it, then "
                     "give --seen %lld",
                     (int)since->person.len, since->person.ptr, (long long)since->seq, (int)since->action.len,
                     since->action.ptr, (int)since->reason.len, since->reason.ptr, (long long)since->seq);
}

/* A public policy that is looser than the program's. */
static bool check_setting(const Invocation *invocation, const StoreDecision *decision, Error *err)
{
    PublicChoice choice;
    if (!str_equal(decision->action, STR("public")))
        return true;
    if (!setting_read_public(decision->value, invocation->arena, &choice, err))
        return false;
    const PublicPolicy *policy = public_policy_load(NULL, invocation->arena, err);
    return policy && public_policy_allows(policy, &choice, err);
}

static bool decide(const Invocation *invocation, Store *store, StoreDecision *decision, Error *err)
{
    View effect;
    int64_t seen = 0;
    StoreDecision since = {0};
    bool of_book = store_is_of_book(store, decision);
    bool dry = option_value(invocation, "dry-run") != NULL;
    if (of_book && dry)
        return error_set(err, ERROR_USAGE,
                         "--dry-run: what is set for the whole book is seen by show --profile and "
                         "report --public");
    if (!seen_of(invocation, &seen, err) || (of_book && !check_setting(invocation, decision, err)) ||
        (!of_book && (!book_situation(invocation, store, false, &decision->situation, err) ||
                      !store_effect(store, decision, invocation->arena, &effect, err))))
        return false;
    DecideResult result = DECIDE_KEPT;
    if (!dry)
        result = of_book ? store_set(store, decision, seen, &since, invocation->arena, err)
                         : store_decide(store, decision, seen, &since, invocation->arena, err);
    if (result == DECIDE_OVERTAKEN)
        return say_overtaken(&since, err);
    if (result == DECIDE_REFUSED)
        return false;
    bool moves_none = !of_book && effect.row_count == 0;
    if (!dry)
        (void)fprintf(stderr, "daybook: decision %lld is kept%s\n", (long long)decision->seq,
                      moves_none ? "; it moves no figure" : "");
    else if (moves_none)
        (void)fputs("daybook: it would move no figure\n", stderr);
    bool nothing_to_print = of_book || (moves_none && !option_value(invocation, "json"));
    return nothing_to_print || print_view(invocation, &effect, err);
}

/* A place given by its name alone is looked up. What is no JSON object is left for the store to refuse. */
static bool place_value(const Invocation *invocation, StoreDecision *decision, Error *err)
{
    JsonValue value;
    JsonProblem problem;
    if (!str_present(decision->value) || store_is_setting(decision->action) ||
        !json_parse(invocation->arena, decision->value, &value, &problem) || value.type != JSON_OBJECT)
        return true;
    Gazetteer *gazetteer = gazetteer_open(invocation->arena, STR(""), err);
    if (!gazetteer)
        return false;
    decision->value = placed_value(&value, gazetteer, invocation->arena);
    gazetteer_close(gazetteer);
    return true;
}

int run_decide(Invocation *invocation)
{
    Error err = {0};
    StoreDecision decision;
    if (invocation->operand_count != 1)
        (void)error_set(&err, ERROR_USAGE, "decide needs one BOOK; see daybook decide --help");
    if (invocation->operand_count != 1 || !read_decision(invocation, &decision, &err) ||
        !place_value(invocation, &decision, &err))
        return fail(&err);
    bool dry = option_value(invocation, "dry-run") != NULL;
    Store *store = dry ? book_open(invocation, STORE_READ, &err) : book_open_current(invocation, STORE_WRITE, &err);
    bool ok = store && decide(invocation, store, &decision, &err);
    ok = store_close(store, ok ? &err : NULL) && ok;
    return ok ? EXIT_DONE : fail(&err);
}
