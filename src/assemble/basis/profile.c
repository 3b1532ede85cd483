#include "assemble/basis/profile.h"

#include <assert.h>

#include "assemble/basis/profile_setting.h"
#include "base/buf.h"
#include "base/embedded.h"

static const char FOLDER[] = "data/profiles/";
static const char ENDING[] = ".profile";
static const char DEFAULT_NAME[] = "daybook";
static const char ALL_NAME[] = "all";

enum { MAX_RULES = 64, MAX_PROFILES = 32 };

/* Column by column; a line has all five. */
static bool cut_columns(Str line, Str columns[5])
{
    for (size_t i = 0; i < 5; i++)
        if (!str_cut(&line, '\t', &columns[i]) || columns[i].len == 0)
            return false;
    return !str_present(line);
}

static bool is_headings(const Str columns[5])
{
    static const char *const NAMES[] = {"rule", "setting", "value", "source", "statement"};
    for (size_t i = 0; i < 5; i++)
        if (!str_equal(columns[i], str_from(NAMES[i])))
            return false;
    return true;
}

/* "/home/a/own.profile" → "own". */
static Str name_of(const char *path)
{
    Str name = str_from(path);
    size_t slash = SIZE_MAX;
    while ((slash = str_find_char(name, '/', 0)) != SIZE_MAX)
        name = str_drop(name, slash + 1);
    size_t dot = str_find_char(name, '.', 0);
    return dot == SIZE_MAX || dot == 0 ? name : str_slice(name, 0, dot);
}

/* What a profile that says nothing does: daybook's rules without its lapsing. */
static Profile *new_profile(const char *path, Arena *arena)
{
    Profile *p = ARENA_NEW(arena, Profile);
    p->name = p->title = arena_copy(arena, name_of(path));
    p->outcomes = ~0U;
    for (size_t i = 0; i < SETTING_COUNT_; i++)
        p->by_setting[i] = STR("");
    return p;
}

static bool is_repeated(const ProfileRule *rules, size_t count, Str name)
{
    for (size_t i = 0; i < count; i++)
        if (str_equal(rules[i].name, name))
            return true;
    return false;
}

static bool take_line(Profile *p, ProfileRule *rules, const Str columns[5], Buf *fault)
{
    ProfileRule rule = {columns[0], SETTING_COUNT_, columns[2], columns[3], columns[4]};
    for (Setting s = SETTING_TITLE; s < SETTING_COUNT_; s++)
        if (str_equal(columns[1], profile_setting_name(s)))
            rule.setting = s;
    if (rule.setting == SETTING_COUNT_) {
        buf_put(fault, STR("there is no setting \""));
        buf_put(fault, columns[1]);
        buf_put(fault, STR("\"; there are:"));
        for (Setting s = SETTING_TITLE; s < SETTING_COUNT_; s++) {
            buf_put(fault, s == SETTING_TITLE ? STR(" ") : STR(", "));
            buf_put(fault, profile_setting_name(s));
        }
        return false;
    }
    if (p->rule_count == MAX_RULES || is_repeated(rules, p->rule_count, rule.name)) {
        buf_put(fault, p->rule_count == MAX_RULES ? STR("too many rules") : STR("a second rule of this name"));
        return false;
    }
    if (!profile_set(p, &rule)) {
        buf_put(fault, columns[1]);
        buf_put(fault, STR(" takes "));
        buf_put(fault, profile_setting_takes(rule.setting));
        buf_put(fault, STR(", not \""));
        buf_put(fault, rule.value);
        buf_put(fault, STR("\""));
        return false;
    }
    p->by_setting[rule.setting] = rule.name;
    rules[p->rule_count++] = rule;
    return true;
}

static void read_line(Profile *p, ProfileRule *rules, Str line, bool *headed, Buf *fault)
{
    Str columns[5];
    if (!cut_columns(line, columns))
        buf_put(fault, STR("a line has five columns with tabs between: rule, setting, value, source, statement"));
    else if (!*headed && !is_headings(columns))
        buf_put(fault, STR("the first line is: rule, setting, value, source, statement, with tabs between"));
    else if (*headed)
        (void)take_line(p, rules, columns, fault);
    *headed = true;
}

