"""The command `case`: how it is told to the command line, what it does and prints."""

import argparse
import json
from datetime import date
from pathlib import Path

from evidencegen import options
from evidencegen.options import Parsers
from evidencegen.release.intruder import QUESTIONS
from evidencegen.release.sign_off import Choice

LIST, SHOW, REVIEW = "evidencegen case list", "evidencegen case show CS-01", "evidencegen case review CS-01"
DECIDE = 'evidencegen case decide CS-01 3 --generalise "a farm" --by "Priya Raman"'
ANSWER = 'evidencegen case answer CS-01 neighbour "No: the street is not told" --by "Priya Raman"'
SIGN = 'evidencegen case sign CS-01 --by "Priya Raman"'
WITHDRAW = 'evidencegen case withdraw CS-01 --by "Priya Raman" --why "asked by phone"'


def case(parsers: Parsers) -> None:
    """The command and its deeds, in the order in which a story goes through them."""
    parser = options.command(parsers, "case", "case studies: their review, their state and their sign-off", SIGN)
    names = "list|show|review|decide|answer|sign|withdraw"
    deeds = parser.add_subparsers(title="what to do", metavar=names, required=True)
    lists = options.command(deeds, "list", "each case study and what stands in the way of its release", LIST)
    shows = options.command(deeds, "show", "the text that would be released", SHOW)
    reviews = options.command(
        deeds,
        "review",
        "original and release side by side, with what to decide and to answer; for people inside",
        REVIEW,
    )
    decides = options.command(deeds, "decide", "what becomes of words that the review numbers", DECIDE)
    answers = options.command(deeds, "answer", "answer one of the questions of the review", ANSWER)
    signs = options.command(deeds, "sign", "bind a named person's approval to the exact text", SIGN)
    withdraws = options.command(deeds, "withdraw", "stop a case study's use", WITHDRAW)
    for deed in (shows, reviews, decides, answers, signs, withdraws):
        deed.add_argument("case", metavar="CASE", help="the case study's reference, such as CS-01")
    _decision(decides)
    answers.add_argument("question", metavar="QUESTION", help=f"one of: {', '.join(QUESTIONS)}")
    answers.add_argument("answer", metavar="WORDS", help="the answer, in a sentence or two")
    for deed, run in (
        (lists, list_cases), (shows, show_case), (reviews, review_case), (decides, decide_case),
        (answers, answer_case), (signs, sign_case), (withdraws, withdraw_case),
    ):  # fmt: skip
        options.folder(deed)
        deed.set_defaults(run=run)
    for deed in (decides, answers, signs, withdraws):
        deed.add_argument("--by", required=True, metavar="NAME", help="who decides")
        deed.add_argument("--on", type=options.day, metavar="DATE", help="the day of the decision (today)")
    withdraws.add_argument("--why", required=True, help="the reason, in a few words and without names")
    options.as_json(lists)
    options.as_json(reviews)
    reviews.add_argument("--html", type=Path, metavar="FILE", help="write it as a page; it holds personal details")


def _decision(decides: argparse.ArgumentParser) -> None:
    decides.add_argument("number", metavar="NUMBER", type=int, help="the number in the review")
    choice = decides.add_mutually_exclusive_group(required=True)
    choice.add_argument(
        "--remove", action="store_true", help="cut the words; to change more than them, edit the story itself"
    )
    choice.add_argument("--generalise", metavar="WORDS", help="put these words in their place")
    choice.add_argument("--keep", metavar="WHY", help="leave them, for this reason")


def list_cases(asked: argparse.Namespace) -> int:
    from evidencegen import casebook
    from evidencegen.project import read

    states = casebook.states(read(asked.folder))
    if asked.json:
        _print_json([vars(s) | {"obstacles": list(s.obstacles)} for s in states])
        return 0
    for state in states:
        print(f"{state.case}  {state.state}")
        for obstacle in state.obstacles:
            print(f"    {obstacle}")
        if state.may_say:
            print(f"    {state.may_say}")
    told = sum(not state.obstacles for state in states)
    print(f"{told} of {len(states)} may be told." if states else "No case studies in this project.")
    return 0


def show_case(asked: argparse.Namespace) -> int:
    from evidencegen import casebook
    from evidencegen.project import read

    print(casebook.words(read(asked.folder), asked.case))
    return 0


def review_case(asked: argparse.Namespace) -> int:
    from evidencegen import case_review
    from evidencegen.project import read

    review = case_review.review(read(asked.folder), asked.case)
    if asked.html:
        case_review.write(review, asked.html)
    if asked.json:
        _print_json(review.as_dict())
    elif asked.html:
        print(f"Written: {asked.html}, for people inside only. Delete it when you have signed.")
    else:
        print("\n".join(case_review.lines(review)))
    return 0


def decide_case(asked: argparse.Namespace) -> int:
    from evidencegen import case_review, casebook
    from evidencegen.project import read

    if asked.remove:
        choice, said = Choice.REMOVE, ""
    elif asked.keep is None:
        choice, said = Choice.GENERALISE, asked.generalise
    else:
        choice, said = Choice.KEEP, asked.keep
    day = asked.on or date.today()
    told = casebook.decide(read(asked.folder), asked.case, asked.number, choice, said, by=asked.by, on=day)
    print(f"{asked.case}, number {asked.number}: {choice.value}. {_left(len(told.undecided), len(told.unanswered))}")
    if choice is not Choice.KEEP:
        print(f"It now reads: {case_review.around(told, asked.number)}")
    return 0


def answer_case(asked: argparse.Namespace) -> int:
    from evidencegen import casebook
    from evidencegen.project import read

    day = asked.on or date.today()
    told = casebook.answer(read(asked.folder), asked.case, asked.question, asked.answer, by=asked.by, on=day)
    print(f"{asked.case}, {asked.question}: answered. {_left(len(told.undecided), len(told.unanswered))}")
    return 0


def sign_case(asked: argparse.Namespace) -> int:
    from evidencegen import casebook
    from evidencegen.project import read

    casebook.sign(read(asked.folder), asked.case, by=asked.by, on=asked.on or date.today())
    print(
        f"{asked.case} signed. Any change to its text, to a decision or an answer, a name in the registers that comes "
        "to match a word in it, or withdrawn consent makes the signature void."
    )
    return 0


def withdraw_case(asked: argparse.Namespace) -> int:
    from evidencegen import casebook
    from evidencegen.project import read

    casebook.withdraw(read(asked.folder), asked.case, by=asked.by, on=asked.on or date.today(), why=asked.why)
    print(f"{asked.case} withdrawn.")
    return 0


def _left(numbers: int, questions: int) -> str:
    if not numbers and not questions:
        return "Nothing is left to decide or to answer: it can be signed."
    return f"Left: numbers to decide {numbers}, questions to answer {questions}."


def _print_json(content: object) -> None:
    print(json.dumps(content, indent=1, ensure_ascii=False, default=str))
