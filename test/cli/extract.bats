load helper

@test "extract prints one JSON object a document, in input order" {
    daybook extract "$example" >"$BATS_TEST_TMPDIR/out" 2>/dev/null
    run python3 -c "
import json, sys
said = [json.loads(l)['id'] for l in open('$BATS_TEST_TMPDIR/out')]
given = [json.loads(l)['id'] for l in open('$example')]
assert said == given, said"
    [ "$status" -eq 0 ]
}

@test "two runs, on one thread and on two, print the same bytes" {
    daybook extract --threads 1 "$example" >"$BATS_TEST_TMPDIR/1" 2>/dev/null
    daybook extract --threads 2 "$example" >"$BATS_TEST_TMPDIR/2" 2>/dev/null
    daybook extract --threads 2 "$example" >"$BATS_TEST_TMPDIR/3" 2>/dev/null
    cmp "$BATS_TEST_TMPDIR/1" "$BATS_TEST_TMPDIR/2"
    cmp "$BATS_TEST_TMPDIR/2" "$BATS_TEST_TMPDIR/3"
    [ -s "$BATS_TEST_TMPDIR/1" ]
}

@test "evidence spans hold the bytes they claim, on character boundaries" {
    daybook extract --text "$example" >"$BATS_TEST_TMPDIR/out" 2>/dev/null
    run python3 -c "
import json
n = 0
for line in open('$BATS_TEST_TMPDIR/out', encoding='utf-8'):
    d = json.loads(line)
    raw = d['text'].encode()
    for c in d['claims']:
        e = c['evidence']
        if e['start'] is None:
            assert 0 <= e['title_start'] < e['title_end'] <= len(d['title'].encode())
            continue
        assert 0 <= e['start'] < e['end'] <= len(raw)
        raw[e['start']:e['end']].decode()
        if c['victims']:
            assert raw[c['victims']['start']:c['victims']['end']].decode() == c['victims']['text']
        n += 1
assert n > 20, n"
    [ "$status" -eq 0 ]
}

@test "a broken line is named with its number, the rest is done, exit code 3" {
    printf '%s\n' '{"id":"a","text":"Two people were killed in Quetta."}' '{"id":' '{"id":"b","text":"Three people were killed in Quetta."}' >"$BATS_TEST_TMPDIR/p.ndjson"
    run daybook extract "$BATS_TEST_TMPDIR/p.ndjson"
    [ "$status" -eq 3 ]
    [[ "$output" == *"p.ndjson:2"* ]]
    [[ "$output" == *'"id":"a"'* && "$output" == *'"id":"b"'* ]]
}

@test "a report without claims ends with exit code 1" {
    echo '{"id":"a","text":"Bread is sold here."}' >"$BATS_TEST_TMPDIR/p.ndjson"
    run daybook extract "$BATS_TEST_TMPDIR/p.ndjson"
    [ "$status" -eq 1 ]
}

@test "a missing file is named, exit code 3" {
    run daybook extract "$BATS_TEST_TMPDIR/nowhere.txt"
    [ "$status" -eq 3 ]
    [[ "$output" == *nowhere.txt* ]]
}

@test "standard input is read as -" {
    run bash -c "printf 'Two people were killed in Quetta.\n' | '$BATS_TEST_DIRNAME/../../build/daybook' extract -"
    [ "$status" -eq 0 ]
    [[ "$output" == *'"outcome":"killed"'* ]]
}

@test "NUL bytes and invalid UTF-8 break nothing" {
    printf 'Two people were killed\000 in Quetta. \xff\xfe Three were injured.\n' >"$BATS_TEST_TMPDIR/odd.txt"
    daybook extract "$BATS_TEST_TMPDIR/odd.txt" >"$BATS_TEST_TMPDIR/out" 2>/dev/null || [ $? -le 3 ]
    python3 -c "import json; json.loads(open('$BATS_TEST_TMPDIR/out').readline())"
}

