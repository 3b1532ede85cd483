# A model of reporting bias, after Radford et al., PNAS 2023 (src/assemble/figure/bias.h). The numbers are hundredths of the logarithm.
rule	setting	value	source	statement
bias.title	title	A model of reporting bias (after Radford et al. 2023)	PNAS 120 (2023), doi 10.1073/pnas.2307372120	What is likely to be true, given what each party says of its own losses and of its enemy's. An estimate by a model, not a count.
bias.words	word	* apart	the model	A word gives the model no number; where there are only words they are printed as words.
bias.lapse	lapse	6 2 3	doc/counts.md	Figures that later ones have overtaken do not count.
bias.apart	enemy	apart	the model	A party's word on its enemy's losses is told apart, with its own bias: what it said last, within a day.
bias.own	bias	own under 35 50	assumption, after the paper's finding that own losses are understated	A party's figure for its own losses is understated: half of such figures are below 70 % of the truth, nine in ten between 31 % and 160 % (log mean -0.35, standard deviation 0.50).
bias.enemy	bias	enemy over 60 60	assumption, after the paper's finding that both sides overstate their enemy's losses	A party's figure for its enemy's losses is overstated: half of such figures are above 180 % of the truth, nine in ten between 68 % and 490 % (log mean 0.60, standard deviation 0.60).
bias.other	bias	other over 0 20	assumption	Who is no party to the losses errs to neither side: nine in ten between 72 % and 139 % of the truth (log mean 0, standard deviation 0.20).
bias.noise	bias	noise 25	assumption	Each figure errs by itself: nine in ten between 66 % and 151 % of what its speaker would say on average (standard deviation 0.25).
bias.floor	bias	floor 2	assumption	At least n lies between n and twice n.
bias.interval	bias	interval 90	the model	Low and high hold 90 % of what is likely, 5 % is left out on either side.
bias.posterior	best	posterior	the model	Best is the median of the posterior: as likely to be too high as too low. Before any claim no size is likelier than another (1 / (number + 1)). Biases are drawn for each party and each cell anew.
bias.sum	total	larger	the model	A total is that of claims on the total, or the sum of the classes where that is more or nobody gives one: its low and high are then sums of lows and of highs, wider than 90 %.
