#include <stdio.h>

#include "cli/book.h"
#include "cli/codebook.h"
#include "cli/edition.h"
#include "report/profile_words.h"
#include "store/setting.h"

const Option SHOW_OPTIONS[] = {
    SITUATION_OPTION,
    PROFILE_OPTION,
    PUBLIC_OPTION,
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

/* What is asked for. */
typedef struct {
    const Invocation *invocation;
    const char *list;
    Moment as_of;
    const Profile *profile;
    Disclosing *disclosing; /* NULL: the full edition */
    int64_t situation;
} Asked;

static bool is_asked_otherwise(const Asked *asked)
{
    return asked->as_of.precision != MOMENT_NONE || option_value(asked->invocation, "profile");
}

static bool show_all_codebooks(const Asked *asked, Store *store, View *view, Error *err)
{
    Arena *arena = asked->invocation->arena;
    const Situation *situation = store_edition(store, asked->situation, asked->as_of, asked->profile, arena, err);
    if (situation && asked->disclosing)
        situation = disclose(asked->disclosing, situation, arena);
    return read_side_by_side(asked->invocation, situation, view);
}

static bool show_list(const Asked *asked, Store *store, View *view, Error *err)
{
    if (asked->disclosing && !store_look_edited(store, asked->situation, asked->as_of, asked->profile,
                                                (StoreEditor){disclose, asked->disclosing}, err))
        return false;
    if (!asked->disclosing && is_asked_otherwise(asked) &&
        !store_look_back(store, asked->situation, asked->as_of, asked->profile, err))
        return false;
    return store_list(store, asked->list, asked->situation, asked->invocation->arena, view, err);
}

/* Under a table; beside rows of JSON, which have no place for it, on the standard error. */
static bool print_notices(const Asked *asked, Error *err)
{
    Buf out = {0};
    bool json = option_value(asked->invocation, "json") != NULL;
    for (size_t i = 0; asked->disclosing && i < asked->disclosing->notice_count; i++) {
        buf_put(&out, json ? STR("daybook: ") : i == 0 ? STR("\n") : STR(""));
        buf_put(&out, asked->disclosing->notices[i]);
        buf_char(&out, '\n');
    }
    bool ok = json || print_out(buf_str(&out), err);
    if (json && out.len > 0)
        (void)fwrite(out.ptr, 1, out.len, stderr);
    buf_free(&out);
    return ok;
}

static bool show(Asked *asked, Store *store, View *view, Error *err)
{
    bool named = option_value(asked->invocation, "profile") != NULL; /* else it is what the book says */
    if ((named && !read_profile(asked->invocation, "daybook", &asked->profile, err)) ||
        !book_situation(asked->invocation, store, false, &asked->situation, err))
        return false;
    bool figures = strcmp(asked->list, "figures") == 0;
    bool read = figures && named && asked->profile->beside_count > 0 ? show_all_codebooks(asked, store, view, err)
                                                                     : show_list(asked, store, view, err);
    return read && print_view(asked->invocation, view, err) &&
           (!figures || print_rules(asked->invocation, asked->profile, err)) && print_notices(asked, err);
}

/* What a reader of the public edition may see; the rest is about the people at the desk and their work. */
static bool is_for_all(const char *list)
{
    static const char *const LISTS[] = {"figures", "incidents", "claims",     "timeline", "sources",
                                        "changes", "conflicts", "unverified", "pending",  "waves"};
    for (size_t i = 0; i < sizeof LISTS / sizeof *LISTS; i++)
        if (strcmp(LISTS[i], list) == 0)
            return true;
    return false;
}

static bool may_show(const Invocation *invocation, const char *list, Error *err)
{
    if (!option_value(invocation, "public") || is_for_all(list))
        return true;
    return error_set(err, ERROR_USAGE, "the list \"%s\" is the desk's own: there is no public edition of it", list);
}

static bool is_name(const char *word)
{
    for (size_t i = 0; store_list_name(i); i++)
        if (strcmp(store_list_name(i), word) == 0)
            return true;
    return false;
}

static bool is_list(const char *name, Error *err)
{
    if (is_name(name))
        return true;
    Buf names = {0};
    for (size_t i = 0; store_list_name(i); i++) {
        buf_put(&names, i > 0 ? STR(", ") : STR(""));
        buf_put(&names, str_from(store_list_name(i)));
    }
    (void)error_set(err, ERROR_USAGE, "there is no list \"%s\"; there are: %.*s", name, (int)names.len, names.ptr);
    buf_free(&names);
    return false;
}

/* BOOK and LIST, in that order. */
static bool read_operands(const Invocation *invocation, Error *err)
{
    const char *const *words = invocation->operands;
    if (invocation->operand_count == 1 && is_name(words[0]))
        return error_set(err, ERROR_USAGE, "show needs the book before the list: daybook show BOOK %s", words[0]);
    if (invocation->operand_count == 1)
        return error_set(
            err, ERROR_USAGE,
            "show needs the name of a list behind the book: daybook show %s figures; see daybook show --help",
            words[0]);
    if (invocation->operand_count != 2)
        return error_set(err, ERROR_USAGE, "show needs a BOOK and the name of a list; see daybook show --help");
    if (is_name(words[0]) && !is_name(words[1]))
        return error_set(err, ERROR_USAGE, "the book comes first: daybook show %s %s", words[1], words[0]);
    return is_list(words[1], err) && may_show(invocation, words[1], err);
}

/* With --public the store's rows are edited before any list reads them. */
static bool show_edition(Asked *asked, Store *store, View *view, Error *err)
{
    Engine words = {.threads = 0};
    Engine own;
    Disclosing disclosing = {.policy = NULL};
    if (!option_value(asked->invocation, "public"))
        return show(asked, store, view, err);
    if (!engine_open_words(asked->invocation, &words, err))
        return false;
    PublicChoice choice = store_public_choice(store, asked->as_of, asked->invocation->arena);
    asked->disclosing = &disclosing;
    bool ok = book_engine(&words, asked->invocation, store, &own, err);
    disclosing.language = &words.language;
    disclosing.gazetteer = ok ? own.gazetteer : NULL;
    ok = ok && disclose_begin(asked->invocation, &choice, &disclosing, err) && show(asked, store, view, err);
    asked->disclosing = NULL;
    engine_close(&words);
    return ok;
}

int run_show(Invocation *invocation)
{
    Error err = {0};
    View view = {0};
    Asked asked = {.invocation = invocation};
    if (!read_operands(invocation, &err) || !read_moment(invocation, "as-of", &asked.as_of, &err))
        return fail(&err);
    asked.list = invocation->operands[1];
    Store *store = book_open(invocation, STORE_READ, &err);
    bool ok = store && show_edition(&asked, store, &view, &err);
    if (ok)
        book_note_rules(invocation, store, engine_default_rules(invocation->arena));
    (void)store_close(store, NULL);
    if (!ok)
        return fail(&err);
    if (view.row_count == 0)
        (void)fprintf(stderr, "daybook: %s: the list \"%s\" is empty\n", invocation->operands[0], asked.list);
    return view.row_count > 0 ? EXIT_DONE : EXIT_NOTHING_FOUND;
}
