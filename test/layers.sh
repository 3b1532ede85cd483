#!/usr/bin/env bash
# Holds the plan of the house: each room includes only what stands above it, files form no circles, the pure rooms call
# nothing that reads, prints, allocates or asks for the time, and no English word stands in the engine's C.
set -uo pipefail
shopt -s globstar nullglob
cd "$(dirname "$0")/.." || exit 1
n=0
verdict() { # NAME FAULTS
    n=$((n + 1))
    if [ -z "$2" ]; then echo "ok $n - $1"; else
        echo "not ok $n - $1"
        printf '# %s\n' "${2//$'\n'/$'\n'# }"
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
    done < <(grep -HoE '^ *# *include "[^"]*/' src/"$room"/**/*.[ch])
    verdict "$room includes only what stands above it" "$faults"
done

# The rooms within a room, in the order of the work; "." are the files of the room itself.
declare -A inner=(
    [extract]="analysis layout count syntax when place speaker claim table people harm event ."
    [assemble]="basis incident link copies figure . situation conflict"
    [serve]="frame setting screen api publish ."
)
for room in extract assemble serve; do
    faults=
    before=
    for part in ${inner[$room]}; do
        before+=" $part"
        if [ "$part" = . ]; then files=(src/"$room"/*.[ch]); else files=(src/"$room"/"$part"/*.[ch]); fi
        for file in "${files[@]}"; do
            [[ $file == *_test.[ch] || $file == *_for_tests.h ]] && continue
            while read -r other; do
                [[ " $before " == *" $other "* ]] || faults+="$file includes $room/$other"$'\n'
            done < <(sed -nE "s|^ *# *include \"$room/(([a-z_]+)/)?[a-z_]+\.h\".*|\2.|p" "$file" | sed -E 's|^([a-z_]+)\.$|\1|' | sort -u)
        done
    done
    lost=$(find "src/$room" -mindepth 1 -type d -printf '%f\n' | while read -r dir; do [[ " ${inner[$room]} " == *" $dir "* ]] || echo "src/$room/$dir has no place in the order"; done)
    verdict "the rooms within $room include only what stands above them" "$faults$lost"
done

# A node is a module: x.h and x.c, and any header without a source of its own that includes x.h and is included by x.c
# (what the module's own files share).
circles=$(grep -HoE '^ *# *include "[^"]+\.h"' src/**/*.[ch] | sed -E 's|^src/([^:]*):.*"([^"]+)"|\1 \2|' |
    awk '{ edge[NR] = $0; has[$1 " " $2] = 1; file[$1] = 1 }
        function stem(name) { sub(/\.[ch]$/, "", name); return name }
        function module(name,   own) {
            if (name ~ /_test\.[ch]$/ || !(name ~ /\.h$/) || (stem(name) ".c") in file) return stem(name)
            for (own in file)
                if (own ~ /\.c$/ && has[own " " name] && has[name " " stem(own) ".h"]) return stem(own)
            return stem(name)
        }
        END { for (i = 1; i <= NR; i++) { split(edge[i], e, " "); a = module(e[1]); b = module(e[2]); if (a != b) print a, b } }' |
    sort -u | tsort 2>&1 >/dev/null | sed 's/^tsort: //')
verdict "modules include each other in no circle" "$circles"

forbidden='(__)?(m|c|re)alloc|reallocarray|free|strn?dup|v?(f|s|sn|d)?printf(_chk)?|__v?(f|s|sn|d)?printf_chk|f?puts|fputc|putchar|f?open(64)?|f?read(_chk)?|__f?read_chk'
forbidden+='|f?write|fgets|fgetc|getc|stdin|stdout|stderr|_?exit|abort|time|clock|clock_gettime|gettimeofday|localtime(_r)?|(secure_)?getenv'
forbidden+='|setlocale|s?rand(om)?(_r)?|getrandom|pthread_.*'
for room in match extract assemble; do
    faults=
    for source in src/"$room"/**/*.c; do
        [[ $source == *_test.c ]] && continue
        object=build/release/${source%.c}.o
        names=$(nm -u "$object" | awk '{print $2}' | grep -xE "($forbidden)" | tr '\n' ' ')
        [ -z "$names" ] || faults+="$object names $names"$'\n'
    done
    verdict "$room is pure" "$faults"
done

long=$(wc -l src/**/*.[ch] web/src/*.ts 2>/dev/null | awk '$2 != "total" && $1 > 500 {print $2 " has " $1 " lines"}')
verdict "no file has more than 500 lines" "$long"

verdict "only store/db.c knows the data base" "$(grep -lE 'sqlite3' src/**/*.[ch] | grep -vx src/store/db.c)"
verdict "SQL stands in store only" "$(grep -nE '"(SELECT|INSERT|UPDATE|DELETE|CREATE|PRAGMA) ' src/**/*.[ch] | grep -v '^src/store/')"

verdict "no word of the language stands in the engine's C" "$(python3 test/words_in_c.py)"
echo "1..$n"
