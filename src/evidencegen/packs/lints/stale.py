"""Evidence that was old on the day the pack is as at, and frameworks no longer in force then."""

import re
from collections.abc import Iterator
from datetime import date

from evidencegen.packs.dated import dates_in
from evidencegen.packs.lint import Held, Hit, Lint, Sentence, Severity, Words
from evidencegen.packs.mention import mentions
from evidencegen.packs.not_counted import counted_only
from evidencegen.period import add_months, day_words

MONTHS_OF_FIGURES, MONTHS_OF_STORIES = 6, 24
_DBS = "the Disclosure and Barring Service took its place"
NO_LONGER_IN_FORCE: tuple[tuple[str, date, str], ...] = (
    (r"[Kk]ey [Ll]ines? of [Ee]nquiry|KLOEs?", date(2023, 11, 21), "quality statements took their place"),
    (
        r"[Ee]ssential [Ss]tandards(?: of Quality and Safety)?",
        date(2015, 4, 1),
        "the fundamental standards followed",
    ),
    (r"No Secrets", date(2015, 4, 1), "the Care Act 2014 took its place"),
    (r"Criminal Records Bureau|CRB (?:checks?|disclosures?)", date(2012, 12, 1), _DBS),
    (r"POVA(?: list)?|Protection of Vulnerable Adults(?: list)?", date(2009, 10, 12), "barred lists took its place"),
    (r"Common Induction Standards", date(2015, 4, 1), "the Care Certificate took their place"),
    (r"Data Protection Act 1998", date(2018, 5, 25), "the Data Protection Act 2018 took its place"),
    (r"Regulated Activities\) Regulations 2010", date(2015, 4, 1), "the Regulations of 2014 took their place"),
    (r"Fair Access to Care(?: Services)?|FACS", date(2015, 4, 1), "the Care Act 2014 took its place"),
    (r"Commission for Social Care Inspection|CSCI", date(2009, 4, 1), "the Care Quality Commission took its place"),
    (
        r"[Cc]linical [Cc]ommissioning [Gg]roups?|CCGs?",
        date(2022, 7, 1),
        "integrated care boards took their place",
    ),
    (
        r"[Nn]ational [Mm]inimum [Ss]tandards for (?:[Cc]are [Hh]omes|[Dd]omiciliary [Cc]are|[Aa]dult)[\w ]*",
        date(2010, 10, 1),
        "the essential standards followed",
    ),
    (r"Independent Safeguarding Authority", date(2012, 12, 1), _DBS),
)
"""Frameworks by the words they go by, the day from which each was in force no longer, and what came after."""
_FRAMEWORKS = tuple((re.compile(rf"\b(?:{words})\b"), gone, after) for words, gone, after in NO_LONGER_IN_FORCE)
_STORY = re.compile(r"\b(?:case stud(?:y|ies)|stor(?:y|ies)|case example|illustration|vignette)\b", re.IGNORECASE)
_EVIDENCE = re.compile(
    r"\b(?:surveys?|audits?|self-audits?|data|figures?|inspections?|reports?|feedback|training matrix|observations?|"
    r"mystery shop\w*|questionnaires?|analys[ie]s|results|returns|evaluations?|reviews? of|spot checks?|sampling|"
    r"follow-up|peer reviews?|evidence|delegates|monitoring|walk-?rounds?|inspectors?|pharmacist)\b",
    re.IGNORECASE,
)
_NOT_EVIDENCE = re.compile(
    r"\b(?:not|never|no longer|no use|kept for|replaced|revoked|superseded|withdrawn|due|next|first registered|"
    r"previous provider|policy|procedure|guidance|certificates?|remains? in force|notes? that the)\b",
    re.IGNORECASE,
)
"""A day in such a sentence is that of a policy, or the evidence is not relied on."""
_PUBLISHED = re.compile(
    r"\b(?:[Nn]ational(?:ly)?|DHSC|Skills for Care|NHS (?:England|Digital)|ADASS|ONS|LGA|in England|[Cc]ensus|"
    r"[Oo]fficial statistics|SAC)\b"
)
_BESIDE_NOW = re.compile(
    r"\b(?:this year|in the (?:year )?following|the (?:following|next) year|a year later)\b", re.IGNORECASE
)
"""Figures of before stand beside those of now, or are published by others and never newer."""
_RATED = re.compile(r"\d out of (?:\d|five|ten)", re.IGNORECASE)
_LONG_AGO = re.compile(
    r"\b(?:(?:two|three|four|five|six|several|some|a few|many|\d+) years ago|"
    r"(?:the )?(?:year|winter|summer|autumn|spring) before last|last year but one|"
    r"(?:eight|nine|ten|eleven|twelve|eighteen|"
    r"[89]|1\d|2\d) months ago|(?:over|more than) a year ago|pre[- ](?:pandemic|Covid(?:-19)?)|before (?:the pandemic|"
    r"Covid(?:-19)?|lockdown)|(?:during|in) (?:the pandemic|lockdown))\b",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"\b(?!(?:19|20)\d\d )\d{2,}[\d,]* (?!(?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December|months|years|weeks|days|hours|minutes|points)\b)[a-z]+"
)


def _find(words: Words, held: Held) -> Iterator[Hit]:
    for sentence in words.sentences:
        yield from _old(sentence, held.as_at)
        for pattern, gone, after in _FRAMEWORKS:
            match = pattern.search(sentence.text)
            if (
                match
                and gone <= held.as_at
                and not re.search(
                    r"\b(?:replac\w+|former\w*|previous\w*|old|repeal\w*|used to|took (?:its|their) place)\b",
                    sentence.text,
                )
            ):
                start = sentence.start + match.start()
                why = f"not in force on {day_words(held.as_at)}: {after} on {day_words(gone)}, as far as is known here"
                yield Hit(sentence.paragraph, start, start + len(match[0]), why=why)


def _old(sentence: Sentence, as_at: date) -> Iterator[Hit]:
    story = _STORY.search(sentence.text) is not None
    counts = list(mentions(sentence.text)) or _COUNT.search(counted_only(sentence.text)) or _RATED.search(sentence.text)
    evidence = _EVIDENCE.search(sentence.text) and not _NOT_EVIDENCE.search(sentence.text)
    if not (story or counts or evidence) or _PUBLISHED.search(sentence.text) or _BESIDE_NOW.search(sentence.text):
        return
    said = [one for one in dates_in(sentence.text, as_at) if one.ends <= as_at]
    if not said:
        if not story and (ago := _LONG_AGO.search(sentence.text)):
            start = sentence.start + ago.start()
            yield Hit(sentence.paragraph, start, start + len(ago[0]), why="no day is said, and it is long ago")
        return
    latest = max(said, key=lambda one: one.ends)
    months = MONTHS_OF_STORIES if story else MONTHS_OF_FIGURES
    if latest.ends < add_months(as_at, -months):
        why = f"it ends on {day_words(latest.ends)}, more than {months} months before {day_words(as_at)}"
        yield Hit(sentence.paragraph, sentence.start + latest.start, sentence.start + latest.end, why=why)


STALE = Lint(
    key="stale",
    title="Stale evidence",
    why="a reader asks what is true now",
    suggestion="give the figure for the latest period beside it, or say why only this period can be told",
    severity=Severity.WARN,
    find=_find,
)
