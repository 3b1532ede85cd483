load helper

setup() {
    book="$BATS_TEST_TMPDIR/a.book"
    cat >"$BATS_TEST_TMPDIR/p.ndjson" <<'END'
{"id":"first","published":"2026-01-31","publisher":"Lakeside News","text":"GOMA - At least 11 people were killed in an explosion at a market in Goma on Friday, police said."}
{"id":"second","published":"2026-01-31","publisher":"Valley Post","text":"GOMA - An explosion at a market in Goma on Friday killed 14 people, hospital doctors said."}
END
    daybook add --read-at 2026-02-01T00:00Z "$book" "$BATS_TEST_TMPDIR/p.ndjson"
}

claim() { # REPORT
    daybook show --json "$book" claims | python3 -c "
import json, sys
print(next(r['id'] for r in json.load(sys.stdin) if r['document'] == '$1' and r['kind'] == 'casualty'))"
}
decide() { daybook decide --as "A. Coder" --reason "checked by telephone" "$@" "$book"; }
total() { # [OPTION]...
    daybook show --json "$@" "$book" figures | python3 -c "
import json, sys
print(next((r['best'] for r in json.load(sys.stdin) if r['outcome'] == 'killed' and not r['class']), None))"
}

@test "decide keeps a decision, says what moves, and can be undone" {
    [ "$(total)" = 11 ]
    run decide --action reject --target "$(claim first)" --dry-run
    [ "$status" -eq 0 ]
    [[ "$output" == *"best 11 → 14"* ]]
    run daybook show "$book" decisions
    [ "$status" -eq 1 ]
    run decide --action reject --target "$(claim first)"
    [ "$status" -eq 0 ]
    [[ "$output" == *"decision 1 is kept"*"best 11 → 14"* ]]
    [ "$(total)" = 14 ]
    decide --undo 1 2>/dev/null
    [ "$(total)" = 11 ]
    daybook verify "$book"
}

@test "a decision is told in JSON, on the page and by explain, what was found next to it" {
    id=$(claim first)
    decide --action edit --target "$id" --value '{"count": 12}' 2>/dev/null
    daybook report --json "$book" 2>/dev/null | python3 -c "
import json, sys
s = json.load(sys.stdin)
c = next(c for c in s['claims'] if c['id'] == '$id')
assert c['count']['low'] == 12 and c['decided']['verdict'] == 'edited' and c['decided']['found']['count']['low'] == 11, c
d = c['decided']['by'][0]
assert d['person'] == 'A. Coder' and d['reason'] == 'checked by telephone' and d['time'], d
e = s['incidents'][0]['estimates']['killed']
assert e['best'] == 12 and 'edited by A. Coder' in e['people'], e
assert s['decisions'][0]['attached'] is True"
    daybook report "$book" 2>/dev/null >"$BATS_TEST_TMPDIR/page.html"
    grep -q "edit by A. Coder, .*: checked by telephone" "$BATS_TEST_TMPDIR/page.html"
    daybook export --format csv "$book" 2>/dev/null | python3 -c "
import csv, sys
assert next(r for r in csv.DictReader(sys.stdin) if r['claim_id'] == '$id')['decided'] == 'edited'"
    run daybook explain --id "$id" "$book"
    [[ "$output" == *"edited"*"A. Coder"*"checked by telephone"*"as the program found it"*"11"* ]]
}

@test "a public edition says how a claim stands, not who decided and why" {
    decide --action reject --target "$(claim first)" 2>/dev/null
    for form in "report --json" "report" "export --format csv" "export --format markdown"; do
        # shellcheck disable=SC2086 # words of a command
        daybook $form --public "$book" 2>/dev/null >"$BATS_TEST_TMPDIR/out"
        ! grep -qE "A\. Coder|checked by telephone" "$BATS_TEST_TMPDIR/out"
    done
    daybook report --json --public "$book" 2>/dev/null | grep -q '"verdict":"rejected"'
}

