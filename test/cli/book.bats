load helper

lists="figures incidents claims timeline changes conflicts unverified pending waves"
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
    for kind in $lists; do daybook show --json "$book" $kind; done >"$BATS_TEST_TMPDIR/want"
    daybook report --json "$book" >>"$BATS_TEST_TMPDIR/want" 2>/dev/null
    for seed in 1 2 3; do
        other="$BATS_TEST_TMPDIR/$seed.book"
        shuf --random-source=<(yes $seed) "$example" >"$BATS_TEST_TMPDIR/shuffled"
        split -n r/$((seed + 1)) "$BATS_TEST_TMPDIR/shuffled" "$BATS_TEST_TMPDIR/part$seed."
        for part in "$BATS_TEST_TMPDIR/part$seed".*; do daybook add "$other" - <"$part"; done
        for kind in $lists; do daybook show --json "$other" $kind; done >"$BATS_TEST_TMPDIR/have"
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
    choice() { grep -E '^(place|  rather than|rule) '; }
    [ "$(choice <<<"$output")" = "$(daybook explain --id "$id" "$example" | choice)" ]
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
    for name in Goma Balochistan; do
        id=$(daybook show --situation $name --json "$book" claims | python3 -c "import json, sys; print(json.load(sys.stdin)[0]['id'])")
        run daybook explain --id "$id" "$book"
        [ "$status" -eq 0 ]
    done
    run daybook explain --id 0123456789abcdef "$book"
    [ "$status" -eq 2 ]
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
    : >"$BATS_TEST_TMPDIR/empty.book"
    run daybook show "$BATS_TEST_TMPDIR/empty.book" figures
    [ "$status" -eq 5 ]
    [[ "$output" == *"empty.book: the file is empty; daybook add"* ]]
    for command in "show $BATS_TEST_TMPDIR figures" "add $BATS_TEST_TMPDIR $example"; do
        # shellcheck disable=SC2086 # words
        run daybook $command
        [ "$status" -eq 5 ]
        [[ "$output" == *"it is a folder, not a book"* ]]
    done
    daybook add "$BATS_TEST_TMPDIR/whole.book" "$example"
    head -c 30000 "$BATS_TEST_TMPDIR/whole.book" >"$BATS_TEST_TMPDIR/cut.book"
    for command in "show $BATS_TEST_TMPDIR/cut.book figures" "add $BATS_TEST_TMPDIR/cut.book $example" \
        "verify $BATS_TEST_TMPDIR/cut.book"; do
        # shellcheck disable=SC2086 # words
        run daybook $command
        [ "$status" -eq 5 ]
        [[ "$output" == *"cut.book: the file is damaged or cut off"* ]]
    done
}

@test "a pile that is not there makes no book" {
    run daybook add "$BATS_TEST_TMPDIR/none.book" "$BATS_TEST_TMPDIR/no-such-report.txt"
    [ "$status" -eq 3 ]
    [[ "$output" == *"no-such-report.txt: no such file or folder"* ]]
    [ ! -e "$BATS_TEST_TMPDIR/none.book" ]
}

@test "a folder without files is named" {
    mkdir "$BATS_TEST_TMPDIR/nothing"
    run daybook add "$book" "$BATS_TEST_TMPDIR/nothing"
    [ "$status" -eq 1 ]
    [[ "$output" == *"nothing: is a folder without files"* ]]
}

