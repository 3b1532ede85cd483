#!/usr/bin/env bash
# Runs the test suites and adds up their TAP lines. Ends with "N passed, M failed".
#   test/run.sh            all of them
#   test/run.sh unit cli   those
# A suite is a function below that prints TAP; one that ends with an error and no "not ok" counts as one failure.
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1
export LC_ALL=C
unset MAKEFLAGS MFLAGS MAKELEVEL
jobs=$(nproc 2>/dev/null || echo 1)
out=build/test
mkdir -p "$out"

suite_unit() { # table tests beside the code
    make -s -j"$jobs" unit-tests && for t in $(make -s print-unit-tests); do CMOCKA_MESSAGE_OUTPUT=TAP "$t" || echo "not ok - $t ended with $?"; done
}
suite_asan() { # the same under the address and undefined-behaviour sanitizers
    make -s -j"$jobs" BUILD=asan unit-tests && for t in $(make -s BUILD=asan print-unit-tests); do
        CMOCKA_MESSAGE_OUTPUT=TAP "$t" 2>"$out/asan.err" || { echo "not ok - $t ended with $?"; head -n 20 "$out/asan.err"; }
    done
}
suite_sanitized() { # the whole program under them, on one thread and on two
    make -s -j"$jobs" BUILD=asan build/asan/daybook || return 1
    local pile threads command
    for pile in examples/balochistan-2026/reports.ndjson test/golden ../shared/seeds; do
        [ -e "$pile" ] || continue
        for threads in 1 2; do
            for command in "extract --text" "report --json" report; do
                # shellcheck disable=SC2086 # the command is of several words
                if build/asan/daybook $command --threads "$threads" "$pile" >/dev/null 2>"$out/sanitized.err"; then
                    echo "ok - $command on $threads threads of $pile"
                else
                    echo "not ok - $command on $threads threads of $pile ended with $?"
                    head -n 20 "$out/sanitized.err" | sed 's/^/# /'
                fi
            done
        done
    done
}
suite_layers() { test/layers.sh; }        # rooms include only what stands above them
suite_check() { build/daybook check --tap data/en; } # every rule's own examples
suite_cli() { bats --tap test/cli; }      # exit codes, broken pipes, odd input
suite_kill() { test/kill.sh 40; }         # no acknowledged report is lost
suite_golden() { test/golden/run.sh; }    # what is printed for the checked-in reports
suite_vocabulary() { python3 test/vocabulary.py; } # loaded words stand in quotations alone
suite_fuzz() { test/fuzz.sh; }            # corpora replayed under the sanitizers
suite_docs() { test/docs.sh; }            # what README and manual say is so
suite_desk() { test/desk/run.sh; }        # the desk as programs and attackers see it
suite_web() { test/web/run.sh; }          # the page in a browser
suite_score() { test/score.sh; }          # floors of the accuracy sets

suites=("$@")
[ ${#suites[@]} -gt 0 ] || suites=(layers unit asan sanitized check cli kill golden fuzz docs vocabulary desk web score)

passed=0
failed=0
for suite in "${suites[@]}"; do
    echo "== $suite"
    started=$SECONDS
    "suite_$suite" >"$out/$suite.tap" 2>"$out/$suite.err"
    status=$?
    ok=$(grep -cE '^ *ok\b' "$out/$suite.tap")
    not_ok=$(grep -cE '^ *not ok\b' "$out/$suite.tap")
    if [ "$status" -ne 0 ] && [ "$not_ok" -eq 0 ]; then
        not_ok=1
        echo "   the suite ended with $status"
        tail -n 15 "$out/$suite.err"
    fi
    if [ "$not_ok" -gt 0 ]; then
        awk '/^ *ok /{shown = 0} /^ *not ok /{shown = 1} shown' "$out/$suite.tap" | head -n 60
        tail -n 15 "$out/$suite.err"
    fi
    echo "   $ok passed, $not_ok failed ($((SECONDS - started)) s)"
    passed=$((passed + ok))
    failed=$((failed + not_ok))
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
