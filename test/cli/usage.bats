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

@test "help fits a terminal of 80 columns, and a narrower one" {
    for command in report extract add follow show decide changes rebuild serve verify export explain check "places import" completion; do
        daybook $command --help >"$BATS_TEST_TMPDIR/help"
        ! awk 'length > 80' "$BATS_TEST_TMPDIR/help" | grep . || false
        COLUMNS=60 run script -qec "'$BATS_TEST_DIRNAME/../../build/daybook' $command --help" /dev/null
        [ "$status" -eq 0 ]
        ! awk '{ sub(/\r$/, "") } length > 60' <<<"$output" | grep . || false
    done
}

@test "every command has --help" {
    for command in report serve extract explain check "places import" completion; do
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
    [[ "$output" == *"acled, airwars, bias, daybook, ged, gtd, raw, all"* ]]
}

@test "a profile of one's own counts by its rules" {
    printf 'rule\tsetting\tvalue\tsource\tstatement\nown.most\tbest\thighest\tdesk\tThe highest figure.\n' >"$BATS_TEST_TMPDIR/own.profile"
    run daybook report --json --profile "$BATS_TEST_TMPDIR/own.profile" "$example"
    [[ "$output" == *'"rule":"own.most"'* ]]
}

@test "a fault in a profile of one's own is told with its line" {
    printf 'rule\tsetting\tvalue\tsource\tstatement\nown.most\tbest\tmost\tdesk\tThe highest figure.\n' >"$BATS_TEST_TMPDIR/own.profile"
    run daybook report --json --profile "$BATS_TEST_TMPDIR/own.profile" "$example"
    [ "$status" -eq 4 ]
    [[ "$output" == *"own.profile:2: best takes median"* ]]
}

@test "completion scripts are made for bash and load without an error" {
    daybook completion bash >"$BATS_TEST_TMPDIR/c.bash"
    run bash -c "source '$BATS_TEST_TMPDIR/c.bash' && COMP_WORDS=(daybook rep) COMP_CWORD=1 && _daybook && echo \"\${COMPREPLY[*]}\""
    [ "$status" -eq 0 ]
    [ "$output" = report ]
}

@test "the completion script for zsh loads in bash's completion mode" {
    run daybook completion zsh
    [ "$status" -eq 0 ]
    [[ "$output" == "#compdef daybook"* && "$output" == *bashcompinit* ]]
}

@test "completion knows the options of each command" {
    daybook completion bash >"$BATS_TEST_TMPDIR/c.bash"
    run bash -c "source '$BATS_TEST_TMPDIR/c.bash' && COMP_WORDS=(daybook report --as) COMP_CWORD=2 && _daybook && echo \"\${COMPREPLY[*]}\""
    [ "$output" = --as-of ]
}

@test "make install puts program, manual and completions under DESTDIR, and the installed program runs" {
    make -s -C "$BATS_TEST_DIRNAME/../.." install PREFIX=/usr DESTDIR="$BATS_TEST_TMPDIR/root"
    cd "$BATS_TEST_TMPDIR/root/usr"
    [ -x bin/daybook ]
    [ -s share/man/man1/daybook.1 ]
    [ -s share/bash-completion/completions/daybook ]
    [ -s share/zsh/site-functions/_daybook ]
    cd /
    run "$BATS_TEST_TMPDIR/root/usr/bin/daybook" report "$example" -o "$BATS_TEST_TMPDIR/page.html"
    [ "$status" -eq 0 ]
    [ -s "$BATS_TEST_TMPDIR/page.html" ]
}

@test "the network's library is linked by no command: it is loaded to fetch" {
    run ldd "$BATS_TEST_DIRNAME/../../build/daybook"
    [ "$status" -eq 0 ]
    [[ "$output" == *libxml2* ]]
    [[ "$output" != *libcurl* ]]
}

@test "a slip of a new user's is answered with what was meant" {
    echo "Two people were killed in Goma on Monday, police said." >"$BATS_TEST_TMPDIR/pile.txt"
    cd "$BATS_TEST_TMPDIR"
    daybook add a.book pile.txt >/dev/null
    says() { # WHAT, then the words of the command
        local what=$1
        shift
        run daybook "$@"
        [[ "$output" == *"$what"* ]] || { echo "$*: $output"; false; }
        [ "$status" -eq 2 ] || [ "$status" -eq 5 ]
        [ "${#lines[@]}" -eq 1 ]
    }
    says 'there is no command "shwo"; is show meant?' shwo a.book figures
    says 'there is no command "exports"; is export meant?' exports a.book
    says 'there is no command "places"; is places import meant?' places
    says 'the book comes first: daybook show a.book figures' show figures a.book
    says 'show needs the book before the list: daybook show BOOK figures' show figures
    says 'show needs the name of a list behind the book: daybook show a.book figures' show a.book
    says 'pile.txt is no book: the book comes first, daybook add a.book pile.txt' add pile.txt a.book
    says 'nothere.book: there is no such book; daybook add makes it' show nothere.book figures
    says 'nothere.book: there is no such book; daybook add makes it' verify nothere.book
    says 'nothere.book: there is no such book; daybook add makes it' rebuild nothere.book
    says 'pile.txt: the file is no book; daybook add BOOK PILE makes one of reports' show pile.txt figures
    says 'action: there is no "acept"; there are: accept, edit, reject' decide --as me --action acept --target x --reason y a.book
    [ ! -e nothere.book ]
}

@test "a name with signs that a terminal obeys is printed without them" {
    name=$'a\e[31mb\nc.txt'
    printf '' >"$BATS_TEST_TMPDIR/$name"
    run daybook extract "$BATS_TEST_TMPDIR/$name"
    [[ $output == *'a?[31mb?c.txt: is empty'* ]]
}

@test "a command of two words helps by its first, and one of anything is told in the singular" {
    run daybook places --help
    [ "$status" -eq 0 ]
    [[ "$output" == "usage: daybook places import"* ]]
    printf 'Published: 2026-01-31\n\nA blast killed three people in Goma on Saturday.\n' >"$BATS_TEST_TMPDIR/one.txt"
    run daybook report -o "$BATS_TEST_TMPDIR/one.html" "$BATS_TEST_TMPDIR/one.txt"
    [[ "$output" == *"1 report, "*" claims, 1 incident: "* ]]
    daybook add "$BATS_TEST_TMPDIR/one.book" "$BATS_TEST_TMPDIR/one.txt"
    run daybook verify "$BATS_TEST_TMPDIR/one.book"
    [[ "$output" == *"1 report, "*"1 situation: nothing is wrong" ]]
    run daybook show "$BATS_TEST_TMPDIR/one.book" pending
    [ "$status" -eq 1 ]
    [[ "$output" == *'the list "pending" is empty'* ]]
}

@test "what is said of a report counts what its page shows, not what was published later" {
    printf '%s\n' '{"id":"a","published":"2026-01-30","text":"A blast killed three people in Goma on Friday."}' \
        '{"id":"b","published":"2026-02-02","text":"A blast in Goma on Friday killed five people."}' >"$BATS_TEST_TMPDIR/two.ndjson"
    run daybook report --as-of 2026-01-31 -o "$BATS_TEST_TMPDIR/two.html" "$BATS_TEST_TMPDIR/two.ndjson"
    [[ "$output" == *"1 report, "* ]]
}
