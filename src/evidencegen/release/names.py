"""Everybody the registers know, for the gate alone."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, pairwise

from evidencegen.intake.kind import Form
from evidencegen.intake.table import Table
from evidencegen.problem import Place
from evidencegen.release.alias import Alias, Aliases, Found, Strength, aliases, one_slip
from evidencegen.release.vocabulary import folded, is_ordinary, words_in

PERSON, SITE, IDENTIFIER = "person", "site", "identifier"
ROLES = {
    "name": "a member of staff",
    "first_name": "a member of staff",
    "surname": "a member of staff",
    "author_name": "a member of staff",
    "person_name": "the person",
    "representative_name": "a relative",
    "advocate_name": "the advocate",
}
ROLE_OF_SERVICE = "the service"
SHORTEST_IDENTIFIER = 3
SHORTEST_PLAIN_NUMBER = 5
SHORTEST_MISSPELT = 5

_PART_OF_CODE = re.compile(r"[^\W_]+")
_CODE = re.compile(r"[\w./\-]+(?: [\w./\-]+){0,2}")
_BETWEEN_CODE = re.compile(r"[ \-‐‑–_/.]?")
_SITE_ROLE = re.compile(
    r"\b(?:home|house|service|hospital|surgery|practice|flat|office|provider|charity|company|school|college|centre|"
    r"ward|unit|bank|street|road|town|village|city|place|church|mosque|club|pub|shop|café|cafe)\Z"
)
_GENERAL = words_in(
    """
    the a of at and care home homes house housing homecare living supported support service services
    residential nursing lodge ltd limited plc llp cic trust group partners company agency centre team
    """
)


@dataclass(frozen=True)
class Known:
    """One name or identifier that a register holds, and what to say in its place. Its repr hides it.

    `kind` is `person`, `site` (a home, a surgery, an address) or `identifier`.
    """

    text: str = field(repr=False)
    role: str
    place: Place = field(repr=False, default=Place(""))
    kind: str = PERSON

    @property
    def aliases(self) -> frozenset[Alias]:
        """Every form in which it may stand in a text; none for an identifier."""
        if self.kind == IDENTIFIER:
            return frozenset()
        return aliases(self.text) if self.kind == PERSON else _site_aliases(self.text)

    @property
    def code(self) -> str:
        """An identifier without spaces, stops and case: "SG/24-01" is "sg2401"."""
        return "".join(folded(part) for part in _PART_OF_CODE.findall(self.text))

    @property
    def is_plain_number(self) -> bool:
        """Whether an identifier could be taken for a count: few digits and nothing else."""
        return self.code.isdigit() and len(self.code) < SHORTEST_PLAIN_NUMBER


@dataclass(frozen=True)
class Spotted:
    """Where something known stands in a text; `shared` says that people of different roles are called so."""

    start: int
    end: int
    strength: Strength
    known: Known
    shared: bool = False
    by_surname: bool = False


@dataclass(frozen=True)
class Roll:
    """Everybody and everything the registers know by a name or a code."""

    known: tuple[Known, ...] = ()

    @classmethod
    def of(cls, tables: Mapping[str, Table]) -> "Roll":
        """All names and identifiers in a set of registers, each once, in the registers' order.

        Names are the gated NAME cells; identifiers are the values of private TEXT columns of at
        least three characters that hold a digit; sites are the values of columns called `service`.
        """
        everything: dict[tuple[str, str], Known] = {}
        for table in tables.values():
            for known in chain(_people(table), _sites(table), _identifiers(table)):
                everything.setdefault((known.kind, known.text.casefold()), known)
        return cls(tuple(everything.values()))

    @cached_property
    def named(self) -> tuple[Known, ...]:
        """People and sites, in order."""
        return tuple(known for known in self.known if known.kind != IDENTIFIER)

    @cached_property
    def to_be_kept_out(self) -> "Roll":
        """Everybody but the provider's own services, which a pack may name."""
        return Roll(tuple(k for k in self.known if k.kind != SITE or k.role != ROLE_OF_SERVICE))

    @cached_property
    def _aliases(self) -> Aliases:
        return Aliases([known.aliases for known in self.named])

    @cached_property
    def _codes(self) -> dict[str, Known]:
        return {known.code: known for known in self.known if known.kind == IDENTIFIER}

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        return frozenset(code[:end] for code in self._codes for end in range(1, len(code) + 1))

    @cached_property
    def parts(self) -> dict[str, Known]:
        """Parts of names that are no ordinary word, folded, and whose they are."""
        return {part: self.named[number] for part, number in self._aliases.parts.items()}

    @cached_property
    def _parts_by_letter(self) -> dict[str, list[tuple[str, Known]]]:
        """Parts long enough to be known when misspelt, by first letter: a roll holds thousands."""
        by_letter: dict[str, list[tuple[str, Known]]] = {}
        for part, known in self.parts.items():
            if len(part) >= SHORTEST_MISSPELT:
                by_letter.setdefault(part[0], []).append((part, known))
        return by_letter

    def find(self, text: str) -> Iterator[Spotted]:
        """Names in any of their forms; the caller weighs those whose strength is WORD."""
        found: Found
        for found in self._aliases.find(text):
            roles = {self.named[number].role for number in found.called}
            by_surname = not found.called and found.strength in (Strength.PART, Strength.WORD)
            yield Spotted(found.start, found.end, found.strength, self.named[found.number], len(roles) > 1, by_surname)

    def find_identifiers(self, text: str) -> Iterator[Spotted]:
        """Identifiers, whatever stops, hyphens or case they are written with."""
        if not self._codes:
            return
        parts = [(m.start(), m.end(), folded(m.group())) for m in _PART_OF_CODE.finditer(text)]
        for at in range(len(parts)):
            code = ""
            for length in range(1, min(6, len(parts) - at) + 1):
                run = parts[at : at + length]
                if length > 1 and not _BETWEEN_CODE.fullmatch(text, run[-2][1], run[-1][0]):
                    break
                code += run[-1][2]
                if code not in self._beginnings:
                    break
                if code in self._codes:
                    yield Spotted(run[0][0], run[-1][1], Strength.FULL, self._codes[code])

    def nearly(self, word: str) -> Known | None:
        """Whose name a word that is in no dictionary nearly is: a letter more, less, other or moved, or cut short."""
        plain = folded(word)
        if len(plain) < SHORTEST_IDENTIFIER:
            return None
        if plain in self.parts:
            return self.parts[plain]
        for part, known in self._parts_by_letter.get(plain[0], ()):
            if one_slip(plain, part) if len(plain) >= 4 else part.startswith(plain):
                return known
        return None

    def with_also(self, others: Iterable[Known]) -> "Roll":
        """This roll and some more."""
        return Roll((*self.known, *others))


