load helper

# shellcheck disable=SC2154 # example: helper.bash
# What the book must show of a situation that lives for days: its curve, its editions, and that nothing hangs on the way reports came in.

setup() { book="$BATS_TEST_TMPDIR/a.book"; }

# The reports one a file, in order of publication, as "DAY FILE" lines.
reports() {
    python3 - "$example" "$BATS_TEST_TMPDIR" <<'PY'
import json, sys
rows = [line for line in open(sys.argv[1], encoding="utf-8")]
for n, (day, _, line) in enumerate(sorted((r["published"] + "-28" if len(r["published"]) == 7 else r["published"], i, rows[i])
                                          for i, r in enumerate(map(json.loads, rows)))):
    path = f"{sys.argv[2]}/report-{n:02}.ndjson"
    open(path, "w", encoding="utf-8").write(line)
    print(day, path)
PY
}

# The second at which somebody decided is the clock's.
without_times() { sed -E 's/"time":"[^"]*","person"/"person"/g'; }

# What an edition holds: every list, the JSON and the page.
print_edition() { # BOOK [--as-of TIME]
    local of=$1
    shift
    for kind in figures incidents claims timeline sources conflicts unverified pending waves; do
        daybook show --json "$@" "$of" $kind || [ $? -eq 1 ]
    done
    daybook report --json "$@" "$of" 2>/dev/null
    daybook report "$@" "$of" 2>/dev/null
}

@test "added report by report, the fighters' curve runs from 37-70 to 216 with its speakers, and 18:00 editions stay as they were" {
    local last=
    reports >"$BATS_TEST_TMPDIR/order"
    while read -r day path; do
        if [ -n "$last" ] && [ "$day" != "$last" ]; then
            print_edition "$book" --as-of "${last}T18:00:00Z" >"$BATS_TEST_TMPDIR/edition-$last"
            daybook show --json "$book" figures >"$BATS_TEST_TMPDIR/figures-$last"
        fi
        last=$day
        daybook add --read-at "${day}T12:00:00Z" "$book" "$path" >/dev/null
    done <"$BATS_TEST_TMPDIR/order"
    [ "$(find "$BATS_TEST_TMPDIR" -name "edition-*" | wc -l)" -ge 4 ]
    for edition in "$BATS_TEST_TMPDIR"/edition-*; do
        print_edition "$book" --as-of "${edition##*edition-}T18:00:00Z" | cmp - "$edition"
    done

    daybook report --json "$book" 2>/dev/null | python3 -c "
import json, sys
s = json.load(sys.stdin)
claims = {c['id']: c for c in s['claims']}
curve = {}
for step in s['incidents'][0]['history']:
    for told in (step['estimates'].get('killed.militant') or {'claimed': []})['claimed']:
        figure = (told['count']['low'], told['count']['high'])
        curve.setdefault(figure, (told['party'], {who for c in told['claims'] for who in claims[c]['speakers']}))
for figure in [(37, 70), (67, 67), (108, 108), (145, 145), (184, 184), (177, 177), (197, 197), (216, 216)]:
    assert figure in curve, (figure, curve)
    assert curve[figure][0] == 'government', curve[figure]
order = list(curve)
assert order.index((37, 70)) < order.index((145, 145)) < order.index((197, 197)) < order.index((216, 216)), order
assert any('overnment sources' in who for who in curve[37, 70][1]), curve[37, 70]
assert curve[145, 145][1], 'nobody said 145'
last = s['incidents'][0]['estimates']
assert last['killed.militant']['best'] is None, last['killed.militant']
cells = {key: [last[key][end] for end in ('low', 'best', 'high')] for key in ('killed', 'killed.civilian', 'killed.security')}
assert cells == {'killed': [58, 58, 68], 'killed.civilian': [17, 36, 36], 'killed.security': [17, 22, 22]}, cells
assert last['killed']['without'] == ['militant'], last['killed']
"
}

