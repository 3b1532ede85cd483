#include "extract/analysis/womens_names.h"

#include "base/buf.h"
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

const Map *womens_names_read(Arena *arena, const EmbeddedFile *files, size_t count, Error *err)
{
    Map *names = map_create(arena);
    for (size_t i = 0; i < count; i++)
        if (str_find(str_from(files[i].name), STR("/people/"), 0) != SIZE_MAX && !add_table(names, &files[i], err))
            return NULL;
    map_seal(names);
    return names;
}

bool womens_names_have(const Map *names, Str name)
{
    char room[GAZETTEER_WORD_BYTES];
    return map_find(names, folded(name, room)) > 0;
}
