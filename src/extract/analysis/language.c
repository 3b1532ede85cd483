#include "extract/analysis/language.h"

#include "base/buf.h"
#include "base/hash.h"
#include "base/image.h"
#include "extract/analysis/casualty_gate.h"
#include "extract/analysis/event_names.h"
#include "extract/analysis/phases.h"
#include "extract/analysis/tags.h"
#include "extract/analysis/when_names.h"
#include "extract/analysis/womens_names.h"

/* Classes that stages make in C, besides those of lexicon and rules. */
static const char *const STAGE_CLASSES[] = {"COUNT",  "TIME",     "PLACE",   "PERSON",  "ORG",      "GROUPS",
                                            "BODIES", "HARMED",   "SUBJECT", "OBLIQUE", "V_ACTIVE", "V_PASSIVE",
                                            "V_BARE", "V_UNREAL", "TARGET",  "TACTIC",  "PARTY",    "PHASE",
                                            "LIGHT",  "TOPIC",    "NATION"};

/* Classes whose words count also inside longer phrases ("Syrian" in "Syrian government"): cues for places, words and
 * verbs for the tags of the sentence, whom an attack hits ("workers" in "aid workers"). */
static const char *const KEPT_CLASSES[] = {
    "SPLIT",        "TOPIC",       "DEMONYM",    "PLACE_PART",   "PLACE_ORG",  "PLACE_OF",   "PLACE_AFTER",
    "PLACE_BEFORE", "PLACE_TITLE", "PLACE_ACTS", "PLACE_CRAFT",  "PLACE_SIDE", "FIRST_NAME", "PLACE_CIVIC",
    "PLACE_NEAR",   "PLACE_LINK",  "PLACE_LIST", "PLACE_AREA",   "PLACE_WORD", "PLACE_IN",   "PLACE_HEAD",
    "WORD",         "SAY",         "BODY_NOUN",  "TARGET_HUMAN", "COMBATANT"};

/* Classes of which stages ask only where their words stand. Together they have half of all words. */
static const char *const BARE_CLASSES[] = {
    "WORD",        "PLACE_WORD",  "PLACE_BEFORE", "PLACE_LINK",   "PLACE_LIST",   "PLACE_ORG", "PLACE_AFTER",
    "PLACE_ACTS",  "PLACE_CIVIC", "PLACE_SIDE",   "PLACE_AREA",   "NOUN_HEAD",    "TPAST",     "NP_STOP",
    "DEFINITE",    "ACT_BE",      "LIST_AND",     "CLAUSE_BREAK", "NOT_HAPPENED", "ENDING",    "COMMON",
    "FIGURE_WORD", "BODY_NOUN",   "IDENTITY",     "LIKENESS",
};

/* Is the file one of a folder of that name with that ending? */
static bool is_in(const EmbeddedFile *file, Str folder, Str ending)
{
    Str name = str_from(file->name);
    return str_ends(name, ending) && str_find(name, folder, 0) != SIZE_MAX;
}

/* By blocks, in which the machine counts many bytes at once. */
static size_t lines_of(Str text)
{
    enum { BLOCK = 128 };
    size_t lines = 0;
    for (size_t at = 0; at < text.len;) {
        size_t end = text.len - at < BLOCK ? text.len : at + BLOCK;
        uint8_t here = 0;
        for (; at < end; at++)
            here = (uint8_t)(here + (text.ptr[at] == '\n'));
        lines += here;
    }
    return lines;
}

static Lexicon *read_lexicon(Arena *arena, const LanguageText *text, Error *err)
{
    const EmbeddedFile *files = text->files;
    const size_t count = text->count;
    enum { BYTES_A_LINE = 380 }; /* of memory, for all that is made of it and of the rules */
    size_t lines = 0;
    for (size_t i = 0; i < count; i++)
        lines += is_in(&files[i], STR("/lexicon/"), STR(".tsv")) ? lines_of(files[i].bytes) : 0;
    arena_expect(arena, lines * BYTES_A_LINE);
    Lexicon *lexicon = lexicon_create(arena);
    lexicon_expect(lexicon, lines);
    lexicon_number_words(lexicon, text->words, text->word_count);
    for (size_t i = 0; i < count; i++) {
        if (is_in(&files[i], STR("/lexicon/"), STR(".tsv")) &&
            !lexicon_add(lexicon, files[i].name, files[i].bytes, err))
            return NULL;
    }
    for (size_t i = 0; i < sizeof STAGE_CLASSES / sizeof *STAGE_CLASSES; i++)
        (void)lexicon_class_add(lexicon, str_from(STAGE_CLASSES[i]));
    for (size_t i = 0; i < sizeof KEPT_CLASSES / sizeof *KEPT_CLASSES; i++)
        lexicon_keep_words(lexicon, lexicon_class_add(lexicon, str_from(KEPT_CLASSES[i])));
    for (size_t i = 0; i < sizeof BARE_CLASSES / sizeof *BARE_CLASSES; i++)
        lexicon_make_bare(lexicon, lexicon_class_add(lexicon, str_from(BARE_CLASSES[i])));
    return lexicon;
}

