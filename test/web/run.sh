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
