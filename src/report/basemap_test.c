#include "report/basemap.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/embedded.h"

static bool holds(const Buf *out, const char *text)
{
    return str_find(buf_str(out), str_from(text), 0) != SIZE_MAX;
}

static Buf draw(Str bytes, MapView view)
{
    Arena *arena = arena_create();
    Buf out = {0};
    basemap_draw(&out, arena, bytes, &view);
    arena_destroy(arena);
    return out;
}

static void the_box_lies_inside_the_window_with_a_margin(void **state)
{
    (void)state;
    MapView view = basemap_view(25.1, 62.3, 30.2, 67.0);
    MapPoint south_west = basemap_project(&view, 25.1, 62.3);
    MapPoint north_east = basemap_project(&view, 30.2, 67.0);
    assert_true(south_west.x > 20 && south_west.y < BASEMAP_HEIGHT - 20);
    assert_true(north_east.x < BASEMAP_WIDTH - 20 && north_east.y > 20);
}

static void a_single_point_is_seen_with_its_surroundings(void **state)
{
    (void)state;
    MapView view = basemap_view(30.2, 67.0, 30.2, 67.0);
    MapPoint middle = basemap_project(&view, 30.2, 67.0);
    assert_in_range((unsigned long)middle.x, BASEMAP_WIDTH / 2 - 1, BASEMAP_WIDTH / 2 + 1);
    assert_true(basemap_km_per_pixel(&view) * BASEMAP_HEIGHT >= 199);
}

static void a_coast_with_a_disputed_border_stays_a_few_kilobytes(void **state)
{
    (void)state;
    Str world = embedded_find(STR("build/web/world.map"));
    Buf coast = draw(world, basemap_view(25.1, 62.3, 30.2, 67.0));
    assert_true(holds(&coast, "<path class=\"land\" d=\"M"));
    assert_true(holds(&coast, "<path class=\"coast\" d=\"M"));
    assert_true(holds(&coast, "<path class=\"border\" d=\"M"));
    assert_in_range(coast.len, 1000, 20000);
    buf_free(&coast);
    Buf kashmir = draw(world, basemap_view(33.0, 73.0, 35.5, 77.5));
    assert_true(holds(&kashmir, "<path class=\"disputed\" d=\"M"));
    buf_free(&kashmir);
}

static void open_sea_has_neither_land_nor_lines(void **state)
{
    (void)state;
    Buf out = draw(embedded_find(STR("build/web/world.map")), basemap_view(-40, -120, -38, -118));
    assert_true(holds(&out, "<path class=\"land\" d=\"\"/>"));
    assert_true(holds(&out, "<path class=\"coast\" d=\"\"/>"));
    buf_free(&out);
}

/* The longest step of any line, in pixels. */
static double longest_step(Str svg)
{
    double longest = 0;
    for (size_t at = 0; (at = str_find(svg, STR(" d=\""), at)) != SIZE_MAX; at++) {
        const char *p = svg.ptr + at + 4;
        for (char step = 'M'; *p != '"';) {
            if (*p == 'M' || *p == 'l' || *p == 'z') {
                step = *p++;
                continue;
            }
            char *end = NULL;
            double x = strtod(p, &end);
            double y = strtod(end, &end);
            if (step == 'l')
                longest = fmax(longest, fmax(fabs(x), fabs(y)) / 10);
            p = end;
        }
    }
    return longest;
}

static void a_country_over_the_date_line_is_drawn_without_a_line_round_the_earth(void **state)
{
    (void)state;
    Str world = embedded_find(STR("build/web/world.map"));
    Buf far = draw(world, basemap_view(15, -77, 46, 32));
    Str lines = str_drop(buf_str(&far), str_find(buf_str(&far), STR("<path class=\"coast\""), 0));
    assert_true(longest_step(lines) < 300);
    buf_free(&far);
    MapView fiji = basemap_view(-18.5, 177.5, -16.5, 179.9);
    Buf out = draw(world, fiji);
    lines = str_drop(buf_str(&out), str_find(buf_str(&out), STR("<path class=\"coast\""), 0));
    assert_true(longest_step(lines) < 300);
    buf_free(&out);
}

static void bytes_that_are_no_map_draw_nothing(void **state)
{
    (void)state;
    Str world = embedded_find(STR("build/web/world.map"));
    const Str broken[] = {STR_NONE, STR(""), STR("not a map"), str_slice(world, 0, 24),
                          str_slice(world, 0, world.len - 1)};
    for (size_t i = 0; i < sizeof broken / sizeof broken[0]; i++) {
        Buf out = draw(broken[i], basemap_view(25.1, 62.3, 30.2, 67.0));
        assert_int_equal(out.len, 0);
        buf_free(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_box_lies_inside_the_window_with_a_margin),
        cmocka_unit_test(a_single_point_is_seen_with_its_surroundings),
        cmocka_unit_test(a_coast_with_a_disputed_border_stays_a_few_kilobytes),
        cmocka_unit_test(open_sea_has_neither_land_nor_lines),
        cmocka_unit_test(a_country_over_the_date_line_is_drawn_without_a_line_round_the_earth),
        cmocka_unit_test(bytes_that_are_no_map_draw_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
