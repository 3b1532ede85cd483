#include "cli/book.h"
#include "cli/codebook.h"
#include "report/profile_words.h"

const Option SHOW_OPTIONS[] = {
    SITUATION_OPTION,
    PROFILE_OPTION,
    {"as-of", 0, "TIME", "as the book stood then: 2026-02-01 or 2026-02-01T18:00Z"},
    {"json", 0, NULL, "print an object a row"},
    {"help", 'h', NULL, "this help"},
    {0},
};

/* Under a table of figures by a codebook that was asked for: its rules. */
static bool print_rules(const Invocation *invocation, const Profile *profile, Error *err)
{
    if (!option_value(invocation, "profile") || option_value(invocation, "json"))
        return true;
    Buf out = {0};
    buf_char(&out, '\n');
    profile_text(&out, profile);
    bool ok = print_out(buf_str(&out), err);
    buf_free(&out);
    return ok;
}

/* The figures by every codebook, a column each. */
static bool read_side_by_side(const Invocation *invocation, const Situation *situation, View *view)
{
    if (situation)
        profile_view(situation, invocation->arena, view);
    return situation != NULL;
}

static bool show(const Invocation *invocation, Store *store, Moment as_of, View *view, Error *err)
{
    const Profile *profile = NULL;
    const char *list = invocation->operands[1];
    Arena *arena = invocation->arena;
    int64_t situation = 0;
    bool asked = option_value(invocation, "profile") != NULL; /* else it is the book's own */
    if ((asked && !read_profile(invocation, "daybook", &profile, err)) ||
        !book_situation(invocation, store, false, &situation, err))
        return false;
    bool figures = strcmp(list, "figures") == 0;
    if (figures && asked && profile->beside_count > 0)
        return read_side_by_side(invocation, store_edition(store, situation, as_of, profile, arena, err), view) &&
               print_view(invocation, view, err) && print_rules(invocation, profile, err);
    if ((as_of.precision != MOMENT_NONE || asked) && !store_look_back(store, situation, as_of, profile, err))
        return false;
    return store_list(store, list, situation, arena, view, err) && print_view(invocation, view, err) &&
           (!figures || print_rules(invocation, profile, err));
}

static bool is_list(const char *name, Error *err)
{
    Buf names = {0};
    bool found = false;
    for (size_t i = 0; store_list_name(i); i++) {
        buf_put(&names, i > 0 ? STR(", ") : STR(""));
        buf_put(&names, str_from(store_list_name(i)));
        found = found || strcmp(store_list_name(i), name) == 0;
    }
    if (!found)
        (void)error_set(err, ERROR_USAGE, "there is no list \"%s\"; there are: %.*s", name, (int)names.len, names.ptr);
    buf_free(&names);
    return found;
}

int run_show(Invocation *invocation)
{
    Error err = {0};
    Moment as_of;
    View view = {0};
    if (invocation->operand_count != 2)
        (void)error_set(&err, ERROR_USAGE, "show needs a BOOK and the name of a list; see daybook show --help");
    if (invocation->operand_count != 2 || !is_list(invocation->operands[1], &err) ||
        !read_moment(invocation, "as-of", &as_of, &err))
        return fail(&err);
    Store *store = book_open(invocation, STORE_READ, &err);
    bool ok = store && show(invocation, store, as_of, &view, &err);
    if (ok)
        book_note_rules(invocation, store, engine_default_rules(invocation->arena));
    (void)store_close(store, NULL);
    if (!ok)
        return fail(&err);
    return view.row_count > 0 ? EXIT_DONE : EXIT_NOTHING_FOUND;
}
