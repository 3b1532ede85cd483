#!/usr/bin/env bash
# The desk as programs and attackers see it, against a started server: prints TAP. Needs node.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1
n=0
failed=0
tests=("$@")
[ ${#tests[@]} -gt 0 ] || tests=(test/desk/*.test.mjs)
for file in "${tests[@]}"; do
    while IFS= read -r line; do
        case $line in
        1..*) ;;
        "ok "* | "not ok "*)
            n=$((n + 1))
            [[ $line != not* ]] || failed=1
            printf '%s\n' "$line" | sed -E "s/^((not )?ok) [0-9]+/\1 $n/"
            ;;
        *) printf '%s\n' "$line" ;;
        esac
    done < <(node "$file" || echo "# $file ended with an error")
done
echo "1..$n"
exit $failed
