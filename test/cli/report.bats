load helper

@test "report writes a page to the file that -o names" {
    run daybook report "$example" -o "$BATS_TEST_TMPDIR/page.html"
    [ "$status" -eq 0 ]
    grep -q '<!doctype html>' "$BATS_TEST_TMPDIR/page.html"
    [ "$(wc -c <"$BATS_TEST_TMPDIR/page.html")" -gt 20000 ]
}

@test "an output that cannot be written is an error, exit code 5, and leaves nothing behind" {
    run daybook report "$example" -o "$BATS_TEST_TMPDIR/no/such/page.html"
    [ "$status" -eq 5 ]
    [[ "$output" == *page.html* ]]
    [ ! -e "$BATS_TEST_TMPDIR/no" ]
}

@test "report --json prints one object with the contract's keys" {
    daybook report --json "$example" >"$BATS_TEST_TMPDIR/out" 2>/dev/null
    run python3 -c "
import json
s = json.load(open('$BATS_TEST_TMPDIR/out'))
for key in 'as_of documents claims incidents waves copies conflicts unverified pending'.split():
    assert key in s, key
assert len(s['documents']) == 22
ids = {c['id'] for c in s['claims']}
assert len(ids) == len(s['claims'])
for i in s['incidents']:
    assert set(i['claims']) <= ids"
    [ "$status" -eq 0 ]
}

# The page's first heading for a report.
heading() { # PUBLISHED TEXT
    printf '{"id":"a","published":"%s","text":"%s"}\n' "$1" "$2" | daybook report - 2>"$BATS_TEST_TMPDIR/err" | grep -o '<h1>[^<]*'
}

@test "a page is headed by place and days, else by what happened, and by nothing where nothing is told" {
    [ "$(heading 2026-02-01 "Three people were killed in a bus crash in Maiduguri on Friday, police said.")" = "<h1>Maiduguri, Friday 30 January 2026" ]
    [ "$(heading 2026-02-01 "Three people were shot dead on Friday, police said.")" = "<h1>Shooting, Friday 30 January 2026" ]
    [ "$(heading 2026-02-01 "The library opens at nine. Cakes are sold.")" = "<h1>No incident found" ]
    [ "$(daybook report - 2>"$BATS_TEST_TMPDIR/err" </dev/null | grep -o '<h1>[^<]*')" = "<h1>No incident found" ]
}

@test "the very same report given twice is read once, as a book does; a version of it and a copy in another outlet are not" {
    cd "$BATS_TEST_TMPDIR"
    local text="Three people were killed in a bus crash in Maiduguri on Friday, police said." out
    mkdir pile
    printf '%s\n' "$text" >pile/a.txt
    cp pile/a.txt "pile/a (1).txt"
    {
        printf '{"id":"r","published":"2026-02-01","publisher":"Wire A","text":"%s"}\n' "$text" "$text" "$text Four were hurt."
        printf '{"id":"s","published":"2026-02-01","publisher":"Paper B","text":"%s"}\n' "$text"
    } >pile/b.ndjson
    run daybook report pile --json -o out.json
    [[ "$output" == *"pile/a.txt: left out: the same report as "*", which was read before"* ]]
    [[ "$output" == *"pile/b.ndjson#2: left out: the same report as r, which was read before"* ]]
    daybook add a.book pile >added
    for out in out.json <(daybook report --json a.book); do
        [ "$(python3 -c 'import json,sys; print(*sorted(d["id"] for d in json.load(sys.stdin)["documents"]))' <"$out" | sed 's/[0-9a-f]\{16\}/FILE/')" = "FILE r r-2 s" ]
    done
    [ "$(daybook extract pile 2>err | wc -l)" -eq 6 ]
    # nor does it matter in which order files are given, though two share an id and a time
    sed -n 3p pile/b.ndjson >later.ndjson
    sed -n 1p pile/b.ndjson >earlier.ndjson
    cmp <(daybook report --json earlier.ndjson later.ndjson 2>err) <(daybook report --json later.ndjson earlier.ndjson 2>err)
}

@test "the page and the JSON are the same bytes on every run and any number of threads" {
    for n in 1 2; do
        daybook report --threads $n "$example" >"$BATS_TEST_TMPDIR/page$n" 2>/dev/null
        daybook report --threads $n --json "$example" >"$BATS_TEST_TMPDIR/json$n" 2>/dev/null
    done
    cmp "$BATS_TEST_TMPDIR/page1" "$BATS_TEST_TMPDIR/page2"
    cmp "$BATS_TEST_TMPDIR/json1" "$BATS_TEST_TMPDIR/json2"
}

@test "--as-of leaves later reports out of the figures" {
    daybook report --json --as-of 2026-01-31 "$example" >"$BATS_TEST_TMPDIR/out" 2>/dev/null
    run python3 -c "
import json
s = json.load(open('$BATS_TEST_TMPDIR/out'))
assert s['as_of'].startswith('2026-01-31')
late = {d['id'] for d in s['documents'] if d['after_as_of']}
for i in s['incidents']:
    assert not late & set(i['documents'])"
    [ "$status" -eq 0 ]
}

