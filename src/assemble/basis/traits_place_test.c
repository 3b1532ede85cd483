#include "assemble/basis/traits.h"
#include "assemble/pile_for_tests.h"

/* A place as the reports of one land have it: its name, precision, division, where it lies, and where the text names it. */
static PlaceMention told_at(const char *name, Precision precision, const char *division, double lat_deg, uint32_t at)
{
    return (PlaceMention){.span = {at, at + 4},
                          .place = {.id = str_from(name),
                                    .name = str_from(name),
                                    .country = STR("XX"),
                                    .admin1 = str_from(division),
                                    .lat_deg = lat_deg,
                                    .has_point = precision != PRECISION_COUNTRY,
                                    .precision = precision}};
}

/* The dateline's town is a guess, and what is told far behind a region that does not hold it is another event's. */
static void the_place_is_what_the_report_opens_with(void **state)
{
    (void)state;
    const PlaceMention written = told_at("Alba", PRECISION_EXACT, "Albany", 10, 1);
    const PlaceMention land = told_at("Arland", PRECISION_COUNTRY, "", 10, 20);
    const PlaceMention home = told_at("Albany", PRECISION_REGION, "Albany", 10, 30);
    const PlaceMention vale = told_at("Vale", PRECISION_REGION, "Vale", 14, 40);
    const PlaceMention suburb = told_at("Corvo", PRECISION_EXACT, "Albany", 10.1, 50);
    const PlaceMention brena = told_at("Brena", PRECISION_EXACT, "Vale", 14, 60);
    const PlaceMention dunmo = told_at("Dunmo", PRECISION_EXACT, "Hills", 18, 70);
    const PlaceMention late = told_at("Eastham", PRECISION_EXACT, "Hills", 18, 5000);
    PlaceMention farm = told_at("Farm", PRECISION_REGION, "Vale", 14, 45); /* on no map */
    PlaceMention mill = told_at("Mill", PRECISION_REGION, "Vale", 14, 55);
    farm.place.id = mill.place.id = STR("");
    const struct {
        const PlaceMention *told[3];
        const PlaceMention *place;
    } rows[] = {
        {{&written, &vale}, &vale},      {{&written, &home}, &written},       {{&written, &land}, &written},
        {{&written, &suburb}, &written}, {{&written, &brena}, &brena},        {{&written, &late}, &written},
        {{&vale, &brena}, &brena},       {{&vale, &dunmo}, &dunmo},           {{&vale, &vale, &dunmo}, &vale},
        {{&land, &vale}, &vale},         {{&vale, &written, &brena}, &brena}, {{&vale, &farm}, &farm},
        {{&vale, &farm, &mill}, &vale},  {{&farm, &brena}, &brena},           {{&written, &vale, &farm}, &farm},
        {{&home, &farm}, &home},         {{&farm, &farm, &brena}, &farm},     {{&farm, &brena, &brena}, &brena},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        Claim claims[COUNT_OF(rows[0].told)];
        const Claim *told[COUNT_OF(rows[0].told)];
        size_t count = 0;
        for (; count < COUNT_OF(rows[0].told) && rows[i].told[count]; count++) {
            claims[count] = (Claim){.kind = KIND_ATTACK,
                                    .place = rows[i].told[count],
                                    .part_of = -1,
                                    .sentence = {rows[i].told[count]->span.start, rows[i].told[count]->span.end}};
            told[count] = &claims[count];
        }
        const PlaceMention *place = traits_place(told, count, written.span);
        if (place != rows[i].place)
            print_error("row %zu: %.*s\n", i, place ? (int)place->place.name.len : 0,
                        place ? place->place.name.ptr : "");
        assert_ptr_equal(place, rows[i].place);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_place_is_what_the_report_opens_with)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
