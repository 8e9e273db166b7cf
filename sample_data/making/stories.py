"""Six invented case studies, as managers write them, with the concern each one grew from."""

from dataclasses import dataclass
from datetime import date
from typing import Any

HOME, MILL, ROWAN = "Larkfield at Home", "Mill Lane Supported Living", "Rowan House"


@dataclass(frozen=True)
class Story:
    """A case study and what the other registers must say about it."""

    case: dict[str, Any]
    concern: dict[str, Any]
    referral: dict[str, Any] | None = None


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _dates(raised: str, referred: str, meeting: str, plan: str, first: str, second: str, closed: str) -> dict[str, Any]:
    names = ("raised_on", "referred_on", "planning_meeting_on", "plan_on", "first_review_on", "second_review_on")
    days = map(_day, (raised, referred, meeting, plan, first, second))
    return dict(zip(names, days, strict=True)) | {"occurred_on": _day(raised), "concluded_on": _day(closed)}


WELL_RECORDED: dict[str, Any] = {
    "asked_outcomes": "expressed",
    "own_words": "yes",
    "involved": "yes",
    "accessible_information": "yes",
    "goals_in_plan": "yes",
    "agencies_involved": "yes",
    "rationale_recorded": "yes",
    "capacity_considered": "yes",
    "la_decision": "section_42",
    "felt_listened_to": "yes",
}

BANK_CARD = Story(
    case={
        "case": "CS-HC-01",
        "service_type": "Home care",
        "service": HOME,
        "raised_on": _day("2026-02-09"),
        "person_name": "Edna Hartley",
        "named_people": (
            "Edna Hartley = the person; Tom Hartley = her grandson; Joan Hartley = her niece; "
            "Bev Sumner = a care worker; Angharad Rees = the registered manager; Marcus Tillotson = the social worker"
        ),
        "situation": (
            "Edna is 84 and lives alone in a terraced house. On Monday 9 February 2026 Bev "
            "Sumner, who has called on her every morning for two years, saw that the cupboards were nearly empty "
            'and that Edna had turned the heating off. Edna said her grandson Tom had her bank card "for the '
            'shopping" and she had not seen a receipt for weeks. The Nationwide statement on the table '
            "showed £1,860 drawn in cash in five weeks, some of it late at night. Bev rang "
            "Angharad Rees from the house and we raised the concern with Northmere Council the same "
            "day."
        ),
        "voice": (
            'Angharad Rees visited that afternoon and asked what Edna wanted to be different. Edna said, "I want my '
            "card back in my own purse and I want to pay for my own shopping. He's a good lad. I don't want police at "
            'his door, I want him to come for his tea like he used to."'
        ),
        "advocacy": (
            "Edna could follow and weigh up everything we told her. We offered to ask for an advocate; she said no and "
            "asked for her niece, Joan Hartley, who sat with her at the meeting."
        ),
        "plan": (
            "At the meeting on 16 February Edna, Joan and the social worker, Marcus Tillotson, agreed what Edna "
            "had asked for, in her order. Joan took her to the branch to stop the old card and "
            "set up a new one with a lower cash limit. Our care workers shop with Edna on Thursdays, with a "
            "receipt book that she signs. Marcus spoke to Tom with Edna in the room and told him what would "
            "happen if money went missing again. Edna decided against the police and her reasons were written "
            "down. We would ask her how it was going at two weeks and at six."
        ),
        "review_two_weeks": (
            "On 4 March Edna had her new card and had been to the shops twice. Tom had not visited and she was low "
            "about it, so Joan asked him to Sunday dinner."
        ),
        "review_six_weeks": (
            "On 31 March the receipts matched the statement to the penny. Tom had been for his tea three Sundays "
            "running and had paid back £200."
        ),
        "outcome": (
            "The concern was closed on 14 April. Edna said all she had asked for had happened: \"It's my purse and my "
            "say-so, and I've still got my grandson.\" The council recorded the risk as removed and the outcome as "
            "fully achieved. Most of the money has not come back, and Edna told us she had decided to let that go. The "
            "heating is on and the cupboards are full."
        ),
        "outcome_achieved": "fully",
        "learning": (
            "Bev had noticed fewer tins in the cupboard in January and had put it down to the weather. We added "
            "a question about money and food to the monthly quality call, and the three rounds in that part of "
            "town talked the case through at their March meeting. Senior staff now ask about money with nobody "
            "else from the family in the room. We also learnt to ask what the person wants for the relationship, "
            "and not only for the money: Edna would have sent us away if we had begun with the police."
        ),
        "consent": "yes",
        "consent_on": _day("2026-04-21"),
        "consent_covers": ("tender", "inspection"),
        "author_name": "Angharad Rees",
    },
    concern={
        **WELL_RECORDED,
        **_dates("2026-02-09", "2026-02-09", "2026-02-16", "2026-02-18", "2026-03-04", "2026-03-31", "2026-04-14"),
        "representative_name": "Joan Hartley",
        "group": "physical",
        "barriers": ("fear",),
        "abuse": ("financial",),
        "high_risk": ("minimising",),
        "source_of_risk": "known",
        "desired_outcome": "My card back in my own purse, to pay for my own shopping, and no police at Tom's door.",
        "communication_tool": "not_applicable",
        "restriction_used": "no",
        "least_restrictive": "not_applicable",
        "family_involved": "yes",
        "lacked_capacity": "no",
        "difficulty": ("none",),
        "appropriate_person": "yes",
        "outcome_achieved": "fully",
        "risk_outcome": "removed",
        "risk_by_choice": "not_applicable",
        "felt_safer": "yes",
        "confidence": "more",
        "themes": ("money", "no_police", "contact"),
    },
)