/* The tags of every word. */
static const uint64_t *tag_words(Arena *arena, const Lexicon *lexicon, uint16_t cls)
{
    size_t count = lexicon_vocabulary(lexicon)->count;
    uint64_t *tags = ARENA_ARRAY(arena, uint64_t, count + 1);
    uint32_t last = 0; /* most words have the value of one before */
    uint64_t last_tags = 0;
    for (uint32_t word = 1; word <= count; word++) {
        uint32_t value = lexicon_word_value(lexicon, word, cls);
        if (value == 0)
            continue;
        if (value != last)
            last_tags = tags_named(lexicon_value_name(lexicon, value));
        last = value;
        tags[word] = last_tags;
    }
    return tags;
}

static uint64_t stamp_of(const EmbeddedFile *files, size_t count)
{
    uint64_t stamp = 0;
    for (size_t i = 0; i < count; i++) {
        uint64_t both[] = {stamp, hash_of(files[i].bytes)};
        stamp = hash_of((Str){(const char *)both, sizeof both});
    }
    return stamp;
}

bool language_load(Arena *arena, Str code, const LanguageText *text, Language *out, Error *err)
{
    const EmbeddedFile *files = text->files;
    size_t count = text->count;
    Lexicon *lexicon = read_lexicon(arena, text, err);
    if (!lexicon)
        return false;
    Rules *rules = rules_create(arena, lexicon);
    rules_expect_features(rules, text->features);
    for (size_t i = 0; i < count; i++)
        if (is_in(&files[i], STR("/rules/"), STR(".rules")) && !rules_add(rules, files[i].name, files[i].bytes, err))
            return false;
    if (!rules_finish(rules, EXTRACT_PHASES, err) || !lexicon_finish(lexicon, err))
        return false;
    const Map *womens_names = womens_names_read(arena, files, count, err);
    if (!womens_names)
        return false;
    *out = (Language){.lexicon = lexicon,
                      .rules = rules,
                      .first_name = lexicon_class(lexicon, STR("FIRST_NAME")),
                      .word = lexicon_class(lexicon, STR("WORD")),
                      .phrase = lexicon_class(lexicon, STR("PHRASE")),
                      .word_tags = tag_words(arena, lexicon, lexicon_class(lexicon, STR("WORD"))),
                      .ending_tags = tag_words(arena, lexicon, lexicon_class(lexicon, STR("ENDING"))),
                      .event_names = event_names(arena, lexicon),
                      .time_names = when_names(arena, lexicon),
                      .casualty_gate = casualty_gate(arena, rules, lexicon),
                      .womens_names = womens_names,
                      .code = arena_copy(arena, code),
                      .stamp = stamp_of(files, count)};
    return true;
}

uint64_t language_ending_tags(const Language *language, Str folded)
{
    enum { SHORTEST_ENDING = 2, LONGEST_ENDING = 3, SHORTEST_STEM = 3 };
    for (size_t len = LONGEST_ENDING; len >= SHORTEST_ENDING; len--) {
        if (folded.len < len + SHORTEST_STEM)
            continue;
        uint64_t tags = language->ending_tags[lexicon_word(language->lexicon, str_drop(folded, folded.len - len))];
        if (tags)
            return tags;
    }
    return 0;
}

/* The program's own files of the language, which stand together; *found is 0 where it has none. */
static const EmbeddedFile *own_files(Str code, size_t *found)
{
    size_t count = 0;
    const EmbeddedFile *files = embedded_files(&count);
    Buf prefix = {0};
    buf_put(&prefix, STR("data/"));
    buf_put(&prefix, code);
    buf_char(&prefix, '/');
    size_t first = 0;
    while (first < count && !str_begins(str_from(files[first].name), buf_str(&prefix)))
        first++;
    size_t last = first;
    while (last < count && str_begins(str_from(files[last].name), buf_str(&prefix)))
        last++;
    buf_free(&prefix);
    *found = last - first;
    return files + first;
}

/* The embedded language as the build compiled it; false where there is no such image, or it is of other files. */
static bool open_compiled(Arena *arena, Str code, uint64_t stamp, Language *out)
{
    Buf name = {0};
    buf_put(&name, STR("build/"));
    buf_put(&name, code);
    buf_put(&name, STR(".language"));
    const Language *compiled = image_open(arena, embedded_find(buf_str(&name)));
    buf_free(&name);
    if (!compiled || compiled->stamp != stamp)
        return false;
    *out = *compiled;
    return true;
}

bool language_default(Arena *arena, Str code, Language *out, Error *err)
{
    size_t count = 0;
    const EmbeddedFile *files = own_files(code, &count);
    if (count == 0)
        return error_set(err, ERROR_DATA, "there is no language \"%.*s\" in this program", (int)code.len, code.ptr);
    return open_compiled(arena, code, stamp_of(files, count), out) ||
           language_load(arena, code, &(LanguageText){.files = files, .count = count}, out, err);
}

uint64_t language_default_stamp(Str code)
{
    size_t count = 0;
    const EmbeddedFile *files = own_files(code, &count);
    return stamp_of(files, count);
}
