#include "report/profile_words.h"

#include "assemble/figure/grade.h"
#include "report/words.h"

static void put_range(Buf *out, const Estimate *e)
{
    words_number(out, e->has_low ? e->low : 0);
    if (e->high_open) {
        buf_put(out, STR(" or more"));
    } else if (e->has_high && (!e->has_low || e->high != e->low)) {
        buf_put(out, STR("\xE2\x80\x93"));
        words_number(out, e->high);
    }
}

void words_estimate(Buf *out, const Estimate *e)
{
    bool is_floor = e->high_open && e->low == e->best;
    bool is_range = e->high_open ? !is_floor : e->has_high && e->high != e->low;
    if (!e->present)
        return;
    if (!e->has_best && !e->has_low && !e->has_high && !e->high_open) {
        buf_put(out, STR("no agreed figure"));
    } else if (!e->has_best && !e->has_low) {
        buf_put(out, e->high_open ? STR("no agreed figure, high open") : STR("no agreed figure, up to "));
        if (e->has_high)
            words_number(out, e->high);
    } else if (!e->has_best) {
        put_range(out, e);
        buf_put(out, STR(", no best"));
    } else {
        buf_put(out, is_floor ? STR("at least ") : STR(""));
        words_number(out, e->best);
        if (!is_range)
            return;
        buf_put(out, STR(" ("));
        put_range(out, e);
        buf_put(out, STR(")"));
    }
}

Str profile_statement(const Profile *profile, Str rule)
{
    for (size_t i = 0; i < profile->rule_count; i++)
        if (str_equal(profile->rules[i].name, rule))
            return profile->rules[i].statement;
    return STR_NONE;
}

const Estimates *profile_estimates(const Incident *incident, size_t number)
{
    return number == 0 ? &incident->estimates : &incident->beside[number - 1];
}

const Profile *profile_number(const Situation *situation, size_t number)
{
    return number == 0 ? situation->profile : situation->profile->beside[number - 1];
}

void profile_text(Buf *out, const Profile *profile)
{
    buf_put(out, STR("Counted by: "));
    buf_put(out, profile->title);
    buf_char(out, '\n');
    for (size_t i = 0; i < profile->rule_count; i++) {
        const ProfileRule *rule = &profile->rules[i];
        if (rule->setting == SETTING_TITLE)
            continue;
        buf_put(out, STR("  "));
        buf_put(out, rule->name);
        buf_put(out, STR(": "));
        buf_put(out, rule->statement);
        buf_put(out, STR(" ("));
        buf_put(out, rule->source);
        buf_put(out, STR(")\n"));
    }
    for (size_t i = 0; i < profile->beside_count; i++) {
        buf_put(out, STR("beside it "));
        buf_put(out, profile->beside[i]->name);
        buf_put(out, STR(": "));
        buf_put(out, profile->beside[i]->title);
        buf_char(out, '\n');
    }
}

/* ---- rows of a list ---- */

enum { FIXED_COLUMNS = 4 };

static const ViewColumn *view_columns(const Situation *s, Arena *arena, size_t *count)
{
    size_t profiles = 1 + s->profile->beside_count;
    ViewColumn *columns = ARENA_ARRAY(arena, ViewColumn, FIXED_COLUMNS + 2 * profiles);
    columns[0] = (ViewColumn){"incident", NULL, VIEW_ID};
    columns[1] = (ViewColumn){"name", "incident", VIEW_TEXT};
    columns[2] = (ViewColumn){"outcome", "outcome", VIEW_TEXT};
    columns[3] = (ViewColumn){"class", "of", VIEW_TEXT};
    *count = FIXED_COLUMNS;
    for (size_t i = 0; i < profiles; i++) {
        Buf key = {0};
        const char *name = profile_number(s, i)->name.ptr;
        buf_put(&key, str_from(name));
        buf_put(&key, STR("_rule"));
        columns[(*count)++] = (ViewColumn){name, name, VIEW_TEXT};
        columns[(*count)++] = (ViewColumn){arena_copy(arena, buf_str(&key)).ptr, NULL, VIEW_TEXT};
        buf_free(&key);
    }
    return columns;
}

