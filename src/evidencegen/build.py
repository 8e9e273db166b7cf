"""The walk itself, on one page: check, measure, release, draft, lint, write."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from evidencegen.brief import NAME, Brief, PackBrief
from evidencegen.casebook import roll_of
from evidencegen.drafted import drafts_of, formats_known, pack_of, refuse_unevidenced
from evidencegen.intake.account import counted
from evidencegen.linted import refuse_struck_out
from evidencegen.measures.own import NAME as OWN_MEASURES
from evidencegen.own_codebook import NAME as CODEBOOK
from evidencegen.own_look import vouched_words
from evidencegen.problem import EvidenceError, Place, Problem
from evidencegen.project import Project, Say, read, silent
from evidencegen.release.sign_off import SIGN_OFFS

if TYPE_CHECKING:
    from evidencegen.documents.manifest import Input
    from evidencegen.packs.draft import Draft

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
    read_on: date | None = None,
    earlier: Sequence[str] = (),
    say: Say = silent,
    previewed: bool = False,
) -> Built:
    """Build one pack of a project. All files appear in `out` together at the end, or none does.

    With `previewed`, HTML and PDF that are too long for their buyer are marked where the reading stops.
    `read_on` is the day on which the workbooks are read, where it is not the day that the figures are for. `earlier`
    are manifests of earlier packs of the same kind: a board is told what of them comes out otherwise today, and where
    a pack leaves the house nothing may be worked out from all of them together.

    Raises:
        EvidenceError: the brief or the workbooks must be mended, or `out` cannot be written.
        WordsRefused: a lint found words to strike out in a draft.
        GateRefused: a case study may not be told, a claim has nothing to bear it out, or a name was found in a
            finished file.
    """
    from evidencegen.documents.html import render

    kind = pack_of(pack, formats)
    project = read(folder, say, read_on)
    brief = project.brief.for_pack(kind.key, kind.audience)
    if read_on and as_at:
        brief = brief.model_copy(update={"as_at": as_at})
    project = replace(project, brief=_after(brief, kind.key, earlier))
    _say_what_was_seen(project, say)
    drafts = drafts_of(project, kind, as_at, say)
    refuse_unevidenced(project, drafts)
    pages = tuple(map(render, drafts))
    refuse_struck_out(project, drafts, pages, say)
    return _write(project, list(zip(drafts, pages, strict=True)), formats, out, say, previewed)


def _after(brief: Brief, kind: str, earlier: Sequence[str]) -> Brief:
    """The brief, as if it named these earlier packs as well."""
    if not earlier:
        return brief
    if brief.profile().for_release:
        return brief.model_copy(update={"earlier": [*brief.earlier, *earlier]})
    own = brief.packs.get(kind, PackBrief())  # type: ignore[call-overload]
    own = own.model_copy(update={"earlier": [*own.earlier, *earlier]})
    return brief.model_copy(update={"packs": {**brief.packs, kind: own}})


def _say_what_was_seen(project: Project, say: Say) -> None:
    if project.notes:
        say("check", f"{counted(len(project.notes), 'thing')} to look at, none in the way: see `evidencegen check`")
    else:
        say("check", "nothing to mend")


def _write(
    project: Project,
    drafts: Sequence[tuple["Draft", str]],
    formats: Sequence[str],
    out: Path,
    say: Say,
    previewed: bool,
) -> Built:
    """Write drafts, each with its page of HTML, beside, look again, and only then put the files in place."""
    from evidencegen.documents.manifest import Input
    from evidencegen.release.audit import refuse_if_named

    roll, vouched, new = roll_of(project), vouched_words(project), not out.exists()
    first, _ = drafts[0]
    own = [Input.of(what, path, project.folder) for what, path in first.own.files]
    inputs = [*inputs_of(project, first.kind), *own]
    try:
        out.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".building-", dir=out) as beside:
            written = [
                one
                for draft, page in drafts
                for one in _document(draft, page, inputs, formats, Path(beside), say, previewed)
            ]
            files = [path for path, _ in written]
            for path in files:
                refuse_if_named(path, roll, vouched)
            say("write", f"read back: none of the {len(roll.known):,} names and identifiers in the registers found")
            if first.profile.protects:
                _attack(project, files, say)
            files = [path.replace(out / path.name) for path in files]
    except OSError as error:
        raise EvidenceError((_cannot_write(out, error),)) from None
    finally:
        if new and out.is_dir() and not any(out.iterdir()):
            out.rmdir()
    return Built(tuple(files), next((pages for _, pages in written if pages), 0))


def _carried(draft: "Draft", inputs: Sequence["Input"]) -> dict[str, Any]:
    """The manifest that every document of a draft carries."""
    from evidencegen.documents.manifest import manifest
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
    facts = draft.made_with.as_dict() if draft.made_with else None
    return manifest(made=made, inputs=inputs, figures=draft.figures, stories=told, beside=beside_them, made_with=facts)


def _document(
    draft: "Draft",
    page: str,
    inputs: Sequence["Input"],
    formats: Sequence[str],
    beside: Path,
    say: Say,
    previewed: bool,
) -> list[tuple[Path, int]]:
    """One draft in each format, and its manifest, each with its number of pages."""
    from evidencegen.documents.format import Filled
    from evidencegen.documents.manifest import as_text, hash_of
    from evidencegen.documents.numbered import tellers_in
    from evidencegen.packs.criteria import answered

    entry = _carried(draft, inputs)
    filled = Filled(draft, page, as_text(entry).encode(), previewed)
    files: list[tuple[Path, int]] = []
    account = []
    for form in formats:
        path = beside / f"{draft.name}.{form}"
        written = formats_known()[form].write(filled, path)
        say("write", f"{path.name}: {written.says}")
        if written.standing and written.standing.stop:
            say("write", f"{path.name}: {written.standing.stop}")
        stands = written.standing.as_dict() if written.standing else {}
        account.append({"file": path.name, **written.counts, **stands, "sha256": hash_of(path.read_bytes())})
        files.append((path, written.counts.get("pages", 0)))
    beside_it = beside / f"{draft.name}.{MANIFEST}"
    criteria = answered(draft, tellers_in(page, draft)) if draft.question.criteria else ()
    for one in criteria:
        weighting = f" ({one.criterion.weighting})" if one.criterion.weighting else ""
        say("answer", f"{one.criterion.key}{weighting}: {one}")
    scored = {"criteria": [one.as_dict() for one in criteria]} if criteria else {}
    left_out = {"left_out": list(draft.left_out)} if draft.left_out else {}
    beside_it.write_text(as_text(entry | scored | left_out | {"written": account}), encoding="utf-8")
    return [*files, (beside_it, 0)]


def _attack(project: Project, files: Sequence[Path], say: Say) -> None:
    """Every document attacked as an outsider would who holds all of them and the packs of earlier months."""
    from evidencegen.audited import refuse_if_undone

    earlier = [project.folder / path for path in project.brief.earlier]
    hidden = len(refuse_if_undone(files, earlier).left)
    say("write", f"attacked as an outsider would: none of {hidden} hidden figures gives way")


def inputs_of(project: Project, kind: str) -> list["Input"]:
    """Every file that a pack of this kind is made from, but those of the provider's own look and words.

    Raises:
        OSError: one of them cannot be read.
    """
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


def _cannot_write(out: Path, error: OSError) -> Problem:
    return Problem(
        key="build.cannot_write",
        place=Place(out.name),
        found=error.strerror or type(error).__name__,
        wanted="a folder with room in it that you may write to",
        why="a pack is put in place only when it is whole; nothing half-written was left",
        mend="make room, close the file if it is open, or give another folder with --out",
    )
