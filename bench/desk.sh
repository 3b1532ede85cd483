#!/usr/bin/env bash
# What the desk gives under load (Debian's wrk), on a machine that others may use too: so a ratio is of the best of alternating rounds, and beside
# requests a second stands the processor time that one takes (/proc/PID/stat), which neighbours hardly touch.
#   - its cached JSON, a small and a large answer, as browsers ask for it (gzip) and plain, beside a bare libmicrohttpd that answers the same bytes
#     (goal: 60 %, p99 under 5 ms; a megabyte for each of 100 connections takes the loopback longer than that, so hold p99 beside the bare one's)
#   - a claim's page in a large book (goal: 2,000 a second on one core): the same again and again, and claims of everywhere
#   - memory over many requests of all of these
#   - an incident's page in the large book, made of its own rows
# bench/desk.sh [CLAIMS [SECONDS [REQUESTS]]]; the book stays at $DESK_BOOK (build/bench/desk-CLAIMS.book), so that the next run begins at once.
set -euo pipefail
cd "$(dirname "$0")/.."
claims=${1:-100000}
lasting=${2:-3}
requests=${3:-1000000}
rounds=3
scratch=$(mktemp -d)
book=${DESK_BOOK:-build/bench/desk-$claims.book}
trap 'kill ${desk:-} ${bare:-} 2>/dev/null || true; rm -rf "$scratch"' EXIT
for tool in wrk curl python3; do
    command -v "$tool" >/dev/null || { echo "bench/desk.sh needs $tool" >&2 && exit 1; }
done

make -s build/daybook build/release/bench/store_bench build/release/bench/desk_bare
if [ ! -e "$book" ]; then # whole or not at all
    mkdir -p "$(dirname "$book")"
    rm -f "$book".new*
    build/release/bench/store_bench "$claims" "$book.new"
    mv "$book.new" "$book"
fi
build/daybook show --situation "situation 1" "$book" waves >/dev/null 2>&1 || build/daybook rebuild "$book" # of an earlier layout

# A desk on a free port, an administrator and his token.
build/daybook serve "$book" --port 0 >"$scratch/out" 2>"$scratch/err" &
desk=$!
until grep -q 'is at' "$scratch/out"; do
    kill -0 "$desk" 2>/dev/null || { cat "$scratch/err" >&2 && exit 1; }
    sleep 0.05
done
origin=$(sed -n 's/.* is at \(http[^ ]*\)\/$/\1/p' "$scratch/out")
jar="$scratch/jar"
form_token() { curl -s -b "$jar" -c "$jar" "$origin$1" | sed -n 's/.*name="form_token" value="\([^"]*\)".*/\1/p' | head -n 1; }
send() { curl -s -b "$jar" -c "$jar" --data-urlencode "form_token=$(form_token "$1")" "${@:2}" "$origin$1"; }
if link=$(grep -o '/invitation/[^ ]*' "$scratch/out"); then
    send "$link" --data-urlencode "name=bench" --data-urlencode "password=four plain words here" >/dev/null
else
    send /sign-in --data-urlencode "name=bench" --data-urlencode "password=four plain words here" >/dev/null
fi
token=$(send /settings/tokens -d name=bench -d role=administrator | sed -n 's/.*<code>\([A-Za-z0-9_-]\{43\}\)<\/code>.*/\1/p')
[ -n "$token" ] || { echo "the desk gave no token: is $book of another run?" >&2 && exit 1; }
header="Authorization: Bearer $token"

