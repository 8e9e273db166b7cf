"""References of cases, crimes, incidents, policies and accounts."""

import re

from evidencegen.release.recogniser import Recogniser

_LABEL = (
    r"(?:ref(?:erence)?(?: (?:no|number))?|case(?: (?:id|no|number|ref))?|crime(?: (?:no|number|ref"
    r"(?:erence)?))?|incident(?: (?:no|number|ref))?|"
    r"log(?: (?:no|number))?|CAD|URN|custody ref|policy no|agreement(?: no)?|title(?: no)?|file(?: no)?|account "
    r"no|booking(?: ref)?|"
    r"hospital (?:no|number)|passport(?:,? (?:no|number))?|licen[cs]e(?: (?:no|number))?|warrant(?: (?:no|"
    r"number))?|badge(?: (?:no|number))?|"
    r"collar (?:no|number)|shoulder number|serial (?:no|number)|tenancy|claim(?: (?:no|number))?|order(?: (?:no|"
    r"number))?|PNC|warrant card)"
)

_A_DAY = re.compile(r"\d{1,2}([/.\-])(?:\d{1,2}|[A-Za-z]{3,9})\1\d{2,4}\b|\d{4}-\d\d-\d\d\b")

# A word that says what follows is a reference, then something that holds a digit.
LABELLED_REFERENCE = Recogniser(
    key="labelled_reference",
    label="[reference]",
    pattern=re.compile(
        rf"\b{_LABEL}\b[.:,#]{{0,2}}[ \n]+(?:(?:was|is|of|to)[ ])?(?P<detail>(?=[\w/\-.]*\d)\w[\w/\-.]*\w(?:[ ]"
        rf"(?:of[ ])?(?=[\w/.\-]*\d)[A-Z\d][\w/.\-]*\w)*)(?!%)",
        re.IGNORECASE,
    ),
    is_real=lambda match: (
        not _A_DAY.match(match["detail"])
        and (
            sum(c.isdigit() for c in match["detail"]) >= 3
            or bool(re.search(r"\d.*[A-Z/\-]|[A-Z/\-].*\d", match["detail"]))
        )
    ),
)

# Letters and digits joined by strokes or hyphens: SG/2024/0137, LSAB-24-00219.
JOINED_REFERENCE = Recogniser(
    key="joined_reference",
    label="[reference]",
    pattern=re.compile(
        r"(?i:\bref\.?:? )?(?<![\w/.\-])(?=[A-Za-z\d/\-_.]*\d)(?=[a-z\d/\-_.]*[A-Z])[A-Za-z\d]+(?:[/_\-][A-Za-z\d]+)+\b"
    ),
    is_real=lambda match: (
        bool(re.search(r"\d", match.group()))
        and not re.fullmatch(
            r"(?i:covid-19|asc-wds|[a-z]-ray|[a-z]+-\d{1,2}|\d{1,2}-[a-z]+(?:-[a-z]+)*|news2?)", match.group()
        )
    ),
)

# A police officer's collar number, with the name that follows it.
OFFICER = Recogniser(
    key="officer",
    label="a police officer",
    pattern=re.compile(r"\b(?:W?PC|DC|PS|DS|DI|PCSO|Sgt|Constable|Officer)[ \n]\d{2,6}\b(?:[ \n][A-Z][\w'’\-]+){0,2}"),
)