@test "an edition of an earlier time holds what was decided by then" {
    decide --at 2026-02-02T00:00Z --action reject --target "$(claim first)" 2>/dev/null
    daybook report --as-of 2026-02-03 "$book" 2>/dev/null >"$BATS_TEST_TMPDIR/then.html"
    decide --at 2026-02-04T00:00Z --undo 1 2>/dev/null
    [ "$(total --as-of 2026-02-01)" = 11 ]
    [ "$(total --as-of 2026-02-03)" = 14 ]
    [ "$(total)" = 11 ]
    daybook report --as-of 2026-02-03 "$book" 2>/dev/null | cmp - "$BATS_TEST_TMPDIR/then.html"
}

@test "rebuild keeps decisions" {
    decide --action reject --target "$(claim first)" 2>/dev/null
    daybook rebuild "$book" 2>/dev/null
    [ "$(total)" = 14 ]
    daybook verify "$book"
}

@test "what was not seen is not overwritten; what is wrong is named" {
    id=$(claim first)
    decide --action accept --target "$id" 2>/dev/null
    run daybook decide --as "B. Editor" --reason "no" --action reject --target "$id" --seen 0 "$book"
    [ "$status" -eq 5 ]
    [[ "$output" == *"A. Coder decided on it meanwhile (decision 1, accept: checked by telephone)"* ]]
    run daybook decide --as "B. Editor" --reason "no" --action reject --target "$id" --seen 1 "$book"
    [ "$status" -eq 0 ]
    run decide --action edit --target "$id" --value '{"counts": 3}'
    [ "$status" -eq 2 ]
    [[ "$output" == *'edit takes no field "counts"'* ]]
    run daybook decide --as "B. Editor" --action reject --target "$id" "$book"
    [ "$status" -eq 2 ]
    run decide --undo 1 --action reject
    [ "$status" -eq 2 ]
}

@test "queue, notes, agreement and disagreements are lists as the others are" {
    id=$(claim first)
    run daybook show "$book" queue
    [ "$status" -eq 0 ]
    [[ "$output" == *"killed best 11 → 14"* ]]
    decide --action note --target "$id" --value '{"text": "call the hospital"}' 2>/dev/null
    [[ "$(daybook show "$book" notes)" == *"call the hospital"* ]]
    daybook decide --as "A. Coder" --reason r --action accept --target "$id" --value '{"independent": true}' "$book" 2>/dev/null
    daybook decide --as "B. Coder" --reason r --action edit --target "$id" --value '{"count": 12, "independent": true}' "$book" 2>/dev/null
    [[ "$(daybook show "$book" disagreements)" == *count*"A. Coder"*"11 or more"*"B. Coder"*12* ]]
    [[ "$(daybook show "$book" agreement)" == *kappa*alpha* ]]
    [ "$(total)" = 11 ]
}

@test "the whole book: a profile, a stricter public edition and a place are decided, dated and undone like anything" {
    decide --action profile --value '{"name": "raw"}' --at 2026-02-03T00:00Z
    decide --action profile --value '{"name": "acled"}' --at 2026-02-05T00:00Z
    run daybook report --json "$book"
    [[ "$output" == *'"profile":{"name":"acled"'* ]]
    run daybook report --json --as-of 2026-02-04 "$book"
    [[ "$output" == *'"profile":{"name":"raw"'* ]]
    run decide --action public --value '{"grid": 0.01}'
    [ "$status" -eq 2 ]
    decide --action public --value '{"names": ["Lakeside"]}'
    run daybook report --json --public "$book"
    [[ "$output" != *Lakeside* ]]
    [[ "$output" == *"editors listed"* ]]
    decide --action gazetteer --value '{"name": "Goma", "kind": "town", "country": "CD", "lat": -1.25, "lon": 28.75, "corrects": "gn:216281"}'
    daybook rebuild "$book"
    run daybook report --json "$book"
    [[ "$output" == *-1.25* ]]
    decide --undo 4
    daybook rebuild "$book"
    run daybook report --json "$book"
    [[ "$output" != *-1.25* ]]
    run daybook verify "$book"
    [ "$status" -eq 0 ]
}
