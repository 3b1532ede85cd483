# The counting rules of Airwars, as far as a program can follow them.
rule	setting	value	source	statement
airwars.title	title	Airwars civilian harm assessments	Airwars, Methodology (airwars.org/about/methodology)	The least and the most that are reported of each group, and a grade for the incident.
airwars.harm	outcomes	killed injured	Airwars, Methodology: casualty ranges	Killed and injured are counted.
airwars.words	word	* floor	Airwars, Methodology: casualty ranges	A word counts as its lower end.
airwars.lapse	lapse	6 2 3	Airwars, Methodology: casualty ranges	The range spans current figures: a source's figure stands until it gives a later one, until two reports of six hours later or more give larger ones, or until it is two days older than the newest and three newer reports give one.
airwars.all	enemy	counts	Airwars, Methodology: sources	Every source's claim is part of the range.
airwars.minimum	best	lowest	Airwars, Methodology: casualty ranges	Best is the least that is reported: the number that is added up first.
airwars.least	low	smallest	Airwars, Methodology: casualty ranges	Low is the least that any source reports.
airwars.most	high	largest	Airwars, Methodology: casualty ranges	High is the most that any source reports.
airwars.total	total	larger	Airwars, Methodology: casualty ranges	A total is never less than its groups.
airwars.presumed	presume	civilian	Airwars, Methodology: civilian status	Who is not shown to have been armed is presumed a civilian.
airwars.confirmed	grade	Confirmed accepted	Airwars, Methodology: grading	Confirmed: a belligerent says that it did it.
airwars.discounted	grade	Discounted fighters	Airwars, Methodology: grading	Discounted: those killed are shown to have been armed.
airwars.contested	grade	Contested contested	Airwars, Methodology: grading	Contested: there are competing claims of responsibility.
airwars.fair	grade	Fair sources 2	Airwars, Methodology: grading	Fair: two or more credible sources report it.
airwars.weak	grade	Weak sources 1	Airwars, Methodology: grading	Weak: a single source reports it.
airwars.headline	headline	Confirmed Fair	Airwars, Methodology: grading	The headline adds up the incidents that are Confirmed or Fair.
