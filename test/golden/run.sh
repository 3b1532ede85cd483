#!/usr/bin/env bash
# Golden cases: each test/golden/NAME.txt|html|ndjson|xml is read, and a short summary of what daybook found (one line a claim,
# flag, cell and conflict) must be NAME.golden. `make golden` shows the differences, `make golden-accept` takes them.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1
mode=${1:-check}
n=0
mkdir -p build/test/golden
for input in test/golden/*.txt test/golden/*.html test/golden/*.ndjson test/golden/*.xml; do
    [ -e "$input" ] || continue
    n=$((n + 1))
    name=$(basename "$input")
    build/daybook report --json "$input" 2>/dev/null | python3 test/golden/summary.py >"build/test/golden/$name"
    if [ "$mode" = accept ]; then
        cp "build/test/golden/$name" "test/golden/$name.golden"
    elif diff -u "test/golden/$name.golden" "build/test/golden/$name" >"build/test/golden/$name.diff" 2>&1; then
        echo "ok $n - $name"
    else
        echo "not ok $n - $name"
        sed 's/^/# /' "build/test/golden/$name.diff"
    fi
done
echo "1..$n"
