"""The look of a Word document: its styles, its bullets and its settings."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from evidencegen.look import USUAL_SIZE

DARK, TINT, PALE, GREY, INK = "1D4D5C", "C9DADE", "EEF3F4", "5C6468", "1A1A1A"
FONT = "Arial"
MILLIMETRE = 56.7
"""In twentieths of a point, as Word measures."""
MARGINAL = 11
"""How far into the margin the number of a paragraph stands, in millimetres."""
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@dataclass(frozen=True)
class Style:
    """A style of paragraphs. Sizes and room above and below are in points, `indent` in millimetres.

    `level` is that of a heading, from 1; `ruled` has a line above it; `follows` is the style of the next paragraph.
    """

    name: str
    size: float = 11
    bold: bool = False
    italic: bool = False
    colour: str = INK
    above: float = 0
    below: float = 6
    line: int = 259
    stays: bool = False
    indent: float = 0
    level: int = 0
    ruled: bool = False
    right: bool = False
    bullet: bool = False
    follows: str = ""
    based: str = "Normal"


@dataclass(frozen=True)
class Type:
    """How large a document is set, as on the page: `whole` is what 11 points become, all else in proportion.

    `sentences` and `cells` are the points that a buyer asks for, `spacing` that of lines; `margins` in millimetres,
    where they are not ours.
    """

    whole: float = USUAL_SIZE
    sentences: float | None = None
    cells: float | None = None
    spacing: float | None = None
    margins: float | None = None

    def of(self, style: Style) -> Style:
        """A style in its size and spacing."""
        asked = self.cells if style.name.startswith("Table") else self.sentences if style.name in SENTENCES else None
        size = asked or style.size * self.whole / USUAL_SIZE
        line = round(SINGLE * self.spacing) if self.spacing and style.name in SENTENCES else style.line
        return replace(style, size=size, line=line)


OURS_TYPE = Type()
NORMAL = Style("Normal")
_CLAIM = ("Statement", "Control", "Verdict", "Verdict open", "Evidence")
SENTENCES = frozenset(
    {"Normal", "caption", "List Bullet", "Breakdown", "Remark", "Headline", "Headline detail", *_CLAIM}
)
"""What is set in the size that a buyer asks for; table text has its own, headings and notes keep their proportion."""
SINGLE = 240
"""Single spacing, as Word measures it."""
STYLES = (
    Style("Title", 21, bold=True, above=3, below=5, line=240, stays=True),
    Style("Provider", 11, bold=True, colour=DARK, below=0, stays=True),
    Style("Subtitle", 10, colour=GREY, below=3),
    Style("Release mark", 11, bold=True, above=6, below=0),
    Style("heading 1", 15, bold=True, colour=DARK, above=18, below=5, line=240, stays=True, level=1),
    Style("heading 2", 12, bold=True, above=11, below=3, line=240, stays=True, level=2),
    Style("heading 3", 11, bold=True, colour=DARK, above=9, below=3, line=240, stays=True, level=3),
    Style("caption", 10, bold=True, above=10, below=4, line=247, stays=True),
    Style("List Bullet", 10, below=2, line=252, bullet=True, follows="List Bullet"),
    Style("Breakdown", 10, above=4, below=4, line=252),
    Style("Statement", 10, above=5, below=3, line=252, stays=True, ruled=True),
    Style("Control", 10, above=2, below=3, line=252, stays=True),
    Style("Verdict", 10, bold=True, colour=DARK, below=3, line=252, stays=True, follows="Evidence"),
    Style("Verdict open", 10, italic=True, below=3, line=252, stays=True, follows="Evidence", based="Verdict"),
    Style("Evidence", 10, below=3, line=252, indent=5),
    Style("Remark", 9, colour=GREY, above=3, below=6, line=252),
    Style("Small", 9, below=4, line=252),
    Style("Source", 8, below=2, line=247),
    Style("Picture", 11, below=4, line=240),
    Style("Table text", 9, below=0, line=247),
    Style("Table number", 9, below=0, line=247, right=True, based="Table text"),
    Style("Table heading", 9, colour=GREY, below=0, line=247, stays=True, based="Table text"),
    Style("Table heading number", 9, colour=GREY, below=0, line=247, stays=True, right=True, based="Table heading"),
    Style("Headline number", 21, bold=True, colour=DARK, above=3, below=2, line=240, stays=True),
    Style("Headline", 9.5, bold=True, below=3, line=247, stays=True),
    Style("Headline detail", 8.5, colour=GREY, below=0, line=247),
    Style("After table", 4, below=0, line=240),
    Style("header", 8.5, colour=GREY, below=0, line=240),
    Style("footer", 8.5, colour=GREY, below=0, line=240),
)
BOLD, OURS = "Strong", ' w:customStyle="1"'
"""The style of letters that Word knows by its name, and what marks one that it does not."""
CHARACTERS = {
    BOLD: "<w:b/>",
    "Note reference": f'<w:color w:val="{DARK}"/><w:vertAlign w:val="superscript"/>',
    "Reference": f'<w:b w:val="0"/><w:color w:val="{GREY}"/><w:sz w:val="19"/><w:szCs w:val="19"/>',
    "Muted": f'<w:color w:val="{GREY}"/>',
    "Grade": f'<w:b/><w:color w:val="{DARK}"/>',
    "Aside": f'<w:b w:val="0"/><w:i/><w:color w:val="{INK}"/>',
}
GRID, PANEL, STEPS, ACROSS = "Evidence table", "Panel", "Steps", "Headlines"
LINES = {
    GRID: ("0", "115"),
    STEPS: ("0", "115"),
    PANEL: ("115", "115"),
    ACROSS: ("0", "170"),
}


def dress(document: Any, numbered: Sequence[str] = (), type_: Type = OURS_TYPE) -> None:
    """Put our styles, bullets, numbers and settings in the place of those that python-docx starts with.

    `numbered` are the sections whose paragraphs Word numbers: `2` for 2.1, 2.2 and so on; `list_of` says by which list.
    """
    from docx.oxml import parse_xml

    for part, parts in (
        (document.styles.element, _styles(type_)),
        (document.part.numbering_part.element, _lists(numbered)),
        (document.settings.element, _settings()),
    ):
        for child in list(part):
            part.remove(child)
        whole = parse_xml(f'<w:whole xmlns:w="{WORD}">{parts}</w:whole>')
        for child in list(whole):
            part.append(child)


def identity(name: str) -> str:
    """How a style is called within the file."""
    return name.title().replace(" ", "")


def _styles(type_: Type) -> str:
    normal = type_.of(NORMAL)
    fonts = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
    start = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:color w:val="{INK}"/>{_size(normal.size)}'
        '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        f'<w:spacing w:after="120" w:line="{normal.line}" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="108" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/></w:style>'
    )
    characters = (
        f'<w:style w:type="character"{OURS * (name != BOLD)} w:styleId="{identity(name)}"><w:name w:val="{name}"/>'
        f"<w:qFormat/><w:rPr>{looks}</w:rPr></w:style>"
        for name, looks in CHARACTERS.items()
    )
    return (
        start
        + "".join(_paragraphs(type_.of(style)) for style in STYLES)
        + "".join(characters)
        + "".join(map(_table, LINES))
    )


def _paragraphs(style: Style) -> str:
    own = "" if style.name.islower() or style.name in ("Title", "Subtitle", "List Bullet") else OURS
    own = "" if style.name.startswith("heading") else own
    after = style.follows or (style.name if style.name[0].islower() or "Table" in style.name else "Normal")
    after = "Normal" if style.level or style.name == "caption" else after
    layout = (
        ("<w:keepNext/>" if style.stays else "")
        + "<w:keepLines/>" * bool(style.stays or style.bullet)
        + '<w:numPr><w:numId w:val="1"/></w:numPr>' * style.bullet
        + f'<w:pBdr><w:top w:val="single" w:sz="4" w:space="4" w:color="{TINT}"/></w:pBdr>' * style.ruled
        + f'<w:spacing w:before="{style.above * 20:.0f}" w:after="{style.below * 20:.0f}" w:line="{style.line}" '
        'w:lineRule="auto"/>'
        + (f'<w:ind w:left="{style.indent * MILLIMETRE:.0f}"/>' if style.indent else "")
        + '<w:jc w:val="right"/>' * style.right
        + (f'<w:outlineLvl w:val="{style.level - 1}"/>' if style.level else "")
    )
    looks = ("<w:b/>" if style.bold else '<w:b w:val="0"/>' if style.italic else "") + "<w:i/>" * style.italic
    looks += f'<w:color w:val="{style.colour}"/>'
    looks += _size(style.size)
    return (
        f'<w:style w:type="paragraph"{own} w:styleId="{identity(style.name)}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{identity(style.based)}"/><w:next w:val="{identity(after)}"/><w:qFormat/>'
        f"<w:pPr>{layout}</w:pPr><w:rPr>{looks}</w:rPr></w:style>"
    )


def _size(points: float) -> str:
    """A size of letters, to half a point, which is as finely as Word sets it."""
    return f'<w:sz w:val="{points * 2:.0f}"/><w:szCs w:val="{points * 2:.0f}"/>'


def _table(name: str) -> str:
    """A style of tables: room in the cells, lines between rows, and what the first row and column look like."""
    left, right = LINES[name]
    line = '<w:{} w:val="single" w:sz="{}" w:space="0" w:color="{}"/>'.format
    borders = {
        GRID: line("bottom", 4, TINT) + line("insideH", 4, TINT),
        STEPS: line("top", 4, TINT) + line("bottom", 4, TINT) + line("insideH", 4, TINT),
        PANEL: "",
        ACROSS: line("top", 12, DARK),
    }[name]
    cells = f'<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{PALE}"/></w:tcPr>' if name == PANEL else ""
    first_row = (
        f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>{line("bottom", 8, DARK)}</w:tcBorders>'
        '<w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>'
    )
    first_column = (
        f'<w:tblStylePr w:type="firstCol"><w:rPr><w:b/><w:color w:val="{DARK}"/></w:rPr></w:tblStylePr>'
        if name in (PANEL, STEPS)
        else ""
    )
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{identity(name)}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr>'
        + (f"<w:tblBorders>{borders}</w:tblBorders>" if borders else "")
        + f'<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="{left}" w:type="dxa"/>'
        f'<w:bottom w:w="40" w:type="dxa"/><w:right w:w="{right}" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"{cells}{first_row if name == GRID else ''}{first_column}</w:style>"
    )


def list_of(numbered: Sequence[str], section: str) -> int:
    """The list by which Word numbers the paragraphs of a section; the first list of all is the bullets."""
    return numbered.index(section) + 2


def _lists(numbered: Sequence[str]) -> str:
    """The bullets, and for each section its numbers in the margin: Word's own, so that no word is typed for them."""
    hanging = round(MARGINAL * MILLIMETRE)
    numbers = (
        f'<w:abstractNum w:abstractNumId="{at}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        f'<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{section}.%1"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="0" w:hanging="{hanging}"/></w:pPr><w:rPr><w:b w:val="0"/>'
        f'<w:color w:val="{GREY}"/><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr></w:lvl></w:abstractNum>'
        for at, section in enumerate(numbered, 1)
    )
    used = (f'<w:num w:numId="{at + 1}"><w:abstractNumId w:val="{at}"/></w:num>' for at in range(len(numbered) + 1))
    return _bullets() + "".join(numbers) + "".join(used)


def _bullets() -> str:
    left = round(5 * MILLIMETRE)
    return (
        '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        '<w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/>'
        '<w:lvlText w:val="\u2022"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{left - 57}"/></w:pPr>'
        f'<w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}"/><w:color w:val="{DARK}"/></w:rPr>'
        "</w:lvl></w:abstractNum>"
    )


def _settings() -> str:
    """Word's present way of laying out, so that the title bar says nothing of compatibility."""
    uri = "http://schemas.microsoft.com/office/word"
    return (
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        f'<w:compatSetting w:name="compatibilityMode" w:uri="{uri}" w:val="15"/>'
        f'<w:compatSetting w:name="overrideTableStyleFontSizeAndJustification" w:uri="{uri}" w:val="1"/>'
        f'<w:compatSetting w:name="enableOpenTypeFeatures" w:uri="{uri}" w:val="1"/>'
        f'<w:compatSetting w:name="doNotFlipMirrorIndents" w:uri="{uri}" w:val="1"/>'
        '</w:compat><w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
    )