@test "a full disk is an error of the output, exit code 5" {
    run bash -c "'$BATS_TEST_DIRNAME/../../build/daybook' extract '$example' >/dev/full"
    [ "$status" -eq 5 ]
    [[ "$output" == *"standard output"* ]]
}

@test "a closed pipe ends the program without noise" {
    run bash -c "'$BATS_TEST_DIRNAME/../../build/daybook' extract '$example' 2>&1 >/dev/null | cat; '$BATS_TEST_DIRNAME/../../build/daybook' extract '$example' | head -c 1"
    [ "$status" -eq 0 ]
}

@test "a file that is no text is named, the rest is done, exit code 3" {
    python3 -c "import sys; sys.stdout.buffer.write(bytes(i * 7 % 256 for i in range(2048)))" >"$BATS_TEST_TMPDIR/picture.bin"
    echo "Two people were killed in Quetta." >"$BATS_TEST_TMPDIR/report.txt"
    run daybook extract "$BATS_TEST_TMPDIR"
    [ "$status" -eq 3 ]
    [[ "$output" == *"picture.bin: can't be read: binary data"* ]]
    [[ "$output" == *killed* ]]
}

@test "a country in front of a headline's colon is where it happened, and says nothing" {
    printf 'Nigeria: 12 dead in raids\n\nThe Red Cross Nigeria said on Monday that 12 people had been killed.\n' >"$BATS_TEST_TMPDIR/raids.txt"
    daybook extract "$BATS_TEST_TMPDIR/raids.txt" >"$BATS_TEST_TMPDIR/out"
    run python3 -c "
import json
told = [a['speaker'] for a in json.load(open('$BATS_TEST_TMPDIR/out'))['attributions']]
assert told == ['Red Cross Nigeria'], told"
    [ "$status" -eq 0 ]
}

@test "an archive that unpacks to far more than any pile is not read to its end" {
    cd "$BATS_TEST_TMPDIR"
    python3 -c "
import io, zipfile
def packed(name, content, count):
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as z:
        for i in range(count):
            z.writestr(name % i, content)
    return out.getvalue()
inner = packed('%d.bin', bytes(100_000_000), 4)
open('odd.zip', 'wb').write(packed('%d.zip', inner, 1000))"
    run daybook extract odd.zip
    [ "$status" -eq 3 ]
    [[ "$output" == *"odd.zip: not read any further: unpacked it is more than a gibibyte"*"unpack it, and give what you want read" ]]
    [ "${#lines[@]}" -lt 20 ]
}

@test "a cell of a table may say that nothing is known" {
    printf 'date,place,killed,injured\n2026-02-03,Quetta,4,unknown\n2026-02-04,Quetta,N/A,2\nn/a,Quetta,3,?\n' >"$BATS_TEST_TMPDIR/cells.csv"
    run --separate-stderr daybook extract "$BATS_TEST_TMPDIR/cells.csv"
    [ "$status" -eq 0 ]
    [ -z "$stderr" ]
    [ "$(grep -o '"kind":"casualty"' <<<"$output" | wc -l)" -eq 3 ]
}

@test "a cell of a table that is not understood is told by file, line and column, and what else the row says is read" {
    printf 'killed,injured,date\n3,lots,2026-01-30\n-5,4,2026-13-45\n' >"$BATS_TEST_TMPDIR/cells.csv"
    run --separate-stderr daybook extract "$BATS_TEST_TMPDIR/cells.csv"
    [ "$status" -eq 3 ]
    [[ "$stderr" == *'cells.csv:2:3: The row'"'"'s figure is not understood. "lots"'* ]]
    [[ "$stderr" == *'cells.csv:3:1: The row'"'"'s figure is not understood. "-5"'* ]]
    [[ "$stderr" == *'cells.csv:3:6: The row'"'"'s day is not understood. "2026-13-45"'* ]]
    [ "$(grep -o '"kind":"casualty"' <<<"$output" | wc -l)" -eq 2 ]
    [[ "$output" != *2113* ]]
}
