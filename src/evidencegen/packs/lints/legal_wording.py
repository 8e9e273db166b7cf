"""Legal wording that gives the provider what the council, a court or the regulator does."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from evidencegen.packs.lint import Held, Hit, Lint, Paragraph, Severity, Words
from evidencegen.packs.saying import ADVERBS, BE, BY_US, US, is_ours

_KIND = (
    r"(?:(?:an?|the|her|his|their|its|our|own|independent|professional|statutory|formal|Care Act|mental (?:capacity|"
    r"health)|section 6[78]|s\.?6[78]|suitable|qualified|new|second|appropriate|trained|specialist|paid|"
    r"non-instructed|trusted|that|this|each|such) )*"
)
_ADVOCATE = rf"{_KIND}(?:advocates?|advocacy(?! (?:week|training|group|service|provider))|IMCAs?|IMHAs?)\b"
_APPOINT = (
    r"(?:appoint|instruct|commission|nominat|designat|engag|allocat|assign|select|hir|sourc|arrang)(?:s|es?|ed|ing)?"
)
_GIVE = (
    r"(?:provid|suppl|secur|organis|arrang|match|allocat|assign)(?:y|ies|ied|ying|e|es|ed|ing|s)?|put in place|"
    r"gave|gives?"
)
_WHOM = r"(?:(?:her|him|them|the \w+|each \w+|Mrs? \w+|people|residents|everyone)(?: (?:with|to))? )?"
_SUGGEST_ASK = '"we asked the council for an independent advocate"'
_DUTY = (
    r"(?:dut(?:y|ies)(?! (?:social worker|manager|officer|nurse|desk|team|worker|rota|doctor))|obligations?|"
    r"(?:legal|statutory|regulatory|Care Act|section 42|s\.?42) (?:\w+ "
    r")?(?:requirements?|responsibilit(?:y|ies)))"
)
_MET = r"(?:met|discharged|fulfilled|satisfied|honoured|complied with|carried out in full|exceeded|observed in full)"
_S42 = r"(?:(?:sections?|s\.?|ss\.?) ?42(?:\(\d\))?|Care Act|statutory)"
_ENQUIRY = (
    rf"(?:{_S42} (?:safeguarding )?(?:enquir(?:y|ies)|investigations?)|(?:enquir(?:y|ies)|investigations?) "
    rf"(?:under|in line with) (?:the )?{_S42})"
)
_LAW = (
    r"(?:(?:Care|Mental Capacity|Equality|Human Rights|Data Protection|Health and Social Care|Mental Health) "
    r"Acts?|Acts? "
    r"\d{4}|MCA|DoLS|Deprivation of Liberty Safeguards|(?:UK )?GDPR|[Rr]egulations?|CQC|legislation|laws?|statutory "
    r"guidance|fundamental standards|"
    r"section \d+|data protection)"
)
_WHOLLY = r"(?:fully |entirely |wholly |totally |completely |100% |strictly |absolutely )"
_THRESHOLD = (
    rf"(?:(?:{_S42}|safeguarding|enquiry|legal|eligibility) (?:\w+ )?(?:thresholds?|criteri(?:a|on)|dut(?:y|ies)|"
    rf"conditions?|tests?)|(?:criteri(?:a|on)|thresholds?|conditions?|tests?) (?:for|of|in|under) (?:an? )?(?:the "
    rf")?(?:{_S42}|safeguarding)(?: \w+)?)"
)


@dataclass(frozen=True)
class Wording:
    """One wording that claims too much, by its pattern: whose it is to say or to do, and what can be said.

    `of` are the beginnings of words of which one stands in every text with this wording.
    """

    of: tuple[str, ...]
    pattern: str
    why: str
    suggestion: str

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern, whatever the case of its letters."""
        return re.compile(self.pattern, re.IGNORECASE)


