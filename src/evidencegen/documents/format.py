"""A form in which a pack is written, and what it is written from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from evidencegen.packs.draft import Draft

CARRIED = "manifest.json"
CARRIED_WORDS = "What went in: files, figures and their hashes"


@dataclass(frozen=True)
class Filled:
    """A draft, the page of HTML that the templates make of it, and the manifest that its documents carry."""

    draft: Draft
    page: str
    manifest: bytes


@dataclass(frozen=True)
class Written:
    """What became of it: in words for the screen, and the numbers for the manifest, such as pages or words."""

    says: str
    counts: Mapping[str, int]


@dataclass(frozen=True)
class Format:
    """One form. `key` is what `--format` calls it and what its files end in.

    `write` puts the whole document at a path. The same filled draft gives the same bytes.
    """

    key: str
    title: str
    write: Callable[[Filled, Path], Written]
