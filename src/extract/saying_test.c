#include "extract/saying.h"

#include "extract/english_for_tests.h"

/* "source < cue < content | content" */
static void put_attribution(Buf *out, Str text, const Attribution *attribution)
{
    buf_put(out, span_text(text, attribution->source));
    buf_put(out, STR(" < "));
    buf_put(out, span_text(text, attribution->cue));
    buf_put(out, STR(" < "));
    for (size_t k = 0; k < attribution->content_count; k++) {
        buf_put(out, k ? STR(" | ") : STR(""));
        buf_put(out, span_text(text, attribution->content[k]));
    }
}

/* clang-format off */
static const struct { const char *text; const char *found; } SENTENCES[] = {
    {"Police said that five men had fled.", "Police < said < that five men had fled"},
    {"The mayor said the bridge was closed on Sunday.", "The mayor < said < the bridge was closed on Sunday"},
    {"The bridge was closed, the mayor said on Sunday.", "the mayor < said < The bridge was closed"},
    {"\"We saw smoke,\" said Ali Khan, a shopkeeper.", "Ali Khan, a shopkeeper < said < \"We saw smoke,\""},
    {"\"We saw smoke. It was black,\" Khan said.", "Khan < said < \"We saw smoke. It was black,\""},
    {"\"We saw smoke,\" he said. \"It was black.\"", "he < said < \"We saw smoke,\" | \"It was black.\""},
    {"According to the army, the convoy was hit.", "the army < According to < the convoy was hit"},
    {"The convoy was hit, according to two officials in the capital.", "two officials in the capital < according to < The convoy was hit"},
    {"The colonel told Reuters that the road was open.", "The colonel < told < that the road was open"},
    {"The ministry has repeatedly denied that prisoners escaped.", "The ministry < has repeatedly denied < that prisoners escaped"},
    {"Officials accused the rebels of burning the market.", "Officials < accused < the rebels of burning the market"},
    {"The minister called the raid \"an act of cowards\".", "The minister < called < the raid \"an act of cowards\""},
    {"A rebel spokesman claimed responsibility for the raid.", "A rebel spokesman < claimed < responsibility for the raid"},
    {"In a statement on Telegram the group said it had captured a post.", "the group < said < it had captured a post"},
    {"Maria Lopez, who runs the clinic, said two nurses were missing.", "Maria Lopez, who runs the clinic, < said < two nurses were missing"},
    {"The general vowed to retake the town and promised help.", "The general < vowed < to retake the town"},
    {"The raid was condemned by the United Nations.", "the United Nations < was condemned < The raid"},
    {"Gunmen reportedly entered the school.", " < reportedly < Gunmen | entered the school"},
    {"Even if the truce holds, the envoy said, aid will come late.", "the envoy < said < Even if the truce holds | aid will come late"},
    {"The ferry, the harbour master said, was overloaded.", "the harbour master < said < The ferry | was overloaded"},
    {"Reyes apologised in a video, calling it a slip.", "Reyes < calling < it a slip"},
    {"New Poll Shows Small Bump For Mayor", "New Poll < Shows < Small Bump For Mayor"},
    {"Reyes demands clarity from the council.", "Reyes < demands < clarity from the council"},
    {"\"We can be heard,\" Fed Chair Jane Yarrow said last month.", "Fed Chair Jane Yarrow < said < \"We can be heard,\""},
    {"The mayor praised the crew in a film where she said: \"They held the line.\"", "The mayor < praised < the crew in a film"},
    {"It's obvious that the bridge will fall.", " < It's obvious < that the bridge will fall"},
    {"The mayor appeared to acknowledge the delay.", "The mayor < appeared to acknowledge < the delay"},
    {"The coach was furious with the referee.", "The coach < was furious with < the referee"},
    {"The mayor attacked the proposal at a rally.", "The mayor < attacked < the proposal"},
    {"The first leaflet, printed on Monday, argued that the pit would close.", "The first leaflet < argued < that the pit would close"},
    {"The firms, which denied the leak, said the pit was safe.", "The firms < said < the pit was safe"},
    {"Deputy vice-chair Mia Holm said the pit was safe.", "Deputy vice-chair Mia Holm < said < the pit was safe"},
    {"The pit is safe, according to a survey released last week.", "a survey released last week < according to < The pit is safe"},
    {"Firms that had insured the mill agreed to pay.", "Firms that had insured the mill < agreed < to pay"},
    {"Holm, whose name was withheld, said that the pit was safe.", "Holm, whose name was withheld, < said < that the pit was safe"},
    {"Calling it \"a farce,\" the clerk left.", "the clerk < Calling < it \"a farce,\""},
    {"The council sharply cut its grants and announced a plan to close the baths.", "The council < announced < a plan to close the baths"},
    {"The clerk met Holm, who in 2010 said the pit was safe.", "who < said < the pit was safe"},
    {"The judges rated the wine as weak.", "The judges < rated < the wine as weak"},
    {"The mayor has ignored the letters.", "The mayor < has ignored < the letters"},
    {"The herders are interested in the well.", "The herders < are interested in < the well"},
    {"The memo came on Monday, blaming the wind and accusing the crew of haste.", "The memo < blaming < the wind"},
    {"She openly warns against haste and openly talks about the cost.", "She < openly talks about < the cost"},
    {"He said that the tram was late, and mocked the driver.", "He < said < that the tram was late"},
    {"She said it had tested the well and found it dry.", "She < said < it had tested the well and found it dry"},
    {"In the coming weeks, she said, two wells will be dug.", "she < said < In the coming weeks | two wells will be dug"},
    {"The dam held through the night, inspectors' records show.", "inspectors' records < show < The dam held through the night"},
    {"A notice, posted on Friday, argued the canal was unsafe.", "A notice, posted on Friday, < argued < the canal was unsafe"},
    {"Aino Mäki (Northern League), head of the council, said roads would reopen.", "Aino Mäki (Northern League), head of the council, < said < roads would reopen"},
    {"Fishermen continued to demand that the port be dredged.", "Fishermen < continued to demand < that the port be dredged"},
    {"Letters from the village archive show he left early.", "Letters from the village archive < show < he left early"},
    {"Senator urges calm on the coast.", "Senator < urges < calm on the coast"},
    {"The report, which holds the miners\xe2\x80\x99 debts in full, said the pit was closed.", "The report, which holds the miners\xe2\x80\x99 debts in full, < said < the pit was closed"},
    {"The widow's allegations of neglect shook the board.", "The widow < 's allegations of < neglect"},
    {"He thought that the cabin was empty, rangers said.", "rangers < said < He thought that the cabin was empty"},
    {"The union urged the owners to reopen the pit.", "The union < urged < to reopen the pit"},
    {"But the gate was shut, the porter said.", "the porter < said < the gate was shut"},
    {"The council condemned the raid, the third this year.", "The council < condemned < the raid"},
    {"The bishop praised the nurses, the drivers and the cooks.", "The bishop < praised < the nurses, the drivers and the cooks"},
    {"The envoy described three problems: water, bread and fuel.", "The envoy < described < three problems: water, bread and fuel"},
    {"The herders said they owned the well, but could not prove it.", "The herders < said < they owned the well, but could not prove it"},
    {"\"It is cold,\" said Ana Ruiz, a clerk who runs the office.", "Ana Ruiz, a clerk who runs the office < said < \"It is cold,\""},
    {"\"It is cold,\" said Ana Ruiz, a lawyer at Marks & Sons.", "Ana Ruiz, a lawyer at Marks & Sons < said < \"It is cold,\""},
    {"A survey published last year found that wells were dry.", "A survey published last year < found < that wells were dry"},
    {"One of the guards who sold the car said it was stolen.", "One of the guards who sold the car < said < it was stolen"},
    {"Two days before the vote, Omar Diallo, a lawyer, said the lists were short.", "Omar Diallo, a lawyer, < said < the lists were short"},
    {"The state-owned mill, founded in 1950, said it would close.", "The state-owned mill < said < it would close"},
    {"The clerk said: \"We sold the \xe2\x80\x98""old\xe2\x80\x99 boat.\"", "The clerk < said: < \"We sold the \xe2\x80\x98""old\xe2\x80\x99 boat.\""},
    {"Advisers to the mayor say the pier will reopen.", "Advisers to the mayor < say < the pier will reopen"},
    {"When asked whether the pier was safe, the mayor left.", " < asked < whether the pier was safe"},
    {"Critics call him a dreamer.", "Critics < call < him a dreamer"},
    {"The governor's claim that the town was safe shook many.", "The governor < 's claim < that the town was safe"},
    {"Ana Reyes, who says the road is safe, has asked that it be reopened.", "Ana Reyes < has asked < that it be reopened"},
    {"Ana Reyes, who says the road is safe, has asked that it be reopened.", "who < says < the road is safe"},
    {"The pumps are dry, the union's treasurer, Otto Hill, told the Gazette.", "the union's treasurer, Otto Hill, < told < The pumps are dry"},
    {"They sold tickets for the fair, the union's treasurer, Otto Hill, said.", "the union's treasurer, Otto Hill, < said < They sold tickets for the fair"},
    {"The harbour master, Mr. Villa, argues there is little point in dredging.", "The harbour master, Mr. Villa, < argues < there is little point in dredging"},
    {"Several villagers, stung by the letter, worried that the well was lost.", "Several villagers, stung by the letter, < worried < that the well was lost"},
    {"Masons in both towns, though, say the wall leans.", "Masons in both towns < say < the wall leans"},
    {"Ferrymen - most of all on the lake - said that fuel was short.", "Ferrymen - most of all on the lake - < said < that fuel was short"},
    {"Marta \"Mimi\" Price (Union) said the mill would close.", "Marta \"Mimi\" Price (Union) < said < the mill would close"},
    {"Large surveys and panels show little movement.", "Large surveys and panels < show < little movement"},
    {"Her price list signaled she hoped to sell.", "Her price list < signaled < she hoped to sell"},
    {"The treasurer was accused of selling the boats.", " < was accused of < The treasurer | selling the boats"},
    {"The treasurer was blamed for the loss by two clerks.", "two clerks < was blamed for < The treasurer | the loss"},
    {"Before the crowd gathered by the quay, the mayor spoke, urging calm.", "the mayor < urging < calm"},
    {"Amid fears that the dam might break, the council met.", " < fears < that the dam might break"},
    {"The mayor made her first public comments about the flood.", "The mayor < made her first public comments about < the flood"},
    {"A few clerks privately express doubts about the plan.", "A few clerks < privately express doubts about < the plan"},
    {"The nurses voiced fears that the ward would close.", "The nurses < voiced fears < that the ward would close"},
    {"The ministry issued a statement on Monday saying the road was open.", "The ministry < issued a statement on Monday saying < the road was open"},
    {"The toll was what the clerk says the bridge needs.", "the clerk < says < what | the bridge needs"},
    {"The pit is closed, the clerk Jack Lund wrote Thursday on the union's site.", "the clerk Jack Lund < wrote < The pit is closed"},
    {"\"It is cold,\" she said on the quay, \"but it is dry.\"", "she < said < \"It is cold,\" | \"but it is dry.\""},
    {"The ferry (built in Oslo) will sail, the owner told the Gazette.", "the owner < told < The ferry (built in Oslo) will sail"},
    {"The bishop praised the nurses, the drivers, the cooks and the guards.", "The bishop < praised < the nurses, the drivers, the cooks and the guards"},
    {"The bishop praised the abbot, Anselm Roth, for his help.", "The bishop < praised < the abbot, Anselm Roth, for his help"},
    {"She said the mill, run by two brothers, has closed.", "She < said < the mill, run by two brothers, has closed"},
    {"\xe2\x80\x9d""It is a bad law. It must go.\xe2\x80\x9d \xe2\x80\x95 Edda Moran", "Edda Moran < \xe2\x80\x95 < \xe2\x80\x9d""It is a bad law. It must go.\xe2\x80\x9d"},
    {"Despite warnings from the coach that rain was due, they played.", "the coach < warnings from < that rain was due"},
    {"The claim by the owners that the pit is safe shook many.", "the owners < claim by < that the pit is safe"},
    {"His earlier claim that the pit was safe drew laughter.", "His < earlier claim < that the pit was safe"},
    {"Mills have in recent months sought to hire.", "Mills < have in recent months sought < to hire"},
    {"It is odd that the mayor asked for order, yet refused to pay.", "the mayor < refused < to pay"},
    {"Hacked messages from the club show that it knew.", "Hacked messages from the club < show < that it knew"},
    {"\"It will rain,\" Deputy Jan Moor, R-Ohio, said Tuesday.", "Deputy Jan Moor, R-Ohio, < said < \"It will rain,\""},
    {"Some herders, however, question the count.", "Some herders < question < the count"},
    {"A group that supports the miners met.", "A group < supports < the miners"},
    {"She said fathers and aunts who adopt would be paid.", "She < said < fathers and aunts who adopt would be paid"},
    {"The wall is a heap of stones, as the mason put it.", "the mason < put it < The wall is a heap of stones"},
    {"As many clerks have noted, the books do not tally.", "many clerks < have noted < the books do not tally"},
    {"Some bakers openly favor a tax that could close the mill.", "Some bakers < openly favor < a tax that could close the mill"},
    {"The herders became wary of the dam.", "The herders < became wary of < the dam"},
    {"Fed up with the noise, the clerks left.", "the clerks < Fed up with < the noise"},
    {"The delay infuriated the crew.", "the crew < infuriated < The delay"},
    {"The mill was shut, frustrating the owners.", "the owners < frustrating < The mill was shut"},
    {"It seems that the pit will flood.", " < seems < that the pit will flood"},
    {"Holm's contempt for the council is old.", "Holm < 's contempt for < the council"},
    {"The refusal of the owners to pay angered Holm.", "the owners < refusal < to pay"},
    {"The group issued the following statement on Monday: \"We will stay.\"", "The group < issued the following statement < \"We will stay.\""},
    {"The ministry put the death toll at 40.", "The ministry < put < the death toll at 40"},
    {"The ministry put the number of dead at 40.", "The ministry < put < the number of dead at 40"},
    {"The ministry gave a toll of 40.", "The ministry < gave < a toll of 40"},
    {"The ministry counted 40 bodies.", "The ministry < counted < 40 bodies"},
    {"The ministry counted 40 votes.", ""},
    {"The ministry put the blame on him.", ""},
    {"The ministry gave a number of books away.", ""},
    {"The army's tally stood at 38 dead.", "The army < 's tally stood at < 38 dead"},
    {"Forty are missing, the mayor said on Sunday; two were found.", "the mayor < said < Forty are missing"},
    {"The mayor said the pit was safe and the owners denied it.", "The mayor < said < the pit was safe"},
    {"The council could consider a ban.", "The council < could consider < a ban"},
    {"The finger-pointing was welcomed by the owners.", "the owners < was welcomed < The finger-pointing"},
    {"As the mill closes, the town will shrink, experts say.", "experts < say < As the mill closes, the town will shrink"},
    {"The plan seemed odd to the crew.", "the crew < seemed < The plan | odd"},
    {"Reyes was called a fraud by the owners.", "the owners < was called < Reyes | a fraud"},
    {"The owners, many of whom fear a flood, left.", "many of whom < fear < a flood"},
    {"It was a speech in which she promised a road.", "she < promised < a road"},
    {"The crew fumed at the delay.", "The crew < fumed at < the delay"},
    {"The army said that it held the ford, and that eight of its own men were killed.", "The army < said < that it held the ford, and that eight of its own men were killed"},
    {"Traders fled; a local official said at least 12 people were hurt.", "a local official < said < at least 12 people were hurt"},
    {"The pit is shut; no crew was hurt, the mayor said.", "the mayor < said < no crew was hurt"},
    {"A farmer who escaped said: \"It was dark.\"", "A farmer who escaped < said: < \"It was dark.\""},
    {"Police fear the group will return.", "Police < fear < the group will return"},
    {"Many fear the pit will close.", "Many < fear < the pit will close"},
    {"The clerks outmanoeuvred the board and the mayor demanded a vote.", "the mayor < demanded < a vote"},
    {"At least 40 people fell ill, officials and traders said.", "officials and traders < said < At least 40 people fell ill"},
    {"Traders say up to 40 people fell ill.", "Traders < say < up to 40 people fell ill"},
    {"In the warden's view, the pit is safe.", "the warden < 's view < the pit is safe"},
    {"The pit holds 40, by the ministry's count.", "the ministry < 's count < The pit holds 40"},
    {"It is believed that the pit is safe.", " < is believed < that the pit is safe"},
    {"The mayor defended the handling of the leak.", "The mayor < defended < the handling of the leak"},
    {"The decision of the warden, Ann Bo, to close the pit was odd.", "the warden, Ann Bo, < decision < to close the pit"},
    {"\"It is late,\" said the 24/7 clerk Ann Bo.", "the 24/7 clerk Ann Bo < said < \"It is late,\""},
    {"They, like the miners, are afraid of the law.", "They, like the miners, < are afraid of < the law"},
    {"A number of firms that support the rules joined in.", "A number of firms < support < the rules"},
    {"The pit is safe, a claim the miners denied.", "the miners < denied < a claim"},
    {"The mayor said the pit was safe, but did not say why.", "The mayor < did not say < why"},
    {"The pit is shut, the Gazette quoted a clerk as saying.", "the Gazette < saying < The pit is shut"},
    {"12 hurt in raid: local police", "local police < : < 12 hurt in raid"},
    {"The insurgents said in a message released on Sunday that they held the ford.", "The insurgents < said < that they held the ford"},
    {"Traders said by phone that the pit was shut.", "Traders < said < that the pit was shut"},
    {"Nine fell ill, according to traders, local officials and a nurse.", "traders, local officials and a nurse < according to < Nine fell ill"},
    {"According to traders, farmers, and a nurse, nine fell ill.", "traders, farmers, and a nurse < According to < nine fell ill"},
    {"Khan, the governor, and Ali, the mayor, said the road was shut.", "Khan, the governor, and Ali, the mayor, < said < the road was shut"},
    {"The pit is bad for the mill, but both the clerk and the mayor say it pays.", "both the clerk and the mayor < say < it pays"},
    {"Holm was late, telling one aide: \"It is noise.\"", "Holm < telling < \"It is noise.\""},
    {"Holm said the crew had claimed it was late, adding, \"It was not.\"", "Holm < adding < \"It was not.\""},
    {"A study that appeared in the Gazette found that wells were dry.", "A study that appeared in the Gazette < found < that wells were dry"},
    {"It was a day on which mining companies said the pit was safe.", "mining companies < said < the pit was safe"},
    {"It rained after leaked papers showed that the pit was shut.", "leaked papers < showed < that the pit was shut"},
    {"In a talk this week in Oslo, Ana Moor, the head of the union, said the pit was shut.", "Ana Moor, the head of the union, < said < the pit was shut"},
    {"\"It is late,\" said Moor, now a teacher in Oslo.", "Moor, now a teacher in Oslo < said < \"It is late,\""},
    {"\"It is late,\" said Jan Moor, the mayor, in a statement.", "Jan Moor, the mayor < said < \"It is late,\""},
    {"Farmers say by a wide margin, 49 to 42, that they want rain.", "Farmers < say < that they want rain"},
    {"Holm was called a fool by the judges for selling the boat.", "the judges < was called < Holm | a fool"},
    {"The owners met farmers who worry the dam will break.", "who < worry < the dam will break"},
    {"It is hard to judge Holm's claim that the pit is safe.", "Holm < 's claim < that the pit is safe"},
    {"Holm said after the vote he would leave.", "Holm < said < he would leave"},
    {"Asked about the cost, Holm said he would pay.", "Holm < said < he would pay"},
    {"Clerks who have been judges of selling boats have embraced the idea.", "Clerks who have been judges of selling boats < have embraced < the idea"},
    {"Work done by the Centre for Media and Public Life found that wells were dry.", "Work done by the Centre for Media and Public Life < found < that wells were dry"},
    {"A man calling himself Lupo 2 has claimed the theft.", "A man calling himself Lupo 2 < has claimed < the theft"},
    {"A slide that the clerks carry to the council shows that it pays.", "A slide that the clerks carry to the council < shows < that it pays"},
    {"Soldiers attacked the village and officials said ten fled.", "officials < said < ten fled"},
    {"The general vowed to \"crush\" the strike.", "The general < vowed < to \"crush\" the strike"},
    {"Reyes has suggested Holm is late, talked of a \"stolen vote\" and called Holm a fool.", "Reyes < talked of < a \"stolen vote\""},
    {"Reyes has suggested Holm is late, talked of a \"stolen vote\" and called Holm a fool.", "Reyes < has suggested < Holm is late"},
    {"Reyes said it was late, going on to say that it was cold.", "Reyes < going on to say < that it was cold"},
    {"The tests are alarming farmers.", "farmers < are alarming < The tests"},
    {"That worries farmers.", "farmers < worries < That"},
    {"The talks ended, with the minister calling the move a farce.", "the minister < calling < the move a farce"},
    {"The deal failed after being rejected by the owners.", "the owners < being rejected < The deal"},
    {"The plan, though questioned by judges, was legal.", "judges < questioned < The plan"},
    {"It is unlikely, the clerk said, though the owners said there was a chance.", "the clerk < said < It is unlikely"},
    {"The clerk's fears of what was seen angered many.", "The clerk < 's fears of < what was seen"},
    {"Images posted by relatives show a crater.", "Images posted by relatives < show < a crater"},
    {"Local outlets, the Gazette and Wave FM reported that ten fled.", "Local outlets, the Gazette and Wave FM < reported < that ten fled"},
    {"Mona Holm, a cousin of Bo, mourned the crew and praised the town.", "Mona Holm, a cousin of Bo, < mourned < the crew"},
    {"Sharing the news, Ana Bo and Omar Lund said it was late.", "Ana Bo and Omar Lund < said < it was late"},
    {"Holm, a clerk who met the crew and asked for rain, said it was late.", "Holm, a clerk who met the crew and asked for rain, < said < it was late"},
    {"The mayor attacked the clerk over his remarks.", "The mayor < attacked < the clerk over his remarks"},
    {"Rebels attacked the village for the second time.", ""},
    {"Rebels attacked the village for three days.", ""},
    {"Prosecutors charged two owners with selling boats.", "Prosecutors < charged < two owners with selling boats"},
    {"A farmer who asked not to be named for fear of reprisals told AFP that gunmen came.", "A farmer who asked not to be named for fear of reprisals < told < that gunmen came"},
    {"\"It is late!\" Holm's niece, Del. Mia \"Cia\" Price, shouted to the crowd.", "Holm's niece, Del. Mia \"Cia\" Price, < shouted < \"It is late!\""},
    {"Army spokesman: attack on base foiled", "Army spokesman < : < attack on base foiled"},
    {"Images posted by the clinic show a crater.", "Images posted by the clinic < show < a crater"},
    {"Editor's note: the market was shut", ""},
    {"Police said a man opened fire, killing two people.", "Police < said < a man opened fire, killing two people"},
    {"Holm, who runs the mill, also spoke, but Holm said it was late.", "Holm < said < it was late"},
    {"According to the report, Ann Bo, 24, and Omar Lund, 27, fell ill.", "the report < According to < Ann Bo, 24, and Omar Lund, 27, fell ill"},
    {"The raid was condemned by the mayor, Ali Haddad.", "the mayor, Ali Haddad < was condemned < The raid"},
    {"The raid was blamed on thieves by the mayor, Ali Haddad.", "the mayor, Ali Haddad < was blamed < The raid | on thieves"},
    {"According to the source, of the 300, ten came to Lund, Oslo, and Kiel, where it rained.", "the source < According to < of the 300, ten came to Lund, Oslo, and Kiel, where it rained"},
    {"The crew has for weeks been confident that it will rain.", "The crew < has for weeks been confident < that it will rain"},
    {"She added that the mill was old. \"It had stood empty.\"", "She < added < that the mill was old | \"It had stood empty.\""},
    {"The critic called the play \"late,\" a \"farce\" and \"unfair.\"", "The critic < called < the play \"late,\" a \"farce\" and \"unfair.\""},
    {"The clerk said there was a \"real gap,\" when it came to pay.", "The clerk < said < there was a \"real gap,\" when it came to pay"},
    {"The work \"was slow,\" Holm said, and still \"it was fun.\"", "Holm < said < The work \"was slow,\" | and still \"it was fun.\""},
    {"The porter attacked Holm, saying he was late.", "The porter < attacked < Holm"},
    {"For years he was dogged by charges that he sold bad coal.", " < charges < that he sold bad coal"},
    {"The park, which, Reyes said, is full, is shut.", "Reyes < said < which | is full, is shut"},
    {"When asked what it held, Reyes said, \"Any.\"", "Reyes < said < \"Any.\""},
    {"The gap between what Reyes says it costs, and what it costs, grew.", "Reyes < says < what | it costs"},
    {"Reyes is sure the road will open.", "Reyes < is sure < the road will open"},
    {"On Monday, Holm talks about the loud blame that firms faced.", "Holm < talks about < the loud blame that firms faced"},
    {"The board is proud of the mill and Reyes accused the owners of greed.", "The board < is proud of < the mill"},
    {"The Harbour Times reports:\n\n\"The pier is shut.\"", "The Harbour Times < reports: < \"The pier is shut.\""},
    {"Survey: Clerks leave the town\n\nA harbour survey found that clerks leave.", "Survey < : < Clerks leave the town"},
    {"He read: \"MR. HOLM: It is old. MS. REYES: It is not.\"", "MS. REYES < : < It is not."},
    {"The clerk cited the rain as a reason to leave the pit.", "The clerk < cited < the rain as a reason to leave the pit"},
    {"The mayor praised the crew in a new video.", "The mayor < praised < the crew"},
    {"The widow bragged about her son.", "The widow < bragged about < her son"},
    {"\"It is cold,\" said Omar Lund, author of the book “Ice: A History.”", "Omar Lund, author of the book “Ice: A History.” < said < \"It is cold,\""},
    {"\"It is cold,\" said Omar Lund, head of the Ice Office, a body that runs the ports.", "Omar Lund, head of the Ice Office, a body that runs the ports < said < \"It is cold,\""},
    {"The two towns signed an agreement to share the well.", "The two towns < signed an agreement < to share the well"},
    {"There is skepticism about the count.", " < skepticism about < the count"},
    {"Despite repeated warnings from the coach that rain was due, they played.", "the coach < repeated warnings from < that rain was due"},
    {"She spoke about the mill while at the fair.", "She < spoke about < the mill"},
    {"Critics say her plans to raise taxes and give loans would fail.", "Critics < say < her plans to raise taxes and give loans would fail"},
    {"Traders expect prices to fall if the mill shuts, with coal first.", "Traders < expect < prices to fall if the mill shuts"},
    {"Clerks have endorsed Holm before Friday.", "Clerks < have endorsed < Holm"},
    {"Clerks who have called for Holm to be replaced met.", "who < have called for < Holm to be replaced"},
    {"She voted for Holm but will likely stay home.", "She < voted for < Holm"},
    {"Critics call Holm cowardly because he left.", "Critics < call < Holm cowardly"},
    {"Holm said it was late, but Lund calmed them by saying it was not.", "Lund < saying < it was not"},
    {"Leaders call for calm after the clash.", "Leaders < call for < calm after the clash"},
    {"A sales report shows the mill is shut.", "A sales report < shows < the mill is shut"},
    {"I'm told the mill is closed.", " < 'm told < the mill is closed"},
    {"They were told the mill was closed.", " < were told < the mill was closed"},
    {"Figures released by the Harbour Board, for example, showed that it rained.", "Figures released by the Harbour Board < showed < that it rained"},
    {"Even so, the mill is old, Holm said.", "Holm < said < the mill is old"},
    {"Donna Rawl, 59, of Ashton, Md., who watched the show, said it was old.", "Donna Rawl, 59, of Ashton, Md., who watched the show, < said < it was old"},
    {"It is late, as Van Jack, professor at the Mill College, a state school, puts it.", "Van Jack, professor at the Mill College, a state school, < puts it < It is late"},
    {"The mill is old, according to Ann Holm, a clerk in the office.", "Ann Holm, a clerk in the office < according to < The mill is old"},
    {"Holm, late for lunch, strayed from his notes during a fair focused on coal and asserted that it was old.", "Holm, late for lunch, < asserted < that it was old"},
    {"It also calls for at least one range in the hills.", "It < also calls for < at least one range in the hills"},
    {"A statement said in part \"Winner should be allowed to play.\"", "A statement < said < in part \"Winner should be allowed to play.\""},
    {"He then added: In order to win, people must vote.", "He < then added: < In order to win, people must vote"},
    {"Officials say video of the scene where two men fell makes it clear that it was late.", "Officials < say < video of the scene where two men fell makes it clear that it was late"},
    {"The office quoted the Gaza Ministry of Interior's statement on the raid.", "The office < quoted < the Gaza Ministry of Interior's statement on the raid"},
    {"Holm wrote of his friend: \"The eyes shed tears.\"", "Holm < wrote < \"The eyes shed tears.\""},
    {"Adam, who is also a rector, rejected the spread of rain \"as a means to reach calm.\"", "Adam, who is also a rector, < rejected < the spread of rain \"as a means to reach calm.\""},
    {"A neighbor says the house where it happened is a hot spot.", "A neighbor < says < the house where it happened is a hot spot"},
    {"Wheeler left, adding that he \"can't stand there,\" and also asked the town to unite.", "Wheeler < adding < that he \"can't stand there,\""},
    {"Many sources, such as the Jordan TV, the Mill News or Safa News, noted that it rained.", "Many sources, such as the Jordan TV, the Mill News or Safa News, < noted < that it rained"},
    {"The next morning, on November 7th 2024, the mother of Sila, Ann Bo, announced the sale.", "the mother of Sila, Ann Bo, < announced < the sale"},
    {"Some argue that the pit is safe.", "Some < argue < that the pit is safe"},
    {"Several said it was late.", "Several < said < it was late"},
    {"This shows that the pit is safe.", "This < shows < that the pit is safe"},
    {"The clerks and the owners both said they would pay.", "The clerks and the owners < both said < they would pay"},
    {"A heap of letters shows Holm was late.", "A heap of letters < shows < Holm was late"},
    {"The letter, dated May 5, says the pit is safe.", "The letter, dated May 5, < says < the pit is safe"},
    {"The letter calls on the council to act.", "The letter < calls on < the council to act"},
    {"Those who oppose the plan say it costs too much.", "who < oppose < the plan"},
    {"People who know Holm say she is kind.", "who < know < Holm"},
    {"A note sent out in May 2015 by clerk Ann Holm to the owners indicates the pit leaked.", "A note sent out in May 2015 by clerk Ann Holm to the owners < indicates < the pit leaked"},
    {"A study made by the council last month reveals that the pit leaks.", "A study made by the council last month < reveals < that the pit leaks"},
    {"Several judges weighing Holm's years as head of the council have cited the flood.", "Several judges weighing Holm's years as head of the council < have cited < the flood"},
    {"The echoes of the clerk's claim that it rained grew.", "the clerk < 's claim < that it rained"},
    {"A raid on targets in nations that oppose the plan failed.", "nations < oppose < the plan"},
    {"It was too late for the mayor to reject the plan.", "the mayor < to reject < the plan"},
    {"The town has a plan, with Holm - who has left - mocking it.", "Holm - who has left - < mocking < it"},
    {"Holm, the clerk, was quoted by the Gazette as saying the pit leaked.", "Holm, the clerk < was quoted by the Gazette as saying < the pit leaked"},
    {"Many have heard by now that the pit leaks.", "Many < have heard < that the pit leaks"},
    {"The pit is safe, by one estimate.", "one estimate < by < The pit is safe"},
    {"In this poll, the mayor led by ten points.", "this poll < In < the mayor led by ten points"},
    {"Holm spoke warmly of the crew.", "Holm < spoke warmly of < the crew"},
    {"The council called on Monday for calm.", "The council < called on Monday for < calm"},
    {"They agreed on Monday to meet.", "They < agreed < to meet"},
    {"She complained bitterly about the noise.", "She < complained bitterly about < the noise"},
    {"The clerk waved him off with a joke: \"It never rains on a Monday.\"", "The clerk < waved him off with a joke: < \"It never rains on a Monday.\""},
    {"Experts say that, while the pit is old, it is safe.", "Experts < say < that, while the pit is old, it is safe"},
    {"The plan, which Holm called \"a mess,\" was dropped.", "Holm < called < which | \"a mess,\""},
    {"Holm's claim that she was away drew laughs.", "Holm < 's claim < that she was away"},
    {"Some note that Holm - even as he says he is fit to lead - has done little.", "Some < note < that Holm - even as he says he is fit to lead - has done little"},
    {"\"It is late,\" Holm said, as the crew cheered. \"Go home.\"", "Holm < said < \"It is late,\" | \"Go home.\""},
    {"Holm said the clerk was \"late,\" and the crew being tired of it.", "Holm < said < the clerk was \"late,\" and the crew being tired of it"},
    {"According to the report, published on Monday, the pit is safe.", "the report < According to < the pit is safe"},
    {"The dam is safe, according to a study by Ann Holm, a clerk now working at the mill, and it will hold.", "a study by Ann Holm, a clerk now working at the mill < according to < The dam is safe"},
    {"They debated when the pit would close (Holm said it was full).", "They < debated < when the pit would close"},
    {"Fears have grown that the pit leaks.", " < Fears have grown < that the pit leaks"},
    {"Holm's view is that the pit leaks.", "Holm < 's view is < that the pit leaks"},
    {"The trouble, as Holm sees it, is the pit.", "Holm < sees < is the pit"},
    {"His crude comments on the dam were not the only trouble.", "His < crude comments on < the dam"},
    {"There was frequent talk about the dam.", " < talk about < the dam"},
    {"The paper tends to make kind remarks about Holm.", "The paper < tends to make kind remarks about < Holm"},
    {"The council sounded a call for calm.", "The council < sounded a call for < calm"},
    {"Lund's comments that it rained drew anger.", "Lund < 's comments < that it rained"},
    {"The claim that Holm left was false.", " < claim < that Holm left"},
    {"Holm, when asked about the dam, said it was late.", "Holm < said < it was late"},
    {"Holm answered slowly: \"It is late.\"", "Holm < answered slowly: < \"It is late.\""},
    {"Holm said only two of them left.", "Holm < said < only two of them left"},
    {"It rained, and both the mill and the pit office denied it was late.", "both the mill and the pit office < denied < it was late"},
    {"One after another, mining firms declared that it was late.", "mining firms < declared < that it was late"},
    {"He railed against waste, blasted the mayor and praised the crew.", "He < blasted < the mayor"},
    {"The court held that the pit was closed.", "The court < held < that the pit was closed"},
    {"He had begun to hint that it was late.", "He < had begun to hint < that it was late"},
};
/* clang-format on */

