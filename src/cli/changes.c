#include "cli/book.h"
#include "cli/codebook.h"

const Option CHANGES_OPTIONS[] = {
    SITUATION_OPTION,
    PROFILE_OPTION,
    {"from", 0, "TIME", "the earlier moment, needed: 2026-02-01 or 2026-02-01T18:00Z"},
    {"to", 0, "TIME", "the later one (default: now)"},
    {"json", 0, NULL, "print an object a row"},
    {"help", 'h', NULL, "this help"},
    {0},
};

static bool changes(const Invocation *invocation, Store *store, Moment from, Moment to, View *view, Error *err)
{
    int64_t situation = 0;
    const Profile *profile = NULL;
    return (!option_value(invocation, "profile") || read_profile(invocation, "daybook", &profile, err)) &&
           book_situation(invocation, store, false, &situation, err) &&
           store_look_between(store, situation, from, to, profile, err) &&
           store_list(store, "changes", situation, invocation->arena, view, err) && print_view(invocation, view, err);
}

int run_changes(Invocation *invocation)
{
    Error err = {0};
    Moment from;
    Moment to;
    View view = {0};
    if (invocation->operand_count != 1 || !option_value(invocation, "from")) {
        (void)error_set(&err, ERROR_USAGE, "changes needs a BOOK and --from TIME; see daybook changes --help");
        return fail(&err);
    }
    if (!read_moment(invocation, "from", &from, &err) || !read_moment(invocation, "to", &to, &err))
        return fail(&err);
    Store *store = book_open(invocation, STORE_READ, &err);
    bool ok = store && changes(invocation, store, from, to, &view, &err);
    (void)store_close(store, NULL);
    if (!ok)
        return fail(&err);
    return view.row_count > 0 ? EXIT_DONE : EXIT_NOTHING_FOUND;
}
