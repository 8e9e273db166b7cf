"""The walk itself, on one page: check, measure, release, draft, write."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from evidencegen.brief import NAME
from evidencegen.casebook import SIGN_OFFS, roll_of, stories_for
from evidencegen.catalogue import everything_in
from evidencegen.chosen import proposed, told_before
from evidencegen.intake.account import counted
from evidencegen.measures.own import NAME as OWN_MEASURES
from evidencegen.measures.view import Views
from evidencegen.own_codebook import NAME as CODEBOOK
from evidencegen.own_look import own_of, vouched_words
from evidencegen.problem import EvidenceError, Place, Problem
from evidencegen.project import Project, Say, measure, read, released, silent
from evidencegen.tender import Question

if TYPE_CHECKING:
    from evidencegen.documents.format import Format
    from evidencegen.documents.manifest import Input
    from evidencegen.packs.claim import Statement
    from evidencegen.packs.draft import Draft
    from evidencegen.packs.pack import Pack
    from evidencegen.release.case_study import CaseStudy
    from evidencegen.release.figure import Figure

MANIFEST = "manifest.json"
FORMATS = ("pdf",)


@dataclass(frozen=True)
class Built:
    """The files that a build wrote, and how many pages the first document has, where it has pages."""

    files: tuple[Path, ...]
    pages: int


def build(
    folder: Path,
    *,
    pack: str = "tender",
    formats: Sequence[str] = FORMATS,
    out: Path,
    as_at: date | None = None,
    say: Say = silent,
) -> Built:
    """Build one pack of a project. All files appear in `out` together at the end, or none does.

    Raises:
        EvidenceError: the brief or the workbooks must be mended, or `out` cannot be written.
        GateRefused: a case study may not be told, or a name was found in a finished file.
    """
    kind = pack_of(pack, formats)
    project = read(folder, say)
    project = replace(project, brief=project.brief.for_pack(kind.key, kind.audience))
    _say_what_was_seen(project, say)
    return _write(project, drafts_of(project, kind, as_at, say), formats, out, say)


def drafts_of(project: Project, kind: "Pack", as_at: date | None, say: Say = silent) -> tuple["Draft", ...]:
    """A pack of a project as it would be written: one draft, or one for each question of a tender."""
    from evidencegen.packs.draft import draft as fill
    from evidencegen.packs.told import told_of

    asked = _asked(project, kind)
    said, own_look = statements_of(project), own_of(project)
    told = told_of([one for _, one in asked], said)
    views, readings = measure(project, project.brief.setting(as_at), only=told.measures)
    say("measure", f"{len(readings):,} readings of {len({r.measure.key for r in readings})} measures")

    figures = released(project, tuple(r for r in readings if r in told), views)
    hidden = sum(figure.mark is not None for figure in figures.values())
    say("release", f"{len(figures) - hidden:,} figures for {project.brief.audience} readers, {hidden} not shown")

    drafts = []
    for question, one in asked:
        stories = _stories(project, one, question, as_at, say)
        own = told_of([one], said)
        its = {key: figure for key, figure in figures.items() if figure in own}
        made = fill(
            one,
            project.brief,
            its,
            stories=stories,
            statements=said,
            as_at=as_at,
            question=question,
            beside=_beside(project, one, figures, views, as_at, say),
        )
        drafts.append(replace(made, own=own_look))
        tales = "1 case study" if len(stories) == 1 else f"{len(stories)} case studies"
        parts = f"{counted(len(made.sections), 'section')}, {counted(len(made.notes), 'evidence note')}"
        say("draft", f"{parts}, {tales}")
    return tuple(drafts)


def _asked(project: Project, kind: "Pack") -> list[tuple[Question, "Pack"]]:
    """Each question that the pack answers, with the sections that answer it."""
    brief = project.brief
    own = brief.packs.get(kind.key)  # type: ignore[call-overload]
    asked = brief.tender.asked if kind.key == "tender" and brief.tender else (Question(),)
    found = []
    for question in asked:
        wanted = question.sections if question.sections is not None else own and own.sections
        found.append((question, kind.of(wanted)))
    return found


def _beside(
    project: Project, kind: "Pack", figures: Mapping[str, "Figure"], views: Views, as_at: date | None, say: Say
) -> object:
    """What a kind of pack tells besides figures of measures."""
    match kind.key:
        case "board":
            from evidencegen.project_board import board_of

            return board_of(project, kind, figures, views, as_at, say)
        case "inspection":
            from evidencegen.inspected import inspected

            return inspected(project, kind, figures)
        case _:
            return None


def _stories(
    project: Project, kind: "Pack", question: Question, as_at: date | None, say: Say
) -> tuple["CaseStudy", ...]:
    """The case studies of one document, none where no section of it tells them."""
    if not kind.tells_stories:
        return ()
    stories, left_out = stories_for(project, use=kind.key, wanted=question.case_studies, as_at=as_at)
    if question.case_studies is None and project.brief.stories_named(kind.key) is None:
        for story, why in proposed(stories):
            say("release", f"case study {story.case} proposed, since the brief names none: {why}")
    for story in stories:
        say("release", f"case study {story.case}: signed text unchanged, consent covers {kind.key}")
    for words in told_before(project, stories):
        say("release", words)
    for case, obstacles in left_out:
        say("release", f"case study {case} not used: {'; '.join(obstacles)}")
    return stories


def packs() -> dict[str, "Pack"]:
    """Every kind of pack, by key."""
    from evidencegen.packs import kinds
    from evidencegen.packs.pack import Pack

    return everything_in(kinds, Pack)


def formats_known() -> dict[str, "Format"]:
    """Every format, by key."""
    from evidencegen.documents import formats
    from evidencegen.documents.format import Format

    return everything_in(formats, Format)


def pack_of(name: str, formats: Sequence[str] = ()) -> "Pack":
    """The kind of pack that goes by this name, if all these formats are known too.

    Raises:
        EvidenceError: it, or a format, is none that we know.
    """
    known = packs()
    problems = [_unknown("pack", name, tuple(known))] if name not in known else []
    forms = tuple(formats_known()) if formats else ()
    problems += [_unknown("format", form, forms) for form in formats if form not in forms]
    if problems:
        raise EvidenceError(tuple(problems))
    return known[name]


def _say_what_was_seen(project: Project, say: Say) -> None:
    if project.notes:
        say("check", f"{counted(len(project.notes), 'thing')} to look at, none in the way: see `evidencegen check`")
    else:
        say("check", "nothing to mend")


def statements_of(project: Project) -> tuple["Statement", ...]:
    """The provider's statements of practice; none where it keeps no such register."""
    from evidencegen.packs.practice import statements

    return statements(project.tables["practice"]) if "practice" in project.tables else ()


