"""Finished documents attacked as an outsider would, and what came of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from evidencegen.catalogue import everything_in
from evidencegen.documents.printed import Document, documents_at, read_back, told_once
from evidencegen.documents.strays import IN_THE_MANIFEST, Stray, strays
from evidencegen.documents.table_counts import left_in_tables
from evidencegen.measures import families
from evidencegen.measures.measure import Measure
from evidencegen.problem import GateRefused, Place, Problem
from evidencegen.release.outsider import Left, left_of


@dataclass(frozen=True)
class Audited:
    """What was read, what is left of each hidden count, and the numbers in documents that no figure carries.

    `passed_over` are files of folders that were not read, each in a line with the reason.
    """

    documents: tuple[Document, ...]
    left: tuple[Left, ...]
    strays: tuple[Stray, ...]
    passed_over: tuple[str, ...] = ()

    @property
    def narrow(self) -> tuple[Left, ...]:
        """The hidden counts that a reader can tell too closely."""
        return tuple(one for one in self.left if one.narrow)

    @property
    def holds(self) -> bool:
        """Whether nothing was found."""
        return not self.narrow and not self.strays and not self.contradicted

    @property
    def contradicted(self) -> tuple[Left, ...]:
        """The hidden counts of which nothing can be said, since figures of one document contradict each other."""
        return tuple(one for one in self.left if one.contradicted)

    def as_dict(self) -> dict[str, Any]:
        """For a program."""
        return {
            "holds": self.holds,
            "documents": [
                {"document": one.name, "figures": len(one.figures), "pages": len(one.pages)} for one in self.documents
            ],
            "hidden": [one.as_dict() for one in self.left],
            "passed_over": list(self.passed_over),
            "strays": [asdict(one) for one in self.strays],
        }


def audit(paths: Iterable[Path], *, ends: bool = True) -> Audited:
    """Attack finished documents together, from the documents alone and the definitions that anybody can read.

    Several are also attacked one by one: where two contradict each other, as after a correction, together they
    tell nothing. One pack in several formats tells its figures once; each of its files is searched for others.

    Raises:
        EvidenceError: a file cannot be read, carries no manifest, has been changed, or is not for release.
    """
    read = read_back(paths)
    found = _attacked(read.documents, ends=ends)
    return Audited(read.documents, found, tuple(_strange(read.documents)), read.passed_over)


def _strange(documents: Iterable[Document]) -> Iterator[Stray]:
    """The strays of every file; those of the manifest, which all formats of a pack share, once."""
    told = set()
    for document in documents:
        yield from (one for one in strays(document) if one.where != IN_THE_MANIFEST or document.says not in told)
        told.add(document.says)


def _attacked(documents: Sequence[Document], *, ends: bool) -> tuple[Left, ...]:
    """What is left of each hidden count, the figures of one pack taken once, whatever it was written in."""
    measures = everything_in(families, Measure)
    packs = list({one.says: one for one in reversed(documents)}.values())[::-1]
    printed = [one for pack in packs for one in pack.printed()]
    left = list(left_of(printed, measures, ends=ends))
    if len(packs) > 1:
        alone = {_at(one): one for pack in packs for one in left_of(tuple(pack.printed()), measures, ends=ends)}
        left = [_closer(one, alone.get(_at(one), one)) for one in left]
    left += [one for pack in packs if not pack.manifest for one in left_in_tables(pack)]
    return tuple(left)


def _at(one: Left) -> tuple[str, str, str, str]:
    return one.document, one.key, one.called, one.covers


def _closer(together: Left, alone: Left) -> Left:
    """Whichever tells more; what documents together contradict is told by each of them alone."""
    if alone.contradicted or together.contradicted:
        return alone
    return alone if alone.high - alone.low < together.high - together.low else together


def refuse_if_undone(files: Iterable[Path], earlier: Iterable[Path] = ()) -> Audited:
    """Attack finished files before they are put in place, together and beside packs that their reader holds already.

    What earlier packs give away among themselves has left the house, and keeps no later one in.

    Raises:
        GateRefused: a hidden count can be told too closely, or a file prints a number that no figure carries.
    """
    own = documents_at(files)
    ours = {one.says for one in own}
    every = told_once((*own, *documents_at(earlier)))
    names = {one.name for one in every if one.says in ours}
    left = tuple(one for one in _attacked(every, ends=False) if one.document in names)
    found = Audited(own, left, tuple(_strange(own)))
    problems = (*map(_narrow, (*found.narrow, *found.contradicted)), *map(_stray, found.strays))
    if problems:
        raise GateRefused(problems)
    return found


def _narrow(one: Left) -> Problem:
    return Problem(
        key="audit.narrow",
        place=Place(one.document),
        found=f'"{one.called}" ({one.key}) is hidden, and what is shown says that it is {_span(one)}',
        wanted="at least three numbers that it could be, and not all of them small",
        why="a hidden number that can be worked out is no longer hidden",
        mend="see `evidencegen advise`: a longer period or services put together; or leave the figure out",
    )


def _stray(one: Stray) -> Problem:
    return Problem(
        key="audit.stray",
        place=Place(one.document),
        found=f'{one.where}, "{one.words}", which no figure of the document carries, or may carry',
        wanted="counts that come from the registers and have passed the gate",
        why="a number typed into a statement or a story is neither traced nor rounded, and may give a hidden one away",
        mend="take the number out of the statement or the story; name the figure beside it instead",
    )


def _span(one: Left) -> str:
    if one.contradicted:
        return "no number at all, since the figures contradict each other"
    return f"exactly {one.low:,}" if one.low == one.high else f"between {one.low:,} and {one.high:,}"


def lines(found: Audited) -> Iterator[str]:
    """What an audit found, as a terminal shows it: what gives way first."""
    for document in found.documents:
        pages = f", {len(document.pages)} pages" if document.pages else ""
        read = (
            f"{len(document.figures):,} figures" if document.manifest else f"no manifest, {len(document.tables)} tables"
        )
        yield f"{document.name}: {read}{pages}"
    yield from found.passed_over
    yield (
        f"Hidden: {len(found.left):,}. Too narrow: {len(found.narrow):,}. "
        f"Numbers that no figure carries: {len(found.strays):,}."
    )
    wide = [one for one in found.left if not one.narrow and not one.contradicted]
    for heading, some in (("Too narrow", found.narrow), ("Contradicted", found.contradicted), ("Wide enough", wide)):
        if some:
            yield f"\n{heading}"
            yield from (f"  {one.document}, {one.called} [{one.key}]: {_span(one)}" for one in some)
    if found.strays:
        yield "\nNumbers that no figure carries"
        yield from (f'  {one.document}, {one.where}: "{one.words}"' for one in found.strays)
    yield "\nNot for release: for people inside the organisation."
