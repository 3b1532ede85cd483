load helper

# FORMAT -> $BATS_TEST_TMPDIR/out
written() {
    daybook export --format "$1" "$example" >"$BATS_TEST_TMPDIR/out" 2>/dev/null
}

checked() { # python lines; `rows` is the table, `text` the whole
    run python3 - "$BATS_TEST_TMPDIR/out" <<P
import csv, io, json, re, sys
text = open(sys.argv[1], encoding='utf-8', newline='').read()
def read():
    return list(csv.reader(io.StringIO(text), strict=True))
rows = read() if text.startswith(('claim_id', 'Incident', 'id,', 'event_id')) else []
def table(skip=1):
    assert all(len(r) == len(rows[0]) for r in rows), 'rows of other lengths'
    return [dict(zip(rows[0], r)) for r in rows[skip:]]
$1
P
    echo "$output"
    [ "$status" -eq 0 ]
}

@test "export needs a format that it knows and names them all" {
    run daybook export "$example"
    [ "$status" -eq 2 ]
    [[ "$output" == *"json, csv, geojson, hxl, ged, acled, claimreview, markdown"* ]]
    run daybook export --format xls "$example"
    [ "$status" -eq 2 ]
    [[ "$output" == *'"xls"'* ]]
}

@test "export json is what report --json prints" {
    written json
    daybook report --json "$example" 2>/dev/null | cmp - "$BATS_TEST_TMPDIR/out"
}

