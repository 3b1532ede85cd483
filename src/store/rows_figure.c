/* rows_figure — an estimate into the derived tables: the figure, what parties claim in its place, the claims behind. */
#include "store/browse.h"
#include "store/rows_parts.h"

/* Statements and what they are given: a row's first column is always the situation. */
Query *row_of(const Rows *r, const char *sql)
{
    Query *q = db_query(r->db, sql);
    query_int(q, r->situation);
    return q;
}

void row_put_name(Query *q, Str name)
{
    query_str(q, name.len > 0 ? name : STR_NONE);
}

void row_put_shared(const Rows *r, Query *q, Str name)
{
    row_put_if(q, name.len > 0, name.len > 0 ? map_add(r->names, name) : 0);
}

void row_put_index(Query *q, int64_t index)
{
    if (index < 0)
        query_null(q);
    else
        query_int(q, index);
}

void row_put_day(Query *q, Day day)
{
    if (day == DAY_NONE)
        query_null(q);
    else
        query_int(q, day);
}

void row_put_if(Query *q, bool known, int64_t value)
{
    if (known)
        query_int(q, value);
    else
        query_null(q);
}

/* Is the same told of the same party before? */
static bool is_claimed_before(const Estimate *e, size_t at)
{
    const ClaimedFigure *own = &e->claimed[at];
    for (size_t i = 0; i < at; i++) {
        const ClaimedFigure *x = &e->claimed[i];
        if (x->party == own->party && x->words == own->words &&
            (own->words ? str_equal(x->text, own->text) : interval_equal(x->count, own->count)))
            return true;
    }
    return false;
}

/* "government 37–70; armed group 108" */
static Str claimed_text(const Rows *r, const Estimate *e)
{
    Buf text = {0};
    for (size_t i = 0; i < e->claimed_count; i++) {
        if (is_claimed_before(e, i))
            continue;
        buf_put(&text, i > 0 ? STR("; ") : STR(""));
        Str party = party_name(e->claimed[i].party);
        buf_put(&text, party);
        buf_put(&text, party.len > 0 ? STR(" ") : STR(""));
        if (e->claimed[i].words)
            buf_put(&text, e->claimed[i].text);
        else
            interval_write(&text, e->claimed[i].count);
    }
    Str kept = text.len > 0 ? arena_copy(r->arena, buf_str(&text)) : STR_NONE;
    buf_free(&text);
    return kept;
}

static void put_figure_claims(const Rows *r, size_t incident, int cell, int role, const uint32_t *claims, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        Query *q = row_of(
            r, "INSERT INTO figure_claims (situation, incident, cell, role, rank, claim) VALUES (?, ?, ?, ?, ?, ?)");
        query_int(q, (int64_t)incident);
        query_int(q, cell);
        query_int(q, role);
        query_int(q, (int64_t)i);
        query_int(q, claims[i]);
        query_run(q);
    }
}

static void put_all_figure_claims(const Rows *r, const Estimate *e, size_t incident, int cell)
{
    put_figure_claims(r, incident, cell, PART_COUNTS, e->claims, e->claim_count);
    put_figure_claims(r, incident, cell, PART_SUPERSEDED, e->superseded, e->superseded_count);
    for (size_t i = 0; i < e->claimed_count; i++)
        put_figure_claims(r, incident, cell, PART_CLAIMED + (int)i, e->claimed[i].claims, e->claimed[i].claim_count);
}

static void put_claimed(const Rows *r, const Estimate *e, size_t incident, int cell)
{
    for (size_t i = 0; i < e->claimed_count; i++) {
        const ClaimedFigure *c = &e->claimed[i];
        Query *q =
            row_of(r, "INSERT INTO claimed (situation, incident, cell, rank, party, low, high, words, text, first, "
                      "last) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        query_int(q, (int64_t)incident);
        query_int(q, cell);
        query_int(q, (int64_t)i);
        query_int(q, c->party);
        query_int(q, c->count.low);
        row_put_if(q, c->count.high != INTERVAL_OPEN, c->count.high);
        query_int(q, c->words);
        row_put_name(q, c->text);
        row_put_day(q, c->window.first);
        row_put_day(q, c->window.last);
        query_run(q);
    }
}

void row_put_figure(const Rows *r, size_t incident, int outcome, int cell)
{
    const Estimate *e = &r->s->incidents[incident].estimates.cells[outcome][cell];
    int number = outcome * CELL_COUNT_ + cell;
    Query *q = row_of(r, "INSERT INTO figures (situation, incident, cell, low, best, high, high_open, first, last, "
                         "origins, rule, working, claimed, derived, without, people) "
                         "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    query_int(q, (int64_t)incident);
    query_int(q, number);
    row_put_if(q, e->has_low, e->low);
    row_put_if(q, e->has_best, e->best);
    row_put_if(q, e->has_high && !e->high_open, e->high);
    query_int(q, e->high_open);
    row_put_day(q, e->window.first);
    row_put_day(q, e->window.last);
    query_int(q, e->origins);
    row_put_shared(r, q, e->rule);
    row_put_shared(r, q, e->working);
    query_str(q, claimed_text(r, e));
    query_int(q, e->derived);
    query_int(q, e->without);
    row_put_name(q, e->people);
    query_run(q);
    put_claimed(r, e, incident, number);
    put_all_figure_claims(r, e, incident, number);
}

static void put_end(Buf *text, bool known, bool open, int64_t value)
{
    if (open)
        buf_put(text, STR("open"));
    else if (known)
        buf_int(text, value);
    else
        buf_char(text, '?');
}

/* "10/17/open", "?/?/? (government 37–70)" */
Str row_estimate_text(const Rows *r, const Estimate *e)
{
    if (!e->present)
        return STR_NONE;
    Buf text = {0};
    put_end(&text, e->has_low, false, e->low);
    buf_char(&text, '/');
    put_end(&text, e->has_best, false, e->best);
    buf_char(&text, '/');
    put_end(&text, e->has_high, e->high_open, e->high);
    Str claimed = claimed_text(r, e);
    if (claimed.len > 0) {
        buf_put(&text, STR(" ("));
        buf_put(&text, claimed);
        buf_char(&text, ')');
    }
    Str kept = arena_copy(r->arena, buf_str(&text));
    buf_free(&text);
    return kept;
}
