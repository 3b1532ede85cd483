# The counting rules of the Global Terrorism Database, as far as a program can follow them.
rule	setting	value	source	statement
gtd.title	title	Global Terrorism Database	GTD Codebook: Methodology, Inclusion Criteria, and Variables (2021)	One number of the killed and one of the wounded.
gtd.outcomes	outcomes	killed injured	GTD Codebook (2021), VIII. Casualties and consequences: nkill, nwound	Killed and wounded are counted, attackers among them.
gtd.vague	word	* apart	GTD Codebook (2021), VIII. Casualties and consequences: nkill	A figure that is too vague to be of use leaves the field empty.
gtd.lapse	lapse	none	GTD Codebook (2021), VIII. Casualties and consequences: nkill	Which figure is the newest is what the steps ask; none lapses before.
gtd.parties	enemy	counts	GTD Codebook (2021), VIII. Casualties and consequences: nkill	A party's figure counts like any other.
gtd.credible	best	reliable	GTD Codebook (2021), VIII. Casualties and consequences: nkill	Credible sources go first: those that are identified, or saw it.
gtd.recent	best	latest 24	GTD Codebook (2021), VIII. Casualties and consequences: nkill	The number that the most recent source gives; those of one day are of one time.
gtd.majority	best	majority	GTD Codebook (2021), VIII. Casualties and consequences: nkill	Where several are the most recent: the number that most of them give.
gtd.lowest	best	lowest	GTD Codebook (2021), VIII. Casualties and consequences: nkill	Where no number has a majority: the lowest of independent sources.
gtd.low	low	best	GTD Codebook (2021), VIII. Casualties and consequences	One number alone is given.
gtd.high	high	best	GTD Codebook (2021), VIII. Casualties and consequences	One number alone is given.
gtd.total	total	larger	GTD Codebook (2021), VIII. Casualties and consequences: nkill	All who died, victims and attackers: it is never less than its groups together.
