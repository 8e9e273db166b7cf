"""What one case's record knows: who is who in it, and the day from which its time is counted."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from evidencegen.release.names import IDENTIFIER, PERSON, SITE, Known, Roll

LETTERS = "ABCDEFGH"


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
        roles = [role if " " in role.strip() else f"their {role.strip()}" for _, role in self.relatives]
        return [
            f"{role} {LETTERS[roles[:number].count(role) % len(LETTERS)]}" if roles.count(role) > 1 else role
            for number, role in enumerate(roles)
        ]

    @classmethod
    def from_json(cls, record: Mapping[str, Any]) -> "Record":
        """A record as the known answers write it: person, service, staff, relatives, dates."""
        person, service = record.get("person") or {}, record.get("service") or {}
        raised = (record.get("dates") or {}).get("raised")
        addresses = [owner["address"] for owner in (person, service) if owner.get("address")]
        name = service.get("name")
        return cls(
            person=tuple(person[key] for key in ("name", "preferred_name") if person.get(key)),
            staff=tuple(record.get("staff") or ()),
            relatives=tuple((r["name"], r.get("relation") or "relative") for r in record.get("relatives") or ()),
            sites=(
                *(((name, "the service"),) if name else ()),
                *(
                    (part, _kind_of_part(part))
                    for address in addresses
                    for part in address_parts(address)
                    if part != name
                ),
            ),
            identifiers=tuple(str(person[key]) for key in ("nhs_number", "phone") if person.get(key)),
            raised=date.fromisoformat(raised) if raised else None,
        )


def address_parts(address: str) -> tuple[str, ...]:
    """The named parts of an address, each of which tells where it is: house, street, town."""
    parts = (re.sub(r"\b\w*\d\w*\b", " ", part).strip() for part in address.split(","))
    named = (re.sub(r"^(?:Flat|Unit|Room|Apartment|No)\b\s*", "", part).strip() for part in parts)
    return tuple(part for part in named if len(part) > 2)


def _kind_of_part(part: str) -> str:
    return "[address]" if len(part.split()) > 1 else "[place]"


NOBODY = Record()
