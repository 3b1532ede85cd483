#include "extract/given_name.h"

#include "match/gazetteer_file.h"

/* As names are compared: in small letters, without accents and apostrophes. */
static Str folded(Str name, char room[GAZETTEER_WORD_BYTES])
{
    return (Str){room, gazetteer_fold(name, room)};
}

static bool add_name(Map *names, Str line, const char *file, Error *err)
{
    char room[GAZETTEER_WORD_BYTES];
    Str name = STR_NONE;
    (void)str_cut(&line, '\t', &name);
    name = folded(str_trim(name), room);
    if (name.len > 0 && map_find(names, name) == 0)
        return map_add(names, name) > 0;
    return error_set(err, ERROR_DATA, "%s: the name \"%.*s\" stands there twice", file, (int)name.len, name.ptr);
}

static bool add_table(Map *names, const EmbeddedFile *file, Error *err)
{
    Str text = file->bytes;
    Str line = STR_NONE;
    bool headed = false;
    while (str_cut(&text, '\n', &line)) {
        if (str_trim(line).len == 0 || line.ptr[0] == '#')
            continue;
        if (headed && !add_name(names, line, file->name, err))
            return false;
        headed = true;
    }
    return true;
}

const Map *given_names_read(Arena *arena, const EmbeddedFile *files, size_t count, Error *err)
{
    Map *names = map_create(arena);
    for (size_t i = 0; i < count; i++)
        if (str_find(str_from(files[i].name), STR("/people/"), 0) != SIZE_MAX && !add_table(names, &files[i], err))
            return NULL;
    map_seal(names);
    return names;
}

/* The first word of the name in the group, behind titles and what else stands before it; the group's end where none is written as one. */
static uint32_t name_in(const Analysis *a, const GroupRecord *group)
{
    uint16_t before[] = {analysis_class(a, "TITLE"), analysis_class(a, "VICTIM"), analysis_class(a, "DEMONYM"),
                         analysis_class(a, "DETERMINER")};
    ClassSet others = class_set_of(before, sizeof before / sizeof *before);
    const Token *tokens = a->tokens.tokens;
    uint32_t t = group->first;
    while (t < group->last && (!(tokens[t].flags & TOKEN_CAPITAL) || (tokens[t].flags & TOKEN_SHOUTED) ||
                               mention_covers_any(&a->mentions, t, &others)))
        t++;
    return t;
}

/* "Ana Ruiz", "Ana, 7": more than the name that somebody may be called by later on, which may be a family's. */
static bool is_full(const Analysis *a, const GroupRecord *group, uint32_t name)
{
    return group->years > 0 ||
           (name + 1 < group->last && (a->tokens.tokens[name + 1].flags & TOKEN_WORD) && analysis_is_name(a, name + 1));
}

bool given_name_is_womans(const Analysis *a, const GroupRecord *group)
{
    char room[GAZETTEER_WORD_BYTES];
    if (!group->named || !group->described || group->count != MENTION_NONE)
        return false;
    uint32_t name = name_in(a, group);
    return name < group->last && is_full(a, group, name) &&
           map_find(a->language->womens_names, folded(span_text(a->tokens.text, a->tokens.tokens[name].span), room)) >
               0;
}
