# daybook's own rules of counting (doc/counts.md): the default profile.
# How a profile is written: doc/profiles.md.
rule	setting	value	source	statement
daybook.title	title	daybook	daybook's rules of counting	The default rules of counting.
daybook.1.words	word	* apart	daybook's rules of counting, rule 1	A word (dozens, several) never sets best; it is printed as the word, and its ends are low and high where there is no number.
daybook.4.lapse	lapse	6 2 3	daybook's rules of counting, rule 4; doc/counts.md	A figure is current until the same voice gives a later one, until two reports of six hours later or more give larger ones, or until it is two days older than the newest and three newer reports give one.
daybook.5.enemy	enemy	apart	daybook's rules of counting, rule 5	A party's figure for its enemy's losses never sets best: the cell reads who claims it. An armed group's losses told without a speaker are the opposing party's claim, unless seen first-hand.
daybook.5.median	best	median	daybook's rules of counting, rule 5	Best is the median of the voices' current figures, ties to the lower.
daybook.5.low	low	supported	daybook's rules of counting, rule 5	Low is the largest floor that two independent origins support, else the smallest current figure, or the fewest victims that reports know of where as many tell of fewer.
daybook.5.high	high	identified	daybook's rules of counting, rule 5	High is the largest current figure of an identified speaker or outlet; open where that figure is, or another leaves it open.
daybook.2.sum	total	stated	daybook's rules of counting, rule 2	A total is the stated one; where none is stated, the sum of the classes, shown as derived. Classes without a best are left out and named.
daybook.2.countries	countries	added	daybook's rules of counting, rule 2; doc/counts.md	One event over several countries: what stands of each is added up, unless a figure of all together is no less. In doubt the sum raises high only.
