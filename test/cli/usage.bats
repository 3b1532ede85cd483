load helper

@test "without a command the list of commands goes to stderr with exit code 2" {
    run daybook
    [ "$status" -eq 2 ]
    [[ "$output" == *"usage: daybook COMMAND"* ]]
}

@test "--help prints the list and exits with 0" {
    run daybook --help
    [ "$status" -eq 0 ]
    [[ "$output" == *report* && "$output" == *extract* && "$output" == *"places import"* ]]
}

@test "every command has --help" {
    for command in report extract explain check "places import" completion; do
        run daybook $command --help
        [ "$status" -eq 0 ]
        [[ "$output" == "usage: daybook $command"* ]]
        [[ "$output" == *"--help"* ]]
    done
}

@test "--version prints name and version" {
    run daybook --version
    [ "$status" -eq 0 ]
    [[ "$output" =~ ^daybook\ [0-9]+\.[0-9]+\.[0-9]+$ ]]
}

@test "an unknown command is a usage error that names it" {
    run daybook guess
    [ "$status" -eq 2 ]
    [[ "$output" == *'no command "guess"'* ]]
}

@test "an unknown option is a usage error that names it" {
    run daybook extract --fast "$example"
    [ "$status" -eq 2 ]
    [[ "$output" == *"--fast: no such option"* ]]
}

@test "an option without its argument is a usage error" {
    run daybook report "$example" -o
    [ "$status" -eq 2 ]
    [[ "$output" == *"--output needs FILE"* ]]
}

@test "no pile is a usage error" {
    run daybook extract
    [ "$status" -eq 2 ]
    [[ "$output" == *"needs a PILE"* ]]
}

@test "an unreadable time for --as-of is a usage error that shows the form" {
    run daybook report --as-of tomorrow "$example"
    [ "$status" -eq 2 ]
    [[ "$output" == *"2026-02-01"* ]]
}

@test "an unknown profile is a usage error that lists those there are" {
    run daybook report --profile guess "$example"
    [ "$status" -eq 2 ]
    [[ "$output" == *"daybook, raw"* ]]
}

@test "completion scripts are made for bash and load without an error" {
    daybook completion bash >"$BATS_TEST_TMPDIR/c.bash"
    run bash -c "source '$BATS_TEST_TMPDIR/c.bash' && COMP_WORDS=(daybook rep) COMP_CWORD=1 && _daybook && echo \"\${COMPREPLY[*]}\""
    [ "$status" -eq 0 ]
    [ "$output" = report ]
}
