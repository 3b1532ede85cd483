/* The policy of the public edition: data/profiles/public.tsv, and the words of data/en/public/withhold.tsv. */
#include "base/embedded.h"
#include "report/public_parts.h"

static const char POLICY_FILE[] = "data/profiles/public.tsv";
static const char WORDS_FILE[] = "data/en/public/withhold.tsv";

enum { MAX_STATEMENTS = 32 };

typedef struct {
    Str action;
    Str what;
    Str value;
    Str statement;
} PolicyRow;

typedef struct {
    PublicPolicy *policy;
    Str *statements;
} Reading;

static bool *withheld_thing(PublicPolicy *policy, Str what, bool *originals)
{
    const struct {
        const char *name;
        bool *flag;
    } things[] = {{"names", &policy->names},     {"ages", &policy->ages},   {"peoples", &policy->peoples},
                  {"handles", &policy->handles}, {"sites", &policy->sites}, {"originals", originals}};
    for (size_t i = 0; i < sizeof things / sizeof things[0]; i++) {
        if (str_equal(what, str_from(things[i].name)))
            return things[i].flag;
    }
    return NULL;
}

/* "0.1", "72": digits with at most one dot. */
static bool read_number(Str s, double *out)
{
    double whole = 0;
    double unit = 1;
    bool behind_dot = false;
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == '.' && !behind_dot) {
            behind_dot = true;
            continue;
        }
        if (!char_is_digit(s.ptr[i]))
            return false;
        whole = whole * 10 + (s.ptr[i] - '0');
        unit *= behind_dot ? 10 : 1;
    }
    *out = whole / unit;
    return s.len > 0;
}

static bool take_row(Reading *reading, const PolicyRow *row)
{
    PublicPolicy *policy = reading->policy;
    double number = 0;
    bool originals = false;
    if (str_equal(row->action, STR("withhold"))) {
        bool *flag = withheld_thing(policy, row->what, &originals);
        if (!flag)
            return false;
        *flag = true;
    } else if (str_equal(row->action, STR("round")) && str_equal(row->what, STR("places"))) {
        if (!read_number(row->value, &policy->grid_deg))
            return false;
    } else if (str_equal(row->action, STR("delay")) && str_equal(row->what, STR("movements"))) {
        if (!read_number(row->value, &number))
            return false;
        policy->movements = true;
        policy->delay_hours = (int64_t)number;
    } else if (str_equal(row->action, STR("keep")) && party_parse(row->what) != PARTY_NONE) {
        policy->kept[party_parse(row->what)] = true;
    } else {
        return false;
    }
    if (!str_equal(row->statement, STR("-")) && policy->statement_count < MAX_STATEMENTS)
        reading->statements[policy->statement_count++] = row->statement;
    return true;
}

static bool read_policy(PublicPolicy *policy, Arena *arena, Error *err)
{
    Reading reading = {policy, ARENA_ARRAY(arena, Str, MAX_STATEMENTS)};
    Str rest = embedded_find(str_from(POLICY_FILE));
    Str line = STR_NONE;
    bool headed = false;
    for (int number = 1; str_cut(&rest, '\n', &line); number++) {
        if (line.len == 0 || line.ptr[0] == '#')
            continue;
        PolicyRow row = {STR_NONE, STR_NONE, STR_NONE, STR_NONE};
        bool whole = str_cut(&line, '\t', &row.action) && str_cut(&line, '\t', &row.what) &&
                     str_cut(&line, '\t', &row.value) && str_cut(&line, '\t', &row.statement);
        if (headed && (!whole || !take_row(&reading, &row)))
            return error_set(err, ERROR_DATA, "%s:%d: no row of a policy", POLICY_FILE, number);
        headed = true;
    }
    policy->statements = reading.statements;
    return headed || error_set(err, ERROR_DATA, "%s is not in this program", POLICY_FILE);
}

static bool read_words(PublicPolicy *policy, Arena *arena, Error *err)
{
    Str words = embedded_find(str_from(WORDS_FILE));
    if (!str_present(words))
        return error_set(err, ERROR_DATA, "%s is not in this program", WORDS_FILE);
    policy->words = lexicon_create(arena);
    if (!lexicon_add(policy->words, WORDS_FILE, words, err) || !lexicon_finish(policy->words, err))
        return false;
    const struct {
        const char *name;
        uint16_t *cls;
    } classes[] = {{"AGE_BEHIND", &policy->age_behind},
                   {"AGE_BEFORE", &policy->age_before},
                   {"AGE_JOIN", &policy->age_join},
                   {"AGE_NUMBER", &policy->age_number},
                   {"DECADE", &policy->decade},
                   {"VICTIM_CUE", &policy->cue},
                   {"SITE", &policy->site},
                   {"PEOPLE", &policy->people},
                   {"ACTOR", &policy->actor}};
    for (size_t i = 0; i < sizeof classes / sizeof classes[0]; i++)
        *classes[i].cls = lexicon_class(policy->words, str_from(classes[i].name));
    return true;
}

const PublicPolicy *public_policy_load(Arena *arena, Error *err)
{
    PublicPolicy *policy = ARENA_NEW(arena, PublicPolicy);
    return read_policy(policy, arena, err) && read_words(policy, arena, err) ? policy : NULL;
}