static bool read_lines(const char *path, Str text, Profile *p, ProfileRule *rules, Error *err)
{
    bool headed = false;
    bool ok = true;
    Str line = STR_NONE;
    for (int number = 1; ok && str_cut(&text, '\n', &line); number++) {
        Buf fault = {0};
        if (str_ends(line, STR("\r")))
            line = str_slice(line, 0, line.len - 1);
        if (line.len > 0 && line.ptr[0] != '#')
            read_line(p, rules, line, &headed, &fault);
        ok = fault.len == 0;
        if (!ok)
            (void)error_set(err, ERROR_DATA, "%s:%d: %.*s", path, number, (int)fault.len, fault.ptr);
        buf_free(&fault);
    }
    return ok;
}

/* What no single line says: is there a way to choose best, and all that it needs? */
static bool is_complete(const char *path, const Profile *p, Error *err)
{
    const BiasRules *bias = &p->bias;
    bool modelled = bias->noise > 0 && bias->floor_times > 0 && bias->interval_percent > 0;
    for (size_t i = 0; i < BIAS_OF_COUNT_; i++)
        modelled = modelled && bias->priors[i].deviation > 0;
    if (p->best_count == 0)
        return error_set(err, ERROR_DATA, "%s: no rule says how best is chosen", path);
    if (p->best[0].kind == STEP_POSTERIOR && !modelled)
        return error_set(
            err, ERROR_DATA,
            "%s: best is posterior, but not all of bias is said: own, enemy, other, noise, floor, interval", path);
    return true;
}

const Profile *profile_read(const char *path, Str text, Arena *arena, Error *err)
{
    Profile *p = new_profile(path, arena);
    ProfileRule *rules = ARENA_ARRAY(arena, ProfileRule, MAX_RULES);
    p->rules = rules;
    return read_lines(path, text, p, rules, err) && is_complete(path, p, err) ? p : NULL;
}

/* ---- those that the program carries ---- */

static bool is_profile(const EmbeddedFile *file)
{
    return str_begins(str_from(file->name), str_from(FOLDER)) && str_ends(str_from(file->name), str_from(ENDING));
}

static const Profile *built_in(Str name, Arena *arena, Error *err)
{
    size_t count = 0;
    const EmbeddedFile *files = embedded_files(&count);
    for (size_t i = 0; i < count; i++)
        if (is_profile(&files[i]) && str_equal(name_of(files[i].name), name))
            return profile_read(files[i].name, files[i].bytes, arena, err);
    return NULL;
}

const Profile *profile_default(Arena *arena)
{
    const Profile *p = built_in(str_from(DEFAULT_NAME), arena, NULL);
    assert(p);
    return p;
}

static const Profile *all_profiles(Arena *arena, Error *err)
{
    const Profile **others = ARENA_ARRAY(arena, const Profile *, MAX_PROFILES);
    Profile *all = ARENA_NEW(arena, Profile);
    *all = *profile_default(arena);
    size_t count = 0;
    const EmbeddedFile *files = embedded_files(&count);
    for (size_t i = 0; i < count && all->beside_count < MAX_PROFILES; i++) {
        if (!is_profile(&files[i]) || str_equal(name_of(files[i].name), all->name))
            continue;
        const Profile *other = profile_read(files[i].name, files[i].bytes, arena, err);
        if (!other)
            return NULL;
        others[all->beside_count++] = other;
    }
    all->beside = others;
    return all;
}

const Profile *profile_named(Str name, Arena *arena, Error *err)
{
    if (str_equal(name, str_from(ALL_NAME)))
        return all_profiles(arena, err);
    const Profile *p = built_in(name, arena, err);
    if (p)
        return p;
    Buf names = {0};
    size_t count = 0;
    const EmbeddedFile *files = embedded_files(&count);
    for (size_t i = 0; i < count; i++)
        if (is_profile(&files[i])) {
            buf_put(&names, name_of(files[i].name));
            buf_put(&names, STR(", "));
        }
    buf_put(&names, str_from(ALL_NAME));
    (void)error_set(err, ERROR_USAGE,
                    "--profile: there is no profile \"%.*s\"; there are: %.*s, and files whose names end in %s",
                    (int)name.len, name.ptr, (int)names.len, names.ptr, ENDING);
    buf_free(&names);
    return NULL;
}
