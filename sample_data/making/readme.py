"""README.md of the sample: what is in it, and what is wrong on purpose."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

HOLDS = {
    "staff.xlsx": "members of staff, leavers included; personal columns that are never read",
    "training_matrix.xlsx": "members of staff, one column for each of 14 courses, a date of completion in each cell",
    "training_history.csv": "completions, the latest and those before, leavers' too, as a learning system exports them",
    "required_training.xlsx": "courses that a role must keep up, with how often",
    "safeguarding_log.xlsx": "concerns, October 2024 to September 2026",
    "advocacy_log.xlsx": "referrals to an advocate",
    "supervision.xlsx": "supervisions, observations and reassessments, due or held",
    "audits.csv": "answers to audit questions, from 40 audits, and one audit that was planned and not done",
    "actions.xlsx": "improvement actions",
    "practice.xlsx": "practice statements; the last names no figure, and one policy was last reviewed in February 2024",
    "case_studies.xlsx": "case studies: four to be signed, one with consent but unsigned, one with consent withdrawn",
}
TEXT = """\
# The sample project: Larkfield Care

An invented provider with three services: Larkfield at Home (home care), Mill Lane Supported Living (supported
living) and Rowan House (care home). The registers cover 24 months to 30 September 2026. Everybody and everything
named here is invented: NHS numbers start with 999, phones with 07700 900, postcodes with ZZ, and nobody holds
any of them.

    evidencegen build sample_data --out output

`python sample_data/make_sample.py` writes the registers, the sign-offs and this page again, the same bytes each time.

| file in `registers/` | rows | holds |
| --- | --- | --- |
{files}

`evidence.yaml` says which workbook is which, and what is asked. `sign_offs.yaml` holds what was decided and
answered about the case studies and who signed them, made by the tool; an edit to a story voids its sign-off.

## Wrong on purpose

None of these stops a pack from being built. Each should be said on the way.

| file | sheet | where | what is wrong |
| --- | --- | --- | --- |
{faults}

In the ordinary course of things, as in real files: some dates typed as text; synonyms and short forms in most
columns; blanks and "Not recorded"; cells such as "Booked 12/11/2026", "DNA" and "Mat leave" in the matrix; one
course with no refresher policy ("Record keeping", which cannot be evidenced), one that is done once ("Care
Certificate"); staff on long-term absence, and starters within their weeks of grace; sessions that fell due and
were not held; e-learning of July to September 2026 that stands both in the matrix and in the export of past
completions; classroom completions with no expiry typed, which is worked out from the policy.
"""


@dataclass
class Faults:
    """What was planted, and where."""

    found: list[tuple[str, str, str, str]] = field(default_factory=list)

    def add(self, file: str, sheet: str, where: str, what: str) -> None:
        """Note one planted fault."""
        self.found.append((file, sheet, where, what))


def write_readme(path: Path, counts: Mapping[str, int], faults: Faults) -> None:
    """Write the page, from the counts of rows and the faults noted."""
    files = "\n".join(f"| `{name}` | {counts[name]} | {holds} |" for name, holds in HOLDS.items())
    wrong = "\n".join(f"| {' | '.join(fault)} |" for fault in sorted(faults.found))
    path.write_text(TEXT.format(files=files, faults=wrong), encoding="utf-8")
