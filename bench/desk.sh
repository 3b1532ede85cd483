#!/usr/bin/env bash
# What the desk gives under load (Debian's wrk): its cached JSON beside a bare libmicrohttpd answer of the same bytes, a claim's page in a large
# book, and memory over many requests. bench/desk.sh [CLAIMS [SECONDS]]; a book at $DESK_BOOK is used as it is.
set -euo pipefail
cd "$(dirname "$0")/.."
claims=${1:-100000}
lasting=${2:-5}
scratch=$(mktemp -d)
book=${DESK_BOOK:-$scratch/large.book}
trap 'kill "${desk:-}" "${bare:-}" 2>/dev/null || true; rm -rf "$scratch"' EXIT

make -s build/daybook build/release/bench/store_bench build/release/bench/desk_bare
[ -e "$book" ] || build/release/bench/store_bench "$claims" "$book"

# A desk on a free port, an administrator and his token.
build/daybook serve "$book" --port 0 >"$scratch/out" 2>"$scratch/err" &
desk=$!
until grep -q 'is at' "$scratch/out"; do sleep 0.05; done
origin=$(sed -n 's/.* is at \(http[^ ]*\)\/$/\1/p' "$scratch/out")
jar="$scratch/jar"
form_token() { curl -s -b "$jar" -c "$jar" "$origin$1" | sed -n 's/.*name="form_token" value="\([^"]*\)".*/\1/p' | head -n 1; }
send() { curl -s -b "$jar" -c "$jar" --data-urlencode "form_token=$(form_token "$1")" "${@:2}" "$origin$1"; }
if link=$(grep -o '/invitation/[^ ]*' "$scratch/out"); then
    send "$link" --data-urlencode "name=bench" --data-urlencode "password=four plain words here" >/dev/null
else
    send /sign-in --data-urlencode "name=bench" --data-urlencode "password=four plain words here" >/dev/null
fi
token=$(send /settings/tokens -d name=bench -d role=reader | sed -n 's/.*<code>\([A-Za-z0-9_-]\{43\}\)<\/code>.*/\1/p')
header="Authorization: Bearer $token"
measure() { # NAME CONNECTIONS URL [HEADER]: prints requests a second and p99
    wrk -t1 -c"$2" -d"$lasting"s --latency ${4:+-H "$4"} "$3" >"$scratch/wrk"
    grep -E 'Non-2xx|Socket errors' "$scratch/wrk" || true
    printf '%s: %s req/s, p99 %s\n' "$1" "$(awk '/Requests\/sec/ {print $2}' "$scratch/wrk")" "$(awk '$1 == "99%" {print $2}' "$scratch/wrk")"
}
memory() { awk '/VmRSS/ {print $2 / 1000 " MB"}' "/proc/$desk/status"; }

name=$(curl -s -H "$header" "$origin/api/situations" | python3 -c 'import json, sys, urllib.parse; print(urllib.parse.quote(json.load(sys.stdin)["situations"][0]["name"]))')
url="$origin/api/situations/$name"
curl -s -H "$header" "$url" -o "$scratch/situation.json"
claim=$(python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["claims"][7]["id"])' "$scratch/situation.json")
build/release/bench/desk_bare 18469 "$scratch/situation.json" &
bare=$!
sleep 0.2
printf 'the situation as JSON: %s bytes\n' "$(stat -c %s "$scratch/situation.json")"
measure "bare libmicrohttpd, the same bytes, 100 connections" 100 http://127.0.0.1:18469/
measure "the desk, cached, 100 connections" 100 "$url" "$header"
small="$origin/api/situations/$name/lists/waves"
curl -s -H "$header" "$small" -o "$scratch/small.json"
kill "$bare"; wait "$bare" 2>/dev/null || true
build/release/bench/desk_bare 18469 "$scratch/small.json" &
bare=$!
sleep 0.2
printf 'a small list as JSON: %s bytes\n' "$(stat -c %s "$scratch/small.json")"
measure "bare libmicrohttpd, the same bytes, 100 connections" 100 http://127.0.0.1:18469/
measure "the desk, cached, 100 connections" 100 "$small" "$header"
measure "a claim's page, 16 connections" 16 "$origin/s/$name/claims/$claim" "$header"
before=$(memory)
for _ in 1 2 3; do measure "the same again" 16 "$origin/s/$name/claims/$claim" "$header"; done
printf 'memory before these: %s, after: %s\n' "$before" "$(memory)"
