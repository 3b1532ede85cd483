#!/usr/bin/env bash
# Kills `daybook add` and `daybook follow` (-9) by turns at random moments, ROUNDS times (default 40): no report that was printed as kept may be missing, none
# may be half written, and the book must verify. The same for decisions. Prints TAP.
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1
rounds=${1:-40}
RANDOM=${2:-7}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
book="$scratch/a.book"
daybook=$PWD/build/daybook
usual='^daybook: (follows|.*: a new )' # lines on stderr that tell of no problem
faults=
killed=0
: >"$scratch/registered"
: >"$scratch/promised"

reports() { # FIRST COUNT
    local i
    for ((i = $1; i < $1 + $2; i++)); do
        printf '{"id":"r%d","published":"2026-03-%02d","text":"At least %d people were killed and %d wounded near Goma on Monday, police said. The army said %d fighters died."}\n' \
            "$i" $((1 + i % 28)) $((2 + i % 40)) $((3 + i % 50)) $((1 + i % 9))
    done
}

ids_in() { cat "$scratch/$1"/*.ndjson | sed -n 's/^{"id":"\([^"]*\)".*/\1/p'; } # SITUATION

# The moments are spread over a span that follows what a run takes on this machine, busy as it is: from before the book is open until after the last
# figure. A span of a fixed length, or measured once, misses every run of a machine that has become quicker or slower since.
span_of() { # COMMAND... -> us
    local begun
    begun=$(date +%s%N)
    "$@" >/dev/null 2>&1
    echo $((($(date +%s%N) - begun) / 800))
}
kill_at_random() { # PID: at a random moment of the span
    local moment=$(((RANDOM * 32768 + RANDOM) % span))
    sleep "$(printf '%d.%06d' $((moment / 1000000)) $((moment % 1000000)))"
    kill -9 "$1" 2>/dev/null
    wait "$1" 2>/dev/null
    if [ $? -eq 137 ]; then # about one run in four shall reach its end
        killed=$((killed + 1))
        span=$((span * 11 / 10 + 1))
    else
        span=$((span * 3 / 4 + 1))
    fi
}

reports 0 200 >"$scratch/pile.ndjson"
span=$(span_of "$daybook" add "$scratch/timed.book" "$scratch/pile.ndjson")

for ((round = 1; round <= rounds; round++)); do
    situation="s$((round % 4))"
    if [ $((round / 4 % 2)) -eq 0 ]; then
        reports $((round * 1000)) 200 >"$scratch/pile.ndjson"
        "$daybook" add --situation "$situation" "$book" "$scratch/pile.ndjson" >"$scratch/kept.$round" 2>"$scratch/err" &
    else # it goes on with what earlier rounds left
        mkdir -p "$scratch/$situation"
        reports $((round * 1000)) 200 >"$scratch/$situation/$round.ndjson"
        "$daybook" follow --once --json --situation "$situation" "$book" "$scratch/$situation" >"$scratch/followed.$round" 2>"$scratch/err" &
    fi
    kill_at_random $!
    # a whole line says that all that lay in the folder is kept
    [ ! -e "$scratch/followed.$round" ] || ! grep -q '}$' "$scratch/followed.$round" || ids_in "$situation" >>"$scratch/followed"
    sed -n 's/^daybook: follows \(\/.*\)$/\1/p' "$scratch/err" >>"$scratch/registered" # a last line may be cut: none ends like a folder's name
    if grep -qvE "$usual" "$scratch/err"; then faults+="round $round: $(grep -vE "$usual" "$scratch/err" | head -n 1)"$'\n'; fi
    [ -e "$book" ] || continue
    [ $((round % 10)) -eq 0 ] || [ "$round" -eq "$rounds" ] || continue
    "$daybook" verify "$book" >"$scratch/verify" 2>&1 || faults+="round $round: $(head -n 1 "$scratch/verify")"$'\n'
done

# what was said to be followed is; following goes on where it was cut off, and misses nothing
for situation in s0 s1 s2 s3; do
    [ -e "$scratch/$situation" ] || continue
    ! grep -qx "$scratch/$situation" "$scratch/registered" ||
        "$daybook" show --situation "$situation" --json "$book" feeds | grep -qF "\"$scratch/$situation\"" || faults+="$situation is followed no more"$'\n'
    "$daybook" follow --once --situation "$situation" "$book" "$scratch/$situation" >/dev/null 2>"$scratch/err" || faults+="following $situation does not go on"$'\n'
    ids_in "$situation" >>"$scratch/followed"
done
for ((s = 0; s < 4; s++)); do "$daybook" show --situation "s$s" --json "$book" sources; done 2>/dev/null |
    grep -o '"id":"[^"]*"' | cut -d'"' -f4 | sort >"$scratch/there"
{
    cat "$scratch"/kept.* | sed -n 's/^added  \([^ ]*\)  .*/\1/p' # a last line may be cut by the kill
    cat "$scratch/followed"
} | sort -u >"$scratch/acknowledged"
lost=$(comm -13 "$scratch/there" "$scratch/acknowledged" | wc -l)
acknowledged=$(wc -l <"$scratch/acknowledged")
[ "$lost" -eq 0 ] || faults+="$lost of $acknowledged acknowledged reports are lost"$'\n'
[ "$acknowledged" -gt 0 ] && [ "$killed" -gt 0 ] || faults+="nothing was tested: $acknowledged reports, $killed kills"$'\n'

name="add and follow killed $killed times in $rounds rounds: $acknowledged acknowledged reports, all there, and the book verifies"
verdict() { # NUMBER NAME FAULTS
    if [ -z "$3" ]; then echo "ok $1 - $2"; else
        echo "not ok $1 - $2"
        printf '# %s\n' "${3//$'\n'/$'\n'# }"
    fi
}
verdict 1 "$name" "$faults"

# decisions: what was said to be kept is in the log, the log is whole, and the figures are those it gives
faults=
killed=0
review="$scratch/review.book"
reports 1 40 | "$daybook" add "$review" - >"$scratch/out" 2>&1
mapfile -t claims < <("$daybook" show --json "$review" claims | grep -o '"id":"[^"]*"' | cut -d'"' -f4)
span=$(span_of "$daybook" decide --as tester --reason timed --action accept --target "${claims[0]}" "$review")
for ((round = 1; round <= rounds / 2; round++)); do
    action=accept
    [ $((RANDOM % 2)) -eq 0 ] && action=reject
    "$daybook" decide --as tester --reason "round $round" --action $action --target "${claims[RANDOM % ${#claims[@]}]}" \
        "$review" >"$scratch/moved" 2>"$scratch/decided.$round" &
    kill_at_random $!
    grep -qs 'is kept\(; it moves no figure\)\?$' "$scratch/decided.$round" && echo "round $round" >>"$scratch/promised"
done
"$daybook" verify "$review" >"$scratch/verify" 2>&1 || faults+="$(head -n 1 "$scratch/verify")"$'\n'
"$daybook" show --json "$review" decisions | grep -o '"reason":"[^"]*"' | cut -d'"' -f4 | sort >"$scratch/there"
sort "$scratch/promised" >"$scratch/acknowledged"
lost=$(comm -13 "$scratch/there" "$scratch/acknowledged" | wc -l)
acknowledged=$(wc -l <"$scratch/acknowledged")
[ "$lost" -eq 0 ] || faults+="$lost of $acknowledged acknowledged decisions are lost"$'\n'
[ "$acknowledged" -gt 0 ] && [ "$killed" -gt 0 ] || faults+="nothing was tested: $acknowledged decisions, $killed kills"$'\n'
verdict 2 "decide killed $killed times in $((rounds / 2)) rounds: $acknowledged acknowledged decisions, all there, and the book verifies" "$faults"
echo "1..2"