ticks=$(getconf CLK_TCK)
processor() { awk '{print $14 + $15}' "/proc/$1/stat"; }
memory() { awk '/VmRSS/ {printf "%.0f MB", $2 / 1000}' "/proc/$desk/status"; }
encoding=identity # what wrk asks for
# PID CONNECTIONS ADDRESS [SCRIPT]: sets rate, cpu (microseconds a request), p99 (ms) and total of one round.
round() {
    local before after
    before=$(processor "$1")
    wrk -t1 -c"$2" -d"$lasting"s --timeout 30s --latency -H "$header" -H "Accept-Encoding: $encoding" ${4:+-s "$4"} "$3" >"$scratch/wrk"
    after=$(processor "$1")
    if grep -E 'Non-2xx|Socket errors' "$scratch/wrk"; then exit 1; fi
    total=$(awk '/requests in/ {print $1}' "$scratch/wrk")
    rate=$(awk '/Requests\/sec/ {print $2}' "$scratch/wrk")
    p99=$(awk '$1 == "99%" {n = $2; f = n ~ /us$/ ? 0.001 : (n ~ /[0-9]s$/ ? 1000 : 1); print n * f}' "$scratch/wrk")
    cpu=$(awk -v t="$((after - before))" -v k="$ticks" -v n="$total" 'BEGIN {print t / k * 1e6 / n}')
}
# The best of the rounds so far, in best_NAME: "rate cpu p99".
keep_best() { # NAME
    local -n best=best_$1
    best=$(awk -v r="$rate" -v c="$cpu" -v p="$p99" -v b="${best:-0 1e9 1e9}" \
        'BEGIN {split(b, o); print (r > o[1] ? r : o[1]), (c < o[2] ? c : o[2]), (p < o[3] ? p : o[3])}')
}
beside_bare() { # LABEL ADDRESS ENCODING
    best_bare='' best_desk='' encoding=$3
    curl -s -H "$header" -H "Accept-Encoding: $encoding" "$2" -o "$scratch/answer"
    port=$((20000 + RANDOM % 20000))
    build/release/bench/desk_bare "$port" "$scratch/answer" &
    bare=$!
    until curl -s -o /dev/null "http://127.0.0.1:$port/"; do
        kill -0 "$bare" 2>/dev/null || { echo "port $port is taken" >&2 && exit 1; }
        sleep 0.05
    done
    for _ in $(seq "$rounds"); do
        round "$bare" 100 "http://127.0.0.1:$port/" && keep_best bare
        round "$desk" 100 "$2" && keep_best desk
    done
    kill "$bare"
    wait "$bare" 2>/dev/null || true
    bare='' encoding=identity
    awk -v l="$1, $(stat -c %s "$scratch/answer") bytes, 100 connections" -v b="$best_bare" -v d="$best_desk" 'BEGIN {
        split(b, x); split(d, y)
        printf "%s\n  bare  %8.0f req/s, %6.1f µs of a core, p99 %.1f ms\n", l, x[1], x[2], x[3]
        printf "  desk  %8.0f req/s, %6.1f µs of a core, p99 %.1f ms: %.0f %% by requests, %.0f %% by processor time\n",
            y[1], y[2], y[3], 100 * y[1] / x[1], 100 * x[2] / y[2]}'
}
pages() { # LABEL ADDRESS [SCRIPT]
    best_desk=''
    for _ in $(seq "$rounds"); do
        round "$desk" 16 "$2" ${3:+"$3"} && keep_best desk
    done
    awk -v l="$1" -v d="$best_desk" 'BEGIN {
        split(d, y)
        printf "%s, 16 connections\n  desk  %8.0f req/s, %6.0f µs of a core (%.0f a second on one), p99 %.1f ms\n", l, y[1], y[2], 1e6 / y[2], y[3]}'
}

# Claims of some situations, as wrk asks for them in turn.
curl -s -H "$header" "$origin/api/situations" -o "$scratch/situations.json"
python3 - "$scratch" "$origin" "$token" <<'PYTHON'
import json, re, sys, urllib.parse, urllib.request
scratch, origin, token = sys.argv[1:]
ask = lambda path: json.load(urllib.request.urlopen(urllib.request.Request(origin + path, headers={"Authorization": "Bearer " + token})))
names = [s["name"] for s in ask("/api/situations")["situations"]]
paths = []
for name in names[:: max(1, len(names) // 40)]:
    quoted = urllib.parse.quote(name)
    for claim in ask(f"/api/situations/{quoted}/claims?limit=25")["rows"]:
        paths.append(f"/s/{quoted}/claims/{claim['id']}")
incidents = []
for name in names[:: max(1, len(names) // 40)]:
    quoted = urllib.parse.quote(name)
    listed = urllib.request.urlopen(urllib.request.Request(f"{origin}/s/{quoted}/incidents", headers={"Authorization": "Bearer " + token}))
    ids = re.findall(r'/incidents/([0-9a-f]{16})"', listed.read().decode())
    incidents += [f"/s/{quoted}/incidents/{i}" for i in dict.fromkeys(ids[:10])]
for file, asked in (("claims", paths), ("incidents", incidents)):
    with open(f"{scratch}/{file}.lua", "w") as out:
        out.write("local paths = {%s}\nlocal i = 0\n" % ",".join(json.dumps(p) for p in asked))
        out.write('request = function()\n    i = i % #paths + 1\n    return wrk.format("GET", paths[i])\nend\n')
with open(scratch + "/first", "w") as out:
    out.write(urllib.parse.quote(names[0]) + "\n" + paths[7] + "\n")
PYTHON
{ read -r name && read -r claim; } <"$scratch/first"

printf 'a book of %s situations, %s MB\n' "$(python3 -c 'import json, sys; print(len(json.load(open(sys.argv[1]))["situations"]))' "$scratch/situations.json")" \
    "$(($(stat -c %s "$book") / 1000000))"
beside_bare "a small cached list" "$origin/api/situations/$name/lists/waves" identity
beside_bare "the cached situation as gzip" "$origin/api/situations/$name" gzip
beside_bare "the cached situation" "$origin/api/situations/$name" identity
pages "one claim's page" "$origin$claim"
pages "pages of $(grep -o '/s/' "$scratch/claims.lua" | wc -l) claims" "$origin" "$scratch/claims.lua"
pages "pages of $(grep -o '/s/' "$scratch/incidents.lua" | wc -l) incidents" "$origin" "$scratch/incidents.lua"

done_so_far=0
at_first=$(memory)
while [ "$done_so_far" -lt "$requests" ]; do
    round "$desk" 64 "$origin" "$scratch/claims.lua"
    done_so_far=$((done_so_far + total))
    round "$desk" 64 "$origin/api/situations/$name/lists/waves"
    done_so_far=$((done_so_far + total))
    [ -n "${half:-}" ] || [ "$done_so_far" -lt $((requests / 2)) ] || half=$(memory)
done
printf 'memory: %s before, %s half way, %s after %s further requests\n' "$at_first" "${half:-?}" "$(memory)" "$done_so_far"
