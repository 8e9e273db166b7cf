"""How a pack looks and whose words stand in it, where a provider says so."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import Field, field_validator

from evidencegen.limit import Limit
from evidencegen.settings import Part

ACCENT, TINT, PALE = "#1d4d5c", "#c9dade", "#eef3f4"
"""The colour of headings and charts, and two of it mixed with white: for lines and bars, and behind text."""
SHARE_OF_TINT, SHARES_OF_PALE = 0.22, (0.07, 0.05, 0.03, 0.0)
LEAST_CONTRAST = 4.5
"""What WCAG 2.2 asks of text at level AA (1.4.3)."""
FONTS = ("Arial", "Liberation Sans")
USUAL_SIZE, LARGER = 11, 12
LINE, SINGLE = 1.27, 1.149
"""How far lines lie apart for the size of their letters: on our own page, and in Arial as Word spaces them singly."""
SENTENCES = "main :is(p, li, figcaption, .said, .shown):not(.amount, .how, .notes *, table *)"
CELLS = "main table:not(.question), main table:not(.question) :not(sup, sup *)"
_SIZED = re.compile(r"((?:font-size|line-height): |font: |(?<=pt)/)(\d+(?:\.\d+)?)pt")


class Look(Part):
    """The look that a provider gives its packs.

    `logo` is a PNG or SVG beside the brief; `colour` takes the place of our accent. Arial is set as Liberation Sans,
    whose letters are of the same widths and which may be carried within a file.
    """

    logo: str = ""
    colour: str = ACCENT
    font: str = FONTS[0]
    font_size: float = Field(default=USUAL_SIZE)

    @field_validator("colour")
    @classmethod
    def _can_be_read(cls, value: str) -> str:
        if not re.fullmatch("#[0-9a-fA-F]{6}", value):
            raise ValueError('a colour in six digits and within quotes, such as "#1d4d5c"')
        has = contrast(value)
        if has < LEAST_CONTRAST:
            raise ValueError(
                f"a darker colour: text in this one on white has a contrast of {has:.1f}:1, and {LEAST_CONTRAST}:1 is "
                "the least that everybody can read (WCAG 2.2, 1.4.3)"
            )
        return value.lower()

    @field_validator("font")
    @classmethod
    def _is_shipped(cls, value: str) -> str:
        if value not in FONTS:
            raise ValueError(f"a font that may be carried within a file: {' or '.join(FONTS)}")
        return value

    @field_validator("font_size")
    @classmethod
    def _is_asked_for(cls, value: float) -> float:
        if value not in (USUAL_SIZE, LARGER):
            raise ValueError(f"{USUAL_SIZE} or {LARGER}, which buyers ask for")
        return value

    def for_buyer(self, limit: Limit) -> tuple["Look", str]:
        """The same in the size that a buyer asks for, and the rules that set sentences, tables and pages as they ask.

        Headings, large numbers and what stands behind the answer keep their proportion; so do tables without a size.
        """
        size, cells = (_of_size(points) for points in (limit.size, limit.table_size))
        rules = [(SENTENCES, size), (CELLS, cells)]
        rules += (
            [(SENTENCES, f"line-height: {SINGLE * limit.line_spacing:.4g} !important")] if limit.line_spacing else []
        )
        rules += [("@page", f"margin: {limit.margins:g}mm")] if limit.margins else []
        css = "".join(f"{where} {{ {rule}; }}\n" for where, rule in rules if rule)
        return (self.model_copy(update={"font_size": limit.size}) if limit.size else self), css

    @property
    def is_ours(self) -> bool:
        """Whether styles and charts stay as they are shipped."""
        return self.colour == ACCENT and self.font_size == USUAL_SIZE

    def painted(self, text: str) -> str:
        """A stylesheet or a drawing of ours, its accent and what is mixed from it in the provider's colour."""
        if self.colour == ACCENT:
            return text
        ours = {ACCENT: self.colour, TINT: mixed(self.colour, SHARE_OF_TINT), PALE: pale(self.colour)}
        return re.sub("|".join(ours), lambda match: ours[match[0]], text)

    def styled(self, css: str) -> str:
        """A stylesheet of ours in the provider's colour, and in its size where sizes stand in points."""
        larger = self.font_size / USUAL_SIZE
        if larger != 1:
            css = _SIZED.sub(lambda match: f"{match[1]}{float(match[2]) * larger:.4g}pt", css)
        return self.painted(css)


@dataclass(frozen=True)
class Own:
    """A provider's own look and words as read and checked.

    `logo` is a picture as a data address; `templates` are sources by the names of those of ours that they stand for;
    `words` are paragraphs below the heading of a section, by the name of its template; `files` are all that was read,
    each with what it is; `folder` is where templates and words lie.
    """

    look: Look = field(default_factory=Look)
    logo: str = ""
    templates: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, tuple[object, ...]] = field(default_factory=dict)
    files: tuple[tuple[str, Path], ...] = ()
    folder: str = "templates"


def _of_size(points: float | None) -> str:
    if not points:
        return ""
    return f"font-size: {points:g}pt !important; line-height: {points * LINE:.4g}pt !important"


def contrast(colour: str, ground: str = "#ffffff") -> float:
    """How far two colours stand apart, from 1 to 21, as WCAG 2.2 reckons it."""
    darker, lighter = sorted((_luminance(colour), _luminance(ground)))
    return (lighter + 0.05) / (darker + 0.05)


def mixed(colour: str, share: float) -> str:
    """A colour mixed with white, of which the share given is the colour."""
    return "#" + "".join(f"{round(255 - share * (255 - part)):02x}" for part in _parts(colour))


def pale(colour: str) -> str:
    """The ground behind text in a colour: as much of the colour as lets the text be read, down to white."""
    grounds = [mixed(colour, share) for share in SHARES_OF_PALE]
    return next(ground for ground in grounds if contrast(colour, ground) >= LEAST_CONTRAST)


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    """Relative luminance of sRGB, as WCAG 2.2 defines it."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (one / 255 for one in _parts(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
