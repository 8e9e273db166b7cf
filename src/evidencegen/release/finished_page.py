"""One piece of a finished file: words to be searched, a file within it, or what could not be read."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Page:
    """Words of a finished file, and what to call where they stand: "page 3", "the bookmarks"."""

    called: str
    text: str = field(repr=False)


@dataclass(frozen=True)
class Within:
    """A file that lies within another: what to call it, the name that tells its kind, and its bytes."""

    called: str
    name: str = field(repr=False)
    content: bytes = field(repr=False)


@dataclass(frozen=True)
class Unread:
    """Something of a finished file that could not be searched, and why not in plain words."""

    called: str
    why: str


Piece = Page | Within | Unread