CUCKOOED = Story(
    case={
        "case": "CS-SL-02",
        "service_type": "Supported living",
        "service": MILL,
        "raised_on": _day("2025-11-18"),
        "person_name": "Kwabena Asante",
        "named_people": (
            "Kwabena Asante = the person; Florin Dobre = a support worker; Joseph Owusu = the registered manager; "
            "Meera Nair = the advocate; Razor = one of the men; Jason Pickles = the other man; Jase = the other man; "
            "PC Dunmore = a police officer"
        ),
        "situation": (
            "Kwabena is 31, has a learning disability and has had his own flat at Mill Lane since "
            "2019. In November 2025 Florin Dobre found two men asleep on his sofa on three mornings, and a set "
            "of scales in the kitchen. Kwabena called them mates: he had met Razor and Jase in a pub. "
            "His benefit was gone by the Wednesday and he had begun to sleep in the bath with the door locked. "
            "He told Florin it was fine and not to write it down. Florin raised the concern on 18 November and "
            "it went to the council and to the police that day."
        ),
        "voice": (
            'Florin and Kwabena used his picture cards over two evenings. He put "mates" in the yes pile and '
            '"staying over" in the no pile. He said, "I like having mates round. I don\'t like them when they won\'t '
            "go. I want my key back and I don't want to move.\""
        ),
        "advocacy": (
            "Kwabena found it hard to weigh up what the men told him against what we told him, and there was no "
            "family member who could help. We asked the council for an advocate on 20 November. Meera Nair "
            "saw him on his own on 2 December and came to the meeting with him."
        ),
        "plan": (
            "The meeting on 3 December was held in his flat, at the time of day he likes. Meera had helped him to "
            "make a one-page plan with photographs: new lock, his own key fob, a doorbell he can see on his phone, and "
            "a sentence he had practised for the door. PC Dunmore agreed to call round in plain clothes. We thought "
            "about moving him and about staff at the door all night; he did not want either, and both were written "
            "down with the reason they were turned down. Florin went with him to a Thursday pool night at the Railway "
            "Club, to meet other people."
        ),
        "review_two_weeks": (
            "On 19 December the lock was changed and nobody had stayed. Jase had knocked twice. Kwabena had used his "
            "sentence once and rung the office once."
        ),
        "review_six_weeks": (
            'On 15 January Kwabena said he felt "eight out of ten safe". He had seen Razor in town and had bought '
            "him chips; he did not want us to stop that."
        ),
        "outcome": (
            "Closed on 30 January as partly achieved. He has his key, his flat and his money until the weekend, and no "
            "one has stayed the night since 5 December. He still sees Jase in town and lent him £40 in "
            "January. He wanted mates as well as safety, and pool on Thursdays has given him one so far. The council "
            "recorded the risk as reduced. Meera told the meeting that the plan was his and sounded like him."
        ),
        "outcome_achieved": "partly",
        "learning": (
            "A neighbour had told a night worker about the visitors in October and it went no further than the "
            "handover sheet. Neighbours' remarks are now written as a concern, and team meetings look at one "
            "each month. We trained the team on cuckooing with the police, using what Kwabena let us share. The "
            "lesson he gave us was that a plan which took the men away and put nothing in their place would not "
            "have lasted."
        ),
        "consent": "yes",
        "consent_on": _day("2026-02-12"),
        "consent_covers": ("tender", "inspection", "training"),
        "author_name": "Joseph Owusu",
    },
    concern={
        **WELL_RECORDED,
        **_dates("2025-11-18", "2025-11-18", "2025-12-03", "2025-12-05", "2025-12-19", "2026-01-15", "2026-01-30"),
        "group": "learning_disability",
        "barriers": ("fear", "coercion"),
        "abuse": ("financial", "psychological"),
        "high_risk": ("exploitation", "minimising"),
        "source_of_risk": "known",
        "desired_outcome": "I like mates round, not when they won't go. I want my key back. I don't want to move.",
        "communication_tool": "yes",
        "restriction_used": "no",
        "least_restrictive": "yes",
        "family_involved": "not_applicable",
        "lacked_capacity": "no",
        "difficulty": ("weigh",),
        "appropriate_person": "no",
        "outcome_achieved": "partly",
        "risk_outcome": "reduced",
        "risk_by_choice": "not_applicable",
        "felt_safer": "partly",
        "confidence": "more",
        "themes": ("safe", "home", "contact", "confidence"),
    },
    referral={
        "referred_on": _day("2025-11-20"),
        "kind": "care_act",
        "asked_by": "manager",
        "requested_of": "local_authority",
        "consent": "given",
        "decided_on": _day("2025-11-24"),
        "decision": "accepted",
        "allocated_on": _day("2025-11-28"),
        "first_contact_on": _day("2025-12-02"),
        "seen_privately": "yes",
        "advocate_name": "Meera Nair",
        "closed_on": _day("2026-01-30"),
        "outcome": "views_represented",
    },
)