WORDINGS = (
    Wording(
        ("advoca", "imca", "imha"),
        rf"\b{US},? {ADVERBS}(?:(?:arranged? for|made?|makes?) (?:the )?appointment of {_ADVOCATE}|"
        rf"(?:{_APPOINT})(?: and "
        rf"\w+(?: \w+)?)? {_WHOM}{_ADVOCATE}(?! to\b|['’]s)|(?:{_GIVE}) {_WHOM}(?!the\b|her\b|his\b){_ADVOCATE}(?! "
        rf"(?:with|to|of)\b|['’]s))"
        rf"|\b(?:by|after|on|before) (?:appoint|instruct)ing {_ADVOCATE}|\b{US}\b[^.;]{{1,60}}, (?:\w+ly "
        rf")?(?:appoint|instruct)ing {_ADVOCATE}"
        rf"|\b{_ADVOCATE}(?: \w+){{0,3}}? {BE} (?:been )?(?:\w+ )?(?:{_APPOINT}|{_GIVE}|found|chosen|put in place)"
        rf"(?: (?!by)\w+){{0,4}}? {BY_US}"
        rf"|\b(?:our|the home['’]s|the service['’]s) (?:own )?appointment of {_ADVOCATE}",
        "the council, and for an IMCA the body that decides, appoints an advocate; a provider asks for one",
        _SUGGEST_ASK,
    ),
    Wording(
        ("dut", "obligation", "requirement", "responsibilit"),
        rf"\b(?:the|our|this|its|these|all) (?:\w+ ){{0,3}}?{_DUTY}(?: (?:under|to|of|for|in)(?: "
        rf"[\w()]+){{0,8}}?)? {BE} "
        rf"(?:been )?(?:\w+ )?{_MET}\b"
        rf"|\b{US},? {ADVERBS}(?:met|meets?|meeting|discharg(?:ed?|es|ing)|fulfill?(?:ed|s|ing)?|satisf(?:y|ied|ies|"
        rf"ying)|honours?|honoured|exceed(?:s|ed)?|compl(?:y|ies|ied) with) (?:our|its|the|all|any|every) "
        rf"(?:[\w-]+ ){{0,3}}?{_DUTY}"
        rf"|\b(?:duty|duties|obligations?)(?: of care)? (?:(?:fully|duly|properly) )?discharged\b"
        rf"|\b(?:in |fully |thereby |so |thus )?discharg(?:e of|ing) (?:our|its|the) (?:\w+ ){{0,3}}?dut(?:y|ies)"
        rf"|\bour (?:own )?(?:(?:section|s\.?) ?(?:4[1-7]|6[78])|safeguarding enquiry) (?:dut(?:y|ies)|obligations?|"
        rf"responsibilit(?:y|ies))"
        rf"|\b(?:legal|statutory|regulatory) (?:\w+ )?(?:requirements?|obligations?|duties|responsibilities) {BE} "
        rf"(?:been )?(?:\w+ )?{_MET}",
        "these duties are the council's, and whether they were met is not the provider's to say",
        "say what was done and when: who was asked for, on which day after the concern",
    ),
    Wording(
        ("substantial",),
        rf"\b{US},? {ADVERBS}(?:assess(?:ed|es)?|determined?|decided?|judged?|established?|found|concluded?|deemed|"
        rf"ruled|considered|diagnosed) (?:(?!council|authority)[\w’']+ ){{0,7}}?substantial difficult(?:y|ies)\b"
        rf"|\b(?:assessed|found|judged|deemed) {BY_US} (?:\w+ ){{0,4}}?substantial difficulty"
        rf"|\bsubstantial difficulty {BE} (?:\w+ )?(?:assessed|established|found|determined) {BY_US}",
        "the council assesses substantial difficulty; a provider records what it saw",
        '"the person seemed to have difficulty in understanding", with what was seen',
    ),
    Wording(
        ("42", "statutory", "care act"),
        rf"\b{US},? {ADVERBS}(?:carr(?:y|ied) out|conduct(?:ed|s)?|led|leads?|undert(?:ook|akes?|aken)|"
        rf"complet(?:ed|es?)|"
        rf"closed?|closes|concluded?|opened?|started?|launched|initiated|instigated|commenced|triggered|held|ran|"
        rf"investigated?|made|makes?|substantiated|upheld) (?:(?:the|a|an|our|all|its|this|every|own|full|"
        rf"allegation of \w+ "
        rf"under|allegation under) )*(?:\w+ )?(?:{_ENQUIRY}|{_S42})"
        rf"|\b{_ENQUIRY}(?: \w+){{0,3}}? {BE} (?:been )?(?:\w+ )?(?:carried out|conducted|led|run|undertaken|completed|"
        rf"closed|opened|made|concluded|started) {BY_US}"
        rf"|\bour (?:own )?(?:\w+ )?{_S42} (?:safeguarding )?(?:enquir(?:y|ies)|investigations?)",
        "the council makes or causes a section 42 enquiry; a provider may be asked to do part of one",
        '"the council asked us to make enquiries", or what was done for the enquiry',
    ),
    Wording(
        ("threshold", "criteri", "dut", "condition", "test"),
        rf"\b{US},? {ADVERBS}(?:decided?|determined?|judged?|agreed?|assessed|found|concluded?|ruled?|established|held|"
        rf"considered|deemed) (?:that )?(?:the|a|whether the|it|this|that it) "
        rf"(?:[\w’']+ ){{0,6}}?{_THRESHOLD}\b(?: (?:was|were|is|are|had been)(?: not)? (?:met|reached|engaged|"
        rf"satisfied))?"
        rf"|\bin our (?:view|judgement|judgment|opinion|assessment),? (?:[\w’']+ ){{0,5}}?{_THRESHOLD}",
        "whether the section 42 duty applies is the council's decision",
        '"we told the council, which decided whether to make enquiries"',
    ),
    Wording(
        ("liberty", "dols", "authorisation"),
        rf"\b{US},? {ADVERBS}(?:authoris(?:ed|es?)|grant(?:s|ed)?|approved?|sign(?:s|ed) off|renew(?:s|ed)) (?:a|"
        rf"the|an|her|"
        rf"his|their|all|this|its) (?:\w+ ){{0,2}}?(?:deprivations? of (?:\w+ )?liberty|DoLS|standard "
        rf"authorisations?)\b"
        rf"|\b(?:deprivations? of (?:\w+ )?liberty|DoLS(?: \w+)?|standard authorisation) {BE} (?:been )?(?:\w+ )?"
        rf"(?:authorised|granted|approved|signed off|renewed) {BY_US}",
        "the council, as supervisory body, or a court authorises a deprivation of liberty beyond what an urgent one "
        "covers",
        "say what was applied for, when, and what was decided by whom",
    ),
    Wording(
        ("compl", "accordance", "conform", "adhere", "requirement", "provision", "gdpr", "cqc", "legal",
         "proof", "safe"),
        rf"\b{_WHOLLY}?(?:compliant|in (?:\w+ )?compliance|complies|comply|complied|complying) {_WHOLLY}?with (?:\w+ "
        rf"){{0,6}}?{_LAW}\b"
        rf"|\b(?:full|total|complete|100%|absolute|ensur\w+|guarante\w+|demonstrat\w+|achiev\w+|maintain\w*) (?:\w+ )?"
        rf"compliance with (?:\w+ ){{0,5}}?{_LAW}\b"
        rf"|\bcompliance with (?:\w+ ){{0,5}}?{_LAW}\b(?: \d{{4}})? (?:is|was|has been) (?:\w+ )?(?:assured|"
        rf"guaranteed|full|"
        rf"complete|total|100%|ensured|achieved|maintained|certain)"
        rf"|\b(?:in|full) (?:full |complete |strict |total )(?:accordance|conformity|adherence) (?:with|to) (?:\w+ "
        rf"){{0,4}}?{_LAW}\b|\b(?:adheres?|conforms?) {_WHOLLY}to (?:\w+ ){{0,4}}?{_LAW}\b"
        rf"|\b(?:meets?|met|satisf(?:y|ies|ied)|exceeds?) (?:all|every|each|the) (?:of the )?(?:\w+ )?(?:requirements?|"
        rf"provisions?) (?:of|in|under) (?:\w+ ){{0,4}}?{_LAW}\b"
        r"|\b(?:GDPR|CQC|Care Act|DoLS|MCA|legally|law)[ -](?:compliant|compliance|safe|proof)\b",
        "whether the law is complied with is for a regulator or a court to find",
        "say what is done and what shows it",
    ),
    Wording(
        ("anonym", "identif", "recogni", "trace", "confidential"),
        r"(?<!not )(?<!not be )(?<!never )\b(?:completely|fully|truly|entirely|wholly|totally|properly|thoroughly|"
        r"strictly|100%)[ -](?:anonymous|anonymi[sz]ed|unidentifiable|de-?identified)\b"
        r"|\b(?:stud(?:y|ies)|stor(?:y|ies)|examples?|data|figures?|information|cases|accounts?)(?: \w+)? (?:is|"
        r"are|was|"
        r"were|have been|has been) (?:all )?anonymous\b"
        r"|\b(?:anonymity|confidentiality) (?:is|has been|was) (?:\w+ )?(?:guaranteed|assured|ensured|complete|total)\b"
        r"|(?<!so that )(?<!so )\b(?:no one|nobody|no person|no individual|they|people|individuals) (?:in "
        r"(?:them|it) )?"
        r"(?:can(?:not|n['’]t)?|could(?: not|n['’]t)?) (?:ever |possibly )?be (?:identified|recognised|traced|"
        r"re-identified)\b(?! (?:as|by name))"
        r"|\b(?:impossible|not possible) (?:for anyone )?to (?:identify|recognise|trace) (?:any\w*|the|a)\b",
        "nobody can promise that a story is anonymous: who knows the place may know the person",
        '"written so as to reduce the risk of recognition"',
    ),
)  # fmt: skip
_FOR_ANOTHER = re.compile(
    r"\b(?:at the (?:council|local authority)['’]s request|(?:council|local authority|they) (?:\w+ )?(?:asked|required|"
    r"requested|caused) us|on behalf of the (?:council|local authority)|asked by the (?:council|local authority))\b",
    re.IGNORECASE,
)
_NOT_SAID = re.compile(
    r"\b(?:not|never|cannot|does not mean that|may not|do not (?:say|claim|write)(?: that)?)\s\Z", re.IGNORECASE
)


def _find(words: Words, held: Held) -> Iterator[Hit]:
    for paragraph in words.prose:
        plain = paragraph.text.lower()
        for wording in (one for one in WORDINGS if any(part in plain for part in one.of)):
            for match in wording.compiled.finditer(paragraph.text):
                if _is_ours(paragraph, match):
                    yield Hit(paragraph, match.start(), match.end(), wording.why, wording.suggestion)


def _is_ours(paragraph: Paragraph, match: re.Match[str]) -> bool:
    """Whether the provider says it of itself, and not of what the council asked it to do."""
    if _NOT_SAID.search(paragraph.text, max(0, match.start() - 30), match.start()):
        return False
    sentence = next(s for s in reversed(paragraph.sentences) if s.start <= match.start())
    return not _FOR_ANOTHER.search(sentence.text) and is_ours(sentence.text, match.start() - sentence.start)


LEGAL_WORDING = Lint(
    key="legal_wording",
    title="Legal wording",
    why="the words give the provider what the law gives to another",
    suggestion="say what was done, by whom and when",
    severity=Severity.STOP,
    find=_find,
)
