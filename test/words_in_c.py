#!/usr/bin/env python3
"""Finds words of the language in the engine's C: match, extract and assemble take them from data/en.

Named are (1) string literals that are a closed-class word (the, until, who ...; tools/closed-words.txt) and no name that the
data themselves use (a lexicon's value, a rule's capture or attribute), and (2) literals of several words that are
compared with something. Messages and notes for a reader are text, not language data, and are let through; endings of
words, of which the tagger knows the plural's, are not looked for.
"""
import glob
import re

COMPARES = re.compile(r'(str_(equal|begins|ends|find)\w*|strn?cmp|memcmp|strstr)$')
WRITES = re.compile(r'(buf_|error_|problem_)\w*$')


def closed_words():
    words = set()
    for line in open('tools/closed-words.txt', encoding='utf-8'):
        if not line.startswith('#') and ':' in line:
            words.update(w.strip().lower() for w in line.split(':', 1)[1].split('|'))
    return words


def names_of_data():
    names = set()
    for path in glob.glob('data/en/lexicon/*.tsv'):
        for line in open(path, encoding='utf-8'):
            columns = line.rstrip('\n').split('\t')
            if len(columns) > 2:
                names.update([columns[2]] + re.split(r'[ ,;|/=.]+', columns[2]))
    for path in glob.glob('data/en/rules/*.rules'):
        for line in open(path, encoding='utf-8'):
            key, _, rest = line.strip().partition(' ')
            if key == 'emit':
                names.update(re.findall(r'\w+', rest))
            elif key == 'find':
                names.update(re.findall(r'(\w+):', rest))
    return names


def calls_around(before):
    """The names in front of the brackets that are still open."""
    depth = 0
    for at in range(len(before) - 1, -1, -1):
        if before[at] == ')':
            depth += 1
        elif before[at] == '(':
            depth -= 1
            if depth < 0:
                depth = 0
                yield before[:at].rstrip()


def literals(path):
    """Line, text and what stands before it in its statement."""
    source = re.sub(r'/\*.*?\*/', lambda m: re.sub(r'[^\n]', ' ', m.group()), open(path, encoding='utf-8').read(), flags=re.S)
    for found in re.finditer(r"'(?:[^'\\\n]|\\.)+'|\"((?:[^\"\\\n]|\\.)*)\"", source):
        if found.group(1) is not None:
            statement = max(source.rfind(c, 0, found.start()) for c in ';{}')
            yield source.count('\n', 0, found.start()) + 1, found.group(1), source[statement + 1:found.start()]


def main():
    names = names_of_data()
    closed = closed_words() - names
    for room in 'match', 'extract', 'assemble':
        for path in sorted(glob.glob('src/%s/**/*.c' % room, recursive=True)):
            if path.endswith('_test.c'):
                continue
            for line, text, before in literals(path):
                calls = list(calls_around(before))
                if text.startswith('#') or any(WRITES.search(c) for c in calls):
                    continue
                phrase = re.search(r'[a-z]+ [a-z]+', text) and any(COMPARES.search(c) for c in calls)
                if text.strip() in closed or (phrase and text not in names):
                    print('%s:%d: "%s"' % (path, line, text))


main()
