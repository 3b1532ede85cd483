load helper

# A report in our own words: made-up people, a real town.
setup() {
    pile="$BATS_TEST_TMPDIR/pile.ndjson"
    cat >"$pile" <<P
{"id":"r1","publisher":"Valley Post","title":"Tamir Oskal among five killed in market blast","url":"https://valley.example/2026/tamir-oskal-killed","published":"2026-03-02","text":"HARBOUR CITY, March 2 - Five people were killed on Monday when a bomb exploded in a market in Quetta, police said.\n\nTamir Oskal, 34, a shopkeeper, was among the dead. A 9-year-old girl, Lena Oskal, was also killed. Three Hazara miners were killed on the road to Mastung. Oskal's brother said he left two children.\n\n\"We heard a loud bang,\" wrote resident Sami Dorn (@samidorn77) on X. Police chief Ibad Khan said the terrorists had been neutralised.\n\nTwo nurses were injured when shells hit the Bolan Medical Complex hospital in Quetta. The army deployed additional troops along the road to Mastung. The victims were identified as Rafi Malan, 41, and Noor Bazan, 27."}
{"id":"r2","publisher":"Evening Wire","title":"Malan family buries son","url":"https://wire.example/a/2","published":"2026-03-02","text":"At least six people were killed in Quetta on Monday, officials said. Rafi Malan was buried on Tuesday. The armed group called its Operation Red Dawn a success; the minister spoke of martyrs."}
P
    withheld='Oskal|oskal|Lena|Tamir|Malan|Bazan|Rafi|Sami Dorn|samidorn|Hazara|9-year|, 34|, 41|, 27|Bolan|additional troops|30\.18|66\.99|30\.19'
}

@test "no withheld word stands in any form of the public edition, and each says what it leaves out" {
    for format in json csv geojson hxl ged acled claimreview markdown; do
        daybook export --public --format "$format" "$pile" >"$BATS_TEST_TMPDIR/out" 2>/dev/null
        run grep -nE "$withheld" "$BATS_TEST_TMPDIR/out"
        [ "$status" -eq 1 ] || { echo "$format: $output"; false; }
        grep -q 'Names of victims, of witnesses' "$BATS_TEST_TMPDIR/out" || { echo "$format does not say so"; false; }
    done
    daybook report --public "$pile" >"$BATS_TEST_TMPDIR/out" 2>/dev/null
    sed -e 's/<style>.*<\/style>//' -e '/<script>/,/<\/script>/d' "$BATS_TEST_TMPDIR/out" >"$BATS_TEST_TMPDIR/page"
    run grep -noE "$withheld" "$BATS_TEST_TMPDIR/page"
    [ "$status" -eq 1 ] || { echo "page: $output"; false; }
}

@test "who wrote to a chat or a mail stays with the desk" {
    mkdir "$BATS_TEST_TMPDIR/chats"
    printf '28/02/2026, 21:15 - +964 770 000 4567: Nine people were killed in a raid on Sinjar tonight, police said.\n28/02/2026, 21:20 - Kamo Rell: Two guards died in Sinjar too.\n' \
        >"$BATS_TEST_TMPDIR/chats/Rell family.txt"
    printf 'From: Sena Voss <sena@mail.example>\nSubject: A raid\nDate: Sun, 1 Mar 2026 10:00:00 +0000\n\nNine people were killed in a raid on Sinjar on Saturday.\n' \
        >"$BATS_TEST_TMPDIR/chats/a.eml"
    daybook report --json "$BATS_TEST_TMPDIR/chats" | grep -q 'Kamo Rell'
    for format in json csv markdown; do
        daybook export --public --format "$format" "$BATS_TEST_TMPDIR/chats" >"$BATS_TEST_TMPDIR/out" 2>/dev/null
        run grep -nE 'Rell|964|4567|Voss|sena@' "$BATS_TEST_TMPDIR/out"
        [ "$status" -eq 1 ] || { echo "$format: $output"; false; }
    done
    daybook add "$BATS_TEST_TMPDIR/chat.book" "$BATS_TEST_TMPDIR/chats"
    run daybook report --public "$BATS_TEST_TMPDIR/chat.book"
    [[ "$output" != *Rell* && "$output" != *"770 000"* && "$output" != *Voss* ]]
}

@test "the page says at its top that it is a public edition" {
    run daybook report --public "$pile"
    top=${output%%<main*}
    [[ "$top" == *"Public edition."*"Names of victims"* ]]
    [[ "$output" == *"What this public edition leaves out"*"Corrections"* ]]
}

