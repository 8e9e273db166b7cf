"""What the documentation shows is what the program does."""

import json
import re
from pathlib import Path

import pytest

from evidencegen.release.quote import anonymise
from evidencegen.release.record import Record

ROOT = Path(__file__).parents[1]
ANONYMISATION = (ROOT / "docs" / "anonymisation.md").read_text(encoding="utf-8")
PAIR = re.compile(
    r"### (?P<title>.+?)\n\n<!-- record (?P<record>\{.*?\}) -->\n\n```text\n(?P<before>.*?)\n```\n\nbecomes\n\n"
    r"```text\n(?P<after>.*?)\n```\n",
    re.DOTALL,
)
PAIRS = {match["title"]: match for match in PAIR.finditer(ANONYMISATION)}


def test_ten_texts_are_shown_before_and_after():
    assert len(PAIRS) == 10


@pytest.mark.parametrize("title", PAIRS)
def test_a_text_is_shown_as_the_gate_leaves_it(title):
    pair = PAIRS[title]
    assert anonymise(pair["before"], Record.from_json(json.loads(pair["record"]))).text == pair["after"]


@pytest.mark.parametrize("title", PAIRS)
def test_nobody_of_the_record_is_left_in_what_is_shown(title):
    pair = PAIRS[title]
    record = json.loads(pair["record"])
    people = [record.get("person", {}), *record.get("relatives", ()), *({"name": n} for n in record.get("staff", ()))]
    parts = {part.lower() for one in people for part in str(one.get("name", "")).split()}
    parts |= {record["service"]["name"].lower()} if "service" in record else set()
    assert parts
    assert not [part for part in parts if re.search(rf"\b{re.escape(part)}\b", pair["after"].lower())]
