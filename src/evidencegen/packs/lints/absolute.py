"""Absolute words, which one row of a register proves wrong."""

import re
from collections.abc import Iterator

from evidencegen.packs.lint import Held, Hit, Lint, Sentence, Severity, Words
from evidencegen.packs.mention import figure_for, mentions, stems
from evidencegen.packs.saying import PEOPLE, RECORDS, is_claimed
from evidencegen.release.figure import Figure, per_cent

_TIMES = (
    r"(?:other |single |few |couple of |\d+ |two |three |four |six |eight |twelve |fortnight\b)*"
    r"(?:day|week|month|quarter|year|hour|morning|night|shift|time|fortnight|monday|tuesday|wednesday|thursday|"
    r"friday|saturday|sunday|weekend|evening|afternoon|meal|term|spring|"
    r"autumn|summer|winter|second|third)s?\b"
)
_MADE_THING = (
    r"(?:course|policy|document|procedure|module|template|version|lesson|workbook|handout|slide|page|chapter|section|"
    r"question|lot|clause|room|bedroom|building|floor|door|table|vehicle|car|bed|invoice|contract|certificate)"
)
_COUNTED = (
    r"(?:of (?:the|our|these|those|its|them) )?(?:the |our |these |those )?(?:\d[\d,]*|two|three|four|five|"
    r"six|seven|eight|nine|ten|eleven|twelve)\b"
)
_PEOPLE, _RECORDS = (words.replace(" ", r"\ ") for words in (PEOPLE, RECORDS))
_TIMES, _COUNTED = (words.replace(" ", r"\ ") for words in (_TIMES, _COUNTED))
_ABSOLUTE = re.compile(
    rf"""
    (?<!\balmost\ )(?<!\bnearly\ )(?<!\bvirtually\ )(?<!\bquite\ )(?<!\bbut\ )(?<!near-)\b(?:
      (?<!\bat\ )(?<!\bafter\ )(?<!\bnot\ )(?<!\babove\ )(?<!\bof\ )(?<!\bamong\ )(?<!\bor\ )(?<!\bthey\ )(?<!\bit\ )
        (?<!\bfor\ )
        all(?:\ of)?\b(?!-)(?!\ or\ some\b)(?!,)(?!\ (?:take|took|play|sit|meet)\b)
        (?!\ (?:{_COUNTED}|in\ all|that|they|it|you|we|but|right|too|along|over|round|else|so|
          sorts|(?:day|night|week|month|year|summer|winter|morning)\b)\b)
        (?:\ our\b|\ the\b)?
    | (?<!\bnot\ )(?<!\bor\ )(?<!\bat\ )every\b(?!\ {_TIMES}(?!\ (?:we|a|an|the|they|someone|somebody|it|our|one|
      people|staff)\b))(?!\ (?:two|three|four|
        five|six|seven|eight|nine|ten|twelve|twenty|hundred|\d+)\b)(?!\ {_MADE_THING}\ (?:has|have|is|carries|bears|
          comes|shows)\b)(?!\ (?:one\ of\ the|so\ often|now\ and))
    | every\ day\ of\ the\ (?:year|week)\b | 365\ days\b
    | each\ (?:and\ every\b|(?:one\ )?of\ our\ {_PEOPLE}\b|single\b) | every\ (?:single|last)\b | for\ all(?=[.;]|\Z)
    | no\ (?:single\ )?(?:member|one\ member)s?\ of\ (?:our\ |the\ )?(?:staff|team)\b
    | any\ and\ all\b | one\ and\ all\b | to\ a\ (?:person|man|woman)\b(?=[,.;])
    | (?:whole|entire)\ (?:workforce|staff\ (?:team|group))\b | (?:the\ )?(?:entirety|totality)\ of\b
    | (?:in|at|on)\ no\ (?:instance|time|point|stage|occasion|case)s?\b | (?:flaw|fault)less\w* | error[ -]free\b
    | unblemished\b | universally\b | not\ been\ (?:one|a\ single)\b
    | (?:the|our)\ (?:whole|entire)\ (?:{_PEOPLE}|workforce|staff\ \w+|company|organisation)\b
    | (?<!\bnot\ )(?:everyone|everybody|everything)\b
    | (?<!\bnot\ )always\b
    | (?<!\bno,\ )never\b(?!\ events?\b)(?!\ (?:competent|completed|recorded|held|averaged|mind)\b(?=[,.;]|$))
    | (?<!\bor\ )not\ (?:one|a\ single|once)\b(?!\ of\ (?:\w+\ )?(?:them|these|us)\b)(?!\ and\b)
    | zero[ -]tolerance\b | zero\ (?:\w+\ )?{_RECORDS}\b
    | (?<!\bat\ )(?<!\bor\ )(?:no[ -]one|nobody(?!\ from\b)|none\ of\ (?:our|the)\ (?:\w+\ )?(?:{_PEOPLE}|{_RECORDS}))\b
        (?!\ (?:service|agency|organisation|measure|provider|form|answer|size|way|person|else)\b)
    | no\ (?:{_PEOPLE}|{_RECORDS})\b(?=(?:\ [\w'’]+){{1,4}}?\ (?:ever|left|lost|missed|overlooked|ignored|forgotten|
        un\w+ed|unheard|waits?|harmed|late|delayed|refused|denied|excluded|restrained|turned|goes|closed\ without)\b)
    | nothing\ (?:slips|escapes|falls|is|was|has|ever|gets|will|can)\ (?:been\ |be\ )?(?:ever|left|missed|lost|
      overlooked|decided|done|
        forgotten|go|goes|gets?|too)\b
    | no\ (?:possibility|chance|danger|prospect)\ (?:of|that)\b | (?:has|have)\ not\ had\ (?:one|a\ single)\b
    | no\ (?:instances?|incidents?|occasions?|cases?|examples?)\ of\b
    | without\ (?:a\ single\ )?(?:exceptions?|fail|failure)\b
    | (?<!\bnot\ )(?<!\bno\ )(?<!\bcannot\ )guarantee(?:s|d)?\b
    | (?:can|may|will)\ (?:be|rest|feel)\ (?:\w+\ )?(?:certain|assured|sure)\b(?!\ that\ (?:all|every|no|nobody|each)\b)
    | (?:make|makes|making|is|are)\ (?:it\ )?impossible\b
    | (?:cannot|can\ never|could\ not)\ (?:happen|fail|go\ wrong)\b
    | (?:completely|totally|entirely|fully)\ (?:eliminat\w+|prevent\w*|remov\w+\ (?:all|any)|safe\b|risk[ -]free)
    | risk[ -]free\b | fool-?proof\b | fail[ -]?safe\b | infallib\w+ | watertight\b | unfailing\w*
    | at\ all\ times\b | (?:whatever|come\ what)\ (?:happens|may)\b | no\ matter\ (?:what|how|who|when)\b
    | no\ (?:room\ for\ error|exceptions?|tolerance\ (?:of|for))\b
    | in\ (?:all|every)\ (?:such\ )?(?:cases?|circumstances?|instances?)\b
    | invariably\b | without\ question\b | ten\ (?:out\ of|in)\ ten\b
    )
    | (?<![\w.,])(?:100|\b(?:a|one)\ hundred)\ ?(?:%|per\ ?cent\b)(?!\ compliant)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NO_CLAIM = re.compile(
    r"\A(?:[^:;.]{1,40}: )?(?:always|never) (?!on\b|in\b|at\b|an?\b|the\b|person|there|ready|available|safe|late|our\b|"
    r"here|with|happy|open|short|alone|been|has|had|once)(?!\w+(?:ed|ing|s)\b)\w+|"
    r"\b(?:count|add|pool|summ|read|total)\w*(?: \w+){0,2} all\b|\bin all\b(?=[ ,;]*(?:\d|we\b|[,.;]|$))|"
    r"\b(?:nobody|no one) (?:has|needs|is (?:obliged|expected|forced|required|made)) to\b|"
    r"\b(?:nobody|no one) \w+s for \w+ing\b|\b(?:some|part|most|any) or all\b|"
    r"(?<![.:!?•-] )(?<!\A)\b(?-i:All|Every|Everyone|Everybody|Always|Never|Nobody|Everything|Zero|Guarantee)\b|"
    r"\A(?-i:[A-Z]\w+(?: [A-Z&]\w*){1,3} (?:Ltd|Limited|Church|Road|Street|House|Court|Hall|Lane|School|Trust|Project|"
    r"Programme|Award|Hospital|Centre|Group)\b)|"
    r"\b(?:had|has|have) (?:no one|nobody)\b|\bnobody else\b|\bwho had never\b|\bnobody is perfect\b|"
    r"\b(?:by no means|far from|hardly|scarcely|not nearly) (?:all|every\w*)\b|\bI never\b[^.;]*\bwithout\b|"
    r"\bnever as an?\b|\bnever (?:averag|add|pool|compar|promis|publish|print|quot|nam|count|round|combin)\w*|"
    r"\b(?:all|every|each)(?: of (?:our|the|these))? (?:\w+ )?(?:figures?|percentages?|numbers?|tables?|charts?|"
    r"dates?|prices?|"
    r"rates|references?|documents|appendi\w+|counts)\b|"
    r"\b(?:all|every\w*|always|each)\b(?=[^.;]*\b(?:where(?:ver)? (?:possible|appropriate|needed|safe|relevant|"
    r"practicable|it is|"
    r"they (?:can|wish|want|agree)(?=[ ]?(?:[,.;]|$)))|if (?:possible|they)|unless)\b)|"
    r"\ball (?:bidders?|tenderers?|applicants?|councils?|authorities|providers|suppliers|lots?|parties)\b|"
    r"\beverybody['’]s business\b|"
    r"\bthank(?:s| you) to (?:all|every\w+)\b|\b(?:he|she) (?:\w+ ){0,3}all (?:of )?(?:the|her|his)\b|"
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+) \w+,? all of (?:them|whom|which)\b|"
    r"\b(?:except|apart from|other than|with the exception of)\b.*|\A.*\b(?:except|apart from|with one exception)\b|"
    r"\b(?:he|she|they|who) (?:had|has) (?:always|never)\b|\b(?:no one|nobody) had\b|"
    r"\b(?:cannot|is not|not a|no) (?:\w+ ){0,3}?guarantee\b|\ba guarantee\b[^.;]*\bnot\b",
    re.IGNORECASE,
)


_PER_CENT = re.compile(r"\d ?(?:%|per ?cent)", re.IGNORECASE)
TELLING = 2
"""Words that a sentence with "100%" shares with the figure that bears it out."""


def _find(words: Words, held: Held) -> Iterator[Hit]:
    for sentence in words.sentences:
        matches = list(_ABSOLUTE.finditer(sentence.text))
        others = _PER_CENT.findall(sentence.text)
        passed = [m.span() for m in _NO_CLAIM.finditer(sentence.text)] if matches else []
        for match in matches:
            if not is_claimed(sentence.text, match.start()) or any(a <= match.start() < b for a, b in passed):
                continue
            if match[0].startswith("100") and len(others) > 1:
                continue
            figure = _told_of(sentence, held)
            if _is_borne_out(match[0], sentence, figure, held):
                continue
            start = sentence.start + match.start()
            hit = Hit(sentence.paragraph, start, start + len(match[0]))
            if figure is not None and figure.share is not None and figure.share < 1:
                why = f'"{figure.title}" is {per_cent(figure.share)} in the registers, and not all'
                hit = Hit(sentence.paragraph, hit.start, hit.end, why=why, severity=Severity.STOP)
            yield hit


def _told_of(sentence: Sentence, held: Held) -> Figure | None:
    """The figure that a sentence with no number of its own is plainly about."""
    return figure_for(stems(sentence.text), held.figures) if held.figures else None


def _is_borne_out(said: str, sentence: Sentence, figure: Figure | None, held: Held) -> bool:
    """Whether figures say all of them: the one it is about, or one of as many of as many."""
    if figure is not None and figure.share == 1:
        return True
    if said.startswith("100"):
        words = stems(sentence.text)
        every_one = (f for f in (held.figures or {}).values() if f.share == 1)
        return any(len(stems(f"{f.title} {f.group}") & words) >= TELLING for f in every_one)
    every = {(f.counted, f.out_of) for f in (held.figures or {}).values() if f.share == 1}
    pairs = [(one.counted, one.out_of) for one in mentions(sentence.text) if one.counted is not None]
    return any(a == b and (held.figures is None or (a, b) in every) for a, b in pairs)


ABSOLUTE = Lint(
    key="absolute",
    title="Absolute words against the data",
    why="one row that says otherwise makes the sentence untrue, and a careful reader looks for it",
    suggestion="say how many of how many, or what is done so that it happens",
    severity=Severity.WARN,
    find=_find,
)
