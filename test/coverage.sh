#!/usr/bin/env bash
# Line coverage of each room by the unit tests, the language's own examples and the program's run on the bundled
# example and the golden cases. Needs gcov (gcc). Works in build/cov.
set -euo pipefail
cd "$(dirname "$0")/.."
jobs=$(nproc 2>/dev/null || echo 1)
make -s -j"$jobs" BUILD=cov unit-tests build/cov/daybook
find build/cov -name '*.gcda' -delete
for t in $(make -s BUILD=cov print-unit-tests); do "$t" >/dev/null 2>&1 || echo "failed: $t"; done
program=build/cov/daybook
example=examples/balochistan-2026/reports.ndjson
"$program" check data/en >/dev/null
"$program" extract --text "$example" >/dev/null 2>&1
"$program" report "$example" -o build/cov/page.html 2>/dev/null
id=$("$program" report --json "$example" 2>/dev/null | python3 -c "import json,sys; print(json.load(sys.stdin)['claims'][0]['id'])")
"$program" explain --id "$id" "$example" >/dev/null 2>&1
for input in test/golden/*.txt test/golden/*.html test/golden/*.ndjson test/golden/*.xml; do
    [ ! -e "$input" ] || "$program" report --json "$input" >/dev/null 2>&1 || true
done
find build/cov/src -name '*.gcda' -print0 | xargs -0 gcov -n 2>/dev/null | awk '
    /^File / { file = $2; gsub(/\047/, "", file) }
    /^Lines executed/ && file ~ /^src\/.*\.c$/ && file !~ /_test\.c$/ {
        split($2, part, /[:%]/); split(file, path, "/")
        if (!(file in seen)) { seen[file] = 1; all[path[2]] += $4; hit[path[2]] += $4 * part[2] / 100 }
        file = ""
    }
    END {
        for (room in all) { printf "%-10s %5.1f %% of %d lines\n", room, 100 * hit[room] / all[room], all[room]; a += all[room]; h += hit[room] }
        printf "%-10s %5.1f %% of %d lines\n", "together", 100 * h / a, a
    }' | LC_ALL=C sort