def named_people(cell: str, place: Place) -> tuple[Known, ...]:
    """People and places named in a cell such as "Tom Oakes = her grandson; Rowan House = the home"."""
    found = []
    for entry in re.split(r"[;\n]", cell):
        name, _, role = entry.partition("=")
        if name.strip():
            role = role.strip() or "[name]"
            kind = SITE if _SITE_ROLE.search(role.lower()) else PERSON
            found.append(Known(name.strip(), role, place, kind))
    return tuple(found)


def _people(table: Table) -> Iterator[Known]:
    forenames = {cell.row: cell for cell in table.gated if cell.column == "first_name"}
    for cell in table.gated:
        if cell.column == "named_people":
            yield from named_people(cell.text, cell.place)
        elif cell.column == "surname" and cell.row in forenames:
            yield Known(f"{forenames[cell.row].text} {cell.text}", ROLES[cell.column], cell.place)
        elif cell.column in ROLES and cell.text.strip():
            yield Known(cell.text.strip(), ROLES[cell.column], cell.place)


def _values(table: Table, column: str) -> Iterator[tuple[str, Place]]:
    import narwhals as nw  # half the time of an import of this file

    rows = nw.from_native(table.rows, eager_only=True)
    if column in rows.columns and "origin" in rows.columns:
        for value, origin in zip(rows.get_column(column).to_list(), rows.get_column("origin").to_list(), strict=True):
            if isinstance(value, str) and value.strip():
                yield value.strip(), table.places[int(origin)] if int(origin) < len(table.places) else Place("")


def _sites(table: Table) -> Iterator[Known]:
    if any(column.name == "service" for column in table.register.columns):
        for value, place in _values(table, "service"):
            yield Known(value, ROLE_OF_SERVICE, place, SITE)


def _identifiers(table: Table) -> Iterator[Known]:
    for column in table.register.columns:
        if column.private and column.kind.form is Form.TEXT:
            for value, place in _values(table, column.name):
                if _is_identifier(value):
                    yield Known(value, "[reference]", place, IDENTIFIER)


def _is_identifier(value: str) -> bool:
    whole_words = (word for word in re.findall(r"[^\W\d_]{4,}", value) if is_ordinary(word))
    long_enough = len(value) >= SHORTEST_IDENTIFIER and any(character.isdigit() for character in value)
    return long_enough and bool(_CODE.fullmatch(value)) and not any(whole_words)


def _site_aliases(name: str) -> frozenset[Alias]:
    """A site's whole name, and what is left of it without the words that many sites share."""
    tokens = tuple(folded(token) for token in re.findall(r"[^\W\d_]+", name))
    heads = {tokens} if tokens else set()
    if tokens[:1] in (("the",), ("a",)):
        heads.add(tokens[1:])
        tokens = tokens[1:]
    while len(tokens) > 1 and tokens[-1] in _GENERAL:
        tokens = tokens[:-1]
        heads.add(tokens)
    shorter = {tokens[:end] for end in range(2, len(tokens)) if tokens[end - 1] not in _GENERAL}
    return frozenset(
        Alias(head, _site_strength(head)) for head in heads | shorter if head and not all(t in _GENERAL for t in head)
    )


def _site_strength(tokens: tuple[str, ...]) -> Strength:
    if len(tokens) == 1:
        return Strength.WORD if is_ordinary(tokens[0]) or len(tokens[0]) < 4 else Strength.PART
    return (
        Strength.WORD
        if all(is_ordinary(left) and is_ordinary(right) for left, right in pairwise(tokens))
        else Strength.FULL
    )
