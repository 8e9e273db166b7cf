"""What contradicts what is told as kinds: no number and no place leaves the house, and no value is told anywhere."""

from dataclasses import replace

import pytest

from evidencegen.drafted import pack_of
from evidencegen.inspected import contradictions, inspected
from evidencegen.project import read

BRIEF = """
provider: Larkfield Care
as_at: 2026-09-30
audience: {audience}
services:
  Larkfield: home care
registers:
  safeguarding: log.csv
  advocacy: advocacy.csv
"""
LOG = """SG No,Service user ID,Service,Date raised,Date concluded,Outcome achieved,Type of abuse,Asked about outcomes
SG-117,SU-1,Larkfield,01/05/2026,,Fully achieved,Neglect,Yes they were asked and outcomes were expressed
SG-118,SU-2,Larkfield,02/05/2026,,Fully achieved,Neglect,Yes they were asked and outcomes were expressed
SG-119,SU-3,Larkfeld,03/05/2026,01/06/2026,Fully achieved,Neglect,Yes they were asked and outcomes were expressed
"""
ADVOCACY = """Referral ID,SG ref,Service user ID,Service,Date referred,Type of advocacy
A1,SG-117,SU-1,Larkfield,04/05/2026,Care Act
A2,SG-999,SU-3,Larkfield,04/05/2026,Care Act
"""


@pytest.fixture
def project(tmp_path):
    def make(audience):
        (tmp_path / "evidence.yaml").write_text(BRIEF.format(audience=audience))
        (tmp_path / "log.csv").write_text(LOG)
        (tmp_path / "advocacy.csv").write_text(ADVOCACY)
        return read(tmp_path)

    return make


def test_readers_outside_are_told_the_kind_and_the_registers_alone(project):
    found = contradictions(project("external"))
    assert [(one.key, one.registers) for one in found] == [
        ("crosscheck.unknown", ("Advocacy referral log", "Safeguarding log")),
        ("crosscheck.contradiction", ("Safeguarding log",)),
        ("brief.service_not_listed", ("Safeguarding log",)),
    ]
    assert all((one.place, one.rows) == ("", None) for one in found)


def test_readers_inside_are_told_the_sheet_and_how_many_rows_and_no_value(project):
    found = {one.key: one for one in contradictions(project("internal"))}
    clash = found["crosscheck.contradiction"]
    assert (clash.place, clash.rows) == ("log.csv", 2)
    assert (found["crosscheck.unknown"].place, found["crosscheck.unknown"].rows) == ("advocacy.csv", 1)
    assert not any(secret in str(found) for secret in ("SG-", "SU-", "Larkfeld"))


def test_a_brief_that_leaves_the_summary_out_tells_nothing_beside(project):
    pack = pack_of("inspection")
    assert inspected(project("external"), pack.of(["choice"]), {}) is None
    assert inspected(project("external"), pack, {}).figures == ()
    assert inspected(replace(project("external"), problems=()), pack, {}).contradictions == ()
