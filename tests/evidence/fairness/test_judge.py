"""What is unfair about quotations: of each misuse, sentences that mislead; and sentences that look so and are fair.

A sentence has the passage in brackets, and what its citation hides in braces.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.evidence.fairness.dispute import Misuse
from argmap.evidence.fairness.judge import disputes
from argmap.text import Span

BEFORE, AFTER = "The council met on Monday. ", " The meeting closed at noon."


def judged(marked, said, language="en"):
    """Return each dispute of a marked sentence, as its misuse and the words left out."""
    start = marked.index("[")
    inner = marked[start + 1 : marked.rindex("]")]
    phrases = [phrase.strip() for phrase in (inner.split("{")[0], inner.split("}")[1])] if "{" in inner else [inner]
    inner = inner.replace("{", "").replace("}", "")
    text = BEFORE + marked[:start] + inner + marked[marked.rindex("]") + 1 :] + AFTER
    place = Span(len(BEFORE) + start, len(BEFORE) + start + len(inner))
    found = disputes(text, place, phrases, said, language)
    assert all(dispute.fair.start <= place.start and place.end <= dispute.fair.end for dispute in found)
    return {str(dispute.misuse): text[dispute.words.start : dispute.words.end] for dispute in found}


DENIAL = [
    ("It was only in the film that [the captain went down with his ship].", "The captain went down with his ship."),
    ("The regulator has so far taken no steps to [limit the fees].", "The regulator has limited the fees."),
    (
        "That [the pyramids were built by slaves] is a tale that archaeology has long laid to rest.",
        "Slaves built the pyramids.",
    ),
    (
        "[Butter is better than oil], a headline that the authors themselves called nonsense.",
        "Butter is better than oil.",
    ),
    ("It cannot be inferred from these data that [the ban reduced drinking].", "The ban reduced drinking."),
    ("Under no reading of the clause is [the tenant liable for the roof].", "The tenant is liable for the roof."),
    ("In no event shall [any contributor be liable].", "Contributors are liable."),
    ("Nothing herein shall [modify the terms].", "It modifies the terms."),
    (
        "[The vaccine protects for ten years]. Later attempts to replicate the result have failed.",
        "The vaccine protects for ten years.",
    ),
    ("He has never admitted that [he wrote the letter].", "He wrote the letter."),
    ("No one would now maintain, as he did, that [magic came first].", "Magic came first."),
    ("The study found no link between [phones and tumours].", "There is a link between phones and tumours."),
    ("The rebels never came close to [taking the capital].", "The rebels took the capital."),
    ("The mayor has distanced herself from the plan to [close the line].", "The mayor closes the line."),
    ("The bridge nearly [collapsed under the weight of snow].", "The bridge collapsed under snow."),
    ("Nobody had any inkling that [the vault was empty].", "The vault was empty."),
    ("The ship was to have [called at Lisbon], but a storm came.", "The ship called at Lisbon."),
    ("The buyer has not met the burden of showing that [the brakes failed].", "The brakes failed."),
    ("The council denied that [it planned to close the baths].", "The council planned to close the baths."),
    ("If it were true that [the vaccine alters genes], we would know.", "The vaccine alters genes."),
    ("The authors caution against concluding that [tea prevents cancer].", "Tea prevents cancer."),
    ("The villagers were spared [a second evacuation].", "The villagers were moved a second time."),
    ("[The comet would return], he once wrote; he has since recanted.", "The comet would return."),
    ("It would be a mistake to conclude that [the vaccine lost its effect].", "The vaccine lost its effect."),
    ("Gone are the days when [the harbour handled a million tonnes].", "The harbour handles a million tonnes."),
    ("The court set aside the finding that [the landlord had breached his duty].", "The landlord breached his duty."),
    ("The government has yet to show that [the scheme saves money].", "The scheme saves money."),
    ("[The species had died out by 1950]. That was wrong: a pair was filmed.", "The species died out by 1950."),
    ("The patient denied [any chest pain on exertion].", "The patient had chest pain on exertion."),
    ("It is not true that [the dam leaks in winter].", "The dam leaks in winter."),
    ("There is no evidence that [the vaccine causes headaches] in adults.", "The vaccine causes headaches."),
    (
        "The minister denied that [the ministry had paid the contractor twice].",
        "The ministry paid the contractor twice.",
    ),
    ("Nobody in the village believes that [the well was poisoned by soldiers].", "The well was poisoned by soldiers."),
    ("It would be wrong to say that [the treaty ended the fighting].", "The treaty ended the fighting."),
    (
        "The programme failed to [raise the incomes of poor families].",
        "The programme raised the incomes of poor families.",
    ),
    ("The new limit did not [reduce accidents on the ring road].", "The new limit reduced accidents on the ring road."),
    ("Had the levee been raised in 1998, [the town would have escaped the flood].", "The town escaped the flood."),
    ("[The reservoir was empty by June], which is false.", "The reservoir was empty by June."),
    ("The story that [the bank burned its own records] was a myth.", "The bank burned its own records."),
    (
        "[The drug lowered blood pressure in every patient]. That claim was later withdrawn.",
        "The drug lowered blood pressure.",
    ),
    (
        "[Attendance rose by a fifth after the change]. However, the effect vanished within a month.",
        "Attendance rose by a fifth after the change.",
    ),
    ("Officials hardly ever [inspected the tunnels].", "Officials inspected the tunnels."),
    ("Far from [cutting the cost of care], the reform added to it.", "The reform cut the cost of care."),
    ("The committee found little evidence that [smaller classes improve reading].", "Smaller classes improve reading."),
    ("Historians have rejected the idea that [the king fled the city by night].", "The king fled the city by night."),
    ("The inquiry could not establish that [the pilot had been drinking].", "The pilot had been drinking."),
    ("No study has shown that [the herb cures malaria].", "The herb cures malaria."),
    ("He never said that [the bridge was closed for repair].", "The bridge was closed for repair."),
    ("The claim that [wages fell after the merger] is unfounded.", "Wages fell after the merger."),
    ("It is a misconception that [bats are blind].", "Bats are blind."),
    ("The commission doubts whether [the ports can handle the traffic].", "The ports can handle the traffic."),
    (
        "Contrary to popular belief, [the desert was never green]. Rather than shrink, the herds grew.",
        "The desert was green.",
    ),
    (
        "The court dismissed the argument that [the tax violates the constitution].",
        "The tax violates the constitution.",
    ),
    ("The agency has no plans to [close the northern hospital].", "The agency will close the northern hospital."),
    ("Without the loan the port would never have [paid its workers in full].", "The port paid its workers in full."),
    ("We cannot conclude that [the pesticide kills bees].", "The pesticide kills bees."),
    ("The union refused to [accept the pay offer of March].", "The union accepted the pay offer of March."),
    ("Neither the police nor the army [fired on the crowd].", "The police fired on the crowd."),
    ("[The mayor took bribes from builders], an allegation that proved false.", "The mayor took bribes from builders."),
    ("The rumour that [the grain stores were burned] turned out to be untrue.", "The grain stores were burned."),
    ("Vaccination is unlikely to [stop the spread of the disease].", "Vaccination stops the spread of the disease."),
    ("The company was wrongly believed to [have paid no tax in 2011].", "The company paid no tax in 2011."),
    ("Scientists have debunked claims that [the towers cause cancer].", "The towers cause cancer."),
]


CONDITION = [
    (
        "[The contract may be ended by either side], but only at the end of a quarter.",
        "Either side may end the contract.",
    ),
    ("[The ruins are Etruscan], though this has been questioned.", "The ruins are Etruscan."),
    ("[The bonus is paid in December]. Employees under notice are excluded.", "The bonus is paid in December."),
    ("If and when the pipeline is built, [gas prices in the south will fall].", "Gas prices in the south will fall."),
    ("[The tablets speed recovery from flu], though the evidence is thin.", "The tablets speed recovery from flu."),
    (
        "[You may copy it in any medium], with changes or not, and in any form, provided that you say so.",
        "One may copy it.",
    ),
    ("[You must not drop a library] before the last user is gone.", "A library must not be dropped."),
    ("[Children travel free of charge] where at least two adults are insured.", "Children travel free of charge."),
    ("[The grant must be repaid] where a school leaves within two years.", "The grant must be repaid."),
    ("[Results rose slightly], although the increase was within the margin of error.", "Results improved."),
    ("So far as the accounts can be trusted, [the abbey made a profit].", "The abbey made a profit."),
    ("If [the talks fail this week] the border closes.", "The talks fail this week."),
    ("[Prices will rise by a tenth], should the frost return.", "Prices will rise by a tenth."),
    ("Without a permit [nobody may enter the vault].", "Nobody may enter the vault."),
    ("[Wages rose by a tenth], but inflation more than wiped out the gain.", "Wages rose by a tenth."),
    ("If the king dies childless at sea, [the crown passes to his brother].", "The king's brother is crowned."),
    ("[The minister may grant leave] after consulting the committee.", "The minister may grant leave."),
    ("[Nobody may enter the chamber] without a pass.", "Nobody may enter the chamber."),
    ("[Emissions rose in spring], but they fell back by summer.", "Emissions rose in spring."),
    ("[Prices doubled]. By spring, though, they were back where they began.", "Prices doubled."),
    ("Had the dam been finished, [the valley would have been spared].", "The valley would have been spared."),
    ("[The fee is waived in the first year]. This applies only to residents.", "The fee is waived in the first year."),
    ("[The operation is covered], pending a second opinion.", "In Bavaria the operation is covered."),
    ("[Anyone can enter the contest], bar staff and their families.", "Anyone can enter the contest."),
    ("[Prices fell in all ten cities], but in eight of them the fall was tiny.", "Prices fell in all ten cities."),
    ("Only when the cold comes [does the valve close].", "The valve closes."),
    ("In the absence of an objection, [the plan takes effect in May].", "The plan takes effect in May."),
    ("[Staff may work from home] where their manager has agreed.", "Staff may work from home."),
    ("[Crime fell by a third]; however, the drop is explained by a change in counting.", "Crime fell by a third."),
    ("[The estate passes to the daughter] failing a male heir.", "The estate passes to the daughter."),
    (
        "[Members withdraw their shares at any time] until the trial ends in March.",
        "Shares are withdrawn whenever members wish.",
    ),
    ("[The gel is approved for burns]; however, its effect is controversial.", "The gel is approved for burns."),
    ("If the chair and the clerk cannot agree, [they ask the members to choose].", "They ask the members to choose."),
    (
        "If the rights were ended for good, [no copy gives anyone the right to use it].",
        "No copy gives anyone a right to use it.",
    ),
    ("[The board does not decide] until talks have failed.", "The board makes no decisions."),
    (
        "[You may include a translation of the notices], provided that you also include the original notices.",
        "You may include a translation of the notices.",
    ),
    ("[The clinic stays open at weekends] only if the grant is renewed.", "The clinic stays open at weekends."),
    ("If the grant is renewed, [the clinic stays open at weekends].", "The clinic stays open at weekends."),
    ("[Tenants may sublet their rooms] unless the landlord objects in writing.", "Tenants may sublet their rooms."),
    ("[Lorries can use the old bridge], except in the winter months.", "Lorries can use the old bridge."),
    ("[The state pays for the treatment] provided that two doctors agree.", "The state pays for the treatment."),
    ("[The parties will disarm] as long as the monitors remain in the country.", "The parties will disarm."),
    ("[The refund is paid in full] on condition that the goods come back unopened.", "The refund is paid in full."),
    ("[The permit allows night work], subject to the consent of the neighbours.", "The permit allows night work."),
    ("Unless the rains come, [the harvest will fail in the south].", "The harvest will fail in the south."),
    ("Provided the pumps hold, [the lower town will stay dry].", "The lower town will stay dry."),
    ("[Speeds fell on the ring road], but only on its wide stretches.", "Speeds fell on the ring road."),
    ("[The vaccine protects infants], though not those born early.", "The vaccine protects infants."),
    (
        "[Crime fell sharply in the first year], but it rose again and the gain was lost.",
        "Crime fell sharply in the first year.",
    ),
    (
        "[The court lifted the ban on fishing], but the ruling was reversed in May.",
        "The court lifted the ban on fishing.",
    ),
    (
        "[The company kept its promise to hire locally] until the plant was sold.",
        "The company kept its promise to hire locally.",
    ),
    ("[All staff get a bonus] other than those on short contracts.", "All staff get a bonus."),
    ("As long as the price stays above forty dollars, [the field makes a profit].", "The field makes a profit."),
    ("[Members vote on the budget] save for the clause on defence.", "Members vote on the budget."),
    ("[Water may be drawn from the canal] when the level is above two metres.", "Water may be drawn from the canal."),
    (
        "[The treaty bans mines of every kind], with the exception of those at sea.",
        "The treaty bans mines of every kind.",
    ),
    ("[The drug is safe for children] if the dose is kept below ten milligrams.", "The drug is safe for children."),
    ("In the event of a strike, [the airline refunds every ticket].", "The airline refunds every ticket."),
]


ELLIPSIS = [
    (
        "[The pump delivers 300 litres {in summer, but} in winter] the yield is halved.",
        "The pump delivers 300 litres in winter.",
    ),
    (
        "[Pottery found here dates from {the Bronze Age. Monks built the causeway. Scholars date it to} Roman times].",
        "Pottery found here dates from Roman times.",
    ),
    ("[Passengers {travelling in first class} receive a meal].", "Passengers receive a meal."),
    ("[The council {will, subject to the approval of the state,} sell the land].", "The council will sell the land."),
    ("[Members {present at the general meeting} elect the treasurer].", "Members elect the treasurer."),
    ("[The filters {seldom, and never for long,} reduced dust].", "The filters reduced dust."),
    ("[The senator {voted against the war. His successor} supported it].", "The senator supported the war."),
    ("[Students {in the experimental classes} learned twice as fast].", "Students learned twice as fast."),
    ("[Refugees {arriving by sea} found work].", "Refugees found work."),
    ("[The council {has put off a decision to} widen the road].", "The council widened the road."),
    ("[The actress {sued the paper, whose editor} apologised in public].", "The actress apologised in public."),
    ("[The duchess {hired a painter, who} decorated the chapel].", "The duchess decorated the chapel."),
    ("[Exports to China {fell by half. Those to India} doubled].", "Exports to China doubled."),
    ("[Turnout {among voters under thirty} rose].", "Turnout rose."),
    ("[The lake {, or rather the half of it in the canton,} has been cleaned up].", "The lake has been cleaned up."),
    ("[Income {from farming fell, while that from tourism} doubled].", "Income doubled."),
    ("[The mayor {opposed the bill, while his deputy} wrote most of it].", "The mayor wrote most of the bill."),
    ("[The chairman {heard from a friend that the treasurer} stole the money].", "The chairman stole the money."),
    ("[Patients {with mild symptoms} recovered within a week].", "Patients recovered within a week."),
    ("[Sales of tea {, coffee and cocoa together} reached two billion].", "Sales of tea reached two billion."),
    ("[Residents {rejected the proposal to} build a second runway].", "Residents build a second runway."),
    ("[The engineer {had warned repeatedly against} opening the sluice].", "The engineer opened the sluice."),
    (
        "[The committee did {not find the evidence sufficient to} recommend the drug].",
        "The committee recommends the drug.",
    ),
    ("[The pilot {ended in May. The police} cut accidents by a third].", "The pilot cut accidents by a third."),
    (
        "[The board {refused to} approve the merger of the two banks].",
        "The board approved the merger of the two banks.",
    ),
    (
        "[The new drug {was withdrawn in spring. A change of diet} lowered blood pressure].",
        "The new drug lowered blood pressure.",
    ),
    ("[The council will, {unless the state pays,} build the school].", "The council will build the school."),
    ("[The inspectors were {never allowed to} enter the plant].", "The inspectors entered the plant."),
]


VOICE = [
    ("Eyewitnesses reported [a second gunman on the roof].", "There was a second gunman on the roof."),
    ("As its maker has it, [the filter removes all bacteria].", "The filter removes all bacteria."),
    ("To its backers, [the tunnel is the only way to save the port].", "The tunnel is the only way to save the port."),
    (
        "Sightings of [a large animal in the lake] have been reported since the 1930s.",
        "A large animal lives in the lake.",
    ),
    ("My colleagues in Delft believe that [dykes are a thing of the past].", "Dykes are a thing of the past."),
    (
        "Lindqvist and colleagues concluded that [riboflavin halves the number of attacks].",
        "Riboflavin halves the number of attacks.",
    ),
    ("[Dykes are a thing of the past]. I disagree with them.", "Dykes are a thing of the past."),
    ("The company insists that [its trucks are safe].", "The company's trucks are safe."),
    ("[The drought, the growers insist, was the worst on record].", "The drought was the worst on record."),
    ("In his diary, [the governor was a drunkard].", "The governor was a drunkard."),
    ("[The premier {was accused by the opposition of having} misled parliament].", "The premier misled parliament."),
    ("In the film, [the queen poisons her husband].", "The queen poisoned her husband."),
    ("Her insinuation that [the well was poisoned] spread at once.", "The well was poisoned."),
    ("An unsigned letter hazarded that [the post had been filled].", "The post had been filled."),
    ("It has been argued that [the guilds declined with the plague].", "The guilds declined with the plague."),
    ("By the ministry's own account, [the shelters were stocked].", "The shelters were stocked."),
    ('"[We never received a complaint]", the landlord said.', "The landlord never received a complaint."),
    ("Shareholders were told that [the factory would open in June].", "The factory opens in June."),
    ('The senator rose. "[The army has been starved of money]."', "The army has been starved of money."),
    ("The pamphlet paints [the strikers as foreign agents].", "The strikers were foreign agents."),
    ("[The tower is sinking]. That is the contention of the rival firm.", "The tower is sinking."),
    ("[The army {had, its critics alleged without proof,} burned the villages].", "The army burned the villages."),
    (
        "[The valley is the gravest danger to the port], a new army report to parliament says.",
        "The valley is the gravest danger to the port.",
    ),
    ("According to the fund, prices will rise, and [output will fall by a tenth].", "Output will fall by a tenth."),
    (
        "[Attacks on the garrison rose by a fifth], and losses grew, the ministry's assessment says.",
        "Attacks on the garrison rose by a fifth.",
    ),
    ("Critics say [the dam is unsafe].", "The dam is unsafe."),
    ("According to the company, [the spill was contained within hours].", "The spill was contained within hours."),
    ("[The dam is unsafe], critics say.", "The dam is unsafe."),
    ('"[The harvest was stolen by the army]," said Omar Haddad, a farmer.', "The harvest was stolen by the army."),
    ("Is [the dam safe for the villages below]?", "The dam is safe for the villages below."),
    ("The committee asked whether [the bridge could carry lorries].", "The bridge could carry lorries."),
    ("He was accused of [selling arms to both sides].", "He sold arms to both sides."),
    (
        "The party claims that [crime has doubled since the border opened].",
        "Crime has doubled since the border opened.",
    ),
    ("[The new law is a gift to the banks], in the words of its opponents.", "The new law is a gift to the banks."),
    ("Opponents of the plan argue that [it would ruin the coast].", "The plan would ruin the coast."),
    ("In the view of the union, [the contract breaks the law].", "The contract breaks the law."),
    ("The manufacturer insists that [its brakes meet the standard].", "Its brakes meet the standard."),
    ("The general told reporters that [the city had been taken].", "The city had been taken."),
    (
        "[The fish are dying because of the dye works], local fishermen believe.",
        "The fish are dying because of the dye works.",
    ),
    ("There were allegations that [the vote was rigged in two provinces].", "The vote was rigged in two provinces."),
]


HEDGE = [
    ("We cannot exclude that [diet contributed to it].", "Diet contributed to it."),
    ("It is not impossible that [the pass helped some].", "The pass helped some."),
    ("[Traffic would drop by a third], the model suggests, and by half in summer.", "Traffic will drop by a third."),
    ("[The reef will recover in a decade]. Not all biologists share this view.", "The reef will recover in a decade."),
    ("[Cats live longer indoors]. These are early figures.", "Cats live longer indoors."),
    ("[The tower leans because of the well]. No one knows for certain.", "The tower leans because of the well."),
    ("[The toxin builds up in the liver]. More work is needed to confirm this.", "The toxin builds up in the liver."),
    ("[Adults who nap live longer]. We urge caution in reading these results.", "Adults who nap live longer."),
    ("[The planet has water]. Other explanations of the signal cannot be excluded.", "The planet has water."),
    ("[The prize was to be awarded to a woman]; the jury changed its mind.", "The prize was awarded to a woman."),
    (
        "[Blood pressure fell by six points]. The change was within measurement error.",
        "Blood pressure fell by six points.",
    ),
    (
        "[Children who read daily scored higher]. The result is based on 31 families.",
        "Children who read daily score higher.",
    ),
    ("[The canal was to reach the coast by 1860], but work was given up.", "The canal reached the coast by 1860."),
    ("[You may experience drowsiness].", "You experience drowsiness."),
    ("[The comet has been put forward as the source of the water].", "The comet is the source of the water."),
    ("One possible mechanism is that [riboflavin protects neurons].", "Riboflavin protects neurons."),
    ("[The gene causes the disease]. The finding awaits confirmation.", "The gene causes the disease."),
    (
        "[High doses repair nerve cells]. Whether the same happens in people is unknown.",
        "High doses repair nerve cells.",
    ),
    (
        "[Coffee drinkers lived two years longer]. The difference was not statistically significant.",
        "Coffee drinkers live two years longer.",
    ),
    (
        "[Coffee drinkers lived two years longer]. These results should be interpreted with caution.",
        "Coffee drinkers live two years longer.",
    ),
    (
        "[Riboflavin reduced headache days]. This subgroup analysis should be regarded as exploratory.",
        "Riboflavin reduces headache days.",
    ),
    ("Evidence is mounting that [sleep protects the brain].", "Sleep protects the brain."),
    ("[The witness thought she had seen a blue car].", "The witness saw a blue car."),
    ("Analysts expect [inflation to fall below two percent].", "Inflation falls below two percent."),
    ("[The proposed line will bring the capital within two hours].", "The line brings the capital within two hours."),
    ("[Trade, so far as one can judge from customs rolls, doubled].", "Trade doubled."),
    ("It would not be surprising if [the two poets had met].", "The two poets had met."),
    ("[It looks as though the dinosaurs had feathers].", "The dinosaurs had feathers."),
    (
        "[The chancellor {is rumoured, on thin evidence, to} speak eleven languages].",
        "The chancellor speaks eleven languages.",
    ),
    ("As things stand, [the deficit will exceed five percent].", "The deficit will exceed five percent."),
    ("[The outbreak has been linked to a batch of berries].", "The outbreak was caused by berries."),
    ("[The bank hid {its} losses from the regulator], it seems.", "Losses were concealed by the bank."),
    ("[The clinics {might, in the best of cases,} shorten the wait].", "Patients saw a doctor sooner."),
    (
        "[The bishop {is said by a chronicler who hated him to have} poisoned his rival].",
        "The bishop poisoned his rival.",
    ),
    ("[The fire was most likely started by a heater].", "The fire was started by a heater."),
    ("One explanation is that [the bees were weakened by mites].", "The bees were weakened by mites."),
    ("[The governor, it is widely assumed, took the money].", "The governor took the money."),
    ("There are grounds for suspecting that [the election was rigged].", "The election was rigged."),
    ("[The bridge, by one estimate, carries ten thousand cars a day].", "The bridge carries ten thousand cars a day."),
    ("The new limit may [reduce accidents on the ring road].", "The new limit reduces accidents on the ring road."),
    ("[The drug might slow the disease].", "The drug slows the disease."),
    ("Preliminary results suggest that [the bacteria break down plastic].", "The bacteria break down plastic."),
    ("[The virus probably came from bats].", "The virus came from bats."),
    ("It appears that [the pump had been switched off].", "The pump had been switched off."),
    ("The fire is thought to [have started in the kitchen].", "The fire started in the kitchen."),
    ("It is feared that [hundreds drowned when the ferry sank].", "Hundreds drowned when the ferry sank."),
    ("[The deal could cost the state two billion].", "The deal costs the state two billion."),
    ("It is possible that [the letter was forged].", "The letter was forged."),
    ("Output is expected to [fall by a tenth next year].", "Output will fall by a tenth next year."),
    ("The settlement was perhaps [the oldest on the island].", "The settlement was the oldest on the island."),
    ("[Coffee appears to protect the liver].", "Coffee protects the liver."),
]


SCOPE = [
    ("In its first year, [the scheme cut waiting times].", "The scheme cut waiting times."),
    ("Of the women in the study, [half had moved house].", "Half had moved house."),
    ("Work on isolated hearts has shown that [the drug steadies the beat].", "The drug steadies the beat."),
    ("[Bicycles are carried free] outside the rush hour.", "Bicycles are carried free."),
    ("[Newspapers lost readers] in every region but the south.", "Newspapers lost readers."),
    ("Under a microscope and at low light, [the cells divide faster].", "The cells divide faster."),
    ("In a simulation, [the sea wall held for six hours].", "The sea wall held for six hours."),
    (
        "[Footfall dropped in four of the twenty-three streets it counted].",
        "Footfall dropped in the streets of Harwick.",
    ),
    ("Animal studies show that [the drug slows ageing].", "The drug slows ageing."),
    ("Studies in mice have shown that [high doses restore nerve cells].", "High doses restore nerve cells."),
    ("[The discount applies] to bookings made before May.", "The discount applies."),
    ("[The seeds doubled the yield] on irrigated land.", "The seeds doubled the yield."),
    ("In single-threaded mode, [the tool scales down the dictionary].", "The tool scales down the dictionary."),
    ("For all but the smallest firms, [the duty begins in 2026].", "The duty begins in 2026."),
    ("In the lower income groups [smoking has become common].", "Smoking has become common."),
    ("For the first six weeks [the infants slept better].", "The infants slept better."),
    ("On average, [the garden raised attendance among the youngest pupils].", "Attendance in the lowest classes rose."),
    ("Many (if not most) [packages need updating].", "Packages need updating."),
    ("In version 2 of the server, [scp was changed].", "Scp was changed."),
    ("Here [some packages require another compiler].", "Debian packages require another compiler."),
    ("[The gel heals burns] of the first degree.", "The gel heals burns."),
    ("In English-speaking provinces, [the party came second].", "The party came second."),
    ("In its original form, [the tax was paid by nobles].", "The tax was paid by nobles."),
    ("[The clause applies to contracts] concluded after 2019.", "The clause applies to contracts."),
    ("By weight, [plastic makes up most of the waste].", "Plastic makes up most of the waste."),
    ("[The antibody bound the virus] in a test tube.", "The antibody binds the virus."),
    ("[Absenteeism fell] among night-shift workers.", "Absenteeism fell."),
    ("[The tax raised prices] in small shops.", "The tax raised prices."),
    ("For the owner, [the reform was a blessing].", "The reform was a blessing."),
    ("Here and there [the frescoes have survived].", "The frescoes survived."),
    ("[The ferry runs on time] four days out of seven.", "The ferry runs on time."),
    (
        "[The bacteria {, at concentrations far above those in nature,} killed the fish].",
        "The bacteria killed the fish.",
    ),
    ("For the time being, [the two parties govern together].", "The two parties govern together."),
    ("In rural areas [the rollout met its target].", "The rollout met its target."),
    ("[Heating bills fell by a third] in houses built before 1960.", "Heating bills fell by a third."),
    ("In the three villages nearest the mine, [rates of asthma doubled].", "Rates of asthma doubled."),
    (
        "Some of [the teachers who took the course changed the way they mark].",
        "Teachers who took the course mark otherwise.",
    ),
    ("[The bridges were found to be unsafe] (two of the sixty inspected).", "The bridges were found to be unsafe."),
    ("[The dialect is still spoken], chiefly by people over seventy.", "The dialect is still spoken."),
    ("Nearly [half of all adults own shares].", "Half of all adults own shares."),
    ("Measured per head, [emissions fell by eleven percent].", "Emissions fell by eleven percent."),
    (
        "[Some packages hold copies {of other packages, usually for the} user's ease].",
        "All packages hold copies of other packages, usually for the user's ease.",
    ),
    ("For a year, [some quite price-sensitive kinds of building slowed].", "Building slowed."),
    ("In two of nineteen villages, [the wells were dry].", "The wells were dry."),
    ("Some [teachers had left the district].", "Teachers had left the district."),
    ("A few of the [bridges were found unsafe].", "The bridges were found unsafe."),
    ("[The trains ran late] on average in the pilot area.", "The trains ran late."),
    ("In mice, [the compound cured diabetes].", "The compound cures diabetes."),
    ("Sometimes [the river floods the lower road].", "The river floods the lower road."),
    ("[The river floods the lower road] at night.", "The river floods the lower road."),
    ("Among men over 60, [the drug lowered the risk of stroke].", "The drug lowered the risk of stroke."),
    ("[Prices fell by up to 30 percent].", "Prices fell by 30 percent."),
    ("[The new rules were partly applied].", "The new rules were applied."),
    ("Most [villages have a clinic].", "The villages have a clinic."),
    ("In the pilot area [injuries halved within a year].", "Injuries halved within a year."),
    ("[Home visits cut readmissions] in patients with heart failure.", "Home visits cut readmissions."),
    ("In one of five trials [the lamp helped sleepers].", "The lamp helps sleepers."),
]


FAIR = [
    ("None of her critics denied that [her maps were accurate].", "Her critics accepted that her maps were accurate."),
    ("[We cannot exclude that diet contributed to it].", "Diet may have contributed to it."),
    ("[You do this at your own risk], as vendor-provided modules may break.", "You do this at your own risk."),
    ("[The daemon falls back to manual mode]. This decision can be reversed.", "The daemon falls back to manual mode."),
    ("It would be wrong to deny that [the reform helped the poor].", "The reform helped the poor."),
    ("[Only adults are admitted].", "Children are not admitted."),
    ("In the poet's opinion, [the city is a prison].", "To the poet, the city is a prison."),
    ("[Anyone may attend the hearing], and speak if invited.", "The hearing is open to all."),
    ("[The mice were kept in the dark] for a week.", "The mice were kept in the dark."),
    (
        "Studies in mice have shown that [high doses restore cells]. Whether this holds in people is unknown.",
        "In rodents, high doses restore cells.",
    ),
    ("[The policy renews each year] until you end it.", "The policy renews each year."),
    ("[The chapel was restored] over four summers.", "The chapel was restored."),
    ("[The road is closed]. It is uncertain when it will reopen.", "The road is closed."),
    ("[The painting {, long thought lost,} hangs in Oslo].", "The painting hangs in Oslo."),
    ("One of the reasons is that [the seeds were old].", "The seeds were old."),
    ("Farmers complain that [the wolves kill their sheep].", "For farmers, the wolves are killers of sheep."),
    (
        "[The library holds two million books], where the old one held half as many.",
        "The library holds two million books.",
    ),
    ("[The program is provided without warranty], either express or implied.", "The program has no warranty."),
    ("[You may copy it], with or without changes.", "You may copy it."),
    ("For the authors' protection, [the terms exclude all warranty].", "The terms exclude all warranty."),
    ("[Your licence ends] if you bring a claim alleging that it infringes.", "Your licence ends when you sue."),
    (
        "[The dates may be changed], but only once and not later than seven days before departure.",
        "A single change of dates, a week ahead, is allowed.",
    ),
    ("[Prices {fell in May, but} rose in June].", "Prices rose in June."),
    (
        "[We assigned 264 adults to riboflavin 400 mg daily or placebo] for 24 weeks.",
        "264 adults were assigned to riboflavin or placebo.",
    ),
    (
        "[The council collected 14 million pounds in charges] over the first two years.",
        "The council collected 14 million pounds in charges.",
    ),
    ("[Members may bring two guests].", "Two guests a member are welcome."),
    ("[You may change the dates of your trip].", "A change of dates is free."),
    ("I think [the sea will rise by a metre].", "In Solberg's opinion, the sea will rise by a metre."),
    (
        "According to local legend, [a drowned city lies beneath the basin].",
        "Folklore places a sunken city under the basin.",
    ),
    ("[The army moved to London], where the court has been held since.", "The army moved to London."),
    ("The road is well maintained and [the barrier will protect the town].", "The barrier will protect the town."),
    ("The court concluded that [the driver was at fault].", "The driver was at fault."),
    ("[The treaty was signed in the hall] where the king had been crowned.", "The treaty was signed in the hall."),
    (
        "[Late arrivals fell most in rural schools], where buses are timed to the breakfast.",
        "Late arrivals fell most in rural schools.",
    ),
    ("One reason is that [the fish have left].", "The fish have left."),
    ("[The bridge was built in 1911]. Whether it will be repaired is unknown.", "The bridge was built in 1911."),
    ("[The gene causes the disease]. The treatment is still preliminary.", "The gene causes the disease."),
    ("[The gene causes the disease]. This finding has been confirmed many times.", "The gene causes the disease."),
    ("He led an alliance of parties that [won fifty seats].", "The alliance won fifty seats."),
    ("[Speeds fell by 4 km/h, taking {together} all 41 streets].", "Speeds fell by 4 km/h in the 41 streets."),
    (
        "Quarrels with [its rivals, who have joined the league,] will grow should they leave, and sooner if it rains.",
        "The rivals have joined the league.",
    ),
    ("[The threat grows], especially if the vote is boycotted.", "The threat grows."),
    (
        "[The president {has so far resisted calls to} dismiss the general].",
        "The president has not dismissed the general.",
    ),
    ("The island, if small, is rich: [it has three mines].", "The island has three mines."),
    ("[The licence covers the program]. It does not apply to any other.", "The licence covers the program."),
    ("The judge ruled that [the law applies to ships].", "The law applies to ships."),
    ("[Employees work from home {on two days} a week].", "Staff work at home twice a week."),
    ("This is intended to [eliminate all such flaws].", "The intention is to eliminate all such flaws."),
    ("[She told the story to her children, who wrote it down].", "Her children wrote the story down."),
    ("In the decades that followed, [the town became a resort].", "The town became a resort."),
    ("At 4,810 metres, [the mountain is the highest in the Alps].", "The mountain is the highest in the Alps."),
    ("[The firm was bought by a rival] for 90 million pounds.", "The firm was bought by a rival."),
    ("If two trials failed, the third did not: [the vaccine works].", "The vaccine works."),
    ("It has never been disputed that [he signed the decree].", "He signed the decree."),
    ("With 41 votes to 12, [the council approved the plan].", "The council approved the plan."),
    ("[The minister resigned] over claims that he had lied.", "The minister resigned."),
    ("[It uses canaries] to reduce the likelihood of stack corruption.", "It uses canaries."),
    ("Some of the tools also provide a library which [is part of the system].", "The library is part of the system."),
    ("[He told the press nothing and retired to Melbourne].", "He retired to Melbourne."),
    ("The firm, said to be the oldest in town, [makes bells].", "The firm makes bells."),
    ("[The road runs along the coast] for 80 kilometres.", "The road runs along the coast."),
    ("[The factory was bombed] in both world wars.", "The factory was bombed."),
    ("[The choir sang in Vienna and Rome] under three conductors.", "The choir sang in Vienna and Rome."),
    ("It would be wrong to ignore the fact that [wages rose].", "Wages rose."),
    ("[The mayor never failed to answer a letter].", "The mayor answered all letters."),
    ("[The index rose in March], after a fall in February.", "The index rose in March."),
    ("[The engine has four cylinders], each with two valves.", "The engine has four cylinders."),
    ("[The mill burned down] on the night of 3 March.", "The mill burned down."),
    ("[The committee {may meet in private. It} publishes its decisions].", "The committee publishes its decisions."),
    ("[Fishermen {, who for years had feared the worst,} found the wreck].", "Fishermen found the wreck."),
    ("Some residents believe that [complaints fell].", "A number of residents think that complaints fell."),
    ("[The bill {was introduced in March and} became law in July].", "The bill became law in July."),
    ("The advantage of the method is that [it needs no water].", "The method needs no water."),
    ("So great was the heat that [the rails buckled].", "The rails buckled."),
    ("He left no doubt that [the bishop knew of the plan].", "The bishop knew of the plan."),
    ("[He left the room] without a word.", "He left the room."),
    ("[The ban {on heavy lorries} made the bridges safer].", "The bridges became safer."),
    ("[The union {represents cooks in eleven hospitals and} called the strike].", "The union called the strike."),
    ("For the second year running, [the club finished last].", "The club finished last."),
    ("It is beyond dispute that [the brothers were friends].", "The brothers were friends."),
    ("When asked about his age, [the witness smiled].", "The witness smiled."),
    ("The minister conceded that [the road was unsafe].", "The road was unsafe."),
    ("[The library holds 41,000 {volumes, most of them} in Latin].", "A collection of 41,000 books is kept there."),
    ("On two occasions, in 1911 and 1934, [the river burst its banks].", "The river burst its banks in 1911 and 1934."),
    ("For reasons that are not recorded, [the fair was moved].", "The fair was moved."),
    (
        "[The training {could, on this reading of the data,} prevent falls].",
        "One reading of the data is that falls became rarer.",
    ),
    ("[The museum opened in 1871], but it was not the first in the city.", "The museum opened in 1871."),
    ("[The village never lost its post office].", "The village kept its post office."),
    ("Without having seen the sea, [she painted ships].", "She painted ships."),
    ("[The bridge carries many lorries], yet nobody thought to widen it.", "The bridge carries many lorries."),
    ('"[The harvest was the worst in memory]," said the union.', "The union called it the worst harvest."),
    ("In March 2011 [the harbour sold its cranes].", "The harbour sold its cranes."),
    ("[The law came into force in 1998] and was amended in part in 2004.", "The law came into force in 1998."),
    ("Few cities have changed as much: [the population has tripled].", "The population has tripled."),
    ("It is often said that [the ferry is slow].", "People say the ferry is slow."),
    ("In front of a crowd of several hundred people, [the statue was unveiled].", "The statue was unveiled."),
    ("The mayor, who hopes to be re-elected, [opened the new library].", "The mayor opened the new library."),
    ("[The insulation cut bills by a third] in houses built before 1960.", "In older buildings bills fell by a third."),
    ("For patients under forty, [the protocol shortened stays].", "Younger patients stayed less long."),
    ("[Exports {of machinery, though not of cars,} grew].", "Exports of machinery grew."),
    ("[The factory {closed in 1979. Two years later it} reopened as a museum].", "The factory reopened as a museum."),
    (
        "[Archaeologists {with shovels, brushes and a small digger} uncovered the mosaic].",
        "Archaeologists dug up the mosaic with a digger.",
    ),
    (
        "[The explorer {left Bergen in 1893, spent two winters in the ice and} returned with a map].",
        "The explorer returned with a map.",
    ),
    ("The article does not say why [the chairman resigned in June].", "The chairman resigned in June."),
    ("Unless I am mistaken, [the mill was built by monks].", "The mill was built by monks."),
    ("[Dogs are welcome in the dining car], but not in the evening.", "By day dogs are welcome in the dining car."),
    (
        "The union has abandoned the claim that [the factory hides accidents].",
        "Once the union spoke of hidden accidents.",
    ),
    ("The board rejects the charge and says [the shells were stored safely].", "The board says the shells were safe."),
    ("Once the war was over, [the mill was rebuilt].", "The mill was rebuilt."),
    ("He failed to mention that [the licence had expired].", "The licence had expired."),
    ("When the boxes were opened, it became plain that [the will was forged].", "The will was forged."),
    ("[The clause was struck out in 1998]. The clause had not been used once.", "The clause was struck out in 1998."),
    ("The owner, whether by sale or by gift, [passes the land on].", "The owner passes the land on."),
    ("[The rights are those] provided under this law.", "The rights are those of this law."),
    ("Members may act as they see fit, but [should try to agree].", "Members are to try to agree."),
    ("The club maintains a list of [promises made by its friends].", "Promises were made by friends of the club."),
    ("[These forces brought wealth]; once set free, they bring more.", "These forces brought wealth."),
    ("[Towns send envoys]. The port, on the contrary, sends clerks.", "Towns send envoys."),
    ("[Deaths rose in May], and declined only slightly in June.", "Deaths rose in May."),
    ("[Boats that are said to be safe sank] in June.", "Boats sank in June."),
    (
        "[The rights granted here {end at once if you fail to comply} with any of its terms].",
        "Whoever breaks the terms loses the rights at once.",
    ),
    ("According to the Inland Water Board, [the lake is shallow].", "The IWB calls the lake shallow."),
    ("[The map helps people with bad eyes].", "Persons with bad eyes are helped by the map."),
    ("The text may be copied [provided that the changes are marked].", "Changes have to be marked."),
    ("[The club usually meets in town].", "As a rule, the club meets in town."),
    ("The manual says [what to expect during the review].", "The manual says what to expect."),
    ("[Dues are payable in two weeks].", "Dues have to be paid within a fortnight."),
    ("[The vote cannot be called {a fair} one].", "The vote was not fair."),
    ("The clerk was [unable to say] if the file exists.", "The clerk was unable to say."),
    ("[You may copy the map] for any purpose.", "The map is free for all to copy."),
    ("All [parts of the valley] were flooded.", "The valley was flooded."),
    ("[The number of people who ride] has risen.", "More people ride."),
    ("[The merit of the plan is subject to debate].", "It is disputed how good the plan is."),
    ("[He could not speak {and} could barely walk].", "He could not speak and could barely walk."),
    (
        "[No ballot is sent abroad, no ballot {is counted twice, and no ballot} is kept].",
        "No ballot is sent abroad, no ballot is counted twice, and no ballot is kept.",
    ),
    (
        "[Members must not work against {a decision of} the assembly].",
        "Members are forbidden to work against the assembly.",
    ),
    ("[It would not be wise to sell the forest] this year.", "The council is against selling the forest."),
    ("[Mean speed fell by 4 km/h on the pilot streets], and the police were pleased.", "Mean speed fell by 4 km/h."),
    ("The survey found that [mean speed fell by 4 km/h].", "Mean speed fell by 4 km/h."),
    ("[The dam was built in 1961], but the road came later.", "The dam was built in 1961."),
    ("The survey measured [a rise in lead in the water].", "Lead in the water rose."),
    ("We found that [the treatment shortened the illness].", "The treatment shortened the illness."),
    ("According to the census, [the town has 4,000 people].", "The town has 4,000 people."),
    ("[The bill passed with 61 votes], although the left had opposed it for years.", "The bill passed with 61 votes."),
    ("The village that had no school [built one in 1950].", "The village built a school in 1950."),
    ("The mayor, who denied any wrongdoing, [resigned in March].", "The mayor resigned in March."),
    ("[Some 200 people were evacuated from the valley].", "About 200 people were evacuated from the valley."),
    ("[Rice has been the most important crop for centuries].", "Rice has been the most important crop for centuries."),
    ("Not only [did the reform cut costs], it also sped up care.", "The reform cut costs."),
    ("There is no doubt that [the glacier is shrinking].", "The glacier is shrinking."),
    ("In May [the garrison surrendered].", "The garrison surrendered in May."),
    ("Men were more likely than women to [drown in the lake].", "Men drowned in the lake more than women."),
    ("Critics say [the dam is unsafe].", "Critics say the dam is unsafe."),
    ("The dam may [fail in a great flood].", "The dam might fail in a great flood."),
    ("The study did not [find any effect on reading].", "The study found no effect on reading."),
    (
        "[The pilot began in 2011 {and covered nine villages. It} cut accidents by a third].",
        "The pilot cut accidents by a third.",
    ),
    ("[The committee {, which did not meet in winter,} recommended the drug].", "The committee recommended the drug."),
    (
        "If the grant is renewed, the clinic stays open; [the library closes in any case].",
        "The library closes in any case.",
    ),
    ("Because the pumps were not serviced, [the lower town flooded].", "The lower town flooded."),
    ("Critics doubted the plan, but [the port opened on time].", "The port opened on time."),
    (
        "When asked if he would resign, the minister left. [The vote was held the next day].",
        "The vote was held the next day.",
    ),
    ("The army withdrew, and [the villagers returned to their fields].", "The villagers returned to their fields."),
    ("[The court ruled that the tax was unlawful]. The government did not appeal.", "The tax was unlawful."),
    ("[The hospital treated 40 patients for burns]; none died.", "The hospital treated 40 patients for burns."),
    ("[No child was vaccinated in the camp].", "Children in the camp were not vaccinated."),
    (
        "The report was not published until 2004. [It blamed the operator for the fire].",
        "The operator was blamed for the fire.",
    ),
    ("[The road was closed to lorries], and only buses may use it now.", "The road was closed to lorries."),
    ("Although the winter was mild, [coal use rose].", "Coal use rose."),
    ("[The reform was popular], but the opposition had no leader.", "The reform was popular."),
    (
        "The engineers who built the tunnel say little. [The tunnel carries 30 trains a day].",
        "The tunnel carries 30 trains a day.",
    ),
    ("The trial showed that [the new seeds yield more grain].", "The new seeds yield more grain."),
    ("[The law applies from January 2020]. It may be amended by decree.", "The law applies from January 2020."),
    ("[The ferry sank because the doors were open].", "The ferry sank because its doors were open."),
    ("[Rents rose faster than wages in the capital].", "Rents in the capital rose faster than wages."),
    ("Some historians disagree. [The city fell in 1453].", "The city fell in 1453."),
    ("[The population is no fewer than 3,000].", "The population is at least 3,000."),
    ("[The ceasefire held for some time].", "The ceasefire held for a while."),
    ("The government has not yet reacted, and [the strike goes on in the ports].", "The strike goes on in the ports."),
    (
        "[The tribunal convicted five officers]; two others were acquitted if only on appeal.",
        "The tribunal convicted five officers.",
    ),
    ("Even if the talks fail, [the border stays open].", "The border stays open even if talks fail."),
    ("In 1950 [the region exported wheat]; today it imports it.", "The region exported wheat in 1950."),
    ("[The company paid 3 million in fines], which it did not contest.", "The company paid 3 million in fines."),
    ("[Infection rates fell in all nineteen villages].", "Infection rates fell in all villages."),
]


SPANISH = [
    ("denial", "Los vecinos no [aceptaron la indemnización].", "Los vecinos aceptaron la indemnización."),
    ("denial", "El Gobierno evitó [condenar el golpe].", "El Gobierno condenó el golpe."),
    ("denial", "[El ministro iba a dimitir]. No lo hizo.", "El ministro dimitió."),
    ("condition", "[El banco dará el crédito] a no ser que se agote la partida.", "El banco dará el crédito."),
    ("condition", "De aprobarse la enmienda, [los pueblos recibirán fondos].", "Los pueblos recibirán fondos."),
    ("condition", "[Las ventas crecieron en mayo], pero cayeron en junio.", "Las ventas crecieron."),
    ("condition", "[Las ventas crecieron]; ahora bien, casi todo se debe a un cliente.", "Las ventas crecieron."),
    ("ellipsis", "[Los socios {que cotizan desde 1990 }cobrarán una paga].", "Los socios cobrarán una paga."),
    ("scope", "[El plan{, en dos de nueve pueblos, }cerró las escuelas].", "El plan cerró las escuelas."),
    ("voice", "[La obra terminará en mayo], aseguró ayer el concejal.", "La obra terminará en mayo."),
    ("voice", "—[La fábrica ensucia el río] —dijo el pescador.", "La fábrica ensucia el río."),
    ("voice", "[La fábrica —denuncian los vecinos— ensucia el río].", "La fábrica ensucia el río."),
    ("voice", "Denuncia que [la policía entró en su casa].", "La policía entró en su casa."),
    ("voice", "Los críticos del estudio creen que [la cifra es falsa].", "La cifra es falsa."),
    ("voice", "Para sus detractores, [la reforma encareció la vivienda].", "La reforma encareció la vivienda."),
    ("denial", "El capitán no [incumplió la orden].", "El capitán incumplió la orden."),
    ("condition", "[El paro cayó en 2014]; sin embargo, ese año volvió a subir.", "El paro cayó en 2014."),
    ("denial", "Advierten que el fármaco no puede [considerarse una cura].", "El fármaco se considera una cura."),
    ("hedge", "[El empresario habría pagado dos millones].", "El empresario pagó dos millones."),
    ("hedge", "Quizá [la erupción provocara la caída del imperio].", "La erupción provocó la caída del imperio."),
    ("scope", "Dos de los nueve pueblos [cerraron las escuelas].", "Los pueblos cerraron las escuelas."),
    ("hedge", "Perú y Chile [crecerían más de un 4 % este año].", "Perú y Chile crecieron más de un 4 % este año."),
    ("scope", "En dos de los diecinueve pueblos [se cerraron las escuelas].", "Se cerraron las escuelas."),
    ("denial", "En ningún caso [responde la empresa de los objetos]", "La empresa responde de los objetos."),
    ("denial", "La casa se vende y no [admite mascotas].", "La casa admite mascotas."),
    ("condition", "[La reserva se cancela gratis] hasta dos días antes.", "La reserva se cancela gratis."),
    ("voice", "Los dueños dicen [haber pagado la multa].", "La multa está pagada."),
    ("denial", "Apenas hay pruebas que permitan decir que [el rey lo sabía].", "El rey lo sabía."),
    ("condition", "[Se admiten perros en el patio] cuando van atados.", "Se admiten perros en el patio."),
    ("condition", "[El pueblo paga el alquiler] a quien gane poco.", "El pueblo paga el alquiler."),
    ("condition", "[La multa baja a la mitad] con el pago inmediato.", "La multa baja a la mitad."),
    ("condition", "[El muelle cierra hoy]. La prohibición no alcanza a los botes.", "El muelle cierra hoy."),
    ("hedge", "[El té cura la gripe]. Los autores admiten que son datos preliminares.", "El té cura la gripe."),
    ("scope", "[Las mujeres cobran lo mismo] en el sector público.", "Las mujeres cobran lo mismo."),
    ("denial", "De ninguna prueba se desprende que [el agua sea mala].", "El agua es mala."),
    ("condition", "[El enfermo come de todo] a partir del tercer día.", "El enfermo come de todo."),
    ("denial", "[El impuesto se suprimió]. Dos años después, se restableció.", "El impuesto se suprimió."),
    ("denial", "A nadie se le ocurrió [cerrar la puerta].", "Alguien cerró la puerta."),
    ("denial", "Queda excluido del seguro [el daño del agua].", "El seguro paga el daño del agua."),
    ("denial", "[El rey murió loco]: otro tópico del cine.", "El rey murió loco."),
    ("hedge", "[El vertido pudo llegar a la costa].", "El vertido llegó a la costa."),
    ("hedge", "[La ministra confía en aprobar la ley].", "La ministra aprueba la ley."),
    ("voice", "[El suelo tiembla por el gas], repiten los vecinos.", "El suelo tiembla por el gas."),
    ("voice", "Los bancos dan por hecho que [el tipo subirá].", "El tipo subirá."),
    ("denial", "[El té cura]. La agencia nunca ha dicho tal cosa.", "El té cura."),
    ("hedge", "[La venta está prácticamente cerrada].", "La venta está cerrada."),
    ("scope", "[El reloj va bajo el agua] hasta una profundidad de dos metros.", "El reloj va bajo el agua."),
    ("condition", "[El plazo se abre] transcurridos diez días.", "El plazo se abre."),
    ("condition", "[El menor puede declarar], asistido por sus padres.", "El menor puede declarar."),
    ("scope", "[El precio incluye cena] para reservas anteriores al 1 de mayo.", "El precio incluye cena."),
]
SPANISH_FAIR = [
    ("No solo [bajó el precio del pan], sino también el de la leche.", "Bajó el precio del pan."),
    ("Nadie niega que [la reforma cambió el país].", "La reforma cambió el país."),
    ("El alcalde, que no quiso hablar, [dimitió el martes].", "El alcalde dimitió el martes."),
    ("Lo que no dijo el director es que [la empresa perdió tres juicios].", "La empresa perdió tres juicios."),
    ("Tras el rechazo de algunos recursos, [empezó el juicio].", "Empezó el juicio."),
    ("El tratado prohibía el comercio: [nadie vendía trigo].", "El tratado prohibió que se vendiera trigo."),
    ("Muchos estudios han demostrado [la importancia del ámbar].", "El ámbar es importante."),
    ("Años después [se casaría con su prima en Lima].", "Se casó con su prima en Lima."),
    ("Si sube a la torre verá que [la ciudad es redonda].", "La ciudad es redonda."),
    ("NOTA: [el archivo se guarda en la memoria].", "El archivo se guarda en la memoria."),
    ("Nadie lo esperaba: [el equipo ganó la final].", "El equipo ganó la final."),
    ("Ante la duda de si llovería, [los vecinos cubrieron la paja].", "Los vecinos cubrieron la paja."),
    ("Se dice a menudo que [la torre se inclina].", "Dicen que la torre se inclina."),
    ("[El río baja seco hasta que llueve en mayo].", "Mientras no llueva, el río baja seco."),
    ("[El jurado dio el premio a Soto]. No es cierto que el libro sea malo.", "Soto ganó el premio."),
    ("[Un coche y un tren chocaron]; no hubo heridos.", "Un coche y un tren chocaron."),
    ("[El banco pagó la obra], que no vio terminada.", "El banco pagó la obra."),
    ("[El museo abre a diario]. La sala azul abre solo en verano.", "El museo abre a diario."),
    ("El conductor, acusado de ir ebrio, [salió absuelto].", "El conductor salió absuelto."),
    ("[Aceptó ocho de sus diez propuestas].", "Aceptó ocho propuestas."),
    ("Quien no conoce el valle no sabe que [el río nace aquí].", "El río nace aquí."),
    ("[El juez condenó a la empresa], que negaba los hechos.", "El juez condenó a la empresa."),
    ("El alcalde, a quien acusan de mentir, [abrió el parque].", "El alcalde abrió el parque."),
    ("[El puente no cerró en mayo, sino en junio].", "El puente cerró en junio."),
    ("[El satélite vio la isla], cosa que ningún avión había logrado.", "El satélite vio la isla."),
    ("[La ley{, aprobada sin un solo voto en contra, }rige en Madrid].", "La ley rige en Madrid."),
]


@pytest.mark.parametrize(("misuse", "marked", "said"), SPANISH)
def test_spanish(misuse, marked, said):
    """The subject may be left out or follow its verb, asides stand between dashes, and an article leaves many open."""
    assert misuse in judged(marked, said, "es")


@pytest.mark.parametrize(("marked", "said"), SPANISH_FAIR)
def test_fair_spanish(marked, said):
    """A denial of a denial, an aside and a limit of how often something is said leave a quotation fair."""
    assert judged(marked, said, "es") == {}


GERMAN = [
    ("denial", "Der Konzern wies den Vorwurf zurück, [er habe den Fluss vergiftet].", "Er vergiftete den Fluss."),
    ("denial", "[Die Stadt zahlte den Ausbau] im letzten Jahr nicht.", "Die Stadt zahlte den Ausbau."),
    ("denial", "Der Plan, [die Altstadt zu sperren], wurde verworfen.", "Die Altstadt wurde gesperrt."),
    ("denial", "Belegen ließ sich nicht, dass [der Brief echt ist].", "Der Brief ist echt."),
    ("denial", "Der Rat hat zu keiner Zeit zugesagt, [den Weg zu bauen].", "Der Rat baut den Weg."),
    ("condition", "Stimmt der Rat zu, [beginnt der Bau im Mai].", "Der Bau beginnt im Mai."),
    ("condition", "[Das Archiv ist offen], aber nur dort, wo Personal ist.", "Das Archiv ist offen."),
    ("condition", "[Die Löhne stiegen], real blieb davon jedoch nichts übrig.", "Die Löhne stiegen."),
    ("ellipsis", "[Der Minister {lehnte es ab, }den Bericht zu schwärzen].", "Der Minister schwärzte den Bericht."),
    ("ellipsis", "[Rentner{, deren Einkommen niedrig ist,} zahlen nichts].", "Rentner zahlen nichts."),
    ("voice", "Gegner sagen, [der Bau schade dem Moor].", "Der Bau schadet dem Moor."),
    ("voice", "[Der Tunnel ist sicher], so die Betreibergesellschaft.", "Der Tunnel ist sicher."),
    ("voice", "[Die Akten seien verbrannt], hieß es im Amt.", "Die Akten sind verbrannt."),
    ("hedge", "[Der Fund dürfte aus der Bronzezeit stammen].", "Der Fund stammt aus der Bronzezeit."),
    ("scope", "In drei von acht Bezirken [stiegen die Mieten].", "Die Mieten stiegen."),
    ("denial", "Das Amt [haftet nicht für Schäden am Auto].", "Das Amt haftet für Schäden am geparkten Auto."),
    ("denial", "Lärm [hatte keinen Einfluss auf den Schlaf].", "Lärm beeinflusste den Schlaf."),
    ("denial", "Ich will nicht behaupten, dass [der Rat alles plante].", "Der Rat plante alles."),
    ("condition", "Verspätet sich die Lieferung, [sinkt der Preis].", "Der Preis sinkt."),
    ("condition", "Ohne solche Belege [zahlt die Kasse nichts].", "Die Kasse zahlt nichts."),
    ("voice", "Die Bauherrin sieht darin [den größten Fehler der Stadt].", "Es ist der größte Fehler der Stadt."),
    ("voice", "Die Kasse hält [sechs Millionen für genug].", "Sechs Millionen sind genug."),
    ("voice", "Der Rektor nannte mich einmal [eine Feindin der Schule].", "Sie ist eine Feindin der Schule."),
    ("hedge", "[Das Training hilft]. Dieses Ergebnis ist allerdings vorläufig.", "Das Training hilft."),
    ("hedge", "[Die Zahl sank]. Wegen der Ausfälle ist der Befund mit Vorsicht zu deuten.", "Die Zahl sank."),
    ("hedge", "[Die Zahl sank]. Ob das so bleibt, ist ungewiss.", "Die Zahl sank."),
    ("hedge", "Ich fürchte, dass [das Moor austrocknet].", "Das Moor trocknet aus."),
    ("scope", "In den untersuchten Schulen [fehlten Bücher].", "Bücher fehlten."),
    ("denial", "[Der Ruhm beruht nicht auf der Form], sondern auf dem Ort.", "Der Ruhm beruht auf der Form des Ortes."),
    ("denial", "[Einen Zusammenhang mit den Zöllen] verneint das Amt.", "Es gibt einen Zusammenhang mit den Zöllen."),
    ("condition", "Bis auf den Turm [ist die Burg offen].", "Die Burg ist offen."),
    ("condition", "[Der Umsatz stieg]. Bereinigt um Zukäufe ergibt sich ein Minus.", "Der Umsatz stieg."),
    ("hedge", "[Das Mittel wirkt]. Unabhängige Untersuchungen fehlen.", "Das Mittel wirkt."),
    ("voice", "Kenner rechnen [das Tor zu den besten Werken].", "Das Tor gehört zu den besten Werken."),
    ("denial", "Die Klinik zahlte, ohne [eine Schuld anzuerkennen].", "Die Klinik erkannte eine Schuld an."),
    (
        "condition",
        "[Der Platz darf] nur mit Genehmigung des Wartes betreten werden.",
        "Der Platz darf betreten werden.",
    ),
    ("condition", "[Die Halle wird saniert], sobald die Gemeinde zahlt.", "Die Halle wird saniert."),
    (
        "condition",
        "[Ein Kutter kostet eine Million], die Maschine nicht mitgerechnet.",
        "Ein Kutter kostet eine Million.",
    ),
    ("hedge", "Er schloss nicht aus, dass [die Lage zu Schäden führte].", "Die Lage führte zu Schäden."),
    ("scope", "Für den Eigner [lohnt sich der Umbau] nur mit Zuschuss.", "Für den Eigner lohnt sich der Umbau."),
    ("scope", "[Die Prüfer haben die Bücher] stichprobenweise geprüft.", "Die Prüfer haben die Bücher geprüft."),
    ("ellipsis", "[Bei Stromausfall läuft die Pumpe {nicht} weiter].", "Bei Stromausfall läuft die Pumpe weiter."),
    ("denial", "[Ein Speicher ist in Häusern] meist entbehrlich.", "In Häusern ist ein Speicher nötig."),
    ("hedge", "Wahrscheinlicher ist, dass [der Graf sie rief].", "Der Graf rief sie."),
    (
        "hedge",
        "[Der Pegel beträgt 35 Dezibel]. Die Angabe gilt unter Laborbedingungen.",
        "Der Pegel beträgt 35 Dezibel.",
    ),
    ("condition", "Bei Werten unter 20 Grad [schaltet sich das Gerät zu].", "Das Gerät schaltet sich zu."),
    ("condition", "[Die Löhne stiegen], doch zehrte die Teuerung den Gewinn auf.", "Die Löhne stiegen."),
    ("voice", "Die Rektorin führt [den Zuwachs auf die neue Halle] zurück.", "Der Zuwachs kommt von der Halle."),
    ("ellipsis", "[Gäste sollten das Boot {nicht ohne Aufsicht} fahren].", "Gäste sollten das Boot fahren."),
    ("condition", "[Der Umschlag wächst], wenngleich auf niedrigem Niveau.", "Der Umschlag wächst."),
    ("voice", "Der Betriebsrat sieht die Ursache in [Fehlern der Leitung].", "Ursache sind Fehler der Leitung."),
    ("hedge", "[Die Kranken hielten Diät]. Der Test lässt daran zweifeln.", "Die Kranken hielten Diät."),
    ("denial", "[Die Filter] blieben ohne Wirkung.", "Die Filter wirken."),
    ("denial", "[Von einem Erfolg der Reform zu sprechen], wäre verfrüht.", "Die Reform war ein Erfolg."),
    (
        "denial",
        "[Eine Minderung der Miete] ist im ersten Jahr ausgeschlossen.",
        "Eine Minderung der Miete ist möglich.",
    ),
    ("condition", "[Schutzhunde fördert das Land] erst ab hundert Tieren.", "Das Land fördert Schutzhunde."),
    ("hedge", "Eine Modellrechnung beziffert [den Nutzen auf eine Milliarde].", "Der Nutzen beträgt eine Milliarde."),
    ("voice", "Bauern fordern, [das Rudel abzuschießen].", "Das Rudel wird abgeschossen."),
    ("condition", "[Der Zaun war sicher], jedenfalls auf drei Seiten.", "Der Zaun war sicher."),
]
GERMAN_FAIR = [
    ("Kein Historiker bezweifelt, dass [der Brief echt ist].", "Der Brief ist echt."),
    ("Niemand hatte bemerkt, dass [die Tür offen stand].", "Die Tür stand offen."),
    ("Während im Norden gebaut wurde, [blieb der Süden leer].", "Der Süden blieb leer."),
    ("[Die Suppe wird nicht gekocht, sondern kalt gerührt].", "Die Suppe wird kalt gerührt."),
    ("Wen wundert es, dass [die Preise steigen]?", "Die Preise steigen."),
    ("Vielen ist nicht klar, dass [Pilze atmen].", "Pilze atmen."),
    ("Um nicht missverstanden zu werden: [Die Methode hilft].", "Die Methode hilft."),
    ("[Die Steuer kam 1993], die Gegner klagten sofort.", "Die Steuer kam 1993."),
    ("[Die Brücke, die nie fertig wurde, kostete zwei Millionen].", "Die Brücke kostete zwei Millionen."),
    ("[Der Deich hielt in nur zwei von neun Orten].", "In zwei von neun Orten hielt der Deich."),
    ("Ein Mann, der anderes behauptet hatte, [zog die Anzeige zurück].", "Der Mann zog die Anzeige zurück."),
    ("Der Wirt macht geltend, [der Umbau sei zu teuer].", "Dem Wirt ist der Umbau zu teuer."),
    ("[Es darf nur nach Rücksprache mit dem Arzt genommen werden].", "Vor dem Nehmen ist der Arzt zu fragen."),
    ("[Die Kosten trägt die Klägerin]. Das Urteil ist noch nicht rechtskräftig.", "Die Klägerin zahlt."),
    ("Er schloss nicht aus, dass [die Lage zu Schäden führte].", "Womöglich führte die Lage zu Schäden."),
    ("Setzt die Zeit, [die der Server wartet].", "Der Server wartet diese Zeit."),
    ("Setzt die Stunde, [ab der gebaut wird].", "Ab dieser Stunde wird gebaut."),
    ("Der Bund versprach, [die Mittel zu verdoppeln].", "Zieht das Land mit, verdoppelt der Bund die Mittel."),
    ("[Kohl deckt den Bedarf an B12 nicht].", "Kohl enthält zu wenig B12."),
    ("Der Betriebsrat sieht die Ursache in [Fehlern der Leitung].", "Der Betriebsrat gibt der Leitung die Schuld."),
    ("Zeitzeugen zufolge [stand die Menge am Markt].", "Zeitzeugen haben die Menge am Markt gesehen."),
    ("[Ein Befall lässt sich nicht völlig ausschließen].", "Ein Befall ist denkbar."),
    ("[Das Dach ist entgegen der Darstellung des Eigners dicht].", "Das Dach ist dicht."),
    ("[Der Hof ist offen], das Grillen ist jedoch nicht erlaubt.", "Der Hof ist offen."),
    ("[Es darf wählen, wer sechzehn ist].", "Wer sechzehn ist, darf wählen."),
    ("[Die Quote sank]. Nicht nur die Schule wird gebaut, auch ein Weg.", "Die Quote sank."),
    ("Jäger bestreiten, dass [der Verbiss schadet].", "Es ist strittig, ob der Verbiss schadet."),
    ("[Nach acht Wochen war der Wert höher] als in der Kontrollgruppe.", "Nach acht Wochen war der Wert höher."),
    ("[Die Zahl sank]. Dieser Befund ist mit Vorsicht zu deuten.", "Die Zahl sank, doch ist der Befund unsicher."),
]


@pytest.mark.parametrize(("misuse", "marked", "said"), GERMAN)
def test_german(misuse, marked, said):
    """A verb comes last or in two parts, a mood reports, and a comma parts a claim from who denies it."""
    assert misuse in judged(marked, said, "de")


@pytest.mark.parametrize(("marked", "said"), GERMAN_FAIR)
def test_fair_german(marked, said):
    """Clauses that hang on a noun, begin a sentence or say what is so instead leave a quotation fair."""
    assert judged(marked, said, "de") == {}


@pytest.mark.parametrize(("marked", "said"), DENIAL)
def test_denial(marked, said):
    """A sentence, or the next one, denies or doubts what is quoted from it, and the statement does not."""
    assert "denial" in judged(marked, said)


@pytest.mark.parametrize(("marked", "said"), CONDITION)
def test_condition(marked, said):
    """A sentence goes on or begins with a condition, or takes back what is quoted, and the statement does not."""
    assert "condition" in judged(marked, said)


@pytest.mark.parametrize(("marked", "said"), ELLIPSIS)
def test_ellipsis(marked, said):
    """An ellipsis hides a denial, a condition or another subject."""
    assert "ellipsis" in judged(marked, said)


@pytest.mark.parametrize(("marked", "said"), VOICE)
def test_voice(marked, said):
    """The words are those of others, or a question, and the statement gives them as a fact."""
    assert "voice" in judged(marked, said)


@pytest.mark.parametrize(("marked", "said"), HEDGE)
def test_hedge(marked, said):
    """A sentence holds back where the statement is flat."""
    assert "hedge" in judged(marked, said)


@pytest.mark.parametrize(("marked", "said"), SCOPE)
def test_scope(marked, said):
    """A sentence speaks of a part where the statement speaks of all."""
    assert "scope" in judged(marked, said)


@pytest.mark.parametrize(
    ("misuse", "marked", "said"),
    [
        ("denial", "Our findings do not [support its use].", "The trial supports its use against migraine."),
        ("denial", "The law did not [lower costs].", "Without delay, the law lowers costs."),
        ("denial", "The law did not [lower costs].", "The law lowers costs, and not only a little."),
        ("voice", "Councillors say that [the money has paid for buses].", "The charges have paid for buses."),
        ("scope", "In most of the schools [breakfast was served].", "Breakfast was served in all schools."),
        ("scope", "[We use the licence for] most of our software.", "They use the licence for their software."),
    ],
)
def test_a_statement_says_it_only_of_what_is_reported(misuse, marked, said):
    """A word that may deny, attribute or limit does not where it is about something else, or says it of all."""
    assert misuse in judged(marked, said)


@pytest.mark.parametrize(
    "quoted", ["[New libraries] must not", "[New libraries must] not", "[New libraries are] never"]
)
def test_a_subject_says_nothing_without_what_is_negated_of_it(quoted):
    """A negation right after a quoted subject denies what the statement says of that."""
    assert "denial" in judged(f"{quoted} be introduced.", "New libraries may be introduced.")
    assert "denial" not in judged(f"{quoted} be introduced.", "There are new libraries.")


@pytest.mark.parametrize(
    ("marked", "said", "language"),
    [
        ("In den meisten Schulen [gab es Frühstück].", "In allen Schulen gab es Frühstück.", "de"),
        (
            "Dans la plupart des écoles, [le petit déjeuner était servi].",
            "Il était servi dans toutes les écoles.",
            "fr",
        ),
        ("En la mayoría de las escuelas [se sirvió el desayuno].", "Se sirvió en todas las escuelas.", "es"),
    ],
)
def test_all_is_no_limit_in_other_languages(marked, said, language):
    """What a statement says of all is not what its source says of most."""
    assert "scope" in judged(marked, said, language)


def test_the_hidden_half_of_a_double_denial_is_told():
    """An ellipsis that hides *not* of *not without* turns the rest round."""
    assert judged("[The plan is {not} without merit].", "The plan is without merit.") == {"ellipsis": "not"}


@pytest.mark.parametrize("number", ["3.", "3.1", "(b)", "§ 12", "iv)"])
def test_the_number_of_a_paragraph_is_none_of_its_words(number):
    """What opens a sentence does so after a number too."""
    text = f"{number} Most claims are settled within ten days."
    place = Span(text.index("claims"), len(text) - 1)
    (dispute,) = disputes(text, place, ["claims … days"], "Claims are settled within ten days.", "en")
    assert dispute.misuse is Misuse.SCOPE


@pytest.mark.parametrize(("marked", "said"), FAIR)
def test_fair(marked, said):
    """The statement says what the sentence says, or what looks like a cue is about something else."""
    assert judged(marked, said) == {}


def test_the_words_left_out_are_named():
    """A dispute names the words, the sentence that they stand in, and the passage that would be fair."""
    text = "It rained. Speeds fell on the ring road, but only at night, the survey found. It was dry."
    (dispute,) = disputes(text, Span(11, 40), ["Speeds fell on the ring road"], "Speeds fell on the ring road.", "en")
    shown = [text[span.start : span.end] for span in (dispute.words, dispute.sentence, dispute.fair)]
    assert shown == [
        "but only at night",
        "Speeds fell on the ring road, but only at night, the survey found.",
        "Speeds fell on the ring road, but only at night",
    ]


def test_a_transcript_names_its_speakers():
    """A line that begins with a name in capitals is that speaker's."""
    text = "MR SMITH: The tunnel floods every spring.\nMS JONES: It does."
    (dispute,) = disputes(text, Span(10, 40), ["The tunnel floods every spring"], "The tunnel floods.", "en")
    assert (str(dispute.misuse), text[dispute.words.start : dispute.words.end]) == ("voice", "MR SMITH:")