def _write(project: Project, drafts: Sequence["Draft"], formats: Sequence[str], out: Path, say: Say) -> Built:
    """Write beside, look again, and only then put the files in place."""
    from evidencegen.documents.manifest import Input
    from evidencegen.release.audit import refuse_if_named

    roll, vouched, new = roll_of(project), vouched_words(project), not out.exists()
    own = [Input.of(what, path, project.folder) for what, path in drafts[0].own.files]
    inputs = [*_inputs(project, drafts[0].kind), *own]
    try:
        out.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".building-", dir=out) as beside:
            written = [one for draft in drafts for one in _document(draft, inputs, formats, Path(beside), say)]
            files = [path for path, _ in written]
            for path in files:
                refuse_if_named(path, roll, vouched)
            say("write", f"read back: none of the {len(roll.known):,} names and identifiers in the registers found")
            if drafts[0].profile.protects:
                _attack(project, files, say)
            files = [path.replace(out / path.name) for path in files]
    except OSError as error:
        raise EvidenceError((_cannot_write(out, error),)) from None
    finally:
        if new and out.is_dir() and not any(out.iterdir()):
            out.rmdir()
    return Built(tuple(files), next((pages for _, pages in written if pages), 0))


def _document(
    draft: "Draft", inputs: Sequence["Input"], formats: Sequence[str], beside: Path, say: Say
) -> list[tuple[Path, int]]:
    """One draft in each format, and its manifest, each with its number of pages."""
    from evidencegen.documents import html
    from evidencegen.documents.format import Filled
    from evidencegen.documents.manifest import as_text, hash_of, manifest
    from evidencegen.packs.draft import Accounted

    made = {
        "provider": draft.provider,
        "pack": draft.kind,
        "buyer": draft.tender.buyer if draft.tender else "",
        "audience": draft.profile.key,
        "profile": draft.profile.as_dict(),
        "as_at": draft.dated.isoformat(),
        "period": draft.period,
    }
    told = {story.case: story.text_sha256 for story in draft.examples}
    beside_them = draft.beside.as_dict() if isinstance(draft.beside, Accounted) else None
    entry = manifest(made=made, inputs=inputs, figures=draft.figures, stories=told, beside=beside_them)
    filled = Filled(draft, html.render(draft), as_text(entry).encode())
    files: list[tuple[Path, int]] = []
    account = []
    for form in formats:
        path = beside / f"{draft.name}.{form}"
        written = formats_known()[form].write(filled, path)
        say("write", f"{path.name}: {written.says}")
        account.append({"file": path.name, **written.counts, "sha256": hash_of(path.read_bytes())})
        files.append((path, written.counts.get("pages", 0)))
    beside_it = beside / f"{draft.name}.{MANIFEST}"
    beside_it.write_text(as_text(entry | {"written": account}), encoding="utf-8")
    return [*files, (beside_it, 0)]


def _attack(project: Project, files: Sequence[Path], say: Say) -> None:
    """Every document attacked as an outsider would who holds all of them and the packs of earlier months."""
    from evidencegen.audited import refuse_if_undone

    earlier = [project.folder / path for path in project.brief.earlier]
    hidden = len(refuse_if_undone(files, earlier).left)
    say("write", f"attacked as an outsider would: none of {hidden} hidden figures gives way")


def _inputs(project: Project, kind: str) -> list["Input"]:
    from evidencegen.documents.manifest import Input

    found = [Input.of("brief", project.folder / NAME, project.folder)]
    beside = {"sign-offs": SIGN_OFFS, "codebook": CODEBOOK, "measures": OWN_MEASURES}
    there = {what: project.folder / name for what, name in beside.items() if (project.folder / name).exists()}
    found += [Input.of(what, path, project.folder) for what, path in there.items()]
    own = project.brief.packs.get(kind)  # type: ignore[call-overload]
    found += [Input.of("earlier", project.folder / path, project.folder) for path in (own.earlier if own else ())]
    for key, sources in project.brief.sources(project.folder).items():
        found += [Input.of(key, source.path, project.folder) for source in sources]
    return found


def _unknown(what: str, found: str, known: Sequence[str]) -> Problem:
    return Problem(
        key=f"build.unknown_{what}",
        place=Place(f"--{what}"),
        found=found or "nothing",
        wanted=f"one of: {', '.join(known)}",
        why=f"evidencegen builds only the {what}s it knows",
        mend="name one of these",
    )


def _cannot_write(out: Path, error: OSError) -> Problem:
    return Problem(
        key="build.cannot_write",
        place=Place(out.name),
        found=error.strerror or type(error).__name__,
        wanted="a folder with room in it that you may write to",
        why="a pack is put in place only when it is whole; nothing half-written was left",
        mend="make room, close the file if it is open, or give another folder with --out",
    )
