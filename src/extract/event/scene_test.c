/* The second shooting of a report: on another street at another hour, or on another day. */
#include "base/buf.h"
#include "extract/english_for_tests.h"

/* The last figure's scene. */
static unsigned last_scene(const char *text)
{
    Arena *arena = arena_create();
    const Analysis *a = analyse(arena, str_from(text));
    const Claim *last = NULL;
    for (size_t i = 0; i < a->claim_count; i++)
        if (a->claims[i].kind == KIND_CASUALTY && (!last || a->claims[i].evidence.start > last->evidence.start))
            last = &a->claims[i];
    unsigned scene = last ? last->scene : 0;
    arena_destroy(arena);
    return scene;
}

static const struct {
    const char *text;
    unsigned scene;
} TEXTS[] = {
    /* another street at another hour */
    {"A man was hit in the leg on Friday. It happened in the 300 block of Elm Street.\n\nThe man was found about 9 p.m.\n\n"
     "About 11:30 p.m., two clerks were wounded in the 900 block of Bell Road.",
     1},
    /* another street on another day */
    {"A man was shot and killed early Saturday. He stood in the 300 block of Elm Street.\n\nPolice asked for help.\n\n"
     "On Friday a clerk was found dead in the 900 block of Bell Road.",
     1},
    {"A man was shot and killed early Saturday. He stood in the 300 block of Elm Street at 2 a.m.\n\n"
     "At 4 a.m. a clerk was shot dead in the 900 block of Bell Road.\n\n"
     "At 5 a.m. a guard was shot dead near Oak Avenue.",
     2},
    /* the same street, or minutes later, or no hour at all */
    {"A man was shot and killed early Saturday. He stood in the 300 block of Elm Street at 2 a.m.\n\nPolice asked for help.\n\n"
     "At 4 a.m. a clerk was shot dead in the 900 block of Elm Street.",
     0},
    {"A man was shot and killed early Saturday. He stood in the 300 block of Elm Street at 2 a.m.\n\nPolice asked for help.\n\n"
     "At 2:10 a.m. a clerk was found dead in the 900 block of Bell Road.",
     0},
    {"A man was shot and killed early Saturday. He stood in the 300 block of Elm Street at 2 a.m.\n\nPolice asked for help.\n\n"
     "A clerk was found dead in the 900 block of Bell Road.",
     0},
    /* no hour is needed where the report has said that it tells of several */
    {"Three clerks were shot in separate shootings in Villar on Saturday. Police closed roads.\n\n"
     "A man was hit in the 300 block of Elm Street at 2 a.m.\n\nPolice asked for help.\n\n"
     "A clerk was hit in the 900 block of Bell Road.",
     1},
    {"Three clerks were shot in separate shootings in Villar on Saturday. Police closed roads.\n\n"
     "A man was hit in the 300 block of Elm Street at 2 a.m.\n\nPolice asked for help.\n\n"
     "A clerk was hit in the 900 block of Bell Road.\n\nA guard was hit, too.",
     1},
    {"Three clerks were shot in separate shootings in Villar on Saturday. Police closed roads.\n\n"
     "A man was hit in the 300 block of Elm Street at 2 a.m.\n\nPolice asked for help.\n\n"
     "The man was found in the 900 block of Bell Road, hit in the leg.",
     0},
    /* where somebody lived */
    {"A man was shot and killed early Saturday. He stood in the 300 block of Elm Street at 2 a.m.\n\nPolice asked for help.\n\n"
     "A clerk, 24, of the 900 block of Bell Road, was pronounced dead at 5 a.m.",
     0},
    /* the report sums both up */
    {"Three people were shot early Saturday. Police closed roads.\n\n"
     "Two clerks were hit in the 300 block of Elm Street at 2 a.m.\n\n"
     "At 4 a.m. a guard was hit in the 900 block of Bell Road.",
     0},
};

static void another_street_at_another_hour_is_another_event(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof TEXTS / sizeof TEXTS[0]; i++) {
        if (last_scene(TEXTS[i].text) != TEXTS[i].scene) {
            print_error("%s: %u\n", TEXTS[i].text, last_scene(TEXTS[i].text));
            fail();
        }
    }
}

static void streets_are_named_without_their_kind(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *streets;
    } ROWS[] = {
        {"A man was hit in the 300 block of North Elm Street. He ran to Bell Road, and back to Elm Street.",
         "Elm Bell "},
        {"A man was hit on West 14th Street.", "14th "},
        {"The man, 24, of the 900 block of Bell Road, was hit.", ""},
        {"A man was hit in the street in Goma.", ""},
    };
    for (size_t i = 0; i < COUNT_OF(ROWS); i++) {
        Arena *arena = arena_create();
        Document document = {.id = STR("x"), .text = str_from(ROWS[i].text)};
        const Extraction *x = extract_document(&language, NULL, &document, arena);
        Buf out = {0};
        for (size_t k = 0; k < x->street_count; k++) {
            buf_put(&out, span_text(document.text, x->streets[k]));
            buf_char(&out, ' ');
        }
        if (!str_equal(buf_str(&out), str_from(ROWS[i].streets)))
            fail_msg("%s: %.*s", ROWS[i].text, (int)out.len, out.ptr);
        buf_free(&out);
        arena_destroy(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(streets_are_named_without_their_kind),
                                       cmocka_unit_test(another_street_at_another_hour_is_another_event)};
    return cmocka_run_group_tests(tests, load, unload);
}