@test "explain shows passage and rule of a claim" {
    id=$(daybook report --json "$example" 2>/dev/null | python3 -c "
import json, sys
print(next(c['id'] for c in json.load(sys.stdin)['claims'] if c['kind'] == 'casualty'))")
    run daybook explain --id "$id" "$example"
    [ "$status" -eq 0 ]
    [[ "$output" == *"rule"* && "$output" == *"[["* && "$output" == *"data/en/rules/"* ]]
}

@test "explain says when there is no such id" {
    run daybook explain --id 0000 "$example"
    [ "$status" -eq 2 ]
    [[ "$output" == *"no claim or incident"* ]]
}

@test "two events of one day in two countries stay apart, even in a pile of two" {
    printf '%s\n' '{"id":"a","published":"2026-03-04","text":"Four soldiers were killed and seven wounded in clashes near Goma on Tuesday, the army said."}' \
        '{"id":"b","published":"2026-03-04","text":"At least nine people were killed when a car bomb exploded at a market in Mogadishu on Tuesday, police said."}' >"$BATS_TEST_TMPDIR/p.ndjson"
    daybook report --json "$BATS_TEST_TMPDIR/p.ndjson" >"$BATS_TEST_TMPDIR/out" 2>/dev/null
    run python3 -c "
import json
s = json.load(open('$BATS_TEST_TMPDIR/out'))
assert sorted(i['documents'] for i in s['incidents'] if i['documents']) == [['a'], ['b']], s['incidents']"
    [ "$status" -eq 0 ]
}

@test "two events of one day in far towns of one country stay apart, and both figures stand" {
    printf '%s\n' '{"id":"a","published":"2026-03-04","text":"Three policemen were killed when a roadside bomb hit their vehicle in Herat on Tuesday, officials said."}' \
        '{"id":"b","published":"2026-03-04","text":"A suicide bomber killed 12 people at a mosque in Kabul on Tuesday, officials said."}' >"$BATS_TEST_TMPDIR/p.ndjson"
    daybook report --json "$BATS_TEST_TMPDIR/p.ndjson" >"$BATS_TEST_TMPDIR/out" 2>/dev/null
    run python3 -c "
import json
s = json.load(open('$BATS_TEST_TMPDIR/out'))
found = {i['documents'][0]: i['estimates']['killed']['best'] for i in s['incidents'] if len(i['documents']) == 1}
assert found == {'a': 3, 'b': 12}, found"
    [ "$status" -eq 0 ]
}

@test "a report known to be of a month only is in no edition before the month's end" {
    for day in 2026-02-01 2026-02-28; do
        daybook report --json --as-of $day "$example" 2>/dev/null | python3 -c "
import json, sys
print(sorted(d['id'] for d in json.load(sys.stdin)['documents'] if d['published'] == '2026-02' and not d['after_as_of']))"
    done >"$BATS_TEST_TMPDIR/out"
    [ "$(sed -n 1p "$BATS_TEST_TMPDIR/out")" = "[]" ]
    [ "$(sed -n 2p "$BATS_TEST_TMPDIR/out")" = "['akhandindia', 'crisis-zone']" ]
}

@test "the model of reporting bias prints its assumptions on the page and in JSON, the same on every run" {
    daybook report --profile bias "$example" >"$BATS_TEST_TMPDIR/bias.html" 2>/dev/null
    grep -q "overstated: half of such figures are above 180 %" "$BATS_TEST_TMPDIR/bias.html"
    daybook report --json --profile bias "$example" >"$BATS_TEST_TMPDIR/a.json" 2>/dev/null
    daybook report --json --profile bias --threads 1 "$example" >"$BATS_TEST_TMPDIR/b.json" 2>/dev/null
    cmp "$BATS_TEST_TMPDIR/a.json" "$BATS_TEST_TMPDIR/b.json"
    grep -q '"rule":"bias.enemy"' "$BATS_TEST_TMPDIR/a.json"
    grep -q '"rule":"bias.posterior"' "$BATS_TEST_TMPDIR/a.json"
}

@test "rows of other days or towns are incidents of their own, whatever their words" {
    cat >"$BATS_TEST_TMPDIR/rows.csv" <<'END'
date,place,killed,source,text
2026-01-11,Kabul,4,Radio One,Bomb kills four in Kabul
2026-01-13,Kabul,7,Radio One,Bomb kills seven in Kabul
2026-01-13,Kabul,8,Agency,Blast in Kabul kills eight
2026-01-13,Herat,3,Radio One,Bomb kills three in Herat
2026-02-02,Kabul,4,Radio One,Bomb kills four in Kabul
END
    daybook report --json "$BATS_TEST_TMPDIR/rows.csv" >"$BATS_TEST_TMPDIR/out" 2>/dev/null
    run python3 -c "
import json
s = json.load(open('$BATS_TEST_TMPDIR/out'))
found = sorted((i['window']['first'], len(i['documents']), i['estimates']['killed']['high']) for i in s['incidents'])
assert found == [('2026-01-11', 1, 4), ('2026-01-13', 1, 3), ('2026-01-13', 2, 8), ('2026-02-02', 1, 4)], found"
    echo "$output"
    [ "$status" -eq 0 ]
}

@test "a figure of a report that was not read to its end says so" {
    {
        printf '{"id":"log","publisher":"Hill Times","published":"2026-03-05T12:00:00Z","text":"'
        for ((i = 0; i < 5200; i++)); do printf 'Gunmen killed two clerks in Kabul on Tuesday. '; done
        printf '"}\n{"id":"short","publisher":"River Post","published":"2026-03-05T13:00:00Z","text":"Gunmen killed two clerks in Kabul on Tuesday, police said."}\n'
    } >"$BATS_TEST_TMPDIR/long.ndjson"
    run --separate-stderr daybook report --json "$BATS_TEST_TMPDIR/long.ndjson"
    [[ "$output" == *"; not read to the end: log\""* ]]
    [[ "$output" != *"not read to the end: short"* ]]
}
