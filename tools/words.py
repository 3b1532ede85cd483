#!/usr/bin/env python3
"""Writes data/en/lexicon/words.tsv: which parts of speech a word form takes, commonest first.

    tools/words.py PATH/en_ewt/train.conllu.gz tools/closed-words.txt > data/en/lexicon/words.tsv

Source: Universal Dependencies English-EWT (CC BY-SA 4.0), counts only; closed classes by hand (closed-words.txt).
Forms that are never verb or adverb are left out: a word without an entry is taken for a noun or adjective, unless it has an ending (class
ENDING) that words seen once or twice mostly have as verbs or adverbs; then the nouns among the known ones are listed.
"""
import collections
import gzip
import sys

TAGS = {'VB': 'base', 'VBP': 'base', 'VBZ': 'third', 'VBD': 'pret', 'VBN': 'part', 'VBG': 'ing', 'RB': 'adv', 'RBR': 'adv'}
IRREGULAR = '''arise arises arose arisen;bear bears bore borne;beat beats beat beaten;become becomes became become;begin begins began begun;
bend bends bent bent;bind binds bound bound;bite bites bit bitten;bleed bleeds bled bled;blow blows blew blown;break breaks broke broken;
bring brings brought brought;build builds built built;burn burns burned burned;buy buys bought bought;catch catches caught caught;
choose chooses chose chosen;come comes came come;cost costs cost cost;cut cuts cut cut;deal deals dealt dealt;dig digs dug dug;
draw draws drew drawn;drive drives drove driven;eat eats ate eaten;fall falls fell fallen;feed feeds fed fed;feel feels felt felt;
fight fights fought fought;find finds found found;flee flees fled fled;fly flies flew flown;forbid forbids forbade forbidden;
forget forgets forgot forgotten;freeze freezes froze frozen;get gets got gotten;give gives gave given;go goes went gone;
grow grows grew grown;hang hangs hung hung;have has had had;hear hears heard heard;hide hides hid hidden;hit hits hit hit;
hold holds held held;hurt hurts hurt hurt;keep keeps kept kept;know knows knew known;lay lays laid laid;lead leads led led;
leave leaves left left;lend lends lent lent;let lets let let;lie lies lay lain;lose loses lost lost;make makes made made;
mean means meant meant;meet meets met met;pay pays paid paid;put puts put put;quit quits quit quit;read reads read read;
rid rids rid rid;ride rides rode ridden;ring rings rang rung;rise rises rose risen;run runs ran run;say says said said;see sees saw seen;
seek seeks sought sought;sell sells sold sold;send sends sent sent;set sets set set;shake shakes shook shaken;shed sheds shed shed;
shoot shoots shot shot;show shows showed shown;shut shuts shut shut;sing sings sang sung;sink sinks sank sunk;sit sits sat sat;
sleep sleeps slept slept;slide slides slid slid;speak speaks spoke spoken;spend spends spent spent;spread spreads spread spread;
stand stands stood stood;steal steals stole stolen;stick sticks stuck stuck;strike strikes struck struck;swear swears swore sworn;
sweep sweeps swept swept;swim swims swam swum;take takes took taken;teach teaches taught taught;tear tears tore torn;
tell tells told told;think thinks thought thought;throw throws threw thrown;wake wakes woke woken;wear wears wore worn;
win wins won won;withdraw withdraws withdrew withdrawn;write writes wrote written;foil foils foiled foiled;thwart thwarts thwarted thwarted;
kidnap kidnaps kidnapped kidnapped;ambush ambushes ambushed ambushed;hijack hijacks hijacked hijacked;detonate detonates detonated detonated;
injure injures injured injured;wound wounds wounded wounded;abduct abducts abducted abducted;bomb bombs bombed bombed;
behead beheads beheaded beheaded;displace displaces displaced displaced;evacuate evacuates evacuated evacuated'''


# Verbs whose third person is also a plural of the news ("the winds", "two kills"), though the corpus has no such noun.
ALSO_NOUNS = '''ban battle bust click climb cook debate desert exercise exploit export fade fill find flip flop hack haul hop import kill
kiss launch laugh log look loss match meet miss monitor mount neglect outage panic pour print prop pump ramp release rest ruin rush sail
scrape seal shoot shout sign span spell spill sponsor stab stem stink strain sweep swing talk tear tick trademark trigger warrant win
wind yield'''.split()

# What rare words of UD English-EWT with these endings are: 84 % verbs, 69 % verbs, 92 % adverbs.
ENDINGS = {'ed': 'part+pret', 'ing': 'ing', 'ly': 'adv'}
SEEN_ENOUGH = 3
SHORTEST = 5


