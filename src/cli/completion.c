/* Completion scripts, made from the command table. */
#include <stdio.h>
#include <string.h>

#include "cli/command.h"

const Option COMPLETION_OPTIONS[] = {
    {"help", 'h', NULL, "this help"},
    {0},
};

static void print_options(const Command *command)
{
    for (const Option *o = command->options; o->name; o++)
        (void)printf(" --%s", o->name);
}

static void print_bash(void)
{
    (void)fputs("_daybook() {\n    local word=${COMP_WORDS[COMP_CWORD]} command=${COMP_WORDS[1]}\n"
                "    if [ \"$COMP_CWORD\" = 1 ]; then\n        COMPREPLY=($(compgen -W \"",
                stdout);
    for (const Command *c = COMMANDS; c->name; c++) {
        if (!strchr(c->name, ' '))
            (void)printf("%s ", c->name);
    }
    (void)fputs("places\" -- \"$word\"))\n        return\n    fi\n"
                "    [ \"$command\" = places ] && command=\"places import\"\n    case $command in\n",
                stdout);
    for (const Command *c = COMMANDS; c->name; c++) {
        (void)printf("    \"%s\") options=\"", c->name);
        print_options(c);
        (void)fputs("\" ;;\n", stdout);
    }
    (void)fputs(
        "    *) options= ;;\n    esac\n    case $word in\n"
        "    -*) COMPREPLY=($(compgen -W \"$options\" -- \"$word\")) ;;\n"
        "    *) COMPREPLY=($(compgen -f -- \"$word\")) ;;\n    esac\n}\ncomplete -o filenames -F _daybook daybook\n",
        stdout);
}

int run_completion(Invocation *invocation)
{
    Error err = {0};
    const char *shell = invocation->operand_count == 1 ? invocation->operands[0] : "";
    bool zsh = strcmp(shell, "zsh") == 0;
    if (!zsh && strcmp(shell, "bash") != 0) {
        (void)error_set(&err, ERROR_USAGE, "completion takes one shell: bash or zsh");
        return fail(&err);
    }
    if (zsh)
        (void)fputs("#compdef daybook\nautoload -U +X bashcompinit && bashcompinit\n", stdout);
    print_bash();
    return EXIT_DONE;
}
