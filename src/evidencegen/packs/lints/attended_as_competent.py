"""Training attended, presented as competence."""

import re
from collections.abc import Iterator

from evidencegen.packs.lint import Held, Hit, Lint, Severity, Words
from evidencegen.packs.saying import is_claimed

_COURSE = (
    r"(?:courses?|training|e-?learning|modules?|workshops?|inductions?|refreshers?|programmes?|level \d\w*|Care "
    r"Certificate|diplomas?|webinars?|sessions?|study days?|classes)"
)
_TRAINED = (
    rf"(?:(?:passed|attend(?:ed|ing|ance|s)?|complet(?:ed|ing|ion|es?)|undertaken|undertakes?|undergone|"
    rf"finish(?:ed|ing)|done|"
    rf"undertook|sat|took|taken|had|received|been (?:on|through)|went on)(?: (?:of|at|by|in|on|through))? "
    rf"(?:(?:the|their|our|"
    rf"this|all|a|an|its) )?(?:[\w'’-]+ ){{0,3}}?{_COURSE}"
    rf"|(?:did|done|does) (?:the|a|our|their) (?:\w+[- ])?(?:day|{_COURSE})|(?:days?|hours?|time|"
    rf"session) in the classroom|"
    rf"(?:attendance|signed) (?:registers?|lists?)|training logs?"
    rf"|(?:passed|attend(?:ed|ing|ance|s)|train(?:ed|ing)|{_COURSE}|certificates?|certificated|certified|certification|"
    rf"training (?:matrix|records?)|attendance (?:sheets?|records?)|registers? (?:of training|signed)|sat through))"
)
_DO = (
    r"(?:recogni[sz]e|spot|identify|respond|act|apply|manage|deal|handle|hold|support|give|carry out|tell|use|"
    r"report|raise|"
    r"administer|protect|keep|work|make|assess|lead|speak|safeguard|cope|intervene|notice|judge|decide|practise)"
)
_ABLE = (
    rf"(?:abilit(?:y|ies)|able(?=[.,;]|\Z)|(?:in )?safe hands|appl(?:y|ies) (?:it|what)|competen(?:t|ce|cy|cies|"
    rf"tly)|skilled|skills|capab(?:le|ility)|confiden(?:t|ce|tly)|(?:able|ready|"
    rf"equipped|fit|"
    rf"qualified|prepared) to (?:\w+ly )?{_DO}|can (?:\w+ly |now |all )?{_DO}|know(?:s|ledge)? (?:how|what|when|"
    rf"whom|who|to)|"
    rf"understands?|understanding|know-?how|equipped|proficien(?:t|cy)|experts?|expertise|(?:relied|"
    rf"counted) (?:up)?on to|knowledgeable|well[ "
    rf"-]versed|adept|"
    rf"mastery|good at)"
)
_PRESENTED = re.compile(
    rf"\b{_TRAINED}\b(?P<a>[^.]{{0,110}}?)\b{_ABLE}\b|\b{_ABLE}\b(?P<b>[^.;]{{0,60}}?)\b{_TRAINED}\b", re.IGNORECASE
)
_JOINS = re.compile(
    r"\b(?:and can be|and (?:are |is |so )?(?:therefore|thus|hence|so)|therefore|thus|so(?: that)?|shows?|"
    r"demonstrat\w+|prov\w+|"
    r"evidenc\w+|confirms?|"
    r"means?|accordingly|deem\w*|proof|hence|ensur\w+|makes?|giv(?:es?|ing)|leav(?:es?|ing)|equips?|enabl\w+|"
    r"each has|being those|rely|measure of|=|"
    r"allow\w*|assur\w+|guarante\w+|"
    r"builds?|creat\w+|produc\w+|are|is|as|they|we|"
    r"who|with|after|following|once|having|since|because|through|by|due to|thanks to|as a result|staff|team|via|"
    r"from)\b|\A and "
    r"(?:now |can |also )?\Z|,|=",
    re.IGNORECASE,
)
_TESTED = re.compile(
    r"\b(?:test(?:s|ed|ing)?|observ\w+|assess(?:ed|es|ment|or|ors)?|scenarios?|supervis\w+|watch(?:ed|es)?|checked|"
    r"signed off (?:by|after|following|when)|"
    r"not (?:\w+ )?(?:treated|counted|taken|show|prove|mean|thereby|the same|enough|itself|by itself|alone|"
    r"competen\w+)|(?:training|"
    r"attendance|attending|certificates?|course) alone|alone (?:does|is|do)|rather than|"
    r"measures? different|separate\w*|apart|neither|≠|counted apart|and supervised|"
    r"does(?: not|n['’]t)|do(?: not|n['’]t)|did(?: not|n['’]t)|is(?: not|n['’]t)|is no proof)\b",
    re.IGNORECASE,
)


def _find(words: Words, held: Held) -> Iterator[Hit]:
    for sentence in words.sentences:
        match = _PRESENTED.search(sentence.text)
        if match is None or _is_tested(sentence.text, match) or not is_claimed(sentence.text, match.end() - 1):
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
