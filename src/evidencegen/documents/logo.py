"""A provider's logo, looked through until it is known to run nothing, fetch nothing and say nothing."""

import re
from base64 import b64encode
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from xml.parsers import expat

MOST_BYTES = 300_000
MOST_PIXELS = 4000
SVG = "http://www.w3.org/2000/svg"
DRAWN = frozenset({
    "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "defs", "use", "symbol", "style",
    "linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern", "title", "desc", "metadata",
})  # fmt: skip
KINDS = {".png": "image/png", ".svg": "image/svg+xml"}


class WrongLogo(Exception):
    """What is wrong with it, and what is wanted; both are words for the user."""

    def __init__(self, found: str, wanted: str) -> None:
        self.found, self.wanted = found, wanted
        super().__init__(f"{found}; wanted {wanted}")


def logo_at(folder: Path, name: str) -> str:
    """The logo of a project as a data address.

    Raises:
        WrongLogo: it is not there, lies elsewhere, is too large, is no image of its kind, or holds more than shapes.
    """
    path = (folder / name).resolve()
    if not path.is_relative_to(folder.resolve()):
        raise WrongLogo("a file outside the project folder", "a file beside evidence.yaml, or in a folder there")
    kind = KINDS.get(path.suffix.lower())
    if kind is None:
        raise WrongLogo(f"a file ending in {path.suffix or 'nothing'}", "a PNG or SVG, with that ending")
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= MOST_BYTES else b""
    except OSError:
        raise WrongLogo("no such file", "the name of a PNG or SVG beside evidence.yaml") from None
    if size > MOST_BYTES:
        raise WrongLogo(f"a file of {size:,} bytes", f"at most {MOST_BYTES:,} bytes: it is carried in each document")
    if kind == KINDS[".png"]:
        _refuse_wrong_png(content)
    else:
        _refuse_wrong_svg(content)
    return f"data:{kind};base64,{b64encode(content).decode()}"


def _refuse_wrong_png(content: bytes) -> None:
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(BytesIO(content), formats=("PNG",)) as image:
            wide, high = image.size
            if max(wide, high) > MOST_PIXELS:
                raise WrongLogo(f"{wide:,} by {high:,} pixels", f"at most {MOST_PIXELS:,} either way")
            image.load()
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise WrongLogo(
            "a file that is no whole PNG, whatever it is called", "a PNG saved from a drawing program"
        ) from None


def _refuse_wrong_svg(content: bytes) -> None:
    opened: list[str] = []
    styles: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        space, _, tag = name.rpartition(" ")
        if not opened and (space, tag) != (SVG, "svg"):
            raise WrongLogo("a file that is no SVG, whatever it is called", "an SVG saved from a drawing program")
        opened.append(tag if space == SVG else "")
        if space == SVG and tag not in DRAWN:
            raise WrongLogo(f"<{tag}> in it", _instead_of(tag))
        for attribute, value in attributes.items():
            for fault in _faults(attribute.rpartition(" ")[2], value):
                raise WrongLogo(fault, "shapes alone, drawn within the file")

    def text(words: str) -> None:
        if opened and opened[-1] == "style":
            styles.append(words)

    def entity(*_: object) -> None:
        raise WrongLogo("an entity declared in it", "an SVG without entities of its own")

    reader = expat.ParserCreate(namespace_separator=" ")
    reader.StartElementHandler = start
    reader.EndElementHandler = lambda _: opened.pop()
    reader.CharacterDataHandler = text
    reader.EntityDeclHandler = entity
    try:
        reader.Parse(content, True)
    except expat.ExpatError:
        raise WrongLogo(
            "a file that is no whole SVG, whatever it is called", "an SVG saved from a drawing program"
        ) from None
    if reaches_out("".join(styles)):
        raise WrongLogo("styles that fetch something", "shapes alone, drawn within the file")


def _instead_of(tag: str) -> str:
    if tag in ("text", "tspan", "textPath"):
        return "letters turned into paths: a reader's machine may lack the font"
    return f"shapes alone: {', '.join(sorted(DRAWN - {'title', 'desc', 'metadata'}))}"


def _faults(name: str, value: str) -> Iterator[str]:
    if name.lower().startswith("on"):
        yield f"`{name}`, which runs a script"
    elif name == "href" and not value.startswith("#"):
        yield "an address that leads out of the file"
    elif reaches_out(value):
        yield f"`{name}`, which fetches something"


def reaches_out(styles: str) -> bool:
    """Whether a style fetches what does not stand in its own file."""
    plain = re.sub(r"/\*.*?\*/|\s+", "", styles, flags=re.DOTALL).lower()
    return "@import" in plain or "\\" in plain or bool(re.search(r"""url\((?!['"]?#)|image-set|javascript:""", plain))
