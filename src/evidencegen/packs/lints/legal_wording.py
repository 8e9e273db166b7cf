"""Legal wording that gives the provider what the council, a court or the regulator does."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from evidencegen.packs.lint import Held, Hit, Lint, Severity, Words

_US = (
    r"(?:we|our (?:\w+ ){0,3}?(?:team|manager|managers|lead|leads|staff|service|services|home|homes|provider|company|"
    r"organisation|director|"
    r"deputy|nurses?|workers?|carers?|seniors?|directors?|trustees|owners?)|the (?:\w+ )?(?:home|homes|service|team|"
    r"provider|manager|deputy|staff|company|"
    r"registered manager|"
    r"safeguarding lead)|staff|managers)"
)
_MAY = (
    r"(?:(?:have|has|had|also|then|promptly|immediately|successfully|formally|always|can|will|therefore|rightly|"
    r"jointly) ){0,3}"
)
_ADVOCATE = r"(?:\w+ ){0,4}?(?:advocates?|IMCAs?|IMHAs?|Care Act advocates?)"
_SUGGEST_ASK = '"we asked the council for an independent advocate"'
_BY_US = r"by (?:us\b|our\b|the (?:home|service|provider|team|manager|registered manager|staff)\b)"


@dataclass(frozen=True)
class Wording:
    """One wording that claims too much, by its pattern: whose it is to say or to do, and what can be said."""

    pattern: str
    why: str
    suggestion: str

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern, whatever the case of its letters."""
        return re.compile(self.pattern, re.IGNORECASE)


WORDINGS = (
    Wording(
        rf"\b{_US},? {_MAY}(?:appoint(?:s|ed|ing)?|instruct(?:s|ed|ing)?|commission(?:s|ed|ing)?) (?:her |him |them "
        rf")?{_ADVOCATE}\b"
        rf"|\b{_ADVOCATE} (?:was|were|is|are|has been|had been|have been) (?:\w+ )?(?:appointed|instructed) "
        rf"{_BY_US}(?: \w+ lead)?",
        "the council, and for an IMCA the body that decides, appoints an advocate; a provider asks for one",
        _SUGGEST_ASK,
    ),
    Wording(
        rf"\b(?:the|our|this|its) (?:\w+ ){{0,3}}?dut(?:y|ies)(?: (?:under|to|of)(?: [\w()]+){{0,8}}?)? (?:was|were|"
        rf"is|are|"
        rf"has been|have been|had been) "
        rf"(?:\w+ )?(?:met|discharged|fulfilled|satisfied)\b"
        rf"|\b{_US} {_MAY}(?:met|meets?|discharged?|fulfill?(?:ed|s)?|satisf(?:y|ied)) (?:our|its|the|all|any|every) "
        rf"(?:\w+ ){{0,2}}?dut(?:y|ies)\b",
        "these duties are the council's, and whether they were met is not the provider's to say",
        "say what was done and when: who was asked for, on which day after the concern",
    ),
    Wording(
        rf"\b{_US},? {_MAY}(?:assess(?:ed|es)?|determined?|decided?|judged?|established?|found|concluded?) "
        r"(?:(?!council|authority)\w+ ){0,7}?substantial difficult(?:y|ies)\b",
        "the council assesses substantial difficulty; a provider records what it saw",
        '"the person seemed to have difficulty in understanding", with what was seen',
    ),
    Wording(
        rf"\b{_US},? {_MAY}(?:carr(?:y|ied) out|conduct(?:ed|s)?|led|leads?|undert(?:ook|ake)|complet(?:ed|es?)|"
        rf"closed?|concluded?|opened?|started?|"
        rf"investigated?|made|ran) (?:(?:the|a|an|our|all|its) )?(?:\w+ ){{0,2}}?(?:section|s\.?) ?42 "
        rf"(?:safeguarding )?(?:enquir(?:y|ies)|investigations?)",
        "the council makes or causes a section 42 enquiry; a provider may be asked to do part of one",
        '"the council asked us to make enquiries", or what was done for the enquiry',
    ),
    Wording(
        rf"\b{_US},? {_MAY}(?:decided?|determined?|judged?|agreed?|assessed|found|concluded?|ruled?) (?:that "
        rf")?(?:the|a|whether the) (?:\w+ ){{0,2}}?"
        rf"(?:section 42|s\.?42|safeguarding|statutory|enquiry|legal)(?: \w+)? ?(?:threshold|criteria|duty|"
        rf"conditions?|test)\b"
        rf"(?: (?:was|were|is|are|had been)(?: not)? (?:met|reached|engaged|satisfied))?",
        "whether the section 42 duty applies is the council's decision",
        '"we told the council, which decided whether to make enquiries"',
    ),
    Wording(
        rf"\b{_US},? {_MAY}(?:authoris(?:ed|es?)|granted?|approved?) (?:a|the|an urgent|her|his|their|all) (?:\w+ "
        rf"){{0,2}}?"
        rf"(?:deprivations? of liberty|DoLS)\b",
        "the council, as supervisory body, or a court authorises a deprivation of liberty beyond what an urgent one "
        "covers",
        "say what was applied for, when, and what was decided by whom",
    ),
    Wording(
        r"\b(?:fully |entirely |wholly |totally |completely |100% )?(?:compliant|in (?:full )?compliance|complies|"
        r"comply) (?:fully )?with "
        r"(?:the |all )?(?:\w+ ){0,4}?(?:Care Act|Mental Capacity Act|Act \d{4}|Regulations|regulations|CQC|"
        r"legislation|law)\b"
        rf"|\b{_US} {_MAY}compl(?:ied|y|ies) with (?:section|s\.|regulation|the (?:Care|Mental|law|duty|statutory))"
        r"|\b(?:GDPR|CQC|Care Act|DoLS|MCA|legally)[ -](?:compliant|compliance|safe|proof)\b",
        "whether the law is complied with is for a regulator or a court to find",
        "say what is done and what shows it",
    ),
    Wording(
        r"(?<!not )(?<!not be )(?<!never )\b(?:completely|fully|truly|entirely|wholly|totally|"
        r"strictly)[ -](?:anonymous|anonymi[sz]ed|unidentifiable)\b"
        r"|\b(?:stud(?:y|ies)|stor(?:y|ies)|examples?|data|figures?|information|cases) (?:\w+ )?(?:is|are|was|were|"
        r"have been|has been) "
        r"(?:all )?anonymous\b",
        "nobody can promise that a story is anonymous: who knows the place may know the person",
        '"written so as to reduce the risk of recognition"',
    ),
)  # fmt: skip
_NOT_SAID = re.compile(
    r"\b(?:not|never|cannot|rather than|instead of|does not mean that|whether|if|may not|do not (?:say|claim|"
    r"write)(?: that)?)\s\Z",
    re.IGNORECASE,
)


def _find(words: Words, held: Held) -> Iterator[Hit]:
    for paragraph in words.prose:
        for wording in WORDINGS:
            for match in wording.compiled.finditer(paragraph.text):
                if not _NOT_SAID.search(paragraph.text, max(0, match.start() - 30), match.start()):
                    yield Hit(paragraph, match.start(), match.end(), wording.why, wording.suggestion)


LEGAL_WORDING = Lint(
    key="legal_wording",
    title="Legal wording",
    why="the words give the provider what the law gives to another",
    suggestion="say what was done, by whom and when",
    severity=Severity.STOP,
    find=_find,
)
