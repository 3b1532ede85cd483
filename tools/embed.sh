#!/bin/sh
# Writes the C table of embedded files: tools/embed.sh OUT.c FILE|NAME=FILE...
# Names are as given, those of files where there is none beside them, so call it from the top folder. The bytes come in with .incbin: no size
# limit and no second copy on disk.
set -eu
export LC_ALL=C
out=$1
shift
files=$(printf '%s\n' "$@" | sort -u)
{
    printf '/* Made by tools/embed.sh. */\n#include "base/embedded.h"\n\n'
    n=0
    for file in $files; do
        printf '__asm__(".section .rodata\\n.balign 16\\nembedded_%d:\\n' "$n"
        printf '.incbin \\"%s\\"\\n.byte 0\\n.previous\\n");\nextern const char embedded_%d[];\n' "${file#*=}" "$n"
        n=$((n + 1))
    done
    printf '\nconst EmbeddedFile *embedded_files(size_t *count)\n{\n    static const EmbeddedFile FILES[] = {\n'
    n=0
    for file in $files; do
        printf '        {"%s", {embedded_%d, %d}},\n' "${file%%=*}" "$n" "$(wc -c < "${file#*=}")"
        n=$((n + 1))
    done
    printf '        {"", {"", 0}},\n    };\n    *count = %d;\n    return FILES;\n}\n' "$n"
} > "$out.tmp"
mv "$out.tmp" "$out"
