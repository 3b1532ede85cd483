#!/usr/bin/env bash
# Text to claims in MB/s on one core, on the texts that the goal is set for: rand, muc and gva of the evaluation kit,
# together. Where the kit is not beside the checkout the bench's own reports must do. bench.sh BENCH
set -euo pipefail
cd "$(dirname "$0")/.."
kit=../shared/eval/kit
if [ ! -x "$kit" ]; then
    echo "== the evaluation kit is not beside this checkout: own reports only"
    exit 0
fi
mkdir -p build/bench
for set in rand muc gva; do
    "$kit" inputs "$set" >"build/bench/$set.ndjson"
done
echo "== text to claims: rand, muc and gva together"
"$1" build/bench/{rand,muc,gva}.ndjson
