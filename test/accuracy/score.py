#!/usr/bin/env python3
"""Scores daybook on the project's own annotated reports (README.md).

    score.py [--daybook PATH] [--errors]    print the table; with --errors also what differs, report by report
    score.py [--daybook PATH] --tap         one TAP line a floor of floors.tsv
"""
import argparse
import json
import os
import re
import subprocess
import sys
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
CELL = re.compile(r'(killed|injured)(\.\w+)?$')


# ---- the annotated file --------------------------------------------------------------------------------------------

def read_reports(path):
    """(reports, piles): reports as dicts with fields, text and gold; piles as name -> [(incident, cell, figure)]."""
    reports, piles, part = [], {}, None
    for raw in open(path, encoding='utf-8'):
        line = raw.rstrip('\n')
        if line.startswith('#doc '):
            ident, *fields = line.split()[1:]
            report = dict(f.split('=', 1) for f in fields)
            report = {k: v.replace('+', ' ') for k, v in report.items()}
            report.update(id=ident, text=[], gold=[])
            reports.append(report)
            part = report['text']
        elif line.startswith('#gold'):
            part = reports[-1]['gold']
        elif line.startswith('#pile '):
            part = piles.setdefault(line.split()[1], [])
        elif line and not line.startswith('# ') and part is not None:
            part.append(line)
    for report in reports:
        report['text'] = '\n'.join(report['text'])
    return reports, {name: [tuple(g.split(' ', 2)) for g in rows] for name, rows in piles.items()}


def read_figure(words):
    """(low, best, high) of "7", "7..", "14-17 best 14", "35.. best 36"; None for none and blank."""
    if words in ('none', 'blank'):
        return None
    span, _, best = words.partition(' best ')
    if span.endswith('..'):
        low, high = int(span[:-2]), None
    elif '-' in span:
        low, high = map(int, span.split('-'))
    else:
        low = high = int(span)
    return low, int(best) if best else low, high


def locate(text, phrase, near=None):
    """Byte span of the phrase, of several the one nearest to a place."""
    found = [m.start() for m in re.finditer(re.escape(phrase), text)]
    if not found:
        sys.exit('not in the text: ' + phrase)
    at = min(found, key=lambda f: abs(f - near)) if near is not None else found[0]
    return len(text[:at].encode()), len(text[:at + len(phrase)].encode()), at


# ---- what the program says ------------------------------------------------------------------------------------------

def call(program, command, rows):
    fields = ('id', 'text', 'title', 'publisher', 'published')
    lines = ''.join(json.dumps({k: r[k] for k in fields if k in r}) + '\n' for r in rows)
    done = subprocess.run([program] + command + ['-'], input=lines.encode(), capture_output=True, check=False)
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def plain(name):
    """Letters without their accents, lower case."""
    return ''.join(c for c in unicodedata.normalize('NFKD', name or '') if c.isalnum() and c.isascii()).lower()


def estimate(incident, key):
    """(low, best, high), or None where nothing is vouched for."""
    cell = ((incident or {}).get('estimates') or {}).get(key)
    return (cell['low'], cell['best'], cell['high']) if cell and cell.get('best') is not None else None


def span(part):
    return (part['start'], part['end']) if part and part.get('end') else None


def shared(a, b):
    return max(0, min(a[1], b[1]) - max(a[0], b[0])) if a and b else 0


# ---- the measures ---------------------------------------------------------------------------------------------------

class Table:
    """Hits and trials of each metric, and the differences met."""

    def __init__(self):
        self.rows, self.notes = {}, []

    def count(self, metric, right, note=None):
        hits, trials = self.rows.get(metric, (0, 0))
        self.rows[metric] = (hits + bool(right), trials + 1)
        if not right and note:
            self.notes.append('%s: %s' % (metric, note))

    def put(self, metric, score, trials):
        self.rows[metric] = (score * trials / 100, trials)

    def scores(self):
        return {m: (100.0 * h / n if n else 0.0, n) for m, (h, n) in self.rows.items()}


def score_cell(table, ident, key, words, found):
    gold = read_figure(words)
    note = '%s %s is %s, found %s' % (ident, key, words, found)
    if words == 'none' or words == 'blank':
        table.count('false figure where ' + words, found is not None and found[1] != 0, None)
        if found is not None and found[1] != 0:
            table.notes.append('false figure where %s: %s' % (words, note))
        return
    name = 'classes' if '.' in key else key
    table.count(name + ' best exact', found is not None and found[1] == gold[1], note)
    table.count('low and high exact', found is not None and (found[0], found[2]) == (gold[0], gold[2]), note)
    if found is not None:
        table.count('wrong figure where one is stated', found[1] != gold[1])


def score_main(table, report, said):
    """Figures, place, days and kinds of a report."""
    main = next((i for i in said.get('incidents', []) if i.get('main')), None)
    for line in report['gold']:
        key, _, rest = line.partition(' ')
        if CELL.match(key):
            score_cell(table, report['id'], key, rest, estimate(main, key))
        elif key == 'place':
            name = ((main or {}).get('place') or {}).get('name')
            table.count('place', plain(name) in map(plain, rest.split('|')), '%s is %s, found %s' % (report['id'], rest, name))
        elif key == 'day':
            window = (main or {}).get('window') or {}
            days = (window.get('first'), window.get('last'))
            first, _, last = rest.partition('..')
            table.count('days', days == (first, last or first), '%s are %s, found %s..%s' % ((report['id'], rest) + days))
        elif key == 'kind':
            kinds = {c['kind'] for c in said.get('claims', [])}
            for kind in rest.split():
                table.count('kinds of claim', kind in kinds, '%s has no %s' % (report['id'], kind))


