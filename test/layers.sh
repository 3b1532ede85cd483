#!/usr/bin/env bash
# Holds the plan of the house: each room includes only what stands above it, files form no circles, the pure rooms call
# nothing that reads, prints, allocates or asks for the time, and no English word stands in the engine's C.
set -uo pipefail
cd "$(dirname "$0")/.."
n=0
verdict() { # NAME FAULTS
    n=$((n + 1))
    if [ -z "$2" ]; then echo "ok $n - $1"; else
        echo "not ok $n - $1"
        sed 's/^/# /' <<<"$2"
    fi
}

declare -A may=(
    [base]="base"
    [model]="base model"
    [read]="base model read"
    [match]="base model match"
    [extract]="base model read match extract"
    [assemble]="base model read match extract assemble"
    [store]="base model read match extract assemble store"
    [report]="base model read match extract assemble report"
    [serve]="base model read match extract assemble store report serve"
    [scale]="base model read match extract assemble store report scale"
    [cli]="base model read match extract assemble store report serve scale cli"
)
for room in base model read match extract assemble store report serve scale cli; do
    [ -d "src/$room" ] || continue
    faults=
    while IFS=: read -r file include; do
        other=${include#*\"}
        other=${other%%/*}
        [[ " ${may[$room]} " == *" $other "* ]] || faults+="$file includes ${include#*\"}"$'\n'
    done < <(grep -HoE '^ *# *include "[^"]*/' src/"$room"/*.[ch] 2>/dev/null)
    verdict "$room includes only what stands above it" "$faults"
done

circles=$(grep -HoE '^ *# *include "[^"]+\.h"' src/*/*.[ch] | sed -E 's|^src/([^:]*)\.[ch]:.*"([^"]+)\.h"|\1 \2|' |
    awk '$1 != $2' | sort -u | tsort 2>&1 >/dev/null | grep -v '^tsort: -: input contains a loop' | sed 's/^tsort: //')
verdict "files include each other in no circle" "$circles"

forbidden='malloc|calloc|realloc|free|printf|fprintf|snprintf|puts|fopen|open|read|write|exit|abort|time|clock_gettime|getenv|setlocale|rand|random'
for room in match extract assemble; do
    faults=
    for object in build/release/src/"$room"/*.o; do
        [[ $object == *_test.o ]] && continue
        names=$(nm -u "$object" | awk '{print $2}' | grep -xE "($forbidden)" | tr '\n' ' ')
        [ -z "$names" ] || faults+="$object names $names"$'\n'
    done
    verdict "$room is pure" "$faults"
done

long=$(wc -l src/*/*.[ch] web/src/*.ts 2>/dev/null | awk '$2 != "total" && $1 > 500 {print $2 " has " $1 " lines"}')
verdict "no file has more than 500 lines" "$long"
echo "1..$n"