static void source_cue_and_content_are_bounded(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT_OF(SENTENCES); i++) {
        Arena *arena = arena_create();
        Str text = str_from(SENTENCES[i].text);
        const Analysis *a = analyse(arena, text);
        Buf got = {0};
        bool found = a->attribution_count == 0 && SENTENCES[i].found[0] == '\0';
        for (size_t k = 0; k < a->attribution_count && !found; k++) {
            buf_clear(&got);
            put_attribution(&got, text, &a->attributions[k]);
            found = str_equal(buf_str(&got), str_from(SENTENCES[i].found));
        }
        if (!found) {
            print_error("%s\n  got:  %.*s\n  want: %s\n", SENTENCES[i].text, (int)got.len, got.ptr ? got.ptr : "",
                        SENTENCES[i].found);
            wrong++;
        }
        buf_free(&got);
        arena_destroy(arena);
    }
    assert_int_equal(wrong, 0);
}

static void blows_are_no_words(void **state)
{
    (void)state;
    static const char *const TEXTS[] = {"Militants attacked the police station on Sunday.",
                                        "Gunmen confronted troops near the river.",
                                        "The group committed many crimes against the town.",
                                        "There were no reports of casualties.",
                                        "His remarks that caused a stir were cut.",
                                        "The think tank met on the quay.",
                                        "It was a game called whist.",
                                        "The mill added 40 jobs.",
                                        "They face threats for the posting.",
                                        "They put 20 sacks at each gate.",
                                        "It was a surprising result.",
                                        "Two clerks, who asked not to be named, left.",
                                        "She assumed a post. The court will hear the case.",
                                        "Militants attacked the tax office.",
                                        "The firm AIMS Holdings met him.",
                                        "Ten hurt: three police",
                                        "Losses realized in one year rose in two.",
                                        "The first call for help came on Sunday.",
                                        "Arson attacks on schools are common in the south.",
                                        "It was one of five arson attacks that took place on Sunday.",
                                        "She ended the week with a direct appeal to voters.",
                                        "The town has a stream called Millers Run.",
                                        "It saved them from any criminal charges that might have stood.",
                                        "Neither the mill nor the mayor confirmed the loss.",
                                        "The fund, called the Mill Trust, will close.",
                                        "The clerk spoke on condition of anonymity.",
                                        "A flood claimed the lives of ten clerks.",
                                        "Rebel attacks on the town went on.",
                                        "Troops posted guards at the gate.",
                                        "She held that post for ten years.",
                                        "\"It is late and wet.\"\nFollow Ann Holm on Chirp @holm"};
    for (size_t i = 0; i < COUNT_OF(TEXTS); i++) {
        Arena *arena = arena_create();
        const Analysis *a = analyse(arena, str_from(TEXTS[i]));
        if (a->attribution_count != 0)
            print_error("%s\n", TEXTS[i]);
        assert_int_equal(a->attribution_count, 0);
        arena_destroy(arena);
    }
}

