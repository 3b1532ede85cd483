#!/usr/bin/env python3
"""Writes data/en/lexicon/nouns.tsv: common nouns and adjectives, which are no names where a text is all in capitals.

    tools/nouns.py PATH/en_ewt/train.conllu.gz > data/en/lexicon/nouns.tsv

Source: Universal Dependencies English-EWT (CC BY-SA 4.0), word forms only: those written small and tagged as nouns or adjectives
more often than as names, and the plurals of the nouns that are not rare.
"""
import collections
import gzip
import sys

OFTEN = 3


def plural(noun):
    if noun.endswith('y') and noun[-2:-1] not in 'aeiou':
        return noun[:-1] + 'ies'
    return noun + ('es' if noun.endswith(('s', 'sh', 'ch', 'x', 'z')) else 's')


def main():
    common, names, nouns = collections.Counter(), collections.Counter(), collections.Counter()
    for line in gzip.open(sys.argv[1], 'rt', encoding='utf-8'):
        f = line.rstrip('\n').split('\t')
        if len(f) < 10 or not f[1].isalpha() or not f[1].isascii() or 'Typo=Yes' in f[5]:
            continue
        if f[4] in ('NNP', 'NNPS', 'FW'):
            names[f[1].lower()] += 1
        elif f[4] in ('NN', 'NNS', 'JJ', 'JJR', 'JJS') and f[1].islower():
            common[f[1]] += 1
            nouns[f[1]] += f[4] == 'NN' and f[1] == f[2]
    for noun in [n for n in nouns if nouns[n] >= OFTEN]:
        common[plural(noun)] += 1
    print('phrase\tclass\tvalue\tsource')
    for word in sorted(common):
        if len(word) > 2 and common[word] > names[word]:
            print('%s\tCOMMON\t\tUD English-EWT' % word)


main()
