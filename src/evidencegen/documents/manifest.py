"""What went in, what came out, and the hash of each."""

import json
import platform
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from evidencegen import __version__
from evidencegen.release.figure import Figure

LIBRARIES = ("narwhals", "pandas", "openpyxl", "matplotlib", "weasyprint")
FORMAT = "evidencegen-manifest/1"


@dataclass(frozen=True)
class Input:
    """A file that was read: what for, its name, and its bytes' hash."""

    what: str
    file: str
    sha256: str

    @classmethod
    def of(cls, what: str, path: Path, folder: Path) -> "Input":
        """A file of the project folder, named as seen from there."""
        name = path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.name
        return cls(what, name, hash_of(path.read_bytes()))


def hash_of(content: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return sha256(content).hexdigest()


def figure_entry(figure: Figure) -> dict[str, Any]:
    """A figure as its audience may see it, with a hash over just that."""
    entry = figure.as_dict() | {
        "excluded": [list(reason) for reason in figure.excluded],
        "sources": list(figure.sources),
        "rounded": figure.rounded,
    }
    return entry | {"sha256": hash_of(canonical(entry))}


def canonical(entry: Any) -> bytes:
    """The same JSON bytes for the same content."""
    return json.dumps(entry, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def manifest(
    *,
    made: Mapping[str, Any],
    inputs: Iterable[Input],
    figures: Iterable[Figure],
    stories: Mapping[str, str],
    beside: Mapping[str, Any] | None = None,
    made_with: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """The account of one pack, without personal data and without anything the gate hid.

    Args:
        made: provider, pack, audience, as-at date and period, in words.
        inputs: every file read.
        figures: as released; exact counts never come near.
        stories: reference code of each case study printed, and the hash of its signed text.
        made_with: where the words come from, what took names out, how many people signed, and the like.
        beside: every number that the pack tells besides its figures, such as the series of a chart.
    """
    told = {"beside": dict(beside), "beside_sha256": hash_of(canonical(dict(beside)))} if beside else {}
    return {
        "format": FORMAT,
        "evidencegen": __version__,
        "python": platform.python_version(),
        "libraries": {name: version(name) for name in LIBRARIES},
        "made": dict(made),
        **({"made_with": dict(made_with)} if made_with else {}),
        "inputs": [vars(entry) for entry in sorted(inputs, key=lambda i: (i.what, i.file))],
        "figures": [figure_entry(figure) for figure in figures],
        "case_studies": [{"case": case, "text_sha256": text} for case, text in sorted(stories.items())],
        **told,
    }


def as_text(entry: Mapping[str, Any]) -> str:
    """A manifest as the file holds it."""
    return json.dumps(entry, indent=1, ensure_ascii=False) + "\n"