FRENCH = [
    ("denial", "Il n'est pas vrai que [la digue ait cédé].", "La digue a cédé."),
    ("denial", "Aucun témoin n'affirme que [le coffre était vide].", "Le coffre était vide."),
    ("denial", "[Le maire n'a guère entretenu le pont].", "Le maire a entretenu le pont."),
    ("denial", "La légende selon laquelle [le roi fut empoisonné] a la vie dure.", "Le roi fut empoisonné."),
    ("denial", "[L'usine a fermé en 1970], lit-on parfois ; il n'en est rien.", "L'usine a fermé en 1970."),
    ("denial", "Ce n'est pas la pluie qui [a rompu la digue].", "La pluie a rompu la digue."),
    ("condition", "[Le parc est ouvert la nuit], sauf en hiver.", "Le parc est ouvert la nuit."),
    ("condition", "S'il pleut, [le match est reporté].", "Le match est reporté."),
    ("condition", "Ce n'est que si le joint est neuf que [la pompe tient].", "La pompe tient."),
    ("condition", "[Les ventes ont bondi], or cet effet a vite disparu.", "Les ventes ont bondi."),
    ("ellipsis", "[Les agents {qui ont dix ans de service} touchent une prime].", "Les agents touchent une prime."),
    ("ellipsis", "[Les vins {bouchés au liège} se gardent trente ans].", "Les vins se gardent trente ans."),
    ("voice", "[Les colons, prétend la chronique, ont brûlé la ville].", "Les colons ont brûlé la ville."),
    (
        "ellipsis",
        "[Les bailleurs{, s'ils y sont tenus par un arrêt, }relogent le locataire].",
        "Les bailleurs relogent le locataire.",
    ),
    ("voice", "Selon les riverains, [l'usine rejette des solvants].", "L'usine rejette des solvants."),
    ("voice", "« [Le canal est à sec] », a déclaré la préfète lundi.", "Le canal est à sec."),
    ("voice", "[La banque a menti], dit-on au village.", "La banque a menti."),
    ("hedge", "[Le chanteur aurait quitté la scène].", "Le chanteur a quitté la scène."),
    ("hedge", "[L'accident est sans doute dû au gel].", "L'accident est dû au gel."),
    ("hedge", "[La baisse tiendrait au froid].", "La baisse tient au froid."),
    ("scope", "[La vanne n'alimente que le moulin].", "La vanne alimente le moulin."),
    ("scope", "Dans deux villages sur dix-neuf, [les puits sont à sec].", "Les puits sont à sec."),
    ("condition", "Lorsque la douleur dure trois jours, [le soin doit cesser].", "Le soin doit cesser."),
    ("hedge", "[Le thé soigne la grippe]. Ces résultats restent préliminaires.", "Le thé soigne la grippe."),
    ("voice", "Les riverains alertent : [la nappe sera vide].", "La nappe sera vide."),
    ("scope", "[La ville paie le loyer] à ceux qui gagnent peu.", "La ville paie le loyer."),
    ("denial", "Le gardien a empêché que [Lens gagne].", "Lens gagne."),
    ("condition", "[Le malade mange de tout] à partir du troisième jour.", "Le malade mange de tout."),
    ("denial", "[L'impôt a été supprimé]. Deux ans plus tard, il était rétabli.", "L'impôt a été supprimé."),
    ("denial", "Est exclu de la garantie [le dégât des eaux].", "La garantie couvre le dégât des eaux."),
    ("hedge", "[La nappe a pu atteindre la côte].", "La nappe a atteint la côte."),
    ("voice", "L'avocat a insinué que [le témoin fut payé].", "Le témoin fut payé."),
    ("scope", "Chez les plus de 80 ans, [le vaccin a servi].", "Le vaccin a servi."),
    ("denial", "[Le thé guérit]. L'agence n'a jamais dit cela.", "Le thé guérit."),
    ("scope", "Sur des cellules, [l'extrait freine le virus].", "L'extrait freine le virus."),
    ("scope", "[Le prix comprend le vin] pour les séjours antérieurs au 1er mai.", "Le prix comprend le vin."),
]
FRENCH_FAIR = [
    ("Nul ne conteste que [la rivière déborde].", "La rivière déborde."),
    ("Non seulement [le loyer a baissé], mais les charges aussi.", "Le loyer a baissé."),
    ("[Les pertes sont plus lourdes qu'on ne le pensait].", "Les pertes sont plus lourdes qu'on ne le pensait."),
    ("Il partit avant que [la neige ne bloque le col].", "La neige bloque le col."),
    ("[Le roi mourut sans héritier].", "Le roi n'avait pas d'héritier."),
    ("[L'usine a rouvert en mars], mais le café d'en face n'a pas survécu.", "L'usine a rouvert en mars."),
    ("Nous avons constaté que [les capteurs dérivent].", "Les capteurs dérivent."),
    ("[La tour est si haute qu'on la voit de loin].", "La tour est si haute qu'on la voit de loin."),
    ("[Le jury n'a retenu que trois noms sur vingt].", "Sur vingt noms, le jury en a retenu trois."),
    ("Comme nul ne voulait l'héberger, [le roi dormit dans une grange].", "Le roi dormit dans une grange."),
    ("Le garde n'a pas vu que [la porte était ouverte].", "La porte était ouverte."),
    ("[Le germe résiste à la chaleur], mais pas à la lumière.", "Le germe résiste à la chaleur."),
    ("[Les agents, qui ont dix ans de service, touchent une prime].", "Les agents touchent une prime."),
    ("Le chauffeur, accusé de vol, [a été mis hors de cause].", "Le chauffeur a été mis hors de cause."),
    ("[Le livre n'est pas dépourvu de défauts].", "Le livre a des défauts."),
    ("Le guide rappelle que [le lac est profond].", "Le lac est profond."),
    ("[L'expert nommé par le juge] a écarté l'hypothèse d'un vol.", "Le juge a nommé un expert."),
    ("[Le marché ouvre tôt], mais le poissonnier se repose.", "Le marché ouvre tôt."),
    ("[L'hôpital a recruté trente médecins] en mars.", "L'hôpital a recruté trente médecins."),
    ("Dans l'un des cantons, [la pêche est libre].", "Un seul canton laisse pêcher librement."),
    ("[Cinq éditeurs refusèrent le livre] avant de changer d'avis.", "Cinq éditeurs refusèrent le livre."),
    ("[Le mot se cherche partout]. La recherche n'est pas limitée.", "Le mot se cherche partout."),
    ("[Le pont n'a pas fermé en mai, mais en juin].", "Le pont a fermé en juin."),
    ("[La mine employait cent hommes] ; il n'en reste rien.", "La mine employait cent hommes."),
    ("[La tour ne fut finie qu'en 1890].", "La tour fut finie en 1890."),
]