/* What a verb says once, no noun of it says again; what stands in a turn or a headline is its speaker's. */
static void nothing_is_said_twice(void **state)
{
    (void)state;
    static const char *const TEXTS[] = {"Holm said in a statement that the pit was safe.",
                                        "The Gazette quoted Holm as saying the pit leaked.",
                                        "\"It is late,\" Holm said, as the crew cheered. \"Go home.\"",
                                        "Holm said the clerk was \"late,\" and the crew being tired of it."};
    for (size_t i = 0; i < COUNT_OF(TEXTS); i++) {
        Arena *arena = arena_create();
        const Analysis *a = analyse(arena, str_from(TEXTS[i]));
        if (a->attribution_count != 1)
            print_error("%s\n", TEXTS[i]);
        assert_int_equal(a->attribution_count, 1);
        arena_destroy(arena);
    }
    Arena *arena = arena_create();
    const Analysis *a = analyse(arena, STR("HOLM: The clerks want a bridge.\n\nLUND: They do.\n\nHOLM: So be it."));
    for (size_t i = 0; i < a->attribution_count; i++) {
        const Attribution *one = &a->attributions[i];
        assert_true(one->nested || str_equal(one->speaker, STR("HOLM")) || str_equal(one->speaker, STR("LUND")));
    }
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(source_cue_and_content_are_bounded),
        cmocka_unit_test(blows_are_no_words),
        cmocka_unit_test(nothing_is_said_twice),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