@test "any order and any split of reports and decisions gives the same figures, incidents and exports" {
    reports | cut -d' ' -f2 >"$BATS_TEST_TMPDIR/order"
    daybook add --read-at 2026-02-06T00:00:00Z "$book" "$example" >/dev/null
    local wrong one two
    wrong=$(daybook show --json "$book" claims | python3 -c "
import json, sys
rows = [r for r in json.load(sys.stdin) if r['kind'] == 'casualty']
print(rows[3]['id'], rows[5]['id'])")
    read -r one two <<<"$wrong"
    decide() { # BOOK: as soon as its claim is there, between the portions, in one order
        daybook show --json "$1" claims | grep -o '"id":"[^"]*"' >"$BATS_TEST_TMPDIR/ids"
        if grep -q "$one" "$BATS_TEST_TMPDIR/ids" && [ ! -e "$1.one" ]; then
            daybook decide --as tester --reason "a misprint" --action reject --target "$one" "$1" >/dev/null 2>&1
            : >"$1.one"
        fi
        if grep -q "$two" "$BATS_TEST_TMPDIR/ids" && [ -e "$1.one" ] && [ ! -e "$1.two" ]; then
            daybook decide --as tester --reason "seen" --action accept --target "$two" "$1" >/dev/null 2>&1
            : >"$1.two"
        fi
        decided=$(($(find "$1.one" "$1.two" 2>/dev/null | wc -l)))
    }
    decide "$book"
    local between=0
    print_edition "$book" | without_times >"$BATS_TEST_TMPDIR/want"
    for format in csv geojson hxl ged acled markdown; do daybook export --format $format "$book"; done >"$BATS_TEST_TMPDIR/exports" 2>/dev/null
    for seed in 1 2 3 4 5; do
        local other="$BATS_TEST_TMPDIR/$seed.book" n=0
        shuf --random-source=<(yes $seed) "$BATS_TEST_TMPDIR/order" >"$BATS_TEST_TMPDIR/shuffled"
        split -n r/$((seed * 3 % 7 + 2)) "$BATS_TEST_TMPDIR/shuffled" "$BATS_TEST_TMPDIR/part$seed."
        for part in "$BATS_TEST_TMPDIR/part$seed".*; do
            xargs cat <"$part" | daybook add --read-at 2026-02-06T00:00:00Z "$other" - >/dev/null
            n=$((n + 1))
            decide "$other"
            [ "$decided" -eq 0 ] || [ "$part" = "$(printf '%s\n' "$BATS_TEST_TMPDIR/part$seed".* | tail -n 1)" ] || between=$((between + 1))
        done
        print_edition "$other" | without_times | cmp - "$BATS_TEST_TMPDIR/want"
        for format in csv geojson hxl ged acled markdown; do daybook export --format $format "$other"; done 2>/dev/null |
            cmp - "$BATS_TEST_TMPDIR/exports"
        [ "$n" -gt 1 ]
    done
    [ "$between" -gt 0 ]
}

@test "a pile large enough to be linked as one gives the same at any split, in any order, report by report at its end" {
    python3 "$BATS_TEST_DIRNAME/../../bench/reports.py" 260 9 3 >"$BATS_TEST_TMPDIR/pile"
    print_all() { # BOOK
        for kind in figures incidents claims timeline sources conflicts waves; do
            daybook show --json "$1" $kind || [ $? -eq 1 ]
        done
        daybook report --json "$1" 2>/dev/null
        for format in csv geojson hxl ged acled markdown; do daybook export --format $format "$1" 2>/dev/null; done
    }
    daybook add --read-at 2026-09-01 "$book" "$BATS_TEST_TMPDIR/pile" >/dev/null
    print_all "$book" >"$BATS_TEST_TMPDIR/want"
    [ "$(daybook show --json "$book" incidents | grep -o '"id"' | wc -l)" -gt 20 ]
    for seed in 1 2 3; do
        local other="$BATS_TEST_TMPDIR/split-$seed.book"
        python3 - "$BATS_TEST_TMPDIR" "$seed" <<'PY'
import random, sys
folder, seed = sys.argv[1], sys.argv[2]
rng = random.Random(seed)
lines = open(f"{folder}/pile", encoding="utf-8").readlines()
rng.shuffle(lines)
cuts = sorted(rng.sample(range(1, len(lines) - 2), 3)) + [len(lines) - 2, len(lines) - 1, len(lines)]
for n, (start, end) in enumerate(zip([0] + cuts, cuts)):
    open(f"{folder}/split-{seed}.{n}", "w", encoding="utf-8").writelines(lines[start:end])
PY
        for part in "$BATS_TEST_TMPDIR/split-$seed".[0-9]; do
            daybook add --read-at 2026-09-01 "$other" "$part" >/dev/null
        done
        print_all "$other" | cmp - "$BATS_TEST_TMPDIR/want"
        daybook verify "$other" >/dev/null
    done
}
