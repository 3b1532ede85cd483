#!/usr/bin/env bash
# The situation page and the desk in a browser: prints TAP. Needs Chromium and web/node_modules (the build makes them).
set -euo pipefail
cd "$(dirname "$0")/../.."
pages=build/test/web
mkdir -p "$pages"
make -s unit-tests >&2
DAYBOOK_SAMPLE_PAGE=$pages/sample.html "build/${BUILD:-release}/src/report/page_test" >"$pages/sample.log" 2>&1
build/daybook report examples/balochistan-2026/reports.ndjson -o "$pages/example.html" 2>"$pages/example.log"
if [ -d ../shared/seeds ]; then
    build/daybook report ../shared/seeds/*.txt -o "$pages/seeds.html" 2>"$pages/seeds.log"
fi
for report in {11..50}; do
    printf '{"id":"many-%s","publisher":"Paper %s","published":"2026-03-01T10:%s:00Z","text":"Gunmen raided the cattle market of Goma on Sunday. Witness %s said %d traders were killed. Trader %s said %d guards were hurt."}\n' \
        "$report" "$report" "$report" "$report" "$report" "$report" "$report"
done >"$pages/many.ndjson"
build/daybook report "$pages/many.ndjson" -o "$pages/many.html" 2>"$pages/many.log"
# A stream of two months, and one wire's text under many names.
for report in {0..239}; do
    printf '{"id":"stream-%s","publisher":"Paper %s","published":"2026-0%d-%02dT10:00:00Z","text":"Gunmen raided the cattle market of %s on %d %s. Witness %s said %d traders were killed. Trader %s said %d guards were hurt."}\n' \
        "$report" "$report" $((3 + report / 120)) $((1 + report / 4 % 30)) "$(cut -d' ' -f$((1 + report % 7)) <<<"Goma Bunia Kano Jos Gao Mopti Beni")" \
        $((1 + report / 4 % 30)) "$( ((report < 120)) && echo March || echo April)" "$report" "$report" "$report" "$report"
done >"$pages/stream.ndjson"
for report in {100..160}; do
    printf '{"id":"wire-%s","publisher":"Site %s","published":"2026-03-01T%02d:00:00Z","text":"Gunmen raided the cattle market of Goma on Sunday. Nine traders were killed, the mayor said. The internet was cut in the town after the raid, residents said."}\n' \
        "$report" "$report" $((report % 12 + 10))
done >>"$pages/stream.ndjson"
build/daybook report "$pages/stream.ndjson" -o "$pages/stream.html" 2>"$pages/stream.log"
for format in geojson:geojson markdown:md; do
    build/daybook export -f "${format%:*}" examples/balochistan-2026/reports.ndjson -o "$pages/example.${format#*:}"
done
(cd web && node_modules/.bin/tsc --noEmit -p tsconfig.json) >&2
failed=0
node test/web/export.test.mjs "$pages" || failed=1
node test/web/page.test.mjs "$pages" || failed=1
node test/web/desk.test.mjs || failed=1
node test/web/desk_pages.test.mjs || failed=1
exit "$failed"
