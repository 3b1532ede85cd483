"""A situation's JSON as a short text for a person to review: one line a claim, flag, cell, copy and conflict."""
import json
import sys


def interval(count):
    if not count:
        return ''
    low, high = count['low'], count['high']
    text = str(low) if low == high else '%s..%s' % (low, '' if high is None else high)
    return text + ' words' * bool(count.get('words'))


def days(window):
    if not window or not window.get('first'):
        return ''
    return window['first'] if window['first'] == window['last'] else window['first'] + '..' + (window['last'] or '')


def claim(c):
    yield from (c['kind'], c.get('type'), c.get('outcome'), c.get('class'), interval(c.get('count')), c.get('unit'))
    yield (c.get('place') or {}).get('name')
    yield days(c.get('window'))
    yield ' < '.join(c['speakers']) if c['speakers'] else None
    yield c.get('party')
    yield c['stance'] if c['stance'] != 'asserts' else None
    yield ','.join(c['status']) or None
    yield 'background' if c['background'] else None
    yield c['rule']


def cell(name, e):
    parts = ['%s %s' % (k, e[k]) for k in ('low', 'best', 'high') if e[k] is not None]
    claimed = ['%s: %s' % (x['party'], x['text'] or interval(x['count'])) for x in e['claimed']]
    return '  %s: %s [%s]%s%s' % (name, ', '.join(parts) or 'blank', e['rule'], ' without ' + ','.join(e['without']) if e['without'] else '',
                                  ' claimed ' + '; '.join(claimed) if claimed else '')


def main():
    s = json.load(sys.stdin)
    for d in s['documents']:
        print('document %s | %s | %s' % (d['title'], d['publisher'], d['published']))
        for f in d['flags']:
            print('  flag %s: %s' % (f['kind'], f['note']))
    for c in s['claims']:
        print('claim ' + ' | '.join(x for x in claim(c) if x))
    for i in s['incidents']:
        print('incident %s%s' % (i['name'] or i['type'], ' (background)' if i['background'] else ''))
        for name, e in i['estimates'].items():
            if e:
                print(cell(name, e))
    for g in s['copies']:
        print('copies of %s: %s' % (g['origin'], ', '.join(g['copies'])))
        for x in g['drift']:
            print('  drift %s: %s to %s' % (x['field'], x['from'], x['to']))
    for x in s['conflicts']:
        print('conflict %s: %s' % (x['kind'], x['note']))
    for x in s['derived_sums']:
        print('sum %s' % x['note'])


main()
