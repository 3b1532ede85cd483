#include "extract/english_for_tests.h"

/* Rows "day;figure;speaker;figure" with the columns at those bytes. */
typedef struct {
    const char *text;
    const char *killed; /* "low high" of the claim; "" where there is none */
    Party party;
} Case;

static Document *row_of(Arena *arena, const char *text)
{
    static const RowField FIELDS[] = {COLUMN_DAY, COLUMN_FIGURE, COLUMN_SPEAKER};
    Document *document = ARENA_NEW(arena, Document);
    RowCell *cells = ARENA_ARRAY(arena, RowCell, 3);
    document->id = STR("x");
    document->text = str_from(text);
    document->published = moment_parse(STR("2026-01-31"));
    Str rest = document->text;
    Str cell;
    for (size_t i = 0; i < 3 && str_cut(&rest, ';', &cell); i++) {
        uint32_t start = (uint32_t)(cell.ptr - text);
        cells[document->cell_count++] =
            (RowCell){FIELDS[i], {start, start + (uint32_t)cell.len}, OUTCOME_KILLED, CLASS_UNKNOWN, 0};
    }
    document->cells = cells;
    return document;
}

static void each_figure_of_a_row_is_a_claim_with_its_day_and_speaker(void **state)
{
    (void)state;
    static const Case CASES[] = {
        {"2026-01-30;5;Ministry of Defence", "5 5", PARTY_GOVERNMENT},
        {"2026-01-30;at least 3;Reuters", "3 open", PARTY_MEDIA},
        {"30 January 2026;37-70;residents", "37 70", PARTY_WITNESS},
        {"2026-01-30;0;x", "0 0", PARTY_NONE},
        {"2026-01-30;unknown;x", "", PARTY_NONE},
        {"2026-01-30;12+;x", "12 open", PARTY_NONE},
        {"2026-01-30;~12;x", "11 13", PARTY_NONE},
        {"2026-01-30;-4;x", "", PARTY_NONE},
        {"2026-01-30;1e9;x", "", PARTY_NONE},
        {"2026-01-30;12k;x", "", PARTY_NONE},
        {"2026-01-30;40%;x", "", PARTY_NONE},
        {"2026-01-30;1,200;x", "1200 1200", PARTY_NONE},
        {"2026-01-30;1.5;x", "", PARTY_NONE},
    };
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        Arena *arena = arena_create();
        const Analysis *a = extract_analyse(&language, NULL, row_of(arena, CASES[i].text), arena);
        Buf out = {0};
        for (size_t k = 0; k < a->claim_count; k++) {
            buf_format(&out, "%d ", (int)a->claims[k].count.low);
            if (a->claims[k].count.high == INTERVAL_OPEN)
                buf_put(&out, STR("open"));
            else
                buf_int(&out, a->claims[k].count.high);
            assert_int_equal(a->claims[k].window.first, day_from_ymd(2026, 1, 30));
            assert_int_equal(a->claims[k].party, CASES[i].party);
        }
        buf_char(&out, '\0');
        assert_string_equal(out.ptr, CASES[i].killed);
        buf_free(&out);
        arena_destroy(arena);
    }
}

static void figures_of_neighbouring_columns_never_run_together(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    Document *document = row_of(arena, "2026-01-30;5;x");
    document->text = STR("2026-01-30,5,120");
    RowCell cells[] = {{COLUMN_FIGURE, {11, 12}, OUTCOME_KILLED, CLASS_UNKNOWN, 0},
                       {COLUMN_FIGURE, {13, 16}, OUTCOME_INJURED, CLASS_UNKNOWN, 0}};
    document->cells = cells;
    document->cell_count = 2;
    const Analysis *a = extract_analyse(&language, NULL, document, arena);
    assert_int_equal(a->claim_count, 2);
    assert_int_equal(a->claims[0].count.low, 5);
    assert_int_equal(a->claims[1].count.low, 120);
    arena_destroy(arena);
}

static void what_a_cell_says_and_is_not_understood_is_told(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        FlagKind kind; /* FLAG_NONE: none is told */
    } CASES[] = {
        {"2026-13-45;5;x", FLAG_CALENDAR},           {"2026-01-30;abc;x", FLAG_MISSING_CONTENT},
        {"2026-01-30;lots;x", FLAG_MISSING_CONTENT}, {"2026-01-30;-5;x", FLAG_MISSING_CONTENT},
        {"2026-01-30;1e9;x", FLAG_MISSING_CONTENT},  {"2026-01-30;?;x", FLAG_NONE},
        {"30 January 2026;5;x", FLAG_NONE},          {"30/01/2026;dozens;x", FLAG_NONE},
    };
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        Arena *arena = arena_create();
        const Analysis *a = extract_analyse(&language, NULL, row_of(arena, CASES[i].text), arena);
        if (a->flag_count != (CASES[i].kind != FLAG_NONE) || (a->flag_count > 0 && a->flags[0].kind != CASES[i].kind))
            fail_msg("%s: %zu flags", CASES[i].text, a->flag_count);
        for (size_t k = 0; k < a->claim_count; k++)
            assert_true(a->claims[k].window.last == DAY_NONE || a->claims[k].window.last < day_from_ymd(2027, 1, 1));
        arena_destroy(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_figure_of_a_row_is_a_claim_with_its_day_and_speaker),
        cmocka_unit_test(what_a_cell_says_and_is_not_understood_is_told),
        cmocka_unit_test(figures_of_neighbouring_columns_never_run_together),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