@test "the table of claims leads each passage to its bytes" {
    written csv
    checked "
import hashlib
texts = {}; titles = {}
for line in open('$example', encoding='utf-8'):
    d = json.loads(line); texts[d['id']] = d['text'].encode(); titles[d['id']] = d.get('title', '').encode()
claims = table()
assert len(claims) > 50
for c in claims:
    raw = texts[c['document_id']]
    told = titles[c['document_id']] if c['in_title'] == '1' else raw
    assert told[int(c['start']):int(c['end'])].decode() == c['passage'].lstrip(\"'\") or c['passage'].startswith(\"'\"), c
    assert hashlib.sha256(raw).hexdigest() == c['sha256']
    assert c['count_low'] == '' or int(c['count_low']) >= 0
assert any(c['count_low'] == '10' and c['count_high'] == '' for c in claims)"
}

@test "the HXL export has a row of hashtags as the standard writes them" {
    written hxl
    checked "
assert all(re.fullmatch(r'#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*', t) for t in rows[1]), rows[1]
assert len(set(rows[1])) == len(rows[1])
assert any(r[rows[1].index('#affected+killed+num')] for r in rows[2:])"
}

@test "the GED-shaped export keeps to the codebook's columns, codes and sum" {
    written ged
    checked "
for r in table():
    assert r['where_prec'] in ('', '1', '2', '3', '4', '6') and r['date_prec'] in ('', '1', '2', '3', '4', '5')
    assert r['type_of_violence'] in ('', '1', '2', '3') and r['event_clarity'] in ('1', '2')
    assert r['date_start'] <= r['date_end']
    if r['low'] and r['best']: assert int(r['low']) <= int(r['best'])
    parts = [r[k] for k in ('deaths_a', 'deaths_b', 'deaths_civilians', 'deaths_unknown')]
    if r['best'] and r['deaths_unknown']: assert sum(int(p or 0) for p in parts) == int(r['best']), r"
}

@test "the ACLED-shaped export keeps to the codebook's types and codes" {
    written acled
    checked "
types = {'Battles', 'Explosions/Remote violence', 'Violence against civilians', 'Riots', 'Protests', 'Strategic developments'}
for r in table():
    assert r['event_type'] in types and r['time_precision'] in ('', '1', '2', '3') and r['geo_precision'] in ('', '1', '2', '3')
    assert re.fullmatch(r'\d{4}-\d\d-\d\d', r['event_date']) and r['year'] == r['event_date'][:4]"
}

@test "ClaimReview has what schema.org asks for and gives no number" {
    written claimreview
    checked "
reviews = json.loads(text)
assert reviews
for r in reviews:
    assert r['@context'] == 'https://schema.org' and r['@type'] == 'ClaimReview' and r['claimReviewed']
    assert r['itemReviewed']['@type'] == 'Claim' and r['reviewRating']['alternateName']
    assert 'ratingValue' not in r['reviewRating']"
}

@test "each figure of the Markdown day book has a footnote that is there" {
    written markdown
    checked "
used = set(re.findall(r'\[\^(\d+)\](?!:)', text)); told = set(re.findall(r'^\[\^(\d+)\]:', text, re.M))
assert used and used == told, used ^ told
assert not re.search(r'<(?!https?://[^>]*>)', text)"
}

@test "the Markdown day book of one report speaks of one report, and names no incident by its id" {
    printf '{"id":"one","publisher":"Gazette","published":"2026-03-02T10:00:00Z","text":"Gunmen killed two guards in Khartoum on Sunday, police said."}\n' >"$BATS_TEST_TMPDIR/one.ndjson"
    run daybook export --format markdown "$BATS_TEST_TMPDIR/one.ndjson"
    [[ "$output" == *"1 report from 1 origin. Figures"* ]]
    [[ "$output" == *"- killed, security forces: 2 "* ]]
    [[ "$output" != *"not known. "$'\n'* ]]
    printf '{"id":"two","publisher":"Gazette","published":"2026-03-02T10:00:00Z","text":"Five civilians died in Kidal on Sunday, a doctor said."}\n' >"$BATS_TEST_TMPDIR/two.ndjson"
    run daybook export --format markdown "$BATS_TEST_TMPDIR/two.ndjson"
    [[ "$output" == *"## incident, Kidal, 2026-03-01"* ]]
    daybook export --format markdown "$example" >"$BATS_TEST_TMPDIR/example.md" 2>/dev/null
    run grep -E 'Part of [0-9a-f]{16}|Holds 1 incidents' "$BATS_TEST_TMPDIR/example.md"
    [ "$status" -eq 1 ]
}

@test "export writes the file that -o names, and is the same twice" {
    daybook export -f geojson "$example" -o "$BATS_TEST_TMPDIR/a.geojson" 2>/dev/null
    daybook export -f geojson "$example" --threads 1 -o "$BATS_TEST_TMPDIR/b.geojson" 2>/dev/null
    cmp "$BATS_TEST_TMPDIR/a.geojson" "$BATS_TEST_TMPDIR/b.geojson"
}

@test "whoever adds up the deaths of a GED- or ACLED-shaped export gets each once" {
    for format in ged:best acled:fatalities; do
        written "${format%:*}"
        checked "
rows = table()
dead = [(r, int(r['${format#*:}'])) for r in rows if r['${format#*:}']]
text_of = lambda r: r.get('note') or r.get('notes') or ''
assert dead and not any('art of' in text_of(r) for r, n in dead), dead
parts = [r for r in rows if 'art of' in text_of(r)]
assert parts and any('in whose figures its dead are counted: 11 here' in text_of(r) for r in parts), parts"
    done
}

@test "the ACLED-shaped export splits a number over several days, the others don't" {
    echo "Relief workers said 9 people were killed in a shelling at Alba from January 30 to January 31, 2026." >"$BATS_TEST_TMPDIR/two.txt"
    run bash -c "'$BATS_TEST_DIRNAME/../../build/daybook' export -f acled '$BATS_TEST_TMPDIR/two.txt' | tr -d '\r' | sed 's/.*,//'"
    [ "${lines[*]}" = "fatalities 5 4" ]
    run bash -c "'$BATS_TEST_DIRNAME/../../build/daybook' export -f ged '$BATS_TEST_TMPDIR/two.txt' | wc -l"
    [ "$output" -eq 2 ]
}

@test "a number over New Year: each day of the ACLED-shaped export in its own year, GED's in the year it starts" {
    echo "Relief workers said 9 people were killed in a shelling at Alba from December 31, 2025 to January 1, 2026." >"$BATS_TEST_TMPDIR/year.txt"
    run bash -c "'$BATS_TEST_DIRNAME/../../build/daybook' export -f acled '$BATS_TEST_TMPDIR/year.txt' | cut -d, -f2,3"
    [ "${lines[*]}" = "event_date,year 2025-12-31,2025 2026-01-01,2026" ]
    run bash -c "'$BATS_TEST_DIRNAME/../../build/daybook' export -f ged '$BATS_TEST_TMPDIR/year.txt' | cut -d, -f2"
    [ "${lines[*]}" = "year 2025" ]
}

@test "a disaster is in the table and on the map, but no row of a GED- or ACLED-shaped export, which hold political violence" {
    echo "A ferry capsized at Alba on January 30, 2026, and 9 people died." >"$BATS_TEST_TMPDIR/ferry.txt"
    for format in ged acled; do
        run bash -c "'$BATS_TEST_DIRNAME/../../build/daybook' export -f $format '$BATS_TEST_TMPDIR/ferry.txt' | wc -l"
        [ "$output" -eq 1 ]
    done
    run bash -c "'$BATS_TEST_DIRNAME/../../build/daybook' export -f json '$BATS_TEST_TMPDIR/ferry.txt'"
    [[ "$output" == *'"name":"sinking, '* ]]
}