@test "the full edition says nothing of the kind and withholds nothing" {
    run daybook report --json "$pile"
    [[ "$output" != *withheld* ]]
    [[ "$output" == *"Lena Oskal"* ]]
}

@test "officials keep their names, ids and figures are those of the full edition" {
    daybook report --json "$pile" >"$BATS_TEST_TMPDIR/full" 2>/dev/null
    daybook report --json --public "$pile" >"$BATS_TEST_TMPDIR/public" 2>/dev/null
    run python3 - "$BATS_TEST_TMPDIR/full" "$BATS_TEST_TMPDIR/public" <<'P'
import json, sys
full, public = (json.load(open(f)) for f in sys.argv[1:])
assert public['edition'] == 'public' and public['withheld']
assert [c['id'] for c in full['claims']] == [c['id'] for c in public['claims']]
assert [i['id'] for i in full['incidents']] == [i['id'] for i in public['incidents']]
for a, b in zip(full['incidents'], public['incidents']):
    for cell in a['estimates']:
        for end in ('low', 'best', 'high'):
            assert (a['estimates'][cell] or {}).get(end) == (b['estimates'][cell] or {}).get(end)
assert any('Police chief Ibad Khan' in c['speakers'] for c in public['claims'])
for c in public['claims']:
    place = c['place'] or {}
    assert place.get('precision') != 'exact'
    if place.get('lat') is not None:
        assert abs(place['lat'] * 10 - round(place['lat'] * 10)) < 1e-6
P
    echo "$output"
    [ "$status" -eq 0 ]
}

@test "a book has a public edition too" {
    daybook add "$BATS_TEST_TMPDIR/a.book" "$pile" >/dev/null 2>&1
    run daybook export --public --format csv "$BATS_TEST_TMPDIR/a.book"
    [ "$status" -eq 0 ]
    [[ "$output" == *"[withheld]"* ]]
    run grep -cE "$withheld" <<<"$output"
    [ "$output" -eq 0 ]
}

@test "show: every list of the public edition withholds what exports do, and says so; the desk's own lists are refused" {
    book="$BATS_TEST_TMPDIR/a.book"
    daybook add --read-at 2026-03-02T12:00Z "$book" "$pile" >/dev/null
    daybook decide --as "Ana Reviewer" --reason "seen" --action note --target "$(daybook show --json "$book" claims | grep -o '"id":"[^"]*"' | head -n 1 | cut -d'"' -f4)" --json '{"text":"Lena Oskal"}' "$book" >/dev/null 2>&1 || true
    daybook show --json "$book" sources | grep -q 'Tamir Oskal'
    for kind in figures incidents claims timeline sources changes conflicts unverified pending waves; do
        for form in "" --json "--profile all" "--as-of 2026-03-02T18:00Z"; do
            # shellcheck disable=SC2086
            daybook show --public $form "$book" $kind >"$BATS_TEST_TMPDIR/out" 2>&1 || [ $? -eq 1 ]
            run grep -nE "$withheld|Ana Reviewer" "$BATS_TEST_TMPDIR/out"
            [ "$status" -eq 1 ] || { echo "$kind $form: $output"; false; }
            grep -q 'Names of victims, of witnesses' "$BATS_TEST_TMPDIR/out" || { echo "$kind $form does not say so"; false; }
        done
    done
    for kind in decisions notes queue agreement disagreements feeds fetches; do
        run daybook show --public "$book" $kind
        [ "$status" -eq 2 ]
        [[ "$output" == *"\"$kind\" is the desk's own: there is no public edition of it"* ]]
    done
    run daybook explain --public --id 0123456789abcdef "$book"
    [ "$status" -eq 2 ]
    [[ "$output" == *"explain has no public edition: it prints the words that a rule read"* ]]
}

@test "the public edition's lists are those of the full one but for what is withheld" {
    book="$BATS_TEST_TMPDIR/a.book"
    daybook add "$book" "$pile" >/dev/null
    run diff <(daybook show --json "$book" figures | grep -o '"low":.*"high":[^,]*') <(daybook show --public --json "$book" figures 2>/dev/null | grep -o '"low":.*"high":[^,]*')
    [ "$status" -eq 0 ]
    run diff <(daybook show --json "$book" claims | grep -o '"id":"[^"]*"') <(daybook show --public --json "$book" claims 2>/dev/null | grep -o '"id":"[^"]*"')
    [ "$status" -eq 0 ]
    daybook verify "$book"
}