@test "rebuild makes the same rows again" {
    dump() { python3 -c "
import sqlite3, sys
book = sqlite3.connect(sys.argv[1])
for name, sql in book.execute(\"SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name\"):
    if not name.startswith('report_words'): # an index of words, whose rows cannot be listed
        print(sql, *book.execute(f'SELECT * FROM {name}'), sep='\\n')
for word in ('killed', 'railway', 'quetta'):
    print(word, *book.execute('SELECT rowid FROM report_words WHERE report_words MATCH ? ORDER BY rowid', [word]))" "$book" |
        grep -v "^('changes'\|^('packed'"; } # how often it changed, how large it is: rebuilding changes both
    split -n l/3 "$example" "$BATS_TEST_TMPDIR/day."
    for part in "$BATS_TEST_TMPDIR"/day.*; do daybook add "$book" - <"$part"; done
    dump >"$BATS_TEST_TMPDIR/before"
    daybook rebuild "$book"
    dump >"$BATS_TEST_TMPDIR/after"
    cmp "$BATS_TEST_TMPDIR/before" "$BATS_TEST_TMPDIR/after"
}

@test "verify finds an altered original, title, text and figure" {
    alter() { cp "$BATS_TEST_TMPDIR/good.book" "$book" && python3 -c "
import sqlite3, sys
c = sqlite3.connect(sys.argv[1])
c.execute(sys.argv[2])
c.commit()" "$book" "$1"; }
    daybook add "$BATS_TEST_TMPDIR/good.book" "$example"
    run daybook verify "$BATS_TEST_TMPDIR/good.book"
    [ "$status" -eq 0 ]
    [[ "$output" == *"22 reports"*"nothing is wrong"* ]]
    for change in "UPDATE originals SET packed = (SELECT packed FROM originals WHERE id = 2) WHERE id = 1" \
        "UPDATE documents SET title = 'Other' WHERE id = 3" \
        "UPDATE documents SET reading = substr(reading, 1, 5) WHERE id = 3" \
        "UPDATE extractions SET packed = substr(packed, 1, length(packed) - 3) WHERE document = 4" \
        "DELETE FROM extractions WHERE document = 4" \
        "DELETE FROM originals WHERE id = 5" \
        "UPDATE figures SET best = best + 1"; do
        alter "$change"
        run daybook verify "$book"
        [ "$status" -eq 5 ]
        [ "${#lines[@]}" -ge 2 ]
    done
    daybook rebuild "$book"
    daybook verify "$book"
}

@test "changes says which figures moved between two moments, by which claim and in place of which" {
    printf '%s\n' '{"id":"a","published":"2026-03-04T08:00Z","text":"Four soldiers were killed in a blast near Goma on Tuesday, army spokesman Jean Mbeki said."}' >"$BATS_TEST_TMPDIR/1.ndjson"
    printf '%s\n' '{"id":"b","published":"2026-03-04T18:00Z","text":"Nine soldiers were killed in the blast near Goma on Tuesday, army spokesman Jean Mbeki said."}' >"$BATS_TEST_TMPDIR/2.ndjson"
    daybook add --read-at 2026-03-04T09:00Z "$book" "$BATS_TEST_TMPDIR/1.ndjson"
    daybook add --read-at 2026-03-04T19:00Z "$book" "$BATS_TEST_TMPDIR/2.ndjson"
    daybook changes --json --from 2026-03-04T10:00Z --to 2026-03-04T20:00Z "$book" >"$BATS_TEST_TMPDIR/out"
    run python3 -c "
import json
rows = json.load(open('$BATS_TEST_TMPDIR/out'))
moved = next(r for r in rows if r['class'] == 'security')
assert moved['from'].startswith('4/4/') and moved['to'].startswith('9/9/'), moved
assert moved['document'] == 'b' and 'Mbeki' in moved['speaker'] and moved['claim'] and moved['supersedes'], moved"
    [ "$status" -eq 0 ]
    run daybook changes --from 2026-03-05 "$book"
    [ "$status" -eq 1 ]
    run daybook changes "$book"
    [ "$status" -eq 2 ]
}

made_up() { # FIRST LAST
    seq "$1" "$2" | sed 's/.*/{"id":"m&","published":"2026-03-04","text":"At least & people were killed near Goma on Tuesday, police said. Road & is closed."}/'
}

@test "a disk that is full is an error that says so, exit code 5, and the book stays whole" {
    daybook add "$book" "$example"
    made_up 1 3000 >"$BATS_TEST_TMPDIR/p.ndjson"
    run bash -c "ulimit -f 500; '$BATS_TEST_DIRNAME/../../build/daybook' add '$book' '$BATS_TEST_TMPDIR/p.ndjson' 2>&1 >'$BATS_TEST_TMPDIR/kept'"
    [ "$status" -eq 5 ]
    [[ "$output" == *"a.book: the disk"*"as it was before"* ]]
    daybook verify "$book"
    there=$(daybook show --json "$book" sources | grep -c '"id"')
    [ "$there" -eq $((22 + $(grep -c '^added' "$BATS_TEST_TMPDIR/kept"))) ]
    daybook add "$book" "$BATS_TEST_TMPDIR/p.ndjson"
    [ "$(daybook show --json "$book" sources | grep -c '"id"')" -eq 3022 ]
}

@test "decisions, following and rebuilding on a disk that is full: exit code 5, the book named and as it was" {
    program="$BATS_TEST_DIRNAME/../../build/daybook"
    made_up 1 400 >"$BATS_TEST_TMPDIR/p.ndjson"
    daybook add "$book" "$BATS_TEST_TMPDIR/p.ndjson"
    claim=$(daybook show --json "$book" claims | grep -o '"id":"[^"]*"' | head -n 1 | cut -d'"' -f4)
    mkdir "$BATS_TEST_TMPDIR/in"
    made_up 1000 4000 >"$BATS_TEST_TMPDIR/in/more.ndjson"
    daybook show --json "$book" figures >"$BATS_TEST_TMPDIR/before"
    for command in "rebuild '$book'" "decide --as A --reason r --action reject --target $claim '$book'" \
        "follow --once '$book' '$BATS_TEST_TMPDIR/in'"; do
        run bash -c "ulimit -f 16; '$program' $command 2>&1 >/dev/null"
        [ "$status" -eq 5 ]
        [[ "$output" == *"a.book: the disk"*"as it was before"* ]]
        daybook verify "$book"
        daybook show --json "$book" figures | cmp - "$BATS_TEST_TMPDIR/before"
    done
    daybook rebuild "$book"
    daybook follow --once "$book" "$BATS_TEST_TMPDIR/in"
    [ "$(daybook show --json "$book" sources | grep -c '"id"')" -eq 3401 ]
}

@test "rebuild, verify and explain have --json" {
    daybook add "$book" "$example"
    id=$(daybook show --json "$book" claims | grep -o '"id":"[^"]*"' | head -n 1 | cut -d'"' -f4)
    daybook rebuild --json "$book" >"$BATS_TEST_TMPDIR/rebuilt"
    daybook verify --json "$book" >"$BATS_TEST_TMPDIR/verified"
    daybook explain --json --id "$id" "$book" >"$BATS_TEST_TMPDIR/explained"
    python3 - "$BATS_TEST_TMPDIR" "$id" <<'END'
import json, sys
read = lambda name: json.load(open(sys.argv[1] + "/" + name))
assert read("rebuilt")["reports"] == 22
assert read("verified")["problems"] == 0 and read("verified")["reports"] == 22
assert read("explained")["id"] == sys.argv[2] and len(read("explained")["lines"]) > 5
END
}

@test "adding, showing and verifying say that earlier reports were read with other language data, until they are read anew" {
    cp -r "$BATS_TEST_DIRNAME/../../data/en" "$BATS_TEST_TMPDIR/en"
    echo "# another" >>"$BATS_TEST_TMPDIR/en/lexicon/harm.tsv"
    made_up 1 2 >"$BATS_TEST_TMPDIR/p.ndjson"
    made_up 3 4 >"$BATS_TEST_TMPDIR/q.ndjson"
    daybook add "$book" "$BATS_TEST_TMPDIR/p.ndjson" 2>"$BATS_TEST_TMPDIR/said"
    [ "$(cat "$BATS_TEST_TMPDIR/said")" = "daybook: $book: a new book is made" ]
    daybook add --data "$BATS_TEST_TMPDIR/en" "$book" "$BATS_TEST_TMPDIR/q.ndjson" 2>"$BATS_TEST_TMPDIR/said"
    grep -q 'other language data.*daybook rebuild' "$BATS_TEST_TMPDIR/said"
    for command in "show $book figures" "verify $book"; do
        # shellcheck disable=SC2086 # the command is of several words
        daybook $command >/dev/null 2>"$BATS_TEST_TMPDIR/said"
        grep -q 'other language data.*daybook rebuild' "$BATS_TEST_TMPDIR/said"
    done
    daybook rebuild "$book"
    daybook show "$book" figures 2>&1 >/dev/null | wc -c | grep -qx 0
    daybook add "$book" "$BATS_TEST_TMPDIR/p.ndjson" 2>"$BATS_TEST_TMPDIR/said"
    [ ! -s "$BATS_TEST_TMPDIR/said" ]
}

# FOLDER COMMAND...: runs it where nothing in the folder can be written: a mount of its own for root, who may write whatever the modes say.
on_read_only_disk() {
    local folder=$1 status=0
    shift
    if [ "$(id -u)" -eq 0 ]; then
        # shellcheck disable=SC2016 # the inner shell's
        unshare -m sh -c 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"' "$folder" "$@"
    else
        chmod -R a-w "$folder"
        "$@" || status=$?
        chmod -R u+w "$folder"
        return "$status"
    fi
}

@test "a book that cannot be written is read; every command that writes says what to do, with exit code 5" {
    mkdir "$BATS_TEST_TMPDIR/still"
    on_read_only_disk "$BATS_TEST_TMPDIR/still" true 2>/dev/null || skip "needs mounts"
    still="$BATS_TEST_TMPDIR/still/a.book"
    daybook add "$still" "$example"
    made_up 1 3 >"$BATS_TEST_TMPDIR/p.ndjson"
    program="$BATS_TEST_DIRNAME/../../build/daybook"
    for reading in "show $still figures" "show --as-of 2030-01-01 $still figures" "report --as-of 2030-01-01 --json $still" "export --format csv $still" "verify $still"; do
        # shellcheck disable=SC2086 # the command is of several words
        run on_read_only_disk "$BATS_TEST_TMPDIR/still" "$program" $reading
        [ "$status" -eq 0 ]
    done
    sum=$(sha256sum <"$still")
    claim=$(daybook show --json "$still" claims | grep -o '"id":"[^"]*"' | head -n 1 | cut -d'"' -f4)
    refused() { # COMMAND...
        run on_read_only_disk "$BATS_TEST_TMPDIR/still" "$program" "$@"
        [ "$status" -eq 5 ]
        [[ "$output" == *"a.book: it can't be written: "*"read-only"*"still read it"*"copy it to where you may write"* ]]
    }
    refused add "$still" "$BATS_TEST_TMPDIR/p.ndjson"
    refused rebuild "$still"
    refused follow --once "$still" "$BATS_TEST_TMPDIR/still"
    refused decide --as tester --action accept --target "$claim" --reason checked "$still"
    refused serve --port 0 "$still"
    [ "$(sha256sum <"$still")" = "$sum" ]
    daybook verify "$still"
}

@test "a desk of a book that is not there yet says so, since the name may be mistyped" {
    local program="$BATS_TEST_DIRNAME/../../build/daybook" said="daybook: mistyped.book: a new book is made"
    cd "$BATS_TEST_TMPDIR"
    timeout 2 "$program" serve --port 0 mistyped.book >out 2>err || true
    grep -qxF "$said" err
    timeout 2 "$program" serve --port 0 mistyped.book >out 2>err || true
    [ ! -s err ]
}

@test "a book or a situation that adding makes is said to be new, since the name may be mistyped" {
    cd "$BATS_TEST_TMPDIR"
    daybook add mistyped.book "$example" 2>err >out
    grep -qxF "daybook: mistyped.book: a new book is made" err
    daybook add mistyped.book "$example" 2>err >out
    [ ! -s err ]
    daybook add --situation other mistyped.book "$example" 2>err >out
    grep -qxF 'daybook: mistyped.book: a new situation "other" is made' err
    daybook add --situation other mistyped.book "$example" 2>err >out
    [ ! -s err ]
}

@test "a book that lies in the folder of its reports is not taken for one of them" {
    cd "$BATS_TEST_TMPDIR"
    mkdir desk
    cp "$example" desk/reports.ndjson
    daybook add desk/a.book desk >out 2>err
    [ "$(cat err)" = "daybook: desk/a.book: a new book is made" ]
    daybook add desk/a.book desk >out 2>err
    [ ! -s err ]
    daybook follow --once desk/a.book desk >out 2>err
    [ "$(cat err)" = "daybook: follows $(realpath desk)" ]
    daybook report desk --json -o out 2>err
    [ -z "$(grep "can't be read" err)" ]
    python3 -c "import sqlite3; sqlite3.connect('desk/other.db').executescript('CREATE TABLE t (a)')"
    run daybook report desk -o out
    [ "$status" -eq 3 ]
    [[ "$output" == *"desk/other.db: can't be read: a database"* ]]
}

@test "what cannot be read is named with the reason, and makes no book" {
    cd "$BATS_TEST_TMPDIR"
    ln -s round about
    ln -s about round
    run daybook add none.book about
    [ "$status" -eq 3 ]
    [ "$output" = "daybook: about: Too many levels of symbolic links; no book was made" ]
    run daybook add none.book missing
    [ "$status" -eq 3 ]
    [ "$output" = "daybook: missing: no such file or folder; no book was made" ]
    [ ! -e none.book ]
}

@test "what was written last and stands beside a book that cannot be written is not passed over" {
    mkdir "$BATS_TEST_TMPDIR/cut"
    on_read_only_disk "$BATS_TEST_TMPDIR/cut" true 2>/dev/null || skip "needs mounts"
    daybook add "$BATS_TEST_TMPDIR/cut/a.book" "$example"
    python3 - "$BATS_TEST_TMPDIR/cut/a.book" <<'END'
import os, sqlite3, sys
book = sqlite3.connect(sys.argv[1], isolation_level=None)
book.execute("UPDATE settings SET value = value + 1 WHERE name = 'changes'")
os._exit(0) # as if it was killed: nothing is put back into the file
END
    [ -s "$BATS_TEST_TMPDIR/cut/a.book-wal" ]
    rm "$BATS_TEST_TMPDIR/cut/a.book-shm"
    run on_read_only_disk "$BATS_TEST_TMPDIR/cut" "$BATS_TEST_DIRNAME/../../build/daybook" show "$BATS_TEST_TMPDIR/cut/a.book" figures
    [ "$status" -eq 5 ]
    [[ "$output" == *"copy both to where you may write"* ]]
    daybook verify "$BATS_TEST_TMPDIR/cut/a.book"
}

# Events of a data set around the example's places, three years before it.
usual_events() { # COUNT
    echo "id,type_of_violence,where_coordinates,country,latitude,longitude,date_start,date_end,best,high,low"
    local i
    for ((i = 0; i < $1; i++)); do
        day=$(printf '%d-%02d-%02d' $((2023 + i % 3)) $((1 + i % 12)) $((1 + i % 27)))
        echo "$i,1,Town $i,Pakistan,$((26 + i * 37 % 5)).$((i % 10)),$((62 + i * 17 % 5)).$((i % 7)),$day,$day,$((1 + i % 5)),$((2 + i % 5)),1"
    done
}

@test "a data set that is added once is what waves are held against from then on, and earlier editions stay as they were" {
    daybook add --read-at 2026-02-06T00:00Z "$book" "$example"
    [ "$(daybook show --json "$book" waves | grep -c '"p_value":null')" -eq 1 ]
    before=$(daybook report --json --as-of 2026-02-06T12:00Z "$book")
    usual_events 90 >"$BATS_TEST_TMPDIR/usual.csv"
    run daybook add --read-at 2026-02-07T00:00Z "$book" "$BATS_TEST_TMPDIR/usual.csv"
    [ "$status" -eq 0 ]
    [ "$output" = "baseline  90 events, 90 new" ]
    run daybook add --json "$book" "$BATS_TEST_TMPDIR/usual.csv"
    [ "$output" = '{"baseline":90,"new":0}' ]
    [ "$(daybook report --json --as-of 2026-02-06T12:00Z "$book")" = "$before" ]
    daybook show --json "$book" waves | grep -q '"p_value":"0\.[0-9]*"'
    daybook show --json --as-of 2026-02-06T12:00Z "$book" waves | grep -q '"p_value":null'
    [ "$(daybook report --json "$book")" = "$(daybook report --json "$example" "$BATS_TEST_TMPDIR/usual.csv")" ]
    shown=$(daybook show --json "$book" waves)
    daybook rebuild "$book"
    [ "$(daybook show --json "$book" waves)" = "$shown" ]
    daybook verify "$book"
}

@test "rebuilding gives room that holds nothing back to the disk" {
    made_up 1 300 >"$BATS_TEST_TMPDIR/p.ndjson"
    daybook add "$book" "$BATS_TEST_TMPDIR/p.ndjson"
    daybook rebuild "$book"
    before=$(stat -c %s "$book")
    python3 - "$book" <<'END'
import sqlite3, sys
book = sqlite3.connect(sys.argv[1])
book.execute("CREATE TABLE large (bytes BLOB)")
book.executemany("INSERT INTO large VALUES (?)", [(bytes(100000),)] * 40)
book.execute("DROP TABLE large")
book.commit()
END
    [ "$(stat -c %s "$book")" -gt $((before + 3000000)) ]
    daybook rebuild "$book"
    [ "$(stat -c %s "$book")" -le "$before" ]
    [ ! -s "$book-wal" ]
    daybook verify "$book"
}

@test "programs that add at once lose nothing" {
    for n in 1 2 3; do
        made_up $((n * 1000)) $((n * 1000 + 299)) >"$BATS_TEST_TMPDIR/$n.ndjson"
        daybook add "$book" "$BATS_TEST_TMPDIR/$n.ndjson" >"$BATS_TEST_TMPDIR/kept.$n" &
    done
    for job in $(jobs -p); do wait "$job"; done
    [ "$(cat "$BATS_TEST_TMPDIR"/kept.* | grep -c '^added')" -eq 900 ]
    [ "$(daybook show --json "$book" sources | grep -c '"id"')" -eq 900 ]
    daybook verify "$book"
}

@test "programs that make a book at once wait for each other" {
    for round in 1 2 3 4 5 6 7 8 9 10; do
        for n in 1 2 3 4; do
            made_up $n $n | daybook add "$BATS_TEST_TMPDIR/$round.book" - >/dev/null &
        done
        for job in $(jobs -p); do wait "$job"; done
        [ "$(daybook show --json "$BATS_TEST_TMPDIR/$round.book" sources | grep -c '"id"')" -eq 4 ]
    done
}

@test "what a report says cannot steer the terminal" {
    printf '{"id":"a","title":"\\u001b[31mred\\u0007","published":"2026-03-04","text":"Four soldiers were killed near Goma on Tuesday."}\n' >"$BATS_TEST_TMPDIR/p.ndjson"
    daybook add "$book" "$BATS_TEST_TMPDIR/p.ndjson"
    daybook show "$book" sources >"$BATS_TEST_TMPDIR/out"
    grep -q red "$BATS_TEST_TMPDIR/out"
    [ "$(tr -cd '\033\007' <"$BATS_TEST_TMPDIR/out" | wc -c)" -eq 0 ]
}

@test "two versions of a report are both kept" {
    printf '%s\n' '{"id":"a","published":"2026-03-04T08:00Z","text":"Four soldiers were killed near Goma on Tuesday."}' \
        '{"id":"a","published":"2026-03-04T09:00Z","text":"Five soldiers were killed near Goma on Tuesday."}' \
        '{"id":"a","published":"2026-03-04T08:00Z","text":"Four soldiers were killed near Goma on Tuesday."}' >"$BATS_TEST_TMPDIR/p.ndjson"
    run daybook add "$book" "$BATS_TEST_TMPDIR/p.ndjson"
    [ "$(grep -c '^added' <<<"$output")" -eq 2 ]
    [ "$(daybook show --json "$book" sources | grep -o '"id":"a[^"]*"' | tr '\n' ' ')" = '"id":"a" "id":"a-2" ' ]
}

@test "a book gives what its pile gives" {
    printf '%s\n' '{"id":"a","published":"2026-03-04T08:00Z","title":"Blast near Goma kills soldiers","publisher":"Example Times","text":"Goma, March 4 - Four soldiers, including two officers, were killed in a bombing near Goma on Tuesday, army spokesman Jean Mbeki said.\\n\\nLast year 30 people died there. The rebels claimed responsibility. At least 3 of 12 wounded are children."}' \
        '{"id":"b","published":"2026-03-04T10:00Z","html":"<html><head><title>Attack</title></head><body><article><h1>Attack in Goma</h1><p>Five soldiers were killed &amp; 12 people wounded near Goma on Tuesday, hospital officials said.</p><p>Roads are closed until Friday; an update is expected tonight.</p></article></body></html>"}' \
        '{"id":"c","published":"2026-03-05T10:00Z","text":"Nine soldiers and dozens of rebels were killed in fighting around Goma and Bukavu, the government said. That could not be verified."}' >"$BATS_TEST_TMPDIR/p.ndjson"
    daybook add "$book" "$BATS_TEST_TMPDIR/p.ndjson"
    for as in report "report --json"; do
        # shellcheck disable=SC2086 # the command is of several words
        daybook $as "$BATS_TEST_TMPDIR/p.ndjson" >"$BATS_TEST_TMPDIR/1" 2>/dev/null
        # shellcheck disable=SC2086
        daybook $as "$book" >"$BATS_TEST_TMPDIR/2"
        cmp "$BATS_TEST_TMPDIR/1" "$BATS_TEST_TMPDIR/2"
    done
    daybook verify "$book"
}

@test "all codebooks stand side by side, each figure with its rule" {
    daybook add "$BATS_TEST_TMPDIR/p.book" "$example" 2>/dev/null
    run daybook show "$BATS_TEST_TMPDIR/p.book" figures --profile all
    [[ "${lines[0]}" == *daybook*acled*airwars*bias*ged*gtd*raw* ]]
    run daybook show "$BATS_TEST_TMPDIR/p.book" figures --profile bias
    [[ "$output" == *"Counted by: A model of reporting bias"*"overstated: half of such figures are above 180 %"* ]]
    run daybook show "$BATS_TEST_TMPDIR/p.book" figures --profile all --json
    [[ "$output" == *'"daybook_rule":"daybook.5.enemy"'*'"ged_rule":"ged.unreliable"'*'"gtd_rule":"gtd.recent"'* ]]
    run bash -c "'$BATS_TEST_DIRNAME/../../build/daybook' report --profile all '$example' | grep -c 'id=\"profiles\"'"
    [ "$output" -eq 1 ]
}

@test "a book that was only added to is as small as a rebuilt one" {
    python3 "$BATS_TEST_DIRNAME/../../bench/reports.py" 200 9 4 >"$BATS_TEST_TMPDIR/pile"
    daybook add "$BATS_TEST_TMPDIR/grown.book" "$BATS_TEST_TMPDIR/pile" >/dev/null
    added=$(stat -c %s "$BATS_TEST_TMPDIR/grown.book")
    [ "$added" -gt 600000 ]
    daybook verify "$BATS_TEST_TMPDIR/grown.book" >/dev/null
    daybook rebuild "$BATS_TEST_TMPDIR/grown.book" >/dev/null 2>&1
    [ "$added" -le $(($(stat -c %s "$BATS_TEST_TMPDIR/grown.book") * 102 / 100)) ]
}

@test "an interrupted add keeps what it has read, says so and how to go on" {
    python3 -c "
import json
for i in range(4000):
    print(json.dumps({'id': f'r{i}', 'published': '2026-02-01', 'text': f'A blast in Goma killed {i % 30 + 2} people on Saturday, police said.'}))" >"$BATS_TEST_TMPDIR/pile.ndjson"
    daybook add "$book" "$BATS_TEST_TMPDIR/pile.ndjson" >"$BATS_TEST_TMPDIR/out" 2>"$BATS_TEST_TMPDIR/err" &
    adding=$!
    until [ -s "$BATS_TEST_TMPDIR/out" ]; do sleep 0.01; done
    pkill -INT -P $adding || kill -INT $adding
    status=0
    wait $adding || status=$?
    [ "$status" -eq 130 ]
    kept=$(grep -c '^added' "$BATS_TEST_TMPDIR/out")
    [ "$kept" -gt 0 ] && [ "$kept" -lt 4000 ]
    grep -q "stopped: $kept new reports are kept in $book, its figures are up to date; the same command goes on with the rest" "$BATS_TEST_TMPDIR/err"
    daybook verify "$book"
    [ "$(daybook show "$book" sources | grep -c '^r')" -eq "$((kept + 1))" ]
}

# As an older daybook left it: what was found is of a layout that is no longer read.
make_older() { # BOOK
    python3 - "$1" <<'END'
import sqlite3, sys
book = sqlite3.connect(sys.argv[1])
book.execute("UPDATE settings SET value = 'older' WHERE name = 'derived'")
book.commit()
END
}

@test "a book of an older daybook is read anew by what writes to it, and what only reads it says what to do" {
    daybook add "$book" "$example"
    daybook show "$book" figures >"$BATS_TEST_TMPDIR/before"
    made_up 1 2 >"$BATS_TEST_TMPDIR/p.ndjson"
    make_older "$book"
    run daybook show "$book" figures
    [ "$status" -eq 5 ]
    [[ "$output" == *"older daybook; daybook rebuild brings it up to date" ]]
    run daybook add --situation other "$book" "$BATS_TEST_TMPDIR/p.ndjson"
    [ "$status" -eq 0 ]
    [[ "$output" == *"the book was kept by an older daybook; its reports are read anew"* ]]
    daybook show --situation main "$book" figures | diff "$BATS_TEST_TMPDIR/before" -
    make_older "$book"
    timeout 5 "$BATS_TEST_DIRNAME/../../build/daybook" serve --port 0 "$book" >"$BATS_TEST_TMPDIR/out" 2>&1 || true
    grep -q "its reports are read anew" "$BATS_TEST_TMPDIR/out"
    daybook show --situation main "$book" figures | diff "$BATS_TEST_TMPDIR/before" -
    run daybook add "$book" --situation other "$BATS_TEST_TMPDIR/p.ndjson"
    [[ "$output" != *"read anew"* ]]
    daybook verify "$book"
}
