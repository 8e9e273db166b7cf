"""Training attended, presented as competence."""

import re
from collections.abc import Iterator

from evidencegen.packs.lint import Held, Hit, Lint, Severity, Words

_TRAINED = (
    r"(?:passed|attend(?:ed|ing|ance)?|train(?:ed|ing)|complet(?:ed|ing|ion) (?:of )?(?:the |their |our |this |all "
    r")?(?:\w+ "
    r"){0,3}?"
    r"(?:course|training|e-?learning|modules?|workshop|induction|refresher|programme)|e-?learning|certificates?|"
    r"certificated|certified|"
    r"courses?|workshops?|refreshers?|undertaken (?:\w+ ){0,2}training)"
)
_ABLE = (
    r"(?:competen(?:t|ce|cy|cies)|skilled|capable|confident|able to (?:recogni[sz]e|spot|identify|respond|act|apply)|"
    r"can (?:recogni[sz]e|spot|identify|respond|act|apply|manage)|know(?:s)? (?:how|what|when|whom|who)|understands?|"
    r"equipped|proficient|expert)"
)
_PRESENTED = re.compile(
    rf"\b{_TRAINED}\b(?P<a>[^.;]{{0,60}}?)\b{_ABLE}\b|\b{_ABLE}\b(?P<b>[^.;]{{0,40}}?)\b{_TRAINED}\b", re.IGNORECASE
)
_JOINS = re.compile(
    r"\b(?:and (?:are |is |so )?(?:therefore|thus|hence|so)|therefore|thus|so(?: that)?|shows?|demonstrat\w+|prov\w+|"
    r"evidenc\w+|confirms?|"
    r"means?|ensur\w+|makes?|are|is|they|having|since|because|through|by|due to|thanks to|as a result|staff)\b|\A "
    r"and \Z|,",
    re.IGNORECASE,
)
_TESTED = re.compile(
    r"\b(?:test(?:s|ed|ing)?|observ\w+|assess(?:ed|es|ment|or|ors)?|scenarios?|supervis\w+|watch(?:ed|es)?|checked|"
    r"sign(?:ed)? off|"
    r"not (?:\w+ )?(?:show|prove|mean|thereby|the same|enough|itself|by itself|alone|competen\w+)|alone|rather than|"
    r"counted apart|and supervised|"
    r"does not|do not|is no proof)\b",
    re.IGNORECASE,
)


def _find(words: Words, held: Held) -> Iterator[Hit]:
    for sentence in words.sentences:
        match = _PRESENTED.search(sentence.text)
        if match is None or _is_tested(sentence.text, match):
            continue
        between = match["a"] if match["a"] is not None else match["b"] or ""
        if _JOINS.search(between):
            start = sentence.start + match.start()
            yield Hit(sentence.paragraph, start, start + len(match[0]))


def _is_tested(text: str, match: re.Match[str]) -> bool:
    """Whether the sentence says that competence was looked at apart from training, not that training was on tests."""
    return any(not match.start() <= m.start() < match.start() + 5 for m in _TESTED.finditer(text))


ATTENDED = Lint(
    key="attended_as_competent",
    title="Attended presented as competent",
    why="a certificate shows that somebody was there; inspectors ask what they can do",
    suggestion="print the two apart: trained, and found competent when tested or observed",
    severity=Severity.WARN,
    find=_find,
)
