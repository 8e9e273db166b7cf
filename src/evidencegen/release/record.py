"""What one case's record knows: who is who in it, and the day from which its time is counted."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from evidencegen.intake.dates import read_date
from evidencegen.release.names import IDENTIFIER, PERSON, SITE, Known, Roll

LETTERS = "ABCDEFGH"
_WHOSE = ("her ", "his ", "their ", "the ", "a ", "an ", "my ", "our ")
_NAMES_OF_A_PERSON = ("name", "preferred_name", "known_as", "maiden_name")


@dataclass(frozen=True)
class Record:
    """The people and places of one story, with the words that stand for them. Its repr hides them.

    `relatives` are pairs of a name and a relation ("grandson") or a whole role ("her grandson");
    `sites` are names and addresses with what they are ("the service", "[address]").
    """

    person: tuple[str, ...] = field(default=(), repr=False)
    staff: tuple[str, ...] = field(default=(), repr=False)
    relatives: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    sites: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    identifiers: tuple[str, ...] = field(default=(), repr=False)
    others: tuple[Known, ...] = field(default=(), repr=False)
    raised: date | None = field(default=None, repr=False)

    @cached_property
    def roll(self) -> Roll:
        """Everybody in the record under the role they have in the story."""
        staff = [
            f"carer {LETTERS[number]}" if number < len(LETTERS) else "a member of staff"
            for number in range(len(self.staff))
        ]
        return Roll(
            (
                *(Known(name, "the person", kind=PERSON) for name in self.person if name.strip()),
                *self.others,
                *(Known(name, role) for name, role in zip(self.staff, staff, strict=True)),
                *(Known(name, role) for (name, _), role in zip(self.relatives, self._relations(), strict=True)),
                *(Known(name, role, kind=SITE) for name, role in self.sites),
                *(Known(code, "[reference]", kind=IDENTIFIER) for code in self.identifiers),
            )
        )

    def _relations(self) -> list[str]:
        roles = [
            role.strip() if role.strip().lower().startswith(_WHOSE) else f"their {role.strip()}"
            for _, role in self.relatives
        ]
        return [
            f"{role} {LETTERS[roles[:number].count(role) % len(LETTERS)]}" if roles.count(role) > 1 else role
            for number, role in enumerate(roles)
        ]

    @classmethod
    def from_json(cls, record: object) -> "Record":
        """A record as other programs write it: person, service, staff, relatives, dates.

        Any of them may be missing, empty or null; where an object with a name is meant, the name alone will do.

        Raises:
            ValueError: something else stands where one of them should; what stands there is not quoted.
        """
        whole = _entries("record", record)
        person, service = _named("person", whole.get("person")), _named("service", whole.get("service"))
        staff = [_named("staff", one) for one in _many("staff", whole.get("staff"))]
        relatives = [_named("relatives", one) for one in _many("relatives", whole.get("relatives"))]
        dates = _entries("dates", whole.get("dates"))
        name = service.get("name", "")
        addresses = [owner["address"] for owner in (person, service) if "address" in owner]
        return cls(
            person=tuple(person[key] for key in _NAMES_OF_A_PERSON if key in person),
            staff=tuple(one["name"] for one in staff if "name" in one),
            relatives=tuple((one["name"], one.get("relation", "relative")) for one in relatives if "name" in one),
            sites=(
                *(((name, "the service"),) if name else ()),
                *(
                    (part, _kind_of_part(part))
                    for address in addresses
                    for part in address_parts(address)
                    if part != name
                ),
            ),
            identifiers=tuple(
                value for owner in (person, service) for key, value in owner.items() if _is_code(key, value)
            ),
            raised=_day(dates.get("raised")),
        )


def _entries(what: str, found: object) -> Mapping[str, Any]:
    if found is None or found == "":
        return {}
    if not isinstance(found, Mapping):
        raise ValueError(f'a "{what}" that is not an object')
    return found


def _named(what: str, found: object) -> dict[str, str]:
    """What is said of one person or place, without what is blank."""
    if isinstance(found, str):
        found = {"name": found}
    said: dict[str, str] = {}
    for key, value in _entries(what, found).items():
        if value is not None and not isinstance(value, str | int):
            if key in (*_NAMES_OF_A_PERSON, "relation", "address"):
                raise ValueError(f'a "{key}" in "{what}" that is not text')
            continue
        if value is not None and str(value).strip():
            said[key] = str(value).strip()
    return said


def _many(what: str, found: object) -> list[object]:
    if found is None or found == "":
        return []
    return found if isinstance(found, list) else [found]


def _is_code(key: str, value: str) -> bool:
    """Whether a value leads to somebody as it stands: a number, an e-mail address, a reference."""
    held_elsewhere = (*_NAMES_OF_A_PERSON, "address", "dob", "relation")
    return key not in held_elsewhere and len(value) > 3 and any(letter.isdigit() for letter in value)


def _day(found: object) -> date | None:
    if found is None or found == "":
        return None
    day = read_date(found.strip()[:10]) if isinstance(found, str) else None
    if not isinstance(day, date):
        raise ValueError('a day "raised" that is not a date such as 2026-03-14')
    return day


def address_parts(address: str) -> tuple[str, ...]:
    """The named parts of an address, each of which tells where it is: house, street, town."""
    parts = (re.sub(r"\b\w*\d\w*\b", " ", part).strip() for part in address.split(","))
    named = (re.sub(r"^(?:Flat|Unit|Room|Apartment|No)\b\s*", "", part).strip() for part in parts)
    return tuple(part for part in named if len(part) > 2)


def _kind_of_part(part: str) -> str:
    return "[address]" if len(part.split()) > 1 else "[place]"


NOBODY = Record()
