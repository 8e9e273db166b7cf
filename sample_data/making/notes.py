"""Short notes in free text: what people said at the end, what was learned, what supervision and audits found.

Nobody is named in them, and not every note is about something.
"""

from typing import Any

from making.chance import Chance
from making.days import how_far

Row = dict[str, Any]
Pool = dict[str, tuple[str, ...]]

FEEDBACK: Pool = {
    "safe": (
        "I feel safe in my own room now.",
        "Still frightened when the door goes at night, but less than before.",
        "Says she feels safer since the new lock was put on.",
    ),
    "listened": (
        "They listened to me. That was the main thing.",
        "He said nobody had asked him before, and this time they did.",
        "I was believed.",
        "Felt talked over at the first meeting and listened to at the second.",
    ),
    "process": (
        "It took too long. I never knew what was happening.",
        "Nobody rang me back for three weeks.",
        "Would have liked to be told sooner how it ended.",
        "The letter came late and in the wrong envelope.",
    ),
    "contact": ("I see my daughter on Sundays again.", "He misses his brother and would like to ring him."),
    "money": ("I have my own bank card back.", "Can see her statements now and is glad of it."),
    "home": ("I am still in my own home, and that is what I asked for.", "Glad she did not have to move."),
    "advocacy": ("The advocate was a great help.", "Having an advocate meant I could say it in my own time."),
    "communication": ("The easy read letter helped.", "The pictures made it plain to him what would happen."),
    "dignity": ("They knock before they come in now.", "Treated with respect from start to finish."),
    "confidence": ("I would speak up sooner next time.", "She knows her rights now and says so."),
    "": ("All right, thank you.", "Nothing to add.", "It was fine.", "Did not want to say more.", "Happy with it."),
}
REVIEWS: Pool = {
    "safe": ("At six weeks she says she feels safe at night.", "Feels safer in the lounge, less so in the corridor."),
    "independence": (
        "Goes to the shop on his own twice a week, as he wanted.",
        "Doing her own washing again with someone near by.",
    ),
    "home": ("Still at home, as he wanted.", "Settled back in her own flat."),
    "money": ("Has his bank card and checks his statements with support.", "Benefits paid into her own account."),
    "contact": ("Sees her sister each week and has said when not to visit.", "Rings his son on Saturdays."),
    "process": ("The second review was held late; the reason was not recorded.", "He had not been told the outcome."),
    "": ("Reviewed with the person. No change to the plan.", "Went as planned.", "To look at again in spring."),
}
LESSONS: Pool = {
    "process": (
        "Tell the person what was decided within a week, and record that it was done.",
        "Delay in passing the concern on: the on-call rota was not clear.",
    ),
    "advocacy": ("Ask for an advocate before the first meeting, not after it.",),
    "listened": ("Ask what the person wants before anything is planned.",),
    "communication": ("Use the communication passport at the first meeting.",),
    "staff": ("Staff need to know how to raise a concern about a colleague's conduct.",),
    "": ("Shared with the team.", "None this time.", "Taken to the managers' meeting."),
}
REFLECTIONS: Pool = {
    "listened": (
        "Talked about how to ask what somebody wants without leading them.",
        "We went over the visit: she felt the person had not been listened to.",
    ),
    "independence": (
        "Discussed positive risk: letting him go to town alone.",
        "How to step back and let her do it for herself.",
    ),
    "dignity": ("Reflected on privacy during personal care and knocking first.",),
    "communication": ("Practised using pictures to explain choices.",),
    "advocacy": ("When to ask for an advocate, and how to explain what one does.",),
    "staff": ("Tone of voice at hand-over and how a colleague spoke to a resident.",),
    "process": ("Recording on the day: what to write down and what not.",),
    "": ("Good session.", "Workload and rota.", "Went through the training due.", "Discussed leave and cover."),
}
FINDINGS: Pool = {
    "process": (
        "Entries not dated in two of the records.",
        "The review was late and the delay was not explained.",
        "Outcome not recorded in three of the files.",
    ),
    "listened": ("The person's views are missing from the plan.", "The plan does not say what the person wanted."),
    "communication": ("No communication passport on file.", "Letter not in easy read, though the plan asks for it."),
    "advocacy": ("No sign that an advocate was offered.", "Advocate asked for only after the meeting."),
    "environment": ("The kitchen is locked in the day with no reason given.",),
    "dignity": ("Notes speak of the person in words that show little respect.",),
    "staff": ("A new member of staff had not read the plan.",),
    "": ("See file.", "Two of eight.", "As last time.", "Discussed with the manager on the day."),
}
OFTEN_AT_FIRST = {"": 4.0, "listened": 2.0, "safe": 2.0, "dignity": 1.6}
OFTEN_AT_LAST = {"": 4.0, "process": 4.0, "advocacy": 1.6, "listened": 1.2}


def add_notes(concerns: list[Row], sessions: list[Row], audits: list[Row]) -> None:
    """Write notes into some of the rows, the people of the case studies left out."""
    chance = Chance("notes")
    for row in concerns:
        if row["concluded_on"] is None or "story" in row:
            continue
        for name, share, pool in (
            ("feedback", 0.5, FEEDBACK),
            ("review_notes", 0.3, REVIEWS),
            ("lessons", 0.2, LESSONS),
        ):
            _note(chance, row, name, share, pool, how_far(row["concluded_on"]))
    for row in sessions:
        if row["held_on"] is not None and row["kind"] in ("one_to_one", "group"):
            _note(chance, row, "reflection", 0.25, REFLECTIONS, how_far(row["held_on"]))
    for row in audits:
        if row["answer"] in ("no", "partly"):
            _note(chance, row, "what_was_found", 0.6, FINDINGS, how_far(row["audited_on"]))


def _note(chance: Chance, row: Row, name: str, share: float, pool: Pool, far: float) -> None:
    """A note in `share` of the rows; what it is about shifts over the two years."""
    if not chance.yes(name, share):
        return
    weights = {
        about: (1 - far) * OFTEN_AT_FIRST.get(about, 1.0) + far * OFTEN_AT_LAST.get(about, 1.0) for about in pool
    }
    row[name] = chance.rng.choice(pool[chance.one(name, weights)])
