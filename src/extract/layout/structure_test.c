#include "extract/english_for_tests.h"

/* ---- blocks ---------------------------------------------------------------------------------- */

/* One letter a block: h heading, p paragraph, l list item, q set-off quote, c caption, b boilerplate. */
static char letter(BlockKind kind)
{
    switch (kind) {
    case BLOCK_PARAGRAPH: return 'p';
    case BLOCK_HEADING: return 'h';
    case BLOCK_LIST_ITEM: return 'l';
    case BLOCK_CAPTION: return 'c';
    case BLOCK_QUOTE: return 'q';
    case BLOCK_TABLE_ROW: return 't';
    case BLOCK_BOILERPLATE: return 'b';
    }
    return '?';
}

#define TOLL "A bomb exploded in the market of Sibi on Friday and two people were hurt, the police said.\n\n"
#define MORE "Shops near the market stayed closed for the day, and the streets were empty.\n\n"
#define REST "Nobody said that they had done it until the evening of the same day.\n\n"

/* clang-format off */
static const struct { const char *text; const char *blocks; } TEXTS[] = {
    /* heads and feet of printed pages */
    {"3/2/26, 9:15 AM    Sibi - Lamp\n\n" TOLL "https://lamp.example/sibi   1/2\n\f3/2/26, 9:15 AM    Sibi - Lamp\n\n" MORE "https://lamp.example/sibi   2/2\n\f", "bpbbpb"},
    {"3/2/26, 9:15 AM    Sibi - Lamp\n\n" TOLL MORE "https://lamp.example/sibi   1/1\n\f", "bppb"},
    {"The Lamp  3 February 2026\n\n" TOLL "1\n\fThe Lamp  3 February 2026\n\n" MORE "2\n\fThe Lamp  3 February 2026\n\n" REST "3\n", "hpbbpbbpb"},
    {TOLL "\f" MORE "\f" REST, "ppp"},
    {"Two hurt in Sibi\n\n" TOLL "\fThe morning after\n\n" MORE, "hppp"},
    /* headlines of other reports, without a label */
    {"Two hurt in Sibi\n\n" TOLL "Nine clerks killed in Goma mine\n\n" MORE REST, "hpbpp"},
    {"Two hurt in Sibi\n\n" TOLL MORE "Nine Clerks Killed In Goma Mine\n\nBomb kills pilot\n\n" REST, "hppbbp"},
    {"Two hurt in Sibi\n\n" TOLL MORE "Toll of Sibi bomb rises to nine\n\n" REST, "hpppp"},
    {"Two hurt in Sibi\n\n" TOLL MORE "Seven more killed\n\n" REST, "hpppp"},
    {"Two hurt in Sibi\n\n" TOLL MORE "Nine killed by mortars in Goma\n\nThe mortars fell on a school for the deaf on the hill.\n\n" REST, "hppppp"},
    {"Two hurt in Sibi\n\n" TOLL MORE "The clerk was killed in Goma\n\n" REST, "hpppp"},
    {"Two hurt in Sibi\n\n" TOLL MORE "March 3: nine killed in Goma\n\n" REST, "hpphp"},
    {"Nine killed in Goma\n\nTwo hurt in Sibi\n\nFive taken in Uvira\n\n" TOLL "Six killed in Kindu\n\n", "hhhpp"},
    /* words under a picture of another place */
    {"Two hurt in Sibi\n\nFile photo: Guards in Goma where a raid killed nine people.\n\n" TOLL MORE, "hbpp"},
    {"Two hurt in Sibi\n\n" TOLL MORE "A boy stands where a blast killed nine people in Goma. [Ann Rowe/Lamp]\n\n" REST, "hppbp"},
    {"Two hurt in Sibi\n\n" TOLL MORE "A boy stands where the blast hurt two people in Sibi. [Ann Rowe/Lamp]\n\n" REST, "hpppp"},
    /* under a label */
    {"Two hurt in Sibi\n\n" TOLL "Related\n\nNine killed in mine fire\nPilot killed\n\n" MORE REST, "hpbbbpp"},
    {"Two hurt in Sibi\n\nLatest news\n\nToll of Sibi bomb rises\n\n" TOLL MORE, "hhppp"},
    {"Two hurt in Sibi\n\n" TOLL MORE REST "More on this story\n\nNine killed in mine fire\n\nWhy mines burn", "hpppbbb"},
    {"Two hurt in Sibi\n\n" TOLL MORE "Other stories:\n- Nine killed in mine fire\n- Rates are cut\n", "hppbbb"},
    {"Two hurt in Sibi\n\n" TOLL "Read also:\n\nNine killed in mine fire\n\n" MORE REST, "hpbbpp"},
    {"Two hurt in Sibi\n\n" TOLL MORE "Also read\n\nNine killed in mine fire\n\n" REST, "hppbbp"},
    {"Two hurt in Sibi\n\n" TOLL "Related\n\n-----\n\n" MORE REST, "hpbhpp"},
    {"Two hurt in Sibi\n\n" TOLL MORE "Related stories\n\nNine killed in mine\n\n" REST "Pilot killed in Goma\n\n" REST, "hppbbbbb"},
    {"Two hurt in Sibi\n\n" TOLL "STORY: Nine killed in mine fire\n\nSTORY: It is over, he said, and nobody was hurt.\n\n" MORE, "hpbpp"},
    {"Bomb Hits Market in Sibi\n\nA bomb exploded in the market on Friday. Two people were hurt.\n", "hp"},
    {"Toll Rises in Sibi\nA second line under it\nQuetta, Balochistan — January 31, 2026:\nA bomb exploded.", "hhpp"},
    {"The day:\n\n  • A bomb exploded.\n  • Two people were hurt.\n- The road was closed.\n1. Police came.", "pllll"},
    {"A bomb exploded.\n\n“We heard it from the far side of the river,” he said to the crowd.\n\nHe left.", "ppp"},
    {"A bomb exploded.\n\n“We heard it from the far side of the river and we ran home.”\n\nHe left.", "pqp"},
    {"Photo: the gate\n\nA bomb exploded in the market on Friday.", "cp"},
    {"A bomb exploded in the market on Friday, officials said.\n\nOne thought on “Bomb”\n\nLeave a Reply\n\nNice!", "pbbb"},
    {"A bomb exploded in the market on Friday, officials said.\nAbout the Author\nAna Diaz writes about war.", "pbb"},
    {"A bomb exploded in the market.\nIf you want, I can also provide a timeline of the events.", "pb"},
    {"A bomb exploded in the market.\nAs an AI language model, I cannot verify the figures.", "pb"},
    {"Two hurt in Sibi.\nCheck your spam folder for our verification email and click on the link that it has, please.", "pb"},
    {"Subscribe to our newsletter\nA bomb exploded in the market on Friday, officials said.", "bp"},
    {"The author of the report was hurt.", "p"},
    {"A bomb exploded in the mar-\nket.\nNobody was hurt.", "pp"},
    {"A bomb exploded.\n\nMORE: Man dies in crash near Sibi\n\nThe road was closed.\n\n[OTHER NEWS: Two hurt in Quetta]", "pbpb"},
    {"A bomb exploded.\n\nMore than two people were hurt, he said.", "pp"},
    {"0:42 Boat sinks off Port Bek\n1:27 Rider killed in race\n2:09 Fair opens\nTwo people were hurt in Sibi.", "bbbp"},
    {"THE BOMB EXPLODED IN THE MARKET OF THE OLD TOWN ON FRIDAY\nAND TWO PEOPLE WERE HURT, THE POLICE OF THE TOWN SAID TODAY.\n"
     "NOBODY CLAIMED IT.\n\n   THE ROAD WAS CLOSED FOR THE WHOLE OF THE AFTERNOON AND WAS\nOPENED AGAIN AT NIGHT.", "pp"},
    {"", ""},
};
/* clang-format on */