GARDEN_DOOR = Story(
    case={
        "case": "CS-RH-03",
        "service_type": "Care home",
        "service": ROWAN,
        "raised_on": _day("2026-05-11"),
        "person_name": "Gwenllian Pryce",
        "named_people": (
            "Gwenllian Pryce = the person; Mair Pryce = her niece; Tegwen Bevan = a care worker; "
            "Caroline Whitlock = the registered manager; Siobhan Devlin = the advocate; Dr Anwar = her GP"
        ),
        "situation": (
            "Mrs Pryce is 88 and has dementia. She came to Rowan House in 2024 after sixty years on a hill farm. "
            "Since a fall in February 2026 the garden door had been locked from tea time, and a sensor by "
            "her bed brought staff in whenever she stood up. Nobody had written down who decided it or when it would "
            "be looked at again. Tegwen Bevan, who speaks Welsh with her, saw her pulling at the door on four evenings "
            "and crying, and raised a concern on 11 May. Our own practice was at fault, and "
            "Caroline Whitlock sent it to the council the next morning."
        ),
        "voice": (
            "With Tegwen, and with Talking Mats in Welsh, Mrs Pryce put the garden, hens and evening at the top. She "
            'said, "I shut up the hens at night. You cannot keep me from the yard." She put the sensor face down on '
            "the table."
        ),
        "advocacy": (
            "Mrs Pryce could not keep hold of the information about falls for long enough to decide. Her niece, Mair "
            "Pryce, lives abroad and did not feel able to speak for her. We asked for an advocate on 13 May. "
            "Siobhan Devlin met her alone in the garden on 19 May and came to both reviews."
        ),
        "plan": (
            "A best-interests meeting on 20 May, with Siobhan, Dr Anwar and the social worker, began from the "
            "hens. The door is now open from seven until dusk, and after tea a member of staff walks out with "
            "Mrs Pryce if she wants company. A handrail was fitted along the path. The bed sensor was taken away "
            "and replaced by a night light and hip protectors, which she chose by touch. The risk of another "
            "fall was talked about openly, written down and accepted as the price of going out. The deprivation "
            "of liberty papers were changed to match."
        ),
        "review_two_weeks": (
            "On 5 June she had been out on eleven evenings of fourteen. She had one stumble on the step and no injury; "
            "the step was painted."
        ),
        "review_six_weeks": (
            'On 2 July Siobhan asked her about the garden. She said "mine" and took Siobhan to see it. She was '
            "sleeping through, and had stopped trying the front door."
        ),
        "outcome": (
            "Closed on 10 July. What Mrs Pryce had asked for was fully achieved: she goes out in the evening, "
            "and three hens came in June. The risk was recorded as reduced and not removed, because she may fall "
            "and that was accepted. She has lost the look of someone waiting to be let out. Mair joined the last "
            "review by video and cried to see her on the path in her old coat."
        ),
        "outcome_achieved": "fully",
        "learning": (
            "We looked at each restriction in the house and found nine more that had crept in after a fall or a bad "
            "night, with no date to look again. Six were lifted. A restriction now needs a name, a reason, a less "
            "restrictive option that was tried, and a review date, or the senior on shift takes it off. The audit asks "
            "about it. It took a care worker with her language to hear her, so we have changed who writes the first "
            "care plan for people whose first language is not English."
        ),
        "consent": "best_interests",
        "consent_on": _day("2026-07-20"),
        "consent_covers": ("tender", "inspection"),
        "author_name": "Caroline Whitlock",
    },
    concern={
        **WELL_RECORDED,
        **_dates("2026-05-11", "2026-05-12", "2026-05-20", "2026-05-22", "2026-06-05", "2026-07-02", "2026-07-10"),
        "representative_name": "Mair Pryce",
        "group": "dementia",
        "barriers": ("language", "communication"),
        "abuse": ("organisational",),
        "high_risk": ("none",),
        "source_of_risk": "service_provider",
        "desired_outcome": "I shut up the hens at night. You cannot keep me from the yard.",
        "communication_tool": "yes",
        "restriction_used": "yes",
        "least_restrictive": "yes",
        "family_involved": "yes",
        "lacked_capacity": "yes",
        "supported_by": "advocate",
        "difficulty": ("retain", "weigh"),
        "appropriate_person": "no",
        "outcome_achieved": "fully",
        "risk_outcome": "reduced",
        "risk_by_choice": "not_applicable",
        "felt_safer": "yes",
        "confidence": "same",
        "themes": ("environment", "independence", "communication"),
    },
    referral={
        "referred_on": _day("2026-05-13"),
        "kind": "care_act",
        "asked_by": "manager",
        "requested_of": "local_authority",
        "consent": "best_interests",
        "decided_on": _day("2026-05-14"),
        "decision": "accepted",
        "allocated_on": _day("2026-05-15"),
        "first_contact_on": _day("2026-05-19"),
        "seen_privately": "yes",
        "advocate_name": "Siobhan Devlin",
        "closed_on": _day("2026-07-10"),
        "outcome": "plan_changed",
    },
)

