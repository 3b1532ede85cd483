#include "report/csv_row.h"

static void begin(CsvRow *row)
{
    if (row->begun)
        buf_char(row->out, ',');
    row->begun = true;
}

void csv_text(CsvRow *row, Str s)
{
    begin(row);
    if (str_present(s))
        buf_csv(row->out, s);
}

void csv_int(CsvRow *row, int64_t n)
{
    begin(row);
    buf_int(row->out, n);
}

void csv_count(CsvRow *row, bool known, int64_t n)
{
    begin(row);
    if (known)
        buf_int(row->out, n);
}

void csv_fixed(CsvRow *row, bool known, double x, int decimals)
{
    begin(row);
    if (known)
        buf_fixed(row->out, x, decimals);
}

void csv_day(CsvRow *row, Day day)
{
    begin(row);
    day_write(row->out, day);
}

void csv_moment(CsvRow *row, Moment moment)
{
    begin(row);
    moment_write(row->out, moment);
}

void csv_list(CsvRow *row, const Str *items, size_t count)
{
    Buf joined = {0};
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            buf_put(&joined, STR("; "));
        buf_put(&joined, items[i]);
    }
    csv_text(row, buf_str(&joined));
    buf_free(&joined);
}

void csv_end(CsvRow *row)
{
    buf_put(row->out, STR("\r\n"));
    row->begun = false;
}

void csv_headings(Buf *out, const char *const *names, size_t count)
{
    CsvRow row = {.out = out};
    for (size_t i = 0; i < count; i++)
        csv_text(&row, str_from(names[i]));
    csv_end(&row);
}