static void a_text_is_cut_into_its_blocks(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(TEXTS); i++) {
        Arena *arena = arena_create();
        const Analysis *a = analyse(arena, str_from(TEXTS[i].text));
        char got[32] = {0};
        for (size_t b = 0; b < a->block_count && b + 1 < sizeof got; b++)
            got[b] = letter(a->blocks[b].kind);
        if (!str_equal(str_from(got), str_from(TEXTS[i].blocks))) {
            print_error("%s, not %s: %.60s\n", got, TEXTS[i].blocks, TEXTS[i].text);
            wrong++;
        }
        arena_destroy(arena);
    }
    assert_int_equal(wrong, 0);
}

static void nothing_in_the_boilerplate_becomes_a_claim(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    const Analysis *a = analyse(arena, STR("The market was quiet on Friday, officials said.\n\nLeave a Reply\n\n"
                                           "Gunmen attacked the bank in Sibi and killed ten people."));
    assert_int_equal(a->claim_count > 0 && a->claims[a->claim_count - 1].evidence.start > 60, 0);
    arena_destroy(arena);
}

/* ---- flags ----------------------------------------------------------------------------------- */

/* clang-format off */
static const struct { const char *text; FlagKind kind; const char *passage; } FLAGS[] = {
    {"A bomb exploded in the market.\nWould you like me to write more?", FLAG_MACHINE_WRITTEN, "Would you like me to write more?"},
    {"A bomb exploded.\n\nReactions From Abroad\n\n\nThe Day After\n\nThe road was closed.", FLAG_EMPTY_SECTION, "Reactions From Abroad"},
    {"A bomb exploded.\n\nReactions From Abroad\n\nThe Day After\n\nThe road was closed.", FLAG_NONE, ""},
    {"The road was closed across the valley.X", FLAG_STRAY_TEXT, "valley.X"},
    {"The road was closed at 5 p.m", FLAG_NONE, ""},
    {"Police called the terrorist a coward.", FLAG_LOADED_TERM, "terrorist"},
    {"Police called him “a terrorist and a coward”.", FLAG_NONE, ""},
    {"The army increased troop deployments in the hills.", FLAG_OPERATIONAL, "increased troop deployments"},
    {"It was one of the deadliest raids in decades.", FLAG_SUPERLATIVE, "one of the deadliest raids in decades"},
    {"A bomb exploded.\n\nThe Cost and Displacement\n\nThe road was closed.", FLAG_MISSING_CONTENT, "Displacement"},
    {"A bomb exploded.\n\nThe Cost and Displacement\n\nFamilies fled their homes.", FLAG_NONE, ""},
    {"See the map below.", FLAG_MISSING_CONTENT, "See the map below"},
    {"The market was quiet.", FLAG_NONE, ""},
};
/* clang-format on */

static void a_reader_is_warned_of_what_is_amiss(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(FLAGS); i++) {
        Arena *arena = arena_create();
        const Analysis *a = analyse(arena, str_from(FLAGS[i].text));
        FlagKind kind = a->flag_count > 0 ? a->flags[0].kind : FLAG_NONE;
        Str passage = a->flag_count > 0 ? span_text(a->document->text, a->flags[0].span) : STR("");
        if (kind != FLAGS[i].kind || !str_equal(passage, str_from(FLAGS[i].passage))) {
            Str name = flag_name(kind);
            print_error("%.50s: %.*s: %.*s\n", FLAGS[i].text, (int)name.len, name.ptr, (int)passage.len, passage.ptr);
            wrong++;
        }
        arena_destroy(arena);
    }
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_is_cut_into_its_blocks),
        cmocka_unit_test(nothing_in_the_boilerplate_becomes_a_claim),
        cmocka_unit_test(a_reader_is_warned_of_what_is_amiss),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