PAPERS = Story(
    case={
        "case": "CS-SL-04",
        "service_type": "Supported living",
        "service": MILL,
        "raised_on": _day("2025-10-07"),
        "person_name": "Stephen Rourke",
        "named_people": (
            "Stephen Rourke = the person; Ewa Nowicki = a support worker; Joseph Owusu = the registered manager; "
            "Callum Reid = the advocate; Lynne Barraclough = the landlord's officer"
        ),
        "situation": (
            "Stephen is 57, autistic, and keeps every newspaper and letter he has had since his mother died in "
            "2011. By October 2025 there was one path through his flat on Wharf Road, the cooker could not be "
            "reached, and a sore on his foot was weeping. He would not let the nurse in. Ewa Nowicki raised a "
            "concern about self-neglect on 7 October. The landlord, Calder Homes, had already written to say "
            "that the flat would be cleared for fire safety by the end of the month."
        ),
        "voice": (
            'Stephen wrote to us, as he prefers to. "I know what is in every pile. I do not want strangers in my '
            'flat and I do not want my papers touched. I will get my foot seen when I am ready. I want to stay here."'
        ),
        "advocacy": (
            "We were slow. Stephen found it hard to weigh up a deadline that he did not believe in, and had nobody "
            "to speak up with him, but we did not ask for an advocate until 28 October. Callum Reid was found by 17 "
            "November and met him alone on 24 November, after the clearance."
        ),
        "plan": (
            "On 21 October we agreed with Stephen, by letter, that Ewa would spend an hour a day with him sorting one "
            "pile at a time, that his mother's letters would be boxed and labelled first, and that he could stop her "
            "with a red card. His capacity to decide about the flat was assessed and he had it: this was his decision, "
            "however unwise we thought it. We asked Lynne Barraclough at Calder Homes for eight weeks. The nurse would "
            "write to him and not knock."
        ),
        "review_two_weeks": (
            "On 5 November Stephen would not open the door. Calder Homes had refused more time and cleared the hall "
            "and kitchen on 31 October, with Stephen standing in the street."
        ),
        "review_six_weeks": (
            "On 2 December, with Callum beside him, Stephen told us what we had got wrong. He let Ewa in again and he "
            "had his foot dressed at the Bridge Street surgery."
        ),
        "outcome": (
            "Closed on 16 December as not achieved. Stephen kept his tenancy and his foot is healing, and the "
            "council recorded the risk as reduced. But he had asked for one thing, that his papers be left "
            "alone, and eleven bags went to the tip, two of his mother's boxes among them. He said, \"You "
            'listened and then you let them." He has asked us to tell this story to other people as it happened.'
        ),
        "outcome_achieved": "not_achieved",
        "learning": (
            'We wrote "has capacity, declined" and treated it as the end of our work, when it was the start. '
            "Three weeks went by before anybody asked for an advocate, and an advocate could have challenged the "
            "landlord. For self-neglect we now ask in the first week. Before any clearance we make a list with "
            "the person of what matters, and the registered manager rings the landlord. Calder Homes has agreed "
            "a joint letter that gives people a named contact. Six workers have been through the scenario in "
            "supervision since."
        ),
        "consent": "yes",
        "consent_on": _day("2026-01-09"),
        "consent_covers": ("tender", "inspection", "board", "training"),
        "author_name": "Joseph Owusu",
    },
    concern={
        **WELL_RECORDED,
        **_dates("2025-10-07", "2025-10-08", "2025-10-21", "2025-10-22", "2025-11-05", "2025-12-02", "2025-12-16"),
        "group": "autism",
        "barriers": ("trauma", "communication"),
        "abuse": ("self_neglect",),
        "high_risk": ("refusing",),
        "source_of_risk": "known",
        "desired_outcome": "No strangers in my flat, and I do not want my papers touched. I want to stay here.",
        "communication_tool": "yes",
        "restriction_used": "no",
        "least_restrictive": "not_applicable",
        "family_involved": "not_applicable",
        "lacked_capacity": "no",
        "difficulty": ("weigh",),
        "appropriate_person": "no",
        "outcome_achieved": "not_achieved",
        "risk_outcome": "reduced",
        "risk_by_choice": "not_applicable",
        "felt_safer": "no",
        "felt_listened_to": "partly",
        "confidence": "same",
        "themes": ("home", "listened", "advocacy", "process"),
    },
    referral={
        "referred_on": _day("2025-10-28"),
        "kind": "care_act",
        "asked_by": "senior",
        "requested_of": "local_authority",
        "consent": "given",
        "decided_on": _day("2025-11-06"),
        "decision": "accepted",
        "allocated_on": _day("2025-11-17"),
        "first_contact_on": _day("2025-11-24"),
        "seen_privately": "yes",
        "advocate_name": "Callum Reid",
        "closed_on": _day("2025-12-16"),
        "outcome": "challenge_raised",
    },
)

