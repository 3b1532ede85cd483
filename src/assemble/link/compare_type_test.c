#include "assemble/assemble.h"
#include "assemble/link/compare.h"
#include "assemble/pile_for_tests.h"

static EventTraits traits_of(Pile *pile, const char *id, const char *type)
{
    Extraction *x = pile_add(pile, id, "2026-03-02", "A blow hit Alba. Some people were killed.");
    pile_claim(pile, x, (TestClaim){"blow", .kind = KIND_ATTACK, .type = type, .first = "2026-03-02", .place = "Alba"});
    pile_claim(pile, x,
               (TestClaim){"Some people", CLASS_CIVILIAN, COUNT_EXACT, 9, .first = "2026-03-02", .place = "Alba"});
    assemble_document(x, profile_named(STR("raw"), pile->arena, NULL), pile->arena);
    return compare_traits(x, pile->arena);
}

/* What each type weighs beside an explosion of which the cause is not told, in a large pile; in a small one none is another kind. */
static void an_explosion_may_be_any_blast(void **state)
{
    (void)state;
    static const struct {
        const char *type;
        bool other;
    } TYPES[] = {
        {"explosion", false}, {"bombing", false}, {"car bombing", false}, {"shooting", true}, {"attack", true}};
    for (size_t i = 0; i < COUNT_OF(TYPES); i++) {
        Pile pile = pile_new();
        EventTraits blast = traits_of(&pile, "a", "explosion");
        EventTraits other = traits_of(&pile, "b", TYPES[i].type);
        Buf weights = {0};
        compare_put(&weights, &blast, &other, false);
        bool found = str_find(buf_str(&weights), STR("another kind of event"), 0) != SIZE_MAX;
        if (found != TYPES[i].other)
            fail_msg("%s: %.*s", TYPES[i].type, (int)weights.len, weights.ptr);
        buf_free(&weights);
        pile_free(&pile);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(an_explosion_may_be_any_blast)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
