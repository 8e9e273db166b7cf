"""Stories as their authors wrote them, and the hash by which an edit shows."""

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from evidencegen.intake.table import Table

PARTS = ("situation", "voice", "advocacy", "plan", "review_two_weeks", "review_six_weeks", "outcome", "learning")


def rows_of(table: Table) -> Iterator[Mapping[str, Any]]:
    """Each row of the register of stories, a blank cell as None."""
    import narwhals as nw  # slow to import

    for row in nw.from_native(table.rows, eager_only=True).iter_rows(named=True):
        yield {name: None if value is None or value != value else value for name, value in row.items()}


def parts_of(table: Table, origin: int) -> dict[str, str]:
    """The parts of the story in one row that somebody wrote, names and all: for people inside only."""
    cells = {cell.column: cell.text for cell in table.gated if cell.row == origin}
    return {name: cells[name] for name in PARTS if cells.get(name, "").strip()}


def story_hash(parts: Mapping[str, str], row: Mapping[str, Any]) -> str:
    """The hash of a story as its author wrote it, with the codes of its service and outcome: a signature names it."""
    return hash_of(as_json([list(parts.items()), row.get("service_type"), row.get("outcome_achieved")]))


def as_json(content: object) -> str:
    """Content as the text that is hashed."""
    return json.dumps(content, ensure_ascii=False)


def hash_of(text: str) -> str:
    """SHA-256 of a text."""
    return sha256(text.encode("utf8")).hexdigest()
