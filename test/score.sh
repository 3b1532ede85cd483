#!/usr/bin/env bash
# Floors of accuracy, set just under what is reached: it never drops in silence. The project's own reports
# (test/accuracy) are scored everywhere; the sets of test/floors.tsv need the evaluation kit beside the checkout, and
# without it the suite passes over them and says so. With --table: the scores as tables, no floors.
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1
kit=../shared/eval/kit
if [ "${1:-}" = --table ]; then
    if [ -x "$kit" ]; then "$kit" run all --daybook build/daybook; fi
    exec python3 test/accuracy/score.py
fi
python3 test/accuracy/score.py --tap
if [ ! -x "$kit" ]; then
    echo "ok - floors of the kit # SKIP the evaluation kit is not beside this checkout"
    exit 0
fi
mkdir -p build/test
n=0
for set in $(cut -f1 test/floors.tsv | grep -v '^#' | tail -n +2 | uniq); do
    "$kit" run "$set" --daybook build/daybook --json >"build/test/score-$set.json" 2>"build/test/score-$set.err"
    python3 - "$set" "$n" <<'P'
import json, sys
name, n = sys.argv[1], int(sys.argv[2])
result = json.load(open('build/test/score-%s.json' % name))
scores = {r['metric']: r['score'] for r in result['rows']}
for line in open('test/floors.tsv'):
    if line.startswith('#') or line.startswith('set\t'):
        continue
    of, metric, sense, floor = line.rstrip('\n').split('\t')
    if of != name:
        continue
    n += 1
    score = scores.get(metric)
    good = score is not None and (score >= float(floor) if sense == '>=' else score <= float(floor))
    print('%s %d - %s: %s is %s, floor %s %s' % ('ok' if good else 'not ok', n, name, metric, score, sense, floor))
for problem in result['problems']:
    n += 1
    print('not ok %d - %s: %s' % (n, name, problem))
P
    n=$((n + $(grep -c "^$set	" test/floors.tsv)))
done
