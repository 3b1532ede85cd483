#!/usr/bin/env python3
"""The narrator's words are neutral: no loaded word stands in generated text outside a quotation.

For each form that daybook prints of the piles given, public and full, the reports' own words are taken out (vocabulary.tsv says where
they stand) and the rest is searched for loaded words and for the fixture's operation name. Prints TAP."""
import csv, html.parser, io, json, re, subprocess, sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FORMATS = ['csv', 'geojson', 'hxl', 'ged', 'acled', 'claimreview', 'markdown', 'json', 'page']
VOID = {'meta', 'link', 'br', 'img', 'input', 'hr', 'path', 'circle', 'rect'}
OPERATION = 'red dawn'


def rows(path):
    lines = [l for l in path.read_text(encoding='utf-8').splitlines() if l and not l.startswith('#')]
    return [l.split('\t') for l in lines[1:]]


KNOWN = rows(ROOT / 'test/vocabulary.tsv')
LOADED = {r[1] for r in KNOWN if r[0] == 'loaded'}
LOADED |= {r[0] for r in rows(ROOT / 'data/en/lexicon/flags.tsv') if r[1] == 'FLAG_LOADED'}
QUOTED = {kind: {r[1] for r in KNOWN if r[0] == kind} for kind in ('page', 'json', 'column')}
PATTERN = re.compile(r'(?<![\w-])(' + '|'.join(sorted(map(re.escape, LOADED | {OPERATION}), key=len, reverse=True)) + r')(?![\w-])', re.I)


class Page(html.parser.HTMLParser):
    """The text outside the elements that hold a report's words."""
    def __init__(self):
        super().__init__()
        self.open, self.text = [], []

    def handle_starttag(self, tag, attributes):
        names = {tag} | {'.' + c for c in (dict(attributes).get('class') or '').split()}
        if tag not in VOID:
            self.open.append((tag, bool(names & QUOTED['page'])))
        for key in ('title', 'aria-label', 'alt'):
            self.text.append(dict(attributes).get(key) or '')

    def handle_endtag(self, tag):
        while self.open and any(t == tag for t, _ in self.open):
            if self.open.pop()[0] == tag:
                break

    def handle_data(self, data):
        if not any(quoted for _, quoted in self.open):
            self.text.append(data)


def page_text(out):
    page = Page()
    page.feed(out)
    return ' '.join(page.text)


def json_text(value):
    if isinstance(value, dict):
        return ' '.join(json_text(v) for k, v in value.items() if k not in QUOTED['json'])
    if isinstance(value, list):
        return ' '.join(map(json_text, value))
    return value if isinstance(value, str) else ''


def table_text(out):
    head, *body = csv.reader(io.StringIO(out, newline=''))
    return ' '.join(cell for row in [head] + body for name, cell in zip(head, row) if name not in QUOTED['column'])


def generated(form, out):
    if form == 'page':
        out = page_text(out)
    elif form in ('json', 'geojson', 'claimreview'):
        out = json_text(json.loads(out))
    elif form != 'markdown':
        out = table_text(out)
    return re.sub('“[^”]*”', ' ', out)


def main():
    piles = [ROOT / 'test/vocabulary.txt', ROOT / 'examples/balochistan-2026/reports.ndjson']
    number = failed = 0
    out_of_fixture = ''
    for pile in piles:
        for form in FORMATS:
            for extra in ([], ['--public']):
                command = ['report'] if form == 'page' else ['export', '--format', form]
                out = subprocess.run([ROOT / 'build/daybook', *command, *extra, pile], capture_output=True, text=True, check=False,
                                     env={'LC_ALL': 'C.UTF-8'}, encoding='utf-8').stdout
                if (pile, form, extra) == (piles[0], 'page', []):
                    out_of_fixture = out
                text = generated(form, out)
                number += 1
                found = [text[max(0, m.start() - 50):m.end() + 30].replace('\n', ' ') for m in PATTERN.finditer(text)]
                failed += bool(found) or not out
                print('not ok' if found or not out else 'ok', number, '-', ' '.join([form, *extra, 'of', pile.name]))
                for passage in found:
                    print('#', passage)
    number += 1
    alive = bool(PATTERN.search(out_of_fixture))
    failed += not alive
    print('ok' if alive else 'not ok', number, '- the fixture\'s loaded words do reach the page, inside quotations')
    print(f'1..{number}')
    return failed > 0


sys.exit(main())
