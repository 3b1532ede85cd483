# Shared by the command tests.
daybook() { "$BATS_TEST_DIRNAME/../../build/daybook" "$@"; }
example="$BATS_TEST_DIRNAME/../../examples/balochistan-2026/reports.ndjson"
