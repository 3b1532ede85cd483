# The counting rules of the UCDP Georeferenced Event Dataset, as far as a program can follow them.
rule	setting	value	source	statement
ged.title	title	UCDP Georeferenced Event Dataset	UCDP GED Codebook 24.1 (Högbladh 2024)	Deaths of side a, of side b, of civilians and of unknown; low, best and high.
ged.deaths	outcomes	killed	UCDP GED Codebook 24.1, best, high, low	Deaths alone are counted.
ged.words	word	* apart	UCDP GED Codebook 24.1, best	A word gives no number: best stays empty, its ends are low and high.
ged.lapse	lapse	6 2 3	UCDP Methodology, estimates of fatalities	Early reports that later ones have overtaken do not count: a source's figure stands until it gives a later one, until two reports of six hours later or more give larger ones, or until it is two days older than the newest and three newer reports give one.
ged.unreliable	enemy	high	UCDP Methodology, estimates of fatalities: high	A party's figure for its enemy's losses is not reliable by itself: it can raise high, and nothing else.
ged.reliable	best	reliable	UCDP Methodology, estimates of fatalities: best	Best is what the most reliable sources say: those that are identified, or saw it.
ged.lower	best	lowest	UCDP Methodology, estimates of fatalities: best	Of figures that are equally reliable the lower is best.
ged.low	low	smallest	UCDP GED Codebook 24.1, low	Low is the lowest reliable figure.
ged.high	high	largest	UCDP GED Codebook 24.1, high	High is the highest figure.
ged.sum	total	larger	UCDP GED Codebook 24.1, best	Best is the sum of the deaths of side a, of side b, of civilians and of unknown; unknown are those of a stated total that no class holds.
ged.where_prec	place-codes	exact=1 near=2 district=3 region=4 country=6	UCDP GED Codebook 24.1, where_prec	1 the exact place, 2 within about 25 km, 3 the second-order division, 4 the first-order division, 5 a line or area, 6 the country, 7 water or air. 5 and 7 need a coder.
ged.date_prec	day-codes	1=1 6=2 7=3 31=4 *=5	UCDP GED Codebook 24.1, date_prec	1 the day, 2 two to six days, 3 a week, 4 a month, 5 longer, up to a year.
ged.event_clarity	clarity-codes	1 2	UCDP GED Codebook 24.1, event_clarity	1 an event of its own, 2 several told together.
