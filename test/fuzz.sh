#!/usr/bin/env bash
# Replays every fuzz corpus under the address and undefined-behaviour sanitizers. fuzz/NAME_fuzz.c goes with
# fuzz/corpus/NAME/.
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1
mkdir -p build/test
make -s -j"$(nproc)" BUILD=asan fuzz-replays || exit 1
for target in fuzz/*_fuzz.c; do
    name=$(basename "$target" _fuzz.c)
    build/asan/fuzz/"$name"_replay fuzz/corpus/"$name"/* 2>build/test/fuzz-"$name".err || {
        echo "not ok - $name ended with $?"
        head -n 12 build/test/fuzz-"$name".err | sed 's/^/# /'
    }
done
