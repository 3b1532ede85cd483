# As daybook, but a party's word on its enemy's losses counts like any other.
rule	setting	value	source	statement
raw.title	title	daybook, a party's word on its enemy counted like any other	daybook's rules of counting	As daybook, without the exclusion of a party's word on its enemy's losses.
raw.words	word	* apart	daybook's rules of counting, rule 1	A word (dozens, several) never sets best; it is printed as the word, and its ends are low and high where there is no number.
raw.lapse	lapse	6 2 3	daybook's rules of counting, rule 4; doc/counts.md	A figure is current until the same voice gives a later one, until two reports of six hours later or more give larger ones, or until it is two days older than the newest and three newer reports give one.
raw.enemy	enemy	counts	daybook's rules of counting, rule 5	A party's figure for its enemy's losses counts like any other.
raw.median	best	median	daybook's rules of counting, rule 5	Best is the median of the voices' current figures, ties to the lower.
raw.low	low	supported	daybook's rules of counting, rule 5	Low is the largest floor that two independent origins support, else the smallest current figure, or the fewest victims that reports know of where as many tell of fewer.
raw.high	high	identified	daybook's rules of counting, rule 5	High is the largest current figure of an identified speaker or outlet; open where that figure is, or another leaves it open.
raw.sum	total	stated	daybook's rules of counting, rule 2	A total is the stated one; where none is stated, the sum of the classes, shown as derived. Classes without a best are left out and named.
raw.countries	countries	added	daybook's rules of counting, rule 2; doc/counts.md	One event over several countries: what stands of each is added up, unless a figure of all together is no less. In doubt the sum raises high only.
