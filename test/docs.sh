#!/usr/bin/env bash
# What README and the manual page say is so: commands run, options exist on both sides, dependencies are listed.
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1
n=0
verdict() { # NAME FAULTS
    n=$((n + 1))
    if [ -z "$2" ]; then echo "ok $n - $1"; else
        echo "not ok $n - $1"
        printf '# %s\n' "${2//$'\n'/$'\n'# }"
    fi
}

# README's commands with build/daybook on the example, as they stand
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
id=$(build/daybook report --json examples/balochistan-2026/reports.ndjson 2>/dev/null | python3 -c "import json,sys; print(json.load(sys.stdin)['claims'][0]['id'])")
while IFS= read -r command; do
    run=${command//--id ID/--id $id}
    run=${run//--target ID/--target $id}
    run=${run// -o / -o $scratch/}
    run=${run//balochistan.book/$scratch/balochistan.book}
    faults=$(bash -c "$run" 2>&1 >/dev/null | grep -vE '^daybook: ([0-9]* reports?,|decision 1 is kept|.*: a new book is made|.*: the list "fetches" is empty)'; [ "${PIPESTATUS[0]}" -le 1 ] || echo "ended with an error")
    verdict "README: $command" "$faults"
done < <(grep -E '^    build/daybook (report|extract|explain|add|show|decide|changes|rebuild|verify)' README.md | sed 's/^ *//' | grep -v '\.\.\.$')

faults=
# shellcheck disable=SC2086 # "places import" is two words
for option in $(for c in report add show decide changes rebuild verify serve extract explain check "places import" completion; do build/daybook $c --help; done | grep -oE -- '--[a-z-]+' | sort -u); do
    grep -qF -- "$(printf '%s' "$option" | sed 's/-/\\-/g')" doc/man/daybook.1 || faults+="$option is not in the manual page"$'\n'
done
verdict "every option stands in the manual page" "$faults"

faults=
for package in $(sed -n '/^build_packages=/,/)/p;/^test_packages=/,/)/p' bootstrap | tr '()=' '   ' | tr ' ' '\n' | grep -E '^(lib|clang|cppcheck|bats|iso)' ); do
    base=${package%-dev}
    short=${base#lib}
    grep -qiE "${short%%[0-9.-]*}" README.md || faults+="$package is not in the README"$'\n'
done
verdict "README lists what bootstrap installs" "$faults"

verdict "the manual page formats without a warning" "$(man --warnings -l doc/man/daybook.1 2>&1 >/dev/null)"

words=$(grep -rnE '/(work|tmp|home|root)/' -- README.md ARCHITECTURE.md CONTRIBUTING.md doc data examples 2>/dev/null | head -n 5)
verdict "no path of a developer's machine stands in the documents" "$words"
echo "1..$n"