@pytest.mark.parametrize(("misuse", "marked", "said"), FRENCH)
def test_french_is_told(misuse, marked, said):
    """In French a denial is of two words, a mood reports, and an article may stand for all of a kind."""
    assert misuse in judged(marked, said, "fr")


@pytest.mark.parametrize(("marked", "said"), FRENCH_FAIR)
def test_french_is_left_alone(marked, said):
    """In French a *ne* alone denies nothing, nor does a denial of another denial."""
    assert judged(marked, said, "fr") == {}


def test_a_language_is_told_by_its_little_words():
    """What may be French or Spanish is read as the one whose little words it has more of."""
    assert "scope" in judged(
        "Chez la souris, [la molécule restaure la vision].", "La molécule restaure la vision.", None
    )


def test_what_is_too_long_to_be_read_is_silent():
    """Nothing is told of a passage or for a statement of many pages."""
    said = "The dam leaks."
    for times, told in ((90, True), (300, False)):
        text = f"It is not true that {'the dam leaks and ' * times}that is all. So be it."
        phrases = ["the dam leaks", "that is all"]
        assert bool(disputes(text, Span(20, len(text) - 12), phrases, said, "en")) is told
    assert disputes("It is not true that the dam leaks.", Span(20, 33), ["the dam leaks"], said * 2_000, "en") == ()