def gold_attributions(report):
    found = []
    for line in report['gold']:
        if not line.startswith('says '):
            continue
        source, cue, content = (p.strip() for p in line[5:].split(' | '))
        start, end, at = locate(report['text'], content)
        found.append({'content': (start, end), 'source': locate(report['text'], source, at)[:2],
                      'cue': locate(report['text'], cue, at)[:2]})
    return found


def score_speech(totals, notes, report, said):
    """Pairs attributions one to one by shared bytes of content, the most first."""
    gold = gold_attributions(report)
    if not gold:
        return
    found = [{'content': [span(c) for c in a['content']], 'source': span(a['source']), 'cue': span(a['cue'])}
             for a in said.get('attributions', [])]
    ways = sorted(((-sum(shared(c, g['content']) for c in f['content']), n, m)
                   for n, f in enumerate(found) for m, g in enumerate(gold)))
    used_found, used_gold = set(), set()
    totals['gold'] += len(gold)
    totals['found'] += len(found)
    for negative, n, m in ways:
        if negative == 0 or n in used_found or m in used_gold:
            continue
        used_found.add(n)
        used_gold.add(m)
        f, g = found[n], gold[m]
        source = shared(f['source'], g['source']) > 0
        length = sum(c[1] - c[0] for c in f['content'])
        half = -negative * 2 >= max(length, g['content'][1] - g['content'][0])
        totals['content'] += 1
        totals['source'] += source
        totals['cue'] += shared(f['cue'], g['cue']) > 0
        totals['whole'] += source and half
        if not (source and half):
            notes.append('speech: %s attribution %d is found, but not with its source and all its content' % (report['id'], m + 1))
    notes += ['speech: %s attribution %d is not found' % (report['id'], m + 1) for m in range(len(gold)) if m not in used_gold]
    if len(found) > len(used_found):
        notes.append('speech: %s has %d attributions too many' % (report['id'], len(found) - len(used_found)))


def f1(hits, found, gold):
    return 200.0 * hits / (found + gold) if found + gold else 0.0


def clusters_of(situation, ids):
    """Report -> the set of incidents that list it; one in none stands alone."""
    found = {d: set() for d in ids}
    for incident in situation['incidents']:
        for d in incident['documents']:
            if d in found and not incident.get('part_of'):
                found[d].add(incident['id'])
    return {d: own or {('alone', d)} for d, own in found.items()}


def b_cubed(one, other):
    total = 0.0
    for d, own in one.items():
        near = [e for e in one if own & one[e]]
        total += sum(min(len(own & one[e]), len(other[d] & other[e])) / len(own & one[e]) for e in near) / len(near)
    return total / len(one)


def score_piles(table, program, reports, piles):
    sides = [0.0, 0.0]
    count = 0
    for name, figures in piles.items():
        rows = [r for r in reports if r.get('pile') == name]
        situation = call(program, ['report', '--json'], rows)[0]
        gold = {r['id']: {next(g.split()[1] for g in r['gold'] if g.startswith('incident '))} for r in rows}
        said = clusters_of(situation, gold)
        sides[0] += b_cubed(said, gold) * len(rows)
        sides[1] += b_cubed(gold, said) * len(rows)
        count += len(rows)
        for event, key, words in figures:
            own = {d for d, e in gold.items() if event in e}
            best = max(situation['incidents'], key=lambda i: (len(own & set(i['documents'])), -len(i['documents'])), default=None)
            found = estimate(best, key)
            table.count('pile figures', found is not None and found[1] == read_figure(words)[1],
                        '%s %s %s is %s, found %s' % (name, event, key, words, found))
    p, r = (100 * s / count for s in sides)
    table.put('linking B3 F1', 2 * p * r / (p + r), count)


def measure(program):
    reports, piles = read_reports(os.path.join(HERE, 'reports.txt'))
    said = {d['id']: d for d in call(program, ['extract'], reports)}
    table, totals = Table(), dict.fromkeys(('gold', 'found', 'content', 'source', 'cue', 'whole'), 0)
    for report in reports:
        score_main(table, report, said.get(report['id'], {}))
        score_speech(totals, table.notes, report, said.get(report['id'], {}))
    for metric, key in (('content', 'content'), ('source', 'source'), ('cue', 'cue'), ('end to end', 'whole')):
        table.put('speech %s F1' % metric, f1(totals[key], totals['found'], totals['gold']), totals['gold'])
    score_piles(table, program, reports, piles)
    return table


def floors():
    rows = [line.rstrip('\n').split('\t') for line in open(os.path.join(HERE, 'floors.tsv'), encoding='utf-8')]
    return {r[0]: (r[1], float(r[2])) for r in rows[1:] if r[0] and not r[0].startswith('#')}


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument('--daybook', default=os.path.join(HERE, '../../build/daybook'))
    arguments.add_argument('--errors', action='store_true')
    arguments.add_argument('--tap', action='store_true')
    options = arguments.parse_args()
    table, limits = measure(options.daybook), floors()
    scores = table.scores()
    if options.tap:
        for n, (metric, (sense, floor)) in enumerate(limits.items(), 1):
            score = scores.get(metric, (None, 0))[0]
            good = score is not None and (score >= floor if sense == '>=' else score <= floor)
            print('%s %d - own: %s: %.1f, floor %s %s' % ('ok' if good else 'not ok', n, metric, score or 0, sense, floor))
        return
    print('%-4s %-34s %4s %6s  %s' % ('set', 'metric', 'n', 'score', 'floor'))
    for metric, (score, n) in scores.items():
        print('%-4s %-34s %4d %6.1f  %s' % ('own', metric, n, score, ' '.join(map(str, limits.get(metric, ('-',))))))
    if options.errors:
        print('\n'.join(table.notes))


if __name__ == '__main__':
    main()
