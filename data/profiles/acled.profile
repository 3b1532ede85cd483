# The counting rules of the Armed Conflict Location & Event Data project, as far as a program can follow them.
# The intervals are those that the language's numbers.tsv gives the words: 24-99 are dozens, 2- a plural without a number.
rule	setting	value	source	statement
acled.title	title	Armed Conflict Location & Event Data	ACLED Codebook (2023); ACLED FAQs: Fatalities (2024)	One number of reported fatalities an event.
acled.deaths	outcomes	killed	ACLED FAQs: Fatalities (2024)	Injuries are not counted.
acled.tens	word	20-99 10	ACLED FAQs: Fatalities (2024)	Tens count as 10.
acled.dozens	word	24-99 12	ACLED FAQs: Fatalities (2024)	Dozens count as 12.
acled.scores	word	40-199 20	ACLED FAQs: Fatalities (2024): and so on	Scores count as 20.
acled.hundreds	word	200-999 100	ACLED FAQs: Fatalities (2024)	Hundreds count as 100.
acled.thousands	word	2000-9999 1000	ACLED FAQs: Fatalities (2024): and so on	Thousands count as 1000.
acled.pair	word	2-2 2	ACLED FAQs: Fatalities (2024)	A couple is two.
acled.unnumbered	word	* 3 10	ACLED FAQs: Fatalities (2024)	Deaths that are reported without a number count as 3, in an active war zone as 10.
acled.war	war	-	ACLED FAQs: Fatalities (2024)	Which countries are active war zones is for whoever codes to say: none is listed here. A profile of your own lists them (war, country codes).
acled.lapse	lapse	6 2 3	ACLED FAQs: Fatalities (2024)	Numbers are revised as better information comes: a source's figure stands until it gives a later one, until two reports of six hours later or more give larger ones, or until it is two days older than the newest and three newer reports give one.
acled.parties	enemy	counts	ACLED FAQs: Fatalities (2024)	A party's figure counts like any other: all figures are reported ones.
acled.conservative	best	lowest	ACLED FAQs: Fatalities (2024)	Where reports differ, the most conservative figure.
acled.low	low	best	ACLED Codebook (2023)	One number alone is given.
acled.high	high	best	ACLED Codebook (2023)	One number alone is given.
acled.total	total	larger	ACLED Codebook (2023)	An event's number holds all who died in it, armed or not: it is never less than its groups together.
acled.days	spread	days	ACLED FAQs: Fatalities (2024)	A number over several days is split over them, an event a day. Over several places it is left whole: reports name a part of the places only.
acled.geo_precision	place-codes	exact=1 near=2 district=2 region=3 country=3	ACLED Codebook (2023), geo_precision	1 the town, 2 a part of a region, 3 a larger region.
acled.time_precision	day-codes	1=1 7=2 *=3	ACLED Codebook (2023), time_precision	1 the day, 2 a week, 3 a month or longer.
