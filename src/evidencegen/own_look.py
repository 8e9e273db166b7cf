"""A provider's own look, templates and words, checked before anything is built."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from evidencegen.brief import FILE, NAME
from evidencegen.casebook import roll_of
from evidencegen.catalogue import everything_in
from evidencegen.documents.html import environment
from evidencegen.documents.logo import WrongLogo, logo_at
from evidencegen.documents.template_faults import EXPRESSION, faults, sentences
from evidencegen.look import Own
from evidencegen.packs import kinds
from evidencegen.packs.own_number import own_numbers
from evidencegen.packs.pack import Pack, SectionPlan
from evidencegen.problem import EvidenceError, Place, Problem, Severity
from evidencegen.project import Project
from evidencegen.release.names import Roll
from evidencegen.release.quote import anonymise
from evidencegen.settings import near_word
from evidencegen.shipped import shipped

TEMPLATE, WORDS = ".html.j2", ".txt"
VOUCHED = "our service"
WHY = {
    "number": "a number in a sentence comes from no row, stays when the registers change, and is not rounded",
    "sum": "a number worked out in a template is traced to no row, and may give a hidden one away",
    "no_figure": "only what a section needs is released for it; anything else is not there to be printed",
    "named": "whoever reads the pack must not be able to tell who somebody is",
    "rare_fact": "who knows the place may tell who is meant, though nobody is named",
}
USUAL_WHY = "a template that is wrong would print wrong words, or in some formats none"


def own_of(project: Project) -> Own:
    """The look and words of a project, ours where it has none.

    Raises:
        EvidenceError: something in them has to be mended.
    """
    own, problems = _read(project)
    if stops := tuple(p for p in problems if p.severity.blocks):
        raise EvidenceError(stops)
    return own


def wrong_in(project: Project) -> tuple[Problem, ...]:
    """What has to be mended in the look and words of a project, and what somebody should look at."""
    return tuple(_read(project)[1])


def vouched_words(project: Project) -> tuple[str, ...]:
    """Words that a pack prints on purpose: the provider, its services, the buyer, and what the brief vouches for."""
    brief = project.brief
    named = (brief.tender.buyer, brief.tender.title) if brief.tender else ()
    return tuple(word for word in (brief.provider, *brief.services, *named, *brief.vouched) if word)


def _read(project: Project) -> tuple[Own, list[Problem]]:
    logo, problems = _logo(project)
    folder = project.folder / project.brief.templates
    if project.brief.templates != type(project.brief).model_fields["templates"].default and not folder.is_dir():
        line = FILE.read(project.folder).line(("templates",))
        problems.append(
            _problem(Place(NAME, line=line), "no_folder", "no such folder", "a folder beside evidence.yaml")
        )
    files = [("logo", project.folder / project.brief.look.logo)] if logo else []
    templates: dict[str, str] = {}
    words: dict[str, tuple[object, ...]] = {}
    plans = _plans()
    roll = roll_of(project) if folder.is_dir() else Roll()
    gate = _Gate(roll, vouched_words(project))
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and not p.name.startswith(".")):
        file, name = path.relative_to(project.folder).as_posix(), path.relative_to(folder).as_posix()
        own_words = name.removesuffix(WORDS) + TEMPLATE if name.endswith(WORDS) else name
        if own_words not in plans:
            problems.append(_unknown_file(file, name, plans))
            continue
        try:
            text = path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError):
            problems.append(_problem(Place(file), "unreadable", "no text in UTF-8", "a text file in UTF-8"))
            continue
        files.append(("template" if name == own_words else "words", path))
        if name == own_words:
            templates[name] = text
        else:
            words[own_words] = tuple(said for _, said in paragraphs(text))
            problems += gate.wrong_words(file, paragraphs(text))
    own = Own(project.brief.look, logo, templates, words, tuple(files), project.brief.templates)
    for name, text in templates.items():
        file = (Path(project.brief.templates) / name).as_posix()
        problems += _wrong_template(file, text, plans[name], own)
        problems += gate.wrong_words(file, _new_sentences(plans[name].template, text), numbers=False)
    return own, sorted(problems, key=lambda problem: (problem.place.file, problem.place.line))


def paragraphs(text: str) -> list[tuple[int, str]]:
    """The paragraphs of a plain text, parted by empty lines, each with the line it begins on."""
    found = re.finditer(r"\S[^\n]*(?:\n[ \t]*\S[^\n]*)*", text)
    return [(text.count("\n", 0, m.start()) + 1, " ".join(m[0].split())) for m in found]


def _plans() -> dict[str, SectionPlan]:
    """The sections of every pack by the names of their own templates, such as `inspection/choice.html.j2`."""
    packs = everything_in(kinds, Pack).values()
    return {f"{pack.key}/{plan.key}{TEMPLATE}": plan for pack in packs for plan in pack.sections}


def _logo(project: Project) -> tuple[str, list[Problem]]:
    name = project.brief.look.logo
    if not name:
        return "", []
    try:
        return logo_at(project.folder, name), []
    except WrongLogo as wrong:
        line = FILE.read(project.folder).line(("look", "logo"))
        place = Place(NAME, line=line)
        why = "the logo goes into every document, whose reader must be able to trust it"
        return "", [
            Problem(
                "look.logo",
                place,
                f"`logo: {name[:80]}`, {wrong.found}",
                wrong.wanted,
                why,
                "mend the file or the line",
            )
        ]


def _wrong_template(file: str, text: str, plan: SectionPlan, own: Own) -> Iterator[Problem]:
    known = {
        "figures": plan.needs,
        "charts": [one.key for one in plan.charts],
        "tables": [one.key for one in plan.tables],
    }
    for fault in dict.fromkeys(faults(text, known, environment(own))):
        yield _problem(Place(file, line=fault.line), fault.key, fault.found, fault.wanted)


def _new_sentences(name: str, text: str) -> list[tuple[int, str]]:
    """The words of a template that ours does not have, between the expressions."""
    try:
        ours = {p.strip() for _, block in sentences(_shipped_source(name)) for p in block.split(EXPRESSION)}
        pieces = [(line, block, piece) for line, block in sentences(text) for piece in block.split(EXPRESSION)]
    except ValueError:
        return []
    return [(line, " ".join(piece.split())) for line, _, piece in pieces if piece.strip() not in {*ours, ""}]


def _shipped_source(name: str) -> str:
    return (shipped("report_templates") / name).read_text(encoding="utf-8")


class _Gate:
    """The gate for words, and the rule for numbers, before a provider's own words."""

    def __init__(self, roll: Roll, vouched: tuple[str, ...]) -> None:
        self.roll = roll
        words = sorted(vouched, key=len, reverse=True)
        self.vouched = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words)) or '(?!)'})(?!\w)", re.IGNORECASE)

    def wrong_words(self, file: str, said: list[tuple[int, str]], *, numbers: bool = True) -> Iterator[Problem]:
        for line, words in said:
            place = Place(file, line=line)
            for _, number in own_numbers(words) if numbers else ():
                wanted = "words alone, or a template that prints a figure: {{ figure(figures[...]) }}"
                yield _problem(place, "number", f'a number of its own: "{number}"', wanted)
            plain = self.vouched.sub(VOUCHED, words)
            quote = anonymise(plain, roll=self.roll)
            if taken := sorted({kind.replace("_", " ") for kind, _ in quote.replaced}):
                found = f"what the gate for words takes out: {', '.join(taken)}"
                wanted = "words that identify nobody; one that may be printed stands under `vouched` in the brief"
                yield _problem(place, "named", found, wanted)
            elif any(flag.why.startswith("a rare fact") for flag in quote.flags):
                found, wanted = "what may be a rare fact about somebody", "words that are true of many"
                yield _problem(place, "rare_fact", found, wanted, Severity.NOTE)


def _unknown_file(file: str, name: str, plans: Mapping[str, object]) -> Problem:
    known = [*plans, *(one.removesuffix(TEMPLATE) + WORDS for one in plans)]
    wanted = f"a section's name, ending in {TEMPLATE} for a template or in {WORDS} for words below its heading"
    return _problem(
        Place(file), "no_section", "a file that stands for no section of ours", wanted + near_word(name, known)
    )


def _problem(place: Place, key: str, found: str, wanted: str, severity: Severity = Severity.MEND) -> Problem:
    mend = "correct the line and run `evidencegen check` again"
    return Problem(f"template.{key}", place, found, wanted, WHY.get(key, USUAL_WHY), mend, severity)
