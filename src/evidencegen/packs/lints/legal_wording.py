"""Legal wording that gives the provider what the council, a court or the regulator does."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from evidencegen.packs.doer import Doer, Done, agent_of, clause_at, is_negated, is_terse, names_another, subject_of
from evidencegen.packs.lint import Held, Hit, Lint, Paragraph, Severity, Words
from evidencegen.packs.saying import is_claimed, is_ours

_KIND = (
    r"(?:(?:an?|the|her|his|their|its|our|own|independent|professional|statutory|formal|Care Act|mental (?:capacity|"
    r"health)|section 6[78]|s\.?6[78]|suitable|qualified|new|second|appropriate|trained|specialist|paid|"
    r"non-instructed|trusted|that|this|each|such|one|for) )*"
)
_ADVOCATE = (
    rf"{_KIND}(?:advocates?|advocacy|IMCAs?|IMHAs?)\b(?! (?:week|training|group|service|provider|lead|champion))"
)
_WHOM = r"(?: (?:her|him|them|the \w+|each \w+|Mrs? \w+|people|residents|everyone|someone))?(?: (?:with|to))?"
_SUGGEST_ASK = '"we asked the council for an independent advocate"'
_SECTION = (
    r"(?:(?:sections?|ss?\.?) ?(?:42|6[78])(?:\(\w+\))*(?:(?:,? (?:and|to|&) |, )(?:section |s\.? ?)?[\d(][\w()]*)*)"
)
_S42 = r"(?:(?:sections?|ss?\.?) ?42(?:\(\w+\))*|Care Act|statutory)"
_ENQUIRY = (
    rf"(?:{_S42} (?:safeguarding )?(?:enquir(?:y|ies)|investigations?)|(?:enquir(?:y|ies)|investigations?) "
    rf"(?:under|in line with) (?:the )?{_S42})"
)
_LAW = (
    r"(?:(?:Care|Mental Capacity|Equality|Human Rights|Data Protection|Health and Social Care|Mental Health) "
    r"Acts?|Acts? \d{4}|the Act|MCA|DoLS|Deprivation of Liberty Safeguards|(?:UK )?GDPR|regulations?|CQC|legislation|"
    r"laws?|statutory guidance|fundamental standards|sections? \d+|s\.? ?\d+|data protection)"
)
_WHOLLY = r"(?:fully |entirely |wholly |totally |completely |100% |strictly |absolutely )"
_NOT_THE_COUNCILS = (
    r"(?! (?:social worker|manager|officer|nurse|desk|team|worker|rota|doctor|of candour|to (?:notify|refer|report|"
    r"co-?operate|tell|share|record)))"
)
_DUTY = (
    rf"(?:(?:dut(?:y|ies)|obligations?){_NOT_THE_COUNCILS}|(?:legal|statutory|regulatory|Care Act|section 42|s\.?42) "
    rf"(?:\w+ )?(?:requirements?|responsibilit(?:y|ies))|{_SECTION}(?! (?:enquir|threshold|criteria|meeting|review|"
    rf"decision|process|plan|form|referral|strategy)))"
)
_JUDGE = (
    r"(?:decid(?:ed?|es|ing)|decisions?|determin(?:ed?|es|ing|ations?)|judg(?:ed?|es|ing|e?ments?)|conclud(?:ed?|es|"
    r"ing)|"
    r"conclusion|assess(?:ed|es|ing|ments?)?|establish(?:ed|es)?|found|finds?|finding|rul(?:ed?|es|ing)(?: out)?|"
    r"deem(?:ed|s)?|agreed?|held|satisfied|accept(?:ed|s)?|consider(?:ed|s)?|diagnos\w+|certif(?:y|ied|ies)|"
    r"confirm(?:ed|s)?|screen(?:ed|s)?|ascertain\w*|view|opinion)"
)
_ADVOCATE_NEEDED = (
    r"(?:qualif(?:y|ies|ied) for (?:an? )?(?:\w+ )?(?:advoca\w+|IMCA)|(?:no|an?|the) (?:\w+ )?(?:advocate|"
    r"IMCA) (?:was|is|were|would be) (?:not )?(?:required|needed|necessary)|"
    r"(?:the |an )?appropriate (?:person|individual|adult)\b)"
)
_THRESHOLD = (
    rf"(?:the threshold\b|(?:{_S42}|safeguarding|enquiry|legal|eligibility) (?:\w+ )?(?:thresholds?|criteri(?:a|"
    rf"on)|dut(?:y|ies)|"
    rf"conditions?|tests?)|(?:criteri(?:a|on)|thresholds?|conditions?|tests?) (?:for|of|in|under) (?:an? )?(?:the "
    rf")?(?:{_S42}|safeguarding)(?: \w+)?|(?:an? )?{_S42}(?! (?:review|records?|duty of))\b|eligib(?:le|ility) (?:for|"
    rf"under|criteria|needs))"
)
_DONE = (
    r"(?:carr(?:y|ies|ied|ying) out|conduct(?:ed|s|ing)?|led|leads?|leading|undert(?:ook|akes?|aken|aking)|"
    r"complet(?:ed?|es|ing)|clos(?:ed?|es|ing)|conclud(?:ed?|es|ing)|open(?:ed|s|ing)?|start(?:ed|s|ing)?|launch(?:ed|"
    r"es)?|initiat\w+|instigat\w+|commenc\w+|trigger(?:ed|s)?|held|ran|runs?|investigat\w+|makes?|made|"
    r"substantiat\w+|upheld|end(?:ed|s|ing)?|discontinued?)"
)
_NEAR = r"(?:[ ,–-]+[\w'’()%]+){0,8}?[ ,:–-]+"
_NEXT = r"(?: (?:the|a|an|our|all|its|this|every|own|full|and|\w+|allegation of \w+ under|in|out)){0,4}? "


@dataclass(frozen=True)
class Wording:
    """One wording that claims too much: by its pattern, whose it is to say or to do, and what can be said.

    `of` are the beginnings of words of which one stands in every text with this wording. Where there is a `to`, the
    pattern is a verb and `to` what it is done to: that claims too much where the provider does it. `gap` stands
    between the two where the verb comes first; `by_itself` where nobody need be named, and not `is_noted` where a
    note that names nobody may mean the council.
    """

    of: tuple[str, ...]
    pattern: str
    why: str
    suggestion: str
    to: str = ""
    gap: str = _NEAR
    by_itself: bool = False
    is_noted: bool = True

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern, whatever the case of its letters; a verb as a whole word."""
        return re.compile(rf"\b(?:{self.pattern})" + (r"\b" if self.to else ""), re.IGNORECASE)

    @cached_property
    def behind(self) -> re.Pattern[str]:
        """What it is done to, right behind the verb."""
        return re.compile(rf"(?P<gap>{self.gap})(?P<to>{self.to})", re.IGNORECASE)

    @cached_property
    def before(self) -> re.Pattern[str]:
        """What it is done to, wherever it stands."""
        return re.compile(rf"\b(?:(?:the|our|its) )?{self.to}", re.IGNORECASE)