MISSED_VISITS = Story(
    case={
        "case": "CS-HC-05",
        "service_type": "Home care",
        "service": HOME,
        "raised_on": _day("2026-04-07"),
        "person_name": "Nasreen Akhtar",
        "named_people": (
            "Nasreen Akhtar = the person; Samina Akhtar = her daughter; Adaeze Nwosu = a care worker; "
            "Rhodri Gittins = the care coordinator; Angharad Rees = the registered manager"
        ),
        "situation": (
            "Mrs Akhtar is 71 and has had two strokes; words come slowly, and Urdu comes before English. Over "
            "Easter weekend, 3 to 6 April 2026, four of her sixteen visits did not happen. The rota had been "
            "copied from a week when she was at her daughter's in Bradford. On the Sunday she sat in a wet chair "
            "from the morning until Adaeze Nwosu came at half past eight in the evening. Adaeze told the on-call "
            "phone, and Rhodri Gittins found the error on the Tuesday. We raised it against ourselves that day "
            "and told Samina everything we knew."
        ),
        "voice": (
            'Samina interpreted, and Mrs Akhtar pointed at the clock and at her chair. "Do not leave me wet. Send the '
            'same girls, so I do not explain myself each day. In the morning I want somebody who has my language."'
        ),
        "advocacy": (
            "Mrs Akhtar has difficulty saying what she wants and has Samina, whom she asked for, to help her. We told "
            "them both about advocacy and left the leaflet in Urdu; they did not want it."
        ),
        "plan": (
            "On 14 April Mrs Akhtar, Samina and Angharad Rees agreed a short list in the order Mrs Akhtar gave "
            "it. Two regular care workers for the week and one for weekends. A message to Samina if a visit is "
            "fifteen minutes late. A red entry in the rota for people who cannot ring for help, which the system "
            "will not let a coordinator copy over. A Urdu-speaking care worker in the mornings as soon as we had "
            "one. The office would ring Mrs Akhtar herself on Fridays, with Samina on the line."
        ),
        "review_two_weeks": (
            "On 29 April no visit had been missed and two had been late. Mrs Akhtar counted five faces in two weeks "
            "and said it was still too many."
        ),
        "review_six_weeks": (
            "On 26 May she had three regular workers and knew their names. Nobody with Urdu had started. Adaeze had "
            "learnt forty words from Samina's list."
        ),
        "outcome": (
            "Closed on 5 June as partly achieved. She has not been left wet again, and she is not explaining "
            "herself each day. The third thing she asked for has not happened: our new Urdu-speaking worker took "
            'a round nearer home. The council recorded the risk as removed. Mrs Akhtar said, "Better. Not '
            "finished.\" We have left the last item open with Rhodri's name against it."
        ),
        "outcome_achieved": "partly",
        "learning": (
            "The electronic rota had shown four grey squares for three days and no one was asked to look at "
            "grey. Missed visits now come up on the on-call phone after twenty minutes. Holiday rotas are "
            "checked by a second person against the list of people who cannot ring us. We also learnt that "
            "Adaeze had worried on the Saturday and had not known that she could raise a concern about her own "
            "office; that is now in the starter training, in those words."
        ),
        "consent": "yes",
        "consent_on": _day("2026-06-15"),
        "consent_covers": ("tender", "inspection"),
        "author_name": "Angharad Rees",
    },
    concern={
        **WELL_RECORDED,
        **_dates("2026-04-07", "2026-04-07", "2026-04-14", "2026-04-15", "2026-04-29", "2026-05-26", "2026-06-05"),
        "occurred_on": _day("2026-04-05"),
        "representative_name": "Samina Akhtar",
        "group": "physical",
        "barriers": ("communication", "language"),
        "abuse": ("neglect",),
        "high_risk": ("none",),
        "source_of_risk": "service_provider",
        "desired_outcome": "Do not leave me wet. Send the same girls, and in the morning somebody who has my language.",
        "communication_tool": "yes",
        "restriction_used": "no",
        "least_restrictive": "not_applicable",
        "family_involved": "yes",
        "lacked_capacity": "no",
        "difficulty": ("communicate",),
        "appropriate_person": "yes",
        "outcome_achieved": "partly",
        "risk_outcome": "removed",
        "risk_by_choice": "not_applicable",
        "felt_safer": "yes",
        "confidence": "more",
        "themes": ("dignity", "communication", "process"),
    },
)