def test_what_has_too_many_little_words_to_be_prose_is_silent():
    """A passage of hardly anything but cues is not gone through, cue by cue."""
    for times, told in ((20, True), (200, False)):
        text = f"The dam leaks unless it {'may not ' * times}be old. So be it."
        assert bool(disputes(text, Span(0, 13), ["The dam leaks"], "The dam leaks.", "en")) is told


def test_a_language_without_words_is_silent():
    """Nothing is told of a language of whose words nothing is known, nor of a place that is none."""
    assert disputes("Mitään todisteita ei ole.", Span(0, 9), ["Mitään"], "Todisteita on.", "fi") == ()
    assert disputes("", Span(0, 0), [""], "", None) == ()
    assert disputes("No end", Span(3, 99), ["end"], "End.", "en") == ()


PIECES = st.sampled_from(
    [
        "not ",
        "may ",
        "critics say ",
        "if ",
        ", ",
        ". ",
        "; ",
        '"',
        "“",
        "\n",
        "\n\n",
        "MR A: ",
        "but only ",
        "the dam ",
        "leaks",
        "3.5 ",
        "n't ",
        "? ",
        "… ",
        "(",
        ")",
    ]
)


@given(
    st.lists(PIECES | st.text(max_size=5), max_size=40).map("".join),
    st.integers(0, 200),
    st.integers(0, 200),
    st.data(),
)
def test_any_text_is_judged(text, start, length, data):
    """Whatever a text is and wherever the passage stands, what is told lies in the text and covers the passage."""
    place = Span(min(start, len(text)), min(start + length, len(text)))
    phrases = data.draw(st.lists(st.text(max_size=9), min_size=1, max_size=3))
    for dispute in disputes(text, place, phrases, data.draw(st.sampled_from(["", "The dam leaks.", text])), "en"):
        assert 0 <= dispute.words.start < dispute.words.end <= len(text)
        assert dispute.fair.start <= place.start < place.end <= dispute.fair.end
        assert dispute.sentence.start <= dispute.words.start < dispute.words.end <= dispute.sentence.end
