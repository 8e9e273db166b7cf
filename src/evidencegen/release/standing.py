"""How far a story is from being told for a use, and what stands in its way."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from enum import Enum

from evidencegen.intake.registers.case_studies import CONSENT_ENOUGH
from evidencegen.period import add_months
from evidencegen.release.alias import TITLES
from evidencegen.release.case_study import CaseStudy
from evidencegen.release.sign_off import MONTHS_A_SIGNATURE_HOLDS, Decided, Deed, Entry, SignOff
from evidencegen.release.vocabulary import folded

USES = ("tender", "inspection", "board")
_USE_IN_WORDS = {"tender": "a tender", "inspection": "an inspection", "board": "the board"}
_NOT_THOSE = "its words are not those that were signed: "


class State(Enum):
    """How far a story is from being told."""

    MAY_NOT_BE_TOLD = "consent does not allow it"
    HELD_BACK = "held back: somebody could be recognised by it, or it is too old"
    WAITS_FOR_SIGNATURE = "waiting for a signature"
    MAY_BE_TOLD = "signed, and may be told"
    WITHDRAWN = "withdrawn"


def obstacles(case: CaseStudy, use: str, entries: Sequence[Entry], as_at: date) -> tuple[str, ...]:
    """Why a story may not go out for this use, in plain words; nothing if it may.

    The last signature or withdrawal on the list counts, whatever the day of the figures: a person may sign,
    or withdraw a story, after that day. Only the age of a signature is judged by it.

    Raises:
        ValueError: `use` is not one of `USES`.
    """
    if use not in USES:
        raise ValueError(f"{use} is not a use: {', '.join(USES)}")
    own = _own(case, entries)
    return (*_obstacles_of_consent(case, use), *case.barred, *_obstacles_of_signature(case, own, as_at))


def state(case: CaseStudy, use: str, entries: Sequence[Entry], as_at: date) -> State:
    """How far a story is from being told for this use on this day."""
    own = _own(case, entries)
    signed = [entry for entry in own if isinstance(entry, SignOff)]
    if signed and signed[-1].deed is Deed.WITHDRAWN:
        return State.WITHDRAWN
    if _obstacles_of_consent(case, use):
        return State.MAY_NOT_BE_TOLD
    if case.barred:
        return State.HELD_BACK
    return State.WAITS_FOR_SIGNATURE if _obstacles_of_signature(case, own, as_at) else State.MAY_BE_TOLD


def _obstacles_of_consent(case: CaseStudy, use: str) -> tuple[str, ...]:
    found = []
    if case.consent == "withdrawn":
        found.append("consent has been withdrawn")
    elif case.consent not in CONSENT_ENOUGH:
        found.append("there is no consent on record" if case.consent != "no" else "consent was not given")
    if use not in case.consent_covers:
        found.append(f"consent does not cover {_USE_IN_WORDS[use]}")
    return tuple(found)


def _own(case: CaseStudy, entries: Sequence[Entry]) -> list[Entry]:
    return [entry for entry in entries if entry.case == case.case]


def _obstacles_of_signature(case: CaseStudy, entries: Sequence[Entry], as_at: date) -> tuple[str, ...]:
    signed = [(place, entry) for place, entry in enumerate(entries) if isinstance(entry, SignOff)]
    if not signed:
        return ("nobody has signed it",)
    place, last = signed[-1]
    if last.deed is Deed.WITHDRAWN:
        return ("it was withdrawn after it was signed, and nobody has signed it since",)
    found = list(_what_changed(case, last, entries[place:])) or list(still_open(case))
    if add_months(last.on, MONTHS_A_SIGNATURE_HOLDS) < as_at:
        found.append(f"it was signed more than {MONTHS_A_SIGNATURE_HOLDS} months before the day of the pack")
    if is_author(case, last.by):
        found.append("it was signed by the person who wrote it")
    return tuple(found)


def _what_changed(case: CaseStudy, signed: SignOff, since: Sequence[Entry]) -> Iterator[str]:
    """Why a signature no longer binds, if it does not. A name that the registers now hold is not said."""
    if not signed.review_sha256:
        yield "its signature says nothing of decisions and answers: it has to be reviewed and signed again"
    elif signed.story_sha256 != case.story_sha256:
        yield f"{_NOT_THOSE}the story has been edited since"
    elif signed.text_sha256 != case.text_sha256 and any(isinstance(entry, Decided) for entry in since):
        yield f"{_NOT_THOSE}something has been decided about them since"
    elif signed.text_sha256 != case.text_sha256:
        yield (
            f"{_NOT_THOSE}the registers now hold a name that matches a word in it, or something else by which "
            "words are taken out has changed"
        )
    elif signed.review_sha256 != case.review_sha256:
        yield "a decision or an answer has changed since it was signed"


def still_open(case: CaseStudy) -> tuple[str, ...]:
    """What has to be decided or answered before the story can be signed, each by its number or its name."""
    found = []
    if case.undecided:
        found.append(f"not decided: number {', '.join(str(mark.number) for mark in case.undecided)}")
    found += [
        f"{part.replace('_', ' ')}, after a decision: {why}" for part, whys in case.strays.items() for why in whys
    ]
    if case.unanswered:
        found.append(f"not answered about the words as they now are: {', '.join(case.unanswered)}")
    return tuple(found)


def is_author(case: CaseStudy, name: str) -> bool:
    """Whether a name could be that of the story's author."""
    return bool(case.author) and _may_be_one_person(name, case.author)


def _may_be_one_person(left: str, right: str) -> bool:
    """Whether two names could mean one person: the same surname, and given names that do not differ."""
    names = [[t for t in map(folded, re.findall(r"[^\W\d_]+", name)) if t not in TITLES] for name in (left, right)]
    if not all(names):
        return False
    if set(names[0]) <= set(names[1]) or set(names[1]) <= set(names[0]):
        return True
    return (
        names[0][-1] == names[1][-1] and names[0][0][0] == names[1][0][0] and 1 in (len(names[0][0]), len(names[1][0]))
    )