KITCHEN_TIMER = Story(
    case={
        "case": "CS-HC-06",
        "service_type": "Home care",
        "service": HOME,
        "raised_on": _day("2025-06-03"),
        "person_name": "Marta Wysocka",
        "named_people": (
            "Marta Wysocka = the person; Piotr Wysocki = her husband; Folake Balogun = a care worker; Angharad "
            "Rees = the registered manager; Roisin Tierney = the advocate; Hina Malik = the domestic abuse "
            "adviser"
        ),
        "situation": (
            "Marta is 62 and has multiple sclerosis. Her husband Piotr answers for her, keeps her phone in his "
            "coat and sets a kitchen timer for our visits to the bungalow on Sycamore Close. On Tuesday 3 June "
            "2025, while he was at the chemist, she told Folake Balogun that he decides when she has her tablets "
            "and that she had not spoken to her sister in Gdynia for a year. Folake did not promise to keep it "
            "secret. She told Angharad Rees from the car, and we spoke to the council and the police domestic "
            "abuse unit within the hour."
        ),
        "voice": (
            'Seen alone at the MS clinic, with an interpreter, Marta said, "I am not leaving my house or my husband. I '
            'want my telephone and my tablets in my own hand. I want to ring my sister on Sunday."'
        ),
        "advocacy": (
            "Marta has good English for the shops and not for this, and the only person near her was her "
            "husband. We asked for an advocate on 5 June. Roisin Tierney met her at the clinic, alone with an "
            "interpreter, on 12 June."
        ),
        "plan": (
            "On 11 June the people involved agreed to start from what Marta had asked for and not from leaving. "
            "The pharmacist moved her tablets to a weekly pack delivered to her. Hina Malik agreed a phrase with "
            "her about the garden, which our care workers know means ring now. A second phone stays in her "
            "wheelchair bag. Visits were lengthened on clinic days. The danger of staying was explained to her "
            "plainly, in Polish, and her decision was written in her own words."
        ),
        "review_two_weeks": (
            "On 27 June she had her tablets and had rung her sister from the clinic. Piotr had asked twice what was in "
            "the bag."
        ),
        "review_six_weeks": (
            "On 24 July she had used the phrase once, about shouting, and the police had come. She still did not want "
            "to leave and said so with Roisin there."
        ),
        "outcome": (
            "Closed on 8 August as partly achieved. Her tablets are in her own hand, and she speaks to her "
            "sister on clinic days and not yet on Sundays at home. The risk remained; she understood it and "
            "chose it, and the council agreed that the choice was hers. Hina stays in touch with her. Folake "
            "says Marta now looks up when we come in."
        ),
        "outcome_achieved": "partly",
        "learning": (
            "Three of our workers had joked about the timer. None of them had named it as control. We ran the "
            "coercive control scenario with the whole round and now ask, at the first review of any package, "
            "whether we have seen the person alone. We learnt to ask for an interpreter who is not from the "
            "person's own street."
        ),
        "consent": "withdrawn",
        "consent_on": _day("2025-09-02"),
        "consent_covers": ("tender", "inspection"),
        "author_name": "Angharad Rees",
    },
    concern={
        **WELL_RECORDED,
        **_dates("2025-06-03", "2025-06-03", "2025-06-11", "2025-06-13", "2025-06-27", "2025-07-24", "2025-08-08"),
        "group": "physical",
        "barriers": ("coercion", "language", "fear"),
        "abuse": ("domestic", "psychological"),
        "high_risk": ("coercion",),
        "source_of_risk": "known",
        "desired_outcome": "I am not leaving. I want my telephone and my tablets in my own hand.",
        "communication_tool": "yes",
        "restriction_used": "no",
        "least_restrictive": "not_applicable",
        "family_involved": "not_applicable",
        "lacked_capacity": "no",
        "difficulty": ("communicate",),
        "appropriate_person": "no",
        "outcome_achieved": "partly",
        "risk_outcome": "remained",
        "risk_by_choice": "yes",
        "felt_safer": "partly",
        "confidence": "more",
        "themes": ("contact", "home", "safe"),
    },
    referral={
        "referred_on": _day("2025-06-05"),
        "kind": "care_act",
        "asked_by": "manager",
        "requested_of": "local_authority",
        "consent": "given",
        "decided_on": _day("2025-06-06"),
        "decision": "accepted",
        "allocated_on": _day("2025-06-10"),
        "first_contact_on": _day("2025-06-12"),
        "seen_privately": "yes",
        "advocate_name": "Roisin Tierney",
        "closed_on": _day("2025-08-08"),
        "outcome": "views_represented",
    },
)

STORIES = (BANK_CARD, CUCKOOED, GARDEN_DOOR, PAPERS, MISSED_VISITS, KITCHEN_TIMER)
