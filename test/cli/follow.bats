load helper

setup() {
    book="$BATS_TEST_TMPDIR/a.book"
    drop="$BATS_TEST_TMPDIR/drop"
    mkdir "$drop"
}
teardown() { [ -z "${server:-}" ] || kill "$server"; }

start_server() {
    python3 "$BATS_TEST_DIRNAME/feed_server.py" "$BATS_TEST_TMPDIR/port" 3>&- &
    server=$!
    until [ -s "$BATS_TEST_TMPDIR/port" ]; do sleep 0.1; done
    base="http://127.0.0.1:$(cat "$BATS_TEST_TMPDIR/port")"
}
once() { daybook follow --once --allow-private "$@"; }
asked() { # OUTCOME: how often that was the outcome
    daybook show --json "$book" fetches | python3 -c "import json, sys; print(sum(r['outcome'] == '$1' for r in json.load(sys.stdin)))"
}
until_asked() { # N OUTCOME
    for _ in $(seq 100); do
        [ -e "$book" ] && [ "$(asked "$2" 2>/dev/null)" = "$1" ] && return
        sleep 0.2
    done
    return 1
}
report() { echo "At least $1 people were killed in Bukavu on Monday, the police said."; }

@test "a feed is read once, asked conditionally, and what it adds is read" {
    start_server
    run once "$book" "$base/feed"
    [ "$status" -eq 0 ]
    [[ "$output" == *"2 reports, 2 new" ]]
    run once "$book"
    [[ "$output" == *"nothing new" ]]
    daybook show --json "$book" fetches | python3 -c "
import json, sys
rows = json.load(sys.stdin)
assert [(r['outcome'], r['status']) for r in rows] == [('read', 200), ('same', 304)], rows"
    curl -s "$base/more"
    run once --json "$book"
    [[ "$output" == *'"outcome":"read","status":200,'*'"reports":3,"new":1,'* ]]
    daybook verify "$book"
}

@test "with --pages the pages that a feed leads to are read in place of its text, each once" {
    start_server
    run once --pages "$book" "$base/feed"
    [[ "$output" == *"2 reports, 2 new" ]]
    daybook show --json "$book" claims | grep -q "3 soldiers"
    daybook show --json "$book" sources | grep -q '"publisher":"Goma Post"'
    curl -s "$base/more"
    run once --pages "$book"
    [[ "$output" == *"1 report, 1 new" ]]
}

@test "private addresses, other protocols, endless redirects and endless bodies are refused, and it says so" {
    start_server
    run daybook follow --once "$book" "$base/feed"
    [ "$status" -eq 6 ]
    [[ "$output" == *"failed: leads into a private network"*"--allow-private"* ]]
    rm "$book"
    run once "$book" "$base/file" "$base/large" "$base/loop"
    [ "$status" -eq 6 ]
    [ "${lines[0]}" = "daybook: $book: a new book is made" ]
    [ "${lines[1]}" = "daybook: follows $base/file" ] # once it is in the book
    [[ "${lines[4]}" == *"/file  failed: "*file* ]]
    [[ "${lines[5]}" == *"/large  failed: is larger than 64 MiB"* ]]
    [[ "${lines[6]}" == *"/loop  failed: "*redirects* ]]
    [ "$(daybook show --json "$book" feeds | grep -o '"new_reports":0' | wc -l)" -eq 3 ]
}

@test "a packed answer is unpacked, and one that breaks off is a failure that is tried again" {
    start_server
    run once "$book" "$base/packed"
    [ "$status" -eq 0 ]
    daybook show --json "$book" claims | grep -q "7 soldiers"
    rm "$book"
    run once "$book" "$base/packed-half"
    [ "$status" -eq 6 ]
    [[ "$output" == *"/packed-half  failed: breaks off"* ]]
    daybook show --json "$book" feeds | python3 -c "
import json, sys
row = json.load(sys.stdin)[0]
assert row['new_reports'] == 0 and not row['ended'] and row['next'], row"
}

@test "after a failure it waits, longer where the server asks for it; what is gone is not asked again" {
    start_server
    run once "$book" "$base/busy" "$base/gone" "$base/nothing"
    [ "$status" -eq 6 ]
    [[ "${lines[5]}" == *"/gone  ended: HTTP 410" ]]
    daybook show --json "$book" feeds | python3 -c "
import datetime, json, sys
rows = {r['address'].rsplit('/', 1)[1]: r for r in json.load(sys.stdin)}
def wait(name):
    a, b = (datetime.datetime.fromisoformat(rows[name][k].replace('Z', '+00:00')) for k in ('asked', 'next'))
    return (b - a).total_seconds()
assert wait('busy') == 7200 and wait('nothing') == 900, rows
assert rows['gone']['ended'] and not rows['busy']['ended']"
    run once "$book"
    [ "$status" -eq 0 ]
    [ -z "$output" ]
}

@test "files are read as they appear in a folder and in folders made in it, each once, also after a restart" {
    report 9 >"$drop/a.txt"
    "$BATS_TEST_DIRNAME/../../build/daybook" follow "$book" "$drop" >"$BATS_TEST_TMPDIR/out" 3>&- &
    follower=$!
    until_asked 1 read
    mkdir "$drop/inside"
    report 10 >"$drop/inside/b.txt"
    until_asked 2 read
    kill "$follower"
    wait "$follower"
    [ "$(grep -c '1 report, 1 new' "$BATS_TEST_TMPDIR/out")" -eq 2 ]
    report 11 >"$drop/c.txt"
    run daybook follow --once "$book"
    [ "$status" -eq 0 ]
    [[ "$output" == *"1 report, 1 new" ]]
    [ "$(daybook show --json "$book" sources | grep -o '"id"' | wc -l)" -eq 3 ]
    daybook verify "$book"
}

@test "a folder that goes away is said to be gone and tried again; one that is forgotten leaves its reports" {
    report 9 >"$drop/a.txt"
    daybook follow --once "$book" "$drop"
    mv "$drop" "$drop.away"
    run daybook follow --once "$book"
    [ "$status" -eq 6 ]
    [[ "$output" == *"failed: "*"No such file"* ]]
    mv "$drop.away" "$drop"
    run daybook follow --forget "$book" "$drop"
    [ "$status" -eq 0 ]
    run daybook show "$book" feeds
    [ "$status" -eq 1 ]
    [ "$(daybook show --json "$book" sources | grep -o '"id"' | wc -l)" -eq 1 ]
}

@test "rebuild and verify leave what is followed as it is" {
    report 9 >"$drop/a.txt"
    daybook follow --once "$book" "$drop"
    daybook show --json "$book" feeds >"$BATS_TEST_TMPDIR/before"
    daybook rebuild "$book"
    daybook verify "$book"
    daybook show --json "$book" feeds | cmp - "$BATS_TEST_TMPDIR/before"
}

@test "usage: what is neither address nor folder, a file, an empty book, a bad interval" {
    run daybook follow "$book" nowhere
    [ "$status" -eq 2 ]
    [[ "$output" == *"nowhere: no address of a feed"* ]]
    report 9 >"$drop/a.txt"
    run daybook follow "$book" "$drop/a.txt"
    [ "$status" -eq 2 ]
    [[ "$output" == *"daybook add reads a file"* ]]
    run daybook follow "$book"
    [ "$status" -eq 2 ]
    [[ "$output" == *"follows nothing yet"* ]]
    run daybook follow --interval 0 "$book" "$drop"
    [ "$status" -eq 2 ]
    run daybook follow --forget "$book" "$drop"
    [ "$status" -eq 2 ]
    [[ "$output" == *"is not followed"* ]]
}
