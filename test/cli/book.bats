load helper

setup() { book="$BATS_TEST_TMPDIR/a.book"; }

@test "add makes a book and says what it kept; the same again changes nothing" {
    run daybook add "$book" "$example"
    [ "$status" -eq 0 ]
    [ "$(grep -c '^added' <<<"$output")" -eq 22 ]
    daybook report --json "$book" >"$BATS_TEST_TMPDIR/1" 2>/dev/null
    run daybook add "$book" "$example"
    [ "$status" -eq 0 ]
    [ "$(grep -c '^known' <<<"$output")" -eq 22 ]
    daybook report --json "$book" >"$BATS_TEST_TMPDIR/2" 2>/dev/null
    cmp "$BATS_TEST_TMPDIR/1" "$BATS_TEST_TMPDIR/2"
}

@test "any order and any split of adding gives the same figures, lists and pages" {
    daybook add "$book" "$example"
    for kind in figures incidents claims; do daybook show --json "$book" $kind; done >"$BATS_TEST_TMPDIR/want"
    daybook report --json "$book" >>"$BATS_TEST_TMPDIR/want" 2>/dev/null
    for seed in 1 2 3; do
        other="$BATS_TEST_TMPDIR/$seed.book"
        shuf --random-source=<(yes $seed) "$example" >"$BATS_TEST_TMPDIR/shuffled"
        split -n r/$((seed + 1)) "$BATS_TEST_TMPDIR/shuffled" "$BATS_TEST_TMPDIR/part$seed."
        for part in "$BATS_TEST_TMPDIR/part$seed".*; do daybook add "$other" - <"$part"; done
        for kind in figures incidents claims; do daybook show --json "$other" $kind; done >"$BATS_TEST_TMPDIR/have"
        daybook report --json "$other" >>"$BATS_TEST_TMPDIR/have" 2>/dev/null
        cmp "$BATS_TEST_TMPDIR/want" "$BATS_TEST_TMPDIR/have"
    done
}

@test "show prints tables, JSON, and exit code 1 for an empty list" {
    daybook add "$book" "$example"
    run daybook show "$book" figures
    [ "$status" -eq 0 ]
    [[ "${lines[0]}" == incident*outcome*best* ]]
    daybook show --json "$book" claims | python3 -c "
import json, sys
rows = json.load(sys.stdin)
assert len(rows) > 50 and all(len(r['id']) == 16 and r['passage'] for r in rows)"
    printf '%s\n' '{"id":"a","text":"Nothing at all was said."}' >"$BATS_TEST_TMPDIR/p.ndjson"
    run daybook add "$BATS_TEST_TMPDIR/b.book" "$BATS_TEST_TMPDIR/p.ndjson"
    run daybook show "$BATS_TEST_TMPDIR/b.book" claims
    [ "$status" -eq 1 ]
}

@test "an edition of an earlier time is printed again byte for byte" {
    split -n l/3 "$example" "$BATS_TEST_TMPDIR/day."
    n=1
    for part in "$BATS_TEST_TMPDIR"/day.*; do
        daybook add --read-at 2026-02-0${n}T12:00Z "$book" - <"$part"
        daybook report --as-of 2026-02-0${n}T18:00Z "$book" >"$BATS_TEST_TMPDIR/$n.html" 2>/dev/null
        n=$((n + 1))
    done
    for n in 1 2 3; do
        daybook report --as-of 2026-02-0${n}T18:00Z "$book" 2>/dev/null | cmp - "$BATS_TEST_TMPDIR/$n.html"
    done
    run daybook show --as-of 2026-02-01 --json "$book" claims
    [ "$status" -eq 0 ]
    [ "${#lines[@]}" -lt "$(daybook show --json "$book" claims | wc -l)" ]
}

@test "report and explain take a book as they take a pile" {
    daybook add "$book" "$example"
    id=$(daybook show --json "$book" claims | python3 -c "import json, sys; print(json.load(sys.stdin)[0]['id'])")
    run daybook explain --id "$id" "$book"
    [ "$status" -eq 0 ]
    [[ "$output" == *"rule"* && "$output" == *"[["* ]]
    run daybook report "$book" "$example"
    [ "$status" -eq 2 ]
}

@test "situations of a book are kept apart" {
    printf '%s\n' '{"id":"a","published":"2026-03-04","text":"Four soldiers were killed near Goma on Tuesday, the army said."}' >"$BATS_TEST_TMPDIR/p.ndjson"
    daybook add --situation Goma "$book" "$BATS_TEST_TMPDIR/p.ndjson"
    daybook add --situation Balochistan "$book" "$example"
    run daybook show "$book" figures
    [ "$status" -eq 2 ]
    [[ "$output" == *"Balochistan, Goma"* ]]
    [ "$(daybook show --situation Goma --json "$book" claims | grep -c '"id"')" -eq 1 ]
}

@test "what is no book is refused" {
    printf 'SQLite format 3\0junk' >"$book"
    run daybook show "$book" figures
    [ "$status" -eq 5 ]
    printf 'hello\n' >"$book"
    run daybook add "$book" "$example"
    [ "$status" -eq 5 ]
    [ "$(cat "$book")" = hello ]
    run daybook show "$BATS_TEST_TMPDIR/none.book" figures
    [ "$status" -eq 5 ]
}