def is_noun(counts, base):
    return counts[base]['noun'] > 0 or base in ALSO_NOUNS


def regular(lemma):
    if lemma.endswith('e'):
        return [lemma, lemma + 's', lemma + 'd', lemma + 'd', lemma[:-1] + 'ing']
    if lemma.endswith('y') and lemma[-2:-1] not in 'aeiou':
        return [lemma, lemma[:-1] + 'ies', lemma[:-1] + 'ied', lemma[:-1] + 'ied', lemma + 'ing']
    s = 'es' if lemma.endswith(('s', 'sh', 'ch', 'x', 'z')) else 's'
    return [lemma, lemma + s, lemma + 'ed', lemma + 'ed', lemma + 'ing']


def main():
    counts = collections.defaultdict(collections.Counter)
    lemmas = collections.Counter()
    closed = {}
    for line in gzip.open(sys.argv[1], 'rt', encoding='utf-8'):
        f = line.rstrip('\n').split('\t')
        if len(f) < 10 or not f[0].isdigit() or not f[1].isalpha() or not f[1].isascii():
            continue
        tag = TAGS.get(f[4], 'noun')
        if tag == 'noun' and f[4] in ('NNP', 'NNPS', 'FW', 'GW', 'UH', 'XX'):
            continue
        counts[f[1].lower()][tag] += 1
        if f[3] == 'VERB' and f[4].startswith('V'):
            lemmas[f[2].lower()] += 1
    for line in open(sys.argv[2], encoding='utf-8'):
        if line.strip() and not line.startswith('#'):
            tag, words = line.split(':', 1)
            for word in words.split('|'):
                closed.setdefault(word.strip(), []).append(tag.strip())
    irregular = {}
    for entry in IRREGULAR.replace('\n', '').split(';'):
        base, third, pret, part = entry.split()
        gerund = counts_gerund(base)
        irregular[base] = [base, third, pret, part, gerund]
    for lemma in list(lemmas) + list(irregular):
        if lemmas[lemma] < 2 and lemma not in irregular or len(lemma) < 2:
            continue
        forms = irregular.get(lemma) or regular(lemma)
        if not counts[forms[1]] and is_noun(counts, forms[0]):
            counts[forms[1]]['noun'] += 1
        for form, tag in zip(forms, ('base', 'third', 'pret', 'part', 'ing')):
            share = max(1, sum(counts[form].values()) // 8)
            if tag in ('pret', 'part') or not counts[form] or lemma in irregular or set(counts[form]) == {'noun'} and tag == 'third' and sum(counts[form].values()) == 1:
                counts[form][tag] = max(counts[form][tag], share)
    for form in list(counts):
        if counts[form]['third'] and sum(counts[form].values()) < 2 and is_noun(counts, form[:-1]):
            counts[form]['noun'] += 1
    print('phrase\tclass\tvalue\tsource')
    for ending, tags in ENDINGS.items():
        print('%s\tENDING\t%s\tUD English-EWT' % (ending, tags))
    for word in sorted(closed):
        print('%s\t%s\t%s\tclosed class' % (word, 'PHRASE' if ' ' in word else 'WORD', '+'.join(closed[word])))
    for word in sorted(counts):
        c = counts[word]
        total = sum(c.values())
        tags = [t for t, n in sorted(c.items(), key=lambda x: (-x[1], x[0])) if n * 20 >= total]
        if word in closed or len(word) < 2 or needless(word, tags, total):
            continue
        if tags == ['part'] and word.endswith('ed'):
            tags.append('pret')  # a regular verb's two forms are one: "resigned", even if the corpus has it as a participle alone
        print('%s\tWORD\t%s\tUD English-EWT' % (word, '+'.join(tags)))


def needless(word, tags, total):
    """Never verb or adverb, and its ending does not say that it is, or it was seen too seldom to know better."""
    return set(tags) <= {'noun'} and (total < SEEN_ENOUGH or len(word) < SHORTEST or not word.endswith(tuple(ENDINGS)))


def counts_gerund(base):
    if base in ('lie',):
        return 'lying'
    if base.endswith('ee'):
        return base + 'ing'
    if base.endswith('e'):
        return base[:-1] + 'ing'
    if base in ('begin', 'cut', 'dig', 'forbid', 'forget', 'get', 'hit', 'let', 'put', 'quit', 'rid', 'run', 'set', 'shed', 'shut', 'sit',
                'swim', 'win', 'kidnap'):
        return base + base[-1] + 'ing'
    return base + 'ing'


main()
