"""Every definition in words, as text, as a page of HTML or for a program."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from textwrap import wrap

from evidencegen.brief import NAME, Limits, read_brief
from evidencegen.catalogue import everything_in
from evidencegen.measures import families as shelf
from evidencegen.measures.condition import Setting
from evidencegen.measures.definition import Definition, define
from evidencegen.measures.measure import Measure
from evidencegen.period import Period, day_words
from evidencegen.problem import EvidenceError, Place, Problem
from evidencegen.project import measures_for
from evidencegen.release.profile import EXTERNAL
from evidencegen.shipped import shipped

PAGE = "dictionary.html.j2"
ANY_DAY, NO_DAY = "the date of the figures", date(2000, 1, 1)
WIDTH, LABEL = 110, 21
FAMILIES = {
    "own": "Our own measures",
    "concerns": "Concerns",
    "msp": "Making Safeguarding Personal",
    "risk": "Risk and proportion",
    "decisions": "Decisions",
    "partnership": "Partnership",
    "advocacy": "Advocacy",
    "training": "Training",
    "supervision": "Supervision and practice",
    "audits": "Quality audits",
    "themes": "Themes",
    "actions": "Improvement actions",
    "stories": "Case studies",
    "quality": "How well the registers are kept",
}
IN_TIME = {
    "working_days_to_ask_for_advocate": "working days from a concern to asking for an advocate",
    "working_days_to_allocation": "working days from a referral to an advocate being allocated",
    "review_days": "days from a plan to its review with the person",
    "days_to_refer": "days from a concern to sending it to the council",
    "starter_days": "days from starting work to the first training in safeguarding",
    "supervision_months": "months within which each member of staff has had a supervision",
    "audit_window_days": "days from the day planned to an audit being done",
    "theme_records": "records that bring up a theme before it has to have led to something",
    "people_supported": "people supported on average, for figures per hundred of them",
}
TEST_OF_BLANKS = (
    "A blank cell passes no test, save one that asks for blanks. So a blank in what is counted stays in the base and "
    "is not counted, a blank in what the base asks for is not in the base, and a blank that is named under what is "
    "left out is left out. None of these is nought."
)


@dataclass(frozen=True)
class Dictionary:
    """Definitions by family, with whose they are and for which period and limits they are told."""

    title: str
    period: str
    limits: tuple[tuple[str, int], ...]
    families: tuple[tuple[str, tuple[Definition, ...]], ...] = field(repr=False)
    notes: tuple[str, ...] = (TEST_OF_BLANKS, EXTERNAL.words)

    def told(self, form: str) -> str:
        """The whole dictionary as `text`, `html` or `json`."""
        return {"text": self._as_text, "html": self._as_html, "json": self._as_json}[form]()

    def _as_text(self) -> str:
        lines = [self.title, self.period, ""]
        lines += [line for note in self.notes for line in (*wrap(note, WIDTH), "")]
        lines += ["What figures are judged by", *(f"  {number:4}  {name}" for name, number in self.limits), ""]
        for family, definitions in self.families:
            lines += [family.upper(), ""]
            for one in definitions:
                lines += [*wrap(f"{one.title} [{one.key}]", WIDTH), *_listed(one), ""]
        return "\n".join(lines).rstrip()

    def _as_html(self) -> str:
        from evidencegen.documents.html import environment

        page = environment().get_template(PAGE)
        return page.render(dictionary=self, styles=_styles())

    def _as_json(self) -> str:
        content = {
            "title": self.title,
            "period": self.period,
            "in_time": dict(self.limits),
            "definitions": [one.as_dict() for _, several in self.families for one in several],
        }
        return json.dumps(content, indent=1, ensure_ascii=False)


def dictionary(folder: Path) -> Dictionary:
    """The definitions of a project, its own among them; those that are shipped where no project is named or here.

    Raises:
        EvidenceError: the brief or measures.yaml has something to mend; a named folder holds no brief.
    """
    alone = folder == Path() and not (folder / NAME).exists()
    if alone:
        setting = Setting(NO_DAY, Period.months_to(NO_DAY), Limits().model_dump(exclude_none=True), ANY_DAY)
        measures: Mapping[str, Measure] = everything_in(shelf, Measure)
        title, period = "Dictionary of measures", "With the limits that hold unless a provider sets its own"
    else:
        brief = read_brief(folder)
        setting, measures = brief.setting(), measures_for(folder, brief)
        title = f"Dictionary of measures: {brief.provider}"
        period = f"{setting.period}, as at {day_words(setting.as_at)}"
    by_family: dict[str, list[Definition]] = {}
    for measure in measures.values():
        by_family.setdefault(measure.key.partition(".")[0], []).append(define(measure, setting))
    order = [*(key for key in FAMILIES if key in by_family), *(key for key in by_family if key not in FAMILIES)]
    families = tuple((FAMILIES.get(key, key.capitalize()), tuple(by_family[key])) for key in order)
    limits = tuple((IN_TIME[name], number) for name, number in setting.policy.items() if name in IN_TIME)
    return Dictionary(title, period, limits, families)


def written(text: str, out: Path) -> str:
    """Write the dictionary to a file; what was written, in a line.

    Raises:
        EvidenceError: the file cannot be written.
    """
    beside = out.with_name(f".{out.name}.part")
    try:
        beside.write_text(text + "\n", encoding="utf-8")
        beside.replace(out)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise EvidenceError((_cannot_write(out, error),)) from None
    return f"{out}: {len(text):,} letters"


def _listed(one: Definition) -> Iterator[str]:
    """The parts of a definition in two columns: the label, and what it says."""
    for label, lines in one.parts:
        for number, line in enumerate(lines):
            head = label if number == 0 else ""
            first, *rest = wrap(line, WIDTH - LABEL - 2)
            yield f"  {head:{LABEL}}{first}"
            yield from (f"  {'':{LABEL}}{more}" for more in rest)


def _styles() -> str:
    """The look of the packs, inside the page: the fonts are those of the reader's system."""
    styles = (shipped("report_templates") / "dictionary.css").read_text(encoding="utf-8")
    return re.sub(r"/\*.*?\*/\s*", "", styles, flags=re.DOTALL)


def _cannot_write(out: Path, error: OSError) -> Problem:
    return Problem(
        key="dictionary.cannot_write",
        place=Place(out.name),
        found=error.strerror or type(error).__name__,
        wanted="a file in a folder that you may write to",
        why="the dictionary was not written",
        mend="give another name with --out",
    )
