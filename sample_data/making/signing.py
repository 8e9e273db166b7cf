"""The sign-offs of the sample's case studies, made by the tool as its users would make them.

What is decided is told by words within those flagged, not by their numbers, so that a new rule of the gate which flags
more stops this script in place of moving a decision to other words.
"""

from datetime import date
from pathlib import Path

from evidencegen import casebook
from evidencegen.project import read
from evidencegen.release.sign_off import Choice

SIGNER, DAY = "Priya Raman", date(2026, 10, 5)
DECISIONS = {
    "CS-HC-01": {"for two years": (Choice.GENERALISE, "for some time")},
    "CS-SL-02": {},
    "CS-RH-03": {
        "the first care plan for people whose first language": (
            Choice.KEEP,
            "it is about how we write care plans, not about her",
        )
    },
    "CS-SL-04": {"his mother died": (Choice.GENERALISE, "a bereavement")},
}
ANSWERS = {
    "CS-HC-01": (
        "The care worker's calls could be seen from the street; what was found could not. A neighbour would guess.",
        "Her family know what happened and were part of the plan; nothing here is new to them.",
        "Her own team would know her, and were told all of it at the time. Other services would not.",
        "No. It was never in the paper, and no day, place or sum is told that could be searched for.",
        "No. Several people whom we support live alone and have their shopping done for them.",
        "The council's safeguarding team knew of it; the contract manager had no part in it.",
    ),
    "CS-SL-02": (
        "A neighbour told us of the visitors, and would know the story if told that it was ours. No town is named.",
        "He has no family in touch. His friends know less than is told here, and he chose what to share.",
        "His own team would know him. Cuckooing has happened to others whom we support, so other teams could not tell.",
        "No. There was no arrest and no report, and neither the town nor the club is named.",
        "No. Picture cards, a flat of his own and a learning disability fit many people in supported living.",
        "The council knew of the concern; the contract manager does not see single concerns.",
    ),
    "CS-RH-03": (
        "The home stands apart and a neighbour sees the garden, but not who asked for the door to be open.",
        "Her niece was part of it, has read it and is content.",
        "Staff of the home would know her; they were all told. Hens are kept at more than one home.",
        "No. Nothing of it was public, and neither the home nor the language is named.",
        "Her years on a hill farm fit many women of her age there, and the home is not named.",
        "The contract manager visits the home and may have seen the hens; what is told she could have been told there.",
    ),
    "CS-SL-04": (
        "Neighbours saw the clearance. The town, the landlord and the month are not told.",
        "He has no family. He asked us to tell this story as it happened.",
        "His team would know him, and were all part of the learning. Others would not.",
        "No. The clearance was not reported, and the landlord is not named.",
        "A clearance and papers fit several tenants whom we support; he knows that some may guess, and chose it.",
        "The contract manager does not see single concerns; the landlord knows the facts already.",
    ),
}


def write_sign_offs(folder: Path) -> None:
    """Decide, answer and sign every story that the sample has signed, in a list begun anew."""
    (folder / casebook.SIGN_OFFS).unlink(missing_ok=True)
    project = read(folder)
    for case, decisions in DECISIONS.items():
        for mark in casebook.story(project, case).undecided:
            choice, said = next(decision for words, decision in decisions.items() if words in mark.text)
            casebook.decide(project, case, mark.number, choice, said, by=SIGNER, on=DAY)
        for question, answer in zip(casebook.QUESTIONS, ANSWERS[case], strict=True):
            casebook.answer(project, case, question, answer, by=SIGNER, on=DAY)
        casebook.sign(project, case, by=SIGNER, on=DAY)
