#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "cli/command.h"

static const Option *find_long(const Command *command, Str name, size_t *row)
{
    for (size_t i = 0; command->options[i].name; i++) {
        *row = i;
        if (str_equal(str_from(command->options[i].name), name))
            return &command->options[i];
    }
    return NULL;
}

static const Option *find_letter(const Command *command, char letter, size_t *row)
{
    for (size_t i = 0; command->options[i].name; i++) {
        *row = i;
        if (command->options[i].letter == letter)
            return &command->options[i];
    }
    return NULL;
}

const char *option_value(const Invocation *invocation, const char *name)
{
    size_t row = 0;
    const Option *option = find_long(invocation->command, str_from(name), &row);
    assert(option);
    return option ? invocation->values[row] : NULL;
}

/* What is left of the command line. */
typedef struct {
    char **next;
    char **end;
} Rest;

/* Takes the argument of an option: glued on ("--id=7", "-o7") or the next word. */
static bool take_argument(const Option *option, const char *glued, Rest *rest, const char **out, Error *err)
{
    if (!option->argument) {
        *out = "";
        return glued ? error_set(err, ERROR_USAGE, "--%s takes no argument", option->name) : true;
    }
    if (glued) {
        *out = glued;
        return true;
    }
    if (rest->next == rest->end)
        return error_set(err, ERROR_USAGE, "--%s needs %s", option->name, option->argument);
    *out = *rest->next++;
    return true;
}

static bool take_option(const char *word, Rest *rest, Invocation *out, Error *err)
{
    size_t row = 0;
    bool is_long = word[1] == '-';
    const char *equals = is_long ? strchr(word, '=') : NULL;
    Str name = str_from(word + 1 + is_long);
    if (equals)
        name.len = (size_t)(equals - word) - 2;
    const Option *option = is_long ? find_long(out->command, name, &row) : find_letter(out->command, word[1], &row);
    if (!option)
        return error_set(err, ERROR_USAGE, "%s: no such option; see daybook %s --help", word, out->command->name);
    const char *glued = equals ? equals + 1 : NULL;
    if (!is_long && word[2])
        glued = word + 2;
    return take_argument(option, glued, rest, &out->values[row], err);
}

bool options_parse(const Command *command, int count, char **arguments, Arena *arena, Invocation *out, Error *err)
{
    const char **operands = ARENA_ARRAY(arena, const char *, (size_t)count + 1);
    *out = (Invocation){.command = command, .operands = operands, .arena = arena};
    Rest rest = {arguments, arguments + count};
    bool only_operands = false;
    while (rest.next != rest.end) {
        const char *word = *rest.next++;
        if (only_operands || word[0] != '-' || word[1] == '\0')
            operands[out->operand_count++] = word;
        else if (strcmp(word, "--") == 0)
            only_operands = true;
        else if (!take_option(word, &rest, out, err))
            return false;
    }
    return true;
}

bool need_operands(const Invocation *invocation, const char *what, Error *err)
{
    if (invocation->operand_count > 0)
        return true;
    return error_set(err, ERROR_USAGE, "%s needs %s; see daybook %s --help", invocation->command->name, what,
                     invocation->command->name);
}

int fail(const Error *err)
{
    (void)fprintf(stderr, "daybook: %s\n", err->text);
    return (int)err->kind;
}

bool write_result(const Invocation *invocation, Str result, Error *err)
{
    const char *path = option_value(invocation, "output");
    return path ? file_write(path, result, err) : print_out(result, err);
}

bool print_out(Str text, Error *err)
{
    while (text.len > 0) {
        ssize_t n = write(STDOUT_FILENO, text.ptr, text.len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return error_set(err, ERROR_STORE, "standard output cannot be written: %s", strerror(errno));
        text = str_drop(text, (size_t)n);
    }
    return true;
}
