"""A form in which a pack is written, and what it is written from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from evidencegen.limit import Standing
from evidencegen.packs.draft import Draft

CARRIED = "manifest.json"
CARRIED_WORDS = "What went in: files, figures and their hashes"


@dataclass(frozen=True)
class Filled:
    """A draft, the page of HTML that the templates make of it, and the manifest that its documents carry.

    With `previewed`, HTML and PDF that are too long for their buyer are marked where the reading stops.
    """

    draft: Draft
    page: str
    manifest: bytes
    previewed: bool = False


@dataclass(frozen=True)
class Written:
    """What became of it: in words for the screen, and the numbers for the manifest, such as pages or words.

    `standing` is how it stands to what its buyer reads, where the form can tell.
    """

    says: str
    counts: Mapping[str, int]
    standing: Standing | None = None


@dataclass(frozen=True)
class Format:
    """One form. `key` is what `--format` calls it and what its files end in.

    `write` puts the whole document at a path. The same filled draft gives the same bytes.
    """

    key: str
    title: str
    write: Callable[[Filled, Path], Written]
