"""What could not be delivered is told by `check`, before a night on which nobody looks on."""

import json

import pytest

from evidencegen.brief import NAME, read_brief
from evidencegen.cli import main
from evidencegen.wrong_in_delivery import wrong_in_delivery

BRIEF = """\
provider: Larkfield Care
as_at: 2026-09-30
registers:
  staff: staff.csv
deliver:
  formats: [pdf, word]
  email:
    host: mail.larkfield.example
    from: reports@larkfield.example
    to: [chair@larkfield.example, lead@council.example]
    own_domains: [larkfield.example]
"""


def _found(folder, text):
    (folder / NAME).write_text(text)
    return [(p.key, p.place.line) for p in wrong_in_delivery(folder, read_brief(folder))]


def test_formats_and_addresses_are_told_with_their_line_and_no_address_is_named(tmp_path):
    assert _found(tmp_path, BRIEF) == [("brief.unknown_format", 6), ("delivery.outside", 10)]
    told = "\n".join(map(str, wrong_in_delivery(tmp_path, read_brief(tmp_path))))
    assert "`word`" in told
    assert "1 of 2 addresses outside" in told
    assert "council" not in told


@pytest.mark.parametrize(
    "mended",
    [
        BRIEF.replace("[larkfield.example]", "[larkfield.example, council.example]"),
        BRIEF + "    attach: no\n",
        BRIEF + "packs:\n  board:\n    audience: external\n",
    ],
)
def test_own_addresses_a_message_alone_and_a_report_for_outside_may_go(tmp_path, mended):
    assert _found(tmp_path, mended.replace("word", "docx")) == []


def test_check_stops_at_them(tmp_path, capsys):
    (tmp_path / NAME).write_text(BRIEF)
    (tmp_path / "staff.csv").write_text("Staff ID,Role,Start date\nS1,Carer,2024-02-01\n")
    assert main(["check", str(tmp_path), "--json"]) == 2
    keys = [problem["key"] for problem in json.loads(capsys.readouterr().out)["problems"]]
    assert {"brief.unknown_format", "delivery.outside"} <= set(keys)