WORDINGS = (
    Wording(
        ("advoca", "imca", "imha"),
        r"(?:appoint|instruct|commission|nominat|designat|engag|assign|select|hir|sourc)(?:s|es?|ed|ing)?(?: and \w+)?"
        r"|(?:made?|makes?|arranged?(?: for)?) (?:the )?appointment of",
        "the council, and for an IMCA the body that decides, appoints an advocate; a provider asks for one",
        _SUGGEST_ASK,
        to=rf"{_ADVOCATE}(?! to\b|['’]s)",
        gap=rf"{_WHOM} ",
    ),
    Wording(
        ("advoca", "imca", "imha"),
        r"(?:provid|suppl|secur|organis|arrang|match|allocat)(?:y|ies|ied|ying|e|es|ed|ing|s)?|put in place|gave|"
        r"gives?",
        "the council, and for an IMCA the body that decides, provides an advocate; a provider asks for one",
        _SUGGEST_ASK,
        to=rf"(?!the\b|her\b|his\b){_ADVOCATE}(?! (?:to|with|of)\b|['’]s)",
        gap=rf"{_WHOM} ",
        is_noted=False,
    ),
    Wording(
        ("dut", "obligation", "requirement", "responsibilit", "section", "s."),
        r"met|meets?|meeting(?= (?:our|the|its|all)\b)|discharg(?:ed?|es|ing)|fulfil\w*|satisf(?:y|ied|ies|ying)|"
        r"honour(?:s|ed)?|"
        r"compl(?:y|ies|ied|ying) with|carried out in full|exceed(?:s|ed)?|observed in full|discharge of",
        "these duties are the council's, and whether they were met is not the provider's to say",
        "say what was done and when: who was asked for, on which day after the concern",
        to=_DUTY,
        gap=r" (?:(?:our|its|the|all|any|every|their|your|a) )?(?:[\w-]+ ){0,3}?",
        by_itself=True,
    ),
    Wording(
        ("substantial",),
        _JUDGE,
        "the council assesses substantial difficulty; a provider records what it saw",
        '"the person seemed to have difficulty in understanding", with what was seen',
        to=r"substantial difficult(?:y|ies)",
    ),
    Wording(
        ("42", "statutory", "care act", "enquiry"),
        _DONE,
        "the council makes or causes a section 42 enquiry; a provider may be asked to do part of one",
        '"the council asked us to make enquiries", or what was done for the enquiry',
        to=rf"(?:{_ENQUIRY}|{_S42}\b|the (?:safeguarding )?enquiry\b)",
        gap=_NEXT,
    ),
    Wording(
        ("threshold", "criteri", "dut", "condition", "test", "42", "eligib", "appropriate", "advoca", "imca"),
        _JUDGE,
        "whether the section 42 duty applies, or an advocate is needed, is the council's decision",
        '"we told the council, which decided whether to make enquiries"',
        to=rf"(?:{_THRESHOLD}|{_ADVOCATE_NEEDED})",
    ),
    Wording(
        ("liberty", "dols", "authorisation"),
        r"authoris(?:ed?|es|ing)|grant(?:s|ed)?|approv(?:ed?|es)|sign(?:s|ed) off|renew(?:s|ed)",
        "the council, as supervisory body, or a court authorises a deprivation of liberty beyond what an urgent one "
        "covers",
        "say what was applied for, when, and what was decided by whom",
        to=r"(?:deprivations? of (?:\w+ )?liberty|DoLS|standard authorisations?)\b",
        gap=_NEXT,
    ),
    Wording(
        ("our ", "s42", "section"),
        rf"our (?:own )?(?:\w+ )?{_S42} (?:safeguarding )?(?:enquir(?:y|ies)|investigations?)"
        rf"|our (?:own )?(?:statutory |legal )?(?:{_SECTION}|safeguarding enquiry|statutory|Care Act) (?:dut(?:y|ies)|"
        rf"obligations?|responsibilit(?:y|ies)){_NOT_THE_COUNCILS}"
        r"|in (?:accordance|line) with our (?:\w+ )?dut(?:y|ies) (?:under|to (?:appoint|provide|arrange))"
        rf"|(?:our|the (?:home|service|provider)['’]s) (?:own )?(?:appointment|instruction) of {_ADVOCATE}",
        "the law gives this to the council, or to the body that decides",
        _SUGGEST_ASK,
    ),
    Wording(
        ("compl", "accordance", "conform", "adhere", "requirement", "provision", "gdpr", "cqc", "legal",
         "proof", "safe"),
        rf"{_WHOLLY}?(?:compliant|in (?:\w+ )?compliance|complies|comply|complied|complying) {_WHOLLY}?with (?:\w+ "
        rf"){{0,6}}?{_LAW}\b"
        rf"|(?:full|total|complete|100%|absolute|ensur\w+|guarante\w+|demonstrat\w+|achiev\w+|maintain\w*) (?:\w+ )?"
        rf"compliance with (?:\w+ ){{0,5}}?{_LAW}\b"
        rf"|compliance with (?:\w+ ){{0,5}}?{_LAW}\b(?: \d{{4}})? (?:is|was|has been) (?:\w+ )?(?:assured|"
        rf"guaranteed|full|complete|total|100%|ensured|achieved|maintained|certain)"
        rf"|(?:in|full) (?:full |complete |strict |total )(?:accordance|conformity|adherence) (?:with|to) (?:\w+ "
        rf"){{0,4}}?{_LAW}\b|(?:adheres?|conforms?) {_WHOLLY}to (?:\w+ ){{0,4}}?{_LAW}\b"
        rf"|(?:meets?|met|satisf(?:y|ies|ied)|exceeds?) (?:all|every|each|the) (?:of the )?(?:\w+ )?(?:requirements?|"
        rf"provisions?) (?:of|in|under) (?:\w+ ){{0,4}}?{_LAW}\b"
        r"|(?:GDPR|CQC|Care Act|DoLS|MCA|legally|law)[ -](?:compliant|compliance|safe|proof)\b",
        "whether the law is complied with is for a regulator or a court to find",
        "say what is done and what shows it",
    ),
    Wording(
        ("anonym", "identif", "recogni", "trace", "confidential"),
        r"(?<!not )(?<!not be )(?<!never )(?:completely|fully|truly|entirely|wholly|totally|properly|thoroughly|"
        r"strictly|100%)[ -](?:anonymous|anonymi[sz]ed|unidentifiable|de-?identified)\b"
        r"|(?:stud(?:y|ies)|stor(?:y|ies)|examples?|data|figures?|information|cases|accounts?)(?: \w+)? (?:is|"
        r"are|was|were|have been|has been) (?:all )?anonymous\b"
        r"|(?:anonymity|confidentiality) (?:is|has been|was) (?:\w+ )?(?:guaranteed|assured|ensured|complete|total)\b"
        r"|(?<!so that )(?<!so )(?:no one|nobody|no person|no individual|they|people|individuals) (?:in "
        r"(?:them|it) )?"
        r"(?:can(?:not|n['’]t)?|could(?: not|n['’]t)?) (?:ever |possibly )?be (?:identified|recognised|traced|"
        r"re-identified)\b(?! (?:as|by name))"
        r"|(?:impossible|not possible) (?:for anyone )?to (?:identify|recognise|trace) (?:any\w*|the|a)\b",
        "nobody can promise that a story is anonymous: who knows the place may know the person",
        '"written so as to reduce the risk of recognition"',
    ),
)  # fmt: skip
_FOR_ANOTHER = re.compile(
    r"\b(?:at the (?:council|local authority)['’]s request|(?:council|authority|they) (?:\w+ )?(?:asked|required|"
    r"requested|caused|instructed) (?:us|the \w+)|on behalf of the (?:council|local authority)|asked by the (?:\w+ )?"
    r"(?:council|authority)|(?:was|were) asked to)\b",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being|has|have|had|gets?|got)\b", re.IGNORECASE)
