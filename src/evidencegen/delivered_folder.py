"""A report copied to a folder, such as one of the network: whole or not at all, never over another."""

import shutil
from hashlib import sha256
from pathlib import Path

from evidencegen.edition import Edition
from evidencegen.problem import EvidenceError, Place, Problem


def copy_to(target: Path, edition: Edition, place: Place) -> None:
    """Copy an edition into a folder that is there already; nothing is done where the same files lie there.

    The folder itself is never made: where a drive of the network is away, a folder of its name would be made here.

    Raises:
        EvidenceError: the folder is away or cannot be written, or holds other files under the edition's name.
    """
    if not target.is_dir():
        raise EvidenceError((_problem(place, "no_folder", "no such folder, or a drive that is away", "a folder"),))
    there = target / edition.name
    beside = target / f".arriving-{edition.proof[:12]}"
    try:
        if there.exists():
            if _same(there, edition):
                return
            found = f"a folder {edition.name} with other files in it"
            raise EvidenceError((_problem(place, "in_the_way", found, "no folder of that name, or the same files"),))
        shutil.rmtree(beside, ignore_errors=True)
        beside.mkdir()
        for name in edition.files:
            shutil.copyfile(edition.folder / name, beside / name)
        if not _same(beside, edition):
            raise EvidenceError((_problem(place, "not_whole", "a copy that reads back otherwise", "the same files"),))
        beside.rename(there)
    except OSError as error:
        found = error.strerror or type(error).__name__
        raise EvidenceError((_problem(place, "cannot_write", found, "a folder that can be written"),)) from None
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _same(folder: Path, edition: Edition) -> bool:
    try:
        return all(sha256((folder / name).read_bytes()).hexdigest() == proof for name, proof in edition.files.items())
    except FileNotFoundError:
        return False


def _problem(place: Place, key: str, found: str, wanted: str) -> Problem:
    return Problem(
        key=f"delivery.{key}",
        place=place,
        found=found,
        wanted=wanted,
        why="the report was not taken there; it lies in the project folder as it was built",
        mend="see to the folder and run `evidencegen monthly` again: it delivers without building anew",
    )
