"""The walk itself, on one page: check, measure, release, draft, write."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from evidencegen.brief import NAME
from evidencegen.casebook import SIGN_OFFS, roll_of, stories_for
from evidencegen.catalogue import everything_in
from evidencegen.chosen import told_before
from evidencegen.measures.own import NAME as OWN_MEASURES
from evidencegen.own_codebook import NAME as CODEBOOK
from evidencegen.problem import EvidenceError, Place, Problem
from evidencegen.project import Project, Say, measure, read, released, silent

if TYPE_CHECKING:
    from evidencegen.documents.manifest import Input
    from evidencegen.packs.claim import Statement
    from evidencegen.packs.draft import Draft
    from evidencegen.packs.pack import Pack

FORMATS = ("pdf",)
MANIFEST = "manifest.json"


@dataclass(frozen=True)
class Built:
    """What a build wrote, and how many pages of how many the reader allows."""

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
    from evidencegen.packs.draft import draft as fill
    from evidencegen.packs.draft import tells

    kind = pack_of(pack, formats)
    project = read(folder, say)
    _say_what_was_seen(project, say)

    views, readings = measure(project, project.brief.setting(as_at))
    say("measure", f"{len(readings):,} readings of {len({r.measure.key for r in readings})} measures")

    said = statements_of(project)
    figures = released(project, tuple(filter(tells(kind, said), readings)), views)
    hidden = sum(figure.mark is not None for figure in figures.values())
    say("release", f"{len(figures) - hidden:,} figures for {project.brief.audience} readers, {hidden} not shown")
    stories, left_out = stories_for(project, use=kind.key, as_at=as_at)
    for story in stories:
        say("release", f"case study {story.case}: signed text unchanged, consent covers {kind.key}")
    for words in told_before(project, stories):
        say("release", words)
    for case, obstacles in left_out:
        say("release", f"case study {case} not used: {'; '.join(obstacles)}")

    draft = fill(kind, project.brief, figures, stories=stories, statements=said, as_at=as_at)
    say("draft", f"{len(draft.sections)} sections, {len(draft.notes)} evidence notes, {len(stories)} case studies")

    return _write(project, draft, {s.case: s.text_sha256 for s in stories}, out, say)


def packs() -> dict[str, "Pack"]:
    """Every kind of pack, by key."""
    from evidencegen.packs import kinds
    from evidencegen.packs.pack import Pack

    return everything_in(kinds, Pack)


def pack_of(name: str, formats: Sequence[str] = ()) -> "Pack":
    """The kind of pack that goes by this name, if all these formats are known too.

    Raises:
        EvidenceError: it, or a format, is none that we know.
    """
    known = packs()
    problems = [_unknown("pack", name, tuple(known))] if name not in known else []
    problems += [_unknown("format", form, FORMATS) for form in formats if form not in FORMATS]
    if problems:
        raise EvidenceError(tuple(problems))
    return known[name]


def _say_what_was_seen(project: Project, say: Say) -> None:
    if project.notes:
        say("check", f"{len(project.notes)} things to look at, none in the way: see `evidencegen check`")
    else:
        say("check", "nothing to mend")


def statements_of(project: Project) -> tuple["Statement", ...]:
    """The provider's statements of practice; none where it keeps no such register."""
    from evidencegen.packs.practice import statements

    return statements(project.tables["practice"]) if "practice" in project.tables else ()


def _write(project: Project, draft: "Draft", stories: Mapping[str, str], out: Path, say: Say) -> Built:
    """Write beside, look again, and only then put the files in place."""
    from evidencegen.audited import refuse_if_undone
    from evidencegen.documents import html, pdf
    from evidencegen.documents.manifest import as_text, hash_of, manifest
    from evidencegen.release.audit import refuse_if_named

    made = {
        "provider": project.brief.provider,
        "pack": draft.kind,
        "buyer": draft.tender.buyer,
        "audience": draft.profile.key,
        "profile": draft.profile.as_dict(),
        "as_at": draft.dated.isoformat(),
        "period": draft.period,
    }
    entry = manifest(made=made, inputs=_inputs(project), figures=draft.figures, stories=stories)
    carried = pdf.Attachment(MANIFEST, as_text(entry).encode(), "What went in: files, figures and their hashes")
    roll, vouched, new = roll_of(project), _vouched(project), not out.exists()
    try:
        out.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".building-", dir=out) as beside:
            document, account = Path(beside) / f"{draft.kind}.pdf", Path(beside) / MANIFEST
            page = html.render(draft)
            pages = pdf.write(page, document, title=draft.title, dated=draft.dated, attachments=(carried,))
            say("write", f"{document.name}: {pages} pages{_against_limit(project, pages)}")
            written = [{"file": document.name, "pages": pages, "sha256": hash_of(document.read_bytes())}]
            account.write_text(as_text(entry | {"written": written}), encoding="utf-8")
            for path in (document, account):
                refuse_if_named(path, roll, vouched)
            say("write", f"read back: none of the {len(roll.known):,} names and identifiers in the registers found")
            if draft.profile.protects:
                attacked = refuse_if_undone(document, [project.folder / path for path in project.brief.earlier])
                say(
                    "write",
                    f"attacked as an outsider would: none of {len(attacked.left)} hidden figures gives way",
                )
            files = tuple(path.replace(out / path.name) for path in (document, account))
    except OSError as error:
        raise EvidenceError((_cannot_write(out, error),)) from None
    finally:
        if new and out.is_dir() and not any(out.iterdir()):
            out.rmdir()
    return Built(files, pages)


def _inputs(project: Project) -> list["Input"]:
    from evidencegen.documents.manifest import Input

    found = [Input.of("brief", project.folder / NAME, project.folder)]
    if (project.folder / SIGN_OFFS).exists():
        found.append(Input.of("sign-offs", project.folder / SIGN_OFFS, project.folder))
    if (project.folder / CODEBOOK).exists():
        found.append(Input.of("codebook", project.folder / CODEBOOK, project.folder))
    if (project.folder / OWN_MEASURES).exists():
        found.append(Input.of("measures", project.folder / OWN_MEASURES, project.folder))
    for key, sources in project.brief.sources(project.folder).items():
        found += [Input.of(key, source.path, project.folder) for source in sources]
    return found


def _vouched(project: Project) -> tuple[str, ...]:
    """Words that a pack prints on purpose: the provider, its services, the buyer, and what the brief vouches for."""
    brief = project.brief
    named = (brief.tender.buyer, brief.tender.title) if brief.tender else ()
    return tuple(word for word in (brief.provider, *brief.services, *named, *brief.vouched) if word)


def _against_limit(project: Project, pages: int) -> str:
    tender = project.brief.tender
    if not tender or not tender.limit.pages:
        return ""
    allowed = tender.limit.pages
    if pages > allowed:
        return f", OVER the limit of {allowed}: what lies beyond may not be read"
    return f" of the {allowed} allowed"


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
