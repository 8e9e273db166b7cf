"""Single letters that are no initials: "T/C", "Q:", "level D", a side of the body."""

import re

from evidencegen.release.opener import next_word
from evidencegen.release.vocabulary import words_in
from evidencegen.release.word import Word

_LETTER_VOUCHED = re.compile(
    r"\b(?:appendix|annex|level|grade|stage|part|category|band|vitamin|hepatitis|table|figure|type|group|carer|"
    r"keyworker|worker|nurse|"
    r"member of staff|their \w+|option|section|schedule|plan|influenza|to|and|coded|graded|rated|codes?) \Z"
    r"|\b(?:gender|sex|client|patient|pt|m/f):? \Z"
    r"|\b[A-E],? (?:or |and )?\Z",
    re.IGNORECASE,
)
_SIDED = words_in(
    """
    arm leg hand foot forearm palm temple forehead eyebrow ribs chest kidney hip knee shin side eye ear ankle
    wrist elbow shoulder breast lung heel buttock thigh calf toe finger thumb cheek cva sided weakness lateral
    lower upper big little great groin jaw hemiplegia
    """
)
_SIDE = re.compile(r"\b(?:rail|side|both|upper|lower|stairs) \Z", re.IGNORECASE)


def is_vouched(text: str, word: Word) -> bool:
    """Whether the words before say what a capital letter is: "appendix B", "carer A", "sex: F"."""
    return bool(_LETTER_VOUCHED.search(text, max(0, word.start - 24), word.start))


def is_short_form(text: str, word: Word) -> bool:
    """Whether a letter is no initial: "T/C", "h/over", "Q:", and L or R for a side where nobody acts."""
    if text[word.end : word.end + 1] == "/" or text[word.start - 1 : word.start] == "/":
        return True
    if word.plain == "q" and text[word.end : word.end + 1] == ":":
        return True
    return word.text in ("L", "R") and (
        next_word(text, word.end) in _SIDED or bool(_SIDE.search(text, max(0, word.start - 8), word.start))
    )
