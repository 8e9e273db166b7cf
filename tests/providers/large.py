"""The Wendle Care Group, invented: forty services of three kinds, 2,510 concerns in two years and 1,500 staff."""

from pathlib import Path

from making.notes import add_notes
from making.practice import practice_rows
from tests.providers.books import write_register
from tests.providers.large_records import action_records, audit_records, people_records
from tests.providers.large_staff import (
    make_workers,
    required_records,
    staff_records,
    supervision_records,
    training_records,
)
from tests.providers.services import SERVICES

BOOKS = ("required_training", "practice")
BRIEF = """\
provider: The Wendle Care Group
audience: external
as_at: 2026-09-30
months: 12
policy:
  supervision_months: 6
  people_supported: 2300
targets:
  msp.asked: 95
  msp.fully_achieved: 65
  msp.reviewed_twice: 85
  risk.referred_in_time: 95
  advocacy.asked_for: 95
  advocacy.allocated: 80
  training.current: 95
  training.safeguarding_current: 98
  supervision.on_time: 90
  audits.conformity: 85
  actions.closed_on_time: 75
tender:
  buyer: The Combined Authority of Northmere, Eastmarsh and the Wendle Valley
  title: Framework for Care at Home, Residential Care and Supported Living 2027 to 2031
  reference: CANEW-ASC-2027-114
  question: >-
    Describe how you safeguard adults, across all the services that you would provide under this framework, in a way that
    is led by the person and by the outcomes they want, and how you know that it works as well in each of your services
    as in the best of them. Your answer must include evidence from the last 12 months.
  weighting: 20%
  limit: {pages: 12}
"""


def write(folder: Path) -> None:
    """Write the brief and every register into `folder`, made if it is not there; there are no case studies."""
    workers = make_workers()
    concerns, referrals = people_records()
    sessions, audits = supervision_records(workers), audit_records()
    add_notes(concerns, sessions, audits)
    registers = {
        "staff": staff_records(workers),
        "required_training": required_records(),
        "training": training_records(workers),
        "actions": action_records(audits, concerns),
        "safeguarding": concerns,
        "advocacy": referrals,
        "supervision": sessions,
        "audits": audits,
        "practice": [row | {"case_studies": ""} for row in practice_rows()],
    }
    folder.mkdir(parents=True, exist_ok=True)
    endings = {key: "xlsx" if key in BOOKS else "csv" for key in registers}
    for key, rows in registers.items():
        write_register(folder, key, rows, endings[key])
    services = "".join(f'  "{service.name}": {service.kind}\n' for service in SERVICES)
    files = "".join(f"  {key}: registers/{key}.{ending}\n" for key, ending in endings.items())
    (folder / "evidence.yaml").write_text(
        f"{BRIEF}keep_unevidenced: [PS12]\nservices:\n{services}registers:\n{files}", encoding="utf-8"
    )