static bool any_present(const Incident *incident, Outcome outcome, CellKind cell)
{
    for (size_t i = 0; i <= incident->beside_count; i++)
        if (profile_estimates(incident, i)->cells[outcome][cell].present)
            return true;
    return false;
}

static void put_row(const Incident *incident, Outcome outcome, CellKind cell, Arena *arena, Str *row)
{
    *row++ = incident->id;
    *row++ = incident->name;
    *row++ = outcome_name(outcome);
    *row++ = cell_name(cell);
    for (size_t i = 0; i <= incident->beside_count; i++) {
        const Estimate *e = &profile_estimates(incident, i)->cells[outcome][cell];
        Buf words = {0};
        words_estimate(&words, e);
        *row++ = words.len > 0 ? arena_copy(arena, buf_str(&words)) : STR_NONE;
        *row++ = e->present ? e->rule : STR_NONE;
        buf_free(&words);
    }
}

void profile_view(const Situation *situation, Arena *arena, View *out)
{
    *out = (View){0};
    out->columns = view_columns(situation, arena, &out->column_count);
    size_t most = situation->incident_count * OUTCOME_COUNT_ * CELL_COUNT_;
    Str *cells = ARENA_ARRAY(arena, Str, most * out->column_count + 1);
    for (size_t i = 0; i < situation->incident_count; i++)
        for (Outcome o = OUTCOME_KILLED; o < OUTCOME_COUNT_; o++)
            for (CellKind c = CELL_ALL; c < CELL_COUNT_; c++)
                if (any_present(&situation->incidents[i], o, c))
                    put_row(&situation->incidents[i], o, c, arena, cells + out->row_count++ * out->column_count);
    out->cells = cells;
}

/* ---- JSON ---- */

static void json_rules(Json *j, const Profile *profile)
{
    json_open_key(j, "rules", '[');
    for (size_t i = 0; i < profile->rule_count; i++) {
        const ProfileRule *rule = &profile->rules[i];
        json_open(j, '{');
        json_str(j, "rule", rule->name);
        json_str(j, "value", rule->value);
        json_str(j, "source", rule->source);
        json_str(j, "statement", rule->statement);
        json_close(j, '}');
    }
    json_close(j, ']');
}

static void json_headlines(Json *j, const Situation *s)
{
    json_open_key(j, "headlines", '[');
    for (size_t i = 0; i <= s->profile->beside_count; i++) {
        Headline headline;
        if (!grade_headline(profile_number(s, i), s->incidents, s->incident_count, i, &headline))
            continue;
        json_open(j, '{');
        json_str(j, "profile", profile_number(s, i)->name);
        json_int(j, "incidents", (int64_t)headline.incidents);
        json_count(j, "killed.civilian", headline.killed);
        json_str(j, "rule", headline.rule);
        json_close(j, '}');
    }
    json_close(j, ']');
}

void json_profile(Json *j, const Situation *situation)
{
    const Profile *profile = situation->profile;
    json_open_key(j, "profile", '{');
    json_str(j, "name", profile->name);
    json_str(j, "title", profile->title);
    json_rules(j, profile);
    json_close(j, '}');
    if (profile->beside_count > 0) {
        json_open_key(j, "profiles", '[');
        for (size_t i = 0; i < profile->beside_count; i++) {
            json_open(j, '{');
            json_str(j, "name", profile->beside[i]->name);
            json_str(j, "title", profile->beside[i]->title);
            json_rules(j, profile->beside[i]);
            json_close(j, '}');
        }
        json_close(j, ']');
    }
    json_headlines(j, situation);
}

static void json_grade(Json *j, const Estimates *e)
{
    if (!str_present(e->grade))
        return;
    json_str(j, "grade", e->grade);
    json_str(j, "grade_rule", e->grade_rule);
}

void json_beside(Json *j, const Incident *incident, const JsonIds *ids)
{
    json_grade(j, &incident->estimates);
    if (incident->beside_count == 0)
        return;
    json_open_key(j, "profiles", '{');
    for (size_t i = 0; i < incident->beside_count; i++) {
        json_open_key(j, incident->beside[i].profile.ptr, '{');
        json_grade(j, &incident->beside[i]);
        json_estimates(j, "estimates", &incident->beside[i], ids);
        json_close(j, '}');
    }
    json_close(j, '}');
}