_APART = re.compile(r",(?!.*\b(?:whom|which|that)\b)")
_BE = re.compile(r"\b(?:am|is|are|was|were|be|been|being)\b", re.IGNORECASE)
_FARTHEST = 90
"""Characters from what something is done to, to the verb behind it."""


def _find(words: Words, held: Held) -> Iterator[Hit]:
    for paragraph in words.prose:
        plain, told = paragraph.text.lower(), list[tuple[int, int]]()
        for wording in (one for one in WORDINGS if any(part in plain for part in one.of)):
            spans = _deeds(wording, paragraph) if wording.to else _words(wording, paragraph)
            for start, end in spans:
                if not any(a < end and start < b for a, b in told):
                    told.append((start, end))
                    yield Hit(paragraph, start, end, wording.why, wording.suggestion)


def _words(wording: Wording, paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    for match in wording.compiled.finditer(paragraph.text):
        sentence = paragraph.sentence_at(match.start())
        if is_claimed(sentence.text, match.start() - sentence.start) and not is_negated(paragraph.text, match.start()):
            yield match.span()


def _deeds(deed: Wording, paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """Where the provider does what is another's to do."""
    for verb in deed.compiled.finditer(paragraph.text):
        sentence = paragraph.sentence_at(verb.start())
        if _FOR_ANOTHER.search(sentence.text) or not is_ours(sentence.text, verb.start() - sentence.start):
            continue
        if is_negated(paragraph.text, verb.start()):
            continue
        yield from _with_object(deed, paragraph.text, verb)


def _with_object(deed: Wording, text: str, verb: re.Match[str]) -> Iterator[tuple[int, int]]:
    begin = clause_at(text, verb.start())
    if behind := deed.behind.match(text, verb.end()):
        if not names_another(behind["gap"].partition(" by ")[0]):
            done = agent_of(text, verb.end()) or subject_of(text, begin, verb.start())
            is_note = done.doer is Doer.NOBODY and is_terse(text, begin, verb.start()) and verb[0].endswith("ed")
            if done.doer is Doer.US or (is_note and not names_another(text[begin:])):
                yield min(done.start, verb.start()), behind.end()
        return
    objects = list(deed.before.finditer(text, max(0, verb.start() - _FARTHEST), verb.start()))
    if objects and (done := _done_to(deed, text, objects[-1], verb)).doer is Doer.US:
        yield objects[-1].start(), max(done.end, verb.end())


def _done_to(deed: Wording, text: str, what: re.Match[str], verb: re.Match[str]) -> Done:
    """Who does it, where what it is done to comes first: "an advocate was appointed by us"."""
    between = text[what.end() : verb.start()]
    if clause_at(text, verb.start()) > what.end() and "?" not in between:
        return Done(Doer.NOBODY, 0, 0)
    if (agent := agent_of(text, verb.end())) is not None:
        return agent
    within = subject_of(text, what.end(), verb.start())
    if within.doer is not Doer.NOBODY:
        is_theirs = _BE.search(text, within.start, verb.start()) or _APART.search(text[what.end() : within.start])
        return Done(Doer.NOBODY, 0, 0) if is_theirs else within
    begin = clause_at(text, what.start())
    is_note = deed.is_noted and not _PASSIVE.search(between) and is_terse(text, begin, what.start())
    if (deed.by_itself or (is_note and verb[0].endswith("ed"))) and not names_another(text[begin:]):
        return Done(Doer.US, what.start(), verb.end())
    return within


LEGAL_WORDING = Lint(
    key="legal_wording",
    title="Legal wording",
    why="the words give the provider what the law gives to another",
    suggestion="say what was done, by whom and when",
    severity=Severity.STOP,
    find=_find,
)
