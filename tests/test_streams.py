"""Commands that read lines of JSON and write lines of JSON."""

import io
import json

import pytest

from evidencegen.cli import main


@pytest.fixture
def fed(monkeypatch, capsys):
    """Exit code, lines written and complaints of a command fed with lines: `fed("themes", {"id": 1, ...})`."""

    def run(*words, lines=()):
        text = "".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines)
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        code = main(list(words))
        out, err = capsys.readouterr()
        return code, [json.loads(line) for line in out.splitlines()], err

    return run


def test_themes_of_notes_come_line_by_line_in_the_order_given(fed):
    notes = [{"id": 2, "text": "She did not want the police involved."}, {"id": 1, "text": "Nothing to report."}]
    code, told, _ = fed("themes", lines=notes)
    assert code == 0
    assert [(line["id"], line["themes"]) for line in told] == [(2, ["no_police"]), (1, [])]


def test_one_bad_line_and_nothing_is_written(fed):
    code, told, complained = fed("themes", lines=[{"id": 1, "text": "She felt safe."}, "{"])
    assert (code, told) == (2, [])
    assert "line 2" in complained


def test_tables_come_back_with_what_has_to_be_hidden(fed):
    table = {"id": "t", "rows": 3, "cols": 1, "cells": [[62], [58], [3]], "threshold": 5, "zeros_publishable": True}
    code, told, _ = fed("suppress", lines=[table])
    assert (code, told[0]["id"], told[0]["cells"]) == (0, "t", [[62], ["[c]"], ["[c]"]])
    assert fed("suppress", lines=[table, {"id": 2}])[:2] == (2, [])


def test_narratives_come_back_in_order_and_name_nobody(fed, tmp_path):
    names = tmp_path / "names.txt"
    names.write_text("Hope Achebe\n", encoding="utf-8")
    asked = [
        {"id": "b", "text": "then hope achebe rang"},
        {"id": "a", "text": "Joy rang.", "record": {"person": "Joy Vane"}},
    ]
    code, told, _ = fed("anonymise", "--names", str(names), lines=asked)
    assert code == 0
    assert [(line["id"], line["text"]) for line in told] == [("b", "then [name] rang"), ("a", "The person rang.")]


def test_one_bad_narrative_and_none_is_written(fed):
    code, told, complained = fed("anonymise", lines=[{"id": 1, "text": "Bea rang."}, {"id": 2, "text": None}])
    assert (code, told) == (2, [])
    assert "line 2" in complained and "Bea" not in complained
